"""About the program: version, what it does not protect against, licences."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTabWidget, QTextBrowser, QVBoxLayout, QWidget

from storage.messages.catalogue import Catalogue
from storage.version import VERSION

translate = QCoreApplication.translate


class AboutDialog(QDialog):
    """Two tabs: the limits of the program in plain words, and the licences that come with it."""

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("AboutDialog", "About the program"))
        title = QLabel(f"Sổ Hoạt Động {VERSION}", self)
        title.setProperty("role", "title")
        limits, licences = QTextBrowser(self), QTextBrowser(self)
        limits.setMarkdown("\n".join(f"- {limit}" for limit in words.limits))
        licences.setMarkdown(licence_text())
        tabs = QTabWidget(self)
        tabs.addTab(limits, translate("AboutDialog", "&What it does not protect against"))
        tabs.addTab(licences, translate("AboutDialog", "&Licences"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(title)
        column.addWidget(tabs, 1)
        column.addWidget(buttons)
        width = self.fontMetrics().averageCharWidth()
        self.resize(width * 88, width * 62)


def licence_text() -> str:
    """The list of licences that is shipped with the program."""
    name = "THIRD_PARTY_LICENCES.md"
    root = Path(__file__).resolve().parents[2]
    places = [root / name, root / "licences" / name, Path(sys.executable).parent / "licences" / name]
    found = next((place for place in places if place.is_file()), None)
    return found.read_text(encoding="utf-8") if found else "Apache-2.0"
