"""The counting rules of a report: figures, splits, notes. `tallies` says what each figure counts.

Nothing is counted twice and nothing is left out in silence: every figure carries the keys of the rows
behind it and its exclusions, every split says where its lines add up to more than the total.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trainer_app.domain.changes import Label
from trainer_app.domain.courses import CourseState
from trainer_app.domain.participations import Period, Records, TaughtCourse, join_doubles
from trainer_app.domain.parts import Part, measure
from trainer_app.domain.people import Sex
from trainer_app.domain.reports import Figure, Split
from trainer_app.domain.splits import By, Scope, split
from trainer_app.domain.tallies import ALL_FIGURES, figures_of, tally

__all__ = ["By", "Counted", "Period", "count"]


@dataclass(frozen=True)
class Counted:
    """What was counted: goes into a `Report` as it is."""

    figures: tuple[Figure, ...]
    splits: tuple[Split, ...]
    notes: tuple[Label, ...]

    def figure(self, code: str) -> Figure:
        """Return the figure of a code. Raises KeyError for one that is not counted."""
        return {figure.code: figure for figure in self.figures}[code]


def count(records: Records, period: Period | None = None, by: Sequence[By] = ()) -> Counted:
    """Count everything that lies in a period.

    Hours, days, participations and sessions lie on the day they took place, completions on the last day of
    their course, certificates on the day of issue. Splits come in the order of `by`.
    """
    span = period or Period()
    participations, doubles = join_doubles(records.participations)
    courses = {course.key: course for course in records.courses}
    parts = measure(participations, courses, span)[""]
    sessions = [session for session in records.sessions if span.holds(session.day)]
    scope = Scope(participations, sessions, courses, span, records.trainer_names, parts)
    figures = figures_of(tally(parts, sessions, courses), ALL_FIGURES)
    splits = tuple(split(scope, each) for each in by)
    return Counted(figures, splits, tuple(_notes(scope, doubles)))


def _notes(scope: Scope, doubles: Sequence[str]) -> list[Label]:
    """Say what a reader must know before quoting the figures."""
    notes = []
    if not scope.period.open:
        notes.append(Label("counting.note_period"))
    running = _running(scope.parts, scope.courses)
    if running:
        notes.append(Label("counting.note_running", {"count": len(running), "courses": running}))
    unmarked = sum(part.unmarked for part in scope.parts if part.came)
    if unmarked:
        notes.append(Label("counting.note_unmarked", {"count": unmarked}))
    unknown = {part.of.person for part in scope.parts if part.came and part.of.sex is Sex.UNKNOWN}
    if unknown:
        notes.append(Label("counting.note_sex_unknown", {"count": len(unknown)}))
    if doubles:
        notes.append(Label("counting.note_doubles", {"count": len(doubles), "rows": tuple(doubles)}))
    return notes


def _running(parts: Sequence[Part], courses: Mapping[str, TaughtCourse]) -> tuple[str, ...]:
    """Return the codes of courses that people attend and that are not closed: completions may change."""
    attended = {part.of.course for part in parts if part.came}
    open_states = (CourseState.PLANNED, CourseState.RUNNING)
    return tuple(sorted(courses[key].code for key in attended if courses[key].state in open_states))
