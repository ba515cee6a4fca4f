"""Which new rows are probably recorded already: somebody takes the same workbook in for a second time.

Only pointed out; whether a row is the same activity or another one of that day, a person decides. Reads only.
"""

from __future__ import annotations

import msgspec

from storage.domain.folding import fold
from storage.journal.entries import Activity
from storage.ledger import Ledger

_Key = tuple[str, str, str, tuple[tuple[str, int], ...]]
_Where = tuple[str, str]


class Likeness:
    """Compares with the office's own records that stand. Each record answers for one row only, in the order of asking.

    The same: task, type, date, title and figures agree; place and document agree or are missing on one side. Accents, case
    and blanks do not matter.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._days: dict[str, dict[_Key, list[_Where]]] = {}

    def claims(self, activity: Activity) -> bool:
        """Whether a record that no earlier row was compared to says the same."""
        places = self._day(activity.date).get(_key(activity.task, activity.type, activity.title, activity.values), [])
        where = (fold(activity.place), fold(activity.document))
        found = next((kept for kept in sorted(places, key=lambda kept: kept != where) if _agree(kept, where)), None)
        if found is not None:
            places.remove(found)
        return found is not None

    def _day(self, day: str) -> dict[_Key, list[_Where]]:
        if day not in self._days:
            found: dict[_Key, list[_Where]] = {}
            rows = self._ledger.db.execute(
                'SELECT task, type, title, "values", place, document FROM activity'
                " WHERE office = ? AND date = ? AND state = 'final' ORDER BY id",
                [self._ledger.office, day],
            ).fetchall()
            for task, kind, title, values, place, document in rows:
                key = _key(task, kind, title, msgspec.json.decode(values, type=dict[str, int]))
                found.setdefault(key, []).append((fold(place), fold(document)))
            self._days[day] = found
        return self._days[day]


def _key(task: str, kind: str, title: str, values: dict[str, int]) -> _Key:
    return task, kind, " ".join(fold(title).split()), tuple(sorted(values.items()))


def _agree(one: _Where, other: _Where) -> bool:
    return all(not left or not right or left == right for left, right in zip(one, other, strict=True))
