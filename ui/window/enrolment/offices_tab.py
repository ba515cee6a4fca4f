"""All offices with their keys and kits: who is enrolled, whose key has ended; ending a key, sending entries back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from storage.domain.folding import fold
from ui.window.enrolment.check_panel import SHOWN_OF_KEY
from ui.window.enrolment.dialogs import ReasonDialog
from ui.window.enrolment.rows import Row, RowTable
from ui.window.enrolment.view import NONE, WAITING, OfficeRow
from ui.window.folder_dialog import ask_folder
from ui.window.moments import moment_text
from ui.window.operations import enrolment as operations
from ui.window.page import Page, set_tone, text_label
from ui.window.pin import ask_pin

if TYPE_CHECKING:
    from export.exchange.enrolment_desk import KeyEvent

translate = QCoreApplication.translate
ENROLLED = "ENROLLED"
STATES = {
    ENROLLED: QT_TRANSLATE_NOOP("OfficesTab", "enrolled"),
    WAITING: QT_TRANSLATE_NOOP("OfficesTab", "waiting for the check"),
    NONE: QT_TRANSLATE_NOOP("OfficesTab", "not enrolled"),
    "REVOKED": QT_TRANSLATE_NOOP("OfficesTab", "key ended"),
    "SUCCEEDED": QT_TRANSLATE_NOOP("OfficesTab", "succeeded by a later key"),
}
_EVENTS = {
    "admitted": QT_TRANSLATE_NOOP("OfficesTab", "key {key} admitted"),
    "revoked": QT_TRANSLATE_NOOP("OfficesTab", "key {key} ended"),
    "refused": QT_TRANSLATE_NOOP("OfficesTab", "request refused"),
    "noted": QT_TRANSLATE_NOOP("OfficesTab", "note on key {key}"),
}
_PAUSE = 200
_SHOWN_EVENTS = 4


class OfficesTab(QWidget):
    """``changed`` after a key was ended or something was written: all is to be read again."""

    changed = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._rows: tuple[OfficeRow, ...] = ()
        self._current_kit = 0
        self._returning = ""
        self._folder = Path()
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(translate("OfficesTab", "A few letters, with or without accents"))
        self.states = QComboBox(self)
        self.states.setAccessibleName(translate("OfficesTab", "State"))
        self.kits = QComboBox(self)
        self.kits.setAccessibleName(translate("OfficesTab", "Kit in use"))
        for box in (self.states, self.kits):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.currentIndexChanged.connect(self._filter)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._filter)
        self.search.textChanged.connect(self._typed)
        self.table = RowTable(
            translate("OfficesTab", "Offices and their keys"),
            (
                translate("OfficesTab", "Office"),
                translate("OfficesTab", "Code"),
                translate("OfficesTab", "State"),
                translate("OfficesTab", "Key"),
                translate("OfficesTab", "Since"),
                translate("OfficesTab", "Kit in use"),
                translate("OfficesTab", "Telephone"),
            ),
            widths=(24, 16, 22, 11, 17, 12, 16),
            stretched=0,
            parent=self,
        )
        self.table.chosen_changed.connect(self._chosen)
        self.count = text_label(parent=self, muted=True)
        self.history = text_label(parent=self)
        self.told = text_label(parent=self)
        self.told.hide()
        self.give_back = QPushButton(translate("OfficesTab", "&Send its entries back…"), self)
        self.give_back.setToolTip(
            translate(
                "OfficesTab", "For the new PC of an office: all that arrived here, and a receipt, into a folder or stick."
            )
        )
        self.end = QPushButton(translate("OfficesTab", "&End the key…"), self)
        self.give_back.clicked.connect(self._give_back_chosen)
        self.end.clicked.connect(self._ask_reason)
        self._arrange()

    def _arrange(self) -> None:
        caption = QLabel(translate("OfficesTab", "&Find:"), self)
        caption.setBuddy(self.search)
        head = QHBoxLayout()
        head.addWidget(caption)
        head.addWidget(self.search, 1)
        head.addWidget(self.states)
        head.addWidget(self.kits)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.give_back)
        foot.addWidget(self.end)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.history)
        column.addWidget(self.told)
        column.addLayout(foot)

    # What is shown

    def show_offices(self, rows: Sequence[OfficeRow], current_kit: int) -> None:
        """Replaces all rows; filters stay."""
        self._rows, self._current_kit = tuple(rows), current_kit
        counts = {state: sum(row.state == state for row in rows) for state in STATES}
        everything = [(translate("OfficesTab", "All states"), "")]
        found = [
            (f"{translate('OfficesTab', str(STATES[state]))} ({count})", state) for state, count in counts.items() if count
        ]
        _fill(self.states, everything + found)
        numbers = sorted({row.kit for row in rows if row.kit}, reverse=True)
        kits = [(translate("OfficesTab", "Kit {no}").format(no=number), str(number)) for number in numbers]
        unknown = (translate("OfficesTab", "Kit not known"), "0")
        _fill(self.kits, [(translate("OfficesTab", "All kits"), ""), *kits, unknown])
        self._filter()

    def show_kit(self, number: int) -> None:
        """Shows the offices that work by a kit."""
        self.search.clear()
        self.states.setCurrentIndex(0)
        self.kits.setCurrentIndex(max(self.kits.findData(str(number)), 0))

    @Slot()
    def _typed(self) -> None:
        self._timer.start()

    @Slot()
    def _filter(self) -> None:
        wanted, state, kit = fold(self.search.text()).split(), self.states.currentData(), self.kits.currentData()
        shown = [
            row
            for row in self._rows
            if (not state or row.state == state)
            and (not kit or row.kit == int(kit))
            and all(part in fold(f"{row.name} {row.office}") for part in wanted)
        ]
        self.table.show_rows([Row(self._cells(row), row, f"{row.office} {row.keyid}") for row in shown])
        offices = len({row.office for row in shown})
        self.count.setText(translate("OfficesTab", "%n office(s) shown", "", offices))

    def _cells(self, row: OfficeRow) -> tuple[str, ...]:
        state = translate("OfficesTab", str(STATES[row.state]))
        kit = translate("OfficesTab", "not known")
        if row.kit:
            kit = str(row.kit) if row.kit >= self._current_kit else translate("OfficesTab", "{no} (older)").format(no=row.kit)
        since = moment_text(row.ended or row.since) if row.since else ""
        return (row.name, row.office, state, row.keyid[:SHOWN_OF_KEY], since, kit, row.phone)

    @property
    def chosen(self) -> OfficeRow | None:
        """The chosen office with its key."""
        row = self.table.chosen_row
        return cast(OfficeRow, row.content) if row else None

    @Slot()
    def _chosen(self) -> None:
        row = self.chosen
        self.end.setEnabled(row is not None and row.state == ENROLLED)
        self.give_back.setEnabled(row is not None and row.state == ENROLLED)
        self.history.clear()
        if row is not None and row.keyid:
            self._page.run(operations.read_history(office=row.office), self._show_history)

    @Slot(object)
    def _show_history(self, found: object) -> None:
        self.history.setText("\n".join(_event_line(event) for event in cast("list[KeyEvent]", found)[:_SHOWN_EVENTS]))

    # Ending a key

    @Slot()
    def _ask_reason(self) -> None:
        row = self.chosen
        if row is None or row.state != ENROLLED:
            return
        dialog = ReasonDialog(
            self._page.workplace.words,
            title=translate("OfficesTab", "End a key"),
            heading=f"{row.name}  –  {row.keyid[:SHOWN_OF_KEY]}",
            what=translate(
                "OfficesTab",
                "From now on bundles signed with this key are refused, except for what has arrived here without a gap. The "
                "office has to enrol a new key. This cannot be taken back.",
            ),
            go_on=translate("OfficesTab", "&End the key"),
            subject=row.public,
            parent=self,
        )
        dialog.accepted.connect(self._end)
        dialog.open()

    @Slot()
    def _end(self) -> None:
        dialog = cast(ReasonDialog, self.sender())
        job = operations.end_key(public=cast(bytes, dialog.subject), why=dialog.reason.text, by=self._page.workplace.by)
        self._page.run(job, self._ended)

    @Slot(object)
    def _ended(self, _: object) -> None:
        self._tell(translate("OfficesTab", "The key is ended. A receipt tells the office how far its entries count."))
        self.changed.emit()

    # A new PC

    @Slot()
    def _give_back_chosen(self) -> None:
        if self.chosen is not None:
            self.give_back_to(self.chosen.office)

    def give_back_to(self, office: str) -> None:
        """Asks where to, then writes what the new PC of an office needs."""
        self._returning = office
        ask_folder(self, translate("OfficesTab", "Stick or folder for the office"), self.write_return)

    @Slot(str)
    def write_return(self, folder: str) -> None:
        """After the PIN: the entries are encrypted for the office and signed."""
        self._folder = Path(folder)
        ask_pin(self._page.workplace, self, self._write, failed=self._page.tell_failure)

    def _write(self) -> None:
        self._page.run(operations.write_return(office=self._returning, folder=self._folder), self._written, cancellable=True)

    @Slot(object)
    def _written(self, result: object) -> None:
        names = ", ".join(path.name for path in cast("list[Path]", result))
        text = translate("OfficesTab", "Written and compared in {folder}: {files}. The office opens them under “Hear back”.")
        self._tell(text.format(folder=self._folder, files=names))
        self.changed.emit()

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        set_tone(self.told, "good")
        self.told.show()


def _event_line(event: KeyEvent) -> str:
    what = translate("OfficesTab", str(_EVENTS[event.kind])).format(key=event.keyid[:SHOWN_OF_KEY])
    return f"{moment_text(event.at)}  {what}" + (f": {event.text}" if event.text else "")


def _fill(box: QComboBox, entries: Sequence[tuple[str, str]]) -> None:
    before = box.currentData()
    box.blockSignals(True)
    box.clear()
    for text, value in entries:
        box.addItem(text, value)
    box.setCurrentIndex(max(box.findData(before), 0))
    box.blockSignals(False)
