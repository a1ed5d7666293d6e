"""Several desks of an office at one server, by what people do at them."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kit.desks import OfficeOnServer, office_on_server
from tests.kit.samples import PASSPHRASE
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history, identity, workplace
from trainer_app.actions.base.naming import Names
from trainer_app.actions.courses import courses, projects
from trainer_app.actions.exchange import desks
from trainer_app.domain.attendance.marks import Attendance, Mark
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.settings import DEVICE_KEYS, KEYS_OF_DESK
from trainer_app.domain.base.structs import ChangedMeanwhile, replace
from trainer_app.store.exchange.integrity import check_integrity
from trainer_app.system.folders import DataFolder


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeOnServer]:
    with office_on_server(tmp_path) as made:
        yield made


def test_each_desk_is_an_enrolled_computer_with_a_key_of_its_own(office: OfficeOnServer) -> None:
    first, second = office.works
    assert [each.code for each in desks.desks_of(first)] == ["A1", "A2"]
    assert (first.device_code, second.device_code) == ("A1", "A2")
    assert identity.device_keys(first).key_id != identity.device_keys(second).key_id
    assert second.journal.replica.startswith(identity.device_keys(second).key_id.hex())
    assert not second.took_new_replica
    # No key of a computer lies where the others read.
    kept = {str(name) for (name,) in first.database.rows("SELECT name FROM setting")}
    assert DEVICE_KEYS.key in KEYS_OF_DESK
    assert not kept & KEYS_OF_DESK


def test_what_one_desk_writes_counts_at_the_other(office: OfficeOnServer) -> None:
    first, second = office.works
    story = office.story
    session, enrolment = story.sessions[0], story.enrolments[0]
    attendance.mark(second, enrolment, session, Mark.PRESENT)
    marked = history.last_written(first)
    assert marked is not None
    assert history.undo(second).step is not None
    with pytest.raises(TrainerError) as nothing:
        history.undo(second)
    assert nothing.value.code == "history.nothing_to_undo"
    for work in office.works:
        assert check_integrity(work.journal).problems == ()


def test_a_history_tells_at_which_desk_something_was_written(office: OfficeOnServer) -> None:
    first, second = office.works
    place = (office.story.enrolments[0], office.story.sessions[0])
    attendance.mark(second, *place, Mark.PRESENT)
    attendance.mark(first, *place, Mark.LATE)
    for work in office.works:
        codes = identity.known_replicas(work)
        assert {codes[each.journal.replica] for each in office.works} == {"A1", "A2"}
        names = Names(work)
        assert names.device(first.journal.replica) == "A1"
        assert names.device(second.journal.replica) == "A2"


def test_the_second_of_two_desks_is_told_of_a_field_that_both_changed(office: OfficeOnServer) -> None:
    first, second = office.works
    course = office.story.course
    opened = courses.draft_of(courses.get_course(first, course).course)
    courses.change_course(first, course, replace(opened, town="Хуҷанд"), opened=opened)
    with pytest.raises(ChangedMeanwhile) as caught:
        courses.change_course(second, course, replace(opened, town="Ғарм"), opened=opened)
    (field,) = caught.value.fields
    assert (field.name, field.was, field.now, field.yours) == ("town", opened.town, "Хуҷанд", "Ғарм")
    assert caught.value.by == (first.user,)
    courses.change_course(second, course, replace(opened, district="Суғд"), opened=opened)
    now = courses.draft_of(courses.get_course(first, course).course)
    assert (now.town, now.district) == ("Хуҷанд", "Суғд")


def test_a_mark_that_came_meanwhile_is_not_overwritten_unseen(office: OfficeOnServer) -> None:
    first, second = office.works
    place = (office.story.enrolments[0], office.story.sessions[0])
    attendance.mark(first, *place, Mark.LATE)
    with pytest.raises(TrainerError) as refused:
        attendance.mark(second, *place, Mark.PRESENT, seen=Attendance())
    assert refused.value.code == "attendance.changed_meanwhile"
    values = refused.value.values
    assert (values["by"], values["was"], values["now"]) == (
        first.user,
        attendance.mark_label(None),
        attendance.mark_label(Mark.LATE),
    )
    # The same is no contradiction, and what was seen may be changed.
    assert attendance.mark(second, *place, Mark.LATE, seen=Attendance()).step is None
    assert attendance.mark(second, *place, Mark.PRESENT, seen=Attendance(Mark.LATE)).step is not None


def test_a_desk_that_is_opened_again_is_the_same_desk(office: OfficeOnServer) -> None:
    second = office.works.pop()
    replica, code = second.journal.replica, second.device_code
    folder = second.folder
    second.close()
    again = workplace.open_workplace(folder, PASSPHRASE, clock=office.story.clock)
    office.works.append(again)
    assert (again.journal.replica, again.device_code, again.took_new_replica) == (replica, code, False)
    assert len(desks.desks_of(again)) == 2
    workplace.lock(again)
    workplace.unlock(again, PASSPHRASE)
    assert again.journal.replica == replica


def test_a_file_that_is_none_makes_no_desk(office: OfficeOnServer, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.tdesk"
    wrong.write_text("{}")
    folder = DataFolder(tmp_path / "nowhere")
    with pytest.raises(TrainerError) as refused:
        desks.begin_desk(folder, wrong, PASSPHRASE)
    assert refused.value.code == "desks.not_a_file"
    right = desks.save_for_another(office.first, tmp_path / "right.tdesk")
    with pytest.raises(TrainerError) as refused:
        desks.begin_desk(folder, right, "another passphrase altogether")
    assert refused.value.code == "vault.wrong_passphrase"
    assert not folder.database.exists()
    assert not folder.vault.exists()


def test_a_computer_without_the_driver_becomes_no_desk_and_nothing_is_left_of_it(
    office: OfficeOnServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = desks.save_for_another(office.first, tmp_path / "right.tdesk")
    folder = DataFolder(tmp_path / "nowhere")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(TrainerError) as refused:
        desks.begin_desk(folder, right, PASSPHRASE)
    assert refused.value.code == "server.no_driver"
    assert not folder.root.exists()


def test_a_project_is_written_at_one_desk_and_read_at_the_other(office: OfficeOnServer) -> None:
    first, second = office.works
    before = {each.key for each in projects.list_projects(second)}
    assert before == {each.key for each in projects.list_projects(first)}
