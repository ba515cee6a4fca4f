"""The page on which the centre edits the plan, its offices and dates as a draft, and puts the draft in force."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QMessageBox, QTabWidget, QVBoxLayout, QWidget

from storage.domain.changes import ChangeSet
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from ui.window.operations import programme as operations
from ui.window.page import Page
from ui.window.pin import ask_pin
from ui.window.programme import kinds
from ui.window.programme.book import PlanBook
from ui.window.programme.dates_pane import DatesPane
from ui.window.programme.head import PlanHead
from ui.window.programme.issue_dialog import IssueDialog
from ui.window.programme.items_pane import ItemsPane
from ui.window.programme.kinds import ItemKind
from ui.window.programme.kinds_tab import KindsTab
from ui.window.programme.obligations_tab import ObligationsTab
from ui.window.programme.offices_tab import OfficesTab
from ui.window.programme.problem_dialog import ProblemDialog
from ui.window.programme.sentences import elsewhere
from ui.window.programme.view import PlanView
from ui.window.programme.workbooks import FOLDER, Workbooks, plan_folder
from ui.window.workplace import Workplace

translate = QCoreApplication.translate
_OFFICE_AREAS = frozenset({"offices", "successions", "types"})
_DATE_AREAS = frozenset({"cutoffs", "deadlines", "holidays", "working_days"})


class ProgrammePage(Page):
    """Everything typed goes into the draft, which is kept; only "Issue" changes what is in force."""

    watches = ChangeSet(registry=True)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._issue: tuple[Path, str] = (Path(), "")
        self._kit = 0
        self.book = PlanBook(self.run, self)
        self.head = PlanHead(self.book, workplace.words, self)
        self.tabs = QTabWidget(self)
        self._make_tabs()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.tabs, 1)
        self.head.problems_wanted.connect(self._list_problems)
        self.head.drop_wanted.connect(self._ask_drop)
        self.head.issue_wanted.connect(self._look)
        self.workbooks = Workbooks(self, self.book, self.head)
        self.book.replaced.connect(self._offer_periods)

    def refresh(self) -> None:
        """Reads what is in force and the draft; a draft that is being edited here is kept first."""
        self.book.keep_if_typed()
        self.run(operations.show_plan(), self._show)

    def take_focus(self) -> None:
        """To the tabs, since the buttons of the head are for afterwards."""
        self.tabs.tabBar().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_argument(self, argument: object) -> None:
        """An office to be shown, by its code."""
        if isinstance(argument, str):
            self.tabs.setCurrentWidget(self.offices)
            self.offices.choose(argument)

    # Building

    def _make_tabs(self) -> None:
        words, language = self.workplace.words, self.workplace.language
        self.tasks = self._kinds((kinds.TASKS, kinds.GROUPS, kinds.LEGAL_BASES))
        self.indicators = self._kinds((kinds.INDICATORS,))
        self.types = self._kinds((kinds.TYPES, kinds.COUNT_FIELDS))
        self.outline = self._kinds((kinds.OUTLINE,))
        self.dates = DatesPane(self.book, words, language, self)
        duties = ItemsPane(kinds.DUTIES, self.book, words, language, self)
        self.periods = KindsTab(
            [
                (translate("ProgrammePage", "Dates of the year"), self.dates),
                (translate("ProgrammePage", "Reports that the plan asks for"), duties),
            ],
            self,
        )
        self.offices = OfficesTab(self.book, self.run, words, language, self)
        self.obligations = ObligationsTab(self.book, self.run, words, language, self)
        for widget, title in (
            (self.tasks, translate("ProgrammePage", "Tasks")),
            (self.indicators, translate("ProgrammePage", "Indicators")),
            (self.types, translate("ProgrammePage", "Activity types")),
            (self.outline, translate("ProgrammePage", "Outline")),
            (self.periods, translate("ProgrammePage", "Periods")),
            (self.offices, translate("ProgrammePage", "Offices")),
            (self.obligations, translate("ProgrammePage", "Obligations")),
        ):
            self.tabs.addTab(widget, title)
        self.tabs.setAccessibleName(translate("ProgrammePage", "Parts of the plan"))

    def _kinds(self, chosen: Sequence[ItemKind]) -> KindsTab:
        words, language = self.workplace.words, self.workplace.language
        panes = [(kind.sheet.title(language), ItemsPane(kind, self.book, words, language, self)) for kind in chosen]
        return KindsTab(panes, self)

    # Showing

    @Slot(object)
    def _show(self, found: object) -> None:
        view = cast(PlanView, found)
        self._kit = view.kit
        self.offices.set_today(view.today.isoformat())
        if self.book.is_draft and view.digest == self.book.digest:
            return  # nothing else came into force: the draft in hand is the newest there is
        self.dates.set_year(view.today.year)
        self.book.load(view)

    @Slot()
    def _offer_periods(self) -> None:
        """The periods of three years for the obligations; the one that was chosen stays."""
        year = self.dates.year.value()
        name = f"period_name_{self.workplace.language}"
        offered = []
        for duty in self.book.raw["programme"]["duties"]:
            schedule = duty.get("schedule")
            if not isinstance(schedule, dict):
                continue
            for shown in (year - 1, year, year + 1):
                text = str(schedule.get(name, "")).replace("{year}", str(shown))
                offered.append((f"{shown:04d}{schedule.get('period_suffix', '')}", text[:1].upper() + text[1:]))
        offered.sort()
        current = self.obligations.period.currentData() or (offered[len(offered) // 2][0] if offered else "")
        self.obligations.set_periods(offered, str(current))

    @Slot()
    def _list_problems(self) -> None:
        lines = [elsewhere(self.workplace.words, problem) for problem in self.book.problems]
        title = translate("ProgrammePage", "Mistakes of the draft")
        hint = translate(
            "ProgrammePage", "The draft is kept as it is. It can be put in force when none is left; Enter goes to one."
        )
        dialog = ProblemDialog(title, hint, lines, self)
        dialog.wanted.connect(self._go_to_problem)
        dialog.open()

    @Slot(int)
    def _go_to_problem(self, place: int) -> None:
        problem = self.book.problems[place]
        for tab in (self.tasks, self.indicators, self.types, self.outline, self.periods):
            if tab.show_pane(problem.area, problem.key):
                self.tabs.setCurrentWidget(tab)
                return
        if problem.area in _OFFICE_AREAS:
            self.show_argument(problem.key)
        elif problem.area in _DATE_AREAS:
            self.tabs.setCurrentWidget(self.periods)
        elif problem.area == "exemptions":
            self.tabs.setCurrentWidget(self.obligations)

    # The draft as a whole

    @Slot()
    def _ask_drop(self) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(translate("ProgrammePage", "Drop the draft"))
        box.setText(translate("ProgrammePage", "Forget everything that differs from the plan in force?"))
        forget = box.addButton(translate("ProgrammePage", "&Forget it"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        forget.clicked.connect(self.drop)
        box.open()

    @Slot()
    def drop(self) -> None:
        """Forgets the draft."""
        self.run(operations.drop_draft(), self._dropped)

    @Slot(object)
    def _dropped(self, found: object) -> None:
        self.book.load(cast(PlanView, found))
        self.said.emit(Code.OK)

    @Slot()
    def _look(self) -> None:
        self.book.keep_if_typed()
        self.run(operations.preview(raw=self.book.raw), self._ask_issue)

    @Slot(object)
    def _ask_issue(self, effects: object) -> None:
        from storage.plan_effects import Effects

        dialog = IssueDialog(
            cast(Effects, effects),
            self.book.raw,
            reasons=self.book.reasons,
            folder=plan_folder(self.workplace),
            kit=self._kit,
            words=self.workplace.words,
            language=self.workplace.language,
            parent=self,
        )
        dialog.setObjectName("issue_dialog")
        dialog.accepted.connect(self._accepted)
        dialog.open()

    @Slot()
    def _accepted(self) -> None:
        dialog = cast(IssueDialog, self.sender())
        self._issue = (dialog.folder, dialog.reason)
        self.workplace.settings.setValue(FOLDER, str(dialog.folder))
        ask_pin(self.workplace, self, self._put_in_force, failed=self.tell_failure)

    def _put_in_force(self, sticks: Sequence[Path] = (), stick_pin: str = "") -> None:
        folder, why = self._issue
        job = operations.issue(
            raw=self.book.raw, folder=folder, why=why, by=self.workplace.by, sticks=sticks, stick_pin=stick_pin
        )
        self.setEnabled(False)
        handle = self.run(job, self._issued, failed=self._not_issued)
        handle.finished.connect(self._finished)

    @Slot()
    def _finished(self) -> None:
        self.setEnabled(True)

    @Slot(object)
    def _issued(self, _result: object) -> None:
        self.said.emit(Code.OK)
        self.workplace.announcer.announce(ChangeSet(periods=True, registry=True, exchange=True), initiator=self)
        self._begin_anew()

    @Slot(object)
    def _not_issued(self, error: LedgerError) -> None:
        if error.code is Code.TRUST_THRESHOLD:
            self._ask_sticks(int(error.parameters.get("needed", 1)))
            return
        self.tell_failure(error)
        self._begin_anew()  # a full stick stops the kit, not the plan: what is in force is read afresh

    def _begin_anew(self) -> None:
        self.run(operations.show_plan(), self._show_afresh)

    @Slot(object)
    def _show_afresh(self, found: object) -> None:
        view = cast(PlanView, found)
        self._kit = view.kit
        self.book.load(view)

    def _ask_sticks(self, needed: int) -> None:
        from ui.window.enrolment.sticks import SticksDialog

        dialog = SticksDialog(needed, self)
        dialog.accepted.connect(self._with_sticks)
        dialog.open()

    @Slot()
    def _with_sticks(self) -> None:
        from ui.window.enrolment.sticks import SticksDialog

        dialog = cast(SticksDialog, self.sender())
        self._put_in_force(dialog.sticks.folders, dialog.pin.text())
