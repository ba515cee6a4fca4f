"""Two small charts of shares, drawn by hand: what they share. Every value is also said in words and stands in a table.

Values lie between 0 and 100 %. The two measures differ by line, marker and pattern, not by colour alone; groups keep the order
of the register, so that nothing is ranked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from storage.completeness import Share
from storage.messages.catalogue import Catalogue
from ui.window.follow_up.looks import scheme_of_palette
from ui.window.theme import Colours, colours_of

translate = QCoreApplication.translate
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_FORTH = (Qt.Key.Key_Right, Qt.Key.Key_Down)


@dataclass(frozen=True, slots=True)
class Point:
    """One period or group. ``still_open``: its deadline has not passed, so the share is not final."""

    label: str
    share: Share
    still_open: bool = False


def share_words(point: Point, words: Catalogue) -> str:
    """A point in a sentence."""
    share = point.share
    if share.complete is None or share.timely is None:
        return translate("ShareChart", "{label}: no report is owed").format(label=point.label)
    text = translate(
        "ShareChart",
        "{label}: {received} of {owed} received ({complete} %), {timely_count} of them on time ({timely} % of all owed)",
    ).format(
        label=point.label,
        received=words.number(share.received),
        owed=words.number(share.owed),
        complete=words.number(share.complete.percent),
        timely_count=words.number(share.on_time),
        timely=words.number(share.timely.percent),
    )
    return translate("ShareChart", "{text}; still open").format(text=text) if point.still_open else text


class ShareChart(QWidget):
    """Base of both charts. ``said`` carries the sentence of the point under the mouse or the keyboard's cursor."""

    said = Signal(str)

    def __init__(self, name: str, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.points: tuple[Point, ...] = ()
        self.current = -1
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_points(self, points: Sequence[Point]) -> None:
        """Replaces what is drawn."""
        self.points = tuple(points)
        self.current = min(self.current, len(self.points) - 1)
        self.setAccessibleDescription("; ".join(share_words(point, self._words) for point in self.points))
        self.updateGeometry()
        self.update()

    def point_at(self, place: QPointF) -> int:
        """The point to which a place of the widget belongs; -1 outside of all."""
        raise NotImplementedError

    def go_to(self, number: int) -> None:
        """Moves to a point and says it."""
        if not self.points:
            return
        self.current = max(0, min(number, len(self.points) - 1))
        self.said.emit(share_words(self.points[self.current], self._words))
        self.update()

    # What Qt tells

    def sizeHint(self) -> QSize:
        letter = self.fontMetrics()
        return QSize(letter.averageCharWidth() * 52, letter.lineSpacing() * 10)

    def minimumSizeHint(self) -> QSize:
        letter = self.fontMetrics()
        return QSize(letter.averageCharWidth() * 30, letter.lineSpacing() * 7)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {**dict.fromkeys(_BACK, self.current - 1), **dict.fromkeys(_FORTH, self.current + 1)}
        moves |= {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.points) - 1}
        key = Qt.Key(event.key())
        if key in moves:
            self.go_to(moves[key])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.go_to(self.current if self.current >= 0 else len(self.points) - 1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = self.point_at(event.position())
        if number >= 0:
            if number != self.current:
                self.go_to(number)
            QToolTip.showText(event.globalPosition().toPoint(), share_words(self.points[number], self._words), self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(scheme_of_palette(self.palette()))
        if self.points:
            self._legend(painter, colours)
            self._draw(painter, colours)
        else:
            painter.setPen(QColor(colours.muted))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, translate("ShareChart", "Nothing to show"))
        painter.end()

    def _draw(self, painter: QPainter, colours: Colours) -> None:
        raise NotImplementedError

    # Shared by both

    def _legend(self, painter: QPainter, colours: Colours) -> None:
        raise NotImplementedError

    def _legend_text(self, painter: QPainter, colours: Colours, left: float, text: str) -> float:
        """Writes a word of the legend and answers where the next may begin."""
        metrics = self.fontMetrics()
        painter.setPen(QColor(colours.text))
        painter.drawText(QPointF(left, metrics.ascent() + 2.0), text)
        return left + metrics.horizontalAdvance(text) + 2 * metrics.averageCharWidth()


def completeness_word() -> str:
    """The name of the first measure."""
    return translate("ShareChart", "Completeness")


def timeliness_word() -> str:
    """The name of the second measure."""
    return translate("ShareChart", "Timeliness")


def veil(colours: Colours) -> QColor:
    """The ground of the current point."""
    ground = QColor(colours.accent)
    ground.setAlphaF(0.12)
    return ground
