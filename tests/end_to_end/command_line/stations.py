"""Drives the command line as a user would: one object a PC, every call with ``--json`` unless said otherwise."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import main as program

ROOT = Path(__file__).resolve().parents[3]
PIN = "271828"


@dataclass(frozen=True)
class Call:
    """Exit code and standard output of one call."""

    exit: int
    output: str

    @property
    def answer(self) -> dict[str, Any]:
        lines = self.output.splitlines()
        assert len(lines) == 1, self.output
        found = json.loads(lines[0])
        assert isinstance(found, dict)
        assert {"ok", "code", "message", "next"} <= found.keys()
        return found


class Pc:
    """One profile. Calls run in this process, which is fast; ``process`` runs a real one."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder / name
        self.pin_file = folder / f"{name}.pin"
        self.pin_file.write_text(f"{PIN}\n", encoding="utf-8")

    def arguments(self, *words: object, form: Sequence[str] = ("--json",), language: str = "vi") -> list[str]:
        before = ["--data", str(self.folder), "--pin-file", str(self.pin_file), "--lang", language, *form]
        return [*before, *map(str, words)]

    def call(self, *words: object, expect: int | None = 0, language: str = "vi") -> dict[str, Any]:
        """The JSON answer; the exit code must be ``expect`` (None: any)."""
        done = run_here(self.arguments(*words, language=language))
        assert expect is None or done.exit == expect, done.output
        return done.answer

    def read(self, *words: object, expect: int | None = 0, language: str = "vi") -> str:
        """What a person reads."""
        done = run_here(self.arguments(*words, form=(), language=language))
        assert expect is None or done.exit == expect, done.output
        return done.output

    def process(self, *words: object, form: Sequence[str] = ("--json",)) -> Call:
        """A real process, from another folder."""
        done = subprocess.run(
            [sys.executable, "-W", "error", str(ROOT / "main.py"), *self.arguments(*words, form=form)],
            capture_output=True,
            check=False,
            cwd=self.folder.parent,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
        )
        assert done.stderr == "", done.stderr
        return Call(done.returncode, done.stdout)


def run_here(arguments: Sequence[str]) -> Call:
    """Calls the program's entry with streams of its own."""
    output, errors = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.StringIO(""))
        patch.setattr(sys, "stdout", output)
        patch.setattr(sys, "stderr", errors)
        code = program.main(arguments)
    assert errors.getvalue() == "", errors.getvalue()
    return Call(code, output.getvalue())


def activity(**changes: object) -> dict[str, object]:
    """A line as the issue shows it."""
    line: dict[str, object] = {
        "task": "II.1.a",
        "type": "HN_QT",
        "date": "2020-03-05",
        "title": "Hội nghị quán triệt tại Đăk Hà",
        "place": "Hội trường huyện",
        "document": "12/KH-UBND",
        "values": {"so_cuoc": 1, "luot_nguoi_du": 120},
        "note": "",
    }
    return line | changes


def write_lines(path: Path, lines: Sequence[Mapping[str, object] | str]) -> Path:
    """A file for ``record``."""
    texts = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
    path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return path


@dataclass(frozen=True)
class Exchange:
    """A centre and an enrolled office."""

    folder: Path
    centre: Pc
    office: Pc

    def file(self, name: str) -> Path:
        return self.folder / name

    def record(self, count: int = 3, *, name: str = "lines.jsonl") -> list[str]:
        lines = [activity(title=f"Hội nghị quán triệt lần {number}") for number in range(count)]
        answer = self.office.call("record", write_lines(self.file(name), lines))
        uids: list[str] = answer["uids"]
        assert len(uids) == count
        return uids

    def seal(self, name: str = "usb") -> Path:
        self.office.call("seal", "--to", self.file(name))
        return self.file(name)


def make_exchange(folder: Path, office: str = "UBND-DH") -> Exchange:
    """Both sides set up and the office admitted."""
    made = Exchange(folder, Pc(folder, "centre"), Pc(folder, "office"))
    made.centre.call("setup", "--role", "centre")
    made.centre.call("kit", "--to", made.file("kit.shd"))
    made.office.call("setup", "--role", "office", "--kit", made.file("kit.shd"), "--office", office)
    voice = made.office.call("enrol", "--to", made.file("enrol.shd"))["voice"]
    made.centre.call("approve", made.file("enrol.shd"), "--voice", voice)
    return made
