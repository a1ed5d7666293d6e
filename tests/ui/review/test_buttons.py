"""Buttons of Review that no other test presses, and presses that were meant for what stood there before."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.kit import worlds
from tests.kit.world import computer
from tests.kit.worlds import Exchange
from tests.ui.driving import click, find, hold, press, press_button, settle, type_text
from tests.ui.driving import show as show_window
from tests.ui.review.test_screen import choose, chosen, context, entries, screen, show
from tests.ui.today.test_screen import asked
from trainer_app.actions.attendance import attendance, reconciliation
from trainer_app.actions.base import history, identity
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import enrolments
from trainer_app.actions.exchange import importing, sending
from trainer_app.actions.office import erasing
from trainer_app.actions.people import joining, people
from trainer_app.actions.review import review
from trainer_app.bundle.layout import BundleContent
from trainer_app.bundle.packing import write_bundle
from trainer_app.domain.attendance.marks import Mark, SignatureState
from trainer_app.domain.review.contradictions import ReviewItem, ReviewKind
from trainer_app.store.base.drafts import Step
from trainer_app.store.exchange.transfers import all_lines
from trainer_app.system.clock import FixedClock
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.review import cards
from trainer_app.ui.review.item_list import ReviewGroup
from trainer_app.ui.review.screen import ReviewScreen
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.cards import ActionRow
from trainer_app.ui.widgets.controls import Button

__all__ = ["context", "screen"]


@pytest.fixture
def exchange(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Exchange]:
    """Open an office that took in all; one that has many conflicts where `many` is asked for."""
    world = worlds.marked_apart if "many" in request.fixturenames else worlds.all_taken_in
    with world(tmp_path / "exchange").open() as made:
        yield Exchange.of(made)


@pytest.fixture
def many(exchange: Exchange) -> Exchange:
    """Have two laptops that marked the same people differently: one conflict follows on the other."""
    return exchange


def test_a_third_value_is_given_up_by_its_button(screen: ReviewScreen, exchange: Exchange) -> None:
    choose(screen, ReviewGroup.CONTRADICTIONS, 1)
    waiting = review.count(exchange.office)
    click(screen.item_page.other_button)
    type_text(screen.item_page.other.text, "Ҳакимзода")
    press_button(screen, "review_other_cancel")
    assert screen.item_page.other.isHidden()
    assert review.count(exchange.office) == waiting


def test_the_course_is_opened_from_what_was_signed(
    qtbot: QtBot, context: AppContext, exchange: Exchange
) -> None:
    """The signed sheet is evidence for a contradiction of marks: the way to it stands beside it."""
    fifth = exchange.sessions[4]
    day = next(
        state.day for state in reconciliation.sheets(exchange.office, exchange.course) if 5 in state.numbers
    )
    reconciliation.sign_rest(exchange.office, exchange.course, day)
    screen = show(qtbot, context)
    choose(screen, ReviewGroup.CONTRADICTIONS)
    places = asked(context)
    press_button(screen, "review_signed_button")
    ((name, place),) = places
    assert (name, place["course"], place["session"]) == ("courses", exchange.course, fifth)


def test_what_was_signed_under_the_number_that_counts_is_told(
    qtbot: QtBot, context: AppContext, exchange: Exchange
) -> None:
    work, course = exchange.office, exchange.course
    item = next(each for each in review.list_items(work) if each.entity == "attendance")
    rows = attendance.grid(work, course).rows
    at = next(at for at, row in enumerate(rows) if row.person == item.person)
    kept = rows[at + 1]
    joining.join(work, rows[at].person, kept.person)
    enrolments.keep_one_row(work, kept.enrolment)
    reconciliation.set_signed(work, kept.enrolment, item.session, SignatureState.YES)
    screen = show(qtbot, context)
    screen.list.setCurrentIndex(screen.model.find(item.id))
    settle()
    assert find(screen, Button, "review_signed_button").isVisible()


def test_a_file_of_a_laptop_that_nobody_knows_leads_to_enrolling_it(
    qtbot: QtBot, tmp_path: Path, exchange: Exchange, context: AppContext
) -> None:
    stranger = computer(tmp_path / "stranger", "F. Saidzoda", clock=exchange.clock)
    lines = [line for _, line in all_lines(exchange.trainer.database)]
    trust = identity.trust_list(exchange.office)
    assert trust is not None
    header = msgspec.structs.replace(
        sending.make_header(stranger, "sync", 1, len(lines)), office="DSH", device="K5"
    )
    targets = [trust.office.recipient, trust.office.recovery]
    path = exchange.stick / "stranger.tsync"
    path.write_bytes(write_bundle(BundleContent(header, lines), identity.device_keys(stranger), targets))
    stranger.close()
    importing.import_files(exchange.office, [path])
    screen = show(qtbot, context)
    choose(screen, ReviewGroup.FILES)
    places = asked(context)
    press_button(screen, "review_file_enrol")
    assert places == [("office", {"tab": "laptops"})]


@pytest.mark.parametrize("name", ["review_side_1_take", "review_side_2_take", "review_later"])
def test_a_double_click_is_about_what_was_looked_at_alone(
    many: Exchange, workspace: Workspace, window: MainWindow, name: str
) -> None:
    window.resize(1366, 697)
    workspace.open("review")
    settle()
    page = find(workspace, ReviewScreen, "screen_review")
    looked_at = choose(page, ReviewGroup.CONTRADICTIONS)
    settle()
    button = find(page.item_page, Button, name)
    before, at = [entry.id for entry in entries(page)], button.rect().center()
    handle, at = window.windowHandle(), button.mapTo(window, at)
    QTest.mouseDClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    settle()
    after = [entry.id for entry in entries(page)]
    assert window.childAt(at) is button, "it stands there for the next one too"
    if name == "review_later":
        assert after == before
    else:
        assert after == [entry for entry in before if entry != looked_at.id]
    assert chosen(page).id == before[before.index(looked_at.id) + 1]


@pytest.fixture
def page(
    many: Exchange, workspace: Workspace, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> ReviewScreen:
    """Open Review where one conflict follows on the other, at a moment of a clock that the test moves."""
    monkeypatch.setattr(cards, "_millis", lambda: 0)
    show_window(window)
    workspace.open("review")
    settle()
    found = find(workspace, ReviewScreen, "screen_review")
    choose(found, ReviewGroup.CONTRADICTIONS)
    found.list.setFocus()
    settle()
    return found


@pytest.mark.parametrize("told", [True, False])
def test_a_number_held_decides_one(page: ReviewScreen, window: MainWindow, qtbot: QtBot, told: bool) -> None:
    before = ids(page)
    page.answer_keys.now = lambda: 50_000
    hold(window, Qt.Key.Key_1, "1", 60, told=told)
    # Digits are given back once they are known to be no scanner's.
    qtbot.waitUntil(lambda: len(ids(page)) < len(before))
    assert ids(page) == before[1:]


def ids(page: ReviewScreen) -> list[str]:
    return [entry.id for entry in entries(page)]


TEXTS = {Qt.Key.Key_1: "1", Qt.Key.Key_2: "2", Qt.Key.Key_Space: " ", Qt.Key.Key_Return: "\r"}


def tap(page: ReviewScreen, key: Qt.Key, *moments: int, behind: int = 0, ahead: int = 7_000) -> None:
    """Press and release a key where the keyboard is, at moments of the system's clock.

    The window reads it `behind` milliseconds later, and draws what follows at that moment. `ahead` is by
    how much its own clock differs.
    """
    for moment in moments:
        page.answer_keys.now = lambda read=moment + behind + ahead: read
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, TEXTS[key])
            event.setTimestamp(moment)
            QApplication.sendEvent(page.focusWidget() or page.list, event)
        settle()


@pytest.mark.parametrize("pace", [400, 600, 1000])
@pytest.mark.parametrize("key", [Qt.Key.Key_1, Qt.Key.Key_2])
def test_each_tap_at_an_ordinary_pace_decides_one(
    page: ReviewScreen, workspace: Workspace, pace: int, key: Qt.Key
) -> None:
    """S2: taps of somebody who reads were refused in silence, and each one asked for more rest."""
    for each in range(4):
        before, looked_at = set(ids(page)), chosen(page).id
        tap(page, key, 10_000 + pace * each)
        assert before - set(ids(page)) == {looked_at}
    assert not workspace.banner.isVisible()


@pytest.mark.parametrize("gap", [40, 120, 290])
def test_a_double_tap_decides_one_and_says_why(
    page: ReviewScreen, workspace: Workspace, language: LanguageSwitch, gap: int
) -> None:
    before = ids(page)
    tap(page, Qt.Key.Key_1, 10_000, 10_000 + gap)
    assert ids(page) == before[1:]
    banner = workspace.banner
    assert banner.isVisible()
    assert banner.title.text() == "This press did not count"
    for code, words in (("ru", "Слишком рано или дважды"), ("tg", "Хеле зуд ё ду бор")):
        language.choose(code)
        settle()
        assert banner.text.text().startswith(words)
    tap(page, Qt.Key.Key_1, 10_000 + gap + 310)
    assert ids(page) == before[2:], "what was refused asks for no rest of its own"
    assert not banner.isVisible(), "it counted again"


def test_a_key_that_means_another_thing_now_must_rest_longer(page: ReviewScreen) -> None:
    """S2: settled a conflict, the same key joined two people 0.3 s later."""
    moment = 10_000
    while not chosen(page).id.startswith("people/"):
        last, moment = chosen(page).id, moment + 2_000
        tap(page, Qt.Key.Key_1, moment)
        assert last not in ids(page)
    pairs = ids(page)
    tap(page, Qt.Key.Key_1, moment + 500, moment + 1_400)
    assert ids(page) == pairs, "refused twice: each time it rested too short"
    tap(page, Qt.Key.Key_1, moment + 2_500)
    assert pairs[0] not in ids(page)


def test_taps_while_the_next_card_is_still_to_be_drawn_decide_nothing(page: ReviewScreen) -> None:
    """A slow computer reads late what was tapped early: the card came when nobody looked any more."""
    before = ids(page)
    tap(page, Qt.Key.Key_1, 10_000)
    tap(page, Qt.Key.Key_1, 11_000, behind=1500)
    assert ids(page) == before[2:]
    tap(page, Qt.Key.Key_1, 11_600, 12_200, behind=900)
    assert ids(page) == before[2:], "the card was drawn at 12.5 s"
    tap(page, Qt.Key.Key_1, 12_590)
    assert ids(page) == before[2:], "it stood there for too short a time"
    tap(page, Qt.Key.Key_1, 13_000)
    assert ids(page) == before[3:]


def test_a_number_before_anything_is_drawn_decides_nothing(page: ReviewScreen) -> None:
    before = ids(page)
    press(page.list, Qt.Key.Key_1)
    press(page.list, Qt.Key.Key_1)
    assert ids(page) == before[1:]


def test_a_clock_of_the_system_that_begins_anew_holds_nobody_up(page: ReviewScreen) -> None:
    before = ids(page)
    tap(page, Qt.Key.Key_1, 4_294_960_000)
    for each in range(8):
        page.answer_keys.now = lambda read=4_294_975_000 + 1_000 * each: read
        event = QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(1_000 * (each + 1))
        QApplication.sendEvent(page.list, event)
    tap(page, Qt.Key.Key_1, 20_000, ahead=4_294_974_000)
    assert ids(page) == before[2:]


@pytest.mark.parametrize("group", [ReviewGroup.CONTRADICTIONS, ReviewGroup.PEOPLE])
def test_enter_held_decides_nothing_unread(
    page: ReviewScreen, window: MainWindow, group: ReviewGroup
) -> None:
    """S2: Enter held for 1.6 s decided all that was left, and joined two people."""
    looked_at = choose(page, group)
    settle()
    before = set(ids(page))
    page.answer_keys.now = lambda: 300_000
    hold(window, Qt.Key.Key_Return, "\r", 20)
    assert before - set(ids(page)) == set(), "it led to the buttons"
    hold(window, Qt.Key.Key_Return, "\r", 20, since=100_000)
    assert before - set(ids(page)) == {looked_at.id}, "the press decided, and what repeats it did not"
    hold(window, Qt.Key.Key_Return, "\r", 20, since=200_000)
    assert before - set(ids(page)) == {looked_at.id}


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_tapped_fast_decide_what_was_looked_at_alone(page: ReviewScreen, key: Qt.Key) -> None:
    """S2: four taps in 1.4 s decided two; a system that tells no repeats sends a held key as taps."""
    page.item_page.first().setFocus()
    before = ids(page)
    tap(page, key, 10_000)
    assert ids(page) == before[1:]
    for moment in range(10_033, 11_600, 33):
        page.item_page.first().setFocus()
        tap(page, key, moment)
    assert ids(page) == before[1:], "tapped on, it decides no other one"
    page.item_page.first().setFocus()
    tap(page, key, 12_000)
    assert ids(page) == before[2:], "whoever has let it rest has looked"


def test_enter_in_the_list_and_at_once_again_decides_nothing(page: ReviewScreen) -> None:
    before = ids(page)
    tap(page, Qt.Key.Key_Return, 10_000, 10_150, 10_300, 10_450)
    assert ids(page) == before
    tap(page, Qt.Key.Key_Return, 10_900)
    assert ids(page) == before[1:]


def test_the_third_of_three_answers_has_its_number(
    exchange: Exchange, qtbot: QtBot, context: AppContext
) -> None:
    place = exchange.enrolments[8], exchange.sessions[-1]
    attendance.mark(exchange.trainer, *place, Mark.PRESENT)
    history.undo(exchange.trainer)
    attendance.mark(exchange.second, *place, Mark.ABSENT)
    attendance.mark(exchange.office, *place, Mark.EXCUSED)
    for work in (exchange.trainer, exchange.second):
        importing.import_files(exchange.office, [sending.export(work, exchange.stick).file])
    page = show(qtbot, context)
    choose(page, ReviewGroup.DELETED)
    settle()
    values = [side.value.text() for side in page.item_page.sides]
    assert values == ["Absent", "Excused", "Taken back by who wrote it"]
    words = [side.button.text() for side in page.item_page.sides]
    assert words == ["Keep “Absent”", "Keep “Excused”", "Leave it without a mark"]
    assert page.item_page.title.text() == "Taken back on one computer, written on another"
    press(page.list, Qt.Key.Key_4)
    assert ReviewGroup.DELETED in {entry.group for entry in entries(page)}, "there is no fourth one"
    press(page.list, Qt.Key.Key_3)
    settle()
    assert ReviewGroup.DELETED not in {entry.group for entry in entries(page)}
    row = next(
        row for row in attendance.grid(exchange.office, exchange.course).rows if row.enrolment == place[0]
    )
    assert row.cells[-1] is None or row.cells[-1].mark is None


def test_space_and_a_number_settle_all_of_a_kind(
    many: Exchange, exchange: Exchange, qtbot: QtBot, context: AppContext
) -> None:
    """From the list, and without five Tabs to the tick; whether a mark is kept at all belongs to it."""
    place = exchange.enrolments[8], exchange.sessions[-1]
    attendance.mark(exchange.trainer, *place, Mark.PRESENT)
    history.undo(exchange.trainer)
    attendance.mark(exchange.second, *place, Mark.ABSENT)
    for work in (exchange.trainer, exchange.second):
        importing.import_files(exchange.office, [sending.export(work, exchange.stick).file])
    page = show(qtbot, context)
    page.list.setFocus()
    choose(page, ReviewGroup.DELETED)
    settle()
    tick = page.item_page.alike
    assert tick.text() == "The same for 5 others of this kind: the value of the same laptop"
    press(page.list, Qt.Key.Key_Space)
    assert tick.isChecked()
    press(page.list, Qt.Key.Key_1)
    settle()
    left = [entry.subject for entry in entries(page) if isinstance(entry.subject, ReviewItem)]
    assert [item.entity for item in left if item.entity == "attendance"] == []
    assert chosen(page).group is not ReviewGroup.DELETED
    choose(page, ReviewGroup.CONTRADICTIONS)
    settle()
    press(page.list, Qt.Key.Key_Space)
    assert not tick.isChecked(), "it was about one question, and this one has none like it"


@pytest.mark.parametrize("group", [ReviewGroup.CONTRADICTIONS, ReviewGroup.PEOPLE])
def test_answers_are_in_sight_in_a_low_window(
    exchange: Exchange, workspace: Workspace, window: MainWindow, group: ReviewGroup
) -> None:
    """S3: at 1024x700 with a text of 150 % one scrolled to "Keep" for each of thirty cards."""
    show_window(window)
    window.resize(1366, 768)
    workspace.open("review")
    settle()
    page = find(workspace, ReviewScreen, "screen_review")
    looked_at = choose(page, group)
    settle()
    bar = page.answers
    assert bar.isHidden(), "the buttons of the cards are in sight"
    window.resize(1024 * 100 // 150, 700 * 100 // 150)
    settle()
    assert bar.isVisible()
    own = [button for _words, button in page._answers()]
    assert (page.people_page.not_same in own) is (group is ReviewGroup.PEOPLE)
    waits = page.people_page if group is ReviewGroup.PEOPLE else page.item_page
    click(bar.buttons[own.index(waits.later_button)])
    settle()
    assert chosen(page).id != looked_at.id, "the next one is shown, and nothing was decided"
    assert looked_at.id in {each.id for each in entries(page)}
    choose(page, group)
    settle()
    assert sum(button.isVisible() for button in bar.buttons) == len(own)
    for button in bar.buttons[: len(own)]:
        assert window.rect().contains(QRect(button.mapTo(window, QPoint()), button.size()))
        assert window.childAt(button.mapTo(window, button.rect().center())) is button
        assert button.text()
        assert button.focusPolicy() == Qt.FocusPolicy.NoFocus
    entry = page.list.visualRect(page.list.currentIndex())
    entry.moveTopLeft(page.list.viewport().mapTo(page, entry.topLeft()))
    assert not entry.intersects(bar.geometry()), "what it is about stays in sight too"
    click(page.settled_button)
    settle()
    assert bar.isHidden(), "what was decided before is no question"
    click(page.settled_button)
    settle()
    click(bar.buttons[0])
    settle()
    assert looked_at.id not in {each.id for each in entries(page)}
    window.resize(1366, 768)
    settle()
    choose(page, ReviewGroup.CONTRADICTIONS)
    settle()
    assert bar.isHidden()
    assert page.page.verticalScrollBar().maximum() == 0, "it takes no room where it is not wanted"


def test_a_key_says_that_they_are_not_the_same(screen: ReviewScreen, exchange: Exchange) -> None:
    choose(screen, ReviewGroup.PEOPLE)
    settle()
    press(screen.list, Qt.Key.Key_0)
    settle()
    assert joining.candidates(exchange.office) == []
    assert joining.joined_people(exchange.office) == []


@pytest.mark.parametrize(
    ("group", "key", "keys"),
    [
        (ReviewGroup.CONTRADICTIONS, Qt.Key.Key_0, "1 to 2 take a value each; Esc leaves it for later."),
        (ReviewGroup.CONTRADICTIONS, Qt.Key.Key_3, "1 to 2 take a value each; Esc leaves it for later."),
        (ReviewGroup.PEOPLE, Qt.Key.Key_3, "1 and 2 join them and keep that spelling, 0 says that they are "),
    ],
)
def test_a_key_that_is_no_answer_says_which_are(
    screen: ReviewScreen, context: AppContext, group: ReviewGroup, key: Qt.Key, keys: str
) -> None:
    """S3: 0 on a conflict did nothing, and said nothing."""
    told: list[tuple[str, str]] = []
    context.noticed.connect(lambda notice: told.append((notice.title, notice.text)))
    entry = choose(screen, group)
    settle()
    press(screen.list, key)
    settle()
    assert chosen(screen).id == entry.id
    ((title, text),) = told
    assert title == f"The key {key - Qt.Key.Key_0} answers nothing here"
    assert text.startswith(keys)


def test_another_question_is_read_from_its_beginning(
    exchange: Exchange, workspace: Workspace, window: MainWindow
) -> None:
    """S2: the next two people stood there scrolled to the second one, both merges below them."""
    show_window(window)
    window.resize(1024, 700)
    workspace.open("review")
    settle()
    page = find(workspace, ReviewScreen, "screen_review")
    choose(page, ReviewGroup.PEOPLE)
    window.resize(1024, 420)
    settle()
    bar = page.page.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    page.refresh_now()
    settle()
    assert bar.value() > 0, "it is the same question"
    choose(page, ReviewGroup.CONTRADICTIONS)
    settle()
    assert bar.value() == 0


def test_undo_leads_back_to_two_people_too_and_to_where_one_was_before(
    screen: ReviewScreen, context: AppContext
) -> None:
    pair = choose(screen, ReviewGroup.PEOPLE)
    screen.people_page.take(0)
    settle()
    choose(screen, ReviewGroup.CONTRADICTIONS)
    context.undo_last()
    settle()
    assert chosen(screen).id == pair.id
    assert screen.details.currentWidget() is screen.people_page
    click(screen.people_page.not_same)
    settle()
    click(screen.settled_button)
    settle()
    click(screen.settled.rows[0].button)
    settle()
    assert screen.body.currentWidget() is screen.settled, "it was undone there"
    assert not screen.list.hasFocus()
    click(screen.settled_button)
    settle()
    assert chosen(screen).id == pair.id


def test_an_erasure_says_what_it_forgot(screen: ReviewScreen, exchange: Exchange) -> None:
    """S2: every decision had gone from the list after an erasure, and nothing said why."""
    page = screen.settled
    press(screen.list, Qt.Key.Key_1)
    settle()
    click(screen.settled_button)
    settle()
    assert len(page.rows) == 1
    assert not page.since.isVisible()
    person = enrolments.list_enrolments(exchange.office, exchange.course)[-1].person.key
    erasing.erase_person(exchange.office, person, "on their own request", "K-17")
    screen.refresh_now()
    settle()
    assert page.rows == []
    assert page.since.isVisible()
    assert not page.empty.isVisible(), "something was decided"
    # S3: the list was empty although the journal tells what was decided.
    assert page.before.isVisible()
    (row,) = page.before.findChildren(ActionRow)
    assert row.words.title.text().startswith("Назаров Исфандиёр · ")
    assert row.words.second.text().startswith(f"{exchange.office.user} · ")
    assert not row.button.isVisible(), "there is no way back"
    assert "the newest (1) are told below" in page.since.words.text()
    assert "More entries about erased people: 0;" in page.since.words.text()
    clock = exchange.office.clock
    assert isinstance(clock, FixedClock)
    clock.advance(minutes=1)
    decided = enrolments.list_enrolments(exchange.office, exchange.course)[14].person.key
    erasing.erase_person(exchange.office, decided, "on their own request", "K-18")
    screen.refresh_now()
    settle()
    assert not page.before.isVisible()
    assert "More entries about erased people: 1;" in page.since.words.text()


@pytest.mark.parametrize("way", ["waits", "presses", "moves", "types", "decides"])
def test_who_went_on_is_not_led_to_the_group_that_was_asked_for(
    qtbot: QtBot, context: AppContext, exchange: Exchange, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """S3: pairs that are found late took whoever had chosen an entry meanwhile away from it."""
    pairs = joining.candidates_of
    monkeypatch.setattr(joining, "candidates_of", lambda *_asked: ())
    screen = show(qtbot, context)
    screen.show_place(group=ReviewGroup.PEOPLE)
    assert chosen(screen).group is ReviewGroup.CONTRADICTIONS
    show_window(screen)
    screen.list.setFocus()
    if way == "presses":
        box = screen.list.visualRect(screen.list.currentIndex())
        QTest.mouseClick(screen.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    elif way == "moves":
        press(screen.list, Qt.Key.Key_Down)
    elif way == "types":
        click(screen.item_page.reason)
        type_text(screen.item_page.reason, "аз рӯи варақа")
    elif way == "decides":
        press(screen.list, Qt.Key.Key_1)
        settle()
    stayed = chosen(screen).id
    screen.refresh_now()
    assert chosen(screen).id == stayed, "nothing was found yet"
    monkeypatch.setattr(joining, "candidates_of", pairs)
    person = enrolments.list_enrolments(exchange.office, exchange.course)[0].person.key
    context.do(people.change_person, person, {"unit": "ВКД"})
    settle()
    assert ReviewGroup.PEOPLE in {entry.group for entry in entries(screen)}
    assert (chosen(screen).id == stayed) is (way != "waits")
    assert (chosen(screen).group is ReviewGroup.PEOPLE) is (way == "waits")


def test_what_was_settled_is_read_only_when_it_is_opened(
    screen: ReviewScreen, exchange: Exchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, settled = list[int](), review.settled

    def counted(work: Workplace, limit: int) -> list[Step]:
        read.append(limit)
        return settled(work, limit)

    monkeypatch.setattr(review, "settled", counted)
    press(screen.list, Qt.Key.Key_1)
    settle()
    screen.refresh_now()
    assert read == [], "S3: it was read at every change, though nobody saw it"
    click(screen.settled_button)
    assert (len(read), len(screen.settled.rows)) == (1, 1)
    screen.refresh_now()
    assert len(read) == 2, "while it is seen"
    click(screen.settled_button)
    click(screen.settled_button)
    assert len(read) == 2, "nothing changed meanwhile"


def test_two_rows_of_one_person_are_told_before_joining_and_decided_after_it(
    screen: ReviewScreen, exchange: Exchange
) -> None:
    """The panel names the course and that both rows hold marks; joined, the rows stand side by side."""
    choose(screen, ReviewGroup.PEOPLE)
    pair = screen.people_page.pair
    assert pair is not None
    work, course = exchange.office, exchange.course
    on_list = {each.person.key for each in enrolments.list_enrolments(work, course)}
    for key in {pair.a, pair.b} - on_list:
        enrolments.enrol(work, course, key)
    rows = [each for each in enrolments.list_enrolments(work, course) if each.person.key in (pair.a, pair.b)]
    session = attendance.grid(work, course).sessions[0].key
    for each in rows:
        attendance.mark(work, each.enrolment.key, session, Mark.PRESENT)
    screen.refresh_now()
    settle()
    entry = next(each for each in entries(screen) if each.id == f"people/{pair.a}/{pair.b}")
    screen.list.setCurrentIndex(screen.model.find(entry.id))
    said = [card.values["courses"].text() for card in screen.people_page.cards]
    assert said[0] != said[1], "number, marks and laptop tell their rows apart"
    assert all("No." in one and "marks: " in one and "written by" in one for one in said)
    told = screen.people_page.shared
    assert told.isVisible()
    assert "Both rows hold marks in" in told.words.text()
    numbers = {f"No.\xa0{each.enrolment.number}" for each in rows}
    assert len(numbers) == 2
    assert all(number in told.words.text() for number in numbers), "the rows are named"
    *others, one, two = [words for words, _button in screen.people_page.answers()]
    assert others == ["Not the same person", "Decide later"]
    assert {number for number in numbers for words in (one, two) if words.endswith(number)} == numbers
    assert "Unit and district stay" in screen.people_page.about.text()
    click(screen.people_page.cards[0].button)
    settle()
    (item,) = [each for each in review.list_items(work) if each.kind is ReviewKind.TWICE_ON_LIST]
    screen.list.setCurrentIndex(screen.model.find(item.id))
    settle()
    page = screen.item_page
    assert page.title.text() == "One person stands on the list of a course more than once"
    assert [card.button.text() for card in page.sides] == ["Keep this row", "Keep this row"]
    click(page.sides[1].button)
    settle()
    listed = [each.person.key for each in enrolments.list_enrolments(work, course) if each.expected]
    assert len({pair.a, pair.b}.intersection(listed)) == 1
    assert not [each for each in review.list_items(work) if each.kind is ReviewKind.TWICE_ON_LIST]
