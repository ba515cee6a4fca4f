"""The page on which a bundle is sealed, written, compared and handed over, with the list of all bundles below."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QDir, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from storage.domain.changes import ChangeSet
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from ui.window.drives import Drive
from ui.window.folder_dialog import ask_folder
from ui.window.hand_over.custody_table import CustodyTable
from ui.window.hand_over.flow import DEFAULT_BUDGET, HandOver, Step
from ui.window.hand_over.mail import mail_url
from ui.window.hand_over.place_step import PlaceStep
from ui.window.hand_over.view import HandOverView
from ui.window.hand_over.work_steps import DoneStep, WritingStep
from ui.window.operations import hand_over as operations
from ui.window.page import Page, heading_label, title_label
from ui.window.papers import ask_to_print
from ui.window.pin import ask_pin
from ui.window.tasks import TaskHandle
from ui.window.workplace import Workplace

if TYPE_CHECKING:
    from export.documents.paper_sheet import PaperSheet
    from export.exchange.sealing import Seal

translate = QCoreApplication.translate
_BUDGET = "mail_budget_mib"
"""Kept by the page of settings as well."""


class HandOverPage(Page):
    """The steps follow ``HandOver``; nothing is called done before the file was read back from the medium."""

    watches = ChangeSet(activities=True, periods=True, exchange=True)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.flow = HandOver()
        self._handle: TaskHandle | None = None
        self.place = PlaceStep(workplace.words, self)
        self.writing = WritingStep(workplace.words, self)
        self.done = DoneStep(workplace.words, self)
        self.custody = CustodyTable(workplace.words, self)
        self._make_content()
        self._connect()
        folder = str(workplace.settings.value("folders/bundles", ""))
        self.place.show_folder(Path(folder) if folder else None)
        self._show_step()

    def refresh(self) -> None:
        """Reads custody and what waits, looks for sticks, and follows the size of a part in the settings."""
        kept = str(self.workplace.settings.value(_BUDGET, ""))
        self.place.show_budget(int(kept) if kept.isdecimal() else DEFAULT_BUDGET)
        self.run(operations.show_hand_over(language=self.workplace.language), self._show)
        self.look_for_drives()

    @Slot()
    def look_for_drives(self) -> None:
        """Sticks come and go; asked for when the page is shown and by the button."""
        self.run(operations.list_drives(), self._show_drives)

    # Building

    def _make_content(self) -> None:
        self._steps = QLabel(self)
        self._steps.setProperty("role", "muted")
        self._stack = QStackedWidget(self)
        for widget in (self.place, self.writing, self.done):
            self._stack.addWidget(widget)
        self.mark = QPushButton(translate("HandOverPage", "Mark as handed o&ver"), self)
        self.show_folder = QPushButton(translate("HandOverPage", "Show the f&ile"), self)
        foot = QHBoxLayout()
        foot.addWidget(heading_label(translate("HandOverPage", "Sealed bundles"), self), 1)
        foot.addWidget(self.show_folder)
        foot.addWidget(self.mark)
        head = QHBoxLayout()
        head.addWidget(title_label(translate("HandOverPage", "Hand over"), self))
        head.addStretch(1)
        head.addWidget(self._steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._stack)
        column.addLayout(foot)
        column.addWidget(self.custody, 1)

    def _connect(self) -> None:
        self.place.drives_wanted.connect(self.look_for_drives)
        self.place.folder_wanted.connect(self._ask_folder)
        self.place.period_wanted.connect(self._to_period)
        self.place.start_wanted.connect(self.start)
        self.writing.stop_wanted.connect(self._stop)
        self.done.sheet_wanted.connect(self._ask_sheet)
        self.done.print_wanted.connect(self.print_sheets)
        self.done.folder_wanted.connect(self._open_folder)
        self.done.mail_wanted.connect(self._open_mail)
        self.done.handed_over_wanted.connect(self._all_handed_over)
        self.done.again_wanted.connect(self._again)
        self.mark.clicked.connect(self._mark_chosen)
        self.show_folder.clicked.connect(self._show_chosen)
        self.custody.itemSelectionChanged.connect(self._selection_changed)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Refresh), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.refresh)
        self._selection_changed()

    # Showing

    @Slot(object)
    def _show(self, found: object) -> None:
        view = cast(HandOverView, found)
        self.place.show_outgoing(view.outgoing)
        self.custody.show_lines(view.custody)

    @Slot(object)
    def _show_drives(self, found: object) -> None:
        self.place.show_drives(cast("list[Drive]", found))

    def _show_step(self) -> None:
        self._stack.setCurrentIndex(int(self.flow.step))
        names = (
            translate("HandOverPage", "1  Where to"),
            translate("HandOverPage", "2  Write and compare"),
            translate("HandOverPage", "3  Hand over"),
        )
        shown = [f"▸ {name}" if number == self.flow.step else name for number, name in enumerate(names)]
        self._steps.setText("      ".join(shown))
        # A page of a stack is as high as the highest: those not shown ask for nothing.
        for number, widget in enumerate((self.place, self.writing, self.done)):
            policy = QSizePolicy.Policy.Preferred if number == self.flow.step else QSizePolicy.Policy.Ignored
            widget.setSizePolicy(QSizePolicy.Policy.Preferred, policy)

    # Sealing

    @Slot()
    def start(self) -> None:
        """Asks for the PIN when the keys are locked, then seals."""
        self.flow = self.place.chosen(self.flow)
        if self.flow.may_start:
            self.workplace.settings.setValue(_BUDGET, self.flow.budget)
            ask_pin(self.workplace, self, self._seal, failed=self.tell_failure)

    def _seal(self) -> None:
        flow = self.flow
        if not flow.may_start or flow.folder is None:
            return
        self.flow = flow.begun()
        self.writing.begin()
        self._show_step()
        job = operations.seal(folder=flow.folder, budget_mib=flow.budget_mib, everything=flow.everything, note=flow.note)
        self._handle = self.run(job, self._sealed, failed=self._not_sealed, cancellable=True)
        self._handle.progressed.connect(self._progressed)
        self._handle.cancelled.connect(self._cancelled)

    @Slot(object)
    def _progressed(self, progress: object) -> None:
        self.writing.show_progress(progress)  # type: ignore[arg-type]

    @Slot(object)
    def _sealed(self, result: object) -> None:
        seal = cast("Seal", result)
        self._handle = None
        self.flow = self.flow.finished(seal)
        self.done.show_seal(self.flow, seal, self.workplace.language)
        self._show_step()
        self.done.sheet.setFocus()
        self._changed_exchange()

    @Slot(object)
    def _not_sealed(self, error: object) -> None:
        self._back_to_place()
        self.tell_failure(cast(LedgerError, error))

    @Slot()
    def _cancelled(self) -> None:
        self._back_to_place()
        self.said.emit(Code.CANCELLED)

    def _back_to_place(self) -> None:
        """Parts finished before the stop are complete in themselves and stand in the list."""
        self._handle = None
        self.flow = self.flow.stopped()
        self._show_step()
        self.refresh()

    @Slot()
    def _stop(self) -> None:
        if self._handle is not None:
            self._handle.cancel()
            self.writing.stop.setEnabled(False)

    @Slot()
    def _again(self) -> None:
        self.flow = self.flow.again()
        self.place.everything.setChecked(False)
        self.place.note.clear()
        self._show_step()
        self.refresh()

    def _changed_exchange(self) -> None:
        self.workplace.announcer.announce(ChangeSet(exchange=True), initiator=self)
        self.refresh()

    # Around a bundle

    @Slot()
    def _to_period(self) -> None:
        self.wanted.emit("period", None)

    @Slot()
    def _ask_folder(self) -> None:
        start = self.place.folder or ""
        ask_folder(self, translate("HandOverPage", "Folder for the bundle"), self._folder_chosen, start=start)

    @Slot(str)
    def _folder_chosen(self, name: str) -> None:
        self.workplace.settings.setValue("folders/bundles", name)
        self.place.show_folder(Path(name))

    @Slot()
    def _ask_sheet(self) -> None:
        folder = str(self.workplace.settings.value("folders/documents", QDir.homePath()))
        dialog = QFileDialog(self, translate("HandOverPage", "Save the hand-over sheet"), folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("docx")
        dialog.setNameFilter("*.docx")
        dialog.selectFile(f"phieu-giao-{self.workplace.identity.office.lower()}.docx")
        dialog.fileSelected.connect(self.write_sheet)
        dialog.open()

    @Slot()
    def print_sheets(self) -> None:
        """Asks for a printer for the hand-over sheet of each bundle."""
        seal, language = self.flow.seal, self.workplace.language
        if seal is not None:
            period = seal.periods[-1] if seal.periods else ""
            job = operations.sheets_to_print(bundles=seal.bundles, period=period, language=language)
            self.run(job, self._ask_printer)

    @Slot(object)
    def _ask_printer(self, papers: object) -> None:
        ask_to_print(cast("list[PaperSheet]", papers), self)

    @Slot(str)
    def write_sheet(self, name: str) -> None:
        """Writes the hand-over sheet and opens it for printing."""
        seal = self.flow.seal
        if seal is not None:
            period = seal.periods[-1] if seal.periods else ""
            language = self.workplace.language
            job = operations.write_sheets(bundles=seal.bundles, period=period, target=Path(name), language=language)
            self.run(job, self._sheet_written)

    @Slot(object)
    def _sheet_written(self, files: object) -> None:
        self.said.emit(Code.OK)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(cast("list[Path]", files)[0])))

    @Slot()
    def _open_folder(self) -> None:
        if self.flow.folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.flow.folder)))

    @Slot()
    def _open_mail(self) -> None:
        """The mail program cannot be handed files: it is opened with the words, and the folder beside it."""
        seal = self.flow.seal
        if seal is not None:
            QDesktopServices.openUrl(mail_url(self.workplace.identity.office_name, seal.spoken, len(seal.bundles)))
            self._open_folder()

    @Slot()
    def _all_handed_over(self) -> None:
        if self.flow.seal is not None:
            self._mark([bundle.file.path for bundle in self.flow.seal.bundles])

    @Slot()
    def _mark_chosen(self) -> None:
        self._mark([Path(line.file) for line in self.custody.chosen if line.state == "written"])

    def _mark(self, files: list[Path]) -> None:
        if files:
            self.run(operations.mark_handed_over(files=files), self._marked)

    @Slot(object)
    def _marked(self, _: object) -> None:
        self.said.emit(Code.OK)
        if self.flow.step is Step.DONE:
            self._again()
        self._changed_exchange()

    @Slot()
    def _show_chosen(self) -> None:
        for line in self.custody.chosen[:1]:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(line.file).parent)))

    @Slot()
    def _selection_changed(self) -> None:
        chosen = self.custody.chosen
        self.show_folder.setEnabled(bool(chosen))
        self.mark.setEnabled(any(line.state == "written" for line in chosen))
