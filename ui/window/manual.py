"""The offline manual: one Markdown page a topic and language, shown beside the program by F1.

A page's key, or a wizard's ``help_page``, is the name of its topic. Only files of the manual itself are shown.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QImage, QKeySequence, QResizeEvent, QShortcut, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

translate = QCoreApplication.translate
_FIRST_TOPIC = "index"
_PICTURE, _ALONE = ".png", "alone"
_IMAGE = QTextDocument.ResourceType.ImageResource.value
_PAUSE = 150
"""Milliseconds without a change of width before pictures are made anew."""


def manual_folder(language: str) -> Path:
    """Where the pages lie, also in the frozen program: beside the rooms of the source."""
    return Path(__file__).resolve().parents[2] / "docs" / "manual" / language


def topic_file(language: str, topic: str) -> Path:
    """The page of a topic; the first page of the manual when the topic has none."""
    page = manual_folder(language) / f"{topic}.md"
    return page if page.is_file() else manual_folder(language) / f"{_FIRST_TOPIC}.md"


class ManualBrowser(QTextBrowser):
    """Pictures are never wider than the window; one that was followed as a link stands alone in its own size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = QUrl()
        self._shown: list[QUrl] = []
        self._fitted: dict[QUrl, int] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._fit_pictures)
        self.sourceChanged.connect(self._turned)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        url = self._page.resolved(QUrl(name))
        if kind != _IMAGE:
            self._page = url  # Qt itself tells its source only after a page is there
        if not url.path().endswith(_PICTURE):
            return super().loadResource(kind, name)
        if kind != _IMAGE:
            return f'<html><body><img src="{url.fileName()}?{_ALONE}"/></body></html>'
        return QImage(url.toLocalFile()) if url.query() == _ALONE else self._fit(url)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures follow, a moment later."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._timer.start()

    @property
    def _room(self) -> int:
        return max(self.viewport().width() - 2 * int(self.document().documentMargin()) - 2, 1)

    def _fit(self, url: QUrl) -> QImage:
        """A picture in the screen's own points, so that nothing is blurred on a fine screen."""
        self._fitted[url] = self._room
        image = QImage(url.toLocalFile())
        ratio = self.devicePixelRatioF()
        width = int(self._room * ratio)
        if image.width() > width:
            plain = image.convertToFormat(QImage.Format.Format_RGB32)
            image = plain.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
            image.setDevicePixelRatio(ratio)
        return image

    @Slot()
    def _turned(self) -> None:
        """Every picture of a page leads to itself, by mouse and keyboard: Qt's reader of Markdown drops a link around one."""
        self._shown = []
        if self._page.path().endswith(_PICTURE):
            return
        block = self.document().begin()
        while block.isValid():
            parts = block.begin()
            while not parts.atEnd():
                part = parts.fragment()
                if part.charFormat().isImageFormat():
                    self._link(part.position(), part.charFormat().toImageFormat().name())
                    break  # changed; and a picture stands in a block of its own
                parts += 1
            block = block.next()
        self._fit_pictures()

    def _link(self, position: int, name: str) -> None:
        self._shown.append(self._page.resolved(QUrl(name)))
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        link = QTextCharFormat()
        link.setAnchor(True)
        link.setAnchorHref(name)
        cursor.mergeCharFormat(link)

    @Slot()
    def _fit_pictures(self) -> None:
        """Those of the page in front, which a document goes on keeping as they once were."""
        document = self.document()
        late = [url for url in self._shown if self._fitted.get(url) != self._room]
        for url in late:
            document.addResource(_IMAGE, url, self._fit(url))
        if late:
            document.markContentsDirty(0, document.characterCount())


class ManualWindow(QWidget):
    """A window of its own, so that one can read and work; it is closed with the window it was opened from."""

    def __init__(self, parent: QWidget, *, language: str) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._language = language
        self.setObjectName("manual")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("ManualWindow", "User guide"))
        self.browser = ManualBrowser(self)
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
        self.resize(QSize(width * 104, width * 96).boundedTo(self.screen().availableSize()))

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
