"""Points of tests as analysts see them on a server: counted by the program, when a person asks for it.

All else that they see follows from what is there at the moment; see `store.office.analyst_views`. What an
answer is worth is said once, in the program: to say it again in SQL would give other figures some day.
"""

from collections.abc import Iterator
from itertools import chain

from trainer_app.actions.base import identity
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.evaluations import scores
from trainer_app.actions.office.server_people import check_server
from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.texts import SOURCE
from trainer_app.store.base.rows import object_number
from trainer_app.store.courses.courses import list_courses
from trainer_app.store.office import analyst_views

type Counted = tuple[int, int, int, bool]


def count_tests(work: Workplace, progress: Progress = no_progress) -> int:
    """Count all tests of all courses for the view `tests`; return how many there are.

    Raises server.not_here, server.not_allowed, what `progress` raises: then all is as it was.
    """
    check_server(work)
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
        progress("server.counting_tests", done / len(listed))
        course = own.key
        found = scores.all_scores(work, course)
        if not found:
            continue
        counts = {each.paper for each in scores.counted_tests(work, course).counted}
        yield [
            (
                object_number(work.database, "paper", each.paper),
                each.points,
                each.out_of,
                each.paper in counts,
            )
            for each in found
        ]
