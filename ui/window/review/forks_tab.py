"""Conflicts and forks: the histories of an office by their names, and one question after the other, decided by a person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from storage.messages.catalogue import Catalogue
from ui.window.moments import moment_text
from ui.window.page import text_label
from ui.window.review.comparison_model import ComparisonModel
from ui.window.review.open_questions import Kind, OfficeChoice, OpenQuestions, Question
from ui.window.review.wording import history_text, reason_text
from ui.window.row_view import RowView
from ui.window.text_model import TextModel

translate = QCoreApplication.translate
_HINT = QT_TRANSLATE_NOOP(
    "ForksTab",
    "Nothing is to be decided here. A question comes up after an import when an office has recorded on two PCs or on from an "
    "old backup: a record in several versions, or one activity that was probably recorded twice. You then see the versions "
    "side by side and choose; nothing is deleted.",
)


class ForksTab(QWidget):
    """``office_chosen`` (code); ``keep_wanted`` (question, key of the side) and ``both_wanted`` (question); ``back_wanted``."""

    office_chosen = Signal(str)
    keep_wanted = Signal(object, str)
    both_wanted = Signal(object)
    back_wanted = Signal()

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions: Sequence[Question] = ()
        self.office = QComboBox(self)
        self.office.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.office.setMinimumContentsLength(40)
        self.histories = text_label(parent=self)
        heads = (translate("ForksTab", "Question"), translate("ForksTab", "Activity"))
        self.model = TextModel(heads, _question_texts, parent=self)
        self.table = RowView(
            self.model, name=translate("ForksTab", "What is to be decided"), widths=(15, 16), wide=1, many=False, parent=self
        )
        self.comparison = ComparisonModel(words, self)
        self.compared = RowView(
            self.comparison, name=translate("ForksTab", "Field by field"), widths=(18, 26, 26), many=False, parent=self
        )
        self.compared.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.reasons = text_label(parent=self)
        self.side = QComboBox(self)
        self.keep = QPushButton(translate("ForksTab", "&Keep this one"), self)
        self.both = QPushButton(translate("ForksTab", "&Two activities"), self)
        self.back = QPushButton(translate("ForksTab", "Take the last decision &back"), self)
        self.back.setEnabled(False)
        self._lay_out()
        self.office.currentIndexChanged.connect(self._choose_office)
        self.table.selectionModel().selectionChanged.connect(self._show_question)
        self.keep.clicked.connect(self._keep)
        self.both.clicked.connect(self._both)
        self.back.clicked.connect(self.back_wanted)
        self.what.hide()  # until something has been read
        self.hint.hide()
        self._show_question()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        label = QLabel(translate("ForksTab", "&Office:"), self)
        label.setBuddy(self.office)
        head.addWidget(label)
        head.addWidget(self.office)
        head.addStretch(1)
        right = QWidget(self)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(8, 0, 0, 0)
        beside.addWidget(self.reasons)
        beside.addWidget(self.compared, 1)
        foot = QHBoxLayout()
        which = QLabel(translate("ForksTab", "Whi&ch one:"), right)
        which.setBuddy(self.side)
        foot.addWidget(which)
        foot.addWidget(self.side, 1)
        foot.addWidget(self.keep)
        foot.addWidget(self.both)
        beside.addLayout(foot)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.table)
        split.addWidget(right)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        split.setChildrenCollapsible(False)
        self.hint = text_label(translate("ForksTab", str(_HINT)), self)
        self.what = split
        self.which = (label, self.office)
        last = QHBoxLayout()
        last.addWidget(self.back)
        last.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addLayout(head)
        column.addWidget(self.histories)
        column.addWidget(self.hint)
        column.addWidget(split, 1)
        column.addStretch()
        column.addLayout(last)

    # Showing

    def show_offices(self, offices: Sequence[OfficeChoice]) -> None:
        """Offices with something to look at; the chosen one stays."""
        current = self.office.currentData()
        with QSignalBlocker(self.office):
            self.office.clear()
            for office in offices:
                self.office.addItem(office.name, office.code)
            self.office.setCurrentIndex(max(0, self.office.findData(current)) if offices else -1)
        for widget in self.which:
            widget.setVisible(bool(offices))
        if not offices:
            self.histories.setText(translate("ForksTab", "No office has several histories or records in two versions."))
            self._show(())

    def choose(self, office: str) -> None:
        """Chooses an office of the list."""
        self.office.setCurrentIndex(self.office.findData(office))

    def show_questions(self, found: OpenQuestions) -> None:
        """What an office's histories leave open."""
        count = len(found.histories)
        self.histories.setText("\n".join(history_text(history, count) for history in found.histories))
        self._show(found.questions)

    def show_last(self, may_be_taken_back: bool) -> None:
        """Whether there is a decision that can be taken back."""
        self.back.setEnabled(may_be_taken_back)

    def _show(self, questions: Sequence[Question]) -> None:
        row = min(self.table.chosen_rows[:1] or [0])
        self._questions = questions
        self.what.setVisible(bool(questions))
        self.hint.setVisible(not questions)
        self.model.show_values(questions)
        self.table.choose(max(0, min(row, len(questions) - 1)))
        self._show_question()

    @property
    def question(self) -> Question | None:
        """The chosen one."""
        rows = self.table.chosen_rows
        return cast("Question | None", self.model.value(rows[0])) if rows else None

    @Slot()
    def _show_question(self) -> None:
        question = self.question
        self.comparison.show_question(question)
        with QSignalBlocker(self.side):
            self.side.clear()
            for number, side in enumerate(question.sides if question else (), 1):
                text = translate("ForksTab", "No. {number}, history {name}").format(number=number, name=side.histories or "–")
                self.side.addItem(f"{text}, {moment_text(side.at)}" if side.at else text, side.key)
        duplicate = question is not None and question.kind is Kind.DUPLICATE
        self.keep.setEnabled(question is not None)
        self.side.setEnabled(question is not None)
        self.both.setEnabled(question is not None and question.may_keep_both)
        several = question is not None and len(question.sides) > 2
        self.both.setText(translate("ForksTab", "&Several activities") if several else translate("ForksTab", "&Two activities"))
        if question is None:
            self.reasons.setText(translate("ForksTab", "Nothing is to be decided here."))
        elif duplicate:
            text = translate("ForksTab", "Probably one activity, recorded twice: {reasons}.")
            self.reasons.setText(text.format(reasons=", ".join(reason_text(reason) for reason in question.reasons)))
        elif question.kind is Kind.ANSWER:
            text = translate(
                "ForksTab", "The histories answer one question of {period} differently. All answers stay in the history."
            )
            self.reasons.setText(text.format(period=question.period))
        else:
            self.reasons.setText(translate("ForksTab", "One record in several versions. All of them stay in its history."))

    # What somebody does

    @Slot()
    def _choose_office(self) -> None:
        if self.office.currentData():
            self.office_chosen.emit(str(self.office.currentData()))

    @Slot()
    def _keep(self) -> None:
        if self.question is not None:
            self.keep_wanted.emit(self.question, str(self.side.currentData()))

    @Slot()
    def _both(self) -> None:
        if self.question is not None:
            self.both_wanted.emit(self.question)


def _question_texts(question: Question) -> tuple[str, str]:
    if question.kind is Kind.CONFLICT:
        return translate("ForksTab", "Several versions"), question.title
    if question.kind is Kind.ANSWER:
        return translate("ForksTab", "Several answers"), question.title
    return translate("ForksTab", "Twice recorded?"), question.title
