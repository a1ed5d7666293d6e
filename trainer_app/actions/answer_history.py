"""The history of one answer on somebody's paper: both entries, who keyed them in where, how far they came."""

from collections.abc import Mapping
from typing import Any

from trainer_app.actions.keying import answer_key
from trainer_app.actions.naming import Names
from trainer_app.actions.row_history import row_history
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Label
from trainer_app.domain.histories import RowHistory
from trainer_app.domain.schema import DELETED

_TOLD = ("value", "second", DELETED)


def answer_history(work: Workplace, paper: str, question: str) -> RowHistory:
    """Return what was ever keyed in as the answer to a question of a paper; see `row_history`.

    Options are told by the letters of that paper. Sheets of nobody have no history.
    """
    key = answer_key(paper, question)

    def said(names: Names, values: Mapping[str, Any], known: Mapping[str, Any]) -> tuple[Label, ...]:
        if values.get(DELETED) is True:
            return (names.papers.say_answer(key, None),)
        if values.get(DELETED) is False:
            values = {**known, **values}
        found = []
        if "value" in values:
            found.append(names.papers.say_answer(key, values["value"]))
        if "second" in values and values["second"] != known.get("second"):
            words = names.papers.say_answer(key, values["second"])
            told = {"field": Label("review.field.answer.second"), "value": words}
            found.append(Label("review.value.field", told))
        return tuple(found)

    return row_history(work, "answer", key, _TOLD, said)
