"""Feedback: sheets of nobody keyed in, waiting for each other, taken in, summed up from five answers on."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.actions.evaluated import choose as choose_form
from tests.actions.evaluated import hand_in, make_form, options
from tests.actions.sheets import Sheet, choose, enter_alone, scale
from tests.kit.world import Story
from tests.ui.driving import click, find, press, settle
from tests.ui.evaluation_parts import TAB_SIZE, cut_heads, open_tab
from tests.ui.keying_parts import feedback_form, keys
from trainer_app.actions.courses import courses
from trainer_app.actions.evaluations import feedback, forms
from trainer_app.actions.exchange import sending
from trainer_app.actions.office import approval
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.forms import FormKind, Occasion
from trainer_app.domain.evaluations.questions import Question, QuestionKind
from trainer_app.ui.evaluations.feedback_tab import FeedbackTab, draw_answers
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.style.tokens import LIGHT
from trainer_app.ui.widgets.controls import ButtonKind
from trainer_app.ui.widgets.overlays import ConfirmDialog

NBSP = "\N{NO-BREAK SPACE}"
N, PICTURE, MEDIAN, TOP, BOTTOM = 2, 3, 4, 5, 6


@pytest.fixture
def sheet(story: Story) -> Sheet:
    return feedback_form(story)


@pytest.fixture
def tab(qtbot: QtBot, context: AppContext, story: Story, sheet: Sheet) -> FeedbackTab:
    made = FeedbackTab(context)
    open_tab(qtbot, made, story.course)
    return made


def fill(story: Story, sheet: Sheet, *sheets: str) -> None:
    """Put whole sheets to those that wait: one digit a statement."""
    for typed in sheets:
        paper = feedback.begin_paper(story.work, sheet.sitting)
        for place, digit in enumerate(typed):
            paper = feedback.answer_paper(story.work, paper, place, digit)
        feedback.finish_paper(story.work, paper)


def shown(tab: FeedbackTab, row: int, column: int) -> str:
    return str(tab.model.data(tab.model.index(row, column)))


def asked_before_deleting(tab: FeedbackTab) -> str:
    """Press "No more will come" and return what is told before anything is deleted; nothing is."""
    click(tab.waiting.discard)
    found = tab.window().findChildren(ConfirmDialog, "discard_waiting")
    (asked,) = [each for each in found if each.isVisible()]
    told = asked.text.text()
    click(asked.no)
    return told


def test_a_pile_of_sheets_goes_in_by_the_keypad_and_waits(
    tab: FeedbackTab, story: Story, sheet: Sheet
) -> None:
    before = story.work.journal.number
    assert QApplication.focusWidget() is tab.sittings.rows[0].next
    click(tab.sittings.rows[0].next)
    for number, typed in (("301", "543"), ("302", "455"), ("305", "4/5")):
        keys(tab, number, "Enter", typed)
    # One that has no number.
    keys(tab, "Enter", "222")
    assert story.work.journal.number == before, "nothing tells when which sheet was entered"
    assert feedback.waiting(story.work, story.course) == 4
    tab.acts.page.closed.emit()
    settle()
    assert tab.sittings.rows[0].text.text() == "4 waiting to be added", "those of the card"
    assert tab.waiting.text.text() == (
        "Waiting here: 4 sheets; 1 more needed. Five or more enter together, so that nobody can tell which "
        "is whose. Until then no file carries them. With a number, so counted here already: 3."
    ), "none is late"
    assert shown(tab, 0, N) == "3", "those with a number"
    assert "give the paper to the office" in asked_before_deleting(tab)
    assert not tab.waiting.enter.isVisible()


def test_sheets_that_are_counted_already_are_not_said_to_be_in_no_result(
    tab: FeedbackTab, story: Story, sheet: Sheet
) -> None:
    """S2: "not in the results yet: 5" stood beside results that said how many they are made of: 5."""
    for number in range(301, 306):
        paper = feedback.begin_paper(story.work, sheet.sitting, number)
        for place, digit in enumerate("543"):
            paper = feedback.answer_paper(story.work, paper, place, digit)
        feedback.finish_paper(story.work, paper)
    tab.refresh()
    assert shown(tab, 0, N) == "5"
    assert tab.waiting.title.text() == "Waiting to be added"
    assert "Those with a number are counted here already" in tab.waiting.text.text()
    assert tab.sittings.rows[0].text.text() == "5 waiting to be added"


def test_late_sheets_are_told_what_they_wait_for_and_join_the_next_ones(
    tab: FeedbackTab, story: Story, sheet: Sheet
) -> None:
    fill(story, sheet, "543", "455", "455", "543", "222")
    tab.refresh()
    click(tab.waiting.enter)
    assert feedback.waiting(story.work) == 0
    click(tab.sittings.rows[0].next)
    page = tab.acts.page
    keys(tab, "301", "Enter", "543")
    assert page.paper.foot.words.text() == (
        "Saved: a late sheet. It stays here until 4 more have come; no file carries it before"
    )
    assert page.papers.sum.text() == "6 sheets entered · 1 waiting here; 4 more needed to enter the results"
    click(page.back)
    assert "1 sheet; 4 more needed" in tab.waiting.text.text()
    assert "Those before are in the results already" in tab.waiting.text.text()
    sending.export(story.work, story.stick, passphrase="four words for the courier")
    assert feedback.waiting(story.work) == 1, "a file leaves it here, and nothing of it is lost"
    assert len(feedback.collection(story.work, sheet.sitting).shown) == 6
    click(tab.sittings.rows[0].next)
    for number in (302, 303, 304, 305):
        keys(tab, str(number), "Enter", "543")
    assert "late" not in page.paper.foot.words.text()
    assert page.papers.sum.text() == "10 sheets entered"
    click(page.back)
    click(tab.waiting.enter)
    assert feedback.waiting(story.work) == 0
    assert len(feedback.collection(story.work, sheet.sitting).papers) == 10


def test_a_late_sheet_from_the_laptop_has_no_paper_and_is_in_no_figure(
    tab: FeedbackTab, story: Story, sheet: Sheet
) -> None:
    fill(story, sheet, *["543"] * 24)
    feedback.enter_papers(story.work, story.course)
    tab.refresh()
    row = tab.sittings.rows[0]
    assert row.fill.isVisible(), "one of 25 on the list is left"
    assert row.next.text() == "Results"
    paper = feedback.begin_paper(story.work, sheet.sitting, language="tg")
    for place, digit in enumerate("543"):
        paper = feedback.answer_paper(story.work, paper, place, digit)
    feedback.finish_paper(story.work, paper)
    tab.refresh()
    assert not row.fill.isVisible(), "everybody has handed in"
    assert row.text.text() == "24 sheets collected · 1 waiting to be added"
    assert tab.sheets.text() == "24 sheets"
    assert shown(tab, 0, N) == "24"
    told = asked_before_deleting(tab)
    assert "give the paper" not in told
    assert "fill in a sheet on paper for the office" in told
    assert "counts nowhere and cannot be brought back" in told
    (state,) = tab.states
    for office in (True, False):
        tab.waiting.show_state(replace(state, small=not office), office=office)
        told = asked_before_deleting(tab)
        assert told.startswith("What was filled in on this computer is on no paper."), "and nothing to keep"
    tab.waiting.show_state(replace(state, waiting=2))
    told = asked_before_deleting(tab)
    assert told.startswith("First give the paper to the office")
    assert "What was filled in on this laptop is on no paper" in told


def test_sheets_are_printed_from_the_card_before_the_first_is_entered(tab: FeedbackTab, sheet: Sheet) -> None:
    row = tab.sittings.rows[0]
    assert row.text.text().startswith("No sheet is entered yet; ")
    asked: list[tuple[str, str]] = []
    row.requested.connect(lambda act, key: asked.append((act, key)))
    click(row.paper)
    assert asked == [("print", sheet.sitting)]
    assert row.paper.toolTip() == "Print the sheets", "nobody writes a test here"


def test_a_sheet_can_be_printed_for_whoever_comes_late(
    qtbot: QtBot, tab: FeedbackTab, story: Story, sheet: Sheet
) -> None:
    feedback.key_paper(story.work, sheet.sitting, ["5", "5", "5"], 301)
    tab.refresh()
    row = tab.sittings.rows[0]
    assert row.paper.isVisible(), "it went with the first sheet"
    assert row.paper.kind is ButtonKind.GHOST
    with qtbot.waitSignal(row.requested, check_params_cb=lambda act, _key: act == "print"):
        click(row.paper)


def test_the_card_says_why_the_sheets_of_a_small_course_wait_until_all_are_there(
    tab: FeedbackTab, story: Story, sheet: Sheet
) -> None:
    fill(story, sheet, "543")
    tab.refresh()
    (state,) = tab.states
    assert (state.small, state.closable) == (False, False)
    assert "4 more needed" in tab.waiting.text.text()
    tab.waiting.show_state(state, office=True)
    assert asked_before_deleting(tab).startswith("Keep the paper.")
    tab.waiting.show_state(replace(state, small=True, keyed=4))
    assert "entered together already" in tab.waiting.text.text()
    tab.waiting.show_state(replace(state, small=True))
    assert "when everybody has handed one in" in tab.waiting.text.text()
    assert not tab.waiting.enter.isVisible()
    tab.waiting.show_state(replace(state, small=True, closable=True))
    assert "Everybody on the list has handed one in" in tab.waiting.text.text()
    assert (tab.waiting.enter.isVisible(), tab.waiting.enter.text()) == (True, "Add 1 sheet to the results")


def test_undo_takes_back_an_answer_of_a_sheet_and_no_step_of_somebody_else(
    tab: FeedbackTab, story: Story, sheet: Sheet
) -> None:
    tab.context.undo.refresh()
    step = tab.context.undo.undo_words
    click(tab.sittings.rows[0].next)
    keys(tab, "301", "Enter", "54")
    page = tab.acts.page
    press(page.paper.question, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.run.paper is not None
    assert (page.run.paper.answers, page.run.place) == (("5", None, None), 1)
    press(page.paper.question, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert page.run.paper.answers == ("5", "4", None)
    keys(tab, "Right", "3")
    # The last answer too, although its sheet is put away.
    press(page.paper.top.number, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.run.paper is not None
    assert page.run.paper.answers == ("5", "4", None)
    assert [paper.number for paper in feedback.begun_papers(story.work, sheet.sitting)] == [301]
    keys(tab, "1")
    assert feedback.waiting(story.work) == 1
    assert tab.context.undo.undo_words == step


def test_undo_beside_the_page_takes_back_what_ctrl_z_does_there(
    tab: FeedbackTab, story: Story, sheet: Sheet
) -> None:
    assert not tab.take_back()
    click(tab.sittings.rows[0].next)
    assert (tab.step_words(Label("x")), tab.take_back()) == ("", False)
    keys(tab, "301", "Enter", "54")
    assert tab.step_words(Label("x")) == "question 2: 4" == tab.acts.page.paper.foot.undo.toolTip()
    assert tab.take_back()
    run = tab.acts.page.run
    assert run.paper is not None
    assert run.paper.answers == ("5", None, None)
    assert [one.sitting.key for one in forms.list_sittings(story.work, story.course)].count(
        sheet.sitting
    ) == 1


def test_five_are_taken_in_together_and_then_summed_up(tab: FeedbackTab, story: Story, sheet: Sheet) -> None:
    fill(story, sheet, "543", "443", "453", "554", "114")
    tab.refresh()
    assert shown(tab, 0, N) == "0", "a sheet without a number would be told by what it adds"
    click(tab.waiting.enter)
    assert tab.waiting.isHidden()
    assert feedback.waiting(story.work) == 0
    assert shown(tab, 0, N) == "5"
    assert shown(tab, 0, MEDIAN) == "4"
    assert shown(tab, 0, TOP) == f"80{NBSP}%"
    assert shown(tab, 0, BOTTOM) == f"20{NBSP}%"
    assert shown(tab, 0, PICTURE) == "1, 0, 0, 2, 2"
    tab.context.undo_last()
    settle()
    assert feedback.waiting(story.work) == 5
    assert shown(tab, 0, N) == "0"


def test_a_rest_that_stays_small_is_deleted_after_a_question(
    tab: FeedbackTab, story: Story, sheet: Sheet, language: LanguageSwitch
) -> None:
    fill(story, sheet, "543", "443")
    tab.refresh()
    for code in ("tg", "ru", "en"):
        language.choose(code)
        settle()
        assert tab.minimumSizeHint().width() <= 1366 - 196
    click(tab.waiting.discard)
    asked = find(tab.window(), ConfirmDialog, "discard_waiting")
    assert asked.title.text() == "Delete 2 waiting sheets?"
    click(asked.no)
    assert feedback.waiting(story.work, story.course) == 2
    click(tab.waiting.discard)
    click(find(tab.window(), ConfirmDialog, "discard_waiting").yes)
    settle()
    assert feedback.waiting(story.work, story.course) == 0
    assert tab.waiting.isHidden()


def test_fewer_than_five_show_how_many_and_nothing_more(tab: FeedbackTab, story: Story, sheet: Sheet) -> None:
    fill(story, sheet, "543", "443")
    enter_alone(story.work)
    tab.refresh()
    assert shown(tab, 0, N) == "2"
    assert [shown(tab, 0, column) for column in (MEDIAN, TOP, BOTTOM)] == ["5 needed"] * 3
    assert shown(tab, 0, PICTURE) == ""
    assert tab.note.isVisible()


def test_the_next_step_takes_the_sheets_in_when_all_are_there(
    tab: FeedbackTab, story: Story, sheet: Sheet
) -> None:
    fill(story, sheet, *["432"] * 23)
    tab.refresh()
    row = tab.sittings.rows[0]
    assert row.next.text() == "Add the sheets to the results"
    click(row.next)
    assert feedback.collection(story.work, sheet.sitting).waiting == 0


def test_while_sheets_are_missing_entering_them_stays_the_next_step(
    tab: FeedbackTab, story: Story, sheet: Sheet
) -> None:
    fill(story, sheet, *["432"] * 6)
    tab.refresh()
    row = tab.sittings.rows[0]
    assert (row.next.text(), row.next.kind) == ("Enter", ButtonKind.PRIMARY)
    click(tab.waiting.enter)
    assert feedback.collection(story.work, sheet.sitting).waiting == 0


def test_a_sheet_that_was_begun_is_listed_and_goes_on(tab: FeedbackTab, story: Story, sheet: Sheet) -> None:
    click(tab.sittings.rows[0].next)
    keys(tab, "Enter", "5", "Esc")
    page = tab.acts.page
    assert page.papers.sum.text() == "0 sheets entered · 1 not finished"
    page.papers.table.selectRow(0)
    press(page.papers.table, Qt.Key.Key_Return)
    assert page.run.place == 1
    keys(tab, "44")
    assert feedback.waiting(story.work) == 1


def test_a_follow_up_stands_beside_and_has_its_own_sums(
    qtbot: QtBot, context: AppContext, story: Story, sheet: Sheet
) -> None:
    later = choose(
        story.work,
        story.course,
        [scale("later", 3)],
        kind=FormKind.FOLLOW_UP,
        occasion=Occasion.MONTH3,
        title="Three months later",
    )
    fill(story, later, *"33321")
    feedback.enter_papers(story.work)
    tab = FeedbackTab(context)
    open_tab(qtbot, tab, story.course)
    assert [row.title.text() for row in tab.sittings.rows] == ["Feedback", "Follow-up after 3 months"]
    assert tab.choice.isVisible()
    tab.choice.setCurrentIndex(1)
    assert (tab.model.rowCount(), shown(tab, 0, N), shown(tab, 0, TOP)) == (1, "5", f"60{NBSP}%")


def test_without_a_form_one_is_chosen_here(qtbot: QtBot, context: AppContext, story: Story) -> None:
    tab = FeedbackTab(context)
    open_tab(qtbot, tab, story.course)
    assert QApplication.focusWidget() is tab.sittings.add
    click(tab.sittings.add)
    chooser = tab.acts.chooser
    assert chooser is not None
    assert "comes with the program" in chooser.group.button(0).accessibleDescription()
    click(chooser.accept_button)
    settle()
    (view,) = forms.list_sittings(story.work, story.course)
    assert view.form.form.kind is FormKind.FEEDBACK
    assert tab.sittings.rows[0].isVisible()
    assert tab.model.rowCount() == len(view.form.questions)


@pytest.mark.parametrize("code", ["tg", "ru", "en"])
def test_it_fits_in_every_language_with_no_word_cut(
    tab: FeedbackTab, story: Story, sheet: Sheet, language: LanguageSwitch, code: str
) -> None:
    fill(story, sheet, "543", "443")
    tab.refresh()
    language.choose(code)
    settle()
    least = tab.minimumSizeHint()
    assert least.width() <= TAB_SIZE[0]
    assert least.height() <= TAB_SIZE[1]
    assert cut_heads(tab.view) == []
    assert "{" not in tab.note.words.text() + tab.waiting.text.text()


@pytest.mark.parametrize("code", ["en", "ru", "tg"])
def test_all_figures_stand_whole_beside_the_cards_of_a_low_window(
    tab: FeedbackTab, story: Story, sheet: Sheet, language: LanguageSwitch, code: str
) -> None:
    fill(story, sheet, *["432"] * 5)
    feedback.enter_papers(story.work)
    language.choose(code)
    tab.window().resize(960, 560)
    tab.refresh()
    settle()
    assert tab.view.width() < 560
    assert tab.view.horizontalScrollBar().maximum() == 0
    assert cut_heads(tab.view) == []


def test_the_model_keeps_qts_rules(tab: FeedbackTab, story: Story, sheet: Sheet) -> None:
    tester = QAbstractItemModelTester(tab.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    fill(story, sheet, *["432"] * 5)
    feedback.enter_papers(story.work)
    tab.refresh()
    assert tab.model.rowCount() == 3
    tester.deleteLater()


def inks(counts: tuple[int, ...]) -> Callable[[str], int]:
    """Paint a bar and return how many of its pixels have a colour."""
    picture = QImage(100, 20, QImage.Format.Format_RGB32)
    picture.fill(QColor(LIGHT.surface))
    painter = QPainter(picture)
    draw_answers(painter, picture.rect().toRectF(), counts)
    painter.end()
    found = [picture.pixelColor(x, 10).name().upper() for x in range(100)]
    return found.count


def test_the_bar_is_filled_where_people_agree() -> None:
    assert inks((0, 0, 0, 0, 5))(LIGHT.accent) > 90
    assert inks((5, 0, 0, 0, 0))(LIGHT.accent) == 0
    assert 40 < inks((2, 0, 0, 0, 2))(LIGHT.accent) < 60
    # A short scale has ends of one step: the middle is neither.
    assert 25 < inks((1, 1, 1))(LIGHT.accent) < 40
    assert inks((0, 4))(LIGHT.accent) > 90
    assert inks((0, 0, 0))(LIGHT.accent) == 0


def heads(tab: FeedbackTab) -> list[str]:
    names = [column.name for column in tab.model.columns]
    return [tab.model.columns[names.index(name)].title() for name in ("top", "bottom")]


def test_the_ends_of_scales_are_named_by_their_steps(qtbot: QtBot, context: AppContext, story: Story) -> None:
    def opened(*sizes: int) -> FeedbackTab:
        asked = [
            Question("", QuestionKind.LIKERT, Texts(tg=f"Шкала {size}"), options(*map(str, range(size))))
            for size in sizes
        ]
        form = make_form(story.work, FormKind.FEEDBACK, f"Баҳо {sizes}", asked)
        hand_in(
            story.work, choose_form(story.work, story.course, form, Occasion.END), [["2"] * len(sizes)] * 5
        )
        made = FeedbackTab(context)
        open_tab(qtbot, made, story.course)
        made.choice.setCurrentIndex(made.choice.count() - 1)
        return made

    assert heads(opened(7)) == ["6 and 7", "1 and 2"]
    assert heads(opened(3, 3)) == ["3", "1"]
    assert heads(opened(5, 2)) == ["top", "bottom"]


def test_a_closed_course_says_so_and_offers_nothing_that_needs_participants(
    tab: FeedbackTab, story: Story, sheet: Sheet
) -> None:
    row = tab.sittings.rows[0]
    assert (tab.closed.isVisible(), row.fill.isVisible(), row.paper.isVisible()) == (False, True, True)
    story.clock.advance(days=5)
    approval.close(story.work, story.course, "анкеты в архиве")
    tab.refresh()
    assert tab.closed.words.isVisible()
    assert tab.closed.words.text() == "The course is closed. Sheets that come late can still be entered."
    assert (row.next.text(), row.fill.isVisible(), row.paper.isVisible()) == ("Enter", False, False)
    assert row.next.kind is ButtonKind.PLAIN
    fill(story, sheet, "543", "455", "445", "543", "555")
    tab.refresh()
    click(tab.waiting.enter)
    assert feedback.waiting(story.work, story.course) == 0
    approval.approve(story.work, story.course, "анкеты в архиве")
    tab.refresh()
    assert "changed since the approval" in tab.closed.words.text()
    approval.take_back(story.work, story.course, "ошибка")
    courses.reopen_course(story.work, story.course)
    tab.refresh()
    assert not tab.closed.isVisible()


def test_a_closed_course_without_a_form_urges_nobody_to_choose_one(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    story.clock.advance(days=5)
    approval.close(story.work, story.course, "анкеты в архиве")
    made = FeedbackTab(context)
    open_tab(qtbot, made, story.course)
    assert made.sittings.nothing.text().startswith("If sheets come late")
    assert (made.choose.kind, made.sittings.add.kind) == (ButtonKind.PLAIN, ButtonKind.GHOST)
    click(made.choose)
    settle()
    assert made.acts.chooser is not None
    assert made.acts.chooser.isVisible()


def test_without_a_form_it_says_what_to_do(qtbot: QtBot, context: AppContext, story: Story) -> None:
    made = FeedbackTab(context)
    open_tab(qtbot, made, story.course)
    assert made.empty.isVisible()
    assert not made.view.isVisible()
    assert made.empty.title.text() == "No feedback form yet"
    click(made.choose)
    assert made.acts.chooser is not None
    assert made.acts.chooser.isVisible()
    made.acts.chooser.dismiss()
    feedback_form(story)
    made.refresh()
    settle()
    assert made.view.isVisible()
    assert not made.empty.isVisible()
