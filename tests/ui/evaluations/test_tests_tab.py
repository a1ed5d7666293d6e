"""Scores typed by keyboard: where Enter and Tab lead, what is on the disk, what is refused, the result."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.actions.sheets import choose, single
from tests.kit.running import in_turn
from tests.kit.world import Story
from tests.ui.courses_parts import add_garm
from tests.ui.driving import click, find, press, settle, type_text
from tests.ui.evaluation_parts import TAB_SIZE, cut_heads, from_the_disk, open_tab, score
from tests.ui.keying_parts import knowledge_form
from trainer_app.actions.courses import courses, enrolments
from trainer_app.actions.evaluations import scores
from trainer_app.actions.office import approval
from trainer_app.actions.people import joining
from trainer_app.domain.base.structs import replace
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.ui.evaluations import learning_card
from trainer_app.ui.evaluations.tests_tab import TestsTab
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.style.tokens import LIGHT

PRE, PRE_SHARE, POST, POST_SHARE, CHANGE = 2, 3, 4, 5, 6


@pytest.fixture
def tab(qtbot: QtBot, context: AppContext, story: Story) -> TestsTab:
    made = TestsTab(context)
    open_tab(qtbot, made, story.course)
    return made


def keys(tab: TestsTab, text: str) -> None:
    """Type where the keyboard is: a digit opens the cell, the rest goes into its field."""
    for sign in text:
        type_text(tab.view.editor() or tab.view, sign)


def hit(tab: TestsTab, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    press(tab.view.editor() or tab.view, key, modifier)
    settle()


def shown(tab: TestsTab, row: int, column: int) -> str:
    return str(tab.model.data(tab.model.index(row, column)))


def place(tab: TestsTab) -> tuple[int, int]:
    return tab.view.currentIndex().row(), tab.view.currentIndex().column()


def points(story: Story, row: int, occasion: Occasion) -> int | None:
    found = scores.evaluation(story.work, story.course).rows[row]
    held = found.pre if occasion is Occasion.PRE else found.post
    return held.points if held else None


def test_a_pile_of_papers_is_typed_without_the_mouse(tab: TestsTab, story: Story, tmp_path: Path) -> None:
    assert place(tab) == (0, PRE)
    for row, number in enumerate(("9", "14", "7,5", "20", "0")):
        keys(tab, number)
        hit(tab, Qt.Key.Key_Return)
        assert place(tab) == (row + 1, PRE)
        with from_the_disk(story, tmp_path) as beside:
            saved = scores.evaluation(beside, story.course).rows[row].pre
        assert saved is not None
        assert saved.points == scores.read_points(number)
        assert "Saved" in tab.foot.words.text()
    assert [shown(tab, row, PRE) for row in range(6)] == ["9", "14", "7.5", "20", "0", ""]
    assert [shown(tab, row, PRE_SHARE) for row in (0, 2, 5)] == [
        "45\N{NO-BREAK SPACE}%",
        "37.5\N{NO-BREAK SPACE}%",
        "–",
    ]


def test_that_points_were_saved_is_said_no_more_once_they_were_taken_back(
    tab: TestsTab, context: AppContext
) -> None:
    keys(tab, "8")
    hit(tab, Qt.Key.Key_Return)
    keys(tab, "9")
    hit(tab, Qt.Key.Key_Return)
    assert "Saved: No.\u00a02" in tab.foot.words.text()
    context.undo_last()
    settle()
    said = tab.foot.words.text()
    assert said.startswith("Undone: No.\u00a02")
    assert "The next undo takes back: No.\u00a01" in said
    context.redo_last()
    settle()
    assert "Undone" not in tab.foot.words.text()
    assert tab.foot.undo.toolTip() == context.undo.undo_words


def test_namesakes_are_told_apart_in_the_table_and_in_what_was_saved(tab: TestsTab, story: Story) -> None:
    for patronymic in ("Аҳмадович", "Саидович"):
        enrolments.add_walk_in(story.work, story.course, f"Раҳимов Фаррух {patronymic}")
    tab.refresh()
    last = tab.model.rowCount() - 1
    assert [shown(tab, last - 1, 1), shown(tab, last, 1)] == [
        "Раҳимов Фаррух Аҳмадович",
        "Раҳимов Фаррух Саидович",
    ]
    tab.view.setCurrentIndex(tab.model.index(last - 1, PRE))
    keys(tab, "4")
    hit(tab, Qt.Key.Key_Return)
    assert tab.foot.words.text().endswith("score · Раҳимов Фаррух Аҳмадович")


def test_tab_goes_across_and_shows_the_difference(tab: TestsTab, story: Story) -> None:
    keys(tab, "8")
    hit(tab, Qt.Key.Key_Tab)
    assert place(tab) == (0, POST)
    keys(tab, "15")
    hit(tab, Qt.Key.Key_Tab)
    assert place(tab) == (1, PRE)
    assert shown(tab, 0, CHANGE) == "+35"
    hit(tab, Qt.Key.Key_Backtab)
    assert place(tab) == (0, POST)
    assert points(story, 0, Occasion.POST) == 1500


def test_tab_leaves_the_table_behind_the_last_cell(tab: TestsTab) -> None:
    last = tab.model.rowCount() - 1
    tab.view.setCurrentIndex(tab.model.index(last, POST))
    hit(tab, Qt.Key.Key_Tab)
    assert place(tab) == (last, POST)
    assert QApplication.focusWidget() is not tab.view


@pytest.mark.parametrize("whole", [True, False])
def test_enter_behind_the_last_row_leaves_it_as_it_is_and_says_so(
    tab: TestsTab, story: Story, whole: bool
) -> None:
    """S2: it stayed there, and the next number was typed over the last person's points without a word."""
    last = tab.model.rowCount() - 1
    for row in range(0 if whole else 2, last):
        score(story, row, Occasion.POST, 11)
    tab.refresh()
    tab.view.setCurrentIndex(tab.model.index(last, POST))
    keys(tab, "14")
    hit(tab, Qt.Key.Key_Return)
    said = (
        "Post-test: all points are typed."
        if whole
        else "That was the last row. Post-test, without points: 2."
    )
    assert tab.foot.words.text().startswith(said)
    assert QApplication.focusWidget() is tab.view
    before = story.work.journal.number
    for _ in range(2):
        keys(tab, "9")
        hit(tab, Qt.Key.Key_Return)
    assert tab.view.editor() is None
    assert story.work.journal.number == before
    assert points(story, last, Occasion.POST) == 1400
    tab.view.setCurrentIndex(tab.model.index(last, POST))
    keys(tab, "15")
    hit(tab, Qt.Key.Key_Return)
    assert points(story, last, Occasion.POST) == 1500, "who chooses the cell changes it"


def test_arrows_save_and_move(tab: TestsTab, story: Story) -> None:
    keys(tab, "5")
    hit(tab, Qt.Key.Key_Down)
    keys(tab, "6")
    hit(tab, Qt.Key.Key_Up)
    assert place(tab) == (0, PRE)
    assert (points(story, 0, Occasion.PRE), points(story, 1, Occasion.PRE)) == (500, 600)


@pytest.mark.parametrize(
    ("typed", "said"), [("21", "between 0 and 20"), ("1,2,3", "not a number"), ("7.", "not a number")]
)
def test_a_refused_number_stays_open_with_the_reason_and_nothing_is_written(
    tab: TestsTab, story: Story, typed: str, said: str
) -> None:
    before = story.work.journal.number
    keys(tab, typed)
    hit(tab, Qt.Key.Key_Return)
    editor = tab.view.editor()
    assert editor is not None
    assert editor.text() == typed
    assert said in tab.foot.words.text()
    assert place(tab) == (0, PRE)
    assert story.work.journal.number == before
    hit(tab, Qt.Key.Key_Escape)
    assert tab.view.editor() is None
    assert said not in tab.foot.words.text()
    assert shown(tab, 0, PRE) == ""


def test_a_refused_number_that_is_left_by_the_mouse_is_named(tab: TestsTab, story: Story) -> None:
    keys(tab, "99")
    tab.out_of.fields[Occasion.PRE].setFocus()
    settle()
    assert tab.view.editor() is None
    assert "between 0 and 20" in tab.foot.words.text()
    assert points(story, 0, Occasion.PRE) is None


def test_esc_takes_back_and_delete_clears(tab: TestsTab, story: Story) -> None:
    score(story, 0, Occasion.PRE, 11)
    tab.refresh()
    tab.view.setCurrentIndex(tab.model.index(0, PRE))
    keys(tab, "4")
    hit(tab, Qt.Key.Key_Escape)
    assert shown(tab, 0, PRE) == "11"
    hit(tab, Qt.Key.Key_Delete)
    assert shown(tab, 0, PRE) == ""
    assert points(story, 0, Occasion.PRE) is None


def test_letters_open_nothing(tab: TestsTab) -> None:
    keys(tab, "аq")
    assert tab.view.editor() is None


def test_what_is_being_typed_is_saved_before_the_rows_are_read_anew(tab: TestsTab, story: Story) -> None:
    keys(tab, "13")
    # Somebody else's file comes in: the list changes under the open field.
    changes = enrolments.add_walk_in(story.work, story.course, "Юсуфов Алишер")
    tab.context.changes.announce(changes)
    settle()
    assert tab.model.rowCount() == 26
    assert points(story, 0, Occasion.PRE) == 1300


def test_the_line_at_the_foot_follows_the_language(tab: TestsTab, language: LanguageSwitch) -> None:
    keys(tab, "13")
    hit(tab, Qt.Key.Key_Return)
    for code, saved in (("ru", "Сохранено: "), ("tg", "Сабт шуд: "), ("en", "Saved: ")):
        language.choose(code)
        said = tab.foot.words.text()
        assert said.startswith(saved)
        assert ("score" in said) is (code == "en")


def test_undo_takes_back_one_score_and_names_it(tab: TestsTab, story: Story) -> None:
    keys(tab, "13")
    hit(tab, Qt.Key.Key_Return)
    assert "No.\u00a01" in tab.foot.undo.toolTip()
    click(tab.foot.undo)
    settle()
    assert shown(tab, 0, PRE) == ""
    assert points(story, 0, Occasion.PRE) is None


def test_points_in_all_are_kept_for_the_course_before_the_first_paper(tab: TestsTab, story: Story) -> None:
    field = tab.out_of.fields[Occasion.POST]
    assert field.text() == "20"
    field.setFocus()
    field.selectAll()
    type_text(field, "25")
    press(field, Qt.Key.Key_Return)
    assert scores.out_of(story.work, story.course) == {Occasion.PRE: 2000, Occasion.POST: 2500}
    tab.view.setFocus()
    tab.view.setCurrentIndex(tab.model.index(0, POST))
    keys(tab, "24")
    hit(tab, Qt.Key.Key_Return)
    assert shown(tab, 0, POST_SHARE) == "96\N{NO-BREAK SPACE}%"
    tab.show_course(story.course)
    assert field.text() == "25"


def test_points_are_counted_out_of_those_of_the_form(tab: TestsTab, story: Story) -> None:
    knowledge_form(story, 5, occasion=Occasion.PRE)
    tab.refresh()
    assert tab.out_of.fields[Occasion.PRE].text() == "5"
    assert tab.out_of.fields[Occasion.POST].text() == "20"
    tab.view.setCurrentIndex(tab.model.index(0, PRE))
    keys(tab, "4")
    hit(tab, Qt.Key.Key_Return)
    assert shown(tab, 0, PRE_SHARE) == "80\N{NO-BREAK SPACE}%"
    assert not tab.doubts.isVisible()


@pytest.mark.parametrize(
    ("occasion", "share"), [(Occasion.PRE, PRE_SHARE), (Occasion.POST, POST_SHARE)], ids=["pre", "post"]
)
def test_scores_typed_before_the_form_are_told_and_counted_anew_by_one_press(
    tab: TestsTab, story: Story, occasion: Occasion, share: int
) -> None:
    score(story, 0, occasion, 4)
    score(story, 1, occasion, 3)
    tab.refresh()
    assert not tab.doubts.isVisible()
    knowledge_form(story, 5, occasion=occasion)
    tab.refresh()
    assert "2 scores typed by hand are counted out of 20" in tab.doubts.notes[occasion].words.text()
    assert [note.isVisible() for note in tab.doubts.notes.values()].count(True) == 1
    assert shown(tab, 0, share) == "20\N{NO-BREAK SPACE}%"
    assert tab.doubts.buttons[occasion].text() == "Count out of 5"
    click(tab.doubts.buttons[occasion])
    settle()
    assert [shown(tab, row, share) for row in (0, 1)] == [
        "80\N{NO-BREAK SPACE}%",
        "60\N{NO-BREAK SPACE}%",
    ]
    assert not tab.doubts.isVisible()


def test_a_score_above_the_points_of_the_form_is_named_and_stays(tab: TestsTab, story: Story) -> None:
    score(story, 0, Occasion.POST, 9)
    knowledge_form(story, 5)
    tab.refresh()
    click(tab.doubts.buttons[Occasion.POST])
    settle()
    assert "No.\u00a01" in tab.foot.words.text()
    assert tab.doubts.isVisible()
    assert points(story, 0, Occasion.POST) == 900


def test_a_total_typed_on_purpose_stays_and_is_told(tab: TestsTab, story: Story) -> None:
    tab.out_of.given.emit(Occasion.POST, "10")
    knowledge_form(story, 5)
    tab.refresh()
    assert tab.out_of.fields[Occasion.POST].text() == "10"
    assert "as it was typed here" in tab.doubts.notes[Occasion.POST].words.text()
    choose(story.work, story.course, [single("other"), single("more")])
    tab.refresh()
    assert "different points in all" in tab.doubts.notes[Occasion.POST].words.text()
    assert not tab.doubts.buttons[Occasion.POST].isVisible()


def test_points_in_all_change_papers_that_are_there_in_one_step(tab: TestsTab, story: Story) -> None:
    for row in range(3):
        score(story, row, Occasion.PRE, 10)
    tab.refresh()
    tab.out_of.given.emit(Occasion.PRE, "40")
    assert [shown(tab, row, PRE_SHARE) for row in range(3)] == ["25\N{NO-BREAK SPACE}%"] * 3
    tab.context.undo_last()
    settle()
    assert shown(tab, 2, PRE_SHARE) == "50\N{NO-BREAK SPACE}%"
    assert tab.out_of.fields[Occasion.PRE].text() == "20"


@pytest.mark.parametrize(
    ("typed", "said"), [("9", "more points than that"), ("0", "from 0.01"), ("many", "not a number")]
)
def test_points_in_all_that_cannot_be_are_refused(tab: TestsTab, story: Story, typed: str, said: str) -> None:
    score(story, 4, Occasion.PRE, 10)
    tab.refresh()
    field = tab.out_of.fields[Occasion.PRE]
    field.setFocus()
    field.setText(typed)
    press(field, Qt.Key.Key_Return)
    assert said in tab.foot.words.text()
    assert field.text() == "20"


def test_the_result_stands_beside_in_words_and_figures(tab: TestsTab, story: Story) -> None:
    for row, (before, after) in enumerate(((8, 14), (10, 16), (12, 11))):
        score(story, row, Occasion.PRE, before)
        score(story, row, Occasion.POST, after)
    score(story, 3, Occasion.PRE, 5)
    score(story, 4, Occasion.POST, 20)
    tab.refresh()
    figures = {name: row.value.text() for name, row in tab.learning.figures.items()}
    # Means of the three pairs: 50 % and 68.33 %; g = 18.33 / 50 = 0.37; singles 0.5, 0.6, -0.125: 0.325.
    assert figures["matched"] == "3"
    assert (figures["only_pre"], figures["only_post"]) == ("1", "1")
    assert figures["gain"] == "+18.3"
    assert figures["hake"] == "0.37"
    assert figures["individual"] == "0.33"
    assert figures["losses"] == "1"
    assert tab.learning.figures["hake"].chip.text() == "medium"
    assert tab.learning.figures["no_gain"].isHidden()
    assert "18.3" in tab.learning.sentence.text()
    assert "Pre-test: 50\N{NO-BREAK SPACE}%" in tab.learning.picture.accessibleName()


def test_a_loss_and_a_missed_limit_are_red_and_nothing_else(tab: TestsTab, story: Story) -> None:
    score(story, 0, Occasion.PRE, 12)
    score(story, 0, Occasion.POST, 11)
    score(story, 1, Occasion.PRE, 3)
    score(story, 1, Occasion.POST, 12)
    tab.refresh()
    red = {
        (row, column.name)
        for row in range(2)
        for column in tab.model.columns
        if tab.view.cells.ink(tab.model.row(row), column.name)
    }
    assert red == {(0, "post_share"), (0, "change")}


def test_a_contradiction_is_marked_in_its_cell(tab: TestsTab, story: Story) -> None:
    score(story, 0, Occasion.PRE, 12)
    tab.refresh()
    row = tab.model.row(0)
    assert not tab.view.cells.flagged(row, "pre")
    held = row.pre
    assert held is not None
    changed = replace(row, pre=replace(held, conflict=True))
    assert tab.view.cells.flagged(changed, "pre")
    assert not tab.view.cells.flagged(changed, "post")


def test_an_empty_course_offers_the_participants(qtbot: QtBot, context: AppContext, story: Story) -> None:
    course = add_garm(story.work)
    never_came = enrolments.add_by_name(story.work, course, "Юсуфов Алишер").key or ""
    enrolments.withdraw(story.work, never_came)
    tab = TestsTab(context)
    open_tab(qtbot, tab, course)
    assert tab.body.currentWidget() is tab.empty
    with qtbot.waitSignal(tab.tab_requested) as asked:
        click(tab.add_people)
    assert asked.args == ["participants"]


@in_turn("code", ["tg", "ru", "en"])
def test_it_fits_in_every_language_with_no_word_cut(
    tab: TestsTab, story: Story, language: LanguageSwitch, code: str
) -> None:
    score(story, 0, Occasion.PRE, 20)
    score(story, 0, Occasion.POST, 20)
    language.choose(code)
    settle()
    least = tab.minimumSizeHint()
    assert least.width() <= TAB_SIZE[0]
    assert least.height() <= TAB_SIZE[1]
    assert cut_heads(tab.view) == []
    assert "100" in tab.learning.figures["no_gain"].name.text()
    assert "{" not in tab.counts.text()


def test_a_cell_tells_a_screen_reader_what_it_is(tab: TestsTab, story: Story) -> None:
    score(story, 0, Occasion.PRE, 12)
    tab.refresh()
    index = tab.model.index(0, PRE)
    assert tab.model.data(index, Qt.ItemDataRole.AccessibleTextRole) == "Pre-test: 12"
    keys(tab, "3")
    editor = tab.view.editor()
    assert editor is not None
    spoken = QAccessible.queryAccessibleInterface(editor)
    assert "Pre-test" in spoken.text(QAccessible.Text.Name)
    assert find(tab, QLineEdit, "scores_editor") is editor


def test_the_model_keeps_qts_rules(tab: TestsTab, story: Story) -> None:
    tester = QAbstractItemModelTester(tab.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    keys(tab, "13")
    hit(tab, Qt.Key.Key_Return)
    never_came = enrolments.add_by_name(story.work, story.course, "Юсуфов Алишер").key or ""
    tab.refresh()
    assert tab.model.rowCount() == 26
    for gone in (never_came, story.enrolments[20]):
        enrolments.withdraw(story.work, gone)
    tab.refresh()
    assert tab.model.rowCount() == 25, "who came may have written a test before they left"
    assert "left the list: 1" in tab.counts.text()
    tester.deleteLater()


def test_the_current_cell_is_framed_and_its_row_tinted(tab: TestsTab, theme: Theme) -> None:
    box = tab.view.visualRect(tab.model.index(0, 1))
    picture = tab.view.viewport().grab(box).toImage()
    assert picture.pixelColor(2, 2).name().upper() == LIGHT.accent_soft
    other = tab.view.viewport().grab(tab.view.visualRect(tab.model.index(1, 1))).toImage()
    assert other.pixelColor(2, 2) != picture.pixelColor(2, 2)


def test_dots_that_lie_too_close_stand_on_each_other() -> None:
    placed = learning_card.columns_of((0, 5000, 5010, 5020, 10000), 280)
    assert len(placed) == 5
    assert sorted(pile for _, pile in placed) == [0, 0, 0, 1, 2]
    assert all(0 < x < 280 for x, _ in placed)


def test_keys_of_the_tab_are_listed(tab: TestsTab) -> None:
    listed = tab.keys()
    assert {"Return", "Tab", "Del", "Esc"} <= {each.keys for each in listed}


def test_at_125_per_cent_a_share_gives_way_to_the_names(tab: TestsTab) -> None:
    assert not tab.view.isColumnHidden(PRE_SHARE)
    tab.window().resize(1093 - 64, 558 - 92)
    settle()
    assert tab.view.isColumnHidden(PRE_SHARE)
    assert not tab.view.isColumnHidden(POST_SHARE)
    whole = tab.view.fontMetrics().horizontalAdvance("Абдуллоева Мавҷуда")
    assert tab.view.columnWidth(1) > whole


def test_a_joined_person_in_two_rows_is_one_who_wrote(tab: TestsTab, story: Story) -> None:
    score(story, 3, Occasion.PRE, 20)
    score(story, 7, Occasion.PRE, 12)
    first, second = (enrolments.get_enrolment(story.work, story.enrolments[at]).person for at in (3, 7))
    tab.refresh()
    before, rows = tab.counts.text(), len(story.enrolments)
    assert before.startswith("Written before: 2 ")
    joining.join(story.work, first, second)
    tab.refresh()
    assert tab.counts.text().startswith("Written before: 1 ")
    assert f"on the list: {rows - 1}" in tab.counts.text()
    assert "left the list" not in tab.counts.text()


def test_who_never_came_is_named_and_not_counted(tab: TestsTab, story: Story) -> None:
    assert tab.learning.left_out.isHidden()
    new = enrolments.add_walk_in(story.work, story.course, "Собиров Наим").key or ""
    for occasion in (Occasion.PRE, Occasion.POST):
        scores.set_score(story.work, new, occasion, 1000, 2000)
    tab.refresh()
    assert not tab.learning.left_out.isHidden()
    assert "Собиров Наим (DSH-1, no. 26)" in tab.learning.left_out.text()
    assert tab.learning.figures["matched"].value.text() == "0"
    assert shown(tab, 25, POST) == "10", "the score itself stays where it was typed"


def test_who_left_is_named_so_and_enter_goes_past_them(tab: TestsTab, story: Story) -> None:
    new = enrolments.add_walk_in(story.work, story.course, "Собиров Наим").key or ""
    enrolments.replace(story.work, story.enrolments[1], new)
    enrolments.withdraw(story.work, story.enrolments[2])
    tab.refresh()
    assert shown(tab, 1, 1).endswith(" · replaced by No.\u00a026")
    assert shown(tab, 2, 1).endswith(" · withdrawn")
    assert "·" not in shown(tab, 3, 1)
    name = tab.model.index(1, 1)
    tip = str(tab.model.data(name, Qt.ItemDataRole.ToolTipRole))
    assert tip.startswith("replaced by No.\u00a026")
    assert "Enter goes past" in tip
    tab.view.setCurrentIndex(tab.model.index(0, POST))
    keys(tab, "11")
    hit(tab, Qt.Key.Key_Return)
    assert place(tab) == (3, POST), "neither of both is waited for"
    hit(tab, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert place(tab) == (4, POST)
    tab.view.setCurrentIndex(tab.model.index(1, POST))
    keys(tab, "12")
    hit(tab, Qt.Key.Key_Return)
    assert (points(story, 1, Occasion.POST), place(tab)) == (1200, (3, POST)), (
        "who chooses the row types there"
    )


def test_a_table_of_those_who_left_still_starts_somewhere(tab: TestsTab, story: Story) -> None:
    for gone in story.enrolments:
        enrolments.withdraw(story.work, gone)
    tab.view.setCurrentIndex(tab.model.index(-1, -1))
    tab.refresh()
    assert tab.model.rowCount() == 25
    assert place(tab) == (0, PRE)


def test_whoever_types_points_at_150_per_cent_sees_a_few_rows(tab: TestsTab) -> None:
    tab.window().resize(860, 420)
    settle()
    assert tab.view.viewport().height() >= 8 * tab.view.rowHeight(0)


def test_a_closed_course_says_so_and_what_it_still_takes(tab: TestsTab, story: Story) -> None:
    usual = tab.foot.words.text()
    assert usual.startswith("Type a number.")
    story.clock.advance(days=5)
    approval.close(story.work, story.course, "варақаҳо дар бойгонӣ")
    tab.refresh()
    assert tab.closed.words.isVisible()
    assert tab.closed.words.text() == (
        "The course is closed. Points of papers that come late can still be typed."
    )
    assert tab.foot.words.text() == usual
    keys(tab, "13")
    hit(tab, Qt.Key.Key_Return)
    assert points(story, 0, Occasion.PRE) == 1300
    assert tab.closed.words.isVisible(), "typing hides it no more"
    approval.approve(story.work, story.course, "варақаҳо дар бойгонӣ")
    tab.refresh()
    assert "approved" in tab.closed.words.text()
    assert "changed since the approval" in tab.closed.words.text()
    approval.take_back(story.work, story.course, "хато")
    courses.reopen_course(story.work, story.course)
    tab.show_course("")
    tab.show_course(story.course)
    assert not tab.closed.isVisible()
