"""`vault.json`: the database's key in slots that each open alone.

    {"format": "trainer-vault", "version": 1,
     "slots": [{"kind": "passphrase", "kdf": "argon2id", "memory_kib": 131072, "passes": 3, "lanes": 4,
                "salt": "<16 bytes>", "cipher": "chacha20-poly1305", "nonce": "<12>", "sealed": "<64>"},
               {"kind": "recovery", "recipient": "age1...", "sealed": "<age file>"},
               {"kind": "former", "cipher": "chacha20-poly1305", "nonce": "<12>", "sealed": "<64>"}],
     "sha256": "<64 hex>"}

At an office of several people each has a slot too, and the version is 2:

    {"kind": "user", "id": "<key of their row>", "name": "<8>", (as for a passphrase), "sealed": "<48>",
     "recipient": "age1...", "opens": "<age file>"}

Where an office's data lie on its server, the address with its password is in one more slot, and the version
is 3:

    {"kind": "server", "cipher": "chacha20-poly1305", "nonce": "<12>", "sealed": "<address + 16>"}

Where that server keeps the rights of people itself, this address has no password. Each user's slot has
`enters`, an age file with the password of a role of their own; the whole address of whoever set the server up
is an age file for the heads and the paper:

    {"kind": "keeper", "recipients": ["age1...", ...], "sealed": "<age file>"}

There is at most one slot of each other kind. Bytes are Base64. What is locked is key (32 bytes) + salt (16).
A passphrase slot is sealed under the Argon2id key of the passphrase, with everything else in the slot as
associated data; a recovery slot is an age file. In a user's slot the passphrase opens a secret of 32 bytes of
that user alone, an age identity, and this one key + salt in `opens`: so the data gets a new key without
anybody's passphrase. `name` tells which slot is meant by the short name that is typed, and names nobody
(HMAC-SHA256 of the folded name under the id); it, `opens` and `enters` are not bound: without the first two
a slot is the same in every vault of an office, and desks hand it on. More slots, or a dearer one than
`KdfCost`, are damage. A former slot is there while the data gets a new key: the other slots open the new
one, and under that one (HMAC-SHA256 of it over "trainer-vault former") lies the one before, never the
reverse. A server's slot lies likewise under HMAC-SHA256 of the key over "trainer-vault server". `sha256`
covers the rest (keys sorted, no spaces, UTF-8), in every version: it tells damage from a wrong passphrase,
and is no secret. Functions turn bytes into bytes; the caller writes the file, and a copy.
"""

import hashlib
import hmac
import json
import secrets
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from msgspec import UNSET, Struct, UnsetType

from trainer_app.bundle import sealing
from trainer_app.bundle.sealing import calibrate_cost, passphrase_key
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.passphrases import kept_spelling
from trainer_app.domain.base.structs import Unshown
from trainer_app.domain.exchange.laptops import KdfCost

FORMAT = "trainer-vault"
VERSION = 3
"""The newest that is read. One is written as the oldest version that has its slots, for older programs."""
_ALONE, _WITH_USERS = 1, 2
MOST_USERS = 16
"""Slots of users: whoever made a file with more would have each of them tried."""
_KDF, _CIPHER, _SUM = "argon2id", "chacha20-poly1305", "sha256"
_KEY, _SALT, _NONCE, _TAG, _MARK = 32, 16, 12, 16, 8
_MAX_SIZE = 64 * 1024


class UserKey(Unshown, Struct, frozen=True):
    """Whose slot opened a vault, and the 32 bytes that lay in it."""

    id: str
    secret: bytes

    @property
    def recipient(self) -> str:
        """The age recipient by which others know the slot."""
        return sealing.recipient_of(sealing.identity_of(self.secret))

    @property
    def signing_seed(self) -> bytes:
        """The seed of the key with which its owner signs what takes two heads, and nobody else does."""
        return hmac.digest(self.secret, b"trainer-vault user signs", "sha256")

    @property
    def signer(self) -> str:
        """The public half of that key, as 64 hex digits."""
        return sealing.public_key_of(self.signing_seed).hex()


class DataKey(Unshown, Struct, frozen=True):
    """What opens the database: a raw key of 32 bytes and the 16 bytes its file begins with.

    `user` tells in whose slot it lay, where it did not lie in the one of a single passphrase or of a paper.
    `address` is how a paper connects to the office's server, where the vault tells it to few.
    """

    key: bytes
    salt: bytes
    user: UserKey | None = None
    address: str = ""

    def __post_init__(self) -> None:
        if len(self.key) != _KEY or len(self.salt) != _SALT:
            raise ValueError("key must be 32 bytes, salt 16")

    @classmethod
    def generate(cls) -> "DataKey":
        """Make a new random one."""
        return cls(secrets.token_bytes(_KEY), secrets.token_bytes(_SALT))

    def renewed(self) -> "DataKey":
        """Return another random key for the same data: by the salt it is known which data they are."""
        return DataKey(secrets.token_bytes(_KEY), self.salt, self.user)


class _PassphraseSlot(msgspec.Struct, frozen=True, tag_field="kind", tag="passphrase"):
    memory_kib: int
    passes: int
    lanes: int
    salt: bytes
    nonce: bytes
    sealed: bytes
    kdf: str = _KDF
    cipher: str = _CIPHER


class _RecoverySlot(msgspec.Struct, frozen=True, tag_field="kind", tag="recovery"):
    recipient: str
    sealed: bytes


class UserSlot(msgspec.Struct, frozen=True, tag_field="kind", tag="user"):
    """The slot of one user of an office."""

    id: str
    name: bytes
    memory_kib: int
    passes: int
    lanes: int
    salt: bytes
    nonce: bytes
    sealed: bytes
    recipient: str
    opens: bytes
    kdf: str = _KDF
    cipher: str = _CIPHER
    enters: bytes | UnsetType = UNSET


class _FormerSlot(msgspec.Struct, frozen=True, tag_field="kind", tag="former"):
    nonce: bytes
    sealed: bytes
    cipher: str = _CIPHER


class _ServerSlot(msgspec.Struct, frozen=True, tag_field="kind", tag="server"):
    nonce: bytes
    sealed: bytes
    cipher: str = _CIPHER


class KeeperSlot(msgspec.Struct, frozen=True, tag_field="kind", tag="keeper"):
    """The address of whoever set the office's server up, for some alone."""

    recipients: tuple[str, ...]
    sealed: bytes


type _TypedSlot = _PassphraseSlot | UserSlot
type _Slot = _TypedSlot | _RecoverySlot | _FormerSlot | _ServerSlot | KeeperSlot


def create_vault(passphrase: str, cost: KdfCost | None = None) -> tuple[bytes, DataKey]:
    """Make a data key and a vault that this passphrase opens; returns the file and the key.

    `cost` is measured to be about one second when it is not given, and never below 128 MiB and 3 passes.
    """
    key = DataKey.generate()
    return _write([_lock(key, passphrase, cost)]), key


def make_vault(key: DataKey, passphrase: str, cost: KdfCost | None = None) -> bytes:
    """Return a new vault for a key that is known, when the old one is lost."""
    return _write([_lock(key, passphrase, cost)])


def unlock(vault: bytes, passphrase: str, name: str = "", own: str | None = None) -> DataKey:
    """Open with a passphrase, in the slot of whoever bears a short name, or in any; `own`: that of this id.

    Raises vault.wrong_passphrase, vault.unknown_user for a name that nobody bears (vault.not_here_yet at one
    of several desks), vault.damaged, vault.too_new.
    """
    slots = [slot for slot in _read(vault) if isinstance(slot, (_PassphraseSlot, UserSlot))]
    if not slots:
        raise TrainerError("vault.damaged")
    if own is not None:
        slots = [slot for slot in slots if _id_of(slot) == own]
    named = [slot for slot in slots if isinstance(slot, UserSlot) and slot.name == _mark(slot.id, name)]
    by_name = own is None and bool(name.strip()) and len(slots) > 1
    # A name that nobody bears takes as long: the time would tell which there are.
    asked = (named or slots[:1]) if by_name else slots
    tried = (_unlock_slot(slot, typed) for typed in sealing.spellings(passphrase) for slot in asked)
    key = next(filter(None, tried), None)
    if by_name and not named:
        at_desk = any(isinstance(slot, _ServerSlot) for slot in _read(vault))
        raise TrainerError("vault.not_here_yet" if at_desk else "vault.unknown_user", name=name.strip())
    if key is None:
        raise TrainerError("vault.wrong_passphrase")
    return key


def list_users(vault: bytes) -> dict[str, str]:
    """Return whose slots a vault has: id -> age recipient."""
    return {slot.id: slot.recipient for slot in _read(vault) if isinstance(slot, UserSlot)}


def has_passphrase(vault: bytes) -> bool:
    """Tell whether a passphrase that is nobody's opens a vault."""
    return any(isinstance(slot, _PassphraseSlot) for slot in _read(vault))


def new_user(user: str) -> UserKey:
    """Make the secret of a user."""
    return UserKey(user, secrets.token_bytes(_KEY))


def put_user(
    vault: bytes, key: DataKey, user: UserKey, name: str, passphrase: str, cost: KdfCost | None = None
) -> bytes:
    """Return the vault with a slot for a user, in place of an earlier one of that id. Raises vault.full."""
    return _put_user(vault, _seal_for(key, user, _mark(user.id, name), passphrase, cost))


def _put_user(vault: bytes, fresh: UserSlot) -> bytes:
    others = [slot for slot in _read(vault) if not (isinstance(slot, UserSlot) and slot.id == fresh.id)]
    if sum(isinstance(slot, UserSlot) for slot in others) >= MOST_USERS:
        raise TrainerError("vault.full", most=MOST_USERS)
    return _write([*others, fresh])


def drop_user(vault: bytes, user: str) -> bytes:
    """Return the vault without the slot of a user, which may be none."""
    return _write([slot for slot in _read(vault) if not (isinstance(slot, UserSlot) and slot.id == user)])


def shared_slot(vault: bytes, user: str) -> str:
    """Return what other vaults of the office need of a user's slot; "" if there is none."""
    slot = next((each for each in _read(vault) if isinstance(each, UserSlot) and each.id == user), None)
    return _shared(slot) if slot is not None else ""


def _shared(slot: UserSlot) -> str:
    return msgspec.json.encode(msgspec.structs.replace(slot, name=bytes(_MARK), opens=b"")).decode()


def is_shared_by(text: str, recipient: str, *, entering: bool = False) -> bool:
    """Tell whether it is of whoever has this age recipient; `entering`: with a password for the server."""
    slot = _read_shared(text)
    return slot is not None and slot.recipient == recipient and (slot.enters is not UNSET or not entering)


def with_password(text: str, password: str) -> str:
    """Return such a slot with the password of a role of the server, which its owner alone opens."""
    slot = _read_shared(text)
    if slot is None:
        raise TrainerError("vault.damaged")
    return _shared(msgspec.structs.replace(slot, enters=sealing.seal(password.encode(), [slot.recipient])))


def take_slot(vault: bytes, key: DataKey, name: str, text: str) -> bytes:
    """Return the vault with the slot that another vault of the office shared, for somebody's short name.

    Raises vault.damaged, vault.full.
    """
    slot = _read_shared(text)
    if slot is None:
        raise TrainerError("vault.damaged")
    opens = _seal_key(key, slot.recipient)
    return _put_user(vault, msgspec.structs.replace(slot, name=_mark(slot.id, name), opens=opens))


def _read_shared(text: str) -> UserSlot | None:
    try:
        slot = msgspec.json.decode(text.encode(), type=UserSlot)
    except msgspec.MsgspecError:
        return None
    return slot if _is_sound(slot) else None


def password_of(vault: bytes, key: DataKey) -> str:
    """Return the password with which whoever opened a vault connects to the server; "" without one."""
    own = key.user
    mine = (each for each in _read(vault) if isinstance(each, UserSlot) and own and each.id == own.id)
    slot = next(mine, None)
    if own is None or slot is None or slot.enters is UNSET:
        return ""
    try:
        return sealing.unseal(slot.enters, [sealing.identity_of(own.secret)]).decode()
    except TrainerError as problem:
        raise TrainerError("vault.damaged") from problem


def drop_passphrase(vault: bytes) -> bytes:
    """Return the vault without the passphrase that is nobody's. Raises vault.damaged if no other opens it."""
    others = [slot for slot in _read(vault) if not isinstance(slot, _PassphraseSlot)]
    if not any(isinstance(slot, UserSlot) for slot in others):
        raise TrainerError("vault.damaged")
    return _write(others)


def check_whole(vault: bytes) -> None:
    """Raise vault.damaged, vault.too_new for a file that is not a whole vault of this program."""
    _read(vault)


def change_passphrase(
    vault: bytes, old: str, new: str, cost: KdfCost | None = None, own: str | None = None
) -> bytes:
    """Return the vault with a new passphrase in place of the old one; the data key stays.

    `own` is the id of the user whose passphrase it is, "" for the one that is nobody's.
    """
    key = unlock(vault, old, own=own)
    if key.user is None:
        return set_passphrase(vault, key, new, cost)
    slots = _read(vault)
    mine = next(slot for slot in slots if isinstance(slot, UserSlot) and slot.id == key.user.id)
    fresh = msgspec.structs.replace(_seal_for(key, key.user, mine.name, new, cost), enters=mine.enters)
    return _write([fresh if slot is mine else slot for slot in slots])


def set_passphrase(vault: bytes, key: DataKey, new: str, cost: KdfCost | None = None) -> bytes:
    """Return the vault with this passphrase for the one that is nobody's, once the key is known.

    After a recovery: who has the paper may do everything. The slots of users stay.
    """
    others = [slot for slot in _read(vault) if not isinstance(slot, _PassphraseSlot)]
    return _write([_lock(key, new, cost), *others])


def add_recovery(vault: bytes, key: DataKey, recipient: str) -> bytes:
    """Return the vault with a slot for the office's recovery key, in place of an earlier one."""
    others = [slot for slot in _read(vault) if not isinstance(slot, _RecoverySlot)]
    return _write([*others, _RecoverySlot(recipient, _seal_key(key, recipient))])


def drop_recovery(vault: bytes) -> bytes:
    """Return the vault without a slot for an office: its paper opens this data no more."""
    return _write([slot for slot in _read(vault) if not isinstance(slot, _RecoverySlot)])


def begin_renewal(
    former: DataKey,
    key: DataKey,
    passphrase: str,
    cost: KdfCost | None = None,
    recipient: str = "",
    users: Sequence[UserSlot] = (),
    server: str = "",
    keeper: KeeperSlot | None = None,
) -> bytes:
    """Return the vault of a new data key, by which alone the one before can still be had.

    Whoever knows only the former key, or a vault of before, learns nothing of the new one: nor does who put
    a recovery slot of his own into that one, since the `recipient` is told by who calls, and which slots of
    `users` are theirs.
    """
    slots: list[_Slot] = []
    for user in users:
        if key.user is not None and user.id == key.user.id:
            own = _seal_for(key, key.user, user.name, passphrase, cost)
            slots.append(msgspec.structs.replace(own, enters=user.enters))
        else:
            slots.append(msgspec.structs.replace(user, opens=_seal_key(key, user.recipient)))
    if key.user is None:
        slots.append(_lock(key, passphrase, cost))
    if recipient:
        slots.append(_RecoverySlot(recipient, _seal_key(key, recipient)))
    if server:
        slots.append(_keep_server(server, key))
    if keeper is not None:
        slots.append(keeper)
    return _write([*slots, _keep_former(former, key)])


def believed_users(vault: bytes, recipients: Mapping[str, str]) -> list[UserSlot]:
    """Return the slots of users whose ids and recipients are known otherwise than from the vault itself."""
    slots = (slot for slot in _read(vault) if isinstance(slot, UserSlot))
    return [slot for slot in slots if recipients.get(slot.id) == slot.recipient]


def former_key(vault: bytes, key: DataKey) -> DataKey | None:
    """Return the key before this one while files may still be under it. Raises vault.damaged."""
    slot = next((slot for slot in _read(vault) if isinstance(slot, _FormerSlot)), None)
    if slot is None:
        return None
    found = _split(_open_under(key, _FORMER, slot))
    return DataKey(found.key, found.salt, key.user)


def end_renewal(vault: bytes) -> bytes:
    """Return the vault without the former key: nothing is under it any more."""
    return _write([slot for slot in _read(vault) if not isinstance(slot, _FormerSlot)])


def put_server(vault: bytes, key: DataKey, address: str, *, stays: bool = False) -> bytes:
    """Return the vault with the address of the server on which the data lie; without one for "".

    `stays`: the whole address that is kept for some alone stays, and its password with it.
    """
    left = _ServerSlot if stays else (_ServerSlot, KeeperSlot)
    others = [slot for slot in _read(vault) if not isinstance(slot, left)]
    if address:
        return _write([*others, _keep_server(address, key)])
    return _write(
        [
            msgspec.structs.replace(each, enters=UNSET) if isinstance(each, UserSlot) else each
            for each in others
        ]
    )


def keep_for(whole: str, recipients: Sequence[str]) -> KeeperSlot:
    """Seal the whole address for some recipients alone."""
    return KeeperSlot(tuple(recipients), sealing.seal(whole.encode(), list(recipients)))


def part_server(vault: bytes, key: DataKey, bare: str, kept: KeeperSlot) -> bytes:
    """Return the vault with an address without a password, and the whole one as it is kept for some alone."""
    return _write([*_read(put_server(vault, key, bare)), kept])


def keeper_of(vault: bytes) -> KeeperSlot | None:
    """Return for whom the whole address is kept, sealed; None where it is no secret of theirs."""
    return next((slot for slot in _read(vault) if isinstance(slot, KeeperSlot)), None)


def kept_address(vault: bytes, identity: str) -> str:
    """Return the whole address for an age identity; "" where none is kept for it."""
    slot = keeper_of(vault)
    if slot is None:
        return ""
    try:
        return sealing.unseal(slot.sealed, [identity]).decode()
    except TrainerError:
        return ""


def server_of(vault: bytes, key: DataKey) -> str:
    """Return the address of the server on which the data lie, with its password; "" for data in a file.

    Raises vault.damaged for a slot that this key does not open.
    """
    slot = next((slot for slot in _read(vault) if isinstance(slot, _ServerSlot)), None)
    return _open_under(key, _SERVER, slot).decode() if slot is not None else ""


def unlock_with_recovery(vault: bytes, identity: str) -> DataKey:
    """Open with the office's recovery key from paper. Raises vault.no_recovery, vault.wrong_recovery_key."""
    blob = recovery_blob(vault)
    if not blob:
        raise TrainerError("vault.no_recovery")
    key = open_recovery_blob(blob, identity)
    return msgspec.structs.replace(key, address=kept_address(vault, sealing.tidy_identity(identity)))


def recovery_blob(vault: bytes) -> bytes:
    """Return the age file of the recovery slot, which travels in every bundle; empty without one."""
    return next((slot.sealed for slot in _read(vault) if isinstance(slot, _RecoverySlot)), b"")


def recovery_recipient(vault: bytes) -> str:
    """Return for whom the recovery slot is sealed, an age recipient; empty without one."""
    return next((slot.recipient for slot in _read(vault) if isinstance(slot, _RecoverySlot)), "")


def recovery_hash(vault: bytes) -> str:
    """Return the SHA-256 of the recovery slot, by which one is known that somebody put in its place."""
    return hashlib.sha256(recovery_blob(vault)).hexdigest()


def open_recovery_blob(blob: bytes, identity: str) -> DataKey:
    """Open a recovery blob. Raises vault.bad_recovery_key (mistyped), vault.wrong_recovery_key."""
    try:
        tidy = sealing.tidy_identity(identity)
    except TrainerError as problem:
        raise TrainerError("vault.bad_recovery_key") from problem
    try:
        material = sealing.unseal(blob, [tidy])
    except TrainerError as problem:
        wrong = problem.code == "bundle.not_for_us"
        raise TrainerError("vault.wrong_recovery_key" if wrong else "vault.damaged") from problem
    return _split(material)


def _lock(key: DataKey, passphrase: str, cost: KdfCost | None) -> _PassphraseSlot:
    cost = cost or calibrate_cost()
    slot = _PassphraseSlot(
        memory_kib=cost.memory,
        passes=cost.passes,
        lanes=cost.lanes,
        salt=_fresh_salt(),
        nonce=secrets.token_bytes(_NONCE),
        sealed=b"",
    )
    return _sealed_slot(slot, passphrase, cost, key.key + key.salt)


def _seal_for(key: DataKey, user: UserKey, mark: bytes, passphrase: str, cost: KdfCost | None) -> UserSlot:
    cost, recipient = cost or calibrate_cost(), user.recipient
    slot = UserSlot(
        id=user.id,
        name=mark,
        memory_kib=cost.memory,
        passes=cost.passes,
        lanes=cost.lanes,
        salt=_fresh_salt(),
        nonce=secrets.token_bytes(_NONCE),
        sealed=b"",
        recipient=recipient,
        opens=_seal_key(key, recipient),
    )
    return _sealed_slot(slot, passphrase, cost, user.secret)


def _sealed_slot[S: (_PassphraseSlot, UserSlot)](
    slot: S, passphrase: str, cost: KdfCost, material: bytes
) -> S:
    # Like Argon2id only where a passphrase is typed: a data folder opens with a raw key, without any of it.
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    cipher = ChaCha20Poly1305(passphrase_key(kept_spelling(passphrase), slot.salt, cost))
    return msgspec.structs.replace(slot, sealed=cipher.encrypt(slot.nonce, material, _associated(slot)))


def _seal_key(key: DataKey, recipient: str) -> bytes:
    return sealing.seal(key.key + key.salt, [recipient])


def _mark(user: str, name: str) -> bytes:
    """Return by what a slot is known to be meant by a short name, however it is typed."""
    folded = " ".join(unicodedata.normalize("NFKC", name).casefold().split())
    return hmac.digest(f"trainer-vault user {user}".encode(), folded.encode(), "sha256")[:_MARK]


def _id_of(slot: _TypedSlot) -> str:
    return slot.id if isinstance(slot, UserSlot) else ""


_FORMER, _SERVER = b"trainer-vault former", b"trainer-vault server"
"""Over what the data key gives the key of a slot that lies under it."""


def _keep_former(former: DataKey, key: DataKey) -> _FormerSlot:
    slot = _FormerSlot(nonce=secrets.token_bytes(_NONCE), sealed=b"")
    return _seal_under(key, _FORMER, slot, former.key + former.salt)


def _keep_server(address: str, key: DataKey) -> _ServerSlot:
    slot = _ServerSlot(nonce=secrets.token_bytes(_NONCE), sealed=b"")
    return _seal_under(key, _SERVER, slot, address.encode())


def _seal_under[S: (_FormerSlot, _ServerSlot)](key: DataKey, purpose: bytes, slot: S, material: bytes) -> S:
    """Return a slot that only the data key itself opens."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    cipher = ChaCha20Poly1305(hmac.digest(key.key, purpose, "sha256"))
    return msgspec.structs.replace(slot, sealed=cipher.encrypt(slot.nonce, material, _associated(slot)))


def _open_under(key: DataKey, purpose: bytes, slot: _FormerSlot | _ServerSlot) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    cipher = ChaCha20Poly1305(hmac.digest(key.key, purpose, "sha256"))
    try:
        return cipher.decrypt(slot.nonce, slot.sealed, _associated(slot))
    except InvalidTag as problem:
        raise TrainerError("vault.damaged") from problem


def _fresh_salt() -> bytes:
    """Return what makes the key of one passphrase another one in each vault."""
    return secrets.token_bytes(_SALT)


def memory_needed(vault: bytes) -> int:
    """Return how many bytes of memory a passphrase takes to be tried. Raises vault.damaged, vault.too_new."""
    typed = (slot for slot in _read(vault) if isinstance(slot, (_PassphraseSlot, UserSlot)))
    return max((slot.memory_kib * 1024 for slot in typed), default=0)


def _unlock_slot(slot: _TypedSlot, passphrase: str) -> DataKey | None:
    """Return the key, or None when the passphrase is not this slot's."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    cost = KdfCost(slot.memory_kib, slot.passes, slot.lanes)
    cipher = ChaCha20Poly1305(passphrase_key(passphrase, slot.salt, cost))
    try:
        material = cipher.decrypt(slot.nonce, slot.sealed, _associated(slot))
    except InvalidTag:
        return None
    if isinstance(slot, _PassphraseSlot):
        return _split(material)
    try:
        found = _split(sealing.unseal(slot.opens, [sealing.identity_of(material)]))
    except TrainerError as problem:
        raise TrainerError("vault.damaged") from problem
    return DataKey(found.key, found.salt, UserKey(slot.id, material))


def _associated(slot: _TypedSlot | _FormerSlot | _ServerSlot) -> bytes:
    """Bind the slot's own numbers to its seal, so that nobody can exchange them."""
    bound = msgspec.structs.replace(slot, sealed=b"")
    if isinstance(bound, UserSlot):
        bound = msgspec.structs.replace(bound, name=b"", opens=b"", enters=UNSET)
    return _canonical({"format": FORMAT, "version": _ALONE, "slot": msgspec.to_builtins(bound)})


def _split(material: bytes) -> DataKey:
    if len(material) != _KEY + _SALT:
        raise TrainerError("vault.damaged")
    return DataKey(material[:_KEY], material[_KEY:])


def _canonical(document: dict[str, Any]) -> bytes:
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _version(slots: Sequence[_Slot]) -> int:
    if any(isinstance(slot, _ServerSlot) for slot in slots):
        return VERSION
    return _WITH_USERS if any(isinstance(slot, UserSlot) for slot in slots) else _ALONE


def _write(slots: Sequence[_Slot]) -> bytes:
    document: dict[str, Any] = {
        "format": FORMAT,
        "version": _version(slots),
        "slots": msgspec.to_builtins(list(slots)),
    }
    document[_SUM] = hashlib.sha256(_canonical(document)).hexdigest()
    return json.dumps(document, indent=1).encode() + b"\n"


def _read(vault: bytes) -> list[_Slot]:
    document = _load(vault)
    if document.get("format") != FORMAT or not isinstance(document.get("version"), int):
        raise TrainerError("vault.damaged")
    if document["version"] > VERSION:
        raise TrainerError("vault.too_new", version=document["version"])
    try:
        slots: list[_Slot] = msgspec.convert(document.get("slots"), list[_Slot])
    except msgspec.ValidationError as problem:
        raise TrainerError("vault.damaged") from problem
    users = [slot.id for slot in slots if isinstance(slot, UserSlot)]
    single = [type(slot) for slot in slots if not isinstance(slot, UserSlot)]
    # Whoever made a file with more slots would have each of them tried, a second long or more.
    if max(len(users) - MOST_USERS, len(users) - len(set(users)), len(single) - len(set(single))) > 0:
        raise TrainerError("vault.damaged")
    if not all(_is_sound(slot) for slot in slots):
        raise TrainerError("vault.damaged")
    return slots


def _load(vault: bytes) -> dict[str, Any]:
    """Parse, and compare the checksum before anything is believed, even the version."""
    if len(vault) > _MAX_SIZE:
        raise TrainerError("vault.damaged")
    try:
        document = json.loads(vault)
        expected = document.pop(_SUM)
        actual = hashlib.sha256(_canonical(document)).hexdigest()
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise TrainerError("vault.damaged") from problem
    if not isinstance(document, dict) or expected != actual:
        raise TrainerError("vault.damaged")
    return document


def _is_sound(slot: _Slot) -> bool:
    """Check lengths and costs, so that a forged file can neither hang nor crash the program."""
    if isinstance(slot, (_RecoverySlot, KeeperSlot)):
        return True
    if isinstance(slot, _ServerSlot):
        return (len(slot.nonce), slot.cipher) == (_NONCE, _CIPHER) and len(slot.sealed) > _TAG
    if isinstance(slot, _FormerSlot):
        return (len(slot.nonce), len(slot.sealed), slot.cipher) == (_NONCE, _KEY + _SALT + _TAG, _CIPHER)
    try:
        KdfCost(slot.memory_kib, slot.passes, slot.lanes)
    except ValueError:
        return False
    lengths = (len(slot.salt), len(slot.nonce), len(slot.sealed))
    known = slot.kdf == _KDF and slot.cipher == _CIPHER
    if isinstance(slot, UserSlot):
        return known and len(slot.name) == _MARK and lengths == (_SALT, _NONCE, _KEY + _TAG)
    return known and lengths == (_SALT, _NONCE, _KEY + _SALT + _TAG)
