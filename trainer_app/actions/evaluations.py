"""Test scores before and after, feedback counts, and what was learnt."""

from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.evaluations import (
    FEEDBACK_QUESTIONS,
    Evaluation,
    Occasion,
    ScoreRow,
    TestScore,
)
from trainer_app.domain.journal import Value
from trainer_app.domain.keys import derive_key
from trainer_app.domain.learning import learning
from trainer_app.store import enrolments, people
from trainer_app.store import evaluations as stored
from trainer_app.store.journal import Write

MAX_POINTS = 1_000_00
"""Hundredths of a point: no test has more than a thousand points."""


def evaluation(work: Workplace, course: str) -> Evaluation:
    """Return the scores, the learning result and the feedback counts of a course."""
    scores = {(score.enrolment, score.occasion): score for score in stored.list_scores(work.database, course)}
    persons = people.people_by_key(work.database)
    rows = []
    for item in enrolments.list_enrolments(work.database, course):
        own = item.enrolment
        pre, post = scores.get((own.key, Occasion.PRE)), scores.get((own.key, Occasion.POST))
        if own.state in ("replaced", "withdrawn") and pre is None and post is None:
            continue
        rows.append(ScoreRow(own.key, own.number, persons[own.person].short_name, pre, post))
    result = learning(_percents(scores, Occasion.PRE), _percents(scores, Occasion.POST))
    return Evaluation(course, tuple(rows), result, stored.list_feedback(work.database, course))


def set_score(
    work: Workplace, enrolment: str, occasion: Occasion, points: int | None, out_of: int
) -> Changes:
    """Record one test: `points` of `out_of`, both in hundredths of a point; None takes it away.

    Raises evaluation.points_out_of_range, evaluation.unknown_participant.
    """
    item = enrolments.get_enrolment(work.database, enrolment)
    if item is None:
        raise TrainerError("evaluation.unknown_participant")
    if not 0 < out_of <= MAX_POINTS or (points is not None and not 0 <= points <= out_of):
        raise TrainerError("evaluation.points_out_of_range", most=out_of // 100)
    own = item.enrolment
    fields: dict[str, Value] = {
        "course": own.course,
        "enrolment": enrolment,
        "occasion": occasion.value,
        "number": own.number,
        "points": points,
        "out_of": out_of,
    }
    key = derive_key("paper", enrolment, occasion.value)
    label = Label(
        "evaluation.step.score" if points is not None else "evaluation.step.clear",
        {"number": own.number, "occasion": Label(f"evaluation.occasion.{occasion.value}")},
    )
    return work.journal.record(label, [Write("paper", key, fields)])


def set_feedback(work: Workplace, course: str, question: str, option: int, count: int) -> Changes:
    """Record how many sheets ticked an option (1 to 5) of a question of the short form.

    Raises evaluation.unknown_question, evaluation.count_out_of_range.
    """
    if question not in FEEDBACK_QUESTIONS or not 1 <= option <= 5:
        raise TrainerError("evaluation.unknown_question")
    if not 0 <= count <= 9999:
        raise TrainerError("evaluation.count_out_of_range", most=9999)
    key = derive_key("feedback", course, question, str(option))
    fields: dict[str, Value] = {"course": course, "question": question, "option": option, "count": count}
    return work.journal.record(Label("evaluation.step.feedback"), [Write("feedback", key, fields)])


def _percents(scores: dict[tuple[str, Occasion], TestScore], occasion: Occasion) -> dict[str, int]:
    return {enrolment: score.percent for (enrolment, found), score in scores.items() if found is occasion}
