"""What analysts see of an office on a server, and of open data as one SQLite file: six views in plain words.

Four of them have the columns of the tables of the same name that leave as open data; two are made for whoever
counts: a participation with what is known of its course, and a person without a name. A column is declared
once, in `open_data` or here, and is called and means the same in both places. Where the two differ:

- on a server it is what is there now, in the file what was there when it was written;
- a person has another key on each: nobody can join an office's server with a file that it gave away;
- SQLite knows neither days nor yes and no: a day is a text there (2026-03-02), yes is 1;
- the file has the tables `courses`, `places`, `enrolments`, `people`, `forms`, `questions`, `answers` and
  `feedback` beside them, a server shows nothing else;
- points of tests that were answered question by question are counted by the program: on a server they are
  those of when it last did, which the view `about` tells.
"""

from collections.abc import Iterator

from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.courses.courses import CourseKind, CourseState, EnrolmentState
from trainer_app.domain.evaluations.forms import MIN_ANSWERS
from trainer_app.domain.office.open_data import EXPECTED_ABOUT, OpenField, OpenTable, OpenType, table
from trainer_app.domain.people.persons import Sex

SCHEMA = "analysis"
"""Where the views lie on a server."""
ABOUT = "about"
"""A view of (name, value) beside them: whose data it is, when tests were counted."""


def _same(name: str, about: str, *, of: str) -> OpenField:
    """Return a field as a table of the open data has it, under a name and words of its own."""
    found = next(field for field in table(of).fields if field.name == name)
    return OpenField(name, about, found.type, typed=found.typed, blank=found.blank, codes=found.codes)


def _count(name: str, about: str) -> OpenField:
    return OpenField(name, about, OpenType.WHOLE, blank=False)


def _day(name: str, about: str) -> OpenField:
    return OpenField(name, about, OpenType.DAY)


def _courses() -> Iterator[OpenField]:
    """Yield what a participation tells of its course."""
    yield OpenField("course_code", "The course's code", typed=True)
    for language in LANGUAGES:
        name = f"title_{language}"
        yield _same(name, f"Title of the course ({language})", of="courses")
    yield _same("project", "Code of the course's project", of="courses")
    yield _same("donor", "Donor of the project", of="courses")
    yield OpenField("kind", "What sort of event it is", blank=False, codes=tuple(CourseKind))
    yield _same("town", "Town where it takes place", of="places")
    yield _same("district", "District where it takes place", of="places")
    yield _day("first_day", "First day of the course")
    yield _day("last_day", "Last day of the course")
    yield OpenField("course_state", "How far the course has come", blank=False, codes=tuple(CourseState))


def _facts(about: str) -> Iterator[OpenField]:
    """Yield what is told of somebody where enough people share it."""
    yield OpenField("sex", f"Sex; {about}", codes=tuple(Sex))
    for name, said in (("rank", "Rank"), ("duty_district", "District of duty"), ("unit", "Unit")):
        yield OpenField(name, f"{said}; {about}", typed=True)


PARTICIPATIONS = OpenTable(
    "participations",
    "A person on the list of a course, with what is known of the course and of the person there. Of a person "
    "in two rows of it the leading one holds what counts of both, and the other one counts nothing.",
    (
        OpenField("enrolment", "Pseudonymous key of the participation", blank=False),
        OpenField("course", "Key of the course", blank=False),
        OpenField("person", "Pseudonymous key of the person", blank=False),
        *_courses(),
        OpenField("state", "How the person came onto the list, or left it", codes=tuple(EnrolmentState)),
        *_facts(f"told where at least {MIN_ANSWERS} of the course share it"),
        _count("expected", EXPECTED_ABOUT),
        _count("marked", "In how many sessions that were held the person has a mark"),
        _count("came", "In how many of these the person was present or late"),
        _count("minutes", "Minutes spent in these"),
        _count("certificates", "Certificates that stand (void and replaced ones do not)"),
    ),
    ("enrolment",),
)
PEOPLE = OpenTable(
    "people_without_names",
    "A person with at least one participation, and no name. People who were joined are one.",
    (
        OpenField("person", "Pseudonymous key of the person", blank=False),
        _count("courses", "On the lists of how many courses"),
        _day("first_day", "First day of the earliest course"),
        _day("last_day", "Last day of the latest course"),
        *_facts("blank where it is told nowhere, or not the same everywhere"),
        _count("came", "In how many sessions the person was present or late"),
        _count("minutes", "Minutes spent in these"),
        _count("certificates", "Certificates that stand"),
    ),
    ("person",),
)
SHARED = (PARTICIPATIONS, PEOPLE)
"""Views that are made of others, by one and the same query on a server and in a file."""


def _without_names(name: str) -> OpenTable:
    found = table(name)
    return OpenTable(found.name, found.about, found.shown(names=False), found.key)


VIEWS = (*SHARED, *map(_without_names, ("sessions", "marks", "tests", "certificates")))
"""All that an analyst sees on a server, beside `about`."""
