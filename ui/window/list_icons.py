"""Icons of list entries: drawn in the colour of the text, and in that of selected text where an entry is selected."""

from __future__ import annotations

from PySide6.QtGui import QIcon, QPalette

from ui.window.icons import icon


def list_icon(name: str, palette: QPalette) -> QIcon:
    """The icon ``name`` for lists of this palette."""
    return icon(name, palette.text().color().name(), selected=palette.highlightedText().color().name())
