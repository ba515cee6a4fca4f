"""Where a title is followed by a personal name: one part of the text check.

The vocabulary is closed and general: forms of address, professions, offices and family names, so that a person's name can be
recognised and taken out again. It knows no particular living person and nothing found is kept. Text comes in the plain form
that ``text_check`` prepares: composed, single spaces, nothing invisible.

What counts: an address or profession (``ông``, ``đồng chí``, ``phóng viên`` …) followed by a capitalised name, or an office or
other strict word (``giám đốc``, ``em``, ``đối tượng`` …) followed by a known family name and at least one more syllable.
What does not: offices after an address ("đồng chí Bí thư"), bodies after a profession ("phóng viên Báo Kon Tum"), places and
streets ("Bà Rịa", "đường Ông Ích Khiêm", "phường Lê Lợi"), languages ("tiếng Anh"), and the historic figures of official
phrases ("tư tưởng Hồ Chí Minh", "Bác Hồ").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(text.split("|"))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CAPITALS: Final = "".join(
    character for codes in (range(0x41, 0x250), range(0x1E00, 0x1F00)) for character in map(chr, codes) if character.isupper()
)

_ADDRESS: Final = _phrases(
    "đồng chí|đ/c|ông|bà|anh|chị|cô giáo|cô|thầy giáo|thầy|bác sĩ|bác sỹ|nhà báo|nhà văn|nhà thơ|nhà giáo|phóng viên"
    "|biên tập viên|blogger|youtuber|tiktoker|facebooker|streamer|luật sư|ca sĩ|nhạc sĩ|nghệ sĩ|nghệ nhân|linh mục|mục sư"
    "|giáo sư|tiến sĩ|thạc sĩ|kỹ sư|già làng"
)
_STRICT: Final = _phrases(
    "em|cháu|cụ|chú|bác|dì|mẹ|công dân|đối tượng|bị can|bị cáo|nghi phạm|tác giả|chủ tài khoản|tài khoản|học sinh|sinh viên"
    "|giáo viên|giảng viên|báo cáo viên|đảng viên|đoàn viên|hội viên|cán bộ|công chức|viên chức|nhân viên|chuyên viên"
    "|đại biểu|chủ tịch|phó chủ tịch|giám đốc|phó giám đốc|bí thư|phó bí thư|chủ nhiệm|trưởng ban|trưởng phòng|phó phòng"
    "|phó ban|trưởng thôn|thôn trưởng|hiệu trưởng|bộ trưởng|cục trưởng|vụ trưởng|chánh văn phòng|chánh thanh tra|ủy viên"
    "|uỷ viên|thiếu tá|trung tá|thượng tá|đại tá|thiếu tướng|trung tướng|thượng tướng|đại tướng|đại úy|trung úy|thiếu úy"
    "|thượng úy"
)
_BODY_AFTER_OFFICE: Final = _phrases("UBND|HĐND|UBMTTQ|MTTQ|Sở|tỉnh|Tỉnh ủy|Tỉnh uỷ|Huyện ủy|Huyện uỷ")

_FAMILY_NAMES: Final = _words(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh lương trương mai trịnh đào tô hà tạ chu châu "
    "phùng vương quách tăng lưu kiều nông triệu hứa tống đàm nghiêm doãn khổng bạch diệp siu rơ ksor rcom rmah kpă niê rahlan "
    "a y"
)
_PLACES_LIKE_NAMES: Final = _phrases("hà nội|hà giang|hà nam|hà tĩnh|hồ chí minh|lý sơn|mai châu|dương minh châu")
_AFTER_ADDRESS_NO_NAME: Final = _phrases(
    "bí thư|phó|chủ tịch|chủ nhiệm|giám đốc|trưởng|ủy viên|uỷ viên|thường trực|thường vụ|thủ tướng|thủ trưởng|bộ trưởng"
    "|thứ trưởng|tổng|chánh|cục trưởng|vụ trưởng|viện trưởng|hiệu trưởng|hiệu phó|đại biểu|đại tá|đại úy|trung tá|trung úy"
    "|thiếu tá|thượng tá|đảng viên|chỉ huy|chính ủy|chính uỷ|chính trị|hội|cán bộ|lãnh đạo|việt nam|báo|đài|bệnh viện|sở"
    "|ban|trung ương|trung tâm|trung đoàn|tạp chí|thông tấn|đoàn|khoa|tỉnh|huyện|xã|phường|thành ủy|thành uỷ|thành phố"
    "|thành viên|thành đoàn|quân|công an|bộ|cơ quan|kon tum|quảng ngãi|đăk|đắk|hà nội|tp|ủy ban|uỷ ban|mặt trận|liên"
    "|nhân dân|ưu tú|anh hùng|đội|chi bộ|chi ủy|nữ|phòng|cổng|internet|quốc hội|quốc gia|trực|phụ trách|người|đại học"
    "|cao đẳng|tiểu học|mầm non|văn phòng|hồ chí minh"
)
_SCHOOL: Final = re.compile(r"trường (?:th|tiểu|mầm|mẫu|cao|đại|pt|chính|dân|phổ|trung|nội|bán|cđ|đh|mn)")
_WORLD_WITHOUT_PERSON: Final = {
    "bà": frozenset({"rịa", "nà", "đen", "triệu", "trưng", "chiểu", "điểm", "hom"}),
    "ông": frozenset({"ích khiêm", "ích đường", "đốc", "lãnh", "táo", "công", "trời", "địa"}),
    "cô": frozenset({"tô"}),
    "anh": frozenset({"sơn", "quốc"}),
}
"""Names of places and of legend that begin with a form of address."""
_PLACE_WORDS: Final = _words(
    "đường phố quận huyện xã phường trường cầu chợ núi sông đảo đền chùa hồ suối đèo làng thôn bản buôn kênh rạch cửa mũi hai"
)
_LANGUAGE_WORDS: Final = frozenset({"tiếng", "nước", "môn", "quốc", "hội", "đoàn", "trẻ"})
_PART_OF_PROPER_NOUN: Final = frozenset({"anh", "cô", "thầy", "chị"})

_LETTER: Final = r"[^\W\d_]"
_TOKEN: Final = rf"(?:(?:[{CAPITALS}]\.){{1,3}}[{CAPITALS}]?(?!\w)|[{CAPITALS}](?:{_LETTER}|['’ʼ])*)"
_NAME: Final = rf"(?P<name>{_TOKEN}(?: {_TOKEN}){{0,5}})"


def _any_of(phrases: tuple[str, ...]) -> str:
    return "|".join(re.escape(phrase).replace(r"\ ", " ") for phrase in sorted(phrases, key=len, reverse=True))


_TITLE: Final = _any_of(_ADDRESS + _STRICT)
_PATTERN = re.compile(
    rf"(?<![\w/'’])(?P<title>(?i:{_TITLE}))\)?(?P<body>(?: (?:{_any_of(_BODY_AFTER_OFFICE)})){{0,2}})"
    rf"(?P<gap> |\.? ?: ?|\. ?)(?={_NAME})"
)
_WORD_BEFORE = re.compile(r"([\w'’]+) $")


def _address_behind(after: str) -> str:
    """Lookbehinds for each address as it ends (at most six characters), then ``after``; the widths must not be mixed."""
    widths: dict[int, set[str]] = {}
    for address in _ADDRESS:
        end = address[-6:]
        start = r"(?<!\w)" if end == address else ""
        widths.setdefault(len(end), set()).add(start + re.escape(end))
    return "|".join(f"(?<=(?i:{'|'.join(sorted(ends))}){after}.)" for _, ends in sorted(widths.items()))


def _family_name_after_initial() -> str:
    """The rest of each family name after its capital, which has just been read, and another capital after that."""
    initials: dict[str, list[str]] = {}
    for family_name in sorted(_FAMILY_NAMES):
        initials.setdefault(family_name[0].upper(), []).append(family_name[1:])
    return "|".join(f"(?<={initial})(?i:{'|'.join(rests)}) [{CAPITALS}]" for initial, rests in sorted(initials.items()))


_LAST_LETTERS: Final = "".join(sorted({form for address in _ADDRESS for form in (address[-1], address[-1].upper())}))
PREFILTER: Final = (
    rf"(?<=[{_LAST_LETTERS}] .)(?:{_address_behind(' ')})"
    rf"|(?<=\) .)(?:{_address_behind(r'[)] ')})"
    rf"|{_family_name_after_initial()}"
)
"""Follows one capital after a space, colon or full stop: whether a titled name may be here. Part of ``text_check``'s one cheap
expression; must be true wherever ``titled_names`` finds something."""


def titled_names(plain: str) -> Iterator[tuple[int, int]]:
    """Start and end of each title with the name that follows it."""
    for match in _PATTERN.finditer(plain):
        if _names_a_person(plain, match):
            yield match.start("title"), match.end("name")


def _names_a_person(plain: str, match: re.Match[str]) -> bool:
    title, name = match["title"], match["name"]
    lowered = name.lower()
    if lowered.startswith(_PLACES_LIKE_NAMES) or not _may_be_title(plain, match):
        return False
    all_capitals = title.isupper() and len(title) > 1
    loose = title.lower() in _ADDRESS and match["gap"] == " " and not match["body"] and not all_capitals
    if not loose:
        return _is_full_name(lowered)
    if _is_full_name(lowered):
        return True
    first = name.split(" ", maxsplit=1)[0]
    if len(first) > 1 and first.isupper() and "." not in first:
        return False
    following = plain[match.start("name") : match.start("name") + 40].lower()
    return not _starts_with_phrase(following, _AFTER_ADDRESS_NO_NAME) and not _SCHOOL.match(following)


def _is_full_name(lowered: str) -> bool:
    syllables = lowered.split(" ")
    return len(syllables) >= 2 and syllables[0] in _FAMILY_NAMES


def _starts_with_phrase(text: str, phrases: tuple[str, ...]) -> bool:
    return any(text.startswith(phrase) and not text[len(phrase) : len(phrase) + 1].isalpha() for phrase in phrases)


def _may_be_title(plain: str, match: re.Match[str]) -> bool:
    """Whether the words around leave the title a title: not a street, a language, a body or part of a proper noun."""
    title, name = match["title"].lower(), match["name"].lower()
    if name in _WORLD_WITHOUT_PERSON.get(title, frozenset()) or name.startswith(("rịa ", "nà ")):
        return False
    if title == "bác" and match["title"] != "bác":
        return False
    before = _WORD_BEFORE.search(plain, max(0, match.start("title") - 24), match.start("title"))
    if not before:
        return True
    word = before[1]
    if word.lower() in _LANGUAGE_WORDS:
        return False
    if match["title"][0].isupper() and word.lower() in _PLACE_WORDS:
        return False
    return not (match["title"].istitle() and word.istitle() and title in _PART_OF_PROPER_NOUN)
