"""What a report, a letter or an annex says, before anyone decides how it looks.

Pure and frozen: callers fill these shapes from the ledger, the renderers turn them into Word or Excel. Nothing here reads a
ledger, a clock or a file, and nothing here formats: a figure stays a figure so that both renderers can show it their way.
The elements and their names follow the decree on records work (Nghị định 30/2020/NĐ-CP, annex I).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import IntEnum, StrEnum


class DocumentKind(StrEnum):
    """Which of the three documents this is; it decides the layout of the head."""

    PERIOD_REPORT = "PERIOD_REPORT"
    CONSOLIDATED = "CONSOLIDATED"
    REMINDER = "REMINDER"


class Authority(StrEnum):
    """In whose name the signer signs (annex I, part I, II.7)."""

    NONE = ""
    ON_BEHALF_OF = "TM."
    ACTING = "Q."
    DEPUTY_FOR = "KT."
    BY_ORDER = "TL."
    BY_DELEGATION = "TUQ."


class Urgency(StrEnum):
    """The three stamps of urgency; the value is the text of the stamp."""

    EXPRESS = "HỎA TỐC"
    VERY_URGENT = "THƯỢNG KHẨN"
    URGENT = "KHẨN"


class CellKind(StrEnum):
    """Four answers that must never look alike (number, zero, none, empty), and the other contents of a table."""

    NUMBER = "number"
    ZERO = "zero"
    NONE = "none"
    EMPTY = "empty"
    TEXT = "text"
    RATIO = "ratio"
    YES_NO = "yes_no"
    DATE = "date"
    HEADING = "heading"


class Align(StrEnum):
    """How a column is set."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


class SectionLevel(IntEnum):
    """The divisions of a text from "Phần" down to "điểm"; the renderer numbers them by their place."""

    PART = 0
    HEADING = 1
    CLAUSE = 2
    POINT = 3


@dataclass(frozen=True, slots=True)
class Ratio:
    """A share kept as its two parts; ``denominator`` 0 means that there is nothing to divide by."""

    numerator: int
    denominator: int


CellValue = str | int | bool | date | Ratio | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. ``trace_id`` names the line of the trace sheet that lists the activities behind the figure."""

    kind: CellKind
    value: CellValue = None
    trace_id: str = ""


def number(value: int, *, trace_id: str = "") -> Cell:
    """A counted figure; 0 becomes the distinct answer "zero"."""
    return Cell(CellKind.NUMBER if value else CellKind.ZERO, value, trace_id)


def nothing_occurred(*, trace_id: str = "") -> Cell:
    """The office stated that nothing of the kind took place ("Không phát sinh")."""
    return Cell(CellKind.NONE, None, trace_id)


def not_answered() -> Cell:
    """No answer was given."""
    return Cell(CellKind.EMPTY)


def words(value: str) -> Cell:
    """Plain text."""
    return Cell(CellKind.TEXT, value)


def heading(value: str) -> Cell:
    """Text that heads the rows below it, set bold."""
    return Cell(CellKind.HEADING, value)


def ratio(numerator: int, denominator: int, *, trace_id: str = "") -> Cell:
    """A share; shown with its two parts and in per cent."""
    return Cell(CellKind.RATIO, Ratio(numerator, denominator), trace_id)


def yes_no(value: bool, *, trace_id: str = "") -> Cell:
    """A yes or a no."""
    return Cell(CellKind.YES_NO, value, trace_id)


def day(value: date | None) -> Cell:
    """A calendar day, or no answer."""
    return Cell(CellKind.EMPTY) if value is None else Cell(CellKind.DATE, value)


@dataclass(frozen=True, slots=True)
class Column:
    """A table column; ``width_mm`` is a wish, scaled down together when the page is narrower."""

    title: str
    width_mm: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows; every row has as many cells as there are columns (``ValueError`` otherwise)."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""

    def __post_init__(self) -> None:
        if not self.columns:
            raise ValueError("a table needs a column")
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("a row does not fit the columns of its table")


@dataclass(frozen=True, slots=True)
class LongTable:
    """A table for a sheet whose rows are made while they are written: ``run`` begins anew with the first of ``count`` rows."""

    columns: tuple[Column, ...]
    count: int
    run: Callable[[], Iterator[tuple[Cell, ...]]]

    def __post_init__(self) -> None:
        if not self.columns:
            raise ValueError("a table needs a column")


@dataclass(frozen=True, slots=True)
class Section:
    """One division of the text: its paragraphs come first, then its tables, then what is below it."""

    heading: str
    level: SectionLevel
    paragraphs: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    subsections: tuple[Section, ...] = ()

    def __post_init__(self) -> None:
        if any(inner.level <= self.level for inner in self.subsections):
            raise ValueError("a subsection must stand below its section")


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: ``collective`` follows TM./TL. ("ỦY BAN NHÂN DÂN"), ``titles`` are the lines of the post.

    ``name`` may be empty: then only the room for it is left. Titles of learning are not printed before it.
    """

    authority: Authority = Authority.NONE
    collective: str = ""
    titles: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex with its own page numbers; ``landscape`` for wide tables."""

    title: str
    paragraphs: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class AttachmentStamp:
    """The line of a separately attached file: number and symbol of the document and the time of its signing (with its zone)."""

    number_and_symbol: str
    signed_at: datetime

    def __post_init__(self) -> None:
        if self.signed_at.tzinfo is None:
            raise ValueError("the time of signing needs its zone")


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """A whole document.

    ``number`` None leaves room for the number; ``symbol`` is what follows the stroke ("BC-UBND", for a letter "STTTT-TTBC");
    ``issued_on`` None leaves room for the date. ``recipients`` are the lines of "Nơi nhận" without dash and stop; ``filing``
    is the unit kept in "Lưu: VT, …". ``closing`` is the last paragraph, which receives "./.".
    """

    kind: DocumentKind
    agency: str
    symbol: str
    place: str
    abstract: tuple[str, ...]
    sections: tuple[Section, ...]
    parent_agency: str = ""
    number: int | None = None
    issued_on: date | None = None
    title: str = "BÁO CÁO"
    addressees: tuple[str, ...] = ()
    legal_bases: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    closing: str = ""
    signer: Signer = field(default_factory=Signer)
    recipients: tuple[str, ...] = ()
    filing: str = ""
    annexes: tuple[Annex, ...] = ()
    urgency: Urgency | None = None
    drafter_mark: str = ""
    address_line: str = ""
    attachment_stamp: AttachmentStamp | None = None

    @property
    def is_letter(self) -> bool:
        """Whether the layout is that of a letter (công văn): no title, "V/v" under the number."""
        return self.kind is DocumentKind.REMINDER

    def tables(self) -> Iterator[Table]:
        """Every table of the text and of the annexes, in the order of reading."""
        for section in self.sections:
            yield from _tables_of(section)
        for annex in self.annexes:
            yield from annex.tables


def _tables_of(section: Section) -> Iterator[Table]:
    yield from section.tables
    for inner in section.subsections:
        yield from _tables_of(inner)


@dataclass(frozen=True, slots=True)
class FileProperties:
    """What the file says about itself; ``author`` is the office, never the login name of a PC. ``created`` is in UTC."""

    title: str
    author: str
    created: datetime

    def __post_init__(self) -> None:
        if self.created.tzinfo is None:
            raise ValueError("the time of creation needs its zone")
