"""Small stumbles of a day that are gone: where the focus, the title, the list and the first lines are."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.kit.world import Story
from tests.ui.courses_parts import courses_of
from tests.ui.driving import click, find, press, press_button, settle, show, type_text
from trainer_app.actions.attendance import attendance
from trainer_app.actions.courses import courses, enrolments
from trainer_app.domain.base.passphrases import PassphraseFault, judge_passphrase
from trainer_app.domain.base.structs import replace
from trainer_app.system.preferences import Preferences
from trainer_app.ui.attendance.session.cards import PersonMenu
from trainer_app.ui.certificates.forms import ask_to_void
from trainer_app.ui.exchange.screen import SendScreen
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.forms import ReasonForm
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.kit.papers import paper_language
from trainer_app.ui.shell.undo_steps import UndoQuestion
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.start.first_start import FirstStartPage
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.today.screen import TodayScreen
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.passphrase import NewPassphrase, PassphraseField, TypedGroups


@pytest.fixture
def opened(workspace: Workspace, window: MainWindow) -> Workspace:
    """Show the window as on a cheap laptop."""
    window.resize(1366, 697)
    show(window)
    workspace.open("today")
    settle()
    return workspace


def test_the_entry_of_a_screen_that_is_open_leads_back_to_its_list(opened: Workspace, story: Story) -> None:
    opened.open("courses", course=story.course, tab="schedule")
    settle()
    click(opened.rail.items["courses"])
    assert not courses_of(opened).in_course()
    opened.open("people", person=enrolments.list_enrolments(story.work, story.course)[0].person.key)
    click(opened.rail.items["people"])
    assert opened.opened_screen("people").person == ""  # type: ignore[union-attr]


def test_ctrl_z_passes_through_an_empty_field_that_has_nothing_to_take_back(
    opened: Workspace, window: MainWindow, story: Story
) -> None:
    opened.context.do(attendance.mark_rest, story.sessions[7])
    opened.open("sending")
    settle()
    field = find(opened, PassphraseField, "sending_passphrase_field").line
    field.setFocus()
    settle()
    type_text(field, "слово")
    press(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert not window.findChildren(UndoQuestion), "what is typed there is in hand"
    field.clear()
    press(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    press_button(window, "undo_question_undo")
    assert waits(story) > 0, "the step was taken back"


def waits(story: Story) -> int:
    """Return how many of the session wait for a mark."""
    rows = attendance.grid(story.work, story.course).rows
    return sum(cell is not None and cell.bare for cell in (row.cells[7] for row in rows))


def test_the_key_of_a_screen_opens_its_first_page_whatever_was_looked_at_there(
    opened: Workspace, story: Story
) -> None:
    person = enrolments.list_enrolments(story.work, story.course)[0].person.key
    opened.open("people", person=person)
    opened.open("evaluations", page="results", course=story.course)
    opened.open("certificates", designs=True)
    opened.open("today")
    settle()
    for name in ("people", "evaluations", "certificates"):
        find(opened, QShortcut, f"open_{name}").activated.emit()
        settle()
    assert opened.opened_screen("people").person == ""  # type: ignore[union-attr]
    evaluations, certificates = opened.opened_screen("evaluations"), opened.opened_screen("certificates")
    assert evaluations.whole.currentIndex() == evaluations.tabs.currentIndex() == 0  # type: ignore[union-attr]
    assert certificates.views.currentIndex() == 0  # type: ignore[union-attr]


def test_the_key_of_courses_leads_back_into_the_course_and_then_to_the_list(
    opened: Workspace, story: Story
) -> None:
    opened.open("courses", course=story.course, tab="schedule")
    opened.open("today")
    settle()
    key = find(opened, QShortcut, "open_courses")
    key.activated.emit()
    settle()
    assert courses_of(opened).in_course(), "one goes to and fro between Today and the course"
    key.activated.emit()
    settle()
    assert not courses_of(opened).in_course()


def test_a_key_leaves_a_page_with_work_in_it_open(opened: Workspace) -> None:
    opened.open("evaluations", page="forms", create="test")
    settle()
    form = opened.opened_screen("evaluations").forms.details  # type: ignore[union-attr]
    for code in ("tg", "en"):
        type_text(form.rows["title"].lines[code], "A test of the second day")
    find(opened, QShortcut, "open_evaluations").activated.emit()
    settle()
    assert form.isVisible()


def test_the_entry_throws_nothing_away_that_was_typed(opened: Workspace, story: Story) -> None:
    opened.open("courses", course=story.course)
    tab = courses_of(opened).workspace.tab()
    click(find(opened, Button, "overview_edit"))
    form = tab.course_form  # type: ignore[union-attr]
    for name, text in (("town", "Хоруғ"), ("venue", "Мактаби 1")):
        type_text(form.rows[name].field, text)
    assert form.is_begun()
    click(opened.rail.items["courses"])
    assert form.isVisible()
    assert courses_of(opened).in_course()
    form.dismiss()


def test_the_title_of_the_window_speaks_the_new_language_at_once(
    opened: Workspace, language: LanguageSwitch
) -> None:
    opened.open("settings")
    language.choose("ru")
    settle()
    assert opened.window().windowTitle() == "Настройки – Тренер"


def test_today_begins_with_the_day(opened: Workspace) -> None:
    today = opened.opened_screen("today")
    assert isinstance(today, TodayScreen)
    opened.window().resize(1100, 420)
    settle()
    bar = today.page.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    opened.open("settings")
    opened.open("today")
    settle()
    assert bar.value() == 0


def test_sending_begins_with_what_goes(opened: Workspace) -> None:
    opened.open("sending")
    screen = opened.opened_screen("sending")
    assert isinstance(screen, SendScreen)
    opened.window().resize(1100, 420)
    settle()
    bar = screen.page.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    opened.open("today")
    opened.open("sending")
    settle()
    assert bar.value() == 0


def test_after_the_language_comes_the_name(qtbot: QtBot, theme: Theme, language: LanguageSwitch) -> None:
    page = FirstStartPage(language)
    qtbot.addWidget(page)
    show(page)
    settle()
    click(page.language.button("ru"))
    settle()
    assert page.user.field.hasFocus()


def test_what_is_wrong_with_a_passphrase_is_said_once(qtbot: QtBot, theme: Theme) -> None:
    both = NewPassphrase("new")
    qtbot.addWidget(both)
    show(both)
    type_text(both.first.line, "short")
    hint = both.strength.words
    assert (hint.isVisible(), both.row.error.isVisible()) == (True, False)
    said = hint.text()
    both.second.line.setText("short")
    assert not both.check()
    assert both.row.error.text() == said
    assert (hint.isVisible(), both.row.error.isVisible()) == (False, True)
    type_text(both.first.line, "er")
    assert (hint.isVisible(), both.row.error.isVisible()) == (True, False)


def test_the_same_passphrase_is_forgiven_as_soon_as_it_is_the_same(qtbot: QtBot, theme: Theme) -> None:
    both = NewPassphrase("new")
    qtbot.addWidget(both)
    show(both)
    both.first.line.setText("four words nobody guesses")
    both.second.line.setText("four words nobody guess")
    assert not both.check()
    assert both.again.error.isVisible()
    type_text(both.second.line, "es")
    assert not both.again.error.isVisible()


def test_capitals_that_nobody_meant_are_told(qtbot: QtBot, theme: Theme) -> None:
    field = PassphraseField("secret")
    qtbot.addWidget(field)
    show(field)
    field.line.setFocus()
    shift, plain = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
    QTest.keyClick(field.line, Qt.Key.Key_A, plain)
    assert not field.caps.isVisible()
    for letter in ("A", "Қ"):
        QTest.sendKeyEvent(QTest.KeyAction.Click, field.line, Qt.Key.Key_A, letter, plain)
        assert field.caps.isVisible()
        assert field.caps.text() == "Caps Lock"
    QTest.sendKeyEvent(QTest.KeyAction.Click, field.line, Qt.Key.Key_1, "1", plain)
    assert field.caps.isVisible(), "a digit tells nothing"
    QTest.sendKeyEvent(QTest.KeyAction.Click, field.line, Qt.Key.Key_A, "A", shift)
    assert not field.caps.isVisible(), "meant"
    QTest.sendKeyEvent(QTest.KeyAction.Click, field.line, Qt.Key.Key_A, "a", shift)
    assert "capital letters" in field.line.accessibleDescription()
    press(field.line, Qt.Key.Key_CapsLock)
    assert not field.caps.isVisible(), "switched: the next letter tells"
    assert field.line.accessibleDescription() == ""


@pytest.mark.parametrize(
    "counted", ["один два три четыре", "Як ду се чор панҷ", "январь февраль март", "душанбе сешанбе ҷумъа"]
)
def test_counting_on_is_no_passphrase(counted: str) -> None:
    assert judge_passphrase(counted).fault is PassphraseFault.COMMON
    assert judge_passphrase(f"{counted} хирс").fault is not PassphraseFault.REPEATS


def test_what_cannot_be_made_good_is_red(context: AppContext, opened: Workspace) -> None:
    form = ReasonForm(context, opened)
    ask_to_void(context, form, ["DSH-2018-K7-00042-98"])
    assert form.accept_button.kind is ButtonKind.DANGER
    form.dismiss()
    form.ask("Lock", "", "Lock", lambda _reason: pytest.fail("nobody agreed"))
    assert str(form.accept_button.kind) == ButtonKind.PRIMARY


def test_the_menu_opens_below_the_button_that_was_pressed(
    opened: Workspace, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.open("courses", course=story.course, tab="attendance", view="session")
    settle()
    places: list[QPoint] = []
    monkeypatch.setattr(PersonMenu, "open_at", lambda _menu, place: places.append(place))
    more = find(opened, Button, "room_more")
    click(more)
    assert places == [more.mapToGlobal(more.rect().bottomLeft())]


def test_papers_speak_the_language_of_the_course_at_first(context: AppContext, story: Story) -> None:
    draft = courses.draft_of(courses.get_course(story.work, story.course).course)
    courses.change_course(story.work, story.course, replace(draft, languages=("ru",)))
    context.preferences.change(Preferences.paper_language, "")
    assert context.language.code == "en"
    assert paper_language(context, story.course) == "ru"
    assert paper_language(context) == "en"


@pytest.mark.parametrize("tabs", [0, 1])
def test_a_tab_after_the_first_group_leads_to_the_second_and_not_past_it(qtbot: QtBot, tabs: int) -> None:
    groups = TypedGroups("asked_digits")
    qtbot.addWidget(groups)
    show(groups)
    first, second = groups.lines
    first.setFocus()
    for digit in "59990":
        QTest.keyClick(first, digit)
    for _ in range(tabs):
        press(groups.window().focusWidget() or first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    type_text(second, "17219")
    assert groups.text() == "59990 17219"
