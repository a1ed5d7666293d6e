"""The database: the only package with peewee; returns domain objects, never rows.

May import: domain, native. Start reading at `base/database`, `base/files` and `base/journal`.
"""

import sys
from typing import Any

# peewee imports the drivers of servers wherever they are installed: whoever opens a file would wait for them
# at each start. `base.server` asks for its own when it connects.
_modules: dict[str, Any] = sys.modules
_hidden = [name for name in ("psycopg", "psycopg2", "psycopg2cffi") if name not in _modules]
_modules.update(dict.fromkeys(_hidden))
import peewee  # noqa: E402 - while they are hidden

for _name in _hidden:
    del _modules[_name]


_classes: dict[object, Any] = {}


def _column(source: object, field: object) -> Any:
    kind = type(field)
    if kind not in _classes:
        _classes[kind] = type("AliasColumn", (peewee.FieldAlias, kind), {})
    return _classes[kind](source, field)


# For each column of each alias peewee would make a class, 330 at a start: those of a kind share one.
_aliases: Any = peewee.FieldAlias
_aliases.create = _column
