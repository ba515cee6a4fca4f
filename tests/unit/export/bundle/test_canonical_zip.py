"""Containers are deterministic, readable by other programs, and give back what went in."""

from __future__ import annotations

import errno
import io
import shutil
import subprocess
import zipfile
import zlib
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from export.bundle.canonical_zip import CanonicalZip
from export.bundle.canonical_zip_layout import MANIFEST_NAME, Member, Method, member_order, method_of
from export.bundle.canonical_zip_writer import prepare, write_container
from export.bundle.limits import BLOCK, MAX_MEMBERS
from storage.domain.codes import Code
from storage.domain.errors import LedgerError, OperationCancelled
from storage.domain.progress import Progress, Stage
from tests.unit.export.bundle.bundle_material import BLOB, BLOB_NAME, CONTENTS, JOURNAL, LINES, FailingDisk, container


def _stdlib_container(contents: dict[str, bytes]) -> bytes:
    """The same container as another writer makes it when it is told every field of the profile."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in sorted(contents, key=member_order):
            info = zipfile.ZipInfo(name)
            info.create_system, info.create_version, info.extract_version = 3, 20, 20
            info.external_attr = 0o100644 << 16
            info.compress_type = int(method_of(name))
            archive.writestr(info, contents[name], compresslevel=6)
    return target.getvalue()


def test_the_profile_is_what_another_writer_makes_of_the_same_fields() -> None:
    assert container() == _stdlib_container(dict(CONTENTS))  # type: ignore[arg-type]


def test_members_come_back_with_size_and_digest() -> None:
    prepared = [prepare(name, content) for name, content in CONTENTS.items()]
    target = io.BytesIO()
    members = write_container(target, prepared)
    assert members[1] == Member(JOURNAL, len(LINES), sha256(LINES).hexdigest())
    with CanonicalZip.open(target) as archive:
        assert archive.names == tuple(CONTENTS)
        assert archive.read(JOURNAL, len(LINES)) == LINES
        assert archive.read(BLOB_NAME, 10**6) == BLOB
        assert archive.read("kit/registry.jsonl", 0) == b""
        assert tuple(archive.measure(name) for name in archive.names) == members
        assert [entry.method for entry in archive.entries] == [Method.STORED, Method.DEFLATED, Method.STORED, Method.DEFLATED]


def test_the_source_of_the_content_leaves_no_trace(tmp_path: Path) -> None:
    content = bytes(range(256)) * 3000 + LINES * 700
    file = tmp_path / "Báo cáo.jsonl"
    file.write_bytes(content)
    pieces = [content[start : start + 977] for start in range(0, len(content), 977)]
    made = {
        container({MANIFEST_NAME: b"{}", JOURNAL: source}) for source in (content, file, lambda: pieces, lambda: iter(pieces))
    }
    assert len(made) == 1
    stored = {container({MANIFEST_NAME: b"{}", BLOB_NAME: source}) for source in (content, file, lambda: iter(pieces))}
    assert len(stored) == 1
    blocks: list[list[Progress]] = []
    for source in (content, file, lambda: iter(pieces)):
        blocks.append([])
        prepare(JOURNAL, source, report=blocks[-1].append)
    assert blocks[0] == blocks[1] == blocks[2]
    assert made.pop() == _stdlib_container({MANIFEST_NAME: b"{}", JOURNAL: content})


def test_other_programs_read_it(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(container())
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == CONTENTS
    for program in (["unzip", "-tq"], ["7z", "t"], ["7zz", "t"]):
        if shutil.which(program[0]):
            subprocess.run([*program, str(path)], check=True, capture_output=True)


_NAMES = st.one_of(
    st.integers(0, 2**128 - 1).map(lambda n: f"journal/{n:032x}.jsonl"),
    st.tuples(st.integers(0, 3), st.integers(1, 10**9)).map(lambda pair: f"journal/{pair[0]:032x}_{pair[1]}.jsonl"),
    st.integers(0, 2**256 - 1).map(lambda n: f"blobs/{n:064x}"),
    st.sampled_from(["kit/plan.jsonl", "kit/registry.jsonl", "kit/strings.json", "kit/trust_1.dsse.json"]),
)
_BYTES = st.one_of(
    st.binary(max_size=600), st.tuples(st.binary(max_size=3), st.integers(0, 200_000)).map(lambda p: p[0] * p[1])
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=300), st.dictionaries(_NAMES, _BYTES, max_size=8))
def test_whatever_goes_in_comes_out(manifest: bytes, others: dict[str, bytes]) -> None:
    contents = {MANIFEST_NAME: manifest} | others
    data = container(dict(contents))
    with CanonicalZip.open(io.BytesIO(data)) as archive:
        assert archive.names == tuple(sorted(contents, key=member_order))
        for name, content in contents.items():
            assert archive.read(name, len(content)) == content
            pieces = list(archive.stream(name))
            assert b"".join(pieces) == content
            assert all(len(piece) <= BLOCK for piece in pieces)
            assert archive.measure(name) == Member(name, len(content), sha256(content).hexdigest())
    assert container(dict(reversed(contents.items()))) == data


@pytest.mark.parametrize(
    "name",
    [
        "",
        "manifest.json",
        "manifest.dsse.json\n",
        "Manifest.dsse.json",
        "journal/../a.jsonl",
        f"journal/{'0F' * 16}.jsonl",
        f"journal/{'0f' * 16}_0.jsonl",
        f"journal/{'٠' * 32}.jsonl",
        f"journal/{'0f' * 16}.jsonl\n",
        f"blobs/{'a' * 64}\n",
        "kit/a.json\n",
        f"blobs/{'a' * 63}",
        f"blobs/{'a' * 65}",
        f"/blobs/{'a' * 64}",
        f"blobs\\{'a' * 64}",
        "kit/con.json:stream",
        "kit/a.b.json",
        "kit/.json",
        f"kit/{'a' * 61}.json",
        "C:/kit/a.json",
        "kit/a.json/",
    ],
)
def test_no_other_names_exist(name: str) -> None:
    with pytest.raises(ValueError, match="no member may be called"):
        prepare(name, b"")


def test_the_writer_refuses_a_wrong_order() -> None:
    manifest, journal, blob = (prepare(name, CONTENTS[name]) for name in (MANIFEST_NAME, JOURNAL, BLOB_NAME))
    for members in ([], [journal], [journal, manifest], [manifest, blob, journal], [manifest, journal, journal]):
        with pytest.raises(ValueError, match="out of order"):
            write_container(io.BytesIO(), members)


def test_the_writer_refuses_more_members_than_a_reader_takes() -> None:
    blobs = [prepare(f"blobs/{number:064x}", b"") for number in range(MAX_MEMBERS)]
    target = io.BytesIO()
    with pytest.raises(LedgerError) as caught:
        write_container(target, [prepare(MANIFEST_NAME, b"{}"), *blobs])
    assert caught.value.code is Code.BUNDLE_TOO_LARGE
    assert target.getvalue() == b""
    write_container(target, [prepare(MANIFEST_NAME, b"{}"), *blobs[1:]])
    with CanonicalZip.open(target) as archive:
        assert len(archive.names) == MAX_MEMBERS


def test_an_attachment_that_changes_while_it_is_sealed_is_noticed(tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    same_checksum = bytes.fromhex("9d0ad96d")
    assert zlib.crc32(same_checksum) == zlib.crc32(b"")
    a_thousand = b"A" * 1000
    for first, changed in (
        (a_thousand, b"B" * 1000),
        (a_thousand, b"A" * 999),
        (a_thousand, b"A" * 1001),
        (b"", same_checksum),
    ):
        file.write_bytes(first)
        members = [prepare(MANIFEST_NAME, b"{}"), prepare(BLOB_NAME, file)]
        file.write_bytes(changed)
        with pytest.raises(LedgerError) as caught:
            write_container(io.BytesIO(), members)
        assert caught.value.code is Code.READ_BACK_DIFFERS


def test_reading_keeps_to_the_cap_and_to_the_names() -> None:
    with CanonicalZip.open(io.BytesIO(container())) as archive:
        with pytest.raises(LedgerError) as caught:
            archive.read(JOURNAL, len(LINES) - 1)
        assert (caught.value.code, caught.value.parameters) == (Code.BUNDLE_TOO_LARGE, {"limit": len(LINES) - 1})
        for absent in ("kit/plan.jsonl", "../x"):
            with pytest.raises(LedgerError) as caught:
                archive.read(absent, 10)
            assert caught.value.code is Code.BUNDLE_CONTAINER


@pytest.mark.parametrize("reduce", [0, 1])
def test_the_size_cap_counts_the_file_and_what_is_in_it(reduce: int) -> None:
    packed = container({MANIFEST_NAME: b"{}", JOURNAL: b"x" * 5000})
    stored = container({MANIFEST_NAME: b"{}"})
    for data, size in ((packed, 5002), (stored, len(stored))):
        if reduce:
            with pytest.raises(LedgerError) as caught:
                CanonicalZip.open(io.BytesIO(data), max_size=size - 1)
            assert (caught.value.code, caught.value.parameters) == (Code.BUNDLE_TOO_LARGE, {"limit": size - 1})
        else:
            CanonicalZip.open(io.BytesIO(data), max_size=size).close()


def test_it_opens_and_closes_paths_but_not_other_peoples_files(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(container())
    with CanonicalZip.open(path) as archive:
        assert archive.read(MANIFEST_NAME, 100) == CONTENTS[MANIFEST_NAME]
    path.rename(tmp_path / "b.zip")  # fails on Windows while the file is open
    with (tmp_path / "b.zip").open("rb") as file:
        CanonicalZip.open(file).close()
        assert not file.closed
    path.write_bytes(b"PK\x03\x04 and nothing else, but longer than an end record")
    with pytest.raises(LedgerError):
        CanonicalZip.open(path)
    path.unlink()
    with pytest.raises(LedgerError) as caught:
        CanonicalZip.open(path)
    assert (caught.value.code, caught.value.parameters) == (Code.FILE_NOT_FOUND, {"file": "a.zip"})


def test_failing_media_are_named() -> None:
    members = [prepare(name, content) for name, content in CONTENTS.items()]
    for number, code in ((errno.ENOSPC, Code.DISK_FULL), (errno.EACCES, Code.FOLDER_UNWRITABLE)):
        with pytest.raises(LedgerError) as caught:
            write_container(FailingDisk(room=300, number=number), members)
        assert caught.value.code is code
        with pytest.raises(LedgerError) as caught:
            CanonicalZip.open(io.BytesIO(container())).measure(BLOB_NAME, FailingDisk(room=10, number=number))
        assert caught.value.code is code
    archive = CanonicalZip(FailingDisk(container({MANIFEST_NAME: b"{}", BLOB_NAME: bytes(5000)}), room=1000, number=errno.EIO))
    with pytest.raises(LedgerError) as caught:
        archive.measure(BLOB_NAME)
    assert caught.value.code is Code.FILE_UNREADABLE


def test_a_file_that_shrinks_under_the_reader_is_incomplete() -> None:
    file = io.BytesIO(container())
    archive = CanonicalZip.open(file)
    file.truncate(200)
    with pytest.raises(LedgerError) as caught:
        archive.measure(BLOB_NAME)
    assert caught.value.code is Code.BUNDLE_INCOMPLETE


def test_work_is_reported_and_can_be_stopped() -> None:
    content = bytes(3 * BLOCK)
    seen: list[Progress] = []
    prepared = [prepare(MANIFEST_NAME, b"{}"), prepare(BLOB_NAME, content, report=seen.append)]
    target = io.BytesIO()
    write_container(target, prepared, report=seen.append)
    CanonicalZip.open(target).measure(BLOB_NAME, report=seen.append)
    assert [step.stage for step in seen] == [Stage.READING] * 3 + [Stage.WRITING] * 4 + [Stage.VERIFYING] * 3
    assert seen[6].done == seen[6].total == len(content) + 2
    assert seen[-1].done == seen[-1].total == len(content)

    def stop(_: Progress) -> None:
        raise OperationCancelled

    with pytest.raises(OperationCancelled):
        prepare(JOURNAL, content, report=stop)
    with pytest.raises(OperationCancelled):
        write_container(io.BytesIO(), prepared, report=stop)
    with pytest.raises(OperationCancelled):
        CanonicalZip.open(target).measure(BLOB_NAME, report=stop)


def test_a_member_can_be_copied_while_it_is_measured() -> None:
    copy = io.BytesIO()
    member = CanonicalZip.open(io.BytesIO(container())).measure(JOURNAL, copy)
    assert copy.getvalue() == LINES
    assert member.sha256 == sha256(LINES).hexdigest()


def test_the_densest_stream_stays_within_the_ratio() -> None:
    content = bytes(4_000_000)
    data = container({MANIFEST_NAME: b"{}", JOURNAL: content})
    with CanonicalZip.open(io.BytesIO(data)) as archive:
        assert archive.read(JOURNAL, len(content)) == content
        assert archive.entries[1].crc == zlib.crc32(content)
