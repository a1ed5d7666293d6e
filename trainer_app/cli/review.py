"""`review list`, `review settle`."""

from typing import Annotated

import typer

from trainer_app.actions import review
from trainer_app.cli.session import Session

app = typer.Typer(no_args_is_help=True, help="Contradictions that wait for a decision.")


@app.command("list")
def list_items(context: typer.Context) -> None:
    """List what waits, with every side."""
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
                "sides": [
                    {
                        "values": dict(side.values),
                        "words": session.words(side.words) if side.words else "",
                        "user": side.user,
                        "at": side.at,
                        "device": side.device,
                        "file": side.file,
                        "shown": side.shown,
                    }
                    for side in item.sides
                ],
            }
            for item in items
        ]
    }
    lines = [f"{item.id}  {session.words(item.title)}  {session.words(item.place)}" for item in items]
    session.result(document, lines)


@app.command()
def settle(
    context: typer.Context,
    item: Annotated[str, typer.Argument(metavar="ID")],
    take: Annotated[str, typer.Option(metavar="ours|theirs|VALUE")],
    reason: Annotated[str, typer.Option(help="Kept with the decision.")] = "",
) -> None:
    """Decide one item: what is shown now, the other side, or a third value."""
    session: Session = context.obj
    with session.open() as work:
        changes = review.settle(work, item, take, reason)
        left = review.count(work)
    session.result({"settled": item, "left": left}, [session.words(changes.label)])
