"""First start, unlocking, and every way in which a folder can be wrong: nothing is overwritten."""

import hashlib
from pathlib import Path

import pytest

from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.world import computer
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import data_key, workplace, workplace_key
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.courses import courses
from trainer_app.bundle import vault
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.errors import TrainerError
from trainer_app.system.folders import DataFolder, WorkplaceState, state_of


def reopen(work: Workplace, passphrase: str = PASSPHRASE) -> Workplace:
    work.close()
    return workplace.open_workplace(work.folder, passphrase, clock=work.clock)


def print_of(folder: DataFolder) -> dict[str, str]:
    return {
        str(path.relative_to(folder.root)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.root.rglob("*"))
        if path.is_file()
    }


def test_a_new_folder_is_new_and_then_locked(tmp_path: Path, trainer: Workplace) -> None:
    assert state_of(DataFolder(tmp_path / "nowhere")) is WorkplaceState.NEW
    assert state_of(trainer.folder) is WorkplaceState.LOCKED
    assert (trainer.role, trainer.user) == (Role.TRAINER, "D. Nazarova")


def test_what_was_written_is_there_after_reopening(trainer: Workplace, room: Room) -> None:
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.LATE, 15)
    again = reopen(trainer)
    cell = attendance.grid(again, room.course).rows[0].cells[0]
    assert cell is not None
    assert (cell.mark, cell.missed) == (Mark.LATE, 15)
    assert again.user == "D. Nazarova"
    assert not again.took_new_replica
    again.close()


def test_a_wrong_passphrase_opens_nothing_and_changes_nothing(trainer: Workplace) -> None:
    trainer.close()
    before = print_of(trainer.folder)
    with pytest.raises(TrainerError) as refused:
        workplace.open_workplace(trainer.folder, "not this one")
    assert refused.value.code == "vault.wrong_passphrase"
    assert print_of(trainer.folder) == before


def test_the_copy_of_the_vault_opens_when_the_vault_is_damaged(trainer: Workplace) -> None:
    trainer.close()
    trainer.folder.vault.write_bytes(b"{}")
    workplace.open_workplace(trainer.folder, PASSPHRASE).close()


@pytest.mark.parametrize("lost", ["vault", "database"])
def test_a_folder_with_a_part_missing_is_never_replaced_by_an_empty_one(
    trainer: Workplace, lost: str
) -> None:
    trainer.close()
    folder = trainer.folder
    gone = (folder.vault, folder.vault_copy) if lost == "vault" else (folder.database,)
    for path in gone:
        path.unlink()
    before = print_of(folder)
    assert state_of(folder) is WorkplaceState.BROKEN
    with pytest.raises(TrainerError, match=r"workplace.broken|vault.lost"):
        workplace.open_workplace(folder, PASSPHRASE)
    with pytest.raises(TrainerError, match="workplace.exists"):
        workplace.create(folder, PASSPHRASE, cost=CHEAP)
    assert print_of(folder) == before


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("12345678", "passphrase.only_digits"),
        ("password", "passphrase.too_short"),
        ("11111111", "passphrase.only_digits"),
        ("Nazarova 1985 K7", "passphrase.own_name"),
        ("qwertyuiop asdf", "passphrase.common"),
    ],
)
def test_a_new_passphrase_that_is_soon_guessed_is_refused(
    tmp_path: Path, trainer: Workplace, typed: str, code: str
) -> None:
    with pytest.raises(TrainerError) as refused:
        computer(tmp_path / "new", "D. Nazarova", passphrase=typed)
    assert refused.value.code == code
    assert not (tmp_path / "new").exists()
    before = trainer.folder.vault.read_bytes()
    with pytest.raises(TrainerError, match=code):
        workplace_key.change_passphrase(trainer, PASSPHRASE, typed, cost=CHEAP)
    assert trainer.folder.vault.read_bytes() == before


def test_a_weak_passphrase_of_before_still_opens_and_is_told_of(trainer: Workplace) -> None:
    assert not trainer.weak_passphrase
    data_key.write_vault(trainer.folder, vault.make_vault(trainer.key, "12345678", CHEAP))
    old = reopen(trainer, "12345678")
    assert old.weak_passphrase
    workplace.lock(old)
    workplace.unlock(old, "12345678")
    assert old.weak_passphrase
    workplace_key.change_passphrase(old, "12345678", PASSPHRASE, cost=CHEAP)
    assert not old.weak_passphrase
    again = reopen(old)
    assert not again.weak_passphrase
    again.close()


def test_a_changed_passphrase_is_the_only_one(trainer: Workplace) -> None:
    workplace_key.change_passphrase(trainer, PASSPHRASE, "a different passphrase", cost=CHEAP)
    trainer.close()
    with pytest.raises(TrainerError, match="vault.wrong_passphrase"):
        workplace.open_workplace(trainer.folder, PASSPHRASE)
    workplace.open_workplace(trainer.folder, "a different passphrase").close()


def test_a_restored_backup_goes_on_under_a_new_replica_id(trainer: Workplace, room: Room) -> None:
    trainer.close()
    database = trainer.folder.database
    old = database.read_bytes()
    first = workplace.open_workplace(trainer.folder, PASSPHRASE, clock=trainer.clock)
    attendance.mark(first, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    replica = first.journal.replica
    first.close()
    database.write_bytes(old)
    again = workplace.open_workplace(trainer.folder, PASSPHRASE, clock=trainer.clock)
    assert again.took_new_replica
    assert again.journal.replica != replica
    assert len(again.journal.own_replicas()) == 2
    assert courses.list_courses(again)[0].participants == 3
    again.close()


def test_a_copied_folder_goes_on_under_a_new_replica_id(trainer: Workplace, tmp_path: Path) -> None:
    trainer.close()
    copy = DataFolder(tmp_path / "copy")
    for path in trainer.folder.root.rglob("*"):
        if path.is_file():
            target = copy.root / path.relative_to(trainer.folder.root)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    work = workplace.open_workplace(copy, PASSPHRASE, clock=trainer.clock)
    assert work.took_new_replica
    work.close()


def test_nothing_personal_lies_in_the_clear(trainer: Workplace, room: Room) -> None:
    workplace.take_snapshot(trainer, "test")
    trainer.close()
    for path in trainer.folder.root.rglob("*"):
        if path.is_file():
            assert "Гулмуродова".encode() not in path.read_bytes(), path.name


def test_a_locked_workplace_is_read_no_more_until_its_passphrase_opens_it(
    trainer: Workplace, room: Room
) -> None:
    before, key = trainer.journal.number, trainer.key
    workplace.lock(trainer)
    assert trainer.locked
    assert trainer.key != key
    with pytest.raises(TrainerError, match=r"workplace\.locked"):
        attendance.grid(trainer, room.course)
    with pytest.raises(TrainerError, match=r"workplace\.locked"):
        attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    with pytest.raises(TrainerError, match=r"vault\.wrong_passphrase"):
        workplace.unlock(trainer, "another one, wrong")
    assert trainer.locked
    workplace.unlock(trainer, PASSPHRASE)
    assert not trainer.locked
    assert (trainer.key, trainer.journal.number, trainer.took_new_replica) == (key, before, False)
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    assert trainer.journal.number > before, "the journal goes on where it was"


def test_what_another_program_wrote_meanwhile_is_there_after_unlocking(
    trainer: Workplace, room: Room
) -> None:
    workplace.lock(trainer)
    other = workplace.open_workplace(trainer.folder, PASSPHRASE, clock=trainer.clock)
    attendance.mark(other, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    number = other.journal.number
    other.close()
    workplace.unlock(trainer, PASSPHRASE)
    assert trainer.journal.number == number
    attendance.mark(trainer, room.enrolments[1], room.sessions[0], Mark.LATE, 5)
    assert trainer.journal.number > number
    assert not trainer.took_new_replica


def test_a_folder_that_is_gone_meanwhile_stays_locked(trainer: Workplace) -> None:
    workplace.lock(trainer)
    vault = [(path, path.read_bytes()) for path in (trainer.folder.vault, trainer.folder.vault_copy)]
    for path, _ in vault:
        path.unlink()
    with pytest.raises(TrainerError, match=r"vault\.lost"):
        workplace.unlock(trainer, PASSPHRASE)
    assert trainer.locked
    for path, content in vault:
        path.write_bytes(content)
    workplace.unlock(trainer, PASSPHRASE)
    assert trainer.user == "D. Nazarova"
