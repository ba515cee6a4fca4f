"""report, remind, audit, demo, bench, erase."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import docx
import openpyxl

from tests.end_to_end.command_line.stations import PIN, Exchange, Pc


def arrived(exchange: Exchange) -> None:
    exchange.record()
    exchange.office.call("close", "--period", "2020S1", expect=1)
    exchange.centre.call("import", exchange.seal())


def test_reports_of_both_sides_in_word_and_excel(exchange: Exchange) -> None:
    office, centre = exchange.office, exchange.centre
    exchange.record()
    early = office.call("report", "--period", "2020S1", "--to", exchange.file("a.docx"), expect=3)
    assert early["code"] == "PERIOD_NOT_CLOSED"
    draft = office.call("report", "--period", "2020S1", "--to", exchange.file("draft.docx"), "--draft", expect=1)
    assert (draft["draft"], draft["code"]) == (True, "OK_WITH_FINDINGS")
    office.call("close", "--period", "2020S1", expect=1)
    centre.call("import", exchange.seal())
    signature = exchange.file("sign.json")
    signature.write_text(json.dumps({"signature": {"title": "Giám đốc", "place": "Kon Tum"}}), encoding="utf-8")
    for pc, name, words in (
        (office, "office", ()),
        (centre, "centre", ("--outline", signature)),
        (centre, "of-an-office", ("--office", "UBND-DH")),
    ):
        for suffix in (".docx", ".xlsx"):
            path = exchange.file(f"{name}{suffix}")
            answer = pc.call("report", "--period", "2020S1", "--to", path, *words)
            assert (Path(answer["file"]), answer["draft"]) == (path, False)
    assert docx.Document(str(exchange.file("centre.docx"))).tables
    book = openpyxl.load_workbook(exchange.file("centre.xlsx"))
    assert len(book.sheetnames) > 2
    book.close()
    assert (
        centre.call("report", "--period", "2020S1", "--to", exchange.file("x.odt"), expect=3)["code"] == "FILE_TYPE_UNSUPPORTED"
    )


def test_a_report_of_several_periods(exchange: Exchange) -> None:
    arrived(exchange)
    centre = exchange.centre
    for name, words in (("span.docx", ("--review", "interim")), ("span.xlsx", ()), ("now.xlsx", ("--as-now",))):
        path = exchange.file(name)
        answer = centre.call("report", "--from", "2020S1", "--until", "2021S1", "--to", path, *words)
        assert (Path(answer["file"]), answer["periods"]) == (path, ["2020S1", "2020", "2021S1"])
        assert answer["added"] == ["2020", "2021S1"]
    assert "Sơ kết thực hiện" in "\n".join(line.text for line in docx.Document(str(exchange.file("span.docx"))).paragraphs)
    tables = []
    for name in ("span.xlsx", "now.xlsx"):
        book = openpyxl.load_workbook(exchange.file(name))
        tables.append([[cell.value for cell in row] for row in book.worksheets[0].iter_rows()])
        book.close()
    assert tables[0] == tables[1]
    wrong = centre.call("report", "--from", "2021", "--until", "2020", "--to", exchange.file("x.xlsx"), expect=3)
    assert wrong["code"] == "PERIOD_SPAN_INVALID"
    refused = exchange.office.call("report", "--from", "2020", "--until", "2020", "--to", exchange.file("x.xlsx"), expect=2)
    assert refused["code"] == "WRONG_ROLE"
    assert not exchange.file("x.xlsx").exists()


def test_one_period_or_several_and_never_both(exchange: Exchange) -> None:
    for words in ((), ("--period", "2020", "--from", "2020"), ("--from", "2020", "--office", "UBND-DH")):
        done = exchange.centre.process("report", "--to", exchange.file("x.xlsx"), *words)
        assert done.exit != 0
        assert not exchange.file("x.xlsx").exists()


def test_a_pdf_without_a_display(exchange: Exchange) -> None:
    # In a process of its own: it starts and ends Qt.
    arrived(exchange)
    path = exchange.file("báo cáo.pdf")
    done = exchange.office.process("report", "--period", "2020S1", "--to", path)
    assert (done.exit, path.read_bytes()[:5]) == (0, b"%PDF-")


def test_reminders_go_to_whom_is_overdue_and_never_to_the_requested(exchange: Exchange) -> None:
    arrived(exchange)
    answer = exchange.centre.call("remind", "--to", exchange.file("letters"), "--period", "2020S1", "--on", "2020-07-01")
    reminded = {letter["office"] for letter in answer["files"]}
    cells = {cell["office"]: cell for cell in exchange.centre.call("status", "--period", "2020S1")["reports"]}
    assert len(reminded) > 10
    assert "UBND-DH" not in reminded
    assert not any(cells[office]["requested"] for office in reminded)
    assert all(Path(letter["path"]).is_file() for letter in answer["files"])
    assert exchange.centre.call("remind", "--to", exchange.file("l2"), "--on", "2020-07-01")["period"] == "2020S1"
    assert exchange.centre.call("remind", "--to", exchange.file("l3"), "--on", "2020-02-30", expect=3)["code"] == "DATE_INVALID"
    assert (
        exchange.centre.call("remind", "--to", exchange.file("l4"), "--period", "2020S1", "--on", "2020-03-01")["files"] == []
    )
    assert exchange.office.call("remind", "--to", exchange.file("l5"), expect=2)["code"] == "WRONG_ROLE"


def test_the_auditor_s_folder(exchange: Exchange) -> None:
    arrived(exchange)
    bundle = next(exchange.file("usb").iterdir())
    folder = exchange.file("audit")
    answer = exchange.centre.call("audit", bundle, "--to", folder)
    names = {path.name for path in folder.iterdir()}
    assert {"manifest.json", "pae.bin", "sig.bin", "office.pem", "SHA256SUMS"} <= names
    assert answer["office"] == "UBND-DH"
    for line in (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        digest, name = line.split("  ", 1)
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    assert exchange.centre.call("audit", bundle, "--to", folder, expect=3)["code"] == "FILE_EXISTS"


def test_the_demonstration_of_one_office(tmp_path: Path) -> None:
    pc = Pc(tmp_path, "none")
    answer = pc.call("demo", "--offices", "1", "--to", tmp_path / "kết quả")
    assert answer["ok"]
    assert len(answer["checks"]) > 10
    assert all(check["ok"] for check in answer["checks"])
    for path in (*answer["word"], *answer["excel"], *answer["bundles"], *answer["receipts"], answer["index"]):
        assert Path(path).is_file()
    assert not pc.folder.exists()
    assert pc.call("demo", "--offices", "0", "--to", tmp_path, expect=2)["code"] == "WRONG_USE"
    assert pc.call("demo", "--offices", "1", "--to", tmp_path, expect=3)["code"] == "FILE_EXISTS"


def test_the_bench_measures_beside_floors(tmp_path: Path) -> None:
    answer = Pc(tmp_path, "none").call("bench", "--count", "20", "--rounds", "1", expect=None)
    assert {measure["name"] for measure in answer["measures"]} >= {"seal", "import", "import again"}
    assert all(measure["floor"] > 0 for measure in answer["measures"])


def test_erasing_by_order(exchange: Exchange) -> None:
    uid = exchange.record(1)[0]
    assert exchange.office.call("erase", uid, "--order", " ", expect=3)["code"] == "REASON_MISSING"
    assert exchange.office.call("erase", uid, "--order", "12/QĐ-TA")["lines"] == 1
    assert exchange.office.call("activities", "--search", "hoi nghi")["total"] == 0
    assert exchange.office.call("fsck")["problems"] == []
    for path in exchange.office.folder.glob("ledger.db*"):
        assert "quán triệt lần 0".encode() not in path.read_bytes()
    assert exchange.office.call("erase", "x", "--order", "1", expect=3)["code"] == "RECORD_UNKNOWN"
    assert PIN not in exchange.office.read("status")
