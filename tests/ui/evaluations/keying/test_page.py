"""Keying in by keyboard: numbers, answers of every kind, going back, what is refused, the list beside."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.actions.sheets import choose, single
from tests.kit.world import Story
from tests.ui.driving import click, press, settle, type_text
from tests.ui.evaluation_parts import TAB_SIZE, cut_heads, from_the_disk
from tests.ui.keying_parts import (
    answers,
    feedback_form,
    hit,
    keys,
    knowledge_form,
    mixed_form,
    open_page,
    rating_form,
)
from trainer_app.actions.courses import enrolments
from trainer_app.actions.evaluations import keying, progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.store.base.journal import Journal
from trainer_app.ui.evaluations.keying.page import KeyingPage
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.style.theme import Theme


def said(page: KeyingPage) -> str:
    return page.paper.foot.words.text()


def strip(page: KeyingPage) -> list[str]:
    """Return the answers that the eye sees."""
    paper = page.paper.strip.cells.paper
    assert paper is not None
    return [paper.shown(place) for place in range(len(paper.questions))]


def focused(page: KeyingPage, widget: object) -> bool:
    return QApplication.focusWidget() is widget


def test_a_paper_goes_in_by_its_number_and_one_key_an_answer(
    qtbot: QtBot, context: AppContext, story: Story, tmp_path: Path
) -> None:
    sheet = knowledge_form(story)
    page = open_page(qtbot, context, sheet)
    assert focused(page, page.paper.top.number)
    keys(page, "7", "Enter")
    assert page.paper.top.name.text() == "Давлатов Комрон"
    for place, key in enumerate("2/14"):
        hit(page, key)
        if place < 3:
            assert page.run.place == place + 1
            assert page.paper.top.check.text() == f"{place + 1} of 4 entered"
        with from_the_disk(story, tmp_path) as beside:
            found = keying.open_paper(beside, sheet.sitting, 7).paper.answers
        assert len(found) == place + 1
    assert answers(story, sheet, 7) == ["2", "", "1", "4"]
    assert focused(page, page.paper.top.number)
    assert page.paper.top.number.text() == ""
    assert "Давлатов Комрон, entered whole: 3 answers, left blank: 1." in said(page), "not as full marks"
    row = next(row for row in range(page.papers.model.rowCount()) if page.papers.model.row(row).number == 7)
    assert page.papers.model.row(row).state is progress.PaperState.KEYED


@pytest.mark.parametrize(("typed", "kept"), [("BdAa", "2411"), ("ифии", "2122"), ("гбаа", "4211")])
def test_letters_of_three_layouts_are_answers(
    qtbot: QtBot, context: AppContext, story: Story, typed: str, kept: str
) -> None:
    sheet = knowledge_form(story)
    page = open_page(qtbot, context, sheet)
    keys(page, "1", "Return", typed)
    assert answers(story, sheet, 1) == list(kept)


def test_an_unclear_letter_is_not_taken_and_the_digit_is_asked_for(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    sheet = knowledge_form(story)
    page = open_page(qtbot, context, sheet)
    keys(page, "1", "Enter", "в")
    assert answers(story, sheet, 1) == [None] * 4
    assert "“В” can mean B (2) / C (3) / D (4) on this keyboard. Press the digit" in said(page)
    assert page.paper.letters.isHidden()
    keys(page, "4", "в")
    assert answers(story, sheet, 1) == ["4", "4", None, None]
    assert page.paper.letters.text() == "В means D"
    keys(page, "а")
    assert "By the place of its key “А” is no answer here. If A (1) is meant" in said(page)
    page.paper.letters.click()
    assert page.paper.letters.isHidden()
    keys(page, "в")
    assert answers(story, sheet, 1) == ["4", "4", None, None]
    keys(page, "2", "в")
    assert answers(story, sheet, 1) == ["4", "4", "2", "2"]


def test_a_key_that_means_no_option_is_told_of(qtbot: QtBot, context: AppContext, story: Story) -> None:
    sheet = knowledge_form(story)
    page = open_page(qtbot, context, sheet)
    keys(page, "1", "Enter", "7")
    assert answers(story, sheet, 1) == [None] * 4
    assert "“7” is no answer here: the question has A to D" in said(page)


@pytest.mark.parametrize("back", ["Back", "-"])
def test_after_a_refused_key_nothing_is_taken_before_it_was_seen(
    qtbot: QtBot, context: AppContext, story: Story, back: str
) -> None:
    sheet = knowledge_form(story, 5)
    page = open_page(qtbot, context, sheet)
    keys(page, "1", "Enter", "3", "9", "4", "1", "4", "/", "*")
    assert answers(story, sheet, 1) == ["3", None, None, None, None], "no answer in the place of another"
    assert said(page) == ("Nothing after “9” was taken. Press − or Backspace, then type on from question 2.")
    keys(page, "8", "Enter", "1", "2", "+")
    assert answers(story, sheet, 1) == ["3", None, None, None, None], "nor those of the next paper"
    assert answers(story, sheet, 8) == [None] * 5
    keys(page, back)
    assert page.run.place == 1
    assert "Nothing after" not in said(page)
    keys(page, "2414")
    assert answers(story, sheet, 1) == ["3", "2", "4", "1", "4"]
    assert page.run.paper is None


@pytest.mark.parametrize("slip", ["x", "m", "ц", "?"])
def test_a_letter_that_means_no_answer_at_all_is_refused_too(
    qtbot: QtBot, context: AppContext, story: Story, slip: str
) -> None:
    """S2: it was dropped without a word, and the next answers came one place too early."""
    sheet = knowledge_form(story, 5)
    page = open_page(qtbot, context, sheet)
    keys(page, "1", "Enter", "3", slip)
    assert f"“{slip.upper()}” is no answer here" in said(page)
    keys(page, "4")
    assert answers(story, sheet, 1)[:2] == ["3", None]
    keys(page, "Back", "4")
    assert answers(story, sheet, 1)[:2] == ["3", "4"]


def test_a_refused_key_is_over_where_another_question_is_looked_at(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    sheet = mixed_form(story)
    page = open_page(qtbot, context, sheet)
    keys(page, "1", "Enter", "9", "Right", "1", "9", "2")
    assert answers(story, sheet, 1)[:2] == [None, "1"]
    page.run.choose(3)
    keys(page, "2", "Left", "2")
    assert answers(story, sheet, 1)[:2] == ["2", "1,2,3"]
    keys(page, "Esc", "2", "Enter", "9", "Esc", "2", "Enter", "1")
    assert answers(story, sheet, 2)[0] == "1"


def test_every_kind_of_question_by_the_keypad(qtbot: QtBot, context: AppContext, story: Story) -> None:
    sheet = mixed_form(story)
    page = open_page(qtbot, context, sheet)
    keys(page, "2", "Enter", "3", "1", "3")
    assert page.run.place == 1, "several can be ticked: no going on before Enter"
    assert strip(page)[:2] == ["C", "AC"]
    keys(page, "1", "1", "Enter")
    assert focused(page, page.paper.question.field)
    keys(page, "12.5", "Enter")
    assert focused(page, page.paper.question.field)
    keys(page, "бисёр хуб", "Enter", "5")
    assert answers(story, sheet, 2) == ["3", "1,3", "12.5", "бисёр хуб", "5"]


def test_taking_the_last_tick_away_leaves_no_answer(qtbot: QtBot, context: AppContext, story: Story) -> None:
    sheet = mixed_form(story)
    page = open_page(qtbot, context, sheet)
    keys(page, "2", "Enter", "3", "2", "2")
    assert answers(story, sheet, 2)[1] is None


def test_enter_alone_in_a_field_is_a_blank_and_words_that_are_no_number_stay_open(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    sheet = mixed_form(story)
    page = open_page(qtbot, context, sheet)
    keys(page, "2", "Enter", "3", "1", "Enter", "twelve", "Enter")
    assert "“twelve” is not a number" in said(page)
    assert page.paper.question.field.text() == "twelve"
    assert answers(story, sheet, 2)[2] is None
    page.paper.question.field.clear()
    keys(page, "Enter", "Enter")
    assert answers(story, sheet, 2)[2:4] == ["", ""]
    assert strip(page)[2] == "–"


def test_signs_of_the_keypad_in_a_number_field(qtbot: QtBot, context: AppContext, story: Story) -> None:
    sheet = mixed_form(story)
    page = open_page(qtbot, context, sheet)
    keys(page, "2", "Enter", "3", "1", "Enter", "-")
    assert page.run.place == 1
    keys(page, "+", "/")
    assert answers(story, sheet, 2)[2] == ""
    # A dash may begin a sentence.
    keys(page, "Up", "0.5", "Enter", "- гуфт", "Enter")
    assert answers(story, sheet, 2)[3] == "- гуфт"


def test_going_back_and_typing_corrects(qtbot: QtBot, context: AppContext, story: Story) -> None:
    sheet = knowledge_form(story)
    page = open_page(qtbot, context, sheet)
    keys(page, "1", "Enter", "12", "Back")
    assert page.run.place == 1
    keys(page, "3")
    assert answers(story, sheet, 1) == ["1", "3", None, None]
    keys(page, "-", "-", "4", "+", "Del")
    assert answers(story, sheet, 1) == ["4", "3", None, None]
    keys(page, "Left", "Del")
    assert answers(story, sheet, 1)[1] is None


def test_the_end_is_not_left_while_answers_are_missing(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    sheet = knowledge_form(story)
    page = open_page(qtbot, context, sheet)
    keys(page, "1", "Enter", "1", "+", "3", "2")
    assert page.run.place == 1
    assert "Missing: 1 answer." in said(page)
    keys(page, "4")
    assert page.run.paper is None
    assert answers(story, sheet, 1) == ["1", "4", "3", "2"]


def test_the_star_leaves_the_rest_blank_in_one_step(qtbot: QtBot, context: AppContext, story: Story) -> None:
    sheet = knowledge_form(story)
    page = open_page(qtbot, context, sheet)
    keys(page, "1", "Enter", "1", "*")
    assert answers(story, sheet, 1) == ["1", "", "", ""]
    assert focused(page, page.paper.top.number)
    context.undo_last()
    settle()
    assert answers(story, sheet, 1) == ["1", None, None, None]


def test_the_star_and_the_slash_work_where_words_are_typed_too(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    sheet = mixed_form(story)
    page = open_page(qtbot, context, sheet)
    keys(page, "2", "Enter", "3", "1", "Enter", "7", "Enter", "/")
    assert (answers(story, sheet, 2)[3], page.run.place) == ("", 4)
    keys(page, "Left", "хуб * бад", "Enter", "Left")
    assert answers(story, sheet, 2)[3] == "хуб * бад", "within words it is a sign as any other"
    keys(page, "*")
    assert answers(story, sheet, 2) == ["3", "1", "7", "хуб * бад", ""]
    assert page.run.paper is None


def test_the_list_of_keys_tells_what_works_at_the_question_that_is_open(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    page = open_page(qtbot, context, mixed_form(story))

    def works() -> list[str]:
        hints = page.keys()
        return [hint.keys for hint in hints[:-2]]

    page.open_number("2")
    single = ["A … J", "1 … 9", "Return", "/ .", "- ←", "+ →", "Del", "*"]
    several = single
    number, in_words = ["Return", "/", "- ↑", "+ ↓", "*"], ["Return", "/", "↑", "↓", "*"]
    for expected in (single, several, number, in_words, single):
        assert works() == expected
        page.run.next()


def test_esc_puts_a_paper_away_and_its_number_goes_on_with_it(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    sheet = knowledge_form(story)
    page = open_page(qtbot, context, sheet)
    keys(page, "1", "Enter", "12", "Esc")
    assert "missing: 2 answers" in said(page)
    assert focused(page, page.paper.top.number)
    keys(page, "1", "Enter")
    assert page.run.place == 2
    assert "first answer that is missing" in said(page)


def test_a_paper_that_is_there_is_asked_about_then_shown_and_corrected(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    sheet = knowledge_form(story)
    page = open_page(qtbot, context, sheet)
    keys(page, "1", "Enter", "1234")
    keys(page, "1", "Enter")
    assert page.paper.doubt.title.text() == "Paper 1 is entered already: Абдуллоева Мавҷуда"
    assert focused(page, page.paper.doubt)
    keys(page, "Enter")
    assert strip(page) == ["A", "B", "C", "D"]
    assert "Already entered" in said(page)
    keys(page, "4", "Right", "1", "*")
    assert answers(story, sheet, 1) == ["4", "2", "1", "4"]
    assert page.run.paper is None


def test_undo_takes_one_answer_back_and_leads_there_and_redo_gives_it_again(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    sheet = knowledge_form(story)
    page = open_page(qtbot, context, sheet)
    context.changes.announced.connect(lambda changes, source: page.concerns(changes) and page.refresh())
    keys(page, "1", "Enter", "1234")
    assert page.run.paper is None
    assert "question 4, D" in page.paper.foot.undo.toolTip()
    click(page.paper.foot.undo)
    settle()
    assert page.run.paper is not None
    assert (page.run.place, strip(page)) == (3, ["A", "B", "C", ""])
    context.undo_last()
    settle()
    assert (page.run.place, strip(page)) == (2, ["A", "B", "", ""])
    context.redo_last()
    settle()
    assert strip(page) == ["A", "B", "C", ""]
    keys(page, "Right", "2")
    assert answers(story, sheet, 1) == ["1", "2", "3", "2"]


def test_an_answer_that_cannot_be_written_is_told_of_and_not_shown(
    qtbot: QtBot, context: AppContext, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = knowledge_form(story)
    page = open_page(qtbot, context, sheet)
    keys(page, "1", "Enter", "1")

    def full(*_values: object, **_named: object) -> None:
        raise TrainerError("disk.full")

    monkeypatch.setattr(Journal, "record", full)
    keys(page, "2")
    monkeypatch.undo()
    assert strip(page) == ["A", "", "", ""]
    assert page.run.place == 1
    assert "disk" in said(page).casefold()
    keys(page, "3")
    assert answers(story, sheet, 1) == ["1", "3", None, None]


def test_a_number_that_nobody_has_asks_whose_paper_it_is(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    sheet = knowledge_form(story)
    page = open_page(qtbot, context, sheet)
    before = story.work.journal.number
    keys(page, "31", "Enter")
    assert page.paper.stack.currentWidget() is page.paper.whose
    assert "31" in page.paper.whose.title.text()
    assert story.work.journal.number == before
    # Typed without the Tajik letters, and as a number of the list.
    keys(page, "гафуров", "Enter")
    assert page.paper.top.name.text() == "Ғафуров Сӯҳроб"
    keys(page, "1111")
    assert answers(story, sheet, 31) == ["1"] * 4
    assert focused(page, page.paper.top.number)
    keys(page, "32", "Enter", "12", "Enter")
    assert page.paper.top.name.text() == "Қаюмов Рустам"


def test_nought_is_no_number(qtbot: QtBot, context: AppContext, story: Story) -> None:
    page = open_page(qtbot, context, knowledge_form(story))
    keys(page, "0", "Enter")
    assert "“0” is not the number of a paper" in said(page)
    assert focused(page, page.paper.top.number)


def test_a_contradiction_is_marked_in_the_list(qtbot: QtBot, context: AppContext, story: Story) -> None:
    page = open_page(qtbot, context, knowledge_form(story))
    assert page.list is not None
    lines = (replace(page.list.lines[0], conflict=True), *page.list.lines[1:])
    page.papers.show_list(replace(page.list, lines=lines), second=False)
    model = page.papers.model
    assert [str(model.data(model.index(row, 2))) for row in (0, 1)] == ["see Review", "no paper"]


def test_esc_goes_back_from_a_mistyped_number_and_nothing_is_written(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    page = open_page(qtbot, context, knowledge_form(story))
    before = story.work.journal.number
    keys(page, "310", "Enter", "Esc")
    assert focused(page, page.paper.top.number)
    assert page.paper.stack.currentWidget() is page.paper.idle
    assert story.work.journal.number == before


def test_somebody_new_is_added_with_the_paper(qtbot: QtBot, context: AppContext, story: Story) -> None:
    sheet = knowledge_form(story)
    page = open_page(qtbot, context, sheet)
    keys(page, "40", "Enter", "Юсуфов Алишер")
    click(page.paper.whose.add)
    settle()
    assert page.paper.top.name.text() == "Юсуфов Алишер"
    keys(page, "1111")
    assert answers(story, sheet, 40) == ["1"] * 4
    listed = enrolments.list_enrolments(story.work, story.course)
    assert listed[-1].person.short_name == "Юсуфов Алишер"


def test_the_list_counts_and_opens_papers(qtbot: QtBot, context: AppContext, story: Story) -> None:
    sheet = knowledge_form(story)
    page = open_page(qtbot, context, sheet)
    keys(page, "1", "Enter", "1111", "2", "Enter", "1", "Esc")
    assert page.papers.sum.text().startswith(
        "1 of 23 papers entered · 1 not finished · in the room without a paper: 21"
    )
    row = next(row for row in range(page.papers.model.rowCount()) if page.papers.model.row(row).number == 2)
    page.papers.table.selectRow(row)
    press(page.papers.table, Qt.Key.Key_Return)
    assert page.run.paper is not None
    assert page.run.paper.number == 2
    assert focused(page, page.paper.question)


def test_a_re_sit_is_a_new_paper_of_the_same_person(qtbot: QtBot, context: AppContext, story: Story) -> None:
    sheet = knowledge_form(story)
    page = open_page(qtbot, context, sheet)
    keys(page, "3", "Enter", "1111")
    assert page.paper.top.resit.isHidden()
    keys(page, "3", "Enter", "Enter")
    assert page.paper.top.resit.isVisible()
    click(page.paper.top.resit)
    assert page.paper.top.number.text() == "2003"
    assert "Attempt 2" in page.paper.top.second.text()
    keys(page, "2222")
    assert answers(story, sheet, 2003) == ["2"] * 4
    assert answers(story, sheet, 3) == ["1"] * 4


def test_escape_empties_the_number_then_leads_back_to_the_tab(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    page = open_page(qtbot, context, mixed_form(story))
    left: list[bool] = []
    page.closed.connect(lambda: left.append(True))
    keys(page, "99", "Esc")
    assert page.paper.top.number.text() == ""
    assert not left
    keys(page, "Esc")
    assert left == [True]


def test_the_name_stands_whole_beside_the_offer_of_a_re_sit(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    sheet = knowledge_form(story, 2)
    page = open_page(qtbot, context, sheet)
    keys(page, "3", "Enter", "11", "3", "Enter", "Enter")
    top = page.paper.top
    assert top.resit.isVisible()
    assert top.check.isHidden()
    settle()
    assert top.name.fontMetrics().horizontalAdvance(top.name.text()) <= top.name.width()


@pytest.mark.parametrize("code", ["tg", "ru", "en"])
def test_a_paper_of_another_form_is_refused_in_words_that_are_seen_whole(
    qtbot: QtBot, context: AppContext, story: Story, language: LanguageSwitch, code: str
) -> None:
    language.choose(code)
    long = "Responding to domestic violence: knowledge test"
    one = choose(story.work, story.course, [single("q")], title=long)
    keying.key_answer(story.work, keying.open_paper(story.work, one.sitting, 3), one.questions[0], "1")
    page = open_page(qtbot, context, choose(story.work, story.course, [single("other")], title="Other"))
    keys(page, "3", "Enter")
    words = page.paper.foot.words
    assert long in words.text()
    assert words.heightForWidth(words.width()) <= page.paper.foot.height()


def test_ratings_go_from_person_to_person_by_themselves(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    sheet = rating_form(story)
    page = open_page(qtbot, context, sheet)
    assert page.paper.top.name.text() == "Абдуллоева Мавҷуда"
    assert focused(page, page.paper.question)
    keys(page, "34", "ором буд", "Enter")
    assert page.paper.top.name.text() == "Азизов Фаррух"
    keys(page, "2", "Esc")
    assert answers(story, sheet, 1) == ["3", "4", "ором буд"]
    assert answers(story, sheet, 2) == ["2", None, None]
    keys(page, "2", "Enter", "1", "Enter")
    assert page.paper.top.name.text() == "Бобоҷонов Далер"
    assert page.paper.top.resit.isHidden()


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("code", ["tg", "ru", "en"])
def test_it_fits_in_every_language(
    qtbot: QtBot,
    context: AppContext,
    story: Story,
    language: LanguageSwitch,
    theme: Theme,
    code: str,
    look: str,
) -> None:
    page = open_page(qtbot, context, knowledge_form(story, 20))
    language.choose(code)
    theme.choose(look)
    settle()
    keys(page, "1", "Enter", "1")
    least = page.minimumSizeHint()
    assert least.width() <= TAB_SIZE[0]
    assert least.height() <= TAB_SIZE[1]
    assert cut_heads(page.papers.table) == []
    assert "{" not in page.paper.top.check.text() + page.papers.sum.text() + said(page)


def test_the_line_at_the_foot_follows_the_language(
    qtbot: QtBot, context: AppContext, story: Story, language: LanguageSwitch
) -> None:
    """S3: what became of the last key stood there in the language before."""
    page = open_page(qtbot, context, knowledge_form(story))

    def follows(en: str, ru: str, tg: str) -> None:
        for code, words in (("en", en), ("ru", ru), ("tg", tg), ("en", en)):
            language.choose(code)
            settle()
            assert words in said(page)

    keys(page, "7", "Enter", "2")
    # The label of the step, as it stands in the history too.
    follows("Saved: ", "Сохранено: ", "Сабт шуд: ")
    keys(page, "9")
    follows("“9” is no answer here", "«9» здесь не ответ", "«9» дар ин ҷо ҷавоб нест")
    page.telling.missing()
    follows("Missing: 3 answers", "Не хватает 3 ответов", "3 ҷавоб намерасад")
    keys(page, "Esc")
    follows("Closed; missing: ", "Отложена; не хватает ", "Гузошта шуд; ")
    keys(page, "7", "Enter")
    follows("Goes on at the first answer", "Продолжение с первого", "Идома аз аввалин")
    keys(page, "*", "Enter")
    follows("entered whole: 1 answer, left blank: ", "введено полностью: ", "пурра ")


def test_a_sign_that_the_number_of_a_paper_does_not_take_is_said_beside_it(
    qtbot: QtBot, context: AppContext, story: Story, language: LanguageSwitch
) -> None:
    """S3: a letter, and a seventh digit, went without a word."""
    page = open_page(qtbot, context, knowledge_form(story))
    number, problem = page.paper.top.number, page.paper.top.problem
    high = page.paper.top.height()
    for typed, kept in (("1234567", "123456"), ("a", "")):
        type_text(number, typed)
        settle()
        assert number.text() == kept
        assert problem.isVisible()
        assert problem.text() == "Only digits are taken here, 6 at the most."
        assert number.accessibleDescription() == problem.text(), "a screen reader hears it"
        assert page.paper.top.height() == high, "nothing moves"
        keys(page, "Esc", "7")
        assert number.text() == "7"
        assert problem.isHidden()
        keys(page, "Esc")
    type_text(number, "a")
    language.choose("ru")
    assert problem.text() == "Здесь принимаются только цифры, не больше 6."
    language.choose("en")
    keys(page, "7", "Enter")
    assert problem.isHidden()
    assert not number.property("wrong")


def test_a_screen_reader_hears_the_question_and_what_is_ticked(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    page = open_page(qtbot, context, knowledge_form(story))
    keys(page, "1", "Enter", "2", "Back")
    spoken = QAccessible.queryAccessibleInterface(page.paper.question)
    assert spoken.text(QAccessible.Text.Name) == "Question 1 of 4: Question q1"
    assert spoken.text(QAccessible.Text.Description).startswith("B ")


def test_a_click_on_the_strip_and_on_an_option_does_what_keys_do(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    sheet = knowledge_form(story)
    page = open_page(qtbot, context, sheet)
    keys(page, "1", "Enter", "11")
    cells, options = page.paper.strip.cells, page.paper.question.options
    qtbot.mouseClick(cells, Qt.MouseButton.LeftButton, pos=cells.box(0).center())
    assert page.run.place == 0
    qtbot.mouseClick(options, Qt.MouseButton.LeftButton, pos=options.rect().center())
    assert answers(story, sheet, 1)[0] in ("2", "3")


def test_all_answers_are_in_sight_in_the_next_test_too(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    sheets = [knowledge_form(story, 20, occasion=occasion) for occasion in (Occasion.PRE, Occasion.POST)]
    page = open_page(qtbot, context, sheets[0])
    for sheet in sheets:
        assert page.show_sitting(sheet.sitting, "first")
        settle()
        page.grab()
        page.first_focus().setFocus()
        keys(page, "7", "Enter")
        settle()
        cells = page.paper.strip.cells
        assert cells.height() >= cells.box(19).bottom() + 1 > cells.box(0).height()
        assert page.show_sitting(sheet.sitting, "differences")
        settle()


def test_keys_of_the_page_are_listed(qtbot: QtBot, context: AppContext, story: Story) -> None:
    page = open_page(qtbot, context, knowledge_form(story))
    listed = page.keys()
    assert {"A … J", "1 … 9", "*", "Esc"} <= {each.keys for each in listed}
    page.show_mode("differences")
    listed = page.keys()
    assert {each.keys for each in listed} == {"1", "2", "Return"}


def test_whatever_takes_the_keyboard_has_a_name_and_says_what_it_is(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    page = open_page(qtbot, context, mixed_form(story))

    def mute() -> list[str]:
        settle()
        return [
            f"{type(each).__name__} {each.objectName()}"
            for each in page.findChildren(QWidget)
            if each.isVisible()
            and each.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not (
                each.objectName() and QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
            )
        ]

    assert mute() == []
    keys(page, "1", "Enter", "1")
    assert mute() == []
    keys(page, "1", "Enter")
    assert mute() == []
    keys(page, "Esc", "99", "Enter")
    assert mute() == []
    keys(page, "Esc")
    page.show_mode("second")
    assert mute() == []
    page.show_mode("differences")
    assert mute() == []


def test_beside_the_help_a_paper_has_the_place_of_the_list(
    qtbot: QtBot, context: AppContext, story: Story
) -> None:
    page = open_page(qtbot, context, feedback_form(story, statements=8))
    page.resize(745, 640)
    settle()
    assert page.papers.isVisible(), "one is chosen there"
    page.open_number("301")
    settle()
    assert not page.papers.isVisible()
    assert page.paper.question.height() >= page.paper.question.minimumSizeHint().height()
    keys(page, "Esc")
    assert page.papers.isVisible()
    page.open_number("301")
    page.resize(1100, 640)
    settle()
    assert page.papers.isVisible()
