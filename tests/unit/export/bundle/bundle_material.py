"""Small real containers, keys and streams for the tests of the bundle's outer layers."""

from __future__ import annotations

import errno
import io
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from export.bundle.canonical_zip_layout import MANIFEST_NAME, member_order
from export.bundle.canonical_zip_writer import Content, prepare, write_container

JOURNAL = "journal/" + "0f" * 16 + ".jsonl"
LINES = "".join(f'{{"op":"put","n":{n},"title":"Hội nghị tuyên truyền số {n}"}}\n' for n in range(40)).encode()
BLOB = b"%PDF-1.7 " + bytes(range(256))
BLOB_NAME = f"blobs/{sha256(BLOB).hexdigest()}"
CONTENTS: dict[str, Content] = {
    MANIFEST_NAME: b'{"payload":"e30="}',
    JOURNAL: LINES,
    BLOB_NAME: BLOB,
    "kit/registry.jsonl": b"",
}


def container(contents: dict[str, Content] | None = None) -> bytes:
    """The bytes of a container with these members, in whatever order they are given."""
    members = [prepare(name, content) for name, content in (CONTENTS if contents is None else contents).items()]
    target = io.BytesIO()
    write_container(target, sorted(members, key=lambda prepared: member_order(prepared.name)))
    return target.getvalue()


class Ed25519Signer:
    """A key made from one number; its keyid is filed as the test wants it."""

    def __init__(self, number: int, keyid: str | None = None) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32)
        self.public = self._key.public_key().public_bytes_raw()
        self._keyid = keyid or sha256(self.public).hexdigest()[:32]

    @property
    def keyid(self) -> str:
        return self._keyid

    def sign(self, data: bytes) -> bytes:
        return self._key.sign(data)


class FailingDisk(io.BytesIO):
    """A stream that gives up with an operating system's error after so many bytes."""

    def __init__(self, content: bytes = b"", *, room: int = 0, number: int = errno.ENOSPC) -> None:
        super().__init__(content)
        self._room = room
        self._number = number

    def _take(self, size: int) -> None:
        self._room -= size
        if self._room < 0:
            raise OSError(self._number, "the medium gave up")

    def write(self, data: object) -> int:
        self._take(len(data))  # type: ignore[arg-type]
        return super().write(data)  # type: ignore[arg-type]

    def read(self, size: int | None = -1) -> bytes:
        data = super().read(size)
        self._take(len(data))
        return data
