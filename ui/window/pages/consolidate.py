"""The page on which the centre compiles a period: figures with what stands behind them, the words, and the report."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import msgspec
from PySide6.QtCore import QCoreApplication, QDir, QSignalBlocker, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QMessageBox, QTabWidget, QVBoxLayout, QWidget

from storage.domain.changes import ChangeSet
from storage.domain.codes import Code
from storage.journal.entries import Signature
from ui.window.consolidate.figures_tab import FiguresTab
from ui.window.consolidate.report_tab import ReportTab
from ui.window.consolidate.span_presenter import SpanPresenter
from ui.window.consolidate.span_tab import SpanTab
from ui.window.consolidate.texts_tab import TextsTab
from ui.window.consolidate.view import ActivityLine, ConsolidateView
from ui.window.moments import moment_text
from ui.window.operations import consolidate as operations
from ui.window.operations.period import PrintableReport, write_file
from ui.window.page import Page, title_label
from ui.window.period.sign_tab import read_day
from ui.window.workplace import Workplace

translate = QCoreApplication.translate
_SIGNATURE = "consolidate/signature"


class ConsolidatePage(Page):
    """Reads a period once; the tabs only show parts of what was read."""

    watches = ChangeSet(activities=True, periods=True, registry=True, exchange=True)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.view: ConsolidateView | None = None
        self._target: Path | None = None
        self.period = QComboBox(self)
        self.period.setAccessibleName(translate("ConsolidatePage", "Period"))
        self.period.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.period.currentIndexChanged.connect(self._choose)
        self.figures = FiguresTab(self)
        self.texts = TextsTab(workplace.words, self)
        self.report = ReportTab(self)
        self.several = SpanTab(self)
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self.figures, translate("ConsolidatePage", "Fig&ures"))
        self.tabs.addTab(self.texts, translate("ConsolidatePage", "Te&xts"))
        self.tabs.addTab(self.report, translate("ConsolidatePage", "&Report"))
        self.tabs.addTab(self.several, translate("ConsolidatePage", "Se&veral periods"))
        self.spans = SpanPresenter(self, self.several, self.report)
        self.tabs.currentChanged.connect(self._turned)
        self.figures.office_wanted.connect(self._read_activities)
        self.texts.save_wanted.connect(self._save_text)
        self.report.file_wanted.connect(self._ask_where)
        self.report.freeze_wanted.connect(self._ask_to_freeze)
        head = QHBoxLayout()
        head.addWidget(title_label(translate("ConsolidatePage", "Consolidate"), self))
        head.addStretch(1)
        self.period_label = QLabel(translate("ConsolidatePage", "Per&iod:"), self)
        self.period_label.setBuddy(self.period)
        head.addWidget(self.period_label)
        head.addWidget(self.period)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.tabs, 1)
        self._show_signature()

    def refresh(self) -> None:
        """Reads the chosen period, and the several ones once somebody has looked at them."""
        self._read(str(self.period.currentData() or ""))
        self.spans.refresh()

    def show_argument(self, argument: object) -> None:
        """A period's code."""
        if isinstance(argument, str):
            self._read(argument)

    def _read(self, period: str) -> None:
        self.run(operations.show_consolidation(period=period, language=self.workplace.language), self._show)

    @Slot()
    def _choose(self) -> None:
        self._read(str(self.period.currentData() or ""))

    @Slot(int)
    def _turned(self, place: int) -> None:
        """Several periods are chosen on their own tab."""
        several = self.tabs.widget(place) is self.several
        self.period.setVisible(not several)
        self.period_label.setVisible(not several)
        if several:
            self.spans.open()

    @Slot(object)
    def _show(self, answer: object) -> None:
        view = self.view = cast(ConsolidateView, answer)
        with QSignalBlocker(self.period):
            self.period.clear()
            for choice in view.periods:
                self.period.addItem(choice.name[:1].upper() + choice.name[1:], choice.code)
            self.period.setCurrentIndex(self.period.findData(view.period.code))
        self.figures.show_view(view)
        self.texts.show_view(view)
        self.report.show_view(view, frozen_at=moment_text(view.frozen_at) if view.frozen_at else "")

    @Slot(str, str)
    def _read_activities(self, indicator: str, office: str) -> None:
        if self.view is not None:
            job = operations.show_activities(
                period=self.view.period.code, office=office, indicator=indicator, language=self.workplace.language
            )
            self.run(job, self._show_activities)

    @Slot(object)
    def _show_activities(self, answer: object) -> None:
        self.figures.show_activities(cast("tuple[ActivityLine, ...]", answer))

    # The centre's own words

    @Slot(str, str)
    def _save_text(self, section: str, text: str) -> None:
        if self.view is None:
            return
        job = operations.save_text(period=self.view.period.code, section=section, text=text, by=self.workplace.by)

        def saved(_: object) -> None:
            self.texts.saved(section, text)
            self.said.emit(Code.OK)
            self.workplace.announcer.announce(ChangeSet(periods=True))

        self.run(job, saved)

    # The report

    @Slot(str)
    def _ask_where(self, suffix: str) -> None:
        if self.view is None:
            return
        folder = str(self.workplace.settings.value("folders/documents", QDir.homePath()))
        dialog = QFileDialog(self, translate("ConsolidatePage", "Save the consolidated report"), folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix.lstrip("."))
        dialog.setNameFilter(f"*{suffix}")
        dialog.selectFile(f"bao-cao-tong-hop-{self.view.period.code}{suffix}")
        dialog.fileSelected.connect(self._named)
        dialog.open()

    @Slot(str)
    def _named(self, name: str) -> None:
        self.write(Path(name))

    def write(self, target: Path) -> None:
        """Writes the report, by the file's name, and opens it."""
        if self.view is None:
            return
        self._target = target
        settings, signature, period = self.workplace.settings, self.report.signature, self.view.period.code
        settings.setValue("folders/documents", str(target.parent))
        settings.setValue(_SIGNATURE, msgspec.json.encode(signature).decode())
        if target.suffix.lower() == ".pdf":
            self.run(operations.report_to_print(period=period, signature=signature), self._draw)
            return
        job = operations.write_report(period=period, target=target, signature=signature, language=self.workplace.language)
        self.run(job, self._written, cancellable=True)

    @Slot(object)
    def _draw(self, printable: object) -> None:
        """Qt draws text in the window's thread alone."""
        from ui.printing.pdf import render_pdf

        report = cast(PrintableReport, printable)
        if self._target is not None:
            self.run(write_file(target=self._target, content=render_pdf(report.document, report.properties)), self._written)

    @Slot(object)
    def _written(self, _: object) -> None:
        self.said.emit(Code.OK)
        if self._target is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._target)))

    @Slot()
    def _ask_to_freeze(self) -> None:
        if self.view is None:
            return
        box = QMessageBox(
            QMessageBox.Icon.Question,
            translate("ConsolidatePage", "Freeze the figures"),
            translate(
                "ConsolidatePage",
                "The figures of this period are written down as they are now. Imports that they rest on can no longer be "
                "taken back; later changes are listed beside them.",
            ),
            QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No,
            self,
        )
        box.setDefaultButton(QMessageBox.StandardButton.No)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._freeze_answered)
        box.open()

    @Slot(int)
    def _freeze_answered(self, answer: int) -> None:
        if answer == QMessageBox.StandardButton.Yes.value:
            self.freeze()

    def freeze(self) -> None:
        """Freezes the figures of the period shown."""
        if self.view is not None:
            self.run(operations.freeze_figures(period=self.view.period.code, by=self.workplace.by), self._frozen)

    @Slot(object)
    def _frozen(self, _: object) -> None:
        self.said.emit(Code.OK)
        self.workplace.announcer.announce(ChangeSet(periods=True))

    def _show_signature(self) -> None:
        try:
            kept = msgspec.json.decode(str(self.workplace.settings.value(_SIGNATURE, "{}")), type=Signature)
        except msgspec.MsgspecError:
            return
        self.report.name.setText(kept.name)
        self.report.title.setText(kept.title)
        self.report.place.setText(kept.place)
        day = read_day("/".join(reversed(kept.date.split("-"))))
        self.report.day.setText(day.toString("dd/MM/yyyy") if day.isValid() else "")
