"""The offline manual: one Markdown page a topic and language, shown beside the program by F1."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

translate = QCoreApplication.translate
_FIRST_TOPIC = "index"


def manual_folder(language: str) -> Path:
    """Where the pages lie, also in the frozen program: beside the rooms of the source."""
    return Path(__file__).resolve().parents[2] / "docs" / "manual" / language


def topic_file(language: str, topic: str) -> Path:
    """The page of a topic; the first page of the manual when the topic has none."""
    page = manual_folder(language) / f"{topic}.md"
    return page if page.is_file() else manual_folder(language) / f"{_FIRST_TOPIC}.md"


class ManualWindow(QWidget):
    """A window of its own, so that one can read and work; it is closed with the window it was opened from."""

    def __init__(self, parent: QWidget, *, language: str) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._language = language
        self.setObjectName("manual")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("ManualWindow", "User guide"))
        self.browser = QTextBrowser(self)
        self.browser.setOpenExternalLinks(False)
        self.browser.setSearchPaths([str(manual_folder(language))])
        contents = QPushButton(translate("ManualWindow", "&Contents"), self)
        contents.clicked.connect(self._contents)
        back = QPushButton(translate("ManualWindow", "&Back"), self)
        back.clicked.connect(self.browser.backward)
        self.browser.backwardAvailable.connect(back.setEnabled)
        back.setEnabled(False)
        close = QPushButton(translate("ManualWindow", "C&lose"), self)
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(contents)
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.addWidget(self.browser, 1)
        column.addLayout(row)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.close)
        width = self.fontMetrics().averageCharWidth()
        self.resize(width * 84, width * 90)

    @classmethod
    def open_for(cls, parent: QWidget, *, language: str, topic: str) -> ManualWindow:
        """Opens the manual at a topic, or turns the one that is open to it."""
        window = parent.findChild(cls, "manual") or cls(parent, language=language)
        window.show_topic(topic)
        window.show()
        window.raise_()
        window.activateWindow()
        return window

    def show_topic(self, topic: str) -> None:
        """Turns to a topic's page."""
        self.browser.setSource(QUrl.fromLocalFile(str(topic_file(self._language, topic))))

    def _contents(self) -> None:
        self.show_topic(_FIRST_TOPIC)
