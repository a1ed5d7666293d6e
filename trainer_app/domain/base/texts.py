"""A text in the three languages of the program."""

from dataclasses import dataclass

LANGUAGES = ("tg", "ru", "en")


@dataclass(frozen=True)
class Texts:
    """One text in Tajik, Russian and English; any may be empty."""

    tg: str = ""
    ru: str = ""
    en: str = ""

    def best(self, language: str) -> str:
        """Return the text in a language, or the first one there is (own, then tg, ru, en)."""
        wanted = str(getattr(self, language, ""))
        return wanted or self.tg or self.ru or self.en

    def fields(self, stem: str) -> dict[str, str]:
        """Return journal fields: `title` gives title_tg, title_ru, title_en."""
        return {f"{stem}_tg": self.tg, f"{stem}_ru": self.ru, f"{stem}_en": self.en}
