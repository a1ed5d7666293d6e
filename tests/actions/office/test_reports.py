"""Reports are counted from sums that the database makes, and always what every cell of every grid gives."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.actions import naive_reports
from tests.actions.untidy import COURSES, Untidy
from tests.kit.samples import FIRST
from tests.kit.writing import write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history, sync_status
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, enrolments, projects, sessions, teachers
from trainer_app.actions.exchange import importing, sending
from trainer_app.actions.office import building, reports
from trainer_app.actions.people import people
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import ProjectDraft, TeachingRole
from trainer_app.domain.office import reports as reports_domain
from trainer_app.domain.office.counting import SplitBy
from trainer_app.store.courses import courses as stored

PERIODS: tuple[tuple[date | None, date | None], ...] = (
    (None, None),
    (FIRST + timedelta(1), None),
    (FIRST + timedelta(1), FIRST + timedelta(2)),
    (None, FIRST),
)


def assert_same(work: Workplace, **asked: object) -> reports_domain.Report:
    """Count both ways and compare all that a report says."""
    quick = building.report(work, **asked, by=tuple(SplitBy), names=True)
    slow = naive_reports.report(work, **asked, by=tuple(SplitBy))
    for name in ("figures", "splits", "notes", "persons"):
        assert getattr(quick, name) == getattr(slow, name)
    chosen = {f"{kind}s": (asked[kind],) for kind in ("project", "course") if kind in asked}
    period = {end: asked.get(end) for end in ("first", "last")}
    assert quick.extent == reports_domain.ReportExtent(**chosen, **period)  # type: ignore[arg-type]
    counted_alike = ("open", "unapproved", "extent", "scope", "about")
    assert quick == replace(slow, **{name: getattr(quick, name) for name in counted_alike})
    return quick


@pytest.mark.parametrize("seed", [*range(8), 13, 24])
def test_sums_give_what_every_cell_gives(trainer: Workplace, seed: int) -> None:
    untidy = Untidy(trainer, seed)
    project = projects.create_project(trainer, ProjectDraft("DV18", Texts(en="Series"), donor="Donor")).key
    values: set[object] = set()
    for count in (150, 30, 3):
        untidy.write(count)
        if count < 100:
            untidy.complete()
        untidy.join_project(project or "")
        for first, last in PERIODS:
            found = assert_same(trainer, first=first, last=last)
            values |= {(figure.code, figure.value) for figure in found.figures}
        assert_same(trainer, project=project)
        for course in stored.list_courses(trainer.database):
            assert_same(trainer, course=course.key)
    assert len({code for code, value in values if value}) >= 10


def test_a_report_of_nothing_says_nothing(trainer: Workplace) -> None:
    assert_same(trainer)
    assert_same(trainer, project=COURSES[0])
    with pytest.raises(TrainerError) as told:
        building.report(trainer, course=COURSES[0])
    assert told.value.code == "course.unknown"


def test_that_names_left_reaches_the_office_and_no_undo_takes_it_back(
    joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    room = write_course(joined)
    one, other = (enrolments.get_enrolment(joined, each).person for each in room.enrolments[:2])
    same = people.get_person(joined, one)
    names = {"family": same.family, "given": same.given, "patronymic": same.patronymic}
    people.change_person(joined, other, dict(names))
    found = building.report(joined, course=room.course, names=True)
    assert len({row.name for row in found.listed}) == len(found.listed) - 1
    assert building.report(joined, course=room.course).listed == ()
    changes = reports.note_names(joined, found, "pdf")
    assert changes.step is not None
    assert changes.label not in [step.label for step in history.pending(joined, 5)]
    sent = sending.export(joined, stick)
    importing.import_files(bureau, [sent.file])
    (release,) = reports.releases(bureau)
    assert (release.by, release.scope, release.people) == (joined.user, "DSH1", len(found.persons))
    assert sync_status.check(bureau).ok
    # Nothing was listed, so nothing is noted.
    assert reports.note_names(joined, replace(found, names=False), "pdf").step is None


def test_observers_are_no_trainers(trainer: Workplace) -> None:
    room = write_course(trainer)
    for name, role in (("Азиз Азизов", TeachingRole.TRAINER), ("Бек Бобоев", TeachingRole.OBSERVER)):
        teachers.assign_new(trainer, room.course, name, role)
    for session in room.sessions[:4]:
        attendance.mark_rest(trainer, session)
    days = building.report(trainer).figure("trainer_days")
    assert days is not None
    # Sessions 1 to 3 are on the first day, the fourth on the second.
    assert (days.value, len(days.rows)) == (2, 4)
    (split,) = building.report(trainer, by=(SplitBy.TRAINER,)).splits
    assert [line.name for line in split.lines] == ["Азизов Азиз"]
    observer = next(
        each.person for each in courses.get_course(trainer, room.course).teachers if each.role == "observer"
    )
    session = courses.get_course(trainer, room.course).sessions[0]
    sessions.change_session(trainer, session.key, replace(sessions.draft_of(session), trainers=(observer,)))
    found = assert_same(trainer).figure("trainer_days")
    assert found is not None
    assert (found.value, [label.code for label in found.exclusions]) == (
        2,
        ["counting.excluded.without_trainer"],
    )
