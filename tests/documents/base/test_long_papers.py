"""Papers for 500 people: nobody is left out, and a laptop's memory is not felt."""

import tracemalloc
from collections.abc import Callable
from functools import cache

import pytest

from tests.documents.reading import pages
from tests.documents.samples import LONGEST, emblems, name_cards, sheet
from trainer_app.documents.papers.room_papers import badges_pdf, table_cards_pdf
from trainer_app.documents.papers.sign_in import signin_pdf
from trainer_app.domain.base.structs import replace

PEOPLE = 500


def _sheets() -> bytes:
    rows = sheet(PEOPLE).rows
    named = tuple(replace(row, name=f"{LONGEST} {row.number}.") for row in rows)
    return signin_pdf(replace(sheet(PEOPLE, 6), rows=named, emblems=emblems()), "tg+en")


def _badges() -> bytes:
    return badges_pdf(name_cards(PEOPLE, longest=True), "tg+en")


def _cards() -> bytes:
    return table_cards_pdf(name_cards(PEOPLE, longest=True), "tg+en")


@cache
def made(make: Callable[[], bytes]) -> bytes:
    """Return a paper that was made once, so that what stays for the next ones is there."""
    return make()


@pytest.mark.parametrize("make", [_sheets, _badges, _cards])
def test_long_papers_are_small_in_memory_and_on_disk(make: Callable[[], bytes]) -> None:
    made(make)
    tracemalloc.start()
    pdf = make()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10_000_000
    assert len(pdf) < 500_000


def test_everybody_of_five_hundred_is_on_the_sheet() -> None:
    whole = " ".join(pages(made(_sheets))).replace("\n", " ")
    for number in range(1, PEOPLE + 1):
        assert f" {number} " in whole
        assert f"Мирзоҷӯраевна {number}." in whole
