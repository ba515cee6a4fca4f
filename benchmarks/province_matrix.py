"""How long the follow-up matrix takes to stand in the window once its content has been read. Called by ``province``."""

from __future__ import annotations

import os
import time

from export.exchange.station import Station


def seconds_to_show(station: Station, *, rounds: int) -> tuple[int, list[tuple[float, float]]]:
    """Number of offices, and for each round the seconds from the answer of the query to the painted matrix.

    Seconds stand twice: by the clock on the wall, and of this process at work. Each round has a table of its own, as on a page
    that has just been opened.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from ui.window.follow_up.matrix_view import MatrixView
    from ui.window.follow_up.view import Wanted, read_follow_up

    application = QApplication.instance() or QApplication(["province"])
    view = read_follow_up(station, Wanted())
    taken = []
    for _ in range(rounds + 1):
        matrix = MatrixView("vi")
        matrix.resize(1200, 700)
        matrix.show()
        application.processEvents()
        begun, at_work = time.perf_counter(), time.process_time()
        matrix.show_view(view, text="", group="")
        matrix.grab()  # paints what is to be seen
        taken.append((time.perf_counter() - begun, time.process_time() - at_work))
        matrix.close()
        matrix.deleteLater()
        application.processEvents()
    return len(view.table.rows), taken[1:]  # the first one pays for fonts and pictures
