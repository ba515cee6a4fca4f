"""The steps about the centre itself and the sticks that keep its root key."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from ui.window.centre_setup.flow import Centre, CentreFlow, Keeping, Missing, OfficeLine
from ui.window.folder_dialog import ask_folder
from ui.window.page import Card, set_tone, text_label
from ui.window.step_wizard import StepPage

translate = QCoreApplication.translate


class CentreNamePage(StepPage[CentreFlow]):
    """Which office of the register compiles, its name, its switchboard, and the mark in all files."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("CentreNamePage", "Which office is the centre?"),
            translate(
                "CentreNamePage", "Offices see this name and telephone number in the kit. Only a switchboard, nobody's own."
            ),
            parent,
        )
        self._offices: tuple[OfficeLine, ...] = ()
        self.office = QComboBox(self)
        self.office.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.office.setMinimumContentsLength(30)
        self.name, self.telephone, self.organisation = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        form = QFormLayout()
        form.addRow(translate("CentreNamePage", "O&ffice of the list:"), self.office)
        form.addRow(translate("CentreNamePage", "Na&me:"), self.name)
        form.addRow(translate("CentreNamePage", "&Telephone:"), self.telephone)
        form.addRow(translate("CentreNamePage", "Or&ganisation mark:"), self.organisation)
        self.column.addLayout(form)
        self.column.addWidget(
            text_label(
                translate(
                    "CentreNamePage",
                    "The mark stands in every file, so that files of another centre are recognised: small letters and digits, "
                    "with dots between, for example vn.shd.tckt.",
                ),
                self,
                muted=True,
            )
        )
        self.column.addStretch(1)
        self.office.activated.connect(self._chosen)
        for field in (self.name, self.telephone, self.organisation):
            field.textEdited.connect(self._typed)

    def show_flow(self, flow: CentreFlow) -> None:
        register, centre = flow.answers.offices, flow.answers.centre
        offices = register.offices if register else ()
        if offices != self._offices:
            self._offices = offices
            self.office.clear()
            self.office.addItems([f"{office.name}  –  {office.code}" for office in offices])
        codes = [office.code for office in offices]
        self.office.setCurrentIndex(codes.index(centre.code) if centre.code in codes else -1)
        self.name.setText(centre.name)
        self.telephone.setText(centre.telephone)
        self.organisation.setText(centre.organisation)

    def first_field(self) -> QWidget | None:
        return self.office

    @property
    def centre(self) -> Centre:
        """What the fields say."""
        place = self.office.currentIndex()
        code = self._offices[place].code if 0 <= place < len(self._offices) else ""
        return Centre(code, self.name.text(), self.telephone.text(), self.organisation.text())

    @Slot(int)
    def _chosen(self, place: int) -> None:
        self.name.setText(self._offices[place].name)
        self.telephone.setText(self._offices[place].phone)
        self.changed.emit()

    @Slot(str)
    def _typed(self, _: str) -> None:
        self.changed.emit()


class StickRow(QWidget):
    """One stick: its number, its folder, a button. ``wanted`` carries number and folder."""

    wanted = Signal(int, object)

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = number
        self.folder: Path | None = None
        self.outside = True
        self.browse = QPushButton(translate("StickRow", "Choose stick &{number}…").format(number=number), self)
        self.told = text_label("", self)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.browse, self.told)
        self.browse.clicked.connect(self._ask)

    def show_folder(self, folder: Path | None, *, outside: bool) -> None:
        """The folder, with a word about one that is no stick."""
        self.folder, self.outside = folder, outside
        if folder is None:
            self.told.setText(translate("StickRow", "No folder yet"))
            set_tone(self.told, "")
        elif outside:
            self.told.setText(f"✓ {folder}")
            set_tone(self.told, "good")
        else:
            self.told.setText(translate("StickRow", "{folder} (not a removable drive)").format(folder=folder))
            set_tone(self.told, "warn")

    @Slot()
    def _ask(self) -> None:
        ask_folder(self, self.browse.text().replace("&", ""), self._picked)

    @Slot(str)
    def _picked(self, name: str) -> None:
        self.wanted.emit(self.number, Path(name))


class RootSticksPage(StepPage[CentreFlow]):
    """One stick, three of which two are enough, or, with a warning, this PC. ``stick_wanted`` carries number and folder."""

    stick_wanted = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("RootSticksPage", "Where is the root key kept?"),
            translate(
                "RootSticksPage",
                "It signs kits, and later new keys. On sticks in a safe it cannot be stolen with this PC. "
                "Each stick is written, read back and compared.",
            ),
            parent,
        )
        self.group = QButtonGroup(self)
        card = Card(self)
        self.ways: dict[Keeping, QRadioButton] = {
            Keeping.ONE_STICK: QRadioButton(translate("RootSticksPage", "On &one stick"), card),
            Keeping.THREE_STICKS: QRadioButton(translate("RootSticksPage", "On t&hree sticks, of which two are enough"), card),
            Keeping.THIS_PC: QRadioButton(translate("RootSticksPage", "On this &PC (not advised)"), card),
        }
        for button in self.ways.values():
            self.group.addButton(button)
            card.content.addWidget(button)
        self.column.addWidget(card)
        self.rows = [StickRow(number, self) for number in (1, 2, 3)]
        for row in self.rows:
            self.column.addWidget(row)
            row.wanted.connect(self.stick_wanted)
        self.warning = text_label(
            translate(
                "RootSticksPage",
                "Whoever takes this PC and knows the PIN then holds the root key too, and if the disk dies, every office has "
                "to be admitted again.",
            ),
            self,
        )
        set_tone(self.warning, "warn")
        self.risk = QCheckBox(translate("RootSticksPage", "I &know this and want it so"), self)
        self.column.addWidget(self.warning)
        self.column.addWidget(self.risk)
        self.column.addStretch(1)
        self.ways[Keeping.ONE_STICK].setChecked(True)
        self.group.buttonClicked.connect(self._chosen)
        self.risk.toggled.connect(self._chosen)
        self._arrange()

    def show_flow(self, flow: CentreFlow) -> None:
        answers = flow.answers
        self.ways[answers.keeping].setChecked(True)
        self.risk.blockSignals(True)
        self.risk.setChecked(answers.risk_taken)
        self.risk.blockSignals(False)
        for row, folder, outside in zip(self.rows, answers.sticks, answers.outside, strict=False):
            row.show_folder(folder, outside=outside)
        self._arrange()

    def show_stick(self, number: int, folder: Path, *, outside: bool) -> None:
        """A folder that was looked at and will do; the keyboard goes to the next stick."""
        self.rows[number - 1].show_folder(folder, outside=outside)
        self._chosen()

    def first_field(self) -> QWidget | None:
        return next((row.browse for row in self.rows[: self.keeping.value] if row.folder is None), None)

    @property
    def keeping(self) -> Keeping:
        """What was chosen."""
        return next(way for way, button in self.ways.items() if button.isChecked())

    @property
    def sticks(self) -> tuple[Path | None, ...]:
        """The folders of the sticks that are wanted; None for one not yet chosen."""
        return tuple(row.folder for row in self.rows[: self.keeping.value])

    @property
    def outside(self) -> tuple[bool, ...]:
        """For each wanted stick whether it is a removable drive."""
        return tuple(row.outside for row in self.rows[: self.keeping.value])

    def sentence(self, missing: Missing) -> str:
        """What has to be done yet; the stick that is asked for is named."""
        place = next((row.number for row in self.rows[: self.keeping.value] if row.folder is None), 0)
        return {
            Missing.STICKS: translate("RootSticksPage", "Plug in stick {number} and choose it.").format(number=place),
            Missing.SAME_STICK: translate("RootSticksPage", "Two of the sticks are the same folder. Choose another one."),
            Missing.NOT_A_STICK: translate(
                "RootSticksPage", "A chosen folder is not on a removable drive. Choose a stick, or tick that you want it so."
            ),
            Missing.RISK: translate("RootSticksPage", "Tick that you know the risk, or choose sticks."),
        }.get(missing, "")

    @Slot()
    def _chosen(self) -> None:
        self._arrange()
        self.changed.emit()

    def _arrange(self) -> None:
        wanted = self.keeping.value
        for row in self.rows:
            row.setVisible(row.number <= wanted)
            row.show_folder(row.folder, outside=row.outside)
        risky = not wanted or any(row.folder is not None and not row.outside for row in self.rows[:wanted])
        self.warning.setVisible(risky)
        self.risk.setVisible(risky)
