"""The command ``rotate``: shows the centre's keys, or renews some of them and writes the kit that tells the offices."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from export.exchange import kits
from export.exchange.recovery import KeysLost, recover_keys
from export.exchange.rotation import Renewal, Renewed, Sticks, TrustStanding, renew, trust_standing
from export.exchange.sticks import read_authority
from export.trust.trust_payload import RoleName
from export.trust.voice_number import groups
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.ledger import Role
from storage.messages.catalogue import Catalogue
from ui.command_line.answer import Answer, absolute, table
from ui.command_line.house import PATH, argument, command, option, pass_session
from ui.command_line.session import Session, read_first_line
from ui.command_line.setup import with_recovery_code
from ui.command_line.told import minute


@command("rotate")
@argument("roles", type=click.Choice([role.value for role in RoleName]), nargs=-1)
@option("--why", default="", help="option_why")
@option("--stolen", is_flag=True, help="option_stolen")
@option("--root-from", type=PATH, multiple=True, help="option_root_from")
@option("--root-to", type=PATH, multiple=True, help="option_new_sticks")
@option("--replace", "replaced", type=int, multiple=True, help="option_replace")
@option("--to", type=PATH, help="option_kit_to")
@option("--keys-lost", is_flag=True, help="option_keys_lost")
@option("--new-pin-file", type=PATH, help="option_new_pin_file")
@option("--kit", "newest_kit", type=PATH, help="option_newest_kit")
@pass_session
def rotate(
    session: Session,
    roles: tuple[str, ...],
    why: str,
    stolen: bool,
    root_from: tuple[Path, ...],
    root_to: tuple[Path, ...],
    replaced: tuple[int, ...],
    to: Path | None,
    keys_lost: bool,
    new_pin_file: Path | None,
    newest_kit: Path | None,
) -> Answer:
    """Shows the centre's keys; with roles, renews them and issues a kit; or makes all of this PC's anew after a loss."""
    if keys_lost:
        if roles or root_to or replaced:
            raise click.UsageError("--keys-lost names no keys and no new sticks")
        if not root_from or to is None or not why.strip():
            raise click.UsageError("--keys-lost needs --root-from FOLDER, --why TEXT and --to FILE")
        lost = KeysLost(root_from, "", "", why, stolen=stolen, kit=newest_kit, by=session.options.by)
        return _recovered(session, lost, to, new_pin_file)
    if new_pin_file is not None or newest_kit is not None:
        raise click.UsageError("--new-pin-file and --kit belong to --keys-lost")
    if not roles:
        if why or stolen or root_from or root_to or replaced or to is not None:
            raise click.UsageError("name the keys to be renewed: root, kit, receipt")
        return _shown(session)
    if to is None or not why.strip():
        raise click.UsageError("renewing keys needs --why TEXT and --to FILE")
    wanted = frozenset(map(RoleName, roles))
    if (root_to or replaced) and wanted == {RoleName.RECEIPT}:
        raise click.UsageError("--root-to and --replace belong to root and kit")
    renewal = Renewal(wanted, why, stolen=stolen, replaced=replaced, by=session.options.by)
    with session.station(keys=True) as station:
        station.ledger.require(Role.CENTRE)
        pin = session.pin() if root_from or root_to else ""
        done = renew(station, renewal, sticks=Sticks(root_from, root_to, pin), report=session.report)
        more = read_authority((*root_from, *root_to), pin, session.clock)
        sealed = kits.issue_kit(station, to, more_keys=more, report=session.report)
        number, standing = station.kit_number, trust_standing(station)
    data = _standing_object(standing) | {
        "made": done.made,
        "ended": done.ended,
        "root_files": [absolute(path) for path in done.files],
        "kit": number,
        "file": absolute(sealed.path),
    }
    words = session.words
    rows = [
        *_done_rows(words, done),
        (words.word("kit"), f"{number}  {absolute(sealed.path)}"),
    ]
    return Answer(data=data, lines=[*_standing_lines(words, standing), *table(rows)])


def _recovered(session: Session, lost: KeysLost, to: Path, new_pin_file: Path | None) -> Answer:
    """The recovery code is shown whatever comes of the kit: another command can issue that one."""
    with session.station() as station:
        station.ledger.require(Role.CENTRE)
        pin = session.pin()
        new = _new_pin(session, new_pin_file, pin)
        session.pin_is_empty = not new
        lost = replace(lost, sticks_pin=pin, pin=new, allow_empty_pin=not new)
        done = recover_keys(station, lost, report=session.report)
        standing = trust_standing(station)
        data = _standing_object(standing) | {"made": done.made, "ended": done.ended, "recovery_code": done.recovery_code}
        words = session.words
        rows = [(words.word("new_key"), keyid) for keyid in done.made]
        rows += [(words.word("revoked"), keyid) for keyid in done.ended]
        rows.append((words.word("recovery_code"), done.recovery_code))
        try:
            more = read_authority(lost.sticks, pin, session.clock)
            sealed = kits.issue_kit(station, to, more_keys=more, report=session.report)
        except LedgerError as error:
            answer = with_recovery_code(session, data, [*_standing_lines(words, standing), *table(rows)])
            return replace(answer, code=error.code, parameters=error.parameters)
        number = station.kit_number
    rows.append((words.word("kit"), f"{number}  {absolute(sealed.path)}"))
    data |= {"kit": number, "file": absolute(sealed.path)}
    return with_recovery_code(session, data, [*_standing_lines(words, standing), *table(rows)])


def _new_pin(session: Session, file: Path | None, pin: str) -> str:
    """The PIN of the new key store: of its own file, else asked for at a terminal, else that of the sticks."""
    if file is not None:
        return read_first_line(file)
    asked = session.options.pin_file is None and session.streams.input is not None and session.streams.input.isatty()
    return session.ask_pin("pin_new", confirm=True) if asked else pin


def _shown(session: Session) -> Answer:
    with session.station() as station:
        station.ledger.require(Role.CENTRE)
        standing = trust_standing(station)
    if standing.keys_lost:
        session.notices.insert(0, Code.KEYS_LOST)
    return Answer(data=_standing_object(standing), lines=_standing_lines(session.words, standing))


def _standing_object(standing: TrustStanding) -> dict[str, object]:
    return {
        "trust": standing.version,
        "since": standing.since,
        "fingerprint": standing.fingerprint,
        "roles": [
            {"role": one.role.value, "keys": list(one.keys), "threshold": one.threshold, "here": one.here}
            for one in standing.roles
        ],
    }


def _standing_lines(words: Catalogue, standing: TrustStanding) -> list[str]:
    rows = [
        (words.word("key_version"), words.number(standing.version)),
        (words.word("since"), minute(words, standing.since)),
        (words.word("fingerprint"), " ".join(groups(standing.fingerprint))),
    ]
    for one in standing.roles:
        place = words.word("on_this_pc" if one.here else "not_on_this_pc" if standing.keys_lost else "on_sticks")
        asked = f"{words.word('signatures_needed')}: {one.threshold}/{len(one.keys)}"
        rows.append((words.word(f"role_{one.role.value}"), f"{place}; {asked}"))
        rows += [("", f"{number}  {keyid}") for number, keyid in enumerate(one.keys, 1)]
    return table(rows)


def _done_rows(words: Catalogue, done: Renewed) -> list[tuple[str, str]]:
    rows = [(words.word("new_key"), keyid) for keyid in done.made]
    rows += [(words.word("revoked"), keyid) for keyid in done.ended]
    return rows + [(words.word("root_key"), absolute(path)) for path in done.files]
