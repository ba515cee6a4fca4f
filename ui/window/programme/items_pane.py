"""The generic editor of an area of the plan: the list at the left, the form of the chosen item at the right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QScrollArea,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from storage.messages.catalogue import Catalogue
from ui.window.page import text_label
from ui.window.programme.book import PlanBook
from ui.window.programme.choices import item_title
from ui.window.programme.form import ItemForm
from ui.window.programme.item_model import ItemModel, ItemRow
from ui.window.programme.kinds import ItemKind
from ui.window.programme.values import Item, Path, after, inserted, items_of, moved, removed, value_at, with_value

translate = QCoreApplication.translate


class ItemsPane(QWidget):
    """Edits go to the book at once; a code in force stays as it is, since recorded data names it."""

    def __init__(self, kind: ItemKind, book: PlanBook, words: Catalogue, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self._book, self._language = kind, book, language
        self._path: Path = ()
        self.model = ItemModel(self)
        self._make_list()
        self.form = ItemForm(kind, words, language, self)
        self.form.edited.connect(self._edited)
        self.empty = text_label(translate("ItemsPane", "Nothing chosen."), self, muted=True)
        self._make_layout()
        book.replaced.connect(self._replaced)
        book.checked.connect(self._checked)

    @property
    def area(self) -> str:
        """Which list of the programme is edited here."""
        return self._kind.area

    def choose(self, code: str) -> None:
        """Shows the item of a code."""
        for item in items_of(self._book.raw, self._kind.area):
            if item.values.get(self._kind.identity) == code:
                self.search.clear()
                self._select(item.path)
                return

    # Building

    def _make_list(self) -> None:
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(translate("ItemsPane", "Search"))
        self.search.setAccessibleName(translate("ItemsPane", "Search the list"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.model.search)
        self.list = QListView(self)
        self.list.setAccessibleName(self._kind.sheet.title("vi" if self._language == "vi" else "en"))
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setSpacing(1)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.add = QPushButton(translate("ItemsPane", "Add"), self)
        self.remove = QPushButton(translate("ItemsPane", "Remove"), self)
        self.up, self.down = QToolButton(self), QToolButton(self)
        self.up.setArrowType(Qt.ArrowType.UpArrow)
        self.down.setArrowType(Qt.ArrowType.DownArrow)
        self.up.setAccessibleName(translate("ItemsPane", "Move up in the order"))
        self.down.setAccessibleName(translate("ItemsPane", "Move down in the order"))
        for button, slot in ((self.add, self._add), (self.remove, self._remove), (self.up, self._up), (self.down, self._down)):
            button.clicked.connect(slot)

    def _make_layout(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.add, self.remove, self.up, self.down):
            buttons.addWidget(button)
        buttons.addStretch(1)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        right = QWidget(self)
        inner = QVBoxLayout(right)
        inner.setContentsMargins(8, 0, 4, 0)
        inner.addWidget(self.empty)
        inner.addWidget(self.form, 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(right)
        area.viewport().setAutoFillBackground(False)
        right.setAutoFillBackground(False)
        split = QSplitter(self)
        split.addWidget(left)
        split.addWidget(area)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 7)
        split.setSizes([330, 770])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)

    # Showing

    @Slot()
    def _replaced(self) -> None:
        self._show_list()
        place = self.model.place_of(self._path)
        if place < 0:
            place = 0 if self.model.rowCount() else -1
        self.list.setCurrentIndex(self.model.index(place))
        self._show_item()

    @Slot()
    def _checked(self) -> None:
        self._show_list()
        code = str(self._item().values.get(self._kind.identity, "")) if self._path else ""
        own = [problem for problem in self._book.problems if problem.area == self._kind.area and problem.key == code]
        self.form.tell_problems(own)

    def _show_list(self) -> None:
        wrong = {problem.key for problem in self._book.problems if problem.area == self._kind.area}
        self.model.show_rows([self._row(item, wrong) for item in items_of(self._book.raw, self._kind.area)])

    def _row(self, item: Item, wrong: set[str]) -> ItemRow:
        code = str(item.values.get(self._kind.identity, ""))
        title = item_title(item.values, self._kind.title, self._language)
        return ItemRow(item.path, code, title, item.depth, code in wrong)

    @Slot(QModelIndex, QModelIndex)
    def _chosen(self, current: QModelIndex, _: QModelIndex) -> None:
        row = self.model.row(current)
        if row is not None and row.path != self._path:
            self._path = row.path
            self._show_item()

    def _show_item(self) -> None:
        row = self.model.row(self.list.currentIndex())
        self._path = row.path if row else ()
        self.form.setVisible(row is not None)
        self.empty.setVisible(row is None)
        self.remove.setEnabled(row is not None)
        if row is not None:
            in_force = {str(one.values.get(self._kind.identity)) for one in items_of(self._book.in_force, self._kind.area)}
            self.form.show_item(self._book.raw, self._item().values, fixed=row.code in in_force)
        self._checked()

    def _item(self) -> Item:
        return Item(self._path, value_at(self._book.raw, self._path) or {})

    # Editing

    @Slot(object, object)
    def _edited(self, path: object, value: object) -> None:
        if not self._path:
            return
        assert isinstance(path, tuple)  # noqa: S101 - the form tells a path
        item = value_at(with_value(self._book.raw, (*self._path, *path), value), self._path)
        if path[0] == "schedule":
            # Without any date there is no schedule: the plan states none.
            dates = (item["schedule"].get(name) for name in ("due_before", "data_from", "data_to"))
            empty = not any(dates) and not item["schedule"].get("period_name_vi")
            item["schedule"] = None if empty else {"data_from_year_offset": 0, "period_suffix": "", **item["schedule"]}
            self._book.put((*self._path, "schedule"), item["schedule"])
        else:
            self._book.put((*self._path, *path), value)
        self.form.follow(self._book.raw, self._item().values)
        self._show_list()

    def _select(self, path: Path) -> None:
        self._path = path
        self._show_list()
        self.list.setCurrentIndex(self.model.index(self.model.place_of(path)))
        self._show_item()

    @Slot()
    def _add(self) -> None:
        raw = self._book.raw
        beside = self._item().values if self._path else None
        item = self._kind.new(raw, beside)
        path: Path = after(self._path) if self._path else ("programme", self._kind.area, 0)
        self.search.clear()
        self._path = path
        self._book.exchange(inserted(raw, path, item))
        self._select(path)
        first = self.form.fields[self._kind.identity]
        first.setFocus()
        if isinstance(first, QLineEdit):
            first.selectAll()

    @Slot()
    def _remove(self) -> None:
        if self._path:
            self._book.exchange(removed(self._book.raw, self._path))

    @Slot()
    def _up(self) -> None:
        self._move(-1)

    @Slot()
    def _down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        if self._path:
            raw, path = moved(self._book.raw, self._path, by)
            if path != self._path:
                self._path = path
                self._book.exchange(raw)
                self._select(path)
