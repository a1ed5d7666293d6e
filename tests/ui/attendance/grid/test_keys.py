"""Letters, scan codes, steps that belong together, numbers and names to jump to: all without a window."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.attendance.marks import Mark
from trainer_app.ui.attendance.key_input import FIND, TypedNumber, letters_of, mark_of
from trainer_app.ui.attendance.prompt_bar import find_people
from trainer_app.ui.kit.marks import CELL_LEAST, NAME, SHARE, share_out, snapped

P, L, E, A = Mark.PRESENT, Mark.LATE, Mark.EXCUSED, Mark.ABSENT


@pytest.mark.parametrize(
    ("letters", "mark"),
    [("pPПпҲҳЗзХх", P), ("lLОоДд", L), ("eEУу", E), ("aAНнҒғФфГг", A)],
)
def test_every_letter_of_the_three_legends_and_of_the_same_places_marks(letters: str, mark: Mark) -> None:
    assert {mark_of(letter, 0) for letter in letters} == {mark}


def test_no_letter_means_two_marks() -> None:
    letters = "".join(letters_of(mark) for mark in Mark)
    assert len(letters) == len(set(letters))
    assert FIND not in letters


@pytest.mark.parametrize("letter", [*"BCDFGHIJKMNOQRSTUVWXYZ", *"БВЁЖИЙКЛМРСТЦЧШЩЪЫЬЭЮЯ", "!", "№", "", "PP"])
def test_other_letters_mark_nothing_even_on_the_place_of_a_letter_that_does(letter: str) -> None:
    assert mark_of(letter, 0) is None


def test_on_another_script_the_place_decides_by_the_codes_of_the_system() -> None:
    persian = "حملش"
    x11 = zip(persian, (33, 46, 26, 38), strict=True)
    assert [mark_of(letter, code, "linux") for letter, code in x11] == [P, L, E, A]
    windows = zip(persian, (0x19, 0x26, 0x12, 0x1E), strict=True)
    assert [mark_of(letter, code, "win32") for letter, code in windows] == [P, L, E, A]
    # 38 is A under X11 and L on Windows; elsewhere codes say nothing.
    assert mark_of("م", 38, "linux") is A
    assert mark_of("م", 38, "win32") is L
    assert mark_of("م", 38, "darwin") is None


def test_a_latin_letter_is_never_taken_by_its_place() -> None:
    assert mark_of("q", 38, "linux") is None
    assert mark_of("я", 33, "linux") is P, "a phonetic layout has other letters there"


def test_a_number_is_reached_digit_by_digit() -> None:
    jump = TypedNumber()
    numbers = list(range(1, 26))
    assert [jump.type(digit, numbers) for digit in (1, 5)] == [0, 14]
    assert jump.type(6, numbers) == 5, "156 is no number, so 6 begins a new one"
    jump.forget()
    assert jump.type(2, numbers) == 1
    assert jump.type(9, numbers) == 8


def test_a_number_that_is_not_there_goes_nowhere() -> None:
    jump = TypedNumber()
    assert jump.type(1, [10, 12, 30]) is None
    assert jump.typed == "1"
    assert jump.type(2, [10, 12, 30]) == 1
    assert jump.type(7, [10, 12, 30]) is None


OFFICERS = ["Назаров Исфандиёр", "Ҷӯраев Шӯҳрат", "Қаюмов Рустам", "Каримова Назира", "Рустамов Наби"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("наз", [0, 3]), ("naz", [0, 3]), ("yfp", [0, 3]), ("тфя", [0, 3]), ("rus", [4, 2]), ("джур", [1]),
        ("zhur", [1]), ("ка", [2, 3]), ("qa", [2, 3]), ("наз исф", [0]), ("шух", [1]), ("", []),
        ("  ", []), ("ъъ", []), ("вася", []),
    ],
)  # fmt: skip
def test_a_name_is_found_in_any_script_or_layout_family_names_first(typed: str, found: list[int]) -> None:
    assert find_people(typed, OFFICERS) == found


def test_twelve_sessions_fill_the_card_of_the_design_exactly() -> None:
    columns = share_out(1136, 12)
    assert (columns.head, columns.cell, columns.rank, columns.scrolls) == (334, 59, 122, False)
    assert columns.head + 12 * columns.cell + SHARE == 1136


def test_columns_that_nobody_fills_are_left_out() -> None:
    few = share_out(1136, 6)
    assert (few.rank, few.unit > 0) == (122, True)
    bare = share_out(1136, 6, ranks=False, units=False)
    assert (bare.rank, bare.unit, bare.head) == (0, 0, few.head)
    assert share_out(1136, 40, ranks=False).rank == 0


def test_a_day_is_seen_before_ranks_in_a_narrow_window() -> None:
    """With text of 150 % on a cheap laptop, the rank left room for two sessions of four days."""
    narrow, wider = share_out(584, 12), share_out(750, 12)
    assert (narrow.rank, narrow.scrolls, wider.rank, wider.scrolls) == (0, True, 122, True)
    assert 584 - narrow.head - SHARE >= 3 * narrow.cell
    assert share_out(584, 2).rank == 122


@given(st.integers(500, 4000), st.integers(1, 60), st.sampled_from([1.0, 1.25, 1.5, 1.75, 2.0]))
def test_columns_never_overlap_and_never_shrink_below_what_can_be_read(
    width: int, sessions: int, ratio: float
) -> None:
    columns = share_out(width, sessions, ratio)
    assert columns.cell >= CELL_LEAST
    assert columns.name >= NAME
    assert snapped(columns.cell, ratio) == columns.cell
    if not columns.scrolls:
        assert columns.head + sessions * columns.cell + SHARE == width


@pytest.mark.parametrize(("ratio", "height"), [(1.0, 22), (1.25, 24), (1.5, 22), (1.75, 24), (2.0, 22)])
def test_rows_are_whole_in_device_pixels(ratio: float, height: int) -> None:
    assert snapped(22, ratio) == height
    assert (height * ratio).is_integer()
