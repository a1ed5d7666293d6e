"""Resources: found from a checkout and from a built program; the fonts hold what Tajik needs."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from trainer_app import VERSION
from trainer_app.domain.base.texts import resource

FACES = {
    "NotoSans-Regular.ttf": ("Noto Sans", "Regular", 400),
    "NotoSans-Medium.ttf": ("Noto Sans", "Medium", 500),
    "NotoSans-SemiBold.ttf": ("Noto Sans", "SemiBold", 600),
    "NotoSans-Bold.ttf": ("Noto Sans", "Bold", 700),
    "NotoSansNarrow-Regular.ttf": ("Noto Sans Narrow", "Regular", 400),
    "NotoSansNarrow-SemiBold.ttf": ("Noto Sans Narrow", "SemiBold", 600),
    "Cormorant-Bold.ttf": ("Cormorant", "Bold", 700),
    "Cormorant-SemiBoldItalic.ttf": ("Cormorant", "SemiBold Italic", 600),
    "SourceSerif-Regular.ttf": ("Trainer Serif", "Regular", 400),
    "SourceSerif-Italic.ttf": ("Trainer Serif", "Italic", 400),
    "SourceSerif-SemiBold.ttf": ("Trainer Serif", "SemiBold", 600),
    "SourceSerifDisplay-SemiBold.ttf": ("Trainer Serif Display", "SemiBold", 600),
}
NEEDED = (
    "ҒӢҚӮҲҶғӣқӯҳҷ"
    + "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя"
    + (
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
        "éüñçšžłøāīūġ .,:;!?%()[]/–—«»“”’…№→−×·≤≥"
    )
)


def test_resources_lie_beside_the_package_in_a_checkout() -> None:
    assert resource("icons", "today.svg").read_text(encoding="utf-8").startswith("<svg")
    assert resource("fonts").is_dir()


def test_they_are_found_whatever_folder_the_program_starts_in(tmp_path: Path) -> None:
    code = (
        "from trainer_app.domain.base.texts import resource; print(resource('icons', 'today.svg').is_file())"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "True"


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((resource().parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION


def test_exactly_the_faces_that_the_looks_ask_for() -> None:
    assert {path.name for path in resource("fonts").glob("*.ttf")} == set(FACES)
    assert len(list(resource("fonts").glob("OFL-*.txt"))) == 3


@pytest.mark.parametrize("file", FACES)
def test_a_face_is_static_named_and_complete(file: str) -> None:
    font = TTFont(resource("fonts", file))
    family, style, weight = FACES[file]
    names = font["name"]
    assert (names.getBestFamilyName(), names.getBestSubFamilyName()) == (family, style)
    assert font["OS/2"].usWeightClass == weight
    assert not {"STAT", "fvar", "gvar", "CFF "} & set(font.keys())
    assert "glyf" in font
    assert font["OS/2"].fsType == 0, "must be embeddable"
    assert [letter for letter in NEEDED if ord(letter) not in font.getBestCmap()] == []


def test_bold_and_italic_flags_agree_with_the_style() -> None:
    for file, (_, style, _) in FACES.items():
        font = TTFont(resource("fonts", file))
        bold, italic = style == "Bold", "Italic" in style
        assert font["head"].macStyle == bold | italic << 1, file
        assert bool(font["OS/2"].fsSelection & 1) is italic, file
        assert bool(font["OS/2"].fsSelection & 1 << 5) is bold, file


def test_digits_have_one_width_in_the_face_of_the_tables() -> None:
    for file in ("NotoSans-Regular.ttf", "NotoSans-SemiBold.ttf", "NotoSansNarrow-SemiBold.ttf"):
        font = TTFont(resource("fonts", file))
        widths = {font["hmtx"][font.getBestCmap()[ord(digit)]][0] for digit in "0123456789"}
        assert len(widths) == 1, file


@pytest.mark.parametrize("icon", sorted(path.name for path in resource("icons").glob("*.svg")))
def test_an_icon_can_be_recoloured(icon: str) -> None:
    text = resource("icons", icon).read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in text
    assert "stroke=" in text
