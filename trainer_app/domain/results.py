"""Results of tests: who scored what before and after, what was learnt, how scores and items turned out.

One version of a form is one result; versions are never added up. All figures are exact.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from trainer_app.domain.amounts import exact_percent
from trainer_app.domain.changes import Label
from trainer_app.domain.distributions import Distribution, distribute
from trainer_app.domain.evaluations import Learning, Occasion, TestScore
from trainer_app.domain.feedback_results import FeedbackResult
from trainer_app.domain.forms import FullForm
from trainer_app.domain.item_analysis import Answers, ItemAnalysis, analyse
from trainer_app.domain.learning import compare, gain_of
from trainer_app.domain.practical_results import PracticalResult
from trainer_app.domain.texts import Texts


@dataclass(frozen=True)
class Scored:
    """One participant with the papers that count. `answers` are those of papers keyed in, by occasion."""

    enrolment: str
    course: str
    number: int
    name: str
    scores: Mapping[Occasion, TestScore]
    answers: Mapping[Occasion, Answers] = field(default_factory=dict)

    def percent(self, occasion: Occasion) -> Fraction | None:
        """Return a score in hundredths of a per cent, exact; None without a paper, or one out of nothing."""
        score = self.scores.get(occasion)
        return exact_percent(score.points, score.out_of) if score is not None else None

    @property
    def change(self) -> Fraction | None:
        """Points gained from the first to the second test, in hundredths of a percentage point."""
        pre, post = self.percent(Occasion.PRE), self.percent(Occasion.POST)
        return None if pre is None or post is None else post - pre

    @property
    def gain(self) -> Fraction | None:
        """The participant's own normalised gain, as a share of 1; None from 100 % before on."""
        pre, post = self.percent(Occasion.PRE), self.percent(Occasion.POST)
        return None if pre is None or post is None else gain_of(pre, post)


@dataclass(frozen=True)
class OccasionResult:
    """The papers of one occasion. `items` is None where only points were typed in; `typed` counts those."""

    occasion: Occasion
    papers: int
    distribution: Distribution
    items: ItemAnalysis | None = None
    typed: int = 0


@dataclass(frozen=True)
class TestResult:
    """One test: a version of a form, or (form None) points that were typed in without one.

    `learning` compares the pre- and post-tests of this very version.
    """

    __test__ = False

    form: FullForm | None
    people: tuple[Scored, ...]
    learning: Learning
    occasions: tuple[OccasionResult, ...]

    def on(self, occasion: Occasion) -> OccasionResult | None:
        """Return what an occasion gave, or None."""
        return next((each for each in self.occasions if each.occasion is occasion), None)


@dataclass(frozen=True)
class Results:
    """Everything that was found out in a course, a project, or with one form.

    `people` and `learning` take every test that counts, whatever its form: the answer to "did they learn?".
    `mixed` are pairs whose two tests had different forms: what they gained compares different questions.
    `limit` is what the post-test must reach, in hundredths of a per cent; None for no one limit.
    """

    title: Texts
    courses: tuple[str, ...]
    people: tuple[Scored, ...]
    learning: Learning
    occasions: tuple[OccasionResult, ...]
    mixed: int = 0
    limit: int | None = None
    tests: tuple[TestResult, ...] = ()
    practical: tuple[PracticalResult, ...] = ()
    feedback: tuple[FeedbackResult, ...] = ()
    notes: tuple[Label, ...] = ()

    def on(self, occasion: Occasion) -> OccasionResult | None:
        """Return what an occasion gave, or None."""
        return next((each for each in self.occasions if each.occasion is occasion), None)

    @property
    def empty(self) -> bool:
        """Tell whether nothing was found out yet."""
        return not (self.people or self.practical or self.feedback)


def learnt(people: Sequence[Scored]) -> Learning:
    """Compare the tests before and after of those who have both."""
    return compare(_percents(people, Occasion.PRE), _percents(people, Occasion.POST))


def on_occasions(people: Sequence[Scored], full: FullForm | None = None) -> tuple[OccasionResult, ...]:
    """Return what each occasion gave that has papers; with a form, its items too."""
    found = []
    for occasion in Occasion:
        distribution = distribute(_percents(people, occasion).values())
        if distribution is None:
            continue
        keyed = [person.answers[occasion] for person in people if occasion in person.answers]
        items = analyse(full.questions, keyed) if full is not None and keyed else None
        papers = distribution.spread.count
        found.append(OccasionResult(occasion, papers, distribution, items, papers - len(keyed)))
    return tuple(found)


def results_by_form(people: Sequence[Scored], forms: Mapping[str, FullForm]) -> tuple[TestResult, ...]:
    """Return one result for each form by which somebody was tested, in the order of `forms`; typed ones last.

    `forms` maps keys to forms; a score of a form that is not among them counts as typed in.
    """
    results = []
    for key in (*forms, ""):
        own = [each for person in people if (each := _with_form(person, key, forms)).scores]
        if own:
            full = forms.get(key)
            results.append(TestResult(full, tuple(own), learnt(own), on_occasions(own, full)))
    return tuple(results)


def mixed_pairs(people: Sequence[Scored]) -> int:
    """Return how many people took two different forms before and after."""
    pairs = [(person.scores.get(Occasion.PRE), person.scores.get(Occasion.POST)) for person in people]
    return sum(pre is not None and post is not None and pre.form != post.form for pre, post in pairs)


def reached(people: Sequence[Scored], occasion: Occasion, limit: int) -> int:
    """Return how many reached a limit, in hundredths of a per cent, on an occasion."""
    return sum(percent >= limit for percent in _percents(people, occasion).values())


def people_behind(people: Sequence[Scored], code: str, limit: int | None = None) -> list[Scored]:
    """Return whom a figure of learning counts, by its code: "losses", "only_pre"; pairs for the means."""
    return [person for person in people if _is_behind(person, code, limit)]


def _is_behind(person: Scored, code: str, limit: int | None) -> bool:
    pre, post = person.percent(Occasion.PRE), person.percent(Occasion.POST)
    both = pre is not None and post is not None
    counted = {
        "only_pre": pre is not None and post is None,
        "only_post": post is not None and pre is None,
        "losses": person.change is not None and person.change < 0,
        "same": person.change == 0,
        "without_gain": both and person.gain is None,
        "mean_individual_g": person.gain is not None,
        "reached": post is not None and limit is not None and post >= limit,
    }
    return counted.get(code, both)


def _percents(people: Sequence[Scored], occasion: Occasion) -> dict[str, Fraction]:
    found = ((person.enrolment, person.percent(occasion)) for person in people)
    return {key: percent for key, percent in found if percent is not None}


def _with_form(person: Scored, key: str, forms: Mapping[str, FullForm]) -> Scored:
    """Return a participant with the papers of one form alone."""
    scores = {
        occasion: score
        for occasion, score in person.scores.items()
        if (score.form if score.form in forms else "") == key
    }
    answers = {occasion: each for occasion, each in person.answers.items() if occasion in scores}
    return Scored(person.enrolment, person.course, person.number, person.name, scores, answers if key else {})
