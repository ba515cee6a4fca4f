"""What an office should look at before it closes: plain sentences, each a click or Enter away from where it is mended."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from storage.domain.codes import Code
from storage.messages.catalogue import Catalogue
from storage.recording import Problem
from ui.window.list_icons import list_icon
from ui.window.page import set_tone, text_label
from ui.window.period.view import PeriodView

translate = QCoreApplication.translate
_PROBLEM = Qt.ItemDataRole.UserRole
BLOCKING = frozenset({Code.TEXT_SECRECY_STAMP})


@dataclass(frozen=True, slots=True)
class Target:
    """Where a finding is mended: a part of the report (``item``), a record (``uid``) or a draft (``draft``)."""

    item: str = ""
    uid: str = ""
    draft: str = ""


def target_of(problem: Problem) -> Target:
    """Where a finding leads."""
    if problem.code is Code.DRAFT_OPEN:
        return Target(draft=problem.uid)
    return Target(uid=problem.uid) if problem.uid else Target(item=problem.field)


class ChecklistTab(QWidget):
    """``chosen`` carries a ``Target``."""

    chosen = Signal(object)

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._state = text_label(parent=self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(translate("ChecklistTab", "Points to look at"))
        self.list.setWordWrap(True)
        self.list.setAlternatingRowColors(True)
        self.list.setSpacing(3)
        self.list.setIconSize(QSize(20, 20))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.itemActivated.connect(self._activated)
        self.list.itemClicked.connect(self._activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 4)
        column.addWidget(self._state)
        column.addWidget(self.list, 1)

    def show_view(self, view: PeriodView) -> None:
        """Shows the findings of a period."""
        self.list.clear()
        blocking = sum(problem.code in BLOCKING for problem in view.findings)
        self._tell(len(view.findings), blocking, closed=view.closed)
        for problem in view.findings:
            sentence = self._words.sentence(problem.code, problem.parameters)
            step = self._words.next_step(problem.code, problem.parameters)
            item = QListWidgetItem(f"{sentence}\n{step}", self.list)
            item.setIcon(list_icon("circle-x" if problem.code in BLOCKING else "triangle-alert", self.palette()))
            item.setData(_PROBLEM, problem)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{sentence} {step}")
        self.list.setVisible(bool(view.findings))

    def _tell(self, count: int, blocking: int, *, closed: bool) -> None:
        if blocking:
            self._state.setText(
                translate(
                    "ChecklistTab",
                    "%n text(s) carry a stamp of secrecy. Remove them before anything is closed or sealed.",
                    "",
                    blocking,
                )
            )
        elif count:
            self._state.setText(
                translate(
                    "ChecklistTab",
                    "%n point(s) to look at. Press Enter or click to go there; you decide what has to be mended.",
                    "",
                    count,
                )
            )
        elif closed:
            self._state.setText(translate("ChecklistTab", "This period is closed, and nothing asks for a look."))
        else:
            self._state.setText(translate("ChecklistTab", "Nothing asks for a look: the period can be closed."))
        set_tone(self._state, "bad" if blocking else "warn" if count else "good")

    @Slot(QListWidgetItem)
    def _activated(self, item: QListWidgetItem) -> None:
        self.chosen.emit(target_of(item.data(_PROBLEM)))
