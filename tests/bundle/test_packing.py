"""The strict ZIP: one plain shape is read, everything else is refused without unpacking it."""

import os
import subprocess
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bundle.odd_archives import (
    MEMBERS,
    ODD,
    ODD_NAMES,
    built,
    forged_size,
    info,
    named,
    overlapping,
    two_halves,
    with_hidden_bytes,
)
from tests.bundle.parts import code_of
from trainer_app.bundle.layout import MAX_MEMBERS, MAX_TOTAL, is_plain_name
from trainer_app.bundle.packing import Archive, pack
from trainer_app.domain.base.errors import TrainerError


def read_all(data: bytes) -> dict[str, bytes]:
    """Read every member, as the reader of bundles does in the end."""
    archive = Archive(data)
    return {name: archive.read(name) for name in archive.names}


def test_what_is_packed_is_read_back_in_order() -> None:
    assert list(read_all(pack(MEMBERS)).items()) == list(MEMBERS.items())


def test_the_same_members_give_the_same_bytes() -> None:
    assert pack(MEMBERS) == pack(dict(MEMBERS))


@given(st.dictionaries(st.from_regex(r"data/[a-z0-9]{1,9}", fullmatch=True), st.binary(), max_size=9))
def test_any_members_survive(members: dict[str, bytes]) -> None:
    assert read_all(pack(members)) == members


def test_other_programs_read_it(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(pack(MEMBERS))
    subprocess.run(["unzip", "-t", "a.zip"], cwd=tmp_path, check=True, capture_output=True)
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == MEMBERS


def test_a_plain_archive_of_another_writer_is_read() -> None:
    assert read_all(built(lambda archive: archive.writestr(info(), b"x" * 999))) == {"a.txt": b"x" * 999}


@pytest.mark.parametrize("name", ODD_NAMES)
def test_odd_names_are_refused(name: str) -> None:
    assert not is_plain_name(name)
    assert code_of(Archive, named(name)) == "bundle.not_a_bundle"


@pytest.mark.parametrize("kind", ODD)
def test_odd_shapes_are_refused(kind: str) -> None:
    assert code_of(read_all, ODD[kind]()) == "bundle.not_a_bundle"


@pytest.mark.parametrize("offset", [6, 8, 10, 12, 14, 18, 22, 26, 28, 30])
def test_a_local_header_that_says_something_else_is_refused(offset: int) -> None:
    data = bytearray(pack(MEMBERS))
    data[offset] ^= 1
    assert code_of(Archive, bytes(data)) == "bundle.not_a_bundle"


def test_members_may_not_overlap() -> None:
    assert code_of(Archive, overlapping()) == "bundle.not_a_bundle"


def test_a_member_that_inflates_beyond_its_word_is_refused() -> None:
    bomb = forged_size(10, b"\x00" * 50_000_000)
    assert len(bomb) < 60_000
    assert code_of(read_all, bomb) == "bundle.not_a_bundle"
    assert code_of(read_all, forged_size(60, b"x" * 50)) == "bundle.not_a_bundle"


def test_a_bomb_takes_no_more_memory_than_its_word() -> None:
    archive = Archive(forged_size(10, b"\x00" * 50_000_000))
    tracemalloc.start()
    try:
        assert code_of(archive.read, "a.txt") == "bundle.not_a_bundle"
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 1_000_000


def test_a_bomb_is_refused_by_its_word_before_it_is_inflated() -> None:
    assert code_of(Archive, forged_size(MAX_TOTAL + 1, b"x")) == "bundle.too_big"
    assert code_of(Archive, forged_size(0xFFFFFFFF, b"x")) == "bundle.too_big"
    assert code_of(Archive, two_halves()) == "bundle.too_big"


def test_a_member_over_its_own_limit_is_refused() -> None:
    archive = Archive(pack({"a.txt": b"x" * 1000}))
    assert archive.read("a.txt", 1000) == b"x" * 1000
    assert code_of(archive.read, "a.txt", 999) == "bundle.too_big"
    assert code_of(archive.read, "b.txt") == "bundle.not_a_bundle"


def test_too_many_members_are_refused() -> None:
    names = [f"a{number}" for number in range(MAX_MEMBERS + 1)]
    assert len(Archive(pack(dict.fromkeys(names[1:], b""))).names) == MAX_MEMBERS
    assert code_of(Archive, pack(dict.fromkeys(names, b""))) == "bundle.too_big"


def test_bytes_after_the_deflated_data_are_refused() -> None:
    assert code_of(read_all, with_hidden_bytes()) == "bundle.not_a_bundle"


def test_every_cut_and_every_changed_byte_is_refused_or_harmless() -> None:
    data = pack(MEMBERS)
    for length in range(len(data)):
        assert code_of(read_all, data[:length]) in ("bundle.not_a_bundle", "bundle.too_big")
    for position in range(len(data)):
        changed = bytearray(data)
        changed[position] ^= 0xFF
        assert outcome(bytes(changed)) in ("same", "refused"), position


def outcome(data: bytes) -> str:
    """Tell whether an archive is refused, the same, or something else."""
    try:
        return "same" if read_all(data) == MEMBERS else "different"
    except TrainerError:
        return "refused"


def test_random_archives_never_crash_the_reader() -> None:
    for _ in range(300):
        assert outcome(os.urandom(200)) == "refused"
        assert outcome(os.urandom(200) + pack({})) == "refused"
