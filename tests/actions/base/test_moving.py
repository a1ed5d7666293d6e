"""An office moves to its own server and back: all of it, once, wherever it is stopped."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.kit.postgres import PostgresServer, postgres, trusted
from tests.kit.samples import CHEAP, OFFICE, PASSPHRASE, SERIES
from tests.kit.world import Story, computer
from tests.kit.writing import Room, write_course
from trainer_app.actions.base import (
    data_key,
    key_renewal,
    moving,
    server_home,
    sync_status,
    workplace,
    workplace_key,
)
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.exchange import importing, sending
from trainer_app.actions.office import backups, office, rebuilding
from trainer_app.actions.office.backups import Opening
from trainer_app.bundle import vault
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.server_address import DatabaseState, ServerAddress
from trainer_app.domain.base.settings import MOVED_TO
from trainer_app.domain.base.structs import replace as replace_struct
from trainer_app.store.base.files import open_database
from trainer_app.store.base.server import ServerDatabase
from trainer_app.store.base.store import setting_of
from trainer_app.store.exchange.integrity import digest_of
from trainer_app.system.folders import DataFolder


def write_another(work: Workplace) -> None:
    """Write a course of its own."""
    code = f"A{len(courses.list_courses(work))}"
    write_course(work, replace(SERIES, project=None, draft=replace_struct(SERIES.draft, code=code)))


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> PostgresServer:
    trusted(monkeypatch)
    return postgres()


def take_in_and_write(story: Story) -> None:
    """Let the office take in a laptop's file and have a course of its own."""
    bureau = story.works["office"]
    importing.import_files(bureau, [sending.export(story.works["trainer"], story.stick).file])
    write_another(bureau)


@pytest.fixture
def begins() -> Sequence[Callable[[Story], None]]:
    return (take_in_and_write,)


@pytest.fixture
def filled(bureau: Workplace, joined: Workplace, room: Room, stick: Path) -> Workplace:
    """Return an office that has taken in a laptop's file and has a course of its own."""
    return bureau


@pytest.fixture
def opened() -> Iterator[list[Workplace]]:
    """Return where workplaces go that are closed after a test."""
    made: list[Workplace] = []
    yield made
    for each in made:
        each.close()


def again(work: Workplace) -> Workplace:
    """Open a folder with its passphrase, as at a start."""
    work.close()
    return workplace.open_workplace(work.folder, PASSPHRASE, clock=work.clock)


def state_of(address: ServerAddress) -> DatabaseState:
    with closing(ServerDatabase(address)) as database:
        return database.standing().state


def file_says(work: Workplace) -> str:
    """Return on which server the data are, as the file of a folder has it."""
    with closing(open_database(work.folder.database, work.key.key, work.key.salt)) as database:
        return setting_of(database, MOVED_TO)


def can_work(work: Workplace) -> None:
    """Write something, and find that all tables are what the journal says."""
    before = work.journal.number
    write_another(work)
    assert work.journal.number > before
    assert sync_status.check(work).ok


def kept(work: Workplace) -> tuple[object, ...]:
    """Return what an office holds, wherever it lies: entries, steps, settings of data and computer."""
    databases = [work.database, *([work.database.notes] if work.database.notes else [])]
    settings = [row for each in databases for row in each.rows("SELECT name, value FROM setting")]
    steps = work.database.rows("SELECT id, label, at, kind, inverts, undone FROM step ORDER BY id")
    arrivals = work.database.rows("SELECT id, bundle, at, entries FROM arrival ORDER BY id")
    return digest_of(work.journal), sorted(settings), steps, arrivals


def test_all_that_the_file_holds_is_on_the_server_and_the_office_works_there(
    filled: Workplace, server: PostgresServer, opened: list[Workplace]
) -> None:
    digest, replica = kept(filled), filled.journal.replica
    address = server.create()
    work = moving.move_to_server(filled, address.text())
    opened.append(work)
    assert work.on_server
    assert kept(work) == digest
    assert (work.journal.replica, work.took_new_replica) == (replica, False)
    assert moving.home(work) == moving.Home(address.shown(), "")
    assert file_says(work) == address.shown()
    can_work(work)
    number = work.journal.number
    fresh = again(work)
    opened.append(fresh)
    assert fresh.on_server
    assert fresh.journal.number == number
    assert not fresh.took_new_replica


def test_it_moves_back_with_what_was_written_meanwhile_and_again_to_the_same_database(
    filled: Workplace, server: PostgresServer, opened: list[Workplace]
) -> None:
    address = server.create()
    work = moving.move_to_server(filled, address.text())
    can_work(work)
    digest = kept(work)
    back = moving.move_to_file(work)
    opened.append(back)
    assert not back.on_server
    assert file_says(back) == ""
    assert kept(back) == digest
    assert state_of(address) is DatabaseState.LEFT
    can_work(back)
    once_more = moving.move_to_server(back, address.text())
    opened.append(once_more)
    assert state_of(address) is DatabaseState.OURS
    can_work(once_more)


def test_the_address_and_its_password_lie_in_the_vault_alone(
    filled: Workplace, server: PostgresServer, opened: list[Workplace]
) -> None:
    address = server.create()
    work = moving.move_to_server(filled, address.text(), "sesame-sesame")
    opened.append(work)
    content = data_key.read_vault(work.folder)
    assert vault.server_of(content, work.key).count("sesame-sesame") == 1
    found = [path for path in work.folder.root.rglob("*") if path.is_file()]
    assert all(b"sesame" not in path.read_bytes() for path in found)
    assert "sesame" not in file_says(work) + repr(moving.home(work))


# --- stopped anywhere


_PROGRAM = """
import os, signal, sys
from importlib import import_module
from pathlib import Path
from trainer_app.actions.base import moving
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.base.server_address import read_address
from trainer_app.system.clock import SystemClock
from trainer_app.system.folders import DataFolder

root, key, salt, address, back, module, owner, name = sys.argv[1:]
found = import_module(module)
def end(*given, **named):
    os.kill(os.getpid(), signal.SIGKILL)
setattr(getattr(found, owner) if owner else found, name, end)
opened = DataKey(bytes.fromhex(key), bytes.fromhex(salt))
folder = DataFolder(Path(root))
moving.carry_out(moving.Move(folder, opened, SystemClock(), read_address(address), back == "back"))
"""
_MOVING, _HOME = "trainer_app.actions.base.moving", "trainer_app.actions.base.server_home"
_VAULT, _SERVER = ("trainer_app.actions.base.data_key", "", "write_vault"), "trainer_app.store.base.server"
STOPS = {
    "while copying": (_MOVING, "", "content_digest"),
    "before the vault": _VAULT,
    "before the file knows": (_HOME, "", "mark_file"),
    "before the server knows": (_SERVER, "ServerDatabase", "held"),
}
"""What a process is killed at by the system, with nothing that it could still do."""


def killed_at(move: moving.Move, stop: tuple[str, str, str]) -> None:
    """Carry a move out in a process that is killed on the way."""
    key, back = move.key, "back" if move.back else "there"
    given = (str(move.folder.root), key.key.hex(), key.salt.hex(), move.address.text(), back, *stop)
    done = subprocess.run([sys.executable, "-c", _PROGRAM, *given], check=False, capture_output=True)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()


@pytest.mark.parametrize("where", STOPS)
def test_a_move_that_is_stopped_leaves_one_office_and_can_be_done_again(
    filled: Workplace, server: PostgresServer, opened: list[Workplace], where: str
) -> None:
    digest, address = kept(filled), server.create()
    move = moving.prepare_server(filled, address.text())
    filled.close()
    killed_at(move, STOPS[where])
    work = again(filled)
    opened.append(work)
    moved = where in ("before the file knows", "before the server knows")
    assert work.on_server is moved
    assert kept(work) == digest
    if moved:
        assert file_says(work) == address.shown()
    else:
        expected = DatabaseState.AWAITED if where == "before the vault" else DatabaseState.EMPTY
        assert state_of(address) is expected
        can_work(work)
        work = moving.move_to_server(work, address.text())
        opened.append(work)
    assert state_of(address) is DatabaseState.OURS
    can_work(work)


BACK = {
    "before it is compared": (_MOVING, "", "content_digest"),
    "before the file gives way": (_MOVING, "", "replace_database"),
    "before the server knows": (_SERVER, "ServerDatabase", "stand"),
    "before the file knows": (_HOME, "", "mark_file"),
    "before the vault": _VAULT,
}


@pytest.mark.parametrize("where", BACK)
def test_a_move_back_that_is_stopped_leaves_one_office_too(
    filled: Workplace, server: PostgresServer, opened: list[Workplace], where: str
) -> None:
    work = moving.move_to_server(filled, server.create().text())
    can_work(work)
    digest, move = kept(work), moving.prepare_file(work)
    work.close()
    killed_at(move, BACK[where])
    found = again(work)
    opened.append(found)
    back = where in ("before the file knows", "before the vault")
    assert found.on_server is not back
    assert kept(found) == digest
    if not back:
        found = moving.move_to_file(found)
        opened.append(found)
    assert server_home.address_of(found.folder, found.key) is None
    assert file_says(found) == ""
    can_work(found)


# --- what is refused


def refused(act: Callable[[], object]) -> TrainerError:
    with pytest.raises(TrainerError) as problem:
        act()
    return problem.value


def test_a_database_that_is_not_empty_or_not_fit_is_refused_in_words(
    filled: Workplace, server: PostgresServer
) -> None:
    strange = server.create()
    server.ask("CREATE TABLE theirs (id integer)", strange.database)
    problem = refused(lambda: moving.prepare_server(filled, strange.text()))
    assert problem.code == "server.unfit"
    assert [each.code for each in problem.values["problems"]] == ["server_check.strange"]  # type: ignore[attr-defined]
    unsafe = "postgresql://office@db.example/office?sslmode=require"
    assert refused(lambda: moving.prepare_server(filled, unsafe)).code == "server.unsafe"
    assert refused(lambda: moving.prepare_file(filled)).code == "moving.in_file"
    can_work(filled)


def test_the_database_of_another_office_is_not_touched(
    filled: Workplace, joined: Workplace, server: PostgresServer, opened: list[Workplace], tmp_path: Path
) -> None:
    address = server.create()
    assert refused(lambda: moving.prepare_server(joined, address.text())).code == "moving.no_office"
    opened.append(moving.move_to_server(filled, address.text()))
    theirs = computer(tmp_path / "theirs", "S.", Role.OFFICE)
    opened.append(theirs)
    office.init(theirs, OFFICE, "KHJ")
    assert refused(lambda: moving.prepare_server(theirs, address.text())).code == "server.not_empty"
    second = server.create()
    moved = moving.move_to_server(theirs, second.text())
    opened.append(moved)
    problem = refused(lambda: moving.connect(filled.folder, PASSPHRASE, second.text()))
    assert (problem.code, problem.values) == ("moving.other_office", {"server": second.shown()})
    can_work(moved)


def test_while_another_window_has_the_file_open_nothing_is_moved(
    filled: Workplace, server: PostgresServer, opened: list[Workplace]
) -> None:
    address = server.create()
    move = moving.prepare_server(filled, address.text())
    assert refused(lambda: moving.carry_out(move)).code == "database.in_use"
    assert state_of(address) is DatabaseState.EMPTY
    can_work(filled)


# --- who opens the folder without the connection


def test_a_vault_from_before_the_move_says_where_the_office_works_and_is_connected_anew(
    filled: Workplace, server: PostgresServer, opened: list[Workplace]
) -> None:
    older = data_key.read_vault(filled.folder)
    address = server.create()
    work = moving.move_to_server(filled, address.text())
    can_work(work)
    number = work.journal.number
    work.close()
    data_key.write_vault(work.folder, older)
    problem = refused(lambda: again(work))
    assert (problem.code, problem.values) == ("workplace.moved", {"server": address.shown()})
    moving.connect(work.folder, PASSPHRASE, address.text())
    found = again(work)
    opened.append(found)
    assert (found.on_server, found.journal.number) == (True, number)


def test_a_server_that_is_away_is_named_at_the_start(
    filled: Workplace, server: PostgresServer, opened: list[Workplace]
) -> None:
    address = server.create()
    work = moving.move_to_server(filled, address.text())
    work.close()
    server.ask(f'ALTER DATABASE "{address.database}" RENAME TO away')
    problem = refused(lambda: again(work))
    assert problem.code == "server.not_reached"
    assert problem.values["server"] == address.shown()
    server.ask(f'ALTER DATABASE away RENAME TO "{address.database}"')
    found = again(work)
    opened.append(found)
    can_work(found)


def test_who_still_has_the_server_open_writes_nothing_after_the_office_left_it(
    filled: Workplace, server: PostgresServer, opened: list[Workplace]
) -> None:
    address = server.create()
    work = moving.move_to_server(filled, address.text())
    late = workplace.open_with_key(work.folder, work.key, work.clock)
    opened.append(late)
    number = late.journal.number
    opened.append(moving.move_to_file(work))
    problem = refused(lambda: courses.create_course(late, replace_struct(SERIES.draft, code="LATE")))
    assert problem.code == "server.left"
    assert late.journal.number == number


# --- locked, backed up, with a new key


def test_it_is_locked_and_unlocked_in_place(
    filled: Workplace, server: PostgresServer, opened: list[Workplace]
) -> None:
    work = moving.move_to_server(filled, server.create().text())
    opened.append(work)
    workplace.lock(work)
    assert refused(lambda: courses.list_courses(work)).code == "workplace.locked"
    workplace.unlock(work, PASSPHRASE)
    can_work(work)


def test_its_own_copies_are_files_that_open_anywhere_and_hold_no_way_to_the_server(
    filled: Workplace, server: PostgresServer, opened: list[Workplace], stick: Path, tmp_path: Path
) -> None:
    address = server.create()
    work = moving.move_to_server(filled, address.text())
    opened.append(work)
    entries = sync_status.check(work).entries
    made = backups.create_backup(work)
    assert backups.verify_backup(work, made.path).ok
    assert backups.keep_day(work) is None
    saved = backups.save_backup(work, stick)
    assert saved.entries == entries
    new = DataFolder(tmp_path / "elsewhere")
    brought = backups.restore_file(new, saved.file, Opening(PASSPHRASE), clock=work.clock)
    opened.append(brought)
    assert not brought.on_server
    assert server_home.address_of(new, brought.key) is None
    assert sync_status.check(brought).ok


def test_a_copy_is_put_back_on_the_server(
    filled: Workplace, server: PostgresServer, opened: list[Workplace]
) -> None:
    work = moving.move_to_server(filled, server.create().text())
    copy = backups.create_backup(work)
    before = courses.list_courses(work)
    write_another(work)
    assert courses.list_courses(work) != before
    aside = backups.restore_backup(work, copy.path)
    found = again(work)
    opened.append(found)
    assert (found.on_server, found.took_new_replica) == (True, True)
    assert courses.list_courses(found) == before
    assert backups.verify_backup(found, aside).ok
    can_work(found)


def test_of_a_server_one_copy_a_day_is_made_before_files_are_taken_in(
    filled: Workplace, joined: Workplace, server: PostgresServer, opened: list[Workplace], stick: Path
) -> None:
    work = moving.move_to_server(filled, server.create().text())
    opened.append(work)
    before = len(backups.list_backups(work.folder))
    for code in ("ONE", "TWO"):
        courses.create_course(joined, replace_struct(SERIES.draft, code=code))
        importing.import_files(work, [sending.export(joined, stick).file])
    assert {line.course.code for line in courses.list_courses(work)} >= {"ONE", "TWO"}
    assert len(backups.list_backups(work.folder)) == max(before, 1)


def test_where_the_server_is_lost_a_backup_file_makes_an_office_of_this_computer_again(
    filled: Workplace, server: PostgresServer, opened: list[Workplace], stick: Path
) -> None:
    address = server.create()
    work = moving.move_to_server(filled, address.text())
    can_work(work)
    entries = sync_status.check(work).entries
    saved = backups.save_backup(work, stick)
    work.close()
    server.ask(f'DROP DATABASE "{address.database}"')
    problem = refused(lambda: rebuilding.salvage(work.folder, work.key, clock=work.clock))
    assert (problem.code, problem.values) == ("salvage.on_server", {"server": address.shown()})
    found = backups.restore_file(work.folder, saved.file, Opening(PASSPHRASE), clock=work.clock, cost=CHEAP)
    opened.append(found)
    assert not found.on_server
    assert sync_status.check(found).entries == entries
    can_work(found)
    opened.append(moving.move_to_server(found, server.create().text()))
    assert opened[-1].on_server


def test_a_new_key_leaves_the_office_on_its_server(
    filled: Workplace, server: PostgresServer, opened: list[Workplace]
) -> None:
    address = server.create()
    work = moving.move_to_server(filled, address.text())
    opened.append(work)
    backups.create_backup(work)
    former = work.key
    workplace_key.renew_key(work, PASSPHRASE, cost=CHEAP)
    assert work.key != former
    assert work.on_server
    assert all(not key_renewal.opens(path, former) for path in work.folder.snapshots.glob("*.db"))
    assert file_says(work) == address.shown()
    can_work(work)
    found = again(work)
    opened.append(found)
    assert found.on_server
