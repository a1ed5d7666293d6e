"""Histories made by hand: the corners where a merge goes wrong without anybody noticing."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.domain.worlds import KEYS, NOON, YEARS, History, Laptop, erased
from trainer_app.domain.base import merging

MARK = ("attendance", KEYS[0])
PAPER = ("certificate", KEYS[0])
LATER = ("someday", KEYS[0])
ASKED = ("joint_decision", KEYS[0])


@dataclass
class Table:
    """Three laptops around one table; what they write is collected in order."""

    a: Laptop = field(default_factory=lambda: Laptop("a" * 32, 0))
    b: Laptop = field(default_factory=lambda: Laptop("b" * 32, 0))
    c: Laptop = field(default_factory=lambda: Laptop("c" * 32, 0))
    lines: list[bytes] = field(default_factory=list)
    wall: int = NOON

    def write(
        self, laptop: Laptop, place: tuple[str, str], after: int = 1, *, wide: bool = False, **fields: Any
    ) -> bytes:
        """Let a laptop write, some milliseconds later."""
        self.wall += after
        line = laptop.write(self.wall, place, fields, wide=wide)
        self.lines.append(line)
        return line

    def delete(self, laptop: Laptop, place: tuple[str, str], **fields: Any) -> bytes:
        """Let a laptop delete a row as it knows it."""
        return self.write(laptop, place, wide=True, **fields, _deleted=True)

    def meet(self) -> None:
        """Let everybody learn everything."""
        for laptop in (self.a, self.b, self.c):
            laptop.learn(self.lines)


@dataclass(frozen=True)
class Directed:
    """A history, and what must be shown of one row in the end."""

    name: str
    build: Callable[[Table], None]
    place: tuple[str, str]
    row: dict[str, Any] | None
    waiting: frozenset[str] = frozenset()

    def history(self) -> History:
        """Return the history."""
        table = Table()
        self.build(table)
        return History(table.lines, [table.a, table.b, table.c])

    def check(self) -> None:
        """Raise AssertionError unless the row comes out right, forwards and backwards."""
        lines = self.history().everything()
        for order in (lines, lines[::-1]):
            world = merging.World()
            for line in order:
                world.add(line)
            outcome = world.state().get(self.place, merging.NOTHING)
            assert repr(_sorted(outcome.row)) == repr(_sorted(self.row))
            assert outcome.contradictions == self.waiting


def _sorted(row: dict[str, Any] | None) -> list[tuple[str, Any]] | None:
    return None if row is None else sorted(row.items())


def _different_fields(table: Table) -> None:
    table.write(table.a, MARK, mark="present", remark="")
    table.meet()
    table.write(table.a, MARK, mark="late")
    table.write(table.b, MARK, remark="ill")


def _two_marks(table: Table) -> None:
    table.write(table.a, MARK, mark="late")
    table.write(table.b, MARK, mark="absent")


def _same_moment(table: Table) -> None:
    for laptop, mark in ((table.a, "late"), (table.b, "absent"), (table.c, "excused")):
        table.write(laptop, MARK, after=0, mark=mark)


def _wrong_clock(table: Table) -> None:
    table.write(table.a, MARK, mark="late")
    table.b.skew = -YEARS
    table.b.learn(table.lines)
    table.write(table.b, MARK, mark="absent")


def _remote_years_ahead(table: Table) -> None:
    table.b.skew = YEARS
    table.write(table.b, MARK, mark="late")
    table.a.learn(table.lines)
    table.write(table.a, MARK, mark="absent")
    table.write(table.a, ("attendance", KEYS[1]), mark="late")
    table.write(table.c, ("attendance", KEYS[1]), after=1000, mark="present")


def _chain(table: Table) -> None:
    table.write(table.a, MARK, mark="late")
    table.b.learn(table.lines)
    table.write(table.b, MARK, mark="absent")
    table.c.learn(table.lines)
    table.write(table.c, MARK, mark="late")


def _settled(table: Table) -> None:
    _two_marks(table)
    table.meet()
    table.write(table.a, MARK, mark="late")


def _settled_while_a_third_wrote(table: Table) -> None:
    _two_marks(table)
    table.a.learn(table.lines)
    table.write(table.a, MARK, mark="late")
    table.write(table.c, MARK, mark="excused")


def _blank_against_value(table: Table) -> None:
    table.write(table.a, MARK, mark="late")
    table.meet()
    table.write(table.a, MARK, mark="absent")
    table.write(table.b, MARK, mark=None)


def _one_and_yes(table: Table) -> None:
    table.write(table.a, LATER, first=1)
    table.write(table.b, LATER, first=True)


def _lists_of_one_and_yes(table: Table) -> None:
    table.write(table.a, LATER, first=[1])
    table.write(table.b, LATER, first=[True])


def _three_of_whom_two_agree(table: Table) -> None:
    table.write(table.a, MARK, mark="late")
    table.write(table.b, MARK, mark="late")
    table.write(table.c, MARK, mark="absent")


def _deleted(table: Table) -> None:
    table.write(table.a, MARK, mark="late", remark="ill")
    table.b.learn(table.lines)
    table.delete(table.b, MARK)


def _deleted_and_changed(table: Table) -> None:
    table.write(table.a, MARK, mark="late")
    table.meet()
    table.write(table.a, MARK, mark="absent")
    table.delete(table.b, MARK)


def _deleted_twice_having_seen_all(table: Table) -> None:
    _deleted_and_changed(table)
    table.c.learn(table.lines)
    table.delete(table.c, MARK)


def _deleted_with_a_last_word(table: Table) -> None:
    table.write(table.a, MARK, mark="late")
    table.delete(table.a, MARK, remark="by mistake")


def _deleted_before_anything_came(table: Table) -> None:
    table.delete(table.a, MARK, remark="by mistake")


def _returned_while_deleted_again(table: Table) -> None:
    _deleted(table)
    table.meet()
    table.write(table.a, MARK, _deleted=False)
    table.delete(table.b, MARK)


def _returned(table: Table) -> None:
    _deleted(table)
    table.meet()
    table.write(table.a, MARK, _deleted=False)


def _deleted_then_made_elsewhere(table: Table) -> None:
    table.write(table.a, MARK, mark="late")
    table.delete(table.a, MARK)
    table.write(table.b, MARK, mark="late")


def _void_stays_void(table: Table) -> None:
    table.write(table.a, PAPER, serial="KD07-1")
    table.meet()
    table.write(table.a, PAPER, void=True)
    table.write(table.b, PAPER, void=False)


def _void_taken_back(table: Table) -> None:
    table.write(table.a, PAPER, void=True)
    table.b.learn(table.lines)
    table.write(table.b, PAPER, void=False)


def _void_false_or_blank(table: Table) -> None:
    table.write(table.a, PAPER, void=False)
    table.write(table.b, PAPER, void=None)


def _second_serial(table: Table) -> None:
    table.write(table.a, PAPER, serial="KD07-1")
    table.write(table.b, PAPER, serial="KD07-2")


def _serial_overwritten(table: Table) -> None:
    table.write(table.a, PAPER, serial="KD07-1")
    table.b.learn(table.lines)
    table.write(table.b, PAPER, serial="KD07-2")


def _serial_decided(table: Table) -> None:
    _serial_overwritten(table)
    table.c.learn(table.lines)
    table.write(table.c, PAPER, serial="KD07-2")
    table.a.skew = -YEARS
    table.write(table.a, PAPER, serial="KD07-3")


def _cloned(table: Table) -> None:
    table.write(table.a, MARK, mark="late")
    table.b = Laptop(table.a.replica, 0, table.a.number, table.a.last, list(table.a.lines))
    table.write(table.a, MARK, remark="from the first")
    table.write(table.b, MARK, mark="absent")


def _erased(table: Table) -> None:
    table.write(table.a, MARK, mark="late", remark="ill")
    line = table.write(table.a, MARK, remark="private")
    table.lines.append(erased(line))


def _withdrawn_while_confirmed(table: Table) -> None:
    table.write(table.a, ASKED, matter="void", at=1)
    table.meet()
    table.write(table.a, ASKED, answer="withdrawn", answered_by="a", answer_reason=None)
    table.write(table.b, ASKED, answer="confirmed", answered_by="b", answer_reason=None)
    table.write(table.c, ASKED, answer="confirmed", answered_by="c", answer_reason="later")
    table.meet()
    table.write(table.a, ASKED, answer="withdrawn", answered_by="a", answer_reason="once more")


def _withdrawn_while_declined(table: Table) -> None:
    table.write(table.a, ASKED, matter="void", at=1)
    table.meet()
    table.write(table.b, ASKED, answer="declined", answered_by="b", answer_reason="no")
    table.write(table.a, ASKED, answer="withdrawn", answered_by="a")
    table.meet()
    table.write(table.c, ASKED, matter="erase")


HISTORIES: tuple[Directed, ...] = (
    Directed(
        "withdrawn_while_confirmed",
        _withdrawn_while_confirmed,
        ASKED,
        {"matter": "void", "at": 1, "answer": "confirmed", "answered_by": "b", "answer_reason": None},
    ),
    Directed(
        "withdrawn_while_declined",
        _withdrawn_while_declined,
        ASKED,
        {"matter": "void", "at": 1, "answer": "declined", "answered_by": "b", "answer_reason": "no"},
    ),
    Directed("different_fields", _different_fields, MARK, {"mark": "late", "remark": "ill"}),
    Directed("two_marks", _two_marks, MARK, {"mark": "absent"}, frozenset({"mark"})),
    Directed("same_moment", _same_moment, MARK, {"mark": "absent"}, frozenset({"mark"})),
    Directed("wrong_clock", _wrong_clock, MARK, {"mark": "absent"}),
    Directed("remote_years_ahead", _remote_years_ahead, MARK, {"mark": "absent"}),
    Directed(
        "own_clock_is_not_moved",
        _remote_years_ahead,
        ("attendance", KEYS[1]),
        {"mark": "present"},
        frozenset({"mark"}),
    ),
    Directed("chain", _chain, MARK, {"mark": "late"}),
    Directed("settled", _settled, MARK, {"mark": "late"}),
    Directed(
        "settled_while_a_third_wrote",
        _settled_while_a_third_wrote,
        MARK,
        {"mark": "excused"},
        frozenset({"mark"}),
    ),
    Directed("blank_against_value", _blank_against_value, MARK, {"mark": None}, frozenset({"mark"})),
    Directed("one_and_yes", _one_and_yes, LATER, {"first": True}, frozenset({"first"})),
    Directed("lists", _lists_of_one_and_yes, LATER, {"first": [True]}, frozenset({"first"})),
    Directed("two_agree", _three_of_whom_two_agree, MARK, {"mark": "absent"}, frozenset({"mark"})),
    Directed("deleted", _deleted, MARK, None),
    Directed("deleted_and_changed", _deleted_and_changed, MARK, {"mark": "absent"}, frozenset({"_deleted"})),
    Directed("deleted_having_seen_all", _deleted_twice_having_seen_all, MARK, None),
    Directed("deleted_with_a_last_word", _deleted_with_a_last_word, MARK, None),
    Directed("deleted_before_anything_came", _deleted_before_anything_came, MARK, None),
    Directed(
        "returned_while_deleted_again",
        _returned_while_deleted_again,
        MARK,
        {"mark": "late", "remark": "ill"},
        frozenset({"_deleted"}),
    ),
    Directed("returned", _returned, MARK, {"mark": "late", "remark": "ill"}),
    Directed(
        "deleted_then_made_elsewhere",
        _deleted_then_made_elsewhere,
        MARK,
        {"mark": "late"},
        frozenset({"_deleted"}),
    ),
    Directed("void_stays_void", _void_stays_void, PAPER, {"serial": "KD07-1", "void": True}),
    Directed("void_taken_back", _void_taken_back, PAPER, {"void": False}),
    Directed("void_false_or_blank", _void_false_or_blank, PAPER, {"void": None}, frozenset({"void"})),
    Directed("second_serial", _second_serial, PAPER, {"serial": "KD07-1"}, frozenset({"serial"})),
    Directed("serial_overwritten", _serial_overwritten, PAPER, {"serial": "KD07-1"}, frozenset({"serial"})),
    Directed("serial_decided", _serial_decided, PAPER, {"serial": "KD07-2"}, frozenset({"serial"})),
    Directed("cloned", _cloned, MARK, {"mark": "absent", "remark": "from the first"}),
    Directed("erased", _erased, MARK, {"mark": "late", "remark": "ill"}),
)
