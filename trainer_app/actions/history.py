"""Undo and redo, in words."""

from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Changes, Label
from trainer_app.store.history import Step


def undo(work: Workplace) -> Changes:
    """Take back the newest step. Raises history.nothing_to_undo, history.changed_since."""
    return work.store.history.undo()


def redo(work: Workplace) -> Changes:
    """Do again what was undone last. Raises history.nothing_to_redo, history.changed_since."""
    return work.store.history.redo()


def undo_step(work: Workplace, step: int) -> Changes:
    """Take back one step as a whole. Raises history.changed_since, history.undone_already."""
    return work.store.history.undo_step(step)


def undo_label(work: Workplace) -> Label | None:
    """Return what undo would take back, in words."""
    step = work.store.history.next_undo()
    return step.label if step else None


def redo_label(work: Workplace) -> Label | None:
    """Return what redo would do again, in words."""
    step = work.store.history.next_redo()
    return step.label if step else None


def recent(work: Workplace, limit: int = 50) -> list[Step]:
    """Return the newest steps, newest first."""
    return work.store.history.recent(limit)
