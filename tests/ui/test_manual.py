"""The manual's window: pictures fit it, follow it, and can be looked at alone; wizards open their own page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.test_every_page_fits import draw
from ui.window.manual import ManualWindow, manual_folder, topic_file


@pytest.fixture
def manual(qtbot: QtBot) -> Iterator[ManualWindow]:
    desk = QWidget()
    qtbot.addWidget(desk)
    desk.show()
    window = ManualWindow.open_for(desk, language="vi", topic="import")
    qtbot.waitExposed(window)
    yield window
    window.close()


def shown(manual: ManualWindow, name: str = "import", query: str = "") -> QImage:
    """The picture as the page draws it."""
    url = QUrl.fromLocalFile(str(picture(name)))
    url.setQuery(query or None)
    return QImage(manual.browser.document().resource(QTextDocument.ResourceType.ImageResource.value, url))


def real(name: str = "import") -> QImage:
    return QImage(str(picture(name)))


def picture(name: str) -> Path:
    return manual_folder("vi").parent / "pictures" / "vi" / f"{name}.png"


def test_a_picture_is_as_wide_as_the_page_at_most(qtbot: QtBot, manual: ManualWindow) -> None:
    for width in (520, 700):
        manual.resize(width, 600)
        qtbot.waitUntil(lambda: 0 <= manual.browser.viewport().width() - shown(manual).deviceIndependentSize().width() < 24)
        assert manual.browser.horizontalScrollBar().maximum() == 0
    before, after = real(), shown(manual)
    assert after.width() < before.width()
    assert abs(after.width() / after.height() - before.width() / before.height()) < 0.02
    draw(manual, "manual-import")


def test_a_picture_is_opened_alone_by_keyboard_and_back(qtbot: QtBot, manual: ManualWindow) -> None:
    manual.browser.setFocus()
    qtbot.keyClick(manual.browser, Qt.Key.Key_Tab)
    qtbot.keyClick(manual.browser, Qt.Key.Key_Return)
    assert manual.browser.source().fileName() == "import.png"
    assert shown(manual, query="alone").width() == real().width(), "in its own size"
    manual.resize(600, 500)
    manual.browser.backward()
    assert manual.browser.source().fileName() == "import.md"
    assert "Nhập gói" in manual.browser.toPlainText()
    qtbot.waitUntil(lambda: shown(manual).width() < manual.browser.viewport().width())


def test_every_page_of_the_manual_is_drawn_with_its_pictures(qtbot: QtBot, manual: ManualWindow) -> None:
    for page in sorted(manual_folder("vi").glob("*.md")):
        manual.show_topic(page.stem)
        assert manual.browser.source().toLocalFile() == str(topic_file("vi", page.stem))
        text = manual.browser.toPlainText()
        assert "**" not in text
        assert "](" not in text, f"{page.name}: something is not understood as Markdown"
        if ".png" in page.read_text(encoding="utf-8"):
            assert not shown(manual, page.stem).isNull()
