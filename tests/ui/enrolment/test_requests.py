"""The centre's desk of enrolment through the window: the telephone check, keys of offices, kits, the centre's own keys."""

from __future__ import annotations

import shutil
from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from export.exchange.enrolment_desk import KeyState, key_history, key_lines, waiting_requests
from export.exchange.importing import import_files
from export.exchange.receiving import receive
from export.exchange.sealing import seal
from storage.domain.codes import Code
from storage.folders import Folders
from tests.ui.conftest import OFFICE, BuiltExchange, settle
from tests.ui.enrolment.steps import OTHER, PHONE, begun, page_rows, request_of, shown, taken, texts, typed, with_phone
from ui.window.enrolment.dialogs import ReasonDialog
from ui.window.pin import PinDialog
from ui.window.workplace import Workplace


class TestTheCheck:
    """A key is admitted by 24 right digits and by nothing else."""

    def test_a_request_is_checked_and_approved(
        self, qtbot: QtBot, exchange: BuiltExchange, make_centre: Callable[[], Workplace]
    ) -> None:
        path, voice = request_of(exchange, "other")
        page = shown(qtbot, make_centre())
        taken(qtbot, page, path)
        panel = page.requests.panel
        assert "1 request" in page.requests.told.text()
        assert page.tabs.tabText(0).endswith("(1)")
        assert not panel.admit.isEnabled()
        begun(qtbot, page)
        wrong = voice[:8] + str((int(voice[8]) + 1) % 10) + voice[9:]
        typed(qtbot, panel.digits, wrong[:12])
        assert [label.text()[-1] for label in panel.digits.groups[:3]] == ["✓", "✓", "✕"]
        assert "differ: 3" in panel.told.text()
        typed(qtbot, panel.digits, wrong)
        assert not panel.admit.isEnabled()
        typed(qtbot, panel.digits, voice[:20])
        assert not panel.admit.isEnabled()
        typed(qtbot, panel.digits, " ".join(voice[start : start + 4] for start in range(0, 24, 4)))
        assert panel.admit.isEnabled()
        assert not panel.replaces.isVisible(), "this office has no key yet"
        panel.note.field.setText("gọi lúc 9 giờ")
        with qtbot.waitSignal(page.workplace.announcer.changed):
            panel.admit.click()
        settle(qtbot, page.workplace)
        with exchange.station(exchange.centre) as station:
            assert {line.office: line.state for line in key_lines(station.ledger)}[OTHER] is KeyState.ENROLLED
            assert waiting_requests(station.ledger) == []
            history = key_history(station.ledger, OTHER)
        assert {(event.kind, event.text) for event in history} == {("admitted", ""), ("noted", "gọi lúc 9 giờ")}
        assert page.requests.empty.isVisible()
        assert panel.isHidden()

    def test_the_right_digits_are_never_on_the_screen(
        self, qtbot: QtBot, exchange: BuiltExchange, make_centre: Callable[[], Workplace]
    ) -> None:
        path, voice = request_of(exchange, "other")
        page = shown(qtbot, make_centre())
        taken(qtbot, page, path)
        begun(qtbot, page)
        typed(qtbot, page.requests.panel.digits, "0" * 24)
        everything = texts(page)
        assert [voice[start : start + 4] for start in range(0, 24, 4) if voice[start : start + 4] in everything] == []

    def test_the_number_to_call_is_that_of_the_register(
        self, qtbot: QtBot, exchange: BuiltExchange, make_centre: Callable[[], Workplace]
    ) -> None:
        first, _ = request_of(exchange, "other")
        second, _ = request_of(exchange, "again", OFFICE)
        with_phone(exchange, OTHER)
        page = shown(qtbot, make_centre())
        taken(qtbot, page, first, second)
        table, panel = page.requests.table, page.requests.panel
        for office, has_phone in ((OTHER, True), (OFFICE, False)):
            row = next(number for number in range(2) if table.model().index(number, 1).data() == office)
            table.selectRow(row)
            assert (panel.phone.text() == PHONE and panel.phone.isVisible()) == has_phone
            assert panel._no_phone.isVisible() != has_phone

    def test_locked_keys_ask_for_the_pin_first(
        self, qtbot: QtBot, exchange: BuiltExchange, make_centre: Callable[[], Workplace]
    ) -> None:
        path, _ = request_of(exchange, "other")
        page = shown(qtbot, make_centre(), unlocked=False)
        taken(qtbot, page, path)
        dialog = page.findChild(PinDialog)
        assert isinstance(dialog, PinDialog)
        dialog.reject()
        settle(qtbot, page.workplace)
        assert page.requests.table.model().rowCount() == 0

    def test_a_dropped_folder_gives_its_requests_alone(
        self, qtbot: QtBot, exchange: BuiltExchange, make_centre: Callable[[], Workplace]
    ) -> None:
        path, _ = request_of(exchange, "other")
        stick = exchange.root / "usb"
        stick.mkdir()
        shutil.copy(path, stick)
        shutil.copy(exchange.kit, stick)
        page = shown(qtbot, make_centre())
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(stick))])
        none = Qt.MouseButton.NoButton
        page.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, none, Qt.KeyboardModifier.NoModifier))
        settle(qtbot, page.workplace)
        assert page.requests.table.model().rowCount() == 1
        assert page.requests.told.text().startswith("1 request")
        assert "\n" not in page.requests.told.text()
        taken(qtbot, page, exchange.kit)
        assert "kit.shd" in page.requests.told.text()

    def test_a_request_among_bundles_reaches_the_desk(
        self, qtbot: QtBot, exchange: BuiltExchange, make_centre: Callable[[], Workplace]
    ) -> None:
        path, _ = request_of(exchange, "other")
        with exchange.station(exchange.centre) as station:
            for _ in range(2):
                (outcome,) = import_files(station, [path])
                assert (outcome.code, outcome.parameters["office"]) == (Code.ENROLMENT_WAITING, OTHER)
            (again,) = import_files(station, [exchange.root / "enrol.shd"])
            assert again.code is Code.ALREADY_ENROLLED
            (waiting,) = waiting_requests(station.ledger)
            (retried,) = import_files(station, [waiting.path])
            assert retried.code is Code.ENROLMENT_WAITING
        page = shown(qtbot, make_centre())
        assert page.requests.table.model().rowCount() == 1

    def test_a_request_is_refused_with_a_reason(
        self, qtbot: QtBot, exchange: BuiltExchange, make_centre: Callable[[], Workplace]
    ) -> None:
        path, _ = request_of(exchange, "other")
        page = shown(qtbot, make_centre())
        taken(qtbot, page, path)
        page.requests.panel.refuse.click()
        dialog = page.findChild(ReasonDialog)
        assert isinstance(dialog, ReasonDialog)
        assert not dialog.go_button.isEnabled()
        dialog.reason.field.setText("TUYỆT MẬT")
        assert not dialog.go_button.isEnabled()
        dialog.reason.field.setText("đọc sai hai lần")
        dialog.go_button.click()
        settle(qtbot, page.workplace)
        assert page.requests.table.model().rowCount() == 0
        with exchange.station(exchange.centre) as station:
            assert waiting_requests(station.ledger) == []
            assert [(one.kind, one.text) for one in key_history(station.ledger, OTHER)] == [("refused", "đọc sai hai lần")]
            assert OTHER not in {line.office for line in key_lines(station.ledger)}


class TestANewPc:
    """A PC died: its successor is enrolled, the old key ends, and what arrived goes back."""

    def test_from_the_request_to_the_entries(
        self, qtbot: QtBot, exchange: BuiltExchange, make_centre: Callable[[], Workplace]
    ) -> None:
        exchange.record(2)
        with exchange.station(exchange.office) as station:
            bundles = [bundle.file.path for bundle in seal(station, exchange.root / "usb").bundles]
        with exchange.station(exchange.centre) as station:
            import_files(station, bundles)
        path, voice = request_of(exchange, "new", OFFICE)
        page = shown(qtbot, make_centre())
        taken(qtbot, page, path)
        begun(qtbot, page)
        panel = page.requests.panel
        assert panel.replaces.isVisible()
        panel.replaces.setChecked(True)
        typed(qtbot, panel.digits, voice)
        panel.admit.click()
        settle(qtbot, page.workplace)
        states = {line.state for line in page_rows(page) if line.office == OFFICE}
        assert states == {"ENROLLED", "SUCCEEDED"}
        assert page.requests.give_back.isVisible()
        page.requests.give_back.click()
        dialog = page.offices.findChild(QFileDialog)
        assert isinstance(dialog, QFileDialog)
        dialog.close()
        target = exchange.root / "return"
        target.mkdir()
        page.offices.write_return(str(target))
        settle(qtbot, page.workplace)
        assert "Written" in page.offices.told.text()
        new = Folders(exchange.root / "new", exchange.root / "markers" / "new")
        with exchange.station(new) as station:
            received = {receive(station, file).code for file in sorted(target.iterdir(), reverse=True)}
            assert received == {Code.RESYNC_ACCEPTED, Code.RECEIPT_ACCEPTED}
            assert station.ledger.db.execute("SELECT count(*) FROM activity").fetchone()[0] == 2

    def test_a_key_is_ended_with_a_reason(
        self, qtbot: QtBot, exchange: BuiltExchange, make_centre: Callable[[], Workplace]
    ) -> None:
        page = shown(qtbot, make_centre())
        page.tabs.setCurrentWidget(page.offices)
        page.show_argument(OFFICE)
        qtbot.waitUntil(lambda: page.offices.table.model().rowCount() == 1)
        settle(qtbot, page.workplace)
        assert "admitted" in page.offices.history.text()
        page.offices.end.click()
        dialog = page.offices.findChild(ReasonDialog)
        assert isinstance(dialog, ReasonDialog)
        dialog.reason.field.setText("máy bị mất")
        dialog.go_button.click()
        settle(qtbot, page.workplace)
        assert [row.state for row in page_rows(page) if row.office == OFFICE] == ["REVOKED"]
        assert "máy bị mất" in page.offices.history.text()
        assert not page.offices.end.isEnabled()
        exchange.record(1)
        with exchange.station(exchange.office) as station:
            (bundle,) = seal(station, exchange.root / "usb").bundles
        with exchange.station(exchange.centre) as station:
            (outcome,) = import_files(station, [bundle.file.path])
            assert outcome.code is Code.KEY_REVOKED
