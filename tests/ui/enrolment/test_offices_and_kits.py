"""Offices with their keys, kits, and the keys of the centre, as the enrolment desk shows and changes them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from export.exchange.enrolment_desk import KeyState, kits_in_use
from export.exchange.importing import import_files
from export.exchange.kits import read_kit
from export.exchange.receiving import receive
from export.exchange.rotation import TrustStanding, trust_standing
from export.exchange.sealing import seal
from storage.domain.codes import Code
from storage.domain.plan_changes import Change, Kind, Part
from storage.messages.catalogue import Catalogue
from tests.ui.conftest import OFFICE, PIN, BuiltExchange, settle
from tests.ui.enrolment.steps import OTHER, PHONE, page_rows, request_of, shown, taken, with_phone
from ui.window.enrolment.kit_tab import change_line
from ui.window.enrolment.offices_tab import STATES
from ui.window.enrolment.renew_dialog import KIT, RECEIPT, ROOT, RenewDialog
from ui.window.enrolment.rows import RowModel
from ui.window.enrolment.sticks import SticksDialog
from ui.window.enrolment.view import NONE, WAITING, OfficeRow, kit_uses
from ui.window.workplace import Workplace


class TestOffices:
    """Every office stands in the list, whatever is known of it."""

    def test_states_and_filters(self, qtbot: QtBot, exchange: BuiltExchange, make_centre: Callable[[], Workplace]) -> None:
        path, _ = request_of(exchange, "other")
        page = shown(qtbot, make_centre())
        taken(qtbot, page, path)
        rows = {row.office: row for row in page_rows(page)}
        assert (rows[OFFICE].state, rows[OTHER].state) == ("ENROLLED", WAITING)
        assert rows[OFFICE].kit == 0
        assert sum(row.state == NONE for row in rows.values()) == len(rows) - 2
        assert page.workplace.identity.office not in rows
        page.offices.states.setCurrentIndex(page.offices.states.findData(WAITING))
        assert page.offices.table.model().rowCount() == 1
        page.offices.states.setCurrentIndex(0)
        page.offices.search.setText("ngoc hoi")
        qtbot.waitUntil(lambda: page.offices.table.model().rowCount() == 1)
        chosen = page.offices.chosen
        assert chosen is not None
        assert chosen.office == OTHER

    def test_the_kit_in_use_is_known_from_bundles(
        self, qtbot: QtBot, exchange: BuiltExchange, make_centre: Callable[[], Workplace]
    ) -> None:
        exchange.record(1)
        with exchange.station(exchange.office) as station:
            bundles = [bundle.file.path for bundle in seal(station, exchange.root / "usb").bundles]
        with exchange.station(exchange.centre) as station:
            import_files(station, bundles)
            assert {office: use.no for office, use in kits_in_use(station.ledger).items()} == {OFFICE: 1}
        page = shown(qtbot, make_centre())
        page.kit.uses.choose("1")
        page.kit.show_offices.click()
        assert page.tabs.currentWidget() is page.offices
        assert [page.offices.table.model().index(0, column).data() for column in (1, 5)] == [OFFICE, "1"]
        assert page.offices.table.model().rowCount() == 1

    def test_every_state_has_words(self) -> None:
        assert set(STATES) == {state.value for state in KeyState} | {NONE, WAITING}

    def test_ten_thousand_offices_are_listed_quickly(self, qtbot: QtBot, make_centre: Callable[[], Workplace]) -> None:
        page = shown(qtbot, make_centre(), unlocked=False)
        rows = [OfficeRow(f"X{number}", f"Office {number}", "", NONE) for number in range(10_000)]
        page.offices.show_offices(rows, 1)
        assert page.offices.table.model().rowCount() == 10_000
        assert page.offices.table.findChildren(QWidget, "qt_scrollarea_viewport")
        assert kit_uses(tuple(rows)) == [(0, 10_000)]

    def test_the_model_keeps_qt_s_contract(self, qtmodeltester: object) -> None:
        model = RowModel(("a", "b"))
        qtmodeltester.check(model)  # type: ignore[attr-defined]


class TestKits:
    """One button writes the next kit; what it will change is told before."""

    def test_nothing_changed_then_a_change_then_a_kit(
        self, qtbot: QtBot, exchange: BuiltExchange, make_centre: Callable[[], Workplace], tmp_path: Path
    ) -> None:
        page = shown(qtbot, make_centre())
        assert "no new kit" in page.kit.news.text()
        with_phone(exchange, OTHER)
        page = shown(qtbot, make_centre())
        assert "of 1 change" in page.kit.news.text()
        assert page.kit.changes.item(0).text() == f"Changed: office {OTHER}: {PHONE}"
        assert "kit 2" in page.kit.issue.text()
        page.kit.issue.click()
        settle(qtbot, page.workplace)
        dialog = page.kit.findChild(QFileDialog)
        assert isinstance(dialog, QFileDialog)
        dialog.close()
        page.kit.write_to(str(tmp_path))
        settle(qtbot, page.workplace)
        assert "Kit 2" in page.kit.told.text()
        assert "no new kit" in page.kit.news.text()
        assert read_kit(tmp_path / "shd-kit-2.shd", temporary=tmp_path / "t").manifest.no == 2
        page.kit.again.click()
        settle(qtbot, page.workplace)
        other = tmp_path / "again"
        other.mkdir()
        page.kit.write_to(str(other))
        settle(qtbot, page.workplace)
        assert (other / "shd-kit-2.shd").read_bytes() == (tmp_path / "shd-kit-2.shd").read_bytes()

    def test_a_kit_of_which_no_copy_is_kept_is_told_as_such(
        self, qtbot: QtBot, exchange: BuiltExchange, make_centre: Callable[[], Workplace]
    ) -> None:
        shutil.rmtree(exchange.centre.kits)
        page = shown(qtbot, make_centre())
        assert "not known" in page.kit.news.text()
        assert page.kit.again.isHidden()
        assert page.kit.issue.isEnabled()

    @pytest.mark.parametrize("kind", list(Kind))
    @pytest.mark.parametrize("part", list(Part))
    def test_every_difference_has_words(self, part: Part, kind: Kind) -> None:
        assert "X9" in change_line(Change(kind, part, "X9", after="b"))


class TestKeysOfTheCentre:
    """Renewing from the window: what is missing is said first, and a kit is written at once."""

    def standing(self, exchange: BuiltExchange) -> TrustStanding:
        with exchange.station(exchange.centre) as station:
            return trust_standing(station)

    def test_receipt_and_kit_key_are_renewed(
        self, qtbot: QtBot, exchange: BuiltExchange, make_centre: Callable[[], Workplace], tmp_path: Path
    ) -> None:
        page = shown(qtbot, make_centre())
        page.tabs.setCurrentWidget(page.trust)
        assert exchange.fingerprint.startswith(page.trust.fingerprint.text()[:4])
        page.trust.renew.click()
        dialog = page.trust.findChild(RenewDialog)
        assert isinstance(dialog, RenewDialog)
        assert not dialog.go_button.isEnabled()
        dialog.boxes[KIT].setChecked(True)
        dialog.reason.field.setText("thay hằng năm")
        assert not dialog.go_button.isEnabled()
        dialog.set_folder(str(tmp_path))
        assert dialog.go_button.isEnabled(), dialog.told.text()
        dialog.go_button.click()
        settle(qtbot, page.workplace)
        assert page.trust.told.text().startswith("2 key")
        assert "version 2" in page.trust.version.text()
        with exchange.station(exchange.office) as station:
            assert receive(station, tmp_path / "shd-kit-2.shd").code is Code.KIT_ACCEPTED
            assert station.trust.version == 2

    def test_the_root_moves_to_three_sticks_and_signs_from_there(
        self, qtbot: QtBot, exchange: BuiltExchange, make_centre: Callable[[], Workplace], tmp_path: Path
    ) -> None:
        sticks = [tmp_path / f"usb {number}" for number in range(3)]
        for stick in sticks:
            stick.mkdir()
        page = shown(qtbot, make_centre())
        page.trust.renew.click()
        dialog = page.trust.findChild(RenewDialog)
        assert isinstance(dialog, RenewDialog)
        dialog.boxes[RECEIPT].setChecked(False)
        for role in (ROOT, KIT):
            dialog.boxes[role].setChecked(True)
        dialog.reason.field.setText("chia cho ba người giữ")
        dialog.set_folder(str(tmp_path))
        for stick in sticks[:2]:
            dialog.new.add_folder(str(stick))
        assert not dialog.go_button.isEnabled()
        dialog.new.add_folder(str(sticks[2]))
        dialog.pin.setText(PIN)
        assert dialog.go_button.isEnabled(), dialog.told.text()
        dialog.go_button.click()
        settle(qtbot, page.workplace)
        assert [stick.name for stick in sticks if not (stick / f"root-key-{sticks.index(stick) + 1}.json").is_file()] == []
        page.kit.issue.click()
        question = page.kit.findChild(SticksDialog)
        assert isinstance(question, SticksDialog)
        question.sticks.add_folder(str(sticks[0]))
        assert not question.go_button.isEnabled()
        question.sticks.add_folder(str(sticks[2]))
        question.pin.setText(PIN)
        question.go_button.click()
        settle(qtbot, page.workplace)
        page.kit.write_to(str(tmp_path))
        settle(qtbot, page.workplace)
        assert (tmp_path / "shd-kit-3.shd").is_file()

    def test_too_few_signing_sticks_are_asked_for(self, qtbot: QtBot, exchange: BuiltExchange, tmp_path: Path) -> None:
        from dataclasses import replace

        standing = self.standing(exchange)
        root = replace(standing.roles[0], keys=("a" * 32, "b" * 32, "c" * 32), threshold=2, here=False)
        dialog = RenewDialog(Catalogue.load("en"), replace(standing, roles=(root, *standing.roles[1:])))
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.reason.field.setText("x")
        dialog.set_folder(str(tmp_path))
        assert dialog.told.text().startswith("Cần 2 USB")
        for name in ("one", "one", "two"):
            dialog.present.add_folder(str(tmp_path / name))
        assert dialog.go_button.isEnabled()
        dialog.boxes[ROOT].setChecked(True)
        assert not dialog.go_button.isEnabled()
        dialog.replaced.setCurrentIndex(2)
        dialog.new.add_folder(str(tmp_path / "new"))
        assert dialog.go_button.isEnabled(), dialog.told.text()
        choice = dialog.choice
        assert (choice.replaced, len(choice.present), choice.roles) == ((2,), 2, frozenset({ROOT, RECEIPT}))

    def test_old_keys_are_told(self, qtbot: QtBot, exchange: BuiltExchange, make_centre: Callable[[], Workplace]) -> None:
        page = shown(qtbot, make_centre(), unlocked=False)
        standing = self.standing(exchange)
        page.trust.show_trust(standing, datetime(2022, 1, 1, tzinfo=UTC))
        assert "renew them" in page.trust.age.text()
