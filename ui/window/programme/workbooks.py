"""The draft from and to workbooks: choosing files, taking what was read into the draft, telling every mistake."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QDir, QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog

from storage.domain.codes import Code
from ui.window.operations import programme as operations
from ui.window.page import Page
from ui.window.programme.book import PlanBook
from ui.window.programme.head import PlanHead
from ui.window.programme.problem_dialog import ProblemDialog
from ui.window.programme.values import Raw
from ui.window.workplace import Workplace

translate = QCoreApplication.translate
FOLDER = "folders/plan"


def plan_folder(workplace: Workplace) -> Path:
    """The folder that was used last for workbooks and kits."""
    return Path(str(workplace.settings.value(FOLDER, QDir.homePath())))


class Workbooks(QObject):
    """Lives as long as its page, whose jobs these are."""

    def __init__(self, page: Page, book: PlanBook, head: PlanHead) -> None:
        super().__init__(page)
        self._page, self._book = page, book
        head.import_wanted.connect(self._ask_import)
        head.export_wanted.connect(self._ask_export)

    @Slot(bool)
    def _ask_import(self, offices: bool) -> None:
        title = (
            translate("Workbooks", "Workbook of offices") if offices else translate("Workbooks", "Workbook of the programme")
        )
        dialog = QFileDialog(self._page, title, str(plan_folder(self._page.workplace)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter("*.xlsx")
        dialog.fileSelected.connect(self.import_offices if offices else self.import_programme)
        dialog.open()

    @Slot(str)
    def import_programme(self, name: str) -> None:
        """Takes a workbook's programme into the draft."""
        self._page.run(operations.import_programme(path=Path(name)), self._imported)

    @Slot(str)
    def import_offices(self, name: str) -> None:
        """Takes a workbook's offices into the draft."""
        self._page.run(operations.import_offices(path=Path(name)), self._imported)

    @Slot(object)
    def _imported(self, result: object) -> None:
        if isinstance(result, dict):
            self._book.exchange({**self._book.raw, **cast(Raw, result)})
            self._page.said.emit(Code.OK)
            return
        from export.documents.plan_tables import PlanProblem

        words = self._page.workplace.words
        problems = cast("tuple[PlanProblem, ...]", result)
        lines = [
            f"{one.place}: {words.sentence(one.error.code, one.error.parameters)} "
            f"{words.next_step(one.error.code, one.error.parameters)}"
            for one in problems
        ]
        title = translate("Workbooks", "Mistakes in the workbook")
        hint = translate("Workbooks", "Nothing was taken from it. Correct these places, save the workbook and choose it again.")
        ProblemDialog(title, hint, lines, self._page).open()

    @Slot(bool)
    def _ask_export(self, offices: bool) -> None:
        dialog = QFileDialog(self._page, translate("Workbooks", "Save the workbook"), str(plan_folder(self._page.workplace)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile("shd-co-quan.xlsx" if offices else "shd-ke-hoach.xlsx")
        dialog.fileSelected.connect(self.export_offices if offices else self.export_programme)
        dialog.open()

    @Slot(str)
    def export_programme(self, name: str) -> None:
        """Writes the draft's programme to a workbook."""
        self._export(name, offices=False)

    @Slot(str)
    def export_offices(self, name: str) -> None:
        """Writes the draft's offices to a workbook."""
        self._export(name, offices=True)

    def _export(self, name: str, *, offices: bool) -> None:
        language = self._page.workplace.language
        job = operations.export_workbook(raw=self._book.raw, path=Path(name), offices=offices, language=language)
        self._page.run(job, self._exported)

    @Slot(object)
    def _exported(self, _path: object) -> None:
        self._page.said.emit(Code.OK)
