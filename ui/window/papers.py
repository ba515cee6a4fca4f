"""Sheets of paper that windows print. That with a recovery code names no office and nobody: a finder learns nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from storage.messages.catalogue import Catalogue

if TYPE_CHECKING:
    from export.documents.paper_sheet import PaperSheet

translate = QCoreApplication.translate


def recovery_paper(code: str, words: Catalogue) -> PaperSheet:
    """The code, and what it is for."""
    from export.documents.paper_sheet import PaperSheet, Reading

    title = translate("ResultPage", "Sổ Hoạt Động: recovery code of this PC")
    return PaperSheet(title=title, readings=(Reading(figures=code),), note=words.word("keep_recovery_code"))


def ask_to_print(papers: list[PaperSheet], parent: QWidget) -> None:
    """The system's print dialog for these sheets; what has to do with printers is loaded only now."""
    from ui.printing.printer import PaperPrinter

    PaperPrinter(papers, parent).ask()
