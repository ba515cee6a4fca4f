"""Settings: language, look, text size, e-mail limit, PIN, the folders of this PC, help for support."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from storage.domain.changes import ChangeSet
from storage.domain.codes import Code
from storage.domain.folding import normalise
from storage.domain.role import Role
from ui.window.application import TEXT_SIZES, language_of, scheme_of, text_percent_of
from ui.window.folder_dialog import ask_folder
from ui.window.operations.first_start import write_request
from ui.window.operations.support import write_support_package
from ui.window.page import Card, Page, heading_label, row_of, set_tone, text_label, title_label
from ui.window.pin import ask_pin
from ui.window.theme import apply_theme
from ui.window.workplace import BY, LONGEST_BY, Workplace

translate = QCoreApplication.translate
MAIL_BUDGETS = (7, 14, 18)
"""MiB of one e-mail part, for mail systems that take 10, 20 and 25 MB."""


class SettingsPage(Page):
    """Every choice is kept at once; only the language waits for the next start."""

    watches = ChangeSet()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.language = QComboBox(self)
        self.language.addItem("Tiếng Việt", "vi")
        self.language.addItem("English", "en")
        self.scheme = QComboBox(self)
        self.scheme.addItem(translate("SettingsPage", "Light"), "light")
        self.scheme.addItem(translate("SettingsPage", "Dark"), "dark")
        self.text_size = QComboBox(self)
        for percent in TEXT_SIZES:
            self.text_size.addItem(f"{percent} %", percent)
        self.mail_budget = QComboBox(self)
        for mebibytes in MAIL_BUDGETS:
            self.mail_budget.addItem(f"{mebibytes} MB", mebibytes)
        self.by = QLineEdit(self)
        self.by.setMaxLength(LONGEST_BY)
        self.by_told = text_label("", self)
        self.by_told.hide()
        self._request_folder = Path()
        self.after_restart = text_label("", self, muted=True)
        self.after_restart.hide()
        self._show_choices()
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for card in (self._make_look(), self._make_by(), self._make_keys(), self._make_help()):
            column.addWidget(card)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(title_label(translate("SettingsPage", "Settings"), self))
        outer.addWidget(scroll, 1)
        self.language.activated.connect(self._language_chosen)
        self.scheme.activated.connect(self._look_chosen)
        self.text_size.activated.connect(self._look_chosen)
        self.mail_budget.activated.connect(self._budget_chosen)
        self.by.editingFinished.connect(self._by_chosen)

    def _show_choices(self) -> None:
        settings = self.workplace.settings
        self.language.setCurrentIndex(self.language.findData(language_of(settings)))
        self.scheme.setCurrentIndex(self.scheme.findData(scheme_of(settings)))
        self.text_size.setCurrentIndex(self.text_size.findData(text_percent_of(settings)))
        found = str(settings.value("mail_budget_mib", ""))
        budget = int(found) if found.isdecimal() and int(found) in MAIL_BUDGETS else MAIL_BUDGETS[1]
        self.mail_budget.setCurrentIndex(self.mail_budget.findData(budget))
        self.by.setText(self.workplace.by)

    # Cards

    def _make_look(self) -> Card:
        card = Card(self)
        card.content.addWidget(heading_label(translate("SettingsPage", "Language and look"), card))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.addRow(translate("SettingsPage", "&Language:"), self.language)
        form.addRow(translate("SettingsPage", "L&ook:"), self.scheme)
        form.addRow(translate("SettingsPage", "&Text size:"), self.text_size)
        form.addRow(translate("SettingsPage", "Largest &e-mail part:"), self.mail_budget)
        card.content.addLayout(form)
        card.content.addWidget(self.after_restart)
        return card

    def _make_by(self) -> Card:
        card = Card(self)
        card.content.addWidget(heading_label(translate("SettingsPage", "Who works at this PC"), card))
        text = translate(
            "SettingsPage",
            "A short mark of the program's own user, such as initials. It stands beside what is recorded from now on, "
            "travels with it, and goes nowhere else. May stay empty.",
        )
        card.content.addWidget(text_label(text, card, muted=True))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.addRow(translate("SettingsPage", "&Mark:"), self.by)
        card.content.addLayout(form)
        card.content.addWidget(self.by_told)
        return card

    def _make_keys(self) -> Card:
        card = Card(self)
        card.content.addWidget(heading_label(translate("SettingsPage", "PIN and recovery code"), card))
        text = translate(
            "SettingsPage", "The PIN opens the keys of this PC. If it is forgotten, the recovery code on paper replaces it."
        )
        card.content.addWidget(text_label(text, card, muted=True))
        self.change_pin = QPushButton(translate("SettingsPage", "Change the &PIN…"), card)
        self.change_pin.clicked.connect(self._change_pin)
        self.renew_code = QPushButton(translate("SettingsPage", "New &recovery code…"), card)
        self.renew_code.clicked.connect(self._renew_code)
        self.request = QPushButton(translate("SettingsPage", "&Write the enrolment request…"), card)
        self.request.clicked.connect(self._ask_request_folder)
        self.request.setVisible(self.workplace.identity.role is Role.OFFICE)
        card.content.addLayout(row_of(self.change_pin, self.renew_code, self.request))
        return card

    def _make_help(self) -> Card:
        card = Card(self)
        card.content.addWidget(heading_label(translate("SettingsPage", "Folders and support"), card))
        folder = QLabel(str(self.workplace.folders.data), card)
        folder.setProperty("role", "muted")
        folder.setWordWrap(True)
        card.content.addWidget(folder)
        self.open_data = QPushButton(translate("SettingsPage", "Open the &data folder"), card)
        self.open_data.clicked.connect(self._open_data)
        self.support = QPushButton(translate("SettingsPage", "&Save a file for support…"), card)
        self.support.setToolTip(translate("SettingsPage", "The log and the versions; nothing that was typed, no keys."))
        self.support.clicked.connect(self._ask_support_file)
        self.about = QPushButton(translate("SettingsPage", "&About the program…"), card)
        self.about.clicked.connect(self._show_about)
        card.content.addLayout(row_of(self.open_data, self.support, self.about))
        return card

    # Slots

    @Slot(int)
    def _language_chosen(self, _: int) -> None:
        self.workplace.settings.setValue("language", self.language.currentData())
        self.after_restart.setText(translate("SettingsPage", "The language changes when the program is started again."))
        self.after_restart.setVisible(self.language.currentData() != self.workplace.language)

    @Slot(int)
    def _look_chosen(self, _: int) -> None:
        settings = self.workplace.settings
        settings.setValue("scheme", self.scheme.currentData())
        settings.setValue("text_percent", self.text_size.currentData())
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_theme(application, scheme=scheme_of(settings), text_percent=text_percent_of(settings))

    @Slot(int)
    def _budget_chosen(self, _: int) -> None:
        self.workplace.settings.setValue("mail_budget_mib", self.mail_budget.currentData())

    @Slot()
    def _by_chosen(self) -> None:
        """A mark, no address: numbers and addresses of people have no place in the journal, those of users neither."""
        from storage.domain.text_check import check_text

        mark = normalise(self.by.text()).strip()
        found = next((one.code for one in check_text(mark) if one.code is not Code.TEXT_PERSON_NAME), None)
        self.by_told.setVisible(found is not None)
        if found is not None:
            self.by_told.setText(self.workplace.words.sentence(found))
            set_tone(self.by_told, "bad")
        else:
            self.workplace.settings.setValue(BY, mark)

    @Slot()
    def _change_pin(self) -> None:
        from ui.window.pin_change import ChangePinDialog

        dialog = ChangePinDialog(self.workplace, self)
        dialog.changed.connect(self._pin_changed)
        dialog.open()

    @Slot()
    def _pin_changed(self) -> None:
        self.said.emit(Code.OK)

    @Slot()
    def _renew_code(self) -> None:
        from ui.window.pin_change import RecoveryCodeDialog

        RecoveryCodeDialog(self.workplace, self).open()

    @Slot()
    def _ask_request_folder(self) -> None:
        ask_folder(self, translate("SettingsPage", "Where to write the request"), self.write_request)

    @Slot(str)
    def write_request(self, folder: str) -> None:
        """Asks for the PIN if need be, then writes the enrolment request and its sheet into a folder."""
        self._request_folder = Path(folder)
        ask_pin(self.workplace, self, self._write_request, failed=self.tell_failure)

    @Slot()
    def _write_request(self) -> None:
        self.run(write_request(target=self._request_folder, language=self.workplace.language), self._request_written)

    @Slot(object)
    def _request_written(self, _: object) -> None:
        self.said.emit(Code.OK)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._request_folder)))

    @Slot()
    def _open_data(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.workplace.folders.data)))

    @Slot()
    def _show_about(self) -> None:
        from ui.window.about import AboutDialog

        AboutDialog(self.workplace.words, self).open()

    @Slot()
    def _ask_support_file(self) -> None:
        dialog = QFileDialog(self, translate("SettingsPage", "Save a file for support"), "", "*.txt")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile("so-hoat-dong-support.txt")
        dialog.fileSelected.connect(self.save_support_file)
        dialog.open()

    @Slot(str)
    def save_support_file(self, name: str) -> None:
        """Writes the support file."""
        folders = self.workplace.folders
        job = write_support_package(target=Path(name), log_folders=(folders.data, folders.markers.parent))
        self.run(job, self._support_saved)

    @Slot(object)
    def _support_saved(self, path: object) -> None:
        self.said.emit(Code.OK)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(str(path)).parent)))
