"""The manifest: what the signature of a bundle covers, field by field.

Written down for strangers in ``docs/bundle-format.md`` (chapter "The manifest"). Strict on purpose: an unknown field, a number
outside its range or a missing member ends the reading, and the format number is looked at before anything else.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal, TypeVar

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from storage.domain.codes import Code
from storage.domain.errors import LedgerError

FORMAT: Final = 1
CLOCK_NOTE: Final = "office-pc, not trusted"
MAX_NOTE = 500

Hex16 = Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]
Hex32 = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
OfficeCode = Annotated[str, Meta(pattern=r"\A[0-9A-Z-]{1,16}\Z")]
PeriodCode = Annotated[str, Meta(pattern=r"\A[0-9]{4}(S[12])?\Z")]
Organisation = Annotated[str, Meta(pattern=r"\A[a-z0-9]+(\.[a-z0-9-]+){1,5}\Z")]
Natural = Annotated[int, Meta(ge=0, le=(1 << 53) - 1)]
Positive = Annotated[int, Meta(ge=1, le=(1 << 53) - 1)]
Recipient = Annotated[str, Meta(pattern=r"\Aage1[0-9a-z]{1,4000}\Z")]
Moment = Annotated[str, Meta(min_length=20, max_length=40)]


class Signed(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Common settings of everything that is signed: immutable, unknown fields refused."""


class Range(Signed, frozen=True, rename={"first": "from"}):
    """Consecutive entries of one feed, and how long the feed is at the sender."""

    feed: Hex16
    first: Positive
    upto: Positive
    prev: Hex32
    head: Hex32
    feed_n: Positive
    feed_head: Hex32
    member: Annotated[str, Meta(max_length=75)]


class MemberLine(Signed, frozen=True):
    """A member of the container: name, unpacked size in bytes, SHA-256."""

    name: Annotated[str, Meta(max_length=75)]
    size: Natural
    sha256: Hex32


class Series(Signed, frozen=True):
    """Where a bundle stands among several that were sealed together; each is complete in itself."""

    id: Hex16
    no: Positive
    of: Positive


class Counts(Signed, frozen=True):
    """For people to look at; nothing is decided by them."""

    entries: Natural = 0
    put: Natural = 0
    withdrawn: Natural = 0
    close: Natural = 0
    blobs: Natural = 0
    bytes: Natural = 0


class Manifest(Signed, frozen=True):
    """Of a bundle from an office (kind ``office-journal``) or back to one (``resync``)."""

    format: Literal[1]
    kind: Literal["office-journal", "resync"]
    bundle: Hex16
    org: Organisation
    office: OfficeCode
    key: Hex16
    to: OfficeCode
    to_age: Annotated[list[Recipient], Meta(min_length=1, max_length=16)]
    ranges: list[Range]
    periods: list[PeriodCode]
    last_receipt: Natural
    kit: Natural
    created: Moment
    clock: Literal["office-pc, not trusted"]
    app: Annotated[str, Meta(max_length=40)]
    schema: Positive
    counts: Counts
    members: list[MemberLine]
    series: Series | UnsetType = UNSET
    note: Annotated[str, Meta(max_length=MAX_NOTE)] = ""


class _Format(Struct):
    format: int


_encode = msgspec.json.Encoder().encode
_decode_format = msgspec.json.Decoder(_Format).decode
_Payload = TypeVar("_Payload", bound=Struct)


def encode_payload(value: Struct) -> bytes:
    """A signed payload's bytes: compact JSON in the order of the fields."""
    return _encode(value)


def check_format(payload: bytes) -> None:
    """Raises ``LedgerError``: BUNDLE_TOO_NEW for another format number, BUNDLE_MANIFEST when there is none."""
    try:
        found = _decode_format(payload).format
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise LedgerError(Code.BUNDLE_MANIFEST, detail=str(error)) from error
    if found != FORMAT:
        raise LedgerError(Code.BUNDLE_TOO_NEW, detail=f"format {found}")


def decode_payload(payload: bytes, kind: type[_Payload]) -> _Payload:
    """A verified payload as ``kind``, after its format number. Raises BUNDLE_TOO_NEW or BUNDLE_MANIFEST."""
    check_format(payload)
    try:
        return msgspec.json.decode(payload, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise LedgerError(Code.BUNDLE_MANIFEST, detail=str(error)) from error


def parse_manifest(payload: bytes) -> Manifest:
    """The manifest in a verified payload. Raises BUNDLE_TOO_NEW or BUNDLE_MANIFEST."""
    return decode_payload(payload, Manifest)
