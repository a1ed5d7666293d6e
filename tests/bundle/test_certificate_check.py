"""Whose a row of the register is: the laptop's in the serial, if the row says what that laptop signed."""

import json

import msgspec
import pytest

from tests.bundle.test_credential import FACTS, KEYS
from trainer_app.bundle.badge import issue_badge
from trainer_app.bundle.certificate_check import issuer_of_row
from trainer_app.bundle.credential import issue_credential
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.bundle.trust import Device, TrustedKeys
from trainer_app.domain.base.structs import replace
from trainer_app.domain.certificates.certificates import CertificateFacts
from trainer_app.domain.certificates.serials import ALONE, make_serial, own_device_code

OTHER = DeviceKeys.generate()
K7 = Device("K7", "", KEYS.signing_key, KEYS.recipient, may_issue=True)
K4 = Device("K4", "", OTHER.signing_key, OTHER.recipient, may_issue=True)
TRUSTED = TrustedKeys({each.key_id: each for each in (K7, K4)}, office="DSH")


def row(facts: CertificateFacts = FACTS, keys: DeviceKeys = KEYS, office: str = "DSH") -> dict[str, str]:
    """Return the fields of a row as a laptop writes them."""
    credential = issue_credential(facts, keys, office)
    return {
        "serial": facts.serial,
        "facts": msgspec.json.encode(facts).decode(),
        "credential": credential,
        "badge": issue_badge(facts, keys, office, credential),
    }


def issuer(trusted: TrustedKeys = TRUSTED, **fields: str) -> Device | None:
    return issuer_of_row(keys=trusted, **{**row(), **fields})


def test_a_row_is_its_laptop_s_also_without_a_badge_and_after_the_key_was_withdrawn() -> None:
    assert issuer() == K7
    assert issuer(badge="") == K7
    gone = replace(K7, revoked_on="2018-11-01")
    assert issuer(TrustedKeys({gone.key_id: gone}, office="DSH")) == gone


@pytest.mark.parametrize(
    ("fact", "value"), [("name", "Азизов Фаррух"), ("hours", 1), ("issued_on", "2018-10-19"), ("rank", "")]
)
def test_a_row_that_says_something_else_than_was_signed_is_nobody_s(fact: str, value: object) -> None:
    """C1, H8: another laptop rewrites the facts of a certificate."""
    changed = json.dumps(json.loads(row()["facts"]) | {fact: value})
    assert issuer(facts=changed) is None
    assert issuer(facts=changed, badge="") is None


def test_what_stands_in_the_badge_alone_is_bound_too() -> None:
    changed = json.dumps(json.loads(row()["facts"]) | {"course_title_en": "Something else"})
    assert issuer(facts=changed) is None


def test_the_number_of_another_laptop_is_nobody_s() -> None:
    """H8: K4 signs a number of K7."""
    assert issuer(**row(keys=OTHER)) is None
    own = replace(FACTS, serial=make_serial("DSH", 2018, "K4", 42))
    assert issuer(**row(own, OTHER)) == K4
    assert issuer(**{**row(own, OTHER), "serial": FACTS.serial}) is None
    assert issuer(**{**row(own, OTHER), "badge": row()["badge"]}) is None


@pytest.mark.parametrize("office", ["KHJ", "OWN"])
def test_another_office_s_number_is_nobody_s(office: str) -> None:
    """H8: claim 1 names another office."""
    assert issuer(**row(office=office)) is None
    named = replace(FACTS, serial=make_serial(office, 2018, "K7", 42))
    assert issuer(**row(named, office=office)) is None
    assert issuer(**row(named)) is None


def test_numbers_from_before_it_had_an_office_stay_its_own() -> None:
    alone = replace(FACTS, serial=make_serial(ALONE, 2018, own_device_code(KEYS.key_id), 3))
    assert issuer(**row(alone, office=ALONE)) == K7
    assert issuer(**row(replace(alone, serial=alone.serial.replace("-0000", "-1000")), office=ALONE)) is None


@pytest.mark.parametrize("field", ["facts", "credential"])
@pytest.mark.parametrize("text", ["", "x", "{}", "null", "TRC1:"])
def test_what_cannot_be_read_is_nobody_s(field: str, text: str) -> None:
    assert issuer(**{field: text}) is None


@pytest.mark.parametrize("text", ["x", "a.b.c", "eyJ.a.b"])
def test_a_badge_that_cannot_be_read_is_none(text: str) -> None:
    assert issuer(badge=text) is None


def test_a_laptop_that_may_not_issue_signs_nothing() -> None:
    barred = replace(K7, may_issue=False)
    assert issuer(TrustedKeys({barred.key_id: barred}, office="DSH")) is None
    assert issuer(TrustedKeys({K4.key_id: K4}, office="DSH")) is None
