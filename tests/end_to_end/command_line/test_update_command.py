"""kit --installer, update: a newer program is announced in a kit, and its installer on a stick is told from any other file."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from export.exchange.kits import ProgramNews
from export.exchange.program_news import is_newer
from storage.version import VERSION
from tests.end_to_end.command_line.stations import Exchange

NEWER = "9.2.10"
CONTENT = b"MZ" + bytes(range(256)) * 40


def installer(exchange: Exchange, *, version: str = NEWER, content: bytes = CONTENT) -> Path:
    path = exchange.file(f"SoHoatDong-{version}-setup.exe")
    path.write_bytes(content)
    return path


def test_an_announced_installer_is_known_and_any_other_file_is_not(exchange: Exchange) -> None:
    genuine = installer(exchange)
    assert exchange.office.call("update")["code"] == "PROGRAM_CURRENT"
    assert exchange.office.call("update", genuine, expect=None)["code"] == "INSTALLER_NOT_ANNOUNCED"
    exchange.centre.call("kit", "--to", exchange.file("new kit.shd"), "--installer", genuine)
    answer = exchange.office.call("receive", exchange.file("new kit.shd"), expect=None)
    assert [remark["code"] for remark in answer["files"][0]["remarks"]] == ["PROGRAM_NEWER"]

    told = exchange.office.call("update", expect=1)
    assert (told["code"], told["version"]) == ("PROGRAM_NEWER", VERSION)
    assert told["announced"] == {"version": NEWER, "size": len(CONTENT), "sha256": sha256(CONTENT).hexdigest()}
    assert exchange.office.call("update", genuine)["code"] == "INSTALLER_GENUINE"
    for other in (CONTENT[:-1], CONTENT + b"\0", CONTENT[:-1] + b"\0"):
        assert exchange.office.call("update", installer(exchange, content=other), expect=3)["code"] == "INSTALLER_DIFFERS"


def test_later_kits_go_on_announcing(exchange: Exchange) -> None:
    exchange.centre.call("kit", "--to", exchange.file("first.shd"), "--installer", installer(exchange))
    exchange.centre.call("kit", "--to", exchange.file("second.shd"))
    exchange.office.call("receive", exchange.file("second.shd"), expect=None)
    assert exchange.office.call("update", expect=1)["announced"]["version"] == NEWER


def test_a_name_without_a_version_announces_nothing(exchange: Exchange) -> None:
    path = exchange.file("setup.exe")
    path.write_bytes(CONTENT)
    answer = exchange.centre.call("kit", "--to", exchange.file("k.shd"), "--installer", path, expect=3)
    assert answer["code"] == "INSTALLER_NAME"
    assert not exchange.file("k.shd").exists()


def test_a_person_reads_version_and_sum(exchange: Exchange) -> None:
    exchange.centre.call("kit", "--to", exchange.file("k.shd"), "--installer", installer(exchange))
    exchange.office.call("receive", exchange.file("k.shd"), expect=None)
    page = exchange.office.read("update", expect=1)
    assert NEWER in page
    assert sha256(CONTENT).hexdigest() in page


@pytest.mark.parametrize(
    ("announced", "own", "newer"),
    [("0.1.0", "0.1.0", False), ("0.10.0", "0.9.9", True), ("0.9.9", "0.10.0", False), ("1.0.0", "0.99.99", True)],
)
def test_versions_are_compared_by_their_numbers(announced: str, own: str, newer: bool) -> None:
    news = ProgramNews(version=announced, size=1, sha256="0" * 64)
    assert is_newer(news, than=own) is newer
