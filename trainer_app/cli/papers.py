"""`paper`: the papers of a course and of its forms as PDF. Each has the options that its entry declares."""

import inspect
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer
from msgspec import Struct

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.evaluations import forms
from trainer_app.actions.evaluations.forms import ANONYMOUS_FORMS, SittingView
from trainer_app.actions.office.reports import PAPERS
from trainer_app.actions.papers.course_papers import BADGES, OCCASION, QUESTIONS, TABLE_CARDS
from trainer_app.actions.papers.papers import (
    Chosen,
    CoursePaper,
    FormPaper,
    Paper,
    PaperOption,
    PrintedCourse,
)
from trainer_app.actions.papers.question_papers import (
    FORM_PAPERS,
    SHEET_NUMBERS,
    form_warnings,
    mark_printed,
    plan_numbers,
)
from trainer_app.actions.papers.sign_in import SIGN_IN
from trainer_app.cli.context import CliContext, Course
from trainer_app.cli.courses import DAY
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.evaluations.forms import OCCASIONS, Occasion
from trainer_app.domain.papers.course_papers import PAPER_LANGUAGES, read_paper_language
from trainer_app.system.files import write_checked

Out = Annotated[Path, typer.Option(help="The PDF to write.")]
Language = Annotated[
    str | None, typer.Option("--paper-language", help=f"One of {', '.join(PAPER_LANGUAGES)}.")
]
When = Annotated[Occasion | None, typer.Option("--occasion", help="By default the earliest one chosen.")]
FormTitle = Annotated[str, typer.Option("--form", help="Words of the title, where there are several forms.")]


class _Order(Struct, frozen=True):
    """What a command was given. `occasion` and `form` choose the form that papers are made of."""

    context: typer.Context
    course: str
    out: Path
    language: str | None
    chosen: Chosen
    occasion: Occasion | None = None
    form: str = ""

    @property
    def session(self) -> CliContext:
        session: CliContext = self.context.obj
        return session

    @property
    def spoken(self) -> str:
        return self.language or self.session.language


def _write_paper(order: _Order, paper: CoursePaper) -> None:
    """Make a paper, write it and tell where it lies."""
    read_paper_language(order.spoken)
    with order.session.open() as work:
        course = courses.find_course(work, order.course)
        made = paper.make(work, course, order.spoken, order.chosen)
        with work.journal.transaction():
            if paper.noted is not None:
                paper.noted(work, course, order.chosen)
            path = write_checked(order.out, made)
    order.session.result({"out": str(path)}, [str(path)])


def _write_paper_of_form(order: _Order, papers: list[FormPaper]) -> None:
    """Write a paper of the form that was chosen, or what there is without one. Raises paper.no_form."""
    read_paper_language(order.spoken)
    fitting = (each for each in papers if order.occasion in OCCASIONS[each.kind])
    paper = next(fitting, papers[0])
    with order.session.open() as work:
        course = courses.find_course(work, order.course)
        found = None
        if paper.plain is None or order.chosen[QUESTIONS] is None:
            found = forms.find_sitting(work, course, paper.kind, order.occasion, order.form)
        if found is None and paper.plain is not None:
            _write_plain(order, work, course, paper.plain)
            return
        if found is None and paper.kind in ANONYMOUS_FORMS:
            forms.choose_standard(work, course, paper.kind, order.occasion)
            found = forms.find_sitting(work, course, paper.kind, order.occasion)
        if found is None:
            raise TrainerError("paper.no_form")
        _finish(order, work, found, paper)


def _write_plain(order: _Order, work: Workplace, course: str, paper: Paper[PrintedCourse]) -> None:
    chosen = order.chosen.changed(OCCASION, order.occasion or OCCASION.usual)
    path = write_checked(order.out, paper.make(work, course, order.spoken, chosen))
    order.session.result({"out": str(path), "form": None, "warnings": []}, [str(path)])


def _finish(order: _Order, work: Workplace, found: SittingView, paper: FormPaper) -> None:
    """Write the PDF, keep that the form is in use, tell what was missing."""
    sitting, form = found.sitting.key, found.form.form
    chosen = plan_numbers(work, sitting, order.chosen)
    path = write_checked(order.out, paper.make(work, sitting, order.spoken, chosen))
    mark_printed(work, sitting, chosen[SHEET_NUMBERS])
    session = order.session
    warnings = [session.words(each) for each in form_warnings(work, form.key, order.spoken)]
    title = form.title.best(session.language)
    session.result({"out": str(path), "form": title, "warnings": warnings}, [str(path), *warnings])


_KINDS: Mapping[object, object] = {date: datetime | None, int: int | None, list[int]: list[int] | None}
"""What Typer reads for a kind of option; other kinds it reads as they are."""


def _parameter(option: PaperOption[Any]) -> inspect.Parameter:
    """Return an option as Typer reads it. A flag turns round what is usual, so it is off at first."""
    formats = DAY if option.kind is date else None
    described = typer.Option(option.flag, help=option.help, formats=formats)
    usual = False if option.kind is bool else None if option.usual == () else option.usual
    return _argument(option.name, Annotated[_KINDS.get(option.kind, option.kind), described], usual)


def _value(option: PaperOption[Any], given: Any) -> Any:
    """Return what was chosen by the value that Typer read."""
    if option.kind is bool:
        return option.usual != given
    if given is None:
        return option.usual
    return given.date() if option.kind is date else given


def _argument(name: str, annotation: object, default: object = inspect.Parameter.empty) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=annotation, default=default)


_BEFORE = (_argument("context", typer.Context), _argument("course", Course), _argument("out", Out))
_OF_FORM = (_argument("occasion", When, None), _argument("form", FormTitle, ""))
_AFTER = (_argument("language", Language, None),)
"""Arguments of every command here, before and after those of its paper; and of those made of a form."""


def _command(
    options: tuple[PaperOption[Any], ...],
    more: tuple[inspect.Parameter, ...],
    write: Callable[[_Order], None],
) -> Callable[..., None]:
    """Return the command of a paper: a function with an argument for each of the paper's options.

    Typer asks `inspect.signature` for the arguments of a command's function. This function says which they
    are, because they stand in the paper's entry and not in its own head.
    """

    def command(context: typer.Context, course: str, out: Path, language: str | None, **given: Any) -> None:
        chosen = Chosen({option: _value(option, given.pop(option.name)) for option in options})
        write(_Order(context, course, out, language, chosen, **given))

    arguments = [*_BEFORE, *more, *map(_parameter, options), *_AFTER]
    command.__signature__ = inspect.Signature(arguments)  # type: ignore[attr-defined]
    return command


app = typer.Typer(
    no_args_is_help=True, help="Papers to print, in the language of --lang or of --paper-language."
)
_LISTED_FIRST = (SIGN_IN, BADGES, TABLE_CARDS)
"""So the help has always begun; all others follow in the order of the registry."""
for _paper in (*_LISTED_FIRST, *(paper for paper in PAPERS if paper not in _LISTED_FIRST)):
    app.command(_paper.name, help=_paper.help)(
        _command(_paper.options, (), partial(_write_paper, paper=_paper))
    )
for _name in dict.fromkeys(paper.command or paper.name for paper in FORM_PAPERS if paper.help):
    _papers = [paper for paper in FORM_PAPERS if _name in (paper.command, paper.name)]
    app.command(_name, help=_papers[0].help)(
        _command(_papers[0].options, _OF_FORM, partial(_write_paper_of_form, papers=_papers))
    )
