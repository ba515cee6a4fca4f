"""Takes the windows' English sentences over into the ``.ts`` files: ``python packaging/translations.py [FOLDER]``.

Reads the syntax trees and not the text: Qt's own tool for Python passes over sentences with a count that is more than a plain
name and sees no plural anywhere. Vietnamese has one form; English two, and its file holds sentences with ``%n`` alone.
Known translations are kept, sentences that are gone are dropped, new ones come in as unfinished.
"""

from __future__ import annotations

import ast
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "ui" / "resources" / "translations"
_MARKERS = frozenset({"translate", "QT_TRANSLATE_NOOP"})
_COUNT = "%n"


class Sentence(NamedTuple):
    """What identifies a sentence for Qt."""

    context: str
    source: str
    note: str


def sentences_of(text: str, name: str) -> Iterator[Sentence]:
    """The sentences of one module. ``ValueError`` for one that is put together: Qt could never find it."""
    for node in ast.walk(ast.parse(text, name)):
        if isinstance(node, ast.Call) and _name(node.func) in _MARKERS and len(node.args) >= 2:
            texts = [_literal(argument) for argument in node.args[:3]]
            context, source, note = [*texts, ""][:3]
            if context is None or source is None:
                # A title from a table is marked with QT_TRANSLATE_NOOP where the table stands.
                if any(isinstance(argument, ast.JoinedStr | ast.BinOp) for argument in node.args[:2]):
                    raise ValueError(f"{name}:{node.lineno}: a sentence that is put together cannot be translated")
                continue
            yield Sentence(context, source, note or "")


def _name(function: ast.expr) -> str:
    """``translate`` also as ``QCoreApplication.translate``; a painter has a method of that name, too."""
    if isinstance(function, ast.Attribute):
        return function.attr if ast.unparse(function.value) == "QCoreApplication" else ""
    return function.id if isinstance(function, ast.Name) else ""


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def all_sentences(root: Path = ROOT) -> list[Sentence]:
    """Every sentence of the windows once, sorted by context and otherwise as they stand in the source."""
    found: dict[Sentence, None] = {}
    for path in sorted((root / "ui").rglob("*.py")):
        if "command_line" not in path.parts:
            found.update(dict.fromkeys(sentences_of(path.read_text(encoding="utf-8"), path.name)))
    return sorted(found, key=lambda sentence: sentence.context)


def known_translations(path: Path) -> dict[Sentence, list[str]]:
    """What a file holds: one form, or several for a sentence with a count. Unfinished ones are left out."""
    if not path.is_file():
        return {}
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished":
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            key = Sentence(context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", ""))
            found[key] = forms
    return found


def ts_text(language: str, sentences: list[Sentence], known: Mapping[Sentence, list[str]], *, forms: int) -> str:
    """A ``.ts`` file in which sentences with a count have ``forms`` forms."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{language}" sourcelanguage="en">')
    context = ""
    for sentence in sentences:
        if sentence.context != context:
            lines += ["</context>"] if context else []
            context = sentence.context
            lines += ["<context>", f"    <name>{escape(context)}</name>"]
        lines += _message(sentence, known.get(sentence), forms)
    lines += ["</context>"] if context else []
    return "\n".join([*lines, "</TS>", ""])


def _message(sentence: Sentence, known: list[str] | None, forms: int) -> list[str]:
    counted = _COUNT in sentence.source
    mark = "" if known else ' type="unfinished"'
    values = (known or []) + [""] * (forms if counted else 1)
    lines = [
        '    <message numerus="yes">' if counted else "    <message>",
        f"        <source>{escape(sentence.source)}</source>",
    ]
    if sentence.note:
        lines.append(f"        <comment>{escape(sentence.note)}</comment>")
    if counted:
        lines.append(f"        <translation{mark}>")
        lines += [f"            <numerusform>{escape(value)}</numerusform>" for value in values[:forms]]
        lines.append("        </translation>")
    else:
        lines.append(f"        <translation{mark}>{escape(values[0])}</translation>")
    return [*lines, "    </message>"]


def update(folder: Path) -> int:
    """Brings both files of a folder up to the source; answers how many sentences are still unfinished."""
    sentences = all_sentences()
    counted = [sentence for sentence in sentences if _COUNT in sentence.source]
    unfinished = 0
    for name, language, chosen, forms in (("app_vi.ts", "vi_VN", sentences, 1), ("app_en.ts", "en_GB", counted, 2)):
        path = folder / name
        known = known_translations(path)
        unfinished += sum(sentence not in known for sentence in chosen)
        path.write_text(ts_text(language, chosen, known, forms=forms), encoding="utf-8", newline="\n")
    return unfinished


if __name__ == "__main__":
    left = update(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
    print(f"{left} sentences to be translated")
    sys.exit(1 if left else 0)
