"""Writing: what goes in comes out, by any of the people it was sealed for, and nothing else goes in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bundle.parts import WALL, World, code_of, marks
from trainer_app.bundle import layout, sealing
from trainer_app.bundle.packing import Archive, count_entries, write_archive, write_bundle
from trainer_app.bundle.reader import inspect_bundle, read_bundle
from trainer_app.bundle.trust import Receipt, RevocationList, Revoked, TrustedKeys
from trainer_app.domain.base.journal import Entry, decode_entry, encode_entry, entry_id, erase_line, new_key

WORLD = World.make()
LINES = marks(60, WORLD.replica)


def test_a_laptop_s_bundle_is_read_by_the_office_and_by_the_paper_key() -> None:
    content = WORLD.content(LINES)
    data = write_bundle(content, WORLD.laptop, WORLD.recipients)
    for identity in (WORLD.office.identity, WORLD.paper.recovery):
        bundle = read_bundle(data, [identity], WORLD.trusted)
        assert bundle.lines == LINES
        assert bundle.entries == [decode_entry(line) for line in LINES]
        assert bundle.ids == [entry_id(line) for line in LINES]
        assert bundle.signer.code == "K7"
        assert bundle.header.counts == {"attendance": 60}
        assert bundle.header.total == 60
        assert bundle.header.recovery == content.header.recovery
        assert (bundle.header.first, bundle.header.last, bundle.header.wall) == (1, 60, WALL)
        assert (bundle.trust, bundle.revoked, bundle.receipts, dict(bundle.blobs)) == (None, None, (), {})


def test_an_office_s_pack_brings_trust_revocations_and_receipts() -> None:
    revoked = RevocationList("DSH", "2018-11-02", 7, (Revoked("DSH-2018-K7-00042-98", "void", "2018-10-19"),))
    receipts = (Receipt(WORLD.replica, 60, "2018-11-02", (new_key(),)),)
    signed = WORLD.signed_trust()
    content = WORLD.content(
        LINES, kind="pack", trust=signed, revoked=revoked, receipts=receipts, courses=(new_key(),)
    )
    data = write_bundle(content, WORLD.computer, [WORLD.laptop.recipient, WORLD.office.recovery_recipient])
    bundle = read_bundle(data, [WORLD.laptop.identity], WORLD.trusted)
    assert bundle.header.kind == "pack"
    assert bundle.header.courses == content.header.courses
    assert bundle.trust == WORLD.trust_list()
    assert bundle.signed_trust == signed
    assert (bundle.revoked, bundle.receipts) == (revoked, receipts)


def test_attachments_travel_under_their_hash() -> None:
    scans = [b"\xff\xd8 a scan", bytes(100_000), b""]
    bundle = read_bundle(
        write_bundle(WORLD.content(LINES, blobs=scans), WORLD.laptop, WORLD.recipients),
        [WORLD.office.identity],
        WORLD.trusted,
    )
    assert sorted(bundle.blobs.values()) == sorted(scans)
    assert all(len(name) == 64 for name in bundle.blobs)


def test_a_bundle_without_any_entry_is_a_bundle() -> None:
    data = write_bundle(WORLD.content(), WORLD.laptop, WORLD.recipients)
    assert read_bundle(data, [WORLD.office.identity], WORLD.trusted).lines == []


def test_a_laptop_without_an_office_seals_with_a_passphrase() -> None:
    content = WORLD.content(LINES, office="", device="")
    data = write_bundle(content, WORLD.laptop, passphrase="чойники кабуд")
    own = TrustedKeys.only(*WORLD.trust_list().devices)
    assert sealing.needs_passphrase(data)
    assert code_of(read_bundle, data, [WORLD.office.identity], own) == "bundle.needs_passphrase"
    assert code_of(read_bundle, data, [], own, passphrase="дигар") == "bundle.wrong_passphrase"
    assert read_bundle(data, [], own, passphrase="чойники кабуд").lines == LINES


def test_nothing_is_ever_sealed_for_nobody() -> None:
    with pytest.raises(ValueError, match="recipients or with a passphrase"):
        write_bundle(WORLD.content(LINES), WORLD.laptop)
    with pytest.raises(ValueError, match="recipients or with a passphrase"):
        write_bundle(WORLD.content(LINES), WORLD.laptop, WORLD.recipients, "чой")
    assert code_of(write_bundle, WORLD.content(LINES), WORLD.laptop, ["age1x"]) == "bundle.bad_recipient"


def test_nothing_personal_shows_in_the_file() -> None:
    line = encode_entry(
        Entry(r=WORLD.replica, n=1, t=(1, 0), u="u", e="person", k=new_key(), s={"family": "Гулмуродова"})
    )
    data = write_bundle(WORLD.content([line] * 40), WORLD.laptop, WORLD.recipients)
    assert "Гулмуродова".encode() not in data
    assert WORLD.replica.encode() not in data
    assert b"bundle.json" not in data


def test_the_same_content_gives_the_same_archive_and_never_the_same_file() -> None:
    content = WORLD.content(LINES, blobs=[b"b", b"a"])
    turned = WORLD.content(LINES, blobs=[b"a", b"b"], bundle=content.header.bundle)
    assert write_archive(content, WORLD.laptop) == write_archive(turned, WORLD.laptop)
    sealed = {write_bundle(content, WORLD.laptop, WORLD.recipients) for _ in range(3)}
    assert len(sealed) == 3


def test_erased_and_unknown_entries_are_carried_and_counted() -> None:
    strange = encode_entry(
        Entry(r=WORLD.replica, n=9, t=(1, 0), v=7, u="u", e="hologram", k=new_key(), s={"colour": "blue"})
    )
    lines = [erase_line(LINES[0]), strange, LINES[1]]
    assert count_entries(lines) == {"_erased": 1, "attendance": 1, "hologram": 1}
    data = write_bundle(WORLD.content(lines), WORLD.laptop, WORLD.recipients)
    bundle = read_bundle(data, [WORLD.office.identity], WORLD.trusted)
    assert bundle.lines == lines
    assert bundle.ids[0] == entry_id(LINES[0])
    assert bundle.entries[0].erased
    assert bundle.entries[1].v == 7


def test_a_line_feed_inside_an_entry_is_the_caller_s_mistake() -> None:
    with pytest.raises(ValueError, match="not one line"):
        write_archive(WORLD.content([LINES[0] + b"\n"]), WORLD.laptop)


def test_only_packs_carry_what_an_office_says() -> None:
    with pytest.raises(ValueError, match="only packs"):
        write_archive(WORLD.content(LINES, trust=WORLD.signed_trust()), WORLD.laptop)


def test_more_attachments_than_a_bundle_holds_are_refused_before_writing() -> None:
    scans = [bytes([number]) for number in range(layout.MAX_MEMBERS)]
    assert code_of(write_archive, WORLD.content(LINES, blobs=scans), WORLD.laptop) == "bundle.too_much"
    fits = layout.MAX_MEMBERS - len(layout.ALWAYS)
    data = write_archive(WORLD.content(LINES, blobs=scans[:fits]), WORLD.laptop)
    assert len(Archive(data).names) == layout.MAX_MEMBERS


def test_progress_is_told_and_can_stop_the_work() -> None:
    told: list[tuple[str, float]] = []

    def listen(code: str, fraction: float) -> None:
        told.append((code, fraction))

    data = write_bundle(WORLD.content(LINES), WORLD.laptop, WORLD.recipients, progress=listen)
    read_bundle(data, [WORLD.office.identity], WORLD.trusted, progress=listen)
    assert [code for code, _ in told] == [
        "bundle.packing",
        "bundle.packing",
        "bundle.sealing",
        "bundle.opening",
        "bundle.reading",
    ]
    assert all(0 <= fraction <= 1 for _, fraction in told)

    def stop(code: str, fraction: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        read_bundle(data, [WORLD.office.identity], WORLD.trusted, progress=stop)


def test_the_header_alone_is_verified_too() -> None:
    data = write_bundle(WORLD.content(LINES), WORLD.laptop, WORLD.recipients)
    opened = inspect_bundle(data, [WORLD.office.identity], WORLD.trusted)
    assert (opened.header.total, opened.header.device, opened.signer.code) == (60, "K7", "K7")
    empty = TrustedKeys.only()
    assert code_of(inspect_bundle, data, [WORLD.office.identity], empty) == "bundle.unknown_device"


def test_file_names_hold_codes_only() -> None:
    assert layout.bundle_name("DSH", "K7", 7) == "DSH-K7-0007.tsync"
    assert layout.bundle_name("DSH", "A1", 7, "K4") == "DSH-A1-0007-for-K4.tsync"
    assert layout.bundle_name("DSH", "K7", 7, copy="3F9A") == "DSH-K7-0007-3F9A.tsync"
    assert layout.bundle_name("DSH", "A1", 7, "K4", "3F9A") == "DSH-A1-0007-3F9A-for-K4.tsync"
    for unsafe in ("../K4", "k4", "K 4", "K4.", "К4"):
        with pytest.raises(ValueError, match="capitals and digits"):
            layout.bundle_name("DSH", "A1", 7, unsafe)
    assert layout.bundle_name("", "", 12345) == "12345.tsync"
    for bad in (("D/H", "K7", 1), ("DSH", "Назарова", 1), ("DSH", "k7", 1), ("DSH", "K7", 0)):
        with pytest.raises(ValueError, match="capitals and digits"):
            layout.bundle_name(*bad)


_VALUES = (
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))
)


@settings(max_examples=40)
@given(
    st.lists(
        st.dictionaries(st.from_regex(r"[a-z_]{1,12}", fullmatch=True), _VALUES, min_size=1, max_size=4),
        max_size=6,
    )
)
def test_any_entries_survive_byte_for_byte(rows: list[dict[str, object]]) -> None:
    lines = [
        encode_entry(Entry(r=WORLD.replica, n=number, t=(1, 0), u="u", e="course", k=new_key(), s=row))
        for number, row in enumerate(rows, start=1)
    ]
    data = write_bundle(WORLD.content(lines), WORLD.laptop, WORLD.recipients)
    assert read_bundle(data, [WORLD.office.identity], WORLD.trusted).lines == lines
