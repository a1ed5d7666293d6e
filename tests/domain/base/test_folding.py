"""Folding: one name under many spellings, found while typing in any script and layout."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.base.text_search import (
    fold,
    matches,
    query_readings,
    search_forms,
    search_text,
    searcher,
)

TAJIK = "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя"


@pytest.mark.parametrize(
    "spellings",
    [
        ("Раҳмонов", "Рахмонов", "Rahmonov", "Rakhmonov", "Рањмонов", "Raxmonov"),
        ("Ғафуров", "Гафуров", "Ghafurov", "Gafurov", "Ѓафуров"),
        ("Қодиров", "Кодиров", "Qodirov", "Kodirov"),
        ("Ҷӯраев", "Джураев", "Jurayev", "Dzhuraev", "Juraev", "Jo'rayev", "Љўраев"),
        ("Зоҳирӣ", "Зохири", "Зохирий", "Zohiri", "Zohiriy", "Зоњирї"),
        ("Юсуфов", "Yusufov", "Iusufov"),
        ("Файзуллоев", "Fayzulloev", "Faizulloyev", "Fayzuloev"),
        ("Маъруф", "Маруф", "Ma'ruf", "Ma’ruf"),
        ("Эшонов", "Eshonov"),
        ("Бахтиёр", "Bakhtiyor", "Bahtior"),
        ("Шӯҳрат", "Шухрат", "Shuhrat", "Shohrat", "Shuhrot".replace("rot", "rat")),
    ],
)
def test_spellings_of_one_name_fold_alike(spellings: tuple[str, ...]) -> None:
    assert len({fold(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [("Умед", "Омар"), ("Ҳасан", "Ҳусан"), ("Азизов", "Азимов"), ("Комрон", "Кумуш"), ("Шариф", "Сариф")],
)
def test_other_names_stay_apart(left: str, right: str) -> None:
    assert fold(left) != fold(right)


@given(st.text(alphabet=TAJIK + "abcdeghkoquxyz '-"))
def test_fold_is_plain_whatever_the_case(text: str) -> None:
    folded = fold(text)
    assert folded == fold(text.upper())
    assert folded.replace(" ", "").isascii()
    assert "  " not in folded


FINDS_RAHIMOV = (
    "r|ra|rah|rak|rakh|rahim|рах|раҳ|РАҲИМ|рањ|hf[|hf[bv|hfo|HF{|кфр|кфршь|нек|nek|ytr|некру|некрў|nekroz"
    "|нек рах|rah nek|раҳ  н|ra ne|"
)


@pytest.mark.parametrize("query", FINDS_RAHIMOV.split("|"))
def test_rahimov_is_found(query: str) -> None:
    assert matches(query, "Раҳимов Некрӯз Файзуллоевич")


@pytest.mark.parametrize("query", ["рахк", "имов", "nekr ali", "[", "?!", "hf[rr", "1"])
def test_rahimov_is_not_found(query: str) -> None:
    assert not matches(query, "Раҳимов Некрӯз Файзуллоевич")


@pytest.mark.parametrize("query", ["ҷӯр", "ҷур", "жур", "джур", "чур", "jur", "jor", "dzhur", "zhur", "s=h"])
def test_a_name_with_two_sounds_is_found_by_either(query: str) -> None:
    assert matches(query, "Ҷӯраев Шӯҳрат")


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Раҳимов", "Rakhimov Nekruz"),
        ("Rakhimov", "Рахимов Некруз"),
        ("Ёров", "Еров Манучехр"),
        ("yor", "Ёров Манучеҳр"),
        ("yer", "Ёров Манучеҳр"),
        ("адж", "Аджибов"),
        ("ад", "Аджибов"),
        ("юс", "Yusufov Alisher"),
        ("абдулл", "Абдулоев"),
    ],
)
def test_found_across_scripts(query: str, name: str) -> None:
    assert matches(query, name)


def test_jumping_by_first_letter_keeps_o_and_u_apart() -> None:
    assert matches("ум", "Умарзода Беҳрӯз")
    assert not matches("ум", "Омаров Беҳрӯз")
    assert not matches("ол", "Улмасова Нигора")


def test_search_text_serves_sql() -> None:
    assert search_text("Раҳимов Некрӯз") == " rahimov nekruz nekroz"
    assert search_forms("Раҳимов, Раҳимов") == ("rahimov",)
    assert search_text("") == ""


def test_query_readings_name_the_layouts() -> None:
    assert query_readings("hf[") == ((("rah",),),)
    assert query_readings("rah") == ((("rah",),), (("kfr",),))
    assert query_readings("  ") == ()


@pytest.mark.parametrize("typed", ["абд", "боб", "хан", "жӯр", "раҷаб"])
def test_a_cyrillic_word_is_not_read_as_scattered_latin_letters(typed: str) -> None:
    """On the keys of the Latin layout "абд" is "f,l": whatever had a word with f and one with l was found."""
    assert not matches(typed, "Laptops: Ask for something…")
    assert not matches(typed, "Файли Лоиҳа, K 2018")
    assert matches(typed, f"{typed}аев")


def test_latin_letters_before_a_comma_are_still_read() -> None:
    """Typed while the Russian layout was on: "rahimov, nek"."""
    assert matches("кфршьщмб тул", "Раҳимов Некруз")


# No name begins with a letter that is not heard.
WORDS = st.text(alphabet=TAJIK, min_size=1, max_size=9).filter(lambda word: not word.startswith("ъ"))


@given(st.lists(WORDS, min_size=1, max_size=3), st.data())
def test_every_beginning_of_every_word_finds_the_name(words: list[str], data: st.DataObject) -> None:
    name = " ".join(words)
    beginnings = [word[: data.draw(st.integers(1, len(word)))] for word in words]
    for order in itertools.permutations(beginnings):
        assert matches(" ".join(order), name)


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_may_be_searched(query: str, name: str) -> None:
    assert searcher(query)(name) is matches(query, name)
