"""What a person does at the enrolment desk, and what the tests read afterwards."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from export.exchange.enrolment import own_voice, write_enrolment
from export.exchange.setup import SetupContext, set_up_office
from storage.domain.identifiers import TimeOrderedIdentifiers
from storage.domain.office_file import offices_bytes
from storage.folders import Folders
from tests.ui.conftest import PIN, BuiltExchange, clock, settle
from ui.window.digit_groups import DigitGroups
from ui.window.enrolment.view import OfficeRow
from ui.window.operations.keys import open_keys
from ui.window.pages.enrolment import EnrolmentPage
from ui.window.workplace import Workplace

OTHER = "UBND-NH"
PHONE = "0260 3862 001"


def request_of(exchange: BuiltExchange, name: str, office: str = OTHER) -> tuple[Path, str]:
    """The request of a new PC, and the number that its clerk reads."""
    folders = Folders(exchange.root / name, exchange.root / "markers" / name)
    set_up_office(
        SetupContext(folders, clock, TimeOrderedIdentifiers(clock), pin=PIN, machine=name), kit=exchange.kit, office=office
    )
    with exchange.station(folders) as station:
        return write_enrolment(station, exchange.root / f"{name}.shd").path, own_voice(station)


def shown(qtbot: QtBot, workplace: Workplace, *, unlocked: bool = True) -> EnrolmentPage:
    page = EnrolmentPage(workplace)
    qtbot.addWidget(page)
    page.resize(1150, 680)
    page.show()
    if unlocked:
        workplace.runner.start(open_keys(pin=PIN))
    page.activate()
    settle(qtbot, workplace)
    return page


def taken(qtbot: QtBot, page: EnrolmentPage, *paths: Path) -> None:
    page.requests.take(paths)
    settle(qtbot, page.workplace)


def begun(qtbot: QtBot, page: EnrolmentPage) -> None:
    page.requests.panel.begin.click()
    settle(qtbot, page.workplace)


def typed(qtbot: QtBot, groups: DigitGroups, digits: str) -> None:
    groups.field.clear()
    qtbot.keyClicks(groups.field, digits)  # type: ignore[no-untyped-call]


def texts(widget: QWidget) -> str:
    """Everything that can be read on a widget."""
    from PySide6.QtWidgets import QLabel, QLineEdit

    labels = [label.text() for label in widget.findChildren(QLabel)]
    fields = [
        field.text() + field.placeholderText() + field.accessibleDescription() for field in widget.findChildren(QLineEdit)
    ]
    return "\n".join([*labels, *fields])


def with_phone(exchange: BuiltExchange, office: str) -> None:
    """Enters a switchboard in the centre's register."""
    import msgspec

    with exchange.station(exchange.centre) as station:
        register = station.catalogue.register
        offices = tuple(msgspec.structs.replace(one, phone=PHONE) if one.code == office else one for one in register.offices)
        station.ledger.set("offices", offices_bytes(msgspec.structs.replace(register, offices=offices)).decode())


def page_rows(page: EnrolmentPage) -> tuple[OfficeRow, ...]:
    return page.offices._rows
