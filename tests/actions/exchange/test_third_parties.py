"""Promise P8 for files as people really write them: send, pack, archive, and an archive cleared of somebody.

Only plain programs look at them: age with the key from paper, unzip, sha256sum, a BagIt validator, minisign,
openssl. None of these tests can be passed over: `packaging/dev.py` installs the programs.
"""

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.bundle.test_third_parties import VALIDATE_BAG, openssl_key, run, verified
from tests.kit.world import computer
from tests.kit.writing import Room, enrol, write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import identity
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.courses import enrolments
from trainer_app.actions.exchange import importing, packs, sending
from trainer_app.actions.office import erasing, office
from trainer_app.bundle import sealing
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.texts import Texts
from trainer_app.store.exchange.transfers import all_lines
from trainer_app.system.clock import FixedClock

MANIFESTS = ("tagmanifest-sha256.txt", "manifest-sha256.txt")


@dataclass(frozen=True)
class Story:
    """An office, its laptop K7, the paper key, and the files between them."""

    office: Workplace
    laptop: Workplace
    paper: str
    room: Room
    sync: Path
    pack: Path


@pytest.fixture
def story(trainer: Workplace, clock: FixedClock, tmp_path: Path, stick: Path) -> Iterator[Story]:
    work = computer(tmp_path / "of", role=Role.OFFICE, clock=clock)
    paper = office.init(work, Texts(en="Programme office"), "DSH").recovery_key
    enrol(work, trainer, "K7", stick)
    room = write_course(trainer)
    for enrolment in room.enrolments:
        attendance.mark(trainer, enrolment, room.sessions[0], Mark.PRESENT)
    sync = sending.export(trainer, stick).file
    importing.import_files(work, [sync])
    pack = packs.export_pack(work, "K7", stick, courses=[room.course]).file
    yield Story(work, trainer, paper, room, sync, pack)
    work.close()


def open_with(paper: str, file: Path, folder: Path) -> Path:
    """Open a file with the paper key, age and unzip alone; return the folder."""
    folder.mkdir()
    (folder / "paper.txt").write_text(paper + "\n")
    opened = run("age", "-d", "-i", "paper.txt", "-o", "a.zip", file, cwd=folder)
    assert opened.returncode == 0, opened.stderr
    tested = run("unzip", "-t", "a.zip", cwd=folder)
    assert tested.returncode == 0, tested.stdout
    assert run("unzip", "-q", "a.zip", "-d", "bag", cwd=folder).returncode == 0
    return folder / "bag"


def is_signed(bag: Path, name: str, key: bytes) -> bool:
    """Let minisign say whether a key signed a file."""
    asked = ("minisign", "-V", "-P", sealing.minisign_public(key), "-m", name)
    return run(*asked, cwd=bag).returncode == 0


def is_signed_by_openssl(bag: Path, name: str, key: bytes) -> bool:
    """Let openssl verify the same signature."""
    signature = base64.b64decode((bag / f"{name}.minisig").read_text().splitlines()[1])[10:]
    hashed = run("openssl", "dgst", "-blake2b512", "-binary", name, cwd=bag).stdout
    return verified(bag.parent, openssl_key(bag.parent, key), hashed, signature)


def whole(bag: Path) -> list[str]:
    """Return the manifests that sha256sum finds right."""
    checked = (
        name for name in MANIFESTS if run("sha256sum", "--check", "--strict", name, cwd=bag).returncode == 0
    )
    return list(checked)


def is_bag(bag: Path) -> bool:
    return run(*VALIDATE_BAG, cwd=bag).returncode == 0


@pytest.mark.parametrize("kind", ["sync", "pack", "archived", "own"])
def test_plain_programs_open_and_verify_every_file_that_goes_or_is_kept(
    story: Story, kind: str, tmp_path: Path
) -> None:
    laptop, computer = identity.device_keys(story.laptop), identity.device_keys(story.office)
    archive = story.office.folder.archive
    order = [json.loads(line) for line in (archive / "order.ndjson").read_text().splitlines()]
    files = {
        "sync": (story.sync, laptop),
        "pack": (story.pack, computer),
        "archived": (archive / next(one["file"] for one in order if one["do"] == "take"), laptop),
        "own": (archive / next(one["file"] for one in order if one["do"] == "own"), computer),
    }
    file, signer = files[kind]
    bag = open_with(story.paper, file, tmp_path / "opened")
    assert whole(bag) == list(MANIFESTS)
    assert is_bag(bag)
    for check in (is_signed, is_signed_by_openssl):
        assert check(bag, "tagmanifest-sha256.txt", signer.signing_key)
        assert not check(bag, "tagmanifest-sha256.txt", identity.office_keys(story.office).roots[1])
    if kind == "pack":
        assert is_signed(bag, "data/trust.json", identity.office_keys(story.office).roots[0])
    lines = set((bag / "data" / "entries.ndjson").read_bytes().splitlines())
    of = story.laptop if kind in ("sync", "archived") else story.office
    assert lines <= {line for _, line in all_lines(of.database)}
    assert lines


def test_a_cleared_archive_says_by_whom_and_plain_programs_agree(story: Story, tmp_path: Path) -> None:
    person = enrolments.list_enrolments(story.office, story.room.course)[0].person
    erasing.erase_person(story.office, person.key, "asked in writing")
    archive = story.office.folder.archive
    order = [json.loads(line) for line in (archive / "order.ndjson").read_text().splitlines()]
    file = archive / next(one["file"] for one in order if one["do"] == "take")
    bag = open_with(story.paper, file, tmp_path / "opened")
    laptop, computer = identity.device_keys(story.laptop), identity.device_keys(story.office)
    assert whole(bag) == ["tagmanifest-sha256.txt"], "of the sender's hashes one does not fit any more"
    assert is_signed(bag, "tagmanifest-sha256.txt", laptop.signing_key), "who sent it is still proved"
    assert is_signed(bag, "redaction.json", computer.signing_key), "and who changed it"
    assert is_signed_by_openssl(bag, "redaction.json", computer.signing_key)
    assert not is_signed(bag, "redaction.json", laptop.signing_key)
    (change,) = json.loads((bag / "redaction.json").read_text())["changes"]
    (bag / "now").write_text(f"{change['now']}  {change['name']}\n")
    assert run("sha256sum", "--check", "--strict", "now", cwd=bag).returncode == 0
    said = (bag / "manifest-sha256.txt").read_text()
    assert f"{change['was']}  {change['name']}\n" in said
    assert person.family.encode() not in (bag / "data" / "entries.ndjson").read_bytes()
