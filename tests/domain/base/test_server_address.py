"""Where a server is, and what it must be like: nothing leaves a computer without protection."""

from typing import Any

import pytest

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.server_address import (
    DatabaseState,
    ServerAddress,
    ServerFacts,
    Weight,
    judge_server,
    read_address,
    verdict_of,
)
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.system.messages import text as words_of


def refusal(text: str) -> str | None:
    """Return the code with which an address is refused; None if it is read."""
    try:
        read_address(text)
    except TrainerError as refused:
        return refused.code
    return None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("postgresql://office@localhost/db", ServerAddress("localhost", 5432, "db", "office")),
        ("postgres://o:p%40ss%2F@127.0.0.1:5433/db", ServerAddress("127.0.0.1", 5433, "db", "o", "p@ss/")),
        ("postgresql://o@[::1]/db", ServerAddress("::1", 5432, "db", "o")),
        (" postgresql://o@/db?host=/run/postgresql ", ServerAddress("/run/postgresql", 5432, "db", "o")),
        ("postgresql://o@db.example/d%20b", ServerAddress("db.example", 5432, "d b", "o")),
        (
            "postgresql://o@db.example/db?sslmode=verify-full&sslrootcert=/etc/root%20ca.crt",
            ServerAddress("db.example", 5432, "db", "o", "", "/etc/root ca.crt"),
        ),
    ],
)
def test_an_address_is_read_and_written_again(text: str, found: ServerAddress) -> None:
    assert read_address(text) == found
    assert read_address(found.text()) == found
    assert "p@ss" not in found.shown()
    assert "p%40ss" not in found.shown()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "db.example",
        "host=db.example dbname=db user=o",
        "mysql://o@db.example/db",
        "postgresql://o@db.example/",
        "postgresql://db.example/db",
        "postgresql:///db?host=/run/postgresql",
        "postgresql://o@/db",
        "postgresql://o@/db?host=run",
        "postgresql://o@localhost/db?host=/run/postgresql",
        "postgresql://o@localhost:port/db",
        "postgresql://o@localhost:99999/db",
        "postgresql://o@[::1/db",
        "postgresql://o@localhost/db?hostaddr=192.0.2.1",
        "postgresql://o@localhost/db?service=other",
        "postgresql://o@localhost/db?options=-c%20jit%3Don",
        "postgresql://o@db.example/db?sslrootcert",
        "postgresql://o%00@localhost/db",
    ],
)
def test_what_is_no_address_of_a_database_is_refused(text: str) -> None:
    assert refusal(text) == "server.bad_address"


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer", "require", "verify-ca", "VERIFY-FULL", ""])
def test_less_than_a_checked_certificate_is_refused_where_something_leaves_the_computer(mode: str) -> None:
    assert refusal(f"postgresql://o@db.example/db?sslmode={mode}") == "server.unsafe"
    assert refusal(f"postgresql://o@localhost/db?sslmode={mode}") is None
    assert refusal(f"postgresql://o@/db?host=/run/postgresql&sslmode={mode}") is None


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("localhost", True),
        ("127.0.0.1", True),
        ("127.8.9.10", True),
        ("::1", True),
        ("/run/postgresql", True),
        ("localhost.example", False),
        ("127.0.0.1.example", False),
        ("192.0.2.7", False),
        ("0.0.0.0", False),
        ("::ffff:192.0.2.7", False),
        ("LOCALHOST", False),
    ],
)
def test_only_this_computer_is_here(host: str, here: bool) -> None:
    address = ServerAddress(host, 5432, "db", "o", "secret")
    assert address.stays_here is here
    said = address.parameters()
    assert said["gssencmode"] == "disable"
    if here:
        assert "sslmode" not in said
        assert said.get("hostaddr", "") in ("", "127.0.0.1", "127.8.9.10", "::1")
        assert ("hostaddr" in said) is not address.is_socket
    else:
        assert (said["sslmode"], said["sslrootcert"]) == ("verify-full", "system")
        assert said["require_auth"] == "!password,!md5"


# --- what a server must be like

GOOD = ServerFacts(
    version=15_0004,
    stays_here=False,
    tls="TLSv1.3",
    encoding="UTF8",
    collation="C",
    zone="Asia/Dushanbe",
    ahead=-300,
    whole_writes=True,
    checksums=True,
    superuser=False,
    state=DatabaseState.EMPTY,
    may_write=True,
    connections=20,
    size=1 << 20,
    free=2 << 30,
    may_make_roles=True,
)
"""A server that is just good enough in everything."""


def test_a_server_that_is_just_good_enough_is_good() -> None:
    found = judge_server(GOOD)
    assert {each.weight for each in found} == {Weight.GOOD}
    assert verdict_of(found).code == "server_check.fit"


@pytest.mark.parametrize(
    ("code", "weight", "facts"),
    [
        ("too_old", Weight.WRONG, {"version": 14_0022}),
        ("no_tls", Weight.WRONG, {"tls": ""}),
        ("here", Weight.GOOD, {"tls": "", "stays_here": True}),
        ("strange", Weight.WRONG, {"state": DatabaseState.STRANGE}),
        ("awaited", Weight.HINT, {"state": DatabaseState.AWAITED}),
        ("left", Weight.HINT, {"state": DatabaseState.LEFT}),
        ("no_rights", Weight.WRONG, {"may_write": False}),
        ("superuser", Weight.HINT, {"superuser": True}),
        ("no_roles", Weight.HINT, {"may_make_roles": False}),
        ("roles_lost", Weight.HINT, {"roles_lost": True}),
        ("bad_encoding", Weight.WRONG, {"encoding": "SQL_ASCII"}),
        ("clock", Weight.WRONG, {"ahead": 301}),
        ("clock", Weight.WRONG, {"ahead": -301}),
        ("torn_writes", Weight.WRONG, {"whole_writes": False}),
        ("no_checksums", Weight.HINT, {"checksums": False}),
        ("few_connections", Weight.HINT, {"connections": 19}),
        ("disk_unknown", Weight.HINT, {"free": None}),
        ("small_disk", Weight.WRONG, {"free": (2 << 30) - 1}),
    ],
)
def test_each_thing_that_a_server_lacks_is_told_with_its_weight_in_every_language(
    code: str, weight: Weight, facts: dict[str, Any]
) -> None:
    found = judge_server(replace(GOOD, **facts))
    (told,) = (each for each in found if each.code == f"server_check.{code}")
    assert told.weight is weight
    wrong = weight is Weight.WRONG
    assert verdict_of(found).code == ("server_check.done" if wrong else "server_check.fit")
    said = [words_of(told.code, language, **told.values) for language in LANGUAGES]
    assert len(set(said)) == len(LANGUAGES)
    assert not any("{" in each or "server_check" in each for each in said)
