"""The keys of the centre: who holds which, since when, the digits of the printed letter, and renewing them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from storage.domain.codes import Code
from ui.window.enrolment.check_panel import SHOWN_OF_KEY
from ui.window.enrolment.keys_lost_dialog import CodeOfKeysDialog, KeysLostDialog
from ui.window.enrolment.renew_dialog import RenewDialog
from ui.window.hand_over.work_steps import in_groups
from ui.window.moments import moment_text
from ui.window.operations import enrolment as operations
from ui.window.operations.enrolment import IssuedKit, RenewalChoice
from ui.window.page import Card, Page, heading_label, set_tone, text_label
from ui.window.pin import ask_pin

if TYPE_CHECKING:
    from export.exchange.recovery import Recovered
    from export.exchange.rotation import TrustStanding

translate = QCoreApplication.translate
ROLES = {
    "root": (
        QT_TRANSLATE_NOOP("TrustTab", "Root key"),
        QT_TRANSLATE_NOOP("TrustTab", "signs the list of all keys; everything rests on it"),
    ),
    "kit": (QT_TRANSLATE_NOOP("TrustTab", "Kit key"), QT_TRANSLATE_NOOP("TrustTab", "signs kits for the offices")),
    "receipt": (
        QT_TRANSLATE_NOOP("TrustTab", "Receipt key"),
        QT_TRANSLATE_NOOP("TrustTab", "signs receipts and what is sent back"),
    ),
}
_OLD_DAYS = 400


class TrustTab(QWidget):
    """``renewed(IssuedKit)`` after keys were renewed and the kit that tells so was written; ``recovered`` after a loss."""

    renewed = Signal(object)
    recovered = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._standing: TrustStanding | None = None
        self._choice: RenewalChoice | None = None
        self.version = heading_label("", self)
        self.age = text_label(parent=self)
        self.fingerprint = heading_label("", self)
        self.fingerprint.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.fingerprint.setAccessibleName(translate("TrustTab", "Digits of the printed letter"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(10)
        self.renew = QPushButton(translate("TrustTab", "&Renew keys…"), self)
        self.renew.clicked.connect(self._ask)
        self.make_again = QPushButton(translate("TrustTab", "&Make keys again with the sticks…"), self)
        self.make_again.setProperty("role", "primary")
        self.make_again.clicked.connect(self._ask_sticks)
        self.make_again.hide()
        self.told = text_label(parent=self)
        self.told.hide()
        self._arrange()

    def _arrange(self) -> None:
        keys, letter = Card(self), Card(self)
        keys.content.addWidget(self.version)
        keys.content.addWidget(self.age)
        keys.content.addLayout(self._grid)
        row = QHBoxLayout()
        row.addWidget(self.renew)
        row.addWidget(self.make_again)
        row.addStretch(1)
        keys.content.addLayout(row)
        keys.content.addWidget(self.told)
        letter.content.addWidget(text_label(translate("TrustTab", "Digits of the printed letter for new offices:"), self))
        letter.content.addWidget(self.fingerprint)
        letter.content.addWidget(
            text_label(
                translate("TrustTab", "They stay the same for the whole life of this centre, whatever keys are renewed."),
                self,
                muted=True,
            )
        )
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(keys)
        column.addWidget(letter)
        column.addStretch(1)

    def show_trust(self, standing: TrustStanding, now: datetime) -> None:
        """The list of keys in force."""
        self._standing = standing
        text = translate("TrustTab", "List of keys, version {no}, since {moment}")
        self.version.setText(text.format(no=standing.version, moment=moment_text(standing.since)))
        self.renew.setVisible(not standing.keys_lost)
        self.make_again.setVisible(standing.keys_lost)
        days = _days_since(standing.since, now)
        if standing.keys_lost:
            self.age.setText(self._page.workplace.words.sentence(Code.KEYS_LOST))
        elif days > _OLD_DAYS:
            self.age.setText(translate("TrustTab", "Keys do not expire, but these are %n day(s) old: renew them.", "", days))
        else:
            self.age.setText(
                translate(
                    "TrustTab",
                    "Keys do not expire by themselves. Renew them once a year, and at once when a stick or this PC is lost.",
                )
            )
        set_tone(self.age, "bad" if standing.keys_lost else "warn" if days > _OLD_DAYS else "")
        self.fingerprint.setText(in_groups(standing.fingerprint))
        self._show_roles(standing)

    def _show_roles(self, standing: TrustStanding) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for place, one in enumerate(standing.roles):
            title, purpose = ROLES[one.role.value]
            elsewhere = translate("TrustTab", "not on this PC") if standing.keys_lost else translate("TrustTab", "on sticks")
            where = translate("TrustTab", "on this PC") if one.here else elsewhere
            asked = translate("TrustTab", "{needed} of {count} must sign").format(needed=one.threshold, count=len(one.keys))
            numbered = ",  ".join(f"{number}: {keyid[:SHOWN_OF_KEY]}" for number, keyid in enumerate(one.keys, 1))
            cells = (
                text_label(translate("TrustTab", str(title)), self),
                text_label(translate("TrustTab", str(purpose)), self, muted=True),
                text_label(f"{where}; {asked}", self),
                text_label(numbered, self, muted=True),
            )
            for column, cell in enumerate(cells):
                self._grid.addWidget(cell, place, column)
        for column, share in enumerate((2, 4, 3, 4)):
            self._grid.setColumnStretch(column, share)

    # Renewing

    @Slot()
    def _ask(self) -> None:
        if self._standing is not None:
            dialog = RenewDialog(self._page.workplace.words, self._standing, self)
            dialog.accepted.connect(self._chosen)
            dialog.open()

    @Slot()
    def _chosen(self) -> None:
        self.renew_keys(cast(RenewDialog, self.sender()).choice)

    def renew_keys(self, choice: RenewalChoice) -> None:
        """Asks for the PIN when the keys are locked, then renews."""
        self._choice = choice
        ask_pin(self._page.workplace, self, self._renew, failed=self._page.tell_failure)

    def _renew(self) -> None:
        if self._choice is not None:
            self.renew.setEnabled(False)
            job = operations.renew_keys(choice=self._choice, by=self._page.workplace.by)
            handle = self._page.run(job, self._renewed)
            handle.finished.connect(self._finished)

    @Slot()
    def _finished(self) -> None:
        self.renew.setEnabled(True)

    @Slot(object)
    def _renewed(self, result: object) -> None:
        made = cast(IssuedKit, result)
        count = len(made.renewed.made) if made.renewed else 0
        lines = [translate("TrustTab", "%n key(s) were renewed.", "", count)]
        files = made.renewed.files if made.renewed else []
        if files:
            text = translate("TrustTab", "New sticks: {files}. Number them and keep them apart; destroy the old ones.")
            lines.append(text.format(files=", ".join(str(path) for path in files)))
        text = translate(
            "TrustTab", "Kit {no} tells the offices: {file}. Until an office opens it, it knows the old keys only."
        )
        lines.append(text.format(no=made.no, file=made.path))
        self.told.setText("\n".join(lines))
        set_tone(self.told, "good")
        self.told.show()
        self.renewed.emit(made)

    # After a loss

    @Slot()
    def _ask_sticks(self) -> None:
        if self._standing is not None:
            root = next(one for one in self._standing.roles if one.role.value == "root")
            dialog = KeysLostDialog(self._page.workplace.words, root.threshold, self)
            dialog.accepted.connect(self._sticks_given)
            dialog.open()

    @Slot()
    def _sticks_given(self) -> None:
        choice = cast(KeysLostDialog, self.sender()).choice
        self.make_again.setEnabled(False)
        handle = self._page.run(operations.make_keys_again(choice=choice, by=self._page.workplace.by), self._recovered)
        handle.finished.connect(self._made_again)

    @Slot()
    def _made_again(self) -> None:
        self.make_again.setEnabled(True)

    @Slot(object)
    def _recovered(self, result: object) -> None:
        made = cast("Recovered", result)
        text = translate(
            "TrustTab", "The keys are on this PC again, list of keys version {no}. Issue a kit now: it tells the offices."
        )
        self.told.setText(text.format(no=made.version))
        set_tone(self.told, "good")
        self.told.show()
        CodeOfKeysDialog(made.recovery_code, self._page.workplace.words, self).open()
        self.recovered.emit()


def _days_since(moment: str, now: datetime) -> int:
    try:
        return (now - datetime.fromisoformat(moment)).days
    except ValueError:
        return 0
