"""The database: the only package with peewee; returns domain objects, never rows.

May import: domain, native. Start reading at `base/journal` (what is appended) and `base/projection` (the
tables made of it); `base/database` and `base/files` are what both stand on.
"""

import sys
from types import ModuleType
from typing import Any

# peewee imports, and looks for, the drivers of servers and of plain SQLite, and what columns of addresses and
# moments need: whoever opens a file would wait for them at each start, and nothing here has such a column.
# `base.server` asks for its own driver when it connects.
_modules: dict[str, Any] = sys.modules
_DRIVERS = ("psycopg", "psycopg2", "psycopg2cffi", "pymysql", "MySQLdb", "pysqlite3", "sqlite3")
_hidden: dict[str, ModuleType | None] = {
    **dict.fromkeys(_DRIVERS),
    **{name: ModuleType(name) for name in ("calendar", "socket")},
}
_seen = {name: _modules[name] for name in _hidden if name in _modules}
_modules.update(_hidden)
import peewee  # noqa: E402 - while they are hidden

for _name in _hidden:
    del _modules[_name]
_modules.update(_seen)


_classes: dict[object, Any] = {}


def _column(source: object, field: object) -> Any:
    kind = type(field)
    if kind not in _classes:
        _classes[kind] = type("AliasColumn", (peewee.FieldAlias, kind), {})
    return _classes[kind](source, field)


# For each column of each alias peewee would make a class, 330 at a start: those of a kind share one.
_aliases: Any = peewee.FieldAlias
_aliases.create = _column
