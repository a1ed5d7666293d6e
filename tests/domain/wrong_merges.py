"""Wrong versions of the merge, each a mistake that somebody could make: the checks must find every one."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from trainer_app.domain.base import merging, schema
from trainer_app.domain.base.fields import MergePolicy
from trainer_app.domain.base.journal import Entry, decode_entry, entry_id
from trainer_app.domain.base.merging import MergedRow, Register, RegisterHead, World
from trainer_app.domain.base.schema import DELETED

right_take, right_winner, right_resolve = merging.take, merging.winner, merging.resolve
right_heads_of, right_digest = merging.heads_of, merging.digest
right_contradicts = merging.contradicts


@dataclass(frozen=True)
class Wrong:
    """A wrong version: what is put in the place of which name of `merging` (or of one of its classes)."""

    name: str
    owner: Any
    attribute: str
    replacement: Any


def winner_by_arrival(heads: Iterable[RegisterHead], policy: MergePolicy) -> RegisterHead:
    del policy
    return list(heads)[-1]


def winner_by_wall_alone(heads: Iterable[RegisterHead], policy: MergePolicy) -> RegisterHead:
    del policy
    return max(heads, key=lambda head: head.time[0])


def winner_without_tie_break(heads: Iterable[RegisterHead], policy: MergePolicy) -> RegisterHead:
    found = list(heads)
    return min(found, key=_time) if policy is MergePolicy.IMMUTABLE else max(found, key=_time)


def winner_by_smallest_id(heads: Iterable[RegisterHead], policy: MergePolicy) -> RegisterHead:
    found = list(heads)
    if policy is not MergePolicy.PLAIN:
        return right_winner(found, policy)
    latest = max(head.time for head in found)
    return min((head for head in found if head.time == latest), key=lambda head: head.id)


def false_wins_where_it_sticks(heads: Iterable[RegisterHead], policy: MergePolicy) -> RegisterHead:
    found = list(heads)
    if policy is MergePolicy.STICKY:
        found = [head for head in found if head.value is not True] or found
        policy = MergePolicy.PLAIN
    return right_winner(found, policy)


def nothing_sticks(heads: Iterable[RegisterHead], policy: MergePolicy) -> RegisterHead:
    return right_winner(heads, MergePolicy.PLAIN if policy is MergePolicy.STICKY else policy)


def last_wins_where_nothing_may_change(heads: Iterable[RegisterHead], policy: MergePolicy) -> RegisterHead:
    return right_winner(heads, MergePolicy.PLAIN if policy is MergePolicy.IMMUTABLE else policy)


def decisions_count_for_nothing(heads: Iterable[RegisterHead], policy: MergePolicy) -> RegisterHead:
    found = list(heads)
    if policy is MergePolicy.IMMUTABLE:
        return min(found, key=lambda head: (head.time, head.id))
    return right_winner(found, policy)


def blanks_never_win(heads: Iterable[RegisterHead], policy: MergePolicy) -> RegisterHead:
    found = list(heads)
    return right_winner([head for head in found if head.value is not None] or found, policy)


def forgets_what_was_replaced_before_it_came(
    register: Register, head: RegisterHead, replaces: Iterable[bytes]
) -> None:
    for replaced in replaces:
        register.heads.pop(replaced, None)
    register.heads[head.id] = head


def replaces_one_head_only(register: Register, head: RegisterHead, replaces: Iterable[bytes]) -> None:
    right_take(register, head, list(replaces)[:1])


def replaces_whatever_is_there(register: Register, head: RegisterHead, replaces: Iterable[bytes]) -> None:
    right_take(register, head, [*replaces, *register.heads])


def late_ones_are_dropped(register: Register, head: RegisterHead, replaces: Iterable[bytes]) -> None:
    if any(other.time > head.time for other in register.heads.values()):
        return
    right_take(register, head, replaces)


def equal_across_types(left: object, right: object) -> bool:
    return left == right


def equal_in_lists(left: object, right: object) -> bool:
    return type(left) is type(right) and left == right


def two_heads_compared(heads: Iterable[RegisterHead], policy: MergePolicy) -> bool:
    return right_contradicts(list(heads)[:2], policy)


def blanks_contradict_nobody(heads: Iterable[RegisterHead], policy: MergePolicy) -> bool:
    found = [head for head in heads if head.value is not None]
    return bool(found) and right_contradicts(found, policy)


def only_the_same_moment_contradicts(heads: Iterable[RegisterHead], policy: MergePolicy) -> bool:
    found = list(heads)
    return len({head.time[0] for head in found}) == 1 and right_contradicts(found, policy)


def sticky_never_contradicts(heads: Iterable[RegisterHead], policy: MergePolicy) -> bool:
    return policy is not MergePolicy.STICKY and right_contradicts(heads, policy)


def delete_always_wins(entity: str, registers: Mapping[str, Register]) -> MergedRow:
    if any(head.value is True for head in _heads(registers, DELETED)):
        return merging.NOTHING
    return right_resolve(entity, registers)


def edit_always_wins(entity: str, registers: Mapping[str, Register]) -> MergedRow:
    others = {name: register for name, register in registers.items() if name != DELETED}
    return right_resolve(entity, others)


def edit_wins_without_a_word(entity: str, registers: Mapping[str, Register]) -> MergedRow:
    outcome = right_resolve(entity, registers)
    return MergedRow(outcome.row, outcome.contradictions - {DELETED})


def newest_of_delete_and_return_wins(entity: str, registers: Mapping[str, Register]) -> MergedRow:
    marks = _heads(registers, DELETED)
    if marks and right_winner(marks, MergePolicy.PLAIN).value is True:
        kept = {head.id: head for head in marks if head.value is True}
        return right_resolve(entity, {**registers, DELETED: Register(kept)})
    return right_resolve(entity, registers)


def newest_of_delete_and_edit_wins(entity: str, registers: Mapping[str, Register]) -> MergedRow:
    outcome = right_resolve(entity, registers)
    if DELETED not in outcome.contradictions:
        return outcome
    newest = max((head for name in registers for head in _heads(registers, name)), key=_time)
    return merging.NOTHING if newest.value is True else outcome


def row_level_last_writer_wins(entity: str, registers: Mapping[str, Register]) -> MergedRow:
    heads = [head for name in registers for head in _heads(registers, name)]
    if not heads:
        return right_resolve(entity, registers)
    newest = max(heads, key=lambda head: (head.time, head.id))
    kept = {name: newest for name in registers if newest.id in registers[name].heads}
    return right_resolve(
        entity, {name: Register({newest.id: registers[name].heads[newest.id]}) for name in kept}
    )


def unknown_fields_are_dropped(entity: str, registers: Mapping[str, Register]) -> MergedRow:
    outcome = right_resolve(entity, registers)
    if outcome.row is None:
        return outcome
    return MergedRow(
        {name: value for name, value in outcome.row.items() if schema.field_of(entity, name)} or None,
        outcome.contradictions,
    )


def deletes_see_nothing(
    entry: Entry, own_id: bytes, *_more: object
) -> list[tuple[str, RegisterHead, list[bytes]]]:
    return [
        (name, RegisterHead(head.id, head.time, head.value, frozenset({own_id}), head.settles), replaces)
        for name, head, replaces in right_heads_of(entry, own_id)
    ]


def deletes_do_not_see_themselves(
    entry: Entry, own_id: bytes, *_more: object
) -> list[tuple[str, RegisterHead, list[bytes]]]:
    return [
        (name, RegisterHead(head.id, head.time, head.value, head.seen - {own_id}, head.settles), replaces)
        for name, head, replaces in right_heads_of(entry, own_id)
    ]


def one_field_replaces_in_all(
    entry: Entry, own_id: bytes, *_more: object
) -> list[tuple[str, RegisterHead, list[bytes]]]:
    named = [bytes.fromhex(one) for heads in entry.w.values() for one in heads]
    return [(name, head, [*replaces, *named]) for name, head, replaces in right_heads_of(entry, own_id)]


def anything_may_be_overwritten(
    entry: Entry, own_id: bytes, *_more: object
) -> list[tuple[str, RegisterHead, list[bytes]]]:
    return [
        (name, head, [bytes.fromhex(one) for one in entry.w.get(name, ())])
        for name, head, _ in right_heads_of(entry, own_id)
    ]


def takes_the_same_entry_again(world: World, line: bytes) -> bool:
    entry, own_id = decode_entry(line), entry_id(line)
    world.ids.setdefault((entry.r, entry.n), set()).add(own_id)
    registers = world.registers.setdefault((entry.e, entry.k), {})
    for name, head, replaces in merging.heads_of(entry, own_id):
        merging.take(registers.setdefault(name, Register()), head, replaces)
    return False


right_add = World.add


def a_number_is_given_once(world: World, line: bytes) -> bool:
    entry = decode_entry(line)
    if world.ids.get((entry.r, entry.n)) and not entry.erased:
        return False
    return right_add(world, line)


def erasing_comes_too_late(world: World, line: bytes) -> bool:
    entry = decode_entry(line)
    known = world.ids.get((entry.r, entry.n), set())
    return entry_id(line) not in known and right_add(world, line)


def digest_without_contradictions(rows: Iterable[tuple[str, str, Any, frozenset[str]]]) -> str:
    return right_digest((entity, key, row, frozenset()) for entity, key, row, _ in rows)


def digest_in_order(rows: Iterable[tuple[str, str, Any, frozenset[str]]]) -> str:
    return "".join(right_digest([row]) for row in rows)


def the_fast_path_takes_deletes(entry: Entry) -> Any:
    return None if any(entry.w.values()) else entry.s


def the_fast_path_forgets_what_is_awaited(entry: Entry) -> Any:
    return None if DELETED in entry.s else entry.s


def remote_clocks_move_the_local_one(clock: Any, wall: int, replaced: Iterable[Any]) -> Any:
    clock.last = max([(wall, 0), (clock.last[0], clock.last[1] + 1), *((t[0], t[1] + 1) for t in replaced)])
    return clock.last


def times_do_not_rise_above(clock: Any, wall: int, replaced: Iterable[Any]) -> Any:
    del replaced
    clock.last = (wall, 0) if wall > clock.last[0] else (clock.last[0], clock.last[1] + 1)
    return clock.last


def the_wall_is_believed(clock: Any, wall: int, replaced: Iterable[Any]) -> Any:
    del clock
    return merging.above((wall, 0), replaced)


def _heads(registers: Mapping[str, Register], name: str) -> list[RegisterHead]:
    found = registers.get(name)
    return list(found.heads.values()) if found else []


def _time(head: RegisterHead) -> tuple[int, int]:
    return head.time


def _of_module(attribute: str, *found: Callable[..., Any]) -> list[Wrong]:
    return [Wrong(each.__name__, merging, attribute, each) for each in found]


WRONG: tuple[Wrong, ...] = (
    *_of_module(
        "winner",
        winner_by_arrival,
        winner_by_wall_alone,
        winner_without_tie_break,
        winner_by_smallest_id,
        false_wins_where_it_sticks,
        nothing_sticks,
        last_wins_where_nothing_may_change,
        decisions_count_for_nothing,
        blanks_never_win,
    ),
    *_of_module(
        "take",
        forgets_what_was_replaced_before_it_came,
        replaces_one_head_only,
        replaces_whatever_is_there,
        late_ones_are_dropped,
    ),
    *_of_module("same_value", equal_across_types, equal_in_lists),
    *_of_module(
        "contradicts",
        two_heads_compared,
        blanks_contradict_nobody,
        only_the_same_moment_contradicts,
        sticky_never_contradicts,
    ),
    *_of_module(
        "resolve",
        delete_always_wins,
        edit_always_wins,
        edit_wins_without_a_word,
        newest_of_delete_and_return_wins,
        newest_of_delete_and_edit_wins,
        row_level_last_writer_wins,
        unknown_fields_are_dropped,
    ),
    *_of_module(
        "heads_of",
        deletes_see_nothing,
        deletes_do_not_see_themselves,
        one_field_replaces_in_all,
        anything_may_be_overwritten,
    ),
    *_of_module("digest", digest_without_contradictions, digest_in_order),
    *_of_module("alone", the_fast_path_takes_deletes, the_fast_path_forgets_what_is_awaited),
    *(
        Wrong(each.__name__, World, "add", each)
        for each in (takes_the_same_entry_again, a_number_is_given_once, erasing_comes_too_late)
    ),
    *(
        Wrong(each.__name__, merging.LocalClock, "tick", each)
        for each in (remote_clocks_move_the_local_one, times_do_not_rise_above, the_wall_is_believed)
    ),
)
