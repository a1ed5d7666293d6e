"""Qt's own dialogs for files and folders: each begins where the last one of its `Purpose` ended.

Else in Documents. What is sent goes onto sticks that others carry: papers, which name people and are not
encrypted, must never follow it there by themselves.

Qt's part of them is imported when one opens: every start makes the window, which says where they begin.
"""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QWidget

from trainer_app.domain.base.text_cleaning import safe_name
from trainer_app.domain.base.texts import SOURCE, Texts, topic
from trainer_app.ui.widgets.labels import shown_language


class Purpose(StrEnum):
    """What a dialog asks for; each has its own folder, in which the next one begins."""

    PAPERS = "papers"
    """What is saved to be read or printed: PDF, certificates, reports and results, lists, scans."""
    SENDING = "sending"
    """Encrypted files and requests, written for another laptop."""
    RECEIVING = "receiving"
    """Files of other laptops, and what asks for an answer."""
    BACKUPS = "backups"
    KEYS = "keys"
    """Keys on paper, as a file."""
    LISTS = "lists"
    """Tables that are read: lists of participants, schedules, questions."""
    TABLES = "tables"
    """Tables written to be filled in, and data for other programs."""
    PICTURES = "pictures"
    SCANS = "scans"
    DESIGNS = "designs"
    EVIDENCE = "evidence"
    SERVER = "server"
    PROGRAM = "program"
    """Updates, and what is told of the program."""


class FileDialog:
    """The four dialogs, under the names that Qt gives them; what was chosen is remembered."""

    folders: Mapping[str, str] = {}
    """The folder in which something was chosen last, by purpose."""
    _keep: Callable[[dict[str, str]], object] = staticmethod(lambda _folders: None)

    @classmethod
    def begin(cls, folders: Mapping[str, str], keep: Callable[[dict[str, str]], object]) -> None:
        """Go on with the folders of before; `keep` is told whenever another one is used."""
        cls.folders, cls._keep = folders, staticmethod(keep)

    @classmethod
    def getOpenFileName(  # noqa: N802 - Qt's name
        cls, parent: QWidget, title: str, start: str = "", kinds: str = "", *, purpose: Purpose
    ) -> tuple[str, str]:
        """Ask for a file that is there."""
        from PySide6.QtWidgets import QFileDialog

        chosen, kind = QFileDialog.getOpenFileName(parent, title, start or begin_in(purpose), kinds)
        cls._remember_file(chosen, purpose)
        return chosen, kind

    @classmethod
    def getOpenFileNames(  # noqa: N802 - Qt's name
        cls, parent: QWidget, title: str, start: str = "", kinds: str = "", *, purpose: Purpose
    ) -> tuple[list[str], str]:
        """Ask for files that are there."""
        from PySide6.QtWidgets import QFileDialog

        chosen, kind = QFileDialog.getOpenFileNames(parent, title, start or begin_in(purpose), kinds)
        cls._remember_file(chosen[0] if chosen else "", purpose)
        return chosen, kind

    @classmethod
    def getSaveFileName(  # noqa: N802 - Qt's name
        cls, parent: QWidget, title: str, start: str = "", kinds: str = "", *, purpose: Purpose
    ) -> tuple[str, str]:
        """Ask under which name something is saved."""
        from PySide6.QtWidgets import QFileDialog

        chosen, kind = QFileDialog.getSaveFileName(parent, title, start or begin_in(purpose), kinds)
        cls._remember_file(chosen, purpose)
        return chosen, kind

    @classmethod
    def ask_where(
        cls, parent: QWidget, title: str, name: str, kinds: str = "", *, purpose: Purpose
    ) -> Path | None:
        """Ask where a new file is saved, and offer a name (see `offered`); None if nothing was chosen."""
        chosen, _ = cls.getSaveFileName(parent, title, offered(name, purpose), kinds, purpose=purpose)
        return Path(chosen) if chosen else None

    @classmethod
    def getExistingDirectory(  # noqa: N802 - Qt's name
        cls, parent: QWidget, title: str, start: str = "", *, purpose: Purpose, looked_at: bool = False
    ) -> str:
        """Ask for a folder. What is only `looked_at` must not change: no file is offered in it."""
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(parent, title, start or begin_in(purpose))
        if chosen and not looked_at:
            cls._remember(chosen, purpose)
        return chosen

    @classmethod
    def _remember_file(cls, chosen: str, purpose: Purpose) -> None:
        if chosen:
            cls._remember(str(Path(chosen).parent), purpose)

    @classmethod
    def _remember(cls, folder: str, purpose: Purpose) -> None:
        if folder != cls.folders.get(purpose):
            kept = {**cls.folders, purpose.value: folder}
            cls.folders = kept
            cls._keep(kept)


def begin_in(purpose: Purpose, last: str = "") -> str:
    """Return where a dialog begins: the folder used last for its purpose or `last`, else Documents.

    A stick that was pulled out is no place. On Windows Documents is where people look, wherever somebody
    moved it.
    """
    from PySide6.QtCore import QStandardPaths

    there = (each for each in (FileDialog.folders.get(purpose, ""), last) if each and Path(each).is_dir())
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return next(there, "") or QStandardPaths.writableLocation(documents)


@cache
def name_parts() -> Mapping[str, Texts]:
    """Return the words of names of files by what the program calls them: `paper.file.X`, in small letters.

    People find what the window offers to save by words of their own language.
    """
    parts = (texts for code, texts in topic("paper").items() if code.startswith("paper.file."))
    return {texts[SOURCE]: texts for texts in parts}


def offered(name: str, purpose: Purpose) -> str:
    """Return the path that a dialog offers for a new file: a name that every disk takes.

    What the program calls it (`name_parts`) is said in the language of the window.
    """
    return str(Path(begin_in(purpose)) / safe_name(in_words(name)))


def in_words(name: str) -> str:
    """Return the name of a file with its own words in the language of the window; codes and days stay."""
    stem, dot, ending = name.rpartition(".")
    parts, language = name_parts(), shown_language()
    called = "|".join(sorted(parts, key=len, reverse=True))
    said = re.sub(
        rf"(?<!\w)({called})(?!\w)", lambda found: parts[found[1]][language].replace(" ", "-"), stem
    )
    return f"{said}{dot}{ending}"
