"""The help on paper: every page and word once, none parted, in every language."""

import pypdfium2
import pytest
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from trainer_app.actions.base.help import help_booklet
from trainer_app.domain.base import help_pages
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.help_pages import BlockKind
from trainer_app.domain.base.texts import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_booklet_has_every_page_and_every_word(language: str) -> None:
    document = pypdfium2.PdfDocument(help_booklet(language))
    sides = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    # With its contents and all words it still has fewer sides than pages: two of these stand on one.
    assert len(sides) < len(help_pages.pages(language))
    shown = [obj for page in document for obj in page.get_objects() if obj.type == FPDF_PAGEOBJ_IMAGE]
    blocks = [block for page in help_pages.pages(language) for block in page.blocks]
    said = [block.plain for block in blocks if block.kind is BlockKind.PICTURE]
    assert len(shown) == len(said) > 0
    for words in said:
        assert sum(words in side for side in sides) == 1, f"{words} is not below its picture"
    for page in help_pages.pages(language):
        assert page.title in sides[0]
        whole = [side for side in sides[1:] if page.title in side]
        last = help_pages.written(page.blocks[-1], language).split()[-1]
        assert any(last in side for side in whole), f"{page.name} is parted"
    for term in help_pages.terms(language):
        assert any(term.word in side for side in sides[-2:])


def test_a_language_that_there_is_not_is_refused() -> None:
    with pytest.raises(TrainerError) as refused:
        help_booklet("xx")
    assert refused.value.code == "paper.unknown_language"
