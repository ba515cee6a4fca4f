"""The words for where a report stands: one table for the window, the workbook and the print.

Short enough for a cell, and each different from the others, so that neither colour nor sign is needed to tell them apart.
Nothing that is only requested is called late or missing.
"""

from __future__ import annotations

from datetime import date

from export.documents.official_format import short_date
from export.documents.wording import Language
from storage.domain.offices import Office, OfficeRegister
from storage.follow_up_table import Standing, TableCell

_WORDS = {
    Standing.OVERDUE: ("Quá hạn", "Overdue"),
    Standing.RETURNED: ("Bị trả lại", "Returned"),
    Standing.REOPENED: ("Đã mở lại", "Reopened"),
    Standing.DUE_SOON: ("Sắp đến hạn", "Due soon"),
    Standing.NOT_DUE: ("Chưa đến hạn", "Not due yet"),
    Standing.LATE: ("Trễ hạn", "Late"),
    Standing.ON_TIME: ("Đúng hạn", "On time"),
    Standing.ACCEPTED_LATE: ("Đã tiếp nhận, trễ", "Accepted, late"),
    Standing.ACCEPTED: ("Đã tiếp nhận", "Accepted"),
    Standing.RECEIVED: ("Đã nhận", "Received"),
    Standing.REQUESTED: ("Đề nghị", "Requested"),
    Standing.OWN: ("Trong sổ này", "In this ledger"),
    Standing.EXEMPT: ("Được miễn", "Exempt"),
    Standing.NOT_OWED: ("–", "–"),
}
_MEANINGS = {
    Standing.OVERDUE: ("Chưa nhận được báo cáo, đã hết hạn.", "The report has not come and the deadline has passed."),
    Standing.RETURNED: ("Báo cáo đã được trả lại để hoàn thiện.", "The report was returned for correction."),
    Standing.REOPENED: ("Đơn vị đã mở lại kỳ sau khi gửi.", "The office reopened the period after it had reported."),
    Standing.DUE_SOON: ("Chưa nhận được, sắp đến hạn.", "Not received; the deadline is near."),
    Standing.NOT_DUE: ("Chưa nhận được, chưa đến hạn.", "Not received; it is not due yet."),
    Standing.LATE: ("Đã nhận sau hạn, chờ duyệt.", "Received after the deadline; waits for review."),
    Standing.ON_TIME: ("Đã nhận trong hạn, chờ duyệt.", "Received in time; waits for review."),
    Standing.ACCEPTED_LATE: ("Đã nhận sau hạn và đã tiếp nhận.", "Received after the deadline, and accepted."),
    Standing.ACCEPTED: ("Đã nhận trong hạn và đã tiếp nhận.", "Received in time, and accepted."),
    Standing.RECEIVED: (
        "Cơ quan được đề nghị phối hợp đã gửi; không tính hạn.",
        "A body that is only requested has reported; no deadline applies.",
    ),
    Standing.REQUESTED: (
        "Kế hoạch chỉ đề nghị phối hợp; không tính hạn.",
        "The plan only requests this report; no deadline applies.",
    ),
    Standing.OWN: (
        "Báo cáo của trung tâm tổng hợp có sẵn trong sổ này.",
        "The centre's own report stands in this ledger and need not be sent.",
    ),
    Standing.EXEMPT: ("Trung tâm tổng hợp đã miễn báo cáo này.", "The centre has exempted this office."),
    Standing.NOT_OWED: ("Kỳ này không phải báo cáo.", "No report is owed for this period."),
}


def standing_word(standing: Standing, language: Language) -> str:
    """One or two words."""
    return _WORDS[standing][_column(language)]


def standing_meaning(standing: Standing, language: Language) -> str:
    """One sentence."""
    return _MEANINGS[standing][_column(language)]


def cell_word(cell: TableCell, language: Language) -> str:
    """What stands in a place of the table: the word, and "2/3" where several reports stand behind one place."""
    word = standing_word(cell.standing, language)
    return f"{word} {cell.received}/{len(cell.cells)}" if len(cell.cells) > 1 else word


def cell_note(cell: TableCell, language: Language) -> str:
    """As ``cell_word``, with the day on which the report first came."""
    days = [report.received_on for report in cell.cells if report.received_on is not None]
    if cell.received == 0 or not days:
        return cell_word(cell, language)
    first: date = max(days)
    return f"{cell_word(cell, language)} ({short_date(first)})"


def office_name(office: Office, language: Language) -> str:
    """The name of an office in a language."""
    return office.name_vi if language == "vi" else office.name_en


def group_name(register: OfficeRegister, group: str, language: Language) -> str:
    """The name of a type of offices; its code when the register does not know it."""
    for kind in register.types:
        if kind.code == group:
            return kind.label_vi if language == "vi" else kind.label_en
    return group


def _column(language: Language) -> int:
    return 0 if language == "vi" else 1
