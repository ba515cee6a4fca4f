"""The wizard that makes a centre: draws the flow's steps and starts the jobs; decides nothing that the flow decides."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from storage.messages.catalogue import Catalogue
from ui.window.centre_setup.document_pages import CentreOfficesPage, CentreProgrammePage, DocumentPage
from ui.window.centre_setup.flow import STEPS, CentreFlow, Missing, OfficesChoice, ProgrammeChoice, Step
from ui.window.centre_setup.key_pages import CentreNamePage, RootSticksPage
from ui.window.centre_setup.result_pages import AppointmentLetterPage, CentreRecoveryPage, FirstKitPage
from ui.window.first_start.answer_pages import PinPage
from ui.window.operations import centre_setup as operations
from ui.window.operations.centre_setup import CentreMade, FirstKit, Place, Refused, Stick
from ui.window.step_wizard import StepPage, StepWizard
from ui.window.tasks import TaskRunner

translate = QCoreApplication.translate


class CentreSetupWizard(StepWizard):
    """Accepted when there is a centre to be opened; rejected, also by Back on its first step, when nothing was made."""

    help_page = "centre_setup"

    def __init__(self, place: Place, *, runner: TaskRunner, words: Catalogue, parent: QWidget | None = None) -> None:
        title = translate("CentreSetupWizard", "Sổ Hoạt Động: setting up the centre")
        super().__init__(title, runner=runner, words=words, language=place.language, parent=parent)
        self.place = place
        self.flow = CentreFlow()
        self._made: CentreMade | None = None
        self.pages = self._make_pages()
        for page in self.pages.values():
            self.add_page(page, self._answered)
        self._move(self.flow)
        self.take_programme(None)

    # Making

    def _make_pages(self) -> dict[Step, StepPage[Any]]:
        self.programme, self.offices = CentreProgrammePage(self), CentreOfficesPage(self)
        self.centre, self.sticks, self.pin = CentreNamePage(self), RootSticksPage(self), PinPage(self)
        self.recovery, self.letter = CentreRecoveryPage(self._words, self), AppointmentLetterPage(self)
        self.kit = FirstKitPage(self)
        self.programme.wanted.connect(self.take_programme)
        self.programme.template_wanted.connect(self._write_programme)
        self.offices.wanted.connect(self.take_offices)
        self.offices.template_wanted.connect(self._write_offices)
        self.sticks.stick_wanted.connect(self.look_at_stick)
        self.letter.write_wanted.connect(self.write_letter)
        self.kit.write_wanted.connect(self.write_kit)
        pages = (self.programme, self.offices, self.centre, self.sticks, self.pin, self.recovery, self.letter, self.kit)
        return dict(zip(STEPS, pages, strict=True))

    # Steps

    @Slot()
    def go_on(self) -> None:
        """The next step, or what makes it possible."""
        if self.working:
            return
        if self.flow.missing is not Missing.NOTHING:
            self.tell(self._sentence(self.flow.missing), "bad")
        elif self.flow.may_finish:
            self.accept()
        elif self.flow.sets_up:
            self.start(operations.make_centre(answers=self.flow.answers, place=self.place), self._centre_made)
        else:
            self._move(self.flow.next())
            if self.flow.step is Step.OFFICES and self.flow.answers.offices is None:
                self.take_offices(None)

    @Slot()
    def go_back(self) -> None:
        """The step before; from the first one back to the choice of the role."""
        if self.working:
            return
        if self.flow.step is STEPS[0]:
            self.reject()
        else:
            self._move(self.flow.back())

    def _move(self, flow: CentreFlow) -> None:
        self.flow = flow
        page = self.pages[flow.step]
        page.show_flow(flow)
        self.show_page(page, number=flow.number, count=len(STEPS))
        self.focus_step()

    def enable(self) -> None:
        super().enable()
        flow = self.flow
        self.back.setVisible(flow.may_go_back)
        self.cancel.setVisible(not flow.made)
        self.forward.setEnabled(not self.working and (flow.step is not Step.RECOVERY or flow.code_is_kept))
        names = {True: translate("CentreSetupWizard", "&Set up"), False: translate("CentreSetupWizard", "Ne&xt")}
        self.forward.setText(translate("CentreSetupWizard", "B&egin") if flow.may_finish else names[flow.sets_up])

    @Slot()
    def _answered(self) -> None:
        """Takes over what the page in front says."""
        step, flow = self.flow.step, self.flow
        if step is Step.CENTRE:
            self.flow = flow.with_centre(self.centre.centre)
        elif step is Step.STICKS:
            page = self.sticks
            self.flow = flow.with_sticks(page.keeping, page.sticks, page.outside, risk_taken=page.risk.isChecked())
        elif step is Step.PIN:
            self.flow = flow.with_pin(self.pin.pin.text(), self.pin.again.text())
        elif step is Step.RECOVERY:
            self.flow = flow.with_code_kept(self.recovery.kept.isChecked())
        self.tell("")
        self.enable()

    # Documents

    @Slot(object)
    def take_programme(self, path: object) -> None:
        """Reads a programme; None for the built-in one."""
        self.start(operations.take_programme(path=cast("Path | None", path)), self._programme_read)

    @Slot(object)
    def _programme_read(self, read: object) -> None:
        if not self._tell_mistakes(self.programme, read):
            self.flow = self.flow.with_programme(cast(ProgrammeChoice, read))
            self.programme.show_flow(self.flow)

    @Slot(object)
    def take_offices(self, path: object) -> None:
        """Reads a register; None for the built-in one."""
        programme = self.flow.answers.programme
        if programme is not None:
            job = operations.take_offices(path=cast("Path | None", path), programme=programme, place=self.place)
            self.start(job, self._offices_read)

    @Slot(object)
    def _offices_read(self, read: object) -> None:
        if not self._tell_mistakes(self.offices, read):
            self.flow = self.flow.with_offices(cast(OfficesChoice, read))
            self.offices.show_flow(self.flow)

    def _tell_mistakes(self, page: DocumentPage, read: object) -> bool:
        """Lists the mistakes of a refused workbook; what was taken before stays."""
        page.show_problems([])
        if not isinstance(read, Refused):
            return False
        words = self._words
        page.show_problems([f"{one.place}: {words.sentence(one.error.code, one.error.parameters)}" for one in read.problems])
        text = translate("CentreSetupWizard", "{file} was not taken: mend the lines listed and open it again.")
        self.tell(text.format(file=read.path.name), "bad")
        return True

    @Slot(object)
    def _write_programme(self, target: object) -> None:
        self.start(operations.write_builtin(target=cast(Path, target), offices=False, place=self.place), self._written)

    @Slot(object)
    def _write_offices(self, target: object) -> None:
        self.start(operations.write_builtin(target=cast(Path, target), offices=True, place=self.place), self._written)

    @Slot(object)
    def _written(self, path: object) -> None:
        self.tell(translate("CentreSetupWizard", "Written: {file}").format(file=path), "good")

    # Keys and papers

    @Slot(int, object)
    def look_at_stick(self, number: int, folder: object) -> None:
        """Looks whether a folder will do for stick ``number``."""
        self.start(operations.look_at_stick(number=number, folder=cast(Path, folder)), self._stick_seen)

    @Slot(object)
    def _stick_seen(self, seen: object) -> None:
        stick = cast(Stick, seen)
        self.sticks.show_stick(stick.number, stick.folder, outside=stick.outside)
        self.tell(self.sticks.sentence(self.flow.missing), "warn")

    @Slot(object)
    def _centre_made(self, made: object) -> None:
        self._made = cast(CentreMade, made)
        self.recovery.show_made(self._made)
        self.letter.show_made(self._made)
        self.kit.show_made(self._made, self.place.folders.data)
        self._move(self.flow.with_result())

    @Slot(object)
    def write_letter(self, folder: object) -> None:
        """Writes the letter into a folder."""
        if self._made is not None:
            job = operations.write_letter(
                folder=cast(Path, folder),
                centre=self.flow.answers.centre,
                fingerprint=self._made.fingerprint,
                place=self.place,
            )
            self.start(job, self._letter_written)

    @Slot(object)
    def _letter_written(self, path: object) -> None:
        self.letter.show_written(cast(Path, path))

    @Slot(object)
    def write_kit(self, folder: object) -> None:
        """Writes the first kit into a folder; the sticks sign it."""
        if self._made is not None:
            sticks = [path.parent for path in self._made.root_files]
            pin = self.flow.answers.pin
            job = operations.write_first_kit(folder=cast(Path, folder), sticks=sticks, pin=pin, place=self.place)
            self.start(job, self._kit_written)

    @Slot(object)
    def _kit_written(self, kit: object) -> None:
        self.kit.show_kit(cast(FirstKit, kit))

    # Telling and closing

    def _sentence(self, missing: Missing) -> str:
        return self.sticks.sentence(missing) or {
            Missing.PROGRAMME: translate("CentreSetupWizard", "Choose a plan first."),
            Missing.OFFICES: translate("CentreSetupWizard", "Choose the list of offices first."),
            Missing.NAME: translate("CentreSetupWizard", "Choose the office, and give it a name."),
            Missing.TELEPHONE: translate("CentreSetupWizard", "A telephone number has digits, spaces, brackets, + and - only."),
            Missing.ORGANISATION: translate(
                "CentreSetupWizard", "The organisation mark has small letters and digits, with at least one dot between."
            ),
            Missing.PIN_SHORT: translate("CentreSetupWizard", "The PIN needs at least 6 digits or letters."),
            Missing.PIN_DIFFERS: translate("CentreSetupWizard", "The two PINs are not the same. Type them again."),
            Missing.RECOVERY: translate("CentreSetupWizard", "Keep the recovery code on paper first, and tick that you have."),
        }.get(missing, "")

    def leave(self) -> None:
        """Closing after the centre was made is the same as beginning; not before the code, shown only now, is on paper."""
        if self.flow.made and not self.flow.code_is_kept:
            self.tell(self._sentence(Missing.RECOVERY), "warn")
        elif self.flow.made:
            self.accept()
        else:
            super().leave()
