"""The credential: small, exact, signed; any bit changed is refused; other programs agree."""

import hashlib
import random
import shutil
import subprocess
from typing import Any

import base45
import cbor2
import pytest
import zxingcpp
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.bundle.parts import code_of
from trainer_app.bundle.credential import MAX_TEXT, PREFIX, check_signature, issue_credential, read_credential
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.certificates.certificates import CertificateFacts, CertificateKind, Signatory

KEYS = DeviceKeys.generate()
FACTS = CertificateFacts(
    serial="DSH-2018-K7-00042-98",
    kind=CertificateKind.COMPLETION,
    language="tg+en",
    name="Гулмуродова Зарина Ҳакимовна",
    latin="Zarina Gulmurodova",
    rank="лейтенанти милитсия",
    course_title="Вокуниши милитсия ба зӯроварӣ дар оила",
    course_title_en="Police Response to Domestic Violence",
    course_code="DSH-2018-3",
    town="Душанбе",
    town_en="Dushanbe",
    first_day="2018-10-15",
    last_day="2018-10-18",
    hours=1650,
    organiser="Барномаи омӯзиши кормандони милитсия",
    organiser_en="Police Training Programme",
    partner="Вазорати корҳои дохилӣ",
    partner_en="Ministry of Internal Affairs",
    issued_on="2018-10-18",
    signatories=(Signatory("М. Саидова", "Роҳбари барнома"),),
)
TEXT = issue_credential(FACTS, KEYS, "DSH")
SIGNED = (
    *("serial", "kind", "name", "latin", "rank", "course_title", "course_code", "first_day", "last_day"),
    *("hours", "organiser", "town", "partner", "course_kind"),
)


def cose(text: str = TEXT) -> bytes:
    """Return the COSE bytes of a text, by the library alone."""
    raw: bytes = base45.b45decode(text.removeprefix(PREFIX))
    return raw


def wrapped(raw: bytes) -> str:
    """Return the text of any bytes."""
    text: str = base45.b45encode(raw).decode()
    return PREFIX + text


def sealed(claims: object, protected: object = None, unprotected: object = None, tag: int = 18) -> str:
    """Return a text that is signed rightly but made of anything."""
    kid = KEYS.key_id
    header = cbor2.dumps({1: -8, 4: kid} if protected is None else protected, canonical=True)
    payload = claims if isinstance(claims, bytes) else cbor2.dumps(claims, canonical=True)
    to_sign = cbor2.dumps(["Signature1", header, b"", payload])
    signature = Ed25519PrivateKey.from_private_bytes(KEYS.seed).sign(to_sign)
    return wrapped(cbor2.dumps(cbor2.CBORTag(tag, [header, unprotected or {}, payload, signature])))


def test_it_says_what_is_printed() -> None:
    credential = read_credential(TEXT)
    assert credential.facts == {name: getattr(FACTS, name) for name in SIGNED}
    assert (credential.issuer, credential.issued_on, credential.serial) == ("DSH", "2018-10-18", FACTS.serial)
    assert credential.kid == KEYS.key_id == hashlib.sha256(KEYS.signing_key).digest()[:8]
    assert credential.id == hashlib.sha256(cose()).hexdigest()[:32]


def test_only_the_key_that_signed_it_fits() -> None:
    assert check_signature(TEXT, KEYS.signing_key)
    assert not check_signature(TEXT, DeviceKeys.generate().signing_key)
    assert not check_signature(TEXT, b"")


def test_the_same_facts_give_the_same_text_and_others_another() -> None:
    assert issue_credential(FACTS, KEYS, "DSH") == TEXT
    for name in SIGNED:
        value = getattr(FACTS, name)
        other = {"kind": CertificateKind.ATTENDANCE, "first_day": "2018-10-14", "last_day": "2018-10-19"}
        changed: Any = other.get(name, value + 1 if isinstance(value, int) else value + "а")
        assert issue_credential(replace(FACTS, **{name: changed}), KEYS, "DSH") != TEXT


def test_a_usual_certificate_fits_a_qr_code_of_version_17_at_level_q() -> None:
    assert len(cose()) <= 350
    code = zxingcpp.create_barcode(TEXT, zxingcpp.BarcodeFormat.QRCode, ec_level="Q")
    quiet = 4
    assert code.to_image(scale=1).shape[0] - 2 * quiet == 17 + 4 * 17


def test_a_reader_of_qr_codes_gives_the_text_back() -> None:
    image = zxingcpp.create_barcode(TEXT, zxingcpp.BarcodeFormat.QRCode, ec_level="Q").to_image(scale=4)
    assert [found.text for found in zxingcpp.read_barcodes(image)] == [TEXT]


def test_every_bit_changed_is_refused() -> None:
    raw = cose()
    for position in range(len(raw)):
        for bit in range(8):
            changed = bytearray(raw)
            changed[position] ^= 1 << bit
            assert not check_signature(wrapped(bytes(changed)), KEYS.signing_key), (position, bit)


def test_every_bit_of_the_text_changed_is_refused() -> None:
    for position in range(len(TEXT)):
        for bit in range(7):
            changed = TEXT[:position] + chr(ord(TEXT[position]) ^ 1 << bit) + TEXT[position + 1 :]
            refused = not check_signature(changed, KEYS.signing_key)
            line_end = position == len(TEXT) - 1 and changed[-1] in "\r\n\t"
            assert refused or line_end, (position, bit)


def test_every_cut_and_every_addition_is_refused() -> None:
    for length in range(len(TEXT)):
        assert not check_signature(TEXT[:length], KEYS.signing_key)
    for extra in ("0", " ", "00", "000", "A", "Ж", TEXT):
        assert not check_signature(TEXT + extra, KEYS.signing_key)
    assert not check_signature(wrapped(cose() + b"\x00"), KEYS.signing_key)


def test_the_line_end_of_a_scanner_is_no_part_of_it() -> None:
    for end in ("\n", "\r\n", "\t"):
        assert check_signature(TEXT + end, KEYS.signing_key)


def test_it_is_verified_by_hand_without_a_cose_library() -> None:
    message = cbor2.loads(cose())
    protected, unprotected, payload, signature = message.value
    assert (message.tag, unprotected) == (18, {})
    assert cbor2.loads(protected) == {1: -8, 4: KEYS.key_id}
    to_sign = cbor2.dumps(["Signature1", protected, b"", payload])
    public = Ed25519PublicKey.from_public_bytes(KEYS.signing_key)
    public.verify(signature, to_sign)
    with pytest.raises(InvalidSignature):
        public.verify(signature, to_sign + b"\x00")
    claims = cbor2.loads(payload)
    assert claims[1] == "DSH"
    assert claims[6] == 1539820800
    assert claims[-65537][3].decode("koi8-t") == FACTS.name
    assert claims[-65537][4] == FACTS.latin
    assert claims[-65537][8] == 17819


def test_what_is_signed_by_hand_is_read() -> None:
    claims = {1: "DSH", 6: 0, -65537: {1: "S-1", 2: 1, 3: "Имя"}}
    text = sealed(claims)
    assert check_signature(text, KEYS.signing_key)
    assert read_credential(text).facts == {
        "serial": "S-1",
        "kind": "attendance",
        "name": "Имя",
        "course_kind": "course",
    }
    newer = sealed({**claims, 99: "x", -65537: {**claims[-65537], 20: "a fact of a newer program"}})  # type: ignore[dict-item]
    assert read_credential(newer).facts == read_credential(text).facts


def test_a_key_that_signed_under_the_name_of_another_is_refused() -> None:
    claims = {1: "DSH", 6: 0, -65537: GOOD_FACTS}
    borrowed = sealed(claims, protected={1: -8, 4: DeviceKeys.generate().key_id})
    assert read_credential(borrowed).serial == "S-1"
    assert not check_signature(borrowed, KEYS.signing_key)


@given(st.binary(max_size=9), st.data())
def test_each_byte_string_has_one_text(raw: bytes, data: st.DataObject) -> None:
    text = wrapped(raw).removeprefix(PREFIX)
    letter = st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
    other = data.draw(st.text(alphabet=letter, min_size=len(text), max_size=len(text)))
    try:
        assert base45.b45decode(other) != raw or other == text
    except ValueError:
        assert other != text


def test_the_letters_of_koi8_t_are_those_that_iconv_knows() -> None:
    program = shutil.which("iconv")
    assert program is not None
    letters = "ҒғӢӣҚқӮӯҲҳҶҷЁёабвгАБВГ«»№–—“”"
    command = [program, "-f", "UTF-8", "-t", "KOI8-T"]
    by_iconv = subprocess.run(command, input=letters.encode(), capture_output=True, check=True).stdout
    assert by_iconv == letters.encode("koi8_t")


@settings(max_examples=150)
@given(
    name=st.text(min_size=1, max_size=60),
    rank=st.text(alphabet="ҒғӢӣҚқӮӯҲҳҶҷЁёабвгАБВГ -«»№", max_size=30),
    hours=st.integers(0, 100_000),
    replaces=st.sampled_from(["", "DSH-2018-K7-00041-01"]),
    kind=st.sampled_from([CertificateKind.COMPLETION, CertificateKind.ATTENDANCE]),
)
def test_any_facts_survive(name: str, rank: str, hours: int, replaces: str, kind: CertificateKind) -> None:
    facts = replace(FACTS, name=name, rank=rank, hours=hours, replaces=replaces, kind=kind)
    if any("\ud800" <= letter <= "\udfff" for letter in name):
        return
    text = issue_credential(facts, KEYS, "DSH")
    read = read_credential(text).facts
    for field in (*SIGNED, "replaces"):
        assert read.get(field, "" if isinstance(getattr(facts, field), str) else 0) == getattr(facts, field)
    assert check_signature(text, KEYS.signing_key)


def test_facts_that_no_code_could_hold_are_refused() -> None:
    assert code_of(issue_credential, replace(FACTS, rank="й" * 2000), KEYS, "DSH") == ("credential.too_long")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "credential.unreadable"),
        ("https://example.org/", "credential.unreadable"),
        ("trc1:ABC", "credential.unreadable"),
        ("HC1:" + TEXT[5:], "credential.unreadable"),
        ("TRC2:" + TEXT[5:], "credential.too_new"),
        ("TRC1:", "credential.altered"),
        ("TRC1:::::", "credential.altered"),
        ("TRC1:Ж", "credential.altered"),
        ("TRC1:" + "A" * MAX_TEXT, "credential.altered"),
        (TEXT.lower(), "credential.unreadable"),
        (TEXT[:5] + TEXT[5:].lower(), "credential.altered"),
    ],
)
def test_what_is_no_credential_is_told_apart(text: str, code: str) -> None:
    assert code_of(read_credential, text) == code


GOOD_FACTS = {1: "S-1", 2: 0, 3: "Имя"}


@pytest.mark.parametrize(
    "text",
    [
        sealed(GOOD_FACTS),
        sealed([]),
        sealed(b""),
        sealed(b"\x9b" + b"\xff" * 8),
        sealed(b"\x81" * 900),
        sealed(b"\xd8\x1c\x81\xd8\x1d\x00"),
        sealed(b"\xd8\x23\x62(("),
        sealed(b"\xbf\x01\x02\xff"),
        sealed({1: "DSH", 6: 0}),
        sealed({1: 5, 6: 0, -65537: GOOD_FACTS}),
        sealed({1: "DSH", 6: "0", -65537: GOOD_FACTS}),
        sealed({1: "DSH", 6: True, -65537: GOOD_FACTS}),
        sealed({1: "DSH", 6: 2**62, -65537: GOOD_FACTS}),
        sealed({1: "DSH", 6: 0, -65537: {1: "S-1", 2: 0}}),
        sealed({1: "DSH", 6: 0, -65537: {**GOOD_FACTS, 2: 7}}),
        sealed({1: "DSH", 6: 0, -65537: {**GOOD_FACTS, 2: -1}}),
        sealed({1: "DSH", 6: 0, -65537: {**GOOD_FACTS, 3: 5}}),
        sealed({1: "DSH", 6: 0, -65537: {**GOOD_FACTS, 3: b"\xff\x88"}}),
        sealed({1: "DSH", 6: 0, -65537: {**GOOD_FACTS, 8: 2**40}}),
        sealed({1: "DSH", 6: 0, -65537: {**GOOD_FACTS, 10: 1.5}}),
        sealed({1: "DSH", 6: 0, -65537: GOOD_FACTS}, protected={1: -7, 4: KEYS.key_id}),
        sealed({1: "DSH", 6: 0, -65537: GOOD_FACTS}, protected={1: -8}),
        sealed({1: "DSH", 6: 0, -65537: GOOD_FACTS}, protected={1: -8, 4: KEYS.key_id, 5: b"x"}),
        sealed({1: "DSH", 6: 0, -65537: GOOD_FACTS}, protected={1: -8, 4: "text"}),
        sealed({1: "DSH", 6: 0, -65537: GOOD_FACTS}, protected=[]),
        sealed({1: "DSH", 6: 0, -65537: GOOD_FACTS}, unprotected={4: b"x"}),
        sealed({1: "DSH", 6: 0, -65537: GOOD_FACTS}, tag=98),
        wrapped(b""),
        wrapped(cbor2.dumps(cbor2.CBORTag(18, [b"", {}, b"", bytes(64)]))),
        wrapped(cbor2.dumps(cbor2.CBORTag(18, [1, 2, 3, 4]))),
        wrapped(cbor2.dumps(cbor2.CBORTag(18, "four"))),
        wrapped(cbor2.dumps([b"", {}, b"", bytes(64)])),
    ],
)
def test_what_is_put_together_otherwise_is_refused_even_when_signed(text: str) -> None:
    assert code_of(read_credential, text) == "credential.altered"
    assert not check_signature(text, KEYS.signing_key)


def test_random_bytes_never_crash_the_reader() -> None:
    source = random.Random(11)
    raw = cose()
    for _ in range(3000):
        spoiled = bytearray(raw)
        for _ in range(source.randrange(1, 6)):
            spoiled[source.randrange(len(spoiled))] = source.randrange(256)
        for junk in (bytes(spoiled), source.randbytes(source.randrange(1, 60))):
            try:
                read_credential(wrapped(junk))
            except TrainerError as problem:
                assert_code(problem)


_LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-(2**65), 2**65)
    | st.floats()
    | st.text(max_size=17)
    | st.binary(max_size=17)
    | st.just(cbor2.undefined)
    | st.builds(cbor2.CBORSimpleValue, st.integers(32, 255))
)
_KEYS = (
    st.integers(-3, 20)
    | st.text(max_size=3)
    | st.booleans()
    | st.floats(allow_nan=False)
    | st.binary(max_size=2)
)
_TAGS = st.sampled_from(
    (0, 1, 2, 3, 4, 5, 18, 25, 28, 29, 30, 35, 36, 37, 100, 256, 258, 260, 261, 1004, 43_000)
)
ODD = st.recursive(
    _LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(_KEYS, inner, max_size=4)
        | st.builds(cbor2.CBORTag, _TAGS, inner)
    ),
    max_leaves=8,
)


@settings(max_examples=400)
@example(cbor2.CBORTag(37, "a" * 16), 99, True)
@given(ODD, st.sampled_from((1, 6, -65537, 99, 2, 3, 8, 10)), st.booleans())
def test_odd_signed_content_is_read_or_altered_and_nothing_else(odd: object, place: int, whole: bool) -> None:
    facts = GOOD_FACTS | ({place: odd} if place in (2, 3, 8, 10) else {})
    claims = {1: "DSH", 6: 0, -65537: facts} | ({} if place in (2, 3, 8, 10) else {place: odd})
    raw = cbor2.dumps(odd)
    texts = (sealed(claims), sealed(raw), wrapped(raw)) if whole else (sealed(claims),)
    for text in texts:
        try:
            credential = read_credential(text)
        except TrainerError as problem:
            assert_code(problem)
            assert not check_signature(text, KEYS.signing_key)
        else:
            assert all(type(value) in (str, int) for value in credential.facts.values())
            assert check_signature(text, KEYS.signing_key)


def assert_code(problem: TrainerError) -> None:
    assert problem.code == "credential.altered"
