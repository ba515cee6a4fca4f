"""Tries the finished installer as a district would: install, use in both roles, install again, remove. Everything under Wine.

Each step raises ``BuildProblem`` when something is not as it must be. Pictures are for people to look at.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from machine import BuildProblem, Log
from screen import Screen
from story import Story
from wine import Wine, refuse_stand_ins

TITLE = "Sổ Hoạt Động"
GRAPHICAL, CONSOLE = "SoHoatDong.exe", "sohoatdong-cli.exe"
BUNDLE_KIND = "SoHoatDong.Bundle"
UNINSTALL_KEY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\SoHoatDong"
_STILL_OPEN, _NEWER_THERE = 2, 3
# The bundled face by way of FreeType: Wine's DirectWrite knows no faces of a program.
_FACES = {"WINEQT_QPA_PLATFORM": "windows:fontengine=freetype"}


@dataclass(slots=True)
class Trial:
    """One installer in one Windows. ``folder`` is for profiles, reports and pictures."""

    wine: Wine
    installer: Path
    folder: Path
    screen: Screen
    log: Log
    found: dict[str, object] = field(default_factory=dict)

    @property
    def installed(self) -> Path:
        """Where it lies for one user."""
        return self.wine.user / "AppData" / "Local" / "Programs" / "SoHoatDong"

    @property
    def profile(self) -> Path:
        """Where the program keeps the user's ledger unless it is told another folder."""
        return self.wine.user / "AppData" / "Local" / "SoHoatDong"

    def run(self) -> dict[str, object]:
        """All steps in their order; answers what was found."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self._clean_windows()
        self.install()
        self.check_installed(self.installed, "HKCU")
        self.self_tests()
        story = Story(self.wine, self.installed / CONSOLE, self.folder / "một câu chuyện")
        self.found["story_steps"] = story.tell(self.log)
        self.windows_of_both_roles(story)
        self.open_as_registered(story)
        self.install_over_open_program(story)
        self.refuse_older()
        self.remove(keeping_ledger=True)
        self.install()
        self.remove(keeping_ledger=False)
        self.for_all_users(story)
        return self.found

    def _clean_windows(self) -> None:
        """What an earlier trial that failed has left."""
        for folder in (self.installed, self.profile, self.profile.with_name("SoHoatDong-state")):
            shutil.rmtree(folder, ignore_errors=True)
        for key in (rf"HKCU\{UNINSTALL_KEY}", rf"HKLM\{UNINSTALL_KEY}"):
            self.wine.run("reg", "delete", key, "/f", seconds=30)

    # --- installing

    def install(self) -> None:
        """Silently, for one user."""
        began = time.monotonic()
        self.wine.run(self.installer, "/S", "/CurrentUser", seconds=300).require("the installer")
        self.found["install_seconds"] = round(time.monotonic() - began, 1)
        self.log.say(f"installed in {self.found['install_seconds']} s")

    def check_installed(self, folder: Path, root: str) -> None:
        """Files, start menu, kind of file, and what Windows lists among its programs."""
        for name in (GRAPHICAL, CONSOLE, "uninstall.exe", "_internal/licences/LICENSE", "_internal/licences/LGPL-3.0.txt"):
            _require((folder / name).is_file(), f"{name} was not installed in {folder}")
        refuse_stand_ins(folder)
        command = self.wine.value(root, rf"Software\Classes\{BUNDLE_KIND}\shell\open\command")
        _require(command is not None and command.endswith(rf'{GRAPHICAL}" "%1"'), f"a bundle opens with {command}")
        _require(self.wine.value(root, r"Software\Classes\.shd") == BUNDLE_KIND, "the kind of .shd")
        _require(self.wine.value(root, UNINSTALL_KEY, "DisplayName") == TITLE, "the name among the programs")
        menu = self.wine.user / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs" / f"{TITLE}.lnk"
        everybody = self.wine.prefix / "drive_c/ProgramData/Microsoft/Windows/Start Menu/Programs" / f"{TITLE}.lnk"
        _require((menu if root == "HKCU" else everybody).is_file(), "no entry in the start menu")

    def self_tests(self) -> None:
        """By the console program and by the windowed one, which has no standard output."""
        for program in (CONSOLE, GRAPHICAL):
            report = self.folder / f"tự kiểm tra {program}.json"
            outcome = self.wine.run(self.installed / program, "--selftest", "--report", report, seconds=300)
            _require(report.is_file(), f"{program} wrote no report (exit {outcome.code}): {outcome.output[-800:]}")
            told = json.loads(report.read_text(encoding="utf-8"))
            _require(outcome.code == 0 and told["ok"] and told["checks"] > 0, json.dumps(told, ensure_ascii=False, indent=1))
            self.found[f"selftest_checks_{program}"] = told["checks"]
            self.log.say(f"{program}: {told['checks']} checks")

    # --- windows

    def windows_of_both_roles(self, story: Story) -> None:
        """Opens the installed program on the office's and on the centre's ledger, and on none, and takes pictures."""
        for name, profile in (("first-start", self.folder / "máy mới"), ("office", story.office), ("centre", story.centre)):
            with self.wine.running(self.installed / GRAPHICAL, "--data", profile, settings=_FACES):
                self.screen.wait_for(TITLE)
                time.sleep(4)  # until the first page has its figures
                self.screen.photograph(self.folder / f"window-{name}.png")
            self.log.say(f"picture window-{name}.png")

    def open_as_registered(self, story: Story) -> None:
        """A bundle opens in the window that is there: a second process hands it over and ends.

        The registered command is called as the desktop would; a real double click is tried with the installation for all users,
        because Wine 8 does not look for kinds of files among a user's own.
        """
        kit = story.folder / "gói cấu hình.shd"
        shutil.copytree(story.office, self.profile)  # the registered command opens the user's own ledger
        with self.wine.running(self.installed / GRAPHICAL, settings=_FACES):
            self.screen.wait_for(TITLE)
            time.sleep(2)
            command = self.wine.value("HKCU", rf"Software\Classes\{BUNDLE_KIND}\shell\open\command") or ""
            _require(command.split('" "')[1] == '%1"', f"registered: {command}")
            self.wine.run(command.split('"')[1], kit, seconds=60, settings=_FACES).require("the second start")
            time.sleep(2)
            self.screen.photograph(self.folder / "window-bundle-opened.png")
            _require(len(self._processes()) == 1, "a second process stays")
        _wait(lambda: not self._processes(), "the program did not close")
        shutil.rmtree(self.profile)

    def double_click(self, bundle: Path) -> None:
        """By way of the desktop's own ``start``; the first window comes with it."""
        self.wine.run("start", bundle, seconds=60, settings=_FACES).require("a double click")
        try:
            self.screen.wait_for(TITLE)
            time.sleep(3)
            self.screen.photograph(self.folder / "window-double-click.png")
        finally:
            self.wine.run("taskkill", "/IM", GRAPHICAL, seconds=30)
        _wait(lambda: not self._processes(), "the program did not close")

    def _processes(self) -> list[int]:
        return self.wine.processes(GRAPHICAL)

    # --- again, and away

    def install_over_open_program(self, story: Story) -> None:
        """Refused while it is open; done when it is closed, and the ledger is as it was."""
        with self.wine.running(self.installed / GRAPHICAL, "--data", story.office, settings=_FACES):
            self.screen.wait_for(TITLE)
            time.sleep(1)
            self.wine.run(self.installer, "/S", "/CurrentUser", seconds=120).require("over an open program", code=_STILL_OPEN)
        stale = self.installed / "_internal" / "of-an-older-version.txt"
        stale.write_text("x", encoding="utf-8")
        self.install()
        _require(not stale.exists(), "a file of an older version stayed")
        pin: list[str | Path] = ["--pin-file", story.folder / "pin.txt"]
        self.wine.run(self.installed / CONSOLE, "--data", story.office, *pin, "fsck", seconds=120).require("fsck after it")
        self.log.say("installed over an open program: refused; over a closed one: done")

    def refuse_older(self) -> None:
        """An installer does not silently replace a newer version."""
        key = rf"HKCU\{UNINSTALL_KEY}"
        version = self.wine.value("HKCU", UNINSTALL_KEY, "DisplayVersion") or ""
        self.wine.run("reg", "add", key, "/v", "DisplayVersion", "/d", "999.0.0", "/f", seconds=30).require("reg")
        self.wine.run(self.installer, "/S", "/CurrentUser", seconds=120).require("over a newer version", code=_NEWER_THERE)
        self.wine.run("reg", "add", key, "/v", "DisplayVersion", "/d", version, "/f", seconds=30).require("reg")

    def remove(self, *, keeping_ledger: bool) -> None:
        """Silently; the user's ledger stays unless the word for removing it is given."""
        self.profile.mkdir(parents=True, exist_ok=True)
        ledger = self.profile / "ledger.db"
        ledger.write_bytes(b"a ledger")
        other = self.installed / "ghi chú của tôi.txt"
        other.write_text("x", encoding="utf-8")
        words = [] if keeping_ledger else ["/RemoveLedger"]
        self.wine.run(self.installed / "uninstall.exe", "/S", "/CurrentUser", *words, seconds=120)
        _wait(lambda: not (self.installed / "uninstall.exe").exists(), "the program was not removed")
        _wait(lambda: self.wine.value("HKCU", UNINSTALL_KEY, "DisplayName") is None, "it is still among the programs")
        _require(not (self.installed / "_internal").exists(), "libraries are left")
        _require(other.is_file(), "a file that was not ours was removed")
        _require(
            self.wine.value("HKCU", rf"Software\Classes\{BUNDLE_KIND}\shell\open\command") is None, "the kind of file stayed"
        )
        _wait(lambda: ledger.exists() is keeping_ledger, f"the ledger, keeping it: {keeping_ledger}")
        other.unlink()
        shutil.rmtree(self.profile, ignore_errors=True)
        self.log.say("removed, with the ledger kept" if keeping_ledger else "removed, and the ledger with it")

    def for_all_users(self, story: Story) -> None:
        """With an administrator's rights."""
        folder = self.wine.prefix / "drive_c" / "Program Files" / "SoHoatDong"
        self.wine.run(self.installer, "/S", "/AllUsers", seconds=300).require("the installer for all users")
        self.check_installed(folder, "HKLM")
        self.double_click(story.folder / "gói cấu hình.shd")
        self.wine.run(folder / "uninstall.exe", "/S", "/AllUsers", seconds=120)
        _wait(lambda: not folder.exists(), "the program for all users was not removed")
        self.log.say("installed for all users and removed")


def _wait(holds: Callable[[], bool], what: str, *, seconds: float = 60) -> None:
    began = time.monotonic()
    while not holds():
        if time.monotonic() - began > seconds:
            raise BuildProblem(what)
        time.sleep(0.5)


def _require(held: bool, what: str) -> None:
    if not held:
        raise BuildProblem(what)
