"""An office and eight laptops exchange files in any order, lost, repeated, forged: one digest, nothing lost.

Where two of them lie, nobody else shows, counts or prints anything else for it. Wrong versions of what writes
and takes in packs, receipts and trust, and of whose entries count, are all found by the same worlds.
"""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kit.postgres import start_server
from tests.kit.writing import Room
from tests.worlds.delivering import schedules
from tests.worlds.lying import LIES, make_lying_world, play_lying
from tests.worlds.making import World, kept_world
from tests.worlds.schedules import play
from tests.worlds.wrong import WRONG, WRONG_TO_LIARS, Wrong
from trainer_app.domain.base import schema
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Entry
from trainer_app.domain.base.schema import read_entry

ENTRIES, STEPS = 30, 40
_WRONG = (AssertionError, KeyError, IndexError, ValueError)


@pytest.fixture(scope="module")
def world() -> World:
    """Return the world that every schedule copies."""
    return kept_world(ENTRIES).world


@pytest.mark.timeout(600)
def test_all_schedules_end_in_one_digest_that_the_archive_gives_too(world: World, tmp_path: Path) -> None:
    """In the second one the office works on a server, where one can be had."""
    found = start_server()
    homes = (None, None if isinstance(found, str) else found)
    assert len({play(world, tmp_path, seed, STEPS, home) for seed, home in enumerate(homes)}) == 1


@pytest.mark.timeout(600)
@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.name)
def test_a_wrong_version_is_found(
    world: World, tmp_path: Path, wrong: Wrong, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wrong.owner, wrong.attribute, wrong.replacement)
    for seed in dict.fromkeys((wrong.seed, *range(5))):
        try:
            play(world, tmp_path, seed, STEPS)
        except _WRONG:
            return
    pytest.fail("no schedule finds it")


@pytest.fixture(scope="module")
def liars(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[World, Room]]:
    made = make_lying_world(tmp_path_factory.mktemp("liars") / "made")
    yield made
    made[0].close()


@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", range(20 if os.environ.get("TRAINER_PROPERTIES") == "full" else 2))
def test_what_the_honest_show_is_the_same_without_the_liars(
    liars: tuple[World, Room], tmp_path: Path, seed: int
) -> None:
    assert play_lying(*liars, tmp_path, seed) >= 4 * LIES


@pytest.mark.timeout(600)
@pytest.mark.parametrize("wrong", WRONG_TO_LIARS, ids=lambda wrong: wrong.name)
def test_a_version_that_believes_liars_is_found(
    liars: tuple[World, Room], tmp_path: Path, wrong: Wrong, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wrong.owner, wrong.attribute, wrong.replacement)
    # Where lies are believed, the honest may not even get that far.
    with pytest.raises((*_WRONG, TrainerError)):
        play_lying(*liars, tmp_path, wrong.seed)


def test_at_least_twelve_wrong_versions_are_tried() -> None:
    assert len({wrong.name for wrong in WRONG}) == len(WRONG) >= 12


def test_the_lines_of_a_world_come_in_any_schedule_to_the_store_and_to_the_merge(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    decoded: Counter[bytes] = Counter()

    def counted(line: bytes) -> Entry:
        decoded[line] += 1
        return read_entry(line)

    monkeypatch.setattr(schema, "read_entry", counted)
    found = schedules(5, entries=60)
    assert found.problems == []
    assert found.ok
    assert len(decoded) > 8 * 60
    assert set(decoded.values()) == {1}, "what takes most of the time is done once for all schedules"
