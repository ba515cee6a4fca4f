"""setup, kit, enrol, approve, revoke, pin, recovery."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.end_to_end.command_line.stations import PIN, Exchange, Pc, run_here


def test_a_second_ledger_is_not_made(exchange: Exchange) -> None:
    answer = exchange.centre.call("setup", "--role", "centre", expect=2)
    assert (answer["ok"], answer["code"]) == (False, "LEDGER_EXISTS")


def test_without_a_pin_the_answer_warns(tmp_path: Path) -> None:
    arguments = ["--data", str(tmp_path / "centre"), "--json", "setup", "--role", "centre"]
    answer = run_here(arguments).answer
    assert (answer["ok"], answer["pin"]) == (True, "none")
    assert "PIN" in answer["warning"]
    kit = run_here(["--data", str(tmp_path / "centre"), "--json", "kit", "--to", str(tmp_path / "kit.shd")])
    assert kit.exit == 0


def test_a_pin_that_is_too_short_is_refused_and_nothing_is_made(tmp_path: Path) -> None:
    pc = Pc(tmp_path, "centre")
    pc.pin_file.write_text("12345\n", encoding="utf-8")
    assert pc.call("setup", "--role", "centre", expect=3)["code"] == "PIN_TOO_SHORT"
    assert not (pc.folder / "ledger.db").exists()


def test_a_missing_pin_file_is_wrong_use(tmp_path: Path) -> None:
    pc = Pc(tmp_path, "centre")
    pc.pin_file.unlink()
    assert pc.call("setup", "--role", "centre", expect=2)["code"] == "FILE_NOT_FOUND"


@pytest.mark.parametrize(
    "words",
    [
        ("--role", "office"),
        ("--role", "office", "--kit", "kit.shd"),
        ("--role", "centre", "--kit", "kit.shd"),
        ("--role", "auditor"),
        ("--role", "office", "--kit", "k", "--office", "X", "--organisation", "vn.x"),
        ("--role", "centre", "--root-to", "one"),
        (),
    ],
)
def test_wrong_use_of_setup(tmp_path: Path, words: tuple[str, ...]) -> None:
    answer = Pc(tmp_path, "pc").call("setup", *words, expect=2)
    assert (answer["code"], bool(answer["detail"])) == ("WRONG_USE", True)


def test_an_own_programme_with_a_foreign_field_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_text('{"format": 1, "leader_phone": "x"}', encoding="utf-8")
    answer = Pc(tmp_path, "pc").call("setup", "--role", "centre", "--programme", tmp_path / "plan.json", expect=3)
    assert answer["code"].startswith("SCHEMA_")


def test_two_of_three_sticks_sign_a_kit(tmp_path: Path) -> None:
    centre = Pc(tmp_path, "centre")
    sticks = [tmp_path / f"stick {number}" for number in range(3)]
    for stick in sticks:
        stick.mkdir()
    roots = [word for stick in sticks for word in ("--root-to", stick)]
    made = centre.call("setup", "--role", "centre", *roots)
    assert [Path(path).is_file() for path in made["root_files"]] == [True] * 3
    assert centre.call("kit", "--to", tmp_path / "kit.shd", expect=3)["code"] == "TRUST_THRESHOLD"
    signed = centre.call("kit", "--to", tmp_path / "kit.shd", "--root-from", sticks[0], "--root-from", sticks[2])
    assert signed["no"] == 1
    office = Pc(tmp_path, "office")
    joined = office.call("setup", "--role", "office", "--kit", tmp_path / "kit.shd", "--office", "UBND-DH")
    assert joined["fingerprint"] == made["fingerprint"]


def test_another_centre_s_fingerprint_is_refused(exchange: Exchange) -> None:
    pc = Pc(exchange.folder, "second")
    words = ("setup", "--role", "office", "--kit", exchange.file("kit.shd"), "--office", "UBND-DH", "--fingerprint", "0" * 24)
    assert pc.call(*words, expect=3)["code"] == "FINGERPRINT_WRONG"


def test_an_unknown_office_is_refused(exchange: Exchange) -> None:
    pc = Pc(exchange.folder, "second")
    answer = pc.call("setup", "--role", "office", "--kit", exchange.file("kit.shd"), "--office", "NOWHERE", expect=3)
    assert answer["code"] == "OFFICE_UNKNOWN"


class TestApproval:
    """What the officer at the centre types in decides."""

    @pytest.fixture
    def second(self, exchange: Exchange) -> tuple[Exchange, Pc, str]:
        pc = Pc(exchange.folder, "second")
        pc.call("setup", "--role", "office", "--kit", exchange.file("kit.shd"), "--office", "UBND-DH")
        sheet = exchange.file("sheet.docx")
        answer = pc.call("enrol", "--to", exchange.file("second.shd"), "--sheet", sheet)
        assert sheet.read_bytes().startswith(b"PK")
        assert Path(answer["file"]) == exchange.file("second.shd")
        return exchange, pc, answer["voice"]

    def test_a_wrong_number_is_refused(self, second: tuple[Exchange, Pc, str]) -> None:
        exchange, _, voice = second
        wrong = voice[:-1] + str((int(voice[-1]) + 1) % 10)
        answer = exchange.centre.call("approve", exchange.file("second.shd"), "--voice", wrong, expect=3)
        assert answer["code"] == "VOICE_WRONG"
        assert "6" in answer["message"]

    def test_a_number_that_is_too_short_is_refused(self, second: tuple[Exchange, Pc, str]) -> None:
        exchange, _, voice = second
        answer = exchange.centre.call("approve", exchange.file("second.shd"), "--voice", voice[:12], expect=3)
        assert answer["code"] == "VOICE_FORMAT"

    def test_groups_may_be_parted(self, second: tuple[Exchange, Pc, str]) -> None:
        exchange, _, voice = second
        grouped = " ".join(voice[start : start + 4] for start in range(0, 24, 4))
        assert exchange.centre.call("approve", exchange.file("second.shd"), "--voice", grouped)["office"] == "UBND-DH"

    def test_a_new_pc_replaces_the_old_one(self, second: tuple[Exchange, Pc, str]) -> None:
        exchange, _, voice = second
        done = exchange.centre.call("approve", exchange.file("second.shd"), "--voice", voice, "--replaces")
        assert len(done["revoked"]) == 1
        exchange.record()
        refused = exchange.centre.call("import", exchange.seal(), expect=3)
        assert refused["files"][0]["code"] == "KEY_REVOKED"

    def test_twice_is_told(self, exchange: Exchange) -> None:
        voice = exchange.office.call("enrol", "--to", exchange.file("again.shd"))["voice"]
        answer = exchange.centre.call("approve", exchange.file("again.shd"), "--voice", voice, expect=3)
        assert answer["code"] == "ALREADY_ENROLLED"

    def test_foreign_and_damaged_files_are_refused(self, exchange: Exchange) -> None:
        foreign = exchange.file("foreign.shd")
        foreign.write_bytes(b"nothing of ours" * 100)
        damaged = exchange.file("damaged.shd")
        content = bytearray(exchange.file("enrol.shd").read_bytes())
        content[-20] ^= 1
        damaged.write_bytes(content)
        for path in (foreign, damaged, exchange.file("kit.shd")):
            answer = exchange.centre.call("approve", path, "--voice", "1" * 24, expect=3)
            assert answer["ok"] is False
        assert (
            exchange.centre.call("approve", exchange.file("none.shd"), "--voice", "1" * 24, expect=2)["code"]
            == "FILE_NOT_FOUND"
        )


def test_revoking_ends_every_key_of_an_office(exchange: Exchange) -> None:
    exchange.record()
    usb = exchange.seal()
    done = exchange.centre.call("revoke", "UBND-DH", "--why", "máy hỏng")
    assert [item["office"] for item in done["revoked"]] == ["UBND-DH"]
    assert exchange.centre.call("import", usb, expect=3)["files"][0]["code"] == "KEY_REVOKED"
    assert exchange.centre.call("revoke", "UBND-DH", "--why", "lần nữa", expect=3)["code"] == "KEY_UNKNOWN"
    assert exchange.office.call("revoke", "UBND-DH", "--why", "x", expect=2)["code"] == "WRONG_ROLE"


def test_a_new_pin_and_a_new_recovery_code(exchange: Exchange) -> None:
    office = exchange.office
    new = exchange.file("new.pin")
    new.write_text("161803\n", encoding="utf-8")
    code = office.call("recovery")["recovery_code"]
    assert office.call("pin", "--new-pin-file", new)["pin"] == "set"
    exchange.record()
    assert office.call("seal", "--to", exchange.file("usb"), expect=3)["code"] == "PIN_WRONG"
    office.pin_file.write_text("161803\n", encoding="utf-8")
    assert office.call("seal", "--to", exchange.file("usb"))["ok"]
    new.write_text(PIN, encoding="utf-8")
    assert office.call("pin", "--new-pin-file", new, "--recovery-code", code)["ok"]
    office.pin_file.write_text(f"{PIN}\n", encoding="utf-8")
    assert office.call("seal", "--to", exchange.file("usb"), "--all")["ok"]
    assert office.call("pin", expect=2)["code"] == "WRONG_USE"
    assert office.call("pin", "--new-pin-file", new, "--recovery-code", "nonsense", expect=2)["code"] == "RECOVERY_CODE_FORMAT"
