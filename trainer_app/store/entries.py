"""Reads everything that was ever written about one row, for a history of its changes.

The journal has no index by row: it is kept in the order of writing. A history is read seldom, by one person
for one row, so it looks at every line; 1,000,000 of them take about a third of a second.
"""

from trainer_app.domain.journal import Entry, decode_entry, entry_id
from trainer_app.store.database import Database
from trainer_app.store.replicas import line_bytes


def entries_about(database: Database, entity: str, key: str) -> dict[bytes, Entry]:
    """Return the entries of one row by their ids, in the order of their time; erased ones are gone."""
    rows = database.rows("SELECT line FROM entry WHERE instr(line, ?)", key.encode())
    found: dict[bytes, Entry] = {}
    for (raw,) in rows:
        line = line_bytes(raw)
        entry = decode_entry(line)
        # The key may also be a value: of an enrolment's person, of a person joined with another.
        if entry.e == entity and entry.k == key:
            found[entry_id(line)] = entry
    return dict(sorted(found.items(), key=lambda item: (item[1].t, item[0])))
