"""Computers of an office: a trainer's laptop, or one of the office itself that travels.

A head who is on the road, or a data officer, has everything there that the office has, and the rights that
they have at the office: what is decided there counts as the office's, once its file is taken in. It is no
desk: no key of the office lies on it, so it makes no packs, enrols nobody, erases nothing and moves nothing
to a server. Its person stands in the signed list, with what the office's root grants them for the keys of
this very computer: by these they ask for what takes two heads, and confirm it. Lost, it is revoked as any
laptop, and with it what was granted.

Its first file holds the whole journal. Each file of its own says up to which number it has what each replica
wrote; the next ones of the office hold what is beyond that, and what fell silent below it. A file that was
lost, taken in twice or in another order therefore does no harm, and who doubts asks for everything.

What counts from there is told by the role in the list (`domain.base.authority`). It stays what it was when
the computer was enrolled: who gets another one enrols another folder.
"""

from msgspec import UNSET

from trainer_app.actions.base import joint, rights, users
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.bundle.layout import Header
from trainer_app.bundle.trust import Device, DeviceRequest, TrustList
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.joint import JointStatement, Traveller, write_grant
from trainer_app.domain.base.rights import OfficeUser, UserRole
from trainer_app.domain.certificates.serials import is_device_code
from trainer_app.domain.exchange.laptops import CONFIRMED, CONFIRMED_AT
from trainer_app.store.exchange.course_scope import Scopes

OWN = ""
"""Instead of a person's name: of whoever enrols it."""


def listed(
    work: Workplace, trust: TrustList, asked: DeviceRequest, code: str, whose: str | None = None
) -> Device:
    """Return a computer as it will stand in the list; with `whose` it is one of the office that travels.

    That is a person's short name, or `OWN`. Raises office.bad_device_code, office.code_taken,
    travelling.other_role, users.unknown, travelling.reader, travelling.own_head, joint.given.
    """
    if not is_device_code(code):
        raise TrainerError("office.bad_device_code", code=code)
    before = next((one for one in trust.devices if one.signing_key == asked.signing_key), None)
    if before is None or before.code != code:
        _check_unused(work, trust, code)
    if before is not None and (before.role == "office") is (whose is None):
        raise TrainerError("travelling.other_role", code=before.code)
    keys = (code, asked.label, asked.signing_key, asked.receiving_key)
    if whose is None:
        return Device(*keys, may_issue=True)
    person = _owner(work, whose)
    role = person.role or UserRole.HEAD
    grant = users.grant_of_computer(work, person.key, role, asked.receiving_key, asked.signing_key)
    return Device(*keys, role="office", may_issue=True, travels=Traveller(person.key, grant))


def _owner(work: Workplace, whose: str) -> OfficeUser:
    """Return whose computer it is; nobody named where one works alone.

    A head enrols their own: with one of another head anybody could be both heads of what takes two.
    """
    if not whose and not rights.list_users(work):
        return OfficeUser("", role=UserRole.HEAD)
    here = work.person.key if work.person is not None else ""
    person = users.find_user(work, whose or here)
    if person.role not in (UserRole.OFFICER, UserRole.HEAD):
        raise TrainerError("travelling.reader", name=person.name)
    if person.role is UserRole.HEAD:
        if person.key != here:
            raise TrainerError("travelling.own_head", name=person.name)
        users.ensure_signer(work)
    return person


def note_computer(work: Workplace, device: Device) -> None:
    """Let a head who enrolled their computer sign that it signs for them; the list alone vouches for no head.

    What it had confirmed before is forgotten: it may have left the office since. Use inside a transaction.
    """
    if device.travels is not UNSET:
        forget_confirmed(work)
    if device.travels is UNSET or not device.travels.user or device.travels.grant.role != UserRole.HEAD:
        return
    here = users.find_user(work, device.travels.user)
    said = joint.statement(work, JointStatement.COMPUTER, here, [write_grant(device.travels.grant)])
    work.journal.record(Label("joint.step.computer", {"name": here.name}), [said], note=True)


def _check_unused(work: Workplace, trust: TrustList, code: str) -> None:
    """Refuse the code of another laptop, also of one that had it before. Raises office.code_taken."""
    if trust.device(code) is not None or Scopes(work.database).courses_of_team(code):
        raise TrainerError("office.code_taken", code=code)


def may_own(work: Workplace) -> list[OfficeUser]:
    """Return for whom whoever is here may enrol a computer that travels, themselves first."""
    here = work.person.key if work.person is not None else ""
    return sorted(
        (
            each
            for each in rights.list_users(work)
            if each.role is UserRole.OFFICER or (each.role is UserRole.HEAD and each.key == here)
        ),
        key=lambda each: each.key != here,
    )


def owner_of(work: Workplace, device: Device) -> str:
    """Return whose computer of the office it is, by name; "" for a trainer's, and where one works alone."""
    if device.travels is UNSET:
        return ""
    user = device.travels.user
    return next((each.name for each in rights.all_users(work) if each.key == user), "")


def know_owner(work: Workplace) -> None:
    """See who is here by the list that was just taken in: on the road it says whose computer this is."""
    rights.sign_in(work)
    work.journal.user = work.user


def confirmed(work: Workplace, device: Device) -> dict[str, int]:
    """Return what a computer of the office that travels has said to have: replica -> number; else nothing."""
    if device.travels is UNSET:
        return {}
    return work.store.setting(CONFIRMED).get(device.key_id.hex(), {})


def note_confirmed(work: Workplace, device: Device, header: Header) -> None:
    """At an office: keep what a file of a computer that travels says to be there.

    A file that was written before another one never lets anything count as being there: the computer may have
    been put back from a backup since, with whatever its clock shows. Use inside a transaction.
    """
    if work.role is not Role.OFFICE or device.travels is UNSET:
        return
    every, times, key = work.store.setting(CONFIRMED), work.store.setting(CONFIRMED_AT), device.key_id.hex()
    seen = dict(header.seen)
    if header.wall <= times.get(key, 0):
        seen = {name: min(to, seen[name]) for name, to in every.get(key, {}).items() if name in seen}
    work.store.change_setting(CONFIRMED, {**every, key: seen})
    work.store.change_setting(CONFIRMED_AT, {**times, key: max(header.wall, times.get(key, 0))})


def forget_confirmed(work: Workplace) -> None:
    """Let every computer that travels get all again: what was confirmed need not be what the office has."""
    work.store.forget_setting(CONFIRMED)
