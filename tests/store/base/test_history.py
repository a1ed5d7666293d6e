"""Undo and redo: exact, refused where they would hide something, and kept over a restart."""

import random
from collections.abc import Callable

import pytest

from tests.store.history_model import Model, Refused
from tests.store.parts import (
    STEP,
    Bench,
    assert_sound,
    bring_back,
    delete,
    exchange,
    key_of,
    last_entry,
    lines_of,
    put,
    receive,
    row,
    waiting,
)
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.store import Store
from trainer_app.store.exchange.integrity import digest_of, shown_rows

NAMES = ("one", "two", "three")


def refusal(act: Callable[[], object]) -> str:
    """Return the code with which something is refused."""
    with pytest.raises(TrainerError) as refused:
        act()
    return refused.value.code


def shown(store: Store) -> dict[str, dict[str, object]]:
    """Return what the tables show of the people that the tests name."""
    names = {key_of(name): name for name in NAMES}
    return {names[found[1]]: found[2] for found in shown_rows(store.journal) if found[0] == "person"}


def both(act: Callable[[], object], model: Callable[[], object]) -> str:
    """Do the same on both sides: both succeed, or both refuse for the same reason, which is returned."""
    expected = ""
    try:
        model()
    except Refused as refused:
        expected = f"history.{refused}"
    if expected:
        assert refusal(act) == expected
    else:
        act()
    return expected


def one_action(store: Store, model: Model, chance: random.Random) -> str:
    """Do one random thing on both sides; return why it was refused, if it was."""
    name = chance.choice(NAMES)
    fields = {
        field: chance.choice(("A", "B", None)) for field in chance.sample(("family", "given", "unit"), 2)
    }
    match chance.randrange(12):
        case 0:
            return both(lambda: delete(store, "person", name), lambda: model.delete(name))
        case 1:
            return both(lambda: bring_back(store, "person", name), lambda: model.bring_back(name))
        case 2 | 3 | 4:
            return both(store.history.undo, model.undo)
        case 5 | 6:
            return both(store.history.redo, model.redo)
        case 7 if model.steps:
            place = chance.randrange(len(model.steps))
            return both(lambda: store.history.undo_step(place + 1), lambda: model.undo_step(place))
        case 8:
            other = chance.choice(NAMES)
            writes = [Write("person", key_of(name), fields), Write("person", key_of(other), {"unit": "C"})]
            return both(
                lambda: store.journal.record(STEP, writes),
                lambda: model.put((name, fields), (other, {"unit": "C"})),
            )
        case _:
            return both(lambda: put(store, "person", name, **fields), lambda: model.put((name, fields)))


@pytest.mark.parametrize("seed", range(12))
def test_long_random_sequences_equal_the_model(bench: Bench, seed: int) -> None:
    chance = random.Random(seed)
    store, model = bench.create("own"), Model()
    for number in range(120):
        one_action(store, model, chance)
        assert shown(store) == model.shown(), number
        if number % 40 == 39:
            store.close()
            store = bench.open("own")
    steps = [step for step in reversed(model.steps) if step.kind != "undo"]
    assert [step.undone for step in store.history.recent(500)] == [step.undone for step in steps]
    assert_sound(store)


def test_random_sequences_reach_every_refusal(bench: Bench) -> None:
    chance = random.Random(99)
    store, model = bench.create("own"), Model()
    refused = {one_action(store, model, chance) for _ in range(300)}
    words = ("changed_since", "nothing_to_redo", "nothing_to_undo", "undone_already", "unknown_step")
    assert refused == {"", *(f"history.{word}" for word in words)}


def test_undo_and_redo_of_everything_and_back(store: Store) -> None:
    digests = [digest_of(store.journal)]
    for number in range(6):
        put(store, "person", NAMES[number % 3], family=f"{number}", given="x" if number % 2 else None)
        digests.append(digest_of(store.journal))
    for expected in reversed(digests[:-1]):
        store.history.undo()
        assert digest_of(store.journal) == expected
    assert refusal(store.history.undo) == "history.nothing_to_undo"
    for expected in digests[1:]:
        store.history.redo()
        assert digest_of(store.journal) == expected
    assert refusal(store.history.redo) == "history.nothing_to_redo"
    for expected in reversed(digests[:-1]):
        store.history.undo()
        assert digest_of(store.journal) == expected
    assert_sound(store)


def test_a_new_step_ends_the_chain_of_redo(store: Store) -> None:
    put(store, "person", "one", family="A")
    put(store, "person", "one", family="B")
    store.history.undo()
    put(store, "person", "two", family="C")
    assert refusal(store.history.redo) == "history.nothing_to_redo"
    store.history.undo()
    store.history.redo()
    assert shown(store) == {"one": {"family": "A"}, "two": {"family": "C"}}


def test_labels_are_those_of_the_step(store: Store) -> None:
    label = Label("attendance.step.mark", {"number": 7})
    store.journal.record(label, [Write("person", key_of("one"), {"family": "A"})])
    assert store.history.next_redo() is None
    changes = store.history.undo()
    assert changes.label == label
    assert changes.touched == {("person", key_of("one"))}
    step = store.history.next_redo()
    assert step is not None
    assert step.label == label
    assert [found.undone for found in store.history.recent()] == [True]
    assert store.history.next_undo() is None


def test_undo_survives_reopening(store: Store, bench: Bench) -> None:
    put(store, "person", "one", family="A")
    put(store, "person", "one", family="B")
    store.history.undo()
    store.close()
    again = bench.open("own")
    again.history.redo()
    assert shown(again) == {"one": {"family": "B"}}
    again.history.undo()
    again.history.undo()
    assert shown(again) == {}
    again.history.redo()
    assert shown(again) == {"one": {"family": "A"}}


def test_undo_works_under_a_new_replica_id(store: Store) -> None:
    put(store, "person", "one", family="A")
    put(store, "person", "one", family="B")
    store.journal.take_new_replica()
    store.history.undo()
    assert shown(store) == {"one": {"family": "A"}}
    assert last_entry(store)["n"] == 1
    assert_sound(store)


@pytest.mark.parametrize("how", ["other value", "same value", "other field", "deleted"])
def test_what_others_did_since_is_not_hidden(bench: Bench, how: str) -> None:
    own, other = bench.create("own"), bench.create("other")
    put(own, "person", "one", family="A", given="X")
    exchange(own, other)
    put(own, "person", "one", family="B")
    exchange(own, other)
    if how == "other value":
        put(other, "person", "one", family="C")
    elif how == "same value":
        put(other, "person", "one", family="C")
        put(other, "person", "one", family="B")
    elif how == "other field":
        put(other, "person", "one", given="Y")
    else:
        delete(other, "person", "one")
    exchange(own, other)
    before = lines_of(own)
    if how in ("other value", "deleted"):
        assert refusal(own.history.undo) == "history.changed_since"
        assert lines_of(own) == before
        assert [step.undone for step in own.history.recent()] == [False, False]
    else:
        own.history.undo()
        assert shown(own)["one"]["family"] == "A"
    assert_sound(own)


def test_a_contradiction_that_came_since_is_not_hidden(bench: Bench) -> None:
    own, other = bench.create("own"), bench.create("other")
    put(own, "person", "one", family="A")
    exchange(own, other)
    put(own, "person", "one", family="B")
    put(other, "person", "one", family="C")
    exchange(own, other)
    assert refusal(own.history.undo) == "history.changed_since"


def test_what_was_created_is_not_taken_away_once_others_added_to_it(bench: Bench) -> None:
    own, other = bench.create("own"), bench.create("other")
    put(own, "person", "one", family="A")
    exchange(own, other)
    put(other, "person", "one", phone="1")
    exchange(own, other)
    assert refusal(own.history.undo) == "history.changed_since"
    put(other, "person", "one", phone=None)
    exchange(own, other)
    own.history.undo()
    assert shown(own) == {}


def test_what_was_brought_back_is_not_taken_away_once_others_added_to_it(bench: Bench) -> None:
    own, other = bench.create("own"), bench.create("other")
    put(own, "person", "one", family="A")
    own.history.undo()
    own.history.redo()
    exchange(own, other)
    put(other, "person", "one", phone="1")
    exchange(own, other)
    assert refusal(own.history.undo) == "history.changed_since"


def contested(bench: Bench) -> Store:
    """Return a store where two marks wait for a decision: late 20, and excused, which is shown."""
    own, other = bench.create("own"), bench.create("other")
    put(own, "attendance", "one", mark="present", missed=0)
    exchange(own, other)
    put(own, "attendance", "one", mark="late", missed=20)
    put(other, "attendance", "one", mark="excused", missed=0)
    exchange(own, other)
    assert row(own, "attendance", "one") == {"mark": "excused", "missed": 0}
    return own


@pytest.mark.parametrize(("mark", "missed"), [("late", 20), ("excused", 0), ("absent", 0)])
def test_undoing_a_decision_opens_it_again(bench: Bench, mark: str, missed: int) -> None:
    own = contested(bench)
    put(own, "attendance", "one", mark=mark, missed=missed)
    assert waiting(own, "attendance", "one") == set()
    own.history.undo()
    assert row(own, "attendance", "one") == {"mark": "excused", "missed": 0}
    assert waiting(own, "attendance", "one") == {"mark", "missed"}
    state = own.journal.projector.load([("attendance", key_of("one"))])["attendance", key_of("one")]
    assert {head.value for head in state.heads("mark")} == {"late", "excused"}
    own.history.redo()
    assert row(own, "attendance", "one") == {"mark": mark, "missed": missed}
    assert waiting(own, "attendance", "one") == set()
    own.history.undo()
    assert waiting(own, "attendance", "one") == {"mark", "missed"}
    assert_sound(own)


@pytest.mark.parametrize("decision", ["keep", "delete"])
def test_undoing_a_decision_about_a_delete_opens_it_again(bench: Bench, decision: str) -> None:
    own, other = bench.create("own"), bench.create("other")
    put(own, "attendance", "one", mark="present", missed=0)
    exchange(own, other)
    put(own, "attendance", "one", mark="late", missed=20)
    delete(other, "attendance", "one")
    exchange(own, other)
    (bring_back if decision == "keep" else delete)(own, "attendance", "one")
    settled = row(own, "attendance", "one")
    assert waiting(own, "attendance", "one") == set()
    for _ in range(2):
        own.history.undo()
        assert row(own, "attendance", "one") == {"mark": "late", "missed": 20}
        assert waiting(own, "attendance", "one") == {"_deleted"}
        own.history.redo()
        assert row(own, "attendance", "one") == settled
        assert waiting(own, "attendance", "one") == set()
    exchange(own, other)
    assert digest_of(own.journal) == digest_of(other.journal)
    assert_sound(own)


def test_a_decision_that_others_opened_again_is_not_hidden(bench: Bench) -> None:
    own = contested(bench)
    put(own, "attendance", "one", mark="absent", missed=0)
    own.history.undo()
    third = bench.create("third")
    receive(third, lines_of(own), arrival=1)
    put(third, "attendance", "one", mark="late", missed=20)
    exchange(own, third)
    assert refusal(own.history.redo) == "history.changed_since"


def test_a_step_whose_entry_was_erased_cannot_be_undone(store: Store) -> None:
    from tests.domain.worlds import erased

    put(store, "person", "one", family="A")
    receive(store, [erased(line) for line in lines_of(store)], arrival=1)
    assert row(store, "person", "one") is None
    assert refusal(store.history.undo) == "history.changed_since"
    assert_sound(store)


def test_unknown_steps_are_refused(store: Store) -> None:
    put(store, "person", "one", family="A")
    store.history.undo()
    assert refusal(lambda: store.history.undo_step(77)) == "history.unknown_step"
    assert refusal(lambda: store.history.undo_step(2)) == "history.unknown_step"
    assert refusal(lambda: store.history.undo_step(1)) == "history.undone_already"


@pytest.mark.files("only a file is told by a pragma to refuse")
def test_a_failed_undo_leaves_everything(store: Store) -> None:
    put(store, "person", "one", family="A")
    digest = digest_of(store.journal)
    store.database.run("PRAGMA query_only = 1")
    assert refusal(store.history.undo) == "disk.read_only"
    store.database.run("PRAGMA query_only = 0")
    assert digest_of(store.journal) == digest
    store.history.undo()
    assert shown(store) == {}
    assert_sound(store)
