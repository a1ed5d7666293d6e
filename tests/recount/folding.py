"""Rows from lines of a journal, folded by the rules of `FORMAT.md` alone: nothing of the program is used.

The lines are those of entries that count: nobody speaks for another here. A value of another kind than its
field's never stands in such lines, and no line is erased.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

type Row = dict[str, Any]
type Rows = dict[str, dict[str, Row]]
"""Entity -> key -> fields."""
type Place = tuple[str, str]
"""An entity and a key."""

DELETED = "_deleted"
TRUE_WINS = {("person", "erased"), ("enrolment", "facts"), ("certificate", "void")}
FIRST_STAYS = {
    ("certificate", name) for name in ("enrolment", "kind", "serial", "language", "facts", "issued_on")
}
BELONGS_TO = {
    "session": {"course": "course"},
    "assignment": {"course": "course", "person": "person"},
    "enrolment": {"course": "course", "person": "person"},
    "pair": {"first": "person", "second": "person"},
    "attendance": {"enrolment": "enrolment", "session": "session"},
    "paper": {"course": "course", "enrolment": "enrolment"},
    "certificate": {"enrolment": "enrolment"},
    "answer": {"paper": "paper"},
}
"""Fields without whose row a row is not shown, and what they name."""


class Said(NamedTuple):
    """What one entry says of one field. The order is that of the merge: by time, then by id."""

    time: tuple[int, int]
    own: str
    value: Any


def fold(lines: Iterable[bytes]) -> Rows:
    """Return every row that is shown. `lines` are whole entries in any order, without line feeds."""
    entries = {hashlib.sha256(line).hexdigest()[:32]: json.loads(line) for line in lines}
    heads: dict[Place, dict[str, list[Said]]] = defaultdict(lambda: defaultdict(list))
    known: dict[Place, set[str]] = defaultdict(set)
    for own, entry in sorted(entries.items()):
        place = (entry["e"], entry["k"])
        if entry["s"].get(DELETED) is True:
            known[place] |= {own, *(each for gone in entry.get("w", {}).values() for each in gone)}
    replaced = _replaced(entries.values())
    for own, entry in entries.items():
        place = (entry["e"], entry["k"])
        for name, value in entry["s"].items():
            if (*place, name, own) not in replaced:
                heads[place][name].append(Said((entry["t"][0], entry["t"][1]), own, value))
    rows: Rows = defaultdict(dict)
    for place, fields in heads.items():
        row = {name: _shown(place[0], name, said) for name, said in fields.items() if name != DELETED}
        if row and not _is_gone(fields, known[place]):
            rows[place[0]][place[1]] = row
    return _without_orphans(rows)


def _replaced(entries: Iterable[dict[str, Any]]) -> set[tuple[str, str, str, str]]:
    """Return (entity, key, field, id) of what a later entry replaced. Of two signed texts both stay."""
    found = set()
    for entry in entries:
        for name in entry["s"]:
            if (entry["e"], name) not in FIRST_STAYS:
                found |= {(entry["e"], entry["k"], name, head) for head in entry.get("w", {}).get(name, ())}
    return found


def _shown(entity: str, name: str, said: list[Said]) -> Any:
    """Return the value of several that nobody decided between."""
    if (entity, name) in FIRST_STAYS:
        return min(said)[2]
    if (entity, name) in TRUE_WINS:
        said = [each for each in said if each.value is True] or said
    return max(said, key=lambda each: (each.time, each.own)).value


def _is_gone(fields: dict[str, list[Said]], known: set[str]) -> bool:
    """Tell whether a row was deleted, and nobody wrote to it or brought it back who did not know that."""
    deletes = fields.get(DELETED, [])
    if not deletes or any(each.value is not True for each in deletes):
        return False
    others = {each.own for name, said in fields.items() if name != DELETED for each in said}
    return others <= known


def _without_orphans(rows: Rows) -> Rows:
    """Leave out what belongs to a row that is not shown, and what belongs to that."""
    # Parents stand before their children in the table.
    for entity, fields in BELONGS_TO.items():
        rows[entity] = {
            key: row
            for key, row in rows[entity].items()
            if all(row.get(name) in rows[target] for name, target in fields.items())
        }
    return rows
