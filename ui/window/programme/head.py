"""The head of the page: its title, how the draft stands, and what can be done with the whole of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from storage.messages.catalogue import Catalogue
from ui.window.page import set_tone, text_label, title_label
from ui.window.programme.book import PlanBook
from ui.window.wrapping_row import WrappingRow

translate = QCoreApplication.translate


class PlanHead(QWidget):
    """Signals tell what is wanted; the page does it."""

    problems_wanted = Signal()
    drop_wanted = Signal()
    issue_wanted = Signal()
    import_wanted = Signal(bool)
    export_wanted = Signal(bool)
    """Both with whether offices are meant."""

    def __init__(self, book: PlanBook, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._words = book, words
        self.state = text_label("", self)
        self.state.setWordWrap(False)
        self.mistakes = QPushButton("", self)
        self.mistakes.clicked.connect(self.problems_wanted)
        self.undo = QPushButton(translate("PlanHead", "&Undo"), self)
        self.undo.clicked.connect(book.undo)
        self.drop = QPushButton(translate("PlanHead", "&Drop the draft…"), self)
        self.drop.clicked.connect(self.drop_wanted)
        self.excel = QPushButton(translate("PlanHead", "E&xcel"), self)
        self.excel.setMenu(self._menu())
        self.issue = QPushButton(translate("PlanHead", "&Issue…"), self)
        self.issue.setProperty("role", "primary")
        self.issue.clicked.connect(self.issue_wanted)
        row = WrappingRow(self)
        row.addWidget(title_label(translate("PlanHead", "Plan and offices"), self))
        row.addWidget(self.state)
        row.addWidget(self.mistakes)
        row.add_stretch()
        for button in (self.undo, self.drop, self.excel, self.issue):
            row.addWidget(button)
        book.typed.connect(self.show_state)
        book.replaced.connect(self.show_state)
        book.checked.connect(self.show_state)
        self.show_state()

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for text, slot in (
            (translate("PlanHead", "Programme from a workbook…"), self._import_programme),
            (translate("PlanHead", "Offices from a workbook…"), self._import_offices),
            (translate("PlanHead", "Programme to a workbook…"), self._export_programme),
            (translate("PlanHead", "Offices to a workbook…"), self._export_offices),
        ):
            menu.addAction(text, slot)
        return menu

    @Slot()
    def show_state(self) -> None:
        """How the draft stands."""
        book, number = self._book, self._words.number
        wrong = len(book.problems)
        self.mistakes.setVisible(bool(wrong))
        if wrong:
            self.mistakes.setText(translate("PlanHead", "⚠ Mistakes: {count}").format(count=number(wrong)))
        if not book.is_draft:
            text, tone = translate("PlanHead", "As in force"), ""
        elif book.is_outdated:
            text, tone = translate("PlanHead", "● draft, begun from an older plan"), "warn"
        elif book.changes and not wrong:
            text = translate("PlanHead", "● draft, differences: {count}").format(count=number(book.changes))
            tone = "warn"
        else:
            text, tone = translate("PlanHead", "● draft, not in force"), "warn"
        self.state.setText(text)
        set_tone(self.state, tone)
        self.undo.setEnabled(book.can_undo)
        self.drop.setEnabled(book.is_draft)
        self.issue.setEnabled(book.is_draft and not wrong)

    @Slot()
    def _import_programme(self) -> None:
        self.import_wanted.emit(False)

    @Slot()
    def _import_offices(self) -> None:
        self.import_wanted.emit(True)

    @Slot()
    def _export_programme(self) -> None:
        self.export_wanted.emit(False)

    @Slot()
    def _export_offices(self) -> None:
        self.export_wanted.emit(True)
