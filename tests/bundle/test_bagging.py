"""Manifests: written as sha256sum writes them, read in no other form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bundle.parts import World
from trainer_app.bundle import layout
from trainer_app.bundle.packing import bag_members, blob_name, read_manifest, sha256_hex, write_manifest

ZERO, ONE = "0" * 64, "1" * 64


def test_a_manifest_is_sorted_and_has_two_spaces() -> None:
    assert write_manifest({"b.txt": ZERO, "a.txt": ONE}) == f"{ONE}  a.txt\n{ZERO}  b.txt\n".encode()


NAMES = st.text("abcdefghijklmnopqrstuvwxyz0123456789./-", min_size=1, max_size=20)


@given(st.dictionaries(NAMES, st.just(ZERO)))
def test_any_manifest_survives(digests: dict[str, str]) -> None:
    assert read_manifest(write_manifest(digests)) == digests


@pytest.mark.parametrize(
    "data",
    [
        f"{ZERO}  a.txt",
        f"{ZERO} a.txt\n",
        f"{ZERO}  a.txt\r\n",
        f"{ZERO}  a.txt\n\n",
        f"{ZERO} *a.txt\n",
        f"{ZERO[1:]}  a.txt\n",
        f"{'A' * 64}  a.txt\n",
        f"{ZERO}  b.txt\n{ONE}  a.txt\n",
        f"{ZERO}  a.txt\n{ONE}  a.txt\n",
        f"{ZERO}  имя\n",
        f"{ZERO}  a b\n",
    ],
)
def test_any_other_form_is_refused(data: str) -> None:
    assert read_manifest(data.encode()) is None


def test_a_bag_lists_everything_once_in_its_order() -> None:
    header = World.make().content().header
    payload = {layout.ENTRIES: b"line\n", blob_name(b"scan"): b"scan"}
    members = bag_members(header, b"{}", payload)
    assert list(members) == [*layout.TAGGED, layout.TAG_MANIFEST, *payload]
    assert read_manifest(members[layout.MANIFEST]) == {
        name: sha256_hex(data) for name, data in payload.items()
    }
    tags = read_manifest(members[layout.TAG_MANIFEST])
    assert tags == {name: sha256_hex(members[name]) for name in layout.TAGGED}
    info = members[layout.INFO].decode()
    assert "Bagging-Date: 2018-10-18\n" in info
    assert "Payload-Oxum: 9.2\n" in info
    assert f"External-Identifier: {header.bundle}\n" in info
