"""The column at the left: the pages, and below them help and the lock."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QToolButton, QVBoxLayout, QWidget

from ui.window.icons import icon
from ui.window.role_profile import PageEntry

translate = QCoreApplication.translate
_ICON_SIDE = 20
# Qt.ScrollBarPolicy and Qt.ToolButtonStyle by their numbers: naming anything of ``Qt`` makes its hundred enumerations, which
# costs a tenth of the time to the first picture. ``tests/ui/test_first_picture.py`` watches over it.
_ALWAYS_OFF, _TEXT_BESIDE_ICON = 1, 2


class Navigation(QFrame):
    """``chosen`` gives the key of a page that a person picks; ``select`` shows one without telling."""

    chosen = Signal(str)
    entered = Signal()
    """Enter or the right arrow on a page: the keyboard wants to go there."""
    help_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, entries: Sequence[PageEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation_column")
        self._entries = entries
        self.pages = QListWidget(self)
        self.pages.setObjectName("navigation")
        self.pages.setIconSize(QSize(_ICON_SIDE, _ICON_SIDE))
        self.pages.setProperty("horizontalScrollBarPolicy", _ALWAYS_OFF)
        self.pages.setAccessibleName(translate("Navigation", "Pages"))
        for number, entry in enumerate(entries, 1):
            item = QListWidgetItem(translate("Navigation", entry.title))
            item.setToolTip(f"Ctrl+{number}")
            self.pages.addItem(item)
        self.help = self._button(translate("Navigation", "Help (F1)"))
        self.help.clicked.connect(self.help_wanted)
        self.lock = self._button(translate("Navigation", "Lock the keys"))
        self.lock.setToolTip("Ctrl+Shift+L")
        self.lock.clicked.connect(self.lock_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(2)
        column.addWidget(self.pages, 1)
        column.addWidget(self.help)
        column.addWidget(self.lock)
        self.pages.setCurrentRow(0)  # else the list picks a page itself when the window gets the keyboard, before it is painted
        self.pages.currentRowChanged.connect(self._row_changed)
        self.pages.itemActivated.connect(self.entered)
        self.redraw()

    def take_keys(self) -> None:
        """The keys beside those of a list; called once, after the first picture."""
        from PySide6.QtCore import Qt

        into = QShortcut(QKeySequence("Right"), self.pages)
        into.setContext(Qt.ShortcutContext.WidgetShortcut)
        into.activated.connect(self.entered)

    def select(self, key: str) -> None:
        """Marks a page as the one in front."""
        self.pages.blockSignals(True)
        self.pages.setCurrentRow(next(row for row, entry in enumerate(self._entries) if entry.key == key))
        self.pages.blockSignals(False)

    def redraw(self) -> None:
        """Icons in the colours of the palette, and the width that the words need."""
        palette = self.palette()
        plain, selected = palette.windowText().color().name(), palette.highlightedText().color().name()
        for row, entry in enumerate(self._entries):
            self.pages.item(row).setIcon(icon(entry.icon, plain, selected))
        for button, name in ((self.help, "circle-help"), (self.lock, "lock")):
            button.setIcon(icon(name, plain))
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        needed = max(self.pages.sizeHintForColumn(0) + 28, self.help.sizeHint().width(), self.lock.sizeHint().width())
        self.setFixedWidth(max(needed, 190))

    def _button(self, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(f" {text}")
        button.setIconSize(QSize(_ICON_SIDE, _ICON_SIDE))
        button.setProperty("toolButtonStyle", _TEXT_BESIDE_ICON)
        button.setAutoRaise(True)
        button.setProperty("role", "navigation")
        return button

    @Slot(int)
    def _row_changed(self, row: int) -> None:
        if 0 <= row < len(self._entries):
            self.chosen.emit(self._entries[row].key)
