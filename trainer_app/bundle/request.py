"""The request by which a laptop asks an office to be enrolled: its public keys, signed by itself.

    {"request": "<the document below, as text>", "minisig": "<its signature file, as text>"}

    {"format": "trainer-request", "version": 1, "label": "...", "replica": "<32 hex>",
     "signing_key": "<32 bytes, Base64>", "receiving_key": "age1...", "day": "2018-10-01"}

The file is not secret and not sealed: no office key is known yet. `label` is whatever the person typed to
tell the laptops apart. The signature shows that nothing in the file was changed without its secret key; that
it is the right laptop's file is shown by reading the fingerprint aloud.
"""

import re

import msgspec

from trainer_app.bundle import codec, sealing, signing
from trainer_app.bundle.keys import DeviceKeys, device_fingerprint
from trainer_app.domain.base.errors import TrainerError

_FORMAT = codec.DocumentPreamble("trainer-request", 1)
_BAD = "bundle.bad_request"
_MAX_SIZE = 64 * 1024
_REPLICA = re.compile(r"[0-9a-f]{32}")


class DeviceRequest(msgspec.Struct, frozen=True):
    """What a laptop says about itself."""

    label: str
    replica: str
    signing_key: bytes
    receiving_key: str
    day: str
    format: str = _FORMAT.format
    version: int = _FORMAT.version

    @property
    def key_id(self) -> bytes:
        """The 8 bytes by which quarantined bundles of this laptop are found."""
        return signing.key_id(self.signing_key)

    @property
    def fingerprint(self) -> str:
        """The digits that both sides read aloud."""
        return device_fingerprint(self.signing_key, self.receiving_key)


class _Envelope(msgspec.Struct, frozen=True):
    request: str
    minisig: str


def write_request(keys: DeviceKeys, label: str, replica: str, day: str) -> bytes:
    """Return the request file of a laptop; `day` is an ISO date."""
    document = codec.encode(DeviceRequest(label, replica, keys.signing_key, keys.recipient, day))
    signature = keys.sign(document, signing.Purpose.REQUEST)
    return codec.encode(_Envelope(document.decode(), signature.decode()))


def read_request(data: bytes) -> DeviceRequest:
    """Read a request and check its own signature. Raises bundle.bad_request, bundle.too_new."""
    if len(data) > _MAX_SIZE:
        raise TrainerError(_BAD)
    try:
        envelope = msgspec.json.decode(data, type=_Envelope)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as problem:
        raise TrainerError(_BAD) from problem
    document = envelope.request.encode()
    request = codec.decode(document, DeviceRequest, _FORMAT, _BAD)
    if not _REPLICA.fullmatch(request.replica) or not signing.is_public_key(request.signing_key):
        raise TrainerError(_BAD)
    signature = envelope.minisig.encode()
    if not signing.is_signed_by(document, signature, request.signing_key, signing.Purpose.REQUEST):
        raise TrainerError(_BAD)
    sealing.check_recipient(request.receiving_key)
    return request
