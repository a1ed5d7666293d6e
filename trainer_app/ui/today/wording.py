"""The words of the first screen for what `actions.today` found out."""

from PySide6.QtCore import QObject

from trainer_app.domain.attendance import Headcount
from trainer_app.domain.courses import SessionState
from trainer_app.domain.today import Due, DueKind, NextKind, NextStep, TodayCourse, TodaySession, TodayView
from trainer_app.ui.shell.language import Formats
from trainer_app.ui.widgets.chips import Tone


class Wording(QObject):
    """Turns plain data into sentences of the window's language."""

    def subtitle(self, view: TodayView, formats: Formats) -> str:
        """Say where we are: the day of the running course, or the next or last course."""
        course = view.course
        if course is None:
            return self.tr("There is no course yet")
        title = course.title.best(formats.code)
        if view.running:
            day = self.tr("Day {day} of {days}").format(day=course.day_number, days=course.days)
            return " · ".join(part for part in (day, course.town, self.quoted(title)) if part)
        days = formats.days(course.first_day, course.last_day)
        named = ", ".join(part for part in (course.town, days) if part)
        if course.first_day > view.day:
            return self.tr("Next course: {course}").format(course=named)
        return self.tr("Last course: {course}").format(course=named)

    def quoted(self, text: str) -> str:
        """Put a title into the quotation marks of the language."""
        return self.tr("“{title}”").format(title=text) if text else ""

    # The next step

    def next_step(self, step: NextStep) -> str:
        """Say what to do next."""
        match step.kind:
            case NextKind.CREATE_COURSE:
                return self.tr("Create the first course, or take in the file from the office")
            case NextKind.PLAN_SESSIONS:
                return self.tr("Plan the sessions of the course")
            case NextKind.ADD_PEOPLE:
                return self.tr("Take in the list of participants")
            case NextKind.MARK:
                left = step.whole - step.done
                people = self.tr("%n to go", "", left)
                if not step.done:
                    return self.tr("Mark session {number}").format(number=step.session_number)
                words = self.tr("Finish marking session {number}: {people}")
                return words.format(number=step.session_number, people=people)
            case NextKind.REVIEW:
                return self.tr("%n contradiction(s) to decide", "", step.whole)
            case NextKind.ISSUE:
                return self.tr("%n certificate(s) can be issued", "", step.whole)
            case NextKind.SEND:
                return self.tr("Send today's work to the office: %n change(s)", "", step.whole)
            case NextKind.NOTHING:
                return self.tr("Nothing waits. Have a good day!")

    def next_button(self, step: NextStep) -> str:
        """Name the button of the next step, "" for none."""
        words = {
            NextKind.CREATE_COURSE: self.tr("Create a course"),
            NextKind.PLAN_SESSIONS: self.tr("Plan sessions"),
            NextKind.ADD_PEOPLE: self.tr("Take in the list"),
            NextKind.MARK: self.tr("Go on marking") if step.done else self.tr("Start marking"),
            NextKind.REVIEW: self.tr("Review"),
            NextKind.ISSUE: self.tr("Certificates"),
            NextKind.SEND: self.tr("Send"),
        }
        return words.get(step.kind, "")

    # Sessions

    def number(self, session: TodaySession, *, with_course: bool) -> str:
        """Return "Session 7", with the course's code where several courses run."""
        words = self.tr("Session {number}").format(number=session.number)
        return f"{words} · {session.course_code}" if with_course else words

    def until(self, session: TodaySession, formats: Formats) -> str:
        """Return "to 10:30"."""
        return self.tr("to {time}").format(time=formats.clock(session.end))

    def chip(self, session: TodaySession) -> tuple[str, Tone, str] | None:
        """Return words, tone and icon of a session's state; None if there is nothing to say."""
        if session.state is SessionState.CANCELLED:
            return self.tr("Cancelled"), Tone.QUIET, "close"
        if session.complete:
            return self.tr("Marked in full"), Tone.GOOD, "check"
        if session.now:
            return self.tr("Now"), Tone.NOW, "clock"
        return None

    def counts(self, session: TodaySession) -> str:
        """Say how far a session is marked."""
        heads = session.heads
        if session.state is SessionState.CANCELLED:
            return self.tr("Counts for nobody")
        if session.complete:
            return self.marks(heads)
        if session.begun:
            done = heads.expected - heads.unmarked
            return self.tr("{done} of {whole} marked").format(done=done, whole=heads.expected)
        return self.tr("%n on the list", "", heads.expected)

    def marks(self, heads: Headcount) -> str:
        """Return "22 present · 1 late · 1 excused · 1 absent"; zeros are left out."""
        parts = (
            (heads.present, self.tr("{count} present")),
            (heads.late, self.tr("{count} late")),
            (heads.excused, self.tr("{count} excused")),
            (heads.absent, self.tr("{count} absent")),
        )
        return " · ".join(words.format(count=count) for count, words in parts if count)

    def session_button(self, session: TodaySession) -> tuple[str, str]:
        """Return words and icon of a session's button."""
        if session.state is SessionState.CANCELLED or session.complete or session.locked:
            return self.tr("Open"), ""
        if session.heads.expected == 0:
            return self.tr("Open"), ""
        return (self.tr("Rest present") if session.begun else self.tr("All present")), "check"

    # Due

    def due(self, due: Due) -> tuple[str, str, str]:
        """Return title, second line and button of something that is due."""
        count = due.count
        match due.kind:
            case DueKind.UNMARKED:
                return (
                    self.tr("%n mark(s) missing from earlier days", "", count),
                    self.tr("no mark is not counted as absent"),
                    self.tr("Complete"),
                )
            case DueKind.SEX_UNKNOWN:
                return (
                    self.tr("Sex not known: %n", "", count),
                    self.tr("the report counts them apart"),
                    self.tr("Complete"),
                )
            case DueKind.NO_LATIN_NAME:
                return (
                    self.tr("%n name(s) without Latin spelling", "", count),
                    self.tr("people see their names before printing"),
                    self.tr("Check names"),
                )
            case DueKind.PRE_TEST:
                return (
                    self.tr("Pre-tests missing: %n", "", count),
                    self.tr("without it no gain can be shown"),
                    self.tr("Key in"),
                )
            case DueKind.POST_TEST:
                return (
                    self.tr("Post-tests missing: %n", "", count),
                    self.tr("the certificate of completion depends on it"),
                    self.tr("Key in"),
                )
            case DueKind.CERTIFICATES:
                return (
                    self.tr("%n certificate(s) can be issued", "", count),
                    self.tr("print them before the ceremony"),
                    self.tr("Certificates"),
                )

    def place(self, course: TodayCourse, formats: Formats) -> str:
        """Return "Dushanbe, 15–18 October 2018"."""
        days = formats.days(course.first_day, course.last_day)
        return ", ".join(part for part in (course.town, days) if part)
