import * as pkijs from 'pkijs';
pkijs.setEngine('webcrypto', new pkijs.CryptoEngine({
    name: 'webcrypto', crypto,
    subtle: crypto.subtle
}));
import * as pkijs_1 from 'pkijs';
export { pkijs_1 as pkijs };
