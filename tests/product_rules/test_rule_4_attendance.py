"""Rule 4: attendance is a number. No sign-in lists; the only person data are the signer's printed name and title."""

from __future__ import annotations

import json
import typing
from pathlib import Path

import msgspec
import pytest

from export.documents.template_model import ColumnKind, template_of
from storage.attachments import check_attachment
from storage.builtin import builtin_programme
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.journal.entries import Activity, Attachment, Put, Signature, decode
from storage.recording import read_input
from tests.product_rules.reflection import all_structs
from tests.unit.storage.ledger_examples import AT, uid_of

PROGRAMME = builtin_programme()


def test_every_value_of_an_activity_is_a_whole_number() -> None:
    key, value = typing.get_args(typing.get_type_hints(Activity)["values"])
    assert (typing.get_origin(key) or key, typing.get_origin(value) or value) == (str, int)


@pytest.mark.parametrize("value", [["Nguyễn Văn A", "Trần Thị B"], {"name": "A"}, "Nguyễn Văn A", 12.5, True, None])
def test_no_list_of_names_can_stand_where_a_number_stands(value: object) -> None:
    with pytest.raises(LedgerError) as caught:
        read_input({"task": "II.1.a", "values": {"luot_nguoi_du": value}})
    assert caught.value.code is Code.SCHEMA_INVALID
    body = {
        "kind": "activity",
        "task": "a",
        "type": "b",
        "date": "2020-03-05",
        "title": "t",
        "values": {"luot_nguoi_du": value},
    }
    line = {"op": "put", "uid": uid_of(1), "rev": 1, "at": AT, "body": body}
    with pytest.raises(LedgerError) as caught:
        decode(json.dumps(line).encode())
    assert caught.value.code is Code.BUNDLE_ENTRY


def test_attendance_is_counted_in_attendances() -> None:
    attended = [field for field in PROGRAMME.count_fields if field.code.startswith("luot_")]
    assert {field.unit_vi for field in attended} == {"lượt người"}
    assert len(attended) >= 4


def test_the_workbook_takes_numbers_for_every_count_field() -> None:
    kinds = {column.key: column.kind for column in template_of(PROGRAMME).columns}
    assert {kinds[field.code] for field in PROGRAMME.count_fields} == {ColumnKind.COUNT}


def test_an_attachment_is_a_file_by_its_content_and_carries_no_list() -> None:
    assert Attachment.__struct_fields__ == ("h", "n", "name", "type", "parts")
    assert Put.__struct_fields__ == ("uid", "rev", "at", "body", "by", "base", "files", "office")


@pytest.mark.parametrize("name", ["sign-in.csv", "attendees.vcf", "danh-sach.json", "people.txt", "book.xls"])
def test_no_machine_readable_list_can_be_attached(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Nguyễn Văn A,0905123456\n", encoding="utf-8")
    with pytest.raises(LedgerError) as caught:
        check_attachment(tmp_path / name)
    assert caught.value.code is Code.ATTACHMENT_TYPE


def test_the_signer_is_the_only_person_that_is_named() -> None:
    assert Signature.__struct_fields__ == ("name", "title", "number", "place", "date")
    holders = [kind.__name__ for kind in all_structs() if _holds(kind, Signature)]
    assert sorted(holders) == ["Outline", "PeriodReport"]


def _holds(kind: type[msgspec.Struct], wanted: type[msgspec.Struct]) -> bool:
    return any(wanted in (hint, *typing.get_args(hint)) for hint in typing.get_type_hints(kind).values())
