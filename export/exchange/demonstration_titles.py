"""How the demonstration's activities are worded: titles, places and document symbols that name acts and never anybody.

Known activity types have wordings of their own; those of any other programme fall back on their label. No choice is made here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from storage.domain.offices import Office
from storage.domain.programme import ActivityType, Task

_TITLES: dict[str, tuple[str, ...]] = {
    "HN_QT": (
        "Hội nghị quán triệt, triển khai nội dung “{topic}” {quarter}",
        "Hội nghị triển khai nội dung “{topic}” đến các phòng, đơn vị trực thuộc {month}",
    ),
    "SH_CD": (
        "Sinh hoạt chuyên đề về nội dung “{topic}” {month}",
        "Sinh hoạt chuyên đề {quarter}: “{topic}”",
    ),
    "TAP_HUAN": (
        "Lớp tập huấn về nội dung “{topic}” {month}",
        "Lớp bồi dưỡng nghiệp vụ phục vụ nội dung “{topic}” {quarter}",
    ),
    "VB_BH": (
        "Kế hoạch thực hiện nội dung “{topic}” năm {year}",
        "Hướng dẫn thực hiện nội dung “{topic}”",
        "Thông báo phân công thực hiện nội dung “{topic}” {quarter}",
    ),
    "VB_THAM_MUU": (
        "Tờ trình tham mưu Ủy ban nhân dân tỉnh về nội dung “{topic}”",
        "Dự thảo văn bản tham mưu Ủy ban nhân dân tỉnh {quarter} về nội dung “{topic}”",
    ),
    "VB_DANG_TAI": ("Đăng văn bản chỉ đạo, điều hành trên trang thông tin điện tử {month}",),
    "TIN_BAI": (
        "Tin, bài đăng trên trang thông tin điện tử của cơ quan {month}",
        "Tin, bài về nội dung “{topic}” trên kênh chính thức của cơ quan {month}",
    ),
    "CHUYEN_MUC": ("Duy trì chuyên mục về nội dung “{topic}” {month}",),
    "CC_TT": ("Cung cấp thông tin chính thức cho báo chí {month}",),
    "THANH_TRA": ("Cuộc kiểm tra theo kế hoạch {quarter} về nội dung “{topic}”",),
    "TTHC": ("Kết quả giải quyết hồ sơ thủ tục hành chính {month}",),
    "TM": ("Buổi tuyên truyền miệng về nội dung “{topic}” {month}",),
    "AN_PHAM": ("Phát hành tài liệu tuyên truyền về nội dung “{topic}” {quarter}",),
    "KN_SO": ("Hoạt động hướng dẫn kỹ năng số, an toàn trên mạng {month}",),
    "ATTT": ("Đánh giá an toàn hệ thống thông tin {quarter}",),
    "GD_CM": ("Sinh hoạt chuyên môn về nội dung “{topic}” {month}",),
    "PHOI_HOP": (
        "Cuộc họp phối hợp thực hiện nội dung “{topic}” {month}",
        "Họp giao ban, kiểm điểm tiến độ nội dung “{topic}” {month}",
    ),
    "VHNT": ("Trại sáng tác, triển lãm {quarter}",),
    "SO_KET": ("Hội nghị sơ kết việc thực hiện Kế hoạch {quarter}",),
    "BAO_CAO": ("Báo cáo định kỳ kết quả thực hiện Kế hoạch",),
    "DON_DOC": ("Công văn đôn đốc thực hiện nội dung “{topic}” {month}",),
}
_SYMBOLS: dict[str, tuple[str, ...]] = {
    "HN_QT": ("GM",),
    "TAP_HUAN": ("KH",),
    "VB_BH": ("KH", "HD", "TB"),
    "VB_THAM_MUU": ("TTr",),
    "THANH_TRA": ("QĐ",),
    "TTHC": ("BC",),
    "PHOI_HOP": ("TB",),
    "SO_KET": ("BC",),
    "BAO_CAO": ("BC",),
}
"""The abbreviation of the document behind an activity, one for each wording of its title or one for all."""
_GATHERINGS = frozenset({"so_cuoc", "so_buoi", "so_lop", "luot_nguoi_du", "luot_hoc_vien", "luot_giao_vien"})
_ROMAN_QUARTERS = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts of one activity; ``abbreviation`` is empty when no document of its own stands behind it."""

    title: str
    place: str
    abbreviation: str


def wordings_of(kind: ActivityType) -> int:
    """Between how many wordings an activity of this type can choose."""
    return len(_TITLES.get(kind.code, ("",)))


def wording(task: Task, kind: ActivityType, office: Office, day: date, *, choice: int) -> Wording:
    """The texts of an activity; ``choice`` is less than ``wordings_of(kind)``."""
    patterns = _TITLES.get(kind.code, (kind.label_vi + ": “{topic}” {month}",))
    title = patterns[choice].format(
        topic=task.short_title_vi,
        month=f"tháng {day.month}/{day.year}",
        quarter=f"quý {_ROMAN_QUARTERS[(day.month - 1) // 3]}/{day.year}",
        year=day.year,
    )
    symbols = _SYMBOLS.get(kind.code, ("",))
    return Wording(title, _place(kind, office, choice), symbols[choice % len(symbols)])


def document_symbol(number: int, abbreviation: str, office: Office) -> str:
    """Number and symbol as Decree 30/2020/NĐ-CP writes them: ``45/KH-STTTT``."""
    return f"{number}/{abbreviation}-{office.symbol or office.code}"


def _place(kind: ActivityType, office: Office, choice: int) -> str:
    if _GATHERINGS.isdisjoint(kind.count_fields):
        return ""
    room = ("Hội trường cơ quan", "Phòng họp cơ quan")[choice % 2]
    return f"{room}, {office.place}" if office.place else room
