"""Papers are set in the fonts that ship with the program."""

import pytest

from tests.documents.samples import RESOURCES
from trainer_app.documents.base import fonts


@pytest.fixture(autouse=True)
def _faces() -> None:
    fonts.use(RESOURCES / "fonts")
