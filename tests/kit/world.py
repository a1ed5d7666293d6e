"""Computers with a known content, made by the program's own actions, in one readable line.

    story = World(tmp_path).trainer().course(people=25).marked().open()

A call only notes what is wanted. `open` looks for it among the worlds that this run of the tests has made
already, in any of its processes; their folders are copied and opened. Only a world that nobody has made yet
is made, beginning with the longest part of it that is there. So what a call does may depend on nothing but
the world and what is passed: `do` takes functions of modules, not closures.
"""

import hashlib
import os
import pickle
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Self

from tests.kit import samples, writing
from tests.kit.postgres import postgres
from tests.kit.running import WORLDS
from tests.kit.samples import CourseSample
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import moving, workplace
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.office import office
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.base.texts import Texts
from trainer_app.system.clock import Clock, FixedClock
from trainer_app.system.folders import DataFolder

STICK = "KINGSTON"
_FACTS, _SIDECAR = "facts", ".sidecar"
DATABASE = "database"
"""The note of an office's database on the server: its folder has the address, so each copy gets that one."""

type Step = tuple[Callable[..., None], tuple[Any, ...]]
"""A function that does something to a story, and what it is called with besides."""


@dataclass
class Story:
    """Open computers, a stick between them, one clock, and the keys of the course that it is about."""

    folder: Path
    clock: FixedClock
    works: dict[str, Workplace] = field(default_factory=dict)
    room: Room | None = None
    notes: dict[str, Any] = field(default_factory=dict)
    """What steps note for tests, such as keys of what they made."""

    @property
    def work(self) -> Workplace:
        """The first computer."""
        return next(iter(self.works.values()))

    @property
    def stick(self) -> Path:
        """The stick, a folder."""
        return self.folder / STICK

    @property
    def course(self) -> str:
        """The key of the course."""
        return self._room.course

    @property
    def sessions(self) -> tuple[str, ...]:
        """The keys of its sessions, in their order, as it was made."""
        return self._room.sessions

    @property
    def enrolments(self) -> tuple[str, ...]:
        """The keys of its enrolments, in their order, as it was made."""
        return self._room.enrolments

    @property
    def _room(self) -> Room:
        assert self.room is not None, "this world has no course"
        return self.room

    def close(self) -> None:
        """Close all computers that are still open."""
        for work in self.works.values():
            work.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_how: object) -> None:
        self.close()


@dataclass(frozen=True)
class _Facts:
    """What is known of a world beside its folders."""

    keys: dict[str, DataKey]
    clock: FixedClock
    room: Room | None
    notes: dict[str, Any]


class World:
    """What a test begins with, step by step; nothing is made before `open`."""

    def __init__(
        self, folder: Path, *, day: date = samples.DAY, hour: int = 11, minute: int = 0, step: int = 7
    ) -> None:
        self._folder = folder
        self._clock = samples.clock_at(day, hour, minute, step=step)
        self._steps: list[Step] = []

    def trainer(self, user: str = samples.TRAINER, name: str = "trainer", **more: Any) -> Self:
        """Set up a trainer's laptop in the folder of this name."""
        return self.do(_set_up, name, Role.TRAINER, user, tuple(sorted(more.items())))

    def office(self, user: str = samples.DIRECTOR, named: Texts = samples.OFFICE, **more: Any) -> Self:
        """Set up the office's computer, with its keys, in the folder "office"."""
        set_up = self.do(_set_up, "office", Role.OFFICE, user, tuple(sorted(more.items())))
        return set_up.do(_found_office, named)

    def joined(self, code: str, name: str = "trainer") -> Self:
        """Let a laptop join the office under a code."""
        return self.do(_join, code, name)

    def course(self, sample: CourseSample = samples.DUSHANBE, people: int | None = None) -> Self:
        """Write a course with its sessions and its people, or its first ones, on the first computer."""
        return self.do(_write_course, sample if people is None else sample.with_first(people))

    def marked(self, sessions: int | None = None) -> Self:
        """Mark everybody present in the first sessions of the course, or in all."""
        return self.do(_mark, sessions)

    def marked_until_noon(self) -> Self:
        """Mark a course of four days up to the middle of its eighth session."""
        return self.do(_mark_until_noon)

    def on_server(self) -> Self:
        """Let the office work on the server of this process from here on: the last step of all."""
        return self.do(_move_to_server, str(postgres().folder))

    def at(self, day: date, hour: int, minute: int = 0) -> Self:
        """Let it be another time from now on."""
        return self.do(_set_clock, day, hour, minute)

    def do(self, act: Callable[..., None], *values: Any) -> Self:
        """Let a function of a module do more to the story. Its values are told apart by their `repr`."""
        self._steps.append((act, values))
        return self

    def open(self) -> Story:
        """Open the world in its folder: close what comes, or use it as a context."""
        return _open_copy(self._made(), self._folder)

    def lay(self) -> Path:
        """Lay copies of its folders there as anybody could, all closed; return the first computer's."""
        made = self._made()
        _copy_folders(made, self._folder)
        return self._folder / next(iter(_facts_of(made).keys))

    def lay_own(self) -> Story:
        """Lay its folders there, closed, each to go on as the computer that it was; tell what is in them."""
        return _lay_own(self._made(), self._folder)

    def _made(self) -> Path:
        """Return where the world lies to be copied, made if need be."""
        made = self._folder_of(self._steps)
        if not made.exists():
            self._make(made)
        return made

    def _folder_of(self, steps: Sequence[Step]) -> Path:
        """Return where a world with these steps lies once it is made."""
        told = [f"{act.__module__}.{act.__qualname__}{values!r}" for act, values in steps]
        recipe = "\n".join((repr(self._clock), *told))
        return Path(os.environ[WORLDS]) / hashlib.sha256(recipe.encode()).hexdigest()[:24]

    def _make(self, made: Path) -> None:
        """Make it under a name of its own, then give it its name: another process may have been quicker."""
        own = made.with_name(f"{made.name}-{os.getpid()}")
        # A step that failed in an earlier test leaves what it had begun.
        shutil.rmtree(own, ignore_errors=True)
        (own / STICK).mkdir(parents=True)
        begun, story = 0, Story(own, FixedClock(self._clock.now, self._clock.step))
        for at in reversed(range(1, len(self._steps))):
            if (earlier := self._folder_of(self._steps[:at])).exists():
                begun, story = at, _open_copy(earlier, own)
                break
        try:
            for act, values in self._steps[begun:]:
                act(story, *values)
        finally:
            # Windows removes no folder of which a file is open.
            story.close()
        for name in story.works:
            shutil.copyfile(DataFolder(own / name).sidecar, own / f"{name}{_SIDECAR}")
        keys = {name: work.key for name, work in story.works.items()}
        (own / _FACTS).write_bytes(pickle.dumps(_Facts(keys, story.clock, story.room, story.notes)))
        try:
            own.rename(made)
        except OSError:
            shutil.rmtree(own)


def _facts_of(made: Path) -> _Facts:
    facts = pickle.loads((made / _FACTS).read_bytes())
    assert isinstance(facts, _Facts)
    return facts


def _copy_folders(made: Path, target: Path) -> None:
    beside = shutil.ignore_patterns(_FACTS, f"*{_SIDECAR}")
    shutil.copytree(made, target, dirs_exist_ok=True, ignore=beside)


def _lay_own(made: Path, target: Path) -> Story:
    _copy_folders(made, target)
    facts = _facts_of(made)
    if (database := facts.notes.get(DATABASE)) is not None:
        postgres().put_back(database)
    for name in facts.keys:
        put_note(made / f"{name}{_SIDECAR}", DataFolder(target / name))
    return Story(target, facts.clock, room=facts.room, notes=facts.notes)


def _open_copy(made: Path, target: Path) -> Story:
    story = _lay_own(made, target)
    for name, key in _facts_of(made).keys.items():
        story.works[name] = workplace.open_with_key(DataFolder(target / name), key, story.clock)
    return story


def put_note(note: Path, folder: DataFolder) -> None:
    """Put beside a copied folder what is noted of it, so that it goes on as the laptop that it was."""
    folder.sidecar.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(note, folder.sidecar)


def computer(
    folder: Path,
    user: str = "",
    role: Role = Role.TRAINER,
    clock: Clock | None = None,
    passphrase: str = samples.PASSPHRASE,
) -> Workplace:
    """Set up a computer of its own in a folder, as a stranger's or one that no world has."""
    where = DataFolder(folder)
    return workplace.create(where, passphrase, role=role, user_name=user, clock=clock, cost=samples.CHEAP)


def set_up(story: Story, name: str, user: str = "", role: Role = Role.TRAINER, **more: Any) -> Workplace:
    """Set up one more computer in the folder of this name, closed with the others: what a step calls, too."""
    made = computer(story.folder / name, user, role, story.clock, **more)
    story.works[name] = made
    return made


def _set_up(story: Story, name: str, role: Role, user: str, more: tuple[tuple[str, Any], ...]) -> None:
    set_up(story, name, user, role, **dict(more))


def _found_office(story: Story, named: Texts) -> None:
    office.init(story.works["office"], named, "DSH")


def _join(story: Story, code: str, name: str) -> None:
    writing.enrol(story.works["office"], story.works[name], code, story.stick)


def _write_course(story: Story, sample: CourseSample) -> None:
    story.room = writing.write_course(story.work, sample)


def _mark(story: Story, sessions: int | None) -> None:
    for key in story.sessions[:sessions]:
        attendance.mark_rest(story.work, key)


def _mark_until_noon(story: Story) -> None:
    assert story.room is not None
    writing.mark_until_noon(story.work, story.room)


def _move_to_server(story: Story, _server: str) -> None:
    address = postgres().create()
    story.works["office"] = moving.move_to_server(story.works["office"], address.text())
    story.notes[DATABASE] = address.database


def _set_clock(story: Story, day: date, hour: int, minute: int) -> None:
    story.clock.now = samples.clock_at(day, hour, minute).now
