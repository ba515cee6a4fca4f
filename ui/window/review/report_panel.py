"""One report beside the earlier ones: figures, texts, findings, activities, history; remarks and the decision below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from storage.domain.errors import Parameter
from storage.journal.entries import Remark
from storage.messages.catalogue import Catalogue
from storage.recording import Problem
from storage.review_drafts import RemarksDraft
from storage.search import FoundActivity
from ui.window.activities.columns import state_text as record_state
from ui.window.activities.days import shown_iso_day
from ui.window.moments import moment_text
from ui.window.page import heading_label, text_label
from ui.window.review.remarks_box import RemarksBox
from ui.window.review.sections_tab import SectionsTab
from ui.window.review.view import FigureLine, ReportView
from ui.window.review.wording import difference_text, figure_text, state_text
from ui.window.row_view import RowView
from ui.window.text_model import TextModel

translate = QCoreApplication.translate
_WIDTHS = (7, 13, 11, 11, 8, 11, 8, 9)
_YEAR_AGO = 7
"""The column of the year before."""


class ReportPanel(QWidget):
    """``accept_wanted``, ``return_wanted`` and ``back_wanted`` when somebody presses a button; nothing is decided here."""

    accept_wanted = Signal()
    return_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.view: ReportView | None = None
        self.head = heading_label("", self)
        self.standing = text_label(parent=self, muted=True)
        self.body = QWidget(self)
        self.tabs = QTabWidget(self.body)
        self._make_tables()
        self.sections = SectionsTab(self)
        self.sections.chosen.connect(self._section_chosen)
        for widget, title in (
            (self.figures, translate("ReportPanel", "Fi&gures")),
            (self.sections, translate("ReportPanel", "Te&xts")),
            (self._findings_tab(), translate("ReportPanel", "Fi&ndings")),
            (self.activities, translate("ReportPanel", "Acti&vities")),
            (self.history, translate("ReportPanel", "Histor&y")),
        ):
            self.tabs.addTab(widget, title)
        self.remarks = RemarksBox(self)
        self.remarks.changed.connect(self._enable)
        self.remarks.typed.connect(self._enable)
        self.accept = QPushButton(translate("ReportPanel", "&Accept"), self)
        self.accept.setProperty("role", "primary")
        self.give_back = QPushButton(translate("ReportPanel", "&Return with remarks"), self)
        self.take_back = QPushButton(translate("ReportPanel", "Take the &decision back"), self)
        self.take_back.setToolTip(
            translate("ReportPanel", "The report waits for review again; possible until a receipt has told the office.")
        )
        self.accept.clicked.connect(self.accept_wanted)
        self.take_back.clicked.connect(self.back_wanted)
        self.give_back.clicked.connect(self.return_wanted)
        self._lay_out()
        self.clear()

    def _make_tables(self) -> None:
        self.figure_model = TextModel(_figure_heads(), self._figure_texts, right=frozenset((2, 3, 5, 6, 7)), parent=self)
        name = translate("ReportPanel", "Figures of the report")
        self.figures = RowView(self.figure_model, name=name, widths=_WIDTHS, wide=1, many=False, parent=self)
        self.finding_model = TextModel((translate("ReportPanel", "Finding"),), self._finding_texts, parent=self)
        name = translate("ReportPanel", "Findings")
        self.findings = RowView(self.finding_model, name=name, widths=(30,), wide=0, many=False, parent=self)
        self.advice = text_label(parent=self)
        self.advice.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.advice.setMinimumHeight(self.fontMetrics().lineSpacing() * 2)
        heads = (
            translate("ReportPanel", "Date"),
            translate("ReportPanel", "Task"),
            translate("ReportPanel", "Activity type"),
            translate("ReportPanel", "Title"),
            translate("ReportPanel", "State"),
        )
        self.activity_model = TextModel(heads, self._activity_texts, parent=self)
        name = translate("ReportPanel", "Activities of the report")
        self.activities = RowView(self.activity_model, name=name, widths=(11, 8, 20, 20, 12), many=False, wide=3, parent=self)
        heads_of_history = (translate("ReportPanel", "When"), translate("ReportPanel", "What"))
        self.history_model = TextModel(heads_of_history, tuple, parent=self)
        name = translate("ReportPanel", "History of the report")
        self.history = RowView(self.history_model, name=name, widths=(20, 60), many=False, parent=self)
        for table in (self.figures, self.findings, self.activities):
            table.selectionModel().selectionChanged.connect(self._place_chosen)

    def _findings_tab(self) -> QWidget:
        """The list, and below it the chosen finding in full with the next step."""
        tab = QWidget(self.tabs)
        column = QVBoxLayout(tab)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.findings, 1)
        column.addWidget(self.advice)
        return tab

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.take_back)
        row.addStretch(1)
        row.addWidget(self.give_back)
        row.addWidget(self.accept)
        inner = QVBoxLayout(self.body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        inner.addWidget(self.tabs, 1)
        inner.addWidget(self.remarks)
        inner.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.head)
        column.addWidget(self.standing)
        column.addWidget(self.body, 1)
        column.addStretch()

    # Showing

    def clear(self) -> None:
        """No report is chosen."""
        self.view = None
        self.show_hint("", "")
        self.body.hide()
        for model in (self.figure_model, self.finding_model, self.activity_model, self.history_model):
            model.show_values(())
        self.sections.show_view(None)
        self.remarks.show_remarks(())
        self._enable()

    def show_hint(self, heading: str, text: str) -> None:
        """What is said while no report is chosen."""
        if self.view is None:
            self.head.setText(heading)
            self.standing.setText(text)

    def show_view(self, view: ReportView, draft: RemarksDraft) -> None:
        """Another report, or the same read again, with the remarks that are being written on it."""
        another = self.view is None or (self.view.office, self.view.period) != (view.office, view.period)
        self.view = view
        self.body.show()
        self.head.setText(f"{view.office_name} – {view.period_name}")
        self.standing.setText("\n".join(_standing(view)))
        self.figures.setColumnHidden(_YEAR_AGO, view.compares_once)
        self.figure_model.show_values(view.figures)
        self.sections.show_view(view)
        self.finding_model.show_values(view.findings)
        self.activity_model.show_values(view.activities)
        self.history_model.show_values(_history(view))
        text = translate("ReportPanel", "Fi&ndings: {count}")
        self.tabs.setTabText(2, text.format(count=self._words.number(len(view.findings))))
        if another or not draft.typed:
            self._place_chosen()
        self.remarks.show_draft(draft)
        self._enable()

    def set_busy(self, busy: bool) -> None:
        """While a decision is written no other one can be made."""
        self.setEnabled(not busy)

    @Slot()
    def _enable(self) -> None:
        self.remarks.setEnabled(self.view is not None)
        self.accept.setEnabled(self.view is not None)
        self.give_back.setEnabled(self.view is not None and not self.remarks.draft.is_empty)
        self.take_back.setVisible(self.view is not None and self.view.may_be_taken_back)

    @Slot()
    def _place_chosen(self) -> None:
        """A remark is about the row that was chosen last."""
        table = self.tabs.currentWidget()
        if table is not None and table.isAncestorOf(self.findings):
            table = self.findings
        rows = table.chosen_rows if isinstance(table, RowView) else []
        model: Any = table.model() if isinstance(table, RowView) else None
        value = model.value(rows[0]) if rows else None
        self.advice.setText(self._advice(value) if isinstance(value, Problem) else "")
        if isinstance(value, FigureLine):
            self.remarks.set_about(Remark(text="", item=value.item), f"{value.item} {value.label}")
        elif isinstance(value, FoundActivity):
            self.remarks.set_about(Remark(text="", uid=value.uid), value.title)
        elif isinstance(value, Problem) and value.uid:
            self.remarks.set_about(Remark(text="", uid=value.uid, field=value.field), self._finding_texts(value)[0])
        elif isinstance(value, Problem) and value.field:
            place = self.view.names.get(value.field, value.field) if self.view else value.field
            self.remarks.set_about(Remark(text="", item=value.field), place)
        else:
            self.remarks.set_about(Remark(text=""), "")

    @Slot(str, str)
    def _section_chosen(self, code: str, title: str) -> None:
        self.remarks.set_about(Remark(text="", item=code), title)

    # Texts of cells

    def _figure_texts(self, line: FigureLine) -> Sequence[str]:
        words = self._words
        label = f"{line.label} ({line.unit})" if line.unit else line.label
        recomputed = figure_text(line.computed, words)
        mark = translate("ReportPanel", "Differs") if line.differs else ""
        return (
            line.item,
            label,
            figure_text(line.reported, words),
            recomputed,
            mark,
            figure_text(line.before, words),
            difference_text(line.reported, line.before, words),
            figure_text(line.year_ago, words),
        )

    def _finding_texts(self, finding: Problem) -> Sequence[str]:
        sentence = self._words.sentence(finding.code, self._named(finding))
        title = self.view.titles.get(finding.uid, "") if self.view else ""
        return (f"{title}: {sentence}" if title else sentence,)

    def _advice(self, finding: Problem) -> str:
        return f"{self._finding_texts(finding)[0]}\n{self._words.next_step(finding.code, self._named(finding))}"

    def _named(self, finding: Problem) -> dict[str, Parameter]:
        """What a finding is about by name instead of by code."""
        names = self.view.names if self.view else {}
        return {
            key: names.get(str(value), value) if key in ("indicator", "section", "period") else value
            for key, value in finding.parameters.items()
        }

    def _activity_texts(self, row: FoundActivity) -> Sequence[str]:
        kind = self.view.type_names.get(row.type, row.type) if self.view else row.type
        return shown_iso_day(row.date), row.task, kind, row.title, record_state(row)


def _standing(view: ReportView) -> list[str]:
    text = translate("ReportPanel", "{state}. Submission {number}. {agreement}")
    differing = sum(line.differs for line in view.figures)
    agreement = translate("ReportPanel", "All figures agree with the activities.")
    if differing:
        agreement = translate("ReportPanel", "Figures that differ from the activities: {count}.").format(count=differing)
    lines = [text.format(state=state_text(view.state), number=view.rev, agreement=agreement)]
    if view.before_name and view.compares_once:
        lines.append(translate("ReportPanel", "Before, and a year ago: {before}.").format(before=view.before_name))
    elif view.before_name and view.year_ago_name:
        text = translate("ReportPanel", "Before: {before}. A year ago: {year_ago}.")
        lines.append(text.format(before=view.before_name, year_ago=view.year_ago_name))
    return lines


def _figure_heads() -> tuple[str, ...]:
    return (
        translate("ReportPanel", "Code"),
        translate("ReportPanel", "Indicator"),
        translate("ReportPanel", "Reported"),
        translate("ReportPanel", "Recomputed"),
        translate("ReportPanel", "Check"),
        translate("ReportPanel", "Before"),
        translate("ReportPanel", "Change"),
        translate("ReportPanel", "A year ago"),
    )


def _history(view: ReportView) -> list[tuple[str, str]]:
    """Closings, reopenings and decisions, the newest first."""
    lines = []
    for closing in view.story.closings:
        text = translate("ReportPanel", "Closed (submission {number})")
        if closing.op != "close":
            text = translate("ReportPanel", "Reopened (submission {number}): {why}")
        lines.append((closing.at, text.format(number=closing.rev, why=closing.why)))
    for review in view.story.reviews:
        remarks = "; ".join(review.remarks)
        state = state_text(review.state)
        if review.state == "received":
            state = translate("ReportPanel", "Decision taken back")
        text = translate("ReportPanel", "{state} (submission {number})").format(state=state, number=review.rev)
        lines.append((review.at, f"{text}: {remarks}" if remarks else text))
    return [(moment_text(at), text) for at, text in sorted(lines, reverse=True)]
