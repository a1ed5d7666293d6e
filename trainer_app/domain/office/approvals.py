"""What an approval keeps of a course, so that its figures stand whatever is written later.

A report is counted from `Records`. An approval keeps those of its course: what is of the course itself stands
in the approval, each participation in a row of its own, which erasing a person blurs like any other row about
them. Names are kept nowhere: they are read when they are shown.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

from msgspec import Struct

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.numbers import Percent, duration_label, hundredths_texts, round_half_up
from trainer_app.domain.base.structs import replace
from trainer_app.domain.certificates.certificates import CertificateKind, CertificateState
from trainer_app.domain.courses.courses import Course, CourseState, EnrolmentState, SessionState
from trainer_app.domain.evaluations.forms import NeverCame, Occasion, TestScore
from trainer_app.domain.office.participations import (
    CertificateLine,
    CountedCourse,
    CountedSession,
    DayMinutes,
    Participation,
    SessionMinutes,
    came_on,
    join_doubles,
)
from trainer_app.domain.office.reports import ReportRow
from trainer_app.domain.people.persons import Sex


class OpenMatter(StrEnum):
    """What may still be open when a course is closed, in the order in which it is told."""

    MARKS = "marks"
    AHEAD = "ahead"
    REOPENED = "reopened"
    CONTRADICTIONS = "contradictions"
    PROPOSALS = "proposals"
    SHEETS = "sheets"
    SCANS = "scans"
    TESTS = "tests"
    POST_TESTS = "post_tests"
    TWICE = "twice"
    PAIRS = "pairs"
    NUMBERS = "numbers"
    GONE = "gone"
    NAMES = "names"
    CUT = "cut"
    CERTIFICATES = "certificates"
    SIGNATURES = "signatures"
    LEAD = "lead"
    VOIDS = "voids"
    VOIDED = "voided"
    RECEIPTS = "receipts"
    SEX = "sex"
    NO_FEEDBACK = "no_feedback"
    FEEDBACK = "feedback"
    COMING = "coming"


class OpenItem(Struct, frozen=True):
    """One matter that is open, and how often; most need a reason before a course is closed all the same."""

    matter: OpenMatter
    count: int
    needs_reason: bool = True

    @property
    def label(self) -> Label:
        """Say it."""
        return Label(f"approval.open.{self.matter.value}", {"count": self.count})


def left_open(items: Iterable[OpenItem]) -> tuple[str, ...]:
    """Return what is open as a course keeps it when it is closed: "marks 12"."""
    return tuple(f"{item.matter.value} {item.count}" for item in items)


def reason_at_closing(course: Course, items: Iterable[OpenItem]) -> str:
    """Return why a course was closed all the same, where the very same is open now; else ""."""
    return course.left_open_reason if left_open(items) == tuple(course.left_open) else ""


class Approval(Struct, frozen=True):
    """Who approved a course, when (wall milliseconds), and what it was then.

    `figures` is the course's report as a document (`domain.office.report_json`); `seen` says by replica up to
    which number its entries were known. `trainers` are keys of people, to whom `sessions` refer by place;
    `scans` are keys of attachments. The lists hold what the functions below write.
    """

    key: str
    course: str
    at: int = 0
    by: str = ""
    fingerprint: str = ""
    figures: Mapping[str, Any] = {}
    seen: Mapping[str, int] = {}
    reason: str = ""
    code: str = ""
    project_code: str = ""
    donor: str = ""
    field_of_work: str = ""
    town: str = ""
    district: str = ""
    first_day: date | None = None
    last_day: date | None = None
    trainers: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    scans: tuple[str, ...] = ()
    marked: bool = False

    @property
    def counted(self) -> CountedCourse:
        """The course as reports count it."""
        return CountedCourse(
            key=self.course,
            code=self.code,
            last_day=self.last_day or date.min,
            project=self.project_code,
            donor=self.donor,
            field_of_work=self.field_of_work,
            town=self.town,
            district=self.district,
            state=CourseState.APPROVED,
        )

    @property
    def session_keys(self) -> tuple[str, ...]:
        """Keys of its sessions."""
        return tuple(text.partition(" ")[0] for text in self.sessions)


class KeptParticipation(Struct, frozen=True):
    """One participation as it was counted. `pre` and `post` are hundredths of a per cent.

    The lists hold what the functions below write: days with their minutes, sessions with theirs of whoever
    stood on the list twice, certificates, and the tests that learning is counted from.
    """

    key: str
    approval: str
    enrolment: str
    person: str
    sex: Sex = Sex.UNKNOWN
    rank: str = ""
    unit: str = ""
    duty_district: str = ""
    state: EnrolmentState = EnrolmentState.CONFIRMED
    result: CertificateKind = CertificateKind.NONE
    serial: str = ""
    days: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()
    certificates: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    pre: int | None = None
    post: int | None = None


class LaterChange(Struct, frozen=True):
    """What was written about a course after it was approved: when, by whom, on which laptop, where, what.

    `people` are the keys of the participants whom it names.
    """

    at: int
    user: str
    device: str
    where: Label
    what: Label
    people: frozenset[str] = frozenset()


class CourseApproval(Struct, frozen=True):
    """How a course stands: what is open, its newest approval, and what was changed since.

    `moved`: the fingerprint is another one now, also where no change of a row that is shown tells why.
    """

    open: tuple[OpenItem, ...] = ()
    approval: Approval | None = None
    changes: tuple[LaterChange, ...] = ()
    moved: bool = False


class Verification(Struct, frozen=True):
    """A course named in a report: its fingerprint there, now, and in its newest approval ("" for none)."""

    code: str
    stated: str
    now: str
    approved: str = ""

    @property
    def same(self) -> bool:
        """Tell whether nothing has moved."""
        return bool(self.stated) and self.stated == self.now

    @property
    def as_approved(self) -> bool:
        """Tell whether the report names what was approved, whatever was written since."""
        return bool(self.stated) and self.stated == self.approved


class SavedReport(Struct, frozen=True):
    """A report saved as JSON beside the data here.

    `figures` tells of one that was counted as approved whether its figures are those that were approved; None
    for one as of today, and where nothing of what it was asked for is approved here.
    """

    courses: tuple[Verification, ...]
    as_approved: bool = False
    figures: bool | None = None

    @property
    def holds(self) -> bool:
        """Tell whether it says what was approved; as of today, whether nothing has moved since."""
        if self.as_approved:
            return self.figures is True and all(each.as_approved for each in self.courses)
        return all(each.same for each in self.courses)


def write_session(session: CountedSession, trainers: Sequence[str]) -> str:
    """Return a session as a text: key, day, state, places of who taught it. `trainers` hold everybody."""
    places = " ".join(str(trainers.index(key)) for key in session.trainers)
    return f"{session.key} {session.day.isoformat()} {session.state.value} {places}".rstrip()


def read_sessions(approval: Approval) -> list[CountedSession]:
    """Return the sessions of an approved course; what is no session is left out."""
    found = []
    for text in approval.sessions:
        try:
            key, day, state, *places = text.split()
            trainers = tuple(approval.trainers[int(place)] for place in places)
            session = CountedSession(
                key, approval.course, date.fromisoformat(day), trainers, SessionState(state)
            )
        except (ValueError, IndexError):
            continue
        found.append(session)
    return found


def write_left_out(person: NeverCame) -> str:
    """Return somebody whose tests are not counted as a text without a name."""
    return f"{person.enrolment} {person.number}"


def read_left_out(approval: Approval, names: Mapping[str, str]) -> tuple[NeverCame, ...]:
    """Return whose tests were not counted; `names` are those of people by their enrolment."""
    pairs = (text.partition(" ") for text in approval.left_out)
    return tuple(
        NeverCame(key, approval.code, int(number) if number.isdecimal() else 0, names.get(key, "–"))
        for key, _, number in pairs
    )


def keep(one: Participation, row: ReportRow, tests: Iterable[TestScore]) -> KeptParticipation:
    """Return a participation as an approval keeps it, which it does not name yet."""
    return KeptParticipation(
        key="",
        approval="",
        enrolment=one.enrolment,
        person=one.person,
        sex=one.sex,
        rank=one.rank,
        unit=one.unit,
        duty_district=one.duty_district,
        state=one.state,
        result=row.result,
        serial=row.serial,
        days=tuple(f"{day.isoformat()} {_numbers(more)}" for day, *more in one.days),
        sessions=tuple(f"{key} {day.isoformat()} {_numbers(more)}" for key, day, *more in one.sessions),
        certificates=tuple(
            f"{line.key} {line.kind.value} {line.state.value} {line.issued_on.isoformat()}"
            for line in one.certificates
        ),
        tests=tuple(f"{test.occasion.value} {_exact(test.earned)} {test.out_of}" for test in tests),
        pre=None if row.pre is None else round_half_up(row.pre),
        post=None if row.post is None else round_half_up(row.post),
    )


def participation_of(kept: KeptParticipation, course: str) -> Participation:
    """Return what reports count; what the person is now is for the caller to add."""
    return Participation(
        enrolment=kept.enrolment,
        person=kept.person,
        course=course,
        sex=kept.sex,
        rank=kept.rank,
        unit=kept.unit,
        duty_district=kept.duty_district,
        state=kept.state,
        days=tuple(day for text in kept.days for day in _day(text)),
        sessions=tuple(session for text in kept.sessions for session in _session(text)),
        completed=kept.result is CertificateKind.COMPLETION,
        certificates=tuple(line for text in kept.certificates for line in _certificate(text)),
    )


def came_at_all(days: Iterable[str]) -> bool:
    """Tell whether somebody was there on one of the `days` of a kept participation."""
    return any(came_on(day) for text in days for day in _day(text))


def ranks_hidden(
    approval: Approval,
    kept: Iterable[KeptParticipation],
    erased: Collection[str],
    purged: Collection[str],
) -> tuple[frozenset[str], int | None]:
    """Return who came to an approved course and lost a rank, or may have, and how many of them had one.

    `erased` are people, `purged` courses whose names were erased. None where the approval does not tell:
    earlier versions kept no number of police officers.
    """
    joined, _ = join_doubles(tuple(participation_of(each, approval.course) for each in kept))
    came = [each for each in joined if any(map(came_on, each.days))]
    ranked = {each.person for each in came if each.rank}
    bare = {each.person for each in came} - ranked
    lost = frozenset(key for key in bare if key in erased or approval.course in purged)
    stated = approval.figures.get("officers")
    count = stated - len(ranked) if isinstance(stated, int) else -1
    return lost, count if 0 <= count <= len(lost) else None


def tests_of(kept: KeptParticipation) -> list[TestScore]:
    """Return the tests that learning is counted from."""
    return [test for text in kept.tests for test in _test(kept.enrolment, text)]


type Called = Callable[[str, str], Label]
"""(entity, key) -> what a row is called."""


def say_kept(name: str, texts: Iterable[str], called: Called) -> list[Label]:
    """Return in words what stands in a list of an approved participation; what is none of it is left out."""
    found: list[Label] = []
    for text in texts:
        match name:
            case "days":
                found += (_say_minutes({"when": day.day}, "day", day) for day in _day(text))
            case "sessions":
                found += (
                    _say_minutes({"when": each.day, "what": called("session", each.session)}, "session", each)
                    for each in _session(text)
                )
            case "certificates":
                found += (_say_certificate(line) for line in _certificate(text))
            case "tests":
                found += (_say_test(test) for test in _test("", text))
    return found


def _say_minutes(told: Mapping[str, object], stem: str, minutes: DayMinutes | SessionMinutes) -> Label:
    """Return "15.10.2018: present, 4 h 10 min of 4 h 30 min"."""
    mark = "present" if minutes.came else "none" if minutes.unmarked else "absent"
    said = {
        "mark": Label(f"attendance.mark.{mark}"),
        "attended": duration_label(minutes.attended),
        "planned": duration_label(minutes.planned),
    }
    return Label(f"approval.kept.{stem}", {**told, **said})


def _say_certificate(line: CertificateLine) -> Label:
    told = {"kind": Label(f"eligibility.kind.{line.kind.value}"), "day": line.issued_on}
    return Label(f"approval.kept.certificate.{line.state.value}", told)


def _say_test(test: TestScore) -> Label:
    told = {
        "occasion": Label(f"evaluation.occasion.{test.occasion.value}"),
        "points": hundredths_texts(test.points),
        "out_of": hundredths_texts(test.out_of),
    }
    return Label("approval.kept.test", told)


def with_place(kept: KeptParticipation, key: str, approval: str) -> KeptParticipation:
    """Return a participation as that of an approval."""
    return replace(kept, key=key, approval=approval)


def _day(text: str) -> Iterable[DayMinutes]:
    try:
        day, *numbers = text.split()
        attended, planned, came, unmarked = map(int, numbers)
        yield DayMinutes(date.fromisoformat(day), attended, planned, came, unmarked)
    except ValueError:
        return


def _numbers(values: Iterable[int]) -> str:
    return " ".join(str(int(value)) for value in values)


def _exact(points: Percent) -> str:
    """Return hundredths of a point with as many decimals as they have: "1766.6667"."""
    return str(points) if points == int(points) else f"{float(points):.4f}".rstrip("0")


def _session(text: str) -> Iterable[SessionMinutes]:
    try:
        key, day, *numbers = text.split()
        attended, planned, came, unmarked = map(int, numbers)
        yield SessionMinutes(key, date.fromisoformat(day), attended, planned, bool(came), bool(unmarked))
    except ValueError:
        return


def _certificate(text: str) -> Iterable[CertificateLine]:
    try:
        key, kind, state, day = text.split()
        yield CertificateLine(key, CertificateKind(kind), CertificateState(state), date.fromisoformat(day))
    except ValueError:
        return


def _test(enrolment: str, text: str) -> Iterable[TestScore]:
    try:
        occasion, points, out_of = text.split()
        earned = Fraction(points)
        rounded = round_half_up(earned)
        exact = None if earned == rounded else earned
        yield TestScore(enrolment, Occasion(occasion), rounded, int(out_of), exact=exact)
    except (ValueError, ZeroDivisionError):
        return
