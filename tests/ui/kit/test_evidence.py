"""Evidence in the window: asked for on the course and above the figures, written, checked, refused."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.kit.seat import MakeContext
from tests.kit.world import Story
from tests.kit.worlds import Exchange
from tests.ui.courses_parts import tab_of
from tests.ui.driving import click, press, settle, type_text
from trainer_app.actions.office import evidence_checking, reports
from trainer_app.ui.courses.overview.tab import OverviewTab
from trainer_app.ui.kit.context import AppContext, Notice
from trainer_app.ui.kit.evidence import EvidenceForm
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.office.reports import ReportPage
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose, begin_in

PHRASE = "five plain words of mine here"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let every chooser of folders answer with one."""
    made = tmp_path / "given"
    made.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(made))
    return made


@pytest.fixture
def page(qtbot: QtBot, context: AppContext) -> ReportPage:
    made = ReportPage(context)
    qtbot.addWidget(made)
    made.resize(1120, 640)
    made.show()
    made.show_report()
    settle()
    return made


def test_the_course_gives_its_evidence(workspace: Workspace, story: Story, folder: Path) -> None:
    heard: list[Notice] = []
    workspace.context.noticed.connect(heard.append)
    tab = tab_of(workspace, OverviewTab, story.course, "overview")
    assert tab.facts.evidence.isVisible()
    tab.facts.evidence.click()
    form = tab.evidence.form
    assert form.isVisible()
    assert form.rows["sample"].isHidden()
    assert form.rows["recipient"].isHidden()
    assert form.value("way") == "passphrase", "it names people: the closed way is the first one"
    assert form.phrase.isVisible()
    choose_way(form, "plain")
    assert form.phrase.isHidden()
    click(form.accept_button)
    settle()
    assert not form.isVisible()
    (made,) = folder.iterdir()
    assert evidence_checking.check(made, story.work).holds
    assert heard[-1].title == "The evidence is written and signed"
    assert str(made) in heard[-1].text
    (release,) = reports.releases(story.work)
    assert release.kind == "evidence"


def test_a_sample_needs_a_seed_and_is_drawn_with_it(page: ReportPage, story: Story, folder: Path) -> None:
    click(page.evidence.make)
    form = page.evidence.desk.form
    assert form.value("sampled") is True
    form.rows["sample"].field.setValue(3)
    choose_way(form, "plain")
    click(form.accept_button)
    assert "number of the draw" in form.rows["seed"].error.text()
    assert list(folder.iterdir()) == []
    type_text(form.rows["seed"].field, "7 ноябр")
    assert form.rows["seed"].field.text() == "7", "a word takes no place in a number"
    assert form.rows["seed"].error.text() == "Only digits are taken here, 18 at the most."
    assert "Only digits" in form.rows["seed"].field.accessibleDescription(), "a screen reader hears it"
    click(form.accept_button)
    settle()
    (made,) = folder.iterdir()
    assert "sample-3" in made.name
    lines = (made / "data" / "population.csv").read_text("utf-8-sig").splitlines()[1:]
    assert [line.rpartition(",")[2] for line in lines].count("1") == 3
    assert page.given.isVisible()
    click(page.given)
    assert "evidence" in page.given_panel.list.lines[0]


def test_a_sign_that_the_number_of_the_draw_does_not_take_is_said_until_it_is_mended(
    page: ReportPage,
) -> None:
    """S3: letters, and a nineteenth digit, went without a word."""
    click(page.evidence.make)
    form = page.evidence.desk.form
    seed = form.rows["seed"]
    seed.field.setFocus()
    form.context.language.choose("ru")
    for typed, kept in (("a", ""), ("1" * 19, "1" * 18)):
        type_text(seed.field, typed)
        assert seed.field.text() == kept
        assert seed.error.text() == "Здесь принимаются только цифры, не больше 18."
        assert seed.field.property("wrong") == "true"
    form.context.language.choose("tg")
    assert seed.error.text().startswith("Дар ин ҷо танҳо рақамҳо"), "it follows the language"
    QApplication.clipboard().setText("№ 5/2018")
    seed.field.selectAll()
    seed.field.paste()
    assert (seed.field.text(), seed.error.isVisible()) == ("1" * 18, True), "what is pasted is not cut either"
    seed.field.selectAll()
    press(seed.field, Qt.Key.Key_Backspace)
    assert seed.field.text() == ""
    assert seed.error.isHidden()
    type_text(seed.field, "-")
    click(form.cancel_button)
    click(page.evidence.make)
    assert seed.error.isHidden(), "it begins anew"


def test_more_than_there_are_is_refused_beside_the_number_before_a_folder_is_chosen(
    page: ReportPage, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(FileDialog, "getExistingDirectory", lambda *_all, **_how: asked.append("where") or "")
    click(page.evidence.make)
    form = page.evidence.desk.form
    choose_way(form, "plain")
    form.rows["sample"].field.setValue(500)
    type_text(form.rows["seed"].field, "7")
    click(form.accept_button)
    settle()
    assert form.isVisible()
    assert "from 1 to 25" in form.rows["sample"].error.text()
    assert asked == []


def choose_way(form: EvidenceForm, way: str) -> None:
    field = form.rows["way"].field
    field.setCurrentIndex(field.findData(way))
    settle()


def test_a_sealed_file_asks_for_its_passphrase_before_it_is_checked(
    page: ReportPage, story: Story, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    click(page.evidence.make)
    form = page.evidence.desk.form
    click(form.rows["sampled"])
    assert form.value("sampled") is False
    choose_way(form, "passphrase")
    type_text(form.phrase.first.line, PHRASE)
    click(form.accept_button)
    assert list(folder.iterdir()) == [], "the two are not the same"
    type_text(form.phrase.second.line, PHRASE)
    click(form.accept_button)
    settle()
    (made,) = folder.iterdir()
    assert made.name.endswith(".zip.age")
    assert form.phrase.text() == "", "it is forgotten"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(made), ""))
    click(page.evidence.check)
    page.evidence.file.trigger()
    page.evidence.menu.close()
    panel = page.evidence.desk.panel
    assert panel.passphrase.isVisible()
    type_text(panel.passphrase.line, "something else entirely")
    click(panel.accept_button)
    settle()
    assert panel.trouble.isVisible()
    panel.passphrase.forget()
    type_text(panel.passphrase.line, PHRASE)
    press(panel.passphrase.line, Qt.Key.Key_Tab)
    click(panel.accept_button)
    settle()
    assert panel.chip.text() == "whole and signed"
    assert panel.found is not None
    assert panel.found.holds
    click(panel.accept_button)
    assert not panel.isVisible()


def made_evidence(page: ReportPage, folder: Path) -> Path:
    click(page.evidence.make)
    form = page.evidence.desk.form
    click(form.rows["sampled"])
    choose_way(form, "plain")
    click(form.accept_button)
    settle()
    (made,) = folder.iterdir()
    return made


def test_evidence_is_found_around_what_was_chosen_and_what_is_saved_stays_out_of_it(
    page: ReportPage, story: Story, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = made_evidence(page, folder)
    offered: list[str] = []

    def save_dialog(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        offered.append(start)
        return start, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save_dialog)
    panel = page.evidence.desk.panel
    for chosen in (folder, made, made / "en"):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, chosen=chosen: str(chosen))
        page.evidence.folder.trigger()
        settle()
        assert panel.file.text() == str(made)
        assert panel.chip.text() == "whole and signed"
        # What is saved next, from wherever, is not offered inside.
        assert not Path(begin_in(Purpose.EVIDENCE)).is_relative_to(made)
    click(panel.save)
    settle()
    assert offered == [str(folder / f"{made.name}-report.txt")]
    said = (folder / f"{made.name}-report.txt").read_text("utf-8")
    assert "The folder is whole" in said
    assert "–" not in said
    heard: list[Notice] = []
    page._context.noticed.connect(heard.append)
    panel.save_to(made / "report.txt")
    assert "would change what was checked" in heard[-1].title + heard[-1].text
    assert evidence_checking.check(made, story.work).holds, "it is still as it was signed"


def test_words_are_offered_for_the_passphrase(page: ReportPage) -> None:
    click(page.evidence.make)
    form = page.evidence.desk.form
    choose_way(form, "passphrase")
    click(form.phrase.offer)
    assert len(form.phrase.text().split()) == 5


def test_a_key_that_is_none_is_told_at_its_field(page: ReportPage, folder: Path) -> None:
    click(page.evidence.make)
    form = page.evidence.desk.form
    click(form.rows["sampled"])
    assert form.value("sampled") is False
    choose_way(form, "recipient")
    type_text(form.rows["recipient"].field, "age1nobody")
    click(form.accept_button)
    settle()
    assert form.rows["recipient"].error.isVisible()
    assert list(folder.iterdir()) == []


def test_a_folder_is_checked_and_what_was_done_to_it_is_told(
    page: ReportPage, story: Story, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    click(page.evidence.make)
    form = page.evidence.desk.form
    click(form.rows["sampled"])
    assert form.value("sampled") is False
    choose_way(form, "plain")
    click(form.accept_button)
    settle()
    (made,) = folder.iterdir()
    (made / "data" / "report.json").write_text("{}")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(made))
    click(page.evidence.check)
    page.evidence.folder.trigger()
    page.evidence.menu.close()
    settle()
    panel = page.evidence.desk.panel
    assert panel.chip.text() == "not as it was signed"
    assert "Changed: data/report.json" in panel.list.lines
    press(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_what_is_no_evidence_is_told(page: ReportPage, context: AppContext, folder: Path) -> None:
    click(page.evidence.check)
    page.evidence.folder.trigger()
    page.evidence.menu.close()
    settle()
    panel = page.evidence.desk.panel
    assert "no evidence of this program" in panel.trouble.text()
    assert panel.found is None


def test_a_laptop_of_an_office_checks_but_makes_none(
    qtbot: QtBot, exchange: Exchange, make_context: MakeContext
) -> None:
    context = make_context(exchange.trainer)
    made = ReportPage(context)
    qtbot.addWidget(made)
    made.show()
    made.show_report()
    settle()
    assert made.evidence.make.isHidden()
    assert not made.evidence.check.isHidden()


def test_words_follow_the_language(page: ReportPage, language: LanguageSwitch) -> None:
    click(page.evidence.make)
    language.choose("ru")
    settle()
    assert page.evidence.check.text() == "Проверить материалы…"
    assert page.evidence.desk.form.title.text() == "Материалы для аудитора"
