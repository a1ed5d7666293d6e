"""What laptops propose and only the office may decide: looking, taking, leaving, one or many at once.

An entry whose author may not write all of it changes nothing (`domain.base.authority`). The office takes it
by writing the same itself, or leaves it; either way a row of `decision` answers it, which the laptop gets
with its next pack. On a laptop its own proposals are only counted: the office has to agree.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from trainer_app.actions.base import identity
from trainer_app.actions.base.naming import Names
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.saying import say_each
from trainer_app.actions.base.workplace import Workplace
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Value, author_of, derive_key
from trainer_app.domain.base.schema import DELETED, ENTITIES, field_of
from trainer_app.domain.exchange.laptops import fits
from trainer_app.domain.review.contradictions import ReviewItem, ReviewKind, ReviewSide
from trainer_app.store.base import entry_history
from trainer_app.store.base.drafts import Write
from trainer_app.store.review.proposals import (
    Proposal,
    count_alike,
    count_proposals,
    count_until,
    find_proposal,
    list_alike,
    list_proposals,
    list_until,
    waiting_entries,
    without_a_home,
)

NOW, PROPOSED = 0, 1
"""Places of an item's sides: what stands there now, and what is proposed."""


class ProposalScope(StrEnum):
    """How much is decided with one press."""

    ONE = "one"
    KIND = "kind"
    """The same fields of such rows, from the same laptop."""
    UNTIL = "until"
    """Everything that the same laptop wrote up to this, whatever it is about."""


def count(work: Workplace) -> int:
    """Return how many proposals the office has to decide; none on a laptop, which decides nothing."""
    return count_proposals(work.journal) if work.decides else 0


def count_own(work: Workplace) -> int:
    """Return how many changes made on this laptop wait until the office agrees."""
    if work.decides:
        return 0
    own = set(work.journal.own_replicas())
    waiting = waiting_entries(work.journal, {author_of(name) for name in own})
    places = {place for place, entry in waiting if entry.r in own}
    return len(places - without_a_home(work.journal, places))


def list_items(work: Workplace, names: Names, limit: int | None = None) -> list[ReviewItem]:
    """Return what the office has to decide, the oldest first; nothing on a laptop.

    With a limit so many, and of each laptop as many.
    """
    if not work.decides:
        return []
    return [_item(work, names, found) for found in list_proposals(work.journal, limit)]


def find_item(work: Workplace, names: Names, name: str) -> ReviewItem | None:
    """Return what the office has to decide by the last part of its id; None if there is no such proposal."""
    found = find_proposal(work.journal, name) if work.decides else None
    return _item(work, names, found) if found is not None else None


def others_alike(work: Workplace, names: Names, item: ReviewItem) -> list[ReviewItem]:
    """Return what the same laptop asks for about the same fields of such rows, beside this."""
    waiting = list_alike(work.journal, _found(work, item.id))
    return [found for found in (_item(work, names, each) for each in waiting) if found.id != item.id]


def reach(work: Workplace, item: ReviewItem) -> Mapping[ProposalScope, int]:
    """Return how many proposals each scope takes in, this one among them."""
    here = _found(work, item.id)
    return {
        ProposalScope.ONE: 1,
        ProposalScope.KIND: count_alike(work.journal, here),
        ProposalScope.UNTIL: count_until(work.journal, here),
    }


@guarded
def settle(
    work: Workplace,
    item: str,
    *,
    taken: bool,
    reason: str = "",
    scope: ProposalScope = ProposalScope.ONE,
) -> Changes:
    """Take or leave a proposal, or all within a scope, in one step that undo takes back as a whole.

    What this version cannot show is not taken, unseen, nor what names a row that is not here. Raises
    review.unknown, review.beyond, review.names_nothing, office.not_an_office.
    """
    if not work.decides:
        raise TrainerError("office.not_an_office")
    here = _found(work, item)
    chosen = _within(work, here, scope)
    codes = identity.known_replicas(work)
    writes = [_answer(found, codes.get(found.entry.r, ""), reason.strip(), taken=taken) for found in chosen]
    if taken:
        _check_takable(work, chosen)
        writes = [write for found in chosen for write in _rewritten(found)] + writes
    values = {
        "count": len(chosen),
        "device": _device(codes, here),
        "what": Label(f"review.entity.{here.entry.e}"),
        "reason": reason.strip(),
    }
    code = "review.step.take_proposal" if taken else "review.step.leave_proposal"
    return work.journal.record(Label(f"{code}_because" if reason.strip() else code, values), writes)


_ROWS_NAMED = ("person", "course", "enrolment", "session", "paper", "certificate")
"""Without these a row is nowhere to be seen. Forms and designs may come with the program, and are no rows."""


def _check_takable(work: Workplace, chosen: Sequence[Proposal]) -> None:
    proposed = {(found.entry.e, found.entry.k) for found in chosen}
    for entry in (found.entry for found in chosen):
        for name, value in entry.s.items():
            if not fits(entry.e, name, value):
                raise TrainerError("review.beyond")
            described = field_of(entry.e, name)
            target = described.target if described is not None else None
            named = target in _ROWS_NAMED and value is not None and (target, value) not in proposed
            if named and not entry_history.shown_row(work.journal, str(target), str(value)):
                raise TrainerError("review.names_nothing")


def _within(work: Workplace, here: Proposal, scope: ProposalScope) -> list[Proposal]:
    """Return the proposals that a scope takes in, the oldest first."""
    match scope:
        case ProposalScope.ONE:
            return [here]
        case ProposalScope.KIND:
            return list_alike(work.journal, here)
        case ProposalScope.UNTIL:
            return list_until(work.journal, here)


def _found(work: Workplace, item: str) -> Proposal:
    found = find_proposal(work.journal, item.rpartition("/")[2])
    if found is None:
        raise TrainerError("review.unknown")
    return found


def _answer(found: Proposal, device: str, reason: str, *, taken: bool) -> Write:
    fields: dict[str, Value] = {"entry": found.id, "device": device, "taken": taken, "reason": reason or None}
    return Write("decision", derive_key("decision", found.id), fields)


def _rewritten(found: Proposal) -> list[Write]:
    """Return what the office writes to take a proposal."""
    entry = found.entry
    fields = {name: value for name, value in entry.s.items() if name != DELETED}
    if DELETED not in entry.s:
        return [Write(entry.e, entry.k, fields)]
    return [Write(entry.e, entry.k, fields, delete=entry.s[DELETED] is True)]


def _device(codes: Mapping[str, str], found: Proposal) -> str:
    return codes.get(found.entry.r, found.entry.r[:6])


def _item(work: Workplace, names: Names, found: Proposal) -> ReviewItem:
    entry = found.entry
    fields = tuple(entry.s)
    title, place = names.describe(entry.e, entry.k, fields[0])
    known = all(name == DELETED or field_of(entry.e, name) is not None for name in fields)
    row = (entry_history.shown_row if known else entry_history.row_of)(work.journal, entry.e, entry.k)
    if entry.e == "pair" and not row:
        title = names.pair(entry.s)
    now: dict[str, Any] = {name: row.get(name) for name in fields if name != DELETED}
    if DELETED in entry.s:
        now[DELETED] = not row
    person, course, session = _places(names, found)
    side = ReviewSide(
        values=dict(entry.s),
        user=entry.u,
        at=entry.t[0],
        device=names.device(entry.r),
        file=found.file,
        words=say_each(names, entry.e, entry.s, entry.k),
        reason=entry.y,
    )
    words = say_each(names, entry.e, now, entry.k) if row else Label("review.value.not_there")
    return ReviewItem(
        id=f"{entry.e}/{entry.k}/{found.id}",
        kind=ReviewKind.PROPOSAL,
        entity=entry.e,
        key=entry.k,
        fields=fields,
        title=title,
        place=Label("review.place.early", {"place": place}) if found.early else place,
        sides=(ReviewSide(values=now, shown=True, words=words), side),
        person=person,
        course=course,
        session=session,
    )


def _places(names: Names, found: Proposal) -> tuple[str, str, str]:
    """Return the person, the course and the session of a row; of one that is not there, as it would be."""
    there = names.places(found.entry.e, found.entry.k)
    said = tuple(str(found.entry.s.get(name) or "") for name in ("person", "course", "session"))
    described = ENTITIES.get(found.entry.e)
    if described is None:
        return there
    person, course, session = (known or told for known, told in zip(there, said, strict=True))
    return person, course, session
