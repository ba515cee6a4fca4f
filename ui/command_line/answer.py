"""What a command answers and how it leaves the program: one object for a script, or plain lines for a person.

Exit codes are decided here and nowhere else. Commands make an ``Answer``; they neither print nor end the process.
"""

from __future__ import annotations

import errno
import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from storage.domain.codes import Code, Exit, exit_code
from storage.domain.errors import LedgerError, Parameter
from storage.messages.catalogue import Catalogue

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_UNWRITABLE = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST, errno.ENOENT, errno.ENODEV})


@dataclass(frozen=True, slots=True)
class Answer:
    """``data`` goes into the JSON object beside code and sentences; ``lines`` are shown to a person instead."""

    code: Code = Code.OK
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    data: Mapping[str, object] = field(default_factory=dict)
    lines: Sequence[str] = ()
    exit_with: Exit | None = None
    lines_say_it: bool = False
    """Whether ``lines`` hold the sentence already, as with a single file."""

    @property
    def exit(self) -> Exit:
        """The exit code; that of the outcome's code unless a command's own rule says otherwise."""
        return exit_code(self.code) if self.exit_with is None else self.exit_with


def of_error(error: LedgerError) -> Answer:
    """An expected failure as the answer of a command."""
    return Answer(error.code, error.parameters)


def of_system_error(error: OSError) -> Answer | None:
    """A complaint of the system about a folder or the disk; None for what is a mistake of the program."""
    path = str(error.filename or "")
    if error.errno == errno.ENOSPC:
        return Answer(Code.DISK_FULL, {"path": path})
    return Answer(Code.FOLDER_UNWRITABLE, {"path": path}) if error.errno in _UNWRITABLE else None


def overall(codes: Sequence[Code], *, none_taken: Code) -> tuple[Code, Exit]:
    """The outcome of several files or rows: all good 0, none taken 3, anything between 1."""
    exits = [exit_code(code) for code in codes]
    if codes and all(one is Exit.DONE for one in exits):
        return (codes[0] if len(codes) == 1 else Code.OK), Exit.DONE
    if all(one not in (Exit.DONE, Exit.FINDINGS) for one in exits):
        return (codes[0] if len(set(codes)) == 1 else none_taken), Exit.REFUSED
    return (codes[0] if len(codes) == 1 else Code.OK_WITH_FINDINGS), Exit.FINDINGS


def told(catalogue: Catalogue, code: Code, parameters: Mapping[str, Parameter] | None = None) -> dict[str, object]:
    """A code with its sentence and next step, for an object within an answer."""
    return {
        "code": code.value,
        "message": catalogue.sentence(code, parameters),
        "next": catalogue.next_step(code, parameters),
    }


def as_object(answer: Answer, catalogue: Catalogue, notices: Sequence[Code] = ()) -> dict[str, object]:
    """The one object that a script reads. ``ok`` is true when the command was carried out, with findings or without."""
    result: dict[str, object] = {"ok": answer.exit in (Exit.DONE, Exit.FINDINGS)}
    result |= told(catalogue, answer.code, answer.parameters)
    if notices:
        result["notice"] = told(catalogue, notices[0])
    return result | dict(answer.data)


def as_lines(answer: Answer, catalogue: Catalogue, notices: Sequence[Code] = ()) -> list[str]:
    """What a person reads: the details, what happened, and what to do now."""
    lines = [plain(line) for line in answer.lines]
    for code in (*notices, *(() if answer.lines_say_it else (answer.code,))):
        parameters = answer.parameters if code is answer.code else {}
        lines.append(catalogue.sentence(code, parameters))
        step = catalogue.next_step(code, parameters)
        if step:
            lines.append(f"{catalogue.word('next_step')}: {step}")
    return lines


def write_answer(
    answer: Answer, catalogue: Catalogue, *, as_json: bool, output: TextIO | None, notices: Sequence[Code] = ()
) -> None:
    """Writes the answer; a program without a console has no ``output``."""
    if output is None:
        return
    if as_json:
        text = json.dumps(as_object(answer, catalogue, notices), ensure_ascii=False, default=_as_json)
    else:
        text = "\n".join(as_lines(answer, catalogue, notices))
    output.write(text + "\n")
    output.flush()


def plain(text: str) -> str:
    """One line without characters that steer a terminal or turn the direction of writing."""
    return "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(letter) in _UNSEEN else letter for letter in text)


def table(rows: Iterable[Sequence[str]]) -> list[str]:
    """Rows as aligned text, two spaces between columns."""
    cells = [[plain(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]


def label(words: Catalogue, key: str) -> str:
    """A word that also stands within sentences, at the beginning of a line."""
    word = words.word(key)
    return word[:1].upper() + word[1:]


def absolute(path: Path) -> str:
    """A path as it stands in answers."""
    return str(path.absolute())


def _as_json(value: object) -> str:
    if isinstance(value, Path):
        return absolute(value)
    raise TypeError(f"no JSON for {type(value).__name__}")
