"""Several desks write into one database on a server: each under its own id, none over what another wrote."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.faults import server_desks
from tests.faults.server_desks import ROOT
from tests.kit.postgres import postgres
from tests.kit.running import SECONDS
from tests.store.parts import KEY, SALT, STEP, Clock, assert_sound, key_of, put, row
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Entry, author_of, decode_entry
from trainer_app.domain.base.settings import DEVICE_CODE, OFFICE_CODE
from trainer_app.store.base.database import Turn
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.files import create_notes
from trainer_app.store.base.journal import Others
from trainer_app.store.base.server import create_on_server, open_on_server
from trainer_app.store.base.store import Store, create_store
from trainer_app.store.exchange.integrity import check_integrity
from trainer_app.store.exchange.receiving import Receiver

AUTHORS = tuple(f"{number:016x}" for number in range(1, 6))


@dataclass
class Office:
    """A server, and the desks that are open on it."""

    folder: Path
    clock: Clock = field(default_factory=Clock)
    desks: list[Store] = field(default_factory=list)

    def start(self, count: int) -> list[Store]:
        """Open so many desks, the first of which makes the tables."""
        address = postgres().create()
        for place, author in enumerate(AUTHORS[:count]):
            notes = create_notes(self.folder / f"desk-{place}.db", KEY, SALT)
            store = (
                open_on_server(address, self.clock, _pass, author=author, notes=notes)
                if place
                else create_on_server(address, self.clock, _pass, author, notes=notes)
            )
            store.journal.user = f"desk {place}"
            self.desks.append(store)
        return self.desks


def _pass(_replica: str, _number: int) -> None:
    pass


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path)
    yield made
    for each in made.desks:
        each.close()


def test_each_desk_writes_under_its_own_id(office: Office) -> None:
    first, second = office.start(2)
    put(first, "project", "p", code="A")
    put(second, "project", "p", donor="B")
    put(first, "project", "p", head="C")
    assert [author_of(each.journal.replica) for each in (first, second)] == [*AUTHORS[:2]]
    assert (first.journal.number, second.journal.number) == (2, 1)
    found = row(second, "project", "p")
    assert found is not None
    assert (found["code"], found["donor"], found["head"]) == ("A", "B", "C")
    assert first.journal.own_replicas() == second.journal.own_replicas()
    assert second.journal.replicas_of_desk() == [second.journal.replica]
    assert_sound(first)


def test_a_desk_that_is_opened_again_goes_on_under_its_id(office: Office) -> None:
    first, second = office.start(2)
    put(second, "project", "p", code="A")
    address = second.database.address  # type: ignore[attr-defined]
    again = open_on_server(address, office.clock, _pass, author=AUTHORS[1], notes=second.database.notes)
    office.desks.append(again)
    assert (again.journal.replica, again.journal.number) == (second.journal.replica, 1)
    # A second window of the same desk: numbers follow each other.
    put(again, "project", "p", code="B")
    put(second, "project", "p", code="C")
    assert second.journal.number == 3
    assert_sound(first)


def test_a_desk_undoes_what_it_did_itself(office: Office) -> None:
    first, second = office.start(2)
    put(first, "project", "p", code="A")
    put(second, "project", "q", code="B")
    put(first, "project", "p", code="C")
    second.history.undo()
    assert row(first, "project", "q") is None
    assert second.history.next_undo() is None
    first.history.undo()
    found = row(second, "project", "p")
    assert found is not None
    assert found["code"] == "A"
    assert second.history.next_redo() is not None
    second.history.redo()
    assert row(first, "project", "q") is not None
    assert [len(each.history.recent()) for each in (first, second)] == [2, 2]


def test_settings_of_a_computer_are_its_own(office: Office) -> None:
    first, second = office.start(2)
    first.change_setting(DEVICE_CODE, "O1")
    first.change_setting(OFFICE_CODE, "TJ")
    assert (second.setting(DEVICE_CODE), second.setting(OFFICE_CODE)) == ("", "TJ")
    second.change_setting(DEVICE_CODE, "O2")
    assert (first.setting(DEVICE_CODE), second.setting(DEVICE_CODE)) == ("O1", "O2")
    second.forget_setting(DEVICE_CODE)
    assert (first.setting(DEVICE_CODE), second.setting(DEVICE_CODE)) == ("O1", "")


def test_what_another_desk_wrote_is_noticed(office: Office) -> None:
    first, second = office.start(2)
    put(first, "project", "p", code="Z")
    others = Others(second.journal)
    put(first, "project", "p", code="A")
    assert others.look() == {("project", key_of("p"))}
    put(second, "project", "q", code="B")
    assert others.look() == frozenset()
    first.change_setting(OFFICE_CODE, "TJ")
    assert others.look() == {("setting", "")}


def lines(folder: Path, clock: Clock, write: Callable[[Store], object]) -> list[tuple[bytes, Entry]]:
    """Return what a laptop wrote."""
    folder.mkdir(exist_ok=True)
    laptop = create_store(folder / "laptop.db", KEY, SALT, clock, _pass)
    write(laptop)
    found = [(line, decode_entry(line)) for (line,) in laptop.database.select("SELECT line FROM entry")]
    laptop.close()
    return found


def many(store: Store, count: int = 300) -> None:
    """Write so many projects."""
    for number in range(count):
        put(store, "project", f"brought {number}", code=str(number))


class Import:
    """An import of one desk, in a thread of its own, which waits in the middle until it is let."""

    def __init__(self, store: Store, brought: list[tuple[bytes, Entry]]) -> None:
        self.holding, self.go = threading.Event(), threading.Event()
        self._store, self._brought = store, brought
        self._pool = ThreadPoolExecutor(1)
        self._done = self._pool.submit(self._run)
        assert self.holding.wait(SECONDS)

    def _run(self) -> int:
        try:
            with self._store.journal.transaction(Turn.BESIDE):
                new = Receiver(self._store.journal).receive(self._brought, arrival=1).new
                self.holding.set()
                assert self.go.wait(SECONDS)
            return new
        finally:
            self.holding.set()
            self._store.close()

    def end(self) -> int:
        """Let it go on, and wait for its end."""
        self.go.set()
        with self._pool:
            return self._done.result(SECONDS)


def test_others_write_while_one_imports(office: Office, tmp_path: Path) -> None:
    first, second, third = office.start(3)
    brought = lines(tmp_path, office.clock, many)
    taking = Import(first, brought)
    put(second, "project", "p", code="A")
    put(third, "project", "q", code="B")
    put(second, "project", "p", code="C")
    assert row(second, "project", "brought 7") is None
    assert taking.end() == 300
    assert row(second, "project", "brought 7") is not None
    assert row(first, "project", "p") is not None
    assert_sound(second)


def test_rows_of_an_import_are_held_and_the_others_are_told(office: Office, tmp_path: Path) -> None:
    first, second = office.start(2)
    shared = lines(tmp_path, office.clock, lambda store: put(store, "project", "p", code="A"))
    with first.journal.transaction():
        Receiver(first.journal).receive(shared, arrival=1)
    taking = Import(
        first, lines(tmp_path / "other", office.clock, lambda store: put(store, "project", "p", donor="D"))
    )
    with pytest.raises(TrainerError) as refused:
        put(second, "project", "p", head="E")
    assert refused.value.code == "server.row_importing"
    # Nothing else of the desk is hurt by it.
    put(second, "project", "q", code="B")
    taking.end()
    put(second, "project", "p", head="E")
    found = row(first, "project", "p")
    assert found is not None
    assert (found["donor"], found["head"]) == ("D", "E")
    assert_sound(first)


def test_a_row_that_both_bring_for_the_first_time_is_one_row(office: Office, tmp_path: Path) -> None:
    first, second = office.start(2)
    taking = Import(first, lines(tmp_path, office.clock, lambda store: put(store, "project", "p", donor="D")))
    with pytest.raises(TrainerError) as refused:
        put(second, "project", "p", head="E")
    assert refused.value.code == "server.row_importing"
    taking.end()
    put(second, "project", "p", head="E")
    found = row(first, "project", "p")
    assert found is not None
    assert (found["donor"], found["head"]) == ("D", "E")
    assert_sound(second)


def test_one_imports_at_a_time(office: Office, tmp_path: Path) -> None:
    first, second = office.start(2)
    brought = lines(tmp_path, office.clock, many)
    taking = Import(first, brought)
    for turn in (Turn.BESIDE, Turn.TRIAL, Turn.ALONE):
        with pytest.raises(TrainerError) as refused, second.journal.transaction(turn):
            raise AssertionError
        assert refused.value.code == "server.importing"
    taking.end()
    with second.journal.transaction(Turn.BESIDE):
        assert Receiver(second.journal).receive(brought, arrival=2).known == 300


def test_a_desk_that_is_killed_in_an_import_holds_nobody_up(office: Office, tmp_path: Path) -> None:
    first, second = office.start(2)
    address = first.database.address.text()  # type: ignore[attr-defined]
    command = [sys.executable, "-m", "tests.faults.server_desks", address, "4", "hold"]
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, text=True, cwd=ROOT, **streams) as dying:  # type: ignore[call-overload]
        assert dying.stdout.readline() == "holding\n"
        assert second.database.importing()
        with pytest.raises(TrainerError) as refused, second.journal.transaction(Turn.BESIDE):
            raise AssertionError
        assert refused.value.code == "server.importing"
        with pytest.raises(TrainerError) as refused:
            put(second, "course", "held", town="T")
        assert refused.value.code == "server.row_importing"
        dying.kill()
        dying.wait()
    # The server finds the end of its connection, and lets go of the lock and of the rows.
    while second.database.importing():
        pass
    put(second, "course", "held", town="T")
    with first.journal.transaction(Turn.BESIDE):
        assert Receiver(first.journal).receive(lines(tmp_path, office.clock, many), arrival=1).new == 300
    assert_sound(first)


def test_what_is_lost_in_a_run_of_desks_would_be_seen(office: Office) -> None:
    (first,) = office.start(1)
    put(first, "project", "counted", donor="1")
    told = server_desks.Told({first.journal.replica: 1}, counted=1)
    assert server_desks.what_is_wrong(first, told, exact=True) == []
    told.take(f"wrote {first.journal.replica} 2 count")
    assert [each.split(maxsplit=1)[0] for each in server_desks.what_is_wrong(first, told, exact=True)] == [
        "1",
        "counted",
    ]
    first.database.run("UPDATE project SET donor = 'another'")
    assert len(server_desks.what_is_wrong(first, told, exact=True)) == 4


def test_a_child_brought_by_an_import_is_found_without_its_parent(office: Office, tmp_path: Path) -> None:
    """Each alone sees both rows in order: the parent goes at one desk while its child comes at the other."""
    first, second = office.start(2)
    put(second, "course", "c", town="T")
    child = lines(
        tmp_path, office.clock, lambda store: put(store, "session", "s", course=key_of("c"), place="R")
    )
    taking = Import(first, child)
    second.journal.record(STEP, [Write("course", key_of("c"), delete=True)])
    taking.end()
    report = check_integrity(second.journal)
    assert report.problems == ()
    assert second.database.select("SELECT count(*) FROM orphan") == [(1,)]


def test_who_gets_no_number_holds_nobody_up(office: Office) -> None:
    first, second = office.start(2)
    last = (1 << 63) - 1
    first.database.select("SELECT setval('row_number', ?)", last)
    # The connection stays open, and with it every lock that it had not let go.
    with pytest.raises(TrainerError):
        first.database.take_numbers(1)
    assert first.database.select("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'") == [(0,)]
    second.database.select("SELECT setval('row_number', ?)", 1000)
    assert second.database.take_numbers(5) == 1001
    assert first.database.take_numbers(1) == 1006
