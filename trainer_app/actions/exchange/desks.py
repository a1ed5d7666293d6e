"""More desks at one server: a computer more of the office, with a replica and a key of its own.

    save_for_another(work, path)                       at a desk that is there: by a head
    begin_desk(folder, path, passphrase, name=...)     at the new computer, from that file

The file is the vault: it says where the server is to whoever knows a passphrase that opens the office, and to
nobody else. The new folder holds the settings of its computer, and a database without any rows, which says
where the data are. The new desk enters the office's list by itself: whoever opens the office is of it.
"""

from pathlib import Path

from trainer_app.actions.base import data_key, identity, rights, server_home, server_people
from trainer_app.actions.base.moving import check_driver
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Role, Workplace, is_signed, open_with_key
from trainer_app.actions.exchange.trust import sign_list, trust_of_office
from trainer_app.bundle import vault
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.bundle.trust import Device, TrustList
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.rights import Right
from trainer_app.domain.base.settings import DEVICE_CODE, DEVICE_KEYS, ROLE, USER
from trainer_app.native.disk import unlink_file
from trainer_app.store.base.files import create_notes, explain_errors, remove_database
from trainer_app.store.base.store import create_store, put_setting
from trainer_app.system.clock import Clock, SystemClock
from trainer_app.system.files import write_checked
from trainer_app.system.folders import DataFolder, WorkplaceState, refuse_share, state_of

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
    server.no_driver, server.not_reached, rights.refused to who is no head where the server makes roles; then
    nothing is left of it.
    """
    check_driver()
    refuse_share(folder.root)
    if state_of(folder) is not WorkplaceState.NEW:
        raise TrainerError("workplace.exists")
    content = _read(path)
    folder.make()
    data_key.write_vault(folder, content)
    try:
        key = data_key.unlock_key(folder, passphrase, name)
        _lay_folder(folder, key, user_name, clock or SystemClock())
        work = _opened(folder, key, clock or SystemClock())
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


def _opened(folder: DataFolder, key: DataKey, clock: Clock) -> Workplace:
    """Open the new folder. Raises rights.refused where the server lets a head alone write into the list."""
    refusal = rights.refusal(Right.DECIDE)
    try:
        work = open_with_key(folder, key, clock)
    except TrainerError as problem:
        if "server.not_allowed" in (problem.code, getattr(problem.values.get("why"), "code", "")):
            raise refusal from problem
        raise
    if not rights.may(work, Right.DECIDE) and server_people.has_own_role(work):
        work.close()
        raise refusal
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
            sign_list(work, trust, devices)
        work.store.change_setting(DEVICE_CODE, found.code)
    return found.code


def desks_of(work: Workplace) -> list[Device]:
    """Return the computers of the office that its list names, in the order of their codes."""
    trust = identity.trust_list(work)
    found = [each for each in trust.devices if each.at_office] if trust else []
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
