"""Participants fill in on the laptop, one after the other, until the program is killed or the power goes."""

import random
from collections.abc import Callable

from tests.faults import room
from tests.faults.keying_in import papers_of
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.evaluations import filling
from trainer_app.actions.evaluations.filling import FillingSheet
from trainer_app.domain.evaluations.forms import printed_number
from trainer_app.domain.evaluations.questions import QuestionKind
from trainer_app.store.base.store import Store

_ATTEMPTS = 999
"""Attempts of one participant: who handed in does not fill in the same paper again."""


def fill_in(store: Store, seed: int, say: Callable[[str], None]) -> None:
    """Fill in sheets for ever, now a test by number, now feedback without a name; say each answer."""
    chance = random.Random(seed)
    work = room.seat(store, store.database.path.parent)
    while True:
        fill_one(work, chance, say)


def fill_one(work: Workplace, chance: random.Random, say: Callable[[str], None]) -> None:
    """Fill in one sheet and hand it in; one that was interrupted first. Say answers as `keying_in` does."""
    test, feedback = papers_of(work)
    interrupted = filling.interrupted(work, feedback)
    if interrupted is not None:
        sheet = interrupted
    elif chance.random() < 0.5:
        sheet = filling.begin_anonymous(work, feedback, "tg")
    else:
        number = printed_number(chance.randint(1, room.PEOPLE), chance.randint(2, _ATTEMPTS))
        sheet = filling.begin_named(work, test, number, "tg")
    for place, question in enumerate(sheet.form.questions):
        words = question.kind is QuestionKind.TEXT
        answer = f"words{chance.randrange(9)}" if words else str(chance.randint(1, len(question.options)))
        say(f"? {_name(sheet)} {place} {answer}")
        sheet = filling.answer(work, sheet, question.key, answer)
        say(f"{_name(sheet)} {place} {answer}")
    filling.hand_in(work, sheet)


def _name(sheet: FillingSheet) -> str:
    """Return how a sheet is told: the number of a participant's, the random key of nobody's."""
    if sheet.view is not None:
        return f"first {sheet.view.paper.number}"
    assert sheet.paper is not None
    return f"sheet {sheet.paper.key}"
