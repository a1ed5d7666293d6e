"""Generated histories of laptops that write, meet, are cloned and forget, checked by every property."""

import random

from tests.domain.merge_checks import CHECKS
from tests.domain.worlds import history_of
from tests.faults.results import Result

_WRONG = (AssertionError, IndexError, KeyError, ValueError)


def merge_properties(count: int, seed: int = 1) -> Result:
    """Check `count` histories, each by one of the properties in turn."""
    result = Result("merge properties", count)
    for number in range(count):
        check = CHECKS[number % len(CHECKS)]
        chance = random.Random(f"{seed} {number}")
        history = history_of(chance.randbytes(chance.randrange(8, 250)))
        result.executed += 1
        result.struck += len(history.lines) > 1
        try:
            check(history, chance)
        except _WRONG as problem:
            result.problems.append(f"history {seed} {number}: {check.__name__}: {problem!r:.200}")
    return result
