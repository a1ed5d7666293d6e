"""`paper`: the papers of a course and of its forms as PDF."""

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, sessions
from trainer_app.actions.evaluations.forms import SittingView
from trainer_app.actions.office.reports import PAPERS
from trainer_app.actions.papers import papers, question_papers
from trainer_app.actions.papers.papers import Paper
from trainer_app.actions.papers.question_papers import PaperChoice, form_warnings
from trainer_app.cli.context import CliContext
from trainer_app.cli.courses import DAY, day_of
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.evaluations.forms import FormKind, Occasion
from trainer_app.domain.papers.course_papers import PAPER_LANGUAGES, read_paper_language
from trainer_app.domain.papers.question_papers import SPARE, NamePlacement
from trainer_app.system.files import write_checked

Course = Annotated[str, typer.Option(help="Code of the course.")]
Out = Annotated[Path, typer.Option(help="The PDF to write.")]
Language = Annotated[
    str | None, typer.Option("--paper-language", help=f"One of {', '.join(PAPER_LANGUAGES)}.")
]
When = Annotated[Occasion | None, typer.Option("--occasion", help="By default the earliest one chosen.")]
FormTitle = Annotated[str, typer.Option("--form", help="Words of the title, where there are several forms.")]
Items = Annotated[
    int | None,
    typer.Option(help="Plain answer sheets with so many questions, for a test that is not in the program."),
]
Spare = Annotated[int, typer.Option(help="Papers beyond the list.")]
Numbers = Annotated[list[int] | None, typer.Option("--number", help="Only this number; may be repeated.")]


@dataclass(frozen=True)
class _Order:
    """What every command here is given."""

    context: typer.Context
    course: str
    out: Path
    language: str | None
    occasion: Occasion | None
    form: str

    @property
    def session(self) -> CliContext:
        session: CliContext = self.context.obj
        return session

    @property
    def spoken(self) -> str:
        return self.language or self.session.language


type _Make = Callable[[Workplace, str, str], tuple[bytes, Sequence[int]]]


def papers_of_test(
    context: typer.Context,
    course: Course,
    out: Out,
    occasion: When = None,
    form: FormTitle = "",
    items: Items = None,
    spare: Spare = SPARE,
    number: Numbers = None,
    resit: Annotated[bool, typer.Option("--resit", help="The next attempt of the numbers.")] = False,
    names: Annotated[bool, typer.Option("--names", help="Names stay on the papers.")] = False,
    single_sided: Annotated[bool, typer.Option("--single-sided", help="Without white backs.")] = False,
    language: Language = None,
) -> None:
    """Write the numbered papers of a test; without a form, plain answer sheets."""
    kept = NamePlacement.KEPT if names else NamePlacement.STRIP
    choice = PaperChoice(kept, spare, not single_sided, tuple(number or ()), resit)

    def make(work: Workplace, sitting: str, spoken: str) -> tuple[bytes, Sequence[int]]:
        return question_papers.papers_of_test(work, sitting, spoken, choice), ()

    _write_test(_Order(context, course, out, language, occasion, form), make, items)


def answer_sheets(
    context: typer.Context,
    course: Course,
    out: Out,
    occasion: When = None,
    form: FormTitle = "",
    items: Items = None,
    spare: Spare = SPARE,
    language: Language = None,
) -> None:
    """Write numbered answer sheets to a test; without a form, plain ones."""

    def make(work: Workplace, sitting: str, spoken: str) -> tuple[bytes, Sequence[int]]:
        return question_papers.answer_sheets(work, sitting, spoken, spare=spare), ()

    _write_test(_Order(context, course, out, language, occasion, form), make, items)


def booklet(
    context: typer.Context,
    course: Course,
    out: Out,
    occasion: When = None,
    form: FormTitle = "",
    language: Language = None,
) -> None:
    """Write the questions of a test, to be used again beside answer sheets."""
    order = _Order(context, course, out, language, occasion, form)
    _write_papers_of_form(
        order,
        FormKind.TEST,
        lambda work, sitting, spoken: (question_papers.booklet(work, sitting, spoken), ()),
    )


def key(
    context: typer.Context,
    course: Course,
    out: Out,
    occasion: When = None,
    form: FormTitle = "",
    spare: Spare = SPARE,
    language: Language = None,
) -> None:
    """Write the right answers of a test, for the trainer alone."""
    choice = PaperChoice(spare=spare)

    def make(work: Workplace, sitting: str, spoken: str) -> tuple[bytes, Sequence[int]]:
        return question_papers.key_sheet(work, sitting, spoken, choice), ()

    _write_papers_of_form(_Order(context, course, out, language, occasion, form), FormKind.TEST, make)


def feedback(
    context: typer.Context,
    course: Course,
    out: Out,
    occasion: When = None,
    form: FormTitle = "",
    spare: Spare = 0,
    language: Language = None,
) -> None:
    """Write anonymous forms for everybody on the list; the standard one where none was chosen."""
    order = _Order(context, course, out, language, occasion, form)
    later = occasion in (Occasion.MONTH3, Occasion.MONTH6)

    def make(work: Workplace, sitting: str, spoken: str) -> tuple[bytes, Sequence[int]]:
        sheets = question_papers.anonymous_sheets(work, sitting, spoken, spare=spare)
        return sheets.data, sheets.numbers

    _write_papers_of_form(order, FormKind.FOLLOW_UP if later else FormKind.FEEDBACK, make)


def ratings(
    context: typer.Context,
    course: Course,
    out: Out,
    occasion: When = None,
    form: FormTitle = "",
    grid: Annotated[bool, typer.Option("--grid", help="Everybody on one sheet.")] = False,
    language: Language = None,
) -> None:
    """Write the rating sheets of a practical, one for each participant."""
    asked = question_papers.rating_grid if grid else question_papers.rating_sheets

    def make(work: Workplace, sitting: str, spoken: str) -> tuple[bytes, Sequence[int]]:
        return asked(work, sitting, spoken), ()

    _write_papers_of_form(_Order(context, course, out, language, occasion, form), FormKind.PRACTICAL, make)


def _write_test(order: _Order, make: _Make, items: int | None) -> None:
    """Write papers of the test that was chosen; without one, or if asked for, plain answer sheets."""
    read_paper_language(order.spoken)
    with order.session.open() as work:
        course = courses.find_course(work, order.course)
        found = None
        if items is None:
            found = question_papers.find_sitting(work, course, FormKind.TEST, order.occasion, order.form)
        if found is not None:
            _finish(order, work, found, make)
            return
        occasion = order.occasion or Occasion.PRE
        data = papers.answer_sheets(work, course, order.spoken, occasion=occasion, items=items)
        path = write_checked(order.out, data)
    order.session.result({"out": str(path), "form": None, "warnings": []}, [str(path)])


def _write_papers_of_form(order: _Order, kind: FormKind, make: _Make) -> None:
    """Write papers of the form that was chosen, or of the standard one. Raises paper.no_form."""
    read_paper_language(order.spoken)
    with order.session.open() as work:
        course = courses.find_course(work, order.course)
        found = question_papers.find_sitting(work, course, kind, order.occasion, order.form)
        if found is None and kind in question_papers.STANDARD:
            question_papers.choose_standard(work, course, kind, order.occasion)
            found = question_papers.find_sitting(work, course, kind, order.occasion)
        if found is None:
            raise TrainerError("paper.no_form")
        _finish(order, work, found, make)


def _finish(order: _Order, work: Workplace, found: SittingView, make: _Make) -> None:
    """Write the PDF, keep that the form is in use, tell what was missing."""
    data, numbers = make(work, found.sitting.key, order.spoken)
    path = write_checked(order.out, data)
    question_papers.mark_printed(work, found.sitting.key, numbers)
    session = order.session
    warnings = [session.words(each) for each in form_warnings(work, found.form.form.key, order.spoken)]
    title = found.form.form.title.best(session.language)
    session.result({"out": str(path), "form": title, "warnings": warnings}, [str(path), *warnings])


app = typer.Typer(
    no_args_is_help=True, help="Papers to print, in the language of --lang or of --paper-language."
)


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
    """Write the sheet of a day, or of a session."""

    def make(work: Workplace, key: str, spoken: str) -> bytes:
        only = None if session is None else sessions.find_session(work, key, session).key
        return papers.sign_in(work, key, day_of(day), spoken, session=only)

    _write_paper(context, course, out, language, make)


def badges(
    context: typer.Context,
    course: Course,
    out: Out,
    number: Annotated[
        list[int] | None, typer.Option(help="Number on the list; may be repeated. All by default.")
    ] = None,
    language: Language = None,
) -> None:
    """Write badges of everybody or of some numbers."""

    def make(work: Workplace, key: str, spoken: str) -> bytes:
        chosen = papers.with_numbers(work, key, number) if number else None
        return papers.badges(work, key, spoken, chosen)

    _write_paper(context, course, out, language, make)


def _command_of(paper: Paper) -> Callable[..., None]:
    """Return the command of a paper: a function with an argument for each of the paper's options."""

    def write(context: typer.Context, course: str, out: Path, language: str | None, **turned: bool) -> None:
        chosen = frozenset(option for option in paper.options if option.usual != turned[option.name])
        _write_paper(
            context, course, out, language, lambda work, key, spoken: paper.make(work, key, spoken, chosen)
        )

    def argument(name: str, kind: object, default: object = inspect.Parameter.empty) -> inspect.Parameter:
        return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=kind, default=default)

    flags = [
        argument(option.name, Annotated[bool, typer.Option(option.flag, help=option.flag_help)], False)
        for option in paper.options
    ]
    # Typer makes the options of a command from the signature of its function.
    write.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [
            argument("context", typer.Context),
            argument("course", Course),
            argument("out", Out),
            *flags,
            argument("language", Language, None),
        ]
    )
    return write


def _write_paper(
    context: typer.Context,
    course: str,
    out: Path,
    language: str | None,
    make: Callable[[Workplace, str, str], bytes],
) -> None:
    """Make a paper, write it and tell where it lies."""
    session: CliContext = context.obj
    spoken = language or session.language
    read_paper_language(spoken)
    with session.open() as work:
        path = write_checked(out, make(work, courses.find_course(work, course), spoken))
    session.result({"out": str(path)}, [str(path)])


_OWN: dict[Paper, Callable[..., None]] = {papers.SIGN_IN: sign_in, papers.BADGES: badges}
"""Commands of the papers that have more to choose from than options."""
_LISTED_FIRST = (papers.SIGN_IN, papers.BADGES, papers.TABLE_CARDS)
"""So the help has always begun; all others follow in the order of the registry."""
for _paper in (*_LISTED_FIRST, *(paper for paper in PAPERS if paper not in _LISTED_FIRST)):
    app.command(_paper.name, help=_paper.help)(_OWN.get(_paper) or _command_of(_paper))
app.command("tests")(papers_of_test)
app.command("answer-sheets")(answer_sheets)
app.command("booklet")(booklet)
app.command("key")(key)
app.command("feedback")(feedback)
app.command("ratings")(ratings)
