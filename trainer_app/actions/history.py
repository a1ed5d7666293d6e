"""Undo and redo, in words."""

from collections.abc import Callable

from trainer_app.actions import feedback_papers
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.errors import TrainerError
from trainer_app.store import exchange
from trainer_app.store.history import Step

_CERTIFYING = ("certificate.step.issue", "certificate.step.replace", "certificate.step.void")
"""Steps that others rely on once a file has carried them away."""


def undo(work: Workplace) -> Changes:
    """Take back the newest step.

    Raises history.nothing_to_undo, history.changed_since, history.used_since, history.certificates_sent,
    history.certificates_printed.
    """
    step = work.store.history.next_undo()
    if step is not None:
        _check_not_sent(work, step)
    try:
        return _inverted(work, step, work.store.history.undo)
    except TrainerError as error:
        if error.code == "history.changed_since" and step is not None:
            work.overruled_step = step.number
        raise


def redo(work: Workplace) -> Changes:
    """Do again what was undone last. Raises history.nothing_to_redo, history.changed_since."""
    return _inverted(work, work.store.history.next_redo(), work.store.history.redo)


def undo_step(work: Workplace, step: int) -> Changes:
    """Take back one step as a whole. Raises as `undo`, and history.undone_already."""
    found = work.store.history.find(step)
    if found is not None:
        _check_not_sent(work, found)
    return _inverted(work, found, lambda: work.store.history.undo_step(step))


def undo_label(work: Workplace) -> Label | None:
    """Return what undo would take back, in words; None once that was refused because values changed."""
    step = work.store.history.next_undo()
    return step.label if step and step.number != work.overruled_step else None


def redo_label(work: Workplace) -> Label | None:
    """Return what redo would do again, in words."""
    step = work.store.history.next_redo()
    return step.label if step else None


def recent(work: Workplace, limit: int = 50) -> list[Step]:
    """Return the newest steps, newest first."""
    return work.store.history.recent(limit)


def last_written(work: Workplace) -> int | None:
    """Return when something was written to the database last, by a person or from a file, in wall ms."""
    steps = recent(work, 1)
    moments = [step.at for step in steps] + [exchange.last_arrival(work.database)]
    return max((moment for moment in moments if moment), default=None)


def _inverted(work: Workplace, step: Step | None, invert: Callable[[], Changes]) -> Changes:
    """Take a step back or do it again; papers of nobody that leave the journal wait as drafts again."""
    if step is not None and step.label.code == feedback_papers.ENTER:
        return feedback_papers.undo_entering(work, invert)
    try:
        return invert()
    except TrainerError as error:
        if error.code == "history.used_since" and step is not None and step.label.code in _CERTIFYING:
            # What rests on a certificate is the count of its prints: its number is in people's hands.
            raise TrainerError("history.certificates_printed") from error
        raise


def _check_not_sent(work: Workplace, step: Step) -> None:
    """Refuse to undo an issue that a file has carried to the office: such papers are declared void."""
    if step.label.code not in _CERTIFYING:
        return
    sent = [found.at for found in exchange.list_departures(work.database) if found.kind in ("sync", "part")]
    if sent and max(sent) >= step.at:
        raise TrainerError("history.certificates_sent")
