"""`paper`: the papers of a course and of its forms as PDF; `attachment`, `project logo`: files put to them.

Each paper has the options that its entry declares.
"""

import inspect
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer
from msgspec import Struct

from trainer_app.actions.attendance import attachments
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, projects
from trainer_app.actions.evaluations import forms
from trainer_app.actions.evaluations.forms import ANONYMOUS_FORMS, SittingView
from trainer_app.actions.office.reports import PAPERS
from trainer_app.actions.papers.course_papers import BADGES, OCCASION, QUESTIONS, TABLE_CARDS
from trainer_app.actions.papers.papers import (
    LAYOUT,
    Chosen,
    CoursePaper,
    FormPaper,
    Paper,
    PaperOption,
    PrintedCourse,
    form_warnings,
    layout_of,
    make_paper,
)
from trainer_app.actions.papers.question_papers import (
    FORM_PAPERS,
    SHEET_NUMBERS,
    mark_printed,
    plan_numbers,
)
from trainer_app.actions.papers.sign_in import SIGN_IN
from trainer_app.cli.context import REFUSED, CliContext, Course
from trainer_app.cli.courses import DAY
from trainer_app.domain.attendance.sheets import Attachment, AttachmentKind, SheetFile
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.courses.courses import LogoOwner
from trainer_app.domain.evaluations.forms import OCCASIONS, Occasion
from trainer_app.domain.papers.course_papers import (
    PAPER_LANGUAGES,
    PaperLayout,
    is_shuffled,
    read_paper_language,
)
from trainer_app.system.files import write_checked
from trainer_app.system.messages import text

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
        made = make_paper(work, paper, course, order.spoken, order.chosen)
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
    path = write_checked(order.out, make_paper(work, paper, course, order.spoken, chosen))
    order.session.result({"out": str(path), "form": None, "warnings": []}, [str(path)])


def _finish(order: _Order, work: Workplace, found: SittingView, paper: FormPaper) -> None:
    """Write the PDF, keep that the form is in use, tell what was missing."""
    sitting, form, session = found.sitting.key, found.form.form, order.session
    chosen = plan_numbers(work, sitting, order.chosen)
    layout = layout_of(work, chosen) if LAYOUT in paper.options else PaperLayout.USUAL
    made = paper.laid_out(layout, shuffled=is_shuffled(found.form))
    path = write_checked(order.out, make_paper(work, made, sitting, order.spoken, chosen))
    mark_printed(work, sitting, chosen[SHEET_NUMBERS])
    asked = layout if paper.beside_booklets else PaperLayout.USUAL
    warnings = [session.words(each) for each in form_warnings(work, form.key, order.spoken, asked)]
    apart = [session.words(Label("paper.booklet_apart"))] if made is not paper else []
    said = {"out": str(path), "form": form.title.best(session.language), "warnings": warnings}
    if LAYOUT in paper.options:
        said["layout"] = layout.value
    session.result(said, [str(path), *apart, *warnings])


_KINDS: Mapping[object, object] = {
    date: datetime | None,
    int: int | None,
    list[int]: list[int] | None,
    PaperLayout: PaperLayout | None,
}
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


attachment_app = typer.Typer(no_args_is_help=True, help="Scans of signed sheets.")
project = typer.Typer(no_args_is_help=True, help="Projects: the logos on their papers.")


@project.callback()
def group() -> None:
    """Keep `logo` a command of its own, although it is the only one yet."""


@attachment_app.command()
def add(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(help="PDF, PNG or JPEG.")],
    course: Annotated[str, typer.Option(help="Code of the course.")],
    sheet: Annotated[str, typer.Option(help="Code of the sheet, instead of reading it in the file.")] = "",
    page: Annotated[int, typer.Option(help="Page of the sheet; 0 for all of it.", min=0)] = 0,
    send: Annotated[bool, typer.Option("--send", help="Let them go to the office.")] = False,
) -> None:
    """Attach scans of signed sheets, each where the code on it says."""
    session: CliContext = context.obj
    with session.open() as work:
        key = courses.find_course(work, course)
        if sheet:
            found = [_attach(work, path, key, sheet, page, send=send) for path in files]
        else:
            found = list(
                attachments.attach_sheets(work, files, key, travels=send, progress=session.progress).files
            )
        rows = [_found(work, one, session.language) for one in found]
    session.result({"files": rows}, [_found_line(row) for row in rows])
    if any(one.code for one in found):
        session.exit_code = REFUSED


@attachment_app.command("list")
def list_all(
    context: typer.Context,
    course: Annotated[str, typer.Option(help="Code of the course.")],
    sheet: Annotated[str, typer.Option(help="Only those of one sheet.")] = "",
) -> None:
    """List what is attached to a course."""
    session: CliContext = context.obj
    with session.open() as work:
        key = courses.find_course(work, course)
        rows = [_row(one) for one in attachments.list_attachments(work, key, sheet or None)]
    shown = [f"{row['id']}  {row['sheet']:<20} {row['size']:>9}  {row['name']}" for row in rows]
    session.result({"attachments": rows}, shown)


@attachment_app.command()
def save(
    context: typer.Context,
    attachment: Annotated[str, typer.Argument(help="Its id in `attachment list`.")],
    out: Annotated[Path, typer.Option(help="Folder to write into; anybody can read it there.")],
) -> None:
    """Write a copy into a folder, in the clear."""
    session: CliContext = context.obj
    with session.open() as work:
        path = attachments.save_copy(work, attachment, out)
    session.result({"file": str(path)}, [str(path)])


@attachment_app.command()
def send(
    context: typer.Context,
    ids: Annotated[list[str], typer.Argument(help="Ids in `attachment list`.")],
    keep: Annotated[bool, typer.Option("--keep", help="Let them stay here instead.")] = False,
) -> None:
    """Let attachments go to the office with the next file."""
    session: CliContext = context.obj
    with session.open() as work:
        changes = attachments.set_travels(work, ids, travels=not keep)
    session.result({"changed": changes.step is not None}, [session.words(changes.label)])


@attachment_app.command()
def remove(context: typer.Context, attachment: str) -> None:
    """Take an attachment away; this can be undone."""
    session: CliContext = context.obj
    with session.open() as work:
        changes = attachments.detach(work, attachment)
    session.result({"removed": attachment}, [session.words(changes.label)])


@attachment_app.command()
def prune(context: typer.Context) -> None:
    """Drop contents that nothing refers to any more."""
    session: CliContext = context.obj
    with session.open() as work:
        count = attachments.prune(work)
    session.result({"pruned": count})


@project.command()
def logo(
    context: typer.Context,
    project: Annotated[str, typer.Option(help="Code of the project.")],
    kind: Annotated[LogoOwner, typer.Option(help="Whose logo.")],
    file: Annotated[Path | None, typer.Option(help="PNG or JPEG; without it the logo goes away.")] = None,
) -> None:
    """Give a project one of its logos, or take it away."""
    session: CliContext = context.obj
    with session.open() as work:
        key = projects.find_project(work, project).key
        changes = projects.set_logo(work, key, kind, file)
        shown = sorted(projects.logo_files(work, key))
    session.result({"project": project, "logos": shown}, [session.words(changes.label)])


def _attach(work: Workplace, path: Path, course: str, sheet: str, page: int, *, send: bool) -> SheetFile:
    try:
        made = attachments.attach(
            work, path, kind=AttachmentKind.SHEET, course=course, sheet=sheet, page=page, travels=send
        )
    except TrainerError as refusal:
        return SheetFile(path, code=refusal.code, values=refusal.values)
    return SheetFile(path, keys=(made.key or "",))


def _found(work: Workplace, found: SheetFile, language: str) -> dict[str, Any]:
    """Return what became of one file."""
    rows = [_row(attachments.get_attachment(work, key)) for key in found.keys]
    return {
        "file": str(found.path),
        "attached": rows,
        "pages": [str(code) if code else None for code in found.pages],
        "code": found.code,
        "message": text(found.code, language, **found.values) if found.code else "",
    }


def _found_line(row: dict[str, Any]) -> str:
    if row["code"]:
        return str(row["message"])
    return "\n".join(f"{row['file']}: {one['sheet']} {one['page'] or ''}".rstrip() for one in row["attached"])


def _row(found: Attachment) -> dict[str, Any]:
    return {
        "id": found.key,
        "kind": found.kind.value,
        "sheet": found.sheet,
        "page": found.page,
        "name": found.name,
        "media": found.media,
        "size": found.size,
        "sha256": found.sha256,
        "added_on": found.added_on.isoformat() if found.added_on else None,
        "travels": found.travels,
        "here": found.here,
    }
