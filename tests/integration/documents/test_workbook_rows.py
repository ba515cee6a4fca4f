"""From a filled template into the ledger, and the refused rows back to Excel and in again."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from export.documents.report_model import FileProperties
from export.documents.template_model import ActivityTemplate, template_of
from export.documents.workbook_rows import RowsToRecord, give_back, workbook_rows
from export.documents.workbook_template import write_template
from storage.catalogue import Catalogue
from storage.domain.codes import Code
from storage.ledger import Ledger
from storage.recording import Recorded, Recorder
from tests.unit.storage.ledger_examples import Pc

PROPERTIES = FileProperties(title="Hoạt động", author="UBND huyện Đăk Hà", created=datetime(2020, 6, 15, tzinfo=UTC))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Pc(tmp_path).create() as made:
        yield made


@pytest.fixture
def template(ledger: Ledger) -> ActivityTemplate:
    catalogue = Catalogue(ledger)
    codes = frozenset(task.code for task in catalogue.tasks_of(ledger.office, date(2020, 3, 5)))
    return template_of(catalogue.programme, tasks=codes)


def filled(path: Path, template: ActivityTemplate, rows: list[dict[str, Any]]) -> Path:
    target = io.BytesIO()
    write_template(template, target, PROPERTIES)
    book = openpyxl.load_workbook(target)
    places = {column.key: place for place, column in enumerate(template.columns, start=1)}
    for number, row in enumerate(rows, start=2):
        for key, value in row.items():
            book.worksheets[0].cell(row=number, column=places[key]).value = value
    book.save(path)
    return path


def row(**changes: Any) -> dict[str, Any]:
    good = {"task": "II.1.a", "type": "HN_QT", "date": "05/03/2020", "title": "Hội nghị", "so_cuoc": 1, "luot_nguoi_du": 120}
    return good | changes


ROWS = [
    row(title="Hội nghị quý I"),
    row(so_cuoc=1.5),
    row(title="Hội nghị quý II", date=date(2020, 4, 7), so_cuoc=2),
    row(type="TTHC", so_cuoc=1),
    row(date="32/13/2020"),
]


def record(ledger: Ledger, source: RowsToRecord) -> Recorded:
    return Recorder(ledger, Catalogue(ledger)).record(source.rows)


def test_good_rows_are_recorded_and_bad_ones_told_with_their_row(
    ledger: Ledger, template: ActivityTemplate, tmp_path: Path
) -> None:
    source = workbook_rows(filled(tmp_path / "rows.xlsx", template, ROWS), template)
    assert [(line, error.code) for line, error in source.unreadable] == [(3, Code.VALUE_NOT_A_COUNT), (6, Code.DATE_INVALID)]
    done = record(ledger, source)
    assert len(done.uids) == 2
    assert {(problem.line, problem.code) for problem in done.refused} == {
        (3, Code.VALUE_NOT_A_COUNT),
        (5, Code.TYPE_NOT_OF_TASK),
        (6, Code.DATE_INVALID),
    }
    kept = ledger.db.execute('SELECT date, title, "values" FROM activity ORDER BY date').fetchall()
    assert kept == [
        ("2020-03-05", "Hội nghị quý I", '{"luot_nguoi_du":120,"so_cuoc":1}'),
        ("2020-04-07", "Hội nghị quý II", '{"luot_nguoi_du":120,"so_cuoc":2}'),
    ]


def test_refused_rows_come_back_with_their_reason_and_can_be_mended(
    ledger: Ledger, template: ActivityTemplate, tmp_path: Path
) -> None:
    source = workbook_rows(filled(tmp_path / "rows.xlsx", template, ROWS), template)
    done = record(ledger, source)
    reasons = {problem.line: f"Lý do: {problem.code}" for problem in done.refused}
    back = tmp_path / "refused.xlsx"
    assert give_back(back, source, template, reasons, PROPERTIES) == 3
    book = openpyxl.load_workbook(back)
    sheet = book.worksheets[0]
    titles = [cell.value for cell in sheet[1]]
    rows = {line[titles.index("Dòng trong tệp gốc")]: line for line in sheet.iter_rows(min_row=2, values_only=True)}
    assert set(rows) == {3, 5, 6}
    assert rows[3][titles.index("Lý do từ chối")] == "Lý do: VALUE_NOT_A_COUNT"
    assert rows[3][titles.index("Số cuộc")] == 1.5
    assert rows[6][titles.index("Ngày")] == "32/13/2020"
    for number in range(2, 5):
        sheet.cell(row=number, column=titles.index("Loại hoạt động") + 1).value = "HN_QT"
        sheet.cell(row=number, column=titles.index("Ngày") + 1).value = "08/05/2020"
        sheet.cell(row=number, column=titles.index("Số cuộc") + 1).value = 1
    book.save(back)
    book.close()
    again = record(ledger, workbook_rows(back, template))
    assert (len(again.uids), again.refused) == (3, [])


def test_the_same_refused_rows_give_the_same_bytes(template: ActivityTemplate, tmp_path: Path) -> None:
    source = workbook_rows(filled(tmp_path / "rows.xlsx", template, ROWS), template)
    for name in ("a.xlsx", "b.xlsx"):
        assert give_back(tmp_path / name, source, template, {3: "Không phải số nguyên"}, PROPERTIES) == 1
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
