"""rotate: the centre's keys shown and renewed from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.end_to_end.command_line.stations import Exchange, Pc


def test_the_keys_are_shown(exchange: Exchange) -> None:
    answer = exchange.centre.call("rotate")
    assert (answer["trust"], [one["role"] for one in answer["roles"]]) == (1, ["root", "kit", "receipt"])
    assert all(one["here"] and one["threshold"] == len(one["keys"]) == 1 for one in answer["roles"])
    text = exchange.centre.read("rotate")
    assert all(one["keys"][0] in text for one in answer["roles"])
    assert exchange.office.call("rotate", expect=2)["code"] == "WRONG_ROLE"


def test_all_keys_are_renewed_and_an_office_follows(exchange: Exchange) -> None:
    before = exchange.centre.call("rotate")
    kit = exchange.file("kit-2.shd")
    done = exchange.centre.call("rotate", "root", "kit", "receipt", "--why", "thay hằng năm", "--to", kit)
    assert (done["trust"], done["kit"], len(done["made"]), len(done["ended"])) == (2, 2, 3, 3)
    assert set(done["ended"]) == {keyid for one in before["roles"] for keyid in one["keys"]}
    assert exchange.office.call("receive", kit)["ok"]
    exchange.record()
    exchange.centre.call("import", exchange.seal())
    exchange.centre.call("receipts", "--to", exchange.file("receipts"))
    (receipt,) = exchange.file("receipts").iterdir()
    assert exchange.office.call("receive", receipt)["ok"]


def test_a_lost_stick_is_replaced(tmp_path: Path) -> None:
    centre, office = Pc(tmp_path, "centre"), Pc(tmp_path, "office")
    sticks = [tmp_path / f"stick {number}" for number in range(4)]
    for stick in sticks:
        stick.mkdir()
    centre.call("setup", "--role", "centre", *(word for stick in sticks[:3] for word in ("--root-to", stick)))
    first = tmp_path / "kit.shd"
    centre.call("kit", "--to", first, "--root-from", sticks[0], "--root-from", sticks[1])
    office.call("setup", "--role", "office", "--kit", first, "--office", "UBND-DH")
    words = (
        "rotate",
        "root",
        "kit",
        "--why",
        "mất một USB",
        "--replace",
        3,
        "--root-to",
        sticks[3],
        "--to",
        tmp_path / "kit-2.shd",
    )
    assert centre.call(*words, "--root-from", sticks[0], expect=3)["code"] == "TRUST_THRESHOLD"
    assert list(sticks[3].iterdir()) == []
    done = centre.call(*words, "--root-from", sticks[0], "--root-from", sticks[1])
    assert [Path(path).parent for path in done["root_files"]] == [sticks[3]]
    assert office.call("receive", tmp_path / "kit-2.shd")["ok"]
    third = tmp_path / "kit-3.shd"
    assert centre.call("kit", "--to", third, "--root-from", sticks[1], "--root-from", sticks[3])["no"] == 3
    assert office.call("receive", third)["ok"]


@pytest.mark.parametrize(
    "words",
    [
        ("kit",),
        ("kit", "--why", "x"),
        ("kit", "--to", "kit.shd"),
        ("--why", "x"),
        ("--to", "kit.shd"),
        ("nonsense", "--why", "x", "--to", "kit.shd"),
        ("receipt", "--why", "x", "--to", "kit.shd", "--replace", "1"),
    ],
)
def test_wrong_use(exchange: Exchange, words: tuple[str, ...]) -> None:
    answer = exchange.centre.call("rotate", *words, expect=2)
    assert (answer["code"], bool(answer["detail"])) == ("WRONG_USE", True)
    assert exchange.centre.call("rotate")["trust"] == 1


def test_a_centre_without_its_keys_goes_on_with_the_sticks(tmp_path: Path) -> None:
    centre, office, heir = (Pc(tmp_path, name) for name in ("centre", "office", "heir"))
    sticks = [tmp_path / f"stick {number}" for number in range(3)]
    for stick in sticks:
        stick.mkdir()
    centre.call("setup", "--role", "centre", *(word for stick in sticks for word in ("--root-to", stick)))
    by_two = [word for stick in sticks[1:] for word in ("--root-from", stick)]
    centre.call("kit", "--to", tmp_path / "kit.shd", *by_two)
    office.call("setup", "--role", "office", "--kit", tmp_path / "kit.shd", "--office", "UBND-DH")
    centre.call("backup", "--to", tmp_path / "backup.db")
    lost = ("rotate", "--keys-lost", "--why", "máy hỏng", "--to", tmp_path / "kit-2.shd")
    assert centre.call(*lost, *by_two, expect=3)["code"] == "KEYS_PRESENT"
    assert heir.call(*lost, *by_two, expect=2)["code"] == "LEDGER_MISSING"

    assert heir.call("restore", tmp_path / "backup.db")["notice"]["code"] == "KEYS_LOST"
    assert heir.call("rotate")["notice"]["code"] == "KEYS_LOST"
    assert "kho khóa" in heir.read("rotate")
    assert heir.call(*lost, "--root-from", sticks[0], expect=3)["code"] == "TRUST_THRESHOLD"
    new = tmp_path / "new.pin"
    new.write_text("314159\n", encoding="utf-8")
    done = heir.call(*lost, *by_two, "--new-pin-file", new, "--kit", tmp_path / "kit.shd")
    assert (done["trust"], done["kit"], len(done["made"]), len(done["ended"]), done["pin"]) == (2, 2, 1, 1, "set")
    assert office.call("receive", tmp_path / "kit-2.shd")["ok"]
    assert "notice" not in heir.call("rotate")
    assert heir.call("recovery", expect=3)["code"] == "PIN_WRONG"
    assert heir.call("pin", "--recovery-code", done["recovery_code"], "--new-pin-file", heir.pin_file)["ok"]
    assert heir.call("recovery")["recovery_code"] != done["recovery_code"]


def test_the_recovery_code_is_shown_even_when_the_kit_fails(tmp_path: Path) -> None:
    centre, heir, stick = Pc(tmp_path, "centre"), Pc(tmp_path, "heir"), tmp_path / "stick"
    stick.mkdir()
    centre.call("setup", "--role", "centre")
    centre.call("rotate", "root", "--why", "lên USB", "--root-to", stick, "--to", tmp_path / "kit.shd")
    centre.call("backup", "--to", tmp_path / "backup.db")
    heir.call("restore", tmp_path / "backup.db")
    lost = ("rotate", "--keys-lost", "--why", "máy hỏng", "--root-from", stick, "--to", tmp_path / "kit-2.shd")
    answer = heir.call(*lost, expect=3)  # the kit key lay on the PC that is gone
    assert (answer["code"], answer["trust"], bool(answer["recovery_code"])) == ("TRUST_THRESHOLD", 3, True)
    renewed = heir.call("rotate", "kit", "--why", "mất", "--root-from", stick, "--root-to", stick, "--to", "x", expect=None)
    assert renewed["code"] == "FILE_EXISTS"
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    words = ("--root-from", stick, "--root-to", fresh, "--to", tmp_path / "kit-3.shd")
    assert heir.call("rotate", "kit", "--why", "mất khóa gói", *words)["trust"] == 4


@pytest.mark.parametrize(
    "words",
    [
        ("--keys-lost",),
        ("--keys-lost", "--why", "x", "--to", "kit.shd"),
        ("--keys-lost", "--why", "x", "--root-from", "stick"),
        ("receipt", "--keys-lost", "--why", "x", "--root-from", "stick", "--to", "kit.shd"),
        ("--keys-lost", "--why", "x", "--root-from", "stick", "--root-to", "new", "--to", "kit.shd"),
        ("--new-pin-file", "new.pin"),
        ("receipt", "--why", "x", "--to", "kit.shd", "--kit", "old.shd"),
    ],
)
def test_wrong_use_after_a_loss(exchange: Exchange, words: tuple[str, ...]) -> None:
    assert exchange.centre.call("rotate", *words, expect=2)["code"] == "WRONG_USE"
