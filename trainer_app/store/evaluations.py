"""Test papers and feedback counts, as stored."""

from trainer_app.domain.evaluations import FEEDBACK_QUESTIONS, FeedbackCount, Occasion, TestScore
from trainer_app.store.courses import choice_of
from trainer_app.store.database import Database
from trainer_app.store.rows import contradicted, object_number, select_rows


def list_scores(database: Database, course: str) -> list[TestScore]:
    """Return the scored test papers of a course."""
    rows = select_rows(
        database,
        "paper",
        "WHERE t.course = ? AND t.points IS NOT NULL ORDER BY t.id",
        object_number(database, "course", course),
    )
    waiting = contradicted(database, "paper")
    return [
        TestScore(
            enrolment=fields["enrolment"],
            occasion=choice_of(Occasion, fields["occasion"], Occasion.PRE),
            points=fields["points"],
            out_of=fields["out_of"] or 0,
            paper_number=fields["number"],
            conflict=fields["key"] in waiting,
        )
        for fields in rows
    ]


def list_feedback(database: Database, course: str) -> tuple[FeedbackCount, ...]:
    """Return the feedback counts of a course, one for each question of the short form."""
    rows = select_rows(database, "feedback", "WHERE t.course = ?", object_number(database, "course", course))
    counts = {(fields["question"], fields["option"]): fields["count"] or 0 for fields in rows}
    return tuple(
        FeedbackCount(question, tuple(counts.get((question, option), 0) for option in range(1, 6)))
        for question in FEEDBACK_QUESTIONS
    )
