"""The centre's consolidated report of a period: the text that a superior signs, its annexes, and the annex in Excel.

Sections follow the programme's outline. Per task the totals stand with those of the groups; who reported, what is missing or
provisional, and what offices wrote are said. Bodies that the plan only requests are listed by themselves and never as late. No
figure is computed here. The text document follows the decree and is Vietnamese; ``language`` is that of the workbook.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from export.documents.cautions import cautions, names_of
from export.documents.centre_view import CentreView, centre_view
from export.documents.consolidated_tables import (
    differences_table,
    follow_up_table,
    group_cell,
    has_breakdown,
    is_known,
    narrative_tables,
    task_tables,
    texts_of,
    total_cell,
)
from export.documents.consolidated_workbook import consolidated_workbook
from export.documents.document_file import PdfRenderer, WrittenDocument, check_suffix, is_workbook, write_text_document
from export.documents.document_head import document_head, file_properties, plan_citation, short_citation
from export.documents.excel_report import write_consolidated_workbook
from export.documents.figure_cells import open_line, paragraphs_of, question, spoken
from export.documents.official_format import per_cent, short_date
from export.documents.outline_sections import OutlineFiller, annex_sections, outline_document
from export.documents.report_model import Annex, CellKind, DocumentKind, ReportDocument
from export.documents.word_table import cell_text
from export.documents.wording import Language
from storage.atomic_file import atomic_writer
from storage.catalogue import Catalogue
from storage.consolidation import ConsolidatedFigure
from storage.domain.obligations import members
from storage.domain.offices import Office
from storage.domain.periods import Period
from storage.domain.programme import IndicatorKind, Section, Task
from storage.domain.progress import Progress, ProgressReporter, Stage, silent
from storage.journal.entries import Signature
from storage.ledger import Ledger

_TITLE = "Tổng hợp kết quả thực hiện"
_STANDING = "Tình hình gửi báo cáo"
_CAUTIONS = "Những điểm cần lưu ý về số liệu"
_ANNEX_REPORTS = "Danh sách cơ quan, đơn vị gửi báo cáo"
_ANNEX_TEXTS = "Nội dung báo cáo của các cơ quan, đơn vị"
_ANNEX_DIFFERENCES = "Chênh lệch so với số liệu đã chốt"
_LEGEND = (
    "Ô để trống là chưa có số liệu; “0” và “Không phát sinh” là số liệu đã được trả lời; “x” là chỉ tiêu không áp dụng "
    "cho nhóm hoặc chỉ có tổng số. Tỷ lệ được tính trên tổng tử số và tổng mẫu số của các đơn vị."
)


def write_consolidated(
    ledger: Ledger,
    catalogue: Catalogue,
    period: Period,
    target: Path,
    *,
    signature: Signature | None = None,
    language: Language = "vi",
    pdf: PdfRenderer | None = None,
    report: ProgressReporter = silent,
) -> WrittenDocument:
    """Writes the report as .docx or, with a renderer, .pdf, or its annex as .xlsx.

    ``changed_since`` of the result counts the figures that differ from those frozen last. Raises ``OperationCancelled`` from
    ``report``; ``LedgerError``: FILE_TYPE_UNSUPPORTED (``file``, ``suffix``), WRONG_ROLE, LEDGER_DAMAGED; DISK_FULL,
    FOLDER_UNWRITABLE, FILE_IN_USE (``path``).
    """
    check_suffix(target, pdf)
    report(Progress(Stage.COMPUTING))
    view = centre_view(ledger, catalogue, period)
    report(Progress(Stage.RENDERING))
    author = catalogue.own_office.name_vi
    properties = file_properties(ledger, title=f"{_TITLE} {period.name_vi}", author=author)
    if is_workbook(target):
        content = consolidated_workbook(view, title=_TITLE, language=language)
        with atomic_writer(target) as file:
            write_consolidated_workbook(content, file, properties, language=language, report=report)
    else:
        write_text_document(consolidated_document(view, signature=signature or Signature()), properties, target, pdf)
    return WrittenDocument(target, changed_since=len(view.differences))


def consolidated_document(view: CentreView, *, signature: Signature) -> ReportDocument:
    """The report as a model, for every renderer and for a preview."""
    programme = view.catalogue.programme
    head = document_head(view.catalogue, view.own_office, signature, kind="BC")
    plan, period = short_citation(programme), view.period.name_vi
    return ReportDocument(
        kind=DocumentKind.CONSOLIDATED,
        parent_agency=head.parent_agency,
        agency=head.agency,
        symbol=head.symbol,
        number=head.number,
        place=head.place,
        issued_on=head.issued_on,
        abstract=(f"{_TITLE} {plan}", period),
        addressees=tuple(office.name_vi for office in addressees_of(view.catalogue, view.own_office, view.period.last_on_time)),
        legal_bases=(f"Căn cứ {plan_citation(programme)}",),
        opening=(f"{head.agency} tổng hợp kết quả thực hiện {plan} {period} của các cơ quan, đơn vị như sau:",),
        sections=outline_document(programme.outline, _Filler(view)),
        closing=f"Trên đây là báo cáo tổng hợp kết quả thực hiện {plan} {period} của {head.agency}.",
        signer=head.signer,
        annexes=tuple(_annexes(view)),
    )


def addressees_of(catalogue: Catalogue, own_office: str, day: date) -> list[Office]:
    """To whom the centre itself reports: the duty without a date that the centre owes, by the offices that exist on ``day``."""
    programme, register = catalogue.programme, catalogue.register
    for duty in programme.duties:
        owing = {office.code for party in duty.from_groups for office in members(programme, register, party)}
        if duty.schedule is None and own_office in owing:
            named = members(programme, register, duty.to)
            return [heir for office in named for heir in register.standing(office.code, day)]
    return []


def _annexes(view: CentreView) -> list[Annex]:
    titles = annex_sections(view.catalogue.programme.outline)
    figures = tuple(task_tables(view))
    annexes = [Annex(title, (_LEGEND,), figures, landscape=True) for title in titles]
    tables = [follow_up_table(view, view.owed, "Các cơ quan, đơn vị phải gửi báo cáo")]
    if view.requested:
        tables.append(follow_up_table(view, view.requested, "Các cơ quan, tổ chức được đề nghị phối hợp (không tính hạn)"))
    annexes.append(Annex(_ANNEX_REPORTS, tables=tuple(tables)))
    if texts := tuple(narrative_tables(view)):
        annexes.append(Annex(_ANNEX_TEXTS, ("Nguyên văn nội dung các cơ quan, đơn vị đã gửi.",), texts))
    if view.differences:
        explanation = "Các số liệu dưới đây khác với lần chốt tổng hợp gần nhất."
        annexes.append(Annex(_ANNEX_DIFFERENCES, (explanation,), (differences_table(view),)))
    return annexes


class _Filler(OutlineFiller):
    """Fills the outline with totals, and with the centre's own words where it wrote any."""

    def __init__(self, view: CentreView) -> None:
        self._view = view

    def narrative(self, section: Section) -> tuple[str, ...]:
        if lines := paragraphs_of(self._view.data.own_words.get(section.code, "")):
            return lines
        written = len(texts_of(self._view, section.code))
        if not written:
            return ("Chưa có cơ quan, đơn vị nào nêu nội dung này.",)
        return (f"Có {written} cơ quan, đơn vị nêu nội dung này; nguyên văn tại phụ lục “{_ANNEX_TEXTS}”.",)

    def tasks(self) -> list[tuple[str, tuple[str, ...]]]:
        programme = self._view.catalogue.programme
        parts = [(task.short_title_vi, self._lines(task)) for task in programme.tasks]
        return [*parts, (_STANDING, _standing(self._view)), (_CAUTIONS, cautions(self._view))]

    def _lines(self, task: Task) -> tuple[str, ...]:
        """What is known line by line; what is not, in one line at the end."""
        figures = [figure for figure in self._view.consolidation.figures if figure.task.code == task.code]
        known = [figure for figure in figures if self._is_known(figure)]
        open_questions = [question(figure.indicator) for figure in figures if not self._is_known(figure)]
        return (*(self._line(figure) for figure in known), *open_line(open_questions, everything=not known))

    def _is_known(self, figure: ConsolidatedFigure) -> bool:
        if figure.indicator.kind is IndicatorKind.TEXT:
            return bool(texts_of(self._view, figure.indicator.id))
        return is_known(figure)

    def _line(self, figure: ConsolidatedFigure) -> str:
        indicator = figure.indicator
        if indicator.kind is IndicatorKind.TEXT:
            written = len(texts_of(self._view, indicator.id))
            return f"- {question(indicator)}: {written} cơ quan, đơn vị đã nêu (xem phụ lục)."
        cell = total_cell(self._view, figure)
        if cell.kind is CellKind.EMPTY:
            return f"- {question(indicator)}: {figure.none} đơn vị không phát sinh, chưa có số liệu của các đơn vị khác."
        shown = spoken(cell, indicator)
        if indicator.kind is IndicatorKind.YES_NO and cell.kind is CellKind.RATIO:
            shown += " cơ quan, đơn vị trả lời “Có”"
        return f"- {question(indicator)}: {shown}{self._groups(figure)}{self._open(figure)}."

    def _groups(self, figure: ConsolidatedFigure) -> str:
        """The totals of the groups, when there are several to tell apart."""
        view = self._view
        cells = {group: group_cell(view, figure, group) for group in view.consolidation.groups if group in figure.by_group}
        told = [
            f"{view.group_label(group)}: {cell_text(cell)}"
            for group, cell in cells.items()
            if cell.kind not in (CellKind.EMPTY, CellKind.NONE)
        ]
        return f" ({'; '.join(told)})" if len(told) > 1 else ""

    def _open(self, figure: ConsolidatedFigure) -> str:
        """How many offices answered that nothing took place, and how many reported without giving this figure."""
        if not has_breakdown(figure) or figure.total is None:
            return ""
        told = f"; {figure.none} đơn vị không phát sinh" if figure.none else ""
        missing = self._view.leads_without_answer(figure)
        return told + (f"; {missing} đơn vị đã báo cáo nhưng chưa có số liệu này" if missing else "")


def _standing(view: CentreView) -> tuple[str, ...]:
    """Completeness and timeliness, who is missing, and, apart from them, the bodies that were only requested."""
    due = short_date(view.period.due_before)
    complete, on_time = view.consolidation.matrix.complete, view.consolidation.matrix.on_time
    lines = []
    if complete is not None and on_time is not None:
        received, timely = per_cent(complete.numerator, complete.denominator), per_cent(on_time.numerator, on_time.denominator)
        lines.append(
            f"Có {complete.denominator} cơ quan, đơn vị phải gửi báo cáo {view.period.name_vi} trước ngày {due}. "
            f"Đến ngày {short_date(view.catalogue.today)} đã nhận {complete.numerator}/{complete.denominator} báo cáo "
            f"({received}); gửi đúng hạn {on_time.numerator}/{on_time.denominator} báo cáo ({timely})."
        )
    lines += [
        f"- {line.group}: đã gửi {line.received}/{line.owed}, đúng hạn {line.on_time}/{line.owed}."
        for line in view.completeness()
    ]
    if view.missing:
        lines.append(f"Chưa gửi báo cáo: {names_of(view, [cell.office for cell in view.missing])}.")
    else:
        lines.append("Các cơ quan, đơn vị phải báo cáo đều đã gửi.")
    came = [cell.office for cell in view.requested if cell.received_on is not None]
    if view.requested:
        told = names_of(view, came) if came else "chưa có"
        lines.append(f"Cơ quan, tổ chức được đề nghị phối hợp (không tính hạn) đã gửi báo cáo: {told}.")
    return tuple(lines)
