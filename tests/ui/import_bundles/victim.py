"""An import in a process of its own that a test kills: ``victim.py FOLDER``. Prints a line after each bundle."""

from __future__ import annotations

import sys
from pathlib import Path

from export.exchange.importing import FileOutcome, find_bundles, import_files
from tests.ui.import_bundles.week import Week


def main(root: Path) -> int:
    week = Week(root)
    centre = week.open_centre()

    def told(outcome: FileOutcome) -> None:
        print(outcome.path.name, flush=True)  # noqa: T201 - the test waits for it

    for _ in range(1000):
        import_files(centre.station, find_bundles([week.usb]), told=told)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
