"""Results of anonymous papers, question by question, and of trainers' ratings of participants.

A question with fewer than `MIN_ANSWERS` answers says only how many it has: fewer would point at somebody.
Where courses are added up, a rest of fewer answers stays out of the sum as well, or the sum less the parts
that are shown would reveal it. Practical ratings name the participant; they are not anonymous.
"""

import hashlib
from collections.abc import Mapping, Sequence
from fractions import Fraction

from msgspec import Struct, field

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.forms import (
    MIN_ANSWERS,
    AnonymousPaper,
    Form,
    FullForm,
    Learning,
    NeverCame,
    Occasion,
    TestScore,
    left_out_note,
)
from trainer_app.domain.evaluations.questions import Question, chosen_options
from trainer_app.domain.evaluations.statistics import (
    Distribution,
    ItemAnalysis,
    PaperAnswers,
    ScaleSummary,
    Spread,
    analyse,
    compare_tests,
    distribute,
    gain_of,
    spread_of,
    summarize_scale,
)


class QuestionResult(Struct, frozen=True):
    """One question of the papers. `counts` are of its options, `texts` open answers in a shuffled order.

    `hidden`: there are answers, but too few to be shown. `left_out`: answers of courses with too few, which
    are not in the sum.
    """

    question: Question
    place: int
    answers: int
    blank: int = 0
    hidden: bool = False
    left_out: int = 0
    counts: tuple[int, ...] = ()
    scale: ScaleSummary | None = None
    numbers: Spread | None = None
    texts: tuple[str, ...] = ()


class FeedbackResult(Struct, frozen=True):
    """The papers of one version of a form on one occasion. `parts`: the same for each course, by its code."""

    form: Form
    occasion: Occasion
    papers: int
    questions: tuple[QuestionResult, ...]
    parts: tuple[tuple[str, "FeedbackResult"], ...] = ()


def feedback_result(
    full: FullForm, occasion: Occasion, courses: Mapping[str, Sequence[AnonymousPaper]]
) -> FeedbackResult:
    """Summarize the papers of a form's version by course; `courses` maps a course's code to its papers."""
    parts = tuple(
        (code, _of_papers(full, occasion, {code: papers})) for code, papers in courses.items() if papers
    )
    whole = _of_papers(full, occasion, courses)
    if len(parts) < 2:
        return whole
    return FeedbackResult(whole.form, occasion, whole.papers, whole.questions, parts)


def counted_parts(answers: Mapping[str, int], least: int = MIN_ANSWERS) -> frozenset[str]:
    """Return which parts may be added up so that a sum less any shown parts is never 1 to `least` - 1."""
    small = {name for name, count in answers.items() if count < least}
    rest = sum(answers[name] for name in small)
    return frozenset(answers) if rest == 0 or rest >= least else frozenset(answers.keys() - small)


def _of_papers(
    full: FullForm, occasion: Occasion, courses: Mapping[str, Sequence[AnonymousPaper]]
) -> FeedbackResult:
    questions = tuple(
        _question(question, number, {code: _column(papers, number) for code, papers in courses.items()})
        for number, question in enumerate(full.questions, 1)
    )
    return FeedbackResult(full.form, occasion, sum(map(len, courses.values())), questions)


def _column(papers: Sequence[AnonymousPaper], place: int) -> list[str | None]:
    """Return what stands on each paper at a question, the first at 1; None where nothing was keyed in yet."""
    return [paper.answers[place - 1] if place <= len(paper.answers) else None for paper in papers]


def _question(question: Question, place: int, columns: Mapping[str, list[str | None]]) -> QuestionResult:
    given = {code: [answer for answer in column if answer] for code, column in columns.items()}
    # An open answer is told by whoever reads it: what matters is among how many sheets it stands.
    open_ended = question.handler.free_text
    sizes = {
        code: sum(answer is not None for answer in columns[code]) if open_ended else len(answers)
        for code, answers in given.items()
    }
    kept = counted_parts(sizes)
    answers = [answer for code, each in given.items() if code in kept for answer in each]
    left_out = sum(len(each) for code, each in given.items() if code not in kept)
    blank = sum(answer == "" for column in columns.values() for answer in column)
    if sum(sizes[code] for code in kept) < MIN_ANSWERS:
        count = len(answers) + left_out
        return QuestionResult(question, place, count, blank, hidden=count > 0)
    return _shown(QuestionResult(question, place, len(answers), blank, left_out=left_out), answers)


def _shown(found: QuestionResult, answers: Sequence[str]) -> QuestionResult:
    """Fill in what the answers say."""
    question, handler = found.question, found.question.handler
    counts = handler.option_counts(question, answers)
    return replace(
        found,
        counts=counts,
        scale=summarize_scale(counts) if handler.is_scale else None,
        numbers=spread_of(handler.numbers(answers)),
        texts=_shuffled(question.key, answers) if handler.free_text else (),
    )


def _shuffled(key: str, answers: Sequence[str]) -> tuple[str, ...]:
    """Return open answers in an order that says nothing of the one in which they were stored."""

    def place(answer: str) -> bytes:
        return hashlib.sha256(f"{key}/{answer}".encode()).digest()

    return tuple(sorted(answers, key=place))


class Rating(Struct, frozen=True):
    """The sheet of one participant: who, and the answers by the questions' keys."""

    enrolment: str
    course: str
    number: int
    name: str
    answers: Mapping[str, str]


class RatedPerson(Struct, frozen=True):
    """One participant: `steps` of `most` that could be had on the items that were rated."""

    rating: Rating
    rated: int
    steps: int
    most: int

    @property
    def mean(self) -> Fraction | None:
        """The mean step; None where nothing was rated."""
        return Fraction(self.steps, self.rated) if self.rated else None


class ItemRating(Struct, frozen=True):
    """One item: its scale, or its numbers; `remarks` are texts with the numbers of the participants."""

    question: Question
    place: int
    rated: int
    scale: ScaleSummary | None = None
    numbers: Spread | None = None
    counts: tuple[int, ...] = ()
    remarks: tuple[tuple[int, str], ...] = ()


class PracticalResult(Struct, frozen=True):
    """The sheets of one version of a practical form. `people` are in the order of course and number."""

    form: Form
    occasion: Occasion
    people: tuple[RatedPerson, ...]
    items: tuple[ItemRating, ...]


def practical_result(full: FullForm, occasion: Occasion, ratings: Sequence[Rating]) -> PracticalResult:
    """Summarize rating sheets."""
    ordered = sorted(ratings, key=lambda rating: (rating.course, rating.number, rating.enrolment))
    scales = [question for question in full.questions if question.handler.is_scale]
    people = tuple(_person(rating, scales) for rating in ordered)
    items = tuple(_item(question, number, ordered) for number, question in enumerate(full.questions, 1))
    return PracticalResult(full.form, occasion, people, items)


def step_of(question: Question, rating: Rating) -> int | None:
    """Return the step that was ticked, from 1; None for none, or for more than one."""
    chosen = chosen_options(rating.answers.get(question.key, ""))
    return chosen[0] if len(chosen) == 1 and chosen[0] <= len(question.options) else None


def _person(rating: Rating, scales: Sequence[Question]) -> RatedPerson:
    steps = [(step, len(each.options)) for each in scales if (step := step_of(each, rating)) is not None]
    return RatedPerson(rating, len(steps), sum(step for step, _ in steps), sum(most for _, most in steps))


def _item(question: Question, place: int, ratings: Sequence[Rating]) -> ItemRating:
    given = [(rating, answer) for rating in ratings if (answer := rating.answers.get(question.key, ""))]
    handler, answers = question.handler, [answer for _, answer in given]
    counts = handler.option_counts(question, answers)
    return ItemRating(
        question,
        place,
        # Two steps at once rate nothing.
        sum(counts) if handler.is_scale else len(given),
        scale=summarize_scale(counts) if handler.is_scale else None,
        numbers=spread_of(handler.numbers(answers)),
        counts=counts,
        remarks=tuple((rating.number, answer) for rating, answer in given) if handler.free_text else (),
    )


class Scored(Struct, frozen=True):
    """One participant with the papers that count. `answers` are those of papers keyed in, by occasion."""

    enrolment: str
    course: str
    number: int
    name: str
    scores: Mapping[Occasion, TestScore]
    answers: Mapping[Occasion, PaperAnswers] = field(default_factory=dict)

    def percent(self, occasion: Occasion) -> Fraction | None:
        """Return a score in hundredths of a per cent, exact; None without a paper, or one out of nothing."""
        score = self.scores.get(occasion)
        return score.share if score is not None else None

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


class OccasionResult(Struct, frozen=True):
    """The papers of one occasion. `items` is None where only points were typed in; `typed` counts those."""

    occasion: Occasion
    papers: int
    distribution: Distribution
    items: ItemAnalysis | None = None
    typed: int = 0


class TestResult(Struct, frozen=True):
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


class Results(Struct, frozen=True):
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
    left_out: tuple[NeverCame, ...] = ()
    """Whose tests count nowhere in these results, since they never came."""

    def told(self, *, names: bool = True) -> tuple[Label, ...]:
        """Return what a reader must know: the notes, and whose tests are left out, by name or number."""
        left_out = left_out_note("result_note.left_out", self.left_out, names=names)
        return (left_out, *self.notes) if left_out else self.notes

    def on(self, occasion: Occasion) -> OccasionResult | None:
        """Return what an occasion gave, or None."""
        return next((each for each in self.occasions if each.occasion is occasion), None)

    @property
    def empty(self) -> bool:
        """Tell whether nothing was found out yet."""
        return not (self.people or self.left_out or self.practical or self.feedback)


def learnt(people: Sequence[Scored]) -> Learning:
    """Compare the tests before and after of those who have both."""
    return compare_tests(_percents(people, Occasion.PRE), _percents(people, Occasion.POST))


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
    """Return how many people took two different forms before and after.

    Where only points were typed in, nobody knows of which form they are: that is no difference.
    """
    pairs = [(person.scores.get(Occasion.PRE), person.scores.get(Occasion.POST)) for person in people]
    forms = [(pre.form, post.form) for pre, post in pairs if pre is not None and post is not None]
    return sum(bool(first and second) and first != second for first, second in forms)


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


def looked_at(test: TestResult) -> OccasionResult | None:
    """Return the occasion whose items are told in full: the post-test, or the last that was keyed in."""
    keyed = [each for each in test.occasions if each.items is not None]
    after = [each for each in keyed if each.occasion is Occasion.POST]
    return next(iter(after or keyed[::-1]), None)
