"""Real files, read by a reader that was written from ``docs/bundle-format.md`` and shares no code with the program.

The program only makes the files here; every verdict is the second reader's. What it cannot read is a defect of the document.
One test sets the program's own reader beside it, over damaged files.
"""

from __future__ import annotations

import json
import os
import struct
import subprocess
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from shutil import which
from typing import Any

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from export.bundle.canonical_zip import CanonicalZip
from export.bundle.envelope import PayloadKind, parse_envelope, require_kind
from export.exchange import enrolment, importing, kits, receipts, resync, sealing
from export.exchange.receiving import receive
from export.exchange.setup import SetupContext, set_up_centre, set_up_office
from export.exchange.station import Station
from storage.closing import close_period
from storage.domain.errors import LedgerError
from storage.domain.identifiers import TimeOrderedIdentifiers, system_clock
from storage.folders import Folders
from storage.journal.entries import Remark
from storage.recording import ActivityInput, Recorder
from storage.reviewing import review
from tests.integration import second_reader as second
from tests.integration.documented_schema import DocumentedSchema, Refused

OFFICE = "UBND-DH"
DOCUMENT = (Path(__file__).parents[2] / "docs" / "bundle-format.md").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Exchange:
    """The files of one exchange, and what people know who check them: secrets of the recipients, numbers on paper."""

    kit: bytes
    enrolment: bytes
    bundles: list[bytes]
    receipts: list[bytes]
    resync: bytes
    centre_secrets: list[str]
    office_secrets: list[str]
    fingerprint: str
    voice: str
    spoken: list[str]


@pytest.fixture(scope="module")
def exchange(tmp_path_factory: pytest.TempPathFactory) -> Exchange:
    folder = tmp_path_factory.mktemp("exchange")
    identifiers = TimeOrderedIdentifiers(system_clock)

    def folders(name: str) -> Folders:
        return Folders(folder / name, folder / "markers" / name)

    def station(name: str) -> Station:
        return Station.open(folders(name), clock=system_clock, identifiers=identifiers, pin="123456", machine=name)

    def context(name: str) -> SetupContext:
        return SetupContext(folders(name), system_clock, identifiers, pin="123456", machine=name)

    centre = set_up_centre(context("centre"))
    with station("centre") as here:
        kits.issue_kit(here, folder / "kit.shd")
        centre_secrets = here.identities
    office = set_up_office(context("office"), kit=folder / "kit.shd", office=OFFICE)
    with station("office") as here:
        enrolment.write_enrolment(here, folder / "enrol.shd")
        office_secrets = here.identities
    with station("centre") as here:
        enrolment.approve(here, folder / "enrol.shd", office.voice)
    spoken = []
    for number in (1, 2):
        with station("office") as here:
            if number == 2:
                for name in sorted((folder / "receipts1").iterdir()):
                    receive(here, name)
            _work(here, folder, number)
            sealed = sealing.seal(here, folder / f"stick{number}", budget_mib=7)
            spoken += [bundle.spoken for bundle in sealed.bundles]
        with station("centre") as here:
            outcomes = importing.import_files(here, importing.find_bundles([folder / f"stick{number}"]))
            assert not any(outcome.refused for outcome in outcomes)
            if number == 2:
                remark = Remark(text="Đề nghị bổ sung", item="II.1.a-1")
                review(here.ledger, OFFICE, here.catalogue.period("2020S1"), accept=False, remarks=[remark])
            receipts.issue_receipts(here, folder / f"receipts{number}")
            sent_back = resync.write_resync(here, OFFICE, folder / "back")
    return Exchange(
        kit=(folder / "kit.shd").read_bytes(),
        enrolment=(folder / "enrol.shd").read_bytes(),
        bundles=[path.read_bytes() for number in (1, 2) for path in sorted((folder / f"stick{number}").iterdir())],
        receipts=[path.read_bytes() for number in (1, 2) for path in sorted((folder / f"receipts{number}").iterdir())],
        resync=sent_back.path.read_bytes(),
        centre_secrets=centre_secrets,
        office_secrets=office_secrets,
        fingerprint=centre.fingerprint,
        voice=office.voice,
        spoken=spoken,
    )


def _work(here: Station, folder: Path, number: int) -> None:
    """Activities with attachments, an amendment, a withdrawal and a closing, so that most operations occur."""
    recorder = Recorder(here.ledger, here.catalogue, by="vt")
    attachment = folder / "biên bản.pdf"
    attachment.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 30_000)
    rows = [
        ActivityInput(
            task="II.1.a",
            type="HN_QT",
            date="2020-03-05",
            title=f'Hội nghị "{position}" tại Đăk Hà',
            values={"so_cuoc": 1, "luot_nguoi_du": 120},
            attachments=[str(attachment)] if position == 0 else [],
        )
        for position in range(4)
    ]
    recorded = recorder.record(list(enumerate(rows, 1)))
    assert not recorded.refused
    recorder.record([(1, ActivityInput(uid=recorded.uids[1], note="một dòng\nhai dòng"))])
    recorder.withdraw(recorded.uids[2], "ghi hai lần")
    stamped = recorder.record([(1, replace(rows[1], title="Kế hoạch (TUYỆT MẬT)"))])
    recorder.record([(1, ActivityInput(uid=stamped.uids[0], title="Kế hoạch"))])
    if number == 1:
        close_period(here.ledger, here.catalogue, "2020S1", by="vt")


@pytest.fixture(scope="module")
def schema() -> DocumentedSchema:
    return DocumentedSchema(DOCUMENT)


@pytest.fixture(scope="module")
def trust(exchange: Exchange, schema: DocumentedSchema) -> list[tuple[dict[str, Any], bytes]]:
    return second.verify_trust(schema, second.members_of(exchange.kit)["kit/trust.jsonl"].splitlines())


def _office_key(exchange: Exchange, schema: DocumentedSchema) -> dict[str, Any]:
    envelope = second.open_envelope(
        second.members_of(exchange.enrolment, exchange.centre_secrets)["manifest.dsse.json"], "enrol"
    )
    request: dict[str, Any] = second.strict_json(envelope.payload)
    schema.check("Enrolment", request)
    assert envelope.signers([bytes.fromhex(request["key"])])
    return request


def _read(exchange: Exchange, schema: DocumentedSchema, data: bytes, trust: dict[str, Any]) -> Any:
    return second.verify_bundle(
        schema,
        second.members_of(data, exchange.centre_secrets),
        "bundle",
        [bytes.fromhex(_office_key(exchange, schema)["key"])],
        office=OFFICE,
        to="STTTT",
        recipients=set(trust["age"].values()),
    )


def test_the_kit_and_the_printed_fingerprint(
    exchange: Exchange, schema: DocumentedSchema, trust: list[tuple[dict[str, Any], bytes]]
) -> None:
    members = second.members_of(exchange.kit)
    envelope = second.open_envelope(members.pop("manifest.dsse.json"), "kit")
    manifest = second.strict_json(envelope.payload)
    schema.check("KitManifest", manifest)
    second.require_role(envelope, trust[-1][0], "kit")
    assert [(line["name"], line["sha256"]) for line in manifest["members"]] == [
        (name, sha256(content).hexdigest()) for name, content in members.items()
    ]
    assert sorted(members) == ["kit/dates.json", "kit/offices.json", "kit/programme.json", "kit/trust.jsonl"]
    assert second.centre_fingerprint(trust[0][1]) == exchange.fingerprint


def test_the_enrolment_and_the_voice_number(
    exchange: Exchange, schema: DocumentedSchema, trust: list[tuple[dict[str, Any], bytes]]
) -> None:
    request = _office_key(exchange, schema)
    payload = trust[request["trust"] - 1][1]
    assert request["trust_digest"] == sha256(payload).hexdigest()
    assert second.voice_number(request["office"], bytes.fromhex(request["key"]), request["age"], payload) == exchange.voice


def test_every_bundle_of_a_series(
    exchange: Exchange, schema: DocumentedSchema, trust: list[tuple[dict[str, Any], bytes]]
) -> None:
    read = [_read(exchange, schema, data, trust[-1][0]) for data in exchange.bundles]
    manifests = [manifest for manifest, _ in read]
    assert [second.spoken_code(sha256(data).digest()) for data in exchange.bundles] == exchange.spoken
    assert [manifest["series"]["of"] for manifest in manifests if "series" in manifest] == [2, 2, 2, 2]
    entries = [entry for _, feeds in read for lines in feeds.values() for entry in lines]
    assert {entry["op"] for entry in entries} == {"open", "put", "del", "close", "ack", "erased"}
    assert next(manifest["ranges"][0] for manifest in manifests if manifest["ranges"])["from"] == 1
    # The second hand-over begins where the first receipt ended.
    joints = [part for manifest in manifests for part in manifest["ranges"]]
    assert joints[1]["from"] == joints[0]["upto"] + 1
    assert joints[1]["prev"] == joints[0]["head"]


def test_attachments_come_together_again(
    exchange: Exchange, schema: DocumentedSchema, trust: list[tuple[dict[str, Any], bytes]]
) -> None:
    blobs: dict[str, bytes] = {}
    named = []
    for data in exchange.bundles:
        _, feeds = _read(exchange, schema, data, trust[-1][0])
        named += [file for lines in feeds.values() for entry in lines for file in entry.get("files", [])]
        blobs |= {
            name.removeprefix("blobs/"): content
            for name, content in second.members_of(data, exchange.centre_secrets).items()
            if name.startswith("blobs/")
        }
    assert named
    for file in named:
        whole = b"".join(blobs[digest] for digest in file.get("parts") or [file["h"]])
        assert (len(whole), sha256(whole).hexdigest()) == (file["n"], file["h"])
    assert any(len(file.get("parts", [])) > 1 for file in named)


def test_the_root_of_the_closing(
    exchange: Exchange, schema: DocumentedSchema, trust: list[tuple[dict[str, Any], bytes]]
) -> None:
    members = second.members_of(exchange.bundles[0], exchange.centre_secrets)
    manifest, feeds = _read(exchange, schema, exchange.bundles[0], trust[-1][0])
    (part,) = manifest["ranges"]
    link, holding = second.ZERO_LINK, dict[str, tuple[str, bytes]]()
    (entries,) = feeds.values()
    for position, (line, entry) in enumerate(zip(members[part["member"]].splitlines(), entries, strict=True), 1):
        link = second.link_after(bytes.fromhex(part["feed"]), position, link, line)
        if "uid" in entry:
            holding[entry["uid"]] = (entry["op"], link)
    closing = next(entry for entry in entries if entry["op"] == "close")
    covered = sorted((uid, head) for uid, (op, head) in holding.items() if op == "put")
    assert (closing["n"], closing["root"]) == (
        len(covered),
        sha256(b"".join(bytes.fromhex(uid) + head for uid, head in covered)).hexdigest(),
    )


def test_the_receipts_form_a_chain_and_confirm_the_heads(
    exchange: Exchange, schema: DocumentedSchema, trust: list[tuple[dict[str, Any], bytes]]
) -> None:
    previous = ""
    for number, data in enumerate(exchange.receipts, 1):
        envelope = second.open_envelope(second.members_of(data, exchange.office_secrets)["manifest.dsse.json"], "receipt")
        receipt = second.strict_json(envelope.payload)
        schema.check("Receipt", receipt)
        second.require_role(envelope, trust[-1][0], "receipt")
        assert (receipt["no"], receipt["prev"], receipt["office"]) == (number, previous, OFFICE)
        previous = sha256(envelope.payload).hexdigest()
    last = _read(exchange, schema, exchange.bundles[-2], trust[-1][0])[0]["ranges"] or []
    (state,) = receipt["feeds"]
    assert (state["seq"], state["head"]) in {(part["feed_n"], part["feed_head"]) for part in last}
    assert receipt["periods"][0]["state"] == "returned"
    assert receipt["periods"][0]["remarks"] == [{"text": "Đề nghị bổ sung", "item": "II.1.a-1"}]


def test_what_the_centre_sends_back(
    exchange: Exchange, schema: DocumentedSchema, trust: list[tuple[dict[str, Any], bytes]]
) -> None:
    request = _office_key(exchange, schema)
    manifest, feeds = second.verify_bundle(
        schema,
        second.members_of(exchange.resync, exchange.office_secrets),
        "resync",
        second.role_keys(trust[-1][0], "receipt"),
        office=OFFICE,
        to=OFFICE,
        recipients={request["age"]},
    )
    assert manifest["kind"] == "resync"
    assert [part["from"] for part in manifest["ranges"]] == [1]
    assert list(feeds) == [request["feed"]]


def _changed_line(members: dict[str, bytes]) -> None:
    name = next(name for name in members if name.startswith("journal/"))
    members[name] = members[name].replace(b"120", b"121", 1)


def _changed_blob(members: dict[str, bytes]) -> None:
    name = next(name for name in members if name.startswith("blobs/"))
    members[name] = members[name][:-1] + bytes([members[name][-1] ^ 1])


def _left_out(members: dict[str, bytes]) -> None:
    members.pop(list(members)[-1])


def _changed_manifest(members: dict[str, bytes]) -> None:
    envelope = json.loads(members["manifest.dsse.json"])
    envelope["payload"] = envelope["payload"][:40] + ("A" if envelope["payload"][40] != "A" else "B") + envelope["payload"][41:]
    members["manifest.dsse.json"] = json.dumps(envelope, separators=(",", ":")).encode()


@pytest.mark.parametrize("change", [_changed_line, _changed_blob, _left_out, _changed_manifest])
def test_the_second_reader_refuses_too(
    exchange: Exchange,
    schema: DocumentedSchema,
    trust: list[tuple[dict[str, Any], bytes]],
    change: Callable[[dict[str, bytes]], None],
) -> None:
    members = second.members_of(exchange.bundles[0], exchange.centre_secrets)
    change(members)
    with pytest.raises(Refused):
        second.verify_bundle(
            schema,
            members,
            "bundle",
            [bytes.fromhex(_office_key(exchange, schema)["key"])],
            office=OFFICE,
            to="STTTT",
            recipients=set(trust[-1][0]["age"].values()),
        )


def _read_by_second(data: bytes) -> dict[str, bytes] | None:
    try:
        members = second.members_of(data)
        second.open_envelope(members["manifest.dsse.json"], "enrol")
    except (Refused, ValueError, KeyError, TypeError, struct.error, zlib.error):
        return None
    return members


def _read_by_program(data: bytes) -> dict[str, bytes] | None:
    try:
        container = CanonicalZip(BytesIO(data))
        members = {name: container.read(name, 1 << 20) for name in container.names}
        require_kind(parse_envelope(members["manifest.dsse.json"]), PayloadKind.ENROL)
    except LedgerError:
        return None
    return members


@settings(max_examples=150)
@given(data=st.data())
def test_both_readers_judge_a_damaged_file_alike(exchange: Exchange, data: st.DataObject) -> None:
    whole = pyrage.decrypt(exchange.enrolment, [pyrage.x25519.Identity.from_str(exchange.centre_secrets[0])])
    place = data.draw(st.integers(0, len(whole) - 1))
    piece = data.draw(st.one_of(st.just(b""), st.binary(min_size=1, max_size=2)))
    damaged = whole[:place] + piece + whole[place + 1 :]
    assert _read_by_second(damaged) == _read_by_program(damaged)


def vectors() -> dict[str, str]:
    """Chapter 21 as a table of names and values."""
    block = DOCUMENT.split("```vectors\n")[1].split("\n```")[0]
    return dict(line.split(" = ", 1) for line in block.splitlines())


def test_the_vectors_of_the_document() -> None:
    given = vectors()
    public, trust_payload = bytes.fromhex(given["office.public"]), given["trust"].encode()
    first, feed = given["line.1"].encode(), bytes.fromhex(given["feed"])
    link = second.link_after(feed, 1, second.ZERO_LINK, first)
    heads = {second.link_after(feed, 2, link, given[name].encode()).hex() for name in ("line.2", "line.2.erased")}
    opened = second.open_envelope(given["envelope"].encode(), "bundle")
    found = {
        "office.keyid": second.key_identifier(public),
        "centre.keyid": second.key_identifier(bytes.fromhex(given["centre.public"])),
        "feed": second.feed_identifier(first).hex(),
        "link.1": link.hex(),
        "link.2": heads.pop(),
        "line.2.sha256": sha256(given["line.2"].encode()).hexdigest(),
        "closing.root": sha256(bytes.fromhex(json.loads(given["line.2"])["uid"] + given["link.2"])).hexdigest(),
        "pae": second.pre_authentication_encoding(given["payload.type"], given["payload"].encode()).hex(),
        "signature": opened.signatures[given["office.keyid"]].hex(),
        "identity": sha256(opened.payload).hexdigest(),
        "trust.sha256": sha256(trust_payload).hexdigest(),
        "fingerprint": second.centre_fingerprint(trust_payload),
        "voice": second.voice_number(given["voice.office"], public, given["voice.age"], trust_payload),
        "spoken": second.spoken_code(bytes.fromhex(given["spoken.of"])),
    }
    assert found == {name: given[name] for name in found}
    assert not heads
    assert opened.signers([public]) == {public}
    assert second.members_of(bytes.fromhex(given["container"])) == {"manifest.dsse.json": b"{}"}


def _recipe(number: int) -> str:
    chapter = DOCUMENT.split("## 20. Checking without the program")[1].split("## 21.")[0]
    return chapter.split("```\n")[2 * number - 1]


@pytest.mark.skipif(not all(map(which, ("bash", "openssl", "sha256sum", "unzip"))), reason="no stock tools")
@pytest.mark.parametrize("tamper", [False, True])
def test_the_auditors_recipe_with_stock_tools(
    exchange: Exchange, schema: DocumentedSchema, tmp_path: Path, tamper: bool
) -> None:
    """The commands of chapter 20 as they stand there; only ``age`` is replaced, which not every machine has."""
    plain = pyrage.decrypt(exchange.bundles[0], [pyrage.x25519.Identity.from_str(exchange.centre_secrets[0])])
    (tmp_path / "inner.zip").write_bytes(plain)
    unpack = "\n".join(line for line in _recipe(1).splitlines() if not line.startswith("age "))
    subprocess.run(["bash", "-euc", unpack], cwd=tmp_path, check=True, capture_output=True)
    envelope = json.loads((tmp_path / "content" / "manifest.dsse.json").read_bytes())
    values = {
        "payload": envelope["payload"],
        "payloadType": envelope["payloadType"].replace("bundle", "resync") if tamper else envelope["payloadType"],
        "sig": envelope["signatures"][0]["sig"],
        "public": _office_key(exchange, schema)["key"],
    }
    done = subprocess.run(
        ["bash", "-uc", "set -e -o pipefail\n" + _recipe(2)],
        cwd=tmp_path / "content",
        env={"PATH": os.environ["PATH"], **values},
        check=False,
        capture_output=True,
        text=True,
    )
    assert (done.returncode == 0) is not tamper, done.stderr
    if not tamper:
        manifest = json.loads((tmp_path / "content" / "payload.json").read_bytes())
        assert {f"{line['sha256']}  {line['name']}" for line in manifest["members"]} <= set(done.stdout.splitlines())
