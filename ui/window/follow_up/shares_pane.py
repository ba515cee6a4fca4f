"""Completeness and timeliness: two charts, each with the same figures in a table below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from export.documents.follow_up_words import group_name
from storage.completeness import Share
from storage.domain.formula import Ratio
from storage.messages.catalogue import Catalogue
from ui.window.follow_up.charts import Point, completeness_word, timeliness_word
from ui.window.follow_up.group_chart import GroupChart
from ui.window.follow_up.sentences import period_title
from ui.window.follow_up.time_chart import TimeChart
from ui.window.follow_up.view import FollowUpView
from ui.window.page import heading_label, text_label

translate = QCoreApplication.translate
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SharesPane(QWidget):
    """Left: one group or all, over the periods shown. Right: all groups in the period in focus."""

    def __init__(self, words: Catalogue, language: Literal["vi", "en"], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._language: Literal["vi", "en"] = language
        self._view: FollowUpView | None = None
        self.group = QComboBox(self)
        self.group.setAccessibleName(translate("SharesPane", "Group of offices"))
        self.group.currentIndexChanged.connect(self._draw_time)
        self.over_time = TimeChart(translate("SharesPane", "Completeness and timeliness over time"), words, self)
        self.by_group = GroupChart(translate("SharesPane", "Completeness and timeliness by group"), words, self)
        self.time_table = ShareTable(translate("SharesPane", "Period"), words, self)
        self.group_table = ShareTable(translate("SharesPane", "Group"), words, self)
        self.spoken = text_label("", self)
        self.spoken.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.over_time.said.connect(self.spoken.setText)
        self.by_group.said.connect(self.spoken.setText)
        self._group_heading = heading_label("", self)
        self._make_layout()

    def show_view(self, view: FollowUpView) -> None:
        """Draws a view; the chosen group stays where it is still there."""
        self._view = view
        kept = self.group.currentData()
        found = dict.fromkeys(code for shares in view.table.shares for code in shares.by_group)
        ordered = [kind.code for kind in view.register.types if kind.code in found]
        with QSignalBlocker(self.group):
            self.group.clear()
            self.group.addItem(translate("SharesPane", "All offices"), "")
            for code in ordered:
                self.group.addItem(group_name(view.register, code, self._language), code)
            self.group.setCurrentIndex(max(0, self.group.findData(kept)))
        shares = view.table.shares[view.place]
        is_open = view.focus.due_before > view.table.today
        points = [
            Point(group_name(view.register, code, self._language), share, is_open) for code, share in shares.by_group.items()
        ]
        self._group_heading.setText(
            translate("SharesPane", "By group: {period}").format(period=view.focus.name(self._language))
        )
        self.by_group.show_points(points)
        total = Point(translate("SharesPane", "All offices"), shares.total, is_open)
        self.group_table.show_points([*points, total])
        self._draw_time()

    @Slot()
    def _draw_time(self) -> None:
        view = self._view
        if view is None:
            return
        group = self.group.currentData() or ""
        points = []
        for shares in view.table.shares:
            share = shares.by_group.get(group, Share(0, 0, 0)) if group else shares.total
            is_open = shares.period.due_before > view.table.today
            points.append(Point(period_title(shares.period, self._words), share, is_open))
        self.over_time.show_points(points)
        self.time_table.show_points(points)

    def _make_layout(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        label = heading_label(translate("SharesPane", "Over time:"), self)
        label.setWordWrap(False)
        head.addWidget(label)
        head.addWidget(self.group, 1)
        grid = QGridLayout(self)
        grid.setHorizontalSpacing(18)
        grid.setContentsMargins(8, 10, 8, 6)
        grid.addLayout(head, 0, 0)
        grid.addWidget(self._group_heading, 0, 1)
        grid.addWidget(self.over_time, 1, 0)
        grid.addWidget(self.by_group, 1, 1)
        grid.addWidget(self.time_table, 2, 0)
        grid.addWidget(self.group_table, 2, 1)
        grid.addWidget(self.spoken, 3, 0, 1, 2)
        note = translate(
            "SharesPane", "Shares are of reports owed. What the plan only requests is not counted. Hollow markers: not due yet."
        )
        grid.addWidget(text_label(note, self, muted=True), 4, 0, 1, 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(1, 3)
        grid.setRowStretch(2, 2)


class ShareTable(QTableWidget):
    """The figures of a chart, for those who would rather read, or cannot see it."""

    def __init__(self, first: str, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(0, 6, parent)
        self._words = words
        self.setAccessibleName(translate("SharesPane", "The same figures as a table"))
        self.setHorizontalHeaderLabels(
            [
                first,
                translate("SharesPane", "Owed"),
                translate("SharesPane", "Received"),
                translate("SharesPane", "On time"),
                completeness_word(),
                timeliness_word(),
            ]
        )
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def show_points(self, points: Sequence[Point]) -> None:
        """One row a point."""
        self.setRowCount(len(points))
        for row, point in enumerate(points):
            share = point.share
            counts = (self._words.number(count) for count in (share.owed, share.received, share.on_time))
            texts = (point.label, *counts, self._percent(share.complete), self._percent(share.timely))
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(_RIGHT)
                else:
                    item.setToolTip(text)
                self.setItem(row, column, item)

    def _percent(self, share: Ratio | None) -> str:
        return "–" if share is None else f"{self._words.number(share.percent)} %"
