"""Buttons of Today that no other test presses."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.kit import worlds
from tests.kit.running import in_turn
from tests.kit.seat import MakeContext
from tests.kit.worlds import Exchange
from tests.ui.driving import press_button, settle, show
from tests.ui.exchange.test_from_office import context as make_desk
from tests.ui.exchange.test_from_office import write_pack
from tests.ui.today.test_screen import asked, screen, workspace
from trainer_app.actions.courses import courses
from trainer_app.actions.exchange import importing
from trainer_app.domain.base.changes import Label
from trainer_app.domain.review.contradictions import ReviewKind
from trainer_app.domain.today.overview import Due, DueKind, ToOffice
from trainer_app.system import handover
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.status_line import HEIGHT
from trainer_app.ui.today.cards import _GROUPS as GROUPS
from trainer_app.ui.today.cards import JoinOfficeCard
from trainer_app.ui.today.screen import TodayScreen, destination_of_due

__all__ = ["make_desk", "screen", "workspace"]


@in_turn("kind", list(DueKind))
def test_everything_that_is_due_leads_to_its_place(
    screen: TodayScreen, context: AppContext, kind: DueKind
) -> None:
    places = asked(context)
    of_two = tuple(Due(kind, course, 3, "s", course) for course in ("first", "second"))
    screen.due.show_day(of_two, 1)
    press_button(screen, f"due_{kind.value}_button")
    press_button(screen, f"due_{kind.value}_2_button")
    assert places == [destination_of_due(each) for each in of_two]
    if destination_of_due(of_two[0])[0] != "review":
        assert [place["course"] for _, place in places] == ["first", "second"]


def test_where_laptop_and_office_differ_leads_to_sending(screen: TodayScreen, context: AppContext) -> None:
    places = asked(context)
    late = Label("sending.warn.days", {"days": 30})
    screen.from_office.show_state(ToOffice(joined=True, differing=("DSH-1",), warnings=(late,)))
    press_button(screen, "from_office_differs_button")
    press_button(screen, "from_office_patience_button")
    assert places == [("sending", {"everything": True}), ("sending", {})]


def screen_of(qtbot: QtBot, desk: AppContext) -> TodayScreen:
    made = TodayScreen(desk)
    qtbot.addWidget(made)
    made.resize(1170, 697)
    show(made)
    made.refresh_now()
    return made


def test_files_that_wait_at_the_office_are_opened_by_their_count(
    qtbot: QtBot, exchange: Exchange, make_desk: MakeContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = screen_of(qtbot, desk := make_desk(exchange.office))
    made.office.show_state(ToOffice(waiting=2, joined=True))
    places = asked(desk)
    press_button(made, "waiting")
    assert places == [("office", {"tab": "incoming", "new": True})]
    chosen: list[str] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_all: (list(chosen), ""))
    press_button(made, "to_office_send")
    assert places[1:] == [], "S3: whoever chooses no file stays on Today"
    chosen.append(str(exchange.waiting))
    press_button(made, "to_office_send")
    assert places[1:] == [("office", {"files": (exchange.waiting,)})], "they are looked at there"


def test_a_usual_day_at_the_office_needs_no_scrolling(
    qtbot: QtBot, exchange: Exchange, make_desk: MakeContext, language: LanguageSwitch
) -> None:
    """S3: three buttons stood on three lines, and at 1366x768 the page scrolled by the last one."""
    made = screen_of(qtbot, make_desk(exchange.office))
    made.resize(1170, 768 - HEIGHT)
    usual = ToOffice(joined=True, conflicts=1, questions={ReviewKind.PROPOSAL: 2}, receipts=("K7",))
    for code in ("en", "ru", "tg"):
        language.choose(code)
        made.office.show_state(usual)
        settle()
        assert made.page.verticalScrollBar().maximum() == 0, code
        foot = [made.office.send, made.office.calls]
        assert len({button.mapTo(made, QPoint()).y() for button in foot}) == 1, "one line"
    assert made.office.review.isVisible()
    places = asked(made.context)
    press_button(made, "to_office_review")
    assert places == [("review", {})]


def test_each_kind_of_question_leads_to_its_group_in_review(
    qtbot: QtBot, exchange: Exchange, make_desk: MakeContext
) -> None:
    made = screen_of(qtbot, desk := make_desk(exchange.office))
    made.office.show_state(ToOffice(joined=True, erasing=("K7",), questions=dict.fromkeys(GROUPS, 1)))
    places = asked(desk)
    for group in GROUPS.values():
        press_button(made, f"review_{group}")
        assert places[-1] == ("review", {"group": group})
    press_button(made, "erasures_due")
    assert places[-1] == ("office", {"tab": "laptops"})


def test_a_laptop_without_courses_takes_in_the_file_of_the_office(
    qtbot: QtBot, exchange: Exchange, make_desk: MakeContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with worlds.empty(tmp_path / "new").open() as story:
        made = screen_of(qtbot, laptop := make_desk(story.work))
        assert courses.list_courses(story.work) == []
        told: list[str] = []
        laptop.noticed.connect(lambda notice: told.append(notice.title))
        pack = write_pack(exchange)
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(pack)], ""))
        press_button(made, "today_take_in")
        settle()
        assert told, "the file is of an office that this laptop has not joined: it is told"
        assert importing.imports(story.work) == []


def test_a_laptop_of_no_office_is_led_to_one_until_somebody_says_that_none_is_needed(
    screen: TodayScreen, context: AppContext
) -> None:
    places = asked(context)
    assert screen.joining.isVisible()
    assert "has not joined an office yet" in screen.joining.text.text()
    press_button(screen, "today_join")
    assert places == [("sending", {"joining": True})]
    press_button(screen, "today_join_not_needed")
    assert screen.joining.isHidden()
    screen.refresh_now()
    assert screen.joining.isHidden(), "once is enough"


def test_the_first_file_of_an_office_that_waits_is_told_even_where_none_was_needed(
    screen: TodayScreen, context: AppContext
) -> None:
    press_button(screen, "today_join_not_needed")
    context.work.folder.first_file.write_bytes(b"from an office")
    screen.refresh_now()
    assert screen.joining.isVisible()
    assert screen.joining.join.text() == "Type the digits…"
    assert screen.joining.no.isHidden(), "it waits until it is answered"


def test_a_laptop_without_courses_is_led_to_an_office_too(
    qtbot: QtBot, exchange: Exchange, make_desk: MakeContext, tmp_path: Path
) -> None:
    alone = worlds.empty(tmp_path / "alone").open()
    desk = make_desk(alone.work)
    made = TodayScreen(desk)
    qtbot.addWidget(made)
    made.resize(1170, 697)
    show(made)
    made.refresh_now()
    places = asked(desk)
    press_button(made, "today_join_first")
    assert places == [("sending", {"joining": True})]
    alone.work.close()


def test_whoever_practises_or_has_an_office_is_not_led_to_one(
    qtbot: QtBot,
    exchange: Exchange,
    make_desk: MakeContext,
    monkeypatch: pytest.MonkeyPatch,
    screen: TodayScreen,
) -> None:
    made = TodayScreen(make_desk(exchange.trainer))
    qtbot.addWidget(made)
    made.refresh_now()
    assert made.findChild(JoinOfficeCard) is None
    assert screen.joining.isVisible()
    monkeypatch.setattr(handover, "is_practice", lambda _root: True)
    screen.refresh_now()
    assert screen.joining.isHidden()
