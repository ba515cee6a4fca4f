"""One indicator in the form: the explicit choice between a number, yes or no, words, "nothing to report", and no answer yet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from storage.domain.programme import IndicatorKind
from storage.messages.catalogue import Catalogue
from ui.window.page import set_tone, text_label
from ui.window.period.edits import Choice, Given, read_count
from ui.window.period.text_field import TextField
from ui.window.period.view import Question

translate = QCoreApplication.translate
_TEXT_LINES = 3
_DIGITS_SHOWN = 12


class AnswerField(QWidget):
    """``answered`` carries (item, Given) after each change by a person."""

    answered = Signal(object)

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question

    @property
    def given(self) -> Given:
        """The answer as it stands in the form."""
        raise NotImplementedError

    def show_given(self, given: Given, *, saved: Given) -> None:
        """Shows an answer; one that is ``saved`` can be changed and not be taken back."""
        raise NotImplementedError

    def note_saved(self, saved: Given) -> None:
        """An answer came into the ledger; what stands in the form is left alone."""
        raise NotImplementedError

    def set_editable(self, editable: bool) -> None:
        """Whether answers may be given now."""
        self.setEnabled(editable)

    def choose_nothing(self) -> None:
        """Answers "nothing to report" as if a person had chosen it."""
        raise NotImplementedError

    def _tell(self) -> None:
        self.answered.emit((self.question.item, self.given))


class ChoiceField(AnswerField):
    """A number, or yes or no; a share is only ever counted, so it can be no more than "nothing to report"."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[Choice, QRadioButton] = {}
        self.number = QLineEdit(self)
        self._wrong = text_label(translate("AnswerField", "Enter a whole number, 0 or more."), self)
        set_tone(self._wrong, "bad")
        self._wrong.hide()
        row = QHBoxLayout()
        for choice, text in self._choices(question.kind):
            button = QRadioButton(text, self)
            button.setAccessibleName(f"{question.label}: {text.replace('&', '')}")
            self._buttons[choice] = button
            self._group.addButton(button)
            row.addWidget(button)
            if choice is Choice.NUMBER:
                row.addWidget(self.number)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._wrong)
        self._prepare_number(question)
        self._group.buttonClicked.connect(self._chosen)
        self.setFocusProxy(self.number if question.kind is IndicatorKind.COUNT else next(iter(self._buttons.values())))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # else the order of the tabulator cannot be set

    @property
    def given(self) -> Given:
        choice = next((choice for choice, button in self._buttons.items() if button.isChecked()), Choice.EMPTY)
        if choice is not Choice.NUMBER:
            return Given(choice)
        number = read_count(self.number.text())
        return Given(
            choice, number=number or 0, text="" if number is not None else self.number.text(), complete=number is not None
        )

    def show_given(self, given: Given, *, saved: Given) -> None:
        """See ``AnswerField``."""
        self.number.blockSignals(True)
        if given.choice is Choice.NUMBER:
            self.number.setText(str(given.number) if given.complete else given.text)
        else:
            self.number.clear()
        self.number.blockSignals(False)
        self._buttons[given.choice if given.choice in self._buttons else Choice.EMPTY].setChecked(True)
        self._wrong.setVisible(not given.complete)
        self.note_saved(saved)

    def note_saved(self, saved: Given) -> None:
        """See ``AnswerField``."""
        self._buttons[Choice.EMPTY].setVisible(saved.choice is Choice.EMPTY)

    def choose_nothing(self) -> None:
        """See ``AnswerField``."""
        if self.given.choice is Choice.EMPTY:
            self._buttons[Choice.NONE].setChecked(True)
            self._tell()

    def _choices(self, kind: IndicatorKind) -> list[tuple[Choice, str]]:
        own = {
            IndicatorKind.COUNT: [(Choice.NUMBER, translate("AnswerField", "Number"))],
            IndicatorKind.YES_NO: [(Choice.YES, translate("AnswerField", "Yes")), (Choice.NO, translate("AnswerField", "No"))],
        }.get(kind, [])
        return [
            *own,
            (Choice.NONE, translate("AnswerField", "Nothing to report")),
            (Choice.EMPTY, translate("AnswerField", "No answer yet")),
        ]

    def _prepare_number(self, question: Question) -> None:
        self.number.setVisible(question.kind is IndicatorKind.COUNT)
        self.number.setAccessibleName(question.label)
        self.number.setMaxLength(20)
        self.number.setMaximumWidth(self.number.fontMetrics().horizontalAdvance("0") * _DIGITS_SHOWN + 20)
        self.number.textEdited.connect(self._typed)
        self.number.editingFinished.connect(self._left_number)

    @Slot(QAbstractButton)
    def _chosen(self, _button: QAbstractButton) -> None:
        if self._buttons.get(Choice.NUMBER) is self._group.checkedButton():
            self.number.setFocus()
        self._wrong.hide()
        self._tell()

    @Slot(str)
    def _typed(self, text: str) -> None:
        self._buttons[Choice.NUMBER if text.strip() or not self._may_be_empty() else Choice.EMPTY].setChecked(True)
        self._wrong.hide()
        self._tell()

    @Slot()
    def _left_number(self) -> None:
        self._wrong.setVisible(not self.given.complete)

    def _may_be_empty(self) -> bool:
        return not self._buttons[Choice.EMPTY].isHidden()


class WordsField(AnswerField):
    """An answer in words."""

    def __init__(self, question: Question, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._saved = Given()
        self.field = TextField(words, name=question.label, lines=_TEXT_LINES, parent=self)
        self.nothing = QCheckBox(translate("AnswerField", "Nothing to report"), self)
        self.nothing.setAccessibleName(f"{question.label}: {self.nothing.text()}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self.nothing)
        self.field.edited.connect(self._typed)
        self.nothing.clicked.connect(self._ticked)
        self.setFocusProxy(self.field)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # else the order of the tabulator cannot be set

    @property
    def given(self) -> Given:
        if self.nothing.isChecked():
            return Given(Choice.NONE)
        text = self.field.text
        if not text.strip() and self._saved.choice is Choice.EMPTY:
            return Given()
        return Given(Choice.TEXT, text=text, complete=not self.field.too_long)

    def show_given(self, given: Given, *, saved: Given) -> None:
        """See ``AnswerField``."""
        self.note_saved(saved)
        self.field.show_text(given.text)
        self.nothing.setChecked(given.choice is Choice.NONE)
        self.field.setEnabled(not self.nothing.isChecked())

    def note_saved(self, saved: Given) -> None:
        """See ``AnswerField``."""
        self._saved = saved

    def choose_nothing(self) -> None:
        """See ``AnswerField``."""
        if self.given.choice is Choice.EMPTY:
            self.nothing.setChecked(True)
            self._ticked()

    @Slot()
    def _typed(self) -> None:
        self._tell()

    @Slot()
    def _ticked(self) -> None:
        self.field.setEnabled(not self.nothing.isChecked())
        self._tell()


def field_for(question: Question, words: Catalogue, parent: QWidget | None = None) -> AnswerField:
    """The form's field for an indicator."""
    if question.kind is IndicatorKind.TEXT:
        return WordsField(question, words, parent)
    return ChoiceField(question, parent)
