"""Which rows belong to a course as the tables show them now; quick, for one course at a time.

What must not miss a deleted row goes by `scopes` instead, which reads the whole journal.
"""

from collections.abc import Collection

from trainer_app.domain.merging import Object
from trainer_app.store.database import Database
from trainer_app.store.registry import find_number, key_text

_ENROLLED = "(SELECT id FROM enrolment WHERE course = :course)"
_NAMING = "t.course = :course"
_WAYS = {
    "course": "t.id = :course",
    "session": _NAMING,
    "assignment": _NAMING,
    "enrolment": _NAMING,
    "sitting": _NAMING,
    "paper": _NAMING,
    "feedback_paper": _NAMING,
    "attachment": _NAMING,
    "signatory": _NAMING,
    "person": "t.id IN (SELECT person FROM enrolment WHERE course = :course "
    "UNION SELECT person FROM assignment WHERE course = :course)",
    "attendance": f"t.enrolment IN {_ENROLLED}",
    "certificate": f"t.enrolment IN {_ENROLLED}",
    "printing": f"t.certificate IN (SELECT id FROM certificate WHERE enrolment IN {_ENROLLED})",
    "answer": "t.paper IN (SELECT id FROM paper WHERE course = :course)",
}
"""Entity -> how its table `t` leads to a course; people belong to every course that they take part in."""


def rows_of_course(database: Database, course: str, entities: Collection[str]) -> frozenset[Object]:
    """Return the rows of some entities that belong to a course."""
    number = find_number(database, "course", course)
    if number is None:
        return frozenset()
    found: set[Object] = set()
    for entity, way in _WAYS.items():
        if entity in entities:
            rows = database.select(
                f'SELECT registry.key FROM "{entity}" AS t JOIN registry ON registry.id = t.id '
                f"WHERE {way.replace(':course', str(int(number)))}"
            )
            found |= {(entity, key_text(key)) for (key,) in rows}
    return frozenset(found)
