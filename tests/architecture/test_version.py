"""One version: the package's and the program's are the same."""

from __future__ import annotations

import tomllib

from storage.version import VERSION
from tests.architecture.source_tree import ROOT


def test_the_program_and_the_package_have_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION
