"""Nothing that a person has to read is cut or pale on any screen, in any language, at the sizes promised.

Names, topics, reasons, titles of forms, words of buttons: whole, if need be in the narrow face, on two lines,
with the contrast of WCAG AA in both schemes. Each screen is walked to once for all of it.
`python -m tests.cut_texts` measures more sizes, and names whatever ends in an ellipsis.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from tests.cut_texts import Cut, cut_texts, logical, places
from tests.kit import worlds
from tests.kit.world import Story
from tests.ui.contrasts import Written, written
from tests.ui.driving import settle, show
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.tokens import DARK, LIGHT, Tokens

SIZES = ("1366x768@100", "1366x768@150")
# What may end in an ellipsis: it is said a second time in full, or tells no more than a number does.
MAY_BE_CUT = re.compile(
    r"rail_|line_|recent|.*_(title|second|head|caption|subtitle|note|code|paper)$|schedule_table$"
    r"|board_table$|what_if|evaluations_header"
)


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    """Open the finished course, so that every screen has something to show."""
    with worlds.finished(tmp_path).open() as made:
        yield made


@pytest.mark.parametrize(("code", "scheme"), [("tg", LIGHT), ("ru", DARK), ("en", LIGHT)])
def test_what_has_to_be_read_is_whole_and_can_be_seen(
    code: str, scheme: Tokens, at_today: Workspace, window: MainWindow, language: LanguageSwitch, story: Story
) -> None:
    at_today.context.theme.choose("dark" if scheme.dark else "light")
    language.choose(code)
    show(window)
    cuts: list[tuple[str, Cut]] = []
    texts: list[Written] = []

    def read_all(shown: QWidget) -> None:
        texts.extend(written(shown))

    for place in places(at_today.context, at_today, story.course):
        for size in SIZES:
            window.resize(logical(size))
            settle()
            draw = read_all if size == SIZES[0] and code != "tg" else QWidget.grab
            cuts += [(size, cut) for cut in cut_texts(window, place, draw)]
    assert len({text.part for text in texts}) > 200 or code == "tg", "labels, fields, what is painted"
    assert not [text for text in texts if not text.readable]
    unknown = {(text.part, text.ink, text.ground) for text in texts if not text.declared(scheme)}
    assert not unknown, "in the other scheme these are measured by `READ_ON` alone"
    bad = [(size, cut) for size, cut in cuts if cut.how == "…" and not MAY_BE_CUT.match(cut.part)]
    told = "\n".join(f"{size} {cut.place} {cut.part}: {cut.text}" for size, cut in bad)
    assert not bad, told


def test_the_measure_finds_a_name_that_is_cut(at_today: Workspace, window: MainWindow, story: Story) -> None:
    show(window)
    at_today.context.go("courses", course=story.course, tab="participants")
    settle()
    whole = cut_texts(window, "participants")
    window.resize(640, 400)
    settle()
    assert len(cut_texts(window, "participants")) > len(whole)
