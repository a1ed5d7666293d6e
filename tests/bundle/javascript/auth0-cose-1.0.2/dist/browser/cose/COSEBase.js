var __classPrivateFieldSet = (this && this.__classPrivateFieldSet) || function (receiver, state, value, kind, f) {
    if (kind === "m") throw new TypeError("Private method is not writable");
    if (kind === "a" && !f) throw new TypeError("Private accessor was defined without a setter");
    if (typeof state === "function" ? receiver !== state || !f : !state.has(receiver)) throw new TypeError("Cannot write private member to an object whose class did not declare it");
    return (kind === "a" ? f.call(receiver, value) : f ? f.value = value : state.set(receiver, value)), value;
};
var __classPrivateFieldGet = (this && this.__classPrivateFieldGet) || function (receiver, state, kind, f) {
    if (kind === "a" && !f) throw new TypeError("Private accessor was defined without a getter");
    if (typeof state === "function" ? receiver !== state || !f : !state.has(receiver)) throw new TypeError("Cannot read private member from an object whose class did not declare it");
    return kind === "m" ? f : kind === "a" ? f.call(receiver) : f ? f.value : state.get(receiver);
};
var _COSEBase_encodedProtectedHeaders;
import { encoder } from '../cbor.js';
export class COSEBase {
    constructor(protectedHeaders, unprotectedHeaders) {
        this.unprotectedHeaders = unprotectedHeaders;
        _COSEBase_encodedProtectedHeaders.set(this, void 0);
        if (protectedHeaders instanceof Uint8Array) {
            __classPrivateFieldSet(this, _COSEBase_encodedProtectedHeaders, protectedHeaders, "f");
            this.protectedHeaders = protectedHeaders.length === 0 ?
                new Map() :
                encoder.decode(protectedHeaders);
        }
        else {
            this.protectedHeaders = protectedHeaders;
            __classPrivateFieldSet(this, _COSEBase_encodedProtectedHeaders, encoder.encode(protectedHeaders), "f");
        }
    }
    get encodedProtectedHeaders() {
        return __classPrivateFieldGet(this, _COSEBase_encodedProtectedHeaders, "f");
    }
    encode() {
        return encoder.encode(this);
    }
}
_COSEBase_encodedProtectedHeaders = new WeakMap();
