"""What of people and their papers is lacking in a course: what Today counts of a list."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.evaluations import feedback, forms
from trainer_app.domain.attendance.marks import AttendanceGrid
from trainer_app.domain.courses.courses import (
    Enrolment,
    MissingDetail,
    Participant,
    as_listed,
    count_people,
    name_only,
)
from trainer_app.domain.evaluations.forms import FormKind, Occasion, TestScore
from trainer_app.domain.people.persons import Sex
from trainer_app.domain.today.overview import AskedCourse, Due, DueKind
from trainer_app.store.courses import courses
from trainer_app.store.people import people


def due_of_people(work: Workplace, line: AskedCourse) -> Iterator[Due]:
    """Count what nobody said of people on the list, each joined one once."""
    course = line.course.key
    persons = people.find_people(work.database)
    listed = [
        Participant(item.enrolment, as_listed(persons, item.enrolment))
        for item in courses.list_enrolments(work.database, course)
        if not item.enrolment.gone
    ]
    bare = [found for found in listed if name_only(found)]
    yield Due(DueKind.NAME_ONLY, course, count_people(bare))
    others = [found for found in listed if found not in bare]
    unknown = count_people(others, lambda found: found.person.sex is Sex.UNKNOWN)
    yield Due(DueKind.SEX_UNKNOWN, course, unknown)
    lacking = count_people(listed, lambda found: found.person.lacks_latin) if line.course.prints_latin else 0
    yield Due(DueKind.NO_LATIN_NAME, course, lacking)
    cut = count_people(listed, lambda found: MissingDetail.NAME in found.missing)
    yield Due(DueKind.CUT_NAME, course, cut)


def due_papers(
    work: Workplace, line: AskedCourse, table: AttendanceGrid, scores: Sequence[TestScore], day: date
) -> Iterator[Due]:
    """Count who has no test, and whose feedback is missing, from the days on which they are written."""
    course, ruled = line.course, line.course.rule.post_test is not None
    if day < course.first_day or line.participants == 0:
        return
    enrolled = (item.enrolment for item in courses.list_enrolments(work.database, course.key))
    rows = courses.rows_by_person(work.database, enrolled)
    listed = [own for own in rows if not all(row.gone for row in own)]
    yield Due(DueKind.PRE_TEST, course.key, _untested(listed, scores, Occasion.PRE))
    if day < course.last_day:
        return
    yield Due(DueKind.POST_TEST, course.key, _untested(listed, scores, Occasion.POST), ruled=ruled)
    yield Due(DueKind.FEEDBACK, course.key, _feedback_missing(work, line, table))
    yield Due(DueKind.FEEDBACK_WAITS, course.key, feedback.outside(work, course.key))


def _untested(listed: Iterable[Iterable[Enrolment]], scores: Sequence[TestScore], occasion: Occasion) -> int:
    tested = {score.enrolment for score in scores if score.occasion is occasion}
    return sum(tested.isdisjoint(row.key for row in rows) for rows in listed)


def _feedback_missing(work: Workplace, line: AskedCourse, table: AttendanceGrid) -> int:
    """Return how many sheets are missing while none is keyed in; everybody's where no form is used yet."""
    used = forms.list_sittings(work, line.course.key)
    asked = [view for view in used if view.form.form.kind is FormKind.FEEDBACK]
    if any(view.papers for view in asked):
        return 0
    if not asked:
        return line.participants
    # Here and not above: the first screen asks it only where a course ends, and it brings much along.
    from trainer_app.actions.evaluations.progress import feedback_missing

    return sum(feedback_missing(table, view) for view in asked)
