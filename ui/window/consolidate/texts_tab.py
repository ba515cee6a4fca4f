"""The words of the report: what all offices wrote in a section, beside the centre's own text of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QPlainTextEdit, QPushButton, QSplitter, QVBoxLayout, QWidget

from storage.domain.folding import fold
from storage.messages.catalogue import Catalogue
from ui.window.consolidate.view import ConsolidateView, SectionTexts
from ui.window.page import heading_label, text_label
from ui.window.period.text_field import TextField

translate = QCoreApplication.translate


class TextsTab(QWidget):
    """``save_wanted`` (section, text). Text that was typed and not saved is kept when another section is looked at."""

    save_wanted = Signal(str, str)

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: ConsolidateView | None = None
        self._typed: dict[tuple[str, str], str] = {}
        self.sections = QListWidget(self)
        self.sections.setAccessibleName(translate("TextsTab", "Sections of the report"))
        self.sections.setWordWrap(True)
        self.sections.currentRowChanged.connect(self._show_section)
        self.search = QLineEdit(self)
        self.search.setAccessibleName(translate("TextsTab", "Search what offices wrote"))
        self.search.setPlaceholderText(translate("TextsTab", "Search what offices wrote"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.written = QPlainTextEdit(self)
        self.written.setReadOnly(True)
        self.written.setTabChangesFocus(True)
        self.written.setAccessibleName(translate("TextsTab", "What offices wrote"))
        self.own = TextField(words, name=translate("TextsTab", "The centre's own text"), lines=6, parent=self)
        self.own.edited.connect(self._edited)
        self.quote = QPushButton(translate("TextsTab", "&Take over what is marked"), self)
        self.quote.clicked.connect(self._take_over)
        self.save = QPushButton(translate("TextsTab", "&Save this text"), self)
        self.save.setProperty("role", "primary")
        self.save.clicked.connect(self._save)
        self.save.setEnabled(False)
        self._lay_out()

    @property
    def unsaved(self) -> bool:
        """Whether something typed is not in the journal yet."""
        return bool(self._typed)

    def show_view(self, view: ConsolidateView) -> None:
        """Another period, or the same read again; what is typed stays."""
        self._view = view
        row = max(0, self.sections.currentRow())
        self.sections.blockSignals(True)
        self.sections.clear()
        for section in view.sections:
            count = translate("TextsTab", "%n office(s) wrote here", "", len(section.offices))
            self.sections.addItem(f"{section.title}\n{count}")
        self.sections.blockSignals(False)
        if view.sections:
            self.sections.setCurrentRow(min(row, len(view.sections) - 1))
            self._show_section()

    def saved(self, section: str, text: str) -> None:
        """The journal has it now."""
        if self._view is not None and self._typed.get((self._view.period.code, section)) == text:
            del self._typed[self._view.period.code, section]
        self._mark()

    @property
    def _section(self) -> SectionTexts | None:
        row = self.sections.currentRow()
        return self._view.sections[row] if self._view is not None and 0 <= row < len(self._view.sections) else None

    @Slot()
    def _show_section(self) -> None:
        section = self._section
        if section is None or self._view is None:
            return
        self.own.show_text(self._typed.get((self._view.period.code, section.code), section.own))
        self._narrow()
        self._mark()

    @Slot()
    def _narrow(self) -> None:
        section = self._section
        if section is None:
            return
        wanted = fold(self.search.text()).split()
        shown = [
            f"{office}:\n{text}" for office, text in section.offices if all(word in fold(f"{office} {text}") for word in wanted)
        ]
        nothing = translate("TextsTab", "No office wrote anything here.")
        self.written.setPlainText("\n\n".join(shown) if shown else nothing)

    @Slot()
    def _edited(self) -> None:
        section = self._section
        if section is None or self._view is None:
            return
        key = (self._view.period.code, section.code)
        if self.own.text == section.own:
            self._typed.pop(key, None)
        else:
            self._typed[key] = self.own.text
        self._mark()

    @Slot()
    def _take_over(self) -> None:
        """What is marked, or all that is shown, goes to the cursor of the own text."""
        cursor = self.written.textCursor()
        text = cursor.selectedText().replace("\u2029", "\n") or self.written.toPlainText()
        section = self._section
        if section is not None and section.offices:
            self.own.editor.insertPlainText(text)
            self.own.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _save(self) -> None:
        section = self._section
        if section is not None and not self.own.too_long:
            self.save_wanted.emit(section.code, self.own.text)

    def _mark(self) -> None:
        section = self._section
        key = (self._view.period.code if self._view else "", section.code if section else "")
        self.save.setEnabled(key in self._typed and not self.own.too_long)

    def _lay_out(self) -> None:
        left, middle, right = QWidget(self), QWidget(self), QWidget(self)
        for side, title, widgets in (
            (left, translate("TextsTab", "Sections"), (self.sections,)),
            (middle, translate("TextsTab", "What offices wrote"), (self.search, self.written, self.quote)),
            (right, translate("TextsTab", "The centre's own text"), (self.own,)),
        ):
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(heading_label(title, side))
            for widget in widgets:
                column.addWidget(widget)
        foot = QHBoxLayout()
        hint = translate("TextsTab", "A section left empty says how many offices wrote, and refers to the annex.")
        foot.addWidget(text_label(hint, right, muted=True), 1)
        foot.addWidget(self.save)
        layout = right.layout()
        assert isinstance(layout, QVBoxLayout)  # noqa: S101 - made above
        layout.addLayout(foot)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        for place, (side, share) in enumerate(((left, 2), (middle, 3), (right, 3))):
            splitter.addWidget(side)
            splitter.setStretchFactor(place, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(splitter)
