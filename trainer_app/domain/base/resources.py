"""Where the program's own files lie."""

import sys
from pathlib import Path


def resources_root() -> Path:
    """Return the folder `resources`.

    In a program built by PyInstaller it lies where that unpacks its data (`sys._MEIPASS`); in a checkout,
    and in the Windows package, beside the folder `trainer_app`.
    """
    unpacked: str | None = getattr(sys, "_MEIPASS", None)
    root = Path(unpacked) if unpacked is not None else Path(__file__).resolve().parents[3]
    return root / "resources"


def resource(*parts: str) -> Path:
    """Return the path of one of the program's own files: `resource("icons", "today.svg")`."""
    return resources_root().joinpath(*parts)
