"""A province that is built once and copied for every test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.adversity.province import Province


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a province in which everybody is enrolled and nothing is recorded."""
    root = tmp_path_factory.mktemp("province")
    Province.build(root)
    return root


@pytest.fixture
def province(built: Path, tmp_path: Path) -> Iterator[Province]:
    """A copy of it; copied with all markers, so that every PC goes on as it was."""
    root = tmp_path / "p"
    shutil.copytree(built, root)
    made = Province.at(root)
    yield made
    made.close()
