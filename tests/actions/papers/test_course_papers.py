"""Agenda, forms and the pages of every paper, made from a real course."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from tests.documents.reading import page_count, pages
from tests.kit.samples import FIRST
from tests.kit.writing import Room
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, enrolments, sessions, teachers
from trainer_app.actions.evaluations import scores
from trainer_app.actions.office import reports
from trainer_app.actions.office.reports import PAPERS, paper_lines
from trainer_app.actions.papers import course_papers
from trainer_app.actions.papers.course_papers import AGENDA, OCCASION, PLAIN_SHEETS, QUESTIONS, SOME_NUMBERS
from trainer_app.actions.papers.papers import USUAL, Chosen, Paper, PaperOption, printed_course, with_numbers
from trainer_app.actions.papers.question_papers import FORM_PAPERS
from trainer_app.actions.papers.sign_in import OF_SESSION, ON_DAY, SIGN_IN, sheet_pages, sign_in
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import find_words
from trainer_app.domain.courses.courses import TeachingRole
from trainer_app.domain.evaluations.forms import Occasion


def pages_of(pdf: bytes) -> list[str]:
    return [" ".join(page.split()) for page in pages(pdf)]


def test_the_agenda_has_trainers_rooms_and_what_was_cancelled(trainer: Workplace, room: Room) -> None:
    teachers.assign_new(trainer, room.course, "Назарова Дилбар", TeachingRole.LEAD_TRAINER)
    person = courses.get_course(trainer, room.course).teachers[0].person
    first = courses.get_course(trainer, room.course).sessions[0]
    draft = sessions.draft_of(first)
    changed = replace(draft, trainers=(person,), room="Толори 2")
    sessions.change_session(trainer, first.key, changed)
    sessions.cancel_session(trainer, room.sessions[3], "барқ набуд")
    text_ = " ".join(pages_of(course_papers.agenda(trainer, room.course, "tg+en")))
    for words in (
        "Назарова Дилбар",
        "Nazarova Dilbar",
        "Толори 2",
        "Бекор карда шуд / Cancelled: барқ набуд",
    ):
        assert words in text_
    assert "Рӯзи 4 · панҷшанбе, 18 октябри соли 2018" in text_


def test_without_sessions_there_is_no_agenda(trainer: Workplace, room: Room) -> None:
    for key in room.sessions:
        sessions.remove_session(trainer, key)
    with pytest.raises(TrainerError, match="paper.no_agenda"):
        course_papers.agenda(trainer, room.course)
    assert AGENDA.line(trainer, printed_course(trainer, room.course), USUAL).pages == 0
    assert sheet_pages(printed_course(trainer, room.course)).in_order(FIRST) == ()


def test_answer_sheets_are_numbered_for_who_is_expected(trainer: Workplace, room: Room) -> None:
    enrolments.withdraw(trainer, room.enrolments[1])
    whole = " ".join(
        pages_of(course_papers.answer_sheets(trainer, room.course, "tg", Chosen({OCCASION: Occasion.POST})))
    )
    assert "Санҷиши ниҳоӣ" in whole
    assert "Азизов Фаррух Бахтиёрович" in whole
    assert "Гулмуродова" not in whole
    with pytest.raises(TrainerError, match="paper.items_out_of_range"):
        course_papers.answer_sheets(trainer, room.course, "tg", Chosen({QUESTIONS: 0}))


@pytest.mark.parametrize(("points", "items"), [(2500, 25), (1250, 20), (10100, 20), (10000, 100)])
def test_a_test_has_as_many_questions_as_points_where_that_can_be(
    trainer: Workplace, room: Room, points: int, items: int
) -> None:
    scores.set_out_of(trainer, room.course, Occasion.PRE, points)
    assert course_papers.usual_items(trainer, room.course, Occasion.PRE) == items
    assert course_papers.usual_items(trainer, room.course, Occasion.POST) == 20
    last = pages_of(course_papers.answer_sheets(trainer, room.course, "en"))[0].split()
    assert str(items) in last
    assert str(items + 1) not in last


@pytest.mark.parametrize("more", [0, 1, 5, 13, 22])
@pytest.mark.parametrize("language", ["tg", "tg+en"])
def test_the_pages_that_are_told_are_those_that_are_made(
    trainer: Workplace, room: Room, more: int, language: str
) -> None:
    for number in range(more):
        first_day = FIRST if number % 2 else date(2018, 10, 18)
        enrolments.add_walk_in(trainer, room.course, f"Каримов {number}", first_day=first_day)
    course = printed_course(trainer, room.course, language)

    def made(make: object, *arguments: object, **values: object) -> int:
        return page_count(make(trainer, room.course, *arguments, **values))  # type: ignore[operator]

    for paper, line in paper_lines(trainer, course).items():
        if not line.pages:
            with pytest.raises(TrainerError):
                paper.make(trainer, room.course, language, USUAL)
        elif paper is reports.COURSE_REPORT:  # Its pages are guessed.
            assert abs(line.pages - made(paper.make, language, USUAL)) <= 1
        else:
            assert line.pages == made(paper.make, language, USUAL), paper.name
            assert line.words.values["pages"] == line.pages
    for items in (20, 41):
        chosen = Chosen({OCCASION: Occasion.POST, QUESTIONS: items})
        assert PLAIN_SHEETS.line(trainer, course, chosen).pages == made(PLAIN_SHEETS.make, language, chosen)
    some = Chosen({SOME_NUMBERS: tuple(range(1, 4 + more))})
    assert course_papers.BADGES.line(trainer, course, some).pages == made(
        course_papers.BADGES.make, language, some
    )
    told = sheet_pages(course)
    for day, count in told.days.items():
        assert count == made(sign_in, day, language)
    for session in room.sessions[::5]:
        assert told.sessions[session] == made(sign_in, None, language, session=session)


def test_today_or_the_next_day_comes_first(trainer: Workplace, room: Room) -> None:
    told = sheet_pages(printed_course(trainer, room.course))
    days = sorted(told.days)
    assert told.in_order(days[2]) == (days[2], days[0], days[1], days[3])
    assert told.in_order(date(2018, 10, 1)) == tuple(days)
    assert told.in_order(date(2018, 10, 19)) == tuple(days)


def test_who_was_printed_is_kept_on_this_laptop_alone(trainer: Workplace, room: Room) -> None:
    assert not course_papers.any_printed(trainer, room.course)
    assert course_papers.new_badges(trainer, room.course) == [1, 2, 3]
    course_papers.remember_badges(trainer, room.course, Chosen({SOME_NUMBERS: (1,)}))
    assert course_papers.new_badges(trainer, room.course) == [2, 3]
    course_papers.remember_badges(trainer, room.course)
    late = enrolments.add_walk_in(trainer, room.course, "Ҷалилова Нигина").key
    assert course_papers.new_badges(trainer, room.course) == [4]
    assert late
    enrolments.withdraw(trainer, late)
    assert course_papers.new_badges(trainer, room.course) == []


def test_numbers_that_nobody_has_are_told(trainer: Workplace, room: Room) -> None:
    assert with_numbers(trainer, room.course, (3, 1)) == [room.enrolments[2], room.enrolments[0]]
    with pytest.raises(TrainerError, match="paper.unknown_numbers") as error:
        with_numbers(trainer, room.course, range(1, 20))
    assert error.value.values["numbers"] == "4, 5, 6, 7, 8, …"


def test_every_paper_is_told_apart_and_has_its_words() -> None:
    for papers in (PAPERS, FORM_PAPERS):
        assert len({paper.file_name() for paper in papers}) == len(papers)
        for name in ("name", "title"):
            assert len({getattr(paper, name) for paper in papers}) == len(papers), name
    assert len({paper.help for paper in PAPERS}) == len(PAPERS)
    every: tuple[Paper[Any], ...] = (*PAPERS, *FORM_PAPERS, PLAIN_SHEETS)
    words = [code for paper in every for code in (paper.title, *_option_words(paper))]
    assert not [code for code in words if find_words(code) is None]


def _option_words(paper: Paper[Any]) -> list[str]:
    return [code for option in paper.options if option.words for code in (option.words, option.hint)]


def test_what_is_chosen_names_the_file() -> None:
    assert SIGN_IN.file_name() == "sign-in"
    assert SIGN_IN.file_name(Chosen({ON_DAY: FIRST})) == "sign-in-2018-10-15"
    assert SIGN_IN.file_name(Chosen({OF_SESSION: 4})) == "sign-in-session-4"
    assert course_papers.BADGES.file_name(Chosen({SOME_NUMBERS: (2, 4)})) == "badges-some"
    assert PLAIN_SHEETS.file_name(Chosen({OCCASION: Occasion.PRE, QUESTIONS: 20})) == "answers-pre"


OTHER: Mapping[PaperOption[Any], object] = {SOME_NUMBERS: (2,), ON_DAY: date(2018, 10, 16), OF_SESSION: 2}
"""Values that are not the usual ones; a flag is turned round."""


def test_an_option_of_a_paper_is_seen_on_it(trainer: Workplace, room: Room) -> None:
    for paper in PAPERS:
        for option in paper.options:
            value = OTHER.get(option, not option.usual)
            usual = paper.make(trainer, room.course, "en", USUAL)
            other = paper.make(trainer, room.course, "en", Chosen({option: value}))
            assert pages_of(usual) != pages_of(other), option.name
