"""Turns the people of a settled list into journal writes: who is created, enrolled, completed."""

from collections.abc import Mapping

from trainer_app.actions.directory import root_of
from trainer_app.actions.enrolments import enrolment_fields, next_number
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.enrolments import EnrolmentState
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.journal import Value
from trainer_app.domain.keys import derive_key, new_key
from trainer_app.domain.people import Person, Sex
from trainer_app.domain.roster import SettledPerson
from trainer_app.domain.roster_rows import RosterRow
from trainer_app.store import enrolments, people
from trainer_app.store.journal import Write

NEWER = ("rank", "unit", "duty_district")
"""What changes in a person's service, so that a newer list may know better."""


def fields_of_row(row: RosterRow) -> dict[str, Value]:
    """Return what a row says of a person, as journal fields; what it does not say is left out."""
    said: dict[str, Value] = {
        "family": row.family,
        "given": row.given,
        "patronymic": row.patronymic,
        "latin": row.latin,
        "rank": row.rank,
        "unit": row.unit,
        "duty_district": row.district,
        "phone": row.phone,
        "email": row.email,
        "birth_year": row.birth_year,
    }
    found: dict[str, Value] = {name: value for name, value in said.items() if value not in ("", None)}
    if row.sex is not Sex.UNKNOWN:
        found["sex"] = row.sex.value
    return found


def differing_fields(person: Person, row: RosterRow) -> dict[str, tuple[str, str]]:
    """Return rank, unit and district where person and row both have one and they differ: (known, listed)."""
    said = fields_of_row(row)
    return {
        name: (getattr(person, name), str(said[name]))
        for name in NEWER
        if name in said and getattr(person, name) and getattr(person, name) != said[name]
    }


class Importer:
    """Gathers the writes of one import into one course.

    `enrolled` are the keys of new enrolments, `created` those of new people.
    """

    def __init__(self, work: Workplace, course: str, *, take_newer: bool) -> None:
        self.writes: list[Write] = []
        self.enrolled: list[str] = []
        self.created: list[str] = []
        self.already = 0
        self._course = course
        self._take_newer = take_newer
        self._people = people.people_by_key(work.database)
        self._on_list = enrolments_by_person(work, course, self._people)
        self._number = next_number(work, course)

    def take(self, settled: SettledPerson) -> None:
        """Write one person and the place on the list; whoever is on it already keeps it.

        Raises person.unknown for somebody who was taken away since the list was looked at.
        """
        if settled.key is None:
            key = new_key()
            fields = {"sex": Sex.UNKNOWN.value, **fields_of_row(settled.row)}
            self.writes.append(Write("person", key, fields))
            self.created.append(key)
            self._enrol(key, settled.row)
            return
        key = root_of(self._people, settled.key)
        if key not in self._people:
            raise TrainerError("person.unknown")
        on_list = self._on_list.get(key)
        self._complete(self._people[key], settled.row, newer=self._take_newer and on_list is None)
        if on_list is None:
            self._enrol(key, settled.row)
        else:
            self.already += 1

    def _enrol(self, person: str, row: RosterRow) -> None:
        enrolment = derive_key("enrolment", self._course, person)
        fields = enrolment_fields(self._course, person, self._number, EnrolmentState.NOMINATED)
        if row.remark:
            fields["remark"] = row.remark
        self.writes.append(Write("enrolment", enrolment, fields))
        self.enrolled.append(enrolment)
        self._on_list[person] = enrolment
        self._number += 1

    def _complete(self, person: Person, row: RosterRow, *, newer: bool) -> None:
        """Fill what is not known of a person yet. Nothing that was typed is overwritten."""
        taken = {
            name: value
            for name, value in fields_of_row(row).items()
            if getattr(person, name) in ("", None, Sex.UNKNOWN) or (newer and name in NEWER)
        }
        if taken:
            self.writes.append(Write("person", person.key, taken))


def enrolments_by_person(work: Workplace, course: str, everybody: Mapping[str, Person]) -> dict[str, str]:
    """Return person -> enrolment of a course; joined people count as the one they were joined into."""
    return {
        root_of(everybody, item.enrolment.person): item.enrolment.key
        for item in enrolments.list_enrolments(work.database, course)
    }
