"""Badge codes: ten digits, the same everywhere, single errors and swaps found."""

from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.attendance.sheets import badge_code, find_badge, is_badge_code, spaced_code
from trainer_app.domain.base.journal import derive_key, new_key

KEY = "7b1f4e0c-6c7e-5d7a-9f0e-7a11d9a8c001"


def test_a_code_never_changes() -> None:
    assert badge_code(KEY) == badge_code(KEY)
    assert badge_code(KEY) != badge_code(derive_key("enrolment", KEY))


@given(st.uuids())
def test_codes_are_ten_digits_that_check(key: object) -> None:
    code = badge_code(str(key))
    assert len(code) == 10
    assert code.isdigit()
    assert is_badge_code(code)
    assert is_badge_code(spaced_code(code))


@given(st.uuids(), st.integers(0, 9), st.integers(0, 9))
def test_a_wrong_digit_is_found(key: object, place: int, digit: int) -> None:
    code = badge_code(str(key))
    wrong = code[:place] + str(digit) + code[place + 1 :]
    assert is_badge_code(wrong) == (wrong == code)


def test_words_are_no_codes() -> None:
    for text in ("", "12", "Раҳимов", "٤١٢٩٠٣٧٧٥٦", "41290377561"):
        assert not is_badge_code(text)


def test_a_badge_finds_its_enrolment_only() -> None:
    keys = [new_key() for _ in range(500)]
    assert find_badge(spaced_code(badge_code(keys[7])), keys) == (keys[7],)
    assert find_badge("0000000000", keys[:3]) == ()
