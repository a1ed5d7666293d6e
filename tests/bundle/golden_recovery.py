"""Makes the golden files of recovery and handover, once: `python -m tests.bundle.golden_recovery`.

As in `golden`: an existing folder is never touched, and the keys are for tests only.
"""

import json
from pathlib import Path

from tests.bundle import golden
from trainer_app.bundle import recovery_request, sealing, trust, vault
from trainer_app.bundle.keys import OfficeKeys, read_standby
from trainer_app.bundle.recovery_request import RecoveryRequest
from trainer_app.bundle.trust import Office, TrustList
from trainer_app.domain.base.texts import Texts

FOLDER = Path(__file__).parent / "data" / "v1-recovery"

README = """# Golden files of format version 1: recovery, and a root's handover

Made once by `python -m tests.bundle.golden_recovery` and never rewritten. The laptop is the one whose
vault lies in `../v1`, the paper key is `../v1/vault.txt`. **All keys here are public and for tests only.**

| file | what |
|---|---|
| `request.json` | what the locked laptop asks |
| `request.txt` | the age identity made for this request (secret) |
| `answer.age` | the office's answer, sealed for it |
| `spoken.json` | the same read aloud: the request's key, and the answer |
| `old.json`, `old.json.minisig` | a trust list signed by a root |
| `new.json`, `new.json.minisig` | the next one, signed by a root that the stand-by handed over to |
| `old-root.pub`, `new-root.pub` | who signed them (minisign) |
"""


def main() -> None:
    """Write all files into a folder that must not exist."""
    FOLDER.mkdir(parents=True)
    paper = (golden.FOLDER / "recovery.txt").read_text().strip()
    kept = (golden.FOLDER / "vault.json").read_bytes()
    key = vault.unlock(kept, golden.PASSPHRASE)
    identity = sealing.new_identity()
    recipient = sealing.recipient_of(identity)
    request = RecoveryRequest("Д. Назарова, K7", "2018-10-19", recipient, key.salt, vault.recovery_blob(kept))
    first, papers = OfficeKeys.generate()
    second, _ = OfficeKeys.generate()
    office = Office("DSH", Texts(en="Office"), first.recipient, first.recovery_recipient, first.roots)
    old = TrustList(office, 7, "2018-10-01")
    new = trust.hand_over(old, second.roots, read_standby(papers.standby), 8)
    spoken = {"request": request.spoken, "answer": recovery_request.speak_answer(key, recipient, paper)}
    files = {
        "README.md": README.encode(),
        "request.json": recovery_request.write_request(request),
        "request.txt": f"{identity}\n".encode(),
        "answer.age": recovery_request.write_answer(key, recipient),
        "spoken.json": json.dumps(spoken, indent=1).encode() + b"\n",
    }
    for name, made, seed in (("old", old, first.root_seed), ("new", new, second.root_seed)):
        signed = trust.sign_trust(made, seed)
        files |= {f"{name}.json": signed.data, f"{name}.json.minisig": signed.signature}
    for name, root in (("old", first), ("new", second)):
        public = sealing.minisign_public(sealing.public_key_of(root.root_seed))
        files[f"{name}-root.pub"] = f"untrusted comment: a root for tests\n{public}\n".encode()
    for name, data in files.items():
        (FOLDER / name).write_bytes(data)


if __name__ == "__main__":
    main()
