"""Offices of several people: two heads at one computer, and several desks on a real server.

Each desk is a data folder; all is made by the program's own actions.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec import Struct

from tests.kit import samples, writing
from tests.kit.postgres import PostgresServer, postgres, trusted
from tests.kit.world import DATABASE, Story, World, set_up
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import moving, users, workplace
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses.enrolments import list_enrolments
from trainer_app.actions.exchange import desks
from trainer_app.actions.office import approval, office
from trainer_app.actions.review import joint_decisions
from trainer_app.domain.base.joint import JointMatter, JointState
from trainer_app.domain.base.rights import UserRole
from trainer_app.domain.base.server_address import ServerAddress
from trainer_app.domain.base.texts import Texts
from trainer_app.system.clock import Clock, FixedClock
from trainer_app.system.folders import DataFolder

NAMES = ("Б. Каримов", "С. Раҳимова", "Ф. Назаров", "З. Шарипова")
"""Who sit at the desks after the first one."""


GIVEN = "пять слов, которые знает и Саидова"
SECOND_HEAD = "пять слов для Зарины и её данных"
THIRD = "ҳафт калимаи дигар барои сардори мо"
REASON = "asked in writing"


def be(work: Workplace, passphrase: str) -> Workplace:
    """Let somebody else of the office unlock it."""
    workplace.lock(work)
    workplace.unlock(work, passphrase)
    return work


def waiting(work: Workplace) -> str:
    """Return the one request that waits."""
    (line,) = joint_decisions.list_lines(work)
    return line.decision.key


def states(work: Workplace) -> list[JointState]:
    return [line.state for line in joint_decisions.list_lines(work, everything=True)]


class TwoHeads(Struct):
    """An office of two heads, closed, with a course that is approved: eleven days after it began."""

    root: Path
    clock: FixedClock
    course: str
    paper: str
    """The office's recovery key."""

    def open(self, *, second: bool = False) -> Workplace:
        """Unlock it as one of the two."""
        name, passphrase = ("zarina", SECOND_HEAD) if second else ("Saidova", samples.PASSPHRASE)
        return workplace.open_workplace(DataFolder(self.root), passphrase, name=name, clock=self.clock)

    def ask(self) -> None:
        """Let the first head ask for what takes two: an approval back, a person, a certificate, a head."""
        work = self.open()
        person = list_enrolments(work, self.course)[0].person.key
        serial = certificates.register(work)[-1].serial
        other = users.find_user(work, "zarina").key
        for matter, *subjects in (
            (JointMatter.REOPEN, self.course),
            (JointMatter.ERASE, person),
            (JointMatter.VOID, serial),
            (JointMatter.LOWER, other, UserRole.OFFICER.value),
        ):
            joint_decisions.decide(work, matter, subjects, REASON)
        work.close()


def two_heads(root: Path) -> TwoHeads:
    """Set up an office of two heads in a new folder, at 11:42 on the third day of some other course."""
    world = World(root.parent, hour=11, minute=42, step=5)
    story = world.do(_found_with_two_heads, root.name).do(_approve_course, root.name).lay_own()
    return TwoHeads(root, story.clock, story.course, story.notes["paper"])


def _found_with_two_heads(story: Story, name: str) -> None:
    own = samples.PASSPHRASE
    work = set_up(story, name, "M. Saidova", Role.OFFICE)
    story.notes["paper"] = office.init(work, Texts(en="Office"), "DSH").recovery_key
    users.add(work, "Z. Karimova", "zarina", UserRole.HEAD, GIVEN, own, cost=samples.CHEAP)
    workplace.lock(work)
    workplace.unlock(work, GIVEN, "zarina")
    users.change_passphrase(work, GIVEN, SECOND_HEAD, cost=samples.CHEAP)
    workplace.lock(work)
    workplace.unlock(work, own, "Saidova")


def _approve_course(story: Story, name: str) -> None:
    work, room = story.works[name], writing.write_course(story.works[name])
    story.room = room
    story.clock.advance(days=10)
    for session in room.sessions:
        attendance.mark_rest(work, session)
    certificates.issue(work, room.course)
    approval.close(work, room.course, REASON)
    approval.approve(work, room.course, REASON)
    story.clock.advance(days=1)


def moved_office(root: Path, clock: Clock, address: ServerAddress, name: str = "") -> None:
    """Move the office of a folder that nobody has open to a server, and leave it closed."""
    work = workplace.open_workplace(DataFolder(root), samples.PASSPHRASE, name=name, clock=clock)
    with pytest.MonkeyPatch.context() as patch:
        trusted(patch)
        moving.move_to_server(work, address.text()).close()


class OfficeOnServer:
    """`works` are the open desks, in the order in which they came; `story` is what the office began with."""

    def __init__(self, story: Story, server: PostgresServer, address: ServerAddress | None = None) -> None:
        self.story, self.server = story, server
        self.folder = story.folder
        first = story.works.pop("office")
        if not first.on_server:
            address = address or server.create()
            with pytest.MonkeyPatch.context() as patch:
                trusted(patch)
                first = moving.move_to_server(first, address.text())
        self.address = address or server.address(story.notes[DATABASE])
        self.works = [first]

    @property
    def first(self) -> Workplace:
        """The desk that moved the office there."""
        return self.works[0]

    def more(self, count: int = 1) -> Workplace:
        """Let so many more computers become desks; return the last one."""
        for _ in range(count):
            place = len(self.works)
            path = desks.save_for_another(self.first, self.folder / f"desk{place}{desks.EXTENSION}")
            folder = DataFolder(self.folder / f"desk{place}")
            who = NAMES[(place - 1) % len(NAMES)]
            begun = desks.begin_desk(folder, path, samples.PASSPHRASE, user_name=who, clock=self.story.clock)
            self.works.append(begun)
        return self.works[-1]

    def close(self) -> None:
        """Close all desks."""
        for work in self.works:
            work.close()


@contextmanager
def office_on_server(
    folder: Path,
    *,
    people: int = 6,
    count: int = 2,
    server: PostgresServer | None = None,
    address: ServerAddress | None = None,
) -> Iterator[OfficeOnServer]:
    """Give an office with a course on a server, and so many desks; `address` is of an empty database."""
    world = World(folder).office().course(people=people)
    own = server or postgres()
    if address is None and own is postgres():
        # It is moved there once in a run.
        world = world.on_server()
    with pytest.MonkeyPatch.context() as patch:
        trusted(patch)
        story = world.open()
    with story:
        made = OfficeOnServer(story, own, address)
        try:
            made.more(count - 1)
            yield made
        finally:
            made.close()
