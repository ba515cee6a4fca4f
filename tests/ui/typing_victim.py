"""A window in a process of its own that a test kills while somebody types: ``typing_victim.py FOLDER TITLE``.

Prints a line once the words are in the form, and then lives until it is killed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from storage.domain.identifiers import TimeOrderedIdentifiers
from storage.folders import Folders
from tests.ui.conftest import clock
from ui.window.application import make_application, make_workplace, settings_of
from ui.window.pages.activities import ActivitiesPage


def main(folder: Path, title: str) -> int:
    folders = Folders(folder / "office", folder / "markers" / "office")
    application = make_application(["victim"], language="vi", scheme="light", text_percent=100)
    workplace = make_workplace(
        folders, clock=clock, identifiers=TimeOrderedIdentifiers(clock), language="vi", settings=settings_of(folders)
    )
    page = ActivitiesPage(workplace)
    page.show()
    page.activate()

    def type_words() -> None:
        if workplace.runner.busy:
            return
        timer.stop()
        page.editor.open_new(task="II.1.a")
        page.editor.form.title.insert(title)
        page.editor.form.title.textEdited.emit(title)
        page.editor.drafts.kept.connect(lambda _name: print("kept", flush=True))  # noqa: T201 - the test waits for it

    timer = QTimer()
    timer.timeout.connect(type_words)
    timer.start(20)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
