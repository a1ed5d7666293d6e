"""The rest of the buttons of the office, each found by its name: files, reports, packs, requests."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.kit.seat import MakeContext
from tests.kit.world import Story, World
from tests.kit.worlds import Exchange
from tests.ui.driving import click, press_button, settle
from tests.ui.office.test_reports import page as report
from tests.ui.office.test_reports import show as show_report
from tests.ui.office.test_screen import OfficeScreen, context, screen
from trainer_app.actions.exchange import importing, packs, sending
from trainer_app.actions.exchange.trust import trust_of_office
from trainer_app.actions.office import office
from trainer_app.actions.review import proposals
from trainer_app.ui.kit.context import AppContext

__all__ = ["context", "report", "screen"]


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Answer every chooser of files with the path that stands first."""
    paths: list[Path] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(paths[0])], ""))
    return paths


def test_an_office_without_any_file_chooses_its_first_ones(
    qtbot: QtBot, exchange: Exchange, chosen: list[Path], tmp_path: Path, make_context: MakeContext
) -> None:
    with World(tmp_path / "new").trainer().course(people=3).office().joined("K7").open() as story:
        bureau = story.works["office"]
        made = make_context(bureau)
        shown = OfficeScreen(made)
        qtbot.addWidget(shown)
        shown.resize(1170, 697)
        shown.show()
        settle()
        assert importing.imports(bureau) == []
        chosen.append(sending.export(story.works["trainer"], story.stick).file)
        press_button(shown, "office_choose")
        click(shown.incoming.files.take)
        assert len(importing.imports(bureau)) == 1


class TestReports:
    """A report of one laptop."""

    @pytest.fixture
    def context(self, story: Story, make_context: MakeContext) -> AppContext:
        return make_context(story.work)

    def test_a_period_is_asked_for_by_its_tick(self, qtbot: QtBot, context: AppContext) -> None:
        from trainer_app.ui.office.reports import ReportPage

        page = show_report(qtbot, ReportPage(context))
        assert page.controls.asked().first is None
        press_button(page, "report_period")
        assert page.controls.days.isVisible()
        assert page.controls.asked().first is not None
        press_button(page, "report_period")
        assert page.controls.asked().first is None


def test_courses_of_a_pack_are_ticked(screen: OfficeScreen, exchange: Exchange) -> None:
    screen.show_place(tab="laptops")
    laptops = screen.laptops
    laptops.table.setCurrentIndex(laptops.model.index(0, 0))
    click(laptops.buttons["write"])
    panel = laptops.pack_panel
    before = set(panel.courses.field.chosen())
    press_button(screen, "pack_courses_1")
    after = set(panel.courses.field.chosen())
    assert len(before ^ after) == 1
    (course,) = before ^ after
    assert course in {each.key for each in packs.pack_courses(exchange.office, "K7")}


def test_a_laptop_asks_by_file_or_by_telephone(screen: OfficeScreen) -> None:
    screen.show_place(tab="keys")
    click(screen.key_page.rescue.button)
    panel = screen.key_page.rescue_panel
    assert panel.file.isVisible()
    press_button(screen, "rescue_way_voice")
    assert not panel.file.isVisible()
    assert panel.asked.isVisible()
    press_button(screen, "rescue_way_file")
    assert panel.file.isVisible()


def test_the_office_says_up_to_which_file_a_revoked_laptop_is_believed(
    screen: OfficeScreen, exchange: Exchange
) -> None:
    files = office.files_of(exchange.office, "K7")
    assert files
    screen.show_place(tab="laptops")
    place = next(row for row in range(9) if screen.laptops.model.index(row, 0).data() == "K7")
    screen.laptops.table.setCurrentIndex(screen.laptops.model.index(place, 0))
    assert not screen.laptops.buttons["trust"].isEnabled(), "it is not revoked"
    office.revoke(exchange.office, "K7")
    screen.laptops.show_laptops()
    press_button(screen, "office_trust")
    panel = screen.laptops.trust_panel
    assert panel.isVisible()
    panel.fill(number=0)
    click(panel.accept_button)
    settle()
    assert panel.isHidden()
    device = next(one for one in trust_of_office(exchange.office).devices if one.code == "K7")
    assert device.counts == {}
    assert proposals.count(exchange.office) > 0
