"""The page on which an office opens what the centre has sent, and works through its remarks one by one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QDir, Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from storage.domain.changes import ChangeSet
from storage.domain.codes import Code
from ui.window.operations import receive as operations
from ui.window.page import Page, text_label, title_label
from ui.window.pin import ask_pin
from ui.window.receive.cards import ReceiptCard, ToldList
from ui.window.receive.remarks import AnswerDialog, RemarkList
from ui.window.receive.view import ReceiptView, ToDo, Told
from ui.window.workplace import Workplace

translate = QCoreApplication.translate


class ReceivePage(Page):
    """Files come by the button, by dropping them anywhere on the page, or from outside through ``show_argument``."""

    watches = ChangeSet(periods=True, exchange=True, registry=True)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._files: list[Path] = []
        self.setAcceptDrops(True)
        self.open_button = QPushButton(translate("ReceivePage", "&Open files of the centre…"), self)
        self.open_button.setProperty("role", "primary")
        self.open_button.clicked.connect(self._ask_files)
        self.told = ToldList(workplace.words, self)
        self.receipt = ReceiptCard(workplace.words, self)
        self.remarks = RemarkList(self)
        self.remarks.opened.connect(self._go_to)
        self.remarks.answer_wanted.connect(self._ask_answer)
        self.remarks.hide()
        head = QHBoxLayout()
        head.addWidget(title_label(translate("ReceivePage", "Hear back"), self))
        head.addStretch(1)
        head.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        hint = translate(
            "ReceivePage", "Receipts, kits and recovery bundles: choose them, or drop them on this page. Old ones do no harm."
        )
        column.addWidget(text_label(hint, self, muted=True))
        column.addWidget(self.told)
        column.addWidget(self.receipt)
        column.addWidget(self.remarks, 1)
        column.addStretch(0)

    def refresh(self) -> None:
        """Reads the newest receipt."""
        self.run(operations.show_receipt(language=self.workplace.language), self._show)

    def show_argument(self, argument: object) -> None:
        """Files to be opened at once."""
        if isinstance(argument, Sequence) and not isinstance(argument, str):
            self.open_files([Path(name) for name in argument])

    # Files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes files from the file manager."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Opens what was dropped."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.open_files(files)

    def open_files(self, files: Sequence[Path]) -> None:
        """Takes in files of the centre, after the PIN when one of them is encrypted."""
        if files:
            self._files = list(files)
            self.run(operations.keys_are_wanted(files=self._files), self._keys_known)

    @Slot()
    def _ask_files(self) -> None:
        folder = str(self.workplace.settings.value("folders/received", QDir.homePath()))
        dialog = QFileDialog(self, translate("ReceivePage", "Files of the centre"), folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter("*.shd")
        dialog.filesSelected.connect(self._chosen)
        dialog.open()

    @Slot(list)
    def _chosen(self, names: list[str]) -> None:
        self.workplace.settings.setValue("folders/received", str(Path(names[0]).parent))
        self.open_files([Path(name) for name in names])

    @Slot(object)
    def _keys_known(self, wanted: object) -> None:
        if wanted:
            ask_pin(self.workplace, self, self._receive, failed=self.tell_failure)
        else:
            self._receive()

    def _receive(self) -> None:
        files, self._files = self._files, []
        self.open_button.setEnabled(False)
        handle = self.run(operations.receive_files(files=files), self._received, cancellable=True)
        handle.finished.connect(self._finished)
        handle.cancelled.connect(self._stopped)

    @Slot()
    def _finished(self) -> None:
        self.open_button.setEnabled(True)

    @Slot()
    def _stopped(self) -> None:
        """What was taken in before the stop stays, each file whole, and is shown."""
        self.told.show_told([])
        self.said.emit(Code.CANCELLED)
        self._taken_in()

    @Slot(object)
    def _received(self, result: object) -> None:
        self.told.show_told(cast("list[Told]", result))
        self._taken_in()

    def _taken_in(self) -> None:
        changes = ChangeSet(activities=True, periods=True, registry=True, exchange=True)
        self.workplace.announcer.announce(changes, initiator=self)
        self.refresh()

    # The receipt

    @Slot(object)
    def _show(self, found: object) -> None:
        view = cast(ReceiptView, found)
        self.receipt.show_receipt(view)
        self.remarks.show_remarks(view.to_do)

    @Slot(object)
    def _go_to(self, remark: object) -> None:
        to_do = cast(ToDo, remark)
        if to_do.uid:
            self.wanted.emit("activities", to_do.uid)
        else:
            self.wanted.emit("period", (to_do.period, to_do.item))

    @Slot(object)
    def _ask_answer(self, remark: object) -> None:
        dialog = AnswerDialog(cast(ToDo, remark), self.workplace.words, self)
        dialog.accepted.connect(self._answer)
        dialog.open()

    @Slot()
    def _answer(self) -> None:
        dialog = cast(AnswerDialog, self.sender())
        job = operations.answer_remark(remark=dialog.remark, text=dialog.text, by=self.workplace.by)
        self.run(job, self._answered)

    @Slot(object)
    def _answered(self, _: object) -> None:
        self.said.emit(Code.OK)
        self.workplace.announcer.announce(ChangeSet(exchange=True), initiator=self)
        self.refresh()
