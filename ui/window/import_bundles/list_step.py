"""The files with their states, and beside them everything about the chosen one; the same from checking to the result."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from storage.messages.catalogue import Catalogue
from ui.window.import_bundles.flow import ImportFlow, Step
from ui.window.import_bundles.lines import Line, LineState, counts_of, totals_of
from ui.window.import_bundles.model import OFFICE, PART, LinesModel
from ui.window.import_bundles.progress_row import ProgressRow
from ui.window.import_bundles.words import contents_text, explanation, kept_text, state_word
from ui.window.page import set_tone, text_label
from ui.window.row_view import RowView

translate = QCoreApplication.translate
_WIDTHS = (20, 30, 20, 6, 7, 12)
_RECOUNT = 300
"""Milliseconds between counts while files come."""


class ListStep(QWidget):
    """The signals are the buttons; ``left_out`` carries the files to be left out or taken in again."""

    back_wanted = Signal()
    import_wanted = Signal()
    stop_wanted = Signal()
    enrolment_wanted = Signal()
    record_wanted = Signal()
    print_wanted = Signal()
    receipts_wanted = Signal()
    again_wanted = Signal()
    left_out = Signal(object)

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._flow = ImportFlow()
        self._recount = QTimer(self)
        self._recount.setSingleShot(True)
        self._recount.setInterval(_RECOUNT)
        self._recount.timeout.connect(self._show_states)
        self.model = LinesModel(words, self)
        self.model.redraw(self.palette())
        name = translate("ListStep", "Files and their states")
        self.table = RowView(self.model, name=name, widths=_WIDTHS, wide=OFFICE, both_ends=(2, 4), many=True, parent=self)
        self.table.selectionModel().selectionChanged.connect(self._selection_changed)
        self.model.modelReset.connect(self._selection_changed)
        self.details = QTextBrowser(self)
        self.details.setAccessibleName(translate("ListStep", "About the chosen file"))
        self.details.setOpenLinks(False)
        self.summary = text_label(parent=self)
        self.progress = ProgressRow(words, self)
        self.progress.stop_wanted.connect(self.stop_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._make_head())
        column.addWidget(self._make_panes(), 1)
        column.addWidget(self.progress)
        column.addLayout(self._make_foot())

    # Showing

    def show_flow(self, flow: ImportFlow) -> None:
        """Shows a step; lines that came one by one are replaced by the final ones."""
        self._flow = flow
        working = flow.step in (Step.CHECKING, Step.IMPORTING)
        if flow.step is Step.CHECKING:
            self.model.show_lines((), done=False)
        elif flow.step in (Step.PREVIEW, Step.RESULT):
            chosen = self.chosen
            self.model.show_lines(flow.lines, done=flow.step is Step.RESULT)
            self.table.choose(max(self.model.row_of(chosen[0].path), 0) if chosen else 0)
        self.table.setColumnHidden(PART, not any(line.outcome.series for line in flow.lines))
        self.model.leave_out(flow.left_out)
        self.progress.begin() if working else self.progress.hide()
        self._show_states()
        self._show_summary()
        self._show_buttons()

    def show_left_out(self, flow: ImportFlow) -> None:
        """After files were left out or taken in again; selection and place stay."""
        self._flow = flow
        self.model.leave_out(flow.left_out)
        self._show_summary()
        self._show_buttons()

    def add(self, line: Line) -> None:
        """One more file was checked or imported."""
        self.model.add(line)
        if not self._recount.isActive():
            self._recount.start()
        if line.outcome.series is not None:
            self.table.setColumnHidden(PART, False)

    def begin_import(self) -> None:
        """Lines will be told anew, one by one."""
        self.model.show_lines((), done=True)

    @property
    def chosen(self) -> list[Line]:
        """The selected lines."""
        return [line for row in self.table.chosen_rows if (line := self.model.line(row)) is not None]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "model"):
            self.model.redraw(self.palette())

    @Slot()
    def _show_states(self) -> None:
        """The states that occur, with their counts, to show one of them alone."""
        lines, done = self.model.lines, self.model.done
        before = self.states.currentData()
        self.states.blockSignals(True)
        self.states.clear()
        self.states.addItem(translate("ListStep", "All files: {count}").format(count=self._words.number(len(lines))), None)
        for state, count in counts_of(lines).items():
            self.states.addItem(f"{state_word(state, done=done)}: {self._words.number(count)}", state)
        place = max(self.states.findData(before), 0) if before is not None else 0
        self.states.setCurrentIndex(place)
        self.states.blockSignals(False)
        self._state_chosen()

    def _show_summary(self) -> None:
        flow, number = self._flow, self._words.number
        tone = ""
        if flow.step is Step.CHECKING:
            text = translate("ListStep", "Every file is checked; nothing is written yet.")
        elif flow.step is Step.PREVIEW:
            totals = totals_of(flow.chosen)
            if totals.taken:
                text = translate("ListStep", "{count} of {all} files can be imported, from {offices} offices.").format(
                    count=number(totals.taken), all=number(len(flow.lines)), offices=number(totals.offices)
                )
                text = f"{text} {contents_text(totals, self._words)} {kept_text(flow.chosen, done=False)}"
            else:
                text = translate("ListStep", "None of these files can be imported now. Choose one to read why.")
                tone = "warn"
        elif flow.step is Step.IMPORTING:
            text = translate("ListStep", "Each bundle is imported whole or not at all. What is in stays in when you stop.")
        else:
            text, tone = self._result_text()
        self.summary.setText(text)
        set_tone(self.summary, tone)

    def _result_text(self) -> tuple[str, str]:
        result, number = self._flow.result, self._words.number
        if result is None:
            return "", ""
        totals = totals_of(result.lines)
        text = translate("ListStep", "{count} of {all} files were taken, from {offices} offices.").format(
            count=number(totals.taken), all=number(result.planned), offices=number(totals.offices)
        )
        text = f"{text} {contents_text(totals, self._words)} {kept_text(result.lines, done=True)}"
        if result.stopped:
            stopped = translate("ListStep", "Stopped after {count} files; what was imported until then stays.")
            return f"{stopped.format(count=number(len(result.lines)))} {text}", "warn"
        return text, "good" if totals.taken == result.planned else "warn"

    def _show_buttons(self) -> None:
        flow = self._flow
        preview, result = flow.step is Step.PREVIEW, flow.step is Step.RESULT
        taken = totals_of(flow.chosen).taken if preview else 0
        if taken or not preview or not flow.chosen:
            text = translate("ListStep", "&Import %n bundle(s)", "", taken)
        else:
            text = translate("ListStep", "&Keep %n file(s) waiting", "", len(flow.chosen))
        self.go.setText(text)
        self.go.setVisible(preview)
        self.go.setEnabled(flow.may_import)
        self.back.setVisible(preview)
        self.leave_out.setVisible(preview)
        self.enrolment.setText(translate("ListStep", "&Enrolment requests: {count}").format(count=len(flow.requests)))
        self.enrolment.setVisible((preview or result) and bool(flow.requests))
        for button in (self.record, self.paper, self.receipts, self.again):
            button.setVisible(result)
        self.receipts.setEnabled(result and flow.result is not None and bool(flow.result.offices))
        self._selection_changed()

    # Building

    def _make_head(self) -> QHBoxLayout:
        self.states = QComboBox(self)
        self.states.setAccessibleName(translate("ListStep", "State to be shown"))
        self.states.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.states.currentIndexChanged.connect(self._state_chosen)
        label = QLabel(translate("ListStep", "&Show:"), self)
        label.setBuddy(self.states)
        row = QHBoxLayout()
        row.addWidget(self.summary, 1)
        row.addWidget(label)
        row.addWidget(self.states)
        return row

    def _make_panes(self) -> QSplitter:
        panes = QSplitter(Qt.Orientation.Horizontal, self)
        panes.addWidget(self.table)
        panes.addWidget(self.details)
        panes.setStretchFactor(0, 5)
        panes.setStretchFactor(1, 3)
        panes.setSizes([780, 340])
        panes.setChildrenCollapsible(False)
        return panes

    def _make_foot(self) -> QHBoxLayout:
        self.back = QPushButton(translate("ListStep", "&Back"), self)
        self.leave_out = QPushButton(translate("ListStep", "Leave &out"), self)
        self.enrolment = QPushButton(self)
        self.record = QPushButton(translate("ListStep", "Sa&ve the record…"), self)
        self.paper = QPushButton(translate("ListStep", "Prin&t…"), self)
        self.receipts = QPushButton(translate("ListStep", "Make recei&pts…"), self)
        self.again = QPushButton(translate("ListStep", "&New import"), self)
        self.go = QPushButton(self)
        self.go.setProperty("role", "primary")
        row = QHBoxLayout()
        for button, signal in (
            (self.back, self.back_wanted),
            (self.leave_out, None),
            (self.enrolment, self.enrolment_wanted),
            (self.record, self.record_wanted),
            (self.paper, self.print_wanted),
            (self.again, self.again_wanted),
            (self.receipts, self.receipts_wanted),
            (self.go, self.import_wanted),
        ):
            if signal is not None:
                button.clicked.connect(signal)
            if button is self.again:
                row.addStretch(1)
            row.addWidget(button)
        self.leave_out.clicked.connect(self._leave_out_chosen)
        return row

    # What somebody does

    @Slot()
    def _state_chosen(self) -> None:
        state = self.states.currentData()
        self.model.show_only(LineState(state) if state else None)

    @Slot()
    def _leave_out_chosen(self) -> None:
        self.left_out.emit(_paths(self.chosen))

    @Slot()
    def _selection_changed(self) -> None:
        chosen = self.chosen
        self.leave_out.setEnabled(any(line.state.taken or line.kept for line in chosen))
        gone = bool(chosen) and frozenset(_paths(chosen)) <= self._flow.left_out
        self.leave_out.setText(translate("ListStep", "Take in &again") if gone else translate("ListStep", "Leave &out"))
        text = explanation(chosen[0], self.model.lines, self._words, done=self.model.done) if chosen else ""
        self.details.setHtml(text)


def _paths(lines: Sequence[Line]) -> list[Path]:
    return [line.path for line in lines]
