"""The overview of a course: its counts, what is due, what was learnt, who teaches, what it is."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.actions import certificates, courses, evaluations, identity, standing, today
from trainer_app.actions.feedback_lines import feedback_lines
from trainer_app.actions.workplace import Role
from trainer_app.domain.certificates import CertificateState
from trainer_app.domain.courses import (
    CourseLine,
    CourseState,
    CourseView,
    SessionState,
    Teacher,
    took_place,
)
from trainer_app.domain.stages import Stage, stage
from trainer_app.domain.today import Due, DueKind
from trainer_app.ui.courses.assign_form import AssignForm
from trainer_app.ui.courses.copy_form import CopyForm
from trainer_app.ui.courses.course_form import CourseForm
from trainer_app.ui.courses.facts_card import FactsCard
from trainer_app.ui.courses.learning_card import LearningCard
from trainer_app.ui.courses.next_card import NextCard
from trainer_app.ui.courses.stats import Stat, StatRow
from trainer_app.ui.courses.tab import CourseTab
from trainer_app.ui.courses.teachers_card import TeachersCard
from trainer_app.ui.courses.way_card import WayCard
from trainer_app.ui.courses.wording import CourseWording
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.screen import Keys
from trainer_app.ui.shell.tokens import CARD_GAP, WORKSPACE_MARGIN
from trainer_app.ui.today.due_card import DueCard
from trainer_app.ui.today.wording import Wording as DueWording
from trainer_app.ui.widgets.buttons import Button
from trainer_app.ui.widgets.page import Page

_SIDE = 336
_DUE_TABS = {
    DueKind.UNMARKED: "attendance",
    DueKind.SEX_UNKNOWN: "participants",
    DueKind.NO_LATIN_NAME: "participants",
    DueKind.PRE_TEST: "tests",
    DueKind.POST_TEST: "tests",
    DueKind.CERTIFICATES: "certificates",
    DueKind.UNFIT: "certificates",
}
_AT_ONCE = 500
"""Changes that are not safe yet, up to which they are looked through while the tab opens."""
_DECIDED = (Stage.CLOSED, Stage.APPROVED)


class OverviewTab(CourseTab):
    """The first tab. Its forms open over the right part of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("overview", desk)
        self.wording = CourseWording(desk)
        self.view: CourseView | None = None
        self.edit_button = Button("overview_edit", icon="pen")
        self.copy_button = Button("overview_copy", icon="plus")
        self.close_button = Button("overview_close", icon="check")
        self.stats = {name: Stat(f"stat_{name}") for name in ("people", "sessions", "marks", "certificates")}
        self.next = NextCard()
        self.due = DueCard(DueWording(self))
        self.way = WayCard(desk)
        self.learning = LearningCard(desk)
        self.facts = FactsCard(self.wording)
        self.teachers = TeachersCard(self.wording)
        self.page = Page("overview_page")
        self._lay_out()
        self.assign_form = AssignForm(desk, self)
        self.copy_form = CopyForm(desk, self)
        self.course_form = CourseForm(desk, self)
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        left, side = QVBoxLayout(), QWidget()
        side.setObjectName("overview_side")
        side.setFixedWidth(_SIDE)
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        left.addWidget(StatRow("overview_stats", tuple(self.stats.values())))
        for column, cards in (
            (left, (self.next, self.due, self.way, self.learning)),
            (right, (self.teachers, self.facts)),
        ):
            column.setSpacing(CARD_GAP)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(CARD_GAP)
        columns.addLayout(left, 1)
        columns.addWidget(side)
        self.page.column.setContentsMargins(*[WORKSPACE_MARGIN] * 4)
        self.page.column.addLayout(columns, 1)
        self.column.addWidget(self.page)

    def _connect(self) -> None:
        self.edit_button.clicked.connect(lambda: self.course_form.open_course(self.course))
        self.copy_button.clicked.connect(self._copy)
        self.close_button.clicked.connect(self._close_or_reopen)
        self.copy_form.saved.connect(lambda key: self.desk.go("courses", course=key, tab="overview"))
        self.due.asked.connect(self._go_to_due)
        self.next.asked.connect(self._go_next)
        self.way.asked.connect(lambda: self.desk.go("sending"))
        self.teachers.assign_asked.connect(lambda: self.assign_form.open_course(self.course))
        self.teachers.change_asked.connect(self._change_role)
        self.teachers.remove_asked.connect(self._unassign)
        for name, tab in (
            ("people", "participants"),
            ("sessions", "schedule"),
            ("marks", "attendance"),
            ("certificates", "certificates"),
        ):
            self.stats[name].row.clicked.connect(lambda _on=False, tab=tab: self.wanted.emit(tab))

    # What is shown

    def refresh(self) -> None:
        """Read the course and everything that is counted about it."""
        desk = self.desk
        view, line = desk.ask(courses.get_course, self.course), desk.ask(courses.get_line, self.course)
        if view is None or line is None:
            return
        self.view = view
        reached = stage(view.course, desk.today())
        due = desk.ask(today.due, self.course) or ()
        self._show_counts(line, view, due)
        self.next.show_missing(
            {
                "schedule": len(view.sessions),
                "participants": line.participants,
                "teachers": len(view.teachers),
            },
            wanted=reached not in _DECIDED,
        )
        self.due.show_due(due)
        self._show_way()
        lines = desk.ask(feedback_lines, self.course) or ()
        self.learning.show_evaluation(desk.ask(evaluations.evaluation, self.course), lines)
        self.facts.show_course(view, reached)
        self.teachers.show_teachers(view.teachers)
        self._show_close(reached)
        self.head_changed.emit()

    def show_course(self, key: str) -> None:
        """Show another course; a form about the one before is closed."""
        for form in (self.assign_form, self.copy_form, self.course_form):
            form.dismiss()
        super().show_course(key)

    def head_buttons(self) -> Sequence[QWidget]:
        """Return what can be done with the course as a whole."""
        if self.view is not None and self.view.course.state is CourseState.APPROVED:
            return (self.copy_button, self.edit_button)
        return (self.close_button, self.copy_button, self.edit_button)

    def first_focus(self) -> QWidget | None:
        """Start at the first count."""
        return self.stats["people"].row

    def keys(self) -> list[Keys]:
        """Nothing beyond the keys of the workspace."""
        return []

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        self.edit_button.setText(self.tr("Change"))
        self.edit_button.setAccessibleName(self.tr("Change the course"))
        self.copy_button.setText(self.tr("Copy"))
        self.copy_button.setAccessibleName(self.tr("Copy the course"))
        if self.view is not None:
            self._show_close(stage(self.view.course, self.desk.today()))

    def _show_counts(self, line: CourseLine, view: CourseView, due: Sequence[Due]) -> None:
        number = self.desk.formats.number
        held = sum(1 for session in view.sessions if session.state is SessionState.HELD)
        cancelled = sum(1 for session in view.sessions if session.state is SessionState.CANCELLED)
        issued = sum(
            1
            for each in self.desk.ask(certificates.register, self.course) or []
            if each.state is CertificateState.ISSUED
        )
        ready = sum(each.count for each in due if each.kind is DueKind.CERTIFICATES)
        unfit = sum(each.count for each in due if each.kind is DueKind.UNFIT)
        self.stats["people"].set_stat(
            number(line.participants),
            self.tr("participant(s)", "below their number", line.participants),
            self.wording.women(line.women),
        )
        self.stats["sessions"].set_stat(
            f"{held} / {len(view.sessions) - cancelled}",
            self.tr("sessions held"),
            self.tr("cancelled: %n", "", cancelled) if cancelled else "",
        )
        self.stats["marks"].set_stat(
            number(line.unmarked),
            self.tr("mark(s) missing", "below their number", line.unmarked),
            self._where_missing(view),
            due=line.unmarked > 0,
        )
        self.stats["certificates"].set_stat(
            number(issued),
            self.tr("certificate(s)", "below their number", issued),
            self.tr("no longer fit: %n", "", unfit)
            if unfit
            else self.tr("can be issued: %n", "", ready)
            if ready
            else self.tr("issued"),
            due=unfit > 0,
        )

    def _where_missing(self, view: CourseView) -> str:
        """Say which sessions the missing marks are counted in; reports ask for held ones only."""
        today = self.desk.today()
        open_still = [each for each in view.sessions if each.state is not SessionState.HELD]
        count = sum(took_place(each.state, each.day, today) for each in open_still)
        if count:
            return self.tr("in sessions held and %n past one(s) nobody marked", "", count)
        return self.tr("in the sessions held")

    def _show_way(self) -> None:
        """Show how far the course's changes have come; many are looked through off the GUI thread."""
        desk, course = self.desk, self.course
        here = desk.work.role is Role.TRAINER and identity.has_office(desk.work)
        self.way.setVisible(here)
        if not here:
            return
        now = desk.ask(standing.standing)
        if now is not None and now.unsafe > _AT_ONCE:
            desk.run(
                self.tr("Looking what of the course has come to the office"),
                lambda work, _progress: standing.course_standing(work, course),
                done=lambda found: self.way.show_counts(found) if course == self.course else None,
                writes=False,
            )
        elif now is not None:
            self.way.show_counts((desk.ask(standing.course_standing, course) or {}) if now.unsafe else {})

    def _show_close(self, reached: Stage) -> None:
        open_again = reached is Stage.CLOSED
        self.close_button.setEnabled(reached not in (Stage.PLANNED, Stage.APPROVED))
        self.close_button.setText(self.tr("Open again") if open_again else self.tr("Close the course"))
        self.close_button.set_icon("undo" if open_again else "check")
        self.close_button.setToolTip(
            "" if reached is not Stage.PLANNED else self.tr("Possible from the last day on")
        )

    # What a person does

    def _copy(self) -> None:
        if self.view is not None:
            self.copy_form.open_course(self.view.course)

    def _close_or_reopen(self) -> None:
        if self.view is None:
            return
        closed = stage(self.view.course, self.desk.today()) in _DECIDED
        act = courses.reopen_course if closed else courses.close_course
        changes = self.desk.do(act, self.course)
        if changes is not None:
            self.desk.offer_undo(changes)

    def _change_role(self, teacher: Teacher) -> None:
        self.assign_form.open_teacher(self.course, teacher)

    def _unassign(self, teacher: Teacher) -> None:
        changes = self.desk.do(courses.unassign, teacher.assignment)
        if changes is not None:
            self.desk.offer_undo(changes)
            self.teachers.assign.setFocus()

    def _go_next(self, name: str) -> None:
        if name == "teachers":
            self.assign_form.open_course(self.course)
        else:
            self.wanted.emit(name)

    def _go_to_due(self, due: Due) -> None:
        place = {"session": due.session} if due.session else {}
        self.desk.go("courses", course=self.course, tab=_DUE_TABS[due.kind], **place)
