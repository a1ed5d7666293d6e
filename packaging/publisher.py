"""The publisher's keys: the secret one signs what is handed out, the public ones a program believes.

`resources/publisher_keys.txt` holds two public keys, one a line as `minisign -P` takes them: of the key that
signs, and of a reserve whose secret half lies on paper. A tree without that file is nobody's release: what is
built of it believes the trial key of the machine that built it.
"""

import base64
import os
from getpass import getpass
from pathlib import Path

from environment import ROOT, Unprepared, say
from minisign import KeyPair, SecretKey

PASSPHRASE = "TRAINER_RELEASE_PASSPHRASE"
TRIAL_KEY = ROOT / "build" / "kept" / "trial.key"
PLACE = "resources/publisher_keys.txt"
_SEED = slice(62, 94)
"""Where the seed lies in a key without passphrase: after three names, salt, two limits and the key's id."""


def secret_key(path: Path | None) -> SecretKey:
    """Return the key to sign with; without one, a trial key of this machine, made when it is first needed.

    Raises `Unprepared` for a key that cannot be read or opened.
    """
    if path is None:
        path = TRIAL_KEY
        if not path.is_file():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            path.write_bytes(bytes(KeyPair.generate().secret_key))
        say(f"Signed with a trial key ({path}), which nobody knows: a release takes --key FILE.")
    try:
        key = SecretKey.from_file(path)
        if key.is_encrypted():
            key.decrypt(os.environ.get(PASSPHRASE) or getpass(f"Passphrase of {path.name}: "))
    except (OSError, ValueError) as problem:
        raise Unprepared(f"{path} is no key of minisign that this passphrase opens: {problem}") from problem
    return key


def public_keys() -> bytes:
    """Return the text of public keys that a program built here believes."""
    kept = ROOT / PLACE
    if kept.is_file():
        return kept.read_bytes()
    public = bytes(secret_key(None).get_public_key()).decode().splitlines()[1]
    return f"# trial key, of nobody\n{public}\n".encode()


def seed_of(key: SecretKey) -> bytes:
    """Return the 32 bytes of which an opened key is made."""
    return base64.b64decode(bytes(key).decode().splitlines()[1])[_SEED]
