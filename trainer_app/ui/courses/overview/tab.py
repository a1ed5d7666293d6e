"""The overview tab of a course: its counts, what is due, what was learnt, who teaches, its properties."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any, override

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from trainer_app.actions.base import identity, sync_status
from trainer_app.actions.base.workplace import Role
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import course_life, courses, teachers
from trainer_app.actions.evaluations import scores
from trainer_app.actions.evaluations.feedback import feedback_lines
from trainer_app.actions.office import approval
from trainer_app.actions.people import people
from trainer_app.actions.today import today
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.certificates.certificates import CertificateState
from trainer_app.domain.courses.courses import (
    FINISHED,
    Course,
    CourseLine,
    CourseStage,
    CourseState,
    CourseView,
    SessionState,
    Teacher,
    TeachingRole,
    course_stage,
)
from trainer_app.domain.courses.ranks import RankForm, rank_name
from trainer_app.domain.office.approvals import CourseApproval
from trainer_app.domain.office.reports import ReportExtent
from trainer_app.domain.people.persons import Person
from trainer_app.domain.today.overview import Due, DueKind
from trainer_app.ui.courses.forms import CourseForm
from trainer_app.ui.courses.overview.cards import (
    ApprovalCard,
    FactsCard,
    LearningSummaryCard,
    NextStepsCard,
    SyncCard,
    TeachersCard,
)
from trainer_app.ui.courses.overview.deciding import CourseDecisions
from trainer_app.ui.courses.plan_form import CopyForm
from trainer_app.ui.courses.wording import CourseWording
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.due_items import DueCard, DueWording
from trainer_app.ui.kit.evidence import EvidenceDesk, may_make
from trainer_app.ui.kit.form_fields import Choice, Layout, Own
from trainer_app.ui.kit.forms import FieldsForm, FormPanel, ReasonForm
from trainer_app.ui.kit.screens import CourseTab, KeyHint, destination_of_due, withhold
from trainer_app.ui.style.tokens import CARD_GAP, CARD_PADDING, WORKSPACE_MARGIN
from trainer_app.ui.widgets.cards import Card, ClickableRow
from trainer_app.ui.widgets.controls import Button
from trainer_app.ui.widgets.drawn_tables import show_two_lines
from trainer_app.ui.widgets.fields import SearchField
from trainer_app.ui.widgets.labels import label, set_role
from trainer_app.ui.widgets.pages import ScrollPage, TwoColumns
from trainer_app.ui.widgets.table_models import Column, ListTableModel
from trainer_app.ui.widgets.tables import TableView

_HEIGHT, _ABOVE, _RIGHT, _NARROW = 98, 10, 12, 112


class Stat(Card):
    """A number, what it counts, and a quiet line below; pressing `row` opens it."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, titled=False)
        self.row = ClickableRow(f"{name}_open", _HEIGHT)
        self.number = label("counter", f"{name}_number")
        self.words = label("body", f"{name}_words", wrap=True)
        self.second = label("caption", f"{name}_second", wrap=True)
        column = QVBoxLayout(self.row)
        column.setContentsMargins(CARD_PADDING, _ABOVE, _RIGHT, _ABOVE)
        column.setSpacing(0)
        for part in (self.number, self.words, self.second):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(part)
        column.addStretch(1)
        self.add_row(self.row)

    def set_stat(self, number: str, words: str, second: str, *, due: bool = False) -> None:
        """Show a count; `due` (amber) says that something is to be done about it."""
        self.number.setText(number)
        set_role(self.number, "counter_due" if due else "counter")
        self.words.setText(words)
        self.second.setText(second)
        self.row.setAccessibleName(f"{number} {words}")
        self.row.setAccessibleDescription(second)
        self.changed.emit()

    def needed(self, width: int) -> int:
        """Return the height of the row at a width of the card: words may need a second line."""
        room = width - CARD_PADDING - _RIGHT - 2
        lines = sum(part.heightForWidth(room) for part in (self.words, self.second))
        return max(_HEIGHT, self.number.sizeHint().height() + lines + 2 * _ABOVE)


class StatRow(QWidget):
    """Counts side by side, all as wide and as high as each other; in a narrow place two on each line."""

    def __init__(self, name: str, stats: Sequence[Stat]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._stats = stats
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(CARD_GAP)
        self._across = 0
        self._arrange(len(stats))
        for stat in stats:
            stat.changed.connect(self._level)

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as two of them."""
        wide = max(stat.minimumSizeHint().width() for stat in self._stats)
        return QSize(2 * wide + CARD_GAP, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow where words need a second line."""
        super().resizeEvent(event)
        self._level()

    def _level(self) -> None:
        wide = max(stat.minimumSizeHint().width() for stat in self._stats)
        beside = len(self._stats) * (max(wide, _NARROW) + CARD_GAP) - CARD_GAP
        self._arrange(len(self._stats) if beside <= self.width() else 2)
        width = (self.width() - CARD_GAP * (self._across - 1)) // self._across
        height = max(stat.needed(width) for stat in self._stats)
        for stat in self._stats:
            stat.row.setFixedHeight(height)

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for place, stat in enumerate(self._stats):
            self._grid.addWidget(stat, place // across, place % across)
        for column in range(len(self._stats)):
            self._grid.setColumnStretch(column, int(column < across))


_MOST, _ROW = 40, 46


class TrainerMatch(Struct, frozen=True):
    """A line to choose: a person, or (without a key) the new one that is being typed."""

    key: str
    name: str
    second: str


class TrainerNameField(SearchField):
    """Searches while typing; Down goes into the list below."""

    def __init__(self, name: str, below: QWidget) -> None:
        super().__init__(name)
        self._below = below

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move down into the list."""
        if event.key() == Qt.Key.Key_Down:
            self._below.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)


class AssignForm(FieldsForm):
    """Gives a role to a person who is known, or to one who is added by name."""

    needs = ("courses/teachers/assign", "courses/teachers/assign_new")

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("assign_form", context, host)
        self._course = ""
        self._fixed: Teacher | None = None
        self._searched = ""
        columns: tuple[Column[TrainerMatch], ...] = (
            Column("name", lambda: self.tr("Name"), lambda match: match.name),
        )
        self.model: ListTableModel[TrainerMatch] = ListTableModel(
            "assign_model", columns, lambda match: match.key, self
        )
        self.table = TableView("assign_people")
        self.table.show_model(self.model)
        self.table.horizontalHeader().hide()
        self.table.setMinimumHeight(4 * _ROW)
        show_two_lines(self.table, {"name": lambda match: match.second}, _ROW)
        self.build()
        self.rows["name"].field.searched.connect(self._search)
        self.table.opened.connect(lambda _row: self.save())

    @override
    def fields(self) -> Layout:
        wording, shown = CourseWording(self.context), self._fixed is None
        return (
            Choice("role", self.tr("Role"), options=[(role, wording.role(role)) for role in TeachingRole]),
            Own(
                "name",
                self.tr("Name"),
                self.tr("Type a part of it; somebody new: family name first"),
                widget=lambda name: TrainerNameField(name, self.table),
                read=TrainerNameField.text,
                fill=lambda field, text: field.setText(text or ""),
                refused=("person.no_name",),
                shown=shown,
            ),
            Own("people", widget=lambda _name: self.table, shown=shown),
        )

    @override
    def words(self) -> tuple[str, str]:
        if self._fixed is not None:
            return self.tr("Change the role"), self.tr("Save")
        return self.tr("Assign a trainer"), self.tr("Assign")

    @override
    def end_body(self) -> None:
        self.body.setStretchFactor(self.table, 1)
        self.body.addWidget(self.trouble)

    def open_course(self, course: str) -> None:
        """Ask who is to work at a course; the first one leads it."""
        self._course, self._fixed = course, None
        self._search("")
        view = self.context.ask(courses.get_course, course)
        led = view is not None and any(each.role is TeachingRole.LEAD_TRAINER for each in view.teachers)
        role = TeachingRole.TRAINER if led else TeachingRole.LEAD_TRAINER
        self.open_filled(role=role, focus=self.entry("name"))

    def open_teacher(self, course: str, teacher: Teacher) -> None:
        """Ask for another role of somebody who works there."""
        self._course, self._fixed = course, teacher
        self.open_filled(role=teacher.role)

    @override
    def save(self) -> None:
        if self._fixed is None and self.value("name") != self._searched:
            self._search(self.value("name"))
        self.submit(self._assign)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        if self._fixed is not None:
            self.title.setText(self._fixed.name)
        self.rows["name"].field.setPlaceholderText(self.tr("Find a person or type a new name"))
        self.table.setAccessibleName(self.tr("People"))

    def _search(self, text: str) -> None:
        """Show who is meant, and last the possibility that it is somebody new.

        Before anything is typed: oneself and who teaches elsewhere. Nobody of them is chosen by itself, so
        that Enter makes nobody a trainer who is not.
        """
        self._searched = text
        typed = text.strip()
        if not typed:
            self.model.set_rows(self._likely())
            self.table.setCurrentIndex(QModelIndex())
            self.table.clearSelection()
            return
        matches = [
            TrainerMatch(person.key, person.name, self._second(person))
            for person in (self.context.ask(people.search, text, _MOST) or [])
        ]
        matches += self._owners(typed)
        matches.append(TrainerMatch("", typed, CourseWording(self.context).somebody_new(typed)))
        self.model.set_rows(matches)
        self.table.setCurrentIndex(self.model.index(0, 0))

    def _likely(self) -> list[TrainerMatch]:
        """Return oneself, then everybody who has a role at some course or a laptop of this office."""
        work, found = self.context.work, []
        oneself = self.context.ask(teachers.find_oneself)
        if oneself is not None:
            found.append(TrainerMatch(oneself.key, oneself.name, self.tr("you")))
        elif work.role is Role.TRAINER and work.user.strip():
            found.append(TrainerMatch("", work.user, self.tr("you: will be added to People")))
        others = self.context.ask(teachers.likely_teachers) or []
        found += [
            TrainerMatch(each.key, each.name, self._second(each))
            for each in others
            if oneself is None or each.key != oneself.key
        ]
        names = {match.name.casefold() for match in found}
        return [*found, *(each for each in self._owners() if each.name.casefold() not in names)][:_MOST]

    def _owners(self, typed: str = "") -> list[TrainerMatch]:
        """Return who has a laptop and is nobody of People yet."""
        told, found = self.tr("has a laptop of this office: will be added to People"), teachers.unknown_owners
        return [TrainerMatch("", name, told) for name in self.context.ask(found, typed) or []]

    def _second(self, person: Person) -> str:
        rank = rank_name(person.rank, self.context.language.code, RankForm.FULL) if person.rank else ""
        return ", ".join(part for part in (rank, person.unit) if part)

    def _assign(self) -> Changes:
        role, work = self.value("role"), self.context.work
        if self._fixed is not None:
            held = self._opened["role"]
            return teachers.assign(work, self._course, self._fixed.person, role, opened=held)
        index = self.table.currentIndex()
        if not index.isValid():
            raise TrainerError("person.no_name")
        chosen = self.model.row(index.row())
        if chosen.key:
            return teachers.assign(work, self._course, chosen.key, role)
        return teachers.assign_new(work, self._course, chosen.name, role)


_SIDE, _BESIDE = 336, 720
_AT_ONCE = 500
"""Changes that are not safe yet, up to which they are looked through while the tab opens."""
_DECIDED = (CourseStage.CLOSED, CourseStage.APPROVED)


class OverviewTab(CourseTab):
    """The first tab. Its forms open over the right part of it."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("overview", context)
        self.wording = CourseWording(context)
        self.view: CourseView | None = None
        self._removable = False
        self.edit_button = Button("overview_edit", icon="pen")
        self.copy_button = Button("overview_copy", icon="plus")
        self.close_button = Button("overview_close", icon="check")
        self.close_button.keeps_words = True
        self.away_button = Button("overview_away", icon="folder")
        self.remove_button = Button("overview_remove", icon="trash")
        # The head of the course takes of these what it shows.
        for button in (self.away_button, self.remove_button, self.close_button):
            button.setParent(self)
            button.hide()
        self.stats = {name: Stat(f"stat_{name}") for name in ("people", "sessions", "marks", "certificates")}
        self.next = NextStepsCard()
        self.due = DueCard(DueWording(self))
        self.way = SyncCard(context)
        self.learning = LearningSummaryCard(context)
        self.facts = FactsCard(self.wording)
        self.approval = ApprovalCard(context)
        self.teachers = TeachersCard(self.wording)
        self.evidence = EvidenceDesk(context, self)
        self.deciding = CourseDecisions(context, self)
        self.page = ScrollPage("overview_page")
        self._lay_out()
        self._connect()
        self.retranslate()

    @cached_property
    def assign_form(self) -> AssignForm:
        """Ask who teaches, and as what."""
        return AssignForm(self.context, self)

    @cached_property
    def copy_form(self) -> CopyForm:
        """Ask for the days and the place of a copy; it is shown when it is there."""
        made = CopyForm(self.context, self)
        made.saved.connect(lambda key: self.context.go("courses", course=key, tab="overview"))
        return made

    @cached_property
    def course_form(self) -> CourseForm:
        """Change what is known of the course."""
        return CourseForm(self.context, self)

    @property
    def reason(self) -> ReasonForm:
        """Ask for the reason of a decision."""
        return self.deciding.reason

    def _lay_out(self) -> None:
        columns = TwoColumns("overview", _BESIDE, _SIDE)
        stats = StatRow("overview_stats", tuple(self.stats.values()))
        columns.fill(
            [stats, self.next, self.due, self.approval, self.way, self.learning], [self.teachers, self.facts]
        )
        self.page.column.setContentsMargins(*[WORKSPACE_MARGIN] * 4)
        self.page.column.addWidget(columns, 1)
        self.column.addWidget(self.page)

    def _connect(self) -> None:
        self.edit_button.clicked.connect(lambda: self.course_form.open_course(self.course))
        self.copy_button.clicked.connect(self._copy)
        self.close_button.clicked.connect(self._close_or_reopen)
        self.approval.requested.connect(self._decide)
        withhold(("office/approval/approve", "review/joint_decisions/decide"), self.approval.button)
        withhold("courses/courses/change_course", self.edit_button)
        withhold("courses/course_life/copy_course", self.copy_button)
        withhold(("office/approval/close", "courses/courses/reopen_course"), self.close_button)
        withhold("courses/course_life/archive_course", self.away_button)
        withhold("courses/course_life/remove_course", self.remove_button)
        withhold("office/evidence/make", self.facts.evidence)
        self.facts.evidence.clicked.connect(
            lambda: self.evidence.make(ReportExtent(courses=(self.course,)), sampled=False)
        )
        self.away_button.clicked.connect(self._put_away)
        self.remove_button.clicked.connect(self._remove)
        self.due.requested.connect(self._go_to_due)
        self.next.requested.connect(self._go_next)
        self.way.requested.connect(lambda: self.context.go("sending"))
        self.teachers.assign_requested.connect(lambda: self.assign_form.open_course(self.course))
        self.teachers.change_requested.connect(self._change_role)
        self.teachers.remove_requested.connect(self._unassign)
        for name, tab in (
            ("people", "participants"),
            ("sessions", "schedule"),
            ("marks", "attendance"),
            ("certificates", "certificates"),
        ):
            self.stats[name].row.clicked.connect(lambda _on=False, tab=tab: self.tab_requested.emit(tab))

    # What is shown

    def refresh(self) -> None:
        """Read the course and everything that is counted about it."""
        context = self.context
        view, line = context.ask(courses.get_course, self.course), context.ask(courses.get_line, self.course)
        if view is None or line is None:
            return
        self.view = view
        reached = course_stage(view.course, context.today())
        due = context.ask(today.due_before_closing, self.course) or ()
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
        lines = context.ask(feedback_lines, self.course) or ()
        self.learning.show_evaluation(context.ask(scores.evaluation, self.course), lines)
        self.facts.show_course(view, reached)
        self.facts.offer_evidence(shown=may_make(context.work) and line.participants > 0)
        self._show_approval(view.course)
        self.teachers.show_teachers(view.teachers)
        self._show_close(reached)
        self._removable = context.ask(course_life.obstacles, self.course) == []
        self._say_away()
        self.head_changed.emit()

    def show_course(self, key: str) -> None:
        """Show another course; a form about the one before is closed."""
        for form in self.findChildren(FormPanel):
            form.dismiss()
        super().show_course(key)

    @override
    def show_place(self, **place: Any) -> None:
        if place.get("change") or place.get("assigning"):
            (self.course_form if place.get("change") else self.assign_form).open_course(self.course)

    def head_buttons(self) -> Sequence[QWidget]:
        """Return what can be done with the course as a whole."""
        last = self.remove_button if self._removable else self.away_button
        if self.view is not None and self.view.course.state is CourseState.APPROVED:
            return (last, self.copy_button, self.edit_button)
        return (last, self.close_button, self.copy_button, self.edit_button)

    def first_focus(self) -> QWidget | None:
        """Start at the first count."""
        return self.stats["people"].row

    def keys(self) -> list[KeyHint]:
        """Nothing beyond the keys of the workspace."""
        return []

    @override
    def retranslate(self) -> None:
        self.edit_button.setText(self.tr("Change"))
        self.edit_button.setAccessibleName(self.tr("Change the course"))
        #: A button: makes a second course like this one
        self.copy_button.setText(self.tr("Copy the course"))
        self.copy_button.setAccessibleName(self.tr("Copy the course"))
        self.remove_button.setText(self.tr("Delete"))
        self.remove_button.setAccessibleName(self.tr("Delete the course"))
        self.remove_button.setToolTip(self.tr("Nothing was marked, sent or issued in it yet"))
        self._say_away()
        if self.view is not None:
            self._show_close(course_stage(self.view.course, self.context.today()))

    def _show_counts(self, line: CourseLine, view: CourseView, due: Sequence[Due]) -> None:
        number = self.context.formats.number
        now = self.context.now()
        minute = now.hour * 60 + now.minute
        held = [session for session in view.sessions if session.state is SessionState.HELD]
        ahead = sum(not session.has_been_held(now.date(), minute) for session in held)
        cancelled = sum(1 for session in view.sessions if session.state is SessionState.CANCELLED)
        issued = sum(
            1
            for each in self.context.ask(certificates.register, self.course) or []
            if each.state is CertificateState.ISSUED
        )
        ready = sum(each.count for each in due if each.kind is DueKind.CERTIFICATES)
        unfit = sum(each.count for each in due if each.kind is DueKind.UNFIT)
        self.stats["people"].set_stat(
            number(line.participants),
            self.tr("on the list", "how many people"),
            self.wording.women(line.women),
        )
        self.stats["sessions"].set_stat(
            f"{len(held)} / {len(view.sessions) - cancelled}",
            self.tr("sessions held"),
            self.wording.sessions_apart(cancelled, ahead),
        )
        count, words, where, to_mark = self.wording.missing_marks(line, view.sessions, now)
        self.stats["marks"].set_stat(count, words, where, due=to_mark)
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

    def _show_way(self) -> None:
        """Show how far the course's changes have come; many are looked through off the GUI thread."""
        context, course = self.context, self.course
        here = context.work.role is Role.TRAINER and identity.has_office(context.work)
        self.way.setVisible(here)
        if not here:
            return
        now = context.ask(sync_status.own_changes)
        if now is not None and now.unsafe > _AT_ONCE:
            context.run(
                self.tr("Looking what of the course has come to the office"),
                lambda work, _progress: sync_status.course_changes(work, course),
                done=lambda found: self.way.show_counts(found) if course == self.course else None,
                writes=False,
            )
        elif now is not None:
            self.way.show_counts(
                (context.ask(sync_status.course_changes, course) or {}) if now.unsafe else {}
            )

    def _show_close(self, reached: CourseStage) -> None:
        open_again = reached is CourseStage.CLOSED
        self.close_button.setEnabled(reached not in (CourseStage.PLANNED, CourseStage.APPROVED))
        self.close_button.setText(self.tr("Open again") if open_again else self.tr("Close the course"))
        self.close_button.set_icon("unlock" if open_again else "check")
        early = self.tr("Possible from the last day on") if reached is CourseStage.PLANNED else ""
        self.close_button.setToolTip(early or self.deciding.does(open_again=open_again))

    def _say_away(self) -> None:
        away = self.view is not None and self.view.course.archived
        self.away_button.setText(self.tr("Bring back") if away else self.tr("Archive"))
        self.away_button.setAccessibleName(
            self.tr("Show the course in lists again") if away else self.tr("Put the course away")
        )
        self.away_button.setToolTip("" if away else self.tr("Lists leave it out until you ask for it"))

    # What a person does

    def _put_away(self) -> None:
        if self.view is None:
            return
        away = not self.view.course.archived
        self.context.offer_undo(self.context.do(course_life.archive_course, self.course, archived=away))

    def _remove(self) -> None:
        """Delete the course; the screen goes back to the list, where it can be undone."""
        self.context.offer_undo(self.context.do(course_life.remove_course, self.course))

    def _copy(self) -> None:
        if self.view is not None:
            self.copy_form.open_course(self.view)

    def _close_or_reopen(self) -> None:
        if self.view is None:
            return
        if course_stage(self.view.course, self.context.today()) in _DECIDED:
            self.deciding.open_again(self.course)
        else:
            self.deciding.close(self.view.course)

    def _decide(self) -> None:
        """Approve the course for the office, or take the approval back."""
        if self.view is None:
            return
        if self.view.course.state is CourseState.APPROVED:
            self.deciding.take_back(self.course)
        else:
            self.deciding.approve(self.view.course)

    def _show_approval(self, course: Course) -> None:
        """Show who closed and approved it, and what was changed since."""
        finished = course.state in FINISHED
        self.approval.setVisible(finished)
        if finished:
            found = self.context.ask(approval.standing, course.key) or CourseApproval()
            office = self.context.work.decides or not identity.has_office(self.context.work)
            self.approval.show_course(course, found, decides=office)

    def _change_role(self, teacher: Teacher) -> None:
        self.assign_form.open_teacher(self.course, teacher)

    def _unassign(self, teacher: Teacher) -> None:
        changes = self.context.do(teachers.unassign, teacher.assignment)
        if changes is not None:
            self.context.offer_undo(changes)
            self.teachers.assign.setFocus()

    def _go_next(self, name: str) -> None:
        if name == "teachers":
            self.assign_form.open_course(self.course)
        else:
            self.tab_requested.emit(name)

    def _go_to_due(self, due: Due) -> None:
        screen, place = destination_of_due(due)
        self.context.go(screen, **place)
