"""Who teaches a course in which role: assigned by person, name or laptop, found by name, taken off again.

Clashes name who, or which room, is needed twice at the same time.
"""

from collections.abc import Iterable

from msgspec import Struct

from trainer_app.actions.base import identity
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.people.people import person_fields
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import author_of, derive_key
from trainer_app.domain.base.merging import RowKey
from trainer_app.domain.base.structs import value_onto
from trainer_app.domain.base.text_search import fold, searcher
from trainer_app.domain.certificates.serials import is_device_code, tidy_code
from trainer_app.domain.courses.courses import Assignment, Course, Session, Teacher, TeachingRole
from trainer_app.domain.courses.planning import Clash, ClashKind, find_clashes, time_words
from trainer_app.domain.people.name_similarity import is_called
from trainer_app.domain.people.names import clean_name, split_name
from trainer_app.domain.people.persons import Person, head_of
from trainer_app.store.base.drafts import Write
from trainer_app.store.courses import courses
from trainer_app.store.people import people


class TeacherLine(Struct, frozen=True):
    """Somebody who works at a course, and the codes of the laptops whose owner they are taken for."""

    teacher: Teacher
    laptops: tuple[str, ...] = ()


def teachers_of(work: Workplace, course: str) -> tuple[Teacher, ...]:
    """Return who works at a course, in the order of being assigned. Raises course.unknown."""
    if courses.get_course(work.database, course) is None:
        raise TrainerError("course.unknown")
    persons = people.find_people(work.database)
    return tuple(
        Teacher(found.key, found.person, head_of(persons, found.person).name, found.role)
        for found in courses.list_assignments(work.database, course)
    )


def list_teachers(work: Workplace, course: str) -> list[TeacherLine]:
    """Return who works at a course, with the laptops that are taken for theirs. Raises course.unknown."""
    trust = identity.trust_list(work)
    owned = [device for device in (trust.devices if trust else ()) if device.role != "office"]
    persons = people.people_by_key(work.database)
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
        for teacher in teachers_of(work, course)
    ]


@guarded
def assign(
    work: Workplace, course: str, person: str, role: TeachingRole, *, opened: TeachingRole | None = None
) -> Changes:
    """Give somebody a role at a course; a second call changes the role.

    `opened` is the role that the form was opened with; raises ChangedMeanwhile. Raises person.erased.
    """
    with work.journal.transaction():
        known = people.get_person(work.database, person)
        if known is not None and known.erased:
            raise TrainerError("person.erased")
        if opened is not None:
            held = courses.list_assignments(work.database, course)
            now = next((each.role for each in held if each.person == person), role)
            role = value_onto("role", now, role, opened)
        return work.journal.record(Label("course.step.assign"), [assignment_write(course, person, role)])


@guarded
def assign_new(work: Workplace, course: str, name: str, role: TeachingRole) -> Changes:
    """Give a role to somebody who is not known yet, in one step. Raises person.no_name, course.unknown."""
    if courses.get_course(work.database, course) is None:
        raise TrainerError("course.unknown")
    person = work.journal.make_key()
    writes = [_new_person(person, name), assignment_write(course, person, role)]
    return work.journal.record(Label("course.step.assign"), writes, key=person)


def find_oneself(work: Workplace) -> Person | None:
    """Return who of the people known here works at this laptop; None for nobody, or if it is not sure.

    Whoever teaches somewhere may be known by initials; others only by the whole name, as it was typed.
    """
    persons = people.people_by_key(work.database)
    teaching = {found.person for found in courses.list_assignments(work.database)}
    here = [person for person in persons.values() if person.shown_as is None and not person.erased]
    taught = [each for each in here if each.key in teaching and is_called(work.user, each)]
    found = taught or [each for each in here if fold(each.name) == fold(work.user)]
    return found[0] if len(found) == 1 else None


def known_teachers(work: Workplace) -> list[Person]:
    """Return everybody who has a role at some course."""
    teaching = {found.person for found in courses.list_assignments(work.database)}
    return [each for each in _here(work) if each.key in teaching]


def likely_teachers(work: Workplace) -> list[Person]:
    """Return everybody who has a role at some course, and whoever is called as an owner of a laptop is."""
    known, owners = known_teachers(work), _owners(work)
    others = [each for each in _here(work) if any(is_called(name, each) for name in owners)]
    return list({each.key: each for each in (*known, *others)}.values())


def _here(work: Workplace) -> list[Person]:
    persons = people.people_by_key(work.database).values()
    return [each for each in persons if each.shown_as is None and not each.erased]


def unknown_owners(work: Workplace, typed: str = "") -> list[str]:
    """Return the names of those who have a laptop of this office and are not among the people here.

    Where something is typed, those that it may be a part of.
    """
    known = [each for each in people.people_by_key(work.database).values() if not each.erased]
    meant = searcher(typed)
    found = [name for name in _owners(work) if meant(name)]
    return [name for name in found if not any(is_called(name, each) for each in known)]


def _owners(work: Workplace) -> list[str]:
    trust = identity.trust_list(work)
    devices = trust.devices if trust is not None and work.role is Role.OFFICE else ()
    names = (each.name.strip() for each in devices if each.role != "office" and not each.revoked_on)
    return [name for name in dict.fromkeys(names) if name]


def may_lead(work: Workplace) -> bool:
    """Tell whether whoever works here may be who teaches: they lead what they make, unless told."""
    return work.role is Role.TRAINER and bool(work.user.strip())


def lead_writes(work: Workplace, course: str) -> list[Write]:
    """Return what makes whoever works at this laptop the lead trainer of a course; they may become known."""
    oneself, role = find_oneself(work), TeachingRole.LEAD_TRAINER
    if oneself is not None:
        return [assignment_write(course, oneself.key, role)]
    person = work.journal.make_key()
    return [_new_person(person, work.user), assignment_write(course, person, role)]


def owner_writes(work: Workplace, found: Iterable[str], name: str) -> list[Write]:
    """Return what makes the owner of a laptop a trainer of courses; they may become known by it.

    Nobody is put on a course twice: where somebody of this name works already, nothing is written.
    """
    persons = people.people_by_key(work.database)
    free = [
        course
        for course in found
        if not any(
            is_called(name, persons[each.person]) for each in courses.list_assignments(work.database, course)
        )
    ]
    if not free or not name.strip():
        return []
    known = [each for each in known_teachers(work) if is_called(name, each)]
    known = known or [
        each
        for each in persons.values()
        if each.shown_as is None and not each.erased and fold(each.name) == fold(name)
    ]
    key = known[0].key if len(known) == 1 else work.journal.make_key()
    new = [] if len(known) == 1 else [_new_person(key, name)]
    return [*new, *(assignment_write(course, key, TeachingRole.TRAINER) for course in free)]


def _new_person(key: str, name: str) -> Write:
    """Return what makes somebody known by name. Raises person.no_name."""
    parts = split_name(clean_name(name))
    given = {"given": parts.given or None, "patronymic": parts.patronymic or None}
    return Write("person", key, person_fields({"family": parts.family, **given}))


@guarded
def unassign(work: Workplace, assignment: str) -> Changes:
    """Take somebody's role at a course away."""
    return work.journal.record(Label("course.step.unassign"), [Write("assignment", assignment, delete=True)])


def assignment_write(course: str, person: str, role: TeachingRole) -> Write:
    """Return what gives a person a role at a course; the key is made of the two."""
    key = derive_key("assignment", course, person)
    return Write("assignment", key, {"course": course, "person": person, "role": role.value})


def courses_taught_by(work: Workplace, name: str) -> set[str]:
    """Return the courses to which somebody of this name is assigned."""
    return {each.course for each in _assigned(work, name)}


def courses_planned_for(work: Workplace, name: str) -> set[str]:
    """Return the courses to which somebody of this name is assigned, as the office or this laptop wrote it.

    Whoever else teaches together with a person may write how the person is called: no such name gives a
    course. None without an office.
    """
    authority, own = work.journal.authority, author_of(work.journal.replica)
    if authority is None:
        return set()
    found = [(each.course, _rows_saying(each)) for each in _assigned(work, name)]
    states = work.journal.projector.load({row for _, rows in found for row in rows})
    sure = {
        row
        for row, state in states.items()
        if all(
            authority.may_settle(entry := state.numbers[head].entry) or author_of(entry.r) == own
            for field, register in state.registers.items()
            if row[0] == "assignment" or field in _SAYING_NAMES
            for head in register.heads
        )
    }
    return {course for course, rows in found if sure.issuperset(rows)}


_SAYING_NAMES = ("family", "given", "latin")
"""Fields by which somebody is called, see `is_called`."""


def _assigned(work: Workplace, name: str) -> list[Assignment]:
    persons = people.people_by_key(work.database)
    return [
        found
        for found in courses.list_assignments(work.database)
        if found.person in persons and is_called(name, persons[found.person])
    ]


def _rows_saying(found: Assignment) -> tuple[RowKey, RowKey]:
    return ("assignment", found.key), ("person", found.person)


@guarded
def add_teacher(work: Workplace, course: str, who: str, role: TeachingRole) -> Changes:
    """Give somebody a role at a course; a second call changes the role, and somebody new is added to People.

    Raises office.unknown_device, course.laptop_nameless (its owner's whole name is not known),
    course.several_people, person.no_name, course.unknown.
    """
    found = find_trainer(work, who)
    if found is not None:
        return assign(work, course, found.shown_key, role)
    return assign_new(work, course, name_meant(work, who), role)


def find_trainer(work: Workplace, who: str) -> Person | None:
    """Return whom an id, a name or a laptop's code means; None for somebody new.

    Raises office.unknown_device, course.laptop_nameless, course.several_people.
    """
    persons = people.people_by_key(work.database)
    if (known := persons.get(who.strip())) is not None:
        return known
    name = name_meant(work, who)
    return _only(who, name, _called(name, persons.values()))


@guarded
def remove_teacher(work: Workplace, course: str, who: str) -> Changes:
    """Take somebody off a course. Raises course.no_such_trainer, and what `add_teacher` raises."""
    persons = people.people_by_key(work.database)
    teachers = {line.person: line for line in teachers_of(work, course)}
    key = who.strip()
    if key not in teachers:
        name = name_meant(work, who)
        found = _only(who, name, _called(name, (persons[person] for person in teachers)))
        if found is None:
            raise TrainerError("course.no_such_trainer", who=who)
        key = found.key
    return unassign(work, teachers[key].assignment)


def name_meant(work: Workplace, who: str) -> str:
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
        and person.shown_as is None
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


def clashes(work: Workplace, course: str) -> tuple[Clash, ...]:
    """Return which of a course's sessions need a trainer or a room that another session has too.

    Sessions of other courses on the same days count as well.
    """
    return _find(work, course)[2]


def clash_notes(work: Workplace, course: str) -> dict[str, tuple[Label, ...]]:
    """Return for each session with clashes what is needed elsewhere: "Назарова also teaches GARM ..."."""
    nearby, sessions, found = _find(work, course)
    persons = people.find_people(work.database) if found else {}
    notes: dict[str, list[Label]] = {}
    for clash in found:
        for own, other in ((clash.first, clash.second), (clash.second, clash.first)):
            session, elsewhere = sessions[own], sessions[other]
            if session.course != course:
                continue
            # As it is written in this session: the other one may spell it in another way.
            what = session.room or clash.what
            if clash.kind is ClashKind.TRAINER:
                person = persons.get(clash.what)
                what = f"{person.family} {person.given[:1]}.".replace(" .", "") if person else ""
            code = f"session.clash.{clash.kind.value}" + ("" if elsewhere.course == course else "_elsewhere")
            values = {
                "what": what,
                "course": nearby[elsewhere.course].code,
                "session": elsewhere.number,
                "time": time_words(elsewhere.start),
            }
            notes.setdefault(own, []).append(Label(code, values))
    return {key: tuple(labels) for key, labels in notes.items()}


def _find(work: Workplace, course: str) -> tuple[dict[str, Course], dict[str, Session], tuple[Clash, ...]]:
    """Return the courses of the same days and their sessions by key, and the clashes of the one course."""
    own = courses.get_course(work.database, course)
    if own is None:
        raise TrainerError("course.unknown")
    nearby = {
        each.key: each
        for each in courses.list_courses_from(work.database, own.first_day)
        if each.first_day <= own.last_day
    }
    sessions = {
        session.key: session for key in nearby for session in courses.list_sessions(work.database, key)
    }
    rooms = {
        key: f"{each.town}, {each.venue}" if each.venue or key == course else ""
        for key, each in nearby.items()
    }
    found = tuple(
        clash
        for clash in find_clashes(sessions.values(), rooms)
        if course in (sessions[clash.first].course, sessions[clash.second].course)
    )
    return nearby, sessions, found
