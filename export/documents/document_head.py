"""Who writes a document, under which number and by whose signature: the head and the foot of every document of the ledger.

Everything comes from the register of offices, the programme and the signature block that an office gave when it closed. No name
is looked up anywhere; what was not given leaves its room on the paper.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from export.documents.official_format import date_line
from export.documents.report_model import FileProperties, Signer
from storage.catalogue import Catalogue
from storage.domain.folding import fold
from storage.domain.offices import Office
from storage.domain.periods import Period
from storage.domain.programme import LegalBasis, Programme
from storage.journal.entries import Signature
from storage.ledger import Ledger

_NUMBER = re.compile(r"\s*([0-9]{1,6})(?:\s*/\s*(\S{1,40}))?\s*")
_LONG_NAME, _SHORT_NAME = "Ủy ban nhân dân", "UBND"


@dataclass(frozen=True, slots=True)
class DocumentHead:
    """The head of a document; ``number`` and ``issued_on`` None leave room to write them in."""

    office: Office
    parent_agency: str
    agency: str
    symbol: str
    number: int | None
    place: str
    issued_on: date | None
    signer: Signer


def document_head(catalogue: Catalogue, office: str, signature: Signature, *, kind: str = "") -> DocumentHead:
    """The head for an office; ``kind`` is the abbreviation of the type ("BC"), empty for a letter, which has none.

    A signature's number may bring its own symbol ("05/BC-UBND"); its title may have several lines, parted by line feeds or
    semicolons ("TM. ỦY BAN NHÂN DÂN; CHỦ TỊCH"). Raises ``LedgerError(OFFICE_UNKNOWN)``.
    """
    issuer = catalogue.register.office(office)
    parent = catalogue.register.office(issuer.parent).name_vi if issuer.parent else ""
    number, symbol = _number_of(signature)
    titles = tuple(line for part in re.split(r"[\n;]", signature.title) if (line := part.strip()))
    return DocumentHead(
        office=issuer,
        parent_agency=parent.replace(_LONG_NAME, _SHORT_NAME),
        agency=issuer.name_vi,
        symbol=symbol or "-".join(part for part in (kind, issuer.symbol) if part),
        number=number,
        place=signature.place.strip() or issuer.place,
        issued_on=_day_of(signature),
        signer=Signer(titles=titles, name=signature.name.strip()),
    )


def centre_office(ledger: Ledger, catalogue: Catalogue, period: Period) -> Office:
    """The office that compiles a period: the one that issued the kit, else the one to which the duty's reports go."""
    duty = next(duty for duty in catalogue.programme.duties if duty.code == period.duty)
    return catalogue.register.office(ledger.setting("centre") or duty.to)


def plan_citation(programme: Programme) -> str:
    """The plan as it is cited in a text.

    "Kế hoạch số 05/KH-UBND ngày 10 tháng 7 năm 2019 của Ủy ban nhân dân tỉnh thực hiện Nghị quyết số …"; number and day are
    left out when the programme does not know them. The document that it carries out is the one that its title cites first.
    """
    kind = " ".join(programme.title.split()[:2]).capitalize()
    own = f"{kind}{_numbered(programme.number, programme.date)} của {programme.issuer}"
    title = fold(programme.title)
    places = [(title.find(fold(basis.number)), basis) for basis in programme.legal_bases]
    found = sorted(((place, basis) for place, basis in places if place >= 0), key=lambda pair: pair[0])
    return f"{own} thực hiện {_basis_citation(found[0][1])}" if found else own


def short_citation(programme: Programme) -> str:
    """The plan without what it carries out: "Kế hoạch của Ủy ban nhân dân tỉnh"."""
    return plan_citation(programme).split(" thực hiện ")[0]


def file_properties(ledger: Ledger, *, title: str, author: str) -> FileProperties:
    """What the file says about itself; the time is that of the ledger's clock."""
    return FileProperties(title=title, author=author, created=ledger.clock())


def _basis_citation(basis: LegalBasis) -> str:
    return f"{basis.type}{_numbered(basis.number, basis.date)} của {basis.issuer}"


def _numbered(number: str, day: str) -> str:
    parts = f" số {number}" if number else ""
    return parts + (" " + date_line(place="", issued_on=date.fromisoformat(day)).removeprefix(", ") if day else "")


def _number_of(signature: Signature) -> tuple[int | None, str]:
    match = _NUMBER.fullmatch(signature.number)
    return (None, "") if match is None else (int(match[1]), match[2] or "")


def _day_of(signature: Signature) -> date | None:
    """None for a day that is none: its room then stays open, which is seen, and no wrong day is printed."""
    try:
        return date.fromisoformat(signature.date.strip())
    except ValueError:
        return None
