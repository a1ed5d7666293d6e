"""Hands the laptop to the participants, and takes it back."""

from PySide6.QtWidgets import QWidget

from trainer_app.actions import filling
from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.errors import TrainerError
from trainer_app.ui.filling.page import FillingPage
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.screen import CoversScreen

_EVERYTHING = Changes(
    Label("filling.step.begin"),
    touched=frozenset((entity, "") for entity in ("paper", "answer", "feedback_paper", "form")),
)
"""What participants may have changed."""


def start_filling(desk: Desk, host: QWidget, sitting: str) -> FillingPage | None:
    """Cover the window of `host` with the sheets of a sitting; None if that cannot be, and that is told.

    Whatever changed meanwhile is announced when the trainer is back.
    """
    window = host.window()
    if not isinstance(window, CoversScreen):
        return None
    try:
        page = FillingPage(desk, sitting)
    except TrainerError as error:
        desk.tell_error(error)
        return None
    desk.held_open.emit(True)

    def back() -> None:
        desk.held_open.emit(False)
        window.uncover()
        desk.do(filling.end_filling, page.sitting)
        desk.changes.announce(_EVERYTHING, page)

    page.left.connect(back)
    window.cover(page)
    page.welcome()
    return page
