"""Rule 6: the product says what it does not protect against, and that no state secret belongs in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.domain.codes import Code
from storage.messages.catalogue import Catalogue

ROOT = Path(__file__).resolve().parents[2]

LIMITS = {
    "malware on an unlocked PC": ("malware", "unlocked"),
    "the truth of what is typed": ("truth of what is typed",),
    "an integrity seal, no legal signature": ("integrity seal", "not the legal signature"),
    "no state secret": ("no state secret belongs",),
}


def section(document: str, heading: str) -> str:
    text = (ROOT / document).read_text(encoding="utf-8")
    assert heading in text
    after = text.split(heading, 1)[1].split("\n## ", 1)[0]
    return " ".join(after.replace("*", "").lower().split())


@pytest.mark.parametrize("limit", LIMITS)
@pytest.mark.parametrize(
    ("document", "heading"),
    [("README.md", "**Not protected against**"), ("docs/guarantees.md", "## What this does not protect against")],
)
def test_each_limit_is_told_where_a_reader_looks(document: str, heading: str, limit: str) -> None:
    told = section(document, heading)
    assert all(words in told for words in LIMITS[limit])


def test_the_readme_and_the_guarantees_point_to_each_other() -> None:
    assert "docs/guarantees.md" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("language", "words"), [("vi", "bí mật nhà nước"), ("en", "state secret")])
def test_the_clerk_is_told_when_a_stamp_is_found_and_when_sealing_stops(language: str, words: str) -> None:
    catalogue = Catalogue.load(language)  # type: ignore[arg-type]
    for code in (Code.TEXT_SECRECY_STAMP, Code.SEAL_BLOCKED_BY_STAMP):
        told = f"{catalogue.sentence(code, {'count': 1})} {catalogue.next_step(code)}".lower()
        assert words in told or "mật" in told or "secrecy" in told
    sentence = catalogue.sentence(Code.TEXT_SECRECY_STAMP).lower() + catalogue.next_step(Code.TEXT_SECRECY_STAMP).lower()
    assert words in sentence
