"""What the README says of the code is there: its folders and modules, and the words of its glossary."""

import re

from tests.architecture.test_sizes import classes
from tests.architecture.tree import ROOT, SOURCE, modules

_PLACE = re.compile(
    r"`((?:ui|actions|domain|store|bundle|documents|intake|system|cli)/[a-z_/]+)(?:\.(\w+))?`"
)
_TEST = re.compile(r"`(tests/[a-z_/]+(?:\.py)?)`")


def readme() -> str:
    """Return the README's text."""
    return (ROOT / "README.md").read_text(encoding="utf-8")


def missing_places(text: str) -> list[str]:
    """Return the modules, folders and names of the program that a text mentions and that are not there."""
    found = []
    for place, name in _PLACE.findall(text):
        file = SOURCE / f"{place}.py"
        if not file.is_file() and not (SOURCE / place).is_dir():
            found.append(place)
        elif name and not re.search(
            rf"^(class|def|async def) {name}\b|^{name}\b", file.read_text(), re.MULTILINE
        ):
            found.append(f"{place}.{name}")
    return found


def glossary(text: str) -> dict[str, str]:
    """Return the words of the glossary, each with its name in the code."""
    part = text.partition("### Glossary")[2].partition("\n#")[0]
    rows = [
        [cell.strip() for cell in line.split("|")[1:-1]] for line in part.splitlines() if line.startswith("|")
    ]
    return {word: code.strip("`") for word, _, code in rows[2:]}


def test_every_module_and_folder_that_the_readme_names_is_there() -> None:
    assert len(_PLACE.findall(readme())) > 30
    assert missing_places(readme()) == []


def test_every_test_that_the_readme_names_is_there() -> None:
    named = _TEST.findall(readme())
    assert len(named) > 30
    assert [each for each in named if not (ROOT / each).exists()] == []


def test_the_glossary_uses_the_words_of_the_code() -> None:
    names = {name for module in modules() for name in classes(module)} | {
        each.path.stem for each in modules()
    }
    words = glossary(readme())
    assert len(words) > 20
    assert {word: code for word, code in words.items() if code not in names} == {}
    assert len(set(words.values())) == len(words), "two words for one thing"


def test_a_wrong_name_would_be_found() -> None:
    assert missing_places("`ui/nowhere`") == ["ui/nowhere"]
    assert missing_places("`ui/kit/context.Desk`") == ["ui/kit/context.Desk"]
    assert missing_places("`ui/kit/context.AppContext`") == []
    assert glossary("### Glossary\n| word | means | in |\n|-|-|-|\n| a | b | `C` |\n") == {"a": "C"}
