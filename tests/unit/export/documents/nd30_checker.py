"""Reads a .docx as it lies in the file and measures what Nghị định 30/2020/NĐ-CP speaks of.

An opinion of its own: it parses the XML with the standard library and knows nothing of the code that wrote it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MM_PER_TWIP = 25.4 / 1440


def parsed(data: bytes) -> ElementTree.Element:
    """A part of a file that this test suite has just written."""
    return ElementTree.fromstring(data)  # noqa: S314


@dataclass(frozen=True)
class RunView:
    """One run as it will look."""

    text: str
    size: float
    bold: bool
    italic: bool


@dataclass(frozen=True)
class ParagraphView:
    """One paragraph as it will look; lengths in twips."""

    element: ElementTree.Element
    runs: tuple[RunView, ...]
    align: str
    first_line: int
    left: int
    right: int
    hanging: int
    before: int
    line: int
    line_rule: str

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def has_rule_above(self) -> bool:
        return self.element.find(f"{W}pPr/{W}pBdr/{W}top[@{W}val='single']") is not None

    def all(self, *, size: tuple[float, float], bold: bool, italic: bool) -> bool:
        shown = [run for run in self.runs if run.text.strip()]
        low, high = size
        return bool(shown) and all(low <= run.size <= high and run.bold is bold and run.italic is italic for run in shown)


class WordFile:
    """The parts of a .docx."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.names = archive.namelist()
            self.members = {name: archive.read(name) for name in self.names}
        self.document = parsed(self.members["word/document.xml"])
        self.styles = parsed(self.members["word/styles.xml"])
        self.body = self.document[0]
        relations = parsed(self.members["word/_rels/document.xml.rels"])
        self._targets = {relation.get("Id"): relation.get("Target") for relation in relations}

    def sections(self) -> list[ElementTree.Element]:
        return list(self.document.iter(f"{W}sectPr"))

    def part(self, section: ElementTree.Element, *, kind: str, place: str) -> ElementTree.Element:
        """The header or footer ("headerReference") of a section for "default" or "first"."""
        for reference in section.findall(f"{W}{kind}"):
            if reference.get(f"{W}type") == place:
                return parsed(self.members["word/" + str(self._targets[reference.get(f"{R}id")])])
        raise AssertionError(f"no {kind} {place}")

    def xml_parts(self) -> Iterator[ElementTree.Element]:
        for name in self.names:
            if name.startswith("word/") and name.endswith(".xml") and "theme" not in name:
                yield parsed(self.members[name])

    def paragraphs(self, root: ElementTree.Element | None = None) -> list[ParagraphView]:
        return [view(element) for element in (self.body if root is None else root).iter(f"{W}p")]

    def body_blocks(self) -> list[ElementTree.Element]:
        return list(self.body)

    def text_paragraphs(self) -> list[ParagraphView]:
        """Paragraphs of the body itself, outside any table, that hold text."""
        return [shown for shown in (view(element) for element in self.body.findall(f"{W}p")) if shown.text.strip()]

    def find(self, start: str, root: ElementTree.Element | None = None) -> ParagraphView:
        for paragraph in self.paragraphs(root):
            if paragraph.text.startswith(start):
                return paragraph
        raise AssertionError(f"no paragraph starts with {start!r}")

    def after(self, paragraph: ParagraphView) -> ParagraphView:
        """The paragraph that follows in the same cell or body."""
        for parent in self.document.iter():
            children = list(parent)
            if paragraph.element in children:
                return view(children[children.index(paragraph.element) + 1])
        raise AssertionError("not in the document")

    def cell_of(self, start: str) -> tuple[int, int, int]:
        """(table, row, column) of the first cell with a paragraph that starts so."""
        for table_number, table in enumerate(self.body.findall(f"{W}tbl")):
            for row_number, row in enumerate(table.findall(f"{W}tr")):
                for column, cell in enumerate(row.findall(f"{W}tc")):
                    if any(view(element).text.startswith(start) for element in cell.iter(f"{W}p")):
                        return table_number, row_number, column
        raise AssertionError(f"no cell starts with {start!r}")

    def column_width(self, start: str) -> int:
        table_number, row_number, column = self.cell_of(start)
        table = self.body.findall(f"{W}tbl")[table_number]
        cell = table.findall(f"{W}tr")[row_number].findall(f"{W}tc")[column]
        return int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w"))  # type: ignore[union-attr,arg-type]


def view(element: ElementTree.Element) -> ParagraphView:
    """A paragraph with its direct formatting; the defaults are those of the styles part (14 pt upright)."""
    properties = element.find(f"{W}pPr")
    spacing, indent, align = (_find(properties, name) for name in ("spacing", "ind", "jc"))
    return ParagraphView(
        element=element,
        runs=tuple(_run(run) for run in element.iter(f"{W}r")),
        align=_value(align, "val", "left"),
        first_line=int(_value(indent, "firstLine", "0")),
        left=int(_value(indent, "left", "0")),
        right=int(_value(indent, "right", "0")),
        hanging=int(_value(indent, "hanging", "0")),
        before=int(_value(spacing, "before", "0")),
        line=int(_value(spacing, "line", "240")),
        line_rule=_value(spacing, "lineRule", "auto"),
    )


def _find(parent: ElementTree.Element | None, name: str) -> ElementTree.Element | None:
    return None if parent is None else parent.find(f"{W}{name}")


def _value(element: ElementTree.Element | None, name: str, default: str) -> str:
    return default if element is None else element.get(f"{W}{name}", default)


def _run(run: ElementTree.Element) -> RunView:
    properties = run.find(f"{W}rPr")
    size = float(_value(_find(properties, "sz"), "val", "28")) / 2
    text = "".join((child.text or "") if child.tag == f"{W}t" else "\t" if child.tag == f"{W}tab" else "" for child in run)
    return RunView(text, size, _find(properties, "b") is not None, _find(properties, "i") is not None)
