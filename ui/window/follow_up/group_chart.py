"""Completeness and timeliness by group of offices: pairs of bars, one filled and one hatched, in the order of the register."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from ui.window.follow_up.charts import ShareChart, completeness_word, timeliness_word, veil
from ui.window.theme import Colours


class GroupChart(ShareChart):
    """One pair of bars a group: completeness filled, timeliness hatched."""

    def minimumSizeHint(self) -> QSize:
        letter = self.fontMetrics()
        return QSize(letter.averageCharWidth() * 40, (len(self.points) + 1) * (letter.lineSpacing() + 4) + 10)

    def point_at(self, place: QPointF) -> int:
        top, height = self._top(), self._height()
        number = int((place.y() - top) // height) if height else -1
        return number if 0 <= number < len(self.points) and place.y() >= top else -1

    def _top(self) -> float:
        return self.fontMetrics().lineSpacing() + 10.0

    def _height(self) -> float:
        room = self.height() - self._top()
        return min(room / len(self.points), 3.0 * self.fontMetrics().lineSpacing()) if self.points else 0.0

    def _bars(self) -> QRectF:
        """Where bars may stand: between the names of groups and the figures."""
        metrics = self.fontMetrics()
        left = min(self.width() * 0.42, metrics.averageCharWidth() * 30.0)
        figures = metrics.horizontalAdvance("1.000/1.000") + 12.0
        return QRectF(left, self._top(), max(20.0, self.width() - left - figures), self.height() - self._top())

    def _legend(self, painter: QPainter, colours: Colours) -> None:
        metrics, left = self.fontMetrics(), self._bars().left()
        size = metrics.ascent()
        for brush, colour, word in self._measures(colours):
            _bar(painter, QRectF(left, 3, 1.6 * size, size - 2), brush, colour)
            left = self._legend_text(painter, colours, left + 1.6 * size + 6, word)

    def _draw(self, painter: QPainter, colours: Colours) -> None:
        bars, height, metrics = self._bars(), self._height(), self.fontMetrics()
        for number, point in enumerate(self.points):
            top = bars.top() + number * height
            if number == self.current:
                painter.fillRect(QRectF(0, top, self.width(), height), veil(colours))
            painter.setPen(QColor(colours.text))
            name = metrics.elidedText(point.label, Qt.TextElideMode.ElideRight, int(bars.left()) - 10)
            painter.drawText(
                QRectF(2, top, bars.left() - 8, height), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name
            )
            thick = max(3.0, (height - 6) / 2)
            shares = (point.share.complete, point.share.timely)
            for place, (share, (brush, colour, _)) in enumerate(zip(shares, self._measures(colours), strict=True)):
                line = QRectF(bars.left(), top + 3 + place * thick, bars.width(), thick - 1)
                painter.fillRect(line, QColor(colours.raised))
                if share is not None and share.numerator:
                    line.setWidth(bars.width() * share.numerator / share.denominator)
                    _bar(painter, line, brush, colour)
            painter.setPen(QColor(colours.text))
            figures = QRectF(bars.right() + 6, top, self.width() - bars.right() - 8, height)
            text = f"{self._words.number(point.share.received)}/{self._words.number(point.share.owed)}"
            painter.drawText(figures, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)

    def _measures(self, colours: Colours) -> tuple[tuple[Qt.BrushStyle, str, str], ...]:
        solid, hatched = Qt.BrushStyle.SolidPattern, Qt.BrushStyle.BDiagPattern
        return (solid, colours.accent, completeness_word()), (hatched, colours.good, timeliness_word())


def _bar(painter: QPainter, place: QRectF, style: Qt.BrushStyle, colour: str) -> None:
    painter.setPen(QPen(QColor(colour), 1))
    painter.setBrush(QBrush(QColor(colour), style))
    painter.drawRect(place)
    painter.setBrush(Qt.BrushStyle.NoBrush)
