"""The window of the first start: draws the flow's steps, starts the jobs, and goes back and forth by keyboard alone."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, cast

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from storage.domain.identifiers import Clock, Identifiers
from storage.folders import Folders
from storage.messages.catalogue import Catalogue
from ui.window.first_start.answer_pages import FingerprintPage, OfficePage, PinPage
from ui.window.first_start.flow import Flow, KitSummary, Missing, Step, Way
from ui.window.first_start.pages import DemonstrationPage, KitPage, RolePage
from ui.window.first_start.result_page import ResultPage
from ui.window.operations import first_start as operations
from ui.window.step_wizard import StepPage, StepWizard
from ui.window.tasks import TaskRunner

translate = QCoreApplication.translate


class FirstStartWizard(StepWizard):
    """Accepted when there is an office or a centre to be opened: its folders are ``folders``, also after a demonstration."""

    help_page = "first_start"

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
        super().__init__(
            translate("FirstStartWizard", "Sổ Hoạt Động: first start"),
            runner=TaskRunner(None),
            words=Catalogue.load(language),
            language=language,
            parent=parent,
        )
        self.runner.setParent(self)
        self.folders = folders
        self.flow = Flow()
        self._clock = clock
        self._identifiers = identifiers
        self.pages: dict[Step, StepPage[Flow]] = self._make_pages()
        for page in self.pages.values():
            self.add_page(page, self._answered)
        self._move(self.flow)
        if files:
            self._look_into(files[0])

    # Making

    def _make_pages(self) -> dict[Step, StepPage[Flow]]:
        self.role, self.kit = RolePage(self), KitPage(self)
        self.fingerprint, self.office, self.pin = FingerprintPage(self._words, self), OfficePage(self), PinPage(self)
        self.outcome = ResultPage(self._words, self._language, self)
        self.demonstration = DemonstrationPage(self._demonstration_folder, self)
        self.role.backup_chosen.connect(self.restore)
        self.kit.chosen.connect(self._look_into)
        self.outcome.save_wanted.connect(self._write_request)
        self.demonstration.wanted.connect(self._demonstrate)
        return {
            Step.ROLE: self.role,
            Step.DEMONSTRATION: self.demonstration,
            Step.KIT: self.kit,
            Step.FINGERPRINT: self.fingerprint,
            Step.OFFICE: self.office,
            Step.PIN: self.pin,
            Step.RESULT: self.outcome,
        }

    @property
    def _demonstration_folder(self) -> Path:
        return self.folders.data.with_name(f"{self.folders.data.name}-demonstration")

    # Steps

    @Slot()
    def go_on(self) -> None:
        """The next step, or what makes it possible."""
        if self.working:
            return
        if self.flow.may_finish:
            self.accept()
        elif self.flow.step is Step.ROLE and self.flow.answers.way is Way.CENTRE:
            self._set_up_centre()
        elif self.flow.missing is not Missing.NOTHING:
            self.tell(self._sentence(self.flow.missing), "bad")
        elif self.flow.sets_up:
            self._set_up()
        else:
            self._move(self.flow.next())

    @Slot()
    def go_back(self) -> None:
        """The step before; nothing of what was answered is lost."""
        if not self.working:
            self._move(self.flow.back())

    def _move(self, flow: Flow) -> None:
        self.flow = flow
        self._draw()
        self.focus_step()

    def _draw(self) -> None:
        page = self.pages[self.flow.step]
        page.show_flow(self.flow)
        number, count = self._place
        self.show_page(page, number=number, count=count)

    @property
    def _place(self) -> tuple[int, int]:
        """Number and count of the steps; the centre counts its own."""
        return (0, 0) if self.flow.answers.way is Way.CENTRE else (self.flow.number, len(self.flow.steps))

    def enable(self) -> None:
        super().enable()
        flow = self.flow
        self.back.setVisible(flow.may_go_back)
        self.cancel.setVisible(not flow.may_finish)
        self.forward.setVisible(flow.step is not Step.DEMONSTRATION)
        self.forward.setEnabled(not self.working and (not flow.may_finish or self.outcome.code_is_kept))
        names = {True: translate("FirstStartWizard", "&Set up"), False: translate("FirstStartWizard", "Ne&xt")}
        self.forward.setText(translate("FirstStartWizard", "&Begin") if flow.may_finish else names[flow.sets_up])

    @Slot()
    def _answered(self) -> None:
        """Takes over what the page in front says."""
        step, flow = self.flow.step, self.flow
        if step is Step.ROLE:
            self.flow = flow.with_way(self.role.way)
            self.show_number(*self._place)
        elif step is Step.FINGERPRINT:
            flow = flow.with_fingerprint(self.fingerprint.digits.text(), right=self.fingerprint.right)
            self.flow = flow.with_no_letter(self.fingerprint.no_letter.isChecked())
        elif step is Step.OFFICE:
            self.flow = flow.with_office(self.office.office)
        elif step is Step.PIN:
            self.flow = flow.with_pin(self.pin.pin.text(), self.pin.again.text())
        self.tell("")
        self.enable()

    # Jobs

    @Slot(object)
    def restore(self, path: object) -> None:
        """Makes the ledger from a backup; the main window then says that this is another PC, and where new keys are made."""
        if not self.working:
            job = operations.restore_backup(folders=self.folders, source=cast(Path, path), clock=self._clock)
            self.start(job, self._restored)

    @Slot(object)
    def _restored(self, _: object) -> None:
        self.accept()

    @Slot(object)
    def _look_into(self, path: object) -> None:
        job = operations.look_into_kit(path=cast(Path, path), folders=self.folders, language=self._language)
        self.start(job, self._kit_read)

    @Slot(object)
    def _kit_read(self, kit: object) -> None:
        self.flow = self.flow.with_kit(cast(KitSummary, kit))
        self.kit.show_kit(cast(KitSummary, kit))
        self.enable()

    def _set_up_centre(self) -> None:
        """Goes on with the centre's own steps, in a window over this one; left without a centre, this one is there again."""
        from ui.window.centre_setup.wizard import CentreSetupWizard
        from ui.window.operations.centre_setup import Place

        place = Place(self.folders, self._clock, self._identifiers, self._language)
        self.centre = CentreSetupWizard(place, runner=self.runner, words=self._words, parent=self)
        self.centre.accepted.connect(self.accept)
        self.centre.open()

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
        self.start(job, self._made)

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
        self.start(job, self._request_written)

    @Slot(object)
    def _request_written(self, request: object) -> None:
        self.outcome.show_request(cast(operations.Request, request))

    @Slot()
    def _demonstrate(self) -> None:
        job = operations.demonstrate(folder=self._demonstration_folder, language=self._language)
        self.start(job, self._demonstrated, cancellable=True)

    @Slot(object)
    def _demonstrated(self, result: object) -> None:
        self.folders = cast(operations.Demonstrated, result).office
        self.accept()

    # Telling

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

    def leave(self) -> None:
        """Closing after the office was made is the same as beginning; not before the code, shown only now, is on paper."""
        if self.flow.may_finish and not self.outcome.code_is_kept:
            self.tell(translate("FirstStartWizard", "Keep the recovery code on paper first, and tick that you have."), "warn")
        elif self.flow.may_finish:
            self.accept()
        else:
            super().leave()

    def done(self, result: int) -> None:
        """The worker ends with the window."""
        if not self.working:
            self.runner.shut_down()
        super().done(result)
