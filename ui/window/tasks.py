"""Running jobs away from the window's thread: one worker, results only in the window's thread.

A job is a plain function ``job(station, report)``. One worker serialises all work on the ledger, so nothing here locks. The
station is opened in the worker, by its first job, and closed there. A job is cancelled by the exception that ``report`` raises.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

if TYPE_CHECKING:  # all of it is loaded by the first job, while the window is already there
    from concurrent.futures import ThreadPoolExecutor

    from export.exchange.station import Station
    from storage.domain.errors import LedgerError
    from storage.domain.progress import Progress, ProgressReporter, Stage

_REPORTS_A_SECOND = 10
Job = Callable[["Station", "ProgressReporter"], object]


class TaskHandle(QObject):
    """One running job. Exactly one of ``succeeded``, ``failed`` and ``cancelled`` is emitted, in the window's thread."""

    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()

    def __init__(self, parent: QObject, *, cancellable: bool) -> None:
        super().__init__(parent)
        self.cancellable = cancellable
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Asks the job to stop at its next step."""
        if self.cancellable:
            self._stop.set()

    @property
    def stopping(self) -> bool:
        """Whether the job was asked to stop."""
        return self._stop.is_set()


class TaskRunner(QObject):
    """Starts jobs one after the other; without ``open_station`` (before there is a ledger) their first argument is None.

    ``busy_changed``: whether any is waiting or running; ``started``: a new job's handle.
    """

    busy_changed = Signal(bool)
    started = Signal(object)
    _delivered = Signal(object)

    def __init__(self, open_station: Callable[[], Station] | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_station = open_station
        self._station: Station | None = None
        self._closed = False
        self._handles: set[TaskHandle] = set()
        self._delivered.connect(self._deliver)  # emitted by the worker alone, and therefore queued for this thread

    @cached_property
    def _executor(self) -> ThreadPoolExecutor:
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="ledger")

    @property
    def busy(self) -> bool:
        """Whether a job is waiting or running."""
        return bool(self._handles)

    def start(
        self,
        job: Job,
        *,
        succeeded: Callable[[object], None] | None = None,
        failed: Callable[[LedgerError], None] | None = None,
        cancellable: bool = False,
    ) -> TaskHandle:
        """Runs ``job`` after those already started; the callbacks run in the window's thread."""
        handle = TaskHandle(self, cancellable=cancellable)
        if succeeded is not None:
            handle.succeeded.connect(succeeded)
        if failed is not None:
            handle.failed.connect(failed)
        if self._closed:  # a timer of a page may still want something while the program ends
            return handle
        self._handles.add(handle)
        if len(self._handles) == 1:
            self.busy_changed.emit(True)
        self.started.emit(handle)
        self._executor.submit(self._run, handle, job)
        return handle

    def use_pin(self, pin: str) -> None:
        """Jobs from now on may open the keys with this PIN; it is kept in memory alone."""
        self.start(lambda station, _: station.use_pin(pin))

    def release(self) -> None:
        """Closes the station after the jobs already started; the next job opens it again (after a restore)."""
        self._executor.submit(self._close_station)

    def shut_down(self) -> None:
        """Waits for the running job, drops the waiting ones, and closes the station in its own thread."""
        if self._closed:
            return
        self._closed = True
        self.cancel_all()
        self._executor.submit(self._close_station)
        self._executor.shutdown(wait=True, cancel_futures=False)

    # In the worker

    def _run(self, handle: TaskHandle, job: Job) -> None:
        from storage.domain.errors import LedgerError, OperationCancelled
        from ui.window.mistakes import as_expected

        try:
            if handle.stopping:
                raise OperationCancelled
            if self._station is None and self._open_station is not None:
                self._station = self._open_station()
            result = job(cast("Station", self._station), _Reporter(handle, self._delivered))
        except OperationCancelled:
            self._delivered.emit((handle, "cancelled", None))
        except LedgerError as error:
            self._delivered.emit((handle, "failed", error))
        except Exception as error:
            self._delivered.emit((handle, "failed", as_expected(error)))
        else:
            self._delivered.emit((handle, "succeeded", result))

    def _close_station(self) -> None:
        if self._station is not None:
            self._station.close()
            self._station = None

    def cancel_all(self) -> None:
        """Asks every job that can be cancelled to stop."""
        for handle in self._handles:
            handle.cancel()

    # In the window's thread

    @Slot(object)
    def _deliver(self, message: tuple[TaskHandle, str, object]) -> None:
        handle, kind, content = message
        if kind == "progressed":
            handle.progressed.emit(content)
            return
        self._handles.discard(handle)
        if kind == "succeeded":
            handle.succeeded.emit(content)
        elif kind == "failed":
            handle.failed.emit(content)
        else:
            handle.cancelled.emit()
        handle.finished.emit()
        handle.deleteLater()
        if not self._handles:
            self.busy_changed.emit(False)


class _Reporter:
    """The reporter of one job: at most ten signals a second, and the place where cancelling happens."""

    def __init__(self, handle: TaskHandle, delivered: SignalInstance) -> None:
        self._handle = handle
        self._emit = delivered.emit
        self._next = 0.0
        self._stage: Stage | None = None

    def __call__(self, progress: Progress) -> None:
        from storage.domain.errors import OperationCancelled
        from storage.domain.progress import Stage

        if self._handle.stopping and progress.stage is not Stage.COMMITTING:
            raise OperationCancelled
        now = time.monotonic()
        if progress.stage is self._stage and now < self._next:
            return
        self._stage, self._next = progress.stage, now + 1 / _REPORTS_A_SECOND
        self._emit((self._handle, "progressed", progress))
