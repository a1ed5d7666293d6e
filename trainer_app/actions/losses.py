"""What this laptop wrote and others replaced: listed with both values and who, until somebody has seen it."""

from collections.abc import Sequence

from trainer_app.actions import naming
from trainer_app.actions.values import say
from trainer_app.actions.workplace import Role, Workplace
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.journal import Entry
from trainer_app.domain.losses import Loss
from trainer_app.domain.review import Side
from trainer_app.domain.schema import DELETED, ENTITIES
from trainer_app.store import chronicle
from trainer_app.store import losses as stored
from trainer_app.store.losses import StoredLoss


def note(work: Workplace, arrival: int) -> int:
    """Find what an import replaced of this laptop's own values. Use inside `Journal.transaction`."""
    if work.role is Role.OFFICE:
        return 0
    own = work.journal.own_replicas()
    return stored.note_losses(work.database, arrival, own, work.clock.millis())


def count(work: Workplace) -> int:
    """Return how many own values were replaced and not seen yet."""
    return len(_grouped(work, stored.list_losses(work.database))) if stored.count_losses(work.database) else 0


def list_losses(work: Workplace, *, seen: bool = False) -> list[Loss]:
    """Return own values that others replaced, the newest first: not seen yet, or those seen before.

    What stands there again as it was written here is no loss any more and left out.
    """
    groups = _grouped(work, stored.list_losses(work.database, seen=seen))
    names = naming.Names(work)
    return [_loss(names, group) for group in groups]


def acknowledge(work: Workplace, loss: str = "") -> int:
    """Note that one loss was seen, or all of them; return how many. Raises review.unknown."""
    found = [one for one in list_losses(work) if loss in ("", one.id)]
    if loss and not found:
        raise TrainerError("review.unknown")
    stored.mark_seen(work.database, [place for one in found for place in one.places])
    return len(found)


def _grouped(work: Workplace, found: Sequence[StoredLoss]) -> list[list[StoredLoss]]:
    """Put together what one entry did to one field of one row."""
    groups: dict[tuple[int, str], list[StoredLoss]] = {}
    for one in found:
        if not _is_back(work, one):
            groups.setdefault((one.by_place, one.field), []).append(one)
    return list(groups.values())


def _is_back(work: Workplace, one: StoredLoss) -> bool:
    """Tell whether the row shows again what was written here."""
    row = chronicle.row_of(work.journal, one.own.e, one.own.k)
    if one.field == DELETED:
        return bool(row)
    if not row:
        return False
    return all(row.get(name) == value for name, value in _values(one.own, one.field).items())


def _loss(names: naming.Names, group: list[StoredLoss]) -> Loss:
    one = group[0]
    entity, key = one.own.e, one.own.k
    title, place = names.describe(entity, key, one.field)
    _, course, session = names.places(entity, key)
    other = next((each for each in one.others if each.r != one.by.r), None)
    return Loss(
        id=f"{one.by_place}/{one.field}",
        entity=entity,
        key=key,
        title=title,
        place=place,
        own=_side(names, one.own, one.field),
        new=_side(names, one.by, one.field, one.file),
        settled=bool(one.others),
        other=_side(names, other, one.field) if other else None,
        course=course,
        session=session,
        places=tuple((each.place, each.by_place, each.field) for each in group),
    )


def _side(names: naming.Names, entry: Entry, field: str, file: str = "") -> Side:
    values = _values(entry, field)
    if field == DELETED and not values:
        values = {name: value for name, value in entry.s.items() if name != DELETED}
    return Side(
        values=values,
        user=entry.u,
        at=entry.t[0],
        device=names.device(entry.r),
        file=file,
        words=say(names, entry.e, values, entry.k),
        reason=entry.y,
    )


def _values(entry: Entry, field: str) -> dict[str, object]:
    """Return what an entry set of a field, and of those written together with it."""
    described = ENTITIES.get(entry.e)
    names = described.together if described and field in described.together else (field,)
    return {name: entry.s[name] for name in names if name in entry.s}
