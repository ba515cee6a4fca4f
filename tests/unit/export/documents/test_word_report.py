"""The text of a Word report: figures, traces, tables, annexes, and what hostile text does to it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

import docx
import pytest

from export.documents.letters import Reminder, reminder_letter
from export.documents.report_model import (
    Column,
    FileProperties,
    ReportDocument,
    Section,
    SectionLevel,
    Signer,
    Table,
    number,
    words,
)
from export.documents.word_report import render_word
from tests.unit.export.documents.nd30_checker import W, WordFile
from tests.unit.export.documents.samples import FIGURES, PROPERTIES, full_report, letter


def with_sections(*sections: Section, **changes: object) -> ReportDocument:
    return replace(full_report(), sections=sections, annexes=(), **changes)  # type: ignore[arg-type]


def read(document: ReportDocument) -> WordFile:
    return WordFile(render_word(document, PROPERTIES))


def table_texts(data: bytes, *, heading: str) -> list[list[str]]:
    word = docx.Document(io.BytesIO(data))
    for table in word.tables:
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        if heading in rows[0]:
            return rows
    raise AssertionError("no such table")


def test_the_four_answers_look_different() -> None:
    rows = table_texts(render_word(full_report(), PROPERTIES), heading="Chỉ tiêu")
    assert [row[2] for row in rows[1:]] == ["1.234", "0", "Không phát sinh", "", "12/15 (80,0 %)", "Có"]


def test_a_figure_stands_in_a_bookmark_named_after_its_trace() -> None:
    file = read(full_report())
    names = [element.get(f"{W}name") for element in file.document.iter(f"{W}bookmarkStart")]
    numbers = [element.get(f"{W}id") for element in file.document.iter(f"{W}bookmarkStart")]
    assert names[0] == "T_F_2020S1_II_1_a_1_UBND_DH"
    assert len(names) == len(set(names)) == len(set(numbers)) == 4
    assert all(name is not None and len(name) <= 40 for name in names)


def test_the_head_row_is_repeated_and_no_row_splits() -> None:
    file = read(with_sections(Section("Số liệu", SectionLevel.HEADING, tables=(FIGURES, FIGURES))))
    tables = [table for table in file.document.iter(f"{W}tbl") if table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None]
    assert len(tables) == 2
    for table in tables:
        rows = table.findall(f"{W}tr")
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * 6
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_two_tables_in_a_row_stay_two() -> None:
    plain = replace(FIGURES, caption="")
    file = read(with_sections(Section("Số liệu", SectionLevel.HEADING, tables=(plain, plain))))
    tags = [block.tag for block in file.body_blocks()]
    assert not any(first == second == f"{W}tbl" for first, second in pairwise(tags))


def test_end_of_text_after_a_table_stands_alone() -> None:
    file = read(with_sections(Section("Số liệu", SectionLevel.HEADING, tables=(FIGURES,)), closing=""))
    assert file.text_paragraphs()[-1].text == "./."


def test_columns_fill_the_width_whatever_was_wished() -> None:
    wide = Table((Column("A", 500), Column("B", 3)), ((words("x"), number(1)),))
    file = read(with_sections(Section("Số liệu", SectionLevel.HEADING, tables=(wide,))))
    grid = [table for table in file.document.iter(f"{W}tbl") if table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None]
    widths = [int(str(column.get(f"{W}w"))) for column in grid[0].iter(f"{W}gridCol")]
    assert sum(widths) <= 165 * 1440 / 25.4
    assert all(width > 0 for width in widths)


@pytest.mark.parametrize(
    "hostile", ["<w:p>&amp;]]>", "\x00\x08\x1f\ufffe", "\ud800", "a\r\nb\tc", "\"'<&>", "﷽" * 50, "e\u0323\u0302"]
)
def test_hostile_text_stays_text(hostile: str) -> None:
    table = Table((Column(hostile or "x", 10),), ((words(hostile),),), caption=hostile)
    document = with_sections(Section(hostile, SectionLevel.HEADING, (hostile,), (table,)), agency="A" + hostile)
    word = docx.Document(io.BytesIO(render_word(document, PROPERTIES)))
    assert len(word.tables) == 3


def test_decomposed_letters_are_written_composed() -> None:
    file = read(with_sections(Section("Mục", SectionLevel.HEADING, ("Hôị nghị tai Đăk Hà\u0300",))))
    assert any("ị" in paragraph.text for paragraph in file.text_paragraphs())
    assert not any(0x300 <= ord(letter) <= 0x36F for p in file.text_paragraphs() for letter in p.text if letter != "\u0300")


def test_room_is_left_for_number_and_date() -> None:
    file = read(replace(full_report(), number=None, issued_on=None))
    assert file.find("Số:").text == "Số:          /BC-UBND"
    assert file.find("Đăk Hà, ngày").text.split() == ["Đăk", "Hà,", "ngày", "tháng", "năm"]


def test_a_single_annex_bears_no_numeral() -> None:
    file = read(replace(full_report(), annexes=full_report().annexes[:1]))
    assert any(paragraph.text == "Phụ lục" for paragraph in file.paragraphs())


def test_the_same_content_gives_the_same_bytes() -> None:
    first, second = (render_word(full_report(), PROPERTIES) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None


def test_the_file_tells_the_office_and_the_given_clock_alone() -> None:
    data = render_word(letter(), PROPERTIES)
    core = docx.Document(io.BytesIO(data)).core_properties
    assert (core.author, core.last_modified_by, core.title) == (PROPERTIES.author, PROPERTIES.author, PROPERTIES.title)
    assert core.created == PROPERTIES.created
    assert core.modified == PROPERTIES.created
    members = b"".join(WordFile(data).members.values())
    assert not [name for name in (b"python-docx", b"Macintosh", b"Steve", b"thumbnail") if name in members]


def test_a_clock_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        FileProperties(title="", author="", created=datetime(2020, 1, 1))  # noqa: DTZ001


def test_model_refuses_what_does_not_fit() -> None:
    with pytest.raises(ValueError, match="row"):
        Table((Column("A", 1),), ((words("a"), words("b")),))
    with pytest.raises(ValueError, match="column"):
        Table((), ())
    with pytest.raises(ValueError, match="below"):
        Section("a", SectionLevel.CLAUSE, subsections=(Section("b", SectionLevel.HEADING),))


def test_tables_are_listed_in_reading_order() -> None:
    assert [table.caption for table in full_report().tables()] == [FIGURES.caption] * 2


def test_a_reminder_needs_an_addressee() -> None:
    reminder = Reminder("", "A", "S", "P", (), "KH", "năm 2020", PROPERTIES.created.date(), Signer())
    with pytest.raises(ValueError, match="addressee"):
        reminder_letter(reminder)


def test_large_tables_grow_in_proportion() -> None:
    """Twice the rows give about twice the XML: no style, bookmark or property is repeated out of proportion."""
    sizes = []
    for count in (100, 200):
        rows = tuple((words(f"{index:04d}"), number(index + 1, trace_id=f"F-{index:04d}")) for index in range(count))
        section = Section("Số liệu", SectionLevel.HEADING, tables=(Table((Column("A", 10), Column("B", 10)), rows),))
        sizes.append(len(read(with_sections(section)).members["word/document.xml"]))
    assert sizes[1] < 2 * sizes[0]
