"""The window of the first start: draws the flow's steps, starts the jobs, and goes back and forth by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal, cast

from PySide6.QtCore import QCoreApplication, QSize, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from storage.domain.errors import LedgerError
from storage.domain.identifiers import Clock, Identifiers
from storage.folders import Folders
from storage.messages.catalogue import Catalogue
from ui.window.busy_bar import BusyBar
from ui.window.first_start.answer_pages import FingerprintPage, OfficePage, PinPage
from ui.window.first_start.flow import Flow, KitSummary, Missing, Step, Way
from ui.window.first_start.pages import CentrePage, DemonstrationPage, KitPage, RolePage, StepPage
from ui.window.first_start.result_page import ResultPage
from ui.window.operations import first_start as operations
from ui.window.page import set_tone, text_label, title_label
from ui.window.tasks import Job, TaskRunner

translate = QCoreApplication.translate
_SIZE = QSize(820, 640)
_SETUP_COMMAND = "sohoatdong-cli setup --role centre"


class FirstStartWizard(QDialog):
    """Accepted when there is an office to be opened: its folders are ``folders``, also after a demonstration."""

    def __init__(
        self,
        folders: Folders,
        *,
        clock: Clock,
        identifiers: Identifiers,
        language: Literal["vi", "en"],
        files: list[Path] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.folders = folders
        self.flow = Flow()
        self._clock = clock
        self._identifiers = identifiers
        self._language: Literal["vi", "en"] = language
        self._words = Catalogue.load(language)
        self.runner = TaskRunner(None, self)
        self.setWindowTitle(translate("FirstStartWizard", "Sổ Hoạt Động: first start"))
        self.pages: dict[Step, StepPage] = self._make_pages()
        self._stack = QStackedWidget(self)
        for page in self.pages.values():
            self._stack.addWidget(page)
            page.changed.connect(self._answered)
        self._make_frame()
        self.runner.busy_changed.connect(self._busy_changed)
        self._draw()
        if files:
            self._look_into(files[0])
        self.resize(_SIZE)

    # Making

    def _make_pages(self) -> dict[Step, StepPage]:
        self.role, self.kit = RolePage(self), KitPage(self)
        self.fingerprint, self.office, self.pin = FingerprintPage(self._words, self), OfficePage(self), PinPage(self)
        self.outcome = ResultPage(self._words, self._language, self)
        self.demonstration = DemonstrationPage(self._demonstration_folder, self)
        self.kit.chosen.connect(self._look_into)
        self.outcome.save_wanted.connect(self._write_request)
        self.demonstration.wanted.connect(self._demonstrate)
        return {
            Step.ROLE: self.role,
            Step.CENTRE: CentrePage(_SETUP_COMMAND, self),
            Step.DEMONSTRATION: self.demonstration,
            Step.KIT: self.kit,
            Step.FINGERPRINT: self.fingerprint,
            Step.OFFICE: self.office,
            Step.PIN: self.pin,
            Step.RESULT: self.outcome,
        }

    def _make_frame(self) -> None:
        self._number = QLabel(self)
        self._number.setProperty("role", "muted")
        self._title = title_label("", self)
        self._title.setWordWrap(True)
        self.told = text_label("", self)
        set_tone(self.told, "bad")
        self.busy = BusyBar(self.runner, self._words, self)
        self.back = QPushButton(translate("FirstStartWizard", "&Back"), self)
        self.forward = QPushButton(translate("FirstStartWizard", "Ne&xt"), self)
        self.forward.setProperty("role", "primary")
        self.forward.setDefault(True)
        self.cancel = QPushButton(translate("FirstStartWizard", "Close"), self)
        self.back.setAutoDefault(False)
        self.cancel.setAutoDefault(False)
        self.back.clicked.connect(self.go_back)
        self.forward.clicked.connect(self.go_on)
        self.cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.busy, 1)
        buttons.addStretch(1)
        for button in (self.back, self.forward, self.cancel):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(10)
        column.addWidget(self._number)
        column.addWidget(self._title)
        column.addWidget(self._stack, 1)
        column.addWidget(self.told)
        column.addLayout(buttons)

    @property
    def _demonstration_folder(self) -> Path:
        return self.folders.data.with_name(f"{self.folders.data.name}-demonstration")

    # Steps

    @Slot()
    def go_on(self) -> None:
        """The next step, or what makes it possible."""
        if self.runner.busy:
            return
        if self.flow.may_finish:
            self.accept()
            return
        if self.flow.missing is not Missing.NOTHING:
            self._tell(self._sentence(self.flow.missing))
            return
        if self.flow.sets_up:
            self._set_up()
            return
        self._move(self.flow.next())

    @Slot()
    def go_back(self) -> None:
        """The step before; nothing of what was answered is lost."""
        if not self.runner.busy:
            self._move(self.flow.back())

    def _move(self, flow: Flow) -> None:
        self.flow = flow
        self._draw()
        field = self.pages[flow.step].first_field()
        if field is not None:
            field.setFocus()

    def _draw(self) -> None:
        page = self.pages[self.flow.step]
        page.show_flow(self.flow)
        self._stack.setCurrentWidget(page)
        self._title.setText(page.title)
        steps = translate("FirstStartWizard", "Step {number} of {count}")
        self._number.setText(steps.format(number=self.flow.number, count=len(self.flow.steps)))
        self._tell("")
        self._enable()

    def _enable(self) -> None:
        busy, flow = self.runner.busy, self.flow
        self.back.setVisible(flow.may_go_back)
        self.back.setEnabled(not busy)
        self.cancel.setVisible(not flow.may_finish)
        self.forward.setVisible(flow.step not in (Step.CENTRE, Step.DEMONSTRATION))
        self.forward.setEnabled(not busy and (not flow.may_finish or self.outcome.code_is_kept))
        self.demonstration.start.setEnabled(not busy)
        names = {True: translate("FirstStartWizard", "&Set up"), False: translate("FirstStartWizard", "Ne&xt")}
        self.forward.setText(translate("FirstStartWizard", "&Begin") if flow.may_finish else names[flow.sets_up])

    @Slot()
    def _answered(self) -> None:
        """Takes over what the page in front says."""
        step, flow = self.flow.step, self.flow
        if step is Step.ROLE:
            self.flow = flow.with_way(self.role.way)
            self._number.setText("" if self.role.way is not Way.OFFICE else self._number.text())
        elif step is Step.FINGERPRINT:
            flow = flow.with_fingerprint(self.fingerprint.digits.text(), right=self.fingerprint.right)
            self.flow = flow.with_no_letter(self.fingerprint.no_letter.isChecked())
        elif step is Step.OFFICE:
            self.flow = flow.with_office(self.office.office)
        elif step is Step.PIN:
            self.flow = flow.with_pin(self.pin.pin.text(), self.pin.again.text())
        self._tell("")
        self._enable()

    # Jobs

    def _start(self, job: Job, done: Callable[[object], None], *, cancellable: bool = False) -> None:
        self._tell("")
        self.runner.start(job, succeeded=done, failed=self._refused, cancellable=cancellable)

    @Slot(object)
    def _look_into(self, path: object) -> None:
        job = operations.look_into_kit(path=cast(Path, path), folders=self.folders, language=self._language)
        self._start(job, self._kit_read)

    @Slot(object)
    def _kit_read(self, kit: object) -> None:
        self.flow = self.flow.with_kit(cast(KitSummary, kit))
        self.kit.show_kit(cast(KitSummary, kit))
        self._enable()

    def _set_up(self) -> None:
        answers = self.flow.answers
        assert answers.kit is not None  # noqa: S101 - the flow does not come here without
        job = operations.set_up(
            folders=self.folders,
            clock=self._clock,
            identifiers=self._identifiers,
            kit=answers.kit.path,
            office=answers.office,
            fingerprint=answers.typed if answers.fingerprint_right else "",
            pin=answers.pin,
        )
        self._start(job, self._made)

    @Slot(object)
    def _made(self, made: object) -> None:
        self.outcome.show_made(cast(operations.OfficeMade, made))
        self._move(self.flow.with_result())

    @Slot(object)
    def _write_request(self, folder: object) -> None:
        job = operations.write_first_request(
            folders=self.folders,
            clock=self._clock,
            identifiers=self._identifiers,
            pin=self.flow.answers.pin,
            target=cast(Path, folder),
            language=self._language,
        )
        self._start(job, self._request_written)

    @Slot(object)
    def _request_written(self, request: object) -> None:
        self.outcome.show_request(cast(operations.Request, request))

    @Slot()
    def _demonstrate(self) -> None:
        job = operations.demonstrate(folder=self._demonstration_folder, language=self._language)
        self._start(job, self._demonstrated, cancellable=True)

    @Slot(object)
    def _demonstrated(self, result: object) -> None:
        self.folders = cast(operations.Demonstrated, result).office
        self.accept()

    # Telling

    @Slot(bool)
    def _busy_changed(self, _: bool) -> None:
        self._enable()

    @Slot(object)
    def _refused(self, error: LedgerError) -> None:
        words = self._words
        self._tell(f"{words.sentence(error.code, error.parameters)} {words.next_step(error.code, error.parameters)}")

    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))

    @staticmethod
    def _sentence(missing: Missing) -> str:
        return {
            Missing.KIT: translate("FirstStartWizard", "Choose the kit file first."),
            Missing.FINGERPRINT: translate("FirstStartWizard", "Type the 24 digits of the letter, or tick that you have none."),
            Missing.OFFICE: translate("FirstStartWizard", "Choose your office in the list."),
            Missing.PIN_SHORT: translate("FirstStartWizard", "The PIN needs at least 6 digits or letters."),
            Missing.PIN_DIFFERS: translate("FirstStartWizard", "The two PINs are not the same. Type them again."),
        }.get(missing, "")

    # Closing

    def done(self, result: int) -> None:
        """Never while a job runs: it is asked to stop, and its end is waited for."""
        if self.runner.busy:
            self.runner.cancel_all()
            return
        self.runner.shut_down()
        super().done(result)

    def reject(self) -> None:
        """Closing after the office was made is the same as beginning."""
        if self.flow.may_finish:
            self.accept()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """As ``reject``."""
        event.ignore()
        self.reject()
