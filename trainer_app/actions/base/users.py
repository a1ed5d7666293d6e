"""The people of the office: who opens its data with a passphrase of their own, and what they may do.

Each change is an entry that the office's root key signed, and a slot of the vault. The entry comes first: a
power cut between the two leaves somebody without a way in, whom a head gives a new passphrase, and never a
way in that nobody knows of. Closing is done the other way round. On a server each change is one for every
desk, and for the role that the server knows that person by (`server_people`).

Whoever worked alone until then is the first head; so is whoever opens the office with its key from paper.
"""

import hmac

import msgspec
from msgspec import UNSET, Struct

from trainer_app.actions.base import (
    data_key,
    heads,
    identity,
    joint,
    rights,
    server_people,
    workplace_key,
)
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Role, Workplace, change_user
from trainer_app.bundle import sealing, vault
from trainer_app.bundle.trust import Device, TrustList
from trainer_app.bundle.vault import UserKey
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.joint import PAPER, Grant, JointMatter, JointStatement, Traveller
from trainer_app.domain.base.journal import Value
from trainer_app.domain.base.passphrases import check_passphrase
from trainer_app.domain.base.rights import OfficeUser, UserRole, check_names, count_heads, short_of
from trainer_app.domain.base.structs import Unshown
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.store.base.drafts import Write


class UserLine(Struct, frozen=True):
    """One person as lists show them. `opens`: a passphrase of theirs opens the data; `here`: it is they.

    `reset`: heads agreed that they are given another one.
    """

    user: OfficeUser
    opens: bool
    here: bool
    reset: bool = False


def list_users(work: Workplace) -> list[UserLine]:
    """Return the people of the office, by name; none where one person works alone."""
    people = rights.list_users(work)
    slots = vault.list_users(data_key.read_vault(work.folder)) if people else {}
    here = work.person.key if work.person is not None else ""
    reset = heads.find(work).reset if people else frozenset[str]()
    return [
        UserLine(user, slots.get(user.key) == user.recipient, user.key == here, user.key in reset)
        for user in people
    ]


@guarded
def begin(work: Workplace, passphrase: str, *, cost: KdfCost | None = None) -> None:
    """Make whoever sets up an office its first head, under the first word of their name.

    The passphrase that they typed stays; from now on it opens a slot of their own. Alone they type no short
    name. Raises office.not_set_up, users.own_name_missing, vault.wrong_passphrase.
    """
    if identity.trust_list(work) is None:
        raise TrainerError("office.not_set_up")
    if is_first(work):
        _become_head(work, "", passphrase, cost)


def own_name(work: Workplace) -> str:
    """Return the name of who is here; empty where nobody typed one since the paper key opened the office."""
    return "" if work.user == work.office_code else work.user


def is_alone(work: Workplace) -> bool:
    """Tell whether whoever is here has no colleagues, so that their name is theirs to change."""
    return work.person is None or len(rights.list_users(work)) == 1


def rename(work: Workplace, name: str) -> Changes:
    """Change the name of whoever works alone. Raises users.name_by_heads, users.name_missing, .name_long."""
    if work.person is None:
        change_user(work, name)
        return Changes(Label("users.step.name"))
    if not is_alone(work):
        raise TrainerError("users.name_by_heads")
    tidy, _ = check_names(name, work.person.short, ())
    write = Write(rights.ENTITY, work.person.key, {"name": tidy})
    with work.journal.transaction():
        change_user(work, tidy)
        changes = work.journal.record(Label("users.step.name"), [write], note=True)
    rights.sign_in(work)
    work.journal.user = work.user
    return changes


def is_first(work: Workplace) -> bool:
    """Tell whether one's own passphrase is asked for: nobody of the office's people opened it."""
    return work.person is None


def is_to_choose(work: Workplace) -> bool:
    """Tell whether a head beside another is here whose passphrase somebody else may know.

    So far they are no second head.
    """
    if not rights.takes_two(work):
        return False
    here = work.person.key if work.person is not None else ""
    return any(
        user.given and user.role is UserRole.HEAD for user in rights.list_users(work) if user.key == here
    )


def is_nobody(work: Workplace) -> bool:
    """Tell whether an office of several people is open, but as none of them: by its paper, or since then."""
    return work.role is Role.OFFICE and work.person is None and bool(rights.list_users(work))


def cannot_sign(work: Workplace) -> str:
    """Return why who is here can sign nothing that takes two heads; empty where they can."""
    if work.person is None or (work.vault_key.user is None and rights.place_of(work) is None):
        return "joint.nobody"
    return "joint.given" if rights.has_given_passphrase(work) else ""


def own_short(work: Workplace) -> str:
    """Return the short name that whoever is here has, or gets once somebody else is let in."""
    return work.person.short if work.person is not None else short_of(work.user)


def propose_short(work: Workplace, name: str) -> str:
    """Return a short name for somebody who is to be let in, which nobody has yet."""
    return short_of(name, [own_short(work), *(user.short for user in rights.list_users(work))])


@guarded
def add(
    work: Workplace,
    name: str,
    short: str,
    role: UserRole,
    passphrase: str,
    own_passphrase: str = "",
    *,
    cost: KdfCost | None = None,
) -> Changes:
    """Let somebody open the data with a passphrase of their own.

    With the first one whoever worked alone becomes a head, under the first word of their name; for that
    `own_passphrase` is needed. A head beside two of them is made by both. Raises office.*, users.*,
    passphrase.*, vault.wrong_passphrase, vault.full.
    """
    if identity.trust_list(work) is None:
        raise TrainerError("office.not_set_up")
    identity.office_keys(work)
    if role is UserRole.HEAD and rights.takes_two(work):
        # Whoever typed the passphrase could be that head, too.
        raise TrainerError("users.head_by_two")
    name, short = check_names(name, short, rights.list_users(work))
    check_passphrase(passphrase, name)
    if is_first(work):
        _become_head(work, short, own_passphrase, cost)
    key = vault.new_user(work.journal.make_key())
    fields = {"name": name, "short": short, **_granted(work, key.id, role, key, given=True)}
    step = Label("users.step.add", {"name": name})
    changes = work.journal.record(step, [Write(rights.ENTITY, key.id, fields)], key=key.id, note=True)
    _put_slot(work, key, short, passphrase, cost)
    return changes


def _become_head(work: Workplace, taken: str, passphrase: str, cost: KdfCost | None) -> None:
    """Give a slot of their own to whoever opened the data with the passphrase that is nobody's."""
    check_new_head(work)
    if not own_name(work):
        raise TrainerError("users.own_name_missing")
    if work.renewal is not None:
        raise TrainerError("renewal.waits")
    content = data_key.read_vault(work.folder)
    vault.unlock(content, passphrase, own="")
    people = rights.list_users(work)
    known = next((each for each in people if each.name == work.user and each.role is UserRole.HEAD), None)
    others = [each for each in people if each is not known]
    short = known.short if known else short_of(work.user, [each.short for each in others])
    name, short = check_names(work.user, short, [*others, OfficeUser("", short=taken)])
    key = vault.new_user(known.key if known is not None else work.journal.make_key())
    fields = {"name": name, "short": short, **_granted(work, key.id, UserRole.HEAD, key)}
    step = Label("users.step.head", {"name": name})
    work.journal.record(step, [Write(rights.ENTITY, key.id, fields)], note=True)
    content = vault.put_user(content, work.key, key, short, passphrase, cost)
    data_key.write_vault(work.folder, vault.drop_passphrase(content))
    work.key = msgspec.structs.replace(work.key, user=key)
    rights.sign_in(work)
    server_people.keep_up(work)


@guarded
def set_passphrase(work: Workplace, user: str, passphrase: str, *, cost: KdfCost | None = None) -> Changes:
    """Give somebody a new passphrase, who has forgotten theirs.

    Raises users.unknown, passphrase.*, users.own; joint.needed for a head beside another one, unless
    `allow_passphrase` was decided; users.paper_again.

    One's own is changed by `change_passphrase`, which asks for the one of now.
    """
    found = find_user(work, user)
    if work.person is not None and found.key == work.person.key:
        raise TrainerError("users.own")
    if needs_two(work, found, JointMatter.PASSPHRASE):
        raise TrainerError("joint.needed")
    check_paper(work, found)
    check_passphrase(passphrase, found.name)
    key = vault.new_user(found.key)
    role = found.role or UserRole.READER
    step = Label("users.step.passphrase", {"name": found.name})
    write = Write(rights.ENTITY, found.key, _granted(work, found.key, role, key, given=True))
    changes = work.journal.record(step, [write], note=True)
    _put_slot(work, key, found.short, passphrase, cost)
    return changes


@guarded
def allow_passphrase(work: Workplace, user: str) -> Changes:
    """Let two heads agree that one of them is given a passphrase, who has forgotten theirs.

    Whoever unlocks with the one of now before takes it back. Raises users.unknown, joint.needed.
    """
    found = find_user(work, user)
    both = joint.require(work, JointMatter.PASSPHRASE, [found.key])
    return work.journal.record(Label("users.step.allow", {"name": found.name}), both, note=True)


def change_passphrase(work: Workplace, old: str, new: str, *, cost: KdfCost | None = None) -> Changes | None:
    """Set one's own passphrase; return what `note_chosen` does. Raises as `workplace_key` does."""
    workplace_key.change_passphrase(work, old, new, cost=cost)
    return note_chosen(work, new, cost=cost)


def note_chosen(work: Workplace, passphrase: str, *, cost: KdfCost | None = None) -> Changes | None:
    """Note that a head has chosen a passphrase in the place of one that another head knew.

    For whatever changes one's own. Only then that head is a second one of what takes two: with a new key, for
    the one of before lies in every older copy of the vault under the passphrase that the other one knows.
    """
    chose, work.chose_passphrase = work.chose_passphrase, False
    if not chose or work.vault_key.user is None or work.person is None or work.renewal is not None:
        return None
    found = find_user(work, work.person.key)
    if not found.given or found.role is not UserRole.HEAD:
        return None
    key = vault.new_user(found.key)
    write = Write(rights.ENTITY, found.key, _granted(work, found.key, found.role, key))
    changes = work.journal.record(Label("users.step.chosen", {"name": found.name}), [write], note=True)
    _put_slot(work, key, found.short, passphrase, cost)
    work.key = msgspec.structs.replace(work.key, user=key)
    rights.sign_in(work)
    joint.note_heads(work)
    return changes


def needs_two(work: Workplace, user: OfficeUser, matter: JointMatter) -> bool:
    """Tell whether another head has to agree before somebody is made less, removed or given a passphrase.

    A head who never chose a passphrase is no second head yet.
    """
    if not rights.takes_two(work) or user.role is not UserRole.HEAD:
        return False
    known = heads.find(work)
    if user.given and user.key not in known.standing:
        return False
    return matter is not JointMatter.PASSPHRASE or user.key not in known.reset


@guarded
def set_role(work: Workplace, user: str, role: UserRole) -> Changes:
    """Let somebody do more, or less, from now on.

    Raises users.unknown, users.last_head; joint.needed for another head, or one more of them, where there are
    two; users.paper_again, users.new_by_paper.
    """
    found = find_user(work, user)
    both: list[Write] = []
    if found.role is UserRole.HEAD is not role:
        _check_other_head(work)
        both = _lowering(work, found, role)
    elif role is UserRole.HEAD is not found.role:
        check_new_head(work)
        both = joint.require(work, JointMatter.RAISE, [found.key])
    role_words = Label(f"users.role.{role.value}")
    step = Label("users.step.role", {"name": found.name, "role": role_words})
    fields = _granted(work, found.key, role, found, given=found.given)
    changes = work.journal.record(step, [Write(rights.ENTITY, found.key, fields), *both], note=True)
    server_people.keep_up(work)
    return changes


def _lowering(work: Workplace, found: OfficeUser, role: UserRole) -> list[Write]:
    """Return what is written when a head becomes less: by another one's word, or alone by their own."""
    subjects = [found.key, role.value]
    here = work.person is not None and work.person.key == found.key
    if here and not joint.is_agreed(JointMatter.LOWER, subjects):
        stands = found.key in heads.find(work).standing
        return [joint.statement(work, JointStatement.LEAVE, found, [found.key])] if stands else []
    if needs_two(work, found, JointMatter.LOWER):
        return joint.require(work, JointMatter.LOWER, subjects)
    check_paper(work, found)
    return []


@guarded
def remove(work: Workplace, user: str) -> Changes:
    """Close somebody's slot; the data get a new key as soon as the next one of the others unlocks them.

    Raises users.unknown, users.not_oneself; joint.needed for a head beside another one; users.paper_again.
    """
    found = find_user(work, user)
    agreed = joint.is_agreed(JointMatter.REMOVE, [found.key])
    if work.person is not None and found.key == work.person.key and not agreed:
        raise TrainerError("users.not_oneself")
    both: list[Write] = []
    if needs_two(work, found, JointMatter.REMOVE):
        both = joint.require(work, JointMatter.REMOVE, [found.key])
    else:
        check_paper(work, found)
    data_key.write_vault(work.folder, vault.drop_user(data_key.read_vault(work.folder), found.key))
    step = Label("users.step.remove", {"name": found.name})
    writes = [Write(rights.ENTITY, found.key, {"removed": True}), *both]
    with work.journal.transaction():
        changes = work.journal.record(step, writes, note=True)
        workplace_key.ask_for_new_key(work)
    server_people.keep_up(work)
    return changes


def check_paper(work: Workplace, found: OfficeUser) -> OfficeUser:
    """Refuse to change whom nobody here speaks for: the paper that opened the office is typed anew.

    That is a head who has signed that they are one; and, where the paper was not typed, whoever unlocks with
    a passphrase of their own: that their slot opens is all that is known of them.
    """
    if work.person is None:
        opens = vault.list_users(data_key.read_vault(work.folder)).get(found.key) == found.recipient
        if found.key in heads.find(work).standing or (opens and not work.by_paper):
            raise TrainerError("users.paper_again", name=found.name)
    return found


def check_new_head(work: Workplace) -> None:
    """Refuse a head by a passphrase that is nobody's: the paper was not typed, or heads have signed since."""
    if is_nobody(work) and (not work.by_paper or heads.find(work).standing):
        raise TrainerError("users.new_by_paper")


class PaperSigner(Unshown, Struct, frozen=True):
    """The office's key from paper, typed: what the root signs of it, and with what it signs."""

    grant: Grant
    seed: bytes


def tidy_paper_key(typed: str) -> str:
    """Return a recovery key as typed from paper, once it is one. Raises vault.bad_recovery_key."""
    try:
        return sealing.tidy_identity(typed)
    except TrainerError as problem:
        raise TrainerError("vault.bad_recovery_key") from problem


def read_paper(work: Workplace, typed: str) -> PaperSigner:
    """Return the key that was typed from paper. Raises vault.bad_recovery_key, vault.wrong_recovery_key."""
    paper = tidy_paper_key(typed)
    keys, recipient = identity.office_keys(work), sealing.recipient_of(paper)
    if recipient != keys.recovery_recipient:
        raise TrainerError("vault.wrong_recovery_key")
    seed = hmac.digest(paper.encode(), b"trainer-office paper signs", "sha256")
    grant = Grant(PAPER, recipient, sealing.public_key_of(seed).hex())
    return PaperSigner(_signed(work, PAPER, grant), seed)


def find_user(work: Workplace, user: str) -> OfficeUser:
    """Return somebody by key, short name or name. Raises users.unknown."""
    people = rights.list_users(work)
    wanted = [each for each in people if user in (each.key, each.short, each.name)]
    if len(wanted) != 1:
        raise TrainerError("users.unknown", name=user)
    return wanted[0]


def ensure_signer(work: Workplace) -> OfficeUser:
    """Return who is here, with the key that they sign with, which is theirs by their slot alone.

    Whom an older version of the program let in has none yet. Raises joint.nobody where nobody is named,
    joint.given where another head may know the passphrase of whoever is here: that one could be both heads.
    On a computer of the office that travels they sign with its own key, for which the office granted them.
    """
    own = work.vault_key.user
    if barred := cannot_sign(work):
        raise TrainerError(barred)
    assert work.person is not None
    if rights.place_of(work) is not None:
        return _signer_on_the_road(work, find_user(work, work.person.key))
    assert own is not None
    found = find_user(work, work.person.key)
    if found.role is not None and found.signer != own.signer:
        step = Label("users.step.sign")
        fields = _granted(work, found.key, found.role, own, given=found.given)
        write = Write(rights.ENTITY, found.key, fields)
        work.journal.record(step, [write], note=True)
        found = find_user(work, found.key)
    return found


def _signer_on_the_road(work: Workplace, person: OfficeUser) -> OfficeUser:
    trust, key = identity.trust_list(work), identity.device_keys(work).signing_key
    travels = next(each.travels for each in trust.devices if each.signing_key == key) if trust else UNSET
    assert travels is not UNSET
    told = {name: getattr(travels.grant, name) for name in ("recipient", "signer", "signature", "given")}
    return msgspec.structs.replace(person, role=UserRole(travels.grant.role), **told)


def grant_of_computer(work: Workplace, user: str, role: UserRole, recipient: str, signer: bytes) -> Grant:
    """Return what the office's root signs of somebody for the keys of a computer that travels."""
    return _signed(work, user, Grant(role.value, recipient, signer.hex()))


def grant_again(work: Workplace, trust: TrustList) -> TrustList:
    """Sign with the office's root key of now what it granted for computers that travel."""

    def renewed(device: Device) -> Device:
        if device.travels is UNSET:
            return device
        grant = _signed(work, device.travels.user, device.travels.grant)
        return msgspec.structs.replace(device, travels=Traveller(device.travels.user, grant))

    return msgspec.structs.replace(trust, devices=tuple(map(renewed, trust.devices)))


def sign_again(work: Workplace, people: list[OfficeUser]) -> None:
    """Sign with the office's root key of now what the one before had signed. Use inside a transaction."""
    writes = [
        Write(rights.ENTITY, user.key, _granted(work, user.key, user.role, user, given=user.given))
        for user in people
        if user.role is not None
    ]
    work.journal.record(Label("users.step.sign"), writes, note=True)


def _check_other_head(work: Workplace) -> None:
    # With the paper in hand somebody may do everything anyway.
    if work.person is not None and count_heads(rights.list_users(work)) < 2:
        raise TrainerError("users.last_head")


def _granted(
    work: Workplace, user: str, role: UserRole, key: UserKey | OfficeUser, *, given: bool = False
) -> dict[str, Value]:
    """Return the fields that are signed together, with their signature."""
    grant = _signed(work, user, Grant(role.value, key.recipient, key.signer, given=given))
    return {
        "role": grant.role,
        "recipient": grant.recipient,
        "signer": grant.signer or None,
        "signature": grant.signature,
        "given": grant.given or None,
    }


def _signed(work: Workplace, user: str, grant: Grant) -> Grant:
    """Return a grant with the signature of the office's root key."""
    words = heads.signed_words(work, user, grant)
    signature = sealing.sign(words, identity.office_keys(work).root_seed, sealing.Purpose.RIGHTS)
    return msgspec.structs.replace(grant, signature=signature.decode())


def _put_slot(work: Workplace, key: UserKey, short: str, passphrase: str, cost: KdfCost | None) -> None:
    content = data_key.read_vault(work.folder)
    data_key.write_vault(work.folder, vault.put_user(content, work.vault_key, key, short, passphrase, cost))
    server_people.keep_up(work)
