"""A second laptop of the same office, and a course that the owners of both teach."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.writing import Room, enrol
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import teachers
from trainer_app.actions.exchange import importing, packs
from trainer_app.domain.courses.courses import TeachingRole
from trainer_app.system.folders import DataFolder


@pytest.fixture
def other(tmp_path: Path, joined: Workplace, bureau: Workplace, stick: Path) -> Iterator[Workplace]:
    """Enrol a second laptop as K9; the first one learns of it by its next pack."""
    work = workplace.create(
        DataFolder(tmp_path / "other"), PASSPHRASE, user_name="F. Saidzoda", clock=joined.clock, cost=CHEAP
    )
    enrol(bureau, work, "K9", stick)
    importing.import_files(joined, [packs.export_pack(bureau, "K7", stick).file])
    yield work
    work.close()


@pytest.fixture
def together(joined: Workplace, room: Room) -> Room:
    """Say at the first laptop who teaches the course."""
    for name in ("Назарова Дилбар", "Саидзода Фаррух"):
        teachers.assign_new(joined, room.course, name, TeachingRole.TRAINER)
    return room
