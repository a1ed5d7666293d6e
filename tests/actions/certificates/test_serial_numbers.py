"""The numbers of certificates as a computer knows them: after void, replacement, undo, and at the office."""

from pathlib import Path

from tests.actions.exchange.test_clones import attend
from tests.kit.writing import Room, write_course
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates
from trainer_app.actions.exchange import importing, sending
from trainer_app.domain.certificates.serials import SerialRange


def test_what_became_of_each_number_is_told(trainer: Workplace, room: Room) -> None:
    assert certificates.list_series(trainer) == []
    attend(trainer, room)
    first = certificates.issue(trainer, room.course, only=frozenset(room.enrolments[:1])).certificates
    certificates.void(trainer, first[0].serial, "a no-show")
    certificates.issue(trainer, room.course, only=frozenset(room.enrolments[:1]))
    history.undo(trainer)
    third = certificates.issue(trainer, room.course, only=frozenset(room.enrolments[1:2])).certificates
    certificates.replace(trainer, third[0].serial, "misspelt")
    (series,) = certificates.list_series(trainer)
    assert (series.given, series.runs) == (3, (SerialRange(1, 4),))
    assert (series.void, series.taken_back, series.replaced, series.missing) == ((1,), (2,), (3,), ())


def test_the_office_sees_what_was_taken_back(joined: Workplace, bureau: Workplace, stick: Path) -> None:
    room = write_course(joined)
    attend(joined, room)
    certificates.issue(joined, room.course, only=frozenset(room.enrolments[:1]))
    history.undo(joined)
    certificates.issue(joined, room.course, only=frozenset(room.enrolments[1:]))
    importing.import_files(bureau, [sending.export(joined, stick).file])
    (series,) = certificates.list_series(bureau)
    assert series.name == "DSH-2018-K7"
    assert (series.given, series.runs, series.taken_back) == (2, (SerialRange(1, 3),), (1,))
