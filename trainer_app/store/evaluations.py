"""Feedback counts, as stored."""

from trainer_app.domain.evaluations import FEEDBACK_QUESTIONS, FeedbackCount
from trainer_app.store.database import Database
from trainer_app.store.rows import object_number, select_rows


def list_feedback(database: Database, course: str) -> tuple[FeedbackCount, ...]:
    """Return the feedback counts of a course, one for each question of the short form."""
    rows = select_rows(database, "feedback", "WHERE t.course = ?", object_number(database, "course", course))
    counts = {(fields["question"], fields["option"]): fields["count"] or 0 for fields in rows}
    return tuple(
        FeedbackCount(question, tuple(counts.get((question, option), 0) for option in range(1, 6)))
        for question in FEEDBACK_QUESTIONS
    )
