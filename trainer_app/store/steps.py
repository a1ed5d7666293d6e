"""The steps that undo goes by: what was done, in words, and how each row stood before it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

import msgspec

from trainer_app.domain.changes import Label
from trainer_app.domain.texts import Texts
from trainer_app.store.database import Database


class Before(msgspec.Struct, frozen=True, omit_defaults=True):
    """How a row stood before and after one write, kept beside each of its entries as JSON.

    `fields` holds what was shown before; `beside` the values that contradicted it, one mapping for each
    entry that held them. `gone` tells whether the row was not shown, `open` whether a delete of it waited
    for a decision; both again for afterwards. `row` is the whole row where the write brought it back.
    `more` marks the further entries of a write that needed several.
    """

    fields: dict[str, Any] = {}
    beside: list[dict[str, Any]] = []
    created: bool = False
    gone: bool = False
    open: bool = False
    gone_after: bool = False
    open_after: bool = False
    row: dict[str, Any] | None = None
    more: bool = False


@dataclass(frozen=True)
class Step:
    """Something that was done: words, wall milliseconds, whether it is undone now."""

    number: int
    label: Label
    at: int
    undone: bool


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Before)


def add_step(
    database: Database,
    label: Label,
    kind: str,
    inverts: int | None,
    at: int,
    entries: Sequence[tuple[int, Before]],
) -> int:
    """Keep a step of a kind (do, undo, redo) and return its number. Use inside a transaction."""
    step = database.insert(
        "INSERT INTO step (label, at, kind, inverts) VALUES (?, ?, ?, ?)",
        _encoder.encode(plain_label(label)).decode(),
        at,
        kind,
        inverts,
    )
    database.run_many(
        "INSERT INTO step_entry (step, entry, before) VALUES (?, ?, ?)",
        [(step, number, _encoder.encode(before).decode()) for number, before in entries],
    )
    return step


def forget_steps(database: Database, label: Label, at: int) -> None:
    """Forget what was done and how it stood before: the words of steps name people. Inside a transaction.

    One step is left, which no undo goes beyond; it says why, and until when this laptop's clock has come.
    """
    newest = database.select("SELECT coalesce(max(at), 0) FROM step")[0][0]
    database.run("DELETE FROM step_entry")
    database.run("DELETE FROM step")
    add_step(database, label, "note", None, max(at, newest), [])


def select_steps(database: Database, condition: str, *values: object) -> list[Step]:
    """Return steps; `condition` is SQL from WHERE on."""
    rows = database.select(f"SELECT id, label, at, undone FROM step {condition}", *values)
    return [
        Step(number, read_label(msgspec.json.decode(str(label))), at, bool(undone))
        for number, label, at, undone in rows
    ]


def entries_of(database: Database, step: int) -> list[tuple[object, Before]]:
    """Return (line, before) of a step's entries, the first one first."""
    rows = database.select(
        "SELECT entry.line, step_entry.before FROM step_entry "
        "JOIN entry ON entry.id = step_entry.entry WHERE step_entry.step = ? ORDER BY entry.id",
        step,
    )
    return [(line, _decoder.decode(str(before))) for line, before in rows]


def plain_label(label: Label) -> dict[str, object]:
    """Turn a label into JSON that `read_label` turns back: dates, labels and lists stay what they are."""
    return {"code": label.code, "values": {name: _plain(value) for name, value in label.values.items()}}


def _plain(value: object) -> object:
    match value:
        case Label():
            return {"label": plain_label(value)}
        case Enum():
            return _plain(value.value)
        case Texts():
            return {"texts": [value.tg, value.ru, value.en]}
        case date():
            return {"day": value.isoformat()[:10]}
        case None | str() | bool() | int():
            return value
        case list() | tuple() | set() | frozenset():
            return [_plain(each) for each in _in_order(value)]
    return str(value)


def _in_order(values: Iterable[object]) -> Iterable[object]:
    return sorted(values, key=str) if isinstance(values, set | frozenset) else values


def read_label(raw: Mapping[str, Any]) -> Label:
    """Return a label from its JSON."""
    return Label(raw["code"], {name: _read(value) for name, value in raw["values"].items()})


def _read(value: Any) -> object:
    match value:
        case {"label": label}:
            return read_label(label)
        case {"texts": texts}:
            return Texts(*texts)
        case {"day": day}:
            return date.fromisoformat(day)
        case list():
            return [_read(each) for each in value]
    return value
