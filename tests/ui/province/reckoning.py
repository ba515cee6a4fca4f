"""The figures of the province reckoned a second time, from what the offices recorded and said alone, and compared with files.

Nothing of the product's arithmetic is used: who is concerned is read from the plan's own JSON, formulas are taken apart here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

from storage.recording import ActivityInput
from tests.integration.documents.reckoning import paragraphs, sheets, word_tables

PLAN: dict[str, Any] = json.loads((files("storage.builtin") / "programme.json").read_text(encoding="utf-8"))
NOTHING = "không phát sinh"
SANCTIONS, COMPLETENESS = "II.3.d-4", "III.2-4"
Answer = int | str | bool | None | tuple[int, int]


@dataclass(frozen=True)
class Told:
    """What one office recorded between two days and said about a period, and the day by which its tasks are looked up."""

    rows: Sequence[ActivityInput]
    answers: Mapping[str, Any]
    groups: Sequence[str]
    type: str
    stands_for: Sequence[str] = ()

    @property
    def is_silent(self) -> bool:
        return not self.rows and not self.answers


def concerned(code: str, told: Told, task: Mapping[str, Any]) -> bool:
    """Whether the plan names the office in a task, by its code, by a group or by an office that it carries on."""
    for party in (*task["lead"], *task["coordinating"]):
        rule = next((group for group in PLAN["groups"] if group["code"] == party), None)
        if rule is None and party in (code, *told.stands_for):
            return True
        if rule is not None and (told.type == rule["office_type"] if rule["rule"] == "TYPE" else party in told.groups):
            return True
    return False


def answer_of(told: Told, task: Mapping[str, Any], indicator: Mapping[str, Any]) -> Answer:
    """A number, a share as (a, b), True or False, "none", words, or None when nothing was said."""
    counting = [row for row in told.rows if row.task == task["code"] and row.type in indicator["activity_types"]]
    if indicator["source"] == "COMPUTED" and counting:
        sums = [
            sum(dict(row.values).get(name, 0) for row in counting for name in re.findall(r"\b[a-z]+_[a-z_]+\b", part))
            for part in indicator["formula"].split("/")
        ]
        return (sums[0], sums[1]) if len(sums) == 2 else sums[0]
    given = told.answers.get(indicator["id"])
    return "none" if given == NOTHING else given  # type: ignore[no-any-return]


def added(answers: Sequence[Answer]) -> Answer | float:
    """Over several offices: numbers are summed, shares after their parts were summed, yes among yes and no."""
    flags = [answer for answer in answers if isinstance(answer, bool)]
    if flags:
        return (sum(flags), len(flags))
    shares = [answer for answer in answers if isinstance(answer, tuple)]
    if shares:
        return (sum(part for part, _ in shares), sum(whole for _, whole in shares))
    numbers = [answer for answer in answers if isinstance(answer, int)]
    if numbers:
        return sum(numbers)
    return "none" if answers and all(answer == "none" for answer in answers) else None


def in_excel(value: Answer | float) -> Any:
    """As a cell of the workbook holds it."""
    if isinstance(value, tuple):
        return value[0] / value[1]
    if isinstance(value, bool):
        return "Có" if value else "Không"
    return "Không phát sinh" if value == "none" else value


def in_word(value: Answer | float) -> str:
    """As a cell of the report's annex reads."""
    if isinstance(value, tuple):
        share = f"{100 * value[0] / value[1]:.1f}".replace(".", ",")
        return f"{in_word(value[0])}/{in_word(value[1])} ({share} %)"
    if isinstance(value, int):
        return f"{value:,}".replace(",", ".")
    return {"none": "Không phát sinh", None: ""}.get(value, str(value))  # type: ignore[arg-type]


def check_workbook(path: Path, told: Mapping[str, Told], group_names: Mapping[str, str], *, on_time: int, owed: int) -> int:
    """Compares every figure of the annex with the books; answers how many figures were compared."""
    book = sheets(path)
    totals = {row["Mã"]: row for row in book["Tổng hợp"]}
    parts = {(row["Mã đơn vị"], row["Mã chỉ tiêu"]): row["Số liệu"] for row in book["Chi tiết đơn vị"]}
    compared = 0
    for task in PLAN["tasks"]:
        members = {code: one for code, one in told.items() if concerned(code, one, task)}
        for indicator in task["indicators"]:
            name, words = indicator["id"], indicator["kind"] == "TEXT"
            if name == COMPLETENESS:
                assert totals[name]["Tổng số"] == on_time / owed
                continue
            answers = {code: answer_of(one, task, indicator) for code, one in members.items()}
            if words:
                continue
            assert totals[name]["Tổng số"] == in_excel(added(list(answers.values()))), name
            compared += 1
            if name == SANCTIONS:
                assert not [key for key in parts if key[1] == name]
                continue
            for group in {one.type for one in members.values()}:
                of_group = [answer for code, answer in answers.items() if told[code].type == group]
                assert totals[name][group_names[group]] == in_excel(added(of_group)), (name, group)
                compared += 1
            for code, answer in answers.items():
                if told[code].is_silent:
                    continue  # who has sent nothing stands among the submissions alone
                assert parts.pop((code, name)) == in_excel(answer), (name, code)
                compared += 1
            said = [answer for answer in answers.values() if answer not in (None, "none")]
            assert totals[name]["Số đơn vị có số liệu"] == len(said), name
            assert totals[name]["Số đơn vị không phát sinh"] == list(answers.values()).count("none"), name
    texts = {indicator["id"] for task in PLAN["tasks"] for indicator in task["indicators"] if indicator["kind"] == "TEXT"}
    assert {key for key in parts if key[1] not in texts} == set(), "figures that nobody recorded"
    return compared


def check_report(path: Path, told: Mapping[str, Told]) -> int:
    """Compares every total of the tables of the Word report with the books; answers how many."""
    shown = {
        row[0]: row[3]
        for table in word_tables(path)
        if table[0][:4] == ["Mã", "Chỉ tiêu", "Đơn vị tính", "Tổng số"]
        for row in table[1:]
    }
    compared = 0
    for task in PLAN["tasks"]:
        members = [one for code, one in told.items() if concerned(code, one, task)]
        for indicator in task["indicators"]:
            if indicator["kind"] == "TEXT" or indicator["id"] == COMPLETENESS:
                continue
            total = added([answer_of(one, task, indicator) for one in members])
            if indicator["id"] in shown:
                assert shown.pop(indicator["id"]) == in_word(total), indicator["id"]
                compared += 1
            else:
                assert total is None, indicator["id"]
    assert set(shown) <= {COMPLETENESS}, shown
    return compared


def text_of(path: Path) -> str:
    """The running text of a Word file."""
    return "\n".join(paragraphs(path))


def rows_between(rows: Sequence[ActivityInput], first: date, last: date) -> list[ActivityInput]:
    """What was recorded for these days, both inclusive."""
    return [row for row in rows if first.isoformat() <= str(row.date) <= last.isoformat()]
