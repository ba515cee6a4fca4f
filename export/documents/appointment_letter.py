"""The letter by which offices know their centre: the 24 digits of its root keys. It holds no secret and names nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from export.documents.handover_sheet import VOICE_DIGITS, render_paper
from export.documents.official_format import digits_in_groups, short_date, spoken_digits
from export.documents.paper_sheet import PaperSheet, Reading
from export.documents.report_model import FileProperties
from export.documents.wording import Language, Word, text


@dataclass(frozen=True, slots=True)
class AppointmentLetter:
    """A centre and the 24 digits of its fingerprint; ``made_at`` bears its zone."""

    centre_code: str
    centre: str
    telephone: str
    fingerprint: str
    made_at: datetime


def appointment_paper(letter: AppointmentLetter, *, language: Language = "vi") -> PaperSheet:
    """What stands on the letter. Raises ``ValueError`` for a fingerprint that is not 24 digits."""
    digits = letter.fingerprint
    if len(digits) != VOICE_DIGITS or not (digits.isascii() and digits.isdigit()):
        raise ValueError("a fingerprint has 24 digits")
    groups = digits_in_groups(digits)
    facts = [(text(Word.LETTER_CENTRE, language), f"{letter.centre} ({letter.centre_code})")]
    if letter.telephone:
        facts.append((text(Word.LETTER_TELEPHONE, language), letter.telephone))
    facts.append((text(Word.DATE, language), short_date(letter.made_at.date())))
    return PaperSheet(
        title=text(Word.LETTER_TITLE, language),
        facts=tuple(facts),
        readings=(
            Reading(text(Word.LETTER_DIGITS, language), "   ".join(groups)),
            Reading(text(Word.ENROLMENT_READ, language), spoken=tuple(f"{one}:  {spoken_digits(one)}" for one in groups)),
        ),
        note=text(Word.LETTER_HOW, language),
        sides=((text(Word.LETTER_SIDE, language), letter.centre),),
        sign=text(Word.HANDOVER_SIGN, language),
    )


def render_appointment_letter(letter: AppointmentLetter, properties: FileProperties, *, language: Language = "vi") -> bytes:
    """The letter as a .docx. Raises as ``appointment_paper``."""
    return render_paper(appointment_paper(letter, language=language), properties)
