// What is counted of rows: shares, completion, figures, learning. Exact: fractions of BigInt. Written from FORMAT.md.
import { FORMAT, heads } from "./merging.mjs";

const fraction = (part, whole = 1n) => (whole < 0n ? [-part, -whole] : [part, whole]);
const add = ([a, b], [c, d]) => fraction(a * d + c * b, b * d);
const minus = ([a, b], [c, d]) => fraction(a * d - c * b, b * d);
const over = ([a, b], [c, d]) => fraction(a * d, b * c);
const less = ([a, b], [c, d]) => a * d < c * b;
const floor = (part, whole) => (part >= 0n ? part / whole : -((-part + whole - 1n) / whole));
const halfUp = ([part, whole], times = 1n) => Number(floor(2n * part * times + whole, 2n * whole));
const ratio = (part, whole) => [BigInt(part), BigInt(whole)];
const sum = (list, of) => list.reduce((all, each) => all + of(each), 0);

// ---- tests --------------------------------------------------------------------------------------------------------
function number(text) {
  const [, sign, whole, parts = ""] = /^([-+]?)([0-9]{1,12})(?:\.([0-9]{1,9}))?$/.exec(text) ?? [];
  return whole && fraction(BigInt(`${sign === "-" ? "-" : ""}${whole}${parts}`), 10n ** BigInt(parts.length));
}

const tidy = (text) => text.normalize("NFC").toLowerCase().trim().split(/\s+/).join(" ");
const COUNTED = Object.fromEntries(
  [...FORMAT.split(/<!-- made from the kinds of questions: \w+ -->/)[1].matchAll(/^\| `(\w+)` \| `(\w+)` \|$/gm)]
    .map(([, kind, rule]) => [kind, rule]),
);
const FITS = { number: fitsNumber, text: fitsText }, RULES = ["single", "multiple", "likert", ...Object.keys(FITS)];

function ruleOf(kind) {
  if (!RULES.includes(COUNTED[kind])) throw new Error(`counting.mjs has no rule for questions of the kind ${kind}`);
  return COUNTED[kind];
}

const isChoice = (rule) => rule === "single" || rule === "multiple";

function isScored({ kind, credits = [], accepted = [] }) {
  const rule = ruleOf(kind);
  return isChoice(rule) ? credits.some((each) => each > 0) : rule !== "likert" && accepted.length > 0;
}

function fitsNumber(text, answer) {
  const [least, most = least] = text.split("..").map((each) => number(each.trim().replace(",", ".")));
  const given = number(answer);
  return given && least && most && !less(given, least) && !less(most, given);
}

function fitsText(text, answer) {
  const parts = text.split("*").map((part) => tidy(part).replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "su").test(tidy(answer));
}

function credit({ kind, credits = [], accepted = [] }, answer) {
  const rule = ruleOf(kind);
  if (isChoice(rule)) {
    const chosen = [...new Set(answer.split(",").map(Number))], all = sum(chosen, (each) => credits[each - 1] ?? 0);
    const right = credits.flatMap((each, place) => (each > 0 ? [place + 1] : []));
    if (rule === "single") return chosen.length === 1 ? all : 0;
    return chosen.length === right.length && right.every((each) => chosen.includes(each)) ? 10000 : all;
  }
  return Math.max(0, ...accepted.map((text, place) => (FITS[rule](text, answer) ? credits[place] ?? 0 : 0)));
}

// Returns [points, out of] of a paper, in hundredths; null while it is not whole.
function worth(rows, paper, answers) {
  const form = rows.form.get(paper.form);
  if (form?.kind !== "test" || !(answers.size || paper.finished)) {
    return paper.points === undefined ? null : ratio(paper.points, paper.out_of ?? 0);
  }
  const asked = (form.questions ?? []).filter((key) => rows.question.has(key));
  if (!paper.finished && !asked.every((key) => answers.has(key))) return null;
  const given = asked.map((key) => [rows.question.get(key), answers.get(key)]);
  const scored = given.filter(([question]) => isScored(question));
  const taken = ([question, answer]) => Math.min(10000, Math.max(0, answer ? credit(question, answer) : 0));
  const points = sum(scored, (each) => (each[0].points ?? 100) * taken(each));
  return ratio(points, 10000 * sum(scored, ([question]) => question.points ?? 100));
}

// Returns [points, out of] by "enrolment occasion", of several papers of the one that counts.
function tests(rows) {
  const answers = new Map([...rows.paper.keys()].map((key) => [key, new Map()])), found = new Map();
  for (const { paper, question, value } of rows.answer.values()) {
    if (value !== undefined) answers.get(paper).set(question, value);
  }
  const papers = [...rows.paper].map(([key, paper]) => ({ ...paper, value: worth(rows, paper, answers.get(key)) }));
  const groups = Map.groupBy(papers.filter((each) => each.value), (each) => `${each.enrolment} ${each.occasion}`);
  const share = ({ value: [points, whole] }) => (whole > 0n ? [points, whole] : [0n, 1n]);
  for (const [place, all] of groups) {
    all.sort((one, other) => (one.attempt ?? 1) - (other.attempt ?? 1) || (one.number ?? 0) - (other.number ?? 0));
    const { resit_rule: rule } = rows.course.get(rows.enrolment.get(all[0].enrolment).course);
    const best = all.reduce((kept, each) => (less(share(each), share(kept)) ? kept : each));
    found.set(place, (rule === "first" ? all[0] : rule === "last" ? all.at(-1) : best).value);
  }
  return found;
}

// ---- who sat where, and who completes -----------------------------------------------------------------------------
const CAME = ["present", "late"], LEFT = ["replaced", "withdrawn"], KINDS = ["completion", "attendance", "none"];
const byText = (one, other) => (one === other ? 0 : one < other ? -1 : 1);

// Returns the courses with sessions (in order), places on the list, and seats: a person in a course, once.
export function count(rows) {
  const head = heads(rows), asOne = sexes(rows, head), tested = tests(rows), courses = new Map();
  for (const [key, course] of rows.course) {
    courses.set(key, { ...course, key, sessions: [], places: [], teachers: [], observers: [] });
  }
  for (const [key, row] of rows.session) {
    const minutes = Math.max(0, (row.end ?? 0) - (row.start ?? 0));
    courses.get(row.course).sessions.push({ ...row, key, minutes, held: row.state === "held" });
  }
  for (const { course, person, role } of rows.assignment.values()) {
    courses.get(course)[role === "observer" ? "observers" : "teachers"].push(person);
  }
  for (const [key, row] of rows.enrolment) {
    const person = head.get(row.person), { family, given, patronymic } = rows.person.get(person);
    const { erased } = rows.person.get(row.person);
    const name = erased ? null : [family, given, patronymic].filter(Boolean).join(" ");
    const told = asOne.get(person) ?? rows.person.get(person);
    const own = row.facts ? saidSex(row) : undefined;
    const sex = own ?? (row.facts && !asOne.has(person) ? undefined : saidSex(told)) ?? "unknown";
    const pre = tested.get(`${key} pre`), post = tested.get(`${key} post`);
    courses.get(row.course).places.push({ ...row, key, name, person, sex, pre, post });
  }
  const cells = new Map([...rows.attendance.values()].map((row) => [`${row.enrolment} ${row.session}`, row]));
  for (const course of courses.values()) sit(course, cells);
  const withCourse = (row) => ({ ...row, course: rows.enrolment.get(row.enrolment).course });
  const certificates = [...rows.certificate.values()].map(withCourse);
  return { courses: [...courses.values()], certificates, head };
}

const saidSex = ({ sex }) => (["female", "male"].includes(sex) ? sex : undefined);

/** What all records of each joined person say of the sex: the head's, else of the others the oldest one's. */
function sexes(rows, head) {
  const groups = Map.groupBy([...head.keys()].sort(), (key) => head.get(key));
  const joined = [...groups].filter(([, keys]) => keys.length > 1);
  return new Map(joined.map(([own, keys]) => {
    const others = keys.filter((key) => key !== own && !rows.person.get(key).erased);
    const known = [own, ...others].map((key) => saidSex(rows.person.get(key)));
    return [own, { sex: known.find(Boolean) }];
  }));
}

function sit(course, cells) {
  const byTime = (one, other) => byText(one.day ?? "", other.day ?? "") || (one.start ?? 0) - (other.start ?? 0);
  course.sessions.sort((one, other) => byTime(one, other) || byText(one.key, other.key));
  course.held = course.sessions.filter((each) => each.held);
  for (const place of course.places) {
    place.cells = course.sessions.map((session) => cells.get(`${place.key} ${session.key}`));
  }
  const groups = [...Map.groupBy(course.places, (place) => place.person)];
  course.seats = groups.map(([person, places]) => seat(course, person, places.sort(inTurn)));
}

const isGone = ({ state }) => LEFT.includes(state), cameBy = (cell) => CAME.includes(cell?.mark);
const inTurn = (one, other) =>
  isGone(one) - isGone(other) || (one.number ?? 0) - (other.number ?? 0) || byText(one.key, other.key);

// Of several marks of one session: first who was there, with less missed before more; then the last of these words.
const SAYING = ["absent", "excused", "late", "present"];
const bySaying = (one, other) =>
  cameBy(other) - cameBy(one) || (cameBy(one) && (one.missed ?? 0) - (other.missed ?? 0)) ||
  SAYING.indexOf(other.mark) - SAYING.indexOf(one.mark);

// Lets the first of somebody's enrolments lead: it takes from the others what it lacks, and these are left bare.
function lead([first, ...others]) {
  const all = [first, ...others], isMarked = (cell) => cell?.mark !== undefined;
  const most = (at) => others.map((place) => place.cells[at]).filter(isMarked).sort(bySaying)[0];
  first.cells = first.cells.map((cell, at) => (isMarked(cell) ? cell : most(at)));
  for (const place of others) place.cells = place.cells.map(() => undefined);
  for (const name of ["pre", "post"]) first[name] = all.map((place) => place[name]).find((value) => value?.[1] > 0n);
  const { override, override_reason } = all.find((place) => KINDS.includes(place.override)) ?? {};
  Object.assign(first, { override, override_reason });
}

function listen(course, place) {
  const heard = ({ minutes }, { missed = 0 }) => Math.max(0, minutes - Math.max(0, missed));
  const beside = course.sessions.map((session, at) => [session, place.cells[at]]);
  const came = beside.filter(([session, cell]) => session.held && cameBy(cell));
  place.heard = new Map(came.map(([session, cell]) => [session, heard(session, cell)]));
  place.minutes = sum([...place.heard.values()], (each) => each);
}

function result(course, place, planned) {
  if (KINDS.includes(place.override) && place.override_reason?.trim()) return place.override;
  if (isGone(place)) return "none";
  const share = course.share_limit ?? 8000, test = course.test_limit ?? 6000;
  const enough = share < 0 || (planned > 0 && place.minutes * 10000 >= share * planned);
  const reached = ([points, whole]) => whole > 0n && points * 10000n >= BigInt(test) * whole;
  const passed = test < 0 ? place.minutes > 0 : place.post !== undefined && reached(place.post);
  return enough && passed ? "completion" : place.minutes > 0 ? "attendance" : "none";
}

function seat(course, person, places) {
  const [first, ...others] = places, planned = sum(course.held, (each) => each.minutes), days = new Map();
  lead(places);
  for (const place of places) listen(course, place);
  first.share = planned ? halfUp(ratio(first.minutes * 10000, planned)) : null;
  first.result = result(course, first, planned);
  const { share, result: given } = first;
  for (const place of others) Object.assign(place, { share, result: isGone(place) ? "none" : given });
  for (const session of course.held) {
    const { attended = 0, planned = 0 } = days.get(session.day) ?? {}, heard = first.heard.get(session) ?? 0;
    days.set(session.day, { attended: attended + heard, planned: planned + session.minutes });
  }
  const all = [...days.values()], came = first.heard.size > 0;
  const enough = ({ attended, planned }, quarters) => planned > 0 && attended * 4 >= planned * quarters;
  const halves = (day) => (enough(day, 3) ? 2 : enough(day, 1) ? 1 : 0);
  const named = [...places].sort((one, other) => other.minutes - one.minutes || byText(one.key, other.key))[0];
  return {
    person, came, pre: first.pre, post: first.post, sex: named.sex, completed: came && first.result === "completion",
    minutes: first.minutes, halves: sum(all, halves),
  };
}

// ---- figures ------------------------------------------------------------------------------------------------------
const hundredths = (part, whole) => (whole ? halfUp(ratio(part, whole)) / 100 : null);

export function figures({ courses, certificates, head }, chosen) {
  const own = courses.filter(chosen), seats = own.flatMap((course) => course.seats).filter((each) => each.came);
  const done = seats.filter((each) => each.completed), women = seats.filter((each) => each.sex === "female");
  const people = (list) => new Set(list.map((each) => each.person)).size;
  const minutes = (list) => sum(list, (each) => each.minutes);
  const days = new Set(own.flatMap(({ held, teachers, observers }) => held.flatMap(({ day, trainers }) => {
    const here = (trainers?.length ? trainers : teachers).filter((person) => !observers.includes(person));
    return here.map((person) => `${head.get(person) ?? person} ${day}`);
  })));
  const papers = certificates.filter((each) => own.some((course) => course.key === each.course) && !each.replaced_by);
  const valid = papers.filter((each) => !each.void), completion = valid.filter((each) => each.kind === "completion");
  return {
    participations: seats.length, unique_persons: people(seats), women: people(women),
    completions: done.length, unique_completions: people(done),
    certificates: valid.length, certificates_completion: completion.length,
    certificates_attendance: valid.length - completion.length, certificates_void: papers.length - valid.length,
    person_hours: hundredths(minutes(seats) * 100, 60), person_days: sum(seats, (each) => each.halves) / 2,
    courses: own.filter((course) => course.held.length).length, sessions_held: sum(own, (course) => course.held.length),
    trainer_days: days.size, women_by_head: hundredths(people(women) * 10000, people(seats)),
    women_by_hour: hundredths(minutes(women) * 10000, minutes(seats)),
  };
}

export function learning({ courses }, chosen) {
  const seats = courses.filter(chosen).flatMap((course) => course.seats).filter((each) => each.came);
  const both = seats.filter((each) => each.pre && each.post), one = [1n, 1n];
  const mean = (list) => (list.length ? over(list.reduce(add), ratio(list.length, 1)) : null);
  const gain = (before, after) => (before && less(before, one) ? over(minus(after, before), minus(one, before)) : null);
  const shown = (value, digits) => value && halfUp(value, 10000n) / digits;
  const pre = mean(both.map((each) => each.pre)), post = mean(both.map((each) => each.post));
  return {
    tests_matched: both.length, tests_only_pre: seats.filter((each) => each.pre && !each.post).length,
    tests_only_post: seats.filter((each) => each.post && !each.pre).length,
    pre_mean: shown(pre, 100), post_mean: shown(post, 100), gain_points: pre && shown(minus(post, pre), 100),
    hake_g: shown(gain(pre, post), 10000), losses: both.filter((each) => less(each.post, each.pre)).length,
    mean_individual_g: shown(mean(both.map((each) => gain(each.pre, each.post)).filter(Boolean)), 10000),
  };
}
