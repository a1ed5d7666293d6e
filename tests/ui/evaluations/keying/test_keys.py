"""Which key means which answer: digits, letters on three layouts, what is unclear, signs of the keypad."""

import pytest

from trainer_app.ui.evaluations.keying.controller import (
    AmbiguousKey,
    AnswerKeys,
    KeypadCommand,
    LetterHabit,
    keypad_command,
)


def places(typed: str, count: int = 10) -> list[int | AmbiguousKey | None]:
    found = AnswerKeys("linux")
    return [found.place_of(sign, 0, count) for sign in typed]


def test_digits_are_places_and_0_is_the_tenth() -> None:
    assert places("1234567890") == list(range(1, 11))


def test_latin_letters_in_both_cases_are_those_of_the_boxes() -> None:
    assert places("ABCDEFGHIJ") == list(range(1, 11)) == places("abcdefghij")


def settled(place: int) -> AnswerKeys:
    """Return keys whose В was asked about and answered with a digit."""
    found = AnswerKeys("linux")
    found.place_of("в", 0, 4)
    found.place_of(str(place), 0, 4)
    return found


def test_cyrillic_letters_on_the_places_of_a_to_j() -> None:
    keys = settled(4)
    assert [keys.place_of(sign, 0, 10) for sign in "фисвуапршо"] == list(range(1, 11))
    assert (keys.habit, keys.taken_for) == (LetterHabit.PLACES, "D")


def test_the_order_of_the_alphabet() -> None:
    keys = settled(3)
    assert [keys.place_of(sign, 0, 5) for sign in "БАВГД"] == [2, 1, 3, 4, 5]
    assert (keys.habit, keys.taken_for) == (LetterHabit.ALPHABET, "C")


def test_letters_that_look_like_those_of_the_boxes() -> None:
    keys = settled(2)
    assert [keys.place_of(sign, 0, 10) for sign in "АВСЕН"] == [1, 2, 3, 5, 8]
    assert (keys.habit, keys.taken_for) == (LetterHabit.LOOKS, "B")


def test_no_key_but_the_digit_that_was_asked_for_settles_a_habit() -> None:
    keys = AnswerKeys("linux")
    for sign in "фибгд":
        keys.place_of(sign, 0, 4)
        asked = keys.place_of("в", 0, 4)
        assert isinstance(asked, AmbiguousKey), f"a wrong guess after {sign} would be kept in silence"
        keys.place_of("ф", 0, 4)
    assert (keys.habit, keys.taken_for) == (None, "")


def test_a_letter_that_the_habit_denies_but_another_knows_is_asked_about() -> None:
    keys = settled(4)
    # By its place А would be F, which four options have not, but an A is on the screen.
    asked = keys.place_of("а", 0, 4)
    assert isinstance(asked, AmbiguousKey)
    assert asked.places == (1,)
    assert keys.place_of("1", 0, 4) == 1
    assert keys.habit is None
    assert keys.place_of("а", 0, 4) == 1
    assert isinstance(keys.place_of("в", 0, 4), AmbiguousKey)


def test_a_letter_with_two_meanings_is_asked_about_and_the_digit_settles_it() -> None:
    found = AnswerKeys("linux")
    for sign in "вВ":
        asked = found.place_of(sign, 0, 4)
        assert isinstance(asked, AmbiguousKey)
        assert (asked.letter, asked.places) == ("В", (2, 3, 4))
    assert found.place_of("4", 0, 4) == 4
    assert found.habit is LetterHabit.PLACES
    assert found.place_of("в", 0, 4) == 4
    other = AnswerKeys("linux")
    other.place_of("в", 0, 4)
    assert other.place_of("3", 0, 4) == 3
    assert other.place_of("в", 0, 4) == 3
    alike = AnswerKeys("linux")
    alike.place_of("в", 0, 4)
    assert alike.place_of("2", 0, 4) == 2
    assert alike.habit is LetterHabit.LOOKS
    assert [alike.place_of(sign, 0, 5) for sign in "АВСЕ"] == [1, 2, 3, 5]


def test_what_two_habits_share_settles_none() -> None:
    found = AnswerKeys("linux")
    # C lies where С lies, and is drawn like it: nothing is known of В afterwards.
    assert found.place_of("с", 0, 5) == 3
    assert found.place_of("а", 0, 5) == 1
    assert found.habit is None
    assert isinstance(found.place_of("в", 0, 5), AmbiguousKey)
    assert found.place_of("е", 0, 5) == 5
    assert found.habit is None


def test_another_digit_settles_nothing() -> None:
    found = AnswerKeys("linux")
    found.place_of("в", 0, 4)
    found.place_of("1", 0, 4)
    assert found.habit is None
    # Nor does a digit that comes later.
    found.place_of("3", 0, 4)
    assert found.habit is None


def test_a_letter_is_clear_where_one_of_its_meanings_is_no_option() -> None:
    assert places("а", 5) == [1]
    assert places("в", 1) == [0]
    assert isinstance(places("а", 6)[0], AmbiguousKey)


def test_an_option_that_is_not_there_is_told_from_a_key_that_means_none() -> None:
    assert places("5E9у", 4) == [0, 0, 0, 0]
    assert places("KZЖЯ!", 4) == [None] * 5
    assert places("", 4) == []


@pytest.mark.parametrize(("platform", "code"), [("linux", 56), ("win32", 0x30)])
def test_on_another_script_the_place_of_the_key_decides(platform: str, code: int) -> None:
    assert AnswerKeys(platform).place_of("ب", code, 4) == 2
    assert AnswerKeys("darwin").place_of("ب", code, 4) is None


def test_signs_of_the_keypad() -> None:
    assert [keypad_command(sign) for sign in "/., "] == [KeypadCommand.BLANK] * 4
    assert [keypad_command(sign) for sign in "-+*"] == [
        KeypadCommand.BACK,
        KeypadCommand.NEXT,
        KeypadCommand.REST,
    ]
    assert keypad_command("5") is None
    assert keypad_command("") is None
