"""Words that several parts of keying in share."""

from PySide6.QtCore import QCoreApplication

from trainer_app.actions.keying import printed_answer
from trainer_app.domain.answers import BLANK
from trainer_app.domain.evaluations import Occasion
from trainer_app.domain.forms import FormKind, FullForm
from trainer_app.domain.questions import Question
from trainer_app.domain.sittings import ResitRule, Sitting


def occasion_word(sitting: Sitting, kind: FormKind) -> str:
    """Return what a sitting is called."""
    return use_word(kind, sitting.occasion)


def use_word(kind: FormKind, occasion: Occasion) -> str:
    """Return what a kind of form is called: "Post-test", "Practical rating", "Feedback", "After 3 months"."""
    if kind is FormKind.PRACTICAL:
        return QCoreApplication.translate("Keying", "Practical rating")
    if kind is FormKind.FEEDBACK:
        return QCoreApplication.translate("Keying", "Feedback")
    if occasion is Occasion.PRE:
        return QCoreApplication.translate("Keying", "Pre-test")
    if occasion is Occasion.POST:
        return QCoreApplication.translate("Keying", "Post-test")
    months = 3 if occasion is Occasion.MONTH3 else 6
    if kind is FormKind.TEST:
        return QCoreApplication.translate("Keying", "Test after %n month(s)", "", months)
    return QCoreApplication.translate("Keying", "Follow-up after %n month(s)", "", months)


def form_title(full: FullForm, language: str) -> str:
    """Return a form's title, with its version where it has more than one."""
    return versioned(full.form.title.best(language), full.form.version)


def versioned(title: str, version: int) -> str:
    """Return a title, with the version from the second one on."""
    if version == 1:
        return title
    return QCoreApplication.translate("Keying", "{title}, version {version}").format(
        title=title, version=version
    )


def rule_words(rule: ResitRule) -> str:
    """Return how several tests of one person count, as a sentence."""
    if rule is ResitRule.LAST:
        return QCoreApplication.translate("Keying", "The last of several tests counts")
    if rule is ResitRule.FIRST:
        return QCoreApplication.translate("Keying", "The first of several tests counts")
    return QCoreApplication.translate("Keying", "The best of several tests counts")


def answer_words(question: Question, answer: str, order: tuple[int, ...]) -> str:
    """Return an answer as it stands on a paper: its letters, "left blank", or its words."""
    if answer == BLANK:
        return QCoreApplication.translate("Keying", "left blank")
    return printed_answer(question, answer, order)
