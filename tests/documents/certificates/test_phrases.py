"""Texts with placeholders: what is empty takes its brackets along."""

import pytest

from trainer_app.documents.certificates.elements import PhraseError, read_phrase

WHERE = "[{town}, ]{days}[ · {hours}]"


@pytest.mark.parametrize(
    ("town", "days", "hours", "words"),
    [
        ("Душанбе", "15 октябри", "16 соат", "Душанбе, 15 октябри · 16 соат"),
        ("", "15 октябри", "16 соат", "15 октябри · 16 соат"),
        ("Душанбе", "15 октябри", "", "Душанбе, 15 октябри"),
        ("", "15 октябри", "", "15 октябри"),
        ("Душанбе", "", "16 соат", ""),
    ],
)
def test_what_has_no_value_takes_its_commas_along(town: str, days: str, hours: str, words: str) -> None:
    phrase = read_phrase(WHERE)
    assert phrase.names == {"town", "days", "hours"}
    assert phrase.fill({"town": town, "days": days, "hours": hours}) == words


def test_values_are_never_read_as_placeholders() -> None:
    values = {"town": "{days}[x]", "days": "{town}", "hours": ""}
    assert read_phrase(WHERE).fill(values) == "{days}[x], {town}"


def test_a_text_without_placeholders_stays_as_it_is() -> None:
    assert read_phrase("ШАҲОДАТНОМА").fill({}) == "ШАҲОДАТНОМА"


@pytest.mark.parametrize(
    ("gender", "words"),
    [
        ("m", "капитан, завершил"),
        ("f", "капитан, завершила"),
        ("", "капитан, завершил(а)"),
        ("x", "капитан, завершил(а)"),
    ],
)
def test_a_word_stands_in_the_form_for_whom_it_is_for(gender: str, words: str) -> None:
    phrase = read_phrase("[{rank}, ]{завершил|завершила|завершил(а)}")
    assert phrase.by_gender
    assert phrase.placeholders == {"rank"}
    assert phrase.fill({"rank": "капитан", "gender": gender}) == words
    assert phrase.fill({"rank": "", "gender": gender}) == words.removeprefix("капитан, ")


@pytest.mark.parametrize("text", ["{завершил|завершила}", "{a|b|c|d}", "{a|b|[c]}"])
def test_other_than_three_forms_are_refused(text: str) -> None:
    with pytest.raises(PhraseError):
        read_phrase(text)


@pytest.mark.parametrize("text", ["[{town}", "{town}]", "[[x]]", "{", "}", "{}", "{Town}", "]["])
def test_brackets_that_do_not_match_are_refused(text: str) -> None:
    with pytest.raises(PhraseError):
        read_phrase(text)
