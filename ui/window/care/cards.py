"""The boxes of the page of care: what a restore or copy means, the copies of the ledger, the check, the keys of this PC."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from storage.domain.codes import Code
from storage.messages.catalogue import Catalogue
from ui.window.care.view import Copy, problem_lines
from ui.window.page import Card, heading_label, set_tone, text_label

translate = QCoreApplication.translate
_COPY = Qt.ItemDataRole.UserRole
_OLD_DAYS = 7
_SHOWN_PROBLEMS = 5


class NoticeCard(Card):
    """Stays until somebody says that it is understood."""

    understood = Signal()

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._text = text_label(parent=self)
        set_tone(self._text, "warn")
        self.button = QPushButton(translate("NoticeCard", "&Understood"), self)
        self.button.clicked.connect(self.understood)
        row = QHBoxLayout()
        row.addWidget(self._text, 1)
        row.addWidget(self.button)
        self.content.addLayout(row)
        self.hide()

    def show_notice(self, code: Code | None) -> None:
        """A restored or copied ledger; nothing when ``code`` is None."""
        if code is not None:
            self._text.setText(f"{self._words.sentence(code)} {self._words.next_step(code)}")
        self.setVisible(code is not None)


class BackupsCard(Card):
    """The copies on this PC; the signals are the buttons."""

    here_wanted = Signal()
    elsewhere_wanted = Signal()
    file_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._age = text_label(parent=self)
        self.made = text_label(parent=self)
        set_tone(self.made, "good")
        self.made.hide()
        self.here = QPushButton(translate("BackupsCard", "Back up &now on this PC"), self)
        self.elsewhere = QPushButton(translate("BackupsCard", "Back up to a s&tick or folder…"), self)
        self.elsewhere.setProperty("role", "primary")
        self.file = QPushButton(translate("BackupsCard", "Restore from a &file…"), self)
        self.restore = QPushButton(translate("BackupsCard", "&Restore the chosen copy…"), self)
        self.here.clicked.connect(self.here_wanted)
        self.elsewhere.clicked.connect(self.elsewhere_wanted)
        self.file.clicked.connect(self.file_wanted)
        self.restore.clicked.connect(self.restore_wanted)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(heading_label(translate("BackupsCard", "Backups"), self), 1)
        head.addWidget(self.here)
        head.addWidget(self.elsewhere)
        foot.addWidget(self.made, 1)
        foot.addStretch(0)
        foot.addWidget(self.file)
        foot.addWidget(self.restore)
        self.table = self._make_table()
        self.content.addLayout(head)
        self.content.addWidget(self._age)
        self.content.addWidget(self.table, 1)
        self.content.addLayout(foot)
        self._selection_changed()

    @property
    def chosen(self) -> Copy | None:
        """The copy that is selected."""
        item = self.table.currentItem()
        return cast(Copy, item.data(_COPY)) if item is not None and item.isSelected() else None

    def show_copies(self, copies: Sequence[Copy], days_old: int | None) -> None:
        """The copies, the newest first, and the age of the newest."""
        self._show_age(days_old)
        self.table.setRowCount(len(copies))
        for row, copy in enumerate(copies):
            name = copy.path.name
            if copy.replaced:
                name = translate("BackupsCard", "{file} (a ledger that was replaced)").format(file=name)
            cells = (copy.made.astimezone().strftime("%d/%m/%Y %H:%M"), self._words.size(copy.size), name)
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setData(_COPY, copy)
                self.table.setItem(row, column, item)
        self._selection_changed()

    def show_made(self, file: str, size: int) -> None:
        """A copy was written, read back and checked."""
        text = translate("BackupsCard", "Backed up, read back and checked: {file}, {size}.")
        self.made.setText(text.format(file=file, size=self._words.size(size)))
        self.made.show()

    def _show_age(self, days: int | None) -> None:
        if days is None:
            self._age.setText(translate("BackupsCard", "There is no backup yet."))
        elif days == 0:
            self._age.setText(translate("BackupsCard", "The last backup on this PC is of today."))
        else:
            self._age.setText(translate("BackupsCard", "The last backup on this PC is %n day(s) old.", "", days))
        set_tone(self._age, "warn" if days is None or days > _OLD_DAYS else "good")

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 3, self)
        table.setAccessibleName(translate("BackupsCard", "Copies on this PC"))
        titles = (translate("BackupsCard", "Made"), translate("BackupsCard", "Size"), translate("BackupsCard", "File"))
        table.setHorizontalHeaderLabels(list(titles))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        table.itemSelectionChanged.connect(self._selection_changed)
        return table

    @Slot()
    def _selection_changed(self) -> None:
        self.restore.setEnabled(self.chosen is not None)


class CheckCard(Card):
    """The check of the ledger and what it found."""

    check_wanted = Signal()

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.told = text_label(translate("CheckCard", "Reads the whole ledger and compares every record with its chain."), self)
        self.button = QPushButton(translate("CheckCard", "&Check the ledger"), self)
        self.button.clicked.connect(self.check_wanted)
        self.content.addWidget(heading_label(translate("CheckCard", "Check"), self))
        self.content.addWidget(self.told, 1)
        self.content.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_problems(self, problems: Sequence[str]) -> None:
        """What is wrong; nothing when the ledger is sound."""
        if problems:
            told = [self._words.sentence(Code.LEDGER_DAMAGED), self._words.next_step(Code.LEDGER_DAMAGED)]
            self.told.setText("\n".join([*told, *problem_lines(problems, shown=_SHOWN_PROBLEMS)]))
        else:
            self.told.setText(translate("CheckCard", "The ledger is sound: every record fits its chain."))
        set_tone(self.told, "bad" if problems else "good")


class KeysCard(Card):
    """Whether the keys are here; new ones for a PC that has none."""

    new_keys_wanted = Signal()

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._told = text_label(parent=self)
        self._told.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.button = QPushButton(translate("KeysCard", "Make new &keys…"), self)
        self.button.clicked.connect(self.new_keys_wanted)
        self.content.addWidget(heading_label(translate("KeysCard", "Keys of this PC"), self))
        self.content.addWidget(self._told, 1)
        self.content.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_state(self, wrong: Code | None) -> None:
        """``wrong`` is what is wrong with the keys, None when they are here."""
        if wrong is None:
            self._told.setText(translate("KeysCard", "The keys are here. Backups hold no keys: a new PC gets new ones."))
        elif wrong is Code.KEY_MISSING:
            self._told.setText(translate("KeysCard", "This PC has no keys, perhaps because it is new. Make new ones."))
        else:
            self._told.setText(f"{self._words.sentence(wrong)} {self._words.next_step(wrong)}")
        set_tone(self._told, "" if wrong is None else "warn")
        self.button.setVisible(wrong is Code.KEY_MISSING)
