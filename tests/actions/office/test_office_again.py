"""The office's computer is lost: paper and archive make it anew, and every laptop goes on with it."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.actions.refusing import refused
from tests.kit import writing
from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.world import Story, computer, set_up
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history, identity, rights, sync_status, users, who_is_here, workplace
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses, enrolments, sessions
from trainer_app.actions.exchange import archiving, importing, incoming, outstanding, packs, sending
from trainer_app.actions.exchange.trust import sign_list, trust_of_office
from trainer_app.actions.office import erasing, key_papers, office, rebuilding, recovery, setting_up_again
from trainer_app.actions.office.recovery import Attempt
from trainer_app.actions.office.setting_up_again import NewOfficeComputer
from trainer_app.actions.people.people import get_person
from trainer_app.bundle import keys, sealing
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.rights import UserRole, short_of
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import SessionState
from trainer_app.domain.exchange.sending import FileOutcome, OfficeSetUp
from trainer_app.domain.office.backups import PaperStep, RecoveredFiles
from trainer_app.system.folders import DataFolder, WorkplaceState, state_of


@dataclass
class Lost:
    """What is left of an office: its paper, its archive on a disk, a stick, and where it begins again."""

    paper: OfficeSetUp
    archive: Path
    stick: Path
    folder: DataFolder
    old_key: bytes


OFFICER = "пять слов для Зарины и её данных"


@pytest.fixture
def people() -> tuple[str, ...]:
    """Return who works at the office beside its head; nobody."""
    return ()


def lose(story: Story, people: tuple[str, ...] = ()) -> None:
    """Lose an office of these people after it took in a laptop's marks and wrote something itself."""
    trainer, stick = story.works["trainer"], story.stick
    assert story.room is not None
    bureau = set_up(story, "office", "", Role.OFFICE)
    paper = office.init(bureau, Texts(tg="Идора", en="Office"), "DSH")
    for name in people:
        workplace.change_user(bureau, "М. Саидова")
        users.add(bureau, name, short_of(name), UserRole.OFFICER, OFFICER, PASSPHRASE, cost=CHEAP)
    asked, _ = office.request(trainer, stick / "K7.treq")
    writing.join(trainer, writing.enrolled(bureau, asked, "K7", stick).pack.file)
    importing.import_files(bureau, [sending.export(trainer, stick).file])
    sessions.cancel_session(bureau, story.room.sessions[-1], "no power")
    importing.import_files(trainer, [packs.export_pack(bureau, "K7", stick).file])
    assert outstanding.pending(trainer).empty
    disk = story.folder / "disk"
    disk.mkdir()
    archive = archiving.copy_archive(bureau, disk).folder
    key = identity.device_keys(bureau).signing_key
    story.works.pop("office").close()
    shutil.rmtree(bureau.folder.root)
    story.notes["lost"] = (paper, archive.name, key)


def lose_of_two(story: Story) -> None:
    """Lose an office that has a data officer beside its head."""
    lose(story, ("З. Каримова",))


@pytest.fixture
def begins(request: pytest.FixtureRequest, people: tuple[str, ...]) -> Sequence[Callable[[Story], None]]:
    if "lost" not in request.fixturenames:
        return ()
    return (lose_of_two if people else lose,)


@pytest.fixture
def lost(story: Story, trainer: Workplace, room: Room) -> Lost:
    """Return what is left of the office."""
    paper, archive, key = story.notes["lost"]
    folder = DataFolder(story.folder / "new office")
    return Lost(paper, story.folder / "disk" / archive, story.stick, folder, key)


def beginning(lost: Lost, trainer: Workplace, *places: Path) -> NewOfficeComputer:
    return NewOfficeComputer(
        lost.folder,
        PASSPHRASE,
        "М. Саидова",
        lost.paper.recovery_key.lower(),
        lost.paper.standby_key,
        places,
        trainer.clock,
        CHEAP,
    )


@pytest.fixture
def again(lost: Lost, trainer: Workplace) -> Iterator[tuple[Workplace, RecoveredFiles]]:
    work, read = setting_up_again.set_up_again(beginning(lost, trainer, lost.archive))
    yield work, read
    work.close()


def cancelled(work: Workplace, room: Room) -> bool:
    """Tell whether what the office itself had written is there."""
    view = courses.get_course(work, room.course)
    return view.sessions[-1].state is SessionState.CANCELLED


def test_it_looks_before_anything_is_written(lost: Lost, trainer: Workplace) -> None:
    found = setting_up_again.look([lost.archive], lost.paper.recovery_key, lost.paper.standby_key)
    assert (found.code, found.name["en"], found.laptops) == ("DSH", "Office", ("K7",))
    assert (found.files, found.closed) == (len(list(lost.archive.glob("*.tsync"))), 0)
    assert state_of(lost.folder) is WorkplaceState.NEW


def test_the_archive_and_the_paper_give_everything_back(
    again: tuple[Workplace, RecoveredFiles], lost: Lost, room: Room
) -> None:
    work, read = again
    assert (read.unknown, read.unreadable) == (0, 0)
    assert read.taken > 1
    assert cancelled(work, room), "what the office itself had written"
    assert courses.list_courses(work)[0].participants == 3
    assert sync_status.check(work).ok
    # The step that began it anew is one entry more: without it, the figures are those of before.
    assert len(attendance.grid(work, room.course).rows) == 3


def test_no_key_takes_any_of_it_back(again: tuple[Workplace, RecoveredFiles]) -> None:
    work, _ = again
    assert history.pending(work, 10) == []
    refused("history.nothing_to_undo", history.undo, work)
    lost, own = office.devices(work)[0], identity.own_device(work)
    trust = trust_of_office(work)
    assert lost.revoked_on
    assert lost.fingerprint != trust.office.fingerprint, (
        "the new office's digits are not those of the lost one"
    )
    present = next(each for each in office.devices(work) if each.code == own.code)
    assert present.fingerprint == trust.office.fingerprint


def test_what_came_from_the_archive_is_called_by_whose_it_is(again: tuple[Workplace, RecoveredFiles]) -> None:
    work, _ = again
    day = work.today().isoformat()
    assert {line.file for line in importing.imports(work)} == {
        f"DSH-{code}-{day}.tsync" for code in ("A1", "K7")
    }


def test_it_is_known_which_sheets_hold(again: tuple[Workplace, RecoveredFiles], lost: Lost) -> None:
    work, _ = again
    papers, day = key_papers.pending(work), work.today()
    assert papers is not None
    assert papers.recovery_key == lost.paper.recovery_key, "on the old sheets this one is right"
    assert papers.standby_key != lost.paper.standby_key, "and this one is not"
    key_papers.confirm(work, papers.recovery_key, papers.standby_key)
    assert key_papers.held(work) == (PaperStep.AGAIN, day)
    made = key_papers.make_new(work)
    assert key_papers.held(work) == (PaperStep.AGAIN, day), "they hold once they are confirmed"
    key_papers.drop(work)
    made = key_papers.make_new(work)
    key_papers.confirm(work, made.recovery_key, made.standby_key)
    assert key_papers.held(work) == (PaperStep.NEW, day)


def test_its_archive_makes_the_database_anew_without_the_paper(
    again: tuple[Workplace, RecoveredFiles],
) -> None:
    work, read = again
    done = rebuilding.rebuild(work)
    assert done.missing == ()
    assert done.same
    assert archiving.state(work).files == read.taken + 1, "what was read, and what it wrote itself"


def test_it_knows_whose_data_are_whose_by_the_files_that_came(
    again: tuple[Workplace, RecoveredFiles], lost: Lost, trainer: Workplace, stick: Path
) -> None:
    """H2: what the lost computer knew from the request of K7, its own signed files say again."""
    work, _ = again
    recovery.ask(Attempt(trainer.folder, "a passphrase to come", trainer.clock, CHEAP), "somebody")
    case = recovery.read_case(work, recovery.write_request(trainer.folder, stick / "ask.json"))
    assert (case.device, case.label) == ("K7", "D. Nazarova")
    assert recovery.answer_case(work, case, lost.paper.recovery_key).device == "K7"


def test_it_is_the_same_office_under_other_keys(again: tuple[Workplace, RecoveredFiles], lost: Lost) -> None:
    work, _ = again
    trust = identity.trust_list(work)
    assert trust is not None
    assert (trust.office.code, work.device_code) == ("DSH", "A2")
    by_code = {device.code: device for device in trust.devices}
    assert by_code["A1"].revoked_on == work.today().isoformat(), "the lost computer sends nothing any more"
    assert by_code["A1"].signing_key == lost.old_key, "and what it issued is still known as good"
    assert not by_code["K7"].revoked_on
    assert trust.office.fingerprint != lost.paper.fingerprint
    papers = key_papers.pending(work)
    assert papers is not None
    assert papers.recovery_key == lost.paper.recovery_key, "the same recovery key is printed again"
    assert papers.standby_key != lost.paper.standby_key
    assert papers.fingerprint == trust.office.fingerprint


def test_the_laptop_takes_its_new_office_and_sends_it_everything(
    again: tuple[Workplace, RecoveredFiles], trainer: Workplace, room: Room, lost: Lost
) -> None:
    work, _ = again
    (taken,) = importing.import_files(trainer, [packs.export_pack(work, "K7", lost.stick).file]).files
    assert taken.result is not FileOutcome.REFUSED
    assert identity.trust_list(trainer) == identity.trust_list(work)
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.LATE, 7)
    sent = sending.export(trainer, lost.stick)
    assert sent.first > 1, "what the archive gave back need not be sent again"
    (back,) = importing.import_files(work, [sent.file]).files
    assert back.result is FileOutcome.IMPORTED
    assert attendance.grid(work, room.course) == attendance.grid(trainer, room.course)
    importing.import_files(trainer, [packs.export_pack(work, "K7", lost.stick).file])
    assert outstanding.pending(trainer).empty, "and the new one has confirmed it"
    office.revoke(work, "K7")
    assert sync_status.check(work).ok


def test_with_the_archive_gone_too_a_stick_and_the_laptop_bring_it_back(
    trainer: Workplace, room: Room, lost: Lost
) -> None:
    """The laptop's archive holds the packs that it took in: they are sealed for the paper key as well."""
    shutil.rmtree(lost.archive)
    first = min(lost.stick.glob("*.tsync"), key=lambda path: path.stat().st_mtime_ns)
    work, _ = setting_up_again.set_up_again(beginning(lost, trainer, first))
    assert courses.list_courses(work) == [], "that pack was written at enrolment: nothing stood in it"
    importing.import_files(trainer, [packs.export_pack(work, "K7", lost.stick).file])
    sent = sending.export(trainer, lost.stick)
    assert sent.first == 1, "what the lost computer had confirmed is sent again"
    assert sent.carried == 1, "its last pack brings back what it wrote itself, as it signed it"
    (back,) = importing.import_files(work, [sent.file]).files
    assert back.result is FileOutcome.IMPORTED
    assert cancelled(work, room), "what only the lost office had written comes from the laptop"
    assert attendance.grid(work, room.course) == attendance.grid(trainer, room.course)
    importing.import_files(trainer, [packs.export_pack(work, "K7", lost.stick).file])
    assert outstanding.pending(trainer).empty, "nothing is brought back twice"
    (line,) = (line for line in importing.imports(work) if line.file == sent.file.name)
    assert (line.device, line.carried) == ("K7", ("A1",))
    done = rebuilding.rebuild(work)
    assert (done.same, done.missing) == (True, ())
    work.close()


def test_wrong_papers_or_files_make_nothing(lost: Lost, trainer: Workplace, tmp_path: Path) -> None:
    recovery, standby = lost.paper.recovery_key, lost.paper.standby_key
    other, paper = keys.OfficeKeys.generate()
    assert other
    places = [lost.archive]
    refused("vault.bad_recovery_key", setting_up_again.look, places, recovery[:-1], standby)
    refused("bundle.bad_standby", setting_up_again.look, places, recovery, standby[:-1])
    refused("again.nothing_opens", setting_up_again.look, places, sealing.new_identity(), standby)
    refused("again.no_list", setting_up_again.look, places, recovery, paper.standby)
    empty = tmp_path / "empty"
    empty.mkdir()
    refused("again.nothing_opens", setting_up_again.set_up_again, beginning(lost, trainer, empty))
    assert state_of(lost.folder) is WorkplaceState.NEW


def test_what_was_taken_back_stays_away(
    trainer: Workplace, room: Room, tmp_path: Path, stick: Path, story: Story
) -> None:
    bureau = set_up(story, "office", role=Role.OFFICE)
    paper = office.init(bureau, Texts(en="Office"), "DSH")
    asked, _ = office.request(trainer, stick / "K7.treq")
    writing.join(trainer, writing.enrolled(bureau, asked, "K7", stick).pack.file)
    done = importing.import_files(bureau, [sending.export(trainer, stick).file])
    importing.undo_import(bureau, done.files[0].step or 0)
    archive = archiving.copy_archive(bureau, tmp_path).folder
    bureau.close()
    lost = Lost(paper, archive, stick, DataFolder(tmp_path / "new"), b"")
    work, _ = setting_up_again.set_up_again(beginning(lost, trainer, archive))
    assert courses.list_courses(work) == []
    work.close()


def test_what_was_erased_is_in_no_file_after_copying_anew_into_the_same_folder(
    trainer: Workplace, room: Room, tmp_path: Path, stick: Path, story: Story
) -> None:
    bureau = set_up(story, "office", role=Role.OFFICE)
    paper = office.init(bureau, Texts(en="Office"), "DSH")
    asked, _ = office.request(trainer, stick / "K7.treq")
    writing.join(trainer, writing.enrolled(bureau, asked, "K7", stick).pack.file)
    importing.import_files(bureau, [sending.export(trainer, stick).file])
    archive = archiving.copy_archive(bureau, tmp_path).folder
    old = {path.name for path in archive.glob("*.tsync")}
    gone = enrolments.list_enrolments(bureau, room.course)[0].person.key
    erasing.erase_person(bureau, gone, "asked in writing")
    assert archiving.copy_archive(bureau, tmp_path).removed
    old -= set(archiving.named_files(bureau))
    bureau.close()
    lost = Lost(paper, archive, stick, DataFolder(tmp_path / "new"), b"")
    work, _ = setting_up_again.set_up_again(beginning(lost, trainer, archive))
    for folder in (archive, work.folder.root):
        assert old.isdisjoint(path.name for path in folder.rglob("*"))
    assert get_person(work, gone).erased
    work.close()


def test_reading_the_same_files_again_changes_nothing(
    again: tuple[Workplace, RecoveredFiles], lost: Lost
) -> None:
    work, read = again
    before = sync_status.check(work).digest
    second = setting_up_again.read_with_paper(work, [lost.archive], lost.paper.recovery_key)
    assert (second.taken, second.entries) == (0, 0)
    assert second.known == read.taken + read.known
    assert sync_status.check(work).digest == before


def test_a_laptop_that_no_list_names_enrols_anew_under_the_office_it_had(
    trainer: Workplace, room: Room, lost: Lost, tmp_path: Path
) -> None:
    """It was enrolled after the newest list that was found."""
    first = min(lost.stick.glob("*.tsync"), key=lambda path: path.stat().st_mtime_ns)
    work, _ = setting_up_again.set_up_again(beginning(lost, trainer, first))
    trust = identity.trust_list(work)
    assert trust is not None
    without = tuple(device for device in trust.devices if device.code != "K7")
    sign_list(work, trust, without)
    asked, digits = office.request(trainer, lost.stick / "again.treq")
    enrolled = writing.enrolled(work, asked, "K7", lost.stick)
    assert enrolled.fingerprint == digits
    writing.join(trainer, enrolled.pack.file)
    (back,) = importing.import_files(work, [sending.export(trainer, lost.stick).file]).files
    assert back.result is FileOutcome.IMPORTED
    assert cancelled(work, room)
    assert certificates.register(work) == []
    work.close()


def _stolen(trainer: Workplace, room: Room, tmp_path: Path, stick: Path) -> Lost:
    """Lose an office that had revoked K7, and then set aside what its thief sent."""
    bureau = computer(tmp_path / "office", role=Role.OFFICE, clock=trainer.clock)
    paper = office.init(bureau, Texts(en="Office"), "DSH")
    asked, _ = office.request(trainer, stick / "K7.treq")
    writing.join(trainer, writing.enrolled(bureau, asked, "K7", stick).pack.file)
    importing.import_files(bureau, [sending.export(trainer, stick).file])
    archiving.archive_own(bureau)
    office.revoke(bureau, "K7")
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.LATE, 7)
    (thief,) = importing.import_files(bureau, [sending.export(trainer, stick).file]).files
    assert thief.result is FileOutcome.QUARANTINED
    archive = tmp_path / "saved"
    shutil.copytree(bureau.folder.archive, archive)
    bureau.close()
    return Lost(paper, archive, stick, DataFolder(tmp_path / "new"), b"")


def _late(work: Workplace, room: Room) -> bool:
    """Tell whether the mark that the thief sent is there."""
    row = attendance.grid(work, room.course).rows[0]
    return any(cell.mark is Mark.LATE for cell in row.cells)


def test_a_stolen_laptop_stays_revoked_and_its_file_stays_aside(
    trainer: Workplace, room: Room, tmp_path: Path, stick: Path
) -> None:
    lost = _stolen(trainer, room, tmp_path, stick)
    found = setting_up_again.look([lost.archive], lost.paper.recovery_key, lost.paper.standby_key)
    assert (found.revoked, found.doubtful) == (("K7",), ())
    work, read = setting_up_again.set_up_again(beginning(lost, trainer, lost.archive))
    trust = identity.trust_list(work)
    assert trust is not None
    (laptop,) = (device for device in trust.devices if device.code == "K7")
    assert laptop.revoked_on
    assert (read.aside, read.doubtful) == (1, ())
    assert not _late(work, room), "what the thief wrote is not imported"
    assert len(courses.list_courses(work)) == 1, "what came before the theft is"
    (aside,) = incoming.list_set_aside(work)
    assert aside.code == "bundle.revoked_device"
    assert aside.values["device"] == "K7"
    again = setting_up_again.read_with_paper(work, [lost.archive, lost.stick], lost.paper.recovery_key)
    assert again.aside, "nor from the stick that it lies on too"
    assert not _late(work, room)
    assert rebuilding.rebuild(work).same
    work.close()


def test_without_a_newer_list_it_asks_which_laptops_had_been_revoked(
    trainer: Workplace, room: Room, tmp_path: Path, stick: Path
) -> None:
    lost = _stolen(trainer, room, tmp_path, stick)
    newest = max(
        (event for event in archiving.read_order(lost.archive) if event.do == "own"),
        key=lambda event: event.at,
    )
    (lost.archive / newest.file).unlink()
    (trainer_file,) = (event for event in archiving.read_order(lost.archive) if event.do == "take")
    assert (lost.archive / trainer_file.file).exists()
    trainer.clock.advance(hours=1)  # type: ignore[attr-defined]
    late = sending.export(trainer, stick).file
    places = (lost.archive, late)
    found = setting_up_again.look(places, lost.paper.recovery_key, lost.paper.standby_key)
    assert (found.revoked, found.doubtful) == ((), ("K7",))
    told = replace(beginning(lost, trainer, *places), revoked=("k7",))
    refused("office.unknown_device", setting_up_again.set_up_again, replace(told, revoked=("K9",)))
    assert state_of(lost.folder) is WorkplaceState.NEW
    work, read = setting_up_again.set_up_again(told)
    assert (read.aside, read.doubtful) == (2, ())
    assert not _late(work, room)
    # What its thief still sends, by whomever it is carried, counts no more.
    stolen = trust_of_office(work).device("K7")
    assert stolen is not None
    assert stolen.counts == {
        name: work.journal.last_number(name)
        for name, code in identity.known_replicas(work).items()
        if code == "K7"
    }
    assert len(incoming.list_set_aside(work)) == 2
    work.close()


@pytest.mark.parametrize("people", [("З. Каримова",)])
def test_whoever_holds_the_papers_says_who_they_are_and_is_a_head(
    again: tuple[Workplace, RecoveredFiles],
) -> None:
    work, _ = again
    assert users.is_nobody(work)
    lines = users.list_users(work)
    assert [line.user.name for line in lines] == ["З. Каримова", "М. Саидова"]
    assert not any(line.opens for line in lines), "there is no passphrase of theirs on this computer"
    assert all(who_is_here.becomes_head(line.user) for line in lines), "the lost computer may say anything"
    who_is_here.become(work, lines[1].user.key, PASSPHRASE, cost=CHEAP)
    assert work.person is not None
    assert (work.user, work.person.role) == ("М. Саидова", UserRole.HEAD)
    assert work.journal.user == "М. Саидова"
    assert rights.passphrase_origin(work, work.person) == "users.given_on_paper", "no head gave it to them"
    users.set_role(work, lines[0].user.key, UserRole.OFFICER)
    users.set_passphrase(work, lines[0].user.key, OFFICER, cost=CHEAP)
    workplace.lock(work)
    workplace.unlock(work, OFFICER, "Каримова")
    assert work.user == "З. Каримова"


@pytest.mark.parametrize("people", [("З. Каримова",)])
def test_the_paper_and_a_short_name_make_a_head_where_the_role_counts_no_more(
    again: tuple[Workplace, RecoveredFiles], lost: Lost
) -> None:
    work, _ = again
    first, second = users.list_users(work)
    who_is_here.become(work, second.user.key, PASSPHRASE, cost=CHEAP)
    workplace.lock(work)
    attempt = Attempt(work.folder, OFFICER, work.clock, CHEAP, name=first.user.short)
    other = recovery.open_with_paper(attempt, lost.paper.recovery_key)
    assert other.person is not None
    assert (other.user, other.person.role) == (first.user.name, UserRole.HEAD)
    other.close()
