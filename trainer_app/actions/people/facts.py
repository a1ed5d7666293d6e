"""What participations say of people, written along with the people: sex, rank, position, unit, district.

What was reported of a course that is closed stays, whatever its people become.
"""

from collections.abc import Collection, Mapping

from trainer_app.actions.base.naming import Names
from trainer_app.actions.base.saying import say_field
from trainer_app.actions.base.workplace import Workplace
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Value
from trainer_app.domain.base.schema import field_label
from trainer_app.domain.courses.courses import FACTS, FINISHED, CourseState, Enrolment, as_enrolled
from trainer_app.domain.people.persons import SHARED_FIELDS, Person, is_blank
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.rows import record_fields
from trainer_app.store.courses import courses
from trainer_app.store.people import people


def cleared_along(work: Workplace, person: Person, changed: Mapping[str, Value]) -> list[Write]:
    """Return what is taken away from the other records of a joined person: these say what theirs does not."""
    if not person.joined or person.shown_as is not None:
        return []
    blank = [name for name in SHARED_FIELDS if name in changed and is_blank(changed[name])]
    writes = []
    for key in sorted(people.joins(work.database).others(person.key)):
        other = people.get_person(work.database, key)
        if other is None or other.erased:
            continue
        gone: dict[str, Value] = {name: changed[name] for name in blank if not is_blank(getattr(other, name))}
        if gone:
            writes.append(Write("person", key, gone))
    return writes


def facts_at(work: Workplace, person: Person, enrolment: Enrolment, changed: dict[str, Value]) -> list[Write]:
    """Return the write of facts that are corrected at one course, and keep them from the person if apart.

    What a participation says otherwise than the person stays with it: whoever was promoted since is not
    degraded because a list of last year is put right. Raises enrolment.facts_fixed where the course is
    approved, enrolment.fact_of_person where a blank would show what the person is by now.
    """
    facts = {name: changed[name] for name in FACTS if name in changed}
    if not facts or not enrolment.facts:
        return []
    course = courses.get_course(work.database, enrolment.course)
    if course is not None and course.state is CourseState.APPROVED:
        raise TrainerError("enrolment.facts_fixed", code=course.code)
    shown = as_enrolled(person, enrolment)
    for name in facts:
        now = getattr(person, name)
        if getattr(shown, name) == now:
            continue
        if person.joined and is_blank(facts[name]):
            value = say_field(Names(work), "person", name, now)
            raise TrainerError("enrolment.fact_of_person", field=field_label("person", name), value=value)
        del changed[name]
    return [Write("enrolment", enrolment.key, facts)]


def facts_along(
    work: Workplace, person: Person, changed: Mapping[str, Value], *, but: str | None = None
) -> list[Write]:
    """Return what a correction of a person changes in participations: facts that say the same until now.

    Only in courses that are not closed: what was reported of others stays. `but` is an enrolment left out.
    Lists name a joined person by the record that stands for it: rows of the others follow that one.
    """
    facts = {name: changed[name] for name in FACTS if name in changed}
    if not facts:
        return []
    writes = []
    group = people.joins(work.database).group(person.key) if person.shown_as is None else {person.key}
    for own in (row for key in sorted(group) for row in courses.enrolments_of_person(work.database, key)):
        course = courses.get_course(work.database, own.course)
        if own.key == but or not own.facts or course is None or course.state in FINISHED:
            continue
        follows: dict[str, Value] = {
            name: value for name, value in facts.items() if getattr(own, name) == getattr(person, name)
        }
        if follows:
            writes.append(Write("enrolment", own.key, follows))
    return writes


def facts_to_stay(work: Workplace, head: str, others: Collection[str]) -> list[Write]:
    """Return what rows of closed courses leave blank and records say that become one person: it stays.

    Without it such a course would follow whatever the person becomes. Approved ones are left as they are.
    """
    one = people.joined_person(work.database, head, others)
    writes: list[Write] = []
    for key in sorted({head, *others}):
        record = people.get_person(work.database, key)
        if record is None or record.erased:
            continue
        for own in courses.enrolments_of_person(work.database, key):
            course = courses.get_course(work.database, own.course)
            if own.facts and course is not None and course.state is CourseState.CLOSED:
                writes += left_blank(own, one)
    return writes


def left_blank(own: Enrolment, person: Person) -> list[Write]:
    """Return what a row of a course does not say of the person whom it names, to be said there and to stay.

    Of somebody who is one record alone a row says all of it or nothing; see `as_enrolled`.
    """
    listed, known = as_enrolled(person, own), record_fields("person", person)
    said = {name: known[name] for name in FACTS if getattr(listed, name) != getattr(own, name)}
    if not own.facts:
        said = {"facts": True, **{name: known[name] for name in FACTS}}
    return [Write("enrolment", own.key, said)] if said else []
