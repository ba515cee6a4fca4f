"""The offices of the draft for a table: held in memory, searched by folded name and code, closed ones only when wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from storage.domain.folding import fold
from ui.window.activities.days import shown_iso_day

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
_TITLES = (
    QT_TRANSLATE_NOOP("OfficeModel", "Code"),
    QT_TRANSLATE_NOOP("OfficeModel", "Name"),
    QT_TRANSLATE_NOOP("OfficeModel", "Type"),
    QT_TRANSLATE_NOOP("OfficeModel", "Under"),
    QT_TRANSLATE_NOOP("OfficeModel", "Groups"),
    QT_TRANSLATE_NOOP("OfficeModel", "Exists"),
)
NAME_COLUMN = 1


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """One office: the texts of its cells, and what it is found by."""

    code: str
    cells: tuple[str, ...]
    closed: bool
    folded: str


class OfficeModel(QAbstractTableModel):
    """Rows in the order of the register."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._all: Sequence[OfficeRow] = ()
        self._shown: list[OfficeRow] = []
        self._words: list[str] = []
        self._closed_too = False

    def show_offices(self, register: Mapping[str, Any], today: str) -> None:
        """The offices of a register as plain values; ``today`` an ISO day."""
        types = {kind["code"]: kind["label_vi" if self._language == "vi" else "label_en"] for kind in register["types"]}
        self._all = [self._row(office, types, today) for office in register["offices"]]
        self._filter()

    def search(self, text: str) -> None:
        """Only offices in whose code, name or type every word stands."""
        self._words = fold(text).split()
        self._filter()

    def set_closed_too(self, closed_too: bool) -> None:
        """Also offices that exist no longer."""
        self._closed_too = closed_too
        self._filter()

    def office(self, row: int) -> str:
        """The code in a row; empty beyond the last."""
        return self._shown[row].code if 0 <= row < len(self._shown) else ""

    def place_of(self, code: str) -> int:
        """The row of an office; -1 when it is not shown."""
        return next((place for place, row in enumerate(self._shown) if row.code == code), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(_TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(_TITLES):
            return translate("OfficeModel", str(_TITLES[section]))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._shown[index.row()].cells[index.column()]
        return None

    def _row(self, office: Mapping[str, Any], types: Mapping[str, str], today: str) -> OfficeRow:
        name = str(office["name_vi" if self._language == "vi" else "name_en"])
        kind = types.get(office["type"], office["type"])
        cells = (office["code"], name, kind, office["parent"], ", ".join(office["groups"]), existence(office))
        closed = bool(office["valid_to"]) and office["valid_to"] < today
        return OfficeRow(office["code"], cells, closed, fold(f"{office['code']} {office['name_vi']} {name} {kind}"))

    def _filter(self) -> None:
        self.beginResetModel()
        self._shown = [
            row for row in self._all if (self._closed_too or not row.closed) and all(word in row.folded for word in self._words)
        ]
        self.endResetModel()


def existence(office: Mapping[str, Any]) -> str:
    """From when until when an office exists; empty for always."""
    begins, ends = office["valid_from"], office["valid_to"]
    if begins and ends:
        text = translate("OfficeModel", "{begins} to {ends}")
        return text.format(begins=shown_iso_day(begins), ends=shown_iso_day(ends))
    if begins:
        return translate("OfficeModel", "from {begins}").format(begins=shown_iso_day(begins))
    return translate("OfficeModel", "until {ends}").format(ends=shown_iso_day(ends)) if ends else ""
