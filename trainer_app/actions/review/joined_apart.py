"""People of whom was said that they are not the same, and who are one person by way of others.

Each of these joins counts, whoever made it, so that nobody is hidden; but somebody has to say what is right.
Only laptops that did not know of each other can say so: one who joins takes back what was said otherwise.
"""

from trainer_app.actions.base.naming import Names
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.people import joining
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.people.joining import Pair
from trainer_app.domain.review.contradictions import ReviewItem, ReviewKind, ReviewSide
from trainer_app.store.base import entry_history
from trainer_app.store.base.entry_history import WrittenEntry

_ONE = 1
"""The place of the side that says that they are one person."""


def count(work: Workplace) -> int:
    """Return how many pairs wait."""
    return len(joining.joins_of(work).contradicting)


def list_items(work: Workplace, names: Names) -> list[ReviewItem]:
    """Return the pairs: one side says that they are two people, the other one that they are one."""
    return [_item(work, names, pair) for pair in joining.joins_of(work).contradicting]


def settle(work: Workplace, item: ReviewItem, place: int, reason: str) -> Changes:
    """Decide one: part the two, with what hangs on the second, or take back that they are not the same."""
    first, second = (str(item.sides[0].values[name]) for name in ("first", "second"))
    if place == _ONE:
        return joining.keep_joined(work, first, second, reason)
    return joining.not_the_same(work, first, second, reason)


def _item(work: Workplace, names: Names, pair: Pair) -> ReviewItem:
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
            _side(names, said, {**both, "one": False}, Label("review.value.two_people")),
            _side(names, last, {**both, "one": True}, one, shown=True),
        ),
    )


def _side(
    names: Names, made: WrittenEntry | None, values: dict[str, object], words: Label, *, shown: bool = False
) -> ReviewSide:
    if made is None:
        return ReviewSide(values, words=words, shown=shown)
    device = names.device(made.replica)
    return ReviewSide(values, made.user, made.at, device, made.file, shown=shown, words=words)
