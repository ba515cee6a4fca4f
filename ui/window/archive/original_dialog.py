"""An original looked into: what it says of itself, who signed it, which receipt confirms it and where it counts."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from storage.domain.codes import Code
from storage.messages.catalogue import Catalogue
from ui.window.archive.view import OriginalDetails, OriginalRow
from ui.window.archive.words import proof_facts
from ui.window.import_bundles.details_dialog import facts_of
from ui.window.page import heading_label, set_tone, text_label

translate = QCoreApplication.translate
_LEAST_WIDTH = 118
"""In letters."""


class OriginalDialog(QDialog):
    """Only looks; everything can be marked and copied."""

    def __init__(self, row: OriginalRow, details: OriginalDetails, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("OriginalDialog", "About this bundle"))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_WIDTH)
        code = details.file.code
        verdict = text_label(f"{words.sentence(code)} {words.next_step(code)}".strip(), self)
        set_tone(verdict, "good" if code is Code.BUNDLE_VERIFIED else "warn")
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(verdict)
        column.addWidget(heading_label(translate("OriginalDialog", "In this ledger"), self))
        column.addLayout(self._form(proof_facts(row, details, words)))
        column.addWidget(heading_label(translate("OriginalDialog", "What the bundle says"), self))
        # Where the archive keeps it says nothing to a person: the name is the digest, which stands here already.
        said = [fact for fact in facts_of(details.file, words) if fact[1] != str(details.file.path)]
        column.addLayout(self._form(said))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def _form(self, facts: list[tuple[str, str]]) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(4)
        for label, text in facts:
            if text:
                form.addRow(f"{label}:", text_label(text, self))
        return form
