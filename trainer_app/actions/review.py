"""Review: what waits for a decision, and settling it by an ordinary entry."""

from collections.abc import Mapping
from typing import Any

from trainer_app.actions import naming
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.attendance import Mark
from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.enrolments import EnrolmentState
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.journal import Value
from trainer_app.domain.people import Sex
from trainer_app.domain.review import ReviewItem, ReviewKind, Side
from trainer_app.domain.schema import DELETED, Kind, Policy, field_of, policy_of
from trainer_app.store import certificates, enrolments
from trainer_app.store import review as stored
from trainer_app.store.journal import Write
from trainer_app.store.review import Contradiction, StoredSide

_OPTIONS = {
    ("attendance", "mark"): tuple(Mark),
    ("person", "sex"): tuple(Sex),
    ("enrolment", "state"): tuple(EnrolmentState),
}
"""Fields whose values are words from a list."""


def count(work: Workplace) -> int:
    """Return how many decisions are open."""
    return len(list_items(work))


def list_items(work: Workplace) -> list[ReviewItem]:
    """Return everything that waits for a decision, contradictions first."""
    names = naming.Names(work)
    items = [_item(names, found) for found in stored.list_contradictions(work.journal)]
    return [*items, *_double_numbers(work, names), *_double_serials(work, names), *_waiting(work, names)]


def get_item(work: Workplace, item: str) -> ReviewItem:
    """Return one item by its id. Raises review.unknown."""
    for found in list_items(work):
        if found.id == item:
            return found
    raise TrainerError("review.unknown")


def settle(work: Workplace, item: str, take: str, reason: str = "") -> Changes:
    """Decide one item: `take` is ours (what is shown now), theirs, the side's number, or a new value.

    A decision is an ordinary entry that replaces all values; it can be undone. Raises review.unknown,
    review.bad_choice.
    """
    found = get_item(work, item)
    if found.kind is ReviewKind.DOUBLE_NUMBER:
        return _renumber(work, found)
    values = _chosen(found, take)
    label = Label("review.step.settle", {"reason": reason.strip()})
    if DELETED in values:
        return work.journal.record(label, [Write(found.entity, found.key, delete=bool(values[DELETED]))])
    return work.journal.record(label, [Write(found.entity, found.key, values)])


def _chosen(item: ReviewItem, take: str) -> dict[str, Value]:
    sides = item.sides
    if item.fields == (DELETED,) and take in ("ours", "theirs", "keep", "delete"):
        return {DELETED: take in ("theirs", "delete")}
    shown = next((place for place, side in enumerate(sides) if side.shown), 0)
    if take == "ours" and sides:
        return dict(sides[shown].values)
    others = [place for place in range(len(sides)) if place != shown]
    if take == "theirs" and others:
        return dict(sides[others[0]].values)
    if take.startswith("#") and take[1:].isdigit() and int(take[1:]) < len(sides):
        return dict(sides[int(take[1:])].values)
    return _typed(item, take)


def _typed(item: ReviewItem, text: str) -> dict[str, Value]:
    """Read a third value: "late 15" for a mark, else the field's own form."""
    if not item.fields or item.fields == (DELETED,):
        raise TrainerError("review.bad_choice")
    words = text.split()
    if len(words) > len(item.fields) and len(item.fields) > 1:
        raise TrainerError("review.bad_choice")
    if len(item.fields) == 1:
        words = [text.strip()]
    values: dict[str, Value] = {}
    for place, name in enumerate(item.fields):
        described = field_of(item.entity, name)
        word = words[place] if place < len(words) else ""
        if described is not None and described.kind is Kind.NUMBER:
            if word and not word.isdigit():
                raise TrainerError("review.bad_choice")
            values[name] = int(word or 0)
        else:
            options = _OPTIONS.get((item.entity, name))
            if word and options and word not in options:
                raise TrainerError("review.bad_choice")
            values[name] = word or None
    return values


def _item(names: naming.Names, found: Contradiction) -> ReviewItem:
    kind = ReviewKind.CONTRADICTION
    if found.fields == (DELETED,):
        kind = ReviewKind.DELETED
    elif policy_of(found.entity, found.fields[0]) is Policy.IMMUTABLE:
        kind = ReviewKind.IMMUTABLE
    title, place = names.describe(found.entity, found.key, found.fields[0])
    sides = tuple(_side(names, found.entity, side) for side in found.sides)
    item = f"{found.entity}/{found.key}/{found.fields[0]}"
    return ReviewItem(item, kind, found.entity, found.key, found.fields, title, place, sides)


def _side(names: naming.Names, entity: str, side: StoredSide) -> Side:
    return Side(
        values=side.values,
        user=side.user,
        at=side.at,
        device=names.device(side.replica),
        file=side.file,
        shown=side.shown,
        words=say(entity, side.values),
    )


def say(entity: str, values: Mapping[str, Any]) -> Label:
    """Return a side's values in words: "late, 20 minutes", or the value itself."""
    if values.get(DELETED) is True:
        return Label("review.value.deleted")
    if entity == "attendance" and "mark" in values:
        missed = int(values.get("missed") or 0)
        mark = Label(f"attendance.mark.{values['mark'] or 'none'}")
        return Label("review.value.minutes", {"mark": mark, "missed": missed}) if missed else mark
    if entity == "paper" and "points" in values:
        points, out_of = values["points"], values.get("out_of") or 0
        if points is None:
            return Label("review.value.blank")
        return Label("review.value.points", {"points": _hundredths(points), "out_of": _hundredths(out_of)})
    shown = [value for name, value in values.items() if name != DELETED and value is not None]
    if not shown:
        return Label("review.value.blank")
    return Label("review.value.text", {"text": " ".join(str(value) for value in shown)})


def _hundredths(value: int) -> str:
    whole, part = divmod(value, 100)
    return f"{whole}.{part:02d}".rstrip("0").rstrip(".")


def _double_numbers(work: Workplace, names: naming.Names) -> list[ReviewItem]:
    taken: dict[tuple[str, int], list[str]] = {}
    for item in enrolments.list_enrolments(work.database):
        own = item.enrolment
        taken.setdefault((own.course, own.number), []).append(own.key)
    return [
        ReviewItem(
            id=f"enrolment/{key}/number",
            kind=ReviewKind.DOUBLE_NUMBER,
            entity="enrolment",
            key=key,
            fields=("number",),
            title=names.person_of_enrolment(key),
            place=Label("review.place.double_number", {"number": number, "course": names.course(course)}),
        )
        for (course, number), keys in taken.items()
        for key in keys[1:]
    ]


def _renumber(work: Workplace, item: ReviewItem) -> Changes:
    all_items = enrolments.list_enrolments(work.database)
    own = next(found.enrolment for found in all_items if found.enrolment.key == item.key)
    number = 1 + max(found.enrolment.number for found in all_items if found.enrolment.course == own.course)
    label = Label("review.step.renumber", {"number": number})
    return work.journal.record(label, [Write("enrolment", item.key, {"number": number})])


def _double_serials(work: Workplace, names: naming.Names) -> list[ReviewItem]:
    taken: dict[str, list[str]] = {}
    for found in certificates.list_certificates(work.database):
        if found.state == "issued":
            taken.setdefault(found.serial, []).append(found.key)
    return [
        ReviewItem(
            id=f"certificate/{key}/void",
            kind=ReviewKind.DOUBLE_SERIAL,
            entity="certificate",
            key=key,
            fields=("void",),
            title=names.describe("certificate", key, "serial")[0],
            place=Label("review.place.double_serial", {"serial": serial}),
            sides=(Side({"void": False}, shown=True), Side({"void": True})),
        )
        for serial, keys in taken.items()
        for key in keys[1:]
    ]


def _waiting(work: Workplace, names: naming.Names) -> list[ReviewItem]:
    return [
        ReviewItem(
            id=f"{entity}/{key}/{DELETED}",
            kind=ReviewKind.WAITING,
            entity=entity,
            key=key,
            fields=(DELETED,),
            title=Label(f"review.entity.{entity}"),
            place=Label("review.place.waiting"),
        )
        for entity, key in stored.waiting_rows(work.journal)
    ]
