// A second reader of bundles, written from FORMAT.md alone: nothing of the program is used, and no library but Node's
// own. `node reader.mjs capabilities`, `node reader.mjs read KEYS FILE...`: README.md has the contract.
import fs from "node:fs";
import { Judge } from "./authority.mjs";
import { Journal, carried, entries, hex, isSigned, keyId, signature, verify } from "./bundles.mjs";
import { count, figures, learning } from "./counting.mjs";
import { fold } from "./merging.mjs";
import { Refusal, privateKey, publicOf, unseal } from "./sealed.mjs";

const MARKS = ["present", "late", "excused", "absent"];
const base64 = (text) => Buffer.from(text, "base64");

function reading(path) {
  const keys = JSON.parse(fs.readFileSync(path)), trust = JSON.parse(keys.trust), text = Buffer.from(keys.trust);
  const signed = signature(Buffer.from(keys.trust_minisig)), roots = keys.roots.map(base64);
  const believed = roots.some((root) => isSigned(text, signed, root, "trainer trust list 1"));
  if (!believed) throw new Error("no root signed the list");
  const devices = trust.devices.map((each) => ({ ...each, key: base64(each.signing_key) }));
  const own = keyId(publicOf(privateKey(base64(keys.signing_seed), "ed25519")));
  const identities = [keys.working, keys.receiving].filter(Boolean);
  return { own, identities, devices: new Map(devices.map((each) => [keyId(each.key), each])) };
}

function take(journal, reader, file) {
  try {
    const bundle = verify(unseal(fs.readFileSync(file), reader.identities), reader);
    const fresh = journal.take([...entries(bundle), ...carried(bundle, reader)]);
    return { result: fresh ? "taken" : "known", new: fresh };
  } catch (problem) {
    if (problem instanceof Refusal) return { result: "refused", code: problem.message };
    throw problem;
  }
}

function read(keys, files) {
  const reader = reading(keys), journal = new Journal(), told = files.map((file) => take(journal, reader, file));
  const known = [...journal.full.values()], judge = new Judge(reader.devices), counting = judge.count(known);
  const { rows, conflicts } = fold(counting, judge), all = count(rows);
  const by = (make) => Object.fromEntries(all.courses.map((course) => [course.code, make(course)]));
  const each = (make) => by(({ places }) => Object.fromEntries(places.map((place) => [place.number, make(place)])));
  const scopes = (make) => ({ ...by((course) => make(all, (one) => one === course)), "*": make(all, () => true) });
  const mark = (cell) => (cell?.mark === undefined ? null : MARKS.includes(cell.mark) ? cell.mark : "unknown");
  const approved = all.courses.filter((course) => course.approved);
  return {
    files: told,
    names: each(({ name }) => name),
    marks: each((place) => place.cells.map(mark)),
    board: each(({ share, result }) => ({ share, result })),
    figures: scopes(figures),
    learning: scopes(learning),
    conflicts,
    proposals: known.length - counting.length,
    approved: Object.fromEntries(approved.map(({ code, key }) => [code, fingerprint(rows, key)])),
  };
}

// What an approval names a course's rows by.
const OF_COURSE = [
  "course", "session", "assignment", "enrolment", "attendance", "sitting", "paper", "answer", "feedback_paper",
  "certificate", "attachment",
];
const LEFT_OUT = {
  course: ["state", "approved", "closed_by", "closed_at", "left_open", "left_open_reason", "archived", "retention_day",
    "reopened_reason"],
  session: ["locked", "lock_reason", "locked_by", "locked_at"],
  enrolment: ["name_checked", "name_checked_by"],
  certificate: ["received", "received_on"],
};

function fingerprint(rows, course) {
  const isOf = (entity, key, row) => {
    const { enrolment } = row.paper ? rows.paper.get(row.paper) : row, owner = rows.enrolment.get(enrolment);
    return entity === "course" ? key === course : (row.course ?? owner?.course) === course;
  };
  const hashed = (entity, key, row) => {
    const names = Object.keys(row).filter((name) => !LEFT_OUT[entity]?.includes(name)).sort();
    return hex(JSON.stringify([entity, key, Object.fromEntries(names.map((name) => [name, row[name]]))]));
  };
  const places = OF_COURSE.flatMap((entity) => [...rows[entity]].map(([key, row]) => [entity, key, row]));
  const hashes = places.filter((each) => isOf(...each)).map((each) => hashed(...each));
  return hex(Buffer.from(hashes.sort().join(""), "hex"));
}

const ANSWERS = ["files", "names", "marks", "board", "figures", "learning", "conflicts", "proposals", "approved"];
const [command, keys, ...files] = process.argv.slice(2);
const answer = command === "capabilities" ? { name: "reader.mjs", answers: ANSWERS } : read(keys, files);
process.stdout.write(JSON.stringify(answer));
