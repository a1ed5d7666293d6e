"""Dialogs begin where people look for files, and offer names that every disk takes."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.architecture.tree import modules
from trainer_app.system import preferences
from trainer_app.ui.kit.context import PreferenceStore
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.widgets.file_dialogs import FileDialog, begin_in, offered


def test_a_dialog_begins_in_the_folder_used_last_else_in_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QStandardPaths.StandardLocation] = []

    def documents(place: QStandardPaths.StandardLocation) -> str:
        asked.append(place)
        return str(tmp_path / "Documents")

    monkeypatch.setattr(QStandardPaths, "writableLocation", documents)
    monkeypatch.setattr(FileDialog, "last", "")
    assert begin_in("E:/") == "E:/"
    assert begin_in() == str(tmp_path / "Documents")
    assert offered("ДВ/2026: «А».pdf") == str(tmp_path / "Documents" / "ДВ-2026- «А».pdf")
    assert offered("aux.pdf", str(tmp_path)) == str(tmp_path / "_aux.pdf")
    assert set(asked) == {QStandardPaths.StandardLocation.DocumentsLocation}


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
    FileDialog.getSaveFileName(window, "Save", offered("sheet.pdf"))
    assert offered("other.pdf") == str(folders[2] / "other.pdf")
    FileDialog.getExistingDirectory(window, "Folder")
    assert preferences.load(tmp_path / "preferences.json").last_folder == str(folders[3])
    FileDialog.begin("", lambda _folder: None)
    MainWindow(PreferenceStore(tmp_path / "preferences.json")).deleteLater()
    assert begin_in() == str(folders[3])
    folders[3].rmdir()
    assert begin_in("elsewhere") == "elsewhere", "the stick was pulled out"


def test_no_dialog_begins_in_the_home_folder_or_offers_a_name_as_it_is() -> None:
    for module in modules():
        if module.layer == "ui":
            text = module.path.read_text(encoding="utf-8")
            assert "Path.home()" not in text, module.place
            if "getSaveFileName(" in text:
                assert "offered(" in text, module.place
