"""`paper sign-in`, `paper badges`, ...: the papers of a course as PDF."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from trainer_app.actions import badge_prints, courses, papers, sessions
from trainer_app.actions.workplace import Workplace
from trainer_app.cli import question_papers
from trainer_app.cli.courses import DAY, day_of
from trainer_app.cli.session import Session
from trainer_app.domain.paper_languages import PAPER_LANGUAGES, read_paper_language
from trainer_app.system.files import write_checked

app = typer.Typer(
    no_args_is_help=True, help="Papers to print, in the language of --lang or of --paper-language."
)

Course = Annotated[str, typer.Option(help="Code of the course.")]
Out = Annotated[Path, typer.Option(help="The PDF to write.")]
Language = Annotated[
    str | None, typer.Option("--paper-language", help=f"One of {', '.join(PAPER_LANGUAGES)}.")
]


@app.command("sign-in")
def sign_in(
    context: typer.Context,
    course: Course,
    out: Out,
    day: Annotated[
        datetime | None, typer.Option(formats=DAY, help="By default today or the first day.")
    ] = None,
    session: Annotated[int | None, typer.Option(help="Number of a session: its sheet alone.")] = None,
    language: Language = None,
) -> None:
    """Write the sign-in sheet of one day or one session."""

    def make(work: Workplace, key: str, spoken: str) -> bytes:
        only = None if session is None else sessions.find_session(work, key, session).key
        return papers.sign_in(work, key, day_of(day), spoken, session=only)

    _write(context, course, out, language, make)


@app.command()
def badges(
    context: typer.Context,
    course: Course,
    out: Out,
    number: Annotated[
        list[int] | None, typer.Option(help="Number on the list; may be repeated. All by default.")
    ] = None,
    language: Language = None,
) -> None:
    """Write badges, eight to a page."""

    def make(work: Workplace, key: str, spoken: str) -> bytes:
        chosen = badge_prints.with_numbers(work, key, number) if number else None
        return papers.badges(work, key, spoken, chosen)

    _write(context, course, out, language, make)


@app.command()
def cards(context: typer.Context, course: Course, out: Out, language: Language = None) -> None:
    """Write table cards."""
    _write(context, course, out, language, papers.table_cards)


@app.command()
def agenda(context: typer.Context, course: Course, out: Out, language: Language = None) -> None:
    """Write the agenda of a course."""
    _write(context, course, out, language, papers.agenda)


@app.command()
def registration(
    context: typer.Context,
    course: Course,
    out: Out,
    phone: Annotated[bool, typer.Option("--phone", help="Ask for the telephone number too.")] = False,
    language: Language = None,
) -> None:
    """Write registration forms, three to a page."""
    _write(
        context,
        course,
        out,
        language,
        lambda work, key, spoken: papers.registration_form(work, key, spoken, phone=phone),
    )


@app.command()
def proof(context: typer.Context, course: Course, out: Out, language: Language = None) -> None:
    """Write the list of names as certificates will print them, to be corrected and signed."""
    _write(context, course, out, language, papers.proof)


@app.command()
def receipts(context: typer.Context, course: Course, out: Out, language: Language = None) -> None:
    """Write the list on which participants sign for their certificates."""
    _write(context, course, out, language, papers.receipts)


@app.command()
def report(
    context: typer.Context,
    course: Course,
    out: Out,
    no_names: Annotated[bool, typer.Option("--no-names", help="Name no participant.")] = False,
    language: Language = None,
) -> None:
    """Write the report of a course."""
    _write(
        context,
        course,
        out,
        language,
        lambda work, key, spoken: papers.course_report(work, key, spoken, names=not no_names),
    )


def _write(
    context: typer.Context,
    course: str,
    out: Path,
    language: str | None,
    make: Callable[[Workplace, str, str], bytes],
) -> None:
    """Make a paper, write it and tell where it lies."""
    session: Session = context.obj
    spoken = language or session.language
    read_paper_language(spoken)
    with session.open() as work:
        path = write_checked(out, make(work, courses.find_course(work, course), spoken))
    session.result({"out": str(path)}, [str(path)])


app.command("tests")(question_papers.papers_of_test)
app.command("answer-sheets")(question_papers.answer_sheets)
app.command("booklet")(question_papers.booklet)
app.command("key")(question_papers.key)
app.command("feedback")(question_papers.feedback)
app.command("ratings")(question_papers.ratings)
