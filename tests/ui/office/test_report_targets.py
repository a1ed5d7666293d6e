"""Targets of a report: courses that no target can count are named, and one press leads to them."""

from pytestqt.qtbot import QtBot

from tests.kit.worlds import Exchange
from tests.ui.driving import click
from tests.ui.office_parts import context
from trainer_app.actions.courses import courses
from trainer_app.domain.office.reports import Target
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.office.report_views import TargetsCard
from trainer_app.ui.office.wording import OfficeWording

__all__ = ["context"]


def test_courses_without_a_district_are_named_and_opened(
    qtbot: QtBot, context: AppContext, exchange: Exchange
) -> None:
    """S2: the targets said "Districts with courses 0 of 3", and nothing that districts are missing."""
    card = TargetsCard(context, OfficeWording(context))
    qtbot.addWidget(card)
    card.resize(700, 400)
    card.show()
    card.show_targets([Target("A", "courses", 3, 1), Target("A", "districts", 3, 1)])
    assert card.unsaid.isHidden() or not card.unsaid.isVisible()
    line = courses.list_courses(exchange.office)[0].course
    card.show_targets([Target("A", "courses", 3, 1), Target("A", "districts", 3, 0, (line.code,))])
    assert card.unsaid.isVisible()
    assert line.code in card.unsaid.text()
    assert "1 course has no district" in card.unsaid.text()
    gone: list[tuple[object, ...]] = []
    context.place_requested.connect(lambda *place: gone.append(place))
    click(card.open_first)
    assert gone
    assert line.key in str(gone)
