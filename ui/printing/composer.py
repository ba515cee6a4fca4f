"""Paragraphs, rules and tables in a rich text document of Qt, measured in points as the decree measures them.

Qt scales lengths of a text document from the screen to the printing device; all lengths go through ``_length`` for that. What a
document says, and in which order, is decided in ``pages``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QCoreApplication, QRect, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QImage,
    QPagedPaintDevice,
    QPainter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from export.documents.official_format import clean_text
from storage.domain.codes import Code
from storage.domain.errors import LedgerError
from ui.printing.face import OWN, renamed

FAMILY = OWN
"""Liberation Serif has the widths of Times New Roman, which may not be shipped."""

LOADED = "shippedSerif"
"""The property of the application that says that the face is known."""

_FONTS = Path(__file__).parent.parent / "resources" / "fonts"
_STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
_BLACK = QUrl("black")
_LAYOUT_ROUNDS = 40
_QUIET = 4
"""Modules of white around a QR code."""
_DOTS = 12
"""Dots of the picture for each of its modules."""
BLEED = 4.0
"""Points above and below the text of each page for the stacked marks of Vietnamese capitals, which rise above their line."""

LEFT, CENTRE, RIGHT, JUSTIFIED = (
    Qt.AlignmentFlag.AlignLeft,
    Qt.AlignmentFlag.AlignHCenter,
    Qt.AlignmentFlag.AlignRight,
    Qt.AlignmentFlag.AlignJustify,
)


@dataclass(frozen=True, slots=True)
class Look:
    """Looks of a paragraph; all lengths in points, ``line`` in per cent of the font's own height."""

    size: float = 14
    bold: bool = False
    italic: bool = False
    align: Qt.AlignmentFlag = LEFT
    first_line: float = 0
    left: float = 0
    before: float = 0
    after: float = 0
    line: int = 100


def load_fonts(application: QCoreApplication) -> None:
    """Makes the shipped face known to Qt once in the life of ``application``.

    Raises ``LedgerError(FILE_UNREADABLE)`` (``path``) when the program is incomplete.
    """
    if application.property(LOADED):
        return
    for style in _STYLES:
        path = _FONTS / f"LiberationSerif-{style}.ttf"
        try:
            known = QFontDatabase.addApplicationFontFromData(QByteArray(renamed(path.read_bytes())))
        except (OSError, ValueError) as error:
            raise LedgerError(Code.FILE_UNREADABLE, detail=str(error), path=str(path)) from error
        if known < 0:
            raise LedgerError(Code.FILE_UNREADABLE, detail="font not loaded", path=str(path))
    application.setProperty(LOADED, True)


class Composer:
    """Fills one document whose pages are ``width`` by ``height`` points of text."""

    def __init__(self, device: QPagedPaintDevice, *, width: float, height: float) -> None:
        self.document = QTextDocument()
        self.document.setUseDesignMetrics(True)
        self.document.setDocumentMargin(0)
        self.document.setDefaultFont(_font(14))
        self.document.addResource(QTextDocument.ResourceType.ImageResource.value, _BLACK, _black())
        self._device = device
        self._size = QSizeF(width, height)
        self._cursor = QTextCursor(self.document)
        self._cursor.beginEditBlock()
        self._fresh = True
        self._kept: list[int] = []

    # Paragraphs

    def paragraph(self, text: str, look: Look, *, keep_next: bool = False) -> None:
        """One paragraph; a line feed in it becomes a line break."""
        self._block(look)
        if keep_next:
            self._kept.append(self._cursor.blockNumber())
        self._cursor.insertText(clean_text(text).replace("\n", "\u2028"), _characters(look))

    def labelled(self, name: str, text: str, look: Look) -> None:
        """One paragraph that begins with a name in bold."""
        self.paragraph(name, replace(look, bold=True))
        self._cursor.insertText(clean_text(text), _characters(look))

    def rule(self, length: float) -> None:
        """A thin centred line, ``length`` points long."""
        self._block(Look(size=3, align=CENTRE, before=1))
        image = QTextImageFormat()
        image.setName(_BLACK.toString())
        image.setWidth(_length(length))
        image.setHeight(_length(0.5))
        self._cursor.insertImage(image)

    def squares(self, rows: Sequence[Sequence[bool]], side: float) -> None:
        """Black and white squares, as a QR code has them, with a quiet zone of four around; ``side`` points with it."""
        name = QUrl(f"squares-{self._cursor.position()}")
        self.document.addResource(QTextDocument.ResourceType.ImageResource.value, name, _squares(rows))
        self._block(Look(size=4, align=CENTRE))
        image = QTextImageFormat()
        image.setName(name.toString())
        image.setWidth(_length(side))
        image.setHeight(_length(side))
        self._cursor.insertImage(image)

    def gap(self, points: float) -> None:
        """Room between two blocks, and the paragraph that Qt needs between two tables."""
        self._block(Look(size=points))

    # Tables

    def columns(self, shares: Sequence[float], rows: Sequence[Sequence[Callable[[], None]]]) -> None:
        """Columns side by side without lines: their shares of the width, and what fills them row by row."""
        layout = QTextTableFormat()
        layout.setBorder(0)
        layout.setCellPadding(0)
        layout.setBorderCollapse(False)
        self._table(shares, rows, layout)

    def table(self, widths: Sequence[float], rows: Sequence[Sequence[Callable[[], None]]]) -> None:
        """A ruled table over the whole width; the first row is repeated on every page."""
        layout = QTextTableFormat()
        layout.setBorder(_length(0.5))
        layout.setBorderBrush(QBrush(QColor(Qt.GlobalColor.black)))
        layout.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        layout.setBorderCollapse(True)
        layout.setCellPadding(_length(2))
        layout.setHeaderRowCount(1)
        total = sum(widths)
        self._table([width / total for width in widths], rows, layout)

    def _table(self, shares: Sequence[float], rows: Sequence[Sequence[Callable[[], None]]], layout: QTextTableFormat) -> None:
        layout.setCellSpacing(0)
        layout.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        layout.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, 100 * share) for share in shares])
        outer = self._cursor
        table = outer.insertTable(len(rows), len(shares), layout)
        for row_number, row in enumerate(rows):
            for column_number, fill in enumerate(row):
                cell = table.cellAt(row_number, column_number)
                self._cursor, self._fresh = cell.firstCursorPosition(), True
                fill()
                if layout.borderCollapse():  # after the text: the first paragraph's looks replace those of its cell
                    cell.setFormat(_ruled_cell())
        self._cursor = outer
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = True
        self.gap(2)  # Qt wants a paragraph behind a table, and gives none of its room above to the next one

    def finish(self) -> None:
        """Lays the document out in pages, and moves headings that stand alone at the foot of a page to the next one."""
        self._cursor.endEditBlock()
        root = self.document.rootFrame()
        frame = root.frameFormat()
        frame.setTopMargin(_length(BLEED))
        frame.setBottomMargin(_length(BLEED))
        root.setFrameFormat(frame)
        self.document.documentLayout().setPaintDevice(self._device)
        self._paginate()
        for _ in range(_LAYOUT_ROUNDS):
            lonely = next((number for number in self._kept if self._stands_alone(number)), None)
            if lonely is None:
                return
            cursor = QTextCursor(self.document.findBlockByNumber(lonely))
            form = cursor.blockFormat()
            form.setPageBreakPolicy(QTextFrameFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            cursor.setBlockFormat(form)
            self._kept.remove(lonely)
            self._paginate()

    def _paginate(self) -> None:
        """Lays everything out anew: after a change of one paragraph alone Qt can leave pages overlapping."""
        dots = self._device.logicalDpiY() / 72
        self.document.setPageSize(QSizeF())
        self.document.setPageSize(QSizeF(self._size.width() * dots, (self._size.height() + 2 * BLEED) * dots))

    def _stands_alone(self, number: int) -> bool:
        block = self.document.findBlockByNumber(number)
        following = block.next()
        return following.isValid() and self._page(number) != self._page(following.blockNumber())

    def _page(self, number: int) -> int:
        """The page of a block's first line."""
        return int((self._top(self.document.findBlockByNumber(number)) + 1) // self.document.pageSize().height())

    def _top(self, block: QTextBlock) -> float:
        """Where a block's first line stands; the block itself may begin on the page before, with its room above."""
        lines = block.layout()
        start = self.document.documentLayout().blockBoundingRect(block).top()
        return float(start + (lines.lineAt(0).y() if lines.lineCount() else 0.0))

    def _block(self, look: Look) -> None:
        form = QTextBlockFormat()
        form.setAlignment(look.align)
        # the two lengths that Qt does not carry over from the screen to the device
        form.setTextIndent(look.first_line * self._device.logicalDpiX() / 72)
        form.setLeftMargin(look.left * self._device.logicalDpiX() / 72)
        form.setTopMargin(_length(look.before))
        form.setBottomMargin(_length(look.after))
        form.setLineHeight(look.line, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self._fresh:
            self._cursor.setBlockFormat(form)
            self._cursor.setBlockCharFormat(_characters(look))
            self._fresh = False
        else:
            self._cursor.insertBlock(form, _characters(look))


def _font(size: float, *, bold: bool = False, italic: bool = False) -> QFont:
    font = QFont(FAMILY)
    font.setPointSizeF(size)
    font.setBold(bold)
    font.setItalic(italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def page_number_font() -> QFont:
    """The face of the number at the head of a page."""
    return _font(14)


def _characters(look: Look) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFont(_font(look.size, bold=look.bold, italic=look.italic))
    form.setForeground(QBrush(QColor(Qt.GlobalColor.black)))
    return form


def _ruled_cell() -> QTextTableCellFormat:
    """Where lines are drawn once between cells, Qt takes them from the cells."""
    form = QTextTableCellFormat()
    form.setBorder(_length(0.5))
    form.setBorderBrush(QBrush(QColor(Qt.GlobalColor.black)))
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    return form


def _black() -> QImage:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(QColor(Qt.GlobalColor.black))
    return image


def _squares(rows: Sequence[Sequence[bool]]) -> QImage:
    """Drawn large enough that a printer's smoothing leaves the edges sharp."""
    side = (len(rows) + 2 * _QUIET) * _DOTS
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(image)
    for down, row in enumerate(rows):
        for across, dark in enumerate(row):
            if dark:
                place = QRect((across + _QUIET) * _DOTS, (down + _QUIET) * _DOTS, _DOTS, _DOTS)
                painter.fillRect(place, QColor(Qt.GlobalColor.black))
    painter.end()
    return image


def _length(points: float) -> float:
    """Points as Qt wants them in a text document: in dots of the screen."""
    screen = QGuiApplication.primaryScreen()
    return points * (screen.logicalDotsPerInchY() if screen else 96.0) / 72
