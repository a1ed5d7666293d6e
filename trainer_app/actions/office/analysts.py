"""What analysts see of an office on a server is brought up to date: views, who may look, points of tests.

`arrange` is for whoever opens or makes an office on a server: it makes what is not there or is another
edition's, and costs one question otherwise. Points are counted when a person asks for it.
"""

from collections.abc import Iterator
from itertools import chain

from msgspec import Struct

from trainer_app.actions.base import identity
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.evaluations import scores
from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.texts import SOURCE
from trainer_app.store.base.database import Database
from trainer_app.store.base.postgres import POSTGRES
from trainer_app.store.base.rows import object_number
from trainer_app.store.courses.courses import list_courses
from trainer_app.store.office import analyst_views

type Counted = tuple[int, int, int, bool]


class Arranged(Struct, frozen=True):
    """What was done: whether views were made anew, and how many tests were counted."""

    views: bool
    tests: int


def is_on_server(database: Database) -> bool:
    """Tell whether there are views at all: a file has none, what leaves it has."""
    return database.dialect is POSTGRES


def count_tests(work: Workplace, progress: Progress = no_progress) -> int:
    """Count all tests of all courses for the view `tests`; return how many there are."""
    counted = list(chain.from_iterable(_of_courses(work, progress)))
    trust = identity.trust_list(work)
    office = trust.office.name.best(SOURCE) or trust.office.code if trust else ""
    moment = work.moment(work.clock.millis()).isoformat(timespec="seconds")
    about = {"office": office, "tests_counted_at": moment}
    analyst_views.keep_scores(work.database, counted, about)
    return len(counted)


def _of_courses(work: Workplace, progress: Progress) -> Iterator[list[Counted]]:
    listed = list_courses(work.database)
    for done, own in enumerate(listed):
        progress("analysts.counting", done / len(listed))
        course = own.key
        found = scores.all_scores(work, course)
        if not found:
            continue
        counts = {each.paper for each in scores.counted_tests(work, course).counted}
        yield [
            (object_number(work.database, "paper", each.paper), each.points, each.out_of, each.paper in counts)
            for each in found
        ]
