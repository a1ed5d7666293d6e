"""The Open Badge: all that is printed, the same for the same facts, and refused when a bit was changed."""

import base64
import json
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bundle.parts import code_of
from tests.bundle.test_credential import FACTS, KEYS, TEXT
from trainer_app.bundle.badge import MAX_BADGE, check_badge, did_of, is_badge, issue_badge, read_badge
from trainer_app.bundle.credential import issue_credential
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.domain.base.structs import replace
from trainer_app.domain.certificates.certificates import CertificateFacts, CertificateKind

CREDENTIAL = TEXT
BADGE = issue_badge(FACTS, KEYS, "DSH", CREDENTIAL)


def part(badge: str, number: int) -> dict[str, Any]:
    """Return the header (0) or the document (1) as JSON, read by hand."""
    text = badge.split(".")[number]
    found: dict[str, Any] = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    return found


def issued(facts: CertificateFacts) -> dict[str, Any]:
    """Return the document of the badge of other facts."""
    return part(issue_badge(facts, KEYS, "DSH", issue_credential(facts, KEYS, "DSH")), 1)


def everything(value: object) -> str:
    """Return all texts of a document in one."""
    return json.dumps(value, ensure_ascii=False)


def test_it_holds_every_printed_fact_as_it_was_frozen() -> None:
    own = part(BADGE, 1)["printedFacts"]
    facts = json.loads(msgspec.json.encode(FACTS))
    # The wording alone needs it: a badge, which is handed on, does not tell it.
    del facts["gender"]
    assert own == {"credential": CREDENTIAL, "facts": facts}
    read = read_badge(BADGE)
    assert (read.facts, read.credential, read.kid) == (own["facts"], CREDENTIAL, KEYS.key_id)


def test_open_badges_own_members_say_it_too() -> None:
    document = part(BADGE, 1)
    subject = document["credentialSubject"]
    achievement = subject["achievement"]
    assert [item["identityHash"] for item in subject["identifier"]] == [FACTS.name, FACTS.latin]
    assert {(item["identityType"], item["hashed"]) for item in subject["identifier"]} == {("name", False)}
    assert (subject["licenseNumber"], subject["role"]) == (FACTS.serial, FACTS.rank)
    assert (achievement["name"], achievement["humanCode"]) == (FACTS.course_title, FACTS.course_code)
    assert achievement["achievementType"] == "CertificateOfCompletion"
    assert achievement["criteria"]["narrative"].startswith("Курсро")
    assert subject["activityStartDate"] == "2018-10-15T00:00:00Z"
    assert subject["result"][0]["value"] == "16.5"
    assert subject["result"][0]["resultDescription"] == achievement["resultDescription"][0]["id"]
    assert document["issuer"]["name"] == FACTS.organiser
    assert document["issuer"]["otherIdentifier"][0]["identifier"] == "DSH"
    assert "@" not in everything(
        {name: value for name, value in document.items() if name != "@context"}
    ).replace("@context", "")


def test_the_claims_of_the_token_repeat_the_document() -> None:
    document = part(BADGE, 1)
    assert document["iss"] == document["issuer"]["id"] == did_of(KEYS.signing_key)
    assert document["sub"] == document["credentialSubject"]["id"]
    assert document["jti"] == document["id"]
    assert (document["nbf"], document["validFrom"]) == (1539820800, "2018-10-18T00:00:00Z")


def test_the_header_holds_the_public_key_alone_and_nothing_that_open_badges_forbids() -> None:
    header = part(BADGE, 0)
    assert set(header) == {"alg", "jwk", "kid", "typ"}
    assert (header["alg"], header["typ"]) == ("EdDSA", "JWT")
    assert set(header["jwk"]) == {"crv", "kty", "x"}
    did, _, name = header["kid"].partition("#")
    assert did == f"did:key:{name}"


def test_the_key_s_address_is_the_one_of_the_did_key_method() -> None:
    # From the method's own examples, Ed25519.
    public = bytes.fromhex("2e6fcce36701dc791488e0d0b1745cc1e33a4c1c9fcc41c63bd343dbbe0970e6")
    assert did_of(public) == "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"


def test_one_course_is_one_achievement_and_each_certificate_another_badge() -> None:
    other = replace(FACTS, serial="DSH-2018-K7-00043-95", name="Азизов Фаррух")
    first, second = (issued(each) for each in (FACTS, other))
    assert first["credentialSubject"]["achievement"]["id"] == second["credentialSubject"]["achievement"]["id"]
    for name in ("id", "sub"):
        assert first[name] != second[name]
    attended = replace(FACTS, kind=CertificateKind.ATTENDANCE)
    third = issued(attended)["credentialSubject"]["achievement"]
    assert third["id"] != first["credentialSubject"]["achievement"]["id"]
    assert third["achievementType"] == "ext:CertificateOfAttendance"


def test_the_same_facts_give_the_same_text_and_only_the_key_that_signed_it_fits() -> None:
    assert issue_badge(FACTS, KEYS, "DSH", CREDENTIAL) == BADGE
    assert check_badge(BADGE, KEYS.signing_key)
    assert check_badge(BADGE + "\n", KEYS.signing_key)
    assert not check_badge(BADGE, DeviceKeys.generate().signing_key)
    assert not check_badge(BADGE, b"")


def test_every_bit_of_the_text_changed_is_refused() -> None:
    key = KEYS.signing_key
    for position in range(len(BADGE)):
        for bit in range(7):
            changed = BADGE[:position] + chr(ord(BADGE[position]) ^ 1 << bit) + BADGE[position + 1 :]
            assert not check_badge(changed, key), (position, bit)


def test_a_badge_under_another_key_in_its_header_is_refused() -> None:
    other = DeviceKeys.generate()
    header = issue_badge(FACTS, other, "DSH", CREDENTIAL).split(".")[0]
    _, document, signature = BADGE.split(".")
    forged = f"{header}.{document}.{signature}"
    assert read_badge(forged).signing_key == other.signing_key
    assert not check_badge(forged, other.signing_key)
    assert not check_badge(forged, KEYS.signing_key)


def wrapped(*parts: object) -> str:
    """Return a token of these documents with a signature of zeros."""
    texts = [base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts]
    return ".".join([*texts, "AA"])


HEADER = part(BADGE, 0)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "credential.unreadable"),
        (TEXT, "credential.unreadable"),
        ("eyJ.a", "credential.unreadable"),
        ("eyJ.!.a", "credential.altered"),
        (wrapped({"alg": "none"}, {}), "credential.unreadable"),
        (wrapped({"alg": "EdDSA", "jwk": 5}, {}), "credential.unreadable"),
        (wrapped(HEADER, {"vc": {}}), "credential.unreadable"),
        (wrapped(HEADER, {"printedFacts": {"facts": []}}), "credential.unreadable"),
        (wrapped(HEADER, []), "credential.altered"),
        (
            wrapped({**HEADER, "jwk": {**HEADER["jwk"], "x": "AAAA"}}, {"printedFacts": {"facts": {}}}),
            "credential.altered",
        ),
    ],
)
def test_what_is_no_badge_of_ours_is_told_apart(text: str, code: str) -> None:
    assert code_of(read_badge, text) == code
    assert not check_badge(text, KEYS.signing_key)


def test_it_is_known_by_its_look() -> None:
    assert is_badge(BADGE)
    assert not is_badge(TEXT)


def test_facts_that_no_change_could_hold_are_refused() -> None:
    endless = replace(FACTS, partner="й" * MAX_BADGE)
    assert code_of(issue_badge, endless, KEYS, "DSH", CREDENTIAL) == "credential.too_long"


@settings(max_examples=60)
@given(
    name=st.text(min_size=1, max_size=60).filter(lambda text: text.isprintable()),
    hours=st.integers(0, 100_000),
)
def test_any_facts_survive(name: str, hours: int) -> None:
    facts: CertificateFacts = replace(FACTS, name=name, latin="", hours=hours)
    badge = issue_badge(facts, KEYS, "DSH", CREDENTIAL)
    assert check_badge(badge, KEYS.signing_key)
    assert read_badge(badge).facts["name"] == name
    assert read_badge(badge).facts["hours"] == hours
