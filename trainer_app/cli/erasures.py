"""`erasure list`: what was erased here, by whom and why."""

from typing import Any

import typer

from trainer_app.actions import courses, erasing
from trainer_app.cli.fields import day_text
from trainer_app.cli.session import Session
from trainer_app.domain.changes import Label
from trainer_app.domain.erasing import Erasure

app = typer.Typer(no_args_is_help=True, help="Records of what was erased; they name nobody.")


@app.callback()
def records() -> None:
    """Show what was erased here; no record names anybody."""


@app.command("list")
def list_records(context: typer.Context) -> None:
    """List what was erased, the newest first."""
    session: Session = context.obj
    with session.open() as work:
        found = erasing.list_erasures(work)
        codes = {line.course.key: line.course.code for line in courses.list_courses(work)}
    rows = [record_document(each, codes) for each in found]
    session.result({"erasures": rows}, [_line(each, session) for each in found])


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


def _line(record: Erasure, session: Session) -> str:
    what = session.words(Label(f"erasing.step.{record.kind}", {"count": len(record.courses)}))
    day = day_text(record.day) if record.day else ""
    return "  ".join(part for part in (day, what, record.by, record.reason, record.reference) if part)
