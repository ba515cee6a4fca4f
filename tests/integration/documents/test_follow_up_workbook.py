"""The follow-up in Excel: the same words as in the window, shares that never exceed everything, nothing ranked."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from export.documents.follow_up_words import cell_note, standing_word
from export.documents.follow_up_workbook import write_follow_up_workbook
from export.documents.wording import Language
from storage.completeness import Organisation
from storage.follow_up_table import FollowUpTable, Standing, follow_up_table
from tests.integration.documents.small_province import TODAY, SmallProvince


def table_of(province: SmallProvince, organisation: Organisation = Organisation.AS_REPORTED) -> FollowUpTable:
    centre = province.centre
    return follow_up_table(centre.ledger, centre.catalogue, [province.period], organisation=organisation, today=TODAY)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_office_stands_there_with_its_word(province: SmallProvince, tmp_path: Path, language: Language) -> None:
    table = table_of(province)
    centre = province.centre
    target = write_follow_up_workbook(centre.ledger, centre.catalogue, table, tmp_path / "theo dõi.xlsx", language=language)
    sheets = load_workbook(target).worksheets
    rows = [row for row in sheets[0].iter_rows(min_row=2, values_only=True) if row[0]]
    assert [row[0] for row in rows] == [row.office.code for row in table.rows]
    assert [row[3] for row in rows] == [cell_note(row.cells[0], language) for row in table.rows]
    by_code = {row[0]: str(row[3]) for row in rows}
    assert by_code["UBND-DH"].startswith(standing_word(Standing.ON_TIME, language))
    assert by_code["UBND-NH"].startswith(standing_word(Standing.LATE, language))
    assert by_code["UBND-NH"].endswith("(22/06/2020)")
    shares = [row for row in sheets[1].iter_rows(min_row=2, values_only=True) if row[0]]
    assert all(isinstance(row[5], int | float) and 0 <= row[5] <= 1 for row in shares)
    assert shares[0][2] == sum(int(str(row[2])) for row in shares[1:])
    assert {row[0] for row in sheets[2].iter_rows(min_row=2, values_only=True)} >= {
        standing_word(standing, language) for standing in Standing
    }


def test_the_same_table_has_the_same_bytes(province: SmallProvince, tmp_path: Path) -> None:
    centre, table = province.centre, table_of(province, Organisation.AS_NOW)
    files = [write_follow_up_workbook(centre.ledger, centre.catalogue, table, tmp_path / f"{number}.xlsx") for number in (1, 2)]
    assert files[0].read_bytes() == files[1].read_bytes()
