"""What is held about a person, from their page: the language is asked for, two files are written."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.kit.world import Story
from tests.ui.driving import click, settle
from tests.ui.people_parts import people_of, unnamed
from trainer_app.actions.office import reports
from trainer_app.actions.people import people
from trainer_app.ui.kit.context import Notice
from trainer_app.ui.people.screen import HeldForm
from trainer_app.ui.shell.workspace import Workspace


def open_form(workspace: Workspace, story: Story) -> HeldForm:
    screen = people_of(workspace)
    screen.open_person(people.search(story.work, "Азизов")[0].key)
    settle()
    click(screen.person_page.data.held)
    return screen.held_form


def test_two_files_are_written_in_the_language_of_the_person(
    workspace: Workspace, story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "given"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    heard: list[Notice] = []
    workspace.context.noticed.connect(heard.append)
    form = open_form(workspace, story)
    assert form.isVisible()
    assert form.value("language") == "tg"
    assert unnamed(form) == []
    form.rows["language"].field.setCurrentIndex(form.rows["language"].field.findData("ru"))
    click(form.accept_button)
    settle()
    assert not form.isVisible()
    files = {path.suffix: path for path in folder.iterdir()}
    assert set(files) == {".pdf", ".json"}
    document = json.loads(files[".json"].read_text())
    assert document["title"].startswith("Что хранится о человеке: Азизов")
    assert heard[-1].title == "Saved and checked"
    (release,) = reports.releases(story.work)
    assert release.kind == "held"


def test_nothing_is_written_where_no_folder_is_chosen(
    workspace: Workspace, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    form = open_form(workspace, story)
    click(form.accept_button)
    settle()
    assert form.isVisible()
    assert reports.releases(story.work) == []
