"""The dialog of one reorganisation: from which day, by which document, and what it would do, shown before it is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from storage.domain.errors import LedgerError
from storage.messages.catalogue import Catalogue
from storage.plan_effects import Effects
from ui.window.activities.fields import FieldBox
from ui.window.operations.programme import preview_reorganisation
from ui.window.page import heading_label, set_tone, text_label
from ui.window.programme.acts import WITH_NEW_OFFICE, WITHOUT_DECISION, Act, Answers, proposed_office, whole_office
from ui.window.programme.codes_field import CodesField
from ui.window.programme.heirs_table import HeirsTable
from ui.window.programme.office_fields import OfficeFields
from ui.window.programme.sentences import effect_lines, succession_line
from ui.window.programme.typed import day_typed
from ui.window.programme.values import Raw
from ui.window.tasks import TaskHandle

translate = QCoreApplication.translate
Run = Callable[..., TaskHandle]
_SOON = 400
TITLES: Mapping[Act, object] = {
    Act.CREATE: QT_TRANSLATE_NOOP("ReorganiseDialog", "A new office"),
    Act.RENAME: QT_TRANSLATE_NOOP("ReorganiseDialog", "Another name for {office}"),
    Act.MERGE: QT_TRANSLATE_NOOP("ReorganiseDialog", "Merge offices"),
    Act.SPLIT: QT_TRANSLATE_NOOP("ReorganiseDialog", "Split {office}"),
    Act.MOVE: QT_TRANSLATE_NOOP("ReorganiseDialog", "Move {office} under another parent"),
    Act.REGROUP: QT_TRANSLATE_NOOP("ReorganiseDialog", "Other groups or type for {office}"),
    Act.CLOSE: QT_TRANSLATE_NOOP("ReorganiseDialog", "Close {office}"),
    Act.CORRECT: QT_TRANSLATE_NOOP("ReorganiseDialog", "Correct what is written about {office}"),
    Act.TAKE_BACK: QT_TRANSLATE_NOOP("ReorganiseDialog", "Take back a reorganisation of {office}"),
}


class ReorganiseDialog(QDialog):
    """``decided(offices, reason)`` with the plain values of the register afterwards; nothing is in force by it yet."""

    decided = Signal(object, str)

    def __init__(
        self,
        act: Act,
        raw: Raw,
        code: str,
        *,
        run: Run,
        words: Catalogue,
        language: str,
        places: Sequence[int] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._act, self._raw, self._code, self._places = act, raw, code, places
        self._run, self._words, self._language = run, words, language
        self._offices = {office["code"]: office for office in raw["offices"]["offices"]}
        self._turn = 0
        self._after: Raw | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("ReorganiseDialog", "Reorganise offices"))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 120)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self.look)
        self._make_decision()
        self._make_parts()
        self._make_outcome()
        self._make_layout()
        self.look()

    @property
    def answers(self) -> Answers:
        """What stands in the fields."""
        merged = self.into is not None and self.into_existing is not None and self.into_existing.isChecked()
        before = self._offices.get(self._code) if self._act is Act.CORRECT else None
        return Answers(
            act=self._act,
            code=self._code,
            effective=day_typed(self.effective.text()),
            legal_basis=self.legal_basis.text().strip(),
            scope=self.scope.text().strip(),
            sources=tuple(self.sources.codes) if self.sources else (),
            into=(self.into.codes or [""])[0] if merged and self.into else "",
            parent=(self.into.codes or [""])[0] if self._act is Act.MOVE and self.into else "",
            office=whole_office(self.fields.values, before) if self.fields else {},
            heirs=self.heirs.heirs if self.heirs else (),
            position=int(self.which.currentData()) if self.which is not None and self.which.count() else -1,
        )

    # Building

    def _make_decision(self) -> None:
        self.effective, self.legal_basis, self.scope = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.effective.setPlaceholderText("dd/mm/yyyy")
        self.legal_basis.setPlaceholderText("Nghị quyết …/NQ-…")
        for line in (self.effective, self.legal_basis, self.scope):
            line.textEdited.connect(self._changed)

    def _make_parts(self) -> None:
        names = "name_vi" if self._language == "vi" else "name_en"
        choices = [(code, office[names]) for code, office in self._offices.items() if not office["valid_to"]]
        self.fields: OfficeFields | None = None
        self.heirs: HeirsTable | None = None
        self.sources: CodesField | None = None
        self.into: CodesField | None = None
        self.into_new: QRadioButton | None = None
        self.into_existing: QRadioButton | None = None
        self.which: QComboBox | None = None
        if self._act is Act.TAKE_BACK:
            self.which = self._successions({code: office[names] for code, office in self._offices.items()})
        if self._act in WITH_NEW_OFFICE:
            self.fields = OfficeFields(self._raw["offices"], self._language, self)
            proposed = proposed_office(self._act, self._raw["offices"], self._code)
            self.fields.show_values(proposed, fixed_code=self._act is Act.CORRECT)
            self.fields.edited.connect(self._changed)
        if self._act is Act.SPLIT:
            self.heirs = HeirsTable(self._offices[self._code], self)
            self.heirs.edited.connect(self._changed)
        if self._act is Act.MERGE:
            self.sources = self._codes_field(choices)
            self.sources.show_codes([self._code] if self._code else [])
            self.into_new = QRadioButton(translate("ReorganiseDialog", "into a &new office"), self)
            self.into_existing = QRadioButton(translate("ReorganiseDialog", "into one that &exists:"), self)
            self.into_new.setChecked(True)
            self.into_new.toggled.connect(self._changed)
        if self._act in (Act.MERGE, Act.MOVE):
            self.into = self._codes_field(choices, single=True)
            if self._act is Act.MOVE:
                self.into.show_codes(self._offices[self._code]["parent"])

    def _successions(self, names: Mapping[str, str]) -> QComboBox:
        """The reorganisations of the office, the last first."""
        box = QComboBox(self)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for place in reversed(self._places):
            line = succession_line(self._raw["offices"]["successions"][place], names)
            box.addItem(line, place)
            box.setItemData(box.count() - 1, line, Qt.ItemDataRole.ToolTipRole)
        box.setToolTip(box.currentText())
        box.currentIndexChanged.connect(self._changed)
        return box

    def _codes_field(self, choices: list[tuple[str, str]], *, single: bool = False) -> CodesField:
        field = CodesField(self, single=single)
        field.offer(choices)
        field.edited.connect(self._changed)
        return field

    def _make_outcome(self) -> None:
        self.told = text_label("", self)
        self.effects = QListWidget(self)
        self.effects.setAccessibleName(translate("ReorganiseDialog", "What it would do"))
        self.effects.setWordWrap(True)
        self.effects.setMinimumHeight(self.fontMetrics().lineSpacing() * 6)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.done_button = self.buttons.addButton(
            translate("ReorganiseDialog", "&Add to the draft"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.done_button.setProperty("role", "primary")
        self.done_button.setEnabled(False)
        self.buttons.accepted.connect(self._accepted)
        self.buttons.rejected.connect(self.reject)

    def _make_layout(self) -> None:
        office = self._offices.get(self._code, {}).get("name_vi" if self._language == "vi" else "name_en", "")
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(heading_label(translate("ReorganiseDialog", str(TITLES[self._act])).format(office=office), self))
        if self._act not in WITHOUT_DECISION:
            grid = QGridLayout()
            grid.setHorizontalSpacing(10)
            grid.addWidget(FieldBox(translate("ReorganiseDialog", "From the &day"), self.effective, self), 0, 0)
            grid.addWidget(FieldBox(translate("ReorganiseDialog", "&Legal basis"), self.legal_basis, self), 0, 1)
            grid.addWidget(FieldBox(translate("ReorganiseDialog", "&Part of the work, in words"), self.scope, self), 0, 2)
            grid.setColumnStretch(1, 1)
            grid.setColumnStretch(2, 1)
            column.addLayout(grid)
        else:
            for line in (self.effective, self.legal_basis, self.scope):
                line.hide()
        self._lay_out_parts(column)
        column.addWidget(self.told)
        column.addWidget(text_label(translate("ReorganiseDialog", "What it would do"), self, muted=True))
        column.addWidget(self.effects, 1)
        column.addWidget(self.buttons)

    def _lay_out_parts(self, column: QVBoxLayout) -> None:
        if self.which is not None:
            column.addWidget(FieldBox(translate("ReorganiseDialog", "&Which one"), self.which, self))
        if self.sources is not None:
            column.addWidget(FieldBox(translate("ReorganiseDialog", "&Offices that merge"), self.sources, self))
        if self.into_new is not None and self.into_existing is not None and self.into is not None:
            grid = QGridLayout()
            grid.addWidget(self.into_new, 0, 0)
            grid.addWidget(self.into_existing, 0, 1)
            self.into.setAccessibleName(translate("ReorganiseDialog", "The office that takes the others in"))
            grid.addWidget(self.into, 0, 2)
            grid.setColumnStretch(2, 1)
            column.addLayout(grid)
        elif self.into is not None:
            column.addWidget(FieldBox(translate("ReorganiseDialog", "&New parent"), self.into, self))
        if self.heirs is not None:
            hint = translate("ReorganiseDialog", "Name the office itself among them if it goes on.")
            column.addWidget(text_label(hint, self, muted=True))
            column.addWidget(self.heirs, 1)
        if self.fields is not None:
            column.addWidget(self.fields)

    # Looking

    @Slot()
    def _changed(self) -> None:
        self._after = None
        self.done_button.setEnabled(False)
        if self.fields is not None and self.into_new is not None:
            self.fields.setEnabled(self.into_new.isChecked())
        self._soon.start()

    @Slot()
    def look(self) -> None:
        """Asks what it would do."""
        self._soon.stop()
        self._turn += 1
        if self._act not in WITHOUT_DECISION and not (self.effective.text().strip() and self.legal_basis.text().strip()):
            self.effects.clear()
            self._tell(translate("ReorganiseDialog", "Enter from which day and by which document."), "")
            return
        handle = self._run(preview_reorganisation(raw=self._raw, change=self.answers.change), self._show, failed=self._refused)
        handle.setProperty("turn", self._turn)

    @Slot(object)
    def _show(self, result: object) -> None:
        if self._is_old():
            return
        self._after, effects = cast("tuple[dict[str, Any], Effects]", result)
        lines = effect_lines(self._words, effects, {"offices": self._after}, self._language)
        self._tell(translate("ReorganiseDialog", "This can be done."), "good")
        self.effects.clear()
        self.effects.addItems(lines or [translate("ReorganiseDialog", "Nothing beyond the register itself changes.")])
        self.done_button.setEnabled(True)

    @Slot(object)
    def _refused(self, error: LedgerError) -> None:
        if self._is_old():
            return
        self.effects.clear()
        words = self._words
        self._tell(f"{words.sentence(error.code, error.parameters)} {words.next_step(error.code, error.parameters)}", "warn")

    def _is_old(self) -> bool:
        """Whether the answer is to a question that was asked before the last one."""
        sender = self.sender()
        return sender is not None and bool(sender.property("turn") != self._turn)

    def _tell(self, sentence: str, tone: str) -> None:
        self.told.setText(sentence)
        set_tone(self.told, tone)

    @Slot()
    def _accepted(self) -> None:
        if self._after is not None:
            self.decided.emit(self._after, self._reason())
            self.accept()

    def _reason(self) -> str:
        """For the history, in words: what is done, to which offices, and by which document."""
        answers = self.answers
        office = self._offices.get(self._code, {}).get("name_vi" if self._language == "vi" else "name_en", self._code)
        title = translate("ReorganiseDialog", str(TITLES[self._act])).format(office=office)
        codes = ", ".join(answers.sources) or (str(answers.office.get("code", "")) if self._act is Act.CREATE else "")
        return "; ".join(filter(None, (f"{title}: {codes}" if codes else title, answers.legal_basis)))
