"""The auditor's folder: bundles laid out so that ordinary tools check them, years later, without this program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QDir, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from storage.domain.progress import Progress
from ui.window.archive.view import ArchiveView, OriginalRow, State, Wanted, narrowed, state_of
from ui.window.archive.words import entries_text, state_word
from ui.window.import_bundles.progress_row import ProgressRow
from ui.window.moments import moment_text
from ui.window.operations import archive as operations
from ui.window.page import Page, set_tone, text_label
from ui.window.pin import ask_pin
from ui.window.row_view import RowView
from ui.window.text_model import TextModel

if TYPE_CHECKING:
    from export.exchange.audit import AuditCollection
    from ui.window.tasks import TaskHandle

translate = QCoreApplication.translate
_FOLDER = "folders/audit"
_MOST_TOLD = 3


class AuditTab(QWidget):
    """Shows which bundles would be laid out before anything is written."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._view = ArchiveView()
        self._handle: TaskHandle | None = None
        self._written: Path | None = None
        self.period, self.office = QComboBox(self), QComboBox(self)
        self.period.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.office.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.office.setMinimumContentsLength(36)
        self.undone = QCheckBox(translate("AuditTab", "Also &imports that were undone"), self)
        self.period.currentIndexChanged.connect(self._narrow)
        self.office.currentIndexChanged.connect(self._narrow)
        self.undone.toggled.connect(self._narrow)
        heads = (
            translate("AuditTab", "Received"),
            translate("AuditTab", "Office"),
            translate("AuditTab", "Report"),
            translate("AuditTab", "State"),
            translate("AuditTab", "Positions"),
            translate("AuditTab", "File"),
        )
        self.model = TextModel(heads, self._texts, parent=self)
        name = translate("AuditTab", "Bundles that will be laid out")
        self.table = RowView(self.model, name=name, widths=(16, 18, 18, 13, 8, 14), wide=1, many=False, parent=self)
        self.folder_label = QLabel(self)
        self.folder_label.setMinimumWidth(1)
        self.progress = ProgressRow(page.workplace.words, self)
        self.progress.stop_wanted.connect(self._stop)
        self.summary = text_label(parent=self)
        self._lay_out()
        self.show_archive(self._view)
        self._show_folder()

    def show_archive(self, view: ArchiveView) -> None:
        """Replaces the choices; what was chosen stays chosen."""
        self._view = view
        whole = translate("AuditTab", "All reports"), translate("AuditTab", "All offices")
        for box, first, values in ((self.period, whole[0], view.periods), (self.office, whole[1], view.offices)):
            kept = box.currentData()
            box.blockSignals(True)
            box.clear()
            box.addItem(first, "")
            for code, name in values:
                box.addItem(name, code)
            box.setCurrentIndex(max(box.findData(kept), 0))
            box.blockSignals(False)
        self._narrow()

    @property
    def chosen(self) -> list[OriginalRow]:
        """The bundles that would be laid out."""
        return [cast(OriginalRow, value) for value in self.model.values]

    @property
    def folder(self) -> Path | None:
        """Where the auditor's folder is made."""
        name = str(self._page.workplace.settings.value(_FOLDER, ""))
        return Path(name) if name else None

    @Slot(str)
    def choose_folder(self, name: str) -> None:
        """Writes below this folder from now on."""
        self._page.workplace.settings.setValue(_FOLDER, name)
        self._show_folder()

    @Slot()
    def start(self) -> None:
        """Asks for the PIN when the keys are locked, then writes."""
        if self._may_write:
            ask_pin(self._page.workplace, self._page, self._write, failed=self._page.tell_failure)

    @property
    def _may_write(self) -> bool:
        return bool(self.chosen) and self.folder is not None and self._handle is None

    def _write(self) -> None:
        folder = self.folder
        if folder is None or not self._may_write:
            return
        self.progress.begin()
        payloads = [row.original.payload for row in self.chosen]
        self._handle = self._page.run(operations.write_audit(payloads=payloads, folder=folder), self._done, cancellable=True)
        self._handle.progressed.connect(self._progressed)
        self._handle.finished.connect(self._finished)
        self._show_buttons()
        self.progress.stop.setFocus()

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
        self._show_buttons()
        (self.open_folder if self.open_folder.isEnabled() else self.go).setFocus()

    @Slot(object)
    def _done(self, result: object) -> None:
        made, words = cast("AuditCollection", result), self._page.workplace.words
        self._written = made.folder
        text = translate("AuditTab", "%n bundle(s) laid out, read back and compared, in {folder}.", "", len(made.made))
        lines = [text.format(folder=made.folder)]
        for payload, error in made.failed[:_MOST_TOLD]:
            said = f"{words.sentence(error.code, error.parameters)} {words.next_step(error.code, error.parameters)}"
            lines.append(f"{payload[:16]}: {said}")
        if len(made.failed) > _MOST_TOLD:
            more = translate("AuditTab", "%n bundle(s) could not be laid out in all.", "", len(made.failed))
            lines.append(more)
        self.summary.setText("\n".join(lines))
        set_tone(self.summary, "warn" if made.failed else "good")

    @Slot()
    def _open_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))

    @Slot()
    def _ask_folder(self) -> None:
        dialog = QFileDialog(self._page, translate("AuditTab", "Where to make the auditor's folder"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setDirectory(str(self.folder or QDir.homePath()))
        dialog.fileSelected.connect(self.choose_folder)
        dialog.open()

    @Slot()
    def _narrow(self) -> None:
        wanted = Wanted(office=str(self.office.currentData() or ""), period=str(self.period.currentData() or ""))
        rows = narrowed(self._view.rows, wanted, {})
        left_out = {State.MISSING} if self.undone.isChecked() else {State.MISSING, State.UNDONE}
        rows = [row for row in rows if state_of(row.original, None) not in left_out]
        self.model.show_values(rows)
        if self._written is None:
            size = self._page.workplace.words.size(sum(row.original.size or 0 for row in rows))
            text = translate("AuditTab", "%n bundle(s), {size} as they came.", "", len(rows))
            self.summary.setText(text.format(size=size))
        self._show_buttons()

    def _show_folder(self) -> None:
        text = str(self.folder or translate("AuditTab", "No folder chosen"))
        self.folder_label.setText(text)
        self.folder_label.setToolTip(text)
        self._show_buttons()

    def _show_buttons(self) -> None:
        self.go.setEnabled(self._may_write)
        self.open_folder.setEnabled(self._written is not None and self._handle is None)

    def _texts(self, row: OriginalRow) -> tuple[str, ...]:
        original = row.original
        received = moment_text(original.at) if original.at else "–"
        state = state_word(state_of(original, None))
        return received, row.office or "–", ", ".join(row.reports) or "–", state, entries_text(row), original.file

    def _lay_out(self) -> None:
        intro = translate(
            "AuditTab",
            "Each bundle gets a folder of its own: the signed manifest, the signature, the office's public key, the contents, "
            "check sums, and HOWTO.txt with the steps for openssl, sha256sum and unzip. The contents are readable there: hand "
            "the folder only to those who may read the reports.",
        )
        self.choose = QPushButton(translate("AuditTab", "Choose the &folder…"), self)
        self.open_folder = QPushButton(translate("AuditTab", "Op&en the folder"), self)
        self.go = QPushButton(translate("AuditTab", "&Write the auditor's folder"), self)
        self.go.setProperty("role", "primary")
        choices, foot = QHBoxLayout(), QHBoxLayout()
        choices.setSpacing(8)
        for text, box in ((translate("AuditTab", "&Report:"), self.period), (translate("AuditTab", "&Office:"), self.office)):
            label = QLabel(text, self)
            label.setBuddy(box)
            choices.addWidget(label)
            choices.addWidget(box)
        choices.addStretch(1)
        foot.addWidget(self.folder_label, 1)
        for button, action in (
            (self.choose, self._ask_folder),
            (self.open_folder, self._open_folder),
            (self.go, self.start),
        ):
            button.clicked.connect(action)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(text_label(intro, self))
        column.addLayout(choices)
        column.addWidget(self.undone)
        for widget in (self.table, self.progress, self.summary):
            column.addWidget(widget, 1 if widget is self.table else 0)
        column.addLayout(foot)
