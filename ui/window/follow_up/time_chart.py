"""Completeness and timeliness over time: two lines that differ in stroke and marker, 100 % at the top and nothing above."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from storage.domain.formula import Ratio
from ui.window.follow_up.charts import ShareChart, completeness_word, timeliness_word, veil
from ui.window.theme import Colours

_GRID = (0, 25, 50, 75, 100)
_MARKER = 4.0


class TimeChart(ShareChart):
    """Completeness as a solid line with discs, timeliness as a dashed line with squares; a period still open has hollow markers
    and no line, for its share is not final."""

    def point_at(self, place: QPointF) -> int:
        area = self._area()
        if not self.points or not area.adjusted(-20, -10, 20, 30).contains(place):
            return -1
        return min(range(len(self.points)), key=lambda number: abs(self._x(area, number) - place.x()))

    def _area(self) -> QRectF:
        metrics = self.fontMetrics()
        left = metrics.horizontalAdvance("100 %") + 10.0
        top = metrics.lineSpacing() + 12.0
        bottom = self.height() - 2 * metrics.lineSpacing() - 8.0 - _MARKER
        return QRectF(left, top, max(20.0, self.width() - left - 16.0), max(20.0, bottom - top))

    def _x(self, area: QRectF, number: int) -> float:
        return area.left() + area.width() * (number + 0.5) / len(self.points)

    def _legend(self, painter: QPainter, colours: Colours) -> None:
        middle, left = self.fontMetrics().lineSpacing() / 2 + 2.0, self._area().left()
        for round_, colour, word in (
            (True, colours.accent, completeness_word()),
            (False, colours.good, timeliness_word()),
        ):
            painter.setPen(_line(colour, dashed=not round_))
            painter.drawLine(QPointF(left, middle), QPointF(left + 26, middle))
            _marker(painter, QPointF(left + 13, middle), colour=colour, fill=colour, round_=round_)
            left = self._legend_text(painter, colours, left + 32, word)

    def _draw(self, painter: QPainter, colours: Colours) -> None:
        area = self._area()
        self._grid(painter, colours, area)
        for round_, colour, values in (
            (True, colours.accent, [point.share.complete for point in self.points]),
            (False, colours.good, [point.share.timely for point in self.points]),
        ):
            places = [self._place(area, number, value) for number, value in enumerate(values)]
            painter.setPen(_line(colour, dashed=not round_))
            final = [place if not point.still_open else None for place, point in zip(places, self.points, strict=True)]
            for before, after in pairwise(final):
                if before is not None and after is not None:
                    painter.drawLine(before, after)
            for place, point in zip(places, self.points, strict=True):
                if place is not None:
                    fill = colours.surface if point.still_open else colour
                    _marker(painter, place, colour=colour, fill=fill, round_=round_)

    def _grid(self, painter: QPainter, colours: Colours, area: QRectF) -> None:
        metrics = self.fontMetrics()
        for percent in _GRID:
            y = area.bottom() - area.height() * percent / 100
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(colours.muted))
            room = QRectF(0, y - metrics.lineSpacing() / 2, area.left() - 6, metrics.lineSpacing())
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{percent} %")
        width = area.width() / len(self.points)
        for number, point in enumerate(self.points):
            middle = self._x(area, number)
            if number == self.current:
                painter.fillRect(QRectF(middle - width / 2, area.top(), width, area.height()), veil(colours))
            painter.setPen(QColor(colours.text if number == self.current else colours.muted))
            room = QRectF(middle - width / 2 + 2, area.bottom() + 4 + _MARKER, width - 4, 2 * metrics.lineSpacing())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextWordWrap), point.label)

    def _place(self, area: QRectF, number: int, value: Ratio | None) -> QPointF | None:
        if value is None:
            return None
        return QPointF(self._x(area, number), area.bottom() - area.height() * value.numerator / value.denominator)


def _line(colour: str, *, dashed: bool) -> QPen:
    pen = QPen(QColor(colour), 2)
    pen.setStyle(Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
    return pen


def _marker(painter: QPainter, place: QPointF, *, colour: str, fill: str, round_: bool) -> None:
    painter.setPen(QPen(QColor(colour), 2))
    painter.setBrush(QColor(fill))
    if round_:
        painter.drawEllipse(place, _MARKER, _MARKER)
    else:
        painter.drawRect(QRectF(place.x() - _MARKER, place.y() - _MARKER, 2 * _MARKER, 2 * _MARKER))
    painter.setBrush(Qt.BrushStyle.NoBrush)
