"""Random questions of all kinds, with odd signs, such as the bank may hold them."""

from collections.abc import Collection

from hypothesis import strategies as st

from trainer_app.domain.base.numbers import WHOLE
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.evaluations.question_files import clean_lines, line_of
from trainer_app.domain.evaluations.questions import (
    LIKERT_OPTIONS,
    MOST_OPTIONS,
    Accepted,
    Option,
    Question,
    QuestionKind,
    check_question,
)

ODD = [
    *(
        "= 2 + 2",
        "~x",
        "{y}",
        "#1",
        "a:b",
        "\\",
        "\\n",
        "\\*",
        "50%",
        "%50%x",
        "->",
        "a -> b",
        "####",
        "::a::",
    ),
    *(
        "[html]<b>x</b>",
        "[plain] y",
        "// no remark",
        "$CATEGORY: x",
        "=SUM(A1)",
        "'quoted",
        "+7",
        "@x",
        "TRUE",
    ),
    *(
        "T",
        "1.0",
        "007",
        "1e5",
        "_x0041_",
        "_x000D_",
        "a_x0009_b",
        "<b>&amp;</b>",
        "&lt;",
        "**bold**",
        "_under_",
    ),
    *(
        "${name}",
        "12,5",
        "2018-10-03",
        "two\nlines",
        "three\n\nlines",
        '"',
        "Ғ Ӣ Қ Ӯ Ҳ Ҷ",
        "é",
        "😀",
        "ANSWER: A",
    ),
    *("A) b", "yes", "да", "вариант", "один ответ"),
]
_LETTERS = st.characters(exclude_categories=["Cs"])
_words = st.one_of(
    st.sampled_from(ODD),
    st.text(_LETTERS, max_size=30),
    st.lists(st.sampled_from(ODD), min_size=2, max_size=3).map(" ".join),
    st.text("abҶю {}~=#:\\%[]<>&*_$/\n\"'-.0123", max_size=20),
).map(clean_lines)
_filled = _words.filter(bool)
_lines = _words.map(line_of)
_numbers = st.integers(-(10**14), 10**14).map(lambda number: _plain(number, 3))


def _plain(number: int, places: int) -> str:
    whole, rest = divmod(abs(number), 10**places)
    text = f"{whole}.{rest:0{places}}".rstrip("0").rstrip(".")
    return f"-{text}" if number < 0 else text


def texts(languages: Collection[str] = LANGUAGES) -> st.SearchStrategy[Texts]:
    """Return texts with words in these languages at least."""
    return st.fixed_dictionaries(
        {language: _filled if language in languages else _words for language in LANGUAGES}
    ).map(lambda found: Texts(**found))


_any_texts = st.fixed_dictionaries(dict.fromkeys(LANGUAGES, _words)).map(lambda found: Texts(**found))


def _shares(count: int) -> list[int]:
    return [WHOLE // count] * count


@st.composite
def credits_of(draw: st.DrawFn, kind: QuestionKind, count: int) -> list[int]:
    """Draw what the options of a question are worth."""
    if kind is QuestionKind.LIKERT or draw(st.integers(0, 3)) == 0:
        return [0] * count
    if kind is QuestionKind.SINGLE:
        found = draw(
            st.lists(st.sampled_from([0, 0, -5000, 1, 50, 3333, 5000]), min_size=count, max_size=count)
        )
        found[draw(st.integers(0, count - 1))] = draw(st.sampled_from([WHOLE, WHOLE, 7500]))
        return found
    right = draw(st.integers(1, count))
    wrong = draw(
        st.lists(st.sampled_from([0, -WHOLE, -3333]), min_size=count - right, max_size=count - right)
    )
    return draw(st.permutations(_shares(right) + wrong))


@st.composite
def questions(draw: st.DrawFn, languages: Collection[str] = LANGUAGES) -> Question:
    """Draw a question as it is in the bank, with words in these languages at least."""
    kind = draw(st.sampled_from(QuestionKind))
    options: tuple[Option, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    if kind in (QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.LIKERT):
        most = LIKERT_OPTIONS[-1] if kind is QuestionKind.LIKERT else MOST_OPTIONS
        count = draw(st.integers(2, most))
        worth = draw(credits_of(kind, count))
        options = tuple(Option(draw(texts(languages)), each, draw(_any_texts)) for each in worth)
    elif kind is QuestionKind.NUMBER:
        bounds = st.lists(_numbers, min_size=1, max_size=2, unique=True)
        values = draw(st.lists(bounds, max_size=3))
        accepted = tuple(
            Accepted("..".join(sorted(each, key=float)), draw(st.sampled_from([WHOLE, 5000, 3333])))
            for each in values
        )
    else:
        values = draw(st.lists(_filled, max_size=3))
        accepted = tuple(Accepted(each, draw(st.sampled_from([WHOLE, 5000, 0]))) for each in values)
    question = Question(
        key="",
        kind=kind,
        text=draw(texts(languages)),
        options=options,
        accepted=accepted,
        points=draw(st.sampled_from([100, 0, 50, 250, 10_000])),
        name=draw(_lines),
        topic=draw(_lines),
        explanation=draw(_any_texts),
        fixed_order=draw(st.booleans()),
    )
    check_question(question)
    return question
