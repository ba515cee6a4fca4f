"""The fixed words of the documents of several periods, in both languages, and the sentences about how firm they are.

A sentence tells what is missing, provisional or changed; it reproaches nobody and ranks nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from export.documents.figure_cells import SMALLEST_SHOWN
from export.documents.official_format import short_date, whole_number
from export.documents.span_view import SpanView, has_offices
from export.documents.wording import Language
from storage.completeness import Organisation
from storage.domain.programme import AddressMode
from storage.span_organisation import OfficeSeries
from storage.span_standing import Firmness, PeriodStanding
from storage.spans import Aggregation

LONGEST_LIST = 40
"""Codes or offices named in one sentence."""

_WORDS: dict[object, tuple[str, str]] = {
    "whole": ("Cả giai đoạn", "Whole span"),
    "rule": ("Cách tính", "How it is taken"),
    "period": ("Kỳ báo cáo", "Period"),
    "before": ("Cùng kỳ năm trước", "Same period last year"),
    "now": ("Kỳ này", "This period"),
    "difference": ("Chênh lệch", "Difference"),
    "share": ("Chênh lệch (%)", "Difference (%)"),
    "standing": ("Mức độ đầy đủ", "How firm"),
    "predecessors": ("Gồm số liệu của", "Holds the figures of"),
    "heirs": ("Đơn vị kế thừa (không chia số liệu)", "Successors (not divided)"),
    "late": ("Gửi trễ hạn", "Late"),
    "unclosed": ("Tạm tính, chưa chốt", "Provisional, not closed"),
    "changed": ("Số tổng thay đổi sau chốt", "Totals changed since frozen"),
    "sheet_figures": ("Số liệu các kỳ", "Figures by period"),
    "sheet_changes": ("So cùng kỳ", "Year on year"),
    "sheet_groups": ("Theo nhóm", "By group"),
    "sheet_offices": ("Theo đơn vị", "By office"),
    "sheet_standing": ("Tình hình nộp", "Submissions"),
    "points": ("điểm %", "pp"),
    Organisation.AS_REPORTED: ("theo tổ chức khi báo cáo", "as organised when reported"),
    Organisation.AS_NOW: ("theo tổ chức hiện nay", "as organised now"),
    Aggregation.SUM: ("Cộng các kỳ theo công thức", "Sum by the formula"),
    Aggregation.SHARE: ("Tổng tử số / tổng mẫu số", "Summed parts, then divided"),
    Aggregation.LAST: ("Lấy kỳ cuối, không cộng", "Last figure, not added"),
    Aggregation.REPORTS: ("Trên tổng số báo cáo đã đến hạn", "Of all reports that were due"),
    Aggregation.WORDS: ("Lời văn", "Text"),
    Firmness.FROZEN: ("Đã chốt", "Frozen"),
    Firmness.CHANGED: ("Thay đổi sau chốt", "Changed since frozen"),
    Firmness.COMPLETE: ("Đã nhận đủ", "All received"),
    Firmness.PROVISIONAL: ("Tạm tính", "Provisional"),
    Firmness.RUNNING: ("Chưa đến hạn", "Not due yet"),
}
_SENTENCES = {
    "missing": (
        "{period}: còn {missing}/{owed} báo cáo chưa nhận; không có số liệu nào được ước tính thay.",
        "{period}: reports missing: {missing} of {owed}; nothing was estimated in their place.",
    ),
    "running": ("{period}: chưa hết hạn gửi báo cáo, số liệu còn thay đổi.", "{period}: not due yet; the figures will change."),
    "unclosed": (
        "{period}: {count} đơn vị có số liệu tạm tính theo hoạt động đã nhận, chưa chốt kỳ.",
        "{period}: provisional, the period not being closed: offices {count}.",
    ),
    "reopened": ("{period}: {count} báo cáo đã được mở lại sau khi chốt.", "{period}: reports reopened: {count}."),
    "returned": ("{period}: {count} báo cáo đã trả lại để hoàn thiện.", "{period}: reports returned for correction: {count}."),
    "broken": (
        "{period}: {count} đơn vị còn thiếu gói ở giữa hoặc có lịch sử tách nhánh.",
        "{period}: offices with entries missing in between, or with two histories: {count}.",
    ),
    "late": ("{period}: {count} báo cáo gửi trễ hạn, vẫn được tính.", "{period}: reports that came late, and count: {count}."),
    "changed": (
        "{period}: {count} số tổng khác với lần chốt gần nhất.",
        "{period}: totals that are no longer those frozen: {count}.",
    ),
    "within": (
        "{period}: nằm trong kỳ dài hơn nên không cộng thêm vào cả giai đoạn.",
        "{period}: lies within a longer period and is not added again.",
    ),
    "uncovered": (
        "Từ {first} đến {last} không thuộc kỳ nào được cộng.",
        "The days from {first} to {last} are in none of the periods that are added.",
    ),
    "last": (
        "Chỉ tiêu đơn vị tự nêu, không có công thức: lấy số liệu của kỳ cuối có số liệu, không cộng các kỳ: {codes}.",
        "Indicators that offices state without a formula: the last figure stands, periods are not added: {codes}.",
    ),
    "without": ("Chỉ tiêu chưa có số liệu ở kỳ nào: {codes}.", "Indicators without a figure in any period: {codes}."),
    "undivided": (
        "Số liệu của đơn vị đã chia tách không chia lại cho các đơn vị kế thừa: {names}.",
        "What offices reported before they were split is not divided among their successors: {names}.",
    ),
    "shield": (
        "Số lượt người từ 1 đến {most} của một nhóm hoặc một đơn vị được ghi là “<{limit}”; tổng số vẫn tính đủ.",
        "Attendances from 1 to {most} of one group or office are written as “<{limit}”; totals are kept.",
    ),
}
_FINISHED = (Firmness.FROZEN, Firmness.COMPLETE)


def word(key: object, language: Language = "vi") -> str:
    """A fixed word, of a rule, an organisation or a firmness too."""
    return _WORDS[key][0 if language == "vi" else 1]


def remarks(view: SpanView, language: Language = "vi", *, series: Sequence[OfficeSeries] = ()) -> tuple[str, ...]:
    """What a reader has to know, period by period, then of the whole."""
    lines = [line for standing in view.standings for line in standing_remarks(standing, language)]
    added = set(view.span.added)
    for period in view.span.periods:
        if period not in added:
            lines.append(_say("within", language, period=_begun(period.name(language))))
    for first, last in view.span.uncovered:
        lines.append(_say("uncovered", language, first=short_date(first), last=short_date(last)))
    figures = list(view.counted())
    last_ones = [one.indicator.id for one in figures if one.aggregation is Aggregation.LAST and len(view.span.periods) > 1]
    if last_ones:
        lines.append(_say("last", language, codes=", ".join(last_ones)))
    unknown = [
        one.indicator.id
        for one in figures
        if one.total.value is None
        and not any(cell.none for cell in one.cells)
        and one.task.address_mode is AddressMode.ASSIGNED
        and not one.indicator.optional
        and has_offices(one)
    ]
    if unknown:
        lines.append(_say("without", language, codes=", ".join(unknown)))
    undivided = dict.fromkeys(one.office.code for one in series if one.heirs)
    if undivided:
        names = [view.office_name(code, language) for code in undivided]
        told = "; ".join(names) if len(names) <= LONGEST_LIST else whole_number(len(names))
        lines.append(_say("undivided", language, names=told))
    lines.append(_say("shield", language, most=SMALLEST_SHOWN - 1, limit=SMALLEST_SHOWN))
    return tuple(lines)


def standing_remarks(standing: PeriodStanding, language: Language = "vi") -> Iterator[str]:
    """The sentences about one period; none when its figures are whole."""
    name = _begun(standing.period.name(language))
    if standing.firmness is Firmness.RUNNING:
        yield _say("running", language, period=name)
    elif standing.missing:
        yield _say("missing", language, period=name, missing=standing.missing, owed=standing.owed)
    counts = (
        ("unclosed", standing.unclosed),
        ("reopened", standing.reopened),
        ("returned", standing.returned),
        ("broken", standing.broken),
        ("late", standing.late),
        ("changed", standing.changed),
    )
    for key, count in counts:
        if count:
            yield _say(key, language, period=name, count=count)


def is_firm(standing: PeriodStanding) -> bool:
    """Whether a period's figures are whole and unchanged."""
    return standing.firmness in _FINISHED


def _begun(name: str) -> str:
    return name[:1].upper() + name[1:]


def _say(key: str, language: Language, **parameters: str | int) -> str:
    shown = {name: whole_number(value) if isinstance(value, int) else value for name, value in parameters.items()}
    return _SENTENCES[key][0 if language == "vi" else 1].format(**shown)
