"""The list of activities for a table: a window over as many rows as there are, filled from jobs, with a bounded memory.

``data`` only looks into memory; what is not there yet is asked for and shown as a placeholder. Nothing is sorted or filtered
here.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFont

from storage.activity_list import ListQuery, RowIndex
from storage.domain.errors import LedgerError
from storage.search import FoundActivity
from ui.window.activities.choices import Choices
from ui.window.activities.columns import COLUMNS, Column, cell_text, column_title
from ui.window.operations.activity_list import FirstRows, Located, Window, read_first_rows, read_row_index, read_windows
from ui.window.tasks import Job, TaskHandle

PAGE = 100
MOST_PAGES = 60
"""Pages kept in memory: about two hundred screens."""
_MOST_WANTED = 3
"""Pages asked for at once; of a fast scroll only the last ones matter."""
PLACEHOLDER = "…"
Index = QModelIndex | QPersistentModelIndex
Run = Callable[..., TaskHandle]


class ActivityModel(QAbstractTableModel):
    """``load`` shows a query; ``loaded`` tells when its first rows are there, ``located`` when all of them can be reached."""

    loaded = Signal()
    located = Signal(object)
    failed = Signal(object)

    def __init__(self, run: Run, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._choices: Choices | None = None
        self._turn = 0
        self._shown_turn = 0
        self._asked = ListQuery()
        self._shown = ListQuery()
        self._index: RowIndex | None = None
        self._count = 0
        self._pages: OrderedDict[int, list[FoundActivity]] = OrderedDict()
        self._wanted: list[int] = []
        self._coming: set[int] = set()
        self._handles: list[TaskHandle] = []
        self._struck = QFont()
        self._struck.setStrikeOut(True)
        self._fetch = QTimer(self)
        self._fetch.setSingleShot(True)
        self._fetch.setInterval(0)
        self._fetch.timeout.connect(self._ask_for_pages)

    # What is shown

    @property
    def query(self) -> ListQuery:
        """The query whose rows are shown."""
        return self._shown

    @property
    def row_index(self) -> RowIndex | None:
        """Where all rows are, once that is known."""
        return self._index

    def load(self, query: ListQuery, choices: Choices) -> None:
        """Begins to show a query; what is shown stays until the first rows have come."""
        for handle in self._handles:
            handle.cancel()
        self._turn += 1
        self._coming.clear()
        self._asked, self._choices = query, choices
        self._start(read_first_rows(turn=self._turn, query=query, count=PAGE), self._take_first_rows)
        self._start(read_row_index(turn=self._turn, query=query, count=PAGE), self._take_index)

    def activity(self, row: int) -> FoundActivity | None:
        """The activity in a row, unless it has not been read yet."""
        page = self._pages.get(row // PAGE)
        return page[row % PAGE] if page is not None and row % PAGE < len(page) else None

    def row_of(self, uid: str) -> int:
        """The row in which a record stands among those read; -1 when it is not there."""
        for number, page in self._pages.items():
            for place, found in enumerate(page):
                if found.uid == uid:
                    return number * PAGE + place
        return -1

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(COLUMNS):
            return column_title(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._choices is None:
            return None
        column = COLUMNS[index.column()]
        row = self._row(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            if row is None:
                return PLACEHOLDER if column is Column.TITLE else ""
            return cell_text(row, column, self._choices)
        if row is None:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(row, column)
        if role == Qt.ItemDataRole.FontRole and row.state == "withdrawn" and column is Column.TITLE:
            return self._struck
        return None

    def _tool_tip(self, row: FoundActivity, column: Column) -> str | None:
        assert self._choices is not None  # noqa: S101 - data() saw to it
        if column is Column.TASK and row.task in self._choices.names:
            return self._choices.names[row.task].shown
        return cell_text(row, column, self._choices) or None

    def _row(self, row: int) -> FoundActivity | None:
        number = row // PAGE
        page = self._pages.get(number)
        if page is None:
            self._want(number)
            return None
        self._pages.move_to_end(number)
        return page[row % PAGE] if row % PAGE < len(page) else None

    # Reading pages

    def _want(self, number: int) -> None:
        if self._index is None or number in self._coming:
            return
        if number in self._wanted:
            self._wanted.remove(number)
        self._wanted.append(number)
        del self._wanted[:-_MOST_WANTED]
        if not self._fetch.isActive():
            self._fetch.start()

    @Slot()
    def _ask_for_pages(self) -> None:
        if self._index is None or self._coming or not self._wanted:
            return
        firsts = [number * PAGE for number in reversed(self._wanted)]
        self._coming = set(self._wanted)
        self._wanted.clear()
        job = read_windows(turn=self._shown_turn, query=self._shown, index=self._index, firsts=firsts, count=PAGE)
        self._start(job, self._take_windows, self._windows_failed)

    @Slot(object)
    def _take_windows(self, answer: object) -> None:
        windows = cast(list[Window], answer)
        self._coming.clear()
        for window in windows:
            if window.turn != self._shown_turn:
                return
            self._keep(window.first // PAGE, window.rows)
            last = min(window.first + PAGE, self._count) - 1
            if last >= window.first:
                self.dataChanged.emit(self.index(window.first, 0), self.index(last, len(COLUMNS) - 1))
        if self._wanted:
            self._fetch.start()

    @Slot(object)
    def _windows_failed(self, error: LedgerError) -> None:
        self._coming.clear()
        self.failed.emit(error)

    def _keep(self, number: int, rows: list[FoundActivity]) -> None:
        self._pages[number] = rows
        self._pages.move_to_end(number)
        while len(self._pages) > MOST_PAGES:
            self._pages.popitem(last=False)

    # Loading a query

    @Slot(object)
    def _take_first_rows(self, answer: object) -> None:
        first = cast(FirstRows, answer)
        if first.turn == self._turn and first.rows is not None:
            self._show(first.rows, None, len(first.rows))

    @Slot(object)
    def _take_index(self, answer: object) -> None:
        found = cast(Located, answer)
        if found.turn != self._turn:
            return
        if self._shown is self._asked and self._pages.get(0) == found.rows:
            self._index = found.index
            self._grow(found.index.total)
        else:
            self._show(found.rows, found.index, found.index.total)
        self.located.emit(found.index)

    def _show(self, rows: list[FoundActivity], index: RowIndex | None, count: int) -> None:
        self.beginResetModel()
        self._shown, self._shown_turn, self._index, self._count = self._asked, self._turn, index, count
        self._pages.clear()
        self._wanted.clear()
        self._coming.clear()
        self._pages[0] = rows
        self.endResetModel()
        self.loaded.emit()

    def _grow(self, total: int) -> None:
        if total > self._count:
            self.beginInsertRows(QModelIndex(), self._count, total - 1)
            self._count = total
            self.endInsertRows()

    def _start(
        self, job: Job, succeeded: Callable[[object], None], failed: Callable[[LedgerError], None] | None = None
    ) -> None:
        handle = self._run(job, succeeded=succeeded, failed=failed or self.failed.emit, cancellable=True)
        self._handles.append(handle)
        handle.finished.connect(self._tidy)

    @Slot()
    def _tidy(self) -> None:
        self._handles = [handle for handle in self._handles if handle is not self.sender()]
