"""Whoever restored an office says who they are: their passphrase, their rights, and nobody removed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.actions.refusing import refused
from tests.kit.samples import CHEAP, PASSPHRASE
from trainer_app.actions.base import data_key, heads, users, who_is_here, workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.office import backups, key_papers, recovery
from trainer_app.actions.office.backups import Opening
from trainer_app.actions.office.recovery import Attempt
from trainer_app.bundle import recovery_request, vault
from trainer_app.domain.base.rights import UserRole
from trainer_app.domain.base.structs import replace
from trainer_app.system.folders import DataFolder, opened_without_name

OFFICER, SECOND = "пять слов для Зарины и её данных", "ҳафт калимаи дигар барои сардори мо"
NEW = "совсем другие пять слов для входа"
type Restore = Callable[[], Workplace]


@pytest.fixture
def paper(bureau: Workplace) -> str:
    """Return the office's recovery key, as it stands on new papers."""
    made = key_papers.make_new(bureau)
    key_papers.confirm(bureau, made.recovery_key, made.standby_key)
    return made.recovery_key


@pytest.fixture
def several(bureau: Workplace, paper: str) -> Workplace:
    """Let a data officer, and a second head who chose a passphrase of their own, in beside the head."""
    users.add(bureau, "З. Каримова", "Зарина", UserRole.OFFICER, OFFICER, PASSPHRASE, cost=CHEAP)
    users.add(bureau, "Б. Раҳимов", "Баҳром", UserRole.HEAD, SECOND + " ва боз", cost=CHEAP)
    work = reopened(bureau, SECOND + " ва боз", "Баҳром")
    users.change_passphrase(work, SECOND + " ва боз", SECOND, cost=CHEAP)
    return reopened(work, PASSPHRASE, "Saidova")


@pytest.fixture
def restore(several: Workplace, paper: str, tmp_path: Path) -> Restore:
    """Restore it elsewhere from a backup, with the key from paper."""
    saved = backups.save_backup(several, tmp_path)
    several.close()

    def act() -> Workplace:
        opening = Opening(paper_key=paper, new_passphrase=NEW)
        folder = DataFolder(tmp_path / "elsewhere")
        return backups.restore_file(folder, saved.file, opening, clock=several.clock, cost=CHEAP)

    return act


def reopened(work: Workplace, passphrase: str, name: str = "") -> Workplace:
    work.close()
    return workplace.open_workplace(work.folder, passphrase, name=name, clock=work.clock)


def key_of(work: Workplace, name: str) -> str:
    return users.find_user(work, name).key


def test_a_restored_office_asks_who_is_here_and_others_keep_their_passphrases(restore: Restore) -> None:
    work = restore()
    assert users.is_nobody(work)
    assert [line.user.short for line in users.list_users(work)] == ["Saidova", "Баҳром", "Зарина"]
    assert all(line.opens for line in users.list_users(work)), "the slots of the backup are there"
    who_is_here.become(work, key_of(work, "Зарина"), NEW, cost=CHEAP)
    assert not users.is_nobody(work)
    assert not opened_without_name(work.folder), "the passphrase is nobody's no more"
    assert work.person is not None
    assert (work.user, work.person.role) == ("З. Каримова", UserRole.OFFICER), "her own rights alone"
    assert work.journal.user == "З. Каримова", "it stands in what is written from then on"
    work = reopened(work, NEW, "Зарина")
    work.close()
    refused("vault.wrong_passphrase", workplace.open_workplace, work.folder, OFFICER, name="Зарина")
    for passphrase, name in ((PASSPHRASE, "Saidova"), (SECOND, "Баҳром")):
        work = reopened(work, passphrase, name)
        assert work.person is not None
        assert work.person.role is UserRole.HEAD
    work.close()


def test_a_head_comes_back_beside_another_and_decides_alone_nothing_that_takes_two(restore: Restore) -> None:
    work = restore()
    who_is_here.become(work, key_of(work, "Баҳром"), NEW, cost=CHEAP)
    assert work.person is not None
    assert (work.user, work.person.role, work.person.given) == ("Б. Раҳимов", UserRole.HEAD, True)
    assert users.is_to_choose(work), "whoever has the paper may know it"
    refused("joint.given", users.remove, work, key_of(work, "Saidova"))
    work.close()


def test_somebody_new_is_a_head_by_the_paper(restore: Restore) -> None:
    work = restore()
    refused("users.known", who_is_here.become_new, work, " з.  каримова", NEW, cost=CHEAP)
    refused("users.name_missing", who_is_here.become_new, work, " ", NEW, cost=CHEAP)
    assert (work.user, users.own_name(work)) == ("DSH", ""), "as before"
    who_is_here.become_new(work, "Баҳром  Назаров", NEW, cost=CHEAP)
    assert work.person is not None
    assert (work.user, work.person.role) == ("Баҳром Назаров", UserRole.HEAD)
    assert work.person.short == "Баҳром Н", "the first word is somebody's"
    assert work.journal.user == "Баҳром Назаров"
    work = reopened(work, NEW, "баҳром н")
    work.close()


def test_who_was_removed_does_not_come_back(several: Workplace, restore: Restore) -> None:
    work = restore()
    gone = key_of(work, "Зарина")
    users.remove(work, gone)
    assert gone not in {line.user.key for line in users.list_users(work)}
    refused("users.unknown", who_is_here.become, work, gone, NEW, cost=CHEAP)
    refused("users.removed", who_is_here.become_new, work, "З. Каримова", NEW, cost=CHEAP)
    work.close()


def test_a_passphrase_alone_takes_no_heads_place_once_they_have_signed_again(restore: Restore) -> None:
    work = reopened(restore(), PASSPHRASE, "Saidova")
    assert heads.find(work).standing
    work = reopened(work, NEW)
    assert users.is_nobody(work)
    refused("users.paper_again", who_is_here.become, work, key_of(work, "Saidova"), NEW, cost=CHEAP)
    refused("users.new_by_paper", who_is_here.become_new, work, "Ф. Назаров", NEW, cost=CHEAP)
    refused("users.paper_again", who_is_here.become, work, key_of(work, "Зарина"), NEW, cost=CHEAP)
    assert courses.list_courses(work) == []
    work.close()


def test_another_passphrase_than_the_one_that_opened_it_is_nobodys(restore: Restore) -> None:
    work = restore()
    refused("vault.wrong_passphrase", who_is_here.become, work, key_of(work, "Зарина"), OFFICER, cost=CHEAP)
    assert users.is_nobody(work)
    work.close()


@pytest.fixture
def left_over(bureau: Workplace, paper: str) -> Workplace:
    """Open an office of one head and an officer by its paper, put off who it is, and let the head unlock."""
    users.add(bureau, "З. Каримова", "Зарина", UserRole.OFFICER, OFFICER, PASSPHRASE, cost=CHEAP)
    bureau.close()
    work = recovery.open_with_paper(Attempt(bureau.folder, NEW, bureau.clock, CHEAP), paper)
    workplace.lock(work)
    workplace.unlock(work, PASSPHRASE, "Saidova")
    workplace.lock(work)
    return work


def test_a_passphrase_left_over_takes_nobodys_place_and_makes_no_head(left_over: Workplace) -> None:
    work = left_over
    workplace.unlock(work, NEW)
    assert users.is_nobody(work)
    assert who_is_here.needs_paper(work, None)
    refused("users.new_by_paper", who_is_here.become_new, work, "Ф. Назаров", NEW, cost=CHEAP)
    assert users.own_name(work) == ""
    for line in users.list_users(work):
        assert who_is_here.needs_paper(work, line.user)
        key = line.user.key
        refused("users.paper_again", who_is_here.become, work, key, NEW, cost=CHEAP)
        refused("users.paper_again", users.set_passphrase, work, key, SECOND, cost=CHEAP)
        refused("users.paper_again", users.remove, work, key)
    refused("users.new_by_paper", users.set_role, work, key_of(work, "Зарина"), UserRole.HEAD)
    workplace.change_user(work, "Ф. Назаров")
    add = users.add
    refused("users.new_by_paper", add, work, "Н. Ҳ.", "Н", UserRole.READER, SECOND, NEW, cost=CHEAP)
    for passphrase, name in ((PASSPHRASE, "Saidova"), (OFFICER, "Зарина")):
        work = reopened(work, passphrase, name)
    work.close()


@pytest.mark.parametrize("name", ["Saidova", "Зарина", ""])
def test_with_the_paper_each_may_be_who_they_are_or_somebody_new(
    left_over: Workplace, paper: str, name: str
) -> None:
    left_over.close()
    attempt = Attempt(left_over.folder, NEW, left_over.clock, CHEAP)
    work = recovery.open_with_paper(attempt, paper)
    assert not who_is_here.needs_paper(work, None)
    if name:
        who_is_here.become(work, key_of(work, name), NEW, cost=CHEAP)
    else:
        who_is_here.become_new(work, "Ф. Назаров", NEW, cost=CHEAP)
    assert work.person is not None
    assert work.person.role is (UserRole.OFFICER if name == "Зарина" else UserRole.HEAD)
    work.close()


def test_without_the_paper_somebody_is_let_in_whom_nothing_opens(left_over: Workplace) -> None:
    workplace.unlock(left_over, NEW)
    zarina = key_of(left_over, "Зарина")
    content = data_key.read_vault(left_over.folder)
    data_key.write_vault(left_over.folder, vault.drop_user(content, zarina))
    who_is_here.become(left_over, zarina, NEW, cost=CHEAP)
    assert left_over.user == "З. Каримова"
    left_over.close()


def test_an_answer_from_another_desk_offers_no_more_than_a_passphrase_alone(
    left_over: Workplace, tmp_path: Path
) -> None:
    workplace.unlock(left_over, PASSPHRASE, "Saidova")
    workplace.change_user(left_over, "М. Саидова")
    key = replace(left_over.vault_key, user=None)
    left_over.close()
    attempt = Attempt(left_over.folder, SECOND, left_over.clock, CHEAP)
    recovery.ask(attempt, "desk")
    asked = recovery.write_request(left_over.folder, tmp_path / "asked.age").read_bytes()
    answer = tmp_path / "answer.age"
    answer.write_bytes(recovery_request.write_answer(key, recovery_request.read_request(asked).recipient))
    work = recovery.take_answer(attempt, answer)
    assert users.is_nobody(work)
    assert users.own_name(work) == "", "nobody's name stands in what is written"
    assert all(who_is_here.needs_paper(work, line.user) for line in users.list_users(work))
    refused("users.new_by_paper", who_is_here.become_new, work, "Ф. Назаров", SECOND, cost=CHEAP)
    work.close()


def test_a_passphrase_left_over_makes_no_papers_while_a_head_can_unlock(
    left_over: Workplace, paper: str
) -> None:
    """With a new key from paper it would be a head's, whoever has it."""
    work = left_over
    workplace.unlock(work, PASSPHRASE, "Saidova")
    made = key_papers.make_new(work)
    work = reopened(work, NEW)
    assert key_papers.pending(work) is None, "what a head began is not shown to nobody"
    typed = (made.recovery_key, made.standby_key)
    refused("users.new_by_paper", key_papers.write, work, work.folder.root / "papers.pdf", "en")
    refused("users.new_by_paper", key_papers.confirm, work, *typed)
    key_papers.drop(work)
    refused("users.new_by_paper", key_papers.make_new, work)
    refused("users.new_by_paper", key_papers.replace_root, work, made.standby_key)
    work.close()
    work = recovery.open_with_paper(Attempt(work.folder, NEW, work.clock, CHEAP), paper)
    made = key_papers.make_new(work)
    assert key_papers.pending(work) == made, "the paper was typed"
    key_papers.confirm(work, made.recovery_key, made.standby_key)
    work.close()


def test_with_the_paper_lost_too_a_passphrase_left_over_makes_new_ones(left_over: Workplace) -> None:
    """No head's passphrase opens it: there is no other way back."""
    work = left_over
    workplace.unlock(work, NEW)
    content = data_key.read_vault(work.folder)
    data_key.write_vault(work.folder, vault.drop_user(content, key_of(work, "Saidova")))
    made = key_papers.make_new(work)
    key_papers.confirm(work, made.recovery_key, made.standby_key)
    assert key_papers.pending(work) is None
    work.close()


def test_beside_two_heads_a_passphrase_left_over_makes_no_papers(restore: Restore) -> None:
    work = reopened(restore(), PASSPHRASE, "Saidova")
    work = reopened(work, NEW)
    content = data_key.read_vault(work.folder)
    for name in ("Saidova", "Баҳром"):
        content = vault.drop_user(content, key_of(work, name))
    data_key.write_vault(work.folder, content)
    assert heads.find(work).standing
    refused("users.new_by_paper", key_papers.make_new, work)
    work.close()
