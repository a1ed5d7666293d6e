"""`people search`, `candidates`, `join`, `unjoin`, `erase`."""

from typing import Annotated, Any

import typer

from trainer_app.actions import erasing, people
from trainer_app.cli.session import Session
from trainer_app.domain.erasing import ErasurePlan
from trainer_app.domain.erasure_words import plan_words
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.people import Person
from trainer_app.domain.ranks import rank_name
from trainer_app.system.messages import text

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


@app.command()
def erase(
    context: typer.Context,
    person: Annotated[str, typer.Argument(help="The person's id, as `people search` shows it.")],
    reason: Annotated[str, typer.Option(help="Why; kept with the record. No names.")] = "",
    reference: Annotated[str, typer.Option(help="Number of the request.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell what would go and stay.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Erase; it cannot be undone.")] = False,
) -> None:
    """Erase a person's data for good, in the database and in every file of this computer."""
    session: Session = context.obj
    with session.open() as work:
        plan = erasing.preview(work, person)
        if not dry_run:
            if not yes:
                raise TrainerError("erasing.not_confirmed")
            erasing.erase_person(work, person, reason, reference, progress=session.progress)
    done = [] if dry_run else [text("cli.erased", session.language)]
    session.result({"erased": not dry_run, **plan_document(plan)}, [*done, *plan_lines(plan, session)])


def plan_document(plan: ErasurePlan) -> dict[str, Any]:
    """Return what erasing takes and leaves as JSON; it holds no name."""
    return {
        "person": plan.person,
        "goes": {"entries": plan.entries, "snapshots": plan.snapshots, "archived": plan.archived},
        "stays": {
            "courses": [
                {"course": each.course, "marks": each.marks, "papers": each.papers}
                for each in plan.participations
            ],
            "serials": list(plan.serials),
        },
        "by_hand": {
            "sheets": dict(plan.sheets),
            "papers": plan.papers,
            "set_aside": plan.aside,
            "mentions": {each.entity: each.count for each in plan.mentions},
            "wrote": plan.wrote,
            "taught": list(plan.taught),
            "laptops": list(plan.laptops),
        },
    }


def plan_lines(plan: ErasurePlan, session: Session) -> list[str]:
    """Return the same in words."""
    return [session.words(line) for line in plan_words(plan).all]


def _document(person: Person, language: str) -> dict[str, str]:
    return {
        "id": person.key,
        "name": person.name,
        "latin": person.latin,
        "sex": person.sex.value,
        "rank": rank_name(person.rank, language),
        "unit": person.unit,
    }
