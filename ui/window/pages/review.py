"""The page on which the centre reviews reports, and decides about forked histories, conflicts and likely duplicates."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QPushButton, QSplitter, QTabWidget, QVBoxLayout, QWidget

from storage.domain.changes import ChangeSet
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from ui.window.operations import review as operations
from ui.window.page import Card, Page, set_tone, text_label, title_label
from ui.window.review.forks_tab import ForksTab
from ui.window.review.open_questions import Kind, OfficeChoice, OpenQuestions, Question
from ui.window.review.remark_store import RemarkStore
from ui.window.review.report_panel import ReportPanel
from ui.window.review.reports_pane import ReportsPane
from ui.window.review.view import ReportLine, ReportView
from ui.window.tasks import Job
from ui.window.workplace import Workplace

translate = QCoreApplication.translate
_Key = tuple[str, str]


class ReviewPage(Page):
    """Remarks are kept in the ledger, report by report, until a decision carries them; nothing is sent from here."""

    watches = ChangeSet(activities=True, periods=True, registry=True, exchange=True)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._wanted: _Key = ("", "")
        self.store = RemarkStore(self.run, self)
        self._office = ""
        self._pending: tuple[_Key, bool] | None = None
        self._asked: tuple[Question, str] | None = None
        self._last: tuple[Question, str] | None = None
        self.reports = ReportsPane(workplace.words, self)
        self.panel = ReportPanel(workplace.words, self)
        self.forks = ForksTab(workplace.words, self)
        self.tabs = QTabWidget(self)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.reports)
        split.addWidget(self.panel)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 5)
        split.setChildrenCollapsible(False)
        letter = self.fontMetrics().averageCharWidth()
        split.setSizes([letter * 54, letter * 102])
        self.tabs.addTab(split, translate("ReviewPage", "Re&ports"))
        self.tabs.addTab(self.forks, translate("ReviewPage", "Conf&licts and forks"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(title_label(translate("ReviewPage", "Review"), self))
        column.addWidget(self._make_offer())
        column.addWidget(self.tabs, 1)
        self._connect()

    def _make_offer(self) -> Card:
        """After a decision: the office learns it by the next receipt only."""
        self.offer = Card(self)
        text = text_label(parent=self.offer)
        text.setText(
            translate(
                "ReviewPage",
                "Decided. The office learns it by its next receipt; until that is written you can decide again.",
            )
        )
        set_tone(text, "good")
        self.to_receipts = QPushButton(translate("ReviewPage", "Go to rece&ipts"), self.offer)
        row = QHBoxLayout()
        row.addWidget(text, 1)
        row.addWidget(self.to_receipts)
        self.offer.content.addLayout(row)
        self.offer.hide()
        return self.offer

    def _connect(self) -> None:
        self.reports.chosen.connect(self._choose)
        self.reports.narrowed.connect(self._show_hint)
        self.panel.accept_wanted.connect(self._accept)
        self.panel.return_wanted.connect(self._return)
        self.panel.back_wanted.connect(self._take_decision_back)
        self.panel.remarks.changed.connect(self._keep_remarks)
        self.panel.remarks.typed.connect(self._keep_remarks)
        self.forks.office_chosen.connect(self._read_questions)
        self.forks.keep_wanted.connect(self._keep_side)
        self.forks.both_wanted.connect(self._keep_both)
        self.forks.back_wanted.connect(self._take_back)
        self.to_receipts.clicked.connect(self._go_to_receipts)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Refresh), self).activated.connect(self.refresh)

    def refresh(self) -> None:
        """Reads the list, and the chosen report again."""
        self.run(operations.show_reports(language=self.workplace.language), self._show_lists)

    def show_argument(self, argument: object) -> None:
        """(office, period): that report."""
        if isinstance(argument, tuple) and len(argument) == 2:
            self.tabs.setCurrentIndex(0)
            self.reports.choose(*argument)
            self._choose(*argument)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page comes, or the window goes: what was written is kept at once."""
        self.store.flush()
        super().hideEvent(event)

    # Reports

    @Slot(object)
    def _show_lists(self, found: object) -> None:
        lines, offices = cast("tuple[tuple[ReportLine, ...], tuple[OfficeChoice, ...]]", found)
        self.reports.show_lines(lines)
        if self._wanted[0]:
            self._choose(*self._wanted)
        text = translate("ReviewPage", "Conf&licts and forks: {count}")
        self.tabs.setTabText(1, text.format(count=self.workplace.words.number(len(offices))))
        self.forks.show_offices(offices)
        office = str(self.forks.office.currentData() or "")
        if office:
            self._read_questions(office)

    @Slot(str, str)
    def _choose(self, office: str, period: str) -> None:
        self._wanted = (office, period)
        job = operations.show_report(office=office, period=period, language=self.workplace.language)
        self.run(job, self._show_report, failed=self._report_failed)

    @Slot(object)
    def _show_report(self, found: object) -> None:
        view = cast(ReportView, found)
        if (view.office, view.period) == self._wanted:
            self.panel.show_view(view, self.store.draft(self._wanted, view.draft))

    def _report_failed(self, error: LedgerError) -> None:
        """A report that was chosen may have been reopened since."""
        self._wanted = ("", "")
        self.panel.clear()
        self._show_hint()
        self.tell_failure(error)

    @Slot()
    def _show_hint(self) -> None:
        self.panel.show_hint(*self.reports.hint)

    @Slot()
    def _keep_remarks(self) -> None:
        view = self.panel.view
        if view is not None:
            self.store.schedule((view.office, view.period), self.panel.remarks.draft)

    @Slot()
    def _accept(self) -> None:
        self._ask(accept=True)

    @Slot()
    def _return(self) -> None:
        self._ask(accept=False)

    def _ask(self, *, accept: bool) -> None:
        view = self.panel.view
        if view is None or self._pending is not None:
            return
        self.panel.remarks.take_in()
        self._pending = ((view.office, view.period), accept)
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(translate("ReviewPage", "Review"))
        question = translate("ReviewPage", "Accept the report of {office} for {period}?")
        if not accept:
            question = translate("ReviewPage", "Return the report of {office} for {period}?")
        count = translate("ReviewPage", "%n remark(s) go with it.", "", len(self.panel.remarks.remarks))
        box.setText(question.format(office=view.office_name, period=view.period_name) + "\n" + count)
        yes = translate("ReviewPage", "&Accept") if accept else translate("ReviewPage", "&Return")
        self._yes = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.buttonClicked.connect(self._answered)
        box.rejected.connect(self._given_up)
        box.open()

    @Slot()
    def _given_up(self) -> None:
        self._pending = None

    @Slot(object)
    def _answered(self, button: object) -> None:
        pending, self._pending = self._pending, None
        if pending is None or button is not self._yes:
            return
        (office, period), accept = pending
        self.panel.set_busy(True)
        self.store.flush()
        job = operations.decide_report(
            office=office,
            period=period,
            accept=accept,
            remarks=self.panel.remarks.remarks,
            by=self.workplace.by,
        )
        self._deciding = (office, period)
        self.run(job, self._decided).finished.connect(self._finished)

    @Slot()
    def _finished(self) -> None:
        self.panel.set_busy(False)

    @Slot(object)
    def _decided(self, _: object) -> None:
        self.store.forget(self._deciding)
        self.offer.show()
        self._tell(ChangeSet(periods=True, exchange=True))

    @Slot()
    def _take_decision_back(self) -> None:
        view = self.panel.view
        if view is not None:
            self.panel.set_busy(True)
            job = operations.take_back_decision(office=view.office, period=view.period, by=self.workplace.by)
            self.run(job, self._decision_taken_back).finished.connect(self._finished)

    @Slot(object)
    def _decision_taken_back(self, _: object) -> None:
        self.offer.hide()
        self._tell(ChangeSet(periods=True, exchange=True))

    @Slot()
    def _go_to_receipts(self) -> None:
        self.wanted.emit("import", None)

    # Conflicts and forks

    @Slot(str)
    def _read_questions(self, office: str) -> None:
        self._office = office
        job = operations.show_questions(office=office, language=self.workplace.language)
        self.run(job, self._show_questions, cancellable=True)

    @Slot(object)
    def _show_questions(self, found: object) -> None:
        questions = cast(OpenQuestions, found)
        if questions.office == self._office:
            self.forks.show_questions(questions)

    @Slot(object, str)
    def _keep_side(self, question: object, key: str) -> None:
        asked = cast(Question, question)
        by = self.workplace.by
        if asked.kind is Kind.CONFLICT:
            self._asked = None
            self._decide(operations.keep_version(question=asked, key=key, by=by))
        elif asked.kind is Kind.ANSWER:
            self._asked = None
            why = translate("ReviewPage", "Another answer to the same question was chosen.")
            self._decide(operations.keep_answer(question=asked, key=key, why=why, by=by))
        else:
            self._asked = (asked, key)
            why = translate("ReviewPage", "The same activity is recorded in another history of this office.")
            self._decide(operations.keep_record(question=asked, key=key, why=why, by=by))

    @Slot(object)
    def _keep_both(self, question: object) -> None:
        asked = cast(Question, question)
        self._asked = (asked, "") if asked.kind is Kind.DUPLICATE else None
        self._decide(operations.keep_both(question=asked, by=self.workplace.by))

    @Slot()
    def _take_back(self) -> None:
        if self._last is not None:
            question, kept = self._last
            self._asked = None
            self._decide(operations.take_back(question=question, kept=kept, by=self.workplace.by))

    def _decide(self, job: Job) -> None:
        self.forks.setEnabled(False)
        self.run(job, self._question_decided).finished.connect(self._question_finished)

    @Slot(object)
    def _question_decided(self, _: object) -> None:
        self._last = self._asked
        self.forks.show_last(self._last is not None)
        self._tell(ChangeSet(activities=True, exchange=True))

    @Slot()
    def _question_finished(self) -> None:
        self.forks.setEnabled(True)
        self.forks.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, changes: ChangeSet) -> None:
        self.said.emit(Code.OK)
        self.workplace.announcer.announce(changes, initiator=self)
        self.refresh()
