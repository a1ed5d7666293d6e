"""Messages, progress, empty places, pages: what they say and how they make room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.cut_texts import watching
from tests.ui.driving import click, press, settle, show
from trainer_app.domain.attendance.marks import Headcount
from trainer_app.ui.kit.context import first_sentence
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.style.tokens import LIGHT
from trainer_app.ui.widgets.cards import Card, TwoLines
from trainer_app.ui.widgets.controls import Button, Tabs
from trainer_app.ui.widgets.indicators import HeadcountBar, ProgressPanel, Ring, ShareBar
from trainer_app.ui.widgets.labels import ElidedLabel, label
from trainer_app.ui.widgets.overlays import Banner, Mood, SidePanel
from trainer_app.ui.widgets.pages import EmptyState, PageHeader, ScrollPage


def test_a_banner_says_what_happened_and_keeps_the_details(qtbot: QtBot, theme: Theme) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.tell(Mood.BAD, "The disk is full", "Everything before is kept.", "disk.full()")
    assert not banner.isHidden()
    assert banner.accessibleName() == "The disk is full"
    assert banner.details.isHidden()
    banner.more.click()
    assert not banner.details.isHidden()
    with qtbot.waitSignal(banner.closed):
        banner.close_button.click()
    assert banner.isHidden()


def test_closing_a_banner_with_the_mouse_leaves_the_keyboard_where_one_was_typing(
    qtbot: QtBot, theme: Theme
) -> None:
    host = QWidget()
    column = QVBoxLayout(host)
    banner, back, number = Banner(), Button("back", text="Back"), QLineEdit()
    for part in (banner, back, number):
        column.addWidget(part)
    qtbot.addWidget(host)
    show(host)
    banner.tell(Mood.GOOD, "Saved and checked")
    number.setFocus()
    click(banner.close_button)
    assert banner.isHidden()
    assert number.hasFocus()


def test_a_banner_in_a_narrow_panel_is_read_whole(qtbot: QtBot, theme: Theme) -> None:
    host = QWidget()
    host.resize(640, 600)
    qtbot.addWidget(host)
    panel = SidePanel("narrow", host)
    banner = Banner()
    panel.body.addWidget(banner)
    panel.body.addStretch(1)
    show(host)
    panel.reveal(panel.accept_button)
    title = "The file DSH_2018_K7_0012_everything_once_more_copy.tsync is for another computer"
    banner.tell(Mood.BAD, title, "Nothing was changed.", "bundle.other_laptop()")
    settle()
    room = panel.body.contentsRect()
    assert banner.geometry().right() <= room.right()
    for part in (banner.title, banner.text):
        assert part.width() >= banner.width() // 2, "the buttons give way to the words"
        assert part.height() >= part.heightForWidth(part.width())
    cut: list[tuple[str, str]] = []
    with watching(cut):
        banner.grab()
    assert cut == []


def test_a_banner_forgets_the_last_message(qtbot: QtBot, theme: Theme) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.tell(Mood.BAD, "Bad", "Text", "details")
    banner.add_action(Button("retry", text="Again"))
    banner.tell(Mood.GOOD, "Good")
    settle()
    assert banner.findChild(Button, "retry") is None
    assert banner.text.isHidden()
    assert banner.more.isHidden()
    assert banner.property("role") == "banner_good"
    assert banner.mood is Mood.GOOD


def test_a_message_splits_into_title_and_rest() -> None:
    assert first_sentence("The disk is full. Nothing was lost. Free space.") == (
        "The disk is full",
        "Nothing was lost. Free space.",
    )
    assert first_sentence("One sentence.") == ("One sentence", "")
    assert first_sentence("Format 3.5 is new") == ("Format 3.5 is new", "")


def test_progress_shows_a_number_and_can_be_stopped_once(qtbot: QtBot, theme: Theme) -> None:
    panel = ProgressPanel()
    qtbot.addWidget(panel)
    panel.begin("Printing certificates")
    assert panel.accessibleName() == "Printing certificates"
    assert panel.number.text() == ""
    assert panel.bar.maximum() == 0, "it moves, and says nothing that nobody knows"
    assert not panel.stop.isVisible()
    panel.show_step("Page 3", 0.425)
    assert panel.stop.isVisible()
    assert panel.bar.value() == 425
    assert panel.number.text() == "42\N{NO-BREAK SPACE}%"
    panel.show_step("Page 9", 7.0)
    assert panel.number.text() == "100\N{NO-BREAK SPACE}%"
    with qtbot.waitSignal(panel.stopped):
        panel.stop.click()
    assert not panel.stop.isEnabled()
    panel.begin("Again")
    assert panel.stop.isEnabled()
    assert not panel.stop.isVisible(), "work that tells of no step cannot be stopped"
    assert panel.number.text() == ""


def test_banners_speak_the_language(qtbot: QtBot, theme: Theme, language: LanguageSwitch) -> None:
    banner, panel = Banner(), ProgressPanel()
    for widget in (banner, panel):
        qtbot.addWidget(widget)
    language.choose("tg")
    settle()
    assert banner.more.text() == "Тафсилот"
    assert panel.stop.text() == "Боздоштан"


def test_an_empty_place_offers_something(qtbot: QtBot, theme: Theme) -> None:
    empty = EmptyState("no_courses", "courses")
    qtbot.addWidget(empty)
    empty.set_words("No course yet", "Create one here.")
    button = Button("create", text="Create a course")
    empty.add_button(button)
    assert empty.accessibleName() == "No course yet"
    assert empty.isAncestorOf(button)
    assert empty.minimumSizeHint().width() <= 300


def test_lines_between_rows_follow_what_is_visible(qtbot: QtBot, theme: Theme) -> None:
    card = Card("list", titled=False)
    qtbot.addWidget(card)
    rows = [QLabel(str(place)) for place in range(3)]
    for row in rows:
        card.add_row(row)

    def lines() -> list[bool]:
        return [not child.isHidden() for child in card.findChildren(QWidget, "list_rule")]

    assert lines() == [False, True, True]
    card.show_row(rows[0], shown=False)
    assert lines() == [False, False, True]
    card.clear_rows()
    settle()
    assert card.findChildren(QWidget, "list_rule") == []
    titled = Card("titled")
    qtbot.addWidget(titled)
    titled.set_title("Sessions")
    titled.add_row(QLabel("x"))
    assert titled.accessibleName() == "Sessions"
    assert [not child.isHidden() for child in titled.findChildren(QWidget, "titled_rule")] == [True]


def test_long_words_give_way_with_an_ellipsis(qtbot: QtBot, theme: Theme) -> None:
    words = ElidedLabel("title", "title", "Вокуниши милитсия ба зӯроварӣ дар оила " * 4)
    qtbot.addWidget(words)
    assert words.minimumSizeHint().width() < 60
    words.resize(200, 30)
    words.grab()
    assert words.toolTip() == words.text()
    words.resize(words.sizeHint().width() + 10, 30)
    words.grab()
    assert words.toolTip() == ""


def test_texts_are_never_markup(qtbot: QtBot, theme: Theme) -> None:
    words = label("body", "name", "<b>Ғафуров</b>")
    qtbot.addWidget(words)
    assert words.textFormat() is Qt.TextFormat.PlainText


def test_two_lines_stay_together_in_any_height(qtbot: QtBot, theme: Theme) -> None:
    lines = TwoLines("words", "Title", "Second")
    qtbot.addWidget(lines)
    lines.resize(200, 200)
    show(lines)
    gap = lines.second.y() - (lines.title.y() + lines.title.height())
    assert gap <= 2
    lines.set_lines("Title", "")
    assert lines.second.isHidden()


def test_a_header_without_a_second_line(qtbot: QtBot, theme: Theme) -> None:
    header = PageHeader()
    qtbot.addWidget(header)
    show(header)
    header.set_words("Review", "Both values are kept.")
    settle()
    high = header.sizeHint().height()
    header.set_words("Review", "")
    settle()
    assert header.subtitle.isHidden()
    assert header.sizeHint().height() < high


def test_what_gets_the_keyboard_is_scrolled_into_view(qtbot: QtBot, theme: Theme) -> None:
    page = ScrollPage("long")
    buttons = [Button(f"b{place}", text=f"Button {place}") for place in range(30)]
    for button in buttons:
        page.column.addWidget(button)
    qtbot.addWidget(page)
    page.resize(300, 200)
    show(page)
    buttons[29].setFocus()
    bottom = buttons[29].mapTo(page.viewport(), buttons[29].rect().bottomLeft()).y()
    assert 0 < bottom <= page.viewport().height()
    assert page.minimumSizeHint().height() < 200


def test_tabs_move_by_arrows(qtbot: QtBot, theme: Theme) -> None:
    tabs = Tabs("course_tabs")
    qtbot.addWidget(tabs)
    for words in ("Overview", "Sessions", "Participants"):
        tabs.addTab(words)
    tabs.resize(400, 36)
    show(tabs)
    tabs.setFocus()
    press(tabs, Qt.Key.Key_Right)
    assert tabs.currentIndex() == 1
    picture = tabs.grab().toImage()
    middle = tabs.tabRect(1).center().x()
    assert picture.pixelColor(middle, 35).name().upper() == LIGHT.accent
    assert tabs.minimumSizeHint().width() < tabs.sizeHint().width()


def test_nobody_disappears_from_a_bar(qtbot: QtBot, theme: Theme) -> None:
    bar = HeadcountBar("bar")
    qtbot.addWidget(bar)
    bar.set_heads(Headcount(present=497, late=1, excused=1, absent=1), "497 present, 1 late")
    picture = bar.grab().toImage()
    seen = {picture.pixelColor(x, 4).name().upper() for x in range(picture.width())}
    assert {LIGHT.present, LIGHT.late_edge, LIGHT.excused_edge, LIGHT.absent} <= seen
    assert bar.accessibleName() == "497 present, 1 late"
    bar.set_heads(Headcount(), "nobody")
    assert bar.grab().toImage().pixelColor(60, 4).name().upper() == LIGHT.surface


@pytest.mark.parametrize(
    ("share", "limit", "colour"),
    [(8000, 8000, LIGHT.edge), (7999, 8000, LIGHT.absent), (7000, None, LIGHT.edge), (3000, 0, LIGHT.line)],
)
def test_a_share_is_red_only_below_its_limit(
    qtbot: QtBot, theme: Theme, share: int, limit: int | None, colour: str
) -> None:
    bar = ShareBar("share", width=100)
    qtbot.addWidget(bar)
    bar.set_share(share, limit, f"{share}")
    assert bar.grab().toImage().pixelColor(50, 2).name().upper() == colour


def test_a_ring_fills_clockwise(qtbot: QtBot, theme: Theme) -> None:
    ring = Ring("ring")
    qtbot.addWidget(ring)
    ring.resize(ring.sizeHint())
    ring.set_ring(1, 4, "1 of 4")
    picture = ring.grab().toImage()
    size = picture.width()
    assert picture.pixelColor(size - 4, size // 2 - 6).name().upper() == LIGHT.accent
    assert picture.pixelColor(3, size // 2).name().upper() == LIGHT.surface
    assert ring.accessibleName() == "1 of 4"


def test_closing_a_banner_by_mouse(qtbot: QtBot, theme: Theme) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.resize(900, 72)
    banner.tell(Mood.DUE, "Two trainers marked differently")
    show(banner)
    click(banner.close_button)
    assert banner.isHidden()
