"""The sheets and columns of the workbooks in which a programme and the register of offices travel to Excel and back.

A table, no work: which field stands in which column, under which title, in which form. The columns are those of
the schema and no others, so that no workbook can carry a field that a document does not have. Keys are the fields' own names.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from export.documents.wording import Language


class Form(StrEnum):
    """How a value is written in a cell."""

    LINE = "line"
    TEXT = "text"
    """Word for word, line breaks kept."""
    CODES = "codes"
    """Codes with commas or line breaks between them."""
    LINES = "lines"
    """One text a line."""
    TRUTH = "truth"
    DAY = "day"
    MONTH_DAY = "month_day"
    NUMBER = "number"
    CHOICE = "choice"


Words = tuple[str, str]
"""Vietnamese, English."""
Choice = tuple[str, str, str]
"""The value that is stored, and what stands in the cell in Vietnamese and in English."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``choices`` are all that the cell may say; ``required`` cells may not be empty."""

    key: str
    titles: Words
    form: Form = Form.LINE
    required: bool = False
    width: int = 24
    choices: tuple[Choice, ...] = ()

    def title(self, language: Language) -> str:
        """The head of the column."""
        return self.titles[0 if language == "vi" else 1]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; ``key`` is the field of the document that its rows fill, ``identity`` the column that names a row."""

    key: str
    titles: Words
    columns: tuple[Column, ...]
    identity: str = "code"
    optional: bool = False

    def title(self, language: Language) -> str:
        """The sheet's name; at most 31 characters, as Excel wants."""
        return self.titles[0 if language == "vi" else 1]

    def column(self, key: str) -> Column | None:
        """The column of a field."""
        return next((column for column in self.columns if column.key == key), None)


_RULES = (("TAG", "Theo nhãn", "By tag"), ("TYPE", "Theo loại cơ quan", "By office type"))
_MODES = (("ASSIGNED", "Giao", "Assigned"), ("REQUESTED", "Đề nghị", "Requested"))
_KINDS = (
    ("COUNT", "Số lượng", "Count"),
    ("YES_NO", "Có/Không", "Yes/No"),
    ("RATIO", "Tỷ lệ", "Ratio"),
    ("TEXT", "Bằng lời", "In words"),
)
_SOURCES = (
    ("STATED", "Cơ quan trả lời", "Stated by the office"),
    ("COMPUTED", "Tính từ hoạt động", "Computed from activities"),
    ("COMPLETENESS", "Tính từ việc nộp báo cáo", "Computed from reports received"),
)
_SECTIONS = (
    ("NARRATIVE", "Viết bằng lời", "Narrative"),
    ("TASKS", "Kết quả theo nhiệm vụ", "Results by task"),
    ("HEADING", "Đề mục", "Heading"),
    ("ANNEX", "Phụ lục", "Annex"),
)
_STATEMENTS = (("objectives", "Mục đích", "Objective"), ("requirements", "Yêu cầu", "Requirement"))
_SUCCESSIONS = (
    ("MERGE", "Hợp nhất, sáp nhập", "Merged"),
    ("SPLIT", "Chia, tách", "Split"),
    ("RENAME", "Đổi tên", "Renamed"),
    ("MOVE", "Chuyển cơ quan chủ quản", "Moved"),
    ("REGROUP", "Chuyển nhóm", "Regrouped"),
    ("CLOSE", "Kết thúc", "Closed"),
)
_CONFIDENCE = (
    ("SOURCE", "Theo văn bản", "From a document"),
    ("DATA", "Theo dữ liệu", "From data"),
    ("INFERRED", "Suy ra", "Inferred"),
    ("MEMORY", "Cần đối chiếu", "To be confirmed"),
)
HEAD_FIELDS: tuple[Choice, ...] = (
    ("code", "Mã kế hoạch", "Programme code"),
    ("version", "Phiên bản", "Version"),
    ("title", "Tên kế hoạch", "Title"),
    ("issuer", "Cơ quan ban hành", "Issuer"),
    ("number", "Số, ký hiệu", "Number"),
    ("date", "Ngày ban hành", "Date of issue"),
    ("boundary", "Ranh giới ghi chép", "What is not recorded"),
    ("recipients", "Nơi nhận", "Recipient"),
    ("notes", "Ghi chú", "Note"),
)
"""What the rows of the first sheet hold; recipients and notes may stand any number of times."""

_CODE = Column("code", ("Mã", "Code"), required=True, width=14)
_LABELS = (
    Column("label_vi", ("Tên", "Name (Vietnamese)"), required=True, width=40),
    Column("label_en", ("Tên tiếng Anh", "Name (English)"), required=True, width=32),
)
_UNITS = (
    Column("unit_vi", ("Đơn vị tính", "Unit (Vietnamese)"), required=True, width=14),
    Column("unit_en", ("Đơn vị tính tiếng Anh", "Unit (English)"), required=True, width=14),
)
_NOTE = Column("note", ("Ghi chú", "Note"), Form.TEXT, width=40)
_KINDS_OF_WORK = Column("activity_types", ("Loại hoạt động", "Activity types"), Form.CODES)

PROGRAMME_SHEETS: tuple[Sheet, ...] = (
    Sheet(
        "head",
        ("Kế hoạch", "Programme"),
        (
            Column("field", ("Mục", "Item"), Form.CHOICE, required=True, width=26, choices=HEAD_FIELDS),
            Column("value", ("Nội dung", "Content"), Form.TEXT, width=110),
        ),
        identity="field",
    ),
    Sheet(
        "legal_bases",
        ("Căn cứ", "Legal bases"),
        (
            _CODE,
            Column("type", ("Loại văn bản", "Kind of document"), required=True),
            Column("number", ("Số, ký hiệu", "Number"), required=True),
            Column("date", ("Ngày ban hành", "Date of issue"), Form.DAY, width=14),
            Column("issuer", ("Cơ quan ban hành", "Issuer"), required=True),
            Column("title", ("Trích yếu", "Title"), width=60),
            Column("party_document", ("Văn bản của Đảng", "Document of the Party"), Form.TRUTH, width=12),
            Column("note", ("Ghi chú", "Note"), width=40),
        ),
    ),
    Sheet(
        "statements",
        ("Mục đích, yêu cầu", "Objectives, requirements"),
        (
            Column("part", ("Phần", "Part"), Form.CHOICE, required=True, width=14, choices=_STATEMENTS),
            _CODE,
            Column("text", ("Nguyên văn", "Text"), Form.TEXT, required=True, width=110),
        ),
    ),
    Sheet(
        "groups",
        ("Nhóm cơ quan", "Groups"),
        (
            _CODE,
            *_LABELS,
            Column("rule", ("Cách xác định", "Rule"), Form.CHOICE, required=True, choices=_RULES),
            Column("office_type", ("Loại cơ quan", "Office type")),
        ),
    ),
    Sheet(
        "duties",
        ("Kỳ và nghĩa vụ báo cáo", "Periods and obligations"),
        (
            _CODE,
            Column("name_vi", ("Tên báo cáo", "Name (Vietnamese)"), required=True, width=32),
            Column("name_en", ("Tên báo cáo tiếng Anh", "Name (English)"), required=True, width=32),
            Column("from_groups", ("Ai phải báo cáo", "Who reports"), Form.CODES),
            Column("to", ("Nơi nhận báo cáo", "Reports to"), required=True, width=14),
            Column("to_text", ("Nơi nhận, nguyên văn", "Reports to, as written"), width=30),
            Column("text", ("Nguyên văn", "Text"), Form.TEXT, width=60),
            Column("schedule.due_before", ("Hạn (trước ngày)", "Due before"), Form.MONTH_DAY, width=12),
            Column("schedule.data_from", ("Số liệu từ ngày", "Figures from"), Form.MONTH_DAY, width=12),
            Column("schedule.data_from_year_offset", ("Từ năm trước", "From the year before"), Form.TRUTH, width=12),
            Column("schedule.data_to", ("Chốt số liệu", "Figures until"), Form.MONTH_DAY, width=12),
            Column("schedule.period_suffix", ("Ký hiệu kỳ", "Period suffix"), width=10),
            Column("schedule.period_name_vi", ("Tên kỳ", "Period name (Vietnamese)"), width=28),
            Column("schedule.period_name_en", ("Tên kỳ tiếng Anh", "Period name (English)"), width=28),
        ),
    ),
    Sheet("count_fields", ("Trường số liệu", "Count fields"), (_CODE, *_LABELS, *_UNITS)),
    Sheet(
        "activity_types",
        ("Loại hoạt động", "Activity types"),
        (
            _CODE,
            *_LABELS,
            *_UNITS,
            Column("count_fields", ("Trường số liệu", "Count fields"), Form.CODES, required=True, width=36),
            Column("main_fields", ("Trường chính", "Main fields"), Form.CODES, required=True),
            _NOTE,
        ),
    ),
    Sheet(
        "tasks",
        ("Nhiệm vụ", "Tasks"),
        (
            _CODE,
            Column("label_vi", ("Vị trí trong kế hoạch", "Place in the plan"), required=True),
            Column("short_title_vi", ("Tên gọn", "Short title (Vietnamese)"), required=True, width=40),
            Column("short_title_en", ("Tên gọn tiếng Anh", "Short title (English)"), required=True, width=40),
            Column("text", ("Nguyên văn", "Text"), Form.TEXT, required=True, width=110),
            Column("address_mode", ("Giao hay đề nghị", "Assigned or requested"), Form.CHOICE, required=True, choices=_MODES),
            Column("lead", ("Chủ trì", "Lead"), Form.CODES, required=True),
            Column("coordinating", ("Phối hợp", "Coordinating"), Form.CODES),
            Column("cites", ("Viện dẫn", "Cites"), Form.CODES),
            _KINDS_OF_WORK,
            Column("not_recorded", ("Không ghi chép", "Not recorded"), Form.LINES, width=40),
            Column("editor_note", ("Ghi chú biên tập", "Editor's note"), Form.TEXT, width=40),
        ),
    ),
    Sheet(
        "indicators",
        ("Chỉ tiêu", "Indicators"),
        (
            Column("id", ("Mã chỉ tiêu", "Indicator"), required=True, width=14),
            *_LABELS,
            *_UNITS,
            Column("kind", ("Dạng trả lời", "Kind"), Form.CHOICE, required=True, choices=_KINDS),
            Column("source", ("Nguồn", "Source"), Form.CHOICE, required=True, choices=_SOURCES),
            _KINDS_OF_WORK,
            Column("formula", ("Công thức", "Formula"), width=40),
            Column("optional", ("Không bắt buộc", "Optional"), Form.TRUTH, width=12),
            _NOTE,
        ),
        identity="id",
    ),
    Sheet(
        "outline",
        ("Đề cương báo cáo", "Outline"),
        (
            _CODE,
            Column("parent", ("Thuộc mục", "Part of"), width=14),
            Column("number", ("Số mục", "Number"), width=10),
            Column("title_vi", ("Tiêu đề", "Title (Vietnamese)"), required=True, width=44),
            Column("title_en", ("Tiêu đề tiếng Anh", "Title (English)"), required=True, width=44),
            Column("kind", ("Dạng", "Kind"), Form.CHOICE, required=True, choices=_SECTIONS),
            Column("required", ("Bắt buộc", "Required"), Form.TRUTH, width=10),
        ),
    ),
    Sheet(
        "source_issues",
        ("Chỗ sai của văn bản", "Slips in the text"),
        (
            Column("kind", ("Dạng", "Kind"), required=True),
            Column("where", ("Ở đâu", "Where"), required=True, width=36),
            Column("found", ("Nguyên văn", "Found"), required=True, width=50),
            Column("suggestion", ("Đề xuất", "Suggestion"), Form.TEXT, width=60),
        ),
        identity="where",
        optional=True,
    ),
)

DATE_SHEETS: tuple[Sheet, ...] = (
    Sheet(
        "periods",
        ("Ngày của từng kỳ", "Dates of periods"),
        (
            Column("period", ("Kỳ báo cáo", "Period"), required=True, width=14),
            Column("cutoff", ("Chốt số liệu", "Figures until"), Form.DAY, width=16),
            Column("deadline", ("Hạn (trước ngày)", "Due before"), Form.DAY, width=16),
        ),
        identity="period",
        optional=True,
    ),
    Sheet(
        "days",
        ("Ngày nghỉ, ngày làm bù", "Holidays"),
        (
            Column("day", ("Ngày", "Day"), Form.DAY, required=True, width=16),
            Column("name", ("Lý do", "Name"), width=40),
            Column("worked", ("Làm việc bù", "Worked"), Form.TRUTH, width=14),
        ),
        identity="day",
        optional=True,
    ),
    Sheet(
        "exemptions",
        ("Miễn báo cáo", "Exemptions"),
        (
            Column("office", ("Cơ quan", "Office"), required=True, width=18),
            Column("period", ("Kỳ báo cáo", "Period"), width=14),
            Column("reason", ("Lý do", "Reason"), width=60),
        ),
        identity="office",
        optional=True,
    ),
)

OFFICE_SHEETS: tuple[Sheet, ...] = (
    Sheet("types", ("Loại cơ quan", "Office types"), (_CODE, *_LABELS)),
    Sheet(
        "offices",
        ("Cơ quan", "Offices"),
        (
            _CODE,
            Column("name_vi", ("Tên cơ quan", "Name (Vietnamese)"), required=True, width=48),
            Column("name_en", ("Tên tiếng Anh", "Name (English)"), required=True, width=40),
            Column("type", ("Loại cơ quan", "Office type"), required=True, width=18),
            Column("parent", ("Cơ quan chủ quản", "Parent"), width=16),
            Column("symbol", ("Ký hiệu văn bản", "Symbol of documents"), width=14),
            Column("groups", ("Nhóm", "Groups"), Form.CODES),
            Column("named_in_plan", ("Nêu tên trong kế hoạch", "Named in the plan"), Form.TRUTH, width=12),
            Column("valid_from", ("Từ ngày", "From"), Form.DAY, width=14),
            Column("valid_to", ("Đến hết ngày", "Until"), Form.DAY, width=14),
            Column("e_id", ("Mã định danh điện tử của cơ quan", "Electronic identifier of the office"), width=18),
            Column("phone", ("Điện thoại cơ quan", "Switchboard"), width=18),
            Column("place", ("Địa danh", "Place name"), width=18),
            Column("confidence", ("Độ chắc chắn", "Confidence"), Form.CHOICE, width=16, choices=_CONFIDENCE),
            Column("source", ("Nguồn", "Source"), Form.TEXT, width=50),
        ),
    ),
    Sheet(
        "successions",
        ("Sắp xếp, kế thừa", "Reorganisations"),
        (
            Column("kind", ("Hình thức", "Kind"), Form.CHOICE, required=True, width=26, choices=_SUCCESSIONS),
            Column("effective", ("Từ ngày", "From"), Form.DAY, required=True, width=14),
            Column("sources", ("Cơ quan cũ", "Sources"), Form.CODES, required=True),
            Column("targets", ("Cơ quan kế thừa", "Targets"), Form.CODES),
            Column("scope", ("Phạm vi kế thừa", "Scope"), Form.TEXT, width=50),
            Column("legal_basis", ("Căn cứ pháp lý", "Legal basis"), Form.TEXT, width=40),
            Column("confidence", ("Độ chắc chắn", "Confidence"), Form.CHOICE, width=16, choices=_CONFIDENCE),
            Column("source", ("Nguồn", "Source"), Form.TEXT, width=40),
        ),
        identity="",
        optional=True,
    ),
    Sheet(
        "notes", ("Ghi chú", "Notes"), (Column("text", ("Nội dung", "Content"), Form.TEXT, required=True, width=110),), "", True
    ),
)
