"""Commands that close and approve courses, and compare a report with the data."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.office import approval, approvals
from trainer_app.cli.context import CliContext
from trainer_app.cli.courses import app
from trainer_app.cli.office import report
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.courses.courses import CourseState
from trainer_app.domain.office.approvals import SavedReport

Code = Annotated[str, typer.Argument(help="Code of the course.")]


@app.command()
def close(
    context: typer.Context,
    code: Code,
    leave: Annotated[str, typer.Option(help="Why it is closed although something is open.")] = "",
) -> None:
    """Close a course. What is still open needs a reason, which is kept."""
    _settle(context, code, lambda work, key: approval.close(work, key, leave))


@app.command()
def approve(
    context: typer.Context,
    code: Code,
    leave: Annotated[str, typer.Option(help="Why it is approved although something is open.")] = "",
) -> None:
    """Approve a closed course for the office: figures and fingerprint are kept."""
    _settle(context, code, lambda work, key: approval.approve(work, key, leave))


@app.command()
def reopen(
    context: typer.Context, code: Code, reason: Annotated[str, typer.Option(help="Why; it is kept.")]
) -> None:
    """Open a closed course again, or take the approval of an approved one back."""

    def act(work: Workplace, key: str) -> Changes:
        if courses.get_course(work, key).course.state is CourseState.APPROVED:
            return approval.take_back(work, key, reason)
        return courses.reopen_course(work, key)

    _settle(context, code, act)


@app.command()
def standing(context: typer.Context, code: Code) -> None:
    """Say what is open in a course, who approved it, and what was changed since."""
    _settle(context, code, None)


def _settle(context: typer.Context, code: str, act: Callable[[Workplace, str], Changes] | None) -> None:
    """Do something about the state of a course, and say how it stands."""
    session: CliContext = context.obj
    with session.open() as work:
        key = courses.find_course(work, code)
        lines = [session.words(act(work, key).label)] if act is not None else []
        found = approval.standing(work, key)
    lines += [session.words(item.label) for item in found.open]
    if found.approval is not None:
        lines.append(session.words(approvals.stated(found.approval)))
        reason = approvals.reasoned(found.approval)
        lines += [session.words(reason)] if reason is not None else []
        lines.append(session.words(approvals.changed(found)))
        lines += [
            f"  {change.user}  {change.device}  {session.words(change.where)}: {session.words(change.what)}"
            for change in found.changes
        ]
    session.result(
        {
            "open": [{"matter": item.matter.value, "count": item.count} for item in found.open],
            "approved": approvals.document(found.approval) if found.approval is not None else None,
            "changes_since": len(found.changes),
        },
        lines,
    )


report_app = typer.Typer(help="Figures of a course, a project or everything; their fingerprints.")
report_app.callback(invoke_without_command=True)(report)


@report_app.command("verify")
def verify_report(
    context: typer.Context, file: Annotated[Path, typer.Argument(help="A report saved as JSON.")]
) -> None:
    """Compare a saved report with what was approved, and with the data here.

    One as approved holds while it says what was approved; one as of today, while nothing has moved.
    """
    session: CliContext = context.obj
    with session.open() as work:
        found = approval.verify_saved(work, file)
    lines = [session.words(label) for label in _verified(found)]
    document = [
        {
            "course": each.code,
            "stated": each.stated,
            "now": each.now,
            "same": each.same,
            "as_approved": each.as_approved,
        }
        for each in found.courses
    ]
    same = all(each.same for each in found.courses)
    session.result({"courses": document, "same": same, "holds": found.holds}, lines)
    if not found.holds:
        raise typer.Exit(1)


def _verified(found: SavedReport) -> Iterator[Label]:
    """Say first whether a report says what was approved, and beside it what has moved since."""
    for each in found.courses if found.as_approved else ():
        said = "as_approved" if each.as_approved else "not_as_approved"
        yield Label(f"approval.{said}", {"code": each.code})
    if found.as_approved:
        told = {None: "unknown", True: "same", False: "other"}[found.figures]
        yield Label(f"approval.figures.{told}")
    for each in found.courses:
        yield Label("approval.same" if each.same else "approval.moved", {"code": each.code, "now": each.now})
