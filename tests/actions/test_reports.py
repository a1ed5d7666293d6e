"""Reports are counted from sums that the database makes, and always what every cell of every grid gives."""

from datetime import date, timedelta

import pytest

from tests.actions import naive_reports
from tests.actions.conftest import FIRST
from tests.actions.untidy import COURSES, Untidy
from trainer_app.actions import courses, reports
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.courses import ProjectDraft
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.splits import By
from trainer_app.domain.texts import Texts
from trainer_app.store import courses as stored

PERIODS: tuple[tuple[date | None, date | None], ...] = (
    (None, None),
    (FIRST + timedelta(1), None),
    (FIRST + timedelta(1), FIRST + timedelta(2)),
    (None, FIRST),
)


def assert_same(work: Workplace, **asked: object) -> reports.Report:
    """Count both ways and compare all that a report says."""
    quick = reports.report(work, **asked, by=tuple(By))
    slow = naive_reports.report(work, **asked, by=tuple(By))
    for name in ("figures", "splits", "notes", "persons"):
        assert getattr(quick, name) == getattr(slow, name)
    assert quick == slow
    return quick


@pytest.mark.parametrize("seed", range(10))
def test_sums_give_what_every_cell_gives(trainer: Workplace, seed: int) -> None:
    untidy = Untidy(trainer, seed)
    project = courses.create_project(trainer, ProjectDraft("DV18", Texts(en="Series"), donor="Donor")).key
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
        reports.report(trainer, course=COURSES[0])
    assert told.value.code == "course.unknown"
