"""The marker: two slots, of which one may always be torn."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.marker import Marker, this_machine

INSTALLATION, MACHINE = "ab" * 16, "machine"
FEED, LINK = bytes(16), bytes(32)


def marker(folder: Path, installation: str = INSTALLATION) -> Marker:
    return Marker(folder, installation, MACHINE)


def written(folder: Path, *seqs: int) -> Marker:
    made = marker(folder)
    for seq in seqs:
        made.write(feed=FEED, seq=seq, link=LINK)
    return made


def newest(folder: Path) -> int | None:
    mark = marker(folder).read()
    return mark.seq if mark else None


def test_the_last_entry_is_remembered(tmp_path: Path) -> None:
    written(tmp_path / "markers", 1, 2, 3)
    mark = marker(tmp_path / "markers").read()
    assert mark is not None
    assert (mark.feed, mark.seq, mark.link, mark.machine) == (FEED.hex(), 3, LINK.hex(), MACHINE)


def test_nothing_is_remembered_of_another_installation(tmp_path: Path) -> None:
    written(tmp_path, 1)
    assert marker(tmp_path, "cd" * 16).read() is None


@pytest.mark.parametrize("count", [1, 2, 3, 8])
def test_a_torn_newest_slot_falls_back_by_one_entry(tmp_path: Path, count: int) -> None:
    written(tmp_path, *range(1, count + 1))
    torn = tmp_path / f"{INSTALLATION}.{count % 2}"
    for length in range(len(torn.read_bytes())):
        whole = torn.read_bytes()
        torn.write_bytes(whole[:length])
        assert newest(tmp_path) == (count - 1 or None)
        torn.write_bytes(whole)
    assert newest(tmp_path) == count


def test_after_a_torn_slot_the_good_one_is_not_overwritten(tmp_path: Path) -> None:
    written(tmp_path, 1, 2, 3)
    (tmp_path / f"{INSTALLATION}.1").write_bytes(b"torn")
    written(tmp_path, 4)
    assert newest(tmp_path) == 4
    (tmp_path / f"{INSTALLATION}.1").write_bytes(b"torn")
    assert newest(tmp_path) == 2


@pytest.mark.parametrize("data", [b"", b"\n", b"{}\n", b"\xff\xfe\n00", b"null\n", b'{"installation":1}\nabc'])
def test_what_is_no_mark_is_as_good_as_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / f"{INSTALLATION}.0").write_bytes(data)
    assert newest(tmp_path) is None


def test_a_changed_mark_is_not_believed(tmp_path: Path) -> None:
    written(tmp_path, 7)
    slot = tmp_path / f"{INSTALLATION}.1"
    slot.write_bytes(slot.read_bytes().replace(b'"seq":7', b'"seq":8'))
    assert newest(tmp_path) is None


def test_a_marker_that_cannot_be_written_fails_nobody(tmp_path: Path) -> None:
    blocked = tmp_path / "markers"
    blocked.write_text("a file where the folder should be", encoding="utf-8")
    written(blocked, 1)
    assert marker(blocked).read() is None


def test_the_machine_is_told_by_a_digest_that_stays() -> None:
    assert this_machine() == this_machine()
    assert len(this_machine()) == 32
    assert int(this_machine(), 16) >= 0


def test_a_folder_that_can_never_be_written_has_a_stand_in(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_bytes(b"a file where the folder should be")
    marker = Marker(blocked, "aa", "this-pc", fallback=tmp_path / "profile")
    marker.write(feed=b"f" * 16, seq=3, link=b"l" * 32)
    mark = Marker(blocked, "aa", "this-pc", fallback=tmp_path / "profile").read()
    assert mark is not None
    assert mark.seq == 3
