"""Agenda, forms and the pages of every paper, made from a real course."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from tests.kit.samples import FIRST
from tests.kit.writing import Room
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, enrolments, sessions
from trainer_app.actions.evaluations import scores
from trainer_app.actions.office import reports
from trainer_app.actions.office.reports import PAPERS, paper_lines
from trainer_app.actions.papers import papers
from trainer_app.actions.papers.papers import Paper, printed_course
from trainer_app.domain.base.catalogue import find_words
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.courses.courses import TeachingRole
from trainer_app.domain.evaluations.forms import Occasion


def pages_of(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def test_the_agenda_has_trainers_rooms_and_what_was_cancelled(trainer: Workplace, room: Room) -> None:
    courses.assign_new(trainer, room.course, "Назарова Дилбар", TeachingRole.LEAD_TRAINER)
    person = courses.get_course(trainer, room.course).teachers[0].person
    first = courses.get_course(trainer, room.course).sessions[0]
    draft = sessions.draft_of(first)
    changed = type(draft)(**{**vars(draft), "trainers": (person,), "room": "Толори 2"})
    sessions.change_session(trainer, first.key, changed)
    sessions.cancel_session(trainer, room.sessions[3], "барқ набуд")
    text_ = " ".join(pages_of(papers.agenda(trainer, room.course, "tg+en")))
    for words in ("Назарова Дилбар", "Nazarova Dilbar", "Толори 2", "Бекор шуд / Cancelled: барқ набуд"):
        assert words in text_
    assert "Рӯзи 4 · панҷшанбе, 18 октябри соли 2018" in text_


def test_without_sessions_there_is_no_agenda(trainer: Workplace, room: Room) -> None:
    for key in room.sessions:
        sessions.remove_session(trainer, key)
    with pytest.raises(TrainerError, match="paper.no_agenda"):
        papers.agenda(trainer, room.course)
    assert papers.agenda_pages(trainer, room.course) == 0
    assert papers.sheet_pages(printed_course(trainer, room.course)).in_order(FIRST) == ()


def test_answer_sheets_are_numbered_for_who_is_expected(trainer: Workplace, room: Room) -> None:
    enrolments.withdraw(trainer, room.enrolments[1])
    whole = " ".join(pages_of(papers.answer_sheets(trainer, room.course, "tg", occasion=Occasion.POST)))
    assert "Санҷиши ниҳоӣ" in whole
    assert "Азизов Фаррух Бахтиёрович" in whole
    assert "Гулмуродова" not in whole
    with pytest.raises(TrainerError, match="paper.items_out_of_range"):
        papers.answer_sheets(trainer, room.course, items=0)


@pytest.mark.parametrize(("points", "items"), [(2500, 25), (1250, 20), (10100, 20), (10000, 100)])
def test_a_test_has_as_many_questions_as_points_where_that_can_be(
    trainer: Workplace, room: Room, points: int, items: int
) -> None:
    scores.set_out_of(trainer, room.course, Occasion.PRE, points)
    assert papers.usual_items(trainer, room.course, Occasion.PRE) == items
    assert papers.usual_items(trainer, room.course, Occasion.POST) == 20
    last = pages_of(papers.answer_sheets(trainer, room.course, "en", occasion=Occasion.PRE))[0].split()
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
        return len(pages_of(make(trainer, room.course, *arguments, **values)))  # type: ignore[operator]

    for paper, line in paper_lines(trainer, course).items():
        if not line.pages:
            with pytest.raises(TrainerError):
                paper.make(trainer, room.course, language, paper.usual)
        elif paper is reports.COURSE_REPORT:  # Its pages are guessed.
            assert abs(line.pages - made(paper.make, language, paper.usual)) <= 1
        else:
            assert line.pages == made(paper.make, language, paper.usual), paper.name
            assert line.words.values["pages"] == line.pages
    for items in (20, 41):
        pages = papers.answer_sheet_pages(course.people, items)
        assert pages == made(papers.answer_sheets, language, items=items)
    told = papers.sheet_pages(course)
    for day, count in told.days.items():
        assert count == made(papers.sign_in, day, language)
    for session in room.sessions[::5]:
        assert told.sessions[session] == made(papers.sign_in, None, language, session=session)


def test_today_or_the_next_day_comes_first(trainer: Workplace, room: Room) -> None:
    told = papers.sheet_pages(printed_course(trainer, room.course))
    days = sorted(told.days)
    assert told.in_order(days[2]) == (days[2], days[0], days[1], days[3])
    assert told.in_order(date(2018, 10, 1)) == tuple(days)
    assert told.in_order(date(2018, 10, 19)) == tuple(days)


def test_who_was_printed_is_kept_on_this_laptop_alone(trainer: Workplace, room: Room) -> None:
    assert not papers.any_printed(trainer, room.course)
    assert papers.new_badges(trainer, room.course) == list(room.enrolments)
    papers.remember_badges(trainer, room.course, room.enrolments[:1])
    assert papers.new_badges(trainer, room.course) == list(room.enrolments[1:])
    papers.remember_badges(trainer, room.course)
    late = enrolments.add_walk_in(trainer, room.course, "Ҷалилова Нигина").key
    assert papers.new_badges(trainer, room.course) == [late]
    assert late
    enrolments.withdraw(trainer, late)
    assert papers.new_badges(trainer, room.course) == []


def test_numbers_that_nobody_has_are_told(trainer: Workplace, room: Room) -> None:
    assert papers.with_numbers(trainer, room.course, (3, 1)) == [room.enrolments[2], room.enrolments[0]]
    with pytest.raises(TrainerError, match="paper.unknown_numbers") as error:
        papers.with_numbers(trainer, room.course, range(1, 20))
    assert error.value.values["numbers"] == "4, 5, 6, 7, 8, …"


def test_every_paper_is_told_apart_and_has_its_words() -> None:
    for name in ("name", "file", "title", "help"):
        assert len({getattr(paper, name) for paper in PAPERS}) == len(PAPERS), name
    words = [code for paper in PAPERS for code in (paper.title, *_option_words(paper))]
    assert not [code for code in words if find_words(code) is None]


def _option_words(paper: Paper) -> list[str]:
    return [code for option in paper.options for code in (option.words, option.hint)]


def test_an_option_of_a_paper_is_seen_on_it(trainer: Workplace, room: Room) -> None:
    for paper in PAPERS:
        for option in paper.options:
            with_it = paper.make(trainer, room.course, "en", paper.usual | {option})
            without = paper.make(trainer, room.course, "en", paper.usual - {option})
            assert pages_of(with_it) != pages_of(without), option.name
