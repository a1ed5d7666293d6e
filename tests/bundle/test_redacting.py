"""A kept bundle from which somebody was erased: still the sender's, still verified, without the person."""

import hashlib

import msgspec
import pytest

from tests.bundle.parts import World, code_of, marks
from trainer_app.bundle import erasing, layout, packing, sealing
from trainer_app.bundle.erasing import ErasedContent, redact
from trainer_app.bundle.packing import write_bundle
from trainer_app.bundle.reader import (
    MemberChange,
    Redaction,
    read_bundle,
    unseal_archive,
    write_redaction,
)
from trainer_app.bundle.sealing import Purpose
from trainer_app.bundle.trust import TrustedKeys
from trainer_app.domain.base.journal import entry_id, erase_line

WORLD = World.make()
LINES = marks(30, WORLD.replica)
BLOBS = [b"%PDF-1.7 signatures", b"%PDF-1.7 others"]
DAY = "2019-03-01"


@pytest.fixture(scope="module")
def world() -> World:
    return WORLD


@pytest.fixture(scope="module")
def sent(world: World) -> bytes:
    """Return a laptop's bundle as it came."""
    return write_bundle(world.content(LINES, blobs=BLOBS), world.laptop, world.recipients)


def erased(*places: int, blobs: tuple[bytes, ...] = ()) -> ErasedContent:
    hashes = frozenset(hashlib.sha256(blob).hexdigest() for blob in blobs)
    return ErasedContent(frozenset(entry_id(LINES[place]) for place in places), hashes)


def redacted(world: World, data: bytes, gone: ErasedContent) -> bytes:
    found = redact(
        data, [world.office.identity], gone, recipients=world.recipients, signer=world.computer, day=DAY
    )
    assert found is not None
    return found


def test_the_sender_is_known_and_only_what_was_erased_is_gone(world: World, sent: bytes) -> None:
    data = redacted(world, sent, erased(3, 7, blobs=(BLOBS[0],)))
    bundle = read_bundle(data, [world.office.identity], world.trusted)
    expected = [erase_line(line) if place in (3, 7) else line for place, line in enumerate(LINES)]
    assert (bundle.lines, bundle.signer.code, bundle.redacted) == (expected, "K7", True)
    assert list(bundle.blobs.values()) == [BLOBS[1]]
    assert bundle.ids == [entry_id(line) for line in LINES]
    assert not read_bundle(sent, [world.office.identity], world.trusted).redacted
    plain = sealing.unseal(data, [world.office.identity])
    assert LINES[3] not in unseal_archive(data, [world.office.identity]).read(layout.ENTRIES)
    assert plain.count(layout.REDACTION.encode()) >= 2


def test_it_can_be_done_again_and_then_there_is_nothing_left_to_do(world: World, sent: bytes) -> None:
    first = redacted(world, sent, erased(3))
    both = erased(3, 9, blobs=(BLOBS[1],))
    second = redacted(world, first, both)
    bundle = read_bundle(second, [world.office.identity], world.trusted)
    assert [entry.erased for entry in bundle.entries].count(True) == 2
    assert len(bundle.blobs) == 1
    assert not erasing.holds_erased(second, [world.office.identity], both)
    assert erasing.holds_erased(first, [world.office.identity], both)
    nothing = redact(
        second, [world.office.identity], both, recipients=world.recipients, signer=world.computer, day=DAY
    )
    assert nothing is None


def test_the_paper_key_opens_it_too(world: World, sent: bytes) -> None:
    data = redacted(world, sent, erased(3))
    assert read_bundle(data, [world.paper.recovery], world.trusted).redacted


def test_a_laptop_that_is_not_known_stays_unknown(world: World, sent: bytes) -> None:
    data = redacted(world, sent, erased(3))
    only = TrustedKeys.of(World.make().trust_list())
    assert code_of(read_bundle, data, [world.office.identity], only) == "bundle.unknown_device"
    others = {key: each for key, each in world.trusted.devices.items() if each.code != "OF"}
    assert code_of(read_bundle, data, [world.office.identity], TrustedKeys(others)) == "bundle.bad_signature"


def members_of(world: World, data: bytes) -> dict[str, bytes]:
    archive = unseal_archive(data, [world.office.identity])
    return {name: archive.read(name) for name in archive.names}


def code_for(world: World, members: dict[str, bytes]) -> str:
    data = sealing.seal(packing.pack(members), world.recipients)
    return code_of(read_bundle, data, [world.office.identity], world.trusted)


def test_only_the_office_may_do_it_and_only_to_this_bundle(world: World, sent: bytes) -> None:
    members = members_of(world, redacted(world, sent, erased(3)))
    note = members[layout.REDACTION]
    by_laptop = {**members, layout.REDACTION_SIGNATURE: world.laptop.sign(note, Purpose.REDACTION)}
    assert code_for(world, by_laptop) == "bundle.bad_signature"
    as_bundle = {**members, layout.REDACTION_SIGNATURE: world.computer.sign(note, Purpose.BUNDLE)}
    assert code_for(world, as_bundle) == "bundle.bad_signature"
    other = write_bundle(world.content(LINES), world.laptop, world.recipients)
    moved = {**members_of(world, other), layout.REDACTION: note}
    moved[layout.REDACTION_SIGNATURE] = members[layout.REDACTION_SIGNATURE]
    assert code_for(world, moved) == "bundle.bad_signature"
    changed = {**members, layout.ENTRIES: b"".join(line + b"\n" for line in LINES[1:])}
    assert code_for(world, changed) == "bundle.bad_signature"
    unsigned = {name: data for name, data in members.items() if name != layout.REDACTION}
    assert code_for(world, unsigned) == "bundle.bad_signature"


@pytest.mark.parametrize(
    "change",
    [
        MemberChange("data/other.json", "", "0" * 64),
        MemberChange(layout.ENTRIES, "0" * 64, "0" * 64),
        MemberChange(layout.HEADER, "0" * 64, ""),
    ],
)
def test_the_note_names_what_the_sender_signed(world: World, sent: bytes, change: MemberChange) -> None:
    members = members_of(world, redacted(world, sent, erased(3)))
    known = msgspec.json.decode(members[layout.REDACTION], type=Redaction)
    note = write_redaction(msgspec.structs.replace(known, changes=(change,)))
    members[layout.REDACTION] = note
    members[layout.REDACTION_SIGNATURE] = world.computer.sign(note, Purpose.REDACTION)
    assert code_for(world, members) == "bundle.bad_signature"
    empty = write_redaction(msgspec.structs.replace(known, changes=()))
    members[layout.REDACTION] = empty
    members[layout.REDACTION_SIGNATURE] = world.computer.sign(empty, Purpose.REDACTION)
    assert code_for(world, members) == "bundle.bad_signature"
