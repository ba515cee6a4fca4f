"""Checking a whole ledger: the file and every chain, the lists made from them, and what signed papers and copies say of it.

A chain alone shows that nothing in it was changed, not that it was not replaced whole. What was signed or copied earlier are
the witnesses for that: each receipt that the centre has issued names the last entry of every feed it confirms, and a backup
holds the entries of its day. Nothing is written; what is made anew for comparing is taken back.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from export.exchange.archive import path_of
from export.exchange.receipts import Receipt
from export.exchange.station import Station
from storage.connection import check_integrity, read_only
from storage.consolidation import frozen_figures
from storage.database import Database
from storage.domain.codes import Code
from storage.domain.errors import LedgerError, Parameter
from storage.domain.progress import Progress, ProgressReporter, Stage, silent
from storage.journal.chain import ZERO_LINK
from storage.ledger import Ledger, Role
from storage.projections.apply import Projections, content_digest, summary_digest


class Checked(StrEnum):
    """What one part of the check looks at, in its order."""

    FILE = "file"
    CHAINS = "chains"
    LISTS = "lists"
    RECEIPTS = "receipts"
    FIGURES = "figures"
    ORIGINALS = "originals"
    BACKUP = "backup"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong: a code with what fills its sentence, and the technical side of it."""

    code: Code
    parameters: dict[str, Parameter] = field(default_factory=dict)
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PartChecked:
    """One part. ``count`` says how much of it there was: files, feeds, lists, receipts, frozen periods, originals, feeds."""

    part: Checked
    count: int
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerCheck:
    """The whole check. ``entries`` counts the journal's; ``content`` is the digest of what the ledger shows (hex)."""

    at: str
    parts: tuple[PartChecked, ...]
    entries: int
    content: str
    against: str = ""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that is wrong."""
        return tuple(finding for part in self.parts for finding in part.findings)


def check_ledger(station: Station, *, against: Path | None = None, report: ProgressReporter = silent) -> LedgerCheck:
    """Checks everything that can be checked without keys; with ``against``, a backup, its entries too.

    Raises ``LedgerError``: WRONG_ROLE; for a backup that cannot be read FILE_NOT_FOUND, LEDGER_FOREIGN, LEDGER_TOO_NEW,
    BACKUP_DAMAGED, BACKUP_OF_ANOTHER.
    """
    ledger = station.ledger
    ledger.require(Role.CENTRE)
    steps: list[Callable[[Station, ProgressReporter], PartChecked]] = [
        _file,
        _chains,
        _lists,
        _receipts,
        _figures,
        _originals,
    ]
    parts = [step(station, report) for step in steps]
    if against is not None:
        parts.append(_backup(ledger, against, report))
    entries = int(ledger.db.execute("SELECT count(*) FROM node").fetchone()[0])
    return LedgerCheck(ledger.now(), tuple(parts), entries, content_digest(ledger.db), against.name if against else "")


def _file(station: Station, report: ProgressReporter) -> PartChecked:
    report(Progress(Stage.VERIFYING))
    found = check_integrity(station.ledger.db)
    return PartChecked(Checked.FILE, 1, (Finding(Code.LEDGER_DAMAGED, detail="; ".join(found[:5])),) if found else ())


def _chains(station: Station, report: ProgressReporter) -> PartChecked:
    journal = station.ledger.journal
    feeds, findings = journal.feeds(), []
    for number, feed in enumerate(feeds):
        report(Progress(Stage.VERIFYING, number, len(feeds)))
        if broken := journal.verify(feed):
            parameters: dict[str, Parameter] = {"office": feed.office, "seq": broken[0], "count": len(broken)}
            findings.append(Finding(Code.LEDGER_CHAIN_BROKEN, parameters, f"feed {feed.feed.hex()}"))
    return PartChecked(Checked.CHAINS, len(feeds), tuple(findings))


def _lists(station: Station, report: ProgressReporter) -> PartChecked:
    """Makes all lists and summaries anew from the journal, compares, and takes the new ones back."""
    report(Progress(Stage.REBUILDING))
    ledger = station.ledger
    db = ledger.db
    after = before = (content_digest(db), summary_digest(db))
    with suppress(_TakenBack), ledger.write():
        Projections(db).rebuild()
        after = (content_digest(db), summary_digest(db))
        raise _TakenBack
    findings = (Finding(Code.LEDGER_TABLES_DIFFER),) if before != after else ()
    count = int(db.execute("SELECT (SELECT count(*) FROM activity) + (SELECT count(*) FROM answer)").fetchone()[0])
    return PartChecked(Checked.LISTS, count, findings)


class _TakenBack(Exception):
    """Ends a transaction that was for looking only."""


def _receipts(station: Station, report: ProgressReporter) -> PartChecked:
    """Every receipt issued here: signed by this centre, following the one before it, and true of the ledger as it is."""
    from export.bundle.envelope import parse_envelope
    from export.exchange.receiving import verified_receipt

    ledger, findings = station.ledger, []
    count = int(ledger.db.execute("SELECT count(*) FROM receipt WHERE own = 1").fetchone()[0])
    offices = ledger.db.execute("SELECT DISTINCT office FROM receipt WHERE own = 1 ORDER BY office").fetchall()
    done = 0
    for (office,) in offices:
        previous = ""
        for no, payload, envelope in ledger.db.execute(
            "SELECT no, payload, envelope FROM receipt WHERE office = ? AND own = 1 ORDER BY no", [office]
        ).fetchall():
            report(Progress(Stage.VERIFYING, done, count))
            done += 1
            parameters: dict[str, Parameter] = {"office": office, "no": no}
            try:
                receipt = verified_receipt(station.trust, parse_envelope(envelope))
            except LedgerError as error:
                findings.append(Finding(error.code, {**error.parameters, **parameters}, error.detail))
            else:
                if receipt.prev != previous:
                    findings.append(Finding(Code.LEDGER_RECEIPT_GONE, parameters))
                if (lost := _not_held(ledger, receipt)) is not None:
                    findings.append(Finding(Code.LEDGER_RECEIPT_DIFFERS, parameters, lost))
            previous = payload.hex()
    return PartChecked(Checked.RECEIPTS, count, tuple(findings))


def _not_held(ledger: Ledger, receipt: Receipt) -> str | None:
    """The first feed of which the ledger does not hold what a receipt confirms."""
    for state in receipt.feeds:
        if state.seq and not _holds(ledger.db, bytes.fromhex(state.feed), state.seq, bytes.fromhex(state.head)):
            return f"feed {state.feed} entry {state.seq}"
    return None


def _holds(db: Database, feed: bytes, seq: int, link: bytes) -> bool:
    """Whether an entry is here and reaches the start of its feed; by its link, all before it with it."""
    row = db.execute(
        "SELECT n.state FROM node n JOIN feed f ON f.id = n.feed_id WHERE f.feed = ? AND n.seq = ? AND n.link = ?",
        [feed, seq, link],
    ).fetchone()
    return row is not None and row[0] > 0


def _figures(station: Station, report: ProgressReporter) -> PartChecked:
    """Frozen figures are still those of their digest."""
    report(Progress(Stage.VERIFYING))
    ledger, findings = station.ledger, []
    periods = [row[0] for row in ledger.db.execute("SELECT DISTINCT period FROM consolidation ORDER BY period").fetchall()]
    for period in periods:
        try:
            frozen_figures(ledger, period)
        except LedgerError as error:
            findings.append(Finding(error.code, dict(error.parameters), error.detail))
    return PartChecked(Checked.FIGURES, len(periods), tuple(findings))


def _originals(station: Station, report: ProgressReporter) -> PartChecked:
    """Of every import that counts the original is kept; whether it is sound is for ``archive.verify_originals``."""
    ledger, findings = station.ledger, []
    rows = ledger.db.execute(
        "SELECT DISTINCT lower(hex(payload)), office, file FROM import WHERE undone = '' ORDER BY office, file"
    ).fetchall()
    for number, (payload, office, file) in enumerate(rows):
        report(Progress(Stage.READING, number, len(rows)))
        if not path_of(ledger, payload).is_file():
            findings.append(Finding(Code.ORIGINAL_MISSING, {"file": file, "office": office}, payload))
    return PartChecked(Checked.ORIGINALS, len(rows), tuple(findings))


def _backup(ledger: Ledger, source: Path, report: ProgressReporter) -> PartChecked:
    """Every feed of a backup is the beginning of what the ledger holds of it."""
    if not source.is_file():
        raise LedgerError(Code.FILE_NOT_FOUND, path=str(source))
    report(Progress(Stage.READING))
    db = _opened(source)
    try:
        row = db.execute("SELECT value FROM setting WHERE name = 'installation'").fetchone()
        if row is None or row[0] != ledger.setting("installation"):
            raise LedgerError(Code.BACKUP_OF_ANOTHER, path=str(source))
        feeds = db.execute("SELECT id, feed, office FROM feed ORDER BY id").fetchall()
        findings = []
        for number, (feed_id, feed, office) in enumerate(feeds):
            report(Progress(Stage.VERIFYING, number, len(feeds)))
            if lost := _lost(ledger.db, db, feed_id, feed):
                parameters: dict[str, Parameter] = {"office": office, "count": lost}
                findings.append(Finding(Code.LEDGER_BACKUP_DIFFERS, parameters, f"feed {feed.hex()}"))
    finally:
        db.close()
    return PartChecked(Checked.BACKUP, len(feeds), tuple(findings))


def _opened(source: Path) -> Database:
    try:
        return read_only(source)
    except LedgerError as error:
        if error.code is Code.LEDGER_DAMAGED:
            raise LedgerError(Code.BACKUP_DAMAGED, detail=error.detail, path=str(source)) from error
        raise


def _lost(here: Database, backup: Database, feed_id: int, feed: bytes) -> int:
    """How many entries of a backup's feed are not here; when its ends are, so is everything below them."""
    ends = backup.execute(
        "SELECT n.seq, n.link FROM node n WHERE n.feed_id = ?1 AND n.state > 0 AND NOT EXISTS"
        " (SELECT 1 FROM node m WHERE m.feed_id = ?1 AND m.seq = n.seq + 1 AND m.prev = n.link AND m.state > 0)",
        [feed_id],
    ).fetchall()
    if all(_holds(here, feed, seq, link) for seq, link in ends if link != ZERO_LINK):
        return 0
    known = here.execute("SELECT id FROM feed WHERE feed = ?", [feed]).fetchone()
    links = (
        {row[0] for row in here.execute("SELECT link FROM node WHERE feed_id = ?", [known[0]]).fetchall()} if known else set()
    )
    rows = backup.execute("SELECT link FROM node WHERE feed_id = ? AND state > 0", [feed_id]).fetchall()
    return sum(link not in links for (link,) in rows)
