"""The offices of the draft: the table, what the register says of the chosen one, and the acts by which offices change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QModelIndex, Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from storage.messages.catalogue import Catalogue
from ui.window.page import Card, heading_label, text_label
from ui.window.programme.acts import Act
from ui.window.programme.book import PlanBook
from ui.window.programme.office_model import NAME_COLUMN, OfficeModel, existence
from ui.window.programme.reorganise_dialog import ReorganiseDialog
from ui.window.programme.sentences import succession_line
from ui.window.tasks import TaskHandle

translate = QCoreApplication.translate
_BUTTONS: Mapping[Act, object] = {
    Act.CREATE: QT_TRANSLATE_NOOP("OfficesTab", "&Create…"),
    Act.RENAME: QT_TRANSLATE_NOOP("OfficesTab", "Re&name…"),
    Act.MERGE: QT_TRANSLATE_NOOP("OfficesTab", "&Merge…"),
    Act.SPLIT: QT_TRANSLATE_NOOP("OfficesTab", "&Split…"),
    Act.MOVE: QT_TRANSLATE_NOOP("OfficesTab", "Mo&ve…"),
    Act.REGROUP: QT_TRANSLATE_NOOP("OfficesTab", "&Groups…"),
    Act.CLOSE: QT_TRANSLATE_NOOP("OfficesTab", "C&lose…"),
    Act.CORRECT: QT_TRANSLATE_NOOP("OfficesTab", "C&orrect…"),
    Act.TAKE_BACK: QT_TRANSLATE_NOOP("OfficesTab", "Ta&ke back…"),
}
_ALWAYS = frozenset({Act.CREATE, Act.MERGE})


class OfficesTab(QWidget):
    """Every act opens a dialog that shows its effect; what was decided goes into the draft."""

    def __init__(
        self,
        book: PlanBook,
        run: Callable[..., TaskHandle],
        words: Catalogue,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._book, self._run, self._words, self._language = book, run, words, language
        self._today = ""
        self._code = ""
        self.model = OfficeModel(language, self)
        self._make_table()
        self._make_card()
        self._make_layout()
        book.replaced.connect(self._replaced)

    def set_today(self, today: str) -> None:
        """The day by which an office counts as closed (ISO)."""
        self._today = today

    def choose(self, code: str) -> None:
        """Shows an office."""
        self.search.clear()
        place = self.model.place_of(code)
        if place < 0:
            self.closed_too.setChecked(True)
            place = self.model.place_of(code)
        if place >= 0:
            self.table.selectRow(place)
            self.table.scrollTo(self.model.index(place, 0))

    def _make_table(self) -> None:
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(translate("OfficesTab", "Search by name, code or type"))
        self.search.setAccessibleName(translate("OfficesTab", "Search the offices"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._searched)
        self.closed_too = QCheckBox(translate("OfficesTab", "Closed ones &too"), self)
        self.closed_too.toggled.connect(self._closed_toggled)
        self.table = QTableView(self)
        self.table.setAccessibleName(translate("OfficesTab", "Offices"))
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setAlternatingRowColors(True)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(NAME_COLUMN, QHeaderView.ResizeMode.Stretch)
        widths = {0: 11, 2: 11, 3: 11, 4: 8, 5: 15}
        for column, characters in widths.items():
            self.table.setColumnWidth(column, self.fontMetrics().averageCharWidth() * characters + 16)
        self.table.selectionModel().currentRowChanged.connect(self._chosen)

    def _make_card(self) -> None:
        self.card = Card(self)
        self.name = heading_label("", self.card)
        self.facts = text_label("", self.card)
        self.card.content.addWidget(self.name)
        self.card.content.addWidget(self.facts)
        self.card.content.addStretch(1)
        self.buttons: dict[Act, QPushButton] = {}
        for act, text in _BUTTONS.items():
            button = QPushButton(translate("OfficesTab", str(text)), self)
            button.setObjectName(act.value)
            button.clicked.connect(self._act)
            self.buttons[act] = button

    def _make_layout(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.closed_too)
        left = QVBoxLayout()
        left.addLayout(top)
        left.addWidget(self.table, 1)
        grid = QGridLayout()
        for place, button in enumerate(self.buttons.values()):
            grid.addWidget(button, place // 3, place % 3)
        right = QVBoxLayout()
        right.addWidget(self.card, 1)
        right.addLayout(grid)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 8, 8)
        row.setSpacing(12)
        row.addLayout(left, 2)
        row.addLayout(right, 1)

    # Showing

    @Slot()
    def _replaced(self) -> None:
        code = self._code
        self.model.show_offices(self._book.raw["offices"], self._today)
        self._keep(code)

    @Slot(str)
    def _searched(self, text: str) -> None:
        code = self._code
        self.model.search(text)
        self._keep(code)

    @Slot(bool)
    def _closed_toggled(self, closed_too: bool) -> None:
        code = self._code
        self.model.set_closed_too(closed_too)
        self._keep(code)

    def _keep(self, code: str) -> None:
        place = self.model.place_of(code)
        if place < 0 and self.model.rowCount():
            place = 0
        self.table.selectRow(place)
        self._code = self.model.office(place)
        self._show_office()

    @Slot(QModelIndex, QModelIndex)
    def _chosen(self, current: QModelIndex, _: QModelIndex) -> None:
        self._code = self.model.office(current.row())
        self._show_office()

    def _show_office(self) -> None:
        office = next((one for one in self._offices() if one["code"] == self._code), None)
        self.name.setText(office["name_vi" if self._language == "vi" else "name_en"] if office else "")
        self.facts.setText("\n".join(self._facts(office)) if office else translate("OfficesTab", "No office chosen."))
        ends = bool(office and office["valid_to"])
        for act, button in self.buttons.items():
            goes = office is not None and (act in (Act.CORRECT, Act.MOVE) or not ends)
            button.setEnabled(act in _ALWAYS or goes)
        self.buttons[Act.TAKE_BACK].setEnabled(bool(self._successions()))

    def _facts(self, office: Mapping[str, Any]) -> list[str]:
        names = {one["code"]: one["name_vi" if self._language == "vi" else "name_en"] for one in self._offices()}
        facts = [translate("OfficesTab", "Code: {code}").format(code=office["code"])]
        if when := existence(office):
            facts.append(translate("OfficesTab", "Exists: {when}").format(when=when))
        if office["parent"]:
            facts.append(
                translate("OfficesTab", "Under: {parent}").format(parent=names.get(office["parent"], office["parent"]))
            )
        if office["groups"]:
            facts.append(translate("OfficesTab", "Groups: {groups}").format(groups=", ".join(office["groups"])))
        if office["phone"]:
            facts.append(translate("OfficesTab", "Switchboard: {phone}").format(phone=office["phone"]))
        for line in self._book.raw["offices"]["successions"]:
            if self._code in (*line["sources"], *line["targets"]):
                facts.append(succession_line(line, names))
        if office["source"]:
            facts.append(translate("OfficesTab", "Source: {source}").format(source=office["source"]))
        return facts

    def _offices(self) -> list[dict[str, Any]]:
        return cast("list[dict[str, Any]]", self._book.raw["offices"]["offices"]) if self._book.raw else []

    def _successions(self) -> list[int]:
        """Places of the reorganisations in which the chosen office was a source."""
        lines = self._book.raw["offices"]["successions"] if self._book.raw else []
        return [place for place, line in enumerate(lines) if self._code in line["sources"]]

    # Acting

    @Slot()
    def _act(self) -> None:
        act = Act(self.sender().objectName())
        dialog = ReorganiseDialog(
            act,
            self._book.raw,
            self._code,
            run=self._run,
            words=self._words,
            language=self._language,
            places=self._successions(),
            parent=self,
        )
        dialog.decided.connect(self._decided)
        dialog.open()

    @Slot(object, str)
    def _decided(self, offices: object, reason: str) -> None:
        self._book.exchange({**self._book.raw, "offices": offices}, reason=reason)
