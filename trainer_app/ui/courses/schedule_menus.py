"""The menus of the schedule: what can be done with a session, and with the agenda as a whole."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from trainer_app.ui.courses.schedule_acts import ScheduleActs


@dataclass(frozen=True)
class Entry:
    """One line of a menu: its name, words, key, whether it can be chosen now, and what it does."""

    name: str
    words: str
    key: str
    enabled: bool
    act: Callable[[], object]


class ScheduleMenus(QObject):
    """Makes the entries anew whenever a menu opens, so that they fit the current row."""

    def __init__(self, acts: ScheduleActs) -> None:
        super().__init__(acts)
        self.setObjectName("schedule_menus")
        self._acts = acts

    def of_session(self) -> list[Entry]:
        """Return what can be done with the current session beyond the buttons below the table."""
        acts = self._acts
        free, moves = acts.can_change(), acts.can_move()
        return [
            Entry("schedule_rename", self.tr("Type the topic"), "F2", free, acts.rename),
            Entry("schedule_hold", self.tr("It took place"), "", acts.can_hold(), acts.hold),
            Entry("schedule_shorten", self.tr("It ended earlier…"), "", moves, acts.shorten),
            Entry("schedule_split", self.tr("Split into two…"), "", moves, acts.split),
            Entry("schedule_earlier", self.tr("Earlier in the day"), "Alt+Up", moves, lambda: acts.shift(-1)),
            Entry("schedule_later", self.tr("Later in the day"), "Alt+Down", moves, lambda: acts.shift(1)),
            Entry(
                "schedule_day_before",
                self.tr("To the day before"),
                "Alt+PgUp",
                free,
                lambda: acts.shift_day(-1),
            ),
            Entry(
                "schedule_day_after",
                self.tr("To the next day"),
                "Alt+PgDown",
                free,
                lambda: acts.shift_day(1),
            ),
        ]

    def of_agenda(self) -> list[Entry]:
        """Return what can be done with all sessions of the course."""
        acts = self._acts
        return [
            Entry(
                "schedule_add_full",
                self.tr("Add a session with all details…"),
                "Shift+Ins",
                True,
                acts.add_full,
            ),
            Entry("schedule_print", self.tr("Print the agenda"), "", acts.can_print(), acts.print_agenda),
            Entry("schedule_plan_anew", self.tr("Plan all sessions anew…"), "", acts.can_copy(), acts.plan),
            Entry("schedule_copy", self.tr("Agenda of another course…"), "", acts.can_copy(), acts.copy),
            Entry("schedule_import", self.tr("Take in an agenda from a file…"), "", True, acts.import_file),
            Entry("schedule_template", self.tr("Save a table to fill in…"), "", True, acts.save_template),
        ]

    def menu(self, host: QWidget, name: str, groups: list[list[Entry]]) -> QMenu:
        """Return a menu of groups of entries, which deletes itself when it closes."""
        menu = QMenu(host)
        menu.setObjectName(name)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, group in enumerate(groups):
            if place:
                menu.addSeparator()
            for entry in group:
                shown = QKeySequence(entry.key).toString(QKeySequence.SequenceFormat.NativeText)
                action = menu.addAction(f"{entry.words}\t{shown}" if shown else entry.words)
                action.setObjectName(f"menu_{entry.name}")
                action.setEnabled(entry.enabled)
                action.triggered.connect(lambda _on=False, act=entry.act: act())
        return menu
