"""Folders to practise in, beside the real ones, and the mark by which they are known.

ROOT-practice/practice.txt      a line before anything else is there; a second one, the passphrase, at last

Nothing here brings the rest of the program along: the first page asks it.
"""

from pathlib import Path

from trainer_app.system.files import write_atomically

_SUFFIX = "-practice"
_MARK = "practice.txt"
_BEGUN = "Sample data of Trainer App, to practise with."


def practice_of(root: Path) -> Path:
    """Return where somebody with a data folder practises."""
    return root.with_name(f"{root.name}{_SUFFIX}")


def is_practice(root: Path) -> bool:
    """Tell whether a folder was made to practise in, be it half."""
    return root.name.endswith(_SUFFIX) and _lines(root)[:1] == [_BEGUN]


def own_folder(root: Path) -> Path | None:
    """Return the real data folder of somebody who practises in `root`; None if `root` is a real one."""
    return root.with_name(root.name.removesuffix(_SUFFIX)) if is_practice(root) else None


def practice_passphrase(root: Path) -> str:
    """Return the passphrase of a folder to practise in, which is no secret; "" for one that is not whole."""
    return "".join(_lines(root)[1:2]) if is_practice(root) else ""


def mark_practice(root: Path, passphrase: str = "") -> None:
    """Mark a folder as one to practise in, with the passphrase once it is whole."""
    lines = [_BEGUN, passphrase] if passphrase else [_BEGUN]
    write_atomically(root / _MARK, "\n".join(lines).encode())


def _lines(root: Path) -> list[str]:
    try:
        return (root / _MARK).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
