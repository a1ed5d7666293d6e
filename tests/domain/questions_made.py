"""Questions of every kind, made by Hypothesis."""

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
    credits[right] = 10_000
    options = tuple(map(Option, words, credits))
    return Question("q", QuestionKind.SINGLE, draw(texts()), options, points=draw(st.integers(0, 10_000)))


@st.composite
def multiple(draw: st.DrawFn) -> Question:
    """Return a question with several right options, worth the same."""
    words = draw(st.lists(texts(), min_size=2, max_size=10))
    right = draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)).filter(any))
    options = tuple(map(Option, words, HANDLERS[QuestionKind.MULTIPLE].spread_credits(right)))
    return Question("q", QuestionKind.MULTIPLE, draw(texts()), options, points=draw(st.integers(0, 10_000)))


@st.composite
def likert(draw: st.DrawFn) -> Question:
    """Return a scale."""
    options = tuple(map(Option, draw(st.lists(texts(), min_size=2, max_size=7))))
    return Question("q", QuestionKind.LIKERT, draw(texts()), options)


@st.composite
def number(draw: st.DrawFn) -> Question:
    """Return a question for a number, with any number of bounds."""
    pairs = draw(st.lists(st.tuples(st.integers(-99, 99), st.integers(0, 50), CREDITS), max_size=4))
    accepted = tuple(Accepted(f"{low}..{low + width}", credit) for low, width, credit in pairs)
    return Question("q", QuestionKind.NUMBER, draw(texts()), accepted=accepted)


@st.composite
def words(draw: st.DrawFn) -> Question:
    """Return a question for words."""
    pairs = draw(st.lists(st.tuples(WORDS, CREDITS), max_size=4))
    return Question("q", QuestionKind.TEXT, draw(texts()), accepted=tuple(Accepted(*each) for each in pairs))


CHOICES = st.one_of(single(), multiple(), likert())
ANY = st.one_of(CHOICES, number(), words())
