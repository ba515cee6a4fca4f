"""What one import brought, counted by kind from the entries that it added; nothing is written here.

Counts are of the ledger's own records: activities, answers, reports. Who recorded them is not looked at.
"""

from __future__ import annotations

from dataclasses import dataclass

from storage.journal.entries import Activity, Answer, Closed, Put, Reopened, Withdrawn, decode
from storage.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Contents:
    """``activities`` and ``answers``: records that were made or amended; ``reports``: the periods closed among the entries.

    ``reopened``: periods that the office opened again.
    """

    activities: int = 0
    withdrawn: int = 0
    answers: int = 0
    reports: tuple[str, ...] = ()
    reopened: tuple[str, ...] = ()

    def __add__(self, other: Contents) -> Contents:
        return Contents(
            self.activities + other.activities,
            self.withdrawn + other.withdrawn,
            self.answers + other.answers,
            self.reports + other.reports,
            self.reopened + other.reopened,
        )


def contents_of(ledger: Ledger, import_id: int) -> Contents:
    """The contents of an import that has not been undone; empty for one that brought no entries."""
    rows = ledger.db.execute("SELECT line FROM node WHERE import_id = ? AND line IS NOT NULL", [import_id]).fetchall()
    activities, answers, withdrawn = set[str](), set[str](), set[str]()
    reports, reopened = set[str](), set[str]()
    for (line,) in rows:
        entry = decode(line)
        if isinstance(entry, Put):
            if isinstance(entry.body, Activity):
                activities.add(entry.uid)
            elif isinstance(entry.body, Answer):
                answers.add(entry.uid)
        elif isinstance(entry, Withdrawn):
            withdrawn.add(entry.uid)
        elif isinstance(entry, Closed):
            reports.add(entry.period)
        elif isinstance(entry, Reopened):
            reopened.add(entry.period)
    return Contents(len(activities), len(withdrawn), len(answers), tuple(sorted(reports)), tuple(sorted(reopened)))
