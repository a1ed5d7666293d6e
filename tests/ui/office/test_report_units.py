"""What a report by unit offers: one spelling of a unit that was typed in several ways."""

import pytest

from tests.kit.worlds import Exchange
from tests.ui.driving import click, press_button, settle
from trainer_app.actions.courses import spellings
from trainer_app.actions.people import people
from trainer_app.domain.office.counting import SplitBy
from trainer_app.ui.kit.context import Notice
from trainer_app.ui.office.reports import ReportPage

RIGHT, ENDING, OTHER = "Полиция Хатлон", "Полиция Хатлона", "ШКД Рашт"


@pytest.fixture
def page(at_office: ReportPage) -> ReportPage:
    return at_office


def serve(exchange: Exchange, *units: str) -> list[str]:
    """Let people serve in units; return their keys. Those of the story have none."""
    return [
        people.create_person(exchange.office, {"family": "Нав", "given": f"Н{number}", "unit": unit}).key
        or ""
        for number, unit in enumerate(units)
    ]


def split(page: ReportPage, by: SplitBy) -> None:
    page.controls.splits[by].setChecked(True)
    page.show_report()
    settle()


def units_of(exchange: Exchange, keys: list[str]) -> list[str]:
    return [people.get_person(exchange.office, key).unit for key in keys]


def test_a_unit_typed_as_several_is_brought_together_from_the_split(
    page: ReportPage, exchange: Exchange
) -> None:
    keys = serve(exchange, RIGHT, RIGHT, ENDING)
    split(page, SplitBy.TOWN)
    assert page.units.isHidden(), "nothing is split by units"
    split(page, SplitBy.UNIT)
    assert page.units.text() == "Units with several spellings: 1…"
    press_button(page, "report_units")
    panel = page.units.panel
    (row,) = panel.rows
    assert panel.about.text().startswith("These seem to be one unit, and count as several.")
    assert row.tick.text() == "Unit: “Полиция Хатлон”. To be changed: 1 person"
    told = [(each.text(), each.accessibleDescription()) for each in row.spellings]
    assert told == [
        ("“Полиция Хатлон”", "0 courses · 2 persons"),
        ("“Полиция Хатлона”", "0 courses · 1 person"),
    ]
    click(row.tick)
    assert not panel.accept_button.isEnabled(), "nothing is to be written"
    click(row.tick)
    click(row.spellings[1])
    assert row.tick.text() == "Unit: “Полиция Хатлона”. To be changed: 2 persons"
    press_button(page, "report_units_panel_accept")
    assert panel.isHidden()
    assert units_of(exchange, keys) == [ENDING] * 3
    page._context.undo.undo()
    settle()
    assert units_of(exchange, keys) == [RIGHT, RIGHT, ENDING]


def test_units_that_are_to_stay_are_not_offered_again(page: ReportPage, exchange: Exchange) -> None:
    keys = serve(exchange, RIGHT, ENDING)
    split(page, SplitBy.UNIT_NOW)
    press_button(page, "report_units")
    panel = page.units.panel
    (row,) = panel.rows
    click(row.stay)
    assert row.tick.text() == "Unit: “Полиция Хатлон”, “Полиция Хатлона”"
    assert panel.accept_button.text() == "Keep as they are"
    press_button(page, "report_units_panel_accept")
    assert units_of(exchange, keys) == [RIGHT, ENDING]
    page.show_report()
    settle()
    assert page.units.text() == "Spellings of units…", "two can be chosen still"


def test_two_units_that_are_not_alike_are_chosen(page: ReportPage, exchange: Exchange) -> None:
    keys = serve(exchange, RIGHT, OTHER)
    split(page, SplitBy.UNIT)
    press_button(page, "report_units")
    panel = page.units.panel
    assert panel.about.text() == "No two units are written so that they seem to be one."
    assert not panel.accept_button.isEnabled()
    one, other = panel.two.fields
    one.setCurrentIndex(one.findData(OTHER))
    other.setCurrentIndex(other.findData(OTHER))
    assert not panel.two.add.isEnabled(), "a unit is no two"
    other.setCurrentIndex(other.findData(RIGHT))
    press_button(page, "report_units_add")
    (row,) = panel.rows
    settle()
    assert (row.stay.isVisible(), row.tick.visibleRegion().isEmpty()) == (False, False), "it is in sight"
    assert [each.text() for each in row.spellings] == ["“ШКД Рашт”", "“Полиция Хатлон”"]
    press_button(page, "report_units_panel_accept")
    assert units_of(exchange, keys) == [OTHER, OTHER]


@pytest.mark.parametrize("units", [(), (RIGHT,), (RIGHT, RIGHT)])
def test_with_one_unit_there_is_nothing_to_open(
    page: ReportPage, exchange: Exchange, units: tuple[str, ...]
) -> None:
    notices: list[Notice] = []
    page._context.noticed.connect(notices.append)
    serve(exchange, *units)
    split(page, SplitBy.UNIT)
    assert page.units.isHidden()
    page.units.open_all()
    assert notices[-1].title == "No unit has several spellings"
    assert spellings.unit_offers(exchange.office) == []
