"""Who opened the office, where its key from paper did: one of its people, or somebody new.

A passphrase that was chosen with that key, when a backup was restored, or with the answer of another desk, is
nobody's. What is written bears no name until whoever chose it says who they are: it becomes theirs, and is
nobody's any more. They may put that off, and are asked again each time when it opens the office.

Somebody whose role the office signed keeps it, and no more. Where the office was set up again from its
papers, what the lost computer had signed counts no more, so whoever holds them is a head again. So is
somebody new. Who was removed does not come back by it.

The passphrase alone may have been left over, and known to others since. So it makes nobody a head, and takes
the place of nobody who unlocks with a passphrase of their own, unless the key from paper was typed since
the office was locked.
"""

from trainer_app.actions.base import (
    data_key,
    heads,
    identity,
    joint,
    rights,
    server_people,
    users,
    workplace,
)
from trainer_app.actions.base.workplace import Workplace
from trainer_app.bundle import vault
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.joint import PAPER, JointStatement
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


def becomes_head(person: OfficeUser | None) -> bool:
    """Tell whether the key from paper makes somebody a head: somebody new, or whose role counts no more."""
    return person is None or person.role is None


def needs_paper(work: Workplace, person: OfficeUser | None) -> bool:
    """Tell whether the key from paper has to be typed first, to be somebody, or somebody new."""
    try:
        if person is not None:
            users.check_paper(work, person)
        if becomes_head(person):
            users.check_new_head(work)
    except TrainerError:
        return True
    return False


def become(work: Workplace, user: str, passphrase: str, *, cost: KdfCost | None = None) -> None:
    """Put the passphrase that is nobody's so far into somebody's slot; they are here from now on.

    As if another head had typed it, it decides nothing beside a second head until another one is chosen.
    Raises users.unknown for somebody who is not among the people, users.paper_again, users.new_by_paper,
    passphrase.own_name, vault.wrong_passphrase.
    """
    person = users.find_user(work, user)
    check_passphrase(passphrase, person.name)
    vault.unlock(data_key.read_vault(work.folder), passphrase, own="")
    users.check_paper(work, person)
    let_in(work, person, passphrase, cost)


def become_new(work: Workplace, name: str, passphrase: str, *, cost: KdfCost | None = None) -> None:
    """Let somebody new be here, as a head with this passphrase that was nobody's.

    Raises users.known, users.removed, users.new_by_paper, passphrase.own_name,
    vault.wrong_passphrase, renewal.waits.
    """
    tidy, _ = check_names(name, name[:LONGEST_SHORT], ())
    for each in rights.all_users(work):
        if fold_short(each.name) == fold_short(tidy):
            raise TrainerError("users.removed" if each.removed else "users.known", name=each.name)
    users.check_new_head(work)
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


def let_in(work: Workplace, person: OfficeUser, passphrase: str, cost: KdfCost | None = None) -> None:
    """Do the same for somebody who is known, also for whom the typed key from paper named.

    Whose role counts no more is a head first: a passphrase signs the role that it finds. A power cut in
    between leaves the passphrase nobody's, which opens too. Raises users.new_by_paper, users.paper_again.
    """
    if becomes_head(person):
        users.set_role(work, person.key, UserRole.HEAD)
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


def leave_names(work: Workplace) -> None:
    """Let what is written after the paper key opened an office bear its code, and nobody's name.

    The name kept there is of whoever set the office up. Who opened it now says who they are.
    """
    if users.is_nobody(work):
        workplace.change_user(work, work.office_code)


def note_paper(work: Workplace, typed: str) -> None:
    """Note that somebody opened the office with its key from paper; in the journal where two heads decide.

    Until the heads unlock the next time, whoever did gives passphrases and roles anew. The key of an older
    paper changes nothing of them.
    """
    if not identity.has_office(work):
        return
    try:
        paper = users.read_paper(work, typed)
    except TrainerError:
        return
    work.by_paper = True
    if heads.find(work).standing:
        said = joint.state(work, JointStatement.OPENED, (), PAPER, paper.grant)
        write = joint.sign_statement(work, said, paper.seed)
        work.journal.record(Label("joint.step.opened"), [write], note=True)
