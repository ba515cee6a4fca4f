"""The report itself: who signs, its documents, freezing its figures, and what has changed since they were frozen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from storage.journal.entries import Signature
from ui.window.consolidate.tables import TextTable
from ui.window.consolidate.view import ConsolidateView
from ui.window.page import heading_label, row_of, set_tone, text_label
from ui.window.period.sign_tab import read_day

translate = QCoreApplication.translate
_LIMITS = (64, 500, 64, 64, 20)
_ISO = "yyyy-MM-dd"


class ReportTab(QWidget):
    """``file_wanted`` carries a suffix; ``freeze_wanted`` asks for the figures to be written down."""

    file_wanted = Signal(str)
    freeze_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.title, self.number, self.place, self.day = (QLineEdit(self) for _ in range(5))
        self.title.setPlaceholderText("KT. CHỦ TỊCH; PHÓ CHỦ TỊCH")
        self.day.setPlaceholderText(translate("ReportTab", "dd/mm/yyyy"))
        self.standing = text_label("", self)
        self.frozen = text_label("", self)
        self.cautions = text_label("", self)
        self.freeze = QPushButton(translate("ReportTab", "&Freeze these figures…"), self)
        self.freeze.clicked.connect(self.freeze_wanted)
        self.model = TextTable(
            [
                translate("ReportTab", "Indicator"),
                translate("ReportTab", "Office"),
                translate("ReportTab", "Frozen"),
                translate("ReportTab", "Today"),
            ],
            right=(2, 3),
            parent=self,
        )
        self.changes = QTableView(self)
        self.changes.setModel(self.model)
        self.changes.setAccessibleName(translate("ReportTab", "Figures that have changed"))
        self.changes.setTabKeyNavigation(False)
        self.changes.verticalHeader().hide()
        header = self.changes.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._lay_out()

    @property
    def signature(self) -> Signature:
        """The block as typed; a date that is none is left out."""
        day = read_day(self.day.text())
        return Signature(
            name=self.name.text().strip(),
            title=self.title.text().strip(),
            number=self.number.text().strip(),
            place=self.place.text().strip(),
            date=day.toString(_ISO) if day.isValid() else "",
        )

    @property
    def day_is_wrong(self) -> bool:
        """Whether something stands in the field of the date that is no day."""
        return bool(self.day.text().strip()) and not read_day(self.day.text()).isValid()

    def show_view(self, view: ConsolidateView, *, frozen_at: str) -> None:
        """``frozen_at`` is the moment of the last freezing as people read it; empty when there was none."""
        text = translate("ReportTab", "{received} of {owed} reports owed have been received.")
        self.standing.setText(text.format(received=view.received, owed=view.owed))
        set_tone(self.standing, "good" if view.received == view.owed else "warn")
        if not frozen_at:
            self.frozen.setText(
                translate("ReportTab", "The figures have not been frozen. Freeze them when the report goes to be signed.")
            )
        elif view.changes:
            text = translate("ReportTab", "Frozen {moment}; since then %n figure(s) have changed.", "", len(view.changes))
            self.frozen.setText(text.format(moment=frozen_at))
        else:
            text = translate("ReportTab", "Frozen {moment}; today's figures are the same. Digest {digest}.")
            self.frozen.setText(text.format(moment=frozen_at, digest=view.frozen_digest[:16]))
        set_tone(self.frozen, "warn" if view.changes else "")
        self.cautions.setText("\n".join(f"• {line}" for line in view.cautions))
        self.model.show([(change.what, change.scope, change.frozen, change.now) for change in view.changes])
        self.changes.setVisible(bool(view.changes))

    @Slot(str)
    def _want(self, suffix: str) -> None:
        if self.day_is_wrong:
            self.day.setFocus()
            self.wrong.show()
        else:
            self.wrong.hide()
            self.file_wanted.emit(suffix)

    def _lay_out(self) -> None:
        left = QWidget(self)
        left.setFixedWidth(self.fontMetrics().averageCharWidth() * 46)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(heading_label(translate("ReportTab", "Who signs"), left))
        labels = (
            translate("ReportTab", "Si&gner"),
            translate("ReportTab", "&Title"),
            translate("ReportTab", "&Number"),
            translate("ReportTab", "Pl&ace"),
            translate("ReportTab", "&Date"),
        )
        for text, field, limit in zip(labels, (self.name, self.title, self.number, self.place, self.day), _LIMITS, strict=True):
            label = QLabel(text, left)
            label.setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
            field.setMaxLength(limit)
            column.addWidget(label)
            column.addWidget(field)
        self.wrong = text_label(translate("ReportTab", "Write the date as day/month/year, such as 25/06/2020."), left)
        set_tone(self.wrong, "bad")
        self.wrong.hide()
        column.addWidget(self.wrong)
        column.addWidget(heading_label(translate("ReportTab", "Documents"), left))
        column.addLayout(self._files(left))
        column.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(heading_label(translate("ReportTab", "Where the report stands"), self))
        for widget in (self.standing, self.frozen):
            right.addWidget(widget)
        right.addLayout(row_of(self.freeze))
        right.addWidget(self.changes)
        right.addWidget(self._scrolled(self.cautions), 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 4)
        row.setSpacing(14)
        row.addWidget(left)
        row.addLayout(right, 1)

    def _scrolled(self, label: QLabel) -> QScrollArea:
        """What must be told can be long: codes of every indicator that nobody has answered."""
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setWidget(label)
        return area

    def _files(self, parent: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        self.word, self.excel, self.pdf = (
            QPushButton(text, parent)
            for text in (
                translate("ReportTab", "&Word…"),
                translate("ReportTab", "&Excel…"),
                translate("ReportTab", "&PDF…"),
            )
        )
        self.word.setProperty("role", "primary")
        for button, suffix in ((self.word, ".docx"), (self.excel, ".xlsx"), (self.pdf, ".pdf")):
            button.clicked.connect(partial(self._want, suffix))
            row.addWidget(button)
        return row
