"""close, reopen, review, consolidate, status, fsck."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

from tests.end_to_end.command_line.stations import Exchange


def arrived(exchange: Exchange) -> list[str]:
    """An office that has closed and handed over; returns its records."""
    uids = exchange.record()
    exchange.office.call("close", "--period", "2020S1", expect=1)
    exchange.centre.call("import", exchange.seal())
    return uids


def test_closing_answers_the_checklist_and_reopening_needs_a_reason(exchange: Exchange) -> None:
    exchange.record()
    looked = exchange.office.call("close", "--period", "2020S1", "--dry-run", expect=1)
    assert (looked["closed"], bool(looked["findings"])) == (False, True)
    closed = exchange.office.call("close", "--period", "2020S1", expect=1)
    assert (closed["ok"], closed["records"], closed["due_before"], len(closed["root"])) == (True, 3, "2020-06-20", 64)
    assert {"TASK_WITHOUT_ACTIVITY", "SECTION_EMPTY"} <= {item["code"] for item in closed["findings"]}
    assert {item["state"] for item in closed["figures"]} >= {"number", "empty"}
    assert exchange.office.call("close", "--period", "2020S1", expect=3)["code"] == "PERIOD_CLOSED"
    assert exchange.office.call("reopen", "--period", "2020S1", "--why", " ", expect=3)["code"] == "REASON_MISSING"
    assert exchange.office.call("reopen", "--period", "2020S1", "--why", "thiếu số liệu")["period"] == "2020S1"
    assert exchange.office.call("reopen", "--period", "2020S1", "--why", "x", expect=3)["code"] == "PERIOD_NOT_CLOSED"
    assert exchange.office.call("close", "--period", "2020Q7", expect=3)["code"] == "PERIOD_UNKNOWN"
    assert "20/06/2020" in exchange.office.read("close", "--period", "2020S1", expect=1)


def test_number_zero_and_nothing_occurred_are_three_answers(exchange: Exchange) -> None:
    exchange.record()
    outline = exchange.file("outline.json")

    def closed_with(**answers: object) -> object:
        outline.write_text(json.dumps({"answers": answers}), encoding="utf-8")
        figures = exchange.office.call("close", "--period", "2020S1", "--outline", outline, expect=1)["figures"]
        exchange.office.call("reopen", "--period", "2020S1", "--why", "thử")
        return next(item for item in figures if item["item"] == "II.1.a-3")

    assert closed_with() == {"item": "II.1.a-3", "state": "empty"}
    assert closed_with(**{"II.1.a-3": 0}) == {"item": "II.1.a-3", "state": "number", "number": 0}
    assert closed_with(**{"II.1.a-3": "không phát sinh"}) == {"item": "II.1.a-3", "state": "none"}
    outline.write_text(json.dumps({"phone": {}}), encoding="utf-8")
    refused = exchange.office.call("close", "--period", "2020", "--outline", outline, expect=3)
    assert (refused["code"], "phone" in refused["message"]) == ("SCHEMA_UNKNOWN_FIELD", True)


def test_a_return_with_remarks_comes_back_corrected(exchange: Exchange) -> None:
    uids = arrived(exchange)
    centre, office = exchange.centre, exchange.office
    shown = centre.call("review", "UBND-DH", "--period", "2020S1", expect=None)
    assert (shown["state"], shown["differences"]) == ("received", [])
    assert centre.call("review", "UBND-DH", "--period", "2020S1", "--return", expect=3)["code"] == "REASON_MISSING"
    words = ("--return", "--remark", "Thiếu số liệu", "--remark-on", f"{uids[0]}:place:Ghi rõ địa điểm: xã nào?")
    returned = centre.call("review", "UBND-DH", "--period", "2020S1", *words)
    assert (returned["state"], returned["remarks"][1]["field"]) == ("returned", "place")
    receipt = centre.call("receipts", "--to", exchange.file("r1"))["files"][0]["path"]
    heard = office.call("receive", receipt, expect=1)["files"][0]
    assert heard["code"] == "REPORT_RETURNED"
    assert [item["text"] for item in heard["periods"][0]["remarks"]] == ["Thiếu số liệu", "Ghi rõ địa điểm: xã nào?"]
    assert office.call("status", "--period", "2020S1")["reports"][0]["state"] == "returned"
    office.call("reopen", "--period", "2020S1", "--why", "theo ý kiến của trung tâm")
    fix = exchange.file("fix.jsonl")
    fix.write_text(json.dumps({"uid": uids[0], "place": "Xã Đăk La"}) + "\n", encoding="utf-8")
    office.call("record", fix)
    office.call("close", "--period", "2020S1", expect=1)
    office.call("seal", "--to", exchange.file("usb2"))
    assert centre.call("import", exchange.file("usb2"))["ok"]
    assert centre.call("review", "UBND-DH", "--period", "2020S1", "--accept")["state"] == "accepted"
    second = centre.call("receipts", "--to", exchange.file("r2"))["files"][0]["path"]
    assert office.call("receive", second)["files"][0]["periods"][0]["state"] == "accepted"


def test_a_review_is_taken_back_until_a_receipt_tells_it(exchange: Exchange) -> None:
    arrived(exchange)
    centre, report = exchange.centre, ("review", "UBND-DH", "--period", "2020S1")
    assert centre.call(*report, "--take-back", expect=3)["code"] == "REVIEW_ABSENT"
    centre.call(*report, "--accept")
    assert centre.call(*report, expect=None)["state"] == "accepted"
    assert centre.call(*report, "--take-back")["state"] == "received"
    assert centre.call(*report, expect=None)["state"] == "received"
    centre.call(*report, "--accept")
    centre.call("receipts", "--to", exchange.file("r1"))
    assert centre.call(*report, "--take-back", expect=3)["code"] == "REVIEW_RECEIPTED"


def test_wrong_use_of_review(exchange: Exchange) -> None:
    for words in (
        ("--accept", "--return"),
        ("--accept", "--take-back"),
        ("--take-back", "--remark", "x"),
        ("--remark", "x"),
        ("--return", "--remark-on", "abc"),
    ):
        assert exchange.centre.call("review", "UBND-DH", "--period", "2020S1", *words, expect=2)["code"] == "WRONG_USE"
    absent = exchange.centre.call("review", "UBND-DH", "--period", "2020S1", "--accept", expect=3)
    assert absent["code"] == "PERIOD_NOT_CLOSED"
    long = exchange.centre.call("review", "UBND-DH", "--period", "2020S1", "--return", "--remark", "x" * 501, expect=3)
    assert long["code"] == "TEXT_TOO_LONG"


def test_consolidating_freezes_and_a_later_change_is_shown(exchange: Exchange) -> None:
    arrived(exchange)
    centre, office = exchange.centre, exchange.office
    first = centre.call("consolidate", "--period", "2020S1", expect=1)
    assert (first["code"], first["differences"], first["complete"]["received"]) == ("OK_WITH_FINDINGS", [], 1)
    assert "UBND-DH" not in first["missing"]
    assert centre.call("consolidate", "--period", "2020S1", expect=1)["figures_digest"] == first["figures_digest"]
    number = centre.call("quarantine")["imports"][0]["import_id"]
    assert centre.call("undo", number, expect=3)["code"] == "UNDO_CONSOLIDATED"
    office.call("reopen", "--period", "2020S1", "--why", "bổ sung")
    exchange.record(2, name="more.jsonl")
    office.call("close", "--period", "2020S1", expect=1)
    office.call("seal", "--to", exchange.file("usb3"))
    late = centre.call("import", exchange.file("usb3"), expect=1)
    assert late["files"][0]["code"] == "BUNDLE_PERIOD_CONSOLIDATED"
    assert late["files"][0]["ok"] is True
    changed = centre.call("consolidate", "--period", "2020S1", "--dry-run", expect=1)
    assert (changed["code"], changed["frozen"], bool(changed["differences"])) == ("REPORT_FIGURES_CHANGED", False, True)
    assert office.call("consolidate", "--period", "2020S1", expect=2)["code"] == "WRONG_ROLE"


def test_status_of_both_roles(exchange: Exchange) -> None:
    arrived(exchange)
    office = exchange.office.call("status", "--period", "2020S1")
    assert (office["role"], office["closed"], office["activities"], office["kit"]) == ("office", True, 3, 1)
    assert {"task": "II.1.a", "activities": 3} in office["tasks"]
    assert office["last_backup"]
    centre = exchange.centre.call("status", "--period", "2020S1")
    cells = {cell["office"]: cell for cell in centre["reports"]}
    assert (cells["UBND-DH"]["state"], cells["UBND-DH"]["entries"]) == ("RECEIVED", 5)
    assert all(cell["timeliness"] != "OVERDUE" for cell in cells.values() if cell["requested"])
    assert centre["complete"]["due"] >= centre["complete"]["received"] == 1
    for pc in (exchange.office, exchange.centre):
        assert pc.call("status")["ok"]
        for language in ("vi", "en"):
            assert pc.read("status", "--period", "2020S1", language=language)


def test_a_damaged_ledger_ends_with_four(exchange: Exchange) -> None:
    exchange.record()
    with closing(sqlite3.connect(exchange.office.folder / "ledger.db")) as connection:
        connection.execute("UPDATE node SET line = CAST(replace(line, 'II.1.a', 'II.1.b') AS BLOB) WHERE seq = 3")
        connection.commit()
    answer = exchange.office.call("fsck", expect=4)
    assert (answer["ok"], answer["code"], len(answer["problems"]) >= 1) == (False, "LEDGER_DAMAGED", True)


def test_tables_that_differ_from_the_journal_are_rebuilt_and_told(exchange: Exchange) -> None:
    exchange.record()
    sound = exchange.office.call("fsck", "--rebuild")
    with closing(sqlite3.connect(exchange.office.folder / "ledger.db")) as connection:
        connection.execute("UPDATE activity SET title = 'x'")
        connection.commit()
    assert exchange.office.call("fsck", "--rebuild", expect=4)["digest"] == sound["digest"]
    assert exchange.office.call("fsck", "--rebuild")["digest"] == sound["digest"]
