"""Checks a finished program on the PC it runs on: ``--selftest [--report FILE]``.

The checks are loaded within the first of them, so that a library which was not shipped is reported as well. The report is a
file because a windowed program has no console.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from storage.domain.errors import LedgerError
from storage.version import VERSION
from ui.command_line.program import log_mistake


class CheckFailed(Exception):
    """A check whose outcome is not what it must be."""


def self_test(arguments: Sequence[str], output: TextIO | None) -> int:
    """Runs all checks; 0 when all hold, else 1. ``arguments``: nothing, or ``--report FILE``."""
    if list(arguments[:1]) not in ([], ["--report"]) or len(arguments) not in (0, 2):
        return 2
    with tempfile.TemporaryDirectory(prefix="sổ hoạt động ", ignore_cleanup_errors=True) as folder:
        results = run_checks(Path(folder))
    is_sound = all(result["ok"] for result in results)
    found = {"ok": is_sound, "checks": len(results), "results": results, "version": VERSION}
    text = json.dumps(found, ensure_ascii=False, indent=2) + "\n"
    if arguments:
        Path(arguments[1]).write_text(text, encoding="utf-8")
    if output is not None:
        output.write(text)
        output.flush()
    return 0 if is_sound else 1


def run_checks(base: Path) -> list[dict[str, object]]:
    """Every check in its order with its outcome; a failed one does not keep the rest from running."""
    found: list[Callable[[], None]] = []

    def load() -> None:
        from ui.command_line.selftest_checks import checks_in

        for name, check in checks_in(base).items():
            names.append(name)
            found.append(check)

    names: list[str] = []
    results = [_outcome("libraries", load)]
    return results + [_outcome(name, check) for name, check in zip(names, found, strict=True)]


def _outcome(name: str, check: Callable[[], None]) -> dict[str, object]:
    began = time.monotonic()
    result: dict[str, object] = {"name": name, "ok": True}
    try:
        check()
    except CheckFailed as failure:
        result |= {"ok": False, "detail": str(failure)}
    except LedgerError as error:
        result |= {"ok": False, "detail": error.code.value}
    except Exception as error:  # a missing library or file of the frozen program shows itself in many ways
        log_mistake(error)
        result |= {"ok": False, "detail": f"{type(error).__name__}: {error}"[:300]}
    return result | {"seconds": round(time.monotonic() - began, 3)}
