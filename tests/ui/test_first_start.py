"""The first start: the flow's order without a window, and the whole way from a kit to a recording office by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from export.exchange.station import Station
from storage.domain.identifiers import TimeOrderedIdentifiers
from storage.folders import Folders
from tests.ui.conftest import OFFICE, PIN, BuiltExchange, clock
from tests.ui.printing.printed import printed, squeezed
from tests.ui.test_every_page_fits import draw
from ui.printing.printer import PaperPrinter
from ui.window.first_start.flow import STEPS, Flow, KitSummary, Missing, OfficeChoice, Step, Way
from ui.window.first_start.wizard import FirstStartWizard

KIT = KitSummary(Path("kit.shd"), "1" * 24, "Sở", (OfficeChoice("A", "Huyện A"), OfficeChoice("B", "Huyện B")))

# The flow


def answered(flow: Flow) -> Flow:
    """Whatever the step in front wants."""
    match flow.step:
        case Step.KIT:
            return flow.with_kit(KIT)
        case Step.FINGERPRINT:
            return flow.with_fingerprint("1" * 24, right=True)
        case Step.OFFICE:
            assert flow.answers.kit is not None
            return flow.with_office(flow.answers.kit.offices[0].code)
        case Step.PIN:
            return flow.with_pin("123456", "123456")
        case _:
            return flow


def test_nothing_can_be_skipped() -> None:
    flow = Flow()
    for step in STEPS[Way.OFFICE][:-1]:
        assert flow.step is step
        if step is not Step.ROLE:
            assert flow.next() is flow, "a step that wants something is not left"
        flow = answered(flow)
        assert flow.missing is Missing.NOTHING
        flow = flow.next()
    assert flow.sets_up
    assert flow.step is Step.PIN, "only the finished set-up leads to the result"
    made = flow.with_result()
    assert made.may_finish
    assert not made.may_go_back


@given(st.lists(st.sampled_from(["next", "back", "answer", "other kit", "wrong digits", "no letter"]), max_size=40))
def test_every_road_keeps_the_rules(moves: list[str]) -> None:
    flow = Flow()
    for move in moves:
        before = flow
        match move:
            case "next":
                flow = flow.next()
            case "back":
                flow = flow.back()
            case "answer":
                flow = answered(flow)
            case "other kit":
                flow = flow.with_kit(KitSummary(Path("other.shd"), "2" * 24, "Sở", (OfficeChoice("C", "Huyện C"),)))
            case "wrong digits":
                flow = flow.with_fingerprint("3" * 24, right=False)
            case _:
                flow = flow.with_no_letter(not flow.answers.no_letter)
        assert flow.step in flow.steps
        if move == "back" and before.step is not Step.ROLE:
            assert flow.number == before.number - 1
            assert flow.answers == before.answers
        if flow.step in (Step.OFFICE, Step.PIN) and move == "next" and before.step is Step.FINGERPRINT:
            assert flow.answers.fingerprint_right or flow.answers.no_letter
    if flow.answers.kit and flow.answers.office:
        assert any(one.code == flow.answers.office for one in flow.answers.kit.offices)


def test_another_kit_takes_the_comparison_back() -> None:
    flow = Flow().with_kit(KIT).with_fingerprint("1" * 24, right=True).with_office("A")
    other = flow.with_kit(KitSummary(Path("x.shd"), "2" * 24, "Sở", (OfficeChoice("A", "Huyện A"),)))
    assert not other.answers.fingerprint_right
    assert other.answers.office == "A"
    assert flow.with_kit(KIT).answers.fingerprint_right


@pytest.mark.parametrize(
    ("pin", "again", "missing"),
    [("12345", "12345", Missing.PIN_SHORT), ("123456", "123457", Missing.PIN_DIFFERS), ("123456", "123456", Missing.NOTHING)],
)
def test_the_pin(pin: str, again: str, missing: Missing) -> None:
    assert Flow(step=Step.PIN).with_pin(pin, again).missing is missing


# The window


@pytest.fixture
def new_pc(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "máy mới", tmp_path / "máy mới markers")


@pytest.fixture
def wizard(qtbot: QtBot, new_pc: Folders) -> Iterator[FirstStartWizard]:
    made = FirstStartWizard(new_pc, clock=clock, identifiers=TimeOrderedIdentifiers(clock), language="vi")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.runner.shut_down()


def idle(qtbot: QtBot, wizard: FirstStartWizard) -> None:
    qtbot.waitUntil(lambda: not wizard.runner.busy, timeout=20_000)


def drop(wizard: FirstStartWizard, path: Path) -> None:
    """As if the file was dropped on the page."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    no_button, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    wizard.kit.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, no_button, no_key))


def to_kit_read(qtbot: QtBot, wizard: FirstStartWizard, kit: Path) -> None:
    qtbot.keyClick(wizard, Qt.Key.Key_Return)
    assert wizard.flow.step is Step.KIT
    drop(wizard, kit)
    idle(qtbot, wizard)


def test_from_a_kit_to_a_recording_office(
    qtbot: QtBot, wizard: FirstStartWizard, exchange: BuiltExchange, new_pc: Folders, tmp_path: Path
) -> None:
    to_kit_read(qtbot, wizard, exchange.kit)
    assert exchange.fingerprint not in wizard.kit.name.text(), "the digits are typed, not copied from the screen"
    qtbot.keyClick(wizard.forward, Qt.Key.Key_Space)
    assert wizard.flow.step is Step.FINGERPRINT
    wrong = str((int(exchange.fingerprint[0]) + 1) % 10) + exchange.fingerprint[1:]
    qtbot.keyClicks(wizard.fingerprint.digits, wrong)
    assert "nhóm 1" in wizard.fingerprint.told.text()
    qtbot.keyClick(wizard.fingerprint.digits, Qt.Key.Key_Return)
    assert wizard.flow.step is Step.FINGERPRINT
    assert wizard.told.isVisible()
    wizard.fingerprint.digits.selectAll()
    groups = " ".join(exchange.fingerprint[start : start + 4] for start in range(0, 24, 4))
    qtbot.keyClicks(wizard.fingerprint.digits, groups)
    qtbot.keyClick(wizard.fingerprint.digits, Qt.Key.Key_Return)
    assert wizard.flow.step is Step.OFFICE
    qtbot.keyClicks(wizard.office.search, "dak ha")
    for _ in range(10):
        if wizard.flow.answers.office != OFFICE:
            qtbot.keyClick(wizard.office.search, Qt.Key.Key_Down)
    assert wizard.flow.answers.office == OFFICE
    qtbot.keyClick(wizard.office.search, Qt.Key.Key_Return)
    assert wizard.flow.step is Step.PIN
    qtbot.keyClicks(wizard.pin.pin, PIN)
    qtbot.keyClicks(wizard.pin.again, PIN)
    wizard.go_back()
    assert wizard.flow.answers.office == OFFICE
    wizard.go_on()
    wizard.go_on()
    idle(qtbot, wizard)
    assert wizard.flow.step is Step.RESULT
    assert not wizard.forward.isEnabled(), "not before the code is on paper"
    assert wizard.outcome.code.text()
    wizard.outcome.save_wanted.emit(tmp_path)
    idle(qtbot, wizard)
    assert {path.suffix for path in tmp_path.glob("shd-*")} == {".shd", ".docx"}
    draw(wizard, "vi-light-first-start-done")
    wizard.reject()
    assert wizard.isVisible(), "a code that is shown only now is not thrown away by Escape"
    wizard.outcome.print.click()
    assert wizard.outcome.code.text() in printed(qtbot, wizard, tmp_path / "mã.pdf")[0]
    qtbot.waitUntil(lambda: wizard.findChild(PaperPrinter) is None)
    wizard.outcome.print_request.click()
    [sheet] = printed(qtbot, wizard, tmp_path / "phiếu.pdf")
    assert squeezed(wizard.outcome.voice.text()) in sheet
    assert OFFICE in sheet
    wizard.outcome.kept.setChecked(True)
    with qtbot.waitSignal(wizard.accepted):
        qtbot.keyClick(wizard.forward, Qt.Key.Key_Space)
    with Station.open(new_pc, clock=clock, identifiers=TimeOrderedIdentifiers(clock), pin=PIN) as station:
        station.unlock()
        assert station.ledger.office == OFFICE


def test_without_a_letter_it_warns_and_goes_on(qtbot: QtBot, wizard: FirstStartWizard, exchange: BuiltExchange) -> None:
    to_kit_read(qtbot, wizard, exchange.kit)
    wizard.go_on()
    wizard.go_on()
    assert wizard.flow.step is Step.FINGERPRINT
    wizard.fingerprint.no_letter.setChecked(True)
    assert wizard.fingerprint.warning.isVisible()
    wizard.go_on()
    assert wizard.flow.step is Step.OFFICE


def test_a_file_that_is_no_kit_is_refused_with_a_reason(
    qtbot: QtBot, wizard: FirstStartWizard, exchange: BuiltExchange, tmp_path: Path
) -> None:
    to_kit_read(qtbot, wizard, exchange.root / "enrol.shd")
    assert wizard.told.isVisible()
    assert wizard.flow.answers.kit is None
    noise = tmp_path / "noise.shd"
    noise.write_bytes(b"no bundle at all")
    drop(wizard, noise)
    idle(qtbot, wizard)
    assert wizard.told.text()
    wizard.go_on()
    assert wizard.flow.step is Step.KIT


def test_closing_early_leaves_nothing(qtbot: QtBot, wizard: FirstStartWizard, exchange: BuiltExchange, new_pc: Folders) -> None:
    to_kit_read(qtbot, wizard, exchange.kit)
    with qtbot.waitSignal(wizard.rejected):
        qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert not new_pc.database.exists()
    assert not new_pc.keys.exists()


def test_the_demonstration_opens_an_office(qtbot: QtBot, wizard: FirstStartWizard, new_pc: Folders) -> None:
    wizard.role.buttons[Way.DEMONSTRATION].setChecked(True)
    wizard.go_on()
    with qtbot.waitSignal(wizard.accepted, timeout=120_000):
        qtbot.keyClick(wizard.demonstration.start, Qt.Key.Key_Space)
    assert wizard.folders != new_pc
    assert wizard.folders.database.exists()
    assert not new_pc.database.exists(), "the demonstration never touches the own profile"
