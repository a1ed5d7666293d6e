"""Changing a value, which is a copy of it with other fields; and making very many of them.

What the program passes around are frozen msgspec structs: like frozen dataclasses, but a start, which makes
hundreds of such classes, is a sixth shorter.
"""

import dataclasses
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    # Only of this one does mypy know to check the names and types of the changed fields.
    from dataclasses import replace
else:

    def replace(value: Any, /, **changes: Any) -> Any:
        """Return a copy of a struct or dataclass with other fields. Raises TypeError for a field it lacks."""
        made = msgspec.structs.replace if isinstance(value, msgspec.Struct) else dataclasses.replace
        return made(value, **changes)


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
