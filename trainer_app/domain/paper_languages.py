"""The languages of a paper: one alone, or Tajik with second lines in English or Russian."""

from dataclasses import dataclass

from trainer_app.domain.errors import TrainerError
from trainer_app.domain.texts import LANGUAGES, Texts

BILINGUAL = ("tg+en", "tg+ru")
PAPER_LANGUAGES = (*LANGUAGES, *BILINGUAL)
"""What may be asked for."""


@dataclass(frozen=True)
class Tongue:
    """What a paper speaks: `main`, and in smaller second lines `second`, "" for none."""

    main: str
    second: str = ""

    def first(self, texts: Texts) -> str:
        """Return a text in the main language, else in whichever there is."""
        return texts.best(self.main)

    def below(self, texts: Texts) -> str:
        """Return the second line; "" where there is none or it would only repeat the first."""
        text = str(getattr(texts, self.second)) if self.second else ""
        return "" if text == self.first(texts) else text


def read_paper_language(text: str) -> Tongue:
    """Return what a paper speaks. Raises paper.unknown_language."""
    if text not in PAPER_LANGUAGES:
        raise TrainerError("paper.unknown_language", language=text, known=", ".join(PAPER_LANGUAGES))
    main, _, second = text.partition("+")
    return Tongue(main, second)
