"""The auditor's folder: everything with which openssl, sha256sum and unzip alone show that a bundle is what the office sent.

Nothing here is verified for the auditor; the folder is laid out so that he does it himself, years later, without this program.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from export.bundle.envelope import PayloadKind, pre_authentication_encoding, require_kind, verify_envelope
from export.bundle.manifest import Manifest, parse_manifest
from export.bundle.sealed_file import OpenedFile, compare_with_medium, open_sealed
from export.exchange.originals import SUFFIX
from export.exchange.station import Station
from export.trust.signing_keys import key_identifier, public_key_pem
from storage.atomic_file import atomic_writer, replace_with_retry, write_atomically
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.progress import Progress, ProgressReporter, Stage, silent
from storage.ledger import Role

_SHORT = 16
_OF_THE_MEDIUM = frozenset({Code.DISK_FULL, Code.FOLDER_UNWRITABLE, Code.FILE_IN_USE})
"""Failures that are the folder's, not the bundle's."""


@dataclass(frozen=True, slots=True)
class AuditFolder:
    """What was written, and whose bundle it is."""

    folder: Path
    office: str
    bundle: str
    key: str
    files: list[Path]


@dataclass(frozen=True, slots=True)
class AuditCollection:
    """Several bundles, each in its own folder below ``folder``; ``failed``: digests of those that could not be laid out."""

    folder: Path
    made: list[AuditFolder]
    failed: list[tuple[str, LedgerError]]


def write_audit(station: Station, source: Path, folder: Path, report: ProgressReporter = silent) -> AuditFolder:
    """Lays out a bundle (a file, or the archived original of a payload digest) for an auditor, in a new or empty folder.

    Raises ``LedgerError``: FILE_EXISTS, FILE_NOT_FOUND, BUNDLE_*, PIN_*, disk errors.
    """
    if folder.exists() and any(folder.iterdir()):
        raise LedgerError(Code.FILE_EXISTS, path=str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    temporary = station.ledger.folders.temporary
    with open_sealed(archived(station, source), identities=station.identities, temporary=temporary, report=report) as opened:
        require_kind(opened.envelope, PayloadKind.BUNDLE)
        public = {keyid: key.public for keyid, key in station.admitted_keys().items()}
        keyids = verify_envelope(opened.envelope, public)
        manifest = parse_manifest(opened.envelope.payload)
        files = _lay_out(opened, folder, public[keyids[0]])
    files.append(_members(folder, manifest))
    files.append(_how_to(folder, manifest, keyids[0]))
    files.append(_sums(folder, files))
    return AuditFolder(folder, manifest.office, manifest.bundle, keyids[0], files)


def write_audits(station: Station, payloads: Sequence[str], folder: Path, report: ProgressReporter = silent) -> AuditCollection:
    """Lays several originals (payload digests, hex) out, each as ``write_audit`` does in a folder of its own, and compares.

    A bundle that cannot be laid out stops no other; its folder is taken away again. Raises ``LedgerError``: WRONG_ROLE,
    FILE_EXISTS for a folder that is not empty, READ_BACK_DIFFERS, PIN_*, disk errors.
    """
    station.ledger.require(Role.CENTRE)
    station.unlock()
    if folder.exists() and any(folder.iterdir()):
        raise LedgerError(Code.FILE_EXISTS, path=str(folder))
    made: list[AuditFolder] = []
    failed: list[tuple[str, LedgerError]] = []
    for number, payload in enumerate(payloads):
        report(Progress(Stage.WRITING, number, len(payloads)))
        place = folder / payload[:_SHORT]
        try:
            laid_out = write_audit(station, Path(payload), place)
        except LedgerError as error:
            if error.code in _OF_THE_MEDIUM:  # the next one would fail as well
                raise
            shutil.rmtree(place, ignore_errors=True)
            failed.append((payload, error))
            continue
        except BaseException:  # stopped: half a folder would be taken for a whole one
            shutil.rmtree(place, ignore_errors=True)
            raise
        made.append(_named(laid_out, folder / f"{laid_out.office}-{payload[:_SHORT]}"))
    _overview(folder, made)
    for number, laid_out in enumerate(made):
        report(Progress(Stage.READING_BACK, number, len(made)))
        compare_audit(laid_out.folder)
    return AuditCollection(folder, made, failed)


def compare_audit(folder: Path) -> int:
    """Reads what was laid out from the medium and compares it with SHA256SUMS; returns how many files.

    Raises ``LedgerError``: FILE_NOT_FOUND, FILE_UNREADABLE, READ_BACK_DIFFERS (``file``).
    """
    sums = folder / "SHA256SUMS"
    if not sums.is_file():
        raise LedgerError(Code.FILE_NOT_FOUND, path=str(sums))
    lines = sums.read_text(encoding="utf-8").splitlines()
    for line in lines:
        digest, _, name = line.partition("  ")
        path = folder / name
        try:
            size = path.stat().st_size
        except OSError as error:
            raise LedgerError(Code.READ_BACK_DIFFERS, detail=str(error), file=name) from error
        compare_with_medium(path, size=size, sha256=bytes.fromhex(digest))
    return len(lines)


def _named(laid_out: AuditFolder, folder: Path) -> AuditFolder:
    """The office is known only once a bundle was opened: its folder then gets a name that says whose it is."""
    replace_with_retry(laid_out.folder, folder)
    return replace(laid_out, folder=folder, files=[folder / path.name for path in laid_out.files])


def _overview(folder: Path, made: Sequence[AuditFolder]) -> None:
    """Which folder holds what, for a person and for a spreadsheet."""
    heads = ["thư mục/folder", "đơn vị/office", "gói/bundle", "khóa/key"]
    lines = [heads, *([part.folder.name, part.office, part.bundle, part.key] for part in made)]
    text = "".join("\t".join(line) + "\r\n" for line in lines)
    write_atomically(folder / "MUC-LUC.txt", b"\xef\xbb\xbf" + text.encode())


def archived(station: Station, source: Path) -> Path:
    """The file itself, or the original in the archive whose payload digest is given instead of a path."""
    if source.is_file():
        return source
    kept = station.ledger.folders.archive / f"{source.name.removesuffix(SUFFIX)}{SUFFIX}"
    if not kept.is_file():
        raise LedgerError(Code.FILE_NOT_FOUND, path=str(source))
    return kept


def _lay_out(opened: OpenedFile, folder: Path, public: bytes) -> list[Path]:
    envelope = opened.envelope
    signature = next(signature for keyid, signature in envelope.signatures if keyid == key_identifier(public))
    contents = {
        "manifest.json": envelope.payload,
        "pae.bin": pre_authentication_encoding(envelope.payload_type, envelope.payload),
        "sig.bin": signature,
        "office.pem": public_key_pem(public),
    }
    files = []
    for name, content in contents.items():
        write_atomically(folder / name, content)
        files.append(folder / name)
    inner = folder / "inner.zip"
    with atomic_writer(inner) as target:
        opened.container.copy_to(target)
    return [inner, *files]


def _members(folder: Path, manifest: Manifest) -> Path:
    path = folder / "MEMBERS.sha256"
    write_atomically(path, "".join(f"{member.sha256}  {member.name}\n" for member in manifest.members).encode())
    return path


def _how_to(folder: Path, manifest: Manifest, keyid: str) -> Path:
    text = _HOW_TO.format(
        office=manifest.office,
        bundle=manifest.bundle,
        created=manifest.created,
        keyid=keyid,
    )
    path = folder / "HOWTO.txt"
    write_atomically(path, text.encode())
    return path


def _sums(folder: Path, files: list[Path]) -> Path:
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}" for path in sorted(files)]
    path = folder / "SHA256SUMS"
    write_atomically(path, ("\n".join(lines) + "\n").encode())
    return path


_HOW_TO = """\
KIỂM TRA GÓI BÁO CÁO KHÔNG CẦN PHẦN MỀM / CHECKING A BUNDLE WITHOUT THE PROGRAM

Đơn vị / office:        {office}
Gói / bundle:           {bundle}
Thời điểm ghi trên máy đơn vị (không dùng để kết luận) / time on the office's PC (proves nothing): {created}
Khóa ký / signing key:  {keyid}

1. Các tệp trong thư mục này còn nguyên / the files of this folder are whole:
   sha256sum -c SHA256SUMS

2. Bản kê (manifest.json) do khóa của đơn vị ký / the manifest was signed with the office's key:
   openssl pkeyutl -verify -pubin -inkey office.pem -rawin -in pae.bin -sigfile sig.bin
   Kết quả đúng / expected: Signature Verified Successfully

3. Nội dung được ký chính là manifest.json / what was signed is manifest.json.
   pae.bin = "DSSEv1" SP len(type) SP type SP len(payload) SP payload; phần cuối pae.bin phải trùng manifest.json:
   tail -c "$(wc -c < manifest.json)" pae.bin | cmp - manifest.json

4. Từng tệp trong inner.zip đúng như bản kê / each member of inner.zip is as the manifest says:
   unzip -o inner.zip -d inner && (cd inner && sha256sum -c ../MEMBERS.sha256)
   MEMBERS.sha256 chép từ mục "members" của manifest.json, có thể đối chiếu bằng mắt /
   MEMBERS.sha256 is copied from "members" of manifest.json; compare the two by eye.

5. Khóa office.pem là của đơn vị / office.pem is the office's key: so sánh với phiếu đăng ký có chữ ký và dấu, in mã 24 chữ số /
   compare with the signed and stamped enrolment sheet, which carries the 24 digits. Định dạng đầy đủ / full format:
   docs/bundle-format.md.

Trên Windows, không dùng PowerShell để nối tệp (làm đổi byte); dùng cmd / on Windows use cmd, PowerShell pipes change bytes.
"""
