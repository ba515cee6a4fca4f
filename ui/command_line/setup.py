"""Commands that make a station and admit offices: setup, kit, enrol, approve, revoke, pin, recovery."""

from __future__ import annotations

from pathlib import Path

import click

from export.exchange import enrolment, kits
from export.exchange.program_news import announce_installer
from export.exchange.setup import SetupContext, set_up_centre, set_up_office
from export.exchange.station import Station
from export.exchange.sticks import read_authority
from export.trust.key_store import KeyStore
from export.trust.signing_keys import key_identifier
from export.trust.voice_number import groups, spoken
from export.trust.windows_protection import system_protection
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.ledger import Role
from storage.messages.catalogue import Catalogue
from ui.command_line.answer import Answer, absolute, label, table
from ui.command_line.house import PATH, argument, command, option, pass_session
from ui.command_line.plan_files import read_offices, read_programme, refused
from ui.command_line.session import Session, read_first_line

STICKS = 3


@command("setup")
@option("--role", type=click.Choice([role.value for role in Role]), required=True, help="option_role")
@option("--programme", type=PATH, help="option_programme")
@option("--offices", type=PATH, help="option_offices_file")
@option("--office", default="", help="option_office")
@option("--organisation", default="", help="option_organisation")
@option("--root-to", type=PATH, multiple=True, help="option_root_to")
@option("--kit", type=PATH, help="option_kit_file")
@option("--fingerprint", default="", help="option_fingerprint")
@pass_session
def setup(
    session: Session,
    role: str,
    programme: Path | None,
    offices: Path | None,
    office: str,
    organisation: str,
    root_to: tuple[Path, ...],
    kit: Path | None,
    fingerprint: str,
) -> Answer:
    """Makes this PC a centre or an office."""
    if role == Role.CENTRE.value:
        if kit is not None or fingerprint:
            raise click.UsageError("--kit and --fingerprint belong to --role office")
        if len(root_to) not in (0, STICKS):
            raise click.UsageError(f"--root-to is given {STICKS} times or not at all")
        return _set_up_centre(session, programme, offices, office, organisation, root_to)
    if programme is not None or offices is not None or organisation or root_to:
        raise click.UsageError("--programme, --offices, --organisation and --root-to belong to --role centre")
    if kit is None or not office:
        raise click.UsageError("--role office needs --kit FILE and --office CODE")
    return _set_up_office(session, kit, office, fingerprint)


def _context(session: Session) -> SetupContext:
    if session.folders.database.exists():  # before a PIN is asked for in vain
        raise LedgerError(Code.LEDGER_EXISTS, path=str(session.folders.database))
    pin = session.pin(word="pin_new", confirm=True)
    return SetupContext(session.folders, session.clock, session.identifiers, pin=pin, allow_empty_pin=not pin)


def _set_up_centre(
    session: Session,
    programme: Path | None,
    offices: Path | None,
    office: str,
    organisation: str,
    root_to: tuple[Path, ...],
) -> Answer:
    plan = read_programme(programme) if programme else None
    register = read_offices(offices) if offices else None
    for file in (plan, register):
        if file is not None and file.problems:
            return refused(session.words, file)
    made = set_up_centre(
        _context(session),
        programme=plan.content if plan else None,
        offices=register.content if register else None,
        dates=plan.dates if plan else b"{}",
        office=office,
        organisation=organisation,
        root_folders=root_to,
    )
    words = session.words
    data: dict[str, object] = {
        "role": Role.CENTRE.value,
        "office": made.office,
        "organisation": made.organisation,
        "fingerprint": made.fingerprint,
        "recovery_code": made.recovery_code,
        "root_files": [absolute(path) for path in made.root_files],
        "folder": absolute(session.folders.data),
    }
    rows = [
        (label(words, "centre"), made.office),
        (words.word("fingerprint"), " ".join(groups(made.fingerprint))),
        (words.word("recovery_code"), made.recovery_code),
        *((words.word("root_key"), absolute(path)) for path in made.root_files),
        (words.word("folder"), absolute(session.folders.data)),
    ]
    return with_recovery_code(session, data, table(rows))


def _set_up_office(session: Session, kit: Path, office: str, fingerprint: str) -> Answer:
    made = set_up_office(_context(session), kit=kit, office=office, fingerprint=fingerprint)
    words = session.words
    data: dict[str, object] = {
        "role": Role.OFFICE.value,
        "office": made.office,
        "voice": made.voice,
        "fingerprint": made.fingerprint,
        "recovery_code": made.recovery_code,
        "folder": absolute(session.folders.data),
    }
    rows = [
        (label(words, "office"), made.office),
        *_voice_rows(words, made.voice),
        (words.word("fingerprint"), " ".join(groups(made.fingerprint))),
        (words.word("recovery_code"), made.recovery_code),
        (words.word("folder"), absolute(session.folders.data)),
    ]
    return with_recovery_code(session, data, table(rows))


def _voice_rows(words: Catalogue, voice: str) -> list[tuple[str, str]]:
    return [(words.word("voice_number"), " ".join(groups(voice))), ("", spoken(voice, words.language))]


def with_recovery_code(session: Session, data: dict[str, object], lines: list[str]) -> Answer:
    """An answer that shows a recovery code; says so when the keys lie there without a PIN."""
    words = session.words
    lines.append(words.word("keep_recovery_code"))
    if not session.pin_is_empty:
        return Answer(data=data | {"pin": "set"}, lines=lines)
    warning = words.word("pin_none_warning")
    return Answer(data=data | {"pin": "none", "warning": warning}, lines=[*lines, f"{words.word('warning')}: {warning}"])


@command("kit")
@option("--to", type=PATH, required=True, help="option_to_file")
@option("--root-from", type=PATH, multiple=True, help="option_root_from")
@option("--installer", type=PATH, help="option_installer")
@pass_session
def kit(session: Session, to: Path, root_from: tuple[Path, ...], installer: Path | None) -> Answer:
    """Writes the next kit for the offices."""
    with session.station(keys=True) as station:
        if installer is not None:
            announce_installer(station, installer)
        more = read_authority(root_from, session.pin() if root_from else "", session.clock)
        sealed = kits.issue_kit(station, to, more_keys=more, report=session.report)
        fingerprint = station.trust.fingerprint
        number = station.kit_number
    words = session.words
    data = {
        "file": absolute(sealed.path),
        "no": number,
        "size": sealed.size,
        "sha256": sealed.sha256.hex(),
        "fingerprint": fingerprint,
    }
    rows = [
        (words.word("kit"), str(number)),
        (words.word("file"), absolute(sealed.path)),
        (words.word("fingerprint"), " ".join(groups(fingerprint))),
    ]
    return Answer(data=data, lines=table(rows))


@command("enrol")
@option("--to", type=PATH, required=True, help="option_to_file")
@option("--sheet", type=PATH, help="option_sheet")
@pass_session
def enrol(session: Session, to: Path, sheet: Path | None) -> Answer:
    """Writes the request by which the centre admits this office's key."""
    with session.station(keys=True) as station:
        sealed = enrolment.write_enrolment(station, to, session.report)
        voice = enrolment.own_voice(station)
        if sheet is not None:
            _write_sheet(session, station, sealed.path.name, voice, sheet)
        office = station.ledger.office
    words = session.words
    data: dict[str, object] = {
        "voice": voice,
        "file": absolute(sealed.path),
        "office": office,
        "size": sealed.size,
        "sha256": sealed.sha256.hex(),
    }
    rows = [(words.word("file"), absolute(sealed.path)), *_voice_rows(words, voice)]
    if sheet is not None:
        data["sheet"] = absolute(sheet)
        rows.append((words.word("sheet"), absolute(sheet)))
    return Answer(data=data, lines=table(rows))


def _write_sheet(session: Session, station: Station, file_name: str, voice: str, target: Path) -> None:
    from export.documents.handover_sheet import EnrolmentSheet, render_enrolment_sheet
    from export.documents.report_model import FileProperties
    from storage.atomic_file import write_atomically

    office = station.catalogue.own_office
    centre = station.catalogue.register.office(station.centre)
    made = EnrolmentSheet(
        office_code=office.code,
        office=office.name_vi,
        centre=centre.name_vi,
        voice_number=voice,
        trust_version=station.trust.version,
        file_name=file_name,
        created_at=session.clock(),
    )
    properties = FileProperties(title=file_name, author=office.name_vi, created=session.clock())
    write_atomically(target, render_enrolment_sheet(made, properties, language=session.options.language))


@command("approve")
@argument("file", type=PATH)
@option("--voice", required=True, help="option_voice")
@option("--replaces", is_flag=True, help="option_replaces")
@pass_session
def approve(session: Session, file: Path, voice: str, replaces: bool) -> Answer:
    """Admits the key of an office whose number was read over the telephone and typed in."""
    with session.station(keys=True) as station:
        try:
            done = enrolment.approve(station, file, voice, replaces=replaces, by=session.options.by)
        except LedgerError as error:
            raise LedgerError(error.code, detail=error.detail, **{"file": file.name, **error.parameters}) from error
    words = session.words
    data = {
        "office": done.office,
        "key": done.key,
        "revoked": done.revoked,
        "waiting": [absolute(path) for path in done.waiting],
    }
    rows = [(label(words, "office"), done.office), (words.word("key"), done.key)]
    rows += [(words.word("revoked"), key) for key in done.revoked]
    if done.waiting:
        rows.append((words.word("waiting"), words.number(len(done.waiting))))
    return Answer(data=data, lines=table(rows))


@command("revoke")
@argument("target")
@option("--why", required=True, help="option_why")
@pass_session
def revoke(session: Session, target: str, why: str) -> Answer:
    """Ends an office's keys, or one key."""
    with session.station() as station:
        station.ledger.require(Role.CENTRE)
        keys = [
            key
            for keyid, key in station.admitted_keys().items()
            if key.last_good is None and target in (key.office, keyid, key.public.hex())
        ]
        if not keys:
            raise LedgerError(Code.KEY_UNKNOWN, office=target[:80])
        for key in keys:
            enrolment.revoke(station, key.public, why=why, by=session.options.by)
    ended = [{"office": key.office, "key": key_identifier(key.public)} for key in keys]
    lines = table([(item["office"], item["key"]) for item in ended])
    return Answer(data={"revoked": ended}, lines=lines)


@command("pin")
@option("--new-pin-file", type=PATH, help="option_new_pin_file")
@option("--recovery-code", default="", help="option_recovery_code")
@pass_session
def pin(session: Session, new_pin_file: Path | None, recovery_code: str) -> Answer:
    """Sets a new PIN, with the old one or with the recovery code."""
    store = _key_store(session)
    unlocked = store.unlock_with_recovery(recovery_code) if recovery_code else store.unlock(session.pin())
    new = _new_pin(session, new_pin_file)
    store.replace_pin(unlocked, new, allow_empty=not new)
    return Answer(data={"pin": "set" if new else "none"})


def _new_pin(session: Session, file: Path | None) -> str:
    if file is not None:
        return read_first_line(file)
    if session.streams.input is None or not session.streams.input.isatty():
        raise click.UsageError("--new-pin-file FILE is needed where no one can be asked")
    return session.ask_pin("pin_new", confirm=True)


@command("recovery")
@pass_session
def recovery(session: Session) -> Answer:
    """Makes a new recovery code; the old one opens nothing any more."""
    store = _key_store(session)
    code = store.renew_recovery_code(store.unlock(session.pin()))
    words = session.words
    lines = [*table([(words.word("recovery_code"), code)]), words.word("keep_recovery_code")]
    return Answer(data={"recovery_code": code}, lines=lines)


def _key_store(session: Session) -> KeyStore:
    return KeyStore.open(session.folders.keys, now=session.clock, protection=system_protection())
