"""The fixed words of documents and workbooks, one table per language.

Documents have their own small catalogue because this room knows no Qt. Sentences that answer an error do not belong here:
they stand in the message tables by code. Texts of the programme and of an office are data and never come from here.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

Language = Literal["vi", "en"]


class Word(StrEnum):
    """One fixed text each."""

    NOTHING_OCCURRED = "NOTHING_OCCURRED"
    YES = "YES"
    NO = "NO"
    SHEET_SUMMARY = "SHEET_SUMMARY"
    SHEET_OFFICES = "SHEET_OFFICES"
    SHEET_ACTIVITIES = "SHEET_ACTIVITIES"
    SHEET_SUBMISSIONS = "SHEET_SUBMISSIONS"
    SHEET_TRACE = "SHEET_TRACE"
    SHEET_CHART = "SHEET_CHART"
    SHEET_FILL = "SHEET_FILL"
    SHEET_GUIDE = "SHEET_GUIDE"
    SHEET_LISTS = "SHEET_LISTS"
    SHEET_REFUSED = "SHEET_REFUSED"
    ACTIVITY_ID = "ACTIVITY_ID"
    OFFICE_CODE = "OFFICE_CODE"
    OFFICE = "OFFICE"
    GROUP = "GROUP"
    TASK = "TASK"
    TYPE = "TYPE"
    DATE = "DATE"
    TITLE = "TITLE"
    PLACE = "PLACE"
    DOCUMENT = "DOCUMENT"
    NOTE = "NOTE"
    DUE_BEFORE = "DUE_BEFORE"
    RECEIVED_ON = "RECEIVED_ON"
    STATE = "STATE"
    TRACE_ID = "TRACE_ID"
    INDICATOR = "INDICATOR"
    SCOPE = "SCOPE"
    FIGURE = "FIGURE"
    OWED = "OWED"
    RECEIVED = "RECEIVED"
    ON_TIME = "ON_TIME"
    COMPLETENESS = "COMPLETENESS"
    PAGE_OF = "PAGE_OF"
    REASON = "REASON"
    SOURCE_ROW = "SOURCE_ROW"
    TEMPLATE_VERSION = "TEMPLATE_VERSION"
    GUIDE_TITLE = "GUIDE_TITLE"
    GUIDE_FILL = "GUIDE_FILL"
    GUIDE_LISTS = "GUIDE_LISTS"
    GUIDE_DATES = "GUIDE_DATES"
    GUIDE_COUNTS = "GUIDE_COUNTS"
    GUIDE_COLUMNS = "GUIDE_COLUMNS"
    GUIDE_NO_PERSONS = "GUIDE_NO_PERSONS"
    GUIDE_NO_SECRETS = "GUIDE_NO_SECRETS"
    GUIDE_TYPES = "GUIDE_TYPES"
    HANDOVER_TITLE = "HANDOVER_TITLE"
    HANDOVER_FILE = "HANDOVER_FILE"
    HANDOVER_SIZE = "HANDOVER_SIZE"
    HANDOVER_PERIOD = "HANDOVER_PERIOD"
    HANDOVER_COUNTS = "HANDOVER_COUNTS"
    HANDOVER_ACTIVITIES = "HANDOVER_ACTIVITIES"
    HANDOVER_ATTACHMENTS = "HANDOVER_ATTACHMENTS"
    HANDOVER_ANSWERS = "HANDOVER_ANSWERS"
    HANDOVER_SHA256 = "HANDOVER_SHA256"
    HANDOVER_SPOKEN = "HANDOVER_SPOKEN"
    HANDOVER_READ_ALOUD = "HANDOVER_READ_ALOUD"
    HANDOVER_SEALED_AT = "HANDOVER_SEALED_AT"
    HANDOVER_GIVER = "HANDOVER_GIVER"
    HANDOVER_TAKER = "HANDOVER_TAKER"
    HANDOVER_SIGN = "HANDOVER_SIGN"
    HANDOVER_NOTE = "HANDOVER_NOTE"
    ENROLMENT_TITLE = "ENROLMENT_TITLE"
    ENROLMENT_DIGITS = "ENROLMENT_DIGITS"
    ENROLMENT_READ = "ENROLMENT_READ"
    ENROLMENT_HOW = "ENROLMENT_HOW"
    ENROLMENT_FILE = "ENROLMENT_FILE"
    ENROLMENT_TRUST = "ENROLMENT_TRUST"
    LETTER_TITLE = "LETTER_TITLE"
    LETTER_CENTRE = "LETTER_CENTRE"
    LETTER_TELEPHONE = "LETTER_TELEPHONE"
    LETTER_DIGITS = "LETTER_DIGITS"
    LETTER_HOW = "LETTER_HOW"
    LETTER_SIDE = "LETTER_SIDE"
    SHEET_FIGURES = "SHEET_FIGURES"
    SHEET_TEXTS = "SHEET_TEXTS"
    SHEET_DIFFERENCES = "SHEET_DIFFERENCES"
    SHEET_CAUTIONS = "SHEET_CAUTIONS"
    TASK_CODE = "TASK_CODE"
    INDICATOR_CODE = "INDICATOR_CODE"
    UNIT = "UNIT"
    TOTAL = "TOTAL"
    OFFICES_ANSWERED = "OFFICES_ANSWERED"
    OFFICES_NONE = "OFFICES_NONE"
    OFFICES_EMPTY = "OFFICES_EMPTY"
    FROZEN = "FROZEN"
    NOW = "NOW"
    CODE = "CODE"
    CONTENT = "CONTENT"
    ORDINAL = "ORDINAL"
    DRAFT = "DRAFT"
    ALL_OFFICES = "ALL_OFFICES"
    CAUTION = "CAUTION"
    QUESTION = "QUESTION"
    IMPORT_SHEET = "IMPORT_SHEET"
    IMPORT_FILE = "IMPORT_FILE"
    IMPORT_RESULT = "IMPORT_RESULT"
    IMPORT_NEW = "IMPORT_NEW"
    IMPORT_KNOWN = "IMPORT_KNOWN"
    IMPORT_ACTIVITIES = "IMPORT_ACTIVITIES"
    IMPORT_EXPLAINED = "IMPORT_EXPLAINED"
    IMPORT_NEXT = "IMPORT_NEXT"
    IMPORT_READY = "IMPORT_READY"
    IMPORT_REMARKS = "IMPORT_REMARKS"
    IMPORT_MISSING = "IMPORT_MISSING"
    IMPORT_FORK = "IMPORT_FORK"
    IMPORT_ALREADY = "IMPORT_ALREADY"
    IMPORT_WAITING = "IMPORT_WAITING"
    IMPORT_REQUEST = "IMPORT_REQUEST"
    IMPORT_REFUSED = "IMPORT_REFUSED"


_TABLE: dict[Word, tuple[str, str]] = {
    Word.NOTHING_OCCURRED: ("Không phát sinh", "None occurred"),
    Word.YES: ("Có", "Yes"),
    Word.NO: ("Không", "No"),
    Word.SHEET_SUMMARY: ("Tổng hợp", "Summary"),
    Word.SHEET_OFFICES: ("Chi tiết đơn vị", "By office"),
    Word.SHEET_ACTIVITIES: ("Hoạt động", "Activities"),
    Word.SHEET_SUBMISSIONS: ("Tình hình nộp", "Submissions"),
    Word.SHEET_TRACE: ("Truy vết", "Trace"),
    Word.SHEET_CHART: ("Biểu đồ", "Chart"),
    Word.SHEET_FILL: ("Hoạt động", "Activities"),
    Word.SHEET_GUIDE: ("Hướng dẫn", "Guide"),
    Word.SHEET_LISTS: ("Danh mục", "Lists"),
    Word.SHEET_REFUSED: ("Dòng bị từ chối", "Refused rows"),
    Word.ACTIVITY_ID: ("Mã hoạt động", "Activity ID"),
    Word.OFFICE_CODE: ("Mã đơn vị", "Office code"),
    Word.OFFICE: ("Đơn vị", "Office"),
    Word.GROUP: ("Nhóm đơn vị", "Office group"),
    Word.TASK: ("Nhiệm vụ", "Task"),
    Word.TYPE: ("Loại hoạt động", "Activity type"),
    Word.DATE: ("Ngày", "Date"),
    Word.TITLE: ("Nội dung hoạt động", "Activity"),
    Word.PLACE: ("Địa điểm", "Place"),
    Word.DOCUMENT: ("Số, ký hiệu văn bản", "Document number"),
    Word.NOTE: ("Ghi chú", "Note"),
    Word.DUE_BEFORE: ("Nộp trước ngày", "Due before"),
    Word.RECEIVED_ON: ("Ngày nhận", "Received on"),
    Word.STATE: ("Trạng thái", "State"),
    Word.TRACE_ID: ("Mã truy vết", "Trace ID"),
    Word.INDICATOR: ("Chỉ tiêu", "Indicator"),
    Word.SCOPE: ("Phạm vi", "Scope"),
    Word.FIGURE: ("Số liệu", "Figure"),
    Word.OWED: ("Phải nộp", "Due"),
    Word.RECEIVED: ("Đã nộp", "Received"),
    Word.ON_TIME: ("Đúng hạn", "On time"),
    Word.COMPLETENESS: ("Tỷ lệ đã nộp", "Completeness"),
    Word.PAGE_OF: ("Trang {page}/{pages}", "Page {page} of {pages}"),
    Word.REASON: ("Lý do từ chối", "Reason for refusal"),
    Word.SOURCE_ROW: ("Dòng trong tệp gốc", "Row in the original file"),
    Word.TEMPLATE_VERSION: ("Phiên bản biểu mẫu", "Template version"),
    Word.GUIDE_TITLE: ("Hướng dẫn nhập hoạt động", "How to fill in activities"),
    Word.GUIDE_FILL: (
        "Mỗi dòng của trang “{sheet}” là một hoạt động của cơ quan; không thêm, không đổi tên cột.",
        "Each row of the sheet “{sheet}” is one activity of the office; add no column and rename none.",
    ),
    Word.GUIDE_LISTS: (
        "Nhiệm vụ và loại hoạt động chọn từ danh sách thả xuống.",
        "Choose the task and the activity type from the drop-down list.",
    ),
    Word.GUIDE_DATES: (
        "Ngày ghi theo dạng ngày/tháng/năm, ví dụ 05/03/2020.",
        "Write dates as day/month/year, such as 05/03/2020.",
    ),
    Word.GUIDE_COUNTS: (
        "Cột số liệu chỉ ghi số nguyên; để trống nếu không thuộc loại hoạt động đó. Không dùng công thức.",
        "Columns of figures take whole numbers only; leave empty what the type does not ask for. Use no formulas.",
    ),
    Word.GUIDE_COLUMNS: (
        "Cột lạ làm cả tệp bị từ chối; tên cột được nêu trong thông báo.",
        "A foreign column makes the program refuse the file; its message names the column.",
    ),
    Word.GUIDE_NO_PERSONS: (
        "Không ghi họ tên, số điện thoại, số định danh, tài khoản hay địa chỉ trang của bất kỳ người nào; "
        "người dự chỉ ghi bằng con số.",
        "Write no names, telephone numbers, identity numbers, accounts or pages of anyone; attendance is a number only.",
    ),
    Word.GUIDE_NO_SECRETS: (
        "Không ghi nội dung, trích yếu của văn bản mang độ mật.",
        "Write nothing from documents that bear a stamp of secrecy.",
    ),
    Word.GUIDE_TYPES: ("Số liệu của từng loại hoạt động", "Figures of each activity type"),
    Word.HANDOVER_TITLE: ("PHIẾU BÀN GIAO GÓI BÁO CÁO", "HAND-OVER SHEET OF A REPORT BUNDLE"),
    Word.HANDOVER_FILE: ("Tên tệp", "File name"),
    Word.HANDOVER_SIZE: ("Dung lượng", "Size"),
    Word.HANDOVER_PERIOD: ("Kỳ báo cáo", "Period"),
    Word.HANDOVER_COUNTS: ("Nội dung gói", "Contents"),
    Word.HANDOVER_ACTIVITIES: ("hoạt động", "activities"),
    Word.HANDOVER_ATTACHMENTS: ("tệp đính kèm", "attachments"),
    Word.HANDOVER_ANSWERS: ("chỉ tiêu đã trả lời", "answers"),
    Word.HANDOVER_SHA256: ("Mã SHA-256 của tệp", "SHA-256 of the file"),
    Word.HANDOVER_SPOKEN: ("Mã đọc qua điện thoại", "Code to read over the telephone"),
    Word.HANDOVER_READ_ALOUD: ("Đọc từng chữ số", "Read digit by digit"),
    Word.HANDOVER_SEALED_AT: ("Niêm phong lúc", "Sealed at"),
    Word.HANDOVER_GIVER: ("BÊN GIAO", "HANDED OVER BY"),
    Word.HANDOVER_TAKER: ("BÊN NHẬN", "RECEIVED BY"),
    Word.HANDOVER_SIGN: ("(Ký, ghi rõ ngày giờ)", "(Signature, date and time)"),
    Word.HANDOVER_NOTE: (
        "Phiếu này không thay cho biên nhận. Kỳ báo cáo chỉ hoàn thành khi chương trình đã mở được biên nhận của nơi nhận.",
        "This sheet is no receipt. The period is complete only when the program has opened the receipt of the centre.",
    ),
    Word.LETTER_TITLE: ("THÔNG BÁO DÃY SỐ ĐỐI CHIẾU CỦA NƠI TỔNG HỢP", "LETTER WITH THE CENTRE'S NUMBER TO COMPARE"),
    Word.LETTER_CENTRE: ("Nơi tổng hợp", "Centre"),
    Word.LETTER_TELEPHONE: ("Điện thoại", "Telephone"),
    Word.LETTER_DIGITS: ("Dãy số đối chiếu (24 chữ số)", "Number to compare (24 digits)"),
    Word.LETTER_HOW: (
        "Khi cài đặt, cơ quan gõ dãy số này vào chương trình để biết bộ cài đặt nhận được đúng là của nơi tổng hợp. "
        "Gửi thông báo này bằng đường riêng, không gửi kèm tệp.",
        "At the first start an office types this number, and so knows that the kit it got is the centre's own. "
        "Send this letter another way than the file.",
    ),
    Word.LETTER_SIDE: ("NƠI TỔNG HỢP", "CENTRE"),
    Word.ENROLMENT_TITLE: ("PHIẾU ĐĂNG KÝ KHÓA CỦA CƠ QUAN", "ENROLMENT SHEET OF AN OFFICE KEY"),
    Word.ENROLMENT_DIGITS: ("Số đối chiếu (24 chữ số)", "Number to compare (24 digits)"),
    Word.ENROLMENT_READ: ("Cách đọc", "How to read it"),
    Word.ENROLMENT_HOW: (
        "Nơi nhận gọi lại theo số điện thoại đã có trong danh bạ, nghe đọc từng chữ số và tự gõ vào chương trình. "
        "Không gửi dãy số này kèm theo tệp.",
        "The centre calls back on the number in its own register, hears each digit and types it. "
        "Do not send these digits along with the file.",
    ),
    Word.ENROLMENT_FILE: ("Tệp đăng ký", "Enrolment file"),
    Word.ENROLMENT_TRUST: ("Phiên bản tin cậy", "Trust version"),
    Word.SHEET_FIGURES: ("Số liệu", "Figures"),
    Word.SHEET_TEXTS: ("Nội dung", "Texts"),
    Word.SHEET_DIFFERENCES: ("Chênh lệch", "Differences"),
    Word.SHEET_CAUTIONS: ("Lưu ý", "Remarks"),
    Word.TASK_CODE: ("Mã nhiệm vụ", "Task code"),
    Word.INDICATOR_CODE: ("Mã chỉ tiêu", "Indicator code"),
    Word.UNIT: ("Đơn vị tính", "Unit"),
    Word.TOTAL: ("Tổng số", "Total"),
    Word.OFFICES_ANSWERED: ("Số đơn vị có số liệu", "Offices with a figure"),
    Word.OFFICES_NONE: ("Số đơn vị không phát sinh", "Offices with none"),
    Word.OFFICES_EMPTY: ("Số đơn vị chưa có số liệu", "Offices without an answer"),
    Word.FROZEN: ("Số liệu đã chốt", "As frozen"),
    Word.NOW: ("Số liệu hiện nay", "As of now"),
    Word.CODE: ("Mã", "Code"),
    Word.CONTENT: ("Nội dung", "Content"),
    Word.ORDINAL: ("TT", "No."),
    Word.DRAFT: ("DỰ THẢO", "DRAFT"),
    Word.ALL_OFFICES: ("Toàn bộ", "All"),
    Word.QUESTION: ("Mục, chỉ tiêu", "Section or indicator"),
    Word.IMPORT_SHEET: ("Kết quả nhập gói", "Import"),
    Word.IMPORT_FILE: ("Tệp", "File"),
    Word.IMPORT_RESULT: ("Kết quả", "Result"),
    Word.IMPORT_NEW: ("Ghi chép mới", "New records"),
    Word.IMPORT_KNOWN: ("Ghi chép đã có", "Records known before"),
    Word.IMPORT_ACTIVITIES: ("Hoạt động mới hoặc sửa", "Activities made or amended"),
    Word.IMPORT_EXPLAINED: ("Giải thích", "Explanation"),
    Word.IMPORT_NEXT: ("Việc cần làm", "What to do"),
    Word.IMPORT_READY: ("Đã nhập", "Imported"),
    Word.IMPORT_REMARKS: ("Đã nhập, có lưu ý", "Imported, with remarks"),
    Word.IMPORT_MISSING: ("Đã nhập, thiếu phần trước", "Imported, an earlier part is missing"),
    Word.IMPORT_FORK: ("Đã nhập, lịch sử tách nhánh", "Imported, two histories"),
    Word.IMPORT_ALREADY: ("Đã có từ trước", "Known before"),
    Word.IMPORT_WAITING: ("Chờ đăng ký khóa", "Waiting for enrolment"),
    Word.IMPORT_REQUEST: ("Phiếu đăng ký khóa", "Enrolment request"),
    Word.IMPORT_REFUSED: ("Không nhận", "Refused"),
    Word.CAUTION: ("Nội dung cần lưu ý", "Remark"),
}


def text(word: Word, language: Language = "vi", **parameters: str | int) -> str:
    """The text of ``word`` in ``language`` with its placeholders filled."""
    vietnamese, english = _TABLE[word]
    chosen = vietnamese if language == "vi" else english
    return chosen.format(**parameters) if parameters else chosen
