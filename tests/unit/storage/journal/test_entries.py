"""The shapes of entries: what is written can be read, and nothing else can."""

from __future__ import annotations

import json
import typing

import msgspec
import pytest

from storage.attachments import _KINDS
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.journal import entries
from storage.journal.entries import Attachment, Entry, decode, encode

HEX16, HEX32, AT = "ab" * 16, "cd" * 32, "2020-03-05T08:00:00+00:00"
ACTIVITY = {"kind": "activity", "task": "II.1.a", "type": "HN_QT", "date": "2020-03-05", "title": "Hội nghị"}
FIGURE = {"item": "II.1.a-1", "state": "number", "number": 3}
REPORT = {"figures": [FIGURE], "sections": [{"code": "UU_DIEM", "text": "Tốt"}], "signature": {"title": "Chủ tịch"}}

ENTRIES: dict[str, dict[str, object]] = {
    "open": {
        "v": 1,
        "office": "0123",
        "key": HEX32,
        "age": "age1x",
        "nonce": HEX16,
        "at": AT,
        "succeeds": [{"feed": HEX16, "seq": 3, "head": HEX32}],
    },
    "put": {"uid": HEX16, "rev": 1, "at": AT, "body": ACTIVITY, "files": [{"h": HEX32, "n": 4, "name": "a.pdf", "type": "x"}]},
    "del": {"uid": HEX16, "rev": 2, "at": AT, "why": "ghi nhầm", "base": [HEX32]},
    "close": {"period": "2020S1", "rev": 1, "at": AT, "n": 1, "root": HEX32, "report": REPORT},
    "reopen": {"period": "2020S1", "rev": 2, "at": AT, "why": "bổ sung"},
    "ack": {"no": 1, "payload": HEX32, "at": AT},
    "rotate": {"key": HEX32, "age": "age1x", "at": AT},
    "note": {"text": "đã bổ sung", "at": AT},
    "admit": {"office": "0123", "key": HEX32, "age": "age1x", "at": AT},
    "revoke": {"key": HEX32, "feeds": {HEX16: 3}, "why": "mất máy", "at": AT},
    "review": {
        "office": "0123",
        "period": "2020",
        "rev": 1,
        "root": HEX32,
        "state": "returned",
        "at": AT,
        "remarks": [{"text": "xem lại", "item": "II.1.a-1"}],
    },
    "consolidate": {"period": "2020", "digest": HEX32, "figures": {"II.1.a-1": "3"}, "at": AT},
    "erased": {"sha256": HEX32},
}


OPTIONAL = {"succeeds", "files", "base", "remarks"}
PARTS = {"Predecessor", "Attachment", "Activity", "Answer", "Figure", "Section", "Signature", "PeriodReport", "Remark"}


def line(operation: str, **changes: object) -> bytes:
    return json.dumps({"op": operation, **ENTRIES[operation], **changes}).encode()


def refused(data: bytes) -> str:
    with pytest.raises(LedgerError) as caught:
        decode(data)
    assert caught.value.code is Code.BUNDLE_ENTRY
    return caught.value.detail


def objects_in(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The paths of all structures in an example; tables with free keys are none."""
    found: list[tuple[str | int, ...]] = []
    if isinstance(value, dict):
        if path[-1:] not in {("feeds",), ("values",), ("figures",)}:
            found.append(path)
        for key, part in value.items():
            found += objects_in(part, (*path, key))
    elif isinstance(value, list):
        for place, part in enumerate(value):
            found += objects_in(part, (*path, place))
    return found


def with_extra(operation: str, path: tuple[str | int, ...], field: str) -> bytes:
    whole = json.loads(line(operation))
    place = whole
    for step in path:
        place = place[step]
    place[field] = "x"
    return json.dumps(whole).encode()


def test_every_operation_has_an_example() -> None:
    kinds = typing.get_args(Entry)
    assert {kind.__struct_config__.tag for kind in kinds} == set(ENTRIES)


@pytest.mark.parametrize("operation", ENTRIES)
def test_what_is_written_is_read_back_and_is_one_line(operation: str) -> None:
    entry = decode(line(operation))
    data = encode(entry)
    assert decode(data) == entry
    assert b"\n" not in data
    assert encode(decode(data)) == data


@pytest.mark.parametrize(
    ("operation", "path"),
    [(operation, path) for operation, example in ENTRIES.items() for path in objects_in({**example})],
)
@pytest.mark.parametrize("field", ["nguoi_vi_pham", "account"])
def test_an_unknown_field_anywhere_is_refused_by_its_name(operation: str, path: tuple[str | int, ...], field: str) -> None:
    assert f"`{field}`" in refused(with_extra(operation, path, field))


@pytest.mark.parametrize(
    ("operation", "field"),
    [(operation, field) for operation, example in ENTRIES.items() for field in example if field not in OPTIONAL],
)
def test_a_missing_field_is_refused_by_its_name(operation: str, field: str) -> None:
    whole = json.loads(line(operation))
    del whole[field]
    assert f"`{field}`" in refused(json.dumps(whole).encode())


@pytest.mark.parametrize(
    ("operation", "changes", "place"),
    [
        ("put", {"rev": 0}, "$.rev"),
        ("put", {"rev": 1.5}, "$.rev"),
        ("put", {"rev": True}, "$.rev"),
        ("put", {"uid": HEX16.upper()}, "uid"),
        ("put", {"uid": "é" * 32}, "uid"),
        ("put", {"uid": "٠" * 32}, "uid"),
        ("del", {"uid": " " * 32}, "uid"),
        ("put", {"body": {**ACTIVITY, "date": "2020-02-30"}}, "day"),
        ("put", {"body": {**ACTIVITY, "date": "2020-W10-4"}}, "date"),
        ("put", {"uid": HEX16 + "\n"}, "$.uid"),
        ("put", {"uid": HEX16[:-1]}, "$.uid"),
        ("put", {"base": ["00"]}, "$.base"),
        ("put", {"body": {**ACTIVITY, "values": {"so_cuoc": -1}}}, "$.body.values"),
        ("put", {"body": {**ACTIVITY, "values": {"so_cuoc": 1_000_000_001}}}, "$.body.values"),
        ("put", {"body": {**ACTIVITY, "values": {"so_cuoc": "Nguyễn Văn A"}}}, "$.body.values"),
        ("put", {"body": {**ACTIVITY, "values": {"so_cuoc": ["A", "B"]}}}, "$.body.values"),
        ("put", {"body": {**ACTIVITY, "title": ""}}, "$.body.title"),
        ("put", {"body": {**ACTIVITY, "title": "x" * 501}}, "$.body.title"),
        ("put", {"body": {**ACTIVITY, "date": "5/3/2020"}}, "$.body.date"),
        ("put", {"body": {**ACTIVITY, "date": "2020-03-05\n"}}, "$.body.date"),
        ("put", {"body": {**ACTIVITY, "kind": "person"}}, "$.body"),
        ("open", {"office": "0123'"}, "$.office"),
        ("open", {"office": "Đ"}, "$.office"),
        ("close", {"period": "2020S3"}, "$.period"),
        ("close", {"period": "٢٠٢٠"}, "$.period"),
        ("ack", {"no": 1 << 53}, "$.no"),
        ("review", {"state": "ranked"}, "$.state"),
        ("revoke", {"feeds": {"zz": 1}}, "$.feeds"),
    ],
)
def test_a_value_out_of_range_is_refused_with_its_place(operation: str, changes: dict[str, object], place: str) -> None:
    assert place in refused(line(operation, **changes))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b'{"op":"put"',
        b'{"op":"delete"}',
        b'{"op":1}',
        b"\xff\xfe",
        b'{"op":"note","at":"2020-03-05T08:00:00+00:00","text":"\xff"}',
        b'{"op":"note","at":"2020-03-05T08:00:00+00:00","text":NaN}',
        b"[" * 100_000,
        b'{"op":' * 10_000,
    ],
)
def test_what_is_no_entry_is_refused_and_nothing_else_happens(data: bytes) -> None:
    refused(data)


def test_entries_cannot_be_changed_once_they_exist() -> None:
    for operation in ENTRIES:
        entry = decode(line(operation))
        field = entry.__struct_fields__[0]
        with pytest.raises(AttributeError):
            setattr(entry, field, getattr(entry, field))


def test_every_type_of_attachment_that_is_taken_fits_an_entry() -> None:
    """A type longer than the field allows would be written and could never be read again."""
    for _, kind, suffixes in _KINDS:
        taken = Attachment(h=HEX32, n=1, name="a" + suffixes[0], type=kind)
        assert msgspec.json.decode(msgspec.json.encode(taken), type=Attachment) == taken


def test_only_the_known_structures_exist() -> None:
    """A new structure must be added to the examples above, and so to the tests of unknown fields."""
    structures = {
        name
        for name, value in vars(entries).items()
        if isinstance(value, type) and issubclass(value, msgspec.Struct) and value.__module__ == entries.__name__
    }
    parts = {
        "_Strict",
        "Predecessor",
        "Attachment",
        "Activity",
        "Answer",
        "Figure",
        "Section",
        "Signature",
        "PeriodReport",
        "Remark",
    }
    assert structures == parts | {kind.__name__ for kind in typing.get_args(Entry)}
