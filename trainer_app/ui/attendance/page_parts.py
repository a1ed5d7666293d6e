"""The parts of the attendance page and how they lie; what they do is in `attendance_page`."""

from collections.abc import Callable

from PySide6.QtWidgets import QSpacerItem, QStackedWidget, QVBoxLayout, QWidget

from trainer_app.actions.workplace import Workplace
from trainer_app.ui.attendance.arranger import Arranger
from trainer_app.ui.attendance.asking import Asking
from trainer_app.ui.attendance.grid_card import GridCard
from trainer_app.ui.attendance.headcount_bar import LegendBar
from trainer_app.ui.attendance.marking import Marking
from trainer_app.ui.attendance.measures import LEGEND_BAR
from trainer_app.ui.attendance.number_jump import NumberJump
from trainer_app.ui.attendance.ports import AttendanceActions
from trainer_app.ui.attendance.session_jobs import SessionJobs
from trainer_app.ui.attendance.step_words import StepNamer
from trainer_app.ui.attendance.summary import AttendanceSummary
from trainer_app.ui.attendance.wording import Wording
from trainer_app.ui.shell.tokens import WORKSPACE_MARGIN
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.naming import Retranslated

TOP, BOTTOM = 6, 2


class PageParts(Retranslated, QWidget):
    """Makes what the page always holds; what only shows at times is made by the page when it does."""

    def __init__(
        self,
        work: Workplace,
        course_key: str,
        actions: AttendanceActions,
        language: Callable[[], str],
        busy: Callable[[], bool],
    ) -> None:
        super().__init__()
        self.setObjectName("attendance_page")
        self.words = Wording(self, language)
        self.marking = Marking(work, course_key, actions, self.words, self, busy)
        self.card = GridCard(self.marking.model, self)
        self.view = self.card.view
        # Everything is made where it will stay: moving it under another parent later costs as much again.
        self.foot = QStackedWidget(self)
        self.legend = LegendBar(self.marking.model, self.foot)
        self.steps = self.legend.steps
        self.chip = self.steps.undo
        self.summary = AttendanceSummary()
        self.add_button = Button("attendance_add", Kind.PLAIN, "adduser")
        self.rest_button = Button("attendance_rest", Kind.PRIMARY, "check")
        self.head_buttons = (self.add_button, self.rest_button)
        self._lay_out()
        self.arranger = Arranger(self.marking.model, self.view)
        self.asking = Asking(self.marking, self.arranger, self.card, self.foot)
        self.jobs = SessionJobs(self.marking, self.view, self.asking, self)
        self.jump = NumberJump(self.marking.model, self.view, self.arranger)
        self.namer = StepNamer(self.words, self.marking.model.whole)

    def _lay_out(self) -> None:
        self.foot.setObjectName("attendance_foot")
        self.foot.setFixedHeight(LEGEND_BAR)
        self.foot.addWidget(self.legend)
        column = self.column = QVBoxLayout(self)
        self.banner_gap = QSpacerItem(0, 0)
        column.setContentsMargins(WORKSPACE_MARGIN, TOP, WORKSPACE_MARGIN, BOTTOM)
        column.setSpacing(0)
        column.addSpacerItem(self.banner_gap)
        column.addWidget(self.card, 1000)
        column.addWidget(self.foot)
        # Takes what is left when the card has its whole rows, and nothing before.
        column.addStretch(0)
