"""An update's file: only the publisher's, whole, and nothing outside its folder."""

import os
import secrets
from typing import Any

import msgspec
import pytest

from tests.kit.pretended_program import NEWS, write_layer
from trainer_app.bundle import packing, program_update, sealing
from trainer_app.bundle.program_update import (
    UpdateManifest,
    layer_files,
    read_update,
    version_key,
    write_update,
)
from trainer_app.domain.base.errors import TrainerError

SEED, RESERVE = secrets.token_bytes(32), secrets.token_bytes(32)
KEYS = [sealing.public_key_of(SEED), sealing.public_key_of(RESERVE)]
MANIFEST = UpdateManifest("0.2.0", "9f", "2026-12-01", "py3.13-1", 7, NEWS, 0, "")


FILES = {"trainer_app.zip": b"program", "resources/i18n/one.json": b"{}", "release.json": b"{}"}
FILE = write_update(MANIFEST, write_layer(FILES), SEED)


def code_of(work: Any, *arguments: object) -> str:
    with pytest.raises(TrainerError) as problem:
        work(*arguments)
    return problem.value.code


@pytest.mark.parametrize("seed", [SEED, RESERVE], ids=["release", "reserve"])
def test_an_update_of_either_key_is_read_whole(seed: bytes) -> None:
    update = read_update(write_update(MANIFEST, write_layer(FILES), seed), KEYS)
    assert (update.manifest.number, update.manifest.news) == ("0.2.0", NEWS)
    assert layer_files(update.layer) == FILES


def test_the_same_files_make_the_same_update() -> None:
    assert write_update(MANIFEST, write_layer(FILES), SEED) == FILE


def test_an_update_of_another_key_is_not_looked_into() -> None:
    stranger = write_update(MANIFEST, write_layer(FILES), secrets.token_bytes(32))
    assert code_of(read_update, stranger, KEYS) == "update.other_publisher"
    assert code_of(read_update, FILE, []) == "update.other_publisher"


def test_what_the_publisher_signed_for_another_purpose_is_no_update() -> None:
    archive = packing.Archive(FILE)
    members = {name: archive.read(name) for name in archive.names}
    members["update.json.minisig"] = sealing.sign(members["update.json"], SEED, sealing.Purpose.TRUST)
    assert code_of(read_update, packing.pack(members), KEYS) == "update.other_publisher"


def test_no_changed_byte_changes_what_is_read() -> None:
    steps = max(1, len(FILE) // 150)
    whole, refused = read_update(FILE, KEYS), 0
    for at in range(0, len(FILE), steps):
        spoiled = FILE[:at] + bytes([FILE[at] ^ 1]) + FILE[at + 1 :]
        try:
            read = read_update(spoiled, KEYS)
        except TrainerError as problem:
            refused += problem.code in {"update.not_an_update", "update.other_publisher", "update.damaged"}
        else:
            # Attributes of the ZIP's members say nothing that is taken.
            assert read == whole
    assert refused > 130
    for size in range(0, len(FILE), steps):
        assert code_of(read_update, FILE[:size], KEYS) == "update.not_an_update"


def test_another_layer_under_a_good_signature_is_damaged() -> None:
    archive = packing.Archive(FILE)
    members = {name: archive.read(name) for name in archive.names}
    members["program.zip"] = write_layer({**FILES, "trainer_app.zip": b"another"})
    assert code_of(read_update, packing.pack(members), KEYS) == "update.damaged"
    assert code_of(read_update, packing.pack({**members, "more.txt": b""}), KEYS) == "update.not_an_update"


BACKWARDS = pytest.param("a\\b", marks=pytest.mark.skipif(os.sep == "\\", reason="it is read as a/b there"))


@pytest.mark.parametrize(
    "name", ["../outside", "/etc/outside", "C:/outside", BACKWARDS, "resources/../../outside", "what?"]
)
def test_a_layer_reaches_nothing_outside(name: str) -> None:
    assert code_of(layer_files, write_layer({name: b""})) == "update.damaged"


def test_what_is_no_zip_or_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert code_of(layer_files, b"no zip") == "update.damaged"
    monkeypatch.setattr(program_update, "_MAX_FILES", 2)
    assert code_of(layer_files, write_layer(FILES)) == "update.damaged"
    monkeypatch.setattr(program_update, "MAX_SIZE", 100)
    assert code_of(read_update, FILE, KEYS) == "bundle.too_big"


def test_a_newer_form_says_so() -> None:
    newer = msgspec.structs.replace(MANIFEST, version=2)
    assert code_of(read_update, write_update(newer, write_layer(FILES), SEED), KEYS) == "bundle.too_new"


def test_versions_stand_in_the_order_of_their_numbers() -> None:
    numbers = ["0.9.1", "0.10.0", "0.10.1", "1.0", "1.0.0"]
    assert sorted(numbers, key=version_key) == numbers
    for wrong in ("", "1", "1.0-beta", "01.0", "1.0.0.0.0", "../1.0"):
        with pytest.raises(ValueError, match="number of a version"):
            version_key(wrong)


def test_keys_stand_in_a_text_as_minisign_takes_them() -> None:
    lines = [f"{sealing.minisign_public(key)}  # one of two" for key in KEYS]
    assert sealing.read_public_keys("\n".join(["# publisher", "", *lines])) == KEYS
