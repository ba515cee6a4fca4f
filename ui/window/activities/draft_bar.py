"""Offers what was left unfinished, above the list: go on with a draft or discard it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from storage.drafts import Draft
from ui.window.activities.choices import Choices
from ui.window.activities.days import shown_iso_day
from ui.window.page import Card

translate = QCoreApplication.translate


class DraftBar(Card):
    """Shows the newest draft and how many more there are; hidden when there is none."""

    continued = Signal(object)
    discarded = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self.text = QLabel(self)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.go_on = QPushButton(translate("DraftBar", "Continue the dra&ft"), self)
        self.go_on.clicked.connect(self._go_on)
        self.discard = QPushButton(translate("DraftBar", "Discard draf&t"), self)
        self.discard.clicked.connect(self._discard)
        row = QHBoxLayout()
        row.addWidget(self.text, 1)
        row.addWidget(self.go_on)
        row.addWidget(self.discard)
        self.content.addLayout(row)
        self.content.setContentsMargins(12, 6, 8, 6)
        self.hide()

    def offer(self, drafts: Sequence[Draft], choices: Choices) -> None:
        """Shows the newest of these."""
        self._draft = drafts[0] if drafts else None
        self.setVisible(bool(drafts))
        if self._draft is None:
            return
        title = draft_title(self._draft, choices)
        text = translate("DraftBar", "Unfinished draft: {title}").format(title=title)
        if len(drafts) > 1:
            more = translate("DraftBar", "further drafts: {count}").format(count=len(drafts) - 1)
            text = f"{text}  ({more})"
        self.text.setText(text)
        self.text.setToolTip(text)

    @Slot()
    def _go_on(self) -> None:
        if self._draft is not None:
            self.continued.emit(self._draft)

    @Slot()
    def _discard(self) -> None:
        if self._draft is not None:
            self.discarded.emit(self._draft.name)


def draft_title(draft: Draft, choices: Choices) -> str:
    """What a draft is about: its title or, failing that, its task, and the day on which it was kept."""
    task = choices.names.get(draft.body.task)
    named = draft.body.title.strip() or (task.shown if task else translate("DraftBar", "without a title"))
    return f"{named}, {shown_iso_day(draft.at[:10])}"
