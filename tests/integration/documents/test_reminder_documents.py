"""Reminder letters: to whom they go, to whom never, and what stands in them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from export.documents.reminder_documents import Reminders, write_reminders
from storage.domain.codes import Code
from storage.domain.errors import LedgerError, OperationCancelled
from storage.domain.progress import Progress
from storage.follow_up import matrix
from storage.journal.entries import Signature
from tests.integration.documents.reckoning import everything, paragraphs
from tests.integration.documents.small_province import TODAY, SmallProvince


def remind(province: SmallProvince, folder: Path, today: date = TODAY, **options: object) -> Reminders:
    centre = province.centre
    return write_reminders(centre.ledger, centre.catalogue, province.period, folder, today=today, **options)  # type: ignore[arg-type]


def test_every_overdue_office_gets_its_own_letter_and_nobody_else(province: SmallProvince, tmp_path: Path) -> None:
    done = remind(province, tmp_path / "letters")
    reminded = {letter.office for letter in done.written}
    assert len(done.written) == len(reminded) == 33 - 2 - 1  # two have reported, the centre does not write to itself
    assert not reminded & {"UBND-DH", "UBND-NH", "STTTT"}
    assert {"STC", "SYT", "UBND-KPL"} <= reminded
    cells = matrix(province.centre.ledger, province.centre.catalogue, province.period, today=TODAY).cells
    assert not reminded & {cell.office for cell in cells if cell.obligation.requested}
    assert sorted(path.name for path in (tmp_path / "letters").iterdir()) == sorted(letter.path.name for letter in done.written)


def test_nobody_is_reminded_before_the_deadline_has_passed(province: SmallProvince, tmp_path: Path) -> None:
    assert remind(province, tmp_path / "early", date(2020, 6, 19)).written == ()
    assert len(remind(province, tmp_path / "late", date(2020, 6, 20)).written) == 30


def test_letter_names_the_office_the_period_and_the_days(province: SmallProvince, tmp_path: Path) -> None:
    signature = Signature(name="Trần Thị Mẫu", title="KT. Giám đốc; Phó Giám đốc", number="12", date="2020-06-25")
    done = remind(province, tmp_path, answer_by=date(2020, 6, 30), signature=signature, unit="TTBC")
    path = next(letter.path for letter in done.written if letter.office == "UBND-KPL")
    text = everything(path).split("\n")
    assert "Kính gửi: Ủy ban nhân dân huyện Kon Plông" in text
    assert "V/v đôn đốc gửi báo cáo 06 tháng đầu năm 2020" in text
    assert any(line.startswith("Số: ") and line.endswith("/STTTT-TTBC") and "12" not in line for line in text)
    assert {"KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Thị Mẫu", "- Lưu: VT, TTBC."} <= set(text)
    body = "\n".join(paragraphs(path))
    assert "trước ngày 20/06/2020" in body
    assert "trước ngày 30/06/2020" in body


def test_a_dissolved_office_is_answered_for_by_its_heirs(province: SmallProvince, tmp_path: Path) -> None:
    register, day = province.centre.catalogue.register, date(2025, 8, 1)
    done = {letter.office: letter for letter in remind(province, tmp_path, day).written}
    assert done["SGDDT"].addressees == ("SGDDT-QN",)
    assert "Kính gửi: Sở Giáo dục và Đào tạo tỉnh Quảng Ngãi" in paragraphs(done["SGDDT"].path)
    communes = done["UBND-KPL"].addressees
    assert communes == tuple(office.code for office in register.heirs("UBND-KPL", day))
    assert len(communes) == 3
    lines = paragraphs(done["UBND-KPL"].path)
    assert [line for line in lines if line.startswith("- ")][:3] == [
        f"- {register.office(code).name_vi}{stop}" for code, stop in zip(communes, ";;.", strict=True)
    ]


def test_the_same_letters_have_the_same_bytes(province: SmallProvince, tmp_path: Path) -> None:
    first = [letter.path.read_bytes() for letter in remind(province, tmp_path / "a").written]
    assert first == [letter.path.read_bytes() for letter in remind(province, tmp_path / "b").written]


def test_stopping_role_and_a_folder_that_is_none(province: SmallProvince, tmp_path: Path) -> None:
    def stop(progress: Progress) -> None:
        if progress.done == 2:
            raise OperationCancelled

    with pytest.raises(OperationCancelled):
        remind(province, tmp_path / "stopped", report=stop)
    assert len(list((tmp_path / "stopped").iterdir())) == 2
    office = province.stations["STC"]
    with pytest.raises(LedgerError) as refused:
        write_reminders(office.ledger, office.catalogue, province.period, tmp_path / "none", today=TODAY)
    assert refused.value.code is Code.WRONG_ROLE
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(LedgerError) as unwritable:
        remind(province, tmp_path / "file")
    assert unwritable.value.code is Code.FOLDER_UNWRITABLE


def test_some_offices_only_and_numbers_that_follow_each_other(province: SmallProvince, tmp_path: Path) -> None:
    done = remind(province, tmp_path, offices={"STC", "UBND-KPL", "UBND-DH", "BTGTU"}, first_number=41)
    assert [letter.office for letter in done.written] == ["STC", "UBND-KPL"], "who is not overdue gets none, chosen or not"
    for number, letter in enumerate(done.written, 41):
        assert any(line.startswith(f"Số: {number}/") for line in everything(letter.path).split("\n"))
    assert done.without_heir == ()
