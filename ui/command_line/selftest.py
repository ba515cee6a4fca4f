"""Checks a finished program on the PC it runs on: ``--selftest [--report FILE]``.

The whole job is done once in a temporary folder with blanks and Vietnamese letters in its name, with everything that is
shipped: libraries, built-in data, both message tables. The report is a file because a windowed program has no console. Nothing
of the user's own is touched.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from export.exchange import enrolment, kits
from export.exchange.importing import find_bundles, import_files
from export.exchange.receipts import issue_receipts
from export.exchange.receiving import receive
from export.exchange.sealing import seal
from export.exchange.setup import SetupContext, set_up_centre, set_up_office
from export.exchange.station import Station
from export.trust.key_store import KeyStore
from export.trust.windows_protection import system_protection
from storage.builtin import builtin_offices, builtin_programme
from storage.closing import close_period
from storage.connection import known_migrations
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.identifiers import TimeOrderedIdentifiers, system_clock
from storage.folders import Folders
from storage.messages.catalogue import Catalogue
from storage.projections.apply import content_digest
from storage.recording import ActivityInput, Recorder
from storage.search import Filter, find_activities
from storage.version import VERSION
from ui.command_line.answer import absolute
from ui.command_line.program import log_mistake

OFFICE, PERIOD, PIN = "UBND-DH", "2020S1", "314159"


class CheckFailed(Exception):
    """A check whose outcome is not what it must be."""


@dataclass(slots=True)
class _Bench:
    """What one check leaves for the next."""

    base: Path
    identifiers: TimeOrderedIdentifiers = field(default_factory=lambda: TimeOrderedIdentifiers(system_clock))
    voice: str = ""

    def folders(self, name: str) -> Folders:
        return Folders(self.base / name, self.base / "dấu" / name)

    def context(self, name: str) -> SetupContext:
        return SetupContext(self.folders(name), system_clock, self.identifiers, pin=PIN)

    def open(self, name: str) -> Station:
        return Station.open(self.folders(name), clock=system_clock, identifiers=self.identifiers, pin=PIN)


def self_test(arguments: Sequence[str], output: TextIO | None) -> int:
    """Runs all checks; 0 when all hold, else 1. ``arguments``: nothing, or ``--report FILE``."""
    if list(arguments[:1]) not in ([], ["--report"]) or len(arguments) not in (0, 2):
        return 2
    with tempfile.TemporaryDirectory(prefix="sổ hoạt động ", ignore_cleanup_errors=True) as folder:
        results = run_checks(Path(folder))
    is_sound = all(result["ok"] for result in results)
    found = {"ok": is_sound, "checks": len(results), "results": results, "version": VERSION}
    text = json.dumps(found, ensure_ascii=False, indent=2) + "\n"
    if arguments:
        Path(arguments[1]).write_text(text, encoding="utf-8")
    if output is not None:
        output.write(text)
        output.flush()
    return 0 if is_sound else 1


def run_checks(base: Path) -> list[dict[str, object]]:
    """Every check in its order with its outcome; a failed one does not keep the rest from running."""
    bench = _Bench(base)
    return [_outcome(name, check, bench) for name, check in CHECKS.items()]


def _outcome(name: str, check: Callable[[_Bench], None], bench: _Bench) -> dict[str, object]:
    began = time.monotonic()
    result: dict[str, object] = {"name": name, "ok": True}
    try:
        check(bench)
    except CheckFailed as failure:
        result |= {"ok": False, "detail": str(failure)}
    except LedgerError as error:
        result |= {"ok": False, "detail": error.code.value}
    except Exception as error:  # a missing library or file of the frozen program shows itself in many ways
        log_mistake(error)
        result |= {"ok": False, "detail": f"{type(error).__name__}: {error}"[:300]}
    return result | {"seconds": round(time.monotonic() - began, 3)}


def _require(held: bool, what: str) -> None:
    if not held:
        raise CheckFailed(what)


def _messages(_: _Bench) -> None:
    for language in ("vi", "en"):
        table = Catalogue.load("vi" if language == "vi" else "en")
        _require(set(table.messages) == set(Code), f"sentences of {language}")


def _builtin_data(_: _Bench) -> None:
    programme, offices = builtin_programme(), builtin_offices()
    _require(bool(programme.tasks) and bool(offices.offices), "programme and offices")


def _centre(bench: _Bench) -> None:
    set_up_centre(bench.context("trung tâm"))
    with bench.open("trung tâm") as station:
        kits.issue_kit(station, bench.base / "kit.shd")
        _require(bool(known_migrations()), "migrations")


def _office(bench: _Bench) -> None:
    bench.voice = set_up_office(bench.context("đơn vị"), kit=bench.base / "kit.shd", office=OFFICE).voice
    with bench.open("đơn vị") as station:
        enrolment.write_enrolment(station, bench.base / "enrol.shd")
    with bench.open("trung tâm") as station:
        enrolment.approve(station, bench.base / "enrol.shd", bench.voice)


def _key_store(bench: _Bench) -> None:
    store = KeyStore.open(bench.folders("đơn vị").keys, now=system_clock, protection=system_protection())
    try:
        store.unlock(PIN[::-1])
    except LedgerError as error:
        _require(error.code is Code.PIN_WRONG, error.code.value)
    else:
        raise CheckFailed("a wrong PIN opened the key store")
    _require(bool(store.unlock(PIN).names), "keys")


def _recording(bench: _Bench) -> None:
    rows = [
        (
            number,
            ActivityInput(
                task="II.1.a",
                type="HN_QT",
                date="2020-03-05",
                title=f"Đào tạo tại Đăk Hà, lần {number}",
                values={"so_cuoc": 1, "luot_nguoi_du": 20},
            ),
        )
        for number in range(5)
    ]
    with bench.open("đơn vị") as station:
        recorded = Recorder(station.ledger, station.catalogue).record(rows)
        _require(len(recorded.uids) == len(rows), "records")
        _require(len(find_activities(station.ledger, Filter(text="dao tao dak ha"))) == len(rows), "search without accents")
        close_period(station.ledger, station.catalogue, PERIOD)


def _exchange(bench: _Bench) -> None:
    with bench.open("đơn vị") as station:
        seal(station, bench.base / "usb")
        expected = content_digest(station.ledger.db)
    with bench.open("trung tâm") as station:
        bundles = find_bundles([bench.base / "usb"])
        first = [outcome.code for outcome in import_files(station, bundles)]
        again = [outcome.code for outcome in import_files(station, bundles)]
        _require((first, again) == ([Code.BUNDLE_IMPORTED], [Code.BUNDLE_KNOWN]), f"{first} {again}")
        _require(content_digest(station.ledger.db) == expected, "both sides hold the same")
        issued = issue_receipts(station, bench.base / "receipts")
    with bench.open("đơn vị") as station:
        _require(receive(station, issued[0].file.path).code is Code.RECEIPT_ACCEPTED, "receipt")


def _refusal(bench: _Bench) -> None:
    bundle = next((bench.base / "usb").iterdir())
    damaged = bench.base / "damaged.shd"
    content = bytearray(bundle.read_bytes())
    content[len(content) // 2] ^= 1
    damaged.write_bytes(content)
    with bench.open("trung tâm") as station:
        outcome = import_files(station, [damaged], dry_run=True)[0]
        _require(outcome.refused, f"{absolute(damaged)}: {outcome.code}")


def _word(bench: _Bench) -> None:
    from export.documents.handover_sheet import EnrolmentSheet, render_enrolment_sheet
    from export.documents.report_model import FileProperties

    now = system_clock()
    name = "Ủy ban nhân dân huyện Đăk Hà"
    sheet = EnrolmentSheet(OFFICE, name, "Sở", bench.voice, 1, "enrol.shd", now)
    content = render_enrolment_sheet(sheet, FileProperties(title="Phiếu", author=name, created=now))
    (bench.base / "phiếu.docx").write_bytes(content)
    _require(content.startswith(b"PK"), "a Word file")


def _excel(bench: _Bench) -> None:
    from export.documents.report_model import FileProperties
    from export.documents.template_model import template_of
    from export.documents.workbook_import import read_header
    from export.documents.workbook_template import write_template

    template = template_of(builtin_programme())
    path = bench.base / "mẫu.xlsx"
    with path.open("wb") as file:
        write_template(template, file, FileProperties(title="Mẫu", author="Sở", created=system_clock()))
    _require(read_header(path, template).template is not None, "the template is known again")


CHECKS: Mapping[str, Callable[[_Bench], None]] = {
    "messages": _messages,
    "builtin data": _builtin_data,
    "centre and kit": _centre,
    "office and enrolment": _office,
    "key store": _key_store,
    "record, search, close": _recording,
    "seal, import, receipt": _exchange,
    "damaged file refused": _refusal,
    "Word": _word,
    "Excel": _excel,
}
