"""People of an office, each with an own passphrase: slots, signed roles, removal, recovery."""

import shutil
from pathlib import Path

import msgspec
import pytest

from tests.actions.refusing import refused
from tests.kit.samples import CHEAP, PASSPHRASE
from trainer_app.actions.base import data_key, heads, rights, users, workplace, workplace_key
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.office import backups, key_papers, recovery
from trainer_app.actions.office.backups import Opening
from trainer_app.actions.office.recovery import Attempt
from trainer_app.bundle import vault
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.rights import Right, UserRole, allows, fold_short, short_of
from trainer_app.domain.base.schema import read_entry
from trainer_app.store.base.drafts import Write
from trainer_app.store.exchange import transfers
from trainer_app.store.exchange.receiving import Receiver
from trainer_app.system.folders import DataFolder, opened_by_several, opened_without_name

OFFICER, READER = "пять слов для Зарины и её данных", "ҳафт калимаи дигар барои хонандаи мо"
THIRD = "совсем другие пять слов для входа"


@pytest.fixture
def several(bureau: Workplace) -> Workplace:
    """Let a data officer and a reader in beside the head."""
    users.add(bureau, "З. Каримова", "Зарина", UserRole.OFFICER, OFFICER, PASSPHRASE, cost=CHEAP)
    users.add(bureau, "Б. Раҳимов", "Баҳром", UserRole.READER, READER, cost=CHEAP)
    return bureau


def reopened(work: Workplace, passphrase: str, name: str = "") -> Workplace:
    """Close the office and unlock it as somebody."""
    work.close()
    return workplace.open_workplace(work.folder, passphrase, name=name, clock=work.clock)


def roles(work: Workplace) -> dict[str, UserRole | None]:
    """Return short name -> role, as the office's people stand in the list."""
    return {each.user.short: each.user.role for each in users.list_users(work)}


def test_an_office_of_one_person_has_no_names_and_every_right(bureau: Workplace) -> None:
    assert users.list_users(bureau) == []
    assert bureau.person is None
    assert not opened_by_several(bureau.folder)


def test_the_owner_becomes_a_head_with_the_second_person(several: Workplace) -> None:
    assert roles(several) == {"Saidova": UserRole.HEAD, "Зарина": UserRole.OFFICER, "Баҳром": UserRole.READER}
    assert all(each.opens for each in users.list_users(several))
    assert opened_by_several(several.folder)
    assert several.person is not None
    assert several.person.role is UserRole.HEAD


@pytest.mark.parametrize(
    ("passphrase", "name", "user"),
    [
        (PASSPHRASE, "saidova", "M. Saidova"),
        (OFFICER, " зарина ", "З. Каримова"),
        (READER, "БАҲРОМ", "Б. Раҳимов"),
        (READER, "", "Б. Раҳимов"),
    ],
)
def test_each_opens_it_with_an_own_passphrase(
    several: Workplace, passphrase: str, name: str, user: str
) -> None:
    with_name = reopened(several, passphrase, name)
    assert with_name.user == user
    assert with_name.journal.user == user, "it stands in every entry"
    with_name.close()


def test_somebody_elses_passphrase_does_not_open_it_under_a_name(several: Workplace) -> None:
    several.close()
    folder = several.folder
    refused("vault.wrong_passphrase", workplace.open_workplace, folder, OFFICER, name="Баҳром")
    problem = refused("vault.unknown_user", workplace.open_workplace, folder, OFFICER, name="Фаррух")
    assert problem.values == {"name": "Фаррух"}


def test_a_locked_office_is_unlocked_by_somebody_else(several: Workplace) -> None:
    workplace.lock(several)
    assert several.person is None
    workplace.unlock(several, OFFICER, "Зарина")
    assert (several.user, several.journal.user) == ("З. Каримова", "З. Каримова")


def test_one_changes_ones_own_passphrase_and_no_other(several: Workplace) -> None:
    work = reopened(several, OFFICER, "Зарина")
    refused("vault.wrong_passphrase", workplace_key.change_passphrase, work, READER, THIRD, cost=CHEAP)
    workplace_key.change_passphrase(work, OFFICER, THIRD, cost=CHEAP)
    work = reopened(work, THIRD, "Зарина")
    work = reopened(work, READER, "Баҳром")
    refused("vault.wrong_passphrase", workplace_key.check_own_passphrase, work, THIRD)
    work.close()


def test_a_head_opens_it_for_who_has_forgotten(several: Workplace) -> None:
    key = users.find_user(several, "Зарина").key
    users.set_passphrase(several, key, THIRD, cost=CHEAP)
    assert all(each.opens for each in users.list_users(several))
    work = reopened(several, THIRD, "Зарина")
    assert work.person is not None
    assert work.person.role is UserRole.OFFICER
    work.close()
    refused("vault.wrong_passphrase", workplace.open_workplace, work.folder, OFFICER, name="Зарина")


def test_ones_own_passphrase_is_not_given_anew(several: Workplace) -> None:
    refused("users.own", users.set_passphrase, several, users.find_user(several, "Saidova").key, THIRD)


def test_who_is_removed_opens_nothing_newer(several: Workplace, tmp_path: Path) -> None:
    kept = tmp_path / "kept.json"
    shutil.copy(several.folder.vault, kept)
    users.remove(several, users.find_user(several, "Зарина").key)
    assert workplace_key.is_key_due(several)
    workplace_key.renew_if_due(several, PASSPHRASE, cost=CHEAP)
    assert roles(several) == {"Saidova": UserRole.HEAD, "Баҳром": UserRole.READER}
    assert several.user == "M. Saidova"
    work = reopened(several, READER, "Баҳром")
    work.close()
    refused("vault.unknown_user", workplace.open_workplace, work.folder, OFFICER, name="Зарина")
    for place in (work.folder.vault, work.folder.vault_copy):
        shutil.copy(kept, place)
    refused("database.damaged", workplace.open_workplace, work.folder, OFFICER, name="Зарина")


def test_a_vault_of_before_does_not_let_in_who_was_removed(several: Workplace, tmp_path: Path) -> None:
    kept = several.folder.vault.read_bytes()
    users.remove(several, users.find_user(several, "Зарина").key)
    several.close()
    data_key.write_vault(several.folder, kept)
    refused("users.closed", workplace.open_workplace, several.folder, OFFICER, name="Зарина")


def test_a_slot_that_no_row_knows_gets_no_new_key(several: Workplace) -> None:
    stranger = vault.new_user("0" * 26)
    content = data_key.read_vault(several.folder)
    data_key.write_vault(several.folder, vault.put_user(content, several.key, stranger, "x", THIRD, CHEAP))
    workplace_key.renew_key(several, PASSPHRASE, cost=CHEAP)
    assert stranger.id not in vault.list_users(data_key.read_vault(several.folder))
    assert len(vault.list_users(data_key.read_vault(several.folder))) == 3


def test_the_last_head_stays_one_and_nobody_removes_themselves(several: Workplace) -> None:
    own = users.find_user(several, "Saidova").key
    refused("users.last_head", users.set_role, several, own, UserRole.READER)
    refused("users.not_oneself", users.remove, several, own)
    users.set_role(several, users.find_user(several, "Зарина").key, UserRole.HEAD)
    users.set_role(several, own, UserRole.OFFICER)
    assert roles(several)["Saidova"] is UserRole.OFFICER


@pytest.mark.parametrize(
    ("name", "short", "passphrase", "code"),
    [
        ("", "x", OFFICER, "users.name_missing"),
        ("З. Каримова", " ", OFFICER, "users.name_missing"),
        ("З" * 121, "x", OFFICER, "users.name_long"),
        ("З. Каримова", "x" * 21, OFFICER, "users.name_long"),
        ("З. Каримова", "x", "short", "passphrase.too_short"),
        ("З. Каримова", "SAIDOVA", OFFICER, "users.short_taken"),
    ],
)
def test_what_cannot_be_added_leaves_everything_as_it_was(
    bureau: Workplace, name: str, short: str, passphrase: str, code: str
) -> None:
    before = bureau.folder.vault.read_bytes()
    refused(code, users.add, bureau, name, short, UserRole.READER, passphrase, PASSPHRASE, cost=CHEAP)
    assert users.list_users(bureau) == []
    assert bureau.folder.vault.read_bytes() == before


def test_the_owners_own_passphrase_is_needed_and_a_name(bureau: Workplace) -> None:
    given = ("З. Каримова", "Зарина", UserRole.READER, OFFICER)
    refused("vault.wrong_passphrase", users.add, bureau, *given, THIRD, cost=CHEAP)
    workplace.change_user(bureau, "")
    refused("users.own_name_missing", users.add, bureau, *given, PASSPHRASE, cost=CHEAP)
    assert users.list_users(bureau) == []


def test_a_trainers_laptop_has_no_people(trainer: Workplace) -> None:
    refused("office.not_set_up", users.add, trainer, "A", "a", UserRole.READER, OFFICER, PASSPHRASE)


def test_a_role_that_the_root_key_did_not_sign_is_none(several: Workplace) -> None:
    key = users.find_user(several, "Баҳром").key
    several.journal.record(Label("users.step.sign"), [Write(rights.ENTITY, key, {"role": "head"})])
    assert roles(several)["Баҳром"] is None
    work = reopened(several, READER, "Баҳром")
    assert work.person is not None
    assert not allows(work.person.role, Right.RECORD)
    work.close()


def test_new_papers_and_a_new_root_sign_the_roles_again(several: Workplace) -> None:
    before = roles(several)
    made = key_papers.make_new(several)
    key_papers.confirm(several, made.recovery_key, made.standby_key)
    again = key_papers.replace_root(several, made.standby_key)
    key_papers.confirm(several, "", again.standby_key)
    assert roles(several) == before
    assert None not in roles(several).values()


def take_all(work: Workplace, other: Workplace) -> None:
    """Take in all that another computer of the office wrote."""
    lines = [(line, read_entry(line)) for _, line in transfers.all_lines(other.database)]
    with work.journal.transaction():
        Receiver(work.journal).receive(lines)


def test_two_heads_who_change_one_role_apart_leave_the_lesser_until_it_is_settled(
    several: Workplace, tmp_path: Path
) -> None:
    several.close()
    shutil.copytree(several.folder.root, tmp_path / "copied")
    here = workplace.open_workplace(several.folder, PASSPHRASE, clock=several.clock)
    there = workplace.open_workplace(DataFolder(tmp_path / "copied"), PASSPHRASE, clock=several.clock)
    key = users.find_user(here, "Зарина").key
    users.set_role(here, key, UserRole.HEAD)
    users.set_role(there, key, UserRole.READER)
    take_all(here, there)
    take_all(there, here)
    assert roles(here)["Зарина"] is UserRole.READER
    assert roles(there)["Зарина"] is UserRole.READER
    users.set_role(here, key, UserRole.HEAD)
    take_all(there, here)
    assert roles(there)["Зарина"] is UserRole.HEAD, "a head settled it"
    there.close()


def test_the_paper_opens_it_for_the_owner_and_the_others_keep_their_slots(
    bureau: Workplace, several: Workplace
) -> None:
    paper = key_papers.make_new(bureau)
    key_papers.confirm(bureau, paper.recovery_key, paper.standby_key)
    bureau.close()
    attempt = Attempt(bureau.folder, THIRD, bureau.clock, CHEAP)
    work = recovery.open_with_paper(attempt, paper.recovery_key)
    assert work.person is None
    assert (work.user, users.own_name(work)) == (work.office_code, ""), "nobody's name but the office's"
    with pytest.raises(TrainerError, match=r"users\.own_name_missing"):
        users.add(work, "Новая", "новая", UserRole.READER, THIRD, own_passphrase=THIRD, cost=CHEAP)
    assert len(vault.list_users(data_key.read_vault(work.folder))) == 3
    users.set_passphrase(
        work, users.find_user(work, "Зарина").key, "и ещё пять совсем новых слов", cost=CHEAP
    )
    work = reopened(work, READER, "Баҳром")
    assert work.user == "Б. Раҳимов"
    work.close()


def test_a_passphrase_chosen_with_the_paper_opens_with_ones_own_short_name(
    bureau: Workplace, several: Workplace
) -> None:
    paper = key_papers.make_new(bureau)
    key_papers.confirm(bureau, paper.recovery_key, paper.standby_key)
    before = data_key.read_vault(bureau.folder)
    bureau.close()
    attempt = Attempt(bureau.folder, THIRD, bureau.clock, CHEAP, name="Зарени")
    with pytest.raises(TrainerError, match=r"recovery\.unknown_name") as unknown:
        recovery.open_with_paper(attempt, paper.recovery_key)
    assert "Зарина (З. Каримова)" in str(unknown.value.values["people"])
    with pytest.raises(TrainerError, match=r"passphrase\.own_name"):
        recovery.open_with_paper(
            msgspec.structs.replace(attempt, name="зарина", passphrase="Каримова сарлавҳаи ман"),
            paper.recovery_key,
        )
    assert data_key.read_vault(bureau.folder) == before, "nothing was changed"
    work = recovery.open_with_paper(msgspec.structs.replace(attempt, name=" зарина"), paper.recovery_key)
    assert work.person is not None
    assert (work.user, work.person.role) == ("З. Каримова", UserRole.OFFICER), "her rights, and no more"
    assert work.person.given, "whoever has the paper may know it"
    assert not opened_without_name(work.folder)
    assert not users.is_nobody(work)
    assert heads.find(work).standing == {}, "and no second head"
    work = reopened(work, THIRD, "Зарина")
    assert work.user == "З. Каримова"
    work = reopened(work, READER, "Баҳром")
    work.close()
    with pytest.raises(TrainerError, match=r"vault\.wrong_passphrase"):
        workplace.open_workplace(work.folder, OFFICER, name="Зарина", clock=work.clock)


def test_it_is_told_whence_a_passphrase_is_that_a_head_did_not_choose(
    bureau: Workplace, several: Workplace
) -> None:
    paper = key_papers.make_new(bureau)
    key_papers.confirm(bureau, paper.recovery_key, paper.standby_key)
    users.set_role(bureau, users.find_user(bureau, "Зарина").key, UserRole.HEAD)
    bureau.close()
    attempt = Attempt(bureau.folder, THIRD, bureau.clock, CHEAP, name="Saidova")
    work = recovery.open_with_paper(attempt, paper.recovery_key)

    def told() -> dict[str, str]:
        return {line.user.short: rights.passphrase_origin(work, line.user) for line in users.list_users(work)}

    assert told() == {"Saidova": "users.given_on_paper", "Зарина": "users.given", "Баҳром": ""}
    users.change_passphrase(work, THIRD, "и ещё пять совсем новых слов", cost=CHEAP)
    assert told() == {"Saidova": "", "Зарина": "users.given", "Баҳром": ""}
    work.close()


def test_a_passphrase_of_nobody_is_told_to_whoever_opens_with_it(
    bureau: Workplace, several: Workplace
) -> None:
    assert not users.is_nobody(several)
    paper = key_papers.make_new(bureau)
    key_papers.confirm(bureau, paper.recovery_key, paper.standby_key)
    bureau.close()
    attempt = Attempt(bureau.folder, THIRD, bureau.clock, CHEAP)
    work = recovery.open_with_paper(attempt, paper.recovery_key)
    assert users.is_nobody(work)
    work = reopened(work, THIRD)
    assert users.is_nobody(work)
    work.close()


def test_a_backup_opened_by_a_reader_is_the_readers(several: Workplace, tmp_path: Path) -> None:
    saved = backups.save_backup(several, tmp_path)
    work = backups.restore_file(
        DataFolder(tmp_path / "elsewhere"), saved.file, Opening(READER), clock=several.clock, cost=CHEAP
    )
    assert work.person is not None
    assert (work.user, work.person.role) == ("Б. Раҳимов", UserRole.READER)
    work.close()


def test_short_names_are_found_however_they_are_typed() -> None:
    assert fold_short("  ЗАРИНА   К ") == fold_short("зарина к")
    assert short_of("М. Саидова") == "Саидова"
    assert short_of("Ҷ.") == "Ҷ."
    assert short_of("Зарина Каримова", ["зарина"]) == "Зарина К"
    assert short_of("Зарина Каримова", ["Зарина", "Зарина К"]) == "Зарина Каримова"
    assert short_of("Зарина", ["Зарина"]) == ""
    assert not allows(None, Right.RECORD)
    assert allows(None, Right.LOOK)


def test_the_office_of_one_person_is_known_as_one_while_it_is_locked(bureau: Workplace) -> None:
    assert recovery.is_of_office(bureau.folder), "by its paper, before its first laptop and its first name"
    users.begin(bureau, PASSPHRASE, cost=CHEAP)
    assert not opened_by_several(bureau.folder)
    assert recovery.is_of_office(bureau.folder)


def test_whoever_sets_up_an_office_is_its_first_head(bureau: Workplace) -> None:
    refused("vault.wrong_passphrase", users.begin, bureau, OFFICER, cost=CHEAP)
    users.begin(bureau, PASSPHRASE, cost=CHEAP)
    assert roles(bureau) == {"Saidova": UserRole.HEAD}
    users.begin(bureau, PASSPHRASE, cost=CHEAP)
    assert roles(bureau) == {"Saidova": UserRole.HEAD}, "twice is once"
    work = reopened(bureau, PASSPHRASE, "")
    assert work.person is not None
    assert not rights.takes_two(work)
    users.add(work, "З. Каримова", "Зарина", UserRole.OFFICER, OFFICER, cost=CHEAP)
    assert roles(work) == {"Saidova": UserRole.HEAD, "Зарина": UserRole.OFFICER}
    work.close()


def test_who_works_alone_changes_the_own_name_and_nobody_else_does(bureau: Workplace) -> None:
    users.rename(bureau, "M. Saidova-Karimova")
    assert bureau.user == "M. Saidova-Karimova"
    users.begin(bureau, PASSPHRASE, cost=CHEAP)
    users.rename(bureau, "M. Saidova")
    assert (bureau.user, bureau.journal.user) == ("M. Saidova", "M. Saidova")
    refused("users.name_missing", users.rename, bureau, " ")
    users.add(bureau, "З. Каримова", "Зарина", UserRole.OFFICER, OFFICER, cost=CHEAP)
    refused("users.name_by_heads", users.rename, bureau, "Somebody")
