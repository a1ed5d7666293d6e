"""`review list`, `review settle`, and what can be taken in a decision."""

from collections.abc import Iterator
from typing import Annotated

import typer

from trainer_app.actions.exchange import losses
from trainer_app.actions.review import review
from trainer_app.cli.context import CliContext
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.fields import FieldKind
from trainer_app.domain.base.schema import DELETED, field_of
from trainer_app.domain.review.contradictions import Loss, ReviewItem, ReviewSide
from trainer_app.system.messages import text

_SOME_DAY, _SOME_MINUTES = "2018-10-17", "late 15"


def possible(session: CliContext, item: ReviewItem, *, alike: bool = False) -> str:
    """Return one sentence with every value that decides an item, each with what it means.

    With `alike` many items are decided at once, for a side and never by a third value.
    """
    choices = [*_sides(session, item), *(() if alike else _others(session, item))]
    return text("cli.possible", session.language, choices="; ".join(dict.fromkeys(choices)))


def _sides(session: CliContext, item: ReviewItem) -> Iterator[str]:
    shown = next((index for index, side in enumerate(item.sides) if side.shown), 0)
    others = [side for index, side in enumerate(item.sides) if index != shown]
    if item.sides:
        yield _choice(session, "ours", item.sides[shown])
    if others:
        yield _choice(session, "theirs", others[0])
    for index, side in enumerate(item.sides):
        yield _choice(session, f"#{index}", side)


def _choice(session: CliContext, take: str, side: ReviewSide) -> str:
    meant = session.words(side.words) if side.words else ""
    return f"{take} ({meant})" if meant else take


def _others(session: CliContext, item: ReviewItem) -> Iterator[str]:
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
    kind = described.kind if described is not None else FieldKind.TEXT
    name = {FieldKind.NUMBER: "number", FieldKind.DAY: "day"}.get(kind, "text")
    if item.entity == "paper" and kind is FieldKind.NUMBER:
        name = "points"
    yield text(f"cli.possible_{name}", session.language, day=_SOME_DAY)


app = typer.Typer(no_args_is_help=True, help="Contradictions that wait for a decision.")


@app.command("list")
def list_items(
    context: typer.Context,
    limit: Annotated[
        int, typer.Option(min=0, help="At most so many of each kind, and of each laptop; 0 for all.")
    ] = 200,
) -> None:
    """List what waits, with every side; * marks what is shown now."""
    session: CliContext = context.obj
    with session.open() as work:
        items = review.list_items(work, limit or None)
        left = review.count(work) - len(items)
    document = {
        "left": left,
        "items": [
            {
                "id": item.id,
                "kind": item.kind.value,
                "entity": item.entity,
                "title": session.words(item.title),
                "place": session.words(item.place),
                "sides": [{**_side(session, side), "shown": side.shown} for side in item.sides],
                "more": item.more,
            }
            for item in items
        ],
    }
    lines = []
    for item in items:
        lines.append(f"{item.id}  {session.words(item.title)}  {session.words(item.place)}")
        lines += [f"    {_side_line(session, side)}" for side in item.sides]
        if item.more:
            lines.append("      " + text("cli.more_values", session.language, count=item.more))
    if left:
        lines.append(text("cli.more_waiting", session.language, count=left))
    session.result(document, lines)


@app.command()
def replaced(
    context: typer.Context,
    seen: Annotated[bool, typer.Option("--seen", help="Those that were seen before.")] = False,
) -> None:
    """List what was written on this laptop and replaced by somebody else's value."""
    session: CliContext = context.obj
    with session.open() as work:
        found = losses.list_losses(work, seen=seen)
    document = {
        "replaced": [
            {
                "id": one.id,
                "title": session.words(one.title),
                "place": session.words(one.place),
                "settled": one.settled,
                "own": _side(session, one.own),
                "new": _side(session, one.new),
                "other": _side(session, one.other) if one.other else None,
            }
            for one in found
        ]
    }
    lines = [f"{one.id}  {session.words(one.title)}: {_said(session, one)}" for one in found]
    session.result(document, lines)


@app.command()
def acknowledge(
    context: typer.Context,
    item: Annotated[str, typer.Argument(metavar="ID|all")],
) -> None:
    """Note that a replaced value was seen, or all of them."""
    session: CliContext = context.obj
    with session.open() as work:
        count = losses.acknowledge(work, "" if item == "all" else item)
    session.result({"acknowledged": count}, [str(count)])


@app.command()
def settle(
    context: typer.Context,
    item: Annotated[str, typer.Argument(metavar="ID")],
    take: Annotated[str, typer.Option(metavar="ours|theirs|VALUE")],
    reason: Annotated[str, typer.Option(help="Kept with the decision.")] = "",
    alike: Annotated[
        bool, typer.Option("--alike", help="All others of its kind, for the same laptop.")
    ] = False,
    until: Annotated[
        bool, typer.Option("--until", help="All that the same laptop had asked for up to this one.")
    ] = False,
) -> None:
    """Decide one item: what is shown now, the other side, or a third value."""
    session: CliContext = context.obj
    with session.open() as work:
        act = review.settle_until if until else review.settle_alike if alike else review.settle
        try:
            changes = act(work, item, take, reason)
        except TrainerError as problem:
            if problem.code == "review.bad_choice":
                problem.add_note(possible(session, review.get_item(work, item), alike=alike))
            raise
        left = review.count(work)
    session.result({"settled": item, "left": left}, [session.words(changes.label)])


def _said(session: CliContext, loss: Loss) -> str:
    own, new = (session.words(side.words) if side.words else "" for side in (loss.own, loss.new))
    return f"{own} -> {new}" + (f" ({loss.new.reason})" if loss.new.reason else "")


def _side_line(session: CliContext, side: ReviewSide) -> str:
    """Return one side for people: whether it is shown now, what it says, who wrote it, on which laptop."""
    parts = (session.words(side.words) if side.words else "", side.user, side.device, side.file)
    return ("* " if side.shown else "  ") + " · ".join(part for part in parts if part)


def _side(session: CliContext, side: ReviewSide) -> dict[str, object]:
    return {
        "values": dict(side.values),
        "words": session.words(side.words) if side.words else "",
        "user": side.user,
        "at": side.at,
        "device": side.device,
        "file": side.file,
        "reason": side.reason,
    }
