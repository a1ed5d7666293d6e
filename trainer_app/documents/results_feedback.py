"""Feedback on paper: scales with their ends, choices, numbers, and open answers as a list."""

from fractions import Fraction

from trainer_app.documents import fonts
from trainer_app.documents.charts import scale_bar, share_bar
from trainer_app.documents.flow import Cell, Flow
from trainer_app.documents.result_numbers import percent_text, step_text
from trainer_app.documents.result_parts import columns_of, form_title, write_heading, write_words
from trainer_app.documents.results_items import question_text
from trainer_app.documents.speech import Speech
from trainer_app.domain.amounts import WHOLE
from trainer_app.domain.feedback_results import FeedbackResult, QuestionResult
from trainer_app.domain.learning import MIN_ANSWERS
from trainer_app.domain.questions import QuestionKind
from trainer_app.domain.scales import BOTH_ENDS

_SCALES = (
    ("number", 8.0, True),
    ("question", 58.0, False),
    ("answers", 15.0, True),
    ("counts", 24.0, False),
    ("", 30.0, False),
    ("median", 14.0, True),
    ("top", 15.0, True),
    ("bottom", 15.0, True),
    ("mean", 13.0, True),
)
_OPTIONS = (("option", 92.0, False), ("answers", 20.0, True), ("share", 20.0, True), ("", 42.0, False))
_PARTS = (
    ("course", 26.0, False),
    ("answers", 18.0, True),
    ("counts", 34.0, False),
    ("", 40.0, False),
    ("median", 16.0, True),
    ("top", 18.0, True),
    ("bottom", 18.0, True),
)


def write_feedback(flow: Flow, found: FeedbackResult, speech: Speech) -> None:
    """Write the anonymous papers of one version of a form."""
    heading, title = speech.word("results.feedback"), form_title(found.form, found.occasion, speech)
    write_heading(
        flow, Cell(f"{heading.text}: {title.text}", title.below and f"{heading.below}: {title.below}"), 34
    )
    write_words(flow, speech.word("results.anonymous", count=str(found.papers)))
    scales = [each for each in found.questions if each.question.kind is QuestionKind.LIKERT]
    if scales:
        flow.table(columns_of(speech, _SCALES), [_scale(each, speech) for each in scales], size=8)
        if any(each.scale and len(each.scale.counts) < BOTH_ENDS for each in scales):
            write_words(flow, speech.word("results.one_end"), small=True)
    for each in found.questions:
        if each.question.kind is not QuestionKind.LIKERT:
            _question(flow, each, speech)
    if len(found.parts) > 1:
        for each in scales:
            _parts(flow, found, each, speech)


def why_hidden(found: QuestionResult, speech: Speech) -> Cell:
    """Return why nothing is shown, or what is not in a sum; "" where all is told."""
    if found.hidden:
        return speech.word("results.hidden", count=str(found.answers), least=str(MIN_ANSWERS))
    if found.left_out:
        return speech.word("results.left_out", count=str(found.left_out))
    return Cell("")


def _scale(found: QuestionResult, speech: Speech) -> list[Cell]:
    text, why = question_text(found.question, speech), why_hidden(found, speech)
    return [Cell(str(found.place)), Cell(text, why.text), *_told(found, speech, mean=True)]


def _told(found: QuestionResult, speech: Speech, *, mean: bool = False) -> list[Cell]:
    scale, language = found.scale, speech.main
    if scale is None or not scale.answers:
        return [Cell(str(found.answers)), *[Cell("–", quiet=True) for _ in range(6 if mean else 5)]]
    cells = [
        Cell(str(found.answers)),
        Cell(" ".join(map(str, found.counts))),
        Cell("", drawing=scale_bar(found.counts)),
        Cell(step_text(scale.median, language), strong=True),
        Cell(percent_text(scale.top, language)),
        Cell(percent_text(scale.bottom, language)),
    ]
    return [*cells, Cell(step_text(scale.mean, language, 2), quiet=True)] if mean else cells


def _question(flow: Flow, found: QuestionResult, speech: Speech) -> None:
    """Write a question that is no scale."""
    flow.space(3)
    flow.need(24)
    text = question_text(found.question, speech)
    flow.paragraph(f"{found.place}. {text}", fonts.SANS_SEMIBOLD, 9)
    why = why_hidden(found, speech)
    if why.text:
        write_words(flow, why, small=True)
    if found.hidden:
        return
    if found.question.kind is QuestionKind.TEXT:
        for answer in found.texts:
            flow.bullet(" ".join(answer.split()))
        if not found.texts:
            write_words(flow, speech.word("results.no_text"), small=True)
    elif found.numbers is not None:
        spread = found.numbers
        parts = [(code, getattr(spread, code)) for code in ("mean", "median", "lowest", "highest")]
        words = [
            f"{speech.word(f'results.{code}').text} {step_text(value, speech.main, 2)}"
            for code, value in parts
        ]
        flow.paragraph(" · ".join([f"{speech.word('results.answers').text} {found.answers}", *words]))
    elif found.answers:
        flow.table(columns_of(speech, _OPTIONS), _options(found, speech), size=8.5)


def _options(found: QuestionResult, speech: Speech) -> list[list[Cell]]:
    rows = []
    for option, count in zip(found.question.options, found.counts, strict=True):
        share = Fraction(count, found.answers)
        cells = [Cell(str(count)), Cell(percent_text(share * WHOLE, speech.main))]
        rows.append([speech.texts(option.text), *cells, Cell("", drawing=share_bar(share))])
    return rows


def _parts(flow: Flow, found: FeedbackResult, whole: QuestionResult, speech: Speech) -> None:
    """Write one scale course by course; those with too few answers say only that."""
    flow.space(3)
    flow.need(24)
    flow.paragraph(f"{whole.place}. {question_text(whole.question, speech)}", fonts.SANS_SEMIBOLD, 9)
    rows = []
    for code, part in found.parts:
        own = part.questions[whole.place - 1]
        rows.append([Cell(code, why_hidden(own, speech).text), *_told(own, speech)])
    flow.table(columns_of(speech, _PARTS), rows, size=8.5)
