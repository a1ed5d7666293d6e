"""Words of the course screens for codes and counts."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QObject

from trainer_app.actions.attendance import attendance
from trainer_app.actions.certificates import effects
from trainer_app.domain.attendance.marks import MissingMarks, missing_marks
from trainer_app.domain.courses.courses import (
    CompletionRule,
    Course,
    CourseKind,
    CourseLine,
    CourseStage,
    Project,
    Session,
    SessionState,
    TeachingRole,
)
from trainer_app.domain.courses.planning import SessionDraft
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import field_caption, formats
from trainer_app.ui.widgets.indicators import ChipWords, Tone


class CourseWording(QObject):
    """Turns plain data into words of the window's language."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.setObjectName("course_wording")
        self._context = context

    def somebody_new(self, name: str) -> str:
        """Return what becomes of a trainer's name that nobody has, and what looks wrong in it."""
        if any(map(str.isdigit, name)):
            return self.tr("somebody new: will be added to People; there are digits in the name")
        return self.tr("somebody new: will be added to People")

    # Courses

    def missing_marks(
        self, line: CourseLine, planned: Sequence[Session], now: datetime
    ) -> tuple[str, str, str, bool]:
        """Return how many marks are missing, what they are, where, and whether something is to be done.

        Those of today and of locked sessions are named apart: what is due leaves them out. Marks are counted
        in sessions held and in those of days that have passed. One of today that is over without any mark is
        neither: it is named, since "none missing" would not be true of it.
        """
        today, minute, number = now.date(), now.hour * 60 + now.minute, self._context.formats.number
        table = self._context.ask(attendance.grid, line.course.key)
        parts = MissingMarks() if table is None else missing_marks(table, today, minute)
        missing, waiting = line.unmarked, [each for each in planned if each.waits_for_marks(today, minute)]
        never = sum(each.day < today for each in waiting)
        now_over = len(waiting) - never
        begun = never or any(each.has_been_held(today, minute) for each in planned)
        if now_over and not missing:
            return (
                number(now_over),
                self.tr("session(s) without any mark", "below their number", now_over),
                self.tr("over today; nobody was marked"),
                True,
            )
        words = self.tr("mark(s) missing", "below their number", missing)
        if not (line.participants or missing):
            return "–", words, self.tr("nobody is on the list yet"), False
        if not begun:
            return "–", words, self.tr("no session was held yet"), False
        where = self.tr("in the sessions held")
        if never:
            where = self.tr("with %n past session(s) that nobody marked", "", never)
        if missing > parts.begun > 0:
            today_too = self.tr("of today: %n", "", parts.begun)
            where = f"{where}; {today_too}"
        if missing and parts.locked:
            locked = self.tr("in locked sessions: %n", "", parts.locked)
            where = f"{where}; {locked}"
        if now_over:
            besides = self.tr("besides, %n session(s) of today without any mark", "", now_over)
            where = f"{where}; {besides}"
        return number(missing), words, where, missing > 0

    def title(self, course: Course) -> str:
        """Return the course's title, or its code where nobody has typed one."""
        return course.title.best(self._context.language.code) or course.code

    def field(self, name: str) -> str:
        """Return what a field of a course is called, as a caption."""
        return field_caption("course", name)

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

    def away(self) -> ChipWords:
        """Return the chip of a course that is put away."""
        return Tone.QUIET, self.tr("archived"), "folder"

    def kind(self, kind: CourseKind) -> str:
        """Return what sort of event a course is."""
        if kind is CourseKind.TRAINING_OF_TRAINERS:
            return self.tr("Training of trainers")
        return self.tr("Course")

    def rule(self, rule: CompletionRule) -> str:
        """Return when somebody completes: "80 % of the time of the sessions and 60 % in the post-test"."""
        percent = self._context.formats.limit
        parts = []
        if rule.share is not None:
            parts.append(self.tr("{share} of the time of the sessions").format(share=percent(rule.share)))
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

    def unfit(self, course: Course, day: date, session: str | None = None) -> str:
        """Say how many certificates no longer fit if a session, or a new one, stands on a day; or nothing."""
        count = self._context.ask(effects.unfit_on_day, course.key, day, session) or 0
        days = self._context.formats.days(course.first_day, course.last_day)
        said = self.tr("%n certificate(s) issued for {days} will no longer fit.", "", count)
        return said.format(days=days) if count else ""

    def sessions_apart(self, cancelled: int, ahead: int) -> str:
        """Return how many sessions are cancelled, and how many of those held have not begun by this clock.

        A session counts as held from its first mark on, here as in reports and on certificates.
        """
        parts = [
            self.tr("cancelled: %n", "", cancelled) if cancelled else "",
            self.tr("marked before they begin: %n", "", ahead) if ahead else "",
        ]
        return " · ".join(filter(None, parts))

    def session_chip(self, session: Session, *, clashes: bool = False) -> ChipWords:
        """Return the chip of a session's state; what needs a decision comes first."""
        if session.state is SessionState.CANCELLED:
            return Tone.QUIET, self.tr("cancelled"), "close"
        if clashes:
            return Tone.DUE, self.tr("at the same time"), "alert"
        if session.locked:
            return Tone.GOOD, self.tr("locked"), "lock"
        now = self._context.now()
        today, minute = now.date(), now.hour * 60 + now.minute
        if session.has_been_held(today, minute):
            return Tone.GOOD, self.tr("held"), "check"
        if session.state is SessionState.HELD:
            return Tone.QUIET, self.tr("marked ahead", "a session"), "check"
        if session.waits_for_marks(today, minute):
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
