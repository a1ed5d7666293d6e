"""Whose badges were printed on this laptop, so that those who came later can be printed alone."""

from collections.abc import Iterable, Sequence

from trainer_app.actions.enrolments import list_enrolments
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.errors import TrainerError


def new_badges(work: Workplace, course: str) -> list[str]:
    """Return the enrolments (keys) that are expected and whose badge was not printed here yet, by number."""
    printed = _printed(work, course)
    return [
        found.enrolment.key
        for found in list_enrolments(work, course)
        if found.expected and found.enrolment.key not in printed
    ]


def any_printed(work: Workplace, course: str) -> bool:
    """Tell whether any badge of a course was printed here."""
    return bool(_printed(work, course))


def remember_badges(work: Workplace, course: str, enrolments: Iterable[str] | None = None) -> None:
    """Keep whose badges were printed; without `enrolments` those of everybody who is expected."""
    if enrolments is None:
        enrolments = [found.enrolment.key for found in list_enrolments(work, course) if found.expected]
    work.store.change_setting(_name(course), " ".join(sorted(_printed(work, course) | set(enrolments))))


def with_numbers(work: Workplace, course: str, numbers: Sequence[int]) -> list[str]:
    """Return the enrolments (keys) that have some numbers on the list. Raises paper.unknown_numbers."""
    by_number = {found.enrolment.number: found.enrolment.key for found in list_enrolments(work, course)}
    unknown = [number for number in numbers if number not in by_number]
    if unknown:
        listed = ", ".join(map(str, unknown[:5])) + (", …" if len(unknown) > 5 else "")
        raise TrainerError("paper.unknown_numbers", numbers=listed, count=len(unknown))
    return [by_number[number] for number in numbers]


def _printed(work: Workplace, course: str) -> set[str]:
    return set(work.store.setting(_name(course)).split())


def _name(course: str) -> str:
    return f"badges.printed.{course}"
