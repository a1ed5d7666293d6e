// What a stranger writes to check a credential with packages from npm: nothing here knows this program.
import { Sign1 } from '@auth0/cose/Sign1.js';
import { decode } from 'cbor-x';

const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const hex = (raw) => Array.from(raw, (byte) => byte.toString(16).padStart(2, '0')).join('');
const imported = (key) => crypto.subtle.importKey('raw', bytes(key), 'Ed25519', false, ['verify']);

async function verified(raw, key) {
    try {
        await Sign1.decode(raw).verify(key, { algorithms: [-8] });
        return true;
    } catch {
        return false;
    }
}

// Tells whether a credential is signed by a key, and what it says; bytes as hexadecimal text.
globalThis.verify = async (credential, key) => {
    const raw = bytes(credential);
    const message = Sign1.decode(raw);
    const claims = decode(message.payload);
    return {
        verified: await verified(raw, await imported(key)),
        algorithm: message.algName,
        kid: hex(message.kid),
        issuer: claims[1],
        serial: claims[-65537][1],
        latin: claims[-65537][4],
    };
};

// Changes one bit after another and tells at which of them, counted from 0, the library saw no change.
globalThis.unseen = async (credential, key) => {
    const raw = bytes(credential);
    const known = await imported(key);
    const found = [];
    for (let bit = 0; bit < raw.length * 8; bit++) {
        const changed = raw.slice();
        changed[bit >> 3] ^= 1 << (bit & 7);
        if (await verified(changed, known)) found.push(bit);
    }
    return found;
};
globalThis.ready = true;
