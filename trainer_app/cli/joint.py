"""`office decisions`: what waits for a second head of the office, confirming, declining, withdrawing it.

The commands that erase, revoke and reopen call `decide`, which says whether it was done or asked for.
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.review import joint_decisions
from trainer_app.actions.review.joint_decisions import JointLine
from trainer_app.cli.context import IN_REVIEW, CliContext, moment_text
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.joint import JointAnswer, JointMatter, JointState
from trainer_app.domain.base.texts import capital

decisions_app = typer.Typer(no_args_is_help=True, help="What waits for a second head of the office.")
REASON = typer.Option(help="Why, where another head of the office has to confirm it; it is kept. No names.")
_ID = typer.Argument(metavar="ID", help="From the list; its end is enough.")


def decide(
    session: CliContext,
    work: Workplace,
    matter: JointMatter,
    subjects: Sequence[str],
    reason: str,
    reference: str = "",
) -> Changes:
    """Do it, or ask another head: that is said, and is the exit code of what waits in Review."""
    changes = joint_decisions.decide(work, matter, subjects, reason, reference, progress=session.progress)
    if joint_decisions.is_asked(changes):
        session.say("joint.asked", key=shown_id(changes.key or ""))
        session.exit_code = IN_REVIEW
    return changes


def ask_if_two(
    session: CliContext, work: Workplace, matter: JointMatter, subjects: Sequence[str], reason: str
) -> str | None:
    """Ask another head where it takes two; return the id of the request, None where one does it alone.

    Raises joint.needed without a reason.
    """
    if not joint_decisions.takes_two(work, matter, subjects):
        return None
    if not reason:
        raise TrainerError("joint.needed")
    return asked_id(decide(session, work, matter, subjects, reason))


def asked_id(changes: Changes) -> str | None:
    """Return the id of the request that was made; None where it was done at once."""
    return shown_id(changes.key or "") if joint_decisions.is_asked(changes) else None


def shown_id(key: str) -> str:
    """Return the part of a request's key that is shown and typed."""
    return key[-8:]


@decisions_app.command("list")
def list_decisions(
    context: typer.Context,
    everything: Annotated[bool, typer.Option("--all", help="Those that were answered too.")] = False,
) -> None:
    """List what waits for a second head: what, why, who asked and when."""
    session: CliContext = context.obj
    with session.open() as work:
        found = joint_decisions.list_lines(work, everything=everything)
    lines = [_line(session, each) for each in found]
    session.result(
        {"decisions": [_document(session, each) for each in found]},
        lines or [session.words(Label("joint.none"))],
    )


@decisions_app.command()
def confirm(
    context: typer.Context,
    decision: Annotated[str, _ID],
    paper_key: Annotated[
        bool,
        typer.Option(
            "--paper-key",
            help="Your own request, with the office's recovery key: the other head is gone for good.",
        ),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Tell what would happen; it still waits.")
    ] = False,
) -> None:
    """Confirm what another head asked for: it is done. What that is stands above the answer."""
    session: CliContext = context.obj
    with session.open() as work:
        line = joint_decisions.find(work, decision)
        told = joint_decisions.foreseen(work, line.decision)
        done: list[str] = []
        if not dry_run:
            done = [session.words(_act(session, work, decision, by_paper=paper_key).label)]
    document = {
        "decision": decision,
        "state": JointState.WAITING.value if dry_run else JointAnswer.CONFIRMED.value,
        "by_paper": paper_key,
        "title": session.words(line.title),
        "reason": line.decision.reason,
        "asked_by": line.asked_by,
        "foreseen": {name: [session.words(each) for each in lines] for name, lines in told.items()},
    }
    session.result(document, [_line(session, line), *_foreseen_lines(session, told), *done])


def _act(session: CliContext, work: Workplace, decision: str, *, by_paper: bool) -> Changes:
    """Do what was asked for."""
    if not by_paper:
        return joint_decisions.confirm(work, decision, progress=session.progress)
    paper = session.recovery_key()
    return joint_decisions.confirm_with_paper(work, decision, paper, progress=session.progress)


def _foreseen_lines(session: CliContext, told: Mapping[str, Sequence[Label]]) -> list[str]:
    """Return what it does, each list under the heading that the window gives it."""
    return [
        session.words(each)
        for name, lines in told.items()
        for each in (Label(f"erasing.heading.{name}"), *lines)
        if lines
    ]


@decisions_app.command()
def decline(
    context: typer.Context,
    decision: Annotated[str, _ID],
    reason: Annotated[str, typer.Option(help="Why not; it is kept. No names.")],
) -> None:
    """Say no to what another head asked for."""
    session: CliContext = context.obj
    with session.open() as work:
        changes = joint_decisions.decline(work, decision, reason)
    session.result({"decision": decision, "state": "declined"}, [session.words(changes.label)])


@decisions_app.command()
def withdraw(context: typer.Context, decision: Annotated[str, _ID]) -> None:
    """Take your own request back."""
    session: CliContext = context.obj
    with session.open() as work:
        changes = joint_decisions.withdraw(work, decision)
    session.result({"decision": decision, "state": "withdrawn"}, [session.words(changes.label)])


def _document(session: CliContext, line: JointLine) -> dict[str, Any]:
    found = line.decision
    return {
        "id": shown_id(found.key),
        "matter": found.matter,
        "title": session.words(line.title),
        "reason": found.reason,
        "reference": found.reference or None,
        "asked_by": line.asked_by,
        "asked_at": found.at,
        "own": line.own,
        "state": line.state.value,
        "answered_by": line.answered_by or None,
        "by_paper": line.by_paper,
        "answer_reason": found.answer_reason or None,
        "late": [session.words(each) for each in line.late],
    }


def _line(session: CliContext, line: JointLine) -> str:
    found = line.decision
    said = session.words(
        Label(
            "joint.line",
            {
                "key": shown_id(found.key),
                "title": capital(session.words(line.title)),
                "name": line.asked_by,
                "day": moment_text(found.at),
                "reason": found.reason,
            },
        )
    )
    state = "joint.by_paper" if line.by_paper else f"joint.state.{line.state.value}"
    late = "".join(f" {session.words(each)}" for each in line.late)
    return f"{said}  ({session.words(Label(state))}){late}"
