"""Sealed files as a whole: signed, packed, encrypted, put on a medium and read back; and the way in again up to the envelope.

Signing comes before encrypting, so the signature stays checkable in the archive and the outside shows neither sender nor
content. Nothing here knows what is sealed or who may sign it.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from export.bundle.age_file import decrypt_stream, encrypt_stream
from export.bundle.canonical_zip import CanonicalZip
from export.bundle.canonical_zip_layout import MANIFEST_NAME, Member
from export.bundle.canonical_zip_writer import PreparedMember, prepare, write_container
from export.bundle.envelope import Envelope, PayloadKind, Signer, parse_envelope, seal_envelope
from export.bundle.file_kind import FileKind, recognise
from export.bundle.from_medium import blocks_from_medium
from export.bundle.limits import MAX_CONTAINER, MAX_ENVELOPE
from export.bundle.streams import open_for_reading
from storage.atomic_file import atomic_writer
from storage.domain.codes import Code
from storage.domain.errors import LedgerError, OperationCancelled
from storage.domain.progress import Progress, ProgressReporter, Stage, silent

IN_MEMORY = 32 << 20
"""Up to this size, in bytes, decrypted content never touches a disk."""


@dataclass(frozen=True, slots=True)
class SealedFile:
    """A file that was written and read back. ``sha256`` is of the file; ``payload`` is the identity of what it seals."""

    path: Path
    size: int
    sha256: bytes
    payload: bytes
    envelope: bytes


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A sealed file, decrypted, with its structure checked. Believe nothing in it before its signatures are verified."""

    envelope: Envelope
    envelope_bytes: bytes
    container: CanonicalZip
    encrypted: bool

    @property
    def payload_digest(self) -> bytes:
        """The identity of what was sealed: SHA-256 of the payload."""
        return hashlib.sha256(self.envelope.payload).digest()


def write_sealed(
    path: Path,
    *,
    kind: PayloadKind,
    members: Sequence[PreparedMember],
    payload: Callable[[tuple[Member, ...]], bytes],
    signers: Sequence[Signer],
    recipients: Sequence[str],
    temporary: Path,
    report: ProgressReporter = silent,
) -> SealedFile:
    """Seals ``members`` into ``path`` and compares what is on the medium with what was meant to be.

    ``payload`` makes the signed bytes from the members' measures. Without ``recipients`` the file is not encrypted (kits).
    Raises ``LedgerError``: DISK_FULL, FOLDER_UNWRITABLE, FILE_IN_USE, BUNDLE_TOO_LARGE, READ_BACK_DIFFERS.
    """
    signed = payload(tuple(member.member for member in members))
    envelope = seal_envelope(signed, kind.payload_type, signers)
    everything = [prepare(MANIFEST_NAME, envelope), *members]
    with ExitStack() as stack:
        target = stack.enter_context(atomic_writer(path))
        tee = _HashingWriter(target)
        if recipients:
            plain = stack.enter_context(_spool(temporary))
            write_container(plain, everything, report=report)
            plain.seek(0)
            encrypt_stream(plain, cast(BinaryIO, tee), recipients, report)
        else:
            write_container(cast(BinaryIO, tee), everything, report=report)
    digest, size = tee.digest(), tee.size
    try:
        report(Progress(Stage.READING_BACK))
    except OperationCancelled:
        # Nobody would know of a file that was written and never compared.
        with suppress(OSError):
            path.unlink()
        raise
    compare_with_medium(path, size=size, sha256=digest)
    return SealedFile(path, size, digest, hashlib.sha256(signed).digest(), envelope)


@contextmanager
def open_sealed(
    path: Path, *, identities: Sequence[str], temporary: Path, report: ProgressReporter = silent
) -> Iterator[OpenedFile]:
    """Decrypts a file where that is needed, checks its structure, and parses its envelope; no signature is verified yet.

    Raises ``LedgerError``: FILE_NOT_FOUND, FILE_UNREADABLE, BUNDLE_NOT_OURS, BUNDLE_WRONG_RECIPIENT, BUNDLE_DAMAGED,
    BUNDLE_INCOMPLETE, BUNDLE_TOO_LARGE, BUNDLE_CONTAINER, BUNDLE_MANIFEST, BUNDLE_TOO_NEW.
    """
    kind = recognise(path)
    with ExitStack() as stack:
        if kind is FileKind.ENCRYPTED:
            if not identities:
                raise LedgerError(Code.BUNDLE_WRONG_RECIPIENT, detail="no identity to open it with", file=path.name)
            source = stack.enter_context(_spool(temporary))
            with open_for_reading(path) as file:  # closed at once: Windows moves no open file into the archive
                decrypt_stream(file, source, identities, MAX_CONTAINER, report)
            source.seek(0)
        else:
            source = stack.enter_context(open_for_reading(path))
        container = stack.enter_context(CanonicalZip.open(source))
        envelope_bytes = container.read(MANIFEST_NAME, MAX_ENVELOPE)
        yield OpenedFile(parse_envelope(envelope_bytes), envelope_bytes, container, kind is FileKind.ENCRYPTED)


def compare_with_medium(path: Path, *, size: int, sha256: bytes) -> None:
    """Reads a file back, past the system's cache where it allows that. Raises ``LedgerError(READ_BACK_DIFFERS)``."""
    digest, length = hashlib.sha256(), 0
    try:
        for block in blocks_from_medium(path):
            digest.update(block)
            length += len(block)
    except OSError as error:
        raise LedgerError(Code.READ_BACK_DIFFERS, detail=str(error), file=path.name) from error
    if length != size or digest.digest() != sha256:
        raise LedgerError(Code.READ_BACK_DIFFERS, detail=f"{length} of {size} bytes", file=path.name)


class _HashingWriter:
    """A binary target that remembers the digest and the size of what passed through."""

    def __init__(self, target: BinaryIO) -> None:
        self._target = target
        self._digest = hashlib.sha256()
        self.size = 0

    def write(self, data: bytes) -> int:
        self._digest.update(data)
        self.size += len(data)
        return self._target.write(data)

    def flush(self) -> None:
        self._target.flush()

    def digest(self) -> bytes:
        return self._digest.digest()


@contextmanager
def _spool(temporary: Path) -> Iterator[BinaryIO]:
    """A place for decrypted content: memory first, then a nameless or quickly deleted file in the profile's own folder."""
    temporary.mkdir(parents=True, exist_ok=True)
    with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY, dir=str(temporary)) as file:
        yield cast(BinaryIO, file)
