"""The pseudo-locale: English whose words are 40 % longer, in the window and in what the core says."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from trainer_app.domain.base import texts
from trainer_app.domain.base.texts import SOURCE, Texts
from trainer_app.ui.kit.language import stretched


@contextmanager
def longer_messages() -> Iterator[None]:
    """Let the core's own English be as long as the pseudo-locale makes the texts of the window."""
    usual = texts.find_words

    def longer(code: str) -> Texts | None:
        found = usual(code)
        # What calendars say is counted and split by its spaces and signs.
        if found is None or code.startswith("calendar."):
            return found
        return found.changed(**{SOURCE: stretched(found[SOURCE])})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(texts, "find_words", longer)
        yield
