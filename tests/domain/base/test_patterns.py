"""Patterns that are compiled by their first use, and no other at a start."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.texts import program_folder

ROOT = Path(__file__).parents[3]


def test_a_pattern_does_all_that_one_does() -> None:
    found = regex(r"(?P<year>\d{4})-(\d\d)").fullmatch("2026-04")
    assert found is not None
    assert (found["year"], found[2]) == ("2026", "04")
    words = regex(r"[^\W_]+")
    assert words.findall("Зухро, Анора") == ["Зухро", "Анора"]
    assert words.sub("?", "a-b") == "?-?"
    assert [each[0] for each in words.finditer("a b")] == ["a", "b"]
    assert words.pattern == r"[^\W_]+"
    assert regex(rb"[0-9]+").search(b"ab12") is not None
    assert regex("a", re.IGNORECASE).match("A") is not None


def test_one_that_is_wrong_says_so_when_it_is_used() -> None:
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.match("a")


def test_modules_compile_nothing_when_they_are_imported() -> None:
    """Each of them stands in the way of a first page that shows nothing of what they do."""
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sorted((program_folder() / "trainer_app").rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.match(r"\w+.* = re\.compile\(", line)
    ]
    assert found == []


def test_every_pattern_of_the_program_can_be_compiled() -> None:
    """Nothing else would tell of a wrong one before somebody needs it."""
    code = (
        "import importlib, pathlib, re, sys\n"
        "from trainer_app.domain.base import patterns\n"
        "made = []\n"
        "begin = patterns._Late.__init__\n"
        "def check(self, text, flags):\n"
        "    made.append(re.compile(text, flags))\n"
        "    begin(self, text, flags)\n"
        "patterns._Late.__init__ = check\n"
        "ask = patterns._Late.__getattr__\n"
        "def early(self, name):\n"
        "    if name == 'pattern':\n"
        "        raise RuntimeError(f'{self._text} is compiled for its own text by an import')\n"
        "    return ask(self, name)\n"
        "patterns._Late.__getattr__ = early\n"
        "for path in sorted(pathlib.Path('trainer_app').rglob('*.py')):\n"
        "    if 'regex(' in path.read_text('utf-8') and path.name != 'patterns.py':\n"
        "        importlib.import_module('.'.join(path.with_suffix('').parts))\n"
        "print(len(made))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 100
