"""The office's recovery papers: kept sealed until they are known to be on paper, new ones, a new root key.

Secret keys of a paper lie in the encrypted database from the moment they are made until somebody has typed
them back; then they are wiped. A power cut between the two loses nothing: the papers are shown again. New
papers replace the old ones only once they are confirmed.

Whoever holds a key from paper may be a head again. So a passphrase that is nobody's, left over after somebody
put off who they are, neither makes papers nor shows those that wait, unless the paper was typed since the
office was locked. Where no head's passphrase opens the office and none signed that they are one, it does:
with the paper lost, too, it is the only way back.
"""

import secrets
from datetime import date
from pathlib import Path

import msgspec

from trainer_app.actions.base import data_key, heads, identity, joint, rights, users
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.exchange import archiving
from trainer_app.actions.exchange.trust import keep_recovery_slot, next_serial, trust_of_office
from trainer_app.bundle import sealing, vault
from trainer_app.bundle.keys import OfficeKeys, PaperKeys, office_fingerprint, read_standby, write_standby
from trainer_app.bundle.trust import TrustList, hand_over, sign_trust
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.joint import JointMatter
from trainer_app.domain.base.rights import UserRole
from trainer_app.domain.base.texts import resource
from trainer_app.domain.office.backups import KeyPapers, PaperStep, is_key_ending
from trainer_app.domain.office.erasing import PAPER_KEYS, PAPERS_HELD, HeldPapers, WaitingKeys
from trainer_app.system.files import write_checked

OFFICE = "office"
"""What a request for new papers is about."""


def keep(work: Workplace, step: PaperStep, paper: PaperKeys) -> None:
    """Keep the keys of a paper that hold already until they are confirmed."""
    waiting = WaitingKeys(step, work.today().isoformat(), paper.recovery, paper.standby)
    work.store.change_setting(PAPER_KEYS, waiting)
    _note_held(work, waiting)


def held(work: Workplace) -> tuple[PaperStep, date] | None:
    """Return which papers hold, why and on which day they were made; None where that is not known."""
    told = work.store.setting(PAPERS_HELD)
    return (PaperStep(told.step), date.fromisoformat(told.day)) if told is not None else None


def _note_held(work: Workplace, papers: WaitingKeys) -> None:
    work.store.change_setting(PAPERS_HELD, HeldPapers(papers.step, papers.day))


def pending(work: Workplace) -> KeyPapers | None:
    """Return the papers that nobody has confirmed yet; None when all is well, or they are a head's to see."""
    waiting = work.store.setting(PAPER_KEYS)
    if waiting is None or _needs_paper(work):
        return None
    trust, keys = trust_of_office(work), _keys_then(identity.office_keys(work), waiting)
    digits = office_fingerprint(keys.roots, keys.recipient, keys.recovery_recipient)
    step = PaperStep(waiting.step)
    office = trust.office
    return KeyPapers(step, office.code, office.name, waiting.day, digits, waiting.recovery, waiting.standby)


@guarded
def make_new(work: Workplace) -> KeyPapers:
    """Make a new recovery key and a new stand-by; they hold once they are confirmed.

    Files sealed until then are still opened by the old paper, and by no other: it must be kept. Raises
    office.not_an_office, papers.waiting if there are papers to confirm already; joint.needed where there are
    two heads: whoever holds the key is one more; users.new_by_paper.
    """
    check_person(work)
    keys = identity.office_keys(work)
    check_none_wait(work)
    both = joint.require(work, JointMatter.PAPERS, [OFFICE])
    if both:
        work.journal.record(Label("joint.step.papers"), both, note=True)
    return _begin(
        work,
        WaitingKeys(
            PaperStep.NEW,
            work.today().isoformat(),
            recovery=sealing.new_identity(),
            standby=write_standby(secrets.token_bytes(sealing.KEY_LENGTH)),
            signer=keys.root_seed,
        ),
    )


@guarded
def replace_root(work: Workplace, standby: str) -> KeyPapers:
    """Replace a root key that is lost or may be known to others, by the stand-by typed from paper.

    A new stand-by is made with it. They hold once the paper is confirmed. Raises bundle.bad_standby,
    papers.other_standby for one of another office or an older paper, papers.waiting, users.new_by_paper.
    """
    check_person(work)
    identity.office_keys(work)
    signer = read_standby(standby)
    if sealing.public_key_of(signer) not in trust_of_office(work).office.roots:
        raise TrainerError("papers.other_standby")
    return _begin(
        work,
        WaitingKeys(
            PaperStep.ROOT,
            work.today().isoformat(),
            standby=write_standby(secrets.token_bytes(sealing.KEY_LENGTH)),
            root=secrets.token_bytes(sealing.KEY_LENGTH),
            signer=signer,
        ),
    )


@guarded
def confirm(work: Workplace, recovery: str, standby: str) -> None:
    """Compare what was typed back or scanned; then the papers hold, and their keys are wiped here.

    Of each key its last letters are enough. The list of laptops that new papers bring goes into the archive
    at once: an office set up again from it must know which roots and which recovery key hold.
    Raises papers.nothing_waiting, papers.wrong_recovery, papers.wrong_standby, users.new_by_paper; then they
    wait on.
    """
    check_person(work)
    waiting = work.store.setting(PAPER_KEYS)
    if waiting is None:
        raise TrainerError("papers.nothing_waiting")
    if waiting.recovery and not is_key_ending(recovery, waiting.recovery):
        raise TrainerError("papers.wrong_recovery")
    if not is_key_ending(standby, waiting.standby):
        raise TrainerError("papers.wrong_standby")
    with work.journal.transaction():
        if PaperStep(waiting.step).replaces:
            _put_in_force(work, waiting)
        forget(work)
    keep_recovery_slot(work)
    if PaperStep(waiting.step).replaces:
        archiving.note_own(work)


@guarded
def drop(work: Workplace) -> None:
    """Give up new papers that nobody confirmed: the old ones go on. Raises papers.must_be_kept for others."""
    waiting = work.store.setting(PAPER_KEYS)
    if waiting is not None and not PaperStep(waiting.step).replaces:
        raise TrainerError("papers.must_be_kept")
    forget(work)


@guarded
def forget(work: Workplace) -> None:
    """Wipe the keys of the papers here: somebody has them."""
    work.store.forget_setting(PAPER_KEYS)


@guarded
def write(work: Workplace, target: Path, language: str) -> Path:
    """Write the papers that wait as PDF. Raises papers.nothing_waiting, users.new_by_paper, files.*."""
    check_person(work)
    papers = pending(work)
    if papers is None:
        raise TrainerError("papers.nothing_waiting")
    return write_checked(target, pdf(papers, language))


def pdf(papers: KeyPapers, language: str) -> bytes:
    """Return the papers as a PDF of two pages, one for each place where they are kept."""
    # Drawing is read when a paper is wanted, not at start.
    from trainer_app.documents.base import fonts
    from trainer_app.documents.office.office_papers import key_papers_pdf

    fonts.use(resource("fonts"))
    return key_papers_pdf(papers, language)


def check_person(work: Workplace) -> None:
    """Refuse papers to a passphrase that is nobody's, where a head can unlock. Raises users.new_by_paper."""
    if _needs_paper(work):
        raise TrainerError("users.new_by_paper")


def _needs_paper(work: Workplace) -> bool:
    """Tell whether the key from paper has to be typed first: nobody is here, and a head can be."""
    if not users.is_nobody(work) or work.by_paper:
        return False
    slots = vault.list_users(data_key.read_vault(work.folder))
    people = rights.list_users(work)
    opens = any(each.role is UserRole.HEAD and slots.get(each.key) == each.recipient for each in people)
    return opens or bool(heads.find(work).standing)


def check_none_wait(work: Workplace) -> None:
    """Raise papers.waiting if there are papers to confirm already."""
    if work.store.setting(PAPER_KEYS) is not None:
        raise TrainerError("papers.waiting")


def _begin(work: Workplace, waiting: WaitingKeys) -> KeyPapers:
    check_none_wait(work)
    work.store.change_setting(PAPER_KEYS, waiting)
    found = pending(work)
    assert found is not None
    return found


def _put_in_force(work: Workplace, waiting: WaitingKeys) -> None:
    """Hand over to the new roots and name the new recovery key in the next trust list."""
    now = identity.office_keys(work)
    keys = _keys_then(now, waiting)
    before = trust_of_office(work)
    trust = hand_over(before, keys.roots, waiting.signer, next_serial(work, before))
    office = msgspec.structs.replace(trust.office, recovery=keys.recovery_recipient)
    keep_renewed(work, keys, msgspec.structs.replace(trust, office=office))
    _note_held(work, waiting)


def keep_renewed(work: Workplace, keys: OfficeKeys, trust: TrustList) -> None:
    """Sign a list by the office's root and keep it, with its keys and roots."""
    dated = msgspec.structs.replace(trust, day=work.today().isoformat())
    people = rights.list_users(work)
    identity.keep_office_keys(work, keys)
    identity.keep_roots(work, dated)
    dated = users.grant_again(work, dated)
    identity.keep_trust(work, sign_trust(dated, keys.root_seed), dated)
    if people:
        users.sign_again(work, people)
        joint.note_heads(work)


def _keys_then(keys: OfficeKeys, waiting: WaitingKeys) -> OfficeKeys:
    """Return the office's keys as they are once the papers hold."""
    return OfficeKeys(
        identity=keys.identity,
        root_seed=waiting.root or keys.root_seed,
        standby_key=sealing.public_key_of(read_standby(waiting.standby)),
        recovery_recipient=(
            sealing.recipient_of(waiting.recovery) if waiting.recovery else keys.recovery_recipient
        ),
    )
