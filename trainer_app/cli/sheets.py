"""`sheet list`, `sheet sign`, `sheet sign-rest`, `sheet differences`, `sheet settle`, `sheet unsettle`."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any

import typer

from trainer_app.actions import courses, reconciliation, sessions
from trainer_app.actions.workplace import Workplace
from trainer_app.cli.attendance import find_enrolment
from trainer_app.cli.session import Session
from trainer_app.domain.attendance import Signed
from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.reconciliation import Difference, DifferenceKind, SheetState, reason_label

app = typer.Typer(no_args_is_help=True, help="Signed sign-in sheets beside the marks.")

Course = Annotated[str, typer.Option(help="Code of the course.")]
SessionNumber = Annotated[int, typer.Option("--session", help="Number of the session.")]
Number = Annotated[int, typer.Option("--number", help="Number on the list.")]
Day = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Day of the sheet; by default all days.")
]


@dataclass(frozen=True)
class _Answer:
    """A difference on its sheet."""

    sheet: SheetState
    found: Difference


@app.command("list")
def list_sheets(
    context: typer.Context,
    course: Course,
    per_session: Annotated[bool, typer.Option("--sessions", help="One sheet a session.")] = False,
) -> None:
    """List the sheets of a course: how far each is, and how much does not fit."""
    session: Session = context.obj
    with session.open() as work:
        found = reconciliation.sheets(work, courses.find_course(work, course), per_session=per_session)
    lines = [
        f"{state.code}  {state.checked}/{state.whole}  {state.differences}  {_stage(session, state)}"
        for state in found
    ]
    session.result({"sheets": [_sheet(state) for state in found], **_counts(found)}, lines)


@app.command()
def sign(
    context: typer.Context,
    course: Course,
    session_number: SessionNumber,
    number: Annotated[list[int], typer.Option("--number", help="Number on the list; may be repeated.")],
    signed: Annotated[Signed, typer.Option(help="What the paper shows.")] = Signed.YES,
) -> None:
    """Say whether people signed for a session."""
    session: Session = context.obj
    with session.open() as work:
        key = courses.find_course(work, course)
        place = sessions.find_session(work, key, session_number)
        # Nothing is written for anybody if one of the numbers is wrong.
        people = [find_enrolment(work, key, each) for each in number]
        done = [reconciliation.set_signed(work, each, place.key, signed) for each in people]
        state = reconciliation.sheet(work, key, place.day).state
    written = sum(1 for changes in done if changes.step is not None)
    session.result({"signed": written, **_sheet(state)}, [session.words(changes.label) for changes in done])


@app.command("sign-rest")
def sign_rest(
    context: typer.Context,
    course: Course,
    session_number: Annotated[int | None, typer.Option("--session", help="Number of the session.")] = None,
    day: Day = None,
    signed: Annotated[Signed, typer.Option(help="What the paper shows.")] = Signed.YES,
) -> None:
    """Say the same of every place of a session or of a day that nobody looked at, as one step."""
    session: Session = context.obj
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


@app.command()
def differences(context: typer.Context, course: Course, day: Day = None) -> None:
    """List what does not fit between paper and marks, settled or not."""
    session: Session = context.obj
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
    session.result(document, [_line(session, each) for each in found])


@app.command()
def settle(
    context: typer.Context,
    course: Course,
    session_number: SessionNumber,
    number: Number,
    reason: Annotated[str, typer.Option(help="A ready reason by its code, or words.")],
) -> None:
    """Keep a reason with a difference."""
    session: Session = context.obj
    with session.open() as work:
        place, who, key = _place(work, course, session_number, number)
        changes = reconciliation.settle(work, who, place, reason)
        state = reconciliation.sheet_of_session(work, key, place).state
    session.result({"settled": _written(changes), **_sheet(state)}, [session.words(changes.label)])


@app.command()
def unsettle(context: typer.Context, course: Course, session_number: SessionNumber, number: Number) -> None:
    """Take a reason away: the difference is open again."""
    session: Session = context.obj
    with session.open() as work:
        place, who, key = _place(work, course, session_number, number)
        changes = reconciliation.unsettle(work, who, place)
        state = reconciliation.sheet_of_session(work, key, place).state
    session.result({"opened": _written(changes), **_sheet(state)}, [session.words(changes.label)])


def _place(work: Workplace, course: str, session: int, number: int) -> tuple[str, str, str]:
    """Return the keys of session, enrolment and course."""
    key = courses.find_course(work, course)
    return sessions.find_session(work, key, session).key, find_enrolment(work, key, number), key


def _written(changes: Changes) -> int:
    return sum(1 for entity, _ in changes.touched if entity == "attendance")


def _stage(session: Session, state: SheetState) -> str:
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


def _difference(session: Session, answer: _Answer) -> dict[str, Any]:
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


def _line(session: Session, answer: _Answer) -> str:
    found = answer.found
    kind = session.words(Label(f"reconciliation.kind.{found.kind.value}"))
    if found.kind is DifferenceKind.COUNT:
        return f"{found.session_number:>3}  {kind}: {found.counted} / {found.signed} / {found.came}"
    reason = f" ({session.words(reason_label(found.settled))})" if found.settled else ""
    return f"{found.session_number:>3}  {found.number:>3}  {found.name:<28} {kind}{reason}"
