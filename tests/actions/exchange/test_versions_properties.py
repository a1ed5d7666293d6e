"""Whatever a newer version may write goes from laptop to laptop, to the office and out again unchanged.

The lines are made here, not by the journal: with rows, fields and members that this version does not know, in
any order of members, with or without spaces, deleted and decided between, below each other.
"""

import json
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.kit.world import Story, set_up
from tests.kit.writing import Room, enrol, write_course
from trainer_app.actions.base import identity, sync_status
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.exchange import importing, losses, packs, sending
from trainer_app.bundle.layout import BundleContent
from trainer_app.bundle.packing import write_bundle
from trainer_app.domain.base import schema
from trainer_app.domain.base.journal import MAX_NUMBER, entry_id, new_key
from trainer_app.domain.exchange.sending import FileOutcome
from trainer_app.store.exchange.transfers import all_lines

WALL = 1_539_860_400_000
KNOWN = {name for found in schema.ENTITIES.values() for name in found.fields} | set(schema.ENTITIES)

texts = st.text(st.characters(exclude_characters="\x00", exclude_categories=("Cs",)), max_size=30)
scalars = texts | st.integers(-MAX_NUMBER, MAX_NUMBER) | st.booleans() | st.none()
values = scalars | st.lists(scalars, max_size=5)
words = st.from_regex(r"[a-zғӣқӯҳҷ][a-z0-9_ғӣқӯҳҷ]{0,19}", fullmatch=True)
names = words.filter(lambda word: word.isidentifier() and word not in KNOWN)
fields = st.dictionaries(names, values, min_size=1, max_size=4)


@dataclass
class History:
    """Lines of one replica, as they were written; `rows` are those that only a newer version knows."""

    replica: str
    room: Room
    lines: list[bytes] = field(default_factory=list)
    rows: list[tuple[str, str]] = field(default_factory=list)
    heads: dict[tuple[str, str, str], bytes] = field(default_factory=dict)

    def write(self, place: tuple[str, str], values: dict[str, Any], draw: st.DataObject) -> None:
        """Add a line in one of the many ways in which it can be written."""
        number = len(self.lines) + 1
        replaced = {
            name: [own.hex()] for name in values if (own := self.heads.get((*place, name))) is not None
        }
        entry: dict[str, Any] = {
            "r": self.replica,
            "n": number,
            "t": [WALL + draw.draw(st.integers(0, 10**9)), draw.draw(st.integers(0, 3))],
            "v": draw.draw(st.integers(1, 9)),
            "u": draw.draw(texts),
            "e": place[0],
            "k": place[1],
            "s": values,
            "w": replaced if draw.draw(st.booleans()) else {},
            **draw.draw(st.dictionaries(st.sampled_from(("a", "later", "ғ")), values_too, max_size=2)),
        }
        if draw.draw(st.booleans()):
            entry = dict(draw.draw(st.permutations(list(entry.items()))))
        separators = (", ", ": ") if draw.draw(st.booleans()) else (",", ":")
        line = json.dumps(entry, ensure_ascii=draw.draw(st.booleans()), separators=separators).encode()
        self.lines.append(line)
        for name in values:
            self.heads[(*place, name)] = entry_id(line)


values_too = values | st.dictionaries(words, values, max_size=2)


def grow(history: History, draw: st.DataObject) -> None:
    """Write something that a newer version might, all of it about the course."""
    kind = draw.draw(st.sampled_from(("field", "row", "below", "again", "delete")))
    room = history.room
    if kind == "field":
        known = [("course", room.course), ("session", room.sessions[0]), ("enrolment", room.enrolments[0])]
        history.write(draw.draw(st.sampled_from(known)), draw.draw(fields), draw)
        return
    if kind == "row" or not history.rows:
        place, tie = (draw.draw(names), new_key()), {"course": room.course}
    elif kind == "below":
        above = draw.draw(st.sampled_from(history.rows))[1]
        place, tie = (
            (draw.draw(names), new_key()),
            {draw.draw(names): draw.draw(st.sampled_from((above, [above])))},
        )
    else:
        place, tie = draw.draw(st.sampled_from(history.rows)), {}
    if kind == "delete" and place in history.rows:
        tie = {schema.DELETED: True}
    history.write(place, {**draw.draw(fields), **tie}, draw)
    if place not in history.rows:
        history.rows.append(place)


@pytest.fixture
def other(joined: Workplace, bureau: Workplace, stick: Path, story: Story) -> tuple[Workplace, Room]:
    """Give a second laptop, K8, and a course that the office, K7 and K8 have."""
    room = write_course(joined)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    work = set_up(story, "other")
    enrol(bureau, work, "K8", stick, [room.course])
    return work, room


def lines_in(work: Workplace) -> set[bytes]:
    return {line for _, line in all_lines(work.database)}


@settings(
    max_examples=12,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(draw=st.data())
def test_whatever_a_newer_version_writes_comes_through_unchanged(
    joined: Workplace,
    bureau: Workplace,
    other: tuple[Workplace, Room],
    stick: Path,
    draw: st.DataObject,
) -> None:
    laptop, room = other
    history = History(identity.device_keys(joined).key_id.hex() + secrets.token_hex(8), room)
    for _ in range(draw.draw(st.integers(1, 12))):
        grow(history, draw)
    written = set(history.lines)
    # Laptop to laptop, in a file that K7 signs.
    header = sending.make_header(joined, "sync", 1, len(history.lines))
    file = stick / f"{header.bundle}.tsync"
    content = BundleContent(header, history.lines)
    file.write_bytes(
        write_bundle(content, identity.device_keys(joined), [identity.device_keys(laptop).recipient])
    )
    waited = sum(one.count for one in losses.waiting(laptop))
    assert taken_in(laptop, file) == len(written)
    assert sum(one.count for one in losses.waiting(laptop)) == waited + len(written)
    # That laptop to the office: it carries K7's file.
    assert taken_in(bureau, sending.export(laptop, stick).file) >= len(written)
    assert written <= lines_in(bureau)
    # And the office to K7, under whose key all of it stands.
    pack = packs.export_pack(bureau, "K7", stick, courses=[room.course])
    assert taken_in(joined, pack.file) >= len(written)
    assert written <= lines_in(joined)
    assert all(sync_status.check(work).ok for work in (joined, laptop, bureau))


def taken_in(work: Workplace, file: Path) -> int:
    """Take a file in; return how many entries it brought, all of which a newer version wrote."""
    (taken,) = importing.import_files(work, [file]).files
    assert taken.result is FileOutcome.IMPORTED, taken.code
    assert taken.newer is not None
    return taken.new_entries
