"""seal, custody, verify, inspect, import, undo, quarantine, receipts, receive, resync."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.end_to_end.command_line.stations import Exchange, Pc, activity, write_lines


def damaged(path: Path) -> Path:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    broken = path.with_name("damaged.shd")
    broken.write_bytes(content)
    return broken


def codes(answer: dict[str, object]) -> list[str]:
    files = answer["files"]
    assert isinstance(files, list)
    return [item["code"] for item in files]


def test_sealing_tells_every_file(exchange: Exchange) -> None:
    exchange.record()
    answer = exchange.office.call("seal", "--to", exchange.file("usb"), "--note", "ghi chú")
    sealed = answer["files"][0]
    assert sealed.keys() == {"path", "size", "sha256", "spoken", "entries", "blobs"}
    assert Path(sealed["path"]).stat().st_size == sealed["size"]
    assert (answer["spoken"], sealed["entries"]) == (sealed["spoken"], 4)
    assert exchange.centre.call("seal", "--to", exchange.file("usb"), expect=2)["code"] == "WRONG_ROLE"
    (exchange.file("flat")).write_bytes(b"")
    assert exchange.office.call("seal", "--to", exchange.file("flat"), expect=3)["code"] == "FOLDER_UNWRITABLE"


def test_a_stamp_of_secrecy_blocks_sealing(exchange: Exchange) -> None:
    path = write_lines(exchange.file("lines.jsonl"), [activity(note="Độ TỐI MẬT")])
    assert exchange.office.call("record", path, expect=1)["findings"][0]["code"] == "TEXT_SECRECY_STAMP"
    assert exchange.office.call("seal", "--to", exchange.file("usb"), expect=3)["code"] == "SEAL_BLOCKED_BY_STAMP"


def test_custody_from_written_to_receipted(exchange: Exchange) -> None:
    exchange.record()
    sealed = next(exchange.seal().iterdir())
    states = [item["state"] for item in exchange.office.call("custody")["bundles"]]
    assert states == ["written"]
    handed = exchange.office.call("custody", "--handed-over", sealed)["bundles"]
    assert [item["state"] for item in handed] == ["handed_over"]
    assert exchange.office.call("custody", "--handed-over", exchange.file("kit.shd"), expect=3)["code"] == "CUSTODY_UNKNOWN"
    exchange.centre.call("import", sealed)
    receipt = exchange.centre.call("receipts", "--to", exchange.file("out"))["files"][0]["path"]
    assert exchange.office.call("receive", receipt)["files"][0]["no"] == 1
    assert [item["state"] for item in exchange.office.call("custody")["bundles"]] == ["receipted"]
    assert "receipted" not in exchange.office.read("custody")


def test_verifying_at_either_side(exchange: Exchange) -> None:
    exchange.record()
    sealed = next(exchange.seal().iterdir())
    broken = damaged(sealed)
    assert codes(exchange.office.call("verify", sealed)) == ["BUNDLE_VERIFIED"]
    answer = exchange.centre.call("verify", sealed, broken, expect=1)
    assert codes(answer) == ["BUNDLE_VERIFIED", "BUNDLE_DAMAGED"]
    assert (answer["files"][0]["new"], answer["files"][0]["known"]) == (4, 0)
    assert exchange.centre.call("activities")["total"] == 0
    assert exchange.centre.call("verify", broken, expect=3)["code"] == "BUNDLE_DAMAGED"
    exchange.centre.call("import", sealed)
    exchange.centre.call("receipts", "--to", exchange.file("out"))
    exchange.centre.call("resync", "UBND-DH", "--to", exchange.file("out"))
    papers = sorted(exchange.file("out").iterdir())
    assert codes(exchange.office.call("verify", *papers, exchange.file("kit.shd"))) == ["BUNDLE_VERIFIED"] * 3
    assert exchange.office.call("verify", broken, expect=3)["ok"] is False
    assert exchange.office.call("verify", exchange.file("enrol.shd"), expect=3)["ok"] is False


def test_inspecting_shows_the_signed_manifest(exchange: Exchange) -> None:
    exchange.record()
    sealed = next(exchange.seal().iterdir())
    found = exchange.centre.call("inspect", sealed)
    assert (found["kind"], found["encrypted"], found["manifest"]["office"]) == ("bundle", True, "UBND-DH")
    kit = exchange.office.call("inspect", exchange.file("kit.shd"))
    assert (kit["kind"], kit["manifest"]["no"], kit["verified"]) == ("kit", 1, True)
    unknown = exchange.centre.call("inspect", exchange.file("enrol.shd"), expect=None)
    assert unknown["kind"] == "enrol"
    assert exchange.office.call("inspect", exchange.office.pin_file, expect=3)["code"] == "BUNDLE_NOT_OURS"


def test_a_preview_writes_nothing(exchange: Exchange) -> None:
    exchange.record()
    usb = exchange.seal()
    preview = exchange.centre.call("import", usb, "--dry-run")
    assert (preview["dry_run"], preview["new"]) == (True, 4)
    assert exchange.centre.call("activities")["total"] == 0
    assert exchange.centre.call("quarantine")["imports"] == []


def test_some_refused_is_one_and_all_refused_is_three(exchange: Exchange) -> None:
    exchange.record()
    usb = exchange.seal()
    broken = damaged(next(usb.iterdir()))
    both = exchange.centre.call("import", usb, expect=1)
    assert (sorted(codes(both)), both["refused"]) == (["BUNDLE_DAMAGED", "BUNDLE_IMPORTED"], 1)
    assert exchange.centre.call("import", broken, expect=3)["code"] == "BUNDLE_DAMAGED"
    empty = exchange.file("empty")
    empty.mkdir()
    assert exchange.centre.call("import", empty, expect=3)["code"] == "NOTHING_TAKEN"
    assert exchange.centre.call("import", exchange.file("nowhere"), expect=2)["code"] == "FILE_NOT_FOUND"


def test_what_waited_for_its_key_is_taken_after_the_approval(exchange: Exchange) -> None:
    second = Pc(exchange.folder, "second")
    second.call("setup", "--role", "office", "--kit", exchange.file("kit.shd"), "--office", "SYT")
    voice = second.call("enrol", "--to", exchange.file("second.shd"))["voice"]
    second.call("record", write_lines(exchange.file("l.jsonl"), [activity()]), expect=None)
    second.call("close", "--period", "2020S1", expect=1)
    second.call("seal", "--to", exchange.file("usb"))
    answer = exchange.centre.call("import", exchange.file("usb"), expect=3)
    assert codes(answer) == ["BUNDLE_UNKNOWN_KEY"]
    assert [item["code"] for item in exchange.centre.call("quarantine")["waiting"]] == ["BUNDLE_UNKNOWN_KEY"]
    done = exchange.centre.call("approve", exchange.file("second.shd"), "--voice", voice)
    assert len(done["waiting"]) == 1
    assert codes(exchange.centre.call("import")) == ["BUNDLE_IMPORTED"]
    assert exchange.centre.call("quarantine")["waiting"] == []
    assert exchange.centre.call("import")["files"] == []


def test_undo_until_the_receipt(exchange: Exchange) -> None:
    exchange.record()
    usb = exchange.seal()
    before = exchange.centre.call("fsck")["digest"]
    number = exchange.centre.call("import", usb)["files"][0]["import_id"]
    filled = exchange.centre.call("fsck")["digest"]
    assert exchange.centre.call("undo", number)["entries"] == 4
    assert exchange.centre.call("fsck")["digest"] == before
    assert exchange.centre.call("undo", number, expect=3)["code"] == "IMPORT_UNKNOWN"
    number = exchange.centre.call("import", usb)["files"][0]["import_id"]
    assert exchange.centre.call("fsck")["digest"] == filled
    exchange.centre.call("receipts", "--to", exchange.file("out"), "--office", "UBND-DH")
    assert exchange.centre.call("undo", number, expect=3)["code"] == "UNDO_RECEIPTED"


def test_receiving_what_is_old_or_foreign(exchange: Exchange) -> None:
    exchange.record()
    exchange.centre.call("import", exchange.seal())
    receipt = exchange.centre.call("receipts", "--to", exchange.file("out"))["files"][0]["path"]
    answer = exchange.office.call("receive", receipt, exchange.file("kit.shd"), exchange.office.pin_file, expect=1)
    assert codes(answer) == ["RECEIPT_ACCEPTED", "KIT_OLD", "BUNDLE_NOT_OURS"]
    assert codes(exchange.office.call("receive", receipt, expect=1)) == ["RECEIPT_OLD"]
    assert exchange.office.call("receive", exchange.office.pin_file, expect=3)["code"] == "BUNDLE_NOT_OURS"
    exchange.centre.call("kit", "--to", exchange.file("kit2.shd"))
    assert codes(exchange.office.call("receive", exchange.file("kit2.shd"))) == ["KIT_ACCEPTED"]
    assert exchange.centre.call("receive", receipt, expect=3)["files"][0]["code"] == "WRONG_ROLE"


def test_a_restored_office_notices_and_gets_its_lost_tail_back(exchange: Exchange) -> None:
    office, centre = exchange.office, exchange.centre
    exchange.record(2)
    copy = office.call("backup", "--to", exchange.file("backup.db"))
    assert len(copy["sha256"]) == 64
    exchange.record(3, name="later.jsonl")
    centre.call("import", exchange.seal())
    expected = centre.call("fsck")["digest"]
    restored = office.call("restore", exchange.file("backup.db"))
    assert Path(restored["replaced"]).is_file()
    assert restored["notice"]["code"] == "LEDGER_RESTORED"
    assert "notice" not in office.call("status", "--period", "2020S1")
    centre.call("resync", "UBND-DH", "--to", exchange.file("back"))
    answer = office.call("receive", *exchange.file("back").iterdir())
    assert (codes(answer), answer["files"][0]["new"]) == (["RESYNC_ACCEPTED"], 3)
    assert office.call("fsck")["digest"] == expected
    assert office.call("backup", "--to", exchange.file("backup.db"), expect=3)["code"] == "FILE_EXISTS"
    assert office.call("restore", exchange.file("none.db"), expect=2)["code"] == "FILE_NOT_FOUND"


def test_a_copied_profile_is_noticed(exchange: Exchange) -> None:
    twin = Pc(exchange.folder, "twin")
    shutil.copytree(exchange.office.folder, twin.folder)
    exchange.record()
    answer = twin.call("status", "--period", "2020S1")
    assert answer["notice"]["code"] in ("LEDGER_COPIED", "LEDGER_RESTORED")


def test_a_series_for_a_small_budget(exchange: Exchange) -> None:
    for number in range(3):
        (exchange.file(f"{number}.pdf")).write_bytes(b"%PDF-1.4\n" + bytes([number]) * 700_000)
    lines = [activity(title=f"Hội nghị {number}", attachments=[f"{number}.pdf"]) for number in range(3)]
    exchange.office.call("record", write_lines(exchange.file("lines.jsonl"), lines))
    files = exchange.office.call("seal", "--to", exchange.file("usb"), "--budget", "1")["files"]
    assert len(files) > 1
    answer = exchange.centre.call("import", exchange.file("usb"))
    assert len(answer["files"]) == len(files)


def test_an_unknown_office_gets_no_entries_back(exchange: Exchange) -> None:
    assert exchange.centre.call("resync", "NOWHERE", "--to", exchange.file("x"), expect=3)["code"] == "OFFICE_UNKNOWN"
    assert exchange.centre.call("resync", "UBND-DH", "--to", exchange.file("x"), expect=3)["code"] == "NOTHING_TO_SEAL"
    assert exchange.centre.call("undo", "99", expect=3)["code"] == "IMPORT_UNKNOWN"
    assert exchange.centre.call("undo", "x", expect=2)["code"] == "WRONG_USE"
