"""The people of an office on its own server: at every desk the same, each with a role of the server's own.

Beside the list of people lies there for each the slot that every vault can take over, which their passphrase
alone opens. Where the server makes roles for them, there is a password in it, each connects as their own
role, and the vault tells the whole address to heads and the paper alone. `keep_up` lets list, roles and vault
agree: when somebody opens the office, when the list was changed here, and when a notice tells that it was
elsewhere.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Protocol, cast

import msgspec
from msgspec import Struct

from trainer_app.actions.base import data_key, rights, server_home
from trainer_app.actions.base.heads import Opened
from trainer_app.bundle import vault
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import derive_key
from trainer_app.domain.base.rights import OfficeUser, Right, UserRole
from trainer_app.domain.base.settings import KEEPER, KEY_DUE, OFFICE_CODE, RECOVERY_SLOT, SLOTS
from trainer_app.domain.base.structs import Unshown, replace
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.store import drop_settings, keys_of_each, put_setting

if TYPE_CHECKING:
    from trainer_app.domain.base.server_address import ServerAddress
    from trainer_app.store.base.server import ServerDatabase
    from trainer_app.system.clock import Clock
    from trainer_app.system.folders import DataFolder

_SECRET_LENGTH = 24
"""Bytes of what somebody connects with."""
_log = logging.getLogger(__name__)


class Desk(Opened, Protocol):
    """An opened workplace, as far as it matters here."""

    folder: DataFolder
    clock: Clock
    renewal: data_key.Renewal | None


def keep_up(work: Desk) -> bool:
    """Let the server's roles and this desk's vault say of each person what the list does.

    Returns whether the vault was changed. Does nothing where the data lie in a file, or one works alone.
    Roles are made by who may decide, here or at another desk; slots are taken over by everybody.
    """
    if not work.database.on_server:
        return False
    from trainer_app.store.office.server_roles import has_roles

    people = rights.list_users(work)
    if people and rights.may(work, Right.DECIDE):
        with_roles = has_roles(work.database)
        _share_slots(work, people, with_roles=with_roles)
        if with_roles:
            _follow(work, people)
    return take_slots(work)


def share_own(work: Desk, content: bytes) -> None:
    """Let all desks know the slot of whoever is here, as a vault has it: under a passphrase of their own.

    Before the vault is written: a desk that stops in between takes it over from the server.
    """
    own = work.vault_key.user
    if own is None or not work.database.on_server:
        return
    from trainer_app.store.office.server_roles import has_roles, keep_slot

    text = vault.shared_slot(content, own.id)
    if rights.may(work, Right.DECIDE) or not has_roles(work.database):
        work.store.change_setting(SLOTS.of(own.id), text)
    else:
        keep_slot(work.database, own.id, text)


def _share_slots(work: Desk, people: Sequence[OfficeUser], *, with_roles: bool) -> None:
    """Keep on the server the slot of each whom this vault lets in, if no desk has yet; make their roles.

    What was kept of who was removed goes.
    """
    from trainer_app.store.office.server_roles import put_person, role_of, roles_of_people

    content = data_key.read_vault(work.folder)
    roles = roles_of_people(work.database) if with_roles else {}
    for user in filter(_is_signed, people):
        text = work.store.setting(SLOTS.of(user.key))
        known = vault.is_shared_by(text, user.recipient)
        if not known:
            text = vault.shared_slot(content, user.key)
            if not vault.is_shared_by(text, user.recipient):
                continue  # no desk that was open since knows their passphrase
        there = not with_roles or role_of(work.database, user.key) in roles
        enters = there and vault.is_shared_by(text, user.recipient, entering=with_roles)
        if known and enters:
            continue
        with work.database.write():
            if not enters:
                password = secrets.token_urlsafe(_SECRET_LENGTH)
                put_person(work.database, user.key, user.role or UserRole.READER, password)
                text = vault.with_password(text, password)
            put_setting(work.database, SLOTS.of(user.key), text)
    listed = {SLOTS.of(user.key).key for user in people} | {SLOTS.of(KEEPER).key}
    if gone := set(keys_of_each(work.database, SLOTS)) - listed:
        with work.database.write():
            drop_settings(work.database, gone)


def _follow(work: Desk, people: Sequence[OfficeUser]) -> None:
    """Let who was removed connect no more, and give a role of another kind to whom a head gave one."""
    from trainer_app.store.office.server_roles import put_person, remove_role, role_of, roles_of_people

    wanted = {role_of(work.database, user.key): user for user in people}
    for name, kind in roles_of_people(work.database).items():
        user = wanted.get(name)
        if user is None:
            remove_role(work.database, name)
        elif kind is not (role := user.role or UserRole.READER):
            put_person(work.database, user.key, role)


def _signed(work: Desk) -> list[OfficeUser]:
    return [*filter(_is_signed, rights.list_users(work))]


def _is_signed(user: OfficeUser) -> bool:
    """Tell whether the office's root signed by what age recipient somebody's slot is known."""
    return user.role is not None


def take_slots(work: Desk) -> bool:
    """Take over what other desks let people in with, and close the slot of who was removed.

    Returns whether the vault was changed.
    """
    people = _signed(work) if work.database.on_server else []
    if not people or work.renewal is not None:
        return False
    from trainer_app.store.office.server_roles import has_roles

    before = content = data_key.read_vault(work.folder)
    alone = not vault.list_users(before)
    for user in people:
        text = work.store.setting(SLOTS.of(user.key))
        if vault.is_shared_by(text, user.recipient) and text != vault.shared_slot(content, user.key):
            try:
                content = vault.take_slot(content, work.vault_key, user.short, text)
            except TrainerError as problem:
                _log.warning("the slot of somebody was not taken over: %s", problem.code)
    removed = {user.key for user in rights.all_users(work) if user.removed}
    gone = removed & vault.list_users(content).keys()
    for key in gone:
        content = vault.drop_user(content, key)
    if alone and vault.list_users(content) and vault.has_passphrase(content):
        # They work by name from now on: the passphrase of before would open it for nobody in particular.
        content = vault.drop_passphrase(content)
    if has_roles(work.database):
        content = _parted(work, content, people)
    if content == before:
        return False
    data_key.write_vault(work.folder, content)
    if gone:
        work.store.change_setting(KEY_DUE, True)
    return True


def _parted(work: Desk, content: bytes, people: Sequence[OfficeUser]) -> bytes:
    """Return a vault that tells the whole address to heads and the paper alone, once all have a password."""
    from trainer_app.domain.base.server_address import read_address

    key = work.vault_key
    slots = vault.list_users(content)
    entering = all(
        vault.is_shared_by(vault.shared_slot(content, user), recipient, entering=True)
        for user, recipient in slots.items()
    )
    if vault.has_passphrase(content) or not slots or not entering:
        return content
    content, wanted = _newest(work, content), _keepers(work, people)
    kept, whole = vault.keeper_of(content), server_home.whole_in(content, key)
    if not whole or not wanted or (kept is not None and kept.recipients == wanted):
        return content
    address = read_address(whole)
    if not address.password:
        return content
    sealed = vault.keep_for(whole, wanted)
    if work.store.setting(SLOTS.of(KEEPER)) and rights.may(work, Right.DECIDE):
        work.store.change_setting(SLOTS.of(KEEPER), _shared(sealed))
    return vault.part_server(content, key, replace(address, password="").text(), sealed)


def _keepers(work: Desk, people: Sequence[OfficeUser]) -> tuple[str, ...]:
    """Return for whom the whole address is sealed: for the heads and the paper."""
    paper = work.store.setting(RECOVERY_SLOT)
    heads = {user.recipient for user in people if user.role is UserRole.HEAD}
    return tuple(sorted(heads | ({paper[0]} if paper else set())))


def _newest(work: Desk, content: bytes) -> bytes:
    """Return a vault with the whole address as another desk shared it, where its password was changed there.

    One that was typed here since, and lets in, is newer.
    """
    from trainer_app.domain.base.server_address import read_address

    text, told = work.store.setting(SLOTS.of(KEEPER)), vault.server_of(content, work.vault_key)
    if not text or not told:
        return content
    try:
        shared = msgspec.json.decode(text, type=vault.KeeperSlot)
    except msgspec.MsgspecError:
        return content
    if shared == vault.keeper_of(content):
        return content
    address = read_address(told)
    if address.password and _lets_in(address):
        return content
    return vault.part_server(content, work.vault_key, replace(address, password="").text(), shared)


def _shared(kept: vault.KeeperSlot) -> str:
    return msgspec.json.encode(kept).decode()


def _lets_in(address: ServerAddress) -> bool:
    from trainer_app.store.base.server import ServerDatabase

    try:
        with closing(ServerDatabase(address)) as database:
            database.connect()
    except TrainerError:
        return False
    return True


class OwnerPassword(Unshown, Struct, frozen=True):
    """What whoever set a server up connects with from now on; `shared`: other desks need not be told."""

    user: str
    password: str
    shared: bool


def owner_of(work: Desk) -> str:
    """Return as whom whoever is here may change that one's password; "" where there is none to change."""
    from trainer_app.domain.base.server_address import read_address

    whole = server_home.whole_address(work.folder, work.vault_key) if work.database.on_server else ""
    address = read_address(whole) if whole else None
    return address.user if address is not None and address.password else ""


def enter_by_roles(work: Desk) -> bool:
    """Tell whether people connect as roles of their own at every desk, and nobody as the owner."""
    from trainer_app.store.office.server_roles import has_roles

    return work.database.on_server and bool(_signed(work)) and has_roles(work.database)


@rights.guarded
def renew_password(work: Desk) -> OwnerPassword:
    """Give whoever set the server up a new password, made here, which the vault keeps for heads and paper.

    Where the server makes roles for people, every desk learns of it from there; else each connects with it,
    and has to be told. Raises moving.in_file, renewal.waits, server.no_password, and what connecting raises:
    then nothing is changed.
    """
    from trainer_app.domain.base.server_address import read_address
    from trainer_app.store.base.server import ServerDatabase
    from trainer_app.store.office.server_roles import change_own_password

    if not work.database.on_server:
        raise TrainerError("moving.in_file")
    if work.renewal is not None:
        raise TrainerError("renewal.waits")
    user = owner_of(work)
    if not user:
        raise TrainerError("server.no_password")
    address = read_address(server_home.whole_address(work.folder, work.vault_key))
    fresh = replace(address, password=secrets.token_urlsafe(_SECRET_LENGTH))
    kept = vault.keep_for(fresh.text(), _keepers(work, _signed(work))) if enter_by_roles(work) else None
    with server_home.asked(), closing(ServerDatabase(address)) as owner, owner.write():
        change_own_password(owner, fresh.password)
        if kept is not None:
            # With it: should this computer stop now, the next head who unlocks has it from there.
            put_setting(owner, SLOTS.of(KEEPER), _shared(kept))
    _keep_password(work, fresh, kept)
    code = work.store.setting(OFFICE_CODE)
    changed = Write("office", derive_key("office", code), {"server_password_at": work.clock.millis()})
    work.journal.record(Label("server.step.password", {"user": user}), [changed], note=True)
    return OwnerPassword(user, fresh.password, shared=kept is not None)


def _keep_password(work: Desk, address: ServerAddress, kept: vault.KeeperSlot | None) -> None:
    """Keep a new password in this computer's vault, and connect with it where it is connected so."""
    content, key = data_key.read_vault(work.folder), work.vault_key
    if vault.keeper_of(content) is not None and kept is not None:
        content = vault.part_server(content, key, replace(address, password="").text(), kept)
    else:
        content = vault.put_server(content, key, address.text())
    data_key.write_vault(work.folder, content)
    database = cast("ServerDatabase", work.database)
    if database.address is not None and database.address.user == address.user:
        database.address = address


def owner_without_roles(work: Desk) -> str:
    """Return as whom a desk connects where the server makes no roles for people of the office; else ""."""
    from trainer_app.store.office.server_roles import has_roles

    address = getattr(work.database, "address", None)
    return str(address.user) if address is not None and not has_roles(work.database) else ""


def has_own_role(work: Desk) -> bool:
    """Tell whether whoever is here connects as a role that the server made for them."""
    from trainer_app.store.office.server_roles import role_of

    address, own = getattr(work.database, "address", None), work.vault_key.user
    return address is not None and own is not None and address.user == role_of(work.database, own.id)


def enter_as_person(work: Desk) -> None:
    """Connect as the role of whoever is here, where `keep_up` has just made one for them."""
    address = server_home.address_of(work.folder, work.vault_key)
    if address is None or address == getattr(work.database, "address", None):
        return
    work.store.seal()
    server_home.open_again(work.folder, work.store, work.vault_key, address)
