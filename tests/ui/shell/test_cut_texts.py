"""Nothing that a person has to read is cut or pale on any screen, in any language, at the sizes promised.

Names, topics, reasons, titles of forms, words of buttons: whole, if need be in the narrow face, on several
lines, below each other, with the contrast of WCAG AA in both schemes. Here every screen is walked to once in
each language, and in words that are 40 % longer, and measured in the lowest and narrowest windows of each
kind; `python -m tests.cut_texts` measures all sizes.
"""

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.cut_texts import (
    MAY_BE_CUT,
    Cut,
    all_sizes,
    at_sizes,
    cut_texts,
    draw_nowhere,
    forms_asked_for,
    lay_out,
    logical,
    low_lists,
    measure_heads,
    places,
    places_of_review,
    window_of,
)
from tests.kit import worlds
from tests.kit.desks import moved_office, two_heads
from tests.kit.postgres import postgres
from tests.kit.pseudo import longer_messages
from tests.kit.world import Story
from tests.ui.contrasts import Written, written
from tests.ui.driving import find, in_sight, settle, show
from trainer_app.actions.certificates import certificates
from trainer_app.actions.people import joining, people
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.ui.kit.context import PreferenceStore
from trainer_app.ui.kit.language import PSEUDO, LanguageSwitch
from trainer_app.ui.review.item_page import ItemPage
from trainer_app.ui.review.pages import PeoplePage
from trainer_app.ui.review.screen import ReviewScreen
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.style.tokens import DARK, LEAST_WINDOW, LIGHT, NARROW_BELOW, Tokens
from trainer_app.ui.widgets.controls import Button
from trainer_app.ui.widgets.pages import seen_of
from trainer_app.ui.widgets.tables import TableView

LEAST, LARGE_TEXT, WIDE_RAIL = "1366x768@200", "1366x768@150", "1920x1080@150"
"""The least window that is promised, 150 % on a cheap laptop, the narrowest window with the wide rail."""
SMALL = "1024x700@150"
"""The largest text in the smallest window on a screen of its usual size."""
# What is whole in words that are 40 % longer is whole in English too.
CORNERS = (
    ("en", (LEAST, WIDE_RAIL), LIGHT),
    ("ru", (SMALL, LARGE_TEXT, WIDE_RAIL), DARK),
    ("tg", (LEAST, WIDE_RAIL), LIGHT),
    (PSEUDO, (LEAST, LARGE_TEXT, WIDE_RAIL), LIGHT),
)


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    """Open the finished course, so that every screen has something to show."""
    with worlds.finished(tmp_path).open() as made:
        yield made


@pytest.mark.parametrize(("code", "sizes", "scheme"), CORNERS)
def test_what_has_to_be_read_is_whole_and_can_be_seen(
    code: str,
    sizes: tuple[str, ...],
    scheme: Tokens,
    at_today: Workspace,
    window: MainWindow,
    language: LanguageSwitch,
    story: Story,
) -> None:
    at_today.context.theme.choose("dark" if scheme.dark else "light")
    read = code in ("en", "ru")
    cuts: list[tuple[str, Cut]] = []
    texts: list[Written] = []

    def read_all(shown: QWidget) -> None:
        texts.extend(written(shown))

    with longer_messages() if code == PSEUDO else nullcontext():
        language.choose(code)
        show(window)
        for place in places(at_today.context, at_today, story.course):
            for size in at_sizes(window, sizes):
                draw = read_all if read and size == WIDE_RAIL else draw_nowhere
                cuts += [(size, cut) for cut in cut_texts(window, place, draw)]
    assert len({text.part for text in texts}) > 200 or not read, "labels, fields, what is painted"
    assert not [text for text in texts if not text.readable]
    unknown = {(text.part, text.ink, text.ground) for text in texts if not text.declared(scheme)}
    assert not unknown, "in the other scheme these are measured by `READ_ON` alone"
    bad = [(size, cut) for size, cut in cuts if cut.how != "…" or not MAY_BE_CUT.match(cut.part)]
    assert not bad, "\n".join(f"{size} {cut.place} {cut.part} {cut.how}: {cut.text}" for size, cut in bad)


@pytest.mark.parametrize("code", ["ru", PSEUDO])
def test_forms_about_somebody_are_whole(
    code: str, at_today: Workspace, window: MainWindow, language: LanguageSwitch, story: Story
) -> None:
    """The list of whom a person is joined with showed three people over an empty half of the form."""
    first = certificates.issue(story.work, story.course, only=frozenset(story.enrolments[:1])).certificates
    story.clock.advance(days=1)  # the course can be closed
    opened: set[str] = set()
    cuts: list[tuple[str, Cut]] = []
    with longer_messages() if code == PSEUDO else nullcontext():
        language.choose(code)
        show(window)
        for form in forms_asked_for(at_today.context, at_today, story.course):
            opened.add(form)
            for size in at_sizes(window, (SMALL, LARGE_TEXT)):
                cuts += [(size, cut) for cut in cut_texts(window, form)]
    assert first
    assert len(opened) >= 30, opened
    last = {each.rpartition(" ")[2] for each in opened}
    assert {"person_erase", "overview_close", "names_edit", "board_void", "data_stick"} <= last
    bad = [(size, cut) for size, cut in cuts if cut.how != "…" or not MAY_BE_CUT.match(cut.part)]
    assert not bad, "\n".join(f"{size} {cut.place} {cut.part} {cut.how}: {cut.text}" for size, cut in bad)


@pytest.mark.parametrize("on_server", [False, True])
def test_what_two_heads_decide_is_whole(
    on_server: bool,
    tmp_path: Path,
    qtbot: QtBot,
    theme: Theme,
    language: LanguageSwitch,
) -> None:
    made = two_heads(tmp_path / "office")
    if on_server:
        moved_office(made.root, made.clock, postgres().create(), "Saidova")
    made.ask()
    with longer_messages():
        language.choose(PSEUDO)
        cuts = list(measure_heads(made, theme, language, (LEAST, LARGE_TEXT)))
    bad = [(size, cut) for size, cut in cuts if cut.how != "…" or not MAY_BE_CUT.match(cut.part)]
    assert not bad, "\n".join(f"{size} {cut.place} {cut.part} {cut.how}: {cut.text}" for size, cut in bad)


@pytest.mark.parametrize("code", LANGUAGES)
def test_all_answers_of_review_are_whole_in_large_text(
    code: str, tmp_path: Path, theme: Theme, language: LanguageSwitch, preferences: PreferenceStore
) -> None:
    """S2: of the answers about two people the third one was cut, and "Decide later" was not among them."""
    with worlds.all_taken_in(tmp_path).open() as made:
        work = made.works["office"]
        (pair,) = joining.candidates(work)
        for key in (pair.a, pair.b):
            people.change_person(work, key, {"patronymic": "Абдулмаҷидхонзода Сайидмурод"})
        language.choose(code)
        with window_of(work, theme, language, preferences) as (shown, workspace):
            seen: set[tuple[str, str]] = set()
            for place in places_of_review(workspace.context, workspace):
                screen = find(workspace, ReviewScreen, "screen_review")
                for size in at_sizes(shown, (SMALL, LARGE_TEXT)):
                    bad = [cut for cut in cut_texts(shown, place) if not MAY_BE_CUT.match(cut.part)]
                    assert not bad, size
                    if place in ("review_people", "review_contradictions"):
                        _assert_answers_in_sight(screen)
                        seen.add((place, size))
    assert len(seen) == 4


def _assert_answers_in_sight(screen: ReviewScreen) -> None:
    page = screen.details.currentWidget()
    assert isinstance(page, ItemPage | PeoplePage)
    told = [words for words, _own in page.answers()]
    assert page.later_button.text() in told
    assert len(told) == (4 if isinstance(page, PeoplePage) else 3)
    shown = [each for each in screen.answers.buttons if each.isVisible()]
    assert [each.text() for each in shown] == told
    for each in shown:
        assert seen_of(each) == each.rect()
        assert screen.answers.rect().contains(each.geometry())
        assert screen.rect().contains(screen.answers.geometry())


def test_all_sizes_are_those_in_which_the_window_can_be() -> None:
    sizes = [logical(size) for size in all_sizes()]
    assert all(size.width() >= LEAST_WINDOW[0] and size.height() >= LEAST_WINDOW[1] for size in sizes)
    assert len(sizes) == len(set(map(str, sizes))) == 11
    narrow = [size for size in sizes if size.width() < NARROW_BELOW]
    assert logical(LEAST) == min(narrow, key=lambda size: size.height())
    wide = [size for size in sizes if size not in narrow]
    assert logical(WIDE_RAIL) == min(wide, key=lambda size: size.width())
    assert {code for code, _, _ in CORNERS} == {*LANGUAGES, PSEUDO}


def test_the_measure_finds_what_is_cut(at_today: Workspace, window: MainWindow, story: Story) -> None:
    show(window)
    at_today.context.go("courses", course=story.course, tab="participants")
    settle()
    assert cut_texts(window, "participants") == []
    find(window, Button, "participants_add").setFixedWidth(40)
    find(window, QLabel, "course_head_title").setFixedHeight(8)
    table = find(window, TableView, "participants_table")
    table.setFixedSize(240, 120)
    lay_out(window, window.size())
    find(window, Button, "participants_import").move(-20, 0)
    found = {(cut.part, cut.how) for cut in cut_texts(window, "participants")}
    assert {("participants_add", "narrow"), ("course_head_title", "low")} <= found
    assert {how for _, how in found} == {"narrow", "low", "outside", "few rows"}
    table.setCurrentIndex(table.model().index(0, 4))
    assert ("participants_table", "sideways") in {
        (cut.part, cut.how) for cut in low_lists(in_sight(window), "participants")
    }
