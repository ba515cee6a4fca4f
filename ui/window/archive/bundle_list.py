"""The table of originals, and beside it everything about the chosen one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSplitter, QTextBrowser, QWidget

from storage.messages.catalogue import Catalogue
from ui.window.activities.days import shown_day
from ui.window.archive.view import OriginalRow, state_of
from ui.window.archive.words import ICONS, entries_text, explanation, state_word
from ui.window.icons import icon
from ui.window.row_view import RowView
from ui.window.text_model import TextModel
from ui.window.theme import colours_of

if TYPE_CHECKING:
    from export.exchange.archive import OriginalCheck

translate = QCoreApplication.translate
_DARK = 128


class BundleList(QSplitter):
    """``changed`` when another selection holds; ``opened`` on a double click or Enter. ``checks``: by digest."""

    changed = Signal()
    opened = Signal()

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._words = words
        self.checks: dict[str, OriginalCheck] = {}
        heads = (
            translate("BundleList", "Received"),
            translate("BundleList", "Office"),
            translate("BundleList", "Report"),
            translate("BundleList", "State"),
            translate("BundleList", "Positions"),
        )
        self.model = TextModel(heads, self._texts, parent=self)
        self._draw_signs()
        name = translate("BundleList", "Original bundles")
        self.table = RowView(self.model, name=name, widths=(16, 12, 21, 10, 7), wide=1, many=True, parent=self)
        self.table.selectionModel().selectionChanged.connect(self._selection_changed)
        self.table.activated.connect(self.opened)
        self.details = QTextBrowser(self)
        self.details.setAccessibleName(translate("BundleList", "About the chosen bundle"))
        self.details.setOpenLinks(False)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(0, 5)
        self.setStretchFactor(1, 2)
        letter = self.fontMetrics().averageCharWidth()
        self.setSizes([letter * 118, letter * 42])

    @property
    def chosen(self) -> list[OriginalRow]:
        """The selected rows."""
        return [cast(OriginalRow, self.model.value(row)) for row in self.table.chosen_rows]

    @property
    def shown(self) -> Sequence[OriginalRow]:
        """All rows."""
        return cast("Sequence[OriginalRow]", self.model.values)

    def show_rows(self, rows: Sequence[OriginalRow]) -> None:
        """Replaces the rows; the same original stays chosen."""
        kept = {row.original.payload for row in self.chosen}
        self.model.show_values(rows)
        self.table.choose(next((place for place, row in enumerate(rows) if row.original.payload in kept), 0))
        self._selection_changed()

    def add_check(self, check: OriginalCheck) -> None:
        """What was shown of one original; its row is drawn anew."""
        self.checks[check.payload] = check
        self.table.viewport().update()

    @Slot()
    def _selection_changed(self) -> None:
        chosen = self.chosen
        if len(chosen) == 1:
            self.details.setHtml(explanation(chosen[0], self.checks.get(chosen[0].original.payload), self._words))
        elif chosen:
            self.details.setPlainText(translate("BundleList", "%n bundle(s) chosen.", "", len(chosen)))
        else:
            text = translate("BundleList", "No bundle to show. Bundles come here when they are imported, and stay for good.")
            self.details.setPlainText(text)
        self.changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "model"):
            self._draw_signs()

    def _draw_signs(self) -> None:
        palette = self.palette()
        colours = colours_of("dark" if palette.window().color().lightness() < _DARK else "light")
        selected = palette.highlightedText().color().name()
        signs = {state: icon(name, getattr(colours, tone), selected) for state, (name, tone) in ICONS.items()}

        def sign(row: OriginalRow) -> QIcon | None:
            return signs.get(state_of(row.original, self.checks.get(row.original.payload)))

        self.model.mark(sign=sign)

    def _texts(self, row: OriginalRow) -> tuple[str, ...]:
        original = row.original
        state = state_word(state_of(original, self.checks.get(original.payload)))
        received = shown_day(row.day) if row.day else "–"
        reports = ", ".join(row.reports) or "–"
        return received, row.office or "–", reports, state, entries_text(row)
