"""Words of the course screens for codes and counts."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from trainer_app.domain.base.numbers import Problem
from trainer_app.domain.courses.courses import (
    CompletionRule,
    Course,
    CourseKind,
    CourseLine,
    CourseStage,
    EnrolmentState,
    MissingDetail,
    Participant,
    Project,
    Session,
    SessionState,
    TeachingRole,
    missing_details,
)
from trainer_app.domain.courses.planning import SessionDraft
from trainer_app.domain.courses.roster_columns import column_label
from trainer_app.domain.courses.roster_plan import RowOutcome
from trainer_app.domain.courses.roster_reader import RowRepair
from trainer_app.domain.people.persons import Sex
from trainer_app.system.messages import caption
from trainer_app.ui.courses.participants.import_state import ImportRowOutcome, RosterImportState
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import formats
from trainer_app.ui.kit.wording import PeopleWording
from trainer_app.ui.widgets.indicators import Tone

type ChipWords = tuple[Tone, str, str]
"""Tone, words and icon of a chip."""


class CourseWording(QObject):
    """Turns plain data into words of the window's language."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.setObjectName("course_wording")
        self._context = context

    # Courses

    def title(self, course: Course) -> str:
        """Return the course's title, or its code where nobody has typed one."""
        return course.title.best(self._context.language.code) or course.code

    def field(self, name: str) -> str:
        """Return what a field of a course is called, as a caption."""
        return self._context.caption("course", name)

    def place_and_days(self, course: Course) -> str:
        """Return "Душанбе, 15–18 октября 2018"."""
        days = self._context.formats.days(course.first_day, course.last_day)
        return ", ".join(part for part in (course.town, days) if part)

    def project(self, project: Project) -> str:
        """Return "DV18 · Responding to domestic violence"."""
        title = project.title.best(self._context.language.code)
        return " · ".join(part for part in (project.code, title) if part)

    def stage(self, found: CourseStage) -> ChipWords:
        """Return the chip of a course's stage."""
        return {
            CourseStage.PLANNED: (Tone.QUIET, self.tr("planned"), "today"),
            CourseStage.RUNNING: (Tone.NOW, self.tr("running"), "clock"),
            CourseStage.OVER: (Tone.DUE, self.tr("to be closed"), "alert"),
            CourseStage.CLOSED: (Tone.GOOD, self.tr("closed"), "check"),
            CourseStage.APPROVED: (Tone.GOOD, self.tr("approved"), "okcircle"),
        }[found]

    def kind(self, kind: CourseKind) -> str:
        """Return what sort of event a course is."""
        if kind is CourseKind.TRAINING_OF_TRAINERS:
            return self.tr("Training of trainers")
        return self.tr("Course")

    def rule(self, rule: CompletionRule) -> str:
        """Return when somebody completes: "80 % of the sessions and 60 % in the post-test"."""
        percent = self._context.formats.percent
        parts = []
        if rule.share is not None:
            parts.append(self.tr("{share} of the sessions").format(share=percent(rule.share)))
        if rule.post_test is not None:
            parts.append(self.tr("{share} in the post-test").format(share=percent(rule.post_test)))
        if not parts:
            return self.tr("everybody who came")
        return self.tr(" and ").join(parts)

    def languages(self, codes: tuple[str, ...]) -> str:
        """Return the languages of a course by their own names."""
        return ", ".join(formats(code).name for code in codes)

    def hours(self, minutes: int) -> str:
        """Return minutes as hours: "18 h", "22.5 h"."""
        places = 1 if minutes % 60 else 0
        hours = self._context.formats.decimal_number(minutes * 100 // 60, places)
        return self.tr("{hours} h").format(hours=hours)

    def drafts(self, drafts: Sequence[SessionDraft]) -> str:
        """Return "12 sessions · 4 days · 18 h"."""
        sessions = self.tr("%n session(s)", "", len(drafts))
        days = self.tr("%n day(s)", "", len({draft.day for draft in drafts}))
        return f"{sessions} · {days} · {self.hours(sum(draft.minutes for draft in drafts))}"

    # People

    def people(self, line: CourseLine) -> str:
        """Return "25 participants · women: 9"."""
        people = self.tr("%n participant(s)", "", line.participants)
        return f"{people} · {self.women(line.women)}"

    def women(self, count: int) -> str:
        """Return how many of them are women."""
        return self.tr("women: %n", "", count)

    def role(self, role: TeachingRole) -> str:
        """Return what somebody does at a course."""
        return {
            TeachingRole.LEAD_TRAINER: self.tr("lead trainer"),
            TeachingRole.TRAINER: self.tr("trainer"),
            TeachingRole.INTERNATIONAL_EXPERT: self.tr("international expert"),
            TeachingRole.OBSERVER: self.tr("observer"),
        }[role]

    # Sessions

    def session_chip(self, session: Session, *, clashes: bool = False) -> ChipWords:
        """Return the chip of a session's state; what needs a decision comes first."""
        if session.state is SessionState.CANCELLED:
            return Tone.QUIET, self.tr("cancelled"), "close"
        if clashes:
            return Tone.DUE, self.tr("at the same time"), "alert"
        if session.locked:
            return Tone.GOOD, self.tr("locked"), "lock"
        if session.state is SessionState.HELD:
            return Tone.GOOD, self.tr("held"), "check"
        now = self._context.now()
        if session.waits_for_marks(now.date(), now.hour * 60 + now.minute):
            return Tone.DUE, self.tr("not marked", "a session"), "clock"
        return Tone.QUIET, self.tr("planned", "a session"), ""

    def locked(self, session: Session) -> str:
        """Return "locked by Назарова, 17 Oct 14:05", or why a session was opened again."""
        if not session.locked:
            reason = session.lock_reason
            return self.tr("opened again: {reason}").format(reason=reason) if reason else ""
        parts = [self.tr("locked by {name}").format(name=session.locked_by)] if session.locked_by else []
        if session.locked_at is not None:
            parts.append(self._moment(session.locked_at))
        return ", ".join(parts)

    def _moment(self, millis: int) -> str:
        """Return "17 Oct 14:05"."""
        moment = self._context.moment(millis)
        clock = self._context.formats.clock(moment.hour * 60 + moment.minute)
        return f"{self._context.formats.day_short(moment.date())} {clock}"

    def session(self, session: Session) -> str:
        """Return "Session 6: 16 October, 14:00–15:30"."""
        shown = self._context.formats
        return self.tr("Session {number}: {day}, {times}").format(
            number=session.number,
            day=shown.day(session.day),
            times=shown.times(session.start, session.end),
        )


class ParticipantWording(QObject):
    """Turns plain data into words of the window's language. `people` says what belongs to a person."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.setObjectName("participant_wording")
        self._context = context
        self.people = PeopleWording(context)

    def state(self, item: Participant, everybody: Mapping[str, Participant]) -> ChipWords:
        """Return the chip of a place on the list, with whom it replaces or was replaced by."""
        tone, words, icon = self.people.standing(item.standing)
        if item.enrolment.state is EnrolmentState.REPLACED:
            by = _by(item, everybody)
            if by is not None:
                return tone, self.tr("replaced by No {number}").format(number=by.enrolment.number), icon
        gone = everybody.get(item.enrolment.replaces or "")
        if gone is not None and item.expected:
            return tone, self._replaces(gone, gone.person.family), icon
        return tone, words, icon

    def link(self, item: Participant, everybody: Mapping[str, Participant]) -> str:
        """Say in full whom somebody replaces, and by whom they were replaced; "" for neither."""
        gone, by = everybody.get(item.enrolment.replaces or ""), _by(item, everybody)
        parts = [self._replaces(gone, gone.person.name)] if gone is not None else []
        if by is not None:
            words = self.tr("replaced by No {number} {name}")
            parts.append(words.format(number=by.enrolment.number, name=by.person.name))
        return " · ".join(parts)

    def _replaces(self, gone: Participant, name: str) -> str:
        words = self.tr("replaces No {number} {name}")
        return words.format(number=gone.enrolment.number, name=name)

    def missing(self, item: Participant) -> str:
        """Say what is still to be typed about somebody who is expected."""
        words = {
            MissingDetail.LATIN: self.tr("Latin spelling"),
            MissingDetail.SEX: self.tr("sex"),
            MissingDetail.SERVICE: self.tr("unit"),
        }
        return ", ".join(words[each] for each in missing_details(item.person)) if item.expected else ""

    def from_day(self, item: Participant) -> str:
        """Return since when somebody takes part, "" for the whole course."""
        if item.from_day is None:
            return ""
        return self._context.formats.day_short(item.from_day)

    def counts(self, items: Sequence[Participant]) -> str:
        """Return "25 participants · women: 9 · sex not stated: 1", of those who are expected."""
        expected = [item for item in items if item.expected]
        women = sum(item.person.sex is Sex.FEMALE for item in expected)
        unknown = sum(item.person.sex is Sex.UNKNOWN for item in expected)
        parts = [self.tr("%n participant(s)", "", len(expected)), self.tr("women: %n", "", women)]
        if unknown:
            parts.append(self.tr("sex not stated: %n", "", unknown))
        return " · ".join(parts)

    # Importing a list

    def column(self, column: str) -> str:
        """Return what a column of a list holds."""
        return caption(column_label(column), self._context.language.code)

    def repair(self, repair: RowRepair) -> str:
        """Return what a correction does."""
        return self._context.words(f"roster.repair_{repair.value}")

    def problem(self, problem: Problem) -> str:
        """Return what is wrong."""
        return self._context.words(problem.label.code, **problem.label.values)

    def fate(self, state: RosterImportState, number: int) -> ChipWords:
        """Return the chip of what happens with a row."""
        fate = state.fate(number)
        if fate is ImportRowOutcome.DOUBLE:
            person = state.settled(number)
            first = person.rows[0] if person else 0
            return Tone.QUIET, self.tr("with row {number}").format(number=first), "users2"
        return {
            ImportRowOutcome.NEW: (Tone.NOW, self.tr("new"), "plus"),
            ImportRowOutcome.KNOWN: (Tone.GOOD, self.tr("known"), "check"),
            ImportRowOutcome.ENROLLED: (Tone.QUIET, self.tr("on the list"), "check"),
            ImportRowOutcome.REFUSED: (Tone.BAD, self.tr("not taken"), "close"),
        }[fate]

    def sum(self, state: RosterImportState) -> str:
        """Return "rows 25 = new 21 + known 3 + refused 1"; the parts always add up."""
        settlement, number = state.settlement, self._context.formats.number
        return self.tr("rows {rows} = new {new} + known or double {known} + not taken {refused}").format(
            rows=number(len(state.lines)),
            new=number(settlement.count(RowOutcome.IMPORTED)),
            known=number(settlement.count(RowOutcome.MATCHED)),
            refused=number(settlement.count(RowOutcome.REFUSED)),
        )


def _by(item: Participant, everybody: Mapping[str, Participant]) -> Participant | None:
    """Return who took somebody's place."""
    return next((each for each in everybody.values() if each.enrolment.replaces == item.enrolment.key), None)
