"""Questions of every kind, made by Hypothesis."""

from collections.abc import Mapping

from hypothesis import strategies as st

from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.questions import HANDLERS, Accepted, Option, Question, QuestionKind

WORDS = st.text("абҷқ xyz", min_size=1, max_size=12).map(str.strip).filter(bool)
LINES = st.one_of(st.just(""), WORDS)
CREDITS = st.integers(-10_000, 10_000)


@st.composite
def texts(draw: st.DrawFn, *, whole: bool = False) -> Texts:
    """Return a text in some languages, in at least one."""
    own = WORDS if whole else LINES
    made = Texts(tg=draw(own), ru=draw(own), en=draw(own))
    return made if made.best("") else Texts(ru=draw(WORDS))


@st.composite
def single(draw: st.DrawFn) -> Question:
    """Return a question with one right option, others worth anything."""
    words = draw(st.lists(texts(), min_size=2, max_size=10))
    credits = draw(st.lists(CREDITS, min_size=len(words), max_size=len(words)))
    right = draw(st.integers(0, len(words) - 1))
    credits[right] = draw(st.sampled_from([10_000, 7500]))
    options = tuple(map(Option, words, credits))
    return Question("q", QuestionKind.SINGLE, draw(texts()), options, points=draw(st.integers(0, 10_000)))


@st.composite
def multiple(draw: st.DrawFn, *, even: bool = True) -> Question:
    """Return a question with several right options, worth the same; wrong ones take as much, if `even`."""
    words = draw(st.lists(texts(), min_size=2, max_size=10))
    right = draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)).filter(any))
    credits = HANDLERS[QuestionKind.MULTIPLE].spread_credits(right)
    if not even:
        credits = tuple(10_000 // sum(right) if each else draw(st.integers(-10_000, 0)) for each in right)
    options = tuple(map(Option, words, credits))
    return Question("q", QuestionKind.MULTIPLE, draw(texts()), options, points=draw(st.integers(0, 10_000)))


@st.composite
def likert(draw: st.DrawFn) -> Question:
    """Return a scale."""
    options = tuple(map(Option, draw(st.lists(texts(), min_size=2, max_size=7))))
    return Question("q", QuestionKind.LIKERT, draw(texts()), options)


@st.composite
def number(draw: st.DrawFn) -> Question:
    """Return a question for a number, with any number of bounds."""
    lowest = st.one_of(st.integers(-(10**5), 10**5), st.integers(-(10**14), 10**14))
    bounds = st.tuples(lowest, st.integers(0, 10**5)).map(_bounds)
    pairs = draw(st.lists(st.tuples(bounds, CREDITS), max_size=4))
    return Question(
        "q", QuestionKind.NUMBER, draw(texts()), accepted=tuple(Accepted(*each) for each in pairs)
    )


def _bounds(thousandths: tuple[int, int]) -> str:
    low, width = thousandths
    return "..".join(dict.fromkeys(_plain(each) for each in (low, low + width)))


def _plain(thousandths: int) -> str:
    whole, rest = divmod(abs(thousandths), 1000)
    return f"{'-' * (thousandths < 0)}{whole}.{rest:03}".rstrip("0").rstrip(".")


@st.composite
def words(draw: st.DrawFn) -> Question:
    """Return a question for words."""
    pairs = draw(st.lists(st.tuples(WORDS, CREDITS), max_size=4))
    return Question("q", QuestionKind.TEXT, draw(texts()), accepted=tuple(Accepted(*each) for each in pairs))


MADE: Mapping[QuestionKind, st.SearchStrategy[Question]] = {
    QuestionKind.SINGLE: single(),
    QuestionKind.MULTIPLE: multiple(even=False),
    QuestionKind.LIKERT: likert(),
    QuestionKind.NUMBER: number(),
    QuestionKind.TEXT: words(),
}
"""Questions of each kind as they are written down: no number has two spellings."""
ANY = st.one_of(*MADE.values())
CHOICES = st.one_of(made for kind, made in MADE.items() if HANDLERS[kind].has_options)
