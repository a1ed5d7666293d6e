"""How the tests run: how long they wait, where they keep what they share, and strange files read at once."""

import functools
import inspect
import typing
from collections.abc import Callable, Iterable, Sequence
from typing import Any, override

from trainer_app.domain.base.changes import Progress
from trainer_app.system import child
from trainer_app.system.child import Child

SECONDS = 240
"""How long a test waits for what must come: only what never comes is a failure, not a machine that is busy.

A test that waits goes on as soon as what it waits for is there; the limit says how long a broken one takes to
say so. It lies below the limit of a whole test (`timeout` in pyproject.toml), so that the missing thing is
named.
"""
MILLISECONDS = SECONDS * 1000
WORLDS = "TRAINER_TEST_WORLDS"
"""The variable that names the folder in which all processes of a run keep the worlds that they made."""


def in_turn(names: str | Sequence[str], cases: Iterable[Any]) -> Callable[[Callable[..., None]], Any]:
    """Run a test for one case after another in the same world and window; a failure says in which case.

    As pytest's `parametrize`, where to make the window takes far longer than what is asked of it. Only for
    tests of which no case leaves anything that another one would pass by.
    """
    wanted = names.replace(",", " ").split() if isinstance(names, str) else list(names)
    tried = [dict(zip(wanted, case if len(wanted) > 1 else (case,), strict=True)) for case in cases]
    assert tried, "a test without a case tests nothing"

    def decorated(test: Callable[..., None]) -> Any:
        @functools.wraps(test)
        def every(**given: Any) -> None:
            for case in tried:
                try:
                    test(**given, **case)
                except BaseException as failure:
                    failure.add_note(f"In the case {case}")
                    raise

        asked = inspect.signature(test)
        assert set(wanted) <= set(asked.parameters), wanted
        fixtures = [each for name, each in asked.parameters.items() if name not in wanted]
        vars(every)["__signature__"] = asked.replace(parameters=fixtures)
        return every

    return decorated


class Here(Child):
    """Reads strange files without a child, since to start one for each would take long.

    All values go through what would carry them, so that no test passes with one that a child cannot return.
    """

    @override
    def run[**P, R](
        self, progress: Progress, function: Callable[P, R], /, *arguments: P.args, **named: P.kwargs
    ) -> R:
        hints = typing.get_type_hints(function)
        told = {"progress": progress} if "progress" in hints else {}
        kinds = hints.values()
        carried = [
            child._decode(child._encode(each), kind) for each, kind in zip(arguments, kinds, strict=False)
        ]
        result = typing.cast(Callable[..., R], function)(*carried, **named, **told)
        found: R = child._decode(child._encode(result), hints["return"])
        return found
