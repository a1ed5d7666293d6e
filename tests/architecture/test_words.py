"""One word for one thing, in the translations too: words that were mixed once do not come back."""

import re
from pathlib import Path

import pytest

TEXTS = Path(__file__).parents[2] / "resources" / "i18n"
INSTEAD = {
    "ru": {
        r"загру[зж]|импорт": "принять, приём",
        r"бумажн\w+ ключ|ключ\w* офиса с бумаги": "ключ восстановления",
    },
    "tg": {
        r"додаҳо": "маълумот",
        r"калид\w* коғазӣ|калид\w* коғазии": "калиди барқарорсозӣ",
        r"импорт|нусхаи резерв": "қабул, нусхаи эҳтиётӣ",
    },
}


def translations(language: str) -> dict[str, str]:
    """Return all texts of a language with where they stand."""
    found = {}
    for path in TEXTS.glob(f"*_{language}.ts"):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if "<source>" not in line:
                found[f"{path.name}:{number}"] = line
    for path in (TEXTS / "messages").glob("*.json"):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip().startswith(f'"{language}"'):
                found[f"{path.name}:{number}"] = line
    return found


@pytest.mark.parametrize("language", list(INSTEAD))
def test_words_that_were_given_up_are_not_used(language: str) -> None:
    texts = translations(language)
    assert len(texts) > 3000, "the texts are found at all"
    wrong = [
        f"{place}: {line.strip()} (say: {better})"
        for place, line in texts.items()
        for word, better in INSTEAD[language].items()
        if re.search(word, line, re.IGNORECASE)
    ]
    assert not wrong, "\n".join(wrong)
