"""Letters of the centre as models: the reminder to offices whose report is late (công văn đôn đốc).

The letter names offices, periods and dates, nothing else. Whom to remind is decided elsewhere: bodies that the plan only
requests are never handed in here. Rendering is the same as for reports.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from export.documents.official_format import short_date
from export.documents.report_model import DocumentKind, ReportDocument, Signer


@dataclass(frozen=True, slots=True)
class Reminder:
    """What a reminder needs. ``addressees`` are names of offices, ``plan`` is the plan's short citation,
    ``period_name`` reads on after "báo cáo" ("06 tháng đầu năm 2020"), ``due_before`` is exclusive, ``answer_by`` the new date.
    """

    parent_agency: str
    agency: str
    symbol: str
    place: str
    addressees: tuple[str, ...]
    plan: str
    period_name: str
    due_before: date
    signer: Signer
    number: int | None = None
    issued_on: date | None = None
    answer_by: date | None = None
    recipients: tuple[str, ...] = ()
    filing: str = ""


def reminder_letter(reminder: Reminder) -> ReportDocument:
    """The letter to one or several offices. Raises ``ValueError`` without an addressee."""
    if not reminder.addressees:
        raise ValueError("a reminder needs an addressee")
    until = f" trước ngày {short_date(reminder.answer_by)}" if reminder.answer_by else " trong thời gian sớm nhất"
    opening = (
        f"Thực hiện {reminder.plan}, các cơ quan, đơn vị gửi báo cáo {reminder.period_name} "
        f"trước ngày {short_date(reminder.due_before)}. "
        f"Đến nay, {reminder.agency} chưa nhận được báo cáo của quý cơ quan, đơn vị.",
        f"{reminder.agency} đề nghị quý cơ quan, đơn vị khẩn trương hoàn thành, "
        f"gửi gói báo cáo{until} để tổng hợp theo quy định. "
        "Trường hợp đã gửi, đề nghị liên hệ để kiểm tra, đối chiếu biên nhận.",
    )
    return ReportDocument(
        kind=DocumentKind.REMINDER,
        parent_agency=reminder.parent_agency,
        agency=reminder.agency,
        symbol=reminder.symbol,
        number=reminder.number,
        place=reminder.place,
        issued_on=reminder.issued_on,
        abstract=(f"đôn đốc gửi báo cáo {reminder.period_name}",),
        addressees=reminder.addressees,
        opening=opening,
        sections=(),
        closing=f"{reminder.agency} đề nghị quý cơ quan, đơn vị quan tâm, phối hợp thực hiện.",
        signer=reminder.signer,
        recipients=reminder.recipients,
        filing=reminder.filing,
    )
