"""The dialog for reminder letters: choose the offices, look at a letter, write them all, and see what was written."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QModelIndex, QSize, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QTextBrowser,
    QWidget,
)

from storage.domain.periods import Period
from ui.window.folder_dialog import ask_folder
from ui.window.follow_up.letter_drawing import LetterDrawing
from ui.window.follow_up.letter_form import LetterForm
from ui.window.follow_up.reminder_model import ReminderModel
from ui.window.follow_up.view import ReminderLine
from ui.window.operations import follow_up as operations
from ui.window.page import heading_label, set_tone, text_label
from ui.window.tasks import TaskHandle
from ui.window.workplace import Workplace

if TYPE_CHECKING:
    from export.documents.reminder_documents import Reminders
    from storage.domain.errors import LedgerError

translate = QCoreApplication.translate
_FOLDER = "folders/reminders"
_LETTERS, _LINES = 128, 35
"""Size of the dialog, so that larger text makes it larger, up to the screen."""
_FRAME = QSize(40, 60)
"""Room for the frame and title of the window."""


class ReminderDialog(QDialog):
    """For one period. Only offices whose report is overdue are offered; what the plan only requests never is."""

    def __init__(
        self, workplace: Workplace, period: Period, *, today: date, only: Collection[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("ReminderDialog", "Reminder letters"))
        self._workplace = workplace
        self._period = period
        self._only = frozenset(only)
        self._writing: TaskHandle | None = None
        self.folder = Path(str(workplace.settings.value(_FOLDER, "")) or Path.home())
        self.written: tuple[Path, ...] = ()
        self.offices = ReminderModel(self)
        self.form = LetterForm(workplace.settings, today, self)
        self.drawing = LetterDrawing(workplace.runner, self)
        self._make_fields()
        self._make_layout()
        self._connect()
        self._show_folder()
        self._count()
        job = operations.list_overdue(period=period.code, language=workplace.language)
        workplace.runner.start(job, succeeded=self._listed, failed=self._failed)

    # Building

    def _make_fields(self) -> None:
        self.list = QListView(self)
        self.list.setModel(self.offices)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(translate("ReminderDialog", "Offices whose report is overdue"))
        self.list.setMinimumWidth(self.fontMetrics().averageCharWidth() * 38)
        self.all = QPushButton(translate("ReminderDialog", "Tick &all"), self)
        self.none = QPushButton(translate("ReminderDialog", "Tick &none"), self)
        self.preview = QTextBrowser(self)
        self.preview.setAccessibleName(translate("ReminderDialog", "The letter to the chosen office"))
        self.preview.setTabChangesFocus(True)
        self.place = text_label("", self)
        self.choose = QPushButton(translate("ReminderDialog", "Choose &folder…"), self)
        self.as_pdf = QCheckBox(translate("ReminderDialog", "Also as &PDF"), self)
        self.told = text_label("", self)
        self.write = QPushButton(self)
        self.write.setProperty("role", "primary")
        self.write.setDefault(True)
        self.open_folder = QPushButton(translate("ReminderDialog", "&Open the folder"), self)
        self.open_folder.hide()
        self.leave = QPushButton(translate("ReminderDialog", "C&lose"), self)
        letter = self.fontMetrics()
        wanted = QSize(letter.averageCharWidth() * _LETTERS, letter.lineSpacing() * _LINES)
        self.resize(wanted.boundedTo(self.screen().availableSize() - _FRAME))

    def _make_layout(self) -> None:
        ticks = QHBoxLayout()
        ticks.setSpacing(8)
        ticks.addWidget(self.all)
        ticks.addWidget(self.none)
        ticks.addStretch(1)
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(QLabel(translate("ReminderDialog", "Folder:"), self))
        place.addWidget(self.place, 1)
        place.addWidget(self.choose)
        place.addWidget(self.as_pdf)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.told, 1)
        for button in (self.open_folder, self.write, self.leave):
            foot.addWidget(button)
        grid = QGridLayout(self)
        grid.setHorizontalSpacing(16)
        title = translate("ReminderDialog", "Overdue: {period}").format(period=self._period.name(self._workplace.language))
        grid.addWidget(heading_label(title, self), 0, 0)
        grid.addWidget(heading_label(translate("ReminderDialog", "The letter"), self), 0, 1)
        grid.addWidget(self.list, 1, 0, 2, 1)
        grid.addWidget(self.form, 1, 1)
        grid.addWidget(self.preview, 2, 1)
        grid.addLayout(ticks, 3, 0)
        grid.addLayout(place, 3, 1)
        grid.addLayout(foot, 4, 0, 1, 2)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        grid.setRowStretch(2, 1)

    def _connect(self) -> None:
        self.offices.ticked_changed.connect(self._count)
        self.list.selectionModel().currentChanged.connect(self._show_letter)
        self.form.changed.connect(self._show_letter)
        self.all.clicked.connect(self._tick_all)
        self.none.clicked.connect(self._tick_none)
        self.choose.clicked.connect(self._ask_folder)
        self.write.clicked.connect(self.start)
        self.open_folder.clicked.connect(self._open_folder)
        self.leave.clicked.connect(self.reject)
        self.drawing.done.connect(self._drawn)
        self.drawing.failed.connect(self._failed)

    # Showing

    @Slot(object)
    def _listed(self, found: object) -> None:
        lines = cast("tuple[ReminderLine, ...]", found)
        self.offices.show(lines, only=self._only)
        if not lines:
            self.told.setText(translate("ReminderDialog", "Nobody's report of this period is overdue."))
            return
        row = max(0, self.offices.row_of_first_ticked())
        self.list.setCurrentIndex(self.offices.index(row))
        self.list.setFocus()

    @Slot()
    def _count(self) -> None:
        count = len(self.offices.ticked)
        self.write.setText(translate("ReminderDialog", "&Write %n letter(s)", "", count))
        self.write.setEnabled(count > 0 and self.form.is_sound and self._writing is None)

    @Slot()
    def _show_letter(self, *_: QModelIndex) -> None:
        self._count()
        line = self.offices.line(self.list.currentIndex().row())
        if line is None or not line.addressees:
            self.preview.clear()
            return
        job = operations.preview_letter(period=self._period.code, office=line.office, wording=self.form.wording())
        self._workplace.runner.start(job, succeeded=self._show_preview, failed=self._failed)

    @Slot(object)
    def _show_preview(self, html: object) -> None:
        self.preview.setHtml(str(html))

    def _show_folder(self) -> None:
        self.place.setText(str(self.folder))

    # Acting

    @Slot()
    def start(self) -> None:
        """Writes the letters to all offices that are ticked."""
        offices = self.offices.ticked
        if not offices or not self.form.is_sound or self._writing is not None:
            return
        self.form.remember()
        self._workplace.settings.setValue(_FOLDER, str(self.folder))
        job = operations.write_letters(
            period=self._period.code, offices=offices, folder=self.folder, wording=self.form.wording()
        )
        self._writing = self._workplace.runner.start(job, succeeded=self._written, failed=self._failed, cancellable=True)
        self._writing.cancelled.connect(self._stopped)
        self._tell(translate("ReminderDialog", "Writing…"), "")
        self._count()

    @Slot(object)
    def _written(self, result: object) -> None:
        made = cast("Reminders", result)
        self.written = tuple(letter.path for letter in made.written)
        self.open_folder.show()
        if self.as_pdf.isChecked():
            offices = [letter.office for letter in made.written]
            job = operations.letters_to_draw(period=self._period.code, offices=offices, wording=self.form.wording())
            self.drawing.begin(job, self.folder)
            return
        self._finished()

    @Slot()
    def _drawn(self) -> None:
        self.written += self.drawing.written
        self._finished()

    def _finished(self) -> None:
        self._writing = None
        text = translate("ReminderDialog", "%n file(s) written.", "", len(self.written))
        self._tell(f"✓ {text}", "good")
        self._count()
        self.open_folder.setFocus()

    @Slot(object)
    def _failed(self, error: object) -> None:
        self._writing = None
        failure = cast("LedgerError", error)
        words = self._workplace.words
        sentence = words.sentence(failure.code, failure.parameters)
        self._tell(f"✕ {sentence} {words.next_step(failure.code, failure.parameters)}", "bad")
        self._count()

    @Slot()
    def _stopped(self) -> None:
        self._writing = None
        self._tell(translate("ReminderDialog", "Stopped. Letters already written stay in the folder."), "warn")
        self._count()

    def _tell(self, text: str, tone: str) -> None:
        self.told.setText(text)
        set_tone(self.told, tone)

    @Slot()
    def _tick_all(self) -> None:
        self.offices.tick_all(True)

    @Slot()
    def _tick_none(self) -> None:
        self.offices.tick_all(False)

    @Slot()
    def _ask_folder(self) -> None:
        ask_folder(self, translate("ReminderDialog", "Folder for the letters"), self.choose_folder, start=self.folder)

    @Slot(str)
    def choose_folder(self, name: str) -> None:
        """Where the letters go."""
        self.folder = Path(name)
        self._show_folder()

    @Slot()
    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))
