"""Ctrl+K finds each page, tab and action by its caption and by everyday words, and leads to what it names."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.kit.seat import MakeContext
from tests.kit.world import Story
from tests.kit.worlds import Exchange
from tests.ui import driving
from tests.ui.driving import find, settle, show
from tests.ui.keying_parts import feedback_form, knowledge_form
from trainer_app.actions.courses import courses
from trainer_app.actions.office.reports import PAPERS
from trainer_app.actions.papers.sign_in import SIGN_IN
from trainer_app.actions.people import people
from trainer_app.domain.base.text_search import fold, searcher
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.ui.kit.context import Notice
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.office.spellings import SpellingsPanel
from trainer_app.ui.office.wording import tab_titles
from trainer_app.ui.people.list_page import PeopleListPage
from trainer_app.ui.shell.navigation import SCREENS, TABS
from trainer_app.ui.shell.quick_search import _MOST_COMMANDS, Found, QuickSearch, command_list
from trainer_app.ui.shell.window import MainWindow
from trainer_app.ui.shell.workspace import Workspace

ITSELF = frozenset({"find_anything", "next_area"})
"""The search, and a key alone: it moves the keyboard between the navigation and the page."""
BEGUN = frozenset(
    (
        "people_search",
        "tests_sittings_1_fill tests_sittings_2_fill tests_sittings_add",
        "feedback_sittings_1_fill feedback_sittings_2_fill feedback_choose",
    )
)
"""Where only the way begins: a person's data are erased on the page of that person, and a form is filled in
once the course uses one."""


@pytest.fixture
def trainer(workspace: Workspace, window: MainWindow, story: Story) -> Workspace:
    """Show a trainer's course."""
    window.resize(1366, 697)
    show(window)
    # What is found and shown is asked for, not how it is drawn.
    window.setUpdatesEnabled(False)
    workspace.open("courses", course=story.course)
    settle()
    return workspace


@pytest.fixture
def desk(qtbot: QtBot, exchange: Exchange, window: MainWindow, make_context: MakeContext) -> Workspace:
    """Show the office's computer on an empty page."""
    context = make_context(exchange.office)
    made = context.make_in(window.frame, Workspace)
    window.show_page(made)
    window.watch(context.jobs)
    window.resize(1366, 697)
    show(window)
    window.setUpdatesEnabled(False)
    settle()
    return made


@pytest.fixture
def office(desk: Workspace) -> Workspace:
    """Show a course at the office."""
    open_course(desk)
    return desk


def open_course(office: Workspace) -> None:
    office.open("courses", course=courses.list_courses(office.context.work)[0].course.key)
    settle()


def search(workspace: Workspace) -> QuickSearch:
    workspace.anywhere.find()
    return find(workspace.window(), QuickSearch, "quick_search")


def in_sight(workspace: Workspace) -> set[str]:
    """Return what the captions in sight say, folded."""
    parts = driving.in_sight(workspace)
    return {fold(part.text()) for part in parts if isinstance(part, QLabel | QAbstractButton)}


def missing(sheet: QuickSearch, line: Found, asked: str) -> bool:
    return line not in (*sheet.commands_for(asked), *sheet.steps_for(asked))


def lost(workspace: Workspace) -> list[str]:
    """Return which pages, tabs and actions are not found by their captions or by an everyday word."""
    sheet = search(workspace)
    lines = {line.words: line for line in (*sheet._commands, *sheet._led)}
    captions = [spec.title for spec in workspace.specs.values()] + [tab.title for tab in TABS]
    captions += tab_titles().values() if "office" in workspace.specs else []
    captions += [spec.words() for spec in workspace.actions_table.specs() if spec.name not in ITSELF]
    off = [spec.words() for spec in workspace.actions_table.specs() if not _enabled(workspace, spec.name)]
    # "Undo" says on and off what it takes back.
    wrong = [
        each for each in captions if each not in off and not any(line.startswith(each) for line in lines)
    ]
    for line in lines.values():
        own, others = line.also
        # What would be undone is no word of Undo.
        for asked in (*(() if line.step else (line.words,)), *own.split()):
            if missing(sheet, line, asked):
                wrong.append(f"{line.words}: {asked}")
        for asked in filter(fold, others.split()):
            if missing(sheet, line, asked) and len(sheet.commands_for(asked)) < _MOST_COMMANDS:
                wrong.append(f"{line.words}: {asked}")
    for line in (*sheet._commands, *sheet._led):
        wrong += [f"{line.words}: not called in other languages"] if not line.also[1] else []
    sheet.dismiss()
    settle()
    return wrong


def _enabled(workspace: Workspace, name: str) -> bool:
    return workspace.actions_table[name].isEnabled()


def begins_new(workspace: Workspace, part: QWidget) -> bool:
    screen = workspace.screen_in_sight()
    return screen is not None and part is screen.new_button()


def not_reached(workspace: Workspace) -> list[str]:
    """Return to which parts one is not led: they are not shown, or are called otherwise, or lack the keys."""
    sheet = search(workspace)
    lines = [line for line in sheet._led if line.part]
    sheet.dismiss()
    wrong = []
    for line in lines:
        workspace.anywhere._go_to_found(line)
        settle()
        parts = [each for name in line.part.split() for each in workspace.findChildren(QWidget, name)]
        shown = [part for part in parts if part.isVisible()]
        held = QApplication.focusWidget()
        if not shown:
            wrong.append(line.part)
        elif begins_new(workspace, shown[0]):
            if not isinstance(held, QLineEdit):
                wrong.append(f"{line.part}: nothing new is begun")
        elif shown[0].isEnabled() and (held is None or not (held is shown[0] or shown[0].isAncestorOf(held))):
            wrong.append(f"{line.part}: the keyboard is at {held.objectName() if held else None}")
        elif line.part not in BEGUN and fold(line.words.rpartition(": ")[2]) not in in_sight(workspace):
            wrong.append(f"{line.part}: {line.words}")
    return wrong


def test_every_name_has_everyday_words_in_every_language() -> None:
    known = command_list()
    names = {f"screen/{spec.name}" for spec in SCREENS} | {f"tab/{tab.name}" for tab in TABS}
    names |= {f"office/{name}" for name in tab_titles()}
    assert sorted(names - set(known.also)) == []
    for words in (*known.also.values(), *(each.also for each in known.commands)):
        assert words.keys() == LANGUAGES.keys()
        assert all(words.values())


def test_every_paper_has_everyday_words() -> None:
    """The sign-in sheet has a row for each day, and stands in the list."""
    led = {(each.part, each.words) for each in command_list().commands}
    for paper in PAPERS:
        if paper is not SIGN_IN:
            wanted = f"print_{paper.name}_button", (paper.title,)
            assert wanted in led, f"add paper.also.{paper.name} to resources/i18n/messages/paper.json"


@pytest.mark.parametrize("code", ["en", "ru", "tg"])
def test_a_trainer_finds_everything_by_its_caption_and_by_everyday_words(
    trainer: Workspace, language: LanguageSwitch, code: str
) -> None:
    language.choose(code)
    settle()
    assert lost(trainer) == []


@pytest.mark.parametrize("code", ["en", "ru", "tg"])
def test_an_office_finds_everything_by_its_caption_and_by_everyday_words(
    office: Workspace, language: LanguageSwitch, code: str
) -> None:
    language.choose(code)
    settle()
    assert lost(office) == []


def test_a_trainer_is_led_to_what_was_found(trainer: Workspace, language: LanguageSwitch) -> None:
    language.choose("ru")
    settle()
    assert not_reached(trainer) == []


def test_an_office_is_led_to_what_was_found(office: Workspace, language: LanguageSwitch) -> None:
    language.choose("tg")
    settle()
    assert not_reached(office) == []


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("erase", "Erase the names…"),
        ("стереть", "Erase the names…"),
        ("удалить", "Retention"),
        ("places", "Spellings of places"),
        ("age", "Reports"),
        ("organisation", "Reports"),
        ("возраст", "Reports"),
        ("ташкилот", "Reports"),
        ("места", "Spellings of places"),
        ("ҷой", "Spellings of places"),
        ("unit", "Spellings of units"),
        ("подразделения", "Spellings of units"),
        ("ҷойи хизмат", "Spellings of units"),
    ],
)
def test_what_only_the_help_knew_is_found(desk: Workspace, asked: str, wanted: str) -> None:
    """S3: these found pages of the help alone."""
    sheet = search(desk)
    assert wanted in [line.words for line in sheet.commands_for(asked)]
    sheet.dismiss()


@pytest.mark.parametrize(
    ("code", "asked", "wanted"),
    [
        ("tg", "новый курс", "Курси нав"),
        ("tg", "ноутбуки", "Ноутбукҳо"),
        ("tg", "сертификат", "Шаҳодатномаҳо"),
        ("ru", "курси нав", "Новый курс"),
        ("ru", "new course", "Новый курс"),
        ("ru", "города", "Написания мест"),
        ("en", "шаҳодатномаҳо", "Certificates"),
        ("en", "разницы", ""),
    ],
)
def test_words_of_the_other_languages_are_understood(
    desk: Workspace, language: LanguageSwitch, code: str, asked: str, wanted: str
) -> None:
    """S3: a Tajik window knew nothing of "новый курс", a Russian one nothing of "курси нав"."""
    language.choose(code)
    settle()
    if not wanted:  # Neither is anything of an open course.
        open_course(desk)
    sheet = search(desk)
    found = [line.words for line in sheet._search(asked) if line.kind != sheet.tr("Help: how it is done")]
    assert (wanted in found) if wanted else (found == [])
    sheet.dismiss()


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("бекор кардан", "Ботил сохтан"),
        ("бекор кар", "Ботил сохтан"),
        ("бозгардонидан", "Ботил сохтан"),
        ("баргардондан", "Ботил сохтан"),
        ("илова кардан", "Курси нав"),
        ("эҷод намудан", "Курси нав"),
        ("ёрӣ", "Маълумотнома"),
    ],
)
def test_everyday_verbs_of_tajik_are_understood(
    desk: Workspace, language: LanguageSwitch, asked: str, wanted: str
) -> None:
    """S3: "бекор кардан" found nothing, neither did any other noun with the verb that belongs to it."""
    context = desk.context
    assert context.do(people.create_person, {"family": "Зарифов"}) is not None
    language.choose("tg")
    settle()
    sheet = search(desk)
    found = [*sheet.commands_for(asked), *sheet.steps_for(asked)]
    assert any(line.words.startswith(wanted) for line in found), [line.words for line in found]
    assert len(sheet.commands_for("кардан")) > 0, "alone it stands for itself"
    sheet.dismiss()


def test_what_the_window_says_itself_comes_first(desk: Workspace, language: LanguageSwitch) -> None:
    language.choose("tg")
    settle()
    sheet = search(desk)
    fits = searcher("тест")
    ranks = []
    for line in sheet.commands_for("тест"):
        own = fits(line.words) or fits(f"{line.words} {line.also[0]}")
        ranks.append((not fits(line.words), not own))
    assert ranks == sorted(ranks)
    assert {True, False} == {foreign for _, foreign in ranks}, "words of other languages are found, below"
    sheet.dismiss()


@pytest.mark.parametrize(("code", "asked"), [("tg", "пӯшидани"), ("en", "close"), ("ru", "закрыть")])
def test_enter_does_not_end_the_program_where_something_else_is_closed(
    trainer: Workspace, language: LanguageSwitch, code: str, asked: str
) -> None:
    """S3: the first that Ctrl+K found for "пӯшидани" was "Close the program", though a course was open."""
    language.choose(code)
    settle()
    sheet = trainer.anywhere.find()
    found = sheet.commands_for(asked)
    ends = [place for place, line in enumerate(found) if line.leaves]
    assert len(found) > 1
    assert ends == [len(found) - 1], [line.words for line in found]
    sheet.dismiss()


def test_latin_letters_lead_to_the_names(trainer: Workspace, language: LanguageSwitch) -> None:
    language.choose("tg")
    settle()
    sheet = trainer.anywhere.find()
    assert "names_take_latin names_table" in {line.part for line in sheet.commands_for("лотин")}
    sheet.dismiss()


@pytest.mark.parametrize(
    ("code", "asked"), [("tg", "Дар ноутбук пур кардан"), ("ru", "на ноутбуке"), ("en", "on the laptop")]
)
def test_filling_in_on_the_laptop_is_found_by_its_caption(
    trainer: Workspace, language: LanguageSwitch, code: str, asked: str
) -> None:
    language.choose(code)
    settle()
    sheet = search(trainer)
    assert any("_fill" in line.part for line in sheet.commands_for(asked)[:3])
    sheet.dismiss()


@pytest.mark.parametrize("card", ["tests", "feedback"])
def test_the_keyboard_is_led_to_filling_in(trainer: Workspace, story: Story, card: str) -> None:
    knowledge_form(story) if card == "tests" else feedback_form(story)
    sheet = search(trainer)
    (line,) = [each for each in sheet._led if each.part.startswith(f"{card}_sittings_1_fill")]
    sheet.dismiss()
    trainer.anywhere._go_to_found(line)
    settle()
    held = QApplication.focusWidget()
    assert held is not None
    assert held.objectName() == f"{card}_sittings_1_fill"


def test_practising_is_found_and_begun(trainer: Workspace, language: LanguageSwitch, qtbot: QtBot) -> None:
    """S3: "машқ" found a page of the help alone."""
    language.choose("tg")
    settle()
    assert trainer.may_practise
    for asked in ("машқ", "practice", "упражнение"):
        sheet = search(trainer)
        line = sheet.commands_for(asked)[0]
        assert line.words == "Машқ кардан"
        sheet.dismiss()
    with qtbot.waitSignal(trainer.practice_begun):
        trainer.anywhere._go_to_found(line)


def test_the_office_does_not_practise(desk: Workspace) -> None:
    sheet = search(desk)
    assert "Practise" not in [line.words for line in sheet.commands_for("practise")]
    sheet.dismiss()


def test_a_person_and_a_course_are_not_below_all_commands(office: Workspace) -> None:
    """S3: "new" showed up to 30 commands before any person or course."""
    work = office.context.work
    person = people.create_person(work, {"family": "Newman", "given": "Kim"}).key
    sheet = search(office)
    assert len(sheet.commands_for("new")) > 6
    found = sheet._search("new")
    places = [at for at, line in enumerate(found) if line.place == {"person": person}]
    assert places == [6], "the best commands stand before, the others behind"
    assert [line for line in sheet.commands_for("new") if line not in found] == []
    people.change_person(work, person, {"family": "Oldman"})
    assert sheet._search("new")[: len(sheet.commands_for("new"))] == sheet.commands_for("new")
    sheet.dismiss()


def test_whose_data_are_erased_is_asked_first(office: Workspace) -> None:
    """S3: the search led to People, where nothing said that a person has to be opened."""
    sheet = search(office)
    (line,) = [each for each in sheet._led if each.words == "Erase a person's data"]
    sheet.dismiss()
    office.anywhere._go_to_found(line)
    settle()
    page = find(office, PeopleListPage, "people_list_page")
    assert page.search.hasFocus()
    assert page.search.placeholderText() == "Whose data are to be erased? Find and open the person"
    assert "open the person" in page.found.text()
    page.opened.emit(page.model.key(0))
    settle()
    assert find(office, QAbstractButton, "person_erase").isVisible(), "as the line said"
    find(office, QAbstractButton, "person_back").click()
    settle()
    assert page.search.placeholderText() == "Find a person"
    office.open("people")
    assert "erase" not in page.found.text()


@pytest.mark.parametrize(
    ("words", "none"),
    [
        ("Spellings of places", "No place has several spellings"),
        ("Spellings of units", "No unit has several spellings"),
    ],
)
def test_spellings_are_opened_or_said_to_be_one(office: Workspace, words: str, none: str) -> None:
    told: list[Notice] = []
    office.context.noticed.connect(told.append)
    sheet = search(office)
    (line,) = [each for each in sheet._led if each.words == words]
    sheet.dismiss()
    office.anywhere._go_to_found(line)
    settle()
    shown = [each for each in office.findChildren(SpellingsPanel) if each.isVisible()]
    assert bool(shown) is not (none in [each.title for each in told])
    assert office.current() == "office"
