"""Every model of the windows keeps Qt's contract while it is filled, searched, changed and emptied; none is forgotten.

The models are found by walking the packages: one without a way through it here fails a test.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import ui
from export.exchange.importing import FileOutcome
from storage.activity_list import ListQuery, Order
from storage.builtin import builtin_offices
from storage.domain.codes import Code
from storage.domain.office_file import offices_bytes
from storage.messages.catalogue import Catalogue
from storage.search import Filter
from tests.ui.conftest import BuiltExchange, settle
from tests.ui.test_follow_up_table import large_view
from ui.window.activities.model import PAGE, ActivityModel
from ui.window.consolidate.tables import TextTable
from ui.window.enrolment.rows import Row, RowModel
from ui.window.follow_up.looks import Looks
from ui.window.follow_up.model import FollowUpModel
from ui.window.follow_up.reminder_model import ReminderModel
from ui.window.follow_up.view import ReminderLine
from ui.window.import_bundles.lines import LineState, Names, line_of
from ui.window.import_bundles.model import LinesModel
from ui.window.operations.activities import read_choices
from ui.window.programme.item_model import ItemModel, ItemRow
from ui.window.programme.obligations_tab import OwedModel
from ui.window.programme.office_model import OfficeModel
from ui.window.programme.view import OwedLine
from ui.window.review.comparison_model import ComparisonModel
from ui.window.review.open_questions import FIELDS, Kind, Question, Side
from ui.window.text_model import TextModel
from ui.window.workplace import Workplace

_ROLES = [role for role in Qt.ItemDataRole if role < Qt.ItemDataRole.UserRole]


@dataclass
class Trial:
    """One model under Qt's own tester: it warns when the contract is broken, and a warning fails a test."""

    qtbot: QtBot
    workplace: Workplace
    exchange: BuiltExchange
    testers: list[QAbstractItemModelTester] = field(default_factory=list)

    def watch(self, model: QAbstractItemModel) -> None:
        """From now on every change is looked at."""
        model.setParent(self.workplace.runner)
        self.testers.append(QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning))
        look_through(model)

    @property
    def words(self) -> Catalogue:
        return self.workplace.words


def look_through(model: QAbstractItemModel) -> list[QPersistentModelIndex]:
    """Asks for all that a view may ask for; nothing of it raises, and no row has rows below it."""
    rows = model.rowCount()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for orientation, count in ((Qt.Orientation.Horizontal, columns), (Qt.Orientation.Vertical, rows)):
        for section in range(count):
            for role in _ROLES:
                model.headerData(section, orientation, role)
    kept = []
    for row in range(min(rows, 300)):
        for column in range(columns):
            index = model.index(row, column)
            assert index.isValid()
            assert model.rowCount(index) == 0
            for role in _ROLES:
                model.data(index, role)
            model.flags(index)
        kept.append(QPersistentModelIndex(model.index(row, 0)))
    assert not model.index(rows, 0).isValid()
    assert not model.index(0, columns).isValid()
    assert model.data(QModelIndex()) is None
    return kept


def activities(trial: Trial) -> None:
    trial.exchange.record(PAGE + 20)
    model = ActivityModel(trial.workplace.runner.start)
    trial.watch(model)
    found: list[object] = []
    trial.workplace.runner.start(read_choices(language="vi"), succeeded=found.append)
    settle(trial.qtbot, trial.workplace)
    for query, count in (
        (ListQuery(), PAGE + 20),
        (ListQuery(Filter(text="lan 7"), Order.OLDEST), None),
        (ListQuery(Filter(task="II.1.b")), 0),
        (ListQuery(order=Order.LAST_CHANGED), PAGE + 20),
    ):
        model.load(query, found[0])  # type: ignore[arg-type]
        settle(trial.qtbot, trial.workplace)
        assert count is None or model.rowCount() == count
        look_through(model)
        settle(trial.qtbot, trial.workplace)


def text_table(trial: Trial) -> None:
    model = TextTable(("a", "b"), right=(1,))
    trial.watch(model)
    model.show([("x", "1"), ("y", "2")])
    kept = look_through(model)
    model.show([("x", "1", "z")] * 9, ("a", "b", "c"), (2,))
    assert not any(index.isValid() for index in kept), "what is held of other rows does not point at these"
    look_through(model)
    model.show([])
    look_through(model)


def rows(trial: Trial) -> None:
    model = RowModel(("a", "b"))
    trial.watch(model)
    model.show_rows([Row((f"{number}", "x"), number, f"{number}") for number in range(20)])
    look_through(model)
    assert model.place_of("7") == 7
    model.show_rows([])
    look_through(model)


def follow_up(trial: Trial) -> None:
    model = FollowUpModel("vi", Looks("light"))
    trial.watch(model)
    for offices, text, group in ((40, "", ""), (40, "so 7", ""), (40, "", "so"), (3, "nobody", ""), (12, "", "")):
        model.show(large_view(offices), text=text, group=group)
        look_through(model)
        model.set_looks(Looks("dark"))
        look_through(model)


def reminders(trial: Trial) -> None:
    model = ReminderModel()
    trial.watch(model)
    model.tick_all(True)
    model.show([ReminderLine(f"X{number}", f"Xã {number}", ("Xã",) if number % 3 else ()) for number in range(9)])
    look_through(model)
    assert model.setData(model.index(1), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert not model.setData(model.index(0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    model.tick_all(False)
    model.tick_all(True)
    assert len(model.ticked) == 6
    model.show([], only=("X1",))
    look_through(model)


def lines(trial: Trial) -> None:
    model = LinesModel(trial.words)
    trial.watch(model)
    model.redraw(QApplication.palette())
    codes = (Code.BUNDLE_IMPORTED, Code.BUNDLE_DAMAGED, Code.BUNDLE_KNOWN)
    names = Names(office=str, period=str)
    made = [line_of(FileOutcome(Path(f"{number}.shd"), codes[number % 3]), names) for number in range(30)]
    for line in made:
        model.add(line)
    look_through(model)
    model.show_only(LineState.KNOWN)
    model.add(made[1])
    model.add(made[2])
    model.leave_out(frozenset({made[2].path}))
    look_through(model)
    model.show_only(None)
    model.show_lines(made[:4], done=True)
    look_through(model)
    model.show_lines([], done=False)
    model.leave_out(frozenset())
    look_through(model)


def texts(trial: Trial) -> None:
    model = TextModel(
        ("a", "b"), lambda value: (str(value), "Ủy ban"), right=frozenset({1}), folded=lambda value: f"uy {value}"
    )
    model.mark(sign=lambda _: None, struck=lambda value: value % 2 == 0)
    trial.watch(model)
    model.show_values(range(200))
    look_through(model)
    model.search("Ủy 19")
    assert model.rowCount() == 12
    model.show_values(range(18, 20))
    look_through(model)
    model.search("x")
    model.search("")
    look_through(model)


def items(trial: Trial) -> None:
    model = ItemModel()
    trial.watch(model)
    made = [ItemRow(("tasks", number), f"II.{number}", f"Nhiệm vụ {number}", number % 3) for number in range(20)]
    model.show_rows(made)
    kept = look_through(model)
    model.show_rows([ItemRow(row.path, row.code, row.title, wrong=True) for row in made])
    assert all(index.isValid() for index in kept), "the same rows keep their place"
    model.search("nhiem 1")
    look_through(model)
    model.show_rows(made[:3])
    model.search("")
    model.show_rows([])
    look_through(model)


def offices(trial: Trial) -> None:
    model = OfficeModel("vi")
    trial.watch(model)
    model.show_offices(msgspec.json.decode(offices_bytes(builtin_offices())), "2026-01-01")
    look_through(model)
    model.set_closed_too(True)
    look_through(model)
    model.search("dak to")
    assert model.rowCount() > 0
    model.search("nobody")
    look_through(model)
    assert model.office(0) == ""


def owed(trial: Trial) -> None:
    model = OwedModel()
    trial.watch(model)
    standings = ("owed", "requested", "exempt", "none")
    model.show_lines([OwedLine(f"X{number}", f"Xã {number}", standings[number % 4], ("A",), "") for number in range(20)])
    look_through(model)
    model.search("xa 7")
    model.show_lines([])
    model.search("")
    look_through(model)


def comparison(trial: Trial) -> None:
    model = ComparisonModel(trial.words)
    trial.watch(model)
    for sides in (2, 3, 1):
        made = tuple(Side("ab", "1", "2020-06-01", tuple(f"{field}{side}" for field in FIELDS)) for side in range(sides))
        model.show_question(Question(Kind.CONFLICT, "A", "cd" * 16, "Hội nghị", made))
        look_through(model)
    gone = Side("ab", "1", "2020-06-01", ("",) * len(FIELDS), withdrawn_because="nhầm")
    model.show_question(Question(Kind.CONFLICT, "A", "cd" * 16, "Hội nghị", (gone, gone)))
    assert model.rowCount() == 1
    model.show_question(None)
    look_through(model)


TRIALS: dict[type[QAbstractItemModel], Callable[[Trial], None]] = {
    ActivityModel: activities,
    TextTable: text_table,
    RowModel: rows,
    FollowUpModel: follow_up,
    ReminderModel: reminders,
    LinesModel: lines,
    TextModel: texts,
    ItemModel: items,
    OfficeModel: offices,
    OwedModel: owed,
    ComparisonModel: comparison,
}


def models_of_the_windows() -> Iterator[type[QAbstractItemModel]]:
    """All models that are defined anywhere below ``ui``."""
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        found = importlib.import_module(module.name)
        for name in vars(found):
            defined = vars(found)[name]
            if isinstance(defined, type) and issubclass(defined, QAbstractItemModel) and defined.__module__ == module.name:
                yield defined


def test_no_model_is_forgotten() -> None:
    assert set(models_of_the_windows()) == set(TRIALS)


@pytest.mark.parametrize("kind", list(TRIALS), ids=[kind.__name__ for kind in TRIALS])
def test_a_model_keeps_the_contract(
    qtbot: QtBot, workplace: Workplace, exchange: BuiltExchange, kind: type[QAbstractItemModel]
) -> None:
    trial = Trial(qtbot, workplace, exchange)
    TRIALS[kind](trial)
    assert trial.testers, "nobody looked"
    assert all(type(tester.model()) is kind for tester in trial.testers)
    for tester in trial.testers:
        tester.deleteLater()
