"""Schedules played with real folders, files and packs; for the table of faults and for the tests."""

import random
import shutil
from pathlib import Path

from tests.faults.desk import apart
from tests.faults.results import Result
from tests.kit.postgres import PostgresServer
from tests.worlds import making, playing
from tests.worlds.delivering import READERS, lines_read_once
from tests.worlds.making import World, kept_world
from tests.worlds.playing import Broken, Play
from trainer_app.actions.base import sync_status
from trainer_app.actions.exchange import arrivals, packs
from trainer_app.bundle import reader
from trainer_app.store.base import journal, judging, upgrade
from trainer_app.store.exchange import course_scope, integrity

_READERS = (
    *READERS,
    arrivals,
    course_scope,
    integrity,
    journal,
    judging,
    making,
    packs,
    playing,
    reader,
    sync_status,
    upgrade,
)
"""The modules of a program that exchanges files which read each line, and of who looks at it from outside."""


def play(world: World, root: Path, seed: int, steps: int, server: PostgresServer | None = None) -> str:
    """Play a schedule in a copy of a world; return the office's digest. Raises `Broken`, and what breaks.

    With a `server` the office works there.
    """
    copied = world.copy(root / f"schedule-{seed}")
    try:
        if server is not None:
            copied.office.move_to(server.create())
        with lines_read_once(_READERS):
            return Play(copied, random.Random(seed)).run(steps)
    finally:
        copied.close()
        shutil.rmtree(copied.root)


def played(count: int, entries: int = 500, steps: int = 60) -> Result:
    """Play `count` schedules of one world: all must end in one digest."""
    result = Result(f"worlds of 8 x {entries}: whole programs", count)
    digests = set()
    with apart("worlds-") as root:
        world = kept_world(entries).world
        for seed in range(count):
            result.executed += 1
            try:
                digests.add(play(world, root, seed, steps))
                result.struck += 1
            except Broken as problem:
                result.problems.append(f"schedule {seed}: {problem}")
    if len(digests) > 1:
        result.problems.append(f"{len(digests)} digests")
    return result
