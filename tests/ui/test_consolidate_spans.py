"""Several periods through the window: what is chosen, what it comes to, what stands behind it, and the documents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from docx import Document
from openpyxl import load_workbook
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from export.exchange.station import Station
from storage.catalogue import OFFICES, Catalogue
from storage.completeness import Organisation
from storage.domain.identifiers import TimeOrderedIdentifiers
from storage.domain.office_file import offices_bytes
from storage.domain.offices import Confidence, Succession, SuccessionKind
from storage.recording import ActivityInput, Recorder
from tests.ui.conftest import BuiltExchange, settle
from tests.ui.test_consolidate import rows
from tests.ui.test_every_page_fits import LOOKS, SMALL_SCREEN, cut_texts, doubled_mnemonics, draw
from ui.window.application import Language, make_workplace, set_language, settings_of
from ui.window.consolidate.span_view import FINAL, INTERIM, OWN
from ui.window.main_window import MainWindow
from ui.window.pages.consolidate import ConsolidatePage
from ui.window.theme import Scheme, apply_theme
from ui.window.workplace import Workplace

MEETINGS = "II.1.a-1"
LATER = datetime(2022, 1, 10, 8, 0, tzinfo=UTC)
MADE = {"2020-03-05": 2, "2020-09-01": 3, "2021-02-01": 4, "2021-08-01": 5}
"""Day → meetings of the centre's own office: in 2020 5, of these 2 in the half-year; in 2021 9, of these 4 in the half-year."""


def after_two_years() -> datetime:
    return LATER


def record(station: Station) -> None:
    lines = [
        (
            number,
            ActivityInput("II.1.a", "HN_QT", day, f"Hội nghị ngày {day}", place="Kon Tum", values={"so_cuoc": count}),
        )
        for number, (day, count) in enumerate(MADE.items(), start=1)
    ]
    assert Recorder(station.ledger, station.catalogue).record(lines).refused == []


@pytest.fixture
def years(exchange: BuiltExchange) -> BuiltExchange:
    identifiers = TimeOrderedIdentifiers(after_two_years)
    with Station.open(exchange.centre, clock=after_two_years, identifiers=identifiers, pin="123456") as station:
        record(station)
    return exchange


def open_workplace(exchange: BuiltExchange, application: QApplication, language: Language = "vi") -> Workplace:
    set_language(application, language)
    return make_workplace(
        exchange.centre,
        clock=after_two_years,
        identifiers=TimeOrderedIdentifiers(after_two_years),
        language=language,
        settings=settings_of(exchange.centre),
    )


@pytest.fixture
def workplace(years: BuiltExchange, qapp: QApplication) -> Iterator[Workplace]:
    made = open_workplace(years, qapp)
    yield made
    made.runner.shut_down()


def shown(qtbot: QtBot, workplace: Workplace) -> ConsolidatePage:
    page = ConsolidatePage(workplace)
    qtbot.addWidget(page)
    page.resize(1150, 680)
    page.show()
    page.activate()
    settle(qtbot, workplace)
    assert page.several.sheet is None, "nothing is read before somebody looks"
    page.tabs.setCurrentWidget(page.several)
    settle(qtbot, workplace)
    return page


def choose(qtbot: QtBot, page: ConsolidatePage, box: str, code: str) -> None:
    combo = getattr(page.several.head, box)
    assert combo.findData(code) >= 0, code
    combo.setCurrentIndex(combo.findData(code))
    settle(qtbot, page.workplace)


def cells(page: ConsolidatePage, indicator: str = MEETINGS) -> tuple[str, ...]:
    sheet = page.several.sheet
    assert sheet is not None
    return next(line.cells for line in sheet.lines if line.indicator == indicator)


def pick(page: ConsolidatePage, indicator: str = MEETINGS) -> None:
    sheet = page.several.sheet
    assert sheet is not None
    place = [line.indicator for line in sheet.lines].index(indicator)
    page.several.figures.setCurrentIndex(page.several.model.index(place, 0))


def test_the_half_year_is_not_added_to_its_year(qtbot: QtBot, workplace: Workplace) -> None:
    page = shown(qtbot, workplace)
    sheet = page.several.sheet
    assert sheet is not None
    assert (sheet.wanted.preset, [head.code for head in sheet.heads]) == (INTERIM, ["2020S1", "2020", "2021S1", "2021"])
    assert cells(page) == ("2", "5", "4", "9", "14")
    assert not page.period.isVisible()
    page.tabs.setCurrentIndex(0)
    assert page.period.isVisible()


def test_presets_years_and_periods_of_one_s_own(qtbot: QtBot, workplace: Workplace) -> None:
    page = shown(qtbot, workplace)
    head = page.several.head
    choose(qtbot, page, "preset", "2021")
    assert cells(page) == ("4", "9", "9")
    assert (head.first.currentData(), head.last.currentData()) == ("2021S1", "2021")
    choose(qtbot, page, "first", "2020")
    assert head.preset.currentData() == OWN
    assert cells(page) == ("5", "4", "9", "14")
    choose(qtbot, page, "last", "2021S1")
    assert cells(page) == ("5", "4", "9")
    choose(qtbot, page, "preset", FINAL)
    assert cells(page)[-1] == "14"
    said: list[object] = []
    page.said.connect(said.append)
    choose(qtbot, page, "last", "2020S1")
    assert cells(page) == ("2", "2")
    choose(qtbot, page, "first", "2021")
    assert [error.code.value for error in said] == ["PERIOD_SPAN_INVALID"]  # type: ignore[attr-defined]
    assert (head.first.currentData(), head.last.currentData()) == ("2020S1", "2020S1"), "the boxes say what is shown"


def test_one_indicator_against_last_year_and_down_to_its_activities(qtbot: QtBot, workplace: Workplace) -> None:
    page = shown(qtbot, workplace)
    pick(page)
    detail = page.several.detail
    by_period = {row[0]: row for row in rows(detail.periods_model)}
    assert by_period["Năm 2021"][2:5] == ("9", "4", "+80,0 %")
    assert by_period["06 tháng đầu năm 2021"][2:5] == ("4", "2", "+100,0 %")
    assert by_period["Năm 2020"][2:5] == ("5", "", "")
    assert {row[1] for row in by_period.values()} == {"Tạm tính"}
    detail.tabs.setCurrentWidget(detail.offices)
    settle(qtbot, workplace)
    (office,) = rows(detail.offices_model)
    assert office == ("Sở Thông tin và Truyền thông", "2", "5", "4", "9", "14", "")
    detail.offices.activated.emit(detail.offices_model.index(0, 4))
    settle(qtbot, workplace)
    assert detail.tabs.currentWidget() is detail.activities
    assert [row[0] for row in rows(detail.activities_model)] == ["01/02/2021", "01/08/2021"]
    assert "kỳ dài hơn" in detail.remarks.toPlainText()


def test_an_answer_for_another_indicator_is_dropped(qtbot: QtBot, workplace: Workplace) -> None:
    page = shown(qtbot, workplace)
    detail = page.several.detail
    pick(page)
    detail.tabs.setCurrentWidget(detail.offices)
    pick(page, "II.1.a-3")
    settle(qtbot, workplace)
    assert rows(detail.offices_model) == []


def test_figures_move_with_their_office(qtbot: QtBot, years: BuiltExchange, qapp: QApplication) -> None:
    """The centre's office ends in 2021 and another department carries it on: as organised now its figures stand there."""
    with Station.open(
        years.centre, clock=after_two_years, identifiers=TimeOrderedIdentifiers(after_two_years), pin="123456"
    ) as station:
        register = Catalogue(station.ledger).register
        end = datetime(2021, 6, 30, tzinfo=UTC).date()
        offices = tuple(msgspec.structs.replace(one, valid_to=end) if one.code == "STTTT" else one for one in register.offices)
        follows = Succession(
            kind=SuccessionKind.MERGE,
            effective=datetime(2021, 7, 1, tzinfo=UTC).date(),
            sources=("STTTT",),
            targets=("UBND-DH",),
            confidence=Confidence.SOURCE,
        )
        kept = tuple(one for one in register.successions if "STTTT" not in one.sources)
        register = msgspec.structs.replace(register, offices=offices, successions=(*kept, follows))
        station.ledger.set(OFFICES, offices_bytes(register).decode())
    workplace = open_workplace(years, qapp)
    try:
        page = shown(qtbot, workplace)
        pick(page)
        detail = page.several.detail
        detail.tabs.setCurrentWidget(detail.offices)
        settle(qtbot, workplace)
        assert [row[0] for row in rows(detail.offices_model)] == ["Sở Thông tin và Truyền thông"]
        before = cells(page)
        choose(qtbot, page, "organisation", Organisation.AS_NOW.value)
        pick(page)
        settle(qtbot, workplace)
        assert cells(page) == before, "the totals are the same in both views"
        (office,) = rows(detail.offices_model)
        assert office[0] == "Ủy ban nhân dân huyện Đăk Hà"
        assert office[-1] == "Gồm số liệu của: Sở Thông tin và Truyền thông"
        groups = {row[0]: row[1:] for row in rows(detail.groups_model)}
        assert groups["UBND huyện, thành phố"][:2] == ("2", "5")
        detail.offices.activated.emit(detail.offices_model.index(0, 2))
        settle(qtbot, workplace)
        assert len(rows(detail.activities_model)) == 2
    finally:
        workplace.runner.shut_down()


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".pdf"])
def test_the_report_of_the_span_is_written(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    opened: list[object] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    page = shown(qtbot, workplace)
    page.report.name.setText("Nguyễn Văn An")
    target = tmp_path / f"sơ kết{suffix}"
    page.spans.write(target)
    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    if suffix == ".docx":
        document = Document(str(target))
        text = "\n".join(paragraph.text for paragraph in document.paragraphs)
        assert "Sơ kết thực hiện Kế hoạch" in text
        assert "14 cuộc (năm 2020: 5; năm 2021: 9)" in text
        assert "Nguyễn Văn An" in "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    elif suffix == ".xlsx":
        book = load_workbook(target, read_only=True)
        assert book.sheetnames[:2] == ["Số liệu các kỳ", "So cùng kỳ"]
        book.close()
    else:
        assert target.read_bytes().startswith(b"%PDF-")


def test_the_models_keep_the_rules_of_models(qtbot: QtBot, workplace: Workplace) -> None:
    page = shown(qtbot, workplace)
    detail = page.several.detail
    models = (page.several.model, detail.periods_model, detail.groups_model, detail.offices_model, detail.activities_model)
    testers = [QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning) for model in models]
    choose(qtbot, page, "preset", "2020")
    page.refresh()
    settle(qtbot, workplace)
    assert len(testers) == len(models)


@pytest.mark.parametrize(("language", "scheme"), LOOKS)
def test_the_tab_fits(qtbot: QtBot, qapp: QApplication, years: BuiltExchange, language: Language, scheme: Scheme) -> None:
    workplace = open_workplace(years, qapp, language)
    try:
        apply_theme(qapp, scheme=scheme)
        window = MainWindow(workplace)
        qtbot.addWidget(window)
        window.open_page("consolidate")
        window.resize(SMALL_SCREEN)
        window.show()
        qtbot.waitExposed(window)
        page = window.page("consolidate")
        assert isinstance(page, ConsolidatePage)
        page.tabs.setCurrentWidget(page.several)
        settle(qtbot, workplace)
        pick(page)
        tabs = page.several.detail.tabs
        for place in range(tabs.count()):
            tabs.setCurrentIndex(place)
            settle(qtbot, workplace)
            assert window.size() == SMALL_SCREEN
            draw(window, f"consolidate-several-{place}-{language}-{scheme}")
            assert cut_texts(window) == []
            assert doubled_mnemonics(window) == []
    finally:
        workplace.runner.shut_down()
