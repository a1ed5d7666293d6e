"""Papers of the forms that a course has chosen: whose they are, what is frozen, what is warned of."""

import re

import pytest

from tests.actions.questionnaires import knowledge_test, make_form, opinions, scale, single, words
from tests.documents.reading import page_count, pages
from tests.kit.writing import Room
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import enrolments
from trainer_app.actions.evaluations import feedback, forms, keying
from trainer_app.actions.papers import question_papers
from trainer_app.actions.papers.papers import (
    LAYOUT,
    Chosen,
    FormPaper,
    PrintedForm,
    choose_layout,
    form_warnings,
    layout_of,
)
from trainer_app.actions.papers.question_papers import (
    ANSWER_SHEETS,
    BOTH_SIDES,
    FORM_PAPERS,
    KEY,
    MORE_SHEETS,
    NAMES_STAY,
    ONLY_NUMBERS,
    RESIT,
    SHEET_NUMBERS,
    SPARE_PAPERS,
    TESTS,
    form_line,
    plan_numbers,
    printed_forms,
)
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.evaluations.forms import FormKind, Occasion
from trainer_app.domain.evaluations.questions import Question, QuestionKind
from trainer_app.domain.papers.course_papers import LAYOUT_CHOSEN, PAPER_LANGUAGES, PaperLayout
from trainer_app.system.messages import label_text

NAMES = ("Азизов Фаррух Бахтиёрович", "Гулмуродова Зарина Ҳакимовна", "Раҳимов Некрӯз Файзуллоевич")


def pages_of(pdf: bytes) -> list[str]:
    return [" ".join(page.split()) for page in pages(pdf)]


def practical(work: Workplace, course: str) -> str:
    form = make_form(
        work, FormKind.PRACTICAL, [scale("Listens"), scale("Asks"), words("Advice")], "Role play"
    )
    return forms.choose_form(work, course, form, Occasion.END).key or ""


def numbers_of(pdf: bytes) -> list[int]:
    """Return the number of every paper, as the foot of its first page tells it."""
    return [int(number) for number in re.findall(r"No\. (\d+) · page 1 of", " ".join(pages_of(pdf)))]


@pytest.mark.parametrize("language", PAPER_LANGUAGES)
def test_everybody_expected_has_a_numbered_paper_and_some_are_spare(
    trainer: Workplace, room: Room, language: str
) -> None:
    enrolments.withdraw(trainer, room.enrolments[1])
    sitting = knowledge_test(trainer, room.course)
    pdf = question_papers.papers_of_test(trainer, sitting, language)
    whole = " ".join(pages_of(pdf))
    assert [name in whole for name in NAMES] == [True, False, True]
    if language == "en":
        assert numbers_of(pdf) == [1, 3, 4, 5, 6, 7]
    few = question_papers.papers_of_test(trainer, sitting, "en", Chosen({SPARE_PAPERS: 0}))
    assert numbers_of(few) == [1, 3]


def test_chosen_numbers_and_a_second_attempt(trainer: Workplace, room: Room) -> None:
    sitting = knowledge_test(trainer, room.course)
    some = Chosen({ONLY_NUMBERS: (3, 1)})
    assert numbers_of(question_papers.papers_of_test(trainer, sitting, "en", some)) == [1, 3]
    again = Chosen({ONLY_NUMBERS: (3, 1), RESIT: True})
    assert numbers_of(question_papers.papers_of_test(trainer, sitting, "en", again)) == [1, 3]
    view = keying.open_paper(trainer, sitting, 3)
    keying.key_answer(trainer, view, view.form.questions[0].key, "2")
    assert numbers_of(question_papers.papers_of_test(trainer, sitting, "en", again)) == [1, 2003]
    opened = keying.open_paper(trainer, sitting, 2003)
    assert opened.paper.enrolment == room.enrolments[2]
    with pytest.raises(TrainerError, match="paper.unknown_numbers"):
        question_papers.papers_of_test(trainer, sitting, "en", Chosen({ONLY_NUMBERS: (9,)}))


def test_who_has_a_spare_paper_keeps_its_number_and_no_other_paper_gets_it(
    trainer: Workplace, room: Room
) -> None:
    sitting = knowledge_test(trainer, room.course)
    keying.assign_paper(trainer, sitting, 6, room.enrolments[0])
    numbers = numbers_of(question_papers.papers_of_test(trainer, sitting, "en"))
    assert numbers == [6, 2, 3, 7, 8, 9, 10]


def test_shuffled_papers_are_keyed_as_they_are_printed(trainer: Workplace, room: Room) -> None:
    sitting = knowledge_test(trainer, room.course, count=3, shuffled=True)
    text = " ".join(
        pages_of(question_papers.papers_of_test(trainer, sitting, "en", Chosen({ONLY_NUMBERS: (2,)})))
    )
    view = keying.open_paper(trainer, sitting, 2)
    for number, question in enumerate(view.form.questions, start=1):
        printed = re.findall(rf"([A-D]) Question {number} ([1-4])", text)
        assert [int(own) for _, own in printed] == list(view.orders[question.key])
        for letter, own in printed:
            assert keying.printed_answer(question, own, view.orders[question.key]) == letter
    key = pages_of(question_papers.key_sheet(trainer, sitting, "en"))
    right = {letter for letter, own in re.findall(r"([A-D]) Question 1 ([1-4])", text) if own == "2"}
    assert re.search(rf" 2 {''.join(right)} ", " ".join(key))
    with pytest.raises(TrainerError, match="paper.shuffled"):
        question_papers.booklet(trainer, sitting)


def test_a_booklet_is_read_and_answered_on_sheets(trainer: Workplace, room: Room) -> None:
    sitting = knowledge_test(trainer, room.course)
    booklet = pages_of(question_papers.booklet(trainer, sitting, "en"))
    assert len(booklet) == 1
    assert "Write nothing here" in booklet[0]
    sheets = pages_of(question_papers.answer_sheets(trainer, sitting, "en"))
    assert len(sheets) == 4
    assert all(name in " ".join(sheets) for name in NAMES)
    assert form_line(trainer, printed(trainer, room.course), ANSWER_SHEETS).pages == 4


def test_names_are_torn_off_or_stay(trainer: Workplace, room: Room) -> None:
    sitting = knowledge_test(trainer, room.course)
    strip = pages_of(question_papers.papers_of_test(trainer, sitting, "en"))[0]
    kept = pages_of(question_papers.papers_of_test(trainer, sitting, "en", Chosen({NAMES_STAY: True})))[0]
    assert ["tear off" in text for text in (strip, kept)] == [True, False]


def test_looking_writes_nothing_and_printing_freezes_the_form(trainer: Workplace, room: Room) -> None:
    sitting = knowledge_test(trainer, room.course)
    form = forms.get_sitting(trainer, sitting).form
    question_papers.papers_of_test(trainer, sitting)
    question_papers.key_sheet(trainer, sitting)
    assert not forms.get_form(trainer, form).form.frozen
    printed = question_papers.mark_printed(trainer, sitting)
    assert printed.step is not None
    assert label_text(printed.label, "ru").startswith("тест больше не меняется:"), (
        "a test is no feedback form"
    )
    said = question_papers.mark_printed(trainer, opinions(trainer, room.course)).label
    assert label_text(said, "ru").startswith("анкета больше не меняется:")
    assert forms.get_form(trainer, form).form.frozen
    assert question_papers.mark_printed(trainer, sitting).step is None, "once is enough"
    with pytest.raises(TrainerError, match="form.frozen"):
        forms.set_questions(trainer, form, [])


def test_anonymous_sheets_take_numbers_in_no_order_and_only_when_printed(
    trainer: Workplace, room: Room
) -> None:
    sitting = opinions(trainer, room.course)
    for number in range(30):
        enrolments.add_walk_in(trainer, room.course, f"Каримов {number}")
    planned = plan_numbers(trainer, sitting)
    first = planned[SHEET_NUMBERS]
    whole = " ".join(pages_of(question_papers.anonymous_sheets(trainer, sitting, "en", planned)))
    assert not any(name in whole for name in NAMES)
    assert whole.count("Anonymous") >= 33
    printed = [int(number) for number in re.findall(r"Sheet No\. (\d+)", whole)]
    assert printed == list(first)
    assert sorted(printed) != printed, "their order tells nothing"
    assert len(set(printed)) == 33
    question_papers.mark_printed(trainer, sitting, first)
    second = plan_numbers(trainer, sitting, Chosen({MORE_SHEETS: 2}))[SHEET_NUMBERS]
    assert len(second) == 35
    assert min(second) == max(first) + 1
    assert not set(first) & set(feedback.take_numbers(trainer, sitting, 5))


def test_rating_sheets_and_the_grid_name_everybody(trainer: Workplace, room: Room) -> None:
    sitting = practical(trainer, room.course)
    sheets = " ".join(pages_of(question_papers.rating_sheets(trainer, sitting, "en")))
    grid = pages_of(question_papers.rating_grid(trainer, sitting, "en"))
    assert len(grid) == 1
    for name in NAMES:
        assert name in sheets
        assert name in grid[0]
    assert "Trainer’s signature" in sheets
    for key in room.enrolments:
        enrolments.withdraw(trainer, key)
    assert "Name" in " ".join(pages_of(question_papers.rating_sheets(trainer, sitting, "en")))


@pytest.mark.parametrize("more", [0, 1, 30])
def test_the_pages_that_are_told_are_those_that_are_made(trainer: Workplace, room: Room, more: int) -> None:
    for number in range(more):
        enrolments.add_walk_in(trainer, room.course, f"Каримов {number}")
    knowledge_test(trainer, room.course, count=45, shuffled=True)
    opinions(trainer, room.course)
    practical(trainer, room.course)
    follow = forms.choose_standard(trainer, room.course, FormKind.FOLLOW_UP)
    assert follow.key
    told: set[FormPaper] = set()
    for form in printed_forms(trainer, room.course, "tg+en"):
        for paper in FORM_PAPERS:
            line = form_line(trainer, form, paper) if paper.kind is form.kind else None
            if line is not None and line.pages:
                made = paper.make(trainer, form.sitting, "tg+en", plan_numbers(trainer, form.sitting))
                extent = line.words.values["extent"]
                assert isinstance(extent, Label)
                assert line.pages == extent.values["pages"] == page_count(made), paper.name
                told.add(paper)
    assert {paper.name for paper in told} == {"tests", "sheets", "feedback", "follow-up", "ratings"}
    form = printed(trainer, room.course)
    for chosen in (Chosen({BOTH_SIDES: False}), Chosen({ONLY_NUMBERS: (2,)}), Chosen({SPARE_PAPERS: 0})):
        made = TESTS.make(trainer, form.sitting, "en", chosen)
        assert form_line(trainer, form, TESTS, chosen).pages == page_count(made)


def printed(work: Workplace, course: str, language: str = "en") -> PrintedForm:
    """Return the first form of a course as something to print."""
    return printed_forms(work, course, language)[0]


def test_a_paper_that_cannot_be_made_says_why_instead_of_its_pages(trainer: Workplace, room: Room) -> None:
    knowledge_test(trainer, room.course, count=3, shuffled=True)
    form = printed(trainer, room.course)
    booklet = form_line(trainer, form, question_papers.BOOKLET)
    assert (booklet.pages, booklet.words.code) == (0, "paper.line.no_booklet")
    assert form_line(trainer, form, KEY).pages is None, "only making it would tell"
    forms.set_questions(trainer, form.view.form.form.key, [])
    empty = printed(trainer, room.course)
    assert (form_line(trainer, empty, TESTS).pages) == 0
    assert form_line(trainer, empty, TESTS).words.code == "form.no_questions"


def test_what_is_missing_is_told_before_printing(trainer: Workplace, room: Room) -> None:
    asked = [single("Савол"), Question("", QuestionKind.TEXT, Texts(tg="Танҳо \N{OK HAND SIGN} тоҷикӣ"))]
    form = make_form(trainer, FormKind.TEST, asked)
    assert not form_warnings(trainer, make_form(trainer, FormKind.FEEDBACK, [words("A")]), "tg+en")
    told = [label_text(each, "en") for each in form_warnings(trainer, form, "ru")]
    assert told[0].startswith(
        "Not everything is written in Russian: question 1, answer 1, question 1, answer 2, "
    )
    assert "question 2" in told[0]
    assert "\N{OK HAND SIGN}" in told[1]
    both = [each.code for each in form_warnings(trainer, form, "tg+en")]
    assert both == ["paper.texts_missing", "paper.second_missing", "paper.signs_missing"]
    many = make_form(trainer, FormKind.TEST, [single(f"Савол {number}") for number in range(5)])
    assert "12 more" in label_text(form_warnings(trainer, many, "ru")[0], "en")
    for language in ("tg", "ru", "en"):
        assert label_text(form_warnings(trainer, form, "ru")[0], language)


def test_a_form_is_looked_at_before_any_course_uses_it(trainer: Workplace) -> None:
    form = make_form(trainer, FormKind.TEST, [single("Савол")])
    shown = pages_of(question_papers.preview(trainer, form, "tg"))[0]
    assert "Савол" in shown
    assert "Намуна" in shown, "nobody takes it for a paper of a course"
    asked = make_form(trainer, FormKind.FEEDBACK, [scale("Изҳорот")])
    assert "Беном" in pages_of(question_papers.preview(trainer, asked, "tg"))[0]
    with pytest.raises(TrainerError, match="form.no_questions"):
        question_papers.preview(trainer, make_form(trainer, FormKind.TEST, []))
    assert not forms.get_form(trainer, form).form.frozen


def test_what_cannot_be_printed_is_refused(trainer: Workplace, room: Room) -> None:
    test, feedback = knowledge_test(trainer, room.course), opinions(trainer, room.course)
    with pytest.raises(TrainerError, match="paper.wrong_kind"):
        question_papers.papers_of_test(trainer, feedback)
    with pytest.raises(TrainerError, match="paper.wrong_kind"):
        question_papers.rating_grid(trainer, test)
    with pytest.raises(TrainerError, match="paper.spare_out_of_range"):
        question_papers.papers_of_test(trainer, test, "tg", Chosen({SPARE_PAPERS: -1}))
    with pytest.raises(TrainerError, match="paper.unknown_language"):
        question_papers.key_sheet(trainer, test, "de")
    for key in room.enrolments:
        enrolments.withdraw(trainer, key)
    with pytest.raises(TrainerError, match="paper.nobody"):
        question_papers.answer_sheets(trainer, test, "en", Chosen({SPARE_PAPERS: 0}))
    assert numbers_of(question_papers.papers_of_test(trainer, test, "en")) == [4, 5, 6, 7]
    with pytest.raises(TrainerError, match="sitting.unknown"):
        question_papers.key_sheet(trainer, "nothing")


def test_the_layout_chosen_last_is_that_of_all_papers_unless_another_is_said(
    trainer: Workplace, room: Room
) -> None:
    sitting = knowledge_test(trainer, room.course, count=45)
    usual = pages_of(question_papers.papers_of_test(trainer, sitting, "en"))
    assert layout_of(trainer) is PaperLayout.USUAL
    assert choose_layout(trainer, PaperLayout.COMPACT).step is None, "nothing of the data changes"
    assert layout_of(trainer) is PaperLayout.COMPACT
    small = pages_of(question_papers.papers_of_test(trainer, sitting, "en"))
    assert len(small) < len(usual)
    as_before = Chosen({LAYOUT: PaperLayout.USUAL})
    assert pages_of(question_papers.papers_of_test(trainer, sitting, "en", as_before)) == usual
    form = printed(trainer, room.course)
    assert form.layout is PaperLayout.COMPACT
    assert form_line(trainer, form, TESTS).pages == len(small)
    trainer.store.change_setting(LAYOUT_CHOSEN, "of a newer version")
    assert layout_of(trainer) is PaperLayout.USUAL


def test_the_layout_is_in_the_name_of_the_file_only_where_it_is_another() -> None:
    names = [paper.file_name(Chosen({LAYOUT: layout})) for paper in (TESTS, KEY) for layout in PaperLayout]
    assert names == ["tests", "tests-compact", "tests-compact", "key", "key", "key"]


@pytest.mark.parametrize("shuffled", [False, True])
def test_beside_booklets_everybody_gets_an_answer_sheet_unless_papers_differ(
    trainer: Workplace, room: Room, shuffled: bool
) -> None:
    sitting = knowledge_test(trainer, room.course, count=20, shuffled=shuffled)
    choose_layout(trainer, PaperLayout.BOOKLET)
    form = printed(trainer, room.course)
    made = TESTS.laid_out(form.layout, shuffled=form.shuffled)
    assert made is (TESTS if shuffled else ANSWER_SHEETS)
    line = form_line(trainer, form, made)
    pdf = made.make(trainer, sitting, "en", Chosen())
    assert line.pages == page_count(pdf)
    assert made.leaves is not None
    leaves = made.leaves(trainer, sitting, "en", Chosen())
    assert [page for leaf in leaves for page in leaf.pages] == list(range(page_count(pdf)))
    told = [each.code for each in form_warnings(trainer, form.view.form.form.key, "en", form.layout)]
    assert ("paper.shuffled_compact" in told) is shuffled
    if not shuffled:
        (only,) = pages_of(question_papers.booklet(trainer, sitting, "en"))
        assert only.startswith("Question booklet · Test Knowledge")
        assert question_papers.booklets_wanted(form) == 7
        assert line.words.values["papers"] == 7, "three people, four to spare"


def test_what_is_crossed_on_an_answer_sheet_is_keyed_in_question_by_question(
    trainer: Workplace, room: Room
) -> None:
    """The sheet has the numbers of the booklet's questions, and the keying screen asks in that order."""
    sitting = knowledge_test(trainer, room.course, count=20)
    choose_layout(trainer, PaperLayout.BOOKLET)
    sheets = " ".join(pages_of(ANSWER_SHEETS.make(trainer, sitting, "en", Chosen({ONLY_NUMBERS: (2,)}))))
    assert numbers_of(ANSWER_SHEETS.make(trainer, sitting, "en", Chosen({ONLY_NUMBERS: (2,)}))) == [2]
    assert NAMES[1] in sheets
    (booklet,) = pages_of(question_papers.booklet(trainer, sitting, "en"))
    view = keying.open_paper(trainer, sitting, 2)
    places = [booklet.index(f" {at} {each.text['en']}") for at, each in enumerate(view.form.questions, 1)]
    assert places == sorted(places)
    for at, question in enumerate(view.form.questions):
        letter = "ABCD"[at % 4]
        own = view.orders.get(question.key, (1, 2, 3, 4))["ABCD".index(letter)]
        keying.key_answer(trainer, view, question.key, str(own))
        assert f"{letter} {question.options[own - 1].text['en']}" in booklet, "the letter of the box"
    kept = keying.open_paper(trainer, sitting, 2).paper.answers
    assert [kept[question.key] for question in view.form.questions] == ["1", "2", "3", "4"] * 5
