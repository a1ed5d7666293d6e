"""A language is one line of LANGUAGES and its files: a copy of the program is given a fourth one, and used.

The pretended language is English in brackets: whatever is shown without them does not come from its files.
"""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pypdfium2
import pytest

from tests.architecture.tree import ROOT
from tests.browser import Browser
from trainer_app.domain.base.texts import resource

LINE = '    Language("qq", "Bracketed", "Brackets", "en_GB", latin=True, decimal=".", thousands=","),\n'
END = ')\n"""Every language by its code'
SCRIPT = Path(__file__).with_name("fourth_language.py")


@dataclass(frozen=True)
class Seen:
    """What the copy did: the files that it wrote, and what it told."""

    folder: Path
    told: dict[str, Any]

    def paper(self, name: str) -> str:
        """Return the text of a paper."""
        with pypdfium2.PdfDocument(io.BytesIO((self.folder / name).read_bytes())) as pdf:
            return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """Give a copy of the program one line and its files more, and let it work."""
    copy, folder = tmp_path_factory.mktemp("copy"), tmp_path_factory.mktemp("seen")
    copy_program(copy / "trainer_app")
    languages = copy / "trainer_app" / "domain" / "base" / "texts.py"
    text = languages.read_text(encoding="utf-8")
    assert text.count(END) == 1
    languages.write_text(text.replace(END, LINE + END), encoding="utf-8")
    (copy / "resources").mkdir()
    for part in resource().iterdir():
        if part.name != "i18n":
            into = copy / "resources" / part.name
            shutil.copytree(part, into) if part.is_dir() else shutil.copyfile(part, into)
    write_words(resource("i18n"), copy / "resources" / "i18n")
    environment = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONPYCACHEPREFIX"},
        "PYTHONPATH": str(copy),
        "QT_QPA_PLATFORM": "offscreen",
        "TRAINER_STATE": str(folder / "state"),
    }
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(folder)],
        cwd=copy,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return Seen(folder, json.loads(done.stdout))


def copy_program(target: Path) -> None:
    """Copy all modules as they are, those that are compiled already with what was compiled of them."""
    shutil.copytree(ROOT / "trainer_app", target, ignore=shutil.ignore_patterns("__pycache__"))
    for module in target.rglob("*.py"):
        compiled = Path(cache_from_source(str(ROOT / "trainer_app" / module.relative_to(target))))
        if compiled.exists():
            kept = module.parent / "__pycache__" / compiled.name
            kept.parent.mkdir(exist_ok=True)
            shutil.copyfile(compiled, kept)


def write_words(source: Path, target: Path) -> None:
    """Write all catalogues with the pretended language in them."""
    shutil.copytree(source, target)
    for path in sorted((target / "messages").glob("*.json")):
        sentences = json.loads(path.read_text(encoding="utf-8"))
        if path.stem == "language":
            sentences["language.qq"] = dict.fromkeys(("tg", "ru", "en"), "Bracketed")
        for each in sentences.values():
            each["qq"] = f"[{each['en']}]"
        path.write_text(json.dumps(sentences, ensure_ascii=False), encoding="utf-8")
    for path in sorted(target.glob("*_tg.ts")):
        tree = ElementTree.parse(path)
        for message in tree.iter("message"):
            bracket(message)
        tree.write(path.with_name(path.name.replace("_tg", "_qq")), encoding="utf-8")


def bracket(message: ElementTree.Element) -> None:
    """Translate one text of the window; what has a number has a form for one and one for more."""
    english, translation = message.findtext("source", ""), message.find("translation")
    assert translation is not None
    forms = translation.findall("numerusform")
    if not forms:
        translation.text = f"[{english}]"
    for form, ending in zip(forms, ("", "s"), strict=False):
        form.text = f"[{english.replace('(s)', ending)}]"


def test_the_list_of_languages_has_it(seen: Seen) -> None:
    assert seen.told["languages"] == ["tg", "ru", "en", "qq"]


def test_the_window_speaks_it(seen: Seen) -> None:
    shown = seen.told["window"]
    expected = {"today": "Create a course", "courses": "New course", "people": "Add a person"}
    for screen, words in expected.items():
        assert f"[{words}]" in shown[screen], (screen, shown[screen])
    typed = {
        str(seen.folder / "office"),
        "M. S.",
        "Ctrl+Z",
        "Caps Lock",
        "here",
        "Азизов Фаррух",
        "Саидова Мавҷуда",
        "Q-1",
        "QQQ",
        "Trainer App",
    }
    names = {"Тоҷикӣ", "Русский", "English", "Bracketed"}
    for screen, texts in shown.items():
        others = {each for each in texts if "[" not in each and re.search(r"[^\W\d_]{2}", each)}
        assert others <= typed | names, (screen, others - typed - names)
        assert len(texts) - len(others) > 3


def test_texts_of_people_are_stored_in_it(seen: Seen) -> None:
    assert seen.told["course"] == {"tg": "Курс", "ru": "", "en": "", "qq": "[A course]"}


def test_open_data_have_a_column_of_it(seen: Seen) -> None:
    with (seen.folder / "open" / "courses.csv").open(encoding="utf-8-sig", newline="") as file:
        [course] = csv.DictReader(file)
    told = {name: text for name, text in course.items() if name.startswith("title")}
    assert told == {"title_tg": "Курс", "title_ru": "", "title_en": "", "title_qq": "[A course]"}
    descriptor = (seen.folder / "open" / "datapackage.json").read_text(encoding="utf-8")
    assert "Title, in Brackets" in descriptor


def test_history_names_its_fields(seen: Seen) -> None:
    assert "[[title] ([Bracketed])]" in seen.told["history"], seen.told["history"]


def test_papers_speak_it(seen: Seen) -> None:
    assert "[Participants’ sign-in sheet]" in seen.paper("sign_in.pdf")
    agenda = seen.paper("agenda.pdf")
    assert "[Course agenda]" in agenda
    assert "[A course]" in agenda
    assert "[Test page of the printer]" in seen.paper("trial.pdf")


def test_the_command_line_speaks_it(seen: Seen) -> None:
    assert "[A course]" in seen.told["list"]
    assert re.search(r"\[.+\]", seen.told["refused"])
    assert "tg, ru, en, qq" in seen.told["unknown"]


def test_the_check_page_speaks_it(seen: Seen, tmp_path: Path) -> None:
    with Browser(tmp_path / "profile") as browser:
        browser.open(seen.folder / "check.html")
        browser.run("document.querySelector('[data-language=qq]').click()")
        said = browser.run("[document.title, document.getElementById('office').textContent]")
        assert said == ["[Is a certificate genuine?]", "[Bureau]"]
        assert browser.run("document.documentElement.lang") == "qq"
