"""The follow-up page: the table, its keys, its explanation, its figures, and the two ways of organising offices."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.completeness import Organisation
from storage.domain.changes import ChangeSet
from storage.domain.codes import Code
from storage.follow_up_table import Standing
from storage.journal.entries import Remark
from tests.ui.centre_stories import answer_of_centre, close_and_seal
from tests.ui.conftest import OFFICE, BuiltExchange, settle
from tests.ui.follow_up_stories import HALF, arrive, centre_workplace, tell_story
from tests.ui.test_every_page_fits import LOOKS, SMALL_SCREEN, Longer, cut_texts, doubled_mnemonics, draw
from ui.window.application import Language
from ui.window.main_window import MainWindow
from ui.window.pages.follow_up import WAITING_FILES, FollowUpPage
from ui.window.pages.import_bundles import WAITING
from ui.window.theme import Scheme, apply_theme
from ui.window.workplace import Workplace


@pytest.fixture
def workplace(exchange: BuiltExchange, qapp: QApplication) -> Iterator[Workplace]:
    tell_story(exchange)
    with centre_workplace(exchange, qapp) as made:
        yield made


def shown(qtbot: QtBot, workplace: Workplace) -> FollowUpPage:
    page = FollowUpPage(workplace)
    qtbot.addWidget(page)
    page.resize(1150, 680)
    page.show()
    page.activate()
    settle(qtbot, workplace)
    assert page.view is not None
    return page


def go_to(qtbot: QtBot, page: FollowUpPage, office: str) -> str:
    """Moves the cursor to the half-year's report of an office and answers what the panel says of it."""
    assert page.view is not None
    page.matrix.go_to(page.matrix.offices.row_of(office), page.view.place)
    qtbot.waitUntil(lambda: page.panel.story.toPlainText() != "…", timeout=5_000)
    settle(qtbot, page.workplace)
    return page.panel.story.toPlainText()


def word_of(page: FollowUpPage, office: str) -> str:
    assert page.view is not None
    model = page.matrix.offices
    return str(model.data(model.index(model.row_of(office), page.view.place)))


def test_head_and_table_tell_the_same_story(qtbot: QtBot, workplace: Workplace) -> None:
    page = shown(qtbot, workplace)
    assert page.view is not None
    assert page.view.focus.code == HALF
    figures = {key: int(label.text()) for key, label in page.head.values.items()}
    assert figures["received"] == 4
    assert (figures["on_time"], figures["late"], figures["returned"], figures["accepted"]) == (3, 1, 1, 1)
    assert figures["received"] + figures["missing"] + figures["waiting"] == figures["expected"]
    words = {office: word_of(page, office) for office in ("UBND-DH", "UBND-NH", "STC", "SYT", "UBND-KPL", "BTGTU", "SCT")}
    assert words == {
        "UBND-DH": "Đúng hạn",
        "UBND-NH": "Trễ hạn",
        "STC": "Bị trả lại",
        "SYT": "Đã tiếp nhận",
        "UBND-KPL": "Được miễn",
        "BTGTU": "Đề nghị",
        "SCT": "Quá hạn",
    }
    assert sum(row.cells[page.view.place].standing is Standing.OVERDUE for row in page.view.table.rows) == figures["missing"]


def test_the_words_of_all_standings_differ_so_that_colour_is_not_needed(qtbot: QtBot, workplace: Workplace) -> None:
    from export.documents.follow_up_words import standing_word
    from ui.window.follow_up.looks import sign_name

    page = shown(qtbot, workplace)
    for language in ("vi", "en"):
        assert len({standing_word(standing, language) for standing in Standing}) == len(Standing)  # type: ignore[arg-type]
    assert all(sign_name(standing) for standing in Standing if standing is not Standing.NOT_OWED)
    icons = page.matrix.offices._looks.icons
    assert all(not icon.isNull() for icon in icons.values())


def test_a_place_explains_itself(qtbot: QtBot, workplace: Workplace) -> None:
    page = shown(qtbot, workplace)
    late = go_to(qtbot, page, "UBND-NH")
    assert "20/06/2020" in late
    assert "22/06/2020" in late
    returned = go_to(qtbot, page, "STC")
    assert "Thiếu số liệu tháng 5" in returned
    overdue = go_to(qtbot, page, "SCT")
    assert "19/06/2020" in overdue
    assert page.panel.remind.isVisible()
    go_to(qtbot, page, "BTGTU")
    assert not page.panel.remind.isVisible(), "what is only requested is never reminded of"
    assert page.panel.standing.property("tone") == ""


def test_a_real_report_names_its_bundle_its_receipt_and_its_remarks(
    qtbot: QtBot, exchange: BuiltExchange, qapp: QApplication, tmp_path: Path
) -> None:
    exchange.record(3)
    (bundle,) = close_and_seal(exchange, tmp_path / "stick")
    answer_of_centre(exchange, [bundle], remarks=[Remark(text="Đề nghị bổ sung số liệu")])
    with centre_workplace(exchange, qapp) as workplace:
        page = shown(qtbot, workplace)
        assert word_of(page, OFFICE) == "Bị trả lại"
        told = go_to(qtbot, page, OFFICE)
        assert bundle.name in told
        assert "Đề nghị bổ sung số liệu" in told
        assert workplace.words.word("returned") in told


def test_the_arrows_move_from_report_to_report_and_enter_leads_on(qtbot: QtBot, workplace: Workplace) -> None:
    page = shown(qtbot, workplace)
    page.window().activateWindow()
    page.take_focus()
    first = page.matrix.current_row
    assert first is not None
    seen = []
    for _ in range(40):
        qtbot.keyClick(page.matrix, Qt.Key.Key_Down)
        row = page.matrix.current_row
        assert row is not None, "headings of groups are stepped over"
        seen.append(row.office.code)
    assert len(set(seen)) == 40
    for _ in range(60):
        qtbot.keyClick(page.matrix, Qt.Key.Key_Up)
    assert page.matrix.current_row == first
    go_to(qtbot, page, "SCT")
    page.matrix.setFocus()
    qtbot.keyClick(page.matrix, Qt.Key.Key_Return)
    qtbot.waitUntil(page.panel.remind.hasFocus, timeout=3_000)


def test_letters_typed_in_the_table_move_nothing(qtbot: QtBot, workplace: Workplace) -> None:
    page = shown(qtbot, workplace)
    before = page.matrix.currentIndex()
    qtbot.keyClicks(page.matrix, "uy ban")
    assert page.matrix.currentIndex() == before
    assert page.matrix.offices.offices_shown == len(page.view.table.rows)


def test_searching_without_accents_and_by_code(qtbot: QtBot, workplace: Workplace) -> None:
    page = shown(qtbot, workplace)
    page.window().activateWindow()
    qtbot.keyClick(page.matrix, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.filters.search.hasFocus, timeout=3_000)
    for typed, office in (("dak ha", "UBND-DH"), ("ubnd-nh", "UBND-NH"), ("so y te", "SYT")):
        page.filters.search.clear()
        qtbot.keyClicks(page.filters.search, typed)
        qtbot.waitUntil(lambda: page.matrix.offices.offices_shown < 5, timeout=3_000)
        assert page.matrix.offices.row_of(office) >= 0
        page.filters.search.clear()
        qtbot.waitUntil(lambda: page.matrix.offices.offices_shown > 30, timeout=3_000)
    page.filters.search.setText("không có đơn vị này")
    qtbot.waitUntil(lambda: page.matrix.offices.offices_shown == 0, timeout=3_000)
    assert page.panel.remind.isHidden()


def test_a_group_alone(qtbot: QtBot, workplace: Workplace) -> None:
    page = shown(qtbot, workplace)
    page.filters.group.setCurrentIndex(page.filters.group.findData("ubnd_cap_huyen"))
    rows = [row for row in page.matrix.offices.listed if hasattr(row, "office")]
    assert rows
    assert {row.office.type for row in rows} == {"ubnd_cap_huyen"}
    assert page.matrix.offices.rowCount() == len(rows) + 1


def test_as_organised_now_is_read_afresh_and_kept_apart(qtbot: QtBot, workplace: Workplace) -> None:
    page = shown(qtbot, workplace)
    page.filters.organisation.setCurrentIndex(1)
    settle(qtbot, workplace)
    assert page.view is not None
    assert page.view.table.organisation is Organisation.AS_NOW
    assert page.filters.organisation.currentIndex() == 1


def test_other_periods_are_read_and_the_cursor_stays(qtbot: QtBot, workplace: Workplace) -> None:
    page = shown(qtbot, workplace)
    go_to(qtbot, page, "SYT")
    page.filters.last.setCurrentIndex(page.filters.last.findData(HALF))
    settle(qtbot, workplace)
    assert page.view is not None
    assert [period.code for period in page.view.table.periods] == [HALF]
    row = page.matrix.current_row
    assert row is not None
    assert row.office.code == "SYT"


def test_only_the_last_question_is_answered(qtbot: QtBot, workplace: Workplace) -> None:
    page = shown(qtbot, workplace)
    for index in (1, 0, 1):
        page.filters.organisation.setCurrentIndex(index)
    settle(qtbot, workplace)
    assert page.view is not None
    assert page.view.table.organisation is Organisation.AS_NOW


def test_a_change_elsewhere_is_followed(qtbot: QtBot, exchange: BuiltExchange, workplace: Workplace) -> None:
    page = shown(qtbot, workplace)
    assert word_of(page, "SCT") == "Quá hạn"
    workplace.runner.start(lambda station, _: arrive(station.ledger, "SCT", station.catalogue.today))
    settle(qtbot, workplace)
    workplace.announcer.announce(ChangeSet(exchange=True))
    settle(qtbot, workplace)
    assert word_of(page, "SCT") == "Trễ hạn"


def test_jumps_lead_to_other_pages(qtbot: QtBot, workplace: Workplace) -> None:
    page = shown(qtbot, workplace)
    go_to(qtbot, page, "STC")
    with qtbot.waitSignal(page.wanted) as wanted:
        page.panel.review.click()
    assert wanted.args == ["review", ("STC", HALF)]
    with qtbot.waitSignal(page.wanted) as wanted:
        page.head.import_wanted.emit()
    assert wanted.args == ["import", WAITING]
    assert WAITING == WAITING_FILES
    page.show_argument("SYT")
    row = page.matrix.current_row
    assert row is not None
    assert row.office.code == "SYT"


def test_waiting_files_are_counted_by_what_they_wait_for(qtbot: QtBot, exchange: BuiltExchange, qapp: QApplication) -> None:
    tell_story(exchange)
    exchange.centre.quarantine.mkdir(parents=True, exist_ok=True)
    with exchange.station(exchange.centre) as station, station.ledger.write():
        for number, code in enumerate((Code.ENROLMENT_WAITING, Code.ENROLMENT_WAITING, Code.BUNDLE_UNKNOWN_KEY)):
            (exchange.centre.quarantine / f"{number}.shd").write_bytes(b"x")
            station.ledger.db.execute(
                "INSERT INTO quarantine VALUES (?, ?, '2020-06-24T08:00:00Z', ?, '')", [bytes([number]), f"{number}.shd", code]
            )
    with centre_workplace(exchange, qapp) as workplace:
        page = shown(qtbot, workplace)
        assert "2" in page.head.requests.text()
        assert "1" in page.head.quarantined.text()
        assert page.head.requests.isVisible()


def test_the_row_is_copied_with_its_head(qtbot: QtBot, workplace: Workplace) -> None:
    page = shown(qtbot, workplace)
    go_to(qtbot, page, "UBND-NH")
    qtbot.keyClick(page.matrix, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, row = QGuiApplication.clipboard().text().split("\n")
    assert len(head.split("\t")) == len(row.split("\t"))
    assert "Trễ hạn" in row


def test_excel_and_pdf_hold_what_is_shown(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda url: opened.append(url.toLocalFile()))
    page = shown(qtbot, workplace)
    page.files.export(str(tmp_path / "theo dõi.xlsx"))
    settle(qtbot, workplace)
    sheet = load_workbook(tmp_path / "theo dõi.xlsx").worksheets[0]
    rows = {str(row[0]): row for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert rows["UBND-NH"][3] == "Trễ hạn (22/06/2020)"
    page.files.export(str(tmp_path / "theo dõi.pdf"))
    settle(qtbot, workplace)
    assert (tmp_path / "theo dõi.pdf").read_bytes().startswith(b"%PDF")
    assert opened == [str(tmp_path / "theo dõi.xlsx"), str(tmp_path / "theo dõi.pdf")]


def test_charts_are_said_by_key_and_by_mouse_and_stand_in_tables(qtbot: QtBot, workplace: Workplace) -> None:
    page = shown(qtbot, workplace)
    page.tabs.setCurrentIndex(1)
    pane = page.shares
    said: list[str] = []
    pane.over_time.said.connect(said.append)
    pane.over_time.setFocus()
    qtbot.keyClick(pane.over_time, Qt.Key.Key_Home)
    qtbot.keyClick(pane.over_time, Qt.Key.Key_Right)
    assert len(set(said)) >= 2
    assert pane.spoken.text() == said[-1]
    assert all(point.label in pane.over_time.accessibleDescription() for point in pane.over_time.points)
    assert pane.time_table.rowCount() == len(pane.over_time.points)
    assert pane.group_table.rowCount() == len(pane.by_group.points) + 1
    for number in range(len(pane.by_group.points)):
        pane.by_group.go_to(number)
    middle = pane.by_group.rect().center().toPointF()
    assert 0 <= pane.by_group.point_at(middle) < len(pane.by_group.points)
    assert pane.over_time.point_at(pane.over_time.rect().center().toPointF()) >= 0
    percents = [
        item.text()
        for row in range(pane.group_table.rowCount())
        for column in (4, 5)
        if (item := pane.group_table.item(row, column))
    ]
    assert all(float(text.removesuffix(" %").replace(",", ".")) <= 100 for text in percents)


def test_a_group_over_time(qtbot: QtBot, workplace: Workplace) -> None:
    page = shown(qtbot, workplace)
    pane = page.shares
    everyone = pane.over_time.points
    pane.group.setCurrentIndex(pane.group.findData("ubnd_cap_huyen"))
    assert pane.over_time.points != everyone
    assert pane.over_time.points[0].share.received == 2


def test_groups_stand_in_the_order_of_the_register_and_not_by_their_share(qtbot: QtBot, workplace: Workplace) -> None:
    page = shown(qtbot, workplace)
    assert page.view is not None
    order = [kind.label_vi for kind in page.view.register.types]
    labels = [point.label for point in page.shares.by_group.points]
    assert labels == [label for label in order if label in labels]


@pytest.mark.parametrize("tab", [0, 1], ids=["table", "shares"])
@pytest.mark.parametrize(("language", "scheme"), LOOKS)
def test_the_page_fits(
    qtbot: QtBot, qapp: QApplication, exchange: BuiltExchange, language: Language, scheme: Scheme, tab: int
) -> None:
    apply_theme(qapp, scheme=scheme)
    fits(qtbot, qapp, exchange, language, tab, f"{language}-{scheme}-follow-up-{tab}")


@pytest.mark.parametrize("tab", [0, 1], ids=["table", "shares"])
def test_the_page_fits_with_larger_text(qtbot: QtBot, qapp: QApplication, exchange: BuiltExchange, tab: int) -> None:
    apply_theme(qapp, scheme="light", text_percent=130)
    fits(qtbot, qapp, exchange, "vi", tab, f"vi-130-follow-up-{tab}")


@pytest.mark.parametrize("tab", [0, 1], ids=["table", "shares"])
def test_the_page_fits_with_longer_words(qtbot: QtBot, qapp: QApplication, exchange: BuiltExchange, tab: int) -> None:
    longer = Longer(qapp)

    def install() -> None:
        qapp.installTranslator(longer)

    try:
        fits(qtbot, qapp, exchange, "en", tab, f"longer-follow-up-{tab}", before=install)
    finally:
        qapp.removeTranslator(longer)
        longer.setParent(None)


def fits(
    qtbot: QtBot,
    qapp: QApplication,
    exchange: BuiltExchange,
    language: Language,
    tab: int,
    name: str,
    *,
    before: object = None,
) -> None:
    tell_story(exchange)
    with centre_workplace(exchange, qapp, language) as workplace:
        if callable(before):
            before()
        window = MainWindow(workplace)
        qtbot.addWidget(window)
        page = window.page("follow_up")
        assert isinstance(page, FollowUpPage)
        window.resize(SMALL_SCREEN)
        window.show()
        qtbot.waitExposed(window)
        settle(qtbot, workplace)
        page.tabs.setCurrentIndex(tab)
        settle(qtbot, workplace)
        assert window.size() == SMALL_SCREEN, "the page wants more than the screen has"
        draw(window, name)
        assert cut_texts(window) == []
        assert doubled_mnemonics(window) == []
