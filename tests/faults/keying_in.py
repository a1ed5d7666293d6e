"""Keying in papers until the program is killed: of both kinds each acknowledged answer must be there."""

import random
from collections.abc import Callable
from pathlib import Path

from tests.actions.sheets import choose, multiple, scale, single, words
from tests.faults import room
from tests.store.parts import Bench
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.evaluations import feedback as feedback_papers
from trainer_app.actions.evaluations import keying
from trainer_app.actions.evaluations.forms import list_sittings
from trainer_app.domain.evaluations.forms import FormKind, Occasion
from trainer_app.store.base.store import Store

SHEETS = 12
Answers = dict[tuple[str, str, int], str]
"""What is on the disk: (kind, number or key, place of the question) -> answer."""


def furnish(folder: Path) -> bytes:
    """Return a database with a course, people on its list, a test and a feedback form."""
    room.furnish(folder)
    bench = Bench(folder)
    work = room.seat(bench.open("base"), folder)
    course = courses.find_course(work, room.COURSE)
    choose(work, course, [single("a"), single("b"), multiple(), words()], title="Test")
    asked = [scale("a"), scale("b"), words()]
    choose(work, course, asked, kind=FormKind.FEEDBACK, occasion=Occasion.END, title="Feedback")
    bench.close()
    return bench.path("base").read_bytes()


def key_in(store: Store, seed: int, say: Callable[[str], None]) -> None:
    """Key in answers for ever, now to a participant's paper, now to a sheet of nobody; say each after it."""
    chance = random.Random(seed)
    work = room.seat(store, store.database.path.parent)
    while True:
        key_one(work, chance, say)


def key_one(work: Workplace, chance: random.Random, say: Callable[[str], None]) -> None:
    """Key in one answer; say it before, with a question mark, and after it was kept."""
    test, feedback = papers_of(work)
    place, answer = chance.randrange(4), str(chance.randint(1, 4))
    if chance.random() < 0.6:
        number = chance.randint(1, room.PEOPLE)
        view = keying.open_paper(work, test, number)
        second = chance.random() < 0.3
        question = view.form.questions[place].key
        line = f"{'second' if second else 'first'} {number} {place} {answer}"
        say(f"? {line}")
        keying.key_answer(work, view, question, answer, second=second)
        say(line)
    else:
        number, place = chance.randint(101, 100 + SHEETS), place % 3
        paper = feedback_papers.begin_paper(work, feedback, number)
        say(f"? sheet {number} {place} {answer}")
        paper = feedback_papers.answer_paper(work, paper, place, answer)
        say(f"sheet {number} {place} {answer}")
        if None not in paper.answers:
            feedback_papers.finish_paper(work, paper)


def answers_there(store: Store) -> Answers:
    """Return every answer that is on the disk."""
    work = room.seat(store, store.database.path.parent)
    test, feedback = papers_of(work)
    found: Answers = {}
    for view in keying.list_papers(work, test):
        for place, question in enumerate(view.form.questions):
            for kind, held in (("first", view.paper.answers), ("second", view.paper.second)):
                if question.key in held:
                    found[kind, str(view.paper.number), place] = held[question.key]
    whole = feedback_papers.collection(work, feedback).papers
    for paper in (*whole, *feedback_papers.begun_papers(work, feedback)):
        for place, answer in enumerate(paper.answers):
            if answer is not None:
                found["sheet", str(paper.number or paper.key), place] = answer
    return found


def what_is_missing(told: list[str], before: Answers, there: Answers) -> str:
    """Compare with what was acknowledged, and with the one answer that was on its way."""
    expected, coming = dict(before), Answers()
    for line in told:
        kind, number, place, answer = line.removeprefix("? ").split()
        (coming if line.startswith("?") else expected)[kind, number, int(place)] = answer
        if not line.startswith("?"):
            coming.clear()
    differ = [
        key
        for key in expected.keys() | there.keys()
        if there.get(key) not in ({expected.get(key)} | ({coming[key]} if key in coming else set()))
    ]
    return f"{len(differ)} answers differ" if differ else ""


def papers_of(work: Workplace) -> tuple[str, str]:
    """Return the keys of the test and of the feedback."""
    course = courses.find_course(work, room.COURSE)
    found = {view.form.form.kind: view.sitting.key for view in list_sittings(work, course)}
    return found[FormKind.TEST], found[FormKind.FEEDBACK]
