"""The two sheets that travel on paper: the hand-over sheet of a bundle and the enrolment sheet of an office key.

Each is one page of Word with lines to sign by hand; figures to be read aloud stand in groups with their reading digit by
digit. The QR code holds no more than the line printed beside it. Both sheets name offices, periods and files, never a
person.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime

import segno
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement, parse_xml
from docx.shared import Mm

from export.documents.official_format import digits_in_groups, short_date, spoken_digits, whole_number
from export.documents.paper_sheet import PaperSheet, Reading
from export.documents.report_model import Align, FileProperties
from export.documents.word_blocks import TEXT_WIDTH
from export.documents.word_package import add_headers, blank_document, document_bytes, fill_body, section_properties
from export.documents.word_xml import Layout, Style, W, layout_table, paragraph, paragraph_of, run
from export.documents.wording import Language, Word, text
from export.trust.voice_number import spoken_code

QR_PREFIX = "SHD1"
VOICE_DIGITS = 24
_QR_SIDE_MM = 42
_BODY = Style(size=13)
_BOLD = Style(size=13, bold=True)
_CENTRED = Layout(align=Align.CENTRE)
_LINE = Layout(before=80)
_ROOM_TO_SIGN = 4


@dataclass(frozen=True, slots=True)
class HandoverSheet:
    """A sealed bundle as it is handed over. ``sha256`` is 64 hexadecimal digits, ``sealed_at`` bears its zone."""

    office_code: str
    office: str
    centre: str
    period: str
    period_name: str
    file_name: str
    size: int
    sha256: str
    activities: int
    attachments: int
    answers: int
    sealed_at: datetime


@dataclass(frozen=True, slots=True)
class EnrolmentSheet:
    """An office's request to be enrolled. ``voice_number`` is 24 digits, ``trust_version`` the version it was made from."""

    office_code: str
    office: str
    centre: str
    voice_number: str
    trust_version: int
    file_name: str
    created_at: datetime


def qr_text(sheet: HandoverSheet) -> str:
    """What the QR code holds: "SHD1;office;period;sha256"."""
    return f"{QR_PREFIX};{sheet.office_code};{sheet.period};{sheet.sha256}"


def _check_digest(sha256: str) -> None:
    if len(sha256) != 64 or any(character not in "0123456789abcdef" for character in sha256):
        raise ValueError("a SHA-256 is 64 small hexadecimal digits")


def handover_paper(sheet: HandoverSheet, *, language: Language = "vi") -> PaperSheet:
    """What stands on the hand-over sheet. Raises ``ValueError`` for a digest that is none."""
    _check_digest(sheet.sha256)
    code = spoken_code(bytes.fromhex(sheet.sha256))
    counts = ", ".join(
        f"{whole_number(count)} {text(word, language)}"
        for count, word in (
            (sheet.activities, Word.HANDOVER_ACTIVITIES),
            (sheet.attachments, Word.HANDOVER_ATTACHMENTS),
            (sheet.answers, Word.HANDOVER_ANSWERS),
        )
    )
    return PaperSheet(
        title=text(Word.HANDOVER_TITLE, language),
        qr=qr_text(sheet),
        facts=(
            (text(Word.OFFICE, language), f"{sheet.office} ({sheet.office_code})"),
            (text(Word.HANDOVER_PERIOD, language), f"{sheet.period_name} ({sheet.period})"),
            (text(Word.HANDOVER_FILE, language), sheet.file_name),
            (text(Word.HANDOVER_SIZE, language), f"{whole_number(sheet.size)} byte"),
            (text(Word.HANDOVER_COUNTS, language), counts),
            (text(Word.HANDOVER_SEALED_AT, language), _moment(sheet.sealed_at)),
        ),
        readings=(
            Reading(text(Word.HANDOVER_SHA256, language), " ".join(digits_in_groups(sheet.sha256)), large=False),
            Reading(text(Word.HANDOVER_SPOKEN, language), _in_groups(code), _readings(code)),
        ),
        note=text(Word.HANDOVER_NOTE, language),
        sides=_sides(sheet.office, sheet.centre, language),
        sign=text(Word.HANDOVER_SIGN, language),
    )


def enrolment_paper(sheet: EnrolmentSheet, *, language: Language = "vi") -> PaperSheet:
    """What stands on the enrolment sheet. Raises ``ValueError`` for a voice number that is not 24 digits."""
    if len(sheet.voice_number) != VOICE_DIGITS or not (sheet.voice_number.isascii() and sheet.voice_number.isdigit()):
        raise ValueError("a voice number has 24 digits")
    return PaperSheet(
        title=text(Word.ENROLMENT_TITLE, language),
        facts=(
            (text(Word.OFFICE, language), f"{sheet.office} ({sheet.office_code})"),
            (text(Word.ENROLMENT_FILE, language), sheet.file_name),
            (text(Word.ENROLMENT_TRUST, language), str(sheet.trust_version)),
            (text(Word.DATE, language), _moment(sheet.created_at)),
        ),
        readings=(
            Reading(text(Word.ENROLMENT_DIGITS, language), _in_groups(sheet.voice_number)),
            Reading(text(Word.ENROLMENT_READ, language), spoken=_readings(sheet.voice_number)),
        ),
        note=text(Word.ENROLMENT_HOW, language),
        sides=_sides(sheet.office, sheet.centre, language),
        sign=text(Word.HANDOVER_SIGN, language),
    )


def render_handover_sheet(sheet: HandoverSheet, properties: FileProperties, *, language: Language = "vi") -> bytes:
    """The hand-over sheet as a .docx. Raises as ``handover_paper``."""
    return render_paper(handover_paper(sheet, language=language), properties)


def render_enrolment_sheet(sheet: EnrolmentSheet, properties: FileProperties, *, language: Language = "vi") -> bytes:
    """The enrolment sheet as a .docx. Raises as ``enrolment_paper``."""
    return render_paper(enrolment_paper(sheet, language=language), properties)


def render_paper(paper: PaperSheet, properties: FileProperties) -> bytes:
    """A sheet of paper as a .docx of one page."""
    content = [paragraph(paper.title, Style(size=14, bold=True), Layout(align=Align.CENTRE, after=120))]
    content += [paragraph_of(run(f"{name}: ", _BOLD) + run(value, _BODY), _LINE) for name, value in paper.facts]
    for reading in paper.readings:
        content += _reading(reading)
    content.append(paragraph(paper.note, Style(size=12, italic=True), Layout(align="both", before=120)))
    content.append(_signatures(paper))
    word = blank_document(properties)
    picture = io.BytesIO()
    if paper.qr:
        segno.make(paper.qr, error="m", micro=False).save(picture, kind="png", scale=6, border=4)
        picture.seek(0)
    _one_page(word, content)
    if paper.qr:
        word.element.body.insert(1, _picture_paragraph(word, picture))
    return document_bytes(word)


def _reading(reading: Reading) -> list[str]:
    style, layout = Style(size=12), _CENTRED
    if reading.large:
        style, layout = Style(size=20, bold=True), Layout(align=Align.CENTRE, before=60)
    parts = [paragraph(f"{reading.name}:", _BOLD, _LINE)]
    if reading.figures:
        parts.append(paragraph(reading.figures, style, layout))
    return parts + [paragraph(line, _BODY, Layout(left=1440, before=40)) for line in reading.spoken]


def _one_page(word: WordDocument, content: list[str]) -> None:
    parts = add_headers(word)
    fill_body(word, "".join(content) + section_properties(parts, first_section=True))


def _in_groups(digits: str) -> str:
    return "   ".join(digits_in_groups(digits))


def _readings(digits: str) -> tuple[str, ...]:
    """The reading of each group on a line of its own; read in Vietnamese whatever the language of the sheet."""
    return tuple(f"{group}:  {spoken_digits(group)}" for group in digits_in_groups(digits))


def _sides(giver: str, taker: str, language: Language) -> tuple[tuple[str, str], ...]:
    return (text(Word.HANDOVER_GIVER, language), giver), (text(Word.HANDOVER_TAKER, language), taker)


def _moment(moment: datetime) -> str:
    return f"{moment.hour:02d}:{moment.minute:02d}, {short_date(moment.date())}"


def _signatures(paper: PaperSheet) -> str:
    half = TEXT_WIDTH // 2
    cells = []
    for side, office in paper.sides:
        lines = paragraph(side, _BOLD, _CENTRED) + paragraph(office, _BODY, _CENTRED)
        lines += paragraph(paper.sign, Style(size=12, italic=True), _CENTRED)
        lines += paragraph("", _BODY, Layout()) * _ROOM_TO_SIGN
        cells.append((half, lines))
    return paragraph("", Style(size=8), Layout()) + layout_table([cells]) + paragraph("", Style(size=2), Layout())


def _picture_paragraph(word: WordDocument, picture: io.BytesIO) -> object:
    """A centred paragraph with the QR code."""
    element = parse_xml(f'<w:body xmlns:w="{W}">{paragraph_of(run("", _BODY), _CENTRED)}</w:body>')[0]
    drawing = OxmlElement("w:drawing")
    drawing.append(word.part.new_pic_inline(picture, Mm(_QR_SIDE_MM), Mm(_QR_SIDE_MM)))
    element[-1].append(drawing)
    return element
