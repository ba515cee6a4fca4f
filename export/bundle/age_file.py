"""Encrypts containers to their readers and decrypts them: age files, version 1, X25519 recipients, no armour.

Source: the age file format (C2SP ``age.md``); the cryptography is the library's. Only its streaming calls are used: the others
hold the interpreter's lock for the whole file and can neither be watched nor stopped. What it raises tells little (a damaged
payload is an ``OSError``), so streams remember their own failures, and what remains is damage.

Not here: whose keys these are, temporary files, passphrases. Signing comes before encrypting (``envelope``): an age file proves
nothing about its sender.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, BinaryIO

import pyrage

from export.bundle.age_header import check_header, check_magic
from export.bundle.age_recipient import recipient_public_key
from export.bundle.limits import BLOCK, MAX_AGE_HEADER, MAX_RECIPIENTS
from export.bundle.streams import file_name, size_of, unreadable, unwritable
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.progress import Progress, ProgressReporter, Stage, silent

_SECTOR = 512
"""Media lose whole sectors: a file that is cut off or ends in zeros shows it in multiples of this."""


def new_identity() -> tuple[str, str]:
    """A new key pair: the secret ``AGE-SECRET-KEY-1…`` and its recipient ``age1…``, from the system's random source."""
    identity = pyrage.x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def recipient_of(secret: str) -> str:
    """The recipient that belongs to a secret; raises ``LedgerError(KEY_STORE_DAMAGED)`` if it is none."""
    return str(_identity(secret).to_public())


def encrypt_stream(source: BinaryIO, target: BinaryIO, recipients: Sequence[str], report: ProgressReporter = silent) -> int:
    """Encrypts the whole of a seekable ``source``, from byte 0, so that each of the recipients can read it; returns bytes
    written.

    Reports ``WRITING`` in bytes of the source; what the reporter raises comes through as it is. Raises ``LedgerError``:
    ``KEY_WEAK`` for an unusable recipient, ``FILE_UNREADABLE``, ``DISK_FULL`` or ``FOLDER_UNWRITABLE`` with ``file``. After an
    error discard the target.
    """
    if not 1 <= len(recipients) <= MAX_RECIPIENTS or len(set(recipients)) != len(recipients):
        raise ValueError(f"a file takes 1 to {MAX_RECIPIENTS} different recipients")
    for recipient in recipients:
        recipient_public_key(recipient)
    keys = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
    reader = _Reader(source, size=size_of(source), stage=Stage.WRITING, report=report)
    writer = _Writer(target)
    reader.rewind()
    try:
        pyrage.encrypt_io(reader, writer, keys)
    except (pyrage.EncryptError, OSError):
        _raise_own(reader, writer)
        raise
    _raise_own(reader, writer)
    return writer.done


def decrypt_stream(
    source: BinaryIO, target: BinaryIO, identities: Sequence[str], cap: int, report: ProgressReporter = silent
) -> int:
    """Decrypts the whole of a seekable ``source``, from byte 0, with whichever secret fits; returns the bytes written, at most
    ``cap``.

    Reports ``READING`` in bytes of the source; what the reporter raises comes through as it is. Raises ``LedgerError``:
    ``BUNDLE_NOT_OURS``, ``BUNDLE_TOO_NEW``, ``BUNDLE_WRONG_KIND`` for other files (see ``age_header``);
    ``BUNDLE_WRONG_RECIPIENT`` if no secret fits; ``BUNDLE_DAMAGED``; ``BUNDLE_INCOMPLETE`` if the file shows that its end is
    missing; ``BUNDLE_TOO_LARGE`` with ``limit`` beyond ``cap``; ``FILE_UNREADABLE``, ``DISK_FULL`` or ``FOLDER_UNWRITABLE``
    with ``file``; ``KEY_STORE_DAMAGED`` for a malformed secret. After an error the target may hold a part of the plaintext:
    discard it.
    """
    keys = [_identity(secret) for secret in identities]
    reader = _Reader(source, size=size_of(source), stage=Stage.READING, report=report)
    writer = _Writer(target, cap=cap)
    _check_outside(reader)
    reader.rewind()
    try:
        pyrage.decrypt_io(reader, writer, keys)
    except (pyrage.DecryptError, OSError) as error:
        _raise_own(reader, writer)
        raise _diagnosis(error, reader) from error
    _raise_own(reader, writer)
    return writer.done


class _Reader:
    """A source that reports how far it was read and remembers why it failed."""

    def __init__(self, stream: BinaryIO, *, size: int, stage: Stage, report: ProgressReporter) -> None:
        self._stream = stream
        self._stage = stage
        self._report = report
        self._reported = 0
        self.size = size
        self.done = 0
        self.failure: BaseException | None = None

    def rewind(self) -> None:
        self.peek(0, 0)
        self._report(Progress(self._stage, 0, self.size))

    def peek(self, offset: int, size: int) -> bytes:
        """Bytes from anywhere, without counting them; the stream stays behind them."""
        try:
            self._stream.seek(offset)
            return self._stream.read(size)
        except OSError as error:
            raise unreadable(error, file=file_name(self._stream)) from error

    def read(self, size: int = -1) -> bytes:
        try:
            data = self._stream.read(size)
            self.done += len(data)
            if self.done - self._reported >= BLOCK or (not data and self._reported < self.done):
                self._reported = self.done
                self._report(Progress(self._stage, self.done, self.size))
        except OSError as error:
            self.failure = unreadable(error, file=file_name(self._stream))
            raise
        except BaseException as error:
            self.failure = error
            raise
        return data


class _Writer:
    """A target that counts, stops at ``cap`` bytes and remembers why it failed."""

    def __init__(self, stream: BinaryIO, *, cap: int | None = None) -> None:
        self._stream = stream
        self._cap = cap
        self.done = 0
        self.failure: BaseException | None = None

    def write(self, data: bytes) -> int:
        if self._cap is not None and self.done + len(data) > self._cap:
            self.failure = LedgerError(Code.BUNDLE_TOO_LARGE, detail="plaintext", limit=self._cap)
            raise self.failure
        try:
            written = self._stream.write(data)
        except OSError as error:
            self.failure = unwritable(error, file=file_name(self._stream))
            raise
        self.done += written
        return written

    def flush(self) -> None:
        try:
            self._stream.flush()
        except OSError as error:
            self.failure = unwritable(error, file=file_name(self._stream))
            raise


def _raise_own(reader: _Reader, writer: _Writer) -> None:
    """Prefers what a stream itself met, a cancelled job above all, to what the library made of it."""
    failure = reader.failure or writer.failure
    if failure is not None:
        raise failure


def _check_outside(reader: _Reader) -> None:
    """Judges what can be seen without a key."""
    head = reader.peek(0, MAX_AGE_HEADER)
    check_magic(head)
    # In real ciphertext a sector of zeros at the end does not occur; it is what a medium leaves that was pulled out while
    # writing.
    if reader.size >= _SECTOR and not any(reader.peek(reader.size - _SECTOR, _SECTOR)):
        raise LedgerError(Code.BUNDLE_INCOMPLETE, detail="ends in zeros")
    check_header(head, size=reader.size)


def _diagnosis(error: Exception, reader: _Reader) -> LedgerError:
    """Tells apart, by the library's own words (a test holds them fast), what a person has to do something different about."""
    text = str(error)
    if "No matching keys" in text:
        return LedgerError(Code.BUNDLE_WRONG_RECIPIENT, detail=text)
    cut = reader.done == reader.size and reader.size % _SECTOR == 0
    code = Code.BUNDLE_INCOMPLETE if cut or "truncated" in text else Code.BUNDLE_DAMAGED
    return LedgerError(code, detail=text)


def _identity(secret: str) -> Any:
    try:
        return pyrage.x25519.Identity.from_str(secret)
    except pyrage.IdentityError as error:
        raise LedgerError(Code.KEY_STORE_DAMAGED, detail="a malformed secret") from error
