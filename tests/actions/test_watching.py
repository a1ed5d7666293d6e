"""The watched folder: what is new in it is proposed once, by its bytes; nothing is taken in by itself."""

from pathlib import Path

import pytest

from tests.actions.conftest import furnish
from trainer_app.actions import attendance, merging, sending, watching
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.errors import TrainerError


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def test_new_files_are_proposed_until_they_are_taken_in(
    joined: Workplace, bureau: Workplace, inbox: Path
) -> None:
    room = furnish(joined)
    assert watching.list_new(bureau) == []
    watching.watch(bureau, inbox)
    first = sending.export(joined, inbox).file
    attendance.mark_rest(joined, room.sessions[0])
    second = sending.export(joined, inbox).file
    (inbox / "letter.txt").write_text("x")
    assert watching.list_new(bureau) == [first, second]
    assert merging.imports(bureau) == [], "nothing was taken in"
    merging.import_files(bureau, [second])
    assert watching.list_new(bureau) == [first]
    merging.import_files(bureau, [first])
    assert watching.list_new(bureau) == [], "it brought nothing new, and is known all the same"


def test_a_renamed_file_is_known_and_one_taken_back_is_new_again(
    joined: Workplace, bureau: Workplace, inbox: Path
) -> None:
    furnish(joined)
    watching.watch(bureau, inbox)
    sent = sending.export(joined, inbox).file
    merging.import_files(bureau, [sent])
    moved = sent.rename(inbox / "copy of it.tsync")
    assert watching.list_new(bureau) == []
    merging.undo_import(bureau, merging.imports(bureau)[0].number)
    assert watching.list_new(bureau) == [moved]


def test_what_was_put_off_or_set_aside_is_not_proposed_again(
    joined: Workplace, trainer: Workplace, bureau: Workplace, inbox: Path
) -> None:
    furnish(joined)
    watching.watch(bureau, inbox)
    sent = sending.export(joined, inbox).file
    (inbox / "broken.tsync").write_bytes(b"nothing of ours")
    assert len(watching.list_new(bureau)) == 2
    watching.put_off(bureau, [inbox / "broken.tsync"])
    assert watching.list_new(bureau) == [sent]
    (inbox / "broken.tsync").write_bytes(b"something else")
    assert len(watching.list_new(bureau)) == 2, "it is another file now"


def test_an_empty_file_is_still_on_its_way(bureau: Workplace, inbox: Path) -> None:
    watching.watch(bureau, inbox)
    (inbox / "a.tsync").touch()
    assert watching.list_new(bureau) == []


def test_only_an_office_watches_and_only_a_folder(bureau: Workplace, trainer: Workplace, inbox: Path) -> None:
    with pytest.raises(TrainerError) as refused:
        watching.watch(trainer, inbox)
    assert refused.value.code == "office.not_an_office"
    with pytest.raises(TrainerError) as refused:
        watching.watch(bureau, inbox / "gone")
    assert refused.value.code == "watching.no_folder"
    watching.watch(bureau, inbox)
    inbox.rmdir()
    assert watching.list_new(bureau) == []
    watching.watch(bureau, None)
    assert watching.folder(bureau) is None
