"""What is read once is read again after any change, by whomever it was made, and forgotten with the key."""

import threading
from pathlib import Path

import pytest

from tests.domain.worlds import erased
from tests.store.parts import Bench, key_of, lines_of, put, receive, rolled_back
from trainer_app.domain.base.errors import TrainerError
from trainer_app.store.base.database import Database
from trainer_app.store.base.files import create_database, open_database
from trainer_app.store.people.people import find_people, people_by_key

KEY, SALT = bytes(range(32)), bytes(range(16))


class Counter:
    """Counts how often the table was read."""

    def __init__(self, database: Database) -> None:
        self.database, self.reads = database, 0

    def ask(self) -> list[tuple[object, ...]]:
        """Return the rows, remembered."""
        return self.database.remembered("rows", self._read)

    def _read(self) -> list[tuple[object, ...]]:
        self.reads += 1
        return self.database.rows("SELECT name FROM thing ORDER BY name")


@pytest.fixture
def counter(tmp_path: Path) -> Counter:
    """Make a table of one row."""
    database = create_database(tmp_path / "x.db", KEY, SALT)
    database.run("CREATE TABLE thing (name TEXT)")
    database.run("INSERT INTO thing VALUES ('a')")
    return Counter(database)


def test_nothing_is_read_twice_while_nothing_changes(counter: Counter) -> None:
    assert counter.ask() is counter.ask()
    assert counter.reads == 1


def test_a_change_is_seen_at_once(counter: Counter) -> None:
    counter.ask()
    counter.database.run("UPDATE thing SET name = 'b'")
    assert counter.ask() == [("b",)]
    counter.database.run("DELETE FROM thing")
    assert counter.ask() == []


def _change_and_fail(counter: Counter, name: str) -> None:
    with counter.database.write():
        counter.database.run("UPDATE thing SET name = ?", name)
        assert counter.ask() == [(name,)]
        raise RuntimeError


def test_what_was_taken_back_is_not_remembered(counter: Counter) -> None:
    counter.ask()
    with pytest.raises(RuntimeError):
        _change_and_fail(counter, "b")
    assert counter.ask() == [("a",)]
    with counter.database.write():
        counter.database.run("UPDATE thing SET name = 'c'")
        with pytest.raises(RuntimeError):
            _change_and_fail(counter, "d")
        assert counter.ask() == [("c",)]
    assert counter.ask() == [("c",)]


def test_a_change_of_another_connection_is_seen(counter: Counter) -> None:
    counter.ask()
    other = open_database(counter.database.path, KEY, SALT)
    other.run("UPDATE thing SET name = 'b'")
    other.close()
    assert counter.ask() == [("b",)]


def test_threads_remember_by_themselves(counter: Counter) -> None:
    counter.ask()
    seen: list[object] = []

    def look() -> None:
        seen.append(counter.ask())
        counter.database.run("UPDATE thing SET name = 'b'")
        seen.append(counter.ask())
        counter.database.close()

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert seen == [[("a",)], [("b",)]]
    assert counter.ask() == [("b",)]


def test_nothing_is_remembered_without_the_key(counter: Counter) -> None:
    counter.ask()
    counter.database.seal()
    with pytest.raises(TrainerError) as caught:
        counter.ask()
    assert caught.value.code == "workplace.locked"
    counter.database.unseal(KEY)
    assert counter.ask() == [("a",)]
    assert counter.reads == 2


def test_what_is_read_from_one_table_survives_a_change_of_another(bench: Bench) -> None:
    store = bench.create("own")
    put(store, "person", "0", family="A")
    everybody = people_by_key(store.database)
    put(store, "course", "0", code="K")
    store.history.undo()
    assert people_by_key(store.database) is everybody
    put(store, "person", "0", family="B")
    assert [person.family for person in people_by_key(store.database).values()] == ["B"]
    store.history.undo()
    assert [person.family for person in people_by_key(store.database).values()] == ["A"]
    with rolled_back(store):
        put(store, "person", "1", family="C")
        assert len(people_by_key(store.database)) == 2
    assert len(people_by_key(store.database)) == 1
    with store.journal.transaction():
        receive(store, [erased(line) for line in lines_of(store) if b"person" in line])
    assert len(people_by_key(store.database)) == 0


def test_what_is_read_from_one_table_is_read_again_after_another_connection_wrote(bench: Bench) -> None:
    store = bench.create("own")
    assert not people_by_key(store.database)
    other = bench.open("own")
    put(other, "person", "0", family="A")
    assert len(people_by_key(store.database)) == 1


def test_what_was_not_asked_for_longest_is_forgotten_first(counter: Counter) -> None:
    counter.ask()
    for number in range(160):
        counter.database.remembered(f"other {number}", list)
        if number < 150:
            counter.ask()
    assert counter.reads == 1
    for number in range(160):
        counter.database.remembered(f"other {number}", list)
    counter.ask()
    assert counter.reads == 2


def test_people_asked_for_one_by_one_are_the_same_people(bench: Bench) -> None:
    store = bench.create("own")
    for number in range(150):
        put(store, "person", f"{number}", family=f"{number}")
    everybody, asked = people_by_key(store.database), find_people(store.database)
    for number in (149, 3, 70, 0):
        assert asked[key_of(f"{number}")] == everybody[key_of(f"{number}")]
    assert dict(asked) == dict(everybody)
    assert len(asked) == 150
    with pytest.raises(KeyError):
        asked[key_of("nobody")]
    assert asked.get("no key") is None
    put(store, "person", "3", family="other")
    assert find_people(store.database)[key_of("3")].family == "other"
