"""The history of one mark: each value it had, who wrote it where, and how far it has come to the office."""

from collections.abc import Mapping
from typing import Any

from trainer_app.actions import standing
from trainer_app.actions.naming import Names
from trainer_app.actions.values import say, say_field
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Label
from trainer_app.domain.histories import MarkHistory, RowChange
from trainer_app.domain.keys import derive_key
from trainer_app.domain.schema import DELETED
from trainer_app.domain.sending import ChangeState
from trainer_app.store import chronicle
from trainer_app.store.chronicle import Written

_BESIDE = ("remark", "signed", "settled")
"""What may stand beside a mark, in the order in which it is told."""
_OF_MARK = ("mark", "missed", "early", "arrived")
_TOLD = (*_OF_MARK, *_BESIDE, DELETED)
_NO_MARK = Label("attendance.mark.none")
_STATES = tuple(ChangeState)


def mark_history(work: Workplace, enrolment: str, session: str) -> MarkHistory:
    """Return what was ever written about a mark, here and on other laptops, the newest first.

    Reads the whole journal: for one mark, on request.
    """
    key = derive_key("attendance", enrolment, session)
    names = Names(work)
    stands, contradicts = chronicle.standing(work.journal, "attendance", key, _TOLD)
    known: dict[str, Any] = {}
    changes = []
    for written in chronicle.written(work.database, "attendance", key):
        said = _said(names, written.values, known)
        known.update(written.values)
        if not said:
            continue
        changes.append(
            RowChange(
                said=said,
                values={name: value for name, value in written.values.items() if name in _TOLD},
                user=written.user,
                at=written.at,
                device=names.device(written.replica),
                file=written.file,
                state=standing.state_of(work, written.replica, written.number),
                stands=written.id in stands,
                contradicts=written.id in contradicts,
                decided=_decided(names, written),
                reason=written.reason,
            )
        )
    return MarkHistory(enrolment, session, tuple(reversed(changes)))


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
    said = []
    if values.get(DELETED) is True:
        return (_NO_MARK,)
    if "mark" in values:
        said.append(say(names, "attendance", values))
    elif values.get(DELETED) is False:
        said.append(say(names, "attendance", {"mark": None, **known, DELETED: False}))
    for name in _BESIDE:
        if name in values and values[name] != known.get(name):
            value = values[name]
            words = say_field(names, "attendance", name, value) if value else Label("review.value.blank")
            told = {"field": Label(f"review.field.attendance.{name}"), "value": words}
            said.append(Label("review.value.field", told))
    return tuple(said)


def _decided(names: Names, written: Written) -> tuple[tuple[str, Label], ...]:
    sides = [(user, said) for user, values in written.settled for said in _said(names, values, {})[:1]]
    return tuple(sides)
