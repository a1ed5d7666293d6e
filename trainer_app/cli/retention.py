"""What becomes of a course that is over: closing, approving, how long names are kept, what was erased.

Beside `retention` and `erasure`, the commands of `course` that close and approve one, and the one of
`report` that compares a report with the data.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any

import typer

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, projects
from trainer_app.actions.exchange import dropping
from trainer_app.actions.office import approval, approvals, erasing
from trainer_app.actions.review import joint_decisions
from trainer_app.cli.context import CliContext, day_text
from trainer_app.cli.courses import app
from trainer_app.cli.joint import asked_id, decide
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.joint import JointMatter
from trainer_app.domain.courses.courses import CourseState
from trainer_app.domain.office.erasing import Erasure, PurgePlan, RetentionLine, RetentionRules

erasure_app = typer.Typer(no_args_is_help=True, help="Records of what was erased; they name nobody.")


@erasure_app.callback()
def records() -> None:
    """Show what was erased here; no record names anybody."""


@erasure_app.command("list")
def list_records(context: typer.Context) -> None:
    """List what was erased, the newest first."""
    session: CliContext = context.obj
    with session.open() as work:
        found = erasing.list_erasures(work)
        codes = {course.key: course.code for course in courses.search_courses(work)}
        asked = joint_decisions.askers(work, found)
    rows = [{**record_document(each, codes), "asked_by": asked.get(each.key, "")} for each in found]
    session.result({"erasures": rows}, [_line(each, session, asked.get(each.key, "")) for each in found])


def record_document(record: Erasure, codes: dict[str, str]) -> dict[str, Any]:
    """Return one record as JSON; courses by their codes."""
    return {
        "id": record.key,
        "kind": record.kind,
        "day": record.day.isoformat() if record.day else "",
        "by": record.by,
        "reason": record.reason,
        "reference": record.reference,
        "person": record.person,
        "courses": [codes.get(key, key) for key in record.courses],
        "people": record.people,
        "kept": record.kept,
        "entries": record.entries,
        "certificates": record.certificates,
        "scans": record.scans,
    }


def _line(record: Erasure, session: CliContext, asked_by: str) -> str:
    what = session.words(Label(f"erasing.step.{record.kind}", {"count": len(record.courses)}))
    day = day_text(record.day) if record.day else ""
    parts = (day, what, asked_by, record.by, record.reason, record.reference)
    return "  ".join(part for part in parts if part)


retention_app = typer.Typer(no_args_is_help=True, help="How long names are kept.")

_COURSE = typer.Option(help="Code of a course; may be repeated. Without it all whose time has come.")


@retention_app.command()
def show(context: typer.Context) -> None:
    """Show the rule, and every course with until when its names are kept."""
    session: CliContext = context.obj
    with session.open() as work:
        rule, found, today = dropping.retention_rules(work), erasing.lines(work), work.today()
        leaving = dropping.notices(work)
    rows = [_document(line, due=line.is_due(today)) for line in found]
    soon = [{"course": one.code, "day": one.day.isoformat(), "left": one.done} for one in leaving]
    document = {"months": rule.months, "laptop_days": rule.drop_days, "courses": rows, "leaving": soon}
    words = [
        f"{line.code}  {day_text(line.last_day)}  {day_text(line.until)}  "
        + session.words(Label(f"cli.names_{row['state']}"))
        for line, row in zip(found, rows, strict=True)
    ]
    session.result(document, words)


@retention_app.command("set")
def set_rule(
    context: typer.Context,
    months: Annotated[int | None, typer.Option(min=0, help="Months after a course's last day.")] = None,
    laptop_days: Annotated[
        int | None, typer.Option(min=0, help="Days after which laptops let go of closed courses.")
    ] = None,
    project: Annotated[str, typer.Option(help="Only for the courses of this project.")] = "",
    course: Annotated[str, typer.Option(help="Only for this course.")] = "",
    day: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The course's own day.")] = None,
    never: Annotated[bool, typer.Option("--never", help="Take the rule away again.")] = False,
) -> None:
    """Set the office's rule, a project's, or a course's own day; --never takes it away."""
    session: CliContext = context.obj
    with session.open() as work:
        if course:
            if day is None and not never:
                raise TrainerError("retention.no_value")
            key = courses.find_course(work, course)
            changes = erasing.set_course(work, key, None if never or day is None else day.date())
        elif project:
            if months is None and not never:
                raise TrainerError("retention.no_value")
            changes = erasing.set_project(work, projects.find_project(work, project).key, months)
        else:
            if months is None and laptop_days is None and not never:
                raise TrainerError("retention.no_value")
            changes = erasing.set_rules(
                work, _merged(dropping.retention_rules(work), months, laptop_days, never=never)
            )
    session.result({"set": True}, [session.words(changes.label)])


@retention_app.command()
def purge(
    context: typer.Context,
    course: Annotated[list[str] | None, _COURSE] = None,
    reason: Annotated[str, typer.Option(help="Why; kept with the record. No names.")] = "",
    reference: Annotated[str, typer.Option(help="Number of the decision.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell what would go and stay.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Erase; it cannot be undone.")] = False,
) -> None:
    """Erase the names of courses whose time has come; the figures stay. Two heads decide it together."""
    session: CliContext = context.obj
    asked = None
    with session.open() as work:
        if course:
            keys = [courses.find_course(work, code) for code in course]
        else:
            keys = [line.key for line in erasing.due(work)]
        plan = erasing.plan(work, keys)
        if not dry_run:
            if not yes:
                raise TrainerError("erasing.not_confirmed")
            asked = asked_id(decide(session, work, JointMatter.PURGE, keys, reason, reference))
    erased = not dry_run and asked is None
    session.result({"erased": erased, "asked": asked, **_plan(plan)}, _words(plan, session))


@retention_app.command()
def postpone(context: typer.Context, course: str) -> None:
    """On a laptop: keep a course's names a month longer than the office's rule says."""
    session: CliContext = context.obj
    with session.open() as work:
        changes = dropping.postpone(work, courses.find_course(work, course))
    session.result({"postponed": course}, [session.words(changes.label)])


def _merged(
    known: RetentionRules, months: int | None, laptop_days: int | None, *, never: bool
) -> RetentionRules:
    """Return the rule with what was given; `never` alone takes both numbers away."""
    if never:
        return RetentionRules(months, laptop_days)
    return RetentionRules(
        known.months if months is None else months, known.drop_days if laptop_days is None else laptop_days
    )


def _document(line: RetentionLine, *, due: bool) -> dict[str, Any]:
    state = "erased" if line.purged_on else "due" if due else "kept"
    return {
        "course": line.code,
        "town": line.town,
        "last_day": line.last_day.isoformat(),
        "until": line.until.isoformat() if line.until else None,
        "by": line.source.value,
        "people": line.people,
        "state": state,
        "erased_on": line.purged_on.isoformat() if line.purged_on else None,
    }


def _plan(plan: PurgePlan) -> dict[str, Any]:
    return {
        "people": plan.people,
        "kept": plan.kept,
        "entries": plan.entries,
        "certificates": plan.certificates,
        "scans": plan.scans,
        "courses": [
            {
                "course": each.code,
                "people": each.people,
                "kept": each.kept,
                "certificates": each.certificates,
                "scans": each.scans,
            }
            for each in plan.courses
        ],
    }


def _words(plan: PurgePlan, session: CliContext) -> list[str]:
    found = []
    for each in plan.courses:
        values = {
            "course": each.code,
            "people": each.people,
            "certificates": each.certificates,
            "scans": each.scans,
        }
        found.append(session.words(Label("retention.plan.course", values)))
    found.append(session.words(Label("retention.plan.sum", {"people": plan.people, "kept": plan.kept})))
    found.append(session.words(Label("retention.plan.stays")))
    return found


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
            return decide(context.obj, work, JointMatter.REOPEN, [key], reason)
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
