"""Certificates are issued as the form shows them, or not at all."""

from tests.kit.world import Story
from tests.ui.certificates.test_issuing import ended, shown, story, tab
from tests.ui.driving import click, settle
from trainer_app.actions.attendance import attendance
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses
from trainer_app.domain.attendance.marks import Mark
from trainer_app.ui.certificates.tab import CertificatesTab

__all__ = ["ended", "shown", "story", "tab"]


def test_nothing_is_issued_but_what_the_form_shows(tab: CertificatesTab, ended: Story) -> None:
    click(tab.issue)
    form = tab.issue_form
    before = form.rows["counts"].text()
    for session in courses.get_course(ended.work, ended.course).sessions:
        attendance.mark(ended.work, ended.enrolments[0], session.key, Mark.ABSENT)
    click(form.accept_button)
    settle()
    assert certificates.register(ended.work, ended.course) == []
    assert form.trouble.text().startswith("Nothing was done:")
    assert form.rows["counts"].text() != before, "the form shows what it would be now"
