"""A window at a desk on a server: what other desks write is seen, a server that is gone is waited for."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QTabBar
from pytestqt.qtbot import QtBot

from tests.kit.desks import OfficeOnServer, office_on_server
from tests.kit.postgres import PostgresServer, postgres, start_another, statements_of
from tests.kit.running import MILLISECONDS
from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.world import Story
from tests.ui.courses_parts import courses_of, write_in
from tests.ui.driving import click, find, settle
from trainer_app.actions.base import data_key, server_people, users, workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.exchange import erased
from trainer_app.actions.office import backups
from trainer_app.bundle import vault
from trainer_app.domain.base.changes import Changes, ImportElsewhere, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.rights import UserRole
from trainer_app.domain.base.structs import replace
from trainer_app.store.base.database import Turn
from trainer_app.store.base.signals import told_to_others
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.controls import ChoiceRow


@pytest.fixture
def server() -> PostgresServer:
    return postgres()


@pytest.fixture
def office(tmp_path: Path, server: PostgresServer) -> Iterator[OfficeOnServer]:
    with office_on_server(tmp_path, server=server) as made:
        yield made


@pytest.fixture
def story(office: OfficeOnServer) -> Story:
    """Let the window be that of the first desk."""
    office.story.works["office"] = office.first
    return office.story


@pytest.fixture
def listening(workspace: Workspace, qtbot: QtBot) -> Iterator[Workspace]:
    """Give the open program once it hears the other desks."""
    qtbot.waitUntil(lambda: workspace.server.listening, timeout=MILLISECONDS)
    yield workspace
    workspace.server.end()


def town(work: Workplace, course: str) -> str:
    return courses.get_course(work, course).course.town


def move(work: Workplace, course: str, to: str) -> None:
    draft = courses.draft_of(courses.get_course(work, course).course)
    courses.change_course(work, course, replace(draft, town=to))


def test_what_another_desk_writes_is_announced_by_itself(
    listening: Workspace, context: AppContext, office: OfficeOnServer, qtbot: QtBot
) -> None:
    heard: list[Changes] = []
    context.changes.announced.connect(lambda changes, _source: heard.append(changes))
    # Nothing asks again and again.
    assert not context.others.watching
    move(office.works[1], office.story.course, "Хуҷанд")
    qtbot.waitUntil(lambda: any(each.touches("course") for each in heard), timeout=MILLISECONDS)
    assert ("course", office.story.course) in heard[-1].touched
    assert town(context.work, office.story.course) == "Хуҷанд"
    heard.clear()
    move(context.work, office.story.course, "Ғарм")
    move(office.works[1], office.story.course, "Панҷакент")
    qtbot.waitUntil(lambda: bool(heard), timeout=MILLISECONDS)


def test_a_form_says_by_whom_and_from_what_to_what(
    listening: Workspace, office: OfficeOnServer, language: LanguageSwitch
) -> None:
    form = courses_of(listening).course_form
    form.open_course(office.story.course)
    settle()
    before, second = town(office.first, office.story.course), office.works[1]
    move(second, office.story.course, "Хуҷанд")
    write_in(form.rows["town"].field, "Ғарм")
    click(form.accept_button)
    settle()
    assert form.meanwhile.title.text() == f"Changed meanwhile by {second.user}"
    said = find(form, QLabel, "course_form_meanwhile_town_change")
    assert said.text() == f"Changed from “{before}” to “Хуҷанд”"
    assert town(second, office.story.course) == "Хуҷанд"
    for code in ("tg", "ru", "en"):
        language.choose(code)
        assert second.user in form.meanwhile.title.text()
    click(find(form, ChoiceRow, "course_form_meanwhile_town_yours"))
    click(form.accept_button)
    assert form.isHidden()
    assert town(second, office.story.course) == "Ғарм"


def test_an_import_of_another_desk_is_shown_until_it_ends_or_its_desk_dies(
    listening: Workspace, office: OfficeOnServer, qtbot: QtBot
) -> None:
    watch, second = listening.server, office.works[1]
    with (
        second.journal.transaction(Turn.BESIDE),
        told_to_others(second.database, second.user, "trainer.tbundle", no_progress) as tell,
    ):
        qtbot.waitUntil(lambda: watch.band.isVisible(), timeout=MILLISECONDS)
        assert watch.band.title.text() == f"{second.user} imports a file: 0\u00a0%"
        assert "trainer.tbundle" in watch.band.about.text()
        assert not watch.band.button.isVisible()
        tell("", 0.5)
        # Others go on meanwhile.
        move(office.first, office.story.course, "Хуҷанд")
    qtbot.waitUntil(lambda: not watch.band.isVisible(), timeout=MILLISECONDS)
    # One that dies says no more.
    watch._show(ImportElsewhere(second.user, "trainer.tbundle", 0.3))
    assert watch.band.isVisible()
    qtbot.waitUntil(lambda: not watch.band.isVisible(), timeout=MILLISECONDS)


class TestGone:
    """The server is stopped at once and started again, while a form is open with words in it."""

    @pytest.fixture
    def server(self) -> PostgresServer:
        return start_another(safe=True)

    def test_buttons_that_ask_for_a_right_rest_and_go_on_too(
        self, listening: Workspace, context: AppContext, office: OfficeOnServer, qtbot: QtBot
    ) -> None:
        """Where people have rights each such button asks the data, also as it is switched off."""
        first = office.first
        users.add(
            first, "Z. Karimova", "zarina", UserRole.HEAD, "other words for her", PASSPHRASE, cost=CHEAP
        )
        assert first.person is not None
        screen = courses_of(listening)
        settle()
        band, rests = listening.server.band, screen.course_list.buttons["create"]
        assert rests.isEnabled()
        office.server.stop(signal.SIGQUIT)
        qtbot.waitUntil(lambda: band.isVisible(), timeout=MILLISECONDS)
        assert not rests.isEnabled()
        # One that comes into sight meanwhile asks too.
        rests.hide()
        rests.show()
        office.server.start()
        qtbot.waitUntil(lambda: not band.isVisible(), timeout=MILLISECONDS)
        assert rests.isEnabled()

    def test_a_database_that_got_another_name_meanwhile_is_not_waited_for(
        self, listening: Workspace, office: OfficeOnServer, qtbot: QtBot
    ) -> None:
        watch, asked = listening.server, list[bool]()
        listening.lock_requested.connect(lambda: asked.append(True))
        office.server.stop(signal.SIGQUIT)
        qtbot.waitUntil(lambda: watch.band.isVisible(), timeout=MILLISECONDS)
        qtbot.waitUntil(lambda: not watch._jobs.busy, timeout=MILLISECONDS)
        watch._again.stop()
        office.server.start()
        name = office.address.database
        office.server.ask(f"ALTER DATABASE {name} RENAME TO elsewhere")
        click(watch.band.button)
        # Locked, it asks whoever unlocks where the server is by now.
        qtbot.waitUntil(lambda: bool(asked), timeout=MILLISECONDS)
        watch.end()
        office.server.ask(f"ALTER DATABASE elsewhere RENAME TO {name}")

    def test_what_is_typed_stays_and_is_saved_when_the_server_is_back(
        self, listening: Workspace, context: AppContext, office: OfficeOnServer, qtbot: QtBot
    ) -> None:
        course, band, before = (
            office.story.course,
            listening.server.band,
            town(office.first, office.story.course),
        )
        form = courses_of(listening).course_form
        form.open_course(course)
        settle()
        write_in(form.rows["town"].field, "Ғарм")
        office.server.stop(signal.SIGQUIT)
        qtbot.waitUntil(lambda: band.isVisible(), timeout=MILLISECONDS)
        assert band.title.text() == "The office's server cannot be reached"
        # Nothing that reads or writes can be pressed; what is typed is there.
        assert not form.accept_button.isEnabled()
        assert not listening.rail.isEnabled()
        assert not listening.actions_table["undo"].isEnabled()
        assert listening.actions_table["lock"].isEnabled()
        assert form.values()["town"] == "Ғарм"
        # A page that opens at this moment asks for it: there is an answer, and nothing breaks.
        newest = context.undo.newest
        context.undo.refresh()
        assert context.undo.newest == newest
        form.save()
        assert form.trouble.text().startswith("The server does not answer.")
        assert not form.isHidden()
        click(band.button)
        qtbot.waitUntil(lambda: not listening.server._jobs.busy, timeout=MILLISECONDS)
        assert band.isVisible()
        office.server.start()
        qtbot.waitUntil(lambda: not band.isVisible(), timeout=MILLISECONDS)
        assert listening.server.listening
        assert town(context.work, course) == before
        click(form.accept_button)
        settle()
        assert form.isHidden()
        office.works[1].release()
        assert town(office.works[1], course) == "Ғарм"


OFFICER, THIRD = "пять слов для Зарины и её данных", "совсем другие пять слов для входа"


@pytest.fixture
def with_people(office: OfficeOnServer) -> OfficeOnServer:
    """Let the second desk be a head's, who let an officer in; nobody's passphrase opened the first one."""
    first, second = office.works
    users.add(second, "З. Каримова", "Зарина", UserRole.OFFICER, OFFICER, PASSPHRASE, cost=CHEAP)
    server_people.keep_up(first)
    return office


def test_a_person_who_was_let_in_at_another_desk_is_known_here_at_once(
    listening: Workspace, office: OfficeOnServer, qtbot: QtBot
) -> None:
    first, second = office.works
    users.add(second, "З. Каримова", "Зарина", UserRole.OFFICER, OFFICER, PASSPHRASE, cost=CHEAP)
    key = users.find_user(second, "Зарина").key
    qtbot.waitUntil(lambda: key in vault.list_users(data_key.read_vault(first.folder)), timeout=MILLISECONDS)
    assert data_key.unlock_key(first.folder, OFFICER, "Зарина").key == first.key.key


@pytest.mark.parametrize("way", ["removed", "new passphrase", "turned away"])
def test_who_may_be_here_no_more_is_shut_out_at_once(
    with_people: OfficeOnServer, workspace: Workspace, qtbot: QtBot, way: str
) -> None:
    first, second = with_people.works
    workspace.server.end()
    workplace.lock(first)
    workplace.unlock(first, OFFICER, "Зарина")
    asked: list[bool] = []
    workspace.lock_requested.connect(lambda: asked.append(True))
    if way == "turned away":
        # It was not heard while the desk did not listen.
        users.remove(second, "Зарина")
    workspace.server.begin()
    if way != "turned away":
        qtbot.waitUntil(lambda: workspace.server.listening, timeout=MILLISECONDS)
    if way == "removed":
        users.remove(second, "Зарина")
    if way == "new passphrase":
        users.set_passphrase(second, "Зарина", THIRD, cost=CHEAP)
    qtbot.waitUntil(lambda: bool(asked), timeout=MILLISECONDS)
    workspace.server.end()


def test_a_desk_of_an_office_without_people_that_is_refused_is_asked_again_too(
    listening: Workspace, office: OfficeOnServer
) -> None:
    """As where the owner got a new password at another desk, with which this one connects."""
    assert office.first.person is None
    asked: list[bool] = []
    listening.lock_requested.connect(lambda: asked.append(True))
    listening.server._not_reached(TrainerError("server.refused"))
    assert asked


def test_buttons_ask_the_server_for_rights_once_until_somebody_changes_them(
    with_people: OfficeOnServer, workspace: Workspace, context: AppContext, qtbot: QtBot
) -> None:
    first, second = with_people.works
    workspace.server.end()
    workplace.lock(first)
    workplace.unlock(first, OFFICER, "Зарина")
    workspace.server.begin()
    qtbot.waitUntil(lambda: workspace.server.listening, timeout=MILLISECONDS)
    button = courses_of(workspace).course_list.buttons["create"]
    settle()

    def asked() -> int:
        with statements_of(first.database) as said:
            for _ in range(20):
                button.setEnabled(False)
                button.setEnabled(True)
        return len(said)

    context.role.forget()
    assert 0 < asked() < 10
    assert asked() == 0
    assert button.isEnabled()
    for role, may in ((UserRole.READER, False), (UserRole.OFFICER, True)):
        users.set_role(second, "Зарина", role)
        qtbot.waitUntil(lambda: asked() >= 0 and button.isEnabled() is may, timeout=MILLISECONDS)  # noqa: B023
        assert ("data officer" in button.toolTip()) is not may
        assert asked() == 0
    workspace.server.end()


@pytest.mark.parametrize("role", UserRole)
def test_whoever_connects_under_a_role_of_the_server_sees_every_screen(
    with_people: OfficeOnServer, workspace: Workspace, context: AppContext, role: UserRole
) -> None:
    first, second = with_people.works
    users.set_role(second, "Зарина", role)
    workspace.server.end()
    workplace.lock(first)
    workplace.unlock(first, OFFICER, "Зарина")
    assert server_people.has_own_role(first)
    failed: list[TrainerError] = []
    context.failed.connect(failed.append)
    for name in workspace.specs:
        screen = workspace.open(name)
        assert screen is not None
        if name == "courses":
            courses_of(workspace).show_place(course=with_people.story.course)
        for tabs in screen.findChildren(QTabBar):
            for place in range(tabs.count()):
                tabs.setCurrentIndex(place)
                settle()
    assert failed == []
    made = backups.keep_day(first)
    assert (made is None) is (role is UserRole.READER)
    if role is UserRole.READER:
        with pytest.raises(TrainerError) as refused:
            backups.create_backup(first)
        assert refused.value.code == "rights.refused"
    assert erased.resume(first) == 0
