"""`course trainers`: who works at a course, in which role, and on which laptops."""

from typing import Annotated

import typer

from trainer_app.actions import courses, teachers
from trainer_app.cli.session import Session
from trainer_app.domain.changes import Label
from trainer_app.domain.courses import Role

_ADD = typer.Option(metavar="CODE|NAME|ID", help="Laptop's code, name or person's id; may be repeated.")
_REMOVE = typer.Option(metavar="CODE|NAME|ID", help="Take off the course; may be repeated.")


def trainers(
    context: typer.Context,
    course: Annotated[str, typer.Argument(metavar="COURSE", help="Code of the course.")],
    add: Annotated[list[str] | None, _ADD] = None,
    remove: Annotated[list[str] | None, _REMOVE] = None,
    role: Annotated[Role, typer.Option(help="Of those who are added.")] = Role.TRAINER,
) -> None:
    """Show who works at a course; add or take away. Co-trainers can send each other what they both teach."""
    session: Session = context.obj
    with session.open() as work:
        key = courses.find_course(work, course)
        code = courses.get_course(work, key).course.code
        # All of it or nothing: one name that is not understood leaves the others as they were.
        with work.journal.transaction():
            for who in remove or ():
                teachers.remove_teacher(work, key, who)
            for who in add or ():
                teachers.add_teacher(work, key, who, role)
        found = teachers.list_teachers(work, key)
    document = {
        "course": code,
        "trainers": [
            {
                "person": line.teacher.person,
                "name": line.teacher.name,
                "role": line.teacher.role.value,
                "laptops": list(line.laptops),
            }
            for line in found
        ],
    }
    lines = [
        "  ".join((line.teacher.name, session.words(_role(line.teacher.role)), *line.laptops))
        for line in found
    ]
    session.result(document, lines or [session.words(Label("course.no_trainers", {"course": code}))])


def _role(role: Role) -> Label:
    return Label(f"review.option.assignment.role.{role.value}")
