"""A whole province through the centre's windows, from set-up to two signed reports, every figure of them reckoned again.

33 offices owe the reports of two periods: three are late, one is enrolled late, one gets its report back and corrects it, one
loses its disk, two are merged in between. The offices' files are made by jobs; what the centre does, it does by its windows.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from export.exchange.demonstration_province import PIN, StoryClock
from storage.domain.codes import Code
from storage.domain.identifiers import TimeOrderedIdentifiers
from storage.domain.periods import Period
from storage.marker import Continuity
from tests.ui.province.deeds import FIRST_ROWS, HALF, SECOND_ROWS, YEAR, Province
from tests.ui.province.hands import Hands
from tests.ui.province.report import compile_period
from tests.ui.province.story import (
    ACCEPTED,
    ACCEPTED_LATE,
    BACK,
    LATE,
    LATE_ENROLLED,
    LATE_HALF,
    LATE_WORD,
    LATE_YEAR,
    MERGED,
    MERGED_ON,
    ON_TIME,
    OVERDUE,
    OWED,
    RESTORED,
    RETURNED,
    SOON,
    Story,
    admit,
    check_matrix,
    give_receipts,
    import_what_is_shown,
    take_in,
)
from ui.window.application import make_workplace, settings_of
from ui.window.centre_setup.flow import Keeping, Step
from ui.window.centre_setup.wizard import CentreSetupWizard
from ui.window.enrolment.sticks import SticksDialog
from ui.window.first_start.flow import Way
from ui.window.first_start.wizard import FirstStartWizard
from ui.window.follow_up.reminder_dialog import ReminderDialog
from ui.window.import_bundles.flow import Step as ImportStep
from ui.window.import_bundles.lines import LineState
from ui.window.import_bundles.receipt_choices import Scope
from ui.window.main_window import MainWindow
from ui.window.pages.enrolment import EnrolmentPage
from ui.window.pages.import_bundles import ImportBundlesPage
from ui.window.pages.programme import ProgrammePage
from ui.window.pages.review import ReviewPage
from ui.window.programme.acts import Act
from ui.window.programme.issue_dialog import IssueDialog
from ui.window.programme.reorganise_dialog import ReorganiseDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)


@pytest.fixture
def story(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Story]:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: True)
    clock = StoryClock(date(2020, 1, 6))
    told = Story(Hands(qtbot, PIN), tmp_path, clock, Province(tmp_path, clock))
    yield told
    told.province.close()
    if told.window is not None:
        told.workplace.runner.shut_down()


def test_a_province_from_set_up_to_the_signed_reports(qtbot: QtBot, story: Story) -> None:
    set_up_centre(qtbot, story)
    open_window(qtbot, story)
    enrol_all_but_one(story)
    first_half(story)
    receive_late_enrolled(story)
    remind_and_receive_the_late(story)
    review_half(story)
    compile_period(story, HALF, on_time=OWED - LATE, day=date(2020, 6, 30))
    restore_one(story)
    merge_two(story)
    second_half(story)
    compile_period(story, YEAR, on_time=OWED - 1 - len(LATE_YEAR), day=date(2020, 12, 16))


# The centre begins


def set_up_centre(qtbot: QtBot, story: Story) -> None:
    """Three sticks, the PIN, the recovery code, the letter and the first kit."""
    start = FirstStartWizard(story.folders, clock=story.clock, identifiers=TimeOrderedIdentifiers(story.clock), language="vi")
    qtbot.addWidget(start)
    start.show()
    qtbot.waitExposed(start)
    hands = story.hands
    hands.look(start, "first-start")
    hands.click(start.role.buttons[Way.CENTRE])
    hands.click(start.forward)
    wizard = hands.dialog(CentreSetupWizard)
    for step in (Step.PROGRAMME, Step.OFFICES, Step.CENTRE):
        go_on(hands, wizard, step)
    hands.click(wizard.sticks.ways[Keeping.THREE_STICKS])
    for row, stick in zip(wizard.sticks.rows, story.sticks, strict=True):
        hands.choose_path(row.browse, stick)
        hands.until(lambda: not wizard.working)
    hands.click(wizard.sticks.risk)
    go_on(hands, wizard, Step.STICKS)
    hands.fill(wizard.pin.pin, PIN)
    hands.fill(wizard.pin.again, PIN)
    go_on(hands, wizard, Step.PIN)
    hands.click(wizard.recovery.kept)
    go_on(hands, wizard, Step.RECOVERY)
    story.fingerprint = "".join(wizard.letter.digits.text().split())
    folder = story.province.stick("gửi các cơ quan")
    hands.choose_path(wizard.letter.write, folder)
    hands.until(lambda: list(folder.glob("*.docx")))
    go_on(hands, wizard, Step.LETTER)
    hands.choose_path(wizard.kit.write, folder)
    hands.until(lambda: list(folder.glob("shd-kit-1.shd")) and not wizard.working)
    story.kits.append(folder / "shd-kit-1.shd")
    hands.look(wizard, "setup-KIT")
    with qtbot.waitSignal(start.accepted):
        hands.click(wizard.forward)
    start.runner.shut_down()


def go_on(hands: Hands, wizard: CentreSetupWizard, step: Step) -> None:
    hands.until(lambda: not wizard.working)
    assert wizard.flow.step is step, wizard.told.text()
    hands.look(wizard, f"setup-{step.name}")
    hands.click(wizard.forward)
    hands.until(lambda: not wizard.working)


def open_window(qtbot: QtBot, story: Story) -> None:
    """The program is opened for the first time."""
    workplace = make_workplace(
        story.folders,
        clock=story.clock,
        identifiers=TimeOrderedIdentifiers(story.clock),
        language="vi",
        settings=settings_of(story.folders),
    )
    story.window = MainWindow(workplace)
    qtbot.addWidget(story.window)
    story.window.resize(1366, 728)
    story.window.show()
    qtbot.waitExposed(story.window)
    story.page("follow_up")
    story.look("follow-up-empty")


# Enrolment


def enrol_all_but_one(story: Story) -> None:
    """The clerks set up their PCs by the kit; the officer calls one after the other."""
    story.clock.turn_to(date(2020, 1, 8))
    codes = [code for code in story.owing(HALF) if code != LATE_ENROLLED]
    assert len(codes) == OWED - 1
    for code in codes:
        story.province.begin(code, kit=story.kits[0], fingerprint=story.fingerprint, requests="đăng ký")
    admit(story, "đăng ký", codes)


# The first half


def first_half(story: Story) -> None:
    """All enrolled offices record; those in time hand over, and so does one whose request is still on its way."""
    province = story.province
    story.clock.turn_to(date(2020, 1, 9))
    province.begin(LATE_ENROLLED, kit=story.kits[0], fingerprint=story.fingerprint, requests="đăng ký sau")
    story.clock.turn_to(date(2020, 6, 15))
    for code in province.offices:
        province.record(code, HALF, FIRST_ROWS)
        if code == RESTORED:
            story.backup = province.back_up(code)
            province.record(code, HALF, 1)
    for code in province.offices:
        if code not in LATE_HALF:
            province.hand_over(code, HALF, "17-6")
    story.clock.turn_to(date(2020, 6, 17))
    page = take_in(story, "17-6", {LineState.READY: OWED - LATE - 1, LineState.WAITING: 1}, picture="import-half")
    give_receipts(story, page, "giấy báo 17-6", OWED - LATE - 1)
    told = province.receive("giấy báo 17-6")
    assert set(told.values()) == {Code.RECEIPT_ACCEPTED}, told
    check_matrix(story, HALF, dict.fromkeys((*LATE_HALF, LATE_ENROLLED), SOON), otherwise=ON_TIME, picture="17-6")


def receive_late_enrolled(story: Story) -> None:
    """The request arrives after the bundle: once the key is admitted, the desk leads to the import of what waits."""
    story.clock.turn_to(date(2020, 6, 18))
    page = admit(story, "đăng ký sau", [LATE_ENROLLED], picture="late-enrolment")
    story.hands.click(page.requests.retry)
    assert story.window is not None
    importing = story.window.page("import")
    assert isinstance(importing, ImportBundlesPage)
    story.hands.until(lambda: importing.import_tab.flow.step is ImportStep.PREVIEW)
    story.settle()
    assert [line.state for line in importing.import_tab.flow.lines] == [LineState.READY]
    import_what_is_shown(story, importing, picture="late-enrolment")
    check_matrix(story, HALF, dict.fromkeys(LATE_HALF, SOON), otherwise=ON_TIME, picture="18-6")


def remind_and_receive_the_late(story: Story) -> None:
    """On 22 June three letters are written; three days later the reports come."""
    story.clock.turn_to(date(2020, 6, 22))
    page = check_matrix(story, HALF, dict.fromkeys(LATE_HALF, OVERDUE), otherwise=ON_TIME, picture="22-6")
    hands = story.hands
    hands.click(page.remind)
    dialog = hands.dialog(ReminderDialog)
    story.settle()
    assert dialog.offices.ticked == set(LATE_HALF)
    hands.fill(dialog.form.fields["name"], "Tran Thi Mau")
    folder = story.province.stick("công văn")
    hands.choose_path(dialog.choose, folder)
    hands.look(dialog, "reminders")
    hands.click(dialog.write)
    hands.until(lambda: len(dialog.written) == LATE)
    story.settle()
    assert len(list(folder.glob("*.docx"))) == LATE
    hands.click(dialog.leave)
    story.clock.turn_to(date(2020, 6, 25))
    for code in LATE_HALF:
        story.province.hand_over(code, HALF, "25-6")
    take_in(story, "25-6", {LineState.READY: LATE}, picture="import-late")
    check_matrix(story, HALF, dict.fromkeys(LATE_HALF, LATE_WORD), otherwise=ON_TIME, picture="25-6")


# Review


def review_half(story: Story) -> None:
    """All are accepted but one, which gets its report back with a remark on an activity and hands over again."""
    story.clock.turn_to(date(2020, 6, 26))
    decide_all(story, HALF, back=RETURNED)
    late = dict.fromkeys(LATE_HALF, ACCEPTED_LATE)
    check_matrix(story, HALF, {RETURNED: BACK, **late}, otherwise=ACCEPTED, picture="26-6")
    page = story.page("import")
    assert isinstance(page, ImportBundlesPage)
    give_receipts(story, page, "giấy báo 26-6", OWED, scope=Scope.STALE)
    told = story.province.receive("giấy báo 26-6")
    assert told.pop(RETURNED) is Code.REPORT_RETURNED
    assert set(told.values()) == {Code.RECEIPT_ACCEPTED}, told
    assert len(told) == OWED - 1
    story.clock.turn_to(date(2020, 6, 29))
    story.province.correct(RETURNED, "29-6")
    take_in(story, "29-6", {LineState.READY: 1}, picture="import-corrected")
    # It came in time at first: a corrected report is to be reviewed again, not late.
    check_matrix(story, HALF, {RETURNED: ON_TIME, **late}, otherwise=ACCEPTED, picture="29-6")
    decide_all(story, HALF)
    page = story.page("import")
    assert isinstance(page, ImportBundlesPage)
    give_receipts(story, page, "giấy báo 29-6", 1, scope=Scope.STALE)
    assert story.province.receive("giấy báo 29-6") == {RETURNED: Code.RECEIPT_ACCEPTED}
    check_matrix(story, HALF, late, otherwise=ACCEPTED, picture="half-accepted")


def decide_all(story: Story, period: Period, *, back: str = "") -> None:
    """Every report that waits is opened and accepted, or returned with a remark."""
    page = story.page("review")
    assert isinstance(page, ReviewPage)
    hands, reports, panel = story.hands, page.reports, page.panel
    hands.choose(reports.state, "received")
    first = True
    while count := reports.model.rowCount():
        row = reports.table.visualRect(reports.model.index(0, 0)).center()
        QTest.mouseClick(reports.table.viewport(), Qt.MouseButton.LeftButton, pos=row)
        line = reports.model.value(0)
        hands.until(lambda line=line: panel.view is not None and panel.view.office == line.office)  # type: ignore[misc]
        assert panel.view is not None
        assert panel.view.period == period.code
        assert not any(figure.differs for figure in panel.view.figures), line.office
        if first:
            story.look("review")
        if line.office == back:
            return_one(story, page)
        else:
            hands.click(panel.accept)
            hands.answer("Tiếp nhận")
        hands.until(lambda count=count: reports.model.rowCount() == count - 1)  # type: ignore[misc]
        story.settle()
        first = False
    story.look("review-done")


def return_one(story: Story, page: ReviewPage) -> None:
    """A remark on the first activity recorded, and back with it."""
    hands, panel = story.hands, page.panel
    uid = next(iter(story.province.offices[RETURNED].book.activities))
    assert panel.view is not None
    place = [row.uid for row in panel.view.activities].index(uid)
    panel.tabs.setCurrentWidget(panel.activities)
    panel.activities.scrollTo(panel.activity_model.index(place, 0))
    pos: QPoint = panel.activities.visualRect(panel.activity_model.index(place, 0)).center()
    QTest.mouseClick(panel.activities.viewport(), Qt.MouseButton.LeftButton, pos=pos)
    hands.fill(panel.remarks.field, "De nghi kiem tra lai so lieu.")
    hands.click(panel.remarks.add)
    story.look("review-remark")
    hands.click(panel.give_back)
    hands.answer("Trả lại")


# The report


# In between


def restore_one(story: Story) -> None:
    """A disk dies; the copy of March knows less than the centre, whose files bring everything back."""
    story.clock.turn_to(date(2020, 7, 2))
    province, hands = story.province, story.hands
    office = province.offices[RESTORED]
    entries = len(office.book.activities)
    province.lose_disk(RESTORED, story.backup)
    assert office.ledger.continuity is Continuity.RESTORED
    page = story.page("enrolment")
    assert isinstance(page, EnrolmentPage)
    page.tabs.setCurrentWidget(page.offices)
    hands.fill(page.offices.search, RESTORED)
    hands.until(lambda: page.offices.table.model().rowCount() == 1)
    QTest.mouseClick(
        page.offices.table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=page.offices.table.visualRect(page.offices.table.model().index(0, 0)).center(),
    )
    story.settle()
    story.look("enrolment-offices")
    hands.choose_path(page.offices.give_back, province.stick("trả lại"))
    hands.until(lambda: len(list(province.stick("trả lại").glob("*.shd"))) >= 2)
    story.settle()
    assert Code.RESYNC_ACCEPTED in province.open_returned(RESTORED, "trả lại")
    count = office.ledger.db.execute("SELECT count(*) FROM activity WHERE state = 'final'").fetchone()[0]
    assert count == entries


def merge_two(story: Story) -> None:
    """Two offices are merged into a new one from 1 July on, by a draft that is put in force with a kit signed by two sticks."""
    story.clock.turn_to(date(2020, 7, 6))
    page = story.page("programme")
    assert isinstance(page, ProgrammePage)
    hands, tab = story.hands, page.offices
    page.tabs.setCurrentWidget(tab)
    hands.fill(tab.search, MERGED[0])
    tab.table.selectRow(tab.model.place_of(MERGED[0]))
    story.look("programme-offices")
    hands.click(tab.buttons[Act.MERGE])
    dialog = hands.dialog(ReorganiseDialog)
    assert dialog.sources is not None
    assert dialog.fields is not None
    hands.fill(dialog.effective, MERGED_ON.strftime("%d/%m/%Y"))
    hands.fill(dialog.legal_basis, "Nghi quyet 12/NQ-HDND")
    hands.fill(dialog.sources.line, ", ".join(MERGED))
    for key, text in (("name_vi", "Bo Chi huy Quan su va Bien phong tinh"), ("name_en", "Provincial Military Command")):
        line = dialog.fields.field(key)
        assert isinstance(line, QLineEdit)
        hands.fill(line, text)
    hands.until(dialog.done_button.isEnabled)
    hands.look(dialog, "programme-merge")
    story.heir = str(dialog.fields.values["code"])
    hands.click(dialog.done_button)
    story.settle()
    hands.until(page.head.issue.isEnabled)
    hands.click(page.head.issue)
    issuing = hands.dialog(IssueDialog)
    folder = story.province.stick("gửi các cơ quan lần 2")
    issuing.set_folder(str(folder))
    hands.look(issuing, "programme-issue")
    if issuing.seen.isVisible():
        hands.click(issuing.seen)
    hands.click(issuing.go)
    sticks = hands.dialog(SticksDialog)
    for stick in story.sticks[:2]:
        hands.choose_path(sticks.sticks.add, stick)
    hands.fill(sticks.pin, PIN)
    hands.look(sticks, "programme-sticks")
    hands.click(sticks.go_button)
    story.kits.append(folder / "shd-kit-2.shd")
    hands.until(story.kits[1].is_file)
    story.settle()
    assert not page.book.is_draft
    story.look("programme-issued")
    story.province.receive_kit(story.kits[1])
    with_kit = story.province.offices[RETURNED].station.catalogue
    story.province.register = with_kit.register


# The second half


def second_half(story: Story) -> None:
    """The new office is enrolled by the new kit; the year is recorded, handed over, reviewed."""
    province = story.province
    province.begin(story.heir, kit=story.kits[1], fingerprint=story.fingerprint, requests="đăng ký mới")
    admit(story, "đăng ký mới", [story.heir], picture="heir-enrolment")
    story.clock.turn_to(date(2020, 12, 1))
    owing = story.owing(YEAR)
    assert set(owing) == set(province.offices) - set(MERGED)
    for code in owing:
        after = MERGED_ON if code == story.heir else HALF.last_day
        province.record(code, YEAR, SECOND_ROWS, after=after)
    for code in owing:
        if code not in LATE_YEAR:
            province.hand_over(code, YEAR, "4-12")
    story.clock.turn_to(date(2020, 12, 4))
    page = take_in(story, "4-12", {LineState.READY: OWED - 1 - len(LATE_YEAR)}, picture="import-year")
    give_receipts(story, page, "giấy báo 4-12", OWED - 1 - len(LATE_YEAR))
    province.receive("giấy báo 4-12")
    story.clock.turn_to(date(2020, 12, 14))
    check_matrix(story, YEAR, dict.fromkeys(LATE_YEAR, OVERDUE), otherwise=ON_TIME, picture="14-12")
    check_matrix(story, HALF, dict.fromkeys(LATE_HALF, ACCEPTED_LATE), otherwise=ACCEPTED, picture="half-in-december")
    for code in LATE_YEAR:
        province.hand_over(code, YEAR, "14-12")
    take_in(story, "14-12", {LineState.READY: len(LATE_YEAR)}, picture="import-year-late")
    check_matrix(story, YEAR, dict.fromkeys(LATE_YEAR, LATE_WORD), otherwise=ON_TIME, picture="15-12")
    story.clock.turn_to(date(2020, 12, 15))
    decide_all(story, YEAR)
    check_matrix(story, YEAR, dict.fromkeys(LATE_YEAR, ACCEPTED_LATE), otherwise=ACCEPTED, picture="year-accepted")
