"""People of an office at several desks of its server: who comes, forgets, leaves, at every desk the same."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.actions.refusing import refused
from tests.kit.desks import OfficeOnServer, office_on_server
from tests.kit.postgres import PostgresServer, postgres, start_another, trusted
from tests.kit.samples import CHEAP, PASSPHRASE
from tests.store.parts import lines_of
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import (
    data_key,
    identity,
    moving,
    rights,
    server_home,
    server_people,
    users,
    workplace,
    workplace_key,
)
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.exchange import desks
from trainer_app.actions.office import backups, key_papers, recovery
from trainer_app.actions.office.backups import Opening
from trainer_app.actions.office.recovery import Attempt
from trainer_app.bundle import sealing, vault
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import decode_entry
from trainer_app.domain.base.rights import Right, UserRole
from trainer_app.domain.base.server_address import ServerAddress, Weight, judge_server, read_address
from trainer_app.domain.base.settings import OFFICE_KEYS, SLOTS
from trainer_app.domain.base.structs import replace
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.server import ServerDatabase
from trainer_app.store.base.store import keys_of_each
from trainer_app.store.exchange.integrity import check_integrity, digest_of
from trainer_app.store.office.server_roles import has_roles, keep_slot, name_of_role, roles_of_people
from trainer_app.system.folders import DataFolder

OFFICER, READER = "пять слов для Зарины и её данных", "ҳафт калимаи дигар барои хонандаи мо"
THIRD = "совсем другие пять слов для входа"


@pytest.fixture(params=["roles", "no roles"])
def office(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[OfficeOnServer]:
    """Give two desks of an office, which one passphrase opened so far, on servers with and without roles."""
    address = postgres().create()
    if request.param != "roles":
        owner = f"{address.database}_owner"
        postgres().ask(f"CREATE ROLE {owner} LOGIN")
        postgres().ask(f"ALTER DATABASE {address.database} OWNER TO {owner}")
        address = postgres().address(address.database, owner)
    with office_on_server(tmp_path, address=address) as made:
        assert has_roles(made.first.database) is (request.param == "roles")
        add(made.first, "З. Каримова", "Зарина", UserRole.OFFICER, OFFICER, PASSPHRASE)
        yield made


def add(work: Workplace, name: str, short: str, role: UserRole, phrase: str, own: str = "") -> None:
    users.add(work, name, short, role, phrase, own, cost=CHEAP)


def opened(office: OfficeOnServer, place: int, passphrase: str, name: str) -> Workplace:
    """Close a desk and unlock it as somebody."""
    work = office.works[place]
    work.close()
    office.works[place] = workplace.open_workplace(work.folder, passphrase, name=name, clock=work.clock)
    return office.works[place]


def slots(work: Workplace) -> set[str]:
    return {each.user.short for each in users.list_users(work) if each.opens}


def test_whoever_is_added_at_one_desk_unlocks_at_the_other(office: OfficeOnServer) -> None:
    first, second = office.works
    assert slots(second) == set()
    # As a notice makes every desk do that is open.
    assert server_people.keep_up(second)
    assert slots(second) == {"Саидова", "Зарина"}
    assert not server_people.keep_up(second)
    here = opened(office, 1, OFFICER, "Зарина")
    assert here.person is not None
    assert (here.user, here.person.role) == ("З. Каримова", UserRole.OFFICER)
    # What opens it there is that desk's own key, not the first one's.
    assert here.key.key == first.key.key
    workplace_key.renew_key(here, OFFICER, cost=CHEAP)
    assert opened(office, 1, PASSPHRASE, "Саидова").key.key != first.key.key


def test_the_passphrase_that_all_shared_opens_no_desk_any_more(office: OfficeOnServer) -> None:
    second = office.works[1]
    second.close()
    refused("users.named", workplace.open_workplace, second.folder, PASSPHRASE, clock=second.clock)
    office.works[1] = workplace.open_workplace(second.folder, PASSPHRASE, name="саидова", clock=second.clock)
    assert office.works[1].user == "М. Саидова"


def test_a_new_passphrase_holds_at_every_desk_and_the_one_before_at_none(office: OfficeOnServer) -> None:
    first, second = office.works
    server_people.keep_up(second)
    users.set_passphrase(first, "Зарина", THIRD, cost=CHEAP)
    second.close()
    refused("users.closed", workplace.open_workplace, second.folder, OFFICER, name="Зарина")
    # That try itself let this desk know the new one.
    here = workplace.open_workplace(second.folder, THIRD, name="Зарина", clock=second.clock)
    assert here.user == "З. Каримова"
    workplace_key.change_passphrase(here, THIRD, OFFICER, cost=CHEAP)
    office.works[1] = here
    server_people.keep_up(first)
    refused("vault.wrong_passphrase", data_key.unlock_key, first.folder, THIRD, "Зарина")
    assert opened(office, 0, OFFICER, "Зарина").user == "З. Каримова"


def test_a_passphrase_that_came_with_a_new_key_is_that_of_every_desk(office: OfficeOnServer) -> None:
    first, second = office.works
    server_people.keep_up(second)
    here = opened(office, 1, OFFICER, "Зарина")
    workplace_key.renew_key(here, THIRD, cost=CHEAP)
    assert opened(office, 1, THIRD, "Зарина").user == "З. Каримова"
    server_people.keep_up(first)
    assert opened(office, 0, THIRD, "Зарина").user == "З. Каримова"


def test_who_is_removed_at_one_desk_unlocks_at_none(office: OfficeOnServer) -> None:
    first, second = office.works
    add(first, "Б. Раҳимов", "Баҳром", UserRole.READER, READER)
    server_people.keep_up(second)
    users.remove(first, "Зарина")
    assert len(keys_of_each(first.database, SLOTS)) == 2
    second.close()
    refused("users.closed", workplace.open_workplace, second.folder, OFFICER, name="Зарина")
    here = workplace.open_workplace(second.folder, READER, name="Баҳром", clock=second.clock)
    office.works[1] = here
    # Here too the slot is gone, and the data get a key that it never opened.
    refused("vault.not_here_yet", data_key.unlock_key, here.folder, OFFICER, "Зарина")
    assert workplace_key.is_key_due(here)
    before = here.key.key
    workplace_key.renew_if_due(here, READER, cost=CHEAP)
    assert here.key.key != before
    assert slots(here) == {"Саидова", "Баҳром"}


def test_another_role_counts_at_the_other_desk_at_once(office: OfficeOnServer) -> None:
    first, second = office.works
    server_people.keep_up(second)
    here = opened(office, 1, OFFICER, "Зарина")
    assert rights.may(here, Right.RECORD)
    users.set_role(first, "Зарина", UserRole.READER)
    assert not rights.may(here, Right.RECORD)
    users.set_role(first, "Зарина", UserRole.HEAD)
    assert rights.may(here, Right.DECIDE)


def test_a_slot_of_another_key_than_the_list_names_is_not_taken_over(office: OfficeOnServer) -> None:
    first, second = office.works
    server_people.keep_up(second)
    user = users.find_user(first, "Зарина")
    stranger = vault.new_user(user.key)
    forged = vault.put_user(
        data_key.read_vault(first.folder), first.vault_key, stranger, "Зарина", THIRD, CHEAP
    )
    for text in (vault.shared_slot(forged, user.key), "{", ""):
        first.store.change_setting(SLOTS.of(user.key), text)
        assert not server_people.take_slots(second)
    assert opened(office, 1, OFFICER, "Зарина").user == "З. Каримова"
    # A desk whose vault is right says so again.
    server_people.keep_up(opened(office, 1, PASSPHRASE, "Саидова"))
    assert vault.is_shared_by(first.store.setting(SLOTS.of(user.key)), user.recipient)


# --- roles of a server that asks for passwords


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    """Return a server that asks for passwords, whose owner of databases may make roles."""
    made = start_another()
    made.ask("CREATE ROLE keeper LOGIN CREATEROLE PASSWORD 'of the keeper'")
    made.listen("scram-sha-256", None)
    yield made
    made.stop()


@pytest.fixture
def strict(tmp_path: Path, server: PostgresServer) -> Iterator[OfficeOnServer]:
    """Give two desks of an office with a head, an officer and a reader, each with a role of the server."""
    name = server.create().database
    server.ask(f"ALTER DATABASE {name} OWNER TO keeper")
    address = ServerAddress("127.0.0.1", server.port, name, "keeper", "of the keeper")
    with office_on_server(tmp_path, address=address) as made:
        add(made.first, "З. Каримова", "Зарина", UserRole.OFFICER, OFFICER, PASSPHRASE)
        add(made.first, "Б. Раҳимов", "Баҳром", UserRole.READER, READER)
        server_people.keep_up(made.works[1])
        yield made
    server.ask("ALTER ROLE keeper PASSWORD 'of the keeper'")


def own_address(work: Workplace) -> ServerAddress:
    """Return how whoever is here connects, as the vault tells it to them."""
    assert work.key.user is not None
    content = data_key.read_vault(work.folder)
    told = read_address(vault.server_of(content, work.key))
    assert told.password == ""
    name = name_of_role(told.database, work.key.user.id)
    return ServerAddress(told.host, told.port, told.database, name, vault.password_of(content, work.key))


def asked(server: PostgresServer, address: ServerAddress, sql: str) -> str:
    """Return what psql says to somebody with a password. Raises CalledProcessError."""
    where = f"host=127.0.0.1 port={address.port} dbname={address.database} user={address.user}"
    return server.ask_by(f"{where} password='{address.password}'", sql)


def turned_away(server: PostgresServer, address: ServerAddress, sql: str) -> str:
    """Return why the server does not do something for somebody."""
    with pytest.raises(subprocess.CalledProcessError) as caught:
        asked(server, address, sql)
    return str(caught.value.stderr)


def write_role(work: Workplace) -> None:
    """Write into the list of people as no action would: by hand, with nobody asking for the right."""
    key = users.find_user(work, "Баҳром").key
    work.journal.record(Label("users.step.sign"), [Write(rights.ENTITY, key, {"removed": True})])


NEW_SETTING = "INSERT INTO setting (name, value) VALUES ('layout', 'x')"


def test_each_works_under_a_role_of_the_server_which_refuses_what_the_program_does(
    strict: OfficeOnServer, server: PostgresServer
) -> None:
    here = opened(strict, 1, READER, "Баҳром")
    reader = own_address(here)
    assert here.database.address == reader  # type: ignore[attr-defined]
    assert asked(server, reader, "SELECT count(*) FROM course") == "1"
    assert "permission denied" in turned_away(server, reader, NEW_SETTING)
    assert "permission denied" in turned_away(server, reader, "UPDATE person SET family = 'x'")
    refused("rights.refused", users.remove, here, "Зарина")
    # Whoever goes round the program with all that the reader knows gets no further.
    here.person = None
    refused("server.not_allowed", write_role, here)
    refused("server.not_allowed", here.store.change_setting, SLOTS.of("x"), "y")
    assert here.store.setting(OFFICE_KEYS) == ""
    content = data_key.read_vault(here.folder)
    assert here.key.user is not None
    assert vault.kept_address(content, sealing.identity_of(here.key.user.secret)) == ""
    officer = opened(strict, 1, OFFICER, "Зарина")
    asked(server, own_address(officer), NEW_SETTING)
    story = strict.story
    assert attendance.mark(officer, story.enrolments[0], story.sessions[0], Mark.PRESENT).step is not None
    officer.person = None
    refused("server.not_allowed", write_role, officer)


def test_another_role_is_another_one_on_the_server_too(
    strict: OfficeOnServer, server: PostgresServer
) -> None:
    here = opened(strict, 1, READER, "Баҳром")
    reader = own_address(here)
    users.set_role(strict.first, "Баҳром", UserRole.OFFICER)
    asked(server, reader, NEW_SETTING)
    users.set_role(strict.first, "Баҳром", UserRole.READER)
    assert "permission denied" in turned_away(server, reader, NEW_SETTING)


def test_who_is_removed_or_given_a_new_passphrase_connects_no_more(
    strict: OfficeOnServer, server: PostgresServer
) -> None:
    here = opened(strict, 1, OFFICER, "Зарина")
    before = own_address(here)
    users.set_passphrase(strict.first, "Зарина", THIRD, cost=CHEAP)
    assert rights.is_closed(here)
    assert "password authentication failed" in turned_away(server, before, "SELECT 1")
    here.close()
    refused("users.closed", workplace.open_workplace, here.folder, OFFICER, name="Зарина")
    # Somebody else lets this desk know the new one.
    here = opened(strict, 1, PASSPHRASE, "Саидова")
    workplace.lock(here)
    workplace.unlock(here, THIRD, "Зарина")
    after = own_address(here)
    assert asked(server, after, "SELECT 1") == "1"
    users.remove(strict.first, "Зарина")
    assert "password authentication failed" in turned_away(server, after, "SELECT 1")
    assert set(roles_of_people(strict.first.database).values()) == {UserRole.HEAD, UserRole.READER}
    workplace.lock(here)
    refused("users.closed", workplace.unlock, here, THIRD, "Зарина")


def test_a_reader_changes_the_own_passphrase_for_every_desk(strict: OfficeOnServer) -> None:
    here = opened(strict, 1, READER, "Баҳром")
    workplace_key.change_passphrase(here, READER, THIRD, cost=CHEAP)
    workplace_key.renew_key(here, THIRD, cost=CHEAP)
    server_people.keep_up(strict.first)
    there = opened(strict, 0, THIRD, "Баҳром")
    assert there.user == "Б. Раҳимов"
    assert own_address(there) == own_address(here)
    key = users.find_user(here, "Зарина").key
    refused("server.not_allowed", keep_slot, here.database, key, "x")


def test_a_head_whose_role_is_gone_mends_it(strict: OfficeOnServer, server: PostgresServer) -> None:
    first = opened(strict, 0, PASSPHRASE, "Саидова")
    own = own_address(first)
    first.close()
    for each in (f"REASSIGN OWNED BY {own.user} TO keeper", f"DROP OWNED BY {own.user}"):
        server.ask(each, own.database)
    server.ask(f"DROP ROLE {own.user}")
    here = opened(strict, 0, PASSPHRASE, "Саидова")
    assert asked(server, own_address(here), "SELECT 1") == "1"
    assert here.database.address == own_address(here)  # type: ignore[attr-defined]


def test_the_paper_connects_as_whoever_set_the_server_up(strict: OfficeOnServer) -> None:
    first = opened(strict, 0, PASSPHRASE, "Саидова")
    paper = key_papers.make_new(first)
    key_papers.confirm(first, paper.recovery_key, paper.standby_key)
    first = opened(strict, 0, PASSPHRASE, "Саидова")
    kept = vault.keeper_of(data_key.read_vault(first.folder))
    assert kept is not None
    assert len(kept.recipients) == 2
    first.close()
    attempt = Attempt(first.folder, THIRD, first.clock, CHEAP)
    work = recovery.open_with_paper(attempt, paper.recovery_key)
    assert work.person is None
    assert work.database.address == strict.address  # type: ignore[attr-defined]
    users.set_passphrase(work, "Саидова", OFFICER, cost=CHEAP)
    work.close()
    # Nobody's passphrase works as well until somebody becomes a head with it.
    work = workplace.open_workplace(first.folder, THIRD, clock=first.clock)
    assert work.database.address == strict.address  # type: ignore[attr-defined]
    work.close()
    strict.works[0] = workplace.open_workplace(first.folder, OFFICER, name="Саидова", clock=first.clock)
    assert strict.works[0].user == "М. Саидова"


def test_the_paper_gives_somebody_a_passphrase_at_the_server_too(strict: OfficeOnServer) -> None:
    first = opened(strict, 0, PASSPHRASE, "Саидова")
    paper = key_papers.make_new(first)
    key_papers.confirm(first, paper.recovery_key, paper.standby_key)
    attempt = Attempt(first.folder, THIRD, first.clock, CHEAP, name="саидова")
    opened(strict, 0, PASSPHRASE, "Саидова").close()
    work = recovery.open_with_paper(attempt, paper.recovery_key)
    assert work.user == "М. Саидова"
    assert work.database.address == own_address(work)  # type: ignore[attr-defined]
    work.close()
    assert opened(strict, 0, THIRD, "Саидова").user == "М. Саидова"


def away(work: Workplace, passphrase: str, name: str) -> str:
    """Return why the server of a desk cannot be opened by somebody."""
    problem = refused("server.not_reached", workplace.open_workplace, work.folder, passphrase, name=name)
    why = problem.values["why"]
    assert isinstance(why, Label)
    return why.code


def test_a_database_of_another_name_is_found_again_without_anybodys_password(
    strict: OfficeOnServer, server: PostgresServer
) -> None:
    officer = opened(strict, 1, OFFICER, "Зарина")
    head, digest, former = strict.first, digest_of(officer.journal), strict.address.database
    for work in strict.works:
        work.close()
    new = replace(strict.address, database=f"{former}_moved", password="")
    server.ask(f"ALTER DATABASE {former} RENAME TO {new.database}")
    assert away(officer, OFFICER, "Зарина") == away(head, PASSPHRASE, "Саидова") == "server.database_away"
    # Only whoever set the server up, whom the vault tells to heads, can let people's roles follow.
    refused("moving.head_first", moving.connect, officer.folder, OFFICER, new.text(), name="Зарина")
    assert away(officer, OFFICER, "Зарина") == "server.database_away"
    assert moving.connect(head.folder, PASSPHRASE, new.text(), name="Саидова") == new.text()
    first = opened(strict, 0, PASSPHRASE, "Саидова")
    assert first.database.address == own_address(first)  # type: ignore[attr-defined]
    assert digest_of(first.journal) == digest
    moving.connect(officer.folder, OFFICER, new.text(), name="Зарина")
    here = opened(strict, 1, OFFICER, "Зарина")
    story = strict.story
    assert attendance.mark(here, story.enrolments[0], story.sessions[0], Mark.PRESENT).step is not None
    for work in (here, first):
        assert own_address(work).database == new.database
        assert digest_of(work.journal) != digest
    # The whole address that the officer's desk keeps for heads is one of now, too.
    second = opened(strict, 1, PASSPHRASE, "Саидова")
    assert (
        server_home.whole_address(second.folder, second.key)
        == replace(new, password=strict.address.password).text()
    )
    # No role of before lets in who is removed from now on.
    names = server.ask("SELECT rolname FROM pg_roles").split()
    assert {each for each in names if each.startswith(f"{former}_")} == {
        each for each in names if each.startswith(f"{new.database}_")
    }
    before = own_address(here)
    users.remove(first, "Зарина")
    assert "password authentication failed" in turned_away(server, before, "SELECT 1")


def test_a_locked_desk_finds_a_database_of_another_name_where_it_was_left(
    strict: OfficeOnServer, server: PostgresServer
) -> None:
    first = opened(strict, 0, PASSPHRASE, "Саидова")
    digest = digest_of(first.journal)
    workplace.lock(first)
    strict.works[1].close()
    new = replace(strict.address, database=f"{strict.address.database}_moved", password="")
    server.ask(f"ALTER DATABASE {strict.address.database} RENAME TO {new.database}")
    refused("server.not_reached", workplace.unlock, first, PASSPHRASE, "Саидова")
    moving.connect(first.folder, PASSPHRASE, new.text(), name="Саидова")
    workplace.unlock(first, PASSPHRASE, "Саидова")
    assert first.database.address == own_address(first)  # type: ignore[attr-defined]
    assert digest_of(first.journal) == digest


def test_a_server_at_another_place_is_found_again_by_each_under_the_own_role(
    strict: OfficeOnServer, server: PostgresServer
) -> None:
    officer = opened(strict, 1, OFFICER, "Зарина")
    digest = digest_of(officer.journal)
    officer.close()
    strict.first.close()
    server.listen("scram-sha-256", None)
    assert away(officer, OFFICER, "Зарина") == "server.no_answer"
    new = replace(strict.address, port=server.port, password="")
    moving.connect(officer.folder, OFFICER, new.text(), name="Зарина")
    here = opened(strict, 1, OFFICER, "Зарина")
    assert digest_of(here.journal) == digest
    assert own_address(here).port == server.port
    moving.connect(strict.first.folder, PASSPHRASE, new.text(), name="Саидова")
    opened(strict, 0, PASSPHRASE, "Саидова")


def brought_to_another(
    office: OfficeOnServer, server: PostgresServer, *, roles: bool
) -> tuple[PostgresServer, ServerAddress]:
    """Close all desks, and let a new server have the copy that was made of the one of before."""
    for work in office.works:
        work.close()
    copy = server.dump(office.address.database)
    other = start_another()
    if roles:
        other.ask(server.ask_for_roles())
    else:
        other.ask("CREATE ROLE keeper LOGIN CREATEROLE PASSWORD 'of the keeper'")
    other.ask(f"CREATE DATABASE {office.address.database} OWNER keeper TEMPLATE template0")
    said = other.bring_back(copy, office.address.database, "" if roles else "keeper")
    assert ("does not exist" in said) is not roles
    other.listen("scram-sha-256", None)
    return other, replace(office.address, port=other.port, password="")


def test_a_copy_with_its_roles_is_the_server_of_everybody(
    strict: OfficeOnServer, server: PostgresServer
) -> None:
    digest = digest_of(strict.works[1].journal)
    other, new = brought_to_another(strict, server, roles=True)
    first, second = strict.works
    assert "roles_lost" not in checked(new)
    moving.connect(second.folder, OFFICER, new.text(), name="Зарина")
    here = opened(strict, 1, OFFICER, "Зарина")
    assert digest_of(here.journal) == digest
    moving.connect(first.folder, PASSPHRASE, new.text(), name="Саидова")
    users.remove(opened(strict, 0, PASSPHRASE, "Саидова"), "Зарина")
    assert "password authentication failed" in turned_away(other, own_address(here), "SELECT 1")
    other.stop()


def test_a_copy_without_its_roles_is_mended_by_a_head(strict: OfficeOnServer, server: PostgresServer) -> None:
    digest = digest_of(strict.works[1].journal)
    other, new = brought_to_another(strict, server, roles=False)
    first, second = strict.works
    assert checked(new)["roles_lost"] is Weight.HINT
    refused("moving.head_first", moving.connect, second.folder, OFFICER, new.text(), name="Зарина")
    moving.connect(first.folder, PASSPHRASE, new.text(), name="Саидова")
    head = opened(strict, 0, PASSPHRASE, "Саидова")
    assert digest_of(head.journal) == digest
    assert has_roles(head.database)
    assert "roles_lost" not in checked(new)
    # Nobody but they themselves knew the password of the role that is gone.
    refused("moving.head_first", moving.connect, second.folder, OFFICER, new.text(), name="Зарина")
    users.set_passphrase(head, "Зарина", THIRD, cost=CHEAP)
    moving.connect(second.folder, PASSPHRASE, new.text(), name="Саидова")
    opened(strict, 1, PASSPHRASE, "Саидова")
    here = opened(strict, 1, THIRD, "Зарина")
    assert here.database.address == own_address(here)  # type: ignore[attr-defined]
    story = strict.story
    assert attendance.mark(here, story.enrolments[0], story.sessions[0], Mark.PRESENT).step is not None
    # What an officer may not do is the new server's to refuse, as that of before did.
    sql = (
        "UPDATE setting SET value = 'x' WHERE name = 'trust'; SELECT count(*) FROM setting WHERE value = 'x'"
    )
    assert asked(other, own_address(here), sql) == "0"
    other.stop()


def checked(address: ServerAddress) -> dict[str, Weight]:
    """Return what a check says of a server to whoever set it up."""
    with closing(ServerDatabase(replace(address, password="of the keeper"))) as database:
        found = judge_server(database.look(0))
    return {each.code.removeprefix("server_check."): each.weight for each in found}


# --- a new password of whoever set the server up


def whole(work: Workplace) -> ServerAddress:
    """Return the address of whoever set the server up, as the vault tells it to who is here."""
    return read_address(server_home.whole_address(work.folder, work.key))


def test_the_owner_gets_a_new_password_and_every_desk_keeps_it(
    strict: OfficeOnServer, server: PostgresServer
) -> None:
    officer = opened(strict, 1, OFFICER, "Зарина")
    assert server_people.owner_of(officer) == ""
    refused("rights.refused", server_people.renew_password, officer)
    first = opened(strict, 0, PASSPHRASE, "Саидова")
    assert server_people.owner_of(first) == "keeper"
    made = server_people.renew_password(first)
    assert (made.user, made.shared) == ("keeper", True)
    assert "password authentication failed" in turned_away(server, strict.address, "SELECT 1")
    new = replace(strict.address, password=made.password)
    assert asked(server, new, "SELECT 1") == "1"
    assert whole(first) == new
    # It stands in the journal, and no undo passes it off as undone.
    noted = [decode_entry(line) for line in lines_of(first.store)][-1]
    assert (noted.e, noted.u) == ("office", "М. Саидова")
    assert set(noted.s) == {"server_password_at"}
    kinds = first.database.rows("SELECT kind FROM step ORDER BY id DESC")
    assert kinds[0] == ("note",)
    # The other desk takes it over, whoever is there; a head there opens it.
    assert server_people.keep_up(officer)
    assert whole(opened(strict, 1, PASSPHRASE, "Саидова")) == new
    # A head who comes later opens it too, and one who goes no more.
    users.set_role(first, "Зарина", UserRole.HEAD)
    server_people.keep_up(first)
    assert whole(opened(strict, 1, OFFICER, "Зарина")) == new


def test_a_new_password_that_the_computer_could_not_keep_comes_back_from_the_server(
    strict: OfficeOnServer, server: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = opened(strict, 0, PASSPHRASE, "Саидова")

    def stop(*_given: object) -> None:
        raise TrainerError("disk.full")

    with monkeypatch.context() as broken:
        broken.setattr(server_people, "_keep_password", stop)
        refused("disk.full", server_people.renew_password, first)
    assert "password authentication failed" in turned_away(server, strict.address, "SELECT 1")
    assert whole(first) == strict.address
    first = opened(strict, 0, PASSPHRASE, "Саидова")
    assert asked(server, whole(first), "SELECT 1") == "1"


def test_a_password_typed_here_is_not_taken_back_for_one_of_before(
    strict: OfficeOnServer, server: PostgresServer
) -> None:
    first = opened(strict, 0, PASSPHRASE, "Саидова")
    server_people.renew_password(first)
    server.ask("ALTER ROLE keeper PASSWORD 'of the keeper of now'")
    first.close()
    bare = replace(strict.address, password="").text()
    moving.connect(first.folder, PASSPHRASE, bare, "of the keeper of now", name="Саидова")
    assert whole(opened(strict, 0, PASSPHRASE, "Саидова")).password == "of the keeper of now"
    assert whole(opened(strict, 1, PASSPHRASE, "Саидова")).password == "of the keeper of now"


def test_where_all_connect_as_the_owner_the_other_desks_are_told_the_password(
    server: PostgresServer, tmp_path: Path
) -> None:
    server.ask("CREATE ROLE plain LOGIN PASSWORD 'of all'")
    name = server.create().database
    server.ask(f"ALTER DATABASE {name} OWNER TO plain")
    address = ServerAddress("127.0.0.1", server.port, name, "plain", "of all")
    with office_on_server(tmp_path, address=address) as office:
        first, second = office.works
        made = server_people.renew_password(first)
        assert not made.shared
        # A connection more is one with the new one.
        first.release()
        assert rights.list_users(first) == []
        second.close()
        problem = refused(
            "server.not_reached", workplace.open_workplace, second.folder, PASSPHRASE, clock=second.clock
        )
        assert problem.values["why"] == Label("server.refused")
        bare = replace(address, password="").text()
        moving.connect(second.folder, PASSPHRASE, bare, made.password)
        office.works[1] = workplace.open_workplace(second.folder, PASSPHRASE, clock=second.clock)


def test_a_server_that_asks_for_no_password_has_none_to_change(office: OfficeOnServer) -> None:
    assert server_people.owner_of(office.first) == ""
    refused("server.no_password", server_people.renew_password, office.first)


def lost(strict: OfficeOnServer, stick: Path) -> tuple[Path, str, str]:
    """Lose the first desk's computer after its backup; return that, the recovery key, the digest of now."""
    first = opened(strict, 0, PASSPHRASE, "Саидова")
    paper = key_papers.make_new(first)
    key_papers.confirm(first, paper.recovery_key, paper.standby_key)
    stick.mkdir()
    saved = backups.save_backup(first, stick).file
    story, second = strict.story, opened(strict, 1, OFFICER, "Зарина")
    attendance.mark(second, story.enrolments[0], story.sessions[0], Mark.PRESENT)
    first.close()
    shutil.rmtree(first.folder.root)
    return saved, paper.recovery_key, digest_of(second.journal)


def test_where_the_first_desk_is_lost_its_backup_and_the_paper_make_a_desk_again(
    strict: OfficeOnServer, tmp_path: Path
) -> None:
    saved, paper, digest = lost(strict, tmp_path / "stick")
    folder, clock = DataFolder(tmp_path / "found"), strict.story.clock
    opening = Opening(paper_key=paper, new_passphrase=THIRD)
    file = backups.restore_file(folder, saved, opening, clock=clock, cost=CHEAP)
    assert not file.on_server
    assert digest_of(file.journal) != digest, "it is of before the mark"
    bare = replace(strict.address, password="").text()
    with pytest.MonkeyPatch.context() as patch:
        trusted(patch)
        here = strict.works[0] = moving.move_to_server(file, bare, strict.address.password)
    assert here.on_server
    assert (here.person, digest_of(here.journal)) == (None, digest)
    assert here.device_code == "A1"
    users.set_passphrase(here, "Саидова", OFFICER, cost=CHEAP)
    here = opened(strict, 0, OFFICER, "Саидова")
    second, story = strict.works[1], strict.story
    assert attendance.mark(here, story.enrolments[1], story.sessions[0], Mark.PRESENT).step is not None
    assert digest_of(here.journal) == digest_of(second.journal)
    assert check_integrity(here.journal).problems == ()
    assert here.journal.replica != second.journal.replica
    assert server_people.has_own_role(here)
    # It is a desk as any other: it goes back to a file, too.
    second.close()
    back = strict.works[0] = moving.move_to_file(here)
    assert check_integrity(back.journal).problems == ()


def test_a_file_of_before_that_was_worked_in_joins_no_server(strict: OfficeOnServer, tmp_path: Path) -> None:
    saved, paper, _ = lost(strict, tmp_path / "stick")
    opening = Opening(paper_key=paper, new_passphrase=THIRD)
    folder, clock = DataFolder(tmp_path / "found"), strict.story.clock
    file = backups.restore_file(folder, saved, opening, clock=clock, cost=CHEAP)
    story = strict.story
    attendance.mark(file, story.enrolments[2], story.sessions[0], Mark.LATE)
    bare = replace(strict.address, password="").text()
    move = moving.prepare_server(file, bare, strict.address.password)
    file.close()
    assert refused("moving.more_here", moving.carry_out, move).values["count"]
    strict.works[0] = workplace.open_workplace(folder, THIRD, clock=clock)
    assert not strict.works[0].on_server


def test_a_head_begins_a_desk_and_nobody_else(strict: OfficeOnServer, tmp_path: Path) -> None:
    path = desks.save_for_another(strict.first, tmp_path / "third.tdesk")
    folder, clock = DataFolder(tmp_path / "third"), strict.story.clock
    for passphrase, name in ((READER, "Баҳром"), (OFFICER, "Зарина")):
        refused("rights.refused", desks.begin_desk, folder, path, passphrase, name=name, clock=clock)
        assert not folder.vault.exists()
    third = desks.begin_desk(folder, path, PASSPHRASE, name="Саидова", clock=clock)
    strict.works.append(third)
    assert third.device_code == "A3"
    assert identity.device_keys(third).key_id != identity.device_keys(strict.first).key_id
    assert own_address(third).user == third.database.address.user  # type: ignore[attr-defined]


def test_an_office_that_goes_back_to_its_file_leaves_nothing_of_it(strict: OfficeOnServer) -> None:
    first = opened(strict, 0, PASSPHRASE, "Саидова")
    work = moving.move_to_file(first)
    strict.works[0] = work
    assert keys_of_each(work.database, SLOTS) == []
    content = data_key.read_vault(work.folder)
    assert vault.keeper_of(content) is None
    assert vault.password_of(content, work.key) == ""
    assert slots(work) == {"Саидова", "Зарина", "Баҳром"}


def test_an_older_copy_that_was_put_back_leaves_passwords_and_passphrases_as_they_are(
    strict: OfficeOnServer,
) -> None:
    first = opened(strict, 0, PASSPHRASE, "Саидова")
    before = own_address(opened(strict, 1, READER, "Баҳром"))
    made = backups.create_backup(first)
    backups.restore_backup(first, made.path)
    first = opened(strict, 0, PASSPHRASE, "Саидова")
    assert len(keys_of_each(first.database, SLOTS)) == 3
    assert own_address(opened(strict, 1, READER, "Баҳром")) == before
