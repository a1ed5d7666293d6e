"""Moving an office's data between its file and its own server, and saying anew where the server is.

    ready = prepare_server(work, "postgresql://office@db.example/office?sslrootcert=root.crt", password)
    work.close()
    carry_out(ready)
    work = open_moved(ready)

A computer more becomes a desk of such an office, with a replica and a key of its own:

    save_for_another(work, path)                       at a desk that is there: by a head
    begin_desk(folder, path, passphrase, name=...)     at the new computer, from that file

The file is the vault: it says where the server is to whoever knows a passphrase that opens the office, and to
nobody else. The new folder holds the settings of its computer, and a database without any rows, which says
where the data are. The new desk enters the office's list by itself: whoever opens the office is of it.

All is copied in one transaction of whatever takes it in, and compared with what was there; only then the
office is there. What happens to one that is stopped anywhere stands in `server_home`.
"""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import msgspec
from msgspec import Struct

from trainer_app.actions.base import data_key, identity, server_home
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Role, Workplace, is_signed, open_with_key
from trainer_app.actions.exchange.trust import next_serial, sign_list, trust_of_office
from trainer_app.bundle import vault
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.bundle.trust import Device, TrustList
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
from trainer_app.domain.base.settings import DEVICE_CODE, DEVICE_KEYS, OFFICE_CODE, ROLE, ROOTS, USER
from trainer_app.domain.base.structs import Unshown, replace
from trainer_app.native.disk import unlink_file
from trainer_app.store.base.copying import content_digest, copy_all, file_like
from trainer_app.store.base.database import Database
from trainer_app.store.base.files import (
    DatabaseFile,
    create_notes,
    explain_errors,
    open_database,
    remove_database,
)
from trainer_app.store.base.rows import create_tables
from trainer_app.store.base.server import ON_THEIR_WAY, ServerDatabase
from trainer_app.store.base.store import create_store, put_setting, setting_of
from trainer_app.store.office.backups import hold_database, replace_database
from trainer_app.system.clock import Clock, SystemClock
from trainer_app.system.files import write_checked
from trainer_app.system.folders import DataFolder, WorkplaceState, refuse_share, state_of


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

    @property
    def done(self) -> str:
        """The code of what is said when it was carried out, about its `server`."""
        return "moving.done_file" if self.back else "moving.done_server"


def home(work: Workplace) -> Home:
    """Return where the office's data lie."""
    database = work.database
    if not isinstance(database, ServerDatabase):
        return Home()
    return Home(server_home.shown(database), database.protection())


@guarded
def prepare_server(work: Workplace, text: str, password: str = "") -> Move:
    """Look whether the office's data can be moved to a server; nothing is changed by looking.

    Raises moving.no_office, moving.on_server, renewal.waits, server.unfit for what `office.check_server`
    finds, server.not_empty, and what connecting raises.
    """
    if work.role is not Role.OFFICE or not work.office_code:
        raise TrainerError("moving.no_office")
    if work.on_server:
        raise TrainerError("moving.on_server", server=server_home.shown(work.database))
    _check_key(work)
    address = _address(text, password)
    with closing(ServerDatabase(address)) as database:
        facts = database.look(_seconds(work.clock))
        _refuse_unfit(judge_server(facts))
        standing = database.standing()
        own = standing.state in ON_THEIR_WAY and standing.salt == work.key.salt
        if standing.state is not DatabaseState.EMPTY and not own:
            raise TrainerError("server.not_empty")
    return Move(work.folder, work.key, work.clock, address)


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
    return Move(work.folder, work.key, work.clock, address, back=True)


def carry_out(move: Move, progress: Progress = no_progress) -> None:
    """Move the data. Every connection of this program to them must be closed.

    Raises database.in_use while another window or program has the file open, moving.differs, disk.full and
    its like, and what a server raises: then all is where it was.
    """
    if move.back:
        _into_file(move, progress)
    else:
        _onto_server(move, progress)


def open_moved(move: Move) -> Workplace:
    """Open the office where its data are now, moved or not. Raises what `open_with_key` does."""
    return open_with_key(move.folder, move.key, move.clock)


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
                _compare(server, copied, part_of(progress, 0.7, 1.0))
                server.stand(DatabaseState.AWAITED, key.salt)
            # From here on the office is on the server, whatever happens to the rest.
            content = data_key.read_vault(folder)
            data_key.write_vault(folder, vault.put_server(content, key, move.address.text()))
        server_home.settle_on_server(folder, key, server)
    progress("moving.copying", 1.0)


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
    address as it may be shown. Raises vault.wrong_passphrase, moving.in_file where the data were never moved,
    moving.other_office, and what connecting raises; then nothing is changed.
    """
    address = _address(text, password)
    key = data_key.unlock_key(folder, passphrase, name)
    with closing(ServerDatabase(address)) as server, closing(_file(folder, key)) as file:
        if not server_home.is_moved(file):
            raise TrainerError("moving.in_file")
        server.check_ours()
        if _office_of(server) != _office_of(file):
            raise TrainerError("moving.other_office", server=address.shown())
        server_home.note_server(file, address.shown())
    content = data_key.read_vault(folder)
    data_key.write_vault(folder, vault.put_server(content, key, address.text()))
    return address.shown()


def _office_of(database: Database) -> tuple[str, list[bytes]]:
    """Return by what one office is told from another."""
    return setting_of(database, OFFICE_CODE), setting_of(database, ROOTS)


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


# --- more desks at one server

EXTENSION = ".tdesk"
"""Of the file that a new desk begins with."""
_MOST = 1 << 20
"""Bytes; a vault is a few thousand."""


@guarded
def save_for_another(work: Workplace, path: Path) -> Path:
    """Write the file with which another computer becomes a desk; return where it lies.

    Raises moving.in_file where the data are in a file, renewal.waits, disk.full and its like.
    """
    if not work.on_server:
        raise TrainerError("moving.in_file")
    if work.renewal is not None:
        raise TrainerError("renewal.waits")
    return write_checked(path, data_key.read_vault(work.folder))


def has_several(path: Path) -> bool:
    """Tell whether an office has several people, each with a short name. Raises desks.not_a_file."""
    return bool(vault.list_users(_read(path)))


def begin_desk(
    folder: DataFolder,
    path: Path,
    passphrase: str,
    *,
    name: str = "",
    user_name: str = "",
    clock: Clock | None = None,
) -> Workplace:
    """Make this computer a desk of the office whose file this is, and open it.

    `name` is the short one of a person of the office, where it has several; otherwise `user_name` stands in
    the entries. Raises workplace.exists, desks.not_a_file, vault.wrong_passphrase, vault.unknown_user,
    server.not_reached; then nothing is left of it.
    """
    refuse_share(folder.root)
    if state_of(folder) is not WorkplaceState.NEW:
        raise TrainerError("workplace.exists")
    content = _read(path)
    folder.make()
    data_key.write_vault(folder, content)
    try:
        key = data_key.unlock_key(folder, passphrase, name)
        _lay_folder(folder, key, user_name, clock or SystemClock())
        work = open_with_key(folder, key, clock or SystemClock())
    except BaseException:
        for database in (folder.database, folder.desk):
            remove_database(database)
        for each in (folder.vault, folder.vault_copy):
            unlink_file(each)
        raise
    try:
        enter_list(work)
    except BaseException:
        work.close()
        raise
    return work


def enter_list(work: Workplace) -> str:
    """Let this computer stand in the office's list, if it does not yet; return its code there."""
    keys = identity.device_keys(work)
    with work.journal.transaction():
        trust = trust_of_office(work)
        found = next((one for one in trust.devices if one.signing_key == keys.signing_key), None)
        if found is None:
            found = Device(
                _free_code(trust), work.user, keys.signing_key, keys.recipient, role="office", may_issue=True
            )
            devices = (*trust.devices, found)
            sign_list(work, msgspec.structs.replace(trust, serial=next_serial(work, trust), devices=devices))
        work.store.change_setting(DEVICE_CODE, found.code)
    return found.code


def desks_of(work: Workplace) -> list[Device]:
    """Return the computers of the office that its list names, in the order of their codes."""
    trust = identity.trust_list(work)
    found = [each for each in trust.devices if each.role == "office"] if trust else []
    return sorted(found, key=lambda each: (len(each.code), each.code))


def _free_code(trust: TrustList) -> str:
    taken = {each.code for each in trust.devices}
    return next(code for number in range(1, 100) if (code := f"A{number}") not in taken)


def _read(path: Path) -> bytes:
    """Return the vault that a file is. Raises desks.not_a_file, import.missing."""
    if not path.is_file():
        raise TrainerError("import.missing", file=path.name)
    with explain_errors(), path.open("rb") as stream:
        content = stream.read(_MOST + 1)
    try:
        if len(content) > _MOST:
            raise TrainerError("vault.damaged")
        vault.check_whole(content)
    except TrainerError as problem:
        raise TrainerError("desks.not_a_file", file=path.name) from problem
    return content


def _lay_folder(folder: DataFolder, key: DataKey, user_name: str, clock: Clock) -> None:
    """Make what lies in a desk's folder: settings of its computer, a file that says where the data are."""
    address = server_home.address_of(folder, key)
    if address is None:
        raise TrainerError("desks.no_server")
    keys = DeviceKeys.generate()
    notes = create_notes(folder.desk, key.key, key.salt)
    try:
        with notes.write():
            put_setting(notes, DEVICE_KEYS, keys.to_json())
            put_setting(notes, ROLE, Role.OFFICE.value)
            put_setting(notes, USER, user_name.strip())
    finally:
        notes.close()
    author = keys.key_id.hex()
    # Its sidecar knows the replica on the server alone.
    store = create_store(folder.database, key.key, key.salt, clock.millis, _nobody_notes, author, is_signed)
    try:
        server_home.note_server(store.database, address.shown())
        store.database.empty_log()
    finally:
        store.close()


def _nobody_notes(_replica: str, _number: int) -> None:
    pass
