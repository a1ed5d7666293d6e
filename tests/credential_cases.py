"""One table of certificates and what a check must say of each: for program, command line and page alike.

`python -m tests.credential_cases` writes `tests/data/credentials/cases.json`; a test holds it to this file.
The keys are for tests only. What is expected is written down here by hand; nothing that checks is asked.
"""

import base64
import dataclasses
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import base45
import cbor2
import msgspec

from trainer_app.bundle.badge import issue_badge
from trainer_app.bundle.credential import PREFIX, issue_credential, read_credential
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.bundle.signing import public_key_of
from trainer_app.bundle.trust import (
    Device,
    Office,
    RevocationList,
    Revoked,
    SignedTrust,
    TrustList,
    sign_trust,
)
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.certificates.certificates import CertificateFacts, CertificateKind
from trainer_app.domain.certificates.serials import make_serial

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


K7, K8, K9, STRANGER = (laptop(number) for number in (7, 8, 9, 10))
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
    return issue_badge(facts, keys, "DSH", read_credential(signed(facts, keys)).id)


def spoiled(token: str, place: int) -> str:
    """Return a badge with one letter changed in its middle: 0 the header, 1 the document, 2 the signature."""
    parts = token.split(".")
    at = len(parts[place]) // 2
    letter = "A" if parts[place][at] != "A" else "B"
    parts[place] = parts[place][:at] + letter + parts[place][at + 1 :]
    return ".".join(parts)


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
    """Return the office's laptops: K7 may issue, K8 until 20 October, K9 never."""
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
    )
    return RevocationList(
        "DSH",
        _DAY,
        tuple(
            Revoked(
                facts.serial,
                "replaced" if state == "replaced" else "void",
                _DAY,
                read_credential(signed(facts)).id if full else "",
            )
            for facts, state, full in known
        ),
    )


def registered() -> list[CertificateFacts]:
    """Return what stands in the office's register and holds."""
    return [CONFIRMED, NEW]


def cases() -> Iterator[Case]:
    """Return the table."""
    good, text = told(CONFIRMED), signed(CONFIRMED)
    yield Case("confirmed", text, "valid_confirmed", good)
    yield Case("not in the register yet", signed(of(99)), "valid_unconfirmed", told(of(99)))
    yield Case("a replacement", signed(NEW), "valid_confirmed", told(NEW))
    yield Case("void", signed(VOID), "revoked", told(VOID))
    yield Case("void, known by its number", signed(VOID_BY_NUMBER), "revoked", told(VOID_BY_NUMBER))
    yield Case("replaced", signed(REPLACED), "replaced", told(REPLACED))
    yield Case("another one with the number of a void one", signed(TWIN), "valid_unconfirmed", told(TWIN))
    yield Case("hardly anything in it", signed(SHORT), "valid_unconfirmed", told(SHORT))
    yield Case("long, with letters beyond KOI8-T", signed(LONG), "valid_unconfirmed", told(LONG))
    yield Case("by a stranger's key", signed(CONFIRMED, STRANGER), "unknown_issuer", good)
    yield Case("by a laptop that may not issue", signed(CONFIRMED, K9), "unknown_issuer", good)
    yield Case("another name", forged(text, name="Гулмуродова Зебо"), "altered")
    yield Case("a stranger's signature under a known key's name", forged(text, STRANGER), "altered")
    yield Case("cut short", text[:-3], "altered")
    yield Case("in small letters", text[:5] + text[5:].lower(), "altered")
    for name, day, result in (
        ("before the key was withdrawn", "2018-10-19", "valid_unconfirmed"),
        ("on the day the key was withdrawn", "2018-10-20", "key_revoked"),
        ("after the key was withdrawn", "2018-11-02", "key_revoked"),
    ):
        facts = of(11, "K8", issued_on=day)
        yield Case(name, signed(facts, K8), result, told(facts))
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
    yield Case("of a newer program", "TRC2:" + text[5:], code="credential.too_new")
    yield Case("an address", "https://example.org/TRC1", code="credential.unreadable")
    yield Case("something typed", "Гулмуродова", code="credential.unreadable")


def _badges() -> Iterator[Case]:
    """Return the part of the table that is about Open Badges."""
    good, token = told(CONFIRMED), badge(CONFIRMED)
    yield Case("a badge", token, "valid_confirmed", good)
    yield Case("a badge broken by a letter", f"{token[:76]}\r\n{token[76:]}\n", "valid_confirmed", good)
    yield Case("a badge not in the register yet", badge(of(99)), "valid_unconfirmed", told(of(99)))
    yield Case("a badge with hardly anything in it", badge(SHORT), "valid_unconfirmed", told(SHORT))
    yield Case("a void badge", badge(VOID), "revoked", told(VOID))
    yield Case("a badge, void by its number", badge(VOID_BY_NUMBER), "revoked", told(VOID_BY_NUMBER))
    yield Case("a badge with the number of a void one", badge(TWIN), "valid_unconfirmed", told(TWIN))
    yield Case("a replaced badge", badge(REPLACED), "replaced", told(REPLACED))
    yield Case("a badge by a stranger's key", badge(CONFIRMED, STRANGER), "unknown_issuer", good)
    late = of(11, "K8", issued_on="2018-11-02")
    yield Case("a badge by a withdrawn key", badge(late, K8), "key_revoked", told(late))
    for place, name in enumerate(("header", "document", "signature")):
        yield Case(f"a badge with another {name}", spoiled(token, place), "altered")
    head, rest = badge(CONFIRMED, STRANGER).split(".", 1)
    yield Case("a badge under a stranger's header", f"{head}.{token.split('.', 1)[1]}", "altered")
    yield Case("a stranger's badge, altered", f"{head}.{rest[:-9]}AAAAAAAAA", "altered")
    foreign = issue_badge(CONFIRMED, K7, "DSH", "").split(".")
    other = base64.urlsafe_b64encode(b'{"iss":"somebody"}').decode().rstrip("=")
    yield Case("somebody's token", f"{foreign[0]}.{other}.{foreign[2]}", code="credential.unreadable")


def document() -> dict[str, Any]:
    """Return everything as the file holds it."""
    return {
        "trust": msgspec.to_builtins(trust(), enc_hook=dict),
        "revoked": msgspec.to_builtins(revoked()),
        "registered": [signed(facts) for facts in registered()],
        "every_bit": signed(CONFIRMED),
        "cases": [dataclasses.asdict(case) for case in cases()],
    }


def written() -> str:
    """Return the text of the file."""
    return json.dumps(document(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
