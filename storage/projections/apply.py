"""Projections: the tables that people see, made from the journal in the same transaction and never written otherwise.

New records, the bulk of every import, go straight to the tables; a record that has several versions is computed from all of
them, so the result does not depend on the order in which they arrived. ``rebuild`` makes everything again from the journal.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from operator import attrgetter

import msgspec

from storage.database import Database
from storage.domain.changes import ChangeSet
from storage.journal.entries import (
    Activity,
    Admitted,
    Answer,
    Closed,
    Consolidated,
    Put,
    Reopened,
    Reviewed,
    Revoked,
    Withdrawn,
    decode,
)
from storage.journal.store import Feed, Item, JournalStore
from storage.projections.summary import Summaries, SummaryChange
from storage.projections.versions import Version, resolve

_ActivityRow = tuple[object, ...]
_json = msgspec.json.Encoder()

INSERT_ACTIVITY = (
    "INSERT INTO activity (id, uid, office, state, heads, rev, link, task, type, date, title, place, document, note,"
    ' "values", files) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING'
)
_SHOWN = attrgetter("task", "type", "date", "title", "place", "document", "note")
_decode_values = msgspec.json.Decoder(dict[str, int]).decode
_TABLES = (
    *("activity", "unresolved", "answer", "closing", "admission", "review", "consolidation"),
    *("summary", "standing", "figured_period", "figured_office", "figured_group", "stale"),
)


class Projections:
    """Writes the projection tables within the caller's transaction."""

    def __init__(self, db: Database) -> None:
        self._connection = db.conn
        self._journal = JournalStore(db)
        self.summaries = Summaries(db)
        self._change = SummaryChange(db.conn, kept=False)

    def apply(self, feed: Feed, items: Sequence[Item]) -> ChangeSet:
        """Carries entries that began to count into the tables; says which records and periods changed."""
        self._change = self.summaries.change()
        changes = self._apply(feed, items)
        self._change.write()
        self._stand(feed)
        return changes

    def _apply(self, feed: Feed, items: Sequence[Item]) -> ChangeSet:
        fresh: dict[bytes, tuple[bytes, Put]] = {}
        several: set[tuple[bytes, str]] = set()
        others: list[Item] = []
        for item in items:
            _, link, entry = item
            if type(entry) is Put:
                uid = bytes.fromhex(entry.uid)
                if uid in fresh or entry.rev > 1 or entry.base or entry.office or type(entry.body) is Answer:
                    several.add((uid, entry.office or feed.office))
                else:
                    fresh[uid] = (link, entry)
            elif type(entry) is Withdrawn:
                several.add((bytes.fromhex(entry.uid), entry.office or feed.office))
            else:
                others.append(item)
        several |= {(uid, feed.office) for uid in self._known_otherwise(feed.office) & fresh.keys()}
        for uid, _ in several:
            fresh.pop(uid, None)
        several |= self._insert_new(feed.office, fresh)
        if fresh:
            self._change.touch(feed.office)
        for uid, office in several:
            self._project_record(uid, office)
        for item in others:
            self._project_other(feed, item)
        return ChangeSet.of(records=len(fresh) + len(several), others=len(others))

    def refresh(self, feed: Feed, records: Iterable[bytes]) -> None:
        """Computes anew what a feed's nodes stand for, after some of them ceased or began to count."""
        self._change = self.summaries.change()
        for uid in records:
            for office in self._owners(uid, feed.office):
                self._project_record(uid, office)
        self._change.write()
        self._stand(feed)
        self._connection.execute("DELETE FROM closing WHERE feed_id = ?", [feed.id])
        rows = self._connection.execute(
            "SELECT seq, link, line FROM node WHERE feed_id = ? AND state = 1 AND uid IS NULL AND line IS NOT NULL", [feed.id]
        ).fetchall()
        for seq, link, line in rows:
            entry = decode(line)
            if isinstance(entry, Closed | Reopened):
                self._project_other(feed, Item(seq, link, entry))

    def rebuild(self) -> None:
        """Throws all projections away and makes them again from the journal."""
        for table in _TABLES:
            self._connection.execute(f"DELETE FROM {table}")  # noqa: S608 - constant names
        self._connection.execute("INSERT INTO activity_search (activity_search) VALUES ('rebuild')")
        self._change = SummaryChange(self._connection, kept=False)
        for feed in self._journal.feeds():
            self._apply(feed, list(self._journal.items(feed)))
            self._change.forget()
            self._stand(feed)
        self.summaries.rebuild()

    # Records

    def _insert_new(self, office: str, fresh: dict[bytes, tuple[bytes, Put]]) -> set[tuple[bytes, str]]:
        """Inserts records in bulk; returns those that were there already and have to be computed."""
        if not fresh:
            return set()
        identifier = first = self._next_identifier()
        rows: list[_ActivityRow] = []
        encode, shown = _json.encode, _SHOWN
        for uid, (link, entry) in fresh.items():
            body = entry.body
            assert type(body) is Activity  # noqa: S101 - apply() sorts answers out
            values = encode(body.values).decode()
            files = encode(entry.files).decode() if entry.files else "[]"
            placed = (identifier, uid, office, "final", 1, 1, link)
            rows.append(placed + shown(body) + (values, files))
            identifier += 1
        inserted = self._connection.executemany(INSERT_ACTIVITY, rows).rowcount
        if inserted == len(rows):
            self._index_from(first)
            self._change.add_new(office, [entry.body for _, entry in fresh.values() if type(entry.body) is Activity])
            return set()
        # A version of one of these records is here already: take the rows back and compute them one by one.
        self._connection.execute("DELETE FROM activity WHERE id >= ?", [first])
        return {(uid, office) for uid in fresh}

    def _project_record(self, uid: bytes, office: str) -> None:
        versions = self.versions(uid, office)
        self._change.touch(office)
        self._remove(uid, office)
        if not versions:
            return
        outcome = resolve(versions)
        # The content of a withdrawn record is that of the version that was withdrawn.
        shown = outcome.content
        if shown is None or (outcome.withdrawn and isinstance(shown.body, Answer)):
            self._insert("unresolved", uid, office)
            return
        if isinstance(shown.body, Answer):
            body = shown.body
            self._connection.execute(
                "INSERT INTO answer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    uid,
                    office,
                    body.period,
                    body.item,
                    outcome.heads,
                    outcome.rev,
                    outcome.link,
                    body.state,
                    body.number,
                    body.text,
                ],
            )
            return
        activity = shown.body
        identifier = self._next_identifier()
        self._connection.execute(
            INSERT_ACTIVITY,
            [
                identifier,
                uid,
                office,
                "withdrawn" if outcome.withdrawn else "final",
                outcome.heads,
                outcome.rev,
                outcome.link,
                activity.task,
                activity.type,
                activity.date,
                activity.title,
                activity.place,
                activity.document,
                activity.note,
                _json.encode(activity.values).decode(),
                _json.encode(shown.files).decode(),
            ],
        )
        self._index_from(identifier)
        if not outcome.withdrawn:
            self._change.add(office, activity.date, activity.task, activity.type, activity.values)

    def _index_from(self, first: int) -> None:
        """Makes the activities from ``first`` on findable, in one statement: row triggers would take twelve times as long."""
        self._connection.execute(
            "INSERT INTO activity_search (rowid, text) SELECT id, text FROM activity_shadow WHERE id >= ?", [first]
        )

    def _remove(self, uid: bytes, office: str) -> None:
        found = self._connection.execute(
            'SELECT id, state, date, task, type, "values" FROM activity WHERE uid = ? AND office = ?', [uid, office]
        ).fetchone()
        if found is not None:
            identifier, state, day, task, kind, values = found
            row = [identifier]
            self._connection.execute(
                "INSERT INTO activity_search (activity_search, rowid, text)"
                " SELECT 'delete', id, text FROM activity_shadow WHERE id = ?",
                row,
            )
            self._connection.execute("DELETE FROM activity WHERE id = ?", row)
            if state == "final":
                self._change.add(office, day, task, kind, _decode_values(values), sign=-1)
        for table in ("answer", "unresolved"):
            self._connection.execute(f"DELETE FROM {table} WHERE uid = ? AND office = ?", [uid, office])  # noqa: S608

    def _known_otherwise(self, office: str) -> set[bytes]:
        """Records that have versions and no row among the activities: content that comes for them is not simply new."""
        rows = self._connection.execute(
            "SELECT uid FROM unresolved WHERE office = ?1 UNION ALL SELECT uid FROM answer WHERE office = ?1", [office]
        )
        return {row[0] for row in rows}

    def versions(self, uid: bytes, office: str) -> list[Version]:
        """All entries about an office's record that count, from whatever feed."""
        rows = self._connection.execute(
            "SELECT n.link, n.line, f.office FROM node n JOIN feed f ON f.id = n.feed_id"
            " WHERE n.uid = ? AND n.state = 1 AND n.line IS NOT NULL",
            [uid],
        ).fetchall()
        versions = []
        for link, line, writer in rows:
            entry = decode(line)
            assert isinstance(entry, Put | Withdrawn)  # noqa: S101 - only these have a uid
            if (entry.office or writer) == office:
                versions.append(Version(link, entry))
        return versions

    def _owners(self, uid: bytes, office: str) -> set[str]:
        rows = self._connection.execute("SELECT office FROM activity WHERE uid = ?", [uid]).fetchall()
        return {office} | {row[0] for row in rows}

    def _next_identifier(self) -> int:
        return int(self._connection.execute("SELECT coalesce(max(id), 0) + 1 FROM activity").fetchone()[0])

    def _stand(self, feed: Feed) -> None:
        """Keeps how far a feed has come, so that a list of all offices need not look into every chain."""
        length, _ = self._journal.head(feed)
        missing = sum(last - first + 1 for first, last in self._journal.gaps(feed))
        self._connection.execute(
            "INSERT INTO standing VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET entries = ?2, missing = ?3",
            [feed.id, length, missing],
        )

    # Periods and the centre's acts

    def _project_other(self, feed: Feed, item: Item) -> None:
        entry = item.entry
        if isinstance(entry, Closed):
            self._insert(
                "closing",
                feed.office,
                entry.period,
                entry.rev,
                item.link,
                feed.id,
                item.seq,
                "close",
                entry.at,
                entry.n,
                bytes.fromhex(entry.root),
                _json.encode(entry.report).decode(),
                "",
            )
        elif isinstance(entry, Reopened):
            self._insert(
                "closing",
                feed.office,
                entry.period,
                entry.rev,
                item.link,
                feed.id,
                item.seq,
                "reopen",
                entry.at,
                0,
                b"",
                "{}",
                entry.why,
            )
        elif isinstance(entry, Admitted):
            self._insert("admission", bytes.fromhex(entry.key), entry.office, entry.age, entry.at, "")
        elif isinstance(entry, Revoked):
            self._connection.execute("UPDATE admission SET revoked = ? WHERE public = ?", [entry.at, bytes.fromhex(entry.key)])
        elif isinstance(entry, Reviewed):
            remarks = _json.encode(entry.remarks).decode()
            root = bytes.fromhex(entry.root)
            looked_at = (entry.office, entry.period, entry.rev, root)
            self._insert("review", *looked_at, item.seq, entry.state, entry.at, remarks)
        elif isinstance(entry, Consolidated):
            figures = _json.encode(entry.figures).decode()
            self._insert("consolidation", entry.period, item.seq, bytes.fromhex(entry.digest), entry.at, figures)

    def _insert(self, table: str, *values: object) -> None:
        marks = ", ".join("?" * len(values))
        self._connection.execute(f"INSERT INTO {table} VALUES ({marks}) ON CONFLICT DO NOTHING", values)  # noqa: S608


def content_digest(db: Database) -> str:
    """SHA-256 (hex) over what the ledger shows, independent of the order of imports and of this PC.

    Covered are activities, answers and closings of all offices, each as one JSON line, sorted.
    """
    digest = hashlib.sha256()
    for query in _CONTENT:
        for row in db.conn.execute(query):
            digest.update(_json.encode([value.hex() if isinstance(value, bytes) else value for value in row]) + b"\n")
        digest.update(b"--\n")
    return digest.hexdigest()


def summary_digest(db: Database) -> str:
    """SHA-256 (hex) over the summaries and the standing of the feeds, to compare what was kept with what is made anew."""
    digest = hashlib.sha256()
    for query in _SUMMARIES:
        for row in db.conn.execute(query):
            digest.update(_json.encode(row) + b"\n")
        digest.update(b"--\n")
    return digest.hexdigest()


_SUMMARIES = (
    "SELECT first_day FROM slice ORDER BY first_day",
    "SELECT slice, office, content FROM summary ORDER BY slice, office",
    "SELECT feed_id, entries, missing FROM standing ORDER BY feed_id",
)
_CONTENT = (
    'SELECT office, uid, state, heads, rev, link, task, type, date, title, place, document, note, "values", files'
    " FROM activity ORDER BY office, uid",
    "SELECT office, period, item, uid, heads, rev, link, state, number, text FROM answer ORDER BY office, period, item, uid",
    "SELECT office, period, rev, link, op, at, n, root, report, why FROM closing ORDER BY office, period, rev, link",
)
