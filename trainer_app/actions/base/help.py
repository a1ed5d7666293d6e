"""The help as a paper."""

from trainer_app.documents.base import fonts
from trainer_app.documents.base.booklet import booklet_pdf
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.help_pages import pages, terms
from trainer_app.domain.base.texts import LANGUAGES, PaperName, resource, word


def help_booklet(language: str) -> bytes:
    """Return all pages of the help and the glossary as one PDF. Raises paper.unknown_language."""
    if language not in LANGUAGES:
        raise TrainerError("paper.unknown_language", language=language, known=", ".join(LANGUAGES))
    fonts.use(resource("fonts"))
    return booklet_pdf(pages(language), terms(language), language)


def booklet_name(language: str) -> PaperName:
    """Return what it is called."""
    return PaperName(word("help.booklet", language), f"help-{language}.pdf")
