"""Keys: written and read back, told apart aloud, kept out of sight."""

import itertools
import json
import re
from collections import Counter

import pytest

from trainer_app.bundle import sealing
from trainer_app.bundle.encodings import fingerprint, is_typed, pick_groups
from trainer_app.bundle.keys import DeviceKeys, OfficeKeys, read_standby, write_standby
from trainer_app.domain.base.errors import TrainerError


def test_device_keys_survive_being_written() -> None:
    keys = DeviceKeys.generate()
    again = DeviceKeys.from_json(keys.to_json())
    assert again == keys
    assert (again.signing_key, again.recipient, again.key_id) == (
        keys.signing_key,
        keys.recipient,
        keys.key_id,
    )


def test_office_keys_survive_being_written() -> None:
    keys, _ = OfficeKeys.generate()
    assert OfficeKeys.from_json(keys.to_json()) == keys


def test_the_paper_keys_fit_the_public_halves_that_stay() -> None:
    keys, paper = OfficeKeys.generate()
    assert sealing.recipient_of(paper.recovery) == keys.recovery_recipient
    assert sealing.public_key_of(read_standby(paper.standby)) == keys.standby_key
    assert keys.roots == (sealing.public_key_of(keys.root_seed), keys.standby_key)
    assert paper.recovery not in keys.to_json()


def test_no_secret_shows_in_a_repr() -> None:
    device = DeviceKeys.generate()
    office, paper = OfficeKeys.generate()
    shown = repr((device, office, paper))
    for secret in (device.identity, office.identity, paper.recovery, paper.standby):
        assert secret not in shown
    assert "AGE-SECRET" not in shown
    assert repr(device.seed) not in shown
    assert repr(office.root_seed) not in shown


def test_a_fingerprint_is_six_groups_of_digits_and_depends_on_every_part() -> None:
    keys = DeviceKeys.generate()
    assert re.fullmatch(r"\d{5}( \d{5}){5}", keys.fingerprint)
    assert keys.fingerprint == DeviceKeys(keys.seed, keys.identity).fingerprint
    other = DeviceKeys.generate()
    assert keys.fingerprint != DeviceKeys(keys.seed, other.identity).fingerprint
    assert keys.fingerprint != DeviceKeys(other.seed, keys.identity).fingerprint
    assert fingerprint("a", b"bc", b"d") != fingerprint("a", b"b", b"cd")
    assert fingerprint("a", b"b") != fingerprint("b", b"b")


def test_every_two_groups_may_be_asked_for_and_the_same_keys_are_asked_alike() -> None:
    """Low row on digits: keys whose first group fits are made in a second; the two are not known."""
    digits = [fingerprint("office", bytes([number])) for number in range(256)]
    picked = Counter(pick_groups(bytes(32), one) for one in digits)
    assert set(picked) == set(itertools.combinations(range(1, 7), 2))
    assert max(picked.values()) < 40, "of 256, each about 17 times"
    assert [pick_groups(bytes(32), one) for one in digits] == [pick_groups(bytes(32), one) for one in digits]
    other = [pick_groups(bytes([1]) * 32, one) for one in digits]
    assert sum(a == pick_groups(bytes(32), b) for a, b in zip(other, digits, strict=True)) < 60


def test_both_groups_have_to_fit_and_all_six_will_do() -> None:
    digits = "48213 09375 52017 00041 77777 31250"
    assert is_typed("09375 00041", digits, (2, 4))
    assert is_typed(" 0 9375-00041\n", digits, (2, 4))
    assert is_typed(digits, digits, (2, 4))
    for typed in ("00041 09375", "09375 00042", "19375 00041", digits.replace("7", "1")):
        assert not is_typed(typed, digits, (2, 4))
    for missing in ("", "09375", "09375 0004", "09375 00041 5", "٠٩٣٧٥ ٠٠٠٤١"):
        with pytest.raises(TrainerError) as problem:
            is_typed(missing, digits, (2, 4))
        assert (problem.value.code, problem.value.values) == (
            "office.digits_missing",
            {"first": 2, "second": 4},
        )


def test_the_fingerprint_never_changes_between_versions() -> None:
    assert fingerprint("device", bytes(32), b"age1") == "81502 61310 90471 79395 88603 99443"


def test_the_standby_is_read_as_people_type_it_and_every_mistake_is_found() -> None:
    _, paper = OfficeKeys.generate()
    seed = read_standby(paper.standby)
    spaced = " ".join(paper.standby[at : at + 4] for at in range(0, len(paper.standby), 4))
    assert read_standby(spaced.lower()) == seed
    for position in range(len(paper.standby)):
        wrong = "B" if paper.standby[position] != "B" else "C"
        typed = paper.standby[:position] + wrong + paper.standby[position + 1 :]
        with pytest.raises(TrainerError) as problem:
            read_standby(typed)
        assert problem.value.code == "bundle.bad_standby"


@pytest.mark.parametrize("typed", ["", "TRAINER-STANDBY-1", "ЖЖЖ", "=====", "A" * 56, "TRAINER-STANDBY-1AA"])
def test_what_is_no_standby_is_refused(typed: str) -> None:
    with pytest.raises(TrainerError) as problem:
        read_standby(typed)
    assert problem.value.code == "bundle.bad_standby"


@pytest.mark.parametrize(
    ("name", "value"),
    [("signing_seed", "AAAA"), ("signing_seed", 7), ("receiving", "AGE-SECRET-KEY-1X"), ("format", "other")],
)
def test_damaged_device_keys_are_refused(name: str, value: object) -> None:
    document = json.loads(DeviceKeys.generate().to_json())
    document[name] = value
    with pytest.raises(TrainerError) as problem:
        DeviceKeys.from_json(json.dumps(document))
    assert problem.value.code == "bundle.keys_damaged"


def test_newer_keys_are_refused_as_newer() -> None:
    document = json.loads(OfficeKeys.generate()[0].to_json())
    document["version"] = 2
    with pytest.raises(TrainerError) as problem:
        OfficeKeys.from_json(json.dumps(document))
    assert problem.value.code == "bundle.too_new"


def test_unknown_members_of_keys_are_ignored() -> None:
    keys = DeviceKeys.generate()
    document = {**json.loads(keys.to_json()), "colour": "blue"}
    assert DeviceKeys.from_json(json.dumps(document)) == keys


def test_a_standby_key_is_read_without_what_each_begins_with() -> None:
    written = write_standby(bytes(range(32)))
    groups = written.removeprefix("TRAINER-STANDBY-1")
    assert read_standby(groups.lower()) == read_standby(written) == bytes(range(32))
    with pytest.raises(TrainerError):
        read_standby(groups[1:])


def test_an_identity_typed_from_paper_is_tidied_and_its_mistakes_found() -> None:
    identity = sealing.new_identity()
    assert sealing.tidy_identity(f"  {identity[:30].lower()}\n {identity[30:].lower()}") == identity
    groups = identity.removeprefix("AGE-SECRET-KEY-1")
    assert sealing.tidy_identity(groups.lower()) == identity, "what it begins with is the same on each paper"
    for wrong in (
        "",
        "AGE-SECRET-KEY-1",
        identity[:-1],
        groups[:-1],
        identity + "Q",
        sealing.recipient_of(identity),
    ):
        with pytest.raises(TrainerError) as problem:
            sealing.tidy_identity(wrong)
        assert problem.value.code == "bundle.bad_identity"
