"""The centre's report of several periods (a year, sơ kết, tổng kết): the text that a superior signs, and its workbook.

Sections follow the programme's outline, as the report of one period does. What is added up and what is not, what is provisional
and what changed after freezing is said. No figure is computed here. The text document follows the decree and is Vietnamese;
``language`` is that of the workbook.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from export.documents.consolidated_document import addressees_of
from export.documents.document_file import PdfRenderer, WrittenDocument, check_suffix, is_workbook, write_text_document
from export.documents.document_head import document_head, file_properties, plan_citation, short_citation
from export.documents.figure_cells import open_line, paragraphs_of, question, spoken
from export.documents.official_format import short_date
from export.documents.outline_sections import OutlineFiller, annex_sections, outline_document
from export.documents.report_model import (
    Annex,
    CellKind,
    Column,
    DocumentKind,
    FileProperties,
    LongTable,
    ReportDocument,
    Table,
    words,
)
from export.documents.sheets import write_tables
from export.documents.span_tables import (
    changes_table,
    figure_cell_of,
    figures_table,
    groups_table,
    offices_table,
    span_differences_table,
    standing_table,
    total_cell_of,
)
from export.documents.span_view import ReviewKind, SpanView, series_of, span_view
from export.documents.span_words import remarks, word
from export.documents.word_table import cell_text
from export.documents.wording import Language, Word, text
from storage.atomic_file import write_atomically
from storage.catalogue import Catalogue
from storage.completeness import Organisation
from storage.domain.programme import IndicatorKind, Section, Task
from storage.domain.progress import Progress, ProgressReporter, Stage, silent
from storage.journal.entries import Signature
from storage.ledger import Ledger
from storage.span_standing import PeriodStanding
from storage.spans import Aggregation, Span, SpanFigure

_TITLES = {
    ReviewKind.COMPILATION: "Tổng hợp kết quả thực hiện",
    ReviewKind.INTERIM: "Sơ kết thực hiện",
    ReviewKind.FINAL: "Tổng kết thực hiện",
}
_STANDING = "Tình hình gửi báo cáo"
_CAUTIONS = "Những điểm cần lưu ý về số liệu"
_ANNEX_CHANGES = "So sánh với cùng kỳ năm trước"
_ANNEX_GROUPS = "Số liệu theo nhóm cơ quan, đơn vị"
_ANNEX_DIFFERENCES = "Chênh lệch so với số liệu đã chốt"
_LEGEND = (
    "Ô để trống là chưa có số liệu; “0” và “Không phát sinh” là số liệu đã được trả lời; “x” là chỉ tiêu không áp dụng cho "
    "nhóm. Kỳ nằm trong kỳ dài hơn không được cộng hai lần; chỉ tiêu không có công thức lấy số liệu của kỳ cuối."
)


def write_span(
    ledger: Ledger,
    catalogue: Catalogue,
    span: Span,
    target: Path,
    *,
    review: ReviewKind = ReviewKind.COMPILATION,
    organisation: Organisation = Organisation.AS_REPORTED,
    signature: Signature | None = None,
    language: Language = "vi",
    pdf: PdfRenderer | None = None,
    report: ProgressReporter = silent,
) -> WrittenDocument:
    """Writes the report as .docx or, with a renderer, .pdf, or its tables as .xlsx.

    ``changed_since`` of the result counts the figures that differ from those frozen last. Raises ``OperationCancelled`` from
    ``report``; ``LedgerError``: FILE_TYPE_UNSUPPORTED (``file``, ``suffix``), WRONG_ROLE, LEDGER_DAMAGED; DISK_FULL,
    FOLDER_UNWRITABLE, FILE_IN_USE (``path``).
    """
    check_suffix(target, pdf)
    report(Progress(Stage.COMPUTING))
    view = span_view(ledger, catalogue, span, organisation=organisation)
    report(Progress(Stage.RENDERING))
    properties = span_properties(ledger, view, review)
    if is_workbook(target):
        write_atomically(target, _workbook(ledger, view, properties, language))
    else:
        document = span_document(view, signature=signature or Signature(), review=review)
        write_text_document(document, properties, target, pdf)
    return WrittenDocument(target, changed_since=len(view.differences))


def span_properties(ledger: Ledger, view: SpanView, review: ReviewKind) -> FileProperties:
    """What the file says about itself."""
    return file_properties(ledger, title=f"{_TITLES[review]} {view.name()}", author=view.catalogue.own_office.name_vi)


def span_document(view: SpanView, *, signature: Signature, review: ReviewKind) -> ReportDocument:
    """The report as a model, for every renderer and for a preview."""
    programme = view.catalogue.programme
    head = document_head(view.catalogue, view.own_office, signature, kind="BC")
    plan, name, title = short_citation(programme), view.name(), _TITLES[review]
    last_day = view.span.periods[-1].last_on_time
    return ReportDocument(
        kind=DocumentKind.CONSOLIDATED,
        parent_agency=head.parent_agency,
        agency=head.agency,
        symbol=head.symbol,
        number=head.number,
        place=head.place,
        issued_on=head.issued_on,
        abstract=(f"{title} {plan}", name),
        addressees=tuple(office.name_vi for office in addressees_of(view.catalogue, view.own_office, last_day)),
        legal_bases=(f"Căn cứ {plan_citation(programme)}",),
        opening=(f"{head.agency} {title[:1].lower()}{title[1:]} {plan} {name} của các cơ quan, đơn vị như sau:",),
        sections=outline_document(programme.outline, _Filler(view)),
        closing=f"Trên đây là báo cáo {title[:1].lower()}{title[1:]} {plan} {name} của {head.agency}.",
        signer=head.signer,
        annexes=tuple(_annexes(view)),
    )


def _annexes(view: SpanView) -> list[Annex]:
    titles = annex_sections(view.catalogue.programme.outline)
    annexes = [Annex(title, (_LEGEND,), tuple(_task_tables(view)), landscape=True) for title in titles]
    changes = changes_table(view)
    if changes.rows:
        annexes.append(Annex(_ANNEX_CHANGES, tables=(changes,), landscape=True))
    groups = groups_table(view)
    if groups.rows:
        told = f"Nhóm cơ quan, đơn vị {word(view.report.organisation)}."
        annexes.append(Annex(_ANNEX_GROUPS, (told,), (groups,), landscape=True))
    annexes.append(Annex(_STANDING, tables=(standing_table(view),)))
    if view.differences:
        explanation = "Các số liệu dưới đây khác với lần chốt tổng hợp gần nhất của kỳ."
        annexes.append(Annex(_ANNEX_DIFFERENCES, (explanation,), (span_differences_table(view),), landscape=True))
    return annexes


def _task_tables(view: SpanView) -> list[Table]:
    """A table for each task of which anything is known."""
    tables = []
    for task in view.catalogue.programme.tasks:
        figures = [figure for figure in view.counted() if figure.task.code == task.code]
        if any(_is_known(figure) for figure in figures):
            tables.append(figures_table(view, figures=figures, caption=f"{task.code}. {task.short_title_vi}"))
    return tables


def _is_known(figure: SpanFigure) -> bool:
    return any(cell.total is not None or cell.none for cell in figure.cells)


class _Filler(OutlineFiller):
    """Fills the outline with what the periods come to, and with the centre's own words of each."""

    def __init__(self, view: SpanView) -> None:
        self._view = view

    def narrative(self, section: Section) -> tuple[str, ...]:
        written = self._view.texts.get(section.code, ())
        if not written:
            return ("Chưa có nội dung tổng hợp của các kỳ cho mục này.",)
        lines: list[str] = []
        for period, text_of_period in written:
            if len(self._view.span.periods) > 1:
                lines.append(f"{period.name_vi[:1].upper()}{period.name_vi[1:]}:")
            lines += paragraphs_of(text_of_period)
        return tuple(lines)

    def tasks(self) -> list[tuple[str, tuple[str, ...]]]:
        parts = [(task.short_title_vi, self._lines(task)) for task in self._view.catalogue.programme.tasks]
        return [*parts, (_STANDING, self._standing()), (_CAUTIONS, remarks(self._view))]

    def _lines(self, task: Task) -> tuple[str, ...]:
        """What is known line by line; what is not, in one line at the end."""
        figures = [
            figure
            for figure in self._view.report.figures
            if figure.task.code == task.code and figure.indicator.kind is not IndicatorKind.TEXT
        ]
        known = [figure for figure in figures if _is_known(figure)]
        unknown = [question(figure.indicator) for figure in figures if not _is_known(figure)]
        return (*(self._line(figure) for figure in known), *open_line(unknown, everything=not known))

    def _line(self, figure: SpanFigure) -> str:
        total = total_cell_of(figure)
        if total.kind is CellKind.EMPTY:
            return f"- {question(figure.indicator)}: chưa có số liệu cho cả giai đoạn."
        told = spoken(total, figure.indicator)
        if figure.indicator.kind is IndicatorKind.YES_NO and total.kind is CellKind.RATIO:
            told += " cơ quan, đơn vị trả lời “Có”"
        if figure.aggregation is Aggregation.LAST and figure.total.period:
            period = next(period for period in self._view.span.periods if period.code == figure.total.period)
            told += f" (số liệu {period.name_vi})"
        elif len(self._view.span.added) > 1:
            told += self._periods(figure)
        return f"- {question(figure.indicator)}: {told}."

    def _periods(self, figure: SpanFigure) -> str:
        """The figures of the periods that are added up."""
        cells = [
            (period.name_vi, figure_cell_of(figure, place, period))
            for place, period in enumerate(self._view.span.periods)
            if period in self._view.span.added
        ]
        told = [f"{name}: {cell_text(cell)}" for name, cell in cells if cell.kind not in (CellKind.EMPTY, CellKind.NONE)]
        return f" ({'; '.join(told)})" if told else ""

    def _standing(self) -> tuple[str, ...]:
        today = short_date(self._view.today)
        return tuple(f"- {_standing_line(one, today)}" for one in self._view.standings)


def _standing_line(one: PeriodStanding, today: str) -> str:
    name, due = one.period.name_vi, short_date(one.period.due_before)
    return (
        f"{name[:1].upper()}{name[1:]} (gửi trước ngày {due}): đến ngày {today} đã nhận {one.received}/{one.owed} báo cáo, "
        f"trong đó đúng hạn {one.received - one.late}."
    )


def _workbook(ledger: Ledger, view: SpanView, properties: FileProperties, language: Language) -> bytes:
    series = series_of(ledger, view)
    notes = remarks(view, language, series=[one for found in series.values() for one in found])
    column = Column(text(Word.CAUTION, language), 230)
    sheets: list[tuple[str, Table | LongTable]] = [
        (word("sheet_figures", language), figures_table(view, language)),
        (word("sheet_changes", language), changes_table(view, language)),
        (word("sheet_groups", language), groups_table(view, language)),
        (word("sheet_offices", language), offices_table(view, series, language)),
        (word("sheet_standing", language), standing_table(view, language)),
        (text(Word.SHEET_CAUTIONS, language), Table((column,), tuple((words(note),) for note in notes))),
    ]
    if view.differences:
        sheets.append((text(Word.SHEET_DIFFERENCES, language), span_differences_table(view, language)))
    content = BytesIO()
    head = f"{properties.title}, {word(view.report.organisation, language)}"
    write_tables(sheets, content, properties, running_head=head, language=language)
    return content.getvalue()
