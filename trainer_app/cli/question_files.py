"""`evaluation import`, `evaluation export`, `evaluation template`."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from trainer_app.actions import question_exports, question_files
from trainer_app.actions.question_files import ImportResult, NewForm
from trainer_app.cli.evaluations import app as app
from trainer_app.cli.session import REFUSED, Session
from trainer_app.domain.changes import Label
from trainer_app.domain.forms import FormKind
from trainer_app.domain.question_drafts import Fate, QuestionFile, QuestionFormat, Trouble, in_language
from trainer_app.domain.texts import LANGUAGES

Language = Annotated[str, typer.Option("--language", help="tg, ru or en.")]
Out = Annotated[Path, typer.Option(help="File to write.")]


@app.command("import")
def import_questions(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="GIFT, Aiken, XLSForm, or the table of Trainer App.")],
    kind: Annotated[FormKind | None, typer.Option(help="Make a form of this kind of the questions.")] = None,
    title: Annotated[str, typer.Option(help="Title of the form, if not that of the file.")] = "",
    language: Annotated[str, typer.Option(help="Of texts whose language the file does not say.")] = "",
    look: Annotated[bool, typer.Option("--check", help="Only say what would be done.")] = False,
) -> None:
    """Take in questions from a file as one step. What the bank has is not doubled."""
    session: Session = context.obj
    _check_language(language)
    with session.open() as work:
        found = question_files.check(work, file, language, progress=session.progress)
        wanted = NewForm(kind, in_language(title, found.language or session.language)) if kind else None
        nothing = not found.count(Fate.TAKEN, Fate.KNOWN)
        if look or nothing:
            document, lines = _document(session, found, None), _lines(session, found)
            if nothing and not look:
                label = Label("question_file.nothing_to_take", {"found": found.found})
                error = {"code": label.code, "message": session.words(label), "details": dict(label.values)}
                document, lines = {"error": error, **document}, [session.words(label), *lines]
                session.exit_code = REFUSED
            session.result(document, lines)
            return
        result = question_files.take_in(work, found, form=wanted, progress=session.progress)
        # The bank may have changed since the first look.
        found = question_files.look_again(work, found) if result.taken != found.count(Fate.TAKEN) else found
    session.result(_document(session, found, result), _lines(session, found))


@app.command("export")
def export_questions(
    context: typer.Context,
    out: Out,
    form: Annotated[str, typer.Option(help="Title or key of a form; the whole bank if not given.")] = "",
    format: Annotated[QuestionFormat, typer.Option(help="gift, xlsform or xlsx.")] = QuestionFormat.TABLE,
    language: Annotated[str, typer.Option(help="Of a GIFT file, and of headings.")] = "",
) -> None:
    """Write questions to a file that other programs, or another laptop, take in."""
    session: Session = context.obj
    _check_language(language)
    if format is QuestionFormat.AIKEN:
        raise typer.BadParameter("questions are written as gift, xlsform or xlsx")
    with session.open() as work:
        key = question_exports.find_form(work, form) if form else ""
        found = question_exports.export(work, format, language or session.language, form=key)
        path = question_exports.save(found, out)
    session.result(
        {
            "file": str(path),
            "format": format.value,
            "found": found.found,
            "written": found.written,
            "problems": _problems(session, found.troubles),
        },
        [str(path), *(session.words(each.label) for each in found.troubles)],
    )


@app.command("template")
def template(context: typer.Context, out: Out, language: Language = "") -> None:
    """Write the empty table to fill in, with examples and how it is done."""
    session: Session = context.obj
    _check_language(language)
    path = question_exports.save(question_exports.template(language or session.language), out)
    session.result({"file": str(path)}, [str(path)])


def _check_language(language: str) -> None:
    if language and language not in LANGUAGES:
        raise typer.BadParameter("tg, ru or en")


def _document(session: Session, file: QuestionFile, result: ImportResult | None) -> dict[str, Any]:
    return {
        "format": file.format.value,
        "language": file.language,
        "found": file.found,
        "imported": result.taken if result else 0,
        "new": file.count(Fate.TAKEN),
        "known": file.count(Fate.KNOWN),
        "refused": file.count(Fate.REFUSED),
        "left_out": file.count(Fate.LEFT_OUT),
        "form": result.form or None if result else None,
        "problems": _problems(session, file.all_troubles),
    }


def _problems(session: Session, troubles: Iterable[Trouble]) -> list[dict[str, Any]]:
    return [
        {
            "row": each.place.row,
            "sheet": each.place.sheet,
            "column": each.place.column,
            "value": each.value,
            "code": each.code,
            "message": session.words(each.label),
            "severity": each.severity.value,
        }
        for each in troubles
    ]


def _lines(session: Session, file: QuestionFile) -> list[str]:
    counts = {fate.value: file.count(fate) for fate in Fate}
    lines = [session.words(Label("question_file.sum", {"found": file.found, **counts}))]
    if file.count(Fate.LEFT_OUT):
        lines.append(session.words(Label("question_file.others", {"count": file.count(Fate.LEFT_OUT)})))
    for each in file.all_troubles:
        place = " ".join(str(part) for part in (each.place.sheet, each.place.row, each.place.column) if part)
        lines.append(f"{place or '-'}: {session.words(each.label)}")
    return lines
