"""The figures of the small province, reckoned from the recorded rows alone, and readers for the files under test.

Nothing of the product's arithmetic is used: a formula is taken apart here with a regular expression.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import openpyxl

from storage.builtin import builtin_programme
from storage.domain.programme import Indicator, IndicatorSource
from tests.integration.documents.small_province import OUTLINES, ROWS

FIRST, LAST = "2019-12-01", "2020-06-14"
"""The half-year of 2020 with the gap that the cut-off of 2019 leaves."""

PROGRAMME = builtin_programme()
GROUPS = {"UBND-DH": "UBND huyện, thành phố", "UBND-NH": "UBND huyện, thành phố", "STC": "Sở", "BTGTU": "Cơ quan Đảng"}


@dataclass(frozen=True)
class Reckoned:
    """``value`` is a number, "none", True, False, or None when nothing was answered."""

    value: int | str | bool | None


def reckon(office: str, indicator: Indicator) -> Reckoned:
    task = PROGRAMME.task_of_indicator(indicator.id)
    rows = [
        row
        for row in ROWS[office]
        if row.task == task.code and row.type in indicator.activity_types and FIRST <= str(row.date) <= LAST
    ]
    if indicator.source is IndicatorSource.COMPUTED and rows:
        assert "/" not in indicator.formula
        names = re.findall(r"sum\(([a-z_]+)\)", indicator.formula)
        return Reckoned(sum(dict(row.values).get(name, 0) for row in rows for name in names))  # type: ignore[arg-type]
    answers = OUTLINES[office].answers if office in OUTLINES else {}
    given = answers.get(indicator.id)
    return Reckoned("none" if given == "không phát sinh" else given)


def shown(value: int | str | bool | None) -> str:
    """As a cell of a text document reads."""
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, int):
        return f"{value:,}".replace(",", ".")
    return {"none": "Không phát sinh", None: ""}.get(value, str(value))


def paragraphs(path: Path) -> list[str]:
    """The paragraphs of a text document in their order, those within tables left out."""
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs if paragraph.text]


def everything(path: Path) -> str:
    """All text of a text document, tables included."""
    document = docx.Document(str(path))
    return "\n".join(element.text for element in document.element.body.iter() if element.tag.endswith("}t") and element.text)


def word_tables(path: Path) -> list[list[list[str]]]:
    found = []
    for table in docx.Document(str(path)).tables:
        found.append([[cell.text for cell in row.cells] for row in table.rows])
    return found


def sheets(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Every sheet as rows by the titles of their columns."""
    book = openpyxl.load_workbook(path)
    result = {}
    for sheet in book.worksheets:
        rows = list(sheet.iter_rows(values_only=True))
        result[sheet.title] = [dict(zip(map(str, rows[0]), row, strict=True)) for row in rows[1:]]
    book.close()
    return result
