"""Where an office's own PostgreSQL server is, which connections are let go there, and what it must be like.

An address is written as PostgreSQL's own tools take it, but nothing stays open that could lead elsewhere or
weaken the connection: `postgresql://user:password@host:5432/database?sslrootcert=/path/root.crt` over TLS,
whose certificate is checked against the host's name, or, with `host=/run/postgresql` in place of a host, a
Unix socket of this computer. On this computer itself (127.0.0.1, ::1, localhost) nothing leaves it, and TLS
is not needed.
"""

import ipaddress
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from msgspec import Struct

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError

OLDEST = 15
"""The oldest version of PostgreSQL that is worked with."""
_PORT = 5432
_KNOWN = frozenset({"host", "sslmode", "sslrootcert"})
_STRICT = "verify-full"


class ServerAddress(Struct, frozen=True):
    """A database on a server, and who connects. `host` is a name, a number, or a folder with a socket.

    `root` is the file with the certificate of whoever vouches for the server; "" for those that this
    computer's system trusts. `password` is a secret: it lies in the vault and is shown nowhere.
    """

    host: str
    port: int
    database: str
    user: str
    password: str = ""
    root: str = ""

    @property
    def is_socket(self) -> bool:
        """Whether it is reached over a socket in a folder of this computer."""
        return self.host.startswith("/")

    @property
    def stays_here(self) -> bool:
        """Whether nothing leaves this computer on the way."""
        if self.is_socket or self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    def parameters(self) -> dict[str, str]:
        """Return what the driver is given, so that nothing in the surroundings decides otherwise."""
        said = {
            "host": self.host,
            "port": str(self.port),
            "dbname": self.database,
            "user": self.user,
            "password": self.password,
            "gssencmode": "disable",
        }
        if not self.is_socket and self.stays_here:
            # By its number: a name may be made to lead elsewhere.
            said["hostaddr"] = "127.0.0.1" if self.host == "localhost" else self.host
        if not self.stays_here:
            # Never the password itself, nor its MD5: only what proves to know it.
            said |= {
                "sslmode": _STRICT,
                "sslrootcert": self.root or "system",
                "require_auth": "!password,!md5",
            }
        return {name: value for name, value in said.items() if value}

    def shown(self) -> str:
        """Return the address as it may be shown: without the password."""
        return self._written(self.user)

    def text(self) -> str:
        """Return the whole address, as `read_address` reads it: it holds the password."""
        secret = f":{quote(self.password, safe='')}" if self.password else ""
        return self._written(f"{quote(self.user, safe='')}{secret}")

    def _written(self, who: str) -> str:
        host = "" if self.is_socket else f"[{self.host}]" if ":" in self.host else self.host
        where = {"host": self.host if self.is_socket else "", "sslrootcert": self.root}
        options = urlencode({name: value for name, value in where.items() if value}, safe="/")
        port = f":{self.port}" if self.port != _PORT else ""
        begins = f"postgresql://{who}@{host}{port}/{quote(self.database, safe='')}"
        return f"{begins}?{options}" if options else begins


def read_address(text: str) -> ServerAddress:
    """Return an address from its text.

    Raises server.bad_address for what is no address of a database with a user, server.unsafe for one that
    asks for less than TLS with a checked certificate where something leaves this computer.
    """
    try:
        parts = urlsplit(text.strip())
        options = dict(parse_qsl(parts.query, strict_parsing=bool(parts.query), keep_blank_values=True))
        host, port = parts.hostname or "", parts.port or _PORT
    except ValueError as problem:
        raise TrainerError("server.bad_address") from problem
    database, user = unquote(parts.path.removeprefix("/")), unquote(parts.username or "")
    named = host or _socket(options)
    known = options.keys() <= _KNOWN and not (host and "host" in options)
    whole = all(each and "\x00" not in each for each in (database, user, named))
    if parts.scheme not in ("postgresql", "postgres") or not (known and whole):
        raise TrainerError("server.bad_address")
    secret = unquote(parts.password or "")
    found = ServerAddress(named, port, database, user, secret, options.get("sslrootcert", ""))
    if not found.stays_here and options.get("sslmode", _STRICT) != _STRICT:
        raise TrainerError("server.unsafe", host=found.host)
    return found


def _socket(options: Mapping[str, str]) -> str:
    """Return the folder of a socket; "" where none is given, or something that is no whole path."""
    folder = options.get("host", "")
    return folder if folder.startswith("/") else ""


class DatabaseState(StrEnum):
    """What lies in a database on a server."""

    EMPTY = "empty"
    OURS = "ours"
    AWAITED = "awaited"
    """An office's data were copied there, and it was stopped before they were worked with."""
    LEFT = "left"
    """An office's data that work in a file again."""
    STRANGE = "strange"
    """Tables of somebody else."""


class ServerFacts(Struct, frozen=True):
    """What a server tells of itself, and what was tried in it.

    `version` is PostgreSQL's own number (150004 for 15.4); `tls` the version of TLS, "" for none; `ahead` how
    many seconds its clock is before ours; `size` and `free` are bytes, `free` of its disk, None where nobody
    tells; `whole_writes` whether what it acknowledges is on its disk; `may_make_roles` whether who asks may
    give the office's people roles of their own, `roles_lost` whether a copy came here without those they had.
    """

    version: int
    stays_here: bool
    tls: str
    encoding: str
    collation: str
    zone: str
    ahead: int
    whole_writes: bool
    checksums: bool
    superuser: bool
    state: DatabaseState
    may_write: bool
    connections: int
    size: int
    free: int | None = None
    may_make_roles: bool = False
    roles_lost: bool = False


class Weight(StrEnum):
    """What is to be done about a finding."""

    GOOD = "good"
    HINT = "hint"
    """It would be better otherwise."""
    WRONG = "wrong"
    """The office's data must not lie there as it is."""


class ServerFinding(Struct, frozen=True):
    """One thing that was looked at; its words are those of `code`."""

    code: str
    weight: Weight
    values: Mapping[str, object] = {}


_LEAST_FREE = 2 << 30
"""Bytes: what a large office writes in a year, twice."""
_MOST_AHEAD = 300
"""Seconds: above this the order of what two computers wrote may not be the true one."""
_FEWEST_CONNECTIONS = 20
"""Each window of a desk has a few."""


def judge_server(facts: ServerFacts) -> list[ServerFinding]:
    """Return what a server is like for an office's data, all that was looked at, in an order to be read."""
    return list(_findings(facts))


def _findings(facts: ServerFacts) -> Iterator[ServerFinding]:
    said = f"{facts.version // 10_000}.{facts.version % 10_000}"
    if facts.version >= OLDEST * 10_000:
        yield _good("version", version=said)
    else:
        yield _wrong("too_old", version=said, oldest=OLDEST)
    if facts.stays_here:
        yield _good("here")
    else:
        yield _good("tls", tls=facts.tls) if facts.tls else _wrong("no_tls")
    match facts.state:
        case DatabaseState.STRANGE:
            yield _wrong("strange")
        case (DatabaseState.AWAITED | DatabaseState.LEFT) as state:
            yield _hint(state.value)
            yield _good("rights") if facts.may_write else _wrong("no_rights")
        case state:
            yield _good(state.value)
            yield _good("rights") if facts.may_write else _wrong("no_rights")
    if facts.superuser:
        yield _hint("superuser")
    yield _good("roles") if facts.may_make_roles else _hint("no_roles")
    if facts.roles_lost:
        yield _hint("roles_lost")
    encoded = facts.encoding == "UTF8"
    yield _good("encoding") if encoded else _wrong("bad_encoding", encoding=facts.encoding)
    yield _good("collation", collation=facts.collation)
    yield _good("zone", zone=facts.zone)
    if abs(facts.ahead) > _MOST_AHEAD:
        yield _wrong("clock", minutes=round(abs(facts.ahead) / 60))
    yield _good("whole_writes") if facts.whole_writes else _wrong("torn_writes")
    if not facts.checksums:
        yield _hint("no_checksums")
    if facts.connections < _FEWEST_CONNECTIONS:
        yield _hint("few_connections", connections=facts.connections)
    size = -(-facts.size // (1 << 20))
    if facts.free is None:
        yield _hint("disk_unknown", size=size)
    else:
        free = facts.free >> 20
        enough = facts.free >= _LEAST_FREE
        yield _good("disk", size=size, free=free) if enough else _wrong("small_disk", size=size, free=free)


def verdict_of(findings: Sequence[ServerFinding]) -> Label:
    """Return what all findings together mean."""
    wrong = sum(each.weight is Weight.WRONG for each in findings)
    return Label("server_check.done", {"wrong": wrong}) if wrong else Label("server_check.fit")


def _good(code: str, **values: object) -> ServerFinding:
    return ServerFinding(f"server_check.{code}", Weight.GOOD, values)


def _hint(code: str, **values: object) -> ServerFinding:
    return ServerFinding(f"server_check.{code}", Weight.HINT, values)


def _wrong(code: str, **values: object) -> ServerFinding:
    return ServerFinding(f"server_check.{code}", Weight.WRONG, values)
