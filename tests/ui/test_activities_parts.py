"""What the page of activities is made of and needs no window for: days, tasks by letters, texts for Excel, kept settings."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings

from storage.activity_list import Order
from tests.ui.conftest import BuiltExchange
from ui.window.activities.choices import Choices, make_choices, matching_tasks
from ui.window.activities.columns import COLUMNS, Column
from ui.window.activities.copying import as_table_text
from ui.window.activities.days import parse_day, shown_day, shown_iso_day
from ui.window.activities.view_settings import ColumnSetting, ListSettings, keep_settings, load_settings, standard_settings

TODAY = date(2020, 6, 1)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("05/03/2020", date(2020, 3, 5)),
        ("5/3/2020", date(2020, 3, 5)),
        ("5-3-20", date(2020, 3, 5)),
        ("5.3", date(2020, 3, 5)),
        (" 5 3 2019 ", date(2019, 3, 5)),
        ("05032020", date(2020, 3, 5)),
        ("050320", date(2020, 3, 5)),
        ("0503", date(2020, 3, 5)),
        ("2020-03-05", date(2020, 3, 5)),
        ("29/2/2020", date(2020, 2, 29)),
        ("29/2/2019", None),
        ("31/4", None),
        ("13/13/2020", None),
        ("0/0/2020", None),
        ("", None),
        ("hôm nay", None),
        ("5/3/2020 8h", None),
        ("1/2/3", None),
    ],
)
def test_days_are_read_as_people_type_them(typed: str, day: date | None) -> None:
    assert parse_day(typed, TODAY) == day


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2199, 12, 31)))
def test_every_day_shown_is_read_again(day: date) -> None:
    assert parse_day(shown_day(day), TODAY) == day
    assert shown_iso_day(day.isoformat()) == shown_day(day)


@given(st.text())
def test_no_text_is_too_odd_for_a_day(typed: str) -> None:
    parse_day(typed, TODAY)
    shown_iso_day(typed)


@given(st.lists(st.lists(st.text(), min_size=1, max_size=4), max_size=5))
def test_no_cell_breaks_out_of_its_place_or_is_computed(rows: list[list[str]]) -> None:
    lines = as_table_text(rows).split("\n") if rows else []
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        cells = line.split("\t")
        assert len(cells) == len(row)
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)
        assert len(list(csv.reader(io.StringIO(line), delimiter="\t", quoting=csv.QUOTE_NONE))) <= 1


def test_formulas_become_text() -> None:
    assert as_table_text([["=1+1", " @x", "- ghi\tchú\n2"]]) == "'=1+1\t'@x\t'- ghi chú 2"


@pytest.fixture
def choices(exchange: BuiltExchange) -> Choices:
    with exchange.station(exchange.office) as station:
        return make_choices(station.catalogue, station.ledger.office, "vi")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("quan triet", "II.1.a"),
        ("QUÁN triệt", "II.1.a"),
        ("trang thong tin", "II.1.b"),
        ("ii.1.d", "II.1.d"),
        ("ky luat", "II.1.d"),
    ],
)
def test_a_task_is_found_by_a_few_letters_without_accents(choices: Choices, typed: str, first: str) -> None:
    assert matching_tasks(choices.tasks, typed)[0].code == first


def test_what_is_shown_of_a_task_finds_it_again(choices: Choices) -> None:
    for task in choices.tasks:
        assert task in matching_tasks(choices.tasks, task.shown)
    assert matching_tasks(choices.tasks, "") == list(choices.tasks)
    assert matching_tasks(choices.tasks, "zzz") == []


def test_choices_fit_each_other(choices: Choices) -> None:
    assert choices.current.code == "2020S1"
    assert choices.periods[0] == choices.current
    assert [period.code for period in choices.periods] == ["2020S1", "2019", "2019S1", "2018", "2018S1"]
    for task in choices.tasks:
        kinds = choices.types_of(task.code)
        assert kinds
        assert all(kind.fields and set(kind.main) <= {field.code for field in kind.fields} for kind in kinds)
    assert choices.types_of("nothing") == ()
    assert choices.field_label("so_cuoc") == "Số cuộc"
    assert choices.number(1234567) == "1.234.567"


def settings_file(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


def test_choices_for_the_list_outlive_the_program(tmp_path: Path) -> None:
    columns = tuple(ColumnSetting(column, column is Column.TITLE, 123) for column in reversed(COLUMNS))
    chosen = ListSettings(columns, Order.OLDEST, task="II.1.a", period="2020S1")
    settings = settings_file(tmp_path)
    keep_settings(settings, chosen)
    settings.sync()
    assert load_settings(settings_file(tmp_path)) == chosen


@pytest.mark.parametrize("kept", ["", "{", '{"columns": []}', '{"columns": [{"column": "surname", "shown": true}]}', "3"])
def test_settings_of_another_version_are_begun_anew(tmp_path: Path, kept: str) -> None:
    settings = settings_file(tmp_path)
    settings.setValue("activities/view", kept)
    assert load_settings(settings) == standard_settings()


def test_a_list_without_any_column_is_not_restored(tmp_path: Path) -> None:
    settings = settings_file(tmp_path)
    none = msgspec.structs.replace(standard_settings(), columns=tuple(ColumnSetting(column, shown=False) for column in COLUMNS))
    keep_settings(settings, none)
    assert load_settings(settings) == standard_settings()
