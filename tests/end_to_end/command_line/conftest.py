"""Profiles of these tests remember nothing on the machine that runs them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.end_to_end.command_line.stations import Exchange, Pc, make_exchange


@pytest.fixture(autouse=True)
def markers(monkeypatch: pytest.MonkeyPatch, template: Exchange) -> None:
    """The place of the markers, outside the profiles; the same for every test, as on one PC."""
    monkeypatch.setenv("XDG_STATE_HOME", str(template.folder / "state"))


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Exchange:
    """A centre and an enrolled office, made once."""
    folder = tmp_path_factory.mktemp("sổ hoạt động")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(folder / "state"))
        return make_exchange(folder)


@pytest.fixture
def exchange(template: Exchange, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Exchange:
    """A copy of the template for one test, with markers of its own."""
    folder = tmp_path / "chỗ làm việc"
    shutil.copytree(template.folder, folder)
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "state"))
    return Exchange(folder, Pc(folder, "centre"), Pc(folder, "office"))
