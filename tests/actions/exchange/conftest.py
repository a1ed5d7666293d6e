"""A second laptop of the same office, and a course that the owners of both teach."""

from pathlib import Path

import pytest

from tests.kit.writing import Room
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import teachers
from trainer_app.actions.exchange import importing, packs
from trainer_app.domain.courses.courses import TeachingRole


@pytest.fixture
def other(joined: Workplace, second_laptop: Workplace, bureau: Workplace, stick: Path) -> Workplace:
    """Give a second laptop, K9, of which the first one learns by its next pack."""
    importing.import_files(joined, [packs.export_pack(bureau, "K7", stick).file])
    return second_laptop


@pytest.fixture
def together(joined: Workplace, room: Room) -> Room:
    """Say at the first laptop who teaches the course."""
    for name in ("Назарова Дилбар", "Саидзода Фаррух"):
        teachers.assign_new(joined, room.course, name, TeachingRole.TRAINER)
    return room
