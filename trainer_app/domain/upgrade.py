"""Entries of an older schema, brought up to this program's, one version at a time.

An upcaster is a pure function from an entry of version v to the same entry in version v + 1. It may rename or
split fields and set what newer programs expect; it never looks at other entries. The line is kept as it was
written, so that ids never change: whoever reads a line to show what it says reads it by `read_entry`, when it
comes in a bundle as when the tables are made anew from the journal years later.
"""

from collections.abc import Callable, Mapping

import msgspec

from trainer_app.domain import schema
from trainer_app.domain.journal import Entry, decode_entry

type Upcaster = Callable[[Entry], Entry]

UPCASTERS: Mapping[int, Upcaster] = {}
"""By the version they start from. Version 1 is the first, so there is none yet."""


def upgrade(
    entry: Entry, upcasters: Mapping[int, Upcaster] = UPCASTERS, version: int = schema.VERSION
) -> Entry:
    """Return the entry in `version`. Newer and erased entries are returned as they are.

    Raises ValueError when an upcaster is missing or does not raise the version by one.
    """
    while entry.v < version and not entry.erased:
        upcaster = upcasters.get(entry.v)
        if upcaster is None:
            raise ValueError(f"no upcaster from version {entry.v}")
        raised = upcaster(entry)
        if raised.v != entry.v + 1 or (raised.r, raised.n, raised.t) != (entry.r, entry.n, entry.t):
            raise ValueError(f"the upcaster from version {entry.v} changed more than it may")
        entry = raised
    return entry


def read_entry(line: bytes) -> Entry:
    """Read a line as this program understands it. Raises `BadEntry` as `decode_entry` does."""
    entry = decode_entry(line)
    return entry if entry.v >= schema.VERSION else upgrade(entry, UPCASTERS, schema.VERSION)


def raise_version(entry: Entry, **changes: object) -> Entry:
    """Return the entry one version higher, with some members replaced: the body of most upcasters."""
    return msgspec.structs.replace(entry, v=entry.v + 1, **changes)
