// In place of `jose` and `pkijs`, which @auth0/cose asks for chains of X.509 certificates alone: there are none here.
const absent = () => {
    throw new Error('chains of X.509 certificates are not part of this');
};
export const importX509 = absent;
export const CryptoEngine = class {};
export const setEngine = () => {};
