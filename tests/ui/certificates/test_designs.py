"""Designs of certificates in the window: the list, what a project uses, the editor by keys and mouse."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.actions import scans
from tests.kit.world import Story
from tests.ui.certificate_parts import ended, shown, story
from tests.ui.driving import click, press, settle, type_text
from trainer_app.actions.certificates import certificates, signatories, templates
from trainer_app.actions.courses import courses
from trainer_app.domain.certificates import designs
from trainer_app.domain.certificates.certificates import CertificateKind, DesignKind, SignatoryRole
from trainer_app.ui.certificates.designs.editor import DesignEditor
from trainer_app.ui.certificates.designs.list_page import DesignsPage
from trainer_app.ui.certificates.screen import CertificatesScreen
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.workspace import Workspace

__all__ = ["ended", "shown", "story"]


@pytest.fixture
def page(workspace: Workspace, ended: Story) -> DesignsPage:
    screen = workspace.open("certificates", designs=True)
    assert isinstance(screen, CertificatesScreen)
    settle()
    return screen.designs


@pytest.fixture
def editor(page: DesignsPage) -> DesignEditor:
    click(page.buttons["edit"])
    settle()
    return page.editor


def _place(editor: DesignEditor, part: str) -> tuple[float, float]:
    found = next(each for each in editor.parts() if each.id == part)
    return found.x, found.y


def _save_as(page: DesignsPage, name: str) -> str:
    click(page.editor.save)
    settle()
    field = page.editor.name_form.rows["name"].field
    field.selectAll()
    type_text(field, name)
    press(field, Qt.Key.Key_Return)
    settle()
    return templates.find_design(page.context.work, name).key


def test_the_designs_that_ship_are_listed_and_shown(page: DesignsPage) -> None:
    assert [page.model.row(place).ref for place in range(page.model.rowCount())] == list(DesignKind)
    assert page.table.hasFocus()
    assert page.view.preview is not None
    assert page.buttons["edit"].text() == "Copy and edit"
    assert page.buttons["rename"].isHidden()
    press(page.table, Qt.Key.Key_Down)
    assert page.title.text() == "Attendance"


def test_it_opens_at_its_first_part_in_the_language_of_the_window(editor: DesignEditor) -> None:
    assert editor.tongue.currentData() == "en"
    assert editor.table.currentIndex().row() == 0
    assert editor.part == editor.model.key(0) == editor.view.part
    assert editor.fields.colours_title.text() == "Colours of the whole design"


def test_a_picture_over_letters_is_told(editor: DesignEditor) -> None:
    assert editor.told.text() == "Everything fits, nothing is missing."
    editor.choose("logo-left")
    left, top = _place(editor, "title")
    editor.change(designs.place, left, top - 8, None)
    assert "lies over" in editor.told.text()
    editor.step_back()
    assert editor.told.text() == "Everything fits, nothing is missing."


def test_the_arrow_keys_move_the_part_that_was_clicked(editor: DesignEditor) -> None:
    found = next(each for each in editor.parts() if each.id == "title")
    at = editor.view.box_of(found).center().toPoint()
    QTest.mouseClick(editor.view, Qt.MouseButton.LeftButton, pos=at)
    assert editor.part == "title"
    assert editor.model.row(editor.table.currentIndex().row()).id == "title"
    x, y = _place(editor, "title")
    press(editor.view, Qt.Key.Key_Right)
    press(editor.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert _place(editor, "title") == (x + 0.5, y + 5)
    assert editor.fields.across.field.value() == x + 0.5
    click(editor.undo)
    assert _place(editor, "title") == (x + 0.5, y)


def test_a_part_is_dragged_in_whole_steps(editor: DesignEditor) -> None:
    found = next(each for each in editor.parts() if each.id == "code")
    at = editor.view.box_of(found).center().toPoint()
    x, y = _place(editor, "code")
    QTest.mousePress(editor.view, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(editor.view, at + QPoint(-40, 0))
    QTest.mouseRelease(editor.view, Qt.MouseButton.LeftButton, pos=at + QPoint(-40, 0))
    moved = _place(editor, "code")
    assert moved[1] == y
    assert moved[0] < x - 5
    assert (moved[0] * 2) % 1 == 0


def test_a_text_is_typed_and_a_mistake_in_it_named(page: DesignsPage, editor: DesignEditor) -> None:
    editor.choose("title")
    (area,) = editor.fields.texts
    area.selectAll()
    type_text(area, "{nobody}")
    assert "title" in editor.told.text()
    assert not editor.save.isEnabled()
    area.selectAll()
    type_text(area, "DIPLOMA")
    assert editor.save.isEnabled()
    key = _save_as(page, "Our own")
    design = page.selection.row()
    assert design is not None
    assert (design.key, design.name) == (key, "Our own")
    assert b"DIPLOMA" in templates.load(page.context.work, design.ref).data


def test_a_part_is_put_out_of_sight_by_the_keyboard(editor: DesignEditor) -> None:
    editor.choose("watermark")
    press(editor.fields.shown, Qt.Key.Key_Space)
    assert next(each for each in editor.parts() if each.id == "watermark").hidden
    assert editor.model.row_of("watermark") is not None


def test_nothing_is_lost_by_going_back(page: DesignsPage, editor: DesignEditor) -> None:
    editor.choose("name")
    press(editor.view, Qt.Key.Key_Up)
    click(editor.back)
    assert page.body.currentWidget() is editor
    assert not editor.unsaved.isHidden()
    click(editor.discard)
    assert page.body.currentWidget() is not editor
    assert len(templates.list_designs(page.context.work)) == 3


def test_a_saved_design_takes_the_place_of_the_one_it_was_made_from(page: DesignsPage, story: Story) -> None:
    work = page.context.work
    project = courses.get_course(work, story.course).course.project or ""
    click(page.buttons["edit"])
    page.editor.choose("title")
    press(page.editor.view, Qt.Key.Key_Up)
    first = _save_as(page, "Ours")
    row = page.kinds[DesignKind.COMPLETION].field
    row.setCurrentIndex(row.findData(first))
    row.activated.emit(row.currentIndex())
    assert templates.chosen(work, project)[DesignKind.COMPLETION].key == first
    issued = certificates.issue(work, story.course).certificates
    click(page.buttons["edit"])
    page.editor.choose("title")
    press(page.editor.view, Qt.Key.Key_Up)
    click(page.editor.save)
    settle()
    press(page.editor.name_form.rows["name"].field, Qt.Key.Key_Return)
    settle()
    now = templates.chosen(work, project)[DesignKind.COMPLETION]
    assert (now.name, now.key != first) == ("Ours", True)
    own = [each for each in issued if each.kind is CertificateKind.COMPLETION]
    assert own
    assert all(each.facts.design != now.ref for each in own)
    assert [each.name for each in templates.list_designs(work)].count("Ours") == 1


def test_a_file_is_saved_and_taken_in_and_a_bad_one_refused(page: DesignsPage, tmp_path: Path) -> None:
    page.save_to(tmp_path / "Ministry.tcert")
    page.take_file(tmp_path / "Ministry.tcert")
    design = page.selection.row()
    assert design is not None
    assert design.name == "Ministry"
    (tmp_path / "bad.tcert").write_bytes(b"no design")
    page.take_file(tmp_path / "bad.tcert")
    assert page.model.rowCount() == 4
    click(page.buttons["archive"])
    assert page.model.rowCount() == 3


def test_who_signs_is_set_with_a_scan(page: DesignsPage, story: Story, tmp_path: Path) -> None:
    project = str(page.project.field.currentData())
    click(page.buttons["sign"])
    form = page.signatory_form
    roles = [line.role for line in form.lines]
    assert roles[-1] is SignatoryRole.LEAD_TRAINER
    click(form.add)
    type_text(form.rows["name"].lines["tg"], "N. Karimov")
    type_text(form.rows["title"].lines["tg"], "Director")
    form.take_picture(scans.png(tmp_path / "scan.png", note="signature"))
    click(form.earlier)
    click(form.accept_button)
    settle()
    lines = signatories.lines_of(page.context.work, project=project)
    assert [line.name["tg"] for line in lines][-2:] == ["N. Karimov", ""]
    assert lines[-2].signature
    assert "N. Karimov" in page.signers.text()
    click(page.buttons["sign"])
    click(form.rule)
    assert signatories.lines_of(page.context.work, project=project) == []


@pytest.mark.parametrize("code", ["tg", "ru", "en"])
def test_list_editor_and_form_fit_the_smallest_window(
    page: DesignsPage, language: LanguageSwitch, code: str
) -> None:
    language.choose(code)
    settle()
    assert page.minimumSizeHint().width() <= 1366 - 196 - 48
    click(page.buttons["edit"])
    settle()
    hint = page.editor.minimumSizeHint()
    assert hint.width() <= 1366 - 196 - 48
    assert hint.height() <= 697 - 34
