"""The request of a laptop: signed by itself, shown as digits, every change of it found."""

import json
import random

import pytest

from trainer_app.bundle import sealing
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.bundle.trust import read_request, write_request
from trainer_app.domain.base.errors import TrainerError

KEYS = DeviceKeys.generate()
REPLICA = "0123456789abcdef" * 2
SALT = bytes(range(16))
FILE = write_request(KEYS, "Ноутбуки кабуд", REPLICA, "2018-10-01", SALT)


def sign_again(**change: object) -> bytes:
    """Write a request that is signed rightly but says something else."""
    document = {**json.loads(json.loads(FILE)["request"]), **change}
    text = json.dumps(document)
    signature = KEYS.sign(text.encode(), sealing.Purpose.REQUEST)
    return json.dumps({"request": text, "minisig": signature.decode()}).encode()


def code_of(data: bytes) -> str:
    with pytest.raises(TrainerError) as problem:
        read_request(data)
    return problem.value.code


def test_a_request_says_what_was_written() -> None:
    request = read_request(FILE)
    assert (request.label, request.replica, request.day) == ("Ноутбуки кабуд", REPLICA, "2018-10-01")
    assert (request.signing_key, request.receiving_key) == (KEYS.signing_key, KEYS.recipient)
    assert request.salt == SALT
    assert request.key_id == KEYS.key_id
    assert request.fingerprint == KEYS.fingerprint


def test_no_secret_is_in_it() -> None:
    assert KEYS.identity.encode() not in FILE
    assert KEYS.identity[20:].lower().encode() not in FILE.lower()


def test_every_changed_byte_is_found_or_meaningless() -> None:
    source = random.Random(5)
    good = read_request(FILE)
    for position in range(len(FILE)):
        changed = bytearray(FILE)
        changed[position] ^= source.randrange(1, 256)
        try:
            assert read_request(bytes(changed)) == good
        except TrainerError as problem:
            code = problem.code
            if code not in ("bundle.bad_request", "bundle.too_new"):
                pytest.fail(f"{position}: {code}")


def test_an_exchanged_key_is_found() -> None:
    document = json.loads(FILE)
    other = DeviceKeys.generate()
    document["request"] = document["request"].replace(KEYS.recipient, other.recipient)
    assert code_of(json.dumps(document).encode()) == "bundle.bad_request"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"replica": "0" * 31}, "bundle.bad_request"),
        ({"replica": "../../etc"}, "bundle.bad_request"),
        ({"signing_key": "AAAA"}, "bundle.bad_request"),
        ({"salt": "AAAA"}, "bundle.bad_request"),
        ({"receiving_key": "age1nobody"}, "bundle.bad_recipient"),
        ({"format": "trainer-trust"}, "bundle.bad_request"),
        ({"version": 2}, "bundle.too_new"),
        ({"label": 5}, "bundle.bad_request"),
    ],
)
def test_a_malformed_request_is_refused_even_when_signed(change: dict[str, object], code: str) -> None:
    assert code_of(sign_again(**change)) == code


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[" * 50_000,
        b'{"request": 1, "minisig": 2}',
        b'{"request": "{}", "minisig": ""}',
        b'{"request": "\\ud800", "minisig": ""}',
        b" " * 100_000,
    ],
)
def test_what_is_no_request_is_refused(data: bytes) -> None:
    assert code_of(data) == "bundle.bad_request"
