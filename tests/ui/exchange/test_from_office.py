"""What comes from the office, in the window: requests with their answers, own values that were replaced."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.kit.seat import MakeContext
from tests.kit.worlds import Exchange
from tests.ui.driving import click, settle
from trainer_app.actions.attendance import attendance
from trainer_app.actions.exchange import importing, losses, outstanding, packs, requests, sending
from trainer_app.actions.review import review
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.exchange.laptops import OfficeRequestKind, OfficeRequestState
from trainer_app.domain.exchange.sending import ChangeState
from trainer_app.system.preferences import Preferences
from trainer_app.ui.courses.overview import tab as overview_tab
from trainer_app.ui.courses.overview.tab import OverviewTab
from trainer_app.ui.exchange.screen import SendScreen
from trainer_app.ui.kit.context import Notice, PreferenceStore
from trainer_app.ui.kit.file_import import FileImporter
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.office.screen import OfficeScreen
from trainer_app.ui.review.screen import ReviewScreen
from trainer_app.ui.today.screen import TodayScreen
from trainer_app.ui.widgets import overlays


@pytest.fixture
def context(exchange: Exchange, preferences: PreferenceStore, make_context: MakeContext) -> MakeContext:
    preferences.change(Preferences.export_folder, str(exchange.stick))
    return make_context


def show[W: QWidget](qtbot: QtBot, screen: W) -> W:
    qtbot.addWidget(screen)
    screen.resize(1170, 697)
    screen.show()
    settle()
    return screen


def write_pack(exchange: Exchange) -> Path:
    return packs.export_pack(exchange.office, "K7", exchange.stick).file


def test_the_office_asks_in_its_window(qtbot: QtBot, exchange: Exchange, context: MakeContext) -> None:
    screen = show(qtbot, OfficeScreen(context(exchange.office)))
    screen.show_place(tab="laptops")
    screen.laptops.table.setCurrentIndex(screen.laptops.model.index(1, 0))
    click(screen.errands.buttons["ask"])
    panel = screen.errands.panel
    assert panel.rows["device"].field.currentData() == "K9", "the one chosen in the list"
    click(panel.accept_button)
    assert panel.rows["text"].error.text().startswith("Write what you ask for")
    panel.rows["text"].field.setPlainText("Лутфан занг занед")
    click(panel.accept_button)
    assert panel.isHidden()
    model = screen.errands.model
    assert [model.index(0, column).data() for column in (0, 1, 4)] == ["K9", "Лутфан занг занед", "open"]
    screen.errands.table.setCurrentIndex(model.index(0, 0))
    click(screen.errands.buttons["withdraw"])
    assert model.index(0, 4).data() == "withdrawn"
    assert not screen.errands.buttons["withdraw"].isEnabled()


def test_the_laptop_shows_it_until_it_is_answered(
    qtbot: QtBot, exchange: Exchange, context: MakeContext
) -> None:
    requests.ask(exchange.office, "K7", OfficeRequestKind.SCAN, "саҳифаи 2", exchange.course)
    laptop = context(exchange.trainer)
    heard: list[Notice] = []
    laptop.noticed.connect(heard.append)
    FileImporter(laptop).take([write_pack(exchange)])
    assert "The office asks for 1 thing; see Today." in heard[-1].text
    screen = show(qtbot, TodayScreen(laptop))
    card = screen.from_office
    assert card.rows[0].words.title.text() == "The scan of a sign-in sheet of DSH-1 is missing: саҳифаи 2"
    click(card.rows[0].button)
    said = screen.answer.rows["text"]
    said.field.setPlainText("a" * (requests.MOST + 1))
    click(screen.answer.accept_button)
    assert said.error.isVisible(), "it is refused where it was typed"
    said.field.setPlainText("дар флешка аст")
    assert said.error.isHidden()
    click(screen.answer.accept_button)
    assert card.isHidden()
    importing.import_files(exchange.office, [sending.export(exchange.trainer, exchange.stick).file])
    (done,) = requests.list_requests(exchange.office)
    assert (done.state, done.answer) == (OfficeRequestState.DONE, "дар флешка аст")


def test_send_again_is_answered_by_the_file_itself(
    qtbot: QtBot, exchange: Exchange, context: MakeContext
) -> None:
    importing.import_files(exchange.office, [exchange.waiting])
    requests.ask(exchange.office, "K7", OfficeRequestKind.AGAIN)
    laptop = context(exchange.trainer)
    importing.import_files(exchange.trainer, [write_pack(exchange)])
    assert outstanding.pending(exchange.trainer).empty
    today = show(qtbot, TodayScreen(laptop))
    asked: list[dict[str, object]] = []
    laptop.place_requested.connect(lambda _screen, place: asked.append(place))
    click(today.from_office.rows[0].button)
    assert asked == [{"everything": True}]
    screen = show(qtbot, SendScreen(laptop, list))
    screen.where.choose(exchange.stick)
    screen.show_place(everything=True)
    assert screen.what.everything.isChecked()
    assert screen.band.title.text() == "276 changes ready to send"
    click(screen.band.button)
    assert screen.band.title.text() == "Saved and checked"
    assert not screen.what.everything.isChecked()
    assert requests.open_requests(exchange.trainer) == []
    newest = max(exchange.stick.glob("*.tsync"), key=lambda path: path.stat().st_mtime_ns)
    assert importing.inspect(exchange.office, newest).first == 1


def test_a_new_key_that_the_office_asks_for_is_answered_once_it_is_made(
    qtbot: QtBot, exchange: Exchange, context: MakeContext
) -> None:
    importing.import_files(exchange.office, [exchange.waiting])
    requests.ask(exchange.office, "K7", OfficeRequestKind.KEY)
    requests.ask(exchange.office, "K7", OfficeRequestKind.CALL)
    importing.import_files(exchange.trainer, [write_pack(exchange)])
    laptop = context(exchange.trainer)
    today = show(qtbot, TodayScreen(laptop))
    asked: list[tuple[str, dict[str, object]]] = []
    laptop.place_requested.connect(lambda screen, place: asked.append((screen, place)))
    assert today.from_office.rows[0].button.text() == "New key…"
    click(today.from_office.rows[0].button)
    assert asked == [("settings", {"new_key": True})]
    requests.answer_new_key(exchange.trainer)
    assert [one.kind for one in requests.open_requests(exchange.trainer)] == [OfficeRequestKind.CALL]


def test_a_stick_that_is_gone_leaves_the_request_open(exchange: Exchange) -> None:
    requests.ask(exchange.office, "K7", OfficeRequestKind.AGAIN)
    importing.import_files(exchange.trainer, [write_pack(exchange)])
    with pytest.raises(Exception, match="files"):
        sending.export(exchange.trainer, exchange.stick / "gone", everything=True)
    assert len(requests.open_requests(exchange.trainer)) == 1


def settle_for(exchange: Exchange, device: str, reason: str = "") -> None:
    importing.import_files(exchange.office, [exchange.waiting])
    (item,) = [one for one in review.list_items(exchange.office) if one.entity == "attendance"]
    place = next(at for at, side in enumerate(item.sides) if side.device == device)
    review.settle(exchange.office, item.id, f"#{place}", reason)


def test_what_was_lost_is_shown_and_seen(qtbot: QtBot, exchange: Exchange, context: MakeContext) -> None:
    settle_for(exchange, "K9", "Дар варақа имзо нест")
    laptop = context(exchange.trainer)
    importing.import_files(exchange.trainer, [write_pack(exchange)])
    today = show(qtbot, TodayScreen(laptop))
    assert today.from_office.losses.words.title.text() == "Replaced: 1 value of yours"
    screen = ReviewScreen(laptop)
    screen.show_place(replaced=True)
    show(qtbot, screen)
    page = screen.loss_page
    assert screen.details.currentWidget() is page
    assert page.title.text() == "A conflict was decided, and not for your value"
    assert page.own.value.text() == "Late, 20 min"
    assert page.new.value.text() == "Absent"
    assert page.new.who.text() == "М. Саидова · A1"
    assert page.new.reason.text() == "Reason: Дар варақа имзо нест"
    assert "имзо нест" in page.new.accessibleDescription()
    assert page.own.reason.isHidden()
    assert page.other.reason.isHidden()
    assert page.other.who.text() == "Ҷ. Линдквист · K9"
    click(page.see)
    assert losses.count(exchange.trainer) == 0
    today.refresh_now()
    assert today.from_office.isHidden()


def test_send_says_how_far_the_changes_have_come(
    qtbot: QtBot, exchange: Exchange, context: MakeContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(overlays, "announce", lambda _where, words: heard.append(words))
    screen = show(qtbot, SendScreen(context(exchange.trainer), list))
    shown = {
        chip.objectName(): chip.text() for chip in screen.sent.standing.chips.values() if chip.isVisible()
    }
    assert shown == {
        "sending_standing_sent": "276 · sent, not answered yet",
    }
    assert screen.warning.isHidden()
    importing.import_files(exchange.office, [exchange.waiting])
    importing.import_files(exchange.trainer, [write_pack(exchange)])
    screen.refresh_now()
    assert screen.sent.standing.chips[ChangeState.SAFE].text() == "276 · safe at the office"
    exchange.clock.advance(minutes=60)
    attendance.mark_rest(exchange.trainer, exchange.sessions[7])
    exchange.clock.advance(minutes=15 * 24 * 60)
    screen.refresh_now()
    assert screen.warning.title.text().startswith("For 15 days changes wait here")
    screen.where.look()
    screen.refresh_now()
    assert [each for each in heard if "changes wait here" in each] == [
        f"{screen.warning.title.text()}. {screen.warning.text.text()}"
    ], "not whenever it looks for sticks"
    today = show(qtbot, TodayScreen(screen.context))
    assert today.from_office.patience.words.title.text() == screen.warning.title.text()


def test_the_overview_of_a_course_says_how_far_its_changes_came(
    qtbot: QtBot, exchange: Exchange, context: MakeContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = context(exchange.trainer)
    tab = OverviewTab(laptop)
    tab.show_course(exchange.course)
    show(qtbot, tab)
    card = tab.way

    def shown() -> list[str]:
        return [chip.text() for chip in card.chips.values() if chip.isVisible()]

    (sent,) = shown()
    assert sent.endswith(" · sent, not answered yet")
    assert card.safe.isHidden()
    assert card.send.isHidden(), "everything is in a file"
    importing.import_files(exchange.office, [exchange.waiting])
    importing.import_files(exchange.trainer, [write_pack(exchange)])
    tab.refresh_now()
    assert shown() == []
    assert card.safe.text() == "None waits to be sent: what you changed here is safe at the office."
    monkeypatch.setattr(overview_tab, "_AT_ONCE", 0)
    laptop.changes.announce(attendance.mark_rest(exchange.trainer, exchange.sessions[7]))
    qtbot.waitUntil(lambda: bool(shown()))
    (unsent,) = shown()
    assert unsent.endswith(" · not sent yet")
    assert unsent in card.accessibleDescription()
    asked: list[str] = []
    laptop.place_requested.connect(lambda screen, _place: asked.append(screen))
    click(card.send)
    assert asked == ["sending"]


def test_the_office_shows_no_way_to_itself(qtbot: QtBot, exchange: Exchange, context: MakeContext) -> None:
    tab = OverviewTab(context(exchange.office))
    tab.show_course(exchange.course)
    show(qtbot, tab)
    assert tab.way.isHidden()


def test_one_decision_for_all_of_a_kind(qtbot: QtBot, exchange: Exchange, context: MakeContext) -> None:
    for enrolment in exchange.enrolments[:2]:
        attendance.mark(exchange.trainer, enrolment, exchange.sessions[8], Mark.PRESENT)
        attendance.mark(exchange.second, enrolment, exchange.sessions[8], Mark.EXCUSED)
    for laptop in (exchange.trainer, exchange.second):
        importing.import_files(exchange.office, [sending.export(laptop, exchange.stick).file])
    screen = show(qtbot, ReviewScreen(context(exchange.office)))
    page = screen.item_page
    marks = [one for one in review.list_items(exchange.office) if one.entity == "attendance"]
    assert len(marks) == 3
    screen.show_place(item=marks[0].id)
    assert page.alike.text() == "The same for 2 others of this kind: the value of the same laptop"
    click(page.alike)
    assert not page.other_button.isEnabled(), "a third value is for one only"
    page.take(0)
    assert not [one for one in review.list_items(exchange.office) if one.entity == "attendance"]


@pytest.mark.parametrize("code", ["tg", "ru", "en"])
def test_it_fits_and_speaks_every_language(
    qtbot: QtBot, exchange: Exchange, context: MakeContext, language: LanguageSwitch, code: str
) -> None:
    language.choose(code)
    settle_for(exchange, "K9", "Дар варақа имзо нест, ва ҳеҷ кас ӯро дар машғулият надидааст")
    requests.ask(exchange.office, "K7", OfficeRequestKind.CALL)
    importing.import_files(exchange.trainer, [write_pack(exchange)])
    laptop = context(exchange.trainer)
    screen = ReviewScreen(laptop)
    screen.show_place(replaced=True)
    for each in (show(qtbot, screen), show(qtbot, TodayScreen(laptop))):
        size = each.minimumSizeHint()
        assert (size.width() <= 1170, size.height() <= 697) == (True, True)
    assert screen.loss_page.title.text().isascii() == (code == "en")
    word = {"tg": "Сабаб: ", "ru": "Причина: ", "en": "Reason: "}[code]
    assert screen.loss_page.new.reason.text().startswith(f"{word}Дар варақа имзо нест")
