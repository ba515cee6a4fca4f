"""The right-hand side of the report's form: one section to be written, or the questions of one task."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from storage.domain.formula import Ratio
from storage.domain.programme import IndicatorKind
from storage.journal.entries import Figure
from storage.messages.catalogue import Catalogue
from ui.window.page import heading_label, text_label
from ui.window.period.answer_field import AnswerField, field_for
from ui.window.period.edits import Choice, Edits, Given
from ui.window.period.text_field import TextField
from ui.window.period.view import Question, TaskPart, TextPart

translate = QCoreApplication.translate
_SECTION_LINES = 8


def figure_text(figure: Figure, words: Catalogue) -> str:
    """A figure as it is read; "–" where there is no answer."""
    if figure.state == "number":
        if not figure.denominator:
            return words.number(figure.number)
        share = Decimal(Ratio(figure.number, figure.denominator).percent)
        return f"{words.number(figure.number)}/{words.number(figure.denominator)} ({words.number(share)} %)"
    if figure.state == "text":
        return figure.text
    return {"none": words.word("nothing_occurred"), "yes": words.word("yes"), "no": words.word("no")}.get(figure.state, "–")


class Pane(QWidget):
    """``answered`` carries (item, Given)."""

    answered = Signal(object)

    def show_answers(self, edits: Edits) -> None:
        """Shows what is saved or typed; to be overridden."""

    def note_saved(self, edits: Edits) -> None:
        """Answers came into the ledger; what stands in the form is left alone; to be overridden."""

    def set_editable(self, editable: bool) -> None:
        """Whether the period is open; to be overridden."""

    def go_to(self, item: str) -> None:
        """Puts the focus on a question; to be overridden."""


class TextPane(Pane):
    """One narrative section."""

    def __init__(self, part: TextPart, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = part
        self._saved = Given()
        hint = (
            translate("TextPane", "This section is required. If there was nothing, write that nothing took place.")
            if part.required
            else translate("TextPane", "This section may stay empty.")
        )
        self.field = TextField(words, name=part.title, lines=_SECTION_LINES, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 0, 0)
        column.addWidget(heading_label(part.title, self))
        column.addWidget(text_label(hint, self, muted=True))
        column.addWidget(self.field, 1)
        self.field.edited.connect(self._typed)

    def show_answers(self, edits: Edits) -> None:
        """See ``Pane``."""
        self.note_saved(edits)
        self.field.show_text(edits.value(self._part.code).text)

    def note_saved(self, edits: Edits) -> None:
        """See ``Pane``."""
        self._saved = edits.saved(self._part.code)

    def set_editable(self, editable: bool) -> None:
        """See ``Pane``."""
        self.field.editor.setReadOnly(not editable)

    def go_to(self, item: str) -> None:
        """See ``Pane``."""
        self.field.setFocus()

    @Slot()
    def _typed(self) -> None:
        text = self.field.text
        if text.strip() or self._saved.choice is not Choice.EMPTY:
            self.answered.emit((self._part.code, Given(Choice.TEXT, text=text, complete=not self.field.too_long)))
        else:
            self.answered.emit((self._part.code, Given()))


class TaskPane(Pane):
    """The questions of one task, each beside its figure of the year before."""

    def __init__(self, part: TaskPart, words: Catalogue, *, before: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = part
        self.fields: dict[str, AnswerField] = {}
        counted = translate("TaskPane", "%n activity(ies) recorded in this period.", "", part.activities)
        self.nothing = QPushButton(translate("TaskPane", "Nothing to report for this &task"), self)
        self.nothing.setToolTip(translate("TaskPane", "Answers every question below that has no answer yet."))
        self.nothing.clicked.connect(self._nothing)
        head = QHBoxLayout()
        head.addWidget(text_label(counted, self, muted=True), 1)
        head.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 0, 0)
        column.addWidget(heading_label(f"{part.code}. {part.title}", self))
        column.addLayout(head)
        column.addWidget(self._questions(words, before), 1)
        self.nothing.setVisible(bool(self.fields))

    def show_answers(self, edits: Edits) -> None:
        """See ``Pane``."""
        for item, field in self.fields.items():
            field.show_given(edits.value(item), saved=edits.saved(item))

    def note_saved(self, edits: Edits) -> None:
        """See ``Pane``."""
        for item, field in self.fields.items():
            field.note_saved(edits.saved(item))

    def set_editable(self, editable: bool) -> None:
        """See ``Pane``."""
        self.nothing.setEnabled(editable)
        for field in self.fields.values():
            field.set_editable(editable)

    def go_to(self, item: str) -> None:
        """See ``Pane``."""
        field = self.fields.get(item) or next(iter(self.fields.values()), None)
        (field or self.nothing).setFocus()

    def _questions(self, words: Catalogue, before: str) -> QScrollArea:
        inside = QWidget(self)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for number, question in enumerate(self._part.questions):
            self._add_question(grid, 3 * number, question, words, before)
        grid.setRowStretch(3 * len(self._part.questions), 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        return area

    def _add_question(self, grid: QGridLayout, row: int, question: Question, words: Catalogue, before: str) -> None:
        inside = grid.parentWidget()
        counted_in = question.unit if question.kind in (IndicatorKind.COUNT, IndicatorKind.RATIO) else ""
        label = f"{question.label} ({counted_in})" if counted_in else question.label
        if question.optional:
            label = translate("TaskPane", "{question}, if there is an answer").format(question=label)
        grid.addWidget(text_label(label, inside), row, 0, Qt.AlignmentFlag.AlignTop)
        if before:
            compared = _compared(figure_text(question.before, words), before, inside)
            grid.addWidget(compared, row, 1, Qt.AlignmentFlag.AlignTop)
        if question.computed is not None:
            counted = translate("TaskPane", "{figure}, counted from the activities")
            text = counted.format(figure=figure_text(question.computed, words))
            grid.addWidget(text_label(text, inside), row + 1, 0, 1, 2)
        else:
            self.fields[question.item] = field = field_for(question, words, inside)
            field.answered.connect(self.answered)
            grid.addWidget(field, row + 1, 0, 1, 2)
        line = QFrame(inside)
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Plain)
        line.setForegroundRole(QPalette.ColorRole.Mid)
        grid.addWidget(line, row + 2, 0, 1, 2)

    @Slot()
    def _nothing(self) -> None:
        for field in self.fields.values():
            field.choose_nothing()


def _compared(figure: str, before: str, parent: QWidget | None) -> QWidget:
    label = text_label(f"{before}: {figure}", parent, muted=True)
    label.setWordWrap(len(figure) > 40)
    return label
