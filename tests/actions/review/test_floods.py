"""However much one laptop writes, looking at Review costs the same, hides nobody else's, and tells how much.

What is counted here is work: questions to the database, rows that it answers, entries that are decoded.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.actions.insider import Insider
from tests.kit import worlds
from tests.kit.worlds import Exchange
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history, sync_status
from trainer_app.actions.exchange import importing, sending
from trainer_app.actions.review import review
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.journal import MAX_REPLACED, BadEntry, decode_entry, made_key
from trainer_app.domain.exchange.sending import FileOutcome
from trainer_app.domain.review.contradictions import ReviewItem, ReviewKind
from trainer_app.store.base import registers
from trainer_app.store.base.database import Database
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.object_ids import MAX_ALIKE
from trainer_app.store.base.rows import select_row
from trainer_app.store.review import contradictions, proposals

FEW, MANY, PAGE = 60, 600, 20


@pytest.fixture
def exchange(tmp_path: Path) -> Iterator[Exchange]:
    with worlds.all_taken_in(tmp_path / "exchange").open() as made:
        yield Exchange.of(made)


@pytest.fixture
def insider(exchange: Exchange) -> Insider:
    return Insider(exchange)


type Flood = Callable[[Exchange, Insider, int], list[bytes]]


def changes_of_one_row(exchange: Exchange, insider: Insider, count: int) -> list[bytes]:
    return [
        insider.line("course", exchange.course, {"retention_day": None, "code": f"X{n}"})
        for n in range(count)
    ]


def changes_of_many_rows(exchange: Exchange, insider: Insider, count: int) -> list[bytes]:
    keys = (f"00000000-0000-8000-8000-{n:012x}" for n in range(count))
    return [insider.line("person", key, {"family": "X"}) for key in keys]


def kinds_of_changes(exchange: Exchange, insider: Insider, count: int) -> list[bytes]:
    return [insider.line("course", exchange.course, {f"name{n}": "x", "code": "X"}) for n in range(count)]


def contradictions_of_many_rows(exchange: Exchange, insider: Insider, count: int) -> list[bytes]:
    keys = [made_key(insider.name) for _ in range(count)]
    return [insider.line("person", key, {"family": name}) for key in keys for name in "AB"]


def contradictions_of_one_row(exchange: Exchange, insider: Insider, count: int) -> list[bytes]:
    key = made_key(insider.name)
    return [insider.line("person", key, {"family": f"X{n}"}) for n in range(count)]


def heads_that_replace_what_nobody_has(exchange: Exchange, insider: Insider, count: int) -> list[bytes]:
    key = made_key(insider.name)
    return [
        insider.line(
            "person",
            key,
            {"family": f"X{n}"},
            w={"family": [f"{n:016x}{m:016x}" for m in range(MAX_REPLACED)]},
        )
        for n in range(count)
    ]


def rows_of_nothing(exchange: Exchange, insider: Insider, count: int) -> list[bytes]:
    courses = [made_key(insider.name) for _ in range(count)]
    return [
        insider.line("session", made_key(insider.name, key), {"course": key, "day": "2018-10-16"})
        for key in courses
    ]


FLOODS = (
    changes_of_one_row,
    changes_of_many_rows,
    kinds_of_changes,
    contradictions_of_many_rows,
    contradictions_of_one_row,
    heads_that_replace_what_nobody_has,
    rows_of_nothing,
)


class Work:
    """Counts questions to the database, rows that it answers and entries that are decoded."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.done = 0
        for name in ("select", "rows"):
            monkeypatch.setattr(Database, name, self._counting(getattr(Database, name)))
        for module in (registers, proposals, contradictions):
            monkeypatch.setattr(module, "read_entry", self._decoding(module.read_entry))  # type: ignore[attr-defined]

    def _counting(self, right: Callable[..., list[object]]) -> Callable[..., list[object]]:
        def count(*values: object, **named: object) -> list[object]:
            found = right(*values, **named)
            self.done += 1 + len(found)
            return found

        return count

    def _decoding(self, right: Callable[..., object]) -> Callable[..., object]:
        def count(line: bytes) -> object:
            self.done += 1
            return right(line)

        return count

    def of(self, act: Callable[[], object]) -> int:
        """Return what something costs."""
        before = self.done
        act()
        return self.done - before


def open_review(exchange: Exchange) -> None:
    """Do what the window does to show Review: the badge, the list, the first and the last item of it."""
    work = exchange.office
    review.count(work)
    items = review.list_items(work, PAGE)
    assert sum(review.counts(work).values()) >= len(items)
    for item in (items[0], items[-1]):
        review.find_item(work, item.id)
        if item.kind is ReviewKind.PROPOSAL:
            review.count_until(work, item)


@pytest.mark.parametrize("flood", FLOODS, ids=lambda flood: flood.__name__)
def test_looking_costs_the_same_however_much_came(
    exchange: Exchange, insider: Insider, flood: Flood, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = Work(monkeypatch)
    costs = []
    for count in (FEW, MANY):
        lines = flood(exchange, insider, count)
        (taken,) = importing.import_files(exchange.office, [insider.file(*lines)]).files
        assert (taken.result, taken.new_entries) == (FileOutcome.IMPORTED, len(lines))
        open_review(exchange)
        costs.append(work.of(lambda: open_review(exchange)))
    assert costs[1] <= 1.5 * costs[0]


@pytest.mark.parametrize("flood", FLOODS, ids=lambda flood: flood.__name__)
def test_taking_in_costs_no_more_for_each_line(
    exchange: Exchange, insider: Insider, flood: Flood, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = Work(monkeypatch)
    costs = []
    for count in (FEW, MANY):
        lines = flood(exchange, insider, count)
        path = insider.file(*lines)
        take = partial(importing.import_files, exchange.office, [path])
        costs.append(work.of(take) / len(lines))
    assert costs[1] <= costs[0]


@pytest.mark.parametrize("flood", FLOODS, ids=lambda flood: flood.__name__)
def test_every_item_is_counted_and_found_by_its_id(
    exchange: Exchange, insider: Insider, flood: Flood
) -> None:
    importing.import_files(exchange.office, [insider.file(*flood(exchange, insider, FEW))])
    work = exchange.office
    items = review.list_items(work)
    found: dict[ReviewKind, int] = dict.fromkeys(ReviewKind, 0)
    for item in items:
        found[item.kind] += 1
    assert review.counts(work) == found
    assert review.count(work) == len(items)
    assert [review.get_item(work, item.id) for item in items] == items
    page = review.list_items(work, PAGE)
    assert [item for item in items if item in page] == page
    assert sync_status.check(work).ok


def test_the_flood_of_one_laptop_hides_nobody_else_s(exchange: Exchange, insider: Insider) -> None:
    """K9's thousands came first, and say that they were written first."""
    floods = changes_of_one_row(exchange, insider, FEW) + contradictions_of_many_rows(exchange, insider, FEW)
    importing.import_files(exchange.office, [insider.file(*floods)])
    attendance.mark(exchange.trainer, exchange.enrolments[0], exchange.sessions[0], Mark.EXCUSED)
    attendance.mark(exchange.office, exchange.enrolments[0], exchange.sessions[0], Mark.ABSENT)
    importing.import_files(exchange.office, [sending.export(exchange.trainer, exchange.stick).file])
    page = review.list_items(exchange.office, PAGE)
    assert "attendance" in {item.entity for item in page}
    assert {item.sides[1].device for item in page if item.kind is ReviewKind.PROPOSAL} == {"K9"}


def _large(exchange: Exchange, insider: Insider) -> ReviewItem:
    lines = contradictions_of_one_row(exchange, insider, 3 * MAX_REPLACED)
    importing.import_files(exchange.office, [insider.file(*lines)])
    key = decode_entry(lines[0]).k
    (item,) = (each for each in review.list_items(exchange.office) if each.key == key)
    return item


def test_a_contradiction_of_very_many_values_shows_some_and_says_how_many(
    exchange: Exchange, insider: Insider
) -> None:
    item = _large(exchange, insider)
    row = select_row(exchange.office.database, "person", item.key) or {}
    shown = [side for side in item.sides if side.shown]
    assert [side.values["family"] for side in shown] == [row["family"]]
    assert len(item.sides) == contradictions.MOST_SIDES
    assert item.more == 3 * MAX_REPLACED - len(item.sides)


def test_a_decision_replaces_more_values_than_one_entry_can(exchange: Exchange, insider: Insider) -> None:
    item = _large(exchange, insider)
    work = exchange.office
    before = work.journal.number
    review.settle(work, item.id, "#3")
    assert (select_row(work.database, "person", item.key) or {})["family"] == item.sides[3].values["family"]
    assert item.key not in [each.key for each in review.list_items(work)]
    assert work.journal.number - before > 3
    loaded = work.journal.projector.load([("person", item.key)])["person", item.key]
    assert len(loaded.heads("family")) == 1, "each takes the place of the one before"
    assert sync_status.check(work).ok
    history.undo(work)
    assert review.get_item(work, item.id).more + contradictions.MOST_SIDES >= 3 * MAX_REPLACED


def test_a_delete_that_saw_very_many_values_deletes(exchange: Exchange, insider: Insider) -> None:
    item = _large(exchange, insider)
    work = exchange.office

    work.journal.record(Label("review.step.settle"), [Write("person", item.key, delete=True)])
    assert select_row(work.database, "person", item.key) is None
    assert item.key not in [each.key for each in review.list_items(work)]
    assert sync_status.check(work).ok


def test_keys_that_lie_in_one_place_of_the_lookup_are_refused(exchange: Exchange, insider: Insider) -> None:
    keys = [f"{n:08x}-0000-8000-8000-000000000001" for n in range(MAX_ALIKE + 1)]
    few = insider.file(*(insider.line("person", key, {"family": "X"}) for key in keys[:-1]))
    one_more = insider.file(insider.line("person", keys[-1], {"family": "X"}))
    by_naming = insider.file(insider.line("session", made_key(insider.name), {"course": keys[-1]}))
    attendance.mark(exchange.trainer, exchange.enrolments[0], exchange.sessions[0], Mark.EXCUSED)
    honest = sending.export(exchange.trainer, exchange.stick).file
    found = importing.import_files(exchange.office, [few, one_more, by_naming, honest]).files
    assert [each.code for each in found] == ["", "bundle.made_up_keys", "bundle.made_up_keys", ""]
    assert sync_status.check(exchange.office).ok


def test_no_entry_replaces_more_than_a_hundred(exchange: Exchange, insider: Insider) -> None:
    ids = [f"{n:032x}" for n in range(MAX_REPLACED)]
    key = made_key(insider.name)
    insider.say("person", key, {"family": "X"}, w={"family": ids})
    with pytest.raises(BadEntry, match="too many"):
        insider.line("person", key, {"family": "Y"}, w={"family": ids, "given": ids[:1]})
