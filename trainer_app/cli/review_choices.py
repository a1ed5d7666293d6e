"""What `review settle --take` can be for an item, for whoever gave something else."""

from collections.abc import Iterator

from trainer_app.actions import review
from trainer_app.cli.session import Session
from trainer_app.domain.review import ReviewItem, Side
from trainer_app.domain.schema import DELETED, Kind, field_of
from trainer_app.system.messages import text

_SOME_DAY, _SOME_MINUTES = "2018-10-17", "late 15"


def possible(session: Session, item: ReviewItem, *, alike: bool = False) -> str:
    """Return one sentence with every value that decides an item, each with what it means.

    With `alike` many items are decided at once, for a side and never by a third value.
    """
    choices = [*_sides(session, item), *(() if alike else _others(session, item))]
    return text("cli.possible", session.language, choices="; ".join(dict.fromkeys(choices)))


def _sides(session: Session, item: ReviewItem) -> Iterator[str]:
    shown = next((place for place, side in enumerate(item.sides) if side.shown), 0)
    others = [side for place, side in enumerate(item.sides) if place != shown]
    if item.sides:
        yield _choice(session, "ours", item.sides[shown])
    if others:
        yield _choice(session, "theirs", others[0])
    for place, side in enumerate(item.sides):
        yield _choice(session, f"#{place}", side)


def _choice(session: Session, take: str, side: Side) -> str:
    meant = session.words(side.words) if side.words else ""
    return f"{take} ({meant})" if meant else take


def _others(session: Session, item: ReviewItem) -> Iterator[str]:
    """Yield the values that stand on no side, or the form in which one is typed."""
    if DELETED in item.fields:
        yield from ("keep", "delete")
        return
    found = review.choices(item)
    for value, label in found:
        words = session.words(label)
        yield value if words == value else f"{value} ({words})"
    if "missed" in item.fields:
        yield _SOME_MINUTES
    if found or not review.takes_other_value(item):
        return
    described = field_of(item.entity, item.fields[0])
    kind = described.kind if described is not None else Kind.TEXT
    name = {Kind.NUMBER: "number", Kind.DAY: "day"}.get(kind, "text")
    if item.entity == "paper" and kind is Kind.NUMBER:
        name = "points"
    yield text(f"cli.possible_{name}", session.language, day=_SOME_DAY)
