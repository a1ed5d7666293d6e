"""Words for the participant, in the language that the participant chose."""

from trainer_app.system import messages


def say(word: str, language: str, **values: object) -> str:
    """Return the sentence `filling.word.<word>` in a language."""
    return messages.text(f"filling.word.{word}", language, **values)
