"""An update inside the office's packs: for laptops that run something older, and of the publisher alone."""

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kit.pretended_program import Program, pretend
from tests.kit.worlds import Exchange, exchanged
from trainer_app import VERSION
from trainer_app.actions.exchange import importing, packs, sending
from trainer_app.actions.office import office
from trainer_app.actions.today import updates
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.exchange.laptops import PROGRAM_VERSIONS


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Exchange]:
    with exchanged(tmp_path / "world").open() as story:
        yield Exchange.of(story)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    return pretend(tmp_path / "program", monkeypatch)


def take_pack(desk: Exchange) -> None:
    pack = packs.export_pack(desk.office, "K7", desk.stick)
    report = importing.import_files(desk.trainer, [pack.file])
    assert [found.code for found in report.files] == [""], report


def test_a_pack_brings_the_update_and_the_laptop_takes_it(
    desk: Exchange, program: Program, tmp_path: Path
) -> None:
    file = program.update(tmp_path)
    assert packs.hand_on(desk.office, file).number == "0.2.0"
    assert packs.waiting_update(desk.trainer) is None
    take_pack(desk)
    waiting = packs.waiting_update(desk.trainer)
    assert waiting is not None
    assert waiting.number == "0.2.0"
    assert desk.trainer.folder.update.read_bytes() == file.read_bytes()
    assert updates.install(desk.trainer, desk.trainer.folder.update).next == "0.2.0"


def test_the_office_sees_which_version_each_laptop_runs(desk: Exchange) -> None:
    importing.import_files(desk.office, [desk.waiting])
    versions = {line.code: line.program for line in office.devices(desk.office)}
    assert versions["K7"] == VERSION


def test_who_runs_that_version_gets_a_pack_without_it(
    desk: Exchange, program: Program, tmp_path: Path
) -> None:
    packs.hand_on(desk.office, program.update(tmp_path))
    known = {**desk.office.store.setting(PROGRAM_VERSIONS), "K7": "0.2.0", "K9": "0.1.0"}
    desk.office.store.change_setting(PROGRAM_VERSIONS, known)
    assert packs.update_for(desk.office, "K7") == b""
    assert packs.update_for(desk.office, "K9")
    packs.stop_handing_on(desk.office)
    assert packs.update_for(desk.office, "K9") == b""
    take_pack(desk)
    assert packs.carried_update(desk.trainer) is None


def test_an_office_hands_on_nothing_but_the_publisher_s(
    desk: Exchange, program: Program, tmp_path: Path
) -> None:
    strange = program.update(tmp_path, seed=secrets.token_bytes(32))
    with pytest.raises(TrainerError, match=r"update\.other_publisher"):
        packs.hand_on(desk.office, strange)
    packs.hand_on(desk.office, program.update(tmp_path, "0.3.0"))
    with pytest.raises(TrainerError, match=r"update\.not_newer"):
        packs.hand_on(desk.office, program.update(tmp_path, "0.2.0"))


def test_a_rogue_office_gets_no_program_onto_a_laptop(
    desk: Exchange, program: Program, tmp_path: Path
) -> None:
    desk.office.folder.update.parent.mkdir()
    desk.office.folder.update.write_bytes(b"")
    strange = program.update(tmp_path, seed=secrets.token_bytes(32)).read_bytes()
    for data in (strange, b"no update", program.update(tmp_path, "0.0.1").read_bytes()):
        packs.take_carried(desk.trainer, data)
        assert not desk.trainer.folder.update.exists()


def test_what_runs_by_now_is_let_go(
    desk: Exchange, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packs.take_carried(desk.trainer, program.update(tmp_path).read_bytes())
    packs.forget_taken(desk.trainer)
    assert desk.trainer.folder.update.exists()
    monkeypatch.setattr(packs, "VERSION", "0.2.0")
    packs.forget_taken(desk.trainer)
    assert not desk.trainer.folder.update.exists()


def test_a_file_says_its_version_in_words_that_are_a_version(desk: Exchange) -> None:
    file = sending.export(desk.trainer, desk.stick, everything=True).file
    assert importing.inspect(desk.office, file).app == VERSION
