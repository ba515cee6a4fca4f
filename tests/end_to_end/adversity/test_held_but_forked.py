"""After a fork the centre says "held, but forked": what it holds need not travel again, and is never taken back."""

from __future__ import annotations

import pytest

from export.exchange.archive import confirming_receipts, kept_originals
from export.exchange.confirmed import held_histories
from export.exchange.custody import custody_lines
from export.exchange.receipts import Receipt, receipt_standing
from export.exchange.sealing import matters, pending
from export.exchange.undo import check_undo
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from tests.end_to_end.adversity.province import OFFICE_A, Province


@pytest.fixture
def forked(province: Province) -> Province:
    """The disk was put back after a hand-over, another entry recorded at the same position, and that handed over too."""
    province.a.record("một")
    saved = province.a.clone("saved")
    province.a.record("hai", "ba")
    province.centre.take(*province.a.seal("usb"))
    province.a.restore_from(saved, markers=True)
    province.a.record("bốn")
    province.centre.take(*province.a.seal("forked"))
    return province


def received(province: Province) -> Receipt:
    answer = province.a.receive(province.centre.receipt())
    assert answer.code is Code.BUNDLE_FORK
    assert answer.receipt is not None
    return answer.receipt


def test_each_history_that_is_held_stands_in_the_receipt(forked: Province) -> None:
    common, *histories = received(forked).feeds
    assert (common.seq, common.fork_at, common.is_history) == (2, 3, False)
    assert [(state.seq, state.fork_at, state.is_history) for state in histories] == [(3, 3, True), (4, 3, True)]
    assert len({state.head for state in histories}) == 2
    (feed,) = forked.centre.ledger.journal.feeds(OFFICE_A)
    assert [seq for seq, _ in held_histories(forked.centre.ledger, feed)] == [3, 4]


def test_a_held_history_does_not_travel_again_and_its_bundle_is_receipted(forked: Province) -> None:
    assert any(portion.upto == 3 for portion in pending(forked.a.ledger))
    received(forked)
    old, new = forked.a.ledger.journal.feeds(OFFICE_A)
    assert [portion.feed for portion in pending(forked.a.ledger)] == [new]
    assert not any(map(matters, pending(forked.a.ledger)))
    assert {line.state for line in custody_lines(forked.a.ledger)} == {"receipted"}
    assert forked.a.ledger.db.execute("SELECT seq FROM acknowledged WHERE feed_id = ?", [old.id]).fetchone() == (3,)
    forked.a.record("năm")
    (outcome,) = forked.centre.take(*forked.a.seal("after"))
    assert not outcome.refused
    assert forked.centre.titles() == ["ba", "bốn", "hai", "một", "năm"]
    # A further receipt says the same of the old feed, and opens no further one.
    answer = forked.a.receive(forked.centre.receipt())
    assert answer.code is Code.RECEIPT_ACCEPTED
    assert len(forked.a.ledger.journal.feeds(OFFICE_A)) == 2


def test_a_pc_that_has_both_histories_sends_neither_again(province: Province) -> None:
    """The lost tail came back by a resync, after the PC had recorded at the same positions."""
    province.a.record("một")
    saved = province.a.clone("saved")
    province.a.record("hai", "ba")
    province.centre.take(*province.a.seal("usb"))
    province.a.restore_from(saved, markers=True)
    province.a.record("bốn")
    province.a.receive(province.centre.resync())
    province.centre.take(*province.a.seal("both"))
    old, _ = province.a.ledger.journal.feeds(OFFICE_A)
    assert old.fork_at == 3
    assert any(portion.feed.id == old.id for portion in pending(province.a.ledger))
    province.a.receive(province.centre.receipt())
    assert [seq for seq, _ in held_histories(province.a.ledger, old)] == [3, 4]
    assert not any(portion.feed.id == old.id for portion in pending(province.a.ledger))
    assert {line.state for line in custody_lines(province.a.ledger)} == {"receipted"}
    everything = [portion.feed.id for portion in pending(province.a.ledger, everything=True)]
    assert everything.count(old.id) == 2


def test_what_a_receipt_calls_held_cannot_be_undone(forked: Province) -> None:
    ledger = forked.centre.ledger
    imports = [row[0] for row in ledger.db.execute("SELECT id FROM import ORDER BY id")]
    check_undo(ledger, forked.centre.station.catalogue, imports[-1])
    forked.centre.receipt()
    for number in imports:
        with pytest.raises(LedgerError) as refused:
            check_undo(ledger, forked.centre.station.catalogue, number)
        assert refused.value.code is Code.UNDO_RECEIPTED
    assert receipt_standing(ledger, OFFICE_A).state.value == "current"


def test_without_a_fork_nothing_of_this_is_said(province: Province) -> None:
    province.a.record("một")
    province.centre.take(*province.a.seal("usb"))
    answer = province.a.receive(province.centre.receipt())
    assert answer.receipt is not None
    assert [state.is_history for state in answer.receipt.feeds] == [False]


def test_a_receipt_confirms_only_the_originals_of_the_histories_that_it_names(province: Province) -> None:
    province.a.record("một")
    saved = province.a.clone("saved")
    province.a.record("hai", "ba")
    province.centre.take(*province.a.seal("usb"))
    province.centre.receipt()
    province.a.restore_from(saved, markers=True)
    province.a.record("bốn")
    province.centre.take(*province.a.seal("forked"))
    later, first = kept_originals(province.centre.ledger)
    assert [number for number, _ in confirming_receipts(province.centre.ledger, first)] == [1]
    assert confirming_receipts(province.centre.ledger, later) == []
    province.centre.receipt()
    assert [number for number, _ in confirming_receipts(province.centre.ledger, later)] == [2]
