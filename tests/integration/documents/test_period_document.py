"""An office's report, from the ledger to Word and Excel: every figure reckoned again from the recorded rows."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from export.documents.period_document import write_period_report
from storage.closing import close_period, reopen_period
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.programme import IndicatorKind
from storage.recording import Recorder
from tests.integration.documents.reckoning import PROGRAMME, everything, paragraphs, reckon, sheets, shown, word_tables
from tests.integration.documents.small_province import CODE, SmallProvince, activity


def write(province: SmallProvince, office: str, target: Path, **options: object) -> Path:
    station = province.stations[office]
    written = write_period_report(station.ledger, station.catalogue, province.period, target, **options)  # type: ignore[arg-type]
    assert written.path == target
    return target


def test_every_figure_of_the_annex_is_that_of_the_rows(province: SmallProvince, tmp_path: Path) -> None:
    annex = word_tables(write(province, "UBND-DH", tmp_path / "report.docx"))[-1]
    assert annex[0] == ["Mã", "Chỉ tiêu", "Đơn vị tính", "Kết quả"]
    found = {row[0]: row[3] for row in annex[1:]}
    asked = [
        indicator
        for task in province.centre.catalogue.tasks_of("UBND-DH", province.period.last_day)
        for indicator in task.indicators
        if indicator.kind is not IndicatorKind.TEXT
    ]
    assert {code for code in found if "-" in code} == {indicator.id for indicator in asked}
    assert {indicator.id: found[indicator.id] for indicator in asked} == {
        indicator.id: shown(reckon("UBND-DH", indicator).value) for indicator in asked
    }


def test_number_zero_nothing_and_no_answer_read_differently(province: SmallProvince, tmp_path: Path) -> None:
    lines = paragraphs(write(province, "UBND-DH", tmp_path / "report.docx"))
    assert "- Số lượt người dự hội nghị: 1.255 lượt người." in lines
    assert "- Số buổi sinh hoạt chuyên đề: 0 buổi." in lines
    assert "- Số lớp tập huấn, phổ biến quy chế phát ngôn: không phát sinh." in lines
    assert any(line.startswith("- Chưa có số liệu, nội dung trả lời: Số văn bản chỉ đạo, điều hành đã đăng;") for line in lines)
    assert "- Trang TTĐT hoạt động và được cập nhật trong kỳ: Có." in lines
    assert "- Đã phân công và công khai người phát ngôn của cơ quan: Không." in lines


def test_sections_follow_the_outline(province: SmallProvince, tmp_path: Path) -> None:
    lines = paragraphs(write(province, "UBND-DH", tmp_path / "report.docx"))
    headings = [
        line for line in lines if line[:4].strip() in {"I. C", "II.", "III.", "IV.", "V. K"} or line[:3] in {"I. ", "V. "}
    ]
    assert headings == [
        "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI",
        "II. KẾT QUẢ THỰC HIỆN",
        "III. ĐÁNH GIÁ CHUNG",
        "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ",
        "V. KIẾN NGHỊ, ĐỀ XUẤT",
    ]
    place = lines.index("I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI")
    assert lines[place + 1 : place + 3] == [
        "Ủy ban nhân dân huyện ban hành kế hoạch và phân công nhiệm vụ.",
        "Các phòng triển khai trong quý I.",
    ]
    assert "- Đánh giá kết quả, khó khăn, vướng mắc: Đã hoàn thành theo tiến độ." in lines


def test_head_and_foot_come_from_register_plan_and_signature(province: SmallProvince, tmp_path: Path) -> None:
    path = write(province, "UBND-DH", tmp_path / "report.docx")
    text = everything(path)
    for expected in (
        "UBND TỈNH KON TUM",
        "ỦY BAN NHÂN DÂN HUYỆN ĐĂK HÀ",
        "Số: 05/BC-UBND",
        "Đăk Hà, ngày 15 tháng 6 năm 2020",
        "Kính gửi: Sở Thông tin và Truyền thông",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Nguyễn Văn Mẫu",
        "- Như trên;",
        "- Lưu: VT.",
    ):
        assert expected in text.split("\n")
    basis = "Căn cứ Kế hoạch của Ủy ban nhân dân tỉnh thực hiện Kế hoạch số 102-KH/TU ngày 10 tháng 7 năm 2019"
    assert any(line.startswith(basis) for line in paragraphs(path))


def test_workbook_holds_the_same_figures_the_words_and_the_activities(province: SmallProvince, tmp_path: Path) -> None:
    path = write(province, "UBND-DH", tmp_path / "report.xlsx")
    content = sheets(path)
    assert list(content) == ["Số liệu", "Nội dung", "Hoạt động"]
    for row in content["Số liệu"]:
        expected = reckon("UBND-DH", PROGRAMME.indicator(row["Mã chỉ tiêu"])).value
        value = row["Số liệu"]
        assert value == (shown(expected) if isinstance(expected, bool | str) else expected)
    assert [row["Số lượt người dự"] for row in content["Hoạt động"] if row["Loại hoạt động"].startswith("Hội nghị")] == [
        120,
        1135,
    ]
    assert not [row for row in content["Hoạt động"] if "năm trước" in row["Nội dung hoạt động"]]
    book = openpyxl.load_workbook(path)
    active = next(cell for row in book["Hoạt động"].iter_rows() for cell in row if str(cell.value).startswith("=SUM"))
    assert (active.data_type, active.quotePrefix) == ("s", True)
    book.close()


def test_what_is_not_closed_is_refused_or_marked_as_a_draft(province: SmallProvince, tmp_path: Path) -> None:
    with pytest.raises(LedgerError) as refused:
        write(province, "STC", tmp_path / "report.docx")
    assert refused.value.code is Code.PERIOD_NOT_CLOSED
    assert not (tmp_path / "report.docx").exists()
    station = province.stations["STC"]
    target = tmp_path / "draft.docx"
    assert write_period_report(station.ledger, station.catalogue, province.period, target, draft_allowed=True).draft
    assert "DỰ THẢO BÁO CÁO" in paragraphs(target)
    book = write(province, "STC", tmp_path / "draft.xlsx", draft_allowed=True)
    assert next(iter(sheets(book))) == "DỰ THẢO - Số liệu"


def test_centre_writes_the_report_of_an_office_as_it_was_signed(province: SmallProvince, tmp_path: Path) -> None:
    centre, period = province.centre, province.period
    write_period_report(centre.ledger, centre.catalogue, period, tmp_path / "copy.docx", office="UBND-DH")
    own = write(province, "UBND-DH", tmp_path / "own.docx")
    assert (tmp_path / "copy.docx").read_bytes() == own.read_bytes()
    with pytest.raises(LedgerError) as refused:
        write_period_report(centre.ledger, centre.catalogue, period, tmp_path / "x.docx", office="STC", draft_allowed=True)
    assert refused.value.code is Code.PERIOD_NOT_CLOSED


@pytest.mark.parametrize("name", ["report.pdf", "report.txt", "report"])
def test_other_suffixes_are_refused_before_anything_is_made(province: SmallProvince, tmp_path: Path, name: str) -> None:
    with pytest.raises(LedgerError) as refused:
        write(province, "UBND-DH", tmp_path / name)
    assert refused.value.code is Code.FILE_TYPE_UNSUPPORTED
    assert list(tmp_path.iterdir()) == []


def test_a_renderer_of_the_caller_makes_the_pdf(province: SmallProvince, tmp_path: Path) -> None:
    path = write(province, "UBND-DH", tmp_path / "a.pdf", pdf=lambda document, _: document.agency.encode())
    assert path.read_text(encoding="utf-8") == "Ủy ban nhân dân huyện Đăk Hà"


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_the_same_ledger_and_clock_give_the_same_bytes(province: SmallProvince, tmp_path: Path, suffix: str) -> None:
    first = write(province, "UBND-DH", tmp_path / f"first{suffix}")
    assert first.read_bytes() == write(province, "UBND-DH", tmp_path / f"second{suffix}").read_bytes()


def test_what_changed_after_closing_is_told_and_not_printed(fresh_province: SmallProvince, tmp_path: Path) -> None:
    station, period = fresh_province.stations["UBND-DH"], fresh_province.period
    before = write(fresh_province, "UBND-DH", tmp_path / "before.docx").read_bytes()
    late = activity("II.1.a", "HN_QT", "2020-05-30", "Hội nghị bổ sung", so_cuoc=10, luot_nguoi_du=50)
    assert Recorder(station.ledger, station.catalogue).record([(1, late)]).refused == []
    target = tmp_path / "after.docx"
    written = write_period_report(station.ledger, station.catalogue, period, target)
    assert (written.changed_since, target.read_bytes()) == (1, before)
    reopen_period(station.ledger, station.catalogue, CODE, "bổ sung số liệu")
    close_period(station.ledger, station.catalogue, CODE)
    assert write_period_report(station.ledger, station.catalogue, period, target).changed_since == 0
    assert "- Số hội nghị quán triệt, triển khai: 13 cuộc." in paragraphs(target)
