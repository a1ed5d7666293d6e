"""The parts of the check page: other people's code as it was published, words in three languages."""

import hashlib
import json
import re

import pytest

from tests.documents.samples import RESOURCES
from trainer_app.documents.verifier_page import Lists, verifier_page
from trainer_app.domain.certificates import CheckResult
from trainer_app.domain.texts import LANGUAGES, Texts

FOLDER = RESOURCES / "verifier"
WORDS = json.loads((FOLDER / "words.json").read_text("utf-8"))
PUBLISHED = {
    "noble-ed25519-3.2.0/LICENSE": "394c2e6e5552e5dba202bee6390b9d6aa2754d657f5b9869e83b3d265a315501",
    "noble-ed25519-3.2.0/index.js": "a4f631d1876b5d9e43a86cd71194ca27b5e1451edf4ba4db9a418f40a475569a",
    "qr-0.7.0/LICENSE": "07a9f887e9215644439b808628b09f8eece932d79130ff563f958f3a1783e684",
    "qr-0.7.0/decode.js": "00e209820dcb11d624e9a03d6383e580766792b57d1651318f0a29e4e1ff0fe8",
    "qr-0.7.0/index.js": "a0de370051f94bd74f218f74401fdf197585e3f9ef0143164f87ea941a3fdd6f",
}
TAJIK = set("ҒӢҚӮҲҶғӣқӯҳҷ")


def test_other_people_s_code_is_what_they_published() -> None:
    folder = FOLDER / "vendor"
    found = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.glob("*/*")
    }
    assert found == PUBLISHED


def test_every_word_is_there_in_each_language() -> None:
    assert tuple(WORDS) == LANGUAGES
    for language in LANGUAGES:
        assert set(WORDS[language]) == set(WORDS["en"])
        assert all(WORDS[language].values())
        for result in CheckResult:
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
    page = verifier_page(FOLDER, Lists("DSH", Texts(tg=name), "2018-11-01", (), (), ())).decode()
    assert page.count("<script") == 2
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert data is not None
    assert json.loads(data[1])["office"]["tg"] == name


def test_the_policy_allows_only_what_is_in_the_page() -> None:
    page = verifier_page(FOLDER, Lists("DSH", Texts(), "2018-11-01", (), (), ())).decode()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    sources = dict(part.split(" ", 1) for part in policy[1].split("; "))
    assert sources["default-src"] == sources["base-uri"] == sources["form-action"] == "'none'"
    assert "unsafe" not in policy[1]
    assert (
        set(re.findall(r"https?://[^\s'\"<>)]+", re.sub(r"<script>.*", "", page, flags=re.DOTALL))) == set()
    )
