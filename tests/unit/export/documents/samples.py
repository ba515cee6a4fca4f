"""Documents for the tests of this room: every optional element used once."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from export.documents.letters import Reminder, reminder_letter
from export.documents.report_model import (
    Align,
    Annex,
    AttachmentStamp,
    Authority,
    Column,
    DocumentKind,
    FileProperties,
    ReportDocument,
    Section,
    SectionLevel,
    Signer,
    Table,
    Urgency,
    not_answered,
    nothing_occurred,
    number,
    ratio,
    words,
    yes_no,
)

PROPERTIES = FileProperties(
    title="Báo cáo 06 tháng đầu năm 2020",
    author="Ủy ban nhân dân huyện Đăk Hà",
    created=datetime(2020, 6, 15, 2, 5, 7, tzinfo=UTC),
)

FIGURES = Table(
    columns=(Column("TT", 10, Align.CENTRE), Column("Chỉ tiêu", 90), Column("Số liệu", 40, Align.RIGHT)),
    rows=(
        (words("1"), words("Số hội nghị"), number(1234, trace_id="F-2020S1-II.1.a-1-UBND-DH")),
        (words("2"), words("Số lớp tập huấn"), number(0, trace_id="F-2020S1-II.1.a-2-UBND-DH")),
        (words("3"), words("Số cuộc thi"), nothing_occurred()),
        (words("4"), words("Số ấn phẩm"), not_answered()),
        (words("5"), words("Tỷ lệ hồ sơ đúng hạn"), ratio(12, 15)),
        (words("6"), words("Đã ban hành kế hoạch"), yes_no(True)),
    ),
    caption="Biểu 1. Kết quả thực hiện",
)


def _points(count: int) -> tuple[Section, ...]:
    return tuple(Section(f"Nội dung điểm {index}", SectionLevel.POINT) for index in range(count))


def full_report() -> ReportDocument:
    """A period report with everything that a report may have."""
    return ReportDocument(
        kind=DocumentKind.PERIOD_REPORT,
        parent_agency="Ủy ban nhân dân tỉnh Kon Tum",
        agency="Ủy ban nhân dân huyện Đăk Hà",
        number=5,
        symbol="BC-UBND",
        place="Đăk Hà",
        issued_on=date(2020, 1, 5),
        abstract=("Kết quả thực hiện Kế hoạch", "06 tháng đầu năm 2020"),
        addressees=("Sở Thông tin và Truyền thông",),
        legal_bases=("Luật Tổ chức chính quyền địa phương;", "Nghị định số 09/2019/NĐ-CP ngày 24 tháng 01 năm 2019"),
        opening=("Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh, cơ quan báo cáo kết quả như sau:",),
        sections=(
            Section(
                "Kết quả",
                SectionLevel.PART,
                subsections=(
                    Section(
                        "Công tác chỉ đạo",
                        SectionLevel.HEADING,
                        paragraphs=("Đoạn văn thứ nhất.", "Đoạn văn thứ hai."),
                        subsections=(Section("Quán triệt", SectionLevel.CLAUSE, ("Đã triển khai.",), subsections=_points(7)),),
                    ),
                    Section("Kết quả thực hiện", SectionLevel.HEADING, tables=(FIGURES,)),
                ),
            ),
        ),
        closing="Trên đây là báo cáo kết quả thực hiện.",
        signer=Signer(Authority.ON_BEHALF_OF, "Ủy ban nhân dân", ("Chủ tịch",), "TS. Nguyễn Văn Mẫu"),
        recipients=("Thường trực Huyện ủy", "Lãnh đạo huyện"),
        filing="VHTT",
        annexes=(
            Annex("Danh mục hoạt động", tables=(FIGURES,), landscape=True),
            Annex("Thuyết minh", paragraphs=("Lời thuyết minh.",)),
        ),
        urgency=Urgency.VERY_URGENT,
        drafter_mark="nvm.05",
        address_line="Số 1, đường Hùng Vương, huyện Đăk Hà, tỉnh Kon Tum",
        attachment_stamp=AttachmentStamp("05/BC-UBND", datetime(2020, 1, 5, 9, 5, 7, tzinfo=timezone(timedelta(hours=7)))),
    )


def letter(*addressees: str) -> ReportDocument:
    """A reminder to one or several offices."""
    return reminder_letter(
        Reminder(
            parent_agency="Ủy ban nhân dân tỉnh Kon Tum",
            agency="Sở Thông tin và Truyền thông",
            symbol="STTTT-TTBC",
            number=12,
            place="Kon Tum",
            issued_on=date(2020, 6, 22),
            addressees=addressees or ("Ủy ban nhân dân huyện Đăk Hà",),
            plan="Kế hoạch của Ủy ban nhân dân tỉnh",
            period_name="06 tháng đầu năm 2020",
            due_before=date(2020, 6, 20),
            answer_by=date(2020, 6, 26),
            signer=Signer(Authority.DEPUTY_FOR, "Giám đốc", ("Phó Giám đốc",), "Trần Thị Mẫu"),
            recipients=("Ủy ban nhân dân tỉnh (báo cáo)",),
            filing="TTBC",
        )
    )
