"""What was answered about rows of lists of participants: kept beside the journal, gone with whom it is about.

It is kept once for all who work with the same data: at an office on a server one desk's answer is every
desk's, and one desk's erasing takes it from all.
"""

from collections.abc import Collection, Mapping

from trainer_app.domain.base.settings import Setting

type Answers = Mapping[str, Mapping[str, str]]

ROSTER_ANSWERS = Setting("roster_answers", {}, dict[str, dict[str, str]])
"""Course -> who was said to be the person of a row that says it otherwise, by what stands for the row."""


def answers_without(
    answers: Answers, people: Collection[str], courses: Collection[str]
) -> dict[str, dict[str, str]]:
    """Return what is left of answers once some people, and all rows of some courses, are forgotten."""
    kept = {
        course: {mark: person for mark, person in rows.items() if person not in people}
        for course, rows in answers.items()
        if course not in courses
    }
    return {course: rows for course, rows in kept.items() if rows}
