"""Where to write: sticks that come and go while the field is seen, folders, and an empty list that speaks."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.driving import settle
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.devices import DestinationField, Drive
from trainer_app.ui.kit.language import LanguageSwitch


class Plugs:
    """What is plugged in; a test puts sticks in and pulls them."""

    def __init__(self, root: Path) -> None:
        self.root, self.drives = root, list[Drive]()

    def put(self, name: str, free: int = 100) -> Path:
        path = self.root / name
        path.mkdir(exist_ok=True)
        self.drives.append(Drive(path, name, free, 1000, writable=True))
        return path

    def look(self) -> list[Drive]:
        return list(self.drives)


@pytest.fixture
def plugs(tmp_path: Path) -> Plugs:
    return Plugs(tmp_path)


@pytest.fixture
def field(qtbot: QtBot, context: AppContext, plugs: Plugs) -> DestinationField:
    made = DestinationField("place", context, plugs.look)
    qtbot.addWidget(made)
    made.resize(380, 40)
    made.show()
    made.look()
    settle()
    return made


def test_a_stick_put_in_later_is_found_without_a_press(
    qtbot: QtBot, field: DestinationField, plugs: Plugs
) -> None:
    assert field.place is None
    assert field.choice.placeholderText() == "No USB stick: put one in"
    stick = plugs.put("KINGSTON")
    with qtbot.waitSignal(field.changed):
        pass
    assert field.place == stick


def test_what_is_chosen_stays_when_another_stick_comes(
    field: DestinationField, plugs: Plugs, tmp_path: Path
) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    field.choose(folder)
    plugs.put("KINGSTON")
    field.look_again()
    assert field.place == folder
    assert field.choice.count() == 2
    plugs.drives.clear()
    field.look_again()
    assert (field.place, field.choice.count()) == (folder, 1)


def test_a_stick_that_only_fills_up_changes_nothing(
    qtbot: QtBot, field: DestinationField, plugs: Plugs
) -> None:
    plugs.put("KINGSTON")
    field.look_again()
    plugs.drives.clear()
    plugs.put("KINGSTON", free=5)
    with qtbot.assertNotEmitted(field.changed):
        field.look_again()


def test_a_pulled_stick_leaves_nothing_chosen(field: DestinationField, plugs: Plugs) -> None:
    plugs.put("KINGSTON")
    field.look_again()
    plugs.drives.clear()
    field.look_again()
    assert field.place is None


@pytest.mark.parametrize("code", ["en", "ru", "tg"])
def test_an_empty_list_says_what_to_do_in_every_language(
    field: DestinationField, language: LanguageSwitch, code: str
) -> None:
    language.choose(code)
    settle()
    words = field.choice.placeholderText()
    assert words.isascii() == (code == "en")
    # 40 px: the margins of the list and its arrow.
    assert field.choice.fontMetrics().horizontalAdvance(words) + 40 <= field.choice.width()
