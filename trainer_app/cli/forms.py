"""`evaluation forms`, `evaluation choose`: the forms there are, and which of them a course uses."""

from typing import Annotated, Any

import typer

from trainer_app.actions import courses, forms, results, sittings, standard_forms
from trainer_app.actions.workplace import Workplace
from trainer_app.cli.session import Session
from trainer_app.domain.changes import Label
from trainer_app.domain.evaluations import Occasion
from trainer_app.domain.forms import FullForm
from trainer_app.domain.questions import POINT


def list_forms(
    context: typer.Context,
    course: Annotated[str | None, typer.Option(help="Code of a course: only the forms it uses.")] = None,
) -> None:
    """List the forms of the bank and those that come with the program; or those that a course uses."""
    session: Session = context.obj
    with session.open() as work:
        if course is not None:
            used = sittings.list_sittings(work, courses.find_course(work, course))
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
    session.result({"forms": found}, [_line(session, each) for each in found])


def choose(
    context: typer.Context,
    course: Annotated[str, typer.Option(help="Code of the course.")],
    form: Annotated[
        str, typer.Option(help="Title or id of a form, or the name of one of the program's own.")
    ],
    occasion: Annotated[Occasion, typer.Option()],
) -> None:
    """Let a course use a form on an occasion."""
    session: Session = context.obj
    with session.open() as work:
        place = courses.find_course(work, course)
        name = form.strip()
        key = (
            standard_forms.ensure(work, name)
            if name in standard_forms.NAMES
            else results.find_form(work, form)
        )
        changes = sittings.choose_form(work, place, key, occasion)
        title = forms.get_form(work, key).form.title.best(session.language)
    document = {"form": key, "title": title, "occasion": occasion.value, "sitting": changes.key}
    session.result(document, [session.words(changes.label)])


def _form(session: Session, full: FullForm) -> dict[str, Any]:
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


def _offers(session: Session, work: Workplace) -> list[dict[str, Any]]:
    """Return the program's own forms that are not in the bank yet: their names serve as ids."""
    return [
        {**_form(session, FullForm(offer.standard.form, offer.standard.questions)), "id": offer.standard.name}
        for offer in standard_forms.list_standard_forms(work)
        if offer.standing is not standard_forms.Standing.THERE
    ]


def _line(session: Session, found: dict[str, Any]) -> str:
    kind, when = session.words(Label(f"form.kind.{found['kind']}")), ""
    if "occasion" in found:
        occasion = session.words(Label(f"evaluation.occasion.{found['occasion']}"))
        when = f"  {occasion}  {found['finished']}/{found['papers']}"
    return f"{found['id']}  {kind:<20} {found['title']}{when}"
