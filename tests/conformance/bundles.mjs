// What a bundle's ZIP proves and says: signature, manifests, header, entries, what is carried. Written from FORMAT.md.
import crypto from "node:crypto";
import { MEBI, attempt, member, publicKey, refuse, unzip } from "./sealed.mjs";

export const hex = (data) => crypto.createHash("sha256").update(data).digest("hex");
export const keyId = (key) => hex(key).slice(0, 16);

export function signature(text) {
  const lines = text.toString("utf8").split("\n"), raw = Buffer.from(lines[1] ?? "", "base64");
  const whole = lines.length === 5 && lines[4] === "" && lines[0].startsWith("untrusted comment: ");
  if (!whole || raw.length !== 74 || raw.toString("latin1", 0, 2) !== "ED") return null;
  const comment = lines[2].replace(/^trusted comment: /, "");
  return { id: raw.toString("hex", 2, 10), own: raw.subarray(10), comment, all: Buffer.from(lines[3], "base64") };
}

export function isSigned(data, found, key, purpose) {
  if (found?.id !== keyId(key) || found.comment !== purpose) return false;
  const hashed = crypto.createHash("blake2b512").update(data).digest();
  const verify = (what, by) => attempt(() => crypto.verify(null, what, publicKey(key, "ed25519"), by), false);
  return verify(hashed, found.own) && verify(Buffer.concat([found.own, Buffer.from(found.comment)]), found.all);
}

function manifest(data) {
  const text = data.toString("utf8"), found = new Map();
  for (const line of text.split("\n").slice(0, -1)) {
    const [, hash, name] = /^([0-9a-f]{64}) {2}([a-z0-9./-]+)$/.exec(line) ?? refuse("NOT_A_BUNDLE");
    found.set(name, hash);
  }
  const again = [...found.keys()].sort().map((name) => `${found.get(name)}  ${name}\n`);
  return again.join("") === text ? found : refuse("NOT_A_BUNDLE");
}

// A computer of the office that is on the road sends files as laptops do.
const isAtOffice = (signer) => signer?.role === "office" && !signer.travels;

const TAGGED = ["bag-info.txt", "bagit.txt", "bundle.json", "manifest-sha256.txt"];
const TAG = "tagmanifest-sha256.txt", ENTRIES = "data/entries.ndjson", NOTE = "redaction.json";
const UPDATE = "data/program.tupdate", OTHERS = /^data\/(blobs|carried)\/([0-9a-f]{64})$/;
const PACK_ONLY = ["data/trust.json", "data/trust.json.minisig", "data/revoked.json", "data/receipts.json", UPDATE];

// Opens a ZIP. `reader` has `devices` (of the trust list, by key id) and `own` (its key id); `carrier` is the key id
// of whoever signed the bundle in which this one lies.
export function verify(plain, reader, carrier = null) {
  const zip = unzip(plain), tag = member(zip, TAG);
  const signed = signature(member(zip, `${TAG}.minisig`)) ?? refuse("NOT_A_BUNDLE");
  const signer = reader.devices.get(signed.id) ?? refuse("UNKNOWN_DEVICE");
  if (!isSigned(tag, signed, signer.key, "trainer bundle 1")) refuse("BAD_SIGNATURE");
  const note = zip.has(NOTE) ? redaction(zip, tag, reader) : new Map(), members = hashed(zip, tag, note);
  if (signer.revoked_on && !carrier) refuse("REVOKED_DEVICE");
  const header = attempt(() => JSON.parse(members.get("bundle.json")), null);
  if (header?.format !== "trainer-bundle") refuse("NOT_A_BUNDLE");
  if (header.version > 1 || header.requires?.length) refuse("TOO_NEW");
  const pack = header.kind === "pack";
  if ((!pack && header.kind !== "sync") || !/^[0-9a-f]{32}$/.test(header.replica)) refuse("NOT_A_BUNDLE");
  checkNames(members, pack, note, carrier);
  const { seen = {}, counts = {}, courses = [] } = header, many = (found) => Object.keys(found).length;
  if (many(seen) > 10000 || many(counts) > 1000 || courses.length > 20000) refuse("TOO_MANY_NAMED");
  const another = [...reader.devices.values()].some((each) => each.code === header.device && each !== signer);
  if (another || (pack && !isAtOffice(signer))) refuse("BAD_SIGNATURE");
  if (!header.replica.startsWith(signed.id)) refuse("FOREIGN_AUTHOR");
  const addressee = Buffer.from(header.addressee_key ?? "", "base64").toString("hex");
  if (pack && addressee !== (carrier ?? reader.own)) refuse("FOR_ANOTHER_LAPTOP");
  return { header, signer: signed.id, members, mayErase: (pack && !signer.revoked_on) || note.size > 0 };
}

function hashed(zip, tag, note) {
  const tags = manifest(tag), members = new Map();
  const take = (name, expected, most) => {
    const content = zip.has(name) ? member(zip, name, most) : refuse("BAD_SIGNATURE");
    members.set(name, hex(content) === expected ? content : refuse("BAD_SIGNATURE"));
  };
  if (!TAGGED.every((name) => tags.has(name))) refuse("NOT_A_BUNDLE");
  for (const [name, expected] of tags) take(name, expected);
  const payload = manifest(members.get("manifest-sha256.txt"));
  for (const [name, { was, now }] of note) {
    if (payload.get(name) !== was) refuse("BAD_SIGNATURE");
    now ? payload.set(name, now) : payload.delete(name);
  }
  const notes = note.size ? [NOTE, `${NOTE}.minisig`] : [];
  const all = new Set([TAG, `${TAG}.minisig`, ...notes, ...tags.keys(), ...payload.keys()]);
  if (all.size !== zip.size || ![...all].every((name) => zip.has(name))) refuse("BAD_SIGNATURE");
  for (const [name, expected] of payload) {
    take(name, expected, name === ENTRIES || name === UPDATE || OTHERS.test(name) ? 256 * MEBI : undefined);
  }
  return members;
}

function checkNames(members, pack, note, carrier) {
  for (const [name, content] of members) {
    const [, folder, hash] = OTHERS.exec(name) ?? [], fits = hash === hex(content);
    const carried = folder === "carried" && !pack && !carrier && (fits || note.has(name));
    const known = [...TAGGED, ENTRIES, ...(pack ? PACK_ONLY : [])].includes(name);
    if (!known && !carried && !(folder === "blobs" && fits)) refuse("NOT_A_BUNDLE");
  }
  if (!members.has(ENTRIES)) refuse("NOT_A_BUNDLE");
}

function redaction(zip, tag, reader) {
  const text = member(zip, NOTE), found = signature(member(zip, `${NOTE}.minisig`));
  const signer = reader.devices.get(found?.id);
  if (!isAtOffice(signer) || !isSigned(text, found, signer.key, "trainer redaction 1")) refuse("BAD_SIGNATURE");
  const { manifest: of, changes } = JSON.parse(text);
  return of === hex(tag) ? new Map(changes.map((each) => [each.name, each])) : refuse("BAD_SIGNATURE");
}

const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, FIELD = /^[\p{L}_][\p{L}\p{N}_]{0,63}$/u;
const ID = /^[0-9a-f]{32}$/, SILENT = /^\{"r":"[0-9a-f]{32}","n":[0-9]+,"x":"[0-9a-f]{64}"\}$/;
export const isKey = (text) => typeof text === "string" && KEY.test(text);
const isText = (value) => typeof value === "string" && value.isWellFormed() && !value.includes("\0");
const isNumber = (value, least) => Number.isSafeInteger(value) && value >= least;
const isOne = (value) => value === null || typeof value === "boolean" || isText(value) || Number.isSafeInteger(value);
const isValue = (value) => (Array.isArray(value) ? value.every(isOne) : isOne(value));

function entry(line) {
  const bad = () => refuse("BAD_ENTRY"), read = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  if (line.length > 65536 || line.includes("\r")) bad();
  const one = attempt(() => JSON.parse(read.decode(line)), null);
  if (!one || !ID.test(one.r) || !isNumber(one.n, 1)) bad();
  if (one.x) return SILENT.test(line) ? { id: one.x.slice(0, 32), r: one.r, n: one.n, silent: true } : bad();
  const { t = [0, 0], v = 1, e, k, s, w = {} } = one;
  if (!Array.isArray(t) || t.length !== 2 || !t.every((each) => isNumber(each, 0)) || !isNumber(v, 1)) bad();
  if (!FIELD.test(e) || !isKey(k) || !s || typeof s !== "object" || !Object.keys(s).length) bad();
  if (![one.u ?? "", one.z ?? "", one.y ?? ""].every(isText)) bad();
  if (!Object.entries(s).every(([name, value]) => FIELD.test(name) && isValue(value))) bad();
  const isList = (ids) => Array.isArray(ids) && ids.every((id) => ID.test(id));
  if (!Object.entries(w).every(([name, ids]) => FIELD.test(name) && isList(ids))) bad();
  if (Object.values(w).flat().length > 100) bad();
  return { id: hex(line).slice(0, 32), r: one.r, n: one.n, t, e, k, s: toldApart(e, s), w };
}

// Early builds: why an approval was taken back stands where it was said why a course was left open.
function toldApart(e, s) {
  const reason = s.left_open_reason, isReopened = e === "course" && s.approved === false && typeof reason === "string";
  return isReopened ? { ...s, left_open_reason: null, reopened_reason: reason } : s;
}

export function entries(bundle) {
  const data = bundle.members.get(ENTRIES), lines = [];
  for (let at = 0, end; at < data.length; at = end + 1) {
    end = data.indexOf(10, at);
    lines.push(end < 0 ? refuse("BAD_ENTRY") : data.subarray(at, end));
  }
  if (lines.length > 1000 && lines.length * 60 > data.length) refuse("TOO_BIG");
  const found = lines.map(entry);
  const own = bundle.header.kind === "pack" || found.every((each) => each.r.startsWith(bundle.signer));
  return own ? found.map((each) => ({ ...each, mayErase: bundle.mayErase })) : refuse("FOREIGN_AUTHOR");
}

export function carried(bundle, reader) {
  const names = [...bundle.members.keys()].filter((name) => name.startsWith("data/carried/")).sort();
  return names.flatMap((name) => attempt(() => entries(verify(bundle.members.get(name), reader, bundle.signer)), []));
}

// What is known: entries by id. A silent line takes the place of a full one only where it may erase.
export class Journal {
  full = new Map();
  erased = new Set();
  parked = new Set();

  take(found) {
    let fresh = 0;
    for (const { mayErase, ...each } of found) {
      const { id, silent } = each;
      fresh += !this.full.has(id) && !this.erased.has(id) && !(silent && this.parked.has(id));
      if (silent && mayErase) this.full.delete(id);
      if (silent) (mayErase ? this.erased : this.parked).add(id);
      else if (!this.erased.has(id)) this.full.set(id, each);
    }
    return fresh;
  }
}
