"""One word for one thing in each language: `resources/i18n/glossary.tsv` is kept to, in every text."""

import re
from collections.abc import Iterable

import pytest

from tests.architecture.catalogue import LANGUAGES, Said, Term, everything, glossary

_TERMS = 136
_STATES = {"decided", "open"}
_DESIGNS = "template.json"
"""Titles of certificates are set like headlines, with the kind beside the word."""


def given_up_words(terms: Iterable[Term], texts: Iterable[Said]) -> list[str]:
    """Return where a text has a word that the glossary gave up, with what is said instead."""
    found = []
    patterns = {
        language: [
            (re.compile(rf"\b(?:{term.given_up[language]})", re.IGNORECASE), term)
            for term in terms
            if term.given_up[language]
        ]
        for language in LANGUAGES
    }
    for said in texts:
        for pattern, term in patterns[said.language]:
            if pattern.search(said.text):
                better = " / ".join(term.words.get(said.language, (term.english,)))
                found.append(f"{said.place} {said.context}: {said.text!r} (say: {better})")
    return found


def other_words(terms: Iterable[Term], texts: Iterable[Said]) -> list[str]:
    """Return the texts that are nothing but a term and are translated by another word than the agreed one."""
    agreed: dict[str, list[Term]] = {}
    for term in terms:
        for english in term.english.split("; "):
            agreed.setdefault(english.casefold(), []).append(term)
    found = []
    for said in texts:
        own = agreed.get(_bare(said.source))
        shortened = said.text.endswith(".")
        if own is None or said.comment or shortened or said.language == "en" or _DESIGNS in said.place:
            continue
        words = {word.casefold() for term in own for word in term.words[said.language]}
        if _bare(said.text) not in words:
            found.append(f"{said.place} {said.context}: {said.text!r} (say: {' / '.join(sorted(words))})")
    return found


def _bare(text: str) -> str:
    return text.casefold().rstrip("…: ")


def test_the_glossary_is_whole() -> None:
    terms = glossary()
    assert len(terms) >= _TERMS
    assert len({term.english for term in terms}) == len(terms)
    for term in terms:
        assert term.english
        assert term.source, term.english
        assert term.state in _STATES, term.english
        assert all(all(words) for words in term.words.values()), term.english
        for language, pattern in term.given_up.items():
            words = term.words.get(language, (term.english,))
            assert not pattern or not any(
                re.search(rf"\b(?:{pattern})", word, re.IGNORECASE) for word in words
            ), words


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_that_were_given_up_are_not_used(language: str) -> None:
    texts = everything(language)
    assert len(texts) > 5000, "the texts are found at all"
    wrong = given_up_words(glossary(), texts)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", ["ru", "tg"])
def test_terms_are_translated_as_was_agreed(language: str) -> None:
    wrong = other_words(glossary(), everything(language))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Take in the files"),
        ("en", "2 contradictions"),
        ("en", "on the stick"),
        ("ru", "Импорт файлов"),
        ("ru", "пришли без списка"),
        ("tg", "дар қоғаз"),
        ("tg", "Мавзӯъҳо"),
        ("tg", "сертификатҳо"),
    ],
)
def test_a_word_that_was_given_up_is_found(language: str, text: str) -> None:
    assert len(given_up_words(glossary(), [Said(language, "a.ts", "Page", "", text)])) == 1


def test_another_word_for_a_term_is_found() -> None:
    terms = glossary()
    assert other_words(terms, [Said("tg", "a.ts", "Page", "Room", "Толор")]) == []
    assert other_words(terms, [Said("tg", "a.ts", "Page", "Room", "Утоқ")]) == [
        "a.ts Page: 'Утоқ' (say: толор)"
    ]
