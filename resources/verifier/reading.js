// Reads and judges a certificate's code as `trainer_app/bundle/credential.py` and `certificate_check.py` do:
// TRC1: + Base45(COSE_Sign1(CWT)), one way of writing only, Ed25519; or an Open Badge, as `bundle/badge.py` makes
// it: a JWT that says the same as the code it contains. One table of cases tests all of them.
const credential = (() => {
  const PREFIX = 'TRC1:', MAX_TEXT = 2420, SIGN1 = 18, EDDSA = -8, FACTS = -65537, DAY = 86400;
  const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
  const KINDS = ['completion', 'attendance'];
  const NAMES = {
    1: 'serial', 2: 'kind', 3: 'name', 4: 'latin', 5: 'rank', 6: 'course_title', 7: 'course_code',
    8: 'first_day', 9: 'last_day', 10: 'hours', 11: 'organiser', 12: 'replaces', 13: 'town', 14: 'partner',
    15: 'course_kind',
  };
  const LEFT_OUT = { replaces: '', course_kind: 'course' }, MOST_BRACKETS = 1000;
  // What Python calls blank.
  const BLANK = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+';
  const ANY_BLANKS = new RegExp(BLANK, 'g'), OUTER_BLANKS = new RegExp(`^${BLANK}|${BLANK}$`, 'g');
  class Refused extends Error {}
  const altered = () => new Refused('altered');

  // A scanner plays a keyboard: under a Cyrillic layout its signs come out as others.
  function repair(text, keys) {
    if (!text.startsWith('ЕКС') && !text.startsWith('екс')) return text;
    return [...text.toUpperCase()].map((sign) => keys[sign] ?? sign).join('');
  }

  function fromBase45(text) {
    const digits = [...text].map((sign) => ALPHABET.indexOf(sign));
    if (digits.includes(-1) || digits.length % 3 === 1) throw altered();
    const out = [];
    for (let at = 0; at < digits.length; at += 3) {
      const pair = at + 2 === digits.length;
      const value = digits[at] + 45 * digits[at + 1] + (pair ? 0 : 2025 * digits[at + 2]);
      if (value > (pair ? 0xff : 0xffff)) throw altered();
      if (!pair) out.push(value >> 8);
      out.push(value & 0xff);
    }
    return Uint8Array.from(out);
  }

  // Deterministic CBOR alone: shortest numbers, definite lengths, sorted keys. `Tagged` and `Map` as they are.
  class Tagged {
    constructor(tag, value) {
      Object.assign(this, { tag, value });
    }
  }
  const before = (a, b) => {
    if (a.length !== b.length) return a.length < b.length;
    for (let n = 0; n < a.length; n++) if (a[n] !== b[n]) return a[n] < b[n];
    return false;
  };

  function decode(data) {
    let at = 0;
    const take = (count) => {
      if (at + count > data.length) throw altered();
      at += count;
      return data.subarray(at - count, at);
    };
    const number = (info) => {
      if (info < 24) return info;
      if (info > 27) throw altered();
      const bytes = take(1 << (info - 24));
      const value = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
      const least = [24, 0x100, 0x10000, 0x100000000][info - 24];
      if (value < least || value > Number.MAX_SAFE_INTEGER) throw altered();
      return value;
    };
    const text = (bytes) => {
      try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      } catch {
        throw altered();
      }
    };
    const map = (count, deep) => {
      const found = new Map();
      let last = null;
      for (let n = 0; n < count; n++) {
        const start = at, key = item(deep), written = data.subarray(start, at);
        if (!isNumber(key) && typeof key !== 'string') throw altered();
        if (last && !before(last, written)) throw altered();
        last = written;
        found.set(key, item(deep));
      }
      return found;
    };
    function item(deep) {
      if (deep > 16) throw altered();
      const [first] = take(1), major = first >> 5, info = first & 31;
      if (major === 7) {
        if (info < 20 || info > 22) throw altered();
        return [false, true, null][info - 20];
      }
      const count = number(info);
      switch (major) {
        case 0: return count;
        case 1: return -1 - count;
        case 2: return take(count);
        case 3: return text(take(count));
        case 4: return Array.from({ length: Math.min(count, data.length) }, () => item(deep + 1));
        case 5: return map(count, deep + 1);
        default:
          // A message is tagged; nothing in it ever is.
          if (deep) throw altered();
          return new Tagged(count, item(deep + 1));
      }
    }
    const value = item(0);
    if (at !== data.length) throw altered();
    return value;
  }

  const isBytes = (value, length) => value instanceof Uint8Array && (!length || value.length === length);
  const isNumber = (value) => typeof value === 'number';

  function dayOf(seconds) {
    if (!isNumber(seconds)) throw altered();
    const moment = new Date(seconds * 1000);
    const year = moment.getUTCFullYear();
    if (!(year >= 1 && year <= 9999)) throw altered();
    return moment.toISOString().slice(0, 10);
  }

  function readFact(name, value, charset) {
    if (name === 'kind') {
      if (!isNumber(value) || !(value in KINDS)) throw altered();
      return KINDS[value];
    }
    if (name === 'hours') {
      if (!isNumber(value)) throw altered();
      return value;
    }
    if (name === 'first_day' || name === 'last_day') return dayOf(isNumber(value) ? value * DAY : value);
    if (typeof value === 'string') return value;
    if (!isBytes(value)) throw altered();
    const letters = Array.from(value, (byte) => (byte < 128 ? String.fromCharCode(byte) : charset[byte - 128]));
    if (letters.includes('\ufffd')) throw altered();
    return letters.join('');
  }

  function unwrap(text) {
    text = text.replace(/^[\r\n\t]+|[\r\n\t]+$/g, '');
    if (!text.startsWith(PREFIX)) throw new Refused(/^TRC[0-9]:/.test(text) ? 'too_new' : 'unreadable');
    if (text.length > MAX_TEXT) throw altered();
    return fromBase45(text.slice(PREFIX.length));
  }

  function read(text, charset) {
    const signed = unwrap(text), message = decode(signed);
    if (!(message instanceof Tagged) || message.tag !== SIGN1) throw altered();
    const parts = message.value;
    if (!Array.isArray(parts) || parts.length !== 4) throw altered();
    const [header, plain, payload, signature] = parts;
    if (!isBytes(header) || !isBytes(payload) || !isBytes(signature, 64)) throw altered();
    if (!(plain instanceof Map) || plain.size) throw altered();
    const head = decode(header);
    if (!(head instanceof Map) || head.size !== 2 || head.get(1) !== EDDSA) throw altered();
    const kid = head.get(4);
    if (!isBytes(kid, 8)) throw altered();
    const claims = decode(payload);
    if (!(claims instanceof Map)) throw altered();
    const issuer = claims.get(1), written = claims.get(FACTS);
    if (typeof issuer !== 'string' || !(written instanceof Map)) throw altered();
    const facts = {};
    for (const [key, name] of Object.entries(NAMES)) {
      const value = written.get(Number(key));
      if (value !== undefined) facts[name] = readFact(name, value, charset);
      else if (name === 'course_kind') facts[name] = 'course';
    }
    if (!('serial' in facts && 'kind' in facts && 'name' in facts)) throw altered();
    facts.issued_on = dayOf(claims.get(6));
    return { facts, issuer, kid: hex(kid), id: hex(hashing.sha256(signed)).slice(0, 32), header, payload, signature };
  }

  const isBadge = (text) => text.startsWith('eyJ') && text.split('.').length === 3;
  const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

  function fromBase64Url(text) {
    const refuse = altered();
    let raw;
    try {
      raw = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    } catch {
      throw refuse;
    }
    // One way of writing only: bits to spare and signs of the other alphabet are no way.
    const again = btoa(raw).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
    if (again !== text) throw refuse;
    return Uint8Array.from(raw, (sign) => sign.charCodeAt(0));
  }

  function readJson(part) {
    const bytes = fromBase64Url(part);
    let found;
    try {
      const written = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      if (written.split(/[[{]/).length - 1 > MOST_BRACKETS) throw altered();
      found = JSON.parse(written);
    } catch {
      throw altered();
    }
    if (!isObject(found)) throw altered();
    return found;
  }

  // Half of a surrogate pair is no text.
  function readText(value) {
    if (typeof value !== 'string' || /[\ud800-\udfff]/u.test(value)) throw altered();
    return value;
  }

  function readDay(value) {
    const text = readText(value);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || dayOf(Date.parse(`${text}T00:00:00Z`) / 1000) !== text) throw altered();
    return text;
  }

  function readBadgeFact(name, value) {
    if (name === 'hours') {
      if (!Number.isSafeInteger(value)) throw altered();
      return value;
    }
    const text = readText(value);
    if (name === 'kind' && !KINDS.includes(text)) throw altered();
    return text && name.endsWith('_day') ? readDay(text) : text;
  }

  const member = (object, name, otherwise) => (name in object ? object[name] : otherwise);

  function readBadge(text) {
    const [head, body, signature] = text.split('.');
    const header = readJson(head), document = readJson(body), key = header.jwk, own = document.printedFacts;
    if (header.alg !== 'EdDSA' || !isObject(key) || key.crv !== 'Ed25519') throw new Refused('unreadable');
    if (!isObject(own) || !isObject(own.facts)) throw new Refused('unreadable');
    const publicKey = fromBase64Url(readText(key.x)), facts = {};
    if (publicKey.length !== 32) throw altered();
    const inside = readText(member(own, 'credential', ''));
    for (const name of Object.values(NAMES)) {
      const value = readBadgeFact(name, member(own.facts, name, LEFT_OUT[name]));
      if (value) facts[name] = value;
    }
    facts.issued_on = readDay(own.facts.issued_on);
    if (!('serial' in facts && 'name' in facts)) throw altered();
    return {
      facts, kid: hex(hashing.sha256(publicKey)).slice(0, 16), inside, key: publicKey,
      signature: fromBase64Url(signature), data: new TextEncoder().encode(`${head}.${body}`),
    };
  }

  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const fromBase64 = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

  function cborHead(major, length) {
    if (length < 24) return [(major << 5) | length];
    return length < 256 ? [(major << 5) | 24, length] : [(major << 5) | 25, length >> 8, length & 0xff];
  }

  function signedBytes({ header, payload }) {
    const name = new TextEncoder().encode('Signature1');
    return Uint8Array.from([
      0x84, ...cborHead(3, name.length), ...name, ...cborHead(2, header.length), ...header, 0x40,
      ...cborHead(2, payload.length), ...payload,
    ]);
  }

  const full = (facts) => JSON.stringify(Object.entries(facts).filter(([, value]) => value).sort());

  // A badge gives the code in it, which says the same under the same key; `badge` is the rest of it.
  function readInside(text, charset) {
    const badge = readBadge(text);
    if (!badge.inside.startsWith(PREFIX.slice(0, 3))) throw altered();
    const found = read(badge.inside, charset);
    if (badge.kid !== found.kid || full(badge.facts) !== full(found.facts)) throw altered();
    return { ...found, badge };
  }

  async function verifies(key, signature, data, ownWay) {
    if (!ownWay && globalThis.crypto?.subtle) {
      try {
        const name = { name: 'Ed25519' };
        const imported = await crypto.subtle.importKey('raw', key, name, false, ['verify']);
        return await crypto.subtle.verify(name, imported, signature, data);
      } catch {
        // A browser without Ed25519: the page brings its own.
      }
    }
    ed25519.hashes.sha512 = hashing.sha512;
    try {
      return ed25519.verify(signature, data, key, { zip215: false });
    } catch {
      return false;
    }
  }

  async function isSigned(found, key, ownWay) {
    const { badge } = found;
    if (badge && !(await verifies(key, badge.signature, badge.data, ownWay))) return false;
    return verifies(key, found.signature, signedBytes(found), ownWay);
  }

  const ALONE = 'OWN', DEVICE = '[A-Z][0-9]{1,2}|[A-Z]{2}[0-9]{2}|[A-Z]{3}[0-9]{3}';
  const SERIAL = new RegExp(`^([A-Z]{2,4})-([0-9]{4})-(${DEVICE})-([0-9]{5})-([0-9]{2})$`);

  // ISO 7064, MOD 97-10: a letter counts 10 to 35, and the check digits make the remainder 1.
  function remainder(signs) {
    const digits = Array.from(signs, (sign) => String(parseInt(sign, 36))).join('');
    return Array.from(digits, Number).reduce((rest, digit) => (rest * 10 + digit) % 97, 0);
  }

  function ownCode(kid) {
    const number = BigInt(`0x${kid}`), place = Number((number / 1000n) % 676n);
    const letters = String.fromCharCode(65 + Math.floor(place / 26), 65 + (place % 26));
    return `X${letters}${String(number % 1000n).padStart(3, '0')}`;
  }

  // Whether the serial is one that this laptop may give: under the office's codes or its very own.
  function isOwnNumber(found, lists, device) {
    const parts = SERIAL.exec(found.facts.serial);
    if (!parts || remainder(found.facts.serial.replaceAll('-', '')) !== 1) return false;
    const [, office, , code] = parts;
    const own = [[lists.office.code, device.code], [ALONE, ownCode(found.kid)]];
    return office === found.issuer && own.some((pair) => pair[0] === office && pair[1] === code);
  }

  const listed = (found, lists) =>
    lists.certificates.find((one) => one.credential === found.id) ??
    lists.certificates.find((one) => one.serial === found.facts.serial);

  function judge(found, lists, device) {
    if (!isOwnNumber(found, lists, device)) return 'wrong_number';
    const { serial } = found.facts;
    const registered = lists.registered.filter((one) => one.serial === serial);
    const held = registered.some((one) => one.credential === found.id);
    const entry = listed(found, lists);
    // Of two papers under one number only one that the register holds is believed once one of them is void.
    if (entry && (entry.credential === found.id || !held)) return entry.state === 'replaced' ? 'replaced' : 'revoked';
    if (registered.length && !held) return 'contradicts';
    if (device.revoked_on && !held) return 'key_revoked';
    return held ? 'valid_confirmed' : 'valid_unconfirmed';
  }

  const isOld = (day, today, most) => (Date.parse(today) - Date.parse(day)) / (DAY * 1000) > most;

  // `lists` is what the page holds; `ownWay` leaves WebCrypto alone. Gives {result, facts, lists_of, old},
  // or {error} for what is no certificate's code. Whatever goes wrong with a text, it was not found valid.
  async function check(text, lists, today, ownWay = false) {
    const about = { lists_of: lists.day, old: isOld(lists.day, today, lists.old_after) };
    try {
      return await judged(text, lists, about, ownWay);
    } catch (problem) {
      const known = problem instanceof Refused && problem.message !== 'altered';
      return known ? { error: problem.message } : { result: 'altered', facts: {}, ...about };
    }
  }

  async function judged(text, lists, about, ownWay) {
    const whole = text.replace(ANY_BLANKS, '');
    const found = isBadge(whole)
      ? readInside(whole, lists.charset)
      : read(repair(text.replace(OUTER_BLANKS, ''), lists.keys), lists.charset);
    const isBy = (key) => isSigned(found, key, ownWay);
    // A badge brings its key along: what that did not sign was changed, whoever issued it.
    if (found.badge && !(await isBy(found.badge.key))) return { result: 'altered', facts: {}, ...about };
    const device = lists.issuers.find((one) => one.kid === found.kid);
    if (device && !(await isBy(device.key))) return { result: 'altered', facts: {}, ...about };
    if (!device || ![lists.office.code, ALONE].includes(found.issuer))
      return { result: 'unknown_issuer', facts: found.facts, ...about };
    const result = judge(found, lists, device);
    const newer = result === 'replaced' && listed(found, lists).replaced_by;
    return { result, facts: found.facts, ...(newer ? { replaced_by: newer } : {}), ...about };
  }

  const PURPOSE = 'trainer check lists 1', COMMENT = 'trusted comment: ';
  const joined = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));
  const asBytes = (text) => new TextEncoder().encode(text);

  // The digits of an office's keys, as `bundle/encodings.py` makes them.
  function digitsOf(office) {
    const keys = [...office.roots.map(fromBase64), asBytes(office.recipient), asBytes(office.recovery)];
    const parts = [asBytes('trainer-app fingerprint 1'), asBytes('office'), ...keys];
    const length = (part) => [part.length >> 24, part.length >> 16, part.length >> 8, part.length];
    const hashed = hashing.sha256(joined(...parts.flatMap((part) => [length(part), part])));
    const groups = [0, 1, 2, 3, 4, 5].map((n) =>
      hashed.subarray(5 * n, 5 * n + 5).reduce((sum, byte) => sum * 256 + byte, 0),
    );
    return groups.map((number) => String(number % 100000).padStart(5, '0')).join(' ');
  }

  async function isSignedByRoot({ text, minisig }, office, ownWay) {
    const [, second, third, fourth] = minisig.split('\n'), raw = fromBase64(second), signature = raw.subarray(10);
    if (raw[0] !== 0x45 || raw[1] !== 0x44 || third !== COMMENT + PURPOSE) return false;
    const hashed = hashing.blake2b(asBytes(text)), whole = joined(signature, asBytes(PURPOSE));
    for (const key of office.roots.map(fromBase64))
      if ((await verifies(key, signature, hashed, ownWay)) && (await verifies(key, fromBase64(fourth), whole, ownWay)))
        return true;
    return false;
  }

  // Opens what the page carries, `text` and its minisign signature by a root key of the office that it names.
  // Whose roots those are only a person can say: `digits` are to be compared.
  async function open(signed, ownWay = false) {
    const found = JSON.parse(signed.text), { office } = found;
    if (found.format !== 'trainer-check-lists' || found.version !== 1) throw new Refused('lists');
    if (!(await isSignedByRoot(signed, office, ownWay))) throw new Refused('lists');
    const issuers = found.issuers.map((one) => {
      const key = fromBase64(one.signing_key);
      return { ...one, key, kid: hex(hashing.sha256(key)).slice(0, 16) };
    });
    return { ...found, issuers, digits: digitsOf(office) };
  }
  return { check, open, fromBase45, ALPHABET, PREFIX };
})();
