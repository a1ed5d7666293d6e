"""The ledger's file: each line proves itself, the whole is signed, and nothing speaks without its key."""

import base64
import hashlib
import json
from pathlib import Path

import pytest

from tests.bundle.test_third_parties import run
from trainer_app.bundle import erasing, sealing
from trainer_app.bundle.erasing import ErasedRows, LedgerState
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.domain.base.journal import new_key
from trainer_app.domain.exchange.laptops import LEDGER_KEY_LENGTH
from trainer_app.domain.office.erasing import Erasure

KEY = bytes(range(LEDGER_KEY_LENGTH))
PEOPLE = [new_key() for _ in range(5)]
RECORD = Erasure(new_key(), "person", None, "M. Saidova", "asked in writing", person=PEOPLE[0])


@pytest.fixture(scope="module")
def signer() -> DeviceKeys:
    return DeviceKeys.generate()


@pytest.fixture(scope="module")
def paper() -> str:
    return sealing.new_identity()


@pytest.fixture(scope="module")
def lines() -> list[str]:
    return [
        erasing.write_line(KEY, f"2019-03-0{place + 1}", ErasedRows(people=(person,), record=RECORD))
        for place, person in enumerate(PEOPLE)
    ]


@pytest.fixture(scope="module")
def data(lines: list[str], signer: DeviceKeys, paper: str) -> bytes:
    sealed = erasing.seal_key(KEY, [sealing.recipient_of(paper)])
    return erasing.write_ledger(KEY, sealed, lines, signer)


def people_in(data: bytes) -> list[str]:
    found = (erasing.open_line(KEY, line) for line in erasing.read_ledger(data, []).lines)
    return [line.rows.people[0] for line in found if line is not None]


def test_it_is_read_as_it_was_written(data: bytes, signer: DeviceKeys, paper: str) -> None:
    found = erasing.read_ledger(data, [signer.signing_key])
    assert (found.state, found.edition, found.key) == (LedgerState.WHOLE, 5, erasing.key_name(KEY))
    assert erasing.open_key(found, [paper]) == KEY
    assert erasing.open_key(found, [sealing.new_identity()]) is None
    line = erasing.open_line(KEY, found.lines[0])
    assert line is not None
    assert (line.day, line.rows.record) == ("2019-03-01", RECORD)


def test_another_key_opens_no_line_and_finds_no_name(lines: list[str]) -> None:
    other = bytes(LEDGER_KEY_LENGTH)
    assert [erasing.open_line(other, line) for line in lines] == [None] * len(lines)
    names = {name for line in lines for name in json.loads(line)["names"]}
    assert {erasing.name_of(KEY, person) for person in PEOPLE} == names
    assert names.isdisjoint(erasing.name_of(other, person) for person in PEOPLE)


def test_wherever_it_is_cut_its_whole_lines_count(data: bytes, signer: DeviceKeys) -> None:
    ends = [place for place, byte in enumerate(data) if byte == 10]
    for size in range(0, len(data) - 1, 7):
        found = erasing.read_ledger(data[:size], [signer.signing_key])
        assert found.state is LedgerState.DAMAGED
        whole = max(0, sum(end <= size for end in ends) - 1)
        assert people_in(data[:size]) == PEOPLE[:whole]


def test_no_changed_byte_of_a_line_passes_for_the_same(data: bytes, signer: DeviceKeys) -> None:
    for place in range(0, data.rindex(b'{"minisig"'), 11):
        changed = bytearray(data)
        changed[place] ^= 1
        found = erasing.read_ledger(bytes(changed), [signer.signing_key])
        assert found.state is not LedgerState.WHOLE
        assert set(people_in(bytes(changed))) <= set(PEOPLE)


def test_a_line_that_was_put_together_by_hand_is_none(lines: list[str]) -> None:
    first, second = (json.loads(line) for line in lines[:2])
    mixed = {**first, "names": second["names"]}
    later = {**first, "day": "2020-01-01"}
    for made in (mixed, later, {}, [], "x", {"day": 1}):
        assert erasing.open_line(KEY, json.dumps(made, separators=(",", ":"))) is None


def test_another_signer_is_not_believed_and_the_lines_are(data: bytes) -> None:
    stranger = DeviceKeys.generate()
    found = erasing.read_ledger(data, [stranger.signing_key])
    assert (found.state, people_in(data)) == (LedgerState.DAMAGED, PEOPLE)


@pytest.mark.parametrize(
    "odd", [b"", b"\n" * 1000, b"{}", b'{"format":"trainer-ledger","version":1}', b"[" * 99_999]
)
def test_what_is_no_ledger_is_damage(odd: bytes) -> None:
    assert erasing.read_ledger(odd, []).state is LedgerState.DAMAGED
    assert people_in(odd) == []


def test_one_of_a_newer_program_is_known_as_such(data: bytes) -> None:
    newer = data.replace(b'"version":1', b'"version":2', 1)
    assert erasing.read_ledger(newer, []).state is LedgerState.NEWER


def test_other_programs_check_the_signature_and_the_hashes(
    data: bytes, signer: DeviceKeys, tmp_path: Path
) -> None:
    """As FORMAT.md says it: minisign over all lines but the last, BLAKE2b of Python's own."""
    *signed, last = data.rstrip(b"\n").split(b"\n")
    (tmp_path / "ledger").write_bytes(b"\n".join(signed) + b"\n")
    (tmp_path / "ledger.minisig").write_text(json.loads(last)["minisig"])
    public = sealing.minisign_public(signer.signing_key)
    told = run("minisign", "-V", "-P", public, "-m", "ledger", cwd=tmp_path)
    assert told.returncode == 0, told.stderr
    assert b"trainer ledger 1" in told.stdout
    name = hashlib.blake2b(PEOPLE[0].encode(), key=KEY, person=b"trainer row", digest_size=16).hexdigest()
    line = json.loads(signed[1])
    assert line["names"] == [name]
    assert PEOPLE[0].encode() not in base64.b64decode(line["sealed"])
