"""The people of an office as roles of its server, which then refuses by itself what a role does not allow.

There are four groups, named after the database since roles belong to a whole server: `trainer_reader`,
`trainer_officer` and `trainer_head` for people of the office, `trainer_analyst` for who shall see the views
without names. Each person connects under a role of their own in one of the groups:

- a reader may read everything but the secrets among the settings, and write nothing but, by a function, the
  slot of their own passphrase;
- an officer may write too, but no line of the journal that only a head writes, and nothing into the tables
  that follow from such lines; what is in the journal stays as it is, only an import can be taken back;
- a head may do everything that the program does, also make the tables of a newer version;
- an analyst sees the views and nothing else.

All that is there belongs to the group of heads. Roles are made by functions that run with the rights of who
set the server up: no head may make others than these. Only the owner of the database who may make roles can
arrange this; where nobody may, views are made all the same, and rights are the program's alone.
"""

import hashlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

from trainer_app.domain.base.authority import AUTHORITY
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.rights import DECIDED_ENTITIES, DECIDED_FIELDS, ROLES, UserRole
from trainer_app.domain.base.settings import (
    DEVICE_KEYS,
    OFFICE_CODE,
    OFFICE_KEYS,
    RECOVERY_SLOT,
    ROLE,
    ROOTS,
    SLOTS,
    TRUST,
)
from trainer_app.domain.exchange.laptops import LEDGER_KEY, LEDGER_SEALED, RECOVERY_SLOTS
from trainer_app.domain.office.analyst_views import SCHEMA
from trainer_app.domain.office.erasing import PAPER_KEYS, PAPERS_HELD
from trainer_app.domain.office.open_data import SECRET
from trainer_app.store.base.database import Database
from trainer_app.store.office.analyst_views import INNER, are_current, make_views

if TYPE_CHECKING:
    from trainer_app.store.base.server import ServerDatabase

ANALYST = "analyst"
_GROUPS = (*(role.value for role in ROLES), ANALYST)
_LONGEST = 63
"""Bytes of a name in PostgreSQL."""
_LONGEST_SLOT = 8000
"""Letters of a slot that somebody keeps on the server: about a thousand are one."""
_HIDDEN = tuple(
    each.key
    for each in (
        DEVICE_KEYS,
        OFFICE_KEYS,
        PAPER_KEYS,
        RECOVERY_SLOT,
        RECOVERY_SLOTS,
        LEDGER_KEY,
        LEDGER_SEALED,
        SECRET,
    )
)
"""Settings that a reader has no business with."""
_DECIDED = tuple(
    each.key
    for each in (
        TRUST,
        ROOTS,
        OFFICE_CODE,
        OFFICE_KEYS,
        PAPER_KEYS,
        PAPERS_HELD,
        RECOVERY_SLOT,
        ROLE,
        AUTHORITY,
    )
)
"""Settings that only a head changes."""
_TABLES_DECIDED = tuple(sorted(DECIDED_ENTITIES))


# --- names


def _base(database: Database) -> str:
    """Return what the names of all roles of this database begin with."""
    return _base_of(str(database.select("SELECT current_database()")[0][0]))


def _base_of(name: str) -> str:
    if len(name.encode()) <= _LONGEST - 32:
        return name
    return f"office_{hashlib.sha256(name.encode()).hexdigest()[:12]}"


def group_of(database: Database, kind: str) -> str:
    """Return the name of a group: of a role of the office's people, or of analysts."""
    return f"{_base(database)}_{kind}"


def role_of(database: Database, user: str) -> str:
    """Return the name of the role under which a person of the office connects: it names nobody."""
    return name_of_role(str(database.select("SELECT current_database()")[0][0]), user)


def name_of_role(database: str, user: str) -> str:
    """Return the same for a database that nobody is connected to yet, by its name."""
    return f"{_base_of(database)}_u_{hashlib.sha256(user.encode()).hexdigest()[:24]}"


def _name(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _among(values: Sequence[str]) -> str:
    return f"({', '.join(map(_text, values))})"


# --- what each group may do


def _groups(base: str, database: str) -> Iterator[str]:
    """Yield what only the owner of the database can do: groups, and who may connect at all."""
    for kind in _GROUPS:
        yield (
            f"DO $$ BEGIN CREATE ROLE {_name(f'{base}_{kind}')} NOLOGIN; "
            "EXCEPTION WHEN duplicate_object THEN NULL; END $$"
        )
    head, everybody = _name(f"{base}_head"), ", ".join(_name(f"{base}_{kind}") for kind in _GROUPS)
    yield f"GRANT {head} TO CURRENT_USER"
    yield f"REVOKE ALL ON DATABASE {_name(database)} FROM PUBLIC"
    yield f"GRANT CONNECT ON DATABASE {_name(database)} TO {everybody}"
    yield f"GRANT TEMPORARY ON DATABASE {_name(database)} TO {_name(f'{base}_officer')}, {head}"
    yield f"GRANT CREATE ON DATABASE {_name(database)} TO {head}"
    yield "REVOKE ALL ON SCHEMA public FROM PUBLIC"
    yield f"GRANT USAGE ON SCHEMA public TO {_name(f'{base}_reader')}, {_name(f'{base}_officer')}"
    yield f"GRANT USAGE, CREATE ON SCHEMA public TO {head}"


def _owned(head: str) -> Iterator[str]:
    """Yield what lets all that is there belong to the group of heads, whoever of them made it anew."""
    yield f"ALTER SCHEMA {SCHEMA} OWNER TO {_name(head)}"
    yield f"ALTER SCHEMA {INNER} OWNER TO {_name(head)}"
    yield f"ALTER SEQUENCE public.row_number OWNER TO {_name(head)}"
    yield f"""DO $$ DECLARE found record; BEGIN
FOR found IN SELECT nspname, relname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
WHERE nspname IN ('public', '{SCHEMA}', '{INNER}') AND relkind IN ('r', 'v')
AND relowner <> {_text(_name(head))}::regrole
LOOP EXECUTE format('ALTER TABLE %I.%I OWNER TO %I', found.nspname, found.relname, {_text(head)}); END LOOP;
END $$"""


def _grants(base: str) -> Iterator[str]:
    """Yield what each group may do with the tables and views that are there."""
    reader, officer, analyst = (_name(f"{base}_{kind}") for kind in ("reader", "officer", ANALYST))
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {reader}, {officer}, {analyst}, PUBLIC"
    yield f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {reader}, {officer}"
    yield f"GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {officer}"
    written = "INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER"
    for table in (*_TABLES_DECIDED, "server", "entry", "object"):
        yield f"REVOKE {written} ON public.{_name(table)} FROM {officer}"
    # A policy would let it pass and change nothing, which nobody would be told.
    yield f"REVOKE UPDATE ON public.journal FROM {officer}"
    yield f"GRANT UPDATE (changes) ON public.server TO {officer}"
    yield f"GRANT USAGE, UPDATE ON SEQUENCE public.row_number TO {officer}"
    yield f"GRANT USAGE ON SCHEMA {SCHEMA} TO {reader}, {officer}, {analyst}"
    yield f"GRANT SELECT ON ALL TABLES IN SCHEMA {SCHEMA} TO {reader}, {officer}, {analyst}"
    # Whoever takes in files counts their tests anew.
    yield f"GRANT USAGE ON SCHEMA {INNER} TO {officer}"
    yield f"GRANT SELECT, INSERT, DELETE ON {INNER}.score, {INNER}.about TO {officer}"
    yield from _policies(
        "journal", (reader, officer), officer, check=_may_be_written(), gone="import IS NOT NULL"
    )
    yield from _setting_policies(reader, officer)


def _policies(
    table: str, readers: Sequence[str], writer: str, *, check: str, gone: str, seen: str = "true"
) -> Iterator[str]:
    """Yield the policies of a table: nobody but a head sees or writes what they do not allow."""
    for name in ("seen", "added", "changed", "gone"):
        yield f"DROP POLICY IF EXISTS {name} ON public.{table}"
    yield f"CREATE POLICY seen ON public.{table} FOR SELECT TO {', '.join(readers)} USING ({seen})"
    yield f"CREATE POLICY added ON public.{table} FOR INSERT TO {writer} WITH CHECK ({check})"
    yield f"CREATE POLICY gone ON public.{table} FOR DELETE TO {writer} USING ({gone})"
    yield f"ALTER TABLE public.{table} ENABLE ROW LEVEL SECURITY"


def _setting_policies(reader: str, officer: str) -> Iterator[str]:
    free = f"name NOT IN {_among(_DECIDED)} AND name NOT LIKE '{SLOTS.key}.%'"
    yield from _policies(
        "setting", (reader,), officer, check=free, gone=free, seen=f"name NOT IN {_among(_HIDDEN)}"
    )
    yield "DROP POLICY IF EXISTS seen_whole ON public.setting"
    yield f"CREATE POLICY seen_whole ON public.setting FOR SELECT TO {officer} USING (true)"
    yield (
        f"CREATE POLICY changed ON public.setting FOR UPDATE TO {officer} USING ({free}) WITH CHECK ({free})"
    )


def _may_be_written() -> str:
    """Return whether a line is one that not only a head writes: read as JSON, not as it is spelt."""
    line = (
        "(CASE WHEN substr(tail, 1, 1) = '\\x7b'::bytea THEN convert_from(tail, 'UTF8') "
        "ELSE '{\"n\":' || convert_from(tail, 'UTF8') END)::json"
    )
    fields = " OR ".join(
        f"({line} ->> 'e' = {_text(entity)} AND EXISTS (SELECT 1 FROM json_object_keys({line} -> 's') "
        f"said (field) WHERE field IN {_among(sorted(names))}))"
        for entity, names in DECIDED_FIELDS.items()
    )
    return f"NOT (coalesce({line} ->> 'e', '') IN {_among(_TABLES_DECIDED)} OR coalesce({fields}, false))"


# --- what makes and removes the role of a person


def _functions(base: str) -> Iterator[str]:
    people, heads = ", ".join(_name(f"{base}_{role.value}") for role in ROLES), f"{base}_head"
    known = f"person !~ {_text(f'^{base}_u_[0-9a-f]{{24}}$')}"
    runs = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$"
    refuse = "RAISE EXCEPTION 'no role of this office' USING ERRCODE = '42501';"
    functions = ("put_person(text, text, text)", "remove_person(text)", "keep_slot(text, text)")
    for function in functions:
        yield f"DROP FUNCTION IF EXISTS {INNER}.{function}"
    yield f"""CREATE FUNCTION {INNER}.put_person(person text, kind text, verifier text)
RETURNS void {runs}
BEGIN
IF {known} OR kind NOT IN {_among([role.value for role in ROLES])}
OR verifier !~ '^(SCRAM-SHA-256[$].+)*$' THEN {refuse} END IF;
IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = person) THEN
IF verifier = '' THEN {refuse} END IF;
EXECUTE format('CREATE ROLE %I LOGIN', person);
EXECUTE format('GRANT %I TO CURRENT_USER', person);
END IF;
IF verifier <> '' THEN EXECUTE format('ALTER ROLE %I PASSWORD %L', person, verifier); END IF;
EXECUTE format('REVOKE {people} FROM %I', person);
EXECUTE format('GRANT %I TO %I', {_text(f"{base}_")} || kind, person);
END $body$"""
    yield f"""CREATE FUNCTION {INNER}.remove_person(person text) RETURNS void {runs}
BEGIN
IF {known} THEN {refuse} END IF;
IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = person) THEN
EXECUTE format('ALTER ROLE %I NOLOGIN', person);
PERFORM pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = person;
EXECUTE format('REASSIGN OWNED BY %I TO %I', person, {_text(heads)});
EXECUTE format('DROP OWNED BY %I', person);
EXECUTE format('DROP ROLE %I', person);
END IF;
END $body$"""
    own = "left(encode(sha256(convert_to(person, 'UTF8')), 'hex'), 24)"
    yield f"""CREATE FUNCTION {INNER}.keep_slot(person text, slot text) RETURNS void {runs}
BEGIN
IF session_user <> {_text(f"{base}_u_")} || {own} OR length(slot) > {_LONGEST_SLOT} THEN {refuse} END IF;
UPDATE public.server SET changes = changes + 1;
INSERT INTO public.setting (name, value) VALUES ('{SLOTS.key}.' || person, slot)
ON CONFLICT (name) DO UPDATE SET value = excluded.value;
NOTIFY trainer_app;
END $body$"""
    for function in functions:
        yield f"REVOKE ALL ON FUNCTION {INNER}.{function} FROM PUBLIC"
        yield f"GRANT EXECUTE ON FUNCTION {INNER}.{function} TO {_name(heads)}"
    # The own slot alone, which changes with the own passphrase.
    yield f"GRANT USAGE ON SCHEMA {INNER} TO {people}"
    yield f"GRANT EXECUTE ON FUNCTION {INNER}.keep_slot(text, text) TO {people}"


# --- making it so


def has_roles(database: Database) -> bool:
    """Tell whether this server keeps the rights of the office's people by roles of its own."""
    names = [f"{_base(database)}_{kind}" for kind in _GROUPS]
    found = database.select(
        f"SELECT count(*) FROM pg_roles WHERE rolname IN {_among(names)} "
        f"AND to_regproc('{INNER}.remove_person') IS NOT NULL"
    )
    return bool(found[0][0] == len(names))


def may_make_roles(database: Database) -> bool:
    """Tell whether whoever connected owns the database and may make roles."""
    rows = database.select(
        "SELECT r.rolsuper OR (r.rolcreaterole AND d.datdba = r.oid) FROM pg_roles r, pg_database d "
        "WHERE r.rolname = current_user AND d.datname = current_database()"
    )
    return bool(rows and rows[0][0])


def arrange(database: Database) -> bool:
    """Make views, groups and what these may do, or make them anew after an update; tell whether it did.

    For whoever opens or makes an office on a server, after its tables are this version's. Who may not make
    roles gets the views alone. Raises server.not_allowed where something is to be done by another one.
    """
    current, there = are_current(database), has_roles(database)
    first = not there and may_make_roles(database)
    if current and not first:
        return False
    base, name = _base(database), str(database.select("SELECT current_database()")[0][0])
    with database.write():
        if first:
            _run(database, _renamed(database, base))
        make_views(database)
        if first:
            _run(database, _groups(base, name))
        if first or there:
            _run(database, _owned(f"{base}_head"))
            _run(database, _grants(base))
        if first:
            _run(database, _functions(base))
    return True


def _renamed(database: Database, base: str) -> Iterator[str]:
    """Yield what gives all roles of a database that bore another name the one of now, with all their rights.

    Passwords stay. Roles of the name of before would go on letting in whoever is removed from now on. Nothing
    is done where there are roles for the name of now, or those of before are another database's.
    """
    ((owner, databases, roles),) = database.select(
        "SELECT pg_get_userbyid(relowner)::text, ARRAY(SELECT datname::text FROM pg_database), "
        "ARRAY(SELECT rolname::text FROM pg_roles) FROM pg_class WHERE oid = 'public.journal'::regclass"
    )
    former = owner.removesuffix(f"_{UserRole.HEAD.value}")
    groups = {f"{former}_{kind}" for kind in _GROUPS}
    theirs = former in map(_base_of, databases) or not groups.issubset(roles)
    if theirs or any(name.startswith(f"{base}_") for name in roles):
        return
    for name in roles:
        if name in groups or name.startswith(f"{former}_u_"):
            yield f"ALTER ROLE {_name(name)} RENAME TO {_name(base + name.removeprefix(former))}"


def _run(database: Database, statements: Iterator[str]) -> None:
    for statement in statements:
        database.run(statement)


def put_person(database: Database, user: str, role: UserRole, password: str = "") -> str:
    """Give a person of the office a role of the server, another group, or a new password; return its name.

    `user` is their key. Without a password the one of before stays. The server is never told the password
    itself, only what proves to know it. Raises server.not_allowed, server.no_roles.
    """
    _check_roles(database)
    name = role_of(database, user)
    verifier = _verifier(database, name, password) if password else ""
    with database.write():
        database.select(f"SELECT {INNER}.put_person(?, ?, ?)", name, role.value, verifier)
    return name


def change_own_password(database: Database, password: str) -> None:
    """Let whoever is connected connect with another password from now on; the server is never told it."""
    verifier = _verifier(database, str(cast("ServerDatabase", database).address.user), password)  # type: ignore[union-attr]
    database.run(f"ALTER ROLE CURRENT_USER PASSWORD {_text(verifier)}")


def _verifier(database: Database, name: str, password: str) -> str:
    connection = cast("ServerDatabase", database).connection()
    made: bytes = connection.pgconn.encrypt_password(password.encode(), name.encode(), b"scram-sha-256")
    return made.decode()


def keep_slot(database: Database, user: str, text: str) -> None:
    """Keep somebody's own slot, as their own role: also a reader's, who writes nothing else.

    Raises server.not_allowed for that of another one.
    """
    database.select(f"SELECT {INNER}.keep_slot(?, ?)", user, text)


def remove_person(database: Database, user: str) -> None:
    """Take a person's role away; what they have open is closed.

    Raises server.not_allowed, server.no_roles.
    """
    remove_role(database, role_of(database, user))


def remove_role(database: Database, name: str) -> None:
    """Take away a role of a person, by its name: also of one who is in no list any more."""
    _check_roles(database)
    with database.write():
        database.select(f"SELECT {INNER}.remove_person(?)", name)


def _check_roles(database: Database) -> None:
    if not has_roles(database):
        raise TrainerError("server.no_roles")


def roles_of_people(database: Database) -> dict[str, UserRole | None]:
    """Return the names of all roles of people that there are, each with what it is for; None for nothing."""
    base = _base(database)
    rows = database.select(
        "SELECT p.rolname, g.rolname FROM pg_roles p LEFT JOIN pg_auth_members m ON m.member = p.oid "
        "LEFT JOIN pg_roles g ON g.oid = m.roleid WHERE p.rolname LIKE ?",
        f"{base.replace('_', '\\_')}\\_u\\_%",
    )
    kinds = {f"{base}_{role.value}": role for role in ROLES}
    found: dict[str, UserRole | None] = {}
    for name, group in rows:
        found[name] = kinds.get(group) or found.get(name)
    return found
