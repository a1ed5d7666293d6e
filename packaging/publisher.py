"""The publisher's keys: the secret one signs what is handed out, the public ones a program believes.

`resources/publisher_keys.txt` holds two public keys, one a line as `minisign -P` takes them: of the key that
signs, and of a reserve whose secret half lies on paper. A tree without that file is nobody's release: what is
built of it believes the trial key of the machine that built it. `LAYOUT.md` tells how the keys are made.
"""

import base64
import os
from functools import cache
from getpass import getpass
from pathlib import Path

from environment import ROOT, Unprepared, say
from minisign import KeyPair, SecretKey

PASSPHRASE = "TRAINER_RELEASE_PASSPHRASE"
TRIAL_KEY = ROOT / "build" / "kept" / "trial.key"
PLACE = "resources/publisher_keys.txt"
OF_NOBODY = "trial key, of nobody"
"""What stands beside a trial key wherever one reads of it."""
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
            key.decrypt(os.environ.get(PASSPHRASE) or _typed(path))
    except (OSError, ValueError) as problem:
        raise Unprepared(f"{path} is no key of minisign that this passphrase opens: {problem}") from problem
    return key


@cache
def _typed(path: Path) -> str:
    """Ask for a passphrase once, however often a build signs."""
    return getpass(f"Passphrase of {path.name}: ")


def check_release(path: Path | None) -> None:
    """Raise `Unprepared` for a key to sign with that a program built here would not believe."""
    if path is None:
        return
    kept = ROOT / PLACE
    text = kept.read_text(encoding="ascii") if kept.is_file() else ""
    if _line(secret_key(path)) not in [line.partition("#")[0].strip() for line in text.splitlines()]:
        raise Unprepared(
            f"{PLACE} does not hold the public half of {path.name}: programs that are built of this tree "
            "would take no update that it signs. LAYOUT.md tells how the publisher's keys are made."
        )


def _line(key: SecretKey) -> str:
    return bytes(key.get_public_key()).decode().splitlines()[1]


def public_keys() -> bytes:
    """Return the text of public keys that a program built here believes."""
    kept = ROOT / PLACE
    if kept.is_file():
        return kept.read_bytes()
    return f"# {OF_NOBODY}\n{_line(secret_key(None))}\n".encode()


def seed_of(key: SecretKey) -> bytes:
    """Return the 32 bytes of which an opened key is made."""
    return base64.b64decode(bytes(key).decode().splitlines()[1])[_SEED]
