"""A participant fills in a form on the laptop: keyboard alone, kept at each answer, no way out but one."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QScrollBar, QWidget

from tests.actions.questionnaires import knowledge_test, make_form, opinions, scale, words
from tests.kit.world import Story
from tests.ui.driving import click, find, hold, let_pause_pass, press, settle, type_text
from trainer_app.actions.base import workplace_key
from trainer_app.actions.evaluations import feedback, forms, keying
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.forms import FormKind, Occasion
from trainer_app.domain.evaluations.questions import Accepted, Option, Question, QuestionKind
from trainer_app.store.evaluations.papers import list_drafts
from trainer_app.ui.evaluations.filling.page import FillingPage, LeaveOverlay, start_filling
from trainer_app.ui.evaluations.filling.sheet_page import (
    AnswerSheetPage,
    DonePage,
    WelcomePage,
    option_of_key,
    participant_text,
)
from trainer_app.ui.evaluations.question_kinds import LargeOption
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.overlays import ConfirmDialog

ENTER = Qt.Key.Key_Return


@pytest.fixture
def sitting(story: Story) -> str:
    return knowledge_test(story.work, story.course, Occasion.POST, count=4)


def begin(context: AppContext, workspace: Workspace, sitting: str) -> FillingPage:
    page = start_filling(context, workspace, sitting)
    assert page is not None
    settle()
    return page


def welcome(page: FillingPage) -> WelcomePage:
    shown = page.stack.currentWidget()
    assert isinstance(shown, WelcomePage)
    return shown


def sheet(page: FillingPage) -> AnswerSheetPage:
    shown = page.stack.currentWidget()
    assert isinstance(shown, AnswerSheetPage)
    return shown


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def keys(*pressed: Qt.Key) -> None:
    for key in pressed:
        press(focus(), key)


def start_as(page: FillingPage, number: int) -> AnswerSheetPage:
    type_text(welcome(page).number, str(number))
    keys(ENTER, ENTER)
    return sheet(page)


def test_a_test_is_filled_in_by_keyboard_alone(
    context: AppContext, workspace: Workspace, sitting: str
) -> None:
    page = begin(context, workspace, sitting)
    opened = start_as(page, 3)
    assert not opened.views[1].isVisible(), "one question a page"
    keys(Qt.Key.Key_2, ENTER, Qt.Key.Key_B, ENTER)
    type_text(focus(), "и")
    keys(ENTER, Qt.Key.Key_Down, Qt.Key.Key_Space)
    view = keying.open_paper(context.work, sitting, 3)
    assert not view.paper.finished
    assert list(view.paper.answers.values()) == ["2", "2", "2", "2"], "kept before it is handed in"
    keys(ENTER)
    asked = find(page.window(), ConfirmDialog, "filling_ask")
    assert find(asked, QLabel, "filling_ask_text").text().startswith("All questions")
    keys(ENTER)
    assert isinstance(page.stack.currentWidget(), DonePage)
    assert keying.open_paper(context.work, sitting, 3).paper.finished
    keys(ENTER)
    assert focus() is welcome(page).number


def test_a_held_enter_leads_to_one_question(
    context: AppContext, window: MainWindow, workspace: Workspace, sitting: str
) -> None:
    opened = start_as(begin(context, workspace, sitting), 3)
    hold(window, Qt.Key.Key_2, "2", 4)
    hold(window, ENTER, "\r", 4, told=False)
    assert opened.at == 1
    opened.next.setFocus()
    hold(window, ENTER, "\r", 4)
    assert opened.at == 2
    assert [bool(view.answer) for view in opened.views] == [True, False, False, False]


def test_letters_of_every_layout_choose() -> None:
    assert [option_of_key(sign) for sign in "aB1ф2и"] == [0, 1, 0, 0, 1, 1]
    assert [option_of_key(sign) for sign in ("0", "x", "", "ab")] == [9, -1, -1, -1]


def test_what_is_open_is_named_before_handing_in(
    context: AppContext, workspace: Workspace, sitting: str
) -> None:
    page = begin(context, workspace, sitting)
    opened = start_as(page, 1)
    keys(Qt.Key.Key_1, ENTER, ENTER, Qt.Key.Key_3, ENTER, ENTER)
    asked = find(page.window(), ConfirmDialog, "filling_ask")
    said = "Not answered yet: questions 2, 4. After that nothing can be changed."
    assert find(asked, QLabel, "filling_ask_text").text() == said
    keys(ENTER)
    assert (opened.at, page.sheet is not None) == (1, True), "back at what is open, nothing handed in"


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "question 8."), ("ru", "вопрос №\N{NO-BREAK SPACE}8."), ("tg", "саволи №\N{NO-BREAK SPACE}8.")],
)
def test_the_one_question_that_is_open_does_not_read_as_a_count(language: str, said: str) -> None:
    assert said in participant_text("left_open", language, places="8", count=1)


def test_a_number_of_nobody_and_a_sheet_handed_in_are_refused(
    context: AppContext, workspace: Workspace, sitting: str
) -> None:
    view = keying.open_paper(context.work, sitting, 2)
    keying.finish_paper(context.work, view)
    page = begin(context, workspace, sitting)
    for number, said in ((888, "number 888"), (2, "handed in already")):
        welcome(page).number.clear()
        type_text(welcome(page).number, str(number))
        keys(ENTER)
        assert said in welcome(page).problem.text()
        assert welcome(page).problem.isVisible()


def test_a_sign_that_the_number_does_not_take_is_said_in_the_language_of_who_fills_in(
    context: AppContext, workspace: Workspace, sitting: str
) -> None:
    """S3: it was dropped in silence."""
    shown = welcome(begin(context, workspace, sitting))
    shown.language_chosen.emit("en")
    for typed, kept in (("a", ""), ("1234567", "123456")):
        type_text(shown.number, typed)
        assert shown.number.text() == kept
        assert shown.problem.isVisible()
        assert shown.problem.text() == "Only digits are taken here, 6 at the most."
    shown.language_chosen.emit("ru")
    assert shown.problem.text() == "Здесь принимаются только цифры, не больше 6."
    press(shown.number, Qt.Key.Key_Backspace)
    assert shown.problem.isHidden()
    shown.language_chosen.emit("tg")
    assert shown.problem.isHidden()


def test_nothing_else_is_reached_without_the_passphrase(
    context: AppContext,
    window: MainWindow,
    workspace: Workspace,
    sitting: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held: list[bool] = []
    context.held_open.connect(held.append)
    page = begin(context, workspace, sitting)
    assert (window.isFullScreen(), workspace.isVisible(), held) == (True, False, [True])
    assert not any(each.parent().isVisible() for each in window.findChildren(QShortcut))
    for key in (Qt.Key.Key_2, Qt.Key.Key_K, Qt.Key.Key_L, Qt.Key.Key_P, Qt.Key.Key_Q, Qt.Key.Key_Z):
        press(focus(), key, Qt.KeyboardModifier.ControlModifier)
    assert window.page() is page
    window.close()
    assert window.isVisible()
    leave = find(window, LeaveOverlay, "filling_leave")

    def check(_work: object, passphrase: str) -> None:
        if passphrase != "a passphrase of the tests":
            raise TrainerError("vault.wrong_passphrase")

    monkeypatch.setattr(workplace_key, "check_own_passphrase", check)
    type_text(leave.field.line, "wrong passphrase")
    keys(ENTER)
    assert window.page() is page
    let_pause_pass(page)
    leave.field.line.clear()
    type_text(leave.field.line, "a passphrase of the tests")
    keys(ENTER)
    settle()
    assert (window.page(), window.isFullScreen(), held) == (workspace, False, [True, False])


def test_the_passphrase_is_that_of_the_open_folder(story: Story) -> None:
    with pytest.raises(TrainerError) as caught:
        workplace_key.check_own_passphrase(story.work, "not this one at all")
    assert caught.value.code == "vault.wrong_passphrase"


def test_feedback_has_no_name_and_its_words_are_kept(
    context: AppContext, workspace: Workspace, story: Story
) -> None:
    sitting = opinions(story.work, story.course)
    page = begin(context, workspace, sitting)
    assert not welcome(page).number.isVisible()
    assert "Your name is kept nowhere." in welcome(page).intro.text()
    keys(ENTER)
    opened = sheet(page)
    keys(Qt.Key.Key_5, ENTER, Qt.Key.Key_4, ENTER)
    area = find(opened, QPlainTextEdit, "filling_question_3_words")
    type_text(area, "Бештар машқ")
    opened.keep_typed()
    (draft,) = list_drafts(story.work.database)
    assert draft.answers == ("5", "4", "Бештар машқ")
    press(opened, ENTER)
    keys(ENTER)
    assert isinstance(page.stack.currentWidget(), DonePage)
    assert feedback.waiting(story.work) == 1


def test_thanks_stand_a_little_above_the_middle_of_the_screen(
    context: AppContext, workspace: Workspace, sitting: str
) -> None:
    workspace.window().resize(1366, 768)
    page = begin(context, workspace, sitting)
    opened = start_as(page, 1)
    opened.handed_in.emit()
    settle()
    press(find(page.window(), ConfirmDialog, "filling_ask").yes, ENTER)
    settle()
    done = page.stack.currentWidget()
    assert isinstance(done, DonePage)
    card, room = done.card.geometry(), done.viewport().size()
    assert abs(card.center().x() - room.width() / 2) <= 1
    assert room.height() / 4 < card.top() < card.center().y() < room.height() / 2


def test_when_the_time_is_over_the_sheet_is_handed_in(
    context: AppContext, workspace: Workspace, story: Story, sitting: str
) -> None:
    forms.change_sitting(story.work, replace(forms.get_sitting(story.work, sitting), minutes=10))
    page = begin(context, workspace, sitting)
    opened = start_as(page, 1)
    keys(Qt.Key.Key_2)
    assert opened.clock.text().startswith("Time left: 9:5")
    story.clock.advance(minutes=8)
    keys(Qt.Key.Key_3)
    page._show_time()
    assert opened.clock.property("role") == "due_text"
    story.clock.advance(minutes=2)
    page._show_time()
    done = page.stack.currentWidget()
    assert isinstance(done, DonePage)
    assert done.subtitle.text().startswith("The time is over")
    assert keying.open_paper(story.work, sitting, 1).paper.finished


def test_all_questions_on_one_page_and_every_kind_of_answer(
    context: AppContext, workspace: Workspace, story: Story
) -> None:
    several = tuple(Option(Texts(en=f"choice {place}"), 5000 * (place < 3)) for place in range(1, 5))
    asked = [
        Question("", QuestionKind.MULTIPLE, Texts(en="Which?"), several),
        Question("", QuestionKind.NUMBER, Texts(en="How many?"), accepted=(Accepted("3"),)),
        words("Why?"),
    ]
    form = make_form(story.work, FormKind.TEST, asked, "All kinds")
    sitting = forms.choose_form(story.work, story.course, form, Occasion.POST).key or ""
    forms.change_sitting(story.work, replace(forms.get_sitting(story.work, sitting), paged=False))
    page = begin(context, workspace, sitting)
    opened = start_as(page, 2)
    assert all(view.isVisible() for view in opened.views)
    keys(Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_4)
    line = find(opened, QLineEdit, "filling_question_2_number")
    type_text(line, "3,0")
    press(line, ENTER)
    type_text(line, "x")
    opened.keep_typed()
    assert opened.problem.isVisible(), "3,0x is no number and is not shown as kept"
    assert line.text() == "3.0"
    kept = keying.open_paper(story.work, sitting, 2).paper.answers
    assert list(kept.values()) == ["1,2", "3.0"]


def kiosk(context: AppContext, workspace: Workspace, window: MainWindow, sitting: str) -> AnswerSheetPage:
    """Hand over a laptop of 1024x700 with text of 150 %."""
    page = begin(context, workspace, sitting)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(683, 466)
    keys(ENTER)
    come_to_rest()
    return sheet(page)


def come_to_rest() -> None:
    for _ in range(4):
        settle()
        QApplication.processEvents()


def in_sight(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_all_steps_of_a_scale_are_in_sight_in_a_low_window(
    context: AppContext, workspace: Workspace, window: MainWindow, story: Story
) -> None:
    statement = (
        "I can speak with whoever was hurt without putting any of the blame on her, also in front of him"
    )
    asked = [scale(statement), words("Why?")]
    form = make_form(story.work, FormKind.FEEDBACK, asked, "A long name of a form for those who came")
    sitting = forms.choose_form(story.work, story.course, form, Occasion.END).key or ""
    page = kiosk(context, workspace, window, sitting)
    assert page.views[0].title.height() > 40, "two lines"
    assert [each.objectName() for each in page.views[0].input.widgets if not in_sight(each)] == []
    assert page.below.isHidden()
    assert in_sight(page.title)
    for button in (page.back, page.give_up, page.hand, page.next):
        assert button.width() >= button.sizeHint().width()
    page.go(1)
    come_to_rest()
    assert page.views[1].hint.text() == "Write in your own words, in any language."
    assert in_sight(page.views[1].input.first())


def test_more_options_than_fit_are_told_and_a_key_brings_its_option_into_sight(
    context: AppContext, workspace: Workspace, window: MainWindow, story: Story
) -> None:
    options = tuple(Option(Texts(en=f"choice {place}")) for place in range(1, 10))
    asked = [Question("", QuestionKind.LIKERT, Texts(en=f"Which? {place}"), options[:7]) for place in (1, 2)]
    asked[0] = Question("", QuestionKind.MULTIPLE, Texts(en="Which of them?"), options)
    form = make_form(story.work, FormKind.FEEDBACK, asked, "Many")
    sitting = forms.choose_form(story.work, story.course, form, Occasion.END).key or ""
    page = kiosk(context, workspace, window, sitting)
    last = page.views[0].input.widgets[-1]
    assert page.below.isVisible()
    assert page.below.width() >= page.below.sizeHint().width()
    assert not in_sight(last)
    while page.below.isVisible():
        page.below.click()
    assert in_sight(last)
    page.go(1)
    page.go(0)
    come_to_rest()
    assert in_sight(page.views[0].title), "a question begins at its top"
    press(page, Qt.Key.Key_9)
    assert in_sight(last)
    press(page, Qt.Key.Key_Down)
    assert in_sight(page.views[0].input.widgets[0])


def test_a_write_that_fails_is_told_and_not_shown_as_kept(
    context: AppContext, workspace: Workspace, sitting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = begin(context, workspace, sitting)
    opened = start_as(page, 1)

    def full(*_args: object, **_values: object) -> None:
        raise TrainerError("disk.full")

    monkeypatch.setattr(keying, "key_answer", full)
    keys(Qt.Key.Key_2)
    assert opened.problem.isVisible()
    assert opened.views[0].answer == ""


def test_every_control_has_a_name_to_speak(context: AppContext, workspace: Workspace, sitting: str) -> None:
    page = begin(context, workspace, sitting)
    opened = start_as(page, 1)
    rows: Sequence[LargeOption] = opened.findChildren(LargeOption)
    assert rows[0].accessibleName() == "A. Question 1 1"
    parts = [each for each in page.findChildren(QWidget) if not isinstance(each, QScrollBar)]
    assert [type(each).__name__ for each in parts if not each.objectName()] == []


def test_the_participant_s_language_is_not_the_window_s(
    context: AppContext, workspace: Workspace, sitting: str
) -> None:
    page = begin(context, workspace, sitting)
    welcome(page).switch.button("tg").click()
    assert welcome(page).forward.text() == "Навбатӣ"
    assert start_as(page, 1).next.text() == "Навбатӣ"
    assert context.language.code == "en"


def test_nothing_that_throws_away_stands_where_was_pressed_before(
    context: AppContext, workspace: Workspace, story: Story
) -> None:
    """On the last question "Do not hand in" took the very place of what had led on: one press too many."""
    page = begin(context, workspace, opinions(story.work, story.course))
    click(welcome(page).forward)
    opened = sheet(page)
    settle()
    own, pressed = opened.give_up.geometry(), [opened.hand.geometry()]
    while opened.at + 1 < len(opened.views):
        pressed.append(opened.next.geometry())
        click(opened.next)
        settle()
    assert opened.next.text() == "Hand in"
    assert opened.give_up.geometry() == own
    assert not any(own.intersects(each) for each in pressed)
    assert opened.next.geometry().contains(pressed[-1].center()), (
        "a second press asks, it throws nothing away"
    )
