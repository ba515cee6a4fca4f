"""The steps on which the plan and the offices are taken: built in, or from a workbook; mistakes are listed by row."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QPushButton, QWidget

from export.documents.official_format import whole_number
from ui.window.centre_setup.flow import CentreFlow
from ui.window.page import Card, heading_label, text_label
from ui.window.step_wizard import StepPage

translate = QCoreApplication.translate


class DocumentPage(StepPage[CentreFlow]):
    """A document: what was taken, the buttons for another one, the mistakes. ``wanted``: a path, None = built-in."""

    wanted = Signal(object)
    template_wanted = Signal(object)

    def __init__(
        self, title: str, explanation: str, *, builtin_text: str, template_text: str, file_name: str, parent: QWidget | None
    ) -> None:
        super().__init__(title, explanation, parent)
        self._file_name = file_name
        card = Card(self)
        self.name = heading_label("", card)
        self.counts = text_label("", card)
        self.builtin = QPushButton(builtin_text, card)
        self.browse = QPushButton(translate("DocumentPage", "From a &file…"), card)
        self.template = QPushButton(template_text, card)
        row = QHBoxLayout()
        for button in (self.builtin, self.browse, self.template):
            row.addWidget(button)
        row.addStretch(1)
        card.content.addWidget(self.name)
        card.content.addWidget(self.counts)
        card.content.addLayout(row)
        self.column.addWidget(card)
        self.problems = QListWidget(self)
        self.problems.setAccessibleName(translate("DocumentPage", "Mistakes in the workbook"))
        self.problems.setWordWrap(True)
        self.problems.setAlternatingRowColors(True)
        self.problems.hide()
        self.column.addWidget(self.problems, 1)
        self.column.addStretch(0)
        self.builtin.clicked.connect(self._take_builtin)
        self.browse.clicked.connect(self._browse)
        self.template.clicked.connect(self._save)

    def show_problems(self, lines: Sequence[str]) -> None:
        """The mistakes of a workbook, each with its place; none hides the list."""
        self.problems.clear()
        self.problems.addItems(list(lines))
        self.problems.setVisible(bool(lines))

    @Slot()
    def _take_builtin(self) -> None:
        self.wanted.emit(None)

    @Slot()
    def _browse(self) -> None:
        dialog = QFileDialog(self, self.title, QDir.homePath(), "*.xlsx *.json")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._picked)
        dialog.open()

    @Slot(str)
    def _picked(self, name: str) -> None:
        self.wanted.emit(Path(name))

    @Slot()
    def _save(self) -> None:
        dialog = QFileDialog(self, self.template.text().replace("&", ""), QDir.homePath(), "*.xlsx")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(self._file_name)
        dialog.fileSelected.connect(self._save_picked)
        dialog.open()

    @Slot(str)
    def _save_picked(self, name: str) -> None:
        self.template_wanted.emit(Path(name))


class CentreProgrammePage(DocumentPage):
    """The plan with the number of its tasks and indicators."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("CentreProgrammePage", "Which plan do the offices report on?"),
            translate(
                "CentreProgrammePage",
                "Take the plan that comes with the program, or one that you have written in a workbook. "
                "To begin from the built-in one, write it to Excel, change it there and open it here.",
            ),
            builtin_text=translate("CentreProgrammePage", "B&uilt-in plan"),
            template_text=translate("CentreProgrammePage", "&Write the built-in plan to Excel…"),
            file_name="shd-plan.xlsx",
            parent=parent,
        )

    def show_flow(self, flow: CentreFlow) -> None:
        chosen = flow.answers.programme
        self.name.setText(chosen.title if chosen else translate("CentreProgrammePage", "No plan yet"))
        if chosen is None:
            self.counts.setText("")
            return
        source = chosen.source.name if chosen.source else translate("CentreProgrammePage", "built in")
        self.counts.setText(
            translate("CentreProgrammePage", "Tasks: {tasks}. Indicators: {indicators}. Source: {source}.").format(
                tasks=whole_number(chosen.tasks), indicators=whole_number(chosen.indicators), source=source
            )
        )


class CentreOfficesPage(DocumentPage):
    """The register with the number of its offices."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("CentreOfficesPage", "Which offices report?"),
            translate(
                "CentreOfficesPage",
                "The built-in list holds the offices of the plan and what became of them since. "
                "The list from a workbook must fit the plan that was chosen.",
            ),
            builtin_text=translate("CentreOfficesPage", "B&uilt-in offices"),
            template_text=translate("CentreOfficesPage", "&Write the built-in offices to Excel…"),
            file_name="shd-offices.xlsx",
            parent=parent,
        )

    def show_flow(self, flow: CentreFlow) -> None:
        chosen = flow.answers.offices
        if chosen is None:
            self.name.setText(translate("CentreOfficesPage", "No offices yet"))
            self.counts.setText("")
            return
        self.name.setText(
            translate("CentreOfficesPage", "Offices that exist today: {count}").format(count=whole_number(chosen.in_force))
        )
        source = chosen.source.name if chosen.source else translate("CentreOfficesPage", "built in")
        self.counts.setText(translate("CentreOfficesPage", "Source: {source}.").format(source=source))
