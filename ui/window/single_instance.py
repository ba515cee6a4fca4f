"""One window a profile: a second start hands its files to the first and ends, so that there are never two writers.

The two talk through a local pipe of the same user; nothing here reaches a network. A lock file alone decides who is
first; the pipe's library is loaded after the window has been seen.
"""

from __future__ import annotations

import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

    from storage.folders import Folders

_LOCK_NAME = "window.lock"
_PATIENCE = 1500
"""Milliseconds: a first window that is only just starting listens soon."""
_ATTEMPTS = 4
_LONGEST = 1 << 20


class SingleInstance(QObject):
    """``claim`` once, ``listen`` when the window is there; then ``raised`` gives the files (perhaps none) of later starts."""

    raised = Signal(object)

    def __init__(self, folders: Folders, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data = folders.data
        folders.data.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folders.data / _LOCK_NAME))
        self._lock.setStaleLockTime(0)  # a lock is stale when its process is gone, however long a window stays open
        self._server: QLocalServer | None = None
        self._received: dict[QLocalSocket, bytes] = {}

    @cached_property
    def _name(self) -> str:
        """The pipe's: a name of fixed length for a folder of any name."""
        import hashlib

        return f"so-hoat-dong-{hashlib.sha256(str(self._data).encode('utf-8')).hexdigest()[:24]}"

    def claim(self, files: list[Path]) -> bool:
        """True: this is the first window. False: the first has been told of ``files``, and this process may end."""
        if self._lock.tryLock(100):
            return True
        self._tell_first(files)  # when it does not answer, that is still no reason to write beside it
        return False

    @Slot()
    def listen(self) -> None:
        """Hears later starts from now on."""
        from PySide6.QtNetwork import QLocalServer

        if self._server is not None:
            return
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)
        QLocalServer.removeServer(self._name)  # what a process that was killed left behind
        self._server.listen(self._name)

    def release(self) -> None:
        """Lets the next start be the first again."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _tell_first(self, files: list[Path]) -> bool:
        import msgspec
        from PySide6.QtNetwork import QLocalSocket

        for _ in range(_ATTEMPTS):
            socket = QLocalSocket(self)
            socket.connectToServer(self._name)
            if socket.waitForConnected(_PATIENCE):
                _let_others_come_to_front()
                socket.write(msgspec.json.encode([str(path.absolute()) for path in files]))
                socket.flush()
                socket.waitForBytesWritten(_PATIENCE)
                socket.disconnectFromServer()
                return True
            socket.deleteLater()
            _pause(self)
        return False

    @Slot()
    def _connected(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            self._received[socket] = b""
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(self._ended)
            self._take(socket)
            if socket.state() is type(socket).LocalSocketState.UnconnectedState:
                self._finish(socket)

    @Slot()
    def _read(self) -> None:
        for socket in list(self._received):
            self._take(socket)

    @Slot()
    def _ended(self) -> None:
        for socket in list(self._received):
            self._take(socket)
            if socket.state() is type(socket).LocalSocketState.UnconnectedState:
                self._finish(socket)

    def _take(self, socket: QLocalSocket) -> None:
        if socket in self._received:
            self._received[socket] += bytes(socket.readAll().data())
            if len(self._received[socket]) > _LONGEST:
                self._received[socket] = b""
                socket.abort()

    def _finish(self, socket: QLocalSocket) -> None:
        import msgspec

        content = self._received.pop(socket, None)
        socket.deleteLater()
        if content is None:
            return
        try:
            names = msgspec.json.decode(content, type=list[str])
        except msgspec.DecodeError:
            names = []
        self.raised.emit([Path(name) for name in names])


def _let_others_come_to_front() -> None:
    """Windows lets only the program that a person has just started raise a window; it may hand that right on."""
    if sys.platform == "win32":
        import ctypes

        any_process = -1  # ASFW_ANY, see Microsoft, "AllowSetForegroundWindow"
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)


def _pause(parent: QObject) -> None:
    """Waits a moment in a process that has no window yet."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop(parent)
    QTimer.singleShot(_PATIENCE // 3, loop, loop.quit)
    loop.exec()
