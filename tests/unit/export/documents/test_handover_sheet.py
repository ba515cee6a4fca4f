"""The two paper sheets, read from the file; the QR code is compared with one made from the text it should hold."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import docx
import pytest
import segno

from export.documents.handover_sheet import (
    EnrolmentSheet,
    HandoverSheet,
    qr_text,
    render_enrolment_sheet,
    render_handover_sheet,
)
from export.trust.voice_number import spoken_code
from tests.unit.export.documents.samples import PROPERTIES

DIGEST = "0123456789abcdef" * 4
SHEET = HandoverSheet(
    office_code="UBND-DH",
    office="Ủy ban nhân dân huyện Đăk Hà",
    centre="Sở Thông tin và Truyền thông",
    period="2020S1",
    period_name="06 tháng đầu năm 2020",
    file_name="UBND-DH_2020S1_01.shd",
    size=1234567,
    sha256=DIGEST,
    activities=120,
    attachments=3,
    answers=40,
    sealed_at=datetime(2020, 6, 15, 9, 5, tzinfo=UTC),
)
ENROLMENT = EnrolmentSheet(
    office_code="UBND-DH",
    office="Ủy ban nhân dân huyện Đăk Hà",
    centre="Sở Thông tin và Truyền thông",
    voice_number="470312345678901234567890",
    trust_version=3,
    file_name="UBND-DH.enrol.shd",
    created_at=datetime(2020, 1, 5, 9, 5, tzinfo=UTC),
)


def lines(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_handover_sheet_says_what_was_handed_over(language: str) -> None:
    text = "\n".join(lines(render_handover_sheet(SHEET, PROPERTIES, language=language)))  # type: ignore[arg-type]
    for part in ("UBND-DH_2020S1_01.shd", "1.234.567 byte", "120 ", "0123 4567 89ab", "09:05, 15/06/2020", "2020S1"):
        assert part in text
    code = spoken_code(bytes.fromhex(DIGEST))
    assert f"{code[:4]}   {code[4:8]}   {code[8:]}" in text


def test_the_qr_code_holds_exactly_its_line() -> None:
    data = render_handover_sheet(SHEET, PROPERTIES)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        (picture,) = [name for name in archive.namelist() if name.startswith("word/media/")]
        stored = archive.read(picture)
    assert qr_text(SHEET) == f"SHD1;UBND-DH;2020S1;{DIGEST}"
    expected = io.BytesIO()
    segno.make(qr_text(SHEET), error="m", micro=False).save(expected, kind="png", scale=6, border=4)
    assert stored == expected.getvalue()


@pytest.mark.parametrize("wrong", ["", DIGEST[:-1], DIGEST.upper(), DIGEST[:-1] + "g"])
def test_no_sheet_for_a_wrong_digest(wrong: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        render_handover_sheet(replace(SHEET, sha256=wrong), PROPERTIES)


def test_the_enrolment_sheet_shows_six_groups_and_how_to_read_them() -> None:
    text = lines(render_enrolment_sheet(ENROLMENT, PROPERTIES))
    assert "4703   1234   5678   9012   3456   7890" in text
    readings = [line for line in text if " · " in line]
    assert len(readings) == 6
    assert readings[0] == "4703:  bốn · bảy · không · ba"


@pytest.mark.parametrize("wrong", ["", "1" * 23, "1" * 25, "x" * 24, "١" * 24])
def test_no_enrolment_sheet_for_a_wrong_number(wrong: str) -> None:
    with pytest.raises(ValueError, match="24 digits"):
        render_enrolment_sheet(replace(ENROLMENT, voice_number=wrong), PROPERTIES)


def test_sheets_are_the_same_bytes_for_the_same_content() -> None:
    assert render_handover_sheet(SHEET, PROPERTIES) == render_handover_sheet(SHEET, PROPERTIES)
    assert render_enrolment_sheet(ENROLMENT, PROPERTIES) == render_enrolment_sheet(ENROLMENT, PROPERTIES)
