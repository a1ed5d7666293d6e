"""The series of the histogram: the scores of each occasion, with their words."""

from trainer_app.documents.charts import Lane
from trainer_app.documents.result_numbers import percent_text
from trainer_app.documents.speech import Speech
from trainer_app.domain.evaluations import TEST_OCCASIONS, Occasion
from trainer_app.domain.results import OccasionResult, Results, TestResult


def lanes(results: Results | TestResult, speech: Speech) -> list[Lane]:
    """Return the tests before and after; what came later only where neither of them is there."""
    first = [found for each in TEST_OCCASIONS if (found := results.on(each)) is not None]
    return [_lane(found, speech) for found in first or results.occasions]


def _lane(found: OccasionResult, speech: Speech) -> Lane:
    codes = {Occasion.PRE: "results.before", Occasion.POST: "results.after"}
    when = speech.word(codes.get(found.occasion, f"results.occasion.{found.occasion.value}")).text
    spread = found.distribution.spread
    mean = percent_text(spread.mean, speech.main)
    words = speech.word("results.lane", when=when, count=str(spread.count), mean=mean)
    return Lane(words.text, found.distribution.bins)
