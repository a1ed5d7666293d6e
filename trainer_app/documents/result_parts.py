"""What the parts of the results on paper have in common: headings, small print, heads of tables, titles."""

from collections.abc import Sequence

from trainer_app.documents import fonts
from trainer_app.documents.flow import INK, SECOND, Cell, Column, Flow
from trainer_app.documents.speech import Speech
from trainer_app.domain.evaluations import Occasion
from trainer_app.domain.forms import Form

type Head = tuple[str, float, bool]
"""A column: the code of its word after "results." ("" for none), its share of the width, right-aligned?"""


def write_heading(flow: Flow, words: Cell, below: float) -> None:
    """Write a heading that keeps so many millimetres of what follows on its page."""
    flow.heading(words.text, below=below, second=words.below)


def write_words(flow: Flow, words: Cell, *, small: bool = False) -> None:
    """Write a paragraph in one or two languages."""
    flow.paragraph(words.text, fonts.SANS, 8 if small else 9, SECOND if small else INK)
    flow.paragraph(words.below, fonts.SANS, 7.5 if small else 8, SECOND)
    flow.y += 1


def columns_of(speech: Speech, heads: Sequence[Head]) -> list[Column]:
    """Return the columns of a table."""
    found = []
    for code, share, right in heads:
        words = speech.word(f"results.{code}") if code else Cell("")
        found.append(Column(words.text, share, right, words.below))
    return found


def form_title(form: Form, occasion: Occasion | None, speech: Speech) -> Cell:
    """Return what a form is called, with its version, and when it was filled in."""
    title, version = speech.texts(form.title), speech.word("results.version", number=str(form.version))
    when = speech.word(f"results.occasion.{occasion.value}") if occasion else Cell("")
    first = [title.text, version.text, when.text]
    below = [title.below or title.text, version.below, when.below] if version.below else []
    return Cell(" · ".join(filter(None, first)), " · ".join(filter(None, below)))
