"""What is true of a database on a real PostgreSQL server alone, or of a file and a server side by side."""

import random
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import peewee
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from tests.domain.worlds import history_of
from tests.kit.postgres import PostgresServer, postgres, start_another
from tests.store.parts import (
    NOON,
    STEP,
    Bench,
    assert_sound,
    delete,
    exchange,
    key_of,
    lines_of,
    put,
    receive,
    row,
)
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.server_address import ServerAddress
from trainer_app.domain.base.settings import Setting
from trainer_app.store.base.dialect import VALUE, Statement, adding_missing, in_order, putting
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.models import MODELS, BelongsRow, BlobRow, EntryRow, SettingRow
from trainer_app.store.base.postgres import LOCAL, POSTGRES
from trainer_app.store.base.server import ServerDatabase, create_on_server, open_on_server, try_driver
from trainer_app.store.base.store import Store
from trainer_app.store.base.upgrade import rebuild
from trainer_app.store.exchange.integrity import digest_of

SIZES = (1, 19, 21, 5000)
"""Rows put at a time: one by one, and copied in."""


@pytest.fixture
def server() -> PostgresServer:
    """Return the server of the tests."""
    return postgres()


@pytest.fixture
def own(tmp_path: Path, server: PostgresServer) -> Iterator[Store]:
    """Return a store on the server."""
    made = Bench(tmp_path, on_server=True)
    yield made.create("own")
    made.close()


@pytest.fixture
def both(tmp_path: Path, server: PostgresServer) -> Iterator[tuple[Store, Store]]:
    """Return a store in a file and one on the server."""
    files, servers = Bench(tmp_path), Bench(tmp_path, on_server=True)
    yield files.create("own"), servers.create("own")
    files.close()
    servers.close()


def code_of(refused: pytest.ExceptionInfo[TrainerError]) -> str:
    return refused.value.code


# --- the same on both


def test_sums_are_whole_numbers(own: Store) -> None:
    (found,) = own.database.select(
        "SELECT sum(n), sum(-n), sum(n - n) FROM (VALUES (20000000000::bigint), (3)) AS t (n)"
    )
    assert found == (20_000_000_003, -20_000_000_003, 0)
    assert {type(each) for each in found} == {int}
    assert [*own.database.stream("SELECT sum(n) FROM (VALUES (5::bigint), (3)) AS t (n)")] == [(8,)]


@pytest.mark.parametrize("seed", range(4))
def test_the_same_entries_give_the_same_digest_and_the_same_lines(
    both: tuple[Store, Store], seed: int
) -> None:
    chance = random.Random(seed)
    lines = history_of(chance.randbytes(400)).everything()
    assert len(lines) > 20
    for store in both:
        chance.shuffle(lines)
        half = len(lines) // 2
        receive(store, lines[:half], arrival=1)
        receive(store, lines[half // 2 :], arrival=2)
        assert_sound(store)
    file, server = both
    assert digest_of(file.journal) == digest_of(server.journal)
    assert sorted(lines_of(file)) == sorted(lines_of(server))
    with server.journal.transaction():
        rebuild(server.journal)
    assert digest_of(file.journal) == digest_of(server.journal)


def test_a_file_and_a_server_that_meet_show_the_same(both: tuple[Store, Store]) -> None:
    file, server = both
    put(file, "person", "one", family="Раҳимов", given="A")
    put(server, "course", "one", code="GRM", languages=["tg", "ru"])
    exchange(file, server)
    put(file, "person", "one", family="B")
    put(server, "person", "one", family="Ҷ'\"\\%s?$1 \x01")
    delete(server, "course", "one")
    exchange(file, server)
    assert digest_of(file.journal) == digest_of(server.journal)
    for store in both:
        assert_sound(store)


def test_texts_sort_alike_whatever_the_server_was_set_up_for(both: tuple[Store, Store]) -> None:
    names = ["я", "a", "B", "Ҳ", "Z", "ё", None, "", "ab", "a b", "À", "😀"]
    orders = []
    for store in both:
        for number, name in enumerate(names):
            put(store, "person", f"{number}", family=name, given="x")
        person = MODELS["person"]
        up, down = in_order(person.family), in_order(person.family.desc())
        orders.append(
            [store.database.select(person.select(person.family).order_by(*order)) for order in (up, down)]
        )
    assert orders[0] == orders[1]
    assert orders[0][0][0] == (None,)
    assert orders[0][1][-1] == (None,)


@pytest.mark.parametrize("size", SIZES)
def test_many_rows_at_once_are_what_one_by_one_would_leave(both: tuple[Store, Store], size: int) -> None:
    put_setting = putting(SettingRow.name, SettingRow.value)
    add_home = adding_missing(BelongsRow.object, BelongsRow.home)
    found = []
    for store in both:
        with store.database.write():
            store.database.run(put_setting, "n1", "before")
            store.database.run_many(
                put_setting, [(f"n{each % 700}", f"{each}\t\\N\n") for each in range(size)]
            )
            store.database.run_many(add_home, [(each % 900, 7) for each in range(size)])
        kept = SettingRow.select(SettingRow.name, SettingRow.value).where(SettingRow.name.startswith("n"))
        homes = BelongsRow.select(BelongsRow.object, BelongsRow.home)
        found.append((sorted(store.database.select(kept)), sorted(store.database.select(homes))))
    assert found[0] == found[1]
    assert len(found[0][1]) == min(size, 900)


def test_contents_come_in_the_order_in_which_they_were_put(own: Store) -> None:
    from trainer_app.store.attendance.marks import blob_sizes

    for number in (3, 1, 2):
        own.database.run(putting(BlobRow.sha256, BlobRow.content), f"{number}" * 64, b"x" * number)
    assert list(blob_sizes(own.database).values()) == [3, 1, 2]


# --- what the tables are


def columns_of(store: Store) -> dict[str, set[str]]:
    """Return the columns of each table."""
    if store.database.dialect is POSTGRES:
        rows = store.database.select(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
        )
    else:
        rows = store.database.select(
            "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c "
            "WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite_%'"
        )
    found: dict[str, set[str]] = {}
    for table, column in rows:
        found.setdefault(table, set()).add(column)
    return found


def test_a_server_has_the_tables_that_the_released_steps_make_in_a_file(both: tuple[Store, Store]) -> None:
    file, server = map(columns_of, both)
    assert server.pop("server") == {"mark", "version", "changes"}
    assert file.pop("probe") == {"value"}
    server["blob"].remove("arrived")
    server["step"].remove("desk")
    assert file == server
    names = {model._meta.table_name for model in LOCAL}
    assert names | set(MODELS) | {"orphan", "entry", "object"} == file.keys()


def test_a_server_has_the_indexes_that_a_file_has(both: tuple[Store, Store]) -> None:
    file, server = both
    wanted = {
        name
        for (name,) in file.database.select("SELECT name FROM sqlite_master WHERE type = 'index'")
        if not name.startswith("sqlite_autoindex")
    }
    made = {name for (name,) in server.database.select("SELECT indexname FROM pg_indexes")}
    assert wanted <= made
    for sql in ("INSERT INTO kind (name) VALUES ('person'), ('person')",):
        with pytest.raises(TrainerError):
            server.database.run(sql)


def test_a_very_long_text_in_an_indexed_field_is_kept(both: tuple[Store, Store]) -> None:
    chance = random.Random(3)
    long = "".join(chance.choices("абвгдеёжз0123456789", k=20_000))
    for store in both:
        put(store, "certificate", "one", serial=long)
        assert row(store, "certificate", "one") == {"serial": long}


def test_only_an_empty_database_is_taken_and_only_our_own_is_opened(server: PostgresServer) -> None:
    strange = server.create()
    server.ask("CREATE TABLE theirs (n INTEGER)", strange.database)
    given = (lambda: NOON, lambda replica, number: None)
    with pytest.raises(TrainerError) as refused:
        create_on_server(strange, *given, "0" * 16)
    assert code_of(refused) == "server.not_empty"
    with pytest.raises(TrainerError) as refused:
        open_on_server(strange, *given)
    assert code_of(refused) == "server.not_ours"
    assert server.ask(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace", strange.database
    )
    empty = server.create()
    create_on_server(empty, *given, "a" * 16).close()
    opened = open_on_server(empty, *given)
    assert opened.journal.replica.startswith("a" * 16)
    server.ask("UPDATE server SET version = 99", empty.database)
    opened.close()
    with pytest.raises(TrainerError) as refused:
        open_on_server(empty, *given)
    assert code_of(refused) == "database.newer"


# --- transactions


def second(store: Store) -> Store:
    """Open the same database once more, as another program does."""
    assert isinstance(store.database, ServerDatabase)
    assert store.database.address is not None
    return open_on_server(store.database.address, lambda: NOON + 7, lambda replica, number: None)


def test_one_waits_for_another_to_finish_and_is_told_when_that_takes_too_long(own: Store) -> None:
    other = second(own)
    own.database.run("SELECT set_config('lock_timeout', '50ms', false)")
    with other.journal.transaction(), pytest.raises(TrainerError) as refused:
        put(own, "person", "one", family="A")
    assert code_of(refused) == "database.busy"
    assert not own.database.in_transaction()
    assert put(own, "person", "one", family="A").step is not None
    assert put(other, "person", "one", family="B").step is not None
    assert row(own, "person", "one") == {"family": "B"}
    other.close()


def test_what_another_has_written_is_noticed_and_ones_own_is_not(own: Store) -> None:
    other = second(own)
    before = POSTGRES.changes_of_others(own.database)
    put(own, "person", "one", family="A")
    assert POSTGRES.changes_of_others(own.database) == before
    put(other, "person", "two", family="B")
    assert POSTGRES.changes_of_others(own.database) > before
    other.close()


def test_a_block_that_only_reads_sees_one_moment_and_may_not_write(own: Store) -> None:
    other = second(own)
    with own.database.still():
        first = len(lines_of(own))
        put(other, "person", "one", family="A")
        assert len(lines_of(own)) == first
        with pytest.raises(TrainerError) as refused:
            own.database.run("DELETE FROM setting")
        assert code_of(refused) == "server.read_only"
    assert len(lines_of(own)) == first + 1
    other.close()


def put_and_fail(store: Store) -> None:
    """Write a row within a part of a transaction that fails then."""
    with store.journal.transaction():
        put(store, "person", "two", family="B")
        store.database.run("INSERT INTO setting (name) VALUES (NULL)")


def test_a_part_that_fails_takes_only_itself_back(own: Store) -> None:
    with own.journal.transaction():
        put(own, "person", "one", family="A")
        with pytest.raises(TrainerError):
            put_and_fail(own)
        put(own, "person", "three", family="C")
    assert [row(own, "person", name) is None for name in ("one", "two", "three")] == [False, True, False]
    assert_sound(own)


def test_rows_are_streamed_within_a_transaction_and_without_one(own: Store) -> None:
    own.journal.record(STEP, [Write("person", key_of(f"{n}"), {"family": "A"}) for n in range(4500)])
    lines = Statement(lambda: EntryRow.select(EntryRow.id).where(EntryRow.id > VALUE).order_by(EntryRow.id))
    counted = sum(1 for _ in own.database.stream(lines, 0))
    with own.database.write():
        stream = own.database.stream(lines, 0)
        first = next(stream)
        assert own.database.select(lines, 0)[0] == first
        assert 1 + sum(1 for _ in stream) == counted == 4500
    begun = own.database.stream(lines, 0)
    next(begun)
    begun.close()
    # The question itself is answered by one that has no name.
    assert own.database.select("SELECT name FROM pg_cursors WHERE name <> ''") == []


def test_each_thread_has_a_connection_of_its_own(own: Store) -> None:
    numbers = [own.database.connection().info.backend_pid]

    def ask() -> None:
        numbers.append(own.database.connection().info.backend_pid)
        own.database.close()

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert len(set(numbers)) == 2


# --- values


def test_a_text_with_a_nul_is_refused_and_nothing_is_written(own: Store) -> None:
    before = len(lines_of(own))
    with pytest.raises(TrainerError) as refused:
        put(own, "person", "one", family="A\x00B")
    assert code_of(refused) == "database.value_refused"
    with pytest.raises(TrainerError) as refused:
        own.change_setting(Setting("note", "", str), "a\x00b")
    assert code_of(refused) == "server.value_refused"
    assert len(lines_of(own)) == before
    put(own, "person", "one", family="A")


def test_every_connection_is_told_what_a_server_may_have_set_up_otherwise(server: PostgresServer) -> None:
    address = server.create()
    for name, value in (("TimeZone", "Asia/Dushanbe"), ("search_path", "pg_catalog"), ("jit", "on")):
        server.ask(f"ALTER DATABASE {address.database} SET {name} = '{value}'")
    database = ServerDatabase(address)
    shown = {name: database.select("SELECT current_setting(?)", name)[0][0] for name, _ in POSTGRES.settings}
    database.close()
    assert shown == dict(POSTGRES.settings)


# --- a server that goes away


@pytest.fixture
def mortal() -> Iterator[PostgresServer]:
    """Return a server that a test may end."""
    made = start_another()
    yield made
    made.stop()


def made_on(server: PostgresServer) -> Store:
    return create_on_server(server.create(), lambda: NOON, lambda replica, number: None, "b" * 16)


def test_what_was_acknowledged_outlives_the_end_of_the_server_and_work_goes_on(
    mortal: PostgresServer,
) -> None:
    store = made_on(mortal)
    for number in range(20):
        put(store, "person", f"{number}", family=f"{number}")
    digest = digest_of(store.journal)
    mortal.stop(signal.SIGQUIT)
    with pytest.raises(TrainerError) as refused:
        put(store, "person", "late", family="late")
    assert code_of(refused) == "server.gone"
    mortal.start()
    assert digest_of(store.journal) == digest
    assert put(store, "person", "late", family="late").step is not None
    assert_sound(store)
    store.close()


def write_on_without_the_server(store: Store, server: PostgresServer) -> None:
    """Go on writing in a transaction whose connection is gone, as one does who passes over an error."""
    with store.journal.transaction():
        put(store, "person", "one", family="A")
        server.ask(f"SELECT pg_terminate_backend({store.database.connection().info.backend_pid})")
        for _ in range(2):
            with pytest.raises(TrainerError):
                store.database.run("DELETE FROM setting")


def test_nothing_is_written_without_the_transaction_that_it_is_part_of(mortal: PostgresServer) -> None:
    store = made_on(mortal)
    before = lines_of(store)
    with pytest.raises(TrainerError) as refused:
        write_on_without_the_server(store, mortal)
    assert code_of(refused) == "server.gone"
    assert lines_of(store) == before
    assert store.database.select("SELECT count(*) FROM setting")[0][0] > 0
    put(store, "person", "one", family="A")
    assert_sound(store)
    store.close()


def test_a_locked_database_is_not_read_before_it_is_opened_again(own: Store) -> None:
    assert isinstance(own.database, ServerDatabase)
    assert own.database.address is not None
    secret = own.database.address.text().encode()
    put(own, "person", "one", family="A")
    own.seal()
    with pytest.raises(TrainerError) as refused:
        lines_of(own)
    assert code_of(refused) == "workplace.locked"
    with pytest.raises(TrainerError):
        own.unseal(secret.replace(b"/test_", b"/no_test_"))
    assert own.database.sealed
    own.unseal(secret)
    assert row(own, "person", "one") == {"family": "A"}


# --- who is let in, and how


def test_a_user_who_may_do_nothing_is_refused_in_words(server: PostgresServer) -> None:
    address = server.create()
    server.ask("CREATE ROLE stranger LOGIN")
    given = (lambda: NOON, lambda replica, number: None, "0" * 16)
    wrong = {
        "server.not_allowed": ServerAddress(address.host, address.port, address.database, "stranger"),
        "server.no_database": ServerAddress(address.host, address.port, "nowhere", address.user),
        "server.refused": ServerAddress(address.host, address.port, address.database, "nobody_known"),
        "server.gone": ServerAddress(address.host, 6000, address.database, address.user),
    }
    for code, strange in wrong.items():
        with pytest.raises(TrainerError) as refused:
            create_on_server(strange, *given)
        assert code_of(refused) == code
    server.ask("DROP ROLE stranger")


def test_without_the_driver_it_is_said_what_is_missing(
    server: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = server.address("postgres")
    monkeypatch.setitem(sys.modules, "psycopg", None)
    for system, code in (("linux", "server.no_driver"), ("win32", "server.no_driver_windows")):
        with monkeypatch.context() as pretended:
            pretended.setattr(sys, "platform", system)
            with pytest.raises(TrainerError) as refused:
                ServerDatabase(address)
        assert code_of(refused) == code
    assert not try_driver(), "a computer without it is whole"


def test_a_copy_of_the_whole_is_the_owners_of_the_server(own: Store, tmp_path: Path) -> None:
    with pytest.raises(TrainerError) as refused:
        own.snapshot(tmp_path / "copy.db")
    assert code_of(refused) == "server.no_copy"
    assert list(tmp_path.iterdir()) == []


def test_peewee_writes_every_constant_once_for_each_dialect(own: Store) -> None:
    made: list[int] = []

    def build() -> peewee.Node:
        made.append(1)
        return SettingRow.select(SettingRow.value).where(SettingRow.name == VALUE, SettingRow.value != "?%s")

    statement = Statement(build)
    for _ in range(5):
        own.database.select(statement, "none")
    assert len(made) == 1
    assert "$1" in statement.made[POSTGRES][0]


# --- over a network: TLS with a checked certificate, or not at all

REMOTE = "db.office.example"


def certify(folder: Path, name: str) -> Path:
    """Make a certificate of a host's name that vouches for itself, and its key beside it."""
    key = ec.generate_private_key(ec.SECP256R1())
    said = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    begun = datetime(2020, 1, 1, tzinfo=UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(said)
        .issuer_name(said)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begun)
        .not_valid_after(begun + timedelta(days=36_500))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    place = folder / f"{name}.crt"
    place.write_bytes(made.public_bytes(Encoding.PEM))
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    place.with_suffix(".key").write_bytes(secret)
    return place


@pytest.fixture
def far() -> Iterator[PostgresServer]:
    """Return a server that can be reached over a network."""
    made = start_another(tls=True)
    yield made
    made.stop()


@pytest.fixture
def remote(
    far: PostgresServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., ServerAddress]:
    """Start a server that listens on a port, under a name that leads to it; return how it is addressed.

    `tls` is the name that its certificate has, `method` how its users prove who they are.
    """
    # What a table of names does: the name stays the one that the certificate is checked against.
    monkeypatch.setenv("PGHOSTADDR", "127.0.0.1")

    def start(tls: str | None = REMOTE, method: str = "scram-sha-256", root: str = REMOTE) -> ServerAddress:
        far.ask("CREATE ROLE far LOGIN PASSWORD 'far away'")
        far.ask("CREATE DATABASE far OWNER far TEMPLATE template0")
        certificate = certify(tmp_path, tls or REMOTE)
        roots = certificate if root == tls else certify(tmp_path, root)
        port = far.listen(method, certificate if tls else None)
        return ServerAddress(REMOTE, port, "far", "far", "far away", str(roots))

    return start


def connected(address: ServerAddress) -> str:
    """Return the code with which an address is refused; "" if it is connected to."""
    database = ServerDatabase(address)
    try:
        database.connect()
    except TrainerError as refused:
        return refused.code
    assert database.connection().pgconn.ssl_in_use
    database.close()
    return ""


def test_a_server_whose_certificate_is_checked_is_connected_to(remote: Callable[..., ServerAddress]) -> None:
    address = remote()
    assert connected(address) == ""
    wrong = msgspec.structs.replace(address, password="wrong")
    assert connected(wrong) == "server.refused"
    # Its own list of whom it trusts does not know it.
    assert connected(msgspec.structs.replace(address, root="")) == "server.certificate"
    create_on_server(address, lambda: NOON, lambda replica, number: None, "c" * 16).close()


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ({"tls": None}, "server.certificate"),
        ({"tls": "other.example", "root": "other.example"}, "server.certificate"),
        ({"root": "stranger.example"}, "server.certificate"),
        ({"method": "password"}, "server.refused"),
        ({"method": "md5"}, ""),
    ],
)
def test_a_server_that_does_not_prove_itself_is_told_nothing(
    remote: Callable[..., ServerAddress], how: dict[str, str | None], code: str
) -> None:
    assert connected(remote(**how)) == code
