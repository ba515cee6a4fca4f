"""The pages of the first start on which something is typed: the digits of the letter, the own office, the PIN."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.folding import fold
from storage.messages.catalogue import Catalogue
from ui.window.digit_groups import DigitGroups
from ui.window.first_start.flow import FINGERPRINT_DIGITS, Flow
from ui.window.page import set_tone, text_label
from ui.window.step_wizard import StepPage

translate = QCoreApplication.translate
_CODE = Qt.ItemDataRole.UserRole


class FingerprintPage(StepPage[Flow]):
    """The 24 digits of the printed letter are typed; the program compares, nobody is asked whether two numbers look alike."""

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("FingerprintPage", "Compare with the printed letter"),
            translate(
                "FingerprintPage",
                "The centre's letter on paper shows 24 digits in groups of four. "
                "Type them here; the program compares them with the kit.",
            ),
            parent,
        )
        self._words = words
        self._expected = ""
        self.right = False
        self.groups = DigitGroups(translate("FingerprintPage", "Digits of the letter"), self)
        self.digits = self.groups.field
        form = QFormLayout()
        form.addRow(translate("FingerprintPage", "&Digits of the letter:"), self.groups)
        self.told = text_label("", self)
        self.no_letter = QCheckBox(translate("FingerprintPage", "I have &no letter at hand"), self)
        self.warning = text_label(
            translate(
                "FingerprintPage",
                "Then nobody has checked yet that this kit is really the centre's. You can record at once, but read your "
                "number to the centre over the telephone before you hand over anything.",
            ),
            self,
        )
        set_tone(self.warning, "warn")
        self.warning.hide()
        self.column.addLayout(form)
        for widget in (self.told, self.no_letter, self.warning):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.groups.changed.connect(self._typed)
        self.no_letter.toggled.connect(self._toggled)

    def show_flow(self, flow: Flow) -> None:
        kit = flow.answers.kit
        self._expected = kit.fingerprint if kit else ""
        self.groups.expect(self._expected)
        if self.digits.text() != flow.answers.typed:
            self.digits.setText(flow.answers.typed)
        self.no_letter.setChecked(flow.answers.no_letter)
        self._compare()

    def first_field(self) -> QWidget | None:
        return self.digits

    @Slot()
    def _typed(self) -> None:
        self._compare()
        self.changed.emit()

    @Slot(bool)
    def _toggled(self, on: bool) -> None:
        self.warning.setVisible(on)
        self.changed.emit()

    def _compare(self) -> None:
        from export.trust.voice_number import confirm

        typed = self.digits.text()
        self.right = False
        if self.groups.count < FINGERPRINT_DIGITS:
            self._tell(self.groups.told(), "bad" if self.groups.wrong else "")
            return
        try:
            confirm(typed, self._expected, code=Code.FINGERPRINT_WRONG)
        except LedgerError as error:
            words = self._words
            self._tell(f"{words.sentence(error.code, error.parameters)} {words.next_step(error.code, error.parameters)}", "bad")
            return
        self.right = True
        self._tell(translate("FingerprintPage", "✓ The digits are the same: this kit is the centre's."), "good")

    def _tell(self, sentence: str, tone: str) -> None:
        self.told.setText(sentence)
        set_tone(self.told, tone)


class SearchField(QLineEdit):
    """A search field whose Up and Down keys move through the list below it."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)


class OfficePage(StepPage[Flow]):
    """The own office, found by a few letters without accents."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("OfficePage", "Which office is this?"), "", parent)
        self.search = SearchField(self)
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(translate("OfficePage", "A few letters are enough, with or without accents"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(translate("OfficePage", "Offices"))
        form = QFormLayout()
        form.addRow(translate("OfficePage", "&Search:"), self.search)
        self.column.addLayout(form)
        self.column.addWidget(self.list, 1)
        self._offices: tuple[tuple[str, str, str], ...] = ()
        self.search.textChanged.connect(self._filter)
        self.search.moved.connect(self._move)
        self.list.currentItemChanged.connect(self._picked)

    def show_flow(self, flow: Flow) -> None:
        kit = flow.answers.kit
        offices = tuple((one.code, one.name, one.until) for one in kit.offices) if kit else ()
        if offices == self._offices:
            return
        self._offices = offices
        self.list.blockSignals(True)
        self.list.clear()
        for code, name, until in offices:
            day = "/".join(reversed(until.split("-")))
            shown = translate("OfficePage", "{office} (until {day})").format(office=name, day=day) if until else name
            item = QListWidgetItem(f"{shown}  –  {code}")
            item.setData(_CODE, code)
            self.list.addItem(item)
            if code == flow.answers.office:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)

    def first_field(self) -> QWidget | None:
        return self.search

    @property
    def office(self) -> str:
        """The code of the chosen office, or empty."""
        item = self.list.currentItem()
        return str(item.data(_CODE)) if item is not None and not item.isHidden() else ""

    @Slot(str)
    def _filter(self, typed: str) -> None:
        wanted = fold(typed).split()
        shown = []
        for row in range(self.list.count()):
            item = self.list.item(row)
            words = fold(item.text()).replace("-", " ").split()
            hidden = not all(any(word.startswith(part) for word in words) for part in wanted)
            item.setHidden(hidden)
            if not hidden:
                shown.append(item)
        if len(shown) == 1:
            self.list.setCurrentItem(shown[0])
        self.changed.emit()

    @Slot(int)
    def _move(self, step: int) -> None:
        items = (self.list.item(row) for row in range(self.list.count()))
        shown = [item for item in items if not item.isHidden()]
        if not shown:
            return
        current = self.list.currentItem()
        place = shown.index(current) + step if current in shown else 0
        self.list.setCurrentItem(shown[max(0, min(place, len(shown) - 1))])

    @Slot()
    def _picked(self) -> None:
        self.changed.emit()


class PinPage(StepPage[Flow]):
    """The PIN, twice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("PinPage", "Choose a PIN"),
            translate(
                "PinPage",
                "At least 6 digits or letters. It is asked for when a report is sealed or an answer of the centre is opened, "
                "not for recording.",
            ),
            parent,
        )
        self.pin, self.again = QLineEdit(self), QLineEdit(self)
        form = QFormLayout()
        form.addRow(translate("PinPage", "&PIN:"), self.pin)
        form.addRow(translate("PinPage", "PIN a&gain:"), self.again)
        self.column.addLayout(form)
        self.column.addStretch(1)
        for field in (self.pin, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.textChanged.connect(self._typed)

    def first_field(self) -> QWidget | None:
        return self.pin

    @Slot(str)
    def _typed(self, _: str) -> None:
        self.changed.emit()
