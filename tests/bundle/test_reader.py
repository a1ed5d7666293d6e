"""Reading: each refusal with its code, in the promised order, before anything is believed."""

import base64
import json
import tracemalloc
from typing import Any

import msgspec
import pytest

from tests.bundle.parts import World, code_of, device_of, forge, marks
from trainer_app.bundle import encodings, layout, packing, sealing, trust
from trainer_app.bundle.erasing import ErasedContent, holds_erased, redact
from trainer_app.bundle.keys import DeviceKeys, OfficeKeys, read_standby
from trainer_app.bundle.layout import BundleContent, Header
from trainer_app.bundle.packing import Archive, pack, write_archive, write_bundle
from trainer_app.bundle.reader import (
    RevokedDevice,
    UnknownDevice,
    inspect_bundle,
    open_first_pack,
    read_bundle,
    read_first_pack,
)
from trainer_app.bundle.trust import SignedTrust, TrustedKeys, read_request, write_request
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Entry, derive_key, encode_entry, erase_line

WORLD = World.make()
LINES = marks(30, WORLD.replica)
CONTENT = WORLD.content(LINES)
FILE = write_bundle(CONTENT, WORLD.laptop, WORLD.recipients)
ARCHIVE = write_archive(CONTENT, WORLD.laptop)


def sealed(archive: bytes) -> bytes:
    return sealing.seal(archive, [WORLD.office.recipient])


def refusal(data: bytes, believed: TrustedKeys = WORLD.trusted, **options: Any) -> str:
    """Return the code with which the office refuses a file."""
    return code_of(read_bundle, data, [WORLD.office.identity], believed, **options)


def changed(change: Any) -> bytes:
    """Return the sealed bundle with its members changed, but not signed again."""
    archive = Archive(ARCHIVE)
    members = {name: archive.read(name) for name in archive.names}
    change(members)
    return sealed(pack(members))


def header_with(**change: object) -> bytes:
    """Return `bundle.json` with some members changed or, given None, left out."""
    document = {**json.loads(encodings.encode(CONTENT.header)), **change}
    return json.dumps({name: value for name, value in document.items() if value is not None}).encode()


def forged(header: bytes | None = None, payload: dict[str, bytes] | None = None, **tags: bytes) -> bytes:
    """Return a sealed bundle, rightly signed by the laptop, whose members may be anything."""
    entries = {layout.ENTRIES: b"".join(line + b"\n" for line in LINES)}
    header = encodings.encode(CONTENT.header) if header is None else header
    return sealed(forge(WORLD.laptop, header, {**entries, **(payload or {})}, **tags))


def test_too_big() -> None:
    assert refusal(bytes(layout.MAX_SEALED + 1)) == "bundle.too_big"


def test_not_for_us() -> None:
    stranger = DeviceKeys.generate()
    assert refusal(sealing.seal(ARCHIVE, [stranger.recipient])) == "bundle.not_for_us"
    assert code_of(read_bundle, FILE, [], WORLD.trusted) == "bundle.not_for_us"


def test_damaged() -> None:
    for position in (-1, -100, len(FILE) // 2):
        broken = bytearray(FILE)
        broken[position] ^= 1
        assert refusal(bytes(broken)) == "bundle.damaged"
    for length in (30, 200, len(FILE) - 1):
        assert refusal(FILE[:length]) == "bundle.damaged"


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"PK\x03\x04", b"-----BEGIN AGE ENCRYPTED FILE-----\n", ARCHIVE]
)
def test_not_a_bundle_when_it_is_no_age_file(data: bytes) -> None:
    assert refusal(data) == "bundle.not_a_bundle"


def test_not_a_bundle_when_something_else_was_sealed() -> None:
    for inside in (b"", b"hello", pack({}), pack({"a.txt": b"x"})):
        assert refusal(sealed(inside)) == "bundle.not_a_bundle"


def test_unknown_device_can_be_read_once_it_is_enrolled() -> None:
    newcomer = DeviceKeys.generate()
    replica = newcomer.key_id.hex() + WORLD.tail
    data = write_bundle(
        WORLD.content(marks(30, replica), device="X37", replica=replica), newcomer, WORLD.recipients
    )
    with pytest.raises(UnknownDevice) as problem:
        read_bundle(data, [WORLD.office.identity], WORLD.trusted)
    assert problem.value.code == "bundle.unknown_device"
    request = read_request(write_request(newcomer, "Ноутбук", WORLD.replica, "2018-10-19", bytes(16)))
    assert problem.value.key_id == request.key_id
    enrolled = TrustedKeys.of(WORLD.trust_list(device_of(newcomer, "K8")))
    assert read_bundle(data, [WORLD.office.identity], enrolled).signer.code == "K8"


def test_bad_signature_when_any_member_was_exchanged() -> None:
    for name in (*layout.TAGGED, layout.ENTRIES):
        assert refusal(changed(lambda members, name=name: members.update({name: members[name] + b" "}))) == (
            "bundle.bad_signature"
        )


def test_bad_signature_when_a_member_was_added_or_taken_away() -> None:
    assert refusal(changed(lambda members: members.update({"readme.txt": b"x"}))) == "bundle.bad_signature"
    assert refusal(changed(lambda members: members.update({"data/x": b"x"}))) == "bundle.bad_signature"
    assert refusal(changed(lambda members: members.pop(layout.ENTRIES))) == "bundle.bad_signature"
    assert refusal(changed(lambda members: members.pop(layout.HEADER))) == "bundle.bad_signature"
    assert refusal(changed(lambda members: members.pop(layout.SIGNATURE))) == "bundle.not_a_bundle"


def test_bad_signature_when_the_name_of_another_laptop_is_put_on() -> None:
    thief = device_of(DeviceKeys.generate(), "K8")
    mixed = TrustedKeys({WORLD.laptop.key_id: thief})
    assert refusal(FILE, mixed) == "bundle.bad_signature"
    borrowed = write_bundle(WORLD.content(LINES, device="OF"), WORLD.laptop, WORLD.recipients)
    assert refusal(borrowed) == "bundle.bad_signature"


def test_bad_signature_when_a_trainer_sends_what_only_an_office_may() -> None:
    content = WORLD.content(LINES, kind="pack", device="K7")
    assert refusal(write_bundle(content, WORLD.laptop, WORLD.recipients)) == "bundle.bad_signature"


def test_revoked_device_is_refused_but_its_archive_is_still_read() -> None:
    believed = TrustedKeys.of(WORLD.trust_list(revoked_on="2018-10-20"))
    with pytest.raises(RevokedDevice) as problem:
        read_bundle(FILE, [WORLD.office.identity], believed)
    assert problem.value.code == "bundle.revoked_device"
    assert problem.value.values == {"device": "K7", "day": "2018-10-20"}
    bundle = read_bundle(FILE, [WORLD.office.identity], believed, accept_revoked=True)
    assert bundle.lines == LINES
    assert inspect_bundle(FILE, [WORLD.office.identity], believed).header == bundle.header


@pytest.mark.parametrize(
    "header",
    [
        header_with(version=2),
        header_with(version=2, kind="hologram", bundle=7, counts="many"),
        header_with(requires=["holograms"]),
        header_with(requires=["holograms"], kind="hologram"),
    ],
)
def test_too_new(header: bytes) -> None:
    assert refusal(forged(header)) == "bundle.too_new"


def test_too_new_even_with_members_that_this_version_does_not_know() -> None:
    newer = forged(header_with(version=2), {"data/holograms.cbor": b"x"}, extra_txt=b"y")
    assert refusal(newer) == "bundle.too_new"
    same = forged(None, {"data/holograms.cbor": b"x"})
    assert refusal(same) == "bundle.not_a_bundle"
    assert refusal(forged(None, None, extra_txt=b"y")) == "bundle.not_a_bundle"


def test_unknown_members_of_the_header_are_ignored() -> None:
    data = forged(header_with(holograms=[1, {"deep": True}], schema=9))
    bundle = read_bundle(data, [WORLD.office.identity], WORLD.trusted)
    assert bundle.lines == LINES
    assert bundle.header.schema == 9


@pytest.mark.parametrize(
    "change",
    [
        {"format": "trainer-trust"},
        {"version": 0},
        {"version": "1"},
        {"kind": "hologram"},
        {"kind": None},
        {"bundle": "../../etc/passwd"},
        {"replica": "K7"},
        {"office": "../x"},
        {"device": "a b"},
        {"from": -1},
        {"to": 2**60},
        {"wall": -1},
        {"seen": {"me": 1}},
        {"seen": {"0" * 32: -5}},
        {"counts": {"attendance": -1}},
        {"recovery": "%%%"},
    ],
)
def test_a_header_that_nobody_may_rely_on_is_refused(change: dict[str, object]) -> None:
    assert refusal(forged(header_with(**change))) == "bundle.not_a_bundle"


@pytest.mark.parametrize(
    "change",
    [
        {"seen": {f"{number:032x}": 1 for number in range(layout.MAX_SEEN + 1)}},
        {"counts": {f"kind{number}": 1 for number in range(layout.MAX_KINDS + 1)}},
        {"courses": ["x" * 36] * (layout.MAX_COURSES + 1)},
        {"courses": ["x" * 37]},
        {"app": "9" * (layout.MAX_WORD + 1)},
        {"recovery": base64.b64encode(bytes(layout.MAX_RECOVERY + 1)).decode()},
    ],
    ids=["ids", "kinds", "courses", "long names", "version", "recovery"],
)
def test_a_header_that_names_more_than_any_office_has_is_refused(change: dict[str, object]) -> None:
    assert refusal(forged(header_with(**change))) == "bundle.too_many_named"


@pytest.mark.parametrize(
    "header",
    [
        b"",
        b"[]",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"format":"trainer-bundle","version":' + b"9" * 5000 + b"}",
        b'{"format":"\\ud800"}',
        b'{"format":"\xed\xa0\x80"}',
    ],
)
def test_a_header_that_is_no_json_of_ours_is_refused(header: bytes) -> None:
    assert refusal(forged(header)) == "bundle.not_a_bundle"


_GOOD = LINES[0]


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{}",
        b"[]",
        b"[" * 60_000,
        b'{"s":' + b'{"a":' * 10_000,
        _GOOD[:-1],
        _GOOD + b" x",
        _GOOD.replace(b'"present"', b'"\\ud800"'),
        _GOOD.replace(b'"present"', b'"\\ud800\\ud800"'),
        _GOOD.replace(b'"present"', b'"\xed\xa0\x80"'),
        _GOOD.replace(b'"present"', b'"a\\u0000"'),
        _GOOD.replace(b'"present"', b"1.5"),
        _GOOD.replace(b'"present"', b"1e999"),
        _GOOD.replace(b'"present"', b"NaN"),
        _GOOD.replace(b'"present"', b"9" * 60_000),
        _GOOD.replace(b'"present"', b"9" * 20),
        _GOOD.replace(b'"present"', b'{"deep":1}'),
        _GOOD.replace(b'"present"', b'"' + b"x" * 70_000 + b'"'),
        _GOOD.replace(b'"n":1,', b'"n":0,'),
        _GOOD.replace(b'"n":1,', b'"n":' + b"9" * 400 + b","),
        _GOOD.replace(b'"k":"', b'"k":"../'),
    ],
)
def test_bad_entry_names_the_line(line: bytes) -> None:
    payload = {layout.ENTRIES: b"\n".join([*LINES[:7], line, *LINES[7:]]) + b"\n"}
    with pytest.raises(TrainerError) as problem:
        read_bundle(forged(None, payload), [WORLD.office.identity], WORLD.trusted)
    assert (problem.value.code, problem.value.values) == ("bundle.bad_entry", {"line": 8})


def test_bad_entry_when_the_last_line_does_not_end() -> None:
    payload = {layout.ENTRIES: b"\n".join(LINES)}
    with pytest.raises(TrainerError) as problem:
        read_bundle(forged(None, payload), [WORLD.office.identity], WORLD.trusted)
    assert (problem.value.code, problem.value.values) == ("bundle.bad_entry", {"line": 30})


def test_an_attachment_under_a_wrong_hash_is_refused() -> None:
    assert refusal(forged(None, {"data/blobs/" + "0" * 64: b"x"})) == "bundle.not_a_bundle"


def test_what_only_a_pack_carries_is_refused_in_a_laptop_s_bundle() -> None:
    assert refusal(forged(None, {layout.REVOKED: b"{}"})) == "bundle.not_a_bundle"


def test_the_order_of_refusals() -> None:
    """Each file has the fault of its line and all faults of the lines below; the first one is told."""
    stranger = DeviceKeys.generate()
    revoked = TrustedKeys.of(WORLD.trust_list(revoked_on="2018-10-20"))
    bad_lines = {layout.ENTRIES: b"no entry"}
    newer = forge(WORLD.laptop, header_with(version=2), bad_lines)
    strange = forge(stranger, header_with(version=2), bad_lines)
    archive = Archive(newer)
    members = {name: archive.read(name) for name in archive.names}
    wrong = pack({**members, layout.HEADER: b"other"})
    strange_signature = {layout.SIGNATURE: Archive(strange).read(layout.SIGNATURE)}
    torn = bytearray(sealed(strange))
    torn[-1] ^= 1
    other = bytearray(sealing.seal(strange, [stranger.recipient]))
    other[-1] ^= 1
    assert refusal(bytes(other)) == "bundle.not_for_us"
    assert refusal(bytes(torn)) == "bundle.damaged"
    assert refusal(sealed(strange + b"x")) == "bundle.not_a_bundle"
    assert (
        refusal(sealed(pack({**members, **strange_signature, layout.HEADER: b""}))) == "bundle.unknown_device"
    )
    assert refusal(sealed(wrong), revoked) == "bundle.bad_signature"
    assert refusal(sealed(newer), revoked) == "bundle.revoked_device"
    assert refusal(sealed(newer)) == "bundle.too_new"
    assert refusal(forged(None, bad_lines)) == "bundle.bad_entry"


def joining_pack(world: World, signed: SignedTrust | None, signer: DeviceKeys | None = None) -> bytes:
    """Return the pack with which the office answers the laptop."""
    to = {"addressee": "K7", "addressee_key": world.laptop.key_id}
    content = world.content(marks(3, world.replica), kind="pack", trust=signed, **to)
    return write_bundle(content, signer or world.computer, [world.laptop.recipient])


def test_the_first_pack_introduces_the_office() -> None:
    mine = ([WORLD.laptop.identity], WORLD.laptop.signing_key)
    first = open_first_pack(joining_pack(WORLD, WORLD.signed_trust()), *mine)
    bundle = read_first_pack(first)
    assert (first.trust, first.signed) == (bundle.trust, bundle.signed_trust)
    assert bundle.trust is not None
    assert bundle.trust.office.fingerprint == WORLD.office.fingerprint
    assert bundle.signer.role == "office"
    assert len(bundle.lines) == 3


def test_the_first_pack_must_know_this_laptop_and_its_own_signer() -> None:
    mine = ([WORLD.laptop.identity], WORLD.laptop.signing_key)
    other = World.make()
    unsigned = joining_pack(WORLD, None)
    assert code_of(open_first_pack, unsigned, *mine) == "bundle.not_enrolled"
    foreign = write_bundle(
        other.content([], kind="pack", trust=other.signed_trust()), other.computer, [WORLD.laptop.recipient]
    )
    assert code_of(open_first_pack, foreign, *mine) == "bundle.not_enrolled"
    stranger = joining_pack(WORLD, WORLD.signed_trust(), DeviceKeys.generate())
    assert code_of(open_first_pack, stranger, *mine) == "bundle.unknown_device"
    unrooted = trust.sign_trust(WORLD.trust_list(), WORLD.computer.seed)
    assert code_of(open_first_pack, joining_pack(WORLD, unrooted), *mine) == "bundle.bad_trust"


def test_a_new_office_computer_is_introduced_by_the_list_in_its_pack() -> None:
    replaced = DeviceKeys.generate()
    newer = trust.sign_trust(
        WORLD.trust_list(device_of(replaced, "O2", role="office"), serial=2),
        read_standby(WORLD.paper.standby),
    )
    replica = replaced.key_id.hex() + WORLD.tail
    content = WORLD.content([], kind="pack", device="O2", replica=replica, trust=newer)
    data = write_bundle(content, replaced, [WORLD.laptop.recipient])
    bundle = read_bundle(data, [WORLD.laptop.identity], WORLD.trusted)
    assert (bundle.signer.code, bundle.trust and bundle.trust.serial) == ("O2", 2)
    impostor, _ = OfficeKeys.generate()
    false = trust.sign_trust(WORLD.trust_list(device_of(replaced, "O2", role="office")), impostor.root_seed)
    content = WORLD.content([], kind="pack", device="O2", replica=replica, trust=false)
    data = write_bundle(content, replaced, [WORLD.laptop.recipient])
    assert code_of(read_bundle, data, [WORLD.laptop.identity], WORLD.trusted) == "bundle.bad_trust"


def test_a_pack_never_brings_a_trust_list_that_our_roots_did_not_sign() -> None:
    other = World.make()
    content = WORLD.content([], kind="pack", trust=other.signed_trust())
    data = write_bundle(content, WORLD.computer, [WORLD.laptop.recipient])
    assert code_of(read_bundle, data, [WORLD.laptop.identity], WORLD.trusted) == "bundle.bad_trust"


def test_a_list_without_its_signature_is_refused() -> None:
    header = encodings.encode(WORLD.content([], kind="pack").header)
    archive = forge(WORLD.computer, header, {layout.ENTRIES: b"", layout.TRUST: WORLD.signed_trust().data})
    assert refusal(sealed(archive)) == "bundle.not_a_bundle"


def test_broken_revocations_and_receipts_are_refused() -> None:
    header = encodings.encode(WORLD.content([], kind="pack").header)
    for name in (layout.REVOKED, layout.RECEIPTS):
        archive = forge(WORLD.computer, header, {layout.ENTRIES: b"", name: b"{"})
        assert refusal(sealed(archive)) == "bundle.not_a_bundle"


def test_the_header_survives_any_values() -> None:
    header = msgspec.structs.replace(
        CONTENT.header, requires=(), seen={"a" * 32: 5}, recovery=bytes(range(256))
    )
    read = read_bundle(
        write_bundle(BundleContent(header, LINES), WORLD.laptop, WORLD.recipients),
        [WORLD.office.identity],
        WORLD.trusted,
    ).header
    assert read == msgspec.structs.replace(header, counts={"attendance": 30})
    assert msgspec.json.decode(encodings.encode(read), type=Header) == read


def test_more_lines_than_entries_can_be_are_counted_and_never_split() -> None:
    feeds = b"\n" * 10_000_000
    tracemalloc.start()
    try:
        assert code_of(packing.split_lines, feeds) == "bundle.too_big"
        assert tracemalloc.get_traced_memory()[1] < 100_000
    finally:
        tracemalloc.stop()
    line = b"x" * (packing.SHORTEST_LINE - 1)
    assert len(packing.split_lines((line + b"\n") * 50_000)) == 50_000
    assert code_of(packing.split_lines, (line[1:] + b"\n") * 50_000) == "bundle.too_big"
    assert refusal(forged(payload={layout.ENTRIES: feeds[:50_000]})) == "bundle.too_big"
    assert refusal(forged(payload={layout.ENTRIES: b"\n" * 9})) == "bundle.bad_entry"


def test_every_entry_is_longer_than_the_shortest_line() -> None:
    shortest = encode_entry(Entry(r="0" * 32, n=1, e="a", k=derive_key("a"), s={"a": 1}, t=(0, 0)))
    assert min(len(shortest), len(erase_line(shortest)), *map(len, LINES)) > packing.SHORTEST_LINE


@pytest.mark.parametrize("place", ["Archive.read", "split_lines"])
def test_what_does_not_fit_into_memory_is_too_big(monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    def full(*_: object) -> bytes:
        raise MemoryError

    identities, gone = [WORLD.office.identity], ErasedContent()
    monkeypatch.setattr(f"trainer_app.bundle.packing.{place}", full)
    assert refusal(FILE) == "bundle.too_big"
    assert code_of(holds_erased, FILE, identities, gone) == "bundle.too_big"
    anew = {"recipients": WORLD.recipients, "signer": WORLD.computer, "day": "2019-03-01"}
    assert code_of(redact, FILE, identities, gone, **anew) == "bundle.too_big"
