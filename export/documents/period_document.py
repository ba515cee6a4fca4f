"""An office's report of one period as a document: from its newest closing, or as a draft from what is recorded so far.

The outline of the programme decides the sections. What the office signed is shown as it was signed; a draft is marked as such
on every page that could be taken for a report. Nothing is computed here beyond what ``storage.closing`` freezes. The text
document follows the decree and is Vietnamese; ``language`` is that of the workbook.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from export.documents.document_file import PdfRenderer, WrittenDocument, check_suffix, is_workbook, write_text_document
from export.documents.document_head import centre_office, document_head, file_properties, plan_citation, short_citation
from export.documents.figure_cells import figure_cell, open_line, paragraphs_of, question, spoken
from export.documents.outline_sections import OutlineFiller, annex_sections, outline_document
from export.documents.period_workbook import write_period_workbook
from export.documents.report_model import (
    Align,
    Annex,
    Cell,
    Column,
    DocumentKind,
    ReportDocument,
    Table,
    heading,
    words,
)
from export.documents.wording import Language
from storage.atomic_file import atomic_writer
from storage.catalogue import Catalogue
from storage.closing import period_report, records_root
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from storage.domain.obligations import leads
from storage.domain.periods import Period
from storage.domain.programme import IndicatorKind, IndicatorSource, Section, Task
from storage.domain.progress import Progress, ProgressReporter, Stage, silent
from storage.journal.entries import Figure, PeriodReport, Signature
from storage.ledger import Ledger
from storage.reviewing import closed_report

_DRAFT_TITLE = "DỰ THẢO BÁO CÁO"
_NO_CONTENT = "(Không có nội dung báo cáo.)"


@dataclass(frozen=True, slots=True)
class ReportSource:
    """What a report is made from; ``draft`` when it was never closed, ``changed`` when records changed after the closing."""

    office: str
    report: PeriodReport
    draft: bool
    changed: bool


def write_period_report(
    ledger: Ledger,
    catalogue: Catalogue,
    period: Period,
    target: Path,
    *,
    draft_allowed: bool = False,
    office: str = "",
    language: Language = "vi",
    pdf: PdfRenderer | None = None,
    report: ProgressReporter = silent,
) -> WrittenDocument:
    """Writes the report of ``office`` (empty: the own one) as .docx, .xlsx or, with a renderer, .pdf.

    Raises ``OperationCancelled`` from ``report``; ``LedgerError``: FILE_TYPE_UNSUPPORTED (``file``, ``suffix``),
    OFFICE_UNKNOWN, PERIOD_NOT_CLOSED (``period``, ``office``) without ``draft_allowed``;
    DISK_FULL, FOLDER_UNWRITABLE, FILE_IN_USE (``path``).
    """
    check_suffix(target, pdf)
    report(Progress(Stage.COMPUTING))
    source = report_source(ledger, catalogue, period, office or ledger.office, draft_allowed=draft_allowed)
    document = period_document(ledger, catalogue, period, source)
    properties = file_properties(ledger, title=f"{document.title} {period.name_vi}", author=document.agency)
    report(Progress(Stage.RENDERING))
    if is_workbook(target):
        with atomic_writer(target) as file:
            write_period_workbook(
                ledger, catalogue, period, source.office, source.report, file, properties, draft=source.draft, language=language
            )
    else:
        write_text_document(document, properties, target, pdf)
    return WrittenDocument(target, draft=source.draft, changed_since=int(source.changed))


def report_source(
    ledger: Ledger, catalogue: Catalogue, period: Period, office: str, *, draft_allowed: bool = False
) -> ReportSource:
    """The newest closing, or what is recorded so far. Only the own office's draft is known here.

    Raises ``LedgerError``: OFFICE_UNKNOWN, PERIOD_NOT_CLOSED.
    """
    catalogue.register.office(office)
    try:
        closed = closed_report(ledger, office, period.code)
    except LedgerError as error:
        if error.code is not Code.PERIOD_NOT_CLOSED or not draft_allowed or office != ledger.office:
            raise
        return ReportSource(office, period_report(ledger, catalogue, period, Signature()), draft=True, changed=False)
    changed = records_root(ledger, office, period) != (closed.n, closed.root)
    return ReportSource(office, closed.report, draft=False, changed=changed)


def period_document(ledger: Ledger, catalogue: Catalogue, period: Period, source: ReportSource) -> ReportDocument:
    """The report as a model, for every renderer and for a preview."""
    programme = catalogue.programme
    head = document_head(catalogue, source.office, source.report.signature, kind="BC")
    filler = _Filler(catalogue, period, source)
    centre = centre_office(ledger, catalogue, period).name_vi
    plan = short_citation(programme)
    return ReportDocument(
        kind=DocumentKind.PERIOD_REPORT,
        title=_DRAFT_TITLE if source.draft else "BÁO CÁO",
        parent_agency=head.parent_agency,
        agency=head.agency,
        symbol=head.symbol,
        number=head.number,
        place=head.place,
        issued_on=head.issued_on,
        abstract=(f"Kết quả thực hiện {plan}", period.name_vi),
        addressees=(centre,),
        legal_bases=(f"Căn cứ {plan_citation(programme)}",),
        opening=(f"{head.agency} báo cáo kết quả thực hiện {plan} {period.name_vi} như sau:",),
        sections=outline_document(programme.outline, filler),
        closing=f"Trên đây là báo cáo kết quả thực hiện {plan} {period.name_vi} của {head.agency}, kính gửi {centre} tổng hợp.",
        signer=head.signer,
        annexes=filler.annexes(),
    )


class _Filler(OutlineFiller):
    """Fills the outline with one office's figures and words."""

    def __init__(self, catalogue: Catalogue, period: Period, source: ReportSource) -> None:
        self._catalogue = catalogue
        self._period = period
        self._office = source.office
        self._figures = {figure.item: figure for figure in source.report.figures}
        self._texts: Mapping[str, str] = {section.code: section.text for section in source.report.sections}
        self._tasks = catalogue.tasks_of(source.office, period.last_day)

    def narrative(self, section: Section) -> tuple[str, ...]:
        return paragraphs_of(self._texts.get(section.code, "")) or (_NO_CONTENT,)

    def tasks(self) -> list[tuple[str, tuple[str, ...]]]:
        """What an office only helps with, and of which it has nothing to tell, is left to the annex."""
        return [
            (task.short_title_vi, self._lines(task))
            for task in self._tasks
            if not self._is_silent(task)
            or leads(self._catalogue.programme, self._catalogue.register, task, self._office, self._period.last_day)
        ]

    def annexes(self) -> tuple[Annex, ...]:
        rows: list[tuple[Cell, ...]] = []
        for task in self._tasks:
            rows.append((heading(task.code), heading(task.short_title_vi), words(""), words("")))
            rows += [
                (words(indicator.id), words(indicator.label_vi), words(indicator.unit_vi), figure_cell(figure))
                for indicator in task.indicators
                if indicator.kind is not IndicatorKind.TEXT and (figure := self._figure(indicator.id)) is not None
            ]
        table = Table(
            (
                Column("Mã", 22),
                Column("Chỉ tiêu", 85),
                Column("Đơn vị tính", 24, Align.CENTRE),
                Column("Kết quả", 34, Align.RIGHT),
            ),
            tuple(rows),
        )
        note = "Ô để trống là chưa có số liệu; “0” và “Không phát sinh” là số liệu cơ quan đã trả lời."
        return tuple(
            Annex(title, (note,) if rows else (), (table,)) for title in annex_sections(self._catalogue.programme.outline)
        )

    def _figure(self, item: str) -> Figure | None:
        source = self._catalogue.programme.indicator(item).source
        if source is IndicatorSource.COMPLETENESS:
            return None  # the centre's figure, which no office answers
        return self._figures.get(item, Figure(item=item, state="empty"))

    def _is_silent(self, task: Task) -> bool:
        return all(self._figures.get(indicator.id, _EMPTY).state == "empty" for indicator in task.indicators)

    def _lines(self, task: Task) -> tuple[str, ...]:
        lines: list[str] = []
        open_questions: list[str] = []
        for indicator in task.indicators:
            figure = self._figure(indicator.id)
            if figure is None:
                continue
            if figure.state == "empty":
                open_questions.append(question(indicator))
            elif figure.state == "text":
                first, *rest = paragraphs_of(figure.text) or ("",)
                lines += [f"- {question(indicator)}: {first}", *rest]
            else:
                lines.append(f"- {question(indicator)}: {spoken(figure_cell(figure), indicator)}.")
        return (*lines, *open_line(open_questions, everything=not lines))


_EMPTY = Figure(item="", state="empty")
