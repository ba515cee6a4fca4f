"""Each dangerous call has one home or none; every rule is shown a sample that breaks it."""

from __future__ import annotations

import pytest

from tests.architecture.call_rules import BANS, call_offences
from tests.architecture.source_tree import parse, product_modules


def test_no_module_makes_a_banned_call() -> None:
    assert [offence for module in product_modules() for offence in call_offences(module)] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("storage.journal.store", "import sqlite3\nsqlite3.connect('x')"),
        ("storage.journal.store", "from sqlite_utils import Database as D\nD(memory=True)"),
        ("export.bundle.writer", "import os as system\nsystem.replace(a, b)"),
        ("export.bundle.writer", "from os import rename\nrename(a, b)"),
        ("export.bundle.writer", "import os\nmove = os.replace"),
        ("export.bundle.writer", "import shutil\nshutil.move(a, b)"),
        ("export.bundle.writer", "path.rename(target)"),
        ("export.bundle.writer", "path.with_suffix('.new').replace(target)"),
        ("export.bundle.writer", "from tempfile import mktemp\nmktemp()"),
        ("export.bundle.reader", "archive.extractall(folder)"),
        ("storage.search", "eval(text)"),
        ("storage.search", "def run(text):\n    exec(text)"),
        ("storage.search", "import importlib\nimportlib.import_module('ui')"),
        ("ui.pages.start", "import os\nos.system('x')"),
        ("ui.pages.start", "import os\nos._exit(1)"),
        ("main", "import locale\nlocale.setlocale(locale.LC_ALL, '')"),
        ("export.trust.receipts", "from datetime import UTC, datetime\ndatetime.now(UTC)"),
        ("export.trust.receipts", "import datetime\ndatetime.date.today()"),
        ("export.trust.receipts", "import time\ntime.time()"),
        ("main", "from datetime import date\ndate.today()"),
        ("main", "from datetime import datetime\ndatetime.now()"),
        ("main", "import datetime\ndatetime.datetime.now()"),
        ("export.trust.receipts", "from uuid import uuid4\nuuid4()"),
        ("storage.marker", "import os\nos.environ['HOME']"),
        ("storage.marker", "from pathlib import Path\nPath.home()"),
        ("ui.tasks", "from time import sleep\nsleep(1)"),
        ("ui.tasks", "from PySide6.QtCore import QThread\nclass Worker(QThread):\n    pass"),
        ("ui.tasks", "from PySide6 import QtCore\nQtCore.QThread()"),
        ("ui.tasks", "application.processEvents()"),
        ("storage.search", "open(path)"),
        ("storage.search", "open(path, 'w')"),
        ("storage.search", "open(path, mode='a')"),
        ("storage.search", "import os\nos.fdopen(descriptor, 'w')"),
        ("storage.search", "path.open('r')"),
        ("storage.search", "path.read_text()"),
        ("storage.search", "path.write_text('x')"),
        ("storage.search", "def count():\n    global total"),
        ("storage.search", "CACHE = {}"),
        ("storage.search", "from collections import defaultdict\nCACHE: dict = defaultdict(list)"),
        ("storage.search", "SEEN = set()"),
    ],
)
def test_each_banned_call_is_seen(name: str, text: str) -> None:
    assert len(call_offences(parse(name, text))) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("storage.connection", "import sqlite3\nfrom sqlite_utils import Database\nDatabase(sqlite3.connect('x'))"),
        ("storage.atomic_file", "import os\nos.replace(a, b)"),
        ("storage.domain.identifiers", "from datetime import UTC, datetime\ndatetime.now(UTC)"),
        ("main", "from datetime import UTC, datetime\ndatetime.now(UTC)"),
        ("main", "import os\nos.environ.get('HOME')"),
        ("storage.search", "'a'.replace('a', 'b')\nmoment.replace(tzinfo=None)\nname.replace(*pair)"),
        ("storage.search", "open(path, 'rb')\nopen(path, encoding='utf-8')\npath.open('rb')\npath.open('r', encoding='utf-8')"),
        (
            "storage.search",
            "path.read_text(encoding='utf-8')\npath.write_text('x', encoding='utf-8')\npath.write_text('x', 'utf-8')",
        ),
        ("storage.search", "import re\nPATTERN = re.compile('x')\nLedger.open(folders)\nTABLE = {'a': 1}\nNAMES = frozenset()"),
        ("ui.pages.start", "dialog.exec()\nfrom time import monotonic\nmonotonic()"),
        ("storage.backup", "from time import sleep\nsleep(0.1)"),
        ("storage.backup", "from sqlite_utils import Database\ndef copy(db: Database) -> None:\n    pass"),
    ],
)
def test_what_is_right_is_left_alone(name: str, text: str) -> None:
    assert call_offences(parse(name, text)) == []


def test_every_home_exists() -> None:
    names = {module.name for module in product_modules()}
    assert {home for ban in BANS for home in ban.homes} <= names
