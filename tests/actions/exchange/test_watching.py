"""The watched folder: what is new in it is proposed once, by its bytes; nothing is taken in by itself."""

from pathlib import Path

import pytest

from tests.kit.writing import write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import identity
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.exchange import importing, incoming, packs, sending
from trainer_app.actions.office import erasing
from trainer_app.actions.people.directory import Directory
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.exchange.laptops import WATCHED_PASSED


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def test_new_files_are_proposed_until_they_are_taken_in(
    joined: Workplace, bureau: Workplace, inbox: Path
) -> None:
    room = write_course(joined)
    assert incoming.list_new(bureau) == []
    incoming.watch_folder(bureau, inbox)
    first = sending.export(joined, inbox).file
    attendance.mark_rest(joined, room.sessions[0])
    second = sending.export(joined, inbox).file
    (inbox / "letter.txt").write_text("x")
    assert incoming.list_new(bureau) == [first, second]
    assert importing.imports(bureau) == [], "nothing was imported"
    importing.import_files(bureau, [second])
    assert incoming.list_new(bureau) == [first]
    importing.import_files(bureau, [first])
    assert incoming.list_new(bureau) == [], "it brought nothing new, and is known all the same"


def test_a_renamed_file_is_known_and_one_taken_back_is_new_again(
    joined: Workplace, bureau: Workplace, inbox: Path
) -> None:
    write_course(joined)
    incoming.watch_folder(bureau, inbox)
    sent = sending.export(joined, inbox).file
    importing.import_files(bureau, [sent])
    moved = sent.rename(inbox / "copy of it.tsync")
    assert incoming.list_new(bureau) == []
    importing.undo_import(bureau, importing.imports(bureau)[0].number)
    assert incoming.list_new(bureau) == [moved]


def test_what_was_put_off_or_set_aside_is_not_proposed_again(
    joined: Workplace, trainer: Workplace, bureau: Workplace, inbox: Path
) -> None:
    write_course(joined)
    incoming.watch_folder(bureau, inbox)
    sent = sending.export(joined, inbox).file
    (inbox / "broken.tsync").write_bytes(b"nothing of ours")
    assert len(incoming.list_new(bureau)) == 2
    incoming.put_off(bureau, [inbox / "broken.tsync"])
    assert incoming.list_new(bureau) == [sent]
    (inbox / "broken.tsync").write_bytes(b"something else")
    assert len(incoming.list_new(bureau)) == 2, "it is another file now"


def test_a_file_that_was_taken_in_stays_known_after_somebody_in_it_was_erased(
    joined: Workplace, bureau: Workplace, inbox: Path
) -> None:
    write_course(joined)
    incoming.watch_folder(bureau, inbox)
    sent = sending.export(joined, inbox).file
    importing.import_files(bureau, [sent])
    person = Directory(bureau).keys()[0]
    before = {path.name for path in bureau.folder.archive.glob("*.tsync")}
    erasing.erase_person(bureau, person, "asked in writing")
    assert {path.name for path in bureau.folder.archive.glob("*.tsync")} != before, "it was made anew"
    assert incoming.list_new(bureau) == []


def test_a_file_that_brings_back_only_who_was_erased_is_known_once_it_was_looked_at(
    joined: Workplace, bureau: Workplace, inbox: Path, tmp_path: Path
) -> None:
    room = write_course(joined)
    incoming.watch_folder(bureau, inbox)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    late = sending.export(joined, elsewhere).file
    attendance.mark_rest(joined, room.sessions[0])
    importing.import_files(bureau, [sending.export(joined, elsewhere).file])
    erasing.erase_person(bureau, Directory(bureau).keys()[0], "asked in writing")
    found = late.rename(inbox / late.name)
    assert incoming.list_new(bureau) == [found]
    importing.import_files(bureau, [found])
    assert len(importing.imports(bureau)) == 1, "it brought nothing new"
    assert incoming.list_new(bureau) == []


def test_files_that_the_office_wrote_itself_are_not_proposed(
    joined: Workplace, bureau: Workplace, inbox: Path
) -> None:
    write_course(joined)
    incoming.watch_folder(bureau, inbox)
    own = packs.export_pack(bureau, identity.device_code(joined), inbox).file
    assert own.parent == inbox
    assert incoming.list_new(bureau) == []
    bureau.store.change_setting(WATCHED_PASSED, frozenset())
    assert incoming.list_new(bureau) == [], "also one from before its bytes were remembered"
    packs.export_pack(bureau, identity.device_code(joined), inbox).file.rename(inbox / "copy of it.tsync")
    assert incoming.list_new(bureau) == [], "nor under another name"
    sent = sending.export(joined, inbox).file
    assert incoming.list_new(bureau) == [sent]


def test_an_empty_file_is_still_on_its_way(bureau: Workplace, inbox: Path) -> None:
    incoming.watch_folder(bureau, inbox)
    (inbox / "a.tsync").touch()
    assert incoming.list_new(bureau) == []


def test_only_an_office_watches_and_only_a_folder(bureau: Workplace, trainer: Workplace, inbox: Path) -> None:
    with pytest.raises(TrainerError) as refused:
        incoming.watch_folder(trainer, inbox)
    assert refused.value.code == "office.not_an_office"
    with pytest.raises(TrainerError) as refused:
        incoming.watch_folder(bureau, inbox / "gone")
    assert refused.value.code == "watching.no_folder"
    incoming.watch_folder(bureau, inbox)
    inbox.rmdir()
    assert incoming.list_new(bureau) == []
    incoming.watch_folder(bureau, None)
    assert incoming.watched_folder(bureau) is None
