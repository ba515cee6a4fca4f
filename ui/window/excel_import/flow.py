"""The way through the import of a workbook, without Qt: which step comes next, what was answered, what is still missing.

Nothing is read or written here. A step that stands on an answer forgets what came after it when that answer changes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from export.documents.workbook_legacy import LegacyColumn
    from storage.domain.legacy_encoding import Encoding
    from storage.recording import Recorded
    from ui.window.operations.excel_import import ColumnsFound, RowsFound


class Step(Enum):
    """What is in front; ``OLD_TEXT`` only when a column seems to be in an old encoding."""

    FILE = "file"
    COLUMNS = "columns"
    OLD_TEXT = "old_text"
    PREVIEW = "preview"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class ImportFlow:
    """``mapping`` gives fields to columns that were not recognised; ``offered`` are old columns, ``agreed`` the converted.

    ``leave_out``: whether rows that are probably recorded already stay out; None until somebody has decided.
    """

    step: Step = Step.FILE
    columns: ColumnsFound | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    offered: tuple[LegacyColumn, ...] = ()
    agreed: Mapping[str, Encoding] = field(default_factory=dict)
    rows: RowsFound | None = None
    leave_out: bool | None = None
    recorded: Recorded | None = None

    # What is known

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of this workbook, as far as is known."""
        return tuple(step for step in Step if step is not Step.OLD_TEXT or self.offered)

    @property
    def number(self) -> int:
        """The place of this step, from 1."""
        return self.steps.index(self.step) + 1

    @property
    def unknown(self) -> tuple[str, ...]:
        """Titles of columns that were not recognised."""
        return unknown_titles(self.columns) if self.columns else ()

    @property
    def unanswered(self) -> tuple[str, ...]:
        """Titles for which no field was chosen: with them the workbook is refused."""
        return tuple(title for title in self.unknown if title not in self.mapping)

    @property
    def chosen_twice(self) -> bool:
        """Whether two columns would fill one field."""
        keys = [*self.mapping.values(), *recognised_keys(self.columns)]
        return len(keys) != len(set(keys))

    @property
    def may_record(self) -> bool:
        """Whether there is anything to record."""
        return self.rows is not None and self.rows.good > self.left_out

    @property
    def left_out(self) -> int:
        """How many good rows stay out because they are probably recorded already."""
        return len(self.rows.same) if self.rows is not None and self.leave_out else 0

    @property
    def undecided(self) -> bool:
        """Whether somebody still has to say what becomes of rows that are probably recorded already."""
        return self.rows is not None and bool(self.rows.same) and self.leave_out is None

    # Answers

    def with_columns(self, found: ColumnsFound, remembered: Mapping[str, str]) -> ImportFlow:
        """A workbook was looked into; ``remembered`` are earlier choices, of which those that fit are taken."""
        taken = set(recognised_keys(found))
        fields = {column.key for column in found.template.columns}
        mapping: dict[str, str] = {}
        for title in unknown_titles(found):
            key = remembered.get(title, "")
            if key in fields and key not in taken:
                mapping[title] = key
                taken.add(key)
        return ImportFlow(Step.COLUMNS, columns=found, mapping=mapping)

    def with_mapping(self, mapping: Mapping[str, str]) -> ImportFlow:
        """Fields were chosen; what was read with other ones is forgotten."""
        return replace(self, mapping=dict(mapping), offered=(), agreed={}, rows=None, leave_out=None)

    def with_agreed(self, keys: frozenset[str]) -> ImportFlow:
        """The old columns that are to be converted, by field."""
        agreed = {column.key: column.encoding for column in self.offered if column.key in keys}
        return replace(self, agreed=agreed)

    def with_rows(self, rows: RowsFound) -> ImportFlow:
        """The rows were read: on to the old texts when any are found for the first time, otherwise to the preview."""
        if self.step is not Step.COLUMNS:
            return replace(self, step=Step.PREVIEW, rows=rows, leave_out=None)
        offered = tuple(rows.source.read.legacy)
        if not offered:
            return replace(self, step=Step.PREVIEW, rows=rows, leave_out=None, offered=(), agreed={})
        sure = {column.key: column.encoding for column in offered if column.sure}
        agreed = self.agreed if offered == self.offered else sure
        return replace(self, step=Step.OLD_TEXT, rows=rows, leave_out=None, offered=offered, agreed=agreed)

    def with_leave_out(self, leave_out: bool | None) -> ImportFlow:
        """Somebody has decided about the rows that are probably recorded already."""
        return replace(self, leave_out=leave_out)

    def with_recorded(self, recorded: Recorded) -> ImportFlow:
        """The end: the way back is closed."""
        return replace(self, step=Step.RESULT, recorded=recorded)

    def back(self) -> ImportFlow:
        """The step before."""
        before = {
            Step.COLUMNS: Step.FILE,
            Step.OLD_TEXT: Step.COLUMNS,
            Step.PREVIEW: Step.OLD_TEXT if self.offered else Step.COLUMNS,
        }
        return replace(self, step=before.get(self.step, self.step))


def recognised_keys(found: ColumnsFound | None) -> tuple[str, ...]:
    """The fields of the recognised columns, those that are read."""
    if found is None:
        return ()
    return tuple(column.key for column in found.header.columns if not isinstance(column, str) and column.key)


def unknown_titles(found: ColumnsFound) -> tuple[str, ...]:
    """The columns that fit nothing, each title once."""
    return tuple(dict.fromkeys(column for column in found.header.columns if isinstance(column, str)))


def remembered_fields(kept: str) -> dict[str, str]:
    """Choices kept earlier, field by title; none when the text is none of ours."""
    try:
        return msgspec.json.decode(kept, type=dict[str, str])
    except msgspec.DecodeError:
        return {}


def kept_fields(kept: str, mapping: Mapping[str, str]) -> str:
    """The text to keep: earlier choices with these in front."""
    return msgspec.json.encode({**remembered_fields(kept), **mapping}).decode()
