"""A returned report goes on: amended and closed again without reopening; an answer to a foreign question is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.material import OFFICE, make_material, record
from export.exchange.importing import find_bundles, import_files
from export.exchange.receipts import issue_receipts
from export.exchange.receiving import receive
from export.exchange.sealing import seal
from storage.closing import close_period
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.follow_up import ReportState, matrix
from storage.journal.entries import Remark
from storage.outline import Outline
from storage.reviewing import review


def test_a_returned_report_is_closed_again_without_reopening(tmp_path: Path) -> None:
    material = make_material(tmp_path)
    with material.station("office") as office:
        record(office, 2, seed=1)
        close_period(office.ledger, office.catalogue, "2020S1")
        seal(office, tmp_path / "stick")
        with pytest.raises(LedgerError) as closed:
            close_period(office.ledger, office.catalogue, "2020S1")
    assert closed.value.code is Code.PERIOD_CLOSED
    with material.station("centre") as centre:
        import_files(centre, find_bundles([tmp_path / "stick"]))
        period = centre.catalogue.period("2020S1")
        review(centre.ledger, OFFICE, period, accept=False, remarks=[Remark(text="Thiếu số liệu")])
        (receipt,) = issue_receipts(centre, tmp_path / "replies")
    with material.station("office") as office:
        assert receive(office, receipt.file.path).code is Code.REPORT_RETURNED
        record(office, 1, seed=2)
        assert close_period(office.ledger, office.catalogue, "2020S1").rev == 2
        with pytest.raises(LedgerError) as again:
            close_period(office.ledger, office.catalogue, "2020S1")
    assert again.value.code is Code.PERIOD_CLOSED


def test_a_correction_of_words_alone_ends_the_return(tmp_path: Path) -> None:
    material = make_material(tmp_path)
    with material.station("office") as office:
        record(office, 1, seed=1)
        close_period(office.ledger, office.catalogue, "2020S1")
        seal(office, tmp_path / "stick")
    with material.station("centre") as centre:
        import_files(centre, find_bundles([tmp_path / "stick"]))
        period = centre.catalogue.period("2020S1")
        review(centre.ledger, OFFICE, period, accept=False, remarks=[Remark(text="Thiếu lời văn")])
        (receipt,) = issue_receipts(centre, tmp_path / "replies")
    with material.station("office") as office:
        receive(office, receipt.file.path)
        close_period(office.ledger, office.catalogue, "2020S1", Outline(sections={"CHI_DAO": "Đã chỉ đạo triển khai."}))
        seal(office, tmp_path / "again")
    with material.station("centre") as centre:
        import_files(centre, find_bundles([tmp_path / "again"]))
        cell = next(cell for cell in matrix(centre.ledger, centre.catalogue, period).cells if cell.office == OFFICE)
    assert cell.state is ReportState.RECEIVED


def test_an_answer_to_another_offices_question_is_refused(tmp_path: Path) -> None:
    material = make_material(tmp_path)
    with material.station("office") as office:
        with pytest.raises(LedgerError) as refused:
            close_period(office.ledger, office.catalogue, "2020S1", Outline(answers={"II.3.d-4": 1}))
        assert refused.value.code is Code.TASK_NOT_OF_OFFICE
        assert office.ledger.db.execute("SELECT count(*) FROM answer").fetchone()[0] == 0
