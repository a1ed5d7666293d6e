"""Review in the window: the list, both sides, keys, a third value, people, files, what was settled."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from pytestqt.qtbot import QtBot

from tests.kit import worlds
from tests.kit.running import in_turn
from tests.kit.seat import MakeContext
from tests.kit.worlds import Exchange
from tests.ui.driving import click, press, press_button, settle, type_text
from trainer_app.actions.attendance import attendance
from trainer_app.actions.courses import enrolments, sessions
from trainer_app.actions.exchange import importing, sending
from trainer_app.actions.people import joining, people
from trainer_app.actions.review import review
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.review.contradictions import ReviewItem, ReviewKind, ReviewSide
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.review import screen as screen_module
from trainer_app.ui.review.item_list import LINE_ROLE, ReviewEntry, ReviewGroup, ReviewListModel
from trainer_app.ui.review.pages import FilePage
from trainer_app.ui.review.screen import ReviewScreen
from trainer_app.ui.review.wording import ReviewWording
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace

CONTRADICTING = (ReviewKind.CONTRADICTION, ReviewKind.IMMUTABLE)


@pytest.fixture
def exchange(tmp_path: Path) -> Iterator[Exchange]:
    with worlds.all_taken_in(tmp_path / "exchange").open() as made:
        yield Exchange.of(made)


@pytest.fixture
def context(exchange: Exchange, make_context: MakeContext) -> AppContext:
    return make_context(exchange.office)


@pytest.fixture
def screen(qtbot: QtBot, context: AppContext) -> ReviewScreen:
    return show(qtbot, context)


def show(qtbot: QtBot, context: AppContext) -> ReviewScreen:
    """Open the screen as wide as the window leaves it."""
    made = ReviewScreen(context)
    qtbot.addWidget(made)
    made.resize(1170, 697)
    made.show()
    made.first_focus().setFocus()
    settle()
    return made


def entries(screen: ReviewScreen) -> list[ReviewEntry]:
    return screen.model.entries()


def chosen(screen: ReviewScreen) -> ReviewEntry:
    entry = screen.list.currentIndex().data(LINE_ROLE)
    assert isinstance(entry, ReviewEntry)
    return entry


def choose(screen: ReviewScreen, group: ReviewGroup, place: int = 0) -> ReviewEntry:
    found = [entry for entry in entries(screen) if entry.group is group]
    screen.list.setCurrentIndex(screen.model.find(found[place].id))
    return found[place]


def cell_of(exchange: Exchange) -> Mark | None:
    """Return the mark over which the two laptops differ."""
    grid = attendance.grid(exchange.office, exchange.course)
    row = next(one for one in grid.rows if one.enrolment == exchange.enrolments[14])
    cell = row.cells[4]
    return cell.mark if cell is not None else None


def test_everything_that_waits_stands_in_its_group(screen: ReviewScreen) -> None:
    assert [(entry.group, entry.title) for entry in entries(screen)] == [
        (ReviewGroup.CONTRADICTIONS, "Назаров Исфандиёр"),
        (ReviewGroup.CONTRADICTIONS, "Пирова Шаҳноза"),
        (ReviewGroup.PEOPLE, entries(screen)[2].title),
        (ReviewGroup.NUMBERS, entries(screen)[3].title),
    ]
    assert {mark for mark, _ in entries(screen)[0].marks} == {"late", "absent"}
    assert entries(screen)[1].second == "Patronymic: Ҳакимовна / Хакимовна"


def test_tab_goes_from_the_sides_to_what_stands_below_them(screen: ReviewScreen) -> None:
    choose(screen, ReviewGroup.CONTRADICTIONS)
    page = screen.item_page
    wanted = [*(side.button for side in page.sides), page.reason, page.other_button, page.later_button]
    walked: list[QWidget | None] = [screen.list]
    screen.list.setFocus()
    while len(walked) <= len(wanted):
        press(screen.focusWidget() or screen.list, Qt.Key.Key_Tab)
        walked.append(screen.focusWidget())
    assert walked[1:] == wanted
    choose(screen, ReviewGroup.PEOPLE)
    people_page = screen.people_page
    wanted = [*(card.button for card in people_page.cards), people_page.not_same, people_page.later_button]
    walked = [screen.list]
    screen.list.setFocus()
    while len(walked) <= len(wanted):
        press(screen.focusWidget() or screen.list, Qt.Key.Key_Tab)
        walked.append(screen.focusWidget())
    assert walked[1:] == wanted


def test_the_list_is_a_true_model_whose_heads_cannot_be_chosen(screen: ReviewScreen) -> None:
    model: ReviewListModel = screen.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_entries(entries(screen)[:1])
    model.set_entries([])
    screen.refresh_now()
    head = model.index(0)
    assert head.data() == "Conflicts"
    assert head.data(Qt.ItemDataRole.AccessibleTextRole) == "Conflicts: 2"
    assert not model.flags(head) & Qt.ItemFlag.ItemIsSelectable


def test_arrows_pass_over_the_heads(screen: ReviewScreen) -> None:
    seen = [chosen(screen).id]
    for _ in range(3):
        press(screen.list, Qt.Key.Key_Down)
        seen.append(chosen(screen).id)
    assert seen == [entry.id for entry in entries(screen)]


def test_both_sides_say_who_when_where_and_what_it_means(screen: ReviewScreen) -> None:
    left, right = screen.item_page.sides
    assert left.value.text() == "Absent"
    assert right.value.text() == "Late, 20 minutes"
    assert [side.lines["who"].text() for side in (left, right)] == ["Ҷ. Линдквист", "Д. Назарова"]
    assert [side.lines["where"].text() for side in (left, right)] == ["K9", "K7"]
    assert right.seconds["when"].text() == "19 minutes after the other one"
    assert left.seconds["when"].text() == "before the other one"
    assert right.seconds["where"].text() == "came with DSH-K7-0002"
    assert left.effect.title.text() == "Certificate of attendance"
    assert right.effect.title.text() == "Certificate of completion"
    assert [side.button.kind for side in (left, right)] == ["choice", "choice"]
    assert sorted(side.chip.isHidden() for side in (left, right)) == [False, True]
    assert screen.item_page.about_course.text() == (
        "Душанбе, 15–18 October 2018 · session 5, Tue 16 Oct, 11:00–12:30".replace("16 Oct", "16\xa0Oct")
    )


@pytest.mark.parametrize(("key", "mark"), [(Qt.Key.Key_1, Mark.ABSENT), (Qt.Key.Key_2, Mark.LATE)])
def test_a_number_takes_a_side_and_the_next_item_comes(
    screen: ReviewScreen, exchange: Exchange, key: Qt.Key, mark: Mark
) -> None:
    before = [entry.id for entry in entries(screen)]
    press(screen.list, key)
    settle()
    assert cell_of(exchange) is mark
    assert [entry.id for entry in entries(screen)] == before[1:]
    assert chosen(screen).id == before[1]
    assert screen.list.hasFocus()


def test_the_button_takes_its_side_and_offers_the_way_back(
    qtbot: QtBot, screen: ReviewScreen, context: AppContext, exchange: Exchange
) -> None:
    with qtbot.waitSignal(context.undo_offered) as offered:
        click(screen.item_page.sides[0].button)
    assert offered.args is not None
    assert offered.args[0].startswith("Назаров Исфандиёр, mark")
    assert cell_of(exchange) is Mark.ABSENT
    screen.settled_button.setFocus()
    context.undo_last()
    settle()
    assert len(entries(screen)) == 4
    assert chosen(screen).title == "Назаров Исфандиёр", "S3: undo led nowhere"
    assert screen.item_page.title.isVisible()
    assert screen.list.hasFocus()
    context.redo_last()
    settle()
    assert chosen(screen).title == "Пирова Шаҳноза"


def test_enter_goes_to_the_sides_and_escape_comes_back_to_the_next(screen: ReviewScreen) -> None:
    press(screen.list, Qt.Key.Key_Return)
    assert screen.item_page.sides[0].button.hasFocus()
    press(screen.item_page.sides[0].button, Qt.Key.Key_Escape)
    assert screen.list.hasFocus()
    assert chosen(screen).title == "Пирова Шаҳноза"


def test_the_sides_take_numbers_too(screen: ReviewScreen, exchange: Exchange) -> None:
    press(screen.list, Qt.Key.Key_Return)
    press(screen.item_page.sides[1].button, Qt.Key.Key_1)
    assert cell_of(exchange) is Mark.ABSENT


def test_a_third_mark_is_chosen_with_its_minutes(screen: ReviewScreen, exchange: Exchange) -> None:
    page = screen.item_page
    click(page.other_button)
    assert page.other.choice.hasFocus()
    page.other.choice.setCurrentIndex(page.other.choice.findData("absent"))
    assert page.other.minutes.isHidden()
    page.other.choice.setCurrentIndex(page.other.choice.findData("late"))
    page.other.minutes.setValue(5)
    click(page.other.keep)
    grid = attendance.grid(exchange.office, exchange.course)
    cell = next(row for row in grid.rows if row.enrolment == exchange.enrolments[14]).cells[4]
    assert cell is not None
    assert (cell.mark, cell.missed) == (Mark.LATE, 5)


def test_a_day_that_does_not_exist_is_no_third_value(screen: ReviewScreen) -> None:
    page, given = screen.item_page, list[str]()
    item = chosen(screen)
    assert isinstance(item.subject, ReviewItem)
    page.other.given.disconnect()
    page.other.given.connect(given.append)
    page.other.open(replace(item.subject, entity="session", fields=("day",)), ())
    type_text(page.other.day, "31.02.2027")
    click(page.other.keep)
    assert given == [], "the day that stood there before is nobody's decision"
    type_text(page.other.day, "28.02.2027")
    click(page.other.keep)
    assert given == ["2027-02-28"]


def test_what_was_decided_of_a_name_before_is_said_at_the_rest_of_it(
    screen: ReviewScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(screen, ReviewGroup.CONTRADICTIONS, 1)
    page = screen.item_page
    assert page.decided_before.isHidden()
    said = Label("counting.person_days")
    monkeypatch.setattr(review, "decided_beside", lambda _work, _item: said)
    page.retranslate()
    assert page.decided_before.text() == "Decided of this name before: Person-days"
    assert not page.decided_before.isHidden()


def test_a_third_spelling_is_typed_with_a_reason(screen: ReviewScreen, exchange: Exchange) -> None:
    choose(screen, ReviewGroup.CONTRADICTIONS, 1)
    page = screen.item_page
    type_text(page.reason, "аз рӯи шиноснома")
    click(page.other_button)
    type_text(page.other.text, "Ҳакимзода")
    press(page.other.text, Qt.Key.Key_Return)
    settle()
    person = enrolments.list_enrolments(exchange.office, exchange.course)[16].person
    assert person.patronymic == "Ҳакимзода"
    click(screen.settled_button)
    assert screen.body.currentWidget() is screen.settled
    row = screen.settled.rows[0]
    assert row.words.title.text().endswith("Ҳакимзода. Reason: аз рӯи шиноснома")
    assert row.words.second.text().startswith(f"{exchange.office.user} · "), "S3: nobody was named"
    press_button(screen.settled, f"{row.objectName()}_covered")
    panel = screen.settled.covered
    assert panel.about.text().endswith(f"\ndecided by {exchange.office.user}")
    assert panel.isVisible()
    assert panel.list.heading.text() == "1 row"
    assert [line.rpartition(": ")[2] for line in panel.list.lines] == ["Ҳакимзода"]
    press(panel.accept_button, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    press_button(screen.settled, f"{row.objectName()}_covered")
    screen.hide()
    screen.show()
    screen.show_place(settled=True)
    assert not panel.isVisible(), "it stayed open over the page after a visit elsewhere"
    press_button(screen.settled, f"{screen.settled.rows[0].objectName()}_covered")
    click(panel.accept_button)
    assert not panel.isVisible()
    click(screen.settled.rows[0].button)
    settle()
    assert screen.settled.rows[0].words.second.text().endswith("undone")
    assert review.count(exchange.office) == 3


def test_who_comes_back_sees_what_waits(screen: ReviewScreen) -> None:
    """A list of what was settled stayed over what waits, and one thought that nothing did."""
    click(screen.settled_button)
    screen.window().showMinimized()
    screen.window().showNormal()
    assert screen.body.currentWidget() is screen.settled, "the window was put down, not Review"
    screen.hide()
    screen.show()
    settle()
    assert (screen.settled_button.isChecked(), screen.body.currentIndex()) == (False, 0)
    assert screen.first_focus() is screen.list
    screen.hide()
    screen.show_place(settled=True)
    screen.show()
    settle()
    assert screen.body.currentWidget() is screen.settled, "it was asked for"
    screen.go_home()
    assert screen.body.currentIndex() == 0


def test_an_empty_third_value_can_be_left_by_escape(screen: ReviewScreen, exchange: Exchange) -> None:
    choose(screen, ReviewGroup.CONTRADICTIONS, 1)
    click(screen.item_page.other_button)
    press(screen.item_page.other.text, Qt.Key.Key_Escape)
    assert screen.item_page.other.isHidden()
    assert screen.item_page.other_button.hasFocus()
    assert review.count(exchange.office) == 3


def test_what_is_typed_stays_with_its_item(screen: ReviewScreen) -> None:
    screen.item_page.reason.setText("half a thought")
    screen.refresh_now()
    assert screen.item_page.reason.text() == "half a thought"
    choose(screen, ReviewGroup.CONTRADICTIONS, 1)
    assert screen.item_page.reason.text() == ""


def test_deciding_later_leaves_it_and_goes_on(screen: ReviewScreen, exchange: Exchange) -> None:
    for _ in range(4):
        click(
            screen.people_page.later_button
            if chosen(screen).group is ReviewGroup.PEOPLE
            else screen.item_page.later_button
        )
    assert chosen(screen).id == entries(screen)[0].id
    assert review.count(exchange.office) == 3


def test_the_whole_history_comes_when_it_is_asked_for(screen: ReviewScreen) -> None:
    card = screen.item_page.evidence
    assert card.history == []
    click(card.all_changes)
    assert [row.title.text() for row in card.history] == ["Late, 20 min", "Absent", "Present"]
    assert "K9" in card.history[1].second.text()
    choose(screen, ReviewGroup.CONTRADICTIONS, 1)
    assert card.history == []


def test_a_number_goes_to_one_of_the_two(screen: ReviewScreen, exchange: Exchange) -> None:
    choose(screen, ReviewGroup.NUMBERS)
    names = [side.value.text() for side in screen.item_page.sides]
    assert set(names) == {"Юсуфов Алишер", worlds.NAMESAKE}
    assert screen.item_page.sides[0].chip.isHidden()
    assert screen.item_page.other_button.isHidden()
    click(screen.item_page.sides[names.index("Юсуфов Алишер")].button)
    numbers = {row.name: row.number for row in attendance.grid(exchange.office, exchange.course).rows}
    assert (numbers["Юсуфов Алишер"], numbers[worlds.NAMESAKE]) == (26, 27)


def test_the_year_of_birth_stands_where_it_is_known(screen: ReviewScreen, exchange: Exchange) -> None:
    """S3: it stood in the cards of people of one name alone."""
    choose(screen, ReviewGroup.PEOPLE)
    cards = screen.people_page.cards
    parts = [part["birth_year"] for card in cards for part in (card.captions, card.values)]
    assert not any(part.isVisible() for part in parts)
    named = [card.name.text() for card in cards].index(worlds.NAMESAKE)
    (person,) = (
        each for each in people.search(exchange.office, "Рахимов") if each.short_name == worlds.NAMESAKE
    )
    screen.context.do(people.change_person, person.key, {"birth_year": 1984})
    settle()
    choose(screen, ReviewGroup.PEOPLE)
    assert all(part.isVisible() for part in parts)
    assert cards[named].captions["birth_year"].text() == "Year of birth"
    assert [card.values["birth_year"].text() for card in (cards[named], cards[1 - named])] == ["1984", "–"]


def test_two_spellings_become_one_person_and_part_again(screen: ReviewScreen, exchange: Exchange) -> None:
    choose(screen, ReviewGroup.PEOPLE)
    page = screen.people_page
    names = [card.name.text() for card in page.cards]
    assert set(names) == {"Раҳимов Некрӯз", worlds.NAMESAKE}
    reasons = [label.text() for label in page.reasons.findChildren(QWidget) if hasattr(label, "text")]
    assert any("two spellings" in str(text) for text in reasons)
    place = names.index("Раҳимов Некрӯз")
    settle()
    press(screen.list, (Qt.Key.Key_1, Qt.Key.Key_2)[place])
    settle()
    assert ReviewGroup.PEOPLE not in {entry.group for entry in entries(screen)}
    ((other, kept),) = joining.joined_people(exchange.office)
    assert (other.short_name, kept.short_name) == (worlds.NAMESAKE, "Раҳимов Некрӯз")
    screen.show_place(settled=True)
    row = next(row for row in screen.settled.rows if row.objectName().startswith("joined_"))
    decision = next(row for row in screen.settled.rows if row.objectName().startswith("settled_"))
    assert decision.button.isVisibleTo(decision)
    click(row.button)
    settle()
    assert joining.joined_people(exchange.office) == []
    screen.show_place(settled=True)
    settle()
    told = [row for row in screen.settled.rows if row.words.second.text().endswith("changed since")]
    assert [row.button.isVisibleTo(row) for row in told] == [False], "Undo would be refused there"
    assert ReviewGroup.PEOPLE in {entry.group for entry in entries(screen)}


def test_not_the_same_is_remembered(screen: ReviewScreen, exchange: Exchange) -> None:
    choose(screen, ReviewGroup.PEOPLE)
    click(screen.people_page.not_same)
    settle()
    assert joining.candidates(exchange.office) == []
    assert ReviewGroup.PEOPLE not in {entry.group for entry in entries(screen)}


def test_a_change_of_marks_does_not_compare_all_people_again(
    screen: ReviewScreen, context: AppContext, exchange: Exchange
) -> None:
    before = screen._directory
    context.do(attendance.set_remark, exchange.enrolments[0], exchange.sessions[0], "x")
    settle()
    assert screen._directory is before
    person = enrolments.list_enrolments(exchange.office, exchange.course)[0].person.key
    context.do(people.change_person, person, {"unit": "ВКД"})
    settle()
    assert screen._directory is not before


def test_many_people_are_compared_off_the_gui_thread(
    qtbot: QtBot, context: AppContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen_module, "AT_ONCE", 3)
    titles: list[str] = []
    context.jobs.started.connect(titles.append)
    screen = show(qtbot, context)
    assert titles == ["Looking for people under two spellings"]
    assert ReviewGroup.PEOPLE in {entry.group for entry in entries(screen)}


def test_deleted_on_one_laptop_and_changed_on_another(
    qtbot: QtBot, context: AppContext, exchange: Exchange
) -> None:
    last = exchange.sessions[-1]
    sessions.remove_session(exchange.trainer, last)
    attendance.mark(exchange.office, exchange.enrolments[0], last, Mark.PRESENT)
    importing.import_files(exchange.office, [sending.export(exchange.trainer, exchange.stick).file])
    screen = show(qtbot, context)
    entry = choose(screen, ReviewGroup.DELETED)
    item = entry.subject
    assert isinstance(item, ReviewItem)
    assert item.kind is ReviewKind.DELETED
    words = {side.value.text(): side.button.text() for side in screen.item_page.sides}
    assert words == {"Deleted": "Delete", "Kept, with the change": "Keep"}
    keep = next(side for side in screen.item_page.sides if side.button.text() == "Keep")
    click(keep.button)
    assert ReviewGroup.DELETED not in {entry.group for entry in entries(screen)}


class FirstPainted(QObject):
    """Notes where each part stands in the window when it is painted for the first time."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: dict[QWidget, QRect] = {}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at paint events alone."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.seen.setdefault(watched, place_of(watched))
        return False


def place_of(part: QWidget) -> QRect:
    return QRect(part.mapTo(part.window(), QPoint()), part.size())


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_first_picture_is_the_last_one(
    workspace: Workspace, window: MainWindow, language: LanguageSwitch, code: str
) -> None:
    """Texts that take two lines are known to do so before anything is seen: no card moves or grows."""
    language.choose(code)
    window.resize(1366, 768)
    settle()
    first, application = FirstPainted(), QApplication.instance()
    assert application is not None
    application.installEventFilter(first)
    screen = workspace.open("review")
    for _ in range(8):
        settle()
    application.removeEventFilter(first)
    assert isinstance(screen, ReviewScreen)
    page = screen.item_page
    parts = [page, *page.findChildren(QWidget)]
    painted = [part for part in parts if part in first.seen and part.isVisible()]
    assert {*page.sides} <= {*painted}
    assert [part.objectName() for part in painted if first.seen[part] != place_of(part)] == []


def test_an_item_decided_elsewhere_is_told_and_goes(
    screen: ReviewScreen, context: AppContext, exchange: Exchange
) -> None:
    item = entries(screen)[0].id
    review.settle(exchange.office, item, "ours")
    told: list[str] = []
    context.noticed.connect(lambda notice: told.append(notice.title))
    press(screen.list, Qt.Key.Key_1)
    assert told == ["This item was decided already or does not exist"]
    assert item not in [entry.id for entry in entries(screen)]


def test_the_number_beside_it_counts_all_that_its_list_shows(
    screen: ReviewScreen, context: AppContext, exchange: Exchange
) -> None:
    pairs = joining.candidates(exchange.office)
    assert pairs, "people who may be one wait here too"
    listed = len(entries(screen)) + screen.model.left()
    assert context.waiting.look() == listed
    assert review.count(exchange.office) == listed - len(pairs)
    changes = context.do(joining.not_the_same, pairs[0].a, pairs[0].b)
    assert changes is not None
    assert context.waiting.look(changes) == listed - 1


def test_when_nothing_waits_the_screen_says_so(
    qtbot: QtBot, context: AppContext, screen: ReviewScreen, exchange: Exchange
) -> None:
    for item in review.list_items(exchange.office):
        review.settle(exchange.office, item.id, "ours")
    for pair in joining.candidates(exchange.office):
        context.do(joining.not_the_same, pair.a, pair.b)
    settle()
    assert screen.body.currentWidget() is screen.empty
    assert screen.first_focus() is screen.settled_button
    with qtbot.waitSignal(context.place_requested) as asked:
        click(screen.to_office)
    assert asked.args == ["office", {}]


@in_turn("code", ["tg", "ru", "en"])
def test_it_fits_and_speaks_every_language(screen: ReviewScreen, language: LanguageSwitch, code: str) -> None:
    language.choose(code)
    settle()
    for entry in entries(screen):
        screen.list.setCurrentIndex(screen.model.find(entry.id))
        size = screen.minimumSizeHint()
        assert (size.width() <= 1170, size.height() <= 697) == (True, True)
    if code != "en":
        shown = {screen.header.title.text(), screen.settled_button.text(), screen.item_page.title.text()}
        assert not any(text.isascii() for text in shown)
        assert not str(screen.model.index(0).data()).isascii()


@in_turn("code", ["tg", "ru", "en"])
def test_the_page_of_a_file_makes_no_other_page_too_wide(
    context: AppContext, qtbot: QtBot, language: LanguageSwitch, code: str
) -> None:
    language.choose(code)
    page = FilePage(context, ReviewWording(context))
    qtbot.addWidget(page)
    # Before it shows a file, all of its buttons count, and pages of one stack are as wide as the widest.
    assert page.minimumSizeHint().width() <= 1170 - 2 * 24 - 24 - 316


def test_every_control_has_a_name_and_speaks(screen: ReviewScreen) -> None:
    for widget in screen.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.objectName()
            text = widget.property("text")
            assert widget.accessibleName() or text, widget.objectName()


def test_a_short_list_leaves_room_for_the_question_below_it(screen: ReviewScreen) -> None:
    entries = screen.model.entries()
    screen.resize(640, 460)
    for few in (1, 3):
        screen.model.set_entries(entries[:few])
        settle()
        top = screen.details.mapTo(screen, QPoint()).y()
        bottom = screen.list.mapTo(screen, QPoint(0, screen.list.height())).y()
        rows = sum(screen.list.sizeHintForRow(row) for row in range(screen.model.rowCount()))
        assert 0 < top - bottom < 60, "they stand below each other"
        assert screen.list.height() >= min(rows, 180)
        assert screen.list.height() - rows < 30
    screen.resize(1166, 700)
    settle()
    assert screen.list.height() > 500, "beside it the list has all of the height"


def test_sheets_of_nobody_tell_a_day_and_no_hour(context: AppContext) -> None:
    wording = ReviewWording(context)
    midnight = 17_820 * 86_400_000
    first, second = ReviewSide({}, at=midnight), ReviewSide({}, at=midnight + 86_400_000)
    assert ":" not in wording.moment(midnight)
    assert wording.distance(second, [first]) == ""
    later = ReviewSide({}, at=midnight + 7 * 60_000)
    assert ":" in wording.moment(later.at)
    assert wording.distance(replace(later, at=later.at + 60_000 * 5), [later]).startswith("5 minute")


# Very much


def test_what_is_not_in_the_list_is_counted_and_shown_by_a_button(
    qtbot: QtBot, context: AppContext, exchange: Exchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        attendance.mark(exchange.second, exchange.enrolments[number], exchange.sessions[2], Mark.EXCUSED)
        attendance.mark(exchange.office, exchange.enrolments[number], exchange.sessions[2], Mark.ABSENT)
    importing.import_files(exchange.office, [sending.export(exchange.second, exchange.stick).file])
    every = {item.id for item in review.list_items(exchange.office)}
    monkeypatch.setattr(screen_module, "_PAGE", 2)
    screen = show(qtbot, context)
    shown = [entry for entry in entries(screen) if isinstance(entry.subject, ReviewItem)]
    assert len(shown) < len(every)
    assert screen.model.left() == len(every) - len(shown)
    assert str(screen.model.left()) in screen.more_button.text()
    head = screen.model.index(0).data(LINE_ROLE)
    assert head.count == sum(review.counts(exchange.office)[kind] for kind in CONTRADICTING)
    while screen.more_button.isVisible():
        before = len(entries(screen))
        click(screen.more_button)
        assert len(entries(screen)) > before
    assert every <= {entry.id for entry in entries(screen)}
    assert screen.model.left() == 0
    lines = screen.entries.findChildren(QFrame, "review_entries_card_rule")
    assert lines
    shown = sum(line.isVisible() for line in lines)
    assert shown == 1, "the button took its line along; that of the spellings stays"


def test_an_item_beyond_the_list_is_opened_all_the_same(
    qtbot: QtBot, context: AppContext, exchange: Exchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        attendance.mark(exchange.second, exchange.enrolments[number], exchange.sessions[2], Mark.EXCUSED)
        attendance.mark(exchange.office, exchange.enrolments[number], exchange.sessions[2], Mark.ABSENT)
    importing.import_files(exchange.office, [sending.export(exchange.second, exchange.stick).file])
    last = [item for item in review.list_items(exchange.office) if item.entity == "attendance"][-1]
    monkeypatch.setattr(screen_module, "_PAGE", 1)
    screen = show(qtbot, context)
    assert last.id not in [entry.id for entry in entries(screen)]
    screen.show_place(item=last.id)
    assert chosen(screen).id == last.id


def test_the_answers_stay_in_their_place_when_a_reason_takes_another_line(screen: ReviewScreen) -> None:
    """They jumped by a line from one conflict to the next."""
    choose(screen, ReviewGroup.CONTRADICTIONS)
    page, before = screen.item_page, list[int]()
    for text in ("Attendance 90 %", "Attendance 90 % (limit 80 %); post-test 65 % (limit 60 %), as the rule"):
        for side in page.sides:
            side.effect.reason.setText(text)
            side.seconds["when"].setVisible(len(text) > 20)
        settle()
        before.append(page.sides[0].button.mapTo(page, QPoint(0, 0)).y())
    assert len(set(before)) == 1, before
