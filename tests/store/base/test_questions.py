"""What is asked of a person follows from the set of entries alone, and offers what each laptop said last."""

import random
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.domain.worlds import NOON, Laptop, history_of
from tests.kit.chances import Chances, chances
from tests.store.base.test_projection import HISTORIES, bounded
from tests.store.parts import STEP, key_of, receive, rolled_back, row
from trainer_app.domain.base.schema import DELETED
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.store import Store
from trainer_app.store.base.upgrade import rebuild
from trainer_app.store.review.contradictions import (
    Contradiction,
    count_contradictions,
    find_contradiction,
    list_contradictions,
)

type Shared = Callable[[], Store]


def asked(store: Store) -> list[Contradiction]:
    """Return all questions in an order of their own: rows are numbered as they come."""
    return sorted(list_contradictions(store.journal), key=lambda each: (each.entity, each.key, each.fields))


_REPEATS_ITSELF = bytes.fromhex(
    "8bf014944c96cbffc8c57f4265f66a7e20b0fede9b7c37f4f912bf26142ef82833e0366966f7cb91bb00d83dd0664816"
    "24bf9971ddb0cdc57f1703ba5303e8a3c3a21706b698bb13434a1733bb9f848e2550771d0f732439b74830662ba5a6d3"
    "219afd3521e46044b0ed2ec176516c0ae1d55f0fe308921c99084001353c2668500c6557a1b30efae4e4da39f7b20c88"
    "35508185e51c083be8b4eb2474dd6d0519436e4a5890e810c1e9ba901e"
)
"""Chances of a copied laptop that deletes again what it kept: one entry repeated itself, for ever."""


@pytest.mark.timeout(3600)
@settings(bounded, max_examples=HISTORIES // 2)
@given(data=st.binary(min_size=30, max_size=250), chance=chances(80))
@example(data=_REPEATS_ITSELF, chance=Chances(_REPEATS_ITSELF))
def test_the_order_of_imports_changes_no_question(shared: Shared, data: bytes, chance: random.Random) -> None:
    lines, found = history_of(data).everything(), []
    store = shared()
    for _ in range(2):
        chance.shuffle(lines)
        cut = chance.randrange(len(lines) + 1)
        with rolled_back(store):
            for part in (lines[:cut], lines[cut // 2 :]):
                receive(store, part, arrival=1)
            found.append(asked(store))
            assert count_contradictions(store.journal) == len(found[-1])
            for each in found[-1]:
                assert find_contradiction(store.journal, each.entity, each.key, each.fields[0]) == each
            rebuild(store.journal)
            assert asked(store) == found[-1]
    assert found[0] == found[1]


PLACE = ("attendance", key_of("cell"))
MARKS = ("present", "absent", "late", "excused")


def honest(chance: random.Random) -> tuple[list[bytes], dict[tuple[str, str], object]]:
    """Let three laptops mark one person, take that back and learn of each other; return what each said last.

    Whoever lets the row go says nothing of its fields any more.
    """
    laptops = [Laptop(digit * 32, chance.randrange(-5000, 5000)) for digit in "abc"]
    gone = dict.fromkeys("abc", True)
    last: dict[tuple[str, str], object] = {}
    for turn in range(chance.randrange(3, 14)):
        laptop = chance.choice(laptops)
        own = laptop.replica[0]
        if chance.random() < 0.15:
            laptop.learn([line for other in laptops for line in other.lines])
            gone[own] = not laptop.lines
        elif chance.random() < 0.35 and not gone[own]:
            laptop.write(NOON + turn, PLACE, {DELETED: True}, wide=True)
            last = {place: value for place, value in last.items() if place[0] != laptop.replica}
            gone[own] = True
        else:
            said = {"mark": chance.choice(MARKS), "missed": chance.randrange(3)}
            back = {DELETED: False} if gone[own] and laptop.lines else {}
            laptop.write(NOON + turn, PLACE, {**said, **back})
            last |= {(laptop.replica, name): value for name, value in said.items()}
            gone[own] = False
    return list(dict.fromkeys(line for each in laptops for line in each.lines)), last


@pytest.mark.timeout(3600)
@settings(bounded, max_examples=HISTORIES // 2)
@given(chance=chances(80))
def test_only_what_a_laptop_said_last_is_offered_and_one_answer_is_enough(
    shared: Shared, chance: random.Random
) -> None:
    lines, last = honest(chance)
    chance.shuffle(lines)
    store = shared()
    with rolled_back(store):
        receive(store, lines, arrival=1)
        for found in asked(store):
            keeps = [side for side in found.sides if side.values.get(DELETED) is not True]
            for side in keeps:
                told = {name: value for name, value in side.values.items() if name in ("mark", "missed")}
                assert told == {name: last.get((side.replica, name)) for name in told}
            assert keeps
            assert found.fields != (DELETED,) or len(keeps) < len(found.sides)
            answer = chance.choice(keeps)
            fields = dict(answer.values) if found.fields != (DELETED,) else dict(found.kept)
            fields |= {name: answer.values[name] for name in found.contested if name in answer.values}
            bring = False if found.fields == (DELETED,) else None
            store.journal.record(STEP, [Write(*PLACE, fields, delete=bring)])
            assert asked(store) == []
            shown = row(store, "attendance", "cell") or {}
            assert {name: shown.get(name) for name in fields} == fields
