"""The fixed elements around the text of an official document: head, addressees, legal bases, signature, recipients, annex head.

Sizes and places are those of the decree's samples (Nghị định 30/2020/NĐ-CP, annex I part I and V, annex III); the number
in each docstring is the decree's paragraph. Each function returns finished XML. The text in between is set by
``word_report``.
"""

from __future__ import annotations

from export.documents.official_format import date_line, name_without_degrees, number_line, roman, signing_time
from export.documents.report_model import Align, Annex, AttachmentStamp, Authority, ReportDocument, Signer, Urgency
from export.documents.text_width import text_width_points
from export.documents.word_package import MARGIN_LEFT_MM, MARGIN_RIGHT_MM, PAGE_WIDTH_MM
from export.documents.word_xml import (
    TWIPS_PER_POINT,
    Layout,
    Style,
    boxed,
    layout_table,
    paragraph,
    rule,
    twips,
)

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
NATIONAL_MOTTO = "Độc lập - Tự do - Hạnh phúc"
TEXT_WIDTH = twips(PAGE_WIDTH_MM - MARGIN_LEFT_MM - MARGIN_RIGHT_MM) - 2
_LEFT_WIDTH = twips(70)
_RIGHT_WIDTH = TEXT_WIDTH - _LEFT_WIDTH
_RULE_SHARE = 0.4  # the decree asks for a third to a half
_CENTRED = Layout(align=Align.CENTRE)
_ROOM_FOR_SIGNATURE = 4
_STAMP_WIDTH_MM = {Urgency.EXPRESS: 30, Urgency.VERY_URGENT: 40, Urgency.URGENT: 20}
_STAMP_HEIGHT_MM = 8


def head(document: ReportDocument) -> str:
    """Agency, national name and motto, number, place and date (II.1-II.4), for a letter its "V/v" (II.5)."""
    left_points = _LEFT_WIDTH / TWIPS_PER_POINT
    parent = ""
    if document.parent_agency:
        parent = paragraph(document.parent_agency.upper(), Style(size=12), _CENTRED)
    agency = document.agency.upper()
    left = parent + paragraph(agency, Style(size=12, bold=True), _CENTRED)
    left += rule(length=_rule_length(agency, size=12, available=left_points), available=left_points)
    right_points = _RIGHT_WIDTH / TWIPS_PER_POINT
    right = paragraph(NATIONAL_NAME, Style(size=12, bold=True), _CENTRED)
    right += paragraph(NATIONAL_MOTTO, Style(size=13, bold=True), _CENTRED)
    right += rule(length=text_width_points(NATIONAL_MOTTO, size=13, bold=True), available=right_points)
    number = number_line(document_number=document.number, symbol=document.symbol)
    second_left = paragraph(number, Style(size=13), Layout(align=Align.CENTRE, before=80))
    if document.is_letter:
        second_left += _letter_subject(document.abstract)
    if document.urgency is not None:
        second_left += _urgency_stamp(document.urgency)
    date = date_line(place=document.place, issued_on=document.issued_on)
    second_right = paragraph(date, Style(size=13, italic=True), Layout(align=Align.CENTRE, before=80))
    return layout_table(
        [((_LEFT_WIDTH, left), (_RIGHT_WIDTH, right)), ((_LEFT_WIDTH, second_left), (_RIGHT_WIDTH, second_right))]
    )


def _rule_length(line: str, *, size: float, available: float) -> float:
    """Two fifths of the line as it stands on the page: a long name is broken at the width of its column."""
    return _RULE_SHARE * min(text_width_points(line, size=size, bold=True), available)


def _letter_subject(abstract: tuple[str, ...]) -> str:
    """ "V/v …" at 12 pt, upright, 6 pt below the number (II.5.b)."""
    return paragraph("V/v " + " ".join(abstract), Style(size=12), Layout(align=Align.CENTRE, before=120))


def _urgency_stamp(urgency: Urgency) -> str:
    """The stamp of urgency in its exact size (III.2)."""
    box = boxed(urgency.value, Style(size=13, bold=True), width_mm=_STAMP_WIDTH_MM[urgency], height_mm=_STAMP_HEIGHT_MM)
    gap = paragraph("", Style(size=6), _CENTRED)
    return gap + box + gap


def title(document: ReportDocument) -> str:
    """Kind of document and abstract with the rule below (II.5.a); a letter has none."""
    if document.is_letter:
        return paragraph("", Style(size=6), _CENTRED)
    lines = [paragraph(document.title.upper(), Style(size=14, bold=True), Layout(align=Align.CENTRE, before=240))]
    lines += [paragraph(line, Style(size=14, bold=True), _CENTRED) for line in document.abstract]
    last = document.abstract[-1] if document.abstract else document.title.upper()
    available = TEXT_WIDTH / TWIPS_PER_POINT
    lines.append(rule(length=_rule_length(last, size=14, available=available), available=available))
    return "".join(lines)


def addressees(names: tuple[str, ...]) -> str:
    """ "Kính gửi:" (II.9.a): one addressee on the same line; several on lines of their own, dashes below the colon."""
    if not names:
        return ""
    style, margin = Style(size=14), twips(30)
    if len(names) == 1:
        return paragraph(f"Kính gửi: {names[0]}", style, Layout(align=Align.CENTRE, before=240, after=120))
    below_colon = margin + round(text_width_points("Kính gửi", size=14) * TWIPS_PER_POINT)
    lines = [paragraph("Kính gửi:", style, Layout(left=margin, before=240))]
    for index, name in enumerate(names):
        stop = "." if index == len(names) - 1 else ";"
        lines.append(paragraph(f"- {name}{stop}", style, Layout(left=below_colon + 180, hanging=180, before=60)))
    return "".join(lines)


def legal_bases(bases: tuple[str, ...]) -> str:
    """Each basis in italics on its own line, ending with ";", the last one with "." (II.6.a)."""
    layout = Layout(align="both", first_line=720, before=120)
    lines = []
    for index, basis in enumerate(bases):
        stop = "." if index == len(bases) - 1 else ";"
        lines.append(paragraph(basis.rstrip(" ;.") + stop, Style(size=14, italic=True), layout))
    return "".join(lines)


def signature(document: ReportDocument) -> str:
    """Recipients on the left, level with the signer's post on the right (II.7, II.9.b)."""
    half = TEXT_WIDTH // 2
    left = _recipients(document)
    right = _signer(document.signer)
    return paragraph("", Style(size=6), _CENTRED) + layout_table([((half, left), (TEXT_WIDTH - half, right))])


def _recipients(document: ReportDocument) -> str:
    lines = [paragraph("Nơi nhận:", Style(size=12, bold=True, italic=True), Layout())]
    names = list(document.recipients)
    if document.addressees and "Như trên" not in names:
        names.insert(0, "Như trên")
    small = Style(size=11)
    lines += [paragraph(f"- {name.rstrip(' ;.')};", small, Layout()) for name in names]
    filing = ", ".join(part for part in ("VT", document.filing) if part)
    lines.append(paragraph(f"- Lưu: {filing}.", small, Layout()))
    if document.drafter_mark:
        lines.append(paragraph(document.drafter_mark.upper(), small, Layout()))
    return "".join(lines)


def signer_lines(signer: Signer) -> tuple[str, ...]:
    """The lines above the signature: "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"."""
    lines = [line for line in (signer.collective, *signer.titles) if line]
    if signer.authority is not Authority.NONE and lines:
        lines[0] = f"{signer.authority} {lines[0]}"
    return tuple(line.upper() for line in lines)


def _signer(signer: Signer) -> str:
    bold = Style(size=14, bold=True)
    lines = [paragraph(line, bold, _CENTRED) for line in signer_lines(signer)]
    lines += [paragraph("", Style(size=14), _CENTRED)] * _ROOM_FOR_SIGNATURE
    lines.append(paragraph(name_without_degrees(signer.name), bold, _CENTRED))
    return "".join(lines)


def annex_head(document: ReportDocument, annex: Annex, *, place: int) -> str:
    """ "Phụ lục I", title in capitals, "(Kèm theo …)" (III.1); a single annex bears no numeral."""
    label = f"Phụ lục {roman(place)}" if len(document.annexes) > 1 else "Phụ lục"
    kind = "Công văn" if document.is_letter else document.title.capitalize()
    number = number_line(document_number=document.number, symbol=document.symbol).removeprefix("Số: ")
    issued = date_line(place="", issued_on=document.issued_on).removeprefix(", ")
    reference = f"(Kèm theo {kind} số {number} {issued} của {document.agency})"
    return (
        paragraph(label, Style(size=14, bold=True), _CENTRED)
        + paragraph(annex.title.upper(), Style(size=14, bold=True), _CENTRED)
        + paragraph(reference, Style(size=14, italic=True), Layout(align=Align.CENTRE, after=120))
    )


def attachment_stamp(stamp: AttachmentStamp | None) -> str:
    """Number, symbol and time of signing at the top right of a separately attached file, 10 pt (II.8.b)."""
    if stamp is None:
        return ""
    words = f"{stamp.number_and_symbol}; {signing_time(stamp.signed_at)}"
    return paragraph(words, Style(size=10), Layout(align=Align.RIGHT))


def address_line(address: str) -> str:
    """The agency's address below a rule across the first page (III.4)."""
    if not address:
        return ""
    return paragraph(address, Style(size=11), Layout(align=Align.CENTRE, rule_above=True))
