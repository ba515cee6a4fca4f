"""Writes a finished document to a file by the suffix of its name: Word here, PDF by a renderer that the caller brings.

PDF is made with Qt, which this room does not know; the command line and the windows hand their renderer in. No content is
decided here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from export.documents.report_model import FileProperties, ReportDocument
from export.documents.word_report import render_word
from storage.atomic_file import write_atomically
from storage.domain.codes import Code
from storage.domain.errors import LedgerError

PdfRenderer = Callable[[ReportDocument, FileProperties], bytes]
"""Turns a document into the bytes of a PDF."""

WORKBOOK_SUFFIX = ".xlsx"


@dataclass(frozen=True, slots=True)
class WrittenDocument:
    """A file that was written.

    ``draft``: the period was not closed. ``changed_since``: how many figures (centre), or whether the records (office, 1), are
    no longer those that were frozen.
    """

    path: Path
    draft: bool = False
    changed_since: int = 0


def is_workbook(target: Path) -> bool:
    """Whether a workbook is asked for."""
    return target.suffix.lower() == WORKBOOK_SUFFIX


def check_suffix(target: Path, pdf: PdfRenderer | None) -> None:
    """Before any work is done. Raises ``LedgerError(FILE_TYPE_UNSUPPORTED)`` (``file``, ``suffix``)."""
    known = {".docx", WORKBOOK_SUFFIX} | ({".pdf"} if pdf is not None else set())
    if target.suffix.lower() not in known:
        raise LedgerError(Code.FILE_TYPE_UNSUPPORTED, file=target.name, suffix=target.suffix)


def write_text_document(document: ReportDocument, properties: FileProperties, target: Path, pdf: PdfRenderer | None) -> None:
    """Writes a .docx or .pdf. Raises ``LedgerError``: as ``check_suffix``; DISK_FULL, FOLDER_UNWRITABLE, FILE_IN_USE."""
    check_suffix(target, pdf)
    if target.suffix.lower() == ".pdf" and pdf is not None:
        write_atomically(target, pdf(document, properties))
    else:
        write_atomically(target, render_word(document, properties))
