"""Topics of the bank: one text, or one in each language, written with strokes between them.

"Насилие" is a topic as it stands; "Зӯроварӣ | Насилие | Violence" is one topic in Tajik, Russian and English.
So two laptops in two languages hold the same topic, and a search finds it in each.
"""

from trainer_app.domain.texts import LANGUAGES, Texts

STROKE = "|"


def topic_in(topic: str, language: str) -> str:
    """Return what a topic is called in a language."""
    parts = [part.strip() for part in topic.split(STROKE)]
    if len(parts) != len(LANGUAGES):
        return topic.strip()
    return Texts(*parts).best(language)


def topic_of(texts: Texts) -> str:
    """Return the topic that has these names."""
    return f" {STROKE} ".join(getattr(texts, language) for language in LANGUAGES)
