"""Long work says how far it is, and can be stopped at each step: nothing is changed then."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.kit.samples import FIRST
from tests.kit.writing import Room, write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import sync_status
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import course_life, enrolments
from trainer_app.actions.courses.course_life import CourseCopy
from trainer_app.actions.evaluations import results
from trainer_app.actions.exchange import importing, sending
from trainer_app.actions.office import building
from trainer_app.actions.people import joining
from trainer_app.domain.base.changes import Progress
from trainer_app.domain.base.errors import Cancelled
from trainer_app.domain.people.matching import CandidateFinder


class Told:
    """Hears how far something is, and stops it at a step if it is told to."""

    def __init__(self, stop_at: int = -1) -> None:
        self.codes: list[str] = []
        self.fractions: list[float] = []
        self._stop_at = stop_at

    def __call__(self, code: str, fraction: float) -> None:
        """Listen as a `Progress`."""
        if len(self.codes) == self._stop_at:
            raise Cancelled
        self.codes.append(code)
        self.fractions.append(fraction)


def two_courses(work: Workplace, room: Room) -> None:
    """Mark a course and add another one like it, with two people whose names are nearly the same."""
    attendance.mark_rest(work, room.sessions[0])
    copied = course_life.copy_course(work, room.course, CourseCopy("AGAIN", FIRST)).key or ""
    for name in ("Раҳимова Мадина Каримовна", "Рахимова Мадина Каримовна"):
        enrolments.add_walk_in(work, copied, name)


def report(work: Workplace, progress: Progress) -> object:
    return building.report(work, progress=progress)


def gather(work: Workplace, progress: Progress) -> object:
    return results.gather(work, progress=progress)


def compare(work: Workplace, progress: Progress) -> object:
    return joining.candidates(work, CandidateFinder(), progress)


def look_through(work: Workplace, progress: Progress) -> object:
    made = building.gather(work)
    return building.add_doubts(work, made, building.build(work, made, doubts=False), progress)


COUNTED, COMPARED = (["counting.progress"] * 2, ["person.progress.comparing"] * 2)
"""Told for each course; of people as they are prepared and as they are compared."""
BEGUN = ["person.progress.comparing"]
READ = ["counting.progress"] * 4
"""Told of each step in which a report asks the database."""


@pytest.mark.parametrize(
    ("asked", "codes"),
    [
        (report, [*READ, *COUNTED, *BEGUN, *COMPARED]),
        (gather, COUNTED),
        (compare, COMPARED),
        (look_through, [*BEGUN, *COMPARED]),
        (sync_status.check, None),
    ],
)
def test_what_is_read_over_much_says_how_far_it_is_and_can_be_stopped(
    trainer: Workplace, room: Room, asked: Callable[[Workplace, Progress], object], codes: list[str] | None
) -> None:
    two_courses(trainer, room)
    digest, whole = sync_status.digest(trainer), Told()
    found = asked(trainer, whole)
    if codes is None:
        assert len(whole.codes) == 1
    else:
        assert whole.codes == codes
    assert whole.fractions == sorted(whole.fractions)
    assert all(0 <= fraction < 1 for fraction in whole.fractions)
    for step in range(len(whole.codes)):
        trainer.database.close()  # and nothing is remembered
        with pytest.raises(Cancelled):
            asked(trainer, Told(stop_at=step))
    assert asked(trainer, Told()) == found
    assert sync_status.digest(trainer) == digest


def test_taking_an_import_back_can_be_stopped(joined: Workplace, bureau: Workplace, stick: Path) -> None:
    write_course(joined)
    sent = sending.export(joined, stick)
    importing.import_files(bureau, [sent.file])
    digest, number = sync_status.digest(bureau), importing.find_import(bureau, sent.file.name)
    with pytest.raises(Cancelled):
        importing.undo_import(bureau, number, Told(stop_at=0))
    assert sync_status.digest(bureau) == digest
    assert not importing.imports(bureau)[0].undone
    assert sync_status.check(bureau).ok
    told = Told()
    importing.undo_import(bureau, number, told)
    assert told.codes
    assert importing.imports(bureau)[0].undone
    assert sync_status.check(bureau).ok
