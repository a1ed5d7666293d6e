"""Names typed into the marks letter by letter: they mark nobody, and the search opens with all of them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.kit.world import Story
from tests.ui.attendance.session.test_names import page, tab
from tests.ui.attendance_course import Keyboard, Room, cell
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.domain.attendance.marks import Attendance, Mark
from trainer_app.ui.attendance.key_input import PAUSE, QUICK, TypedLetter, TypedWord, is_name
from trainer_app.ui.attendance.session.page import SessionPage
from trainer_app.ui.kit.marks import UNMARKED
from trainer_app.ui.shell.window import MainWindow

__all__ = ["page", "tab"]

ALPHABET = "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя"
SURNAMES = [
    "Абдуллоев", "Азизов", "Алимардонов", "Ашӯров", "Бобоев", "Баротов", "Бӯриев", "Боқиев", "Вализода",
    "Восиев", "Ваҳобов", "Воҳидов", "Гулов", "Гулмуродов", "Гадоев", "Гиёсов", "Ғафуров", "Ғаниев",
    "Ғоибов", "Ғуломов", "Ғӯрабоев", "Давлатов", "Додоев", "Дӯстов", "Додхудоев", "Ермаков", "Егамбердиев",
    "Ерматов", "Ёров", "Ёқубов", "Ёдгоров", "Жӯраев", "Жалилов", "Журавлёв", "Зоҳиров", "Зухуров", "Зиёев",
    "Зокиров", "Зулфиқоров", "Исмоилов", "Иброҳимов", "Икромов", "Исоев", "Йӯлдошев", "Йигиталиев",
    "Каримов", "Комилов", "Кабиров", "Курбонов", "Қаюмов", "Қодиров", "Қурбонов", "Қосимов", "Латифов",
    "Лоиқов", "Лутфуллоев", "Маҳмадов", "Мирзоев", "Муродов", "Муҳиддинов", "Мӯминов", "Назаров",
    "Норматов", "Нуров", "Нуруллоев", "Ниёзов", "Нӯъмонов", "Олимов", "Одинаев", "Орифов", "Очилов",
    "Охунов", "Пирназаров", "Пулодов", "Партоев", "Преображенский", "Погосов", "Раҳимов", "Розиқов",
    "Рустамов", "Рӯзиев", "Раҷабов", "Сафаров", "Саидов", "Сӯфиев", "Сулаймонов", "Тоиров", "Тағоев",
    "Турсунов", "Тӯраев", "Умаров", "Усмонов", "Уруков", "Ҳуҷҷатов", "Ӯктамов", "Ӯрунов", "Ӯғлонов",
    "Файзуллоев", "Фозилов", "Фозилзода", "Фурқатов", "Худоёров", "Холов", "Хуҷамқулов", "Хоҷаев", "Хӯҷаев",
    "Ҳасанов", "Ҳакимов", "Ҳусейнов", "Ҳотамов", "Ҳофизпур", "Чориев", "Чӯлиев", "Чиллаев", "Ҷӯраев",
    "Ҷабборов", "Ҷумаев", "Ҷиёнов", "Шарифов", "Шодиев", "Шӯҳратов", "Эргашев", "Элмуродов", "Эшонов",
    "Юсупов", "Юнусов", "Юлдошев", "Яҳёев", "Ятимов", "Якубов", "Зуҳро", "Зуҳуров", "Нуроншоев", "Ҳудудов",
    "Фуғуров", "Дуров", "Ғурур", "Оҳунзода", "Парпиев", "Пӯлодов", "Порсоев", "Подшоев", "Пудинаев",
    "Ҳунаров", "Ҳошимов", "Унгаров", "Уғурлиев", "Нодиров", "Онабоев", "Опаев", "Гургов", "Фуломов",
    "Дунёев", "Зафаров", "Хонов", "Ходиев", "Зардушт", "Донаев", "Лайлоев", "Ларипур", "Элчиев", "Эпов",
    "Аларов", "Палавонов", "Аҳъёев",
]  # fmt: skip
"""Family names and a few given ones: each letter that a word of the language can begin with."""

_TAJIK_KEYS = "йқукенгшҳзхъфҷвапролджэячсмитӣбюё-=ғӯ"
_LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`-=-="
LAYOUTS = {
    "tajik": str.maketrans("", ""),
    "russian by place": str.maketrans("қҳҷӣғӯ", "цщыь-="),
    "russian by sound": str.maketrans("қҳҷӣғӯ", "кхжигу"),
    "latin": str.maketrans(_TAJIK_KEYS, _LATIN_KEYS),
}
"""What the same fingers type on another layout."""


def typed_on(layout: str, typed: Callable[[str, str], str]) -> list[str]:
    """Return what the names are on a layout, without what is the same on one of those before it.

    The letters are the same then, and so is all that follows: the case of that layout types them.
    """
    before = list(LAYOUTS)[: list(LAYOUTS).index(layout)]
    known = {typed(name, each) for each in before for name in SURNAMES}
    return [letters for name in SURNAMES if (letters := typed(name, layout)) not in known]


CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
P, L, E, A = (Mark.PRESENT, Mark.LATE, Mark.EXCUSED, Mark.ABSENT)
LISTED = ["Пулодов Зуҳуров", "Опаев Комрон", "Розиқов Аъзам"]


@pytest.fixture
def at_session(page: SessionPage, window: MainWindow) -> Keyboard:
    page.view.setFocus()
    return Keyboard(window)


def test_the_names_begin_with_every_letter_of_the_alphabet() -> None:
    assert len(SURNAMES) >= 150
    assert {name[0].lower() for name in SURNAMES} == set(ALPHABET) - set("ӣъ"), "no word begins with these"
    assert set("".join(SURNAMES).lower()) == set(ALPHABET) - {"ӣ"}


def plain(name: str, layout: str) -> str:
    """Return what is typed without Shift."""
    return name.lower().translate(LAYOUTS[layout])


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("beginning", [None, P, A])
def test_no_name_typed_into_the_grid_marks_anybody(
    room: Room, keys: Keyboard, layout: str, beginning: Mark | None
) -> None:
    if beginning is not None:
        room.page.mark(beginning)
    before = room.marks
    for typed in typed_on(layout, plain):
        keys.rest()
        keys.type(typed)
        assert room.page.strip.field.text() == typed
        keys.press(Qt.Key.Key_Escape)
        assert room.page.view.place == (0, 0)
        assert room.page.view.hasFocus()
        assert room.marks == before, typed


def with_capital(name: str, layout: str) -> str:
    """Return what is typed when Shift is held for the first letter."""
    first, *rest = plain(name, layout)
    return first.upper().translate(str.maketrans("[];',`.-=", '{}:"<~>_+')) + "".join(rest)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_name_typed_into_the_session_marks_anybody(
    page: SessionPage, at_session: Keyboard, story: Story, layout: str
) -> None:
    before = attendance.grid(story.work, story.course).rows
    for typed in typed_on(layout, with_capital):
        at_session.rest()
        at_session.type(typed)
        assert page.finder.strip.field.text() == typed
        at_session.press(Qt.Key.Key_Escape)
        assert attendance.grid(story.work, story.course).rows == before, typed


def test_a_name_takes_back_all_that_its_letters_marked(room: Room, keys: Keyboard) -> None:
    keys.type("p")
    keys.rest()
    keys.press(Qt.Key.Key_Shift, SHIFT)
    keys.type("г")
    assert room.marks[0][0] == ("absent", 0), "what shows is on the disk"
    keys.press(Qt.Key.Key_Shift, SHIFT)
    keys.type("ул")
    assert room.marks[0][0] == ("present", 0)
    assert room.page.strip.field.text() == "гул"
    assert room.page.view.place == (4, 0), "Гулмуродова"
    assert "taken back" in room.page.notice.text.text()
    keys.enter()
    keys.press(Qt.Key.Key_Space, text=" ")
    assert room.marks[4][0] == ("present", 0), "the letters of a name are no mark to repeat"
    keys.press(Qt.Key.Key_Z, CTRL)
    keys.press(Qt.Key.Key_Z, CTRL)
    assert room.marks[0][0] == room.marks[4][0] == (None, 0), "and nothing of them is left to undo"


@pytest.mark.parametrize("name", ["нс", "назарова"])
def test_redo_does_not_mark_with_the_letters_of_a_name(room: Room, keys: Keyboard, name: str) -> None:
    keys.type("p")
    keys.rest()
    keys.type(name)
    keys.press(Qt.Key.Key_Escape)
    before = room.marks
    assert before[0][0] == ("present", 0)
    keys.press(Qt.Key.Key_Y, CTRL)
    assert room.marks == before
    # What was meant can be undone and done again as ever.
    keys.press(Qt.Key.Key_Z, CTRL)
    assert room.marks[0][0] == (None, 0)
    keys.press(Qt.Key.Key_Y, CTRL)
    assert room.marks == before


def test_two_marks_at_once_are_a_correction(room: Room, keys: Keyboard) -> None:
    keys.type("оп")
    assert room.marks[0][0] == ("present", 0)
    keys.type("ппп")
    assert room.marks[0][0] == ("present", 0), "the same again is no name"
    keys.press(Qt.Key.Key_Z, CTRL)
    assert room.marks[0][0] == ("late", 0)
    keys.press(Qt.Key.Key_Z, CTRL)
    assert room.marks[0][0] == (None, 0)


def test_marks_of_person_after_person_stay_marks_however_fast(room: Room, keys: Keyboard) -> None:
    for letter in "пону":
        keys.type(letter)
        keys.press(Qt.Key.Key_Down)
    assert [mark for mark, _ in room.column(1)[:4]] == ["present", "late", "absent", "excused"]


def test_after_a_pause_a_letter_begins_anew(room: Room, keys: Keyboard) -> None:
    keys.type("г")
    keys.rest(PAUSE + 1)
    keys.type("раҳ")
    assert room.marks[0][0] == ("absent", 0)
    assert room.page.strip.field.text() == "раҳ"


def test_a_click_or_a_key_between_ends_the_letters(room: Room, keys: Keyboard, qtbot: QtBot) -> None:
    here = room.page.view.visualRect(room.page.marking.model.index(0, 0)).center()
    for between in (
        lambda: keys.press(Qt.Key.Key_Left),
        lambda: qtbot.mouseClick(room.page.view.viewport(), Qt.MouseButton.LeftButton, pos=here),
    ):
        keys.type("г")
        between()
        keys.type("саф")
        assert room.page.strip.field.text() == "саф"
        keys.press(Qt.Key.Key_Escape)
        assert room.marks[0][0] == ("absent", 0)
    legend = room.page.findChild(QAbstractButton, f"attendance_legend_{UNMARKED}")
    assert legend is not None
    legend.click()
    assert room.marks[0][0] == (None, 0)


def test_whoever_was_looked_up_is_marked_and_the_next_name_follows_at_once(
    room: Room, keys: Keyboard
) -> None:
    keys.type("саф")
    keys.enter()
    keys.type("наз")
    assert room.marks[18][0] == (None, 0), "Назаров is on the list, so Сафаров was a slip"
    keys.enter()
    keys.type("нтои")
    assert room.marks[14][0] == ("absent", 0)
    assert room.page.strip.field.text() == "тои"
    keys.enter()
    keys.type("пу7")
    assert room.marks[19][0] == ("excused", 0)
    keys.type("нп")
    keys.type("раҳ")
    assert room.marks[6][0] == ("absent", 0), "number 7"
    assert room.page.strip.field.text() == "праҳ"


def test_whoever_was_looked_up_in_the_session_is_marked_too(
    page: SessionPage, at_session: Keyboard, story: Story
) -> None:
    at_session.type("саф")
    at_session.enter()
    at_session.type("нтои")
    assert cell(story, 18) == Attendance(A)
    assert page.finder.strip.field.text() == "тои"
    at_session.press(Qt.Key.Key_Escape)
    at_session.type("18уазиз")
    assert cell(story, 17) == Attendance(E)
    assert page.finder.strip.field.text() == "азиз"


def test_a_letter_in_another_script_is_of_another_word(room: Room, keys: Keyboard) -> None:
    keys.type("aсаф")
    assert room.marks[0][0] == ("absent", 0)
    assert room.page.strip.field.text() == "саф"


def test_the_stop_is_a_letter_on_the_latin_layout_alone(room: Room, keys: Keyboard) -> None:
    keys.type("п.раҳ")
    assert room.marks[0][0] == ("present", 0)
    assert room.page.strip.field.text() == ".раҳ"
    assert room.page.view.place == (17, 0)
    keys.press(Qt.Key.Key_Escape)
    keys.rest()
    keys.type("l.lf")
    assert room.marks[0][0] == ("present", 0)
    assert room.page.strip.field.text() == "l.lf"


def test_minutes_left_early_stay_minutes_at_once(room: Room, keys: Keyboard) -> None:
    keys.type("пр20")
    assert room.marks[0][0] == ("present", 20)
    keys.rest()
    keys.type("про")
    assert room.marks[0][0] == ("present", 20)
    assert room.page.strip.field.text() == "про"


def test_a_name_in_a_locked_session_is_found_all_the_same(room: Room, keys: Keyboard) -> None:
    keys.press(Qt.Key.Key_K, CTRL | SHIFT)
    steps = history.recent(room.work, 99)
    keys.type("гулм")
    assert room.page.strip.field.text() == "гулм"
    assert room.page.view.place == (4, 0)
    assert history.recent(room.work, 99) == steps


@pytest.mark.parametrize(
    ("letters", "marks", "name"),
    [
        ("п", True, False), ("пп", True, False), ("ПпП", True, False), ("в", False, True),
        ("пв", False, True), ("пу", True, True), ("по", True, False), ("gek", False, True),
        ("ge", True, True), ("оп", True, True), ("зуҳ", True, True), ("ззу", True, True), ("зуу", True, True),
        ("оон", True, False), ("онп", True, True), ("зу", True, True),
        ("хд", True, False), ("ро", True, True),
    ],
)  # fmt: skip
def test_the_rule(letters: str, marks: bool, name: bool) -> None:
    assert is_name(letters, LISTED, marks=marks) is name


def test_the_rule_asks_nobody_where_there_is_no_list() -> None:
    assert not is_name("пу", [], marks=True)
    assert is_name("пул", [], marks=False)


def test_where_a_mark_moves_on_a_row_of_marks_is_no_name() -> None:
    listed = ["Попов Нодир"]
    assert is_name("по", listed, marks=True)
    assert not is_name("по", listed, marks=True, moves=True)
    assert not is_name("поп", listed, marks=True, moves=True, quick=False)
    assert is_name("поп", listed, marks=True, moves=True)
    assert is_name("пол", listed, marks=False, moves=True, quick=False)


def test_marks_of_person_after_person_stay_in_the_session(
    page: SessionPage, at_session: Keyboard, story: Story
) -> None:
    assert page.marking.goes_on
    page.view.go_to(0)
    for letter in "пунопу":
        at_session.type(letter)
        at_session.rest(QUICK + 1)
    # Minutes may follow who is late; a letter is of the next person there too.
    assert [cell(story, row).mark for row in range(6)] == [P, E, A, L, P, E]
    assert not page.finder.strip.isVisible()
    page.view.go_to(0)
    at_session.type("о7п")
    assert cell(story, 0) == Attendance(L, 7)
    assert cell(story, 1).mark is P


def word_of(*letters: tuple[str, int], looked_up: bool = False) -> str:
    word = TypedWord()
    if looked_up:
        word.expect_mark()
    for text, at in letters:
        word.add(TypedLetter(text, at, mark=Mark.PRESENT), LISTED, waits=False)
    return word.letters


def test_letters_belong_together_by_their_times() -> None:
    assert word_of(("п", 5000), ("у", 5000 + PAUSE)) == "пу"
    assert word_of(("п", 5000), ("у", 5001 + PAUSE)) == "у"
    assert word_of(("п", 0), ("о", 0), looked_up=True) == "о"
    assert word_of(("п", 0), ("у", 0), looked_up=True) == "пу"
    assert word_of(("-", 0), ("а", 0)) == "-а"
    for last, quick in ((5000 + 2 * QUICK, True), (5001 + 2 * QUICK, False)):
        word = TypedWord()
        for at in (5000, 5000 + QUICK, last):
            word.add(TypedLetter("п", at, mark=Mark.PRESENT), LISTED, waits=False)
        assert word.quick is quick
    assert word_of(("p", 0), ("а", 0)) == "а"
