"""The fast reader gives what the slow one gives, and is let at plain workbooks only."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from export.documents import workbook_sheets
from export.documents.workbook_package import looked_over
from export.documents.workbook_plain import is_plain
from export.documents.workbook_sheets import opened_sheets, plain_value
from export.documents.workbook_values import NoValue, RawValue
from storage.domain.codes import Code

SHEET = "xl/worksheets/sheet1.xml"


def saved(path: Path, change: Callable[[Any], None]) -> Path:
    book = openpyxl.Workbook()
    change(book.active)
    book.save(path)
    return path


def changed(path: Path, old: bytes, new: bytes, member: str = SHEET) -> Path:
    data = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in source.namelist():
            content = source.read(name)
            if name == member:
                assert old in content
                content = content.replace(old, new)
            copy.writestr(name, content)
    return path


def is_fast(path: Path) -> bool:
    return looked_over(path).plain is not None


def rows_of(path: Path) -> list[list[RawValue]]:
    """What the sheets hold, without the blank ends of rows and of the sheet."""
    with opened_sheets(path) as sheets:
        rows = [[plain_value(value) for value in values] for sheet in sheets for _, values, _ in sheet.rows()]
    for row in rows:
        while row and row[-1] in (None, ""):
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return [[None if value == "" else value for value in row] for row in rows]


def by_both(path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[list[list[RawValue]], list[list[RawValue]]]:
    fast = rows_of(path)
    with monkeypatch.context() as patch:
        patch.setattr(workbook_sheets, "_fast_sheets", lambda package: package)
        return fast, rows_of(path)


def fill(sheet: Any) -> None:
    sheet["C4"], sheet["D4"], sheet["E4"] = "Hội nghị", 12, 1.5
    sheet["C5"], sheet["D5"], sheet["E5"] = True, date(2020, 3, 5), datetime(2020, 3, 5, 8, 30)  # noqa: DTZ001
    sheet["C7"], sheet["D7"], sheet["F7"] = time(8, 30), " a & <b>\n", -3


def test_rows_and_columns_keep_their_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path / "a.xlsx", fill)
    assert is_fast(path)
    fast, slow = by_both(path, monkeypatch)
    assert fast == slow
    assert fast[3] == [None, None, "Hội nghị", 12, 1.5]
    assert fast[4] == [None, None, True, date(2020, 3, 5), date(2020, 3, 5)]
    assert fast[6] == [None, None, "08:30:00", " a & <b>\n", None, -3]
    with opened_sheets(path) as (sheet,):
        assert [number for number, _, _ in sheet.rows(last=3)] == [1, 2, 3]


def test_the_other_calendar_of_excel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def of_1904(sheet: Any) -> None:
        sheet.parent.epoch = CALENDAR_MAC_1904
        fill(sheet)

    path = saved(tmp_path / "a.xlsx", of_1904)
    assert is_fast(path)
    fast, slow = by_both(path, monkeypatch)
    assert fast == slow
    assert fast[4][3] == date(2020, 3, 5)


def test_sheets_names_and_merged_cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def change(sheet: Any) -> None:
        sheet.title = "Hoạt động & <khác>"
        sheet["B2"] = "x"
        sheet.merge_cells("B2:D3")
        sheet.parent.create_sheet("hidden").sheet_state = "hidden"
        sheet.parent.create_sheet("gone").sheet_state = "veryHidden"

    path = saved(tmp_path / "a.xlsx", change)
    assert is_fast(path)
    seen = []
    for reader in (workbook_sheets._fast_sheets, lambda package: package):
        monkeypatch.setattr(workbook_sheets, "_fast_sheets", reader)
        with opened_sheets(path) as sheets:
            seen.append([(sheet.title, sheet.visible, sheet.merges) for sheet in sheets])
    assert seen[0] == seen[1]
    assert [visible for _, visible, _ in seen[0]] == [True, False, False]
    assert len(seen[0][0][2]) == 1


def with_formula(sheet: Any) -> None:
    sheet["A1"] = "=1+1"


def with_error(sheet: Any) -> None:
    sheet["A1"] = "#N/A"


def with_old_font(sheet: Any) -> None:
    sheet["A1"] = "Héi nghÞ"
    sheet["A1"].font = Font(name=".VnTime")


def with_runs(sheet: Any) -> None:
    sheet["A1"] = CellRichText("Hội ", TextBlock(InlineFont(b=True), "nghị"))


def far_column(sheet: Any) -> None:
    sheet["CA1"] = "x"


def far_row(sheet: Any) -> None:
    sheet["A130000"] = "x"


@pytest.mark.parametrize("change", [with_formula, with_error, with_old_font, far_column, far_row])
def test_what_the_fast_reader_cannot_tell_goes_to_the_slow_one(tmp_path: Path, change: Callable[[Any], None]) -> None:
    assert not is_fast(saved(tmp_path / "a.xlsx", change))


def test_a_formula_and_an_error_are_no_values(tmp_path: Path) -> None:
    for change, code in ((with_formula, Code.WORKBOOK_FORMULA), (with_error, Code.ROW_UNREADABLE)):
        with opened_sheets(saved(tmp_path / "a.xlsx", change)) as (sheet,):
            ((_, values, _),) = sheet.rows()
            assert isinstance(values[0], NoValue)
            assert values[0].code is code


def test_fonts_are_told_by_the_slow_reader(tmp_path: Path) -> None:
    with opened_sheets(saved(tmp_path / "a.xlsx", with_old_font)) as (sheet,):
        ((_, _, fonts),) = sheet.rows()
        assert fonts(0) == ".VnTime"


def test_runs_of_one_text_are_one_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path / "a.xlsx", with_runs)
    fast, slow = by_both(path, monkeypatch)
    assert fast == slow == [["Hội nghị"]]


PLAIN = b'<worksheet><sheetData><row r="1"><c r="A1" s="1"><v>1</v></c></row></sheetData></worksheet>'


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<v>", b"<f>1+1</f><v>"),
        (b"<v>", b"<x:f>1+1</x:f><v>"),
        (b' s="1"', b' t="e"'),
        (b' s="1"', b" t='e'"),
        (b' s="1"', b' t = "e"'),
        (b' s="1"', b' t="str"'),
        (b' s="1"', b' t="d"'),
        (b' s="1"', b' cm="1"'),
        (b'r="A1"', b'r="XFD1"'),
        (b'r="A1"', b'r="A1048576"'),
        (b'r="A1"', b'r="A0"'),
        (b' r="A1"', b""),
        (b"<row r=", b"<row spans="),
        (b'<row r="1"', b'<row r="99999999999"'),
        (b"<c ", b"<x:c "),
        (b"</c>", b"</c><!-- -->"),
        (b"<v>1</v>", b"<v>nan</v>"),
        (b"<v>1</v>", b"<v><![CDATA[1]]></v>"),
        (b"<v>1</v>", b"<is><t>&bad;</t></is>"),
        (b"<sheetData>", b"<sheetData/><sheetData>"),
        (b"</sheetData>", b"</sheetData><sheetData></sheetData>"),
        (b"<sheetData>", b"<x:sheetData>"),
        (b"<worksheet>", b'<?xml version="1.0" encoding="cp037"?><worksheet>'),
        (b"<worksheet>", b" <worksheet>"),
    ],
)
def test_any_other_spelling_is_not_plain(old: bytes, new: bytes) -> None:
    assert is_plain(PLAIN)
    assert old in PLAIN
    assert not is_plain(PLAIN.replace(old, new, 1))


@pytest.mark.parametrize("rest", [b"<sheetData/>", b"<sheetData></sheetData>", b"<sheetData />"])
def test_an_empty_sheet_is_plain(rest: bytes) -> None:
    assert is_plain(b"<worksheet>" + rest + b"</worksheet>")


def test_what_the_fast_reader_refuses_is_read_by_the_slow_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path / "a.xlsx", fill)
    changed(path, b't="b"><v>1<', b't="b"><v>7<')
    assert is_fast(path)  # by its spelling
    fast, slow = by_both(path, monkeypatch)
    assert fast == slow
    assert fast[3][2] == "Hội nghị"


VALUES = (
    st.none()
    | st.booleans()
    | st.integers(-(10**14), 10**14)
    | st.floats(-1e9, 1e9, allow_nan=False).map(lambda value: round(value, 6))
    | st.dates(date(1901, 1, 1), date(2099, 1, 1))
    # texts that look like Excel's escapes, formulas or errors are told differently; XML's own white space is one of its rules
    | st.text("aăâbcđeêỘị &<>\"'.,;0123456789-", max_size=20).filter(lambda value: value == value.strip())
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(VALUES, max_size=6), max_size=5), st.booleans())
def test_both_readers_give_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: list[list[Any]], written_only: bool
) -> None:
    book = openpyxl.Workbook(write_only=written_only)
    sheet: Any = book.create_sheet() if written_only else book.active
    for row in rows:
        sheet.append(row)
    path = tmp_path / "a.xlsx"
    book.save(path)
    assert is_fast(path)
    fast, slow = by_both(path, monkeypatch)
    assert fast == slow
