"""What the next participant at the laptop can reach: nothing of the trainer's, nothing of the one before."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.actions.questionnaires import knowledge_test, opinions
from tests.kit.running import MILLISECONDS, SECONDS
from tests.kit.samples import PASSPHRASE
from tests.kit.seat import MakeContext
from tests.kit.world import Story
from tests.ui.driving import find, let_pause_pass, press, press_button, settle, type_text
from trainer_app.actions.base import workplace_key
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.evaluations import feedback, filling, keying
from trainer_app.actions.people import people
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.store.courses import courses
from trainer_app.store.evaluations.papers import list_drafts
from trainer_app.ui.evaluations.filling.page import FillingPage, LeaveOverlay, start_filling
from trainer_app.ui.evaluations.filling.sheet_page import AnswerSheetPage, DonePage, WelcomePage
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.overlays import ConfirmDialog, Mood

ENTER = Qt.Key.Key_Return
WRONG = "not this one at all"


@pytest.fixture
def sitting(story: Story) -> str:
    return knowledge_test(story.work, story.course, Occasion.POST, count=4)


@pytest.fixture
def guarded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compare passphrases in no time; how they really are compared is tested with the real worker."""

    def check(_work: object, passphrase: str) -> None:
        if passphrase != PASSPHRASE:
            raise TrainerError("vault.wrong_passphrase")

    monkeypatch.setattr(workplace_key, "check_own_passphrase", check)


def begin(context: AppContext, workspace: Workspace, sitting: str) -> FillingPage:
    page = start_filling(context, workspace, sitting)
    assert page is not None
    settle()
    return page


def shown[T](page: FillingPage, kind: type[T]) -> T:
    found = page.stack.currentWidget()
    assert isinstance(found, kind)
    return found


def give_number(page: FillingPage, number: int) -> WelcomePage:
    welcome = shown(page, WelcomePage)
    welcome.number.clear()
    type_text(welcome.number, str(number))
    press(welcome.number, ENTER)
    return welcome


def ask_to_leave(page: FillingPage) -> LeaveOverlay:
    page.ask_to_leave()
    (asked,) = [each for each in page.window().findChildren(LeaveOverlay) if not each.isHidden()]
    return asked


def guess(asked: LeaveOverlay, passphrase: str) -> None:
    asked.field.line.clear()
    type_text(asked.field.line, passphrase)
    press(asked.field.line, ENTER)


def words_of(page: FillingPage) -> str:
    return " ".join(each.text() for each in page.findChildren(QLabel))


# What was copied


def test_nothing_that_was_copied_can_be_pasted(
    context: AppContext, workspace: Workspace, story: Story
) -> None:
    """Kiosk: clipboard is not cleared on handing over."""
    sitting = opinions(story.work, story.course)
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("Раҳимова 93 555 12 34")
    page = begin(context, workspace, sitting)
    assert clipboard.text() == ""
    clipboard.setText("what the first participant wrote")
    page.welcome()
    assert clipboard.text() == ""


class Selecting:
    """A clipboard of X11, with what is marked beside what is copied; this screen's has no such thing."""

    def __init__(self) -> None:
        self.cleared: list[QClipboard.Mode] = []

    def supportsSelection(self) -> bool:  # noqa: N802 - Qt's name
        """Say that marked text can be pasted."""
        return True

    def clear(self, mode: QClipboard.Mode = QClipboard.Mode.Clipboard) -> None:
        """Take down what was emptied."""
        self.cleared.append(mode)


def test_what_was_marked_is_forgotten_too(
    context: AppContext, workspace: Workspace, sitting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kiosk: the selection of X11, which a middle click pastes."""
    clipboard = Selecting()
    monkeypatch.setattr(QGuiApplication, "clipboard", lambda: clipboard)
    begin(context, workspace, sitting)
    assert set(clipboard.cleared) == {QClipboard.Mode.Clipboard, QClipboard.Mode.Selection}


# Guesses


@pytest.mark.usefixtures("guarded")
def test_guesses_wait_longer_each_time_and_the_trainer_is_told(
    context: AppContext, workspace: Workspace, story: Story, sitting: str
) -> None:
    """Kiosk: passphrase guesses neither slowed nor noted."""
    page = begin(context, workspace, sitting)
    asked = ask_to_leave(page)
    pauses = []
    guess(asked, WRONG)
    assert asked.yes.isEnabled(), "a slip costs nothing"
    for _ in range(7):
        guess(asked, WRONG)
        assert not asked.yes.isEnabled()
        assert asked.pause.isVisible()
        pauses.append(int("".join(sign for sign in asked.pause.text() if sign.isdigit())))
        let_pause_pass(page)
        assert asked.yes.isEnabled()
        assert asked.pause.isHidden()
        story.clock.advance(minutes=1)
    assert pauses == [1, 2, 4, 8, 16, 30, 30]
    guess(asked, PASSPHRASE)
    settle()
    banner = workspace.banner
    assert banner.title.text().startswith("8 wrong passphrases typed while participants had the laptop")
    assert "The first: today, " in banner.text.text()
    assert "The last: today, " in banner.text.text()


@pytest.mark.usefixtures("guarded")
def test_closing_the_sheet_and_opening_it_again_shortens_no_pause(
    context: AppContext, workspace: Workspace, sitting: str
) -> None:
    page = begin(context, workspace, sitting)
    asked = ask_to_leave(page)
    guess(asked, WRONG)
    guess(asked, WRONG)
    press(asked, Qt.Key.Key_Escape)
    again = ask_to_leave(page)
    assert not again.yes.isEnabled()
    guess(again, PASSPHRASE)
    assert workspace.isHidden()
    let_pause_pass(page)
    guess(again, PASSPHRASE)
    assert workspace.isVisible()
    assert workspace.banner.title.text().startswith("2 wrong passphrases ")


@pytest.mark.usefixtures("guarded")
def test_who_types_it_right_is_told_nothing(context: AppContext, workspace: Workspace, sitting: str) -> None:
    page = begin(context, workspace, sitting)
    guess(ask_to_leave(page), PASSPHRASE)
    assert workspace.isVisible()
    assert workspace.banner.isHidden()


# Esc while a passphrase is compared


@pytest.fixture
def threaded(story: Story, make_context: MakeContext) -> AppContext:
    """Set up a context whose long work runs beside the window, as it does for a person."""
    return make_context(story.work, synchronous=False)


@pytest.fixture
def at_work(threaded: AppContext, window: MainWindow) -> Workspace:
    """Open the program over it."""
    made = Workspace(threaded)
    window.show_page(made)
    window.watch(threaded.jobs)
    settle()
    return made


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Let the worker compare a passphrase only when the test says so."""
    goes_on = threading.Event()
    compare = workplace_key.check_own_passphrase

    def check(work: Workplace, passphrase: str) -> None:
        assert goes_on.wait(SECONDS)
        compare(work, passphrase)

    monkeypatch.setattr(workplace_key, "check_own_passphrase", check)
    yield goes_on
    goes_on.set()


@pytest.mark.parametrize("passphrase", [WRONG, PASSPHRASE], ids=["wrong", "right"])
def test_esc_while_a_passphrase_is_compared_does_no_harm(
    qtbot: QtBot,
    threaded: AppContext,
    at_work: Workspace,
    sitting: str,
    slow: threading.Event,
    passphrase: str,
) -> None:
    """Kiosk: Esc while a guess is checked writes a crash report."""
    page = begin(threaded, at_work, sitting)
    page.check.guesses.note()
    asked = ask_to_leave(page)
    with qtbot.captureExceptions() as failed:
        guess(asked, passphrase)
        assert threaded.jobs.busy
        press(asked, Qt.Key.Key_Escape)
        settle()
        again = ask_to_leave(page)
        assert not again.yes.isEnabled(), "one at a time"
        slow.set()
        qtbot.waitUntil(lambda: not threaded.jobs.busy, timeout=MILLISECONDS)
        settle()
    assert failed == []
    assert page.isVisible(), "who closed the sheet stays"
    assert again.isVisible()
    assert page.check.guesses.waiting == (passphrase == WRONG), "it counts all the same"


def test_closing_the_window_while_a_passphrase_is_compared_closes_nothing(
    qtbot: QtBot,
    threaded: AppContext,
    at_work: Workspace,
    window: MainWindow,
    sitting: str,
    slow: threading.Event,
) -> None:
    page = begin(threaded, at_work, sitting)
    guess(ask_to_leave(page), PASSPHRASE)
    assert threaded.jobs.busy
    window.close()
    assert window.findChild(ConfirmDialog, "close_question") is None
    slow.set()
    qtbot.waitUntil(at_work.isVisible, timeout=MILLISECONDS)
    settle()
    assert window.isVisible()


# Sheets without a name


def leave_one_begun(page: FillingPage) -> None:
    press(shown(page, WelcomePage).forward, ENTER)
    press(shown(page, AnswerSheetPage), Qt.Key.Key_5)
    guess(ask_to_leave(page), PASSPHRASE)


@pytest.mark.usefixtures("guarded")
def test_a_begun_sheet_is_thrown_away_and_the_next_one_is_blank(
    context: AppContext, workspace: Workspace, window: MainWindow, story: Story
) -> None:
    """Kiosk: the unfinished anonymous sheet is offered to the next one."""
    sitting = opinions(story.work, story.course)
    leave_one_begun(begin(context, workspace, sitting))
    assert len(list_drafts(story.work.database)) == 1
    assert start_filling(context, workspace, sitting) is None
    assert workspace.isVisible(), "the trainer is asked, before the laptop is handed over"
    press_button(window, "filling_resume_no")
    assert list_drafts(story.work.database) == []
    page = find(window, FillingPage, "filling")
    press(shown(page, WelcomePage).forward, ENTER)
    assert [view.answer for view in shown(page, AnswerSheetPage).views] == ["", "", ""]


def test_who_does_not_hand_in_leaves_nothing_to_the_next(
    context: AppContext, workspace: Workspace, window: MainWindow, story: Story
) -> None:
    page = begin(context, workspace, opinions(story.work, story.course))
    press(shown(page, WelcomePage).forward, ENTER)
    sheet = shown(page, AnswerSheetPage)
    press(sheet, Qt.Key.Key_5)
    press_button(page, "filling_give_up")
    press_button(window, "filling_ask_no")
    assert shown(page, AnswerSheetPage) is sheet
    press_button(page, "filling_give_up")
    press_button(window, "filling_ask_yes")
    assert list_drafts(story.work.database) == []
    press(shown(page, WelcomePage).forward, ENTER)
    assert [view.answer for view in shown(page, AnswerSheetPage).views] == ["", "", ""]


def test_a_test_with_a_name_is_not_thrown_away(
    context: AppContext, workspace: Workspace, sitting: str
) -> None:
    page = begin(context, workspace, sitting)
    press(give_number(page, 3).forward, ENTER)
    assert shown(page, AnswerSheetPage).give_up.isHidden()


@pytest.mark.usefixtures("guarded")
def test_a_begun_sheet_goes_on_where_the_trainer_says_so(
    context: AppContext, workspace: Workspace, window: MainWindow, story: Story
) -> None:
    sitting = opinions(story.work, story.course)
    leave_one_begun(begin(context, workspace, sitting))
    start_filling(context, workspace, sitting)
    press_button(window, "filling_resume_yes")
    page = find(window, FillingPage, "filling")
    sheet = shown(page, AnswerSheetPage)
    assert (sheet.views[0].answer, sheet.at) == ("5", 1), "at the first question without an answer"
    press_button(page, "filling_hand_in")
    press_button(window, "filling_ask_yes")
    press(shown(page, DonePage).next_sheet, ENTER)
    welcome = shown(page, WelcomePage)
    press(welcome.forward, ENTER)
    assert shown(page, AnswerSheetPage).views[0].answer == ""
    assert feedback.waiting(story.work) == 1


@pytest.mark.usefixtures("guarded")
def test_neither_a_whole_sheet_nor_one_being_keyed_in_is_thrown_away(
    context: AppContext, workspace: Workspace, window: MainWindow, story: Story
) -> None:
    sitting = opinions(story.work, story.course)
    feedback.key_paper(story.work, sitting, ["4"])
    halfway = feedback.begin_paper(story.work, sitting)
    feedback.answer_paper(story.work, halfway, 0, "2")
    leave_one_begun(begin(context, workspace, sitting))
    start_filling(context, workspace, sitting)
    press_button(window, "filling_resume_no")
    assert sorted(str(draft.answers[0]) for draft in list_drafts(story.work.database)) == ["2", "4"]


# What became of them


def hand_in_one(page: FillingPage, window: MainWindow) -> None:
    press(shown(page, WelcomePage).forward, ENTER)
    press(shown(page, AnswerSheetPage), Qt.Key.Key_5)
    press_button(page, "filling_hand_in")
    press_button(window, "filling_ask_yes")


@pytest.mark.usefixtures("guarded")
def test_coming_back_tells_what_waits_and_enters_nothing_while_somebody_may_hand_in(
    context: AppContext, workspace: Workspace, window: MainWindow, story: Story
) -> None:
    sitting = opinions(story.work, story.course)
    for _ in range(6):
        feedback.key_paper(story.work, sitting, ["4"])
    page = begin(context, workspace, sitting)
    hand_in_one(page, window)
    guess(ask_to_leave(page), PASSPHRASE)
    settle()
    assert feedback.waiting(story.work) == 7
    assert workspace.banner.isVisible()
    assert workspace.banner.title.text() == "7 sheets wait on this laptop"
    assert workspace.banner.text.text().startswith("They are not added to the results yet")
    assert "“Feedback”" in workspace.banner.text.text()
    assert "“Waiting to be added”" in workspace.banner.text.text()
    assert workspace.banner.mood is Mood.NOW, "nothing is done yet"
    changes = context.do(feedback.enter_papers, story.course, few=True, sitting=sitting)
    assert changes is not None
    assert workspace.banner.isHidden(), "they wait no more"


@pytest.mark.usefixtures("guarded")
def test_coming_back_tells_what_entered_once_everybody_has_handed_in(
    context: AppContext, workspace: Workspace, window: MainWindow, story: Story
) -> None:
    sitting = opinions(story.work, story.course)
    for _ in range(len(story.enrolments) - 1):
        feedback.key_paper(story.work, sitting, ["4"])
    page = begin(context, workspace, sitting)
    hand_in_one(page, window)
    guess(ask_to_leave(page), PASSPHRASE)
    settle()
    count = len(story.enrolments)
    assert feedback.waiting(story.work) == 0
    assert workspace.banner.isVisible()
    assert workspace.banner.title.text() == f"{count} sheets were added to the results"
    context.undo_last()
    assert feedback.waiting(story.work) == count


@pytest.mark.usefixtures("guarded")
def test_coming_back_without_a_sheet_says_nothing(
    context: AppContext, workspace: Workspace, story: Story
) -> None:
    sitting = opinions(story.work, story.course)
    feedback.key_paper(story.work, sitting, ["4"])
    page = begin(context, workspace, sitting)
    guess(ask_to_leave(page), PASSPHRASE)
    assert workspace.banner.isHidden()


# Whose number it is


def test_a_number_shows_no_more_than_its_owner_needs(
    context: AppContext, workspace: Workspace, story: Story, sitting: str
) -> None:
    """Kiosk: any number shows its owner's name."""
    whole = keying.open_paper(story.work, sitting, 7).name
    page = begin(context, workspace, sitting)
    welcome = give_number(page, 7)
    family, given = whole.split()
    assert welcome.found.text() == f"{family} {given[0]}."
    assert given not in words_of(page)
    press(welcome.forward, ENTER)
    press(shown(page, AnswerSheetPage), Qt.Key.Key_2)
    assert shown(page, AnswerSheetPage).name.text() == f"{family} {given[0]}."
    assert page.sheet is not None
    assert page.sheet.name == f"{family} {given[0]}.", "also after an answer"


def test_two_of_one_family_name_and_initial_are_told_apart(story: Story, sitting: str) -> None:
    family, given = keying.open_paper(story.work, sitting, 7).name.split()
    other = keying.open_paper(story.work, sitting, 8).paper.enrolment
    names = filling.whose(story.work, sitting, 8).name
    assert names.endswith(".")
    item = courses.get_enrolment(story.work.database, other)
    assert item is not None
    people.change_person(story.work, item.enrolment.person, {"family": family, "given": f"{given}ҷон"})
    assert filling.whose(story.work, sitting, 7).name == f"{family} {given}"
    assert filling.whose(story.work, sitting, 8).name == f"{family} {given}ҷон"


@pytest.mark.usefixtures("guarded")
def test_after_three_numbers_that_were_nobody_s_own_only_the_trainer_lets_it_go_on(
    context: AppContext, workspace: Workspace, window: MainWindow, sitting: str
) -> None:
    """Kiosk: numbers of others are tried one after the other."""
    page = begin(context, workspace, sitting)
    for number in (3, 4, 4, 5):
        assert give_number(page, number).found.isVisible()
    press_button(page, "filling_not_me")
    welcome = give_number(page, 6)
    assert (welcome.found.isVisible(), welcome.number.isVisible()) == (False, False)
    assert "call the trainer" in welcome.problem.text()
    welcome.switch.button("tg").click()
    assert "тренерро" in welcome.problem.text()
    press(welcome.forward, ENTER)
    (asked,) = window.findChildren(LeaveOverlay)
    assert asked.title.text() == "Let participants go on"
    guess(asked, PASSPHRASE)
    settle()
    assert window.page() is page
    assert give_number(page, 6).found.isVisible()


def press_twice(window: MainWindow, button: QWidget) -> None:
    """Double-click, as whoever never used a program does."""
    handle, none = window.windowHandle(), Qt.KeyboardModifier.NoModifier
    at = button.mapTo(window, button.rect().center())
    QTest.mouseDClick(handle, Qt.MouseButton.LeftButton, none, at)
    settle()


def test_a_double_click_neither_skips_a_question_nor_confirms_a_name(
    context: AppContext, workspace: Workspace, window: MainWindow, sitting: str
) -> None:
    page = begin(context, workspace, sitting)
    welcome = shown(page, WelcomePage)
    type_text(welcome.number, "3")
    press_twice(window, welcome.forward)
    assert shown(page, WelcomePage).found.isVisible(), "the name waits to be read"
    press(welcome.forward, ENTER)
    press_twice(window, shown(page, AnswerSheetPage).next)
    assert shown(page, AnswerSheetPage).at == 1


def test_a_number_that_was_one_s_own_begins_the_count_anew(
    context: AppContext, workspace: Workspace, window: MainWindow, sitting: str
) -> None:
    page = begin(context, workspace, sitting)
    for number in (3, 4, 5):
        welcome = give_number(page, number)
    press(welcome.forward, ENTER)
    press_button(page, "filling_hand_in")
    press_button(window, "filling_ask_yes")
    press(shown(page, DonePage).next_sheet, ENTER)
    assert give_number(page, 6).found.isVisible()


# Other windows


def test_the_form_stays_above_other_windows_and_the_window_comes_back_as_it_was(
    qtbot: QtBot, context: AppContext, workspace: Workspace, window: MainWindow, sitting: str
) -> None:
    """Kiosk: another program's window may cover the form."""
    window.setWindowState(Qt.WindowState.WindowMaximized)
    page = begin(context, workspace, sitting)
    assert window.windowHandle().flags() & Qt.WindowType.WindowStaysOnTopHint
    assert window.isFullScreen()
    assert window.isVisible()
    page.closed.emit()
    assert not window.windowHandle().flags() & Qt.WindowType.WindowStaysOnTopHint
    assert window.isMaximized()
    assert window.isVisible()
