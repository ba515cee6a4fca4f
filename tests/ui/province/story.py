"""How far the story of the province is, and what the officer does again and again: enrol, import, send receipts, look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from export.exchange.demonstration_province import StoryClock
from storage.domain.obligations import obligations
from storage.domain.periods import Period
from storage.folders import Folders
from tests.ui.province.deeds import PROGRAMME, Province
from tests.ui.province.hands import Hands
from ui.window.import_bundles.flow import Step as ImportStep
from ui.window.import_bundles.lines import LineState
from ui.window.import_bundles.receipt_choices import Scope
from ui.window.main_window import MainWindow
from ui.window.pages.enrolment import EnrolmentPage
from ui.window.pages.follow_up import FollowUpPage
from ui.window.pages.import_bundles import ImportBundlesPage
from ui.window.workplace import Workplace

OWED, LATE = 33, 3
MERGED, MERGED_ON = ("BCHQS", "BDBP"), date(2020, 7, 1)
LATE_ENROLLED, RETURNED, RESTORED = "UBND-IHD", "UBND-DH", "SYT"
LATE_HALF = ("UBND-ST", "UBND-TMR", "SNGV")
LATE_YEAR = ("UBND-TMR",)
ON_TIME, LATE_WORD, BACK, ACCEPTED, ACCEPTED_LATE, OVERDUE, SOON = (
    "Đúng hạn",
    "Trễ hạn",
    "Bị trả lại",
    "Đã tiếp nhận",
    "Đã tiếp nhận, trễ",
    "Quá hạn",
    "Sắp đến hạn",
)


@dataclass
class Story:
    """The centre with its officer, the offices, and what is known of them by now."""

    hands: Hands
    root: Path
    clock: StoryClock
    province: Province
    window: MainWindow | None = None
    fingerprint: str = ""
    kits: list[Path] = field(default_factory=list)
    heir: str = ""
    backup: Path = Path()

    @property
    def folders(self) -> Folders:
        return Folders(self.root / "trung tâm", self.root / "markers" / "centre")

    @property
    def workplace(self) -> Workplace:
        assert self.window is not None
        return self.window.workplace

    @property
    def sticks(self) -> list[Path]:
        return [self.province.stick(f"khoá gốc {number}") for number in (1, 2, 3)]

    def owing(self, period: Period) -> list[str]:
        """Who owes the report, by the register that the last kit carried."""
        return [item.office for item in obligations(PROGRAMME, self.province.register, period) if not item.requested]

    def page(self, key: str) -> object:
        assert self.window is not None
        return self.hands.go(self.window, key)

    def settle(self) -> None:
        self.hands.idle(self.workplace.runner)

    def look(self, name: str) -> None:
        assert self.window is not None
        self.hands.look(self.window, name)


def admit(story: Story, stick: str, codes: Sequence[str], *, picture: str = "enrolment") -> EnrolmentPage:
    """Requests are brought from a stick, and each key is admitted by its 24 digits."""
    page = story.page("enrolment")
    assert isinstance(page, EnrolmentPage)
    hands, requests, panel = story.hands, page.requests, page.requests.panel
    page.tabs.setCurrentWidget(requests)
    hands.choose_path(requests.folder_button, story.province.stick(stick))
    hands.until(lambda: requests.table.model().rowCount() == len(codes))
    story.settle()
    story.look(f"{picture}-waiting")
    for left in range(len(codes), 0, -1):
        row = requests.table.visualRect(requests.table.model().index(0, 0)).center()
        QTest.mouseClick(requests.table.viewport(), Qt.MouseButton.LeftButton, pos=row)
        assert panel.row is not None
        office = panel.row.office
        hands.click(panel.begin)
        hands.until(lambda: panel.opened is not None)
        voice = story.province.voices[office]
        hands.fill(panel.digits.field, " ".join(voice[place : place + 4] for place in range(0, 24, 4)))
        if left == len(codes):
            story.look(f"{picture}-check")
        hands.click(panel.admit)
        hands.until(lambda left=left: requests.table.model().rowCount() == left - 1)  # type: ignore[misc]
        story.settle()
        assert f"{office}" in requests.told.text()
    story.look(f"{picture}-done")
    return page


def take_in(story: Story, stick: str, expected: Mapping[LineState, int], *, picture: str) -> ImportBundlesPage:
    """A stick is checked, looked at and imported."""
    page = story.page("import")
    assert isinstance(page, ImportBundlesPage)
    page.tabs.setCurrentWidget(page.import_tab)
    tab, hands = page.import_tab, story.hands
    if tab.flow.step is ImportStep.RESULT:
        hands.click(tab.list.again)
    story.look(f"{picture}-choose")
    hands.choose_path(tab.choose.folder, story.province.stick(stick))
    hands.until(lambda: tab.flow.step is ImportStep.PREVIEW)
    story.settle()
    states = [line.state for line in tab.flow.lines]
    assert {state: states.count(state) for state in set(states)} == expected, [line.outcome for line in tab.flow.lines]
    import_what_is_shown(story, page, picture=picture)
    return page


def import_what_is_shown(story: Story, page: ImportBundlesPage, *, picture: str) -> None:
    story.look(f"{picture}-preview")
    story.hands.click(page.import_tab.list.go)
    story.hands.until(lambda: page.import_tab.flow.step is ImportStep.RESULT)
    story.settle()
    story.look(f"{picture}-result")


def give_receipts(story: Story, page: ImportBundlesPage, stick: str, count: int, *, scope: Scope = Scope.IMPORTED) -> None:
    """Receipts for an import, or for all whose receipt is out of date."""
    hands, receipts = story.hands, page.receipts
    if scope is Scope.IMPORTED:
        hands.click(page.import_tab.list.receipts)
    else:
        page.tabs.setCurrentWidget(receipts)
    story.settle()
    hands.choose(receipts.choices.scope, scope.value)
    hands.choose_path(receipts.choices.choose_folder, story.province.stick(stick))
    hands.click(receipts.choices.go)
    hands.until(lambda: list(story.province.stick(stick).glob("*.shd")))
    story.settle()
    story.look("receipts")
    assert len(list(story.province.stick(stick).glob("*.shd"))) == count, receipts.summary.text()


def check_matrix(story: Story, period: Period, words: Mapping[str, str], *, otherwise: str, picture: str) -> FollowUpPage:
    """Every office of a period stands in the table with the right words."""
    page = story.page("follow_up")
    assert isinstance(page, FollowUpPage)
    page.refresh()  # the day of the story has changed, which no real day does while a page is open
    story.settle()
    assert page.view is not None
    place = [one.code for one in page.view.table.periods].index(period.code)
    model = page.matrix.offices
    found = {code: str(model.data(model.index(model.row_of(code), place))) for code in story.owing(period)}
    assert found == {code: words.get(code, otherwise) for code in story.owing(period)}
    story.look(f"follow-up-{picture}")
    return page
