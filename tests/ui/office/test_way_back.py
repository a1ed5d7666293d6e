"""Review leads to the spellings in Reports, and from there a button and Esc lead back."""

from typing import Any

from PySide6.QtCore import Qt

from tests.ui.driving import press, press_button, settle
from tests.ui.office_parts import context, screen
from trainer_app.ui.office.screen import OfficeScreen

__all__ = ["context", "screen"]


def test_who_came_from_review_to_the_spellings_goes_back_by_a_button_or_esc(screen: OfficeScreen) -> None:
    """S3: one was left in Reports, and found no way back to what waits for a decision."""
    gone: list[tuple[str, Any]] = []
    screen.context.place_requested.connect(lambda where, place: gone.append((where, place)))
    for back in (lambda: press_button(screen, "office_back"), lambda: press(screen, Qt.Key.Key_Escape)):
        screen.show_place(tab="reports", units=True, back=True)
        settle()
        assert screen.back.isVisible()
        back()
        assert gone.pop() == ("review", {})
        screen.tabs.setCurrentIndex(0)
        assert screen.back.isHidden(), "another part is another way"
    screen.show_place(tab="reports", back=True)
    screen.hide()
    screen.show()
    settle()
    assert screen.back.isHidden(), "who comes again comes from elsewhere"
    press(screen, Qt.Key.Key_Escape)
    assert gone == []
