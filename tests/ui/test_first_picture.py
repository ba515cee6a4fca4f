"""What is loaded when the window is first seen, and when its first page is filled: nothing that is not needed by then.

The times themselves are measured by ``benchmarks.first_paint``; here stands what they rest on, free of chance.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtGui import QFont, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication

from storage.folders import APPLICATION
from tests.ui.conftest import BuiltExchange
from ui.window.theme import FAMILY

ROOT = Path(__file__).resolve().parents[2]
_LOOK = """
import json, sys
seen = []
class Watch:  # comes in when the program loads its window
    def find_spec(self, name, path, target=None):
        if name == "ui.window.application":
            sys.meta_path.remove(self)
            from ui.window.main_window import MainWindow
            furnish, first = MainWindow._furnish_late, MainWindow._open_first
            def seen_empty(window):
                look()
                furnish(window)
            def seen_furnished(window):
                look()
                first(window)
                rest(window)
            MainWindow._furnish_late, MainWindow._open_first = seen_empty, seen_furnished
def look():
    from PySide6 import QtCore
    seen.append([*sys.modules, *(["Qt"] if "Qt" in vars(QtCore) else [])])
def rest(window):
    from PySide6.QtCore import QTimer
    if window.workplace.runner.busy:
        QTimer.singleShot(20, window, lambda: rest(window))
        return
    look()
    print(json.dumps([*seen, window.current]), flush=True)
    window.close()
sys.meta_path.insert(0, Watch())
import main
sys.argv = ["main.py"]
sys.exit(main.start())
"""


class Loaded(NamedTuple):
    """Modules at the first picture, with the navigation, and with the first page filled; and which page that is."""

    empty: set[str]
    navigation: set[str]
    filled: set[str]
    page: str


@pytest.fixture(scope="module")
def loaded(built_exchange: BuiltExchange, tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """At a second start, as on every day but the first."""
    home = tmp_path_factory.mktemp("first picture")
    shutil.copytree(built_exchange.office.data, home / "data" / APPLICATION)
    shutil.copytree(built_exchange.office.markers, home / "state" / APPLICATION / "markers")
    surroundings = os.environ | {"DISPLAY": "none:0", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    surroundings |= {"XDG_DATA_HOME": str(home / "data"), "XDG_STATE_HOME": str(home / "state")}
    told = ""
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", _LOOK], env=surroundings, capture_output=True, check=True, encoding="utf-8"
        )
        told = done.stdout
    empty, navigation, filled, page = json.loads(told)
    return Loaded(set(empty), set(navigation), set(filled), page)


def parts(modules: set[str]) -> set[str]:
    """Libraries, rooms and Qt's libraries by their first names."""
    return {name.split(".")[0] for name in modules} | {name for name in modules if name.startswith("PySide6.Qt")}


NEVER_AT_START = {"click", "sqlite_utils", "dateutil", "openpyxl", "docx", "cryptography", "pyrage", "securesystemslib", "lxml"}


def test_the_first_picture_needs_next_to_nothing(loaded: Loaded) -> None:
    first = loaded.navigation
    assert "ui.window.navigation" in first - loaded.empty, "the window shows itself before it is furnished"
    assert "PySide6.QtSvg" not in loaded.empty
    assert "ui.window.main_window" in first
    unwanted = NEVER_AT_START | {"msgspec", "sqlite3", "tomllib", "hashlib", "decimal", "export", "PySide6.QtNetwork"}
    unwanted |= {"PySide6.QtPrintSupport", "PySide6.QtPdf"}
    assert parts(first) & unwanted == set()
    assert {name for name in first if name.startswith("ui.") and not name.startswith("ui.window")} == set()
    assert not any(name.startswith(("ui.window.pages.", "ui.window.operations.")) for name in first)
    assert "Qt" not in first, "naming anything of Qt.* makes its hundred enumerations before the window is seen"


def test_the_first_page_needs_no_cryptography_and_no_library_of_the_schema(loaded: Loaded) -> None:
    assert loaded.page == "home"
    later = loaded.filled - loaded.navigation
    assert {"sqlite3", "msgspec", "ui.window.pages.home"} <= later, "the page is really filled from the ledger"
    assert parts(loaded.filled) & (NEVER_AT_START | {"PySide6.QtPrintSupport", "PySide6.QtPdf"}) == set()


def test_reading_a_receipt_needs_no_cryptography() -> None:
    probe = "import sys, export.exchange.receipts, export.exchange.custody; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", probe], cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
    assert "export.exchange.receipts" in done.stdout.split()
    assert parts(set(done.stdout.split())) & NEVER_AT_START == set()


def test_the_fonts_are_there_in_every_weight(qapp: QApplication) -> None:
    for weight in (QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold):
        font = QFont(FAMILY)
        font.setWeight(weight)
        found = QFontInfo(font)
        assert (found.family(), QFont.Weight(found.weight())) == (FAMILY, weight)


def test_scaling_is_passed_through_unrounded(qapp: QApplication) -> None:
    policy = QGuiApplication.highDpiScaleFactorRoundingPolicy()
    assert policy is type(policy).PassThrough
