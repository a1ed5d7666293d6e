"""The board of a project: every course in one table, other limits over all of them, one batch."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.kit.running import in_turn
from tests.kit.world import Story
from tests.ui.certificate_parts import Shown, ended, shown, story
from tests.ui.driving import click, press, settle, show
from tests.ui.evaluation_parts import cut_heads
from trainer_app.actions.attendance import attendance
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import course_life, courses, enrolments
from trainer_app.actions.courses.course_life import CourseCopy
from trainer_app.actions.evaluations import scores
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.ui.certificates import project_page
from trainer_app.ui.certificates.screen import CertificatesScreen
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import LanguageSwitch

__all__ = ["ended", "shown", "story"]


@pytest.fixture
def second(ended: Story) -> str:
    """Add a course with two of the same people, who came but wrote no test."""
    work = ended.work
    view = courses.get_course(work, ended.course)
    key = course_life.copy_course(work, ended.course, CourseCopy("DSH-2", view.course.first_day)).key or ""
    for found in enrolments.list_enrolments(work, ended.course)[:2]:
        enrolments.enrol(work, key, found.person.key)
    for session in courses.get_course(work, key).sessions:
        attendance.mark_rest(work, session.key)
    return key


@pytest.fixture
def screen(qtbot: QtBot, context: AppContext, second: str, shown: Shown) -> Iterator[CertificatesScreen]:
    made = CertificatesScreen(context)
    made.resize(1170, 697)
    qtbot.addWidget(made)
    show(made)
    made.refresh()
    click(made.switch.button("project"))
    settle()
    yield made
    made.hide()


def test_all_courses_stand_in_one_table(screen: CertificatesScreen) -> None:
    page = screen.project
    assert [line.course_code for line in page.lines] == ["DSH-1"] * 25 + ["DSH-2"] * 2
    assert page.counts.text() == "completion 20 · attendance 6 · none 1 · 0 of 26 names checked"
    assert page.issue.text() == "Issue 26 certificates"


def test_what_no_longer_fits_is_told_over_all_courses(
    screen: CertificatesScreen, ended: Story, second: str
) -> None:
    page = screen.project
    for course in (ended.course, second):
        certificates.issue(ended.work, course)
    page.read()
    assert page.unfit.isHidden()
    assert page.issue.text() == "All are issued"
    for place in (0, 4):
        scores.set_score(ended.work, ended.enrolments[place], Occasion.POST, 100, 2000)
    page.read()
    assert page.unfit.words.text().startswith("2 certificates no longer fit: ")
    assert page.issue.text() == "No longer fit: 2"
    click(page.unfit.next)
    settle()
    (line,) = page.selection.rows()
    assert (line.course_code, line.row.number) == ("DSH-1", 5), "the first one was chosen already"
    assert page.card.about.second.text().startswith("certificate says completion; figures say attendance")


def test_other_limits_are_asked_over_all_courses_and_write_nothing(
    screen: CertificatesScreen, ended: Story
) -> None:
    page, before = screen.project, ended.work.journal.number
    edit = page.test.lineEdit()
    assert edit is not None
    edit.setText("off")
    edit.editingFinished.emit()
    settle()
    flips = {(line.course_code, line.row.number) for line in page.lines if line.flips}
    assert flips == {("DSH-1", 4), ("DSH-1", 6), ("DSH-1", 13), ("DSH-2", 1), ("DSH-2", 2)}
    assert page.band.isVisible()
    assert page.band.title.text().startswith("5 more would complete.")
    assert "DSH-2 No.\u00a01" in page.band.text.toolTip() or "DSH-1 No.\u00a04" in page.band.text.text()
    assert not page.issue.isEnabled(), "what is only asked is not issued"
    click(page.band.back)
    assert not page.asking
    assert not any(line.flips for line in page.lines)
    assert ended.work.journal.number == before


def test_limits_stay_as_each_course_has_them_unless_asked(screen: CertificatesScreen, ended: Story) -> None:
    page = screen.project
    edit = page.share.lineEdit()
    assert edit is not None
    assert edit.text() == "by rule"
    edit.setText("100")
    edit.editingFinished.emit()
    assert page.asked().share == 10000
    assert not page.asked().test_off
    edit.setText("by rule")
    edit.editingFinished.emit()
    assert not page.asking


def test_the_whole_project_is_issued_as_one_step_course_by_course(
    screen: CertificatesScreen, ended: Story, shown: Shown
) -> None:
    page = screen.project
    click(page.issue)
    form = screen.issue_form
    assert form.accept_button.text() == "Issue 26 certificates all the same"
    click(form.accept_button)
    settle()
    issued = certificates.register(ended.work)
    assert [each.facts.course_code for each in issued] == ["DSH-1"] * 24 + ["DSH-2"] * 2
    assert len(shown.pages()) == 26
    assert shown.papers[-1].file == "certificates-DSH-1-DSH-2.pdf"
    assert page.issue.text() == "All are issued"


def test_chosen_people_of_two_courses(screen: CertificatesScreen, ended: Story, shown: Shown) -> None:
    page = screen.project
    page.table.selectRow(25)
    page.table.setFocus()
    press(page.table, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    press(page.table, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert page.buttons["issue_chosen"].text() == "Issue 2 chosen", "№ 25 gets none"
    click(page.buttons["issue_chosen"])
    click(screen.issue_form.accept_button)
    settle()
    codes = [each.facts.course_code for each in certificates.register(ended.work)]
    assert codes == ["DSH-1", "DSH-2"]


def test_unchecked_names_lead_to_the_course_that_has_them(
    screen: CertificatesScreen, context: AppContext, ended: Story
) -> None:
    went: list[dict[str, object]] = []
    context.place_requested.connect(lambda _screen, place: went.append(place))
    click(screen.project.issue)
    click(screen.issue_form.names)
    assert went == [{"course": ended.course, "tab": "certificates", "view": "names"}]


@in_turn("code", ["tg", "ru", "en"])
def test_it_fits_in_every_language(screen: CertificatesScreen, language: LanguageSwitch, code: str) -> None:
    language.choose(code)
    settle()
    assert screen.minimumSizeHint().width() <= 1170
    assert screen.minimumSizeHint().height() <= 697
    assert cut_heads(screen.project.table) == []
    for field in (screen.project.share, screen.project.test):
        line = field.lineEdit()
        assert line.fontMetrics().horizontalAdvance(line.text()) < line.width(), "not its first letter is cut"


def test_very_many_courses_are_read_beside_with_their_progress(
    screen: CertificatesScreen, ended: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(project_page, "_AT_ONCE", 1)
    page, jobs = screen.project, screen.context.jobs
    titles: list[str] = []
    steps: list[float] = []

    def meanwhile(_code: str, fraction: float) -> None:
        steps.append(fraction)
        if len(steps) == 2:
            scores.set_score(ended.work, ended.enrolments[0], Occasion.POST, 100, 2000)
            page.read()

    jobs.started.connect(titles.append)
    jobs.progressed.connect(meanwhile)
    before = {line.row.enrolment: line.row.result for line in page.lines}
    page.read()
    assert titles == ["Reading the results"] * 2, "what changed meanwhile is read anew, once"
    assert steps == [0, 0.5] * 2
    now = {line.row.enrolment: line.row.result for line in page.lines}
    assert len(page.lines) == 27
    assert [key for key in now if now[key] is not before[key]] == [ended.enrolments[0]]
