import { Encoder, addExtension as addExtInt } from 'cbor-x';
export const encoder = new Encoder({
    tagUint8Array: false,
    useRecords: false,
    mapsAsObjects: false,
    useTag259ForMaps: false,
});
export const addExtension = addExtInt;
