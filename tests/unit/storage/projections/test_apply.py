"""Projections: one content whatever the order of arrival, and the same again when rebuilt from the journal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from storage.connection import create_ledger, transaction
from storage.domain.folding import search_query
from storage.journal.chain import ZERO_LINK, feed_identifier, link_of, links_of
from storage.journal.entries import (
    Admitted,
    Closed,
    Consolidated,
    Entry,
    Opened,
    PeriodReport,
    Put,
    Reopened,
    Reviewed,
    Revoked,
    Withdrawn,
    decode,
    encode,
)
from storage.journal.store import Feed, JournalStore
from storage.projections.apply import Projections, content_digest
from tests.unit.storage.ledger_examples import AGE, AT, PUBLIC, put, put_answer, uid_of, withdrawn

OFFICE = "0123"


@dataclass
class Writer:
    """One PC's feed while it is being written; ``link`` of each entry is known at once."""

    number: int
    office: str = OFFICE
    lines: list[bytes] = field(default_factory=list, repr=False)
    links: list[bytes] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        nonce = f"{self.number:032x}"
        self.write(Opened(v=1, office=self.office, key=PUBLIC.hex(), age=AGE, nonce=nonce, at=AT))

    @property
    def identifier(self) -> bytes:
        return feed_identifier(self.lines[0])

    def write(self, entry: Entry) -> bytes:
        self.lines.append(encode(entry))
        previous = self.links[-1] if self.links else ZERO_LINK
        self.links.append(link_of(self.identifier, len(self.lines), previous, self.lines[-1]))
        return self.links[-1]


@dataclass(frozen=True)
class Centre:
    """A ledger without keys: takes ranges of feeds."""

    db: Database
    journal: JournalStore
    projections: Projections

    def take(self, writer: Writer, first: int = 1, upto: int | None = None) -> None:
        feed = self.feed(writer)
        lines = writer.lines[first - 1 : upto]
        previous = writer.links[first - 2] if first > 1 else ZERO_LINK
        added = self.journal.add_range(
            feed,
            first=first,
            previous=previous,
            lines=lines,
            links=links_of(writer.identifier, first, previous, lines),
            entries=[decode(line) for line in lines],
            import_id=None,
        )
        self.projections.apply(feed, added.linked)

    def feed(self, writer: Writer) -> Feed:
        return self.journal.register(writer.identifier, writer.office, PUBLIC)

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        return self.db.execute(sql).fetchall()

    def found(self, typed: str) -> list[str]:
        query = search_query(typed)
        rows = self.db.execute(
            "SELECT a.title FROM activity_search s JOIN activity a ON a.id = s.rowid WHERE activity_search MATCH ? ORDER BY 1",
            [query],
        )
        return [row[0] for row in rows]

    def content(self) -> tuple[object, ...]:
        """All that must not depend on the order: the digest, what search finds, and no leftovers in the index."""
        titles = self.rows("SELECT title FROM activity ORDER BY title")
        hits = [(word, self.found(word)) for word in ("hoi nghi", "sua", "moi")]
        indexed = self.rows("SELECT count(*) FROM activity_search")
        return content_digest(self.db), titles, hits, indexed, self.rows("SELECT * FROM unresolved ORDER BY uid, office")


@contextmanager
def fresh_centre() -> Iterator[Centre]:
    with TemporaryDirectory() as folder:
        db = create_ledger(Path(folder) / "ledger.db")
        try:
            with transaction(db):
                yield Centre(db, JournalStore(db), Projections(db))
        finally:
            db.close()


@pytest.fixture
def centre() -> Iterator[Centre]:
    with fresh_centre() as made:
        yield made


@st.composite
def _worlds(draw: st.DrawFn) -> list[Writer]:
    """Two or three PCs of two offices that create, amend, answer and withdraw the same few records."""
    writers = [Writer(0), Writer(1), Writer(2, office="9")]
    known: dict[tuple[str, str], list[tuple[bytes, int]]] = {}
    for step in range(draw(st.integers(1, 9))):
        writer = writers[draw(st.integers(0, 2))]
        uid = uid_of(draw(st.integers(1, 3)))
        versions = known.setdefault((writer.office, uid), [])
        based = draw(st.lists(st.sampled_from(versions), max_size=2, unique=True)) if versions else []
        rev = max((rev for _, rev in based), default=0) + 1
        base = [link for link, _ in based]
        kind = draw(st.sampled_from(["put", "put", "del", "answer"]))
        if kind == "del" and based:
            link = writer.write(withdrawn(uid, rev=rev, base=base))
        elif kind == "answer":
            link = writer.write(put_answer(uid, rev=rev, base=base, number=step))
        else:
            title = draw(st.sampled_from(["Hội nghị", "Hội nghị sửa", "Mới"]))
            link = writer.write(put(uid, rev=rev, base=base, title=f"{title} {step}"))
        versions.append((link, rev))
    return writers


@settings(max_examples=80)
@given(writers=_worlds(), data=st.data())
def test_any_order_of_arrival_gives_one_content_and_rebuilding_gives_it_again(
    writers: list[Writer], data: st.DataObject
) -> None:
    with fresh_centre() as whole:
        for writer in writers:
            whole.take(writer)
        expected = whole.content()
        whole.projections.rebuild()
        assert whole.content() == expected
    pieces = [(writer, place) for writer in writers for place in range(1, len(writer.lines) + 1)]
    with fresh_centre() as piecemeal:
        for writer, place in data.draw(st.permutations(pieces)):
            piecemeal.take(writer, place, place)
        assert piecemeal.content() == expected


def test_amending_replaces_what_is_shown_and_what_is_found(centre: Centre) -> None:
    writer = Writer(0)
    first = writer.write(put(uid_of(1), title="Hội nghị tại Đăk Hà"))
    centre.take(writer)
    assert centre.found("dak ha") == ["Hội nghị tại Đăk Hà"]
    writer.write(put(uid_of(1), rev=2, base=[first], title="Hội nghị tại Đăk Tô"))
    centre.take(writer, 3)
    assert centre.found("dak ha") == []
    assert centre.found("dak to") == ["Hội nghị tại Đăk Tô"]
    assert centre.rows("SELECT state, heads, rev FROM activity") == [("final", 1, 2)]


def test_withdrawing_greys_and_amending_revives(centre: Centre) -> None:
    writer = Writer(0)
    first = writer.write(put(uid_of(1)))
    second = writer.write(withdrawn(uid_of(1), base=[first]))
    centre.take(writer)
    assert centre.rows("SELECT state, title FROM activity") == [("withdrawn", "Hội nghị")]
    writer.write(put(uid_of(1), rev=3, base=[second], title="Lại"))
    centre.take(writer, 4)
    assert centre.rows("SELECT state, heads, title FROM activity") == [("final", 1, "Lại")]


def test_two_pcs_of_one_office_make_a_conflict_and_offices_do_not_meet(centre: Centre) -> None:
    one, two, elsewhere = Writer(0), Writer(1), Writer(2, office="9")
    links = [writer.write(put(uid_of(1), title=title)) for writer, title in ((one, "a"), (two, "b"), (elsewhere, "c"))]
    for writer in (one, two, elsewhere):
        centre.take(writer)
    shown = "a" if links[0] > links[1] else "b"
    assert centre.rows("SELECT office, heads, title FROM activity ORDER BY office") == [(OFFICE, 2, shown), ("9", 1, "c")]


def test_the_centre_decides_for_an_office(centre: Centre) -> None:
    one, two, own = Writer(0), Writer(1), Writer(7, office="CENTRE")
    links = [one.write(put(uid_of(1), title="a")), two.write(put(uid_of(1), title="b"))]
    own.write(put(uid_of(1), rev=2, base=links, title="decided", office=OFFICE))
    for writer in (own, two, one):
        centre.take(writer)
    assert centre.rows("SELECT office, heads, title FROM activity") == [(OFFICE, 1, "decided")]


def test_an_answer_is_no_activity_and_a_withdrawn_one_is_no_answer(centre: Centre) -> None:
    writer = Writer(0)
    first = writer.write(put_answer(uid_of(1), number=5))
    centre.take(writer)
    assert centre.rows("SELECT item, state, number FROM answer") == [("II.1.a-1", "number", 5)]
    assert centre.rows("SELECT * FROM activity") == []
    writer.write(withdrawn(uid_of(1), base=[first]))
    centre.take(writer, 3)
    assert centre.rows("SELECT * FROM answer") == []


def test_periods_reviews_admissions_and_consolidations_are_shown(centre: Centre) -> None:
    office, own = Writer(0), Writer(7, office="CENTRE")
    root = "ab" * 32
    office.write(Closed(period="2020S1", rev=1, at=AT, n=3, root=root, report=PeriodReport()))
    office.write(Reopened(period="2020S1", rev=2, at=AT, why="bổ sung"))
    own.write(Admitted(office=OFFICE, key="01" * 32, age=AGE, at=AT))
    own.write(Revoked(key="01" * 32, feeds={}, why="mất máy", at=AT))
    own.write(Reviewed(office=OFFICE, period="2020S1", rev=1, root=root, state="returned", at=AT))
    own.write(Consolidated(period="2020", digest=root, figures={"II.1.a-1": "3"}, at=AT))
    for writer in (office, own):
        centre.take(writer)
    tables = {
        "closing": "SELECT office, period, rev, op, n, why FROM closing ORDER BY rev",
        "admission": "SELECT office, lower(hex(public)), revoked FROM admission",
        "review": "SELECT office, period, state FROM review",
        "consolidation": "SELECT period, figures FROM consolidation",
    }
    expected = {
        "closing": [(OFFICE, "2020S1", 1, "close", 3, ""), (OFFICE, "2020S1", 2, "reopen", 0, "bổ sung")],
        "admission": [(OFFICE, "01" * 32, AT)],
        "review": [(OFFICE, "2020S1", "returned")],
        "consolidation": [("2020", '{"II.1.a-1":"3"}')],
    }
    assert {name: centre.rows(sql) for name, sql in tables.items()} == expected
    centre.projections.rebuild()
    assert {name: centre.rows(sql) for name, sql in tables.items()} == expected


def test_entries_that_cease_to_count_disappear(centre: Centre) -> None:
    writer = Writer(0)
    first = writer.write(put(uid_of(1), title="a"))
    writer.write(put(uid_of(1), rev=2, base=[first], title="b"))
    writer.write(put(uid_of(2), title="c"))
    writer.write(Closed(period="2020S1", rev=1, at=AT, n=3, root="ab" * 32, report=PeriodReport()))
    centre.take(writer)
    changed = centre.journal.cut_off(centre.feed(writer), 2)
    centre.projections.refresh(centre.feed(writer), changed)
    assert centre.rows("SELECT title FROM activity") == [("a",)]
    assert centre.rows("SELECT * FROM closing") == []
    before = centre.content()
    centre.projections.rebuild()
    assert centre.content() == before


def test_an_erased_record_leaves_no_text_behind(centre: Centre) -> None:
    writer = Writer(0)
    writer.write(put(uid_of(1), title="Hội nghị kín"))
    centre.take(writer)
    uid = centre.journal.erase(centre.feed(writer), 2)
    assert uid is not None
    centre.projections.refresh(centre.feed(writer), [uid])
    assert centre.rows("SELECT * FROM activity") == []
    assert centre.found("hoi nghi kin") == []
    centre.projections.rebuild()
    assert centre.rows("SELECT * FROM activity") == []


def test_the_digest_sees_every_shown_column(centre: Centre) -> None:
    writer = Writer(0)
    writer.write(put(uid_of(1)))
    writer.write(put_answer(uid_of(2)))
    writer.write(Closed(period="2020S1", rev=1, at=AT, n=3, root="ab" * 32, report=PeriodReport()))
    centre.take(writer)
    seen = {content_digest(centre.db)}
    shown = {
        "activity": ("state", "heads", "rev", "task", "type", "date", "title", "place", "document", "note", "values", "files"),
        "answer": ("period", "item", "state", "number", "text", "heads", "rev"),
        "closing": ("period", "rev", "at", "n", "report", "why"),
    }
    number = 100
    for table, columns in shown.items():
        for column in columns:
            number += 1
            value = "withdrawn" if column == "state" and table == "activity" else str(number)
            centre.db.execute(f'UPDATE {table} SET "{column}" = ?', [value])  # noqa: S608 - names of this test
            digest = content_digest(centre.db)
            assert digest not in seen, f"{table}.{column}"
            seen.add(digest)


def test_changes_are_announced(centre: Centre) -> None:
    writer = Writer(0)
    opening = centre.journal.add_range(
        centre.feed(writer),
        first=1,
        previous=ZERO_LINK,
        lines=writer.lines,
        links=writer.links,
        entries=[decode(line) for line in writer.lines],
        import_id=None,
    )
    feed = centre.feed(writer)
    assert not centre.projections.apply(feed, []).activities
    assert centre.projections.apply(feed, opening.linked).periods
    assert isinstance(decode(encode(put(uid_of(1)))), Put)
    assert isinstance(decode(encode(withdrawn(uid_of(1)))), Withdrawn)
