"""`office ask`, `asked`, `withdraw`; `device asked`, `answer`, `standing`: between office and laptop."""

from collections.abc import Mapping
from typing import Annotated

import typer

from trainer_app.actions import courses, divergence, errands
from trainer_app.actions import standing as states
from trainer_app.cli.fields import capital, day_text
from trainer_app.cli.session import Session
from trainer_app.domain.changes import Label
from trainer_app.domain.errands import Errand, ErrandKind
from trainer_app.domain.sending import ChangeState

_ID = typer.Argument(metavar="ID")


def ask(
    context: typer.Context,
    device: Annotated[str, typer.Option(help="Code of the laptop.")],
    kind: Annotated[ErrandKind, typer.Option(help="What for; other needs a text.")] = ErrandKind.OTHER,
    words: Annotated[str, typer.Option("--text", help="In a few words.")] = "",
    course: Annotated[str | None, typer.Option(help="Code of the course it is about.")] = None,
) -> None:
    """Ask a laptop for something: it is shown there, with its next file, until it is done."""
    session: Session = context.obj
    with session.open() as work:
        key = courses.find_course(work, course) if course else None
        made = errands.ask(work, device, kind, words, key)
    session.result({"id": made.key}, [str(made.key)])


def asked(context: typer.Context) -> None:
    """List what was asked: at the office of all laptops, on a laptop of itself; with the answers."""
    session: Session = context.obj
    with session.open() as work:
        found = errands.list_errands(work)
    document = {
        "errands": [
            {
                "id": one.key,
                "device": one.device,
                "kind": one.kind.value,
                "words": session.words(errands.words(one)),
                "course": one.course_code,
                "state": one.state.value,
                "asked_on": one.asked_on.isoformat() if one.asked_on else None,
                "done_on": one.done_on.isoformat() if one.done_on else None,
                "answer": one.answer,
            }
            for one in found
        ]
    }
    lines = [_line(session, one) for one in found]
    session.result(document, lines)


def standing(
    context: typer.Context,
    course: Annotated[str | None, typer.Option(help="Code of a course: only its changes.")] = None,
) -> None:
    """Show how far this laptop's changes have come, and in which courses it differs from the office."""
    session: Session = context.obj
    if course:
        with session.open() as work:
            found = states.course_standing(work, courses.find_course(work, course))
        waiting = {state.value: found.get(state, 0) for state in ChangeState if state is not ChangeState.SAFE}
        session.result({"course": course, **waiting}, _counts(session, waiting))
        return
    with session.open() as work:
        now = states.standing(work)
        told = states.warnings(work)
        differing = divergence.divergences(work)
    counts = {state.value: count for state, count in now.counts.items()}
    document = {
        **counts,
        "oldest": now.oldest,
        "answered": now.answered,
        "warnings": [session.words(one) for one in told],
        "differing": [
            {"course": one.code, "devices": list(one.devices), "here": one.here, "office": one.there}
            for one in differing
        ],
    }
    if differing:
        told = (*told, Label("news.differs", {"codes": [one.code for one in differing]}))
    session.result(document, [*_counts(session, counts), *(session.words(one) for one in told)])


def withdraw(context: typer.Context, errand: Annotated[str, _ID]) -> None:
    """Ask no more for something."""
    session: Session = context.obj
    with session.open() as work:
        errands.withdraw(work, errand)
    session.result({"withdrawn": errand}, [errand])


def answer(
    context: typer.Context,
    errand: Annotated[str, _ID],
    words: Annotated[str, typer.Option("--text", help="A word to the office.")] = "",
) -> None:
    """Say that something the office asked for is done; it goes with the next file."""
    session: Session = context.obj
    with session.open() as work:
        errands.answer(work, errand, words)
    session.result({"answered": errand}, [errand])


def _line(session: Session, one: Errand) -> str:
    """Return one request for people: "K7  15.10.2018  ждёт  Пожалуйста, позвоните в офис"."""
    state = session.words(Label(f"errand.state.{one.state.value}"))
    said = f"{one.device}  {day_text(one.asked_on)}  {state}  {session.words(errands.words(one))}"
    return f"{said}  → {one.answer}" if one.answer else said


def _counts(session: Session, counts: Mapping[str, int]) -> list[str]:
    """Return how many changes are in each state, as the screen "Send" calls it."""
    words = {state: session.words(Label(f"sending.state.{state}")) for state in counts}
    return [f"{capital(words[state])}: {count}" for state, count in counts.items()]
