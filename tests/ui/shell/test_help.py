"""The help beside the work: the page of what is on the screen, search, words, the booklet, the start."""

import io

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QAccessible, QKeyEvent, QPixmap, QTextDocument, QTextImageFormat
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QWidget

from tests import help_pictures
from tests.help_pictures import Cut
from tests.kit.seat import MakeContext
from tests.kit.world import Story
from tests.kit.worlds import Exchange
from tests.ui.driving import click, find, press, settle, show, type_text
from trainer_app.domain.base import help_pages
from trainer_app.domain.base.help_pages import BlockKind
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.ui.attendance.sheets.view import SheetPageView
from trainer_app.ui.courses.forms import CourseForm
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.shell.help import HelpOverlay
from trainer_app.ui.shell.help_panel import PRACTICE, HelpSheet, HelpView, page_html
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.start.first_start import FirstStartPage
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.style.tokens import LEAST_PAGE, SMALLEST
from trainer_app.ui.widgets.controls import Button

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(at_today: Workspace, window: MainWindow) -> Workspace:
    """Open the program with the help beside Today."""
    window.resize(1366, 697)
    show(window)
    click(at_today.rail.help)
    return at_today


def test_the_entry_opens_the_page_for_what_is_on_the_screen(opened: Workspace, story: Story) -> None:
    panel = opened.help
    assert panel.isVisible()
    assert opened.rail.help.isChecked()
    assert panel.view.page_name == "first-start"
    assert panel.view.search.hasFocus(), "one can type what one looks for"
    panel.view.show_page(help_pages.GLOSSARY)
    settle()
    press(panel.view.search, Qt.Key.Key_PageDown)
    assert panel.view.text.verticalScrollBar().value() > 0, "keys scroll what is longer at once"
    for place, page in (
        ({"name": "sending"}, "sending"),
        ({"name": "review"}, "conflicts"),
        ({"name": "courses", "course": story.course, "tab": "tests"}, "tests"),
        ({"name": "courses", "course": story.course, "tab": "attendance"}, "marking"),
        ({"name": "settings"}, "settings"),
    ):
        opened.open(**place)
        settle()
        assert panel.view.page_name == page, "it goes along"
    click(opened.rail.help)
    assert not panel.isVisible()
    assert not opened.rail.help.isChecked()


def test_a_page_that_somebody_chose_stays_until_help_is_asked_for_again(
    opened: Workspace, window: MainWindow
) -> None:
    view = opened.help.view
    click(view.contents)
    assert view.page_name == ""
    assert "href" in view.text.toHtml()
    view.text.anchorClicked.emit(QUrl("certificates"))
    opened.open("people")
    settle()
    assert view.page_name == "certificates"
    click(view.back)
    click(view.back)
    assert view.page_name == "first-start"
    assert not view.back.isVisible()
    press(window, Qt.Key.Key_F1)
    assert view.page_name == "participants"
    press(window, Qt.Key.Key_F1)
    assert not opened.help.isVisible()


def test_esc_closes_it_and_the_page_has_the_keyboard_again(opened: Workspace) -> None:
    press(opened.help.view.text, Qt.Key.Key_Escape)
    assert not opened.help.isVisible()
    assert opened.stack.isAncestorOf(QApplication.focusWidget() or opened)


def test_the_signatures_have_their_page_by_f1_though_letters_are_theirs(
    opened: Workspace, window: MainWindow, story: Story
) -> None:
    """S2: the page of signatures kept F1 for itself, and the help said nothing of Space and N."""
    opened.help.leave()
    opened.open("courses", course=story.course, tab="attendance", view="signatures")
    settle()
    paper = find(opened, SheetPageView, "signatures_paper")
    paper.setFocus()
    press(paper, Qt.Key.Key_F1)
    assert opened.help.isVisible()
    assert opened.help.view.page_name == "sign-in"
    told = opened.help.view.text.toPlainText()
    assert "Space" in told
    paper.setFocus()
    for key in (Qt.Key.Key_N, Qt.Key.Key_Delete, Qt.Key.Key_Home):
        override = QKeyEvent(
            QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier, "n" * (key == Qt.Key.Key_N)
        )
        override.ignore()
        QApplication.sendEvent(paper, override)
        assert override.isAccepted(), "no shortcut of the window takes it"


def test_esc_closes_what_lies_uppermost_from_the_sidebar_too(
    opened: Workspace, window: MainWindow, story: Story
) -> None:
    """S2: once the keyboard was in the sidebar, Esc closed neither help nor form nor paper."""
    window.resize(1366, 768)
    opened.open("courses", create=True)
    settle()
    form = find(opened, CourseForm, "course_form")
    item = opened.rail.items["courses"]
    item.setFocus()
    press(item, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert opened.help.isVisible(), "one at a time"
    item.setFocus()
    press(item, Qt.Key.Key_Escape)
    assert not opened.help.isVisible()
    opened.open("courses", course=story.course, tab="attendance")
    opened.actions_table["print"].trigger()
    settle()
    paper = opened.paper
    assert paper.isVisible()
    item.setFocus()
    press(item, Qt.Key.Key_Escape)
    settle()
    assert not paper.isVisible()


def test_a_page_found_by_the_search_is_read_with_the_arrows(opened: Workspace, window: MainWindow) -> None:
    """S2: a page opened by Ctrl+K had no keyboard that one saw, and arrows did nothing."""
    opened.help.leave()
    window.resize(1024, 420)
    settle()
    sheet = opened.anywhere.find()
    type_text(sheet.field, "backup")
    sheet.field.search_now()
    place = next(at for at, found in enumerate(sheet.found()) if found.kind.startswith("Help"))
    sheet.table.selectRow(place)
    press(sheet.field, Qt.Key.Key_Return)
    settle()
    text = opened.help.view.text
    assert text.hasFocus()
    bar = text.verticalScrollBar()
    assert bar.maximum() > 0
    press(text, Qt.Key.Key_Down)
    assert bar.value() > 0


def test_f6_goes_round_rail_page_and_help(opened: Workspace, window: MainWindow) -> None:
    areas = (opened.rail, opened.stack, opened.help)
    seen = []
    for _step in range(3):
        press(window, Qt.Key.Key_F6)
        seen.append(
            next(
                at for at, area in enumerate(areas) if area.isAncestorOf(QApplication.focusWidget() or opened)
            )
        )
    assert sorted(seen) == [0, 1, 2]


def test_what_is_typed_finds_pages_and_words(opened: Workspace) -> None:
    view = opened.help.view
    type_text(view.search, "walk-in")
    view.search.search_now()
    html = view.text.toHtml()
    assert "participants" in html
    assert "?walk-in" in html
    view.text.anchorClicked.emit(QUrl("?walk-in"))
    meaning = help_pages.term("walk-in", "en")
    assert meaning is not None
    assert view.box.isVisible()
    assert view.meaning.text() == meaning.meaning
    view.text.anchorClicked.emit(QUrl("?walk-in"))
    assert not view.box.isVisible()
    view.search.clear()
    type_text(view.search, "qwerty")
    press(view.search, Qt.Key.Key_Return)
    assert "Nothing in the help has these words" in view.text.toPlainText()
    view.search.clear()
    type_text(view.search, "qwerty passphrase")
    view.search.search_now()
    assert "These have some of them" in view.text.toPlainText()
    assert "backup" in view.text.toHtml()
    view.text.anchorClicked.emit(QUrl(help_pages.GLOSSARY))
    assert view.search.text() == ""
    text = view.text.toPlainText()
    assert all(term.word in text for term in help_pages.terms("en"))


def test_enter_opens_what_was_found_first(opened: Workspace) -> None:
    view = opened.help.view
    type_text(view.search, "certificates")
    press(view.search, Qt.Key.Key_Return)
    assert view.page_name == "certificates"
    assert view.text.hasFocus()
    view.search.clear()
    type_text(view.search, "meaning of median")
    press(view.search, Qt.Key.Key_Return)
    assert view.page_name == "tests", "no page has all of them: this one has the most"
    type_text(view.search, "lie below")
    press(view.search, Qt.Key.Key_Return)
    assert view.term.text() == "median"
    assert view.box.isVisible()


def test_another_language_and_theme_show_the_same_page(
    opened: Workspace, language: LanguageSwitch, theme: Theme
) -> None:
    light = opened.help.view.text.toHtml()
    language.choose("ru")
    settle()
    assert help_pages.page("first-start", "ru").title in opened.help.view.text.toPlainText()
    assert "«" not in opened.help.view.text.toPlainText()[:40]
    language.choose("en")
    settle()
    assert opened.help.view.text.toHtml() == light
    theme.choose("dark")
    settle()
    assert opened.help.view.text.toHtml() != light, "its colours are others"


def test_beside_it_the_page_keeps_room_and_in_a_narrow_window_it_takes_its_place(
    opened: Workspace, window: MainWindow
) -> None:
    assert opened.content.width() >= 640
    window.resize(900, 600)
    settle()
    assert not opened.content.isVisible()
    assert opened.help.geometry().right() <= opened.width()
    window.resize(1366, 697)
    settle()
    assert opened.content.isVisible()
    window.resize(900, 600)
    settle()
    click(opened.help.close_button)
    assert opened.content.isVisible()


def test_its_buttons_list_the_keys_and_make_the_booklet(opened: Workspace, window: MainWindow) -> None:
    click(opened.help.view.keys)
    sheet = find(window, HelpOverlay, "help")
    click(sheet.close_button)
    settle()
    read = opened.help.view.page_name
    click(opened.help.view.booklet)
    settle()
    assert opened.stack.currentWidget() is opened.paper
    assert opened.paper.preview.page_count() >= 6
    assert opened.help.view.page_name == read != "sign-in", "the page that was read, not that about papers"


def test_the_sheet_of_keys_writes_them_as_they_stand_on_the_keyboard(
    opened: Workspace, window: MainWindow, story: Story, language: LanguageSwitch
) -> None:
    opened.open("courses", course=story.course, tab="attendance")
    language.choose("ru")
    click(opened.help.view.keys)
    settle()
    sheet = find(window, HelpOverlay, "help")
    caps = [each for each in sheet.findChildren(QFrame) if each.property("role") == "key"]
    words = [cap.findChildren(QLabel)[0].text() for cap in caps]
    assert "Enter" in words
    assert not [each for each in words if "Return" in each]
    assert max(cap.height() for cap in caps) < 2 * min(cap.height() for cap in caps), (
        "no key grows with its words"
    )
    click(sheet.close_button)
    settle()


def test_the_pages_of_the_start_have_help_too(
    window: MainWindow, theme: Theme, language: LanguageSwitch
) -> None:
    page = FirstStartPage(language)
    show(window)
    window.show_page(page)
    settle()
    click(page.help)
    sheet = find(window, HelpSheet, "help_sheet")
    assert sheet.view.page_name == "first-start"
    language.choose("tg")
    settle()
    assert help_pages.page("first-start", "tg").title in sheet.view.text.toPlainText()
    click(sheet.close_button)
    settle()
    press(window, Qt.Key.Key_F1)
    sheet = find(window, HelpSheet, "help_sheet")
    press(sheet.view.text, Qt.Key.Key_Escape)
    settle()
    assert window.findChild(HelpSheet) is None
    assert find(window, Button, "first_start_help").isVisible()


@pytest.mark.parametrize("language_code", ["tg", "ru", "en"])
def test_every_page_and_picture_can_be_drawn(language_code: str, language: LanguageSwitch) -> None:
    language.choose(language_code)
    for page in help_pages.pages(language_code):
        html = page_html(page, language_code, 300)
        assert page.title.replace('"', "&quot;") in html
        assert "{" not in html


def long_pages(shown: Workspace, language: LanguageSwitch) -> list[str]:
    """Return the pages that have to be scrolled on a cheap laptop's screen, in any language."""
    assert (shown.window().width(), shown.window().height()) == SMALLEST
    role, long = shown.context.work.role.value, []
    for code in LANGUAGES:
        language.choose(code)
        settle()
        for page in help_pages.pages(code, role):
            shown.read_help(page.name)
            settle()
            over = shown.help.view.text.verticalScrollBar().maximum()
            if over:
                long.append(f"{code}/{page.name}: {over} pixels")
    assert shown.content.width() >= LEAST_PAGE, "the page keeps its room beside the help"
    return long


def test_a_trainer_reads_every_page_without_scrolling(opened: Workspace, language: LanguageSwitch) -> None:
    opened.read_help(PRACTICE)
    settle()
    view = opened.help.view
    assert view.tour.isVisible(), "what is offered below a page takes of its room"
    assert long_pages(opened, language) == []


def test_the_office_reads_every_page_without_scrolling(
    exchange: Exchange, window: MainWindow, language: LanguageSwitch, make_context: MakeContext
) -> None:
    context = make_context(exchange.office)
    desk = Workspace(context)
    window.show_page(desk)
    window.resize(*SMALLEST)
    show(window)
    desk.open("today")
    settle()
    assert long_pages(desk, language) == []
    window.show_page(QWidget())


def test_a_page_that_is_too_long_is_found(opened: Workspace, language: LanguageSwitch) -> None:
    opened.window().resize(*SMALLEST)
    opened.help.view.text.setMaximumHeight(240)
    assert "en/certificates" in " ".join(long_pages(opened, language))


def pictures_of(view: HelpView) -> list[QTextImageFormat]:
    """Return the pictures that stand in the text."""
    found, block = [], view.text.document().begin()
    while block.isValid():
        formats = [each.charFormat() for each in (part.fragment() for part in block)]
        found += [each.toImageFormat() for each in formats if each.isImageFormat()]
        block = block.next()
    return found


def test_pictures_are_as_wide_as_the_panel_and_sharp(opened: Workspace, window: MainWindow) -> None:
    view = opened.help.view
    view.show_page("marking")
    settle()
    beside = [picture.width() for picture in pictures_of(view)]
    assert len(beside) == 1
    assert set(beside) == {view.text.room}
    assert 300 < view.text.room < opened.help.width()
    assert view.text.horizontalScrollBar().maximum() == 0
    address = QUrl(pictures_of(view)[0].name())
    drawn = view.text.loadResource(QTextDocument.ResourceType.ImageResource.value, address)
    assert isinstance(drawn, QPixmap)
    assert drawn.width() == round(view.text.room * view.text.devicePixelRatioF())
    window.resize(911, 512)
    settle()
    assert {picture.width() for picture in pictures_of(view)} == {view.text.room}
    assert view.text.room > beside[0], "it takes the page's place"
    assert view.text.horizontalScrollBar().maximum() == 0


def test_what_a_picture_shows_is_said_to_a_screen_reader(opened: Workspace) -> None:
    view = opened.help.view
    view.show_page("sending")
    settle()
    words = QAccessible.queryAccessibleInterface(view.text).textInterface()
    shown = [each for each in help_pages.page("sending", "en").blocks if each.kind is BlockKind.PICTURE]
    assert shown
    assert all(each.plain in words.text(0, words.characterCount()) for each in shown)


def test_a_picture_of_the_help_is_cut_from_the_parts_that_it_names(
    opened: Workspace, window: MainWindow
) -> None:
    def nowhere(*_: object) -> None: ...

    rail = help_pictures.area(window, Cut("rail", nowhere, ("rail",), (40, 300), room=0))
    assert (rail.width(), rail.height()) == (40, 300)
    both = help_pictures.area(window, Cut("both", nowhere, ("rail", "help_panel"), (9999, 9999)))
    assert both == window.rect(), "both ends of the window, and what lies between"
    with Image.open(io.BytesIO(help_pictures.draw(window, rail))) as drawn:
        assert drawn.size == (700, 5250)
        assert drawn.mode == "P"
    with pytest.raises(SystemExit):
        help_pictures.area(window, Cut("none", nowhere, ("rail", "unheard"), (40, 300)))
