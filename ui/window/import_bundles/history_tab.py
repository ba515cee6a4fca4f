"""The imports so far: what each brought, whether it can be taken back and, if not, why not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMessageBox, QPushButton, QVBoxLayout, QWidget

from storage.domain.errors import LedgerError
from ui.window.moments import moment_text
from ui.window.operations import import_bundles as operations
from ui.window.page import Page, text_label
from ui.window.row_view import RowView
from ui.window.text_model import TextModel

if TYPE_CHECKING:
    from ui.window.import_bundles.view import ImportedLine

translate = QCoreApplication.translate


class HistoryTab(QWidget):
    """``undone`` after an import was taken back; ``details_wanted`` carries the identifier of an import."""

    undone = Signal()
    details_wanted = Signal(int)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._asked = 0
        heads = (
            translate("HistoryTab", "Imported"),
            translate("HistoryTab", "Office"),
            translate("HistoryTab", "New"),
            translate("HistoryTab", "Outcome"),
            translate("HistoryTab", "File"),
        )
        self.model = TextModel(heads, self._texts, right=frozenset({2}), folded=_folded, parent=self)
        self.model.mark(struck=_is_undone)
        name = translate("HistoryTab", "Imports so far")
        self.table = RowView(self.model, name=name, widths=(20, 36, 7, 48), both_ends=(4,), many=False, parent=self)
        self.table.selectionModel().selectionChanged.connect(self._selection_changed)
        self.model.modelReset.connect(self._selection_changed)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.model.search)
        self.told = text_label(parent=self)
        self.undo = QPushButton(translate("HistoryTab", "&Undo this import…"), self)
        self.undo.clicked.connect(self._ask_undo)
        self.details = QPushButton(translate("HistoryTab", "&Details…"), self)
        self.details.clicked.connect(self._to_details)
        label = QLabel(translate("HistoryTab", "&Search:"), self)
        label.setBuddy(self.search)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(label)
        head.addWidget(self.search, 1)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.details)
        foot.addWidget(self.undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self._selection_changed()

    def show_imports(self, lines: Sequence[ImportedLine]) -> None:
        """Replaces the list; the same import stays chosen."""
        chosen = self.chosen
        self.model.show_values(lines)
        if chosen is not None:
            self.table.choose(next((row for row, line in enumerate(lines) if line.id == chosen.id), -1))

    @property
    def chosen(self) -> ImportedLine | None:
        """The selected import."""
        rows = self.table.chosen_rows
        return cast("ImportedLine | None", self.model.value(rows[0])) if rows else None

    # Undo

    @Slot()
    def _selection_changed(self) -> None:
        line = self.chosen
        self.details.setEnabled(line is not None)
        self.undo.setEnabled(False)
        if line is None:
            self.told.setText(
                translate("HistoryTab", "An import can be taken back until a receipt or a consolidation rests on it.")
            )
        elif line.undone:
            text = translate("HistoryTab", "Taken back on {moment}; the original is kept and can be imported again.")
            self.told.setText(text.format(moment=moment_text(line.undone)))
        else:
            self.told.clear()
            self._page.run(operations.check_undo(import_id=line.id), self._undo_known)

    @Slot(object)
    def _undo_known(self, answer: object) -> None:
        import_id, hindrance = cast("tuple[int, LedgerError | None]", answer)
        line = self.chosen
        if line is None or line.id != import_id:
            return
        self.undo.setEnabled(hindrance is None)
        if hindrance is None:
            self.told.setText(
                translate("HistoryTab", "This import can be taken back: no receipt and no consolidation rests on it.")
            )
        else:
            words = self._page.workplace.words
            sentence = words.sentence(hindrance.code, hindrance.parameters)
            self.told.setText(f"{sentence} {words.next_step(hindrance.code, hindrance.parameters)}")

    @Slot()
    def _ask_undo(self) -> None:
        line = self.chosen
        if line is None:
            return
        text = translate(
            "HistoryTab",
            "What this import of {office} brought ({count} records) ceases to count. The original stays in the archive and can "
            "be imported again; when it first arrived is kept.",
        ).format(office=line.office, count=self._page.workplace.words.number(line.new))
        box = QMessageBox(QMessageBox.Icon.Question, translate("HistoryTab", "Undo the import"), text, parent=self)
        go = box.addButton(translate("HistoryTab", "&Undo"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._asked = line.id
        go.clicked.connect(self._undo)
        box.open()

    @Slot()
    def _undo(self) -> None:
        self._page.run(operations.undo_import(import_id=self._asked), self._done)

    @Slot(object)
    def _done(self, _: object) -> None:
        self.undone.emit()

    @Slot()
    def _to_details(self) -> None:
        if self.chosen is not None:
            self.details_wanted.emit(self.chosen.id)

    def _texts(self, line: ImportedLine) -> tuple[str, ...]:
        words = self._page.workplace.words
        outcome = words.sentence(line.code, {"office": line.office, "file": line.file, "new": line.new, "known": line.known})
        if line.undone:
            outcome = translate("HistoryTab", "Taken back. {outcome}").format(outcome=outcome)
        return moment_text(line.at), line.office, words.number(line.new), outcome, line.file


def _folded(line: ImportedLine) -> str:
    return line.folded


def _is_undone(line: ImportedLine) -> bool:
    return bool(line.undone)
