"""The sign-in sheet of a day or a session: who is on it, what it says, and that a scan of it comes back."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from tests.documents.reading import pages
from tests.kit.samples import FIRST
from tests.kit.writing import Room
from trainer_app.actions.attendance import attachments
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, enrolments, sessions, teachers
from trainer_app.actions.papers.sign_in import sign_in, sign_in_days
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, TeachingRole
from trainer_app.domain.courses.planning import SessionDraft

SECOND = date(2018, 10, 16)


def test_the_sheet_of_a_day_says_who_what_and_for_whom(trainer: Workplace, room: Room) -> None:
    text = pages(sign_in(trainer, room.course, FIRST, "tg+en"))[0]
    for found in enrolments.list_enrolments(trainer, room.course):
        assert found.person.name in text
    assert "OWN-1015-DSH1/1" in text
    assert "1 / 4" in text
    assert "Донор: Donor" in text
    assert "Partner: Ministry of Internal Affairs" in text
    assert text.count("Имзо") == 3


def test_today_is_the_sheet_that_is_wanted_and_days_without_sessions_have_none(
    trainer: Workplace, room: Room
) -> None:
    assert "OWN-1017-DSH1/1" in pages(sign_in(trainer, room.course))[0]
    assert sign_in_days(trainer, room.course)[0] == FIRST
    with pytest.raises(TrainerError, match="paper.no_sessions"):
        sign_in(trainer, room.course, date(2018, 11, 1))


def test_a_cancelled_session_has_no_column_and_no_sheet(trainer: Workplace, room: Room) -> None:
    sessions.cancel_session(trainer, room.sessions[1], "No room")
    text = pages(sign_in(trainer, room.course, FIRST, "en"))[0]
    assert ["Signature 1" in text, "Signature 2" in text, "Signature 3" in text] == [True, False, True]
    with pytest.raises(TrainerError, match="paper.no_sessions"):
        sign_in(trainer, room.course, session=room.sessions[1])
    with pytest.raises(TrainerError, match="session.unknown"):
        sign_in(trainer, room.course, session="nothing")
    for key in (room.sessions[0], room.sessions[2]):
        sessions.cancel_session(trainer, key, "No room")
    with pytest.raises(TrainerError, match="paper.no_sessions"):
        sign_in(trainer, room.course, FIRST)


def test_a_course_without_sessions_is_told_so(trainer: Workplace) -> None:
    draft = CourseDraft("NEW", Texts(en="New"), FIRST, SECOND)
    course = courses.create_course(trainer, draft).key or ""
    assert sign_in_days(trainer, course) == []
    with pytest.raises(TrainerError, match="paper.no_sessions"):
        sign_in(trainer, course)


def test_whoever_left_or_comes_later_is_not_on_it(trainer: Workplace, room: Room) -> None:
    enrolments.withdraw(trainer, room.enrolments[0])
    enrolments.add_walk_in(trainer, room.course, "Саидов Фирдавс", first_day=SECOND)
    gone = enrolments.list_enrolments(trainer, room.course)[0].person.name
    first, second = (pages(sign_in(trainer, room.course, day))[0] for day in (FIRST, SECOND))
    assert gone not in first
    assert "Саидов Фирдавс" not in first
    assert "Саидов Фирдавс" in second


def test_who_leaves_during_a_day_has_no_room_to_sign_afterwards(trainer: Workplace, room: Room) -> None:
    enrolments.withdraw(trainer, room.enrolments[0], room.sessions[1])
    text = pages(sign_in(trainer, room.course, FIRST, "en"))[0]
    assert enrolments.list_enrolments(trainer, room.course)[0].person.name in text
    assert text.count(" M – –") == 1
    only = sign_in(trainer, room.course, FIRST, "en", named=())
    assert "– – –" in pages(only)[0], "a number alone has no more room than the name had"


def test_the_sheet_of_a_session_names_its_room_and_its_teachers(trainer: Workplace, room: Room) -> None:
    for name in ("Назарова Дилором", "Линдквист Йохан"):
        teachers.assign_new(trainer, room.course, name, TeachingRole.TRAINER)
    teacher = courses.get_course(trainer, room.course).teachers[0]
    draft = SessionDraft(
        SECOND,
        17 * 60,
        18 * 60,
        Texts(tg="Арзёбии хатар", ru="Оценка риска", en="Risk assessment"),
        trainers=(teacher.person,),
        room="Толори 2",
    )
    key = sessions.add_session(trainer, room.course, draft).key
    text = pages(sign_in(trainer, room.course, language="tg+en", session=key))[0]
    assert "Душанбе, Толори 2" in text
    assert "Dushanbe, Tolori 2" in text
    assert "Арзёбии хатар" in text
    assert "OWN-1016.7-DSH1/1" in text
    assert "Д. Назарова" in text
    assert "D. Nazarova" in text
    assert "Линдквист" not in text
    day = pages(sign_in(trainer, room.course, FIRST))[0]
    assert "Линдквист" in day
    assert "Толори 2" not in day


def test_whoever_typed_their_family_name_first_is_printed_with_the_initial_of_the_given_name(
    trainer: Workplace,
) -> None:
    workplace.change_user(trainer, "Trainer Tomas")
    draft = CourseDraft("NEW", Texts(en="New"), FIRST, SECOND)
    course = courses.create_course(trainer, draft, lead=True).key or ""
    times = SessionDraft(FIRST, 9 * 60, 10 * 60, Texts(en="Law"))
    sessions.add_session(trainer, course, times)
    assert "T. Trainer" in pages(sign_in(trainer, course, FIRST, "en"))[0]


def test_a_scan_of_the_printed_sheet_finds_its_place(trainer: Workplace, room: Room, tmp_path: Path) -> None:
    made = {
        "OWN-1015-DSH1": sign_in(trainer, room.course, FIRST),
        "OWN-1015.2-DSH1": sign_in(trainer, room.course, session=room.sessions[1]),
    }
    scans = [_scan(pdf, tmp_path / f"{number}.png") for number, pdf in enumerate(made.values())]
    found = attachments.attach_sheets(trainer, scans, room.course)
    taken = [attachments.get_attachment(trainer, key) for each in found.files for key in each.keys]
    assert [(each.sheet, each.page) for each in taken] == [(code, 1) for code in made]


def test_an_unknown_language_is_refused(trainer: Workplace, room: Room) -> None:
    with pytest.raises(TrainerError, match="paper.unknown_language"):
        sign_in(trainer, room.course, FIRST, "de")


def _scan(pdf: bytes, path: Path) -> Path:
    """Write the first page as a scanner would: 150 dpi, grey, a little aslant."""
    document = pypdfium2.PdfDocument(pdf)
    seen = document[0].render(scale=150 / 72, grayscale=True).to_pil()
    document.close()
    seen.rotate(1.5, expand=True, fillcolor=255).save(path)
    return path
