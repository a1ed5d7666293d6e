"""A file that brings nothing is told so at once: no copy of the database, no line decoded, nothing lost."""

from pathlib import Path

import pytest

from tests.kit.writing import Room, write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import identity, sync_status
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.exchange import archiving, importing, sending
from trainer_app.actions.office import backups, office
from trainer_app.domain.base.journal import author_of
from trainer_app.domain.exchange.sending import FileOutcome
from trainer_app.system.clock import FixedClock

TAKEN, KNOWN = FileOutcome.IMPORTED, FileOutcome.DUPLICATE


def take(bureau: Workplace, *files: Path) -> list[FileOutcome]:
    return [found.result for found in importing.import_files(bureau, files).files]


@pytest.fixture
def furnished(joined: Workplace) -> Room:
    return write_course(joined)


@pytest.fixture
def sent(joined: Workplace, furnished: Room, stick: Path) -> Path:
    """Export what the trainer has."""
    return sending.export(joined, stick).file


@pytest.fixture
def later(joined: Workplace, furnished: Room, sent: Path, stick: Path) -> Path:
    """Export it again with a session more."""
    attendance.mark_rest(joined, furnished.sessions[0])
    return sending.export(joined, stick).file


def test_the_same_file_again_is_not_read_and_makes_no_copy(
    bureau: Workplace, sent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert take(bureau, sent) == [TAKEN]
    copies, digest = backups.list_backups(bureau.folder), sync_status.digest(bureau)
    assert [one.why for one in copies] == ["before-import"]
    monkeypatch.delattr(importing, "interpret")
    assert take(bureau, sent, sent) == [KNOWN, KNOWN]
    assert importing.rehearse(bureau, [sent]).report.files[0].result is KNOWN
    assert backups.list_backups(bureau.folder) == copies
    assert sync_status.digest(bureau) == digest
    assert len(importing.imports(bureau)) == 1


def test_one_copy_is_made_for_all_files_of_a_call(bureau: Workplace, sent: Path, later: Path) -> None:
    assert take(bureau, sent, later, sent) == [TAKEN, TAKEN, KNOWN]
    (copy,) = backups.list_backups(bureau.folder)
    assert backups.verify_backup(bureau, copy.path).entries < sync_status.check(bureau).entries


def test_a_file_that_is_refused_makes_no_copy(bureau: Workplace, sent: Path, tmp_path: Path) -> None:
    spoiled = tmp_path / "spoiled.tsync"
    spoiled.write_bytes(sent.read_bytes()[:-9])
    assert take(bureau, spoiled, tmp_path / "none.tsync") == [FileOutcome.REFUSED] * 2
    assert backups.list_backups(bureau.folder) == []


def test_an_older_file_whose_lines_came_with_a_newer_one_is_known(
    bureau: Workplace, sent: Path, later: Path
) -> None:
    assert take(bureau, later, sent) == [TAKEN, KNOWN]


def test_what_was_taken_back_comes_again(bureau: Workplace, sent: Path, later: Path) -> None:
    take(bureau, sent, later)
    digest = sync_status.digest(bureau)
    importing.undo_import(bureau, importing.find_import(bureau, sent.name))
    # Most of its lines had come with the first.
    assert take(bureau, later) == [TAKEN]
    assert sync_status.digest(bureau) == digest
    assert take(bureau, sent) == [KNOWN]


def test_an_original_that_is_missing_in_the_archive_is_put_back(bureau: Workplace, sent: Path) -> None:
    take(bureau, sent)
    original = bureau.folder.archive / archiving.archive_name(sent.read_bytes())
    original.unlink()
    assert take(bureau, sent) == [KNOWN]
    assert original.read_bytes() == sent.read_bytes()


def test_a_laptop_that_was_lost_since_is_set_aside_all_the_same(bureau: Workplace, sent: Path) -> None:
    take(bureau, sent)
    office.revoke(bureau, "K7")
    assert take(bureau, sent) == [FileOutcome.QUARANTINED]


def test_the_clock_and_the_new_id_of_a_laptop_are_noted_without_a_new_line(
    joined: Workplace, bureau: Workplace, clock: FixedClock, sent: Path, stick: Path
) -> None:
    take(bureau, sent)
    joined.journal.take_new_replica()
    again = sending.export(joined, stick).file
    assert take(bureau, again) == [KNOWN]
    assert author_of(joined.journal.replica) in identity.codes_by_key(bureau), "whose it is stands in it"
    clock.advance(minutes=-3 * 24 * 60)
    backwards = sending.export(joined, stick).file
    clock.advance(minutes=3 * 24 * 60)
    assert take(bureau, backwards) == [KNOWN]
    assert sync_status.wrong_clocks(bureau, identity.codes_by_key(bureau)) == {"K7": -3}
