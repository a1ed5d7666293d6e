"""Undo across steps: never at the price of what others have put on top."""

from datetime import date
from pathlib import Path

import pytest

from tests.actions.conftest import Room, furnish
from trainer_app.actions import attendance, certificates, enrolments, history, sending
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.attendance import Mark
from trainer_app.domain.errors import TrainerError


def test_a_walk_in_with_a_mark_is_not_undone_below_it(trainer: Workplace, room: Room) -> None:
    changes = enrolments.add_walk_in(trainer, room.course, "Тоирова Лола", first_day=date(2018, 10, 15))
    enrolment = changes.key or ""
    attendance.mark(trainer, enrolment, room.sessions[0], Mark.PRESENT)
    before = trainer.journal.number
    with pytest.raises(TrainerError, match="history.used_since"):
        history.undo_step(trainer, changes.step or 0)
    assert trainer.journal.number == before
    assert len(attendance.grid(trainer, room.course).rows) == 4
    history.undo(trainer)
    history.undo(trainer)
    assert len(attendance.grid(trainer, room.course).rows) == 3


def test_certificates_that_were_sent_are_not_undone(joined: Workplace, stick: Path) -> None:
    room = furnish(joined)
    for session in room.sessions:
        attendance.mark_rest(joined, session)
    certificates.issue(joined, room.course)
    sending.export(joined, stick)
    with pytest.raises(TrainerError, match="history.certificates_sent"):
        history.undo(joined)
    assert len(certificates.register(joined, room.course)) == 3
