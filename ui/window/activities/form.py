"""The fields of an activity and their places; knows what was typed, not what becomes of it (``editor``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.folding import fold
from storage.drafts import DraftBody
from storage.journal.entries import Attachment
from storage.messages.catalogue import Catalogue
from ui.window.activities.attachments import AttachmentBox, dropped_files
from ui.window.activities.choices import Choices, TypeChoice
from ui.window.activities.fields import CountBox, DayEdit, FieldBox, NoteEdit
from ui.window.activities.task_chooser import TaskChooser
from ui.window.activities.text_check_marks import TextCheckMarks
from ui.window.page import Card, heading_label, text_label
from ui.window.tasks import TaskHandle

translate = QCoreApplication.translate
_PLACES = {
    Code.TITLE_MISSING: "title",
    Code.DATE_INVALID: "date",
    Code.DATE_OUTSIDE_PROGRAMME: "date",
    Code.TASK_UNKNOWN: "task",
    Code.TASK_NOT_OF_OFFICE: "task",
    Code.TYPE_UNKNOWN: "type",
    Code.TYPE_NOT_OF_TASK: "type",
    Code.ATTACHMENT_TYPE: "attachments",
    Code.ATTACHMENT_TOO_LARGE: "attachments",
    Code.FILE_NOT_FOUND: "attachments",
    Code.FILE_UNREADABLE: "attachments",
}


class ActivityForm(QWidget):
    """``changed`` after each change by hand. ``content`` and ``show_content`` speak of drafts: nothing is checked here."""

    changed = Signal()

    def __init__(self, run: Callable[..., TaskHandle], words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._choices: Choices | None = None
        self._shown = DraftBody()
        self._types: tuple[TypeChoice, ...] = ()
        self._counts: dict[str, FieldBox] = {}
        self._typed_counts: dict[str, int] = {}
        self.task = TaskChooser(self)
        self.type = QComboBox(self)
        self.day = DayEdit(self)
        self.title, self.place, self.document = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.note = NoteEdit(self)
        self.attachments = AttachmentBox(run, words, self)
        self.boxes = self._make_boxes()
        for name in ("title", "place", "document", "note"):
            TextCheckMarks(self.boxes[name], words)
        self._make_layout()
        self.setAcceptDrops(True)
        self._connect()

    # Content

    def offer(self, choices: Choices) -> None:
        """What can be chosen."""
        self._choices = choices
        self.task.offer(choices.tasks)
        self.day.set_today(choices.today)

    def show_content(self, body: DraftBody, attachments: Iterable[Attachment] = ()) -> None:
        """Shows a draft; ``attachments`` are those of the record, of which ``body.kept`` stay."""
        assert self._choices is not None  # noqa: S101 - offer() comes first
        self._shown = body
        self._drop_counts()
        self._typed_counts = dict(body.values)
        with QSignalBlocker(self):
            self.task.choose(self._choices.names.get(body.task))
            self._fill_types(body.type)
            self.day.show_iso(body.date)
            for field, text in ((self.title, body.title), (self.place, body.place), (self.document, body.document)):
                field.setText(text)
                field.setCursorPosition(0)
            self.note.setPlainText(body.note)
            self.attachments.show_content([file for file in attachments if file.h in body.kept], map(Path, body.files))
        for box in self.boxes.values():
            box.tell_error("")

    def content(self) -> DraftBody:
        """What stands in the fields now."""
        return DraftBody(
            uid=self._shown.uid,
            rev=self._shown.rev,
            task=self.task.task,
            type=self.type.currentData() or "",
            date=self.day.iso(),
            title=self.title.text(),
            place=self.place.text(),
            document=self.document.text(),
            note=self.note.toPlainText(),
            values=self._values(),
            kept=self.attachments.kept,
            files=self.attachments.files,
        )

    def tell_refusal(self, error: LedgerError) -> bool:
        """Says at its field why something was refused and goes there; False when it is about no field."""
        name = _PLACES.get(error.code) or str(error.parameters.get("field", ""))
        box = self._counts.get(name) or self.boxes.get(name)
        if box is None:
            return False
        parameters = dict(error.parameters)
        if "field" in parameters:
            parameters["field"] = box.label.text().replace("&", "")
        if "task" in parameters:
            parameters["task"] = self.task.text()
        box.tell_error(self._words.sentence(error.code, parameters))
        box.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def count_box(self, code: str) -> CountBox:
        """The field of a count that the chosen type has."""
        field = self._counts[code].field
        assert isinstance(field, CountBox)  # noqa: S101 - made so below
        return field

    # Dropping files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.attachments.add_files(dropped_files(event.mimeData()))

    # Layout

    def _make_boxes(self) -> dict[str, FieldBox]:
        return {
            "task": FieldBox(translate("ActivityForm", "Tas&k"), self.task, self),
            "type": FieldBox(translate("ActivityForm", "Activit&y type"), self.type, self),
            "date": FieldBox(translate("ActivityForm", "&Date"), self.day, self),
            "title": FieldBox(translate("ActivityForm", "&Title"), self.title, self),
            "place": FieldBox(translate("ActivityForm", "&Place"), self.place, self),
            "document": FieldBox(translate("ActivityForm", "Number and symbol of the d&ocument"), self.document, self),
            "note": FieldBox(translate("ActivityForm", "&Note"), self.note, self),
            "attachments": self.attachments.box,
        }

    def _make_layout(self) -> None:
        boxes = self.boxes
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(boxes["task"])
        for pair, stretches in ((("type", "date"), (3, 1)), (("title",), (1,)), (("place", "document"), (1, 1))):
            row = QHBoxLayout()
            row.setSpacing(12)
            for name, stretch in zip(pair, stretches, strict=True):
                row.addWidget(boxes[name], stretch, Qt.AlignmentFlag.AlignTop)
            left.addLayout(row)
        self.figures = Card(self)
        self._figures_hint = text_label(translate("ActivityForm", "Choose a task first; its figures appear here."), muted=True)
        self._figures_grid = QGridLayout()
        self._figures_grid.setHorizontalSpacing(12)
        self.figures.content.addWidget(heading_label(translate("ActivityForm", "Figures")))
        self.figures.content.addWidget(self._figures_hint)
        self.figures.content.addLayout(self._figures_grid)
        left.addWidget(boxes["note"], 1)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self.figures)
        right.addWidget(self.attachments, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addLayout(left, 3)
        row.addLayout(right, 2)

    def _connect(self) -> None:
        self.task.chosen.connect(self._task_chosen)
        self.type.currentIndexChanged.connect(self._type_chosen)
        for name in ("date", "title", "place", "document"):
            field = self.boxes[name].field
            assert isinstance(field, QLineEdit)  # noqa: S101 - made so above
            field.textEdited.connect(self._edited)
        self.note.textChanged.connect(self._edited)
        self.attachments.changed.connect(self._edited)

    # The fields of the chosen type

    @Slot(str)
    def _task_chosen(self, _code: str) -> None:
        self._fill_types(self.type.currentData() or "")
        self._edited()

    @Slot()
    def _type_chosen(self) -> None:
        self._fill_counts()
        self._edited()

    def _fill_types(self, chosen: str) -> None:
        assert self._choices is not None  # noqa: S101 - offer() comes first
        self._types = self._choices.types_of(self.task.task)
        with QSignalBlocker(self.type):
            self.type.clear()
            for kind in self._types:
                self.type.addItem(kind.label, kind.code)
            self.type.setCurrentIndex(max(0, self.type.findData(chosen)) if self._types else -1)
        self.type.setEnabled(len(self._types) > 1)
        self._fill_counts()

    def _fill_counts(self) -> None:
        """Only the fields of the type; a figure typed for a field that two types share stays."""
        self._typed_counts |= self._values()
        self._drop_counts()
        code = self.type.currentData()
        kind = next((kind for kind in self._types if kind.code == code), None)
        self._figures_hint.setVisible(kind is None)
        previous: QWidget = self.note
        for number, field in enumerate(kind.fields if kind else ()):
            count = CountBox()
            count.set_count(self._typed_counts.get(field.code))
            same = fold(field.label) == fold(field.unit)
            box = FieldBox(field.label if same else f"{field.label} ({field.unit})", count, self.figures)
            count.textEdited.connect(self._edited)
            self._figures_grid.addWidget(box, number // 2, number % 2, Qt.AlignmentFlag.AlignTop)
            box.show()  # at once: a layout would wait for the next turn, and the next key may come before it
            self._counts[field.code] = box
            QWidget.setTabOrder(previous, count)
            previous = count
        QWidget.setTabOrder(previous, self.attachments.list)

    def _drop_counts(self) -> None:
        for box in self._counts.values():
            self._figures_grid.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._counts = {}

    def _values(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for code in self._counts:
            count = self.count_box(code).count
            if count is not None:
                found[code] = count
        return found

    @Slot()
    def _edited(self) -> None:
        sender = self.sender()
        for box in (*self.boxes.values(), *self._counts.values()):
            if box.field is sender:
                box.tell_error("")
        self.changed.emit()
