"""A window at a desk on a server: what other desks write is seen, a server that is gone is waited for."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.kit.desks import OfficeOnServer, office_on_server
from tests.kit.postgres import PostgresServer, postgres, start_another
from tests.kit.running import MILLISECONDS
from tests.kit.world import Story
from tests.ui.courses_parts import courses_of, write_in
from tests.ui.driving import click, find, settle
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses
from trainer_app.domain.base.changes import Changes, ImportElsewhere, no_progress
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
