"""Names of files that any disk takes: Windows' own, a stick's and a phone's, whatever a course is called.

A colon would write into a stream that nobody sees, "aux.pdf" into a device of Windows, a dot at the end
would go; and Linux counts bytes, of which a Tajik letter has two.
"""

_FORBIDDEN = frozenset('<>:"/\\|?*')
_PORTS = (f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789¹²³")
_DEVICES = frozenset({"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", *_PORTS})
MOST_BYTES = 200
"""Of 255 that systems take: some are left for ".part" and for a number where the name is taken."""


def safe_name(name: str, fallback: str = "file", most_bytes: int = MOST_BYTES) -> str:
    """Return a name that a file can have in every folder: the name given, with "-" for what may not be in it.

    What is too long is cut before its ending. `fallback` is the name where nothing is left.
    """
    clean = "".join("-" if sign in _FORBIDDEN or not sign.isprintable() else sign for sign in name)
    clean = clean.strip(" ").rstrip(" .")
    if not clean.strip("-. "):
        return fallback
    stem, dot, ending = clean.rpartition(".")
    if not stem or len(ending) > 12:
        stem, dot, ending = clean, "", ""
    stem = shortened(stem, most_bytes - len(f"{dot}{ending}".encode())).rstrip(" .")
    clean = f"{stem}{dot}{ending}"
    return f"_{clean}" if is_device(clean) else clean


def shortened(text: str, most_bytes: int) -> str:
    """Return as much of the beginning of a text as has room in so many bytes."""
    return text.encode()[: max(1, most_bytes)].decode(errors="ignore")


def is_device(name: str) -> bool:
    """Tell whether Windows takes a name for one of its devices, whatever stands behind the first dot."""
    return name.partition(".")[0].rstrip(" ").upper() in _DEVICES


def is_safe(name: str) -> bool:
    """Tell whether a file can have a name in every folder, as it is."""
    return bool(name) and safe_name(name) == name
