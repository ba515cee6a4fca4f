"""A report as a page for the eye, before it is printed: the model of the document as simple rich text.

What is printed is made by ``export.documents`` and ``ui.printing``; this only shows the same words and figures on the screen.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from export.documents.official_format import date_line, number_line, point_letter, roman
from export.documents.report_model import Align, Annex, Cell, CellKind, ReportDocument, Section, SectionLevel, Table
from export.documents.word_blocks import NATIONAL_MOTTO, NATIONAL_NAME
from export.documents.word_table import cell_text

_ALIGN = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}


def report_html(document: ReportDocument) -> str:
    """The whole document; every text is escaped."""
    parts = [_head(document)] if document.is_letter else [_head(document), _title(document)]
    parts += [f"<p align='center'><b>Kính gửi:</b> {escape(name)}</p>" for name in document.addressees]
    parts += [f"<p><i>{escape(basis)}</i></p>" for basis in document.legal_bases]
    parts += [f"<p>{escape(line)}</p>" for line in document.opening]
    for number, section in enumerate(document.sections, 1):
        parts += _section(section, number)
    parts.append(f"<p>{escape(document.closing)}</p>")
    parts.append(_foot(document))
    for place, annex in enumerate(document.annexes, 1):
        parts.append(_annex(annex, place))
    return "\n".join(parts)


def _head(document: ReportDocument) -> str:
    left = [
        escape(document.parent_agency),
        f"<b>{escape(document.agency)}</b>",
        escape(number_line(document_number=document.number, symbol=document.symbol)),
        *(f"V/v {escape(line)}" for line in document.abstract if document.is_letter),
    ]
    right = [
        f"<b>{escape(NATIONAL_NAME)}</b>",
        f"<b>{escape(NATIONAL_MOTTO)}</b>",
        f"<i>{escape(date_line(place=document.place, issued_on=document.issued_on))}</i>",
    ]
    cells = "".join(
        f"<td align='center' width='50%'>{'<br>'.join(part for part in side if part)}</td>" for side in (left, right)
    )
    return f"<table width='100%'><tr>{cells}</tr></table>"


def _title(document: ReportDocument) -> str:
    lines = "<br>".join(f"<b>{escape(line)}</b>" for line in (document.title, *document.abstract))
    return f"<p align='center'>{lines}</p>"


def _section(section: Section, number: int) -> Iterator[str]:
    prefix = {
        SectionLevel.HEADING: f"{roman(number)}. ",
        SectionLevel.CLAUSE: f"{number}. ",
        SectionLevel.POINT: f"{point_letter(number)}) ",
    }.get(section.level, "")
    yield f"<p><b>{escape(prefix + section.heading)}</b></p>"
    for line in section.paragraphs:
        yield f"<p>{escape(line)}</p>"
    for table in section.tables:
        yield _table(table)
    for place, inner in enumerate(section.subsections, 1):
        yield from _section(inner, place)


def _foot(document: ReportDocument) -> str:
    signer = "<br>".join(f"<b>{escape(line)}</b>" for line in document.signer.titles)
    name = f"<b>{escape(document.signer.name)}</b>" if document.signer.name else "…"
    return f"<table width='100%'><tr><td width='50%'></td><td align='center'>{signer}<br><br><br>{name}</td></tr></table>"


def _annex(annex: Annex, place: int) -> str:
    notes = "".join(f"<p><i>{escape(line)}</i></p>" for line in annex.paragraphs)
    tables = "".join(_table(table) for table in annex.tables)
    return f"<hr><p align='center'><b>Phụ lục {roman(place)}<br>{escape(annex.title)}</b></p>{notes}{tables}"


def _table(table: Table) -> str:
    head = "".join(f"<th>{escape(column.title)}</th>" for column in table.columns)
    rows = "".join(
        "<tr>" + "".join(_cell(cell, column.align) for cell, column in zip(row, table.columns, strict=True)) + "</tr>"
        for row in table.rows
    )
    return f"<table border='1' cellspacing='0' cellpadding='3' width='98%'><tr>{head}</tr>{rows}</table>"


def _cell(cell: Cell, align: Align) -> str:
    text = escape(cell_text(cell))
    return f"<td align='{_ALIGN[align]}'>{f'<b>{text}</b>' if cell.kind is CellKind.HEADING else text}</td>"
