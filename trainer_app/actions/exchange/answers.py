"""Forgets what was answered about rows of lists, once the people of those rows are erased or leave.

What stands for a row is a hash of what it says: whoever has the list can tell by it whose the row is.
"""

from collections.abc import Collection

from trainer_app.actions.base.workplace import Workplace
from trainer_app.domain.courses.roster_memory import ROSTER_ANSWERS, answers_without
from trainer_app.domain.exchange.laptops import ERASED_PEOPLE, PURGED_COURSES
from trainer_app.store.office import erasing


def forget_erased(work: Workplace) -> None:
    """Forget the answers about everybody who is erased here, by the ledger or by a file that came.

    Use inside the transaction by which that is known.
    """
    if not work.store.setting(ROSTER_ANSWERS):
        return
    shown = erasing.shown_people(work.database)
    people = work.store.setting(ERASED_PEOPLE).union(key for key, gone in shown.items() if gone)
    records = erasing.list_erasures(work.database)
    courses = work.store.setting(PURGED_COURSES).union(*(record.courses for record in records))
    forget(work, people, courses)


def forget(work: Workplace, people: Collection[str], courses: Collection[str]) -> None:
    """Forget the answers about some people, and about all rows of some courses."""
    known = work.store.setting(ROSTER_ANSWERS)
    kept = answers_without(known, people, courses)
    if kept != known:
        work.store.change_setting(ROSTER_ANSWERS, kept)
