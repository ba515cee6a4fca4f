"""The report of a period through the window: the centre's words, frozen figures, both documents; everything reckoned again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtTest import QTest

from storage.domain.obligations import obligations
from storage.domain.offices import OfficeRegister
from storage.domain.periods import Period
from tests.ui.province.deeds import PROGRAMME, YEAR
from tests.ui.province.hands import Hands
from tests.ui.province.reckoning import Told, check_report, check_workbook, rows_between, text_of
from tests.ui.province.story import MERGED, Story
from ui.window.pages.consolidate import ConsolidatePage


def compile_period(story: Story, period: Period, *, on_time: int, day: date) -> None:
    """A text of the centre's own, the figures frozen, and both documents written; then everything is reckoned again."""
    story.clock.turn_to(day)
    page = story.page("consolidate")
    assert isinstance(page, ConsolidatePage)
    hands = story.hands
    page.refresh()
    story.settle()
    if page.period.currentData() != period.code:
        hands.choose(page.period, period.code)
        story.settle()
    assert page.view is not None
    assert (page.view.received, page.view.owed) == (len(story.owing(period)),) * 2
    page.tabs.setCurrentWidget(page.figures)
    story.look(f"consolidate-{period.code}-figures")
    page.tabs.setCurrentWidget(page.texts)
    page.texts.sections.setCurrentRow(0)
    # The centre's own office has written here as an office: that is not the centre's text, and stands among the others.
    assert page.texts.own.text == ""
    assert len(page.view.sections[0].offices) == len(story.owing(period))
    words = f"Da chi dao trien khai {period.code}."
    page.texts.own.editor.selectAll()
    QTest.keyClicks(page.texts.own.editor, words)
    story.look(f"consolidate-{period.code}-texts")
    hands.click(page.texts.save)
    story.settle()
    assert not page.texts.unsaved
    page.refresh()
    story.settle()
    assert page.texts.own.text == words
    assert len(page.view.sections[0].offices) == len(story.owing(period))
    page.tabs.setCurrentWidget(page.report)
    for line, text in (
        (page.report.name, "Nguyen Van An"),
        (page.report.title, "GIAM DOC"),
        (page.report.number, "45/BC"),
        (page.report.place, "Kon Tum"),
        (page.report.day, day.strftime("%d/%m/%Y")),
    ):
        hands.fill(line, text)
    hands.click(page.report.freeze)
    answer_yes(hands)
    story.settle()
    assert page.view.frozen_at
    assert page.view.changes == ()
    folder = story.province.stick("báo cáo")
    word, excel = folder / f"{period.code}.docx", folder / f"{period.code}.xlsx"
    for button, target in ((page.report.word, word), (page.report.excel, excel)):
        hands.choose_path(button, target)
        hands.until(target.is_file)
        story.settle()
    story.look(f"consolidate-{period.code}-report")
    check_documents(story, period, word, excel, on_time=on_time, words=words)


def answer_yes(hands: Hands) -> None:
    from PySide6.QtWidgets import QMessageBox

    box = hands.dialog(QMessageBox)
    hands.click(box.button(QMessageBox.StandardButton.Yes))


def check_documents(story: Story, period: Period, word: Path, excel: Path, *, on_time: int, words: str) -> None:
    owed = len(story.owing(period))
    told = told_by_offices(story, period)
    names = {kind.code: kind.label_vi for kind in story.province.register.types}
    assert check_workbook(excel, told, names, on_time=on_time, owed=owed) > 800
    assert check_report(word, told) > 20
    text = text_of(word)
    assert words in text
    assert f"đã nhận {owed}/{owed} báo cáo" in text
    assert f"gửi đúng hạn {on_time}/{owed} báo cáo" in text


def told_by_offices(story: Story, period: Period) -> dict[str, Told]:
    """Who takes part in a period, with what stands in the books; offices merged meanwhile count until their last day."""
    told: dict[str, Told] = {}
    register: OfficeRegister = story.province.register
    for item in obligations(PROGRAMME, register, period):
        told[item.office] = told_by(story, item.office, period, stands_for=item.inherited_from)
    if period is YEAR:
        for code in MERGED:
            told[code] = told_by(story, code, period)
    return told


def told_by(story: Story, code: str, period: Period, *, stands_for: Sequence[str] = ()) -> Told:
    office = story.province.register.office(code)
    pc = story.province.offices.get(code)
    if pc is None:
        return Told((), {}, office.groups, office.type, stands_for)
    answers = {item: value for (of, item), value in pc.book.answers.items() if of == period.code}
    rows = rows_between(list(pc.book.activities.values()), period.takes_from, period.last_day)
    return Told(rows, answers, office.groups, office.type, stands_for)
