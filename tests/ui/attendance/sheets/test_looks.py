"""How the signed sheets look and sound: what fits in three languages, light and dark, what is said aloud."""

import itertools

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter, QShortcut
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.kit.running import in_turn
from tests.kit.world import Story
from tests.ui.driving import settle
from tests.ui.signatures_parts import SIZE, Pass, cancel, open_pass, session_key
from trainer_app.actions.attendance import attendance, reconciliation
from trainer_app.actions.courses import enrolments
from trainer_app.domain.attendance.marks import Mark, SignatureState
from trainer_app.domain.attendance.reconciliation import REASONS, DifferenceKind
from trainer_app.ui.attendance.sheets.model import FIRST
from trainer_app.ui.attendance.sheets.view import draw_tick
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.kit.screens import KeyHint
from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.style.tokens import DARK, LIGHT, SMALL, Tokens, contrast

LANGUAGES = ("tg", "ru", "en")
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def evening(qtbot: QtBot, context: AppContext, story: Story) -> Pass:
    """Open a sheet that is ticked, with two people who did not sign and one who was absent and did."""
    day = reconciliation.sheets(story.work, story.course)[0].day
    attendance.mark(story.work, story.enrolments[3], session_key(story, 2), Mark.ABSENT)
    for place in (0, 20):
        reconciliation.set_signed(
            story.work, story.enrolments[place], session_key(story, 1), SignatureState.NO
        )
    reconciliation.sign_rest(story.work, story.course, day)
    return open_pass(qtbot, context, story)


def outside(parent: QWidget) -> list[str]:
    """Return visible parts that reach over the edge of what they lie in."""
    found = []
    for child in parent.findChildren(QWidget):
        holder = child.parentWidget()
        if not child.isVisible() or holder is None or "scroll" in holder.objectName():
            continue
        if not holder.rect().adjusted(-1, -1, 1, 1).contains(QRect(child.pos(), child.size())):
            found.append(child.objectName())
    return [name for name in found if name and not name.startswith("qt_")]


@pytest.mark.parametrize("code", LANGUAGES)
def test_everything_fits_the_smallest_screen(evening: Pass, language: LanguageSwitch, code: str) -> None:
    language.choose(code)
    settle()
    evening.page.resize(*SIZE)
    evening.press(Qt.Key.Key_F4)
    assert evening.page.minimumSizeHint().width() <= SIZE[0]
    assert evening.page.minimumSizeHint().height() <= SIZE[1]
    assert outside(evening.page.sheet_list) + outside(evening.page.paper) + outside(evening.page.side) == []
    view = evening.page.paper.view
    assert view.horizontalScrollBar().maximum() == 0
    # 18 rows of a page, at the height that Qt gives them here.
    assert view.rowHeight(0) >= 22
    assert evening.page.side.list.viewport().height() >= 2 * 48


@pytest.mark.parametrize("height", [580, 460, 380])
def test_answers_scroll_in_a_low_window_and_never_lie_over_each_other(evening: Pass, height: int) -> None:
    evening.page.setMinimumSize(1, 1)
    evening.page.window().resize(SIZE[0], height)  # a message at the top, or 125 % on a cheap laptop
    evening.press(Qt.Key.Key_F4)
    settle()
    answers = evening.page.side.answers
    assert evening.page.height() <= height
    parts = [*answers.rows, answers.words, answers.mark_words, answers.tick]
    boxes = [QRect(part.pos(), part.size()) for part in parts if part.isVisible()]
    assert len(boxes) >= 6
    for one, other in itertools.combinations(boxes, 2):
        assert not one.intersects(other)
    assert all(part.height() >= part.minimumSizeHint().height() for part in parts if part.isVisible())
    assert evening.page.side.list.viewport().height() >= 40, "the difference that is asked about is seen"


@in_turn("code", LANGUAGES)
def test_reasons_fit_their_rows(evening: Pass, language: LanguageSwitch, code: str) -> None:
    language.choose(code)
    settle()
    room = evening.page.side.answers.rows[0].width() - 8 - 20 - 10 - 8
    for kind in DifferenceKind:
        for reason in REASONS[kind]:
            words = evening.page.words.reason(reason.value)
            assert theme.metrics(SMALL).horizontalAdvance(words) <= room, words


@pytest.mark.parametrize(("people", "rows"), [(1, [1]), (18, [18]), (19, [18, 1]), (60, [18, 18, 18, 6])])
def test_any_number_of_people_is_paged(evening: Pass, people: int, rows: list[int]) -> None:
    story = evening.story
    for enrolment in story.enrolments[people:]:
        for session in (1, 2, 3):
            key = session_key(story, session)
            attendance.mark(story.work, enrolment, key, None)
            reconciliation.set_signed(story.work, enrolment, key, SignatureState.NOT_CHECKED)
        enrolments.withdraw(story.work, enrolment, session_key(story, 1))
    for number in range(len(story.enrolments), people):
        enrolments.add_walk_in(story.work, story.course, f"Нав {number}", first_day=evening.disk().state.day)
    evening.page.refresh()
    assert [len(page) for page in evening.disk().pages] == rows
    shown = []
    for _ in rows:
        shown.append(evening.page.paper.model.rowCount())
        evening.press(Qt.Key.Key_PageDown)
    assert shown == rows
    assert evening.page.paper.after.isVisible() == (len(rows) > 1)


def test_a_place_names_person_session_mark_and_signature(evening: Pass, story: Story) -> None:
    model = evening.page.paper.model
    said = str(model.data(model.index(0, FIRST), SPOKEN))
    assert said.startswith("1 Абдуллоева Мавҷуда, Session 1, present, not signed, difference: ")
    evening.press(Qt.Key.Key_F4)
    evening.type("1")
    assert str(model.data(model.index(0, FIRST), SPOKEN)).endswith("settled: left without signing")
    assert "Session 1" in str(model.headerData(FIRST, Qt.Orientation.Horizontal, SPOKEN))
    listed = evening.page.side.model
    assert str(listed.data(listed.index(0), SPOKEN)) == "4. Восиев Умед, Session 2: signed, but absent"
    sheets = evening.page.sheet_list.model
    assert "OWN-1015-DSH-1, differences open" in str(sheets.data(sheets.index(0), SPOKEN))
    cancel(story, 2)
    evening.page.refresh()
    assert "cancelled: no light" in str(model.data(model.index(0, FIRST + 1), SPOKEN))


def test_the_tree_of_a_screen_reader_reaches_every_place(evening: Pass) -> None:
    view, model = evening.page.paper.view, evening.page.paper.model
    table = QAccessible.queryAccessibleInterface(view)
    assert table is not None
    assert table.role() == QAccessible.Role.Table
    said = {
        child.text(QAccessible.Text.Name)
        for at in range(table.childCount())
        if (child := table.child(at)) is not None
    }
    for row, column in itertools.product(range(model.rowCount()), range(3)):
        assert str(model.data(model.index(row, FIRST + column), SPOKEN)) in said


@in_turn("code", LANGUAGES)
def test_no_control_is_without_a_name(evening: Pass, language: LanguageSwitch, code: str) -> None:
    language.choose(code)
    settle()
    for control in (QAbstractButton, QLineEdit):
        for each in evening.holder.findChildren(control):
            if each.isVisible() and not each.objectName().startswith("qt_"):
                assert each.objectName()
                named = each.accessibleName() or (each.text() if isinstance(each, QAbstractButton) else "")
                assert named, each.objectName()


def test_keys_do_not_collide(evening: Pass) -> None:
    listed = evening.page.keys()
    assert all(isinstance(each, KeyHint) and each.words for each in listed)
    assert len({each.keys for each in listed}) == len(listed)
    shortcuts = [each.key().toString() for each in evening.page.findChildren(QShortcut)]
    assert shortcuts == []


def test_words_follow_the_language(evening: Pass, language: LanguageSwitch) -> None:
    seen = {}
    for code in LANGUAGES:
        language.choose(code)
        settle()
        page = evening.page
        seen[code] = (
            page.rest_button.text(),
            page.side.progress.text(),
            page.paper.title.text(),
            page.side.answers.rows[0].text(),
            page.sheet_list.switch.button("day").text(),
        )
    for first, second in itertools.combinations(LANGUAGES, 2):
        assert all(one != other for one, other in zip(seen[first], seen[second], strict=True))
    assert seen["ru"][1] == "Проверено мест для подписи: 75 из 75 · 3 несовпадения"
    assert seen["tg"][0] == "Боқимондаи саҳифа имзо шудааст"


def picture(scheme: Tokens, signed: SignatureState) -> QImage:
    """Return how a tick looks."""
    image = QImage(22, 18, QImage.Format.Format_RGB32)
    image.fill(scheme.surface)
    painter = QPainter(image)
    draw_tick(painter, image.rect().toRectF(), scheme, signed)
    painter.end()
    return image


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
def test_ticks_differ_without_colour(scheme: Tokens) -> None:
    shapes = set()
    for signed in SignatureState:
        grey = picture(scheme, signed).convertToFormat(QImage.Format.Format_Grayscale8)
        ground = grey.pixelColor(0, 0).value()
        shapes.add(
            tuple(
                abs(grey.pixelColor(x, y).value() - ground) > 40
                for x, y in itertools.product(range(0, 22, 2), range(0, 18, 2))
            )
        )
    assert len(shapes) == 3
    assert contrast(scheme.present, scheme.present_soft) >= 4.5
    assert contrast(scheme.absent_text, scheme.surface) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_an_open_difference_stands_out_and_a_settled_one_does_not(
    evening: Pass, theme: Theme, mode: str
) -> None:
    theme.choose(mode)
    settle()
    view = evening.page.paper.view
    scheme = LIGHT if mode == "light" else DARK
    where = view.visualRect(view.model().index(3, FIRST + 1)).topLeft() + QPoint(4, 4)

    def ground() -> str:
        picture = evening.holder.grab().toImage()
        at = view.viewport().mapTo(evening.holder, where)
        return picture.pixelColor(at * picture.devicePixelRatio()).name()

    assert ground() == scheme.late_soft.lower()
    reconciliation.settle(
        evening.story.work, evening.story.enrolments[3], session_key(evening.story, 2), "seen"
    )
    evening.page.refresh()
    assert ground() == scheme.surface.lower()
