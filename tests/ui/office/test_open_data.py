"""Data for other programs in the window: what is chosen is what leaves, names only where they are ticked."""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.actions.open_worlds import rows_of, told
from tests.kit.running import in_turn
from tests.kit.world import Story
from tests.ui.driving import click, press_button, settle, type_text
from trainer_app.actions.office import reports
from trainer_app.actions.office.open_data import SQLITE
from trainer_app.ui.kit.context import AppContext, Notice
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.office import report_controls
from trainer_app.ui.office.open_data import OpenDataForm, OpenForm
from trainer_app.ui.office.reports import ReportPage


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    """Open the finished course of a project, and a small one of none."""
    with told(tmp_path / "world").open() as made:
        yield made


@pytest.fixture
def page(qtbot: QtBot, context: AppContext) -> ReportPage:
    return shown(qtbot, ReportPage(context))


def shown(qtbot: QtBot, page: ReportPage) -> ReportPage:
    qtbot.addWidget(page)
    page.resize(1120, 620)
    page.show()
    page.show_report()
    settle()
    return page


def opened(page: ReportPage, form: OpenForm = OpenForm.OPEN) -> OpenDataForm:
    """Press the button of the page and choose what is to be written."""
    click(page.open_data)
    if form is not OpenForm.OPEN:
        click(page.open_form.rows[form.value])
    settle()
    return page.open_form


@pytest.fixture
def heard(context: AppContext) -> list[Notice]:
    """Collect what the window says."""
    said: list[Notice] = []
    context.noticed.connect(said.append)
    return said


def choose_folder(monkeypatch: pytest.MonkeyPatch, folder: Path | None) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(folder) if folder else "")


def choose_file(monkeypatch: pytest.MonkeyPatch, folder: Path | None) -> list[str]:
    """Let the dialog take the name that it offers, in another folder; return the names offered."""
    offered: list[str] = []

    def save(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        offered.append(Path(start).name)
        return (str(folder / offered[-1]) if folder else "", "")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
    return offered


def test_all_tables_are_written_without_names(
    page: ReportPage, heard: list[Notice], story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = opened(page)
    assert form.rows["scope"].text() == "All courses, whole, as of today"
    assert "Nobody is named" in form.rows["said"].text()
    choose_folder(monkeypatch, None)
    click(form.accept_button)
    assert form.isVisible(), "somebody thought better of it"
    choose_folder(monkeypatch, tmp_path)
    click(form.accept_button)
    (folder,) = tmp_path.glob("open-data-*")
    assert len(rows_of(folder, "courses")) == 2
    assert "family" not in rows_of(folder, "people")[0]
    assert not (folder / SQLITE).exists()
    assert form.isHidden()
    assert (heard[-1].title, heard[-1].text) == ("Saved and checked", str(folder))
    assert reports.releases(story.work) == []


def test_names_are_ticked_said_and_noted(
    page: ReportPage, heard: list[Notice], story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = opened(page)
    click(form.rows["names"])
    click(form.rows["sqlite"])
    assert "noted here who wrote them" in form.rows["said"].text()
    choose_folder(monkeypatch, tmp_path)
    click(form.accept_button)
    (folder,) = tmp_path.glob("open-data-with-names-*")
    assert rows_of(folder, "people")[0]["family"]
    assert (folder / SQLITE).stat().st_size > 10_000
    assert "it is noted that you saved it" in heard[-1].text
    (release,) = reports.releases(story.work)
    assert release.kind == "open_data"
    assert page.given.text() == "Reports with names: 1"
    click(page.given)
    assert "CSV, SQLITE" in page.given_panel.list.lines[0]
    # Whoever opens the panel again names nobody by habit.
    click(page.given_panel.accept_button)
    assert not opened(page).rows["names"].isChecked()


def test_what_is_chosen_on_the_page_is_what_leaves(
    page: ReportPage, story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scope = page.controls.scope
    scope.setCurrentIndex(scope.findData(f"course:{story.course}"))
    settle()
    form = opened(page)
    assert form.rows["scope"].text() == "DSH-1, whole, as of today"
    assert form.rows["iati"].isHidden(), "IATI knows projects, no single courses"
    choose_folder(monkeypatch, tmp_path)
    click(form.accept_button)
    (folder,) = tmp_path.glob("open-data-*")
    assert [row["code"] for row in rows_of(folder, "courses")] == ["DSH-1"]


def test_figures_leave_with_their_tags(
    page: ReportPage, heard: list[Notice], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = opened(page, OpenForm.HXL)
    assert form.rows["names"].isHidden()
    assert form.rows["scope"].text() == "All courses, with the days and the basis chosen on the page"
    assert choose_file(monkeypatch, None) == []
    click(form.accept_button)
    assert form.isVisible()
    offered = choose_file(monkeypatch, tmp_path)
    click(form.accept_button)
    (name,) = offered
    with (tmp_path / name).open(encoding="utf-8-sig", newline="") as stream:
        _, tags, *rows = csv.reader(stream)
    assert tags[0] == "#org+name"
    assert rows[0][8] == "participations"
    assert heard[-1].text == str(tmp_path / name)
    assert form.isHidden()


def test_results_ask_who_reports_and_remember_it(
    page: ReportPage, heard: list[Notice], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = opened(page, OpenForm.IATI)
    row = form.rows["organisation"]
    type_text(row.field, "Фонд")
    offered = choose_file(monkeypatch, tmp_path)
    click(form.accept_button)
    assert "no identifier" in row.error.text()
    assert offered == []
    row.field.clear()
    type_text(row.field, "XM-DAC-41114")
    click(form.accept_button)
    root = etree.parse(str(tmp_path / offered[0])).getroot()
    assert root.find(".//reporting-org").get("ref") == "XM-DAC-41114"
    assert "SMALL" in heard[-1].text, "a course without a project is told"
    assert opened(page, OpenForm.IATI).rows["organisation"].field.text() == "XM-DAC-41114"


def test_what_cannot_be_written_is_told_in_the_panel(
    page: ReportPage, story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = opened(page)
    (tmp_path / "file").write_bytes(b"x")
    choose_folder(monkeypatch, tmp_path / "file")
    click(form.rows["names"])
    click(form.accept_button)
    assert form.isVisible()
    # Windows tells of the file itself: it is in the place of the folder.
    assert ("WIN183" if sys.platform == "win32" else "not there") in form.trouble.text()
    assert reports.releases(story.work) == []
    form = opened(page, OpenForm.HXL)
    choose_file(monkeypatch, tmp_path / "file")
    click(form.accept_button)
    assert form.isVisible()


def test_without_courses_there_is_nothing_to_write(
    qtbot: QtBot, page: ReportPage, story: Story, context: AppContext
) -> None:
    assert page.open_data.isVisible()
    monkey = pytest.MonkeyPatch()
    monkey.setattr(report_controls, "courses_of", lambda *_args: [])
    try:
        assert shown(qtbot, ReportPage(context)).open_data.isHidden()
    finally:
        monkey.undo()


@in_turn("code", ["tg", "ru"])
def test_the_panel_speaks_every_language(page: ReportPage, language: LanguageSwitch, code: str) -> None:
    form = opened(page, OpenForm.IATI)
    language.choose(code)
    settle()
    texts = [form.title.text(), form.rows["open"].text(), form.rows["type"].field.currentText()]
    texts += [form.rows["organisation"].caption.text(), page.open_data.text(), form.rows["scope"].text()]
    assert not any(text.isascii() for text in texts), texts


@pytest.mark.parametrize("name", ["open_data_form_cancel", "open_data_form_close"])
def test_the_panel_is_left_without_writing(page: ReportPage, tmp_path: Path, name: str) -> None:
    form = opened(page)
    click(form.rows["open"])
    press_button(form, name)
    assert form.isHidden()
    assert not list(tmp_path.glob("open-data-*"))
