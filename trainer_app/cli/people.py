"""`people` and `roster`: finding and joining people, lists of participants from files, and who left them."""

from collections.abc import Mapping
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from trainer_app.actions.attendance import attendance, many_marks
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, enrolments, roster, sessions
from trainer_app.actions.courses.roster import RosterPreview
from trainer_app.actions.exchange import clearing
from trainer_app.actions.office import erasing, subject_access
from trainer_app.actions.people import joining, people
from trainer_app.actions.people.directory import Directory
from trainer_app.cli.context import REFUSED, CliContext, Course, problem_document, shown_fields
from trainer_app.cli.joint import asked_id, decide
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.joint import JointMatter
from trainer_app.domain.base.numbers import Problem, row_ranges
from trainer_app.domain.courses.roster_answers import RowAnswers, decide_rows
from trainer_app.domain.courses.roster_plan import RosterLine, RosterQuestion, RowDecision, RowOutcome
from trainer_app.domain.office.erasing import ErasurePlan, plan_words
from trainer_app.domain.people.persons import LISTED_FIELDS, Person
from trainer_app.system.messages import text

roster_app = typer.Typer(no_args_is_help=True, help="Lists of participants: look at one, take one in.")

ListFile = Annotated[Path, typer.Argument(help="The list: xlsx, xls, ods or csv.")]
Sheet = Annotated[str | None, typer.Option(help="The sheet to read; the fullest one if not given.")]
Same = Annotated[
    list[str] | None,
    typer.Option(
        metavar="ROW[=ID]",
        help="This row is the person that it is asked about; of several who are known, the one with this id.",
    ),
]
Separate = Annotated[
    list[int] | None, typer.Option(metavar="ROW", help="This row is somebody of their own, and new.")
]
LeaveOut = Annotated[list[int] | None, typer.Option(metavar="ROW", help="This row is not taken.")]
Take = Annotated[
    list[int] | None,
    typer.Option(metavar="ROW", help="This row is taken, although it looks like a signature below the list."),
]
AsTyped = Annotated[
    bool, typer.Option("--as-typed", help="Change no letters and capitals, whatever is proposed.")
]


@roster_app.command()
def check(
    context: typer.Context,
    file: ListFile,
    course: Annotated[str | None, typer.Option(help="Code of the course it is meant for.")] = None,
    sheet: Sheet = None,
    same: Same = None,
    separate: Separate = None,
    leave_out: LeaveOut = None,
    take: Take = None,
    as_typed: AsTyped = False,
) -> None:
    """Say what an import would do with every row, and what it asks. Nothing is written."""
    session: CliContext = context.obj
    answers = _answers(same, separate, leave_out, take, as_typed=as_typed)
    with session.open() as work:
        key = courses.find_course(work, course) if course else None
        preview = roster.check(work, file, key, sheet=sheet, progress=session.progress)
        decisions = decide_rows(preview.plan, answers)
    _write(session, preview, decisions)


@roster_app.command("import")
def import_list(
    context: typer.Context,
    file: ListFile,
    course: Annotated[str, typer.Option(help="Code of the course.")],
    sheet: Sheet = None,
    take_newer: Annotated[
        bool,
        typer.Option(help="Take rank, position, unit and district of people known before from the list."),
    ] = False,
    same: Same = None,
    separate: Separate = None,
    leave_out: LeaveOut = None,
    take: Take = None,
    as_typed: AsTyped = False,
) -> None:
    """Take a list in as one step. Who is known for sure is matched, who is not is new until you say so."""
    session: CliContext = context.obj
    answers = _answers(same, separate, leave_out, take, as_typed=as_typed)
    with session.open() as work:
        key = courses.find_course(work, course)
        preview = roster.check(work, file, key, sheet=sheet, progress=session.progress)
        decisions = decide_rows(preview.plan, answers)
        if preview.settle(decisions).people:
            roster.apply(work, preview, decisions, take_newer=take_newer, progress=session.progress)
    _write(session, preview, decisions)


def _answers(
    same: list[str] | None,
    separate: list[int] | None,
    leave_out: list[int] | None,
    take: list[int] | None,
    *,
    as_typed: bool,
) -> RowAnswers:
    """Return the options as answers. Raises typer.BadParameter for a row that is no number."""
    said = {}
    for each in same or ():
        row, _, key = each.partition("=")
        if not row.strip().isdecimal():
            raise typer.BadParameter(each, param_hint="--same")
        said[int(row)] = key.strip()
    return RowAnswers(said, separate or (), leave_out or (), take or (), as_typed)


def _write(session: CliContext, preview: RosterPreview, decisions: Mapping[int, RowDecision]) -> None:
    """Write what became of the rows; say so where there is nobody to take."""
    document = _roster_document(session, preview, decisions)
    lines = [_line(each) for each in document["problems"]]
    if not preview.settle(decisions).people:
        message = text("roster_action.nothing", session.language, rows=preview.plan.rows)
        error = {"code": "roster_action.nothing", "message": message, "details": {"rows": preview.plan.rows}}
        if not session.json:
            session.say("roster_action.nothing", rows=preview.plan.rows)
        session.result({"error": error, **document}, lines)
        session.exit_code = REFUSED
        return
    counts = {name: document[name] for name in ("rows", "imported", "matched", "refused")}
    asked = [each["message"] for each in document["questions"]]
    if asked:
        asked.append(text("roster_action.asked", session.language, count=len(asked)))
    session.result(document, [text("roster_action.sum", session.language, **counts), *asked, *lines])


def _roster_document(
    session: CliContext, preview: RosterPreview, decisions: Mapping[int, RowDecision]
) -> dict[str, Any]:
    settlement = preview.settle(decisions)
    questions = [
        _question(session, preview, line, each)
        for line, asked in preview.questions(decisions)
        for each in sorted(asked, reverse=True)
    ]
    return {
        "rows": preview.plan.rows,
        **{outcome.value: settlement.count(outcome) for outcome in RowOutcome},
        "questions": questions,
        "problems": [_problem(session, problem) for problem in settlement.problems],
    }


def _question(
    session: CliContext, preview: RosterPreview, line: RosterLine, asked: RosterQuestion
) -> dict[str, Any]:
    """Return what is asked of a row: with which earlier row or which people it may be one."""
    name = line.row.name if line.row else ""
    document: dict[str, Any] = {"row": line.number, "name": name, "ask": asked.value}
    if asked is RosterQuestion.ROW:
        first = next(each for each in preview.plan.lines if each.number == line.alike)
        other = first.row.name if first.row else ""
        values = {"row": line.number, "name": name, "first": first.number, "other": other}
        message = text("roster_action.asked_row", session.language, **values)
        return {**document, "same_as": first.number, "message": message}
    people = [preview.known[each.b] for each in line.known if each.b in preview.known]
    messages = [
        text(
            "roster_action.asked_person",
            session.language,
            row=line.number,
            name=name,
            other=person.name,
            id=person.key,
        )
        for person in people
    ]
    shown = [{"id": person.key, "name": person.name} for person in people]
    return {**document, "people": shown, "message": "\n".join(messages)}


def _problem(session: CliContext, problem: Problem) -> dict[str, Any]:
    return {**problem_document(session, problem), "proposal": problem.proposal}


def _line(problem: dict[str, Any]) -> str:
    place = " ".join(str(part) for part in (problem["row"], problem["column"]) if part)
    value = f" [{problem['value']}]" if problem["value"] else ""
    return f"{place or '-'}: {problem['message']}{value}"


def find_enrolment(work: Workplace, course: str, number: int) -> str:
    """Return the enrolment with a number on a course's list. Raises enrolment.unknown_number."""
    for row in attendance.grid(work, course).rows:
        if row.number == number:
            return row.enrolment
    raise TrainerError("enrolment.unknown_number", number=number)


def find_places(work: Workplace, course: str, session: int, number: int) -> tuple[str, str, str]:
    """Return the keys of session, enrolment and course."""
    key = courses.find_course(work, course)
    return sessions.find_session(work, key, session).key, find_enrolment(work, key, number), key


Number = Annotated[int, typer.Option("--number", help="Number on the list.")]
FromSession = Annotated[
    int, typer.Option("--from-session", help="Number of the first session at which they are not expected.")
]


class LaterMarks(StrEnum):
    """What becomes of marks of presence that somebody has although they are said to be replaced by then."""

    KEEP = "keep"
    TAKE_AWAY = "take-away"


@roster_app.command("replace")
def replace_participant(
    context: typer.Context,
    course: Course,
    number: Number,
    by: Annotated[int, typer.Option("--by", help="Number of who takes their place.")],
    since: FromSession,
    later_marks: Annotated[
        LaterMarks | None,
        typer.Option(
            help="Marks of presence from there on: keep them and replace from the session after, or take "
            "them away. Absence goes with either. Without this all marks stay, and a note names them."
        ),
    ] = None,
) -> None:
    """Say that somebody on the list takes another one's place from a session on."""
    session: CliContext = context.obj
    with session.open() as work:
        place, gone, key = find_places(work, course, since, number)
        comes, marked = find_enrolment(work, key, by), many_marks.marked_from(work, gone, place)
        if later_marks is LaterMarks.KEEP and marked.came:
            if marked.later is None:
                raise TrainerError("enrolment.marked_to_the_end", number=number)
            place, since = marked.later.key, marked.later.number
            marked = many_marks.marked_from(work, gone, place)
        put = partial(enrolments.replace, work, gone, comes, place)
        changes = put() if later_marks is None else many_marks.replace_unmarked(work, gone, place, put)
    numbers = sorted(each.number for each in (*marked.came, *marked.absence))
    told = {"number": number, "since": since, "count": len(numbers), "numbers": row_ranges(numbers)}
    lines, stay = [session.words(changes.label)], later_marks is None
    if numbers and stay:
        session.say("cli.later_marks_stay", **told)
    elif numbers:
        lines.append(text("cli.later_marks_taken", session.language, **told))
    marks = {"marks_left": numbers if stay else [], "marks_taken": [] if stay else numbers}
    session.result({"replaced": number, "by": by, "from_session": since, **marks}, lines)


@roster_app.command("stop-replacing")
def stop_replacing(
    context: typer.Context,
    course: Course,
    number: Annotated[int, typer.Option("--number", help="Number of who took another one's place.")],
) -> None:
    """Say that somebody replaces nobody: whoever was replaced is back on the list."""
    session: CliContext = context.obj
    with session.open() as work:
        changes = enrolments.stop_replacing(
            work, find_enrolment(work, courses.find_course(work, course), number)
        )
    _say_left(session, changes, {"replaces_nobody": number})


@roster_app.command()
def withdraw(context: typer.Context, course: Course, number: Number, since: FromSession) -> None:
    """Take somebody off the list from a session on. Marks stay."""
    session: CliContext = context.obj
    with session.open() as work:
        place, gone, _ = find_places(work, course, since, number)
        changes = enrolments.withdraw(work, gone, place)
    _say_left(session, changes, {"withdrawn": number, "from_session": since})


@roster_app.command()
def reinstate(context: typer.Context, course: Course, number: Number) -> None:
    """Put somebody who left back on the list; whoever stood in for them stays on it too."""
    session: CliContext = context.obj
    with session.open() as work:
        changes = enrolments.reinstate(work, find_enrolment(work, courses.find_course(work, course), number))
    _say_left(session, changes, {"reinstated": number})


def _say_left(session: CliContext, changes: Changes, said: dict[str, int]) -> None:
    session.result(said, [session.words(changes.label)])


app = typer.Typer(no_args_is_help=True, help="People and who may be the same person.")


@app.command()
def search(context: typer.Context, text: str, limit: Annotated[int, typer.Option(min=1)] = 50) -> None:
    """Find people by a part of their name, in any script or layout, with the records joined into each."""
    session: CliContext = context.obj
    with session.open() as work:
        found = people.search(work, text, limit)
        joins = joining.joins_of(work)
        names = {key: people.get_person(work, key).name for each in found for key in joins.group(each.key)}
    rows, lines = [], []
    for person in found:
        row = _person_document(person, session.language)
        lines.append(f"{person.key}  {person.name}")
        if others := sorted(joins.group(person.key) - {person.key}):
            row["joined"] = [{"id": key, "name": names[key]} for key in others]
            lines += [f"  = {key}  {names[key]}" for key in others]
        rows.append(row)
    session.result({"people": rows}, lines)


@app.command("list")
def list_people(
    context: typer.Context,
    course: Annotated[str | None, typer.Option(help="Code of the course on whose list they stand.")] = None,
) -> None:
    """List everybody, or a course's people, in the order of the alphabet; joined records once."""
    session: CliContext = context.obj
    with session.open() as work:
        key = courses.find_course(work, course) if course else None
        directory = Directory(work)
        found = [line.person for line in directory.lines(directory.keys(course=key)).values()]
    rows = [_person_document(person, session.language) for person in found]
    session.result({"people": rows}, [f"{person.key}  {person.name}" for person in found])


@app.command()
def candidates(context: typer.Context) -> None:
    """List pairs of people who may be one person, with reasons."""
    session: CliContext = context.obj
    with session.open() as work:
        pairs = joining.candidates(work)
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


PersonId = Annotated[str, typer.Argument(help="The person's id, as `people search` shows it.")]


@app.command()
def join(
    context: typer.Context,
    keep: Annotated[str, typer.Argument(help="Id of the one whose name stays, as `people search` shows it.")],
    other: Annotated[str, typer.Argument(help="Id of the other record.")],
) -> None:
    """Say that two people are one. Nothing is lost, and `people unjoin` takes it back."""
    session: CliContext = context.obj
    with session.open() as work:
        changes = joining.join(work, keep, other)
    session.result({"kept": keep, "joined": other}, [session.words(changes.label)])


@app.command()
def unjoin(context: typer.Context, person: PersonId) -> None:
    """Take a joining back: this record is a person of its own again."""
    session: CliContext = context.obj
    with session.open() as work:
        changes = joining.unjoin(work, person)
    session.result({"unjoined": person}, [session.words(changes.label)])


@app.command("not-same")
def not_same(context: typer.Context, first: PersonId, second: PersonId) -> None:
    """Say that two people are not one, so that they are not proposed again; joined ones are parted."""
    session: CliContext = context.obj
    with session.open() as work:
        changes = joining.not_the_same(work, first, second)
    session.result({"not_same": [first, second]}, [session.words(changes.label)])


@app.command()
def access(
    context: typer.Context,
    person: PersonId,
    out: Annotated[Path, typer.Option(help="Folder to write the PDF and the JSON into.")],
) -> None:
    """Write all that is held about a person, for that person, in the language of --lang; it is noted."""
    session: CliContext = context.obj
    with session.open() as work:
        saved = subject_access.write(work, person, out, session.language, session.progress)
    session.say("report.names_noted", count=1)
    document = {"pdf": str(saved.pdf), "json": str(saved.json)}
    session.result(document, [text("held.saved", session.language, **document)])


@app.command()
def erase(
    context: typer.Context,
    person: PersonId,
    reason: Annotated[str, typer.Option(help="Why; kept with the record. No names.")] = "",
    reference: Annotated[str, typer.Option(help="Number of the request.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell what would go and stay.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Erase; it cannot be undone.")] = False,
) -> None:
    """Erase a person's data for good, in the database and in every file of this computer.

    Where the office has two heads, another one is asked to confirm it.
    """
    session: CliContext = context.obj
    unread, asked = 0, None
    with session.open() as work:
        plan = erasing.preview(work, person)
        if not dry_run:
            if not yes:
                raise TrainerError("erasing.not_confirmed")
            asked = asked_id(decide(session, work, JointMatter.ERASE, [person], reason, reference))
            unread = clearing.removed_unread(work)
    erased = not dry_run and asked is None
    done = [text("cli.erased", session.language)] if erased else []
    if unread:
        done.append(text("erasing.unread", session.language, count=unread))
    session.result(
        {"erased": erased, "asked": asked, **plan_document(plan)}, [*done, *plan_lines(plan, session)]
    )


def plan_document(plan: ErasurePlan) -> dict[str, Any]:
    """Return what erasing takes and leaves as JSON; it holds no name."""
    return {
        "person": plan.person,
        "goes": {
            "entries": plan.entries,
            "snapshots": plan.snapshots,
            "archived": plan.archived,
            "taken_back": plan.taken_back,
        },
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
            "mentions": {each.entity: len(each.places) for each in plan.mentions},
            "namesakes": len(plan.namesakes),
            "wrote": plan.wrote,
            "taught": list(plan.taught),
            "laptops": list(plan.laptops),
        },
    }


def plan_lines(plan: ErasurePlan, session: CliContext) -> list[str]:
    """Return the same in words."""
    return [session.words(line) for line in plan_words(plan).all]


def _person_document(person: Person, language: str) -> dict[str, Any]:
    return {"id": person.key, "name": person.name, **shown_fields("person", person, LISTED_FIELDS, language)}
