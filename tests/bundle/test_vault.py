"""The vault: each slot opens alone, every damage is told apart from a wrong passphrase."""

import functools
import hashlib
import json
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import passphrases
from trainer_app.bundle import sealing, vault
from trainer_app.bundle.sealing import MINIMUM_COST
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.exchange.laptops import KdfCost

PASSPHRASE = "чойники кабуд"
type Locked = tuple[bytes, vault.DataKey]


def quick_key(passphrase: str, salt: bytes, cost: KdfCost) -> bytes:
    """Return a key that is another one for another passphrase, salt or cost, as Argon2id's is, at once."""
    said = sealing.normalise_passphrase(passphrase).encode()
    numbers = f"{cost.memory} {cost.passes} {cost.lanes}".encode()
    return hashlib.blake2b(said, digest_size=32, salt=salt, key=numbers).digest()


@pytest.fixture(autouse=True, scope="module")
def _nothing_remembered() -> Iterator[None]:
    """Give each vault a salt of its own, as the program does; what a key costs is asked by `dear` tests."""
    passphrases.forget()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vault, "passphrase_key", quick_key)
        yield
    passphrases.remember()


@pytest.fixture(scope="module")
def locked(_nothing_remembered: None) -> Locked:
    """One vault that is opened by "чойники кабуд"; made once, for nobody changes bytes."""
    return vault.create_vault(PASSPHRASE, MINIMUM_COST)


@pytest.fixture
def dear(monkeypatch: pytest.MonkeyPatch) -> Locked:
    """Return a vault whose passphrases are stretched by Argon2id in truth, the same words and salt once."""
    monkeypatch.setattr(vault, "passphrase_key", functools.cache(sealing.passphrase_key))
    return vault.create_vault(PASSPHRASE, MINIMUM_COST)


def code_of(work: Any, *arguments: object) -> str:
    """Return the code with which a call is refused."""
    with pytest.raises(TrainerError) as problem:
        work(*arguments)
    return problem.value.code


def blob_or_code(data: bytes) -> bytes | str:
    """Return the recovery blob of a vault, or the code with which the vault is refused."""
    try:
        return vault.recovery_blob(data)
    except TrainerError as problem:
        return problem.code


def with_sum(document: dict[str, Any]) -> bytes:
    """Write a forged vault whose checksum is right, as an attacker would."""
    rest = {name: value for name, value in document.items() if name != "sha256"}
    text = json.dumps(rest, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return json.dumps({**rest, "sha256": hashlib.sha256(text.encode()).hexdigest()}).encode()


def test_the_passphrase_opens_it_and_no_other(dear: Locked) -> None:
    data, key = dear
    assert vault.unlock(data, PASSPHRASE) == key
    assert code_of(vault.unlock, data, "чойники сабз") == "vault.wrong_passphrase"


YO, YE = "ягнёнок и Ёлка", "ягненок и Елка"


def test_a_new_passphrase_opens_with_yo_and_without(locked: Locked) -> None:
    data, key = vault.create_vault(YO, MINIMUM_COST)
    assert vault.unlock(data, YO) == vault.unlock(data, YE) == key
    data = vault.change_passphrase(data, YE, "берёза у дома", MINIMUM_COST)
    assert vault.unlock(data, "берёза у дома") == vault.unlock(data, "береза у дома") == key
    data, key = locked
    user = vault.new_user("u1")
    data = vault.put_user(data, key, user, "зарина", YO, MINIMUM_COST)
    assert vault.unlock(data, YO, "зарина").user == vault.unlock(data, YE, "зарина").user == user


def test_a_vault_from_before_opens_with_yo_as_it_was_typed_then(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as before:
        before.setattr(vault, "kept_spelling", str)
        data, key = vault.create_vault(YO, MINIMUM_COST)
    assert vault.unlock(data, YO) == key
    assert code_of(vault.unlock, data, YE) == "vault.wrong_passphrase"
    data = vault.change_passphrase(data, YO, YO, MINIMUM_COST)
    assert vault.unlock(data, YE) == key, "chosen anew, it opens with both"


@pytest.mark.parametrize(("typed", "stretched"), [("берёза", ["берёза", "береза"]), ("береза", ["береза"])])
def test_another_spelling_is_tried_only_where_there_is_one(
    locked: Locked, monkeypatch: pytest.MonkeyPatch, typed: str, stretched: list[str]
) -> None:
    found: list[str] = []

    def stretch(passphrase: str, salt: bytes, cost: KdfCost) -> bytes:
        found.append(passphrase)
        return quick_key(passphrase, salt, cost)

    monkeypatch.setattr(vault, "passphrase_key", stretch)
    assert code_of(vault.unlock, locked[0], typed) == "vault.wrong_passphrase"
    assert found == stretched


def test_two_vaults_share_nothing() -> None:
    first, first_key = vault.create_vault(PASSPHRASE, MINIMUM_COST)
    second, second_key = vault.create_vault(PASSPHRASE, MINIMUM_COST)
    assert first_key.key != second_key.key
    assert first_key.salt != second_key.salt
    slots = [json.loads(data)["slots"][0] for data in (first, second)]
    assert all(slots[0][name] != slots[1][name] for name in ("salt", "nonce", "sealed"))


def test_the_key_is_neither_in_the_file_nor_in_a_repr(locked: Locked) -> None:
    data, key = locked
    assert key.key not in data
    assert key.key.hex() not in data.decode()
    assert key.key.hex() not in repr(key)
    assert str(key.key) not in repr(key)


def test_a_changed_passphrase_replaces_the_old_one_and_keeps_the_key(locked: Locked) -> None:
    data, key = locked
    changed = vault.change_passphrase(data, PASSPHRASE, "нави ман", MINIMUM_COST)
    assert vault.unlock(changed, "нави ман") == key
    assert code_of(vault.unlock, changed, PASSPHRASE) == "vault.wrong_passphrase"
    assert code_of(vault.change_passphrase, data, "ғалат", "нави ман") == "vault.wrong_passphrase"


def test_the_recovery_key_opens_it_and_gives_a_new_passphrase(locked: Locked) -> None:
    data, key = locked
    paper = sealing.new_identity()
    both = vault.add_recovery(data, key, sealing.recipient_of(paper))
    assert vault.unlock(both, PASSPHRASE) == key
    typed = f" {paper[:20].lower()} {paper[20:].lower()} "
    found = vault.unlock_with_recovery(both, typed)
    assert found == key
    renewed = vault.set_passphrase(both, found, "дуюм", MINIMUM_COST)
    assert vault.unlock(renewed, "дуюм") == key
    assert vault.unlock_with_recovery(renewed, paper) == key
    assert len(json.loads(renewed)["slots"]) == 2


def test_a_second_recovery_key_replaces_the_first(locked: Locked) -> None:
    data, key = locked
    old, new = sealing.new_identity(), sealing.new_identity()
    both = vault.add_recovery(data, key, sealing.recipient_of(old))
    both = vault.add_recovery(both, key, sealing.recipient_of(new))
    assert vault.unlock_with_recovery(both, new) == key
    assert code_of(vault.unlock_with_recovery, both, old) == "vault.wrong_recovery_key"


def test_each_trouble_with_the_recovery_key_has_its_own_code(locked: Locked) -> None:
    data, key = locked
    paper = sealing.new_identity()
    both = vault.add_recovery(data, key, sealing.recipient_of(paper))
    mistyped = paper[:-1] + ("Q" if paper[-1] != "Q" else "P")
    assert code_of(vault.unlock_with_recovery, data, paper) == "vault.no_recovery"
    assert code_of(vault.unlock_with_recovery, both, mistyped) == "vault.bad_recovery_key"
    assert code_of(vault.unlock_with_recovery, both, sealing.new_identity()) == "vault.wrong_recovery_key"
    torn = vault.recovery_blob(both)[:-1]
    assert code_of(vault.open_recovery_blob, torn, paper) == "vault.damaged"
    empty = sealing.seal(b"", [sealing.recipient_of(paper)])
    assert code_of(vault.open_recovery_blob, empty, paper) == "vault.damaged"


def test_the_plain_age_program_opens_the_recovery_blob(locked: Locked, tmp_path: Path) -> None:
    data, key = locked
    paper = sealing.new_identity()
    blob = vault.recovery_blob(vault.add_recovery(data, key, sealing.recipient_of(paper)))
    (tmp_path / "paper.txt").write_text(paper + "\n")
    opened = subprocess.run(
        ["age", "-d", "-i", tmp_path / "paper.txt"], input=blob, capture_output=True, check=True
    )
    assert opened.stdout == key.key + key.salt


def test_every_single_byte_changed_is_found(locked: Locked) -> None:
    data, key = locked
    both = vault.add_recovery(data, key, sealing.recipient_of(sealing.new_identity()))
    blob = vault.recovery_blob(both)
    random_source = random.Random(7)
    for position in range(len(both)):
        changed = bytearray(both)
        changed[position] ^= random_source.randrange(1, 256)
        # Only white space between the parts can change without a meaning.
        meaningless = chr(both[position]) in " \n"
        seen = blob_or_code(bytes(changed))
        assert seen == "vault.damaged" or (meaningless and seen == blob), position


def test_every_cut_is_found(locked: Locked) -> None:
    data, _ = locked
    for length in range(len(data) - 1):
        assert code_of(vault.unlock, data[:length], PASSPHRASE) == "vault.damaged"


@pytest.mark.parametrize("name", ["salt", "nonce", "sealed"])
def test_a_forged_slot_never_opens_even_under_a_right_checksum(locked: Locked, name: str) -> None:
    document = json.loads(locked[0])
    other = json.loads(vault.create_vault(PASSPHRASE, MINIMUM_COST)[0])
    document["slots"][0][name] = other["slots"][0][name]
    assert code_of(vault.unlock, with_sum(document), PASSPHRASE) == "vault.wrong_passphrase"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("memory_kib", 8),
        ("memory_kib", 2**31),
        ("memory_kib", -1),
        ("memory_kib", 256 * 1024 + 1),
        ("passes", 10**6),
        ("passes", 13),
        ("lanes", 10**6),
        ("lanes", 5),
        ("memory_kib", "much"),
        ("salt", ""),
        ("sealed", "AAAA"),
        ("sealed", "not base64!"),
        ("kdf", "md5"),
        ("cipher", "xor"),
        ("kind", "hardware"),
    ],
)
def test_forged_numbers_neither_hang_nor_crash(locked: Locked, name: str, value: object) -> None:
    document = json.loads(locked[0])
    document["slots"][0][name] = value
    assert code_of(vault.unlock, with_sum(document), PASSPHRASE) == "vault.damaged"


def test_no_key_is_derived_for_a_vault_with_many_slots_or_a_dear_one(
    locked: Locked, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each slot of a backup file from anybody would cost its whole price once a passphrase is typed."""
    derived: list[object] = []

    def counted(*cost: object) -> bytes:
        derived.append(cost)
        return bytes(32)

    monkeypatch.setattr(vault, "passphrase_key", counted)
    document = json.loads(locked[0])
    (slot,) = document["slots"]
    assert code_of(vault.unlock, locked[0], PASSPHRASE) == "vault.wrong_passphrase"
    assert len(derived) == 1
    for slots in ([slot, slot], [slot] * 100, [{**slot, "memory_kib": 1024 * 1024, "passes": 64}]):
        forged = with_sum({**document, "slots": slots})
        assert code_of(vault.unlock, forged, PASSPHRASE) == "vault.damaged"
        assert code_of(vault.check_whole, forged) == "vault.damaged"
    papers = json.loads(
        vault.add_recovery(locked[0], locked[1], sealing.recipient_of(sealing.new_identity()))
    )["slots"][1:]
    assert code_of(vault.recovery_blob, with_sum({**document, "slots": papers * 2})) == "vault.damaged"
    assert len(derived) == 1


def test_weaker_numbers_do_not_open_a_stronger_slot(dear: Locked) -> None:
    document = json.loads(dear[0])
    document["slots"][0]["passes"] = 4
    assert code_of(vault.unlock, with_sum(document), PASSPHRASE) == "vault.wrong_passphrase"


def test_a_newer_vault_is_refused_as_newer(locked: Locked) -> None:
    document = json.loads(locked[0])
    newer = with_sum({"format": "trainer-vault", "version": 4, "locks": {"unknown": True}})
    with pytest.raises(TrainerError) as problem:
        vault.unlock(newer, PASSPHRASE)
    assert (problem.value.code, problem.value.values) == ("vault.too_new", {"version": 4})
    # A version that was hit by damage is damage, not a newer program.
    document["version"] = 9
    assert code_of(vault.unlock, json.dumps(document).encode(), PASSPHRASE) == "vault.damaged"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"3",
        b"null",
        b'"text"',
        b"[" * 100_000,
        b"{" * 100_000,
        b'{"sha256": "x"}',
        b'{"a": "\\ud800", "sha256": "x"}',
        b'{"a": ' + b"9" * 5000 + b', "sha256": "x"}',
        b"x" * 100_000,
        with_sum({}),
        with_sum({"format": "trainer-vault"}),
        with_sum({"format": "trainer-vault", "version": 1}),
        with_sum({"format": "trainer-vault", "version": 1, "slots": 7}),
        with_sum({"format": "trainer-vault", "version": 1, "slots": []}),
        with_sum({"format": "trainer-vault", "version": "1", "slots": []}),
    ],
)
def test_what_is_no_vault_is_refused(data: bytes) -> None:
    assert code_of(vault.unlock, data, PASSPHRASE) == "vault.damaged"


def test_keys_of_a_wrong_length_are_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        vault.DataKey(b"short", bytes(16))


def test_a_new_slot_takes_at_least_twice_the_memory_that_old_ones_may_have() -> None:
    made, _ = vault.create_vault(PASSPHRASE)
    (slot,) = json.loads(made)["slots"]
    assert slot["memory_kib"] >= 128 * 1024
    assert slot["passes"] >= 3


def test_a_new_key_leads_to_the_one_before_and_never_the_reverse(locked: Locked) -> None:
    _, former = locked
    paper = sealing.new_identity()
    key, recipient = former.renewed(), sealing.recipient_of(paper)
    begun = vault.begin_renewal(former, key, "чойники сабз", MINIMUM_COST, recipient)
    assert vault.recovery_recipient(begun) == recipient
    assert vault.unlock(begun, "чойники сабз") == vault.unlock_with_recovery(begun, paper) == key
    assert key.key != former.key
    assert key.salt == former.salt
    assert code_of(vault.unlock, begun, PASSPHRASE) == "vault.wrong_passphrase"
    assert vault.former_key(begun, key) == former
    assert code_of(vault.former_key, begun, former) == "vault.damaged"
    assert key.key not in begun
    ended = vault.end_renewal(begun)
    assert vault.former_key(ended, key) is None
    assert vault.unlock(ended, "чойники сабз") == key
    assert "former" not in ended.decode()


@pytest.mark.parametrize("wrong", ["nonce", "sealed", "cipher", "twice"])
def test_a_forged_former_slot_opens_nothing(locked: Locked, wrong: str) -> None:
    _, former = locked
    key = former.renewed()
    document = json.loads(vault.begin_renewal(former, key, PASSPHRASE, MINIMUM_COST))
    slot = next(slot for slot in document["slots"] if slot["kind"] == "former")
    if wrong == "twice":
        document["slots"].append(slot)
    elif wrong == "cipher":
        slot["cipher"] = "none"
    else:
        slot[wrong] = slot[wrong][::-1] if wrong == "nonce" else slot[wrong][:-4]
    assert code_of(vault.former_key, with_sum(document), key) == "vault.damaged"


FIRST, SECOND = "1" * 26, "2" * 26


def with_users(locked: Locked) -> tuple[bytes, dict[str, str]]:
    """Return a vault that a passphrase and two users open, and the users' recipients."""
    data, key = locked
    users = [vault.new_user(FIRST), vault.new_user(SECOND)]
    data = vault.put_user(data, key, users[0], "Зарина", "първа парола за входа", MINIMUM_COST)
    data = vault.put_user(data, key, users[1], "Faruh", "second words for the vault", MINIMUM_COST)
    return data, {user.id: user.recipient for user in users}


def test_each_user_opens_the_same_key_by_name_or_without(locked: Locked) -> None:
    (data, users), key = with_users(locked), locked[1]
    assert vault.list_users(data) == users
    for name in ("Faruh", " FARUH ", ""):
        found = vault.unlock(data, "second words for the vault", name)
        assert (found.key, found.salt, found.user and found.user.id) == (key.key, key.salt, SECOND)
    assert vault.unlock(data, PASSPHRASE).user is None
    assert code_of(vault.unlock, data, "second words for the vault", "зарина") == "vault.wrong_passphrase"
    assert code_of(vault.unlock, data, PASSPHRASE, "", FIRST) == "vault.wrong_passphrase"
    assert code_of(vault.unlock, data, PASSPHRASE, "nobody") == "vault.unknown_user"
    assert b"Faruh" not in data, "names stand in the database alone"


def test_a_name_that_nobody_bears_takes_as_long_as_a_wrong_passphrase(
    locked: Locked, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, _ = with_users(locked)
    derived: list[str] = []
    really = vault.passphrase_key

    def counted(passphrase: str, salt: bytes, cost: KdfCost) -> bytes:
        derived.append(passphrase)
        return really(passphrase, salt, cost)

    monkeypatch.setattr(vault, "passphrase_key", counted)
    assert code_of(vault.unlock, data, "words of a stranger", "Зарина") == "vault.wrong_passphrase"
    known = len(derived)
    assert code_of(vault.unlock, data, "words of a stranger", "nobody") == "vault.unknown_user"
    assert len(derived) == 2 * known > 0


def test_a_new_key_is_sealed_for_users_that_are_known_and_no_others(locked: Locked) -> None:
    (data, users), former = with_users(locked), locked[1]
    own = vault.unlock(data, "second words for the vault")
    key = own.renewed()
    known = vault.believed_users(data, {SECOND: users[SECOND], FIRST: "age1other"})
    renewed = vault.begin_renewal(former, key, "quite new words for the vault", MINIMUM_COST, "", known)
    assert list(vault.list_users(renewed)) == [SECOND]
    assert vault.unlock(renewed, "quite new words for the vault", "faruh").key == key.key
    assert code_of(vault.unlock, renewed, PASSPHRASE) == "vault.wrong_passphrase"
    again = vault.begin_renewal(
        former, former.renewed(), PASSPHRASE, MINIMUM_COST, "", vault.believed_users(data, users)
    )
    assert vault.unlock(again, "second words for the vault").key not in (former.key, key.key)


def test_slots_of_users_go_and_are_bounded(locked: Locked) -> None:
    (data, _), key = with_users(locked), locked[1]
    assert json.loads(data)["version"] == 2
    assert json.loads(vault.drop_user(vault.drop_user(data, FIRST), SECOND))["version"] == 1
    alone = vault.drop_passphrase(vault.drop_user(data, FIRST))
    assert list(vault.list_users(alone)) == [SECOND]
    assert code_of(vault.drop_passphrase, vault.drop_user(alone, SECOND)) == "vault.damaged"
    document = json.loads(data)
    slot = document["slots"][-1]
    many = [{**slot, "id": f"{number:026}"} for number in range(vault.MOST_USERS + 1)]
    for slots in ([slot, slot], many, [{**slot, "name": "AA=="}]):
        assert blob_or_code(with_sum({**document, "slots": slots})) == "vault.damaged"
    for number in range(3, vault.MOST_USERS + 1):
        data = vault.put_user(data, key, vault.new_user(f"{number:026}"), "x", PASSPHRASE, MINIMUM_COST)
    fresh = vault.new_user("9" * 26)
    assert code_of(vault.put_user, data, key, fresh, "x", PASSPHRASE, MINIMUM_COST) == "vault.full"


def test_what_a_slot_of_a_user_binds_cannot_be_exchanged(locked: Locked) -> None:
    data, _ = with_users(locked)
    document = json.loads(data)
    one, other = document["slots"][-2:]
    swapped = with_sum({**document, "slots": [{**one, "id": other["id"]}]})
    assert code_of(vault.unlock, swapped, "първа парола за входа") == "vault.wrong_passphrase"
    spoilt = with_sum({**document, "slots": [{**one, "opens": other["opens"]}]})
    assert code_of(vault.unlock, spoilt, "първа парола за входа") == "vault.damaged"


# --- where the data lie


ADDRESS = "postgresql://office:сим-сим@db.example/office?sslrootcert=/etc/office.crt"


def test_the_address_of_a_server_lies_under_the_data_key_alone(locked: Locked) -> None:
    data, key = locked
    assert vault.server_of(data, key) == ""
    moved = vault.put_server(data, key, ADDRESS)
    assert vault.server_of(moved, key) == ADDRESS
    assert json.loads(moved)["version"] == 3
    assert "db.example" not in moved.decode()
    assert vault.unlock(moved, PASSPHRASE) == key
    assert code_of(vault.server_of, moved, vault.DataKey.generate()) == "vault.damaged"
    back = vault.put_server(moved, key, "")
    assert (vault.server_of(back, key), json.loads(back)["version"]) == ("", 1)


def test_a_new_key_takes_the_address_along(locked: Locked) -> None:
    data, former = locked
    key = former.renewed()
    moved = vault.put_server(data, former, ADDRESS)
    server = vault.server_of(moved, former)
    renewed = vault.begin_renewal(former, key, PASSPHRASE, MINIMUM_COST, server=server)
    assert vault.server_of(renewed, key) == ADDRESS
    assert vault.server_of(vault.end_renewal(renewed), key) == ADDRESS
    assert code_of(vault.server_of, renewed, former) == "vault.damaged"


def test_a_slot_of_a_server_that_is_no_such_slot_is_damage(locked: Locked) -> None:
    data, key = locked
    document = json.loads(vault.put_server(data, key, ADDRESS))
    slot = document["slots"][-1]
    for wrong in ({"nonce": "AAAA"}, {"sealed": "AAAA"}, {"cipher": "none"}):
        forged = with_sum({**document, "slots": [*document["slots"][:-1], {**slot, **wrong}]})
        assert code_of(vault.unlock, forged, PASSPHRASE) == "vault.damaged"
    twice = with_sum({**document, "slots": [*document["slots"], slot]})
    assert code_of(vault.unlock, twice, PASSPHRASE) == "vault.damaged"
