"""What version 1 wrote for a forgotten passphrase and a lost root is read by every later program."""

import json

from tests.bundle import golden
from tests.bundle.golden_recovery import FOLDER
from tests.bundle.test_third_parties import run
from trainer_app.bundle import recovery_request, sealing, trust, vault
from trainer_app.bundle.trust import SignedTrust

PAPER = (golden.FOLDER / "recovery.txt").read_text().strip()
IDENTITY = (FOLDER / "request.txt").read_text().strip()
KEY = vault.unlock((golden.FOLDER / "vault.json").read_bytes(), golden.PASSPHRASE)
SPOKEN = json.loads((FOLDER / "spoken.json").read_text())


def signed(name: str) -> SignedTrust:
    return SignedTrust((FOLDER / f"{name}.json").read_bytes(), (FOLDER / f"{name}.json.minisig").read_bytes())


def test_the_request_is_read_and_answered_by_the_paper() -> None:
    request = recovery_request.read_request((FOLDER / "request.json").read_bytes())
    assert (request.label, request.day) == ("Д. Назарова, K7", "2018-10-19")
    assert (
        request.recipient
        == sealing.recipient_of(IDENTITY)
        == recovery_request.hear_recipient(SPOKEN["request"])
    )
    assert vault.open_recovery_blob(request.recovery, PAPER) == KEY
    assert request.salt == KEY.salt


def test_both_answers_give_the_key_of_the_vault() -> None:
    assert recovery_request.read_answer((FOLDER / "answer.age").read_bytes(), IDENTITY) == KEY
    public = sealing.recipient_of(PAPER)
    assert recovery_request.hear_answer(SPOKEN["answer"], IDENTITY, public, KEY.salt) == KEY


def test_age_alone_opens_the_answer() -> None:
    opened = run("age", "-d", "-i", "request.txt", "answer.age", cwd=FOLDER)
    assert json.loads(opened.stdout)["version"] == 1


def test_the_handover_is_followed_and_minisign_agrees_on_both_lists() -> None:
    now = trust.renew_trust(signed("old"), signed("new"))
    assert (now.serial, len(now.handovers)) == (8, 1)
    for name in ("old", "new"):
        key = f"{name}-root.pub"
        assert run("minisign", "-V", "-p", key, "-m", f"{name}.json", cwd=FOLDER).returncode == 0
        other = "new-root.pub" if name == "old" else "old-root.pub"
        assert run("minisign", "-V", "-p", other, "-m", f"{name}.json", cwd=FOLDER).returncode != 0
    document = now.handovers[0]
    standby = trust.introduce_trust(signed("old")).office.roots[1]
    purpose = sealing.Purpose.ROOTS
    assert sealing.is_signed_by(document.roots.encode(), document.minisig.encode(), standby, purpose)
