"""The backup on a stick: one file, checked, that comes back here or on another computer."""

import base64
import json
import os
import zipfile
from pathlib import Path

import pytest

from tests.bundle.test_third_parties import run
from tests.kit.pages import decrypted_pages
from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.world import Story, set_up
from tests.kit.writing import Room, write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import key_renewal, sync_status, workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses
from trainer_app.actions.evaluations import scores
from trainer_app.actions.exchange import importing, packs, sending
from trainer_app.actions.office import backups, office
from trainer_app.actions.office.backups import Opening
from trainer_app.bundle.backup_file import BackupFile
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.system.clock import FixedClock
from trainer_app.system.folders import DataFolder, WorkplaceState, state_of

NEW = "a new passphrase of the tests"


@pytest.fixture
def saved(trainer: Workplace, room: Room, stick: Path) -> Path:
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    return backups.save_backup(trainer, stick).file


@pytest.mark.skipif(os.name == "nt", reason="there the folder says who may read")
def test_databases_and_copies_of_them_are_their_owner_s_alone(
    saved: Path, trainer: Workplace, tmp_path: Path, clock: FixedClock
) -> None:
    """Whatever the folder is: the window makes a private one, a stick or a typed path need not be."""
    backup = backups.list_backups(trainer.folder)[0].path
    work = backups.restore_file(other(tmp_path), saved, Opening(PASSPHRASE), clock=clock)
    made = [saved, *trainer.folder.root.rglob("*.db*"), *work.folder.root.rglob("*.db*")]
    assert {backup, trainer.folder.database, work.folder.database} <= set(made)
    assert {path.name: oct(path.stat().st_mode & 0o777) for path in made} == dict.fromkeys(
        (path.name for path in made), "0o600"
    )
    work.close()


def other(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "another computer")


def test_it_makes_a_data_folder_on_another_computer(
    saved: Path, trainer: Workplace, tmp_path: Path, clock: FixedClock
) -> None:
    digest = sync_status.check(trainer).digest
    work = backups.restore_file(other(tmp_path), saved, Opening(PASSPHRASE), clock=clock)
    assert sync_status.check(work).digest == digest
    assert work.took_new_replica
    assert workplace.serials_after(work) > 0
    work.close()
    again = workplace.open_workplace(other(tmp_path), PASSPHRASE, clock=clock)
    assert not again.took_new_replica
    again.close()


def test_it_is_a_plain_zip_that_other_programs_find_whole(saved: Path, tmp_path: Path) -> None:
    assert run("unzip", "-tq", saved, cwd=tmp_path).returncode == 0
    assert run("unzip", "-q", saved, "-d", "out", cwd=tmp_path).returncode == 0
    checked = run("sha256sum", "--strict", "-c", "manifest-sha256.txt", cwd=tmp_path / "out")
    assert checked.returncode == 0, checked.stderr
    assert checked.stdout.count(b": OK") == 4


def test_age_and_sqlcipher_alone_open_it_with_the_paper_key(tmp_path: Path, story: Story) -> None:
    work = set_up(story, "bureau", role=workplace.Role.OFFICE)
    paper = office.init(work, Texts(en="Office"), "KLB").recovery_key
    room = write_course(work)
    file = backups.save_backup(work, tmp_path).file
    work.close()
    with zipfile.ZipFile(file) as archive:
        archive.extractall(tmp_path)
    slots = json.loads((tmp_path / "vault.json").read_text())["slots"]
    blob = next(slot["sealed"] for slot in slots if slot["kind"] == "recovery")
    (tmp_path / "slot.age").write_bytes(base64.b64decode(blob))
    (tmp_path / "paper.txt").write_text(paper + "\n")
    opened = run("age", "-d", "-i", "paper.txt", "slot.age", cwd=tmp_path)
    assert len(opened.stdout) == 48, opened.stderr
    (tmp_path / "ask.sql").write_text(
        f"PRAGMA key = \"x'{opened.stdout.hex()}'\";\nSELECT count(*) FROM enrolment;\n"
    )
    told = run("sqlcipher", "-bail", "-init", "ask.sql", "trainer.db", ".quit", cwd=tmp_path)
    assert str(len(room.enrolments)) in told.stdout.decode().split(), told.stderr


def test_the_paper_key_opens_it_and_sets_a_new_passphrase(
    tmp_path: Path, clock: FixedClock, story: Story
) -> None:
    bureau = set_up(story, "bureau", role=workplace.Role.OFFICE)
    paper = office.init(bureau, Texts(en="Office"), "KLB").recovery_key
    write_course(bureau)
    file = backups.save_backup(bureau, tmp_path).file
    digest = sync_status.check(bureau).digest
    bureau.close()
    folder = other(tmp_path)
    opening = Opening(paper_key=paper.lower(), new_passphrase=NEW)
    with pytest.raises(TrainerError, match=r"passphrase\.too_short"):
        backups.restore_file(folder, file, Opening(paper_key=paper, new_passphrase="short"), clock=clock)
    assert state_of(folder) is WorkplaceState.NEW
    work = backups.restore_file(folder, file, opening, clock=clock, cost=CHEAP)
    assert sync_status.check(work).digest == digest
    work.close()
    with pytest.raises(TrainerError, match=r"vault\.wrong_passphrase"):
        workplace.open_workplace(folder, PASSPHRASE, clock=clock)
    workplace.open_workplace(folder, NEW, clock=clock).close()


def test_a_wrong_passphrase_changes_nothing(saved: Path, tmp_path: Path, clock: FixedClock) -> None:
    with pytest.raises(TrainerError, match=r"vault\.wrong_passphrase"):
        backups.restore_file(other(tmp_path), saved, Opening("not the one"), clock=clock)
    assert state_of(other(tmp_path)) is WorkplaceState.NEW


def test_what_lay_in_a_broken_folder_is_set_aside_page_for_page_under_the_new_key(
    saved: Path, trainer: Workplace, clock: FixedClock
) -> None:
    trainer.close()
    folder = trainer.folder
    folder.vault.unlink()
    folder.vault_copy.unlink()
    before = decrypted_pages(folder.database, trainer.key.key)
    assert state_of(folder) is WorkplaceState.BROKEN
    work = backups.restore_file(folder, saved, Opening(PASSPHRASE), clock=clock)
    (kept,) = folder.set_aside.glob("*/trainer.db")
    assert decrypted_pages(kept, work.key.key) == before
    assert not key_renewal.opens(kept, trainer.key)
    assert courses.list_courses(work)
    work.close()


@pytest.mark.parametrize("stop", ["replace", "write_vault"])
def test_a_stop_in_the_middle_never_leaves_a_folder_that_looks_new(
    saved: Path, trainer: Workplace, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, stop: str
) -> None:
    trainer.close()
    before = trainer.folder.database.read_bytes()

    def cut(*_arguments: object) -> None:
        raise KeyboardInterrupt

    name = "explain_errors" if stop == "replace" else "write_vault"
    with monkeypatch.context() as patch:
        patch.setattr(backups, name, cut)
        with pytest.raises(KeyboardInterrupt):
            backups.restore_file(trainer.folder, saved, Opening(PASSPHRASE), clock=clock)
    assert state_of(trainer.folder) is not WorkplaceState.NEW
    kept = [trainer.folder.database, *trainer.folder.set_aside.glob("*/trainer.db")]
    assert before in [path.read_bytes() for path in kept if path.exists()]
    backups.restore_file(trainer.folder, saved, Opening(PASSPHRASE), clock=clock).close()


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.98])
def test_a_file_with_a_changed_byte_is_refused(
    saved: Path, tmp_path: Path, clock: FixedClock, share: float
) -> None:
    data = bytearray(saved.read_bytes())
    data[int(len(data) * share)] ^= 4
    saved.write_bytes(data)
    with pytest.raises(TrainerError, match=r"(backup|vault)\.(damaged|not_a_backup)"):
        backups.restore_file(other(tmp_path), saved, Opening(PASSPHRASE), clock=clock)
    assert state_of(other(tmp_path)) is WorkplaceState.NEW
    assert not list(other(tmp_path).root.rglob("*.restored*"))


def test_what_is_no_backup_is_called_so(stick: Path) -> None:
    (stick / "a.tbackup").write_bytes(b"something else")
    with pytest.raises(TrainerError, match=r"backup\.not_a_backup"):
        BackupFile(stick / "a.tbackup")
    with zipfile.ZipFile(stick / "b.tbackup", "w") as archive:
        archive.writestr("../../evil", "x")
    with pytest.raises(TrainerError, match=r"backup\.not_a_backup"):
        BackupFile(stick / "b.tbackup")


def test_it_is_put_back_on_the_same_laptop_and_what_is_lost_is_told_before(
    saved: Path, trainer: Workplace, room: Room, clock: FixedClock
) -> None:
    attendance.mark(trainer, room.enrolments[1], room.sessions[0], Mark.ABSENT)
    attendance.mark(trainer, room.enrolments[2], room.sessions[0], Mark.ABSENT)
    copy = backups.bring_here(trainer, saved)
    assert backups.bring_here(trainer, saved) == copy, "looking twice leaves one copy"
    look = backups.look_at(trainer, copy)
    assert look.ok
    assert dict(look.lost) == {"attendance": 2}
    assert (look.lost_here, look.lost_safe, look.gained) == (2, 0, 0)
    assert look.now is not None
    assert look.facts.participants == look.now.participants == 3
    assert look.now.entries - look.facts.entries == 2
    backups.restore_backup(trainer, copy)
    again = workplace.open_workplace(trainer.folder, PASSPHRASE, clock=clock)
    marks = [row.cells[0] for row in attendance.grid(again, room.course).rows]
    assert [cell.mark if cell else None for cell in marks] == [Mark.PRESENT, None, None]
    again.close()


def test_another_laptop_s_backup_is_not_put_over_this_one_s_data(saved: Path, bureau: Workplace) -> None:
    with pytest.raises(TrainerError, match=r"backup\.other_laptop"):
        backups.bring_here(bureau, saved)


def test_what_the_office_has_is_told_apart_and_comes_back_by_nothing_being_counted_twice(
    joined: Workplace, bureau: Workplace, stick: Path, clock: FixedClock, tmp_path: Path
) -> None:
    room = write_course(joined)
    file = backups.save_backup(joined, stick).file
    for session in room.sessions:
        attendance.mark_rest(joined, session)
    for enrolment in room.enrolments:
        scores.set_score(joined, enrolment, Occasion.POST, 1500, 2000)
    first = {one.serial for one in certificates.issue(joined, room.course).certificates}
    importing.import_files(bureau, [sending.export(joined, stick).file])
    importing.import_files(joined, [packs.export_pack(bureau, "K7", stick).file])
    look = backups.look_at(joined, backups.bring_here(joined, file))
    assert look.lost_here == look.lost_safe > 0
    assert look.lost["certificate"] == 3
    joined.close()
    # The laptop is lost: the file goes to another one.
    work = backups.restore_file(other(tmp_path), file, Opening(PASSPHRASE), clock=clock)
    attendance.mark(work, room.enrolments[0], room.sessions[0], Mark.LATE)
    importing.import_files(bureau, [sending.export(work, stick).file])
    importing.import_files(work, [packs.export_pack(bureau, "K7", stick).file])
    assert sync_status.check(work).digest == sync_status.check(bureau).digest
    assert {one.serial for one in certificates.register(work)} == first
    assert len(attendance.grid(bureau, room.course).rows) == 3
    work.close()


def test_the_clear_parts_name_nobody(saved: Path) -> None:
    with zipfile.ZipFile(saved) as archive:
        clear = b"".join(archive.read(name) for name in archive.namelist() if name != "trainer.db")
        assert archive.read("trainer.db")[:6] != b"SQLite"
    for name in ("Азизов", "Nazarova", "DSH1", "Душанбе"):
        assert name.encode() not in clear
        assert name not in saved.name
