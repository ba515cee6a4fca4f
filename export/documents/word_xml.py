"""Paragraphs, runs and tables of Word as text of XML (WordprocessingML, ISO/IEC 29500-1).

Everything here is a pure function from values to a string, because one parse of a finished body is many times faster than
a call of the library for each cell. Every text goes through ``run``, which escapes it; nothing else may put text into the
XML. Sizes are points, lengths are twips (twentieths of a point) unless a name says millimetres.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from export.documents.official_format import clean_text
from export.documents.report_model import Align

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FONT = "Times New Roman"
TWIPS_PER_POINT = 20
JUSTIFIED = "both"


def twips(millimetres: float) -> int:
    """Millimetres to twips, rounded up so that a margin never falls below the decree's bound."""
    return -int(-millimetres * 1440 // 25.4)


@dataclass(frozen=True, slots=True)
class Style:
    """Looks of a run: size in points and the three switches the decree speaks of."""

    size: float = 14
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """Looks of a paragraph.

    ``align`` is a ``w:jc`` value; ``line`` counts 240ths of a line, ``exact_line`` twips in its place.
    """

    align: str = "left"
    first_line: int = 0
    left: int = 0
    right: int = 0
    hanging: int = 0
    before: int = 0
    after: int = 0
    line: int = 240
    exact_line: int = 0
    keep_next: bool = False
    outline: int = -1
    rule_above: bool = False
    page_break_before: bool = False


def run(text: str, style: Style) -> str:
    """One run; a line feed in the text becomes a line break, a tab stays a tab."""
    size = round(style.size * 2)
    switches = ("<w:b/><w:bCs/>" if style.bold else "") + ("<w:i/><w:iCs/>" if style.italic else "")
    properties = (
        f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>{switches}'
        f'<w:color w:val="000000"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="vi-VN"/></w:rPr>'
    )
    pieces = []
    for index, line in enumerate(clean_text(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")):
        start = "<w:br/>" if index else ""
        words = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in line.split("\t"))
        pieces.append(start + words)
    return f"<w:r>{properties}{''.join(pieces)}</w:r>"


def field(instruction: str, style: Style) -> str:
    """A field that Word computes, such as PAGE."""
    properties = run("", style).removeprefix("<w:r>").split("</w:rPr>")[0] + "</w:rPr>"
    return (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r>{properties}<w:t>1</w:t></w:r>"
        f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def paragraph_of(content: str, layout: Layout, *, section_properties: str = "") -> str:
    """A paragraph around finished runs, its properties in the order that the schema asks for."""
    parts = [f'<w:pStyle w:val="Heading{layout.outline + 1}"/>'] if layout.outline >= 0 else []
    if layout.keep_next:
        parts.append("<w:keepNext/>")
    if layout.page_break_before:
        parts.append("<w:pageBreakBefore/>")
    if layout.rule_above:
        parts.append('<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>')
    spacing = (
        f'w:line="{layout.exact_line}" w:lineRule="exact"' if layout.exact_line else f'w:line="{layout.line}" w:lineRule="auto"'
    )
    parts.append(f'<w:spacing w:before="{layout.before}" w:after="{layout.after}" {spacing}/>')
    indent = f'w:hanging="{layout.hanging}"' if layout.hanging else f'w:firstLine="{layout.first_line}"'
    parts.append(f'<w:ind w:left="{layout.left}" w:right="{layout.right}" {indent}/>')
    parts.append(f'<w:jc w:val="{layout.align}"/>')
    if layout.outline >= 0:
        parts.append(f'<w:outlineLvl w:val="{layout.outline}"/>')
    return f"<w:p><w:pPr>{''.join(parts)}{section_properties}</w:pPr>{content}</w:p>"


def paragraph(text: str, style: Style, layout: Layout) -> str:
    """A paragraph of one run."""
    return paragraph_of(run(text, style), layout)


def rule(*, length: float, available: float) -> str:
    """A centred solid rule ``length`` points long in a column of ``available`` points: a thin paragraph with a top border."""
    side = max(0, round((available - length) / 2 * TWIPS_PER_POINT))
    layout = Layout(align="center", left=side, right=side, before=20, exact_line=40, rule_above=True)
    return paragraph_of(run("", Style(size=2)), layout)


def bookmark(name: str, number: int, content: str) -> str:
    """``content`` inside a bookmark, so that a figure can be found by its trace."""
    return f'<w:bookmarkStart w:id="{number}" w:name={quoteattr(name)}/>{content}<w:bookmarkEnd w:id="{number}"/>'


def borderless_row(cells: Sequence[tuple[int, str]]) -> str:
    """One row that does not break over pages; ``cells`` are widths in twips and finished paragraphs."""
    inner = "".join(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>' for width, content in cells)
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{inner}</w:tr>"


def layout_table(rows: Sequence[Sequence[tuple[int, str]]]) -> str:
    """A table without lines, used to set two columns side by side."""
    widths = [width for width, _ in rows[0]]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(borderless_row(row) for row in rows)}</w:tbl>"
    )


def boxed(text: str, style: Style, *, width_mm: float, height_mm: float) -> str:
    """A centred text in a frame of an exact size."""
    width, height = twips(width_mm), twips(height_mm)
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="8" w:space="0" w:color="000000"/>' for side in ("top", "left", "bottom", "right")
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{sides}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        f'</w:tblPr><w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>'
        f'<w:tr><w:trPr><w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr>'
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{paragraph(text, style, Layout(align=Align.CENTRE))}</w:tc></w:tr></w:tbl>"
    )
