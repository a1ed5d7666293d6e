"""Numbers on the list as people type them: "1, 4, 7-9"."""

import re

from trainer_app.domain.errors import TrainerError

_PART = re.compile(r"(\d{1,4})(?:\s*[-\N{EN DASH}\N{EM DASH}]\s*(\d{1,4}))?")


def read_numbers(text: str) -> tuple[int, ...]:
    """Return the numbers of a text, each once, the smallest first. Raises paper.numbers_unreadable.

    Parts are separated by commas, semicolons or blanks; "7-9" stands for 7, 8 and 9.
    """
    tidy = re.sub(r"\s*([-\N{EN DASH}\N{EM DASH}])\s*", r"\1", text.strip())
    numbers: set[int] = set()
    for part in re.split(r"[\s,;]+", tidy):
        found = _PART.fullmatch(part)
        if found is None and part:
            raise TrainerError("paper.numbers_unreadable", text=part)
        if found is not None:
            first, last = int(found[1]), int(found[2] or found[1])
            numbers.update(range(min(first, last), max(first, last) + 1))
    if not numbers:
        raise TrainerError("paper.numbers_unreadable", text=text.strip())
    return tuple(sorted(numbers))
