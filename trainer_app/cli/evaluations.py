"""`evaluation`: scores, papers keyed in, forms, questions in files; its results are in `reports`."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.evaluations import feedback, forms, keying, question_files, results, scores
from trainer_app.actions.evaluations.keying import PaperView, answer_history
from trainer_app.actions.evaluations.question_files import ImportResult, NewForm
from trainer_app.cli import reports
from trainer_app.cli.attendance import changes_of, lines_of
from trainer_app.cli.context import REFUSED, CliContext, Course
from trainer_app.cli.people import find_enrolment
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.evaluations.forms import USUAL_OUT_OF, FormKind, FullForm, Occasion
from trainer_app.domain.evaluations.question_files import (
    QuestionFile,
    QuestionFormat,
    QuestionOutcome,
    QuestionProblem,
    in_language,
)
from trainer_app.domain.evaluations.questions import POINT, Question, read_printed, split_answers

FormTitle = Annotated[str, typer.Option("--form", help="Words of the title, where there are several forms.")]
_SIGNS = "One sign a question, as printed: ABCD. Blank: - or .; several, a number, words: [AC] [12]."
Answers = Annotated[str, typer.Option(help=_SIGNS)]


def answer(
    context: typer.Context,
    course: Course,
    occasion: Annotated[Occasion, typer.Option()],
    paper: Annotated[int, typer.Option(help="Number printed on the paper.")],
    answers: Answers,
    form: FormTitle = "",
    second: Annotated[bool, typer.Option("--second", help="The entry of a second person.")] = False,
    by: Annotated[str, typer.Option(help="Who types the answers; by default whoever uses this folder.")] = "",
) -> None:
    """Record the answers of one paper, from the first question on; what is not given stays as it was."""
    session: CliContext = context.obj
    with session.open() as work:
        sitting = _sitting(work, course, _kind(occasion), occasion, form)
        view = keying.open_paper(work, sitting, paper)
        asked = view.form.questions
        typed = split_answers(answers)
        _check_count(typed, asked)
        read = {
            question.key: read_printed(question, text, view.orders.get(question.key, ()))
            for question, text in zip(asked, typed, strict=False)
        }
        changes = keying.key_paper(work, view, read, second=second, by=by or work.user)
        document = _paper_document(work, keying.open_paper(work, sitting, paper))
        document["recorded"] = changes.step is not None
    session.result(document, [session.words(changes.label)])


def history(
    context: typer.Context,
    course: Course,
    occasion: Annotated[Occasion, typer.Option()],
    paper: Annotated[int, typer.Option(help="Number printed on the paper.")],
    question: Annotated[int, typer.Option(help="Place of the question, from 1.")],
    form: FormTitle = "",
) -> None:
    """Show everything ever keyed in as one answer: who, when, on which laptop, how far it has come."""
    session: CliContext = context.obj
    with session.open() as work:
        view = keying.open_paper(work, _sitting(work, course, _kind(occasion), occasion, form), paper)
        asked = view.form.questions
        if not 1 <= question <= len(asked):
            raise typer.BadParameter(f"--question goes from 1 to {len(asked)}")
        found = answer_history(work, view.paper.key, asked[question - 1].key)
    document = {
        "paper": paper,
        "question": question,
        "contradicts": found.contradicts,
        "changes": changes_of(session, found),
    }
    session.result(document, lines_of(session, found))


def key_feedback(
    context: typer.Context,
    course: Course,
    answers: Answers,
    paper: Annotated[int | None, typer.Option(help="Number printed on the sheet, if there is one.")] = None,
    occasion: Annotated[Occasion, typer.Option()] = Occasion.END,
    form: FormTitle = "",
) -> None:
    """Keep one anonymous sheet. It waits until there are five, and is nobody's."""
    session: CliContext = context.obj
    with session.open() as work:
        sitting = _sitting(work, course, _anonymous(occasion), occasion, form)
        asked = feedback.collection(work, sitting).form.questions
        typed = split_answers(answers)
        _check_count(typed, asked)
        read = [read_printed(question, text) for question, text in zip(asked, typed, strict=False)]
        feedback.key_paper(work, sitting, read, paper)
        waiting = feedback.collection(work, sitting).waiting
    session.result(
        {"recorded": True, "waiting": waiting},
        [session.words(Label("feedback_paper.kept", {"count": waiting}))],
    )


def close(
    context: typer.Context,
    course: Course,
    few: Annotated[
        bool, typer.Option("--few", help="Fewer than five too, where no more people are on the list.")
    ] = False,
    discard: Annotated[
        bool, typer.Option("--discard", help="Delete the sheets that wait on: no more will come.")
    ] = False,
) -> None:
    """Let the anonymous sheets that wait be counted and sent: five or more at once.

    With --few also those of a course of fewer than five people, once everybody has handed in.
    """
    session: CliContext = context.obj
    with session.open() as work:
        key = courses.find_course(work, course)
        changes = feedback.enter_papers(work, key, few=few)
        gone = [feedback.discard_waiting(work, key).label] if discard else []
        waiting = feedback.waiting(work, key)
    entered = sum(entity == "feedback_paper" for entity, _ in changes.touched)
    lines = [changes.label, *gone, *([Label("feedback_paper.waits", {"count": waiting})] if waiting else ())]
    session.result({"entered": entered, "waiting": waiting}, [session.words(line) for line in lines])


def _kind(occasion: Occasion) -> FormKind:
    """Return which forms are keyed in by number on an occasion."""
    return FormKind.PRACTICAL if occasion is Occasion.END else FormKind.TEST


def _anonymous(occasion: Occasion) -> FormKind:
    return FormKind.FEEDBACK if occasion is Occasion.END else FormKind.FOLLOW_UP


def _sitting(work: Workplace, course: str, kind: FormKind, occasion: Occasion, title: str) -> str:
    """Return the key of the form that a course uses. Raises keying.no_form, paper.several_forms."""
    found = forms.find_sitting(work, courses.find_course(work, course), kind, occasion, title)
    if found is None:
        raise TrainerError("keying.no_form")
    return found.sitting.key


def _check_count(typed: list[str], asked: tuple[Question, ...]) -> None:
    if len(typed) > len(asked):
        raise TrainerError("keying.too_many_answers", given=len(typed), count=len(asked))


def _paper_document(work: Workplace, view: PaperView) -> dict[str, Any]:
    score = scores.score_of(view.paper, view.form) if view.form.form.kind is FormKind.TEST else None
    places = {question.key: number for number, question in enumerate(view.form.questions, 1)}
    different = [each for each in keying.differences(work, view.sitting.key) if each.paper == view.paper.key]
    return {
        "paper": view.paper.number,
        "number": view.list_number,
        "attempt": view.paper.attempt,
        "answered": view.answered,
        "questions": len(view.form.questions),
        "points": None if score is None else float(score.earned / POINT),
        "out_of": None if score is None else score.out_of / POINT,
        "differences": [
            {"question": places[each.question], "first": each.first, "second": each.second}
            for each in different
        ],
    }


def list_forms(
    context: typer.Context,
    course: Annotated[str | None, typer.Option(help="Code of a course: only the forms it uses.")] = None,
) -> None:
    """List the forms of the bank and those that come with the program; or those that a course uses."""
    session: CliContext = context.obj
    with session.open() as work:
        if course is not None:
            used = forms.list_sittings(work, courses.find_course(work, course))
            found = [
                {
                    **_form(session, view.form),
                    "occasion": view.sitting.occasion.value,
                    "papers": view.papers,
                    "finished": view.finished,
                }
                for view in used
            ]
        else:
            found = [_form(session, forms.get_form(work, form.key)) for form in forms.list_forms(work)]
            found += _offers(session, work)
    session.result({"forms": found}, [_form_line(session, each) for each in found])


def choose(
    context: typer.Context,
    course: Annotated[str, typer.Option(help="Code of the course.")],
    form: Annotated[
        str, typer.Option(help="Title or id of a form, or the name of one of the program's own.")
    ],
    occasion: Annotated[Occasion, typer.Option()],
) -> None:
    """Let a course use a form on an occasion."""
    session: CliContext = context.obj
    with session.open() as work:
        place = courses.find_course(work, course)
        name = form.strip()
        key = (
            forms.ensure_standard_form(work, name)
            if name in forms.STANDARD_FORM_NAMES
            else results.find_form(work, form)
        )
        changes = forms.choose_form(work, place, key, occasion)
        title = forms.get_form(work, key).form.title.best(session.language)
    document = {"form": key, "title": title, "occasion": occasion.value, "sitting": changes.key}
    session.result(document, [session.words(changes.label)])


def _form(session: CliContext, full: FullForm) -> dict[str, Any]:
    form = full.form
    return {
        "id": form.key,
        "title": form.title.best(session.language),
        "kind": form.kind.value,
        "version": form.version,
        "questions": len(form.questions),
        "points": full.points / POINT,
        "used": bool(form.frozen),
    }


def _offers(session: CliContext, work: Workplace) -> list[dict[str, Any]]:
    """Return the program's own forms that are not in the bank yet: their names serve as ids."""
    return [
        {**_form(session, FullForm(offer.standard.form, offer.standard.questions)), "id": offer.standard.name}
        for offer in forms.list_standard_forms(work)
        if offer.standing is not forms.StandardFormState.THERE
    ]


def _form_line(session: CliContext, found: dict[str, Any]) -> str:
    kind, when = session.words(Label(f"form.kind.{found['kind']}")), ""
    if "occasion" in found:
        occasion = session.words(Label(f"evaluation.occasion.{found['occasion']}"))
        when = f"  {occasion}  {found['finished']}/{found['papers']}"
    return f"{found['id']}  {kind:<20} {found['title']}{when}"


app = typer.Typer(no_args_is_help=True, help="Tests, feedback and what was learnt.")


@app.command()
def score(
    context: typer.Context,
    course: Course,
    occasion: Annotated[Occasion, typer.Option()],
    number: Annotated[int, typer.Option(help="Number on the list.")],
    points: Annotated[str, typer.Option(help="Points, such as 14 or 14.5; none takes the score away.")],
    out_of: Annotated[
        str, typer.Option(help="Points that can be had; by default those of the form, or else 20.")
    ] = "",
) -> None:
    """Record the score of one test paper."""
    session: CliContext = context.obj
    with session.open() as work:
        key = courses.find_course(work, course)
        enrolment = find_enrolment(work, key, number)
        value = None if points == "none" else scores.read_points(points)
        usual = scores.out_of(work, key).get(occasion, USUAL_OUT_OF)
        most = scores.read_points(out_of) if out_of else usual
        changes = scores.set_score(work, enrolment, occasion, value, most)
    session.result({"recorded": changes.step is not None}, [session.words(changes.label)])


app.command()(answer)
app.command()(history)
app.command("feedback")(key_feedback)
app.command()(close)
app.command("forms")(list_forms)
app.command()(choose)
app.command("results")(reports.show_results)


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
    session: CliContext = context.obj
    _check_language(language)
    with session.open() as work:
        found = question_files.check(work, file, language, progress=session.progress)
        wanted = NewForm(kind, in_language(title, found.language or session.language)) if kind else None
        nothing = not found.count(QuestionOutcome.TAKEN, QuestionOutcome.KNOWN)
        if look or nothing:
            document, lines = _import_document(session, found, None), _lines(session, found)
            if nothing and not look:
                label = Label("question_file.nothing_to_take", {"found": found.found})
                error = {"code": label.code, "message": session.words(label), "details": dict(label.values)}
                document, lines = {"error": error, **document}, [session.words(label), *lines]
                session.exit_code = REFUSED
            session.result(document, lines)
            return
        result = question_files.take_in(work, found, form=wanted, progress=session.progress)
        # The bank may have changed since the first look.
        found = (
            question_files.look_again(work, found)
            if result.taken != found.count(QuestionOutcome.TAKEN)
            else found
        )
    session.result(_import_document(session, found, result), _lines(session, found))


@app.command("export")
def export_questions(
    context: typer.Context,
    out: Out,
    form: Annotated[str, typer.Option(help="Title or key of a form; the whole bank if not given.")] = "",
    format: Annotated[QuestionFormat, typer.Option(help="gift, xlsform or xlsx.")] = QuestionFormat.TABLE,
    language: Annotated[str, typer.Option(help="Of a GIFT file, and of headings.")] = "",
) -> None:
    """Write questions to a file that other programs, or another laptop, take in."""
    session: CliContext = context.obj
    _check_language(language)
    if format is QuestionFormat.AIKEN:
        raise typer.BadParameter("questions are written as gift, xlsform or xlsx")
    with session.open() as work:
        key = question_files.find_form(work, form) if form else ""
        found = question_files.export(work, format, language or session.language, form=key)
        path = question_files.save(found, out)
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
    session: CliContext = context.obj
    _check_language(language)
    path = question_files.save(question_files.question_template(language or session.language), out)
    session.result({"file": str(path)}, [str(path)])


def _check_language(language: str) -> None:
    if language and language not in LANGUAGES:
        raise typer.BadParameter("tg, ru or en")


def _import_document(session: CliContext, file: QuestionFile, result: ImportResult | None) -> dict[str, Any]:
    return {
        "format": file.format.value,
        "language": file.language,
        "found": file.found,
        "imported": result.taken if result else 0,
        "new": file.count(QuestionOutcome.TAKEN),
        "known": file.count(QuestionOutcome.KNOWN),
        "refused": file.count(QuestionOutcome.REFUSED),
        "left_out": file.count(QuestionOutcome.LEFT_OUT),
        "form": result.form or None if result else None,
        "problems": _problems(session, file.all_troubles),
    }


def _problems(session: CliContext, troubles: Iterable[QuestionProblem]) -> list[dict[str, Any]]:
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


def _lines(session: CliContext, file: QuestionFile) -> list[str]:
    counts = {fate.value: file.count(fate) for fate in QuestionOutcome}
    lines = [session.words(Label("question_file.sum", {"found": file.found, **counts}))]
    if others := file.count(QuestionOutcome.LEFT_OUT):
        lines.append(session.words(Label("question_file.others", {"count": others})))
    for each in file.all_troubles:
        place = " ".join(str(part) for part in (each.place.sheet, each.place.row, each.place.column) if part)
        lines.append(f"{place or '-'}: {session.words(each.label)}")
    return lines
