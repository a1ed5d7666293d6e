"""Prints what AT-SPI has of a program, one JSON object a line: for the system's own Python, which has `gi`.

`/usr/bin/python3 tests/atspi_tree.py NAME` waits for no one: a program that is not there prints nothing.
"""

import json
import sys

MOST = 60
"""Children of one object that are looked at: of a large table the first rows do."""


def main() -> None:
    """Walk through what is shown of the program of a name."""
    import gi  # type: ignore[import-not-found]

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi  # type: ignore[import-not-found]

    Atspi.init()
    desktop = Atspi.get_desktop(0)
    for place in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(place)
        if program is not None and program.get_name() == sys.argv[1]:
            _tell(program, Atspi)


def _tell(found: object, atspi: object) -> None:
    """Print an object that is shown, and what is in it."""
    states = found.get_state_set()
    kinds = atspi.StateType
    if not states.contains(kinds.SHOWING) and found.get_role_name() != "application":
        return
    told = {
        "id": found.get_accessible_id(),
        "name": found.get_name(),
        "role": found.get_role_name(),
        "about": found.get_description(),
        "focusable": states.contains(kinds.FOCUSABLE),
        "focused": states.contains(kinds.FOCUSED),
    }
    sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
    for place in range(min(found.get_child_count(), MOST)):
        try:
            child = found.get_child_at_index(place)
            if child is not None:
                _tell(child, atspi)
        except Exception as gone:  # noqa: BLE001 - GLib's own kind: it was taken away meanwhile
            sys.stderr.write(f"{gone}\n")


if __name__ == "__main__":
    main()
