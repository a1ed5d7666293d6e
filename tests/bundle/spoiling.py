"""Changes bytes as damage, a forger or a faulty laptop would; and the codes that may come of it."""

import random

CODES = {
    f"bundle.{name}"
    for name in (
        "too_big",
        "empty",
        "not_for_us",
        "damaged",
        "not_a_bundle",
        "unknown_device",
        "bad_signature",
        "foreign_author",
        "revoked_device",
        "too_new",
        "bad_entry",
        "needs_passphrase",
    )
}


def spoil(data: bytes, source: random.Random) -> bytes:
    """Return other bytes, one to four changes away: byte, bit, cut, piece taken out, put in or doubled."""
    while (spoiled := _spoil(data, source)) == data:
        pass
    return spoiled


def _spoil(data: bytes, source: random.Random) -> bytes:
    spoiled = bytearray(data)
    for _ in range(source.choice((1, 1, 1, 2, 4))):
        at = source.randrange(len(spoiled) + 1)
        kind = source.randrange(6)
        piece = spoiled[at : at + source.randrange(1, 40)]
        if kind <= 1 and at < len(spoiled):
            spoiled[at] ^= source.randrange(1, 256) if kind else 1 << source.randrange(8)
        elif kind == 2:
            del spoiled[at : at + len(piece)]
        elif kind == 3:
            spoiled[at:at] = source.randbytes(source.randrange(1, 8))
        elif kind == 4:
            spoiled[at:at] = piece
        elif source.randrange(8) == 0:
            del spoiled[at:]
    return bytes(spoiled)
