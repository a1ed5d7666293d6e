"""Ranges of pages as people write them, and the order in which sides of sheets are printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.papers.course_papers import Leaf, Sides, in_order, pages_text, parse_pages


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("1-3, 7", (0, 1, 2, 6)),
        ("7,1-3", (0, 1, 2, 6)),
        ("1 – 3;7", (0, 1, 2, 6)),
        ("2", (1,)),
        ("3-1", (0, 1, 2)),
        ("9-", (8, 9)),
        ("-2", (0, 1)),
        (" 4   4 5 ", (3, 4)),
    ],
)
def test_ranges_are_read_as_they_are_written(text: str, pages: tuple[int, ...]) -> None:
    assert parse_pages(text, 10) == pages


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "print.no_pages"),
        (" , ", "print.no_pages"),
        ("one", "print.bad_pages"),
        ("1-3-5", "print.bad_pages"),
        ("-", "print.bad_pages"),
        ("1.5", "print.bad_pages"),
        ("0", "print.no_such_page"),
        ("11", "print.no_such_page"),
        ("1-11", "print.no_such_page"),
        ("9" * 5000, "print.no_such_page"),
    ],
)
def test_what_cannot_be_meant_is_refused(text: str, code: str) -> None:
    with pytest.raises(TrainerError) as caught:
        parse_pages(text, 10)
    assert caught.value.code == code


@given(st.sets(st.integers(0, 59), min_size=1))
def test_pages_are_written_as_they_are_read(pages: set[int]) -> None:
    assert parse_pages(pages_text(pages), 60) == tuple(sorted(pages))


def test_two_pages_in_a_row_are_no_range() -> None:
    assert pages_text([6, 5, 0, 1, 2]) == "1-3, 6, 7"


_LEAVES = (Leaf("A", (0, 1)), Leaf("B", (2,)), Leaf("C", (3, 4)))


@pytest.mark.parametrize(
    ("wanted", "sides", "pages"),
    [
        (range(5), Sides.ONE, (0, 1, 2, 3, 4)),
        (range(5), Sides.BOTH, (0, 1, 2, None, 3, 4)),
        (range(5), Sides.FRONTS, (0, 2, 3)),
        (range(5), Sides.BACKS, (1, None, 4)),
        ((2,), Sides.BOTH, (2,)),
        ((2,), Sides.BACKS, ()),
        ((0, 4), Sides.BOTH, (0, None, None, 4)),
        ((3, 4), Sides.ONE, (3, 4)),
    ],
)
def test_a_back_never_lands_on_somebody_elses_sheet(
    wanted: range | tuple[int, ...], sides: Sides, pages: tuple[int | None, ...]
) -> None:
    assert in_order(tuple(wanted), _LEAVES, sides) == pages


def test_pages_of_other_papers_follow_each_other() -> None:
    assert in_order((0, 2, 4), (), Sides.BOTH) == (0, 2, 4)
    assert in_order((0, 2, 4), (), Sides.FRONTS) == (0, 4)
    assert in_order((0, 2, 4), (), Sides.BACKS) == (2, None)


@given(st.lists(st.integers(1, 4), min_size=1, max_size=12), st.data())
def test_fronts_and_backs_together_are_all_that_was_wanted(sizes: list[int], data: st.DataObject) -> None:
    leaves, at = [], 0
    for size in sizes:
        leaves.append(Leaf("", tuple(range(at, at + size))))
        at += size
    wanted = tuple(sorted(data.draw(st.sets(st.integers(0, at - 1), min_size=1))))
    printed = [page for page in in_order(wanted, leaves, Sides.BOTH) if page is not None]
    assert tuple(printed) == wanted
    fronts, backs = (in_order(wanted, leaves, side) for side in (Sides.FRONTS, Sides.BACKS))
    assert sorted(page for page in (*fronts, *backs) if page is not None) == list(wanted)
    assert len(backs) in (0, len(fronts))
