"""The sheets of somebody's workbook as rows of values, by the fast reader where it may be used and by the slow one elsewhere.

Both give the same for the same workbook: texts, numbers, days; a formula or an error is a ``NoValue`` with its code. What the
values mean is not decided here, and neither reader sees a file that ``workbook_package`` has not looked over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from export.documents.workbook_package import LookedOver, MergedRange, OpenedWorkbook, looked_over, opened_package, reading
from export.documents.workbook_values import NoValue, RawValue, is_formula, raw_of
from storage.domain.codes import Code

if TYPE_CHECKING:
    import python_calamine

SheetValue = str | float | bool | date | time | None | NoValue | Any
"""What a reader gives for a cell: ``plain_value`` makes it a ``RawValue``."""

Fonts = Callable[[int], str]
"""The name of the font in a column (from 0) of the row at hand; "" where it is not known."""

_ALL_COLUMNS = 16_384
_EXACT = 2**53


class Sheet(Protocol):
    """One sheet; ``rows`` gives number, values and fonts of each row that may hold something, from row 1 on."""

    @property
    def title(self) -> str:
        """Its name."""

    @property
    def visible(self) -> bool:
        """Whether it is neither hidden nor very hidden."""

    @property
    def merges(self) -> tuple[MergedRange, ...]:
        """Its merged cells."""

    def rows(self, *, last: int | None = None, width: int = _ALL_COLUMNS) -> Iterator[tuple[int, Sequence[SheetValue], Fonts]]:
        """Rows up to number ``last``; ``width`` bounds the columns of the slow reader only."""


@contextmanager
def opened_sheets(path: Path) -> Iterator[tuple[Sheet, ...]]:
    """The sheets of the workbook at ``path`` in their order while the block runs. Raises as ``opened_workbook``."""
    with reading(path):
        read = _fast_sheets(looked_over(path))
        if isinstance(read, tuple):
            yield read
        else:
            with opened_package(read) as opened:
                yield tuple(_SlowSheet(opened, sheet) for sheet in opened.book.worksheets)


def plain_value(value: SheetValue) -> RawValue:
    """A value of either reader in a plain type, whole numbers as such."""
    if isinstance(value, NoValue):
        return value.raw
    if isinstance(value, float):
        return int(value) if abs(value) < _EXACT and value.is_integer() else value
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, str | int | date):
        return value
    return value.isoformat() if isinstance(value, time) else str(value)


def _no_font(_: int) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class _FastSheet:
    """A sheet that holds neither formulas nor errors nor old fonts; all of it is in memory."""

    title: str
    visible: bool
    merges: tuple[MergedRange, ...]
    sheet: python_calamine.CalamineSheet

    def rows(self, *, last: int | None = None, width: int = _ALL_COLUMNS) -> Iterator[tuple[int, Sequence[SheetValue], Fonts]]:
        # the library gives rows from the first one of the sheet on, but only columns from the first one that holds anything
        first = self.sheet.start
        before: list[SheetValue] = [None] * first[1] if first else []
        for number, values in enumerate(islice(self.sheet.iter_rows(), last), start=1):
            yield number, [*before, *values] if before else values, _no_font


def _fast_sheets(package: LookedOver) -> tuple[Sheet, ...] | LookedOver:
    """The package itself when it is not plain or the reader fails: the slow one then says what is wrong, if anything is."""
    if package.plain is None:
        return package
    try:
        import python_calamine  # a system that lacks a library of it still reads workbooks, only slowly

        book = python_calamine.CalamineWorkbook.from_filelike(package.plain)
        sheets: list[Sheet] = []
        for metadata in book.sheets_metadata:
            sheet = book.get_sheet_by_name(metadata.name)
            merges = tuple(
                MergedRange(first[1] + 1, first[0] + 1, final[1] + 1, final[0] + 1)
                for first, final in sheet.merged_cell_ranges or ()
            )
            visible = metadata.visible == python_calamine.SheetVisibleEnum.Visible
            sheets.append(_FastSheet(metadata.name, visible, merges, sheet))
        return tuple(sheets)
    except Exception:
        return package
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # the reader's own; it comes from outside ``Exception``
            return package
        raise


class _SlowSheet:
    """A sheet of the library that reads everything, cell by cell."""

    def __init__(self, opened: OpenedWorkbook, sheet: Any) -> None:
        self.title = str(sheet.title)
        self.visible = getattr(sheet, "sheet_state", "visible") == "visible"
        self.merges = opened.merges_of(sheet)
        self._sheet = sheet

    def rows(self, *, last: int | None = None, width: int = _ALL_COLUMNS) -> Iterator[tuple[int, Sequence[SheetValue], Fonts]]:
        self._sheet.reset_dimensions()  # what the file says of its size is not trusted
        blank: object = None
        for number, cells in enumerate(self._sheet.iter_rows(max_row=last, max_col=width), start=1):
            if cells is blank:
                yield number, (), _no_font
            elif any(cell.value is not None for cell in cells):
                yield number, [_value_of(cell) for cell in cells], _FontsOf(cells)
            else:
                blank = cells  # the library fills a gap of a million rows with one and the same empty row
                yield number, (), _no_font


@dataclass(frozen=True, slots=True)
class _FontsOf:
    cells: Sequence[Any]

    def __call__(self, index: int) -> str:
        font = getattr(self.cells[index], "font", None)
        return str(font.name) if font is not None and font.name else ""


def _value_of(cell: Any) -> SheetValue:
    if is_formula(cell):
        return NoValue(Code.WORKBOOK_FORMULA, raw_of(cell))
    if cell.data_type == "e":
        return NoValue(Code.ROW_UNREADABLE, raw_of(cell))
    return cell.value
