"""The trainers of a course, given by a laptop's code, a person's id or a name."""

from collections.abc import Iterable
from dataclasses import dataclass

from trainer_app.actions.base import identity
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.text_search import fold
from trainer_app.domain.certificates.serials import is_device_code, tidy_code
from trainer_app.domain.courses.courses import Teacher, TeachingRole
from trainer_app.domain.people.name_similarity import is_called
from trainer_app.domain.people.names import clean_name, split_name
from trainer_app.domain.people.persons import Person
from trainer_app.store.people import people as stored


@dataclass(frozen=True)
class TeacherLine:
    """Somebody who works at a course, and the codes of the laptops whose owner they are taken for."""

    teacher: Teacher
    laptops: tuple[str, ...] = ()


def list_teachers(work: Workplace, course: str) -> list[TeacherLine]:
    """Return who works at a course, in the order of being assigned. Raises course.unknown."""
    trust = identity.trust_list(work)
    owned = [device for device in (trust.devices if trust else ()) if device.role != "office"]
    persons = stored.people_by_key(work.database)
    return [
        TeacherLine(
            teacher,
            tuple(
                sorted(
                    device.code
                    for device in owned
                    if not device.revoked_on and is_called(device.name, persons[teacher.person])
                )
            ),
        )
        for teacher in courses.get_course(work, course).teachers
    ]


def add_teacher(work: Workplace, course: str, who: str, role: TeachingRole) -> Changes:
    """Give somebody a role at a course; a second call changes the role, and somebody new is added to People.

    Raises office.unknown_device, course.laptop_nameless (its owner's whole name is not known),
    course.several_people, person.no_name, course.unknown.
    """
    persons = stored.people_by_key(work.database)
    if (known := persons.get(who.strip())) is not None:
        return courses.assign(work, course, known.joined_into or known.key, role)
    name = _name_of(work, who)
    found = _only(who, name, _called(name, persons.values()))
    if found is not None:
        return courses.assign(work, course, found.key, role)
    return courses.assign_new(work, course, name, role)


def remove_teacher(work: Workplace, course: str, who: str) -> Changes:
    """Take somebody off a course. Raises course.no_such_trainer, and what `add_teacher` raises."""
    persons = stored.people_by_key(work.database)
    teachers = {line.person: line for line in courses.get_course(work, course).teachers}
    key = who.strip()
    if key not in teachers:
        name = _name_of(work, who)
        found = _only(who, name, _called(name, (persons[person] for person in teachers)))
        if found is None:
            raise TrainerError("course.no_such_trainer", who=who)
        key = found.key
    return courses.unassign(work, teachers[key].assignment)


def _name_of(work: Workplace, who: str) -> str:
    """Return the name that is meant: a laptop's code stands for its owner's."""
    code = tidy_code(who)
    if not is_device_code(code):
        return clean_name(who)
    trust = identity.trust_list(work)
    device = trust.device(code) if trust else None
    if device is None or device.role == "office":
        raise TrainerError("office.unknown_device", code=code)
    owner = split_name(clean_name(device.name))
    if not owner.family or not owner.given:
        raise TrainerError("course.laptop_nameless", code=code)
    return clean_name(device.name)


def _called(name: str, persons: Iterable[Person]) -> list[Person]:
    """Return who can be meant by a name: whole, with an initial, or the family name alone."""
    own = split_name(name)
    return [
        person
        for person in persons
        if not person.erased
        and person.joined_into is None
        and (is_called(name, person) if own.given else fold(person.family) == fold(own.family))
        and (not own.patronymic or not person.patronymic or fold(own.patronymic) == fold(person.patronymic))
    ]


def _only(who: str, name: str, found: list[Person]) -> Person | None:
    """Return the one who is meant, None if there is nobody. Raises course.several_people."""
    if len(found) > 1:
        found = [person for person in found if fold(person.name) == fold(name)] or found
    if len(found) > 1:
        raise TrainerError("course.several_people", who=who)
    return found[0] if found else None
