"""The shapes of journal entries: one strict, typed struct an operation.

A line is made once by ``encode`` and is afterwards only ever read. Unknown fields are refused when a line is decoded, which
is what keeps fields about persons out of the ledger, whoever wrote the line. New operations and fields need a new ``v`` in
``open`` and a chapter in ``docs/bundle-format.md``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from storage.domain.codes import Code
from storage.domain.errors import LedgerError

FORMAT = 1
MAX_LINE_BYTES = 1 << 20
MAX_COUNT = 1_000_000_000

Hex16 = Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]
RecordIdentifier = Annotated[str, Meta(min_length=32, max_length=32)]
"""32 lower-case hexadecimal digits. ``check_forms`` looks at the digits, of thousands of entries at once: a pattern here would
be matched one by one, which takes half as long again as all the rest of decoding."""
Hex32 = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
OfficeCode = Annotated[str, Meta(pattern=r"\A[0-9A-Z-]{1,16}\Z")]
PeriodCode = Annotated[str, Meta(pattern=r"\A[0-9]{4}(S[12])?\Z")]
IsoDate = Annotated[str, Meta(min_length=10, max_length=10)]
"""A day of the calendar, ``YYYY-MM-DD``; see ``check_forms``."""
Moment = Annotated[str, Meta(min_length=20, max_length=40)]
Short = Annotated[str, Meta(max_length=64)]
Line = Annotated[str, Meta(max_length=500)]
MediaType = Annotated[str, Meta(max_length=127)]
Text = Annotated[str, Meta(max_length=20_000)]
Count = Annotated[int, Meta(ge=0, le=MAX_COUNT)]
Revision = Annotated[int, Meta(ge=1, le=1_000_000)]
Position = Annotated[int, Meta(ge=1, le=(1 << 53) - 1)]
Size = Annotated[int, Meta(ge=0, le=(1 << 53) - 1)]


class _Strict(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Common settings: immutable, unknown fields refused, defaults not written."""


class Predecessor(_Strict, frozen=True):
    """A feed that this one continues, and the last entry of it that the writer knew to be received."""

    feed: Hex16
    seq: Annotated[int, Meta(ge=0, le=(1 << 53) - 1)]
    head: Hex32


class Attachment(_Strict, frozen=True):
    """A file of the office's own, by content. ``parts`` lists 8 MiB chunks when the file is larger than one chunk."""

    h: Hex32
    n: Size
    name: Annotated[str, Meta(min_length=1, max_length=120)]
    type: MediaType
    parts: list[Hex32] = []


class Activity(_Strict, frozen=True, tag_field="kind", tag="activity"):
    """One thing the office did: figures are totals, text describes acts, nobody is named."""

    task: Short
    type: Short
    date: IsoDate
    title: Annotated[str, Meta(min_length=1, max_length=500)]
    values: dict[Short, Count] = {}
    place: Line = ""
    document: Line = ""
    note: Text = ""


class Answer(_Strict, frozen=True, tag_field="kind", tag="answer"):
    """What an office states for one indicator or one outline section of a period.

    A number, the number 0 and ``none`` ("không phát sinh") are three different answers; no answer at all is a fourth.
    """

    period: PeriodCode
    item: Short
    state: Literal["number", "none", "yes", "no", "text"]
    number: Count = 0
    text: Text = ""


class Figure(_Strict, frozen=True):
    """One indicator as the office reports it when closing; ``number / denominator`` for ratios."""

    item: Short
    state: Literal["number", "none", "yes", "no", "text", "empty"]
    number: Count = 0
    denominator: Count = 0
    text: Text = ""


class Section(_Strict, frozen=True):
    """One section of the report's outline, in the office's words."""

    code: Short
    text: Text


class Signature(_Strict, frozen=True):
    """What is printed under the report: the only personal name that the product knows."""

    name: Short = ""
    title: Line = ""
    number: Short = ""
    place: Short = ""
    date: str = ""


class PeriodReport(_Strict, frozen=True):
    """The office's report of one period, frozen at closing."""

    figures: list[Figure] = []
    sections: list[Section] = []
    signature: Signature = Signature()


class Opened(_Strict, frozen=True, tag_field="op", tag="open"):
    """The first entry of a feed: who writes, with which keys, and what it continues."""

    v: int
    office: OfficeCode
    key: Hex32
    age: Annotated[str, Meta(max_length=4_000)]
    nonce: Hex16
    at: Moment
    app: Short = ""
    succeeds: list[Predecessor] = []


class Put(_Strict, frozen=True, tag_field="op", tag="put"):
    """Creates or amends a record; ``base`` holds the links of the entries that this one replaces.

    ``office`` stands only in entries of the centre, which merges two versions on behalf of an office.
    """

    uid: RecordIdentifier
    rev: Revision
    at: Moment
    body: Activity | Answer
    by: Short = ""
    base: list[Hex32] = []
    files: list[Attachment] = []
    office: str = ""


class Withdrawn(_Strict, frozen=True, tag_field="op", tag="del"):
    """Withdraws a record, with a reason; the record stays in the history and can be amended back to life."""

    uid: RecordIdentifier
    rev: Revision
    at: Moment
    why: Line
    by: Short = ""
    base: list[Hex32] = []
    office: str = ""


class Closed(_Strict, frozen=True, tag_field="op", tag="close"):
    """Freezes a period: ``root`` is SHA-256 over the sorted (uid, link) pairs of the ``n`` records it covers."""

    period: PeriodCode
    rev: Revision
    at: Moment
    n: Size
    root: Hex32
    report: PeriodReport
    by: Short = ""


class Reopened(_Strict, frozen=True, tag_field="op", tag="reopen"):
    """Opens a closed period again, with a reason."""

    period: PeriodCode
    rev: Revision
    at: Moment
    why: Line
    by: Short = ""


class Acknowledged(_Strict, frozen=True, tag_field="op", tag="ack"):
    """The office has read receipt ``no`` with this payload: its evidence against a centre that forgets."""

    no: Position
    payload: Hex32
    at: Moment


class Rotated(_Strict, frozen=True, tag_field="op", tag="rotate"):
    """Announces, inside the old key's feed, the key that will sign from now on."""

    key: Hex32
    age: Annotated[str, Meta(max_length=4_000)]
    at: Moment


class Noted(_Strict, frozen=True, tag_field="op", tag="note"):
    """A remark without effect on records, such as the answer to a returned item."""

    text: Line
    at: Moment
    by: Short = ""


class Admitted(_Strict, frozen=True, tag_field="op", tag="admit"):
    """Centre: a key may sign for an office, after the voice comparison."""

    office: OfficeCode
    key: Hex32
    age: Annotated[str, Meta(max_length=4_000)]
    at: Moment
    by: Short = ""


class Revoked(_Strict, frozen=True, tag_field="op", tag="revoke"):
    """Centre: a key stops being good; entries above ``feeds[feed]`` no longer count."""

    key: Hex32
    feeds: dict[Hex16, Size]
    why: Line
    at: Moment
    by: Short = ""


class Remark(_Strict, frozen=True):
    """One remark of the centre on a field of a record or on a figure."""

    text: Line
    uid: str = ""
    item: Short = ""
    field: Short = ""


class Reviewed(_Strict, frozen=True, tag_field="op", tag="review"):
    """Centre: the report of an office for a period, as closed with ``rev`` and ``root``, is accepted or returned.

    ``received``: an earlier decision about it is taken back, and it waits for review again.
    """

    office: OfficeCode
    period: PeriodCode
    rev: Revision
    root: Hex32
    state: Literal["accepted", "returned", "received"]
    at: Moment
    remarks: list[Remark] = []
    by: Short = ""


class Consolidated(_Strict, frozen=True, tag_field="op", tag="consolidate"):
    """Centre: the figures of a period are frozen; ``digest`` is SHA-256 over the figures as written down in the docs."""

    period: PeriodCode
    digest: Hex32
    figures: dict[str, str]
    at: Moment
    by: Short = ""


class Erased(_Strict, frozen=True, tag_field="op", tag="erased"):
    """Stands in a bundle for an entry whose line was erased by lawful order; never written to a journal."""

    sha256: Hex32


Entry = (
    Opened
    | Put
    | Withdrawn
    | Closed
    | Reopened
    | Acknowledged
    | Rotated
    | Noted
    | Admitted
    | Revoked
    | Reviewed
    | Consolidated
    | Erased
)

CENTRE_ONLY = (Admitted, Revoked, Reviewed, Consolidated)
"""Operations that count only in the centre's own feed; in an office's bundle they are refused."""

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[Entry] = msgspec.json.Decoder(Entry)


def encode(entry: Entry) -> bytes:
    """The entry's line: compact UTF-8 JSON without a line feed."""
    return _encoder.encode(entry)


def decode(line: bytes) -> Entry:
    """The entry of a line.

    Raises ``LedgerError(BUNDLE_ENTRY)`` whose ``detail`` names the field that is unknown, missing or out of range.
    """
    try:
        entry = _decoder.decode(line)
        check_forms([entry])
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise LedgerError(Code.BUNDLE_ENTRY, detail=str(error)) from error
    return entry


def check_forms(entries: Sequence[Entry]) -> None:
    """What the field types leave open: digits of record identifiers, and days that exist. Raises ``ValueError``."""
    puts = [entry for entry in entries if type(entry) is Put]
    uids = [entry.uid for entry in puts]
    if len(puts) < len(entries):
        uids += [entry.uid for entry in entries if type(entry) is Withdrawn]
    if not _is_hexadecimal("".join(uids)):
        raise ValueError("uid: not lower-case hexadecimal")
    days = {body.date for body in [entry.body for entry in puts] if type(body) is Activity}
    for day in days:
        if date.fromisoformat(day).isoformat() != day:
            raise ValueError("date: not YYYY-MM-DD")


def _is_hexadecimal(text: str) -> bool:
    """Whether a text of even length is lower-case hexadecimal digits only; ``fromhex`` itself would pass over spaces."""
    try:
        return len(bytes.fromhex(text)) * 2 == len(text) and text == text.lower()
    except ValueError:
        return False


decode_unchecked_errors = _decoder.decode
"""The bare decoder for bulk work; the caller converts the same exceptions as ``decode``, says which line it was, and calls
``check_forms`` on all of them."""
