"""Serials: the printed form, typed forms, and every error that the check must find."""

import re
import string
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.iso7064 import mod_97_10

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.certificates.serials import (
    MAX_COUNTER,
    Serial,
    block_of,
    is_device_code,
    is_office_code,
    is_serial,
    last_given,
    looks_like_serial,
    make_serial,
    number_of_draft,
    own_device_code,
    parse_serial,
    place_of,
    readings,
    tidy_code,
)

ALPHABET = string.digits + string.ascii_uppercase
SAMPLES = [
    ("DSH", 2018, "K7", 42),
    ("TJ", 2018, "B1", 1),
    ("DSH", 2026, "M2", 99_999),
    ("KHJD", 2025, "X33", 10_000),
    ("GRM", 2019, "KD07", 120),
    ("ABCD", 1999, "ZZ99", 98_765),
    ("XX", 2018, "XBM212", 7),
]

serials = st.builds(
    make_serial,
    st.from_regex(r"[A-Z]{2,4}", fullmatch=True),
    st.integers(1900, 2999),
    st.from_regex(r"[A-Z][0-9]{1,2}|[A-Z]{2}[0-9]{2}|[A-Z]{3}[0-9]{3}", fullmatch=True),
    st.integers(1, MAX_COUNTER),
)


def recompute_check(serial: str) -> int:
    """Return the check digits by the text of ISO 7064: the number with its check is 1 modulo 97."""
    digits = "".join(str(ALPHABET.index(sign)) for sign in serial.replace("-", "")[:-2])
    return next(check for check in range(2, 99) if int(f"{digits}{check:02d}") % 97 == 1)


def refusal(text: str) -> str | None:
    """Return the code with which a text is refused, None if it is read."""
    try:
        parse_serial(text)
    except TrainerError as refused:
        return refused.code
    return None


def test_the_certificate_of_the_design_has_the_right_check_digits() -> None:
    assert make_serial("DSH", 2018, "K7", 42) == "DSH-2018-K7-00042-98"


@pytest.mark.parametrize("parts", SAMPLES)
def test_every_single_error_and_every_adjacent_transposition_is_found(
    parts: tuple[str, int, str, int],
) -> None:
    signs = make_serial(*parts).replace("-", "")
    wrong = {signs[:at] + sign + signs[at + 1 :] for at in range(len(signs)) for sign in ALPHABET}
    wrong |= {signs[:at] + signs[at + 1] + signs[at] + signs[at + 2 :] for at in range(len(signs) - 1)}
    wrong.discard(signs)
    assert len(wrong) > 35 * len(signs)
    assert is_serial(make_serial(*parts))
    assert [text for text in sorted(wrong) if refusal(text) is None] == []


FORMS = [
    (office, device)
    for office in ("TJ", "DSH", "KHJD")
    for device in ("K7", "K07", "KD07", "XBM212")  # Each form that a device's code can have.
]


def signs_of(place: str) -> str:
    """Return the signs that can stand where this one stands."""
    return string.ascii_uppercase if place.isalpha() else string.digits


@pytest.mark.parametrize(("office", "device"), FORMS)
def test_exhaustively_no_error_passes_in_any_form_whatever_stands_there(office: str, device: str) -> None:
    # The check is linear: what one sign for another, or two that changed places, do to the remainder depends
    # on these signs and their place alone. So every sign in every place is tried with every other one.
    stem = make_serial(office, 2018, device, 42).replace("-", "")[:-2]
    tried = 0
    for at, place in enumerate(stem):
        for sign in signs_of(place):
            right = with_check(stem[:at] + sign + stem[at + 1 :])
            following = signs_of(stem[at + 1]) if at + 1 < len(stem) else ""
            wrong = [right[:at] + other + right[at + 1 :] for other in ALPHABET if other != sign]
            assert [text for text in wrong if is_right(text)] == []
            for second in following.replace(sign, ""):
                pair = with_check(stem[:at] + sign + second + stem[at + 2 :])
                assert is_right(pair)
                assert not is_right(pair[:at] + second + sign + pair[at + 2 :])
                tried += 1
            tried += len(wrong)
    assert tried > 6_000


def with_check(stem: str) -> str:
    """Return signs with the check digits that the standard gives them."""
    return stem + f"{recompute_check(stem + '00'):02d}"


def is_right(text: str) -> bool:
    """Tell whether a serial is read, dashes or none."""
    return refusal(text) is None


def test_a_sign_too_few_or_too_many_is_refused() -> None:
    printed = make_serial("DSH", 2018, "K7", 42)
    assert not is_serial(printed + "0")
    assert not is_serial(printed[:-1])
    assert not is_serial(printed.replace("2018", "20018"))


@given(serials)
def test_the_check_is_the_one_of_the_standard_and_reading_gives_the_parts_back(serial: str) -> None:
    assert re.fullmatch(r"[A-Z]{2,4}-\d{4}-[A-Z]{1,3}\d{1,3}-\d{5}-\d{2}", serial)
    assert int(serial[-2:]) == recompute_check(serial)
    assert parse_serial(serial).text == serial
    assert is_serial(serial)


@given(serials, serials)
def test_different_parts_give_different_serials(first: str, second: str) -> None:
    assert (parse_serial(first) == parse_serial(second)) == (first == second)


@given(serials)
def test_as_people_type_it(serial: str) -> None:
    assert parse_serial(serial.lower()).text == serial
    assert parse_serial(serial.replace("-", "")).text == serial
    assert parse_serial(f"  {serial.replace('-', ' – ')}\n").text == serial
    cyrillic = serial.translate(str.maketrans("ABEKMHOPCTXY", "АВЕКМНОРСТХУ"))
    assert parse_serial(cyrillic).text == serial
    assert is_serial(serial.lower()) == (serial.lower() == serial)


@given(st.text(max_size=30))
def test_any_other_text_is_refused_in_words(text: str) -> None:
    assert refusal(text) in ("serials.not_a_serial", "serials.wrong_check") or is_serial(
        parse_serial(text).text
    )


def test_parts_that_cannot_be_are_refused() -> None:
    refused = [
        (("D", 2018, "K7", 1), "serials.bad_office"),
        (("Dsh", 2018, "K7", 1), "serials.bad_office"),
        (("DSH", 2018, "7K", 1), "serials.bad_device"),
        (("DSH", 2018, "К7", 1), "serials.bad_device"),
        (("DSH", 0, "K7", 1), "serials.bad_year"),
        (("DSH", 2018, "K7", 0), "serials.no_number_left"),
        (("DSH", 2018, "K7", 100_000), "serials.no_number_left"),
    ]
    for parts, code in refused:
        with pytest.raises(TrainerError) as problem:
            make_serial(*parts)
        assert problem.value.code == code


def test_codes_of_offices_and_devices() -> None:
    offices = ("DSH", "TJ", "KHJD", "dsh", "D", "DUSHA", "D1", "ДШБ")
    assert [code for code in offices if is_office_code(code)] == ["DSH", "TJ", "KHJD"]
    devices = ("K7", "K07", "KD07", "XBM212", "K", "7", "7K", "KD7", "KDA1", "K123", "XB212", "K7\n")
    assert [code for code in devices if is_device_code(code)] == ["K7", "K07", "KD07", "XBM212"]
    assert tidy_code(" к 7\n") == "K7"
    assert is_office_code(tidy_code("тм"))


def test_a_number_typed_on_a_cyrillic_layout_is_read_by_its_keys_and_a_name_is_not() -> None:
    number = make_serial("DSH", 2018, "K7", 42)
    typed = number.replace("DSH", "ВЫР").replace("K7", "Л7")
    assert [looks_like_serial(each) for each in readings(typed)] == [False, True]
    assert readings(number.lower()) == (number.lower(),)
    assert readings("Вырин") == ("Вырин",), "without a digit it is a name"


@given(st.binary(max_size=32))
def test_a_laptop_without_an_office_has_a_code_that_fits(key_id: bytes) -> None:
    code = own_device_code(key_id)
    assert code.startswith("X")
    assert is_device_code(code)
    assert code == own_device_code(key_id)


def test_laptops_without_an_office_use_the_whole_range_of_codes() -> None:
    codes = {own_device_code(number.to_bytes(8)) for number in range(676_000)}
    assert len(codes) == 676_000


def test_copies_count_on_in_blocks_that_keep_room_for_a_year() -> None:
    blocks = {block_of("0" * 24 + f"{number:08x}") for number in range(10_000)}
    assert (min(blocks), max(blocks), len(blocks)) == (10_000, 98_900, 890)
    assert all(block % 100 == 0 for block in blocks)
    assert MAX_COUNTER - max(blocks) > 1_000
    assert block_of("0" * 24 + "ffffffff") in blocks


def test_a_copy_of_a_copy_never_stays_in_the_block_of_that_one() -> None:
    for tail in ("00000000", "00000379", "ffffffff"):
        former = block_of("0" * 24 + tail)
        assert block_of("0" * 24 + tail, former) not in (former, 0)
        assert 10_000 <= block_of("0" * 24 + tail, former) <= 98_900


@pytest.mark.parametrize(
    ("counters", "after", "last"),
    [
        ([], 0, 0),
        ([3, 1, 2], 0, 3),
        ([1, 500], 0, 500),
        ([1, 2, 20_001, 20_002], 0, 2),
        ([*range(9_990, 10_005), 20_001], 0, 10_004),
        ([], 20_000, 20_000),
        ([1, 2, 73_601], 20_000, 20_000),
        ([1, 2, 20_001, 20_002, 73_601], 20_000, 20_002),
        ([20_001, 73_601, 73_604], 73_600, 73_604),
        (range(20_001, 20_250), 20_000, 20_249),
        ([20_100, 20_150, 20_251], 20_000, 20_150),
    ],
)
def test_a_laptop_and_its_copies_each_go_on_where_they_are(
    counters: Iterable[int], after: int, last: int
) -> None:
    assert last_given(counters, after) == last


def test_without_the_form_the_check_alone_would_miss_errors() -> None:
    # Why device codes have one form per length: these two pairs differ by one error and share a check.
    def check(device: str) -> str:
        return Serial("DSH", 2018, device, 42).check

    assert check("B1") == check("1B")
    missed = [
        (kept, typed)
        for kept in string.digits
        for typed in string.ascii_uppercase
        if check(f"K{kept}") == check(f"K{typed}")
    ]
    assert missed


@given(serials)
def test_the_check_digits_are_those_of_another_program(serial: str) -> None:
    body = serial.replace("-", "")
    assert mod_97_10.calc_check_digits(body[:-2]) == body[-2:]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [1, 14, 1200])
def test_a_draft_is_told_by_its_number_in_every_language(language: str, number: int) -> None:
    """The number is read back from what a translation wrote: whoever changes that one learns of it here."""
    assert number_of_draft(place_of(number, language)) == str(number)


@given(serials)
def test_a_serial_is_no_place_of_a_draft(serial: str) -> None:
    assert number_of_draft(serial) == ""
