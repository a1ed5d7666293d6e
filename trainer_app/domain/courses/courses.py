"""Projects, courses, sessions, who teaches them, and what the papers of a course say about it."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, Protocol, cast

from msgspec import Struct, field
from msgspec.structs import fields

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.settings import Setting
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import DEFAULT, LANGUAGES, Texts
from trainer_app.domain.people.names import cut_part
from trainer_app.domain.people.persons import Person, Sex, by_person, head_of, then_or_now


class EnrolmentState(StrEnum):
    """How a person came onto the list, or left it."""

    NOMINATED = "nominated"
    CONFIRMED = "confirmed"
    WALK_IN = "walk_in"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


ON_THE_LIST = (EnrolmentState.NOMINATED, EnrolmentState.CONFIRMED, EnrolmentState.WALK_IN)
"""States of people who are expected in the room."""
OFF_THE_LIST = (EnrolmentState.REPLACED, EnrolmentState.WITHDRAWN)
"""States of people who have left it."""


class EnrolmentStatus(StrEnum):
    """What somebody on a list is by now; worked out from the state and the marks, never stored."""

    NOMINATED = "nominated"
    CONFIRMED = "confirmed"
    TAKING_PART = "taking_part"
    WALK_IN = "walk_in"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


def status_of(state: EnrolmentState, *, came: bool) -> EnrolmentStatus:
    """Return what somebody is who was (or was not yet) present or late in a session that counts.

    Who came takes part, whether the place was ever confirmed or not. A walk-in stays one, and who left the
    list has left it, whatever the marks say.
    """
    if came and state in (EnrolmentState.NOMINATED, EnrolmentState.CONFIRMED):
        return EnrolmentStatus.TAKING_PART
    return EnrolmentStatus(state.value)


class Dated[Key](Protocol):
    """A session as `expected_span` asks for it. What keeps numbers instead of keys has those."""

    @property
    def key(self) -> Key:
        """The session's key."""
        ...

    @property
    def day(self) -> date:
        """The session's civil day."""
        ...


def expected_span[Key: (str, int)](
    sessions: Sequence[Dated[Key]],
    state: EnrolmentState,
    from_day: date | None = None,
    from_session: Key | None = None,
    gone_from: Key | None = None,
) -> tuple[int, int]:
    """Return at which of a course's sessions somebody is expected, as (first, end) of a slice.

    This is the one rule that every count, sweep, sheet and report asks. `sessions` stand in the order of
    time. Who came in later is expected from the session `from_session`, or from the first one on or after
    `from_day`; who left the list, until before `gone_from`. Who left it and nobody said when is expected
    nowhere. A session that is no longer there says nothing.
    """
    first, end = expected_from(sessions, from_day, from_session), len(sessions)
    if state in OFF_THE_LIST:
        end = next((place for place, session in enumerate(sessions) if session.key == gone_from), 0)
    return min(first, end), end


def expected_from[Key: (str, int)](
    sessions: Sequence[Dated[Key]], from_day: date | None, from_session: Key | None
) -> int:
    """Return the place of the first session at which somebody is expected; the number of all if at none."""
    first = next((place for place, session in enumerate(sessions) if session.key == from_session), None)
    if first is None and from_day is not None:
        late = (place for place, session in enumerate(sessions) if session.day >= from_day)
        return next(late, len(sessions))
    return first or 0


class Leaving[Key: (str, int)](Struct, frozen=True):
    """From which session on somebody who leaves now is out of a course; `at_end`: after its last one."""

    since: Key | None = None
    at_end: bool = False


def leaving_of[Key: (str, int)](sessions: Sequence[Dated[Key]], marked: Collection[Key]) -> Leaving[Key]:
    """Return when who leaves now is out: from the first session after all in which they are `marked`.

    Only who is marked in the last one leaves after it: of all others there is a session since when.
    """
    left = max((place for place, session in enumerate(sessions, 1) if session.key in marked), default=0)
    since = sessions[left].key if left < len(sessions) else None
    return Leaving(since, at_end=bool(sessions) and since is None)


FACTS = ("sex", "rank", "position", "unit", "duty_district")
"""What a participation keeps of the person as they were then, so that figures of a course stay."""


class Enrolment(Struct, frozen=True):
    """One person in one course. `replaces` is the key of the enrolment whose place it takes.

    Where `facts` is set, sex, rank, position, unit and district are those at this course (`as_enrolled`).

    `from_day` and `from_session` say since when somebody takes part who came in later; `gone_from` is the
    key of the first session at which somebody who left the list is no longer expected.
    """

    key: str
    course: str
    person: str
    number: int
    state: EnrolmentState = EnrolmentState.NOMINATED
    replaces: str | None = None
    from_day: date | None = None
    from_session: str | None = None
    gone_from: str | None = None
    remark: str = ""
    facts: bool = False
    sex: Sex = Sex.UNKNOWN
    rank: str = ""
    position: str = ""
    unit: str = ""
    duty_district: str = ""

    @property
    def gone(self) -> bool:
        """Tell whether the person was replaced or withdrew."""
        return self.state in OFF_THE_LIST

    @property
    def walked_in(self) -> bool:
        """Tell whether figures count the person among the walk-ins: came unlisted, and in nobody's place."""
        return self.state is EnrolmentState.WALK_IN and self.replaces is None

    def span(self, sessions: Sequence[Dated[str]]) -> tuple[int, int]:
        """Return at which of the course's sessions the person is expected; see `expected_span`."""
        return expected_span(sessions, self.state, self.from_day, self.from_session, self.gone_from)


_NOT_IN_FILES = '/\\:*?"<>|'
"""Signs that Windows takes in no file's name; a code begins the names of papers and files."""


def signs_not_in_files(code: str) -> str:
    """Return the signs of a code that the name of a file cannot have; a dot only at either end."""
    found = [sign for sign in code if sign in _NOT_IN_FILES or not sign.isprintable()]
    found += ["."] if code.strip().startswith(".") or code.strip().endswith(".") else []
    return " ".join(dict.fromkeys(sign if sign.isprintable() else "␣" for sign in found))


def as_enrolled(person: Person, enrolment: Enrolment) -> Person:
    """Return a person with the facts of a participation: what they were at that course.

    Where several records are the person, what the participation leaves blank is the person's: whoever came
    unlisted was written down by name alone, in a record that the others complete.
    """
    if not enrolment.facts:
        return person
    said = {name: getattr(enrolment, name) for name in FACTS}
    if person.joined:
        said = {name: then_or_now(value, getattr(person, name)) for name, value in said.items()}
    return replace(person, **said)


def as_listed(persons: Mapping[str, Person], enrolment: Enrolment) -> Person:
    """Return whom lists, boards and papers of a course name in a row, as they were at that course.

    Of joined people, on whichever list, that is who stands for them; separated, each is named again.
    """
    return as_enrolled(head_of(persons, enrolment.person), enrolment)


class Participant(Struct, frozen=True):
    """An enrolment with its person as they were at the course, as lists show it.

    `marks` counts every mark, `came` the sessions marked present or late, cancelled ones left out,
    `came_after` those of them from the session on at which the person is said to have left the list, all of
    them where no session was left to say: who came to the end is off the list, and yet counted in reports.
    `joined_at` is the first session of who came in later, `left_at` the first one at which somebody who left
    the list is no longer expected; None where nobody said it. `prints_latin` is that of the course.
    """

    enrolment: Enrolment
    person: Person
    marks: int = 0
    came: int = 0
    came_after: int = 0
    joined_at: "Session | None" = None
    left_at: "Session | None" = None
    prints_latin: bool = True

    @property
    def missing(self) -> "tuple[MissingDetail, ...]":
        """What is to be completed about somebody who is expected; who left the list can wait."""
        return missing_details(self.person, latin=self.prints_latin) if self.expected else ()

    @property
    def expected(self) -> bool:
        """Tell whether the person is on the list."""
        return not self.enrolment.gone

    @property
    def named(self) -> bool:
        """Tell whether papers in this name can be given out: the person is expected and was not erased."""
        return self.expected and not self.person.erased

    @property
    def may_replace(self) -> bool:
        """Tell whether they may have come for somebody else: a walk-in who came later, or has no mark yet."""
        walked_in = self.enrolment.state is EnrolmentState.WALK_IN
        return (
            walked_in and self.enrolment.replaces is None and (self.joined_at is not None or not self.marks)
        )

    @property
    def standing(self) -> EnrolmentStatus:
        """What to call this place on the list today."""
        return status_of(self.enrolment.state, came=self.came > 0)


class ResitRule(StrEnum):
    """Which paper of one person counts when there are several for one occasion."""

    BEST = "best"
    LAST = "last"
    FIRST = "first"


class CourseKind(StrEnum):
    """What sort of event a course is."""

    COURSE = "course"
    TRAINING_OF_TRAINERS = "training_of_trainers"


class CourseState(StrEnum):
    """How far a course has come."""

    PLANNED = "planned"
    RUNNING = "running"
    CLOSED = "closed"
    APPROVED = "approved"


FINISHED = (CourseState.CLOSED, CourseState.APPROVED)
"""States of courses whose figures are final."""


class SessionState(StrEnum):
    """A cancelled session counts for nobody."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class TeachingRole(StrEnum):
    """What somebody does at a course without being its participant."""

    LEAD_TRAINER = "lead_trainer"
    TRAINER = "trainer"
    INTERNATIONAL_EXPERT = "international_expert"
    OBSERVER = "observer"


class LogoOwner(StrEnum):
    """Whose emblem a project's papers carry."""

    ORGANISER = "organiser"
    DONOR = "donor"
    PARTNER = "partner"


LATE_AFTER = 10
"""Minutes after the start from which a scanned badge counts as late, where a course says nothing else."""


class Project(Struct, frozen=True):
    """A series of courses for one donor. `head` signs the certificates for the organiser.

    `logos` are keys of attachments.
    """

    key: str
    code: str
    title: Texts = field(default_factory=Texts)
    donor: str = ""
    partner: Texts = field(default_factory=Texts)
    organiser: Texts = field(default_factory=Texts)
    head: str = ""
    field_of_work: str = ""
    first_day: date | None = None
    last_day: date | None = None
    logos: Mapping[LogoOwner, str] = field(default_factory=dict)
    planned_participants: int | None = None
    planned_women: int | None = None
    planned_courses: int | None = None
    planned_districts: int | None = None

    @property
    def targets(self) -> Mapping[str, int]:
        """What is planned of which figure of a report, where anything is."""
        planned = {
            "unique_persons": self.planned_participants,
            "women": self.planned_women,
            "courses": self.planned_courses,
            "districts": self.planned_districts,
        }
        return {code: number for code, number in planned.items() if number}


class CompletionRule(Struct, frozen=True):
    """Who completes a course. Limits in hundredths of a per cent (8000 = 80 %); None = part off."""

    share: int | None = 8000
    post_test: int | None = 6000


PUT_AWAY = Setting("courses_put_away", frozenset(), frozenset[str])
"""Courses (keys) that the lists of this computer leave out; another computer's lists have them."""
ROSTER_ANSWERS = Setting("roster_answers", {}, dict[str, dict[str, str]])
"""Course -> who was said to be the person of a row of its list that says it otherwise, by a hash of the row.

Kept beside the journal, once for all who work with the same data, and gone with whom it is about.
"""


class Course(Struct, frozen=True):
    """One course. Days are civil dates at `zone`; `languages` are codes like "tg".

    Whoever is scanned more than `late_after` minutes after the start of a session is late. `closed_at` is in
    Unix milliseconds; `left_open` says what was open then ("marks 12"), `left_open_reason` why;
    `reopened_reason` why the office took an approval back.
    """

    key: str
    code: str
    project: str | None
    title: Texts
    first_day: date
    last_day: date
    kind: CourseKind = CourseKind.COURSE
    venue: str = ""
    town: str = ""
    district: str = ""
    zone: str = "Asia/Dushanbe"
    languages: tuple[str, ...] = (DEFAULT,)
    capacity: int | None = None
    rule: CompletionRule = field(default_factory=CompletionRule)
    state: CourseState = CourseState.PLANNED
    closed_by: str = ""
    closed_at: int | None = None
    left_open: tuple[str, ...] = ()
    left_open_reason: str = ""
    retention_day: date | None = None
    late_after: int = LATE_AFTER
    resit_rule: ResitRule = ResitRule.BEST
    archived: bool = False
    """It is put away: lists leave it out, and nothing of it is due."""
    approved: bool = False
    """The office says so: then it is, whatever `state` said."""
    reopened_reason: str = ""

    @property
    def prints_latin(self) -> bool:
        """Tell whether its certificates have a line in Latin letters.

        They are in its first language, and in a second one where it has a title for them; in what other
        languages it is taught does not matter.
        """
        written = [code for code, each in LANGUAGES.items() if each.latin]
        return any(code in self.languages[:1] or self.title[code] for code in written)

    @property
    def lacks_latin_title(self) -> bool:
        """Tell whether its certificates have no Latin line although it is held in such a language, too.

        It has no title in it yet: whoever expects Latin spellings to be asked for is told so.
        """
        return not self.prints_latin and any(LANGUAGES[code].latin for code in self.languages)


def state_of(said: CourseState, *, approved: bool) -> CourseState:
    """Return how far a course has come: whoever teaches says so, up to its approval by the office."""
    if approved:
        return CourseState.APPROVED
    return CourseState.CLOSED if said is CourseState.APPROVED else said


class Session(Struct, frozen=True):
    """One session. `start` and `end` are minutes after midnight; `number` counts through the course.

    `room` is where it takes place if not in the course's venue. `locked_at` is in Unix milliseconds.
    `counted` is the number of heads in the room or of signatures on paper, as a trainer typed it.
    """

    key: str
    course: str
    number: int
    day: date
    start: int
    end: int
    topic: Texts = field(default_factory=Texts)
    trainers: tuple[str, ...] = ()
    state: SessionState = SessionState.PLANNED
    cancel_reason: str = ""
    locked: bool = False
    lock_reason: str = ""
    room: str = ""
    locked_by: str = ""
    locked_at: int | None = None
    counted: int | None = None

    @property
    def minutes(self) -> int:
        """Planned minutes; 0 where two laptops moved start and end past each other."""
        return max(0, self.end - self.start)

    def has_been_held(self, today: date, minute: int) -> bool:
        """Tell whether a session that counts as held has begun by a day and a minute after midnight."""
        return self.state is SessionState.HELD and (self.day, self.start) <= (today, minute)

    def waits_for_marks(self, today: date, minute: int) -> bool:
        """Tell whether a session that nobody said was held is over by a day and a minute after midnight."""
        return self.state is SessionState.PLANNED and (self.day, self.end) <= (today, minute)


class Assignment(Struct, frozen=True):
    """Somebody's role at a course."""

    key: str
    course: str
    person: str
    role: TeachingRole


class ProjectDraft(Struct, frozen=True):
    """What somebody types to create a project."""

    code: str
    title: Texts
    donor: str = ""
    partner: Texts = field(default_factory=Texts)
    organiser: Texts = field(default_factory=Texts)
    head: str = ""
    field_of_work: str = ""
    first_day: date | None = None
    last_day: date | None = None
    planned_participants: int | None = None
    planned_women: int | None = None
    planned_courses: int | None = None
    planned_districts: int | None = None


class CourseDraft(Struct, frozen=True):
    """What somebody types to create a course."""

    code: str
    title: Texts
    first_day: date
    last_day: date
    project: str | None = None
    kind: CourseKind = CourseKind.COURSE
    venue: str = ""
    town: str = ""
    district: str = ""
    languages: tuple[str, ...] = (DEFAULT,)
    capacity: int | None = None
    rule: CompletionRule = field(default_factory=CompletionRule)
    late_after: int = LATE_AFTER


def as_draft[Draft](draft: type[Draft], record: object) -> Draft:
    """Return a project, course or session as it would be typed: what its draft has of it."""
    made: Callable[..., Draft] = draft
    names = (each.name for each in fields(cast(Any, draft)))
    return made(**{name: getattr(record, name) for name in names})


def took_place(state: SessionState, day: date, today: date, start: int = 0, minute: int = 0) -> bool:
    """Tell whether marks are missed in a session: it is held and has begun, or its day has passed.

    A session that begins later is held as soon as one mark is set ahead; nobody else is missed in it yet.
    """
    if state is SessionState.HELD:
        return (day, start) <= (today, minute)
    return state is SessionState.PLANNED and day < today


def taught_days(sessions: Iterable[Session]) -> tuple[date, date] | None:
    """Return the first and the last day of teaching; None while it is not known of every session.

    Cancelled sessions are left out; one that nobody said was held leaves it open.
    """
    places = [each for each in sessions if each.state is not SessionState.CANCELLED]
    if not places or any(each.state is not SessionState.HELD for each in places):
        return None
    return min(each.day for each in places), max(each.day for each in places)


def other_days(course: Course, sessions: Iterable[Session]) -> tuple[date, date] | None:
    """Return the days of teaching where they are not those that the course says, and its papers print."""
    taught = taught_days(sessions)
    return taught if taught != (course.first_day, course.last_day) else None


class CourseLine(Struct, frozen=True):
    """A course in a list, with what is counted about it. Of its `sessions` some may be `cancelled`."""

    course: Course
    project_code: str
    participants: int
    women: int
    sessions: int
    unmarked: int
    conflicts: int
    cancelled: int = 0


class Teacher(Struct, frozen=True):
    """Somebody who works at a course."""

    assignment: str
    person: str
    name: str
    role: TeachingRole


class CourseView(Struct, frozen=True):
    """One course with its project, its sessions in the order of time, and who teaches."""

    course: Course
    project: Project | None
    sessions: tuple[Session, ...]
    teachers: tuple[Teacher, ...]


class Emblem(Struct, frozen=True):
    """One organisation behind a course: its picture (PNG or JPEG), or its name where there is none."""

    role: LogoOwner
    name: Texts = field(default_factory=Texts)
    picture: bytes = b""


class CourseHead(Struct, frozen=True):
    """What every paper of a course says of it. `emblems` stand in the order of `Logo`."""

    title: Texts
    first_day: date
    last_day: date
    town: Texts = field(default_factory=Texts)
    emblems: tuple[Emblem, ...] = ()


class CourseStage(StrEnum):
    """Where a course stands. Until somebody closes it, only its days tell."""

    PLANNED = "planned"
    RUNNING = "running"
    OVER = "over"
    """The last day has passed and nobody has closed the course yet."""
    CLOSED = "closed"
    APPROVED = "approved"


def course_stage(course: Course, day: date) -> CourseStage:
    """Return a course's stage on a civil day at its place."""
    if course.state is CourseState.APPROVED:
        return CourseStage.APPROVED
    if course.state is CourseState.CLOSED:
        return CourseStage.CLOSED
    if day < course.first_day:
        return CourseStage.PLANNED
    return CourseStage.RUNNING if day <= course.last_day else CourseStage.OVER


class FactsTeacher(Struct, frozen=True):
    """Somebody who works at the course; in English the name stands in Latin letters."""

    name: Texts
    role: TeachingRole


class CourseFacts(Struct, frozen=True):
    """A course as its papers name it; `made_on` is the day of printing, `version` that of the program."""

    code: str
    title: Texts
    first_day: date
    last_day: date
    venue: Texts = field(default_factory=Texts)
    project: Texts = field(default_factory=Texts)
    organiser: Texts = field(default_factory=Texts)
    donor: Texts = field(default_factory=Texts)
    partner: Texts = field(default_factory=Texts)
    teachers: tuple[FactsTeacher, ...] = ()
    emblems: tuple[Emblem, ...] = ()
    made_on: date | None = None
    version: str = ""


class MissingDetail(StrEnum):
    """Something that papers and figures need and nobody has typed yet, in the order of the form."""

    NAME = "name"
    """A part of the name was cut off where it was typed."""
    LATIN = "latin"
    """The spelling of the passport, which stands on certificates with a line in Latin letters."""
    SEX = "sex"
    """Without it the donor's figures count the person apart."""
    SERVICE = "service"
    """Neither rank nor unit: a civilian has no rank, so one of the two is enough."""


def missing_details(person: Person, *, latin: bool = True) -> tuple[MissingDetail, ...]:
    """Return what is to be completed, in the order of the form; nothing if all is there, or was erased.

    `latin` tells that papers print the name in Latin letters too: elsewhere that spelling is nobody's duty.
    """
    if person.erased:
        return ()
    lacks = {
        MissingDetail.NAME: bool(cut_part(person)),
        MissingDetail.LATIN: latin and person.lacks_latin,
        MissingDetail.SEX: person.sex is Sex.UNKNOWN,
        MissingDetail.SERVICE: not (person.rank or person.unit),
    }
    return tuple(each for each, lacking in lacks.items() if lacking)


def count_people(
    items: Iterable[Participant], holds: Callable[[Participant], bool] = lambda _item: True
) -> int:
    """Return how many people some rows of a list are, each joined one once; `holds` holds of all rows."""
    return sum(all(map(holds, rows)) for rows in by_person(items, lambda item: item.person.key))


def name_only(item: Participant) -> bool:
    """Tell whether somebody came without being on the list and nothing but the name is known."""
    if item.enrolment.state is not EnrolmentState.WALK_IN:
        return False
    return {MissingDetail.SEX, MissingDetail.SERVICE} <= set(missing_details(item.person))


_PART = regex(r"(\d{1,4})(?:\s*[-\N{EN DASH}\N{EM DASH}]\s*(\d{1,4}))?")


def read_numbers(text: str) -> tuple[int, ...]:
    """Return the numbers of a text, each once, the smallest first. Raises paper.numbers_unreadable.

    Parts are separated by commas, semicolons or blanks; "7-9" stands for 7, 8 and 9.
    """
    tidy = re.sub(r"\s*([-\N{EN DASH}\N{EM DASH}])\s*", r"\1", text.strip())
    numbers: set[int] = set()
    for part in re.split(r"[\s,;]+", tidy):
        found = _PART.fullmatch(part)
        if found is None and part:
            raise TrainerError("paper.numbers_unreadable", text=part)
        if found is not None:
            first, last = int(found[1]), int(found[2] or found[1])
            numbers.update(range(min(first, last), max(first, last) + 1))
    if not numbers:
        raise TrainerError("paper.numbers_unreadable", text=text.strip())
    return tuple(sorted(numbers))
