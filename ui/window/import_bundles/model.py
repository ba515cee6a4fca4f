"""The files of an import for a table: a list in memory that grows while files are checked; one state can be shown alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QIcon, QPalette

from storage.messages.catalogue import Catalogue
from ui.window.icons import icon
from ui.window.import_bundles.lines import Line, LineState
from ui.window.import_bundles.words import ICONS, office_text, part_text, periods_text, state_word
from ui.window.theme import colours_of

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
STATE, OFFICE, PERIODS, NEW, PART, FILE = range(6)
_DARK = 128


class LinesModel(QAbstractTableModel):
    """``data`` only looks into memory. ``done``: the lines tell what was done, not what would be."""

    def __init__(self, words: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._lines: list[Line] = []
        self._rows: list[int] = []
        self._only: LineState | None = None
        self._left_out: frozenset[Path] = frozenset()
        self._icons: dict[LineState, QIcon] = {}
        self._struck = QFont()
        self._struck.setStrikeOut(True)
        self.done = False

    @property
    def lines(self) -> Sequence[Line]:
        """All lines, also those not shown."""
        return self._lines

    def show_lines(self, lines: Sequence[Line], *, done: bool) -> None:
        """Replaces everything."""
        self.beginResetModel()
        self._lines, self.done = list(lines), done
        self._rows = self._fitting()
        self.endResetModel()

    def add(self, line: Line) -> None:
        """One more line."""
        self._lines.append(line)
        if self._only in (None, line.state):
            row = len(self._rows)
            self.beginInsertRows(QModelIndex(), row, row)
            self._rows.append(len(self._lines) - 1)
            self.endInsertRows()

    def show_only(self, state: LineState | None) -> None:
        """The lines of one state, or all."""
        if state is not self._only:
            self.beginResetModel()
            self._only = state
            self._rows = self._fitting()
            self.endResetModel()

    def leave_out(self, paths: frozenset[Path]) -> None:
        """Strikes out what is not to be imported now."""
        self._left_out = paths
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, FILE))

    def redraw(self, palette: QPalette) -> None:
        """Signs in the colours of the palette."""
        colours = colours_of("dark" if palette.window().color().lightness() < _DARK else "light")
        selected = palette.highlightedText().color().name()
        self._icons = {state: icon(name, getattr(colours, tone), selected) for state, (name, tone) in ICONS.items()}
        self.leave_out(self._left_out)

    def line(self, row: int) -> Line | None:
        """The line in a row."""
        return self._lines[self._rows[row]] if 0 <= row < len(self._rows) else None

    def row_of(self, path: Path) -> int:
        """The row of a file; -1 when it is not shown."""
        return next((row for row, place in enumerate(self._rows) if self._lines[place].path == path), -1)

    def _fitting(self) -> list[int]:
        return [place for place, line in enumerate(self._lines) if self._only in (None, line.state)]

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else FILE + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            translate("LinesModel", "State"),
            translate("LinesModel", "Office"),
            translate("LinesModel", "Reports"),
            translate("LinesModel", "New"),
            translate("LinesModel", "Part"),
            translate("LinesModel", "File"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(line.path) if column == FILE else self._text(line, column)
        if role == Qt.ItemDataRole.DecorationRole and column == STATE:
            return self._icons.get(line.state)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == NEW:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and line.path in self._left_out:
            return self._struck
        return None

    def _text(self, line: Line, column: int) -> str:
        if column == STATE:
            if line.path in self._left_out:
                return translate("LinesModel", "Left out")
            return state_word(line.state, done=self.done)
        if column == NEW:
            return self._words.number(line.outcome.new) if line.state.taken else ""
        if column == FILE:
            return line.path.name
        return {OFFICE: office_text, PERIODS: periods_text, PART: part_text}[column](line)
