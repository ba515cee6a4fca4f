"""Runs the product's own tests under the Python of Windows: all that need no display server and no program of this machine."""

from __future__ import annotations

import re
from pathlib import Path

from machine import BuildProblem, Log
from windows_python import ROOT
from wine import Wine

FOLDERS = ("tests/unit", "tests/property", "tests/hostile", "tests/integration", "tests/product_rules", "tests/upgrade")
_SECONDS = 3000


def run_tests(wine: Wine, python: Path, output: Path, log: Log, folders: tuple[str, ...] = FOLDERS) -> dict[str, object]:
    """Passed, failed and skipped; raises ``BuildProblem`` with pytest's own words when one failed."""
    log.say("the tests under Windows' Python")
    words: list[str | Path] = ["-X", "utf8", "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist", "-rs"]
    words += ["--basetemp", output / "tests", *(ROOT / folder for folder in folders if (ROOT / folder).is_dir())]
    outcome = wine.run(python, *words, seconds=_SECONDS, folder=ROOT, settings={"WINEQT_QPA_PLATFORM": "offscreen"})
    (output / "tests.txt").write_text(outcome.output, encoding="utf-8")
    counts = {
        word: int(number) for number, word in re.findall(r"(\d+) (passed|failed|skipped|errors?)\b", outcome.output[-2000:])
    }
    if outcome.code != 0 or not counts.get("passed"):
        raise BuildProblem(f"tests ended with {outcome.code}:\n{outcome.output[-6000:]}")
    log.say(f"tests: {counts['passed']} passed, {counts.get('skipped', 0)} skipped, {outcome.seconds:.0f} s")
    return {"tests_passed": counts["passed"], "tests_skipped": counts.get("skipped", 0)}
