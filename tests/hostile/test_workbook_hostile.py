"""Workbooks made to break or to fool the reader: each ends in one outcome with a code, in bounded time and memory."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from export.documents import workbook_package
from export.documents.template_model import ActivityTemplate, template_of
from export.documents.workbook_import import read_workbook
from export.documents.workbook_records import WorkbookRow
from storage.builtin import builtin_programme
from storage.domain.codes import Code
from storage.domain.errors import LedgerError

HEAD = ["Nhiệm vụ", "Loại hoạt động", "Ngày", "Nội dung hoạt động", "Số cuộc"]
DAMAGED = {
    Code.WORKBOOK_UNREADABLE,
    Code.WORKBOOK_NO_HEADER,
    Code.WORKBOOK_UNKNOWN_COLUMN,
    Code.WORKBOOK_COLUMN_TWICE,
    Code.WORKBOOK_TOO_MANY_ROWS,
    Code.FILE_TOO_LARGE,
}
ROW = ["II.1.a", "HN_QT", "05/03/2020", "Hội nghị", 1]


@pytest.fixture(scope="module")
def template() -> ActivityTemplate:
    return template_of(builtin_programme())


@pytest.fixture(scope="module")
def good() -> bytes:
    workbook = openpyxl.Workbook()
    assert workbook.active is not None
    workbook.active.append(HEAD)
    workbook.active.append(ROW)
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


@pytest.fixture(scope="module")
def shared() -> bytes:
    """The same with its texts in a member of their own, as Excel keeps them."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, HEAD)
    sheet.write_row(1, 0, ROW)
    book.close()
    return target.getvalue()


def changed(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """The archive with one text replaced in one member."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for member in source.namelist():
            content = source.read(member)
            if member == name:
                assert old in content
                content = content.replace(old, new)
            copy.writestr(member, content)
    return target.getvalue()


def outcome(path: Path, data: bytes, template: ActivityTemplate) -> Code:
    path.write_bytes(data)
    with pytest.raises(LedgerError) as caught:
        read_workbook(path, template)
    return caught.value.code


def rows_or_none(path: Path, template: ActivityTemplate) -> tuple[WorkbookRow, ...]:
    """The rows, or none when the file was refused with one of the codes that a damaged file may have."""
    try:
        return read_workbook(path, template).rows
    except LedgerError as error:
        if error.code not in DAMAGED:
            raise
        return ()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.csv", b"a,b\n1,2\n", Code.FILE_TYPE_UNSUPPORTED),
        ("a.xls", bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 512, Code.FILE_TYPE_UNSUPPORTED),
        ("a.xlsx", bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 512, Code.FILE_TYPE_UNSUPPORTED),
        ("a.ods", b"PK\x03\x04", Code.FILE_TYPE_UNSUPPORTED),
        ("a.xlsm", b"PK\x03\x04", Code.FILE_TYPE_UNSUPPORTED),
        ("a.xlsx", b"", Code.WORKBOOK_UNREADABLE),
        ("a.xlsx", b"PK\x03\x04", Code.WORKBOOK_UNREADABLE),
        ("a.xlsx", b"a,b\n1,2\n", Code.WORKBOOK_UNREADABLE),
    ],
)
def test_other_kinds_of_file(tmp_path: Path, template: ActivityTemplate, name: str, data: bytes, code: Code) -> None:
    assert outcome(tmp_path / name, data, template) is code


def test_a_missing_file(tmp_path: Path, template: ActivityTemplate) -> None:
    with pytest.raises(LedgerError) as caught:
        read_workbook(tmp_path / "none.xlsx", template)
    assert caught.value.code is Code.FILE_NOT_FOUND


def test_a_folder(tmp_path: Path, template: ActivityTemplate) -> None:
    folder = tmp_path / "folder.xlsx"
    folder.mkdir()
    with pytest.raises(LedgerError) as caught:
        read_workbook(folder, template)
    assert caught.value.code is Code.FILE_UNREADABLE


def test_a_bomb_is_refused_by_its_declared_size(tmp_path: Path, template: ActivityTemplate) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        block = b" " * (1 << 20)
        with archive.open("xl/worksheets/sheet1.xml", "w") as stream:
            for _ in range((workbook_package.MAX_EXPANDED_BYTES >> 20) + 1):
                stream.write(block)
    assert len(target.getvalue()) < 4 << 20
    assert outcome(tmp_path / "bomb.xlsx", target.getvalue(), template) is Code.FILE_TOO_LARGE


def test_too_many_members(tmp_path: Path, template: ActivityTemplate) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for index in range(workbook_package.MAX_MEMBERS + 1):
            archive.writestr(f"{index}", b"")
    assert outcome(tmp_path / "many.xlsx", target.getvalue(), template) is Code.FILE_TOO_LARGE


def test_a_file_over_the_limit(
    tmp_path: Path, template: ActivityTemplate, monkeypatch: pytest.MonkeyPatch, good: bytes
) -> None:
    monkeypatch.setattr(workbook_package, "MAX_FILE_BYTES", len(good) - 1)
    assert outcome(tmp_path / "big.xlsx", good, template) is Code.FILE_TOO_LARGE


@pytest.mark.parametrize("member", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "[Content_Types].xml"])
def test_entities_are_refused(tmp_path: Path, template: ActivityTemplate, good: bytes, member: str) -> None:
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        content = archive.read(member)
    start = content.index(b"<", 1) if content.startswith(b"<?xml") else 0
    declared = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    hostile = changed(good, member, content, content[:start] + declared + content[start:])
    assert outcome(tmp_path / "entities.xlsx", hostile, template) is Code.WORKBOOK_UNREADABLE


def test_entities_in_another_unicode_form_are_refused(tmp_path: Path, template: ActivityTemplate, good: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        content = archive.read("xl/workbook.xml")
    assert (
        outcome(
            tmp_path / "wide.xlsx",
            changed(good, "xl/workbook.xml", content, ("<!DOCTYPE x>" + content.decode()).encode("utf-16")),
            template,
        )
        is Code.WORKBOOK_UNREADABLE
    )


def test_a_row_number_beyond_excel(tmp_path: Path, template: ActivityTemplate, good: bytes) -> None:
    hostile = changed(good, "xl/worksheets/sheet1.xml", b'<row r="2"', b'<row r="99999999999"')
    assert outcome(tmp_path / "far.xlsx", hostile, template) is Code.WORKBOOK_TOO_MANY_ROWS


def test_a_lying_dimension_changes_nothing(tmp_path: Path, template: ActivityTemplate, good: bytes) -> None:
    path = tmp_path / "dimension.xlsx"
    for lie in (b'ref="A1:XFD1048576"', b'ref="A1"', b'ref="nonsense"'):
        path.write_bytes(changed(good, "xl/worksheets/sheet1.xml", b'ref="A1:E2"', lie))
        titles = [row.record["title"] for row in rows_or_none(path, template)]
        assert titles in ([], ["Hội nghị"])


def test_merged_ranges_beyond_the_sheet_cost_nothing(tmp_path: Path, template: ActivityTemplate, good: bytes) -> None:
    merges = b'</sheetData><mergeCells count="1"><mergeCell ref="A3:XFD1048576"/></mergeCells>'
    path = tmp_path / "merges.xlsx"
    path.write_bytes(changed(good, "xl/worksheets/sheet1.xml", b"</sheetData>", merges))
    assert len(read_workbook(path, template).rows) == 1


def test_every_truncation_is_refused(tmp_path: Path, template: ActivityTemplate, good: bytes) -> None:
    for length in range(8, len(good) - 1, 97):
        assert outcome(tmp_path / "cut.xlsx", good[:length], template) is Code.WORKBOOK_UNREADABLE


@pytest.mark.parametrize("corner", ["BZ129999", "CA2", "A130000", "XFD1048576"])
def test_two_cells_in_opposite_corners_cost_no_gigabytes(
    tmp_path: Path, template: ActivityTemplate, good: bytes, corner: str
) -> None:
    far = f'<row r="{corner.lstrip("ABCDFXZ")}"><c r="{corner}"><v>1</v></c></row></sheetData>'.encode()
    path = tmp_path / "corners.xlsx"
    path.write_bytes(changed(good, "xl/worksheets/sheet1.xml", b"</sheetData>", far))
    resource = pytest.importorskip("resource", reason="Windows does not tell the memory of a process this way")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert len(rows_or_none(path, template)) in (0, 1, 2)  # none: the far cell stands in a column without a title
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 1 << 20  # in KiB


def test_a_member_that_is_longer_than_it_says(tmp_path: Path, template: ActivityTemplate, good: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    told, lie = size.to_bytes(4, "little"), (size - 20).to_bytes(4, "little")
    assert good.count(told) >= 2
    assert outcome(tmp_path / "lie.xlsx", good.replace(told, lie), template) is Code.WORKBOOK_UNREADABLE


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"]), st.data())
def test_changed_markup_never_ends_in_another_error(
    tmp_path: Path, template: ActivityTemplate, shared: bytes, member: str, data: st.DataObject
) -> None:
    with zipfile.ZipFile(io.BytesIO(shared)) as archive:
        content = archive.read(member)
    place = data.draw(st.integers(1, len(content) - 1))
    gone = data.draw(st.integers(0, 12))
    put = data.draw(
        st.sampled_from([b"", b"0", b"-1", b"99999999999", b"<", b">", b'"', b"&", b"\xff", b"<c/>", b' t="b"', b"/"])
    )
    path = tmp_path / "markup.xlsx"
    path.write_bytes(changed(shared, member, content, content[:place] + put + content[place + gone :]))
    assert len(rows_or_none(path, template)) <= 2


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_changed_byte_never_ends_in_another_error(
    tmp_path: Path, template: ActivityTemplate, good: bytes, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(good) - 1))
    damaged = bytearray(good)
    damaged[place] ^= data.draw(st.integers(1, 255))
    path = tmp_path / "flip.xlsx"
    path.write_bytes(damaged)
    assert len(rows_or_none(path, template)) <= 1
