"""The telling steps of the import: what will become of each row, and afterwards what did."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDir, QSettings, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QPushButton, QRadioButton, QTabWidget, QWidget

from storage.messages.catalogue import Catalogue
from ui.window.excel_import.flow import ImportFlow
from ui.window.excel_import.pages import FOLDER
from ui.window.excel_import.tables import TextTable
from ui.window.page import Card, set_tone, text_label
from ui.window.step_wizard import StepPage

if TYPE_CHECKING:
    from export.documents.template_model import ActivityTemplate
    from storage.domain.errors import Parameter
    from storage.journal.entries import Activity
    from storage.recording import Problem
    from ui.window.operations.excel_import import RowsFound

translate = QCoreApplication.translate


def reason_of(problem: Problem, template: ActivityTemplate, words: Catalogue) -> str:
    """Why a row is refused or pointed out, with the field's own title and what to do."""
    parameters = _with_titles(problem, template)
    return f"{words.sentence(problem.code, parameters)} {words.next_step(problem.code, parameters)}".strip()


def _with_titles(problem: Problem, template: ActivityTemplate) -> dict[str, Parameter]:
    titles = {column.key: column.title for column in template.columns}
    parameters: dict[str, Parameter] = dict(problem.parameters)
    if problem.field in titles:
        parameters["field"] = titles[problem.field]
    return parameters


class PreviewPage(StepPage[ImportFlow]):
    """Lists: rows to be recorded, of these the ones probably recorded already, rows refused, and findings of the text check."""

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(translate("ImportPreviewPage", "What will be recorded"), "", parent)
        self._words = words
        row = translate("ImportPreviewPage", "Row")
        self.summary = text_label("", self)
        self.more = text_label("", self, muted=True)
        heads = (
            row,
            translate("ImportPreviewPage", "Task"),
            translate("ImportPreviewPage", "Type"),
            translate("ImportPreviewPage", "Date"),
            translate("ImportPreviewPage", "Content"),
            translate("ImportPreviewPage", "Figures"),
        )
        self.good = TextTable(heads, translate("ImportPreviewPage", "Rows to be recorded"), self)
        self.same = TextTable(heads, translate("ImportPreviewPage", "Rows recorded already"), self)
        reason = translate("ImportPreviewPage", "Reason")
        self.refused = TextTable(
            (row, translate("ImportPreviewPage", "Field"), reason), translate("ImportPreviewPage", "Refused rows"), self
        )
        self.findings = TextTable(
            (row, translate("ImportPreviewPage", "Field"), reason), translate("ImportPreviewPage", "Text check"), self
        )
        self.tabs = QTabWidget(self)
        for table in (self.good, self.refused, self.findings, self.same):
            self.tabs.addTab(table, table.accessibleName())
        self.column.addWidget(self.summary)
        self.column.addWidget(self._make_choice())
        self.column.addWidget(self.tabs, 1)
        self.column.addWidget(self.more)

    def show_flow(self, flow: ImportFlow) -> None:
        rows = flow.rows
        if rows is None:
            return
        number = self._words.number
        names = (
            translate("ImportPreviewPage", "To be re&corded: {count}").format(count=number(rows.good)),
            translate("ImportPreviewPage", "Re&fused: {count}").format(count=number(len(rows.refused))),
            translate("ImportPreviewPage", "&Text check: {count}").format(count=number(len(rows.findings))),
            translate("ImportPreviewPage", "Recorded &already: {count}").format(count=number(len(rows.same))),
        )
        for index, name in enumerate(names):
            self.tabs.setTabText(index, name)
        self._summarise(rows)
        self._show_choice(flow, rows)
        self.good.show_rows(self._activities(rows.first, rows.template))
        self.same.show_rows(self._activities(rows.first_same, rows.template))
        self.refused.show_rows(self._problems(rows.refused, rows.template))
        self.findings.show_rows(self._problems(rows.findings, rows.template))
        self.tabs.setTabVisible(self.tabs.indexOf(self.same), bool(rows.same))
        self.tabs.setCurrentWidget(self.same if rows.same else self.good if rows.good else self.refused)

    def first_field(self) -> QWidget | None:
        return self.out if self.choice.isVisibleTo(self) and self.leave_out is None else None

    @property
    def leave_out(self) -> bool | None:
        """What somebody has decided about the rows that are probably recorded already; None for nothing yet."""
        checked = self._group.checkedButton()
        return None if checked is None else checked is self.out

    def _make_choice(self) -> Card:
        self.choice = Card(self)
        self._likely = text_label("", self.choice)
        set_tone(self._likely, "warn")
        self.out = QRadioButton(translate("ImportPreviewPage", "&Leave these rows out"), self.choice)
        self.again = QRadioButton(translate("ImportPreviewPage", "They are other acti&vities: record them again"), self.choice)
        self._group = QButtonGroup(self)
        self.choice.content.addWidget(self._likely)
        for button in (self.out, self.again):
            self._group.addButton(button)
            self.choice.content.addWidget(button)
            button.clicked.connect(self.changed)
        return self.choice

    def _show_choice(self, flow: ImportFlow, rows: RowsFound) -> None:
        text = translate(
            "ImportPreviewPage",
            "{count} rows are probably recorded already: task, type, date, content and figures are the same. "
            "What is to be done with them?",
        )
        self._likely.setText(text.format(count=self._words.number(len(rows.same))))
        self.choice.setVisible(bool(rows.same))
        self._group.setExclusive(False)
        self.out.setChecked(flow.leave_out is True)
        self.again.setChecked(flow.leave_out is False)
        self._group.setExclusive(True)

    def _summarise(self, rows: RowsFound) -> None:
        number = self._words.number
        if not rows.good:
            text = translate(
                "ImportPreviewPage", "No row can be recorded. Read the reasons, mend the workbook, choose it again."
            )
        elif rows.refused:
            text = translate(
                "ImportPreviewPage",
                "{good} rows will be recorded, {refused} are refused. You can get the refused rows back as Excel afterwards.",
            ).format(good=number(rows.good), refused=number(len(rows.refused)))
        else:
            text = translate("ImportPreviewPage", "All {good} rows will be recorded.").format(good=number(rows.good))
        self.summary.setText(text)
        set_tone(self.summary, "bad" if not rows.good else "warn" if rows.refused or rows.findings else "good")
        notes = []
        if rows.good > len(rows.first):
            notes.append(translate("ImportPreviewPage", "The first {count} rows are shown.").format(count=len(rows.first)))
        if skipped := rows.source.read.skipped:
            text = translate("ImportPreviewPage", "Headings across merged cells left aside: {count}.")
            notes.append(text.format(count=number(len(skipped))))
        self.more.setText(" ".join(notes))
        self.more.setVisible(bool(notes))

    def _activities(self, rows: Sequence[tuple[int, Activity]], template: ActivityTemplate) -> list[tuple[str, ...]]:
        words = self._words
        kinds = {kind.code: kind.title for kind in template.types}
        titles = {column.key: column.title for column in template.columns}
        return [
            (
                str(line),
                activity.task,
                kinds.get(activity.type, activity.type),
                words.date(activity.date),
                activity.title,
                "; ".join(f"{titles.get(key, key)}: {words.number(value)}" for key, value in activity.values.items()),
            )
            for line, activity in rows
        ]

    def _problems(self, problems: Sequence[Problem], template: ActivityTemplate) -> list[tuple[str, str, str]]:
        titles = {column.key: column.title for column in template.columns}
        return [
            (str(problem.line), titles.get(problem.field, ""), reason_of(problem, template, self._words))
            for problem in problems
        ]


class ResultPage(StepPage[ImportFlow]):
    """The numbers, and the refused rows back as a workbook."""

    give_back_wanted = Signal(object)

    def __init__(self, words: Catalogue, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(translate("ImportResultPage", "Done"), "", parent)
        self._words = words
        self._settings = settings
        self._name = ""
        self.recorded = text_label("", self)
        set_tone(self.recorded, "good")
        self.left_out = text_label("", self)
        self.refused = text_label("", self)
        set_tone(self.refused, "warn")
        self.give_back = QPushButton(translate("ImportResultPage", "&Save the refused rows as Excel…"), self)
        self.give_back.setAutoDefault(False)
        self.give_back.clicked.connect(self._ask_where)
        self.written = text_label("", self)
        self.column.addWidget(self.recorded)
        self.column.addWidget(self.left_out)
        self.column.addWidget(self.refused)
        self.column.addWidget(self.give_back, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.written)
        self.column.addStretch(1)

    def show_flow(self, flow: ImportFlow) -> None:
        if flow.recorded is None or flow.columns is None:
            return
        number = self._words.number
        self._name = f"{flow.columns.path.stem}-{translate('ImportResultPage', 'refused')}.xlsx"
        self.recorded.setText(
            translate("ImportResultPage", "✓ Activities recorded: {count}").format(count=number(len(flow.recorded.uids)))
        )
        text = translate("ImportResultPage", "– Left out, because recorded already: {count}")
        self.left_out.setText(text.format(count=number(flow.left_out)))
        self.left_out.setVisible(bool(flow.left_out))
        refused = len(flow.recorded.refused)
        text = translate("ImportResultPage", "! Rows refused: {count}. Mend them in Excel and import that workbook.")
        self.refused.setText(text.format(count=number(refused)))
        self.refused.setVisible(bool(refused))
        self.give_back.setVisible(bool(refused))

    def first_field(self) -> QWidget | None:
        return None if self.give_back.isHidden() else self.give_back

    @Slot()
    def _ask_where(self) -> None:
        folder = str(self._settings.value(FOLDER, QDir.homePath()))
        dialog = QFileDialog(self, translate("ImportResultPage", "Save the refused rows"), folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.setNameFilter("*.xlsx")
        dialog.selectFile(self._name)
        dialog.fileSelected.connect(self.give_back_wanted)
        dialog.open()
