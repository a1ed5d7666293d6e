"""Two windows on one data folder: no form puts back what the other window has changed meanwhile."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PIL import Image

from tests.kit.samples import FIRST, LAST, PASSPHRASE
from tests.kit.writing import Room
from trainer_app.actions.base import history, workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, projects, sessions
from trainer_app.actions.people import people
from trainer_app.domain.base.structs import ChangedMeanwhile, Meanwhile, replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, LogoOwner


@pytest.fixture
def second(trainer: Workplace) -> Iterator[Workplace]:
    """Open the trainer's data folder once more, as a second window does."""
    opened = workplace.open_workplace(trainer.folder, PASSPHRASE, clock=trainer.clock)
    yield opened
    opened.close()


def draft_of(work: Workplace, course: str) -> CourseDraft:
    return courses.draft_of(courses.get_course(work, course).course)


def refused(act: object, *args: object, **values: object) -> tuple[Meanwhile, ...]:
    with pytest.raises(ChangedMeanwhile) as caught:
        act(*args, **values)  # type: ignore[operator]
    return caught.value.fields


def test_the_second_save_puts_no_old_value_back(trainer: Workplace, second: Workplace, room: Room) -> None:
    opened = draft_of(trainer, room.course)
    courses.change_course(trainer, room.course, replace(opened, town="Хуҷанд"), opened=opened)
    courses.change_course(second, room.course, replace(opened, district="Суғд"), opened=opened)
    for work in (trainer, second):
        now = draft_of(work, room.course)
        assert (now.town, now.district) == ("Хуҷанд", "Суғд")


def test_a_field_that_both_changed_is_told_with_both_values(
    trainer: Workplace, second: Workplace, room: Room
) -> None:
    opened = draft_of(trainer, room.course)
    courses.change_course(trainer, room.course, replace(opened, town="Хуҷанд"), opened=opened)
    typed = replace(opened, town="Ғарм", venue="Зали калон")
    found = refused(courses.change_course, second, room.course, typed, opened=opened)
    assert found == (Meanwhile("town", "Хуҷанд", "Хуҷанд", "Ғарм", opened.town),)
    # Nothing of the form was written, not even what nobody else had touched.
    assert draft_of(second, room.course) == replace(opened, town="Хуҷанд")
    courses.change_course(second, room.course, typed, opened=replace(opened, town="Хуҷанд"))
    assert draft_of(trainer, room.course) == typed


def test_the_same_change_in_both_windows_is_no_contradiction(
    trainer: Workplace, second: Workplace, room: Room
) -> None:
    opened = draft_of(trainer, room.course)
    typed = replace(opened, town="Хуҷанд")
    courses.change_course(trainer, room.course, typed, opened=opened)
    assert courses.change_course(second, room.course, typed, opened=opened).step is None


def test_languages_of_a_title_are_compared_one_by_one(
    trainer: Workplace, second: Workplace, room: Room
) -> None:
    opened = replace(draft_of(trainer, room.course), title=Texts(tg="Курс", ru="Курс", en="Course"))
    courses.change_course(trainer, room.course, opened)
    first = Texts(tg="Курси нав", ru="Курс", en="New course")
    courses.change_course(trainer, room.course, replace(opened, title=first), opened=opened)
    russian = replace(opened, title=Texts(tg="Курс", ru="Новый курс", en="Course"))
    courses.change_course(second, room.course, russian, opened=opened)
    both = Texts(tg="Курси нав", ru="Новый курс", en="New course")
    assert draft_of(trainer, room.course).title == both
    english = replace(opened, title=Texts(tg="Курс", ru="Курс 2", en="A course"))
    (found,) = refused(
        courses.change_course, second, room.course, english, opened=replace(opened, title=russian.title)
    )
    assert found.theirs == Texts(tg="Курси нав", ru="Курс 2", en="New course")
    assert found.yours == Texts(tg="Курси нав", ru="Курс 2", en="A course")


def test_what_is_typed_is_checked_together_with_what_came_meanwhile(
    trainer: Workplace, second: Workplace, room: Room
) -> None:
    opened = draft_of(trainer, room.course)
    later = replace(opened, last_day=LAST + timedelta(days=7))
    courses.change_course(trainer, room.course, later, opened=opened)
    # The form shows a last day that holds no more: a session on the new one is inside, whatever it says.
    day = replace(sessions.draft_of(courses.get_course(second, room.course).sessions[-1]), day=later.last_day)
    sessions.add_session(second, room.course, day)
    changed = courses.change_course(second, room.course, replace(opened, town="Кӯлоб"), opened=opened)
    assert changed.step is not None
    assert draft_of(trainer, room.course).last_day == later.last_day


def test_only_what_was_changed_is_written(trainer: Workplace, second: Workplace, room: Room) -> None:
    opened = draft_of(trainer, room.course)
    courses.change_course(trainer, room.course, replace(opened, town="Хуҷанд"), opened=opened)
    courses.change_course(second, room.course, replace(opened, district="Суғд"), opened=opened)
    # Undo of the second step takes the district back and leaves the town.
    history.undo(second)
    now = draft_of(trainer, room.course)
    assert (now.town, now.district) == ("Хуҷанд", opened.district)


def test_sessions_projects_and_people_go_by_the_same_rule(
    trainer: Workplace, second: Workplace, room: Room
) -> None:
    session = courses.get_course(trainer, room.course).sessions[0]
    opened = sessions.draft_of(session)
    sessions.change_session(trainer, session.key, replace(opened, room="1"), opened=opened)
    sessions.change_session(second, session.key, replace(opened, end=opened.end + 5), opened=opened)
    now = sessions.draft_of(sessions.get_session(trainer, session.key))
    assert (now.room, now.end) == ("1", opened.end + 5)
    assert refused(
        sessions.change_session, second, session.key, replace(opened, room="2"), opened=opened
    ) == (Meanwhile("room", "1", "1", "2", opened.room),)

    key = projects.list_projects(trainer)[0].key
    project = projects.draft_of_project(projects.get_project(trainer, key))
    projects.change_project(trainer, key, replace(project, donor="A"), opened=project)
    projects.change_project(second, key, replace(project, head="B"), opened=project)
    found = projects.get_project(second, key)
    assert (found.donor, found.head) == ("A", "B")
    assert refused(projects.change_project, second, key, replace(project, donor="C"), opened=project) == (
        Meanwhile("donor", "A", "A", "C", project.donor),
    )

    person = people.search(trainer, "")[0]
    people.change_person(trainer, person.key, {"unit": "ШКД-1"}, opened={"unit": person.unit or None})
    people.change_person(second, person.key, {"phone": "918"}, opened={"phone": None})
    assert people.get_person(trainer, person.key).phone == "918"
    assert refused(
        people.change_person, second, person.key, {"unit": "ШКД-2"}, opened={"unit": person.unit or None}
    ) == (Meanwhile("unit", "ШКД-1", "ШКД-1", "ШКД-2", person.unit or None),)


def test_a_row_that_is_gone_meanwhile_is_told_as_such(trainer: Workplace, second: Workplace) -> None:
    made = courses.create_course(trainer, CourseDraft("X", Texts(), FIRST, date(2018, 10, 20))).key or ""
    opened = draft_of(second, made)
    history.undo(trainer)
    with pytest.raises(Exception, match=r"course\.unknown"):
        courses.change_course(second, made, replace(opened, town="Хуҷанд"), opened=opened)


def test_a_logo_and_a_topic_that_were_changed_meanwhile_stay(
    trainer: Workplace, second: Workplace, room: Room, tmp_path: Path
) -> None:
    picture = tmp_path / "logo.png"
    Image.new("RGB", (40, 40), "red").save(picture)
    project = projects.list_projects(trainer)[0].key
    begun = {**projects.get_project(trainer, project).logos}
    projects.set_logo(trainer, project, LogoOwner.PARTNER, picture)
    (found,) = refused(projects.set_logos, second, project, {LogoOwner.PARTNER: None}, opened=begun)
    assert found.name == "logos"
    assert projects.get_project(second, project).logos[LogoOwner.PARTNER]
    # Another one than the one that was changed there.
    projects.set_logos(second, project, {LogoOwner.DONOR: picture}, opened=begun)

    session = courses.get_course(trainer, room.course).sessions[0].key
    was = sessions.get_session(trainer, session).topic["ru"]
    sessions.set_topic(trainer, session, "ru", "Закон", opened=was)
    assert refused(sessions.set_topic, second, session, "ru", "Указ", opened=was) == (
        Meanwhile("topic", "Закон", "Закон", "Указ", ""),
    )
    assert sessions.set_topic(second, session, "ru", was, opened=was).step is None
    assert sessions.get_session(second, session).topic["ru"] == "Закон"
