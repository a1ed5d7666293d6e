"""The parts of the check page: other people's code and its licences, words in three languages."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.documents.samples import RESOURCES
from trainer_app.documents.certificates.verifier_page import verifier_page
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import LANGUAGES, topic
from trainer_app.domain.certificates.certificates import CheckResult

FOLDER = RESOURCES / "verifier"
WORDS = {
    language: {code.removeprefix("check_page."): each[language] for code, each in topic("check_page").items()}
    for language in LANGUAGES
}
TAJIK = set("ҒӢҚӮҲҶғӣқӯҳҷ")


def made(folder: Path = FOLDER, name: str = "") -> bytes:
    """Return the page of an office: what lists say is only looked at where they are read."""
    lists = json.dumps({"office": {"code": "DSH", "name": {"tg": name}}}, ensure_ascii=False)
    return verifier_page(folder, lists, "untrusted comment: of nobody\n")


def test_the_licences_of_other_people_s_code_lie_beside_it() -> None:
    parts = [path for path in (FOLDER / "libraries").rglob("*") if path.is_file()]
    folders = {path.parent for path in parts if path.suffix == ".js"}
    assert len(folders) == 2
    for folder in folders:
        (licence,) = folder.glob("LICENSE*")
        text = licence.read_text("utf-8")
        assert "MIT License" in text
        assert "Paul Miller" in text
        assert "Permission is hereby granted" in text


@pytest.mark.parametrize("part", ["qr/index.js", "qr/decode.js", "@noble/ed25519/index.js"])
def test_without_a_library_it_says_what_to_do(part: str, tmp_path: Path) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "verifier")
    (folder / "libraries" / part).unlink()
    with pytest.raises(TrainerError, match="documents.check_page_incomplete"):
        made(folder)


def test_every_word_is_there_in_each_language() -> None:
    for language in LANGUAGES:
        assert set(WORDS[language]) == set(WORDS["en"])
        assert all(WORDS[language].values())
        # The page has no register in which a certificate could be missing.
        for result in set(CheckResult) - {CheckResult.NOT_REGISTERED}:
            assert {f"{result}_title", f"{result}_meaning", f"{result}_advice"} <= set(WORDS[language])
    for name, text in WORDS["en"].items():
        for language in LANGUAGES:
            assert re.findall(r"\{\w+\}", WORDS[language][name]) == re.findall(r"\{\w+\}", text), name
    assert TAJIK & set("".join(WORDS["tg"].values()))
    assert not TAJIK & set("".join(WORDS["ru"].values()))


def test_every_word_that_the_page_asks_for_is_there() -> None:
    page = (FOLDER / "page.html").read_text("utf-8")
    script = (FOLDER / "page.js").read_text("utf-8")
    asked = set(re.findall(r'data-(?:word|place)="(\w+)"', page))
    asked |= set(re.findall(r"say\('(\w+)'", script)) | set(
        re.findall(r"^\s*\['(\w+)',", script, re.MULTILINE)
    )
    assert len(asked) > 10
    assert asked <= set(WORDS["en"])


@pytest.mark.parametrize("name", ["</script><script>alert(1)</script>", "<!--", "$data ${policy}"])
def test_no_name_of_an_office_breaks_out_of_the_page(name: str) -> None:
    page = made(name=name).decode()
    assert page.count("<script") == 2
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert data is not None
    text = json.loads(data[1])["signed"]["text"]
    assert json.loads(text)["office"]["name"]["tg"] == name


def test_the_policy_allows_only_what_is_in_the_page() -> None:
    page = made().decode()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    sources = dict(part.split(" ", 1) for part in policy[1].split("; "))
    assert sources["default-src"] == sources["base-uri"] == sources["form-action"] == "'none'"
    assert "unsafe" not in policy[1]
    assert (
        set(re.findall(r"https?://[^\s'\"<>)]+", re.sub(r"<script>.*", "", page, flags=re.DOTALL))) == set()
    )
