"""An office on a real server with several desks, each a data folder, made by the program's own actions."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.kit import samples
from tests.kit.postgres import PostgresServer, postgres, trusted
from tests.kit.world import Story, World
from trainer_app.actions.base import moving, workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.exchange import desks
from trainer_app.domain.base.server_address import ServerAddress
from trainer_app.system.clock import Clock
from trainer_app.system.folders import DataFolder

NAMES = ("Б. Каримов", "С. Раҳимова", "Ф. Назаров", "З. Шарипова")
"""Who sit at the desks after the first one."""


def moved_office(root: Path, clock: Clock, address: ServerAddress) -> None:
    """Move the office of a folder that nobody has open to a server, and leave it closed."""
    work = workplace.open_workplace(DataFolder(root), samples.PASSPHRASE, clock=clock)
    with pytest.MonkeyPatch.context() as patch:
        trusted(patch)
        moving.move_to_server(work, address.text()).close()


class OfficeOnServer:
    """`works` are the open desks, in the order in which they came; `story` is what the office began with."""

    def __init__(self, story: Story, server: PostgresServer, address: ServerAddress | None = None) -> None:
        self.story, self.server = story, server
        self.address = address or server.create()
        self.folder = story.folder
        with pytest.MonkeyPatch.context() as patch:
            trusted(patch)
            self.works = [moving.move_to_server(story.works.pop("office"), self.address.text())]

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
    with world.open() as story:
        made = OfficeOnServer(story, server or postgres(), address)
        try:
            made.more(count - 1)
            yield made
        finally:
            made.close()
