"""Taking an update: everything is checked and tried before the next start runs it."""

import secrets
from pathlib import Path

import pytest

from tests.kit.pretended_program import NEWS, Program, pretend
from trainer_app import VERSION
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.exchange import packs
from trainer_app.actions.office import backups
from trainer_app.actions.today import updates
from trainer_app.domain.base.errors import TrainerError
from trainer_app.store.base.upgrade import version_of
from trainer_app.system import installed


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    return pretend(tmp_path / "program", monkeypatch)


def code_of(work: Workplace, path: Path) -> str:
    with pytest.raises(TrainerError) as problem:
        updates.install(work, path)
    return problem.value.code


def test_an_update_is_shown_before_it_is_taken(program: Program, tmp_path: Path) -> None:
    offer = packs.look_at_update(program.update(tmp_path))
    assert (offer.number, offer.built, offer.now, offer.news) == ("0.2.0", "2026-12-01", VERSION, NEWS)
    assert offer.refused is None
    older = packs.look_at_update(program.update(tmp_path, VERSION))
    assert older.refused is not None
    assert older.refused.code == "update.not_newer"


def test_the_next_start_runs_it_and_a_copy_was_made_first(
    program: Program, trainer: Workplace, tmp_path: Path
) -> None:
    program.launch(notes=tmp_path / "tried")
    steps: list[str] = []
    standing = updates.install(trainer, program.update(tmp_path), lambda code, _: steps.append(code))
    assert (standing.number, standing.next) == (VERSION, "0.2.0")
    word, *variables = (tmp_path / "tried").read_text().splitlines()
    assert word == "self-test"
    assert f"TRAINER_APP_PROGRAM={program.place.folder('0.2.0')}" in variables
    assert (program.place.current, program.place.before, program.place.is_unseen) == ("0.2.0", VERSION, True)
    assert backups.list_backups(trainer.folder)
    assert (steps[0], steps[-1]) == ("update.checking", "update.ready")
    assert code_of(trainer, program.update(tmp_path)) == "update.not_newer", "it waits already"


def test_one_can_go_back(program: Program, trainer: Workplace, tmp_path: Path) -> None:
    with pytest.raises(TrainerError, match=r"update\.nothing_before"):
        updates.step_back(trainer)
    updates.install(trainer, program.update(tmp_path))
    assert updates.standing(trainer).back == VERSION
    assert updates.step_back(trainer).next == ""
    assert program.place.current == VERSION


def test_nobody_goes_back_to_a_version_that_cannot_read_the_data(
    program: Program, trainer: Workplace, tmp_path: Path
) -> None:
    updates.install(trainer, program.update(tmp_path))
    reads = version_of(trainer.database) - 1
    (program.found.version / "release.json").write_bytes(program.release(VERSION, reads))
    assert updates.standing(trainer).back == ""
    with pytest.raises(TrainerError, match=r"update\.data_is_newer"):
        updates.step_back(trainer)
    assert program.place.current == "0.2.0"


def test_a_version_that_does_not_run_never_becomes_the_current_one(
    program: Program, trainer: Workplace, tmp_path: Path
) -> None:
    program.launch(code=1)
    assert code_of(trainer, program.update(tmp_path)) == "update.does_not_run"
    program.found.launcher("trainer-cli").unlink()
    assert code_of(trainer, program.update(tmp_path)) == "update.does_not_run"
    assert (program.place.current, program.place.numbers()) == (VERSION, [VERSION])


def test_older_other_and_strange_files_change_nothing(
    program: Program, trainer: Workplace, tmp_path: Path
) -> None:
    assert code_of(trainer, program.update(tmp_path, "0.0.9")) == "update.not_newer"
    assert code_of(trainer, program.update(tmp_path, runtime="py3.14-1")) == "update.other_runtime"
    assert (
        code_of(trainer, program.update(tmp_path, seed=secrets.token_bytes(32))) == "update.other_publisher"
    )
    (tmp_path / "x.tupdate").write_bytes(b"no update")
    assert code_of(trainer, tmp_path / "x.tupdate") == "update.not_an_update"
    assert code_of(trainer, tmp_path / "y.tupdate") == "import.unreadable"
    assert program.place.numbers() == [VERSION]
    assert not backups.list_backups(trainer.folder)


def test_what_did_not_start_is_told_once(program: Program, trainer: Workplace, tmp_path: Path) -> None:
    updates.install(trainer, program.update(tmp_path))
    (program.home / "failed.txt").write_text("0.2.0\n")
    (program.home / "current.txt").write_text(f"{VERSION}\n")
    assert updates.standing().failed == "0.2.0"
    updates.forget_failed()
    assert updates.standing().failed == ""


def test_a_window_that_has_shown_ends_the_count(program: Program) -> None:
    (program.home / "unseen.txt").write_bytes(b".")
    installed.note_window()
    assert not program.place.is_unseen


def test_a_program_from_its_source_says_why_it_takes_none(
    program: Program, trainer: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = program.update(tmp_path)
    monkeypatch.setattr(installed, "installation", lambda: None)
    assert code_of(trainer, path) == "update.not_installed"
    assert updates.standing(trainer) == updates.ProgramStanding(VERSION)
    monkeypatch.undo()
    assert packs.publisher_keys() == []
    assert code_of(trainer, path) == "update.no_publisher"


def test_what_was_built_without_a_publisher_is_known_by_its_file_of_keys(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not updates.standing().trial, "a checkout holds no such file"
    keys = tmp_path / "keys.txt"
    monkeypatch.setattr(packs, "resource", lambda _name: keys)
    assert not updates.standing().trial
    for text, trial in (("# trial key, of nobody\nRWQ1\n", True), ("RWQ1\nRWQ2\n", False)):
        keys.write_text(text, encoding="ascii")
        assert updates.standing().trial is trial


def test_versions_to_which_nobody_goes_back_are_gone(
    program: Program, trainer: Workplace, tmp_path: Path
) -> None:
    (program.home / "versions" / "0.0.9").mkdir()
    updates.install(trainer, program.update(tmp_path))
    assert program.place.numbers() == [VERSION, "0.2.0"]
    updates.install(trainer, program.update(tmp_path, "0.3.0"))
    assert program.place.numbers() == [VERSION, "0.3.0"], "it never ran"


def test_a_trial_is_told_nobody_s_passphrase(
    program: Program, trainer: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRAINER_PASSPHRASE", "of somebody")
    program.launch(notes=tmp_path / "told")
    updates.install(trainer, program.update(tmp_path))
    assert "of somebody" not in (tmp_path / "told").read_text()
