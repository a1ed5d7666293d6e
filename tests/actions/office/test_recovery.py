"""The drills of a lost key: passphrase forgotten, key file damaged or gone. Real files, real keys."""

import shutil
from pathlib import Path

import pytest

from tests.actions.refusing import refused
from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.world import Story, set_up
from tests.kit.writing import Room
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.exchange import archiving, importing, sending
from trainer_app.actions.office import office, recovery
from trainer_app.actions.office.recovery import Attempt
from trainer_app.bundle import sealing, vault
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.exchange.sending import OfficeSetUp
from trainer_app.system import folders
from trainer_app.system.folders import DataFolder

NEW = "another passphrase, remembered"


@pytest.fixture
def papers() -> list[OfficeSetUp]:
    return []


@pytest.fixture
def parts() -> tuple[str, ...]:
    return ("trainer", "room")


@pytest.fixture
def bureau(trainer: Workplace, papers: list[OfficeSetUp], story: Story) -> Workplace:
    """Set up an office and keep what is printed on its paper."""
    work = set_up(story, "office", role=Role.OFFICE)
    papers.append(office.init(work, Texts(en="Programme office"), "DSH"))
    return work


@pytest.fixture
def locked(joined: Workplace, room: Room, stick: Path, bureau: Workplace) -> Workplace:
    """Close a laptop that has sent a file, which the office took in."""
    importing.import_files(bureau, [sending.export(joined, stick).file])
    joined.close()
    return joined


def attempt(work: Workplace, passphrase: str = NEW) -> Attempt:
    return Attempt(work.folder, passphrase, work.clock, CHEAP)


def lose_vault(folder: DataFolder) -> None:
    for path in (folder.vault, folder.vault_copy):
        path.unlink()


def is_open(work: Workplace, folder: DataFolder) -> None:
    """See that everything is there, that only the new passphrase opens it, and that nothing waits."""
    assert courses.list_courses(work)[0].participants == 3
    assert not work.took_new_replica
    work.close()
    refused("vault.wrong_passphrase", workplace.open_workplace, folder, PASSPHRASE, clock=work.clock)
    again = workplace.open_workplace(folder, NEW, clock=work.clock)
    assert not again.mended_vault
    again.close()
    assert recovery.waiting(folder) is None


def test_the_paper_key_is_typed_on_the_laptop(locked: Workplace, papers: list[OfficeSetUp]) -> None:
    typed = f"  {papers[0].recovery_key.lower()[:20]} {papers[0].recovery_key.lower()[20:]} "
    is_open(recovery.open_with_paper(attempt(locked), typed), locked.folder)


def test_wrong_papers_open_nothing_and_change_nothing(locked: Workplace, papers: list[OfficeSetUp]) -> None:
    before = locked.folder.vault.read_bytes()
    key = papers[0].recovery_key
    mistyped = key[:30] + ("Q" if key[30] != "Q" else "P") + key[31:]
    refused("vault.bad_recovery_key", recovery.open_with_paper, attempt(locked), mistyped)
    refused("vault.wrong_recovery_key", recovery.open_with_paper, attempt(locked), sealing.new_identity())
    refused("passphrase.too_short", recovery.open_with_paper, attempt(locked, "short"), key)
    assert locked.folder.vault.read_bytes() == before


def test_by_a_file_to_the_office_and_back(
    locked: Workplace, bureau: Workplace, papers: list[OfficeSetUp], stick: Path
) -> None:
    asked = recovery.ask(attempt(locked), "D. Nazarova")
    file = recovery.write_request(locked.folder, stick / "request.json")
    assert PASSPHRASE.encode() not in file.read_bytes()
    assert NEW.encode() not in locked.folder.recovery.read_bytes()
    case = recovery.read_case(bureau, file)
    assert (case.label, case.device) == ("D. Nazarova", "K7"), "the archive tells whose it is"
    assert case.digits == asked.digits, "both sides read the same"
    reply = recovery.answer_case(bureau, case, papers[0].recovery_key)
    answer = recovery.write_answer(stick, reply)
    assert answer.name == "K7-answer.age"
    assert locked.key.key not in answer.read_bytes()
    refused("vault.wrong_passphrase", recovery.take_answer, attempt(locked, PASSPHRASE), answer)
    is_open(recovery.take_answer(attempt(locked), answer), locked.folder)


def test_by_voice_alone(locked: Workplace, bureau: Workplace, papers: list[OfficeSetUp]) -> None:
    asked = recovery.ask(attempt(locked), "D. Nazarova")
    assert len(asked.spoken.split()) == 17
    case = recovery.hear_case(bureau, asked.spoken, "k7")
    reply = recovery.answer_case(bureau, case, papers[0].recovery_key)
    groups = reply.spoken.split()
    assert len(groups) == 17
    wrong = [*groups]
    wrong[4] = wrong[4][:3] + str((int(wrong[4][3]) + 1) % 10) + wrong[4][4:]
    problem = refused("spoken.wrong_group", recovery.hear_answer, attempt(locked), " ".join(wrong))
    assert problem.values == {"group": 5}
    refused("spoken.incomplete", recovery.hear_answer, attempt(locked), " ".join(groups[:12]))
    is_open(recovery.hear_answer(attempt(locked), reply.spoken), locked.folder)


def test_an_answer_is_for_one_request_alone(
    locked: Workplace, bureau: Workplace, papers: list[OfficeSetUp], stick: Path
) -> None:
    recovery.ask(attempt(locked), "")
    file = recovery.write_request(locked.folder, stick / "request.json")
    reply = recovery.answer_case(bureau, recovery.read_case(bureau, file), papers[0].recovery_key)
    answer = recovery.write_answer(stick, reply)
    recovery.ask(attempt(locked), "")
    refused("recovery.other_request", recovery.take_answer, attempt(locked), answer)
    refused("recovery.other_key", recovery.hear_answer, attempt(locked), reply.spoken)
    recovery.forget(locked.folder)
    refused("recovery.nothing_asked", recovery.take_answer, attempt(locked), answer)
    workplace.open_workplace(locked.folder, PASSPHRASE, clock=locked.clock).close()


def test_a_request_survives_being_closed_and_tells_the_same_digits(locked: Workplace) -> None:
    asked = recovery.ask(attempt(locked), "Дилбар")
    assert recovery.waiting(locked.folder) == asked


def test_a_revoked_laptop_gets_no_answer(
    locked: Workplace, bureau: Workplace, papers: list[OfficeSetUp], stick: Path
) -> None:
    asked = recovery.ask(attempt(locked), "")
    file = recovery.write_request(locked.folder, stick / "request.json")
    before = recovery.read_case(bureau, file), recovery.hear_case(bureau, asked.spoken, "K7")
    office.revoke(bureau, "K7")
    refused("recovery.revoked_device", recovery.read_case, bureau, file)
    refused("recovery.revoked_device", recovery.hear_case, bureau, asked.spoken, "K7")
    for case in before:
        refused("recovery.revoked_device", recovery.answer_case, bureau, case, papers[0].recovery_key)


@pytest.mark.parametrize("lost", ["vault", "copy"])
@pytest.mark.parametrize("how", ["gone", "damaged"])
def test_one_of_the_two_key_files_is_mended_from_the_other(locked: Workplace, lost: str, how: str) -> None:
    path = locked.folder.vault if lost == "vault" else locked.folder.vault_copy
    whole = path.read_bytes()
    path.write_bytes(whole[:40] + b"x" + whole[41:])
    if how == "gone":
        path.unlink()
    refused("vault.wrong_passphrase", workplace.open_workplace, locked.folder, "not the right one")
    work = workplace.open_workplace(locked.folder, PASSPHRASE, clock=locked.clock)
    assert work.mended_vault, "the person is told"
    work.close()
    assert path.read_bytes() == whole
    again = workplace.open_workplace(locked.folder, PASSPHRASE, clock=locked.clock)
    assert not again.mended_vault
    again.close()


def test_both_key_files_lost_and_the_office_takes_the_key_from_its_archive(
    locked: Workplace, bureau: Workplace, papers: list[OfficeSetUp], stick: Path
) -> None:
    lose_vault(locked.folder)
    refused("vault.lost", workplace.open_workplace, locked.folder, PASSPHRASE)
    asked = recovery.ask(attempt(locked), "D. Nazarova")
    assert asked.spoken == "", "what is not there any more cannot be used to hide what is read aloud"
    file = recovery.write_request(locked.folder, stick / "request.json")
    case = recovery.read_case(bureau, file)
    assert case.recovery == b""
    reply = recovery.answer_case(bureau, case, papers[0].recovery_key)
    assert reply.device == "K7"
    is_open(recovery.take_answer(attempt(locked), recovery.write_answer(stick, reply)), locked.folder)
    assert vault.unlock_with_recovery(locked.folder.vault.read_bytes(), papers[0].recovery_key)


def test_both_key_files_lost_with_the_paper_on_the_laptop(
    locked: Workplace, papers: list[OfficeSetUp]
) -> None:
    lose_vault(locked.folder)
    is_open(recovery.open_with_paper(attempt(locked), papers[0].recovery_key), locked.folder)


def test_an_office_without_key_files_is_opened_by_its_paper_and_its_archive(
    locked: Workplace, bureau: Workplace, papers: list[OfficeSetUp]
) -> None:
    archiving.archive_own(bureau)
    bureau.close()
    lose_vault(bureau.folder)
    shutil.rmtree(bureau.folder.outgoing, ignore_errors=True)
    assert folders.broken(bureau.folder).code == "vault.lost"
    is_open(recovery.open_with_paper(attempt(bureau), papers[0].recovery_key), bureau.folder)


def test_both_key_files_lost_and_nothing_was_ever_sent(
    joined: Workplace, room: Room, bureau: Workplace, papers: list[OfficeSetUp], stick: Path
) -> None:
    joined.close()
    lose_vault(joined.folder)
    database = joined.folder.database.read_bytes()
    key = papers[0].recovery_key
    refused("recovery.nothing_here", recovery.open_with_paper, attempt(joined), key)
    recovery.ask(attempt(joined), "")
    case = recovery.read_case(bureau, recovery.write_request(joined.folder, stick / "request.json"))
    refused("recovery.not_in_archive", recovery.answer_case, bureau, case, key)
    refused("vault.wrong_recovery_key", recovery.answer_case, bureau, case, sealing.new_identity())
    assert joined.folder.database.read_bytes() == database


def test_without_an_office_there_is_nobody_to_ask(trainer: Workplace) -> None:
    trainer.close()
    refused("vault.no_recovery", recovery.ask, attempt(trainer), "")
    refused("vault.no_recovery", recovery.open_with_paper, attempt(trainer), sealing.new_identity())


@pytest.mark.parametrize("data", [b" ", b"{}", b"[" * 5000, b'{"format": "trainer-recovery-request"}'])
def test_what_is_no_request_is_refused(bureau: Workplace, stick: Path, data: bytes) -> None:
    (stick / "x.json").write_bytes(data)
    refused("recovery.bad_request", recovery.read_case, bureau, stick / "x.json")
    (stick / "x.json").write_bytes(b"")
    refused("bundle.empty", recovery.read_case, bureau, stick / "x.json")


def test_a_crash_between_answer_and_new_key_file_leaves_the_old_way_in(
    locked: Workplace, papers: list[OfficeSetUp], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError("pulled")

    monkeypatch.setattr(recovery, "write_vault", fail)
    with pytest.raises(OSError, match="pulled"):
        recovery.open_with_paper(attempt(locked), papers[0].recovery_key)
    workplace.open_workplace(locked.folder, PASSPHRASE, clock=locked.clock).close()
