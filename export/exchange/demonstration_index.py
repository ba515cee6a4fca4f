"""The index of a demonstration: a text file that says in Vietnamese what lies where and how the checks came out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from export.exchange.demonstration_checks import Check
from export.exchange.demonstration_documents import DocumentWriter
from export.exchange.demonstration_province import PIN
from export.exchange.demonstration_story import Story

_CHECKS: dict[str, str] = {
    "documents-written": "Các văn bản và biểu đã được ghi đầy đủ",
    "reminders": "Văn bản đôn đốc chỉ gửi cơ quan quá hạn",
    "audit-sums": "Bộ hồ sơ kiểm chứng khớp mã băm",
    "records-accepted": "Mọi hoạt động đều được ghi nhận, không có nội dung phải rà soát",
    "records-arrived": "Mọi hoạt động của các cơ quan đều có ở cơ quan tổng hợp",
    "figures": "Số liệu tổng hợp bằng số liệu tính lại từ từng hoạt động",
    "frozen": "Số liệu đã chốt không thay đổi",
    "answers-distinct": "Con số, số 0, “không phát sinh” và ô trống được phân biệt",
    "completeness": "Tỷ lệ nộp báo cáo đúng với thực tế",
    "timeliness": "Tỷ lệ nộp đúng hạn đúng với thực tế",
    "late": "Nhận ra đúng các cơ quan nộp muộn",
    "overdue": "Nhận ra đúng các cơ quan chưa nộp",
    "lost-bundle-sealed-again": "Gói bị thất lạc được niêm phong lại và nhập đủ",
    "bundle-imported-twice": "Gói nhập hai lần không làm thay đổi số liệu",
    "damaged-file-refused": "Tệp hỏng bị từ chối, dữ liệu giữ nguyên",
    "report-returned-and-corrected": "Báo cáo bị trả lại đã được sửa và nhận",
    "restored-pc-noticed": "Máy khôi phục từ bản sao lưu cũ được nhận ra",
    "restored-entries-sent-back": "Phần dữ liệu đã mất được cơ quan tổng hợp gửi trả",
    "restored-office-in-new-feed": "Máy khôi phục ghi tiếp trong nhật ký mới, không rẽ nhánh",
    "accepted": "Mọi báo cáo đã nộp đều được chấp nhận",
    "reports-agree": "Báo cáo của cơ quan khớp với hoạt động kèm theo",
    "everything-receipted": "Mọi dữ liệu đã gửi đều có biên nhận",
    "import-again-changes-nothing": "Nhập lại toàn bộ không làm thay đổi số liệu",
    "import-in-another-order": "Nhập theo thứ tự khác cho cùng một kết quả",
    "ledgers-sound": "Mọi sổ đều nguyên vẹn",
    "tables-rebuilt-alike": "Dựng lại các bảng từ nhật ký cho cùng một kết quả",
}
"""Names of checks; those made for each period have the period's code after a hyphen."""


def index_text(story: Story, documents: DocumentWriter, checks: Sequence[Check]) -> str:
    """The content of the index file; paths are relative to the folder."""
    root, facts = story.folder.root, story.facts
    blocks = [
        [
            "SỔ HOẠT ĐỘNG: DỮ LIỆU TRÌNH DIỄN",
            f"{story.programme.title}",
            f"{len(story.offices)} cơ quan, hai kỳ báo cáo: {story.half.name_vi} và {story.year.name_vi}.",
            "Hoạt động, số liệu và ngày tháng trong thư mục này đều được dựng ra để trình diễn, không phải số liệu thật.",
        ],
        _listing("Báo cáo tổng hợp (Word)", documents.word, root),
        _listing("Biểu số liệu (Excel)", documents.excel, root),
        _listing("Báo cáo kỳ của một số cơ quan", documents.period_reports, root),
        _listing("Văn bản đôn đốc", documents.reminders, root),
        _listing("Hồ sơ kiểm chứng độc lập một gói", [documents.audit], root),
        _listing("Bộ thiết lập của cơ quan tổng hợp", facts.kits, root),
        _listing("Gói báo cáo đã nhập", facts.good_files, root),
        _listing("Tệp cố ý làm hỏng trên đường đi, bị từ chối khi nhập", [facts.outcomes["damaged"].path], root),
        _listing("Biên nhận", facts.receipt_files, root),
        _listing("Sổ của cơ quan tổng hợp", [story.centre.folders.data], root),
        _listing("Sổ của từng cơ quan", [office.folders.data for office in story.offices], root),
        [f"Mã PIN của mọi sổ trình diễn: {PIN}"],
        _check_lines(checks),
    ]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _listing(title: str, paths: Sequence[Path], root: Path) -> list[str]:
    lines = [f"  {path.relative_to(root).as_posix()}" for path in paths]
    return [f"{title} ({len(paths)}):", *(lines or ["  (không có)"])]


def _check_lines(checks: Sequence[Check]) -> list[str]:
    held = sum(check.ok for check in checks)
    lines = [f"Kiểm tra: {held}/{len(checks)} đạt."]
    return lines + [f"  [{'đạt' if check.ok else 'KHÔNG ĐẠT'}] {_name(check)}" for check in checks]


def _name(check: Check) -> str:
    if check.name in _CHECKS:
        return _CHECKS[check.name]
    kind, _, period = check.name.rpartition("-")
    return f"{_CHECKS.get(kind, kind)} ({period})"
