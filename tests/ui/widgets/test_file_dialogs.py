"""Dialogs begin where people look for files, and offer names that every disk takes."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from tests.architecture.tree import modules
from trainer_app.ui.widgets.fields import begin_in, offered


def test_a_dialog_begins_in_the_folder_used_last_else_in_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QStandardPaths.StandardLocation] = []

    def documents(place: QStandardPaths.StandardLocation) -> str:
        asked.append(place)
        return str(tmp_path / "Documents")

    monkeypatch.setattr(QStandardPaths, "writableLocation", documents)
    assert begin_in("E:/") == "E:/"
    assert begin_in() == str(tmp_path / "Documents")
    assert offered("ДВ/2026: «А».pdf") == str(tmp_path / "Documents" / "ДВ-2026- «А».pdf")
    assert offered("aux.pdf", str(tmp_path)) == str(tmp_path / "_aux.pdf")
    assert set(asked) == {QStandardPaths.StandardLocation.DocumentsLocation}


def test_no_dialog_begins_in_the_home_folder_or_offers_a_name_as_it_is() -> None:
    for module in modules():
        if module.layer == "ui":
            text = module.path.read_text(encoding="utf-8")
            assert "Path.home()" not in text, module.place
            if "getSaveFileName(" in text:
                assert "offered(" in text, module.place
