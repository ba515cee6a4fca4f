"""The home page: what is due, how each task stands, and what waits to be done; every row leads to where it is mended."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.window.activities.days import shown_day
from ui.window.activities.wanted import NewActivity, TaskActivities
from ui.window.home.rows import Row, RowTable
from ui.window.operations.home import OLD_BACKUP_DAYS, HomeView, TaskLine, TaskState, ToDo, ToDoKind, read_home
from ui.window.page import Card, Page, heading_label, set_tone, text_label, title_label
from ui.window.theme import Colours, colours_of
from ui.window.workplace import Workplace

translate = QCoreApplication.translate
_SOON_DAYS = 14
_SPOKEN_GROUP = 4


class HomePage(Page):
    """Read afresh whenever it is shown: drafts and copies change without being announced."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._view: HomeView | None = None
        self._make_cards()
        self.tasks = RowTable(3, wide=1, name=translate("HomePage", "Tasks of this period"), parent=self)
        self.to_do = RowTable(2, wide=1, name=translate("HomePage", "To do"), parent=self)
        self.no_tasks = text_label("", self, muted=True)
        self.nothing = text_label(translate("HomePage", "Nothing is waiting."), self, muted=True)
        self._make_layout()
        self._connect()

    def activate(self, argument: object = None) -> None:
        self._stale = True
        super().activate(argument)

    def refresh(self) -> None:
        self.run(read_home(language=self.workplace.language), self._show)

    # Slots

    @Slot()
    def new_activity(self) -> None:
        """The form for a new activity."""
        self.wanted.emit("activities", NewActivity())

    @Slot()
    def _to_period(self) -> None:
        self.wanted.emit("period", self._view.period.code if self._view else None)

    @Slot()
    def _to_hand_over(self) -> None:
        self.wanted.emit("hand_over", None)

    @Slot()
    def _to_care(self) -> None:
        self.wanted.emit("care", None)

    @Slot(object)
    def _to_task(self, target: object) -> None:
        line = cast(TaskLine, target)
        if self._view is None:
            return
        if not line.records:
            self.wanted.emit("period", (self._view.period.code, line.code))
        elif line.activities:
            self.wanted.emit("activities", TaskActivities(line.code, self._view.period.code))
        else:
            self.wanted.emit("activities", NewActivity(line.code))

    @Slot(object)
    def _to_thing(self, target: object) -> None:
        thing = cast(ToDo, target)
        self.wanted.emit(thing.page, thing.argument)

    # Showing

    @Slot(object)
    def _show(self, answer: object) -> None:
        view = cast(HomeView, answer)
        self._view = view
        self._show_period(view)
        self._show_bundle(view)
        self._show_backup(view)
        self.tasks.show_rows([self._task_row(line) for line in view.tasks])
        self.tasks.setVisible(bool(view.tasks))
        self.no_tasks.setVisible(not view.tasks)
        self.no_tasks.setText(self._without_tasks(owes=view.owes))
        self.to_do.show_rows([Row(self._thing_cells(thing), thing) for thing in view.to_do])
        self.to_do.setVisible(bool(view.to_do))
        self.nothing.setVisible(not view.to_do)

    @staticmethod
    def _without_tasks(*, owes: bool) -> str:
        if owes:
            return translate(
                "HomePage",
                "No task of the plan concerns this office in this period. A report is expected all the same: "
                "close the period to answer its questions.",
            )
        return translate(
            "HomePage",
            "No task of the plan concerns this office in this period, and no report is expected from it. "
            "There is nothing to record. If that is wrong, ask the centre for a new kit and open it under “Hear back”.",
        )

    def _show_period(self, view: HomeView) -> None:
        self.title.setText(view.period_name[:1].upper() + view.period_name[1:])
        self.days.setText(self.workplace.words.number(view.days_left))
        last = translate("HomePage", "Last day: {date}").format(date=shown_day(view.period.last_on_time))
        self.last_day.setText(last)
        if view.report_state:
            state = self.workplace.words.word(view.report_state)
            text = translate("HomePage", "The centre: {state}").format(state=state)
        elif view.closed:
            text = translate("HomePage", "Closed on this PC")
        else:
            text = translate("HomePage", "Not closed yet")
        self.period_state.setText(text)
        good = view.closed or view.report_state == "accepted"
        near = view.days_left <= _SOON_DAYS
        set_tone(self.period_state, "bad" if view.report_state == "returned" else "good" if good else "warn" if near else "")

    def _show_bundle(self, view: HomeView) -> None:
        bundle = view.bundle
        if bundle is None:
            self.bundle_state.setText(translate("HomePage", "None sealed yet"))
            self.bundle_file.setText("")
            set_tone(self.bundle_state, "")
            return
        self.bundle_state.setText(self.workplace.words.word(bundle.state))
        spoken = bundle.spoken
        groups = " ".join(spoken[start : start + _SPOKEN_GROUP] for start in range(0, len(spoken), _SPOKEN_GROUP))
        self.bundle_file.setText(f"{Path(bundle.file).name}\n{groups}")
        self.bundle_file.setToolTip(bundle.file)
        set_tone(self.bundle_state, {"receipted": "good", "written": "warn"}.get(bundle.state, ""))

    def _show_backup(self, view: HomeView) -> None:
        if view.backup is None:
            self.backup_age.setText(translate("HomePage", "None yet"))
            self.backup_day.setText("")
        else:
            ages = (translate("HomePage", "Today"), translate("HomePage", "Yesterday"))
            older = translate("HomePage", "{count} days ago").format(count=view.backup_age)
            self.backup_age.setText(ages[view.backup_age] if view.backup_age < len(ages) else older)
            self.backup_day.setText(shown_day(view.backup))
        set_tone(self.backup_age, "good" if 0 <= view.backup_age <= OLD_BACKUP_DAYS else "warn")

    def _task_row(self, line: TaskLine) -> Row:
        number = self.workplace.words.number
        colours = self._colours()
        state, colour = {
            TaskState.RECORDED: (
                translate("HomePage", "✓ recorded: {count}").format(count=number(line.activities)),
                colours.good,
            ),
            TaskState.ANSWERED: (translate("HomePage", "✓ answered"), colours.good),
            TaskState.EMPTY: (translate("HomePage", "○ empty"), colours.warn),
            TaskState.COORDINATING: (translate("HomePage", "– coordinating"), colours.muted),
        }[line.state]
        if line.drafts:
            state += translate("HomePage", ", drafts: {count}").format(count=number(line.drafts))
        return Row((line.code, line.title, state), line, colour)

    def _thing_cells(self, thing: ToDo) -> tuple[str, str]:
        kinds = {
            ToDoKind.EARLIER_OPEN: ("!", translate("HomePage", "Not closed: {name}")),
            ToDoKind.REMARK: ("↩", translate("HomePage", "Remark of the centre: {name}")),
            ToDoKind.SHORTFALL: ("!", translate("HomePage", "The centre has not received everything")),
            ToDoKind.CONFLICT: ("!", translate("HomePage", "Two versions of: {name}")),
            ToDoKind.DRAFT: ("✎", translate("HomePage", "Draft: {name}")),
            ToDoKind.HAND_OVER: ("→", translate("HomePage", "Not handed over yet: {name}")),
            ToDoKind.BACKUP: ("!", translate("HomePage", "Make a backup on a stick")),
        }
        sign, text = kinds[thing.kind]
        return sign, text.format(name=thing.text)

    def _colours(self) -> Colours:
        dark = self.palette().window().color().lightness() < self.palette().windowText().color().lightness()
        return colours_of("dark" if dark else "light")

    # Layout

    def _make_cards(self) -> None:
        self.title = title_label("", self)
        self.new_button = QPushButton(translate("HomePage", "&New activity"), self)
        self.new_button.setProperty("role", "primary")
        self.new_button.setToolTip("Ctrl+N")
        self.days = QLabel(self)
        self.days.setProperty("role", "figure")
        self.last_day, self.period_state = text_label("", self, muted=True), text_label("", self)
        self.bundle_state, self.bundle_file = heading_label("", self), text_label("", self, muted=True)
        self.backup_age, self.backup_day = heading_label("", self), text_label("", self, muted=True)
        self.period_button = QPushButton(translate("HomePage", "&Close the period"), self)
        self.bundle_button = QPushButton(translate("HomePage", "&Hand over"), self)
        self.backup_button = QPushButton(translate("HomePage", "&Back up"), self)

    def _make_layout(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.new_button)
        cards = QHBoxLayout()
        cards.setSpacing(14)
        for name, stretch, lines, button in (
            (translate("HomePage", "Days left"), 3, (self.days, self.last_day, self.period_state), self.period_button),
            (translate("HomePage", "Last report bundle"), 4, (self.bundle_state, self.bundle_file), self.bundle_button),
            (translate("HomePage", "Last backup"), 3, (self.backup_age, self.backup_day), self.backup_button),
        ):
            cards.addWidget(_card(name, lines, button), stretch)
        body = QGridLayout()
        body.setHorizontalSpacing(14)
        body.addWidget(heading_label(translate("HomePage", "Tasks of this period"), self), 0, 0)
        body.addWidget(heading_label(translate("HomePage", "To do"), self), 0, 1)
        body.addWidget(self.tasks, 1, 0)
        body.addWidget(self.no_tasks, 1, 0, Qt.AlignmentFlag.AlignTop)
        body.addWidget(self.to_do, 1, 1)
        body.addWidget(self.nothing, 1, 1, Qt.AlignmentFlag.AlignTop)
        body.setColumnStretch(0, 3)
        body.setColumnStretch(1, 2)
        body.setRowStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(head)
        column.addLayout(cards)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.new_activity)
        self.period_button.clicked.connect(self._to_period)
        self.bundle_button.clicked.connect(self._to_hand_over)
        self.backup_button.clicked.connect(self._to_care)
        self.tasks.chosen.connect(self._to_task)
        self.to_do.chosen.connect(self._to_thing)
        shortcut = QShortcut(QKeySequence("Ctrl+N"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.new_activity)


def _card(name: str, lines: tuple[QLabel, ...], button: QPushButton) -> Card:
    card = Card()
    label = text_label(name, card, muted=True)
    card.content.addWidget(label)
    for line in lines:
        card.content.addWidget(line)
    card.content.addStretch(1)
    card.content.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    return card
