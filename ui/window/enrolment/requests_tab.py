"""The desk itself: requests that wait on the left, the telephone check of the chosen one on the right."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QDir, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from ui.window.enrolment.check_panel import CheckPanel
from ui.window.enrolment.dialogs import ReasonDialog
from ui.window.enrolment.rows import Row, RowTable
from ui.window.enrolment.view import OpenedRequest, RequestRow
from ui.window.moments import moment_text
from ui.window.operations import enrolment as operations
from ui.window.page import Page, set_tone, text_label
from ui.window.pin import ask_pin

if TYPE_CHECKING:
    from export.exchange.enrolment import Approval
    from export.exchange.enrolment_desk import TakenRequest

translate = QCoreApplication.translate
_SHOWN_REFUSED = 3


class RequestsTab(QWidget):
    """``decided`` after a key was admitted or a request refused, ``taken`` after requests were added; all are to be read again.

    ``return_wanted(office)``: the new PC of an office is to get its entries back.
    """

    decided = Signal()
    return_wanted = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._words = page.workplace.words
        self._paths: list[Path] = []
        self._retry: list[Path] = []
        self._admitted = ""
        titles = (
            translate("RequestsTab", "Office"),
            translate("RequestsTab", "Code"),
            translate("RequestsTab", "Came on"),
        )
        self.table = RowTable(
            translate("RequestsTab", "Requests that wait"), titles, widths=(20, 13, 17), stretched=0, parent=self
        )
        self.table.chosen_changed.connect(self._chosen)
        self.open_button = QPushButton(translate("RequestsTab", "&Open requests…"), self)
        self.folder_button = QPushButton(translate("RequestsTab", "From a stick or fo&lder…"), self)
        self.open_button.clicked.connect(self._ask_files)
        self.folder_button.clicked.connect(self._ask_folder)
        self.told = text_label(parent=self)
        self.told.hide()
        self.retry = QPushButton(translate("RequestsTab", "&Import the waiting bundles"), self)
        self.give_back = QPushButton(translate("RequestsTab", "&Send its entries back…"), self)
        self.retry.clicked.connect(self._import_waiting)
        self.give_back.clicked.connect(self._give_back)
        self.empty = text_label(
            translate(
                "RequestsTab", "No request waits. Open the files that offices send, or drop files and folders on this page."
            ),
            self,
            muted=True,
        )
        self.panel = CheckPanel(self._words, self)
        self.panel.begin_wanted.connect(self.begin)
        self.panel.admit_wanted.connect(self.admit)
        self.panel.refuse_wanted.connect(self._ask_refusal)
        self._arrange()
        self._show_following([], "")

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.open_button)
        head.addWidget(self.folder_button)
        head.addStretch(1)
        following = QHBoxLayout()
        following.addWidget(self.told, 1)
        following.addWidget(self.retry)
        following.addWidget(self.give_back)
        left = QVBoxLayout()
        left.addWidget(self.table, 1)
        left.addWidget(self.empty)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(left, 4)
        row.addWidget(self.panel, 5)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(following)
        column.addLayout(row, 1)

    # What waits

    def show_requests(self, requests: Sequence[RequestRow]) -> None:
        """Replaces the list; the request that is being checked stays."""
        rows = [Row((one.name, one.office, moment_text(one.at)), one, str(one.path)) for one in requests]
        self.table.show_rows(rows)
        self.empty.setVisible(not rows)

    @Slot()
    def _chosen(self) -> None:
        row = self.table.chosen_row
        request = cast(RequestRow, row.content) if row else None
        if self.panel.row is None or request is None or self.panel.row.path != request.path:
            self.panel.show_request(request)

    # Bringing requests

    @Slot()
    def _ask_files(self) -> None:
        self._ask(translate("RequestsTab", "Enrolment requests"), QFileDialog.FileMode.ExistingFiles)

    @Slot()
    def _ask_folder(self) -> None:
        self._ask(translate("RequestsTab", "Stick or folder with requests"), QFileDialog.FileMode.Directory)

    def _ask(self, title: str, mode: QFileDialog.FileMode) -> None:
        folder = str(self._page.workplace.settings.value("folders/received", QDir.homePath()))
        dialog = QFileDialog(self, title, folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(mode)
        dialog.setNameFilter("*.shd")
        dialog.filesSelected.connect(self._files_chosen)
        dialog.open()

    @Slot(list)
    def _files_chosen(self, names: list[str]) -> None:
        paths = [Path(name) for name in names]
        folder = paths[0] if paths[0].is_dir() else paths[0].parent
        self._page.workplace.settings.setValue("folders/received", str(folder))
        self.take(paths)

    def take(self, paths: Sequence[Path]) -> None:
        """Opens files and folders, after the PIN: a request is encrypted for the centre."""
        if paths:
            self._paths = list(paths)
            ask_pin(self._page.workplace, self, self._take, failed=self._page.tell_failure)

    def _take(self) -> None:
        self._page.run(operations.take_requests(paths=self._paths), self._taken, cancellable=True)

    @Slot(object)
    def _taken(self, result: object) -> None:
        taken = cast("list[TakenRequest]", result)
        good = [one for one in taken if one.code is Code.ENROLMENT_WAITING]
        bad = [one for one in taken if one.code is not Code.ENROLMENT_WAITING]
        lines = [translate("RequestsTab", "%n request(s) taken.", "", len(good))]
        lines += [f"{one.path.name}: {self._words.sentence(one.code, one.parameters)}" for one in bad[:_SHOWN_REFUSED]]
        if len(bad) > _SHOWN_REFUSED:
            lines.append(translate("RequestsTab", "… and %n more file(s) that are no requests", "", len(bad) - _SHOWN_REFUSED))
        self._tell("\n".join(lines), "warn" if bad else "good")
        self._show_following([], "")
        self.decided.emit()

    # The check

    @Slot()
    def begin(self) -> None:
        """Asks for the PIN when the keys are locked, then opens the request."""
        if self.panel.row is not None:
            ask_pin(self._page.workplace, self, self._open, failed=self._page.tell_failure)

    def _open(self) -> None:
        row = self.panel.row
        if row is not None:
            self._page.run(operations.open_request(path=row.path), self._opened, failed=self._not_opened)

    @Slot(object)
    def _opened(self, result: object) -> None:
        opened = cast(OpenedRequest, result)
        if self.panel.row is not None and self.panel.row.path == opened.path:
            self.panel.show_opened(opened)

    @Slot(object)
    def _not_opened(self, error: object) -> None:
        self._page.tell_failure(error)
        self.decided.emit()

    @Slot()
    def admit(self) -> None:
        """Admits the key; the digits are compared once more by the job."""
        opened, panel = self.panel.opened, self.panel
        if opened is None or not panel.digits.right:
            return
        reason = translate("RequestsTab", "Replaced by the key of a new PC")
        replaces = reason if panel.replaces.isVisible() and panel.replaces.isChecked() else ""
        self._admitted = opened.office if replaces else ""
        panel.admit.setEnabled(False)
        by = self._page.workplace.by
        job = operations.admit(path=opened.path, typed=panel.digits.text, replaces=replaces, note=panel.note.text, by=by)
        self._page.run(job, self._done, failed=self._not_admitted)

    @Slot(object)
    def _done(self, result: object) -> None:
        done = cast("Approval", result)
        text = translate("RequestsTab", "The key of the office {office} is admitted.").format(office=done.office)
        if done.waiting:
            more = translate("RequestsTab", "%n bundle(s) of this office have waited for it.", "", len(done.waiting))
            text = f"{text} {more}"
        self._tell(text, "good")
        self._show_following(done.waiting, self._admitted)
        self.table.setFocus()
        self.decided.emit()

    @Slot(object)
    def _not_admitted(self, error: object) -> None:
        self._page.tell_failure(cast(LedgerError, error))
        self.panel.admit.setEnabled(self.panel.digits.right)

    @Slot()
    def _ask_refusal(self) -> None:
        row = self.panel.row
        if row is None:
            return
        dialog = ReasonDialog(
            self._words,
            title=translate("RequestsTab", "Refuse the request"),
            heading=row.name,
            what=translate(
                "RequestsTab",
                "The key is not admitted; the file is kept aside and the reason stays in the journal. Tell the office over the "
                "telephone.",
            ),
            go_on=translate("RequestsTab", "Re&fuse"),
            subject=row.path,
            parent=self,
        )
        dialog.accepted.connect(self._refuse)
        dialog.open()

    @Slot()
    def _refuse(self) -> None:
        dialog = cast(ReasonDialog, self.sender())
        job = operations.refuse(path=cast(Path, dialog.subject), why=dialog.reason.text, by=self._page.workplace.by)
        self._page.run(job, self._refused)

    @Slot(object)
    def _refused(self, _: object) -> None:
        self._tell(translate("RequestsTab", "The request was refused."), "")
        self._show_following([], "")
        self.table.setFocus()
        self.decided.emit()

    # What follows

    def _tell(self, text: str, tone: str) -> None:
        self.told.setText(text)
        set_tone(self.told, tone)
        self.told.show()

    def _show_following(self, waiting: Sequence[Path], replaced: str) -> None:
        self._retry = list(waiting)
        self._admitted = replaced
        self.retry.setVisible(bool(waiting))
        self.give_back.setVisible(bool(replaced))

    @Slot()
    def _import_waiting(self) -> None:
        self._page.wanted.emit("import", [str(path) for path in self._retry])

    @Slot()
    def _give_back(self) -> None:
        self.return_wanted.emit(self._admitted)
