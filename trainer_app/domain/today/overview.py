"""What the Today screen shows: where we are, what comes next, what has not reached the office. Plain data.

Filled by `actions.today`. Codes only: the words are chosen by whoever shows them.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct, field

from trainer_app.domain.attendance.marks import Headcount
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.settings import DEVICE_CODE, OFFICE_CODE, ROLE, ROOTS, TRUST
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import PUT_AWAY, Course, SessionState
from trainer_app.domain.exchange.laptops import (
    ARCHIVE_COPIED,
    ARCHIVE_COPIED_AT,
    BLOBS_AT_OFFICE,
    DIVERGENCES,
    ERASING_PENDING,
    NEWER,
    RECEIPT_AT,
    RECEIPTS,
    RECEIVED,
    SEEN_BY_OFFICE,
    NewerChanges,
    OfficeRequest,
)
from trainer_app.domain.exchange.sending import CopyGap
from trainer_app.domain.people.persons import SignOff
from trainer_app.domain.review.contradictions import ReviewKind


class NextKind(StrEnum):
    """The one thing to do next, the most urgent first."""

    CREATE_COURSE = "create_course"
    """There is no course yet."""
    PLAN_SESSIONS = "plan_sessions"
    """The course has no sessions."""
    ADD_PEOPLE = "add_people"
    """The course has nobody on its list."""
    MARK = "mark"
    """A session that has begun is not marked to the end."""
    COMING = "coming"
    """The next session of today has not begun yet."""
    DUE = "due"
    """The most urgent of what is due: marks of earlier days, or what is left when all else is done."""
    INCOMING = "incoming"
    """Files wait in the office's watched folder."""
    REVIEW = "review"
    """Something waits in Review for a decision."""
    ISSUE = "issue"
    """The last session is over and people who complete have no certificate."""
    SEND = "send"
    """The day's work is done and not sent."""
    RECEIPTS = "receipts"
    """At the office: laptops sent files, and none with the receipt was written for them since."""
    RETENTION = "retention"
    """The day has come on which the names of some courses are to be erased."""
    NOTHING = "nothing"
    """Nothing waits."""


class NextStep(Struct, frozen=True):
    """What to do next, and where. `done` of `whole` people or things are finished, 0 of 0 if not counted.

    `start`, `end` (minutes after midnight) and `topic` say which session is meant; `course_code` is set where
    more than one course is on the screen. `due` is what a DUE or ISSUE is about.
    """

    kind: NextKind = NextKind.NOTHING
    course: str | None = None
    session: str | None = None
    session_number: int = 0
    done: int = 0
    whole: int = 0
    start: int = 0
    end: int = 0
    topic: Texts = field(default_factory=Texts)
    course_code: str = ""
    due: "Due | None" = None


class AskedCourse(Struct, frozen=True):
    """A course that is asked what is due in it. `participants` stand on its list, `sessions` in its plan."""

    course: Course
    participants: int
    sessions: int


class TodayCourse(Struct, frozen=True):
    """A course in the head of the screen. `day_number` of `days` counts civil days from 1; 0: not running."""

    key: str
    code: str
    title: Texts
    town: str
    first_day: date
    last_day: date
    day_number: int = 0
    days: int = 0
    participants: int = 0


class TodaySession(Struct, frozen=True):
    """One of today's sessions; `start` and `end` in minutes after midnight. `now`: it is under way."""

    key: str
    course: str
    course_code: str
    number: int
    start: int
    end: int
    topic: Texts
    state: SessionState
    heads: Headcount
    locked: bool = False
    now: bool = False
    begins_in: int = 0
    """Minutes until the start; 0 or less once it has begun."""

    @property
    def open(self) -> bool:
        """Tell whether it can be marked."""
        return self.state is not SessionState.CANCELLED and not self.locked

    @property
    def complete(self) -> bool:
        """Tell whether everybody who is expected has a mark."""
        return self.heads.expected > 0 and self.heads.unmarked == 0

    @property
    def begun(self) -> bool:
        """Tell whether anybody has a mark."""
        return self.heads.expected > self.heads.unmarked


class DueKind(StrEnum):
    """Things that should be done soon but are not the next step; the most urgent first."""

    UNMARKED = "unmarked"
    """Marks are missing in sessions of earlier days; `count` of them, the first in `session`."""
    UNTAUGHT = "untaught"
    """As `UNMARKED`, at the office, in a course in which no trainer is named: no file will bring them."""
    SHEETS = "sheets"
    """`count` signed sheets are not compared with the marks; `session` is one of the first sheet."""
    REOPENED = "reopened"
    """`count` sessions of a closed course were opened again and not locked; the first is `session`."""
    NAME_ONLY = "name_only"
    """`count` people came without being on the list, and nothing but their name is known."""
    CERTIFICATES = "certificates"
    """`count` certificates can be issued."""
    UNFIT = "unfit"
    """`count` valid certificates no longer fit: their kind, or a name, rank or day corrected since."""
    DAYS = "days"
    """First and last day of the course differ by `count` days from those of its sessions, which were held."""
    POST_TEST = "post_test"
    """`count` participants without a post-test, from the last day on."""
    FEEDBACK = "feedback"
    """`count` feedback sheets are missing, from the last day on; Today tells it while none is keyed in."""
    FEEDBACK_WAITS = "feedback_waits"
    """`count` feedback sheets wait for each other or are not finished, from the last day on."""
    PRE_TEST = "pre_test"
    """`count` participants without a pre-test."""
    CLASHES = "clashes"
    """`count` sessions of tomorrow that need a trainer or a room twice, the first is `session`."""
    NO_TRAINER = "no_trainer"
    """`count` sessions of tomorrow that nobody teaches, the first is `session`."""
    CLOSE = "close"
    """`count` courses are over and nobody has closed them; `course` is the only one, or ""."""
    APPROVE = "approve"
    """At the office: `count` courses are closed and not approved; `course` is the only one, or ""."""
    SEX_UNKNOWN = "sex_unknown"
    """`count` further participants whose sex is not known: the donor's figures will lack them."""
    GONE = "gone"
    """`count` people have left the list, yet were present to the end or afterwards: reports count them."""
    TWICE = "twice"
    """`count` joined people stand on the list more than once."""
    PAIRS = "pairs"
    """`count` pairs of people on the list may be one person."""
    NUMBERS = "numbers"
    """`count` numbers on the list are given twice."""
    CONFLICTS = "conflicts"
    """`count` values of a course that is over contradict each other."""
    PROPOSALS = "proposals"
    """`count` wishes of laptops about it wait for the office."""
    NAMES = "names"
    """`count` names for its certificates are not checked."""
    SCANS = "scans"
    """`count` of its days have no scan of the signed sheet."""
    CUT_NAME = "cut_name"
    """`count` participants of whose name a part is cut off."""
    NO_LATIN_NAME = "no_latin_name"
    """`count` participants without a Latin spelling, which stands on the certificate."""


class Due(Struct, frozen=True):
    """One thing that is due in a course. `course_code` is set where several courses are on the screen.

    Where several lack the same, `count` is their sum, `course` the first and `course_code` names them.
    `names` tells, where certificates are due, how many of the names on them are checked; `ruled`, of tests,
    whether the certificate of completion depends on them; `unmarked`, of certificates, how many marks are
    missing: who completes may change with them. Of courses to be closed `uncounted` are not asked
    what is left in them.
    """

    kind: DueKind
    course: str
    count: int
    session: str | None = None
    course_code: str = ""
    names: SignOff | None = None
    ruled: bool = False
    uncounted: int = 0
    unmarked: int = 0


_NAMED = 3
"""Courses that a line names; of more it says how many."""


def named(codes: Sequence[str]) -> str:
    """Return a few codes of courses in a line: "GARM, KHUJAND, DUSHANBE, +2"."""
    few = [*codes[:_NAMED], *([f"+{len(codes) - _NAMED}"] if len(codes) > _NAMED else ())]
    return ", ".join(few)


def by_urgency(due: Iterable[Due]) -> tuple[Due, ...]:
    """Return what is due, the most urgent first."""
    order = list(DueKind)
    return tuple(sorted(due, key=lambda each: order.index(each.kind)))


def whole_courses(
    kind: DueKind, found: Sequence[Course], *, named_too: bool, counted: int | None = None
) -> list[Due]:
    """Return one line of all courses that are to be closed or approved, none where there are none.

    The code of a single one is said where `named_too`: where the screen has others. What is left in them is
    said of so many as are `counted`, of all where that is None.
    """
    if not found:
        return []
    codes = named([each.code for each in found]) if named_too or len(found) > 1 else ""
    course = found[0].key if len(found) == 1 else ""
    uncounted = max(0, len(found) - counted) if counted is not None else 0
    return [Due(kind, course, len(found), course_code=codes, uncounted=uncounted)]


def summed(due: Sequence[Due]) -> tuple[Due, ...]:
    """Return one line for each kind, the most urgent first: of several courses the sum with their codes.

    Days that differ are days of one course, and stay apart.
    """
    kinds: dict[tuple[DueKind, str], list[Due]] = {}
    for each in due:
        kinds.setdefault((each.kind, each.course if each.kind is DueKind.DAYS else ""), []).append(each)
    return by_urgency(found[0] if len(found) == 1 else _sum_of(found) for found in kinds.values())


def _sum_of(found: Sequence[Due]) -> Due:
    names = [each.names for each in found if each.names is not None]
    return replace(
        found[0],
        count=sum(each.count for each in found),
        course_code=named([each.course_code for each in found]),
        names=SignOff(sum(one.checked for one in names), sum(one.names for one in names)) if names else None,
        ruled=any(each.ruled for each in found),
        unmarked=sum(each.unmarked for each in found),
    )


class ToOffice(Struct, frozen=True):
    """What has not reached the office, and what waits here. Moments are Unix milliseconds."""

    unsent: int = 0
    unsent_since: int | None = None
    """When the last file was written; None if none ever was."""
    unconfirmed: int = 0
    """Files that were sent and that no receipt confirms yet."""
    last_sent: int | None = None
    conflicts: int = 0
    """Things that two laptops wrote differently, as `LAPTOPS_DISAGREE` says."""
    questions: Mapping[ReviewKind, int] = field(default_factory=dict)
    """What else waits in Review, and how often: none of it is a conflict, each kind has words of its own."""
    joined: bool = False
    """Whether this laptop belongs to an office at all."""
    errands: tuple[OfficeRequest, ...] = ()
    """What the office asks of this laptop, the oldest first."""
    losses: int = 0
    """Own values that others replaced and nobody here has seen yet."""
    warnings: tuple[Label, ...] = ()
    """What to do before the room in a file or people's patience ends."""
    differing: tuple[str, ...] = ()
    """Codes of courses in which this laptop and the office do not hold the same."""
    waiting: int | None = None
    """At the office: files in the watched folder that nobody took in; None while no folder is watched."""
    retention: int = 0
    """At the office: courses whose names are to be erased, since their day has come."""
    silent: tuple[str, ...] = ()
    """At the office: codes of laptops of which nothing came for weeks."""
    receipts: tuple[str, ...] = ()
    """At the office: codes of laptops whose receipt is to go back to them with a file."""
    erasing: tuple[str, ...] = ()
    """At the office: codes of laptops on which erased data lie until their next file is written."""
    unmarked: Mapping[str, str] = field(default_factory=dict)
    """At the office: key -> code of open courses that ended within a year, and of which no mark has come."""
    copied_at: int = 0
    """At the office: when the archive was copied to another disk last; 0 for never."""
    copy_gap: CopyGap = CopyGap()
    """At the office: what that copy lacks, or still holds."""
    joint: int = 0
    """At the office: requests that wait for a second head."""
    pairs: int = 0
    """Pairs of people who may be one, as far as they were found."""
    refused: tuple[str, ...] = ()
    """At the office: names of the files that were refused and set aside."""
    newer: tuple[NewerChanges, ...] = ()
    """What came from newer versions of the program and cannot be shown before the update."""

    @property
    def to_decide(self) -> int:
        """How much waits in Review, of whatever kind."""
        return self.conflicts + sum(self.questions.values())

    @property
    def in_review(self) -> int:
        """Tell how much stands in Review, as its badge counts it: 0 where nothing asks for a decision."""
        asked = self.to_decide + self.joint + self.pairs
        return asked + self.losses + len(self.refused) if asked else 0


class TodayView(Struct, frozen=True):
    """Everything on the first screen.

    `course` is the one that runs today; else the next one, else the last one, None if there is none at all.
    `others` are further courses that run today. `sessions` are today's, of every course, in the order of
    time. `due` has the most urgent first.
    """

    day: date
    course: TodayCourse | None = None
    sessions: tuple[TodaySession, ...] = ()
    next_step: NextStep = field(default_factory=NextStep)
    due: tuple[Due, ...] = ()
    office: ToOffice = field(default_factory=ToOffice)
    others: tuple[TodayCourse, ...] = ()

    @property
    def running(self) -> bool:
        """Tell whether the course of the head runs today."""
        return self.course is not None and self.course.first_day <= self.day <= self.course.last_day


SETTINGS_ASKED = (
    *(ROLE, DEVICE_CODE, OFFICE_CODE, TRUST, ROOTS, PUT_AWAY, RECEIPTS, RECEIVED, RECEIPT_AT),
    *(BLOBS_AT_OFFICE, SEEN_BY_OFFICE, ERASING_PENDING, DIVERGENCES, NEWER),
    *(ARCHIVE_COPIED, ARCHIVE_COPIED_AT),
)
"""What the first screen asks of the settings: they are read together."""
SOON = 30
"""Minutes before its start from which the next session comes before everything else."""
DAY_MINUTES = 24 * 60


def to_mark(sessions: Sequence[TodaySession], *, now: bool) -> NextStep | None:
    """Return the first session that has begun and is not marked to the end; `now`: that is under way."""
    for session in sessions:
        if session.open and session.begins_in <= 0 and session.heads.unmarked and (session.now or not now):
            return _step_of(NextKind.MARK, session)
    return None


def coming_session(sessions: Sequence[TodaySession], within: int = DAY_MINUTES) -> NextStep | None:
    """Return the next session that begins within some minutes."""
    for session in sessions:
        if session.open and 0 < session.begins_in <= within and session.heads.expected:
            return _step_of(NextKind.COMING, session)
    return None


def _step_of(kind: NextKind, session: TodaySession) -> NextStep:
    return NextStep(
        kind=kind,
        course=session.course,
        session=session.key,
        session_number=session.number,
        done=session.heads.expected - session.heads.unmarked,
        whole=session.heads.expected,
        start=session.start,
        end=session.end,
        topic=session.topic,
    )


def step_for(due: Sequence[Due], *kinds: DueKind) -> NextStep | None:
    """Return the first thing of some kinds that is due, as the next step."""
    for each in due:
        if each.kind in kinds:
            return NextStep(NextKind.DUE, each.course or None, each.session, whole=each.count, due=each)
    return None


def next_change(sessions: tuple[TodaySession, ...], minute: int) -> int:
    """Return in how many minutes the clock alone changes what is shown: at most until midnight.

    That is when a session comes near, begins or ends. `minute` is the minute of the day.
    """
    moments = {DAY_MINUTES - minute}
    for session in sessions:
        begins = session.begins_in
        moments |= {begins - SOON, begins, begins + session.end - session.start}
    return min(moment for moment in moments if moment > 0)
