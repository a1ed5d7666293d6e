"""A trainer's laptop and an office with real encrypted folders, on the third day of a course."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kit.samples import CHEAP, DAY, PASSPHRASE, clock_at
from tests.kit.writing import Room, enrol, write_course
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.office import office
from trainer_app.domain.base.texts import Texts
from trainer_app.system.clock import FixedClock
from trainer_app.system.folders import DataFolder


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))


@pytest.fixture
def clock() -> FixedClock:
    return clock_at(DAY, 11)


@pytest.fixture
def trainer(tmp_path: Path, clock: FixedClock) -> Iterator[Workplace]:
    folder = DataFolder(tmp_path / "trainer")
    work = workplace.create(folder, PASSPHRASE, user_name="D. Nazarova", clock=clock, cost=CHEAP)
    yield work
    work.close()


@pytest.fixture
def bureau(tmp_path: Path, clock: FixedClock) -> Iterator[Workplace]:
    folder = DataFolder(tmp_path / "office")
    work = workplace.create(
        folder, PASSPHRASE, role=Role.OFFICE, user_name="M. Saidova", clock=clock, cost=CHEAP
    )
    office.init(work, Texts(tg="Дафтари барнома", ru="Офис программы", en="Programme office"), "DSH")
    yield work
    work.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def joined(trainer: Workplace, bureau: Workplace, stick: Path) -> Workplace:
    """Enrol the trainer's laptop at the office as K7."""
    enrol(bureau, trainer, "K7", stick)
    return trainer


@pytest.fixture
def room(trainer: Workplace) -> Room:
    return write_course(trainer)
