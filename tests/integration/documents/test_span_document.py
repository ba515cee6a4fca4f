"""The centre's report of several periods in Word and Excel: every figure is that of the rows, in the official form."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from export.documents.span_document import write_span
from export.documents.span_view import ReviewKind
from storage.closing import close_period, reopen_period
from storage.completeness import Organisation
from storage.consolidation import freeze
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.programme import IndicatorKind, IndicatorSource
from storage.journal.entries import Answer, Signature
from storage.recording import Recorder
from storage.spans import span_between
from tests.integration.documents.reckoning import PROGRAMME, everything, paragraphs, sheets, word_tables
from tests.integration.documents.small_province import CODE, ROWS, SmallProvince, activity
from tests.unit.export.documents.nd30_checker import MM_PER_TWIP, W, WordFile

FIRST, LAST = "2019S1", "2020S1"
DAYS = {"2019S1": ("2018-12-01", "2019-06-14"), "2019": ("2018-12-01", "2019-11-30"), CODE: ("2019-12-01", "2020-06-14")}
"""The work that each period reports: from the cut-off of the year before to its own."""
NAMES = {"2019S1": "06 tháng đầu năm 2019", "2019": "Năm 2019", CODE: "06 tháng đầu năm 2020"}


def write(province: SmallProvince, target: Path, *, first: str = FIRST, last: str = LAST, **options: Any) -> Path:
    centre = province.centre
    write_span(centre.ledger, centre.catalogue, span_between(centre.catalogue, first, last), target, **options)
    return target


@pytest.fixture(scope="module")
def workbook(province: SmallProvince, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    return sheets(write(province, tmp_path_factory.mktemp("span") / "span.xlsx"))


@pytest.fixture(scope="module")
def report(province: SmallProvince, tmp_path_factory: pytest.TempPathFactory) -> Path:
    signature = Signature(name="Trần Thị Mẫu", title="Giám đốc", number="12/BC-STTTT", date="2020-07-01")
    target = tmp_path_factory.mktemp("span") / "span.docx"
    return write(province, target, signature=signature, review=ReviewKind.INTERIM)


def reckon(indicator_id: str, first: str, last: str, offices: tuple[str, ...] = tuple(ROWS)) -> int | None:
    """From the rows alone: what activities between two days come to."""
    indicator = PROGRAMME.indicator(indicator_id)
    task = PROGRAMME.task_of_indicator(indicator_id).code
    names = [part.strip().removeprefix("sum(").removesuffix(")") for part in indicator.formula.split("+")]
    rows = [
        row
        for office in offices
        for row in ROWS[office]
        if row.task == task and row.type in indicator.activity_types and first <= str(row.date) <= last
    ]
    filled = [dict(row.values) for row in rows]  # type: ignore[arg-type]
    values = [row[name] for row in filled for name in names if name in row]
    return sum(values) if values else None


def column(sheet: dict[str, Any], start: str) -> Any:
    (name,) = (title for title in sheet if title.startswith(start))
    return sheet[name]


def counts() -> list[str]:
    return [
        indicator.id
        for indicator in PROGRAMME.indicators
        if indicator.kind is IndicatorKind.COUNT and indicator.source is IndicatorSource.COMPUTED
    ]


def test_every_count_by_period_and_over_all_is_that_of_the_rows(workbook: dict[str, list[dict[str, Any]]]) -> None:
    rows = {row["Mã"]: row for row in workbook["Số liệu các kỳ"]}
    known = 0
    for indicator in counts():
        row = rows[indicator]
        if column(row, NAMES[CODE]) == "Không phát sinh":
            continue
        for code, days in DAYS.items():
            assert column(row, NAMES[code]) == reckon(indicator, *days), (indicator, code)
        assert row["Cả giai đoạn"] == reckon(indicator, DAYS["2019"][0], DAYS[CODE][1]), indicator
        known += row["Cả giai đoạn"] is not None
    assert known >= 8
    assert rows["II.1.a-1"]["Cả giai đoạn"] == 9 + 5
    assert rows["II.1.a-1"]["Cách tính"] == "Cộng các kỳ theo công thức"
    assert rows["II.3.g-3"]["Cách tính"] == "Lấy kỳ cuối, không cộng"


def test_each_office_by_period_and_small_counts_of_persons_are_shielded(workbook: dict[str, list[dict[str, Any]]]) -> None:
    seen = 0
    for row in workbook["Theo đơn vị"]:
        indicator, office = row["Mã"], row["Mã đơn vị"]
        if indicator not in counts() or column(row, NAMES[CODE]) == "Không phát sinh":
            continue
        for code, days in DAYS.items():
            expected = reckon(indicator, *days, offices=(office,))
            hidden = (office, indicator, code) == ("UBND-NH", "II.1.a-2", CODE)
            assert column(row, NAMES[code]) == ("<5" if hidden else expected)
            seen += expected is not None
    assert seen >= 8
    hidden_row = next(row for row in workbook["Theo đơn vị"] if (row["Mã"], row["Mã đơn vị"]) == ("II.1.a-2", "UBND-NH"))
    assert hidden_row["Cả giai đoạn"] == "<5"


def test_years_are_compared_without_a_ranking(workbook: dict[str, list[dict[str, Any]]]) -> None:
    rows = {row["Mã"]: row for row in workbook["So cùng kỳ"]}
    meetings = rows["II.1.a-1"]
    assert (meetings["Cùng kỳ năm trước"], meetings["Kỳ này"], meetings["Chênh lệch"]) == (9, 5, -4)
    assert meetings["Chênh lệch (%)"] == "-44,4 %"
    assert (rows["II.1.b-2"]["Kỳ này"], rows["II.1.b-2"]["Chênh lệch"]) == (26, None)
    order = [row["Mã"] for row in workbook["So cùng kỳ"]]
    plan = [indicator.id for indicator in PROGRAMME.indicators]
    assert order == sorted(order, key=plan.index)


def test_groups_add_up_to_the_whole(workbook: dict[str, list[dict[str, Any]]]) -> None:
    for indicator in ("II.1.a-1", "II.1.b-2"):
        parts = [row["Cả giai đoạn"] for row in workbook["Theo nhóm"] if row["Mã"] == indicator]
        (whole,) = (row["Cả giai đoạn"] for row in workbook["Số liệu các kỳ"] if row["Mã"] == indicator)
        assert sum(part for part in parts if part is not None) == whole


def test_it_says_what_is_missing_and_what_is_not_added(workbook: dict[str, list[dict[str, Any]]], report: Path) -> None:
    standing = {row["Kỳ báo cáo"]: row for row in workbook["Tình hình nộp"]}
    assert (standing["06 tháng đầu năm 2020"]["Đã nộp"], standing["06 tháng đầu năm 2020"]["Phải nộp"]) == (2, 33)
    assert standing["06 tháng đầu năm 2020"]["Gửi trễ hạn"] == 1
    assert {row["Mức độ đầy đủ"] for row in standing.values()} == {"Tạm tính"}
    said = [row["Nội dung cần lưu ý"] for row in workbook["Lưu ý"]]
    assert "06 tháng đầu năm 2020: còn 31/33 báo cáo chưa nhận; không có số liệu nào được ước tính thay." in said
    assert "06 tháng đầu năm 2019: nằm trong kỳ dài hơn nên không cộng thêm vào cả giai đoạn." in said
    assert any(line.startswith("Chỉ tiêu đơn vị tự nêu, không có công thức") and "II.3.g-3" in line for line in said)
    text = paragraphs(report)
    assert all(line in text for line in said if "chia" not in line)


def test_the_text_tells_totals_and_the_periods_that_make_them(report: Path) -> None:
    lines = paragraphs(report)
    assert "- Số hội nghị quán triệt, triển khai: 14 cuộc (năm 2019: 9; 06 tháng đầu năm 2020: 5)." in lines
    assert "Sơ kết thực hiện Kế hoạch của Ủy ban nhân dân tỉnh" in lines
    assert "từ năm 2019 đến 06 tháng đầu năm 2020" in lines
    assert {"Số: 12/BC-STTTT", "Trần Thị Mẫu"} <= set(everything(report).split("\n"))
    figures = next(table for table in word_tables(report) if table[0][:3] == ["Mã", "Chỉ tiêu", "Đơn vị tính"])
    assert next(row for row in figures if row[0] == "II.1.a-1")[3:7] == ["9", "9", "5", "14"]


def test_the_form_is_the_official_one(report: Path) -> None:
    """Paper, margins, type and headings as Nghị định 30/2020/NĐ-CP wants them, read from the file."""
    file = WordFile(report.read_bytes())
    turned = [section.find(f"{W}pgSz").get(f"{W}orient") for section in file.sections()]  # type: ignore[union-attr]
    assert turned[0] is None
    assert "landscape" in turned
    for section in file.sections():
        margin = section.find(f"{W}pgMar")
        sides = {name: int(margin.get(f"{W}{name}")) * MM_PER_TWIP for name in ("top", "bottom", "left", "right")}  # type: ignore[union-attr,arg-type]
        assert 20 <= sides["top"] <= 25
        assert 20 <= sides["bottom"] <= 25
        assert 30 <= sides["left"] <= 35
        assert 15 <= sides["right"] <= 20
    fonts = {element.get(f"{W}ascii") for part in file.xml_parts() for element in part.iter(f"{W}rFonts")}
    assert fonts == {"Times New Roman"}
    title = file.find("BÁO CÁO")
    assert title.align == "center"
    assert title.all(size=(13, 14), bold=True, italic=False)
    for start in ("Sơ kết thực hiện", "từ năm 2019"):
        assert file.find(start).align == "center"
        assert file.find(start).all(size=(13, 14), bold=True, italic=False)
    assert file.find("Căn cứ").all(size=(13, 14), bold=False, italic=True)
    closing = file.find("Trên đây là báo cáo")
    assert closing.text.endswith("./.")
    assert closing.align == "both"
    assert closing.all(size=(13, 14), bold=False, italic=False)


def test_sanctions_stay_one_total(fresh_province: SmallProvince, tmp_path: Path) -> None:
    centre = fresh_province.centre
    for period, count in (("2019", 4), (CODE, 7)):
        answer = Answer(period=period, item="II.3.d-4", state="number", number=count)
        Recorder(centre.ledger, centre.catalogue).answer([answer])
    content = sheets(write(fresh_province, tmp_path / "span.xlsx"))
    (row,) = [row for row in content["Số liệu các kỳ"] if row["Mã"] == "II.3.d-4"]
    found = (row["Cả giai đoạn"], column(row, NAMES["2019"]), column(row, NAMES[CODE]))
    assert found == (7, 4, 7), "stated without a formula: the last figure, not 11"
    for sheet in ("Theo nhóm", "Theo đơn vị"):
        assert not [row for row in content[sheet] if row["Mã"] == "II.3.d-4"]


def test_changes_after_freezing_are_listed_by_period(fresh_province: SmallProvince, tmp_path: Path) -> None:
    centre, office = fresh_province.centre, fresh_province.stations["UBND-DH"]
    freeze(centre.ledger, centre.catalogue, fresh_province.period)
    before = sheets(write(fresh_province, tmp_path / "before.xlsx"))
    assert "Chênh lệch" not in before
    assert {row["Kỳ báo cáo"]: row["Mức độ đầy đủ"] for row in before["Tình hình nộp"]}["06 tháng đầu năm 2020"] == "Đã chốt"
    fresh_province.clock.now += timedelta(days=1)
    late = activity("II.1.a", "HN_QT", "2020-05-30", "Hội nghị bổ sung", so_cuoc=10, luot_nguoi_du=50)
    assert Recorder(office.ledger, office.catalogue).record([(1, late)]).refused == []
    reopen_period(office.ledger, office.catalogue, CODE, "bổ sung số liệu")
    close_period(office.ledger, office.catalogue, CODE)
    fresh_province.hand_over("UBND-DH")
    after = sheets(write(fresh_province, tmp_path / "after.xlsx"))
    changed = {(row["Kỳ báo cáo"], row["Mã chỉ tiêu"], row["Phạm vi"]): row for row in after["Chênh lệch"]}
    row = changed["06 tháng đầu năm 2020", "II.1.a-1", "Toàn bộ"]
    assert (row["Số liệu đã chốt"], row["Số liệu hiện nay"]) == (5, 15)
    assert len(changed) == 4
    text = everything(write(fresh_province, tmp_path / "after.docx"))
    assert "CHÊNH LỆCH SO VỚI SỐ LIỆU ĐÃ CHỐT" in text


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("organisation", list(Organisation))
def test_both_languages_and_organisations_hold_the_same_figures(
    province: SmallProvince, tmp_path: Path, language: str, organisation: Organisation
) -> None:
    content = sheets(write(province, tmp_path / "span.xlsx", language=language, organisation=organisation))
    table = content["Số liệu các kỳ" if language == "vi" else "Figures by period"]
    row = next(row for row in table if "II.1.a-1" in row.values())
    assert list(row.values())[3:7] == [9, 9, 5, 14]


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_a_rebuilt_ledger_gives_the_same_bytes(fresh_province: SmallProvince, tmp_path: Path, suffix: str) -> None:
    first = write(fresh_province, tmp_path / f"first{suffix}").read_bytes()
    with fresh_province.centre.ledger.write():
        fresh_province.centre.ledger.projections.rebuild()
    assert write(fresh_province, tmp_path / f"second{suffix}").read_bytes() == first


def test_an_office_writes_none(province: SmallProvince, tmp_path: Path) -> None:
    office = province.stations["UBND-DH"]
    span = span_between(office.catalogue, FIRST, LAST)
    with pytest.raises(LedgerError) as refused:
        write_span(office.ledger, office.catalogue, span, tmp_path / "x.docx")
    assert refused.value.code is Code.WRONG_ROLE
    assert not (tmp_path / "x.docx").exists()


def test_texts_of_the_centre_stand_under_their_period(fresh_province: SmallProvince, tmp_path: Path) -> None:
    centre = fresh_province.centre
    for period in ("2019", CODE):
        answer = Answer(period=period, item="KHO_KHAN", state="text", text=f"Khó khăn của kỳ {period}.")
        Recorder(centre.ledger, centre.catalogue).answer([answer])
    lines = paragraphs(write(fresh_province, tmp_path / "span.docx", review=ReviewKind.FINAL))
    place = lines.index("Khó khăn của kỳ 2019.")
    assert lines[place - 1 : place + 3] == [
        "Năm 2019:",
        "Khó khăn của kỳ 2019.",
        "06 tháng đầu năm 2020:",
        f"Khó khăn của kỳ {CODE}.",
    ]
    assert any(line.startswith("Tổng kết thực hiện Kế hoạch") for line in lines)


def test_the_days_of_this_test_are_those_of_the_periods(province: SmallProvince) -> None:
    for code, (first, last) in DAYS.items():
        period = province.centre.catalogue.period(code)
        assert (period.takes_from, period.last_day) == (date.fromisoformat(first), date.fromisoformat(last))
