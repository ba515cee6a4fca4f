"""A week of sixty files for every test of the import page, copied from one that is made once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.import_bundles.page_steps import centre_workplace
from tests.ui.import_bundles.week import Week, build_week
from ui.window.workplace import Workplace


@pytest.fixture(scope="session")
def built_week(tmp_path_factory: pytest.TempPathFactory) -> Week:
    """Made once; never opened by a test itself."""
    return build_week(tmp_path_factory.mktemp("tuần"))


@pytest.fixture
def week(built_week: Week, tmp_path: Path) -> Week:
    root = tmp_path / "trung tâm"
    shutil.copytree(built_week.root, root)
    return Week(root)


@pytest.fixture
def centre(week: Week, qapp: QApplication) -> Iterator[Workplace]:
    """The workplace of the centre in Vietnamese."""
    made = centre_workplace(qapp, week, "vi")
    yield made
    made.runner.shut_down()
