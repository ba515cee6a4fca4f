"""The record of one import at the centre: what was taken, what needs a look, what was refused; as a document and as a list.

Callers hand in finished sentences; nothing here reads a ledger or decides anything. It names offices, periods and files, never
a person.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from export.documents.document_head import DocumentHead
from export.documents.official_format import short_date, whole_number
from export.documents.report_model import (
    Align,
    Annex,
    Cell,
    Column,
    DocumentKind,
    FileProperties,
    ReportDocument,
    Section,
    SectionLevel,
    Table,
    number,
    words,
)
from export.documents.sheets import write_tables
from export.documents.wording import Language, Word, text

KIND = "BB"
"""The abbreviation of a record (biên bản) in the symbol of a document."""
_NOTED = frozenset({Word.IMPORT_REMARKS, Word.IMPORT_MISSING, Word.IMPORT_FORK})
_STOPPED = "Người nhập đã dừng giữa chừng: {done} trong {total} tệp được xử lý; các gói đã nhập vẫn được giữ nguyên."


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file. ``result`` is its state, ``code`` its code; ``explained`` and ``following`` are finished sentences."""

    office: str
    periods: str
    file: str
    result: Word
    code: str
    new: int
    known: int
    activities: int
    reports: str
    explained: str
    following: str
    taken: bool


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """One import. ``at`` bears its zone; ``planned`` is how many files were to be taken, more than ``files`` after a stop."""

    at: datetime
    files: tuple[FileLine, ...]
    planned: int

    @property
    def stopped(self) -> bool:
        """Whether somebody stopped the import before its end."""
        return len(self.files) < self.planned


def import_document(record: ImportRecord, head: DocumentHead) -> ReportDocument:
    """The record as a document of the centre, in Vietnamese as all its documents are."""
    taken = [line for line in record.files if line.taken]
    requests = [line for line in record.files if line.result is Word.IMPORT_REQUEST]
    refused = [line for line in record.files if not line.taken and line not in requests]
    noted = [line for line in taken if line.result in _NOTED]
    new = sum(line.new for line in taken)
    activities = sum(line.activities for line in taken)
    opening = [
        f"Lúc {record.at.strftime('%H:%M')} ngày {short_date(record.at.date())}, {head.agency} nhập "
        f"{whole_number(len(record.files))} tệp gói báo cáo vào sổ: {whole_number(len(taken))} tệp được nhận, "
        f"{whole_number(len(refused))} tệp không nhận. Sổ có thêm {whole_number(new)} ghi chép, "
        f"trong đó {whole_number(activities)} hoạt động mới hoặc được sửa."
    ]
    if requests:
        opening.append(f"Có {whole_number(len(requests))} tệp đăng ký khóa, được chuyển sang mục duyệt đăng ký.")
    if record.stopped:
        opening.append(_STOPPED.format(done=whole_number(len(record.files)), total=whole_number(record.planned)))
    sections = [_counts(record.files)]
    for heading, lines in (("Gói được nhận, có điểm cần lưu ý", noted), ("Tệp không nhận", refused)):
        if lines:
            sections.append(Section(heading, SectionLevel.HEADING, tables=(_reasons(lines),)))
    return ReportDocument(
        kind=DocumentKind.PERIOD_REPORT,
        parent_agency=head.parent_agency,
        agency=head.agency,
        symbol=head.symbol,
        number=head.number,
        place=head.place,
        issued_on=head.issued_on or record.at.date(),
        title="BIÊN BẢN",
        abstract=("Nhập gói báo cáo của các cơ quan, đơn vị",),
        opening=tuple(opening),
        sections=tuple(sections),
        closing="Tệp gốc của các gói được nhận lưu trong kho lưu trữ của chương trình để đối chiếu khi cần",
        signer=head.signer,
        annexes=(Annex("Danh sách tệp", tables=(_all_files(record.files, _PRINTED, "vi"),), landscape=True),),
    )


def write_import_workbook(
    record: ImportRecord, target: BinaryIO, properties: FileProperties, *, language: Language = "vi"
) -> None:
    """The list of files as a workbook; ``target`` is open for writing bytes."""
    sheets = [(text(Word.IMPORT_SHEET, language), _all_files(record.files, _LISTED, language))]
    write_tables(sheets, target, properties, running_head=properties.title, language=language)


def _counts(files: Sequence[FileLine]) -> Section:
    counted: dict[Word, int] = {}
    for line in files:
        counted[line.result] = counted.get(line.result, 0) + 1
    columns = (Column("Kết quả", 110), Column("Số tệp", 40, Align.RIGHT))
    rows = tuple((words(text(result)), number(count)) for result, count in counted.items())
    return Section("Kết quả", SectionLevel.HEADING, tables=(Table(columns, rows),))


def _reasons(files: Sequence[FileLine]) -> Table:
    columns = (Column("Đơn vị, tệp", 55), Column("Lý do và việc cần làm", 110))
    rows = tuple(
        (
            words(f"{line.office}, {line.file}" if line.office else line.file),
            words(f"{line.explained} {line.following} [{line.code}]"),
        )
        for line in files
    )
    return Table(columns, rows)


def _all_files(files: Sequence[FileLine], columns: Sequence[_FileColumn], language: Language) -> Table:
    heads = tuple(Column(text(column.head, language), column.width_mm, column.align) for column in columns)
    rows = tuple(tuple(column.cell(place, line, language) for column in columns) for place, line in enumerate(files, start=1))
    return Table(heads, rows)


@dataclass(frozen=True, slots=True)
class _FileColumn:
    """A column of the list of files; ``cell`` gets the number of the row, the file and the language."""

    head: Word
    width_mm: float
    cell: Callable[[int, FileLine, Language], Cell]
    align: Align = Align.LEFT


_PRINTED = (
    _FileColumn(Word.ORDINAL, 12, lambda place, _, __: number(place), Align.RIGHT),
    _FileColumn(Word.OFFICE, 62, lambda _, line, __: words(line.office)),
    _FileColumn(Word.HANDOVER_PERIOD, 38, lambda _, line, __: words(line.periods)),
    _FileColumn(Word.IMPORT_FILE, 58, lambda _, line, __: words(line.file)),
    _FileColumn(Word.IMPORT_RESULT, 38, lambda _, line, language: words(text(line.result, language))),
    _FileColumn(Word.IMPORT_NEW, 20, lambda _, line, __: number(line.new), Align.RIGHT),
    _FileColumn(Word.IMPORT_KNOWN, 20, lambda _, line, __: number(line.known), Align.RIGHT),
    _FileColumn(Word.IMPORT_ACTIVITIES, 24, lambda _, line, __: number(line.activities), Align.RIGHT),
)
"""What is wrong with a file stands in the text of the document already."""
_LISTED = (
    *_PRINTED,
    _FileColumn(Word.IMPORT_EXPLAINED, 90, lambda _, line, __: words(line.explained)),
    _FileColumn(Word.IMPORT_NEXT, 80, lambda _, line, __: words(line.following)),
    _FileColumn(Word.CODE, 45, lambda _, line, __: words(line.code)),
)
