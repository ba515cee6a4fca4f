"""The office that compiles the reports owes one too: what it hands over as an office is not what it writes as the centre."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from export.documents.consolidated_document import write_consolidated
from export.exchange.demonstration_province import CentrePc, OfficePc, StoryClock, story_identifiers
from export.exchange.enrolment import approve, write_enrolment
from export.exchange.importing import import_files
from export.exchange.kits import issue_kit
from export.exchange.receipts import ReceiptState, issue_receipts, offices_with_news, receipt_standing
from export.exchange.receiving import receive
from export.exchange.resync import write_resync
from export.exchange.setup import set_up_office
from storage.conflicts import answer_conflicts
from storage.domain.codes import Code
from storage.figures import period_data
from storage.folders import Folders
from storage.journal.entries import Answer, Remark
from storage.outline import Outline
from storage.recording import Recorder
from storage.reviewing import inspect_report, offices_with_open_histories, review
from tests.integration.documents.reckoning import paragraphs

HALF, SECTION = "2020S1", "CHI_DAO"
OFFICE_WORDS, CENTRE_WORDS = "Văn phòng Sở đã phân công nhiệm vụ.", "Toàn tỉnh đã triển khai."


class Both:
    """The centre's PC and the PC on which the same office keeps its own records."""

    def __init__(self, root: Path) -> None:
        clock = StoryClock(date(2020, 6, 1))
        self.root = root
        self.centre = CentrePc(Folders(root / "centre", root / "m" / "centre"), clock, story_identifiers(clock, 1, "centre"))
        self.centre.set_up()
        code = self.centre.ledger.office
        self.office = OfficePc(
            Folders(root / "office", root / "m" / "office"), clock, story_identifiers(clock, 1, code), code=code
        )
        kit = issue_kit(self.centre.station, root / "kits").path
        made = set_up_office(self.office.context, kit=kit, office=code, fingerprint=self.centre.fingerprint)
        approve(self.centre.station, write_enrolment(self.office.station, root / "request.shd").path, made.voice)

    def hand_over(self, name: str, words: str) -> None:
        self.office.close_period(HALF, Outline(sections={SECTION: words}))
        (outcome,) = import_files(self.centre.station, self.office.seal(self.root / name))
        assert outcome.code is Code.BUNDLE_IMPORTED

    def write(self, words: str) -> None:
        answer = Answer(period=HALF, item=SECTION, state="text", text=words)
        Recorder(self.centre.ledger, self.centre.station.catalogue).answer([answer])

    @property
    def words(self) -> tuple[str, str]:
        """(of the office, of the centre)."""
        data = period_data(self.centre.ledger, self.centre.station.catalogue.period(HALF))
        given = data.answers.get((self.office.code, SECTION))
        return given.text if given else "", data.own_words.get(SECTION, "")

    def report(self) -> str:
        catalogue = self.centre.station.catalogue
        target = self.root / "report.docx"
        write_consolidated(self.centre.ledger, catalogue, catalogue.period(HALF), target)
        return "\n".join(paragraphs(target))


@pytest.fixture
def both(tmp_path: Path) -> Both:
    return Both(tmp_path)


def test_neither_s_words_stand_for_the_other_s(both: Both) -> None:
    both.hand_over("first", OFFICE_WORDS)
    assert both.words == (OFFICE_WORDS, "")
    assert OFFICE_WORDS not in both.report(), "one office's words are not the province's"
    both.write("Bản nháp")
    both.write(CENTRE_WORDS)
    assert both.words == (OFFICE_WORDS, CENTRE_WORDS)
    assert CENTRE_WORDS in both.report()
    assert answer_conflicts(both.centre.ledger, both.office.code) == []
    assert offices_with_open_histories(both.centre.ledger) == set()
    findings = inspect_report(
        both.centre.ledger, both.centre.station.catalogue, both.office.code, both.centre.station.catalogue.period(HALF)
    ).findings
    assert Code.REVIEW_ANSWERS_DIFFER not in {finding.code for finding in findings}


def test_a_corrected_report_and_the_centre_s_words_go_on_side_by_side(both: Both) -> None:
    both.hand_over("first", OFFICE_WORDS)
    both.write(CENTRE_WORDS)
    catalogue = both.centre.station.catalogue
    review(both.centre.ledger, both.office.code, catalogue.period(HALF), accept=False, remarks=[Remark(text="Viết lại")])
    (receipt,) = issue_receipts(both.centre.station, both.root / "receipts")
    assert receive(both.office.station, receipt.file.path).code is Code.REPORT_RETURNED
    both.hand_over("second", "Đã sửa.")
    assert both.words == ("Đã sửa.", CENTRE_WORDS)


def test_the_centre_s_own_journal_is_no_part_of_receipts_and_of_what_is_sent_back(both: Both) -> None:
    both.hand_over("first", OFFICE_WORDS)
    assert offices_with_news(both.centre.station) == [both.office.code]
    (receipt,) = issue_receipts(both.centre.station, both.root / "receipts")
    own = both.centre.ledger.journal.own_feed().feed.hex()
    assert own not in {state.feed for state in receipt.receipt.feeds}
    both.write(CENTRE_WORDS)
    assert receipt_standing(both.centre.ledger, both.office.code).state is ReceiptState.CURRENT
    sent = write_resync(both.centre.station, both.office.code, both.root / "back")
    assert receive(both.office.station, sent.path).code is Code.RESYNC_ACCEPTED
    assert own not in {feed.feed.hex() for feed in both.office.ledger.journal.feeds()}
