"""Who owes the report of a period by the draft, and the centre's exemptions with their reasons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from storage.domain.errors import LedgerError
from storage.domain.folding import fold
from storage.messages.catalogue import Catalogue
from ui.window.activities.fields import FieldBox
from ui.window.operations.programme import read_obligations
from ui.window.page import Card, heading_label, set_tone, text_label
from ui.window.programme.book import PlanBook
from ui.window.programme.values import with_value
from ui.window.programme.view import OwedLine
from ui.window.tasks import TaskHandle

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex


def standing_text(line: OwedLine) -> str:
    """What an office owes, in words."""
    if line.standing == "exempt":
        return (
            translate("ObligationsTab", "exempt from every report")
            if line.everywhere
            else translate("ObligationsTab", "exempt")
        )
    if line.standing == "requested":
        return translate("ObligationsTab", "requested, never overdue")
    return (
        translate("ObligationsTab", "owes the report")
        if line.standing == "owed"
        else translate("ObligationsTab", "owes nothing")
    )


class OwedModel(QAbstractTableModel):
    """Code, name, standing, reason; searched by folded text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[tuple[OwedLine, str]] = ()
        self._shown: list[OwedLine] = []
        self._words: list[str] = []

    def show_lines(self, lines: Sequence[OwedLine]) -> None:
        """Other lines."""
        self._all = [(line, fold(f"{line.office} {line.name} {standing_text(line)}")) for line in lines]
        self._filter()

    def search(self, text: str) -> None:
        """Only lines in which every word stands."""
        self._words = fold(text).split()
        self._filter()

    def line(self, row: int) -> OwedLine | None:
        """The line of a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def place_of(self, office: str) -> int:
        """The row of an office; -1 when it is not shown."""
        return next((place for place, line in enumerate(self._shown) if line.office == office), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            translate("ObligationsTab", "Code"),
            translate("ObligationsTab", "Office"),
            translate("ObligationsTab", "Report"),
            translate("ObligationsTab", "Why"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row()) if index.isValid() else None
        if line is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        why = line.reason
        if not why and line.inherited_from:
            why = translate("ObligationsTab", "follows {offices}").format(offices=", ".join(line.inherited_from))
        return (line.office, line.name, standing_text(line), why)[index.column()]

    def _filter(self) -> None:
        self.beginResetModel()
        self._shown = [line for line, folded in self._all if all(word in folded for word in self._words)]
        self.endResetModel()


class ObligationsTab(QWidget):
    """An exemption needs a reason; it goes into the draft and counts from when the draft is in force."""

    def __init__(
        self, book: PlanBook, run: Callable[..., TaskHandle], words: Catalogue, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._book, self._run, self._words, self._language = book, run, words, language
        self._office = ""
        self.model = OwedModel(self)
        self._make_list()
        self._make_card()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 8, 8)
        row.setSpacing(12)
        row.addLayout(self._left, 7)
        row.addWidget(self.card, 4)
        book.replaced.connect(self.reload)

    def set_periods(self, periods: Sequence[tuple[str, str]], current: str) -> None:
        """The periods to choose from: code and name."""
        self.period.clear()
        for code, name in periods:
            self.period.addItem(name, code)
        self.period.setCurrentIndex(max(self.period.findData(current), 0))

    # Building

    def _make_list(self) -> None:
        self.period = QComboBox(self)
        self.period.setAccessibleName(translate("ObligationsTab", "Period"))
        self.period.setMinimumContentsLength(24)
        self.period.currentIndexChanged.connect(self.reload)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(translate("ObligationsTab", "Search by office or by what it owes"))
        self.search.setAccessibleName(translate("ObligationsTab", "Search the offices"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._searched)
        self.table = QTableView(self)
        self.table.setAccessibleName(translate("ObligationsTab", "Reports owed"))
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setAlternatingRowColors(True)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column, characters in {0: 12, 2: 22, 3: 14}.items():
            self.table.setColumnWidth(column, self.fontMetrics().averageCharWidth() * characters + 16)
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self.counts = text_label("", self, muted=True)
        top = QHBoxLayout()
        top.addWidget(self.period)
        top.addWidget(self.search, 1)
        self._left = QVBoxLayout()
        self._left.addLayout(top)
        self._left.addWidget(self.table, 1)
        self._left.addWidget(self.counts)

    def _make_card(self) -> None:
        self.card = Card(self)
        self.name = heading_label("", self.card)
        self.told = text_label("", self.card)
        self.reason = QLineEdit(self.card)
        self.reason.textChanged.connect(self._enable)
        self.everywhere = QCheckBox(translate("ObligationsTab", "In ever&y period"), self.card)
        self.exempt = QPushButton(translate("ObligationsTab", "Exemp&t this office"), self.card)
        self.back = QPushButton(translate("ObligationsTab", "&End the exemption"), self.card)
        self.exempt.clicked.connect(self._exempt)
        self.back.clicked.connect(self._end)
        for widget in (
            self.name,
            self.told,
            FieldBox(translate("ObligationsTab", "&Reason for an exemption"), self.reason, self.card),
            self.everywhere,
            self.exempt,
            self.back,
        ):
            self.card.content.addWidget(widget)
        self.card.content.addStretch(1)
        hint = translate(
            "ObligationsTab",
            "Who owes which report follows from the groups named by each report and from the offices' own dates.",
        )
        self.card.content.addWidget(text_label(hint, self.card, muted=True))

    # Showing

    @Slot()
    def reload(self) -> None:
        """Asks anew who owes what."""
        period = self.period.currentData()
        if self._book.raw and period:
            job = read_obligations(raw=self._book.raw, period=str(period), language=self._language)
            self._run(job, self._show, failed=self._failed)

    @Slot(object)
    def _show(self, result: object) -> None:
        lines = cast("list[OwedLine]", result)
        office = self._office
        self.model.show_lines(lines)
        number = self._words.number
        text = translate("ObligationsTab", "{owed} owe the report, {requested} are asked for it, {exempt} are exempt.")
        counts = {name: number(sum(line.standing == name for line in lines)) for name in ("owed", "requested", "exempt")}
        self.counts.setText(text.format(**counts))
        set_tone(self.counts, "")
        self._keep(office)

    @Slot(object)
    def _failed(self, error: LedgerError) -> None:
        self.model.show_lines([])
        self.counts.setText(self._words.sentence(error.code, error.parameters))
        set_tone(self.counts, "bad")

    @Slot(str)
    def _searched(self, text: str) -> None:
        office = self._office
        self.model.search(text)
        self._keep(office)

    def _keep(self, office: str) -> None:
        place = self.model.place_of(office)
        self.table.selectRow(place if place >= 0 else 0)
        self._show_line(self.model.line(place if place >= 0 else 0))

    @Slot(QModelIndex, QModelIndex)
    def _chosen(self, current: QModelIndex, _: QModelIndex) -> None:
        self._show_line(self.model.line(current.row()))

    def _show_line(self, line: OwedLine | None) -> None:
        self._office = line.office if line else ""
        self.name.setText(line.name if line else "")
        self.told.setText(standing_text(line) if line else "")
        is_exempt = line is not None and line.standing == "exempt"
        self.reason.setText(line.reason if line else "")
        self.everywhere.setChecked(line.everywhere if line else False)
        self.back.setEnabled(is_exempt)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        self.exempt.setEnabled(bool(self._office and self.reason.text().strip()))

    # Editing

    @Slot()
    def _exempt(self) -> None:
        period = "" if self.everywhere.isChecked() else str(self.period.currentData())
        self._put([*self._others(), [self._office, period, self.reason.text().strip()]])

    @Slot()
    def _end(self) -> None:
        self._put(self._others())

    def _others(self) -> list[list[str]]:
        """The exemptions that do not touch the chosen office in the chosen period."""
        period = str(self.period.currentData())
        lines = self._book.raw["dates"].get("exemptions", [])
        return [line for line in lines if line[0] != self._office or line[1] not in ("", period)]

    def _put(self, lines: list[list[str]]) -> None:
        self._book.exchange(with_value(self._book.raw, ("dates", "exemptions"), lines))
