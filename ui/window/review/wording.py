"""Figures, states and reasons in words. Every sentence of the page that depends on a value stands here."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from storage.duplicates import Reason
from storage.histories import History
from storage.journal.entries import Figure
from storage.messages.catalogue import Catalogue
from ui.window.moments import moment_text
from ui.window.review.open_questions import FIELDS

translate = QCoreApplication.translate


def state_text(state: str) -> str:
    """The state of a report in a word or two."""
    return {
        "received": translate("ReviewWords", "To review"),
        "accepted": translate("ReviewWords", "Accepted"),
        "returned": translate("ReviewWords", "Returned"),
    }.get(state, state)


def figure_text(figure: Figure | None, words: Catalogue) -> str:
    """A figure as it is read; a dash where there is no report."""
    if figure is None:
        return "–"
    match figure.state:
        case "number" if figure.denominator:
            return f"{words.number(figure.number)}/{words.number(figure.denominator)}"
        case "number":
            return words.number(figure.number)
        case "none":
            return translate("ReviewWords", "Nothing to report")
        case "yes":
            return translate("ReviewWords", "Yes")
        case "no":
            return translate("ReviewWords", "No")
        case "text":
            return figure.text
    return translate("ReviewWords", "No answer")


def difference_text(now: Figure, before: Figure | None, words: Catalogue) -> str:
    """By how much a count rose or fell; empty where there is nothing to subtract."""
    if before is None or (now.state, before.state) != ("number", "number") or now.denominator or before.denominator:
        return ""
    change = now.number - before.number
    return f"{'+' if change > 0 else '−' if change < 0 else ''}{words.number(abs(change))}"


def history_text(history: History, count: int) -> str:
    """One history by its name: which, since when, until when, how much."""
    since, until = moment_text(history.since), moment_text(history.until)
    if not history.forked_at:
        text = translate("ReviewWords", "History {name} of {count}: {since} to {until}, {entries} entries.")
        return text.format(name=history.name, count=count, since=since, until=until, entries=history.entries)
    text = translate(
        "ReviewWords",
        "History {name} of {count}: goes its own way from entry {first} on, {since} to {until}, {entries} entries.",
    )
    return text.format(
        name=history.name, count=count, first=history.forked_at, since=since, until=until, entries=history.entries
    )


def field_name(field: str) -> str:
    """The name of a line of the comparison."""
    names = (
        translate("ReviewWords", "Task"),
        translate("ReviewWords", "Activity type"),
        translate("ReviewWords", "Date"),
        translate("ReviewWords", "Title"),
        translate("ReviewWords", "Figures"),
        translate("ReviewWords", "Place"),
        translate("ReviewWords", "Number and symbol"),
        translate("ReviewWords", "Note"),
        translate("ReviewWords", "Attachments"),
    )
    return dict(zip(FIELDS, names, strict=True))[field]


def reason_text(reason: Reason) -> str:
    """What speaks for one activity, or against it."""
    return {
        Reason.SAME_DATE: translate("ReviewWords", "same date"),
        Reason.NEAR_DATE: translate("ReviewWords", "dates close together"),
        Reason.SAME_TITLE: translate("ReviewWords", "same title"),
        Reason.SIMILAR_TITLE: translate("ReviewWords", "similar titles"),
        Reason.SAME_FIGURES: translate("ReviewWords", "same figures"),
        Reason.SAME_DOCUMENT: translate("ReviewWords", "same document"),
        Reason.SAME_PLACE: translate("ReviewWords", "same place"),
        Reason.FIGURES_DIFFER: translate("ReviewWords", "but other figures"),
        Reason.DOCUMENTS_DIFFER: translate("ReviewWords", "but other documents"),
        Reason.PLACES_DIFFER: translate("ReviewWords", "but other places"),
    }[reason]
