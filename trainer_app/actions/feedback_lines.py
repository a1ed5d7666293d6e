"""What the feedback of a course says, scale by scale, as its report and its first page tell it."""

from trainer_app.actions import feedback_papers
from trainer_app.actions.workplace import Workplace
from trainer_app.documents.result_words import RESULT_WORDS
from trainer_app.domain.course_reports import FeedbackLine
from trainer_app.domain.feedback_results import FeedbackResult, feedback_result
from trainer_app.domain.forms import FormKind
from trainer_app.domain.questions import QuestionKind
from trainer_app.domain.texts import LANGUAGES, Texts
from trainer_app.store import forms as stored_forms


def feedback_lines(work: Workplace, course: str) -> tuple[FeedbackLine, ...]:
    """Return the scales of the feedback forms of a course, version by version.

    Follow-ups months later are not feedback on the course.
    """
    return tuple(line for each in _collected(work, course) for line in _lines(each))


def _collected(work: Workplace, course: str) -> list[FeedbackResult]:
    """Summarize each feedback form of a course that has sheets."""
    found = []
    for sitting in stored_forms.list_sittings(work.database, course):
        form = stored_forms.get_form(work.database, sitting.form)
        if form is not None and form.kind is FormKind.FEEDBACK:
            collected = feedback_papers.collection(work, sitting.key)
            if collected.shown:
                found.append(feedback_result(collected.form, sitting.occasion, {"": collected.shown}))
    return found


def _lines(found: FeedbackResult) -> list[FeedbackLine]:
    versions = RESULT_WORDS["results.version"]
    named = {
        language: f"{found.form.title.best(language)} · "
        f"{versions.best(language).format(number=found.form.version)}"
        for language in LANGUAGES
    }
    return [
        FeedbackLine(each.question.text, each.answers, each.scale, Texts(**named))
        for each in found.questions
        if each.question.kind is QuestionKind.LIKERT
    ]
