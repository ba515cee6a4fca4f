"""The kit: what the offices have, what has changed since, who works by which, and the next one with one button."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from storage.domain.plan_changes import Change, Kind, Part
from ui.window.drives import Drive
from ui.window.enrolment.rows import Row, RowTable
from ui.window.enrolment.sticks import SticksDialog
from ui.window.enrolment.view import OfficeRow, kit_uses
from ui.window.folder_dialog import ask_folder
from ui.window.moments import moment_text
from ui.window.operations import enrolment as operations
from ui.window.operations.enrolment import IssuedKit
from ui.window.operations.hand_over import list_drives
from ui.window.page import Card, Page, heading_label, set_tone, text_label
from ui.window.pin import ask_pin

if TYPE_CHECKING:
    from export.exchange.kit_news import KitStanding
    from export.exchange.rotation import TrustStanding

translate = QCoreApplication.translate
_FOLDER = "folders/kits"
_PARTS = {
    Part.HEAD: QT_TRANSLATE_NOOP("KitTab", "the plan's particulars"),
    Part.TASK: QT_TRANSLATE_NOOP("KitTab", "task"),
    Part.INDICATOR: QT_TRANSLATE_NOOP("KitTab", "indicator"),
    Part.ACTIVITY_TYPE: QT_TRANSLATE_NOOP("KitTab", "activity type"),
    Part.COUNT_FIELD: QT_TRANSLATE_NOOP("KitTab", "figure to record"),
    Part.SECTION: QT_TRANSLATE_NOOP("KitTab", "section of the report"),
    Part.DUTY: QT_TRANSLATE_NOOP("KitTab", "reporting duty"),
    Part.GROUP: QT_TRANSLATE_NOOP("KitTab", "group of offices"),
    Part.LEGAL_BASIS: QT_TRANSLATE_NOOP("KitTab", "legal basis"),
    Part.OFFICE_TYPE: QT_TRANSLATE_NOOP("KitTab", "type of office"),
    Part.OFFICE: QT_TRANSLATE_NOOP("KitTab", "office"),
    Part.SUCCESSION: QT_TRANSLATE_NOOP("KitTab", "reorganisation"),
    Part.CUTOFF: QT_TRANSLATE_NOOP("KitTab", "cut-off of"),
    Part.DEADLINE: QT_TRANSLATE_NOOP("KitTab", "deadline of"),
    Part.HOLIDAY: QT_TRANSLATE_NOOP("KitTab", "holiday"),
    Part.WORKING_DAY: QT_TRANSLATE_NOOP("KitTab", "working day"),
    Part.EXEMPTION: QT_TRANSLATE_NOOP("KitTab", "exemption of"),
}
_KINDS = {
    Kind.ADDED: QT_TRANSLATE_NOOP("KitTab", "New: {part} {code}"),
    Kind.CHANGED: QT_TRANSLATE_NOOP("KitTab", "Changed: {part} {code}"),
    Kind.MOVED: QT_TRANSLATE_NOOP("KitTab", "Another order, from {part} {code} on"),
    Kind.REMOVED: QT_TRANSLATE_NOOP("KitTab", "Gone: {part} {code}"),
}
_MOST_CHANGES = 500


class KitTab(QWidget):
    """``issued`` after a kit was written; ``offices_wanted(kit number)``: the list of those who work by it."""

    issued = Signal()
    offices_wanted = Signal(int)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._needed = 0
        self._folder, self._pin = Path(), ""
        self._sticks: tuple[Path, ...] = ()
        self._again = False
        self.heading = heading_label("", self)
        self.facts = text_label(parent=self)
        self.news = text_label(parent=self)
        self.issue = QPushButton(translate("KitTab", "&Issue the kit…"), self)
        self.issue.setProperty("role", "primary")
        self.again = QPushButton(translate("KitTab", "&Write the same kit again…"), self)
        self.issue.clicked.connect(self._issue)
        self.again.clicked.connect(self._write_again)
        self.told = text_label(parent=self)
        self.told.hide()
        self.changes = QListWidget(self)
        self.changes.setAccessibleName(translate("KitTab", "What has changed since the last kit"))
        self.changes.setWordWrap(True)
        self.uses = RowTable(
            translate("KitTab", "Kits in use"),
            (translate("KitTab", "Kit"), translate("KitTab", "Offices")),
            widths=(20, 9),
            stretched=0,
            parent=self,
        )
        self.uses.doubleClicked.connect(self._show_offices)
        self.show_offices = QPushButton(translate("KitTab", "Show these o&ffices"), self)
        self.show_offices.clicked.connect(self._show_offices)
        self._arrange()

    def _arrange(self) -> None:
        card = Card(self)
        buttons = QHBoxLayout()
        buttons.addWidget(self.issue)
        buttons.addWidget(self.again)
        buttons.addStretch(1)
        for widget in (self.heading, self.facts, self.news):
            card.content.addWidget(widget)
        card.content.addLayout(buttons)
        card.content.addWidget(self.told)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(heading_label(translate("KitTab", "What has changed since the last kit"), self))
        left.addWidget(self.changes, 1)
        right.addWidget(heading_label(translate("KitTab", "Who works by which kit"), self))
        right.addWidget(text_label(translate("KitTab", "As the newest imported bundle of each office says."), self, muted=True))
        right.addWidget(self.uses, 1)
        right.addWidget(self.show_offices, alignment=Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left, 5)
        row.addLayout(right, 4)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(card)
        column.addLayout(row, 1)

    # What is shown

    def show_kit(self, kit: KitStanding, trust: TrustStanding, offices: Sequence[OfficeRow]) -> None:
        """The newest kit, the changes since, and who uses which."""
        role = next(one for one in trust.roles if one.role.value == "kit")
        self._needed = 0 if role.here else role.threshold
        if kit.no:
            self.heading.setText(translate("KitTab", "Kit {no} of {moment}").format(no=kit.no, moment=moment_text(kit.at)))
        else:
            self.heading.setText(translate("KitTab", "No kit has been issued yet."))
        facts = translate(
            "KitTab",
            "It holds the plan with {tasks} tasks, the register with {offices} offices, the dates, and the "
            "centre's list of keys (version {trust}).",
        )
        self.facts.setText(facts.format(tasks=kit.tasks, offices=kit.offices, trust=kit.trust_now))
        self._show_news(kit)
        self.issue.setText(translate("KitTab", "&Issue kit {no}…").format(no=kit.following))
        self.again.setVisible(kit.file is not None)
        names = {
            0: translate("KitTab", "not known: no bundle yet"),
            kit.no: translate("KitTab", "kit {no} (the newest)").format(no=kit.no),
        }
        older = translate("KitTab", "kit {no}")
        rows = [
            Row((names.get(number, older.format(no=number)), self._page.workplace.words.number(count)), number, str(number))
            for number, count in kit_uses(tuple(offices))
        ]
        self.uses.show_rows(rows)

    def _show_news(self, kit: KitStanding) -> None:
        changes = kit.changes or ()
        lines = [change_line(change) for change in changes[:_MOST_CHANGES]]
        if kit.trust and kit.trust != kit.trust_now:
            text = translate("KitTab", "Changed: the centre's list of keys, version {old} → {new}")
            lines.insert(0, text.format(old=kit.trust, new=kit.trust_now))
        if kit.is_stale:
            text = translate("KitTab", "The offices do not know of %n change(s) yet: issue a kit.", "", len(lines))
            self.news.setText(text if kit.no else translate("KitTab", "Offices are set up with a kit: issue the first one."))
        elif kit.changes is None:
            self.news.setText(translate("KitTab", "What has changed since is not known: this PC has no copy of that kit."))
        else:
            self.news.setText(translate("KitTab", "Nothing has changed since: no new kit is needed."))
        set_tone(self.news, "warn" if kit.is_stale else "good" if kit.changes is not None else "")
        self.changes.clear()
        for line in lines or [translate("KitTab", "Nothing")] * (kit.changes is not None):
            QListWidgetItem(line, self.changes)

    @Slot()
    def _show_offices(self) -> None:
        row = self.uses.chosen_row
        if row is not None:
            self.offices_wanted.emit(cast(int, row.content))

    # Issuing

    @Slot()
    def _issue(self) -> None:
        self._again, self._sticks, self._pin = False, (), ""
        if not self._needed:
            self._page.run(list_drives(), self._ask_folder)
            return
        dialog = SticksDialog(self._needed, self)
        dialog.accepted.connect(self._sticks_given)
        dialog.open()

    @Slot()
    def _sticks_given(self) -> None:
        dialog = cast(SticksDialog, self.sender())
        self._sticks, self._pin = dialog.sticks.folders, dialog.pin.text()
        self._page.run(list_drives(), self._ask_folder)

    @Slot()
    def _write_again(self) -> None:
        self._again = True
        self._page.run(list_drives(), self._ask_folder)

    @Slot(object)
    def _ask_folder(self, found: object) -> None:
        drives = [drive for drive in cast("list[Drive]", found) if drive.writable]
        start = drives[0].root if drives else str(self._page.workplace.settings.value(_FOLDER, ""))
        ask_folder(self, translate("KitTab", "Stick or folder for the kit"), self.write_to, start=start)

    @Slot(str)
    def write_to(self, folder: str) -> None:
        """Writes into a folder: the same kit as it is, or the next one after the PIN."""
        self._folder = Path(folder)
        self._page.workplace.settings.setValue(_FOLDER, folder)
        if self._again:
            self._page.run(operations.copy_kit(folder=self._folder), self._written)
        else:
            ask_pin(self._page.workplace, self, self._write, failed=self._page.tell_failure)

    def _write(self) -> None:
        job = operations.issue_kit(folder=self._folder, sticks=self._sticks, pin=self._pin)
        self._page.run(job, self._written, cancellable=True)

    @Slot(object)
    def _written(self, result: object) -> None:
        self.show_issued(cast(IssuedKit, result))
        self.issued.emit()

    def show_issued(self, made: IssuedKit) -> None:
        """A kit was written and compared with what was meant."""
        text = translate("KitTab", "Kit {no} was written and compared: {file}. Give it to all offices, with receipts or alone.")
        self.told.setText(text.format(no=made.no, file=made.path))
        set_tone(self.told, "good")
        self.told.show()


def change_line(change: Change) -> str:
    """A difference in words."""
    part = translate("KitTab", str(_PARTS[change.part]))
    line = translate("KitTab", str(_KINDS[change.kind])).format(part=part, code=change.code)
    if change.before and change.after:
        return f"{line}: {change.before} → {change.after}"
    return f"{line}: {change.after or change.before}" if change.after or change.before else line
