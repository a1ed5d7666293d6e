"""The history of one row: each thing it said, who wrote it where, and how far it has come to the office."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from trainer_app.actions import standing
from trainer_app.actions.naming import Names
from trainer_app.actions.values import say_field
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Label
from trainer_app.domain.histories import RowChange, RowHistory
from trainer_app.store import chronicle

type Say = Callable[[Names, Mapping[str, Any], Mapping[str, Any]], tuple[Label, ...]]
"""(names, the fields of an entry, what had been written before) -> what the entry says; nothing: left out."""


def row_history(work: Workplace, entity: str, key: str, told: Collection[str], say: Say) -> RowHistory:
    """Return what was ever written into some fields of a row, here and on other laptops, the newest first.

    Reads the whole journal: for one row, on request.
    """
    names = Names(work)
    stands, contradicts = chronicle.standing(work.journal, entity, key, told)
    known: dict[str, Any] = {}
    changes = []
    for written in chronicle.written(work.database, entity, key):
        said = say(names, written.values, known)
        known.update(written.values)
        if not said:
            continue
        sides = ((user, say(names, values, {})[:1]) for user, values in written.settled)
        changes.append(
            RowChange(
                said=said,
                values={name: value for name, value in written.values.items() if name in told},
                user=written.user,
                at=written.at,
                device=names.device(written.replica),
                file=written.file,
                state=standing.state_of(work, written.replica, written.number),
                stands=written.id in stands,
                contradicts=written.id in contradicts,
                decided=tuple((user, words) for user, side in sides for words in side),
                reason=written.reason,
            )
        )
    return RowHistory(tuple(reversed(changes)))


def say_beside(
    names: Names, entity: str, name: str, values: Mapping[str, Any], known: Mapping[str, Any]
) -> tuple[Label, ...]:
    """Return "remark: came on foot" for a field that an entry changed; nothing where it did not."""
    if name not in values or values[name] == known.get(name):
        return ()
    value = values[name]
    words = say_field(names, entity, name, value) if value else Label("review.value.blank")
    field = Label(f"review.field.{entity}.{name}")
    return (Label("review.value.field", {"field": field, "value": words}),)
