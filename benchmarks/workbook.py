"""Large workbooks, written and read, each beside what a library made for nothing else needs for the same cells.

    python -m benchmarks.workbook [--rows N] [--rounds R] [--json]

Writing: the sheet of activities of the consolidated workbook beside XlsxWriter in constant memory, with the same texts and
formats. Reading: the rows of somebody's workbook, looked over first, beside python-calamine alone, which looks over nothing.
XlsxWriter is no part of the product, so this runs from the source only.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import statistics
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import python_calamine
import xlsxwriter

from export.documents.excel_cells import DATE_FORMAT, FONT_NAME, NUMBER_FORMAT
from export.documents.excel_model import ActivityLine, ConsolidatedWorkbook
from export.documents.excel_report import write_consolidated_workbook
from export.documents.report_model import Column, FileProperties, Table, words
from export.documents.template_model import template_of
from export.documents.workbook_import import read_workbook
from export.documents.workbook_sheets import opened_sheets
from storage.builtin import builtin_programme

ROWS = 100_000
ROUNDS = 3
_FIELDS = (("so_cuoc", "Số cuộc"), ("luot_nguoi_du", "Số lượt người dự"), ("so_van_ban", "Số văn bản"), ("so_lop", "Số lớp"))
_TITLES = ("Mã", "Mã đơn vị", "Đơn vị", "Nhiệm vụ", "Loại hoạt động", "Ngày", "Nội dung hoạt động", "Địa điểm", "Số ký hiệu")
_IMPORTED = ("Nhiệm vụ", "Loại hoạt động", "Ngày", "Nội dung hoạt động", "Địa điểm", "Số ký hiệu văn bản", "Ghi chú")
_WORDS = (  # one text, split below
    "hội nghị quán triệt triển khai nghị quyết tại xã thị trấn Đăk Hà công chức viên chức tuyên truyền văn bản"
)


@dataclass(frozen=True, slots=True)
class Measure:
    """``figure`` in ``unit`` beside ``floor`` (0: none); ``bound`` holds for the ratio, or for the figure without a floor."""

    name: str
    figure: float
    unit: str
    floor: float = 0.0
    bound: float | None = None

    @property
    def ratio(self) -> float:
        """How many times the floor; the figure itself without one."""
        return self.figure / self.floor if self.floor else self.figure

    @property
    def within(self) -> bool:
        """Whether the bound is kept."""
        return self.bound is None or self.ratio <= self.bound


def run(folder: Path, *, rows: int, rounds: int) -> list[Measure]:
    """All measures; files are left in ``folder``."""
    return [*_writing(folder, rows, rounds), *_reading(folder, rows, rounds)]


def _writing(folder: Path, rows: int, rounds: int) -> list[Measure]:
    activities = _activities(rows)
    empty = Table((Column("-", 20),), ((words("-"),),))
    content = ConsolidatedWorkbook(
        "Tổng hợp", "năm 2020", empty, empty, activities, (), (), (), (*_FIELDS, ("so_tin", "Số tin"))
    )
    properties = FileProperties("Tổng hợp", "Benchmark", datetime(2020, 1, 1, tzinfo=UTC))

    def ours() -> None:
        with (folder / "ours.xlsx").open("wb") as file:
            write_consolidated_workbook(content, file, properties)

    seconds, floor = _beside(ours, lambda: _by_xlsxwriter(folder / "floor.xlsx", activities), rounds)
    return [
        Measure(f"writing {rows} x 15 styled cells, beside XlsxWriter in constant memory", seconds, "s", floor, 1.0),
        Measure("  memory for that over the data", _peak(ours), "MB", bound=20.0),
    ]


def _reading(folder: Path, rows: int, rounds: int) -> list[Measure]:
    template = template_of(builtin_programme())
    measures = []
    for name, constant in (("shared texts, as Excel writes them", False), ("texts in their cells", True)):
        path = folder / f"imported-{constant}.xlsx"
        titles = [*_IMPORTED, *(column.title for column in template.columns if column.key not in _KEYS)][:15]
        _imported(path, titles, rows, constant=constant)

        def floor(path: Path = path) -> None:
            python_calamine.load_workbook(path).get_sheet_by_index(0).to_python()

        def values(path: Path = path) -> None:
            with opened_sheets(path) as sheets:
                for _ in sheets[0].rows():
                    pass

        def records(path: Path = path) -> None:
            found = read_workbook(path, template)
            if len(found.rows) != rows or any(row.problems for row in found.rows):
                raise RuntimeError("the benchmark's own workbook was refused")

        seconds, bare = _beside(values, floor, rounds)
        measures.append(Measure(f"reading {rows} x 15 cells, {name}, beside python-calamine", seconds, "s", bare, 1.5))
        seconds, bare = _beside(records, floor, rounds)
        measures.append(Measure("  the same up to checked records", seconds, "s", bare))
    return measures


_KEYS = frozenset({"task", "type", "date", "title", "place", "document", "note"})


def _activities(count: int) -> list[ActivityLine]:
    generator = random.Random(1)
    return [
        ActivityLine(
            identifier=f"{number:032x}",
            office_code="UBND-DH",
            office="Ủy ban nhân dân huyện Đăk Hà",
            task="II.1.a",
            activity_type="Hội nghị quán triệt",
            held_on=date(2020, 1, 1) + timedelta(days=number % 360),
            title=_text(generator, 14),
            place=_text(generator, 4),
            document=f"{number}/KH-UBND",
            values={code: generator.randint(0, 300) for code, _ in (*_FIELDS, ("so_tin", ""))},
            note=_text(generator, 10),
        )
        for number in range(count)
    ]


def _text(generator: random.Random, length: int) -> str:
    return " ".join(generator.choices(_WORDS.split(), k=length))


def _formats(book: Any) -> tuple[Any, Any, Any]:
    """Text, number and day, as the product's own cells look."""
    common = {
        "font_name": FONT_NAME,
        "font_size": 11,
        "border": 1,
        "border_color": "#B0B0B0",
        "valign": "top",
        "text_wrap": True,
    }
    return (
        book.add_format(common),
        book.add_format({**common, "num_format": NUMBER_FORMAT}),
        book.add_format({**common, "num_format": DATE_FORMAT}),
    )


def _by_xlsxwriter(path: Path, activities: Sequence[ActivityLine]) -> None:
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    text, number, day = _formats(book)
    sheet = book.add_worksheet("Hoạt động")
    titles = [*_TITLES, *(title for _, title in _FIELDS), "Số tin", "Ghi chú"]
    for place, title in enumerate(titles):
        sheet.set_column(place, place, 20)
        sheet.write_string(0, place, title, text)
    codes = [code for code, _ in (*_FIELDS, ("so_tin", ""))]
    for row, line in enumerate(activities, start=1):
        before = (line.identifier, line.office_code, line.office, line.task, line.activity_type)
        for place, value in enumerate(before):
            sheet.write_string(row, place, value, text)
        sheet.write_datetime(row, 5, line.held_on, day)
        for place, value in enumerate((line.title, line.place, line.document), start=6):
            sheet.write_string(row, place, value, text)
        for place, code in enumerate(codes, start=9):
            sheet.write_number(row, place, line.values[code], number)
        sheet.write_string(row, 9 + len(codes), line.note, text)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(activities), len(titles) - 1)
    book.close()


def _imported(path: Path, titles: Sequence[str], rows: int, *, constant: bool) -> None:
    """A workbook of activities as an office may bring it."""
    generator = random.Random(2)
    book = xlsxwriter.Workbook(str(path), {"constant_memory": constant})
    text, number, day = _formats(book)
    sheet = book.add_worksheet("Hoạt động")
    for place, title in enumerate(titles):
        sheet.write_string(0, place, title, text)
    for row in range(1, rows + 1):
        sheet.write_string(row, 0, "II.1.a", text)
        sheet.write_string(row, 1, "HN_QT", text)
        sheet.write_datetime(row, 2, date(2020, 1, 1) + timedelta(days=row % 360), day)
        texts = (_text(generator, 14), _text(generator, 4), f"{row}/KH-UBND", _text(generator, 10))
        for place, value in enumerate(texts, start=3):
            sheet.write_string(row, place, value, text)
        for place in range(7, len(titles)):
            sheet.write_number(row, place, generator.randint(0, 300), number)
    book.close()


def _beside(ours: Callable[[], None], floor: Callable[[], None], rounds: int) -> tuple[float, float]:
    """Median seconds of both, run in turn."""
    taken = [(_timed(ours), _timed(floor)) for _ in range(rounds)]
    return statistics.median(one for one, _ in taken), statistics.median(other for _, other in taken)


def _timed(action: Callable[[], None]) -> float:
    gc.collect()
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


def _peak(action: Callable[[], None]) -> float:
    """The most memory that Python held at a time during ``action`` beyond what it held before, in MB."""
    tracemalloc.start()
    try:
        action()
        return tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()


def main(arguments: list[str]) -> int:
    """Prints every measure; 1 when a bound is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=ROWS, help=f"rows of each workbook (default {ROWS})")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"runs of each job; medians are printed (default {ROUNDS})")
    parser.add_argument("--json", action="store_true", help="prints JSON instead of a table")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="workbooks-") as folder:
        measures = run(Path(folder), rows=given.rows, rounds=given.rounds)
    if given.json:
        print(json.dumps([asdict(one) | {"ratio": one.ratio, "within": one.within} for one in measures], indent=2))
    else:
        print(*map(_line, measures), sep="\n")
        if hasattr(os, "getloadavg"):
            print(f"load of the PC over the last minute: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    return 0 if all(one.within for one in measures) else 1


def _line(one: Measure) -> str:
    sign = "    " if one.bound is None else "ok  " if one.within else "OVER"
    beside = (
        f"{one.ratio:6.2f} x  ({one.figure:.2f} {one.unit} / {one.floor:.2f})" if one.floor else f"{one.figure:6.1f} {one.unit}"
    )
    bound = "" if one.bound is None else f"  (bound {one.bound:g})"
    return f"{sign} {beside:<30} {one.name}{bound}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
