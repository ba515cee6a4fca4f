"""The page of care: copies of the ledger and the way back, the check of the ledger, and new keys for a new PC."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QDir, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from storage.backup import Backup
from storage.domain.changes import ChangeSet
from storage.domain.codes import Code
from storage.domain.role import Role
from ui.window.care.cards import BackupsCard, CheckCard, KeysCard, NoticeCard
from ui.window.care.dialogs import NewKeysDialog, NewPinDialog, RestoreDialog
from ui.window.care.view import NOTICES, CareView, NewKeys
from ui.window.drives import Drive
from ui.window.folder_dialog import ask_folder
from ui.window.operations import care as operations
from ui.window.operations.hand_over import list_drives
from ui.window.page import Page, title_label
from ui.window.workplace import Workplace

translate = QCoreApplication.translate
_NOTICE = "care/notice"
_KNOWN_NOTICES = frozenset(code.value for code in NOTICES.values())
_EVERYTHING = ChangeSet(activities=True, periods=True, registry=True, exchange=True)


class CarePage(Page):
    """Restoring closes the ledger in the worker and lets it be opened anew; nothing here touches a file itself."""

    watches = _EVERYTHING

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(title_label(translate("CarePage", "Back-up and care"), self))
        words = workplace.words
        self.notice = NoticeCard(words, self)
        self.backups = BackupsCard(words, self)
        self.check = CheckCard(words, self)
        self.keys = KeysCard(words, self)
        self.keys.setVisible(workplace.identity.role is Role.OFFICE)
        row = QHBoxLayout()
        row.addWidget(self.check, 1)
        row.addWidget(self.keys, 1)
        column.addWidget(self.notice)
        column.addWidget(self.backups, 1)
        column.addLayout(row)
        self._connect()

    def refresh(self) -> None:
        """Reads the copies and the state of ledger and keys."""
        self.run(operations.show_care(), self._show)

    def _connect(self) -> None:
        self.notice.understood.connect(self._drop_notice)
        self.backups.here_wanted.connect(self._back_up_here)
        self.backups.elsewhere_wanted.connect(self._look_for_stick)
        self.backups.file_wanted.connect(self._ask_file)
        self.backups.restore_wanted.connect(self._restore_chosen)
        self.check.check_wanted.connect(self._check)
        self.keys.new_keys_wanted.connect(self._ask_pin_for_keys)

    # Showing

    @Slot(object)
    def _show(self, found: object) -> None:
        view = cast(CareView, found)
        if view.notice is not None:
            self.workplace.settings.setValue(_NOTICE, view.notice.value)
        kept = str(self.workplace.settings.value(_NOTICE, ""))
        self.notice.show_notice(Code(kept) if kept in _KNOWN_NOTICES else None)
        self.backups.show_copies(view.copies, view.days_old)
        self.keys.show_state(view.keys)

    @Slot()
    def _drop_notice(self) -> None:
        self.workplace.settings.remove(_NOTICE)
        self.notice.hide()

    # Backups

    @Slot()
    def _back_up_here(self) -> None:
        self.run(operations.back_up_to(folder=None), self._backed_up, cancellable=True)

    @Slot()
    def _look_for_stick(self) -> None:
        self.run(list_drives(), self._ask_folder)

    @Slot(object)
    def _ask_folder(self, found: object) -> None:
        drives = [drive for drive in cast("list[Drive]", found) if drive.writable]
        start = drives[0].root if drives else ""
        ask_folder(self, translate("CarePage", "Stick or folder for the backup"), self.back_up_to, start=start)

    @Slot(str)
    def back_up_to(self, folder: str) -> None:
        """Copies the ledger into a folder, reads the copy back and checks it."""
        self.run(operations.back_up_to(folder=Path(folder)), self._backed_up, cancellable=True)

    @Slot(object)
    def _backed_up(self, result: object) -> None:
        made = cast(Backup, result)
        self.refresh()
        self.backups.show_made(str(made.path), made.size)
        self.said.emit(Code.OK)
        self.workplace.announcer.announce(ChangeSet(exchange=True), initiator=self)

    @Slot()
    def _restore_chosen(self) -> None:
        chosen = self.backups.chosen
        if chosen is not None:
            self._ask_restore(chosen.path, chosen.made.astimezone().strftime("%d/%m/%Y %H:%M"))

    @Slot()
    def _ask_file(self) -> None:
        dialog = QFileDialog(self, translate("CarePage", "Backup to be restored"), QDir.homePath())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter("*.db")
        dialog.fileSelected.connect(self._file_chosen)
        dialog.open()

    @Slot(str)
    def _file_chosen(self, name: str) -> None:
        self._ask_restore(Path(name), "")

    def _ask_restore(self, source: Path, made: str) -> None:
        dialog = RestoreDialog(name=source.name, made=made, parent=self)
        dialog.setProperty("source", str(source))
        dialog.accepted.connect(self._restore)
        dialog.open()

    @Slot()
    def _restore(self) -> None:
        self.restore(Path(str(cast(RestoreDialog, self.sender()).property("source"))))

    def restore(self, source: Path) -> None:
        """Puts a copy in the ledger's place; the ledger is opened anew by the next job, whatever came of this one."""
        self.run(operations.restore_from(source=source), self._restored, cancellable=True)
        self.workplace.runner.release()

    @Slot(object)
    def _restored(self, _: object) -> None:
        self.said.emit(Code.OK)
        self.workplace.announcer.announce(_EVERYTHING, initiator=self)
        self.refresh()

    # Check and keys

    @Slot()
    def _check(self) -> None:
        self.check.button.setEnabled(False)
        handle = self.run(operations.check_ledger(), self._show_check, cancellable=True)
        handle.finished.connect(self._check_finished)

    @Slot()
    def _check_finished(self) -> None:
        self.check.button.setEnabled(True)

    @Slot(object)
    def _show_check(self, problems: object) -> None:
        self.check.show_problems(cast("list[str]", problems))

    @Slot()
    def _ask_pin_for_keys(self) -> None:
        dialog = NewPinDialog(self)
        dialog.accepted.connect(self._make_new_keys)
        dialog.open()

    @Slot()
    def _make_new_keys(self) -> None:
        self.run(operations.make_new_keys(pin=cast(NewPinDialog, self.sender()).pin), self._show_new_keys)

    @Slot(object)
    def _show_new_keys(self, made: object) -> None:
        dialog = NewKeysDialog(cast(NewKeys, made), self.workplace.words, self)
        dialog.enrolment_wanted.connect(self._ask_enrolment)
        dialog.open()
        self.workplace.announcer.announce(ChangeSet(exchange=True), initiator=self)
        self.refresh()

    @Slot()
    def _ask_enrolment(self) -> None:
        dialog = QFileDialog(self, translate("CarePage", "Save the enrolment request"), QDir.homePath())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("shd")
        dialog.selectFile(f"shd-{self.workplace.identity.office}-enrol.shd")
        dialog.fileSelected.connect(self.save_enrolment)
        dialog.open()

    @Slot(str)
    def save_enrolment(self, name: str) -> None:
        """Writes the request for the centre."""
        self.run(operations.save_enrolment(target=Path(name)), self._enrolment_saved)

    @Slot(object)
    def _enrolment_saved(self, _: object) -> None:
        self.said.emit(Code.OK)
