// SHA-256 and SHA-512 (FIPS 180-4), for pages that are opened where the browser keeps its own from them.
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
  return { sha256: (data) => digest(256, data), sha512: (data) => digest(512, data) };
})();
