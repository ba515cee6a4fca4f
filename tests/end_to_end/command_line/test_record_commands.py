"""record, withdraw, activities, template."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import openpyxl

from tests.end_to_end.command_line.stations import Exchange, activity, write_lines


def test_the_line_of_the_issue_with_an_attachment_beside_the_file(exchange: Exchange) -> None:
    folder = exchange.file("in")
    folder.mkdir()
    (folder / "scan.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    answer = exchange.office.call("record", write_lines(folder / "lines.jsonl", [activity(attachments=["scan.pdf"])]))
    assert {"recorded", "uids", "refused", "findings"} <= answer.keys()
    assert (answer["recorded"], answer["refused"], answer["findings"]) == (1, [], [])
    found = exchange.office.call("activities")["activities"][0]
    assert (found["uid"], found["attachments"], found["values"]) == (
        answer["uids"][0],
        1,
        {"so_cuoc": 1, "luot_nguoi_du": 120},
    )


def test_bad_lines_are_given_back_by_number_and_the_rest_is_recorded(exchange: Exchange) -> None:
    lines = [
        activity(),
        "{not json",
        "",
        activity(phone="0912345678"),
        activity(type="NOTHING"),
        activity(values={"so_cuoc": -1}),
        activity(date="2020-13-01"),
        '{"task": "II.1.a", "task": "II.1.b"}',
        activity(attachments=["none.pdf"]),
    ]
    answer = exchange.office.call("record", write_lines(exchange.file("lines.jsonl"), lines), expect=1)
    assert answer["recorded"] == 1
    assert [item["line"] for item in answer["refused"]] == [2, 4, 5, 6, 7, 8, 9]
    assert all(item.keys() == {"line", "code", "message"} for item in answer["refused"])
    unknown = answer["refused"][1]
    assert unknown["code"] == "SCHEMA_UNKNOWN_FIELD"
    assert "phone" in unknown["message"]


def test_a_finding_tells_line_and_field_and_never_the_text(exchange: Exchange) -> None:
    path = write_lines(exchange.file("lines.jsonl"), [activity(), activity(note="gọi 02603 862 123")])
    answer = exchange.office.call("record", path, expect=1)
    assert answer["recorded"] == 2
    assert [(item["line"], item["field"], item["code"]) for item in answer["findings"]] == [(2, "note", "TEXT_PHONE")]
    assert "862 123" not in json.dumps(answer)  # with its space: identifiers are hexadecimal and may hold any digits


def test_none_recorded_is_refused(exchange: Exchange) -> None:
    answer = exchange.office.call("record", write_lines(exchange.file("lines.jsonl"), ["x"]), expect=3)
    assert (answer["ok"], answer["code"], answer["recorded"]) == (False, "NOTHING_RECORDED", 0)
    assert exchange.office.call("record", exchange.file("none.jsonl"), expect=2)["code"] == "FILE_NOT_FOUND"
    assert exchange.centre.call("record", exchange.file("lines.jsonl"), expect=2)["code"] == "WRONG_ROLE"


def test_bytes_that_are_no_text_refuse_their_line_only(exchange: Exchange) -> None:
    path = exchange.file("lines.jsonl")
    good = json.dumps(activity()).encode()
    path.write_bytes(b"\xef\xbb\xbf" + good + b"\r\n\xff\xfe\n" + good)
    answer = exchange.office.call("record", path, expect=1)
    assert (answer["recorded"], [item["line"] for item in answer["refused"]]) == (2, [2])


def test_search_finds_whatever_the_accents_and_the_normal_form(exchange: Exchange) -> None:
    decomposed = unicodedata.normalize("NFD", "Đào tạo tại Đăk Hà")
    exchange.office.call("record", write_lines(exchange.file("lines.jsonl"), [activity(title=decomposed)]))
    exchange.record(2)
    found = exchange.office.call("activities", "--search", "dao tao dak ha")
    assert (found["total"], found["activities"][0]["title"]) == (1, "Đào tạo tại Đăk Hà")
    assert exchange.office.call("activities", "--task", "II.1.a", "--period", "2020S1", "--limit", "2")["total"] == 3
    assert exchange.office.call("activities", "--type", "HN_QT", "--period", "2021")["total"] == 0
    assert exchange.office.call("activities", "--period", "2020S9", expect=3)["code"] == "PERIOD_UNKNOWN"
    assert "05/03/2020" in exchange.office.read("activities", "--search", "dao tao")


def test_amending_keeps_what_is_not_given_and_withdrawing_keeps_the_record(exchange: Exchange) -> None:
    uid = exchange.record(1)[0]
    path = write_lines(exchange.file("amend.jsonl"), [{"uid": uid, "title": "Tên mới"}])
    assert exchange.office.call("record", path)["uids"] == [uid]
    found = exchange.office.call("activities")["activities"][0]
    assert (found["title"], found["rev"], found["place"]) == ("Tên mới", 2, "Hội trường huyện")
    assert exchange.office.call("withdraw", uid, "--why", "ghi nhầm")["uid"] == uid
    assert exchange.office.call("activities", "--state", "withdrawn")["total"] == 1
    assert exchange.office.call("activities", "--state", "final")["total"] == 0
    assert exchange.office.call("withdraw", uid, "--why", "ghi nhầm", expect=3)["code"] == "RECORD_WITHDRAWN"
    assert exchange.office.call("withdraw", "f" * 32, "--why", "x", expect=3)["code"] == "RECORD_UNKNOWN"
    assert exchange.office.call("withdraw", "f" * 32, "--why", " ", expect=3)["code"] == "REASON_MISSING"


def fill(path: Path, rows: list[dict[str, object]]) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    titles = {str(cell.value): cell.column for cell in sheet[1]}
    for number, row in enumerate(rows, 2):
        for title, value in row.items():
            sheet.cell(number, titles[title]).value = value
    book.save(path)
    book.close()


def test_a_workbook_goes_in_and_its_bad_rows_come_back(exchange: Exchange) -> None:
    path, back = exchange.file("mẫu.xlsx"), exchange.file("trả lại.xlsx")
    assert exchange.office.call("template", "--to", path)["file"] == str(path)
    book = openpyxl.load_workbook(path)
    titles = [str(cell.value) for cell in book.worksheets[0][1]]
    book.close()
    task, kind, day, title = titles[:4]
    count = next(name for name in titles if "cuộc" in name.lower())
    good = {task: "II.1.a", kind: "HN_QT", day: "05/03/2020", title: "Hội nghị", count: 1}
    fill(path, [good, good | {day: "no day"}])
    answer = exchange.office.call("record", path, "--refused-to", back, expect=1)
    assert (answer["recorded"], [item["line"] for item in answer["refused"]]) == (1, [3])
    assert Path(answer["refused_file"]) == back
    fixed = openpyxl.load_workbook(back)
    assert fixed.worksheets[0].cell(2, 4).value == "Hội nghị"
    fixed.close()
    assert exchange.office.call("record", path, "--mapping", "x", expect=2)["code"] == "WRONG_USE"
    assert exchange.office.call("record", path, "--legacy", "title=KLINGON", expect=2)["code"] == "WRONG_USE"
    assert exchange.office.call("template", "--to", exchange.file("x.txt"), expect=2)["code"] == "WRONG_USE"


def test_an_old_encoding_is_shown_and_converted_only_when_agreed_to(exchange: Exchange) -> None:
    path = exchange.file("cũ.xlsx")
    exchange.office.call("template", "--to", path)
    book = openpyxl.load_workbook(path)
    titles = [str(cell.value) for cell in book.worksheets[0][1]]
    book.close()
    task, kind, day, title = titles[:4]
    count = next(name for name in titles if "cuộc" in name.lower())
    old = "Héi nghÞ tuyªn truyÒn ph¸p luËt t¹i huyÖn"
    fill(path, [{task: "II.1.a", kind: "HN_QT", day: "05/03/2020", title: f"{old} {number}", count: 1} for number in range(5)])
    asked = exchange.office.call("record", path, expect=3)
    assert (asked["code"], asked["recorded"], asked["legacy"][0]["encoding"]) == ("LEGACY_TEXT_UNSURE", 0, "TCVN3")
    agreed = exchange.office.call("record", path, "--legacy", "title=TCVN3")
    assert agreed["recorded"] == 5
    assert exchange.office.call("activities", "--search", "hội nghị tuyên truyền")["total"] == 5
