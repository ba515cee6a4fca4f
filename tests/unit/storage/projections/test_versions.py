"""Which version of a record holds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from storage.journal.entries import Put, Withdrawn
from storage.projections.versions import Version, heads_of, resolve
from tests.unit.storage.ledger_examples import put, uid_of, withdrawn

RECORD = uid_of(1)


def link(number: int) -> bytes:
    return number.to_bytes(32, "big")


def version(number: int, entry: Put | Withdrawn) -> Version:
    return Version(link(number), entry)


def titles(versions: list[Version]) -> list[str]:
    return [one.entry.body.title for one in versions if isinstance(one.entry, Put) and hasattr(one.entry.body, "title")]


def test_one_version_holds() -> None:
    outcome = resolve([version(1, put(RECORD, title="a"))])
    assert (outcome.heads, outcome.rev, outcome.link, outcome.withdrawn) == (1, 1, link(1), False)


def test_an_amendment_replaces_what_it_names() -> None:
    versions = [version(1, put(RECORD, title="a")), version(2, put(RECORD, rev=2, base=[link(1)], title="b"))]
    assert titles(heads_of(versions)) == ["b"]


def test_two_amendments_of_one_version_are_a_conflict_whatever_their_length() -> None:
    """Concurrent edits of unequal length: three revisions on one PC do not hide the one on the other."""
    versions = [
        version(1, put(RECORD, title="a")),
        version(2, put(RECORD, rev=2, base=[link(1)], title="b")),
        version(3, put(RECORD, rev=3, base=[link(2)], title="c")),
        version(4, put(RECORD, rev=2, base=[link(1)], title="d")),
    ]
    assert titles(heads_of(versions)) == ["c", "d"]
    assert resolve(versions).heads == 2


def test_of_equal_revisions_the_higher_link_is_shown() -> None:
    versions = [version(9, put(RECORD, title="nine")), version(8, put(RECORD, title="eight"))]
    assert titles(heads_of(versions)) == ["nine", "eight"]


def test_a_decision_names_all_that_it_replaces() -> None:
    versions = [
        version(1, put(RECORD, title="a")),
        version(2, put(RECORD, title="b")),
        version(3, put(RECORD, rev=2, base=[link(1), link(2)], title="a and b")),
    ]
    assert titles(heads_of(versions)) == ["a and b"]


def test_withdrawn_content_is_that_of_the_version_that_was_withdrawn() -> None:
    versions = [
        version(1, put(RECORD, title="a")),
        version(2, put(RECORD, rev=2, base=[link(1)], title="b")),
        version(3, withdrawn(RECORD, rev=3, base=[link(2)])),
    ]
    outcome = resolve(versions)
    assert outcome.withdrawn
    assert outcome.content == put(RECORD, rev=2, base=[link(1)], title="b")


def test_a_withdrawal_alone_has_no_content() -> None:
    outcome = resolve([version(3, withdrawn(RECORD, rev=3, base=[link(2)]))])
    assert (outcome.withdrawn, outcome.content) == (True, None)


def test_amending_a_withdrawal_revives() -> None:
    versions = [
        version(1, put(RECORD, title="a")),
        version(2, withdrawn(RECORD, base=[link(1)])),
        version(3, put(RECORD, rev=3, base=[link(2)], title="again")),
    ]
    outcome = resolve(versions)
    assert (outcome.withdrawn, outcome.heads, outcome.rev) == (False, 1, 3)


@st.composite
def _graphs(draw: st.DrawFn) -> list[Version]:
    versions: list[Version] = []
    for number in range(1, draw(st.integers(1, 8)) + 1):
        base = draw(st.sets(st.sampled_from([one.link for one in versions]), max_size=3)) if versions else set()
        rev = max((one.entry.rev for one in versions if one.link in base), default=0) + 1
        if draw(st.booleans()) or not base:
            versions.append(version(number, put(RECORD, rev=rev, base=sorted(base), title=f"t{number}")))
        else:
            versions.append(version(number, withdrawn(RECORD, rev=rev, base=sorted(base))))
    return versions


@given(_graphs(), st.randoms(use_true_random=False))
def test_the_outcome_does_not_depend_on_the_order(versions: list[Version], random: object) -> None:
    shuffled = sorted(versions, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert resolve(shuffled) == resolve(versions)


@given(_graphs())
def test_the_winner_is_the_head_with_the_highest_revision_and_link(versions: list[Version]) -> None:
    replaced = {base for one in versions for base in one.entry.base}
    heads = [one for one in versions if one.link.hex() not in replaced]
    outcome = resolve(versions)
    assert outcome.heads == len(heads)
    assert (outcome.rev, outcome.link) == max((one.entry.rev, one.link) for one in heads)


@given(_graphs())
def test_a_decision_over_all_heads_leaves_one(versions: list[Version]) -> None:
    heads = heads_of(versions)
    rev = max(head.entry.rev for head in heads) + 1
    decided = [*versions, version(99, put(RECORD, rev=rev, base=[head.link for head in heads], title="decided"))]
    assert resolve(decided).heads == 1
    assert resolve(decided).link == link(99)
