"""The index of words finds what looking at each text finds."""

from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.base.text_search import WordIndex, matches

WORDS = ["Раҳимов", "Некрӯз", "ҷабрдида", "зӯроварӣ", "насилие", "victim", "O'Neil", "бозҷӯй", "risk", "2018"]
texts = st.lists(st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join), max_size=8)
queries = st.one_of(
    st.text("раҳnzozӯjуй h[f", max_size=5),
    st.lists(st.sampled_from(WORDS).map(lambda word: word[:4].lower()), max_size=3).map(" ".join),
)


@given(texts, queries)
def test_the_index_finds_what_reading_each_text_finds(listed: list[str], query: str) -> None:
    expected = {place for place, text in enumerate(listed) if matches(query, text)}
    assert WordIndex(listed).find(query) == expected


def test_words_are_found_in_any_script_and_layout() -> None:
    index = WordIndex(["Мусоҳиба бо ҷабрдида", "Interview with the victim", "Оценка риска"])
    assert index.find("musoh") == {0}
    assert index.find("ҷабр мус") == {0}
    assert index.find("VIC") == {1}
    assert index.find("hbcr") == {2}
    assert index.find("риска victim") == set()
    assert index.find("") == {0, 1, 2}
