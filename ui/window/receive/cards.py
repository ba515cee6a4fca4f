"""The newest receipt in plain words, and what became of the files that were opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QListWidget, QListWidgetItem, QWidget

from storage.domain.codes import Exit, exit_code
from storage.messages.catalogue import Catalogue
from ui.window.list_icons import list_icon
from ui.window.moments import moment_text
from ui.window.page import Card, heading_label, set_tone, text_label
from ui.window.receive.view import ReceiptView, Shortfall, Told

translate = QCoreApplication.translate
_TONES = {"accepted": "good", "returned": "bad", "reopened": "warn", "received": ""}
_ICONS = {Exit.DONE: "circle-check", Exit.FINDINGS: "triangle-alert"}


class ReceiptCard(Card):
    """The newest receipt."""

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._heading = heading_label("", self)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._lacking = text_label(parent=self)
        set_tone(self._lacking, "warn")
        self.content.addWidget(self._heading)
        self.content.addLayout(self._grid)
        self.content.addWidget(self._lacking)

    def show_receipt(self, view: ReceiptView) -> None:
        """Replaces what is shown."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if not view.no:
            self._heading.setText(translate("ReceiptCard", "No receipt has come from the centre yet."))
        else:
            text = translate("ReceiptCard", "Receipt {number} of {moment}")
            self._heading.setText(text.format(number=view.no, moment=moment_text(view.created)))
        for row, line in enumerate(view.periods):
            received = translate("ReceiptCard", "arrived on {date}").format(date=self._words.date(line.received))
            remarks = translate("ReceiptCard", "%n remark(s)", "", line.remarks)
            cells = (
                text_label(line.name[:1].upper() + line.name[1:], self),
                text_label(self._words.word(line.state), self),
                text_label(received if line.received else "", self, muted=True),
                text_label(remarks if line.remarks else "", self, muted=True),
            )
            set_tone(cells[1], _TONES[line.state])
            for column, cell in enumerate(cells):
                cell.setWordWrap(False)
                self._grid.addWidget(cell, row, column)
        self._grid.setColumnStretch(3, 1)
        self._lacking.setText("\n".join(shortfall_lines(view.shortfall)))
        self._lacking.setVisible(bool(view.shortfall))


def shortfall_lines(lacking: Shortfall) -> list[str]:
    """What the centre still lacks, and what to do about it: mostly nothing but the next bundle."""
    lines = []
    if lacking.entries:
        lines.append(
            translate(
                "ReceiptCard", "The centre lacks %n entry(ies); the next bundle brings them by itself.", "", lacking.entries
            )
        )
    if lacking.attachments:
        lines.append(
            translate(
                "ReceiptCard",
                "The centre lacks %n attachment(s); the next bundle brings them by itself.",
                "",
                lacking.attachments,
            )
        )
    if lacking.forked:
        lines.append(
            translate(
                "ReceiptCard",
                "The centre has two histories of this office, after a restore or on a copied PC. The centre decides.",
            )
        )
    if lacking.rejected:
        lines.append(
            translate(
                "ReceiptCard", "%n entry(ies) do not count, because the key of that time was ended.", "", lacking.rejected
            )
        )
    if lacking.conflicts:
        lines.append(
            translate(
                "ReceiptCard",
                "%n activity(ies) exist in several versions at the centre, which decides between them.",
                "",
                lacking.conflicts,
            )
        )
    return lines


class ToldList(QListWidget):
    """One entry a file: what it was, what to do next."""

    def __init__(self, words: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(translate("ToldList", "Files that were opened"))
        self.setWordWrap(True)
        self.setSpacing(3)
        self.setIconSize(QSize(20, 20))
        self.hide()

    def show_told(self, told: Sequence[Told]) -> None:
        """Replaces the list by the outcome of one opening."""
        self.clear()
        for each in told:
            lines = [f"{each.file.name}: {self._words.sentence(each.code, each.parameters)}"]
            lines += [self._words.sentence(code, each.parameters) for code in each.remarks if code is not each.code]
            lines.append(self._words.next_step(each.code, each.parameters))
            item = QListWidgetItem("\n".join(line for line in lines if line), self)
            item.setIcon(list_icon(_ICONS.get(exit_code(each.code), "circle-x"), self.palette()))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self.setVisible(bool(told))
        rows = min(len(told), 3)
        self.setMaximumHeight(rows * (self.fontMetrics().lineSpacing() * 3 + 14) + 8)
