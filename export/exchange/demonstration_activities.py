"""Plausible activities and answers of an office, for the demonstration and for measuring speed. The same seed, the same rows.

Only work of the office itself is made up: meetings, courses, documents, publications; never a person, never an opinion. What
fits an office follows from the programme: its tasks, their activity types and count fields.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import msgspec

from export.exchange.demonstration_titles import document_symbol, wording, wordings_of
from storage.domain.calendar import WorkingCalendar
from storage.domain.obligations import leads, tasks_of
from storage.domain.offices import Office, OfficeRegister
from storage.domain.periods import Period
from storage.domain.programme import ActivityType, IndicatorKind, IndicatorSource, Programme, Task
from storage.journal.entries import Signature
from storage.outline import Outline
from storage.recording import ActivityInput

_LEAD_WEIGHT, _COORDINATING_WEIGHT = 8, 1
_ONCE_A_PERIOD = frozenset({"BAO_CAO", "SO_KET"})
_RANGES: dict[str, tuple[int, int]] = {
    "so_cuoc": (1, 1),
    "luot_nguoi_du": (18, 160),
    "so_buoi": (1, 2),
    "so_lop": (1, 1),
    "luot_hoc_vien": (20, 80),
    "so_ngay": (1, 3),
    "so_van_ban": (1, 1),
    "so_tin": (1, 12),
    "so_bai": (0, 6),
    "so_mo_moi": (0, 1),
    "so_duy_tri": (1, 3),
    "so_ky_phat": (2, 12),
    "so_hop_bao": (0, 1),
    "so_thong_cao": (0, 2),
    "so_tra_loi": (1, 2),
    "so_cuoc_ke_hoach": (1, 1),
    "so_cuoc_da_thuc_hien": (1, 1),
    "so_don_vi": (1, 4),
    "so_ket_luan": (0, 1),
    "dung_han": (6, 40),
    "qua_han": (0, 2),
    "dang_xu_ly": (0, 5),
    "so_dau_tai_lieu": (1, 3),
    "so_ban": (100, 1500),
    "so_hoat_dong": (1, 2),
    "so_dien_tap": (0, 1),
    "so_he_thong_da_phe_duyet_cap_do": (1, 3),
    "so_he_thong": (3, 8),
    "luot_giao_vien": (15, 90),
    "so_quy_che": (0, 1),
    "luot_nguoi_tham_gia": (20, 120),
    "so_bao_cao": (1, 1),
    "so_dung_han": (1, 1),
}
"""Inclusive bounds of one activity's figures; a field of another programme lies within 1 and 5."""
_PUBLISHED = (2, 15)
_NOTHING = "không phát sinh"
_SECTIONS: dict[str, str] = {
    "CHI_DAO": "Cơ quan đã ban hành văn bản triển khai, phân công nhiệm vụ cho từng phòng, đơn vị và đưa nội dung Kế hoạch vào"
    " chương trình công tác. Trong kỳ đã tổ chức thực hiện {count} hoạt động.",
    "UU_DIEM": "Các nội dung của Kế hoạch được triển khai đúng tiến độ; công tác phối hợp giữa các phòng, đơn vị chặt chẽ.",
    "KHO_KHAN": "Kinh phí và trang thiết bị phục vụ công tác thông tin, tuyên truyền còn hạn chế.",
    "NGUYEN_NHAN": "Nhiệm vụ phát sinh trong năm nhiều trong khi nguồn lực bố trí cho công tác thông tin còn ít.",
    "PHUONG_HUONG": "Tiếp tục thực hiện các nhiệm vụ của Kế hoạch, nâng cao chất lượng trang thông tin điện tử và tổ chức các"
    " lớp tập huấn theo chương trình đã đề ra.",
    "KIEN_NGHI": "Đề nghị tổ chức thêm các lớp tập huấn nghiệp vụ cho các cơ quan, đơn vị.",
}
_OPTIONAL_SHARE = 0.5


def plausible_activities(
    programme: Programme,
    register: OfficeRegister,
    office: str,
    period: Period,
    *,
    seed: int,
    count: int,
    after: date | None = None,
) -> list[ActivityInput]:
    """``count`` rows of an office on working days of the period's official window, oldest first.

    ``after`` leaves out that day and all before it (the first half of a year that is reported twice). An office that no task
    concerns has no rows.
    """
    choose = _random(seed, office, period.code, "activities")
    days = _working_days(max(period.first_day, after + timedelta(days=1)) if after else period.first_day, period.last_day)
    tasks = [task for task in tasks_of(programme, register, office, period.last_day) if task.activity_types]
    if not tasks or not days:
        return []
    weights = [
        _LEAD_WEIGHT if leads(programme, register, task, office, period.last_day) else _COORDINATING_WEIGHT for task in tasks
    ]
    used: Counter[str] = Counter()
    chosen = []
    for day in sorted(choose.choices(days, k=count)):
        task, kind = _choose_kind(programme, tasks, weights, used, choose)
        used[kind.code] += 1
        chosen.append((day, task, kind))
    return _rows(chosen, register.office(office), choose)


def plausible_outline(
    programme: Programme,
    register: OfficeRegister,
    office: str,
    period: Period,
    rows: Sequence[ActivityInput],
    *,
    seed: int,
    signed_on: date | None = None,
) -> Outline:
    """The answers, sections and signature with which the office closes, fitting its ``rows`` of the period.

    What nothing was recorded for is answered by "không phát sinh", by 0 or not at all; nobody signs by name.
    """
    choose = _random(seed, office, period.code, "outline")
    led = [
        task
        for task in tasks_of(programme, register, office, period.last_day)
        if leads(programme, register, task, office, period.last_day)
    ]
    answers: dict[str, bool | int | str] = {}
    for task in led:
        answers |= _answers_of(task, [row for row in rows if row.task == task.code], choose, already=len(answers))
    sections = {
        section.code: _SECTIONS.get(section.code, f"{section.title_vi}: đã thực hiện theo kế hoạch.").format(count=len(rows))
        for section in programme.narrative_sections
        if section.required or choose.random() < _OPTIONAL_SHARE
    }
    own = register.office(office)
    signature = Signature(
        title="Thủ trưởng cơ quan",
        number=str(choose.randint(20, 400)),
        place=own.place,
        date=signed_on.isoformat() if signed_on else "",
    )
    return Outline(sections=sections, answers=answers, signature=signature)


def with_another_figure(row: ActivityInput) -> ActivityInput:
    """The same activity with one figure corrected upwards, as after a remark."""
    assert isinstance(row.values, dict)  # noqa: S101 - generated rows always have figures
    name = next(iter(row.values))
    return msgspec.structs.replace(row, values={**row.values, name: row.values[name] + 1})


def _random(seed: int, *names: str) -> random.Random:
    return random.Random("|".join([str(seed), *names]))  # noqa: S311 - invents examples, guards nothing


def _working_days(first: date, last: date) -> list[date]:
    calendar = WorkingCalendar()
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [day for day in days if calendar.is_working_day(day)]


def _choose_kind(
    programme: Programme, tasks: Sequence[Task], weights: Sequence[int], used: Mapping[str, int], choose: random.Random
) -> tuple[Task, ActivityType]:
    while True:
        task = choose.choices(tasks, weights)[0]
        free = [code for code in task.activity_types if code not in _ONCE_A_PERIOD or not used.get(code)]
        if free:
            return task, programme.activity_type(choose.choice(free))
        if all(_ONCE_A_PERIOD.issuperset(other.activity_types) for other in tasks):
            return task, programme.activity_type(task.activity_types[0])


def _rows(chosen: Sequence[tuple[date, Task, ActivityType]], office: Office, choose: random.Random) -> list[ActivityInput]:
    numbers: Counter[tuple[int, str]] = Counter()
    rows = []
    for day, task, kind in chosen:
        texts = wording(task, kind, office, day, choice=choose.randrange(wordings_of(kind)))
        document = ""
        if texts.abbreviation:
            # Each kind of document is numbered through the year; the office issues others that are not recorded here.
            series = (day.year, texts.abbreviation)
            numbers[series] = max(numbers[series] + 1, day.timetuple().tm_yday // 3)
            document = document_symbol(numbers[series], texts.abbreviation, office)
        rows.append(
            ActivityInput(
                task=task.code,
                type=kind.code,
                date=day.isoformat(),
                title=texts.title,
                place=texts.place,
                document=document,
                values=_values(kind, choose),
                note="",
            )
        )
    return rows


def _values(kind: ActivityType, choose: random.Random) -> dict[str, int]:
    values = {name: choose.randint(*_RANGES.get(name, (1, 5))) for name in kind.count_fields if name != "tiep_nhan"}
    if "tiep_nhan" in kind.count_fields:
        values["tiep_nhan"] = sum(values.get(name, 0) for name in ("dung_han", "qua_han", "dang_xu_ly"))
    if kind.code == "VB_DANG_TAI":
        values["so_van_ban"] = choose.randint(*_PUBLISHED)
    return values


def _answers_of(
    task: Task, rows: Sequence[ActivityInput], choose: random.Random, *, already: int
) -> dict[str, bool | int | str]:
    answers: dict[str, bool | int | str] = {}
    for indicator in task.indicators:
        if indicator.kind is IndicatorKind.YES_NO:
            answers[indicator.id] = choose.random() < 0.9
        elif indicator.kind is IndicatorKind.TEXT:
            answers[indicator.id] = _sentence(task, rows)
        elif indicator.source is IndicatorSource.STATED:
            answers[indicator.id] = (choose.randint(1, 12), 0, _NOTHING)[(already + len(answers)) % 3]
        elif indicator.source is IndicatorSource.COMPUTED and not any(row.type in indicator.activity_types for row in rows):
            if indicator.kind is IndicatorKind.COUNT and (already + len(answers)) % 3 == 0:
                answers[indicator.id] = 0
            elif choose.random() < 0.8:
                answers[indicator.id] = _NOTHING
    return answers


def _sentence(task: Task, rows: Sequence[ActivityInput]) -> str:
    if not rows:
        return f"Trong kỳ chưa có hoạt động riêng về nội dung “{task.short_title_vi}”; cơ quan sẽ triển khai trong kỳ sau."
    documents = [row.document for row in rows if isinstance(row.document, str) and row.document]
    basis = f" theo văn bản số {documents[0]}" if documents else ""
    return f"Nội dung “{task.short_title_vi}” được triển khai{basis}, với {len(rows)} lượt ghi nhận trong kỳ."
