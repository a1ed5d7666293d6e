"""`attendance` and `sheet`: marks of the sessions, the signed sheets beside them."""

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from msgspec import Struct

from trainer_app.actions.attendance import attendance, reconciliation, scanning
from trainer_app.actions.attendance.many_marks import CellMark, MarkedCells, mark_cells
from trainer_app.actions.courses import courses, sessions
from trainer_app.cli.context import CliContext, Course, moment_text
from trainer_app.cli.people import Number, find_enrolment, find_places
from trainer_app.domain.attendance.marks import Attendance, AttendanceGrid, Mark, SignatureState
from trainer_app.domain.attendance.reconciliation import (
    DifferenceKind,
    SheetDifference,
    SheetState,
    reason_label,
)
from trainer_app.domain.attendance.sheets import ScanResult, spaced_code
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import percent_text, round_half_up
from trainer_app.domain.courses.courses import read_numbers
from trainer_app.domain.review.contradictions import RowChange, RowHistory


def changes_of(session: CliContext, found: RowHistory) -> list[dict[str, object]]:
    """Return each change as JSON, the newest first."""
    return [_change(session, change) for change in found.changes]


def lines_of(session: CliContext, found: RowHistory) -> list[str]:
    """Return each change as a line for people, the newest first."""
    return [_change_line(session, change) for change in found.changes]


def _change(session: CliContext, change: RowChange) -> dict[str, object]:
    return {
        "words": [session.words(words) for words in change.said],
        "values": dict(change.values),
        "user": change.user,
        "at": change.at,
        "device": change.device,
        "file": change.file,
        "state": change.state.value if change.state else None,
        "stands": change.stands,
        "contradicts": change.contradicts,
        "reason": change.reason,
        "decided": [{"user": user, "words": session.words(words)} for user, words in change.decided],
    }


def _change_line(session: CliContext, change: RowChange) -> str:
    """Return one change for people; * marks what holds now, ! what contradicts something else."""
    said = "; ".join(session.words(words) for words in change.said)
    when = moment_text(change.at)
    state = session.words(Label(f"sending.state.{change.state.value}")) if change.state else ""
    parts = (said, change.user, when, change.device, change.file, state, change.reason)
    sign = "!" if change.contradicts else "*" if change.stands else " "
    return f"{sign} {' · '.join(part for part in parts if part)}"


app = typer.Typer(no_args_is_help=True, help="Marks of the sessions.")


class MarkWord(StrEnum):
    """A mark, or none."""

    PRESENT = "present"
    LATE = "late"
    EXCUSED = "excused"
    ABSENT = "absent"
    NONE = "none"


@app.command()
def show(context: typer.Context, course: Course) -> None:
    """Show the grid of a course.

    Who was joined and stands in several rows is counted in one of them; the others are bare, and name it.
    """
    session: CliContext = context.obj
    with session.open() as work:
        table = attendance.grid(work, courses.find_course(work, course))
    document = {
        "sessions": [found.number for found in table.sessions],
        "rows": [
            {
                "number": row.number,
                "name": row.full_name,
                "marks": [_word(cell) for cell in row.cells],
                "share": None if row.share is None else round_half_up(row.share),
                "same_as": row.same_as or None,
            }
            for row in table.rows
        ],
    }
    session.result(document, [_line(session, table, place) for place in range(len(table.rows))])


@app.command()
def mark(
    context: typer.Context,
    course: Course,
    session_number: Annotated[
        str, typer.Option("--session", metavar="NUMBERS", help='Numbers of sessions: "8" or "1-3, 5".')
    ],
    number: Annotated[str, typer.Option(metavar="NUMBERS", help='Numbers on the list: "2" or "1, 4, 7-9".')],
    mark: Annotated[MarkWord, typer.Option()],
    missed: Annotated[int, typer.Option(help="Minutes missed.")] = 0,
) -> None:
    """Set marks; none takes them away.

    Each of several people in each of several sessions gets the same mark, as one step. Who is not expected
    there, and what is locked or cancelled, is left out and told.
    """
    session: CliContext = context.obj
    if missed and mark not in (MarkWord.PRESENT, MarkWord.LATE):
        raise typer.BadParameter("--missed goes with present and late only: others attended no minute")
    value = None if mark is MarkWord.NONE else Mark(mark.value)
    with session.open() as work:
        key = courses.find_course(work, course)
        places = [sessions.find_session(work, key, each).key for each in read_numbers(session_number)]
        people = [find_enrolment(work, key, each) for each in read_numbers(number)]
        if len(places) == len(people) == 1:
            changes = attendance.mark(work, people[0], places[0], value, missed)
            made = MarkedCells(changes, 1 if changes.step is not None else 0, {})
        else:
            cells = [CellMark(one, place, value, missed) for place in places for one in people]
            made = mark_cells(work, key, cells)
    skipped = {why.value: count for why, count in made.skipped.items() if count}
    told = [Label(f"attendance.left_out.{why}", {"count": count}) for why, count in skipped.items()]
    document = {"marked": made.marked, "mark": mark.value, "left_out": skipped}
    session.result(document, [session.words(each) for each in (made.changes.label, *told)])


@app.command("mark-all")
def mark_all(
    context: typer.Context,
    course: Course,
    session_number: Annotated[int, typer.Option("--session", help="Number of the session.")],
    mark: Annotated[MarkWord, typer.Option()] = MarkWord.PRESENT,
) -> None:
    """Give everybody who has no mark in a session the same one."""
    session: CliContext = context.obj
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
    session: CliContext = context.obj
    with session.open() as work:
        key = courses.find_course(work, course)
        place = sessions.find_session(work, key, session_number)
        found = attendance.mark_history(work, find_enrolment(work, key, number), place.key)
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
    session: CliContext = context.obj
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


def _word(cell: Attendance | None) -> str | None:
    """Return a mark's word; "unknown" for one that only a newer version of the program can show."""
    if cell is None or cell.bare:
        return None
    return cell.mark.value if cell.mark else "unknown"


def _line(session: CliContext, table: AttendanceGrid, place: int) -> str:
    """Return one row of the grid: a letter for each mark, as on the screen, . where there is none.

    A row of somebody who is counted in another says in which.
    """
    row = table.rows[place]
    if row.same_as:
        lead = Label("list.one", {"number": row.same_as})
        said = session.words(Label("eligibility.repeats", {"number": lead}))
        return f"{row.number:>3}  {row.name:<28} {said}"
    letters = {mark: session.words(Label(f"attendance.letter.{mark.value}")) for mark in Mark}
    marks = "".join(
        "-" if cell is None else letters[cell.mark] if cell.mark else "?" if cell.unknown else "."
        for cell in row.cells
    )
    share = "" if row.share is None else percent_text(row.share, session.language, table.share_limit)
    return f"{row.number:>3}  {row.name:<28} {marks}  {share:>8}"


def _scan_line(session: CliContext, found: ScanResult) -> str:
    """Return one result in words: "412 903 7756  No. 5  Late by 12 minutes"."""
    mark = Label(f"attendance.mark.{found.mark.value}") if found.mark else ""
    values = {"mark": mark, "missed": found.missed, "session": found.session_number or ""}
    who = f"{found.number:>3}" if found.number is not None else "  ?"
    said = session.words(Label(f"scan.word.{found.kind.value}", values))
    return f"{spaced_code(found.code):<14} {who}  {said}"


sheet_app = typer.Typer(no_args_is_help=True, help="Signed sign-in sheets beside the marks.")

SessionNumber = Annotated[int, typer.Option("--session", help="Number of the session.")]
Day = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Day of the sheet; by default all days.")
]


class _Answer(Struct, frozen=True):
    """A difference on its sheet."""

    sheet: SheetState
    found: SheetDifference


@sheet_app.command("list")
def list_sheets(
    context: typer.Context,
    course: Course,
    per_session: Annotated[bool, typer.Option("--sessions", help="One sheet a session.")] = False,
) -> None:
    """List the sheets of a course: how far each is, and how much does not fit."""
    session: CliContext = context.obj
    with session.open() as work:
        found = reconciliation.sheets(work, courses.find_course(work, course), per_session=per_session)
    lines = [
        f"{state.code}  {state.checked}/{state.whole}  {state.differences}  {_stage(session, state)}"
        for state in found
    ]
    session.result({"sheets": [_sheet(state) for state in found], **_counts(found)}, lines)


@sheet_app.command()
def sign(
    context: typer.Context,
    course: Course,
    session_number: SessionNumber,
    number: Annotated[list[int], typer.Option("--number", help="Number on the list; may be repeated.")],
    signed: Annotated[SignatureState, typer.Option(help="What the paper shows.")] = SignatureState.YES,
) -> None:
    """Say whether people signed for a session."""
    session: CliContext = context.obj
    with session.open() as work:
        key = courses.find_course(work, course)
        place = sessions.find_session(work, key, session_number)
        # Nothing is written for anybody if one of the numbers is wrong.
        people = [find_enrolment(work, key, each) for each in number]
        done = [reconciliation.set_signed(work, each, place.key, signed) for each in people]
        state = reconciliation.sheet(work, key, place.day).state
    written = sum(1 for changes in done if changes.step is not None)
    session.result({"signed": written, **_sheet(state)}, [session.words(changes.label) for changes in done])


@sheet_app.command("sign-rest")
def sign_rest(
    context: typer.Context,
    course: Course,
    session_number: Annotated[int | None, typer.Option("--session", help="Number of the session.")] = None,
    day: Day = None,
    signed: Annotated[SignatureState, typer.Option(help="What the paper shows.")] = SignatureState.YES,
) -> None:
    """Say the same of every place of a session or of a day that nobody looked at, as one step.

    Sessions that have not begun are left out.
    """
    session: CliContext = context.obj
    if (session_number is None) == (day is None):
        raise typer.BadParameter("name either --session or --day")
    with session.open() as work:
        key = courses.find_course(work, course)
        if session_number is not None:
            place = sessions.find_session(work, key, session_number)
            changes = reconciliation.sign_rest(work, key, place.day, place.key, signed)
            state = reconciliation.sheet(work, key, place.day).state
        else:
            chosen = day.date() if day is not None else date.min
            changes = reconciliation.sign_rest(work, key, chosen, None, signed)
            state = reconciliation.sheet(work, key, chosen).state
    session.result({"signed": _written(changes), **_sheet(state)}, [session.words(changes.label)])


@sheet_app.command()
def differences(context: typer.Context, course: Course, day: Day = None) -> None:
    """List what does not fit between paper and marks, settled or not."""
    session: CliContext = context.obj
    with session.open() as work:
        key = courses.find_course(work, course)
        states = reconciliation.sheets(work, key)
        chosen = [state for state in states if day is None or state.day == day.date()]
        if day is not None and not chosen:
            reconciliation.sheet(work, key, day.date())
        found = [
            _Answer(state, each)
            for state in chosen
            for each in reconciliation.sheet(work, key, state.day).differences
        ]
    document = {"differences": [_difference(session, each) for each in found], **_counts(chosen)}
    session.result(document, [_difference_line(session, each) for each in found])


@sheet_app.command()
def settle(
    context: typer.Context,
    course: Course,
    session_number: SessionNumber,
    number: Number,
    reason: Annotated[str, typer.Option(help="A ready reason by its code, or words.")],
) -> None:
    """Keep a reason with a difference."""
    session: CliContext = context.obj
    with session.open() as work:
        place, who, key = find_places(work, course, session_number, number)
        changes = reconciliation.settle(work, who, place, reason)
        state = reconciliation.sheet_of_session(work, key, place).state
    session.result({"settled": _written(changes), **_sheet(state)}, [session.words(changes.label)])


@sheet_app.command()
def unsettle(context: typer.Context, course: Course, session_number: SessionNumber, number: Number) -> None:
    """Take a reason away: the difference is open again."""
    session: CliContext = context.obj
    with session.open() as work:
        place, who, key = find_places(work, course, session_number, number)
        changes = reconciliation.unsettle(work, who, place)
        state = reconciliation.sheet_of_session(work, key, place).state
    session.result({"opened": _written(changes), **_sheet(state)}, [session.words(changes.label)])


def _written(changes: Changes) -> int:
    return sum(1 for entity, _ in changes.touched if entity == "attendance")


def _stage(session: CliContext, state: SheetState) -> str:
    return session.words(Label(f"reconciliation.stage.{state.stage.value}"))


def _sheet(state: SheetState) -> dict[str, Any]:
    return {
        "sheet": str(state.code),
        "day": state.day.isoformat(),
        "sessions": list(state.numbers),
        "stage": state.stage.value,
        "checked": state.checked,
        "whole": state.whole,
        "open": state.differences,
        "explained": state.settled,
        "files": state.files,
        "waits": state.waits,
    }


def _counts(states: list[SheetState]) -> dict[str, Any]:
    return {
        "checked": sum(state.checked for state in states),
        "whole": sum(state.whole for state in states),
        "open": sum(state.differences for state in states),
        "explained": sum(state.settled for state in states),
        "waiting": sum(1 for state in states if state.waits),
    }


def _difference(session: CliContext, answer: _Answer) -> dict[str, Any]:
    found = answer.found
    told: dict[str, Any] = {
        "sheet": str(answer.sheet.code),
        "session": found.session_number,
        "kind": found.kind.value,
        "open": found.open,
    }
    if found.kind is DifferenceKind.COUNT:
        return {**told, "counted": found.counted, "signed": found.signed, "in_room": found.came}
    return {
        **told,
        "number": found.number,
        "name": found.name,
        "mark": found.mark.value if found.mark else None,
        "reason": session.words(reason_label(found.settled)) if found.settled else None,
    }


def _difference_line(session: CliContext, answer: _Answer) -> str:
    found = answer.found
    kind = session.words(Label(f"reconciliation.kind.{found.kind.value}"))
    if found.kind is DifferenceKind.COUNT:
        return f"{found.session_number:>3}  {kind}: {found.counted} / {found.signed} / {found.came}"
    reason = f" ({session.words(reason_label(found.settled))})" if found.settled else ""
    return f"{found.session_number:>3}  {found.number:>3}  {found.name:<28} {kind}{reason}"
