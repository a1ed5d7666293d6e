// Whose entries count: keys of rows, teams, who may write which field. Written from FORMAT.md alone. Not done: whether
// a certificate's fields are those that its credential signs.
import crypto from "node:crypto";
import { isKey } from "./bundles.mjs";
import { WORDS } from "./merging.mjs";

// ---- BLAKE2b (RFC 7693) of 8 bytes: Node has it of 64 bytes alone -------------------------------------------------
const IV = [
  0x6a09e667f3bcc908n, 0xbb67ae8584caa73bn, 0x3c6ef372fe94f82bn, 0xa54ff53a5f1d36f1n,
  0x510e527fade682d1n, 0x9b05688c2b3e6c1fn, 0x1f83d9abfb41bd6bn, 0x5be0cd19137e2179n,
];
const SIGMA = [
  "0123456789abcdef", "ea489fd61c02b753", "b8c052fdae367194", "7931dcbe265a40f8", "905724afe1bc683d",
  "2c6a0b834d75fe19", "c51fed4a0763928b", "db7ec13950f4862a", "6fe9b308c2d714a5", "a2847615fb9e3cd0",
].map((row) => [...row].map((digit) => parseInt(digit, 16)));
const WIDE = (1n << 64n) - 1n, turn = (word, by) => ((word >> by) | (word << (64n - by))) & WIDE;
const STEPS = [
  [0, 4, 8, 12], [1, 5, 9, 13], [2, 6, 10, 14], [3, 7, 11, 15], [0, 5, 10, 15], [1, 6, 11, 12], [2, 7, 8, 13], [3, 4, 9, 14],
];

function blake2b(text) {
  const data = Buffer.from(text), state = [IV[0] ^ 0x01010008n, ...IV.slice(1)];
  const blocks = Math.max(1, Math.ceil(data.length / 128));
  for (let block = 0; block < blocks; block++) {
    const padded = Buffer.alloc(128), last = block === blocks - 1;
    data.copy(padded, 0, block * 128, block * 128 + 128);
    const words = Array.from({ length: 16 }, (_, at) => padded.readBigUInt64LE(at * 8)), v = [...state, ...IV];
    v[12] ^= BigInt(last ? data.length : (block + 1) * 128);
    if (last) v[14] ^= WIDE;
    for (let round = 0; round < 12; round++) STEPS.forEach(([a, b, c, d], at) => {
      const order = SIGMA[round % 10];
      for (const [word, one, other] of [[words[order[2 * at]], 32n, 24n], [words[order[2 * at + 1]], 16n, 63n]]) {
        v[a] = (v[a] + v[b] + word) & WIDE;
        v[d] = turn(v[d] ^ v[a], one);
        v[c] = (v[c] + v[d]) & WIDE;
        v[b] = turn(v[b] ^ v[c], other);
      }
    });
    state.forEach((word, at) => (state[at] = word ^ v[at] ^ v[at + 8]));
  }
  const found = Buffer.alloc(8);
  found.writeBigUInt64LE(state[0]);
  return found.readBigUInt64BE();
}

// ---- keys of rows -------------------------------------------------------------------------------------------------
const NAMESPACE = Buffer.from("5b1f4e0c6c7e5d7a9f0e7a11d9a8c001", "hex");

function derive(entity, parts) {
  const sha1 = crypto.createHash("sha1").update(NAMESPACE).update([entity, ...parts].join("/"));
  const hashed = sha1.digest().subarray(0, 16);
  hashed[6] = (hashed[6] & 0x0f) | 0x50;
  hashed[8] = (hashed[8] & 0x3f) | 0x80;
  return hashed.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function taken(key) {
  const number = BigInt(`0x${key.replaceAll("-", "")}`), head = number >> 64n;
  const hexHead = head.toString(16).padStart(16, "0"), maker = (number >> 16n) & ((1n << 46n) - 1n);
  return { made: key[14] === "8", hexHead, maker, parents: number & 0xffffn };
}
const isDerived = (key) => key[14] === "5";
function isMadeBy(key, author) {
  const { made, hexHead, maker } = taken(key);
  return made && blake2b(`maker/${hexHead}/${author}`) >> 18n === maker;
}
function isMadeFor(key, ...parents) {
  const { made, hexHead, maker, parents: told } = taken(key);
  return made && blake2b(["parents", hexHead, maker.toString(16), ...parents].join("/")) >> 48n === told;
}

// ---- what an entry states -----------------------------------------------------------------------------------------
const text = (value) => (value === undefined || value === null || value === false || value === 0 ? "" : String(value));

function waysOf({ e, s }) {
  const all = (...names) => names.map((name) => text(s[name]));
  if (e === "paper") {
    const [enrolment, occasion, form, attempt] = all("enrolment", "occasion", "form", "attempt");
    const starts = [[enrolment, occasion], [enrolment, occasion, form]];
    return [...starts, ...starts.map((start) => [...start, attempt])];
  }
  if (e === "attachment") {
    return s.course && s.project ? [] : [[text(s.course) || text(s.project), ...all("kind", "sheet", "sha256")]];
  }
  const parts = all(...WORDS[e].derived);
  return parts.every(Boolean) ? [parts] : [];
}

function fits(entry, author) {
  const { home, derived } = WORDS[entry.e], stated = home.filter((name) => name in entry.s);
  const parents = home.map((name) => entry.s[name] ?? "");
  const keys = parents.every((each) => each === "" || isKey(each)), made = taken(entry.k).made;
  if (derived.length === 0) return keys && isMadeFor(entry.k, ...parents);
  if (!stated.every((name) => typeof entry.s[name] === "string")) return false;
  if (entry.e === "feedback_paper" && made) return isMadeBy(entry.k, author) && isMadeFor(entry.k, ...parents);
  return waysOf(entry).some((parts) => derive(entry.e, parts) === entry.k);
}

const SIGNED = [
  "enrolment", "kind", "serial", "language", "facts", "credential", "badge", "credential_id", "issued_on",
];
// What of the office only a head writes: of kinds of rows everything, or some fields.
const DECIDED = {
  approval: null, participation: null, erasure: null, office: null, office_user: null,
  course: ["approved", "retention_day"], project: ["retention_months"],
};
const PLACING = ["enrolment", "assignment"], ROOTS = ["course", "project"], LAST = ["person", "pair"];

// Tells which entries count by the trust list (`devices` by key id); what does not count is a proposal.
export class Judge {
  homes = new Map();

  constructor(devices) {
    this.devices = devices;
  }

  author = ({ r, n }) => {
    const found = this.devices.get(r.slice(0, 16));
    return found && (!found.revoked_on || n <= (found.counts?.[r] ?? 0)) ? found : null;
  };

  isOffice = (entry) => this.author(entry)?.role === "office";

  isDecided = ({ e, s }) => e in DECIDED && (DECIDED[e] === null || DECIDED[e].some((name) => name in s));

  isMaker = ({ k, r }) => isMadeBy(k, r.slice(0, 16));

  learn(entity, key, targets) {
    const place = `${entity}/${key}`;
    targets.forEach((target) => this.homes.set(place, (this.homes.get(place) ?? new Set()).add(target)));
  }

  count(entries) {
    const known = entries.filter((entry) => WORDS[entry.e]);
    const counts = new Set(entries.filter((entry) => !WORDS[entry.e]));
    const proving = known.filter((entry) => this.states(entry) && fits(entry, entry.r.slice(0, 16)));
    const fitting = new Set(proving);
    for (const entry of proving) {
      const sure = WORDS[entry.e].derived.length || this.isMaker(entry) || this.isOffice(entry);
      if (sure && entry.e !== "team") this.learn(entry.e, entry.k, this.stated(entry));
    }
    const judge = (chosen) => {
      const waiting = known.filter((entry) => chosen(entry.e) && !counts.has(entry));
      const found = waiting.filter((entry) => this.counts(entry, fitting.has(entry)));
      for (const entry of found) {
        counts.add(entry);
        if (entry.e === "team") this.learn("team", entry.k, this.stated(entry));
        const placed = PLACING.includes(entry.e) && isKey(entry.s.person);
        if (placed) this.learn("person", entry.s.person, [[entry.e, entry.k]]);
      }
      return found.length;
    };
    while (judge((entity) => entity === "team"));
    judge((entity) => entity !== "team" && !LAST.includes(entity));
    LAST.forEach((entity) => judge((each) => each === entity));
    return entries.filter((entry) => counts.has(entry));
  }

  states = ({ e, s }) => [...WORDS[e].home, ...WORDS[e].derived].some((name) => name in s);

  stated({ e, s }) {
    const { home, fields } = WORDS[e];
    return home.filter((name) => name in s && s[name] !== null).map((name) => [fields[name].target, s[name]]);
  }

  counts(entry, fit) {
    const author = this.author(entry), { home, derived } = WORDS[entry.e], office = author?.role === "office";
    if (!author) return false;
    const part = office && !(derived.length && home.some((name) => name in entry.s));
    if (this.states(entry) && !fit && !part) return false;
    if (office) return author.travels?.grant.role !== "officer" || !this.isDecided(entry);
    return this.mayWrite(entry, author, entry.r.slice(0, 16));
  }

  mayWrite(entry, author, id) {
    const { fields, writers, home, parents, derived } = WORDS[entry.e], names = Object.keys(entry.s);
    if (!this.stated(entry).every(([entity, key]) => this.reaches(entity, key, author, id))) return false;
    const beside = parents.filter((name) => !home.includes(name) && fields[name].target === "course");
    const courses = beside.filter((name) => name in entry.s && entry.s[name] !== null);
    if (!courses.every((name) => this.reaches("course", entry.s[name], author, id))) return false;
    const reached = () => this.reaches(entry.e, entry.k, author, id);
    const offices = [...this.devices].filter(([, each]) => each.role === "office").map(([own]) => own);
    const may = {
      office: () => false,
      anybody: () => true,
      team: () => (derived.length && home.some((name) => name in entry.s)) || reached(),
      maker: () => (isDerived(entry.k) ? Object.values(entry.w).every((ids) => !ids.length) : isMadeBy(entry.k, id)),
      addressee: () => isMadeFor(entry.k, author.code) && offices.some((own) => isMadeBy(entry.k, own)),
      issuer: () => isMadeBy(entry.k, id) && (!SIGNED.some((name) => name in entry.s) || reached()),
    };
    return names.every((name) => may[fields[name]?.writers ?? writers]());
  }

  reaches(entity, key, author, id) {
    if (!isKey(key)) return false;
    const found = [...(this.homes.get(`${entity}/${key}`) ?? [])];
    const within = ([kind, each]) => this.reaches(kind, each, author, id);
    if (ROOTS.includes(entity)) {
      const team = [...(this.homes.get(`team/${derive("team", [key, author.code])}`) ?? [])];
      return isMadeBy(key, id) || team.some(([kind, each]) => kind === "course" && each === key);
    }
    if (entity === "person") return isMadeBy(key, id) || found.some(within);
    const all = WORDS[entity].derived.length && isDerived(key);
    return found.length > 0 && (all ? found.every(within) : found.some(within));
  }
}
