"""The room of one step of a wizard: as large as the step needs, scrolled only where the screen has less."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

FRAME = QSize(40, 60)
"""Room for the frame and title of the window."""
_LINES_AROUND = 9
"""Lines that the number, the title, what is told and the buttons take beside a step."""


class StepArea(QScrollArea):
    """Holds the page of a step; the buttons of the wizard stay in sight below it."""

    def __init__(self, page: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = page
        self.setWidget(page)

    def minimumSizeHint(self) -> QSize:
        room = self.screen().availableSize() - FRAME - QSize(0, self.fontMetrics().lineSpacing() * _LINES_AROUND)
        return self._page.minimumSizeHint().boundedTo(room)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Not left to Qt, which scrolls as soon as a step with lists gets less than it would like, though it needs less."""
        room, least, layout = self.maximumViewportSize(), self._page.minimumSizeHint(), self._page.layout()
        width, height = room.width(), least.height()
        if layout is not None and layout.hasHeightForWidth():
            height = layout.minimumHeightForWidth(width)
        if height > room.height():
            width -= self.verticalScrollBar().sizeHint().width()
        self._page.resize(max(width, least.width()), max(height, room.height()))
