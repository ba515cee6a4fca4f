"""A document of the model as Qt's rich text, in the same order and sizes as in Word (Nghị định 30/2020/NĐ-CP, annex I).

The text and every annex are documents of their own, because each counts its own pages. No figure is computed here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QPagedPaintDevice, QTextDocument

from export.documents.official_format import (
    date_line,
    name_without_degrees,
    number_line,
    point_letter,
    roman,
    signing_time,
)
from export.documents.report_model import Align, Annex, Cell, CellKind, ReportDocument, Section, SectionLevel, Table
from export.documents.text_width import text_width_points
from export.documents.word_blocks import NATIONAL_MOTTO, NATIONAL_NAME, signer_lines
from export.documents.word_package import (
    MARGIN_BOTTOM_MM,
    MARGIN_LEFT_MM,
    MARGIN_RIGHT_MM,
    MARGIN_TOP_MM,
    PAGE_HEIGHT_MM,
    PAGE_WIDTH_MM,
)
from export.documents.word_report import END_OF_TEXT
from export.documents.word_table import cell_text
from ui.printing.composer import CENTRE, JUSTIFIED, LEFT, RIGHT, Composer, Look

_POINTS_A_MM = 72 / 25.4
_TEXT = Look(size=14, align=JUSTIFIED, first_line=36, before=6, line=112)
_HEADING = Look(size=14, bold=True, align=JUSTIFIED, first_line=36, before=6, line=112)
_CENTRED_BOLD = Look(size=14, bold=True, align=CENTRE)
_LEFT_SHARE = 70 / (PAGE_WIDTH_MM - MARGIN_LEFT_MM - MARGIN_RIGHT_MM)
_RULE_SHARE = 0.4
_ROOM_FOR_SIGNATURE = 72
_ALIGN = {Align.LEFT: LEFT, Align.CENTRE: CENTRE, Align.RIGHT: RIGHT}
_FIGURES = frozenset({CellKind.NUMBER, CellKind.ZERO, CellKind.RATIO})


@dataclass(frozen=True, slots=True)
class Sheets:
    """One run of pages; margins in millimetres in the order left, top, right, bottom."""

    text: QTextDocument
    landscape: bool
    margins: tuple[float, float, float, float]


def compose(document: ReportDocument, device: QPagedPaintDevice) -> list[Sheets]:
    """The text and then each annex, laid out for ``device``."""
    runs = [one_run(device, landscape=False, fill=lambda composer: _fill_text(composer, document))]
    for place, annex in enumerate(document.annexes, start=1):
        runs.append(_annex_sheets(device, document, annex, place))
    return runs


def _annex_sheets(device: QPagedPaintDevice, document: ReportDocument, annex: Annex, place: int) -> Sheets:
    return one_run(device, landscape=annex.landscape, fill=lambda composer: _fill_annex(composer, document, annex, place=place))


def one_run(device: QPagedPaintDevice, *, landscape: bool, fill: Callable[[Composer], None]) -> Sheets:
    """Pages that ``fill`` fills. A sheet on its side keeps the binding margin, which then lies at the top."""
    margins: tuple[float, float, float, float] = (MARGIN_LEFT_MM, MARGIN_TOP_MM, MARGIN_RIGHT_MM, MARGIN_BOTTOM_MM)
    width, height = float(PAGE_WIDTH_MM), float(PAGE_HEIGHT_MM)
    if landscape:
        margins = (MARGIN_TOP_MM, MARGIN_LEFT_MM, MARGIN_BOTTOM_MM, MARGIN_RIGHT_MM)
        width, height = height, width
    composer = Composer(
        device,
        width=(width - margins[0] - margins[2]) * _POINTS_A_MM,
        height=(height - margins[1] - margins[3]) * _POINTS_A_MM,
    )
    fill(composer)
    composer.finish()
    return Sheets(composer.document, landscape, margins)


def _fill_text(composer: Composer, document: ReportDocument) -> None:
    _head(composer, document)
    _title(composer, document)
    _addressees(composer, document.addressees)
    for index, basis in enumerate(document.legal_bases):
        stop = "." if index == len(document.legal_bases) - 1 else ";"
        look = Look(size=14, italic=True, align=JUSTIFIED, first_line=36, before=6)
        composer.paragraph(basis.rstrip(" ;.") + stop, look)
    _body(composer, document)
    composer.gap(10)
    composer.columns((0.5, 0.5), [[lambda: _recipients(composer, document), lambda: _signer(composer, document)]])


def _head(composer: Composer, document: ReportDocument) -> None:
    if document.attachment_stamp is not None:
        stamp = document.attachment_stamp
        composer.paragraph(f"{stamp.number_and_symbol}; {signing_time(stamp.signed_at)}", Look(size=10, align=RIGHT))
        composer.gap(2)
    place = date_line(place=document.place, issued_on=document.issued_on)
    composer.columns(
        (_LEFT_SHARE, 1 - _LEFT_SHARE),
        [
            [lambda: _agency(composer, document), lambda: _nation(composer)],
            [
                lambda: _number(composer, document),
                lambda: composer.paragraph(place, Look(size=13, italic=True, align=CENTRE, before=4)),
            ],
        ],
    )


def _agency(composer: Composer, document: ReportDocument) -> None:
    if document.parent_agency:
        composer.paragraph(document.parent_agency.upper(), Look(size=12, align=CENTRE))
    agency = document.agency.upper()
    composer.paragraph(agency, Look(size=12, bold=True, align=CENTRE))
    composer.rule(_RULE_SHARE * min(text_width_points(agency, size=12, bold=True), 70 * _POINTS_A_MM))


def _number(composer: Composer, document: ReportDocument) -> None:
    number = number_line(document_number=document.number, symbol=document.symbol)
    composer.paragraph(number, Look(size=13, align=CENTRE, before=4))
    if document.is_letter:
        composer.paragraph("V/v " + " ".join(document.abstract), Look(size=12, align=CENTRE, before=6))
    if document.urgency is not None:
        composer.paragraph(document.urgency.value, Look(size=13, bold=True, align=CENTRE, before=6))


def _nation(composer: Composer) -> None:
    composer.paragraph(NATIONAL_NAME, Look(size=12, bold=True, align=CENTRE))
    composer.paragraph(NATIONAL_MOTTO, Look(size=13, bold=True, align=CENTRE))
    composer.rule(text_width_points(NATIONAL_MOTTO, size=13, bold=True))


def _title(composer: Composer, document: ReportDocument) -> None:
    if document.is_letter:
        composer.gap(6)
        return
    composer.paragraph(document.title.upper(), Look(size=14, bold=True, align=CENTRE, before=12))
    for line in document.abstract:
        composer.paragraph(line, _CENTRED_BOLD)
    last = document.abstract[-1] if document.abstract else document.title.upper()
    composer.rule(_RULE_SHARE * text_width_points(last, size=14, bold=True))


def _addressees(composer: Composer, names: Sequence[str]) -> None:
    if len(names) == 1:
        composer.paragraph(f"Kính gửi: {names[0]}", Look(size=14, align=CENTRE, before=12, after=6))
    elif names:
        margin = 30 * _POINTS_A_MM
        composer.paragraph("Kính gửi:", Look(size=14, left=margin, before=12))
        left = margin + text_width_points("Kính gửi", size=14)
        for index, name in enumerate(names):
            stop = "." if index == len(names) - 1 else ";"
            composer.paragraph(f"- {name}{stop}", Look(size=14, left=left, before=3))


def _body(composer: Composer, document: ReportDocument) -> None:
    """Opening, sections and closing; the last paragraph of the text bears "./."."""
    for line in document.opening:
        composer.paragraph(line, _TEXT)
    _sections(composer, document.sections)
    composer.paragraph((document.closing.rstrip(" .;/") if document.closing else "") + END_OF_TEXT, _TEXT)


def _sections(composer: Composer, sections: Sequence[Section]) -> None:
    places: dict[SectionLevel, int] = {}
    for section in sections:
        places[section.level] = places.get(section.level, 0) + 1
        _heading(composer, section, places[section.level])
        for line in section.paragraphs:
            composer.paragraph(line, _TEXT)
        for table in section.tables:
            _table(composer, table)
        _sections(composer, section.subsections)


def _heading(composer: Composer, section: Section, place: int) -> None:
    if section.level is SectionLevel.PART:
        composer.paragraph(f"Phần {roman(place)}", _CENTRED_BOLD, keep_next=True)
        composer.paragraph(section.heading.upper(), _CENTRED_BOLD, keep_next=True)
    elif section.level is SectionLevel.HEADING:
        composer.paragraph(f"{roman(place)}. {section.heading.upper()}", _HEADING, keep_next=True)
    elif section.level is SectionLevel.CLAUSE:
        composer.paragraph(f"{place}. {section.heading}", _HEADING, keep_next=True)
    else:
        composer.paragraph(f"{point_letter(place - 1)}) {section.heading}", _TEXT)


def _recipients(composer: Composer, document: ReportDocument) -> None:
    composer.paragraph("Nơi nhận:", Look(size=12, bold=True, italic=True))
    names = list(document.recipients)
    if document.addressees and "Như trên" not in names:
        names.insert(0, "Như trên")
    for name in names:
        composer.paragraph(f"- {name.rstrip(' ;.')};", Look(size=11))
    composer.paragraph(f"- Lưu: {', '.join(part for part in ('VT', document.filing) if part)}.", Look(size=11))
    if document.drafter_mark:
        composer.paragraph(document.drafter_mark.upper(), Look(size=11))


def _signer(composer: Composer, document: ReportDocument) -> None:
    for line in signer_lines(document.signer):
        composer.paragraph(line, _CENTRED_BOLD)
    name = name_without_degrees(document.signer.name)
    composer.paragraph(name, Look(size=14, bold=True, align=CENTRE, before=_ROOM_FOR_SIGNATURE))


def _fill_annex(composer: Composer, document: ReportDocument, annex: Annex, *, place: int) -> None:
    label = f"Phụ lục {roman(place)}" if len(document.annexes) > 1 else "Phụ lục"
    kind = "Công văn" if document.is_letter else document.title.capitalize()
    number = number_line(document_number=document.number, symbol=document.symbol).removeprefix("Số: ")
    issued = date_line(place="", issued_on=document.issued_on).removeprefix(", ")
    composer.paragraph(label, _CENTRED_BOLD)
    composer.paragraph(annex.title.upper(), _CENTRED_BOLD)
    reference = f"(Kèm theo {kind} số {number} {issued} của {document.agency})"
    composer.paragraph(reference, Look(size=14, italic=True, align=CENTRE, after=6))
    for line in annex.paragraphs:
        composer.paragraph(line, _TEXT)
    for table in annex.tables:
        _table(composer, table)


def _table(composer: Composer, table: Table) -> None:
    if table.caption:
        composer.paragraph(table.caption, Look(size=13, bold=True, align=CENTRE, before=6, after=3), keep_next=True)
    head = [_filler(composer, column.title, Look(size=12, bold=True, align=CENTRE)) for column in table.columns]
    rows = [
        [_cell(composer, cell, column.align) for cell, column in zip(row, table.columns, strict=True)] for row in table.rows
    ]
    composer.table([column.width_mm for column in table.columns], [head, *rows])


def _cell(composer: Composer, cell: Cell, align: Align) -> Callable[[], None]:
    chosen = Align.RIGHT if cell.kind in _FIGURES and align is Align.LEFT else align
    look = Look(size=12, bold=cell.kind is CellKind.HEADING, italic=cell.kind is CellKind.NONE, align=_ALIGN[chosen])
    return _filler(composer, cell_text(cell), look)


def _filler(composer: Composer, text: str, look: Look) -> Callable[[], None]:
    return lambda: composer.paragraph(text, look)
