"""The centre's page of the plan: a draft that is kept, checked in place, undone, and put in force as a new kit."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from export.exchange.kits import read_kit
from storage.domain.programme_file import parse_programme
from storage.plan import documents_of, history
from tests.ui.conftest import PIN, BuiltExchange, settle
from tests.ui.programme.conftest import MakePage
from tests.ui.telex import type_telex
from ui.window.operations.keys import open_keys
from ui.window.pages.programme import ProgrammePage
from ui.window.programme.acts import Act
from ui.window.programme.book import PlanBook
from ui.window.programme.codes_field import CodesField, PickDialog
from ui.window.programme.formula_field import FormulaField
from ui.window.programme.issue_dialog import IssueDialog
from ui.window.programme.items_pane import ItemsPane
from ui.window.programme.problem_dialog import ProblemDialog
from ui.window.programme.reorganise_dialog import ReorganiseDialog


def pane(page: ProgrammePage, area: str) -> ItemsPane:
    return next(pane for pane in page.findChildren(ItemsPane) if pane.area == area)


def line(pane: ItemsPane, key: str) -> QLineEdit:
    field = pane.form.fields[key]
    assert isinstance(field, QLineEdit)
    return field


def checked(qtbot: QtBot, page: ProgrammePage) -> None:
    page.book.keep()
    settle(qtbot, page.workplace)


def retype(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.selectAll()
    qtbot.keyClicks(field, text)


def issue(qtbot: QtBot, page: ProgrammePage, folder: Path) -> IssueDialog:
    page.workplace.runner.start(open_keys(pin=PIN))
    page.head.issue.click()
    settle(qtbot, page.workplace)
    dialog = page.findChild(IssueDialog)
    assert isinstance(dialog, IssueDialog)
    dialog.set_folder(str(folder))
    return dialog


def test_at_first_nothing_differs(make_page: MakePage) -> None:
    page = make_page()
    assert not page.book.is_draft
    assert not page.head.issue.isEnabled()
    assert pane(page, "tasks").model.rowCount() == 19
    assert pane(page, "indicators").model.rowCount() == 76
    assert page.offices.model.rowCount() > 40


def test_what_is_typed_becomes_a_draft_that_survives(qtbot: QtBot, make_page: MakePage) -> None:
    page = make_page()
    retype(qtbot, line(pane(page, "tasks"), "short_title_vi"), "Quan triet")
    settle(qtbot, page.workplace)
    qtbot.waitUntil(lambda: page.book.changes == 1, timeout=5_000)
    assert page.head.issue.isEnabled()
    again = make_page()
    assert again.book.is_draft
    assert line(pane(again, "tasks"), "short_title_vi").text() == "Quan triet"
    assert again.book.changes == 1
    again.drop()
    settle(qtbot, again.workplace)
    assert not again.book.is_draft
    assert not make_page().book.is_draft


def test_a_mistake_is_told_in_its_place_and_found_from_the_list(qtbot: QtBot, make_page: MakePage) -> None:
    page = make_page("en")
    tasks = pane(page, "tasks")
    retype(qtbot, line(tasks, "short_title_en"), "Names of people")
    checked(qtbot, page)
    assert "persons" in tasks.form.boxes["short_title_en"].told
    assert not page.head.issue.isEnabled()
    page.tabs.setCurrentIndex(5)
    page.head.mistakes.click()
    dialog = page.findChild(ProblemDialog)
    assert isinstance(dialog, ProblemDialog)
    assert dialog.list.count() == 1
    dialog.list.setCurrentRow(0)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert page.tabs.currentWidget() is page.tasks
    retype(qtbot, line(tasks, "short_title_en"), "Dissemination")
    checked(qtbot, page)
    assert tasks.form.boxes["short_title_en"].told == ""
    assert page.head.issue.isEnabled()


def test_typing_is_one_step_of_undo(qtbot: QtBot, make_page: MakePage) -> None:
    page = make_page()
    field = line(pane(page, "tasks"), "short_title_vi")
    before = field.text()
    retype(qtbot, field, "abc")
    page.head.undo.click()
    assert field.text() == before
    assert not page.book.is_draft


def test_telex_is_not_disturbed(qtbot: QtBot, make_page: MakePage) -> None:
    page = make_page()
    field = line(pane(page, "tasks"), "short_title_vi")
    field.clear()
    type_telex(field, "Quans trieejt")
    settle(qtbot, page.workplace)
    assert field.text() == "Quán triệt"


def test_codes_in_force_stay(make_page: MakePage) -> None:
    page = make_page()
    tasks = pane(page, "tasks")
    assert line(tasks, "code").isReadOnly()
    tasks.add.click()
    assert not line(tasks, "code").isReadOnly()
    assert tasks.model.rowCount() == 20
    tasks.remove.click()
    assert tasks.model.rowCount() == 19


def test_items_are_moved_in_the_order(make_page: MakePage) -> None:
    page = make_page()
    types = pane(page, "activity_types")
    first, second = [item["code"] for item in page.book.raw["programme"]["activity_types"][:2]]
    types.down.click()
    assert [item["code"] for item in page.book.raw["programme"]["activity_types"][:2]] == [second, first]
    assert line(types, "code").text() == first


def test_a_formula_is_checked_and_reckoned_while_it_is_typed(qtbot: QtBot, make_page: MakePage) -> None:
    page = make_page("en")
    formula = pane(page, "indicators").form.fields["formula"]
    assert isinstance(formula, FormulaField)
    assert formula.list.count() == 2
    formula.line.clear()
    qtbot.keyClicks(formula.line, "so_cuoc + (")
    assert formula.told.property("tone") == "bad"
    formula.line.clear()
    qtbot.keyClicks(formula.line, "so_cuoc / luot_nguoi_du")
    assert "4 / 7 = 57,1 %" in formula.told.text()
    formula.line.clear()
    formula.list.setCurrentRow(1)
    qtbot.keyClick(formula.list, Qt.Key.Key_Return)
    assert formula.line.text() == "luot_nguoi_du"
    qtbot.keyClicks(formula.line, " + khong_co")
    assert "khong_co" in formula.told.text()


def test_codes_are_picked_from_a_list_without_accents(qtbot: QtBot, make_page: MakePage) -> None:
    page = make_page()
    lead = pane(page, "tasks").form.fields["lead"]
    assert isinstance(lead, CodesField)
    lead.pick.click()
    dialog = lead.findChild(PickDialog)
    assert isinstance(dialog, PickDialog)
    qtbot.keyClicks(dialog.search, "so tai chinh")
    shown = [dialog.list.item(row) for row in range(dialog.list.count()) if not dialog.list.item(row).isHidden()]
    assert [item.text().split("  ")[0] for item in shown][:1] == ["STC"]
    shown[0].setCheckState(Qt.CheckState.Checked)
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    assert page.book.raw["programme"]["tasks"][0]["lead"] == ["G_ALL", "STC"]


def test_a_cut_off_is_checked_and_set_for_one_period(qtbot: QtBot, make_page: MakePage) -> None:
    page = make_page()
    dates = page.dates
    dates.table.selectRow(0)
    retype(qtbot, dates.cutoff, "19/06/2020")
    dates.set_dates.click()
    assert dates.told.property("tone") == "bad"
    assert not page.book.is_draft
    retype(qtbot, dates.cutoff, "10/06/2020")
    retype(qtbot, dates.deadline, "25/06/2020")
    dates.set_dates.click()
    settle(qtbot, page.workplace)
    assert page.book.raw["dates"] == {"cutoffs": {"2020S1": "2020-06-10"}, "deadlines": {"2020S1": "2020-06-25"}}
    assert "24/06/2020 *" in dates.table.item(0, 3).text()
    dates.by_plan.click()
    settle(qtbot, page.workplace)
    assert not page.book.is_draft


def test_a_deadline_on_a_rest_day_is_told(qtbot: QtBot, make_page: MakePage) -> None:
    page = make_page("en")
    dates = page.dates
    dates.table.selectRow(0)
    dates.days.day.setText("19/06/2020")
    dates.days.day_name.setText("Holiday")
    dates.days.add_day.click()
    settle(qtbot, page.workplace)
    assert dates.table.item(0, 3).text().endswith("⚠")
    assert "18/06/2020" in dates.told.text()
    dates.days.days.selectRow(0)
    dates.days.drop_day.click()
    settle(qtbot, page.workplace)
    assert not page.book.is_draft


def test_an_exemption_has_a_reason(qtbot: QtBot, make_page: MakePage) -> None:
    page = make_page()
    tab = page.obligations
    tab.search.setText("so tai chinh")
    assert tab.model.rowCount() == 1
    assert not tab.exempt.isEnabled()
    tab.reason.setText("Đang sắp xếp")
    tab.exempt.click()
    settle(qtbot, page.workplace)
    assert page.book.raw["dates"]["exemptions"] == [["STC", "2020S1", "Đang sắp xếp"]]
    assert tab.model.line(0) is not None
    assert tab.back.isEnabled()
    tab.back.click()
    settle(qtbot, page.workplace)
    assert page.book.raw["dates"].get("exemptions") == []


def test_no_requested_body_is_said_to_owe(make_page: MakePage) -> None:
    page = make_page("en")
    page.obligations.search.setText("requested never overdue")
    assert page.obligations.model.rowCount() == 9


# Offices


def opened(qtbot: QtBot, page: ProgrammePage, act: Act, code: str = "") -> ReorganiseDialog:
    if code:
        page.offices.choose(code)
    page.offices.buttons[act].click()
    dialog = page.offices.findChild(ReorganiseDialog)
    assert isinstance(dialog, ReorganiseDialog)
    settle(qtbot, page.workplace)
    return dialog


def ask(qtbot: QtBot, page: ProgrammePage, dialog: ReorganiseDialog, *, day: str = "01/07/2021") -> None:
    dialog.effective.setText(day)
    dialog.legal_basis.setText("Nghị quyết 5/NQ-HĐND")
    dialog.look()
    settle(qtbot, page.workplace)


def effects(dialog: ReorganiseDialog) -> str:
    return "\n".join(dialog.effects.item(row).text() for row in range(dialog.effects.count()))


def test_an_office_is_closed_with_its_effect_seen_before(qtbot: QtBot, make_page: MakePage) -> None:
    page = make_page("en")
    page.offices.choose("STC")
    settle(qtbot, page.workplace)
    dialog = opened(qtbot, page, Act.CREATE)
    assert not dialog.done_button.isEnabled()
    assert dialog.fields is not None
    values = dialog.fields.values | {"code": "BQLDA", "name_vi": "Ban Quản lý dự án", "name_en": "Project Board"}
    dialog.fields.show_values(values)
    ask(qtbot, page, dialog)
    assert dialog.done_button.isEnabled()
    assert "newly expected" in effects(dialog)
    dialog.done_button.click()
    settle(qtbot, page.workplace)
    assert any(office["code"] == "BQLDA" for office in page.book.raw["offices"]["offices"])
    assert page.book.changes == 1
    closing = opened(qtbot, page, Act.CLOSE, "BQLDA")
    ask(qtbot, page, closing, day="01/07/2022")
    assert "without an heir" in effects(closing)
    closing.done_button.click()
    settle(qtbot, page.workplace)
    assert page.book.reasons[-1].startswith("Close Project Board; ")


@pytest.mark.parametrize("act", [Act.RENAME, Act.MERGE, Act.REGROUP])
def test_a_successor_carries_on(qtbot: QtBot, make_page: MakePage, act: Act) -> None:
    page = make_page("en")
    create_office(qtbot, page, "A-MOT")
    dialog = opened(qtbot, page, act, "A-MOT")
    ask(qtbot, page, dialog, day="01/01/2022")
    assert dialog.done_button.isEnabled(), dialog.told.text()
    assert "pass to" in effects(dialog)
    dialog.done_button.click()
    settle(qtbot, page.workplace)
    assert page.book.raw["offices"]["successions"][-1]["targets"] == ["A-MOT-2"]
    page.offices.choose("A-MOT")
    back = opened(qtbot, page, Act.TAKE_BACK)
    back.done_button.click()
    settle(qtbot, page.workplace)
    assert page.book.raw["offices"]["successions"][-1]["sources"] != ["A-MOT"]


def create_office(qtbot: QtBot, page: ProgrammePage, code: str) -> None:
    page.offices.choose("STC")
    dialog = opened(qtbot, page, Act.CREATE)
    assert dialog.fields is not None
    dialog.fields.show_values(dialog.fields.values | {"code": code, "name_vi": f"Cơ quan {code}", "name_en": code})
    ask(qtbot, page, dialog)
    dialog.done_button.click()
    settle(qtbot, page.workplace)


def test_a_split_names_its_heirs(qtbot: QtBot, make_page: MakePage) -> None:
    page = make_page("en")
    create_office(qtbot, page, "A-MOT")
    dialog = opened(qtbot, page, Act.SPLIT, "A-MOT")
    assert dialog.heirs is not None
    dialog.heirs.put(0, "A-HAI", "Cơ quan hai", "Two")
    dialog.heirs.put(1, "SNV", "", "")
    ask(qtbot, page, dialog, day="01/01/2022")
    dialog.done_button.click()
    settle(qtbot, page.workplace)
    assert page.book.raw["offices"]["successions"][-1]["targets"] == ["A-HAI", "SNV"]


def test_a_move_and_a_correction_keep_the_code(qtbot: QtBot, make_page: MakePage) -> None:
    page = make_page("en")
    dialog = opened(qtbot, page, Act.MOVE, "STC")
    assert dialog.into is not None
    dialog.into.show_codes("VPUBND")
    ask(qtbot, page, dialog)
    dialog.done_button.click()
    settle(qtbot, page.workplace)
    office = next(one for one in page.book.raw["offices"]["offices"] if one["code"] == "STC")
    assert office["parent"] == "VPUBND"
    correcting = opened(qtbot, page, Act.CORRECT, "STC")
    assert correcting.fields is not None
    phone = correcting.fields.field("phone")
    assert isinstance(phone, QLineEdit)
    qtbot.keyClicks(phone, "0260 386 0000")
    correcting.look()
    settle(qtbot, page.workplace)
    correcting.done_button.click()
    settle(qtbot, page.workplace)
    office = next(one for one in page.book.raw["offices"]["offices"] if one["code"] == "STC")
    assert office["phone"] == "0260 386 0000"


def test_what_cannot_be_is_told_in_the_dialog(qtbot: QtBot, make_page: MakePage) -> None:
    page = make_page("en")
    dialog = opened(qtbot, page, Act.CREATE)
    assert dialog.fields is not None
    dialog.fields.show_values(dialog.fields.values | {"code": "STC", "name_vi": "x", "name_en": "x"})
    ask(qtbot, page, dialog)
    assert "STC" in dialog.told.text()
    assert not dialog.done_button.isEnabled()


# Putting in force


def test_the_draft_is_put_in_force_with_a_kit(
    qtbot: QtBot, exchange: BuiltExchange, make_page: MakePage, tmp_path: Path
) -> None:
    page = make_page()
    retype(qtbot, line(pane(page, "tasks"), "short_title_vi"), "Quan triet")
    checked(qtbot, page)
    dialog = issue(qtbot, page, tmp_path)
    assert dialog.differences.count() == 1
    assert "Quan triet" in dialog.differences.item(0).text()
    dialog.why.setText("Sửa tên gọn")
    dialog.go.click()
    settle(qtbot, page.workplace)
    qtbot.waitUntil(lambda: not page.book.is_draft, timeout=10_000)
    settle(qtbot, page.workplace)
    with exchange.station(exchange.centre) as station:
        assert documents_of(station.catalogue).programme.version == 2
        assert [one.why for one in history(station.ledger)] == ["Sửa tên gọn"]
        kit = read_kit(tmp_path / "shd-kit-2.shd", temporary=tmp_path / "t", known=station.trust)
    assert parse_programme(kit.programme).tasks[0].short_title_vi == "Quan triet"


def test_harm_has_to_be_looked_at(qtbot: QtBot, exchange: BuiltExchange, make_page: MakePage, tmp_path: Path) -> None:
    with exchange.station(exchange.centre) as station, station.ledger.write():
        station.ledger.db.execute("INSERT INTO arrival VALUES ('STC', '2020S1', zeroblob(32), '2020-06-01T08:00:00+00:00')")
    page = make_page()
    page.obligations.search.setText("so tai chinh")
    page.obligations.reason.setText("Đang sắp xếp")
    page.obligations.exempt.click()
    checked(qtbot, page)
    dialog = issue(qtbot, page, tmp_path)
    assert not dialog.go.isEnabled()
    dialog.seen.setChecked(True)
    assert dialog.go.isEnabled()


# Workbooks


def test_a_workbook_comes_and_goes(qtbot: QtBot, make_page: MakePage, tmp_path: Path) -> None:
    page = make_page()
    path = tmp_path / "kế hoạch.xlsx"
    page.workbooks.export_programme(str(path))
    settle(qtbot, page.workplace)
    book = openpyxl.load_workbook(path)
    book["Nhiệm vụ"]["C2"] = "Tên khác"
    book.save(path)
    page.workbooks.import_programme(str(path))
    settle(qtbot, page.workplace)
    assert page.book.changes == 1
    assert line(pane(page, "tasks"), "short_title_vi").text() == "Tên khác"
    page.workbooks.export_offices(str(tmp_path / "cơ quan.xlsx"))
    page.workbooks.import_offices(str(tmp_path / "cơ quan.xlsx"))
    settle(qtbot, page.workplace)
    assert page.book.changes == 1


def test_mistakes_of_a_workbook_are_listed_and_nothing_is_taken(qtbot: QtBot, make_page: MakePage, tmp_path: Path) -> None:
    page = make_page()
    path = tmp_path / "plan.xlsx"
    page.workbooks.export_programme(str(path))
    settle(qtbot, page.workplace)
    book = openpyxl.load_workbook(path)
    book["Nhiệm vụ"]["Z1"] = "Họ và tên"
    book.save(path)
    page.workbooks.import_programme(str(path))
    settle(qtbot, page.workplace)
    dialog = page.findChild(ProblemDialog)
    assert isinstance(dialog, ProblemDialog)
    assert "Nhiệm vụ!Z1" in dialog.list.item(0).text()
    assert "Họ và tên" in dialog.list.item(0).text()
    assert not page.book.is_draft


def test_ten_thousand_offices_are_searched(make_page: MakePage) -> None:
    page = make_page()
    register = page.book.raw["offices"]
    like = register["offices"][2]
    many = [{**like, "code": f"X{number}", "name_vi": f"Ủy ban nhân dân xã số {number}"} for number in range(10_000)]
    page.offices.model.show_offices({**register, "offices": many}, "2020-06-01")
    page.offices.model.search("uy ban so 9999")
    assert page.offices.model.rowCount() == 1


def test_an_older_check_changes_nothing(qtbot: QtBot, make_page: MakePage) -> None:
    page = make_page()
    book = page.book
    assert isinstance(book, PlanBook)
    from ui.window.programme.view import Checked

    book.take_check(-1, Checked((), 99))
    assert book.changes == 0
