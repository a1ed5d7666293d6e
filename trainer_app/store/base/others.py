"""What other programs have written into an open database: another window, the command line.

`Others.look` costs one pragma where nothing was written; SQLite answers it from memory that both share,
without going to the disk. Only then the newest steps are compared: what this program wrote itself, in
whatever thread, is not told again.
"""

import peewee

from trainer_app.domain.base.schema import ENTITIES, read_entry
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import VALUE, Statement
from trainer_app.store.base.journal import Journal
from trainer_app.store.base.models import (
    ArrivalRow,
    DepartureRow,
    EntryRow,
    SettingRow,
    StepEntryRow,
    StepRow,
)
from trainer_app.store.base.object_ids import EntityKey, line_bytes

EVERYTHING: frozenset[EntityKey] = frozenset((entity, "") for entity in (*ENTITIES, "arrival"))
"""Rows of every kind: what is told where it is not known what was changed."""
_MOST_STEPS = 200
"""Of more steps at a time everything is told."""

_NEW_STEPS = Statement(lambda: StepRow.select(StepRow.id).where(StepRow.id > VALUE).order_by(StepRow.id))
# One query each: SQLite finds a smallest or a largest id at once, but reads all rows for both together.
_FIRST_STEP = Statement(lambda: StepRow.select(peewee.fn.coalesce(peewee.fn.min(StepRow.id), 0)))
_LAST_STEP = Statement(lambda: StepRow.select(peewee.fn.coalesce(peewee.fn.max(StepRow.id), 0)))
_LINES = Statement(
    lambda: (
        StepEntryRow.select(EntryRow.line)
        .join(EntryRow, on=EntryRow.id == StepEntryRow.entry)
        .where(StepEntryRow.step == VALUE)
    )
)
_ARRIVALS = Statement(
    lambda: ArrivalRow.select(ArrivalRow.id, ArrivalRow.result).order_by(ArrivalRow.id.desc()).limit(1)
)
_DEPARTURES = Statement(lambda: DepartureRow.select(peewee.fn.coalesce(peewee.fn.max(DepartureRow.id), 0)))
_SETTINGS = Statement(lambda: SettingRow.select(SettingRow.name, SettingRow.value).order_by(SettingRow.name))


class Others:
    """Looks at one database from one thread, which must be the same each time."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._database: Database = journal.database
        self._version = self._read_version()
        self._first, self._last = self._ends()
        self._rest = self._read_rest()

    def look(self) -> frozenset[EntityKey]:
        """Return the rows (entity, key) that others have changed since the last look; mostly none.

        `EVERYTHING` where that cannot be told. Entity "arrival" stands for files that came or went, "setting"
        for settings of this computer. Raises what reading a database raises.
        """
        version = self._read_version()
        if version == self._version:
            return frozenset()
        first, last = self._ends()
        rest = self._read_rest()
        steps = [row[0] for row in self._database.select(_NEW_STEPS, self._last)]
        foreign = sorted(set(steps) - self._journal.own_steps)
        self._journal.own_steps.clear()
        shrunk = first != self._first or last < self._last
        (files, settings), (old_files, old_settings) = rest, self._rest
        self._version, self._first, self._last, self._rest = version, first, last, rest
        if shrunk or len(foreign) > _MOST_STEPS:
            return EVERYTHING
        if files != old_files and not foreign:
            # An import leaves no step: what it brought may be anything.
            return EVERYTHING
        told = {("arrival", "")} if files != old_files else set()
        told |= {("setting", "")} if settings != old_settings else set()
        return frozenset((*told, *(row for step in foreign for row in self._rows_of(step))))

    def pass_over(self) -> None:
        """Take as known what another thread of this program has just written, and told of itself.

        Where others wrote steps meanwhile, the next look tells of all of it.
        """
        version = self._read_version()
        first, last = self._ends()
        new = {row[0] for row in self._database.select(_NEW_STEPS, self._last)}
        if new <= self._journal.own_steps:
            self._journal.own_steps.clear()
            self._version, self._first, self._last, self._rest = version, first, last, self._read_rest()

    def _read_version(self) -> tuple[int, int]:
        database = self._database
        return id(database.connection()), database.dialect.changes_of_others(database)

    def _ends(self) -> tuple[int, int]:
        first, last = (self._database.select(each)[0][0] for each in (_FIRST_STEP, _LAST_STEP))
        return int(first), int(last)

    def _read_rest(self) -> tuple[object, object]:
        """Return what differs after writes that are no steps: files in and out; settings of this computer."""
        database = self._database
        files = database.select(_ARRIVALS), database.select(_DEPARTURES)
        return files, database.select(_SETTINGS)

    def _rows_of(self, step: int) -> set[EntityKey]:
        entries = (read_entry(line_bytes(line)) for (line,) in self._database.select(_LINES, step))
        return {(entry.e, entry.k) for entry in entries}
