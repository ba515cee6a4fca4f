"""After an import through the window: record, receipts, undo, waiting files, keyboard and looks."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from export.exchange.enrolment import approve
from export.exchange.importing import FileOutcome
from export.exchange.originals import name_before_quarantine
from storage.domain.changes import ChangeSet
from storage.domain.codes import Code
from storage.domain.errors import LedgerError, OperationCancelled
from storage.domain.progress import Progress
from storage.projections.apply import content_digest
from tests.ui.conftest import PIN, settle
from tests.ui.import_bundles.page_steps import NAMES, centre_workplace, checked, imported, shown
from tests.ui.import_bundles.week import FORKED, GAPPED, STRANGER, WHOLE, Week
from tests.ui.printing.pdf_reader import pdf_pages
from tests.ui.test_every_page_fits import LOOKS, SMALL_SCREEN, Longer, cut_texts, doubled_mnemonics, draw
from ui.printing.printer import DocumentPrinter
from ui.window.application import Language
from ui.window.import_bundles.details_dialog import DetailsDialog
from ui.window.import_bundles.flow import Step
from ui.window.import_bundles.lines import Line, LineState, line_of, totals_of
from ui.window.import_bundles.model import FILE, LinesModel
from ui.window.import_bundles.receipt_choices import Scope
from ui.window.main_window import MainWindow
from ui.window.operations import import_bundles as operations
from ui.window.operations.keys import open_keys
from ui.window.page import Page
from ui.window.pages.import_bundles import WAITING, ImportBundlesPage
from ui.window.reason_dialog import ReasonDialog
from ui.window.row_view import RowView
from ui.window.text_model import TextModel
from ui.window.theme import Scheme, apply_theme
from ui.window.workplace import Workplace

# After the import


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    urls: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: urls.append(url) is None)
    return urls


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".xlsx"])
def test_the_record_is_written(
    qtbot: QtBot, week: Week, centre: Workplace, opened: list[QUrl], tmp_path: Path, suffix: str
) -> None:
    page = shown(qtbot, centre)
    imported(qtbot, page, week.usb)
    assert page.import_tab.record is not None
    target = tmp_path / f"biên bản{suffix}"
    page.import_tab.files.write(page.import_tab.record, target)
    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    settle(qtbot, centre)
    if suffix == ".docx":
        document = Document(str(target))
        text = "\n".join(paragraph.text for paragraph in document.paragraphs)
        assert "BIÊN BẢN" in text
        assert "49 tệp được nhận" in text
        cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
        assert "hỏng 1.shd" in cells
    elif suffix == ".xlsx":
        rows = list(load_workbook(target).worksheets[0].iter_rows(values_only=True))
        assert len(rows) == 1 + 58
        assert sum(row[5] for row in rows[1:] if isinstance(row[5], int)) == 56
    else:
        assert target.read_bytes().startswith(b"%PDF")


def test_the_record_is_printed(qtbot: QtBot, week: Week, centre: Workplace, tmp_path: Path) -> None:
    page = shown(qtbot, centre)
    imported(qtbot, page, week.usb)
    told: list[object] = []
    page.said.connect(told.append)
    page.import_tab.list.paper.click()
    qtbot.waitUntil(lambda: page.findChild(DocumentPrinter) is not None, timeout=20_000)
    dialog = page.findChild(DocumentPrinter)
    assert isinstance(dialog, DocumentPrinter)
    target = tmp_path / "biên bản.pdf"
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(target))
    dialog.accepted.emit(dialog.printer())
    assert told == [Code.OK]
    pages = pdf_pages(target.read_bytes())
    assert "BIÊNBẢN" in "".join(pages[0].text.split())
    assert pages[-1].width > pages[-1].height
    dialog.reject()
    settle(qtbot, centre)


def test_receipts_are_stopped_and_those_written_are_told(week: Week, tmp_path: Path) -> None:
    pc = week.open_centre()
    reports: list[Progress] = []

    def stop(progress: Progress) -> None:
        reports.append(progress)
        if len(reports) == 3:
            raise OperationCancelled

    done = operations.write_receipts(offices=[*WHOLE], folder=tmp_path / "ra", language="vi")(pc.station, stop)
    assert isinstance(done, operations.ReceiptsWritten)
    assert done.stopped
    assert [path.is_file() for _, path in done.written] == [True, True]
    pc.close()


def test_a_long_list_makes_texts_for_the_rows_looked_at_only(qtbot: QtBot) -> None:
    made: list[int] = []

    def texts(value: int) -> tuple[str, str]:
        made.append(value)
        return str(value), "Ủy ban"

    model = TextModel(("a", "b"), texts, folded=lambda value: f"uy ban {value}")
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    view = RowView(model, name="x", widths=(10,), many=True)
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    model.show_values(range(10_000))
    qtbot.waitExposed(view)
    view.choose(5_000)
    view.grab()
    assert model.rowCount() == 10_000
    assert len(set(made)) < 200
    model.search("Ủy 9999")
    assert [model.value(row) for row in range(model.rowCount())] == [9999]
    model.search("")
    assert model.rowCount() == 10_000
    tester.deleteLater()


def test_receipts_for_all_offices_of_the_import(
    qtbot: QtBot, week: Week, centre: Workplace, opened: list[QUrl], tmp_path: Path
) -> None:
    page = shown(qtbot, centre)
    imported(qtbot, page, week.usb)
    page.import_tab.list.receipts.click()
    settle(qtbot, centre)
    receipts = page.receipts
    assert page.tabs.currentWidget() is receipts
    assert receipts.choices.chosen is Scope.IMPORTED
    assert receipts.offices == sorted([*WHOLE, GAPPED, FORKED])
    assert not receipts.choices.go.isEnabled()
    receipts.choices.choose(str(tmp_path / "giấy báo nhận"))
    assert receipts.choices.go.isEnabled()
    receipts.choices.go.click()
    qtbot.waitUntil(lambda: receipts.choices.open_folder.isEnabled(), timeout=20_000)
    settle(qtbot, centre)
    assert sorted(path.name for path in (tmp_path / "giấy báo nhận").iterdir()) == sorted(
        f"shd-{office}-receipt-1.shd" for office in receipts.offices
    )
    assert {line.state for line in receipts.model.values} == {"current"}
    assert all(receipts.model.index(row, 3).data() for row in range(5))
    receipts.choices.scope.setCurrentIndex(receipts.choices.scope.findData(Scope.STALE.value))
    assert receipts.offices == []
    assert not receipts.choices.go.isEnabled()
    receipts.choices.open_folder.click()
    assert opened == [QUrl.fromLocalFile(str(tmp_path / "giấy báo nhận"))]


def test_an_office_without_a_key_stops_no_other_receipt(week: Week, tmp_path: Path) -> None:
    pc = week.open_centre()
    job = operations.write_receipts(offices=[STRANGER, WHOLE[0]], folder=tmp_path / "ra", language="vi")
    done = job(pc.station, lambda _: None)
    assert isinstance(done, operations.ReceiptsWritten)
    assert [path.name for _, path in done.written] == [f"shd-{WHOLE[0]}-receipt-1.shd"]
    assert [code for _, code, _ in done.failed] == [Code.KEY_UNKNOWN]
    (tmp_path / "tệp").write_bytes(b"")
    with pytest.raises((LedgerError, OSError)):
        raise_first(operations.write_receipts(offices=[*WHOLE], folder=tmp_path / "tệp", language="vi"), pc)
    pc.close()


def raise_first(job: object, pc: object) -> None:
    """A folder that is a file: either the job says so by its code for the first office, or it raises as the disk does."""
    done = job(pc.station, lambda _: None)  # type: ignore[operator,attr-defined]
    assert len(done.failed) == 1
    raise LedgerError(done.failed[0][1])


def test_an_import_is_taken_back_until_a_receipt_rests_on_it(qtbot: QtBot, week: Week, centre: Workplace) -> None:
    page = shown(qtbot, centre)
    empty = content_of(qtbot, centre)
    imported(qtbot, page, *[path for path in week.files() if path.parent.name == WHOLE[0]][:1])
    page.tabs.setCurrentWidget(page.history)
    page.history.table.choose(0)
    settle(qtbot, centre)
    assert page.history.undo.isEnabled()
    page.history.undo.click()
    box = page.history.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    go = next(button for button in box.findChildren(QPushButton) if box.buttonRole(button) is QMessageBox.ButtonRole.AcceptRole)
    go.click()
    settle(qtbot, centre)
    assert content_of(qtbot, centre) == empty
    assert page.history.model.value(0).undone
    assert not page.history.undo.isEnabled()
    imported(qtbot, page, week.usb / WHOLE[0])
    page.receipts.choices.choose(str(week.root / "ra"))
    page.receipts.offer(WHOLE[:1])
    page.receipts.start()
    settle(qtbot, centre)
    qtbot.waitUntil(lambda: page.receipts._handle is None and not centre.runner.busy, timeout=20_000)
    page.history.table.clearSelection()
    page.history.table.choose(0)
    settle(qtbot, centre)
    assert not page.history.undo.isEnabled()
    assert centre.words.sentence(Code.UNDO_RECEIPTED) in page.history.told.text()


def content_of(qtbot: QtBot, workplace: Workplace) -> str:
    found: list[object] = []
    workplace.runner.start(lambda station, _: content_digest(station.ledger.db), succeeded=found.append)
    settle(qtbot, workplace)
    return str(found[0])


def test_imports_are_found_without_accents(qtbot: QtBot, week: Week, centre: Workplace) -> None:
    page = shown(qtbot, centre)
    imported(qtbot, page, week.usb)
    page.tabs.setCurrentWidget(page.history)
    page.history.search.setFocus()
    qtbot.keyClicks(page.history.search, "dak ha goi 9")
    assert page.history.model.rowCount() == 1
    page.history.search.clear()
    assert page.history.model.rowCount() == 46


def test_waiting_files_are_offered_once_their_office_is_enrolled(qtbot: QtBot, week: Week, centre: Workplace) -> None:
    page = shown(qtbot, centre)
    imported(qtbot, page, week.usb / STRANGER)
    assert page.offer.isHidden()
    request, voice = week.usb / "đăng ký.shd", week.voice
    centre.runner.start(lambda station, _: approve(station, request, voice) and None)
    settle(qtbot, centre)
    centre.announcer.announce(ChangeSet(registry=True))
    settle(qtbot, centre)
    assert not page.offer.isHidden()
    page.offer_button.click()
    qtbot.waitUntil(lambda: page.import_tab.flow.step is Step.PREVIEW, timeout=20_000)
    assert {line.state for line in page.import_tab.flow.lines} == {LineState.READY}
    page.import_tab.list.go.click()
    qtbot.waitUntil(lambda: page.import_tab.flow.step is Step.RESULT, timeout=20_000)
    settle(qtbot, centre)
    assert page.offer.isHidden()
    assert page.waiting.model.rowCount() == 0
    assert page.history.model.rowCount() == 2


def test_only_waiting_files_can_be_kept(qtbot: QtBot, week: Week, centre: Workplace) -> None:
    page = shown(qtbot, centre)
    checked(qtbot, page, week.usb / STRANGER)
    assert page.import_tab.flow.may_import
    assert totals_of(page.import_tab.flow.chosen).taken == 0
    page.import_tab.list.back.click()
    assert page.import_tab.flow.step is Step.CHOOSE
    checked(qtbot, page, week.usb / "xấu" / "ảnh.shd")
    assert not page.import_tab.list.go.isEnabled()


def test_a_file_is_taken_off_the_list_with_a_reason(qtbot: QtBot, week: Week, centre: Workplace) -> None:
    page = shown(qtbot, centre)
    imported(qtbot, page, week.usb / "xấu")
    page.show_argument(WAITING)
    assert page.tabs.currentWidget() is page.waiting
    count = page.waiting.model.rowCount()
    page.waiting.table.choose(0)
    chosen = page.waiting.chosen[0].path
    assert centre.words.next_step(page.waiting.chosen[0].code) in page.waiting.told.text()
    page.waiting.remove.click()
    dialog = page.waiting.findChild(ReasonDialog)
    assert isinstance(dialog, ReasonDialog)
    assert not dialog.go_button.isEnabled()
    dialog.field.setText("Đơn vị đã gửi lại")
    dialog.go_button.click()
    settle(qtbot, centre)
    assert page.waiting.model.rowCount() == count - 1
    assert not chosen.exists()
    assert (chosen.parent / "put-away" / chosen.name).is_file()


def test_files_are_looked_into(qtbot: QtBot, week: Week, centre: Workplace) -> None:
    page = shown(qtbot, centre)
    imported(qtbot, page, week.usb / WHOLE[0] / "gói 1.shd", week.usb / STRANGER)
    page.tabs.setCurrentWidget(page.history)
    page.history.table.choose(0)
    page.history.details.click()
    qtbot.waitUntil(lambda: page.findChild(DetailsDialog) is not None, timeout=20_000)
    page.findChild(DetailsDialog).reject()
    settle(qtbot, centre)
    qtbot.waitUntil(lambda: page.findChild(DetailsDialog) is None)
    page.show_argument(WAITING)
    page.waiting.table.choose(0)
    page.waiting.details.click()
    qtbot.waitUntil(lambda: page.findChild(DetailsDialog) is not None, timeout=20_000)
    dialog = page.findChild(DetailsDialog)
    draw(dialog, "vi-light-import-details")
    assert cut_texts(dialog) == []
    dialog.reject()
    settle(qtbot, centre)


def test_enrolment_requests_are_sent_to_their_page(qtbot: QtBot, week: Week, centre: Workplace) -> None:
    page = shown(qtbot, centre)
    request = week.usb / "đăng ký.shd"
    checked(qtbot, page, request, week.usb / WHOLE[0])
    button = page.import_tab.list.enrolment
    assert button.isVisible()
    assert "1" in button.text()
    with qtbot.waitSignal(page.wanted) as wanted:
        button.click()
    assert wanted.args == ["enrolment", [request]]


def test_files_from_outside_come_to_this_page(qtbot: QtBot, week: Week, centre: Workplace) -> None:
    window = MainWindow(centre)
    qtbot.addWidget(window)
    window.show()
    centre.runner.start(open_keys(pin=PIN))
    window.open_files([week.usb / WHOLE[0] / "gói 1.shd"])
    assert window.current == "import"
    page: Page = window.page("import")
    assert isinstance(page, ImportBundlesPage)
    qtbot.waitUntil(lambda: page.import_tab.flow.step is Step.PREVIEW, timeout=20_000)
    settle(qtbot, centre)


def test_the_keyboard_alone_imports(qtbot: QtBot, week: Week, centre: Workplace) -> None:
    window = MainWindow(centre)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    centre.runner.start(open_keys(pin=PIN))
    page = window.page("import")
    assert isinstance(page, ImportBundlesPage)
    settle(qtbot, centre)
    checked(qtbot, page, week.usb / WHOLE[0])
    assert window.focusWidget() is page.import_tab.list.go
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.import_tab.flow.step is Step.RESULT, timeout=20_000)
    settle(qtbot, centre)
    assert window.focusWidget() is page.import_tab.list.receipts
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert page.tabs.currentWidget() is page.receipts
    settle(qtbot, centre)


# Models and looks


def test_the_model_keeps_the_rules_of_models(qtbot: QtBot, centre: Workplace) -> None:
    model = LinesModel(centre.words)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made: list[Line] = []
    for number in range(30):
        code = (Code.BUNDLE_IMPORTED, Code.BUNDLE_DAMAGED, Code.BUNDLE_KNOWN)[number % 3]
        made.append(line_of(FileOutcome(Path(f"{number}.shd"), code), NAMES))
        model.add(made[-1])
    model.show_only(LineState.KNOWN)
    model.add(made[1])
    assert model.rowCount() == 10
    model.add(made[2])
    assert model.rowCount() == 11
    model.leave_out(frozenset({made[2].path}))
    model.show_only(None)
    model.show_lines(made, done=True)
    assert model.index(4, FILE).data() == "4.shd"
    assert model.row_of(Path("29.shd")) == 29
    assert model.row_of(Path("x.shd")) == -1
    tester.deleteLater()


@pytest.mark.parametrize(("language", "scheme"), LOOKS)
def test_every_step_fits(
    qtbot: QtBot, qapp: QApplication, week: Week, tmp_path: Path, language: Language, scheme: Scheme
) -> None:
    workplace = centre_workplace(qapp, week, language)
    apply_theme(qapp, scheme=scheme)
    try:
        every_step_fits(qtbot, workplace, week, f"{language}-{scheme}")
    finally:
        workplace.runner.shut_down()


def test_every_step_fits_with_longer_words(qtbot: QtBot, qapp: QApplication, week: Week) -> None:
    workplace = centre_workplace(qapp, week, "en")
    longer = Longer(qapp)
    qapp.installTranslator(longer)
    try:
        every_step_fits(qtbot, workplace, week, "longer")
    finally:
        qapp.removeTranslator(longer)
        longer.setParent(None)
        workplace.runner.shut_down()


def test_every_step_fits_with_larger_text(qtbot: QtBot, qapp: QApplication, week: Week) -> None:
    workplace = centre_workplace(qapp, week, "vi")
    apply_theme(qapp, scheme="light", text_percent=130)
    try:
        every_step_fits(qtbot, workplace, week, "vi-130")
    finally:
        workplace.runner.shut_down()


def every_step_fits(qtbot: QtBot, workplace: Workplace, week: Week, name: str) -> None:
    window = MainWindow(workplace)
    qtbot.addWidget(window)
    window.open_page("import")
    window.resize(SMALL_SCREEN)
    window.show()
    qtbot.waitExposed(window)
    workplace.runner.start(open_keys(pin=PIN))
    settle(qtbot, workplace)
    page = window.page("import")
    assert isinstance(page, ImportBundlesPage)

    def fits(step: str) -> None:
        assert window.size() == SMALL_SCREEN, f"{step} wants more than the screen has"
        draw(window, f"{name}-import-{step}")
        assert cut_texts(window) == [], step
        assert doubled_mnemonics(window) == [], step

    fits("1-choose")
    checked(qtbot, page, week.usb)
    page.import_tab.list.table.choose(40)
    fits("2-preview")
    imported(qtbot, page, week.usb)
    fits("3-result")
    for number, tab in enumerate((page.receipts, page.history, page.waiting), 4):
        page.tabs.setCurrentWidget(tab)
        settle(qtbot, workplace)
        tab.table.choose(0)
        settle(qtbot, workplace)
        fits(f"{number}-{type(tab).__name__.lower()}")
    assert name_before_quarantine(page.waiting.chosen[0].path) == page.waiting.chosen[0].file
