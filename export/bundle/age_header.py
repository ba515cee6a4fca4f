"""Judges the header of an age file before any cryptography is tried on it.

Source: the age file format, version 1 (C2SP ``age.md``, "Header"). Bundles come from outside, so of what the format offers only
X25519 recipients are let in: a passphrase stanza makes the reader work for as long as its author likes, hundreds of stanzas do
the same by number. Stanzas without meaning ("grease") belong to the format and are passed over.

Bytes in, verdict out: no files, no keys.
"""

from __future__ import annotations

import re

from export.bundle.limits import MAX_AGE_HEADER, MAX_AGE_STANZAS
from storage.domain.codes import Code
from storage.domain.errors import LedgerError

MAGIC = b"age-encryption.org/v1\n"
SMALLEST_PAYLOAD = 32
"""Bytes of the payload's nonce and of the tag of an empty plaintext."""

_ANY_VERSION = re.compile(rb"age-encryption\.org/v[0-9]{1,4}\n")
_ARGUMENTS = re.compile(rb"-> [!-~]+(?: [!-~]+)*\Z")
_BODY = re.compile(rb"[A-Za-z0-9+/]*\Z")
_KEY_SIZED = re.compile(rb"[A-Za-z0-9+/]{43}\Z")
_FULL_LINE = 64
_GREASE = re.compile(rb"(?:.*-)?grease\Z")

_KNOWN_ELSEWHERE = {
    b"scrypt": Code.BUNDLE_WRONG_KIND,
    b"ssh-rsa": Code.BUNDLE_WRONG_KIND,
    b"ssh-ed25519": Code.BUNDLE_WRONG_KIND,
    b"p256tag": Code.BUNDLE_WRONG_KIND,
    b"mlkem768p256tag": Code.BUNDLE_WRONG_KIND,
    b"piv-p256": Code.BUNDLE_WRONG_KIND,
    b"mlkem768x25519": Code.BUNDLE_TOO_NEW,
}
"""Real age files that are none of ours; the last is the recipient that a later version of this program will use."""


def check_magic(head: bytes) -> None:
    """Raises ``LedgerError`` unless the file begins as an age file of version 1.

    ``BUNDLE_INCOMPLETE`` if it is empty or ends within the first line, ``BUNDLE_TOO_NEW`` for another version, else
    ``BUNDLE_NOT_OURS``.
    """
    if head.startswith(MAGIC):
        return
    if MAGIC.startswith(head) or not any(head):
        raise LedgerError(Code.BUNDLE_INCOMPLETE, detail=f"begins with {head[:8]!r}")
    if _ANY_VERSION.match(head):
        raise LedgerError(Code.BUNDLE_TOO_NEW, detail=f"first line {head.splitlines()[0]!r}")
    raise LedgerError(Code.BUNDLE_NOT_OURS, detail=f"begins with {head[:8]!r}")


def check_header(head: bytes, *, size: int) -> int:
    """The length of the header in bytes, where the payload begins.

    ``head`` is the beginning of the file, at most ``MAX_AGE_HEADER`` bytes, ``size`` the length of the whole file. Raises
    ``LedgerError``: as ``check_magic``; ``BUNDLE_INCOMPLETE`` if the file ends within the header or before a payload;
    ``BUNDLE_DAMAGED`` if it is malformed; ``BUNDLE_WRONG_KIND`` for other recipients than X25519 or for more of them than any
    bundle has; ``BUNDLE_TOO_NEW`` for post-quantum ones.
    """
    check_magic(head)
    lines = _Lines(head, size)
    recipients = stanzas = 0
    while True:
        line = lines.take()
        if line.startswith(b"--- "):
            break
        stanzas += 1
        if stanzas > MAX_AGE_STANZAS:
            raise LedgerError(Code.BUNDLE_WRONG_KIND, detail=f"more than {MAX_AGE_STANZAS} stanzas")
        recipients += _check_stanza(line, lines)
    if not _KEY_SIZED.match(line[4:]):
        raise _damaged("the header's authentication code")
    if not recipients:
        raise _damaged("no recipient")
    if size - lines.position < SMALLEST_PAYLOAD:
        raise LedgerError(Code.BUNDLE_INCOMPLETE, detail="ends before its payload")
    return lines.position


class _Lines:
    """The header's lines, one by one."""

    def __init__(self, head: bytes, size: int) -> None:
        self._head = head
        self._whole = len(head) == size
        self.position = len(MAGIC)

    def take(self) -> bytes:
        end = self._head.find(b"\n", self.position)
        if end < 0 and self._whole:
            raise LedgerError(Code.BUNDLE_INCOMPLETE, detail="ends within its header")
        if end < 0:
            raise LedgerError(Code.BUNDLE_WRONG_KIND, detail=f"header longer than {MAX_AGE_HEADER} bytes")
        line = self._head[self.position : end]
        self.position = end + 1
        return line


def _check_stanza(first: bytes, lines: _Lines) -> int:
    """Takes the rest of a stanza; 1 if it is a recipient, 0 if it is without meaning."""
    if not _ARGUMENTS.match(first):
        raise _damaged("the first line of a stanza")
    kind, *arguments = first[3:].split(b" ")
    body = b""
    while True:
        line = lines.take()
        if len(line) > _FULL_LINE or not _BODY.match(line):
            raise _damaged("the body of a stanza")
        body += line
        if len(line) < _FULL_LINE:
            break
    if kind == b"X25519":
        if len(arguments) != 1 or not _KEY_SIZED.match(arguments[0]) or not _KEY_SIZED.match(body):
            raise _damaged("a recipient's stanza")
        return 1
    if kind in _KNOWN_ELSEWHERE:
        raise LedgerError(_KNOWN_ELSEWHERE[kind], detail=f"a stanza of type {kind.decode()}")
    if not _GREASE.match(kind):
        raise _damaged(f"a stanza of type {kind[:40]!r}")
    return 0


def _damaged(detail: str) -> LedgerError:
    return LedgerError(Code.BUNDLE_DAMAGED, detail=f"age header: {detail}")
