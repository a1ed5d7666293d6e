"""Revocation list and receipts: written, read back, searched."""

import pytest

from trainer_app.bundle import encodings
from trainer_app.bundle.trust import (
    Receipt,
    RevocationList,
    Revoked,
    read_receipts,
    read_revocations,
    write_receipts,
)
from trainer_app.domain.base.errors import TrainerError

LIST = RevocationList(
    "DSH",
    "2018-11-02",
    7,
    (
        Revoked("DSH-2018-K7-00042-98", "void", "2018-10-19", "ab" * 16, "no_show"),
        Revoked("DSH-2018-K7-00043-95", "replaced", "2018-10-20", replaced_by="DSH-2018-K7-00044-92"),
    ),
)


def test_the_list_survives_being_written() -> None:
    assert read_revocations(encodings.encode(LIST)) == LIST


def test_a_certificate_is_found_by_serial_or_by_credential() -> None:
    assert LIST.find("DSH-2018-K7-00042-98") == LIST.certificates[0]
    assert LIST.find("another", "ab" * 16) == LIST.certificates[0]
    assert LIST.find("DSH-2018-K7-00043-95") == LIST.certificates[1]
    assert LIST.find("DSH-2018-K7-00043-95", "ab" * 16) == LIST.certificates[0]
    assert LIST.find("another") is None
    assert LIST.find("another", "cd" * 16) is None


def test_a_number_that_was_declared_void_warns_whatever_is_signed_under_it() -> None:
    """H8: a void number signed again with one more blank."""
    assert LIST.find("DSH-2018-K7-00042-98", "cd" * 16) == LIST.certificates[0]


def test_receipts_survive_being_written() -> None:
    receipts = (Receipt("0" * 32, 812, "2018-11-02", ("a", "b")), Receipt("1" * 32, 3, "2018-11-02"))
    assert read_receipts(write_receipts(receipts)) == (receipts, ())
    assert b"blobs" not in write_receipts(receipts), "as older programs wrote it"
    assert read_receipts(write_receipts((), ("ab" * 32,))) == ((), ("ab" * 32,))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"{}", "bundle.not_a_bundle"),
        (b"", "bundle.not_a_bundle"),
        (b'{"format":"trainer-revoked","version":9}', "bundle.too_new"),
        (b'{"format":"trainer-revoked","version":1}', "bundle.not_a_bundle"),
        (b'{"format":"trainer-receipts","version":1}', "bundle.not_a_bundle"),
    ],
)
def test_what_is_no_list_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(TrainerError) as problem:
        read_revocations(data)
    assert problem.value.code == code
