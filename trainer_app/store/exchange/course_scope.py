"""Which entries and rows belong to courses, and in the teams of which courses a laptop is.

`Scopes` goes by the keys that entries ever named, not by what is shown: what was deleted must go along, or
the other side would never learn of it. `rows_of_course` reads the tables as they are now: quick, for one
course at a time.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from typing import cast

import peewee

from trainer_app.domain.base import schema
from trainer_app.domain.base.journal import Entry, author_of, derive_key, is_made_by
from trainer_app.domain.base.merging import RowKey
from trainer_app.domain.base.schema import read_entry
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import VALUE, Statement
from trainer_app.store.base.models import MODELS, RegistryRow, TableModel
from trainer_app.store.base.object_ids import find_number, key_text
from trainer_app.store.exchange.transfers import counting_lines

type ScopeRow = tuple[str, str]
_PLACING = ("enrolment", "assignment")
"""By these people are in courses: whom anything else names has a name only where it is known anyway."""
_EVERYWHERE = ("office", "form", "question", "template")
"""What belongs to no course and names nobody: every laptop may need it."""
_NO_COURSE = ("errand", "person", "project", *_EVERYWHERE)
"""What may name a course and still is not its own."""


class Scopes:
    """The rows of the journal, what each of them names, and who wrote it, as far as it counts."""

    def __init__(self, database: Database) -> None:
        self._named: dict[ScopeRow, set[ScopeRow]] = {}
        self._writers: dict[ScopeRow, set[str]] = {}
        self._hints: dict[ScopeRow, set[str]] = {}
        self._joins: set[ScopeRow] = set()
        for _, line in counting_lines(database):
            entry = read_entry(line)
            if not entry.erased:
                row = (entry.e, entry.k)
                self._named.setdefault(row, set()).update(_names(entry))
                self._writers.setdefault(row, set()).add(entry.r)
                if entry.e == "pair" and entry.s.get("one") is True:
                    self._joins.add(row)
                if hints := _hints(entry):
                    self._hints.setdefault(row, set()).update(hints)

    def lines_about(
        self,
        lines: Iterable[tuple[int, bytes]],
        courses: Collection[str],
        own: Collection[str] = (),
        device: str = "",
    ) -> list[tuple[int, bytes]]:
        """Return those lines that touch the courses: they, their projects with logos, people, marks, papers.

        Projects that one of the replicas `own` wrote itself go along too, and what the office asks of the
        laptop `device`, of no other one. An erased entry says nothing any more and always goes.
        """
        wanted = self._rows_of(courses, own)
        wanted |= {row for row in self._written_by(own) if row[0] == "project"}
        projects = {key for entity, key in wanted if entity == "project"}
        for entity in ("attachment", "signatory"):
            wanted |= self._naming(entity, "project", projects)
        wanted -= {row for row in wanted if row[0] == "errand"}
        wanted |= self._naming("errand", "device", [device]) | self._naming("decision", "device", [device])
        decoded = ((pair, read_entry(pair[1])) for pair in lines)
        return [pair for pair, entry in decoded if entry.erased or (entry.e, entry.k) in wanted]

    def rows_by_course(self, courses: Collection[str]) -> dict[str, set[ScopeRow]]:
        """Return the rows that are each course's own: sessions, roster, marks, papers, certificates.

        People, projects and forms belong to no single course; what is asked of a laptop only to that one.
        """
        return {course: self._inside({("course", course)}) for course in courses}

    def courses_of_team(self, device: str) -> set[str]:
        """Return the courses in whose teams a laptop was taken, by its code."""
        return {
            course
            for (entity, key), names in self._named.items()
            if entity == "team" and ("device", device) in names
            for name, course in names
            if name == "course" and derive_key("team", course, device) == key
        }

    def _written_by(self, replicas: Collection[str]) -> set[ScopeRow]:
        return {row for row, writers in self._writers.items() if not writers.isdisjoint(replicas)}

    def _naming(self, entity: str, name: str, keys: Collection[str]) -> set[ScopeRow]:
        """Return the rows of an entity that name one of some keys."""
        wanted = {(name, key) for key in keys}
        return {
            row for row, names in self._named.items() if row[0] == entity and not wanted.isdisjoint(names)
        }

    def _rows_of(self, courses: Collection[str], own: Collection[str]) -> set[ScopeRow]:
        """Return the rows that belong to courses; see `lines_about`."""
        wanted = {("course", course) for course in courses}
        wanted |= {row for row in self._named if row[0] in _EVERYWHERE}
        wanted = self._below(wanted)
        self._follow(wanted, own)
        self._add_pairs(wanted)
        if self._hints:
            self._add_unknown(wanted)
        return wanted

    def _add_unknown(self, wanted: set[ScopeRow]) -> None:
        """Take in rows of a newer version's kinds, on and on: with what they name, or with what names them.

        A row that names anything of another course, too, stays: whom it is about nobody can say here.
        """
        strange = {row for row in self._named if row[0] not in schema.ENTITIES}
        by_key: dict[str, set[ScopeRow]] = {}
        for row in self._named:
            by_key.setdefault(row[1], set()).add(row)
        grew = True
        while grew:
            named = {key for row in wanted for key in self._hints.get(row, ())}
            fresh = set()
            for row in strange - wanted:
                tied = [found for key in self._hints.get(row, ()) for found in by_key.get(key, ())]
                if row[1] in named or (tied and wanted.issuperset(tied)):
                    fresh.add(row)
            wanted |= fresh
            grew = bool(fresh)

    def _below(self, rows: set[ScopeRow]) -> set[ScopeRow]:
        """Return rows with those that name them, down to answers and prints."""
        wanted = set(rows)
        for parents in (("course",), ("enrolment", "session"), ("paper", "certificate")):
            inside = {row for row in wanted if row[0] in parents}
            wanted |= {row for row, names in self._named.items() if not inside.isdisjoint(names)}
        return wanted

    def _inside(self, rows: set[ScopeRow]) -> set[ScopeRow]:
        return {row for row in self._below(rows) if row[0] not in _NO_COURSE}

    def _add_pairs(self, wanted: set[ScopeRow]) -> None:
        """Take in what was said of pairs of people, with whoever was ever joined with one of them, on and on.

        Only with all of a group does the same record stand for it there.
        """
        grew = True
        while grew:
            joined = [_people_of(self._named[row]) for row in self._joins]
            fresh = {one for both in joined if not wanted.isdisjoint(both) for one in both} - wanted
            wanted |= fresh
            grew = bool(fresh)
        wanted |= {
            row for row, names in self._named.items() if row[0] == "pair" and _people_of(names) <= wanted
        }

    def _follow(self, wanted: set[ScopeRow], own: Collection[str]) -> None:
        """Take in projects and people that rows point to: those in the courses, and whom `own` made."""
        authors = {author_of(replica) for replica in own}
        wanted |= {
            (name, key)
            for row in list(wanted)
            for name, key in self._named.get(row, ())
            if name == "project"
            or (name == "person" and (row[0] in _PLACING or any(is_made_by(key, each) for each in authors)))
        }


def about_courses(
    database: Database, lines: list[tuple[int, bytes]], courses: Collection[str]
) -> list[tuple[int, bytes]]:
    """Return those lines that touch some courses; see `Scopes.lines_about`."""
    return Scopes(database).lines_about(lines, courses)


def _names(entry: Entry) -> Iterable[ScopeRow]:
    """Yield (field, value) for the texts that an entry sets; a session's trainers each as a person."""
    for name, value in entry.s.items():
        if isinstance(value, str):
            yield name, value
        elif name == "trainers" and isinstance(value, list):
            yield from (("person", key) for key in value if isinstance(key, str))


def _people_of(names: Iterable[ScopeRow]) -> set[ScopeRow]:
    """Return the two people whom a pair ever named."""
    return {("person", key) for name, key in names if name in ("first", "second")}


def _hints(entry: Entry) -> set[str]:
    """Return the texts of what this version does not know: any of them may name a row."""
    known = schema.ENTITIES.get(entry.e)
    found: set[str] = set()
    for name, value in entry.s.items():
        if known is None or name not in known.fields:
            values = value if isinstance(value, list) else [value]
            found |= {each for each in values if isinstance(each, str)}
    return found


def _of(entity: str, column: str = "id") -> TableModel:
    """Return the query of a column of an entity's rows that name the course."""
    model = MODELS[entity]
    return model.select(getattr(model, column)).where(model.course == VALUE)


def _naming(t: TableModel) -> peewee.Node:
    return cast(peewee.Node, t.course == VALUE)


def _enrolled(t: TableModel) -> peewee.Node:
    return cast(peewee.Node, t.enrolment.in_(_of("enrolment")))


def _taking_part(t: TableModel) -> peewee.Node:
    taking_part = _of("enrolment", "person").union(_of("assignment", "person"))
    return cast(peewee.Node, t.id.in_(taking_part))


def _certified(t: TableModel) -> peewee.Node:
    certificate = MODELS["certificate"]
    return cast(
        peewee.Node, t.certificate.in_(certificate.select(certificate.id).where(_enrolled(certificate)))
    )


_WAYS: Mapping[str, Callable[[TableModel], peewee.Node]] = {
    "course": lambda t: cast(peewee.Node, t.id == VALUE),
    "session": _naming,
    "assignment": _naming,
    "enrolment": _naming,
    "sitting": _naming,
    "paper": _naming,
    "feedback_paper": _naming,
    "attachment": _naming,
    "signatory": _naming,
    "person": _taking_part,
    "attendance": _enrolled,
    "certificate": _enrolled,
    "printing": _certified,
    "answer": lambda t: cast(peewee.Node, t.paper.in_(_of("paper"))),
}
"""Entity -> how its table leads to a course; people belong to every course that they take part in."""


def leads_to_course(entity: str, t: TableModel) -> peewee.Node:
    """Return the condition under which a row of a table belongs to the course whose number is given."""
    return _WAYS[entity](t)


@cache
def _keys_by_way(entity: str) -> Statement:
    def build() -> peewee.ModelSelect:
        t = MODELS[entity].alias("t")
        query: peewee.ModelSelect = t.select(RegistryRow.key).join(RegistryRow, on=RegistryRow.id == t.id)
        return query.where(_WAYS[entity](t))

    return Statement(build)


def rows_of_course(database: Database, course: str, entities: Collection[str]) -> frozenset[RowKey]:
    """Return the rows of some entities that belong to a course."""
    number = find_number(database, "course", course)
    if number is None:
        return frozenset()
    found: set[RowKey] = set()
    for entity in _WAYS:
        if entity in entities:
            # Two tables say who takes part.
            values = (number, number) if entity == "person" else (number,)
            rows = database.select(_keys_by_way(entity), *values)
            found |= {(entity, key_text(key)) for (key,) in rows}
    return frozenset(found)
