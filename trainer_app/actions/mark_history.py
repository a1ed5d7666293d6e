"""The history of one mark: each value it had, who wrote it where, and how far it has come to the office."""

from collections.abc import Mapping
from typing import Any

from trainer_app.actions import standing
from trainer_app.actions.naming import Names
from trainer_app.actions.row_history import row_history, say_beside
from trainer_app.actions.values import say
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Label
from trainer_app.domain.histories import RowHistory
from trainer_app.domain.keys import derive_key
from trainer_app.domain.schema import DELETED
from trainer_app.domain.sending import ChangeState
from trainer_app.store import chronicle

_BESIDE = ("remark", "signed", "settled")
"""What may stand beside a mark, in the order in which it is told."""
_TOLD = ("mark", "missed", "early", "arrived", *_BESIDE, DELETED)
_STATES = tuple(ChangeState)


def mark_history(work: Workplace, enrolment: str, session: str) -> RowHistory:
    """Return what was ever written about a mark; see `row_history`."""
    key = derive_key("attendance", enrolment, session)
    return row_history(work, "attendance", key, _TOLD, _said)


def mark_state(work: Workplace, enrolment: str, session: str) -> ChangeState | None:
    """Return how far a mark has come to the office, without reading the journal.

    Of several values that contradict each other it is the one that has come least far. None at the office,
    for a mark that another laptop has written, and where none was ever made.
    """
    key = derive_key("attendance", enrolment, session)
    rests_on = chronicle.newest(work.journal, "attendance", key, "mark")
    found = [standing.state_of(work, replica, number) for replica, number in rests_on]
    return min((state for state in found if state), key=_STATES.index, default=None)


def _said(names: Names, values: Mapping[str, Any], known: Mapping[str, Any]) -> tuple[Label, ...]:
    """Return what an entry says, after others had written what is `known`."""
    if values.get(DELETED) is True:
        return (Label("attendance.mark.none"),)
    said: tuple[Label, ...] = ()
    if "mark" in values:
        said = (say(names, "attendance", values),)
    elif values.get(DELETED) is False:
        said = (say(names, "attendance", {"mark": None, **known, DELETED: False}),)
    for name in _BESIDE:
        said += say_beside(names, "attendance", name, values, known)
    return said
