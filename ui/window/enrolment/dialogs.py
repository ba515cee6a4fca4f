"""Questions of the page of enrolment that need a reason: refusing a request, ending a key."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from storage.domain.codes import Code
from storage.domain.text_check import check_text
from storage.messages.catalogue import Catalogue
from ui.window.page import heading_label, set_tone, text_label

translate = QCoreApplication.translate
_LEAST_WIDTH = 66
_LONGEST = 300


class ReasonField(QWidget):
    """One line for a reason, checked while it is typed: it stays in the journal and may travel."""

    def __init__(self, words: Catalogue, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.field = QLineEdit(self)
        self.field.setMaxLength(_LONGEST)
        self.field.setAccessibleName(label.replace("&", "").rstrip(":"))
        caption = QLabel(label, self)
        caption.setBuddy(self.field)
        self._told = text_label(parent=self)
        self._told.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for widget in (caption, self.field, self._told):
            column.addWidget(widget)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._typed)

    @property
    def text(self) -> str:
        """The reason without surrounding blanks."""
        return self.field.text().strip()

    @property
    def is_good(self) -> bool:
        """Whether there is one, and no stamp of secrecy in it."""
        return bool(self.text) and Code.TEXT_SECRECY_STAMP not in self._codes()

    def _codes(self) -> list[Code]:
        return list(dict.fromkeys(finding.code for finding in check_text(self.text)))

    @Slot()
    def _typed(self) -> None:
        codes = self._codes()
        self._told.setText("\n".join(self._words.sentence(code) for code in codes))
        set_tone(self._told, "bad" if Code.TEXT_SECRECY_STAMP in codes else "warn")
        self._told.setVisible(bool(codes))


class ReasonDialog(QDialog):
    """Says what will happen and asks why; opened with ``open``. ``subject`` is what the question is about."""

    def __init__(
        self,
        words: Catalogue,
        *,
        title: str,
        heading: str,
        what: str,
        go_on: str,
        subject: object,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.subject = subject
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAST_WIDTH)
        self.reason = ReasonField(words, translate("ReasonDialog", "&Reason:"), self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.go_button = buttons.addButton(go_on, QDialogButtonBox.ButtonRole.AcceptRole)
        self.go_button.setProperty("role", "primary")
        self.go_button.setEnabled(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(heading_label(heading, self))
        column.addWidget(text_label(what, self))
        column.addWidget(self.reason)
        column.addWidget(buttons)
        self.reason.field.textChanged.connect(self._typed)
        self.reason.field.setFocus()

    @Slot()
    def _typed(self) -> None:
        self.go_button.setEnabled(self.reason.is_good)
