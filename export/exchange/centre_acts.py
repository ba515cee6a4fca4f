"""What a centre did, act by act: its activity log, read from its own journal and from what it remembers of files.

Acts of the role are listed, with office, period and reason as they were kept. Who sat at the PC is not read here, and nothing
is counted by anybody: the log answers what was done and when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from export.trust.signing_keys import key_identifier
from storage.domain.codes import Code
from storage.domain.progress import Progress, ProgressReporter, Stage, silent
from storage.journal.entries import (
    Activity,
    Admitted,
    Answer,
    Closed,
    Consolidated,
    Entry,
    Noted,
    Opened,
    Put,
    Reopened,
    Reviewed,
    Revoked,
    Withdrawn,
)
from storage.ledger import Ledger, Role

_PLAN = "plan:"
_ERASED = "erased by order "
_KEYS = re.compile(r"[0-9]{1,6}: ")
_ASIDE = re.compile(r"([A-Z_]{2,40}) (.*) SHA-256 [0-9a-f]{16}: ", re.DOTALL)
_EVERY = 500


class ActKind(StrEnum):
    """The kinds of acts, in the order of the list to choose from."""

    IMPORTED = "imported"
    UNDONE = "undone"
    PUT_ASIDE = "put_aside"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    REVIEW_TAKEN_BACK = "review_taken_back"
    DECIDED = "decided"
    CONSOLIDATED = "consolidated"
    RECEIPT = "receipt"
    KIT = "kit"
    PLAN = "plan"
    KEY_ADMITTED = "key_admitted"
    KEY_ENDED = "key_ended"
    KEYS_RENEWED = "keys_renewed"
    OWN_RECORDS = "own_records"
    OPENED = "opened"
    ERASED = "erased"
    NOTE = "note"


_REVIEWS = {"accepted": ActKind.ACCEPTED, "returned": ActKind.RETURNED, "received": ActKind.REVIEW_TAKEN_BACK}


@dataclass(frozen=True, slots=True)
class Act:
    """One act. ``office`` and ``period`` are codes, empty where the act is of none; ``subject`` is a file, a number or a key.

    ``text`` is the reason or remark as it was kept; ``count`` of records or of remarks, None where nothing is counted.
    """

    at: str
    kind: ActKind
    office: str = ""
    period: str = ""
    subject: str = ""
    text: str = ""
    count: int | None = None


def centre_acts(ledger: Ledger, report: ProgressReporter = silent) -> list[Act]:
    """All acts, the newest first. Raises ``LedgerError(WRONG_ROLE)``."""
    ledger.require(Role.CENTRE)
    report(Progress(Stage.READING))
    acts = [*_of_files(ledger), *_of_journal(ledger, report)]
    acts.reverse()  # moments have whole seconds: of acts within one, the later one stands first, too
    acts.sort(key=lambda act: act.at, reverse=True)
    return acts


def _of_files(ledger: Ledger) -> Iterator[Act]:
    """What was done with files; the journal has no entries of it."""
    db = ledger.db
    for at, office, file, new, undone in db.execute("SELECT at, office, file, new, undone FROM import").fetchall():
        yield Act(at, ActKind.IMPORTED, office, subject=file, count=new)
        if undone:
            yield Act(undone, ActKind.UNDONE, office, subject=file, count=new)
    for at, office, no in db.execute("SELECT at, office, no FROM receipt WHERE own = 1").fetchall():
        yield Act(at, ActKind.RECEIPT, office, subject=str(no))
    for at, no in db.execute("SELECT at, no FROM kit").fetchall():
        yield Act(at, ActKind.KIT, subject=str(no))


def _of_journal(ledger: Ledger, report: ProgressReporter) -> Iterator[Act]:
    owners = dict(ledger.db.execute("SELECT lower(hex(public)), office FROM admission").fetchall())
    own = {row[0] for row in ledger.db.execute("SELECT feed FROM feed WHERE own > 0").fetchall()}
    for feed in ledger.journal.feeds(ledger.office):
        if feed.feed not in own:
            continue
        for number, item in enumerate(ledger.journal.items(feed)):
            if number % _EVERY == 0:
                report(Progress(Stage.READING))
            act = _act_of(item.entry, owners)
            if act is not None:
                yield act


def _act_of(entry: Entry, owners: dict[str, str]) -> Act | None:
    if isinstance(entry, Reviewed):
        return Act(entry.at, _REVIEWS[entry.state], entry.office, entry.period, count=len(entry.remarks))
    if isinstance(entry, Admitted):
        return Act(entry.at, ActKind.KEY_ADMITTED, entry.office, subject=key_identifier(bytes.fromhex(entry.key)))
    if isinstance(entry, Revoked):
        return Act(
            entry.at,
            ActKind.KEY_ENDED,
            owners.get(entry.key, ""),
            subject=key_identifier(bytes.fromhex(entry.key)),
            text=entry.why,
        )
    if isinstance(entry, Consolidated):
        return Act(entry.at, ActKind.CONSOLIDATED, period=entry.period, count=len(entry.figures))
    if isinstance(entry, Noted):
        return _act_of_note(entry)
    if isinstance(entry, Opened):
        return Act(entry.at, ActKind.OPENED, entry.office, subject=entry.app)
    return _act_on_records(entry)


def _act_on_records(entry: Entry) -> Act | None:
    """Decisions on behalf of an office, and what the centre writes itself; titles and texts stay where they are kept."""
    if isinstance(entry, Put | Withdrawn):
        if entry.office:
            return Act(entry.at, ActKind.DECIDED, entry.office, text=getattr(entry, "why", ""))
        period = entry.body.period if isinstance(entry, Put) and isinstance(entry.body, Answer) else ""
        subject = entry.body.task if isinstance(entry, Put) and isinstance(entry.body, Activity) else ""
        return Act(entry.at, ActKind.OWN_RECORDS, period=period, subject=subject, text=getattr(entry, "why", ""))
    if isinstance(entry, Closed | Reopened):
        return Act(entry.at, ActKind.OWN_RECORDS, period=entry.period, text=getattr(entry, "why", ""))
    return None


def _act_of_note(entry: Noted) -> Act:
    """What a note is about stands in its beginning, as each job writes it."""
    text = entry.text
    if text.startswith(_PLAN):
        return Act(entry.at, ActKind.PLAN, text="".join(text.removeprefix(_PLAN).split(" ", 3)[3:]))
    if text.startswith(_ERASED):
        return Act(entry.at, ActKind.ERASED, subject=text.removeprefix(_ERASED))
    aside = _ASIDE.match(text)
    if aside is not None and aside[1] in Code.__members__:
        return Act(entry.at, ActKind.PUT_ASIDE, subject=aside[2], text=text[aside.end() :])
    if _KEYS.match(text):
        version, _, why = text.partition(": ")
        return Act(entry.at, ActKind.KEYS_RENEWED, subject=version, text=why)
    return Act(entry.at, ActKind.NOTE, text=text)
