"""What is read once is read again after any change, by whomever it was made, and forgotten with the key."""

import threading
from pathlib import Path

import pytest

from tests.domain.worlds import erased
from tests.kit.postgres import statements_of
from tests.store.parts import Bench, key_of, lines_of, put, receive, rolled_back
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.settings import OFFICE_CODE, ROOTS, TRUST
from trainer_app.store.attendance.marks import marks_of_course
from trainer_app.store.attendance.marks import read_ahead as read_marks_ahead
from trainer_app.store.base.database import Database
from trainer_app.store.base.files import create_database, open_database
from trainer_app.store.base.models import MODELS
from trainer_app.store.base.object_ids import find_number, find_numbers
from trainer_app.store.base.store import Store, read_settings_ahead
from trainer_app.store.courses import courses
from trainer_app.store.people.people import find_people, get_person, people_by_key, read_ahead

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


def _write_and_fail(store: Store, seen: list[list[str]]) -> None:
    with store.journal.transaction():
        seen.append(_remembered(store, "person"))
        put(store, "person", "two", family="taken back")
        seen += [_remembered(store, "person"), _remembered(store, "course")]
        raise RuntimeError


def _remembered(store: Store, entity: str) -> list[str]:
    return store.database.remembered(f"all of {entity}", lambda: _names(store, entity), (entity,))


def _names(store: Store, entity: str) -> list[str]:
    model = MODELS[entity]
    column = model.family if entity == "person" else model.code
    return sorted(name for (name,) in store.database.select(model.select(column)))


def test_a_transaction_keeps_what_it_reads_beside_what_it_writes(bench: Bench, on_server: bool) -> None:
    store = bench.create("own")
    put(store, "person", "one", family="stays")
    put(store, "course", "first", code="ДВ-1")
    seen: list[list[str]] = []
    with pytest.raises(RuntimeError):
        _write_and_fail(store, seen)
    assert seen == [["stays"], ["stays", "taken back"], ["ДВ-1"]]
    with statements_of(store.database) as asked:
        assert _remembered(store, "course") == ["ДВ-1"]
    assert ("SELECT" in "".join(asked) and "course" in "".join(asked)) is on_server, "in a file it is known"
    assert _remembered(store, "person") == ["stays"], "what was taken back is not"


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


def test_within_one_moment_a_question_is_asked_once(bench: Bench) -> None:
    store, other = bench.create("own"), bench.open("own")
    put(store, "person", "0", family="A")
    with store.database.still():
        first = get_person(store.database, key_of("0"))
        with statements_of(store.database) as asked:
            put(other, "person", "0", family="B")
            assert get_person(store.database, key_of("0")) == first
        assert asked == []
    found = get_person(store.database, key_of("0"))
    assert found is not None
    assert found.family == "B"


@pytest.mark.files
def test_what_is_written_within_one_moment_is_seen_in_it(bench: Bench) -> None:
    store = bench.create("own")
    with store.database.still():
        assert store.setting(OFFICE_CODE) == ""
        store.change_setting(OFFICE_CODE, "DSH")
        assert store.setting(OFFICE_CODE) == "DSH"


def test_answers_are_not_kept_without_end(bench: Bench) -> None:
    store = bench.create("own")
    put(store, "course", "0", code="K", title_tg="K")
    for number in range(80):
        put(store, "session", f"{number}", course=key_of("0"), day="2026-10-05", start=number, end=900)
    with store.database.still():
        numbers = find_numbers(store.database, [("course", key_of("0"))])
        for _ in range(2):
            with statements_of(store.database) as asked:
                rows = store.database.select(courses._SESSIONS.statement, *numbers.values())
            assert (len(rows), len(asked)) == (80, 1)
        for number in range(300):
            find_number(store.database, "course", key_of(f"unknown {number}"))
        with statements_of(store.database) as asked:
            find_number(store.database, "course", key_of("unknown 0"))
        assert len(asked) == 1


def test_several_settings_are_read_in_one_question(bench: Bench) -> None:
    store, other = bench.create("own"), bench.open("own")
    store.change_setting(OFFICE_CODE, "DSH")
    with store.database.still(), statements_of(store.database) as asked:
        read_settings_ahead(store.database, OFFICE_CODE, TRUST)
        other.change_setting(OFFICE_CODE, "KHJ")
        assert (store.setting(OFFICE_CODE), store.setting(TRUST)) == ("DSH", None)
        assert len(asked) == 1
        assert store.setting(ROOTS) == []
        assert len(asked) == 2
    assert store.setting(OFFICE_CODE) == "KHJ"
    # Elsewhere nothing can be known ahead, and nothing is asked for it.
    with statements_of(store.database) as asked:
        read_settings_ahead(store.database, OFFICE_CODE, TRUST)
    assert asked == []


def test_a_number_is_looked_up_once(bench: Bench) -> None:
    store = bench.create("own")
    for name in ("0", "1"):
        put(store, "person", name, family=name)
    rows = [("person", key_of(name)) for name in ("0", "1")]
    found = find_numbers(store.database, rows)
    with statements_of(store.database) as asked:
        assert [find_number(store.database, *row) for row in rows] == [found[row] for row in rows]
        assert find_numbers(store.database, rows) == found
    assert asked == []
    assert find_number(store.database, "course", key_of("0")) is None
    store.close()
    with statements_of(store.database) as asked:
        assert find_number(store.database, *rows[0]) == found[rows[0]]
    assert len(asked) == 1


def test_a_number_that_was_taken_back_is_not_known(bench: Bench) -> None:
    store = bench.create("own")
    with rolled_back(store):
        put(store, "person", "0", family="A")
        for _ in range(2):
            taken = find_number(store.database, "person", key_of("0"))
            assert taken is not None
            assert find_numbers(store.database, [("person", key_of("0"))]) == {("person", key_of("0")): taken}
    assert find_number(store.database, "person", key_of("0")) is None
    assert find_numbers(store.database, [("person", key_of("0"))]) == {}


def _three_courses(store: Store) -> list[str]:
    """Write courses of 0, 1 and 2 people with as many sessions and marks; return their keys."""
    keys = [key_of(f"course {place}") for place in range(3)]
    for place in range(3):
        put(store, "course", f"course {place}", code=f"K{place}", title_tg="K")
        for number in range(place):
            name = f"{place} {number}"
            put(store, "person", name, family=name)
            put(store, "enrolment", name, course=keys[place], person=key_of(name), number=number)
            put(store, "session", name, course=keys[place], day="2026-10-05", start=600 - number, end=700)
            marked = {"enrolment": key_of(name), "session": key_of(name), "mark": "late", "missed": number}
            put(store, "attendance", name, **marked)
    return keys


def test_courses_that_are_read_ahead_are_those_that_are_read_one_by_one(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, other = bench.create("own"), bench.open("own")
    monkeypatch.setattr(type(store.database), "ahead_from", 2)
    keys = _three_courses(store)

    def read(database: Database) -> list[object]:
        readers = (courses.get_course, courses.list_sessions, courses.list_enrolments)
        return [reader(database, key) for key in keys for reader in readers]

    one_by_one = read(other.database)
    with store.database.still():
        numbers = find_numbers(store.database, [("course", key) for key in keys])
        ahead = {key: numbers["course", key] for key in keys}
        with statements_of(store.database) as asked:
            courses.read_ahead(store.database, ahead)
            assert read(store.database) == one_by_one
        # With who works there, the number of the last write, and what tells whether a course was put away.
        assert len(asked) <= 6
        with statements_of(store.database) as asked:
            courses.read_ahead(store.database, ahead)
        assert len(asked) == 1, "what is remembered is not read again, but who works there"


def test_marks_that_are_read_ahead_are_those_that_are_read_one_by_one(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, other = bench.create("own"), bench.open("own")
    monkeypatch.setattr(type(store.database), "ahead_from", 2)
    keys = _three_courses(store)
    one_by_one = [marks_of_course(other.database, key) for key in keys]
    assert [len(marks) for marks in one_by_one] == [0, 1, 2]
    with store.database.still(few=True):
        numbers = find_numbers(store.database, [("course", key) for key in keys])
        read_marks_ahead(store.database, {key: numbers["course", key] for key in keys})
        with statements_of(store.database) as asked:
            assert [marks_of_course(store.database, key) for key in keys] == one_by_one
    assert not any('"attendance" AS' in sql for sql in asked)


def test_a_file_is_asked_ahead_about_many_rows_only(bench: Bench) -> None:
    store = bench.create("own")
    keys = [key_of(f"course {place}") for place in range(store.database.ahead_from)]
    for place in range(len(keys)):
        put(store, "course", f"course {place}", code=f"K{place}", title_tg="K")
    for asked_for in (keys[:-1], keys):
        with store.database.still():
            numbers = find_numbers(store.database, [("course", key) for key in asked_for])
            with statements_of(store.database) as asked:
                courses.read_ahead(store.database, {key: numbers["course", key] for key in asked_for})
            assert any("json_each" in sql or "ANY" in sql for sql in asked) is (asked_for is keys)


def test_people_that_are_read_ahead_are_not_asked_for_again(bench: Bench) -> None:
    store = bench.create("own")
    for number in range(5):
        put(store, "person", f"{number}", family=f"{number}")
    keys = [key_of(f"{number}") for number in (0, 3, 4)]
    read_ahead(store.database, [*keys, key_of("nobody")])
    people = find_people(store.database)
    with store.database.still():
        find_people(store.database)
        with statements_of(store.database) as asked:
            assert [people[key].family for key in keys] == ["0", "3", "4"]
        assert asked == []
