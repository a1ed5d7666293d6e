"""The way to the pages that read and write files of questions, where they are part of this program."""

import importlib
import importlib.util
from typing import Protocol, cast

from PySide6.QtWidgets import QWidget

from trainer_app.ui.shell.desk import Desk

IMPORT, EXPORT = "import_page", "export_page"
_PLACE = "trainer_app.ui.questions"


class ExchangePage(Protocol):
    """A module with `create(desk)`; the widget it makes has the signal `left`, for the way back."""

    def create(self, desk: Desk) -> QWidget:
        """Make the page."""


def page_there(name: str) -> bool:
    """Tell whether a page is part of this program, without importing it."""
    package = importlib.util.find_spec(_PLACE)
    return package is not None and importlib.util.find_spec(f"{_PLACE}.{name}") is not None


def create_page(name: str, desk: Desk) -> QWidget:
    """Import and make a page."""
    module = cast(ExchangePage, importlib.import_module(f"{_PLACE}.{name}"))
    return module.create(desk)
