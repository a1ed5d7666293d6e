"""Letters: cleaning, the Tajik order, old fonts, mixed alphabets, lost letters."""

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.base.text_cleaning import (
    clean_text,
    convert_legacy,
    has_legacy_letters,
    has_lost_letters,
    has_mixed_letters,
    legacy_letters,
    repair_mixed,
    sort_key,
)

TAJIK = "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  Раҳимов\u00a0\tНекрӯз\n", "Раҳимов Некрӯз"),
        ("Некру\u0304з", "Некрӯз"),
        ("Зохири\u0304", "Зохирӣ"),
        ("Абдул\u2013Азиз", "Абдул-Азиз"),
        ("Ma\u02bcruf Ma\u2019ruf", "Ma'ruf Ma'ruf"),
        ("Са\u00adфа\u200bров\ufeff", "Сафаров"),
        ("Азизов\x00\x07 Ф.", "Азизов Ф."),
        ("Назаров\ud800", "Назаров\ufffd"),
        ("", ""),
    ],
)
def test_clean_text(typed: str, stored: str) -> None:
    assert clean_text(typed) == stored


@given(st.text())
def test_clean_text_is_idempotent_and_storable(text: str) -> None:
    cleaned = clean_text(text)
    assert clean_text(cleaned) == cleaned
    assert cleaned == unicodedata.normalize("NFC", cleaned)
    assert "\x00" not in cleaned
    assert "  " not in cleaned
    assert cleaned == cleaned.strip()
    cleaned.encode("utf-8")


@given(st.text(alphabet=TAJIK + TAJIK.upper(), min_size=1))
def test_clean_text_keeps_letters(text: str) -> None:
    assert clean_text(text) == text


def test_letters_sort_in_the_order_of_the_alphabet() -> None:
    shuffled = sorted(TAJIK, reverse=True)
    assert "".join(sorted(shuffled, key=sort_key)) == TAJIK


@pytest.mark.parametrize(
    "names",
    [
        ("Умед", "Ӯктам"),
        ("Истам", "Ӣсо"),
        ("Гулов", "Ғафуров", "Давлатов"),
        ("Каримов", "Қаюмов", "Латифов"),
        ("Холов", "Ҳасанова", "Чориев", "Ҷӯраев", "Шарифова"),
        ("Еров", "Ёров", "Жураев"),
        ("Азиз", "Азиз Бек", "Азиза", "Азизов"),
        ("Азиз", "азиз"),
        ("12", "Азизов", "Azizov"),
    ],
)
def test_names_sort_as_in_a_tajik_list(names: tuple[str, ...]) -> None:
    for order in itertools.permutations(names):
        assert tuple(sorted(order, key=sort_key)) == names


@given(st.text(), st.text())
def test_sort_key_tells_texts_apart(left: str, right: str) -> None:
    same = unicodedata.normalize("NFC", left) == unicodedata.normalize("NFC", right)
    assert (sort_key(left) == sort_key(right)) is same


def test_legacy_letters_are_found_and_converted() -> None:
    assert has_legacy_letters("Рањимов Некрўз")
    assert convert_legacy("Рањимов Некрўз Љўраевич Ќодир Ѓафур Зоњирї") == (
        "Раҳимов Некрӯз Ҷӯраевич Қодир Ғафур Зоҳирӣ"
    )
    assert convert_legacy("ЃЇЌЎЊЉ") == "ҒӢҚӮҲҶ"
    assert legacy_letters("РАЊИМОВ Некрўз") == {"њ", "ў"}
    assert not has_legacy_letters("Раҳимов Некрӯз Rahimov")


@given(st.text())
def test_nothing_legacy_is_left_after_conversion(text: str) -> None:
    assert not has_legacy_letters(convert_legacy(text))
    assert len(convert_legacy(text)) == len(text)


@pytest.mark.parametrize(
    ("typed", "repaired"),
    [
        ("Pаҳимов", "Раҳимов"),  # Latin P
        ("Каримoва Cитора", "Каримова Ситора"),  # Latin o, C
        ("Азизов A. C.", "Азизов А. С."),  # Latin initials
        ("Аzizov", "Azizov"),  # Cyrillic А
        ("Азиз0в", "Азизов"),  # zero
        ("3оҳирӣ", "Зоҳирӣ"),  # three
        ("Ëров", "Ёров"),  # Latin e with diaeresis
        ("Ҹалилов", "Ҷалилов"),  # letter of the Azerbaijani alphabet
        ("Мӯҳаммад", "Мӯҳаммад"),
        ("Rahimov", "Rahimov"),
        ("Каримова (Karimova)", "Каримова (Karimova)"),
        ("12", "12"),
        ("кв. 30", "кв. 30"),
    ],
)
def test_mixed_alphabets_are_repaired(typed: str, repaired: str) -> None:
    assert repair_mixed(typed) == repaired
    assert has_mixed_letters(typed) is (typed != repaired)
    assert repair_mixed(repaired) == repaired


def test_what_cannot_be_repaired_is_still_found() -> None:
    assert repair_mixed("Zаҳра") == "Zаҳра"
    assert has_mixed_letters("Zаҳра")


@given(st.text(alphabet=TAJIK + "abcxyz03 .'"))
def test_repairing_is_idempotent(text: str) -> None:
    repaired = repair_mixed(text)
    assert repair_mixed(repaired) == repaired


def test_lost_letters() -> None:
    assert has_lost_letters("Ра?имов")
    assert has_lost_letters("Зо?ир?")
    assert not has_lost_letters("Раҳимов ?")
    assert not has_lost_letters("Раҳимов Далер (декрет?)")
    assert has_lost_letters("Ра?имов (декрет?)")
    assert not has_lost_letters("?")
