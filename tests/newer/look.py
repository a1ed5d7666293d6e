"""Opens a data folder with a newer version, as after an update: `python -m tests.newer.look FOLDER`.

Prints one JSON document: what is shown now, whether all is in order, and what still waits.
"""

# ruff: noqa: E402 - the rest must be imported by the newer version.

import json
import sys
from pathlib import Path

from tests.newer import program

program.become()

from tests.actions.conftest import PASSPHRASE
from trainer_app.actions import checking, newer, workplace
from trainer_app.system.folders import Folder


def main(folder: Path) -> None:
    """Open, look, close."""
    work = workplace.open_workplace(Folder(folder), PASSPHRASE)
    shown = {
        "plates": work.database.select("SELECT sides, sure FROM plate"),
        "sides": work.database.select("SELECT words FROM plate_side"),
        "tints": work.database.select("SELECT name FROM tint"),
        "holograms": work.database.select("SELECT hologram FROM course WHERE hologram IS NOT NULL"),
        "callsigns": work.database.select("SELECT callsign FROM person WHERE callsign IS NOT NULL"),
        "marks": work.database.select("SELECT mark FROM attendance WHERE mark = 'by_telephone'"),
    }
    found = checking.check(work)
    told = {"ok": found.ok, "problems": [str(each) for each in found.problems]}
    waiting = sum(one.count for one in newer.waiting(work))
    sys.stdout.write(json.dumps({"shown": shown, **told, "waiting": waiting}))
    work.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
