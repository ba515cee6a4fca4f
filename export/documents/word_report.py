"""A report, a consolidated report or a letter as a Word file in the official form of Nghị định 30/2020/NĐ-CP.

The text itself is set here: divisions with their numbers, paragraphs, tables, annexes, and "./." at its end. No figure is
computed here and nothing is read from a ledger: the model says it all. The same model and properties give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence

from export.documents import word_blocks
from export.documents.official_format import point_letter, roman
from export.documents.report_model import Align, FileProperties, ReportDocument, Section, SectionLevel
from export.documents.word_package import (
    MARGIN_BOTTOM_MM,
    MARGIN_TOP_MM,
    PAGE_HEIGHT_MM,
    add_headers,
    blank_document,
    document_bytes,
    fill_body,
    section_properties,
)
from export.documents.word_table import Bookmarks, data_table
from export.documents.word_xml import Layout, Style, paragraph, paragraph_of, run, twips

END_OF_TEXT = "./."
FIRST_LINE = 720  # 1.27 cm
_BODY = Style(size=14)
_BOLD = Style(size=14, bold=True)
_TEXT_LAYOUT = Layout(align="both", first_line=FIRST_LINE, before=120, line=276)
_LANDSCAPE_WIDTH = twips(PAGE_HEIGHT_MM - MARGIN_TOP_MM - MARGIN_BOTTOM_MM) - 200


def render_word(document: ReportDocument, properties: FileProperties) -> bytes:
    """The .docx of ``document``."""
    word = blank_document(properties)
    parts = add_headers(
        word,
        first_header=word_blocks.attachment_stamp(document.attachment_stamp),
        first_footer=word_blocks.address_line(document.address_line),
    )
    bookmarks = Bookmarks()
    content = [
        word_blocks.head(document),
        word_blocks.title(document),
        word_blocks.addressees(document.addressees),
        word_blocks.legal_bases(document.legal_bases),
        _text(document, bookmarks),
        word_blocks.signature(document),
    ]
    closing = section_properties(parts, first_section=True)
    for place, annex in enumerate(document.annexes, start=1):
        content.append(_section_end(closing))
        content.append(word_blocks.annex_head(document, annex, place=place))
        content.extend(paragraph(line, _BODY, _TEXT_LAYOUT) for line in annex.paragraphs)
        available = _LANDSCAPE_WIDTH if annex.landscape else word_blocks.TEXT_WIDTH
        content.extend(data_table(table, available=available, bookmarks=bookmarks) for table in annex.tables)
        closing = section_properties(parts, first_section=False, landscape=annex.landscape)
    content.append(closing)
    fill_body(word, "".join(content))
    return document_bytes(word)


def _section_end(properties: str) -> str:
    """A section of Word ends in the properties of its last paragraph."""
    return paragraph_of(run("", Style(size=2)), Layout(), section_properties=properties)


def _text(document: ReportDocument, bookmarks: Bookmarks) -> str:
    """Opening, divisions and closing; the last paragraph of the text ends in "./."."""
    blocks = [_paragraph_block(line) for line in document.opening]
    blocks += _sections(document.sections, bookmarks)
    if document.closing:
        blocks.append(_paragraph_block(document.closing))
    if blocks and blocks[-1][0] is not None:
        last = blocks.pop()[0] or ""
        blocks.append(_paragraph_block(last.rstrip(" .;/") + END_OF_TEXT))
    else:
        blocks.append(_paragraph_block(END_OF_TEXT))
    return "".join(xml for _, xml in blocks)


_Block = tuple[str | None, str]
"""A block of XML, with its text when it is an ordinary paragraph: only such a one may take the "./."."""


def _paragraph_block(line: str) -> _Block:
    return line, paragraph(line, _BODY, _TEXT_LAYOUT)


def _sections(sections: Sequence[Section], bookmarks: Bookmarks) -> list[_Block]:
    blocks: list[_Block] = []
    places: dict[SectionLevel, int] = {}
    for section in sections:
        places[section.level] = places.get(section.level, 0) + 1
        blocks += _heading(section, places[section.level])
        blocks += [_paragraph_block(line) for line in section.paragraphs]
        blocks += [(None, data_table(table, available=word_blocks.TEXT_WIDTH, bookmarks=bookmarks)) for table in section.tables]
        blocks += _sections(section.subsections, bookmarks)
    return blocks


def _heading(section: Section, place: int) -> list[_Block]:
    """The heading of a division with its number (II.6.đ): Phần I, I., 1., a)."""
    heading = section.heading
    if section.level is SectionLevel.PART:
        centred = Layout(align=Align.CENTRE, before=120, keep_next=True, outline=0)
        return [(None, paragraph(f"Phần {roman(place)}", _BOLD, centred) + paragraph(heading.upper(), _BOLD, centred))]
    if section.level is SectionLevel.HEADING:
        return [(None, paragraph(f"{roman(place)}. {heading.upper()}", _BOLD, _outlined(0)))]
    if section.level is SectionLevel.CLAUSE:
        return [(None, paragraph(f"{place}. {heading}", _BOLD, _outlined(1)))]
    return [_paragraph_block(f"{point_letter(place - 1)}) {heading}")]


def _outlined(level: int) -> Layout:
    """The layout of a heading that stands in Word's navigation pane."""
    return Layout(align="both", first_line=FIRST_LINE, before=120, line=276, keep_next=True, outline=level)
