"""No file but a canonical one opens: every flip, every cut and every trick of the ZIP format ends in one refusal."""

from __future__ import annotations

import io
import stat
import tracemalloc
import zipfile
import zlib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from export.bundle.canonical_zip import CanonicalZip
from export.bundle.canonical_zip_layout import MANIFEST_NAME
from export.bundle.limits import BLOCK, MAX_CONTAINER, MAX_MEMBERS
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from tests.hostile.raw_zip import RawMember, deflated, raw_zip
from tests.unit.export.bundle.bundle_material import BLOB, BLOB_NAME, JOURNAL, LINES, container

MANIFEST = RawMember(name=MANIFEST_NAME, content=b'{"payload":"e30="}')
LEDGER = RawMember(name=JOURNAL, content=LINES)
SCAN = RawMember(name=BLOB_NAME, content=BLOB)
GOOD = (MANIFEST, LEDGER, SCAN)
REFUSALS = [Code.BUNDLE_CONTAINER, Code.BUNDLE_INCOMPLETE, Code.BUNDLE_TOO_LARGE]


def _contents(data: bytes) -> dict[str, bytes]:
    """Everything in a container, read in both ways, which must agree."""
    with CanonicalZip.open(io.BytesIO(data)) as archive:
        contents = {name: archive.read(name, 10**8) for name in archive.names}
        assert {name: b"".join(archive.stream(name)) for name in archive.names} == contents
    return contents


def _read(data: bytes) -> None:
    with CanonicalZip.open(io.BytesIO(data)) as archive:
        for name in archive.names:
            archive.read(name, 10**8)


def _streamed(data: bytes) -> None:
    with CanonicalZip.open(io.BytesIO(data)) as archive:
        for name in archive.names:
            archive.measure(name)


def _outcome(data: bytes) -> dict[str, bytes] | Code:
    try:
        return _contents(data)
    except LedgerError as error:
        return error.code


def _refused(data: bytes, *codes: Code) -> str:
    """The reason, which must be the same kind of refusal whether members are read at once or streamed."""
    for way in (_read, _streamed):
        with pytest.raises(LedgerError) as caught:
            way(data)
        assert caught.value.code in (codes or (Code.BUNDLE_CONTAINER,)), caught.value.detail
    return caught.value.detail


def test_the_builder_of_hostile_files_can_make_a_good_one() -> None:
    data = raw_zip(GOOD)
    assert data == container({member.name: member.content for member in GOOD})
    assert _contents(data) == {member.name: member.content for member in GOOD}


def test_every_flipped_bit_is_refused_or_without_effect() -> None:
    data = raw_zip(GOOD)
    original = _contents(data)
    without_effect = 0
    for position in range(len(data)):
        for bit in range(8):
            flipped = bytearray(data)
            flipped[position] ^= 1 << bit
            outcome = _outcome(bytes(flipped))
            assert outcome == original or outcome in REFUSALS
            without_effect += outcome == original
    assert without_effect <= 7  # the padding bits behind the one DEFLATE stream


def test_every_cut_is_called_incomplete() -> None:
    data = raw_zip(GOOD)
    for size in range(len(data)):
        _refused(data[:size], Code.BUNDLE_INCOMPLETE)
        zeros = bytes(len(data) - size)
        if any(data[size:]):
            _refused(data[:size] + zeros, *REFUSALS)
    # Media lose whole sectors: what was not written yet reads as zeros.
    long = raw_zip((MANIFEST, RawMember(name=BLOB_NAME, content=b"x" * 4096)))
    assert _refused(long[:1024] + bytes(len(long) - 1024), Code.BUNDLE_INCOMPLETE)


def test_a_stored_office_document_at_the_cut_changes_nothing() -> None:
    inner = raw_zip([RawMember(name="[Content_Types].xml", content=b"<x/>")])
    data = raw_zip((MANIFEST, RawMember(name=BLOB_NAME, content=inner + b"tail")))
    _refused(data[: data.index(inner) + len(inner)], *REFUSALS)
    _refused(data[: data.index(inner) + len(inner) + 2], Code.BUNDLE_INCOMPLETE)


@pytest.mark.parametrize("extra", [b"\0", b"\0" * 22, b"junk", raw_zip(GOOD), b"PK\x05\x06" + bytes(18)])
def test_nothing_may_stand_before_between_or_behind(extra: bytes) -> None:
    good = raw_zip(GOOD)
    _refused(good + extra)
    _refused(extra + good)
    _refused(raw_zip(GOOD, front=extra))
    _refused(raw_zip(GOOD, before_directory=extra))
    _refused(raw_zip(GOOD, before_end=extra))
    directory_size = sum(46 + len(member.name) for member in GOOD)
    _refused(raw_zip(GOOD, before_end=extra[:80], end={"directory_size": directory_size + len(extra[:80])}))
    _refused(raw_zip(GOOD, end={"directory_size": directory_size - 1}))
    _refused(raw_zip((MANIFEST, replace(LEDGER, behind=extra), SCAN)))
    _refused(raw_zip(GOOD, behind=extra, end={"comment_size": len(extra)}))


_ODD_FIELDS: list[dict[str, int | bytes]] = [
    {"signature": b"PK\x07\x08"},
    {"needed": 45},
    {"needed": 10},
    {"flags": 1},
    {"flags": 8},
    {"flags": 0x800},
    {"flags": 0x2000},
    {"method": 0},
    {"method": 9},
    {"method": 12},
    {"method": 93},
    {"method": 99},
    {"time": 1},
    {"date": 0},
    {"date": 0x5A21},
    {"crc": 0},
    {"size": 0},
    {"size": len(LINES) + 1},
    {"size": len(LINES) - 1},
    {"size": 0xFFFFFFFF},
    {"packed_size": 0},
    {"packed_size": 0xFFFFFFFF},
    {"packed_size": len(deflated(LINES)) - 1},
    {"packed_size": len(deflated(LINES)) + 1},
    {"name_size": len(JOURNAL) - 1},
    {"name_size": 0xFFFF},
    {"extra_size": 4},
]
_ODD_ENTRY_FIELDS: list[dict[str, int | bytes]] = [
    {"made_by": 20},
    {"made_by": 0x0014},
    {"made_by": 0x033F},
    {"comment_size": 1},
    {"disk": 1},
    {"internal": 1},
    {"external": 0},
    {"external": 0o120777 << 16},
    {"external": (stat.S_IFDIR | 0o755) << 16 | 0x10},
    {"external": 0o104755 << 16},
    {"offset": 0},
    {"offset": 1},
    {"offset": 0xFFFFFFFF},
]


@pytest.mark.parametrize("field", _ODD_FIELDS, ids=str)
def test_no_field_of_a_member_may_differ(field: dict[str, int | bytes]) -> None:
    _refused(raw_zip((MANIFEST, replace(LEDGER, local=field), SCAN)))
    _refused(raw_zip((MANIFEST, replace(LEDGER, entry=field), SCAN)))
    _refused(raw_zip((MANIFEST, replace(LEDGER, local=field, entry=field), SCAN)))


@pytest.mark.parametrize("field", _ODD_ENTRY_FIELDS, ids=str)
def test_no_field_of_a_directory_entry_may_differ(field: dict[str, int | bytes]) -> None:
    _refused(raw_zip((MANIFEST, replace(LEDGER, entry=field), SCAN)))


@pytest.mark.parametrize(
    "field",
    [
        {"disk": 1},
        {"directory_disk": 1},
        {"count": 2},
        {"count": 4},
        {"count_here": 2},
        {"count": 0xFFFF, "count_here": 0xFFFF},
        {"count": MAX_MEMBERS + 1, "count_here": MAX_MEMBERS + 1},
        {"count": 0, "count_here": 0},
        {"count": 0, "count_here": 0, "directory_size": 0},
        {"directory_size": 0xFFFFFFFF},
        {"directory_offset": 0xFFFFFFFF},
        {"directory_offset": 0},
        {"comment_size": 1},
    ],
    ids=str,
)
def test_no_field_of_the_end_record_may_differ(field: dict[str, int]) -> None:
    _refused(raw_zip(GOOD, end=field))


def test_a_stored_member_is_as_long_as_it_claims() -> None:
    for size in (0, 1, len(BLOB) - 1, len(BLOB) + 1):
        for name in ("size", "packed_size"):
            claims: dict[str, int | bytes] = {name: size}
            _refused(raw_zip((MANIFEST, replace(SCAN, local=claims, entry=claims))))


def test_a_member_cannot_reach_beyond_the_file() -> None:
    claims: dict[str, int | bytes] = {"size": 10_000, "packed_size": 10_000}
    reaching = replace(SCAN, local=claims, entry=claims)
    start = len(raw_zip((MANIFEST,))) - 22 - 46 - len(MANIFEST_NAME)
    behind = RawMember(name="kit/plan.jsonl", entry={"offset": start + 30 + len(BLOB_NAME) + 10_000})
    _refused(raw_zip((MANIFEST, reaching)))
    _refused(raw_zip((MANIFEST, reaching, behind)))


def test_more_members_than_the_limit_are_refused() -> None:
    blobs = [RawMember(name=f"blobs/{number:064x}") for number in range(MAX_MEMBERS)]
    assert len(_contents(raw_zip((MANIFEST, *blobs[1:])))) == MAX_MEMBERS
    assert "directory" in _refused(raw_zip((MANIFEST, *blobs)))


def test_extra_fields_comments_and_descriptors_are_refused() -> None:
    zip64 = b"\x01\x00\x08\x00" + len(LINES).to_bytes(8, "little")
    unicode_path = b"\x75\x70\x0a\x00\x01" + zlib.crc32(JOURNAL.encode()).to_bytes(4, "little") + b"../xx"
    for extra in (b"\0\0\0\0", zip64, unicode_path):
        _refused(raw_zip((MANIFEST, replace(LEDGER, local_extra=extra, entry_extra=extra))))
        _refused(raw_zip((MANIFEST, replace(LEDGER, local_extra=extra))))
        _refused(raw_zip((MANIFEST, replace(LEDGER, entry_extra=extra))))
    _refused(raw_zip((MANIFEST, replace(LEDGER, comment=b"x"))))
    sums = (
        zlib.crc32(LINES).to_bytes(4, "little") + len(deflated(LINES)).to_bytes(4, "little") + len(LINES).to_bytes(4, "little")
    )
    nothing: dict[str, int | bytes] = {"flags": 8, "crc": 0, "packed_size": 0, "size": 0}
    _refused(raw_zip((MANIFEST, replace(LEDGER, local=nothing, entry={"flags": 8}, behind=b"PK\x07\x08" + sums))))


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "blobs/../manifest.dsse.json",
        "/kit/plan.jsonl",
        "kit\\plan.jsonl",
        "C:plan.jsonl",
        "kit/con",
        "NUL",
        "kit/",
        "kit/plan.jsonl ",
        "kit/plan.jsonl.",
        "kit/plan.jsonl\0.exe",
        "kit/plan.jsonl\n",
        "kit/plan.json:evil",
        "KIT/plan.jsonl",
        "kit/báo_cáo.jsonl",
        "",
    ],
)
def test_names_outside_the_rules_are_refused(name: str) -> None:
    _refused(raw_zip((MANIFEST, RawMember(name=name, content=b"x", method=8))))
    _refused(raw_zip((MANIFEST, RawMember(name="kit/plan.jsonl", content=b"x", local_name=name.encode()))))
    _refused(raw_zip((MANIFEST, RawMember(name="kit/plan.jsonl", content=b"x", entry_name=name.encode()))))


def test_names_that_are_no_text_are_refused() -> None:
    _refused(raw_zip((MANIFEST, RawMember(name="kit/plan.jsonl", local_name=b"kit/\xff", entry_name=b"kit/\xff"))))


def test_order_and_uniqueness_are_part_of_the_form() -> None:
    _refused(raw_zip(()), Code.BUNDLE_CONTAINER)
    _refused(raw_zip((LEDGER,)))
    _refused(raw_zip((LEDGER, MANIFEST)))
    _refused(raw_zip((MANIFEST, SCAN, LEDGER)))
    _refused(raw_zip((MANIFEST, LEDGER, LEDGER)))
    _refused(raw_zip((MANIFEST, MANIFEST)))
    _refused(raw_zip((MANIFEST, replace(LEDGER, in_directory=False), SCAN)))
    _refused(raw_zip((MANIFEST, replace(LEDGER, in_file=False), SCAN)))


def test_the_method_follows_from_the_name() -> None:
    _refused(raw_zip((replace(MANIFEST, method=8),)))
    _refused(raw_zip((MANIFEST, replace(LEDGER, method=0))))
    _refused(raw_zip((MANIFEST, replace(SCAN, method=8))))


def test_members_cannot_share_bytes() -> None:
    shared = [RawMember(name=f"blobs/{number:064x}", content=BLOB, in_file=number == 0) for number in range(300)]
    first = len(raw_zip((MANIFEST,))) - len(raw_zip(())) - 46 - len(MANIFEST_NAME)
    overlapping = [replace(member, entry={"offset": first}) for member in shared]
    data = raw_zip((MANIFEST, *overlapping))
    _refused(data)
    # One member that holds the next one's header within itself.
    inner = raw_zip((RawMember(name=f"blobs/{'f' * 64}", content=b"secret"),))
    inner = inner[: inner.index(b"PK\x01\x02")]
    outer = RawMember(name=f"blobs/{'e' * 64}", content=inner)
    hidden = RawMember(name=f"blobs/{'f' * 64}", content=b"secret", in_file=False)
    data = raw_zip((MANIFEST, outer, hidden))
    _refused(data)
    start = data.index(inner)
    _refused(raw_zip((MANIFEST, outer, replace(hidden, entry={"offset": start}))))


def test_a_stream_gives_no_more_than_it_claims() -> None:
    bomb = deflated(bytes(200_000_000), level=9)
    claims: dict[str, int | bytes] = {"size": 10, "crc": zlib.crc32(bytes(10))}
    data = raw_zip((MANIFEST, RawMember(name=JOURNAL, packed=bomb, local=claims, entry=claims)))
    tracemalloc.start()
    try:
        detail = _refused(data)
        assert tracemalloc.get_traced_memory()[1] < 4_000_000
    finally:
        tracemalloc.stop()
    assert "longer" in detail
    pieces: list[bytes] = []
    stream = CanonicalZip.open(io.BytesIO(data)).stream(JOURNAL)
    with pytest.raises(LedgerError):
        pieces.extend(stream)
    assert sum(map(len, pieces)) <= 10


def test_a_claim_beyond_the_cap_is_refused_before_anything_is_unpacked() -> None:
    claims: dict[str, int | bytes] = {"size": 5_000_000}
    data = raw_zip((MANIFEST, RawMember(name=JOURNAL, packed=bytes(5000), local=claims, entry=claims)))
    with pytest.raises(LedgerError) as caught:
        CanonicalZip.open(io.BytesIO(data)).read(JOURNAL, 4_999_999)
    assert caught.value.code is Code.BUNDLE_TOO_LARGE
    with pytest.raises(LedgerError) as caught:
        CanonicalZip.open(io.BytesIO(data), max_size=5_000_000)
    assert caught.value.code is Code.BUNDLE_TOO_LARGE
    _refused(raw_zip((MANIFEST, RawMember(name=JOURNAL, packed=bytes(4000), local=claims, entry=claims))))  # beyond the ratio


def test_many_members_cannot_claim_more_than_a_container_holds() -> None:
    packed = bytes(4_200_000)
    claims: dict[str, int | bytes] = {"size": MAX_CONTAINER}
    members = [RawMember(name=f"journal/{n:032x}.jsonl", packed=packed, local=claims, entry=claims) for n in range(2)]
    _refused(raw_zip((MANIFEST, *members)), Code.BUNDLE_TOO_LARGE)


@pytest.mark.parametrize(
    "packed",
    [
        b"",
        b"\x00",
        b"\x07" + bytes(10),
        deflated(LINES)[:-1],
        deflated(LINES) + b"\0",
        deflated(LINES) + deflated(b""),
        deflated(LINES) + bytes(200_000),
        zlib.compress(LINES),
        deflated(LINES + b"\n"),
        deflated(LINES[:-1]),
        deflated(LINES[:-1] + b"x"),
    ],
    ids=len,
)
def test_streams_that_are_no_or_another_content_are_refused(packed: bytes) -> None:
    _refused(raw_zip((MANIFEST, replace(LEDGER, packed=packed), SCAN)))


def test_bytes_behind_a_stream_are_noticed_at_the_border_of_a_block_too() -> None:
    content = bytes(BLOCK // 4 - 5)
    sizes = len(content).to_bytes(2, "little") + (len(content) ^ 0xFFFF).to_bytes(2, "little")
    packed = b"\x01" + sizes + content  # one final block that is not compressed
    member = RawMember(name=JOURNAL, content=content, packed=packed)
    assert _contents(raw_zip((MANIFEST, member)))[JOURNAL] == content
    _refused(raw_zip((MANIFEST, replace(member, packed=packed + b"x"))))


def test_what_the_standard_library_writes_by_itself_is_refused() -> None:
    for compression in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        for comment in (b"", b"comment"):
            target = io.BytesIO()
            with zipfile.ZipFile(target, "w", compression) as archive:
                archive.comment = comment
                archive.writestr(MANIFEST_NAME, b"{}")
                archive.writestr(JOURNAL, LINES)
            _refused(target.getvalue())


def test_walking_along_a_file_of_headers_ends() -> None:
    header = raw_zip((RawMember(name=""),))[:30]
    file = _CountingFile(header * (30 * MAX_MEMBERS))
    with pytest.raises(LedgerError) as caught:
        CanonicalZip.open(file)
    assert caught.value.code is Code.BUNDLE_CONTAINER
    assert file.reads < 3 * MAX_MEMBERS


class _CountingFile(io.BytesIO):
    reads = 0

    def read(self, size: int | None = -1) -> bytes:
        self.reads += 1
        return super().read(size)


@pytest.mark.parametrize(
    "data", [b"", b"P", b"PK", b"PK\x03\x04", b"PK\x05\x06" + bytes(18), bytes(22), b"%PDF-1.7", b"\xff" * 500]
)
def test_short_and_foreign_files_are_refused(data: bytes) -> None:
    _refused(data, Code.BUNDLE_CONTAINER, Code.BUNDLE_INCOMPLETE)


_BASE = raw_zip(GOOD)
_PIECES = st.one_of(
    st.binary(max_size=40),
    st.tuples(st.integers(0, len(_BASE)), st.integers(0, 120)).map(lambda span: _BASE[span[0] : span[0] + span[1]]),
    st.just(_BASE),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(_PIECES, max_size=6))
def test_any_patchwork_is_refused_in_our_own_words(pieces: list[bytes]) -> None:
    data = b"".join(pieces)
    outcome = _outcome(data)
    assert outcome == _contents(_BASE) if data == _BASE else outcome in REFUSALS
