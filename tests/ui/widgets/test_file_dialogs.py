"""Dialogs begin where people look for files, and offer names that every disk takes."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.architecture.tree import modules
from trainer_app.actions.certificates.printing import CERTIFICATE_PAPERS
from trainer_app.actions.office.reports import PAPERS as REPORTS
from trainer_app.actions.papers.course_papers import COURSE_PAPERS
from trainer_app.actions.papers.question_papers import FORM_PAPERS
from trainer_app.domain.base.text_cleaning import safe_name
from trainer_app.domain.base.texts import LANGUAGES, SOURCE
from trainer_app.system import preferences
from trainer_app.ui.kit.context import PreferenceStore
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.widgets.file_dialogs import NAME_PARTS, FileDialog, begin_in, in_words, offered


def test_a_dialog_begins_in_the_folder_used_last_else_in_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QStandardPaths.StandardLocation] = []

    def documents(place: QStandardPaths.StandardLocation) -> str:
        asked.append(place)
        return str(tmp_path / "Documents")

    monkeypatch.setattr(QStandardPaths, "writableLocation", documents)
    monkeypatch.setattr(FileDialog, "last", "")
    monkeypatch.setattr(FileDialog, "saved", "")
    assert begin_in("E:/") == "E:/"
    assert begin_in() == str(tmp_path / "Documents")
    assert offered("ДВ/2026: «А».pdf") == str(tmp_path / "Documents" / "ДВ-2026- «А».pdf")
    assert offered("aux.pdf", str(tmp_path)) == str(tmp_path / "_aux.pdf")
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
    assert Path(offered(name)).name == russian, "every disk takes these letters"
    language.choose("tg")
    assert tajik is None or in_words(name) == tajik


@pytest.mark.parametrize("code", list(LANGUAGES))
def test_each_part_of_a_name_is_one_word_that_a_file_can_have(language: LanguageSwitch, code: str) -> None:
    language.choose(code)
    for part in NAME_PARTS:
        said = in_words(f"{part}.pdf").removesuffix(".pdf")
        assert said == safe_name(said), part
        assert re.fullmatch(r"[\w-]+", said), part
        assert (said == part) is (code == SOURCE), part


def test_every_paper_has_a_name_in_words() -> None:
    for paper in (*COURSE_PAPERS, *CERTIFICATE_PAPERS, *FORM_PAPERS, *REPORTS):
        assert paper.file_name() in NAME_PARTS


def test_the_folder_of_each_dialog_is_remembered_also_over_a_start(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, theme: Theme
) -> None:
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
    FileDialog.getOpenFileName(window, "Open")
    assert begin_in("elsewhere") == str(folders[0])
    FileDialog.getOpenFileNames(window, "Open")
    assert begin_in() == str(folders[1])
    assert not offered("sheet.pdf").startswith(str(tmp_path / "b")), "papers lie elsewhere than what is read"
    FileDialog.getSaveFileName(window, "Save", offered("sheet.pdf"))
    assert offered("other.pdf") == str(folders[2] / "other.pdf")
    assert begin_in() == str(folders[1])
    FileDialog.getExistingDirectory(window, "Folder")
    assert preferences.load(tmp_path / "preferences.json").last_folder == str(folders[3])
    FileDialog.begin("", lambda _folder: None)
    MainWindow(PreferenceStore(tmp_path / "preferences.json")).deleteLater()
    assert begin_in() == str(folders[3])
    assert offered("other.pdf") == str(folders[2] / "other.pdf"), "over a start too"
    folders[3].rmdir()
    assert begin_in("elsewhere") == "elsewhere", "the stick was pulled out"


def test_a_folder_to_write_into_is_that_of_what_is_saved(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    read, written = tmp_path / "read", tmp_path / "written"
    read.mkdir()
    written.mkdir()
    begun: list[str] = []
    monkeypatch.setattr(FileDialog, "last", str(read))
    monkeypatch.setattr(FileDialog, "saved", str(tmp_path))
    monkeypatch.setattr(
        QFileDialog, "getExistingDirectory", lambda *how: begun.append(how[2]) or str(written)
    )
    FileDialog.getExistingDirectory(window, "Where to write the copy", saving=True)
    FileDialog.getExistingDirectory(window, "Where to write the copy", saving=True)
    assert begun == [str(tmp_path), str(written)]
    assert begin_in() == str(read), "what is read comes from where it came"


_READING = {
    "kit/evidence.py",
    "office/archive_page.py",
    "office/incoming.py",
    "office/keys_page.py",
    "courses/season_page.py",
    "start/first_start.py",
}
"""Where a folder is asked for out of which something is read."""


def test_every_form_that_writes_into_a_folder_says_so() -> None:
    asking = re.compile(r"\.getExistingDirectory\(.*?\)\n", re.DOTALL)
    for module in modules():
        if module.layer == "ui" and module.path.name != "file_dialogs.py":
            calls = asking.findall(module.path.read_text(encoding="utf-8"))
            reading = sum("saving=True" not in call for call in calls)
            place = "/".join(module.path.parts[-2:])
            assert reading == (place in _READING), module.place


def test_no_dialog_begins_in_the_home_folder_or_offers_a_name_as_it_is() -> None:
    for module in modules():
        if module.layer == "ui":
            text = module.path.read_text(encoding="utf-8")
            assert "Path.home()" not in text, module.place
            if "getSaveFileName(" in text:
                assert "offered(" in text, module.place
