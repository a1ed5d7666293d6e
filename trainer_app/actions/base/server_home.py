"""An office whose data lie on its own server: where that is, who connects, what a stopped move left to do.

The address with its password lies in the vault, under the data key; whether it is there decides where the
office works. The file that was moved stays where it was: it tells who opens it without that slot (a vault
brought back, a copy of the folder) where the office works, and takes no changes.

A move is stopped nowhere for good. On the way to a server the database there is `awaited` until the slot is
written: before it the file is the office, afterwards the server. On the way back the server is `left` from
the moment the file is: whoever opens next does what is left of it, here.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from trainer_app.actions.base import data_key
from trainer_app.actions.base.heads import Opened
from trainer_app.bundle import sealing, vault
from trainer_app.domain.base.authority import SignatureCheck
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.settings import (
    DEVICE_KEYS,
    KEYS_OF_DESK,
    MOVED_TO,
    OFFICE_CODE,
    ROOTS,
    SLOTS,
    TRUST,
)
from trainer_app.domain.base.structs import replace
from trainer_app.store.base.files import create_notes, explain_errors, open_database, remove_database
from trainer_app.store.base.store import (
    Store,
    drop_setting,
    drop_settings,
    keys_of_each,
    move_settings,
    put_setting,
    put_settings,
    setting_of,
)
from trainer_app.store.office.backups import replace_database
from trainer_app.system.files import copy_private

if TYPE_CHECKING:
    from pathlib import Path

    from trainer_app.bundle.vault import DataKey
    from trainer_app.domain.base.server_address import ServerAddress
    from trainer_app.store.base.database import Database
    from trainer_app.store.base.files import DatabaseFile
    from trainer_app.store.base.signals import Listener
    from trainer_app.system.folders import DataFolder


type Listening = Listener
type _Check = Callable[[Database], object]
_NOT_REACHED, _CLOSED = "server.not_reached", "users.closed"
_ASKED = {
    "server.gone": "server.no_answer",
    "server.crowded": "server.no_room",
    "server.failed": "server.no_use",
}
"""Codes with other words where a server is only looked at or opened: no step was to be saved."""
_AWAY = {**_ASKED, "server.no_database": "server.database_away", "server.not_ours": "server.database_away"}
"""The same where the office's data were there."""


@contextmanager
def asked() -> Iterator[None]:
    """Say why a server cannot be looked at, in words that speak of no step."""
    try:
        yield
    except TrainerError as problem:
        if problem.code not in _ASKED:
            raise
        raise TrainerError(_ASKED[problem.code], **problem.values) from problem


def address_of(folder: DataFolder, key: DataKey) -> ServerAddress | None:
    """Return where the data of a folder lie, and as whom its opener connects; None for its own file."""
    try:
        content = data_key.read_vault(folder)
        text = _completed(vault.server_of(content, key), key.address)
    except TrainerError:
        # Another key than the vault's: the file tells, if they were moved.
        return None
    if not text:
        return None
    from trainer_app.domain.base.server_address import read_address
    from trainer_app.store.office.server_roles import name_of_role

    found, password = read_address(text), vault.password_of(content, key)
    if key.user is None or not password:
        return found
    return replace(found, user=name_of_role(found.database, key.user.id), password=password)


def whole_address(folder: DataFolder, key: DataKey) -> str:
    """Return the address of whoever set the server up, where it is told to who opened the vault; else ""."""
    return whole_in(data_key.read_vault(folder), key)


def whole_in(content: bytes, key: DataKey) -> str:
    """Return the same of a vault."""
    from trainer_app.domain.base.server_address import read_address

    told = vault.server_of(content, key)
    if told and read_address(told).password:
        return told
    own = key.user
    kept = vault.kept_address(content, sealing.identity_of(own.secret)) if own else key.address
    return _completed(told, kept) if kept else ""


def _completed(told: str, kept: str) -> str:
    """Return where a vault says that the server is, as whom the address says that it keeps for some alone.

    That one may be older: where the server moved, whoever may not read it said where it is now.
    """
    if not told or not kept:
        return told or kept
    from trainer_app.domain.base.server_address import read_address

    if read_address(told).password:
        return told
    owner = read_address(kept)
    return replace(read_address(told), user=owner.user, password=owner.password).text()


def reach_anew(folder: DataFolder, key: DataKey, typed: ServerAddress) -> ServerAddress:
    """Return how whoever opened a vault connects where its server is said to be by now.

    With the password that was typed; without one as whoever set the server up, if the vault tells them, else
    under the role of their own.
    """
    from trainer_app.domain.base.server_address import read_address
    from trainer_app.store.office.server_roles import name_of_role

    content = data_key.read_vault(folder)
    whole, password = whole_address(folder, key), vault.password_of(content, key)
    if typed.password:
        return typed
    if whole and (owner := read_address(whole)).user == typed.user:
        return replace(typed, password=owner.password)
    if key.user is None or not password:
        return typed
    return replace(typed, user=name_of_role(typed.database, key.user.id), password=password)


def keep_address(folder: DataFolder, key: DataKey, address: ServerAddress, typed: ServerAddress) -> None:
    """Keep where the server is by now; who else may connect to it, and how, stays where no password came."""
    from trainer_app.domain.base.server_address import read_address

    content = data_key.read_vault(folder)
    told = vault.server_of(content, key)
    if typed.password or not told or address == typed:
        data_key.write_vault(folder, vault.put_server(content, key, address.text()))
        return
    before = read_address(told)
    moved = replace(typed, user=before.user, password=before.password)
    data_key.write_vault(folder, vault.put_server(content, key, moved.text(), stays=True))


def shown(database: Database) -> str:
    """Return where an open database lies, as it may be shown: without its password; "" for a file."""
    address = getattr(database, "address", None)
    return address.shown() if address is not None else ""


def open_at(
    folder: DataFolder,
    key: DataKey,
    address: ServerAddress,
    clock: Callable[[], int],
    committed: Callable[[str, int], None],
    check_signature: SignatureCheck,
) -> Store | None:
    """Open the office's data on its server; do first what a stopped move has left to do.

    Returns None where the office went back to its file. Raises server.not_reached, with why, users.closed for
    whom the server lets in no more, database.newer.
    """
    try:
        return _open_as(address, folder, key, clock, committed, check_signature)
    except TrainerError as problem:
        whole = whole_address(folder, key) if problem.code == _CLOSED else ""
        if not whole:
            raise
    # A head whose role is broken, or gone, mends it so.
    from trainer_app.domain.base.server_address import read_address

    return _open_as(read_address(whole), folder, key, clock, committed, check_signature)


def _open_as(
    address: ServerAddress,
    folder: DataFolder,
    key: DataKey,
    clock: Callable[[], int],
    committed: Callable[[str, int], None],
    check_signature: SignatureCheck,
) -> Store | None:
    # Here and not above, as everywhere in this module: a computer whose data lie in a file never needs it.
    from trainer_app.store.base.server import open_on_server

    def opened() -> Store:
        notes = open_notes(folder, key)
        return open_on_server(
            address,
            clock,
            committed,
            key=key.key,
            salt=key.salt,
            check_signature=check_signature,
            author=_author_of(notes) if notes is not None else "",
            notes=notes,
        )

    with _reached(address, key):
        try:
            return _arranged(opened())
        except TrainerError as problem:
            if problem.code not in ("server.not_ours", "server.left"):
                raise
            if not _go_on(folder, key, address):
                raise
        return _arranged(opened()) if address_of(folder, key) is not None else None


def _arranged(store: Store) -> Store:
    """Make the views and groups of this version, where whoever opens it may; mostly they are there."""
    from trainer_app.store.office.server_roles import arrange

    try:
        arrange(store.database)
    except TrainerError as problem:
        # They wait for the one who set the server up: without them all others work as before.
        if problem.code != "server.not_allowed":
            store.close()
            raise
    return store


def open_notes(folder: DataFolder, key: DataKey) -> DatabaseFile | None:
    """Open what a desk keeps of its computer beside the server; None where nothing was kept yet."""
    if not folder.desk.exists():
        return None
    renewal = data_key.begun_renewal(folder, key)
    try:
        return open_database(folder.desk, key.key, key.salt)
    except TrainerError as problem:
        if renewal is None or problem.code != "database.damaged":
            raise
    return open_database(folder.desk, renewal.former.key, renewal.former.salt)


def _author_of(notes: Database) -> str:
    """Return the id of the key of a desk, which its entries begin with."""
    # Here and not above: what reads keys is needed for no file.
    from trainer_app.bundle.keys import DeviceKeys

    text = setting_of(notes, DEVICE_KEYS)
    return DeviceKeys.from_json(text).key_id.hex() if text else ""


def works_there(server: Database, file: Database, notes: Database | None = None) -> bool:
    """Tell whether an office's data on a server are those of a file, beside which the notes of its desk lie.

    The file of a desk that came later never knew of an office, and roots are renewed: then the office's list
    tells, where it names this computer.
    """
    same = setting_of(server, OFFICE_CODE) == setting_of(file, OFFICE_CODE)
    if same and setting_of(server, ROOTS) == setting_of(file, ROOTS):
        return True
    from trainer_app.bundle.keys import DeviceKeys
    from trainer_app.bundle.trust import SignedTrust, introduce_trust

    parts = setting_of(server, TRUST)
    if parts is None:
        return False
    try:
        own = DeviceKeys.from_json(setting_of(notes or file, DEVICE_KEYS)).signing_key
        listed = introduce_trust(SignedTrust(*map(base64.b64decode, parts))).devices
    except TrainerError:
        return False
    return any(each.signing_key == own and not each.revoked_on for each in listed)


def desk_of(database: Database) -> str:
    """Return the same of a file that is to be moved."""
    return _author_of(database)


def take_notes(folder: DataFolder, key: DataKey, database: Database, *, stay: bool = False) -> None:
    """Keep the settings of this computer in its folder, and no more on the server, which others read too.

    `stay`: they are its file's, which keeps them.
    """
    notes = open_notes(folder, key) or create_notes(folder.desk, key.key, key.salt)
    with closing(notes):
        move_settings(database, notes, KEYS_OF_DESK, stay=stay)


def give_notes(folder: DataFolder, key: DataKey, database: Database) -> None:
    """Put the settings of this computer back beside the data; the folder's own go once those count."""
    notes = open_notes(folder, key)
    if notes is not None:
        with closing(notes), database.write():
            put_settings(notes, database)


def open_again(folder: DataFolder, store: Store, key: DataKey, address: ServerAddress) -> None:
    """Open what was sealed where it lies on the server. Raises as `open_at` does, and it stays sealed."""
    try:
        _open_again(store, key, address)
    except TrainerError as problem:
        whole = whole_address(folder, key) if problem.code == _CLOSED else ""
        if not whole:
            raise
        from trainer_app.domain.base.server_address import read_address

        _open_again(store, key, read_address(whole))
        _arranged(store)


def _open_again(store: Store, key: DataKey, address: ServerAddress) -> None:
    with _reached(address, key):
        store.unseal(key.key, address.text())
        try:
            store.database.check_ours()
        except BaseException:
            store.seal()
            raise


@contextmanager
def _reached(address: ServerAddress, key: DataKey) -> Iterator[None]:
    """Say of whatever a server refuses which one it is, and that nobody can work before it is reached."""
    from trainer_app.store.office.server_roles import name_of_role

    try:
        yield
    except TrainerError as problem:
        if not problem.code.startswith("server."):
            raise
        own = name_of_role(address.database, key.user.id) if key.user is not None else ""
        if problem.code == "server.refused" and address.user == own:
            raise TrainerError(_CLOSED) from problem
        why = Label(_AWAY.get(problem.code, problem.code), problem.values)
        raise TrainerError(_NOT_REACHED, server=address.shown(), why=why) from problem


def _go_on(folder: DataFolder, key: DataKey, address: ServerAddress) -> bool:
    """Do what is left of a move of these very data; tell whether there was one."""
    from trainer_app.domain.base.server_address import DatabaseState
    from trainer_app.store.base.server import ServerDatabase, Standing

    with closing(ServerDatabase(address)) as database:
        standing = database.standing()
        if standing == Standing(DatabaseState.AWAITED, key.salt):
            settle_on_server(folder, key, database)
            return True
        if standing == Standing(DatabaseState.LEFT, key.salt):
            settle_in_file(folder, key)
            return True
    return False


def settle_on_server(folder: DataFolder, key: DataKey, database: Database) -> None:
    """Let the file know that it was moved, then the server that it is the office."""
    from trainer_app.domain.base.server_address import DatabaseState
    from trainer_app.store.base.server import ServerDatabase

    assert isinstance(database, ServerDatabase)
    mark_file(folder, key, shown(database))
    with database.held():
        take_notes(folder, key, database)
        database.stand(DatabaseState.OURS)


def settle_in_file(folder: DataFolder, key: DataKey) -> None:
    """Let the file be the office again; whoever opens the folder finds no server any more."""
    mark_file(folder, key, "")
    data_key.write_vault(folder, vault.put_server(data_key.read_vault(folder), key, ""))
    remove_database(folder.desk)


def mark_file(folder: DataFolder, key: DataKey, server: str) -> None:
    """Note in the file of a folder on which server its data are; "" for the file itself."""
    with closing(_open_file(folder, key)) as database:
        note_server(database, server)
        database.empty_log()


def note_server(database: Database, server: str) -> None:
    """Note the same in an open file."""
    with database.write():
        if server:
            put_setting(database, MOVED_TO, server)
        else:
            drop_setting(database, MOVED_TO)


def _open_file(folder: DataFolder, key: DataKey) -> DatabaseFile:
    """Open the file of a folder, also where a new key was begun and it is not under that one yet."""
    renewal = data_key.begun_renewal(folder, key)
    try:
        return open_database(folder.database, key.key, key.salt)
    except TrainerError as problem:
        if renewal is None or problem.code != "database.damaged":
            raise
    return open_database(folder.database, renewal.former.key, renewal.former.salt)


def is_moved(database: Database) -> bool:
    """Tell whether the data of an open file are on a server."""
    return bool(setting_of(database, MOVED_TO))


def refuse_moved(database: Database) -> None:
    """Close a file whose data were moved. Raises workplace.moved, with the server where they are."""
    server = setting_of(database, MOVED_TO)
    if server:
        database.close()
        raise TrainerError("workplace.moved", server=server)


def put_in_place(server: Database, fresh: Database, check: Callable[[Database], object]) -> None:
    """Put all that a file holds in the place of what an office's server does, which `check` looks at last.

    Raises what `check` raises; then nothing is changed.
    """
    from trainer_app.store.base.copies import copy_all

    with server.write():
        check(server)
        copy_all(fresh, server)
        # Those of whoever made the copy; every desk has its own. And passphrases of now stay those of now.
        drop_settings(server, {*KEYS_OF_DESK, *keys_of_each(server, SLOTS)})


def replace_data(folder: DataFolder, key: DataKey, fresh: DatabaseFile, check: _Check) -> None:
    """Put a whole database in the place of a folder's, where its data lie. Nobody here may have them open.

    Raises database.in_use, what `check` raises, and what a disk or a server does; then nothing is changed.
    """
    address = address_of(folder, key)
    if address is None:
        replace_database(fresh, folder.database, key.key, check)
        return
    from trainer_app.store.base.server import ServerDatabase

    with closing(ServerDatabase(address)) as server:
        # What the check compares is of both: the data, and what is of this computer.
        server.notes = open_notes(folder, key)
        server.check_ours()
        put_in_place(server, fresh, check)


def keep_clean(folder: DataFolder, key: DataKey, copy: Path, server: str) -> None:
    """Let the file that was kept hold what a copy of the server does: what was erased there leaves it too."""
    path = folder.database.with_suffix(".restored")
    with explain_errors():
        copy_private(copy, path)
    with closing(open_database(path, key.key, key.salt)) as fresh:
        note_server(fresh, server)
        replace_database(fresh, folder.database, key.key)


def listen(work: Opened) -> Listening:
    """Return what hears other desks on the office's server from now on. Raises server.gone."""
    return work.database.listen()


def is_importing(work: Opened) -> bool:
    """Tell whether another desk imports at this moment."""
    return work.database.importing()
