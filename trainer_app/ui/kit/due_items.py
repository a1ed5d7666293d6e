"""What is due soon, the most urgent first, as Today and the overview of a course show it."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from trainer_app.domain.attendance.marks import Headcount
from trainer_app.domain.base.texts import SOURCE, inside_quotes
from trainer_app.domain.courses.courses import SessionState
from trainer_app.domain.today.overview import (
    Due,
    DueKind,
    NextKind,
    NextStep,
    TodayCourse,
    TodaySession,
    TodayView,
)
from trainer_app.ui.kit.language import Formats, formats
from trainer_app.ui.widgets.cards import ActionLine, Card
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.indicators import Tone
from trainer_app.ui.widgets.labels import Retranslated

_CLOCK = formats(SOURCE)  # only for times of the day, which are written the same in every language


class DueWording(QObject):
    """Turns plain data into sentences of the window's language."""

    def subtitle(self, view: TodayView, shown: Formats) -> str:
        """Say where we are: the day of the running course, or the next or last course."""
        course = view.course
        if course is None:
            return self.tr("There is no course yet")
        if view.others:
            return self._several((course, *view.others))
        if view.running:
            day = self.tr("Day {day} of {days}").format(day=course.day_number, days=course.days)
            return " · ".join(filter(None, (day, course.town, self.quoted(course.title.best(shown.code)))))
        days = shown.days(course.first_day, course.last_day)
        named = ", ".join(part for part in (course.town, days) if part)
        if course.first_day > view.day:
            return self.tr("Next course: {course}").format(course=named)
        return self.tr("Last course: {course}").format(course=named)

    def _several(self, courses: tuple[TodayCourse, ...]) -> str:
        """Return "2 courses today: DSH-1, Душанбе, day 3 of 4 · KHJ-1, Хуҷанд, day 1 of 2"."""
        named = []
        for course in courses:
            day = self.tr("day {day} of {days}").format(day=course.day_number, days=course.days)
            named.append(", ".join(part for part in (course.code, course.town, day) if part))
        return self.tr("%n course(s) today: {courses}", "", len(courses)).format(courses=" · ".join(named))

    def quoted(self, text: str) -> str:
        """Put a title into the quotation marks of the language."""
        words = self.tr("“{title}”")
        return words.format(title=inside_quotes(text, words[0])) if text else ""

    # The next step

    def next_step(self, step: NextStep) -> str:
        """Say what to do next."""
        match step.kind:
            case NextKind.CREATE_COURSE:
                return self.tr("Create the first course, or import the file from the office")
            case NextKind.PLAN_SESSIONS:
                return self.tr("Plan the sessions of the course")
            case NextKind.ADD_PEOPLE:
                return self.tr("Import the list of participants")
            case NextKind.MARK | NextKind.COMING:
                return self._next_session(step)
            case NextKind.DUE:
                return self.due(step.due)[0] if step.due else ""
            case NextKind.NOTHING:
                return self.tr("Nothing is due. Have a good day!")
            case _:
                return self._next_counted(step)

    def _next_session(self, step: NextStep) -> str:
        if step.kind is NextKind.COMING:
            words = self.tr("Session {number} begins at {time}")
            return words.format(number=step.session_number, time=_CLOCK.clock(step.start))
        if not step.done:
            return self.tr("Mark session {number}").format(number=step.session_number)
        people = self.tr("%n to go", "", step.whole - step.done)
        words = self.tr("Finish marking session {number}: {people}")
        return words.format(number=step.session_number, people=people)

    def _next_counted(self, step: NextStep) -> str:
        match step.kind:
            case NextKind.REVIEW:
                return self.tr("To decide in Review: %n", "", step.whole)
            case NextKind.INCOMING:
                return self.tr("%n file(s) waiting in the watched folder", "", step.whole)
            case NextKind.RECEIPTS:
                return self.tr(
                    "Write files for %n laptop(s): the receipt goes back with them", "", step.whole
                )
            case NextKind.RETENTION:
                return self.tr("Names of %n course(s) are to be erased: their day has come", "", step.whole)
            case NextKind.ISSUE:
                return self.tr("%n certificate(s) can be issued", "", step.whole)
            case NextKind.SEND:
                return self.tr("Send today's work to the office: %n change(s)", "", step.whole)
        return ""

    def next_button(self, step: NextStep) -> str:
        """Name the button of the next step, "" for none."""
        words = {
            NextKind.CREATE_COURSE: self.tr("Create a course"),
            NextKind.PLAN_SESSIONS: self.tr("Plan sessions"),
            NextKind.ADD_PEOPLE: self.tr("Import the list"),
            NextKind.MARK: self.tr("Go on marking") if step.done else self.tr("Start marking"),
            NextKind.COMING: self.tr("Open the session"),
            NextKind.DUE: self.due(step.due)[2] if step.due else "",
            NextKind.INCOMING: self.tr("Look at them"),
            NextKind.RECEIPTS: self.tr("Send"),
            NextKind.RETENTION: self.tr("Open the list"),
            #: A button: opens the screen where conflicts are decided
            NextKind.REVIEW: self.tr("Review"),
            NextKind.ISSUE: self.tr("Certificates"),
            NextKind.SEND: self.tr("Send"),
        }
        return words.get(step.kind, "")

    def next_caption(self, step: NextStep, shown: Formats) -> str:
        """Return what stands above the next step: when and what, and which course where there are several."""
        if step.kind is NextKind.NOTHING:
            return ""
        parts = [self.tr("Next step")]
        if step.kind is NextKind.MARK and step.end > step.start:
            parts.append(shown.times(step.start, step.end))
        topic = step.topic.best(shown.code)
        # What is due has the code in its title already.
        code = "" if step.kind is NextKind.DUE else step.course_code
        parts += [part for part in (topic, code) if part]
        if step.due is not None:
            parts.append(self.due(step.due)[1])
        return " · ".join(parts)

    # Sessions

    def title(self, session: TodaySession, shown: Formats) -> str:
        """Return a session's topic; "Session 7" for one without."""
        return session.topic.best(shown.code) or self._number(session)

    def number(self, session: TodaySession, shown: Formats, *, with_course: bool) -> str:
        """Return "Session 7", with the course's code where several run; no number that the title says."""
        parts = [self._number(session)] if session.topic.best(shown.code) else []
        return " · ".join([*parts, session.course_code] if with_course else parts)

    def _number(self, session: TodaySession) -> str:
        return self.tr("Session {number}").format(number=session.number)

    def until(self, session: TodaySession, shown: Formats) -> str:
        """Return "to 10:30"."""
        return self.tr("to {time}").format(time=shown.clock(session.end))

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
            said = self.tr("{done} of {whole} marked").format(done=done, whole=heads.expected)
            left = self.tr("%n of them not on the list any more", "", heads.left)
            return f"{said} · {left}" if heads.left else said
        return self.tr("%n on the list", "", heads.expected - heads.left)

    def marks(self, heads: Headcount) -> str:
        """Return "22 present · 1 late · 1 excused · 1 absent"; zeros are left out."""
        parts = (
            (heads.present, self.tr("{count} present")),
            (heads.late, self.tr("{count} late")),
            (heads.excused, self.tr("{count} excused")),
            (heads.absent, self.tr("{count} absent")),
            (heads.unknown, self.tr("{count} marked by a newer version")),
        )
        return " · ".join(words.format(count=count) for count, words in parts if count)

    def session_button(self, session: TodaySession) -> tuple[str, str]:
        """Return words and icon of a session's button; it only opens where there is nothing to mark."""
        if not session.open or session.complete or session.heads.expected == 0:
            #: A button
            return self.tr("Open"), ""
        return (self.tr("Rest present") if session.begun else self.tr("All present")), "check"

    def open_words(self) -> str:
        """Name the small button that opens a session whose large button marks it."""
        return self.tr("Open and mark one by one")

    # Due

    def due(self, due: Due) -> tuple[str, str, str]:
        """Return title, second line and button of something that is due."""
        title, second, act = self._due(due)
        return (f"{title} · {due.course_code}" if due.course_code else title), second, act

    def _due(self, due: Due) -> tuple[str, str, str]:
        match due.kind:
            case DueKind.PRE_TEST | DueKind.POST_TEST | DueKind.FEEDBACK | DueKind.FEEDBACK_WAITS:
                return self._due_papers(due)
            case (
                DueKind.NAME_ONLY
                | DueKind.SEX_UNKNOWN
                | DueKind.GONE
                | DueKind.CUT_NAME
                | DueKind.NO_LATIN_NAME
            ):
                return self._due_people(due)
            case DueKind.CERTIFICATES | DueKind.UNFIT | DueKind.DAYS:
                return self._due_certificates(due)
            case DueKind.CONFLICTS | DueKind.PROPOSALS | DueKind.NAMES | DueKind.SCANS:
                return self._due_before_closing(due)
            case DueKind.TWICE | DueKind.PAIRS | DueKind.NUMBERS:
                return self._due_twice(due)
            case DueKind.CLOSE:
                second = self.tr("they are over; each course says what is left")
                if due.uncounted:
                    second = self.tr("they are over; look yourself into %n older one(s)", "", due.uncounted)
                return self.tr("To be closed: %n course(s)", "", due.count), second, self.tr("Open")
            case DueKind.APPROVE:
                second = self.tr("they are closed; the office keeps their figures")
                return self.tr("To be approved: %n course(s)", "", due.count), second, self.tr("Open")
        return self._due_sessions(due)

    def _due_sessions(self, due: Due) -> tuple[str, str, str]:
        count = due.count
        match due.kind:
            case DueKind.UNMARKED | DueKind.UNTAUGHT:
                second = self.tr("no absence, but no minutes either")
                if due.kind is DueKind.UNTAUGHT:
                    second = self.tr("no trainer is named in the course: no file will bring them")
                #: A button, a verb: fill in what is missing
                return self.tr("%n mark(s) missing from earlier days", "", count), second, self.tr("Complete")
            case DueKind.SHEETS:
                return (
                    self.tr("%n signed sheet(s) to compare", "", count),
                    self.tr("who signed, who was marked present"),
                    self.tr("Compare"),
                )
            case DueKind.REOPENED:
                title = self.tr("Opened again and not locked: %n session(s)", "", count)
                return title, self.tr("marks can be changed there until it is locked"), self.tr("Open")
            case DueKind.CLASHES:
                title = self.tr("%n session(s) of tomorrow clash", "", count)
                return title, self.tr("a trainer or a room is needed twice"), self.tr("Open the schedule")
        return (
            self.tr("%n session(s) of tomorrow without a trainer", "", count),
            self.tr("say who teaches"),
            self.tr("Open the schedule"),
        )

    def _due_before_closing(self, due: Due) -> tuple[str, str, str]:
        count = due.count
        match due.kind:
            case DueKind.CONFLICTS:
                second = self.tr("two laptops wrote different things about this course")
                return self.tr("%n conflict(s) to decide", "", count), second, self.tr("Review")
            case DueKind.PROPOSALS:
                return (
                    self.tr("Wishes of laptops that wait for the office: %n", "", count),
                    self.tr("agree or leave each as it is"),
                    self.tr("Review"),
                )
            case DueKind.NAMES:
                return (
                    self.tr("Names for certificates not checked: %n", "", count),
                    self.tr("people see their names before printing"),
                    self.tr("Check names"),
                )
        return (
            self.tr("Days without a scan of the signed sheet: %n", "", count),
            self.tr("attach it beside the sheet"),
            #: A button, a verb: fill in what is missing
            self.tr("Complete"),
        )

    def _due_twice(self, due: Due) -> tuple[str, str, str]:
        title, second = self.tr("Numbers given twice: %n", "", due.count), self.tr("one row gets a new one")
        if due.kind is DueKind.TWICE:
            title = self.tr("On the list twice: %n", "", due.count)
            second = self.tr("one row of each person is to be kept")
        elif due.kind is DueKind.PAIRS:
            title = self.tr("Pairs of people who may be one: %n", "", due.count)
            second = self.tr("say whether they are the same person")
        return title, second, self.tr("Review")

    def _due_certificates(self, due: Due) -> tuple[str, str, str]:
        count, names = due.count, due.names
        if due.kind is DueKind.UNFIT:
            return (
                self.tr("Certificates that no longer fit: %n", "", count),
                self.tr("figures, names, ranks or days have changed; issue them anew"),
                self.tr("Certificates"),
            )
        if due.kind is DueKind.DAYS:
            return (
                self.tr("The course's days differ from those of its sessions by %n day(s)", "", count),
                self.tr("certificates print the days of the course"),
                self.tr("Change the course"),
            )
        second = self.tr("print them before the ceremony")
        if due.unmarked:
            second = self.tr("%n mark(s) missing: who completes may still change", "", due.unmarked)
        elif names is not None and names.open:
            second = self.tr("{checked} of {names} names for certificates checked").format(
                checked=names.checked, names=names.names
            )
        return (
            self.tr("%n certificate(s) can be issued", "", count),
            second,
            self.tr("Certificates"),
        )

    def _due_people(self, due: Due) -> tuple[str, str, str]:
        count = due.count
        match due.kind:
            case DueKind.NAME_ONLY:
                return (
                    self.tr("Known by name only: %n", "", count),
                    self.tr("sex, rank and unit are still missing"),
                    #: A button, a verb: fill in what is missing
                    self.tr("Complete"),
                )
            case DueKind.SEX_UNKNOWN:
                return (
                    self.tr("Sex not known: %n", "", count),
                    self.tr("the report counts them apart"),
                    #: A button, a verb: fill in what is missing
                    self.tr("Complete"),
                )
            case DueKind.GONE:
                return (
                    self.tr("Off the list, but marked present: %n", "", count),
                    self.tr("put them back on the list, or correct the marks"),
                    self.tr("Look at them"),
                )
            case DueKind.CUT_NAME:
                second = self.tr("the end of a name is missing; papers print it so")
                #: A button, a verb: fill in what is missing
                return self.tr("Names cut off: %n", "", count), second, self.tr("Complete")
        return (
            self.tr("%n name(s) without Latin spelling", "", count),
            self.tr("people see their names before printing"),
            self.tr("Check names"),
        )

    def _due_papers(self, due: Due) -> tuple[str, str, str]:
        count = due.count
        match due.kind:
            case DueKind.PRE_TEST:
                return (
                    self.tr("Pre-tests missing: %n", "", count),
                    self.tr("without it no gain can be shown"),
                    self.tr("Enter"),
                )
            case DueKind.POST_TEST:
                return (
                    self.tr("Post-tests missing: %n", "", count),
                    self.tr("the certificate of completion depends on it")
                    if due.ruled
                    else self.tr("without it no gain can be shown"),
                    self.tr("Enter"),
                )
            case DueKind.FEEDBACK_WAITS:
                return (
                    self.tr("%n feedback sheet(s) waiting to be added", "", count),
                    self.tr("they wait for each other, or are not finished"),
                    self.tr("Look at them"),
                )
        return (
            self.tr("Feedback sheets missing: %n", "", count),
            self.tr("the sheets are anonymous, only counts are kept"),
            self.tr("Enter"),
        )

    def place(self, course: TodayCourse, shown: Formats) -> str:
        """Return "Dushanbe, 15–18 October 2018"."""
        days = shown.days(course.first_day, course.last_day)
        return ", ".join(part for part in (course.town, days) if part)


DUE_ICONS = {
    **dict.fromkeys((DueKind.UNMARKED, DueKind.UNTAUGHT), "pen"),
    **dict.fromkeys((DueKind.CUT_NAME, DueKind.NO_LATIN_NAME, DueKind.NAMES), "pen"),
    **dict.fromkeys((DueKind.SHEETS, DueKind.SCANS), "file"),
    DueKind.REOPENED: "unlock",
    DueKind.NAME_ONLY: "adduser",
    DueKind.SEX_UNKNOWN: "people",
    **dict.fromkeys((DueKind.GONE, DueKind.UNFIT, DueKind.DAYS), "alert"),
    **dict.fromkeys((DueKind.CONFLICTS, DueKind.CLASHES), "alert"),
    **dict.fromkeys((DueKind.TWICE, DueKind.PAIRS, DueKind.NUMBERS, DueKind.NO_TRAINER), "users2"),
    **dict.fromkeys((DueKind.PRE_TEST, DueKind.POST_TEST), "evaluations"),
    **dict.fromkeys((DueKind.FEEDBACK, DueKind.FEEDBACK_WAITS), "evaluations"),
    DueKind.CERTIFICATES: "certificates",
    DueKind.PROPOSALS: "mail",
    **dict.fromkeys((DueKind.CLOSE, DueKind.APPROVE), "courses"),
}


FEW, FEWEST = 4, 2
"""Lines that are shown at first: more would be a wall; and beside a full day of sessions."""
_SESSIONS = 2
"""Sessions of a day beside which there is room for `FEW` lines on a screen of 1366x768."""
_USUAL_HEIGHT, _LINE = 768, 45
"""The height of a window on a cheap laptop, and of a line, in pixels."""


def initial_line_count(sessions: int, height: int = 0) -> int:
    """Return how many lines are shown at first on a day of so many sessions, in a window so high (pixels)."""
    more = max(0, height - _USUAL_HEIGHT) // _LINE
    return (FEW if sessions <= _SESSIONS else FEWEST) + more


class DueCard(Retranslated, Card):
    """One line for each thing; the card is hidden when nothing is due. `requested` gives the `Due`."""

    requested = Signal(object)

    def __init__(self, wording: DueWording) -> None:
        super().__init__("due")
        self._wording = wording
        self._shown: tuple[Due, ...] = ()
        self._kinds: list[tuple[DueKind, str]] = []
        self.all_shown = False
        self.few = FEW
        self.rows: list[ActionLine] = []
        self.more = Button("due_more", ButtonKind.GHOST)
        self.more.clicked.connect(self._show_all)
        self.add_to_head(self.more)
        self.head.setContentsMargins(20, 0, 10, 0)
        self.show_due(())
        self.retranslate()

    def show_day(self, due: tuple[Due, ...], sessions: int, height: int = 0) -> None:
        """Show what is due on a day of so many sessions, in a window so high (pixels)."""
        self.few = initial_line_count(sessions, height)
        self.show_due(due)

    def show_due(self, due: tuple[Due, ...]) -> None:
        """Show what is due; lines that stay keep the keyboard. Those that nobody sees yet are not made."""
        kinds = [(each.kind, each.course) for each in due]
        if kinds != self._kinds:
            self._kinds = kinds
            self.clear_rows()
            self.rows = []
        self._shown = due
        for index in range(len(self.rows), len(due) if self.all_shown else min(self.few, len(due))):
            self._make_line(index)
        for row, each in zip(self.rows, due, strict=False):
            row.set_line(*self._wording.due(each))
        for index, row in enumerate(self.rows):
            self.show_row(row, shown=self.all_shown or index < self.few)
        self.more.setVisible(not self.all_shown and len(due) > self.few)
        self.more.setText(self.tr("%n more", "", max(0, len(due) - self.few)))
        self.setVisible(bool(due))

    def retranslate(self) -> None:
        """Set the head and the lines."""
        self.set_title(self.tr("What is due"))
        self.show_due(self._shown)

    def _make_line(self, index: int) -> None:
        kind = self._shown[index].kind
        number = sum(each.kind is kind for each in self._shown[: index + 1])
        row = ActionLine(f"due_{kind.value}" + (f"_{number}" if number > 1 else ""), DUE_ICONS[kind])
        row.button.clicked.connect(lambda: self.requested.emit(self._shown[index]))
        self.add_row(row)
        if self.rows:
            # Also where the page went on after the lines that were made at first.
            QWidget.setTabOrder(self.rows[-1].button, row.button)
        self.rows.append(row)

    def _show_all(self) -> None:
        self.all_shown = True
        self.show_due(self._shown)
        self.rows[self.few].button.setFocus(Qt.FocusReason.OtherFocusReason)
