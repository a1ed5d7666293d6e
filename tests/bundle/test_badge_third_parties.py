"""Promise P8 for certificates: libraries that are not ours read and verify the badge and the code."""

import base64
import json
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from joserfc import jwt
from joserfc.errors import BadSignatureError, SecurityWarning
from joserfc.jwk import OKPKey
from jsonschema import Draft201909Validator
from openbadgeslib.ob3 import OB3VerificationError, OB3Verifier
from pycose.headers import KID, Algorithm
from pycose.keys import OKPKey as CoseKey
from pycose.keys.curves import Ed25519
from pycose.messages import CoseMessage, Sign1Message

from tests.bundle.test_badge import BADGE, CREDENTIAL
from tests.bundle.test_credential import FACTS, KEYS, cose
from trainer_app.bundle.badge import issue_badge
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.domain.base.structs import replace
from trainer_app.domain.certificates.certificates import CertificateFacts, CertificateKind

SCHEMA = Path(sys.prefix) / "schemas" / "ob_v3p0_achievementcredential_schema.json"
ATTENDED = replace(
    FACTS,
    kind=CertificateKind.ATTENDANCE,
    language="ru",
    latin="",
    rank="",
    partner="",
    organiser="",
    hours=0,
)


def part(badge: str, number: int) -> dict[str, Any]:
    """Return the header (0) or the document (1)."""
    text = badge.split(".")[number]
    found: dict[str, Any] = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    return found


def changed(badge: str) -> str:
    """Return a badge with one letter of its document changed."""
    header, document, signature = badge.split(".")
    return ".".join(
        (header, document[:40] + ("A" if document[40] != "A" else "B") + document[41:], signature)
    )


@pytest.fixture(scope="module")
def schema() -> Draft201909Validator:
    """Give the official schema of 1EdTech, which `packaging/dev.py` brings into the environment."""
    assert SCHEMA.is_file(), "run `python3 packaging/dev.py test` once: it brings the schema"
    document = json.loads(SCHEMA.read_text("utf-8"))
    return Draft201909Validator(document, format_checker=Draft201909Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("facts", [FACTS, ATTENDED], ids=["full", "hardly anything"])
def test_it_is_valid_against_the_official_schema(
    schema: Draft201909Validator, facts: CertificateFacts
) -> None:
    document = part(issue_badge(facts, KEYS, "DSH", CREDENTIAL), 1)
    assert [error.message for error in schema.iter_errors(document)] == []


@pytest.mark.parametrize(
    "path",
    [
        ("issuer",),
        ("validFrom",),
        ("credentialSubject", "achievement", "criteria"),
        ("credentialSubject", "achievement", "name"),
        ("credentialSubject", "identifier", 0, "identityType"),
        ("credentialSubject", "achievement", "resultDescription", 0, "resultType"),
    ],
)
def test_the_schema_finds_what_is_missing(schema: Draft201909Validator, path: tuple[Any, ...]) -> None:
    document = deepcopy(part(BADGE, 1))
    place: Any = document
    for name in path[:-1]:
        place = place[name]
    del place[path[-1]]
    assert list(schema.iter_errors(document))


def test_joserfc_verifies_the_token_by_the_key_in_its_header() -> None:
    key = OKPKey.import_key(part(BADGE, 0)["jwk"])
    with pytest.warns(SecurityWarning, match="RFC 9864"):
        token = jwt.decode(BADGE, key, algorithms=["EdDSA"])
    assert token.claims == part(BADGE, 1)
    with pytest.warns(SecurityWarning), pytest.raises(BadSignatureError):
        jwt.decode(changed(BADGE), key, algorithms=["EdDSA"])


@pytest.mark.parametrize("facts", [FACTS, ATTENDED], ids=["full", "hardly anything"])
def test_a_library_of_open_badges_verifies_it_from_the_issuer_s_address_alone(
    facts: CertificateFacts,
) -> None:
    badge = issue_badge(facts, KEYS, "DSH", CREDENTIAL)
    verifier = OB3Verifier.for_issuer_did(part(badge, 1)["issuer"]["id"])
    found = verifier.verify(badge)
    assert found.achievement.name == facts.course_title
    assert found.identifiers[0].identity_hash == facts.name
    assert f"{found.issuance_date:%Y-%m-%d}" == facts.issued_on
    with pytest.raises(OB3VerificationError):
        verifier.verify(changed(badge))


def test_it_does_not_verify_by_another_key() -> None:
    other = Ed25519PublicKey.from_public_bytes(DeviceKeys.generate().signing_key)
    pem = other.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    with pytest.raises(OB3VerificationError):
        OB3Verifier(pem).verify(BADGE)


def test_pycose_verifies_the_code_until_a_byte_of_it_changes() -> None:
    key = CoseKey(crv=Ed25519, x=KEYS.signing_key, optional_params={})
    message = CoseMessage.decode(cose())
    assert isinstance(message, Sign1Message)
    assert message.phdr[KID] == KEYS.key_id
    assert message.phdr[Algorithm].fullname == "EDDSA"
    message.key = key
    assert message.verify_signature()
    at = cose().index(FACTS.latin.encode())
    other = CoseMessage.decode(cose()[:at] + b"X" + cose()[at + 1 :])
    other.key = key
    assert not other.verify_signature()
