"""Compiling a period through the window: every figure can be followed to its activities, texts are kept, figures frozen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.journal.entries import Answer
from tests.ui.centre_stories import HALF, answer_of_centre, close_and_seal
from tests.ui.conftest import BuiltExchange, settle
from tests.ui.follow_up_stories import centre_workplace
from tests.ui.test_every_page_fits import LOOKS, SMALL_SCREEN, cut_texts, doubled_mnemonics, draw
from ui.window.application import Language
from ui.window.main_window import MainWindow
from ui.window.operations.period import save_answers
from ui.window.pages.consolidate import ConsolidatePage
from ui.window.period.edits import Unsaved
from ui.window.theme import Scheme, apply_theme
from ui.window.workplace import Workplace

MEETINGS = "II.1.a-1"
SECTION_TEXT = "Đã phổ biến đến các thôn."


@pytest.fixture
def told(exchange: BuiltExchange, tmp_path: Path) -> BuiltExchange:
    """An office recorded four meetings, wrote a section, closed and handed over; the centre accepted."""
    exchange.record(4)
    with exchange.station(exchange.office) as station:
        section = station.catalogue.programme.narrative_sections[0].code
        answer = Answer(period=HALF, item=section, state="text", text=SECTION_TEXT)
        save_answers(period=HALF, answers=[answer], still_unsaved=Unsaved())(station, lambda _: None)
    answer_of_centre(exchange, close_and_seal(exchange, tmp_path))
    return exchange


@pytest.fixture
def workplace(told: BuiltExchange, qapp: QApplication) -> Iterator[Workplace]:
    with centre_workplace(told, qapp) as made:
        yield made


def shown(qtbot: QtBot, workplace: Workplace) -> ConsolidatePage:
    page = ConsolidatePage(workplace)
    qtbot.addWidget(page)
    page.resize(1150, 680)
    page.show()
    page.activate()
    settle(qtbot, workplace)
    return page


def rows(model: object) -> list[tuple[str, ...]]:
    count = model.rowCount(), model.columnCount()  # type: ignore[attr-defined]
    return [tuple(model.index(row, column).data() for column in range(count[1])) for row in range(count[0])]  # type: ignore[attr-defined]


def test_each_figure_leads_to_the_activities_it_counts(qtbot: QtBot, workplace: Workplace) -> None:
    page = shown(qtbot, workplace)
    assert page.view is not None
    assert page.view.period.code == HALF
    followed = 0
    for row, line in enumerate(page.view.lines):
        for part in line.parts:
            if not part.sources:
                continue
            page.figures.figures.setCurrentIndex(page.figures.model.index(row, 0))
            names = [shown_row[0] for shown_row in rows(page.figures.offices_model)]
            page.figures.offices.setCurrentIndex(page.figures.offices_model.index(names.index(part.name), 1))
            settle(qtbot, workplace)
            behind = rows(page.figures.activities_model)
            assert len(behind) == part.sources == 4
            assert [entry[:3] for entry in behind] == [
                ("05/03/2020", f"Hội nghị quán triệt lần {number}", "Hội trường huyện") for number in range(1, 5)
            ]
            followed += 1
    assert followed
    # the office made four meetings with 101 to 104 who attended
    (meetings,) = [line for line in page.view.lines if line.indicator == MEETINGS]
    assert (meetings.cells[0], meetings.answered) == ("4", 1)
    assert "410" in {line.cells[0] for line in page.view.lines}


def test_a_group_shows_its_own_offices_alone(qtbot: QtBot, workplace: Workplace) -> None:
    page = shown(qtbot, workplace)
    assert page.view is not None
    line = next(line for line in page.view.lines if line.indicator == MEETINGS)
    row = page.view.lines.index(line)
    for place, group in enumerate(page.view.groups):
        page.figures.figures.setCurrentIndex(page.figures.model.index(row, 3 + place))
        wanted = {part.name for part in line.parts if part.group == group}
        assert {entry[0] for entry in rows(page.figures.offices_model)} == wanted


def test_a_task_narrows_the_table(qtbot: QtBot, workplace: Workplace) -> None:
    page = shown(qtbot, workplace)
    assert page.view is not None
    for task in page.view.tasks:
        page.figures.task.setCurrentIndex(page.figures.task.findData(task))
        assert page.figures.model.rowCount() == sum(line.task == task for line in page.view.lines)


def test_texts_of_offices_are_taken_over_and_kept(qtbot: QtBot, told: BuiltExchange, workplace: Workplace) -> None:
    page = shown(qtbot, workplace)
    texts = page.texts
    assert SECTION_TEXT in texts.written.toPlainText()
    texts.search.setText("khong co chu nay")
    assert SECTION_TEXT not in texts.written.toPlainText()
    texts.search.setText("thon")
    texts.quote.click()
    assert SECTION_TEXT in texts.own.text
    assert texts.unsaved
    texts.sections.setCurrentRow(1)
    assert texts.own.text == ""
    texts.sections.setCurrentRow(0)
    assert SECTION_TEXT in texts.own.text
    texts.save.click()
    settle(qtbot, workplace)
    assert not texts.unsaved
    with told.station(told.centre) as station:
        kept = station.ledger.db.execute("SELECT text FROM answer WHERE office = ?", [station.ledger.office]).fetchone()
    assert SECTION_TEXT in kept[0]


def test_frozen_figures_are_compared_with_those_of_today(
    qtbot: QtBot, told: BuiltExchange, workplace: Workplace, tmp_path: Path
) -> None:
    page = shown(qtbot, workplace)
    page.freeze()
    settle(qtbot, workplace)
    page.refresh()
    settle(qtbot, workplace)
    assert page.view is not None
    assert page.view.frozen_at
    assert page.view.changes == ()
    told.record(1)
    with told.station(told.office) as station:
        from storage.closing import reopen_period

        reopen_period(station.ledger, station.catalogue, HALF, "thiếu một cuộc")
    (tmp_path / "again").mkdir()
    answer_of_centre(told, close_and_seal(told, tmp_path / "again"))
    page.refresh()
    settle(qtbot, workplace)
    assert ("4", "5") in {(change.frozen, change.now) for change in page.view.changes}
    assert page.report.changes.isVisibleTo(page.report)


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".pdf"])
def test_the_report_is_written_as_signed(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    opened: list[object] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    page = shown(qtbot, workplace)
    page.report.name.setText("Nguyễn Văn An")
    page.report.day.setText("25/6/2020")
    target = tmp_path / f"tổng hợp{suffix}"
    page.write(target)
    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    if suffix == ".docx":
        document = Document(str(target))
        words = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
        assert "Nguyễn Văn An" in words
    elif suffix == ".xlsx":
        assert load_workbook(target, read_only=True).sheetnames
    else:
        assert target.read_bytes().startswith(b"%PDF-")
    again = ConsolidatePage(workplace)
    qtbot.addWidget(again)
    assert again.report.name.text() == "Nguyễn Văn An"


def test_a_date_that_is_none_writes_nothing(qtbot: QtBot, workplace: Workplace) -> None:
    page = shown(qtbot, workplace)
    page.tabs.setCurrentWidget(page.report)
    page.report.day.setText("31/02/2020")
    with qtbot.assertNotEmitted(page.report.file_wanted):
        page.report.word.click()
    assert page.report.wrong.isVisible()


def test_the_models_keep_the_rules_of_models(qtbot: QtBot, workplace: Workplace) -> None:
    page = shown(qtbot, workplace)
    models = (page.figures.model, page.figures.offices_model, page.figures.activities_model, page.report.model)
    testers = [QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning) for model in models]
    page.refresh()
    settle(qtbot, workplace)
    assert len(testers) == len(models)


@pytest.mark.parametrize("tab", [0, 1, 2])
@pytest.mark.parametrize(("language", "scheme"), LOOKS)
def test_every_tab_fits(
    qtbot: QtBot, qapp: QApplication, told: BuiltExchange, language: Language, scheme: Scheme, tab: int
) -> None:
    with centre_workplace(told, qapp, language) as workplace:
        apply_theme(qapp, scheme=scheme)
        window = MainWindow(workplace)
        qtbot.addWidget(window)
        window.open_page("consolidate")
        window.resize(SMALL_SCREEN)
        window.show()
        qtbot.waitExposed(window)
        settle(qtbot, workplace)
        page = window.page("consolidate")
        assert isinstance(page, ConsolidatePage)
        page.tabs.setCurrentIndex(tab)
        assert window.size() == SMALL_SCREEN
        draw(window, f"consolidate-{tab}-{language}-{scheme}")
        assert cut_texts(window) == []
        assert doubled_mnemonics(window) == []
