"""Dialogs begin where people look for files, and offer names that every disk takes."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.architecture.tree import texts
from trainer_app.actions.office.reports import PAPERS
from trainer_app.actions.papers.question_papers import FORM_PAPERS
from trainer_app.domain.base.text_cleaning import safe_name
from trainer_app.domain.base.texts import LANGUAGES, SOURCE
from trainer_app.ui.kit.context import PreferenceStore
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose, begin_in, in_words, name_parts, offered


def test_a_dialog_begins_in_the_folder_used_last_else_in_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QStandardPaths.StandardLocation] = []

    def documents(place: QStandardPaths.StandardLocation) -> str:
        asked.append(place)
        return str(tmp_path / "Documents")

    monkeypatch.setattr(QStandardPaths, "writableLocation", documents)
    monkeypatch.setattr(FileDialog, "folders", {})
    papers = Purpose.PAPERS
    assert begin_in(papers, str(tmp_path)) == str(tmp_path)
    assert begin_in(papers, str(tmp_path / "gone")) == begin_in(papers) == str(tmp_path / "Documents")
    assert offered("ДВ/2026: «А».pdf", papers) == str(tmp_path / "Documents" / "ДВ-2026- «А».pdf")
    assert offered("aux.pdf", papers) == str(tmp_path / "Documents" / "_aux.pdf")
    assert set(asked) == {QStandardPaths.StandardLocation.DocumentsLocation}


@pytest.mark.parametrize(
    ("name", "russian", "tajik"),
    [
        (
            "DSH-1-sign-in-session-8-tg+en.pdf",
            "DSH-1-лист-подписей-занятие-8-tg+en.pdf",
            "DSH-1-варақаи-имзо-машғулият-8-tg+en.pdf",
        ),
        ("KLB-1-tests-compact-pre-ru.pdf", "KLB-1-тесты-компактно-входной-ru.pdf", None),
        ("report-KHJ-approved-2018-10-17.xlsx", "отчёт-KHJ-утверждён-2018-10-17.xlsx", None),
        ("K7-recovery-key.pdf", "K7-ключ-восстановления.pdf", "K7-калиди-барқарорсозӣ.pdf"),
        ("calls.pdf", "звонки.pdf", "зангҳо.pdf"),
        ("DSH-2018-K7-00001-27.pdf", "DSH-2018-K7-00001-27.pdf", "DSH-2018-K7-00001-27.pdf"),
        ("K7-request.json", "K7-request.json", "K7-request.json"),
    ],
)
def test_files_are_called_in_the_language_of_the_window(
    language: LanguageSwitch, name: str, russian: str, tajik: str | None
) -> None:
    assert in_words(name) == name
    language.choose("ru")
    assert in_words(name) == russian
    assert Path(offered(name, Purpose.PAPERS)).name == russian, "every disk takes these letters"
    language.choose("tg")
    assert tajik is None or in_words(name) == tajik


@pytest.mark.parametrize("code", list(LANGUAGES))
def test_each_part_of_a_name_is_one_word_that_a_file_can_have(language: LanguageSwitch, code: str) -> None:
    language.choose(code)
    for part in name_parts():
        said = in_words(f"{part}.pdf").removesuffix(".pdf")
        assert said == safe_name(said), part
        assert re.fullmatch(r"[\w-]+", said), part
        assert (said == part) is (code == SOURCE), part


def test_every_paper_has_a_name_in_words() -> None:
    for paper in (*PAPERS, *FORM_PAPERS):
        assert paper.file_name() in name_parts(), "add it to resources/i18n/messages/paper.json: paper.file.X"


def test_the_folder_of_each_purpose_is_remembered_also_over_a_start(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, theme: Theme
) -> None:
    monkeypatch.setattr(FileDialog, "folders", {})
    store = PreferenceStore(tmp_path / "preferences.json")
    window = MainWindow(store)
    qtbot.addWidget(window)
    folders = [tmp_path / name for name in ("a", "b", "c", "d")]
    for folder in folders:
        folder.mkdir()
    a, b, c = (str(folder / "x.pdf") for folder in folders[:3])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (a, ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([b], ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (c, ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(folders[3]))
    FileDialog.getOpenFileName(window, "Open", purpose=Purpose.LISTS)
    FileDialog.getOpenFileNames(window, "Open", purpose=Purpose.RECEIVING)
    assert FileDialog.ask_where(window, "Save", "x.pdf", purpose=Purpose.PAPERS) == Path(c)
    FileDialog.getExistingDirectory(window, "Folder", purpose=Purpose.SENDING)
    FileDialog.begin({}, lambda _folders: None)
    MainWindow(PreferenceStore(tmp_path / "preferences.json")).deleteLater()
    used = (Purpose.LISTS, Purpose.RECEIVING, Purpose.PAPERS, Purpose.SENDING)
    assert [begin_in(each) for each in used] == list(map(str, folders)), "over a start too"
    assert offered("other.pdf", Purpose.PAPERS) == str(folders[2] / "other.pdf")
    folders[2].rmdir()
    assert begin_in(Purpose.PAPERS) not in map(str, folders), "the stick was pulled out"


def test_sending_to_a_stick_never_moves_where_papers_are_saved(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(FileDialog, "folders", {})
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_how: str(stick))
    for purpose in set(Purpose) - {Purpose.PAPERS}:
        FileDialog.getExistingDirectory(window, "Folder", purpose=purpose)
        assert begin_in(purpose) == str(stick)
    assert begin_in(Purpose.PAPERS) != str(stick)


_OF_PAPERS = {
    *("certificates/screen.py", "certificates/printer.py", "certificates/register_page.py"),
    *("sheets/attachment_viewer.py", "office/report_choices.py", "office/reports.py"),
    *("office/report_rows.py", "widgets/pdf_view.py", "results/page.py", "people/screen.py"),
}
"""Where something is saved to be read or printed; none of these sends or receives."""


def test_every_dialog_says_what_it_is_for() -> None:
    found = set()
    for module in texts():
        text = module.text if module.layer == "ui" else ""
        if module.path.name == "file_dialogs.py":
            continue
        calls = re.findall(r"FileDialog\.(?:get\w+|ask_where)\(", text)
        purposes = re.findall(r"purpose=(?:Purpose\.(\w+)|self\._purpose)", text)
        assert len(purposes) == len(calls), module.place
        if "PAPERS" in purposes:
            found.add("/".join(module.path.parts[-2:]))
            assert "SENDING" not in purposes, module.place
        assert "exchange" not in module.path.parts or "PAPERS" not in purposes, module.place
    assert found == _OF_PAPERS


def test_no_dialog_begins_in_the_home_folder_or_offers_a_name_as_it_is() -> None:
    for module in texts():
        if module.layer == "ui":
            assert "Path.home()" not in module.text, module.place
            if "getSaveFileName(" in module.text:
                assert "offered(" in module.text, module.place
