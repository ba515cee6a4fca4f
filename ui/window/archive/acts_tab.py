"""The activity log: what this centre's program did and when, by kind and by day; who sat at the PC does not stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import cast

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from storage.domain.folding import fold
from ui.window.archive.day_field import DayField
from ui.window.archive.view import ActRow, within
from ui.window.archive.words import about_act, act_word
from ui.window.moments import moment_text
from ui.window.operations import archive as operations
from ui.window.operations import archive_records as records
from ui.window.page import Page, text_label
from ui.window.paper_files import Paper, PaperFiles
from ui.window.row_view import RowView
from ui.window.text_model import TextModel
from ui.window.wrapping_row import WrappingRow, named_field

translate = QCoreApplication.translate
_SEARCH_LETTERS = 24


class ActsTab(QWidget):
    """Read when it is looked at, and again after the ledger has changed."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._stale = True
        self._rows: tuple[ActRow, ...] = ()
        self.files = PaperFiles(page)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.kind = QComboBox(self)
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.since = DayField(translate("ActsTab", "From"), self)
        self.until = DayField(translate("ActsTab", "Until"), self)
        heads = (
            translate("ActsTab", "Moment"),
            translate("ActsTab", "Act"),
            translate("ActsTab", "Office"),
            translate("ActsTab", "Period"),
            translate("ActsTab", "About"),
        )
        self.model = TextModel(heads, self._texts, parent=self)
        self.table = RowView(
            self.model, name=translate("ActsTab", "Activity log"), widths=(16, 20, 22, 16), many=False, parent=self
        )
        self.told = text_label(parent=self, muted=True)
        self.excel = QPushButton(translate("ActsTab", "E&xport to Excel…"), self)
        self._lay_out()
        self.search.textChanged.connect(self._narrow)
        self.kind.currentIndexChanged.connect(self._narrow)
        self.since.day_changed.connect(self._narrow)
        self.until.day_changed.connect(self._narrow)
        self.excel.clicked.connect(self._save)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._focus_search)
        self._show(())

    def mark_stale(self) -> None:
        """The ledger has changed; read again when somebody looks."""
        self._stale = True
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Reads the log unless it is as the ledger is."""
        if self._stale:
            self._stale = False
            self._page.run(operations.show_acts(language=self._page.workplace.language), self._show, cancellable=True)

    @property
    def shown(self) -> Sequence[ActRow]:
        """The lines that the filters leave."""
        return cast("Sequence[ActRow]", self.model.values)

    @property
    def paper(self) -> Paper:
        """The lines that are shown, for Excel."""
        rows, words = tuple(self.shown), self._page.workplace.words
        day = datetime.now(UTC).astimezone().date().isoformat()
        return Paper(f"nhat-ky-thao-tac-{day}", lambda target: records.write_acts(rows=rows, target=target, words=words))

    @Slot()
    def _save(self) -> None:
        self.files.ask_where(self.paper)

    @Slot(object)
    def _show(self, found: object) -> None:
        self._rows = cast("tuple[ActRow, ...]", found)
        kept = self.kind.currentData()
        kinds = dict.fromkeys(row.act.kind.value for row in self._rows)
        self.kind.blockSignals(True)
        self.kind.clear()
        self.kind.addItem(translate("ActsTab", "All acts"), "")
        for kind in sorted(kinds, key=act_word):
            self.kind.addItem(act_word(kind), kind)
        self.kind.setCurrentIndex(max(self.kind.findData(kept), 0))
        self.kind.blockSignals(False)
        self._narrow()

    @Slot()
    def _narrow(self) -> None:
        words, kind = fold(self.search.text()).split(), str(self.kind.currentData() or "")
        rows = [
            row
            for row in self._rows
            if (not kind or row.act.kind.value == kind)
            and within(row.day, self.since.day, self.until.day)
            and all(word in row.folded for word in words)
        ]
        self.model.show_values(rows)
        number = self._page.workplace.words.number
        text = translate("ActsTab", "{shown} of {count} acts. The log tells what was done and when, not by whom.")
        self.told.setText(text.format(shown=number(len(rows)), count=number(len(self._rows))))
        self.excel.setEnabled(bool(rows))

    @Slot()
    def _focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _texts(self, row: ActRow) -> tuple[str, ...]:
        about = about_act(row, self._page.workplace.words)
        return moment_text(row.act.at), act_word(row.act.kind.value), row.office, row.period, about

    def _lay_out(self) -> None:
        head, foot = WrappingRow(), QHBoxLayout()
        self.search.setMinimumWidth(self.fontMetrics().averageCharWidth() * _SEARCH_LETTERS)
        fields = (
            (translate("ActsTab", "&Search:"), self.search),
            (translate("ActsTab", "&Kind:"), self.kind),
            (translate("ActsTab", "&From:"), self.since),
            (translate("ActsTab", "&Until:"), self.until),
        )
        for text, field in fields:
            head.addWidget(named_field(text, field, self))
        foot.addWidget(self.told, 1)
        foot.addWidget(self.excel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
