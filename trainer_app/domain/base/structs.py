"""Changing a value: a copy of it with other fields; and a field that two change meanwhile.

What the program passes around are frozen msgspec structs: like frozen dataclasses, but a start, which makes
hundreds of such classes, is a sixth shorter. Those of which there are tens of thousands say `gc=False`: they
hold no cycles, and the collector does not walk over them.

A field that is changed in a form has three values: what the form was opened with, what is typed in it, what
holds now. Two windows, or a window and the command line, may work on one data folder. Whoever saves a form
says what it was opened with; an action then writes what was changed in it and nothing else, and refuses where
somebody else has changed the same to something else since. The comparison belongs inside the transaction that
writes:

    with work.journal.transaction():
        now = draft_of(get_course(work, key).course)
        draft = typed_onto(now, typed, opened)

`kit.forms` shows both values of what was refused and asks which one counts.
"""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

import msgspec
from msgspec import Struct

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts

if TYPE_CHECKING:
    # Only of this one does mypy know to check the names and types of the changed fields.
    from dataclasses import replace
else:

    def replace(value: Any, /, **changes: Any) -> Any:
        """Return a copy of a struct or dataclass with other fields. Raises TypeError for a field it lacks."""
        if isinstance(value, msgspec.Struct):
            return msgspec.structs.replace(value, **changes)
        import dataclasses

        return dataclasses.replace(value, **changes)


class Unshown:
    """Mixin for structs: a `repr`, and so a trace or a log, shows nothing but what one is.

    For secrets, and for what holds the names of hundreds of people.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"


@contextmanager
def gc_paused() -> Iterator[None]:
    """Let the collector rest during a block; what it would have found is collected afterwards.

    For work on very many objects that hold no cycles (28 % of an import's time went into looking for
    them), and for calls into a library that walks over objects which the collector could delete under it.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class Meanwhile(Struct, frozen=True):
    """A field that was changed in a form and, to something else, elsewhere since the form was opened.

    `was` is what it was opened with, `now` is what holds. `theirs` and `yours` are what would hold if the one
    or the other counts: of a text in several languages, or a rule of several parts, parts that only one side
    changed are in both.
    """

    name: str
    now: Any
    theirs: Any
    yours: Any
    was: Any = None


class ChangedMeanwhile(TrainerError):
    """Nothing was written: `fields` were changed elsewhere since the form was opened; `by` are who did it."""

    def __init__(self, fields: tuple[Meanwhile, ...]) -> None:
        super().__init__("meanwhile.changed", count=len(fields))
        self.fields = fields
        self.by: tuple[str, ...] = ()


def typed_onto[R](now: R, typed: R, opened: R | None) -> R:
    """Return what holds now with what was changed from `opened` to `typed`; None: all that is typed.

    Takes structs, and mappings of which `typed` names the fields. Raises ChangedMeanwhile.
    """
    if opened is None:
        return typed
    made: dict[str, Any] = {}
    fields = []
    for name in _names(typed):
        values = [_get(each, name) for each in (now, typed, opened)]
        theirs, yours = _both(*values)
        if theirs != yours:
            fields.append(Meanwhile(name, values[0], theirs, yours, values[2]))
        made[name] = yours
    if fields:
        raise ChangedMeanwhile(tuple(fields))
    return cast(R, made if isinstance(typed, Mapping) else replace(cast(Any, now), **made))


def value_onto[V](name: str, now: V, typed: V, opened: V) -> V:
    """Return which value is to hold of something that is no field of a record: a choice, a list as a whole.

    Raises ChangedMeanwhile, naming it so.
    """
    theirs, yours = _both(now, typed, opened)
    if theirs != yours:
        raise ChangedMeanwhile((Meanwhile(name, now, theirs, yours, opened),))
    return cast(V, yours)


def _names(record: object) -> tuple[str, ...]:
    if isinstance(record, Mapping):
        return tuple(record)
    return tuple(each.name for each in msgspec.structs.fields(cast(Any, record)))


def _get(record: object, name: str) -> Any:
    return record.get(name) if isinstance(record, Mapping) else getattr(record, name)


def _both(now: Any, typed: Any, opened: Any) -> tuple[Any, Any]:
    """Return what holds if theirs counts, and if yours does; the same where there is nothing to decide."""
    if typed in (opened, now):
        return now, now
    if now == opened:
        return typed, typed
    if not all(isinstance(each, Texts) for each in (now, typed, opened)) and not (
        isinstance(typed, Struct) and type(now) is type(typed) is type(opened)
    ):
        return now, typed
    parts = {name: _both(*(_get(each, name) for each in (now, typed, opened))) for name in _names(typed)}
    theirs = {name: part for name, (part, _) in parts.items()}
    yours = {name: part for name, (_, part) in parts.items()}
    if isinstance(typed, Texts):
        return Texts(theirs), Texts(yours)
    return replace(now, **theirs), replace(now, **yours)
