"""Buttons of boards and receipts of certificates that no other test presses."""

from tests.kit.world import Story
from tests.ui.certificate_parts import Shown, ended, shown, story, tab
from tests.ui.certificates.test_project import screen, second
from tests.ui.certificates.test_receipts import issued, page
from tests.ui.driving import click, settle
from tests.ui.today.test_screen import asked
from trainer_app.domain.certificates.certificates import CertificateReceipt
from trainer_app.ui.certificates.checklists import ReceiptsPage
from trainer_app.ui.certificates.screen import CertificatesScreen

__all__ = ["Shown", "ended", "issued", "page", "screen", "second", "shown", "story", "tab"]


def test_a_course_is_opened_from_the_board_of_its_project(screen: CertificatesScreen, ended: Story) -> None:
    places = asked(screen.context)
    screen.project.view.selectRow(0)
    settle()
    click(screen.project.buttons["open_course"])
    ((name, place),) = places
    assert (name, place["course"]) == ("courses", ended.course)


def test_what_was_said_of_a_receipt_is_taken_back_by_its_button(page: ReceiptsPage) -> None:
    page.view.selectRow(2)
    click(page.buttons["yes"])
    page.view.selectRow(2)
    assert page.rows[2].received is CertificateReceipt.YES
    click(page.buttons["clear"])
    assert page.rows[2].received is CertificateReceipt.OPEN
