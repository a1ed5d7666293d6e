"""Buttons of designs of certificates that no other test presses."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QFileDialog

from tests.actions import scans
from tests.kit.running import in_turn
from tests.kit.world import Story
from tests.ui.certificate_parts import ended, shown, story
from tests.ui.certificates.test_designs import _save_as
from tests.ui.driving import click, press_button, settle, type_text
from trainer_app.actions.certificates import signatories, templates
from trainer_app.domain.certificates.certificates import SignatoryRole
from trainer_app.ui.certificates.designs.list_page import DesignsPage
from trainer_app.ui.certificates.screen import CertificatesScreen
from trainer_app.ui.shell.workspace import Workspace

__all__ = ["ended", "shown", "story"]


@pytest.fixture
def page(workspace: Workspace, ended: Story) -> DesignsPage:
    screen = workspace.open("certificates", designs=True)
    assert isinstance(screen, CertificatesScreen)
    settle()
    return screen.designs


def own_design(page: DesignsPage, name: str = "Ours") -> str:
    """Save a copy of the first design under a name."""
    click(page.buttons["edit"])
    settle()
    page.editor.choose("title")
    key = _save_as(page, name)
    settle()
    return key


def choose(page: DesignsPage, key: str) -> None:
    places = [page.model.row(place).key for place in range(page.model.rowCount())]
    page.table.selectRow(places.index(key))
    settle()


def test_a_design_is_renamed_and_saved_as_a_file(
    page: DesignsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = own_design(page)
    choose(page, key)
    click(page.buttons["rename"])
    field = page.name_form.rows["name"].field
    field.selectAll()
    type_text(field, "Дигар")
    click(page.name_form.accept_button)
    settle()
    assert templates.find_design(page.context.work, key).name == "Дигар"
    choose(page, key)
    target = tmp_path / "own.tcert"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    click(page.buttons["export"])
    assert target.stat().st_size > 100


def test_archived_designs_are_listed_when_they_are_asked_for(page: DesignsPage) -> None:
    key = own_design(page)
    choose(page, key)
    click(page.buttons["archive"])
    settle()
    assert page.model.rowCount() == 3
    click(page.archived)
    settle()
    assert page.model.rowCount() == 4


def test_a_picture_is_put_on_a_design_and_a_new_one_beside_the_old(
    page: DesignsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = own_design(page)
    choose(page, key)
    click(page.buttons["edit"])
    settle()
    before = len(page.editor.parts())
    picture = scans.png(tmp_path / "logo.png")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(picture), ""))
    click(page.editor.picture)
    settle()
    assert len(page.editor.parts()) == before + 1
    click(page.editor.save)
    form = page.editor.name_form
    assert form.rows["instead"].isChecked()
    click(form.rows["instead"])
    form.rows["name"].field.selectAll()
    type_text(form.rows["name"].field, "Second")
    click(form.accept_button)
    settle()
    names = [each.name for each in templates.list_designs(page.context.work)]
    assert {"Ours", "Second"} <= set(names)


def test_whoever_signs_first_can_sign_later(page: DesignsPage) -> None:
    project = str(page.project.field.currentData())
    click(page.buttons["sign"])
    form = page.signatory_form
    click(form.add)
    type_text(form.rows["name"].lines["tg"], "N. Karimov")
    type_text(form.rows["title"].lines["tg"], "Director")
    click(form.earlier)
    click(form.later)
    assert not form.later.isEnabled(), "nobody signs after the last"
    click(form.accept_button)
    settle()
    assert signatories.lines_of(page.context.work, project=project)[-1].name["tg"] == "N. Karimov"


def test_a_design_is_taken_in_by_its_button(
    page: DesignsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.save_to(tmp_path / "Ministry.tcert")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(tmp_path / "Ministry.tcert"), ""))
    press_button(page, "designs_import")
    design = page.selection.row()
    assert design is not None
    assert (design.name, page.model.rowCount()) == ("Ministry", 4)


def test_a_picture_of_a_design_is_removed(
    page: DesignsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(page, own_design(page))
    click(page.buttons["edit"])
    settle()
    before = page.editor.parts()
    picture = scans.png(tmp_path / "logo.png")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(picture), ""))
    click(page.editor.picture)
    settle()
    assert len(page.editor.parts()) == len(before) + 1
    press_button(page, "design_part_remove")
    assert page.editor.parts() == before


COLOURS = ("main", "gold", "goldtext", "ink", "second", "faint", "thread", "water")


@in_turn("colour", COLOURS)
def test_every_colour_of_a_design_is_chosen(
    page: DesignsPage, monkeypatch: pytest.MonkeyPatch, colour: str
) -> None:
    picked = f"123A{COLOURS.index(colour):02X}"
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_args: QColor(f"#{picked}"))
    click(page.buttons["edit"])
    settle()
    assert set(page.editor.fields.swatches) == set(COLOURS)
    press_button(page, f"design_colour_{colour}")
    assert page.editor.fields.swatches[colour].colour == picked
    work, key = page.context.work, _save_as(page, f"Ours, {colour}")
    assert picked.encode() in templates.load(work, templates.find_design(work, key).ref).data


def test_whoever_signs_no_more_is_removed_and_one_signs_by_role(page: DesignsPage) -> None:
    project = str(page.project.field.currentData())
    click(page.buttons["sign"])
    form = page.signatory_form
    before = len(form.lines)
    click(form.add)
    type_text(form.rows["name"].lines["tg"], "N. Karimov")
    click(form.add)
    press_button(form, "signatory_role_lead_trainer")
    assert not form.rows["name"].isVisible(), "who leads is not named"
    press_button(form, "signatory_role_person")
    assert form.rows["name"].isVisible()
    press_button(form, "signatory_remove")
    assert len(form.lines) == before + 1
    click(form.accept_button)
    settle()
    lines = signatories.lines_of(page.context.work, project=project)
    assert (lines[-1].role, lines[-1].name["tg"]) == (SignatoryRole.PERSON, "N. Karimov")
    click(page.buttons["sign"])
    form.go_to(before)
    press_button(form, "signatory_remove")
    click(form.accept_button)
    settle()
    assert len(signatories.lines_of(page.context.work, project=project)) == before


def test_a_scanned_signature_is_chosen_and_removed(
    page: DesignsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = str(page.project.field.currentData())
    scan = scans.png(tmp_path / "scan.png", note="signature")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(scan), ""))
    click(page.buttons["sign"])
    form = page.signatory_form
    click(form.add)
    type_text(form.rows["name"].lines["tg"], "N. Karimov")
    type_text(form.rows["title"].lines["tg"], "Director")
    press_button(form, "signatory_signature_choose")
    click(form.accept_button)
    settle()
    line = signatories.lines_of(page.context.work, project=project)[-1]
    assert signatories.signature_picture(page.context.work, line) == scan.read_bytes()
    click(page.buttons["sign"])
    form.go_to(len(form.lines) - 1)
    press_button(form, "signatory_signature_remove")
    click(form.accept_button)
    settle()
    assert signatories.lines_of(page.context.work, project=project)[-1].signature == ""
