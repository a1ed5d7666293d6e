"""Names typed on any keyboard: the right letters, Latin ones, or the keys of a layout that was not on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.base.text_search import matches

# Written down from the layouts themselves, row by row, not taken from the code under test.
LATIN = "`1234567890-=qwertyuiop[]asdfghjkl;'zxcvbnm,./"
RUSSIAN = "ё1234567890-=йцукенгшщзхъфывапролджэячсмитьбю."
TAJIK = "ё1234567890ғӯйқукенгшҳзхъфҷвапролджэячсмитӣбю."
LATIN_UP, RUSSIAN_UP = '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>', "ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ"
POOR = str.maketrans("ғӣқӯҳҷҒӢҚӮҲҶ", "гикухчГИКУХЧ")
"""How Tajik letters are typed where the layout has none of them."""

FAMILY = (
    "Абдуллоева", "Азизов", "Бобоҷонов", "Восиев", "Гулмуродова", "Ғафуров", "Давлатов", "Ёров",
    "Зоҳирӣ", "Исмоилов", "Каримова", "Қаюмов", "Латифов", "Маҳмадова", "Назаров", "Олимов",
    "Пирова", "Раҳимов", "Сафаров", "Тоирова", "Умарзода", "Файзуллоев", "Ҳасанова", "Ҷӯраев",
    "Шарифова", "Эшонов", "Юсупов", "Яъқубова", "Холиқзода", "Чориев", "Фозилӣ", "Шӯҳратзода",
)  # fmt: skip
GIVEN = ("Некрӯз", "Мавҷуда", "Исфандиёр", "Беҳрӯз", "Шаҳноза", "Ҷаҳонгир", "Муҳаммад", "Ситора")
SPELT = """
    а=a б=b в=v г=g ғ=gh д=d е=e ё=yo ж=zh з=z и=i ӣ=i й=y к=k қ=q л=l м=m
    н=n о=o п=p р=r с=s т=t у=u ӯ=u ф=f х=kh ҳ=h ч=ch ҷ=j ш=sh ъ=' э=e ю=yu я=ya
"""
LATIN_OF = dict(pair.split("=") for pair in SPELT.split())

names = st.builds(
    lambda family, given_name: f"{family} {given_name}", st.sampled_from(FAMILY), st.sampled_from(GIVEN)
)


def typed(text: str, meant: str, on: str) -> str:
    """Return what appears when somebody types as on the layout `meant` while the layout `on` is on."""
    return text.lower().translate(str.maketrans(meant, on))


def starts(name: str, length: int) -> str:
    """Return the first letters of the family name."""
    return name.split()[0][:length]


@given(names, st.integers(2, 12))
def test_the_right_letters_find_a_name(name: str, length: int) -> None:
    assert matches(starts(name, length), name)
    assert matches(starts(name, length).upper(), name)
    assert matches(name.split()[1][:length], name)


@given(names, st.integers(2, 12))
def test_latin_letters_find_a_name(name: str, length: int) -> None:
    assert matches("".join(LATIN_OF[letter] for letter in starts(name, length).lower()), name)


@given(names, st.integers(2, 12))
def test_tajik_keys_on_an_english_layout_find_a_name(name: str, length: int) -> None:
    assert matches(typed(starts(name, length), TAJIK, LATIN), name)


@given(names, st.integers(2, 12))
def test_russian_keys_on_an_english_layout_find_a_name(name: str, length: int) -> None:
    poor = starts(name, length).translate(POOR)
    assert matches(poor, name)
    assert matches(typed(poor, RUSSIAN, LATIN), name)
    assert matches(poor.translate(str.maketrans(RUSSIAN_UP + RUSSIAN, LATIN_UP + LATIN)), name)


@given(names, st.integers(2, 12), st.sampled_from([RUSSIAN, TAJIK]))
def test_english_keys_on_a_cyrillic_layout_find_a_name(name: str, length: int, layout: str) -> None:
    latin = "".join(LATIN_OF[letter] for letter in starts(name, length).lower()).replace("'", "")
    assert matches(typed(latin, LATIN, layout), name)


@given(names, st.integers(2, 12))
def test_one_cyrillic_layout_taken_for_the_other_finds_a_name(name: str, length: int) -> None:
    assert matches(typed(starts(name, length), TAJIK, RUSSIAN), name)
    assert matches(typed(starts(name, length).translate(POOR), RUSSIAN, TAJIK), name)


@pytest.mark.parametrize("query", ["rah", "рах", "раҳ", "hf[", "Hf[", "HF{", "кфр", "hfo", "rakh", "РАҲ"])
def test_the_ways_to_type_rahimov(query: str) -> None:
    assert matches(query, "Раҳимов Некрӯз")
    assert not matches(query, "Сафаров Асадулло")


def test_the_layouts_of_this_test_are_whole() -> None:
    assert len(LATIN) == len(RUSSIAN) == len(TAJIK) == 46
    assert len(LATIN_UP) == len(RUSSIAN_UP)
    assert set("ғқҳҷӣӯ") <= set(TAJIK)
