"""Marks, as stored."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, reduce
from operator import and_
from typing import Any, cast

import peewee

from trainer_app.domain.attendance.marks import IN_THE_ROOM, Attendance, Mark, SignatureState
from trainer_app.domain.attendance.sheets import Attachment, AttachmentKind
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.schema import read_entry
from trainer_app.domain.courses.courses import SessionState
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import (
    NUMBERS,
    VALUE,
    Statement,
    adding,
    adding_missing,
    among,
    any_of,
    order_of_arrival,
)
from trainer_app.store.base.models import (
    MODELS,
    BlobRow,
    BlobSourceRow,
    DepartureBlobRow,
    EntryRow,
    RegistryRow,
    TableModel,
)
from trainer_app.store.base.object_ids import key_text, line_bytes
from trainer_app.store.base.rows import (
    Fields,
    RecordReader,
    Rows,
    Source,
    choice_of,
    contradicted,
    contradicted_numbers,
    object_number,
    read_rows_ahead,
    select_row,
    select_rows,
)

_TABLES = ("attendance", "enrolment", "session", "contradiction")
_MARKS = {mark.value: mark for mark in Mark}
_attachment = RecordReader(Attachment, "attachment", kind=AttachmentKind.SHEET)


def marks_of_course(database: Database, course: str) -> dict[tuple[str, str], Attendance]:
    """Return (enrolment, session) -> attendance for everything recorded in a course. Read once."""

    def read() -> dict[tuple[str, str], Attendance]:
        return _read_marks(database, _OF_COURSE, object_number(database, "course", course))

    return dict(database.remembered(f"marks {course}", read, _TABLES))


def marks_of_enrolments(database: Database, numbers: Iterable[int]) -> dict[tuple[str, str], Attendance]:
    """Return the same of some enrolments, which are given by their numbers."""
    return _read_marks(database, _OF_ENROLMENTS, list(numbers))


def read_ahead(database: Database, numbers: Mapping[str, int]) -> None:
    """Within `Database.still`, read the marks of several courses, by keys with numbers."""
    wanted = [each for key, each in numbers.items() if not database.remembers(f"marks {key}", _TABLES)]

    def with_keys(rows: list[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
        # Thousands of marks name some hundred rows: each key is looked up and sent once.
        named = {number for row in rows for number in row[:2]}
        keys = dict(database.select(_KEYS, sorted(named)))
        return ((keys[enrolment], keys[session], *others) for enrolment, session, *others in rows)

    database.ask_ahead(_OF_COURSE, _OF_COURSES, wanted, completed=with_keys)


_KEYS = Statement(
    lambda: RegistryRow.select(RegistryRow.id, RegistryRow.key).where(among(RegistryRow.id, NUMBERS))
)


def _marks_where(condition: Callable[[TableModel], peewee.Node], *, of_each: bool = False) -> Statement:
    """Return the statement that reads marks with their keys; `condition` is over the table of enrolments.

    `of_each` lets each row end with the number of its course, and begin with numbers in place of the keys.
    """

    def build() -> peewee.ModelSelect:
        t, enrolment, session = MODELS["attendance"].alias("t"), MODELS["enrolment"], MODELS["session"]
        e, s = RegistryRow.alias("e"), RegistryRow.alias("s")
        columns = (t.mark, t.missed, t.early, t.arrived, t.remark, t.signed, t.settled)
        keys, named = ((t.enrolment, t.session), ()) if of_each else ((e.key, s.key), (e, s))
        query: peewee.ModelSelect = t.select(*keys, t.id, *columns)
        for table, number in zip((enrolment, session, *named), (t.enrolment, t.session) * 2, strict=False):
            query = query.join(table, on=table.id == number)
        query = query.where(condition(enrolment))
        return query.select_extend(enrolment.course) if of_each else query

    return Statement(build)


_OF_COURSE = _marks_where(lambda enrolment: enrolment.course == VALUE)
_OF_COURSES = _marks_where(lambda enrolment: among(enrolment.course, NUMBERS), of_each=True)
_OF_ENROLMENTS = _marks_where(lambda enrolment: enrolment.id.in_(any_of(NUMBERS)))


def _read_marks(database: Database, marks: Statement, value: object) -> dict[tuple[str, str], Attendance]:
    waiting = contradicted_numbers(database, "attendance")
    keys: dict[object, str] = {}
    # Most marks of a course are alike, and what does not change can be shared: each is made once.
    made: dict[tuple[object, ...], Attendance] = {}
    found = {}
    for enrolment, session, own, *columns in database.rows(marks, value):
        conflict = own in waiting
        stored = (*columns, conflict)
        cell = made.get(stored)
        if cell is None:
            cell = made[stored] = _attendance(columns, conflict=conflict)
        # A thousand marks have some sixty keys.
        who, when = keys.get(enrolment), keys.get(session)
        found[who or _key(keys, enrolment), when or _key(keys, session)] = cell
    return found


def _attendance(columns: Sequence[Any], *, conflict: bool) -> Attendance:
    """Return a mark as its columns hold it."""
    mark, missed, early, arrived, remark, signed, settled = columns
    return Attendance(
        mark=_MARKS.get(str(mark)),
        missed=missed or 0,
        early=min(early or 0, missed or 0),
        arrived=arrived,
        remark=remark or "",
        signed=choice_of(SignatureState, signed, SignatureState.NOT_CHECKED),
        settled=settled or "",
        conflict=conflict,
        unknown=mark is not None and mark not in _MARKS,
    )


def get_attendance(database: Database, key: str) -> Attendance:
    """Return one mark by the row's key; an empty one where nothing is recorded."""
    fields = select_row(database, "attendance", key)
    if fields is None:
        return Attendance()
    names = ("mark", "missed", "early", "arrived", "remark", "signed", "settled")
    conflict = key in contradicted(database, "attendance")
    return _attendance([fields[name] for name in names], conflict=conflict)


_MARKED = Rows("attendance", lambda rows: (rows.t.enrolment == VALUE) & rows.t.mark.is_null(False))


def count_marks(database: Database, enrolment: str) -> int:
    """Return how many marks one enrolment has; blanks do not count."""
    number = object_number(database, "enrolment", enrolment)
    rows = select_rows(database, _MARKED, number)
    return len(rows)


def _came() -> peewee.Query:
    t, e, s = MODELS["attendance"].alias("t"), MODELS["enrolment"].alias("e"), MODELS["session"].alias("s")
    own = RegistryRow.alias("own")
    query = t.select(own.key).join(e, on=e.id == t.enrolment).join(s, on=s.id == t.session)
    query = query.join(own, on=own.id == t.enrolment)
    came = t.mark.in_([mark.value for mark in IN_THE_ROOM])
    held = (s.state == SessionState.HELD.value) & (s.course == e.course)
    return cast(peewee.Query, query.where(came, held, e.course == VALUE).distinct())


_CAME = Statement(_came)


def who_came(database: Database, course: str) -> frozenset[str]:
    """Return the enrolments of a course that came at all: present or late in a session that was held."""
    rows = database.select(_CAME, object_number(database, "course", course))
    return frozenset(key_text(key) for (key,) in rows)


def _marked_courses() -> peewee.Query:
    """Build the query of those of some courses in which anybody has a mark; it stops at the first."""
    c, e, t = (MODELS[entity].alias(entity[0]) for entity in ("course", "enrolment", "attendance"))
    marks = t.select(peewee.SQL("1")).join(e, on=e.id == t.enrolment)
    marks = marks.where(e.course == c.id, t.mark.is_null(is_null=False))
    return cast(peewee.Query, c.select(c.id).where(c.id.in_(any_of(NUMBERS)), peewee.fn.EXISTS(marks)))


_MARKED_COURSES = Statement(_marked_courses)


def marked_among(database: Database, courses: Collection[str]) -> frozenset[str]:
    """Return those of some courses (keys) in which anybody has a mark."""
    numbers = {object_number(database, "course", key): key for key in courses}
    return frozenset(numbers[number] for (number,) in database.select(_MARKED_COURSES, numbers))


def _key(keys: dict[object, str], raw: object) -> str:
    if raw not in keys:
        keys[raw] = key_text(raw if isinstance(raw, bytes) else b"")
    return keys[raw]


_ADD_BLOB = adding(BlobRow.sha256, BlobRow.content)
_ADD_SOURCE = adding_missing(BlobSourceRow.sha256, BlobSourceRow.arrival)
_ADD_SENT = adding_missing(DepartureBlobRow.bundle, DepartureBlobRow.sha256)
_SENT = Statement(lambda: DepartureBlobRow.select(DepartureBlobRow.bundle, DepartureBlobRow.sha256))
_STORED = Statement(lambda: BlobRow.select(BlobRow.sha256))
_SIZES = Statement(
    lambda: BlobRow.select(BlobRow.sha256, peewee.fn.length(BlobRow.content)).order_by(order_of_arrival())
)

HERE = 0
"""The source of a blob that was attached on this computer; others are numbers of imports."""


def list_attachments(
    database: Database, *, course: str | None = None, project: str | None = None
) -> list[Attachment]:
    """Return attachments, all or those of a course, a project: by sheet, page and name."""
    owners = [(name, key) for name, key in (("course", course), ("project", project)) if key is not None]
    wanted = _attachments_of(tuple(name for name, _ in owners))
    rows = select_rows(database, wanted, *(object_number(database, name, key) for name, key in owners))
    here = stored_hashes(database)
    return [_read_attachment(fields, here) for fields in rows]


def read_files_ahead(database: Database, courses: Sequence[int]) -> None:
    """Within `Database.still`, read the attachments of several courses, which are given by their numbers."""
    read_rows_ahead(database, _FILES_OF_COURSE, courses)


def sheets_of_files(database: Database, course: str) -> list[str]:
    """Return the code of the sheet that each attachment of a course is of, "" for none."""
    number = object_number(database, "course", course)
    return [str(fields["sheet"] or "") for fields in select_rows(database, _FILES_OF_COURSE, number)]


_FILES_OF_COURSE = Rows("attachment", of=lambda rows: rows.t.course)


@cache
def _attachments_of(owners: tuple[str, ...]) -> Rows:
    """Return the attachments of certain owners, of whom the numbers are given in this order."""

    def owned(rows: Source) -> peewee.Node:
        conditions: list[peewee.Expression] = [getattr(rows.t, name) == VALUE for name in owners]
        return reduce(and_, conditions)

    return Rows(
        "attachment",
        owned if owners else None,
        lambda rows: (rows.t.sheet, rows.t.page, rows.t.name, rows.own.key),
    )


def get_attachment(database: Database, key: str) -> Attachment | None:
    """Return one attachment."""
    fields = select_row(database, "attachment", key)
    return _read_attachment(fields, stored_hashes(database)) if fields else None


def digest_of_content(content: bytes) -> str:
    """Return the name of a content: its SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()


def put_blob(database: Database, content: bytes, source: int = HERE) -> bool:
    """Keep a content and where it came from; tell whether it is new. Use inside a transaction."""
    sha256 = digest_of_content(content)
    new = not database.select(BlobRow.select(peewee.SQL("1")).where(BlobRow.sha256 == sha256))
    if new:
        database.run(_ADD_BLOB, sha256, content)
    database.run(_ADD_SOURCE, sha256, source)
    return new


def read_blob(database: Database, sha256: str) -> bytes | None:
    """Return a content, or None if it is not here. Raises attachments.damaged if its hash is another."""
    rows = database.select(BlobRow.select(BlobRow.content).where(BlobRow.sha256 == sha256))
    if not rows:
        return None
    content = bytes(rows[0][0])
    if digest_of_content(content) != sha256:
        raise TrainerError("attachments.damaged")
    return content


def stored_hashes(database: Database) -> frozenset[str]:
    """Return the hashes of all contents that are here."""
    return frozenset(str(row[0]) for row in database.select(_STORED))


def hashes_made_here(database: Database) -> list[str]:
    """Return the hashes of contents that were attached on this computer, in the order of their names."""
    here = BlobSourceRow.select(BlobSourceRow.sha256).where(BlobSourceRow.arrival == HERE)
    rows = database.select(here.order_by(BlobSourceRow.sha256))
    return [str(row[0]) for row in rows]


def blob_sizes(database: Database) -> dict[str, int]:
    """Return the size of each content that is here, in bytes; the one that came first stands first."""
    return {str(sha256): size for sha256, size in database.select(_SIZES)}


def forget_source(database: Database, arrival: int) -> list[str]:
    """Drop the blobs that came with one import only; return their hashes. Use inside a transaction."""
    database.run(BlobSourceRow.delete().where(BlobSourceRow.arrival == arrival))
    kept = BlobSourceRow.select(BlobSourceRow.sha256)
    rows = database.select(BlobRow.select(BlobRow.sha256).where(BlobRow.sha256.not_in(kept)))
    orphans = [str(sha256) for (sha256,) in rows]
    _remove(database, orphans)
    return orphans


def note_sent(database: Database, bundle: str, hashes: Iterable[str]) -> None:
    """Write down which contents a file took along."""
    with database.write():
        rows = [(bundle, sha256) for sha256 in hashes]
        database.run_many(_ADD_SENT, rows)


def sent_with(database: Database) -> dict[str, frozenset[str]]:
    """Return which contents each file took along, by the id of the bundle; only those with any."""
    found: dict[str, set[str]] = {}
    for bundle, sha256 in database.select(_SENT):
        found.setdefault(str(bundle), set()).add(str(sha256))
    return {bundle: frozenset(hashes) for bundle, hashes in found.items()}


def prune(database: Database) -> int:
    """Drop the blobs that no entry of the journal names, also none of the past; return how many."""
    with database.write():
        orphans = stored_hashes(database) - _named(database)
        _remove(database, orphans)
    return len(orphans)


def damaged_blobs(database: Database) -> list[str]:
    """Return the hashes of contents that are not what they were."""
    rows = database.stream(BlobRow.select(BlobRow.sha256, BlobRow.content).order_by(BlobRow.sha256))
    return [str(sha256) for sha256, content in rows if digest_of_content(bytes(content)) != sha256]


def _named(database: Database) -> frozenset[str]:
    """Return the hashes that attachments and templates have or had."""
    named = set()
    for (raw,) in database.stream(EntryRow.select(EntryRow.line)):
        line = line_bytes(raw)
        if b'"e":"attachment"' in line or b'"e":"template"' in line:
            named.add(read_entry(line).s.get("sha256"))
    return frozenset(str(sha256) for sha256 in named if sha256)


def _remove(database: Database, hashes: Iterable[str]) -> None:
    for sha256 in hashes:
        database.run(BlobRow.delete().where(BlobRow.sha256 == sha256))
        database.run(BlobSourceRow.delete().where(BlobSourceRow.sha256 == sha256))


def _read_attachment(fields: Fields, here: frozenset[str]) -> Attachment:
    return _attachment(fields, here=(fields["sha256"] or "") in here)
