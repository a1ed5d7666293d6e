"""A new data key: older vaults, copies and passphrases open nothing newer, and nothing is lost on the way."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import data_key, key_renewal, workplace, workplace_key
from trainer_app.actions.base.data_key import Renewal
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.office import backups, rebuilding
from trainer_app.actions.office.backups import Opening
from trainer_app.bundle import sealing, vault
from trainer_app.bundle.backup_file import PAGE
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.errors import TrainerError
from trainer_app.store.base.files import open_database
from trainer_app.store.exchange.integrity import check_integrity, digest_of
from trainer_app.system.folders import DataFolder

NEW = "чойники сабзи калон дар хона"


def renew(work: Workplace, passphrase: str = PASSPHRASE) -> None:
    workplace_key.renew_key(work, passphrase, cost=CHEAP)


def files_of(work: Workplace) -> list[Path]:
    """Return every file of the folder that is as large as a page."""
    return [path for path in work.folder.root.rglob("*") if path.is_file() and path.stat().st_size >= PAGE]


def opened_by(key: DataKey, work: Workplace) -> list[str]:
    """Return which files of the folder hold a page that a key opens."""
    return [path.name for path in files_of(work) if key_renewal.opens(path, key)]


def reopened(work: Workplace, passphrase: str) -> Workplace:
    work.close()
    return workplace.open_workplace(work.folder, passphrase, clock=work.clock)


def test_an_older_vault_opens_nothing_of_after_a_new_key(trainer: Workplace, room: Room) -> None:
    """M1: the vault of before with the passphrase of before opened the database of today."""
    old, digest = data_key.read_vault(trainer.folder), digest_of(trainer.journal)
    backups.create_backup(trainer)
    renew(trainer, NEW)
    assert digest_of(trainer.journal) == digest
    known = vault.unlock(old, PASSPHRASE)
    with pytest.raises(TrainerError) as refused:
        open_database(trainer.folder.database, known.key, known.salt)
    assert refused.value.code == "database.damaged"
    trainer.close()
    for path in (trainer.folder.vault, trainer.folder.vault_copy):
        path.write_bytes(old)
    with pytest.raises(TrainerError) as refused:
        workplace.open_workplace(trainer.folder, PASSPHRASE)
    assert refused.value.code == "database.damaged"


def test_every_file_goes_over_and_the_copies_can_still_be_put_back(trainer: Workplace, room: Room) -> None:
    copy = backups.create_backup(trainer)
    workplace.take_snapshot(trainer, "before-import")
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    before, lost = trainer.key, backups.look_at(trainer, copy.path).lost
    assert lost["attendance"] == 1
    assert len(opened_by(before, trainer)) >= 3
    renew(trainer)
    assert opened_by(before, trainer) == []
    assert trainer.key != before
    assert trainer.key.salt == before.salt
    assert trainer.renewal is None
    assert vault.former_key(data_key.read_vault(trainer.folder), trainer.key) is None
    assert trainer.folder.vault.read_bytes() == trainer.folder.vault_copy.read_bytes()
    assert backups.verify_backup(trainer, copy.path).ok
    assert backups.look_at(trainer, copy.path).lost == lost
    again = reopened(trainer, PASSPHRASE)
    assert check_integrity(again.journal).ok
    assert not again.took_new_replica
    again.close()


def test_the_recovery_slot_is_for_the_new_key(trainer: Workplace) -> None:
    paper = sealing.new_identity()
    workplace.write_recovery_slot(trainer, sealing.recipient_of(paper))
    renew(trainer)
    assert vault.unlock_with_recovery(data_key.read_vault(trainer.folder), paper) == trainer.key
    again = reopened(trainer, PASSPHRASE)
    assert not again.mended_slot, "it is known as the one written last"
    again.close()


def test_a_slot_that_somebody_put_into_the_vault_gets_no_new_key(trainer: Workplace) -> None:
    """M7: only the recipient's name was compared, and the vault's own word was taken for it."""
    paper, thief = sealing.new_identity(), sealing.new_identity()
    workplace.write_recovery_slot(trainer, sealing.recipient_of(paper))
    content = vault.add_recovery(
        data_key.read_vault(trainer.folder), trainer.key, sealing.recipient_of(thief)
    )
    data_key.write_vault(trainer.folder, content)
    renew(trainer)
    now = data_key.read_vault(trainer.folder)
    assert vault.unlock_with_recovery(now, paper) == trainer.key
    with pytest.raises(TrainerError):
        vault.unlock_with_recovery(now, thief)


def test_a_slot_of_a_new_key_that_was_begun_is_no_exchanged_one(
    trainer: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = sealing.new_identity()
    workplace.write_recovery_slot(trainer, sealing.recipient_of(paper))
    with monkeypatch.context() as patch:
        patch.setattr(key_renewal, "write_over", fail("files.full"))
        with pytest.raises(TrainerError):
            renew(trainer, NEW)
    again = reopened(trainer, NEW)
    assert not again.mended_slot
    workplace_key.finish_renewal(again)
    once_more = reopened(again, NEW)
    assert not once_more.mended_slot
    assert vault.unlock_with_recovery(data_key.read_vault(again.folder), paper) == once_more.key
    once_more.close()


def test_a_database_set_aside_goes_over_with_its_log_and_its_damage(trainer: Workplace, room: Room) -> None:
    workplace.take_snapshot(trainer, "before-import")
    aside = trainer.folder.set_aside / "1539766800000"
    aside.mkdir(parents=True)
    trainer.database.empty_log()
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    for end in ("", "-wal"):
        shutil.copyfile(f"{trainer.folder.database}{end}", aside / f"trainer.db{end}")
    for path in (trainer.folder.vault, trainer.folder.vault_copy):
        shutil.copyfile(path, aside / path.name)
    kept = aside / "trainer.db"
    with kept.open("r+b") as stream:
        for number in range(6, 60, 3):
            stream.seek(number * PAGE + 100)
            stream.write(b"damage")
    former, log = trainer.key, (aside / "trainer.db-wal").stat().st_size
    assert log > PAGE
    whole = pages_of(kept, former)
    assert None in whole
    renew(trainer)
    assert opened_by(former, trainer) == []
    assert pages_of(kept, trainer.key) == whole
    assert [path.name for path in sorted(aside.iterdir())] == ["trainer.db"]


def pages_of(path: Path, key: DataKey) -> list[bytes | None]:
    from trainer_app.bundle.backup_file import PageReader
    from trainer_app.store.office.salvaging import Pages

    pages = Pages(path, PageReader(key).open)
    return [pages.read(number) for number in range(1, pages.count + 1)]


def test_what_neither_key_opens_stays_as_it_is(trainer: Workplace) -> None:
    strange = trainer.folder.snapshots / "carried-1539766800000.db"
    trainer.folder.snapshots.mkdir(parents=True, exist_ok=True)
    strange.write_bytes(bytes(range(256)) * 64)
    renew(trainer)
    assert strange.read_bytes() == bytes(range(256)) * 64


def test_it_is_refused_before_anything_changes_while_somebody_else_has_it_open(trainer: Workplace) -> None:
    other = workplace.open_workplace(trainer.folder, PASSPHRASE, clock=trainer.clock)
    before, key = trainer.folder.vault.read_bytes(), trainer.key
    with pytest.raises(TrainerError) as refused:
        renew(trainer, NEW)
    assert refused.value.code == "database.in_use"
    assert (trainer.folder.vault.read_bytes(), trainer.key, trainer.locked) == (before, key, False)
    other.close()


def test_it_is_refused_before_anything_changes_where_the_disk_is_short(
    trainer: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_renewal.shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(2, 1, 1))
    before, key = trainer.folder.vault.read_bytes(), trainer.key
    with pytest.raises(TrainerError) as refused:
        renew(trainer, NEW)
    assert refused.value.code == "disk.full"
    assert (trainer.folder.vault.read_bytes(), trainer.key, trainer.locked) == (before, key, False)


def fail(code: str) -> Callable[..., None]:
    def raising(*_: object, **__: object) -> None:
        raise TrainerError(code)

    return raising


def test_what_fails_on_the_way_is_told_and_goes_on_at_the_next_start(
    trainer: Workplace, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.create_backup(trainer)
    former, digest = trainer.key, digest_of(trainer.journal)
    with monkeypatch.context() as patch:
        patch.setattr(key_renewal, "write_over", fail("files.full"))
        with pytest.raises(TrainerError) as refused:
            renew(trainer, NEW)
    assert refused.value.code == "renewal.waits"
    assert trainer.key == former, "the database is still under the former key"
    assert trainer.renewal is not None
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    again = reopened(trainer, NEW)
    assert again.renewal is not None
    workplace_key.finish_renewal(again)
    assert again.renewal is None
    assert opened_by(former, again) == []
    assert digest_of(again.journal) != digest
    again.close()


def test_a_begun_one_is_finished_before_the_next_one_begins(
    trainer: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.create_backup(trainer)
    former = trainer.key
    with monkeypatch.context() as patch:
        patch.setattr(key_renewal, "renew_copy", fail("files.full"))
        with pytest.raises(TrainerError):
            renew(trainer, NEW)
    begun = trainer.renewal
    assert begun == Renewal(former, trainer.key)
    renew(trainer)
    assert trainer.renewal is None
    assert opened_by(former, trainer) == opened_by(begun.key, trainer) == []
    assert len(opened_by(trainer.key, trainer)) >= 2


def test_a_vault_that_could_not_be_written_leaves_the_passphrase_of_before(
    trainer: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, before = data_key.write_atomically, trainer.folder.vault.read_bytes()
    calls: list[Path] = []

    def full_at_the_copy(path: Path, content: bytes) -> None:
        calls.append(path)
        if len(calls) == 2:
            raise TrainerError("files.full")
        write(path, content)

    monkeypatch.setattr(data_key, "write_atomically", full_at_the_copy)
    with pytest.raises(TrainerError) as refused:
        renew(trainer, NEW)
    assert refused.value.code == "files.full"
    assert trainer.folder.vault.read_bytes() == trainer.folder.vault_copy.read_bytes() == before
    again = reopened(trainer, PASSPHRASE)
    assert again.renewal is None
    again.close()


def test_a_damaged_database_is_not_carried_into_a_new_key(trainer: Workplace, room: Room) -> None:
    trainer.database.empty_log()
    key, held = trainer.key, workplace_key.hold_key(trainer)
    workplace.lock(trainer)
    with trainer.folder.database.open("r+b") as stream:
        stream.seek(5 * PAGE + 100)
        stream.write(b"damage")
    before = trainer.folder.vault.read_bytes()
    with pytest.raises(TrainerError) as refused:
        workplace_key.renew_locked(trainer, held, NEW, cost=CHEAP)
    assert refused.value.code == "database.damaged"
    assert trainer.folder.vault.read_bytes() == before
    assert key_renewal.opens(trainer.folder.database, key)


def test_a_key_that_is_due_is_made_when_the_passphrase_is_typed(trainer: Workplace) -> None:
    workplace_key.ask_for_new_key(trainer)
    assert workplace_key.is_key_due(trainer)
    renew(trainer)
    assert not workplace_key.is_key_due(trainer)


def test_a_damaged_database_is_salvaged_while_a_new_key_is_begun(
    trainer: Workplace, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.create_backup(trainer)
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    former, digest = trainer.key, digest_of(trainer.journal)
    with monkeypatch.context() as patch:
        patch.setattr(key_renewal, "write_over", fail("files.full"))
        with pytest.raises(TrainerError):
            renew(trainer, NEW)
    trainer.database.empty_log()
    trainer.close()
    with trainer.folder.database.open("r+b") as stream:
        stream.write(bytes(700))
    key = rebuilding.key_of(trainer.folder, NEW)
    work, told = rebuilding.salvage(trainer.folder, key, clock=trainer.clock)
    assert told.missing == ()
    assert digest_of(work.journal) == digest
    workplace_key.finish_renewal(work)
    assert opened_by(former, work) == []
    work.close()


def test_a_backup_file_of_an_earlier_key_opens_with_its_own_passphrase(
    trainer: Workplace, room: Room, stick: Path
) -> None:
    file = backups.save_backup(trainer, stick).file
    former = trainer.key
    renew(trainer, NEW)
    with pytest.raises(TrainerError) as refused:
        backups.bring_here(trainer, file)
    assert refused.value.code == "backup.older_key"
    with pytest.raises(TrainerError) as refused:
        backups.bring_here(trainer, file, Opening(NEW))
    assert refused.value.code == "vault.wrong_passphrase"
    copy = backups.bring_here(trainer, file, Opening(PASSPHRASE))
    assert backups.look_at(trainer, copy).ok
    assert opened_by(former, trainer) == []
    assert not list(trainer.folder.snapshots.glob("*.part*"))


def test_a_backup_file_made_while_a_new_key_is_begun_can_be_restored(
    trainer: Workplace, room: Room, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = digest_of(trainer.journal)
    with monkeypatch.context() as patch:
        patch.setattr(key_renewal, "write_over", fail("files.full"))
        with pytest.raises(TrainerError):
            renew(trainer, NEW)
    file = backups.save_backup(trainer, stick).file
    work = backups.restore_file(
        DataFolder(tmp_path / "other"), file, Opening(NEW), clock=trainer.clock, cost=CHEAP
    )
    assert digest_of(work.journal) == digest
    assert work.renewal is None
    assert opened_by(trainer.key, work) == []
    work.close()


def test_how_far_it_is_is_told_on_the_way(trainer: Workplace, room: Room) -> None:
    backups.create_backup(trainer)
    told: list[tuple[str, float]] = []
    workplace_key.renew_key(
        trainer, PASSPHRASE, cost=CHEAP, progress=lambda code, part: told.append((code, part))
    )
    parts = [part for _, part in told]
    assert parts == sorted(parts)
    assert told[0] == ("renewal.files", 0.0)
    assert told[-1] == ("renewal.done", 1.0)
    assert any(0 < part < 0.9 for part in parts)
