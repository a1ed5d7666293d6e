"""Files of others in a laptop's own: each is its author's or nobody's, and whoever is erased is out of it."""

from collections.abc import Sequence
from typing import Any

import pytest

from tests.bundle.parts import WALL, World, code_of, device_of, forge, marks
from trainer_app.bundle import encodings, erasing, layout, packing, sealing
from trainer_app.bundle.erasing import ErasedContent
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.bundle.layout import Bundle
from trainer_app.bundle.packing import Archive, pack, write_archive, write_bundle
from trainer_app.bundle.reader import open_bundle, read_bundle
from trainer_app.bundle.trust import TrustedKeys
from trainer_app.domain.base.journal import entry_id, erase_line, new_key

WORLD = World.make()
OTHER = DeviceKeys.generate()
OTHERS_REPLICA = OTHER.key_id.hex() + WORLD.tail
KNOWN = TrustedKeys.of(WORLD.trust_list(device_of(OTHER, "K9")))
OWN, FOREIGN = marks(5, WORLD.replica), marks(8, OTHERS_REPLICA)
BLOB = b"%PDF-1.7 signatures"
PACK = write_archive(WORLD.content(FOREIGN, kind="pack"), WORLD.computer)


def of_other(lines: Sequence[bytes] = FOREIGN, signer: DeviceKeys = OTHER, **more: Any) -> bytes:
    """Return the ZIP of K9's file, as it signed it."""
    values = {"device": "K9", "replica": OTHERS_REPLICA, "bundle": new_key(), "wall": WALL, **more}
    return write_archive(WORLD.content(lines, **values), signer)


def carrying(*files: bytes) -> bytes:
    """Return K7's file with these in it."""
    content = WORLD.content(OWN, carried=files)
    return write_bundle(content, WORLD.laptop, WORLD.recipients)


def read(data: bytes, known: TrustedKeys = KNOWN, **more: Any) -> Bundle:
    return read_bundle(data, [WORLD.office.identity], known, **more)


def test_what_its_author_signed_is_read_as_that_author_s() -> None:
    bundle = read(carrying(of_other(blobs=[BLOB]), PACK))
    assert (bundle.signer.code, bundle.lines, bundle.passed_over) == ("K7", OWN, 0)
    found = {one.signer.code: one for one in bundle.carried}
    assert (found["K9"].lines, list(found["K9"].blobs.values())) == (FOREIGN, [BLOB])
    assert (found["OF"].lines, found["OF"].header.kind) == (FOREIGN, "pack")
    assert [one.may_erase for one in (bundle, found["K9"], found["OF"])] == [False, False, True]
    assert bundle.parts == (bundle, *bundle.carried)


@pytest.mark.parametrize(
    "inner",
    [
        pytest.param(of_other(signer=WORLD.laptop), id="signed by its carrier"),
        pytest.param(of_other(marks(8, WORLD.replica)), id="the carrier's lines, signed by the other"),
        pytest.param(of_other([*FOREIGN, *marks(1, WORLD.office_replica)]), id="one line of the office"),
        pytest.param(of_other(replica=WORLD.replica), id="another's replica in the header"),
        pytest.param(write_archive(WORLD.content(FOREIGN, kind="pack"), OTHER), id="a pack of a laptop"),
        pytest.param(of_other(signer=DeviceKeys.generate()), id="nobody's"),
        pytest.param(of_other(carried=[PACK]), id="carries others itself"),
        pytest.param(of_other([b'{"r":1}']), id="no entry"),
        pytest.param(b"no archive", id="no archive"),
    ],
)
def test_what_proves_nothing_is_passed_over_and_the_rest_is_read(inner: bytes) -> None:
    """C1: K7 puts lines of others into its own file in each way there is."""
    bundle = read(carrying(inner, PACK))
    assert (bundle.lines, bundle.passed_over) == (OWN, 1)
    assert [one.signer.code for one in bundle.carried] == ["OF"]


def test_a_carried_file_says_what_its_author_signed_or_nothing() -> None:
    """A byte is another: only what no reader goes by, such as the comment on a signature, may be so."""
    inner, harmless = of_other(), 0
    places = range(0, len(inner), 23)
    for place in places:
        altered = inner[:place] + bytes([inner[place] ^ 1]) + inner[place + 1 :]
        bundle = read(carrying(altered))
        assert bundle.lines == OWN, place
        if bundle.carried:
            harmless += 1
            assert [one.lines for one in bundle.carried] == [FOREIGN], place
        else:
            assert bundle.passed_over == 1, place
    assert harmless < len(places) // 10


def test_what_a_revoked_laptop_signed_is_read_and_judged_later() -> None:
    revoked = TrustedKeys.of(WORLD.trust_list(device_of(OTHER, "K9", revoked_on="2018-10-02")))
    (found,) = read(carrying(of_other()), revoked).carried
    assert found.lines == FOREIGN


def test_a_computer_that_the_office_lost_erases_nothing_by_the_hand_of_others() -> None:
    lost = WORLD.trust_list(device_of(OTHER, "K9"))
    devices = tuple(
        device_of(WORLD.computer, "OF", role="office", revoked_on="2018-10-02") if one.code == "OF" else one
        for one in lost.devices
    )
    known = TrustedKeys.of(type(lost)(lost.office, lost.serial, lost.day, devices))
    data = carrying(PACK)
    (fresh,), (archived,) = read(data, known).carried, read(data, known, accept_revoked=True).carried
    assert (fresh.may_erase, archived.may_erase) == (False, True)
    assert fresh.lines == archived.lines == FOREIGN


def test_only_laptops_carry_and_each_file_under_its_own_hash() -> None:
    with pytest.raises(ValueError, match="packs carry no files"):
        write_archive(WORLD.content(FOREIGN, kind="pack", carried=[PACK]), WORLD.computer)
    entries = {layout.ENTRIES: b"".join(line + b"\n" for line in OWN)}
    header = encodings.encode(WORLD.content(OWN).header)
    for name in (packing.carried_name(b"another"), layout.CARRIED + "a" * 63, "data/carried"):
        data = sealing.seal(forge(WORLD.laptop, header, {**entries, name: PACK}), WORLD.recipients)
        assert code_of(read, data) == "bundle.not_a_bundle", name
    header = encodings.encode(WORLD.content(OWN, kind="pack").header)
    data = sealing.seal(
        forge(WORLD.computer, header, {**entries, packing.carried_name(PACK): PACK}), WORLD.recipients
    )
    assert code_of(read, data) == "bundle.not_a_bundle"


def test_all_of_it_together_stays_within_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    small, big = of_other(), pack({layout.ENTRIES: b"\n" * 5_000_000})
    data = carrying(small, big)
    assert read(data).passed_over == 1
    monkeypatch.setattr(layout, "MAX_TOTAL", 4_000_000)
    bundle = read(data)
    # Whichever comes first: nothing is inflated beyond the limit of all together.
    assert (bundle.lines, bundle.passed_over) == (OWN, 1 if len(bundle.carried) else 2)
    monkeypatch.setattr(layout, "MAX_TOTAL", Archive(small).size)
    assert read(carrying(small)).passed_over == 1, "no room for it beside the file's own members"


def test_a_file_of_lines_alone_is_told_from_one_that_brings_more() -> None:
    def opened(*files: bytes) -> Any:
        return open_bundle(carrying(*files), [WORLD.office.identity], KNOWN)

    plain = opened(of_other(), of_other(FOREIGN[:2]))
    assert plain.only_lines
    assert sorted(map(len, plain.parts())) == [2, 5, 8]
    assert not opened(of_other(blobs=[BLOB])).only_lines
    assert not opened(b"no archive").only_lines
    assert [b""] in list(opened(pack({layout.ENTRIES: b"no end"})).parts())


# Erasing

DAY = "2019-03-01"


def without(data: bytes, *lines: bytes, blobs: Sequence[bytes] = ()) -> bytes:
    gone = ErasedContent(
        frozenset(map(entry_id, lines)), frozenset(packing.sha256_hex(blob) for blob in blobs)
    )
    assert erasing.holds_erased(data, [WORLD.office.identity], gone)
    found = erasing.redact(
        data, [WORLD.office.identity], gone, recipients=WORLD.recipients, signer=WORLD.computer, day=DAY
    )
    assert found is not None
    assert not erasing.holds_erased(found, [WORLD.office.identity], gone)
    return found


def test_whoever_is_erased_falls_silent_in_what_is_carried_too() -> None:
    data = without(carrying(of_other(blobs=[BLOB]), PACK), FOREIGN[3], blobs=[BLOB])
    bundle = read(data, accept_revoked=True)
    expected = [*FOREIGN[:3], erase_line(FOREIGN[3]), *FOREIGN[4:]]
    assert (bundle.redacted, bundle.passed_over, bundle.lines) == (True, 0, OWN)
    for one in bundle.carried:
        assert (one.lines, one.blobs, one.redacted, one.may_erase) == (expected, {}, True, True)
    plain = Archive(sealing.unseal(data, [WORLD.office.identity]))
    for name in filter(layout.is_carried_name, plain.names):
        assert FOREIGN[3] not in Archive(plain.read(name)).read(layout.ENTRIES)
    again = read(without(data, OWN[0], FOREIGN[5]), accept_revoked=True)
    assert [sum(entry.erased for entry in one.entries) for one in again.parts] == [1, 2, 2]


@pytest.mark.parametrize("odd", [b"no archive", of_other(carried=[PACK])])
def test_what_nobody_can_look_into_is_taken_out(odd: bytes) -> None:
    data = without(carrying(odd, of_other()), FOREIGN[0])
    bundle = read(data)
    assert (bundle.passed_over, len(bundle.carried), bundle.lines) == (0, 1, OWN)
    assert packing.carried_name(odd) not in Archive(sealing.unseal(data, [WORLD.office.identity])).names


def test_nobody_but_the_office_exchanges_a_carried_file() -> None:
    data = carrying(of_other())
    members = Archive(sealing.unseal(data, [WORLD.office.identity]))
    changed = {name: members.read(name) for name in members.names}
    (name,) = filter(layout.is_carried_name, changed)
    changed[name] = of_other(FOREIGN[:1])
    assert code_of(read, sealing.seal(pack(changed), WORLD.recipients)) == "bundle.bad_signature"
