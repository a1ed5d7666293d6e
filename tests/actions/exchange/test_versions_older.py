"""Files of every released version come into an office and a laptop of this one by the ways people take."""

import json
from pathlib import Path

import pytest

from tests.bundle import golden
from tests.kit import writing
from tests.kit.world import Story, set_up
from trainer_app.actions.base import identity, sync_status
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.exchange import archiving, importing, losses, packs, sending
from trainer_app.actions.office import office, rebuilding
from trainer_app.bundle.keys import DeviceKeys, OfficeKeys
from trainer_app.bundle.reader import open_first_pack, unseal_archive
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.journal import is_silent
from trainer_app.domain.base.settings import DEVICE_CODE, DEVICE_KEYS, OFFICE_CODE
from trainer_app.domain.exchange.laptops import NewerChanges
from trainer_app.domain.exchange.sending import FileOutcome
from trainer_app.store.base.drafts import Write
from trainer_app.store.exchange.transfers import all_lines, lines_of

FOLDERS = sorted(
    folder
    for folder in golden.FOLDER.parent.iterdir()
    if folder.name.startswith("v") and folder.name[1:].isdecimal()
)


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name)
def files(request: pytest.FixtureRequest) -> Path:
    folder: Path = request.param
    return folder


def become(work: Workplace, keys: str) -> None:
    """Give a computer other keys, and with them an id to write under."""
    with work.journal.transaction():
        work.store.change_setting(DEVICE_KEYS, keys)
        work.journal.take_new_replica(DeviceKeys.from_json(keys).key_id.hex())


@pytest.fixture
def laptop(files: Path, story: Story) -> Workplace:
    """Give the laptop that the files were written by and for, as its keys say; it has no office yet."""
    work = set_up(story, "k7")
    become(work, json.loads((files / "keys.json").read_text())["laptop"])
    return work


@pytest.fixture
def older_office(files: Path, story: Story) -> Workplace:
    """Give the office with the keys and the list of laptops of that time."""
    keys = json.loads((files / "keys.json").read_text())
    laptop = DeviceKeys.from_json(keys["laptop"])
    pack = open_first_pack((files / "pack.tsync").read_bytes(), [laptop.identity], laptop.signing_key)
    work = set_up(story, "of", role=Role.OFFICE)
    become(work, keys["computer"])
    identity.keep_office_keys(work, OfficeKeys.from_json(keys["office"]))
    identity.keep_roots(work, pack.trust)
    identity.keep_trust(work, pack.signed, pack.trust)
    work.store.change_setting(OFFICE_CODE, pack.trust.office.code)
    work.store.change_setting(DEVICE_CODE, "OF")
    return work


def written(files: Path) -> list[bytes]:
    return (files / "entries.ndjson").read_bytes().splitlines()


def test_the_office_takes_in_an_older_laptop_s_file(
    older_office: Workplace, files: Path, stick: Path
) -> None:
    (result,) = importing.import_files(older_office, [files / "sync.tsync"]).files
    # The scan in it begins as a JPEG; three of the entries were signed by another laptop.
    assert (result.result, result.new_entries, result.new_scans) == (FileOutcome.IMPORTED, 34, 1), result.code
    assert (result.carried, result.passed_over) == (("K9",), 0)
    # What only its author calls erased is here and goes to nobody.
    speaking = [line for line in written(files) if not is_silent(line)]
    assert [line for _, line in lines_of(older_office.database, golden.replica(), 0)] == speaking
    assert {line for _, line in all_lines(older_office.database)} >= {*written(files)}
    assert result.newer == NewerChanges("K7", "", 1), (
        "the row of a kind that this version does not know either"
    )
    assert [one.code for one in office.devices(older_office)] == ["K7", "K9", "OF"]
    found = sync_status.check(older_office)
    assert found.ok, found.problems
    assert (
        importing.import_files(older_office, [files / "sync.tsync"]).files[0].result is FileOutcome.DUPLICATE
    )
    # Its answer confirms all of it, and the archive alone gives the same again.
    pack = packs.export_pack(older_office, "K7", stick)
    keys = json.loads((files / "keys.json").read_text())
    archive = unseal_archive(pack.file.read_bytes(), [DeviceKeys.from_json(keys["laptop"]).identity])
    (receipt,) = json.loads(archive.read("data/receipts.json"))["receipts"]
    assert (receipt["replica"], receipt["to"]) == (golden.replica(), 31)
    assert archiving.read_order(older_office.folder.archive)
    done = rebuilding.rebuild(older_office)
    assert done.digest == done.digest_before


def test_a_laptop_joins_by_an_older_office_s_pack_and_goes_on(
    laptop: Workplace, older_office: Workplace, files: Path, stick: Path
) -> None:
    joined = writing.join(laptop, files / "pack.tsync")
    assert (joined.office_code, joined.device_code) == ("DSH", "K7")
    assert sync_status.known_receipts(laptop) == {golden.replica(): 31}
    assert identity.revocations(laptop) is not None
    laptop.journal.record(Label("test.step"), [Write("tint", golden.BUNDLES[0], {"name": "кабуд"})])
    sent = sending.export(laptop, stick)
    (taken,) = importing.import_files(older_office, [sent.file]).files
    assert (taken.result, taken.new_entries) == (FileOutcome.IMPORTED, 1)
    assert losses.waiting(older_office) == [NewerChanges("K7", "", 1)]
    importing.import_files(laptop, [packs.export_pack(older_office, "K7", stick).file])
    assert sync_status.own_receipts(laptop) == 1
    assert len(all_lines(laptop.database)) == 1
