"""The colours keep the contrasts that the design promises, and stand in one file only."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QPixmapCache

from tests.ui.contrasts import READ, READ_ON, SEEN, SEEN_ON, Written, noting, pairs
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.texts import resource
from trainer_app.ui.attendance.grid.cells import CellPictures, PictureContext, Tint
from trainer_app.ui.style.theme import Theme, style_sheet
from trainer_app.ui.style.tokens import DARK, LIGHT, Tokens, contrast

UI = Path(__file__).resolve().parents[3] / "trainer_app" / "ui"


def test_contrast_agrees_with_the_known_ends() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("table", "least"), [(READ_ON, READ), (SEEN_ON, SEEN)], ids=["texts", "shapes"])
def test_texts_can_be_read_and_shapes_be_seen(scheme: Tokens, table: dict[str, str], least: float) -> None:
    colours = scheme.colours()
    measured = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs(table)}
    assert {pair: ratio for pair, ratio in measured.items() if ratio < least} == {}


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_mark_of_the_grid_can_be_read_on_every_row(theme: Theme, scheme: Tokens) -> None:
    """Their pictures are kept by the application: here each is painted anew and measured."""
    QPixmapCache.clear()
    pictures, letters = CellPictures(), ("P", "L", "E", "A")
    pictures.enter(PictureContext(scheme, letters, 60, 24, 1.0))
    texts: list[Written] = []
    with noting(texts):
        for mark in (*Mark, "newer"):
            for tint in Tint:
                pictures.get((str(mark), 15 if mark is Mark.LATE else 0, 0, 0), tint)
    QPixmapCache.clear()
    assert {text.text for text in texts} >= {*letters, "15", "?"}
    assert not [text for text in texts if not text.readable]


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_uses_only_tokens(scheme: Tokens) -> None:
    template = resource("styles", "app.qss").read_text(encoding="utf-8")
    assert not re.findall(r"#[0-9A-Fa-f]{6}", template)
    filled = style_sheet(scheme)
    assert "$" not in filled
    assert scheme.accent in filled


def test_rules_are_scoped() -> None:
    """A rule for every QWidget, QFrame or QLabel without a role would reach into other widgets' children."""
    template = resource("styles", "app.qss").read_text(encoding="utf-8")
    template = re.sub(r"/\*.*?\*/", "", template, flags=re.DOTALL)
    selectors = [part.strip() for rule in re.findall(r"([^{}]+)\{", template) for part in rule.split(",")]
    assert len(selectors) > 60
    assert not {"QWidget", "QFrame"} & set(selectors)


def test_colours_are_written_in_one_file_only() -> None:
    allowed = {"tokens.py", "overlays.py"}
    found = {
        path.name
        for path in UI.rglob("*.py")
        if re.search(r"#[0-9A-Fa-f]{6}\b", path.read_text(encoding="utf-8"))
    }
    assert "tokens.py" in found
    assert found <= allowed
