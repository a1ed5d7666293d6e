"""The merge once more, as plainly as its rules are written down, and slowly: what the real one must equal.

It shares no code with `trainer_app.domain.base.merging`: entries are JSON objects here, and a register is
looked for among all entries each time.
"""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from trainer_app.domain.base.fields import MergePolicy
from trainer_app.domain.base.schema import ENTITIES

type Entries = dict[str, dict[str, Any]]
type Seen = tuple[dict[str, Any] | None, frozenset[str]]
type State = dict[tuple[str, str], Seen]


def id_of(line: bytes) -> str:
    """Return an entry's id, from its line or from what is left of it."""
    return _id_of(line, json.loads(line))


def _id_of(line: bytes, raw: dict[str, Any]) -> str:
    return str(raw["x"])[:32] if raw.get("x") else hashlib.sha256(line).hexdigest()[:32]


def entries_of(lines: Iterable[bytes]) -> Entries:
    """Return id -> entry of all that still say something: once erased, an entry is silent for good."""
    read = [(line, json.loads(line)) for line in lines]
    silent = {_id_of(line, raw) for line, raw in read if raw.get("x")}
    found = {_id_of(line, raw): raw for line, raw in read if not raw.get("x")}
    return {own: entry for own, entry in found.items() if own not in silent}


def policy_of(entity: str, name: str) -> MergePolicy:
    """Return a field's policy; what is not in the vocabulary is plain."""
    described = ENTITIES.get(entity)
    field = described.fields.get(name) if described else None
    return field.policy if field else MergePolicy.PLAIN


def heads_of(entries: Entries, entity: str, key: str, name: str) -> Entries:
    """Return the entries that set a field and that no entry replaces."""
    row = {own: entry for own, entry in entries.items() if (entry["e"], entry["k"]) == (entity, key)}
    replaced: set[str] = set()
    for entry in row.values():
        if name in entry["s"]:
            named = set(entry.get("w", {}).get(name, ()))
            decides = len(named) > 1 and entry.get("settles", True)
            stays = entity == "joint_decision" and name in ENTITIES[entity].together
            if not stays and (decides or policy_of(entity, name) is not MergePolicy.IMMUTABLE):
                replaced |= named
    return {own: entry for own, entry in row.items() if name in entry["s"] and own not in replaced}


def shown_of(heads: Entries, name: str, policy: MergePolicy) -> tuple[Any, bool]:
    """Return the value shown of some heads, and whether somebody must decide."""
    order = sorted(heads, key=lambda own: (*heads[own]["t"], own))
    values = {own: heads[own]["s"][name] for own in heads}
    differ = len({json.dumps(value) for value in values.values()}) > 1
    if policy is MergePolicy.IMMUTABLE:
        decided = [own for own in order if len(set(heads[own].get("w", {}).get(name, ()))) > 1]
        decided = [own for own in decided if heads[own].get("settles", True)]
        made = [own for own in order if not heads[own].get("foreign")]
        return values[(decided or made or order)[0]], differ
    if policy is MergePolicy.STICKY:
        true = [own for own in order if values[own] is True]
        return values[(true or order)[-1]], differ and not true
    return values[order[-1]], differ and policy is not MergePolicy.NEWEST


def seen_of(entries: Entries, entity: str, key: str) -> Seen:
    """Return what is shown of a row, and the fields that wait for a decision."""
    row = {own: entry for own, entry in entries.items() if (entry["e"], entry["k"]) == (entity, key)}
    names = {name for entry in row.values() for name in entry["s"]} - {"_deleted"}
    shown: dict[str, Any] = {}
    waiting: set[str] = set()
    heads: set[str] = set()
    for name in names:
        found = heads_of(entries, entity, key, name)
        if found:
            heads |= found.keys()
            shown[name], undecided = shown_of(found, name, policy_of(entity, name))
            waiting |= {name} if undecided and entity != "joint_decision" else set()
    if entity == "joint_decision":
        shown = _with_answer(row, shown)
    if not shown:
        return None, frozenset()
    marks = heads_of(entries, entity, key, "_deleted")
    deletes = {own: entry for own, entry in marks.items() if entry["s"]["_deleted"] is True}
    if deletes:
        known = {one for entry in deletes.values() for named in entry.get("w", {}).values() for one in named}
        if len(deletes) == len(marks) and heads <= known | deletes.keys():
            return None, frozenset()
        waiting.add("_deleted")
    return shown, frozenset(waiting)


def _with_answer(row: Entries, shown: dict[str, Any]) -> dict[str, Any]:
    """Return a request with the answer of one entry: the first confirmation, else the first answer."""
    names = set(ENTITIES["joint_decision"].together)
    said = {own: entry for own, entry in row.items() if names & entry["s"].keys()}
    ranked = [[own for own in said if said[own]["s"].get("answer") == "confirmed"]]
    ranked += [[own for own in said if "answer" in said[own]["s"]], [*said]]
    found = {name: value for name, value in shown.items() if name not in names}
    for group in filter(None, ranked):
        first = min(group, key=lambda own: (*said[own]["t"], own))
        return found | {name: value for name, value in said[first]["s"].items() if name in names}
    return found


def state_of(lines: Iterable[bytes]) -> State:
    """Return every row that exists, by (entity, key)."""
    return state_of_entries(entries_of(lines))


def state_of_entries(entries: Entries) -> State:
    """Return the same of entries; `settles` and `foreign` say in one what is known of its author."""
    places = {(entry["e"], entry["k"]) for entry in entries.values()}
    states = {place: seen_of(entries, *place) for place in places}
    return {place: seen for place, seen in states.items() if seen[0] is not None}
