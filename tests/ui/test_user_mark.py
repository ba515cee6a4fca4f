"""Who works at a PC stands beside what its window writes: no page forgets to say so, and the jobs pass it on."""

from __future__ import annotations

import ast
import inspect
from importlib import import_module
from pathlib import Path

from export.exchange.station import Station
from storage.domain.progress import silent
from storage.journal.entries import Admitted, Noted, Revoked
from tests.ui.conftest import BuiltExchange
from ui.window.operations import enrolment
from ui.window.operations.receive import answer_remark
from ui.window.receive.view import ToDo

ROOM = Path(__file__).resolve().parents[2] / "ui" / "window"


def writing_jobs() -> set[str]:
    """The functions of the operations that can say who works here."""
    found = set()
    for path in (ROOM / "operations").glob("*.py"):
        module = import_module(f"ui.window.operations.{path.stem}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__ and "by" in inspect.signature(function).parameters:
                found.add(name)
    return found


def calls_without_mark(source: str, names: set[str]) -> list[str]:
    """Calls of these functions that leave out ``by``."""
    forgotten = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            through_page = not isinstance(node.func, ast.Attribute) or getattr(node.func.value, "id", "") == "operations"
            if called in names and through_page and "by" not in {keyword.arg for keyword in node.keywords}:
                forgotten.append(f"{called} in line {node.lineno}")
    return forgotten


def test_no_page_forgets_the_mark() -> None:
    names = writing_jobs()
    assert {"record_activity", "withdraw_activities", "undo_activities", "record_rows", "close", "admit", "refuse"} <= names
    files = [path for path in ROOM.rglob("*.py") if path.parent.name != "operations"]
    forgotten = {path.name: calls_without_mark(path.read_text(encoding="utf-8"), names) for path in files}
    assert {name: calls for name, calls in forgotten.items() if calls} == {}


def test_a_forgotten_mark_would_be_seen() -> None:
    assert calls_without_mark("operations.close(period=p)\nself.close()\nclose(period=p, by=b)", {"close"}) == [
        "close in line 1"
    ]


def marks(station: Station, kind: type) -> list[str]:
    """Who wrote the entries of a kind into the own feed, in order."""
    journal = station.ledger.journal
    return [item.entry.by for item in journal.items(journal.own_feed()) if isinstance(item.entry, kind)]


def test_the_centre_writes_it_too(exchange: BuiltExchange) -> None:
    with exchange.station(exchange.centre) as centre:
        [public] = [entry.key for entry in _admitted(centre)]
        enrolment.end_key(public=bytes.fromhex(public), why="máy cũ hỏng", by="cv-2")(centre, silent)
        assert marks(centre, Revoked) == ["cv-2"]


def _admitted(centre: Station) -> list[Admitted]:
    journal = centre.ledger.journal
    return [item.entry for item in journal.items(journal.own_feed()) if isinstance(item.entry, Admitted)]


def test_an_answer_to_a_remark_bears_it(exchange: BuiltExchange) -> None:
    remark = ToDo("1", "2020S1", "06 tháng đầu năm 2020", "Xem lại số liệu", "", "", "II.1.b-1", answered=False)
    with exchange.station(exchange.office) as office:
        answer_remark(remark=remark, text="Đã sửa.", by="vt-1")(office, silent)
        assert marks(office, Noted) == ["vt-1"]
