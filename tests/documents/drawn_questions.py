"""Random questions of all kinds, with odd signs, such as the bank may hold them."""

from collections.abc import Collection

from hypothesis import strategies as st

from tests.domain.questions_made import ANY
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.evaluations.question_files import clean_lines, line_of
from trainer_app.domain.evaluations.questions import Question, check_question

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


def texts(languages: Collection[str] = LANGUAGES) -> st.SearchStrategy[Texts]:
    """Return texts with words in these languages at least."""
    return st.fixed_dictionaries(
        {language: _filled if language in languages else _words for language in LANGUAGES}
    ).map(lambda found: Texts(**found))


_any_texts = st.fixed_dictionaries(dict.fromkeys(LANGUAGES, _words)).map(lambda found: Texts(**found))


@st.composite
def questions(draw: st.DrawFn, languages: Collection[str] = LANGUAGES) -> Question:
    """Draw a question as it is in the bank, with words in these languages at least."""
    made = draw(ANY)
    worth = draw(st.sampled_from([1, 1, 1, 0]))  # In some nothing is right.
    options = (
        replace(each, text=draw(texts(languages)), credit=each.credit * worth, note=draw(_any_texts))
        for each in made.options
    )
    accepted = (
        replace(each, value=draw(_filled)) if made.handler.free_text else each for each in made.accepted
    )
    question = replace(
        made,
        key="",
        text=draw(texts(languages)),
        options=tuple(options),
        accepted=tuple(accepted),
        points=draw(st.sampled_from([100, 0, 50, 250, 10_000])),
        name=draw(_lines),
        topic=draw(_lines),
        explanation=draw(_any_texts),
        fixed_order=draw(st.booleans()),
    )
    check_question(question)
    return question
