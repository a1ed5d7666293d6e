"""Figures of a set of participations and sessions, each with the rows behind it and its exclusions.

The rules (all marks are those of held sessions, inside the period asked for):

- A **participation** is an enrolment with at least one mark present or late. Whoever was only nominated, was
  replaced, or withdrew before coming is none; whoever came once and withdrew later is one.
- A **person** is counted once, however many courses; joined people are one.
- **Completions** count participations that completed, on the course's last day; partial ones do not count.
  That is the EEA core indicator of trained people; `unique_completions` is the same, each individual once.
- **Certificates** lie on their day of issue: valid ones, of each kind as well, void ones apart; replaced
  ones are in neither.
- **Person-hours** are minutes attended. A **person-day** is 1 if at least 75 % of that day's held minutes
  were attended, a half if at least 25 %; counted in halves.
- A **course** counts with a session held; a **trainer-day** is one trainer on one day with a session held;
  observers are no trainers.
- Women's share **by head** is of unique persons, **by hour** of attended minutes; people of unknown sex
  stay in the whole.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.numbers import exact_percent, round_half_up
from trainer_app.domain.certificates.certificates import CertificateKind, CertificateState
from trainer_app.domain.courses.courses import EnrolmentState, SessionState
from trainer_app.domain.office.participations import CertificateLine, Contribution, CountedSession
from trainer_app.domain.office.reports import Figure, Unit
from trainer_app.domain.people.persons import Sex


class Tally(Struct, frozen=True, dict=True):
    """What figures are made of: parts by whether the person came, sessions by whether they were held.

    `courses` are the keys of all courses in question, also of those without a session held. What several
    figures ask for is gone through once: a report over years has tens of thousands of parts.
    """

    came: Sequence[Contribution]
    others: Sequence[Contribution]
    held: Sequence[CountedSession]
    not_held: Sequence[CountedSession]
    courses: frozenset[str] = frozenset()

    @cached_property
    def all(self) -> list[Contribution]:
        """Every part."""
        return [*self.came, *self.others]

    @cached_property
    def certificates(self) -> list[CertificateLine]:
        """The certificates of all."""
        return [line for part in self.all if part.certificates for line in part.certificates]

    @cached_property
    def persons(self) -> set[str]:
        """Who came, each once."""
        return {part.of.person for part in self.came}

    @cached_property
    def women(self) -> set[str]:
        """The women who came."""
        return {part.of.person for part in self.came if part.of.sex is Sex.FEMALE}

    @cached_property
    def sex_unknown(self) -> set[str]:
        """Who came and is of no known sex."""
        return {part.of.person for part in self.came if part.of.sex is Sex.UNKNOWN}

    @cached_property
    def minutes(self) -> int:
        """The minutes of all who came."""
        return sum(part.minutes for part in self.came)

    @cached_property
    def absent(self) -> list[Label | None]:
        """Who stands on a list and is no participation, by reason."""
        reasons: dict[str, list[str]] = {}
        for part in self.others:
            reasons.setdefault(_reason(part), []).append(part.of.enrolment)
        order = ("replaced", "withdrawn", "outside", "nothing_held", "not_marked", "never_came")
        return [_excluded(reason, reasons.get(reason, ())) for reason in order]

    @cached_property
    def incomplete(self) -> list[Label | None]:
        """Who did not complete, or did so without coming."""
        came = [part.of.enrolment for part in self.came if not part.completed]
        absent = [part.of.enrolment for part in self.others if part.completed_absent]
        return [_excluded("not_completed", came), _excluded("completed_absent", absent)]

    @cached_property
    def unmarked(self) -> Label | None:
        """How many sessions of people who came have no mark; such a session attends no minute."""
        places = sum(part.unmarked for part in self.came)
        rows = tuple(sorted(part.of.enrolment for part in self.came if part.unmarked))
        return Label("counting.excluded.unmarked", {"count": places, "rows": rows}) if places else None


def tally(
    parts: Iterable[Contribution], sessions: Iterable[CountedSession], courses: Iterable[str] = ()
) -> Tally:
    """Sort parts by whether the person came, and sessions by whether they were held."""
    came: list[Contribution] = []
    others: list[Contribution] = []
    for part in parts:
        (came if part.came else others).append(part)
    held: list[CountedSession] = []
    not_held: list[CountedSession] = []
    for session in sessions:
        (held if session.held else not_held).append(session)
    return Tally(came, others, held, not_held, frozenset(courses))


def figures_of(found: Tally, codes: Sequence[str]) -> tuple[Figure, ...]:
    """Return the figures of these codes, in their order."""
    return tuple(_FIGURES[code](found) for code in codes)


def _figure(
    code: str,
    rows: Iterable[str],
    exclusions: Iterable[Label | None] = (),
    *,
    value: int | None = None,
    unit: Unit = Unit.COUNT,
) -> Figure:
    """Return a figure; without a value it counts its rows."""
    listed = tuple(sorted(rows))
    left_out = tuple(label for label in exclusions if label is not None)
    return Figure(code, len(listed) if value is None else value, unit, listed, left_out)


def _excluded(code: str, rows: Iterable[str]) -> Label | None:
    listed = tuple(sorted(rows))
    return Label(f"counting.excluded.{code}", {"count": len(listed), "rows": listed}) if listed else None


def _reason(part: Contribution) -> str:
    if part.ever:
        return "outside"
    if part.of.state is EnrolmentState.REPLACED:
        return "replaced"
    if part.of.state is EnrolmentState.WITHDRAWN:
        return "withdrawn"
    if not part.held:
        return "nothing_held"
    return "not_marked" if part.unmarked else "never_came"


def _participations(found: Tally) -> Figure:
    return _figure("participations", [part.of.enrolment for part in found.came], found.absent)


def _unique_persons(found: Tally) -> Figure:
    return _figure("unique_persons", found.persons, found.absent)


def _women(found: Tally) -> Figure:
    return _figure("women", found.women, [_excluded("sex_unknown", found.sex_unknown)])


def _completions(found: Tally) -> Figure:
    rows = [part.of.enrolment for part in found.all if part.completed]
    return _figure("completions", rows, found.incomplete)


def _unique_completions(found: Tally) -> Figure:
    rows = {part.of.person for part in found.all if part.completed}
    return _figure("unique_completions", rows, found.incomplete)


def _certificates(found: Tally) -> Figure:
    left_out = [
        _excluded("void", _issued(found, CertificateState.VOID)),
        _excluded("replaced_certificates", _issued(found, CertificateState.REPLACED)),
    ]
    return _figure("certificates", _issued(found, CertificateState.ISSUED), left_out)


def _certificates_of(kind: CertificateKind) -> Callable[[Tally], Figure]:
    """Return what counts the valid certificates of one kind: both kinds together are `certificates`."""

    def counted(found: Tally) -> Figure:
        return _figure(f"certificates_{kind}", _issued(found, CertificateState.ISSUED, kind))

    return counted


def _certificates_void(found: Tally) -> Figure:
    return _figure("certificates_void", _issued(found, CertificateState.VOID))


def _issued(found: Tally, state: CertificateState, kind: CertificateKind | None = None) -> list[str]:
    return [line.key for line in found.certificates if line.state is state and kind in (None, line.kind)]


def _person_hours(found: Tally) -> Figure:
    rows = [part.of.enrolment for part in found.came if part.minutes]
    return _figure("person_hours", rows, [found.unmarked], value=found.minutes, unit=Unit.MINUTES)


def _person_days(found: Tally) -> Figure:
    rows = [part.of.enrolment for part in found.came if part.half_days]
    halves = sum(part.half_days for part in found.came)
    return _figure("person_days", rows, [found.unmarked], value=halves, unit=Unit.HALF_DAYS)


def _courses(found: Tally) -> Figure:
    taught = {session.course for session in found.held}
    return _figure("courses", taught, [_excluded("courses_without_session", found.courses - taught)])


def _sessions_held(found: Tally) -> Figure:
    cancelled = [session.key for session in found.not_held if session.state is SessionState.CANCELLED]
    planned = [session.key for session in found.not_held if session.state is SessionState.PLANNED]
    left_out = [_excluded("cancelled", cancelled), _excluded("planned", planned)]
    return _figure("sessions_held", [session.key for session in found.held], left_out)


def _trainer_days(found: Tally) -> Figure:
    days = {(trainer, session.day) for session in found.held for trainer in session.trainers}
    rows = [session.key for session in found.held if session.trainers]
    alone = [session.key for session in found.held if not session.trainers]
    return _figure("trainer_days", rows, [_excluded("without_trainer", alone)], value=len(days))


def _women_by_head(found: Tally) -> Figure:
    return _share("women_by_head", found.women, len(found.women), len(found.persons), found)


def _women_by_hour(found: Tally) -> Figure:
    women = [part for part in found.came if part.of.sex is Sex.FEMALE and part.minutes]
    rows = [part.of.enrolment for part in women]
    return _share("women_by_hour", rows, sum(part.minutes for part in women), found.minutes, found)


def _share(code: str, rows: Iterable[str], part: int, whole: int, found: Tally) -> Figure:
    percent = exact_percent(part, whole)
    unknown = _excluded("sex_unknown_in_whole", found.sex_unknown)
    return Figure(
        code,
        None if percent is None else round_half_up(percent),
        Unit.PERCENT,
        tuple(sorted(rows)),
        () if unknown is None else (unknown,),
    )


_FIGURES: Mapping[str, Callable[[Tally], Figure]] = {
    "participations": _participations,
    "unique_persons": _unique_persons,
    "women": _women,
    "completions": _completions,
    "unique_completions": _unique_completions,
    "certificates": _certificates,
    "certificates_completion": _certificates_of(CertificateKind.COMPLETION),
    "certificates_attendance": _certificates_of(CertificateKind.ATTENDANCE),
    "certificates_void": _certificates_void,
    "person_hours": _person_hours,
    "person_days": _person_days,
    "courses": _courses,
    "sessions_held": _sessions_held,
    "trainer_days": _trainer_days,
    "women_by_head": _women_by_head,
    "women_by_hour": _women_by_hour,
}

ALL_FIGURES = tuple(_FIGURES)
"""Codes of all figures, in the order of a report."""

PEOPLE_FIGURES = tuple(code for code in _FIGURES if code not in ("courses", "sessions_held", "trainer_days"))
"""Figures that can be said of a group of people; teaching cannot be divided among those taught."""

SEX_FIGURES = tuple(code for code in PEOPLE_FIGURES if not code.startswith("women"))
"""Figures of a group of one sex."""

TEACHING_FIGURES = ("participations", "courses", "sessions_held", "trainer_days")
"""Figures of a trainer: hours of participants are those of all who taught a course together."""
