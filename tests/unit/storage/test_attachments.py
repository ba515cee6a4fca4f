"""Attachments: told by their first bytes, kept in chunks, put together again unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.attachments import (
    CHUNK,
    MAX_FILE,
    MAX_NAME,
    blob,
    check_attachment,
    chunk_digests,
    keep_attachment,
    keep_blob,
    write_attachment,
)
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.journal.entries import Put
from storage.ledger import Ledger
from tests.unit.storage.ledger_examples import Pc, meeting, record, recorder

MAGIC = {
    "a.pdf": b"%PDF-1.7\n",
    "a.PDF": b"%PDF-1.4\n",
    "a.png": b"\x89PNG\r\n\x1a\n",
    "a.jpg": b"\xff\xd8\xff\xe0",
    "a.jpeg": b"\xff\xd8\xff\xe1",
    "a.docx": b"PK\x03\x04word",
    "a.xlsx": b"PK\x03\x04xl",
}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Pc(tmp_path / "pc").create() as made:
        yield made


def refusal(ledger: Ledger, path: Path) -> Code:
    with pytest.raises(LedgerError) as caught:
        keep_attachment(ledger.db, path)
    return caught.value.code


def blobs(ledger: Ledger) -> int:
    return int(ledger.db.execute("SELECT count(*) FROM blob").fetchone()[0])


@pytest.mark.parametrize("name", MAGIC)
def test_every_kind_is_taken_recorded_and_read_back(ledger: Ledger, tmp_path: Path, name: str) -> None:
    """Through the journal and out again: a kind whose entry cannot be read back would be lost with its record."""
    source = tmp_path / name
    source.write_bytes(MAGIC[name] + bytes(1000))
    record(ledger, meeting(attachments=[str(source)]))
    *_, item = ledger.journal.items(ledger.journal.own_feed())
    assert isinstance(item.entry, Put)
    (attachment,) = item.entry.files
    assert (attachment.n, attachment.name, attachment.parts) == (len(MAGIC[name]) + 1000, name, [])
    write_attachment(ledger.db, attachment, tmp_path / "back")
    assert (tmp_path / "back").read_bytes() == source.read_bytes()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.exe", b"MZ\x90\x00"),
        ("a.pdf", b"MZ\x90\x00"),
        ("a.pdf", b""),
        ("a.txt", b"%PDF-1.7"),
        ("a", b"%PDF-1.7"),
        ("a.docm", b"PK\x03\x04"),
        ("a.zip", b"PK\x03\x04"),
        ("a.pdf.exe", b"%PDF-1.7"),
        ("a.png", b"\xff\xd8\xff\xe0"),
        ("a.html", b"<html>"),
        ("a.csv", b"ho ten,so dien thoai"),
        ("a.pdf", b" %PDF-1.7"),
    ],
)
def test_other_kinds_are_refused(ledger: Ledger, tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert refusal(ledger, tmp_path / name) is Code.ATTACHMENT_TYPE
    assert blobs(ledger) == 0


def test_a_file_that_is_not_there_or_cannot_be_read(ledger: Ledger, tmp_path: Path) -> None:
    assert refusal(ledger, tmp_path / "none.pdf") is Code.FILE_NOT_FOUND
    (tmp_path / "folder.pdf").mkdir()
    assert refusal(ledger, tmp_path / "folder.pdf") is Code.FILE_UNREADABLE


def test_a_file_that_is_too_large_is_refused_before_any_of_it_is_kept(ledger: Ledger, tmp_path: Path) -> None:
    huge = tmp_path / "huge.pdf"
    with huge.open("wb") as file:
        file.write(b"%PDF-1.7")
        file.truncate(MAX_FILE + 1)  # sparse: takes no room
    with pytest.raises(LedgerError) as caught:
        check_attachment(huge)
    assert caught.value.code is Code.ATTACHMENT_TOO_LARGE
    assert caught.value.parameters == {"file": "huge.pdf", "limit": 512}
    assert refusal(ledger, huge) is Code.ATTACHMENT_TOO_LARGE
    assert blobs(ledger) == 0


def test_a_row_with_one_bad_attachment_leaves_none_behind(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "good.pdf").write_bytes(b"%PDF-1.7 good")
    (tmp_path / "bad.pdf").write_bytes(b"MZ")
    row = meeting(attachments=["good.pdf", "bad.pdf"])
    done = recorder(ledger, base=tmp_path).record([(1, row)])
    assert [problem.code for problem in done.refused] == [Code.ATTACHMENT_TYPE]
    assert blobs(ledger) == 0


@pytest.mark.parametrize("size", [CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK])
def test_large_files_are_cut_into_chunks_that_are_whole_again(ledger: Ledger, tmp_path: Path, size: int) -> None:
    source = tmp_path / "scan.pdf"
    source.write_bytes((b"%PDF-1.7" + bytes(range(256)) * (size // 256 + 1))[:size])
    attachment = keep_attachment(ledger.db, source)
    wanted = -(-size // CHUNK)
    assert len(chunk_digests(attachment)) == wanted
    assert bool(attachment.parts) == (wanted > 1)
    write_attachment(ledger.db, attachment, tmp_path / "back.pdf")
    assert (tmp_path / "back.pdf").read_bytes() == source.read_bytes()


def test_equal_content_is_kept_once(ledger: Ledger, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(b"%PDF-1.7 same")
        keep_attachment(ledger.db, tmp_path / name)
    assert blobs(ledger) == 1
    assert blob(ledger.db, keep_blob(ledger.db, b"%PDF-1.7 same")) == b"%PDF-1.7 same"
    assert blob(ledger.db, "00" * 32) is None


def test_a_long_name_is_cut_at_its_beginning_and_keeps_its_ending(ledger: Ledger, tmp_path: Path) -> None:
    name = "a" * 200 + ".pdf"
    (tmp_path / name).write_bytes(b"%PDF-1.7")
    kept = keep_attachment(ledger.db, tmp_path / name).name
    assert len(kept) == MAX_NAME
    assert kept.endswith("a.pdf")


def test_a_missing_or_changed_chunk_is_told_and_nothing_is_written(ledger: Ledger, tmp_path: Path) -> None:
    source = tmp_path / "scan.pdf"
    source.write_bytes(b"%PDF-1.7" + bytes(CHUNK))
    attachment = keep_attachment(ledger.db, source)
    target = tmp_path / "back.pdf"
    last = bytes.fromhex(attachment.parts[-1])
    ledger.db.execute("UPDATE blob SET data = x'00' WHERE sha256 = ?", [last])
    with pytest.raises(LedgerError) as caught:
        write_attachment(ledger.db, attachment, target)
    assert caught.value.code is Code.BUNDLE_MEMBER
    assert not target.exists()
    ledger.db.execute("DELETE FROM blob WHERE sha256 = ?", [last])
    with pytest.raises(LedgerError) as caught:
        write_attachment(ledger.db, attachment, target)
    assert caught.value.code is Code.BUNDLE_BLOBS_MISSING
    assert not target.exists()


def test_no_file_is_written_over(ledger: Ledger, tmp_path: Path) -> None:
    source = tmp_path / "scan.pdf"
    source.write_bytes(b"%PDF-1.7")
    attachment = keep_attachment(ledger.db, source)
    with pytest.raises(LedgerError) as caught:
        write_attachment(ledger.db, attachment, source)
    assert caught.value.code is Code.FILE_EXISTS
