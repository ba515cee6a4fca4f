"""Rule 3: free text is checked when recorded, when imported and before sealing; a stamp of secrecy blocks sealing."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from export.documents.template_model import template_of
from export.documents.workbook_import import read_workbook
from export.exchange.kits import issue_kit
from export.exchange.sealing import seal
from export.exchange.setup import SetupContext, set_up_centre, set_up_office
from export.exchange.station import Station
from storage.builtin import builtin_programme
from storage.catalogue import Catalogue
from storage.closing import checklist, close_period
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.recording import ActivityInput, Recorder, read_input
from tests.unit.storage.ledger_examples import HALF_YEAR, Pc, answer, half_year, meeting, record, recorder

PIN = "428196"

FOUND = {
    "gọi 02603 862 123": Code.TEXT_PHONE,
    "di động 0905 123 456": Code.TEXT_PHONE,
    "số 233 123 456 của ông": Code.TEXT_IDENTITY_NUMBER,
    "số 062 093 001 234": Code.TEXT_IDENTITY_NUMBER,
    "gửi về vanphong@example.vn": Code.TEXT_EMAIL,
    "xem facebook.com/nguyen.van.a": Code.TEXT_PROFILE_LINK,
    "theo @nguyenvana": Code.TEXT_HANDLE,
    "đồng chí Nguyễn Văn An chủ trì": Code.TEXT_PERSON_NAME,
    "TUYỆT MẬT": Code.TEXT_SECRECY_STAMP,
    "TỐI MẬT": Code.TEXT_SECRECY_STAMP,
    "MẬT": Code.TEXT_SECRECY_STAMP,
}


@pytest.fixture
def office(tmp_path: Path) -> Station:
    """An office with real keys, set up from a real kit."""
    centre, own = (_context(tmp_path, name) for name in ("centre", "office"))
    set_up_centre(centre)
    with _station(centre) as station:
        issue_kit(station, tmp_path / "kit.shd")
    set_up_office(own, kit=tmp_path / "kit.shd", office="UBND-DH")
    return _station(own)


def _context(folder: Path, name: str) -> SetupContext:
    pc = Pc(folder / name)
    return SetupContext(pc.folders, pc.clock, pc.identifiers, pin=PIN, machine=pc.machine)


def _station(context: SetupContext) -> Station:
    return Station.open(context.folders, clock=context.clock, identifiers=context.identifiers, pin=PIN, machine=context.machine)


@pytest.mark.parametrize("text", FOUND)
def test_each_kind_is_found_when_recorded(tmp_path: Path, text: str) -> None:
    with Pc(tmp_path).create() as ledger:
        done = recorder(ledger).record([(1, meeting(note=text))])
        assert [(found.code, found.field) for found in done.findings] == [(FOUND[text], "note")]
        assert done.uids, "it is shown, and the clerk decides"


@pytest.mark.parametrize("text", FOUND)
def test_each_kind_is_found_again_before_a_period_is_closed(tmp_path: Path, text: str) -> None:
    with Pc(tmp_path).create() as ledger:
        (uid,) = record(ledger, meeting(note=text))
        listed = checklist(ledger, Catalogue(ledger), half_year(ledger))
        assert (FOUND[text], uid) in [(found.code, found.uid) for found in listed]


def test_an_amended_text_is_checked_as_well(tmp_path: Path) -> None:
    with Pc(tmp_path).create() as ledger:
        (uid,) = record(ledger, meeting())
        done = recorder(ledger).record([(1, ActivityInput(uid=uid, place="gọi 02603 862 123"))])
        assert [(found.code, found.field, found.uid) for found in done.findings] == [(Code.TEXT_PHONE, "place", uid)]


def test_rows_of_a_workbook_are_checked_as_they_come_in(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["Nhiệm vụ", "Loại hoạt động", "Ngày", "Nội dung hoạt động", "Số cuộc", "Ghi chú"])
    sheet.append(["II.1.a", "HN_QT", "05/03/2020", "Hội nghị", 1, "gọi 02603 862 123"])
    workbook.save(tmp_path / "rows.xlsx")
    read = read_workbook(tmp_path / "rows.xlsx", template_of(builtin_programme()))
    with Pc(tmp_path).create() as ledger:
        done = recorder(ledger).record([(row.line, read_input(row.record)) for row in read.rows])
        assert [(found.code, found.field, found.line) for found in done.findings] == [(Code.TEXT_PHONE, "note", 2)]


def test_the_words_of_the_report_are_checked_too(tmp_path: Path) -> None:
    with Pc(tmp_path).create() as ledger:
        answer(ledger, '{"sections": {"UU_DIEM": "gọi 02603 862 123"}, "answers": {"II.1.a-5": "a@example.vn"}}')
        listed = checklist(ledger, Catalogue(ledger), half_year(ledger))
        assert {(found.code, found.field) for found in listed} >= {
            (Code.TEXT_PHONE, "UU_DIEM"),
            (Code.TEXT_EMAIL, "II.1.a-5"),
        }


def test_a_finding_never_holds_what_was_found(tmp_path: Path) -> None:
    with Pc(tmp_path).create() as ledger:
        for found in recorder(ledger).record([(1, meeting(note=text)) for text in FOUND]).findings:
            assert set(found.parameters) == {"start", "end"}
            assert all(isinstance(value, int) for value in found.parameters.values())


@pytest.mark.parametrize("text", ["TUYỆT MẬT", "Độ mật: Mật", "Tối mật"])
def test_a_stamp_blocks_sealing_until_it_is_gone(office: Station, tmp_path: Path, text: str) -> None:
    with office:
        clerk = Recorder(office.ledger, office.catalogue)
        (uid,) = clerk.record([(1, meeting(title=text))]).uids
        assert refusal(office, tmp_path / "usb") == {"count": 1}
        assert not list(tmp_path.glob("usb/*"))
        clerk.record([(1, ActivityInput(uid=uid, title="Kế hoạch"))])
        assert seal(office, tmp_path / "usb").bundles


def test_a_stamp_in_the_words_of_the_report_blocks_sealing_too(office: Station, tmp_path: Path) -> None:
    with office:
        answer(office.ledger, '{"sections": {"UU_DIEM": "Độ mật: Tối mật"}}')
        assert refusal(office, tmp_path / "usb") == {"count": 1}
        with pytest.raises(LedgerError) as caught:
            close_period(office.ledger, office.catalogue, HALF_YEAR)
        assert caught.value.code is Code.SEAL_BLOCKED_BY_STAMP
        answer(office.ledger, '{"sections": {"UU_DIEM": "Tốt"}}')
        close_period(office.ledger, office.catalogue, HALF_YEAR)
        assert seal(office, tmp_path / "usb").bundles


def test_other_findings_do_not_block_sealing(office: Station, tmp_path: Path) -> None:
    with office:
        rows = [(1, meeting(note=text)) for text, code in FOUND.items() if code is not Code.TEXT_SECRECY_STAMP]
        Recorder(office.ledger, office.catalogue).record(rows)
        assert seal(office, tmp_path / "usb").bundles


def refusal(office: Station, folder: Path) -> dict[str, str | int]:
    with pytest.raises(LedgerError) as caught:
        seal(office, folder)
    assert caught.value.code is Code.SEAL_BLOCKED_BY_STAMP
    return dict(caught.value.parameters)
