"""The rooms of the house know each other in one direction, and each library has one home."""

from __future__ import annotations

import re

import pytest

from tests.architecture.import_rules import LIBRARY_HOMES, import_offences
from tests.architecture.source_tree import ROOT, parse, product_modules


def test_no_module_imports_what_it_may_not() -> None:
    modules = product_modules()
    assert {module.room for module in modules} >= {"storage.domain", "storage", "export", "ui"}
    assert [offence for module in modules for offence in import_offences(module)] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("storage.domain.activity", "import storage.ledger"),
        ("storage.domain.activity", "from storage import ledger"),
        ("storage.domain.activity", "from .. import ledger"),
        ("storage.domain.activity", "import click"),
        ("storage.journal.store", "from export.bundle import writer"),
        ("storage.journal.store", "def later():\n    from ...export import bundle"),
        ("storage.search", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import ui"),
        ("storage.search", "import cryptography.fernet"),
        ("storage.search", "import requests"),
        ("export.exchange.importer", "import ui.messages"),
        ("export.exchange.importer", "import main"),
        ("export.exchange.importer", "from sqlite_utils import Database"),
        ("export.exchange.importer", "import sqlite3 as database"),
        ("export.exchange.importer", "from pyrage import x25519"),
        ("export.bundle.reader", "import zipfile"),
        ("export.bundle.reader", "import docx"),
        ("export.documents.word", "from PySide6.QtGui import QTextDocument"),
        ("export.documents.word", "from cryptography import x509"),
        ("storage.folders_of_others", "import platformdirs"),
        ("ui.pages.start", "import openpyxl"),
        ("ui.pages.start", "import main"),
        ("ui.pages.start", "from urllib.request import urlopen"),
        ("ui.pages.start", "from urllib import request"),
        ("ui.pages.start", "import tests.conftest"),
        ("main", "import socket"),
        ("main", "import pickle"),
    ],
)
def test_each_forbidden_import_is_seen(name: str, text: str) -> None:
    assert len(import_offences(parse(name, text))) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("storage.domain.activity", "import msgspec, datetime\nfrom storage.domain.codes import Code\nfrom . import errors"),
        (
            "storage.connection",
            "import sqlite3\nfrom sqlite_utils import Database, Migrations\nfrom storage.domain import codes",
        ),
        ("storage.folders", "import platformdirs"),
        ("export.trust.receipts", "import securesystemslib.signer\nfrom cryptography.hazmat import primitives\nimport pyrage"),
        ("export.documents.excel", "import zipfile, openpyxl, docx\nfrom storage.ledger import Ledger"),
        ("ui.pages.start", "from PySide6 import QtWidgets\nimport export.exchange\nfrom urllib.parse import quote"),
        ("main", "import click, ui, storage, export.bundle\nfrom PySide6.QtWidgets import QApplication"),
    ],
)
def test_what_is_at_home_may_be_imported(name: str, text: str) -> None:
    assert import_offences(parse(name, text)) == []


def test_relative_imports_of_a_package_start_at_the_package_itself() -> None:
    assert import_offences(parse("storage.domain", "from . import codes", is_package=True)) == []
    assert len(import_offences(parse("storage.domain", "from .. import ledger", is_package=True))) == 1


def test_every_library_with_a_home_is_locked() -> None:
    lock = (ROOT / "requirements" / "runtime.lock").read_text(encoding="utf-8")
    locked = {name.lower().replace("-", "_") for name in re.findall(r"^([A-Za-z0-9._-]+)==", lock, re.MULTILINE)}
    distributions = {"docx": "python_docx", "pyside6": "pyside6_essentials"}
    libraries = {name.lower() for name in LIBRARY_HOMES} - {"sqlite3", "zipfile", "benchmarks"}
    assert {distributions.get(name, name) for name in libraries} <= locked
