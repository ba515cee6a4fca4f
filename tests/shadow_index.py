"""The ledger's own full-text index in memory, for tests of what is found by what is typed."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from storage.domain.folding import search_query
from storage.migrations import migrations

_ROW = (
    "INSERT INTO activity VALUES"
    " (?, randomblob(16), 'X', 'final', 1, 1, x'00', 't', 't', '2020-01-01', ?, '', '', '', '{}', '[]')"
)


class ShadowIndex:
    """Titles by number, as the ledger indexes them."""

    def __init__(self, titles: Iterable[str]) -> None:
        self._db = Database(memory=True, execute_plugins=False)
        migrations.apply(self._db)
        self._db.conn.executemany(_ROW, enumerate(titles))
        self._db.execute("INSERT INTO activity_search (rowid, text) SELECT id, text FROM activity_shadow")

    def found(self, typed: str, *, prefix_every: bool = False) -> list[int]:
        """The numbers of the titles that a clerk finds; a query of nothing finds nothing."""
        query = search_query(typed, prefix_every=prefix_every)
        if not query:
            return []
        rows = self._db.execute("SELECT rowid FROM activity_search WHERE activity_search MATCH ? ORDER BY rowid", [query])
        return [row for (row,) in rows.fetchall()]

    def close(self) -> None:
        """Releases the database."""
        self._db.close()
