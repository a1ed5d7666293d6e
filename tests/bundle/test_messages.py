"""Every code this package uses has its words in three languages, and no words are left over."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOPICS = ("bundle", "vault", "credential")
CODE = re.compile(rf'"((?:{"|".join(TOPICS)})\.[a-z_]+)"')
FILE_NAMES = {"bundle.json", "vault.json"}
TAJIK = set("ғӣқӯҳҷ")


def codes_used() -> set[str]:
    """Return the codes that stand in the source."""
    source = "".join(path.read_text() for path in (ROOT / "trainer_app").rglob("*.py"))
    return set(CODE.findall(source)) - FILE_NAMES


def messages() -> dict[str, dict[str, str]]:
    """Return the words of all topics of this package."""
    folder = ROOT / "resources" / "i18n" / "messages"
    return {
        code: texts
        for topic in TOPICS
        for code, texts in json.loads((folder / f"{topic}.json").read_text()).items()
    }


def test_codes_and_words_match() -> None:
    assert codes_used() == set(messages())
    assert len(codes_used()) > 30


@pytest.mark.parametrize("code", sorted(messages()))
def test_the_three_texts_say_the_same_values(code: str) -> None:
    texts = messages()[code]
    assert set(texts) == {"en", "ru", "tg"}
    placeholders = [sorted(re.findall(r"\{(\w+)\}", text)) for text in texts.values()]
    assert placeholders[0] == placeholders[1] == placeholders[2]
    assert all(text and text == text.strip() for text in texts.values())


def test_tajik_is_written_with_its_own_letters() -> None:
    every = "".join(texts["tg"].lower() for texts in messages().values())
    assert set(every) >= TAJIK
    assert not set("щыьц") & set(every)
