// Opens bundles: seal, ZIP, signature, manifests, header, entries, what is carried. Written from FORMAT.md alone:
// nothing of the program is used, and no library but Node's own. Files with a passphrase are not opened.
import crypto from "node:crypto";
import zlib from "node:zlib";

class Refusal extends Error {}
const refuse = (code) => { throw new Refusal(code); };
const sha256 = (data) => crypto.createHash("sha256").update(data).digest();
const hex = (data) => sha256(data).toString("hex");
const MOST = Number.MAX_SAFE_INTEGER, MEBI = 1024 * 1024;

// ---- age (age-encryption.org/v1): X25519 recipients ------------------------------------------------------------------
const LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
function bech32(text) {
  const small = text.toLowerCase();
  const bits = [...small.slice(small.lastIndexOf("1") + 1, -6)].map((each) => LETTERS.indexOf(each).toString(2).padStart(5, "0"));
  return Buffer.from(bits.join("").match(/.{8}/g).map((each) => parseInt(each, 2)));
}
const PKCS8 = { x: "302e020100300506032b656e04220420" };
const SPKI = { x: "302a300506032b656e032100", ed: "302a300506032b6570032100" };
const privateKey = (raw) => crypto.createPrivateKey({ key: Buffer.concat([Buffer.from(PKCS8.x, "hex"), raw]), format: "der", type: "pkcs8" });
const publicKey = (raw, kind) => crypto.createPublicKey({ key: Buffer.concat([Buffer.from(SPKI[kind], "hex"), raw]), format: "der", type: "spki" });
const hkdf = (key, salt, info) => Buffer.from(crypto.hkdfSync("sha256", key, salt, info, 32));
function open(key, nonce, box) {
  const cipher = crypto.createDecipheriv("chacha20-poly1305", key, nonce, { authTagLength: 16 });
  cipher.setAuthTag(box.subarray(-16));
  return Buffer.concat([cipher.update(box.subarray(0, -16)), cipher.final()]);
}
const attempt = (act, otherwise) => { try { return act(); } catch { return otherwise; } };

function unseal(data, identities) {
  if (data.length > 257 * MEBI) refuse("TOO_BIG");
  if (!data.subarray(0, 22).equals(Buffer.from("age-encryption.org/v1\n"))) refuse("NOT_A_BUNDLE");
  const begin = data.subarray(0, 8192).toString("latin1");
  const mark = begin.indexOf("\n---"), end = mark < 0 ? -1 : begin.indexOf("\n", mark + 1);
  if (end < 0) refuse(data.length > 8192 ? "LONG_HEADER" : "DAMAGED");
  const stanzas = begin.slice(22, mark + 1).split("-> ").slice(1).map((each) => each.split("\n"));
  if (stanzas.length > 16) refuse("LONG_HEADER");
  for (const [head] of stanzas) if (head.startsWith("scrypt ") && !(/^scrypt \S+ ([1-9]|1[0-8])$/.test(head))) refuse("DEAR_PASSPHRASE");
  if (stanzas[0]?.[0].startsWith("scrypt ")) refuse("NEEDS_PASSPHRASE");
  const secrets = identities.map(bech32).map((raw) => ({ key: privateKey(raw), own: crypto.createPublicKey(privateKey(raw)).export({ format: "der", type: "spki" }).subarray(-32) }));
  let fileKey = null;
  for (const [head, body] of stanzas) {
    const [kind, share] = head.split(" ");
    if (kind !== "X25519" || fileKey) continue;
    const point = Buffer.from(share, "base64");
    for (const { key, own } of secrets) {
      fileKey ??= attempt(() => {
        const shared = crypto.diffieHellman({ privateKey: key, publicKey: publicKey(point, "x") });
        return open(hkdf(shared, Buffer.concat([point, own]), "age-encryption.org/v1/X25519"), Buffer.alloc(12), Buffer.from(body, "base64"));
      }, null);
    }
  }
  if (!fileKey) refuse("NOT_FOR_US");
  const mac = crypto.createHmac("sha256", hkdf(fileKey, "", "header")).update(data.subarray(0, mark + 4)).digest("base64").replace(/=+$/, "");
  if (begin.slice(mark + 5, end) !== mac) refuse("DAMAGED");
  const payload = data.subarray(end + 1), key = hkdf(fileKey, payload.subarray(0, 16), "payload"), parts = [];
  for (let at = 16, number = 0; at < payload.length || number === 0; at += 65552, number++) {
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32BE(number, 7);
    nonce[11] = at + 65552 >= payload.length ? 1 : 0;
    parts.push(attempt(() => open(key, nonce, payload.subarray(at, at + 65552)), null) ?? refuse("DAMAGED"));
  }
  return Buffer.concat(parts);
}

// ---- ZIP --------------------------------------------------------------------------------------------------------------
const NAME = /^(data\/((blobs|carried)\/)?)?[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)*$/;
function unzip(data) {
  const at = data.length - 22, bad = () => refuse("NOT_A_BUNDLE");
  if (at < 0 || data.readUInt32LE(at) !== 0x06054b50 || data.readUInt32LE(at + 4) !== 0 || data.readUInt16LE(at + 20) !== 0) bad();
  const count = data.readUInt16LE(at + 10), directory = data.readUInt32LE(at + 16);
  if (data.readUInt16LE(at + 8) !== count || directory + data.readUInt32LE(at + 12) !== at) bad();
  if (count > 64) refuse("TOO_BIG");
  const members = new Map();
  let place = directory, next = 0, whole = 0;
  for (let number = 0; number < count; number++) {
    if (place + 46 > at || data.readUInt32LE(place) !== 0x02014b50) bad();
    const length = data.readUInt16LE(place + 28), method = data.readUInt16LE(place + 10), packed = data.readUInt32LE(place + 20), size = data.readUInt32LE(place + 24);
    const name = data.subarray(place + 46, place + 46 + length).toString("latin1"), type = (data.readUInt32LE(place + 38) >>> 16) & 0o170000;
    // Version, flags; extra field, comment, disk; method; kind of file.
    const odd = data.readUInt16LE(place + 6) > 20 || data.readUInt16LE(place + 8) || data.readUInt16LE(place + 30) || data.readUInt32LE(place + 32);
    if (odd || ![0, 8].includes(method) || ![0, 0o100000].includes(type) || name.length > 120 || !NAME.test(name) || members.has(name)) bad();
    const offset = data.readUInt32LE(place + 42), start = offset + 30 + length;
    if (offset !== next || start + packed > directory || data.readUInt32LE(offset) !== 0x04034b50 || data.readUInt16LE(offset + 4) > 20) bad();
    // The local header repeats what the directory says, from the flags to the length of the name; no extra field.
    const same = data.subarray(offset + 6, offset + 28).equals(data.subarray(place + 8, place + 30)) && data.readUInt16LE(offset + 28) === 0;
    if (!same || data.subarray(offset + 30, start).toString("latin1") !== name) bad();
    members.set(name, { method, size, packed: data.subarray(start, start + packed), crc: data.readUInt32LE(place + 16) });
    next = start + packed;
    place += 46 + length;
    whole += size;
  }
  if (place !== at || next !== directory) bad();
  if (whole > 256 * MEBI) refuse("TOO_BIG");
  return members;
}
function member(members, name, most = 4 * MEBI) {
  const found = members.get(name) ?? refuse("NOT_A_BUNDLE");
  if (found.size > most) refuse("TOO_BIG");
  const inflate = () => {
    const { buffer, engine } = zlib.inflateRawSync(found.packed, { maxOutputLength: found.size + 1, info: true });
    return engine.bytesWritten === found.packed.length ? buffer : null;
  };
  const content = found.method === 0 ? found.packed : attempt(inflate, null);
  if (!content || content.length !== found.size || zlib.crc32(content) !== found.crc) refuse("NOT_A_BUNDLE");
  return content;
}

// ---- signatures, manifests, header ------------------------------------------------------------------------------------
function signature(text) {
  const lines = text.toString("utf8").split("\n");
  const raw = Buffer.from(lines[1] ?? "", "base64");
  if (lines.length !== 5 || lines[4] !== "" || !lines[0].startsWith("untrusted comment: ") || raw.length !== 74 || raw.toString("latin1", 0, 2) !== "ED") return null;
  return { id: raw.toString("hex", 2, 10), own: raw.subarray(10), comment: lines[2].replace(/^trusted comment: /, ""), whole: Buffer.from(lines[3], "base64") };
}
const keyId = (key) => hex(key).slice(0, 16);
function isSigned(data, found, key, purpose) {
  const verify = (what, by) => attempt(() => crypto.verify(null, what, publicKey(key, "ed"), by), false);
  const hashed = crypto.createHash("blake2b512").update(data).digest();
  return found !== null && found.id === keyId(key) && found.comment === purpose && verify(hashed, found.own) && verify(Buffer.concat([found.own, Buffer.from(found.comment)]), found.whole);
}
function manifest(data) {
  const found = new Map(), text = data.toString("utf8");
  for (const line of text.split("\n").slice(0, -1)) found.set(...(/^([0-9a-f]{64}) {2}([a-z0-9./-]+)$/.exec(line) ?? refuse("NOT_A_BUNDLE")).slice(1, 3).reverse());
  const again = [...found.keys()].sort().map((name) => `${found.get(name)}  ${name}\n`).join("");
  return again === text ? found : refuse("NOT_A_BUNDLE");
}
const TAGGED = ["bag-info.txt", "bagit.txt", "bundle.json", "manifest-sha256.txt"];
const TAG = "tagmanifest-sha256.txt", ENTRIES = "data/entries.ndjson", NOTE = "redaction.json";
const PACK_ONLY = ["data/trust.json", "data/trust.json.minisig", "data/revoked.json", "data/receipts.json", "data/program.tupdate"];
const isBig = (name) => name === ENTRIES || name === "data/program.tupdate" || /^data\/(blobs|carried)\//.test(name);

function verify(plain, reader, carrier = null) {
  const zip = unzip(plain), tag = member(zip, TAG), signed = signature(member(zip, `${TAG}.minisig`)) ?? refuse("NOT_A_BUNDLE");
  const signer = reader.devices.get(signed.id) ?? refuse("UNKNOWN_DEVICE");
  if (!isSigned(tag, signed, signer.key, "trainer bundle 1")) refuse("BAD_SIGNATURE");
  const note = zip.has(NOTE) ? redaction(zip, tag, reader) : new Map();
  const tags = manifest(tag), members = new Map();
  const take = (name, expected) => {
    const content = zip.has(name) ? member(zip, name, isBig(name) ? 256 * MEBI : undefined) : refuse("BAD_SIGNATURE");
    if (hex(content) !== expected) refuse("BAD_SIGNATURE");
    members.set(name, content);
  };
  if (!TAGGED.every((name) => tags.has(name))) refuse("NOT_A_BUNDLE");
  for (const [name, expected] of tags) take(name, expected);
  const payload = manifest(members.get("manifest-sha256.txt"));
  for (const [name, { was, now }] of note) payload.get(name) === was ? payload.set(name, now) : refuse("BAD_SIGNATURE");
  for (const [name, expected] of payload) expected || payload.delete(name);
  const all = new Set([TAG, `${TAG}.minisig`, ...(note.size ? [NOTE, `${NOTE}.minisig`] : []), ...tags.keys(), ...payload.keys()]);
  if (all.size !== zip.size || ![...all].every((name) => zip.has(name))) refuse("BAD_SIGNATURE");
  for (const [name, expected] of payload) take(name, expected);
  if (signer.revoked_on && !carrier) refuse("REVOKED_DEVICE");
  const header = attempt(() => JSON.parse(members.get("bundle.json")), null);
  if (header?.format !== "trainer-bundle") refuse("NOT_A_BUNDLE");
  if (header.version > 1 || header.requires?.length) refuse("TOO_NEW");
  if (!["sync", "pack"].includes(header.kind) || !/^[0-9a-f]{32}$/.test(header.replica)) refuse("NOT_A_BUNDLE");
  const pack = header.kind === "pack";
  for (const [name, content] of members) {
    const own = /^data\/(blobs|carried)\/([0-9a-f]{64})$/.exec(name);
    const named = own && (own[1] === "blobs" || (!pack && !carrier)) && (hex(content) === own[2] || (own[1] === "carried" && note.has(name)));
    if (![...TAGGED, ENTRIES, ...(pack ? PACK_ONLY : [])].includes(name) && !named) refuse("NOT_A_BUNDLE");
  }
  if (!members.has(ENTRIES)) refuse("NOT_A_BUNDLE");
  if (Object.keys(header.seen ?? {}).length > 10000 || Object.keys(header.counts ?? {}).length > 1000 || (header.courses ?? []).length > 20000) refuse("TOO_MANY_NAMED");
  const another = [...reader.devices.values()].some((each) => each.code === header.device && each !== signer);
  if (another || (pack && signer.role !== "office")) refuse("BAD_SIGNATURE");
  if (!header.replica.startsWith(signed.id)) refuse("FOREIGN_AUTHOR");
  const addressee = carrier ?? reader.own;
  if (pack && Buffer.from(header.addressee_key ?? "", "base64").toString("hex") !== addressee) refuse("FOR_ANOTHER_LAPTOP");
  return { header, signer: signed.id, members, mayErase: (pack && !signer.revoked_on) || note.size > 0 };
}
function redaction(zip, tag, reader) {
  const text = member(zip, NOTE), found = signature(member(zip, `${NOTE}.minisig`)), signer = reader.devices.get(found?.id);
  if (signer?.role !== "office" || !isSigned(text, found, signer.key, "trainer redaction 1")) refuse("BAD_SIGNATURE");
  const note = JSON.parse(text);
  if (note.manifest !== hex(tag)) refuse("BAD_SIGNATURE");
  return new Map(note.changes.map((each) => [each.name, each]));
}

// ---- entries ----------------------------------------------------------------------------------------------------------
const KEY = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, FIELD = /^[\p{L}_][\p{L}\p{N}_]{0,63}$/u;
const isText = (value) => typeof value === "string" && value.isWellFormed() && !value.includes("\0");
const isNumber = (value, least) => Number.isSafeInteger(value) && value >= least;
const isPlain = (value) => value === null || typeof value === "boolean" || isText(value) || isNumber(value, -MOST);
function entry(line) {
  const bad = () => refuse("BAD_ENTRY");
  if (line.length > 65536 || line.includes("\r")) bad();
  const one = attempt(() => JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(line)), null);
  if (!one || !/^[0-9a-f]{32}$/.test(one.r) || !isNumber(one.n, 1)) bad();
  if (one.x) {
    const exact = /^\{"r":"[0-9a-f]{32}","n":[0-9]+,"x":"[0-9a-f]{64}"\}$/.test(line.toString("latin1"));
    return exact ? { id: one.x.slice(0, 32), r: one.r, n: one.n, silent: true } : bad();
  }
  const { t = [0, 0], v = 1, s, w = {} } = one;
  if (!Array.isArray(t) || t.length !== 2 || !t.every((each) => isNumber(each, 0)) || !isNumber(v, 1)) bad();
  if (!FIELD.test(one.e) || !KEY.test(one.k) || !s || typeof s !== "object" || !Object.keys(s).length) bad();
  for (const text of [one.u ?? "", one.z ?? "", one.y ?? ""]) isText(text) || bad();
  for (const [name, value] of Object.entries(s)) (FIELD.test(name) && (Array.isArray(value) ? value.every(isPlain) : isPlain(value))) || bad();
  for (const [name, ids] of Object.entries(w)) (FIELD.test(name) && Array.isArray(ids) && ids.every((id) => /^[0-9a-f]{32}$/.test(id))) || bad();
  if (Object.values(w).flat().length > 100) bad();
  return { id: hex(line).slice(0, 32), r: one.r, n: one.n, t, e: one.e, k: one.k, s, w };
}
function entries(bundle) {
  const data = bundle.members.get(ENTRIES), lines = [];
  for (let at = 0, end; at < data.length; at = end + 1) {
    end = data.indexOf(10, at);
    lines.push(end < 0 ? refuse("BAD_ENTRY") : data.subarray(at, end));
  }
  if (lines.length > 1000 && lines.length * 60 > data.length) refuse("TOO_BIG");
  const found = lines.map(entry);
  if (bundle.header.kind === "sync" && !found.every((each) => each.r.startsWith(bundle.signer))) refuse("FOREIGN_AUTHOR");
  return found.map((each) => ({ ...each, mayErase: bundle.mayErase }));
}
function carried(bundle, reader) {
  const names = [...bundle.members.keys()].filter((name) => name.startsWith("data/carried/")).sort();
  return names.flatMap((name) => attempt(() => entries(verify(bundle.members.get(name), reader, bundle.signer)), []));
}

// What is known: entries by id. A silent line takes the place of a full one only where it may erase.
class Journal {
  full = new Map();
  erased = new Set();
  parked = new Set();
  take(found) {
    let fresh = 0;
    for (const each of found) {
      const known = this.full.has(each.id) || this.erased.has(each.id) || (each.silent && this.parked.has(each.id));
      fresh += known ? 0 : 1;
      if (!each.silent && !this.erased.has(each.id)) this.full.set(each.id, each);
      else if (each.silent && each.mayErase) (this.erased.add(each.id), this.full.delete(each.id));
      else if (each.silent) this.parked.add(each.id);
    }
    return fresh;
  }
}

export { Journal, Refusal, carried, entries, isSigned, keyId, signature, unseal, verify };
