"""A report's story in sentences: why it is owed, when it was due and came, what was done with it. No Qt but for the words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from storage.completeness import is_received
from storage.domain.offices import Office
from storage.follow_up_table import Standing
from storage.messages.catalogue import Catalogue
from ui.window.follow_up.view import Explained

if TYPE_CHECKING:
    from storage.domain.offices import Succession
    from storage.domain.periods import Period
from ui.window.moments import moment_text

translate = QCoreApplication.translate


def told(explained: Explained, words: Catalogue) -> Iterator[tuple[str, str]]:
    """Pairs of a short label and a sentence, in the order of reading."""
    yield from _duty(explained, words)
    yield from _arrival(explained, words)
    yield from _history(explained, words)
    yield from _receipt(explained, words)
    yield from _offices(explained, words)


def period_title(period: Period, words: Catalogue) -> str:
    """A period's name with a capital, as it stands at the head of something: the name itself reads on in a sentence."""
    name = period.name(words.language)
    return name[:1].upper() + name[1:]


def day_text(day: date) -> str:
    """dd/MM/yyyy."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def _name(office: Office, words: Catalogue) -> str:
    return office.name_vi if words.language == "vi" else office.name_en


def _duty(explained: Explained, words: Catalogue) -> Iterator[tuple[str, str]]:
    story = explained.story
    duty = story.duty.name_vi if words.language == "vi" else story.duty.name_en
    label = translate("CellStory", "Owed")
    if story.standing is Standing.EXEMPT:
        yield label, translate("CellStory", "No: the centre has exempted this office from this report.")
        if explained.exempt_because:
            yield translate("CellStory", "Reason"), explained.exempt_because
        return
    if story.cell is None:
        text = (
            translate("CellStory", "No: no duty of the plan is laid on this office for this period.")
            if story.exists
            else translate("CellStory", "No: the office did not exist on the last day on time.")
        )
        yield label, text
        return
    if story.cell.obligation.requested:
        yield (
            label,
            translate("CellStory", "No: the plan only requests this body's report. It has no deadline and is never late."),
        )
        return
    yield label, translate("CellStory", "{duty}, laid on this office by the plan").format(duty=duty)
    if story.predecessors:
        names = "; ".join(_name(office, words) for office in story.predecessors)
        yield translate("CellStory", "Carries on"), translate("CellStory", "the duty of {offices}").format(offices=names)
    yield (
        translate("CellStory", "Figures"),
        translate("CellStory", "from {first} to {last}").format(
            first=day_text(story.period.takes_from), last=day_text(story.period.last_day)
        ),
    )
    yield (
        translate("CellStory", "Due"),
        translate("CellStory", "before {due}; the last day on time is {last}").format(
            due=day_text(story.period.due_before), last=day_text(story.period.last_on_time)
        ),
    )


def _arrival(explained: Explained, words: Catalogue) -> Iterator[tuple[str, str]]:
    story, cell = explained.story, explained.story.cell
    label = translate("CellStory", "Received")
    if cell is not None and is_received(cell) and cell.received_on is not None:
        text = day_text(cell.received_on)
        after = (cell.received_on - story.period.last_on_time).days
        if not cell.obligation.requested and after > 0:
            late = translate("CellStory", "%n day(s) after the last day on time", "", after)
            text = f"{text}, {late}"
        yield label, text
    elif cell is not None and cell.received_on is not None:
        yield (
            label,
            translate("CellStory", "A report came on {day}; its import was undone.").format(day=day_text(cell.received_on)),
        )
    elif story.standing is Standing.OWN:
        yield label, translate("CellStory", "Nothing needs to be sent: this ledger is the centre's own.")
    elif cell is not None:
        yield label, translate("CellStory", "Nothing yet")
        if not story.enrolled:
            text = translate("CellStory", "This office is not enrolled yet; its bundles can be taken only afterwards.")
            yield translate("CellStory", "Note"), text
    names = {office.code: _name(office, words) for office in story.predecessors}
    for code, day in story.from_before:
        text = translate("CellStory", "{office} sent a report of this period on {day}, before it was carried on.")
        yield translate("CellStory", "Note"), text.format(office=names.get(code, code), day=day_text(day))


def _history(explained: Explained, words: Catalogue) -> Iterator[tuple[str, str]]:
    story, cell = explained.story, explained.story.cell
    for line in story.closings:
        label = translate("CellStory", "Closed") if line.op == "close" else translate("CellStory", "Reopened")
        text = translate("CellStory", "report no. {number}, {moment} by the office's clock").format(
            number=line.rev, moment=moment_text(line.at)
        )
        if line.why:
            text = f"{text}: {line.why}"
        yield label, text
        if line.file:
            bundle = translate("CellStory", "{file}, imported {moment}")
            yield translate("CellStory", "Bundle"), bundle.format(file=line.file, moment=moment_text(line.imported_at))
    for review in story.reviews:
        label = {
            "accepted": translate("CellStory", "Accepted"),
            "returned": translate("CellStory", "Returned"),
        }.get(review.state, translate("CellStory", "Decision taken back"))
        text = translate("CellStory", "report no. {number}, {moment}")
        yield label, text.format(number=review.rev, moment=moment_text(review.at))
        for remark in review.remarks:
            yield translate("CellStory", "Remark"), remark
    if cell is not None and cell.gaps:
        text = translate(
            "CellStory", "%n entry(ies) of this office have not come yet; an earlier bundle is missing.", "", cell.gaps
        )
        yield translate("CellStory", "Note"), text
    if cell is not None and cell.forked:
        text = translate("CellStory", "This office's history has split in two; both are kept, and a person decides.")
        yield translate("CellStory", "Note"), text


def _receipt(explained: Explained, words: Catalogue) -> Iterator[tuple[str, str]]:
    receipt, story = explained.receipt, explained.story
    label = translate("CellStory", "Receipt")
    if not receipt.number:
        if story.closings:
            yield label, translate("CellStory", "None has been issued to this office.")
        return
    text = translate("CellStory", "no. {number} of {moment}").format(number=receipt.number, moment=moment_text(receipt.created))
    newest = max((line.rev for line in story.closings), default=0)
    if receipt.state is None:
        said = translate("CellStory", "it says nothing about this report yet")
    elif receipt.state.rev < newest:
        said = translate("CellStory", "it is older than the newest report")
    else:
        said = translate("CellStory", "it says: {state}").format(state=words.word(receipt.state.state))
    yield label, f"{text}; {said}"


def _offices(explained: Explained, words: Catalogue) -> Iterator[tuple[str, str]]:
    story = explained.story
    for succession in story.successions:
        yield translate("CellStory", "Reorganised"), _succession(succession)
    if story.heirs:
        names = "; ".join(_name(office, words) for office in story.heirs)
        yield translate("CellStory", "Today"), translate("CellStory", "carried on by {offices}").format(offices=names)


def _succession(succession: Succession) -> str:
    text = f"{day_text(succession.effective)}: {', '.join(succession.sources)} → {', '.join(succession.targets) or '–'}"
    return f"{text} ({succession.legal_basis})" if succession.legal_basis else text
