"""What ``--selftest`` checks: the whole job once, with everything that is shipped. Nothing of the user's own is touched."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from export.exchange import enrolment, kits
from export.exchange.importing import find_bundles, import_files
from export.exchange.receipts import issue_receipts
from export.exchange.receiving import receive
from export.exchange.sealing import seal
from export.exchange.setup import SetupContext, set_up_centre, set_up_office
from export.exchange.station import Station
from export.trust.key_store import KeyStore
from export.trust.windows_protection import system_protection
from storage.atomic_file import write_atomically
from storage.backup import back_up, restore, verify_ledger
from storage.builtin import builtin_offices, builtin_programme
from storage.closing import close_period
from storage.connection import known_migrations
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.identifiers import TimeOrderedIdentifiers, system_clock
from storage.domain.slug import slug
from storage.folders import Folders
from storage.messages.catalogue import Catalogue
from storage.projections.apply import content_digest
from storage.recording import ActivityInput, Recorder
from storage.search import Filter, find_activities
from ui.command_line.answer import absolute
from ui.command_line.selftest import CheckFailed

OFFICE, PERIOD, PIN = "UBND-DH", "2020S1", "314159"


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


def _account_protection(_: _Bench) -> None:
    """The slot that Windows itself protects; elsewhere a PIN alone opens the key store."""
    protection = system_protection()
    _require((protection is not None) == (sys.platform == "win32"), "protection by the user's account")
    if protection is not None:
        secret = bytes(range(32))
        protected = protection.protect(secret, b"entropy")
        _require(secret not in protected, "protected bytes are readable")
        _require(protection.unprotect(protected, b"entropy") == secret, "protected bytes do not come back")
        _require(protection.unprotect(protected, b"another") is None, "protected bytes come back to anybody")


def _key_store(bench: _Bench) -> None:
    slot = b'"kind":"dpapi"' if sys.platform == "win32" else b'"kind":"pin"'
    content = bench.folders("đơn vị").keys.read_bytes()
    _require(slot in content.replace(b" ", b""), f"the key store has no slot {slot.decode()}")
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
    from export.documents.period_document import write_period_report

    target = bench.base / "báo cáo.docx"
    with bench.open("đơn vị") as station:
        catalogue = station.catalogue
        written = write_period_report(station.ledger, catalogue, catalogue.period(PERIOD), target)
    _require(not written.draft and target.read_bytes().startswith(b"PK"), "the office's report")


def _consolidated(bench: _Bench) -> None:
    from export.documents.consolidated_document import write_consolidated

    with bench.open("trung tâm") as station:
        catalogue = station.catalogue
        for name in ("tổng hợp.docx", "phụ lục.xlsx"):
            target = bench.base / name
            write_consolidated(station.ledger, catalogue, catalogue.period(PERIOD), target)
            _require(target.read_bytes().startswith(b"PK"), name)


def _sheet(bench: _Bench) -> None:
    from export.documents.handover_sheet import EnrolmentSheet, render_enrolment_sheet
    from export.documents.report_model import FileProperties

    now = system_clock()
    name = "Ủy ban nhân dân huyện Đăk Hà"
    sheet = EnrolmentSheet(OFFICE, name, "Sở", bench.voice, 1, "enrol.shd", now)
    content = render_enrolment_sheet(sheet, FileProperties(title="Phiếu", author=name, created=now))
    _require(content.startswith(b"PK"), "a sheet")


def _pdf(bench: _Bench) -> None:
    from export.documents.period_document import write_period_report
    from ui.printing.pdf import render_pdf

    target = bench.base / "báo cáo.pdf"
    with bench.open("đơn vị") as station:
        catalogue = station.catalogue
        write_period_report(station.ledger, catalogue, catalogue.period(PERIOD), target, pdf=render_pdf)
    content = target.read_bytes()
    _require(content.startswith(b"%PDF-") and b"LiberationSerif" in content, "the PDF or its face")


def _windows(bench: _Bench) -> None:
    from ui.command_line.selftest_window import check_windows

    check_windows((bench.folders("đơn vị"), bench.folders("trung tâm")))


def _back_up_and_restore(bench: _Bench) -> None:
    target = bench.base / "bản sao lưu" / "sổ.db"
    with bench.open("đơn vị") as station:
        expected = content_digest(station.ledger.db)
        back_up(station.ledger, target)
    restore(bench.folders("đơn vị"), target, clock=system_clock)
    with bench.open("đơn vị") as station:
        _require(content_digest(station.ledger.db) == expected, "the ledger is as it was")
        _require(verify_ledger(station.ledger) == [], "the ledger is sound")


def _awkward_files(bench: _Bench) -> None:
    """Names that Windows keeps for devices, and a file replaced many times."""
    for name in ("CON", "Lpt1", "nul"):
        path = bench.base / f"{slug(name)}.txt"
        write_atomically(path, name.encode())
        _require(path.read_bytes() == name.encode(), f"a file called {path.name}")
    for number in range(50):
        write_atomically(bench.base / "thay thế.txt", str(number).encode())
    _require((bench.base / "thay thế.txt").read_bytes() == b"49", "a file replaced many times")


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
    "protection by the user's account": _account_protection,
    "key store": _key_store,
    "record, search, close": _recording,
    "seal, import, receipt": _exchange,
    "damaged file refused": _refusal,
    "Word: period report": _word,
    "Word and Excel: consolidated report": _consolidated,
    "Word: enrolment sheet": _sheet,
    "Excel: template": _excel,
    "PDF: period report": _pdf,
    "names and paths of files": _awkward_files,
    "back-up, restore, check": _back_up_and_restore,
    "windows: languages, faces, plugins, every page": _windows,
}


def checks_in(base: Path) -> Mapping[str, Callable[[], None]]:
    """The checks in their order, all working in the folder ``base``."""
    bench = _Bench(base)
    return {name: partial(check, bench) for name, check in CHECKS.items()}
