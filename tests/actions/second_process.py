"""Another program that has a data folder open: a real process, to be told what to do line by line."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from trainer_app.actions.base.workplace import Workplace

_PROGRAM = """
import sys
from pathlib import Path
from trainer_app.actions.base import workplace
from trainer_app.actions.courses import courses
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts
from trainer_app.system.clock import SystemClock
from trainer_app.system.folders import DataFolder

root, key, salt = sys.stdin.readline().split()
work = None
def do(order):
    global work
    if order == "open":
        opened = DataKey(bytes.fromhex(key), bytes.fromhex(salt))
        work = workplace.open_with_key(DataFolder(Path(root)), opened, SystemClock())
    elif order == "close":
        work.close()
    elif order.startswith("write "):
        day = work.today()
        code = order.split()[1]
        courses.create_course(work, CourseDraft(code, Texts(tg="x"), first_day=day, last_day=day))
    return len(courses.list_courses(work)) if order != "close" else 0
for line in sys.stdin:
    try:
        print("ok", do(line.strip()), flush=True)
    except TrainerError as refused:
        print(refused.code, flush=True)
"""


class Second:
    """The process. `tell` gives an order and returns its answer: "ok" with a number of courses, or a code."""

    def __init__(self, work: Workplace) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._write(f"{work.folder.root} {work.key.key.hex()} {work.key.salt.hex()}")

    def tell(self, order: str) -> str:
        """Wait for the answer to an order."""
        self.order(order)
        return self.answer()

    def order(self, order: str) -> None:
        """Give an order and go on."""
        self._write(order)

    def answer(self) -> str:
        """Wait for an answer."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def kill(self) -> None:
        """End it as a power cut does."""
        self.process.kill()
        self.process.wait()

    def _write(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()


@contextmanager
def second(work: Workplace) -> Iterator[Second]:
    """Have another process that has opened the same data folder."""
    made = Second(work)
    try:
        assert made.tell("open").startswith("ok")
        yield made
    finally:
        made.kill()
        assert made.process.stdin is not None
        assert made.process.stdout is not None
        made.process.stdin.close()
        made.process.stdout.close()
