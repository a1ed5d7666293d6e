"""What other programs write into an open data folder is found at the next look, and only that is told."""

import threading
from datetime import date

from tests.actions.second_process import second
from tests.kit.writing import Room
from trainer_app.actions.base import history, workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.people import people
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.settings import USER
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.store.base.drafts import forget_steps
from trainer_app.store.base.journal import EVERYTHING

DAY = date(2018, 10, 15)


def write(work: Workplace, code: str) -> str:
    return courses.create_course(work, CourseDraft(code, Texts(), DAY, DAY)).key or ""


def test_a_step_of_another_process_is_told_by_its_rows(trainer: Workplace, room: Room) -> None:
    others = history.others_of(trainer)
    assert others.look() == frozenset()
    with second(trainer) as other:
        assert other.tell("open").startswith("ok")
        assert other.tell("write ABC-1").startswith("ok")
        key = courses.find_course(trainer, "ABC-1")
        assert others.look() == {("course", key)}
        assert others.look() == frozenset()
        # What is written here at the same time is known here, and only the other's is told.
        write(trainer, "OWN-1")
        assert other.tell("write ABC-2").startswith("ok")
        assert others.look() == {("course", courses.find_course(trainer, "ABC-2"))}


def test_work_of_ones_own_other_threads_is_not_told(trainer: Workplace, room: Room) -> None:
    others = history.others_of(trainer)

    def work() -> None:
        write(trainer, "JOB-1")
        trainer.release()

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert others.look() == frozenset()


def test_what_another_process_wrote_during_such_work_is_not_passed_over(
    trainer: Workplace, room: Room
) -> None:
    again = workplace.open_with_key(trainer.folder, trainer.key, trainer.clock)
    others = history.others_of(trainer)

    def work() -> None:
        write(trainer, "JOB-1")
        trainer.release()

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    others.pass_over()
    key = write(again, "ABC-1")
    others.pass_over()
    assert others.look() == {("course", key)}
    again.close()


def test_a_step_that_failed_hides_none_of_the_others(trainer: Workplace, room: Room) -> None:
    again = workplace.open_with_key(trainer.folder, trainer.key, trainer.clock)
    others = history.others_of(trainer)

    def fail() -> None:
        with trainer.journal.transaction():
            write(trainer, "OWN-1")
            raise ZeroDivisionError

    try:
        fail()
    except ZeroDivisionError:
        key = write(again, "ABC-1")
    # It has the number that the failed step had.
    assert others.look() == {("course", key)}
    again.close()


def test_what_is_no_step_may_be_anything(trainer: Workplace, room: Room) -> None:
    again = workplace.open_with_key(trainer.folder, trainer.key, trainer.clock)
    others = history.others_of(trainer)
    again.store.change_setting(USER, "Somebody else")
    assert others.look() == {("setting", "")}
    with again.journal.transaction():
        forget_steps(again.database, Label("course.step.create"), 0)
    assert others.look() == EVERYTHING
    person = people.search(trainer, "")[0].key
    people.change_person(again, person, {"phone": "918"})
    assert others.look() == {("person", person)}
    again.close()
