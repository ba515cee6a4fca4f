"""What stands behind a figure: the identifiers of its activities, or the signed closing in which an office stated it.

A closing is named ``office/feed/position``: the office's code, its feed in hexadecimal digits and the entry's number, by which
it is found in the journal and in the original bundle. Nothing is computed here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from storage.domain.periods import Period
from storage.domain.programme import Indicator, IndicatorSource, Task
from storage.figures import PeriodData
from storage.ledger import Ledger
from storage.search import FoundActivity


class FigureSources:
    """Reads the closings of a period once; ``activities`` are those of the period."""

    def __init__(self, ledger: Ledger, period: Period, data: PeriodData, activities: Iterable[FoundActivity]) -> None:
        self._data = data
        self._activities: dict[tuple[str, str, str], list[str]] = {}
        for activity in activities:
            self._activities.setdefault((activity.office, activity.task, activity.type), []).append(activity.uid)
        self._closings: dict[str, str] = {}
        for office, op, feed, seq in ledger.db.execute(
            "SELECT c.office, c.op, lower(hex(f.feed)), c.seq FROM closing c JOIN feed f ON f.id = c.feed_id WHERE c.period = ?"
            " ORDER BY c.rev, c.link",
            [period.code],
        ).fetchall():
            self._closings[office] = f"{office}/{feed}/{seq}" if op == "close" else ""
        rows = ledger.db.execute(
            "SELECT office, item, lower(hex(uid)) FROM answer WHERE period = ? ORDER BY rev, link", [period.code]
        ).fetchall()
        self._answers: dict[tuple[str, str], str] = {(office, item): uid for office, item, uid in rows}

    def of_office(self, task: Task, indicator: Indicator, office: str) -> tuple[str, ...]:
        """The sources of one office's figure; none for a figure that was not given."""
        if indicator.source is IndicatorSource.COMPUTED:
            found = [uid for kind in indicator.activity_types for uid in self._activities.get((office, task.code, kind), ())]
            if found:
                return tuple(found)
        if (office, indicator.id) not in self._data.answers:
            return ()
        return self.closings([office]) or (self._answers[office, indicator.id],)

    def closings(self, offices: Sequence[str]) -> tuple[str, ...]:
        """The closings in force of these offices."""
        return tuple(closing for office in offices if (closing := self._closings.get(office, "")))
