"""Opens a data folder with a newer version, as after an update.

`python -m tests.newer.look FOLDER [FILE TO]` prints one JSON document: what is shown now, whether all is in
order, and what still waits. An office takes in a file first, and writes its answer for K8 into the folder TO.
"""

# ruff: noqa: E402 - the rest must be imported by the newer version.

import json
import sys
from pathlib import Path

from tests.newer import program

program.become()

from tests.kit.samples import PASSPHRASE
from trainer_app.actions.base import sync_status, workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.exchange import importing, losses, packs
from trainer_app.system.folders import DataFolder


def main(folder: Path, *exchange: Path) -> None:
    """Open, look, close."""
    work = workplace.open_workplace(DataFolder(folder), PASSPHRASE)
    taken, answer = [], ""
    if exchange:
        file, to = exchange
        taken = [one.result.value for one in importing.import_files(work, [file]).files]
        given = [line.course.key for line in courses.list_courses(work)]
        answer = str(packs.export_pack(work, "K8", to, courses=given).file)
    shown = {
        "plates": work.database.select("SELECT sides, sure FROM plate"),
        "sides": work.database.select("SELECT words FROM plate_side"),
        "tints": work.database.select("SELECT name FROM tint"),
        "holograms": work.database.select("SELECT hologram FROM course WHERE hologram IS NOT NULL"),
        "callsigns": work.database.select("SELECT callsign FROM person WHERE callsign IS NOT NULL"),
        "marks": work.database.select("SELECT mark FROM attendance WHERE mark = 'by_telephone'"),
    }
    found = sync_status.check(work)
    told = {"ok": found.ok, "problems": [str(each) for each in found.problems]}
    waiting = sum(one.count for one in losses.waiting(work))
    document = {"shown": shown, **told, "waiting": waiting, "taken": taken, "answer": answer}
    sys.stdout.write(json.dumps(document))
    work.close()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
