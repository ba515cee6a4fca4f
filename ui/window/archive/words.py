"""What the page of the archive says: states of originals, what a check has shown, parts of the ledger, kinds of acts."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from storage.domain.codes import Code
from storage.messages.catalogue import Catalogue
from ui.window.archive.view import ActRow, OriginalDetails, OriginalRow, State, state_of
from ui.window.moments import moment_text

if TYPE_CHECKING:
    from export.exchange.archive import OriginalCheck
    from export.exchange.centre_acts import Act
    from export.exchange.ledger_check import Finding

translate = QCoreApplication.translate
ICONS = {
    State.MISSING: ("circle-x", "bad"),
    State.BAD: ("circle-x", "bad"),
    State.UNDONE: ("undo-2", "muted"),
    State.VERIFIED: ("shield-check", "good"),
    State.KEPT: ("circle-check", "muted"),
    State.SPARE: ("copy", "muted"),
}
"""The sign of each state and the name of its colour; the words beside it say the same."""


def state_word(state: State) -> str:
    """A state in two or three words."""
    return {
        State.MISSING: translate("ArchiveWords", "Original missing"),
        State.BAD: translate("ArchiveWords", "Not in order"),
        State.UNDONE: translate("ArchiveWords", "Import undone"),
        State.VERIFIED: translate("ArchiveWords", "Verified again"),
        State.KEPT: translate("ArchiveWords", "Kept"),
        State.SPARE: translate("ArchiveWords", "Kept, brought nothing new"),
    }[state]


def entries_text(row: OriginalRow) -> str:
    """The positions that an original brought, as 1–40, 52."""
    parts = (f"{part.first}–{part.last}" if part.last > part.first else str(part.first) for part in row.original.ranges)
    return ", ".join(parts)


def explanation(row: OriginalRow, check: OriginalCheck | None, words: Catalogue) -> str:
    """Everything about one original as rich text: its state, what was shown, what to do, the facts."""
    state = state_of(row.original, check)
    parts = [f"<p><b>{escape(state_word(state))}</b><br>{escape(_about_state(state, row, check, words))}</p>"]
    if check is not None and (step := words.next_step(check.code, check.parameters)):
        parts.append(f"<p><b>{escape(translate('ArchiveWords', 'What to do'))}:</b> {escape(step)}</p>")
    facts = (f"{escape(label)}: {escape(value)}" for label, value in _facts(row, check, words) if value)
    parts.append(f"<p>{'<br>'.join(facts)}</p>")
    return "".join(parts)


def _about_state(state: State, row: OriginalRow, check: OriginalCheck | None, words: Catalogue) -> str:
    if check is not None and state is not State.UNDONE:
        return words.sentence(check.code, check.parameters)
    if state is State.MISSING:
        return words.sentence(Code.ORIGINAL_MISSING, {"file": row.original.file or row.original.payload})
    if state is State.UNDONE:
        text = translate("ArchiveWords", "Its import was taken back on {moment}; the original is kept.")
        said = text.format(moment=moment_text(row.original.undone))
        return f"{said} {words.sentence(check.code, check.parameters)}" if check is not None else said
    if state is State.SPARE:
        return translate(
            "ArchiveWords", "All its records had come in other bundles before. Open the details to see whose it is."
        )
    return translate("ArchiveWords", "Verified when it was imported; it can be verified again at any time.")


def _facts(row: OriginalRow, check: OriginalCheck | None, words: Catalogue) -> list[tuple[str, str]]:
    original, number = row.original, words.number
    records = ""
    if original.import_id:
        text = translate("ArchiveWords", "{new} new, {known} known before")
        records = text.format(new=number(original.new), known=number(original.known))
    facts = [
        (translate("ArchiveWords", "Office"), row.office or (check.office if check is not None else "")),
        (translate("ArchiveWords", "Received"), moment_text(original.at)),
        (translate("ArchiveWords", "Reports that rest on it"), ", ".join(row.reports)),
        (translate("ArchiveWords", "Positions in the office's journal"), entries_text(row)),
        (translate("ArchiveWords", "Records"), records),
        (translate("ArchiveWords", "File"), original.file),
        (translate("ArchiveWords", "Size"), words.size(original.size) if original.size is not None else ""),
        (translate("ArchiveWords", "Bundle SHA-256"), original.payload),
    ]
    if check is not None:
        counted = translate("ArchiveWords", "yes") if check.counted else translate("ArchiveWords", "no")
        facts += [
            (translate("ArchiveWords", "File SHA-256"), check.sha256),
            (translate("ArchiveWords", "Signed with the key"), check.key),
            (translate("ArchiveWords", "Sealed, by the office's clock"), moment_text(check.created) if check.created else ""),
            (translate("ArchiveWords", "Its records count in the ledger"), counted if check.key else ""),
            (translate("ArchiveWords", "Code"), check.code.value),
        ]
    return facts


def proof_facts(row: OriginalRow, details: OriginalDetails, words: Catalogue) -> list[tuple[str, str]]:
    """What the ledger adds to what the file says of itself: key, receipts, where it counts."""
    none = translate("ArchiveWords", "none yet")
    key = ""
    if details.admitted:
        text = translate("ArchiveWords", "in force since {moment}")
        key = text.format(moment=moment_text(details.admitted))
        if details.ended:
            ended = translate("ArchiveWords", "{key}, ended on {moment}")
            key = ended.format(key=key, moment=moment_text(details.ended))
    receipt = translate("ArchiveWords", "no. {number} of {moment}")
    receipts = [receipt.format(number=no, moment=moment_text(at)) for no, at in details.receipts]
    counts = ", ".join(row.reports)
    if row.original.undone:
        counts = translate("ArchiveWords", "nowhere: its import was taken back on {moment}").format(
            moment=moment_text(row.original.undone)
        )
    return [
        (translate("ArchiveWords", "Key"), key),
        (translate("ArchiveWords", "File"), row.original.file),
        (translate("ArchiveWords", "Received"), moment_text(row.original.at)),
        (translate("ArchiveWords", "Positions in the office's journal"), entries_text(row)),
        (translate("ArchiveWords", "Brought"), _brought(row, details, words)),
        (translate("ArchiveWords", "Counted in the report of"), counts or none),
        (translate("ArchiveWords", "Confirmed by receipt"), ", ".join(receipts) or none),
        (translate("ArchiveWords", "Consolidated"), ", ".join(details.consolidated) or none),
    ]


def _brought(row: OriginalRow, details: OriginalDetails, words: Catalogue) -> str:
    if not row.original.new or row.original.undone:
        return ""
    contents, number = details.contents, words.number
    text = translate("ArchiveWords", "{activities} activities made or amended, {withdrawn} withdrawn, {answers} answers")
    return text.format(
        activities=number(contents.activities), withdrawn=number(contents.withdrawn), answers=number(contents.answers)
    )


# The ledger


def part_word(part: str) -> str:
    """What one part of the check of the ledger looks at."""
    return {
        "file": translate("ArchiveWords", "The ledger's file"),
        "chains": translate("ArchiveWords", "Chains of records, one a PC of an office"),
        "lists": translate("ArchiveWords", "Lists and totals, made anew and compared"),
        "receipts": translate("ArchiveWords", "Receipts issued: what they confirm is still held"),
        "figures": translate("ArchiveWords", "Frozen figures of consolidated periods"),
        "originals": translate("ArchiveWords", "Originals of all imports are kept"),
        "backup": translate("ArchiveWords", "The backup: all its records are here"),
    }[part]


def finding_text(finding: Finding, words: Catalogue) -> str:
    """What is wrong, and what to do."""
    said = f"{words.sentence(finding.code, finding.parameters)} {words.next_step(finding.code, finding.parameters)}"
    return f"{said.strip()} [{finding.code}]"


# Acts


def act_word(kind: str) -> str:
    """The kind of an act in a few words."""
    return {
        "imported": translate("ArchiveWords", "Bundle imported"),
        "undone": translate("ArchiveWords", "Import undone"),
        "put_aside": translate("ArchiveWords", "File put aside"),
        "accepted": translate("ArchiveWords", "Report accepted"),
        "returned": translate("ArchiveWords", "Report returned"),
        "review_taken_back": translate("ArchiveWords", "Review taken back"),
        "decided": translate("ArchiveWords", "Conflict decided"),
        "consolidated": translate("ArchiveWords", "Figures frozen"),
        "receipt": translate("ArchiveWords", "Receipt issued"),
        "kit": translate("ArchiveWords", "Kit issued"),
        "plan": translate("ArchiveWords", "Plan put in force"),
        "key_admitted": translate("ArchiveWords", "Key admitted"),
        "key_ended": translate("ArchiveWords", "Key ended"),
        "keys_renewed": translate("ArchiveWords", "Centre's keys renewed"),
        "own_records": translate("ArchiveWords", "Own text or record"),
        "opened": translate("ArchiveWords", "Ledger begun or continued"),
        "erased": translate("ArchiveWords", "Content erased by order"),
        "note": translate("ArchiveWords", "Note"),
    }[kind]


def about_act(row: ActRow, words: Catalogue) -> str:
    """File, number, key and reason of an act, whatever it has."""
    act = row.act
    return ". ".join(part for part in (_subject(act, words), act.text) if part)


def _subject(act: Act, words: Catalogue) -> str:
    kind = act.kind.value
    count = words.number(act.count) if act.count is not None else ""
    if kind in ("imported", "undone"):
        return translate("ArchiveWords", "{file}: {count} records").format(file=act.subject, count=count)
    if kind in ("accepted", "returned"):
        return translate("ArchiveWords", "{count} remarks").format(count=count) if act.count else ""
    if kind == "consolidated":
        return translate("ArchiveWords", "{count} figures").format(count=count)
    if kind in ("receipt", "kit", "keys_renewed"):
        return translate("ArchiveWords", "No. {number}").format(number=act.subject)
    if kind == "erased":
        return translate("ArchiveWords", "Order {number}").format(number=act.subject)
    if kind == "opened":
        return translate("ArchiveWords", "Program {version}").format(version=act.subject) if act.subject else ""
    return act.subject
