"""Templates: those that ship are sound, and a mistake is told by element and field."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Picture

from tests.documents.base.test_wording import NOT_TAJIK
from tests.documents.reading import pages, picture
from tests.documents.samples import DESIGNS, RESOURCES, TG, code_text, design
from trainer_app.documents.certificates.certificate import PrintItem, certificates_pdf
from trainer_app.documents.certificates.elements import TextLine, Words, lines_of
from trainer_app.documents.certificates.template import Template, load_template
from trainer_app.domain.base.errors import TrainerError

TONGUES = ({"tg", "ru", "en"}, {"tg", "ru"}, {"tg+en", "tg+ru", "ru+en"}, {"+en", "+ru"})


def _raw() -> dict[str, Any]:
    """Return a small sound template as plain data."""
    line = {"text": "{name}", "font": "NotoSans-Regular", "size": 20, "colour": "ink"}
    return {
        "title": {"tg": "Намуна", "ru": "Образец", "en": "Sample"},
        "colours": {"ink": "1D2430"},
        "elements": [
            {"id": "name", "kind": "text", "x": 148, "y": 80, "width": 200, "line": line},
            {"id": "code", "kind": "qr", "x": 20, "y": 20},
            {
                "id": "course",
                "kind": "paragraph",
                "x": 20,
                "y": 90,
                "width": 100,
                "height": 30,
                "lines": [dict(line, text={"tg": "{course_title}", "ru": "{course_title}", "en": "x"})],
            },
            {"id": "day", "kind": "date", "x": 20, "y": 150, "width": 99, "day": "issued_on", "line": line},
            {"id": "edge", "kind": "frame", "x": 5, "y": 5, "width": 280, "height": 200, "colour": "ink"},
        ],
    }


def _save(folder: Path, raw: object) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "template.json").write_text(json.dumps(raw), encoding="utf-8")
    return folder


def _change(raw: Any, path: str, value: object) -> None:
    """Set a value deep inside plain data: "0.line.size"; None takes the field away."""
    *way, last = path.split(".")
    for step in way:
        raw = raw[int(step) if step.isdigit() else step]
    if value is None:
        del raw[last]
    else:
        raw[int(last) if last.isdigit() else last] = value


def _words(line: TextLine) -> Words:
    return line.text


@pytest.mark.parametrize("name", DESIGNS)
def test_shipped_designs_are_sound_and_in_all_languages(name: str) -> None:
    template = design(name)
    assert (template.width, template.height) == (297, 210)
    assert template.title["tg"]
    assert template.title["ru"]
    assert template.title["en"]
    texts = [_words(line) for element in template.elements for line in lines_of(element)]
    by_language = [text for text in texts if isinstance(text, dict)]
    assert len(by_language) >= 10
    for text in by_language:
        assert set(text) in TONGUES
        if "tg" in text:
            assert not NOT_TAJIK.search(re.sub(r"\{.*?\}", "", text["tg"])), text["tg"]


def test_the_three_designs_are_one_skeleton_in_three_colours() -> None:
    colours = {design(name).palette["main"] for name in DESIGNS}
    assert len(colours) == 3
    places = [{(each.id, each.x) for each in design(name).elements} for name in DESIGNS]
    assert places[0] == places[1] == places[2]


def test_a_sound_template_is_taken(tmp_path: Path) -> None:
    template = load_template(_save(tmp_path / "sample", _raw()))
    assert template.name == "sample"
    assert [element.id for element in template.elements] == ["name", "code", "course", "day", "edge"]


@pytest.mark.parametrize(
    ("path", "value", "element", "field"),
    [
        ("elements.0.line.size", "big", "name", "line.size"),
        ("elements.0.line.size", None, "name", "line.size"),
        ("elements.0.line.size", 2, "name", "line.size"),
        ("elements.0.line.min_size", 30, "name", "min_size"),
        ("elements.0.line.font", "Helvetica", "name", "font"),
        ("elements.0.line.colour", "blueish", "name", "colour"),
        ("elements.0.line.text", "{nmae}", "name", "text"),
        ("elements.0.line.text", "{date}", "name", "text"),
        ("elements.0.line.text", "[{name}", "name", "text"),
        ("elements.0.line.text", {"tg": "x", "ru": "x"}, "name", "text"),
        ("elements.0.line.text", {"fa": "x"}, "name", "line.text"),
        ("elements.0.x", 298, "name", "x"),
        ("elements.0.y", -1, "name", "y"),
        ("elements.0.kind", "sound", "name", "kind"),
        ("elements.0.align", "middle", "name", "align"),
        ("elements.0.languages", ["tg", "fa"], "name", "languages"),
        ("elements.0.needs", ["nothing"], "name", "needs"),
        ("elements.0.colour", "ink", "name", "colour"),
        ("elements.0.id", None, "#1", "id"),
        ("elements.1.id", "name", "name", "id"),
        ("elements.1.size", 10, "code", "size"),
        ("elements.2.width", 290, "course", "width"),
        ("elements.2.lines", [], "course", "lines"),
        ("elements.2.lines.0.max_lines", 0, "course", "lines"),
        ("elements.3.day", "birthday", "day", "day"),
        ("elements.4.colour", "red", "edge", "colour"),
        ("elements.4.height", 300, "edge", "height"),
        ("page", {"width": 10}, "-", "page.width"),
        ("colours.ink", "blue", "-", "colours"),
        ("title", "Sample", "-", "title"),
        ("colour", {}, "-", "colour"),
        ("elements", None, "-", "elements"),
    ],
)
def test_a_mistake_is_told_by_element_and_field(
    tmp_path: Path, path: str, value: object, element: str, field: str
) -> None:
    raw = _raw()
    _change(raw, path, value)
    with pytest.raises(TrainerError) as caught:
        load_template(_save(tmp_path / "sample", raw))
    assert caught.value.code == "template.wrong"
    assert caught.value.values["template"] == "sample"
    assert caught.value.values["element"] == element
    assert str(caught.value.values["field"]).startswith(field)
    assert caught.value.values["reason"]


def test_a_template_without_its_file_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(TrainerError) as caught:
        load_template(tmp_path)
    assert caught.value.code == "template.unreadable"
    (tmp_path / "template.json").write_bytes(b"{not json")
    with pytest.raises(TrainerError) as caught:
        load_template(tmp_path)
    assert caught.value.code == "template.wrong"


def _load_or_refuse(folder: Path) -> Template | str:
    try:
        return load_template(folder)
    except TrainerError as error:
        return error.code


def test_a_file_with_one_bit_changed_is_refused_or_drawn(tmp_path: Path) -> None:
    data = (RESOURCES / "certificates" / "completion" / "template.json").read_bytes()
    results: list[Template | str] = []
    for at in range(0, len(data), 97):
        changed = bytearray(data)
        changed[at] ^= 1
        (tmp_path / "template.json").write_bytes(changed)
        results.append(_load_or_refuse(tmp_path))
    drawn = [each for each in results if isinstance(each, Template)]
    assert {each for each in results if isinstance(each, str)} == {"template.wrong"}
    assert 20 < len(drawn) < len(results) - 20
    for template in drawn:
        assert certificates_pdf([PrintItem(TG, "X")], template).startswith(b"%PDF")


def test_pictures_of_a_template_are_drawn(tmp_path: Path) -> None:
    raw = _raw()
    logo = {"id": "logo", "kind": "image", "x": 100, "y": 160, "width": 40, "height": 20, "file": "logo.png"}
    raw["elements"] += [logo, dict(logo, id="photo", x=160, file="photo.jpg")]
    folder = _save(tmp_path / "sample", raw)
    with pytest.raises(TrainerError) as caught:
        load_template(folder)
    assert caught.value.values["field"] == "file"
    Picture.new("RGBA", (40, 40), (0, 0, 0, 255)).save(folder / "logo.png")
    Picture.new("RGB", (40, 20), (0, 0, 0)).save(folder / "photo.jpg")
    pdf = certificates_pdf([PrintItem(TG, code_text())], load_template(folder))
    seen = picture(pdf, 72)
    inside, beside = seen.getpixel((340, 482)), seen.getpixel((300, 482))
    photo = seen.getpixel((510, 482))
    assert isinstance(inside, int)
    assert inside < 40
    assert photo == inside
    assert beside == 255
    assert TG.name in pages(pdf)[0]


def test_a_picture_that_is_none_is_told(tmp_path: Path) -> None:
    raw = _raw()
    raw["elements"].append(
        {"id": "logo", "kind": "image", "x": 100, "y": 160, "width": 40, "height": 20, "file": "logo.png"}
    )
    folder = _save(tmp_path / "sample", raw)
    (folder / "logo.png").write_bytes(b"no picture")
    with pytest.raises(TrainerError) as caught:
        load_template(folder)
    assert caught.value.code == "template.wrong"
    assert caught.value.values["element"] == "logo"
    assert caught.value.values["field"] == "file"
