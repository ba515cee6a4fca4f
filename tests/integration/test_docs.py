"""The documents say what the code does: fields, codes, limits, operations and vectors, both ways."""

from __future__ import annotations

import inspect
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from export.bundle import journal_bundle, limits, manifest
from export.bundle.canonical_zip_writer import prepare, write_container
from export.bundle.envelope import PayloadKind, pre_authentication_encoding, seal_envelope
from export.exchange import enrolment, kits, receipts
from export.trust import trust_payload
from export.trust.signing_keys import SigningKey
from export.trust.trust_chain import build_trust
from export.trust.trust_payload import RoleKeys
from export.trust.voice_number import centre_fingerprint, spoken_code, voice_number
from storage import attachments, catalogue
from storage.domain import codes, offices, programme
from storage.domain.errors import LedgerError
from storage.journal import chain, entries
from tests.integration.documented_schema import DocumentedSchema, Refused

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
DOCUMENT = (DOCS / "bundle-format.md").read_text(encoding="utf-8")
SCHEMA = DocumentedSchema(DOCUMENT)


def structures(module: object) -> list[type[msgspec.Struct]]:
    """The public structures that a module defines itself."""
    found = [item for _, item in inspect.getmembers(module, inspect.isclass) if issubclass(item, msgspec.Struct)]
    return [item for item in found if item.__module__ == getattr(module, "__name__", "") and not item.__name__.startswith("_")]


EXCHANGED = [
    structure
    for module in (entries, manifest, receipts, kits, enrolment, trust_payload)
    for structure in structures(module)
    if structure is not manifest.Signed
]
IN_KITS = [structure for module in (programme, offices, catalogue) for structure in structures(module)]


def fields_of(structure: type[msgspec.Struct]) -> dict[str, bool]:
    """Names on the wire, and whether they are required; the tag is one of them."""
    config = structure.__struct_config__
    tag = {str(config.tag_field): True} if config.tag_field else {}
    return tag | {field.encode_name: field.required for field in msgspec.structs.fields(structure)}


@pytest.mark.parametrize("structure", EXCHANGED, ids=lambda structure: structure.__name__)
def test_every_structure_has_a_table_with_exactly_its_fields(structure: type[msgspec.Struct]) -> None:
    table = SCHEMA.tables[structure.__name__]
    assert list(table) == list(fields_of(structure))
    assert {name: required for name, (_, required) in table.items()} == fields_of(structure)


def test_no_table_describes_what_does_not_exist() -> None:
    assert set(SCHEMA.tables) == {structure.__name__ for structure in EXCHANGED}


@pytest.mark.parametrize("structure", IN_KITS, ids=lambda structure: structure.__name__)
def test_every_structure_of_a_kits_documents_is_listed(structure: type[msgspec.Struct]) -> None:
    annex = DOCUMENT.split("## Annex A")[1]
    items = re.findall(rf"^- `{structure.__name__}`[^:]*: ((?:.|\n  )*)", annex, re.MULTILINE)
    without_values = re.sub(r"\([^)]*\)", "", items[0])
    listed = {name: mark != "°" for name, mark in re.findall(r"`([a-z_]+)`(°?)", without_values)}
    assert listed == fields_of(structure)


def test_the_operations_are_those_of_the_journal() -> None:
    tags = {str(structure.__struct_config__.tag): structure.__name__ for structure in entries.Entry.__args__}
    assert SCHEMA.operations == tags
    centre = re.findall(r"^\| `[a-z]+` \| `([A-Z][A-Za-z]+)` \| centre \|", DOCUMENT, re.MULTILINE)
    assert set(centre) == {structure.__name__ for structure in entries.CENTRE_ONLY}


def test_the_payload_types_are_all_in_the_overview() -> None:
    overview = DOCUMENT.split("## 2.")[0]
    assert [kind.value for kind in PayloadKind if f"| `{kind.value}` |" not in overview] == []


def stated_bounds(form: str) -> tuple[int, int] | None:
    """Least and greatest length or value that a form of the tables allows; None for a form without figures."""
    if form in ("natural", "positive", "moment"):
        return {"natural": (0, (1 << 53) - 1), "positive": (1, (1 << 53) - 1), "moment": (20, 40)}[form]
    found = re.fullmatch(r"text\(([0-9]+)\)", form)
    if found:
        return 0, int(found[1])
    found = re.fullmatch(r"integer ([0-9]+) to ([0-9,]+)|([0-9]+) to ([0-9]+) .*|list of ([0-9]+) to ([0-9]+) .*", form)
    if not found:
        return None
    low, high = (figure.replace(",", "") for figure in found.groups() if figure is not None)
    return int(low), int(high)


def actual_bounds(kind: msgspec.inspect.Type) -> tuple[int, int] | None:
    """The same of a field in the program."""
    if isinstance(kind, msgspec.inspect.IntType):
        low, high = kind.ge, kind.le if kind.lt is None else kind.lt - 1
    elif isinstance(kind, msgspec.inspect.StrType | msgspec.inspect.CollectionType):
        low, high = kind.min_length, kind.max_length
    else:
        return None
    return None if high is None else (low or 0, high)


def test_every_bound_is_that_of_the_program() -> None:
    compared = 0
    for structure in EXCHANGED:
        info = msgspec.inspect.type_info(structure)
        assert isinstance(info, msgspec.inspect.StructType)
        for field in info.fields:
            stated = stated_bounds(SCHEMA.tables[structure.__name__][field.encode_name][0])
            # A name for a type, such as a hex16, says its length by itself.
            if stated is not None:
                assert stated == actual_bounds(field.type), f"{structure.__name__}.{field.encode_name}"
                compared += 1
    assert compared > 90


# Codes


def codes_of_group(heading: str) -> list[str]:
    source = inspect.getsource(codes.Code)
    group = source.split(f"# {heading}")[1].split("\n\n")[0]
    return re.findall(r"^    ([A-Z_]+) = ", group, re.MULTILINE)


@pytest.mark.parametrize("heading", ["Keys and trust", "Bundles, kits and receipts: what a file turned out to be"])
def test_every_code_is_explained(heading: str) -> None:
    group = codes_of_group(heading)
    chapter = DOCUMENT.split("## 19. Codes")[1].split("## 20.")[0]
    cells = re.findall(r"^\| ([A-Z_, ]+) \|", chapter, re.MULTILINE)
    explained = {code for cell in cells for code in cell.split(", ")}
    assert len(group) > 15
    assert [code for code in group if code not in explained] == []


def test_no_code_is_invented() -> None:
    known = {code.value for code in codes.Code}
    pattern = (
        r"\b(?:BUNDLE|RECEIPT|KIT|KEY|TRUST|VOICE|UNDO|RESYNC|SCHEMA|OFFICE|PIN|IMPORT|FINGERPRINT|ALREADY|READ)_[A-Z_]+\b"
    )
    for page in DOCS.rglob("*.md"):
        assert set(re.findall(pattern, page.read_text(encoding="utf-8"))) - known == set(), page.name


# Limits


def test_the_limits_are_those_of_the_program() -> None:
    chapter = DOCUMENT.split("## 18. Limits")[1].split("## 19.")[0]
    stated = {name: int(value) for value, name in re.findall(r"\| ([0-9]+) \| `([A-Z_]+)` \|", chapter)}
    homes: list[Any] = [limits, journal_bundle, entries, manifest, trust_payload, attachments]
    actual = {}
    for name in stated:
        # MAX_NAME means an attachment's name here; the container's names follow from their patterns.
        home = attachments if name == "MAX_NAME" else next(module for module in homes if hasattr(module, name))
        actual[name] = getattr(home, name)
    assert stated == actual
    public = {name for name in vars(limits) if name.isupper() and name not in ("KIBIBYTE", "MEBIBYTE", "BLOCK")}
    assert public <= set(stated)


# Both readers judge alike


WORDS = st.sampled_from(
    [
        "",
        "x",
        "II.1.a",
        "2020S1",
        "2020-03-05",
        "2020-02-30",
        "2020-01-02T08:00:00+07:00",
        "0" * 32,
        "a" * 64,
        "none",
        "age1q",
        "x" * 501,
    ]
)
NUMBERS = st.sampled_from([-1, 0, 1, 16, 1_000_000_000, 1_000_000_001, (1 << 53) - 1, 1 << 53])
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.one_of(WORDS, NUMBERS, st.booleans(), st.none()),
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(WORDS, inner, max_size=2)),
    max_leaves=4,
)
MOMENT = "2020-01-02T08:00:00+07:00"
SAMPLES: dict[str, dict[str, Any]] = {
    "open": {"v": 1, "office": "A", "key": "a" * 64, "age": "age1q", "nonce": "0" * 32, "at": MOMENT},
    "put": {
        "uid": "0" * 32,
        "rev": 1,
        "at": MOMENT,
        "body": {"kind": "activity", "task": "a", "type": "b", "date": "2020-03-05", "title": "c"},
    },
    "del": {"uid": "0" * 32, "rev": 2, "at": MOMENT, "why": "c", "base": ["a" * 64]},
    "close": {"period": "2020S1", "rev": 1, "at": MOMENT, "n": 0, "root": "a" * 64, "report": {}},
    "reopen": {"period": "2020S1", "rev": 1, "at": MOMENT, "why": "c"},
    "ack": {"no": 1, "payload": "a" * 64, "at": MOMENT},
    "rotate": {"key": "a" * 64, "age": "age1q", "at": MOMENT},
    "note": {"text": "c", "at": MOMENT},
    "admit": {"office": "A", "key": "a" * 64, "age": "age1q", "at": MOMENT},
    "revoke": {"key": "a" * 64, "feeds": {"0" * 32: 3}, "why": "c", "at": MOMENT},
    "review": {
        "office": "A",
        "period": "2020",
        "rev": 1,
        "root": "a" * 64,
        "state": "returned",
        "at": MOMENT,
        "remarks": [{"text": "c"}],
    },
    "consolidate": {"period": "2020", "digest": "a" * 64, "figures": {"x": "1/2"}, "at": MOMENT},
    "erased": {"sha256": "a" * 64},
}


def accepted_by_document(entry: dict[str, Any]) -> bool:
    try:
        SCHEMA.check_entry(entry)
    except Refused:
        return False
    return True


def accepted_by_program(entry: dict[str, Any]) -> bool:
    try:
        entries.decode(msgspec.json.encode(entry))
    except LedgerError:
        return False
    return True


def test_each_operation_has_a_sample_that_both_accept() -> None:
    assert set(SAMPLES) == set(SCHEMA.operations)
    refused = [op for op, sample in SAMPLES.items() if not accepted_by_document({"op": op, **sample})]
    assert refused == [op for op, sample in SAMPLES.items() if not accepted_by_program({"op": op, **sample})] == []


@settings(max_examples=400)
@given(data=st.data())
def test_document_and_program_accept_the_same_entries(data: st.DataObject) -> None:
    op = data.draw(st.sampled_from(sorted(SAMPLES)))
    entry = {"op": op, **SAMPLES[op]}
    field = data.draw(st.sampled_from([*SCHEMA.tables[SCHEMA.operations[op]], "name_of_person"]))
    if field != "op":
        if data.draw(st.booleans()):
            entry[field] = data.draw(VALUES)
        else:
            entry.pop(field, None)
    assert accepted_by_document(entry) == accepted_by_program(entry)


def test_a_field_about_a_person_is_refused_by_both() -> None:
    entry = {"op": "note", **SAMPLES["note"], "author": "x"}
    assert not accepted_by_document(entry)
    assert not accepted_by_program(entry)


# Vectors


def test_the_vectors_are_what_the_program_makes() -> None:
    block = DOCUMENT.split("```vectors\n")[1].split("\n```")[0]
    stated = dict(line.split(" = ", 1) for line in block.splitlines())
    office, centre = (SigningKey(bytes.fromhex(stated[f"{name}.seed"])) for name in ("office", "centre"))
    lines = [stated["line.1"].encode(), stated["line.2"].encode()]
    feed = chain.feed_identifier(lines[0])
    links = chain.links_of(feed, 1, chain.ZERO_LINK, lines)
    payload, kind = stated["payload"].encode(), PayloadKind.BUNDLE.payload_type
    container = BytesIO()
    write_container(container, [prepare("manifest.dsse.json", b"{}")])
    roles = RoleKeys([centre.public])
    age = re.findall(r'"(age1[0-9a-z]+)"', stated["trust"])
    trust = build_trust(org="vn.shd.example", root=roles, kit=roles, receipt=roles, age_online=age[0], age_recovery=age[1])
    voice = voice_number(
        office=stated["voice.office"], signing_public=office.public, age_recipient=stated["voice.age"], trust_payload=trust
    )
    made = {
        "office.public": office.public.hex(),
        "office.keyid": office.keyid,
        "centre.public": centre.public.hex(),
        "centre.keyid": centre.keyid,
        "feed": feed.hex(),
        "link.1": links[0].hex(),
        "link.2": links[1].hex(),
        "pae": pre_authentication_encoding(kind, payload).hex(),
        "signature": office.sign(pre_authentication_encoding(kind, payload)).hex(),
        "envelope": seal_envelope(payload, kind, [office]).decode(),
        "container": container.getvalue().hex(),
        "trust": trust.decode(),
        "fingerprint": centre_fingerprint(trust),
        "voice": voice,
        "spoken": spoken_code(bytes.fromhex(stated["spoken.of"])),
    }
    assert {name: stated[name] for name in made} == made
    assert [entries.encode(entries.decode(line)) for line in lines] == lines
    assert chain.links_of(feed, 1, chain.ZERO_LINK, [lines[0], stated["line.2.erased"].encode()]) == links


# The other pages


def test_links_and_paths_in_the_pages_exist() -> None:
    for page in [*DOCS.rglob("*.md")]:
        text = page.read_text(encoding="utf-8")
        without_code = re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", without_code):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
        for path in re.findall(r"`((?:tests|storage|export|ui|docs|benchmarks|packaging)/[\w/.-]*)`", text):
            assert (ROOT / path).exists(), f"{page.name}: {path}"


def test_every_decision_says_context_decision_and_consequence() -> None:
    pages = sorted((DOCS / "adr").glob("[0-9]*.md"))
    assert [page.name[:4] for page in pages] == [f"{number:04d}" for number in range(1, len(pages) + 1)]
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert [heading for heading in ("## Context", "## Decision", "## Consequence") if heading not in text] == [], page.name


def test_every_guarantee_names_tests() -> None:
    text = (DOCS / "guarantees.md").read_text(encoding="utf-8")
    sections = re.split(r"^### ", text, flags=re.MULTILINE)[1:]
    names = [section.split(".")[0] for section in sections]
    assert names == [*(f"G{number}" for number in range(1, 11)), *(f"Rule {number}" for number in range(1, 7))]
    assert [section.split("\n")[0] for section in sections if not re.search(r"`tests/[\w/]+\.py`", section)] == []


def test_the_limits_of_protection_are_told() -> None:
    told = (DOCS / "guarantees.md").read_text(encoding="utf-8").split("## What this does not protect against")[1].lower()
    for matter in ("malware on an unlocked pc", "the truth of what is typed", "not the legal signature", "no state secret"):
        assert matter in told
