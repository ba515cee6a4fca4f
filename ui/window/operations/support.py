"""The support package: the log and the versions in one file, without secrets and without anything a clerk typed."""

from __future__ import annotations

import platform
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from storage.domain.progress import ProgressReporter
from storage.version import VERSION
from ui.window.tasks import Job

if TYPE_CHECKING:
    from export.exchange.station import Station

_LOG_PATTERN = "so-hoat-dong.log*"
_MOST_LOG = 2 << 20


def write_support_package(*, target: Path, log_folders: Iterable[Path]) -> Job:
    """Writes one text file and answers its path. Raises disk errors.

    What is in it: versions, the system's name, the size of the ledger in bytes, and the log, which holds codes and places in
    the source only. A plain text and no archive, so that whoever sends it can read all of it first.
    """
    folders = tuple(log_folders)

    def job(station: Station, _: ProgressReporter) -> Path:
        from storage.atomic_file import write_atomically

        database = station.ledger.folders.database
        facts = {
            "program": VERSION,
            "python": platform.python_version(),
            "system": platform.platform(),
            "sqlite": str(station.ledger.db.execute("SELECT sqlite_version()").fetchone()[0]),
            "ledger_bytes": database.stat().st_size,
            "continuity": station.ledger.continuity.value,
        }
        text = msgspec.json.format(msgspec.json.encode(facts)).decode() + "\n\n" + _logs(folders)
        write_atomically(target, text.encode("utf-8"))
        return target

    return job


def _logs(folders: tuple[Path, ...]) -> str:
    parts = []
    for folder in folders:
        for path in sorted(folder.glob(_LOG_PATTERN)):
            content = path.read_bytes()[-_MOST_LOG:].decode("utf-8", errors="replace")
            parts.append(f"== {path.name} ==\n{content}")
    return "\n".join(parts)
