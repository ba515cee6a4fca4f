"""The asking steps of the import: the workbook, its columns, its old texts. They draw the flow and tell what was answered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, QSettings, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)

from ui.window.excel_import.flow import ImportFlow
from ui.window.excel_import.tables import TextTable
from ui.window.page import Card, heading_label, text_label
from ui.window.step_wizard import StepPage

translate = QCoreApplication.translate
FOLDER = "folders/documents"


class FilePage(StepPage[ImportFlow]):
    """A workbook is chosen or dropped here; or the empty template is saved."""

    chosen = Signal(object)
    template_wanted = Signal(object)

    def __init__(self, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("ImportFilePage", "Choose the workbook"),
            translate("ImportFilePage", "Nothing is recorded before you have seen every row and confirmed."),
            parent,
        )
        self._settings = settings
        self.setAcceptDrops(True)
        card = Card(self)
        self.name = text_label(translate("ImportFilePage", "No workbook yet. You can also drop it here."), card)
        self.browse = QPushButton(translate("ImportFilePage", "C&hoose the workbook…"), card)
        self.browse.setAutoDefault(False)
        self.browse.clicked.connect(self._browse)
        card.content.addWidget(self.name)
        card.content.addWidget(self.browse, 0, Qt.AlignmentFlag.AlignLeft)
        empty = Card(self)
        empty.content.addWidget(
            text_label(translate("ImportFilePage", "No workbook at hand? Save the empty template and fill it in Excel."), empty)
        )
        self.save = QPushButton(translate("ImportFilePage", "&Save the empty template…"), empty)
        self.save.setAutoDefault(False)
        self.save.clicked.connect(self._ask_where)
        empty.content.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(card)
        self.column.addWidget(empty)
        self.column.addStretch(1)

    def show_flow(self, flow: ImportFlow) -> None:
        if flow.columns is not None:
            self.name.setText(flow.columns.path.name)

    def first_field(self) -> QWidget | None:
        return self.browse

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.chosen.emit(Path(files[0]))

    @Slot()
    def _browse(self) -> None:
        dialog = self._dialog(translate("ImportFilePage", "Choose the workbook"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._picked)
        dialog.open()

    @Slot()
    def _ask_where(self) -> None:
        dialog = self._dialog(translate("ImportFilePage", "Save the empty template"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(translate("ImportFilePage", "activities-template.xlsx"))
        dialog.fileSelected.connect(self._named)
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self, title, str(self._settings.value(FOLDER, QDir.homePath())))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter("*.xlsx")
        return dialog

    @Slot(str)
    def _picked(self, name: str) -> None:
        self._settings.setValue(FOLDER, str(Path(name).parent))
        self.chosen.emit(Path(name))

    @Slot(str)
    def _named(self, name: str) -> None:
        self._settings.setValue(FOLDER, str(Path(name).parent))
        self.template_wanted.emit(Path(name))


class ColumnsPage(StepPage[ImportFlow]):
    """What the columns were taken for; a field is chosen for each that fits nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("ImportColumnsPage", "Columns of the workbook"), "", parent)
        self.where = text_label("", self)
        self.recognised = TextTable(
            (
                translate("ImportColumnsPage", "Column"),
                translate("ImportColumnsPage", "Title in the workbook"),
                translate("ImportColumnsPage", "Field of the ledger"),
            ),
            translate("ImportColumnsPage", "Columns that were recognised"),
            self,
        )
        self.asked = heading_label(translate("ImportColumnsPage", "Choose a field for these columns"), self)
        self._area, self._form = _scrolled_form(self)
        self.boxes: dict[str, QComboBox] = {}
        self.column.addWidget(self.where)
        self.column.addWidget(self.recognised, 1)
        self.column.addWidget(self.asked)
        self.column.addWidget(self._area, 1)

    @property
    def mapping(self) -> dict[str, str]:
        """The field chosen for each title."""
        return {title: str(box.currentData()) for title, box in self.boxes.items() if box.currentData()}

    def show_flow(self, flow: ImportFlow) -> None:
        found = flow.columns
        if found is None:
            return
        self.where.setText(
            translate("ImportColumnsPage", "{file}, sheet “{sheet}”, titles in row {row}").format(
                file=found.path.name, sheet=found.header.sheet, row=found.header.line
            )
        )
        titles = {column.key: column.title for column in found.template.columns}
        left_aside = translate("ImportColumnsPage", "(not read)")
        matches = [column for column in found.header.columns if not isinstance(column, str)]
        self.recognised.show_rows(
            [(one.letter, one.title.replace("\n", " "), titles.get(one.key, left_aside)) for one in matches]
        )
        while self._form.rowCount():
            self._form.removeRow(0)
        used = {one.key for one in matches}
        free = [(key, title) for key, title in titles.items() if key not in used]
        self.boxes = {title: self._box(title, free, flow.mapping.get(title, "")) for title in flow.unknown}
        self.asked.setVisible(bool(self.boxes))
        self._area.setVisible(bool(self.boxes))
        self._area.setMaximumHeight(self._form.sizeHint().height() + self.fontMetrics().lineSpacing())

    def first_field(self) -> QWidget | None:
        return next(iter(self.boxes.values()), None)

    def _box(self, title: str, free: list[tuple[str, str]], chosen: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(title)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(24)
        box.addItem(translate("ImportColumnsPage", "(choose a field)"), "")
        for key, name in free:
            box.addItem(name, key)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        box.currentIndexChanged.connect(self._picked)
        label = QLabel(title.replace("&", "&&"), self)
        label.setWordWrap(True)
        self._form.addRow(label, box)
        return box

    @Slot(int)
    def _picked(self, _: int) -> None:
        self.changed.emit()


class OldTextPage(StepPage[ImportFlow]):
    """Columns in an old encoding, before and after; each is converted only when it is ticked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("ImportOldTextPage", "Old Vietnamese fonts"),
            translate(
                "ImportOldTextPage",
                "These columns seem to be typed in an old font (TCVN3, VNI). Compare, and tick what is to be converted.",
            ),
            parent,
        )
        self.ticks: dict[str, QCheckBox] = {}
        self._area, self._form = _scrolled_form(self)
        self.column.addWidget(self._area, 1)

    @property
    def agreed(self) -> frozenset[str]:
        """The fields whose columns are to be converted."""
        return frozenset(key for key, tick in self.ticks.items() if tick.isChecked())

    def show_flow(self, flow: ImportFlow) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        self.ticks = {}
        for column in flow.offered:
            text = translate("ImportOldTextPage", "Convert “{title}” from {encoding}")
            title = column.title.replace("\n", " ").replace("&", "&&")
            tick = QCheckBox(text.format(title=title, encoding=column.encoding.value.replace("_", " ")), self)
            tick.setChecked(column.key in flow.agreed)
            tick.toggled.connect(self._ticked)
            self.ticks[column.key] = tick
            names = (translate("ImportOldTextPage", "Before"), translate("ImportOldTextPage", "After"))
            table = TextTable(names, column.title, self)
            table.show_rows(list(column.preview))
            table.fit_height()
            self._form.addRow(tick)
            self._form.addRow(table)

    def first_field(self) -> QWidget | None:
        return next(iter(self.ticks.values()), None)

    @Slot(bool)
    def _ticked(self, _: bool) -> None:
        self.changed.emit()


def _scrolled_form(parent: QWidget) -> tuple[QScrollArea, QFormLayout]:
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    inner = QWidget(area)
    form = QFormLayout(inner)
    form.setContentsMargins(0, 0, 0, 0)
    area.setWidget(inner)
    return area, form
