"""The frame of every dialog that goes step by step: number, title, the step, what is told, progress, and the buttons.

Only the frame. The order of the steps lives in a flow without Qt (``flow.py`` beside each wizard), the writing in
``ui.window.operations``; a wizard overrides the hooks below and decides nothing about buttons' places, closing or help.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Generic, Literal, TypeVar, cast

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from storage.domain.errors import LedgerError
from storage.messages.catalogue import Catalogue
from ui.window.busy_bar import BusyBar
from ui.window.page import set_tone, text_label, title_label
from ui.window.step_area import FRAME, StepArea
from ui.window.tasks import Job, TaskHandle, TaskRunner

translate = QCoreApplication.translate
FlowType = TypeVar("FlowType")
Language = Literal["vi", "en"]
_PATIENCE = 400
"""Milliseconds that a job gets to end by itself before a person is asked about it."""


class StepPage(QWidget, Generic[FlowType]):
    """One step: a title, an explanation, its fields in ``column``, and ``changed`` when something was answered."""

    changed = Signal()
    help_page: ClassVar[str] = ""
    """The manual's topic of this step; empty for that of the wizard."""

    def __init__(self, title: str, explanation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        if explanation:
            self.column.addWidget(text_label(explanation, self))

    def show_flow(self, flow: FlowType) -> None:
        """Draws what is known so far; the wizard calls it each time the step comes to the front."""

    def first_field(self) -> QWidget | None:
        """Where the keyboard begins; None for the button that goes on."""
        return None


class StepWizard(QDialog):
    """Base of the wizards. To be overridden: ``go_on``, ``go_back``, ``enable``, and ``leave`` where closing means more.

    A job of the wizard runs by ``start``; while it runs, the step and the buttons are disabled (``working``) and closing
    first asks, or waits when the job cannot be stopped.
    """

    help_page: ClassVar[str] = "index"
    """The manual's topic for F1 when the step in front names none."""
    letters_wide: ClassVar[int] = 120
    lines_high: ClassVar[int] = 36

    def __init__(
        self, title: str, *, runner: TaskRunner, words: Catalogue, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.runner = runner
        self._words = words
        self._language = language
        self._handle: TaskHandle | None = None
        self._question: QMessageBox | None = None
        self._areas: dict[QWidget, QScrollArea] = {}
        self._leaving = False
        self._done: Callable[[object], None] | None = None
        self._began: tuple[QWidget | None, QWidget | None] = (None, None)
        self.setWindowTitle(title)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self._ask_whether_to_leave)
        QShortcut(QKeySequence("F1"), self).activated.connect(self.show_help)
        self._make_frame()
        self._take_size()

    # Making

    def _make_frame(self) -> None:
        self._number = QLabel(self)
        self._number.setProperty("role", "muted")
        self._number.hide()
        self._title = title_label("", self)
        self._title.setWordWrap(True)
        self._stack = QStackedWidget(self)
        self.told = text_label("", self)
        self.told.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(10)
        column.addWidget(self._number)
        column.addWidget(self._title)
        column.addWidget(self._stack, 1)
        column.addWidget(self.told)
        column.addLayout(self._make_buttons())

    def _make_buttons(self) -> QHBoxLayout:
        """Enter presses the button that goes on, unless the keyboard is on a button that takes Enter itself."""
        self.busy = BusyBar(self.runner, self._words, self)
        self.back = QPushButton(translate("StepWizard", "&Back"), self)
        self.forward = QPushButton(translate("StepWizard", "Ne&xt"), self)
        self.forward.setProperty("role", "primary")
        self.forward.setDefault(True)
        self.cancel = QPushButton(translate("StepWizard", "Close"), self)
        self.back.setAutoDefault(False)
        self.cancel.setAutoDefault(False)
        self.back.clicked.connect(self.go_back)
        self.forward.clicked.connect(self.go_on)
        self.cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.busy, 1)
        row.addStretch(1)
        for button in (self.back, self.forward, self.cancel):
            row.addWidget(button)
        return row

    def _take_size(self) -> None:
        metrics = self.fontMetrics()
        wanted = QSize(metrics.averageCharWidth() * self.letters_wide, metrics.lineSpacing() * self.lines_high)
        self.resize(wanted.boundedTo(self.screen().availableSize() - FRAME))

    def add_page(self, page: StepPage[FlowType], answered: Callable[[], None]) -> None:
        """Takes a step into the frame; ``answered``, a bound slot of the wizard, hears that something was answered.

        A step that is higher than the screen, as with large text, can be scrolled; the buttons below it stay in sight.
        """
        area = StepArea(page, self._stack)
        self._stack.addWidget(area)
        self._areas[page] = area
        page.changed.connect(answered)

    # Hooks

    @Slot()
    def go_on(self) -> None:
        """The next step, or what is missing for it; to be overridden."""

    @Slot()
    def go_back(self) -> None:
        """The step before, no answer lost; to be overridden."""

    def enable(self) -> None:
        """Shows, names and enables the buttons of the step in front; to be extended. Called whenever that may change."""
        self._stack.setEnabled(not self.working)
        self.back.setEnabled(not self.working)
        self.forward.setEnabled(not self.working)

    def leave(self) -> None:
        """What closing means when no job is running; to be overridden where a wizard that is done is accepted instead."""
        super().reject()

    # Steps

    @property
    def front(self) -> StepPage[object]:
        """The step in front."""
        return cast("StepPage[object]", cast(QScrollArea, self._stack.currentWidget()).widget())

    def show_page(self, page: StepPage[FlowType], *, number: int = 0, count: int = 0) -> None:
        """Brings a step to the front; its number is shown when it is above 0."""
        self._stack.setCurrentWidget(self._areas[page])
        self._title.setText(page.title)
        self.show_number(number, count)
        self.tell("")
        self.enable()

    def show_number(self, number: int, count: int) -> None:
        """Step ``number`` of ``count``; nothing for 0."""
        text = translate("StepWizard", "Step {number} of {count}").format(number=number, count=count)
        self._number.setText(text if number else "")
        self._number.setVisible(bool(number))

    def focus_step(self) -> None:
        """The keyboard begins where the step in front says."""
        (self.front.first_field() or self.forward).setFocus()

    # Jobs

    @property
    def working(self) -> bool:
        """Whether a job of this wizard is running."""
        return self._handle is not None

    def start(self, job: Job, done: Callable[[object], None], *, cancellable: bool = False) -> None:
        """Runs a job of this wizard, one at a time; its failure is told with the next step. ``done`` is a bound slot."""
        self.tell("")
        self._done, self._began = done, (self.front, self.focusWidget())
        self._handle = self.runner.start(job, succeeded=self._succeeded, failed=self._failed, cancellable=cancellable)
        self._handle.cancelled.connect(self._settle)
        self.enable()

    @Slot(object)
    def _succeeded(self, result: object) -> None:
        """Whoever wanted to leave sees first what came after all."""
        self._handle, self._leaving = None, False
        if self._done is not None:
            self._done(result)
        if not self.working:
            self._settle()

    @Slot(object)
    def _failed(self, error: LedgerError) -> None:
        self.refuse(error)
        self._settle()

    @Slot()
    def _settle(self) -> None:
        """The keyboard goes on where it was, or where the next step begins: a disabled field has lost it."""
        self._handle = None
        (page, focused), self._began = self._began, (None, None)
        self.enable()
        if self._question is not None:
            self._question.reject()
        if self._leaving:
            self.leave()
        elif focused is not None and page is self.front and focused.isEnabled():
            focused.setFocus()
        else:
            self.focus_step()

    # Telling

    def tell(self, sentence: str, tone: str = "") -> None:
        """A sentence above the buttons; ``tone`` as ``ui.window.page.set_tone``. An empty one hides the line."""
        self.told.setText(sentence)
        set_tone(self.told, tone)
        self.told.setVisible(bool(sentence))

    @Slot(object)
    def refuse(self, error: LedgerError) -> None:
        """An expected failure, with its next step."""
        words = self._words
        self.tell(f"{words.sentence(error.code, error.parameters)} {words.next_step(error.code, error.parameters)}", "bad")

    @Slot()
    def show_help(self) -> None:
        """The manual's page about the step in front; it stays usable beside this dialog and closes with it."""
        from ui.window.manual import ManualWindow

        ManualWindow.open_for(self, language=self._language, topic=self.front.help_page or self.help_page)

    # Closing

    def reject(self) -> None:
        """Never in the midst of a job: one that can be stopped is asked about, one that cannot is waited for."""
        if self._handle is None:
            self.leave()
        elif self._handle.cancellable:
            self._patience.start()
        else:
            self.tell(translate("StepWizard", "This cannot be stopped now. Please wait until it is finished."), "warn")

    def done(self, result: int) -> None:
        """As ``reject`` while a job runs."""
        if self.working:
            self.reject()
            return
        self._patience.stop()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """As Escape."""
        event.ignore()
        self.reject()

    @Slot()
    def _ask_whether_to_leave(self) -> None:
        if not self.working:
            self.leave()
            return
        if self._question is not None:
            return
        box = QMessageBox(
            QMessageBox.Icon.Question,
            translate("StepWizard", "Work is still going on"),
            translate("StepWizard", "A job is still running. Stop it and close this window? Nothing is left half done."),
            QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No,
            self,
        )
        box.setDefaultButton(QMessageBox.StandardButton.No)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._leave_answered)
        self._question = box
        box.open()

    @Slot(int)
    def _leave_answered(self, answer: int) -> None:
        self._question = None
        if answer == QMessageBox.StandardButton.Yes.value and self._handle is not None:
            self._leaving = True
            self._handle.cancel()
