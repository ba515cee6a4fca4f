"""The ledger's connection as everything but a change of the schema sees it.

What sqlite-utils adds to a connection is wanted by the migrations alone (``storage.migrations``); with what it brings along it
takes 30 milliseconds and 7 MiB of every start, so it is loaded when a ledger is made or has to be upgraded. Opening is left to
``storage.connection``; transactions are its own too, for the connection begins none by itself.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence


class Database:
    """An open SQLite connection in autocommit mode (``isolation_level`` None)."""

    __slots__ = ("conn",)

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.conn = conn

    def execute(self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> sqlite3.Cursor:
        """One statement. Raises ``sqlite3.Error``."""
        return self.conn.execute(sql, parameters)

    def close(self) -> None:
        """Releases the file."""
        self.conn.close()
