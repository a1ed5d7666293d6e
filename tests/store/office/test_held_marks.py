"""How many marks everybody has in held sessions: counted of all by spans of sessions, of some one by one."""

import itertools

import pytest

from tests.store.parts import Bench, put
from trainer_app.domain.base.journal import derive_key
from trainer_app.store.base.object_ids import key_text
from trainer_app.store.base.store import Store
from trainer_app.store.office.reports import count_held, course_numbers

COURSES = ("a", "b")


def marks_of(store: Store) -> dict[str, tuple[int, str]]:
    """Return (marks, course) by the name of the enrolment, as counted of all.

    It is the same as counted of every course, which looks every session up.
    """
    numbers = course_numbers(store.database)
    found = count_held(store.database, None)
    assert found == count_held(store.database, list(numbers.values()))
    names = {numbers[_key("course", name)]: name for name in COURSES} | {0: ""}
    keys = {
        number: key_text(raw)
        for number, raw in store.database.select(
            "SELECT e.id, r.key FROM enrolment AS e JOIN registry AS r ON r.id = e.id"
        )
    }
    people = {_key("enrolment", name): name for name in ("anna", "bek", "carl")}
    return {people[keys[number]]: (marks, names[course]) for number, (marks, course) in found.items()}


def _key(entity: str, name: str) -> str:
    return derive_key("test", f"{entity} {name}")


def _put(store: Store, entity: str, name: str, **fields: object) -> None:
    put(store, entity, f"{entity} {name}", **fields)


@pytest.fixture
def store(bench: Bench) -> Store:
    """Two courses; Anna and Carl stand on the list of the one, Bek on that of the other."""
    made = bench.create("own")
    for name in COURSES:
        _put(made, "course", name, code=name)
    for name, course in (("anna", "a"), ("bek", "b"), ("carl", "a")):
        _put(made, "person", name, family=name)
        _put(made, "enrolment", name, course=_key("course", course), person=_key("person", name))
    return made


def add_session(store: Store, name: str, course: str, state: str = "held") -> None:
    _put(store, "session", name, course=_key("course", course), day="2018-10-17", state=state)


def mark(store: Store, who: str, *sessions: str, given: str = "present") -> None:
    for session in sessions:
        at = {"enrolment": _key("enrolment", who), "session": _key("session", session)}
        _put(store, "attendance", f"{who} {session}", **at, mark=given)


def test_sessions_one_after_the_other_need_no_look_at_each(store: Store) -> None:
    for name in ("1", "2", "3"):
        add_session(store, name, "a")
    mark(store, "anna", "1", "3")
    mark(store, "carl", "1", "2", "3", given="late")
    assert marks_of(store) == {"anna": (2, "a"), "carl": (3, "a")}


def test_a_session_that_was_not_held_between_two_counts_for_nobody(store: Store) -> None:
    for name, state in (("1", "held"), ("2", "cancelled"), ("3", "held")):
        add_session(store, name, "a", state)
    mark(store, "anna", "1", "2", "3")
    mark(store, "carl", "2")
    assert marks_of(store) == {"anna": (2, "a")}


def test_a_session_of_another_course_between_two_is_told_apart(store: Store) -> None:
    for name, course in (("1", "a"), ("2", "b"), ("3", "a")):
        add_session(store, name, course)
    mark(store, "anna", "1", "2", "3")
    mark(store, "bek", "2")
    mark(store, "carl", "1", "3")
    assert marks_of(store) == {"anna": (3, ""), "bek": (1, "b"), "carl": (2, "a")}


def test_a_mark_whose_session_is_not_here_yet_counts_when_it_comes(store: Store) -> None:
    """The number is there with the mark, between those of two sessions that are held."""
    add_session(store, "1", "a")
    mark(store, "anna", "1", "2")
    add_session(store, "3", "a")
    mark(store, "anna", "3")
    mark(store, "carl", "1", "3")
    assert marks_of(store) == {"anna": (2, "a"), "carl": (2, "a")}
    add_session(store, "2", "a")
    assert marks_of(store) == {"anna": (3, "a"), "carl": (2, "a")}


def test_no_mark_and_an_unknown_one_count_for_nobody(store: Store) -> None:
    add_session(store, "1", "a")
    add_session(store, "2", "a")
    mark(store, "anna", "1")
    mark(store, "anna", "2", given="of a later version")
    mark(store, "carl", "1", given="")
    assert marks_of(store) == {"anna": (1, "a")}


def test_any_states_and_courses_give_the_same_as_looking_each_up(store: Store) -> None:
    kinds = list(itertools.product(COURSES, ("held", "planned")))
    for place, ((first, one), (second, two)) in enumerate(itertools.product(kinds, kinds)):
        add_session(store, f"{place}", first, one)
        add_session(store, f"{place} next", second, two)
        mark(store, "anna", f"{place}")
        mark(store, "carl", f"{place}", f"{place} next")
    held = sum(one == "held" for (_, one), _ in itertools.product(kinds, kinds))
    assert marks_of(store) == {"anna": (held, ""), "carl": (2 * held, "")}
