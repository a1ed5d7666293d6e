"""`review list`, `review settle`."""

from typing import Annotated

import typer

from trainer_app.actions import losses, review
from trainer_app.cli.review_choices import possible
from trainer_app.cli.session import Session
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.losses import Loss
from trainer_app.domain.review import Side

app = typer.Typer(no_args_is_help=True, help="Contradictions that wait for a decision.")


@app.command("list")
def list_items(context: typer.Context) -> None:
    """List what waits, with every side; * marks what is shown now."""
    session: Session = context.obj
    with session.open() as work:
        items = review.list_items(work)
    document = {
        "items": [
            {
                "id": item.id,
                "kind": item.kind.value,
                "entity": item.entity,
                "title": session.words(item.title),
                "place": session.words(item.place),
                "sides": [{**_side(session, side), "shown": side.shown} for side in item.sides],
            }
            for item in items
        ]
    }
    lines = []
    for item in items:
        lines.append(f"{item.id}  {session.words(item.title)}  {session.words(item.place)}")
        lines += [f"    {_side_line(session, side)}" for side in item.sides]
    session.result(document, lines)


@app.command()
def replaced(
    context: typer.Context,
    seen: Annotated[bool, typer.Option("--seen", help="Those that were seen before.")] = False,
) -> None:
    """List what was written on this laptop and replaced by somebody else's value."""
    session: Session = context.obj
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
    session: Session = context.obj
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
) -> None:
    """Decide one item: what is shown now, the other side, or a third value."""
    session: Session = context.obj
    with session.open() as work:
        act = review.settle_alike if alike else review.settle
        try:
            changes = act(work, item, take, reason)
        except TrainerError as problem:
            if problem.code == "review.bad_choice":
                problem.add_note(possible(session, review.get_item(work, item), alike=alike))
            raise
        left = review.count(work)
    session.result({"settled": item, "left": left}, [session.words(changes.label)])


def _said(session: Session, loss: Loss) -> str:
    own, new = (session.words(side.words) if side.words else "" for side in (loss.own, loss.new))
    return f"{own} -> {new}" + (f" ({loss.new.reason})" if loss.new.reason else "")


def _side_line(session: Session, side: Side) -> str:
    """Return one side for people: whether it is shown now, what it says, who wrote it, on which laptop."""
    parts = (session.words(side.words) if side.words else "", side.user, side.device, side.file)
    return ("* " if side.shown else "  ") + " · ".join(part for part in parts if part)


def _side(session: Session, side: Side) -> dict[str, object]:
    return {
        "values": dict(side.values),
        "words": session.words(side.words) if side.words else "",
        "user": side.user,
        "at": side.at,
        "device": side.device,
        "file": side.file,
        "reason": side.reason,
    }
