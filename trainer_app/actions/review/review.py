"""Review: contradictions and doubles that wait for a decision, settling them, and what was settled.

A decision is an ordinary entry of the journal. Doubles are what must be there once and is there twice:
numbers
on a list, serials, certificates.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from itertools import islice
from typing import Any

from trainer_app.actions.base import history, naming
from trainer_app.actions.base.history import options, say
from trainer_app.actions.base.naming import Names, differing
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates.eligibility import effect_of
from trainer_app.actions.people import joining
from trainer_app.actions.review import proposals
from trainer_app.actions.review.proposals import ProposalScope
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.fields import FieldKind, MergePolicy
from trainer_app.domain.base.journal import Value
from trainer_app.domain.base.schema import DELETED, ENTITIES, field_of, policy_of
from trainer_app.domain.base.structs import replace
from trainer_app.domain.certificates.eligibility import CompletionDecision
from trainer_app.domain.people.persons import Pair
from trainer_app.domain.review.contradictions import ReviewItem, ReviewKind, ReviewSide
from trainer_app.store.base import entry_history
from trainer_app.store.base.database import Database
from trainer_app.store.base.drafts import Step, Write
from trainer_app.store.base.entry_history import WrittenEntry
from trainer_app.store.certificates import certificates
from trainer_app.store.courses import courses
from trainer_app.store.review.contradictions import (
    Contradiction,
    StoredSide,
    count_by_fields,
    count_waiting_rows,
    find_contradiction,
    is_waiting,
    list_contradictions,
    waiting_rows,
    writers_of,
)


def count_doubles(work: Workplace) -> tuple[int, int]:
    """Return how many rows must get another number, and how many certificates another serial."""
    return sum(len(keys) - 1 for keys in _numbers(work)), len(_certificates(work))


def list_doubles(work: Workplace, names: Names, limit: int | None = None) -> list[ReviewItem]:
    """Return each row whose number or serial another, older row has; the sides are the two rows.

    With a limit so many of both.
    """
    pairs = ((keys[0], key) for keys in _numbers(work) for key in keys[1:])
    numbers = [_number_item(work, names, *pair) for pair in islice(pairs, limit)]
    shared = islice(_certificates(work).items(), limit)
    return [*numbers, *(_certificate_item(work, names, first, key) for key, first in shared)]


def _double(work: Workplace, names: Names, item: str) -> ReviewItem | None:
    """Return a double by its id."""
    entity, key, name = (*item.split("/"), "", "", "")[:3]
    if (entity, name) == ("enrolment", "number"):
        first = next((keys[0] for keys in _numbers(work) if key in keys[1:]), None)
        return _number_item(work, names, first, key) if first is not None else None
    if (entity, name) == ("certificate", "void") and key in (shared := _certificates(work)):
        return _certificate_item(work, names, shared[key], key)
    return None


def settle_double(work: Workplace, item: ReviewItem, place: int, reason: str, label: Label) -> Changes:
    """Settle one number given twice: the side at index `place` keeps it.

    Other participants get a new number; other certificates are declared void with `reason`.
    """
    keys = [str(side.values["row"]) for side in item.sides]
    others = [key for at, key in enumerate(keys) if at != place]
    if len(others) == len(keys):
        raise TrainerError("review.bad_choice")
    if item.kind is ReviewKind.DOUBLE_NUMBER:
        return _renumber(work, others, reason)
    fields: dict[str, Value] = {"void": True, "reason": reason or None}
    return work.journal.record(label, [Write("certificate", key, fields) for key in others])


def _numbers(work: Workplace) -> list[list[str]]:
    database = work.database
    return database.remembered(
        "double numbers",
        lambda: entry_history.find_equal_rows(database, "enrolment", ("course", "number")),
        ("enrolment", "course", "person"),
    )


def _certificates(work: Workplace) -> dict[str, str]:
    """Return each certificate that must go -> the older one that has its serial or its participant."""
    database = work.database
    return database.remembered(
        "double certificates", lambda: _read_certificates(database), ("certificate", "enrolment")
    )


def _read_certificates(database: Database) -> dict[str, str]:
    """Read the same: what shares a serial is decided first.

    Only what holds then can be one too many for a participant.
    """
    serials = entry_history.find_equal_rows(database, "certificate", ("serial",))
    shared = {key for keys in serials for key in keys}
    groups = [
        [key for key in keys if key not in shared]
        for keys in entry_history.find_equal_rows(database, "certificate", ("enrolment",))
    ]
    return {key: keys[0] for keys in (*serials, *groups) for key in keys[1:]}


def _number_item(work: Workplace, names: Names, first: str, second: str) -> ReviewItem:
    found = courses.get_enrolment(work.database, second)
    number, course = (found.enrolment.number, found.enrolment.course) if found else (0, "")
    return ReviewItem(
        id=f"enrolment/{second}/number",
        kind=ReviewKind.DOUBLE_NUMBER,
        entity="enrolment",
        key=second,
        fields=("number",),
        title=names.person_of_enrolment(second),
        place=Label("review.place.double_number", {"number": number, "course": names.course(course)}),
        sides=tuple(
            _side(work, names, "enrolment", key, names.person_of_enrolment(key), shown=key == first)
            for key in (first, second)
        ),
    )


def _certificate_item(work: Workplace, names: Names, first: str, second: str) -> ReviewItem:
    both = [certificates.get_certificate(work.database, key) for key in (first, second)]
    same = both[0] is not None and both[1] is not None and both[0].serial == both[1].serial
    place = Label("review.place.double_serial", {"serial": both[1].serial if both[1] else ""})
    words = [Label("review.value.text", {"text": one.facts.name if one else ""}) for one in both]
    if not same:
        # Two laptops issued for one participant: the names say nothing, the serials do.
        serials = [one.serial if one else "" for one in both]
        place = Label("review.place.double_certificate", {"first": serials[0], "second": serials[1]})
        words = [
            Label("review.value.text", {"text": f"{said.values['text']}, {serial}"})
            for said, serial in zip(words, serials, strict=True)
        ]
    return ReviewItem(
        id=f"certificate/{second}/void",
        kind=ReviewKind.DOUBLE_SERIAL,
        entity="certificate",
        key=second,
        fields=("void",),
        title=Label("review.value.text", {"text": both[1].facts.name if both[1] else ""}),
        place=place,
        sides=tuple(
            _side(work, names, "certificate", key, said, shown=key == first)
            for key, said in zip((first, second), words, strict=True)
        ),
    )


def _side(work: Workplace, names: Names, entity: str, key: str, words: Label, *, shown: bool) -> ReviewSide:
    """Return a row as a side, with who made it."""
    made = entry_history.creating_entry(work.journal, entity, key)
    if made is None:
        return ReviewSide({"row": key}, words=words, shown=shown)
    device = names.device(made.replica)
    return ReviewSide({"row": key}, made.user, made.at, device, made.file, shown=shown, words=words)


def _renumber(work: Workplace, keys: list[str], reason: str) -> Changes:
    every = [found.enrolment for found in courses.list_enrolments(work.database)]
    writes, number = [], 0
    for key in keys:
        course = next(found.course for found in every if found.key == key)
        number = max(number, *(found.number for found in every if found.course == course)) + 1
        writes.append(Write("enrolment", key, {"number": number}, reason=reason))
    return work.journal.record(Label("review.step.renumber", {"number": number}), writes)


_ALIKE = (ReviewKind.CONTRADICTION, ReviewKind.DELETED, ReviewKind.IMMUTABLE)
"""What can be decided for many at once."""
_DOUBLES = (ReviewKind.DOUBLE_NUMBER, ReviewKind.DOUBLE_SERIAL)
_SETTLING = ("review.step.", "person.step.join", "person.step.unjoin", "person.step.distinct")


def count(work: Workplace) -> int:
    """Return how many decisions are open, without making their words."""
    return sum(counts(work).values())


def counts(work: Workplace) -> dict[ReviewKind, int]:
    """Return how many decisions of each kind are open, without reading any of them."""
    found = dict.fromkeys(ReviewKind, 0)
    for (entity, names), rows in count_by_fields(work.journal).items():
        found[_kind_of(entity, names)] += rows
    found[ReviewKind.PROPOSAL] = proposals.count(work)
    found[ReviewKind.DOUBLE_NUMBER], found[ReviewKind.DOUBLE_SERIAL] = count_doubles(work)
    found[ReviewKind.WAITING] = count_waiting_rows(work.journal)
    found[ReviewKind.JOINED_APART] = len(joining.joins_of(work).contradicting)
    return found


def list_items(work: Workplace, limit: int | None = None) -> list[ReviewItem]:
    """Return everything that waits for a decision, contradictions first.

    With a limit so many of each kind of item, of each laptop and of each field as many: what one laptop wrote
    by the thousand costs nothing to look past, and hides nothing. `counts` tells how many there are.
    """
    names = naming.Names(work)
    items = [_item(names, found) for found in list_contradictions(work.journal, limit)]
    waiting = [_waiting(work, names, *row) for row in waiting_rows(work.journal, limit)]
    found = [_placed(names, item) for item in (*items, *list_doubles(work, names, limit), *waiting)]
    apart = [_joined_apart(work, names, pair) for pair in joining.joins_of(work).contradicting[:limit]]
    return [*proposals.list_items(work, names, limit), *found, *apart]


def get_item(work: Workplace, item: str) -> ReviewItem:
    """Return one item by its id. Raises review.unknown."""
    found = find_item(work, item)
    if found is None:
        raise TrainerError("review.unknown")
    return found


def find_item(work: Workplace, item: str) -> ReviewItem | None:
    """Return one item by its id; None if it does not wait, or no more."""
    names = naming.Names(work)
    entity, _, rest = item.partition("/")
    key, _, name = rest.partition("/")
    proposed = proposals.find_item(work, names, name)
    if proposed is not None:
        return proposed
    contradiction = find_contradiction(work.journal, entity, key, name)
    found = _item(names, contradiction) if contradiction is not None else _double(work, names, item)
    if found is None and name == DELETED and is_waiting(work.journal, entity, key):
        found = _waiting(work, names, entity, key)
    if found is not None and found.id == item:
        return _placed(names, found)
    for pair in joining.joins_of(work).contradicting:
        if item == f"pair/{pair.key}/group":
            return _joined_apart(work, names, pair)
    return None


def settle(work: Workplace, item: str, take: str, reason: str = "") -> Changes:
    """Decide one item: `take` is ours (what is shown now), theirs, # and a side's place, or a new value.

    A decision is an ordinary entry that replaces all values; it can be undone. The reason travels with it to
    whoever wrote the other value. What waits is brought back (keep) or deleted. Raises review.unknown,
    review.bad_choice.
    """
    found = get_item(work, item)
    if found.kind is ReviewKind.PROPOSAL:
        return _settle_proposal(work, found, take, reason)
    if found.kind is ReviewKind.JOINED_APART:
        return _settle_joined_apart(work, found, _place_of(found, take), reason)
    if found.kind in _DOUBLES:
        place = _place_of(found, take)
        said = found.sides[place].words or Label("review.value.blank")
        return settle_double(work, found, place, reason.strip(), _label(found, said, reason))
    values = _chosen(work, found, take)
    label = _label(found, _words_of(work, found, values), reason)
    why = reason.strip()
    if DELETED not in values:
        return work.journal.record(label, _decide(found, values, why))
    if found.kind is ReviewKind.WAITING and not values[DELETED]:
        return work.journal.record(label, _bring_back(work, found, why))
    return work.journal.record(
        label, [Write(found.entity, found.key, delete=bool(values[DELETED]), reason=why)]
    )


def alike(work: Workplace, item: ReviewItem) -> list[ReviewItem]:
    """Return the other items of the same kind: the same field of such rows, from the same laptops."""
    names = naming.Names(work)
    if item.kind is ReviewKind.PROPOSAL:
        return proposals.others_alike(work, names, item)
    found = (find_contradiction(work.journal, *place) for place in _alike(work, names, item))
    return [_placed(names, _item(names, one)) for one in found if one is not None]


def count_alike(work: Workplace, item: ReviewItem) -> int:
    """Return how many those are, without making their words."""
    if item.kind is ReviewKind.PROPOSAL:
        return proposals.reach(work, item)[ProposalScope.KIND] - 1
    return len(_alike(work, naming.Names(work), item))


_ALIKE_AT_ONCE = 2_000
"""Contradictions that are decided with one press at most: as many as two laptops of a large course make."""


def _alike(work: Workplace, names: Names, item: ReviewItem) -> list[tuple[str, str, str]]:
    """Return (entity, key, field) of the other contradictions between the same laptops."""
    devices = {side.device for side in item.sides}
    if item.kind not in _ALIKE or item.more or len(devices) < len(item.sides):
        return []
    found = writers_of(work.journal, item.entity, item.fields, _ALIKE_AT_ONCE)
    return [
        (entity, key, fields[0])
        for (entity, key, fields), writers in found
        if key != item.key
        and len(writers) == len(item.sides)
        and {names.device(replica) for replica in writers} == devices
    ]


def settle_alike(work: Workplace, item: str, take: str, reason: str = "") -> Changes:
    """Decide an item and all others of its kind: always what the laptop says whose side is taken.

    It is one step, which undo takes back as a whole. Raises review.unknown, review.bad_choice.
    """
    found = get_item(work, item)
    if found.kind is ReviewKind.PROPOSAL:
        return _settle_proposal(work, found, take, reason, ProposalScope.KIND)
    if found.kind not in _ALIKE:
        raise TrainerError("review.bad_choice")
    device = found.sides[_place_of(found, take)].device
    items = [found, *alike(work, found)]
    writes = []
    for one in items:
        side = next(side for side in one.sides if side.device == device)
        gone, why = side.values.get(DELETED) is True, reason.strip()
        if DELETED in one.fields:
            writes.append(Write(one.entity, one.key, delete=gone, reason=why))
        else:
            writes += _decide(one, dict(side.values), why)
    told = {"count": len(items), "device": device, "reason": reason.strip()}
    code = "review.step.settle_alike_because" if reason.strip() else "review.step.settle_alike"
    return work.journal.record(Label(code, told), writes)


def settle_until(work: Workplace, item: str, take: str, reason: str = "") -> Changes:
    """Take or leave a proposal and all that the same laptop had asked for before it: one step.

    So what a stolen laptop wrote can be looked at and settled. Raises review.unknown, review.bad_choice.
    """
    found = get_item(work, item)
    if found.kind is not ReviewKind.PROPOSAL:
        raise TrainerError("review.bad_choice")
    return _settle_proposal(work, found, take, reason, ProposalScope.UNTIL)


def count_until(work: Workplace, item: ReviewItem) -> int:
    """Return how many other proposals `settle_until` would settle with an item; 0 for what is none."""
    if item.kind is not ReviewKind.PROPOSAL:
        return 0
    return proposals.reach(work, item)[ProposalScope.UNTIL] - 1


def _settle_proposal(
    work: Workplace, item: ReviewItem, take: str, reason: str, scope: ProposalScope = ProposalScope.ONE
) -> Changes:
    taken = _place_of(item, take) == proposals.PROPOSED
    return proposals.settle(work, item.id, taken=taken, reason=reason, scope=scope)


def effect(work: Workplace, item: ReviewItem, side: ReviewSide) -> CompletionDecision | None:
    """Return which certificate a side would give, with the reasons; None where it touches none."""
    return effect_of(work, item.entity, item.key, side.values)


def choices(item: ReviewItem) -> tuple[tuple[str, Label], ...]:
    """Return the values that a third one may be chosen from; none where it is typed freely."""
    return item.choices or (options(item.entity, item.fields[0]) if item.fields else ())


def takes_other_value(item: ReviewItem) -> bool:
    """Tell whether a third value may be typed or chosen for an item."""
    if item.kind is not ReviewKind.CONTRADICTION:
        return False
    described = field_of(item.entity, item.fields[0])
    return described is not None and described.kind in (FieldKind.TEXT, FieldKind.NUMBER, FieldKind.DAY)


def earlier(work: Workplace, item: ReviewItem, limit: int | None = None) -> list[ReviewSide]:
    """Return what was written there, the newest first, with who, when and which laptop; `limit` of it."""
    names = naming.Names(work)
    fields = () if DELETED in item.fields or item.kind in _DOUBLES else item.fields
    found = entry_history.written_entries(work.database, item.entity, item.key, fields)
    return [
        ReviewSide(
            values=one.values,
            user=one.user,
            at=one.at,
            device=names.device(one.replica),
            file=one.file,
            words=say(names, item.entity, one.values, item.key),
            saw=tuple(
                (user, say(names, item.entity, values, item.key)) for user, values in one.saw if values
            ),
            reason=one.reason,
        )
        for one in islice(reversed(found), limit)
    ]


def settled(work: Workplace, limit: int = 100) -> list[Step]:
    """Return the decisions made on this computer, the newest first; undone ones stay and say so."""
    steps = history.recent(work, 20 * limit)
    return [step for step in steps if step.label.code.startswith(_SETTLING)][:limit]


def _place_of(item: ReviewItem, take: str) -> int:
    """Return which side is meant."""
    shown = next((index for index, side in enumerate(item.sides) if side.shown), 0)
    others = [place for place in range(len(item.sides)) if place != shown]
    if take == "ours" and item.sides:
        return shown
    if take == "theirs" and others:
        return others[0]
    if take.startswith("#") and take[1:].isdecimal() and int(take[1:]) < len(item.sides):
        return int(take[1:])
    raise TrainerError("review.bad_choice")


def _chosen(work: Workplace, item: ReviewItem, take: str) -> dict[str, Value]:
    if DELETED in item.fields:
        if take.startswith("#"):
            return {DELETED: item.sides[_place_of(item, take)].values.get(DELETED) is True}
        if take in ("ours", "theirs", "keep", "delete"):
            return {DELETED: take in ("theirs", "delete")}
        raise TrainerError("review.bad_choice")
    if take in ("ours", "theirs") or take.startswith("#"):
        return dict(item.sides[_place_of(item, take)].values)
    if item.entity == "answer":
        return {item.fields[0]: naming.Names(work).papers.read_answer(item.key, take)}
    return _typed(item, take)


def _decide(item: ReviewItem, values: dict[str, Value], reason: str) -> list[Write]:
    """Return what writes a decision: of the row, and of the participations that say the same."""
    rows = [(item.entity, item.key), *(("enrolment", key) for key in item.echoes)]
    return [Write(*row, _reopening(item, values), reason=reason) for row in rows]


def _reopening(item: ReviewItem, values: dict[str, Value]) -> dict[str, Value]:
    """Take away why a signature did not fit where another mark or tick is decided on than the one shown."""
    shown = next((side.values for side in item.sides if side.shown), values)
    decides = item.entity == "attendance" and any(
        name in values and values[name] != shown.get(name) for name in ("mark", "signed")
    )
    return {**values, "settled": None} if decides else values


def _typed(item: ReviewItem, text: str) -> dict[str, Value]:
    """Read a third value: "late 15" for a mark, "16.5 20" for points, else the field's own form."""
    words = text.split() if len(item.fields) > 1 else [text.strip()]
    if not item.fields or len(words) > len(item.fields):
        raise TrainerError("review.bad_choice")
    values: dict[str, Value] = {}
    for index, name in enumerate(item.fields):
        word = words[index] if index < len(words) else ""
        values[name] = _read(item, name, word)
    return values


def _read(item: ReviewItem, name: str, word: str) -> Value:
    described = field_of(item.entity, name)
    if described is not None and described.kind is FieldKind.NUMBER:
        if item.entity == "paper" and name in ("points", "out_of"):
            return _hundredths(item, name, word)
        if word and not word.isdigit():
            raise TrainerError("review.bad_choice")
        return int(word or 0)
    allowed = {value for value, _ in options(item.entity, name)}
    if word and allowed and word not in allowed:
        raise TrainerError("review.bad_choice")
    return word or None


def _hundredths(item: ReviewItem, name: str, word: str) -> int:
    """Parse "12,5" into hundredths of a point (1250).

    An empty maximum keeps the larger one of the two sides' maxima.
    """
    if not word and name == "out_of":
        return max(int(side.values.get("out_of") or 0) for side in item.sides)
    try:
        value = Decimal(word.replace(",", ".")) * 100
    except InvalidOperation as problem:
        raise TrainerError("review.bad_choice") from problem
    if not value.is_finite() or value < 0 or value != value.to_integral_value():
        raise TrainerError("review.bad_choice")
    return int(value)


def _words_of(work: Workplace, item: ReviewItem, values: Mapping[str, Any]) -> Label:
    if DELETED in values:
        return Label("review.value.deleted" if values[DELETED] else "review.value.kept")
    return say(naming.Names(work), item.entity, values, item.key, _differing(item.entity, item.sides))


def _label(item: ReviewItem, value: Label, reason: str) -> Label:
    values = {"title": item.title, "place": item.place, "value": value}
    if not reason.strip():
        return Label("review.step.settle", values)
    return Label("review.step.settle_because", {**values, "reason": reason.strip()})


def _placed(names: naming.Names, item: ReviewItem) -> ReviewItem:
    person, course, session = names.places(item.entity, item.key)
    return replace(item, person=person, course=course, session=session)


def _item(names: naming.Names, found: Contradiction) -> ReviewItem:
    kind = _kind_of(found.entity, found.fields)
    title, place = names.describe(found.entity, found.key, found.fields[0])
    sides = tuple(_contradiction_side(names, found, side, kind) for side in found.sides)
    item = f"{found.entity}/{found.key}/{found.fields[0]}"
    own = names.papers.choices(found.key) if found.entity == "answer" else ()
    if found.echoes:
        courses = dict.fromkeys(names.course(names.places("enrolment", key)[1]) for key in found.echoes)
        place = Label("review.place.echoes", {"place": place, "courses": ", ".join(courses)})
    return ReviewItem(
        item,
        kind,
        found.entity,
        found.key,
        found.fields,
        title,
        place,
        sides,
        choices=own,
        more=found.more,
        echoes=found.echoes,
    )


def _kind_of(entity: str, fields: tuple[str, ...]) -> ReviewKind:
    if fields == (DELETED,):
        return ReviewKind.DELETED
    immutable = policy_of(entity, fields[0]) is MergePolicy.IMMUTABLE
    return ReviewKind.IMMUTABLE if immutable else ReviewKind.CONTRADICTION


def _differing(entity: str, sides: Sequence[ReviewSide | StoredSide]) -> list[int]:
    """Return where anonymous sheets differ: only that is told of them; nothing for anything else."""
    if entity != "feedback_paper":
        return []
    lists = [value for side in sides for value in side.values.values() if isinstance(value, list)]
    return differing(lists)


def _contradiction_side(
    names: naming.Names, found: Contradiction, side: StoredSide, kind: ReviewKind
) -> ReviewSide:
    shown = side.shown
    if kind is ReviewKind.DELETED:
        shown = side.values.get(DELETED) is not True
    return ReviewSide(
        values=side.values,
        user=side.user,
        at=side.at,
        device=names.device(side.replica),
        file=side.file,
        shown=shown,
        words=say(names, found.entity, side.values, found.key, _differing(found.entity, found.sides)),
    )


def _waiting(work: Workplace, names: naming.Names, entity: str, key: str) -> ReviewItem:
    """Return a row that is shown nowhere, with a way to bring back what it belongs to if that was deleted."""
    # Where nothing counts that says what it belongs to, it is all of what such rows belong to.
    nameless = (str(ENTITIES[entity].fields[ENTITIES[entity].parents[0]].target), False)
    parent, gone = next(iter(_parents(work, entity, key)), nameless)
    code = "review.place.parent_deleted" if gone else "review.place.parent_missing"
    place = Label(code, {"row": Label(f"review.entity.{entity}"), "parent": Label(f"review.entity.{parent}")})
    made = entry_history.creating_entry(work.journal, entity, key)
    delete = ReviewSide({DELETED: True}, words=Label("review.value.deleted"))
    back = ReviewSide(
        {DELETED: False},
        user=made.user if made else "",
        at=made.at if made else 0,
        device=names.device(made.replica) if made else "",
        file=made.file if made else "",
        words=Label("review.value.bring_back"),
    )
    return ReviewItem(
        id=f"{entity}/{key}/{DELETED}",
        kind=ReviewKind.WAITING,
        entity=entity,
        key=key,
        fields=(DELETED,),
        title=names.describe(entity, key, DELETED)[0],
        place=place,
        sides=(back, delete) if gone else (delete,),
    )


def _parents(work: Workplace, entity: str, key: str) -> list[tuple[str, bool]]:
    """Return (entity, was it deleted) of each parent that is not there; deleted ones first."""
    return sorted(
        ((target, gone) for target, _, gone in _missing(work, entity, key)), key=lambda each: not each[1]
    )


def _missing(work: Workplace, entity: str, key: str) -> list[tuple[str, str, bool]]:
    """Return (entity, key, was it deleted) of the rows without which this one is not shown."""
    row = entry_history.shown_row(work.journal, entity, key)
    found = []
    for name in ENTITIES[entity].parents:
        target, parent = ENTITIES[entity].fields[name].target or "", str(row.get(name) or "")
        if parent and not entry_history.shown_row(work.journal, target, parent):
            found.append((target, parent, entry_history.is_deleted(work.journal, target, parent)))
    return found


def _bring_back(work: Workplace, item: ReviewItem, reason: str) -> list[Write]:
    rows = [(target, key) for target, key, gone in _missing(work, item.entity, item.key) if gone]
    if not rows:
        raise TrainerError("review.bad_choice")
    return [Write(target, key, delete=False, reason=reason) for target, key in rows]


_ONE_PERSON = 1
"""The place of the side that says that they are one person."""


def _settle_joined_apart(work: Workplace, item: ReviewItem, place: int, reason: str) -> Changes:
    """Part two people, with what hangs on the second, or take back that they are not the same."""
    first, second = (str(item.sides[0].values[name]) for name in ("first", "second"))
    if place == _ONE_PERSON:
        return joining.keep_joined(work, first, second, reason)
    return joining.not_the_same(work, first, second, reason)


def _joined_apart(work: Workplace, names: Names, pair: Pair) -> ReviewItem:
    """Return a pair of whom was said that they are not the same, and who are one person by way of others.

    Each of those joins counts, so that nobody is hidden. Only laptops that did not know of each other can say
    both: one who joins takes back what was said otherwise.
    """
    both = {"first": pair.first, "second": pair.second}
    joins = joining.joins_of(work)
    # The way from one to the other goes by these, of whom the last one written closed it.
    tying = [own.key for own in joins.joined if own.people & joins.group(pair.first)]
    written = [entry_history.creating_entry(work.journal, "pair", key) for key in tying]
    last = max((each for each in written if each is not None), key=lambda each: each.at, default=None)
    one = Label("review.value.one_person", {"shown": names.person(joins.head(pair.first))})
    said = entry_history.creating_entry(work.journal, "pair", pair.key)
    return ReviewItem(
        id=f"pair/{pair.key}/group",
        kind=ReviewKind.JOINED_APART,
        entity="pair",
        key=pair.key,
        fields=("one",),
        title=names.pair(both),
        place=Label("review.place.joined_apart"),
        sides=(
            _told_side(names, said, {**both, "one": False}, Label("review.value.two_people")),
            _told_side(names, last, {**both, "one": True}, one, shown=True),
        ),
    )


def _told_side(
    names: Names, made: WrittenEntry | None, values: dict[str, object], words: Label, *, shown: bool = False
) -> ReviewSide:
    if made is None:
        return ReviewSide(values, words=words, shown=shown)
    device = names.device(made.replica)
    return ReviewSide(values, made.user, made.at, device, made.file, shown=shown, words=words)
