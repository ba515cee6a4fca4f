"""A second reader of the program's files, written from ``docs/bundle-format.md`` alone.

It uses none of the program's modules: the standard library, ``cryptography`` for Ed25519 and ``pyrage`` for age. The shapes of
payloads and entries come from the document's own tables
(``documented_schema``). Not a product: it is slow, and holds whole files in memory.
"""

from __future__ import annotations

import base64
import json
import re
import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256, sha512
from typing import Any

import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from tests.integration.documented_schema import DocumentedSchema, Refused, require

ZERO_LINK = bytes(32)


# Chapters 3 and 4: age and cz1

NAMES = (
    (r"manifest\.dsse\.json", 0),
    (r"journal/[0-9a-f]{32}(_[1-9][0-9]{0,15})?\.jsonl", 8),
    (r"blobs/[0-9a-f]{64}", 0),
    (r"kit/[a-z0-9_]{1,60}(\.dsse)?\.jsonl?", 8),
)


def members_of(data: bytes, identities: Iterable[str] = ()) -> dict[str, bytes]:
    """The members of a file, decrypted where that is needed, in the order of the container."""
    if data.startswith(b"age-encryption.org/v1\n"):
        data = pyrage.decrypt(data, [pyrage.x25519.Identity.from_str(secret) for secret in identities])
    require(len(data) >= 22, "too short")
    sign, *zeros, count, count_again, size, offset, comment = struct.unpack("<4s4H2IH", data[-22:])
    require(sign == b"PK\5\6" and not any(zeros) and count == count_again and not comment, "end record")
    require(offset + size == len(data) - 22 and count <= 20_000, "place of the directory")
    members: dict[str, bytes] = {}
    position, directory, ranks = 0, offset, []
    for _ in range(count):
        fields = struct.unpack("<4s6H3I5H2I", data[directory : directory + 46])
        method, crc, packed, unpacked, length, start = fields[4], *fields[7:11], fields[16]
        raw = data[directory + 46 : directory + 46 + length]
        name = raw.decode("ascii")
        rank = next((number for number, (pattern, _) in enumerate(NAMES) if re.fullmatch(pattern, name)), None)
        require(rank is not None and NAMES[rank][1] == method, f"name {name}")
        shared = struct.pack("<5H3I2H", 20, 0, method, 0, 0x21, crc, packed, unpacked, length, 0)
        entry = b"PK\1\2" + struct.pack("<H", 0x0314) + shared + struct.pack("<3H2I", 0, 0, 0, 0x81A40000, start) + raw
        require(data[directory : directory + len(entry)] == entry and start == position, f"directory entry {name}")
        header = b"PK\3\4" + shared + raw
        require(data[position : position + len(header)] == header, f"local header {name}")
        require(unpacked <= 1032 * packed + 64 and (method or packed == unpacked), f"sizes {name}")
        position += len(header) + packed
        members[name] = _unpacked(data[position - packed : position], method, unpacked, crc)
        ranks.append((rank, name))
        directory += len(entry)
    require(position == offset and directory == len(data) - 22, "gap")
    require(ranks == sorted(set(ranks)) and ranks and ranks[0][0] == 0, "order of members")
    return members


def _unpacked(data: bytes, method: int, size: int, crc: int) -> bytes:
    if method:
        stream = zlib.decompressobj(-15)
        data = stream.decompress(data, size + 1)
        require(stream.eof and not stream.unused_data, "deflate")
    require(len(data) == size and zlib.crc32(data) == crc, "size or CRC")
    return data


# Chapters 5 and 6: envelope and keys


def key_identifier(public: bytes) -> str:
    return sha256(b"shd/key/v1\0" + b"ed25519" + b"\0" + public).hexdigest()[:32]


def pre_authentication_encoding(payload_type: str, payload: bytes) -> bytes:
    kind = payload_type.encode()
    return b"DSSEv1 " + str(len(kind)).encode() + b" " + kind + b" " + str(len(payload)).encode() + b" " + payload


@dataclass(frozen=True)
class Opened:
    """An envelope in its one spelling."""

    kind: str
    payload: bytes
    signed: bytes
    signatures: dict[str, bytes]

    def signers(self, keys: Iterable[bytes]) -> set[bytes]:
        """The public keys that signed, of those given."""
        found = set()
        for public in keys:
            signature = self.signatures.get(key_identifier(public))
            if signature is not None and _verifies(public, signature, self.signed):
                found.add(public)
        return found


def _verifies(public: bytes, signature: bytes, signed: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, signed)
    except InvalidSignature:
        return False
    return True


def open_envelope(data: bytes, expected: str) -> Opened:
    require(len(data) <= 4 << 20, "envelope too large")
    raw = strict_json(data)
    payload = base64.b64decode(raw["payload"], validate=True)
    signatures = [(item["keyid"], base64.b64decode(item["sig"], validate=True)) for item in raw["signatures"]]
    again = {
        "payload": base64.b64encode(payload).decode(),
        "payloadType": raw["payloadType"],
        "signatures": [{"keyid": keyid, "sig": base64.b64encode(sig).decode()} for keyid, sig in signatures],
    }
    require(json.dumps(again, separators=(",", ":"), ensure_ascii=False).encode() == data, "spelling of the envelope")
    keyids = [keyid for keyid, _ in signatures]
    require(1 <= len(keyids) <= 16 and keyids == sorted(set(keyids)), "order of signatures")
    require(all(re.fullmatch("[0-9a-f]{32}", keyid) and len(sig) == 64 for keyid, sig in signatures), "form of signatures")
    require(raw["payloadType"] == f"application/vnd.so-hoat-dong.{expected}.v1+json", "payload type")
    return Opened(expected, payload, pre_authentication_encoding(raw["payloadType"], payload), dict(signatures))


def strict_json(data: bytes) -> Any:
    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        require(len(dict(pairs)) == len(pairs), "a repeated field")
        return dict(pairs)

    def no_fraction(text: str) -> None:
        raise Refused(f"number {text}")

    try:
        text = data.decode("utf-8")
        require("\ufeff" not in text[:1], "byte order mark")
        result = json.loads(text, object_pairs_hook=unique, parse_float=no_fraction, parse_constant=no_fraction)
        json.dumps(result, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError) as error:
        raise Refused(str(error)) from error
    return result


# Chapter 9: the chain


def feed_identifier(first_line: bytes) -> bytes:
    return sha256(b"shd/feed/v1\0" + first_line).digest()[:16]


def link_after(feed: bytes, position: int, previous: bytes, line: bytes) -> bytes:
    digest = sha256(line).digest()
    if line.startswith(b'{"op":"erased","sha256":"'):
        placeholder = re.fullmatch(rb'\{"op":"erased","sha256":"([0-9a-f]{64})"\}', line)
        require(placeholder, "placeholder of an erased line")
        digest = bytes.fromhex(line[25:89].decode())
    return sha256(b"shd/entry/v1\0" + feed + position.to_bytes(8, "big") + previous + digest).digest()


# Chapters 8 and 10: a bundle


def verify_bundle(
    schema: DocumentedSchema,
    members: Mapping[str, bytes],
    kind: str,
    keys: Iterable[bytes],
    *,
    office: str,
    to: str,
    recipients: set[str],
) -> tuple[dict[str, Any], dict[str, list[dict[str, Any]]]]:
    """The manifest and the entries by feed of a bundle (or resync) whose every byte is as signed."""
    envelope = open_envelope(members["manifest.dsse.json"], kind)
    signers = envelope.signers(keys)
    require(signers, "signature")
    manifest = strict_json(envelope.payload)
    schema.check("Manifest", manifest)
    require(manifest["key"] in map(key_identifier, signers) and manifest["office"] == office, "signer")
    require(manifest["to"] == to and set(manifest["to_age"]) <= recipients, "recipient")
    names = [(name, len(content), sha256(content).hexdigest()) for name, content in list(members.items())[1:]]
    require([(line["name"], line["size"], line["sha256"]) for line in manifest["members"]] == names, "members")
    require(all(name == f"blobs/{digest}" for name, _, digest in names if name.startswith("blobs/")), "blobs")
    journal = [name for name, *_ in names if name.startswith("journal/")]
    require(sorted(part["member"] for part in manifest["ranges"]) == journal, "ranges")
    return manifest, {part["feed"]: _entries(schema, part, members[part["member"]], manifest) for part in manifest["ranges"]}


def _entries(schema: DocumentedSchema, part: dict[str, Any], content: bytes, manifest: dict[str, Any]) -> list[dict[str, Any]]:
    lines = content.split(b"\n")
    require(lines.pop() == b"" and len(lines) == part["upto"] - part["from"] + 1 <= part["feed_n"], "lines")
    feed, link = bytes.fromhex(part["feed"]), bytes.fromhex(part["prev"])
    for position, line in enumerate(lines, part["from"]):
        link = link_after(feed, position, link, line)
    require(link.hex() == part["head"], "head")
    require(part["upto"] < part["feed_n"] or part["head"] == part["feed_head"], "two heads")
    entries = [strict_json(line) for line in lines]
    for entry in entries:
        schema.check_entry(entry)
        require(entry["op"] not in ("admit", "revoke", "review", "consolidate"), "an operation of the centre")
        require("office" not in entry or entry["op"] == "open", "an entry for another office")
    if part["from"] == 1:
        require(bytes.fromhex(part["prev"]) == ZERO_LINK and feed_identifier(lines[0]) == feed, "start of the feed")
        require(entries[0]["op"] == "open" and entries[0]["office"] == manifest["office"], "opening")
    require(all(entry["op"] != "open" for entry in entries[part["from"] == 1 :]), "opening elsewhere")
    return entries


# Chapters 13 to 15: trust, kits, numbers read aloud


def verify_trust(schema: DocumentedSchema, lines: Iterable[bytes]) -> list[tuple[dict[str, Any], bytes]]:
    """Payloads (decoded, and as bytes) of a whole chain, version 1 first."""
    steps: list[tuple[dict[str, Any], bytes]] = []
    for number, line in enumerate(lines, 1):
        envelope = open_envelope(line, "trust")
        content = strict_json(envelope.payload)
        schema.check("TrustPayload", content)
        require(
            json.dumps(content, separators=(",", ":"), ensure_ascii=False).encode() == envelope.payload, "spelling of trust"
        )
        require(all(key_identifier(bytes.fromhex(key["public"])) == keyid for keyid, key in content["keys"].items()), "keyid")
        previous = sha256(steps[-1][1]).hexdigest() if steps else ""
        require(content["version"] == number and content["prev"] == previous, "chain of trust")
        for authority in [content, *(step for step, _ in steps[-1:])]:
            require_role(envelope, authority, "root")
        steps.append((content, envelope.payload))
    require(steps, "no trust document")
    return steps


def role_keys(trust: dict[str, Any], role: str) -> list[bytes]:
    return [bytes.fromhex(trust["keys"][keyid]["public"]) for keyid in trust["roles"][role]["keys"]]


def require_role(envelope: Opened, trust: dict[str, Any], role: str) -> None:
    needed = trust["roles"][role]["threshold"]
    require(1 <= needed <= len(envelope.signers(role_keys(trust, role))), f"signatures of {role}")


def voice_number(office: str, public: bytes, recipient: str, trust_payload: bytes) -> str:
    return _digits(b"shd/voice/v1\0", office.encode(), public, recipient.encode(), sha256(trust_payload).digest())


def centre_fingerprint(first_trust_payload: bytes) -> str:
    return _digits(b"shd/root/v1\0", sha256(first_trust_payload).digest())


def spoken_code(file_digest: bytes) -> str:
    return f"{int.from_bytes(sha256(b'shd/spoken/v1' + bytes(1) + file_digest).digest(), 'big') % 10**12:012d}"


def _digits(domain: bytes, *fields: bytes) -> str:
    digest = domain + b"".join(struct.pack(">I", len(field)) + field for field in fields)
    for _ in range(5200):
        digest = sha512(digest).digest()
    return f"{int.from_bytes(digest, 'big') % 10**24:024d}"
