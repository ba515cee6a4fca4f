"""About the program: version, what it does not protect against, licences."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTabWidget, QTextBrowser, QVBoxLayout, QWidget

from storage.version import VERSION

translate = QCoreApplication.translate


class AboutDialog(QDialog):
    """Two tabs: the limits of the program in plain words, and the licences that come with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("AboutDialog", "About the program"))
        title = QLabel(f"Sổ Hoạt Động {VERSION}", self)
        title.setProperty("role", "title")
        limits, licences = QTextBrowser(self), QTextBrowser(self)
        limits.setMarkdown(limits_text())
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


def limits_text() -> str:
    """What the program cannot do, as Markdown."""
    lines = (
        translate("AboutDialog", "It does not protect against harmful software on a PC whose keys are open."),
        translate("AboutDialog", "It does not know whether what is typed is true."),
        translate(
            "AboutDialog",
            "Its seal shows that a report is whole and from this office. It is not the legal digital signature.",
        ),
        translate("AboutDialog", "No state secret belongs in it: a stamp of secrecy found in a text stops the sealing."),
        translate(
            "AboutDialog",
            "It records the office's own work. It must not be used to list or watch people, accounts or posts.",
        ),
        translate("AboutDialog", "When PIN and recovery code are both lost, this PC is enrolled again with the centre."),
    )
    return "\n".join(f"- {line}" for line in lines)


def licence_text() -> str:
    """The list of licences that is shipped with the program."""
    name = "THIRD_PARTY_LICENCES.md"
    root = Path(__file__).resolve().parents[2]
    places = [root / name, root / "licences" / name, Path(sys.executable).parent / "licences" / name]
    found = next((place for place in places if place.is_file()), None)
    return found.read_text(encoding="utf-8") if found else "Apache-2.0"
