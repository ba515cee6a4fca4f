"""The program's entry itself: help, languages, wrong use, what was never expected, the self-test, Ctrl+C."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

import main as program
from storage.domain.codes import Code, Exit, exit_code
from storage.domain.errors import OperationCancelled
from storage.domain.identifiers import TimeOrderedIdentifiers, system_clock
from storage.domain.progress import Progress, Stage
from storage.folders import Folders
from storage.messages.catalogue import Catalogue
from tests.end_to_end.command_line.stations import ROOT, Exchange, Pc, activity, run_here, write_lines
from ui.command_line.answer import Answer, as_lines, as_object, overall, plain, table
from ui.command_line.house import HouseCommand, HouseOption
from ui.command_line.program import HOMES
from ui.command_line.progress import JobProgress, StopRequest
from ui.command_line.session import Session, Streams

LANGUAGES = ("vi", "en")


def commands() -> list[HouseCommand]:
    return [
        next(item for item in vars(home()).values() if isinstance(item, HouseCommand) and item.name == name)
        for name, home in HOMES.items()
    ]


class TestHelp:
    """Every command and option is explained in both languages."""

    def test_every_key_stands_in_the_word_tables(self) -> None:
        keys = {f"help_{command.name}" for command in commands()}
        keys |= {
            str(parameter.help) for command in commands() for parameter in command.params if isinstance(parameter, HouseOption)
        }
        assert len(keys) > 60
        for language in LANGUAGES:
            words = Catalogue.load("vi" if language == "vi" else "en").words
            assert keys - words.keys() == set()

    def test_every_option_is_of_the_house(self) -> None:
        for command in commands():
            assert all(isinstance(item, HouseOption) for item in command.params if isinstance(item, click.Option))

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("name", HOMES)
    def test_each_command_explains_itself(self, name: str, language: str) -> None:
        done = run_here(["--lang", language, name, "--help"])
        assert done.exit == 0
        assert ("Cách dùng" if language == "vi" else "Usage") in done.output
        assert "option_" not in done.output
        assert "help_" not in done.output

    def test_the_list_of_commands(self) -> None:
        for language, first in (("vi", "Các lệnh:"), ("en", "Commands:")):
            output = run_here(["--lang", language, "--help"]).output
            assert first in output
            assert all(f"\n  {name} " in output for name in HOMES)

    def test_a_help_page_loads_nothing_heavy(self) -> None:
        probe = (
            "import sys, main; main.main(['--help'])\n"
            "heavy = {'openpyxl', 'docx', 'cryptography', 'sqlite3', 'sqlite_utils', 'pyrage', 'PySide6', 'lxml'}\n"
            "print(sorted(heavy & {name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
        )
        done = subprocess.run([sys.executable, "-c", probe], capture_output=True, cwd=ROOT, check=True, encoding="utf-8")
        assert done.stderr.strip() == "[]"

    def test_no_command_loads_the_windows(self, exchange: Exchange) -> None:
        probe = (
            f"import sys, main; main.main({exchange.office.arguments('status')!r})\n"
            "print('PySide6' in sys.modules, 'openpyxl' in sys.modules, file=sys.stderr)"
        )
        done = subprocess.run([sys.executable, "-c", probe], capture_output=True, cwd=ROOT, check=True, encoding="utf-8")
        assert done.stderr.strip() == "False False"


class TestWrongUse:
    """Exit code 2, in the chosen language and form."""

    @pytest.mark.parametrize(
        "arguments",
        [
            ["--json", "nonsense"],
            ["--json", "seal"],
            ["--json", "seal", "--to"],
            ["--json", "--lang", "fr", "seal"],
            ["--json", "--nonsense"],
            ["--json", "seal", "--to", "x", "--budget", "0"],
        ],
    )
    def test_one_object_that_parses(self, arguments: list[str]) -> None:
        done = run_here(arguments)
        assert (done.exit, done.answer["code"], done.answer["ok"]) == (2, "WRONG_USE", False)
        assert done.answer["detail"]

    def test_language_of_what_cannot_be_parsed(self) -> None:
        for before in (["--lang", "en"], ["--lang=en"]):
            answer = run_here(["--nonsense", *before, "--json", "seal"]).answer
            assert answer["message"] == Catalogue.load("en").sentence(Code.WRONG_USE)

    def test_no_ledger_yet(self, tmp_path: Path) -> None:
        answer = Pc(tmp_path, "none").call("status", expect=2)
        assert answer["code"] == "LEDGER_MISSING"
        assert not (tmp_path / "none").exists()

    def test_both_languages(self, tmp_path: Path) -> None:
        pc = Pc(tmp_path, "none")
        texts = [pc.call("status", expect=2, language=language)["message"] for language in LANGUAGES]
        assert texts[0] != texts[1]
        assert "Sổ" in pc.read("status", expect=2) or "sổ" in pc.read("status", expect=2)


class TestTheUnexpected:
    """Mistakes of the program and of the system become one sentence; what a clerk typed stays out of the log."""

    def test_a_mistake_is_told_and_logged_without_content(self, exchange: Exchange, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(_: object) -> None:
            raise ZeroDivisionError("Hội nghị mật")

        from ui.command_line import handing_over

        monkeypatch.setattr(handing_over, "custody_lines", broken)
        answer = exchange.office.call("custody", expect=3)
        assert (answer["code"], answer["ok"]) == ("UNEXPECTED", False)
        log = (exchange.office.folder / program.LOG_NAME).read_text(encoding="utf-8")
        assert "ZeroDivisionError" in log
        assert "broken" in log
        assert "Hội nghị" not in log

    def test_a_full_disk_is_told_as_such(self, exchange: Exchange, monkeypatch: pytest.MonkeyPatch) -> None:
        from ui.command_line import handing_over

        def full(_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(handing_over, "custody_lines", full)
        assert exchange.office.call("custody", expect=3)["code"] == "DISK_FULL"

    def test_an_own_folder_that_is_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "flat").write_text("", encoding="utf-8")
        done = run_here(["--json", "--data", str(tmp_path / "flat"), "setup", "--role", "centre"])
        assert (done.exit, done.answer["ok"]) == (3, False)

    def test_without_a_console_nothing_is_written_and_nothing_breaks(
        self, exchange: Exchange, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("stdin", "stdout", "stderr"):
            monkeypatch.setattr(sys, name, None)
        assert program.main(exchange.office.arguments("status")) == 0


class TestSelfTest:
    """A frozen program is checked by itself."""

    def test_all_checks_hold_and_are_counted(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdout", None)
        report = tmp_path / "report.json"
        assert program.main(["--selftest", "--report", str(report)]) == 0
        found = json.loads(report.read_text(encoding="utf-8"))
        assert (found["ok"], found["checks"]) == (True, len(found["results"]))
        assert found["checks"] >= 13
        assert found["version"]

    def test_a_check_that_fails_is_told(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        from ui.command_line import selftest_checks

        def missing() -> None:
            raise ModuleNotFoundError("No module named 'x'")

        monkeypatch.setattr(selftest_checks, "builtin_programme", missing)
        report = tmp_path / "report.json"
        assert program.main(["--selftest", "--report", str(report)]) == 1
        found = json.loads(report.read_text(encoding="utf-8"))
        failed = [result["name"] for result in found["results"] if not result["ok"]]
        assert found["ok"] is False
        assert "builtin data" in failed
        assert "key store" not in failed

    def test_wrong_use(self) -> None:
        assert run_here(["--selftest", "--report"]).exit == 2


class TestAnswers:
    """The forms of an answer, and the exit codes of several outcomes."""

    @pytest.mark.parametrize(
        ("codes", "expected"),
        [
            ([Code.BUNDLE_IMPORTED], (Code.BUNDLE_IMPORTED, Exit.DONE)),
            ([Code.BUNDLE_IMPORTED, Code.BUNDLE_KNOWN], (Code.OK, Exit.DONE)),
            ([Code.BUNDLE_IMPORTED, Code.BUNDLE_DAMAGED], (Code.OK_WITH_FINDINGS, Exit.FINDINGS)),
            ([Code.BUNDLE_GAP], (Code.BUNDLE_GAP, Exit.FINDINGS)),
            ([Code.BUNDLE_DAMAGED], (Code.BUNDLE_DAMAGED, Exit.REFUSED)),
            ([Code.BUNDLE_DAMAGED, Code.FILE_NOT_FOUND], (Code.NOTHING_TAKEN, Exit.REFUSED)),
            ([], (Code.NOTHING_TAKEN, Exit.REFUSED)),
        ],
    )
    def test_several_outcomes(self, codes: list[Code], expected: tuple[Code, Exit]) -> None:
        assert overall(codes, none_taken=Code.NOTHING_TAKEN) == expected

    def test_every_code_has_an_exit_code_that_the_rules_know(self) -> None:
        assert {exit_code(code) for code in Code} == set(Exit)

    def test_a_notice_stands_in_both_forms(self) -> None:
        words = Catalogue.load("vi")
        answer = Answer(data={"n": 1}, lines=["dòng"])
        assert as_object(answer, words, [Code.LEDGER_RESTORED])["notice"]["code"] == "LEDGER_RESTORED"  # type: ignore[index]
        lines = as_lines(answer, words, [Code.LEDGER_RESTORED])
        assert words.sentence(Code.LEDGER_RESTORED) in lines
        assert lines[0] == "dòng"

    def test_a_terminal_is_not_steered(self) -> None:
        assert "\x1b" not in plain("a\x1b[31mb\u202ec")
        assert "\u202e" not in plain("a\u202eb")
        assert table([]) == []
        assert table([("a", "b"), ("ccc", "d")]) == ["a    b", "ccc  d"]


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class TestProgress:
    """One line, and the way out."""

    def test_stage_count_and_remaining_time(self) -> None:
        seconds = iter([0.0, 0.05, 10.0])
        terminal = Terminal()
        report = JobProgress(StopRequest(), Catalogue.load("en"), terminal, now=lambda: next(seconds))
        report(Progress(Stage.VERIFYING, 0, 1500))
        report(Progress(Stage.VERIFYING, 1, 1500))
        report(Progress(Stage.VERIFYING, 500, 1500))
        report.clear()
        shown = terminal.getvalue()
        assert "Checking  0/1,500" in shown
        assert "1/1,500" not in shown
        assert "500/1,500  left 0:20" in shown
        assert shown.endswith("\r")

    def test_a_request_to_stop_ends_the_next_step_but_never_a_commit(self) -> None:
        stop = StopRequest()
        report = JobProgress(stop, Catalogue.load("vi"), None)
        report(Progress(Stage.WRITING))
        stop.made = True
        report(Progress(Stage.COMMITTING))
        with pytest.raises(OperationCancelled):
            report(Progress(Stage.WRITING))

    def test_shown_to_a_person_at_a_terminal_only(self) -> None:
        for terminal, as_json, shown in ((Terminal(), False, True), (Terminal(), True, False), (io.StringIO(), False, False)):
            session = Session(
                clock=system_clock,
                identifiers=TimeOrderedIdentifiers(system_clock),
                streams=Streams(None, None, terminal),
                folders_of=Folders.of_user,
            )
            session.options.json = as_json
            session.report(Progress(Stage.WRITING, 1, 2))
            assert bool(terminal.getvalue()) is shown


@pytest.mark.skipif(os.name == "nt", reason="a child gets no Ctrl+C alone there")
class TestStopping:
    """Ctrl+C in a real process."""

    @pytest.fixture
    def many(self, exchange: Exchange) -> Exchange:
        """An office with a dozen bundles."""
        for number in range(12):
            lines = [activity(title=f"Hội nghị {number} {row}") for row in range(60)]
            exchange.office.call("record", write_lines(exchange.file("lines.jsonl"), lines))
            exchange.office.call("seal", "--to", exchange.file("usb"), "--all")
        return exchange

    def test_an_import_that_is_stopped_leaves_whole_bundles_and_ends_with_five(self, many: Exchange) -> None:
        centre = many.centre
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "main.py"), *centre.arguments("import", many.file("usb"))],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        archive = centre.folder / "archive"
        while process.poll() is None and not (archive.is_dir() and any(archive.iterdir())):
            time.sleep(0.005)
        process.send_signal(signal.SIGINT)
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=60)
        assert errors == ""
        answer = json.loads(output)
        assert (process.returncode, answer["code"]) == (5, "CANCELLED"), output
        assert list((centre.folder / "temporary").glob("*")) == []
        sound = centre.call("fsck", "--rebuild")
        assert sound["problems"] == []
        total = centre.call("activities")["total"]
        assert total % 60 == 0
        assert len(centre.call("quarantine")["imports"]) == len(answer["imported"])
        centre.call("import", many.file("usb"))
        assert centre.call("activities")["total"] == 720
        assert centre.call("fsck")["digest"] == many.office.call("fsck")["digest"]

    def test_a_demonstration_that_is_stopped_leaves_nothing(self, tmp_path: Path) -> None:
        target = tmp_path / "demo"
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "main.py"), "--json", "demo", "--offices", "5", "--to", str(target)],
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        while process.poll() is None and not (target / "usb").is_dir():
            time.sleep(0.005)
        process.send_signal(signal.SIGINT)
        output, _ = process.communicate(timeout=60)
        assert (process.returncode, json.loads(output)["code"]) == (5, "CANCELLED")
        assert not target.exists() or list(target.rglob("*")) == []
