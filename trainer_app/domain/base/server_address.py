"""Where an office's own PostgreSQL server is, and which connections are let go there at all.

An address is written as PostgreSQL's own tools take it, but nothing stays open that could lead elsewhere or
weaken the connection: `postgresql://user:password@host:5432/database?sslrootcert=/path/root.crt` over TLS,
whose certificate is checked against the host's name, or, with `host=/run/postgresql` in place of a host, a
Unix socket of this computer. On this computer itself (127.0.0.1, ::1, localhost) nothing leaves it, and TLS
is not needed.
"""

import ipaddress
from collections.abc import Mapping
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from msgspec import Struct

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
