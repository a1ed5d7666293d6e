"""Request and answer of a locked laptop: each answer opens for one request alone, by file and by voice."""

import json
from pathlib import Path

import pytest

from tests.bundle.test_third_parties import run
from trainer_app.bundle import encodings, recovery_request, sealing, vault
from trainer_app.bundle.recovery_request import RecoveryRequest
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.base.errors import TrainerError

PAPER, IDENTITY = sealing.new_identity(), sealing.new_identity()
RECIPIENT = sealing.recipient_of(IDENTITY)
KEY = DataKey.generate()
REQUEST = RecoveryRequest("Д. Назарова", "2018-10-17", RECIPIENT, KEY.salt, b"a blob")


def code_of(action: object, *args: object) -> str:
    assert callable(action)
    with pytest.raises(TrainerError) as caught:
        action(*args)
    return caught.value.code


def test_a_request_is_read_as_it_was_written() -> None:
    assert recovery_request.read_request(recovery_request.write_request(REQUEST)) == REQUEST
    assert recovery_request.hear_recipient(REQUEST.spoken) == RECIPIENT


def test_the_digits_depend_on_all_of_the_request() -> None:
    others = (
        RecoveryRequest("", "", sealing.recipient_of(sealing.new_identity()), KEY.salt, b"a blob"),
        RecoveryRequest("", "", RECIPIENT, bytes(16), b"a blob"),
        RecoveryRequest("", "", RECIPIENT, KEY.salt, b"another"),
    )
    assert len({REQUEST.fingerprint, *(one.fingerprint for one in others)}) == 4


def test_the_answer_opens_with_the_request_s_key_alone() -> None:
    answer = recovery_request.write_answer(KEY, RECIPIENT)
    assert recovery_request.read_answer(answer, IDENTITY) == KEY
    assert code_of(recovery_request.read_answer, answer, PAPER) == "recovery.other_request"
    assert code_of(recovery_request.read_answer, answer[:-1], IDENTITY) == "recovery.bad_answer"
    assert code_of(recovery_request.read_answer, b"", IDENTITY) == "recovery.bad_answer"


def test_what_is_read_aloud_is_nothing_without_the_request_s_key() -> None:
    said = recovery_request.speak_answer(KEY, RECIPIENT, PAPER)
    public = sealing.recipient_of(PAPER)
    assert recovery_request.hear_answer(said, IDENTITY, public, KEY.salt) == KEY
    overheard = encodings.read_spoken(said, 32)
    assert overheard != KEY.key
    for identity, salt in ((sealing.new_identity(), KEY.salt), (IDENTITY, bytes(16))):
        assert recovery_request.hear_answer(said, identity, public, salt).key != KEY.key
    again = recovery_request.speak_answer(KEY, sealing.recipient_of(sealing.new_identity()), PAPER)
    assert again != said, "a second request has another pad"


def test_a_key_that_would_hide_nothing_is_refused() -> None:
    nothing = recovery_request.hear_recipient(encodings.spoken_groups(bytes(32)))
    assert code_of(recovery_request.speak_answer, KEY, nothing, PAPER) == "recovery.bad_request"


@pytest.mark.parametrize(
    "change",
    [
        {"salt": "AAAA"},
        {"recipient": "age1nothing"},
        {"recipient": ""},
        {"format": "trainer-request"},
        {"recovery": 7},
        {"label": None},
    ],
)
def test_a_malformed_request_is_refused(change: dict[str, object]) -> None:
    document = json.loads(recovery_request.write_request(REQUEST)) | change
    assert code_of(recovery_request.read_request, json.dumps(document).encode()) == "recovery.bad_request"


def test_a_newer_request_is_refused_politely_and_unknown_members_are_not_looked_at() -> None:
    document = json.loads(recovery_request.write_request(REQUEST))
    newer = json.dumps(document | {"version": 2}).encode()
    assert code_of(recovery_request.read_request, newer) == "bundle.too_new"
    assert recovery_request.read_request(json.dumps(document | {"later": 1}).encode()) == REQUEST


def test_age_opens_the_answer_and_the_blob_in_the_request(tmp_path: Path) -> None:
    (tmp_path / "request.txt").write_text(IDENTITY + "\n")
    (tmp_path / "answer.age").write_bytes(recovery_request.write_answer(KEY, RECIPIENT))
    opened = run("age", "-d", "-i", "request.txt", "answer.age", cwd=tmp_path)
    assert opened.returncode == 0, opened.stderr
    document = json.loads(opened.stdout)
    assert document["format"] == "trainer-recovery-answer"
    made = vault.add_recovery(vault.make_vault(KEY, "a passphrase"), KEY, sealing.recipient_of(PAPER))
    (tmp_path / "paper.txt").write_text(PAPER + "\n")
    (tmp_path / "blob.age").write_bytes(vault.recovery_blob(made))
    assert run("age", "-d", "-i", "paper.txt", "blob.age", cwd=tmp_path).stdout == KEY.key + KEY.salt
