"""Every screen in three languages and two looks, by keyboard and screen reader: nothing stays behind."""

import functools
import re
from collections import Counter
from collections.abc import Callable, Iterator
from enum import Enum
from itertools import cycle

import pytest
from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractItemView, QApplication

from tests.cut_texts import panels, places
from tests.journeys.conftest import MakeSeat
from tests.journeys.window_walk import (
    COURSE,
    Findings,
    differs,
    look_at_words,
    looks,
    out_of_order,
    visit,
    walk,
)
from tests.kit.seat import Seat, october
from tests.ui.driving import settle
from trainer_app.actions.attendance import attendance
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses, projects
from trainer_app.actions.people import people
from trainer_app.actions.today.demo import PASSPHRASE, FilledDemo
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.catalogues import read_catalogue
from trainer_app.domain.base.texts import LANGUAGES, SOURCE, resource, topic
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.tokens import DARK

_KEYS = "Ctrl Shift Alt Del Ins Esc Enter Tab Delete Insert Return Space Home End Page PgUp PgDown"
_THINGS = "English Excel LibreOffice CSV PDF PNG JPEG USB JSON GPL Trainer xlsx xls ods csv txt tsync DSH"
_STANDARDS = "Open Badge jwt PostgreSQL TLS"
_TONGUES = " ".join(each.name for each in LANGUAGES.values())
SAME_EVERYWHERE = frozenset(f"{_KEYS} {_THINGS} {_STANDARDS} {_TONGUES} stick".split())
"""Keys are called by what stands on them, these things, languages and the folder of files by their names."""
# Not the hexadecimal id of a laptop whose code is not known here: six digits, of which some are letters.
_WORD = re.compile(r"(?<![0-9A-Za-z])(?![a-f]{6}\b)[A-Za-z]{3,}(?![0-9A-Za-z])")
_RUSSIAN_ONLY = re.compile(r"\w*[ыщьцЫЩЬЦ]\w*")


def open_seat(make_seat: MakeSeat, whole_story: FilledDemo, role: str) -> Seat:
    """Open the office's computer, or a trainer's, with the whole story in it."""
    folder = whole_story.office if role == "office" else whole_story.trainers[-1]
    made = make_seat("data", folder, october(18, 15))
    made.start(PASSPHRASE)
    return made


def typed_by_people(seat: Seat) -> frozenset[str]:
    """Return every word that somebody typed: of people, courses, places, certificates."""
    work = seat.work
    things: list[object] = [*people.search(work, "", 1000), *projects.list_projects(work), str(seat.root)]
    for line in courses.list_courses(work):
        things += [line, courses.get_course(work, line.course.key)]
        things += certificates.register(work, line.course.key)
    text = " ".join(part for thing in things for part in texts_in(thing))
    return frozenset(re.findall(r"\w+", text)) | frozenset(_WORD.findall(text))


@functools.cache
def vocabulary(language: str) -> frozenset[str]:
    """Return every word that the program says in a language, as it stands in the texts."""
    said = [
        words[language]
        for path in resource("i18n", "messages").glob("*.json")
        for words in topic(path.stem).values()
    ]
    for code in LANGUAGES:
        for (_, source, _), forms in read_catalogue(resource("i18n").glob(f"*_{code}.ts")).items():
            said += [source] if language == SOURCE else forms if code == language else ()
    return frozenset(word.casefold() for text in said for word in re.findall(r"[^\W\d_]{3,}", text))


def foreign_to(data: frozenset[str]) -> Callable[[str, str], bool]:
    """Return what tells whether a text has words of another language, but for those in `data`."""

    @functools.cache  # The same buttons are read in many places.
    def is_foreign(text: str, language: str) -> bool:
        plain = re.sub(r"<[^>]*>", " ", text)
        words = set() if language == "en" else set(_WORD.findall(plain))
        if language == "tg":
            words |= set(_RUSSIAN_ONLY.findall(text))
        others = {word for word in re.findall(r"\w+", plain) if is_of_another(word.casefold(), language)}
        return not words | others <= data

    return is_foreign


@functools.cache
def is_of_another(word: str, language: str) -> bool:
    """Tell whether the program says a word in other languages alone: it was left there by a switch."""
    return word not in vocabulary(language) and any(word in vocabulary(code) for code in LANGUAGES)


_PROGRAM_S_OWN = ("design",)
"""Fields whose words are names of things that came with the program."""


def texts_in(thing: object) -> Iterator[str]:
    """Return the texts in a record and in what it holds; words of the program itself are left out."""
    if isinstance(thing, str) and not isinstance(thing, Enum):
        yield thing
    elif isinstance(thing, tuple | list):
        for part in thing:
            yield from texts_in(part)
    elif isinstance(thing, Struct):
        for name in thing.__struct_fields__:
            if name not in _PROGRAM_S_OWN:
                yield from texts_in(getattr(thing, name))


OWN_ORDER = {
    "agenda_table": "lines of a file, looked at beside it: they stand as there",
    "attendance_grid": "a drawn sheet of marks: its rows are numbers of the list, its columns sessions",
    "differences_table": "two entries of one paper: its answers stand in the order of the paper",
    "import_table": "lines of a file, looked at beside it: they stand as there",
    "keying_list_table": "papers as they lie in the pile: whose turn is next",
    "keying_whose_table": "found by a name that is typed, the likeliest first",
    "participants_found": "found by a name that is typed, the likeliest first",
    "qt_calendar_calendarview": "days of a month",
    "report_scope_table": "choices, found by words that are typed, by their kinds",
    "schedule_table": "days and hours, moved by mouse and keys: the order is what it says",
    "scores": "points are typed down the column, in the order of the papers",
}
"""Tables that their heads do not sort, with the reason."""
_LOOKS = 2
"""Controls of one kind that are looked at with the keyboard and without; each table and list is."""


@pytest.mark.parametrize("role", ["office", "trainer"])
def test_every_screen_in_every_language_by_keyboard_and_screen_reader(
    make_seat: MakeSeat, whole_story: FilledDemo, role: str
) -> None:
    """No text is left in another language, all that takes the keyboard has names, and everything fits."""
    seat = open_seat(make_seat, whole_story, role)
    data = typed_by_people(seat) | SAME_EVERYWHERE

    found = walk(seat, foreign_to(data))
    assert len(found.places) >= 25, "the walk went everywhere"
    assert found.texts > 4_000
    assert sorted(found.foreign) == []
    assert sorted(found.nameless) == [], "every widget has an object name"
    assert sorted(found.silent) == [], "a screen reader says what has the keyboard"
    assert found.spoken > 3_000
    assert sorted(found.unfit) == [], "each by a name, a role and a description of its own"
    assert sorted(found.twice) == [], "and no two of a screen have the same name"
    assert sorted(found.colliding) == [], "no two shortcuts collide"
    assert sorted(found.large) == [], "the window fits on a cheap laptop in every language"
    assert len(found.lists) > 15
    assert {name for name, (by_heads, _) in found.lists.items() if by_heads} & {*OWN_ORDER} == set()
    unsorted = {name for name, (by_heads, copied) in found.lists.items() if not (by_heads and copied)}
    assert sorted(unsorted - {*OWN_ORDER}) == [], "every list is sorted by its heads and copied"


@pytest.mark.parametrize("role", ["office", "trainer"])
def test_every_place_and_form_follows_a_switch(
    make_seat: MakeSeat, whole_story: FilledDemo, role: str
) -> None:
    """Whatever is in sight when the language is switched: nothing of the former one stays."""
    seat = open_seat(make_seat, whole_story, role)
    context, course = seat.gate.context, courses.find_course(seat.work, COURSE)
    workspace = seat.window.page()
    assert context is not None
    assert isinstance(workspace, Workspace)
    if role == "trainer":
        # A step that the screen in sight says in its own words.
        row = attendance.grid(seat.work, course)
        context.do(attendance.mark, row.rows[0].enrolment, row.sessions[0].key, Mark.EXCUSED)
    is_foreign = foreign_to(typed_by_people(seat) | SAME_EVERYWHERE)
    found, turns = Findings(), cycle(sorted(LANGUAGES))
    for place in places(context, workspace, course):
        for _ in LANGUAGES:
            switched(seat, next(turns), place, found, is_foreign)
        for form in panels(workspace):
            switched(seat, next(turns), f"{place}: {form}", found, is_foreign)
    # What is out of sight meanwhile follows too.
    context.go("settings")
    seat.desktop.language.choose(next(turns))
    for place in places(context, workspace, course):
        switched(seat, seat.desktop.language.code, f"{place} again", found, is_foreign)
    assert sorted(found.foreign) == []
    assert found.texts > 10_000


def switched(
    seat: Seat, language: str, place: str, found: Findings, is_foreign: Callable[[str, str], bool]
) -> None:
    """Switch the language and read what is in sight."""
    seat.desktop.language.choose(language)
    settle()
    look_at_words(seat, place, language, found, is_foreign)


def test_the_walk_would_find_what_it_looks_for(make_seat: MakeSeat, whole_story: FilledDemo) -> None:
    seat = open_seat(make_seat, whole_story, "trainer")
    data = typed_by_people(seat)
    assert {"Некрӯз", "DUSHANBE", "Lindqvist"} <= data
    assert not {"Undo", "participants", "attendance", "отмена"} & data


def test_the_keys_are_listed_in_the_language_of_the_window(
    make_seat: MakeSeat, whole_story: FilledDemo
) -> None:
    seat = open_seat(make_seat, whole_story, "trainer")
    seat.open("courses")
    heads = set()
    for language in ("tg", "ru", "en"):
        seat.desktop.language.choose(language)
        settle()
        seat.press(Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
        heads.add(seat.text("help_title"))
        assert seat.text("help_head_screen") == seat.text("rail_courses")
        seat.press(Qt.Key.Key_Escape)
        assert not seat.sees("help")
    assert len(heads) == 3


def test_tab_goes_round_every_screen(make_seat: MakeSeat, whole_story: FilledDemo) -> None:
    """Nothing swallows Tab: in the order of reading it comes back to where it began, seen on its way."""
    seat = open_seat(make_seat, whole_story, "trainer")
    looked_at: Counter[str] = Counter()
    known, unseen, disordered = set(), set(), set()
    for place in visit(seat):
        seat.press(Qt.Key.Key_Tab)
        first, stops = seat.focus(), [seat.focus()]
        while len(stops) == 1 or stops[-1] is not first:
            here = stops[-1]
            kind = here.objectName() if isinstance(here, QAbstractItemView) else type(here).__name__
            looked_at[kind] += 1
            before = looks(here) if looked_at[kind] <= _LOOKS else None
            seat.press(Qt.Key.Key_Tab)
            stops.append(seat.focus())
            # The history of a mark lies over the grid.
            left = here.isVisible() and stops[-1] is not here and place != "mark_history"
            if before is not None and left and not differs(looks(here), before):
                unseen.add((place, here.objectName()))
            assert len(stops) < 400, f"{place}: Tab stays within {sorted(known)}"
        known |= {stop.objectName() for stop in stops}
        assert "rail_lock" in {stop.objectName() for stop in stops}, place
        disordered |= {(place, *pair) for pair in out_of_order(stops)}
    assert len(known) > 150
    assert len(looked_at) > 15
    assert sorted(unseen) == [], "whatever has the keyboard shows it"
    assert sorted(disordered) == [], "what stands first is reached first"


def test_language_and_looks_are_chosen_in_settings_and_kept(
    make_seat: MakeSeat, whole_story: FilledDemo
) -> None:
    seat = open_seat(make_seat, whole_story, "trainer")
    seat.open("settings")
    seat.click("settings_language_ru")
    assert seat.text("rail_today") == "Сегодня"
    seat.click("settings_theme_dark")
    ground = QApplication.palette().color(QPalette.ColorRole.Window)
    assert ground == QColor(DARK.window)
    for place in ("today", "courses", "people", "sending", "review", "certificates"):
        seat.open(place)
        picture = seat.window.grab().toImage()
        page = picture.pixelColor(picture.width() - 3, picture.height() - 3)
        assert page.lightness() < 128, f"{place} is painted dark"
    seat.leave()
    kept = (seat.root / "preferences.json").read_text("utf-8")
    assert '"ru"' in kept
    assert '"dark"' in kept
