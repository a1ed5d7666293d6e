"""A new passphrase is refused for a reason that it has; the words that are offered pass, and can be typed."""

import unicodedata
from collections.abc import Sequence

import pytest

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.passphrases import (
    ENOUGH,
    LEAST,
    PassphraseFault,
    PassphraseStrength,
    check_passphrase,
    judge_passphrase,
    kept_spelling,
    offer_words,
    offered_words,
    plain_fault,
    tries,
)
from trainer_app.domain.base.texts import LANGUAGES

OWNER = "Дилноза Nazarova"


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        # The three that a stranger tried.
        ("12345678", PassphraseFault.ONLY_DIGITS),
        ("password", PassphraseFault.TOO_SHORT),
        ("11111111", PassphraseFault.ONLY_DIGITS),
        ("1985-06-12 / 1985-06-12", PassphraseFault.ONLY_DIGITS),
        ("", PassphraseFault.TOO_SHORT),
        ("чойники кабуд", PassphraseFault.TOO_SHORT),
        ("a             b", PassphraseFault.TOO_SHORT),
        ("aaaaaaaaaaaaaaaa", PassphraseFault.REPEATS),
        ("abababababababab", PassphraseFault.REPEATS),
        ("love LOVE love love", PassphraseFault.REPEATS),
        ("password1 password2 password3", PassphraseFault.REPEATS),
        ("Dilnoza Nazarova 1985", PassphraseFault.OWN_NAME),
        ("Назарова Дилноза!", PassphraseFault.OWN_NAME),
        ("xNazarova1985y", PassphraseFault.OWN_NAME),
        ("passwordpassword", PassphraseFault.COMMON),
        ("qwertyuiop asdf", PassphraseFault.COMMON),
        ("йцукенгшщзхъфы", PassphraseFault.COMMON),
        ("парольпароль12", PassphraseFault.COMMON),
        ("gfhjkmgfhjkm12", PassphraseFault.COMMON),
        ("abcdefghijklmno", PassphraseFault.COMMON),
        ("абвгдежзийклмн", PassphraseFault.COMMON),
        ("letmein dragon", PassphraseFault.COMMON),
        ("correct horse battery staple", None),
        ("чор калимаи осон барои ёд", None),
        ("зиёвуддини канорӣ", None),
        ("V7#kq-Lx92_mzR", None),
        ("Дилноза чор калимаи осон барои ёд", None),
        ("a sentence of many words " * 40, None),
    ],
)
def test_a_passphrase_is_refused_for_what_is_wrong_with_it(typed: str, fault: PassphraseFault | None) -> None:
    assert judge_passphrase(typed, OWNER).fault is fault


def test_a_name_is_only_refused_where_it_is_the_owners() -> None:
    assert judge_passphrase("Dilnoza Nazarova 1985").fault is None
    assert judge_passphrase("Dilnoza Nazarova 1985", "F. Saidzoda").fault is None


def test_what_is_refused_says_how_long_it_must_be() -> None:
    with pytest.raises(TrainerError) as refused:
        check_passphrase("seven 7")
    assert (refused.value.code, refused.value.values) == ("passphrase.too_short", {"least": LEAST})
    check_passphrase("correct horse battery staple")


@pytest.mark.parametrize("shown", ["парольпароль", "пароль пароль", "gfhjkmgfhjkm", "ПАРОЛЬ ПАРОЛЬ"])
def test_the_keys_count_and_not_what_stands_on_them(shown: str) -> None:
    assert tries(shown) == pytest.approx(tries("gfhjkmgfhjkm"), abs=1.5)
    assert tries(shown) < ENOUGH


def test_at_first_sight_only_the_shape_is_judged() -> None:
    assert plain_fault("password") is PassphraseFault.TOO_SHORT
    assert plain_fault("qwertyuiop asdf") is None
    assert judge_passphrase("qwertyuiop asdf").fault is PassphraseFault.COMMON


# Letters that lie on other keys, or are missing, once the Tajik layout stands for the Russian one.
ELSEWHERE = set("қғҳҷӣӯцщьыёъ")


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_words_are_offered_that_pass_and_are_never_the_same(language: str) -> None:
    words = offered_words(language)
    assert len({kept_spelling(word) for word in words}) >= 512, "five of them are 45 bits"
    offers = [offer_words(language) for _ in range(40)]
    assert len(set(offers)) == len(offers)
    for offer in offers:
        assert len(offer.split()) == 5
        assert set(offer.split()) <= set(words)
        check_passphrase(offer)


def test_no_word_is_offered_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    few = offered_words("tg")[:5]
    monkeypatch.setattr("trainer_app.domain.base.passphrases.offered_words", lambda _language: few)
    assert sorted(offer_words("tg").split()) == sorted(few)


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_the_words_that_are_offered_can_be_typed_on_either_layout(language: str) -> None:
    letters = set("".join(offered_words(language)))
    alphabet = "abcdefghijklmnopqrstuvwxyz" if language == "en" else "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
    assert letters <= set(alphabet)
    assert not letters & (ELSEWHERE - {"ё"}), "е opens in its place"


def test_russian_words_are_offered_as_a_dictionary_spells_them() -> None:
    words = offered_words("ru")
    assert {"ягнёнок", "печёнка", "свёкла", "тёрка", "скатёрка"} <= set(words)
    assert "ягненок" not in words


@pytest.mark.parametrize("typed", ["Ёж и берёза", "Еж и береза"])
def test_a_new_passphrase_is_kept_without_yo_however_its_dots_were_typed(typed: str) -> None:
    assert kept_spelling(unicodedata.normalize("NFD", typed)) == kept_spelling(typed) == "Еж и береза"
    assert kept_spelling("йод") == unicodedata.normalize("NFC", "йод"), "no other letter loses its sign"


def test_a_language_without_words_of_its_own_is_offered_english_ones() -> None:
    assert offered_words("kk") == offered_words("en")


def test_an_estimate_is_made_once_and_with_the_name_once_more(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []

    def note(passphrase: str, names: Sequence[str] = ()) -> float:
        asked.append(tuple(names))
        return 20.0

    monkeypatch.setattr("trainer_app.domain.base.passphrases.tries", note)
    assert judge_passphrase("12345678").fault is PassphraseFault.ONLY_DIGITS
    assert asked == [], "at first sight"
    assert judge_passphrase("four words as they come").strength is PassphraseStrength.STRONG
    assert asked == [()]
    judge_passphrase("four words as they come", "D. Nazarova")
    assert asked[1:] == [(), ("nazarova",)]
