"""The head of the follow-up: the next deadline, the figures of the period in focus, and what waits elsewhere as links."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from storage.follow_up_table import Counts, counts
from storage.messages.catalogue import Catalogue
from ui.window.follow_up.sentences import day_text
from ui.window.follow_up.view import FollowUpView
from ui.window.page import Card, set_tone, text_label

translate = QCoreApplication.translate


class FollowUpHead(Card):
    """``enrolment_wanted`` and ``import_wanted``: somebody wants to see what waits."""

    enrolment_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, words: Catalogue, language: Literal["vi", "en"], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._language = language
        self.deadline = text_label("", self)
        self.requests = QPushButton(self)
        self.quarantined = QPushButton(self)
        self.requests.clicked.connect(self.enrolment_wanted)
        self.quarantined.clicked.connect(self.import_wanted)
        line = QHBoxLayout()
        line.addWidget(self.deadline, 1)
        line.addWidget(self.requests)
        line.addWidget(self.quarantined)
        self.content.addLayout(line)
        self.figures = QGridLayout()
        self.figures.setHorizontalSpacing(8)
        self.figures.setVerticalSpacing(0)
        self.content.addLayout(self.figures)
        self.values: dict[str, QLabel] = {}
        for column, (key, name) in enumerate(_figure_names()):
            self._add_figure(column, key, name)
        self.requests.hide()
        self.quarantined.hide()

    def show_view(self, view: FollowUpView) -> None:
        """The figures of the period in focus."""
        self.deadline.setText(self._deadline(view))
        found = counts(view.table, view.place)
        for key, label in self.values.items():
            number = getattr(found, key)
            label.setText(self._words.number(number))
            set_tone(label, _tone(key, found))
        self.requests.setText(translate("FollowUpHead", "%n enrolment request(s)", "", view.requests))
        self.requests.setVisible(view.requests > 0)
        self.quarantined.setText(translate("FollowUpHead", "%n file(s) in quarantine", "", view.quarantined))
        self.quarantined.setVisible(view.quarantined > 0)

    def _deadline(self, view: FollowUpView) -> str:
        text = translate("FollowUpHead", "Next deadline: {period}, before {day}.").format(
            period=view.current.name(self._language), day=day_text(view.current.due_before)
        )
        left = translate("FollowUpHead", "%n day(s) left", "", view.days_left)
        return f"{text} {left}."

    def _add_figure(self, column: int, key: str, name: str) -> None:
        value, label = QLabel("–", self), text_label(name, self, muted=True)
        value.setProperty("role", "figure")
        value.setAccessibleName(name)
        value.setTextFormat(Qt.TextFormat.PlainText)
        self.values[key] = value
        self.figures.addWidget(value, 0, column)
        self.figures.addWidget(label, 1, column, Qt.AlignmentFlag.AlignTop)
        self.figures.setColumnStretch(column, 1)


def _figure_names() -> tuple[tuple[str, str], ...]:
    return (
        ("expected", translate("FollowUpHead", "Expected")),
        ("received", translate("FollowUpHead", "Received")),
        ("on_time", translate("FollowUpHead", "On time")),
        ("late", translate("FollowUpHead", "Late")),
        ("missing", translate("FollowUpHead", "Overdue")),
        ("waiting", translate("FollowUpHead", "Not due yet")),
        ("returned", translate("FollowUpHead", "Returned")),
        ("accepted", translate("FollowUpHead", "Accepted")),
    )


def _tone(key: str, found: Counts) -> str:
    if key == "missing" and found.missing:
        return "bad"
    return "warn" if key in ("late", "returned") and getattr(found, key) else ""
