"""Asking for the PIN: only when a job needs the keys, and only while they are locked. The station alone keeps it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from storage.domain.errors import LedgerError
from ui.window.operations import keys
from ui.window.page import heading_label, set_tone, text_label
from ui.window.workplace import Workplace

translate = QCoreApplication.translate


def ask_pin(
    workplace: Workplace,
    parent: QWidget,
    then: Callable[[], None],
    *,
    failed: Callable[[LedgerError], None] | None = None,
) -> None:
    """Calls ``then`` once the keys are open: soon if they are already, else after the right PIN; never if the person gives up.

    ``failed`` is told why the keys cannot be opened at all (KEY_MISSING, KEY_STORE_DAMAGED). All calls come from the window's
    loop, after this function has returned.
    """
    _Request(workplace, parent, then, failed)


class _Request(QObject):
    """Lives as long as one question, as a child of the window that asks."""

    def __init__(
        self,
        workplace: Workplace,
        parent: QWidget,
        then: Callable[[], None],
        failed: Callable[[LedgerError], None] | None,
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._window = parent
        self._then = then
        self._failed = failed
        workplace.runner.start(keys.keys_are_open(), succeeded=self._known, failed=self._refused)

    @Slot(object)
    def _known(self, is_open: object) -> None:
        if is_open:
            self._opened()
            return
        dialog = PinDialog(self._workplace, self._window)
        dialog.accepted.connect(self._opened)
        dialog.rejected.connect(self.deleteLater)
        dialog.open()

    @Slot()
    def _opened(self) -> None:
        self.deleteLater()
        self._then()

    @Slot(object)
    def _refused(self, error: LedgerError) -> None:
        self.deleteLater()
        if self._failed is not None:
            self._failed(error)


class PinDialog(QDialog):
    """Asks until the PIN is right or the person gives up; a wrong one is told with the tries that are left."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.setObjectName("pin_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("PinDialog", "PIN"))
        self.pin = QLineEdit(self)
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setAccessibleName(translate("PinDialog", "PIN"))
        self.told = text_label("", self)
        self.told.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        self.buttons.accepted.connect(self._try)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(translate("PinDialog", "&PIN:"), self.pin)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(heading_label(translate("PinDialog", "Enter the PIN of this PC"), self))
        column.addWidget(
            text_label(
                translate(
                    "PinDialog",
                    "It is needed to seal reports and to open what the centre sends. The keys stay open until you lock them.",
                ),
                self,
                muted=True,
            )
        )
        column.addLayout(form)
        column.addWidget(self.told)
        column.addWidget(self.buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 62)

    @Slot()
    def _try(self) -> None:
        self.buttons.setEnabled(False)
        self._workplace.runner.start(keys.open_keys(pin=self.pin.text()), succeeded=self._right, failed=self._wrong)

    @Slot(object)
    def _right(self, _: object) -> None:
        self.accept()

    @Slot(object)
    def _wrong(self, error: LedgerError) -> None:
        words = self._workplace.words
        self.told.setText(f"{words.sentence(error.code, error.parameters)} {words.next_step(error.code, error.parameters)}")
        set_tone(self.told, "bad")
        self.told.show()
        self.buttons.setEnabled(True)
        self.pin.selectAll()
        self.pin.setFocus()
