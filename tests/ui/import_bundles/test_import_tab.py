"""Checking and importing a week through the window, from the first file to the result."""

from __future__ import annotations

import shutil
import threading
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from storage.backup import verify_ledger
from storage.domain.changes import ChangeSet
from storage.domain.codes import Code
from tests.ui.conftest import settle
from tests.ui.import_bundles.page_steps import EXPECTED, checked, imported, shown
from tests.ui.import_bundles.week import FORKED, GAPPED, STRANGER, WHOLE, Week
from ui.window.import_bundles.flow import Step
from ui.window.import_bundles.lines import totals_of
from ui.window.import_bundles.model import STATE
from ui.window.pin import PinDialog
from ui.window.workplace import Workplace

# The page


def test_a_week_is_checked_line_by_line_and_nothing_is_written(qtbot: QtBot, week: Week, centre: Workplace) -> None:
    page = shown(qtbot, centre)
    tab = page.import_tab
    assert tab.flow.step is Step.CHOOSE
    came: list[tuple[int, bool]] = []
    in_window = threading.get_ident()
    tab.list.model.rowsInserted.connect(lambda *_: came.append((tab.list.model.rowCount(), threading.get_ident() == in_window)))
    checked(qtbot, page, week.usb)
    assert came == [(number, True) for number in range(1, 61)]
    assert Counter(line.state for line in tab.flow.lines) == EXPECTED
    totals = totals_of(tab.flow.chosen)
    assert (totals.files, totals.taken, totals.offices, totals.new) == (58, 49, 5, 56)
    assert (totals.contents.activities, len(totals.contents.reports)) == (46, 5)
    assert "56" in tab.list.summary.text()
    page.workplace.runner.shut_down()
    pc = week.open_centre()
    assert pc.ledger.db.execute("SELECT count(*) FROM import").fetchone() == (0,)
    assert not pc.folders.quarantine.exists()
    pc.close()


def test_states_are_counted_and_shown_alone(qtbot: QtBot, week: Week, centre: Workplace) -> None:
    page = shown(qtbot, centre)
    checked(qtbot, page, week.usb)
    steps = page.import_tab.list
    assert steps.states.count() == 1 + len(EXPECTED)
    for state, count in EXPECTED.items():
        steps.states.setCurrentIndex(steps.states.findData(state.value))
        assert steps.model.rowCount() == count
        assert str(count) in steps.states.currentText()
        assert {steps.model.line(row).state for row in range(count)} == {state}  # type: ignore[union-attr]
    steps.states.setCurrentIndex(0)
    assert steps.model.rowCount() == 60


def test_each_line_explains_itself(qtbot: QtBot, week: Week, centre: Workplace) -> None:
    page = shown(qtbot, centre)
    checked(qtbot, page, week.usb)
    steps, words = page.import_tab.list, centre.words
    for name, expected in (
        (f"{GAPPED}/gói 9.shd", words.sentence(Code.BUNDLE_GAP)),
        (f"{STRANGER}/gói 1.shd", words.next_step(Code.BUNDLE_UNKNOWN_KEY)),
        (f"{STRANGER}/gói 1.shd", "Sa Thầy"),
        ("xấu/hỏng 1.shd", Code.BUNDLE_DAMAGED.value),
        ("xấu/ảnh.shd", words.sentence(Code.BUNDLE_NOT_OURS)),
        (f"{FORKED}/Ở máy thứ nhất.shd", words.sentence(Code.BUNDLE_LATE_CHANGE)),
        (f"{WHOLE[0]}/gói 9.shd", "06 tháng đầu năm 2020"),
        (f"{WHOLE[0]}/gói 9.shd", words.sentence(Code.BUNDLE_VERIFIED)),
        (f"{WHOLE[0]}/gói 9.shd", "9–11"),
    ):
        steps.table.choose(steps.model.row_of(week.usb / name))
        assert expected in steps.details.toPlainText(), name
    assert words.sentence(Code.BUNDLE_IMPORTED, {"new": 3, "known": 0}) not in steps.details.toPlainText()


def test_the_import_does_what_the_preview_said(qtbot: QtBot, week: Week, centre: Workplace) -> None:
    page = shown(qtbot, centre)
    announced: list[ChangeSet] = []
    centre.announcer.changed.connect(lambda changes, _: announced.append(changes))
    checked(qtbot, page, week.usb)
    planned = totals_of(page.import_tab.flow.chosen)
    result = imported(qtbot, page, week.usb)
    assert totals_of(result.lines) == planned
    assert not result.stopped
    assert len(announced) == 1
    assert announced[0].activities
    assert announced[0].exchange
    assert page.history.model.rowCount() == 46
    kept = Counter(line.code for line in page.waiting.model.values)
    assert sum(kept.values()) == sum(line.kept for line in result.lines) - len(page.import_tab.flow.requests) == 8
    assert kept[Code.BUNDLE_UNKNOWN_KEY] == 2
    assert Code.ENROLMENT_WAITING not in kept
    assert page.tabs.tabText(3).endswith(str(sum(kept.values())))
    names = {line.file for line in page.waiting.model.values}
    assert "goi-1.shd" in names
    assert all(line.claimed and line.office for line in page.waiting.model.values if line.code is Code.BUNDLE_UNKNOWN_KEY)


def test_what_is_left_out_stays_out(qtbot: QtBot, week: Week, centre: Workplace) -> None:
    page = shown(qtbot, centre)
    checked(qtbot, page, week.usb / WHOLE[0])
    steps = page.import_tab.list
    last = steps.model.rowCount() - 1
    steps.table.choose(last)
    steps.leave_out.click()
    assert page.import_tab.flow.left_out == {steps.model.line(last).path}  # type: ignore[union-attr]
    assert steps.model.index(last, STATE).data(Qt.ItemDataRole.FontRole).strikeOut()
    steps.leave_out.click()
    assert page.import_tab.flow.left_out == frozenset()
    steps.leave_out.click()
    steps.go.click()
    qtbot.waitUntil(lambda: page.import_tab.flow.step is Step.RESULT, timeout=20_000)
    assert len(page.import_tab.flow.lines) == 8
    settle(qtbot, centre)


def test_more_files_join_those_that_are_looked_at(qtbot: QtBot, week: Week, centre: Workplace) -> None:
    page = shown(qtbot, centre)
    checked(qtbot, page, week.usb / WHOLE[0])
    page.open_files([week.usb / WHOLE[1]])
    qtbot.waitUntil(lambda: len(page.import_tab.flow.lines) == 18, timeout=20_000)
    settle(qtbot, centre)


def test_files_are_dropped_on_the_page(qtbot: QtBot, week: Week, centre: Workplace) -> None:
    page = shown(qtbot, centre)
    page.tabs.setCurrentWidget(page.history)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in week.files() * 5])
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    page.dropEvent(event)
    qtbot.waitUntil(lambda: page.import_tab.flow.step is Step.PREVIEW, timeout=20_000)
    assert page.tabs.currentWidget() is page.import_tab
    assert len(page.import_tab.flow.lines) == 60


def test_a_stick_is_offered(qtbot: QtBot, week: Week, centre: Workplace) -> None:
    from ui.window.drives import Drive

    page = shown(qtbot, centre)
    choose = page.import_tab.choose
    choose.show_drives([])
    assert not choose.take_drive.isEnabled()
    choose.show_drives([Drive(week.usb, "KINGSTON", 1, 2, False)])
    qtbot.mouseClick(choose.take_drive, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.import_tab.flow.step is Step.PREVIEW, timeout=20_000)
    settle(qtbot, centre)


def test_an_empty_folder_and_a_lost_stick_are_told(qtbot: QtBot, week: Week, centre: Workplace, tmp_path: Path) -> None:
    page = shown(qtbot, centre)
    for path, code in ((tmp_path / "trống", Code.NOTHING_TAKEN), (tmp_path / "mất", Code.FILE_NOT_FOUND)):
        if code is Code.NOTHING_TAKEN:
            path.mkdir()
        with qtbot.waitSignal(page.said, timeout=20_000) as said:
            page.open_files([path])
        outcome = said.args[0]
        assert (outcome if isinstance(outcome, Code) else outcome.code) is code
        assert page.import_tab.flow.step is Step.CHOOSE
        settle(qtbot, centre)


def test_locked_keys_ask_for_the_pin_and_giving_up_changes_nothing(qtbot: QtBot, week: Week, centre: Workplace) -> None:
    page = shown(qtbot, centre, unlocked=False)
    page.open_files([week.usb])
    qtbot.waitUntil(lambda: page.findChild(PinDialog) is not None, timeout=20_000)
    dialog = page.findChild(PinDialog)
    assert isinstance(dialog, PinDialog)
    dialog.reject()
    settle(qtbot, centre)
    assert page.import_tab.flow.step is Step.CHOOSE


# Stopping


def many(week: Week) -> Path:
    """Enough files that a stop comes in the middle."""
    folder = week.root / "nhiều"
    for number in range(12):
        shutil.copytree(week.usb, folder / f"{number:02d}")
    return folder


def test_checking_is_stopped_and_nothing_is_left(qtbot: QtBot, week: Week, centre: Workplace) -> None:
    page = shown(qtbot, centre)
    tab = page.import_tab
    stopping = tab.list.model.rowsInserted.connect(tab.list.progress.stop.click)
    with qtbot.waitSignal(page.said, timeout=20_000) as said:
        page.open_files([many(week)])
    tab.list.model.disconnect(stopping)
    assert said.args == [Code.CANCELLED]
    assert tab.flow.step is Step.CHOOSE
    settle(qtbot, centre)
    checked(qtbot, page, week.usb / WHOLE[0])
    assert len(tab.flow.lines) == 9


def test_importing_is_stopped_and_what_is_in_stays(qtbot: QtBot, week: Week, centre: Workplace) -> None:
    page = shown(qtbot, centre)
    tab = page.import_tab
    checked(qtbot, page, many(week))
    tab.list.model.rowsInserted.connect(tab.list.progress.stop.click)
    tab.list.go.click()
    qtbot.waitUntil(lambda: tab.flow.step is Step.RESULT, timeout=20_000)
    settle(qtbot, centre)
    result = tab.flow.result
    assert result is not None
    assert result.stopped
    assert 0 < len(result.lines) < result.planned
    assert str(len(result.lines)) in tab.list.summary.text()
    assert page.history.model.rowCount() == sum(bool(line.outcome.import_id) for line in result.lines) > 0
    centre.runner.shut_down()
    pc = week.open_centre()
    assert verify_ledger(pc.ledger) == []
    pc.close()


def test_a_job_is_stopped_before_it_began(qtbot: QtBot, week: Week, centre: Workplace) -> None:
    page = shown(qtbot, centre)
    checked(qtbot, page, week.usb / WHOLE[0])
    go_on = threading.Event()
    page.import_tab.list.go.click()
    qtbot.waitUntil(lambda: page.import_tab.flow.step is not Step.PREVIEW, timeout=20_000)
    settle(qtbot, centre)
    page.import_tab.list.again.click()
    checked(qtbot, page, week.usb / WHOLE[1])
    page.run(lambda _station, _report: go_on.wait(20))
    page.import_tab._import()
    page.import_tab.list.progress.stop.click()
    with qtbot.waitSignal(page.said, timeout=20_000) as said:
        go_on.set()
    assert said.args == [Code.CANCELLED]
    settle(qtbot, centre)
    page.refresh()
    settle(qtbot, centre)
    assert page.history.model.rowCount() == 9


def test_files_that_come_while_busy_wait_for_a_better_moment(qtbot: QtBot, week: Week, centre: Workplace) -> None:
    page = shown(qtbot, centre)
    go_on = threading.Event()
    checked(qtbot, page, week.usb / WHOLE[0])
    page.run(lambda _station, _report: go_on.wait(20))
    page.import_tab._import()
    with qtbot.waitSignal(page.said) as said:
        page.open_files([week.usb])
    assert said.args == [Code.LEDGER_BUSY]
    go_on.set()
    qtbot.waitUntil(lambda: page.import_tab.flow.step is Step.RESULT, timeout=20_000)
    settle(qtbot, centre)
