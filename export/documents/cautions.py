"""What a reader of the centre's report has to know about its figures: what is missing, provisional or still open.

Said in full sentences, in the text document and in the workbook alike. Nothing here reproaches an office that the plan only
requests.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from export.documents.centre_view import CentreView, is_received
from export.documents.figure_cells import SMALLEST_SHOWN
from storage.domain.programme import AddressMode
from storage.follow_up import Cell, ReportState

LONGEST_LIST = 40
"""Offices named in one sentence; a longer list is left to the annex."""


def cautions(view: CentreView) -> tuple[str, ...]:
    """The sentences, none when all is complete."""
    counted = {office for office, *_ in view.data.counts}
    cells = view.consolidation.matrix.cells
    known = {cell.office for cell in cells}
    others = view.data.offices - known
    gone = {code for code in others if view.catalogue.last_day_in(code, view.period) < view.period.last_day}
    pairs = (
        (
            "Số liệu tạm tính theo các hoạt động đã nhận, đơn vị chưa chốt kỳ báo cáo",
            [cell.office for cell in cells if not is_received(cell) and cell.office in counted],
        ),
        ("Số liệu của đơn vị đã sắp xếp lại trong kỳ, đến ngày sắp xếp, vẫn được cộng", sorted(others & gone)),
        ("Số liệu ngoài danh sách phải báo cáo, vẫn được cộng", sorted(others - gone)),
        ("Còn thiếu gói báo cáo ở giữa, số liệu có thể chưa đủ", _offices(cells, lambda cell: cell.gaps > 0)),
        ("Lịch sử ghi chép bị tách nhánh, cần đối chiếu với đơn vị", _offices(cells, lambda cell: cell.forked)),
        ("Báo cáo đã trả lại để hoàn thiện", _offices(cells, lambda cell: cell.state is ReportState.RETURNED)),
        ("Báo cáo đơn vị đã mở lại sau khi chốt", _offices(cells, lambda cell: cell.state is ReportState.REOPENED)),
    )
    sentences = [f"{start}: {names_of(view, offices)}." for start, offices in pairs if offices]
    if view.missing:
        count = len(view.missing)
        missing = f"Tổng số chưa bao gồm báo cáo của {count} cơ quan, đơn vị chưa gửi"
        sentences.insert(0, f"{missing}; không có số liệu nào được ước tính thay.")
    if empty := _without_figure(view):
        sentences.append(f"Chỉ tiêu chưa có đơn vị nào trả lời: {', '.join(empty)}.")
    if view.differences:
        sentences.append(f"Có {len(view.differences)} số liệu khác với lần chốt tổng hợp trước, liệt kê tại phần chênh lệch.")
    shielded = f"Số lượt người từ 1 đến {SMALLEST_SHOWN - 1} của một nhóm hoặc một đơn vị được ghi là “<{SMALLEST_SHOWN}”"
    sentences.append(f"{shielded}; tổng số vẫn tính đủ.")
    return tuple(sentences)


def names_of(view: CentreView, offices: Sequence[str]) -> str:
    """The names of offices in one sentence, or how many there are when the list would be too long."""
    if len(offices) > LONGEST_LIST:
        return f"{len(offices)} cơ quan, đơn vị (xem phụ lục)"
    return "; ".join(view.office(code).name_vi for code in offices)


def _offices(cells: Sequence[Cell], fits: Callable[[Cell], bool]) -> list[str]:
    return [cell.office for cell in cells if fits(cell)]


def _without_figure(view: CentreView) -> list[str]:
    """Indicators of assigned tasks that nobody has answered; optional ones are not asked for."""
    return [
        figure.indicator.id
        for figure in view.counted()
        if figure.task.address_mode is AddressMode.ASSIGNED
        and not figure.indicator.optional
        and figure.total is None
        and not figure.none
    ]
