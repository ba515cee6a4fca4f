"""Records of what the centre has checked: its archived originals, its whole ledger; and its activity log as a list.

Callers hand in finished sentences; nothing here reads a ledger or decides anything. Offices, periods and files are named, never
a person, and nothing is ranked.
"""

from __future__ import annotations

from collections.abc import Sequence
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
from export.documents.wording import Language

KIND = "BB"
"""The abbreviation of a record (biên bản) in the symbol of a document."""
_CLOSING = "Việc kiểm tra không làm thay đổi sổ và không làm thay đổi gói nào trong kho lưu trữ"
_STOPPED = "Người kiểm tra đã dừng giữa chừng: {done} trong {total} gói được kiểm tra."


_PARTS = {
    "file": ("Tệp sổ", "The ledger's file"),
    "chains": ("Chuỗi ghi chép của từng máy, từng đơn vị", "Chains of records, one a PC of an office"),
    "lists": ("Danh sách và số tổng, lập lại để so sánh", "Lists and totals, made anew and compared"),
    "receipts": (
        "Giấy báo nhận đã phát hành: ghi chép được xác nhận vẫn còn",
        "Receipts issued: what they confirm is still held",
    ),
    "figures": ("Số liệu đã chốt của các kỳ đã tổng hợp", "Frozen figures of consolidated periods"),
    "originals": ("Gói gốc của mọi lần nhập còn trong kho", "Originals of all imports are kept"),
    "backup": ("Bản sao lưu: mọi ghi chép đều có trong sổ", "The backup: all its records are here"),
}


def part_name(part: str, language: Language) -> str:
    """What one part of the check of a ledger looks at; ``part`` is the name that the check gives it."""
    return _PARTS[part][language == "en"]


@dataclass(frozen=True, slots=True)
class OriginalLine:
    """One original that was verified again. ``explained`` and ``following`` are finished sentences."""

    office: str
    received: str
    file: str
    payload: str
    sha256: str
    valid: bool
    code: str
    explained: str
    following: str


@dataclass(frozen=True, slots=True)
class OriginalsRecord:
    """One verification of originals. ``at`` bears its zone; ``planned`` is more than there are lines after a stop."""

    at: datetime
    lines: tuple[OriginalLine, ...]
    planned: int


@dataclass(frozen=True, slots=True)
class PartLine:
    """One part of the check of a ledger: what, how much of it, and what was found, in finished sentences."""

    part: str
    count: int
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LedgerRecord:
    """One check of the whole ledger. ``content`` is the digest of what it shows (hex); ``against`` the name of a backup."""

    at: datetime
    parts: tuple[PartLine, ...]
    entries: int
    content: str
    against: str = ""


@dataclass(frozen=True, slots=True)
class ActLine:
    """One line of the activity log, in finished texts."""

    at: str
    act: str
    office: str
    period: str
    about: str


def originals_document(record: OriginalsRecord, head: DocumentHead) -> ReportDocument:
    """The record as a document of the centre, in Vietnamese as all its documents are."""
    valid = [line for line in record.lines if line.valid]
    wrong = [line for line in record.lines if not line.valid]
    opening = [
        f"Lúc {_moment(record.at)}, {head.agency} kiểm tra lại {whole_number(len(record.lines))} gói báo cáo gốc trong kho lưu "
        f"trữ: chữ ký, chuỗi ghi chép và nội dung từng gói, so với khóa có hiệu lực khi ký. Kết quả: "
        f"{whole_number(len(valid))} gói nguyên vẹn, {whole_number(len(wrong))} gói có vấn đề."
    ]
    if len(record.lines) < record.planned:
        opening.append(_STOPPED.format(done=whole_number(len(record.lines)), total=whole_number(record.planned)))
    columns = (Column("Đơn vị, tệp", 55), Column("Kết quả và việc cần làm", 110))
    rows = tuple(
        (words(_named(line.office, line.file)), words(f"{line.explained} {line.following} [{line.code}]")) for line in wrong
    )
    sections = [Section("Gói có vấn đề", SectionLevel.HEADING, tables=(Table(columns, rows),))] if wrong else []
    annex = Annex("Danh sách gói đã kiểm tra", tables=(_originals(record.lines, printed=True, language="vi"),), landscape=True)
    return _document(head, record.at, "Kiểm tra lại gói báo cáo trong kho lưu trữ", opening, sections, (annex,))


def write_originals_workbook(
    record: OriginalsRecord, target: BinaryIO, properties: FileProperties, *, language: Language = "vi"
) -> None:
    """The list of verified originals as a workbook; ``target`` is open for writing bytes."""
    sheet = ("Gói đã kiểm tra", "Verified bundles")[language == "en"]
    tables = [(sheet, _originals(record.lines, printed=False, language=language))]
    write_tables(tables, target, properties, running_head=properties.title, language=language)


def ledger_document(record: LedgerRecord, head: DocumentHead) -> ReportDocument:
    """The record as a document of the centre, in Vietnamese."""
    found = sum(len(part.findings) for part in record.parts)
    verdict = f"có {whole_number(found)} điểm cần xử lý" if found else "không có sai lệch"
    opening = [
        f"Lúc {_moment(record.at)}, {head.agency} kiểm tra toàn bộ sổ gồm {whole_number(record.entries)} ghi chép. "
        f"Kết quả: {verdict}.",
        f"Mã nội dung sổ: {record.content}.",
    ]
    if record.against:
        opening.append(f"Sổ được đối chiếu với bản sao lưu {record.against}.")
    sections = [Section("Kết quả", SectionLevel.HEADING, tables=(_parts(record.parts, "vi"),))]
    return _document(head, record.at, "Kiểm tra toàn bộ sổ hoạt động", opening, sections, ())


def write_ledger_workbook(
    record: LedgerRecord, target: BinaryIO, properties: FileProperties, *, language: Language = "vi"
) -> None:
    """The parts of the check as a workbook; ``target`` is open for writing bytes."""
    sheet = ("Kiểm tra sổ", "Ledger check")[language == "en"]
    write_tables(
        [(sheet, _parts(record.parts, language))], target, properties, running_head=properties.title, language=language
    )


def write_acts_workbook(
    lines: Sequence[ActLine], target: BinaryIO, properties: FileProperties, *, language: Language = "vi"
) -> None:
    """The activity log as a workbook; ``target`` is open for writing bytes."""
    titles = (
        ("Thời điểm", "Việc", "Đơn vị", "Kỳ báo cáo", "Nội dung"),
        ("Moment", "Act", "Office", "Period", "About"),
    )[language == "en"]
    columns = tuple(Column(title, width) for title, width in zip(titles, (34, 50, 75, 50, 110), strict=True))
    rows = tuple(tuple(map(words, (line.at, line.act, line.office, line.period, line.about))) for line in lines)
    sheet = ("Nhật ký thao tác", "Activity log")[language == "en"]
    write_tables([(sheet, Table(columns, rows))], target, properties, running_head=properties.title, language=language)


def _document(
    head: DocumentHead,
    at: datetime,
    abstract: str,
    opening: Sequence[str],
    sections: Sequence[Section],
    annexes: tuple[Annex, ...],
) -> ReportDocument:
    return ReportDocument(
        kind=DocumentKind.PERIOD_REPORT,
        parent_agency=head.parent_agency,
        agency=head.agency,
        symbol=head.symbol,
        number=head.number,
        place=head.place,
        issued_on=head.issued_on or at.date(),
        title="BIÊN BẢN",
        abstract=(abstract,),
        opening=tuple(opening),
        sections=tuple(sections),
        closing=_CLOSING,
        signer=head.signer,
        annexes=annexes,
    )


def _originals(lines: Sequence[OriginalLine], *, printed: bool, language: Language) -> Table:
    """On paper the beginning of a digest does; what is wrong stands in the text of the document already."""
    english = language == "en"
    result = (("Nguyên vẹn", "Có vấn đề"), ("Intact", "Not in order"))[english]
    titles = (
        (
            "TT",
            "Đơn vị",
            "Nhận lúc",
            "Tệp",
            "Mã gói (SHA-256)",
            "Kết quả",
            "Mã tệp (SHA-256)",
            "Giải thích",
            "Việc cần làm",
            "Mã",
        ),
        ("No.", "Office", "Received", "File", "Bundle SHA-256", "Result", "File SHA-256", "Explained", "What to do", "Code"),
    )[english]
    widths = (12, 62, 34, 62, 42, 32, 90, 90, 80, 45)
    shown = 6 if printed else len(titles)

    def cells(place: int, line: OriginalLine) -> tuple[Cell, ...]:
        payload = line.payload[:16] if printed else line.payload
        texts = (line.office, line.received, line.file, payload, result[0 if line.valid else 1], line.sha256)
        return (number(place), *map(words, (*texts, line.explained, line.following, line.code)))[:shown]

    columns = (Column(titles[0], widths[0], Align.RIGHT), *map(Column, titles[1:shown], widths[1:shown]))
    return Table(columns, tuple(cells(place, line) for place, line in enumerate(lines, start=1)))


def _parts(parts: Sequence[PartLine], language: Language) -> Table:
    english = language == "en"
    titles = (("Nội dung kiểm tra", "Số lượng", "Kết quả"), ("What was checked", "How many", "Result"))[english]
    good = ("Không có sai lệch", "In order")[english]
    columns = (Column(titles[0], 70), Column(titles[1], 25, Align.RIGHT), Column(titles[2], 95))
    rows = tuple((words(part.part), number(part.count), words("\n".join(part.findings) or good)) for part in parts)
    return Table(columns, rows)


def _named(office: str, file: str) -> str:
    return ", ".join(filter(None, (office, file)))


def _moment(at: datetime) -> str:
    return f"{at.strftime('%H:%M')} ngày {short_date(at.date())}"
