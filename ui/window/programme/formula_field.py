"""The field of an indicator's formula: the names it may use, what is wrong while it is typed, and an example reckoned out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from storage.domain.errors import LedgerError
from storage.domain.formula import Formula, Ratio, evaluate, parse_formula
from storage.messages.catalogue import Catalogue
from ui.window.page import set_tone, text_label
from ui.window.programme.choices import Choices

translate = QCoreApplication.translate
_SHOWN = 4


class FormulaField(QWidget):
    """``edited(text)``. Enter or a double click on a name puts it where the cursor stands."""

    edited = Signal(object)

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._names: dict[str, str] = {}
        self.line = QLineEdit(self)
        self.line.setPlaceholderText("so_cuoc + so_buoi")
        self.line.textEdited.connect(self._typed)
        self.told = text_label("", self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(translate("FormulaField", "Names that the formula may use"))
        self.list.setMaximumHeight(self.fontMetrics().lineSpacing() * _SHOWN + 30)
        self.list.itemActivated.connect(self._insert)
        left = QVBoxLayout()
        left.setSpacing(3)
        left.addWidget(self.line)
        left.addWidget(self.told)
        left.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(left, 3)
        row.addWidget(self.list, 2)
        self.setFocusProxy(self.line)

    def setAccessibleName(self, name: str) -> None:
        """The line is what is named."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def show_formula(self, text: str) -> None:
        """Shows a formula without telling anyone."""
        self.line.setText(text)
        self._check()

    def offer(self, names: Choices) -> None:
        """The names that may be used."""
        self._names = dict(names)
        self.list.clear()
        for code, label in names:
            item = QListWidgetItem(f"{code}  –  {label}" if label else code, self.list)
            item.setToolTip(item.text())
        self.list.setVisible(bool(names))
        self._check()

    @Slot()
    def _typed(self) -> None:
        self._check()
        self.edited.emit(self.line.text())

    @Slot(QListWidgetItem)
    def _insert(self, item: QListWidgetItem) -> None:
        code = list(self._names)[self.list.row(item)]
        before = self.line.text()[: self.line.cursorPosition()].rstrip()
        joint = "" if not before or before.endswith(("+", "-", "/", "(")) else " + "
        self.line.insert(f"{joint}{code}")
        self.line.setFocus()
        self._typed()

    def _check(self) -> None:
        text, tone = self._judged(self.line.text().strip())
        self.told.setText(text)
        set_tone(self.told, tone)
        self.line.setAccessibleDescription(text)

    def _judged(self, text: str) -> tuple[str, str]:
        if not text:
            return translate("FormulaField", "Without a formula the office states the figure itself."), ""
        try:
            formula = parse_formula(text)
        except LedgerError as error:
            return self._words.sentence(error.code, error.parameters), "bad"
        unknown = [name for name in sorted(formula.names) if name not in self._names]
        if unknown:
            sentence = translate("FormulaField", "Not among the fields of the chosen activity types: {names}")
            return sentence.format(names=", ".join(unknown)), "bad"
        return example(formula, self._words.number), "good"


def example(formula: Formula, written: Callable[[int], str]) -> str:
    """The formula reckoned out for small numbers, each name another one."""
    order = dict.fromkeys(term.name for term in (*formula.numerator, *(formula.denominator or ())))
    values = {name: 4 + 3 * place for place, name in enumerate(order)}
    value = evaluate(formula, values)
    if isinstance(value, Ratio):
        percent = str(value.percent).replace(".", ",")
        result = f"{written(value.numerator)} / {written(value.denominator)} = {percent} %"
    else:
        result = translate("FormulaField", "no data") if value is None else written(value)
    given = ", ".join(f"{name} = {written(number)}" for name, number in values.items())
    return translate("FormulaField", "For example, with {given}: {result}").format(given=given, result=result)
