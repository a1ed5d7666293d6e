"""The editor of a question: kinds, options by keys, credits, scales, accepted answers, what is refused."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.kit.running import in_turn
from tests.kit.world import Story
from tests.ui.bank_parts import SINGLE, add, number_question, open_screen
from tests.ui.driving import click, press, settle, type_text
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.evaluations import questions
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.evaluations.questions import Accepted, Option, Question, QuestionKind
from trainer_app.ui.evaluations.bank.editors import OptionRow
from trainer_app.ui.evaluations.bank.question_form import QuestionForm
from trainer_app.ui.kit.context import Notice
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.workspace import Workspace

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def form(workspace: Workspace) -> QuestionForm:
    """Open the screen and its editor, empty."""
    made = open_screen(workspace, "questions").form
    made.open_new("Calls")
    settle()
    return made


@pytest.fixture
def work(story: Story) -> Workplace:
    return story.work


def kind(form: QuestionForm, name: str) -> None:
    click(form.rows["kind"].field.button(name))
    settle()


def ask(form: QuestionForm, text: str = "Why?") -> None:
    form.rows["text"].field.areas["en"].setPlainText(text)


def fill(form: QuestionForm, *words: str) -> list[OptionRow]:
    """Type options in English."""
    rows = form.rows["options"].field.rows
    for row, each in zip(rows, words, strict=False):
        row.lines["en"].setPlainText(each)
    return rows


def save(form: QuestionForm, work: Workplace) -> Question:
    """Press the filled button and return what was saved."""
    before = {question.key for question in questions.list_questions(work)}
    click(form.accept_button)
    settle()
    assert form.isHidden(), form.trouble.text() + form.rows["options"].error.text()
    [new] = [question for question in questions.list_questions(work) if question.key not in before]
    return new


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_it_opens_in_the_language_of_the_window_with_four_empty_options(form: QuestionForm) -> None:
    assert form.rows["text"].field.areas["en"].hasFocus()
    assert form.rows["kind"].field.value() == "single"
    assert len(form.rows["options"].field.rows) == 4
    assert [row.letter.text() for row in form.rows["options"].field.rows] == ["A", "B", "C", "D"]
    assert form.rows["points"].field.text() == "1"
    assert form.rows["topic"].field.text() == "Calls"
    assert form.rows["used"].isHidden()
    assert form.rows["missing"].isHidden()


def test_a_question_is_written_by_keys_alone(form: QuestionForm, work: Workplace) -> None:
    type_text(form.rows["text"].field.areas["en"], "First?")
    for row, words in zip(form.rows["options"].field.rows, ("Run", "Hide", "Call"), strict=False):
        type_text(row.lines["en"], words)
        press(row.lines["en"], Qt.Key.Key_Return)
    assert focus() is form.rows["options"].field.rows[3].lines["en"]
    press(form.rows["options"].field.rows[2].single, Qt.Key.Key_Space)
    press(
        form.rows["options"].field.rows[1].lines["en"], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    settle()
    assert form.isHidden()
    [saved] = questions.list_questions(work)
    assert saved.text == Texts(en="First?")
    assert [option.text["en"] for option in saved.options] == ["Run", "Hide", "Call"]
    assert saved.right_options == {3}


@pytest.mark.parametrize("place", ["text", "name"])
def test_enter_saves_from_a_line_and_with_ctrl_from_a_text(
    form: QuestionForm, work: Workplace, place: str
) -> None:
    ask(form)
    fill(form, "a", "b")
    area = form.rows["text"].field.areas["en"]
    if place == "text":
        press(area, Qt.Key.Key_Return)
        assert not form.isHidden(), "Enter in a text is a new line"
        press(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    else:
        press(form.rows["name"].field, Qt.Key.Key_Return)
    settle()
    assert form.isHidden()
    assert [question.text["en"] for question in questions.list_questions(work)] == ["Why?"]


def test_one_click_marks_the_one_right_answer(form: QuestionForm, work: Workplace) -> None:
    ask(form)
    rows = fill(form, "a", "b", "c")
    click(rows[0].single)
    click(rows[2].single)
    assert [row.single.isChecked() for row in rows] == [False, False, True, False]
    saved = save(form, work)
    assert [option.credit for option in saved.options] == [0, 0, 10_000]


def test_without_a_right_answer_it_is_said_that_there_are_no_points(
    form: QuestionForm, workspace: Workspace, work: Workplace
) -> None:
    heard: list[Notice] = []
    workspace.context.noticed.connect(heard.append)
    ask(form)
    unscored = form.rows["unscored"]
    assert unscored.isHidden(), "nothing is said before an option is there"
    rows = fill(form, "Run", "Hide")
    assert unscored.isVisible()
    assert unscored.text().startswith("No option is marked as right: in a test this question gives no")
    click(rows[1].single)
    assert unscored.isHidden()
    kind(form, "likert")
    assert unscored.isHidden(), "a scale has no right step"
    kind(form, "multiple")
    for row in form.rows["options"].field.rows:
        row.set_right(right=False)
    fill(form, "Run", "Hide")
    form.retranslate()
    assert unscored.isVisible()
    assert not save(form, work).scored
    assert [each.text for each in heard if each.title == "The question is saved"] == [unscored.text()]


def test_enter_adds_options_up_to_ten_and_alt_moves_them(form: QuestionForm, work: Workplace) -> None:
    ask(form)
    fill(form, "a", "b", "c", "d")
    editor = form.rows["options"].field
    while len(editor.rows) < 10:
        last = editor.rows[-1].lines["en"]
        press(last, Qt.Key.Key_Return)
        settle()
        assert focus() is editor.rows[-1].lines["en"]
        editor.rows[-1].lines["en"].setPlainText(str(len(editor.rows)))
    assert not editor.add.isEnabled()
    press(editor.rows[-1].lines["en"], Qt.Key.Key_Return)
    settle()
    assert len(editor.rows) == 10
    click(editor.rows[0].single)
    press(editor.rows[0].lines["en"], Qt.Key.Key_Down, ALT)
    press(editor.rows[0].lines["en"], Qt.Key.Key_Up, ALT)
    assert [row.lines["en"].toPlainText() for row in editor.rows][:3] == ["b", "a", "c"]
    assert [row.letter.text() for row in editor.rows][:3] == ["A", "B", "C"]
    click(editor.rows[3].remove)
    settle()
    saved = save(form, work)
    assert [option.text["en"] for option in saved.options] == ["b", "a", "c", "5", "6", "7", "8", "9", "10"]
    assert saved.right_options == {2}


def test_several_right_answers_share_the_points_and_ticking_all_gives_none(
    form: QuestionForm, work: Workplace
) -> None:
    kind(form, "multiple")
    ask(form)
    rows = fill(form, "a", "b", "c", "d")
    for place in (0, 1, 2):
        click(rows[place].several)
    saved = save(form, work)
    assert [option.credit for option in saved.options] == [3334, 3333, 3333, -10_000]


def test_what_each_option_is_worth_is_typed_and_checked(form: QuestionForm, work: Workplace) -> None:
    kind(form, "multiple")
    ask(form)
    rows = fill(form, "a", "b", "c")
    click(rows[0].several)
    click(rows[1].several)
    click(form.rows["options"].field.worth)
    assert [row.credit.text() for row in rows[:3]] == ["50", "50", "−100"]
    rows[0].credit.setText("75")
    rows[2].credit.setText("-25,5")
    click(form.accept_button)
    assert "100 %" in form.rows["options"].error.text()
    rows[1].credit.setText("many")
    assert rows[1].credit.property("wrong") == "true"
    click(form.accept_button)
    assert "“many” is not a percentage" in form.rows["options"].error.text()
    rows[1].credit.setText("25")
    saved = save(form, work)
    assert [option.credit for option in saved.options] == [7500, 2500, -2550]
    form.open_question(saved.key)
    assert form.rows["options"].field.worth.isChecked()
    assert [row.credit.text() for row in form.rows["options"].field.rows] == ["75", "25", "−25.5"]
    click(form.rows["options"].field.worth)
    assert [row.several.isChecked() for row in form.rows["options"].field.rows] == [True, True, False]


def test_a_single_choice_may_give_part_of_the_points(form: QuestionForm, work: Workplace) -> None:
    own = Option(Texts(en="c"), 5000, Texts(en="Nearly"))
    key = add(work, options=(*SINGLE.options[:2], own))
    form.open_question(key)
    assert form.rows["options"].field.worth.isChecked(), "nothing of it is lost by opening"
    form.rows["name"].field.setText("named")
    click(form.accept_button)
    settle()
    saved = questions.get_question(work, key)
    assert [option.credit for option in saved.options] == [10_000, 0, 5000]
    assert saved.options[2].note["en"] == "Nearly"
    assert saved.name == "named"


def test_going_from_several_to_one_keeps_the_first_right_one(form: QuestionForm) -> None:
    kind(form, "multiple")
    rows = fill(form, "a", "b", "c")
    click(rows[1].several)
    click(rows[2].several)
    kind(form, "single")
    assert [row.right() for row in form.rows["options"].field.rows[:3]] == [False, True, False]
    assert form.rows["options"].field.rows[0].lines["en"].toPlainText() == "a"


def test_a_scale_begins_ready_made_and_takes_two_to_seven_steps(form: QuestionForm, work: Workplace) -> None:
    kind(form, "likert")
    editor = form.rows["options"].field
    assert [row.letter.text() for row in editor.rows] == ["1", "2", "3", "4", "5"]
    assert editor.rows[4].text() == Texts(tg="Комилан розӣ ҳастам", ru="Определённо да", en="Strongly agree")
    assert form.rows["points"].isHidden()
    assert editor.worth.isHidden()
    assert all(row.single.isHidden() and row.several.isHidden() for row in editor.rows)
    place = form.rows["scale"].field.findData("frequency")
    form.rows["scale"].field.setCurrentIndex(place)
    form.rows["scale"].field.activated.emit(place)
    assert editor.rows[0].text()["en"] == "Never"
    assert form.rows["scale"].field.currentIndex() == 0
    for _ in range(2):
        click(editor.add)
    assert len(editor.rows) == 7
    assert not editor.add.isEnabled()
    ask(form)
    saved = save(form, work)
    assert len(saved.options) == 5, "empty steps are left out"
    assert not saved.scored


def test_a_number_has_bounds_and_words_have_stars(form: QuestionForm, work: Workplace) -> None:
    kind(form, "number")
    ask(form)
    assert form.rows["options"].isHidden()
    accepted = form.rows["accepted"].field
    click(accepted.add)
    settle()
    assert focus() is accepted.rows[0].low
    accepted.rows[0].low.setText("3,5")
    accepted.rows[0].high.setText("3")
    click(form.accept_button)
    assert "neither a number nor bounds" in form.rows["accepted"].error.text()
    accepted.rows[0].high.setText("4")
    press(accepted.rows[0].high, Qt.Key.Key_Return)
    settle()
    assert focus() is accepted.rows[1].low
    accepted.rows[1].low.setText("5")
    accepted.rows[1].credit.setText("50")
    saved = save(form, work)
    assert saved.accepted == (Accepted("3,5..4"), Accepted("5", 5000))
    form.open_question(saved.key)
    kind(form, "text")
    assert form.rows["accepted"].field.rows[0].words.isVisible()
    form.rows["accepted"].field.rows[0].words.setText("protect*")
    click(form.rows["accepted"].field.rows[1].remove)
    click(form.accept_button)
    settle()
    assert questions.get_question(work, saved.key).accepted == (Accepted("protect*"),)


def test_without_accepted_answers_the_question_is_open(form: QuestionForm, work: Workplace) -> None:
    kind(form, "text")
    ask(form)
    assert not save(form, work).scored


@pytest.mark.parametrize("worth", [False, True])
@pytest.mark.parametrize("width", [900, 1366])
def test_the_fields_of_an_option_stand_below_their_language_and_its_button_beside_them(
    form: QuestionForm, width: int, worth: bool
) -> None:
    editor = form.rows["options"].field
    form.window().resize(width, 768)
    if worth:
        click(editor.worth)
    settle()
    for row in editor.rows:
        lefts = {code: line.mapTo(editor, QPoint()).x() for code, line in row.lines.items()}
        assert lefts == {code: head.x() for code, head in editor.heads.items()}
        assert row.remove.x() > max(line.x() for line in row.lines.values())
        assert {part.y() for part in (*row.lines.values(), row.remove)} == {0}


@pytest.mark.parametrize(
    ("points", "said"),
    [("", "not a number of points"), ("a", "not a number of points"), ("101", "between 0 and 100")],
)
def test_points_that_are_none_are_refused_at_their_field(form: QuestionForm, points: str, said: str) -> None:
    ask(form)
    fill(form, "a", "b")
    form.rows["points"].field.setText(points)
    click(form.accept_button)
    assert said in form.rows["points"].error.text()
    assert form.rows["points"].field.hasFocus()
    assert not form.isHidden()


def test_half_points_are_taken_with_a_comma(form: QuestionForm, work: Workplace) -> None:
    ask(form)
    fill(form, "a", "b")
    form.rows["points"].field.setText("2,5")
    assert save(form, work).points == 250


def test_a_question_without_words_or_options_is_refused_where_it_is_wrong(form: QuestionForm) -> None:
    click(form.accept_button)
    assert "no words yet" in form.rows["text"].error.text()
    ask(form)
    fill(form, "a")
    click(form.accept_button)
    assert form.rows["text"].error.isHidden()
    assert "at least two options" in form.rows["options"].error.text()
    assert form.rows["options"].error.isVisible()
    rows = form.rows["options"].field.rows
    rows[1].lines["en"].setPlainText("b")
    click(rows[3].single)
    click(form.accept_button)
    assert "Option 3 has no words" in form.rows["options"].error.text()


def test_missing_languages_are_named_while_typing(form: QuestionForm) -> None:
    ask(form)
    fill(form, "a", "b")
    assert form.rows["missing"].isVisible()
    assert form.rows["missing"].text() == "Missing: Тоҷикӣ – the question, A, B; Русский – the question, A, B"
    form.rows["text"].field.areas["ru"].setPlainText("Почему?")
    for row in form.rows["options"].field.rows[:2]:
        row.lines["ru"].setPlainText("да")
    assert form.rows["missing"].text() == "Missing: Тоҷикӣ – the question, A, B"


def test_long_options_are_shown_whole(form: QuestionForm) -> None:
    line = form.rows["options"].field.rows[0].lines["en"]
    low = line.height()
    line.setPlainText("a long option that goes on and on " * 3)
    settle()
    assert line.height() > low
    assert line.verticalScrollBar().maximum() == 0


@in_turn("code", LANGUAGES)
@in_turn("name", [each.value for each in QuestionKind])
def test_it_fits_its_panel_in_every_language(
    form: QuestionForm, language: LanguageSwitch, work: Workplace, code: str, name: str
) -> None:
    language.choose(code)
    settle()
    key = add(work, number_question()) if name == "number" else add(work)
    form.open_question(key)
    kind(form, name)
    if name == "multiple":
        click(form.rows["options"].field.worth)
    settle()
    holder = form.body.parentWidget()
    assert holder is not None
    assert holder.minimumSizeHint().width() <= form.width()
    assert form.rows["kind"].minimumSizeHint().width() + 24 + 90 <= form.width() - 48
