"""How figures, days, numbers of documents and divisions are written in an official Vietnamese text.

Pure functions from values to text, after Nghị định 30/2020/NĐ-CP, annex I. The locale of the PC is never asked.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The order of "điểm": the Vietnamese alphabet without its marked vowels, with đ."""

_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_DEGREE = re.compile(r"^(?:PGS|GS|TSKH|TS|Ths|CN|KS|BS|CKII?|LS)(?:\.\s*|\s+)", re.IGNORECASE)
_FORBIDDEN_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
DIGIT_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
"""Digits as read one by one over the telephone; never as tens, whose words differ by region."""


def clean_text(text: str) -> str:
    """``text`` in composed form without the characters that no XML file can hold."""
    return _FORBIDDEN_IN_XML.sub("", unicodedata.normalize("NFC", text))


def whole_number(value: int) -> str:
    """1234567 → "1.234.567"."""
    return f"{value:,}".replace(",", ".")


def per_cent(numerator: int, denominator: int) -> str:
    """3, 7 → "42,9 %", rounded half up; no denominator, no text."""
    if denominator == 0:
        return ""
    tenths = (2000 * numerator + denominator) // (2 * denominator)
    return f"{whole_number(tenths // 10)},{tenths % 10} %"


def short_date(value: date) -> str:
    """05/01/2020."""
    return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"


def date_line(*, place: str, issued_on: date | None) -> str:
    """ "Đăk Hà, ngày 05 tháng 01 năm 2020": a zero before days below 10 and before months 1 and 2 only (II.4)."""
    if issued_on is None:
        return f"{place}, ngày       tháng       năm         "
    month = f"{issued_on.month:02d}" if issued_on.month <= 2 else str(issued_on.month)
    return f"{place}, ngày {issued_on.day:02d} tháng {month} năm {issued_on.year}"


def number_line(*, document_number: int | None, symbol: str) -> str:
    """ "Số: 05/BC-UBND"; without a number its room is left, so that the office's registry can write it in."""
    shown = "         " if document_number is None else f"{document_number:02d}"
    return f"Số: {shown}/{symbol}"


def roman(value: int) -> str:
    """1 → "I"; from 1 to 399."""
    if not 1 <= value <= 399:
        raise ValueError("outside the Roman numerals used here")
    text = ""
    for amount, letters in _ROMAN:
        while value >= amount:
            text += letters
            value -= amount
    return text


def point_letter(index: int) -> str:
    """0 → "a", 4 → "đ"; after "y" it goes on with "aa"."""
    if index < 0:
        raise ValueError("an index below zero")
    rounds, place = divmod(index, len(POINT_LETTERS))
    return POINT_LETTERS[place] * (rounds + 1)


def name_without_degrees(name: str) -> str:
    """The signer's name as the decree wants it: no title of learning before it (II.7.b)."""
    shown = clean_text(name).strip()
    while (shorter := _DEGREE.sub("", shown)) != shown:
        shown = shorter
    return shown


def signing_time(moment: datetime) -> str:
    """ "15/06/2020; 09:05:07 +07:00": day, hour, minute, second and zone after ISO 8601 (II.8.b)."""
    offset = moment.strftime("%z")
    clock = time(moment.hour, moment.minute, moment.second).isoformat()
    return f"{short_date(moment.date())}; {clock} {offset[:3]}:{offset[3:5]}"


def digits_in_groups(digits: str, *, size: int = 4) -> tuple[str, ...]:
    """ "470312345678" → ("4703", "1234", "5678")."""
    return tuple(digits[start : start + size] for start in range(0, len(digits), size))


def spoken_digits(digits: str) -> str:
    """ "4703" → "bốn · bảy · không · ba"."""
    return " · ".join(DIGIT_WORDS[int(digit)] for digit in digits)
