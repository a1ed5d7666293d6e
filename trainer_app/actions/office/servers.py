"""The server of an office: whether it is fit, what it proves itself with, what analysts see.

A server is checked before anything is moved there. Its people are those of `base/server_people`.

What analysts see follows from what is there at the moment (`store.office.analyst_views`), but for points of
tests: these `count_tests` counts when a person asks for it. What an answer is worth is said once, in the
program: to say it again in SQL would give other figures some day.
"""

from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path

from trainer_app.actions.base import identity, server_home
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.evaluations import scores
from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.server_address import ServerFinding, judge_server, read_address
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import SOURCE
from trainer_app.store.base.rows import object_number
from trainer_app.store.courses.courses import list_courses
from trainer_app.store.office import analyst_views
from trainer_app.system.clock import Clock

type Counted = tuple[int, float, int, bool]
_SERVER_FILES = "server"
"""Stem of the names under which PostgreSQL looks for what it proves itself with."""


def check_server(text: str, password: str, clock: Clock) -> list[ServerFinding]:
    """Connect to a database and say what it is like for an office's data. Nothing is left behind in it.

    `text` is its address; `password` is what it holds none of, or "" where none is needed. Raises
    server.bad_address, server.unsafe, server.no_driver, and what connecting raises.
    """
    # Here and not above: an office whose data lie in a file never needs it.
    from trainer_app.store.base.server import ServerDatabase

    address = read_address(text)
    if password and not address.password:
        address = replace(address, password=password)
    with server_home.asked(), closing(ServerDatabase(address)) as database:
        return judge_server(database.look(clock.millis() // 1000))


def make_server_certificate(name: str, out: Path, clock: Clock) -> Path:
    """Make what a server proves itself with, in a new folder; return where it lies.

    `server.crt` is for every computer of the office, `server.key` for the server alone. A folder that is
    there gets a number. Raises server.bad_name and codes of the topic "files"; then nothing is left.
    """
    # Here and not above: only who sets up a server needs it.
    from trainer_app.bundle.server_certificate import make_certificate
    from trainer_app.system.files import NewFolder, write_checked

    certificate, key = make_certificate(name.strip(), clock.today("UTC"))
    with NewFolder(out) as folder:
        write_checked(folder.path / f"{_SERVER_FILES}.crt", certificate)
        write_checked(folder.path / f"{_SERVER_FILES}.key", key)
        return folder.place()


def check_on_server(work: Workplace) -> None:
    """Raise server.not_here unless the office's data lie on a server."""
    if not work.on_server:
        raise TrainerError("server.not_here")


@guarded
def count_tests(work: Workplace, progress: Progress = no_progress) -> int:
    """Count all tests of all courses for the view `tests`; return how many there are.

    Raises server.not_here, server.not_allowed, what `progress` raises: then all is as it was.
    """
    check_on_server(work)
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
                float(each.earned),
                each.out_of,
                each.paper in counts,
            )
            for each in found
        ]
