"""Recovery papers: nothing is lost before they are confirmed; new ones and a new root reach the laptops."""

from pathlib import Path

import pytest

from tests.actions.refusing import refused
from tests.kit import writing
from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.world import Story, computer, set_up
from tests.kit.writing import Room
from trainer_app.actions.base import history, identity, workplace
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.exchange import archiving, importing, packs, sending
from trainer_app.actions.office import key_papers, office, recovery, setting_up_again
from trainer_app.actions.office.recovery import Attempt
from trainer_app.bundle import keys, recovery_request, sealing, vault
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.exchange.sending import FileOutcome, OfficeSetUp
from trainer_app.domain.office.backups import KeyPapers, PaperStep, grouped_key
from trainer_app.system.folders import DataFolder

_MADE: dict[Path, OfficeSetUp] = {}
"""What setting up an office gave, by its folder."""


@pytest.fixture
def made(bureau: Workplace) -> OfficeSetUp:
    return _MADE[bureau.folder.root]


@pytest.fixture
def parts() -> tuple[str, ...]:
    return ("trainer", "room")


@pytest.fixture
def bureau(trainer: Workplace, story: Story) -> Workplace:
    """Set up an office whose papers wait to be confirmed."""
    work = set_up(story, "office", role=Role.OFFICE)
    _MADE[work.folder.root] = office.init(work, Texts(en="Office"), "DSH", hold=True)
    return work


def confirm(work: Workplace) -> KeyPapers:
    papers = key_papers.pending(work)
    assert papers is not None
    key_papers.confirm(work, papers.recovery_key[-6:].lower(), f" {papers.standby_key} ")
    return papers


def hand_out(bureau: Workplace, laptop: Workplace, stick: Path) -> FileOutcome:
    pack = packs.export_pack(bureau, laptop.device_code, stick)
    (result,) = importing.import_files(laptop, [pack.file]).files
    return result.result


def everything(folder: DataFolder) -> bytes:
    return b"".join(path.read_bytes() for path in folder.root.rglob("*") if path.is_file())


def test_a_power_cut_before_the_papers_are_confirmed_loses_nothing(
    bureau: Workplace, made: OfficeSetUp
) -> None:
    bureau.close()
    again = workplace.open_workplace(bureau.folder, PASSPHRASE, clock=bureau.clock)
    papers = key_papers.pending(again)
    assert papers is not None
    assert papers.step is PaperStep.INIT
    assert (papers.recovery_key, papers.standby_key) == (made.recovery_key, made.standby_key)
    assert papers.fingerprint == made.fingerprint
    again.close()
    assert made.recovery_key.encode() not in everything(bureau.folder), "nowhere in the clear"


def test_they_are_wiped_once_both_were_typed_back(bureau: Workplace, made: OfficeSetUp) -> None:
    for typed in (("", ""), ("WRONG7", made.standby_key), (made.standby_key, made.standby_key)):
        refused("papers.wrong_recovery", key_papers.confirm, bureau, *typed)
    refused("papers.wrong_standby", key_papers.confirm, bureau, made.recovery_key, made.recovery_key)
    refused("papers.must_be_kept", key_papers.drop, bureau)
    confirm(bureau)
    assert key_papers.pending(bureau) is None
    refused("papers.nothing_waiting", key_papers.confirm, bureau, made.recovery_key, made.standby_key)
    stored = bureau.database.rows("SELECT value FROM setting")
    assert not any(made.recovery_key in str(row) or made.standby_key in str(row) for row in stored)


def test_the_paper_holds_the_whole_keys_in_groups(made: OfficeSetUp) -> None:
    for key in (made.recovery_key, made.standby_key):
        assert "".join(grouped_key(key)) == key
        assert max(map(len, grouped_key(key)[1:])) == 4


@pytest.mark.parametrize("new_root", [False, True])
def test_the_list_that_new_papers_bring_is_in_the_archive_at_once(
    bureau: Workplace, made: OfficeSetUp, new_root: bool
) -> None:
    confirm(bureau)
    archiving.archive_own(bureau)
    before = set(bureau.folder.archive.glob("*.tsync"))
    papers = key_papers.replace_root(bureau, made.standby_key) if new_root else key_papers.make_new(bureau)
    assert set(bureau.folder.archive.glob("*.tsync")) == before, "nothing holds yet"
    confirm(bureau)
    (written,) = set(bureau.folder.archive.glob("*.tsync")) - before
    recovery = papers.recovery_key or made.recovery_key
    sealing.unseal(written.read_bytes(), [recovery])
    trust = identity.trust_list(bureau)
    assert trust is not None
    found = setting_up_again.look([bureau.folder.archive], recovery, papers.standby_key)
    assert found.serial == trust.serial


def test_new_papers_hold_only_once_confirmed_and_the_old_ones_open_what_is_old(
    bureau: Workplace, trainer: Workplace, room: Room, made: OfficeSetUp, stick: Path
) -> None:
    confirm(bureau)
    asked, _ = office.request(trainer, stick / "K7.treq")
    writing.join(trainer, writing.enrolled(bureau, asked, "K7", stick).pack.file)
    old = sending.export(trainer, stick).file.read_bytes()
    papers = key_papers.make_new(bureau)
    refused("papers.waiting", key_papers.make_new, bureau)
    assert papers.recovery_key != made.recovery_key
    hand_out(bureau, trainer, stick)
    trust = identity.trust_list(trainer)
    assert trust is not None
    assert trust.office.recovery == sealing.recipient_of(made.recovery_key), "nothing holds yet"
    confirm(bureau)
    assert hand_out(bureau, trainer, stick) is not FileOutcome.REFUSED
    new = sending.export(trainer, stick).file.read_bytes()
    sealing.unseal(old, [made.recovery_key])
    sealing.unseal(new, [papers.recovery_key])
    refused("bundle.not_for_us", sealing.unseal, new, [made.recovery_key])
    for work in (trainer, bureau):
        content = work.folder.vault.read_bytes()
        assert vault.unlock_with_recovery(content, papers.recovery_key) == work.key
        refused("vault.wrong_recovery_key", vault.unlock_with_recovery, content, made.recovery_key)
    blob = recovery_request.blob_of(new, [papers.recovery_key])
    assert vault.open_recovery_blob(blob, papers.recovery_key) == trainer.key
    assert office.devices(bureau)[0].code == "A1"


def test_new_papers_that_nobody_wants_are_given_up(bureau: Workplace, made: OfficeSetUp) -> None:
    confirm(bureau)
    before = identity.signed_trust(bureau)
    key_papers.make_new(bureau)
    key_papers.drop(bureau)
    assert key_papers.pending(bureau) is None
    assert identity.signed_trust(bureau) == before


def test_a_lost_root_is_replaced_by_the_standby_and_laptops_take_the_new_list(
    bureau: Workplace, joined_to: Workplace, made: OfficeSetUp, stick: Path
) -> None:
    old_root = identity.office_keys(bureau).root_seed
    late = packs.export_pack(bureau, "K7", stick).file
    refused("bundle.bad_standby", key_papers.replace_root, bureau, made.standby_key[:-1])
    other = keys.OfficeKeys.generate()[1].standby
    refused("papers.other_standby", key_papers.replace_root, bureau, other)
    papers = key_papers.replace_root(bureau, made.standby_key.lower())
    assert papers.recovery_key == "", "the recovery key stays as it is"
    office.revoke(bureau, writing.enrolled(bureau, ask(bureau, stick), "K8", stick).device)
    confirm(bureau)
    assert identity.office_keys(bureau).root_seed != old_root
    assert hand_out(bureau, joined_to, stick) is not FileOutcome.REFUSED
    trust = identity.trust_list(joined_to)
    assert trust is not None
    assert trust.office.roots == identity.office_keys(bureau).roots
    assert trust.office.fingerprint == papers.fingerprint
    # What the lost root signs from now on, nobody believes; an older file is harmless.
    (result,) = importing.import_files(joined_to, [late]).files
    assert result.result is not FileOutcome.REFUSED
    assert identity.trust_list(joined_to) == trust
    refused("papers.other_standby", key_papers.replace_root, bureau, made.standby_key)
    again = key_papers.replace_root(bureau, papers.standby_key)
    confirm(bureau)
    assert hand_out(bureau, joined_to, stick) is not FileOutcome.REFUSED
    now = identity.trust_list(joined_to)
    assert now is not None
    assert now.office.fingerprint == again.fingerprint


def test_a_laptop_that_missed_the_list_with_the_new_root_follows_later(
    bureau: Workplace, joined_to: Workplace, made: OfficeSetUp, stick: Path
) -> None:
    papers = key_papers.replace_root(bureau, made.standby_key)
    confirm(bureau)
    writing.enrolled(bureau, ask(bureau, stick), "K8", stick)
    key_papers.replace_root(bureau, papers.standby_key)
    confirm(bureau)
    assert hand_out(bureau, joined_to, stick) is not FileOutcome.REFUSED
    assert identity.trust_list(joined_to) == identity.trust_list(bureau)


def test_the_new_paper_opens_a_laptop_that_has_taken_the_list(
    bureau: Workplace, joined_to: Workplace, stick: Path
) -> None:
    papers = key_papers.make_new(bureau)
    confirm(bureau)
    hand_out(bureau, joined_to, stick)
    joined_to.close()
    attempt = Attempt(joined_to.folder, "a passphrase that is new", joined_to.clock, CHEAP)
    recovery.open_with_paper(attempt, papers.recovery_key).close()


@pytest.fixture
def joined_to(bureau: Workplace, trainer: Workplace, room: Room, stick: Path) -> Workplace:
    confirm(bureau)
    asked, _ = office.request(trainer, stick / "K7.treq")
    writing.join(trainer, writing.enrolled(bureau, asked, "K7", stick).pack.file)
    return trainer


def ask(bureau: Workplace, stick: Path) -> Path:
    """Write the request of some other laptop."""
    work = computer(bureau.folder.root.with_name("other"), clock=bureau.clock)
    asked, _ = office.request(work, stick / "other.treq")
    work.close()
    return asked


def test_setting_up_an_office_is_not_undone(bureau: Workplace) -> None:
    """One press in passing would take it back, while its keys lie on paper and in laptops."""
    assert history.pending(bureau, 5) == []
    refused("history.nothing_to_undo", history.undo, bureau)
    assert identity.has_office(bureau)
