"""Words of papers: complete, in real Tajik, with numbers as each language wants them."""

import json
import re

import pytest

from tests.documents.samples import RESOURCES
from trainer_app.documents.base.wording import decimal, training_hours, with_article
from trainer_app.domain.base.texts import LANGUAGES, Texts, topic, word

WORDS = {
    code: found
    for name in (
        *("back", "badge", "by", "calendar", "card", "column", "course_report", "emblem", "facts", "figure"),
        *("hours", "key", "key_paper", "kind", "leaf", "line", "list", "occasion", "programme", "proof"),
        *("rank", "rating", "receipt", "registration", "report", "result", "results", "role", "sex"),
        *("question", "sheet", "signin", "test", "trial_page"),
    )
    for code, found in topic(name).items()
}
"""What papers say beside sentences of the core."""

NOT_TAJIK = re.compile("[цщыьЦЩЫЬ]")
"""Letters that the Tajik alphabet has not had since 1998."""


def test_every_word_is_there_in_every_language() -> None:
    for code, texts in WORDS.items():
        assert all(texts.values()), code
    assert len(WORDS) > 400


def test_tajik_is_written_in_the_tajik_alphabet() -> None:
    texts = [texts["tg"] for texts in WORDS.values()]
    for name in ("documents", "template"):
        messages = json.loads((RESOURCES / "i18n" / "messages" / f"{name}.json").read_text("utf-8"))
        texts += [sentences["tg"] for sentences in messages.values()]
    assert [text for text in texts if NOT_TAJIK.search(text)] == []
    assert set("ғӣқӯҳҷ") <= set("".join(texts).lower())


@pytest.mark.parametrize(
    ("hundredths", "tg", "ru", "en"),
    [
        (100, "1 соати таълимӣ", "1 учебный час", "1 training hour"),
        (1650, "16,5 соати таълимӣ", "16,5 учебного часа", "16.5 training hours"),
        (2400, "24 соати таълимӣ", "24 учебных часа", "24 training hours"),
        (2100, "21 соати таълимӣ", "21 учебный час", "21 training hours"),
        (1100, "11 соати таълимӣ", "11 учебных часов", "11 training hours"),
        (1250, "12,5 соати таълимӣ", "12,5 учебного часа", "12.5 training hours"),
        (0, "", "", ""),
    ],
)
def test_hours_follow_their_number(hundredths: int, tg: str, ru: str, en: str) -> None:
    assert [training_hours(hundredths, language) for language in LANGUAGES] == [tg, ru, en]


def test_decimals_follow_the_language() -> None:
    assert decimal(1650, 2, "tg") == "16,5"
    assert decimal(1650, 2, "en", keep=True) == "16.50"
    assert decimal(123456, 1, "ru") == "12\u00a0345,6"
    assert decimal(123456, 1, "en") == "12,345.6"
    assert decimal(-5, 1, "en") == "−0.5"
    assert decimal(7, 0, "tg") == "7"


def test_institutions_get_an_article_in_a_sentence_and_names_do_not() -> None:
    assert with_article("Ministry of Internal Affairs") == "the Ministry of Internal Affairs"
    for name in ("European Union", "United Nations Development Programme", "World Bank", "OSCE"):
        assert with_article(name) == f"the {name}"
    assert with_article("World Vision") == "World Vision"
    assert with_article("Save the Children") == "Save the Children"
    assert with_article("") == ""


@pytest.mark.logs("no words for nothing.here_yet")
def test_a_word_that_is_missing_in_one_language_comes_from_another() -> None:
    assert Texts(tg="зан").best("en") == "зан"
    assert word("nothing.here_yet", "tg") == "here yet"
