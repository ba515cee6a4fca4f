"""The empty official Word file: page, styles, language, page numbers and properties; and its way to bytes.

The library's own template brings theme fonts, English, a thumbnail and hundreds of styles; all that is taken out here,
once. What a document says does not belong here.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.parts.hdrftr import FooterPart, HeaderPart

from export.documents.package_file import APPLICATION_PROPERTIES, fixed_package
from export.documents.report_model import FileProperties
from export.documents.word_xml import FONT, Layout, R, Style, W, field, paragraph_of, run, twips

PAGE_WIDTH_MM, PAGE_HEIGHT_MM = 210, 297
MARGIN_TOP_MM, MARGIN_BOTTOM_MM, MARGIN_LEFT_MM, MARGIN_RIGHT_MM = 20, 20, 30, 15
PAGE_NUMBER_SIZE = 14
_MARGIN_HEADER_MM = 10

_THUMBNAIL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
_UNUSED_PARTS = (
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/webSettings",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable",
)
_KEPT_STYLES = frozenset({"Normal", "DefaultParagraphFont", "TableNormal", "NoList"})
_DEFAULTS = (
    f'<w:docDefaults xmlns:w="{W}"><w:rPrDefault><w:rPr>'
    f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    '<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/>'
    '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
)


@dataclass(frozen=True, slots=True)
class HeaderParts:
    """Relation ids of the parts that a section's properties name."""

    numbered_header: str
    first_header: str
    first_footer: str
    blank_header: str
    blank_footer: str


def blank_document(properties: FileProperties) -> WordDocument:
    """An empty document in Times New Roman and Vietnamese with nothing left over from the library's template."""
    document = Document()
    package_relations = document.part.package.rels
    for relation in [key for key, value in package_relations.items() if value.reltype == _THUMBNAIL]:
        del package_relations[relation]
    for relation in [key for key, value in document.part.rels.items() if value.reltype in _UNUSED_PARTS]:
        del document.part.rels[relation]
    _plain_styles(document)
    _plain_settings(document)
    _set_properties(document, properties)
    return document


def _plain_styles(document: WordDocument) -> None:
    styles = document.styles.element
    styles.replace(styles.find(qn("w:docDefaults")), parse_xml(_DEFAULTS))
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:styleId")) not in _KEPT_STYLES:
            styles.remove(style)
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    normal = next(style for style in styles.findall(qn("w:style")) if style.get(qn("w:styleId")) == "Normal")
    for name in ("w:rPr", "w:pPr"):
        for old in normal.findall(qn(name)):
            normal.remove(old)
    normal.append(
        parse_xml(f'<w:rPr xmlns:w="{W}">{fonts}<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>')
    )
    for level, size in ((1, 28), (2, 28), (3, 28)):
        styles.append(
            parse_xml(
                f'<w:style xmlns:w="{W}" w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
                f'<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/>'
                f'<w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr>{fonts}<w:b/><w:color w:val="000000"/>'
                f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
            )
        )


def _plain_settings(document: WordDocument) -> None:
    settings = document.settings.element
    for name in ("w:themeFontLang", "w:rsids", "w:savePreviewPicture", "w:proofState"):
        for old in settings.findall(qn(name)):
            settings.remove(old)
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")  # without it Word opens the file "in compatibility mode"


def _set_properties(document: WordDocument, properties: FileProperties) -> None:
    core = document.core_properties
    moment = properties.created.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    core.title = properties.title[:255]
    core.author = core.last_modified_by = properties.author[:255]
    core.created = core.modified = moment
    core.revision = 1
    core.comments = core.keywords = core.category = core.subject = ""
    core.language = "vi-VN"


def add_headers(document: WordDocument, *, first_header: str = "", first_footer: str = "") -> HeaderParts:
    """Make the header and footer parts: page number on the pages that follow, the given paragraphs on the first one.

    ``first_header`` and ``first_footer`` are finished paragraphs of XML, or nothing.
    """
    style = Style(size=PAGE_NUMBER_SIZE)
    page_number = paragraph_of(field("PAGE", style), Layout(align="center"))
    blank = paragraph_of(run("", Style(size=PAGE_NUMBER_SIZE)), Layout(align="center"))
    return HeaderParts(
        numbered_header=_header(document, page_number),
        first_header=_header(document, first_header or blank),
        first_footer=_footer(document, first_footer or blank),
        blank_header=_header(document, blank),
        blank_footer=_footer(document, blank),
    )


def _header(document: WordDocument, content: str) -> str:
    part, relation = document.part.add_header_part()  # type: ignore[no-untyped-call]
    return _filled(part, relation, content)


def _footer(document: WordDocument, content: str) -> str:
    part, relation = document.part.add_footer_part()  # type: ignore[no-untyped-call]
    return _filled(part, relation, content)


def _filled(part: HeaderPart | FooterPart, relation: str, content: str) -> str:
    element = part.element
    for child in list(element):
        element.remove(child)
    for child in list(parse_xml(f'<w:body xmlns:w="{W}">{content}</w:body>')):
        element.append(child)
    return relation


def section_properties(parts: HeaderParts, *, first_section: bool, landscape: bool = False) -> str:
    """The ``w:sectPr`` of a section on A4; each section counts its pages from 1 and hides the first number (annex I, I.7)."""
    width, height = twips(PAGE_WIDTH_MM), twips(PAGE_HEIGHT_MM)
    orientation = ""
    if landscape:
        width, height, orientation = height, width, ' w:orient="landscape"'
    header = parts.first_header if first_section else parts.blank_header
    footer = parts.first_footer if first_section else parts.blank_footer
    return (
        f'<w:sectPr xmlns:r="{R}"><w:headerReference w:type="default" r:id="{parts.numbered_header}"/>'
        f'<w:headerReference w:type="first" r:id="{header}"/>'
        f'<w:footerReference w:type="default" r:id="{parts.blank_footer}"/>'
        f'<w:footerReference w:type="first" r:id="{footer}"/>'
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{orientation}/>'
        f'<w:pgMar w:top="{twips(MARGIN_TOP_MM)}" w:right="{twips(MARGIN_RIGHT_MM)}" w:bottom="{twips(MARGIN_BOTTOM_MM)}" '
        f'w:left="{twips(MARGIN_LEFT_MM)}" w:header="{twips(_MARGIN_HEADER_MM)}" '
        f'w:footer="{twips(_MARGIN_HEADER_MM)}" w:gutter="0"/>'
        '<w:pgNumType w:fmt="decimal" w:start="1"/><w:titlePg/></w:sectPr>'
    )


def fill_body(document: WordDocument, content: str) -> None:
    """Replace the body by finished blocks of XML; the last of them is the last section's ``w:sectPr``."""
    document.element.replace(document.element.body, parse_xml(f'<w:body xmlns:w="{W}" xmlns:r="{R}">{content}</w:body>'))


def document_bytes(document: WordDocument) -> bytes:
    """The file: the same bytes for the same content on every PC."""
    target = io.BytesIO()
    document.save(target)
    return fixed_package(target.getvalue(), rewriters={"docProps/app.xml": lambda _: iter((APPLICATION_PROPERTIES,))})
