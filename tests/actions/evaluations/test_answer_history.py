"""One answer's own history: both entries, letters as on the paper, who, and how far each change has come."""

from tests.actions.sheets import choose, single
from tests.kit.writing import Room
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.evaluations import keying
from trainer_app.actions.evaluations.keying import answer_history
from trainer_app.domain.exchange.sending import ChangeState
from trainer_app.system.messages import label_text


def test_both_entries_are_told_with_the_letters_of_the_paper(trainer: Workplace, room: Room) -> None:
    sheet = choose(trainer, room.course, [single("a"), single("b")])
    view = keying.open_paper(trainer, sheet.sitting, 2)
    first, other = sheet.questions
    assert answer_history(trainer, view.paper.key, first).changes == ()
    keying.key_answer(trainer, view, first, "2", by="D. Nazarova")
    keying.key_answer(trainer, view, first, "4", by="D. Nazarova")
    history.undo(trainer)
    keying.key_answer(trainer, view, first, "1", second=True, by="F. Saidzoda")
    keying.settle_difference(trainer, view, first, "1")
    found = answer_history(trainer, view.paper.key, first)
    told = [[label_text(words, "en") for words in change.said] for change in found.changes]
    assert told == [
        ["A: a 1"],
        ["answer of the second entry: A: a 1"],
        ["B: a 2"],
        ["D: a 4"],
        ["B: a 2"],
    ]
    assert [change.stands for change in found.changes] == [True, True, False, False, False]
    assert {change.state for change in found.changes} == {ChangeState.UNSENT}
    assert not found.contradicts
    assert answer_history(trainer, view.paper.key, other).changes == ()


def test_an_answer_that_was_taken_away_is_told(trainer: Workplace, room: Room) -> None:
    sheet = choose(trainer, room.course, [single("a")])
    view = keying.open_paper(trainer, sheet.sitting, 1)
    keying.key_answer(trainer, view, sheet.questions[0], "", by="D. Nazarova")
    keying.key_answer(trainer, view, sheet.questions[0], None, by="D. Nazarova")
    found = answer_history(trainer, view.paper.key, sheet.questions[0])
    assert [label_text(change.said[0], "en") for change in found.changes] == ["not entered", "left blank"]
