"""Ranks: read in three languages, taken out of a name's cell, shown in each language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.courses import ranks
from trainer_app.domain.courses.ranks import (
    RANKS,
    SERVICES,
    RankForm,
    guess_rank,
    is_rank,
    rank_name,
    rank_order,
    read_rank,
    split_rank,
)


def test_no_spelling_stands_for_two_things() -> None:
    tables = (ranks._nouns(), ranks._grades(), ranks._service_words())
    for place, table in enumerate(tables):
        for other in tables[place + 1 :]:
            assert not table.keys() & other.keys()


@pytest.mark.parametrize("rank", RANKS)
@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_shown_is_read_back(rank: str, service: str, language: str) -> None:
    stored = rank if service == ranks.MILITIA else f"{rank}:{service}"
    for form in RankForm:
        shown = rank_name(stored, language, form)
        assert shown
        assert read_rank(shown).split(":")[0] == rank
    if rank != "cadet":
        assert read_rank(rank_name(stored, language, RankForm.CERTIFICATE)) == stored


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("ст. лейтенант", "senior_lieutenant"),
        ("ст.л-т", "senior_lieutenant"),
        ("Лейтенанти калони милитсия", "senior_lieutenant"),
        ("лейтенанти калон", "senior_lieutenant"),
        ("мл. с-т", "junior_sergeant"),
        ("п/п-к", "lieutenant_colonel"),
        ("п/полковник", "lieutenant_colonel"),
        ("подполк.", "lieutenant_colonel"),
        ("Lt. Col.", "lieutenant_colonel"),
        ("м-р", "major"),
        ("к-н", "captain"),
        ("катори", "private"),
        ("қаторӣ", "private"),
        ("рядовой", "private"),
        ("прапорщик", "warrant_officer"),
        ("прапоршик", "warrant_officer"),
        ("ген.-майор", "major_general"),
        ("генерал майор", "major_general"),
        ("Sergeant Major", "sergeant_major"),
        ("МАЙОР МИЛИЦИИ", "major"),
        ("майор полиции", "major:police"),
        ("капитан вн. службы", "captain:internal_service"),
        ("полковники адлия", "colonel:justice"),
    ],
)
def test_read(typed: str, stored: str) -> None:
    assert read_rank(typed) == stored
    assert is_rank(stored)


@pytest.mark.parametrize("typed", ["", "сардор", "генерал", "ст.", "милиции", "Азизов", "майор майор", "М."])
def test_not_a_rank(typed: str) -> None:
    assert read_rank(typed) == ""


@pytest.mark.parametrize(
    ("cell", "rank", "name"),
    [
        ("капитан Азизов Ф. Б.", "captain", "Азизов Ф. Б."),
        ("Азизов Фаррух (майор)", "major", "Азизов Фаррух"),
        ("Азизов Фаррух, к-н милиции", "captain", "Азизов Фаррух"),
        ("Азизов Фаррух - майор", "major", "Азизов Фаррух"),
        ("Азизов Ф.Б. к-н", "captain", "Азизов Ф.Б."),
        ("ст.лейтенант Восиев Умед Раҷабович", "senior_lieutenant", "Восиев Умед Раҷабович"),
        ("Лейтенанти калони милитсия Восиев Умед", "senior_lieutenant", "Восиев Умед"),
        ("п/п-к Назаров", "lieutenant_colonel", "Назаров"),
        ("м-р. Азизов Ф.", "major", "Азизов Ф."),
        ("Captain Azizov Farrukh", "captain", "Azizov Farrukh"),
        ("майор", "major", ""),
        ("Раҳимов, Некрӯз", "", "Раҳимов, Некрӯз"),
        ("Азизов Ф. М.", "", "Азизов Ф. М."),
        ("Майоров Сержан", "", "Майоров Сержан"),
        ("Каримова Ситора (Сино)", "", "Каримова Ситора (Сино)"),
    ],
)
def test_split(cell: str, rank: str, name: str) -> None:
    assert split_rank(cell) == (rank, name)


@given(st.sampled_from(RANKS), st.sampled_from(tuple(LANGUAGES)), st.sampled_from(RankForm), st.booleans())
def test_any_rank_is_taken_out_of_a_name(rank: str, language: str, form: RankForm, before: bool) -> None:
    shown, name = rank_name(rank, language, form), "Восиев Умед Раҷабович"
    cell = f"{shown} {name}" if before else f"{name} {shown}"
    assert split_rank(cell) == (rank, name)


@given(st.text(max_size=40))
def test_any_text_can_be_asked(text: str) -> None:
    rank, _ = split_rank(text)
    assert rank == "" or is_rank(rank)
    assert rank_name(text, "tg") == text or is_rank(text)


def test_misspellings_are_guessed() -> None:
    typed = ("лейтинант", "капитон", "ст. лейтинант", "прапорщк", "сардор", "")
    guessed = ("lieutenant", "captain", "senior_lieutenant", "warrant_officer", "", "")
    assert tuple(map(guess_rank, typed)) == guessed


def test_shown_forms() -> None:
    assert rank_name("senior_lieutenant", "ru", RankForm.SHORT) == "ст. лейтенант"
    assert rank_name("senior_lieutenant", "tg") == "лейтенанти калон"
    assert rank_name("lieutenant", "tg", RankForm.CERTIFICATE) == "лейтенанти милитсия"
    assert rank_name("lieutenant", "en", RankForm.CERTIFICATE) == "Lieutenant of Militia"
    assert rank_name("private", "tg", RankForm.CERTIFICATE) == "қатории милитсия"
    assert rank_name("captain:internal_service", "ru") == "капитан внутренней службы"
    assert rank_name("сардор", "en") == "сардор"
    assert rank_name("captain:nothing", "en") == "captain:nothing"


def test_order() -> None:
    assert rank_order("private") == 1
    places = [rank_order(rank) or 0 for rank in RANKS]
    assert places == sorted(places)
    assert rank_order("сардор") is None
