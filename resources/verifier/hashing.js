// SHA-256 and SHA-512 (FIPS 180-4) and BLAKE2b-512 (RFC 7693), for pages that are opened where the browser keeps its own from them.
const hashing = (() => {
  const primes = (count) => {
    const found = [];
    for (let number = 2; found.length < count; number++)
      if (found.every((prime) => number % prime)) found.push(number);
    return found;
  };
  // The first bits of the fraction of a root, by whole numbers alone.
  const root = (value, power) => {
    let low = 0n, high = value;
    while (low < high) {
      const middle = (low + high + 1n) / 2n;
      if (middle ** power <= value) low = middle;
      else high = middle - 1n;
    }
    return low;
  };
  const fractions = (count, power, bits) =>
    primes(count).map((prime) => root(BigInt(prime) << (power * bits), power) & ((1n << bits) - 1n));
  const KINDS = {
    256: { bits: 32n, block: 64, rounds: 64, sums: [2, 13, 22, 6, 11, 25], steps: [7, 18, 3, 17, 19, 10] },
    512: { bits: 64n, block: 128, rounds: 80, sums: [28, 34, 39, 14, 18, 41], steps: [1, 8, 7, 19, 61, 6] },
  };
  const ready = {};
  const tables = (name) => {
    const kind = KINDS[name];
    ready[name] ||= { start: fractions(8, 2n, kind.bits), keys: fractions(kind.rounds, 3n, kind.bits) };
    return ready[name];
  };

  function padded(data, kind) {
    const tail = kind.block / 8;
    const length = Math.ceil((data.length + 1 + tail) / kind.block) * kind.block;
    const all = new Uint8Array(length);
    all.set(data);
    all[data.length] = 0x80;
    new DataView(all.buffer).setBigUint64(length - 8, BigInt(data.length) * 8n);
    return all;
  }

  function digest(name, data) {
    const kind = KINDS[name], { start, keys } = tables(name);
    const { bits, sums, steps } = kind, mask = (1n << bits) - 1n, size = Number(bits) / 8;
    const turn = (x, by) => ((x >> BigInt(by)) | (x << (bits - BigInt(by)))) & mask;
    const sum = (x, [a, b, c]) => turn(x, a) ^ turn(x, b) ^ turn(x, c);
    const step = (x, [a, b, c]) => turn(x, a) ^ turn(x, b) ^ (x >> BigInt(c));
    const all = padded(data, kind), view = new DataView(all.buffer);
    const read = (at) => (size === 8 ? view.getBigUint64(at) : BigInt(view.getUint32(at)));
    const state = [...start];
    for (let at = 0; at < all.length; at += kind.block) {
      const words = [];
      for (let n = 0; n < kind.rounds; n++)
        words.push(
          n < 16
            ? read(at + n * size)
            : (step(words[n - 2], steps.slice(3)) + words[n - 7] + step(words[n - 15], steps) + words[n - 16]) & mask,
        );
      let [a, b, c, d, e, f, g, h] = state;
      for (let n = 0; n < kind.rounds; n++) {
        const one = h + sum(e, sums.slice(3)) + ((e & f) ^ (~e & mask & g)) + keys[n] + words[n];
        const two = sum(a, sums) + ((a & b) ^ (a & c) ^ (b & c));
        [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) & mask, c, b, a, (one + two) & mask];
      }
      [a, b, c, d, e, f, g, h].forEach((value, n) => (state[n] = (state[n] + value) & mask));
    }
    const out = new Uint8Array(8 * size), target = new DataView(out.buffer);
    state.forEach((word, n) =>
      size === 8 ? target.setBigUint64(n * 8, word) : target.setUint32(n * 4, Number(word)),
    );
    return out;
  }

  const ORDER = [
    '0123456789abcdef', 'ea489fd61c02b753', 'b8c052fdae367194', '7931dcbe265a40f8', '905724afe1bc683d',
    '2c6a0b834d75fe19', 'c51fed4a0763928b', 'db7ec13950f4862a', '6fe9b308c2d714a5', 'a2847615fb9e3cd0',
  ].map((row) => Array.from(row, (sign) => 2 * parseInt(sign, 16)));
  const MIXED = [
    [0, 4, 8, 12], [1, 5, 9, 13], [2, 6, 10, 14], [3, 7, 11, 15],
    [0, 5, 10, 15], [1, 6, 11, 12], [2, 7, 8, 13], [3, 4, 9, 14],
  ].map((places) => places.map((place) => 2 * place));

  // Each word of 64 bits is two places, the low half first: lists are long, and whole numbers of any size slow.
  function blake2b(data) {
    const start = new Uint32Array(16), v = new Uint32Array(32), m = new Uint32Array(32);
    tables(512).start.forEach((word, n) => start.set([Number(word & 0xffffffffn), Number(word >> 32n)], 2 * n));
    const h = start.slice();
    h[0] ^= 0x01010040;
    const add = (to, from, at) => {
      const low = v[to] + from[at];
      v[to + 1] += from[at + 1] + (low > 0xffffffff ? 1 : 0);
      v[to] = low;
    };
    const turn = (to, at, by) => {
      let low = v[to] ^ v[at], high = v[to + 1] ^ v[at + 1];
      if (by >= 32) [low, high] = [high, low];
      const rest = by % 32;
      v[to] = rest ? (low >>> rest) | (high << (32 - rest)) : low;
      v[to + 1] = rest ? (high >>> rest) | (low << (32 - rest)) : high;
    };
    const blocks = Math.max(1, Math.ceil(data.length / 128)), block = new Uint8Array(128);
    const view = new DataView(block.buffer);
    for (let n = 0; n < blocks; n++) {
      const part = data.subarray(128 * n, 128 * n + 128), done = 128 * n + part.length;
      block.fill(0).set(part);
      m.forEach((_, place) => (m[place] = view.getUint32(4 * place, true)));
      v.set(h);
      v.set(start, 16);
      v[24] ^= done;
      v[25] ^= Math.floor(done / 0x100000000);
      if (n === blocks - 1) v.set([~v[28], ~v[29]], 28);
      for (let round = 0; round < 12; round++)
        MIXED.forEach(([a, b, c, d], place) => {
          const order = ORDER[round % 10];
          add(a, v, b);
          add(a, m, order[2 * place]);
          turn(d, a, 32);
          add(c, v, d);
          turn(b, c, 24);
          add(a, v, b);
          add(a, m, order[2 * place + 1]);
          turn(d, a, 16);
          add(c, v, d);
          turn(b, c, 63);
        });
      h.forEach((_, place) => (h[place] ^= v[place] ^ v[place + 16]));
    }
    const out = new Uint8Array(64), target = new DataView(out.buffer);
    h.forEach((word, place) => target.setUint32(4 * place, word, true));
    return out;
  }
  return { sha256: (data) => digest(256, data), sha512: (data) => digest(512, data), blake2b };
})();
