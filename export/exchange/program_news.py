"""A newer program, announced by the centre in its kits: which version, how large, and with which SHA-256 its installer comes.

An office can then tell a genuine installer on a stick from any other file, without a network and without a telephone call. The
installer itself never travels in a kit, and nothing here starts or installs anything.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from export.bundle.limits import BLOCK
from export.bundle.streams import open_for_reading, unreadable
from export.exchange.kits import ProgramNews, announced_program, keep_program_news
from export.exchange.station import Station
from storage.domain.codes import Code
from storage.domain.errors import LedgerError, Parameter
from storage.ledger import Ledger, Role
from storage.version import VERSION

_INSTALLER = re.compile(r"SoHoatDong-(\d{1,4}\.\d{1,4}\.\d{1,4})-setup\.exe", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ProgramStanding:
    """``code``: PROGRAM_CURRENT or PROGRAM_NEWER (``version``), or what a file turned out to be (``file``, ``version``)."""

    code: Code
    parameters: dict[str, Parameter]
    news: ProgramNews | None


def announce_installer(station: Station, installer: Path) -> ProgramNews:
    """The centre's next kits announce this installer, until another one is announced.

    Raises ``LedgerError``: WRONG_ROLE, INSTALLER_NAME (``file``: its name tells no version), FILE_NOT_FOUND, FILE_UNREADABLE.
    """
    station.ledger.require(Role.CENTRE)
    name = _INSTALLER.fullmatch(installer.name)
    if name is None:
        raise LedgerError(Code.INSTALLER_NAME, file=installer.name)
    size, digest = _measure(installer)
    news = ProgramNews(version=name[1], size=size, sha256=digest)
    with station.ledger.write():
        keep_program_news(station.ledger, news)
    return news


def is_newer(news: ProgramNews, *, than: str = VERSION) -> bool:
    """Whether what was announced is a later version; numbers count, not letters."""
    return _numbers(news.version) > _numbers(than)


def program_standing(ledger: Ledger, *, version: str = VERSION) -> ProgramStanding:
    """Whether the centre has announced a newer program than this one."""
    news = announced_program(ledger)
    if news is None or not is_newer(news, than=version):
        return ProgramStanding(Code.PROGRAM_CURRENT, {"version": version}, news)
    return ProgramStanding(Code.PROGRAM_NEWER, {"version": news.version}, news)


def check_installer(ledger: Ledger, installer: Path) -> ProgramStanding:
    """Whether a file is the installer that was announced: INSTALLER_GENUINE, INSTALLER_DIFFERS or INSTALLER_NOT_ANNOUNCED.

    Raises ``LedgerError``: FILE_NOT_FOUND, FILE_UNREADABLE.
    """
    news = announced_program(ledger)
    measured = _measure(installer)
    if news is None:
        return ProgramStanding(Code.INSTALLER_NOT_ANNOUNCED, {"file": installer.name}, None)
    genuine = measured == (news.size, news.sha256)
    code = Code.INSTALLER_GENUINE if genuine else Code.INSTALLER_DIFFERS
    return ProgramStanding(code, {"file": installer.name, "version": news.version}, news)


def _measure(path: Path) -> tuple[int, str]:
    digest, size = hashlib.sha256(), 0
    with open_for_reading(path) as file:
        try:
            while block := file.read(BLOCK):
                digest.update(block)
                size += len(block)
        except OSError as error:
            raise unreadable(error, file=path.name) from error
    return size, digest.hexdigest()


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])
