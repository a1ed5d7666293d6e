"""Review: what waits for a decision, settling it, and what was settled.

A decision is an ordinary entry of the journal.

`WaitingInReview` counts what the list shows, for the number beside it in the sidebar. Decisions are counted
at once. Who may be one person is known only when people are compared: where few changed that is done at once
too, where many did when Review is opened, off the thread of the window. Both share one finder.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from trainer_app.actions.base import history, joint, naming
from trainer_app.actions.base.naming import Names, differing
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.saying import options, say, say_each
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates.effects import effect_of
from trainer_app.actions.exchange import incoming, losses
from trainer_app.actions.exchange.erased import UNDO_ENDS
from trainer_app.actions.people import joining
from trainer_app.actions.people.directory import Directory
from trainer_app.actions.review import proposals
from trainer_app.actions.review.inconsistencies import (
    bring_back,
    count_doubles,
    count_twice,
    find_double,
    find_twice,
    joined_apart_item,
    list_doubles,
    list_twice,
    settle_double,
    settle_joined_apart,
    settle_twice,
    waiting_item,
)
from trainer_app.actions.review.proposals import ProposalScope
from trainer_app.domain.base.changes import Changes, Label, Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.fields import FieldKind
from trainer_app.domain.base.journal import Value
from trainer_app.domain.base.merging import RowKey
from trainer_app.domain.base.schema import DELETED, ENTITIES, field_of
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import ERASED
from trainer_app.domain.certificates.eligibility import CompletionDecision
from trainer_app.domain.courses.courses import EnrolmentState
from trainer_app.domain.review.contradictions import (
    LAPTOPS_DISAGREE,
    Covered,
    ReviewItem,
    ReviewKind,
    ReviewSide,
    SettledBefore,
    SettledBy,
    kind_of,
    read_hundredths,
    told_undone,
)
from trainer_app.store.base import entry_history
from trainer_app.store.base.drafts import Step, Write, forgotten_until
from trainer_app.store.base.entry_history import WrittenEntry
from trainer_app.store.courses.courses import enrolments_of_person, get_enrolment
from trainer_app.store.exchange.transfers import count_entries
from trainer_app.store.people.people import joins
from trainer_app.store.review.contradictions import (
    Contradiction,
    count_by_fields,
    count_waiting_rows,
    decided_rows,
    find_contradiction,
    is_waiting,
    list_contradictions,
    waiting_rows,
    writers_of,
)
from trainer_app.store.review.sides import StoredSide

if TYPE_CHECKING:
    from trainer_app.domain.people.matching import Candidate, CandidateFinder

_IN_ONE_PRESS = ("attendance",)
"""Entities whose rows are let go or kept with the same press as what stands in them: a row is one mark."""
_DOUBLES = (ReviewKind.DOUBLE_NUMBER, ReviewKind.DOUBLE_SERIAL, ReviewKind.TWICE_ON_LIST)
_NAME = frozenset(("family", "given", "patronymic", "latin"))
_SETTLING = (
    "review.step.",
    "enrolment.step.keep_row",
    "person.step.join",
    "person.step.unjoin",
    "person.step.distinct",
)


def count(work: Workplace) -> int:
    """Return how many decisions are open, without making their words."""
    return sum(counts(work).values())


def counts(work: Workplace) -> dict[ReviewKind, int]:
    """Return how many decisions of each kind are open, without reading any of them."""
    found = dict.fromkeys(ReviewKind, 0)
    for (entity, names), rows in count_by_fields(work.journal).items():
        found[kind_of(entity, names)] += rows
    found[ReviewKind.PROPOSAL] = proposals.count(work)
    found[ReviewKind.DOUBLE_NUMBER], found[ReviewKind.DOUBLE_SERIAL] = count_doubles(work)
    found[ReviewKind.TWICE_ON_LIST] = count_twice(work)
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
    waiting = [waiting_item(work, names, *row) for row in waiting_rows(work.journal, limit)]
    doubles = (*list_doubles(work, names, limit), *list_twice(work, names, limit))
    found = [_placed(names, item) for item in (*items, *doubles, *waiting)]
    apart = [joined_apart_item(work, names, pair) for pair in joining.joins_of(work).contradicting[:limit]]
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
    found = _item(names, contradiction) if contradiction is not None else find_double(work, names, item)
    found = found or find_twice(work, names, item)
    if found is None and name == DELETED and is_waiting(work.journal, entity, key):
        found = waiting_item(work, names, entity, key)
    if found is not None and found.id == item:
        return _placed(names, found)
    for pair in joining.joins_of(work).contradicting:
        if item == f"pair/{pair.key}/group":
            return joined_apart_item(work, names, pair)
    return None


@guarded
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
        return settle_joined_apart(work, found, _place_of(found, take), reason)
    if found.kind is ReviewKind.TWICE_ON_LIST:
        return settle_twice(work, found, _place_of(found, take), reason)
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
        return work.journal.record(label, bring_back(work, found, why))
    return work.journal.record(label, [_keep_or_delete(found, values, why)])


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
    """Return (entity, key, field) of the other contradictions between the same laptops.

    Whether a mark is kept at all is asked and answered along with which one it is.
    """
    devices = {side.device for side in item.sides}
    # Only that can be decided for many at once.
    if item.kind not in LAPTOPS_DISAGREE or item.more or len(devices) < len(item.sides):
        return []
    kinds = [item.fields]
    if item.entity in _IN_ONE_PRESS and (DELETED in item.fields or item.fields == _together(item.entity)):
        kinds = [_together(item.entity), (DELETED,)]
    found = [one for each in kinds for one in writers_of(work.journal, item.entity, each, _ALIKE_AT_ONCE)]
    return [
        (entity, key, fields[0])
        for (entity, key, fields), writers in found
        if key != item.key
        and len(writers) == len(item.sides)
        and {names.device(replica) for replica in writers} == devices
    ]


@guarded
def settle_alike(work: Workplace, item: str, take: str, reason: str = "") -> Changes:
    """Decide an item and all others of its kind: always what the laptop says whose side is taken.

    It is one step, which undo takes back as a whole. Raises review.unknown, review.bad_choice.
    """
    found = get_item(work, item)
    if found.kind is ReviewKind.PROPOSAL:
        return _settle_proposal(work, found, take, reason, ProposalScope.KIND)
    if found.kind not in LAPTOPS_DISAGREE:
        raise TrainerError("review.bad_choice")
    device = found.sides[_place_of(found, take)].device
    items = [found, *alike(work, found)]
    writes = []
    for one in items:
        side = next(side for side in one.sides if side.device == device)
        if DELETED in one.fields:
            writes.append(_keep_or_delete(one, _of_row(one, side), reason.strip()))
        else:
            writes += _decide(one, dict(side.values), reason.strip())
    told = {"count": len(items), "device": device, "reason": reason.strip()}
    code = "review.step.settle_alike_because" if reason.strip() else "review.step.settle_alike"
    return work.journal.record(Label(code, told), writes)


@guarded
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


def decided_beside(work: Workplace, item: ReviewItem) -> Label | None:
    """Return what was decided here lately of another part of the same person's name, if anything."""
    if item.entity != "person" or not _NAME.issuperset(item.fields):
        return None
    others = _NAME.difference(item.fields)
    # Few: it is asked at every item that is looked at, and one decides the parts of a name together.
    lately = (each for each in history.recent(work, 20) if each.label.code.startswith(_SETTLING))
    for step in lately:
        for entry in () if step.undone else work.store.history.entries(step.number):
            if (entry.e, entry.k) == ("person", item.key) and not others.isdisjoint(entry.s):
                return say_each(naming.Names(work), entry.e, entry.s, entry.k)
    return None


def settled(work: Workplace, limit: int = 100) -> list[Step]:
    """Return the decisions made on this computer, the newest first; undone ones stay and say so."""
    steps = history.recent(work, 20 * limit)
    return [step for step in steps if step.label.code.startswith(_SETTLING)][:limit]


def settled_since(work: Workplace) -> int | None:
    """Return the moment of an erasure that `settled` does not go beyond: the words of steps name people.

    What was decided before stands in the journal, thus in the history of each entry and in the evidence.
    """
    return forgotten_until(work.database, UNDO_ENDS)


_BEFORE = 200  # entries that are looked at
_AT_ONE_TIME = 100  # milliseconds


def settled_before(
    work: Workplace, progress: Progress = no_progress
) -> tuple[tuple[SettledBefore, ...], int]:
    """Return what was decided on this computer up to that moment, the newest first, as the journal tells it.

    Reads all of it. Of erased people the other number counts the entries: they were written anew, without the
    reason, and what was decided about their own data stands there no more. Answers to proposals, and who is
    one person, are not among it: requests and joined people have lists of their own. Who are two, is.
    """
    since = settled_since(work)
    if since is None:
        return (), 0
    whole = max(count_entries(work.database), 1)

    def tell(part: int, count: int) -> None:
        progress("evidence.progress.reading", (part + min(count / whole, 1)) / 2)

    rows = decided_rows(work.journal, since, _BEFORE, partial(tell, 0))
    written = entry_history.written_of_rows(work.database, rows, partial(tell, 1))
    names = naming.Names(work)
    found = [
        (each, _covered(names, row, each))
        for row, entries in written.items()
        for each in entries
        if each.replica == work.journal.replica and each.at <= since and _decides(work, row, each)
    ]
    told = [pair for pair in found if not _is_nameless(pair[1].title)]
    presses: list[list[tuple[WrittenEntry, Covered]]] = []
    for pair in sorted(told, key=lambda pair: pair[0].number):
        if presses and _is_one_press(presses[-1][-1][0], pair[0]):
            presses[-1].append(pair)
        else:
            presses.append([pair])
    newest = [
        SettledBefore(first.at, first.user, first.reason, tuple(covered for _, covered in press))
        for press in reversed(presses[-_BEFORE:])
        for first in [press[0][0]]
    ]
    return tuple(newest), len(found) - len(told)


def _decides(work: Workplace, row: RowKey, written: WrittenEntry) -> bool:
    """Tell whether an entry decided something here: a reason has also who left a course, by no decision."""
    entity, key = row
    if entity == "pair":
        return written.values.get("one") is False
    if (
        entity == "enrolment"
        and not written.settled
        and written.values.get("state") == EnrolmentState.WITHDRAWN
    ):
        return bool(written.reason) and _stands_twice(work, key)
    return bool(written.settled or written.reason)


def _stands_twice(work: Workplace, enrolment: str) -> bool:
    """Tell whether somebody has another row on the same list: then one was withdrawn by a decision."""
    found = get_enrolment(work.database, enrolment)
    if found is None:
        return False
    course, group = found.enrolment.course, joins(work.database).group(found.enrolment.person)
    rows = (each for key in group for each in enrolments_of_person(work.database, key))
    return sum(each.course == course for each in rows) > 1


def _is_nameless(title: Label) -> bool:
    return any(isinstance(said, str) and said.startswith(ERASED) for said in title.values.values())


def _is_one_press(before: WrittenEntry, after: WrittenEntry) -> bool:
    """Tell whether one press wrote two entries: at one time, for one reason."""
    same = (before.user, before.reason) == (after.user, after.reason)
    return same and after.at - before.at < _AT_ONE_TIME


def _leading(values: Mapping[str, Value]) -> str:
    """Return the field that a decision is called by: minutes and arrival stand beside a mark."""
    return "mark" if "mark" in values else next(iter(values))


def _covered(names: Names, row: RowKey, written: WrittenEntry) -> Covered:
    values = {name: value for name, value in written.values.items() if name != DELETED}
    title, place = names.describe(*row, _leading(values or written.values))
    words = say_each(names, row[0], written.values, row[1])
    return Covered(title, place, told_undone(words, undone=written.undone))


def settled_by(work: Workplace, step: int) -> SettledBy:
    """Return who made a decision of this computer; of joined or parted people also who they are."""
    entries = work.store.history.entries(step)
    pair = next((entry.k for entry in entries if entry.e == "pair"), None)
    user = next((entry.u for entry in entries), "")
    names, stands = naming.Names(work), _stands(work, step)
    if pair is not None:
        return SettledBy(user, _pair_of(work, names, pair), stands=stands)
    renumbered = next((entry for entry in entries if entry.e == "enrolment" and "number" in entry.s), None)
    if renumbered is None:
        return SettledBy(user, stands=stands)
    course = names.course(names.places("enrolment", renumbered.k)[1])
    return SettledBy(user, None, names.person_of_enrolment(renumbered.k), course, stands)


def _stands(work: Workplace, step: int) -> bool:
    try:
        return work.store.history.still_stands(step)
    except TrainerError:
        return False


def _pair_of(work: Workplace, names: naming.Names, key: str) -> Label:
    """Return the names of two people, also where what was said of them was taken back."""
    said = entry_history.creating_entry(work.journal, "pair", key)
    return names.pair(said.values if said is not None else {})


def covered(work: Workplace, step: int) -> list[Covered]:
    """Return the rows that a decision of this computer was about, each with what was decided."""
    names = naming.Names(work)
    found = []
    for entry in work.store.history.entries(step):
        # What answers a proposal stands beside the row that it is about.
        if entry.e == "pair" and entry.s:
            title = _pair_of(work, names, entry.k)
            found.append(Covered(title, None, say_each(names, entry.e, entry.s, entry.k)))
        elif entry.e != "decision" and entry.s:
            title, place = names.describe(entry.e, entry.k, _leading(entry.s))
            found.append(Covered(title, place, say_each(names, entry.e, entry.s, entry.k)))
    return found


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
            return _of_row(item, item.sides[_place_of(item, take)])
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


def _of_row(item: ReviewItem, side: ReviewSide) -> dict[str, Value]:
    """Return what a side says of a row that may go: that it goes, or stays with its own in what differs."""
    if side.values.get(DELETED) is True:
        return {DELETED: True}
    return {DELETED: False, **{name: side.values[name] for name in item.contested if name in side.values}}


def _keep_or_delete(item: ReviewItem, values: Mapping[str, Value], reason: str) -> Write:
    """Return what lets a row go, or keeps it with what those say who did not delete it."""
    gone = values[DELETED] is True
    chosen = {name: value for name, value in values.items() if name != DELETED}
    fields = {} if gone else _reopening(item, {**item.kept, **chosen})
    return Write(item.entity, item.key, fields, delete=gone, reason=reason)


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
            return read_hundredths(item, name, word)
        if word and not word.isdigit():
            raise TrainerError("review.bad_choice")
        return int(word or 0)
    allowed = {value for value, _ in options(item.entity, name)}
    if word and allowed and word not in allowed:
        raise TrainerError("review.bad_choice")
    return word or None


def _words_of(work: Workplace, item: ReviewItem, values: Mapping[str, Any]) -> Label:
    if DELETED in values and len(values) == 1:
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
    kind = kind_of(found.entity, found.fields)
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
        kept=found.kept,
        contested=found.contested,
    )


def _together(entity: str) -> tuple[str, ...]:
    """Return the fields of an entity that are decided together."""
    return ENTITIES[entity].together


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
    said = say(names, found.entity, side.values, found.key, _differing(found.entity, found.sides))
    return ReviewSide(
        values=side.values,
        user=side.user,
        at=side.at,
        device=names.device(side.replica),
        file=side.file,
        shown=shown,
        words=Label("review.value.taken_back") if side.taken_back else said,
        taken_back=side.taken_back,
    )


AT_ONCE = 300
"""People who are compared while the window waits."""
PEOPLE = ("person", "pair", "enrolment", "course")
"""Entities whose change can alter who may be one person."""


class WaitingInReview:
    """Holds what costs more than a moment to count, from one change to the next: `pairs` of people too.

    `found` are their keys; `compared` tells whether everybody who changed was looked at for them.
    """

    def __init__(self, work: Workplace) -> None:
        self._work = work
        self._finder: CandidateFinder | None = None
        self.pairs, self._beside = 0, 0
        self.found: frozenset[frozenset[str]] = frozenset()
        self.compared = False

    @property
    def finder(self) -> "CandidateFinder":
        """Compares people, and only who changed since it was asked last."""
        if self._finder is None:
            # Here and not above: nobody is compared before the window is seen.
            from trainer_app.domain.people.matching import CandidateFinder

            self._finder = CandidateFinder()
        return self._finder

    def take(self, finder: "CandidateFinder", pairs: Sequence["Candidate"]) -> None:
        """Take over what was found elsewhere."""
        self._finder = finder
        self._note(pairs)

    def count(self) -> int:
        """Return how much waits, as far as it is known."""
        return count(self._work) + len(joint.list_waiting(self._work)) + self.pairs + self._beside

    def look(self, changes: Changes | None = None) -> int:
        """Return the same after a change; without one everything is looked at anew."""
        everything = changes is None or not changes.touched
        if everything or (changes is not None and changes.touches(*PEOPLE)):
            self._compare()
        # A mark is a step and leaves these as they are; what a file brought may be marks, and has no step.
        if changes is None or changes.step is None or not changes.touches("attendance"):
            self._beside = losses.count(self._work) + len(incoming.list_set_aside(self._work))
        return self.count()

    def _compare(self) -> None:
        directory = Directory(self._work)
        self.compared = self.finder.count_changed(directory.matchable) <= AT_ONCE
        if self.compared:
            self._note(joining.candidates_of(self._work, directory, self.finder))

    def _note(self, pairs: Sequence["Candidate"]) -> None:
        self.pairs, self.compared = len(pairs), True
        self.found = frozenset(frozenset((each.a, each.b)) for each in pairs)
