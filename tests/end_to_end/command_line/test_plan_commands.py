"""plan, template --programme / --offices, and workbooks for setup."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from storage.builtin import builtin_programme
from tests.end_to_end.command_line.stations import Exchange, Pc


def template(pc: Pc, path: Path, kind: str) -> Path:
    pc.call("template", f"--{kind}", "--to", path)
    return path


def set_cell(path: Path, sheet: str, cell: str, value: object) -> Path:
    book = openpyxl.load_workbook(path)
    book[sheet][cell] = value
    book.save(path)
    return path


def test_a_centre_is_set_up_from_workbooks(tmp_path: Path) -> None:
    pc = Pc(tmp_path, "centre")
    programme = set_cell(template(pc, tmp_path / "plan.xlsx", "programme"), "Kế hoạch", "B6", "12/KH-UBND")
    offices = set_cell(template(pc, tmp_path / "offices.xlsx", "offices"), "Cơ quan", "B3", "Văn phòng UBND tỉnh")
    pc.call("setup", "--role", "centre", "--programme", programme, "--offices", offices)
    answer = pc.call("plan")
    assert answer["programme"] == {"code": builtin_programme().code, "version": 1, "tasks": 19}
    again = openpyxl.load_workbook(template(pc, tmp_path / "again.xlsx", "programme"))
    assert again["Kế hoạch"]["B6"].value == "12/KH-UBND"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_mistake_of_a_workbook_is_listed(tmp_path: Path, language: str) -> None:
    pc = Pc(tmp_path, "centre")
    path = set_cell(template(pc, tmp_path / "plan.xlsx", "programme"), "Nhiệm vụ", "F2", "?")
    set_cell(path, "Nhiệm vụ", "Z1", "Họ và tên")
    answer = pc.call("setup", "--role", "centre", "--programme", path, expect=3, language=language)
    assert (answer["code"], answer["ok"]) == ("WORKBOOK_PLAN_REFUSED", False)
    told = {(one["sheet"], one["row"], one["column"], one["code"]) for one in answer["problems"]}
    assert told == {("Nhiệm vụ", 1, "Z", "WORKBOOK_UNKNOWN_COLUMN"), ("Nhiệm vụ", 2, "F", "WORKBOOK_CELL_CHOICE")}
    assert any("Họ và tên" in one["message"] for one in answer["problems"])
    assert "Nhiệm vụ!F2" in pc.read("setup", "--role", "centre", "--programme", path, expect=3, language=language)
    assert not (pc.folder / "ledger.db").exists()


def test_a_new_plan_is_looked_at_and_put_in_force(exchange: Exchange, tmp_path: Path) -> None:
    centre = exchange.centre
    path = set_cell(template(centre, tmp_path / "plan.xlsx", "programme"), "Kế hoạch", "B6", "12/KH-UBND")
    looked = centre.call("plan", "--programme", path, "--dry-run")
    assert [(one["kind"], one["part"], one["fields"]) for one in looked["changes"]] == [("CHANGED", "HEAD", ["number"])]
    assert looked["programme"]["version"] == 1
    done = centre.call("plan", "--programme", path, "--why", "Bổ sung số kế hoạch")
    assert done["programme"]["version"] == 2
    assert [line["why"] for line in done["history"]] == ["Bổ sung số kế hoạch"]
    assert centre.call("plan", "--programme", path)["changes"] == []
    assert "KH-NQ35" in centre.read("plan", language="en")


def test_dates_come_as_json_and_are_checked(exchange: Exchange, tmp_path: Path) -> None:
    dates = tmp_path / "dates.json"
    dates.write_text(json.dumps({"cutoffs": {"2020S1": "2020-06-19"}}), encoding="utf-8")
    assert exchange.centre.call("plan", "--dates", dates, expect=3)["code"] == "PERIOD_CUTOFF_TOO_LATE"
    dates.write_text(json.dumps({"deadlines": {"2030S1": "2030-07-01"}}), encoding="utf-8")
    done = exchange.centre.call("plan", "--dates", dates)
    assert [(one["part"], one["after"]) for one in done["changes"]] == [("DEADLINE", "2030-07-01")]


def test_an_office_may_not(exchange: Exchange) -> None:
    assert exchange.office.call("plan", expect=2)["code"] == "WRONG_ROLE"


def test_two_kinds_of_template_at_once_are_wrong_use(tmp_path: Path) -> None:
    pc = Pc(tmp_path, "pc")
    assert pc.call("template", "--programme", "--offices", "--to", tmp_path / "x.xlsx", expect=2)["code"] == "WRONG_USE"
    assert pc.call("template", "--programme", "--to", tmp_path / "x.json", expect=2)["code"] == "WRONG_USE"
