"""Two questions before something weighty is done to a period: the head's approval, and the reason for reopening."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from storage.journal.entries import Signature
from ui.window.page import heading_label, set_tone, text_label
from ui.window.period.view import PeriodView
from ui.window.reason_dialog import ReasonDialog

translate = QCoreApplication.translate
_LEAST_WIDTH = 62
"""In letters."""


class CloseDialog(QDialog):
    """Shows under whose name the report goes out; closing needs the head's word, ticked by hand."""

    def __init__(self, view: PeriodView, signature: Signature, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("CloseDialog", "Approve and close"))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_WIDTH)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(heading_label(view.name, self))
        column.addWidget(self._signer(signature))
        if view.findings:
            text = translate(
                "CloseDialog", "%n point(s) of the checklist are still open. They do not stop closing.", "", len(view.findings)
            )
            findings = text_label(text, self)
            set_tone(findings, "warn")
            column.addWidget(findings)
        consequence = translate(
            "CloseDialog",
            "Closing freezes figures and text. What is recorded for this period later is shown to the centre as a change. "
            "The period can be opened again with a reason.",
        )
        column.addWidget(text_label(consequence, self, muted=True))
        self.approved = QCheckBox(
            translate("CloseDialog", "The &head of the office has read the report and approves it."), self
        )
        self.approved.toggled.connect(self._ticked)
        column.addWidget(self.approved)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.close_button = self._buttons.addButton(
            translate("CloseDialog", "&Close the period"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.close_button.setEnabled(False)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column.addWidget(self._buttons)

    def _signer(self, signature: Signature) -> QLabel:
        if signature.name or signature.title:
            signer = ", ".join(part for part in (signature.name, signature.title) if part)
            return text_label(translate("CloseDialog", "Printed under the report: {signer}").format(signer=signer), self)
        label = text_label(
            translate("CloseDialog", "No name and no title are given; their room on the paper stays empty."), self
        )
        set_tone(label, "warn")
        return label

    @Slot(bool)
    def _ticked(self, on: bool) -> None:
        self.close_button.setEnabled(on)


def reopen_dialog(parent: QWidget) -> ReasonDialog:
    """Asks why a period is opened again."""
    return ReasonDialog(
        title=translate("ReasonDialog", "Reopen the period"),
        explanation=translate(
            "ReasonDialog", "The reason is kept with the history and the centre sees it. Close the period again afterwards."
        ),
        button=translate("ReasonDialog", "&Reopen"),
        parent=parent,
    )
