"""Texts in every language of the program: a mapping that cannot be changed."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.base.texts import (
    ALWAYS_LISTED,
    DEFAULT,
    LANGUAGES,
    PLURAL_FORMS,
    SOURCE,
    Texts,
    fill,
    inside_quotes,
    plural_form,
)

texts = st.fixed_dictionaries(dict.fromkeys(LANGUAGES, st.text(max_size=5))).map(Texts)


@given(texts)
def test_a_text_is_a_mapping_of_every_language(found: Texts) -> None:
    assert list(found) == list(LANGUAGES)
    assert len(found) == len(LANGUAGES)
    assert Texts(dict(found)) == Texts(**found) == Texts.of_list(found.values()) == found
    assert hash(Texts(dict(found))) == hash(found)
    assert copy.deepcopy(found) == found
    assert Texts.read(dict(found) | {"xx": "of a newer program"}) == found
    assert found.fields("title") == {f"title_{code}": found[code] for code in LANGUAGES}


@given(texts, st.sampled_from(tuple(LANGUAGES)))
def test_the_best_text_is_the_wanted_one_or_the_first_there_is(found: Texts, language: str) -> None:
    best = found.best(language)
    assert best == found[language] or not found[language]
    assert bool(best) == any(found.values())
    assert found.best("xx") == next((each for each in found.values() if each), "")


@given(texts, st.text(max_size=5))
def test_a_changed_text_leaves_the_first_as_it_was(found: Texts, text: str) -> None:
    before = dict(found)
    assert dict(found.changed(ru=text)) == before | {"ru": text}
    assert dict(found) == before


@given(texts)
def test_a_list_holds_the_languages_of_old_always(found: Texts) -> None:
    listed = found.as_list()
    assert len(listed) >= ALWAYS_LISTED
    assert Texts.of_list(listed) == found


def test_texts_cannot_be_written_to_and_know_their_languages() -> None:
    with pytest.raises(TypeError, match="does not support item assignment"):
        Texts(tg="соат")["tg"] = ""  # type: ignore[index]
    with pytest.raises(TypeError, match="xx"):
        Texts(xx="?")
    with pytest.raises(ValueError, match="by language"):
        Texts.read(["соат"])
    with pytest.raises(KeyError):
        Texts()["xx"]
    assert Texts.by_script("Соат", "Soat") == Texts(tg="Соат", ru="Соат", en="Soat")
    assert repr(Texts(tg="соат")) == "Texts(tg='соат')"
    assert Texts() != {"tg": "", "ru": "", "en": ""}


def test_the_list_of_languages_agrees_with_itself() -> None:
    assert {DEFAULT, SOURCE} <= LANGUAGES.keys()
    for code, language in LANGUAGES.items():
        assert language.code == code
        assert {*language.below, language.replaced_by or code} <= LANGUAGES.keys()
        assert {plural_form(code, number, 9) for number in range(200)} == set(
            range(PLURAL_FORMS[language.plural])
        )


@pytest.mark.parametrize(
    ("text", "outer", "said"),
    [
        ("Основы «семейного» права", "«", "Основы „семейного“ права"),
        ('Основы "семейного" права', "«", "Основы „семейного“ права"),
        ("Basics of “family” law", "“", "Basics of ‘family’ law"),
        ('Basics of "family" law', "“", "Basics of ‘family’ law"),
        ("«Хонаводаи бехатар»", "«", "Хонаводаи бехатар"),
        ("«Хонавода» ва «қонун»", "«", "„Хонавода“ ва „қонун“"),
        ("Основы „семейного“ права", "«", "Основы „семейного“ права"),
        ('Монитор 15"', "«", 'Монитор 15"'),
        ('"Основы', "«", '"Основы'),
        ("Police officers’ duties", "“", "Police officers’ duties"),
        ("Основы «семейного» права", ":", "Основы «семейного» права"),
    ],
)
def test_quotes_within_quotes_get_other_marks(text: str, outer: str, said: str) -> None:
    assert inside_quotes(text, outer) == said


def test_a_sentence_quotes_a_title_that_has_quotes() -> None:
    title = "Основы «семейного» права"
    said = fill("donor.attended_titled", "ru", {"people": 5, "number": 1, "courses": 1, "title": title})
    assert said.endswith("«Основы „семейного“ права»")


def test_what_was_typed_is_quoted_with_its_own_signs() -> None:
    """S3: the sign that no name of a file may hold was shown as another one."""
    values = {"file": 'plan "A".xlsx', "better": "plan A.xlsx", "signs": '"'}
    assert '«plan "A".xlsx»' in fill("files.bad_name", "ru", values)
