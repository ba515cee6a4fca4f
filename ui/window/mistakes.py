"""What happens with exceptions nobody expected: logged by their places alone, told once, and the program goes on.

Nothing of the exception's own text is kept or shown: it may hold what a clerk typed.
"""

from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QMessageLogContext, QObject, QtMsgType, Slot, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:  # loaded when there is something to tell: the first of these hooks is there before the window is
    from PySide6.QtWidgets import QMessageBox, QWidget

    from storage.domain.errors import LedgerError
    from storage.messages.catalogue import Catalogue

translate = QCoreApplication.translate
_log = logging.getLogger("so_hoat_dong")


def as_expected(error: Exception) -> LedgerError:
    """A complaint of the system about disk or folder as its code; anything else is logged and told as UNEXPECTED."""
    from storage.domain.codes import Code
    from storage.domain.errors import LedgerError

    if isinstance(error, LedgerError):
        return error
    # Loaded only when something went wrong: the command line and its library are not part of a good start.
    from ui.command_line.answer import of_system_error
    from ui.command_line.program import log_mistake

    known = of_system_error(error) if isinstance(error, OSError) else None
    if known is not None:
        return LedgerError(known.code, detail=type(error).__name__, **known.parameters)
    log_mistake(error)
    return LedgerError(Code.UNEXPECTED, detail=type(error).__name__)


class MistakeTeller(QObject):
    """Shows one dialog for the first mistake; later ones are only logged. ``install`` makes it the process's last resort."""

    def __init__(self, words: Catalogue, log_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._log_folder = log_folder
        self._box: QMessageBox | None = None

    def install(self) -> None:
        """Takes over ``sys.excepthook``, the threads' hook and Qt's own messages."""
        sys.excepthook = self.mistake
        threading.excepthook = self._in_thread
        qInstallMessageHandler(_log_qt)

    def mistake(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        """Logs and tells; Ctrl+C in a terminal just closes the windows."""
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        from ui.command_line.program import log_mistake

        if isinstance(error, KeyboardInterrupt):
            QTimer.singleShot(0, QApplication.closeAllWindows)
            return
        log_mistake(error)
        # Posted, so that a mistake in another thread, or in the middle of painting, is told from the window's own loop.
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))

    def customEvent(self, _event: QEvent) -> None:
        self._show()

    def _in_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self.mistake(told.exc_type, told.exc_value, told.exc_traceback)

    @property
    def box(self) -> QMessageBox | None:
        """The dialog, once there was a mistake."""
        return self._box

    def _show(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QMessageBox

        from storage.domain.codes import Code

        if self._box is not None:
            return
        box = QMessageBox(QMessageBox.Icon.Critical, "Sổ Hoạt Động", self._words.sentence(Code.UNEXPECTED))
        box.setInformativeText(
            self._words.next_step(Code.UNEXPECTED)
            + "\n\n"
            + translate("MistakeTeller", "What was saved is safe. The log lies in:")
            + f"\n{self._log_folder}"
        )
        copy = box.addButton(translate("MistakeTeller", "&Copy the folder's name"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        box.addButton(QMessageBox.StandardButton.Close)
        box.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._box = box
        box.open()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self._log_folder))


def raise_window(window: QWidget) -> None:
    """Brings a window before all others, also from the task bar."""
    from PySide6.QtCore import Qt

    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        _log.warning("Qt %s: %s", context.category, message)
