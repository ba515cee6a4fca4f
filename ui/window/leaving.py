"""The question that is asked when the window is to be closed while a job still runs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

translate = QCoreApplication.translate


def leave_question(parent: QWidget) -> QMessageBox:
    """Yes or No; ``No`` is what Enter and Escape say. To be opened by the caller, gone when answered."""
    box = QMessageBox(
        QMessageBox.Icon.Question,
        translate("MainWindow", "Work is still going on"),
        translate("MainWindow", "A job is still running. Stop it and close the program? Nothing is left half done."),
        QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No,
        parent,
    )
    box.setDefaultButton(QMessageBox.StandardButton.No)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box


def means_leave(answer: int) -> bool:
    """Whether the question was answered with yes."""
    return answer == QMessageBox.StandardButton.Yes.value
