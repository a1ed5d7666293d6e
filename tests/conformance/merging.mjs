// What a set of entries means: rows, conflicts, who is one person. Written from FORMAT.md alone, whose tables of
// entities and fields are read from it.
import fs from "node:fs";
import { isKey } from "./bundles.mjs";

export const FORMAT = fs.readFileSync(new URL("../../trainer_app/bundle/FORMAT.md", import.meta.url), "utf8");
const [BEGIN, END] = ["begin", "end"].map((word) => `<!-- made from the schema: ${word} -->`);

function vocabulary() {
  const made = FORMAT.split(BEGIN)[1].split(END)[0], found = {};
  for (const [, name, head, table] of made.matchAll(/\*\*`(\w+)`\*\*: (.*)\n\n((?:\|.*\n)+)/g)) {
    const said = (words) => new RegExp(`${words} ([^;]*)`).exec(head)?.[1].split(", ") ?? [], fields = {};
    for (const row of table.split("\n").slice(2, -1)) {
      const [, names, holds, merge] = row.split("|").map((cell) => cell.trim()), [first, ...ends] = names.match(/\w+/g);
      const field = {
        kind: /^\w+/.exec(holds)[0], target: /^key of `(\w+)`/.exec(holds)?.[1],
        clock: holds.includes("after midnight"),
        large: holds.includes("2^53"), merge: merge.split(", ").find((each) => MERGES.includes(each)) ?? "plain",
        writers: merge.split(", ").find((each) => each && !MERGES.includes(each)) ?? head.split(";")[0],
      };
      for (const each of [first, ...ends.map((end) => first.replace(/_[a-z]{2}$/, end))]) fields[each] = field;
    }
    const derived = said("key derived from").filter((each) => !each.startsWith("or made"));
    const parents = said("shown only with its"), home = said("belongs to its");
    found[name] = { fields, parents, home, derived, writers: head.split(";")[0] };
  }
  return found;
}
const MERGES = ["sticky", "immutable", "newest"];
export const WORDS = vocabulary();

function fits({ kind, clock, large }, value) {
  const most = large ? Number.MAX_SAFE_INTEGER : 2 ** 31 - 1;
  switch (kind) {
    case "key": return isKey(value);
    case "number": return Number.isInteger(value) && (clock ? value >= 0 && value <= 1440 : Math.abs(value) <= most);
    case "flag": return typeof value === "boolean";
    case "list": return Array.isArray(value);
    default: return typeof value === "string";
  }
}

const inOrder = (one, other) => one.t[0] - other.t[0] || one.t[1] - other.t[1] || (one.id < other.id ? -1 : 1);

function winner(heads, merge) {
  const sorted = [...heads].sort(inOrder), chosen = (of) => sorted.filter(of);
  if (merge === "immutable") return [...chosen((head) => head.decides), ...chosen((head) => head.own), ...sorted][0];
  const sticky = merge === "sticky" ? chosen((head) => head.value === true) : [];
  return (sticky.length ? sticky : sorted).at(-1);
}

// Answers to what takes two heads: nothing replaces one, and nobody decides between two.
const ANSWER = ["answer", "answered_by", "answer_reason", "answered_at", "answer_grant", "answer_signature"];
const isAnswer = (kind, name) => kind === "joint_decision" && ANSWER.includes(name);
const rank = ({ s }) => (s.answer === "confirmed" ? 0 : "answer" in s ? 1 : 2);

// Returns the heads of each field of a row: {field: [{id, t, value, entry, decides, own}]}.
function registers(found, fields, judge) {
  const gone = {}, heads = {}, isImmutable = (name) => fields[name]?.merge === "immutable";
  const decides = ({ w, ...entry }, name) => new Set(w[name] ?? []).size > 1 && judge.isOffice(entry);
  for (const entry of found) for (const [name, ids] of Object.entries(entry.w)) {
    const stays = isAnswer(entry.e, name);
    const replaces = name in entry.s && !stays && (!isImmutable(name) || decides(entry, name));
    if (replaces) ids.forEach((id) => (gone[name] ??= new Set()).add(id));
  }
  for (const entry of found) for (const [name, value] of Object.entries(entry.s)) {
    if (gone[name]?.has(entry.id)) continue;
    const more = isImmutable(name) && { decides: decides(entry, name), own: judge.isMaker(entry) };
    (heads[name] ??= []).push({ id: entry.id, t: entry.t, value, entry, ...more });
  }
  return heads;
}

// Returns a row's fields as they are shown and the fields in conflict; null for a row that is not there.
function resolve(found, fields, judge) {
  const { _deleted: marks = [], ...heads } = registers(found, fields, judge), row = {}, conflicts = new Set();
  const said = ANSWER.flatMap((name) => heads[name] ?? []), kind = found[0].e;
  const answer = said.sort((one, other) => rank(one.entry) - rank(other.entry) || inOrder(one, other))[0]?.entry;
  for (const [name, all] of Object.entries(heads)) {
    const { merge } = fields[name] ?? {};
    const value = isAnswer(kind, name) ? answer.s[name] ?? null : winner(all, merge).value;
    const settled = merge === "newest" || (merge === "sticky" && all.some((head) => head.value === true));
    if (kind !== "joint_decision" && !settled && new Set(all.map((head) => JSON.stringify(head.value))).size > 1) conflicts.add(name);
    if (fields[name] && value !== null && fits(fields[name], value)) row[name] = value;
  }
  const kept = ["office_user", "joint_decision"].includes(kind);
  const deletes = kept ? [] : marks.filter((head) => head.value === true), others = Object.values(heads).flat();
  const seen = new Set(deletes.flatMap((head) => [head.id, ...Object.values(head.entry.w).flat()]));
  const gone = deletes.length && deletes.length === marks.length && others.every((head) => seen.has(head.id));
  if (deletes.length) conflicts.add("_deleted");
  return others.length && !gone ? { row, conflicts } : null;
}

// Returns the rows that are shown, by kind and key, and the places ("kind/key") of those in conflict.
export function fold(entries, judge) {
  const rows = Object.fromEntries(Object.keys(WORDS).map((name) => [name, new Map()])), conflicts = [];
  for (const [place, found] of Map.groupBy(entries, (each) => `${each.e}/${each.k}`)) {
    const [entity, key] = place.split("/"), resolved = WORDS[entity] && resolve(found, WORDS[entity].fields, judge);
    if (resolved) rows[entity].set(key, resolved.row);
    if (resolved?.conflicts.size) conflicts.push(place);
  }
  // Rows without those that they are shown with go, and then what is shown with these.
  for (let left = true; left;) {
    left = false;
    for (const [name, { parents, fields }] of Object.entries(WORDS)) for (const [key, row] of rows[name]) {
      const whole = parents.every((parent) => rows[fields[parent].target].has(row[parent]));
      if (!whole) left = rows[name].delete(key);
    }
  }
  const isShown = (place) => rows[place.split("/")[0]].has(place.split("/")[1]);
  return { rows, conflicts: conflicts.filter(isShown).sort() };
}

// Returns who stands for whom, for everybody.
export function heads(rows) {
  const groups = new Map([...rows.person.keys()].map((key) => [key, new Set([key])]));
  const givenUp = new Set(), found = new Map();
  for (const { first, second, one, shown } of rows.pair.values()) {
    if (one !== true || first === second) continue;
    const group = groups.get(first).union(groups.get(second));
    for (const key of group) groups.set(key, group);
    if (shown === first || shown === second) givenUp.add(shown === first ? second : first);
  }
  for (const [key, group] of groups) {
    const named = [...group].filter((each) => !rows.person.get(each).erased), left = named.length ? named : [...group];
    const kept = left.filter((each) => !givenUp.has(each));
    found.set(key, (kept.length ? kept : left).sort()[0]);
  }
  return found;
}
