"""Putting a plan in force: numbered, kept, noted; its effects are known before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest

from storage.catalogue import Catalogue, CentreDates
from storage.domain import reorganisation
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.plan_changes import Kind, Part
from storage.domain.programme_file import parse_programme
from storage.ledger import Ledger, Role
from storage.plan import (
    Documents,
    documents_digest,
    documents_of,
    history,
    kept_document,
    plain,
    problems_of,
    put_in_force,
    whole,
)
from storage.plan_draft import FORMAT, PlanDraft, drop_plan_draft, plan_draft, save_plan_draft
from storage.plan_effects import effects_of
from tests.unit.storage.domain.test_reorganisation import DECISION, new, offices_of_2020
from tests.unit.storage.ledger_examples import DEPARTMENT, DISTRICT, Pc, meeting, record

replace = msgspec.structs.replace
TODAY = date(2022, 6, 1)


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Ledger]:
    with Pc(tmp_path).create(office=DEPARTMENT, role=Role.CENTRE) as ledger:
        yield ledger


def in_force(ledger: Ledger) -> Documents:
    return documents_of(Catalogue(ledger))


def with_dates(documents: Documents, **fields: object) -> Documents:
    return Documents(documents.programme, documents.register, CentreDates(**fields))  # type: ignore[arg-type]


def codes(documents: Documents) -> list[tuple[Code, str]]:
    return [(problem.code, str(problem.parameters.get("at", ""))) for problem in problems_of(documents)]


def test_a_new_plan_gets_the_next_number_and_the_old_one_is_kept(centre: Ledger) -> None:
    before = in_force(centre)
    after = Documents(replace(before.programme, number="12/KH-UBND", version=77), before.register, before.dates)
    done = put_in_force(centre, Catalogue(centre), after, why="Sửa số", by="cv1")
    assert [(one.kind, one.part) for one in done.changes] == [(Kind.CHANGED, Part.HEAD)]
    now = in_force(centre)
    assert (now.programme.version, now.register.version) == (before.programme.version + 1, before.register.version)
    (line,) = history(centre)
    assert (line.why, line.by) == ("Sửa số", "cv1")
    assert parse_programme(kept_document(centre, line.programme)) == now.programme
    back = Documents(replace(now.programme, number=before.programme.number), now.register, now.dates)
    put_in_force(centre, Catalogue(centre), back)
    assert len(history(centre)) == 2
    assert in_force(centre).programme.version == before.programme.version + 2, "going back is a new version too"


def test_nothing_new_writes_nothing(centre: Ledger) -> None:
    before = centre.journal.head(centre.journal.own_feed())
    assert put_in_force(centre, Catalogue(centre), in_force(centre)).changes == ()
    assert centre.journal.head(centre.journal.own_feed()) == before


def test_an_office_may_not(tmp_path: Path) -> None:
    with Pc(tmp_path).create() as ledger:
        with pytest.raises(LedgerError) as caught:
            put_in_force(ledger, Catalogue(ledger), in_force(ledger))
        assert caught.value.code is Code.WRONG_ROLE


def test_a_broken_plan_is_refused_whole(centre: Ledger) -> None:
    before = in_force(centre)
    broken = Documents(before.programme, before.register, CentreDates(cutoffs={"2020S1": "2020-06-19"}))
    with pytest.raises(LedgerError) as caught:
        put_in_force(centre, Catalogue(centre), broken)
    assert caught.value.code is Code.PERIOD_CUTOFF_TOO_LATE
    assert in_force(centre) == before


def test_every_problem_is_told_with_its_place(centre: Ledger) -> None:
    before = in_force(centre)
    dates = CentreDates(
        cutoffs={"2020S1": "2020-06-19", "2020S9": "2020-06-01", "2021S1": "gần đây"},
        deadlines={"2020": "2020-12-32"},
        holidays={"2020-1-1": "Tết"},
        exemptions=[("KHONG-CO", ""), ("STC", "2020S7", "nghỉ")],
    )
    assert codes(Documents(before.programme, before.register, dates)) == [
        (Code.DATE_INVALID, "holidays.2020-1-1"),
        (Code.DATE_INVALID, "cutoffs.2020S1"),
        (Code.DATE_INVALID, "cutoffs.2020S9"),
        (Code.DATE_INVALID, "cutoffs.2021S1"),
        (Code.DATE_INVALID, "deadlines.2020"),
        (Code.OFFICE_UNKNOWN, "exemptions.KHONG-CO"),
        (Code.DATE_INVALID, "exemptions.STC"),
    ]
    good = with_dates(before, cutoffs={"2020S1": "2020-06-19"}, exemptions=[("STC", "2020S7", "nghỉ")])
    assert codes(good) == [(Code.PERIOD_CUTOFF_TOO_LATE, "cutoffs.2020S1"), (Code.PERIOD_UNKNOWN, "exemptions.STC")]
    task = before.programme.tasks[0]
    lost = replace(before.programme, tasks=(replace(task, lead=("KHONG-CO",)), *before.programme.tasks[1:]))
    assert codes(Documents(lost, before.register, before.dates)) == [(Code.PROGRAMME_REFERENCE_UNKNOWN, f"tasks.{task.code}")]


def test_a_deadline_of_one_period_moves_that_period_alone(centre: Ledger) -> None:
    after = with_dates(in_force(centre), deadlines={"2020S1": "2020-07-01"})
    effects = effects_of(centre, in_force(centre), after, date(2020, 6, 1))
    (moved,) = effects.periods
    assert moved.period == "2020S1"
    assert moved.dates_before is not None
    assert moved.dates_after is not None
    assert (moved.dates_before[2], moved.dates_after[2]) == (date(2020, 6, 20), date(2020, 7, 1))
    put_in_force(centre, Catalogue(centre), after)
    assert Catalogue(centre).period("2020S1").last_on_time == date(2020, 6, 30)
    assert Catalogue(centre).period("2021S1").last_on_time == date(2021, 6, 19)


def test_an_exemption_keeps_its_reason(centre: Ledger) -> None:
    put_in_force(
        centre, Catalogue(centre), with_dates(in_force(centre), exemptions=[("STC", "2020", "Đang sắp xếp"), ("SNV", "")])
    )
    first, second = Catalogue(centre).exemptions
    assert (first.office, first.period, first.reason) == ("STC", "2020", "Đang sắp xếp")
    assert (second.office, second.period, second.reason) == ("SNV", "", "")


def test_a_draft_keeps_what_is_half_typed(centre: Ledger) -> None:
    documents = in_force(centre)
    raw = plain(documents)
    assert whole(raw) == documents
    raw["programme"]["tasks"][0]["code"] = "chưa xong"
    draft = PlanDraft(FORMAT, documents_digest(documents), raw["programme"], raw["offices"], raw["dates"], ["Nghị quyết 1"])
    save_plan_draft(centre, draft)
    kept = plan_draft(centre)
    assert kept == draft
    assert kept.programme["tasks"][0]["code"] == "chưa xong"
    with pytest.raises(LedgerError) as caught:
        whole(kept.raw)
    assert caught.value.parameters["at"] == "$.tasks[0].code"
    drop_plan_draft(centre)
    assert plan_draft(centre) is None


def test_the_effects_of_a_merger_are_known_before(centre: Ledger, tmp_path: Path) -> None:
    before = in_force(centre)
    centre.db.execute("INSERT INTO arrival VALUES ('STC', '2022', zeroblob(32), '2022-12-01T08:00:00+00:00')")
    centre.db.conn.commit()
    before = Documents(before.programme, offices_of_2020(), before.dates)
    merged = reorganisation.merge(before.register, ["STC", "SKHDT"], new("STC-MOI"), DECISION)
    effects = effects_of(centre, before, Documents(before.programme, merged, before.dates), TODAY)
    by_period = {line.period: line for line in effects.periods}
    assert by_period["2022"].passed == {"STC": ("STC-MOI",), "SKHDT": ("STC-MOI",)}
    assert set(by_period["2022"].ended) == {"STC", "SKHDT"}
    assert by_period["2022"].begun == ("STC-MOI",)
    assert by_period["2022"].received == ("STC",)
    assert effects.harm
    assert "2022S1" not in by_period
    assert [(one.office, one.heirs) for one in effects.offices] == [("STC", ("STC-MOI",)), ("SKHDT", ("STC-MOI",))]


def test_recorded_data_under_a_removed_part_is_counted(tmp_path: Path) -> None:
    with Pc(tmp_path).create(office=DISTRICT) as ledger:
        record(ledger, meeting(), meeting(title="Hội nghị khác"))
        before = in_force(ledger)
        fewer = replace(before.programme, tasks=before.programme.tasks[1:])
        effects = effects_of(ledger, before, Documents(fewer, before.register, before.dates), TODAY)
        assert {(one.part, one.code): one.activities for one in effects.touched} == {(Part.TASK, "II.1.a"): 2}
        assert effects.harm
        types = tuple(one for one in before.programme.activity_types if one.code != "HN_QT")
        others = effects_of(
            ledger, before, Documents(replace(before.programme, activity_types=types), before.register, before.dates), TODAY
        )
        assert [(one.part, one.activities) for one in others.touched] == [(Part.ACTIVITY_TYPE, 2)]


def test_an_ended_office_is_told_with_what_it_leaves(tmp_path: Path) -> None:
    with Pc(tmp_path).create(office="STC") as ledger:
        record(ledger, meeting(), meeting(date="2020-04-01"))
        before = Documents(in_force(ledger).programme, offices_of_2020(), CentreDates())
        closed = reorganisation.close(before.register, "STC", DECISION)
        (told,) = effects_of(ledger, before, Documents(before.programme, closed, before.dates), TODAY).offices
        assert (told.activities, told.first, told.last, told.heirs) == (2, "2020-03-05", "2020-04-01", ())
        assert "II.1.a" in told.tasks
