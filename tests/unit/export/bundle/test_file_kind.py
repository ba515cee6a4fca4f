"""A file is told by its first bytes, whatever its name says."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from export.bundle.age_file import encrypt_stream, new_identity
from export.bundle.file_kind import HEAD_SIZE, FileKind, kind_of, recognise
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from tests.unit.export.bundle.bundle_material import container


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "shd-0123-2020S1.shd"


def _encrypted() -> bytes:
    target = io.BytesIO()
    encrypt_stream(io.BytesIO(b""), target, [new_identity()[1]])
    return target.getvalue()


def _code(file: Path, content: bytes) -> Code:
    file.write_bytes(content)
    with pytest.raises(LedgerError) as caught:
        recognise(file)
    return caught.value.code


def test_our_files_are_recognised(file: Path) -> None:
    file.write_bytes(_encrypted())
    assert recognise(file) is FileKind.ENCRYPTED
    file.write_bytes(container())
    assert recognise(file) is FileKind.KIT_OR_PLAIN


def test_the_first_bytes_are_enough() -> None:
    assert kind_of(container()[:HEAD_SIZE]) is FileKind.KIT_OR_PLAIN
    assert kind_of(_encrypted()[:HEAD_SIZE]) is FileKind.ENCRYPTED
    assert kind_of(container()[: HEAD_SIZE - 1]) is FileKind.UNKNOWN
    assert kind_of(b"") is FileKind.UNKNOWN


def test_word_excel_and_other_files_are_not_ours(file: Path) -> None:
    word, excel, archive = io.BytesIO(), io.BytesIO(), io.BytesIO()
    Document().save(word)
    Workbook().save(excel)
    with zipfile.ZipFile(archive, "w") as other:
        other.writestr("manifest.dsse.jso", b"")
    foreign = [
        word.getvalue(),
        excel.getvalue(),
        archive.getvalue(),
        b"%PDF-1.7",
        b"\xff\xd8\xff",
        b"x",
        "Kính gửi".encode() * 20,
    ]
    armoured = b"-----BEGIN AGE ENCRYPTED FILE-----\n"
    for content in (*foreign, armoured, b"PK\x05\x06" + bytes(18), b"age-encryption.org/vX\n", b"\0" * 10 + b"x"):
        assert _code(file, content) is Code.BUNDLE_NOT_OURS, content[:20]


@pytest.mark.parametrize("make", [_encrypted, container])
def test_files_cut_before_they_can_be_recognised_are_incomplete(file: Path, make: object) -> None:
    whole = make()  # type: ignore[operator]
    unrecognised = [size for size in range(HEAD_SIZE + 1) if kind_of(whole[:size]) is FileKind.UNKNOWN]
    assert len(unrecognised) >= 22
    for size in unrecognised:
        assert _code(file, whole[:size]) is Code.BUNDLE_INCOMPLETE
    assert _code(file, bytes(4096)) is Code.BUNDLE_INCOMPLETE


def test_a_later_version_of_the_encryption_is_told(file: Path) -> None:
    assert _code(file, b"age-encryption.org/v2\n-> X") is Code.BUNDLE_TOO_NEW


def test_files_that_cannot_be_read_are_told(file: Path) -> None:
    for path, code in ((file, Code.FILE_NOT_FOUND), (file.parent, Code.FILE_UNREADABLE)):
        with pytest.raises(LedgerError) as caught:
            recognise(path)
        assert (caught.value.code, caught.value.parameters) == (code, {"file": path.name})
