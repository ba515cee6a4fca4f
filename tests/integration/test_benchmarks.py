"""The benchmarks run to their end and measure what they say; their bounds are for a quiet machine and not tested here."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import pytest


def has_native_reader() -> bool:
    """Wine lacks a library of Windows 10 that the reader's own language wants; everywhere else it must load."""
    try:
        import_module("python_calamine")
    except ImportError:
        return False
    return True


@pytest.mark.skipif(sys.platform == "win32" and not has_native_reader(), reason="the native reader does not load in Wine")
def test_large_workbooks_are_measured_beside_their_floors(tmp_path: Path) -> None:
    from benchmarks import workbook

    measures = workbook.run(tmp_path, rows=60, rounds=1)
    assert [measure.unit for measure in measures] == ["s", "MB", "s", "s", "s", "s"]
    assert all(measure.ratio > 0 for measure in measures)
    assert [measure.bound for measure in measures] == [1.0, 20.0, 1.5, None, 1.5, None]
    assert all(measure.floor > 0 for measure in measures if measure.unit == "s")
