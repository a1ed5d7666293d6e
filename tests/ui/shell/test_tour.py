"""The first-day tour in the window: it watches, covers nothing, and is left and taken up at any time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.kit import worlds
from tests.kit.world import Story
from tests.ui.driving import click, press, settle, show
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import enrolments
from trainer_app.actions.evaluations import scores
from trainer_app.actions.exchange import sending
from trainer_app.actions.papers.papers import USUAL
from trainer_app.actions.papers.sign_in import SIGN_IN
from trainer_app.actions.today import tour
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.system.preferences import Preferences
from trainer_app.ui.kit.context import PreferenceStore, PrintablePdf
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.tour import TourStrip
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.tokens import HELP_LEAST, LEAST_PAGE


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    """Open the finished course: certificates can be issued."""
    with worlds.finished(tmp_path).open() as made:
        yield made


@pytest.fixture
def touring(at_today: Workspace, window: MainWindow) -> Workspace:
    """Begin the tour from the help."""
    show(window)
    click(at_today.rail.help)
    click(at_today.help.view.contents)
    click(at_today.help.view.tour)
    return at_today


def at(strip: TourStrip) -> str:
    step = strip.present()
    return step.name if step is not None else ""


def test_a_day_is_walked_through_and_each_step_is_seen(
    touring: Workspace, story: Story, tmp_path: Path
) -> None:
    strip, context = touring.tour, touring.context
    assert strip.isVisible()
    assert strip.y() >= touring.stack.geometry().bottom(), "it stands below the page and covers nothing"
    assert (
        strip.title.text()
        == "First-day tour, 8 steps: each counts once you have done it yourself, from now on"
    )
    assert at(strip) == "course"
    context.go("courses", course=story.course, tab="overview")
    settle()
    assert at(strip) == "person"
    click(strip.show_button)
    settle()
    assert touring.place() == "course/participants"
    context.do(enrolments.add_walk_in, story.course, "Саидов Карим")
    assert at(strip) == "sheet"
    data = SIGN_IN.make(story.work, story.course, "en", USUAL)
    context.show_paper(PrintablePdf(data, "Sheet", "DSH-1015-sign-in-2018-10-15-en.pdf"))
    touring.paper.preview.save_to(tmp_path / "sheet.pdf")
    settle()
    assert at(strip) == "mark"
    context.do(attendance.mark, story.enrolments[0], story.sessions[0], Mark.LATE, 33)
    context.do(attendance.mark, story.enrolments[1], story.sessions[0], None)
    context.do(attendance.mark_rest, story.sessions[0])
    assert at(strip) == "test"
    context.do(scores.set_score, story.enrolments[0], Occasion.POST, 1500, 2000)
    assert at(strip) == "certificate"
    certificates.issue(story.work, story.course)
    touring.tour.begin()
    assert at(strip) == "send"
    sending.export(story.work, story.stick, passphrase="four words for the courier")
    context.changes.announce(
        Changes(Label("sending.step.sent"), None, frozenset({("departure", "1")})), strip
    )
    assert strip.whole
    assert "Well done" in strip.words.text()
    assert not strip.show_button.isVisible()
    click(strip.again)
    assert (
        strip.title.text()
        == "First-day tour, 8 steps: each counts once you have done it yourself, from now on"
    )


def test_it_is_left_and_goes_on_where_it_was_also_at_the_next_start(
    touring: Workspace, story: Story, preferences: PreferenceStore
) -> None:
    touring.context.do(attendance.mark, story.enrolments[0], story.sessions[0], Mark.LATE, 33)
    click(touring.tour.leave_button)
    assert not touring.tour.isVisible()
    touring.context.do(enrolments.add_walk_in, story.course, "Саидов Карим")
    assert preferences.now.tour_done == "mark", "nobody looks while it is put away"
    click(touring.help.view.tour)
    assert touring.tour.isVisible()
    assert preferences.now.tour_done == "mark person", "the data tell what was done meanwhile"
    again = Workspace(touring.context)
    assert again.tour.title.text() == "First-day tour: 2 of 8 done"
    assert not again.tour.isHidden()
    again.deleteLater()


def test_what_was_seen_stays_ticked_when_it_is_undone(touring: Workspace, story: Story) -> None:
    touring.context.do(attendance.mark, story.enrolments[0], story.sessions[0], Mark.LATE, 33)
    history.undo(story.work)
    touring.tour.begin()
    assert "mark" in touring.context.preferences.now.tour_done


def test_preferences_that_somebody_spoilt_begin_it_anew(
    at_today: Workspace, preferences: PreferenceStore, language: LanguageSwitch
) -> None:
    preferences.change(Preferences.tour_mark, "yesterday")
    preferences.change(Preferences.tour_done, "mark send")
    at_today.begin_tour()
    assert (
        at_today.tour.title.text()
        == "First-day tour, 8 steps: each counts once you have done it yourself, from now on"
    )
    for code in ("tg", "ru"):
        language.choose(code)
        settle()
        words = {at_today.tour._step_words(step.name) for step in tour.STEPS}
        assert len(words) == 8
        assert at_today.tour.words.text() in words


def test_one_who_is_offered_it_starts_it_or_puts_it_off_by_keys(
    at_today: Workspace, window: MainWindow, story: Story, preferences: PreferenceStore
) -> None:
    show(window)
    strip = at_today.tour
    strip.offer()
    settle()
    assert strip.y() >= at_today.scrolled.geometry().bottom(), "it covers nothing"
    assert "8 steps" in strip.words.text()
    assert strip.accessibleDescription() == strip.words.text()
    assert not any(part.isVisible() for part in (strip.dots, strip.show_button, strip.leave_button))
    at_today.context.do(attendance.mark, story.enrolments[0], story.sessions[0], Mark.LATE, 33)
    assert preferences.now.tour_done == "", "nothing counts before it is begun"
    at_today.focus_page()
    seen: set[str] = set()
    while (now := QApplication.focusWidget()) is not strip.start_button:
        assert now is not None
        assert now.objectName() not in seen, "Tab goes round without meeting it"
        seen.add(now.objectName())
        press(now, Qt.Key.Key_Tab)
    press(strip.start_button, Qt.Key.Key_Return)
    assert at(strip) == "course"
    assert preferences.now.tour_open
    assert preferences.now.tour_offered
    assert strip.show_button.hasFocus()
    assert not strip.start_button.isVisible()
    press(strip.show_button, Qt.Key.Key_Escape)
    assert not strip.isVisible()
    assert at_today.stack.isAncestorOf(QApplication.focusWidget() or at_today)


def test_an_offer_that_is_not_wanted_now_is_put_off_by_esc(
    at_today: Workspace, window: MainWindow, preferences: PreferenceStore
) -> None:
    show(window)
    at_today.tour.offer()
    at_today.tour.not_now.setFocus()
    press(at_today.tour.not_now, Qt.Key.Key_Escape)
    assert not at_today.tour.isVisible()
    assert preferences.now.tour_offered
    assert not preferences.now.tour_open
    assert preferences.now.tour_mark == "", "nothing was begun"
    at_today.begin_tour()
    assert at_today.tour.show_button.isVisible()


def test_help_beside_it_cuts_nothing_of_the_title(
    touring: Workspace, window: MainWindow, language: LanguageSwitch
) -> None:
    press(window, Qt.Key.Key_F1)
    assert touring.help.isVisible()
    title = touring.tour.title
    narrowest = touring.rail.width() + LEAST_PAGE + HELP_LEAST
    for width in (1366, narrowest):
        window.resize(width, 697)
        for code in LANGUAGES:
            language.choose(code)
            settle()
            assert title.isVisible()
            assert title.height() >= title.heightForWidth(title.width()), (code, width)
            widest = max(title.fontMetrics().horizontalAdvance(each) for each in title.text().split())
            assert title.width() >= widest, (code, width)
            assert title.mapTo(touring.tour, title.rect().bottomRight()).x() < touring.tour.show_button.x()


def test_the_page_of_the_first_day_offers_it(at_today: Workspace, window: MainWindow) -> None:
    show(window)
    press(window, Qt.Key.Key_F1)
    view = at_today.help.view
    assert view.page_name == "first-start"
    assert view.tour.isVisible()
    click(view.tour)
    assert at_today.tour.isVisible()
    view.show_page("marking")
    assert not view.tour.isVisible()
