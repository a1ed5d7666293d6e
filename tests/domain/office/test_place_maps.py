"""Where the figures of a table lie: nothing of it is lost, and nothing is added."""

import pytest

from trainer_app.domain.office.place_maps import (
    Way,
    area_within,
    lines_beside,
    lines_within,
    place_map,
    places_of,
)
from trainer_app.domain.office.reports import CrossLine, CrossTable, Figure


def table(rows: str, columns: str, **values: tuple[int | None, ...]) -> CrossTable:
    """Return a table of two figures; of each line the values of its columns, of all of them last."""
    named = ("Рашт", "Душанбе") if columns else ()

    def parts(numbers: tuple[int | None, ...]) -> tuple[tuple[Figure, ...], ...]:
        return tuple((Figure("participations", one), Figure("women", (one or 0) // 2)) for one in numbers)

    lines = tuple(CrossLine(name.strip("_"), parts(numbers)) for name, numbers in values.items())
    total = CrossLine("", parts((7, 5, 12) if columns else (12,)))
    return CrossTable(rows, columns, ("participations", "women"), named, lines, total)


def test_places_of_the_rows_stand_on_the_map_the_largest_first() -> None:
    found = place_map(table("district", "", Рашт=(3,), Сино=(9,), Берлин=(40,), _=(5,), Варзоб=(None,)))
    assert found is not None
    assert (found.by, found.code) == ("district", "participations")
    assert [(spot.name, spot.figure.value) for spot in found.spots] == [
        ("Берлин", 40),
        ("Сино", 9),
        ("", 5),
        ("Рашт", 3),
        ("Варзоб", None),
    ]
    assert [spot.name for spot in found.drawn] == ["Сино", "Рашт"]
    assert [spot.name for spot in found.elsewhere] == ["Берлин", "", "Варзоб"]


def test_places_of_the_columns_stand_on_it_with_their_totals() -> None:
    found = place_map(table("sex", "town", female=(1, 2, 3), male=(6, 3, 9)), "women")
    assert found is not None
    assert [(spot.name, spot.figure.value) for spot in found.spots] == [("Рашт", 3), ("Душанбе", 2)]


def test_a_figure_that_is_not_there_gives_way_to_the_first() -> None:
    found = place_map(table("town", "", Рашт=(3,)), "gain_points")
    assert found is not None
    assert found.code == "participations"


def test_losses_are_as_large_as_gains() -> None:
    found = place_map(table("town", "", Рашт=(3,), Душанбе=(-9,)))
    assert found is not None
    assert [spot.name for spot in found.spots] == ["Душанбе", "Рашт"]


@pytest.mark.parametrize(
    ("rows", "columns", "by"),
    [
        ("sex", "", ""),
        ("month", "course", ""),
        ("", "", ""),
        ("duty_district", "town", "duty_district"),
        ("sex", "duty_district_now", "duty_district_now"),
        ("district", "sex", "district"),
    ],
)
def test_only_places_have_a_map(rows: str, columns: str, by: str) -> None:
    assert places_of(rows, columns) == by
    assert (place_map(table(rows, columns, Рашт=(1, 2, 3))) is not None) == bool(by)
    assert place_map(None) is None
    assert place_map(CrossTable("town", "", (), (), (), CrossLine("", ()))) is None


BOX = (0.0, 0.0, 10.0, 20.0)


@pytest.mark.parametrize(
    ("line", "within"),
    [
        (((1, 1), (2, 2), (3, 1)), [((1, 1), (2, 2), (3, 1))]),
        (((-5, 1), (-1, 30), (50, 50)), []),
        (((5, -10), (5, 30)), [((5, 0), (5, 20))]),
        (((-5, 5), (5, 5), (5, 8), (15, 8)), [((0, 5), (5, 5), (5, 8), (10, 8))]),
        (((5, 5), (15, 5), (15, 9), (5, 9)), [((5, 5), (10, 5)), ((10, 9), (5, 9))]),
        (((-5, 15), (5, 25)), []),
        (((6, 24), (14, 16)), []),
        (((10, 5), (10, 7)), [((10, 5), (10, 7))]),
        (((1, 1),), []),
    ],
)
def test_of_a_line_only_what_lies_within_is_left_and_ends_at_the_edge(line: Way, within: list[Way]) -> None:
    assert list(lines_within([line], BOX)) == within
    assert list(lines_within([line, line], BOX)) == within * 2


@pytest.mark.parametrize(
    ("line", "beside"),
    [
        (((-5, 1), (-1, 30)), [((-5, 1), (-1, 30))]),
        (((1, 1), (2, 2)), []),
        (((5, -10), (5, 30)), [((5, -10), (5, 0)), ((5, 20), (5, 30))]),
        (((-5, 5), (5, 5), (5, 8), (15, 8)), [((-5, 5), (0, 5)), ((10, 8), (15, 8))]),
        (((5, 5), (15, 5), (15, 9), (5, 9)), [((10, 5), (15, 5), (15, 9), (10, 9))]),
    ],
)
def test_a_line_is_broken_where_a_box_lies_on_it(line: Way, beside: list[Way]) -> None:
    assert list(lines_beside([line], BOX)) == beside


def size(ring: Way) -> float:
    """Return the area of a ring by the shoelace formula."""
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return abs(sum(one[0] * other[1] - other[0] * one[1] for one, other in pairs)) / 2


def test_of_an_area_only_what_lies_within_is_left() -> None:
    inside = ((1.0, 1.0), (1.0, 5.0), (4.0, 5.0))
    assert area_within(inside, BOX) == inside
    assert area_within(((20.0, 1.0), (20.0, 5.0), (40.0, 5.0)), BOX) == ()
    assert area_within((), BOX) == ()
    around = ((-5.0, -5.0), (-5.0, 50.0), (50.0, 50.0), (50.0, -5.0))
    assert set(area_within(around, BOX)) == {(0, 0), (0, 20), (10, 20), (10, 0)}
    corner = ((-5.0, -5.0), (-5.0, 5.0), (5.0, 5.0), (5.0, -5.0))
    assert size(area_within(corner, BOX)) == 25
    # A letter U, open to the north, of which the edge cuts off the bottom: two areas are left.
    u = ((-5, 2), (8, 2), (8, 4), (-2, 4), (-2, 6), (8, 6), (8, 9), (-5, 9))
    cut = area_within(tuple((float(x), float(y)) for x, y in u), BOX)
    assert size(cut) == 8 * 2 + 8 * 3
    assert all(0 <= x <= 10 and 0 <= y <= 20 for x, y in cut)
