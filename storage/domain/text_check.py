"""Finds what must not stand in free text: numbers, addresses and names of persons, and stamps of secrecy.

Run as a text is typed, when it is imported and before a period is sealed. A finding says where, never what: it holds
offsets into the text as given, and nothing that was found is stored, counted or logged. Only a stamp of secrecy blocks
sealing; everything else is shown to the clerk, who decides. Limits: landlines without an area code, names without a title
and identity numbers in unusual groups are not recognised.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from storage.domain.codes import Code
from storage.domain.titled_names import CAPITALS, PREFILTER, titled_names


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """``text[start:end]`` of the checked text deserves a look; ``code`` is one of the ``TEXT_`` codes."""

    start: int
    end: int
    code: Code


@dataclass(frozen=True, slots=True)
class _Plain:
    """The text as the patterns read it, with the place in the original of each of its characters."""

    text: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def finding(self, code: Code, start: int, end: int) -> Finding:
        if self.starts is None or self.ends is None:
            return Finding(start, end, code)
        return Finding(self.starts[start], self.ends[end - 1], code)


_INVISIBLE: Final = "\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
_ODD_SPACE: Final = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_MARK: Final = "\u0300-\u036f"
_WIDE: Final = "\uff01-\uff5e"
_UNUSUAL = re.compile(f"[{_INVISIBLE}{_ODD_SPACE}{_MARK}{_WIDE}]|  ")
_INVISIBLE_CHARACTER = re.compile(f"[{_INVISIBLE}]")
_SPACE_CHARACTER = re.compile(f"[ {_ODD_SPACE}]")

_GAP: Final = r"[ .()\-–‑]{0,3}"
_NOT_IN_WORD: Final = r"(?<![0-9a-fA-F_])(?<![0-9][.,\-])"
_NOT_INSIDE: Final = rf"{_NOT_IN_WORD}(?<![0-9]/)"
_NOT_GOING_ON: Final = r"(?![0-9A-Za-z_]|[.,][0-9]|/[A-Za-zĐđ])"

_PHONE = re.compile(
    rf"{_NOT_IN_WORD}(?:"
    rf"\(?(?:\+|00)84\)?{_GAP}(?:\(?0\)?{_GAP})?[2-9](?:{_GAP}[0-9]){{8,9}}"
    rf"|\(?0{_GAP}(?:[3-9](?:{_GAP}[0-9]){{8}}|2(?:{_GAP}[0-9]){{8,9}}|1(?:{_GAP}[0-9]){{9}})"
    rf"|84(?:[35789][0-9]{{8}}|2[0-9]{{9}})"
    rf"){_NOT_GOING_ON}"
)
_IDENTITY = re.compile(
    rf"{_NOT_INSIDE}(?:0[0-9]{{11}}|[0-9]{{9}}"
    r"|0[0-9]{2}(?:[ .\-][0-9]{3}){3}|0[0-9]{3}(?:[ .\-][0-9]{4}){2}|0[0-9]{2}(?:[ .\-][0-9]{3}){2}"
    rf"|[1-9][0-9]{{2}}(?:[ \-][0-9]{{3}}){{2}}(?! [0-9]{{3}}(?![0-9]))){_NOT_GOING_ON}"
)
_DATE = re.compile(
    r"(?<![0-9])(?:[0-9]{1,2}([\-./])[0-9]{1,2}\1(?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2})(?![0-9])"
)
_DIGITS = re.compile("[0-9]+")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_UNIT_AFTER = re.compile(
    r" ?(?:đồng|vnđ|vnd|usd|đ|triệu|tỷ|tỉ|nghìn|ngàn|lượt|người|hộ|ha|m2|m3|m²|m³|km|kg|tấn|%|lần|bản|tin|bài|cuộc)(?!\w)"
    r"| ?%",
    re.IGNORECASE,
)
_AMOUNT_BEFORE = re.compile(r"(?:kinh phí|số tiền|trị giá|vốn|dự toán|quyết toán)[^.;\n]{0,20}$", re.IGNORECASE)
_TAX_NUMBER_BEFORE = re.compile(r"(?:mst|mã số thuế)[ :.]{0,3}$", re.IGNORECASE)

_EMAIL = re.compile(r"(?<![\w.+\-])[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,8}")
_PROFILE_LINK = re.compile(
    r"(?<![\w\-])(?:https?://)?(?:[\w\-]{1,30}\.){0,3}"
    r"(?:(?:facebook\.com|fb\.(?:com|me)|m\.me|zalo\.me|t\.me|telegram\.me|x\.com|twitter\.com|instagram\.com"
    r"|threads\.(?:net|com)|linkedin\.com/in)/|youtube\.com/(?:@|c/|channel/|user/)|tiktok\.com/@)[^\s\"<>]*[^\s\"<>.,;:!?…)\]}”]",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w.@/])@(?=[\d_.]{0,50}[^\W\d_])\w(?:[\w.]{0,48}\w)")

_STAMP = re.compile(r"(?<!\w)(?:(?P<grade>TUY[ỆE]T|T[ỐO]I) ?M ?[ẬA] ?T|M ?Ậ ?T)(?!\w)")
_WORDS_MAKING_NO_STAMP_BEFORE = re.compile(r"(?<!\w)(?:BÍ|BẢO|CƠ|TÚI|THÂN|ĐỘ|GIẢI|CẨN|NGHIÊM|CHI|ĐƯỜNG) $")
_WORDS_MAKING_NO_STAMP_AFTER = re.compile(
    r" (?:ONG|ĐỘ|MÃ|KHẨU|THƯ|NGHỊ|VỤ|TÔNG|THIẾT|BÁO|DANH|LỆNH|ƯỚC|HIỆU|MÍA|GẤU|ĐÀM|HOA|RỪNG)(?!\w)"
)
_GRADE: Final = r"(?:(?:tuy[ệe]t|t[ốo]i) )?m[ậa]t"
_STAMP_LABEL = re.compile(rf"(?<!\w)(?:độ mật|do mat)(?: ?[:–\-] ?| là ){_GRADE}(?!\w)", re.IGNORECASE)
_STAMP_ALONE = re.compile(rf"(?:^[^\w\n]*|[\[(<{{] ?)(?P<stamp>(?=[A-Z])(?i:{_GRADE}))(?: ?[\])>}}]|[^\w\n]*$)", re.MULTILINE)

_PREFILTER = re.compile(
    f"[{CAPITALS}0-9@.ậ{_INVISIBLE}{_ODD_SPACE}{_MARK}{_WIDE}]"
    rf"(?:(?<=[0-9])(?:(?<![0-9a-fA-F_].)(?:(?<=0)(?:{_GAP}[0-9]){{8}}|(?<=8)4(?:{_GAP}[0-9]){{9}}"
    r"|[0-9]{8}(?:[0-9]{2,4})?(?![0-9])|[0-9]{2}[ \-][0-9]{3}[ \-][0-9]{3}))"
    f"|(?<=[ :.].)(?<=[{CAPITALS}])(?:{PREFILTER})"
    f"|(?<=[M@.ậ{_INVISIBLE}{_ODD_SPACE}{_MARK}{_WIDE}])"
    rf"(?:(?<=M)(?: ?[ẬA] ?T|at)|(?<=@)\w|(?<=\.)[A-Za-z]{{2,3}}/|(?<=[mM]ậ)[tT]|(?<=[^M@.ậ])))|  "
)
"""One pass that stops at capitals, figures and a few signs, and looks around from there: most text never gets further."""
_ESCAPED = re.compile(rb"\\[^n\"\\]")


def blocks_sealing(code: Code) -> bool:
    """Whether a period may not be sealed while a finding of this code stands."""
    return code is Code.TEXT_SECRECY_STAMP


def needs_check(text: str | bytes) -> bool:
    """Whether ``check_text`` could find anything: cheap, sometimes a false yes, never a false no.

    Bytes are UTF-8, and may be a whole file of JSON lines: a "no" then clears every text in it. Bytes that are not UTF-8
    and JSON escapes that could hide something answer yes.
    """
    if isinstance(text, str):
        return _PREFILTER.search(text) is not None
    if _ESCAPED.search(text):
        return True
    try:
        return _PREFILTER.search(text.replace(rb"\n", b"\n").decode("utf-8")) is not None
    except UnicodeDecodeError:
        return True


def check_text(text: str) -> tuple[Finding, ...]:
    """All findings in order of place; none overlap. Offsets count characters of ``text`` as given, composed or not."""
    if not needs_check(text):
        return ()
    plain = _plain(text)
    taken = bytearray(len(plain.text))
    findings: list[Finding] = []
    for code, start, end in _candidates(plain.text):
        if not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            findings.append(plain.finding(code, start, end))
    return tuple(sorted(findings))


def _candidates(text: str) -> Iterator[tuple[Code, int, int]]:
    """Spans in order of precedence: where two overlap, the earlier one stands."""
    for start, end in _stamps(text):
        yield Code.TEXT_SECRECY_STAMP, start, end
    for code, pattern in (
        (Code.TEXT_EMAIL, _EMAIL),
        (Code.TEXT_PROFILE_LINK, _PROFILE_LINK),
        (Code.TEXT_HANDLE, _HANDLE),
    ):
        for match in pattern.finditer(text):
            yield code, match.start(), match.end()
    undated = _DATE.sub(lambda match: "/" * len(match.group()), text)
    for match in _PHONE.finditer(undated):
        if _is_phone(undated, match):
            yield Code.TEXT_PHONE, match.start(), match.end()
    for match in _IDENTITY.finditer(undated):
        if _is_identity_number(undated, match):
            yield Code.TEXT_IDENTITY_NUMBER, match.start(), match.end()
    for start, end in titled_names(text):
        yield Code.TEXT_PERSON_NAME, start, end


def _is_phone(text: str, match: re.Match[str]) -> bool:
    """Rules out lists of years and of ordinals (03 04 05 06 07), decimal fractions, amounts and tax numbers."""
    groups: list[str] = _DIGITS.findall(match.group())
    ordinals = sum(len(group) == 2 and group[0] == "0" for group in groups)
    years = sum(_YEAR.fullmatch(group) is not None for group in groups)
    if ordinals >= 3 or years >= 2 or match.group().startswith("0."):
        return False
    return not _TAX_NUMBER_BEFORE.search(text, max(0, match.start() - 20), match.start())


def _is_identity_number(text: str, match: re.Match[str]) -> bool:
    number = match.group()
    if number.startswith("0"):
        return True  # no amount is written with a leading zero
    if _UNIT_AFTER.match(text, match.end()) or _AMOUNT_BEFORE.search(text, max(0, match.start() - 40), match.start()):
        return False
    round_figure = number.endswith("00000") if number.isdecimal() else number.endswith("000")
    years = sum(_YEAR.fullmatch(group) is not None for group in _DIGITS.findall(number))
    return not round_figure and years == 0


def _stamps(text: str) -> Iterator[tuple[int, int]]:
    for match in _STAMP_LABEL.finditer(text):
        yield match.span()
    for match in _STAMP_ALONE.finditer(text):
        yield match.span("stamp")
    for match in _STAMP.finditer(text):
        if match["grade"] or not (
            _WORDS_MAKING_NO_STAMP_BEFORE.search(text, max(0, match.start() - 10), match.start())
            or _WORDS_MAKING_NO_STAMP_AFTER.match(text, match.end())
        ):
            yield match.span()


def _plain(text: str) -> _Plain:
    """Composed letters, plain digits, single spaces, nothing invisible; line breaks stay."""
    if not _UNUSUAL.search(text):
        return _Plain(text)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece, start, end in _clusters(text):
        if piece == " " and pieces and pieces[-1] == " ":
            ends[-1] = end
            continue
        pieces.extend(piece)
        starts.extend([start] * len(piece))
        ends.extend([end] * len(piece))
    return _Plain("".join(pieces), tuple(starts), tuple(ends))


def _clusters(text: str) -> Iterator[tuple[str, int, int]]:
    """Each visible character with the marks after it, composed, and its span; every odd space as a plain one."""
    letters = ""
    start = end = 0
    for position, character in enumerate(text):
        if _INVISIBLE_CHARACTER.match(character):
            continue
        if letters and unicodedata.combining(character):
            letters += character
            end = position + 1
            continue
        if letters:
            yield _composed(letters), start, end
        letters, start, end = character, position, position + 1
    if letters:
        yield _composed(letters), start, end


def _composed(letters: str) -> str:
    return " " if _SPACE_CHARACTER.fullmatch(letters) else unicodedata.normalize("NFKC", letters)
