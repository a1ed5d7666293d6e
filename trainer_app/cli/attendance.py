"""`attendance show`, `mark`, `mark-all`, `history`, `scan`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from trainer_app.actions import attendance, courses, mark_history, scanning, sessions
from trainer_app.actions.workplace import Workplace
from trainer_app.cli.fields import number_text
from trainer_app.cli.histories import changes_of, lines_of
from trainer_app.cli.session import Session
from trainer_app.domain.attendance import Attendance, AttendanceGrid, Mark
from trainer_app.domain.badges import spaced
from trainer_app.domain.changes import Label
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.scanning import ScanResult

app = typer.Typer(no_args_is_help=True, help="Marks of the sessions.")

Course = Annotated[str, typer.Option(help="Code of the course.")]


class MarkWord(StrEnum):
    """A mark, or none."""

    PRESENT = "present"
    LATE = "late"
    EXCUSED = "excused"
    ABSENT = "absent"
    NONE = "none"


@app.command()
def show(context: typer.Context, course: Course) -> None:
    """Show the grid of a course."""
    session: Session = context.obj
    with session.open() as work:
        table = attendance.grid(work, courses.find_course(work, course))
    document = {
        "sessions": [found.number for found in table.sessions],
        "rows": [
            {
                "number": row.number,
                "name": row.full_name,
                "marks": [_word(cell) for cell in row.cells],
                "share": row.share,
            }
            for row in table.rows
        ],
    }
    session.result(document, [_line(session, table, place) for place in range(len(table.rows))])


@app.command()
def mark(
    context: typer.Context,
    course: Course,
    session_number: Annotated[int, typer.Option("--session", help="Number of the session.")],
    number: Annotated[int, typer.Option(help="Number on the list.")],
    mark: Annotated[MarkWord, typer.Option()],
    missed: Annotated[int, typer.Option(help="Minutes missed.")] = 0,
) -> None:
    """Set one mark; none takes it away."""
    session: Session = context.obj
    if missed and mark not in (MarkWord.PRESENT, MarkWord.LATE):
        raise typer.BadParameter("--missed goes with present and late only: others attended no minute")
    with session.open() as work:
        key = courses.find_course(work, course)
        place = sessions.find_session(work, key, session_number)
        enrolment = find_enrolment(work, key, number)
        value = None if mark is MarkWord.NONE else Mark(mark.value)
        changes = attendance.mark(work, enrolment, place.key, value, missed)
    written = changes.step is not None
    session.result({"marked": 1 if written else 0, "mark": mark.value}, [session.words(changes.label)])


@app.command("mark-all")
def mark_all(
    context: typer.Context,
    course: Course,
    session_number: Annotated[int, typer.Option("--session", help="Number of the session.")],
    mark: Annotated[MarkWord, typer.Option()] = MarkWord.PRESENT,
) -> None:
    """Give everybody who has no mark in a session the same one."""
    session: Session = context.obj
    if mark is MarkWord.NONE:
        raise TrainerError("attendance.no_mark_for_all")
    with session.open() as work:
        place = sessions.find_session(work, courses.find_course(work, course), session_number)
        changes = attendance.mark_rest(work, place.key, Mark(mark.value))
    marked = sum(1 for entity, _ in changes.touched if entity == "attendance")
    session.result({"marked": marked, "mark": mark.value}, [session.words(changes.label)])


@app.command()
def history(
    context: typer.Context,
    course: Course,
    session_number: Annotated[int, typer.Option("--session", help="Number of the session.")],
    number: Annotated[int, typer.Option(help="Number on the list.")],
) -> None:
    """Show every value of one mark: who, when, on which laptop, and how far the change has come."""
    session: Session = context.obj
    with session.open() as work:
        key = courses.find_course(work, course)
        place = sessions.find_session(work, key, session_number)
        found = mark_history.mark_history(work, find_enrolment(work, key, number), place.key)
    document = {
        "number": number,
        "session": session_number,
        "contradicts": found.contradicts,
        "changes": changes_of(session, found),
    }
    session.result(document, lines_of(session, found))


@app.command()
def scan(
    context: typer.Context,
    course: Course,
    session_number: Annotated[
        int | None, typer.Option("--session", help="Number of the session; else the one under way.")
    ] = None,
    code: Annotated[list[str] | None, typer.Option(help="Ten digits of a badge; may be repeated.")] = None,
    file: Annotated[Path | None, typer.Option(help="Picture or PDF with badges.")] = None,
) -> None:
    """Mark people by their badges, at the time it is now. Who stands absent by hand stays so."""
    session: Session = context.obj
    if not code and file is None:
        raise typer.BadParameter("give --code or --file")
    with session.open() as work:
        key = courses.find_course(work, course)
        place = sessions.find_session(work, key, session_number).key if session_number else None
        results = [scanning.scan(work, each, key, place) for each in code or ()]
        results += scanning.read_image(work, file, key, place) if file else []
    document = {
        "results": [
            {
                "kind": found.kind.value,
                "number": found.number,
                "mark": found.mark.value if found.mark else None,
                "missed": found.missed,
                "code": found.code,
            }
            for found in results
        ]
    }
    session.result(document, [_scan_line(session, found) for found in results])


def find_enrolment(work: Workplace, course: str, number: int) -> str:
    """Return the enrolment with a number on a course's list. Raises enrolment.unknown_number."""
    for row in attendance.grid(work, course).rows:
        if row.number == number:
            return row.enrolment
    raise TrainerError("enrolment.unknown_number", number=number)


def _word(cell: Attendance | None) -> str | None:
    """Return a mark's word; "unknown" for one that only a newer version of the program can show."""
    if cell is None or cell.bare:
        return None
    return cell.mark.value if cell.mark else "unknown"


def _line(session: Session, table: AttendanceGrid, place: int) -> str:
    """Return one row of the grid: a letter for each mark, as on the screen, . where there is none."""
    row = table.rows[place]
    letters = {mark: session.words(Label(f"attendance.letter.{mark.value}")) for mark in Mark}
    marks = "".join(
        "-" if cell is None else letters[cell.mark] if cell.mark else "?" if cell.unknown else "."
        for cell in row.cells
    )
    share = "" if row.share is None else f"{number_text(row.share // 10 / 10, session.language)} %"
    return f"{row.number:>3}  {row.name:<28} {marks}  {share:>8}"


def _scan_line(session: Session, found: ScanResult) -> str:
    """Return one result in words: "412 903 7756  No. 5  Late by 12 minutes"."""
    mark = Label(f"attendance.mark.{found.mark.value}") if found.mark else ""
    values = {"mark": mark, "missed": found.missed, "session": found.session_number or ""}
    who = f"{found.number:>3}" if found.number is not None else "  ?"
    return f"{spaced(found.code):<14} {who}  {session.words(Label(f'scan.word.{found.kind.value}', values))}"
