"""`people search`, `candidates`, `join`, `unjoin`."""

from typing import Annotated

import typer

from trainer_app.actions import people
from trainer_app.cli.session import Session
from trainer_app.domain.people import Person
from trainer_app.domain.ranks import rank_name

app = typer.Typer(no_args_is_help=True, help="People and who may be the same person.")


@app.command()
def search(context: typer.Context, text: str, limit: Annotated[int, typer.Option(min=1)] = 50) -> None:
    """Find people by a part of their name, in any script or keyboard layout."""
    session: Session = context.obj
    with session.open() as work:
        found = people.search(work, text, limit)
    rows = [_document(person, session.language) for person in found]
    session.result({"people": rows}, [f"{row['id']}  {row['name']}" for row in rows])


@app.command()
def candidates(context: typer.Context) -> None:
    """List pairs of people who may be one person, with reasons."""
    session: Session = context.obj
    with session.open() as work:
        pairs = people.candidates(work)
        names = {key: people.get_person(work, key).name for pair in pairs for key in (pair.a, pair.b)}
    rows = [
        {
            "a": pair.a,
            "b": pair.b,
            "names": [names[pair.a], names[pair.b]],
            "score": pair.score,
            "reasons": [session.words(reason) for reason in pair.reasons],
        }
        for pair in pairs
    ]
    lines = [f"{names[pair.a]} ({pair.a})  {names[pair.b]} ({pair.b})  {pair.score}" for pair in pairs]
    session.result({"candidates": rows}, lines)


@app.command()
def join(context: typer.Context, keep: str, other: str) -> None:
    """Say that two people are one."""
    session: Session = context.obj
    with session.open() as work:
        changes = people.join(work, keep, other)
    session.result({"kept": keep, "joined": other}, [session.words(changes.label)])


@app.command()
def unjoin(context: typer.Context, person: str) -> None:
    """Take a joining back."""
    session: Session = context.obj
    with session.open() as work:
        changes = people.unjoin(work, person)
    session.result({"unjoined": person}, [session.words(changes.label)])


def _document(person: Person, language: str) -> dict[str, str]:
    return {
        "id": person.key,
        "name": person.name,
        "latin": person.latin,
        "sex": person.sex.value,
        "rank": rank_name(person.rank, language),
        "unit": person.unit,
    }
