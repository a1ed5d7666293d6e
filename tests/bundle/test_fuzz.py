"""Bytes changed at random, in every layer: refused with a known code, or without any effect.

`tests.faults.changing` gives many more to a real office. Here the reader alone is asked, `TRAINER_FUZZ` times
(2,000 unless told otherwise).
"""

import os
import random
from collections import Counter
from typing import Any

import pytest

from tests.bundle.parts import World, forge, marks
from tests.bundle.spoiling import CODES, spoil
from trainer_app.bundle import encodings, layout, sealing
from trainer_app.bundle.packing import Archive, pack, write_archive, write_bundle
from trainer_app.bundle.reader import read_bundle
from trainer_app.domain.base.errors import TrainerError

RUNS = int(os.environ.get("TRAINER_FUZZ", "2000")) // 4
WORLD = World.make()
LINES = marks(12, WORLD.replica)
CONTENT = WORLD.content(LINES, blobs=[b"a scan"])
ARCHIVE = write_archive(CONTENT, WORLD.laptop)
FILE = write_bundle(CONTENT, WORLD.laptop, WORLD.recipients)
PAYLOAD = {name: Archive(ARCHIVE).read(name) for name in Archive(ARCHIVE).names if name.startswith("data/")}


def read(data: bytes) -> Any:
    """Return the bundle, or the code of its refusal; any other exception is a failure of the test."""
    try:
        return read_bundle(data, [WORLD.office.identity], WORLD.trusted)
    except TrainerError as problem:
        return problem.code


GOOD = read(FILE)


def seal(archive: bytes) -> bytes:
    return sealing.seal(archive, [WORLD.office.recipient])


def sealed_file(source: random.Random) -> bytes:
    """Play damage on the way: the file as it travels."""
    return spoil(FILE, source)


def archive(source: random.Random) -> bytes:
    """Play a forger without a signing key: the ZIP, sealed again for the office."""
    return seal(spoil(ARCHIVE, source))


def member(source: random.Random) -> bytes:
    """Play a forger who packs neatly: one member's content."""
    opened = Archive(ARCHIVE)
    members = {name: opened.read(name) for name in opened.names}
    name = source.choice(list(members))
    return seal(pack({**members, name: spoil(members[name], source)}))


def signed(source: random.Random) -> bytes:
    """Play a faulty laptop: header or entries are wrong, and rightly signed."""
    header = encodings.encode(CONTENT.header)
    if source.randrange(2):
        return seal(forge(WORLD.laptop, spoil(header, source), PAYLOAD))
    spoiled = spoil(PAYLOAD[layout.ENTRIES], source)
    return seal(forge(WORLD.laptop, header, {**PAYLOAD, layout.ENTRIES: spoiled}))


def is_unchanged(found: Any) -> bool:
    """Tell whether what was read is the good bundle after all."""
    parts = ("header", "lines", "ids", "blobs")
    return not isinstance(found, str) and all(getattr(found, part) == getattr(GOOD, part) for part in parts)


@pytest.mark.parametrize("spoiler", [sealed_file, archive, member])
def test_what_was_not_signed_so_has_no_effect(spoiler: Any) -> None:
    source = random.Random(f"{spoiler.__name__} {RUNS}")
    seen: Counter[str] = Counter()
    for _ in range(RUNS):
        found = read(spoiler(source))
        if isinstance(found, str):
            assert found in CODES
            seen[found] += 1
        else:
            assert is_unchanged(found)
            seen["unchanged"] += 1
    assert seen.total() == RUNS >= 500
    assert seen["unchanged"] < RUNS // 3


def test_what_was_signed_wrongly_is_refused_or_still_made_of_entries() -> None:
    source = random.Random(RUNS)
    seen: Counter[str] = Counter()
    for _ in range(RUNS):
        found = read(signed(source))
        if isinstance(found, str):
            assert found in CODES
            seen[found] += 1
        else:
            assert len(found.lines) == len(found.entries) == len(found.ids)
            seen["read"] += 1
    assert seen.total() == RUNS >= 500
    assert seen["bundle.bad_entry"] > RUNS // 20
