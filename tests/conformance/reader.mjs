// A second reader: what bundles say together, and what is counted of it. Written from FORMAT.md alone; its tables of
// entities and fields are read from there. `node reader.mjs capabilities`, `node reader.mjs read KEYS FILE...`: README.md
// has the contract. Not done: telling who may write what, so everything counts here, and deciding of `immutable` fields.
import crypto from "node:crypto";
import fs from "node:fs";
import { Journal, Refusal, carried, entries, isSigned, keyId, signature, unseal, verify } from "./bundles.mjs";

// ---- the vocabulary: the tables of FORMAT.md --------------------------------------------------------------------------
function vocabulary() {
  const text = fs.readFileSync(new URL("../../trainer_app/bundle/FORMAT.md", import.meta.url), "utf8");
  const made = text.split("<!-- made from the schema: begin -->")[1].split("<!-- made from the schema: end -->")[0], found = {};
  for (const [, name, head, table] of made.matchAll(/\*\*`(\w+)`\*\*: (.*)\n\n((?:\|.*\n)+)/g)) {
    const with_ = /shown only with its ([^;]*)/.exec(head), fields = {};
    for (const row of table.split("\n").slice(2, -1)) {
      const [, names, holds, merge] = row.split("|").map((cell) => cell.trim());
      const [first, ...more] = names.match(/\w+/g);
      const field = { kind: /^\w+/.exec(holds)[0], target: /^key of `(\w+)`/.exec(holds)?.[1], clock: holds.includes("after midnight"), large: holds.includes("2^53"), merge: merge.split(",")[0] };
      for (const each of [first, ...more.map((end) => first.replace(/_[a-z]{2}$/, end))]) fields[each] = field;
    }
    found[name] = { parents: with_ ? with_[1].split(", ") : [], fields };
  }
  return found;
}
const WORDS = vocabulary();

function fits(field, value) {
  switch (field.kind) {
    case "key": return typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
    case "number": return Number.isInteger(value) && (field.clock ? value >= 0 && value <= 1440 : Math.abs(value) <= (field.large ? Number.MAX_SAFE_INTEGER : 2 ** 31 - 1));
    case "flag": return typeof value === "boolean";
    case "list": return Array.isArray(value);
    default: return typeof value === "string";
  }
}

// ---- the merge ----------------------------------------------------------------------------------------------------------
const newer = (one, other) => one.t[0] - other.t[0] || one.t[1] - other.t[1] || (one.id < other.id ? -1 : 1);
function winner(heads, merge) {
  const inOrder = [...heads].sort(newer);
  if (merge === "immutable") return inOrder[0];
  const sticky = merge === "sticky" ? inOrder.filter((head) => head.value === true) : [];
  return (sticky.length ? sticky : inOrder).at(-1);
}
function fold(journal) {
  const places = Map.groupBy(journal.full.values(), (each) => `${each.e}/${each.k}`), rows = {}, conflicts = [];
  for (const name of Object.keys(WORDS)) rows[name] = new Map();
  for (const [place, found] of places) {
    const [entity, key] = place.split("/"), known = WORDS[entity]?.fields ?? {}, heads = {}, gone = {}, row = {}, told = new Set();
    for (const each of found) for (const [name, ids] of Object.entries(each.w)) {
      if (known[name]?.merge !== "immutable" && name in each.s) ids.forEach((id) => (gone[name] ??= new Set()).add(id));
    }
    for (const each of found) for (const [name, value] of Object.entries(each.s)) if (!gone[name]?.has(each.id)) (heads[name] ??= []).push({ id: each.id, t: each.t, value, entry: each });
    const marks = heads._deleted ?? [], deletes = marks.filter((head) => head.value === true);
    delete heads._deleted;
    for (const [name, all] of Object.entries(heads)) {
      const { merge } = known[name] ?? {}, value = winner(all, merge).value;
      const settled = merge === "newest" || (merge === "sticky" && all.some((head) => head.value === true));
      if (!settled && new Set(all.map((head) => JSON.stringify(head.value))).size > 1) told.add(name);
      if (known[name] && value !== null && fits(known[name], value)) row[name] = value;
    }
    if (!Object.keys(heads).length) continue;
    const seen = new Set(deletes.flatMap((head) => [head.id, ...Object.values(head.entry.w).flat()]));
    const unseen = Object.values(heads).flat().some((head) => !seen.has(head.id));
    if (deletes.length && deletes.length === marks.length && !unseen) continue;
    if (deletes.length) told.add("_deleted");
    rows[entity]?.set(key, row);
    if (rows[entity] && told.size) conflicts.push(place);
  }
  // Rows without those that they are shown with go, and then what is shown with these.
  for (let left = true; left;) {
    left = false;
    for (const [name, { parents, fields }] of Object.entries(WORDS)) for (const [key, row] of rows[name]) {
      if (parents.every((parent) => rows[fields[parent].target].has(row[parent]))) continue;
      left = rows[name].delete(key);
    }
  }
  return { rows, conflicts: conflicts.filter((place) => rows[place.split("/")[0]].has(place.split("/")[1])).sort() };
}

// ---- who is one person ---------------------------------------------------------------------------------------------------
function heads(rows) {
  const groups = new Map([...rows.person.keys()].map((key) => [key, new Set([key])])), givenUp = new Set(), found = new Map();
  for (const { first, second, one, shown } of rows.pair.values()) {
    if (one !== true || first === second) continue;
    const group = groups.get(first).union(groups.get(second));
    for (const key of group) groups.set(key, group);
    if (shown === first) givenUp.add(second);
    if (shown === second) givenUp.add(first);
  }
  for (const [key, group] of groups) {
    const named = [...group].filter((each) => !rows.person.get(each).erased), left = named.length ? named : [...group];
    const kept = left.filter((each) => !givenUp.has(each));
    found.set(key, (kept.length ? kept : left).sort()[0]);
  }
  return found;
}

// ---- tests: exact, as fractions of BigInt ----------------------------------------------------------------------------------
const fraction = (part, whole = 1n) => (whole < 0n ? [-part, -whole] : [part, whole]);
const add = ([a, b], [c, d]) => fraction(a * d + c * b, b * d);
const minus = ([a, b], [c, d]) => fraction(a * d - c * b, b * d);
const over = ([a, b], [c, d]) => fraction(a * d, b * c);
const less = ([a, b], [c, d]) => a * d < c * b;
const floor = (part, whole) => (part >= 0n ? part / whole : -((-part + whole - 1n) / whole));
const halfUp = ([part, whole], times = 1n) => floor(2n * part * times + whole, 2n * whole);
const shown = (value, times, digits) => (value === null ? null : Number(halfUp(value, times)) / digits);
const percent = (part, whole) => (whole ? Number(halfUp([BigInt(part) * 10000n, BigInt(whole)])) / 100 : null);

const number = (text) => {
  const found = /^([-+]?)([0-9]{1,12})(?:\.([0-9]{1,9}))?$/.exec(text);
  return found && fraction(BigInt(`${found[1] === "-" ? "-" : ""}${found[2]}${found[3] ?? ""}`), 10n ** BigInt(found[3]?.length ?? 0));
};
const tidy = (text) => text.normalize("NFC").toLowerCase().trim().split(/\s+/).join(" ");
const isScored = ({ kind, credits = [], accepted = [] }) => (kind === "single" || kind === "multiple" ? credits.some((each) => each > 0) : kind !== "likert" && accepted.length > 0);
function credit({ kind, credits = [], accepted = [] }, answer) {
  const chosen = [...new Set(answer.split(",").map(Number))], sum = chosen.reduce((all, each) => all + (credits[each - 1] ?? 0), 0);
  const right = credits.flatMap((each, place) => (each > 0 ? [place + 1] : []));
  if (kind === "single") return chosen.length === 1 ? sum : 0;
  if (kind === "multiple") return chosen.length === right.length && right.every((each) => chosen.includes(each)) ? 10000 : sum;
  const within = (text) => {
    const [least, most = least] = text.split("..").map((each) => number(each.trim().replace(",", "."))), given = number(answer);
    return given && least && most && !less(given, least) && !less(most, given);
  };
  const like = (text) => new RegExp(`^${text.split("*").map((part) => tidy(part).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".*")}$`, "su").test(tidy(answer));
  return Math.max(0, ...accepted.map((each, place) => ((kind === "number" ? within(each) : like(each)) ? credits[place] ?? 0 : 0)));
}
function worth(rows, key, paper, answers) {
  const form = rows.form.get(paper.form), given = answers.get(key) ?? new Map();
  if (form?.kind === "test" && (given.size || paper.finished)) {
    const asked = (form.questions ?? []).filter((each) => rows.question.has(each)).map((each) => [each, rows.question.get(each)]);
    if (!paper.finished && !asked.every(([each]) => given.has(each))) return null;
    const scored = asked.filter(([, question]) => isScored(question)), points = (question) => BigInt(question.points ?? 100);
    const sum = scored.reduce((all, [each, question]) => all + points(question) * BigInt(given.get(each) ? Math.min(10000, Math.max(0, credit(question, given.get(each)))) : 0), 0n);
    return [halfUp([sum, 10000n]), scored.reduce((all, [, question]) => all + points(question), 0n)];
  }
  return paper.points === undefined ? null : [BigInt(paper.points), BigInt(paper.out_of ?? 0)];
}
function tests(rows) {
  const answers = new Map(), found = new Map(), share = ([points, whole]) => (whole > 0n ? [points, whole] : [0n, 1n]);
  for (const { paper, question, value } of rows.answer.values()) if (value !== undefined) answers.set(paper, (answers.get(paper) ?? new Map()).set(question, value));
  for (const [key, paper] of rows.paper) {
    const value = worth(rows, key, paper, answers), place = `${paper.enrolment} ${paper.occasion}`;
    if (value) found.set(place, [...(found.get(place) ?? []), { attempt: paper.attempt ?? 1, number: paper.number ?? 0, value, course: paper.course }]);
  }
  for (const [place, all] of found) {
    all.sort((one, other) => one.attempt - other.attempt || one.number - other.number);
    const rule = rows.course.get(rows.enrolment.get(place.split(" ")[0]).course).resit_rule;
    const best = all.reduce((kept, each) => (less(share(each.value), share(kept.value)) ? kept : each));
    found.set(place, (rule === "first" ? all[0] : rule === "last" ? all.at(-1) : best).value);
  }
  return found;
}

// ---- what is counted -------------------------------------------------------------------------------------------------------
const CAME = ["present", "late"], MARKS = [...CAME, "excused", "absent"], LEFT = ["replaced", "withdrawn"];
function count(rows) {
  const head = heads(rows), tested = tests(rows), cells = new Map(), courses = new Map();
  for (const row of rows.attendance.values()) cells.set(`${row.enrolment} ${row.session}`, row);
  for (const [key, course] of rows.course) courses.set(key, { ...course, key, sessions: [], places: [], teachers: [], observers: [] });
  for (const [key, row] of rows.session) courses.get(row.course).sessions.push({ ...row, key, minutes: Math.max(0, (row.end ?? 0) - (row.start ?? 0)), held: row.state === "held" });
  for (const row of rows.assignment.values()) courses.get(row.course)[row.role === "observer" ? "observers" : "teachers"].push(row.person);
  for (const [key, row] of rows.enrolment) courses.get(row.course).places.push({ ...row, key });
  for (const course of courses.values()) {
    course.sessions.sort((one, other) => (one.day ?? "").localeCompare(other.day ?? "") || (one.start ?? 0) - (other.start ?? 0) || (one.key < other.key ? -1 : 1));
    course.places.sort((one, other) => (one.number ?? 0) - (other.number ?? 0));
    course.held = course.sessions.filter((each) => each.held);
    const planned = course.held.reduce((all, each) => all + each.minutes, 0);
    for (const place of course.places) {
      place.cells = course.sessions.map((session) => cells.get(`${place.key} ${session.key}`));
      place.heard = new Map();
      for (const session of course.held) {
        const cell = cells.get(`${place.key} ${session.key}`);
        if (CAME.includes(cell?.mark)) place.heard.set(session, Math.max(0, session.minutes - Math.max(0, cell.missed ?? 0)));
      }
      place.minutes = [...place.heard.values()].reduce((all, each) => all + each, 0);
      place.person = head.get(place.person);
      place.share = planned ? Number(halfUp([BigInt(place.minutes) * 10000n, BigInt(planned)])) : null;
      place.post = tested.get(`${place.key} post`);
      place.pre = tested.get(`${place.key} pre`);
      place.result = result(course, place, planned);
      place.sex = (place.facts ? place.sex : rows.person.get(place.person).sex) ?? "unknown";
    }
    course.seats = [...Map.groupBy(course.places, (place) => place.person).entries()].map(([person, places]) => seat(course, person, places));
  }
  const certificates = [...rows.certificate.values()].map((row) => ({ ...row, course: rows.enrolment.get(row.enrolment).course }));
  return { courses: [...courses.values()], certificates, head };
}
function result(course, place, planned) {
  if (["completion", "attendance", "none"].includes(place.override) && place.override_reason?.trim()) return place.override;
  if (LEFT.includes(place.state)) return "none";
  const limit = (value, usual) => ((value ?? usual) < 0 ? null : BigInt(value ?? usual)), share = limit(course.share_limit, 8000), test = limit(course.test_limit, 6000);
  const enough = share === null || (planned > 0 && BigInt(place.minutes) * 10000n >= share * BigInt(planned));
  const passed = test === null ? place.minutes > 0 : place.post !== undefined && place.post[1] > 0n && place.post[0] * 10000n >= test * place.post[1];
  return enough && passed ? "completion" : place.minutes > 0 ? "attendance" : "none";
}
function seat(course, person, places) {
  const days = new Map(), [named] = [...places].sort((one, other) => other.minutes - one.minutes || (one.key < other.key ? -1 : 1));
  for (const session of course.held) {
    const heard = places.flatMap((place) => place.heard.get(session) ?? []);
    const day = days.get(session.day) ?? { attended: 0, planned: 0, came: false };
    days.set(session.day, { attended: day.attended + Math.max(0, ...heard), planned: day.planned + session.minutes, came: day.came || heard.length > 0 });
  }
  const all = [...days.values()], came = all.some((day) => day.came);
  const halves = ({ attended, planned }) => (planned && attended * 4 >= planned ? (attended * 4 >= planned * 3 ? 2 : 1) : 0);
  // Tests are of the enrolment that came, of two of the lower number; what it lacks is taken from the other.
  const inOrder = [...places].sort((one, other) => (other.heard.size > 0) - (one.heard.size > 0) || (one.number ?? 0) - (other.number ?? 0));
  const test = (name) => inOrder.map((place) => place[name]).find((value) => value && value[1] > 0n);
  return { person, came, sex: named.sex, minutes: all.reduce((sum, day) => sum + day.attended, 0), halves: all.reduce((sum, day) => sum + halves(day), 0), completed: came && places.some((place) => place.result === "completion"), pre: test("pre"), post: test("post") };
}
function figures({ courses, certificates, head }, chosen) {
  const own = courses.filter(chosen), seats = own.flatMap((course) => course.seats).filter((each) => each.came), done = seats.filter((each) => each.completed);
  const people = (list) => new Set(list.map((each) => each.person)).size, women = seats.filter((each) => each.sex === "female");
  const minutes = (list) => list.reduce((all, each) => all + each.minutes, 0), days = new Set();
  for (const course of own) for (const session of course.held) {
    for (const person of session.trainers?.length ? session.trainers : course.teachers) if (!course.observers.includes(person)) days.add(`${head.get(person) ?? person} ${session.day}`);
  }
  const papers = certificates.filter((each) => own.some((course) => course.key === each.course) && !each.replaced_by), valid = papers.filter((each) => !each.void);
  return {
    participations: seats.length, unique_persons: people(seats), women: people(women), completions: done.length, unique_completions: people(done),
    certificates: valid.length, certificates_completion: valid.filter((each) => each.kind === "completion").length,
    certificates_attendance: valid.filter((each) => each.kind !== "completion").length, certificates_void: papers.length - valid.length,
    person_hours: Number(halfUp([BigInt(minutes(seats)) * 100n, 60n])) / 100, person_days: seats.reduce((all, each) => all + each.halves, 0) / 2,
    courses: own.filter((course) => course.held.length).length, sessions_held: own.reduce((all, course) => all + course.held.length, 0), trainer_days: days.size,
    women_by_head: percent(people(women), people(seats)), women_by_hour: percent(minutes(women), minutes(seats)),
  };
}
function learning({ courses }, chosen) {
  const seats = courses.filter(chosen).flatMap((course) => course.seats).filter((each) => each.came), both = seats.filter((each) => each.pre && each.post);
  const mean = (list) => (list.length ? over(list.reduce(add), [BigInt(list.length), 1n]) : null), one = [1n, 1n];
  const pre = mean(both.map((each) => each.pre)), post = mean(both.map((each) => each.post));
  const gain = (before, after) => (before && less(before, one) ? over(minus(after, before), minus(one, before)) : null);
  const own = both.map((each) => gain(each.pre, each.post)).filter((each) => each);
  return {
    tests_matched: both.length, tests_only_pre: seats.filter((each) => each.pre && !each.post).length, tests_only_post: seats.filter((each) => each.post && !each.pre).length,
    pre_mean: shown(pre, 10000n, 100), post_mean: shown(post, 10000n, 100), gain_points: pre && shown(minus(post, pre), 10000n, 100),
    hake_g: pre && shown(gain(pre, post), 10000n, 10000), mean_individual_g: shown(mean(own), 10000n, 10000), losses: both.filter((each) => less(each.post, each.pre)).length,
  };
}

// ---- the contract ------------------------------------------------------------------------------------------------------------
function reading(path) {
  const keys = JSON.parse(fs.readFileSync(path)), trust = JSON.parse(keys.trust), roots = keys.roots.map((each) => Buffer.from(each, "base64"));
  const signed = signature(Buffer.from(keys.trust_minisig));
  if (!roots.some((root) => isSigned(Buffer.from(keys.trust), signed, root, "trainer trust list 1"))) throw new Error("the trust list is not signed by a root");
  const devices = new Map(trust.devices.map((each) => ({ ...each, key: Buffer.from(each.signing_key, "base64") })).map((each) => [keyId(each.key), each]));
  const seed = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), Buffer.from(keys.signing_seed, "base64")]);
  const own = crypto.createPublicKey(crypto.createPrivateKey({ key: seed, format: "der", type: "pkcs8" })).export({ format: "der", type: "spki" }).subarray(-32);
  return { devices, own: keyId(own), identities: [keys.working, keys.receiving].filter(Boolean) };
}
function read(keys, files) {
  const reader = reading(keys), journal = new Journal(), told = [];
  for (const file of files) {
    try {
      const bundle = verify(unseal(fs.readFileSync(file), reader.identities), reader);
      const fresh = journal.take([...entries(bundle), ...carried(bundle, reader)]);
      told.push({ result: fresh ? "taken" : "known", new: fresh });
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      told.push({ result: "refused", code: problem.message });
    }
  }
  const { rows, conflicts } = fold(journal), all = count(rows), by = (make) => Object.fromEntries(all.courses.map((course) => [course.code, make(course)]));
  const mark = (cell) => (cell?.mark === undefined ? null : MARKS.includes(cell.mark) ? cell.mark : "unknown");
  const each = (make) => by((course) => Object.fromEntries(course.places.map((place) => [place.number, make(place)])));
  const scope = (make) => ({ ...by((course) => make(all, (each) => each === course)), "*": make(all, () => true) });
  return {
    files: told,
    marks: each((place) => place.cells.map(mark)),
    board: each((place) => ({ share: place.share, result: place.result })),
    figures: scope(figures), learning: scope(learning), conflicts,
  };
}

const [command, keys, ...files] = process.argv.slice(2);
const answer = command === "capabilities" ? { name: "reader.mjs", answers: ["files", "marks", "board", "figures", "learning", "conflicts"] } : read(keys, files);
process.stdout.write(JSON.stringify(answer));
