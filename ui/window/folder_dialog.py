"""Asking for a folder or a stick, the same way on every page: the system's own dialog, which the page does not wait for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_folder(parent: QWidget, title: str, picked: Callable[[str], None], *, start: str | Path = "") -> None:
    """Opens the dialog at ``start``, or else at the person's own folder; ``picked``, a bound slot, gets the folder's path."""
    dialog = QFileDialog(parent, title, str(start) or QDir.homePath())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
    dialog.fileSelected.connect(picked)
    dialog.open()
