"""The follow-up as a workbook: the table of offices and periods, the shares by group, and what the words mean.

Rows keep the order of the register; nothing is ranked. No figure is computed here and no cell holds a formula.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from export.documents.document_head import file_properties
from export.documents.follow_up_words import cell_note, group_name, office_name, standing_meaning, standing_word
from export.documents.report_model import Align, Cell, Column, Table, heading, number, ratio, words
from export.documents.sheets import write_tables
from export.documents.wording import Language, Word, text
from storage.atomic_file import write_atomically
from storage.catalogue import Catalogue
from storage.completeness import Organisation, Share
from storage.domain.offices import OfficeRegister
from storage.follow_up_table import FollowUpTable, Standing
from storage.ledger import Ledger

_TITLES = {
    "title": ("Theo dõi báo cáo", "Follow-up of reports"),
    "table": ("Theo dõi", "Follow-up"),
    "shares": ("Tỷ lệ", "Shares"),
    "meaning": ("Ý nghĩa", "Meaning"),
    "period": ("Kỳ báo cáo", "Period"),
    "all": ("Tất cả đơn vị", "All offices"),
    "timely": ("Tỷ lệ đúng hạn", "Timeliness"),
    "word": ("Từ", "Word"),
    Organisation.AS_REPORTED: ("theo tổ chức khi báo cáo", "as organised when reported"),
    Organisation.AS_NOW: ("theo tổ chức hiện nay", "as organised now"),
}


def write_follow_up_workbook(
    ledger: Ledger, catalogue: Catalogue, table: FollowUpTable, target: Path, *, language: Language = "vi"
) -> Path:
    """Writes the workbook. Raises ``LedgerError``: DISK_FULL, FOLDER_UNWRITABLE, FILE_IN_USE (``path``)."""
    register = catalogue.register
    sheets = (
        (_title("table", language), matrix_table(table, register, language)),
        (_title("shares", language), shares_table(table, register, language)),
        (_title("meaning", language), _meanings(language)),
    )
    content = BytesIO()
    properties = file_properties(ledger, title=_title("title", language), author=catalogue.own_office.name_vi)
    head = f"{_title('title', language)} - {_title(table.organisation, language)}"
    write_tables(sheets, content, properties, running_head=head, language=language)
    write_atomically(target, content.getvalue())
    return target


def matrix_table(table: FollowUpTable, register: OfficeRegister, language: Language = "vi") -> Table:
    """One row an office: code, name, group, and for each period the word with the day of arrival."""
    columns = [
        Column(text(Word.OFFICE_CODE, language), 28),
        Column(text(Word.OFFICE, language), 85),
        Column(text(Word.GROUP, language), 50),
        *(Column(period.name(language), 45) for period in table.periods),
    ]
    rows = [
        (
            words(row.office.code),
            words(office_name(row.office, language)),
            words(group_name(register, row.office.type, language)),
            *(words(cell_note(cell, language)) for cell in row.cells),
        )
        for row in table.rows
    ]
    return Table(tuple(columns), tuple(rows))


def shares_table(table: FollowUpTable, register: OfficeRegister, language: Language = "vi") -> Table:
    """Completeness and timeliness of each period, all offices first and then by group."""
    columns = (
        Column(_title("period", language), 55),
        Column(text(Word.GROUP, language), 70),
        Column(text(Word.OWED, language), 25, Align.RIGHT),
        Column(text(Word.RECEIVED, language), 25, Align.RIGHT),
        Column(text(Word.ON_TIME, language), 25, Align.RIGHT),
        Column(text(Word.COMPLETENESS, language), 30, Align.RIGHT),
        Column(_title("timely", language), 30, Align.RIGHT),
    )
    rows: list[tuple[Cell, ...]] = []
    for shares in table.shares:
        name = shares.period.name(language)
        rows.append((heading(name), heading(_title("all", language)), *_share_cells(shares.total)))
        for group, share in shares.by_group.items():
            rows.append((words(name), words(group_name(register, group, language)), *_share_cells(share)))
    return Table(columns, tuple(rows))


def _share_cells(share: Share) -> tuple[Cell, ...]:
    counted = (number(share.owed), number(share.received), number(share.on_time))
    return (*counted, ratio(share.received, share.owed), ratio(share.on_time, share.owed))


def _meanings(language: Language) -> Table:
    columns = (Column(_title("word", language), 45), Column(_title("meaning", language), 170))
    rows = ((words(standing_word(item, language)), words(standing_meaning(item, language))) for item in Standing)
    return Table(columns, tuple(rows))


def _title(key: str, language: Language) -> str:
    return _TITLES[key][0 if language == "vi" else 1]
