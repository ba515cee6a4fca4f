"""Files are replaced whole or not at all, and the passing locks of Windows are waited out."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.atomic_file import TEMPORARY_SUFFIX, atomic_writer, replace_with_retry, write_atomically
from storage.domain.codes import Code
from storage.domain.errors import LedgerError

ROOT = Path(__file__).parents[3]


class WindowsLock(PermissionError):
    """What ``os.replace`` raises on Windows; ``winerror`` does not exist elsewhere."""

    def __init__(self, winerror: int) -> None:
        super().__init__(errno.EACCES, "locked")
        self.winerror = winerror


def locked_times(times: int, winerror: int) -> Callable[[Path, Path], None]:
    calls = iter(range(times))

    def replace(source: Path, target: Path) -> None:
        if next(calls, None) is not None:
            raise WindowsLock(winerror)
        source.replace(target)

    return replace


def write_half_and_fail(path: Path, failure: BaseException) -> None:
    with atomic_writer(path) as file:
        file.write(b"half")
        raise failure


def leftovers(folder: Path) -> list[Path]:
    return list(folder.glob(f".*{TEMPORARY_SUFFIX}"))


def test_new_and_existing_files_get_the_content(tmp_path: Path) -> None:
    path = tmp_path / "Sổ hoạt động.json"
    for data in (b"", b"one", b"two" * 100_000):
        write_atomically(path, data)
        assert path.read_bytes() == data
    assert leftovers(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="file modes are a POSIX notion")
def test_private_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    path.write_bytes(b"old")
    path.chmod(0o644)
    write_atomically(path, b"new", private=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="file modes are a POSIX notion")
def test_ordinary_files_follow_the_umask(tmp_path: Path) -> None:
    reference = tmp_path / "reference"
    reference.touch()
    write_atomically(tmp_path / "file", b"x")
    assert (tmp_path / "file").stat().st_mode == reference.stat().st_mode


@pytest.mark.parametrize("failure", [RuntimeError("bug"), OSError(errno.EIO, "another file"), KeyboardInterrupt()])
def test_a_failing_block_leaves_the_old_file_and_comes_through(tmp_path: Path, failure: BaseException) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(b"old")
    with pytest.raises(type(failure)) as caught:
        write_half_and_fail(path, failure)
    assert caught.value is failure
    assert path.read_bytes() == b"old"
    assert leftovers(tmp_path) == []


def test_a_full_disk_is_told_and_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "bundle.shd"
    path.write_bytes(b"old")
    with pytest.raises(LedgerError) as caught:
        write_half_and_fail(path, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    assert caught.value.code is Code.DISK_FULL
    assert caught.value.parameters["path"] == str(path)
    assert path.read_bytes() == b"old"
    assert leftovers(tmp_path) == []


def test_a_block_may_read_back_what_it_wrote(tmp_path: Path) -> None:
    with atomic_writer(tmp_path / "file") as file:
        file.write(b"abcdef")
        file.seek(2)
        assert file.read(2) == b"cd"
        file.seek(0)
        file.write(b"A")
    assert (tmp_path / "file").read_bytes() == b"Abcdef"


@pytest.mark.parametrize("target", ["missing/file", "file-as-folder/file"])
def test_an_impossible_folder_is_told(tmp_path: Path, target: str) -> None:
    (tmp_path / "file-as-folder").touch()
    with pytest.raises(LedgerError) as caught:
        write_atomically(tmp_path / target, b"x")
    assert caught.value.code is Code.FOLDER_UNWRITABLE


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(LedgerError) as caught:
        write_atomically(tmp_path / "taken", b"x")
    assert caught.value.code in {Code.FOLDER_UNWRITABLE, Code.FILE_IN_USE}
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize("winerror", [5, 32, 33])
@pytest.mark.parametrize("times", [1, 8])
def test_passing_locks_are_waited_out(tmp_path: Path, winerror: int, times: int) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    source.write_bytes(b"new")
    target.write_bytes(b"old")
    pauses: list[float] = []
    replace_with_retry(source, target, replace=locked_times(times, winerror), pause=pauses.append)
    assert target.read_bytes() == b"new"
    assert len(pauses) == times


def test_a_lasting_lock_is_given_up_after_some_seconds(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(b"new")
    pauses: list[float] = []
    with pytest.raises(WindowsLock):
        replace_with_retry(source, tmp_path / "target", replace=locked_times(1_000, 32), pause=pauses.append)
    assert 2 <= sum(pauses) <= 3
    assert source.exists()


@pytest.mark.parametrize("failure", [WindowsLock(19), PermissionError(errno.EACCES, "no")])
def test_other_failures_are_not_repeated(tmp_path: Path, failure: OSError) -> None:
    attempts: list[Path] = []

    def replace(source: Path, target: Path) -> None:
        attempts.append(target)
        raise failure

    with pytest.raises(PermissionError):
        replace_with_retry(tmp_path / "a", tmp_path / "b", replace=replace, pause=lambda _: None)
    assert len(attempts) == 1


WRITER = """
import itertools, sys
from pathlib import Path
from storage.atomic_file import write_atomically
for letter in itertools.cycle("ab"):
    write_atomically(Path(sys.argv[1]), letter.encode() * 300_000)
    print(letter, flush=True)
"""


def test_a_killed_writer_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "file"
    for rounds in (1, 2, 5):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, cwd=ROOT) as writer:
            assert writer.stdout is not None
            for _ in range(rounds):
                writer.stdout.readline()
            writer.kill()
        data = path.read_bytes()
        assert data in (b"a" * 300_000, b"b" * 300_000)
