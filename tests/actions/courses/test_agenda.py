"""Agendas from real files of spreadsheet programs, taken in as one step; agendas of earlier courses."""

from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter

from tests.actions.refusing import refused
from tests.intake.files import cell, row, write_ods
from tests.kit.samples import FIRST, LAST
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import agendas, courses, sessions, teachers
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.agenda_import import AgendaOutcome
from trainer_app.domain.courses.courses import CourseDraft, TeachingRole
from trainer_app.domain.courses.planning import DayPlan

HEADS = {
    "tg": ("Сана", "Оғоз", "Анҷом", "Мавзӯи машғулият", "Омӯзгор", "Толор"),
    "ru": ("Дата", "Начало", "Окончание", "Тема занятия", "Преподаватель", "Аудитория"),
    "en": ("Date", "Start", "End", "Topic", "Trainer", "Room"),
}
DAY_TEXTS = {"tg": "16 октябри соли 2018", "ru": "16 октября 2018 г.", "en": "Tuesday, October 16, 2018"}


@pytest.fixture
def empty(trainer: Workplace) -> str:
    """Make a course of the same days without sessions, taught by one person."""
    draft = CourseDraft("NEW", Texts(tg="Курс"), FIRST, LAST, town="Душанбе")
    key = courses.create_course(trainer, draft).key or ""
    teachers.assign_new(trainer, key, "Назарова Дилбар", TeachingRole.LEAD_TRAINER)
    return key


def write_csv(path: Path, *rows: Sequence[str]) -> Path:
    path.write_text("\n".join(";".join(row) for row in rows), encoding="utf-8-sig")
    return path


def planned(work: Workplace, course: str) -> list[tuple[int, int, int, str]]:
    found = courses.get_course(work, course).sessions
    return [(each.day.day, each.start, each.end, each.topic.best("tg")) for each in found]


@pytest.mark.parametrize("language", ["tg", "ru", "en"])
def test_an_xlsx_with_merged_days_and_real_dates_and_times(
    trainer: Workplace, empty: str, tmp_path: Path, language: str
) -> None:
    path = tmp_path / "agenda.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    day = book.add_format({"num_format": "dd.mm.yyyy"})
    clock = book.add_format({"num_format": "hh:mm"})
    sheet.merge_range("A1:F1", "Барномаи курс")
    sheet.write_row("A2", HEADS[language])
    sheet.merge_range("A3:A4", "")
    sheet.write_datetime("A3", datetime(2018, 10, 15), day)
    sheet.write("A5", DAY_TEXTS[language])
    for place, (start, end) in enumerate(((9, 10), (11, 12), (14, 15)), 2):
        sheet.write_datetime(place, 1, time(start), clock)
        sheet.write_datetime(place, 2, time(end, 30), clock)
        sheet.write(place, 3, f"T{place}")
    sheet.write("E3", "Назарова Д.")
    book.close()
    result = agendas.apply(trainer, agendas.check(trainer, path, empty))
    assert (result.rows, result.taken, result.left_out, result.refused) == (3, 3, 0, 0)
    assert [each[:3] for each in planned(trainer, empty)] == [(15, 540, 630), (15, 660, 750), (16, 840, 930)]
    view = courses.get_course(trainer, empty)
    assert view.sessions[0].trainers == (view.teachers[0].person,)
    history.undo(trainer)
    assert courses.get_course(trainer, empty).sessions == ()


def test_an_ods(trainer: Workplace, empty: str, tmp_path: Path) -> None:
    rows = [
        row(cell("Рӯз"), cell("Вақт"), cell("Мавзӯъ")),
        row(cell("Рӯзи 1"), cell("9:00–10:30"), cell("Қонун")),
        row(cell("Рӯзи 4"), cell("14.00 - 15.30"), cell("Хулоса")),
    ]
    preview = agendas.check(trainer, write_ods(tmp_path / "a.ods", rows), empty)
    agendas.apply(trainer, preview)
    assert planned(trainer, empty) == [(15, 540, 630, "Қонун"), (18, 840, 930, "Хулоса")]


def test_a_check_writes_nothing(trainer: Workplace, empty: str, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", ("Day", "Time", "Topic"), ("1", "9-10", "A"), ("9", "9-10", "B"))
    preview = agendas.check(trainer, path, empty)
    assert [preview.plan.count(each) for each in AgendaOutcome] == [1, 0, 1]
    assert courses.get_course(trainer, empty).sessions == ()


def test_days_outside_make_the_course_longer_only_if_asked(
    trainer: Workplace, empty: str, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "a.csv", ("Day", "Time", "Topic"), ("22.10.2018", "9-10", "B"))
    refused("agenda.nothing", agendas.apply, trainer, agendas.check(trainer, path, empty))
    agendas.apply(trainer, agendas.check(trainer, path, empty, extend=True))
    assert courses.get_course(trainer, empty).course.last_day == date(2018, 10, 22)
    history.undo(trainer)
    assert courses.get_course(trainer, empty).course.last_day == LAST


def test_taking_the_same_agenda_in_again_changes_nothing(
    trainer: Workplace, empty: str, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "a.csv", ("Day", "Time", "Topic"), ("1", "9-10", "A"), ("2", "9-10", "B"))
    agendas.apply(trainer, agendas.check(trainer, path, empty))
    again = agendas.apply(trainer, agendas.check(trainer, path, empty))
    assert (again.added, again.filled, again.changes.step) == (0, 0, None)


def test_an_agenda_fills_planned_sessions_in_and_leaves_what_it_does_not_say(
    trainer: Workplace, room: Room, tmp_path: Path
) -> None:
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    first = sessions.get_session(trainer, room.sessions[0])
    named = replace(sessions.draft_of(first), topic=Texts(ru="Закон"), room="Зал")
    sessions.change_session(trainer, first.key, named)
    path = write_csv(tmp_path / "a.csv", ("Day", "Time", "Topic"), ("1", "9:00-10:30", "The law"))
    result = agendas.apply(trainer, agendas.check(trainer, path, room.course))
    assert (result.added, result.filled) == (0, 1)
    filled = sessions.get_session(trainer, room.sessions[0])
    assert (filled.topic, filled.room) == (Texts(tg="", ru="Закон", en="The law"), "Зал")


def test_in_place_takes_away_what_nobody_is_marked_in(trainer: Workplace, room: Room, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", ("Day", "Time", "Topic"), ("1", "9-10", "A"))
    preview = agendas.check(trainer, path, room.course)
    assert agendas.can_replace(trainer, room.course)
    result = agendas.apply(trainer, preview, in_place=True)
    assert (result.removed, len(courses.get_course(trainer, room.course).sessions)) == (12, 1)
    history.undo(trainer)
    assert tuple(each.key for each in courses.get_course(trainer, room.course).sessions) == room.sessions
    attendance.mark(trainer, room.enrolments[0], room.sessions[3], Mark.ABSENT)
    assert not agendas.can_replace(trainer, room.course)
    error = refused("agenda.marked", agendas.apply, trainer, preview, in_place=True)
    assert error.values["count"] == 1


def test_a_locked_session_is_neither_filled_nor_taken_away(
    trainer: Workplace, room: Room, tmp_path: Path
) -> None:
    sessions.lock_session(trainer, room.sessions[0])
    path = write_csv(tmp_path / "a.csv", ("Day", "Time", "Topic"), ("1", "9:00-10:30", "A"))
    preview = agendas.check(trainer, path, room.course)
    assert agendas.apply(trainer, preview).filled == 0
    refused("agenda.marked", agendas.apply, trainer, preview, in_place=True)


@pytest.mark.parametrize("language", ["tg", "ru", "en"])
def test_our_own_table_comes_back_as_it_went(
    trainer: Workplace, room: Room, empty: str, tmp_path: Path, language: str
) -> None:
    person = teachers.assign_new(trainer, room.course, "Каримов Ҷамшед", TeachingRole.TRAINER).key or ""
    teachers.assign(trainer, empty, person, TeachingRole.TRAINER)
    for key in room.sessions:
        draft = sessions.draft_of(sessions.get_session(trainer, key))
        topic = Texts(tg=f"М{draft.start}", ru=f"Т{draft.day}", en="Law")
        full = replace(draft, topic=topic, trainers=(person,), room="Зал 1")
        sessions.change_session(trainer, key, full)
    path = agendas.save_template(trainer, room.course, language, tmp_path / "own.xlsx")
    preview = agendas.check(trainer, path, room.course)
    assert preview.plan.problems == ()
    assert agendas.apply(trainer, preview).changes.step is None
    agendas.apply(trainer, agendas.check(trainer, path, empty))
    drafts = [
        [sessions.draft_of(each) for each in courses.get_course(trainer, key).sessions]
        for key in (room.course, empty)
    ]
    assert drafts[0] == drafts[1]


@pytest.mark.parametrize("language", ["tg", "ru", "en"])
def test_the_empty_table_can_be_taken_in(
    trainer: Workplace, empty: str, tmp_path: Path, language: str
) -> None:
    for course, count in ((None, 6), (empty, 12)):
        path = agendas.save_template(trainer, course, language, tmp_path / f"{count}.xlsx")
        preview = agendas.check(trainer, path, empty)
        assert len(preview.plan.drafts) == count
        assert {problem.code for problem in preview.plan.problems} == {"agenda.no_topic"}


def test_a_table_that_cannot_be_written(trainer: Workplace, tmp_path: Path) -> None:
    refused("agenda.not_saved", agendas.save_template, trainer, None, "tg", tmp_path / "no" / "a.xlsx")


def test_hostile_files(trainer: Workplace, empty: str, tmp_path: Path) -> None:
    nothing = tmp_path / "nothing.csv"
    nothing.write_bytes(b"")
    refused("table.empty_file", agendas.check, trainer, nothing, empty)
    noise = tmp_path / "noise.xlsx"
    noise.write_bytes(b"PK\x03\x04" + bytes(range(256)) * 4)
    with pytest.raises(TrainerError):
        agendas.check(trainer, noise, empty)
    only_heading = write_csv(tmp_path / "head.csv", ("Day", "Time", "Topic"))
    preview = agendas.check(trainer, only_heading, empty)
    assert preview.plan.rows == 0
    refused("agenda.nothing", agendas.apply, trainer, preview)


def test_ten_thousand_rows_are_read_and_too_many_for_a_course(
    trainer: Workplace, empty: str, tmp_path: Path
) -> None:
    rows = [("1", "9:00-10:00", f"Мавзӯи {number}") for number in range(10_000)]
    path = write_csv(tmp_path / "long.csv", ("Рӯз", "Вақт", "Мавзӯъ"), *rows)
    preview = agendas.check(trainer, path, empty)
    assert preview.plan.count(AgendaOutcome.TAKEN) == 10_000
    refused("agenda.too_many", agendas.apply, trainer, preview)
    assert courses.get_course(trainer, empty).sessions == ()


def test_the_agenda_of_an_earlier_course_with_its_trainers(
    trainer: Workplace, room: Room, empty: str
) -> None:
    person = teachers.assign_new(trainer, room.course, "Каримов Ҷамшед", TeachingRole.TRAINER).key or ""
    first = sessions.get_session(trainer, room.sessions[0])
    sessions.change_session(
        trainer, first.key, replace(sessions.draft_of(first), trainers=(person,), room="Зал")
    )
    assert [each.course.code for each in agendas.list_sources(trainer, empty)] == ["DSH1"]
    agendas.copy_agenda(trainer, empty, room.course)
    view = courses.get_course(trainer, empty)
    assert (len(view.sessions), view.sessions[0].trainers) == (12, (person,))
    assert view.sessions[0].room == "Зал"
    assert person in {teacher.person for teacher in view.teachers}
    history.undo(trainer)
    agendas.copy_agenda(trainer, empty, room.course, trainers=False)
    view = courses.get_course(trainer, empty)
    assert (view.sessions[0].trainers, len(view.teachers)) == ((), 1)


def test_sessions_are_planned_anew_with_their_topics_while_nobody_is_marked(
    trainer: Workplace, room: Room
) -> None:
    sessions.set_topic(trainer, room.sessions[1], "tg", "Қонун")
    with pytest.raises(TrainerError, match="course.has_sessions"):
        agendas.plan_sessions(trainer, room.course, DayPlan(per_day=2))
    agendas.plan_sessions(trainer, room.course, DayPlan(per_day=2, minutes=60), in_place=True)
    view = courses.get_course(trainer, room.course)
    assert [each.minutes for each in view.sessions] == [60] * 8
    assert [each.topic["tg"] for each in view.sessions[:3]] == ["", "Қонун", ""]
    history.undo(trainer)
    assert [each.key for each in courses.get_course(trainer, room.course).sessions] == list(room.sessions)
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    with pytest.raises(TrainerError, match="agenda.marked"):
        agendas.plan_sessions(trainer, room.course, DayPlan(per_day=2), in_place=True)


def test_a_longer_agenda_makes_the_course_longer_and_weekends_stay_free(
    trainer: Workplace, room: Room
) -> None:
    friday = date(2018, 11, 2)
    draft = CourseDraft("FRI", Texts(tg="Курс"), friday, date(2018, 11, 3))
    key = sessions.create_course_with_sessions(trainer, draft, DayPlan(per_day=1)).key or ""
    agendas.copy_agenda(trainer, key, room.course, skip_weekends=True)
    view = courses.get_course(trainer, key)
    assert sorted({each.day.day for each in view.sessions}) == [2, 5, 6, 7]
    assert (len(view.sessions), view.course.last_day) == (12, date(2018, 11, 7))


def test_a_room_stays_behind_in_its_building(trainer: Workplace, room: Room) -> None:
    first = sessions.get_session(trainer, room.sessions[0])
    sessions.change_session(trainer, first.key, replace(sessions.draft_of(first), room="Зал"))
    draft = CourseDraft("FAR", Texts(), FIRST, LAST, town="Хуҷанд")
    key = courses.create_course(trainer, draft).key or ""
    agendas.copy_agenda(trainer, key, room.course)
    assert {each.room for each in courses.get_course(trainer, key).sessions} == {""}


def test_an_agenda_does_not_take_the_place_of_marks(trainer: Workplace, room: Room, empty: str) -> None:
    agendas.copy_agenda(trainer, empty, room.course)
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    before = courses.get_course(trainer, room.course)
    refused("agenda.marked", agendas.copy_agenda, trainer, room.course, empty)
    assert courses.get_course(trainer, room.course) == before
    refused("agenda.nothing", agendas.copy_agenda, trainer, empty, _bare(trainer))


def _bare(work: Workplace) -> str:
    return courses.create_course(work, CourseDraft("BARE", Texts(), FIRST, LAST)).key or ""
