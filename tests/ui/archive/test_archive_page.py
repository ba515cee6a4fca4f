"""What a person does with originals on the page of the archive: find, verify again, copy, look into, by keyboard too."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from export.exchange.archive import EntryRange, KeptOriginal
from export.exchange.importing import import_files
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.progress import Progress, Stage
from tests.end_to_end.adversity.province import ManualClock, Pc
from tests.ui.archive.conftest import Kept, MakeArchive
from tests.ui.archive.page_steps import choose, damage, rows, run, wanted
from tests.ui.conftest import PIN, settle
from ui.window.archive.original_dialog import OriginalDialog
from ui.window.archive.view import ArchiveView, OriginalRow, State, Wanted, day_of, narrowed, parse_entries, state_of
from ui.window.archive.words import ICONS, act_word, part_word, state_word
from ui.window.main_window import MainWindow
from ui.window.operations import archive as operations
from ui.window.pages.archive import ArchivePage
from ui.window.pin import PinDialog
from ui.window.role_profile import CENTRE_PAGES

# Finding


def test_the_page_stands_after_the_plan() -> None:
    keys = [entry.key for entry in CENTRE_PAGES]
    assert keys.index("archive") == keys.index("programme") + 1


def test_every_original_is_there(page: ArchivePage, kept: Kept) -> None:
    assert [row.original.file for row in rows(page)] == [path.name for path in reversed(kept.sent)]
    states = [state_of(row.original, None) for row in rows(page)]
    assert states == [State.UNDONE, State.KEPT, State.KEPT, State.KEPT]
    assert [row.original.reports for row in rows(page)] == [(), (), (), ("2020S1",)]
    assert rows(page)[3].original.ranges[0].first == 1
    assert "4 " in page.bundles.summary.text()


def test_originals_are_found(qtbot: QtBot, page: ArchivePage) -> None:
    filters, all_rows = page.bundles.filters, rows(page)
    wanted(qtbot, page, lambda: filters.search.setText("ngoc hoi"), 1)
    filters.search.setText(all_rows[3].original.payload[:12].upper())
    qtbot.waitUntil(lambda: rows(page) == [all_rows[3]], timeout=5_000)
    wanted(qtbot, page, lambda: filters.search.setText("bổ sung"), 1)
    wanted(qtbot, page, lambda: filters.search.clear(), 4)
    wanted(qtbot, page, lambda: filters.period.setCurrentIndex(1), 1)
    wanted(qtbot, page, lambda: filters.period.setCurrentIndex(0), 4)
    wanted(qtbot, page, lambda: filters.state.setCurrentIndex(filters.state.findData(State.UNDONE.value)), 1)
    wanted(qtbot, page, lambda: filters.state.setCurrentIndex(0), 4)
    wanted(qtbot, page, lambda: filters.entries.setText("4-9"), 2)
    wanted(qtbot, page, lambda: filters.entries.setText("5"), 1)
    wanted(qtbot, page, lambda: filters.entries.clear(), 4)


def test_originals_are_found_by_day(qtbot: QtBot, page: ArchivePage) -> None:
    filters = page.bundles.filters
    for field, typed, count in (
        ("since", "2/6/2020", 0),
        ("since", "1/6/2020", 4),
        ("until", "31/5/2020", 0),
        ("until", "", 4),
    ):
        day_field = getattr(filters, field)
        day_field.setFocus()
        day_field.clear()
        qtbot.keyClicks(day_field, typed)
        qtbot.keyClick(day_field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda count=count: len(rows(page)) == count, timeout=5_000)
    filters.since.clear()
    qtbot.keyClicks(filters.since, "hom nay")
    qtbot.keyClick(filters.since, Qt.Key.Key_Return)
    assert filters.since.day is None
    assert filters.since.toolTip()
    assert filters.since.text() == "hom nay"


def test_ten_thousand_originals_are_quick(qtbot: QtBot, page: ArchivePage) -> None:
    many = tuple(
        OriginalRow(
            KeptOriginal(
                f"{number:064x}",
                2_000,
                number,
                "2020-06-01T08:00:00+00:00",
                f"O{number}",
                f"gói {number}.shd",
                ranges=(EntryRange("00", number, number + 9),),
            ),
            f"Đơn vị {number}",
            (),
            date(2020, 6, 1),
            f"goi {number}.shd",
        )
        for number in range(1, 10_001)
    )
    view = page.bundles.list
    tester = QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.bundles.show_archive(ArchiveView(many))
    view.table.scrollToBottom()
    view.grab()
    assert view.model.rowCount() == 10_000
    assert len(narrowed(many, Wanted(text="Gói 777"), {})) == sum("777" in str(number) for number in range(1, 10_001))
    assert len(narrowed(many, Wanted(entries=(100, 100)), {})) == 10
    tester.deleteLater()


def test_positions_as_they_are_typed() -> None:
    assert parse_entries("120") == (120, 120)
    assert parse_entries(" 200 – 100 ") == (100, 200)
    assert [parse_entries(text) for text in ("", "x", "1-", "-5", "9" * 20)] == [None] * 5
    assert day_of("gestern") is None


def test_every_state_and_kind_has_words() -> None:
    from export.exchange.centre_acts import ActKind
    from export.exchange.ledger_check import Checked

    assert all(state_word(state) and state in ICONS for state in State)
    assert all(act_word(kind.value) for kind in ActKind)
    assert all(part_word(part.value) for part in Checked)


def test_what_brought_nothing_new_is_kept_and_found_too(qtbot: QtBot, page: ArchivePage, kept: Kept, tmp_path: Path) -> None:
    office = Pc("a", kept.root, ManualClock(), "machine-a")
    again = office.seal_range(tmp_path / "lại.shd", 1, 3)
    office.close()
    run(qtbot, page, lambda station: import_files(station, [again]))
    page.refresh()
    settle(qtbot, page.workplace)
    assert len(rows(page)) == 5
    assert state_of(rows(page)[4].original, None) is State.SPARE
    page.bundles.list.table.clearSelection()
    page.bundles.list.table.choose(4)
    page.bundles.verify.click()
    settle(qtbot, page.workplace)
    assert page.bundles.result is not None
    ((_, check),) = page.bundles.result.lines
    assert (check.code, check.office, check.counted) == (Code.BUNDLE_VERIFIED, "UBND-DH", True)
    assert "UBND-DH" in page.bundles.list.details.toPlainText()


# Verifying


def test_all_are_verified_again(qtbot: QtBot, page: ArchivePage) -> None:
    page.bundles.verify_shown()
    settle(qtbot, page.workplace)
    result = page.bundles.result
    assert result is not None
    assert result.wrong == 0
    codes = [check.code for _, check in result.lines]
    assert codes == [Code.BUNDLE_VERIFIED, Code.BUNDLE_VERIFIED, Code.ORIGINAL_KEY_ENDED, Code.BUNDLE_VERIFIED]
    assert [check.counted for _, check in result.lines] == [False, True, True, True]
    page.bundles.list.table.choose(2)
    sentence = page.workplace.words.sentence(Code.ORIGINAL_KEY_ENDED, {"office": "UBND-NH"})
    assert sentence in page.bundles.list.details.toPlainText()
    sha256 = result.lines[3][1].sha256
    wanted(qtbot, page, lambda: page.bundles.filters.search.setText(sha256[:16]), 1)


def test_a_changed_and_a_missing_original_are_named(qtbot: QtBot, page: ArchivePage, kept: Kept) -> None:
    changed, gone = rows(page)[3], rows(page)[1]
    damage(kept, changed)
    (kept.centre.archive / f"{gone.original.payload}.shd").unlink()
    page.refresh()
    settle(qtbot, page.workplace)
    assert state_of(rows(page)[1].original, None) is State.MISSING
    page.bundles.verify_shown()
    settle(qtbot, page.workplace)
    result = page.bundles.result
    assert result is not None
    assert result.wrong == 2
    codes = [check.code for _, check in result.lines]
    assert codes[1] is Code.ORIGINAL_MISSING
    assert codes[3] is Code.BUNDLE_DAMAGED
    page.bundles.list.table.choose(3)
    text = page.bundles.list.details.toPlainText()
    assert page.workplace.words.next_step(Code.BUNDLE_DAMAGED, {"file": changed.original.file}) in text


def test_another_bundle_in_its_place_is_named(qtbot: QtBot, page: ArchivePage, kept: Kept) -> None:
    first, second = rows(page)[3], rows(page)[1]
    archive = kept.centre.archive
    content = (archive / f"{second.original.payload}.shd").read_bytes()
    (archive / f"{first.original.payload}.shd").write_bytes(content)
    choose(page, 3)
    page.bundles.verify_chosen()
    settle(qtbot, page.workplace)
    assert page.bundles.result is not None
    assert [check.code for _, check in page.bundles.result.lines] == [Code.ORIGINAL_DIFFERS]


def test_the_pin_is_asked_for(qtbot: QtBot, make_archive: MakeArchive) -> None:
    page = ArchivePage(make_archive())
    qtbot.addWidget(page)
    page.show()
    page.activate()
    settle(qtbot, page.workplace)
    page.bundles.verify_shown()
    qtbot.waitUntil(lambda: page.findChild(PinDialog) is not None, timeout=10_000)
    dialog = page.findChild(PinDialog)
    assert isinstance(dialog, PinDialog)
    assert page.bundles.result is None
    dialog.reject()
    settle(qtbot, page.workplace)


def test_verifying_is_stopped_and_what_is_done_is_told(qtbot: QtBot, page: ArchivePage) -> None:
    originals = [row.original for row in rows(page)]
    told: list[object] = []

    def stop(progress: Progress) -> None:
        from storage.domain.errors import OperationCancelled

        if progress.stage is Stage.VERIFYING and len(told) == 2:
            raise OperationCancelled

    found: list[object] = []
    job = operations.verify(originals=originals, told=told.append)
    page.workplace.runner.start(lambda station, _: job(station, stop), succeeded=found.append)
    settle(qtbot, page.workplace)
    (result,) = found
    assert isinstance(result, operations.Verified)
    assert (len(result.lines), result.planned) == (2, 4)
    page.bundles._verified(result)
    assert "2" in page.bundles.summary.text()


# Copies, details, records


def test_a_copy_is_the_very_file_that_was_sent(qtbot: QtBot, page: ArchivePage, kept: Kept, tmp_path: Path) -> None:
    chosen = rows(page)[3].original
    page.bundles.save_copies([chosen], tmp_path / "bản sao.shd")
    settle(qtbot, page.workplace)
    assert (tmp_path / "bản sao.shd").read_bytes() == kept.sent[0].read_bytes()
    folder = tmp_path / "nhiều"
    folder.mkdir()
    page.bundles.save_copies([row.original for row in rows(page)], folder)
    settle(qtbot, page.workplace)
    sent = {hashlib.sha256(path.read_bytes()).hexdigest() for path in kept.sent}
    assert {hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()} == sent
    assert str(folder) in page.bundles.summary.text()


def test_a_copy_of_what_is_gone_is_refused(qtbot: QtBot, page: ArchivePage, kept: Kept, tmp_path: Path) -> None:
    chosen = rows(page)[3].original
    (kept.centre.archive / f"{chosen.payload}.shd").unlink()
    told: list[object] = []
    page.said.connect(told.append)
    page.bundles.save_copies([chosen], tmp_path / "bản sao.shd")
    settle(qtbot, page.workplace)
    (error,) = told
    assert isinstance(error, LedgerError)
    assert error.code is Code.ORIGINAL_MISSING
    assert not (tmp_path / "bản sao.shd").exists()


def test_the_details_tell_key_receipt_and_where_it_counts(qtbot: QtBot, page: ArchivePage) -> None:
    choose(page, 3)
    page.bundles.look.click()
    qtbot.waitUntil(lambda: page.findChild(OriginalDialog) is not None, timeout=20_000)
    dialog = page.findChild(OriginalDialog)
    assert isinstance(dialog, OriginalDialog)
    from PySide6.QtWidgets import QLabel

    text = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "số 1 lúc 01/06/2020" in text
    assert "06 tháng đầu năm 2020" in text
    assert rows(page)[3].original.payload in text
    dialog.reject()
    settle(qtbot, page.workplace)


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".xlsx"])
def test_the_record_of_a_verification_is_written(
    qtbot: QtBot, page: ArchivePage, kept: Kept, opened: list[QUrl], tmp_path: Path, suffix: str
) -> None:
    damage(kept, rows(page)[3])
    page.bundles.verify_shown()
    settle(qtbot, page.workplace)
    paper, target = page.bundles.paper, tmp_path / f"biên bản{suffix}"
    assert paper is not None
    page.bundles.files.write(paper, target)
    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    settle(qtbot, page.workplace)
    if suffix == ".docx":
        document = Document(str(target))
        text = "\n".join(paragraph.text for paragraph in document.paragraphs)
        assert "3 gói nguyên vẹn, 1 gói có vấn đề" in text
        cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
        assert "1 huyện thứ nhất.shd" in cells
        assert any("[BUNDLE_DAMAGED]" in cell for cell in cells)
    elif suffix == ".xlsx":
        lines = list(load_workbook(target).worksheets[0].iter_rows(values_only=True))
        assert len(lines) == 1 + 4
        assert lines[4][9] == "BUNDLE_DAMAGED"
    else:
        assert target.read_bytes().startswith(b"%PDF")


# By keyboard


def test_the_keyboard_alone_verifies(qtbot: QtBot, qapp: QApplication, make_archive: MakeArchive) -> None:
    from ui.window.operations.keys import open_keys

    window = MainWindow(make_archive())
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.workplace.runner.start(open_keys(pin=PIN))
    page = window.page("archive")
    assert isinstance(page, ArchivePage)
    settle(qtbot, window.workplace)
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is page.bundles.filters.search
    reached = set()
    for _ in range(30):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        reached.add(window.focusWidget())
    bundles = page.bundles
    assert {bundles.list.table, bundles.list.details, bundles.verify, bundles.look, bundles.copy, bundles.verify_all} <= reached
    bundles.verify.setFocus()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    settle(qtbot, window.workplace)
    assert bundles.result is not None
    assert window.focusWidget() is bundles.list.table
