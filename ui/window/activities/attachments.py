"""The attachments of the form: those that the record has, and files that are to be attached; added by button or by dropping."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QMimeData, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from storage.domain.errors import LedgerError
from storage.journal.entries import Attachment
from storage.messages.catalogue import Catalogue
from ui.window.activities.fields import FieldBox
from ui.window.operations.activities import CheckedFile, read_attachment, read_files
from ui.window.tasks import TaskHandle

translate = QCoreApplication.translate
_CONTENT = Qt.ItemDataRole.UserRole


class AttachmentBox(QWidget):
    """``changed`` when the attachments are others than before. Files are looked at by a job before they are listed."""

    changed = Signal()

    def __init__(self, run: Callable[..., TaskHandle], words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._words = words
        self.list = AttachmentList(self)
        self.list.removed.connect(self.remove_chosen)
        self.list.itemActivated.connect(self._open)
        self.list.itemSelectionChanged.connect(self._selection)
        self.box = FieldBox(translate("AttachmentBox", "Attach&ments"), self.list, self)
        self.list.setToolTip(translate("AttachmentBox", "Drop PDF, PNG, JPEG, Word or Excel files here"))
        self.attach = QPushButton(translate("AttachmentBox", "Attac&h…"), self)
        self.attach.clicked.connect(self._choose)
        self.remove = QPushButton(translate("AttachmentBox", "&Remove"), self)
        self.remove.clicked.connect(self.remove_chosen)
        self.remove.setEnabled(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self.attach)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box, 1)
        column.addLayout(buttons)

    # Content

    def show_content(self, kept: Iterable[Attachment], files: Iterable[Path] = ()) -> None:
        """Shows these and nothing else; not told by ``changed``."""
        self.list.clear()
        self.box.tell_error("")
        for attachment in kept:
            self._add(f"{attachment.name}  ({self._words.size(attachment.n)})", attachment)
        for path in files:
            self._add(path.name, path)

    @property
    def kept(self) -> tuple[str, ...]:
        """The hashes of the record's attachments that stay."""
        return tuple(content.h for content in self._contents() if isinstance(content, Attachment))

    @property
    def files(self) -> tuple[str, ...]:
        """The paths of files to be attached."""
        return tuple(str(content) for content in self._contents() if isinstance(content, Path))

    def add_files(self, paths: Sequence[Path]) -> None:
        """Looks at files and lists those that may be attached."""
        if paths:
            self.box.tell_error("")
            self._run(read_files(paths=paths), succeeded=self._take_files)

    # Slots

    @Slot()
    def remove_chosen(self) -> None:
        """Takes the chosen ones off the list; the files themselves stay where they are."""
        chosen = self.list.selectedItems()
        for item in chosen:
            self.list.takeItem(self.list.row(item))
        if chosen:
            self.changed.emit()

    @Slot()
    def _choose(self) -> None:
        dialog = QFileDialog(self, translate("AttachmentBox", "Attach files"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        kinds = translate("AttachmentBox", "Documents and pictures")
        dialog.setNameFilter(f"{kinds} (*.pdf *.png *.jpg *.jpeg *.docx *.xlsx)")
        dialog.filesSelected.connect(self._chosen_files)
        dialog.open()

    @Slot(list)
    def _chosen_files(self, names: list[str]) -> None:
        self.add_files([Path(name) for name in names])

    @Slot(object)
    def _take_files(self, answer: object) -> None:
        checked = cast(list[CheckedFile], answer)
        refused = [file.refusal for file in checked if file.refusal is not None]
        good = [file for file in checked if file.refusal is None and str(file.path) not in self.files]
        for file in good:
            self._add(f"{file.path.name}  ({self._words.size(file.size)})", file.path)
        self.box.tell_error("\n".join(self._sentence(error) for error in refused))
        if good:
            self.changed.emit()

    @Slot(QListWidgetItem)
    def _open(self, item: QListWidgetItem) -> None:
        content = item.data(_CONTENT)
        if isinstance(content, Path):
            self._show_file(content)
        else:
            self._run(read_attachment(attachment=content), succeeded=self._show_file)

    @Slot(object)
    def _show_file(self, answer: object) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(answer)))

    @Slot()
    def _selection(self) -> None:
        self.remove.setEnabled(bool(self.list.selectedItems()))

    # Steps

    def _contents(self) -> list[object]:
        return [self.list.item(number).data(_CONTENT) for number in range(self.list.count())]

    def _add(self, text: str, content: Attachment | Path) -> None:
        item = QListWidgetItem(text, self.list)
        item.setData(_CONTENT, content)
        item.setToolTip(text)

    def _sentence(self, error: LedgerError) -> str:
        return self._words.sentence(error.code, error.parameters)


class AttachmentList(QListWidget):
    """Delete takes the chosen ones off; dropping is left to the whole form."""

    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * 3)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.count():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            place = self.viewport().rect().adjusted(8, 6, -8, -6)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap), self.toolTip())
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
            return
        super().keyPressEvent(event)


def dropped_files(content: QMimeData) -> list[Path]:
    """The files that are being dropped; folders and addresses of the network are none."""
    return [Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile() and not url.toLocalFile().endswith("/")]
