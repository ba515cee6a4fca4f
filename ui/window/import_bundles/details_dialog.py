"""What a file says of itself, and whether that can be believed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from storage.domain.codes import Code
from storage.messages.catalogue import Catalogue
from ui.window.import_bundles.view import FileDetails
from ui.window.moments import moment_text
from ui.window.page import set_tone, text_label

translate = QCoreApplication.translate
_LEAST_WIDTH = 84
"""In letters."""


class DetailsDialog(QDialog):
    """Only looks; everything can be marked and copied."""

    def __init__(self, details: FileDetails, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("DetailsDialog", "About this file"))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_WIDTH)
        believed = details.code is Code.BUNDLE_VERIFIED
        verdict = text_label(f"{words.sentence(details.code)} {words.next_step(details.code)}".strip(), self)
        set_tone(verdict, "good" if believed else "warn")
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(verdict)
        if not believed:
            hint = translate("DetailsDialog", "What follows is only what the file says; nobody can vouch for it.")
            column.addWidget(text_label(hint, self, muted=True))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        for label, text in facts_of(details, words):
            form.addRow(f"{label}:", text_label(text, self))
        column.addLayout(form)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)


def facts_of(details: FileDetails, words: Catalogue) -> list[tuple[str, str]]:
    """Label and value of everything that is known; what the file does not have is left out."""
    kinds = {
        "bundle": translate("DetailsDialog", "report bundle"),
        "enrol": translate("DetailsDialog", "enrolment request"),
        "receipt": translate("DetailsDialog", "receipt"),
        "kit": translate("DetailsDialog", "kit"),
        "resync": translate("DetailsDialog", "recovery bundle"),
    }
    yes, no = translate("DetailsDialog", "yes"), translate("DetailsDialog", "no")
    part = ""
    if details.part is not None:
        part = translate("DetailsDialog", "{part} of {count}").format(part=details.part[0], count=details.part[1])
    facts = [
        (translate("DetailsDialog", "Kind"), kinds.get(details.kind, details.kind)),
        (translate("DetailsDialog", "Office"), details.office),
        (translate("DetailsDialog", "Reports"), ", ".join(details.periods)),
        (translate("DetailsDialog", "Part"), part),
        (translate("DetailsDialog", "Records"), words.number(details.entries) if details.entries else ""),
        (translate("DetailsDialog", "Attachments"), words.number(details.attachments) if details.attachments else ""),
        (translate("DetailsDialog", "Note of the office"), details.note),
        (
            translate("DetailsDialog", "Sealed, by the clock of the office's PC"),
            moment_text(details.created) if details.created else "",
        ),
        (translate("DetailsDialog", "Program"), details.app),
        (translate("DetailsDialog", "Encrypted"), yes if details.encrypted else no),
        (translate("DetailsDialog", "Size"), words.size(details.size)),
        (translate("DetailsDialog", "Signed with the key"), "\n".join(details.signers)),
        (translate("DetailsDialog", "Digest of what is signed"), details.digest),
        (translate("DetailsDialog", "File"), str(details.path)),
        (translate("DetailsDialog", "Code"), details.code.value),
    ]
    return [(label, value) for label, value in facts if value]
