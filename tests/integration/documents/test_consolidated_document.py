"""The centre's report, from imported bundles to Word and Excel: every figure and every trace reckoned again."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from export.documents.consolidated_document import write_consolidated
from storage.catalogue import Catalogue
from storage.closing import close_period, reopen_period
from storage.consolidation import freeze
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.programme import IndicatorKind
from storage.journal.entries import Answer, Signature
from storage.recording import Recorder
from tests.integration.documents.reckoning import (
    GROUPS,
    PROGRAMME,
    everything,
    paragraphs,
    reckon,
    sheets,
    shown,
    word_tables,
)
from tests.integration.documents.small_province import CODE, ROWS, SmallProvince, activity

PERSON_FIELDS = {"luot_nguoi_du": "Số lượt người dự"}
SANCTIONS = "II.3.d-4"


def write(province: SmallProvince, target: Path, **options: Any) -> Path:
    centre = province.centre
    write_consolidated(centre.ledger, centre.catalogue, province.period, target, **options)
    return target


@pytest.fixture(scope="module")
def workbook(province: SmallProvince, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    return sheets(write(province, tmp_path_factory.mktemp("annex") / "annex.xlsx"))


@pytest.fixture(scope="module")
def report(province: SmallProvince, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(province, tmp_path_factory.mktemp("report") / "report.docx")


def concerned(province: SmallProvince, office: str, indicator: str) -> bool:
    codes = {task.code for task in province.centre.catalogue.tasks_of(office, province.period.last_day)}
    return PROGRAMME.task_of_indicator(indicator).code in codes


def added(values: list[int | str | bool | None]) -> int | float | None:
    """What the offices' answers add up to: a sum, or the share of yes."""
    if flags := [value for value in values if isinstance(value, bool)]:
        return sum(flags) / len(flags)
    numbers = [value for value in values if isinstance(value, int)]
    return sum(numbers) if numbers else None


def test_every_total_and_group_total_is_the_sum_of_the_rows(
    province: SmallProvince, workbook: dict[str, list[dict[str, Any]]]
) -> None:
    checked = 0
    for row in workbook["Tổng hợp"]:
        indicator = PROGRAMME.indicator(row["Mã"])
        if indicator.id == "III.2-4":
            continue
        answers = {office: reckon(office, indicator).value for office in ROWS if concerned(province, office, indicator.id)}
        assert row["Tổng số"] == added(list(answers.values())), indicator.id
        if indicator.id == SANCTIONS:
            continue
        for group in set(GROUPS.values()):
            members = [answers[office] for office in answers if GROUPS[office] == group]
            if members:
                assert row[group] == added(members), (indicator.id, group)
                checked += row[group] is not None
        assert row["Số đơn vị không phát sinh"] == list(answers.values()).count("none")
        assert row["Số đơn vị có số liệu"] == len([value for value in answers.values() if value not in (None, "none")])
    assert checked >= 9


def test_every_office_figure_is_that_of_its_rows_and_small_counts_of_persons_are_shielded(
    workbook: dict[str, list[dict[str, Any]]],
) -> None:
    seen = set()
    for row in workbook["Chi tiết đơn vị"]:
        expected = reckon(row["Mã đơn vị"], PROGRAMME.indicator(row["Mã chỉ tiêu"])).value
        if (row["Mã đơn vị"], row["Mã chỉ tiêu"]) == ("UBND-NH", "II.1.a-2"):
            assert (expected, row["Số liệu"]) == (3, "<5")
        else:
            assert row["Số liệu"] == (shown(expected) if isinstance(expected, bool | str) else expected)
        seen.add(row["Mã đơn vị"])
    assert seen == set(ROWS)  # who has sent nothing stands among the submissions alone
    total = next(row for row in workbook["Tổng hợp"] if row["Mã"] == "II.1.a-2")
    assert total["Tổng số"] == 120 + 1135 + 3 + 40
    hidden = next(row for row in workbook["Hoạt động"] if row["Nội dung hoạt động"] == "Họp triển khai trong lãnh đạo")
    assert hidden["Số lượt người dự"] is None
    assert "dưới 5" in hidden["Ghi chú"]


def test_every_trace_leads_to_the_rows_that_make_its_figure(
    province: SmallProvince, workbook: dict[str, list[dict[str, Any]]]
) -> None:
    stored = {
        row[0]: row[1:]
        for row in province.centre.ledger.db.execute(
            "SELECT lower(hex(uid)), office, task, type, title FROM activity WHERE state = 'final'"
        ).fetchall()
    }
    by_title = {(office, str(row.title)): dict(row.values) for office in ROWS for row in ROWS[office]}  # type: ignore[arg-type]
    traces: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in workbook["Truy vết"]:
        traces[line["Mã truy vết"]].append(line)
    numeric = 0
    for trace, lines in traces.items():
        indicator = PROGRAMME.indicator(trace.split("_")[2])
        sources = [line["Mã hoạt động"] for line in lines]
        assert all(sources)
        assert len(sources) == len(set(sources))
        if any("/" in source for source in sources):
            assert all(_is_closing(province, source) for source in sources)
            continue
        names = indicator.parsed_formula().names  # type: ignore[union-attr]
        total = 0
        for source in sources:
            office, task, kind, title = stored[source]
            assert task == PROGRAMME.task_of_indicator(indicator.id).code
            assert kind in indicator.activity_types
            total += sum(by_title[office, title].get(name, 0) for name in names)
        assert lines[0]["Số liệu"] == (total if not _shielded(trace, total) else "<5")
        numeric += 1
    assert numeric >= 20


def _shielded(trace: str, total: int) -> bool:
    return "_II.1.a-2_" in trace and 0 < total < 5


def _is_closing(province: SmallProvince, source: str) -> bool:
    office, feed, seq = source.split("/")
    found = province.centre.ledger.db.execute(
        "SELECT c.office FROM closing c JOIN feed f ON f.id = c.feed_id WHERE f.feed = ? AND c.seq = ?",
        [bytes.fromhex(feed), int(seq)],
    ).fetchall()
    return found == [(office,)]


def test_every_linked_figure_leads_to_its_own_trace(province: SmallProvince, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write(province, tmp_path / "annex.xlsx"))
    trace_sheet = book["Truy vết"]
    links = 0
    for name, code_column, office_column in (("Tổng hợp", 1, None), ("Chi tiết đơn vị", 4, 1)):
        for row in book[name].iter_rows(min_row=2):
            for cell in row:
                if cell.hyperlink is None:
                    assert cell.column <= 3 or cell.value in (None, "x") or not _is_figure_column(name, cell.column)
                    continue
                trace = trace_sheet[cell.hyperlink.location.split("!")[1]].value
                assert trace.split("_")[2] == row[code_column - 1].value
                if office_column:
                    assert trace.endswith("_" + row[office_column - 1].value)
                links += 1
    assert links > 20
    book.close()


def _is_figure_column(name: str, column: int) -> bool:
    return column == 7 if name == "Chi tiết đơn vị" else column == 4


def test_submissions_tell_who_is_late_and_never_blame_the_requested(
    province: SmallProvince, workbook: dict[str, list[dict[str, Any]]], report: Path
) -> None:
    lines = {row["Mã đơn vị"]: row for row in workbook["Tình hình nộp"]}
    assert lines["UBND-DH"]["Trạng thái"] == "Đã gửi, đúng hạn"
    assert lines["UBND-NH"]["Trạng thái"] == "Đã gửi, trễ hạn"
    assert lines["STC"]["Trạng thái"] == lines["SYT"]["Trạng thái"] == "Chưa gửi, quá hạn"
    assert lines["SYT"]["Nộp trước ngày"] == datetime(2020, 6, 20)  # noqa: DTZ001 - a cell of Excel has no zone
    requested = {cell.office for cell in province.centre_matrix().cells if cell.obligation.requested}
    assert {"BTGTU", "UBMTTQ", "LHHKHKT"} <= requested
    for office in requested:
        assert lines[office]["Nộp trước ngày"] is None
        assert "hạn" not in lines[office]["Trạng thái"].replace("không tính hạn", "")
    owed, asked = word_tables(report)[-_texts_tables(report) - 2 : -_texts_tables(report)]
    assert len(owed) - 1 == 33
    assert {row[1] for row in asked[1:]} == {province.centre.catalogue.register.office(code).name_vi for code in requested}
    assert not [row for row in asked if "quá hạn" in row[4] or "trễ" in row[4]]


def _texts_tables(report: Path) -> int:
    return sum(table[0] == ["Cơ quan, đơn vị", "Nội dung"] for table in word_tables(report))


def test_completeness_and_missing_offices_are_said(
    province: SmallProvince, workbook: dict[str, list[dict[str, Any]]], report: Path
) -> None:
    text = "\n".join(paragraphs(report))
    assert "đã nhận 2/33 báo cáo (6,1 %); gửi đúng hạn 1/33 báo cáo (3,0 %)" in text
    missing = next(line for line in paragraphs(report) if line.startswith("Chưa gửi báo cáo:"))
    assert "Sở Y tế" in missing
    assert "Sở Tài chính" in missing
    assert "Đăk Hà" not in missing
    assert "Ban Tuyên giáo" not in missing
    assert "Ban Tuyên giáo Tỉnh ủy" in next(line for line in paragraphs(report) if "không tính hạn" in line)
    assert "Tổng số chưa bao gồm báo cáo của 31 cơ quan, đơn vị chưa gửi" in text
    assert "Số liệu tạm tính theo các hoạt động đã nhận, đơn vị chưa chốt kỳ báo cáo: Sở Tài chính." in text
    chart = {row["Nhóm đơn vị"]: row for row in workbook["Biểu đồ"]}
    assert (chart["UBND huyện, thành phố"]["Phải nộp"], chart["UBND huyện, thành phố"]["Đã nộp"]) == (10, 2)
    assert chart["UBND huyện, thành phố"]["Đúng hạn"] == 1
    assert sum(row["Phải nộp"] for row in chart.values()) == 33
    assert "Cơ quan Đảng" not in chart


def test_text_tells_totals_groups_and_gathers_what_offices_wrote(report: Path) -> None:
    lines = paragraphs(report)
    assert "- Số hội nghị quán triệt, triển khai: 5 cuộc (Sở: 1; UBND huyện, thành phố: 4)." in lines
    assert "Kính gửi: Ủy ban nhân dân tỉnh Kon Tum" in lines
    trang = next(line for line in lines if line.startswith("- Trang TTĐT hoạt động"))
    assert "1/2 (50,0 %) cơ quan, đơn vị trả lời “Có”" in trang
    nothing = next(line for line in lines if line.startswith("- Số lớp tập huấn, phổ biến quy chế phát ngôn"))
    assert nothing.endswith("1 đơn vị không phát sinh, chưa có số liệu của các đơn vị khác.")
    difficulties = [
        table for table in word_tables(report) if ["Ủy ban nhân dân huyện Đăk Hà", "Kinh phí còn hạn chế."] in table
    ]
    assert len(difficulties) == 1
    assert ["Ủy ban nhân dân huyện Ngọc Hồi", "Chưa có cán bộ chuyên trách."] in difficulties[0]
    assert "Nguyễn Văn Mẫu" not in everything(report)  # the signer of an office is printed on its own report alone


def test_word_annex_shows_the_figures_of_the_workbook(report: Path, workbook: dict[str, list[dict[str, Any]]]) -> None:
    totals = {row["Mã"]: row["Tổng số"] for row in workbook["Tổng hợp"]}
    compared = 0
    for table in word_tables(report):
        if table[0][:4] != ["Mã", "Chỉ tiêu", "Đơn vị tính", "Tổng số"]:
            continue
        for row in table[1:]:
            total = totals[row[0]]
            if PROGRAMME.indicator(row[0]).kind is IndicatorKind.COUNT:
                assert row[3] == shown(total)
                compared += 1
    assert compared > 10


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_a_rebuilt_ledger_gives_the_same_bytes(fresh_province: SmallProvince, tmp_path: Path, suffix: str) -> None:
    first = write(fresh_province, tmp_path / f"first{suffix}").read_bytes()
    ledger = fresh_province.centre.ledger
    with ledger.write():
        ledger.projections.rebuild()
    assert write(fresh_province, tmp_path / f"second{suffix}").read_bytes() == first


def test_signature_and_role(province: SmallProvince, tmp_path: Path) -> None:
    signature = Signature(name="Trần Thị Mẫu", title="Giám đốc", number="12/BC-STTTT", date="2020-07-01")
    text = everything(write(province, tmp_path / "signed.docx", signature=signature)).split("\n")
    assert {"Số: 12/BC-STTTT", "GIÁM ĐỐC", "Trần Thị Mẫu", "Kon Tum, ngày 01 tháng 7 năm 2020"} <= set(text)
    office = province.stations["UBND-DH"]
    with pytest.raises(LedgerError) as refused:
        write_consolidated(office.ledger, office.catalogue, province.period, tmp_path / "x.docx")
    assert refused.value.code is Code.WRONG_ROLE


def test_sanctions_are_one_total_without_breakdown(fresh_province: SmallProvince, tmp_path: Path) -> None:
    centre = fresh_province.centre
    given = Answer(period=CODE, item=SANCTIONS, state="number", number=7)
    Recorder(centre.ledger, centre.catalogue).answer([given])
    content = sheets(write(fresh_province, tmp_path / "annex.xlsx"))
    (row,) = [row for row in content["Tổng hợp"] if row["Mã"] == SANCTIONS]
    assert row["Tổng số"] == 7
    assert {value for name, value in row.items() if name not in ("Mã", "Chỉ tiêu", "Đơn vị tính", "Tổng số")} == {"x"}
    assert not [line for line in content["Chi tiết đơn vị"] if line["Mã chỉ tiêu"] == SANCTIONS]
    assert [line["Phạm vi"] for line in content["Truy vết"] if line["Chỉ tiêu"].startswith(SANCTIONS)] == ["Toàn bộ"]
    lines = paragraphs(write(fresh_province, tmp_path / "report.docx"))
    assert [line for line in lines if "xử phạt" in line] == [
        "- Số quyết định xử phạt vi phạm hành chính đã ban hành theo luật (tổng số): 7 quyết định."
    ]


def test_changes_after_freezing_are_listed(fresh_province: SmallProvince, tmp_path: Path) -> None:
    centre, office = fresh_province.centre, fresh_province.stations["UBND-DH"]
    freeze(centre.ledger, centre.catalogue, fresh_province.period)
    unchanged = tmp_path / "unchanged.xlsx"
    written = write_consolidated(centre.ledger, centre.catalogue, fresh_province.period, unchanged)
    assert (written.changed_since, "Chênh lệch" in sheets(unchanged)) == (0, False)
    fresh_province.clock.now += timedelta(days=1)
    late = activity("II.1.a", "HN_QT", "2020-05-30", "Hội nghị bổ sung", so_cuoc=10, luot_nguoi_du=50)
    assert Recorder(office.ledger, office.catalogue).record([(1, late)]).refused == []
    reopen_period(office.ledger, office.catalogue, CODE, "bổ sung số liệu")
    close_period(office.ledger, office.catalogue, CODE)
    fresh_province.hand_over("UBND-DH")
    target = tmp_path / "annex.xlsx"
    catalogue = Catalogue(centre.ledger)
    assert write_consolidated(centre.ledger, catalogue, fresh_province.period, target).changed_since == 4
    rows = {(row["Mã chỉ tiêu"], row["Phạm vi"]): row for row in sheets(target)["Chênh lệch"]}
    name = "Ủy ban nhân dân huyện Đăk Hà"
    assert {key: (row["Số liệu đã chốt"], row["Số liệu hiện nay"]) for key, row in rows.items()} == {
        ("II.1.a-1", "Toàn bộ"): (5, 15),
        ("II.1.a-1", name): (3, 13),
        ("II.1.a-2", "Toàn bộ"): (1298, 1348),
        ("II.1.a-2", name): (1255, 1305),
    }
    lines = paragraphs(write(fresh_province, tmp_path / "report.docx"))
    assert "CHÊNH LỆCH SO VỚI SỐ LIỆU ĐÃ CHỐT" in lines
    assert any(line.startswith("Có 4 số liệu khác với lần chốt tổng hợp trước") for line in lines)
