"""The last step of a period: who signs, how the report will look, its files, and closing or reopening."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from storage.journal.entries import Signature
from ui.window.page import heading_label, set_tone, text_label
from ui.window.period.view import PeriodView

translate = QCoreApplication.translate
_DAY_FORMATS = ("dd/MM/yyyy", "d/M/yyyy", "dd-MM-yyyy", "d-M-yyyy", "dd.MM.yyyy", "d.M.yyyy")
_FORM_WIDTH = 46
"""In letters."""


class SignTab(QWidget):
    """``signature_edited`` while somebody types; the other signals are the buttons; ``export_wanted`` carries a suffix."""

    signature_edited = Signal()
    preview_wanted = Signal()
    export_wanted = Signal(object)
    close_wanted = Signal()
    reopen_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.title, self.number, self.place, self.day = (QLineEdit(self) for _ in range(5))
        self._limits()
        self._wrong_day = text_label(translate("SignTab", "Write the date as day/month/year, such as 15/06/2020."), self)
        set_tone(self._wrong_day, "bad")
        self._wrong_day.hide()
        self._state = text_label(parent=self)
        self.browser = QTextBrowser(self)
        self.browser.setOpenLinks(False)
        self.browser.setAccessibleName(translate("SignTab", "Preview of the report"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 0, 4)
        row.setSpacing(14)
        left = QWidget(self)
        left.setFixedWidth(self.fontMetrics().averageCharWidth() * _FORM_WIDTH)
        self._fill_left(left)
        row.addWidget(left)
        row.addWidget(self.browser, 1)

    @property
    def signature(self) -> Signature:
        """The block as typed; a date that is none is left out and told."""
        day = read_day(self.day.text())
        return Signature(
            name=self.name.text().strip(),
            title=self.title.text().strip(),
            number=self.number.text().strip(),
            place=self.place.text().strip(),
            date=day.toString(Qt.DateFormat.ISODate) if day.isValid() else "",
        )

    @property
    def day_is_wrong(self) -> bool:
        """Whether something stands in the field of the date that is no day."""
        return bool(self.day.text().strip()) and not read_day(self.day.text()).isValid()

    def show_signature(self, signature: Signature) -> None:
        """Fills the block; not to be called while somebody types."""
        day = QDate.fromString(signature.date, Qt.DateFormat.ISODate)
        values = (signature.name, signature.title, signature.number, signature.place, day.toString("dd/MM/yyyy"))
        for field, value in zip(self._fields(), values, strict=True):
            field.setText(value)
        self._wrong_day.hide()

    def show_view(self, view: PeriodView) -> None:
        """Open or closed."""
        for field in self._fields():
            field.setReadOnly(view.closed)
        self.close_button.setVisible(not view.closed)
        self.reopen_button.setVisible(view.closed)
        if view.closed:
            self._state.setText(translate("SignTab", "This period is closed. The report below is the one that was approved."))
            set_tone(self._state, "good")
        elif view.returned:
            text = translate("SignTab", "The centre has returned this report. Correct it, then close it again.")
            self._state.setText(text)
            set_tone(self._state, "bad")
        elif view.findings:
            text = translate("SignTab", "%n point(s) of the checklist still ask for a look.", "", len(view.findings))
            self._state.setText(text)
            set_tone(self._state, "warn")
        else:
            self._state.setText(translate("SignTab", "The checklist is empty."))
            set_tone(self._state, "good")

    def show_report(self, html: str) -> None:
        """Shows the preview and keeps the place of reading."""
        bar = self.browser.verticalScrollBar()
        place = bar.value()
        self.browser.setHtml(html)
        bar.setValue(place)

    def _fields(self) -> tuple[QLineEdit, ...]:
        return self.name, self.title, self.number, self.place, self.day

    def _limits(self) -> None:
        for field, limit in zip(self._fields(), (64, 500, 64, 64, 20), strict=True):
            field.setMaxLength(limit)
            field.textEdited.connect(self._typed)
        self.title.setPlaceholderText("TM. ỦY BAN NHÂN DÂN; CHỦ TỊCH")
        self.day.setPlaceholderText(translate("SignTab", "dd/mm/yyyy"))
        self.number.setPlaceholderText("05")
        self.day.editingFinished.connect(self._left_day)

    def _fill_left(self, left: QWidget) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        labels = (
            translate("SignTab", "Name of the &head:"),
            translate("SignTab", "&Title:"),
            translate("SignTab", "&Number:"),
            translate("SignTab", "&Place:"),
            translate("SignTab", "&Date:"),
        )
        for text, field in zip(labels, self._fields(), strict=True):
            label = QLabel(text, left)
            label.setBuddy(field)
            field.setAccessibleName(text.replace("&", "").rstrip(":"))
            form.addRow(label, field)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(heading_label(translate("SignTab", "Signature block"), left))
        column.addLayout(form)
        column.addWidget(self._wrong_day)
        hint = translate(
            "SignTab", "What stays empty leaves its room on the paper. Lines of the title are parted by semicolons."
        )
        column.addWidget(text_label(hint, left, muted=True))
        self._add_files(column, left)
        column.addStretch(1)
        column.addWidget(self._state)
        self.close_button = QPushButton(translate("SignTab", "&Approve and close…"), left)
        self.close_button.setProperty("role", "primary")
        self.close_button.clicked.connect(self.close_wanted)
        self.reopen_button = QPushButton(translate("SignTab", "&Reopen the period…"), left)
        self.reopen_button.clicked.connect(self.reopen_wanted)
        column.addWidget(self.close_button)
        column.addWidget(self.reopen_button)

    def _add_files(self, column: QVBoxLayout, left: QWidget) -> None:
        line = QFrame(left)
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Plain)
        line.setForegroundRole(QPalette.ColorRole.Mid)
        column.addWidget(line)
        column.addWidget(heading_label(translate("SignTab", "Files"), left))
        self.preview_button = QPushButton(translate("SignTab", "Show the preview again"), left)
        self.preview_button.clicked.connect(self.preview_wanted)
        self.word_button = QPushButton(translate("SignTab", "&Word…"), left)
        self.excel_button = QPushButton(translate("SignTab", "&Excel…"), left)
        self.pdf_button = QPushButton(translate("SignTab", "PD&F…"), left)
        self.word_button.clicked.connect(self._word)
        self.excel_button.clicked.connect(self._excel)
        self.pdf_button.clicked.connect(self._pdf)
        row = QHBoxLayout()
        for button in (self.word_button, self.excel_button, self.pdf_button):
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(self.preview_button)

    @Slot()
    def _word(self) -> None:
        self.export_wanted.emit(".docx")

    @Slot()
    def _excel(self) -> None:
        self.export_wanted.emit(".xlsx")

    @Slot()
    def _pdf(self) -> None:
        self.export_wanted.emit(".pdf")

    @Slot(str)
    def _typed(self, _: str) -> None:
        self._wrong_day.hide()
        self.signature_edited.emit()

    @Slot()
    def _left_day(self) -> None:
        self._wrong_day.setVisible(self.day_is_wrong)


def read_day(text: str) -> QDate:
    """A day as people write it; an invalid date when it is none."""
    found = (QDate.fromString(text.strip(), form) for form in _DAY_FORMATS)
    return next((day for day in found if day.isValid() and day.year() >= 2000), QDate())
