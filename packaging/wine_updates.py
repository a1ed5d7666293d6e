"""Updates of a program that was installed on Windows: taken, refused, gone back from, given way by itself.

It is the story of `update_story`, told of the program that the installer laid out; then the program is
removed and installed again, over whatever the updates left. The data stay.
"""

import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import override

import wine_story
from acceptance import Failed
from update_story import Story, tell
from wine import Prefix

from trainer_app.actions.today import demo

_PASSPHRASE = {"TRAINER_PASSPHRASE": demo.PASSPHRASE}
_WINDOW = "trainer-app.exe"
STICK = "Флешкаи навсозӣ"


class StoryOnWindows(Story):
    """The program of a Windows, with data of its person, and a stick whose name is Tajik."""

    def __init__(self, where: Prefix) -> None:
        super().__init__(wine_story.home(where), where.drive / STICK)
        self._where = where

    @override
    def spelled(self, path: Path) -> str:
        return "C:\\" + "\\".join(path.relative_to(self._where.drive).parts)

    @override
    def run(self, words: Sequence[str]) -> subprocess.CompletedProcess[str]:
        return self._where.call([self.place / "trainer-cli.exe", *words], _PASSPHRASE)

    @override
    def window(self) -> subprocess.Popen[bytes]:
        return self._where.start([self.place / _WINDOW], _PASSPHRASE)

    @override
    def kill(self, running: subprocess.Popen[bytes]) -> None:
        self._where.stop(_WINDOW)
        running.wait()


def try_updates(where: Prefix, installer: Path) -> None:
    """Tell the story with the sample data that are there; remove the program, install it. Raises `Failed`."""
    story = StoryOnWindows(where)
    tell(story)
    before = wine_story.digest(where)
    wine_story.uninstall(where)
    wine_story.install(where, installer)
    if len(list((story.place / "versions").iterdir())) != 1 or wine_story.digest(where) != before:
        raise Failed("After updates, uninstalling and installing again, the data or the versions are others.")
    print("updated, uninstalled, installed again: the data are the same, and one version is there")
