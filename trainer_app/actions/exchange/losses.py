"""What an import changed for this laptop's user: own values that others replaced, and the news in words.

Replaced values are listed with both sides until somebody has seen them.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec
from msgspec import Struct

from trainer_app import VERSION
from trainer_app.actions.base import identity, naming, sync_status
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.saying import say
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.exchange import requests
from trainer_app.bundle.layout import Bundle
from trainer_app.domain.base import schema
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Entry
from trainer_app.domain.base.merging import same_value
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.schema import DELETED, ENTITIES
from trainer_app.domain.exchange.laptops import (
    DIVERGENCES,
    NEWER,
    Divergence,
    NewerChanges,
    NewerFile,
    NewerFiles,
    is_beyond,
)
from trainer_app.domain.review.contradictions import Loss, ReviewSide
from trainer_app.store.base.entry_history import count_beyond
from trainer_app.store.base.registers import ObjectState
from trainer_app.store.courses import courses
from trainer_app.store.exchange import losses, transfers
from trainer_app.store.exchange.losses import StoredLoss
from trainer_app.store.people.people import erased_keys

_VERSION = regex(r"[0-9][0-9A-Za-z.+-]{0,19}")
"""What another program says of itself may be shown if it looks like a version."""


def note_newer(work: Workplace, number: int, bundle: Bundle) -> NewerChanges | None:
    """Look how much of an import this version cannot show, and remember it. Use inside a transaction."""
    found = None
    beyond = [one.header for one in bundle.parts if any(is_beyond(entry) for entry in one.entries)]
    if beyond:
        header = max(beyond, key=lambda each: each.schema)
        version = ""
        if header.schema > schema.VERSION:
            version = header.app if _VERSION.fullmatch(header.app) else "?"
        count = count_beyond(work.database, number)
        found = NewerChanges(bundle.signer.code, version, count) if count else None
    files = _read(work)
    # The number of an import that brought nothing is given again: what was noted under it goes.
    if found is not None or files.pop(number, None) is not None:
        if found is not None:
            files[number] = NewerFile(found.device, found.version, found.count)
        _keep(work, files)
    return found


def waiting(work: Workplace) -> list[NewerChanges]:
    """Return what waits for the update, by laptop; after an update, what still does."""
    files = _read(work)
    if not files:
        return []
    there = {one.number for one in transfers.list_arrivals(work.database) if one.result != "undone"}
    counts = Counter[tuple[str, str]]()
    for number, one in files.items():
        if number in there:
            counts[one.device, one.version] += one.count
    return [NewerChanges(*who, count) for who, count in sorted(counts.items()) if count]


def divergences(work: Workplace) -> list[Divergence]:
    """Return the courses in which the newest packs found a difference, each with its code."""
    found = work.store.setting(DIVERGENCES)
    codes = {course.key: course.code for course in courses.list_courses(work.database)} if found else {}
    return [
        Divergence(one.course, codes.get(one.course, ""), one.devices, one.here, one.there) for one in found
    ]


def count_again(work: Workplace) -> None:
    """Count anew when somebody asks next: some of it may have been erased."""
    noted = work.store.setting(NEWER)
    if noted is not None:
        work.store.change_setting(NEWER, msgspec.structs.replace(noted, program=""))


def _read(work: Workplace) -> dict[int, NewerFile]:
    """Return import -> what of it waits, counted anew if another version of the program did so."""
    noted = work.store.setting(NEWER)
    if noted is None:
        return {}
    if noted.program == _program():
        return noted.files
    files = {
        number: msgspec.structs.replace(one, count=count_beyond(work.database, number))
        for number, one in noted.files.items()
    }
    _keep(work, files)
    return files


def _keep(work: Workplace, files: dict[int, NewerFile]) -> None:
    work.store.change_setting(NEWER, NewerFiles(_program(), files))


def _program() -> str:
    # Here and not above: most laptops have met no newer program.
    from trainer_app.store.exchange.integrity import vocabulary

    return f"{VERSION} {vocabulary()}"


def note(work: Workplace, arrival: int) -> int:
    """Find what an import replaced of this laptop's own values. Use inside `Journal.transaction`."""
    if work.role is Role.OFFICE:
        return 0
    own = work.journal.own_replicas()
    return losses.note_losses(work.database, arrival, own, work.clock.millis())


def count(work: Workplace) -> int:
    """Return how many own values were replaced and not seen yet."""
    if not losses.count_losses(work.database):
        return 0
    return len(_grouped(work, losses.list_losses(work.database, beside=False)))


def list_losses(work: Workplace, *, seen: bool = False) -> list[Loss]:
    """Return own values that others replaced, the newest first: not seen yet, or those seen before.

    What stands there again as it was written here is no loss any more and left out.
    """
    groups = _grouped(work, losses.list_losses(work.database, seen=seen))
    names = naming.Names(work)
    return [_loss(names, group) for group in groups]


@guarded
def acknowledge(work: Workplace, loss: str = "") -> int:
    """Note that one loss was seen, or all of them; return how many. Raises review.unknown."""
    found = [one for one in list_losses(work) if loss in ("", one.id)]
    if loss and not found:
        raise TrainerError("review.unknown")
    losses.mark_seen(work.database, [place for one in found for place in one.places])
    return len(found)


def _grouped(work: Workplace, found: Sequence[StoredLoss]) -> list[list[StoredLoss]]:
    """Put together what one entry did to one field of one row, and what is said of one person twice."""
    groups: dict[tuple[object, ...], list[StoredLoss]] = {}
    states = work.journal.projector.load({(one.own.e, one.own.k): None for one in found})
    for one in found:
        state = states[one.own.e, one.own.k]
        if not _is_back(state, one):
            groups.setdefault(_of_person(state, one) or (one.by_place, one.field), []).append(one)
    return [sorted(group, key=lambda one: one.own.e != "person") for group in groups.values()]


def _of_person(state: ObjectState, one: StoredLoss) -> tuple[object, ...] | None:
    """Return whose value was replaced by which: the same stands with a person and at each of the courses."""
    entity, field = one.own.e, one.field
    if entity not in ("person", "enrolment") or field == DELETED or field not in ENTITIES["person"].fields:
        return None
    person = one.own.k if entity == "person" else (state.outcome().row or {}).get("person")
    return person, field, repr(one.own.s.get(field)), repr(one.by.s.get(field)), one.by.r


def _is_back(state: ObjectState, one: StoredLoss) -> bool:
    """Tell whether the row says again what was written here, if only beside something else."""
    row = state.outcome().row
    if one.field == DELETED or not row:
        return bool(row)
    return all(
        any(same_value(head.value, value) for head in state.heads(name)) or row.get(name) == value
        for name, value in _values(one.own, one.field).items()
    )


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


def _side(names: naming.Names, entry: Entry, field: str, file: str = "") -> ReviewSide:
    values = _values(entry, field)
    if field == DELETED and not values:
        values = {name: value for name, value in entry.s.items() if name != DELETED}
    return ReviewSide(
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


class NewsBasis(Struct, frozen=True):
    """How things stood: courses (key -> code), open requests, own values lost, what the office has."""

    courses: Mapping[str, str]
    errands: frozenset[str]
    losses: int
    received: int
    safe: int
    revoked: int
    erased: int
    differing: frozenset[str]


def take_stock(work: Workplace) -> NewsBasis | None:
    """Look how things stand; None at the office, which is told file by file."""
    if work.role is Role.OFFICE:
        return None
    revoked = identity.revocations(work)
    return NewsBasis(
        {course.key: course.code for course in courses.list_courses(work.database)},
        frozenset(found.key for found in requests.open_requests(work)),
        count(work),
        sync_status.own_received(work),
        sync_status.own_receipts(work),
        len(revoked.certificates) if revoked else 0,
        len(erased_keys(work.database)),
        frozenset(found.code for found in divergences(work)),
    )


def tell_news(before: NewsBasis | None, after: NewsBasis | None) -> tuple[Label, ...]:
    """Return what is new, the most important first."""
    if before is None or after is None:
        return ()
    found = []
    new = [code for key, code in after.courses.items() if key not in before.courses]
    if new:
        found.append(Label("news.courses", {"count": len(new), "codes": ", ".join(new)}))
    counts = {
        "news.errands": len(after.errands - before.errands),
        "news.losses": after.losses - before.losses,
        "news.safe": after.safe - before.safe,
        "news.received": max(after.received, after.safe) - max(before.received, after.safe),
        "news.revoked": after.revoked - before.revoked,
        "news.erased": after.erased - before.erased,
        "news.lost": before.safe - after.safe,
    }
    found += [Label(code, {"count": count}) for code, count in counts.items() if count > 0]
    if new := sorted(after.differing - before.differing):
        found.insert(0, Label("news.differs", {"codes": ", ".join(new)}))
    return tuple(found)
