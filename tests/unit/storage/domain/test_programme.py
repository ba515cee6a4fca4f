"""The programme's schema, the rules between its parts, and the built-in programme as data."""

from __future__ import annotations

import copy
import json
import unicodedata
from collections.abc import Callable
from importlib import resources
from typing import Any

import pytest

from storage.builtin import builtin_plan, builtin_programme
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.programme import AddressMode, IndicatorKind, IndicatorSource, SectionKind
from storage.domain.programme_file import parse_programme, programme_bytes

Document = dict[str, Any]


def _document() -> Document:
    document: Document = json.loads((resources.files("storage.builtin") / "programme.json").read_text(encoding="utf-8"))
    return document


def _refusal(document: object) -> LedgerError:
    with pytest.raises(LedgerError) as caught:
        parse_programme(json.dumps(document, ensure_ascii=False).encode())
    return caught.value


def test_the_plan_is_whole() -> None:
    programme = builtin_programme()
    assert len(programme.tasks) == 19
    assert len(programme.indicators) == 76
    assert len(programme.activity_types) == 21
    assert [duty.code for duty in programme.duties] == ["R06", "R12", "RTH", "RSK"]
    assert {task.code for task in programme.tasks if task.address_mode is AddressMode.REQUESTED} == {"II.2", "II.6", "II.7"}


def test_every_task_is_the_plans_own_text() -> None:
    plan = builtin_plan()
    programme = builtin_programme()
    for task in programme.tasks:
        assert task.text in plan, task.code
    for statement in (*programme.objectives, *programme.requirements):
        assert statement.text in plan
    for recipient in programme.recipients:
        assert recipient in plan


def test_no_line_of_the_plans_tasks_is_left_out() -> None:
    plan = builtin_plan()
    body = plan[plan.index("II. NỘI DUNG") : plan.index("Nơi nhận:")]
    texts = " ".join(task.text for task in builtin_programme().tasks)
    for line in (line.strip() for line in body.splitlines()):
        is_heading = line.endswith("TỔ CHỨC THỰC HIỆN") or line.startswith(("II. ", "1. Các sở, ban, ngành", "3. Sở Thông tin"))
        if line and not is_heading:
            assert line in texts, line


def test_every_computed_indicator_has_a_formula_over_fields_of_its_types() -> None:
    programme = builtin_programme()
    for indicator in programme.indicators:
        formula = indicator.parsed_formula()
        if indicator.source is IndicatorSource.STATED:
            assert formula is None
            continue
        assert formula is not None
        if indicator.source is IndicatorSource.COMPUTED:
            known = {field for kind in indicator.activity_types for field in programme.activity_type(kind).count_fields}
            assert formula.names <= known
        assert indicator.kind in {IndicatorKind.COUNT, IndicatorKind.RATIO}
    stated = [i.id for i in programme.indicators if i.kind is IndicatorKind.COUNT and i.source is IndicatorSource.STATED]
    assert stated == ["II.3.d-4", "II.3.g-3", "II.4-4"]
    assert [i.id for i in programme.indicators if i.optional] == ["II.3.d-4"]
    assert [i.id for i in programme.indicators if i.source is IndicatorSource.COMPLETENESS] == ["III.2-4"]


@pytest.mark.parametrize(
    ("identifier", "formula"),
    [
        ("II.1.a-1", "sum(so_cuoc)"),
        ("II.1.b-2", "sum(so_tin) + sum(so_bai)"),
        ("II.1.d-3", "sum(so_hop_bao) + sum(so_thong_cao) + sum(so_tra_loi)"),
        ("II.3.d-1", "sum(so_cuoc_da_thuc_hien)"),
        ("II.3.d-2", "sum(so_don_vi)"),
        ("II.3.g-2", "dung_han / (dung_han + qua_han)"),
        ("II.7-3", "sum(luot_nguoi_du) + sum(luot_nguoi_tham_gia)"),
    ],
)
def test_formulas_that_the_first_field_would_get_wrong(identifier: str, formula: str) -> None:
    assert builtin_programme().indicator(identifier).formula == formula


def test_no_activity_counts_twice_within_one_task_and_unit() -> None:
    """Two counts of a task that add the same field of the same type would show one activity as two."""
    programme = builtin_programme()
    for task in programme.tasks:
        seen: set[tuple[str, str]] = set()
        for indicator in task.indicators:
            formula = indicator.parsed_formula()
            if formula is None or indicator.kind is not IndicatorKind.COUNT or indicator.id == "II.1.d-4":
                continue  # II.1.d-4 is the written part of II.1.d-3, as its label says
            fields = {(kind, name) for kind in indicator.activity_types for name in formula.names}
            used = {(kind, name) for kind, name in fields if name in programme.activity_type(kind).count_fields}
            assert seen.isdisjoint(used), indicator.id
            seen |= used


def test_the_outline_has_five_sections_and_an_annex() -> None:
    programme = builtin_programme()
    assert [section.number for section in programme.outline] == ["I", "II", "III", "IV", "V", ""]
    assert programme.outline[-1].kind is SectionKind.ANNEX
    codes = [section.code for section in programme.narrative_sections]
    assert codes == ["CHI_DAO", "UU_DIEM", "KHO_KHAN", "NGUYEN_NHAN", "PHUONG_HUONG", "KIEN_NGHI"]


def test_what_is_not_recorded_is_said_for_the_delicate_tasks() -> None:
    programme = builtin_programme()
    for code in ("II.1.c", "II.1.d", "II.2", "II.3.c", "II.3.d", "II.5"):
        assert programme.task(code).not_recorded, code


def test_the_file_is_what_the_program_itself_would_write() -> None:
    programme = builtin_programme()
    again = parse_programme(programme_bytes(programme))
    assert again == programme
    assert programme_bytes(again) == programme_bytes(programme)
    shipped = (resources.files("storage.builtin") / "programme.json").read_bytes()
    assert programme_bytes(programme) == shipped
    assert unicodedata.is_normalized("NFC", shipped.decode("utf-8"))


def test_lookups() -> None:
    programme = builtin_programme()
    assert programme.task("II.3.dd").short_title_vi == "Tập huấn nghiệp vụ, kỹ năng phát ngôn"
    assert programme.activity_type("TIN_BAI").main_fields == ("so_tin", "so_bai")
    assert programme.count_field("so_ngay").unit_vi == "ngày"
    assert programme.task_of_indicator("II.1.a-2").code == "II.1.a"
    assert programme.group("G_ALL") is not None
    assert programme.group("STTTT") is None


@pytest.mark.parametrize(
    ("method", "code"),
    [
        ("task", Code.TASK_UNKNOWN),
        ("activity_type", Code.TYPE_UNKNOWN),
        ("count_field", Code.FIELD_UNKNOWN),
        ("indicator", Code.ANSWER_UNKNOWN),
        ("task_of_indicator", Code.ANSWER_UNKNOWN),
    ],
)
def test_an_unknown_code_is_an_expected_error(method: str, code: Code) -> None:
    with pytest.raises(LedgerError) as caught:
        getattr(builtin_programme(), method)("no-such")
    assert caught.value.code is code


def test_parts_cannot_be_changed() -> None:
    programme = builtin_programme()
    for part in (programme, programme.tasks[0], programme.indicators[0], programme.duties[0].schedule, programme.outline[0]):
        with pytest.raises(AttributeError):
            part.code = "X"  # type: ignore[union-attr, misc]


_PLACES = [
    ("$", lambda d: d),
    ("$.legal_bases[0]", lambda d: d["legal_bases"][0]),
    ("$.objectives[0]", lambda d: d["objectives"][0]),
    ("$.groups[1]", lambda d: d["groups"][1]),
    ("$.duties[0]", lambda d: d["duties"][0]),
    ("$.duties[0].schedule", lambda d: d["duties"][0]["schedule"]),
    ("$.duties[0].schedule.due_before", lambda d: d["duties"][0]["schedule"]["due_before"]),
    ("$.count_fields[0]", lambda d: d["count_fields"][0]),
    ("$.activity_types[2]", lambda d: d["activity_types"][2]),
    ("$.tasks[3]", lambda d: d["tasks"][3]),
    ("$.tasks[3].indicators[1]", lambda d: d["tasks"][3]["indicators"][1]),
    ("$.outline[2]", lambda d: d["outline"][2]),
    ("$.outline[2].parts[0]", lambda d: d["outline"][2]["parts"][0]),
    ("$.source_issues[0]", lambda d: d["source_issues"][0]),
]


@pytest.mark.parametrize(("place", "part"), _PLACES, ids=[place for place, _ in _PLACES])
def test_an_unknown_field_is_refused_with_its_name_everywhere(place: str, part: Callable[[Document], Document]) -> None:
    document = _document()
    part(document)["persons"] = []
    error = _refusal(document)
    assert error.code is Code.SCHEMA_UNKNOWN_FIELD
    assert error.parameters == {"field": "persons", "at": place}


@pytest.mark.parametrize("kind", ["person", "PERSON", "account", "identity number", "Người", "id_card", "phone"])
@pytest.mark.parametrize("section", ["count_fields", "activity_types"])
def test_a_person_kind_is_refused_as_such(kind: str, section: str) -> None:
    document = _document()
    document[section][0]["kind"] = kind
    error = _refusal(document)
    assert error.code is Code.SCHEMA_PERSON_FIELD
    assert error.parameters["field"] == f"$.{section}[0].kind"


def test_a_person_kind_of_an_indicator_is_refused_as_such() -> None:
    document = _document()
    document["tasks"][0]["indicators"][0]["kind"] = "PERSON"
    assert _refusal(document).code is Code.SCHEMA_PERSON_FIELD


def _set(path: str, value: object) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        target: Any = document
        *steps, last = [int(step) if step.isdigit() else step for step in path.split("/")]
        for step in steps:
            target = target[step]
        target[last] = value

    return change


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (_set("count_fields/0/label_vi", "Số người bị xử lý"), "count_fields.so_cuoc"),
        (_set("count_fields/0/label_en", "Accounts"), "count_fields.so_cuoc"),
        (_set("count_fields/0/unit_vi", "tài khoản"), "count_fields.so_cuoc"),
        (_set("activity_types/0/label_vi", "Danh sách cán bộ"), "activity_types.HN_QT"),
        (_set("tasks/0/short_title_vi", "Theo dõi tài khoản"), "tasks.II.1.a"),
        (_set("tasks/0/indicators/0/label_vi", "Số bài đăng bị gỡ"), "indicators.II.1.a-1"),
        (_set("tasks/0/indicators/4/label_vi", "Họ tên người bị nhắc nhở"), "indicators.II.1.a-5"),
        (_set("outline/0/title_vi", "Danh sách cá nhân"), "outline.CHI_DAO"),
    ],
)
def test_a_field_about_persons_is_refused_with_its_place(change: Callable[[Document], None], field: str) -> None:
    document = _document()
    change(document)
    error = _refusal(document)
    assert error.code is Code.SCHEMA_PERSON_FIELD
    assert error.parameters["field"] == field


def test_a_field_code_about_persons_is_refused_before_it_can_be_used() -> None:
    document = _document()
    document["count_fields"].append(
        {"code": "so_tai_khoan", "label_vi": "Số", "label_en": "Number", "unit_vi": "số", "unit_en": "number"}
    )
    error = _refusal(document)
    assert error.code is Code.SCHEMA_PERSON_FIELD
    assert error.parameters["field"] == "count_fields.so_tai_khoan"


@pytest.mark.parametrize(
    ("change", "reference"),
    [
        (_set("tasks/0/cites", ["NO_SUCH"]), "NO_SUCH"),
        (_set("tasks/0/activity_types", ["NO_SUCH"]), "NO_SUCH"),
        (_set("tasks/0/indicators/0/activity_types", ["TTHC"]), "TTHC"),
        (_set("tasks/0/indicators/0/formula", "sum(so_ngay)"), "so_ngay"),
        (_set("activity_types/0/count_fields", ["so_cuoc", "no_such"]), "no_such"),
        (_set("activity_types/0/main_fields", ["so_lop"]), "so_lop"),
        (_set("tasks/18/indicators/3/formula", "so_dung_han / so_cuoc"), "so_cuoc"),
    ],
)
def test_a_reference_that_leads_nowhere(change: Callable[[Document], None], reference: str) -> None:
    document = _document()
    change(document)
    error = _refusal(document)
    assert error.code is Code.PROGRAMME_REFERENCE_UNKNOWN
    assert error.parameters["reference"] == reference
    assert error.parameters["at"]


@pytest.mark.parametrize("formula", ["so_cuoc *", "eval(so_cuoc)", "so_cuoc / so_cuoc / so_cuoc", "1"])
def test_a_formula_that_is_none(formula: str) -> None:
    document = _document()
    document["tasks"][0]["indicators"][0]["formula"] = formula
    error = _refusal(document)
    assert error.code is Code.PROGRAMME_FORMULA_INVALID
    assert error.parameters["at"] == "indicators.II.1.a-1.formula"
    assert error.parameters["formula"] == formula


@pytest.mark.parametrize(
    "change",
    [
        _set("format", 2),
        _set("format", True),
        _set("version", 0),
        _set("version", 1.5),
        _set("version", "1"),
        _set("code", "lower"),
        _set("code", "KH-NQ35\n"),
        _set("title", None),
        _set("tasks", []),
        _set("date", "10-7-2019"),
        _set("date", "2019-02-30"),
        _set("tasks/0/address_mode", "giao"),
        _set("tasks/0/lead", []),
        _set("tasks/0/text", ""),
        _set("tasks/1/code", "II.1.a"),
        _set("tasks/0/indicators/1/id", "II.1.a-1"),
        _set("tasks/0/indicators/0/id", "II.9-1"),
        _set("tasks/0/indicators/0/kind", "RATIO"),
        _set("tasks/0/indicators/0/kind", "TEXT"),
        _set("tasks/0/indicators/0/source", "STATED"),
        _set("tasks/0/indicators/4/source", "COMPUTED"),
        _set("tasks/0/indicators/0/formula", ""),
        _set("tasks/0/indicators/0/activity_types", []),
        _set("tasks/0/indicators/0/activity_types", ["HN_QT", "SH_CD"]),
        _set("activity_types/0/count_fields", ["so_cuoc", "so_cuoc"]),
        _set("activity_types/0/count_fields", []),
        _set("groups/0/office_type", "so"),
        _set("groups/1/office_type", ""),
        _set("duties/0/schedule/due_before/day", 31),
        _set("duties/0/schedule/due_before/month", 13),
        _set("duties/0/schedule/data_to/day", 20),
        _set("duties/0/schedule/data_from_year_offset", 0),
        _set("duties/0/schedule/period_suffix", ""),
        _set("duties/0/schedule/period_suffix", "X"),
        _set("duties/0/schedule/period_name_vi", "sáu tháng"),
        _set("outline/0/parts", [{"code": "X", "number": "", "title_vi": "x", "title_en": "x", "kind": "NARRATIVE"}]),
        _set("outline/2/parts", []),
        _set("outline/0/kind", "TASKS"),
        _set("outline/0/code", "PHU_LUC"),
    ],
)
def test_what_breaks_a_rule_is_refused_with_its_place(change: Callable[[Document], None]) -> None:
    document = _document()
    change(document)
    error = _refusal(document)
    assert error.code is Code.SCHEMA_INVALID
    assert error.parameters["at"]


@pytest.mark.parametrize("field", ["format", "code", "title", "tasks", "duties", "count_fields", "outline"])
def test_a_missing_field_is_refused(field: str) -> None:
    document = _document()
    del document[field]
    assert _refusal(document).code is Code.SCHEMA_INVALID


@pytest.mark.parametrize("title", ["Kế hoạch", "a\u200bb", "a\x00b", "a\ufeffb", "a\u202eb", "a\tb"])
def test_text_must_be_composed_and_visible(title: str) -> None:
    document = _document()
    document["title"] = unicodedata.normalize("NFD", title)
    assert _refusal(document).code is Code.SCHEMA_INVALID


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"format": NaN}',
        b'{"format": 1, "format": 1}',
        b'{"format": ' + b"9" * 5000 + b"}",
        b"[" * 100_000,
        b"[" * 100 + b"]" * 100,
        b" " * (8 * 1024 * 1024 + 1),
        b'"\\ud800"',
    ],
    ids=lambda data: f"{data[:20]!r}-{len(data)}",
)
def test_what_is_no_document_is_refused(data: bytes) -> None:
    with pytest.raises(LedgerError) as caught:
        parse_programme(data)
    assert caught.value.code is Code.SCHEMA_INVALID


def test_the_documents_of_the_tests_are_accepted_unchanged() -> None:
    document = _document()
    assert parse_programme(json.dumps(copy.deepcopy(document)).encode()) == builtin_programme()
