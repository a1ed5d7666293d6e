"""Moving an office's data between its file and its own server, and saying anew where the server is.

    ready = prepare_server(work, "postgresql://office@db.example/office?sslrootcert=root.crt", password)
    work.close()
    carry_out(ready)
    work = open_moved(ready)

All is copied in one transaction of whatever takes it in, and compared with what was there; only then the
office is there. What happens to one that is stopped anywhere stands in `server_home`.
"""

from collections.abc import Sequence
from contextlib import closing

from msgspec import Struct

from trainer_app.actions.base import data_key, server_home
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Role, Workplace, open_with_key
from trainer_app.bundle import vault
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.base.changes import Label, Progress, no_progress, part_of
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.server_address import (
    DatabaseState,
    ServerAddress,
    ServerFinding,
    Weight,
    judge_server,
    read_address,
)
from trainer_app.domain.base.settings import SLOTS
from trainer_app.domain.base.structs import Unshown, replace
from trainer_app.store.base.copies import content_digest, copy_all, file_like
from trainer_app.store.base.database import Database
from trainer_app.store.base.files import DatabaseFile, open_database, remove_database
from trainer_app.store.base.rows import create_tables
from trainer_app.store.base.server import ON_THEIR_WAY, ServerDatabase, load_driver, try_driver
from trainer_app.store.base.store import drop_settings, keys_of_each
from trainer_app.store.office.backups import hold_database, numbers_only_in, replace_database
from trainer_app.system.clock import Clock
from trainer_app.system.folders import DataFolder


class Home(Struct, frozen=True):
    """Where an office's data lie. `server` is its address without the password; "" for the file here.

    `protection` is the version of TLS, "" where nothing leaves this computer.
    """

    server: str = ""
    protection: str = ""

    @property
    def words(self) -> Label:
        """What is said of it."""
        if not self.server:
            return Label("moving.home_file")
        if not self.protection:
            return Label("moving.home_here", {"server": self.server})
        return Label("moving.home_tls", {"server": self.server, "tls": self.protection})


class Move(Unshown, Struct, frozen=True):
    """A move that was allowed and can be carried out once the workplace is closed."""

    folder: DataFolder
    key: DataKey
    clock: Clock
    address: ServerAddress
    back: bool = False
    """Whether it leads into the file."""
    joins: bool = False
    """Whether the office works there already, as it does where the computer is lost that moved it."""
    by_paper: bool = False
    """Whether the office was opened by its key from paper (`Workplace.by_paper`): that holds there too."""

    @property
    def done(self) -> str:
        """The code of what is said when it was carried out, about its `server`."""
        return "moving.done_file" if self.back else "moving.done_server"


def check_driver() -> None:
    """Look whether this computer has what connects to a server. Raises server.no_driver, with what to do."""
    load_driver()


def has_driver() -> bool:
    """Tell whether it is installed. Raises server.no_driver where it is, and does not load."""
    return try_driver()


def home(work: Workplace) -> Home:
    """Return where the office's data lie."""
    database = work.database
    if not isinstance(database, ServerDatabase):
        return Home()
    return Home(server_home.shown(database), database.protection())


@guarded
def prepare_server(work: Workplace, text: str, password: str = "") -> Move:
    """Look whether the office's data can be moved to a server; nothing is changed by looking.

    Where this office works there already, the file is one of before, from a backup of a computer that is
    lost: then this one becomes a desk again.

    Raises moving.no_office, moving.on_server, renewal.waits, server.unfit for what `office.check_server`
    finds, server.not_empty, and what connecting raises.
    """
    if work.role is not Role.OFFICE or not work.office_code:
        raise TrainerError("moving.no_office")
    if work.on_server:
        raise TrainerError("moving.on_server", server=server_home.shown(work.database))
    _check_key(work)
    address = _address(text, password)
    with server_home.asked(), closing(ServerDatabase(address)) as database:
        facts = database.look(_seconds(work.clock))
        standing = database.standing()
        if standing.state is DatabaseState.OURS and server_home.works_there(database, work.database):
            return Move(work.folder, work.key, work.clock, address, joins=True, by_paper=work.by_paper)
        _refuse_unfit(judge_server(facts))
        own = standing.state in ON_THEIR_WAY and standing.salt == work.key.salt
        if standing.state is not DatabaseState.EMPTY and not own:
            raise TrainerError("server.not_empty")
    return Move(work.folder, work.key, work.clock, address, by_paper=work.by_paper)


@guarded
def prepare_file(work: Workplace) -> Move:
    """Be about to move the office's data from its server into the file here.

    Raises moving.in_file, renewal.waits.
    """
    if not work.on_server:
        raise TrainerError("moving.in_file")
    _check_key(work)
    address = server_home.address_of(work.folder, work.key)
    assert address is not None
    return Move(work.folder, work.key, work.clock, address, back=True, by_paper=work.by_paper)


def carry_out(move: Move, progress: Progress = no_progress) -> None:
    """Move the data. Every connection of this program to them must be closed.

    Raises database.in_use while another window or program has the file open, moving.differs, disk.full and
    its like, moving.more_here where a file holds what the office on its server never had, and what a server
    raises: then all is where it was.
    """
    if move.joins:
        _join(move)
    elif move.back:
        _into_file(move, progress)
    else:
        _onto_server(move, progress)


def open_moved(move: Move) -> Workplace:
    """Open the office where its data are now, moved or not. Raises what `open_with_key` does."""
    work = open_with_key(move.folder, move.key, move.clock)
    work.by_paper = move.by_paper
    return work


def open_home(move: Move) -> Home:
    """Open the office where its data are now, tell where that is, and close it."""
    work = open_moved(move)
    try:
        return home(work)
    finally:
        work.close()


def move_to_server(
    work: Workplace, text: str, password: str = "", progress: Progress = no_progress
) -> Workplace:
    """Close a workplace, move its data to a server, and return it opened there. Raises as its parts do."""
    return _moved(work, prepare_server(work, text, password), progress)


def move_to_file(work: Workplace, progress: Progress = no_progress) -> Workplace:
    """Close a workplace, move its data from the server into its file, and return it opened there."""
    return _moved(work, prepare_file(work), progress)


def _moved(work: Workplace, move: Move, progress: Progress) -> Workplace:
    work.close()
    carry_out(move, progress)
    return open_moved(move)


def _onto_server(move: Move, progress: Progress) -> None:
    folder, key = move.folder, move.key
    with closing(ServerDatabase(move.address)) as server:
        with hold_database(folder.database, key.key, key.salt) as held:
            server_home.refuse_moved(held.database)
            # Of a move of before, which went back.
            remove_database(folder.desk)
            server.work_as(server_home.desk_of(held.database))
            with server.created(over=key.salt):
                create_tables(server)
                copied = copy_all(held.database, server, part_of(progress, 0.0, 0.7))
                server.count_through()
                _compare(server, copied, part_of(progress, 0.7, 1.0))
                server.stand(DatabaseState.AWAITED, key.salt)
            # From here on the office is on the server, whatever happens to the rest.
            content = data_key.read_vault(folder)
            data_key.write_vault(folder, vault.put_server(content, key, move.address.text()))
        server_home.settle_on_server(folder, key, server)
    progress("moving.copying", 1.0)


def _join(move: Move) -> None:
    folder, key = move.folder, move.key
    with closing(ServerDatabase(move.address)) as server:
        server.check_ours()
        with hold_database(folder.database, key.key, key.salt) as held:
            server_home.refuse_moved(held.database)
            more = sum(1 for _ in numbers_only_in(held.database, server))
            if more:
                raise TrainerError("moving.more_here", count=more)
            remove_database(folder.desk)
            server_home.take_notes(folder, key, held.database, stay=True)
            server_home.note_server(held.database, move.address.shown())
    # Stopped before this, the file says where the office works, and it is connected to by hand.
    data_key.write_vault(folder, vault.put_server(data_key.read_vault(folder), key, move.address.text()))


def _into_file(move: Move, progress: Progress) -> None:
    folder, key = move.folder, move.key
    path = folder.database.with_suffix(".restored")
    remove_database(path)
    with closing(ServerDatabase(move.address)) as server:
        server.check_ours()
        try:
            with server.held():
                fresh = file_like(server, path, key.key, key.salt, part_of(progress, 0.0, 0.7))
                _place(fresh, server, folder, key, part_of(progress, 0.7, 1.0))
                # As it is committed the file is the office, whatever happens to the rest.
                server.stand(DatabaseState.LEFT, key.salt)
        finally:
            remove_database(path)
    server_home.settle_in_file(folder, key)
    progress("moving.copying", 1.0)


def _place(
    fresh: DatabaseFile, server: ServerDatabase, folder: DataFolder, key: DataKey, progress: Progress
) -> None:
    """Put what was copied in the place of the file that was kept; it is not the office yet."""
    try:
        _compare(fresh, content_digest(server), progress)
        server_home.note_server(fresh, server_home.shown(server))
        server_home.give_notes(folder, key, fresh)
        with fresh.write():
            drop_settings(fresh, keys_of_each(fresh, SLOTS))
        replace_database(fresh, folder.database, key.key)
    finally:
        fresh.close()


def _compare(copy: Database, digest: str, progress: Progress) -> None:
    """Raise moving.differs unless a copy holds what was copied."""
    if content_digest(copy, progress) != digest:
        raise TrainerError("moving.differs")


def connect(folder: DataFolder, passphrase: str, text: str, password: str = "", *, name: str = "") -> str:
    """Say anew where the server is on which the data of a folder lie, or with which password.

    For a vault that was brought back from before the move, and for a server that moved itself. Returns the
    address as it may be shown. Without a password it is reached as before: as whoever set the server up by
    those to whom the vault tells that one, by others under a role of their own. Raises
    vault.wrong_passphrase, moving.in_file where the data were never moved, moving.other_office,
    moving.head_first where the server does not know this role (yet), and what connecting raises; then nothing
    is changed.
    """
    typed = _address(text, password)
    key = data_key.unlock_key(folder, passphrase, name)
    address = server_home.reach_anew(folder, key, typed)
    try:
        with server_home.asked():
            _check_same(folder, key, address, typed)
    except TrainerError as problem:
        if problem.code == "server.refused" and address.user != typed.user:
            raise TrainerError("moving.head_first", server=typed.shown()) from problem
        raise
    server_home.keep_address(folder, key, address, typed)
    return typed.shown()


def _check_same(folder: DataFolder, key: DataKey, address: ServerAddress, typed: ServerAddress) -> None:
    """Look whether the data of a folder are at an address, and note it in the file that was moved there."""
    with closing(ServerDatabase(address)) as server, closing(_file(folder, key)) as file:
        if not server_home.is_moved(file):
            raise TrainerError("moving.in_file")
        server.check_ours()
        notes = server_home.open_notes(folder, key)
        try:
            if not server_home.works_there(server, file, notes):
                raise TrainerError("moving.other_office", server=typed.shown())
        finally:
            if notes is not None:
                notes.close()
        server_home.note_server(file, typed.shown())


def _file(folder: DataFolder, key: DataKey) -> DatabaseFile:
    return open_database(folder.database, key.key, key.salt)


def _address(text: str, password: str) -> ServerAddress:
    address = read_address(text)
    return replace(address, password=password) if password and not address.password else address


def _seconds(clock: Clock) -> int:
    return clock.millis() // 1000


def _check_key(work: Workplace) -> None:
    """Raise renewal.waits while files may be under two keys."""
    if work.renewal is not None:
        raise TrainerError("renewal.waits")


def _refuse_unfit(findings: Sequence[ServerFinding]) -> None:
    """Raise server.unfit, with all that is wrong in words."""
    wrong = [Label(each.code, each.values) for each in findings if each.weight is Weight.WRONG]
    if wrong:
        raise TrainerError("server.unfit", problems=tuple(wrong))
