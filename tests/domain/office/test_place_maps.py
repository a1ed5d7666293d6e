"""Where the figures of a table lie: nothing of it is lost, and nothing is added."""

import pytest

from trainer_app.domain.office.place_maps import place_map, places_of
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
