"""An open database with its journal: what actions hold on to; undo and redo of the steps in it.

Undo and redo are new entries with the old values, never a removal.
A step is undone only where its values still stand: if another entry has come since, undoing would
hide it, so it is refused.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

import msgspec
import peewee
from msgspec import Struct

from trainer_app.domain.base.authority import SignatureCheck, all_fit
from trainer_app.domain.base.changes import Changes, Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Entry
from trainer_app.domain.base.schema import DELETED, ENTITIES, read_entry
from trainer_app.domain.base.settings import RESTORED, Setting, SettingOfEach
from trainer_app.domain.base.structs import replace
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import VALUE, Statement, of_this_desk, putting
from trainer_app.store.base.drafts import RowBefore, Step, Write, entries_of, read_steps, steps_newest_first
from trainer_app.store.base.files import (
    create_database,
    move_database,
    open_database,
    remove_database,
)
from trainer_app.store.base.journal import Journal
from trainer_app.store.base.models import ProposalRow, SettingRow, StepEntryRow, StepRow
from trainer_app.store.base.object_ids import EntityKey, line_bytes
from trainer_app.store.base.registers import ObjectState
from trainer_app.store.base.rows import is_used_outside
from trainer_app.store.base.upgrade import upgrade

_SETTING = Statement(lambda: SettingRow.select(SettingRow.value).where(SettingRow.name == VALUE))
_PUT_SETTING = putting(SettingRow.name, SettingRow.value)
_DROP_SETTING = Statement(lambda: SettingRow.delete().where(SettingRow.name == VALUE))


class Store:
    """One open database. Closing it ends every connection of the thread that calls."""

    def __init__(
        self,
        database: Database,
        key: bytes,
        clock: Callable[[], int],
        committed: Callable[[str, int], None],
        check_signature: SignatureCheck = all_fit,
        author: str = "",
    ) -> None:
        self.database = database
        self._key = key
        self.journal = Journal(database, clock, committed, check_signature, author)
        self.history = History(self.journal)

    def close(self) -> None:
        """Close this thread's connection."""
        if not self.database.is_closed():
            self.database.close()

    def seal(self) -> None:
        """Close and forget the key, but stay: `unseal` goes on where this left off."""
        self.database.seal()
        self._key = b""

    def unseal(self, key: bytes, address: str = "") -> None:
        """Open again; one on a server by its whole `address`.

        Raises database.missing, database.damaged, what connecting raises, and then stays sealed.
        """
        if self.database.notes is not None:
            self.database.notes.unseal(key)
        self.database.unseal(address.encode() or key)
        self._key = key
        self.journal.reload()

    def snapshot(self, target: Path) -> Path:
        """Copy the whole database into one encrypted file, under the same key; return where it lies.

        An older file of that name is kept: the copy then gets a number behind its name.
        """
        return self.database.snapshot(target, self._key)

    def setting[T](self, setting: Setting[T]) -> T:
        """Return a setting of this laptop; it is not part of the journal and never travels."""
        return setting_of(self.database, setting)

    def change_setting[T](self, setting: Setting[T], value: T) -> None:
        """Keep a setting of this laptop."""
        self._keep(setting, setting.text_of(value))

    def forget_setting(self, setting: Setting[Any]) -> None:
        """Let a setting be as if it had never been kept."""
        self._keep(setting, "")

    def _keep(self, setting: Setting[Any], text: str) -> None:
        home = _home_of(self.database, setting)
        with home.write():
            home.run(_PUT_SETTING, setting.key, text)

    def add_names(self, setting: Setting[frozenset[str]], names: Iterable[str]) -> None:
        """Remember more names in a setting; nothing is written if all are known."""
        known = self.setting(setting)
        both = known.union(names)
        if both != known:
            self.change_setting(setting, both)


def setting_of[T](database: Database, setting: Setting[T]) -> T:
    """Return a setting of a database that may lie beside the one in use."""
    rows = _home_of(database, setting).rows(_SETTING, setting.key)
    return setting.read(str(rows[0][0]) if rows else "")


def read_settings_ahead(database: Database, *settings: Setting[Any]) -> None:
    """Within `Database.still`, read several settings in one question: each is known when it is asked for."""
    if not database.foresees:
        return
    keys = tuple(each.key for each in settings if _home_of(database, each) is database)
    kept: dict[str, str] = dict(database.select(_several_settings(keys)))
    database.foretell(_SETTING, {(key,): [(kept[key],)] if key in kept else [] for key in keys})


@cache
def _several_settings(keys: tuple[str, ...]) -> Statement:
    named = SettingRow.name.in_(keys)
    return Statement(lambda: SettingRow.select(SettingRow.name, SettingRow.value).where(named))


def put_setting[T](database: Database, setting: Setting[T], value: T) -> None:
    """Keep a setting, within whatever is written with it."""
    _home_of(database, setting).run(_PUT_SETTING, setting.key, setting.text_of(value))


def move_settings(source: Database, target: Database, keys: Collection[str], *, stay: bool = False) -> None:
    """Move some settings from one database to another; stopped in between, or to `stay`, they are in both."""
    wanted = SettingRow.name.in_(sorted(keys))
    rows = source.rows(SettingRow.select(SettingRow.name, SettingRow.value).where(wanted))
    with target.write():
        target.run_many(_PUT_SETTING, rows)
    if not stay:
        drop_settings(source, keys)


def drop_settings(database: Database, keys: Collection[str]) -> None:
    """Take some settings away. Use within whatever is written with it."""
    database.run(SettingRow.delete().where(SettingRow.name.in_(sorted(keys))))


def keys_of_each(database: Database, setting: SettingOfEach[Any]) -> list[str]:
    """Return the keys of all settings of a kind that there are."""
    ours = SettingRow.name.startswith(f"{setting.key}.")
    return [str(name) for (name,) in database.rows(SettingRow.select(SettingRow.name).where(ours))]


def put_settings(source: Database, target: Database) -> None:
    """Put all settings of one database into another. Use within whatever is written with it."""
    target.run_many(_PUT_SETTING, source.rows(SettingRow.select(SettingRow.name, SettingRow.value)))


def _home_of(database: Database, setting: Setting[Any]) -> Database:
    """Return where a setting lies: this computer's own beside a server, all others with the data."""
    return database.notes if setting.of_desk and database.notes is not None else database


def drop_setting(database: Database, setting: Setting[Any]) -> None:
    """Let nothing of a setting be left, within whatever is written with it."""
    database.run(_DROP_SETTING, setting.key)


def copy_settings(source: Database, target: Database) -> None:
    """Give another database of this laptop the settings of this one, such as its keys and its last serial.

    The other one is also told that it was put back by this program.
    """
    restored = (RESTORED.key, RESTORED.text_of(True))
    rows = [*source.rows(SettingRow.select(SettingRow.name, SettingRow.value)), restored]
    with target.write():
        target.run_many(_PUT_SETTING, rows)


def create_store(
    path: Path,
    key: bytes,
    salt: bytes,
    clock: Callable[[], int],
    committed: Callable[[str, int], None],
    author: str = "",
    check_signature: SignatureCheck = all_fit,
) -> Store:
    """Make a new database and its first replica id, of an author. Raises database.exists, disk.full.

    It is made under another name and appears under its own only when it is whole, so that a power cut
    leaves either no database or a good one.
    """
    if path.exists():
        raise TrainerError("database.exists")
    part = path.with_name(path.name + ".new")
    remove_database(part)
    database = create_database(part, key, salt)
    try:
        upgrade(database, before=lambda: None)
        Journal(database, clock, lambda replica, number: None).take_new_replica(author)
        move_database(database, path)
    except BaseException:
        database.close()
        remove_database(part)
        raise
    store = Store(open_database(path, key, salt), key, clock, committed, check_signature)
    committed(store.journal.replica, store.journal.number)
    return store


def open_store(
    path: Path,
    key: bytes,
    salt: bytes,
    clock: Callable[[], int],
    committed: Callable[[str, int], None],
    snapshot: Path,
    *,
    progress: Progress = no_progress,
    check_signature: SignatureCheck = all_fit,
) -> Store:
    """Open a database and bring it to this program's version.

    `snapshot` is where the copy goes that is made before the tables change. Raises database.missing,
    database.not_encrypted, database.damaged, database.newer; then nothing was changed.
    """
    database = open_database(path, key, salt)
    try:
        keep = partial(_keep, database, snapshot, key)
        upgrade(database, keep, progress=progress, check_signature=check_signature)
        return Store(database, key, clock, committed, check_signature)
    except BaseException:
        database.close()
        raise


def _keep(database: Database, snapshot: Path, key: bytes) -> None:
    database.snapshot(snapshot, key)


_DONE = StepRow.kind != "undo"


def _next_redo() -> peewee.Query:
    done = StepRow.alias("done")
    last = done.select(peewee.fn.coalesce(peewee.fn.max(done.id), 0)).where(done.kind == "do", of_this_desk())
    undone = steps_newest_first().where(StepRow.kind == "undo", StepRow.undone == 0, of_this_desk())
    return undone.where(StepRow.id > last).limit(1)


_PENDING = Statement(
    # A note says what has happened in the world, which no key takes back.
    lambda: (
        steps_newest_first()
        .where(StepRow.kind.not_in(["undo", "note"]), StepRow.undone == 0, of_this_desk())
        .limit(VALUE)
    )
)
_NEXT_REDO = Statement(_next_redo)
_RECENT = Statement(lambda: steps_newest_first().where(_DONE, of_this_desk()).limit(VALUE))
_FIND = Statement(lambda: steps_newest_first().where(_DONE, of_this_desk(), StepRow.id == VALUE))


_UNDONE_BY = Statement(
    lambda: StepRow.select(StepRow.inverts).where(StepRow.id == VALUE, StepRow.kind == "undo")
)
_NOTE_UNDONE = Statement(lambda: StepRow.update({StepRow.undone: 1}).where(StepRow.id == VALUE))
_WAITING_OF = Statement(
    lambda: (
        StepEntryRow.select(StepEntryRow.entry)
        .join(ProposalRow, on=ProposalRow.entry == StepEntryRow.entry)
        .where(StepEntryRow.step == VALUE)
        .limit(1)
    )
)


_LOOKED_AT = 20
"""So many entries of a step say in which courses it is, and whose: what takes in a list of 500 is in one."""


class History:
    """The steps of this laptop, kept in the database, so that undo outlives a restart."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._database = journal.database
        self._courses: dict[EntityKey, str] = {}

    def next_undo(self) -> Step | None:
        """Return the step that undo would take back."""
        return self._first(_PENDING, 1)

    def pending(self, limit: int) -> list[Step]:
        """Return the steps that stand and can be taken back, newest first."""
        return read_steps(self._database, _PENDING, limit)

    def courses_of(self, number: int) -> frozenset[str]:
        """Return the courses of the rows that a step wrote: of a long one those of its first rows."""
        found = set()
        for raw, before in entries_of(self._database, self._done_by(number), _LOOKED_AT):
            entry = read_entry(line_bytes(raw))
            stated = {name: value for name, value in entry.s.items() if value is not None}
            found.add(self._course_of(entry.e, entry.k, {**before.fields, **(before.row or {}), **stated}))
        return frozenset(found - {""})

    def _done_by(self, number: int) -> int:
        """Return the step that an undo takes back, for any other the step itself."""
        rows = self._database.select(_UNDONE_BY, number)
        return int(rows[0][0]) if rows and rows[0][0] else number

    def entries(self, number: int) -> list[Entry]:
        """Return what a step wrote, in its order."""
        return [read_entry(line_bytes(raw)) for raw, _ in entries_of(self._database, number)]

    def still_stands(self, number: int) -> bool:
        """Tell whether all that a step wrote is as it left it. Raises history.changed_since if erased."""
        states = self._journal.projector.load(rows := self._rows_of(number))
        return all(row.still_stands(states[place]) for place, row in rows.items())

    def author_of(self, number: int) -> str:
        """Return whose name a step's entries bear; "" where it wrote only what is nobody's."""
        lines = entries_of(self._database, number, _LOOKED_AT)
        return next((user for raw, _ in lines if (user := read_entry(line_bytes(raw)).u)), "")

    def next_redo(self) -> Step | None:
        """Return the undone step that redo would do again; a new step ends the chain."""
        return self._first(_NEXT_REDO)

    def recent(self, limit: int = 50) -> list[Step]:
        """Return the newest steps that were done, newest first."""
        return read_steps(self._database, _RECENT, limit)

    def undo(self) -> Changes:
        """Take back the newest step.

        Raises history.nothing_to_undo, history.changed_since, history.waits (the office has to agree to it).
        """
        step = self.next_undo()
        if step is None:
            raise TrainerError("history.nothing_to_undo")
        return self._invert(step, "undo")

    def redo(self) -> Changes:
        """Do again what was undone last. Raises history.nothing_to_redo, history.changed_since."""
        step = self.next_redo()
        if step is None:
            raise TrainerError("history.nothing_to_redo")
        return self._invert(step, "redo")

    def find(self, number: int) -> Step | None:
        """Return a step that was done, by its number."""
        return self._first(_FIND, number)

    def undo_step(self, number: int, *, for_good: bool = False) -> Changes:
        """Take back one step as a whole; `for_good`: redo does not do it again, since nobody meant it.

        Raises history.changed_since, history.waits, history.used_since (something else rests on what it
        added), history.undone_already, history.unknown_step.
        """
        found = self.find(number)
        if found is None:
            raise TrainerError("history.unknown_step")
        with self._journal.transaction():
            changes = self._invert(found, "undo")
            if for_good:
                self._database.run(_NOTE_UNDONE, changes.step)
        return changes

    def _course_of(self, entity: str, key: str, known: Mapping[str, Any]) -> str:
        """Return the course to which a row belongs, by way of other rows if need be; "" for none."""
        if entity == "course" or entity not in ENTITIES:
            return key if entity == "course" else ""
        if (entity, key) not in self._courses:
            described = ENTITIES[entity]
            state = self._journal.projector.load([(entity, key)])[entity, key]
            # Of what is deleted too: its registers keep where it was.
            kept = {name: head.value for name in described.home for head in state.heads(name)}
            values = {**kept, **known}
            ways = ((str(described.fields[name].target), values.get(name)) for name in described.home)
            found = (self._course_of(target, str(value), {}) for target, value in ways if value)
            self._courses[entity, key] = next(filter(None, found), "")
        return self._courses[entity, key]

    def _first(self, steps: Statement, *values: object) -> Step | None:
        found = read_steps(self._database, steps, *values)
        return found[0] if found else None

    def _invert(self, step: Step, kind: str) -> Changes:
        if step.undone:
            raise TrainerError("history.undone_already")
        with self._journal.transaction():
            if self._database.select(_WAITING_OF, step.number):
                raise TrainerError("history.waits")
            rows = self._rows_of(step.number)
            self._journal.projector.hold(rows)
            states = self._journal.projector.load(rows)
            if not all(row.still_stands(states[place]) for place, row in rows.items()):
                raise TrainerError("history.changed_since")
            self._database.run(_NOTE_UNDONE, step.number)
            writes = [row.inverse(place) for place, row in reversed(rows.items())]
            if kind == "redo":
                why = self._reasons(step.number)
                writes = [replace(each, reason=why.get((each.entity, each.key), "")) for each in writes]
            gone = [
                (write.entity, states[write.entity, write.key].number) for write in writes if write.delete
            ]
            changes = self._journal.record_step(step.label, kind, step.number, writes)
            # Only now: a row of the same step may have pointed there, and does so no longer.
            if is_used_outside(self._database, gone):
                raise TrainerError("history.used_since")
            return changes

    def _reasons(self, undoing: int) -> dict[EntityKey, str]:
        """Return why the step decided as it did that a step has undone: done again, it says so again."""
        rows = self._database.select(StepRow.select(StepRow.inverts).where(StepRow.id == undoing))
        lines = entries_of(self._database, int(rows[0][0])) if rows and rows[0][0] else []
        entries = (read_entry(line_bytes(raw)) for raw, _ in lines)
        return {(entry.e, entry.k): entry.y for entry in entries if entry.y}

    def _rows_of(self, step: int) -> dict[EntityKey, "_Row"]:
        rows: dict[EntityKey, _Row] = {}
        for raw, before in entries_of(self._database, step):
            entry = read_entry(line_bytes(raw))
            if entry.erased:
                raise TrainerError("history.changed_since")
            rows.setdefault((entry.e, entry.k), _Row()).add(entry.s, before)
        return rows


class _Row(Struct):
    """One row as a step found it and as it left it, gathered from the step's entries in their order."""

    first: RowBefore | None = None
    last: RowBefore = msgspec.field(default_factory=RowBefore)
    before: dict[str, Any] = {}
    beside: list[dict[str, Any]] = []
    after: dict[str, set[str]] = {}
    whole: bool = False
    """Whether `after` holds all that the row had, so that any other value came since."""

    def add(self, fields: dict[str, Any], before: RowBefore) -> None:
        """Take in one entry of the step."""
        if not before.more:
            if self.first is None:
                self.first = before
            self.last = before
            for name, value in before.fields.items():
                self.before.setdefault(name, value)
            self.beside += [part for part in before.beside if not any(name in self.after for name in part)]
            self.whole = self.whole or before.created
        if before.row is not None:
            self.whole = True
            self.after = {name: {_canonical(value)} for name, value in before.row.items()}
        for name, value in fields.items():
            if before.more:
                self.after.setdefault(name, set()).add(_canonical(value))
            else:
                self.after[name] = {_canonical(value)}

    def still_stands(self, state: ObjectState) -> bool:
        """Tell whether the row is as the step left it: by value, since a later undo writes values anew."""
        outcome = state.outcome()
        if (outcome.row is None) != self.last.gone_after:
            return False
        if (DELETED in outcome.contradictions) != self.last.open_after:
            return False
        for name in set(state.registers) | set(self.after):
            values = {_canonical(head.value) for head in state.heads(name)}
            expected = self.after.get(name)
            if name == DELETED or values == expected:
                continue
            if expected is not None or (self.whole and not values <= {_BLANK}):
                return False
        return True

    def inverse(self, place: EntityKey) -> Write:
        """Return the write that takes the step back in this row; what it created goes away."""
        first = self.first or RowBefore()
        if first.created:
            return Write(*place, delete=True)
        opened = [{DELETED: True}] if first.open else []
        beside = [*self.beside, *opened]
        return Write(*place, self.before, delete=first.gone, beside=beside, known=first.known)


_BLANK = msgspec.json.encode(None).decode()


def _canonical(value: Any) -> str:
    return msgspec.json.encode(value).decode()
