"""The first screen: where we are, what comes next, today's sessions, what has not reached the office."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.kit import worlds
from tests.kit.running import in_turn
from tests.kit.seat import MakeContext
from tests.kit.world import Story
from tests.ui.driving import click, press, settle, show, type_text
from trainer_app.actions.attendance import attendance
from trainer_app.actions.courses import agendas, courses, sessions
from trainer_app.actions.office import backups
from trainer_app.domain.attendance.marks import Headcount
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, SessionState
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.domain.review.contradictions import LAPTOPS_DISAGREE, ReviewKind
from trainer_app.domain.today.overview import (
    Due,
    DueKind,
    NextKind,
    NextStep,
    TodaySession,
    TodayView,
    ToOffice,
)
from trainer_app.ui.kit.context import AppContext, PrintablePdf
from trainer_app.ui.kit.due_items import DueWording
from trainer_app.ui.kit.language import LanguageSwitch, formats
from trainer_app.ui.kit.screens import TO_MARK
from trainer_app.ui.shell.navigation import SCREENS
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.today.screen import TodayScreen
from trainer_app.ui.widgets.controls import Button
from trainer_app.ui.widgets.labels import is_made


@pytest.fixture
def workspace(context: AppContext, window: MainWindow) -> Workspace:
    """Open a program of this screen alone: where it leads is looked at, not followed."""
    specs = tuple(spec for spec in SCREENS if spec.name == "today")
    made = context.make_in(window.frame, lambda within: Workspace(within, specs))
    window.show_page(made)
    made.open("today")
    settle()
    return made


@pytest.fixture
def screen(workspace: Workspace, window: MainWindow) -> TodayScreen:
    """Show Today in the middle of the third day."""
    show(window)
    found = workspace.opened_screen("today")
    assert isinstance(found, TodayScreen)
    return found


def asked(context: AppContext) -> list[tuple[str, dict[str, object]]]:
    """Listen to where the screen leads."""
    places: list[tuple[str, dict[str, object]]] = []
    context.place_requested.connect(lambda name, place: places.append((name, place)))
    return places


def test_it_says_where_we_are(screen: TodayScreen) -> None:
    assert screen.header.title.text() == "Wednesday, 17 October 2018"
    assert screen.header.subtitle.text() == "Day 3 of 4 · Душанбе · “Police response to domestic violence”"


def test_it_says_what_comes_next(screen: TodayScreen, context: AppContext, story: Story) -> None:
    places = asked(context)
    assert screen.next_step.title.text() == "Finish marking session 8: 11 to go"
    assert screen.next_step.ring.accessibleName() == "14/25"
    assert not screen.next_step.ring.isHidden()
    assert screen.first_focus() is screen.next_step.button
    press(screen.next_step.button, Qt.Key.Key_Return)
    session = courses.get_course(story.work, story.course).sessions[7].key
    assert places == [("courses", {"course": story.course, **TO_MARK, "session": session})]


def test_todays_sessions_stand_in_order_with_their_counts(screen: TodayScreen) -> None:
    rows = [row for row in screen.sessions.rows if not row.isHidden()]
    assert [row.start.text() for row in rows] == ["09:00", "11:00", "14:00"]
    assert [row.counts.text() for row in rows] == [
        "22 present · 1 late · 1 excused · 1 absent",
        "14 of 25 marked",
        "25 on the list",
    ]
    assert [row.chip.text() for row in rows if not row.chip.isHidden()] == ["Marked in full", "Now"]
    assert [row.button.text() for row in rows] == ["Open", "Rest present", "All present"]
    assert rows[1].button.accessibleName() == "Rest present: Session 8, The protection order in practice"
    assert rows[1].bar.accessibleName() == "14 of 25 marked"


def test_one_press_marks_the_rest_and_can_be_taken_back(
    screen: TodayScreen, workspace: Workspace, window: MainWindow
) -> None:
    click(screen.sessions.rows[1].button)
    settle()
    assert screen.sessions.rows[1].counts.text() == "23 present · 1 late · 1 absent"
    assert screen.next_step.title.text() != "Finish marking session 8: 11 to go"
    assert workspace.rail.steps.undo.fresh.isActive()
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert screen.sessions.rows[1].counts.text() == "14 of 25 marked"


def test_a_finished_session_opens(screen: TodayScreen, context: AppContext, story: Story) -> None:
    places = asked(context)
    press(screen.sessions.rows[0].button, Qt.Key.Key_Space)
    assert places[0][0] == "courses"
    assert places[0][1] == {"course": story.course, **TO_MARK, "session": screen.view.sessions[0].key}


def test_marking_elsewhere_is_seen_here(screen: TodayScreen, context: AppContext, story: Story) -> None:
    session = courses.get_course(story.work, story.course).sessions[8].key
    context.do(attendance.mark_rest, session)
    assert screen.sessions.rows[2].counts.text() == "25 present"


def test_what_is_due_leads_to_its_place(screen: TodayScreen, context: AppContext) -> None:
    places = asked(context)
    screen.due.more.click()
    titles = [row.title.text() for row in screen.due.rows]
    assert "Pre-tests missing: 25" in titles
    assert "25 names without Latin spelling" in titles
    for row in screen.due.rows:
        click(row.button)
    assert [(name, place["tab"]) for name, place in places] == [
        ("courses", "attendance"),
        ("courses", "evaluations"),
        ("courses", "participants"),
    ]
    assert places[0][1]["view"] == "signatures", "the sheets of two days are not compared yet"
    assert places[2][1]["to_complete"] is True


def test_the_way_to_the_office(screen: TodayScreen, context: AppContext) -> None:
    places = asked(context)
    context.do(attendance.mark_rest, screen.view.sessions[2].key)
    assert screen.office.isHidden(), "nobody waits for anything without an office"
    screen.office.show()
    assert screen.office.unsent.accessibleName().endswith(" unsent changes")
    assert screen.office.unsent.accessibleDescription() == "never sent yet"
    for row in (screen.office.unsent, screen.office.unconfirmed, screen.office.conflicts):
        press(row, Qt.Key.Key_Return)
    click(screen.office.send)
    assert [name for name, _ in places] == ["sending", "sending", "review", "sending"]
    assert screen.office.review.isHidden()
    screen.office.show_state(ToOffice(unsent=1, unsent_since=context.work.clock.millis(), conflicts=2))
    assert screen.office.unsent.accessibleName() == "1 unsent change"
    assert screen.office.unsent.accessibleDescription() == "since today, 11:42"
    assert screen.office.conflicts.accessibleName() == "2 open conflicts"
    click(screen.office.review)
    assert places[-1][0] == "review"


def test_each_kind_of_question_is_told_by_its_own_word_and_figure(
    screen: TodayScreen, context: AppContext
) -> None:
    card, places = screen.office, asked(context)
    card.show()
    card.show_state(ToOffice(questions={ReviewKind.TWICE_ON_LIST: 1}))
    card.show_state(ToOffice(conflicts=2, questions={ReviewKind.DOUBLE_NUMBER: 3, ReviewKind.PROPOSAL: 12}))
    assert card.conflicts.accessibleName() == "2 open conflicts", "no other question is called one"
    shown = [row for row in card.questions.values() if not row.isHidden()]
    shown.sort(key=lambda row: row.y())
    settle()
    assert [row.accessibleName() for row in shown] == ["12 proposals of laptops", "3 numbers given twice"]
    assert card.conflicts.y() < shown[0].y() < shown[1].y()
    click(shown[1])
    assert places[-1] == ("review", {"group": "numbers"})
    card.show_state(ToOffice(questions=dict.fromkeys(set(ReviewKind) - set(LAPTOPS_DISAGREE), 1)))
    settle()
    assert [row.accessibleName() for row in sorted(card.questions.values(), key=lambda row: row.y())] == [
        "1 proposal of laptops",
        "1 pair joined, yet said to be two",
        "1 number given twice",
        "1 person twice on a list",
        "1 certificate number given twice",
        "1 row kept, but shown nowhere",
    ]
    assert card.conflicts.accessibleName() == "0 open conflicts"
    assert card.conflicts.accessibleDescription() == ""
    assert card.review.isVisible()


def test_a_search_goes_to_people(screen: TodayScreen, context: AppContext) -> None:
    places = asked(context)
    type_text(screen.search, "Ғафур")
    press(screen.search, Qt.Key.Key_Return)
    assert places == [("people", {"search": "Ғафур"})]
    assert screen.search.text() == ""


def test_a_copy_is_made_and_checked(screen: TodayScreen, context: AppContext, story: Story) -> None:
    assert screen.backup.chip.text() == "None yet"
    click(screen.backup.button)
    assert len(backups.list_backups(story.work.folder)) == 1
    assert screen.backup.chip.text() == "Checked"
    assert screen.backup.when.text() == "Today, 11:42"
    assert screen.backup.where.text().startswith("On this laptop · ")
    story.clock.advance(days=5)
    screen.backup.show_backup()
    assert screen.backup.chip.text() == "5 days old"


def test_the_sheet_of_the_day_is_shown(qtbot: QtBot, screen: TodayScreen, context: AppContext) -> None:
    with qtbot.waitSignal(context.paper_requested) as caught:
        click(screen.sessions.sign_in)
    assert caught.args is not None
    paper = caught.args[0]
    assert isinstance(paper, PrintablePdf)
    assert paper.data.startswith(b"%PDF")
    assert paper.file == "DSH-1-sign-in-2018-10-17-en.pdf"


@pytest.mark.parametrize(("name", "file"), [("badges", "badges"), ("cards", "cards")])
def test_badges_and_table_cards_are_one_press_away(
    qtbot: QtBot, screen: TodayScreen, context: AppContext, name: str, file: str
) -> None:
    with qtbot.waitSignal(context.paper_requested) as caught:
        click(getattr(screen.sessions, name))
    paper = caught.args[0]
    assert paper.data.startswith(b"%PDF")
    assert paper.file == f"DSH-1-{file}-en.pdf"


@in_turn(
    ("code", "title", "subtitle"),
    [
        (
            "tg",
            "Чоршанбе, 17 октябри соли 2018",
            "Рӯзи 3 аз 4 · Душанбе · «Вокуниши милитсия ба зӯроварӣ дар оила»",
        ),
        ("ru", "Среда, 17 октября 2018", "День 3 из 4 · Душанбе · «Реагирование милиции на насилие в семье»"),
    ],
)
def test_it_speaks_the_language_at_once(
    screen: TodayScreen, language: LanguageSwitch, code: str, title: str, subtitle: str
) -> None:
    language.choose(code)
    settle()
    assert screen.header.title.text() == title
    assert screen.header.subtitle.text() == subtitle
    english = ("Open", "Rest present", "All present", "Send", "Back up now", "Next step", "Now")
    shown = [row.button.text() for row in screen.sessions.rows]
    shown += [screen.office.send.text(), screen.backup.button.text(), screen.next_step.caption.text()]
    assert not set(shown) & set(english)


def test_the_day_after_says_what_was_last(screen: TodayScreen, story: Story, context: AppContext) -> None:
    story.clock.advance(days=10)
    screen.refresh()
    assert screen.header.subtitle.text() == "Last course: Душанбе, 15–18 October 2018"
    assert not screen.sessions.nothing.isHidden()
    assert screen.sessions.nothing.second.text() == "Душанбе, 15–18 October 2018"
    assert all(row.isHidden() for row in screen.sessions.rows)
    places = asked(context)
    click(screen.sessions.nothing.button)
    assert places == [("courses", {"course": story.course})]


def test_the_day_before_says_what_is_next(screen: TodayScreen, story: Story) -> None:
    story.clock.advance(days=-10)
    screen.refresh()
    assert screen.header.subtitle.text() == "Next course: Душанбе, 15–18 October 2018"


def test_the_newest_steps_are_shown_where_there_is_room(screen: TodayScreen, story: Story) -> None:
    assert not is_made(screen, "recent"), "much to do leaves no room"
    story.clock.advance(days=-10)
    screen.refresh()
    assert not screen.recent.isHidden()
    after = screen.recent.undo.nextInFocusChain()
    while not isinstance(after, Button) or screen.recent.isAncestorOf(after):
        after = after.nextInFocusChain()  # type: ignore[union-attr]
    assert screen.office.isAncestorOf(after), "the Tab key goes on to the other column"
    click(screen.recent.undo)
    assert attendance.grid(story.work, story.course).rows[13].cells[7].mark is None  # type: ignore[union-attr]


def test_two_courses_on_one_day_name_their_course(screen: TodayScreen, story: Story) -> None:
    second = CourseDraft("KHJ-1", Texts(en="Other"), date(2018, 10, 17), date(2018, 10, 17), town="Хуҷанд")
    key = courses.create_course(story.work, second).key or ""
    agendas.plan_sessions(story.work, key, DayPlan(per_day=1, first_start=600))
    screen.refresh()
    shown = [row.number.text() for row in screen.sessions.rows if not row.isHidden()]
    assert shown == ["Session 7 · DSH-1", "KHJ-1", "Session 8 · DSH-1", "Session 9 · DSH-1"]
    # A session without a topic has its number for a title, and does not say it a second time.
    assert screen.sessions.rows[1].topic.text() == "Session 1"
    assert screen.sessions.rows[1].button.accessibleName() == "Open: KHJ-1, Session 1"
    assert [row.button.text() for row in screen.sessions.rows][1] == "Open", "nobody is on its list"


def test_a_cancelled_session_counts_for_nobody(screen: TodayScreen, story: Story) -> None:
    key = courses.get_course(story.work, story.course).sessions[8].key
    sessions.cancel_session(story.work, key, "барқ набуд")
    screen.refresh()
    row = screen.sessions.rows[2]
    assert (row.chip.text(), row.counts.text(), row.button.text()) == (
        "Cancelled",
        "Counts for nobody",
        "Open",
    )
    assert row.bar.isHidden()


def test_the_day_is_read_once_more_only_where_people_were_found_to_be_one(
    screen: TodayScreen, context: AppContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are looked for after each start, on old laptops too, and mostly there are none."""
    read: list[int] = []
    monkeypatch.setattr(screen, "refresh", lambda: read.append(context.waiting.pairs))
    context.pairs_found.emit()
    assert read == []
    context.waiting.pairs = 2
    context.pairs_found.emit()
    assert read == [2]


@pytest.fixture
def empty_screen(qtbot: QtBot, tmp_path: Path, window: MainWindow, make_context: MakeContext) -> TodayScreen:
    """Show Today of a laptop on which nothing was recorded yet."""
    story = worlds.empty(tmp_path / "empty").open()
    context = make_context(story.work)
    workspace = Workspace(context, tuple(spec for spec in SCREENS if spec.name == "today"))
    window.show_page(workspace)
    screen = workspace.open("today")
    show(window)
    settle()
    assert isinstance(screen, TodayScreen)
    return screen


def test_an_empty_laptop_offers_a_beginning(empty_screen: TodayScreen) -> None:
    places = asked(empty_screen.context)
    assert empty_screen.body.currentWidget() is empty_screen.empty
    assert empty_screen.header.subtitle.text() == "There is no course yet"
    assert empty_screen.first_focus() is empty_screen.create_button
    press(empty_screen.create_button, Qt.Key.Key_Return)
    assert places == [("courses", {"create": True})]
    empty_screen.context.work.close()


# Words for what the story does not show


@pytest.mark.parametrize(
    ("step", "words", "button"),
    [
        (
            NextStep(NextKind.CREATE_COURSE),
            "Create the first course, or import the file from the office",
            "Create a course",
        ),
        (NextStep(NextKind.PLAN_SESSIONS), "Plan the sessions of the course", "Plan sessions"),
        (NextStep(NextKind.ADD_PEOPLE), "Import the list of participants", "Import the list"),
        (NextStep(NextKind.MARK, session_number=3, whole=25), "Mark session 3", "Start marking"),
        (
            NextStep(NextKind.COMING, session_number=9, start=840),
            "Session 9 begins at 14:00",
            "Open the session",
        ),
        (
            NextStep(NextKind.DUE, due=Due(DueKind.UNMARKED, "c", 12, "s", "DSH-1")),
            "12 marks missing from earlier days · DSH-1",
            "Complete",
        ),
        (NextStep(NextKind.REVIEW, whole=1), "To decide in Review: 1", "Review"),
        (NextStep(NextKind.ISSUE, whole=22), "22 certificates can be issued", "Certificates"),
        (NextStep(NextKind.SEND, whole=38), "Send today's work to the office: 38 changes", "Send"),
        (NextStep(NextKind.NOTHING), "Nothing is due. Have a good day!", ""),
    ],
)
def test_every_next_step_has_words(language: LanguageSwitch, step: NextStep, words: str, button: str) -> None:
    wording = DueWording()
    assert wording.next_step(step) == words
    assert wording.next_button(step) == button


def test_post_tests_are_said_to_decide_about_certificates_where_they_do(
    language: LanguageSwitch,
) -> None:
    language.choose("en")
    told = [DueWording().due(Due(DueKind.POST_TEST, "c", 3, ruled=ruled))[1] for ruled in (True, False)]
    assert told == ["the certificate of completion depends on it", "without it no gain can be shown"]


def test_courses_in_which_nothing_was_counted_are_told_with_those_to_be_closed(
    language: LanguageSwitch,
) -> None:
    language.choose("en")
    told = [DueWording().due(Due(DueKind.CLOSE, "", 14, uncounted=rest))[1] for rest in (0, 2)]
    assert told[0] == "they are over; each course says what is left"
    assert told[1] == "they are over; look yourself into 2 older ones"


@pytest.mark.parametrize("code", ["tg", "ru", "en"])
@pytest.mark.parametrize("kind", list(DueKind))
def test_everything_due_has_three_words(language: LanguageSwitch, kind: DueKind, code: str) -> None:
    language.choose(code)
    words = DueWording().due(Due(kind, "c", 3))
    assert all(words)
    assert "3" in words[0]
    if code != "en":
        language.choose("en")
        assert not set(words) & set(DueWording().due(Due(kind, "c", 3)))


def test_a_locked_session_only_opens(language: LanguageSwitch) -> None:
    session = TodaySession(
        "k", "c", "DSH", 1, 540, 630, Texts(), SessionState.HELD, Headcount(unmarked=3), locked=True
    )
    assert DueWording().session_button(session) == ("Open", "")


@in_turn("kind", list(NextKind))
def test_every_next_step_leads_somewhere(screen: TodayScreen, context: AppContext, kind: NextKind) -> None:
    places = asked(context)
    screen.next_step.requested.emit(NextStep(kind, "c", "s", 1, 0, 1))
    assert len(places) == 1


def test_a_view_without_a_course_is_not_running() -> None:
    assert not TodayView(date(2018, 10, 17)).running
    assert DueWording().subtitle(TodayView(date(2018, 10, 17)), formats("en"))
