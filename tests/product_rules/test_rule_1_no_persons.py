"""Rule 1: no field, table, indicator or import column names, lists, profiles, counts or tracks persons."""

from __future__ import annotations

from pathlib import Path

import pytest

from export.documents.template_model import template_of
from storage.builtin import builtin_offices, builtin_programme
from storage.domain.boundary import refused_terms
from storage.domain.programme import Indicator
from tests.product_rules.reflection import about_persons, all_structs, columns_of_tables, fields_of_structs

PROGRAMME = builtin_programme()

EXCEPTIONS = {
    ("Attachment", "name"): "the name of a file",
    ("Duty", "name_en"): "the name of a report",
    ("Duty", "name_vi"): "the name of a report",
    ("MemberLine", "name"): "the name of a member of the container",
    ("Office", "name_en"): "the name of an office",
    ("Office", "name_vi"): "the name of an office",
    ("Office", "phone"): "the switchboard of an office, for the voice comparison",
    ("Schedule", "period_name_en"): "the name of a period",
    ("Schedule", "period_name_vi"): "the name of a period",
    ("Signature", "name"): "the signer's name printed under the report: the only one there is",
    ("Table", "letters"): "letters of an old encoding",
    ("Table", "name"): "the name of an old encoding",
    ("Task", "address_mode"): "whether the plan assigns or requests",
    ("_sqlite_migrations", "name"): "the name of a migration",
    ("draft", "name"): "the name of a draft: the form it belongs to",
    ("setting", "name"): "the name of a setting",
}

SENSITIVE_TASKS = ("II.1.c", "II.1.d", "II.2", "II.3.c", "II.3.d", "II.3.g", "II.4", "II.5", "II.6", "II.7")


def test_no_structure_has_a_field_about_persons() -> None:
    found = {(kind, field): about_persons(field) for kind, field in fields_of_structs()}
    assert len(found) > 150, "the walk finds the structures"
    assert {place: words for place, words in found.items() if words and place not in EXCEPTIONS} == {}


def test_no_table_has_a_column_about_persons(tmp_path: Path) -> None:
    found = {place: about_persons(place[1]) for place in columns_of_tables(tmp_path)}
    assert len(found) > 80, "the walk finds the tables"
    assert {place: words for place, words in found.items() if words and place not in EXCEPTIONS} == {}


def test_every_exception_is_still_needed(tmp_path: Path) -> None:
    existing = {*fields_of_structs(), *columns_of_tables(tmp_path)}
    assert {place for place in EXCEPTIONS if place not in existing or not about_persons(place[1])} == set()


@pytest.mark.parametrize(
    "name",
    [
        "name",
        "full_name",
        "ho_ten",
        "nguoi_vi_pham",
        "account",
        "so_tai_khoan",
        "luot_xem",
        "views",
        "author",
        "phone",
        "don_thu",
        "suspect",
    ],
)
def test_the_walk_would_notice(name: str) -> None:
    assert about_persons(name)


def test_the_walk_sees_what_is_signed_and_what_is_kept() -> None:
    names = {kind.__name__ for kind in all_structs()}
    wanted = {
        "Put",
        "Activity",
        "Programme",
        "Office",
        "Manifest",
        "Receipt",
        "KitManifest",
        "Enrolment",
        "TrustPayload",
        "Outline",
    }
    assert wanted <= names


def test_no_built_in_indicator_field_or_type_is_about_persons() -> None:
    texts = {
        **{f"indicator {one.id}": (one.label_vi, one.label_en, one.unit_vi, one.unit_en) for one in PROGRAMME.indicators},
        **{f"field {one.code}": (one.code, one.label_vi, one.label_en, one.unit_vi) for one in PROGRAMME.count_fields},
        **{f"type {one.code}": (one.label_vi, one.label_en, one.unit_vi) for one in PROGRAMME.activity_types},
        **{f"section {one.code}": (one.title_vi, one.title_en) for one in PROGRAMME.sections},
    }
    assert len(texts) > 130
    assert {place: refused_terms(text) for place, group in texts.items() for text in group if refused_terms(text)} == {}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_column_of_the_workbook_is_about_persons(language: str) -> None:
    columns = template_of(PROGRAMME, language=language).columns  # type: ignore[arg-type]
    assert {column.title: refused_terms(column.title) for column in columns if refused_terms(column.title)} == {}
    assert len(columns) > 30


def test_no_indicator_counts_persons() -> None:
    """Attendances are counted ("lượt người"), heads are not."""
    counted = [unit for one in PROGRAMME.indicators for unit in (one.unit_vi.casefold(), one.unit_en.casefold())]
    assert not {"người", "cá nhân", "cán bộ", "person", "people", "persons", "tài khoản", "account", "bài đăng", "post"} & set(
        counted
    )


@pytest.mark.parametrize("code", SENSITIVE_TASKS)
def test_what_stays_out_is_said_at_every_sensitive_task(code: str) -> None:
    assert PROGRAMME.task(code).not_recorded


def test_the_text_of_a_task_is_shown_word_for_word_and_measured_by_nothing() -> None:
    """Words of the plan about persons stand in quoted texts alone, never where something is counted."""
    quoted = [task for task in PROGRAMME.tasks if refused_terms(task.text)]
    assert quoted, "the plan does speak of persons"
    for task in quoted:
        assert not any(refused_terms(text) for one in task.indicators for text in _texts(one))


def _texts(indicator: Indicator) -> tuple[str, ...]:
    return indicator.label_vi, indicator.label_en, indicator.formula


def test_the_register_of_offices_holds_no_numbers_of_persons() -> None:
    """A switchboard is entered by the centre; none is shipped."""
    assert {office.code for office in builtin_offices().offices if office.phone} == set()
