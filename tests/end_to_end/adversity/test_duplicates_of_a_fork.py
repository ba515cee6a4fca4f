"""After a fork the same work is often there twice: pairs are found at the centre, a person decides, figures follow."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.duplicates import (
    decide_distinct,
    decide_same,
    likely_duplicates,
    take_back_distinct,
    take_back_same,
)
from storage.figures import period_data
from storage.histories import histories_of
from storage.journal.entries import Withdrawn
from storage.ledger import Ledger
from tests.end_to_end.adversity.province import OFFICE_A, PERIOD, Province

WHY = "Trùng hoạt động đã ghi"


@pytest.fixture
def forked(province: Province) -> Ledger:
    """The centre's ledger: "hai" and "ba" were recorded, lost with the disk, and "hai" was recorded again."""
    province.a.record("một")
    saved = province.a.clone("saved")
    province.clock.advance(days=1)
    province.a.record("hai", "ba")
    province.centre.take(*province.a.seal("usb"))
    province.a.restore_from(saved, markers=True)
    province.clock.advance(days=1)
    province.a.record("HAI", "bốn năm sáu")
    province.centre.take(*province.a.seal("forked"))
    return province.centre.ledger


def meetings(ledger: Ledger, province: Province) -> int:
    period = province.centre.station.catalogue.period(PERIOD)
    return period_data(ledger, period, [OFFICE_A]).totals[OFFICE_A, "II.1.a", "HN_QT", "so_cuoc"]


def test_two_histories_are_named_with_their_days(forked: Ledger) -> None:
    held = histories_of(forked, OFFICE_A)
    assert [(item.name, item.forked_at, item.entries) for item in held.histories] == [("A", 3, 2), ("B", 3, 2)]
    assert sorted(item.since[:10] for item in held.histories) == ["2020-06-02", "2020-06-03"]
    assert sorted(map(len, held.records.values())) == [1, 1, 1, 1, 2]


def test_the_same_work_is_paired_and_one_record_withdrawn(forked: Ledger, province: Province) -> None:
    (pair,) = likely_duplicates(forked, OFFICE_A)
    assert {pair.one.title, pair.other.title} == {"hai", "HAI"}
    assert meetings(forked, province) == 5
    decide_same(forked, OFFICE_A, kept=pair.one.uid, withdrawn=pair.other.uid, why=WHY)
    assert meetings(forked, province) == 4
    assert likely_duplicates(forked, OFFICE_A) == []
    versions = forked.projections.versions(bytes.fromhex(pair.other.uid), OFFICE_A)
    assert [type(version.entry) is Withdrawn for version in versions].count(True) == 1
    assert province.centre.is_sound()
    take_back_same(forked, OFFICE_A, pair.other.uid)
    assert meetings(forked, province) == 5
    (again,) = likely_duplicates(forked, OFFICE_A)
    assert (again.one.uid, again.other.uid) == (pair.one.uid, pair.other.uid)


def test_two_activities_are_never_asked_about_again_unless_taken_back(forked: Ledger, province: Province) -> None:
    (pair,) = likely_duplicates(forked, OFFICE_A)
    decide_distinct(forked, OFFICE_A, pair.other.uid, pair.one.uid)
    province.centre.close()
    ledger = province.centre.ledger
    assert likely_duplicates(ledger, OFFICE_A) == []
    assert meetings(ledger, province) == 5
    take_back_distinct(ledger, OFFICE_A, pair.one.uid, pair.other.uid)
    assert likely_duplicates(ledger, OFFICE_A) == [pair]


def test_what_cannot_be_decided_is_refused(forked: Ledger, province: Province) -> None:
    (pair,) = likely_duplicates(forked, OFFICE_A)
    kept, other = pair.one.uid, pair.other.uid

    def refused(kept: str, withdrawn: str, why: str = WHY) -> Code:
        with pytest.raises(LedgerError) as error:
            decide_same(forked, OFFICE_A, kept=kept, withdrawn=withdrawn, why=why)
        return error.value.code

    assert refused(kept, other, " ") is Code.REASON_MISSING
    assert refused(kept, kept) is Code.RECORD_UNKNOWN
    assert refused(kept, "ab" * 16) is Code.RECORD_UNKNOWN
    assert refused(kept, "no identifier") is Code.RECORD_UNKNOWN
    decide_same(forked, OFFICE_A, kept=kept, withdrawn=other, why=WHY)
    assert refused(kept, other) is Code.RECORD_CHANGED_SINCE
    assert refused(other, kept) is Code.RECORD_CHANGED_SINCE
    with pytest.raises(LedgerError, match="WRONG_ROLE"):
        decide_same(province.a.ledger, OFFICE_A, kept=kept, withdrawn=other, why=WHY)


def test_an_unforked_office_has_no_pairs(province: Province, tmp_path: Path) -> None:
    province.a.record("hai", "hai")
    province.centre.take(*province.a.seal("usb"))
    assert likely_duplicates(province.centre.ledger, OFFICE_A) == []
