"""What a write changed: announced instead of telling each view to refresh itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Which kinds of content changed. Views decide for themselves whether they are stale."""

    activities: bool = False
    periods: bool = False
    registry: bool = False
    exchange: bool = False

    @classmethod
    def of(cls, *, records: int, others: int) -> ChangeSet:
        """From counts of changed records and of other entries."""
        return cls(activities=records > 0, periods=others > 0, registry=others > 0)

    def __or__(self, other: ChangeSet) -> ChangeSet:
        return ChangeSet(
            self.activities or other.activities,
            self.periods or other.periods,
            self.registry or other.registry,
            self.exchange or other.exchange,
        )
