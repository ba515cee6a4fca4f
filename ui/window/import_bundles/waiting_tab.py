"""Files that could not be taken and wait: why, what to do, another try, or off the list with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from storage.domain.codes import Code
from ui.window.list_icons import list_icon
from ui.window.moments import moment_text
from ui.window.operations import import_bundles as operations
from ui.window.page import Page, text_label
from ui.window.reason_dialog import ReasonDialog
from ui.window.row_view import RowView
from ui.window.text_model import TextModel

if TYPE_CHECKING:
    from ui.window.import_bundles.view import WaitingLine

translate = QCoreApplication.translate
_ICONS = {Code.BUNDLE_UNKNOWN_KEY: "clock", Code.BUNDLE_TOO_NEW: "clock"}
"""What may become good by itself waits; the rest is evidence."""


class WaitingTab(QWidget):
    """``try_wanted`` carries files; ``removed`` after some left the list; ``details_wanted`` carries one file."""

    try_wanted = Signal(object)
    details_wanted = Signal(object)
    removed = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._asked: list[Path] = []
        heads = (
            translate("WaitingTab", "Arrived"),
            translate("WaitingTab", "Office"),
            translate("WaitingTab", "Why it waits"),
            translate("WaitingTab", "File"),
        )
        self.model = TextModel(heads, self._texts, parent=self)
        self._draw_signs()
        name = translate("WaitingTab", "Waiting files")
        self.table = RowView(self.model, name=name, widths=(22, 32, 62), both_ends=(3,), many=True, parent=self)
        self.table.selectionModel().selectionChanged.connect(self._selection_changed)
        self.model.modelReset.connect(self._selection_changed)
        self.told = text_label(parent=self)
        self.again = QPushButton(translate("WaitingTab", "&Try again"), self)
        self.all_again = QPushButton(translate("WaitingTab", "Try &all again"), self)
        self.all_again.setProperty("role", "primary")
        self.remove = QPushButton(translate("WaitingTab", "Take &off the list…"), self)
        self.details = QPushButton(translate("WaitingTab", "&Details…"), self)
        self.again.clicked.connect(self._try_chosen)
        self.all_again.clicked.connect(self._try_all)
        self.remove.clicked.connect(self._ask_reason)
        self.details.clicked.connect(self._to_details)
        foot = QHBoxLayout()
        for button in (self.details, self.remove):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.again)
        foot.addWidget(self.all_again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        hint = translate(
            "WaitingTab",
            "Nothing of these files counts. Each is a copy of what came; it is tried again from here, the stick is not needed.",
        )
        column.addWidget(text_label(hint, self, muted=True))
        column.addWidget(self.table, 1)
        column.addWidget(self.told)
        column.addLayout(foot)
        self._selection_changed()

    def show_waiting(self, lines: Sequence[WaitingLine]) -> None:
        """Replaces the list; the same files stay chosen."""
        chosen = {line.path for line in self.chosen}
        self.model.show_values(lines)
        for row, line in enumerate(lines):
            if line.path in chosen:
                self.table.choose(row)
                break
        self._selection_changed()

    @property
    def chosen(self) -> list[WaitingLine]:
        """The selected files."""
        return [line for row in self.table.chosen_rows if (line := self.model.value(row)) is not None]

    @Slot()
    def _selection_changed(self) -> None:
        chosen, words = self.chosen, self._page.workplace.words
        for button in (self.again, self.remove):
            button.setEnabled(bool(chosen))
        self.details.setEnabled(len(chosen) == 1)
        self.all_again.setEnabled(bool(self.model.values))
        if len(chosen) == 1:
            (line,) = chosen
            sentence, step = words.sentence(line.code, line.parameters), words.next_step(line.code, line.parameters)
            if line.hopeful:
                step = translate("WaitingTab", "A key of this office was admitted since: try again.")
            self.told.setText(f"{sentence} {step} [{line.code.value}]")
        elif not self.model.values:
            self.told.setText(translate("WaitingTab", "No file waits."))
        else:
            self.told.setText(translate("WaitingTab", "%n file(s) chosen.", "", len(chosen)))

    # What somebody does

    @Slot()
    def _try_chosen(self) -> None:
        self.try_wanted.emit([line.path for line in self.chosen])

    @Slot()
    def _try_all(self) -> None:
        self.try_wanted.emit([line.path for line in self.model.values])

    @Slot()
    def _to_details(self) -> None:
        for line in self.chosen[:1]:
            self.details_wanted.emit(line.path)

    @Slot()
    def _ask_reason(self) -> None:
        self._asked = [line.path for line in self.chosen]
        dialog = ReasonDialog(
            title=translate("WaitingTab", "Take off the list"),
            explanation=translate(
                "WaitingTab",
                "%n file(s) will not be tried again. The reason goes into the journal of the centre; the files are kept aside.",
                "",
                len(self._asked),
            ),
            button=translate("WaitingTab", "&Take off"),
            parent=self,
        )
        dialog.accepted.connect(self._remove)
        dialog.open()

    @Slot()
    def _remove(self) -> None:
        dialog = cast(ReasonDialog, self.sender())
        job = operations.put_away(paths=self._asked, why=dialog.reason, by=self._page.workplace.by)
        self._page.run(job, self._removed)

    @Slot(object)
    def _removed(self, _: object) -> None:
        self.removed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "model"):
            self._draw_signs()

    def _draw_signs(self) -> None:
        icons = {name: list_icon(name, self.palette()) for name in ("clock", "circle-x", "refresh-cw")}

        def sign(line: WaitingLine) -> QIcon:
            return icons["refresh-cw" if line.hopeful else _ICONS.get(line.code, "circle-x")]

        self.model.mark(sign=sign)

    def _texts(self, line: WaitingLine) -> tuple[str, str, str, str]:
        office = line.office or "–"
        if line.claimed:
            office = translate("WaitingTab", "{office} (says the file)").format(office=line.office)
        return moment_text(line.at), office, self._page.workplace.words.sentence(line.code, line.parameters), line.file
