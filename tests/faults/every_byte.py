"""Every byte of the vault, every bit of a certificate's code: whichever is changed, it is noticed."""

from tests.bundle.golden import PASSPHRASE
from tests.bundle.test_credential import FACTS
from tests.faults.results import Result
from trainer_app.bundle import vault
from trainer_app.bundle.credential import check_signature, issue_credential, read_credential
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.bundle.sealing import MINIMUM_COST
from trainer_app.domain.base.errors import TrainerError


def vault_bytes(count: int) -> Result:
    """Change each byte of a vault, `count` of them at least."""
    locked, key = vault.create_vault(PASSPHRASE, MINIMUM_COST)
    result = Result("every byte of the vault", count)
    if vault.unlock(locked, PASSPHRASE) != key:
        result.problems.append("an unchanged vault does not open")
    for place in range(len(locked)):
        changed = bytearray(locked)
        changed[place] ^= 1 << place % 8
        result.executed += 1
        try:
            vault.unlock(bytes(changed), PASSPHRASE)
        except TrainerError:
            result.struck += 1
        else:
            result.problems.append(f"byte {place} is not noticed")
    return result


def credential_bits(count: int) -> Result:
    """Change each bit of a certificate's text, `count` of them at least."""
    laptop = DeviceKeys.generate()
    text = issue_credential(FACTS, laptop, "DSH").encode()
    result = Result("every bit of a credential", count)
    if not _holds(text, laptop):
        result.problems.append("an unchanged credential does not hold")
    for bit in range(len(text) * 8):
        changed = bytearray(text)
        changed[bit // 8] ^= 1 << bit % 8
        result.executed += 1
        if _holds(bytes(changed), laptop):
            result.problems.append(f"bit {bit} is not noticed")
        else:
            result.struck += 1
    return result


def _holds(text: bytes, laptop: DeviceKeys) -> bool:
    try:
        words = text.decode()
        read_credential(words)
        return check_signature(words, laptop.signing_key)
    except (TrainerError, UnicodeDecodeError):
        return False
