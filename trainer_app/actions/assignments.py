"""Who teaches a course, and in which role."""

from trainer_app.actions.people import person_fields
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.courses import Role
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.keys import derive_key, new_key
from trainer_app.domain.names import clean_name, split_name
from trainer_app.domain.owners import is_called
from trainer_app.store import courses as stored
from trainer_app.store import people
from trainer_app.store.journal import Write


def assign(work: Workplace, course: str, person: str, role: Role) -> Changes:
    """Give somebody a role at a course; a second call changes the role."""
    return work.journal.record(Label("course.step.assign"), [assignment_write(course, person, role)])


def assign_new(work: Workplace, course: str, name: str, role: Role) -> Changes:
    """Give a role to somebody who is not known yet, in one step. Raises person.no_name, course.unknown."""
    if stored.get_course(work.database, course) is None:
        raise TrainerError("course.unknown")
    parts = split_name(clean_name(name))
    fields = person_fields(
        {"family": parts.family, "given": parts.given or None, "patronymic": parts.patronymic or None}
    )
    person = new_key()
    writes = [Write("person", person, fields), assignment_write(course, person, role)]
    return work.journal.record(Label("course.step.assign"), writes, key=person)


def unassign(work: Workplace, assignment: str) -> Changes:
    """Take somebody's role at a course away."""
    return work.journal.record(Label("course.step.unassign"), [Write("assignment", assignment, delete=True)])


def assignment_write(course: str, person: str, role: Role) -> Write:
    """Return what gives a person a role at a course; the key is made of the two."""
    key = derive_key("assignment", course, person)
    return Write("assignment", key, {"course": course, "person": person, "role": role.value})


def courses_taught_by(work: Workplace, name: str) -> set[str]:
    """Return the courses to which somebody of this name is assigned."""
    persons = people.people_by_key(work.database)
    return {
        found.course
        for found in stored.list_assignments(work.database)
        if found.person in persons and is_called(name, persons[found.person])
    }
