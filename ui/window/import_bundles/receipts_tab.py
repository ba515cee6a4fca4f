"""Receipts for many offices at once: who gets one now, who has got one, and whose has changed since."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storage.domain.changes import ChangeSet
from storage.domain.progress import Progress
from ui.window.drives import Drive
from ui.window.import_bundles.progress_row import ProgressRow
from ui.window.import_bundles.receipt_choices import ReceiptChoices, Scope
from ui.window.list_icons import list_icon
from ui.window.moments import moment_text
from ui.window.operations import hand_over as drive_operations
from ui.window.operations import import_bundles as operations
from ui.window.page import Page, set_tone, text_label
from ui.window.pin import ask_pin
from ui.window.row_view import RowView
from ui.window.text_model import TextModel

if TYPE_CHECKING:
    from ui.window.import_bundles.view import ReceiptLine
    from ui.window.tasks import TaskHandle

translate = QCoreApplication.translate
_ICONS = {"current": "circle-check", "changed": "refresh-cw", "absent": "circle-x"}
_MOST_TOLD = 3


class ReceiptsTab(QWidget):
    """The list is read when the tab is shown; reading it for 10,000 offices takes seconds, so it can be stopped."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._stale = True
        self._imported: tuple[str, ...] = ()
        self._handle: TaskHandle | None = None
        self._reading: TaskHandle | None = None
        self._files: dict[str, Path] = {}
        heads = (
            translate("ReceiptsTab", "Office"),
            translate("ReceiptsTab", "Newest receipt"),
            translate("ReceiptsTab", "State"),
            translate("ReceiptsTab", "File written now"),
        )
        self.model = TextModel(heads, self._texts, parent=self)
        self._draw_signs()
        name = translate("ReceiptsTab", "Offices and their receipts")
        self.table = RowView(self.model, name=name, widths=(44, 26, 34), many=True, parent=self)
        self.summary = text_label(parent=self)
        self.choices = ReceiptChoices(page.workplace.settings, page.workplace.words, self)
        self.choices.changed.connect(self._changed)
        self.choices.start_wanted.connect(self.start)
        self.choices.open_wanted.connect(self._open_folder)
        self.choices.drives_wanted.connect(self._look_for_drives)
        self.progress = ProgressRow(page.workplace.words, self)
        self.progress.stop_wanted.connect(self._stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        for widget in (self.summary, self.choices, self.table, self.progress):
            column.addWidget(widget, 1 if widget is self.table else 0)
        self._show_scopes()

    # What is asked from outside

    def mark_stale(self) -> None:
        """The ledger has changed; read again when somebody looks."""
        self._stale = True
        if self.isVisible():
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Reads the list unless it is as the ledger is."""
        self._look_for_drives()
        if self._stale and self._reading is None:
            self._stale = False
            job = operations.show_receipts(language=self._page.workplace.language)
            self._reading = self._page.run(job, self._show, cancellable=True)
            self._reading.finished.connect(self._read)

    def offer(self, offices: Sequence[str]) -> None:
        """After an import: its offices are proposed."""
        self._imported = tuple(offices)
        self._files = {}
        self._show_scopes(Scope.IMPORTED)

    @property
    def offices(self) -> list[str]:
        """The codes of the offices that would get a receipt."""
        scope = self.choices.chosen
        if scope is Scope.IMPORTED:
            return list(self._imported)
        return [line.office for line in self._lines if scope is Scope.ALL or line.state != "current"]

    @property
    def _lines(self) -> Sequence[ReceiptLine]:
        return self.model.values

    # Writing

    @Slot()
    def start(self) -> None:
        """Asks for the PIN when the keys are locked, then writes."""
        if self._may_write:
            ask_pin(self._page.workplace, self._page, self._write, failed=self._page.tell_failure)

    @property
    def _may_write(self) -> bool:
        return bool(self.offices) and self.choices.folder is not None and self._handle is None

    def _write(self) -> None:
        folder = self.choices.folder
        if folder is None or not self._may_write:
            return
        self.choices.remember()
        self.progress.begin()
        job = operations.write_receipts(offices=self.offices, folder=folder, language=self._page.workplace.language)
        self._handle = self._page.run(job, self._written, cancellable=True)
        self._handle.progressed.connect(self._progressed)
        self._handle.finished.connect(self._finished)
        self._changed()

    @Slot(object)
    def _progressed(self, progress: object) -> None:
        self.progress.show_progress(cast(Progress, progress))

    @Slot()
    def _stop(self) -> None:
        if self._handle is not None:
            self._handle.cancel()

    @Slot()
    def _finished(self) -> None:
        self._handle = None
        self.progress.hide()
        self._changed()

    @Slot(object)
    def _written(self, result: object) -> None:
        done = cast(operations.ReceiptsWritten, result)
        self._files = dict(done.written)
        text = translate("ReceiptsTab", "%n receipt(s) written and read back, in {folder}.", "", len(done.written))
        lines = [text.format(folder=done.folder)]
        if done.stopped:
            lines.append(translate("ReceiptsTab", "Stopped; the receipts written until then are good."))
        words = self._page.workplace.words
        for name, code, parameters in done.failed[:_MOST_TOLD]:
            lines.append(f"{name}: {words.sentence(code, parameters)} {words.next_step(code, parameters)}")
        self.summary.setText("\n".join(lines))
        set_tone(self.summary, "warn" if done.failed or done.stopped else "good")
        self.choices.open_folder.setEnabled(bool(done.written))
        self._page.workplace.announcer.announce(ChangeSet(exchange=True), initiator=self._page)
        self.mark_stale()

    @Slot()
    def _open_folder(self) -> None:
        for file in list(self._files.values())[:1]:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))

    # Showing

    @Slot(object)
    def _show(self, found: object) -> None:
        self.model.show_values(cast("Sequence[ReceiptLine]", found))
        self._show_scopes()
        if not self._files:
            waiting = sum(line.state != "current" for line in self._lines)
            if waiting:
                text = translate("ReceiptsTab", "%n office(s) have no receipt of what the centre holds now.", "", waiting)
            else:
                text = translate("ReceiptsTab", "Every office's newest receipt says what the centre holds.")
            self.summary.setText(text)
            set_tone(self.summary, "")

    @Slot()
    def _read(self) -> None:
        self._reading = None
        if self._stale and self.isVisible():
            self.refresh()

    def _show_scopes(self, chosen: Scope | None = None) -> None:
        lines = self._lines
        self.choices.show_scopes(
            chosen or self.choices.chosen,
            imported=len(self._imported),
            stale=sum(line.state != "current" for line in lines),
            enrolled=len(lines),
        )

    @Slot()
    def _changed(self) -> None:
        self.choices.go.setEnabled(self._may_write)

    @Slot()
    def _look_for_drives(self) -> None:
        self._page.run(drive_operations.list_drives(), self._show_drives)

    @Slot(object)
    def _show_drives(self, drives: object) -> None:
        self.choices.show_drives(cast("list[Drive]", drives))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "model"):
            self._draw_signs()

    def _draw_signs(self) -> None:
        signs = {state: list_icon(name, self.palette()) for state, name in _ICONS.items()}

        def sign(line: ReceiptLine) -> QIcon | None:
            return signs.get(line.state)

        self.model.mark(sign=sign)

    def _texts(self, line: ReceiptLine) -> tuple[str, str, str, str]:
        newest = "–"
        if line.no:
            text = translate("ReceiptsTab", "No. {number}, {moment}")
            newest = text.format(number=line.no, moment=moment_text(line.at))
        file = self._files.get(line.name)
        return line.name, newest, _state_text(line.state), file.name if file is not None else ""


def _state_text(state: str) -> str:
    return {
        "current": translate("ReceiptsTab", "Written"),
        "changed": translate("ReceiptsTab", "Changed since it was written"),
        "absent": translate("ReceiptsTab", "Not written yet"),
    }.get(state, state)
