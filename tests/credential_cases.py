"""One table of certificates and what a check must say of each: for program, command line and page alike.

`python -m tests.credential_cases` writes `tests/data/credentials/cases.json`; a test holds it to this file.
The keys are for tests only. What is expected is written down here by hand; nothing that checks is asked.
"""

import base64
import dataclasses
import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import base45
import cbor2
import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from trainer_app.bundle.badge import issue_badge
from trainer_app.bundle.credential import PREFIX, issue_credential, read_credential
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.bundle.sealing import public_key_of
from trainer_app.bundle.trust import (
    Device,
    Office,
    Registered,
    RevocationList,
    Revoked,
    SignedTrust,
    TrustList,
    sign_check_lists,
    sign_trust,
)
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.certificates.certificates import CertificateFacts, CertificateKind
from trainer_app.domain.certificates.serials import ALONE, make_serial, own_device_code

FILE = Path(__file__).parent / "data" / "credentials" / "cases.json"
ROOT_SEED, STANDBY = bytes([1] * 32), public_key_of(bytes([2] * 32))
_AGE = "age1gdvr37evkwvt63ga8mxwxl27803vnr7lyeq2x975fsr5vhzv6qqsspkps6"
_DAY, _TODAY = "2018-11-01", "2018-11-20"
_SIGNED = (
    *("serial", "kind", "name", "latin", "rank", "course_title", "course_code", "first_day", "last_day"),
    *("hours", "organiser", "replaces", "town", "partner", "course_kind", "issued_on"),
)
_RUSSIAN = str.maketrans("QWERTYUIOPASDFGHJKLZXCVBNM:.$/", "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬЖЮ;.")
_TAJIK = str.maketrans("QWERTYUIOPASDFGHJKLZXCVBNM:.$/-+", "ЙҚУКЕНГШҲЗФҶВАПРОЛДЯЧСМИТӢЖЮ;.ҒӮ")


@dataclass(frozen=True)
class Case:
    """A text, the day it is checked on, and what must be said; `code` refuses what is none of ours."""

    name: str
    text: str
    result: str = ""
    facts: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    code: str = ""
    today: str = _TODAY
    old: bool = False
    lists: bool = True
    """False: checked where no list of an office ever came."""


def laptop(number: int) -> DeviceKeys:
    """Return the keys of one of the laptops, the same each time."""
    return DeviceKeys(bytes([16 + number] * 32), "")


K4, K7, K8, K9, STRANGER = (laptop(number) for number in (4, 7, 8, 9, 10))
FACTS = CertificateFacts(
    serial=make_serial("DSH", 2018, "K7", 42),
    kind=CertificateKind.COMPLETION,
    language="tg",
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
)


def of(number: int, device: str = "K7", **other: Any) -> CertificateFacts:
    """Return the facts of another certificate."""
    return replace(FACTS, serial=make_serial("DSH", 2018, device, number), **other)


def signed(facts: CertificateFacts, keys: DeviceKeys = K7) -> str:
    """Return the text of its code."""
    return issue_credential(facts, keys, "DSH")


def badge(facts: CertificateFacts, keys: DeviceKeys = K7) -> str:
    """Return its Open Badge."""
    return issue_badge(facts, keys, "DSH", signed(facts, keys))


def spoiled(token: str, place: int) -> str:
    """Return a badge with one letter changed in its middle: 0 the header, 1 the document, 2 the signature."""
    parts = token.split(".")
    at = len(parts[place]) // 2
    letter = "A" if parts[place][at] != "A" else "B"
    parts[place] = parts[place][:at] + letter + parts[place][at + 1 :]
    return ".".join(parts)


def claiming(facts: CertificateFacts, keys: DeviceKeys, credential: str) -> str:
    """Return a badge, rightly signed, that names anything as its code: the text of one, or an id."""
    token = badge(facts, keys).split(".")
    document = json.loads(base64.urlsafe_b64decode(token[1] + "=="))
    document["printedFacts"]["credential"] = credential
    body = base64.urlsafe_b64encode(json.dumps(document).encode()).decode().rstrip("=")
    signature = Ed25519PrivateKey.from_private_bytes(keys.seed).sign(f"{token[0]}.{body}".encode())
    return f"{token[0]}.{body}.{base64.urlsafe_b64encode(signature).decode().rstrip('=')}"


def told(facts: CertificateFacts) -> dict[str, Any]:
    """Return what a check tells of a certificate: what is not empty of what the code holds."""
    return {name: value for name in _SIGNED if (value := getattr(facts, name)) not in ("", 0)}


def forged(text: str, keys: DeviceKeys | None = None, name: str = "") -> str:
    """Return a code whose name was changed, or that another key signed under the name of the first."""
    message = cbor2.loads(base45.b45decode(text.removeprefix(PREFIX)))
    header, plain, payload, signature = message.value
    if name:
        claims = cbor2.loads(payload)
        claims[-65537][3] = name.encode("koi8-t")
        payload = cbor2.dumps(claims, canonical=True)
    if keys:
        other = cbor2.loads(base45.b45decode(signed(FACTS, keys).removeprefix(PREFIX)))
        signature = other.value[3]
    again = cbor2.dumps(cbor2.CBORTag(18, [header, plain, payload, signature]), canonical=True)
    coded: str = base45.b45encode(again).decode()
    return PREFIX + coded


CONFIRMED = of(42)
VOID, VOID_BY_NUMBER, REPLACED = of(43, name="Азизов Фаррух"), of(44), of(45, name="Гулмуродва Зарина")
NEW = of(46, replaces=REPLACED.serial)
TWIN = of(43, name="Раҳимов Некрӯз Файзуллоевич")
KEPT, DROPPED = of(49), of(49, name="Раҳимов Некрӯз")
"""Two papers under one number, from a laptop and its copy; the office decided for the first."""
OF_K8, LATE_OF_K8 = of(13, "K8"), of(14, "K8", issued_on="2018-11-05")
"""The register held both before the key was withdrawn, whatever the day on them."""
REWRITTEN = of(53)
SHORT = of(
    47,
    kind=CertificateKind.ATTENDANCE,
    name="Azizov",
    latin="",
    rank="",
    town="",
    partner="",
    course_code="",
    hours=0,
)
LONG = of(
    48,
    name="Абдураҳмонзода Шамсиддинзодаи Муҳаммадшариф Абдулқодирович",
    course_kind="training_of_trainers",
    organiser="Ташкилот «Ҷумҳурият» № 5 — 日本",
)


def trust() -> TrustList:
    """Return the office's laptops: K4 and K7 may issue, K8 until 20 October, K9 never."""
    office = Office(
        "DSH",
        Texts(tg="Дафтари барнома", ru="Офис программы", en="Programme office"),
        _AGE,
        _AGE,
        (public_key_of(ROOT_SEED), STANDBY),
    )
    return TrustList(
        office,
        3,
        "2018-10-20",
        (
            Device("K4", "", K4.signing_key, _AGE, may_issue=True),
            Device("K7", "", K7.signing_key, _AGE, may_issue=True),
            Device("K8", "", K8.signing_key, _AGE, may_issue=True, revoked_on="2018-10-20"),
            Device("K9", "", K9.signing_key, _AGE),
        ),
    )


def signed_trust() -> SignedTrust:
    """Return the list as it travels."""
    return sign_trust(trust(), ROOT_SEED)


def revoked() -> RevocationList:
    """Return what no longer holds: one of them known by its number alone."""
    known = (
        (VOID, "void", True),
        (VOID_BY_NUMBER, "void", False),
        (REPLACED, "replaced", True),
        (of(12, "K8", issued_on="2018-10-21"), "void", False),
        (DROPPED, "void", True),
    )
    return RevocationList(
        "DSH",
        _DAY,
        3_007,
        tuple(
            Revoked(
                facts.serial,
                "replaced" if state == "replaced" else "void",
                _DAY,
                read_credential(signed(facts)).id if full else "",
            )
            for facts, state, full in known
        ),
        tuple(_registered(facts, keys) for facts, keys in ((KEPT, K7), (OF_K8, K8), (LATE_OF_K8, K8))),
    )


def _registered(facts: CertificateFacts, keys: DeviceKeys = K7) -> Registered:
    return Registered(facts.serial, read_credential(signed(facts, keys)).id)


def registered() -> list[CertificateFacts]:
    """Return what stands in the office's register and holds, beside what the list tells of."""
    return [CONFIRMED, NEW]


def rewritten() -> tuple[CertificateFacts, CertificateFacts]:
    """Return what was signed under a number, and what the register was made to say under it."""
    return REWRITTEN, replace(REWRITTEN, name="Азизов Фаррух")


def check_lists(day: str = _DAY) -> SignedTrust:
    """Return what the check page carries."""
    whole = [_registered(facts) for facts in registered()]
    whole += [Registered(REWRITTEN.serial, ""), *revoked().registered]
    return sign_check_lists(trust(), replace(revoked(), day=day), tuple(whole), ROOT_SEED)


def cases() -> Iterator[Case]:
    """Return the table."""
    good, text = told(CONFIRMED), signed(CONFIRMED)
    yield Case("confirmed", text, "valid_confirmed", good)
    yield Case("not in the register yet", signed(of(99)), "valid_unconfirmed", told(of(99)))
    yield Case("a replacement", signed(NEW), "valid_confirmed", told(NEW))
    yield Case("void", signed(VOID), "revoked", told(VOID))
    yield Case("void, known by its number", signed(VOID_BY_NUMBER), "revoked", told(VOID_BY_NUMBER))
    yield Case("replaced", signed(REPLACED), "replaced", told(REPLACED))
    yield Case("another one with the number of a void one", signed(TWIN), "revoked", told(TWIN))
    blank = replace(VOID, name=f"{VOID.name} ")
    yield Case("a void one, signed again with one more blank", signed(blank), "revoked", told(blank))
    third = of(49, name="Саидов Умед")
    yield Case("of two under one number the one that holds", signed(KEPT), "valid_confirmed", told(KEPT))
    yield Case("of two under one number the one that is void", signed(DROPPED), "revoked", told(DROPPED))
    yield Case("a third one under their number", signed(third), "revoked", told(third))
    yield from _numbers()
    yield Case("hardly anything in it", signed(SHORT), "valid_unconfirmed", told(SHORT))
    yield Case("long, with letters beyond KOI8-T", signed(LONG), "valid_unconfirmed", told(LONG))
    yield Case("by a stranger's key", signed(CONFIRMED, STRANGER), "unknown_issuer", good)
    yield Case("by a laptop that may not issue", signed(CONFIRMED, K9), "unknown_issuer", good)
    yield Case("another name", forged(text, name="Гулмуродова Зебо"), "altered")
    yield Case("a stranger's signature under a known key's name", forged(text, STRANGER), "altered")
    yield Case("cut short", text[:-3], "altered")
    yield Case("in small letters", text[:5] + text[5:].lower(), "altered")
    for name, day, result in (
        ("before the key was withdrawn", "2018-10-19", "key_revoked"),
        ("on the day the key was withdrawn", "2018-10-20", "key_revoked"),
        ("after the key was withdrawn", "2018-11-02", "key_revoked"),
    ):
        facts = of(11, "K8", issued_on=day)
        yield Case(name, signed(facts, K8), result, told(facts))
    yield Case("held before the key was withdrawn", signed(OF_K8, K8), "valid_confirmed", told(OF_K8))
    late = told(LATE_OF_K8)
    yield Case("held before, with a later day on it", signed(LATE_OF_K8, K8), "valid_confirmed", late)
    both = of(12, "K8", issued_on="2018-10-21")
    yield Case("void, and by a withdrawn key", signed(both, K8), "revoked", told(both))
    yield Case("lists of half a year", text, "valid_confirmed", good, today="2019-05-03")
    yield Case("lists too old", text, "valid_confirmed", good, today="2019-05-04", old=True)
    yield Case("void, by lists too old", signed(VOID), "revoked", told(VOID), today="2020-01-01", old=True)
    yield Case("altered, by lists too old", text[:-3], "altered", today="2020-01-01", old=True)
    yield Case("no lists at all", text, "unknown_issuer", good, old=True, lists=False)
    yield Case("typed under a Russian layout", text.translate(_RUSSIAN), "valid_confirmed", good)
    yield Case("typed under a Tajik layout", text.translate(_TAJIK), "valid_confirmed", good)
    yield Case("with a scanner's line end", f"{text}\r\n", "valid_confirmed", good)
    yield from _badges()
    yield from _odd_codes()
    yield from _odd_badges()
    yield Case("of a newer program", "TRC2:" + text[5:], code="credential.too_new")
    yield Case("an address", "https://example.org/TRC1", code="credential.unreadable")
    yield Case("something typed", "Гулмуродова", code="credential.unreadable")


def _numbers() -> Iterator[Case]:
    """Return the part of the table that is about whose number it is, and what the register has under it."""
    stolen, other = of(50), of(42, name="Азизов Фаррух")
    yield Case("a number of another laptop", signed(stolen, K4), "wrong_number", told(stolen))
    yield Case("a badge with a number of another laptop", badge(stolen, K4), "wrong_number", told(stolen))
    void = signed(VOID, K4)
    yield Case("a void number of another laptop", void, "wrong_number", told(VOID))
    elsewhere = issue_credential(stolen, K7, "KHJ")
    yield Case("in the name of another office", elsewhere, "unknown_issuer", told(stolen))
    foreign = replace(FACTS, serial=make_serial("KHJ", 2018, "K7", 51))
    yield Case("a number of another office", signed(foreign), "wrong_number", told(foreign))
    both = issue_credential(foreign, K7, "KHJ")
    yield Case("number and name of another office", both, "unknown_issuer", told(foreign))
    good = of(51).serial
    for name, serial in (
        ("check digits that do not fit", f"{good[:-2]}{97 - int(good[-2:]):02}"),
        ("a number in small letters", good.lower()),
        ("a number without its hyphens", good.replace("-", "")),
        ("a number with a blank", f"{good} "),
        ("a number with Cyrillic letters", good.replace("K", "К")),
        ("something else for a number", "1"),
    ):
        facts = replace(FACTS, serial=serial)
        yield Case(name, signed(facts), "wrong_number", told(facts))
    for keys, result in ((K7, "valid_unconfirmed"), (K4, "wrong_number")):
        alone = replace(FACTS, serial=make_serial(ALONE, 2018, own_device_code(K7.key_id), 5))
        text = issue_credential(alone, keys, ALONE)
        yield Case(f"from before the office, {result}", text, result, told(alone))
    yield Case("another one under a number of the register", signed(other), "contradicts", told(other))
    yield Case("a badge under a number of the register", badge(other), "contradicts", told(other))
    yield Case("rewritten in the register", signed(REWRITTEN), "contradicts", told(REWRITTEN))


def _badges() -> Iterator[Case]:
    """Return the part of the table that is about Open Badges."""
    good, token = told(CONFIRMED), badge(CONFIRMED)
    yield Case("a badge", token, "valid_confirmed", good)
    yield Case("a badge broken by a letter", f"{token[:76]}\r\n{token[76:]}\n", "valid_confirmed", good)
    yield Case("a badge not in the register yet", badge(of(99)), "valid_unconfirmed", told(of(99)))
    yield Case("a badge with hardly anything in it", badge(SHORT), "valid_unconfirmed", told(SHORT))
    yield Case("a void badge", badge(VOID), "revoked", told(VOID))
    yield Case("a badge, void by its number", badge(VOID_BY_NUMBER), "revoked", told(VOID_BY_NUMBER))
    yield Case("a badge with the number of a void one", badge(TWIN), "revoked", told(TWIN))
    yield from _strange_insides()
    yield Case("a replaced badge", badge(REPLACED), "replaced", told(REPLACED))
    yield Case("a badge by a stranger's key", badge(CONFIRMED, STRANGER), "unknown_issuer", good)
    late = of(11, "K8", issued_on="2018-11-02")
    yield Case("a badge by a withdrawn key", badge(late, K8), "key_revoked", told(late))
    for place, name in enumerate(("header", "document", "signature")):
        yield Case(f"a badge with another {name}", spoiled(token, place), "altered")
    head, rest = badge(CONFIRMED, STRANGER).split(".", 1)
    yield Case("a badge under a stranger's header", f"{head}.{token.split('.', 1)[1]}", "altered")
    yield Case("a stranger's badge, altered", f"{head}.{rest[:-9]}AAAAAAAAA", "altered")
    foreign = token.split(".")
    other = base64.urlsafe_b64encode(b'{"iss":"somebody"}').decode().rstrip("=")
    yield Case("somebody's token", f"{foreign[0]}.{other}.{foreign[2]}", code="credential.unreadable")


def _strange_insides() -> Iterator[Case]:
    """Return badges that do not contain the code of what they say."""
    forged = replace(CONFIRMED, name="Азизов Фаррух")
    own = of(50, "K4")
    for name, facts, keys, inside in (
        ("of another laptop", CONFIRMED, K4, signed(CONFIRMED)),
        ("of another laptop, and another name", forged, K4, signed(CONFIRMED)),
        ("of an invented number", of(99_999), K4, signed(CONFIRMED)),
        ("of its own for another name", replace(own, name="Азизов Фаррух"), K4, signed(own, K4)),
        ("of its own for another day", replace(own, issued_on="2018-10-01"), K4, signed(own, K4)),
        ("of its own for fewer facts", replace(own, rank=""), K4, signed(own, K4)),
        ("of the same laptop for somebody else", forged, K7, signed(CONFIRMED)),
        ("that was changed", CONFIRMED, K7, forged_code(CONFIRMED)),
    ):
        yield Case(f"a badge with a code {name}", issue_badge(facts, keys, "DSH", inside), "altered")


def forged_code(facts: CertificateFacts) -> str:
    """Return a code in the name of its laptop that a stranger signed."""
    return forged(signed(facts), STRANGER)


def sealed(claims: object, protected: object = None) -> str:
    """Return a code that a known laptop signed rightly, made of anything; bytes are a payload as they are."""
    header = cbor2.dumps({1: -8, 4: K7.key_id} if protected is None else protected, canonical=True)
    payload = claims if isinstance(claims, bytes) else cbor2.dumps(claims, canonical=True)
    key = Ed25519PrivateKey.from_private_bytes(K7.seed)
    signature = key.sign(cbor2.dumps(["Signature1", header, b"", payload]))
    message = cbor2.dumps(cbor2.CBORTag(18, [header, {}, payload, signature]), canonical=True)
    coded: str = base45.b45encode(message).decode()
    return PREFIX + coded


_PLAIN = {1: of(60).serial, 2: 0, 3: "Азизов"}
_TOLD = {
    "serial": of(60).serial,
    "kind": "completion",
    "name": "Азизов",
    "course_kind": "course",
    "issued_on": "2018-10-18",
}


def claims(other: Mapping[Any, Any] | None = None, **facts: Any) -> dict[Any, Any]:
    """Return the claims of a small code; facts by number as "n3", others beside them."""
    changed = _PLAIN | {int(name[1:]): value for name, value in facts.items()}
    return {1: "DSH", 6: 1_539_820_800, -65537: changed, **(other or {})}


def strange_payloads(count: int) -> list[bytes]:
    """Return payloads in which a piece was changed for another one, the same each time."""
    source = random.Random(13)
    plain = cbor2.dumps(claims({99: ["x", {1: True}]}, n8=17_819, n10=1650), canonical=True)
    pieces = [
        cbor2.dumps(each, canonical=True)
        for each in (
            None,
            True,
            0,
            -1,
            23,
            24,
            2**32,
            2**53,
            2**64,
            1.5,
            "",
            "ӣ",
            b"",
            b"\xff",
            [],
            [1],
            {},
            {1: 2},
        )
    ] + [
        b"\xc1\x05",
        b"\xd8\x25\x61a",
        b"\xf7",
        b"\xf8\x63",
        b"\x18\x05",
        b"\x9f\xff",
        b"\x7f\xff",
        b"\x62\xc3\x28",
    ]
    found = []
    for _ in range(count):
        payload = bytearray(plain)
        for _ in range(source.randrange(3)):
            at = source.randrange(len(payload))
            piece = source.choice([*pieces, source.randbytes(1), source.randbytes(1), payload[at : at + 1]])
            payload[at : at + source.choice((1, len(piece)))] = piece
        found.append(bytes(payload))
    return found


def _odd_codes() -> Iterator[Case]:
    """Return codes that a known laptop has signed and no program of ours writes."""
    yield Case("hardly anything, by hand", sealed(claims()), "valid_unconfirmed", _TOLD)
    newer = claims({99: [1, "x", b"x", {1: None, "a": False}]}, n20="of a newer program")
    yield Case("what a newer program adds", sealed(newer), "valid_unconfirmed", _TOLD)
    long_ago = _TOLD | {"issued_on": "1969-12-31", "first_day": "1969-12-31"}
    yield Case("a day before 1970", sealed(claims({6: -1}, n8=-1)), "valid_unconfirmed", long_ago)
    yield Case("a tag for a UUID over a text", "TRC1:SERE9E:DC:DC:DC:DC:DC:DC:DC72", "altered")
    odd: dict[str, object] = {
        "a UUID": cbor2.CBORTag(37, "a" * 16),
        "a moment": cbor2.CBORTag(1, 5),
        "a large number": 2**64,
        "a set": cbor2.CBORTag(258, [1]),
        "an expression": cbor2.CBORTag(35, "(("),
        "a tag of nobody": cbor2.CBORTag(60_000, "a"),
        "half a number": 1.5,
        "no number": float("nan"),
        "nothing known": cbor2.undefined,
        "a simple value": cbor2.CBORSimpleValue(99),
        "too large for a browser": 2**53,
    }
    for name, value in odd.items():
        yield Case(f"{name} in an unknown claim", sealed(claims({99: value})), "altered")
        yield Case(f"{name} for a name", sealed(claims(n3=value)), "altered")
    for name, value in (("nothing", None), ("a list", ["a"]), ("a map", {1: "a"}), ("true", True), ("5", 5)):
        yield Case(f"{name} for a name", sealed(claims(n3=value)), "altered")
        yield Case(f"{name} for the office", sealed(claims({1: value})), "altered")
    for name, number, value in (
        ("true for the kind", 2, True),
        ("words for the kind", 2, "completion"),
        ("a third kind", 2, 2),
        ("true for hours", 10, True),
        ("words for hours", 10, "16"),
        ("half a day", 8, 1.5),
        ("a day too far", 8, 2**40),
        ("true for a day", 9, True),
    ):
        yield Case(name, sealed(claims(**{f"n{number}": value})), "altered")
    yield Case("true for the day of issue", sealed(claims({6: True})), "altered")
    yield Case("a day of issue too far", sealed(claims({6: 2**50})), "altered")
    for name, key in (("true", True), ("a list", (1, 2)), ("bytes", b"x"), ("nothing", None), ("1.0", 1.0)):
        payload = cbor2.dumps(claims(), canonical=True)
        written = cbor2.dumps(key, canonical=True) + b"\x01"
        yield Case(f"{name} for a key", sealed(bytes([payload[0] + 1]) + payload[1:] + written), "altered")
    deep: Any = 1
    for _ in range(20):
        deep = [deep]
    yield Case("lists in lists in lists", sealed(claims({99: deep})), "altered")
    yield Case("a list for claims", sealed([1]), "altered")
    yield Case("a list for a header", sealed(claims(), [1, 4]), "altered")
    yield Case("of a program with Arabic numbers", "TRC\u0661:ABC", code="credential.unreadable")


def _token(header: Mapping[str, Any], body: str | bytes) -> str:
    """Return a badge that a known laptop signed rightly, made of anything."""
    written = body.encode() if isinstance(body, str) else body
    parts = [
        base64.urlsafe_b64encode(part).decode().rstrip("=") for part in (json.dumps(header).encode(), written)
    ]
    signature = Ed25519PrivateKey.from_private_bytes(K7.seed).sign(".".join(parts).encode())
    return ".".join([*parts, base64.urlsafe_b64encode(signature).decode().rstrip("=")])


def _odd_badges() -> Iterator[Case]:
    """Return badges that a known laptop has signed and no program of ours writes."""
    head = json.loads(base64.urlsafe_b64decode(badge(of(61)).split(".")[0] + "=="))
    printed = {"facts": told(of(61)) | {"replaces": ""}, "credential": signed(of(61))}
    plain = told(of(61))

    def own(name: str = "", value: Any = None, **other: Any) -> str:
        """Return the document with another fact or another member beside the facts."""
        facts = {**printed["facts"], **({name: value} if name else {})}
        return json.dumps({"printedFacts": {**printed, "facts": facts, **other}})

    yield Case("a badge by hand", _token(head, own()), "valid_unconfirmed", plain)
    yield Case(
        "a badge, whole hours with a point", _token(head, own("hours", 1650.0)), "valid_unconfirmed", plain
    )
    endless = own(unknown=5).replace('"unknown": 5', '"unknown": ' + "9" * 5_000)
    yield Case("a badge, an endless unknown number", _token(head, endless), "valid_unconfirmed", plain)
    odd = {"an object": {"toString": 1}, "a number": 5, "nothing": None, "a list": ["a"], "true": True}
    for name, value in odd.items():
        strange = {**head, "jwk": {**head["jwk"], "x": value}}
        yield Case(f"a badge, {name} for its key", _token(strange, own()), "altered")
        yield Case(f"a badge, {name} for its code", _token(head, own(credential=value)), "altered")
        for fact in ("issued_on", "name", "serial", "kind", "first_day", "replaces"):
            yield Case(f"a badge, {name} for {fact}", _token(head, own(fact, value)), "altered")
        if name != "a number":
            yield Case(f"a badge, {name} for hours", _token(head, own("hours", value)), "altered")
        if name != "an object":
            text = _token(head, own(facts=value))
            yield Case(f"a badge, {name} for its facts", text, code="credential.unreadable")
        alone = _token({**head, "jwk": value}, own())
        yield Case(f"a badge, {name} for all of its key", alone, code="credential.unreadable")
    for name, value in (
        ("no code", ""),
        ("an id for a code", "0" * 32),
        ("an address for a code", "https://a.b"),
    ):
        yield Case(f"a badge, {name}", _token(head, own(credential=value)), "altered")
    for fact, value in (
        ("hours", 1650.5),
        ("hours", 2**53),
        ("kind", "toString"),
        ("first_day", "2018-10-15T00:00:00Z"),
        ("first_day", "2018-02-30"),
        ("last_day", "October 18, 2018"),
        ("issued_on", ""),
        ("issued_on", "2018-1-1"),
        ("name", ""),
        ("name", "\ud83d"),
        ("serial", "\udc00"),
    ):
        yield Case(f"a badge, {fact} {value!a}", _token(head, own(fact, value)), "altered")
    for name, text in (
        ("NaN", own("hours", float("nan"))),
        ("a number without end", own("hours", 1650).replace('"hours": 1650', '"hours": 1e400')),
        ("a mark of byte order", "\ufeff" + own()),
        ("a thousand lists", own(credential="x").replace('"x"', "[" * 1_000 + "]" * 1_000)),
        ("UTF-16", own().encode("utf-16")),
        ("no document", "[]"),
    ):
        yield Case(f"a badge, {name}", _token(head, text), "altered")


def document() -> dict[str, Any]:
    """Return everything as the file holds it."""
    return {
        "trust": msgspec.to_builtins(trust(), enc_hook=dict),
        "revoked": msgspec.to_builtins(revoked()),
        "registered": [signed(facts) for facts in registered()],
        "check_lists": {name: getattr(check_lists(), name).decode() for name in ("data", "signature")},
        "every_bit": signed(CONFIRMED),
        "cases": [dataclasses.asdict(case) for case in cases()],
    }


def written() -> str:
    """Return the text of the file."""
    return json.dumps(document(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
