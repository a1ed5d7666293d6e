"""`evaluation score`, and what is keyed in, chosen and told elsewhere: the commands of `evaluation`."""

from typing import Annotated

import typer

from trainer_app.actions import courses, evaluations
from trainer_app.cli.attendance import find_enrolment
from trainer_app.cli.forms import choose, list_forms
from trainer_app.cli.keying import answer, close, feedback, history
from trainer_app.cli.results import results
from trainer_app.cli.session import Session
from trainer_app.domain.evaluations import Occasion

app = typer.Typer(no_args_is_help=True, help="Tests, feedback and what was learnt.")

Course = Annotated[str, typer.Option(help="Code of the course.")]


@app.command()
def score(
    context: typer.Context,
    course: Course,
    occasion: Annotated[Occasion, typer.Option()],
    number: Annotated[int, typer.Option(help="Number on the list.")],
    points: Annotated[str, typer.Option(help="Points, such as 14 or 14.5; none takes the score away.")],
    out_of: Annotated[str, typer.Option(help="Points that can be had.")] = "20",
) -> None:
    """Record the score of one test paper."""
    session: Session = context.obj
    with session.open() as work:
        enrolment = find_enrolment(work, courses.find_course(work, course), number)
        value = None if points == "none" else evaluations.read_points(points)
        changes = evaluations.set_score(work, enrolment, occasion, value, evaluations.read_points(out_of))
    session.result({"recorded": changes.step is not None}, [session.words(changes.label)])


app.command()(answer)
app.command()(history)
app.command()(feedback)
app.command()(close)
app.command("forms")(list_forms)
app.command()(choose)
app.command()(results)
