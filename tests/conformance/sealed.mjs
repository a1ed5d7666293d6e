// The two outer layers of a bundle: age (age-encryption.org/v1, X25519 alone) and the ZIP. Written from FORMAT.md.
import crypto from "node:crypto";
import zlib from "node:zlib";

export class Refusal extends Error {}
export const refuse = (code) => { throw new Refusal(code); };
export const attempt = (act, otherwise) => { try { return act(); } catch { return otherwise; } };
export const MEBI = 1024 * 1024;

const DER = {
  x25519: ["302e020100300506032b656e04220420", "302a300506032b656e032100"],
  ed25519: ["302e020100300506032b657004220420", "302a300506032b6570032100"],
};
const der = (prefix, raw) => ({ key: Buffer.concat([Buffer.from(prefix, "hex"), raw]), format: "der" });
export const privateKey = (raw, kind) => crypto.createPrivateKey({ ...der(DER[kind][0], raw), type: "pkcs8" });
export const publicKey = (raw, kind) => crypto.createPublicKey({ ...der(DER[kind][1], raw), type: "spki" });
export const publicOf = (key) => crypto.createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32);

function bech32(text) {
  const letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l", small = text.toLowerCase();
  const bits = [...small.slice(small.lastIndexOf("1") + 1, -6)].map((each) => letters.indexOf(each).toString(2));
  const bytes = bits.map((each) => each.padStart(5, "0")).join("").match(/.{8}/g);
  return Buffer.from(bytes.map((each) => parseInt(each, 2)));
}

const hkdf = (key, salt, info) => Buffer.from(crypto.hkdfSync("sha256", key, salt, info, 32));

function open(key, nonce, box) {
  const cipher = crypto.createDecipheriv("chacha20-poly1305", key, nonce, { authTagLength: 16 });
  cipher.setAuthTag(box.subarray(-16));
  return Buffer.concat([cipher.update(box.subarray(0, -16)), cipher.final()]);
}

function fileKeyOf(stanzas, identities) {
  const secrets = identities.map((text) => privateKey(bech32(text), "x25519"));
  for (const [head, body] of stanzas) {
    const [kind, share] = head.split(" ");
    if (kind !== "X25519") continue;
    const point = Buffer.from(share, "base64");
    for (const secret of secrets) {
      const found = attempt(() => {
        const shared = crypto.diffieHellman({ privateKey: secret, publicKey: publicKey(point, "x25519") });
        const key = hkdf(shared, Buffer.concat([point, publicOf(secret)]), "age-encryption.org/v1/X25519");
        return open(key, Buffer.alloc(12), Buffer.from(body, "base64"));
      }, null);
      if (found) return found;
    }
  }
  return refuse("NOT_FOR_US");
}

export function unseal(data, identities) {
  if (data.length > 257 * MEBI) refuse("TOO_BIG");
  if (!data.subarray(0, 22).equals(Buffer.from("age-encryption.org/v1\n"))) refuse("NOT_A_BUNDLE");
  const begin = data.subarray(0, 8192).toString("latin1"), mark = begin.indexOf("\n---");
  const end = mark < 0 ? -1 : begin.indexOf("\n", mark + 1);
  if (end < 0) refuse(data.length > 8192 ? "LONG_HEADER" : "DAMAGED");
  const stanzas = begin.slice(22, mark + 1).split("-> ").slice(1).map((each) => each.split("\n"));
  if (stanzas.length > 16) refuse("LONG_HEADER");
  const passphrases = stanzas.filter(([head]) => head.startsWith("scrypt "));
  if (!passphrases.every(([head]) => /^scrypt \S+ ([1-9]|1[0-8])$/.test(head))) refuse("DEAR_PASSPHRASE");
  if (passphrases.length) refuse("NEEDS_PASSPHRASE");
  const fileKey = fileKeyOf(stanzas, identities);
  const mac = crypto.createHmac("sha256", hkdf(fileKey, "", "header")).update(data.subarray(0, mark + 4));
  if (begin.slice(mark + 5, end) !== mac.digest("base64").replace(/=+$/, "")) refuse("DAMAGED");
  const payload = data.subarray(end + 1), key = hkdf(fileKey, payload.subarray(0, 16), "payload"), parts = [];
  const chunk = 65536 + 16;
  for (let at = 16, number = 0; at < payload.length || number === 0; at += chunk, number++) {
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32BE(number, 7);
    nonce[11] = at + chunk >= payload.length ? 1 : 0;
    parts.push(attempt(() => open(key, nonce, payload.subarray(at, at + chunk)), null) ?? refuse("DAMAGED"));
  }
  return Buffer.concat(parts);
}

const NAME = /^(data\/((blobs|carried)\/)?)?[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)*$/;

function line(data, place, at) {
  const bad = () => refuse("NOT_A_BUNDLE");
  if (place + 46 > at || data.readUInt32LE(place) !== 0x02014b50) bad();
  const found = {
    method: data.readUInt16LE(place + 10), crc: data.readUInt32LE(place + 16), packed: data.readUInt32LE(place + 20),
    size: data.readUInt32LE(place + 24), length: data.readUInt16LE(place + 28), offset: data.readUInt32LE(place + 42),
  };
  found.name = data.subarray(place + 46, place + 46 + found.length).toString("latin1");
  const type = (data.readUInt32LE(place + 38) >>> 16) & 0o170000, newest = data.readUInt16LE(place + 6);
  // Flags, extra field, comment and disk.
  const odd = data.readUInt16LE(place + 8) || data.readUInt16LE(place + 30) || data.readUInt32LE(place + 32);
  if (odd || newest > 20 || ![0, 8].includes(found.method) || ![0, 0o100000].includes(type)) bad();
  if (found.name.length > 120 || !NAME.test(found.name)) bad();
  return found;
}

export function unzip(data) {
  const at = data.length - 22, bad = () => refuse("NOT_A_BUNDLE");
  if (at < 0 || data.readUInt32LE(at) !== 0x06054b50 || data.readUInt32LE(at + 4) || data.readUInt16LE(at + 20)) bad();
  const count = data.readUInt16LE(at + 10), directory = data.readUInt32LE(at + 16), members = new Map();
  if (data.readUInt16LE(at + 8) !== count || directory + data.readUInt32LE(at + 12) !== at) bad();
  if (count > 64) refuse("TOO_BIG");
  let place = directory, next = 0, whole = 0;
  for (let number = 0; number < count; number++) {
    const found = line(data, place, at), { offset } = found, start = offset + 30 + found.length;
    if (members.has(found.name) || offset !== next || start + found.packed > directory) bad();
    if (data.readUInt32LE(offset) !== 0x04034b50 || data.readUInt16LE(offset + 4) > 20) bad();
    // The local header repeats the directory, from the flags to the length of the name; it has no extra field.
    const same = data.subarray(offset + 6, offset + 28).equals(data.subarray(place + 8, place + 30));
    const name = data.subarray(offset + 30, start).toString("latin1");
    if (!same || data.readUInt16LE(offset + 28) || name !== found.name) bad();
    members.set(name, { ...found, content: data.subarray(start, start + found.packed) });
    next = start + found.packed;
    place += 46 + found.length;
    whole += found.size;
  }
  if (place !== at || next !== directory) bad();
  return whole > 256 * MEBI ? refuse("TOO_BIG") : members;
}

export function member(members, name, most = 4 * MEBI) {
  const { method, size, crc, content } = members.get(name) ?? refuse("NOT_A_BUNDLE");
  if (size > most) refuse("TOO_BIG");
  const inflate = () => {
    const { buffer, engine } = zlib.inflateRawSync(content, { maxOutputLength: size + 1, info: true });
    return engine.bytesWritten === content.length ? buffer : null;
  };
  const plain = method === 0 ? content : attempt(inflate, null);
  return plain && plain.length === size && zlib.crc32(plain) === crc ? plain : refuse("NOT_A_BUNDLE");
}
