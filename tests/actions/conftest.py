"""A trainer's laptop and an office with real encrypted folders, on the third day of a course."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.kit.postgres import trusted
from tests.kit.samples import SERIES
from tests.kit.world import Step, Story, World
from tests.kit.writing import Room, enrol
from trainer_app.actions.base.workplace import Workplace
from trainer_app.domain.base.texts import Texts
from trainer_app.system.clock import FixedClock

type Begin = Callable[[Story], None] | Step
"""What is done before a test begins; with the values that it is called with, where it needs some."""

OFFICE = Texts(tg="Дафтари барнома", ru="Офис программы", en="Programme office")


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))


PARTS: dict[str, Callable[[World], World]] = {
    "trainer": lambda world: world.trainer("D. Nazarova"),
    "bureau": lambda world: world.office("M. Saidova", named=OFFICE),
    "joined": lambda world: world.joined("K7"),
    "room": lambda world: world.course(SERIES),
    "second_laptop": lambda world: world.trainer("F. Saidzoda", "second").joined("K9", "second"),
}
"""What most tests begin with, by the names of its fixtures, laptop and office first."""


@pytest.fixture
def parts(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """Return which of the parts a test begins with. A file that makes one of them itself says so here."""
    asked = [name for name in request.fixturenames if name in PARTS]
    return tuple(dict.fromkeys([name for name in ("trainer", "bureau") if name in asked] + asked))


@pytest.fixture
def begins() -> Sequence[Begin]:
    """Return what else is done before a test begins, once in a run. A file with such steps says so here."""
    return ()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what is marked so at an office in its file, and at one on its server."""
    if metafunc.definition.get_closest_marker("both_homes") and "bureau" in metafunc.fixturenames:
        metafunc.parametrize("on_server", [False, True], ids=["file", "server"], indirect=True)


@pytest.fixture
def on_server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Tell whether the office of a test works on a real PostgreSQL server."""
    wanted = bool(getattr(request, "param", False))
    if wanted:
        trusted(monkeypatch)
    return wanted


@pytest.fixture
def story(
    tmp_path: Path,
    parts: tuple[str, ...],
    begins: Sequence[Begin],
    on_server: bool,
) -> Iterator[Story]:
    """Open the computers that a test begins with: copies of a world that this run made already."""
    world = World(tmp_path, hour=11, step=1)
    for name in parts:
        world = PARTS[name](world)
    for step in begins:
        act, values = step if isinstance(step, tuple) else (step, ())
        world = world.do(act, *values)
    if on_server:
        world = world.on_server()
    with world.open() as made:
        yield made


@pytest.fixture
def clock(story: Story) -> FixedClock:
    return story.clock


@pytest.fixture
def trainer(story: Story) -> Workplace:
    return story.works["trainer"]


@pytest.fixture
def bureau(story: Story) -> Workplace:
    return story.works["office"]


@pytest.fixture
def stick(story: Story) -> Path:
    return story.stick


@pytest.fixture
def joined(trainer: Workplace, bureau: Workplace, stick: Path, parts: tuple[str, ...]) -> Workplace:
    """Enrol the trainer's laptop at the office as K7."""
    if "joined" not in parts:
        enrol(bureau, trainer, "K7", stick)
    return trainer


@pytest.fixture
def second_laptop(story: Story, joined: Workplace) -> Workplace:
    """Give another trainer's laptop, K9 of the office."""
    return story.works["second"]


@pytest.fixture
def room(story: Story, trainer: Workplace) -> Room:
    assert story.room is not None
    return story.room
