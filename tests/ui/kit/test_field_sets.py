"""Fields that are declared: filled, read, worded, shown and refused as the list says."""

from datetime import date
from enum import StrEnum

import pytest
from msgspec import Struct
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.driving import click, show, type_text
from trainer_app.domain.base.texts import Texts
from trainer_app.ui.kit.form_fields import (
    Choice,
    Day,
    Flag,
    Layout,
    Lines,
    Note,
    Number,
    Own,
    Radio,
    Segments,
    Text,
    Time,
    Translated,
    Whole,
)
from trainer_app.ui.kit.forms import FieldSet
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.widgets.controls import Tick


class Colour(StrEnum):
    """Something to choose from."""

    RED = "red"
    BLUE = "blue"


TEXTS = Texts(tg="т", ru="р", en="e")


class Record(Struct, frozen=True):
    """Has a value for each kind of field."""

    text: str = "a"
    whole: int | None = 1981
    number: int | None = 7
    day: date = date(2018, 10, 3)
    time: int = 510
    choice: str | None = "k2"
    segments: Colour = Colour.BLUE
    texts: Texts = TEXTS
    flag: bool = True
    lines: str = "one\ntwo"
    own: bool = True
    left: bool = False
    right: bool = True
    not_asked_for: str = "stays"


class Fields(FieldSet, QWidget):
    """Every kind of field."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("fields")
        self.heard: list[object] = []
        self.colours = [Colour.RED, Colour.BLUE]
        self.build_fields("all_", QVBoxLayout(self))

    def fields(self) -> Layout:
        """Ask for everything."""
        options = [(None, "nothing"), ("k1", "first"), ("k2", "second")]
        colours = [(each, each.value.title()) for each in self.colours]
        return (
            Text("text", "Text", f"{len(self.typed('text'))} letters", changed=self._hear, refused=("a.b",)),
            (Whole("whole", "Year"), Number("number", "Places", most=50, none="not said")),
            Day("day", "Day", refused=("c.d", "e.f")),
            Time("time", "Time", usual=540, ending="clock"),
            Choice("choice", "Choice", options=options),
            Segments("segments", "Colour", options=colours),
            Translated("texts", "Texts"),
            Flag("flag", "Flag", usual=True, changed=self.say_fields),
            Lines("lines", "Lines"),
            Own("own", widget=Tick, read=Tick.isChecked, fill=lambda tick, on: tick.setChecked(bool(on))),
            [Radio("left", "Left"), Radio("right", "Right", "The other side")],
            Note("note", "Only with the flag", shown=self.value("flag") is not False),
            (Note("most", "Two parts", share=2), Note("rest", "One part")),
            (Note("short", "As wide", share=0), Note("shorter", "as they need", share=0)),
        )

    def _hear(self) -> None:
        self.heard.append(self.value("text"))
        self.say_fields()


@pytest.fixture
def made(qtbot: QtBot, theme: Theme, language: LanguageSwitch) -> Fields:
    """Show a widget with every kind of field."""
    fields = Fields()
    qtbot.addWidget(fields)
    show(fields)
    return fields


def test_a_record_comes_back_as_it_was_filled_in(made: Fields) -> None:
    record = Record()
    made.fill(record)
    assert made.read(record) == record
    assert made.changed_values() == {}
    assert made.values().keys() == set(record.__struct_fields__) - {"not_asked_for"}


def test_only_what_a_person_changed_is_told(made: Fields) -> None:
    made.fill(Record())
    type_text(made.rows["text"].field, "bc")
    made.rows["whole"].field.setText("")
    made.rows["choice"].field.setCurrentIndex(0)
    assert made.changed_values() == {"text": "abc", "whole": None, "choice": None}
    assert made.read(Record()) == Record(text="abc", whole=None, choice=None)


def test_without_a_record_each_field_has_its_usual_value(made: Fields) -> None:
    made.fill(Record())
    made.fill(text="given")
    values = made.values()
    assert values.pop("day") == Record().day, "a day has no usual value"
    assert (values.pop("left"), values.pop("right")) == (False, True), "one is always chosen"
    assert values == {
        "text": "given",
        "whole": None,
        "number": None,
        "time": 540,
        "choice": None,
        "segments": Colour.RED,
        "texts": Texts(),
        "flag": True,
        "lines": "",
        "own": False,
    }


def test_filling_is_no_change_and_typing_is(made: Fields) -> None:
    made.fill(Record())
    assert made.heard == []
    type_text(made.rows["text"].field, "b")
    assert made.heard == ["ab"]
    assert made.rows["text"].description.text() == "2 letters"


def test_the_list_gives_names_refusals_and_what_is_shown(made: Fields) -> None:
    made.fill(Record())
    assert made.rows["text"].field.objectName() == "all_text"
    assert made.rows["time"].objectName() == "all_clock_row"
    assert made.rows["number"].field.accessibleName() == "Places"
    assert made.refusals() == {
        "a.b": made.rows["text"],
        "c.d": made.rows["day"],
        "e.f": made.rows["day"],
    }
    assert made.rows["whole"].y() == made.rows["number"].y()
    assert made.rows["note"].isVisible()
    click(made.rows["flag"])
    assert not made.rows["note"].isVisible()


def test_of_several_rows_one_is_chosen(made: Fields) -> None:
    made.fill(Record())
    left, right = made.rows["left"], made.rows["right"]
    assert right.accessibleDescription() == "The other side"
    assert right.y() - left.geometry().bottom() == 9, "they stand close together"
    click(left)
    assert made.changed_values() == {"left": True, "right": False}
    made.fill(Record())
    assert right.isChecked()


def test_fields_side_by_side_share_the_width_as_they_say(made: Fields) -> None:
    whole, number, most, rest, short, shorter = (
        made.rows[name] for name in ("whole", "number", "most", "rest", "short", "shorter")
    )
    assert abs(whole.width() - number.width()) <= 1
    assert abs(most.width() - 2 * rest.width()) <= 2
    assert shorter.x() - short.geometry().right() == 25, "further apart, where none takes the room left"
    assert shorter.geometry().right() < made.width() - 60


def test_other_options_keep_what_is_chosen_and_tell_nobody(made: Fields) -> None:
    made.fill(Record())
    heard: list[int] = []
    field = made.rows["choice"].field
    field.currentIndexChanged.connect(heard.append)
    made.say_fields()
    assert (made.value("choice"), heard) == ("k2", [])


def test_letters_are_no_whole_number(made: Fields) -> None:
    field = made.rows["whole"].field
    field.clear()
    type_text(field, "19x815")
    assert made.value("whole") == 1981
