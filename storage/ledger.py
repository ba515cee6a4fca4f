"""An open ledger: the database, its journal, and the rule that nothing is written without being remembered outside.

All writing goes through ``Ledger.write``. A ledger that was restored or copied continues in a new feed before its first write,
so that its history cannot fork.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from storage.connection import create_ledger, open_ledger, transaction
from storage.database import Database
from storage.domain.changes import ChangeSet
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.identifiers import Clock, Identifiers, moment
from storage.domain.role import Role as Role
from storage.folders import Folders
from storage.journal.entries import FORMAT, Entry, Opened, Predecessor
from storage.journal.store import Feed, Item, JournalStore
from storage.marker import Continuity, Marker, this_machine
from storage.projections.apply import Projections
from storage.version import VERSION


class Ledger:
    """Opened by ``create`` or ``open``; closed by ``close`` or by leaving a ``with`` block."""

    def __init__(self, db: Database, folders: Folders, clock: Clock, identifiers: Identifiers, machine: str) -> None:
        self.db = db
        self.folders = folders
        self.clock = clock
        self.identifiers = identifiers
        self.journal = JournalStore(db)
        self.projections = Projections(db)
        self.continuity = Continuity.CONTINUOUS
        self._machine = machine
        self._marker: Marker | None = None

    @classmethod
    def create(
        cls,
        folders: Folders,
        *,
        role: Role,
        organisation: str,
        office: str,
        public: bytes,
        age: str,
        clock: Clock,
        identifiers: Identifiers,
        machine: str | None = None,
    ) -> Ledger:
        """A new ledger with its first feed.

        ``public`` is the Ed25519 key that will sign for it, ``age`` the recipient string to which answers are encrypted.
        Raises ``LedgerError(LEDGER_EXISTS)``.
        """
        ledger = cls(create_ledger(folders.database), folders, clock, identifiers, machine or this_machine())
        with transaction(ledger.db):
            for name, value in (
                ("role", role.value),
                ("organisation", organisation),
                ("office", office),
                ("installation", identifiers.random(16).hex()),
            ):
                ledger.set_within(name, value)
            ledger._open_feed(office=office, public=public, age=age, succeeds=[])
        ledger._remember()
        return ledger

    @classmethod
    def open(cls, folders: Folders, *, clock: Clock, identifiers: Identifiers, machine: str | None = None) -> Ledger:
        """The ledger of a profile, after comparing it with what this PC remembers of it.

        ``continuity`` says how the comparison went; when it is not CONTINUOUS a new feed has been opened already.
        Raises what ``open_ledger`` raises.
        """
        ledger = cls(open_ledger(folders.database, clock=clock), folders, clock, identifiers, machine or this_machine())
        try:
            if not ledger.projections.summaries.are_kept:  # a ledger of an earlier version
                with transaction(ledger.db):
                    ledger.projections.summaries.fit()
            ledger.continuity = ledger._compare_with_marker()
            if ledger.continuity is not Continuity.CONTINUOUS:
                ledger.continue_in_new_feed()
        except BaseException:
            ledger.close()
            raise
        return ledger

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Releases the file."""
        self.db.close()

    # What this ledger is

    def setting(self, name: str, default: str = "") -> str:
        """A setting of this ledger."""
        row = self.db.execute("SELECT value FROM setting WHERE name = ?", [name]).fetchone()
        return str(row[0]) if row else default

    def set(self, name: str, value: str) -> None:
        """Keeps a setting."""
        with transaction(self.db):
            self.set_within(name, value)

    def set_within(self, name: str, value: str) -> None:
        """As ``set``, inside a ``write`` block of the caller."""
        self.db.execute(
            "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", [name, value]
        )

    @property
    def role(self) -> Role:
        """Office or centre."""
        return Role(self.setting("role"))

    @property
    def office(self) -> str:
        """The code of the own office; the centre, too, is an office."""
        return self.setting("office")

    @property
    def organisation(self) -> str:
        """The name of the whole exchange, such as ``vn.shd.kontum``."""
        return self.setting("organisation")

    def require(self, role: Role) -> None:
        """Raises ``LedgerError(WRONG_ROLE)`` unless this PC has the role."""
        if self.role is not role:
            raise LedgerError(Code.WRONG_ROLE, role=self.role.value, needed=role.value)

    def now(self) -> str:
        """The time as written into entries."""
        return moment(self.clock)

    # Writing

    @contextmanager
    def write(self) -> Iterator[None]:
        """One transaction; after it is safely on disk the marker follows."""
        with transaction(self.db):
            yield
        self._remember()

    def append(self, *entries: Entry) -> tuple[ChangeSet, list[Item]]:
        """Adds entries to the own feed and carries them into the projections, in one transaction."""
        with self.write():
            return self.append_within(*entries)

    def append_within(self, *entries: Entry) -> tuple[ChangeSet, list[Item]]:
        """As ``append``, inside a ``write`` block of the caller."""
        items: list[Item] = []
        feed = self.journal.own_feed()
        for entry in entries:
            feed, item = self.journal.append(entry)
            items.append(item)
        return self.projections.apply(feed, items), items

    def continue_in_new_feed(self, *, public: bytes | None = None, age: str | None = None) -> Feed:
        """Opens a new own feed that succeeds what the centre has acknowledged; with a new key when one is given."""
        with self.write():
            return self.continue_within(public=public, age=age)

    def continue_within(self, *, public: bytes | None = None, age: str | None = None) -> Feed:
        """As ``continue_in_new_feed``, inside a ``write`` block of the caller."""
        current = self.own_opening()
        succeeds = [
            Predecessor(feed=row[0].hex(), seq=row[1], head=row[2].hex())
            for row in self.db.execute(
                "SELECT f.feed, a.seq, a.head FROM feed f JOIN acknowledged a ON a.feed_id = f.id WHERE f.office = ?"
                " ORDER BY f.id",
                [self.office],
            )
        ]
        return self._open_feed(
            office=self.office,
            public=public or bytes.fromhex(current.key),
            age=age or current.age,
            succeeds=succeeds,
        )

    def own_opening(self) -> Opened:
        """The first entry of the own feed."""
        item = next(self.journal.items(self.journal.own_feed()))
        assert isinstance(item.entry, Opened)  # noqa: S101 - every feed begins so
        return item.entry

    # Steps

    def _open_feed(self, *, office: str, public: bytes, age: str, succeeds: list[Predecessor]) -> Feed:
        entry = Opened(
            v=FORMAT,
            office=office,
            key=public.hex(),
            age=age,
            nonce=self.identifiers.random(16).hex(),
            at=self.now(),
            app=VERSION,
            succeeds=succeeds,
        )
        feed, item = self.journal.open_own(entry)
        self.projections.apply(feed, [item])
        return feed

    def _own_marker(self) -> Marker:
        if self._marker is None:
            self._marker = Marker(
                self.folders.markers,
                self.setting("installation"),
                self._machine,
                fallback=self.folders.data / "marker",
            )
        return self._marker

    def _remember(self) -> None:
        feed = self.journal.own_feed()
        seq, link = self.journal.head(feed)
        self._own_marker().write(feed=feed.feed, seq=seq, link=link)

    def _compare_with_marker(self) -> Continuity:
        mark = self._own_marker().read()
        if mark is None or mark.machine != self._machine:
            return Continuity.COPIED
        feed = self.journal.feed(bytes.fromhex(mark.feed))
        if feed is None or self.journal.link_at(feed, mark.seq) != bytes.fromhex(mark.link):
            return Continuity.RESTORED
        return Continuity.CONTINUOUS
