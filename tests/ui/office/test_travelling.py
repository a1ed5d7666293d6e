"""A computer of the office that travels, in the window: enrolled at the office, and what it shows there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.kit import writing
from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.seat import MakeContext
from tests.kit.worlds import Exchange
from tests.ui.driving import click, find, settle
from tests.ui.office.test_laptops import type_digits
from tests.ui.office_parts import context, screen, told
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import sync_status, users, workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.exchange import importing, sending
from trainer_app.actions.office import office
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.rights import UserRole
from trainer_app.domain.exchange.sending import DeviceLine
from trainer_app.store.exchange.transfers import count_entries
from trainer_app.system.folders import DataFolder
from trainer_app.ui.exchange.screen import SendScreen
from trainer_app.ui.kit.context import AppContext, Notice
from trainer_app.ui.kit.screens import open_keys, shown_keys
from trainer_app.ui.office.enrol_form import EnrolPanel
from trainer_app.ui.office.screen import OfficeScreen
from trainer_app.ui.shell.sidebar import SidebarItem
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.today.screen import TodayScreen

__all__ = ["context", "screen", "told"]

OFFICER = "пять слов для Зарины и её данных"


@pytest.fixture
def away(exchange: Exchange, tmp_path: Path) -> Iterator[Workplace]:
    """Give a new computer, which belongs to no office yet."""
    folder = DataFolder(tmp_path / "away")
    made = workplace.create(folder, PASSPHRASE, user_name="М. С.", clock=exchange.clock, cost=CHEAP)
    yield made
    made.close()


def read(screen: OfficeScreen, away: Workplace, stick: Path) -> EnrolPanel:
    """Open the form on the computer's request, with its digits typed."""
    asked, digits = office.request(away, stick / "request.json")
    screen.show_place(tab="laptops")
    panel = screen.laptops.enrol_panel
    panel.open()
    panel.read_request(asked)
    type_digits(panel, digits)
    panel.rows["place"].field.choose(stick)
    return panel


def enrolled(screen: OfficeScreen, away: Workplace, stick: Path) -> Path:
    """Enrol it as a computer that travels, by the form; return its first file."""
    panel = read(screen, away, stick)
    click(panel.rows["travels"])
    panel.rows["code"].field.setText("K5")
    click(panel.accept_button)
    settle()
    assert panel.isHidden()
    return max(stick.glob("DSH-A1-*K5*.tsync"))


def line_of(exchange: Exchange, code: str) -> DeviceLine:
    return next(line for line in office.devices(exchange.office) if line.code == code)


def test_the_form_asks_whose_computer_of_the_office_it_is(
    screen: OfficeScreen, exchange: Exchange, away: Workplace
) -> None:
    desk = exchange.office
    users.add(desk, "З. Каримова", "Зарина", UserRole.OFFICER, OFFICER, PASSPHRASE, cost=CHEAP)
    users.add(desk, "Б. Раҳимов", "Баҳром", UserRole.READER, OFFICER, cost=CHEAP)
    panel = read(screen, away, exchange.stick)
    assert panel.rows["trainer"].isChecked()
    assert panel.rows["courses"].isVisible()
    assert panel.rows["owner"].isHidden()
    click(panel.rows["travels"])
    assert panel.rows["courses"].isHidden(), "it gets everything"
    owners = [panel.rows["owner"].field.itemText(place) for place in range(panel.rows["owner"].field.count())]
    assert owners == [desk.user, "З. Каримова"]
    panel.rows["owner"].field.setCurrentIndex(1)
    click(panel.rows["trainer"])
    assert panel.rows["courses"].isVisible()
    click(panel.rows["travels"])
    panel.rows["code"].field.setText("K5")
    click(panel.accept_button)
    settle()
    found = line_of(exchange, "K5")
    assert (found.travels, found.owner, found.office) == (True, "З. Каримова", False)
    place = screen.laptops.model.row_of("K5")
    assert place is not None
    row = [screen.laptops.model.index(place, column).data() for column in (0, 1, 7)]
    assert row == ["K5", "З. Каримова", "office, travels"]
    asked, _ = office.request(away, exchange.stick / "again.json")
    panel.open()
    panel.read_request(asked)
    assert panel.rows["travels"].isChecked()
    assert not panel.rows["trainer"].isEnabled(), "it stays what it was"


def test_its_next_file_holds_what_is_new_to_it_or_everything(
    screen: OfficeScreen, exchange: Exchange, away: Workplace
) -> None:
    writing.join(away, enrolled(screen, away, exchange.stick))
    screen.laptops.selection.choose("K5")
    click(screen.laptops.buttons["write"])
    panel = screen.laptops.pack_panel
    assert panel.courses.isHidden()
    assert "has not confirmed yet" in panel.about.text()
    panel.place.field.choose(exchange.stick)
    click(panel.accept_button)
    settle()
    importing.import_files(away, [max(exchange.stick.glob("DSH-A1-*K5*.tsync"))])
    assert sync_status.digest(away) == sync_status.digest(exchange.office)
    attendance.mark(away, exchange.enrolments[2], exchange.sessions[0], Mark.LATE, 5)
    importing.import_files(exchange.office, [sending.export(away, exchange.stick).file])
    held: list[int] = []
    panel.written.connect(lambda pack: held.append(pack.entries))
    for everything in (False, True):
        screen.laptops.selection.choose("K5")
        click(screen.laptops.buttons["write"])
        assert panel.everything.isVisible()
        assert not panel.everything.isChecked(), "each time it is asked for anew"
        if everything:
            click(panel.everything)
        panel.place.field.choose(exchange.stick)
        click(panel.accept_button)
        settle()
    assert held == [0, count_entries(exchange.office.database)]
    screen.laptops.selection.choose("K7")
    click(screen.laptops.buttons["write"])
    assert panel.courses.isVisible()
    assert panel.everything.isHidden()


def test_who_may_not_have_one_is_told_in_the_form(
    screen: OfficeScreen, exchange: Exchange, away: Workplace
) -> None:
    """Between opening the form and pressing the button somebody became a reader at another desk."""
    desk = exchange.office
    users.add(desk, "З. Каримова", "Зарина", UserRole.OFFICER, OFFICER, PASSPHRASE, cost=CHEAP)
    panel = read(screen, away, exchange.stick)
    click(panel.rows["travels"])
    panel.rows["owner"].field.setCurrentIndex(1)
    users.set_role(desk, "Зарина", UserRole.READER)
    click(panel.accept_button)
    settle()
    assert "only looks" in panel.rows["owner"].error.text()
    panel.rows["owner"].field.setCurrentIndex(0)
    assert panel.rows["owner"].error.isHidden()


@pytest.fixture
def on_the_road(
    qtbot: QtBot, screen: OfficeScreen, exchange: Exchange, away: Workplace, make_context: MakeContext
) -> AppContext:
    """Give the context of the computer, which belongs to the office by now."""
    writing.join(away, enrolled(screen, away, exchange.stick))
    return make_context(away)


def seen(qtbot: QtBot, part: QWidget) -> str:
    """Show a part and return all words on it."""
    qtbot.addWidget(part)
    part.resize(1366, 768)
    part.show()
    settle()
    return "\n".join(each.text() for each in part.findChildren(QLabel) if each.isVisible())


def test_its_window_says_what_it_is_and_has_the_reports(
    qtbot: QtBot, on_the_road: AppContext, window: MainWindow
) -> None:
    workspace = on_the_road.make_in(window.frame, Workspace)
    window.show_page(workspace)
    settle()
    assert workspace.rail.device.text() == "Office computer K5, travels"
    bureau = workspace.open("office", tab="keys")
    assert isinstance(bureau, OfficeScreen)
    settle()
    assert bureau.place() == "office/reports"
    assert bureau.tabs.isHidden()
    assert bureau.take_in.isHidden()
    assert bureau.reports.isVisible()
    offered = [found.words for found in workspace.anywhere._commands() if found.screen == "office"]
    assert offered == ["Office", "Reports"]
    today = workspace.open("today")
    assert isinstance(today, TodayScreen)
    settle()
    assert "on the road" in today.office.on_the_road.text()
    assert today.office.on_the_road.isVisible()


def test_today_says_nothing_of_a_road_on_a_trainers_laptop(
    qtbot: QtBot, exchange: Exchange, make_context: MakeContext
) -> None:
    context = make_context(exchange.trainer)
    made = TodayScreen(context)
    made.refresh_now()
    seen(qtbot, made)
    assert made.office.on_the_road.isHidden()


def test_it_brings_its_file_back_to_the_office(
    qtbot: QtBot, on_the_road: AppContext, exchange: Exchange, screen: OfficeScreen
) -> None:
    work = on_the_road.work
    made = SendScreen(on_the_road)
    words = seen(qtbot, made)
    assert "Send to the office" in words
    attendance.mark(work, exchange.enrolments[2], exchange.sessions[0], Mark.LATE, 5)
    file = sending.export(work, exchange.stick).file
    screen.take([file])
    settle()
    click(find(screen, QAbstractButton, "office_take"))
    settle()
    assert line_of(exchange, "K5").last_file == file.name
    assert sync_status.digest(work) == sync_status.digest(exchange.office)


def test_joining_tells_what_it_is_and_has_the_reports_at_once(
    screen: OfficeScreen, exchange: Exchange, away: Workplace, window: MainWindow, make_context: MakeContext
) -> None:
    first = enrolled(screen, away, exchange.stick)
    context = make_context(away)
    heard: list[Notice] = []
    context.noticed.connect(heard.append)
    workspace = context.make_in(window.frame, Workspace)
    window.show_page(workspace)
    made = workspace.open("sending")
    assert isinstance(made, SendScreen)
    workspace.toggle_help()
    assert "office" not in workspace.rail.items
    before = [*workspace.rail.items]
    made.show_place(joining=True)
    made.panel.take_first(first)
    settle()
    for line, group in zip(
        made.panel.digits.field.lines,
        writing.groups_at(
            writing.digits_of_writer(away, first),
            [int(each.text().removeprefix("Group ")) for each in made.panel.digits.field.captions],
        ),
        strict=True,
    ):
        line.setText(group)
    click(made.panel.accept_button)
    settle()
    assert "computer of the office that travels, K5" in heard[-1].text
    assert away.travels
    rail = workspace.rail
    assert [name for name in rail.items if name != "office"] == before
    assert [*rail.items] == [*workspace.specs]
    places = [rail.items[name].mapTo(rail, QPoint()).y() for name in rail.items]
    assert places == sorted(places)
    assert rail.items["office"].isVisible()
    assert after_it(rail.items[before[0]], rail) == [*rail.items][1:]
    for place, name in enumerate(rail.items):
        assert rail.items[name].accessibleDescription() == shown_keys(open_keys(place))
        shortcut = workspace.findChild(QShortcut, f"open_{name}")
        assert shortcut is not None
        assert shortcut.key().toString() == open_keys(place)
    help_pages = workspace.help.view
    help_pages.contents.click()
    assert 'href="office-travels"' in help_pages.text.toHtml()
    click(rail.items["office"])
    settle()
    assert workspace.current() == "office"
    workspace.open("sending")
    made.panel.leave_office()
    settle()
    assert [*rail.items] == [*workspace.specs] == before
    assert workspace.opened_screen("office") is None
    assert rail.device.text() == "This laptop"


def after_it(item: SidebarItem, rail: QWidget) -> list[str]:
    """Return the entries of the rail in the order of the Tab key, after one of them."""
    found, part = [], item.nextInFocusChain()
    while part is not item and rail.isAncestorOf(part):
        if isinstance(part, SidebarItem) and part.spec.name != "help":
            found.append(part.spec.name)
        part = part.nextInFocusChain()
    return found
