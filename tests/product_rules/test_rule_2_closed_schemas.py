"""Rule 2: what is outside the schema is refused, with the field's name; no programme may ask about persons."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import openpyxl
import pytest

from export.bundle.manifest import Manifest, decode_payload
from export.documents.template_model import template_of
from export.documents.workbook_import import read_workbook
from export.exchange.enrolment import Enrolment
from export.exchange.kits import KitManifest
from export.exchange.receipts import Receipt
from storage.builtin import builtin_programme
from storage.catalogue import parse_dates
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.office_file import parse_offices
from storage.domain.programme_file import parse_programme
from storage.journal.entries import decode
from storage.outline import read_outline
from storage.recording import read_input
from tests.product_rules.reflection import all_structs
from tests.unit.storage.ledger_examples import builtin

OPEN = {"_Format", "_Head"}
"""Looked at for the format number alone, to tell a later format from a damaged file; the whole is read strictly after."""

Path_ = tuple[str | int, ...]


def refusal(act: Callable[[], object]) -> LedgerError:
    with pytest.raises(LedgerError) as caught:
        act()
    return caught.value


def test_every_structure_refuses_unknown_fields() -> None:
    structures = all_structs()
    assert len(structures) > 50
    assert {one.__name__ for one in structures if not one.__struct_config__.forbid_unknown_fields} == OPEN


def objects_in(value: object, path: Path_ = ()) -> list[Path_]:
    """The first object of each kind of place in a document."""
    if isinstance(value, dict):
        return [path, *(place for key, part in value.items() for place in objects_in(part, (*path, key)))]
    if isinstance(value, list) and value:
        return objects_in(value[0], (*path, 0))
    return []


def with_field(document: bytes, path: Path_, field: str) -> bytes:
    whole = json.loads(document)
    place = whole
    for step in path:
        place = place[step]
    place[field] = "x"
    return json.dumps(whole, ensure_ascii=False).encode()


PROGRAMME = builtin("programme.json")
OFFICES = builtin("offices.json")


@pytest.mark.parametrize("path", objects_in(json.loads(PROGRAMME)), ids=str)
def test_a_field_outside_a_programme_is_refused_by_name(path: Path_) -> None:
    error = refusal(lambda: parse_programme(with_field(PROGRAMME, path, "ten_nguoi")))
    assert (error.code, error.parameters["field"]) == (Code.SCHEMA_UNKNOWN_FIELD, "ten_nguoi")


@pytest.mark.parametrize("path", objects_in(json.loads(OFFICES)), ids=str)
def test_a_field_outside_a_register_is_refused_by_name(path: Path_) -> None:
    error = refusal(lambda: parse_offices(with_field(OFFICES, path, "lanh_dao")))
    assert (error.code, error.parameters["field"]) == (Code.SCHEMA_UNKNOWN_FIELD, "lanh_dao")


@pytest.mark.parametrize("kind", ["person", "account", "identity number", "identity_number", "Person", "tài khoản", "cá nhân"])
def test_a_programme_cannot_ask_for_kinds_of_person_data(kind: str) -> None:
    document = json.loads(PROGRAMME)
    document["count_fields"][0]["kind"] = kind
    assert refusal(lambda: parse_programme(json.dumps(document).encode())).code is Code.SCHEMA_PERSON_FIELD


@pytest.mark.parametrize(
    ("place", "label"),
    [
        ("count_fields", "Họ tên người vi phạm"),
        ("count_fields", "Số tài khoản bị khóa"),
        ("count_fields", "Số lượt xem"),
        ("activity_types", "Danh sách cán bộ suy thoái"),
        ("activity_types", "Phát hiện bài đăng"),
    ],
)
def test_a_programme_cannot_introduce_fields_about_persons(place: str, label: str) -> None:
    document = json.loads(PROGRAMME)
    document[place][0]["label_vi"] = label
    error = refusal(lambda: parse_programme(json.dumps(document).encode()))
    assert error.code is Code.SCHEMA_PERSON_FIELD
    assert place in str(error.parameters["field"])


@pytest.mark.parametrize("field", ["ho_ten", "attendees", "cccd"])
def test_a_recorded_row_with_another_field_is_refused_by_name(field: str) -> None:
    error = refusal(lambda: read_input({"task": "II.1.a", field: "Nguyễn Văn A"}))
    assert (error.code, error.parameters["field"]) == (Code.SCHEMA_UNKNOWN_FIELD, field)


@pytest.mark.parametrize("read", [read_outline, parse_dates])
def test_an_outline_and_the_centres_dates_are_closed_too(read: Callable[[bytes], object]) -> None:
    error = refusal(lambda: read(b'{"nguoi_ky": "x"}'))
    assert (error.code, error.parameters["field"]) == (Code.SCHEMA_UNKNOWN_FIELD, "nguoi_ky")


def test_an_entry_with_another_field_is_refused_by_name() -> None:
    line = {"op": "note", "text": "x", "at": "2020-03-05T08:00:00+00:00", "so_cmnd": "1"}
    error = refusal(lambda: decode(json.dumps(line).encode()))
    assert error.code is Code.BUNDLE_ENTRY
    assert "`so_cmnd`" in error.detail


@pytest.mark.parametrize("kind", [Manifest, Receipt, KitManifest, Enrolment])
def test_what_is_signed_is_closed_too(kind: type[msgspec.Struct]) -> None:
    error = refusal(lambda: decode_payload(b'{"format": 1, "people": []}', kind))
    assert error.code is Code.BUNDLE_MANIFEST
    assert "`people`" in error.detail


@pytest.mark.parametrize("title", ["Họ và tên", "Số điện thoại", "Danh sách người dự", "CCCD", "Chữ ký", "Facebook"])
def test_a_workbook_with_another_column_is_refused_by_its_title(tmp_path: Path, title: str) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["Nhiệm vụ", "Loại hoạt động", "Ngày", "Nội dung hoạt động", title])
    sheet.append(["II.1.a", "HN_QT", "05/03/2020", "Hội nghị", "x"])
    workbook.save(tmp_path / "rows.xlsx")
    error = refusal(lambda: read_workbook(tmp_path / "rows.xlsx", template_of(builtin_programme())))
    assert (error.code, error.parameters["column"]) == (Code.WORKBOOK_UNKNOWN_COLUMN, title)
