"""Which column of somebody's workbook is which field: the head row, its titles, and the refusal of what is not ours.

Titles are compared without accents, case and punctuation, by the template's own titles in both languages, by code and by the
synonyms that offices use. A column that fits nothing makes the whole workbook be refused with its title: no workbook may
carry a field outside the programme (a list of people, for one). Cells below the head are not looked at here, except to see
whether a column is empty.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from export.documents.template_model import ActivityTemplate, ColumnKind
from export.documents.wording import Word, text
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.folding import fold, normalise
from storage.domain.legacy_encoding import Encoding, convert

IGNORED = ""
"""The key of a column that is known and not read: ordinal numbers, and what the sheet of refused rows adds."""

HEADER_SEARCH_ROWS = 20
LONGEST_TITLE = 80
_PUNCTUATION = re.compile(r"[^0-9a-z]+")
_SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "task": ("nhiem vu", "ma nhiem vu", "ten nhiem vu", "task", "task code"),
    "type": ("loai hoat dong", "loai", "loai hinh", "hinh thuc", "loai hinh hoat dong", "type", "activity type"),
    "date": (
        "ngay", "ngay thang", "ngay thang nam", "thoi gian", "ngay to chuc", "ngay thuc hien", "ngay ban hanh",
        "thoi gian to chuc", "thoi gian thuc hien", "date",
    ),
    "title": (
        "noi dung hoat dong", "ten hoat dong", "hoat dong", "noi dung", "trich yeu", "noi dung cong viec", "title", "activity",
    ),
    "place": ("dia diem", "noi to chuc", "dia diem to chuc", "place"),
    "document": (
        "so ky hieu van ban", "so ky hieu", "so va ky hieu", "so van ban ky hieu", "van ban", "document", "document number",
    ),
    "note": ("ghi chu", "note", "notes"),
    IGNORED: ("stt", "tt", "so tt", "so thu tu", "no"),
}  # fmt: skip
_OLD_ENCODINGS = (Encoding.TCVN3, Encoding.TCVN3_CAPITALS, Encoding.VNI)


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """One column of the workbook: its place (counted from 1), its title as it stands there, and the field it fills."""

    index: int
    title: str
    key: str

    @property
    def letter(self) -> str:
        """The column's letter in Excel."""
        return str(get_column_letter(self.index))


def title_key(title: str) -> str:
    """A title for comparing: no accents, case, punctuation, line breaks."""
    return _PUNCTUATION.sub(" ", fold(title)).strip()


class ColumnNames:
    """Knows the titles under which each field of a template may stand."""

    def __init__(self, template: ActivityTemplate) -> None:
        self._keys: dict[str, str] = {}
        for key, synonyms in _SYNONYMS.items():
            self._keys.update(dict.fromkeys(synonyms, key))
        for word in (Word.REASON, Word.SOURCE_ROW):
            self._keys.update({title_key(text(word, "vi")): IGNORED, title_key(text(word, "en")): IGNORED})
        for column in template.columns:
            if column.also:
                self._keys[title_key(column.also)] = column.key
        for column in template.columns:  # last: what the programme calls its fields goes before any synonym
            self._keys[title_key(column.key)] = column.key
            self._keys[title_key(column.title)] = column.key

    def key_of(self, title: str) -> str | None:
        """The field a title means, ``IGNORED`` for a known column that is not read, None for a foreign one."""
        for candidate in (title, *(convert(title, encoding) for encoding in _OLD_ENCODINGS)):
            if (key := self._keys.get(title_key(candidate))) is not None:
                return key
        return None


def head_score(titles: Sequence[str], names: ColumnNames) -> int:
    """How many different fields a row of titles names; fewer than two is no head row."""
    return len({key for title in titles if title and (key := names.key_of(title))})


def match_columns(titles: Mapping[int, str], names: ColumnNames, mapping: Mapping[str, str] | None) -> tuple[ColumnMatch, ...]:
    """The fields of a head row, ``titles`` by the place of their column; ``mapping`` (title → field) goes before the guess;
    a title may stand in it as it is shown.

    Raises ``LedgerError``: WORKBOOK_UNKNOWN_COLUMN (``column``, ``columns``: all of them), WORKBOOK_COLUMN_TWICE (``column``).
    """
    given = {shown_title(title): key for title, key in (mapping or {}).items()}
    matches, unknown, seen = [], [], set()
    for index, title in titles.items():
        key = given.get(shown_title(title))
        if key is None:
            key = names.key_of(title)
        if key is None:
            unknown.append(shown_title(title))
            continue
        if key != IGNORED and key in seen:
            raise LedgerError(Code.WORKBOOK_COLUMN_TWICE, column=shown_title(title))
        seen.add(key)
        matches.append(ColumnMatch(index, title, key))
    if unknown:
        raise unknown_columns(unknown)
    return tuple(matches)


def unknown_columns(titles: Sequence[str]) -> LedgerError:
    """The refusal of foreign columns, by their titles."""
    return LedgerError(Code.WORKBOOK_UNKNOWN_COLUMN, column=titles[0], columns="; ".join(titles[:10]))


def shown_title(title: str) -> str:
    """A title for a message: one line, not too long."""
    return normalise(title).replace("\n", " ")[:LONGEST_TITLE]


def guess_columns(titles: Mapping[int, str], names: ColumnNames) -> tuple[ColumnMatch | str, ...]:
    """The guess for a mapping dialog: a match, or the title of a column that fits nothing."""
    guesses: list[ColumnMatch | str] = []
    for index, title in titles.items():
        key = names.key_of(title)
        guesses.append(shown_title(title) if key is None else ColumnMatch(index, title, key))
    return tuple(guesses)


def kind_of(key: str, template: ActivityTemplate) -> ColumnKind:
    """What the cells of a field hold."""
    return ColumnKind.IGNORED if key == IGNORED else template.column(key).kind
