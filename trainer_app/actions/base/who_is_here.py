"""Who opened the office, where its key from paper did: one of its people, or somebody new.

A passphrase that was chosen with that key, or when a backup was restored, is nobody's. What is written then
bears no name until whoever chose it says who they are: it becomes theirs, and is nobody's any more.

Somebody whose role the office signed keeps it, and no more. Where the office was set up again from its
papers, what the lost computer had signed counts no more, so whoever holds them is a head again. So is
somebody new. Who was removed does not come back by it.
"""

from trainer_app.actions.base import data_key, heads, rights, server_people, users, workplace
from trainer_app.actions.base.users import UserLine
from trainer_app.actions.base.workplace import Workplace
from trainer_app.bundle import vault
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.passphrases import check_passphrase
from trainer_app.domain.base.rights import (
    LONGEST_SHORT,
    OfficeUser,
    UserRole,
    check_names,
    fold_short,
)
from trainer_app.domain.base.structs import replace
from trainer_app.domain.exchange.laptops import KdfCost


def is_asked(work: Workplace) -> bool:
    """Tell whether it is not known who of the office's people is here."""
    return users.is_nobody(work)


def offered(work: Workplace) -> list[UserLine]:
    """Return the people of the office who were not removed, by name."""
    return users.list_users(work)


def becomes_head(person: OfficeUser | None) -> bool:
    """Tell whether the key from paper makes somebody a head: somebody new, or whose role counts no more."""
    return person is None or person.role is None


def become(work: Workplace, user: str, passphrase: str, *, cost: KdfCost | None = None) -> None:
    """Put the passphrase that is nobody's so far into somebody's slot; they are here from now on.

    As if another head had typed it, it decides nothing beside a second head until another one is chosen.
    Raises users.unknown for somebody who is not among the people, users.paper_again, users.new_by_paper,
    passphrase.own_name, vault.wrong_passphrase.
    """
    person = users.find_user(work, user)
    check_passphrase(passphrase, person.name)
    vault.unlock(data_key.read_vault(work.folder), passphrase, own="")
    if becomes_head(person):
        _check_no_heads(work)
        users.set_role(work, person.key, UserRole.HEAD)
    let_in(work, person, passphrase, cost)


def become_new(work: Workplace, name: str, passphrase: str, *, cost: KdfCost | None = None) -> None:
    """Let somebody new be here, as a head with this passphrase that was nobody's.

    Raises users.known, users.removed, users.new_by_paper where heads have signed that they are heads,
    users.name_*, passphrase.own_name, vault.wrong_passphrase, renewal.waits.
    """
    tidy, _ = check_names(name, name[:LONGEST_SHORT], ())
    for each in rights.all_users(work):
        if fold_short(each.name) == fold_short(tidy):
            raise TrainerError("users.removed" if each.removed else "users.known", name=each.name)
    _check_no_heads(work)
    check_passphrase(passphrase, tidy)
    before = users.own_name(work)
    workplace.change_user(work, tidy)
    try:
        users.begin(work, passphrase, cost=cost)
    except TrainerError:
        workplace.change_user(work, before or work.office_code)
        raise
    work.journal.user = work.user
    server_people.enter_as_person(work)


def _check_no_heads(work: Workplace) -> None:
    """Refuse one more head beside those who have signed that they are heads: their key was not typed."""
    if heads.find(work).standing:
        raise TrainerError("users.new_by_paper")


def let_in(work: Workplace, person: OfficeUser, passphrase: str, cost: KdfCost | None = None) -> None:
    """Do the same for somebody whom the typed key from paper named.

    A power cut in between leaves the passphrase nobody's, which opens too.
    """
    users.set_passphrase(work, person.key, passphrase, cost=cost)
    content = data_key.read_vault(work.folder)
    own = vault.unlock(content, passphrase, own=person.key).user
    data_key.write_vault(work.folder, vault.drop_passphrase(content))
    # Nobody needs the password of whoever set the server up any more.
    server_people.keep_up(work)
    if work.renewal is not None:
        work.renewal = replace(work.renewal, key=replace(work.renewal.key, user=own))
    work.key = replace(work.key, user=own)
    rights.sign_in(work)
    server_people.enter_as_person(work)
    work.journal.user = work.user
